"""A task and its lines (`phan_viec`), and the one reading of the rows that they make in a table of tasks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from docgen.data.model.base import Fault, Lines, Model, Route, Text, as_list, of_lines, refuse
from docgen.text.folding import same_words

SAME_AS_ABOVE: Final = "như trên"
TASK_TEXTS: Final = ("ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "theo_doi", "ghi_chu")
BOTH_COLUMNS: Final = ("chu_tri", "phoi_hop")  # those that `giao_theo` runs across
CELLS: Final = (*(name for name in TASK_TEXTS if name != "ten"), "giao_theo")

CodedTask: TypeAlias = "tuple[str, Route, NhiemVu]"


@lru_cache(maxsize=1024)  # the same offices and times stand in row after row
def is_same_as_above(text: str | None) -> bool:
    """Return whether `text` asks for the cell above instead of saying anything itself."""
    return text is not None and same_words(text) == SAME_AS_ABOVE


def _leader(value: object) -> str:
    if value is None or (isinstance(value, str) and value and not value.strip()):
        raise PydanticCustomError("blank_cell", 'còn trống; ghi đơn vị, hoặc "" nếu cố ý để trống')
    return "" if value == "" else of_lines(value)


class PhanViec(Model, title="Phân việc"):
    """A line of a task, each field printed word for word as it was written; what it does not say is as the task says.

    Who leads is said of each, even that nobody does (`chu_tri: ""`), but in a table where no task has a leader.
    """

    EMPTY_ON_PURPOSE = frozenset({"chu_tri"})

    chu_tri: Annotated[str | None, BeforeValidator(_leader)] = Field(
        None, description='Đơn vị chủ trì, ghi đúng chữ cần in; “như trên” thì gộp với ô trên; cố ý bỏ trống thì ghi "".'
    )
    phoi_hop: Lines | None = Field(None, description="Đơn vị phối hợp, ghi đúng chữ cần in.")
    giao_theo: Lines | None = Field(
        None, description="Thay chu_tri và phoi_hop khi việc được giao theo văn bản khác; in thành một ô, không có công văn."
    )
    thoi_gian: Lines | None = Field(None, description="Thời gian, ví dụ Thường xuyên, Quý II, Tháng 6, Trước ngày 15/12/2024.")
    san_pham: Lines | None = Field(None, description="Sản phẩm, kết quả phải có.")
    kinh_phi: Lines | None = Field(None, description="Kinh phí, ghi sao in vậy.")
    theo_doi: Lines | None = Field(None, description="Người hoặc đơn vị theo dõi.")
    ghi_chu: Lines | None = Field(None, description="Ghi chú, có in ra.")

    @classmethod
    def _is_absent(cls, key: str, given: object) -> bool:
        return key != "chu_tri" and super()._is_absent(key, given)

    @property
    def assigns(self) -> bool:
        """Return whether it says itself who leads or takes part."""
        return bool(self.chu_tri or self.phoi_hop)


def _says_something(lines: tuple[PhanViec, ...]) -> tuple[PhanViec, ...]:
    sentence = "phân việc này chưa ghi gì; ghi ⦃san_pham⦄, ⦃chu_tri⦄ hay ⦃thoi_gian⦄, hoặc bỏ dòng này"
    refuse(
        ((index,), PydanticCustomError("empty_line", sentence))
        for index, line in enumerate(lines)
        if not any(getattr(line, name) for name in CELLS)
    )
    return lines


class _Named(Model, title="Tên và mã"):
    """What names a task."""

    ma: Text | None = Field(None, description="Mã riêng của nhiệm vụ; không ghi thì docgen lấy theo vị trí, như I.2.")
    ten: Lines = Field(description="Tên nhiệm vụ.")


class NhiemVu(PhanViec, _Named, title="Nhiệm vụ"):
    """A task, each field printed word for word as it was written; `ma` is its own code where it has one.

    Where it has lines, its name stands once beside them, and what it says itself holds for those that say nothing of it.
    """

    phan_viec: Annotated[tuple[PhanViec, ...], BeforeValidator(as_list), AfterValidator(_says_something)] = Field(
        (), description="Các dòng của một nhiệm vụ, mỗi dòng có sản phẩm, đơn vị, thời gian riêng; mã là I.2.1, I.2.2."
    )

    @property
    def lines(self) -> tuple[PhanViec, ...]:
        """Return its lines; a task without any is its own."""
        return self.phan_viec or (self,)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of a table of tasks: a task, or the line `index` of one that has lines, each cell with the words that hold for it.

    `same` are the cells that are one with those above. Where `cells["giao_theo"]` has words, leaders and partners have none.
    """

    ma: str
    route: Route
    task: NhiemVu
    line: PhanViec
    index: int | None
    cells: Mapping[str, str]
    same: frozenset[str]

    def route_of(self, name: str) -> Route:
        """Return where the words of the cell `name` stand: in the line, or in the task where the line has none of its own."""
        is_own = self.index is None or getattr(self.line, name) is not None
        return (*(self.route if is_own else self.place), name)

    @property
    def place(self) -> Route:
        """Return the place of its task."""
        return self.route if self.index is None else self.route[:-2]

    @property
    def opens(self) -> bool:
        """Return whether it is the first row of its task."""
        return not self.index


