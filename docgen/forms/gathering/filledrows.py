"""What stands in a filled form, cell by cell, before anybody has judged what it means; and what is made of it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from docgen.data.model.ketqua import KetQuaViec
from docgen.data.sheetcells import FilledCell
from docgen.errors import Place, Problem
from docgen.text.folding import folded_code, name_key, same_words
from docgen.text.wording import shortened

Key: TypeAlias = tuple[str, str | None]


class Row(NamedTuple):
    """A row of a table: its cells by what their headings mean, and those under headings that docgen does not know."""

    number: int
    place: str
    cells: Mapping[str, FilledCell]
    others: Sequence[tuple[str, FilledCell]] = ()
    is_hidden: bool = False

    def cell(self, name: str) -> FilledCell:
        """Return the cell of this meaning; a blank one where the column is gone."""
        return self.cells.get(name) or FilledCell(self.place)


class Sent(NamedTuple):
    """A row as it was sent: its code and words."""

    ma: str
    ten: str


class Identity(NamedTuple):
    """What a form says of itself: hidden in it as it was sent, or on its face; blank where it does not say."""

    don_vi: str = ""
    nam: str = ""
    ky: str = ""
    ke_hoach: str = ""
    ma_ke_hoach: str = ""


class Form(NamedTuple):
    """A filled form: its file, what it was sent as (None where that is gone), what it says on its face, and its rows."""

    file: str
    sent_as: Identity | None
    face: Identity
    face_place: str = ""
    rows: Sequence[Row] = ()
    figures: Sequence[Row] = ()
    sent: Sequence[Sent] = ()
    remarks: Sequence[tuple[str, str]] = ()  # place and sentence: what reading the sheets found odd
    other_faces: Sequence[tuple[str, str]] = ()  # place and unit: what its other sheets say

    def problem(self, place: str, message: str, remedy: str = "") -> Problem:
        """Return what is to be said of a cell of this form."""
        return Problem(Place(f"{self.file}: {place}" if place else self.file), message, remedy)


_OTHER_WORK: Final = (
    "việc khác {code} của {unit} không phải việc khác {code} đã có (“{name}”) nên ghi là {new}; "
    "nếu cùng một việc chỉ đổi tên thì bỏ một trong hai"
)


class Work(NamedTuple):
    """A task, a line of one or a duty of the plan: its code and words; `ten_chung` of a line is its task's name."""

    ma: str
    ten: str
    ten_chung: str = ""


@dataclass(frozen=True)
class Asked:
    """Who is asked what by the plan, units by their full names."""

    nam: int
    ke_hoach: str
    ma_ke_hoach: str
    all: Sequence[Work]
    leads: Mapping[str, Sequence[str]]  # the units that lead each task, by its code
    of: Mapping[str, Sequence[Work]]
    watchers: Mapping[str, Sequence[str]] = field(default_factory=dict)  # the units that only watch over a task, by its code

    @cached_property
    def by_code(self) -> Mapping[str, Work]:
        """The tasks by their folded codes."""
        return {folded_code(work.ma): work for work in self.all}

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[Work]]:
        """The tasks by the words of their names, also by those of the task that a line is of."""
        found: dict[str, list[Work]] = defaultdict(list)
        for work in self.all:
            for name in {same_words(text) for text in (work.ten, work.ten_chung) if text}:
                found[name].append(work)
        return found

    def counted(self, results: Sequence[KetQuaViec]) -> list[KetQuaViec]:
        """Return the results that say how a task stands; who only watches over it does not."""
        watching = {(folded_code(ma), name_key(unit)) for ma, units in self.watchers.items() for unit in units}
        return [result for result in results if (folded_code(result.ma), name_key(result.don_vi or "")) not in watching]


class Answer(NamedTuple):
    """A result with the form and the cell that it was read from; `read` is what was read there, where a person decided since."""

    result: KetQuaViec
    file: str
    place: str
    read: KetQuaViec | None = None

    @property
    def key(self) -> Key:
        """Return what no two results share."""
        return self.result.ma, self.result.don_vi

    @property
    def name(self) -> str:
        """Return the name of the form's file without its folders."""
        return re.split(r"[\\/]", self.file)[-1]


@dataclass(slots=True)
class Findings:
    """What a person should know (`doubts`: it was dealt with) and what could not be placed (`faults`: the run stops)."""

    doubts: list[Problem] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)

    def tell_other_work(self, answer: Answer, code: str, known: KetQuaViec) -> None:
        """Tell that further work gets another `code` than in its form, which is that of work `known` already."""
        result = answer.result
        told = _OTHER_WORK.format(code=result.ma, new=code, unit=result.don_vi, name=shortened(known.ten))
        self.doubts.append(Problem(Place(f"{answer.file}: {answer.place}"), told))
