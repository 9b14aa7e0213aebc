"""The tables of a report: counts by status, by group, by who leads; the result of every task; the figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count as count_from
from itertools import repeat
from typing import Final

from docgen.data.model.ketqua import TO_LOOK_AT, KetQuaViec, TrangThai
from docgen.paper.context.bang import fitted, in_paragraphs
from docgen.paper.context.column_widths import Column
from docgen.paper.context.printable import BangIn, Hang
from docgen.paper.layout import Room
from docgen.text.dau_muc import ends_with_colon, typed_items
from docgen.text.so import count, percent, quantity
from docgen.text.wording import blank, capitals, ended, roman, sentence_start, short_date
from docgen.work.so_lieu import ChiTieu
from docgen.work.tiendo import Dem, TienDo, Viec, ViecThem, by_group, dem

NO_GROUP: Final = "Nhiệm vụ không thuộc nhóm"
_TOTAL: Final = "Tổng cộng"
_DUTIES: Final = "Trách nhiệm nêu trong Kế hoạch (không tính vào số nhiệm vụ)"
_CENTRED: Final = ("Mã", "Thời gian", "Trạng thái")
_ONCE: Final = ("Nhiệm vụ", "Trạng thái")  # what stands once beside the lines of a task
_IN_NEXT: Final = "Nêu ở cột bên"  # a figure that must not be added up
_OUTSIDE: Final = "Không thuộc kỳ báo cáo này."
_FURTHER: Final = "Công việc khác đã làm (không tính vào số nhiệm vụ)"


def status_table(counts: Dem, room: Room) -> BangIn:
    """Return the table of how many tasks there are of each status, with their shares."""
    rows = [(sentence_start(status), count(many), percent(counts.ty_le[status])) for status, many in counts.so.items() if many]
    rows.append((_TOTAL, count(counts.tong), "100%"))
    return _table(["Trạng thái", "Số nhiệm vụ", "Tỷ lệ"], rows, room, centred=(1, 2))


def counted_table(heading: str, groups: Iterable[tuple[str, Sequence[Viec]]], room: Room, *, total: Dem | None) -> BangIn:
    """Return a table with a row for each of `groups`, and one for `total`; statuses that do not occur are left out.

    Where the page has no room for a column of each status, those beside the finished tasks are told in one.
    """
    rows = [(title, dem(members)) for title, members in groups]
    every = [*rows, *([(_TOTAL, total)] if total else [])]
    used = [status for status in TrangThai if status is TrangThai.HOAN_THANH or any(counts.so[status] for _, counts in rows)]

    def made(statuses: Sequence[TrangThai], rest: Sequence[TrangThai] = ()) -> BangIn:
        together = ["Các trạng thái khác"] if rest else []
        titles = ["STT", heading, "Tổng số", *map(sentence_start, statuses), *together, "Tỷ lệ hoàn thành"]
        cells = [
            (
                str(place) if place <= len(rows) else "",
                title,
                count(counts.tong),
                *(count(counts.so[status]) for status in statuses),
                *(
                    "\n".join(f"{sentence_start(each)}: {count(counts.so[each])}" for each in rest if counts.so[each])
                    for _ in together
                ),
                percent(counts.ty_le[TrangThai.HOAN_THANH]),
            )
            for place, (title, counts) in enumerate(every, start=1)
        ]
        words = {1, *(len(titles) - 2 for _ in together)}
        return _table(titles, cells, room, centred=(index for index in range(len(titles)) if index not in words))

    in_columns = made(used)
    return made([TrangThai.HOAN_THANH], used[1:]) if in_columns.chat else in_columns


def result_table(tiendo: TienDo, room: Room) -> BangIn:
    """Return the table of what became of every task; behind them what was answered of duties and of other work.

    A group that stands alone bears no numeral; tasks of no group behind those of one stand apart from them.
    """
    every = [*(answer for _, answer in tiendo.tra_loi), *(answer for one in tiendo.viec for answer in one.khong_tinh)]
    problems = any(answer.kho_khan or answer.kien_nghi for answer in every)
    led = any(line.nhiem_vu.led_by or line.nhiem_vu.co_chu_tri for one in tiendo.viec for line in one.lines)
    titles = ["Mã", "Nhiệm vụ", *(["Chủ trì"] if led or not tiendo.viec else []), "Thời gian", "Trạng thái", "Kết quả"]
    titles += ["Khó khăn, kiến nghị"] if problems else []
    columns = [Column(capitals(title), title in _CENTRED) for title in titles]
    groups = [(title, [row for one in members for row in _task_rows(one, titles)]) for title, members in by_group(tiendo.viec)]
    further = ((_DUTIES, tiendo.trach_nhiem), (_FURTHER, tiendo.viec_khac))
    groups += [(title, [_cells(_further_cells(one), titles) for one in members]) for title, members in further if members]
    groups = [(title or (NO_GROUP if index else ""), inside) for index, (title, inside) in enumerate(groups)]
    numerals = map(roman, count_from(1)) if sum(bool(title) for title, _ in groups) > 1 else repeat("")
    rows: list[Hang] = []
    for title, inside in groups:
        rows += [Hang((next(numerals), title))] if title else []
        rows += inside
    return fitted(columns, rows, room)


def figure_table(found: Sequence[ChiTieu], room: Room) -> BangIn:
    """Return the table of the figures, each with where it comes from."""
    cells = [
        (
            str(place),
            sentence_start(printable(one.ten)),
            one.don_vi_tinh,
            _IN_NEXT if one.tong is None else quantity(one.tong),
            "\n".join(_sources(one)),
        )
        for place, one in enumerate(found, start=1)
    ]
    return _table(["STT", "Chỉ tiêu", "Đơn vị tính", "Số lượng", "Nhiệm vụ, đơn vị báo cáo"], cells, room, centred=(0, 2, 3))


def _sources(one: ChiTieu) -> Iterator[str]:
    for ma, who, many in one.nguon:
        yield f"{ma}{f' ({who})' if who else ''}: {quantity(many)}"


def _table(titles: Sequence[str], cells: Sequence[Sequence[str]], room: Room, *, centred: Iterable[int]) -> BangIn:
    middle = frozenset(centred)
    columns = [Column(capitals(title), index in middle) for index, title in enumerate(titles)]
    return fitted(columns, [_row(row, len(titles)) for row in cells], room)


def _row(cells: Sequence[str], columns: int) -> Hang:
    return Hang(("", "", *cells[:columns]), ("",) * columns)


def _task_rows(one: Viec, titles: Sequence[str]) -> list[Hang]:
    """Return the rows of a task, one for each of its lines: name and status of the task stand once beside them.

    What else the plan's columns say stands with the name, of a line with who leads it.
    """
    rows = []
    for index, line in enumerate(one.lines):
        task, answers = line.nhiem_vu.printed, (*line.tra_loi, *line.khac, *line.khong_tinh)
        said = {
            "Mã": task.ma,
            "Nhiệm vụ": in_paragraphs(task.ten),
            "Chủ trì": in_paragraphs(task.led_by),
            "Thời gian": in_paragraphs(task.thoi_gian),
            "Trạng thái": sentence_start(one.trang_thai),
            "Kết quả": _results(line, is_line=bool(one.phan_viec)),
            "Khó khăn, kiến nghị": _problems(answers) if line.trong_ky else "",
        }
        beside = "Nhiệm vụ" if not one.phan_viec else "Chủ trì" if "Chủ trì" in titles else "Thời gian"
        if task.other_cells():
            said[beside] = "\n".join(text for text in (said[beside], *task.other_cells("phoi_hop")) if text)
        row = _cells(said, titles)
        if len(one.lines) > 1:
            merge = "continue" if index else "restart"
            words = ["" if index and title in _ONCE else text for title, text in zip(titles, row.words[2:], strict=True)]
            row = Hang(("", "", *words), tuple(merge if title in _ONCE else "" for title in titles))
        rows.append(row)
    return rows


def _cells(said: Mapping[str, str], titles: Sequence[str]) -> Hang:
    return _row([said[title] for title in titles], len(titles))


def _further_cells(one: ViecThem) -> dict[str, str]:
    who = "\n".join(answer.don_vi or "" for answer in one.tra_loi)
    statuses = {answer.trang_thai for answer in one.tra_loi}
    status = sentence_start(statuses.pop()) if len(statuses) == 1 else "Nêu ở cột kết quả"
    lines = [*(_answer(answer, len(one.tra_loi) > 1) for answer in one.tra_loi), *_silent(one)]
    return {
        "Mã": one.ma,
        "Nhiệm vụ": one.ten,
        "Chủ trì": who,
        "Thời gian": "",
        "Trạng thái": status,
        "Kết quả": "\n".join(filter(None, lines)),
        "Khó khăn, kiến nghị": _problems(one.tra_loi),
    }


def _results(one: Viec, *, is_line: bool) -> str:
    if not one.trong_ky:
        return _OUTSIDE
    several = is_line or len(one.tra_loi) + len(one.khac) + len(one.khong_tinh) > 1
    others = (*one.khac, *one.khong_tinh)
    lines = [*(_answer(answer, several) for answer in one.tra_loi), *(_answer(answer, True) for answer in others)]
    if not one.tra_loi:
        lines.insert(0, f"{sentence_start(TrangThai.CHUA_BAO_CAO)}.")
    else:
        lines += _silent(one)
    return "\n".join(filter(None, lines))


def _silent(one: Viec | ViecThem) -> Iterator[str]:
    if one.chua_tra_loi:
        yield f"{sentence_start(TrangThai.CHUA_BAO_CAO)}: {'; '.join(one.chua_tra_loi)}."


def _answer(answer: KetQuaViec, is_one_of_several: bool) -> str:
    """Return an answer in its own words, with who said it and how far it has come where it is one of several."""
    head = ""
    if answer.ngay_hoan_thanh is not None and answer.trang_thai is TrangThai.HOAN_THANH:
        head = f"hoàn thành ngày {short_date(answer.ngay_hoan_thanh)}"
    elif is_one_of_several:
        head = str(answer.trang_thai)
    if is_one_of_several and answer.don_vi:
        head = f"{answer.don_vi}: {head}"
    return _sentences(sentence_start(f"{head}.") if head else "", [answer.noi_dung, answer.ghi_chu])


def _sentences(head: str, texts: Iterable[str | None]) -> str:
    """Return `texts` behind `head`, as sentences in a row; of what was typed in several lines each stands by itself."""
    said = head
    for text in filter(None, texts):
        lines = lines_of(text)
        marks = ("", "- ", "+ " if any(level == 1 for level, _ in lines) else "- ")
        for index, (level, words) in enumerate(lines):
            joint = "" if not said else "\n" if index or level else " "
            said += f"{joint}{marks[level]}{words}"
    return said


def lines_of(text: str) -> list[tuple[int, str]]:
    """Return the items of what was typed, each with its level, ended as a sentence or, above a deeper level, with its colon.

    One line alone is no list, whatever it was typed with.
    """
    items = typed_items(printable(text))
    if len(items) == 1:
        return [(0, ended(items[0][1], "."))]
    levels = [*(level for level, _ in items[1:]), 0]
    return [
        (level, words if behind > level and ends_with_colon(words) else ended(words, "."))
        for (level, words), behind in zip(items, levels, strict=True)
    ]


def printable(text: str) -> str:
    """Return `text` with a visible blank for docgen's own words to the clerk, who finds the reason in the results."""
    before, mark, _ = text.partition(TO_LOOK_AT)
    return f"{before}{blank('nội dung chưa đọc rõ trong biểu mẫu')}" if mark else text


def _problems(answers: Iterable[KetQuaViec]) -> str:
    said = (
        _sentences(f"{answer.don_vi}:" if answer.don_vi else "", [answer.kho_khan, answer.kien_nghi])
        for answer in answers
        if answer.kho_khan or answer.kien_nghi
    )
    return "\n".join(said)
