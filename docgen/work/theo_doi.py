"""The progress of a plan: what its tasks, line by line, have come to, held against their times and the period of the report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from docgen.data.model.ketqua import KetQua, KetQuaViec, TrangThai
from docgen.text.thoigian import KyBaoCao, ViTri
from docgen.text.wording import short_date
from docgen.work.answers import (
    PlacedAnswer,
    ReadUnits,
    SortedAnswers,
    TaskParts,
    decided,
    parts,
    sort_answers,
    without_later_ones,
)
from docgen.work.assignments import Assignments, Task
from docgen.work.tiendo import Han, Nhac, TienDo, Viec, ViecThem


def follow(
    assignments: Assignments, results: KetQua, ky: KyBaoCao, duties: Mapping[str, tuple[str, TaskParts]], read_units: ReadUnits
) -> TienDo:
    """Return the progress in the period `ky`; `duties` are the plan's duties by code, in its order, with who has each.

    A task counts if its time lies in the period, if it was finished there, or if it was due earlier and is still not finished.
    """
    chot = results.den_ngay and min(results.den_ngay, ky.den)
    answers: dict[str, list[PlacedAnswer]] = defaultdict(list)
    for index, result in enumerate(results.ket_qua):
        answers[result.ma].append((index, result))
    who = parts(assignments)
    nhac = list(_day_remarks(results, ky))
    viec, ngoai_ky = [], []
    for _, tasks in groupby(assignments.nhiem_vu, key=lambda task: task.whole.ma):
        lines, told = [], list[Nhac]()
        for task in tasks:
            found = sort_answers(task, who[task.ma], answers.pop(task.ma, []), read_units)
            line = _followed(task, who[task.ma], found, chot, ky.den)
            lines.append(line._replace(trong_ky=_counts(line, ky)))
            told += found.nhac if lines[-1].trong_ky else ()
        if not any(line.trong_ky for line in lines):
            ngoai_ky.append(lines[0].nhiem_vu.whole)
            continue
        viec.append(_together(lines) if lines[0].nhiem_vu.cua else lines[0])
        nhac += [*told, *_ended_in_two_ways(viec[-1])]
    return TienDo(
        ky=ky,
        chot=chot,
        viec=tuple(viec),
        ngoai_ky=tuple(ngoai_ky),
        trach_nhiem=tuple(_further(duties, answers, read_units)),
        viec_khac=tuple(ViecThem(ma, one.ten, (one,)) for ma in answers if ma not in duties for _, one in answers[ma]),
        nhac=tuple(nhac),
    )


def _followed(task: Task, who: TaskParts, found: SortedAnswers, chot: date | None, end: date) -> Viec:
    last = chot or end
    deciding = without_later_ones(found.quyet_dinh, last)
    status, day = decided(deciding)
    return Viec(
        nhiem_vu=task,
        chu_tri=tuple(who.chu_tri),
        tra_loi=tuple(deciding),
        khac=tuple(without_later_ones(found.khac, last)),
        khong_tinh=tuple(without_later_ones(found.khong_tinh, last)),
        chua_tra_loi=found.chua_tra_loi,
        trang_thai=status,
        ngay=day,
        han=_deadline(task, status, day, chot),
    )


def _together(lines: Sequence[Viec]) -> Viec:
    """Return a task as its `lines` make it: done where all of them are, and what those in the period say."""
    counted = [line for line in lines if line.trong_ky]
    status = _of_lines([_status_in_whole(line) for line in lines])
    days = [line.ngay for line in lines if line.ngay is not None]
    return Viec(
        nhiem_vu=lines[0].nhiem_vu.whole,
        chu_tri=tuple(dict.fromkeys(name for line in lines for name in line.chu_tri)),
        tra_loi=tuple(answer for line in counted for answer in line.tra_loi),
        khac=tuple(answer for line in counted for answer in line.khac),
        khong_tinh=tuple(answer for line in counted for answer in line.khong_tinh),
        chua_tra_loi=tuple(dict.fromkeys(name for line in counted for name in line.chua_tra_loi)),
        trang_thai=status,
        ngay=max(days) if status is TrangThai.HOAN_THANH and len(days) == len(lines) else None,
        han=_deadline_of_lines(counted, status),
        phan_viec=tuple(lines),
    )


def _status_in_whole(line: Viec) -> TrangThai:
    """Return the status by which a line tells of its task: one that nobody had to report on yet is not done."""
    is_awaited = line.trong_ky or line.trang_thai is not TrangThai.CHUA_BAO_CAO
    return line.trang_thai if is_awaited else TrangThai.CHUA_THUC_HIEN


def _of_lines(statuses: Sequence[TrangThai]) -> TrangThai:
    """Return the status of a task whose lines have these: where some are done and others not it is under way.

    Where it would have ended or not begun but for lines of which nobody knows, nobody knows of the whole.
    """
    known = {status for status in statuses if status not in (TrangThai.CHUA_RO, TrangThai.CHUA_BAO_CAO)}
    if known == {TrangThai.CHUA_THUC_HIEN, TrangThai.KHONG_THUC_HIEN}:
        known = {TrangThai.CHUA_THUC_HIEN}
    if len(known) > 1 or TrangThai.DANG_THUC_HIEN in known:
        return TrangThai.DANG_THUC_HIEN
    return next((status for status in (TrangThai.CHUA_RO, TrangThai.CHUA_BAO_CAO) if status in statuses), None) or known.pop()


def _deadline_of_lines(lines: Sequence[Viec], status: TrangThai) -> Han:
    """Return how a task stands to the deadlines of its `lines`: the worst of them, none where it is not done but they are met."""
    found = {line.han for line in lines}
    open_ones = (Han.QUA_HAN, Han.CHUA_RO, Han.CHUA_DEN)
    settled = (Han.TRE_HAN, Han.DUNG_HAN) if status is TrangThai.HOAN_THANH else ()
    return next((han for han in (*open_ones, *settled) if han in found), Han.KHONG_XET)


def _ended_in_two_ways(viec: Viec) -> Iterator[Nhac]:
    dropped = [line.nhiem_vu.ma for line in viec.phan_viec if line.trang_thai is TrangThai.KHONG_THUC_HIEN]
    done = [line for line in viec.phan_viec if line.trang_thai is TrangThai.HOAN_THANH]
    if dropped and done and len(dropped) + len(done) == len(viec.phan_viec):
        what = f"nhiệm vụ {viec.nhiem_vu.ma} có phân việc không thực hiện ({', '.join(dropped)}), còn lại đã hoàn thành"
        remedy = f"nếu coi là hoàn thành thì thêm kết quả hoàn thành mã {dropped[0]} không ⦃có don_vi¦ghi đơn vị⦄"
        yield Nhac(("ket_qua",), f"{what}, nên tính là đang thực hiện; {remedy}")


def _deadline(task: Task, status: TrangThai, day: date | None, chot: date | None) -> Han:
    han = task.han
    if han is None or han.dinh_ky or han.chua_ro or han.den is None or status is TrangThai.KHONG_THUC_HIEN:
        return Han.KHONG_XET
    if status is TrangThai.HOAN_THANH:
        return Han.CHUA_RO if day is None else Han.DUNG_HAN if day <= han.den else Han.TRE_HAN
    if chot is None:
        return Han.CHUA_RO
    if chot <= han.den:
        return Han.CHUA_DEN
    return Han.CHUA_RO if status in (TrangThai.CHUA_RO, TrangThai.CHUA_BAO_CAO) else Han.QUA_HAN


def _counts(viec: Viec, ky: KyBaoCao) -> bool:
    position = ky.position(viec.nhiem_vu.han)
    if position is ViTri.TRONG:
        return True
    finished = viec.trang_thai is TrangThai.HOAN_THANH
    if finished and viec.ngay is not None:
        return ky.tu <= viec.ngay <= ky.den
    ended = finished or viec.trang_thai is TrangThai.KHONG_THUC_HIEN
    return position is ViTri.TRUOC and not ended


def _further(
    duties: Mapping[str, tuple[str, TaskParts]], answers: Mapping[str, list[PlacedAnswer]], read_units: ReadUnits
) -> Iterator[ViecThem]:
    for ma, (ten, who) in duties.items():
        if ma in answers:
            told = tuple(answer for _, answer in answers[ma])
            answered = frozenset(unit for answer in told if answer.don_vi for unit in read_units(answer.don_vi))
            is_for_all = any(answer.don_vi is None for answer in told)
            yield ViecThem(ma, ten, told, () if is_for_all else who.silent(answered))


def _day_remarks(results: KetQua, ky: KyBaoCao) -> Iterator[Nhac]:
    if results.den_ngay is not None and results.den_ngay < ky.tu:
        yield Nhac(
            ("den_ngay",), f"⦃den_ngay¦ngày chốt số liệu⦄ {short_date(results.den_ngay)} trước kỳ báo cáo {ky.chu}; xem lại"
        )
    elif results.den_ngay is not None and results.den_ngay > ky.den:
        what = (
            "việc hoàn thành sau kỳ tính là chưa hoàn thành, "
            "còn ⦃so_lieu¦số liệu⦄ và ⦃kinh_phi¦kinh phí⦄ không tách được theo kỳ; xem lại"
        )
        yield Nhac(("den_ngay",), f"⦃den_ngay¦ngày chốt số liệu⦄ {short_date(results.den_ngay)} sau kỳ báo cáo {ky.chu}: {what}")
    for index, result in enumerate(results.ket_qua):
        for doubt in _doubts_about_day(result, results.den_ngay, ky):
            yield Nhac(("ket_qua", index, "ngay_hoan_thanh"), f"nhiệm vụ {result.ma}: {doubt}")


def _doubts_about_day(result: KetQuaViec, told_up_to: date | None, ky: KyBaoCao) -> Iterator[str]:
    day = result.ngay_hoan_thanh
    if day is None:
        return
    said = f"ngày hoàn thành {short_date(day)}"
    if result.trang_thai is not TrangThai.HOAN_THANH:
        yield f"có {said} nhưng trạng thái là {result.trang_thai}; sửa một trong hai"
    elif day.year < ky.tu.year:
        yield f"{said} trước năm {ky.tu.year} của kế hoạch; xem lại"
    elif told_up_to is not None and day > told_up_to:
        yield f"{said} sau ngày chốt số liệu {short_date(told_up_to)} nên tính là chưa hoàn thành; xem lại"
    elif day > ky.den:
        yield f"{said} sau kỳ báo cáo {ky.chu} nên tính là chưa hoàn thành"
