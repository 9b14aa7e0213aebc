"""The review list's context: every value that `templates/rasoat.docx` asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.paper.context.bang import fitted
from docgen.paper.context.column_widths import Column
from docgen.paper.context.printable import BangIn, Hang, Khoi, ThuocTinh
from docgen.paper.layout import Layout, Room
from docgen.rollover.changes import ReviewGroup
from docgen.rollover.rasoat import ORDER, Cho, MucRaSoat, RaSoat
from docgen.rollover.rasoat_text import NOTHING, TITLES, around, counts
from docgen.text.wording import capitals, roman

_TITLE: Final = "Danh sách rà soát"
_BOX: Final = "☐"
_GOES_ON: Final = "(tiếp)"
_PLACES: Final = 4  # in one row
_AROUND: Final = 36  # letters on either side of the words in question
_COLUMNS: Final = (
    Column("STT", centred=True),
    Column("VỊ TRÍ", centred=False),
    Column("BẢN CŨ", centred=False),
    Column("BẢN MỚI", centred=False),
    Column("LÝ DO", centred=False),
    Column("XONG", centred=True),
)
_UNMERGED: Final = ("",) * len(_COLUMNS)


@dataclass(frozen=True, slots=True)
class RaSoatIn:
    """A review list ready to print; each field is a tag of the template."""

    ten_loai: str
    trich_yeu: str
    khoi: tuple[Khoi, ...]
    thuoc_tinh: ThuocTinh


def rasoat_context(review: RaSoat, layout: Layout) -> RaSoatIn:
    """Return everything that is printed of `review` on pages of `layout`."""
    subject = f"Kế hoạch năm {review.years.old} chuyển sang năm {review.years.new}"
    return RaSoatIn(
        ten_loai=capitals(_TITLE),
        trich_yeu=subject,
        khoi=(
            Khoi("Bảng chữ", f"Kế hoạch: {review.trich_yeu}"),
            Khoi("Bảng chữ", f"Từ tệp {review.nguon} sang tệp {review.dich}"),
            Khoi("Bảng chữ", f"Tổng cộng {counts(review)}. Chữ giữa « và » là chỗ nói đến, đúng như trong tệp mới.", cach=80),
            Khoi("Bảng", bang=_table(review, layout.landscape_room)),
        ),
        thuoc_tinh=ThuocTinh(f"{_TITLE}: {subject}", "docgen"),
    )


def _table(review: RaSoat, room: Room) -> BangIn:
    return fitted(_COLUMNS, list(_rows(review)), room)


def _rows(review: RaSoat) -> Iterator[Hang]:
    for number, group in enumerate(ORDER, start=1):
        items = review.of(group)
        yield Hang((roman(number), f"{TITLES[group]}: {f'{review.places(group)} chỗ' if items else NOTHING}"))
        yield from (row for item in items for row in _rows_of(item, review))


def _rows_of(item: MucRaSoat, review: RaSoat) -> Iterator[Hang]:
    """Yield the rows of an item: one, or more that repeat its number where its places would make it too high for a page."""
    old, new = " ".join(item.old.split()), " ".join(item.new.split())
    told = (old, _new(item, new), item.why)
    for first in range(0, len(item.cho), _PLACES):
        where = "\n".join(_place(place, review) for place in item.cho[first : first + _PLACES])
        yield Hang(("", "", str(item.so), where, *told, _BOX), _UNMERGED)
        told = ("", "", _GOES_ON)


def _new(item: MucRaSoat, new: str) -> str:
    if item.is_remark:
        return ""
    if item.old == item.new:
        return "(chưa đổi)" if item.group is ReviewGroup.DECIDE else "(giữ nguyên)"
    return new or "(bỏ)"


def _place(place: Cho, review: RaSoat) -> str:
    where = place.place
    inside = f"dòng {where.line}, cột {where.column}" if where.file == review.dich and where.line else str(where)
    words = around(place, _AROUND)
    return f"{place.ten} ({inside})" + (f"\n{words}" if words else "")
