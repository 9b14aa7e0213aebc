"""The numbers and fixed words of decree 30/2020/NĐ-CP, each with its clause.

Clauses are cited as in the decree's first appendix: `PL I.I.3` is Phụ lục I, Phần I, Mục I, khoản 3; `PL I.V #5` is row 5
of the table of type sizes. Lengths are in millimetres, sizes of type in points.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

QUOC_HIEU: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU: Final = "Độc lập - Tự do - Hạnh phúc"
FONT: Final = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Range:
    """A closed range that a clause allows."""

    low: float
    high: float
    unit: str
    clause: str

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high

    @property
    def middle(self) -> float:
        """Return the value in the middle of the range."""
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        return f"{self.low:g}-{self.high:g} {self.unit}"


A4_WIDTH: Final = 210.0  # PL I.I.1
A4_HEIGHT: Final = 297.0

MARGINS: Final = {
    "tren": Range(20, 25, "mm", "PL I.I.3"),
    "duoi": Range(20, 25, "mm", "PL I.I.3"),
    "trai": Range(30, 35, "mm", "PL I.I.3"),
    "phai": Range(15, 20, "mm", "PL I.I.3"),
}
PAGE_MARGIN_NAMES: Final = ("tren", "duoi", "trai", "phai")
DEFAULT_MARGINS: Final = {"tren": 20.0, "duoi": 20.0, "trai": 30.0, "phai": 15.0}

BODY_SIZE: Final = Range(13, 14, "pt", "PL I.II.6.e")
FIRST_LINE_INDENT: Final = 12.7  # 1 cm or 1,27 cm: PL I.II.6.e
PARAGRAPH_GAP: Final = 6.0  # at least 6 pt: PL I.II.6.e
RULE_SHARE: Final = Range(1 / 3, 1 / 2, "dòng chữ", "PL I.II.2.b, II.5.b")

IN_FORCE: Final = date(2020, 3, 5)  # Điều 38: from the day it was signed
TWO_TIERS: Final = date(2025, 7, 1)  # from then on there are no districts: Luật 72/2025/QH15
MERGED_PROVINCES: Final = frozenset(  # Nghị quyết 202/2025/QH15
    """
    HÀ GIANG, YÊN BÁI, BẮC KẠN, VĨNH PHÚC, HÒA BÌNH, BẮC GIANG, THÁI BÌNH, HẢI DƯƠNG, HÀ NAM, NAM ĐỊNH, QUẢNG BÌNH, QUẢNG NAM,
    KON TUM, BÌNH ĐỊNH, PHÚ YÊN, NINH THUẬN, ĐẮK NÔNG, BÌNH THUẬN, BÌNH PHƯỚC, BÌNH DƯƠNG, BÀ RỊA - VŨNG TÀU, LONG AN,
    TIỀN GIANG, BẾN TRE, TRÀ VINH, HẬU GIANG, SÓC TRĂNG, BẠC LIÊU, KIÊN GIANG
    """.strip()
    .replace("\n    ", " ")
    .split(", ")
)

SIGNING_FORMS: Final = ("TM.", "Q.", "KT.", "TL.", "TUQ.")  # PL I.II.7.b

KIND_ABBREVIATIONS: Final = {  # PL III, Mục I; a công văn has none
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ", "thông cáo": "TC",
    "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr", "kế hoạch": "KH", "phương án": "PA", "đề án": "ĐA",
    "dự án": "DA", "báo cáo": "BC", "biên bản": "BB", "tờ trình": "TTr", "hợp đồng": "HĐ", "công điện": "CĐ",
    "bản ghi nhớ": "BGN", "bản thỏa thuận": "BTT", "giấy ủy quyền": "GUQ", "giấy mời": "GM", "giấy giới thiệu": "GGT",
    "giấy nghỉ phép": "GNP", "phiếu gửi": "PG", "phiếu chuyển": "PC", "phiếu báo": "PB",
}  # fmt: skip

URGENCIES: Final = ("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN")  # PL I.III.2.b
CIRCULATIONS: Final = ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")  # PL I.III.2.c
STAMP_SIZE: Final = Range(13, 14, "pt", "PL I.V #10, #13")
HEAD_SIZES: Final = ((13, 14, 14), (12, 13, 13))  # quốc hiệu, tiêu ngữ, địa danh: PL I.V, footnote 1


class Component(NamedTuple):
    """One component of a paper: its type size in each of the two coherent sets (PL I.V, footnote 1), and its face."""

    ten: str
    size_with_14: float
    size_with_13: float
    clause: str
    bold: bool = False
    italic: bool = False

    def size(self, body: float) -> float:
        """Return the size in points that goes with a body of `body` points (13 or 14)."""
        return self.size_with_14 if body == BODY_SIZE.high else self.size_with_13

    @property
    def sizes(self) -> tuple[float, float]:
        """Return the least and the greatest size in points that the decree allows."""
        return self.size_with_13, self.size_with_14

    @property
    def style(self) -> str:
        """Return the name of the paragraph style that carries this component in our templates."""
        return f"ND30 {self.ten}"


_COMPONENTS: Final = (
    Component("Quốc hiệu", 13, 12, "PL I.II.1.a, V #1", bold=True),
    Component("Tiêu ngữ", 14, 13, "PL I.II.1.b, V #1", bold=True),
    Component("Cơ quan chủ quản", 13, 12, "PL I.II.2.b, V #2"),
    Component("Cơ quan ban hành", 13, 12, "PL I.II.2.b, V #2", bold=True),
    Component("Số ký hiệu", 13, 13, "PL I.II.3.c, V #3"),
    Component("Địa danh thời gian", 14, 13, "PL I.II.4.c, V #4", italic=True),
    Component("Tên loại", 14, 13, "PL I.II.5.b, V #5a", bold=True),
    Component("Trích yếu", 14, 13, "PL I.II.5.b, V #5a", bold=True),
    Component("Trích yếu công văn", 12, 12, "PL I.II.5.b, V #5b"),
    Component("Kính gửi", 14, 13, "PL I.II.9.d, V #8a"),
    Component("Căn cứ", 14, 13, "PL I.II.6.a", italic=True),
    Component("Nội dung", 14, 13, "PL I.II.6.e, V #6"),
    Component("Phần", 14, 13, "PL I.II.6.đ, V #6b", bold=True),
    Component("Mục", 14, 13, "PL I.II.6.đ, V #6b", bold=True),
    Component("Khoản", 14, 13, "PL I.II.6.đ, V #6b"),
    Component("Quyền hạn chức vụ", 14, 13, "PL I.II.7.đ, V #7", bold=True),
    Component("Họ tên", 14, 13, "PL I.II.7.đ, V #7", bold=True),
    Component("Nơi nhận", 12, 12, "PL I.II.9.d, V #8b", bold=True, italic=True),
    Component("Danh sách nơi nhận", 11, 11, "PL I.II.9.d, V #8b"),
    Component("Phụ lục", 14, 14, "PL I.III.1.b, V #9", bold=True),
    Component("Tên phụ lục", 14, 13, "PL I.III.1.b, V #9", bold=True),
    Component("Kèm theo", 14, 13, "PL I.III.1.c", italic=True),
    Component("Số trang", 14, 13, "PL I.I.7, V #14"),
)
COMPONENTS: Final = {component.ten: component for component in _COMPONENTS}
