"""Words that open like a formula stay words in every workbook that docgen writes, and on the way from forms to results."""

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from docgen.cli import main as cli
from tests.conftest import OFFICE

OPENINGS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
FORMULAS = (
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://x",1)',
    "+SUM(1)",
    "-2+3",
    "@SUM(1)",
    "＝1+1",
    '=DDE("a";"b";"c")',
    "=IMPORTXML(1)",
)


def desk(folder: Path) -> Path:
    shutil.copy(OFFICE, folder / "coquan.yaml")
    tasks = [
        {"ten": f"{text} việc {number}", "chu_tri": "=Sở Một", "thoi_gian": "-Quý II"} for number, text in enumerate(FORMULAS)
    ]
    plan = {
        "loai": "kế hoạch",
        "nam": 2023,
        "trich_yeu": "=Tuyên truyền năm 2023",
        "phan": [{"tieu_de": "Mục đích", "doan": "Nâng cao."}],
        "noi_nhan": ["=Sở Một"],
        "luu": "VT",
        "cong_van": {"ky_hieu": "NV"},
        "phu_luc": [{"tieu_de": "Nhiệm vụ", "nhiem_vu": tasks}],
    }
    (folder / "kehoach.yaml").write_text(yaml.safe_dump(plan, allow_unicode=True), "utf-8")
    (folder / "donvi.yaml").write_text("don_vi:\n  - ten: '=Sở Một'\n  - ten: '@Sở Hai'\n", "utf-8")
    return folder / "kehoach.yaml"


def texts_of(book: Path) -> list[str]:
    """Return the texts that open like a formula; each of them is one in Excel's eyes as well."""
    found = []
    for sheet in openpyxl.load_workbook(book).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str) and cell.value.startswith(OPENINGS) and cell.data_type != "f":
                assert cell.data_type == "s"
                assert cell.quotePrefix, f"{book.name} {sheet.title}!{cell.coordinate}: {cell.value}"
                found.append(cell.value)
            assert cell.data_type != "f" or not any(text in str(cell.value) for text in FORMULAS)
    return found


def test_no_workbook_holds_a_formula_of_somebody_else(tmp_path: Path) -> None:
    plan = desk(tmp_path)
    assert cli.run(["phancong", str(plan), "-o", str(tmp_path / "phan-cong.xlsx")]) == 0
    assert cli.run(["congvan", str(plan), "--van-ghi"]) == 0
    assert cli.run(["thuthap", str(plan)]) == 0
    books = sorted(tmp_path.rglob("*.xlsx"))
    assert len(books) >= 3
    assert {text for book in books for text in texts_of(book)} >= {
        f"{text} việc {number}" for number, text in enumerate(FORMULAS)
    }


def test_what_a_unit_answers_stays_text_on_its_way(tmp_path: Path) -> None:
    plan = desk(tmp_path)
    assert cli.run(["thuthap", str(plan)]) == 0
    [form] = [path for path in tmp_path.rglob("*.xlsx") if "so-mot" in path.name]
    book: Any = openpyxl.load_workbook(form)
    page = next(sheet for sheet in book.worksheets if any(cell.value == "Mã" for row in sheet.iter_rows() for cell in row))
    heads = {
        cell.value: cell for row in page.iter_rows() for cell in row if cell.value in ("Mã", "Trạng thái", "Kết quả thực hiện")
    }
    rows = [
        cell.row
        for (cell,) in page.iter_rows(min_col=heads["Mã"].column, max_col=heads["Mã"].column)
        if str(cell.value).isdigit()
    ]
    assert len(rows) == len(FORMULAS)
    for row, formula in zip(rows, FORMULAS, strict=True):
        page.cell(row, heads["Trạng thái"].column).value = "Đang thực hiện"
        cell = page.cell(row, heads["Kết quả thực hiện"].column)
        cell.value, cell.data_type = formula, "s"
    book.save(form)
    assert cli.run(["tonghop", str(plan), str(form), "--van-ghi"]) == 0
    read = yaml.safe_load((tmp_path / "ketqua.yaml").read_text("utf-8"))
    assert [one["noi_dung"] for one in read["ket_qua"]] == list(FORMULAS)
    assert all(isinstance(one["noi_dung"], str) for one in read["ket_qua"])
