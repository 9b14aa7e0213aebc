"""What the headings of offices' tables mean, by their words."""

import re
from typing import Final

from docgen.intake.values import MARKED_TIME, NUMBER, TIME_FROM, TIME_TO
from docgen.text.folding import folded_words
from docgen.text.wording import roman

LONGEST: Final = 150  # letters; what is longer is no heading

_OFFICE: Final = r"(?:don vi|co quan|phong|ban|nguoi|bo phan|to chuc|ca nhan|can bo|noi|cong chuc|chuyen vien)"
_MEANINGS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (NUMBER, r"(?:s ?)?t ?t|so(?: thu tu| tt)?"),
        ("ma", r"ma(?: so)?(?: nhiem vu| nv| viec)?"),
        (TIME_FROM, r"(?:ngay |thoi gian |thoi diem )?bat dau(?: thuc hien)?"),
        (TIME_TO, r"(?:ngay |thoi gian |thoi diem )?ket thuc"),
        (
            "ten",
            r"(?:ten |cac |danh muc |noi dung |dau )*(?:nhiem vu|noi dung|hoat dong|cong viec|giai phap|de an|dau viec|"
            r"viec(?= lam|$)|cong tac|chuong trinh|muc tieu)\b(?!.*\b(?:chu tri|phoi hop|lanh dao)\b).*",
        ),
        ("ghi_chu", r"(?:ghi chu|chu thich)\b.*"),
        ("theo_doi", r".*\b(?:theo doi|giam sat|don doc)\b.*|lanh dao\b.*|.*\blanh dao (?:phu trach|chi dao)\b.*"),
        ("kinh_phi", r".*\b(?:kinh phi|nguon von)\b.*|du toan\b.*"),
        ("chu_tri", r".*\bchu tri\b.*|.*\bdau moi\b.*"),
        ("phoi_hop", r".*\bphoi hop\b.*"),
        ("san_pham", r".*\bsan pham\b.*|(?:du kien |yeu cau )?(?:ket qua|dau ra)\b.*"),
        (
            "thoi_gian",
            r".*\b(?:thoi gian|thoi han|tien do|moc thoi gian|thoi diem|lo trinh)\b.*|(?:ngay )?hoan thanh\b.*|han\b.*",
        ),
        (
            "chu_tri",
            rf"(?:{_OFFICE}(?: hoac)? )*{_OFFICE}(?: duoc)?(?: giao| tham muu| chiu trach nhiem| phu trach| chinh| thuc hien)*"
            r"|phan cong\b.*|trach nhiem\b.*|phu trach\b.*|chiu trach nhiem\b.*|thuc hien",
        ),
        ("ten", r"(?!so |tong |ty le|ti le).*\b(?:nhiem vu|noi dung|hoat dong|cong viec)\b.*"),
    )
)
_QUARTER: Final = re.compile(r"(?:quy|q) ?(?P<number>[1-4]|iv|i{1,3})")
_MONTH: Final = re.compile(r"(?:thang|t) ?0?(?P<number>1[0-2]|[1-9])")
_BARE: Final = re.compile(r"(?P<number>1[0-2]|[1-9]|iv|i{1,3})")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_UNDER_TIME: Final = {"tu": TIME_FROM, "tu ngay": TIME_FROM, "den": TIME_TO, "den ngay": TIME_TO, "hoan thanh": TIME_TO}


def meaning(heading: str, parent: str = "") -> str:
    """Return what a column under `heading`, itself under `parent`, holds; blank where its words say nothing known."""
    own, over = folded_words(heading), folded_words(parent)
    if max(len(own), len(over)) > LONGEST:
        return ""
    above = _plain(over)
    if marked := _marked_time(own, is_under_time=above == "thoi_gian"):
        return marked
    if above == "thoi_gian" and own in _UNDER_TIME:
        return _UNDER_TIME[own]
    return _plain(own) or (_plain(f"{over} {own}") if over else "")


def _plain(words: str) -> str:
    return next((name for name, pattern in _MEANINGS if words and pattern.fullmatch(words)), "")


def _marked_time(words: str, *, is_under_time: bool) -> str:
    """Return the meaning of a column that is marked where a task falls into its quarter or month."""
    if match := _QUARTER.fullmatch(words):
        return f"{MARKED_TIME}:Quý {roman(_number(match))}"
    if match := _MONTH.fullmatch(words) or (_BARE.fullmatch(words) if is_under_time else None):
        quarter = match["number"] in _ROMAN
        return f"{MARKED_TIME}:{f'Quý {roman(_number(match))}' if quarter else f'Tháng {_number(match)}'}"
    return ""


def _number(match: re.Match[str]) -> int:
    return _ROMAN.get(match["number"]) or int(match["number"])