def rows(tasks: Iterable[CodedTask], above: dict[str, str] | None = None) -> Iterator[TaskRow]:
    """Yield the rows of `tasks`, each with its code and place; `above` holds the words of the row before and is carried on."""
    above = {} if above is None else above
    for code, route, task in tasks:
        before, whole = dict(above), None
        for index, line in enumerate(task.lines):
            cells, same, whole = _cells(task, line, above, before, whole)
            above.clear()
            above.update(cells)
            if task.phan_viec:
                yield TaskRow(f"{code}.{index + 1}", (*route, "phan_viec", index), task, line, index, cells, same)
            else:
                yield TaskRow(code, route, task, line, None, cells, same)


def _cells(
    task: NhiemVu, line: PhanViec, above: Mapping[str, str], before: Mapping[str, str], whole: set[str] | None
) -> tuple[dict[str, str], frozenset[str], set[str]]:
    """Return the words of a row's cells, which are one with those above, and which are its task's.

    `above` are the words of the row above, `before` those above the task, `whole` the cells that the row above has of the same
    task, None in its first row.
    """
    elsewhere = line.giao_theo is not None or (task.giao_theo is not None and not line.assigns)
    cells, same, of_task = dict.fromkeys(CELLS, ""), set[str](), set[str]()
    for name in CELLS:
        if (name == "giao_theo" and not elsewhere) or (name in BOTH_COLUMNS and elsewhere):
            continue
        own, given = getattr(line, name), getattr(task, name)
        if own is not None:
            is_one = is_same_as_above(own)
            cells[name] = above.get(name, "") if is_one else own
        elif given is not None:
            of_task.add(name)
            is_one = is_same_as_above(given) if whole is None else name in whole
            cells[name] = before.get(name, "") if is_same_as_above(given) else given
        else:
            continue
        same |= {name} if is_one else set()
    return cells, frozenset(same), of_task


def faults(tasks: Iterable[tuple[Route, NhiemVu]]) -> Iterator[Fault]:
    """Yield what is wrong with the cells of `tasks`, one below the other, each task at its route."""
    told: set[Route] = set()
    for row in rows(("", *one) for one in tasks):
        place = row.place
        if row.opens and is_same_as_above(row.task.ten):
            yield (*place, "ten"), PydanticCustomError("nothing_above", "mỗi nhiệm vụ phải có tên riêng, không ghi “như trên”")
        for name in CELLS:
            if name in row.same and not row.cells[name] and (where := row.route_of(name)) not in told:
                told.add(where)
                sentence = "“như trên” nhưng phía trên chưa có ô nào có chữ; ghi rõ nội dung"
                yield where, PydanticCustomError("nothing_above", sentence)
        for where, part in {place: row.task, row.route: row.line}.items():
            both = [name for name in BOTH_COLUMNS if getattr(part, name)]
            if part.giao_theo is not None and both and (*where, "giao_theo") not in told:
                told.add((*where, "giao_theo"))
                sentence = (
                    "⦃¦giao theo văn bản khác thì ⦄đứng thay cho cả ⦃chu_tri⦄ và ⦃phoi_hop⦄; "
                    "bỏ {names}, hoặc bỏ ⦃giao_theo¦phần giao theo văn bản⦄"
                )
                yield (
                    (*where, "giao_theo"),
                    PydanticCustomError("both", sentence, {"names": " và ".join(f"⦃{name}⦄" for name in both)}),
                )
