"""Who does what as text for a terminal: the matrix of units and tasks, and one unit's own list."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from docgen.text.folding import nfc, on_one_line
from docgen.text.thoigian import ThoiGian
from docgen.text.wording import short_date
from docgen.work.assignments import OTHER_CELLS, SIGNS, Assignments, Share, Task, TrachNhiem, UnitWork, Vai, count_tasks

WIDTH: Final = 110  # columns of a terminal; a Vietnamese letter takes one, since all are put together (NFC)
_NOTHING: Final = "·"
_SUMS: Final = ("C", "P", "TN")
_LEGEND: Final = "C: chủ trì, P: phối hợp{t}; ba cột cuối đếm việc chủ trì, việc phối hợp và trách nhiệm (TN) trong phần lời."
_WATCHING: Final = ", T: theo dõi"
_GIVEN: Final = "Văn bản khác giao"
_NAME_WIDTH: Final = 40  # a longer unit's name takes several lines where there are many tasks
_HANG: Final = "  "


def matrix(found: Assignments) -> Iterator[str]:
    """Yield the tasks by code, the matrix of the units that have something to do as far as it fits beside, and the counts."""
    yield _tasks(found.nhiem_vu)
    yield from (f"\n{block}" for block in _blocks(found))
    yield f"\n{_counts(found)}"


def _tasks(tasks: Sequence[Task]) -> str:
    if not tasks:
        return "Kế hoạch này không có nhiệm vụ nào trong phụ lục.\n"
    room = max(len(task.ma) + 2 * bool(task.cua) for task in tasks) + 4
    lines = ["Nhiệm vụ"]
    for nhom, inside in groupby(tasks, key=lambda task: task.nhom):
        lines += _wrapped(nhom, _HANG, _HANG) if nhom else []
        for whole, of_task in groupby(inside, key=lambda task: task.whole):
            lines += _wrapped(whole.ten, f"  {whole.ma}".ljust(room), " " * room)
            for task in of_task:
                lines += _wrapped(task.phan_viec, f"    {task.ma}".ljust(room), " " * room) if task.cua else []
                lines += _wrapped(task.giao_theo, f"{' ' * room}{_GIVEN}: ", " " * (room + 2)) if task.giao_theo else []
    return _text(lines)


def _blocks(found: Assignments) -> Iterator[str]:
    units = found.co_phan
    if not units and not found.nguoi_theo_doi:
        yield "Chưa đơn vị nào trong danh mục có việc.\n"
        return
    columns = [(task.ma, len(task.ma)) for task in found.nhiem_vu]
    rows = [(nfc(unit.ten), unit.signs(), [*map(str, _sums(unit))]) for unit in units]
    rows += [
        (nfc(name), {task.ma: SIGNS[Vai.THEO_DOI] for task in tasks}, [_NOTHING] * len(_SUMS))
        for name, tasks in found.nguoi_theo_doi.items()
    ]
    tail = [(head, max(len(head), *(len(sums[index]) for _, _, sums in rows))) for index, head in enumerate(_SUMS)]
    longest = max(len(name) for name, _, _ in rows)
    free = WIDTH - longest - _room(columns) - _room(tail)
    name_width = longest if free >= 0 else max(min(longest, _NAME_WIDTH), min(longest, longest + free))
    watched = any(SIGNS[Vai.THEO_DOI] in signs.values() for _, signs, _ in rows)
    legend = _LEGEND.format(t=_WATCHING if watched else "")
    names = [_on_lines(name, name_width) for name, _, _ in rows]
    cuts = list(_cuts(columns, WIDTH - name_width, _room(tail)))
    for number, (first, last) in enumerate(cuts):
        final = number == len(cuts) - 1
        codes, heads = [ma for ma, _ in columns[first:last]], [*columns[first:last], *(tail if final else ())]
        nothing = _cells([_NOTHING] * len(codes), columns[first:last])
        lines = _line(_on_lines("Đơn vị", name_width), _cells([head for head, _ in heads], heads))
        for name, (_, signs, sums) in zip(names, rows, strict=True):
            if final or not signs.keys().isdisjoint(codes):
                lines += _line(name, _cells([*(signs.get(ma, _NOTHING) for ma in codes), *(sums if final else ())], heads))
            else:
                lines += _line(name, nothing)
        yield _text([*lines, *([legend] if final else ())])


def _cuts(columns: Sequence[tuple[str, int]], room: int, tail: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of the columns that fit beside one another; the sums stand behind the last ones."""
    first = used = 0
    for index, (_, width) in enumerate(columns):
        if index > first and used + width + 2 > room:
            yield first, index
            first, used = index, 0
        used += width + 2
    if used + tail > room:
        yield first, len(columns)
        first = len(columns)
    yield first, len(columns)


def _room(columns: Sequence[tuple[str, int]]) -> int:
    return sum(width + 2 for _, width in columns)


