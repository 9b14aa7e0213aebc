"""Fills forms as the worst clerks do, and keeps what they meant: what must be found again, and which cells must be named."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from docgen.data.model.ketqua import TrangThai
from docgen.forms import formlayout as at

WORDS: Final = (
    "Đã tổ chức 03 hội nghị cho 450 lượt người", "- Phát sóng 12 chuyên mục; đăng 25 tin, bài: đạt kế hoạch",
    "=Lồng ghép vào sinh hoạt chi đoàn", "# Treo 120 băng rôn, “khẩu hiệu” (đợt 1: 60; đợt 2: 60)",
    "Ban hành Công văn số 15/STTTT-TTBCXB ngày 05/3/2023 'hướng dẫn' & đôn đốc", "null", "Không", "{a: b} [c] | > % @ ` ! ~",
)  # fmt: skip
FIGURES: Final = (("Tin, bài", "tin", 325), ("Kinh phí", "triệu đồng", 1234.5), ("Lượt xem", None, 15000))
SPOKEN: Final = {
    TrangThai.HOAN_THANH: ("HOÀN THÀNH", "hoan thanh", " Đã  hoàn thành. ", "Xong", "đã xong"),
    TrangThai.DANG_THUC_HIEN: ("ĐANG THỰC HIỆN", "dang thuc hien", "Đang triển khai", "đang làm"),
    TrangThai.CHUA_THUC_HIEN: ("Chưa thực hiện", "CHUA THUC HIEN", "Chưa làm", "chưa triển khai"),
    TrangThai.KHONG_THUC_HIEN: ("Không thực hiện", "KHONG THUC HIEN", "không triển khai"),
}
DAYS: Final[tuple[Callable[[date], str], ...]] = (
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year % 100:02d}",
    lambda day: f"{day.day:02d}-{day.month:02d}-{day.year}",
    lambda day: f"ngày {day.day} tháng {day.month} năm {day.year}",
    lambda day: f" Ngày {day.day:02d} / {day.month:02d} / {day.year}.",
    lambda day: day.isoformat(),
)


@dataclass
class Meant:
    """What a clerk meant to say of one task."""

    row: int
    ten: str
    status: TrangThai
    day: date | None
    texts: dict[str, str]
    figures: list[tuple[str, str | None, Decimal]] = field(default_factory=list)


@dataclass
class Filled:
    """A filled form, what was meant, and the cells that have to be named."""

    path: Path
    unit: str
    book: Any
    meant: dict[str, Meant]
    drawn: random.Random
    named: set[str] = field(default_factory=set)  # in the messages, as "Sheet!A1"
    kept: set[str] = field(default_factory=set)  # words that have to be found somewhere in the results

    @property
    def sheet(self) -> Any:
        return self.book[at.RESULTS]

    @property
    def figures(self) -> Any:
        return self.book[at.FIGURES]

    def column(self, heading: str, sheet: Any = None) -> int:
        for row in (sheet or self.sheet).iter_rows():
            for cell in row:
                if cell.value == heading:
                    return int(cell.column)
        raise AssertionError(heading)

    def cell(self, meant: Meant, heading: str) -> Any:
        return self.sheet.cell(meant.row, self.column(heading))


def fill(path: Path, unit: str, seed: int) -> Filled:
    """Fill the form at `path` plainly, with answers drawn by `seed`; some rows are left blank."""
    drawn = random.Random(seed)
    book = openpyxl.load_workbook(path)
    filled = Filled(path, unit, book, {}, drawn)
    sheet = filled.sheet
    figure_row = 5
    for row in range(8, sheet.max_row + 1):
        code, words = sheet.cell(row, 1).value, sheet.cell(row, 2).value
        if code is None or not words or code in at.BANDS or drawn.random() < 0.25:
            continue
        status = drawn.choice(list(SPOKEN))
        day = date(2023, 1, 1) + timedelta(days=drawn.randrange(360)) if status is TrangThai.HOAN_THANH else None
        texts = {"noi_dung": f"{drawn.choice(WORDS)} [{unit} {code}]", "kho_khan": drawn.choice((*WORDS, ""))}
        meant = Meant(row, words, status, day, {name: text for name, text in texts.items() if text})
        sheet.cell(row, 5).value = str(status).capitalize()
        sheet.cell(row, 6).value = day
        sheet.cell(row, 7).value = texts["noi_dung"]
        sheet.cell(row, 8).value = texts["kho_khan"] or None
        for column in (7, 8):
            sheet.cell(row, column).data_type = "s"
        for _ in range(drawn.randrange(3)):
            name, unit_of, number = drawn.choice(
                (("Tin, bài", "tin", 325), ("Kinh phí", "triệu đồng", 1234.5), ("Lượt xem", None, 15000))
            )
            name = f"{name} {figure_row}"
            for column, value in ((1, code), (3, name), (4, unit_of), (5, number)):
                filled.figures.cell(figure_row, column).value = value
            meant.figures.append((name, unit_of, Decimal(str(number))))
            figure_row += 1
        filled.meant[code] = meant
    return filled


def as_sent(filled: Filled) -> None:
    """Leave the form as it is."""


def days_as_text(filled: Filled) -> None:
    for meant in filled.meant.values():
        if meant.day:
            filled.cell(meant, at.DONE_ON).value = filled.drawn.choice(DAYS)(meant.day)


def days_as_numbers(filled: Filled) -> None:
    for meant in filled.meant.values():
        if meant.day:
            cell = filled.cell(meant, at.DONE_ON)
            number = (meant.day - date(1899, 12, 30)).days
            cell.value, cell.number_format = filled.drawn.choice((number, str(number), int(f"{meant.day:%d%m%Y}"))), "General"
            filled.named.add(f"{at.RESULTS}!{cell.coordinate}")


def days_with_hours(filled: Filled) -> None:
    for meant in filled.meant.values():
        if meant.day:
            filled.cell(meant, at.DONE_ON).value = datetime(meant.day.year, meant.day.month, meant.day.day, 14, 30)
            filled.cell(meant, at.DONE_ON).number_format = "dd/mm/yyyy hh:mm"


def days_that_are_none(filled: Filled) -> None:
    for meant in filled.meant.values():
        if meant.day:
            cell = filled.cell(meant, at.DONE_ON)
            cell.value = filled.drawn.choice(("6/2023", "Quý II", "31/02/2023", "khi có kinh phí", "từ 01/6 đến 20/6/2023"))
            filled.named.add(f"{at.RESULTS}!{cell.coordinate}")
            filled.kept.add(cell.value)
            meant.day = None


def numbers_as_text(filled: Filled) -> None:
    for row in range(5, 40):
        cell = filled.figures.cell(row, 5)
        if cell.value is not None:
            said = {325: " 325 ", 1234.5: "1.234,5", 15000: filled.drawn.choice(("15.000", "15 000", "15000"))}
            cell.value = said[cell.value]


def numbers_with_units(filled: Filled) -> None:
    for row in range(5, 40):
        cell = filled.figures.cell(row, 5)
        if cell.value == 325:
            cell.value = "325 tin"
            filled.figures.cell(row, 4).value = None
            filled.named.add(f"{at.FIGURES}!{cell.coordinate}")


def shares_in_percent(filled: Filled) -> None:
    for meant in filled.meant.values():
        for figure in list(meant.figures):
            if figure[1] == "tin":
                row = int(figure[0].split()[-1])
                for column, value in ((3, f"Tỷ lệ {row}"), (4, None), (5, 0.857)):
                    filled.figures.cell(row, column).value = value
                filled.figures.cell(row, 5).number_format = "0.0%"
                meant.figures[meant.figures.index(figure)] = (f"Tỷ lệ {row}", "%", Decimal("85.7"))


def words_behind_apostrophes(filled: Filled) -> None:
    for meant in filled.meant.values():
        filled.cell(meant, at.DONE).quotePrefix = True


def statuses_retyped(filled: Filled) -> None:
    for meant in filled.meant.values():
        filled.cell(meant, at.STATUS).value = filled.drawn.choice(SPOKEN[meant.status])


def statuses_nobody_knows(filled: Filled) -> None:
    for meant in filled.meant.values():
        cell = filled.cell(meant, at.STATUS)
        cell.value = filled.drawn.choice(("gần xong", "80%", "OK", "x", "Hoàn thành 80%"))
        filled.named.add(f"{at.RESULTS}!{cell.coordinate}")
        filled.kept.add(cell.value)
        meant.status = TrangThai.CHUA_RO


def rows_sorted(filled: Filled) -> None:
    _unmerge(filled.sheet)
    rows = _rows(filled.sheet)
    filled.drawn.shuffle(rows)
    _put_rows(filled, rows)


def rows_deleted(filled: Filled) -> None:
    _unmerge(filled.sheet)
    _put_rows(filled, [row for row in _rows(filled.sheet) if row[0] in filled.meant])


def rows_inserted(filled: Filled) -> None:
    _unmerge(filled.sheet)
    rows = _rows(filled.sheet)
    for _ in range(5):
        rows.insert(filled.drawn.randrange(len(rows)), [None] * 9)
    _put_rows(filled, rows)
    filled.sheet.insert_rows(1, 3)
    filled.figures.insert_rows(2, 2)
    for meant in filled.meant.values():
        meant.row += 3


def columns_swapped(filled: Filled) -> None:
    sheet = filled.sheet
    _unmerge(sheet)
    order = list(range(1, 10))
    filled.drawn.shuffle(order)
    for row in range(7, sheet.max_row + 1):
        values = [sheet.cell(row, column).value for column in order]
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
            sheet.cell(row, column).number_format = "dd/mm/yyyy" if isinstance(value, (date, datetime)) else "General"
            if isinstance(value, str):
                sheet.cell(row, column).data_type = "s"


def column_of_their_own(filled: Filled) -> None:
    sheet = filled.sheet
    sheet.cell(7, 10).value = "Tỷ lệ (%)"
    for meant in filled.meant.values():
        text = f"đạt {filled.drawn.randrange(100)} phần trăm [{filled.unit} {meant.row}]"
        sheet.cell(meant.row, 10).value = text
        filled.named.add(f"{at.RESULTS}!J{meant.row}")
        filled.kept.add(text)


def typed_again(filled: Filled) -> None:
    """Copy the words of the form into a workbook of their own, without a hidden sheet."""
    book = openpyxl.Workbook()
    for old in (filled.sheet, filled.figures):
        new = book.create_sheet(old.title)
        for row in old.iter_rows():
            for cell in row:
                if cell.value is not None and cell.data_type != "f":
                    new.cell(cell.row, cell.column).value = cell.value
                    new.cell(cell.row, cell.column).number_format = cell.number_format
                    new.cell(cell.row, cell.column).data_type = cell.data_type
    book.remove(book.worksheets[0])
    filled.book = book


def sheet_renamed(filled: Filled) -> None:
    filled.sheet.title = "BC cua don vi"
    filled.figures.title = "SL"


def cells_merged(filled: Filled) -> None:
    """Let two tasks below one another share one merged cell of what was done."""
    rows = sorted((meant.row, meant) for meant in filled.meant.values())
    for (row, first), (below, second) in pairwise(rows):
        if below == row + 1:
            column = filled.column(at.DONE)
            filled.sheet.merge_cells(start_row=row, end_row=below, start_column=column, end_column=column)
            second.texts["noi_dung"] = first.texts["noi_dung"]
            filled.named.add(f"{at.RESULTS}!{get_column_letter(column)}{below}")
            return


def rows_hidden(filled: Filled) -> None:
    for meant in filled.meant.values():
        filled.sheet.row_dimensions[meant.row].hidden = True
        filled.named.add(f"{at.RESULTS}!{meant.row}:{meant.row}")
    filled.sheet.auto_filter.ref = f"A7:I{filled.sheet.max_row}"


def comments(filled: Filled) -> None:
    for meant in filled.meant.values():
        text = f"Chị Lan ơi, số này hỏi lại [{filled.unit} {meant.row}]"
        filled.cell(meant, at.DONE).comment = Comment(text, "A")
        filled.named.add(f"{at.RESULTS}!{filled.cell(meant, at.DONE).coordinate}")
        filled.kept.add(text)


def rich_text(filled: Filled) -> None:
    for meant in filled.meant.values():
        said = f"Đã làm\n\n  + xong đợt 1 [{filled.unit} {meant.row}]"
        filled.cell(meant, at.DONE).value = CellRichText("Đã ", TextBlock(InlineFont(b=True), said[3:] + "  \n"))
        meant.texts["noi_dung"] = said


def signed_below(filled: Filled) -> None:
    last = filled.sheet.max_row
    for row, column, text in (
        (2, 8, "Sóc Trăng, ngày 10 tháng 12 năm 2023"), (3, 2, "NGƯỜI LẬP BIỂU"), (3, 8, "GIÁM ĐỐC"),
        (4, 8, "(ký tên, đóng dấu)"), (7, 2, "Nguyễn Văn A"), (7, 8, "Trần Thị B"),
    ):  # fmt: skip
        filled.sheet.cell(last + row, column).value = text


def further_work(filled: Filled) -> None:
    """The rows meant for it, and one below them without a code."""
    sheet = filled.sheet
    row = next(row for row in range(8, sheet.max_row + 1) if sheet.cell(row, 1).value == "K.1")
    for at_row, code in ((row, "K.1"), (sheet.max_row + 1, "K.2")):
        words = f"Thi tìm hiểu ASEAN [{filled.unit} {code}]"
        for column, value in ((2, words), (5, "Hoàn thành"), (7, f"500 bài thi [{filled.unit} {code}]")):
            sheet.cell(at_row, column).value = value
        filled.meant[code] = Meant(at_row, words, TrangThai.HOAN_THANH, None, {"noi_dung": f"500 bài thi [{filled.unit} {code}]"})
    filled.named.add(f"{at.RESULTS}!{sheet.max_row}:{sheet.max_row}")


def line_below(filled: Filled) -> None:
    """The words run on in a row of their own."""
    _unmerge(filled.sheet)
    code = next(iter(filled.meant))
    words = f"và một lớp nữa ở huyện [{filled.unit}]"
    rows = _rows(filled.sheet)
    index = next(index for index, row in enumerate(rows) if row[0] == code)
    rows.insert(index + 1, [None, None, None, None, None, None, words, None, None])
    _put_rows(filled, rows)
    below = filled.meant[code].row + 1
    filled.named.add(f"{at.RESULTS}!{below}:{below}")
    filled.kept.add(words)


def codes_gone(filled: Filled) -> None:
    for meant in filled.meant.values():
        cell = filled.cell(meant, at.CODE)
        cell.value = filled.drawn.choice((None, cell.value.lower(), cell.value.replace(".", ","), f" {cell.value} "))
        if cell.value is None:
            filled.named.add(f"{at.RESULTS}!{meant.row}:{meant.row}")


def another_sheet(filled: Filled) -> None:
    filled.book.create_sheet("Nháp").cell(2, 2).value = "số chưa chốt: 15"
    filled.named.add("Nháp")


def formulas(filled: Filled) -> None:
    """Figures that are reckoned; only a real program knows what they come to."""
    for row in range(5, 40):
        cell = filled.figures.cell(row, 5)
        if cell.value == 325:
            cell.value = "=300+25"


MISTREATED: Final = (
    as_sent, days_as_text, days_as_numbers, days_with_hours, days_that_are_none, numbers_as_text, numbers_with_units,
    statuses_retyped, statuses_nobody_knows, rows_sorted, rows_deleted, rows_inserted, columns_swapped, column_of_their_own,
    typed_again, sheet_renamed, cells_merged, rows_hidden, comments, rich_text, signed_below, further_work, line_below,
    codes_gone, another_sheet, shares_in_percent, words_behind_apostrophes,
)  # fmt: skip


def _unmerge(sheet: Any) -> None:
    for span in list(sheet.merged_cells.ranges):
        if span.min_row > 7:
            sheet.unmerge_cells(span.coord)


def _rows(sheet: Any) -> list[list[Any]]:
    return [[sheet.cell(row, column).value for column in range(1, 10)] for row in range(8, sheet.max_row + 1)]


def _put_rows(filled: Filled, rows: list[list[Any]]) -> None:
    sheet = filled.sheet
    last = sheet.max_row
    for number in range(8, max(last, 7 + len(rows)) + 1):
        values = rows[number - 8] if number - 8 < len(rows) else [None] * 9
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(number, column)
            cell.value = value
            if column == 6:
                cell.number_format = "dd/mm/yyyy"
            if isinstance(value, str):
                cell.data_type = "s"
        if values[0] in filled.meant:
            filled.meant[values[0]].row = number


def every_way(forms: list[tuple[Path, str]]) -> Iterator[tuple[Filled, str]]:
    """Yield each form filled and mistreated, in turn in every way, with the name of the way."""
    for index, (path, unit) in enumerate(forms):
        filled = fill(path, unit, seed=index)
        if not filled.meant:
            filled = fill(path, unit, seed=index + 1000)
        way = MISTREATED[index % len(MISTREATED)]
        way(filled)
        yield filled, way.__name__
