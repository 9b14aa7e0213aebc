"""Reads the rows of a table of tasks, one after the other, into groups and tasks; every row is accounted for."""

from collections import Counter
from dataclasses import dataclass, field

from docgen.intake.grids import GROUP, STRUCK, Counts, Draft, Group, Ledger, Table
from docgen.intake.kinds import LEFT_OUT, Kind, Read, is_group, is_line, is_more, kind_of, read_row
from docgen.intake.tabletitles import OF_COLUMN, Levels, kind_of_title
from docgen.intake.taskwords import add_more, task_of
from docgen.intake.typed import says_nothing
from docgen.text.wording import blank, shortened


@dataclass(slots=True)
class Body:
    """The groups and tasks of a table, and what became of its rows."""

    groups: list[Group] = field(default_factory=list)
    kinds: Counter[Kind] = field(default_factory=Counter)
    rows: dict[str, Kind] = field(default_factory=dict)
    empty_groups: int = 0
    is_numbered: bool = False

    def counts(self) -> Counts:
        """Return what became of the rows."""
        left_out = sum(self.kinds[kind] for kind in LEFT_OUT) + self.empty_groups
        groups = self.kinds[Kind.GROUP] - self.empty_groups
        kinds = self.kinds
        return Counts(sum(kinds.values()), kinds[Kind.TASK], groups, kinds[Kind.MORE], left_out, kinds[Kind.LINE])


def read_body(table: Table, ledger: Ledger) -> Body:
    """Return the groups and tasks in the rows of `table`."""
    reader = _Reader(table, ledger)
    for index in range(len(table.rows)):
        reader.take(index)
    return reader.done()


