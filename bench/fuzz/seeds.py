"""What the fuzzer begins with: the data, the papers of the tests, and all that the commands make of the data."""

import contextlib
import io
import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import openpyxl

from bench.fuzz import packages, texts
from bench.fuzz.targets import PAPER, PLAN, RESULTS, SHEET, TEMPLATE, Target
from docgen.cli import main as cli
from docgen.workflows.paper import default_template
from tests import worst_clerk
from tests.check.papers.clean import CLEAN, HEADER_LAYOUTS
from tests.check.papers.mau import MAU
from tests.intake import books

ROOT: Final = Path(__file__).parents[2]
_ROWS: Final = (
    ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"],
    ["I", "Tuyên truyền", None, None, None, None],
    [1, "Phát sóng chuyên mục", "Đài Phát thanh và Truyền hình tỉnh", "Các sở, ban, ngành", "Quý II", "12 chuyên mục"],
    [2, "Tổ chức hội thi", "Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ; Tỉnh đoàn", 45000, "=1+1"],
    ["II", "Tập huấn", None, None, None, None],
    ["1", "Mở lớp\n- cho cán bộ\n- cho đoàn viên", "Sở Nội vụ", "nt", "Tháng 6/2024", None],
)  # fmt: skip


def lay_folder(folder: Path) -> None:
    """Put into `folder` what a clerk has: the files of the office, a plan, its results, a form, a paper, a template."""
    for name in ("coquan.yaml", "donvi.yaml", "van-ban.yaml", "chu-de-asean.yaml"):
        shutil.copy(ROOT / "data" / name, folder / name)
    (folder / "nam").mkdir()
    shutil.copy(ROOT / "data" / "asean-2023" / "kehoach.yaml", folder / PLAN)
    shutil.copy(ROOT / "data" / "asean-2023" / "ketqua.yaml", folder / RESULTS)
    (folder / PAPER).write_bytes(CLEAN["cong_van"]())
    (folder / SHEET).write_bytes(books.book(_ROWS, merged=("A2:F2",)))
    shutil.copy(default_template("kehoach"), folder / TEMPLATE)


def pools(folder: Path, more: Path | None) -> Mapping[str, list[bytes]]:
    """Return what the file of each target, or each file, may begin as.

    They are made in `folder`; `more` may hold further papers, sheets and plans.
    """
    made = folder / "made"
    made.mkdir()
    lay_folder(made)
    plan = made / PLAN
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        cli.run(["kehoach", str(plan)])
        cli.run(["congvan", str(plan), "-o", str(made / "cong-van"), "--van-ghi"])
        cli.run(["thuthap", str(plan), "-o", str(made / "bieu-mau")])
        cli.run(["phancong", str(plan), "-o", str(made / "phan-cong.xlsx")])
        cli.run(["baocao", str(plan), str(made / RESULTS), "-o", str(made / "bao-cao.docx"), "--van-ghi"])
        cli.run(["chuyennam", str(plan), "2025", "-o", str(made / "ra-soat.docx")])
    further = [path for path in (more.rglob("*") if more else ()) if path.is_file() and path.stat().st_size < 200_000]
    papers = [make() for make in (*CLEAN.values(), *MAU.values(), *HEADER_LAYOUTS.values())]
    papers += [path.read_bytes() for path in (*made.rglob("*.docx"), *further) if path.suffix == ".docx"]
    forms = [*_filled(sorted((made / "bieu-mau").glob("*.xlsx")))]
    sheets = [*forms[:3], *[*_books()] * 5]
    sheets += [path.read_bytes() for path in (made / "phan-cong.xlsx", *further) if path.suffix == ".xlsx"]
    plans = sorted((ROOT / "data").glob("*/kehoach.yaml")) + sorted((ROOT / "tests" / "plans").rglob("kehoach.yaml"))
    plans += [path for path in further if path.name.startswith("kehoach")]
    return {
        "kiemtra .docx": papers,
        "nhap .docx": [*papers, *[*_tables()] * 10],
        "nhap .xlsx": sheets,
        "tonghop .xlsx": forms,
        TEMPLATE: [default_template("kehoach").read_bytes()],
        PLAN: [path.read_bytes() for path in plans],
        RESULTS: [(made / RESULTS).read_bytes()],
        **{name: [(made / name).read_bytes()] for name in ("coquan.yaml", "donvi.yaml", "van-ban.yaml", "chu-de-asean.yaml")},
    }


def _filled(forms: list[Path]) -> Iterator[bytes]:
    """Give the forms as they are, and filled in every way that clerks have."""
    yield from (form.read_bytes() for form in forms)
    units = [(form, str(openpyxl.load_workbook(form).worksheets[0]["A1"].value or form.stem)) for form in forms]
    for filled, _way in worst_clerk.every_way(units[:2]):
        with contextlib.suppress(FileNotFoundError):
            yield books.saved(filled.book)


def _books() -> Iterator[bytes]:
    yield books.book(_ROWS, merged=("A2:F2",), formats={"E4": "dd/mm/yyyy"}, hidden=(5,))
    yield books.book([["PHỤ LỤC"], ["Kèm theo Kế hoạch năm 2024"], *_ROWS], merged=("A1:F1", "A4:F4"), bold=("B4",))
    yield books.book([[None, *row] for row in _ROWS], merged=("C4:C5", "D4:E5"))


def _tables() -> Iterator[bytes]:
    words = [[None if each is None else str(each) for each in row] for row in _ROWS]
    for merged in ((), ((1, 0, 1, 5),), ((3, 2, 5, 2), (1, 0, 1, 5))):
        paper = books.paper()
        paper.add_paragraph("Phụ lục")
        paper.add_paragraph("DANH MỤC NHIỆM VỤ NĂM 2024")
        books.table_in(paper, words, merged=merged, bold=(0, 1))
        yield books.saved(paper)


def mutated(target: Target, pool: list[bytes], drawn: random.Random) -> bytes:
    """Return one of `pool` changed, in the way of its kind of file."""
    data, donor = drawn.choice(pool), drawn.choice(pool)
    change = texts.changed if target.file.endswith(".yaml") else packages.changed
    return change(data, donor, drawn)
