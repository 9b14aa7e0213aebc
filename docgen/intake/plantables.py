"""The tables of a Word plan: which hold tasks, which are free ones, which run on in the next; where each cell stands."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from docgen.check.view import Block, Paragraph, Table
from docgen.data.model.bang import SAME_AS_LEFT
from docgen.data.model.phanviec import SAME_AS_ABOVE, TASK_TEXTS
from docgen.errors import as_in_file
from docgen.intake.appendix import NO_TITLE, appendices
from docgen.intake.grids import CELLS_LEFT_OUT, MARKED_TIME, NUMBER, Appendix, Column, Entry, Grid, Told
from docgen.intake.grids import Table as TaskTable
from docgen.intake.kinds import LEFT_OUT, Kind
from docgen.intake.outlines import Node, Route
from docgen.intake.tasktables import tables
from docgen.intake.typed import is_ditto, is_tick, mark_of
from docgen.intake.wordtables import NESTED, free_table, grid_of
from docgen.text.dinhdang import plain
from docgen.text.folding import folded_words
from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

_FREE: Final = ("ghi_chu", "san_pham", "kinh_phi")  # keys whose column may bear any heading
_MOST_HEADS: Final = 3
_OWN_CODES: Final = "mã do docgen đánh"
_STOREYS: Final = "tiêu đề cột hai tầng, in thành một tầng"
_AMOUNT: Final = lazy_re(r"(?:số|khối) lượng\b", re.IGNORECASE)  # a column that says how much is to come of a task
_CALENDAR: Final = "cột tháng, quý được ghép vào cột thời gian"
_SAME: Final = frozenset(folded_words(words) for words in (SAME_AS_ABOVE, SAME_AS_LEFT))
_WORD: Final = lazy_re(r"\w+")
_GOES_ON: Final = lazy_re(r"\(?\s*(?:bảng\s+)?tiếp(?: theo)?(?:\s+(?:bảng|trang|phụ lục)\b.{0,20})?\s*\)?", re.IGNORECASE)
_NUMBER: Final = lazy_re(r"\d+|[ivxl]+|[a-zđ]|stt|tt|phần|mục")  # "Phần I." before the title of a group too
LOST_AS_TASKS: Final = (
    "đọc bảng thành nhiệm vụ thì sót “{words}” nên nhập thành bảng thường, không giao việc; "
    "muốn giao thì ghi thành ⦃nhiem_vu¦bảng nhiệm vụ⦄"
)


class PlanTables:
    """The tables of a paper, each as tasks or as a free one; several that run on are one, and made into the first's node.

    `left` are the rows and cells that no key holds, by their places, and why. Of the paragraphs (by `id`) `set_by_docgen` hold
    nothing but what docgen sets itself: numbers, headings again, signs for "the same"; `numbered` may open with a number that it
    sets, in `roles` its columns stand for "Chủ trì:" and "Phối hợp:"; `between` say that a table goes on below.
    """

    def __init__(self, blocks: Sequence[Block], held: Iterable[Block], *, are_tasks: bool) -> None:
        """`blocks` are those of the whole paper, `held` those that body and appendices hold: the others are head and foot."""
        self._are_tasks = are_tasks
        self._held = set(map(id, held))
        self.places, self._inside = dict[int, str](), dict[str, list[int]]()
        self.remarks: list[Told] = []
        self.left: dict[str, str] = {}
        self.set_by_docgen: set[int] = set()
        self.numbered: set[int] = set()
        self.roles: set[int] = set()
        self._grids: dict[int, Grid] = {}
        self.between = set(_between(blocks))
        every = list(_tables([block for block in blocks if id(block) not in self.between]))
        for number, (table, above, follows) in enumerate(every, start=1):
            self._grids[id(table)] = grid_of(f"bảng {number}", table, above, follows=follows, noted=True)
            for row_number, row in enumerate(table.rows, start=1):
                for cell in row.cells:
                    place = f"bảng {number}, dòng {row_number}, cột {cell.column + 1}"
                    self._inside[place] = [id(paragraph) for paragraph in cell.paragraphs]
                    self.places |= dict.fromkeys(self._inside[place], place)
        self._order = [table for table, _, _ in every]
        self._made: set[int] = set()

    def node(self, table: Table) -> Node | None:
        """Return the node of `table`, None where it is empty or part of the one before; tasks only where no word is lost."""
        if id(table) in self._made:
            return None
        run = self._run(table)
        grids = [self._grids.get(id(each)) or grid_of("bảng trong khung", each, (), follows=False, noted=True) for each in run]
        if self._are_tasks and (found := tables(grids)) and _names_leaders(found[0]):
            of_tasks = _with_every_column(found[0])
            made = appendices([of_tasks], noted=True)[0]
            if made.counts.tasks and (lost := " ".join(self._lost(grids, made))):
                self.remarks.append(Told((grids[0].name,), LOST_AS_TASKS.format(words=shortened(lost))))
            elif made.counts.tasks:
                values = {key: value for key, value in made.values.items() if key not in ("tieu_de", "huong", "kem_theo")}
                self._made |= {id(each) for each in run}
                self.remarks += [told for told in made.remarks if told.message != NO_TITLE]
                self._settle(grids, of_tasks, made)
                paragraphs = [paragraph for each in run for paragraph in each.paragraphs]
                within = {one: route for place, route in _routes(made) for one in self._inside.get(place, ())}
                return Node("nhiem_vu", paragraphs, table=_with_empty_columns(values, of_tasks), within=within)
        self._made.add(id(table))
        value = free_table(table)
        self.remarks += [told for told in grids[0].remarks if told.message == NESTED]
        self.set_by_docgen |= {id(each) for each in table.paragraphs if folded_words(each.words) in _SAME}
        return None if value is None else Node("bang", list(table.paragraphs), table=value, within=dict(_rows_of(table, value)))

    def _lost(self, grids: Sequence[Grid], made: Appendix) -> Iterator[str]:
        """Yield the words of the table that its tasks do not hold, but for rows and cells that are told as left out."""
        left = _left_out(made)
        rows = [row for grid in grids for row in grid.rows if row.place not in left]
        cells = [cell for row in rows for cell in row.cells.values() if not cell.above and cell.place not in left]
        words = Counter(_words(plain(cell.text) for cell in cells if not is_ditto(cell.text)))
        heads = set(_words(cell.text for row in rows[:_MOST_HEADS] for cell in row.cells.values()))
        missing = words - Counter(_words(_texts(made.values)))
        return (word for word in missing if word not in heads and not _NUMBER.fullmatch(word))

    def _settle(self, grids: Sequence[Grid], table: TaskTable, made: Appendix) -> None:
        """Note what of a table of tasks docgen sets itself, and what is left out."""
        self.left |= _left_out(made)
        for at, known in table.columns.items():
            if why := _why_no_heading(known):
                self.left |= {cell.place: why for row in table.heads if (cell := row.covering(at)) is not None}
        typed = {cell.place: cell.text for grid in grids for row in grid.rows for cell in row.cells.values()}
        for row in (*table.heads, *table.rows):
            for column, cell in row.cells.items():
                under = table.columns.get(column)
                ids = self._inside.get(cell.place, [])
                if typed.get(cell.place) != cell.text:
                    self.roles.update(ids)
                is_number = under is not None and under.meaning == NUMBER
                is_mark = under is not None and under.meaning.startswith(MARKED_TIME) and is_tick(cell.text)
                if (
                    (is_number and (mark_of(cell.text) or row.place not in made.rows))
                    or made.rows.get(row.place) == Kind.HEADS
                    or is_ditto(cell.text)
                    or is_mark
                ):
                    self.set_by_docgen.update(ids)
                elif under is not None and under.meaning in (NUMBER, "ten"):
                    self.numbered.update(ids)

    def _run(self, table: Table) -> list[Table]:
        place = next((index for index, each in enumerate(self._order) if each is table), None)
        if place is None:
            return [table]
        run = [table]
        for each in self._order[place + 1 :]:
            if not self._grids[id(each)].follows or id(each) not in self._held:
                break
            run.append(each)
        return run


def _why_no_heading(column: Column) -> str:
    """Return why the heading of a column of tasks is not printed; blank where it is."""
    if column.meaning.startswith(MARKED_TIME):
        return _CALENDAR
    return _STOREYS if column.parent else _OWN_CODES if column.meaning == "ma" else ""


def _names_leaders(table: TaskTable) -> bool:
    """Return whether a table says who leads its tasks, or else nothing but what a task can say: no list of classes, of sites."""
    return not table.others or any(column.meaning == "chu_tri" for column in table.columns.values())


def _routes(made: Appendix) -> Iterator[tuple[str, Route]]:
    """Yield the cells of a table of tasks by their places, and where in its value the words of each stand."""
    groups = made.values.get("nhom_nhiem_vu")
    for number, group in enumerate(made.groups):
        above: Route = ("nhom_nhiem_vu", number) if groups else ()
        for index, task in enumerate(group.tasks):
            here: Route = (*above, "nhiem_vu", index)
            yield from ((place, (*here, key)) for key, place in task.places.items())
            for line, draft in enumerate(task.lines):
                yield from ((place, (*here, "phan_viec", line, key)) for key, place in draft.places.items())


def _rows_of(table: Table, value: Mapping[str, Any]) -> Iterator[tuple[int, Route]]:
    """Yield the paragraphs of a free table by their `id`, and the row of its value that each stands in."""
    rows = [row for row in table.rows if row.cells]
    heads = len(rows) - len(value["dong"])
    for number, row in enumerate(rows):
        here: Route = ("dong", number - heads) if number >= heads else ("cot",)
        yield from ((id(paragraph), here) for cell in row.cells for paragraph in cell.paragraphs)


def _left_out(made: Appendix) -> dict[str, str]:
    """Return the rows and cells of a table of tasks that no key holds, by their places, and why."""
    left = {place: kind for place, kind in made.rows.items() if kind in LEFT_OUT and kind not in (Kind.HEADS, Kind.BLANK)}
    return left | {
        place: as_in_file(told.message) for told in made.remarks if told.message in CELLS_LEFT_OUT for place in told.places
    }


def _with_every_column(table: TaskTable) -> TaskTable:
    """Return `table` with the columns that no key is meant for under the keys that it has no column for."""
    free = [key for key in _FREE if all(column.meaning != key for column in table.columns.values())]
    taken: dict[int, str] = {}
    for at, heading in table.others.items():
        if free:
            taken[at] = free.pop(free.index("san_pham") if _AMOUNT.match(heading) and "san_pham" in free else 0)
    columns = {**table.columns, **{at: Column(key, table.others[at]) for at, key in taken.items()}}
    return replace(table, columns=columns, others={at: words for at, words in table.others.items() if at not in taken})


def _with_empty_columns(values: dict[str, Entry], table: TaskTable) -> dict[str, Entry]:
    """Return the values of a table of tasks with the columns that nobody filled in, which it prints with their headings."""
    columns = [column for _, column in sorted(table.columns.items()) if column.meaning in (NUMBER, *TASK_TEXTS)]
    order = list(dict.fromkeys("stt" if column.meaning == NUMBER else column.meaning for column in columns))
    tasks = list(_mappings(values))
    empty = [name for name in order if name != "stt" and not any(name in task for task in tasks)]
    if "giao_theo" in {key for task in tasks for key in task}:
        empty = [name for name in empty if name not in ("chu_tri", "phoi_hop")] + [name for name in empty if name == "phoi_hop"]
    if not empty:
        return values
    headings = {column.meaning: column.heading for column in columns if column.meaning in empty and column.heading}
    named = values.get("ten_cot")
    return {"ten_cot": {**(named if isinstance(named, Mapping) else {}), **headings}, **values, "thu_tu_cot": order} | (
        {"ten_cot": {**named, **headings}} if isinstance(named, Mapping) else {}
    )


def _mappings(value: Entry) -> Iterator[Mapping[str, Entry]]:
    if isinstance(value, Mapping):
        yield value
    for each in () if isinstance(value, str) else value.values() if isinstance(value, Mapping) else value:
        yield from _mappings(each)


def _texts(value: Entry) -> Iterator[str]:
    if isinstance(value, str):
        yield plain(value)
    else:
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(each)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(text.casefold())


def _between(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the paragraphs (by `id`) that say nothing but that the table above goes on below."""
    told = [block for block in blocks if isinstance(block, Table) or block.words]
    for above, block, below in zip(told, told[1:], told[2:], strict=False):
        is_between = isinstance(above, Table) and isinstance(below, Table)
        if is_between and isinstance(block, Paragraph) and _GOES_ON.fullmatch(block.words):
            yield id(block)


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[Table, list[str], bool]]:
    above, seen = list[str](), False
    for block in blocks:
        if isinstance(block, Table):
            yield block, above[-20:], seen and not any(above)
            above, seen = [], True
        else:
            above += [line.words for line in block.lines]
