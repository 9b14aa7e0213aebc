"""A table of tasks as an appendix of a plan: its title and values as `kehoach.yaml` has them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from docgen.data.model.nhiemvu import TenCot
from docgen.data.model.phanviec import SAME_AS_ABOVE, TASK_TEXTS, PhanViec
from docgen.intake.grids import MARKED_TIME, NUMBER, TIME_FROM, TIME_TO, Appendix, Draft, Entry, Group, Ledger, Table, Told
from docgen.intake.tabletitles import any_years, own_pointer, title_of, years
from docgen.intake.taskrows import read_body
from docgen.intake.typed import says_nothing
from docgen.text.dinhdang import as_words
from docgen.text.folding import folded
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank

_KEYS: Final = ("ma", "ten", *PhanViec.model_fields)
_OWN_CODE: Final = lazy_re(r"(?:PL\d+\.)?(?:[IVXLC]+\.)?\d+\.?")
_OTHER_COLUMN: Final = "cột “{heading}” không có chỗ trong kế hoạch nên không nhập ({count} ô có chữ)"
_BOTH: Final = "một cột ghi cả đơn vị chủ trì và phối hợp nên nhập hết vào ⦃chu_tri⦄; tách phần phối hợp sang ⦃phoi_hop⦄ nếu cần"
_TWO_STOREYS: Final = "tiêu đề cột hai tầng khi in thành một tầng: {headings}; muốn khác thì ghi ở ⦃ten_cot⦄"
NO_TITLE: Final = "không thấy tên phụ lục ở trên bảng; điền vào chỗ “[cần điền tên phụ lục]”"
_NO_LEADERS: Final = (
    "bảng không có cột đơn vị chủ trì nên không ghi ⦃chu_tri⦄ và không in cột này; bổ sung cho mọi nhiệm vụ nếu có"
)


def appendices(found: Sequence[Table], taken: Iterable[str] = (), *, noted: bool = False) -> list[Appendix]:
    """Return the appendices that the tables `found` make; `taken` are the codes of tasks that they will stand beside.

    `noted`: `[^1]` in their words calls for a footnote.
    """
    codes = set(taken)
    return [_appendix(table, codes, noted=noted) for table in found]


def _appendix(table: Table, codes: set[str], *, noted: bool) -> Appendix:
    ledger = Ledger()
    body = read_body(table, ledger)
    groups = [group for group in body.groups if group.tasks]
    tasks = [task for group in groups for task in group.tasks]
    _drop_codes(tasks, codes, ledger)
    title = title_of(table.above)
    if not title:
        ledger.tell(table.name, NO_TITLE)
    _tell_leaderless(table, tasks, ledger)
    values: dict[str, Entry] = {"tieu_de": title or blank("tên phụ lục")}
    if pointer := own_pointer(table.above):
        values["kem_theo"] = pointer
    if headings := dict(_own_headings(table, tasks)):
        values["ten_cot"] = headings
    if order := _order(table, tasks, is_numbered=body.is_numbered):
        values["thu_tu_cot"] = order
    values |= _values(groups, led=_has_leaders(table))
    told = (*table.remarks, *_of_columns(table), *ledger.told())
    named = (
        years([title]) or years(table.above) or any_years(row.words.get("thoi_gian", "") for task in tasks for row in task.rows)
    )
    made = {key: _in_words(value, noted=noted) for key, value in values.items()}
    return Appendix(table.name, made, groups, body.counts(), named, told, body.rows)


def _in_words(value: Entry, *, noted: bool) -> Entry:
    """Return `value` with no sign in its texts that would be a mark without another end."""
    if isinstance(value, str):
        return as_words(value, noted=noted)
    if isinstance(value, Mapping):
        return {key: _in_words(each, noted=noted) for key, each in value.items()}
    return [_in_words(each, noted=noted) for each in value]


def _has_leaders(table: Table) -> bool:
    return any(column.meaning == "chu_tri" for column in table.columns.values())


def _tell_leaderless(table: Table, tasks: Sequence[Draft], ledger: Ledger) -> None:
    if not _has_leaders(table):
        ledger.tell(table.name, _NO_LEADERS)
        return
    for row in (row for task in tasks for row in task.rows):
        if not row.words.get("chu_tri") and not row.words.get("giao_theo"):
            ledger.gather("no_leader", next(iter(row.places.values())))


def _values(groups: Sequence[Group], *, led: bool) -> dict[str, Entry]:
    made = [(group.title, [_task(task, led=led) for task in group.tasks]) for group in groups]
    if not any(group.title for group in groups):
        return {"nhiem_vu": [task for _, tasks in made for task in tasks]}
    return {"nhom_nhiem_vu": [{"tieu_de": title, "nhiem_vu": tasks} for title, tasks in made]}


def _task(task: Draft, *, led: bool) -> dict[str, Entry]:
    """Return a task as the plan has it; a cell that covers all of its lines stands with the task."""
    if not task.lines:
        return dict(_said(task, led=led))
    first, *others = task.lines
    of_all = {key for key in first.words if all(key in line.same for line in others)}
    if any(set(line.words) <= of_all for line in task.lines):
        of_all = set()
    shared = Draft({key: first.words[key] for key in of_all}, {}, first.same & of_all)
    shared.words |= {key: task.words[key] for key in ("ma", "ten") if key in task.words}
    lines = [
        Draft({key: words for key, words in line.words.items() if key not in of_all}, {}, line.same - of_all)
        for line in task.lines
    ]
    own_leaders = led and not of_all & {"chu_tri", "giao_theo"}
    return {**dict(_said(shared, led=False)), "phan_viec": [dict(_said(line, led=own_leaders)) for line in lines]}


def _said(row: Draft, *, led: bool) -> Iterator[tuple[str, Entry]]:
    for key in _KEYS:
        words = SAME_AS_ABOVE if key in row.same and key in row.words else row.words.get(key, "")
        if words or (key == "chu_tri" and led and "giao_theo" not in row.words):
            yield key, words


def _order(table: Table, tasks: Sequence[Draft], *, is_numbered: bool) -> list[str]:
    """Return the order of the table's own columns where docgen would print another, or numbers that it does not have."""
    order = dict.fromkeys(
        "thoi_gian" if column.meaning in (TIME_FROM, TIME_TO) or column.meaning.startswith(MARKED_TIME) else column.meaning
        for _, column in sorted(table.columns.items())
    )
    used = {key for task in tasks for row in task.rows for key in row.words} | {"ten", "chu_tri"}
    names = [name for name in order if name in TASK_TEXTS and name in used]
    if NUMBER in order:
        names.insert(next((at for at, name in enumerate(order) if name == NUMBER and not at), 0), "stt")
    elif is_numbered:
        names.insert(0, "stt")
    return [] if names == ["stt", *(name for name in TASK_TEXTS if name in names)] else names


