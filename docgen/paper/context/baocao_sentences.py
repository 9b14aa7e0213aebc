"""Sentences that follow from the counts; the tables beside them are made of the same counts, so that the two agree."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from docgen.data.model.ketqua import KinhPhi, TrangThai
from docgen.paper.context.baocao_tables import printable
from docgen.text.so import count, difference, dong, percent, quantity, share
from docgen.text.wording import blank, ended, long_date, sentence_start
from docgen.work.assignments import Task
from docgen.work.so_lieu import ChiTieu
from docgen.work.tiendo import Dem, Han, TienDo, Viec, dem

TASK: Final = "nhiệm vụ"
_DONE: Final = {
    TrangThai.HOAN_THANH: "đã hoàn thành", TrangThai.DANG_THUC_HIEN: "đang thực hiện",
    TrangThai.CHUA_THUC_HIEN: "chưa thực hiện", TrangThai.KHONG_THUC_HIEN: "không thực hiện",
    TrangThai.CHUA_RO: "chưa rõ trạng thái", TrangThai.CHUA_BAO_CAO: "chưa có báo cáo",
}  # fmt: skip
_DATED: Final = (Han.DUNG_HAN, Han.TRE_HAN, Han.QUA_HAN, Han.CHUA_DEN, Han.CHUA_RO)
_NAMED: Final = 20
_RATES_TOLD: Final = 10  # of one figure; with more of them the appendix alone tells who said which


def overall(tiendo: TienDo) -> str:
    """Return how many tasks there are in the period and how far they have come."""
    counts = dem(tiendo.viec)
    which = f"thuộc {tiendo.ky.chu}" if tiendo.ngoai_ky else "của Kế hoạch"
    return f"Trong {count(counts.tong)} {TASK} {which}, {by_status(counts)}."


def by_status(counts: Dem) -> str:
    """Return `đã hoàn thành 06 nhiệm vụ (85,7%), đang thực hiện 01 nhiệm vụ (14,3%)`."""
    shown = [(status, many) for status, many in counts.so.items() if many]
    return ", ".join(f"{_DONE[status]} {count(many)} {TASK} ({percent(counts.ty_le[status])})" for status, many in shown)


def of_group(counts: Dem) -> str:
    """Return the progress of a group of tasks."""
    return f"Gồm {count(counts.tong)} {TASK}: {by_status(counts)}."


def outside(tiendo: TienDo) -> str:
    """Return how many tasks do not fall into the period."""
    many = count(len(tiendo.ngoai_ky))
    return f"Có {many} {TASK} của Kế hoạch không thuộc {tiendo.ky.chu} nên không tính trong báo cáo này."


def unreported(viec: Iterable[Viec]) -> Iterator[str]:
    """Yield which tasks and lines nobody has reported on: those that somebody leads, and those that this plan gives to nobody."""
    silent = _of_status(viec, TrangThai.CHUA_BAO_CAO)
    led = [task.ma for task in silent if not task.given_to_nobody]
    others = [task.ma for task in silent if task.given_to_nobody]
    if led:
        yield f"Các {TASK} chưa có báo cáo của đơn vị chủ trì: {enumerated(led)}."
    if others:
        yield f"Các {TASK} chưa có báo cáo kết quả: {enumerated(others)}."


def unclear(viec: Iterable[Viec]) -> Iterator[str]:
    """Yield of which tasks and lines the status is not known although somebody answered."""
    if codes := [task.ma for task in _of_status(viec, TrangThai.CHUA_RO)]:
        yield f"Các {TASK} chưa rõ trạng thái, cần hỏi lại đơn vị chủ trì: {enumerated(codes)}."


def _of_status(viec: Iterable[Viec], status: TrangThai) -> list[Task]:
    return [line.nhiem_vu for one in viec for line in one.counted if line.trang_thai is status]


def enumerated(names: Sequence[str]) -> str:
    """Return `names` in a row; a long row is cut, and says of how many more."""
    more = f" và {count(len(names) - _NAMED)} {TASK} khác" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def deadlines(found: dict[Han, list[Viec]]) -> str:
    """Return how many tasks with a deadline were finished in time, late or not yet; blank where no task has one."""
    counts = [len(found[han]) for han in _DATED]
    if not sum(counts):
        return ""
    whole = Decimal(sum(counts))
    parts = zip(_DATED, counts, strict=True)
    said = ", ".join(f"{han} {count(many)} {TASK} ({percent(share(Decimal(many), whole))})" for han, many in parts if many)
    return f"Trong {count(sum(counts))} {TASK} có thời hạn cụ thể: {said}."


def missed(found: dict[Han, list[Viec]], chot: date | None) -> Iterator[str]:
    """Yield each task that missed its deadline up to the day `chot`, or of which that cannot be told, in the plan's words."""
    for one in found[Han.TRE_HAN]:
        assert one.ngay is not None
        late = count((one.ngay - _due(one)).days)
        yield f"{_named(one)}: hoàn thành {_day(one.ngay)}, sau hạn {late} ngày."
    for one in found[Han.QUA_HAN]:
        yield f"{_named(one)}: {one.trang_thai}, tính đến {settled(chot)}."
    for one in found[Han.CHUA_RO]:
        yield f"{_named(one)}: {_why_unclear(one, chot)}."


