"""The words of one task: each cell into its key, times out of several columns, cells merged with those above them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from docgen.data.model.phanviec import BOTH_COLUMNS, PhanViec
from docgen.intake.grids import MARKED_TIME, TIME_FROM, TIME_TO, Cell, Column, Draft, Ledger, Table
from docgen.intake.kinds import Read
from docgen.intake.typed import is_ditto, is_tick, says_nothing, told_words
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank

_POINT: Final = lazy_re(r"(?:ngày\s|quý\s|tháng\s|tuần\s|t)?\s*(?:\d|[IV]+\b)", re.IGNORECASE)
_KEYS: Final = ("ma", "ten", *PhanViec.model_fields)
_OTHER_PAPER: Final = lazy_re(
    r"\A\W*(?:thực hiện |giao )?theo\b|\b(?:quyết định|công văn|kế hoạch|nghị quyết|thông báo|đề án)\s+(?:này\b|số\s*\d)",
    re.IGNORECASE,
)
WHAT: Final = {
    "ten": "tên nhiệm vụ", "chu_tri": "đơn vị chủ trì", "phoi_hop": "đơn vị phối hợp", "giao_theo": "văn bản giao việc",
    "thoi_gian": "thời gian", "san_pham": "sản phẩm", "kinh_phi": "kinh phí", "theo_doi": "theo dõi", "ghi_chu": "ghi chú",
}  # fmt: skip


def task_of(read: Read, table: Table, above: Mapping[str, str], ledger: Ledger, *, is_line: bool = False) -> Draft:
    """Return the task in a row, or a line of the task above; `above` are the words before it, to which "như trên" refers."""
    draft = Draft({}, {})
    if read.title_cell is not None and read.title:
        _put(draft, "ten", _name(read, above, ledger), read.title_cell)
    for key, cell, column, covered in _cells(read, table, ledger):
        if is_line and key in ("ma", "ten"):
            if key == "ma" and not cell.above and not says_nothing(cell.text):
                ledger.gather("line_code", cell.place)
            continue
        if key == "ten" and (cell is read.title_cell or cell.above):
            continue
        words = _words(key, cell, above, draft, ledger)
        if words and cell.above:
            draft.same.add(key)
        if words:
            _put(draft, key, _labelled(words, key, column, table), cell)
            draft.across |= dict.fromkeys(covered - {key}, words)
    _put_times(draft, read, table, ledger)
    if is_line:
        return draft
    if read.title_cell is not None and read.title_cell.fault:
        draft.words["ten"] = blank(WHAT["ten"])
        ledger.tell(read.title_cell.place, read.title_cell.fault)
    if "ten" not in draft.words:
        draft.words["ten"] = blank(WHAT["ten"])
        draft.places["ten"] = read.row.place
        ledger.gather("no_name", read.row.place)
    return draft


def add_more(draft: Draft, read: Read, table: Table, ledger: Ledger) -> None:
    """Put what a row says more into the task above it, each on a line of its own below what stood there."""
    if read.title and not is_ditto(read.title):
        opening = f"{read.mark.text} " if read.mark is not None else ""
        runs_on = not opening and read.title[:1].islower()
        draft.words["ten"] = f"{draft.words.get('ten', '')}{' ' if runs_on else chr(10)}{opening}{read.title}".strip()
    last = draft.rows[-1]
    more = task_of(read, table, last.words, Ledger())
    for key, words in more.words.items():
        if key != "ten" and key not in more.same and not (key == "ma" and draft.lines):
            said = last.words.get(key, "")
            last.words[key] = f"{said}\n{words}".strip() if words not in said.split("\n") else said
            last.places.setdefault(key, more.places.get(key, read.row.place))
            last.same.discard(key)
    ledger.gather("joined", read.row.place)


def _name(read: Read, above: Mapping[str, str], ledger: Ledger) -> str:
    """Return the name of a task; every task has its own, so that "như trên" is the name above said again."""
    if not is_ditto(read.title):
        return read.title
    ledger.gather("ditto_name", read.row.place)
    return above.get("ten") or blank(WHAT["ten"])


def _cells(read: Read, table: Table, ledger: Ledger) -> Iterator[tuple[str, Cell, Column, set[str]]]:
    """Yield the cells with their keys and all that their columns hold.

    One across leaders and partners that cites another paper says by which it is given.
    """
    for column, cell in read.row.cells.items():
        known = table.columns.get(column)
        if known is None or known.meaning not in _KEYS:
            continue
        covered = {table.columns[at].meaning for at in range(column, column + cell.width) if at in table.columns}
        if not set(BOTH_COLUMNS) <= covered:
            yield known.meaning, cell, known, covered
        elif _OTHER_PAPER.search(cell.text):
            yield "giao_theo", cell, known, covered
        else:
            if not says_nothing(cell.text) and not cell.above:
                ledger.gather("across", cell.place)
            yield "chu_tri", cell, known, covered


def _words(key: str, cell: Cell, above: Mapping[str, str], draft: Draft, ledger: Ledger) -> str:
    if cell.fault:
        ledger.tell(cell.place, cell.fault)
        return blank(WHAT[key]) if key in WHAT else ""
    if says_nothing(cell.text):
        return ""
    if key not in ("ten", "ma") and is_ditto(cell.text):
        if not above.get(key):
            ledger.gather("ditto_of_nothing", cell.place)
            return blank(WHAT[key])
        draft.same.add(key)
        return above[key]
    return told_words(cell.text, names=key in BOTH_COLUMNS)


def _labelled(words: str, key: str, column: Column, table: Table) -> str:
    """Return `words` behind the heading of their column where several columns say one thing."""
    several = [each for each in table.columns.values() if each.meaning == key]
    if len(several) < 2 or key == "ten":
        return words
    return f"{column.heading}: {words}"


def _put(draft: Draft, key: str, words: str, cell: Cell) -> None:
    said = draft.words.get(key)
    draft.words[key] = f"{said}\n{words}" if said else words
    draft.places.setdefault(key, cell.place)


def _put_times(draft: Draft, read: Read, table: Table, ledger: Ledger) -> None:
    """Put what the columns for the first and last day and for quarters and months say with the time of the task."""
    ends: dict[str, str] = {}
    marked: list[str] = []
    place = ""
    merged: list[bool] = []
    for column, cell in read.row.cells.items():
        means = table.columns[column].meaning if column in table.columns else ""
        if (means not in (TIME_FROM, TIME_TO) and not means.startswith(MARKED_TIME)) or says_nothing(cell.text):
            continue
        place = place or cell.place
        merged.append(cell.above)
        if means in (TIME_FROM, TIME_TO):
            ends[means] = told_words(cell.text)
        else:
            marked += _marked(cell, column, table)
    lines = [draft.words[key] for key in ("thoi_gian",) if key in draft.words] + _span(ends) + _listed(marked)
    if place and lines:
        draft.words["thoi_gian"] = "\n".join(lines)
        draft.places.setdefault("thoi_gian", place)
        if all(merged):
            draft.same.add("thoi_gian")
        ledger.gather("times_put_together", place)


def _span(ends: Mapping[str, str]) -> list[str]:
    first, last = ends.get(TIME_FROM, ""), ends.get(TIME_TO, "")
    if first and last:
        return [first if first == last else f"Từ {first} đến {last}"]
    said, opening = (first, "Từ") if first else (last, "Đến")
    return [f"{opening} {said}" if _POINT.match(said) else said] if said else []


def _marked(cell: Cell, column: int, table: Table) -> list[str]:
    """Return the quarters and months that a cell marks, or its own words where it holds more than a mark."""
    covered = [table.columns[at] for at in range(column, column + cell.width) if at in table.columns]
    names = [each.meaning.partition(":")[2] for each in covered if each.meaning.startswith(MARKED_TIME)]
    if is_tick(cell.text):
        return names
    return [told_words(cell.text)] if len(names) > 1 else [f"{names[0]}: {told_words(cell.text)}"]


def _listed(marked: list[str]) -> list[str]:
    return [", ".join(marked)] if marked else []
