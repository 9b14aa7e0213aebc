"""What cells hold that no clerk typed: numbers that no computer reckons, halves of letters."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from docgen.cli import main as cli
from docgen.data.yamlfile import load
from docgen.files.package import packed, read_parts
from docgen.intake.sheettables import sheet_grids
from tests.intake.books import book

SHEET = "xl/worksheets/sheet1.xml"
HEAD = ["STT", "Nhiệm vụ", "Đơn vị chủ trì"]


def with_cell(xml: str) -> bytes:
    """Return a table of one task, the name of which is the cell `xml`."""
    parts = read_parts(book([HEAD, [1, 0, "Sở Nội vụ"]]))
    old = '<c r="B2" t="n"><v>0</v></c>'
    page = parts[SHEET].decode()
    assert old in page
    return packed({**parts, SHEET: page.replace(old, xml).encode()})


@pytest.mark.parametrize("digits", ["9" * 400, f"-{'9' * 400}", "1e999"])
def test_a_number_without_end_is_told_and_not_reckoned_with(digits: str) -> None:
    (sheet,) = sheet_grids(with_cell(f'<c r="B2"><v>{digits}</v></c>'))
    cell = sheet.rows[1].cells[2]
    assert cell.text == ""
    assert cell.fault.startswith("ô ghi số không có thật (")
    assert len(cell.fault) < 100


@pytest.mark.parametrize(("typed", "kept"), [("Số _xD83D__xDE00_", "Số 😀"), ("Số _xD83D_ hóa", "Số hóa")])
def test_escaped_halves_of_letters_are_joined_or_left_out(
    typed: str, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bang.xlsx").write_bytes(with_cell(f'<c r="B2" t="inlineStr"><is><t>{typed}</t></is></c>'))
    assert cli.run(["nhap", "bang.xlsx", "-o", "kehoach.yaml", "--nam", "2024"]) == 0
    plan: dict[str, list[dict[str, list[dict[str, str]]]]] = load(Path("kehoach.yaml")).value  # type: ignore[assignment]
    assert plan["phu_luc"][0]["nhiem_vu"][0]["ten"] == kept


def test_the_hour_of_a_day_and_a_number_covered_by_words_are_told() -> None:
    made = openpyxl.Workbook()
    page = made.worksheets[0]
    cells = [
        (datetime(2026, 3, 5, 14, 30), "hh:mm dd/mm/yyyy"),
        (datetime(2026, 3, 5, 14, 30), "dd/mm/yyyy"),
        (datetime(2026, 3, 5), "hh:mm dd/mm/yyyy"),
        (12, '[>=10]"nhiều";[<10]"ít"'),
        (0, '0;-0;"không có"'),
    ]
    page.append([value for value, _ in cells])
    for column, (_, code) in enumerate(cells, start=1):
        page.cell(1, column).number_format = code
    data = BytesIO()
    made.save(data)
    (sheet,) = sheet_grids(data.getvalue())
    assert [cell.text for cell in sheet.rows[0].cells.values()] == ["05/03/2026", "05/03/2026", "05/03/2026", "nhiều", "không có"]
    assert [(told.places, told.message) for told in sheet.remarks] == [
        (("Sheet!A1",), "ô ghi cả giờ (14:30) nhưng chỉ lấy ngày; bổ sung giờ nếu cần"),
        (("Sheet!D1",), "ô hiện “nhiều” mà không hiện số 12 đã gõ; xem lại"),
    ]
