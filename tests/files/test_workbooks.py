"""Workbooks of ours: saved without leaving their sheets in the machine's folder for a while."""

import io
import tempfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from docgen.files.workbooks import saved


def test_a_saved_workbook_holds_what_was_written_and_no_file_is_made_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "không có"))
    book = Workbook()
    for index, sheet in enumerate((book.worksheets[0], book.create_sheet("Số liệu"))):
        sheet["B2"] = f"Sở KH&ĐT {index}"
        sheet["C2"] = "=1+1"
        sheet.merge_cells("A4:B4")
        choice = DataValidation(type="list", formula1='"có,không"')
        choice.add("D2")
        sheet.add_data_validation(choice)
    read = load_workbook(io.BytesIO(saved(book, b"<core/>")))
    assert read.sheetnames == ["Sheet", "Số liệu"]
    for index, sheet in enumerate(read.worksheets):
        assert [cell.value for cell in sheet[2]] == [None, f"Sở KH&ĐT {index}", "=1+1"]
        assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A4:B4"]
        assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["D2"]
