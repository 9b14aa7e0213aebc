"""A block copied from a sheet as rows of a table of tasks: its headings, its numbers in front; no cell of it is left behind."""

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.data.taskgrid import COLUMNS, GROUP, TASK, TaskRow
from docgen.errors import DataError
from docgen.intake.grids import NUMBER
from docgen.intake.headings import meaning
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import read as read_time
from docgen.text.wording import shortened

_PASTED: Final = "các ô đã chép"
_NO_COLUMN: Final = "“{words}” ở cột thứ {number} không có cột nào của bảng nhận, nên chưa đưa vào hàng nào"
_HEADLESS: Final = "xóa cột ấy, hoặc chép cả hàng tiêu đề để docgen biết cột nào là gì"
_HEADED: Final = "xóa cột ấy, hoặc đổi tiêu đề của cột thành tên một cột của bảng"
_NAMELESS: Final = "hàng tiêu đề không có cột nào là tên nhiệm vụ, nên chưa đưa hàng nào vào bảng"
_NAME_IT: Final = "đổi tiêu đề của cột ấy thành “Tên nhiệm vụ”"
_CELL: Final = lazy_re(r'(?:"(?P<quoted>(?:[^"]|"")*)"(?=[\t\n]|\Z)|(?P<plain>[^\t\n]*))(?P<end>[\t\n]|\Z)')
_NUMBER: Final = lazy_re(r"(?:[IVXLC]+|\d+(?:\.\d+)*[A-Za-zđĐ]?|[A-Za-zđĐ]|[-+])?[.)]?")
_TIME: Final = "thoi_gian"
_ANY_YEAR: Final = 2026  # for "quý II": whether it says when is asked, not when
_FRONT: Final = ""  # the column of numbers: what stands there is counted anew


def pasted_rows(text: str, columns: Sequence[str]) -> tuple[TaskRow, ...]:
    """Return the rows of a block copied from a sheet, a cell for each of `columns`, or of those that its row of headings names.

    A number in front of each row is left out. A row with no other cell than its name is a group, unless it comes alone. Without
    headings the times are taken from the one column that says when, where that for them does not: printed tables have others.
    Raises `DataError` where a cell stands in a column that the table does not have, or the headings name none for names.
    """
    lines = [line for line in _lines(text) if any(line)]
    named = _headings(lines[0]) if lines else ()
    remedy = _HEADED if named else _HEADLESS
    if named:
        del lines[0]
    else:
        is_numbered = bool(lines) and max(map(len, lines)) > 1 and all(_NUMBER.fullmatch(line[0]) for line in lines)
        named = _by_times(lines, (_FRONT, *columns) if is_numbered else tuple(columns))
    rows = []
    for line in lines:
        cells = dict(_cells(line, named, remedy))
        rows.append(TaskRow(GROUP if list(cells) == ["ten"] and len(lines) > 1 else TASK, cells))
    return tuple(rows)


def _lines(text: str) -> Iterator[list[str]]:
    """Yield the cells of each line; a cell in quotes runs over tabs and ends of lines, which become spaces."""
    line: list[str] = []
    for match in _CELL.finditer(text.replace("\r\n", "\n").strip("\n")):
        quoted = match["quoted"]
        is_quoted = quoted is not None and any(each in quoted for each in '\t\n"')
        cell = quoted.replace('""', '"') if is_quoted else match[0].removesuffix(match["end"])
        line.append(" ".join(cell.split()))
        if match["end"] != "\t":
            yield line
            line = []


def _headings(line: Sequence[str]) -> tuple[str | None, ...]:
    """Return the columns that a line of headings names, None for one of no table of tasks; () where it is no such line."""
    meanings = [meaning(cell) for cell in line]
    if len(line) < 2 or not (meanings[0] == NUMBER or ("ten" in meanings and all(meanings))):
        return ()
    if "ten" not in meanings:
        raise DataError.at(_PASTED, _NAMELESS, _NAME_IT)
    return tuple(
        _FRONT if each == NUMBER else each if each in COLUMNS and each not in meanings[:place] else None
        for place, each in enumerate(meanings)
    )


def _by_times(lines: Sequence[Sequence[str]], columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return `columns` with the one for times where the cells of `lines` are times, if they are so in one other column alone."""
    cells = [[line[place] for line in lines if place < len(line) and line[place]] for place in range(len(columns))]
    saying_when = [place for place, some in enumerate(cells) if some and all(map(_says_when, some))]
    if _TIME not in columns or len(saying_when) != 1 or any(map(_says_when, cells[columns.index(_TIME)])):
        return columns
    others = [name for name in columns if name != _TIME]
    return (*others[: saying_when[0]], _TIME, *others[saying_when[0] :])


def _says_when(cell: str) -> bool:
    said = read_time(cell, _ANY_YEAR)
    return said.chua_ro is None and bool(said.dot or said.dinh_ky)


def _cells(line: Sequence[str], columns: Sequence[str | None], remedy: str) -> Iterator[tuple[str, str]]:
    for place, cell in enumerate(line):
        column = columns[place] if place < len(columns) else None
        if cell and column is None:
            raise DataError.at(_PASTED, _NO_COLUMN.format(words=shortened(cell), number=place + 1), remedy)
        if cell and column:
            yield column, cell