def settled(chot: date | None) -> str:
    """Return the day up to which results are told in words, a visible blank where nobody gave it."""
    return _day(chot) if chot else blank("ngày")


def _why_unclear(one: Viec, chot: date | None) -> str:
    match one.trang_thai:
        case TrangThai.CHUA_BAO_CAO | TrangThai.CHUA_RO:
            return _DONE[one.trang_thai]
        case TrangThai.HOAN_THANH:
            return "đã hoàn thành, chưa báo cáo ngày hoàn thành"
    return f"{one.trang_thai}, tính đến {settled(chot)}"


def _due(viec: Viec) -> date:
    assert viec.nhiem_vu.han is not None
    assert viec.nhiem_vu.han.den is not None
    return viec.nhiem_vu.han.den


def _day(day: date) -> str:
    return long_date(day, day.year)


def _named(viec: Viec) -> str:
    return f"{sentence_start(TASK)} {viec.nhiem_vu.ma} (thời hạn: {ended(viec.nhiem_vu.thoi_gian, '')})"


def figure(one: ChiTieu) -> str:
    """Return a figure: `Tin, bài: 1.234 tin`; of one that is not added up what each said, of many the least and the most."""
    name = sentence_start(ended(printable(one.ten), ""))
    if one.tong is not None:
        return f"{name}: {_measured(one.tong, one.don_vi_tinh)}"
    if len(one.nguon) > _RATES_TOLD:
        many = [amount for *_, amount in one.nguon]
        return f"{name}: từ {_measured(min(many), one.don_vi_tinh)} đến {_measured(max(many), one.don_vi_tinh)}"
    told_apart = len({who for _, who, _ in one.nguon if who}) == len(one.nguon)
    return f"{name}: " + "; ".join(
        f"{who if told_apart else f'{TASK} {ma} ({who})' if who else f'{TASK} {ma}'} {_measured(amount, one.don_vi_tinh)}"
        for ma, who, amount in one.nguon
    )


def _measured(amount: Decimal, unit: str) -> str:
    """Return an amount with its unit; a percent sign stands close, as in all percentages."""
    joint = "" if unit.startswith(("%", "‰")) else " "
    return joint.join((quantity(amount), unit)).strip()


def money(kinh_phi: KinhPhi) -> Iterator[str]:
    """Yield what was planned, what was spent, and what they are to each other."""
    planned, spent = kinh_phi.du_toan, kinh_phi.thuc_hien
    if planned is not None:
        yield f"Dự toán được giao: {dong(planned)}."
    if spent is None:
        return
    if not planned:
        yield f"Đã thực hiện: {dong(spent)}."
        return
    yield f"Đã thực hiện: {dong(spent)}, bằng {percent(share(spent, planned))} dự toán."
    if spent > planned:
        yield f"Vượt dự toán: {dong(difference(spent, planned))}."
    elif spent < planned:
        yield f"Còn lại: {dong(difference(planned, spent))}."
