"""Lists of what goes out: the register of letters, with the ten columns of the decree's own (PL IV.I), and the list of forms."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from docgen.forms.sheets import BookProperties, Column, Link, Sheet, Title, workbook
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import NgayChuaDu, NgayVanBan
from docgen.text.wording import DAY_BLANK

_SUBJECT: Final = lazy_re(r"\A\s*(?:v/v|về việc)\s+", re.IGNORECASE)


class SentForm(NamedTuple):
    """A form: the unit, its file by its way from the list's folder, and how much the unit is asked."""

    don_vi: str
    tep: str
    chu_tri: int
    phoi_hop: int
    trach_nhiem: int


def form_list(forms: Sequence[SentForm], *, ky: str, ke_hoach: str, co_quan: str) -> bytes:
    """Return the workbook that lists `forms`, in their order; what is to be noted by hand is blank.

    The same forms give the same bytes. It bears no stamp yet: `stamp.stamped_copy` gives it one.
    """
    columns = (
        Column("STT", 6, giua=True),
        Column("Đơn vị", 40),
        Column("Tệp biểu mẫu", 44),
        Column("Nhiệm vụ chủ trì", 10, giua=True),
        Column("Nhiệm vụ phối hợp", 10, giua=True),
        Column("Trách nhiệm", 12, giua=True),
        Column("Ngày gửi", 12, giua=True),
        Column("Ngày trả lời", 12, giua=True),
        Column("Ghi chú", 24),
    )
    titles = [Title(f"DANH MỤC BIỂU MẪU THU THẬP KẾT QUẢ {ky.upper()}", dam=True, co_chu=14), Title(f"({ke_hoach})")]
    rows = [
        (number, one.don_vi, Link(one.tep), one.chu_tri, one.phoi_hop, one.trach_nhiem, None, None, None)
        for number, one in enumerate(forms, start=1)
    ]
    sheet = Sheet("Danh mục biểu mẫu", columns, rows, titles, fixed=2)
    return workbook([sheet], BookProperties(f"Danh mục biểu mẫu thu thập kết quả {ky}", co_quan))


class LetterRow(NamedTuple):
    """One letter: the unit, the file by its way from the workbook's folder, the subject, what is asked of the unit.

    What is not known yet stays blank on paper, to be written by hand.
    """

    don_vi: str
    tep: str
    trich_yeu: str
    chu_tri: int = 0  # how many tasks it leads
    phoi_hop: int = 0
    trach_nhiem: int = 0
    han: date | None = None  # the earliest deadline
    so_ky_hieu: str = ""
    ngay: NgayVanBan | None = None
    nguoi_ky: str = ""
    luu: str = ""
    so_luong: int | None = None
    ghi_chu: str = ""


def register(rows: Sequence[LetterRow], *, nam: int, co_quan: str, co_quan_chu_quan: str = "", ke_hoach: str = "") -> bytes:
    """Return the workbook that lists the letters `rows`, in their order; `ke_hoach` is the subject of the plan behind them.

    The same rows give the same bytes. It bears no stamp yet: `stamp.stamped_copy` gives it one.
    """
    sheets = [_book(rows, nam, co_quan, co_quan_chu_quan), _list(rows, ke_hoach)]
    return workbook(sheets, BookProperties(f"Sổ đăng ký văn bản đi năm {nam}", co_quan))


def _book(rows: Sequence[LetterRow], nam: int, co_quan: str, co_quan_chu_quan: str) -> Sheet:
    columns = (
        Column("Số, ký hiệu văn bản", 15, giua=True),
        Column("Ngày tháng văn bản", 12, giua=True),
        Column("Tên loại và trích yếu nội dung văn bản", 46),
        Column("Người ký", 20),
        Column("Nơi nhận văn bản", 30),
        Column("Đơn vị, người nhận bản lưu", 14, giua=True),
        Column("Số lượng bản", 8, giua=True),
        Column("Ngày chuyển", 11, giua=True),
        Column("Ký nhận", 11),
        Column("Ghi chú", 13),
    )
    office = [Title(co_quan_chu_quan.upper())] if co_quan_chu_quan else []
    titles = [
        *office,
        Title(co_quan.upper(), dam=True),
        Title("SỔ ĐĂNG KÝ VĂN BẢN ĐI", dam=True, co_chu=14),
        Title(f"Năm: {nam}"),
    ]
    lines = [
        (
            row.so_ky_hieu,
            _day(row.ngay),
            f"Công văn về việc {_subject(row)}",
            row.nguoi_ky,
            row.don_vi,
            row.luu,
            row.so_luong,
            None,
            None,
            row.ghi_chu,
        )
        for row in rows
    ]
    return Sheet("Sổ đăng ký văn bản đi", columns, lines, titles, numbered=True, filtered=False)


def _day(day: NgayVanBan | None) -> str | date | None:
    """Return what stands in a cell of a date: of one that is not known whole its month, with room to write the day before it."""
    if not isinstance(day, NgayChuaDu):
        return day
    return f"{DAY_BLANK}/{day.month:02d}/{day.year}" if day.month else None


def _list(rows: Sequence[LetterRow], ke_hoach: str) -> Sheet:
    columns = (
        Column("STT", 6, giua=True),
        Column("Đơn vị nhận", 34),
        Column("Tệp", 34),
        Column("Trích yếu", 46),
        Column("Nhiệm vụ chủ trì", 10, giua=True),
        Column("Nhiệm vụ phối hợp", 10, giua=True),
        Column("Trách nhiệm khác", 10, giua=True),
        Column("Hạn sớm nhất", 12, giua=True),
        Column("Số công văn", 14, giua=True),
    )
    titles = [
        Title("DANH MỤC CÔNG VĂN GIAO NHIỆM VỤ", dam=True, co_chu=14),
        *([Title(f"(Kế hoạch: {ke_hoach})")] if ke_hoach else []),
    ]
    lines = [
        (index, row.don_vi, Link(row.tep), _subject(row), row.chu_tri, row.phoi_hop, row.trach_nhiem, row.han, row.so_ky_hieu)
        for index, row in enumerate(rows, start=1)
    ]
    return Sheet("Danh mục công văn", columns, lines, titles, fixed=2)


def _subject(row: LetterRow) -> str:
    return _SUBJECT.sub("", row.trich_yeu).strip()
