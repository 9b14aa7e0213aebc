"""What a unit has to do, as blocks of its letter: its tasks as a table or a list, its duties word for word."""

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.data.model.phuluc import TenCot
from docgen.paper.context.bang import Column, fitted
from docgen.paper.context.values import BangIn, Hang, Khoi
from docgen.paper.layout import Room
from docgen.text.wording import capitals, ended, letter
from docgen.work.assignments import Share, TrachNhiem, Vai

_CODE: Final = "Mã số"
_COLUMNS: Final = {
    Vai.CHU_TRI: ("ten", "phoi_hop", "thoi_gian", "san_pham"),
    Vai.PHOI_HOP: ("ten", "chu_tri", "thoi_gian", "san_pham"),
}
_WITH: Final = {"phoi_hop": "phối hợp", "chu_tri": "chủ trì", "thoi_gian": "thời gian", "san_pham": "sản phẩm"}
_CENTRED: Final = "thoi_gian"


def task_table(shares: Sequence[Share], vai: Vai, headings: TenCot, room: Room) -> BangIn:
    """Return the table of tasks in which a unit has the part `vai`; columns that none of them uses are left out."""
    names = _used(shares, vai)
    columns = [Column(capitals(_CODE), centred=True)]
    columns += [Column(capitals(getattr(headings, name)), name == _CENTRED) for name in names]
    unmerged = ("",) * len(columns)
    rows = [Hang(("", "", share.nhiem_vu.ma, *(getattr(share.nhiem_vu, name) for name in names)), unmerged) for share in shares]
    return fitted(columns, rows, room)


def task_list(shares: Sequence[Share], vai: Vai) -> Iterator[Khoi]:
    """Yield the same tasks as points a), b), c): each with its code, and behind it who else, when and what."""
    names = [name for name in _used(shares, vai) if name != "ten"]
    for index, share in enumerate(shares, start=1):
        task = share.nhiem_vu
        details = [f"{_WITH[name]}: {getattr(task, name)}" for name in names if getattr(task, name)]
        text = f"{ended(task.ten, '')} ({'; '.join((f'mã số: {task.ma}', *details))})"
        yield Khoi("Nội dung", f"{letter(index)}) {ended(text, '.' if index == len(shares) else ';')}")


def _used(shares: Sequence[Share], vai: Vai) -> list[str]:
    always = "ten"
    return [name for name in _COLUMNS[vai] if name == always or any(getattr(share.nhiem_vu, name) for share in shares)]


def duties(trach_nhiem: Sequence[TrachNhiem]) -> Iterator[Khoi]:
    """Yield the duties word for word; one that stands under a leading item comes with it."""
    led_up = ""
    for duty in trach_nhiem:
        if duty.dan:
            if duty.dan != led_up:
                yield Khoi("Gạch đầu dòng", f"- {duty.dan}")
            yield Khoi("Dấu cộng", f"+ {duty.noi_dung}")
        else:
            yield Khoi("Gạch đầu dòng", f"- {duty.noi_dung}")
            yield from (Khoi("Dấu cộng", f"+ {text}") for text in duty.cong)
        led_up = duty.dan
