"""The tasks and the duties that a letter lays on a unit, as tables, points or items, and where in the plan they stand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KeHoach
from docgen.data.model.nhiemvu import BangNhiemVu, TenCot, table_place
from docgen.paper.context.bang import fitted, in_paragraphs
from docgen.paper.context.column_widths import Column
from docgen.paper.context.dau_cuoi import cited_again
from docgen.paper.context.khoi import in_blocks
from docgen.paper.context.printable import Hang, Khoi
from docgen.paper.layout import Room
from docgen.rollover.rasoat import PlaceNames
from docgen.text.dinhdang import run_on_line
from docgen.text.wording import capitals, ended, letter, roman, sentence_start
from docgen.work.assignments import OTHER_CELLS, OWN_CELL, PARTIES, Route, Share, Task, TrachNhiem

_CODE: Final = "Mã số"
_NTH: Final = dict(enumerate(("nhất", "hai", "ba", "tư", "năm")))
_LAST_PART: Final = "Tổ chức thực hiện"
_DUTIES: Final = f"Trách nhiệm {_LAST_PART.lower()}"
_COLUMNS: Final = ("ten", *PARTIES, *OTHER_CELLS)
_WITH: Final = {name: said.lower() for name, said in (PARTIES | OTHER_CELLS).items()}
_CENTRED: Final = frozenset({"thoi_gian", "kinh_phi"})


def task_table(plan: KeHoach, shares: Sequence[Share], room: Room) -> Iterator[Khoi]:
    """Yield the table of tasks in which a unit has one part; columns that tell it nothing are left out.

    Columns have the headings and the order that they have in the plan.
    """
    tables = list(_tables(plan, [share.nhiem_vu for share in shares]).values())
    names = _in_order(tables, _used(shares))
    headings = _headings(tables, names)
    columns = [Column(capitals(_CODE), centred=True)]
    columns += [Column(capitals(headings[name]), name in _CENTRED) for name in names]
    printed = [share.nhiem_vu.printed for share in shares]
    cells = [[task.ma, *(in_paragraphs(_words(task, name)) for name in names)] for task in printed]
    rows = [Hang(("", "", *words), merges) for words, merges in _named_once(cells, names.index("ten") + 1, shares)]
    yield Khoi("Bảng", bang=fitted(columns, rows, room))


def _named_once(cells: Sequence[list[str]], name: int, shares: Sequence[Share]) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Yield the words of each row and how its cells merge: the `name` of a task stands once beside its lines."""
    tasks = ["", *(share.nhiem_vu.whole.ma for share in shares), ""]
    for words, before, own, behind in zip(cells, tasks, tasks[1:], tasks[2:], strict=False):
        merge = "continue" if own == before else "restart" if own == behind else ""
        merges = tuple(merge if place == name else "" for place in range(len(words)))
        yield ["" if place == name and own == before else text for place, text in enumerate(words)], merges


def _words(task: Task, name: str) -> str:
    """Return the words of a cell; where another paper says who leads, its words stand with the leaders."""
    return task.giao_theo if name == "chu_tri" and task.giao_theo else str(getattr(task, name))


def task_list(shares: Sequence[Share]) -> Iterator[Khoi]:
    """Yield the same tasks as points a), b), c): each with its code, and behind it who else, when and what, line by line."""
    tasks = [list(lines) for _, lines in groupby(shares, key=lambda share: share.nhiem_vu.whole.ma)]
    for index, lines in enumerate(tasks, start=1):
        mark = "." if index == len(tasks) else ";"
        name = ended(run_on_line(lines[0].nhiem_vu.printed.ten), "")
        if len(lines) == 1:
            yield Khoi("Nội dung", f"{letter(index)}) {ended(f'{name} ({_details(lines[0])})', mark)}")
            continue
        yield Khoi("Nội dung", f"{letter(index)}) {name}:")
        for line in lines:
            end = mark if line is lines[-1] else ";"
            yield Khoi("Gạch đầu dòng", f"- {sentence_start(ended(_details(line), end))}")


def _details(share: Share) -> str:
    task = share.nhiem_vu.printed
    said = [f"{_WITH[name]}: {run_on_line(_words(task, name))}" for name in _COLUMNS if name in _WITH and _tells(share, name)]
    return "; ".join((f"mã số: {task.ma}", *said))


def _tells(share: Share, name: str) -> bool:
    """Return whether a cell has something to tell the unit: the one of its own part, where it says more than its name."""
    return bool(_words(share.nhiem_vu.printed, name)) and (name != OWN_CELL[share.vai] or share.con_chu)


def _used(shares: Sequence[Share]) -> list[str]:
    return [name for name in _COLUMNS if any(_tells(share, name) for share in shares)]


def _tables(plan: KeHoach, tasks: Sequence[Task]) -> dict[Route, BangNhiemVu]:
    """Return the tables of the plan in which the tasks stand, by their places, in the order of the plan."""
    return {place: plan.at(place) for place in dict.fromkeys(table_place(task.route)[:-1] for task in tasks)}


