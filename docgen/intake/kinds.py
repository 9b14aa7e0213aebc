"""What a row of a table of tasks is: a task, the title of a group, more of the task above, or nothing of the plan's."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from docgen.intake.grids import GROUP, NUMBER, Cell, Row, Table
from docgen.intake.tasktables import cells_of, is_heads
from docgen.intake.typed import Mark, is_ditto, mark_of, says_nothing, split, told_words
from docgen.text.folding import on_one_line
from docgen.text.patterns import lazy_re


class Kind(StrEnum):
    """What a row is."""

    TASK = "nhiệm vụ"
    GROUP = "nhóm"
    LINE = "phân việc"
    MORE = "nối vào nhiệm vụ ở trên"
    BLANK = "dòng trống"
    HEADS = "dòng tiêu đề cột lặp lại"
    NUMBERS = "dòng đánh số cột"
    TOTAL = "dòng cộng"
    BELOW = "phần dưới bảng"
    STRUCK = "dòng bị gạch ngang"


LEFT_OUT: Final = (Kind.BLANK, Kind.HEADS, Kind.NUMBERS, Kind.TOTAL, Kind.BELOW, Kind.STRUCK)
_TOTAL: Final = lazy_re(
    r"(?:tổng cộng|tổng kinh phí|tổng số|cộng|tổng)(?:\s*[:(=].*|\s+(?:nhóm|mục|phần|cả|toàn|chung|[ivx]+|\d+)\b.*)?", re.I | re.S
)
_BELOW: Final = lazy_re(
    r"(?:\*\s*)?(?:ghi chú|chú thích|lưu ý|nơi nhận)\s*[:.]?|người lập(?: biểu| bảng)?|thủ trưởng(?: đơn vị| cơ quan)?"
    r"|(?:tm|kt|tl|tuq|q)\.\s?\S.*|(?:phó )?(?:chủ tịch|giám đốc|trưởng phòng|chánh văn phòng|hiệu trưởng)"
    r"|xác nhận của .*|\(?ký,.*|.*,\s*ngày\s[\s\d.…]*tháng\s[\s\d.…]*năm\b.*"
    r"|tổng (?:cộng|số)\s*:?\s*\d+ (?:nhiệm vụ|hoạt động).*",
    re.I | re.S,
)
_NOTE: Final = lazy_re(r"(?:\*\s*)?(?:ghi chú|chú thích|lưu ý|nơi nhận)\s*[:.]", re.I)
_COLUMN_NUMBER: Final = lazy_re(r"\(?(?:\d{1,2}|[a-zđA-ZĐ])\)?(?:\s*=.*)?")
_SUMS: Final = frozenset({"kinh_phi", "ghi_chu", "", NUMBER, "ten"})


@dataclass(frozen=True, slots=True)
class Read:
    """A row as it is judged: its number, its title, whether it spans the table, and which cells say more."""

    row: Row
    mark: Mark | None
    title: str
    title_cell: Cell | None
    wide: bool
    more: Mapping[str, Sequence[Cell]]
    shares: bool  # cells merged with those above say more

    @property
    def only_title(self) -> bool:
        """Return whether nothing but the title stands in the row."""
        return not self.more

    @property
    def child(self) -> bool:
        """Return whether its number is one of those below another's: "1.1", "a", a dash."""
        return self.mark is not None and (self.mark.kind in ("a", "-") or "." in self.mark.kind)


def read_row(row: Row, table: Table, before: str) -> Read:
    """Return `row` as it is judged; `before` is the letter before it in the table."""
    number = title = None
    more: dict[str, list[Cell]] = {}
    shares = False
    for means, cell in cells_of(row, table):
        if cell.above:
            shares = shares or (means not in (NUMBER, "ten", GROUP) and not says_nothing(cell.text))
        elif says_nothing(cell.text) and not cell.fault:
            continue
        elif means == "ten" and title is None:
            title = cell
        elif means == NUMBER and (cell.width == 1 or mark_of(cell.text, before)):
            number = cell
        elif means == NUMBER and title is None:
            title = cell
        elif means != GROUP:
            more.setdefault(means, []).append(cell)
    if title is None and number is not None and mark_of(number.text, before) is None:
        number, title = None, number
    merged = _merged_over_names(row, table)
    if title is None and [merged] == [cell for cells in more.values() for cell in cells]:
        title, more = merged, {}
    mark, words = _numbered(number, title, before)
    return Read(row, mark, words, title, _is_wide(row, title, table), more, shares)


def _is_wide(row: Row, title: Cell | None, table: Table) -> bool:
    """Return whether the title is merged over the columns that say more of a task, over two of them at least."""
    others = [at for at, column in table.columns.items() if column.meaning not in (NUMBER, "ten", GROUP)]
    covered = [at for at in others if title is not None and row.covering(at) is title]
    return bool(covered) and len(covered) >= min(2, len(others))