class _Reader:
    """Reads one table: the titles that are open, the task before, whether the table has come to its end."""

    def __init__(self, table: Table, ledger: Ledger) -> None:
        self._table, self._ledger = table, ledger
        self._body = Body()
        self._levels = Levels(ledger)
        self._letter = ""
        self._above: dict[str, str] = {}
        self._behind_task = self._is_below = False
        self._numbers_told: set[str] = set()
        self._reads = list(self._read_all())
        self._tasks_are_bold = self._mostly_bold()

    def _read_all(self) -> list[Read]:
        reads, letter = [], ""
        for row in self._table.rows:
            read = read_row(row, self._table, letter)
            letter = read.mark.text if read.mark is not None and read.mark.kind == "A" else letter
            reads.append(read)
        return reads

    def _mostly_bold(self) -> bool:
        cells = [read.title_cell for read in self._reads if read.more and read.title_cell is not None]
        return 2 * sum(cell.bold for cell in cells) > len(cells)

    def take(self, index: int) -> None:
        """Read the row `index`."""
        read = self._reads[index]
        kind = self._kind(index, read)
        self._body.kinds[kind] += 1
        self._body.rows[read.row.place] = kind
        self._tell_cells(kind, read)
        match kind:
            case Kind.GROUP:
                self._group(read)
            case Kind.TASK:
                self._task(read)
            case Kind.LINE:
                self._line(read)
            case Kind.MORE:
                task = self._body.groups[-1].tasks[-1]
                add_more(task, read, self._table, self._ledger)
                self._above = task.above
            case Kind.TOTAL:
                self._ledger.gather("total", read.row.place)
            case Kind.BELOW:
                self._ledger.gather("below", read.row.place)
            case Kind.STRUCK:
                self._ledger.gather("struck_row", read.row.place)
            case _:
                pass

    def _tell_cells(self, kind: Kind, read: Read) -> None:
        if kind not in LEFT_OUT and read.row.hidden:
            self._ledger.gather("hidden_row", read.row.place)
        for cell in read.row.cells.values() if kind not in LEFT_OUT else ():
            if cell.struck:
                self._ledger.tell(cell.place, STRUCK.format(words=shortened(cell.struck)))
        for cell in read.row.cells.values() if kind in (Kind.BLANK, Kind.GROUP, Kind.MORE) else ():
            if cell.fault:  # of a task it is told where its words are read
                self._ledger.tell(cell.place, cell.fault)

    def done(self) -> Body:
        """Return what was read."""
        self._levels.close()
        self._body.empty_groups = self._levels.empty
        self._name_the_nameless()
        return self._body

    def _kind(self, index: int, read: Read) -> Kind:
        if read.row.is_struck:
            return Kind.STRUCK
        opening = (not self._levels and not self._body.groups) or (
            index > 0 and kind_of(self._reads[index - 1], self._table, opening=False) is Kind.HEADS
        )
        plain = kind_of(read, self._table, opening=opening)
        if plain is Kind.HEADS:
            self._is_below = False
        if plain in (Kind.BLANK, Kind.HEADS, Kind.NUMBERS, Kind.TOTAL):
            return plain
        if self._is_below or plain is Kind.BELOW:
            self._is_below = True
            return Kind.BELOW
        if is_group(read, self._following(index), tasks_are_bold=self._tasks_are_bold):
            return Kind.GROUP
        if is_line(read, self._table, behind_task=self._behind_task) and not self._names_group(read):
            return Kind.LINE
        return Kind.MORE if is_more(read, behind_task=self._behind_task) and not self._names_group(read) else Kind.TASK

    def _following(self, index: int) -> Read | None:
        others = (self._reads[at] for at in range(index + 1, len(self._reads)))
        return next((read for read in others if kind_of(read, self._table, opening=False) is None), None)

    def _names_group(self, read: Read) -> bool:
        return any(
            column.meaning == GROUP and (cell := read.row.cells.get(at)) is not None and not cell.above and bool(cell.text)
            for at, column in self._table.columns.items()
        )

    def _group(self, read: Read) -> None:
        if read.mark is None and read.title_cell is not None and not read.wide and not read.title_cell.bold:
            self._ledger.gather("unnumbered_group", read.title_cell.place)
        for cells in read.more.values():
            for cell in cells:
                self._ledger.gather("group_says_more", cell.place)
        place = read.title_cell.place if read.title_cell is not None else read.row.place
        self._levels.open(kind_of_title(read.mark, read.title), read.title, place)
        self._behind_task = False

    def _task(self, read: Read) -> None:
        if read.mark is not None:
            self._levels.close_from(read.mark.kind)
        self._open_group_of_column(read)
        task = task_of(read, self._table, self._above, self._ledger)
        self._body.is_numbered |= read.mark is not None and read.mark.kind != "-"
        group = self._current()
        before = group.tasks[-1].rows[-1].words if group.tasks else {}
        task.same = {key for key in task.same if before.get(key) == task.words[key]}
        group.tasks.append(task)
        self._tell_number(read, len(group.tasks))
        self._above = task.above
        self._behind_task = True

    def _line(self, read: Read) -> None:
        """Put a row into the task above as one more of its lines; what the task said so far is the first of them."""
        task = self._body.groups[-1].tasks[-1]
        line = task_of(read, self._table, self._above, self._ledger, is_line=True)
        if not task.lines:
            own = {key: words for key, words in task.words.items() if key not in ("ma", "ten")}
            task.lines += [Draft(own, dict(task.places), set(task.same))] if own else []
        before = task.lines[-1].words if task.lines else self._above
        line.same = {key for key in line.same if before.get(key) == line.words[key]}
        task.lines.append(line)
        self._ledger.gather("line", read.row.place)
        self._above = line.above

    def _tell_number(self, read: Read, place: int) -> None:
        """Tell of a number that is not the one which the plan gives the task, the first of its kind alone."""
        if read.mark is None or read.mark.kind not in ("1", "1.1"):
            return
        kind = "flattened" if read.mark.kind == "1.1" else "renumbered" if read.mark.text != str(place) else ""
        if kind and kind not in self._numbers_told:
            self._numbers_told.add(kind)
            self._ledger.gather(kind, read.row.place)

    def _open_group_of_column(self, read: Read) -> None:
        for at, column in self._table.columns.items():
            cell = read.row.covering(at)
            if column.meaning == GROUP and cell is not None and not cell.above and not says_nothing(cell.text):
                self._levels.open(OF_COLUMN, cell.text, cell.place)

    def _current(self) -> Group:
        """Return the group that a task stands in now, opened for it where it is the first."""
        groups, title = self._body.groups, self._levels.title
        if self._levels.use() or not groups or groups[-1].title != title:
            groups.append(Group(title))
        return groups[-1]

    def _name_the_nameless(self) -> None:
        """Give a visible blank to tasks outside every group of a table that has groups."""
        if not any(group.title for group in self._body.groups):
            return
        for group in self._body.groups:
            if not group.title:
                group.title = blank("tên nhóm")
                for task in group.tasks:
                    self._ledger.gather("no_group", _place(task))


def _place(task: Draft) -> str:
    return next(iter(task.places.values()), "")
