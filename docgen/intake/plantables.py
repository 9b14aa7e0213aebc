"""The tables of a Word plan: which hold tasks, which are free ones, which run on in the next; where each cell stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.check.view import Block, Table
from docgen.intake.appendix import appendices
from docgen.intake.foreigntables import grid_of
from docgen.intake.freetables import free_table
from docgen.intake.grids import Grid, Told
from docgen.intake.outlines import Node
from docgen.intake.tasktables import tables


class PlanTables:
    """The tables of a paper, each as tasks or as a free one; several that run on are one, and made into the first's node."""

    def __init__(self, blocks: Sequence[Block], *, are_tasks: bool) -> None:
        self._are_tasks = are_tasks
        self.places: dict[int, str] = {}
        self.remarks: list[Told] = []
        self._grids: dict[int, Grid] = {}
        every = list(_tables(blocks))
        for number, (table, above, follows) in enumerate(every, start=1):
            self._grids[id(table)] = replace(grid_of(f"bảng {number}", table, above), follows=follows)
            for row_number, row in enumerate(table.rows, start=1):
                for cell in row.cells:
                    for paragraph in cell.paragraphs:
                        self.places[id(paragraph)] = f"bảng {number}, dòng {row_number}, cột {cell.column + 1}"
        self._order = [table for table, _, _ in every]
        self._made: set[int] = set()

    def node(self, table: Table) -> Node | None:
        """Return the node of `table`, None where it is empty or part of the one before."""
        if id(table) in self._made:
            return None
        run = self._run(table)
        found = tables([self._grids[id(each)] for each in run]) if self._are_tasks else []
        if len(found) == 1:
            made = appendices(found)[0]
            if made.counts.tasks:
                self._made |= {id(each) for each in run}
                self.remarks += made.remarks
                values = {key: value for key, value in made.values.items() if key not in ("tieu_de", "huong", "kem_theo")}
                return Node("nhiem_vu", [paragraph for each in run for paragraph in each.paragraphs], table=values)
        self._made.add(id(table))
        value = free_table(table)
        return None if value is None else Node("bang", list(table.paragraphs), table=value)

    def _run(self, table: Table) -> list[Table]:
        place = next((index for index, each in enumerate(self._order) if each is table), None)
        if place is None:
            return [table]
        run = [table]
        for each in self._order[place + 1 :]:
            if not self._grids[id(each)].follows:
                break
            run.append(each)
        return run


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[Table, list[str], bool]]:
    above: list[str] = []
    seen = False
    for block in blocks:
        if isinstance(block, Table):
            yield block, above[-20:], seen and not above
            above, seen = [], True
        else:
            above += [line.words for line in block.lines]