def _headings(tables: Sequence[BangNhiemVu], names: Sequence[str]) -> dict[str, str]:
    """Return the heading of each column: the plan's own where its tables agree on one."""
    used = {name: {getattr(table.ten_cot, name) for table in tables if name in table.columns} for name in names}
    return {name: found.pop() if len(found) == 1 else getattr(TenCot(), name) for name, found in used.items()}


def _in_order(tables: Sequence[BangNhiemVu], names: list[str]) -> list[str]:
    """Return the columns in the order of the plan's tables where these have one and the same."""
    orders = {tuple(name for name in table.columns if name in names) for table in tables}
    order = max(orders, key=len, default=())
    agree = all(tuple(name for name in order if name in other) == other for other in orders)
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order)) if agree else names


def places(plan: KeHoach, named: Mapping[Route, str], shares: Sequence[Share]) -> Iterator[str]:
    """Yield where in the plan the tasks stand: the tables of its body as they are `named`, its appendix."""
    tables = _tables(plan, [share.nhiem_vu for share in shares])
    yield from (named[place] for place in tables if place in named)
    if any(place not in named for place in tables):
        yield "Phụ lục" if len(plan.phu_luc) == 1 else "các phụ lục"


def where_in_the_body(plan: KeHoach, named: Mapping[Route, str], coquan: CoQuan, tasks: Sequence[Task]) -> Iterator[Khoi]:
    """Yield which codes stand in which table of the plan's body, whose rows do not bear them as those of an appendix do."""
    for place in _tables(plan, tasks):
        if place in named:
            inside = (task.whole.ma for task in tasks if table_place(task.route)[:-1] == place)
            said = f"Nhiệm vụ mã số {', '.join(dict.fromkeys(inside))} nêu tại {named[place]} của {cited_again(plan, coquan)}."
            yield Khoi("Nội dung", said)


def tables_of_body(plan: KeHoach) -> dict[Route, str]:
    """Return each table of tasks in the body, by its place, as it is cited: by the section around it, the innermost first."""
    names = PlaceNames(plan)
    sections = {place: names.of(place) for place in plan.body_tables()}
    told: dict[Route, str] = {}
    for place, section in sections.items():
        beside = [other for other, where in sections.items() if where == section]
        which = f" thứ {_NTH.get(beside.index(place), beside.index(place) + 1)}" if len(beside) > 1 else ""
        told[place] = f"bảng{which} ở {_inside_out(section.replace(_LAST_PART, f'Phần {_LAST_PART}'))}"
    return told


def _inside_out(place: str) -> str:
    """Return the name of a place with what stands innermost first, as places are cited."""
    return " ".join(reversed(place.split(", ")))


def duties(trach_nhiem: Sequence[TrachNhiem]) -> Iterator[Khoi]:
    """Yield the duties word for word; one that stands under a leading item comes with it.

    Those under headings that name no unit stand below these, points a), b) where there are several, behind those under none.
    """
    led_up, above, index = "", "", 0
    under: dict[str, list[TrachNhiem]] = {"": []}
    for one in trach_nhiem:
        under.setdefault(one.duoi, []).append(one)
    for duty in (one.printed for many in under.values() for one in many):
        if duty.duoi != above:
            index += 1
            yield Khoi("Nội dung", f"{letter(index)}) {duty.duoi}" if len(under) > 2 else ended(duty.duoi, ":"))
            led_up, above = "", duty.duoi
        if duty.dan:
            if duty.dan != led_up:
                yield from in_blocks("Gạch đầu dòng", f"- {duty.dan}")
            yield from in_blocks("Dấu cộng", f"+ {duty.noi_dung}")
        else:
            yield from in_blocks("Gạch đầu dòng", f"- {duty.noi_dung}")
            yield from (block for text in duty.cong for block in in_blocks("Dấu cộng", f"+ {text}"))
        led_up = duty.dan


def duty_parts(plan: KeHoach) -> dict[Route, str]:
    """Return each part that gives work, by its place, as it is cited; none where none is marked so."""
    giving = list(plan.parts_that_give_work())
    if not any(part.giao_viec for _, part in giving):
        return {}
    names = PlaceNames(plan)
    named = {route: sentence_start(_inside_out(names.of(route))) for route, _ in giving}
    return named | {("to_chuc_thuc_hien",): f"Phần {roman(len(plan.phan) + 1)}"}


def duties_heading(plan: KeHoach, parts: Mapping[Route, str], trach_nhiem: Sequence[TrachNhiem]) -> str:
    """Return the heading of duties: it cites their `parts` where they stand elsewhere than where the plan is carried out."""
    found = [route for duty in trach_nhiem for route in parts if duty.route[: len(route)] == route]
    special = {route for route, part in plan.parts_that_give_work() if part.giao_viec} if found else set()
    if special.isdisjoint(found):
        return _DUTIES
    return f"Trách nhiệm nêu tại {', '.join(dict.fromkeys(parts[route] for route in found))} của {sentence_start(plan.loai)}"
