"""The progress of a plan: each task with its answers, held against its time and against the period of the report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from docgen.data.model.ketqua import KetQua, KetQuaViec, TrangThai
from docgen.text.thoigian.ky import KyBaoCao, ViTri
from docgen.text.wording import short_date
from docgen.work.assignments import Assignments, Task
from docgen.work.tiendo.tra_loi import Parts, Placed, ReadUnits, decided, parts, sort_answers, without_later_ones
from docgen.work.tiendo.values import Han, Nhac, TienDo, Viec, ViecThem


def follow(assignments: Assignments, results: KetQua, ky: KyBaoCao, duties: Mapping[str, str], read_units: ReadUnits) -> TienDo:
    """Return the progress in the period `ky`; `duties` are the plan's duties by code, in its order.

    A task counts if its time lies in the period, if it was finished there, or if it was due earlier and is still not finished.
    """
    tinh_den = min(results.den_ngay or ky.den, ky.den)
    answers: dict[str, list[Placed]] = defaultdict(list)
    for index, result in enumerate(results.ket_qua):
        answers[result.ma].append((index, result))
    who = parts(assignments)
    nhac = list(_day_remarks(results, ky))
    viec, ngoai_ky = [], []
    for task in assignments.nhiem_vu:
        made, remarks = _followed(task, who[task.ma], answers.pop(task.ma, []), read_units, tinh_den)
        if _counts(made, ky):
            viec.append(made)
            nhac += remarks
        else:
            ngoai_ky.append(task)
    return TienDo(
        ky=ky,
        tinh_den=tinh_den,
        viec=tuple(viec),
        ngoai_ky=tuple(ngoai_ky),
        trach_nhiem=tuple(_further(duties, answers)),
        viec_khac=tuple(ViecThem(ma, one.ten, (one,)) for ma in answers if ma not in duties for _, one in answers[ma]),
        nhac=tuple(nhac),
    )


def _followed(
    task: Task, who: Parts, answers: Sequence[Placed], read_units: ReadUnits, last: date
) -> tuple[Viec, Sequence[Nhac]]:
    found = sort_answers(task, who, answers, read_units)
    deciding = without_later_ones(found.quyet_dinh, last)
    status, day = decided(deciding)
    others = without_later_ones(found.khac, last)
    viec = Viec(
        nhiem_vu=task,
        chu_tri=tuple(who.chu_tri),
        tra_loi=tuple(deciding),
        khac=tuple(others),
        chua_tra_loi=found.chua_tra_loi,
        trang_thai=status,
        ngay=day,
        han=_deadline(task, status, day, last),
    )
    return viec, found.nhac


def _deadline(task: Task, status: TrangThai, day: date | None, last: date) -> Han:
    han = task.han
    if han is None or han.dinh_ky or han.chua_ro or han.den is None or status is TrangThai.KHONG_THUC_HIEN:
        return Han.KHONG_XET
    if status is TrangThai.HOAN_THANH:
        return Han.CHUA_RO if day is None else Han.DUNG_HAN if day <= han.den else Han.TRE_HAN
    if last <= han.den:
        return Han.CHUA_DEN
    return Han.CHUA_RO if status is TrangThai.CHUA_BAO_CAO else Han.QUA_HAN


def _counts(viec: Viec, ky: KyBaoCao) -> bool:
    position = ky.position(viec.nhiem_vu.han)
    if position is ViTri.TRONG:
        return True
    finished = viec.trang_thai is TrangThai.HOAN_THANH
    if finished and viec.ngay is not None:
        return ky.tu <= viec.ngay <= ky.den
    ended = finished or viec.trang_thai is TrangThai.KHONG_THUC_HIEN
    return position is ViTri.TRUOC and not ended


def _further(duties: Mapping[str, str], answers: Mapping[str, list[Placed]]) -> Iterator[ViecThem]:
    for ma, ten in duties.items():
        if ma in answers:
            yield ViecThem(ma, ten, tuple(answer for _, answer in answers[ma]))


def _day_remarks(results: KetQua, ky: KyBaoCao) -> Iterator[Nhac]:
    if results.den_ngay is not None and results.den_ngay < ky.tu:
        yield Nhac(("den_ngay",), f"den_ngay {short_date(results.den_ngay)} trước kỳ báo cáo {ky.chu}; xem lại")
    elif results.den_ngay is not None and results.den_ngay > ky.den:
        what = "việc hoàn thành sau kỳ tính là chưa hoàn thành, còn so_lieu và kinh_phi không tách được theo kỳ; xem lại"
        yield Nhac(("den_ngay",), f"den_ngay {short_date(results.den_ngay)} sau kỳ báo cáo {ky.chu}: {what}")
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