def _merged_over_names(row: Row, table: Table) -> Cell | None:
    """Return the cell of a row that covers the column of names."""
    naming = next((index for index, column in table.columns.items() if column.meaning == "ten"), -1)
    return row.covering(naming)


def _numbered(number: Cell | None, title: Cell | None, before: str) -> tuple[Mark | None, str]:
    """Return the number of a row, typed in its own cell or before the title, and the title without it."""
    mark = mark_of(number.text, before) if number is not None else None
    words = told_words(title.text) if title is not None else ""
    typed, behind = split(words, before)
    if typed is not None and behind and (mark is None or typed.text.strip(".") == mark.text) and not _is_list(words):
        return mark or typed, behind
    return mark, words


def _is_list(words: str) -> bool:
    """Return whether the words are several lines, of which another one opens with a dash or a number like the first."""
    first, *others = (split(line)[0] for line in words.split("\n"))
    return any(first is not None and mark is not None and mark.kind == first.kind for mark in others)


def kind_of(read: Read, table: Table, *, opening: bool) -> Kind | None:
    """Return what `read` is where it can be told by itself, None where that depends on its neighbours.

    `opening`: no task or group has been read yet.
    """
    own = [cell for cell in read.row.cells.values() if cell.text and not cell.above]
    texts = [on_one_line(cell.text) for cell in own]
    if not [text for text in texts if not says_nothing(text)] and not any(cell.fault for cell in own):
        return Kind.BLANK
    if is_heads(read.row, table):
        return Kind.HEADS
    if opening and len(texts) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return Kind.NUMBERS
    if _TOTAL.fullmatch(on_one_line(read.title)) and set(read.more) <= _SUMS:
        return Kind.TOTAL
    if not opening and read.mark is None and _ends_table(read, texts):
        return Kind.BELOW
    return None


def _ends_table(read: Read, texts: Sequence[str]) -> bool:
    lines = [line.strip() for cell in read.row.cells.values() if not cell.above for line in cell.text.split("\n")]
    if read.only_title or not any(means in read.more for means in ("thoi_gian", "phoi_hop")):
        return any(_BELOW.fullmatch(text) or _NOTE.match(text) for text in (*texts, *lines))
    return all(_BELOW.fullmatch(text) for text in texts)


def is_group(read: Read, following: Read | None, *, tasks_are_bold: bool) -> bool:
    """Return whether a row that is no sum and no heading is the title of a group; `following` is the row below it."""
    has_more = {means for means in read.more if means not in _SUMS}
    if read.title == "" or is_ditto(read.title):
        return False
    if read.mark is not None and read.mark.opens_groups:
        return read.only_title or not has_more or (following is not None and _is_below(following, read))
    if not read.only_title or (read.shares and not read.wide):
        return False
    if read.wide:
        return True
    bold = read.title_cell is not None and read.title_cell.bold and not tasks_are_bold
    if read.mark is None:
        return read.title[:1].isupper()
    if read.mark.kind == "-":
        return False
    leads = following is not None and not following.only_title and _stands_below(following, read)
    return leads or ((bold or read.title.isupper()) and following is not None and not _same_kind(following, read))


def _stands_below(following: Read, read: Read) -> bool:
    """Return whether a row with more than a title is one of those that the numbered title `read` stands over."""
    if following.mark is None:
        return following.title[:1].isupper() and not following.shares
    return following.child and _is_below(following, read)


def _is_below(following: Read, read: Read) -> bool:
    if following.mark is None or read.mark is None:
        return False
    if "." in following.mark.kind and following.mark.kind.startswith(f"{read.mark.kind}."):
        return True
    return _RANK[following.mark.kind[:1]] > _RANK[read.mark.kind[:1]]


def _same_kind(one: Read, other: Read) -> bool:
    return one.mark is not None and other.mark is not None and one.mark.kind == other.mark.kind


_RANK: Final = {"A": 0, "I": 1, "1": 2, "a": 3, "-": 4}


def is_line(read: Read, table: Table, *, behind_task: bool) -> bool:
    """Return whether the row is one more line of the task above it: its name is merged with that one's, and it says more."""
    name = None if read.title else _merged_over_names(read.row, table)
    says = any(means not in ("ma", "") for means in read.more)
    return behind_task and read.mark is None and name is not None and name.above and bool(name.text) and says


def is_more(read: Read, *, behind_task: bool) -> bool:
    """Return whether the row only says more of the task above it: a name merged with the one above, a line that runs on."""
    if not behind_task or (read.mark is not None and read.mark.kind != "-"):
        return False
    if read.title == "" or is_ditto(read.title):
        return True
    if not read.only_title or read.shares:
        return False
    return read.mark is not None or read.title[:1].islower()
