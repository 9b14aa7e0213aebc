"""Who does what as a workbook: the matrix, the tasks, the units, and what a person has to look at."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from docgen.forms.sheets import BookProperties, Cell, Column, Sheet, Title, workbook
from docgen.text.wording import short_date, shortened
from docgen.work.assignments import OTHER_CELLS, SIGNS, Assignments, RemarkKind, Task, TrachNhiem, UnitWork, Vai

_TASKS_ON_A_PAGE: Final = 40  # beside one another; more make the print too small to read
_ROOM_FOR_TASKS: Final = 120.0  # letters
_NARROWEST, _WIDEST = 5.5, 15.0  # letters
_UPRIGHT: Final = 170.0  # points
_LETTERS_UPRIGHT: Final = 30  # of the name of a task on one upright line
_LETTERS_ACROSS: Final = 2.4  # of a column's width, for one upright line
_KINDS: Final = {
    RemarkKind.NOT_THEN: "Đơn vị không có trong năm này",
    RemarkKind.UNKNOWN: "Không có trong danh mục",
    RemarkKind.VAGUE: "Không chỉ rõ đơn vị nào",
    RemarkKind.TIME: "Thời gian chưa rõ",
    RemarkKind.UNASSIGNED: "Chưa giao cho ai",
    RemarkKind.EMPTY: "Nhóm chưa có đơn vị",
    RemarkKind.EXCEPTED: "Được trừ ra",
    RemarkKind.NOT_GIVEN: "Kế hoạch này không giao",
}


class ToLookAt(NamedTuple):
    """Something that a person has to look at: its place in the files, what it is about, the words, the sentence."""

    cho: str
    kind: RemarkKind
    chu: str
    loi: str


def work(found: Assignments, to_look_at: Sequence[ToLookAt], *, nam: int, ke_hoach: str, co_quan: str) -> bytes:
    """Return the workbook that shows who does what by the plan of the year `nam` with the subject `ke_hoach`.

    The same plan gives the same bytes. It bears no stamp yet: `stamp.stamped_copy` gives it one.
    """
    sheets = [
        _matrix(found, Title(f"PHÂN CÔNG NHIỆM VỤ NĂM {nam}", dam=True, co_chu=14), Title(f"(Kế hoạch: {ke_hoach})")),
        _tasks(found),
        _units(found),
        _remarks(to_look_at),
    ]
    return workbook(sheets, BookProperties(f"Phân công nhiệm vụ năm {nam}", co_quan))


def _matrix(found: Assignments, *titles: Title) -> Sheet:
    tasks = found.nhiem_vu
    width = max(_NARROWEST, min(_WIDEST, _ROOM_FOR_TASKS / max(1, len(tasks))))
    columns = [
        Column("STT", 5, giua=True),
        Column("Đơn vị", 36),
        *(Column(task.ma, max(width, len(task.ma) + 2.0), giua=True, dung=_shortened(task.full_name, width)) for task in tasks),
        *(Column(head, 9, giua=True) for head in ("Chủ trì", "Phối hợp", "Trách nhiệm")),
    ]
    rows = [_unit_row(number, unit, tasks) for number, unit in enumerate(found.co_phan, start=1)]
    sums: list[Cell] = [sum(count for row in rows if isinstance(count := row[index], int)) for index in (-3, -2, -1)]
    watching = SIGNS[Vai.THEO_DOI]
    busy = Counter(ma for unit in found.co_phan for ma, sign in unit.signs().items() if sign != watching)
    people = {name: {task.ma for task in watched} for name, watched in found.nguoi_theo_doi.items()}
    rows += [
        [None, name, *(watching if task.ma in codes else None for task in tasks), None, None, None]
        for name, codes in people.items()
    ]
    said = "; T: theo dõi" if any(watching in row for row in rows) else ""
    return Sheet(
        "Phân công",
        columns,
        rows,
        [*titles, Title(f"C: chủ trì; P: phối hợp{said}. Tên đầy đủ của nhiệm vụ ở trang Nhiệm vụ.")],
        dung=_UPRIGHT if tasks else 0,
        fixed=2,
        pages_wide=max(1, -(-len(tasks) // _TASKS_ON_A_PAGE)),
        ending=[[None, "Số đơn vị", *(busy[task.ma] for task in tasks), *sums]],
    )


def _unit_row(number: int, unit: UnitWork, tasks: Sequence[Task]) -> list[Cell]:
    signs = unit.signs()
    sums = (unit.so_chu_tri, unit.so_phoi_hop, len(unit.trach_nhiem))
    return [number, unit.ten, *(signs.get(task.ma) for task in tasks), *sums]


def _shortened(name: str, width: float) -> str:
    """Return as many words of `name` as there is room for above its column."""
    room = int(width / _LETTERS_ACROSS) * _LETTERS_UPRIGHT
    return shortened(name, room, whole_words=True)


def _tasks(found: Assignments) -> Sheet:
    used = [name for name in OTHER_CELLS if name == "san_pham" or any(getattr(task, name) for task in found.nhiem_vu)]
    more = [name for name in used if name != "thoi_gian"]
    columns = (
        Column("Mã", 8, giua=True),
        Column("Nhiệm vụ", 46),
        Column("Nhóm", 26),
        Column("Chủ trì", 26),
        Column("Phối hợp", 34),
        Column("Thời gian", 14),
        Column("Từ ngày", 11, giua=True),
        Column("Đến ngày", 11, giua=True),
        *(Column(OTHER_CELLS[name], 20) for name in more),
    )
    rows = [
        (
            task.ma,
            task.full_name,
            task.nhom,
            task.led_by,
            task.phoi_hop,
            task.thoi_gian,
            task.han.tu if task.han else None,
            task.han.den if task.han else None,
            *(getattr(task, name) for name in more),
        )
        for task in found.nhiem_vu
    ]
    return Sheet("Nhiệm vụ", columns, rows, fixed=2)


def _units(found: Assignments) -> Sheet:
    watched = any(unit.theo_doi for unit in found.don_vi)
    columns = (
        Column("STT", 5, giua=True),
        Column("Đơn vị", 34),
        Column("Chủ trì", 18),
        Column("Phối hợp", 22),
        *([Column("Theo dõi", 18)] if watched else []),
        Column("Trách nhiệm nêu trong kế hoạch", 84),
        Column("Hạn sớm nhất", 12, giua=True),
    )
    rows: list[list[Cell]] = [
        [
            number,
            unit.ten,
            ", ".join(share.nhiem_vu.ma for share in unit.chu_tri),
            ", ".join(share.nhiem_vu.ma for share in unit.phoi_hop),
            *([", ".join(share.nhiem_vu.ma for share in unit.theo_doi)] if watched else []),
            "\n".join(map(_duty, unit.trach_nhiem)) if unit.co_viec else "(không có việc trong kế hoạch này)",
            unit.han[0] if unit.han else None,
        ]
        for number, unit in enumerate(found.don_vi, start=1)
    ]
    return Sheet("Đơn vị", columns, rows, fixed=2)


def _duty(duty: TrachNhiem) -> str:
    led = f"{duty.dan} " if duty.dan else ""
    dates = ", ".join(short_date(time.den) for time in duty.han if time.den)
    deadline = f" (hạn {dates})" if dates else ""
    return "\n".join([f"• {led}{duty.noi_dung}{deadline}", *(f"   + {text}" for text in duty.cong)])


def _remarks(to_look_at: Sequence[ToLookAt]) -> Sheet:
    columns = (Column("Chỗ", 38), Column("Loại", 26), Column("Chữ trong kế hoạch", 36), Column("Cần xem lại", 70))
    rows = [(each.cho, _KINDS[each.kind], each.chu, each.loi) for each in to_look_at]
    return Sheet("Cần xem lại", columns, rows or [("", "", "", "Không có gì cần xem lại.")], filtered=bool(rows))
