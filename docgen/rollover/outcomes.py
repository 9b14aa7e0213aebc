"""What the year that ended teaches its successor: tasks to carry over, tasks that may go, directions to take up.

Nothing is removed. The status of a task is the one that the year's own report gives it.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from docgen.data.model.ketqua import KetQua, TrangThai
from docgen.rollover.changes import Change, Route, Years
from docgen.text.dinhdang import plain
from docgen.text.thoigian import KyBaoCao, ThoiGian
from docgen.text.wording import short_date
from docgen.work.answers import ReadUnits
from docgen.work.assignments import Assignments, Task
from docgen.work.theo_doi import follow
from docgen.work.tiendo import Viec

_LAST_MONTH: Final = 12  # results told before it are not yet those of a year; docgen's choice, it only asks


class BaiHocKind(StrEnum):
    """What there is to learn."""

    CHUYEN_TIEP = "chuyển tiếp"
    DE_NGHI_BO = "đề nghị bỏ"
    PHUONG_HUONG = "phương hướng"
    XEM_LAI = "xem lại kết quả"


class BaiHoc(NamedTuple):
    """One thing learnt: of a task of the plan, or of a value of the results (`PHUONG_HUONG`, `XEM_LAI`), as the route says.

    `note` is the comment to stand above the task, without its number sign; blank where there is none.
    """

    route: Route
    kind: BaiHocKind
    note: str
    change: Change


def learn(assignments: Assignments, results: KetQua, years: Years, read_units: ReadUnits) -> tuple[BaiHoc, ...]:
    """Return what `results` teach about the plan of `assignments`; codes and names are held to agree (`tiendo.mismatches`).

    `read_units` finds the units in the name of who answered.
    """
    every_time = KyBaoCao(f"năm {years.old}", date.min, date.max)
    followed = follow(assignments, results, every_time, {}, read_units).viec
    of_tasks = (lesson for viec in followed if (lesson := _of_task(viec, years)) is not None)
    return (*_doubts(results, years), *of_tasks, *_directions(results, years))


def _of_task(viec: Viec, years: Years) -> BaiHoc | None:
    task, status = viec.nhiem_vu, viec.trang_thai
    if status is not TrangThai.HOAN_THANH:
        return _carried_over(viec, years)
    if not all(_comes_once(line.nhiem_vu.han, years.old) for line in viec.lines):
        return None
    done = f"đã hoàn thành ngày {short_date(viec.ngay)}" if viec.ngay else f"đã hoàn thành trong năm {years.old}"
    if viec.chua_tra_loi:
        done += f" (chưa có báo cáo của {'; '.join(viec.chua_tra_loi)})"
    why = f"{done}, thời gian “{task.thoi_gian}” chỉ là một đợt; bỏ nếu năm {years.new} không làm lại"
    return BaiHoc(task.route, BaiHocKind.DE_NGHI_BO, f"đề nghị bỏ: {done}", _remark(task, why, sure=False))


def _carried_over(viec: Viec, years: Years) -> BaiHoc:
    task, status = viec.nhiem_vu, viec.trang_thai
    dropped = status is TrangThai.KHONG_THUC_HIEN
    remedy = f"quyết định giữ hay bỏ ở năm {years.new}" if dropped else f"giữ lại cho năm {years.new} và ghi chú"
    asked = "".join(
        f"; {answer.don_vi or 'kết quả'} kiến nghị: “{answer.kien_nghi}”" for answer in viec.tra_loi if answer.kien_nghi
    )
    times = [line.nhiem_vu.han for line in viec.lines]
    always = " (nhiệm vụ thường xuyên)" if all(han is not None and han.dinh_ky for han in times) else ""
    left = [line.nhiem_vu.ma for line in viec.phan_viec if line.trang_thai is not TrangThai.HOAN_THANH]
    which = f" (còn {', '.join(left)})" if left and len(left) < len(viec.phan_viec) else ""
    note = f"chuyển tiếp từ năm {years.old}: {status}{which}{always}"
    why = f"năm {years.old} {status}{which}{always}; {remedy}{asked}"
    return BaiHoc(task.route, BaiHocKind.CHUYEN_TIEP, note, _remark(task, why, sure=not dropped))


def _comes_once(han: ThoiGian | None, year: int) -> bool:
    """Return whether a time was read that neither recurs nor is the whole year."""
    if han is None or not han.dot or han.dinh_ky:
        return False
    first, last = date(year, 1, 1), date(year, 12, 31)
    return not any(dot.tu <= first and (dot.den is None or dot.den >= last) for dot in han.dot)


def _remark(task: Task, why: str, *, sure: bool) -> Change:
    return Change(task.route, 0, "", "", why, sure, behind=task.ten)


def _directions(results: KetQua, years: Years) -> Iterator[BaiHoc]:
    for index, direction in enumerate(results.phuong_huong):
        route = ("phuong_huong", index)
        why = f"phương hướng đã nêu trong báo cáo năm {years.old}; xem đưa vào kế hoạch năm {years.new}"
        yield BaiHoc(route, BaiHocKind.PHUONG_HUONG, "", Change(route, 0, "", "", why, sure=False, behind=plain(direction)))


def _doubts(results: KetQua, years: Years) -> Iterator[BaiHoc]:
    """Yield why these results may not be those of the year that ended."""
    if results.vi_du:
        yield _doubt(
            "vi_du", f"tệp kết quả là ví dụ ⦃(vi_du: có)¦(không phải kết quả thật)⦄; thay bằng kết quả thật của năm {years.old}"
        )
    day = results.den_ngay
    if day is not None and day.year not in (years.old, years.old + 1):
        yield _doubt("den_ngay", f"kết quả tính đến {short_date(day)}, không phải của năm {years.old}; xem lại tệp kết quả")
    elif day is not None and day < date(years.old, _LAST_MONTH, 1):
        yield _doubt("den_ngay", f"kết quả mới tính đến {short_date(day)}; cập nhật đến cuối năm {years.old} rồi chạy lại")


def _doubt(key: str, why: str) -> BaiHoc:
    return BaiHoc((key,), BaiHocKind.XEM_LAI, "", Change((key,), 0, "", "", why, sure=False))
