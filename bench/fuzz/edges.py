"""Values that readers stumble over: numbers at the edge of what fits, words that look like numbers, days that are none."""

import random
from typing import Final

_NUMBERS: Final = (
    "0", "-1", "1", "7", "255", "65536", "1048577", "2147483648", "-2147483649", "9" * 20, "9" * 400, "9" * 5000, "1e99",
    "1e999", "-1e-99", "NaN", "Infinity", "1.5", "1,5", "1.234.567,89", "0x1F", "1_000", "²", "½", "١٢", "Ⅳ", "１２", "+5", "--5",
    "5%", "12pt", "2.5cm", "45000", "60", "2958466", "-45000",
)  # fmt: skip
_WORDS: Final = (
    "", " ", "\t", "\n", "\u00a0", "\u200b", "\u202e", "\ufeff", "\u2028", "\u0085", "\r", "a", "true", "off", "none", "auto",
    "null", "~", "xml:space", "rId1", "rId99", "FFFFFF", "#REF!", "#N/A", "A1:XFD1048576", "B2:A1", "XFD1048576", "A0", "ZZZZ1",
    "=1+1", "=HYPERLINK(\"x\")", "@SUM(A1)", "dd/mm/yyyy", "[$-42A]d mmmm yyyy", "0.00E+00", "/word/document.xml", "../../x",
    "http://a.vn/b", "{{ ten }}", "{% for x in y %}", "{%p if", "}}", "{{ ''.__class__ }}", "PAGE", "SEQ x \\* ARABIC",
    "Heading1", "Normal", "Tiê\u0301ng Viê\u0323t", "😀", "“", "”", "./.", "-", "–", "…", "I.", "1.", "a)", "đ)", "I.1",
    "PL1.I.1", "như trên", "nt", "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "[cần điền số]", "x" * 300, "từ " * 3000,
    "1" * 5000, "(" * 500,
)  # fmt: skip
_TIMES: Final = (
    "Quý V", "Quý 0", "Quý II/99999", "Quý IV năm 2023 - Quý I năm 2024", "tháng 13", "tháng 0/2023", "Từ tháng 12 đến tháng 3",
    "31/02/2023", "29/02/2024", "29/02/2023", "00/00/0000", "1/1/0001", "31/12/9999", "ngày 32 tháng 13 năm 2023", "2023-02-30",
    "2023-13-01", "0000-01-01", "9999-12-31", "năm 0", "năm 99999", "năm học 2023 - 2024", "giai đoạn 2025 - 2021",
    "giai đoạn 1945 - 2100", "đến năm 2030, tầm nhìn đến năm 2045", "6 tháng đầu năm", "99 tháng cuối năm", "Tuần 53 năm 2023",
    "trước ngày 30 tháng 02 hằng năm", "Tết Nguyên đán Quý Mão 2023", "kỷ niệm 133 năm Ngày sinh", "kỷ niệm 0 năm",
    "lần thứ 9999", "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", "số 0/QĐ-TTg ngày 00/00/2023",
    "Kế hoạch số …/KH-UBND", "Luật Ngân sách nhà nước năm 2015", "24 giờ 60 phút ngày 31/4", "08h00", "2023", "1899", "1900",
    "2024/2023", "2022-2023-2024", "số 123/UBND", "quý 1,2,3 năm 2023", "thứ Tám", "ngày 01/01", "01/2023", "giữa năm 2023",
    "Thường xuyên", "hàng tháng",
)  # fmt: skip
ALL: Final = (*_NUMBERS, *_WORDS, *_TIMES)


def edge(drawn: random.Random) -> str:
    """Return one of them, each kind as often as another."""
    return drawn.choice(drawn.choice((_NUMBERS, _WORDS, _TIMES)))