def _on_lines(name: str, width: int) -> list[str]:
    """Return the lines that a name takes, the first as wide as all."""
    first, *more = textwrap.wrap(name, width, subsequent_indent=_HANG, break_on_hyphens=False) or [""]
    return [first.ljust(width), *more]


def _cells(cells: Sequence[str], columns: Sequence[tuple[str, int]]) -> str:
    return "".join("  " + cell.center(room) for cell, (_, room) in zip(cells, columns, strict=True))


def _line(name: Sequence[str], cells: str) -> list[str]:
    """Return the lines of one row: the cells stand on the first."""
    return [(name[0] + cells).rstrip(), *name[1:]]


def _sums(unit: UnitWork) -> tuple[int, int, int]:
    return unit.so_chu_tri, unit.so_phoi_hop, len(unit.trach_nhiem)


def _counts(found: Assignments) -> str:
    led, joined, duties = (sum(numbers) for numbers in zip((0, 0, 0), *map(_sums, found.co_viec), strict=True))
    watching = len(found.co_phan) - len(found.co_viec)
    tasks = len({task.whole.ma for task in found.nhiem_vu})  # one with several lines is one
    return (
        f"Tổng: {tasks} nhiệm vụ; {len(found.co_viec)} đơn vị có việc, {len(found.khong_co_viec)} đơn vị không có"
        f"{f', {watching} đơn vị chỉ theo dõi' if watching else ''}; "
        f"{led} lượt chủ trì, {joined} lượt phối hợp, {duties} lượt trách nhiệm\n"
    )


def unit_list(unit: UnitWork) -> str:
    """Return all that one unit has to do: tasks led, tasks joined, duties word for word, deadlines."""
    lines = [nfc(unit.ten)]
    if not unit.co_viec:
        lines += ["", "Không có việc nào trong kế hoạch này."]
    lines += _shares(f"Chủ trì {count_tasks(unit.chu_tri)} nhiệm vụ", unit.chu_tri)
    lines += _shares(f"Phối hợp {count_tasks(unit.phoi_hop)} nhiệm vụ", unit.phoi_hop)
    lines += _shares(f"Theo dõi {count_tasks(unit.theo_doi)} nhiệm vụ", unit.theo_doi)
    if unit.trach_nhiem:
        lines += ["", f"{len(unit.trach_nhiem)} trách nhiệm nêu trong kế hoạch"]
        lines += [line for duty in unit.trach_nhiem for line in _duty(duty)]
    if unit.han:
        lines += ["", *_wrapped(f"Các hạn: {', '.join(map(short_date, unit.han))}", "", _HANG)]
    return _text(lines)


def _shares(title: str, shares: Sequence[Share]) -> Iterator[str]:
    if not shares:
        return
    yield from ("", title)
    room = max(len(share.nhiem_vu.ma) for share in shares) + 4
    for share in shares:
        task = share.nhiem_vu
        yield from _wrapped(task.ten, f"  {task.ma}".ljust(room), " " * room)
        facts = {
            "Chủ trì": task.chu_tri if share.vai is not Vai.CHU_TRI or share.qua_nhom else "",
            "Phối hợp": task.phoi_hop if share.vai is not Vai.PHOI_HOP else "",
            _GIVEN: task.giao_theo,
            "Qua nhóm": "; ".join(share.qua_nhom),
            **{heading: getattr(task, name) for name, heading in OTHER_CELLS.items()},
            "Thời gian": f"{task.thoi_gian}{_days(task.han)}",
        }
        for fact, words in facts.items():
            if words:
                yield from _wrapped(words, f"{' ' * room}{fact}: ", " " * (room + 2))


def _duty(duty: TrachNhiem) -> Iterator[str]:
    if duty.dan:
        yield from _wrapped(duty.dan, "  ", "  ")
    yield from _wrapped(duty.noi_dung, "  - ", "    ")
    for words in duty.cong:
        yield from _wrapped(words, "    + ", "      ")
    facts = {"Ở mục": duty.tieu_de, "Qua nhóm": "; ".join(duty.qua_nhom)}
    facts["Hạn"] = "; ".join(f"{time.chu}{_days(time)}" for time in duty.han)
    for fact, words in facts.items():
        if words:
            yield from _wrapped(words, f"    {fact}: ", "      ")


def _days(time: ThoiGian | None) -> str:
    """Return the days that a time was read as, in brackets."""
    if time is None or time.tu is None:
        return ""
    recurring = "định kỳ, " if time.dinh_ky else ""
    last: date | None = time.den
    if last is None:
        return f" ({recurring}từ {short_date(time.tu)})"
    return f" ({recurring}{short_date(time.tu)} - {short_date(last)})" if last != time.tu else f" ({recurring}{short_date(last)})"


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        nfc(on_one_line(words)), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first.rstrip()]


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"