def _drop_codes(tasks: Sequence[Draft], seen: set[str], ledger: Ledger) -> None:
    """Take away the codes that docgen gives by itself, and those that a task has already."""
    for task in tasks:
        code = task.words.get("ma", "")
        if _OWN_CODE.fullmatch(code):
            ledger.gather("own_code", task.places["ma"])
            del task.words["ma"]
        elif code in seen:
            ledger.gather("code_twice", task.places["ma"])
            del task.words["ma"]
        elif code:
            seen.add(code)


def _own_headings(table: Table, tasks: Sequence[Draft]) -> Iterator[tuple[str, Entry]]:
    """Yield the table's own headings where docgen's would print others; of two storeys docgen's are printed."""
    printed = TenCot()
    for key in (NUMBER, *TASK_TEXTS):
        columns = [column for column in table.columns.values() if column.meaning == key]
        used = key in (NUMBER, "ten", "chu_tri") or any(row.words.get(key) for task in tasks for row in task.rows)
        own = len(columns) == 1 and used and columns[0].heading and not columns[0].parent
        if own and folded(columns[0].heading) != folded(getattr(printed, key)):
            heading = columns[0].heading
            yield key, heading.capitalize() if heading.isupper() and len(heading) > 3 else heading  # printed in capitals anyway


def _of_columns(table: Table) -> Iterator[Told]:
    place = table.heads[-1].place if table.heads else table.name
    for index, heading in table.others.items():
        cells = [row.cells[index] for row in table.rows if index in row.cells]
        filled = sum(1 for cell in cells if not cell.above and cell.width == 1 and not says_nothing(cell.text))
        yield Told((place,), _OTHER_COLUMN.format(heading=heading, count=filled))
    for index in sorted({column for row in table.rows for column in row.cells} - {*table.columns, *table.others}):
        cells = [row.cells[index] for row in table.rows if index in row.cells]
        filled = sum(1 for cell in cells if not cell.above and not says_nothing(cell.text))
        if filled:
            yield Told((place,), _OTHER_COLUMN.format(heading=f"thứ {index}, không có tiêu đề", count=filled))
    if any(column.meaning == "chu_tri" and "phối hợp" in column.heading.casefold() for column in table.columns.values()):
        yield Told((place,), _BOTH)
    if renamed := list(_renamed(table)):
        yield Told((place,), _TWO_STOREYS.format(headings="; ".join(renamed)))


def _renamed(table: Table) -> Iterator[str]:
    printed = TenCot()
    for column in table.columns.values():
        if column.parent and hasattr(printed, column.meaning):
            yield f"“{column.parent} – {column.heading}” thành “{getattr(printed, column.meaning)}”"
