"""Words by which components are known, compared without marks, case and spacing, so that a misspelt one is still found."""

import difflib
import re
from functools import lru_cache
from typing import Final

from docgen.check.view import Paragraph
from docgen.text.folding import folded_words, without_marks
from docgen.text.patterns import lazy_re

QUOC_HIEU: Final = "cong hoa xa hoi chu nghia viet nam"
_TIEU_NGU: Final = "doc lap tu do hanh phuc"
_ALIKE: Final = 0.8
ADDRESSED: Final = lazy_re(r"^kính\s*g[ửở]i\b", re.IGNORECASE)
POINTER: Final = lazy_re(r"^\(\s*(?:được\s+)?(?:ban\s*hành\s*|đính\s*)?kèm\s*theo\b|^ban hành kèm theo\b", re.IGNORECASE)
FORM: Final = lazy_re(  # titles of forms that are no papers of Điều 7
    r"^(?:phieu|don|to (?:khai|phieu)|giay (?:de nghi|xac nhan|chung nhan|bien nhan|phep|di duong)|bien nhan"
    r"|ban (?:cam ket|kiem diem|tu kiem|tuong trinh|nhan xet|tu nhan xet|ke khai)|bang ke|hoa don|(?:so yeu )?ly lich)\b"
)
_STAMP: Final = lazy_re(  # in a box of its own: of a registry, of a copy (Phụ lục I, Phần II), of a digital signature
    r"^(?:(?:cong van|van ban) den|den(?: so\b.*| ngay\b.*)?|sao (?:y|luc)|trich sao|ky boi|nguoi ky|(?:ngay|thoi gian|gio) ky)\b"
)
_SIGNED_BY: Final = lazy_re(r"^\s*(?:Ký bởi|Người ký|(?:Ngày|Thời gian|Giờ) ký|Email|E-mail|Cơ quan|Tổ chức)\s*:", re.IGNORECASE)
_TOP: Final = 8  # paragraphs in which the text of a digital signature may stand without a box
_PARAGRAPH: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
DRAFT: Final = lazy_re(r"^\(?\s*(?:bản\s+)?dự\s*thảo\b", re.IGNORECASE)
KINDS: Final = {
    kind: without_marks(kind)
    for kind in (
        "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình",
        "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công điện", "bản ghi nhớ",
        "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi", "phiếu chuyển",
        "phiếu báo", "công văn",
    )
}  # fmt: skip
_BY_PLAIN_WORDS: Final = {plain: kind for kind, plain in KINDS.items()}
NORMATIVE_KINDS: Final = ("hiến pháp", "luật", "bộ luật", "pháp lệnh", "lệnh", "nghị định", "thông tư", "thông tư liên tịch")
PLACE_NOUNS: Final = ("tinh", "thanh pho", "huyen", "quan", "thi xa", "thi tran", "xa", "phuong", "dac khu", "khu vuc")
UNIT_NOUNS: Final = (
    "uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "bo", "so", "phong", "ban", "van phong", "trung tam",
    "truong", "chi cuc", "cuc", "tong cuc", "benh vien", "dai", "bao", "hoi", "thanh tra", "vien", "hoc vien",
    "cong an", "toa an", "chi nhanh", "uy ban", "lien doan", "doan", "khoa", "hat", "quy", "cong ty", "tong cong ty",
    "tieu ban", "tram", "thu vien", "bao tang", "nha", "kho bac", "bao hiem", "ngan hang", "hoi dong", "to", "vu",
    "dai hoc", "cum", "lien hiep", "mat tran", "tap doan", "quoc hoi", "chinh phu",
)  # fmt: skip
_NO_UNITS: Final = (
    "phong chong", "so huu", "bao ve", "bao dam", "bao ton", "bo sung", "quy hoach", "to chuc", "nha nuoc", "hoi nhap",
)  # fmt: skip
TITLE_NOUNS: Final = lazy_re(
    r"\b(chu tich|giam doc|truong|pho|chanh|bo truong|thu truong|thu ky|chu toa|uy ban|hoi dong|uy vien|thu tuong|tong|vien"
    r"|so|ban|thu truong co quan|dai dien|nguoi lap|ke toan|bi thu|chu nhiem|vu|cuc|phong|don vi|doi|hieu|phu trach)\b"
)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` in small ASCII letters and digits with one blank between words."""
    return folded_words(text)


@lru_cache(maxsize=4096)
def is_quoc_hieu(text: str) -> bool:
    """Return whether `text` is the state's name, perhaps misspelt."""
    words = folded(text) if len(text) >= 14 else ""
    return words == QUOC_HIEU or (14 <= len(words) <= 45 and _is_like(words, QUOC_HIEU))


def is_tieu_ngu(text: str) -> bool:
    """Return whether `text` is the state's motto, perhaps misspelt."""
    words = folded(text)
    if words == _TIEU_NGU:
        return True
    return len(words) <= 40 and (_is_like(words, _TIEU_NGU) or ("doc lap" in words and "hanh phuc" in words))


def kind_of(text: str) -> str | None:
    """Return the kind of paper that `text` names alone, in the decree's words, None where it names none."""
    words = folded(text)
    return _BY_PLAIN_WORDS.get(words)


def kind_opening(text: str) -> str | None:
    """Return the kind of paper that `text` opens with, None where it opens with none."""
    words = folded(text)
    return next((kind for kind, plain in KINDS.items() if words.startswith(plain + " ")), None)


def opens_with(text: str, nouns: tuple[str, ...]) -> bool:
    """Return whether `text` opens with one of `nouns` as whole words."""
    words = folded(text)
    return any(words == noun or words.startswith(noun + " ") for noun in nouns)


def names_unit(text: str) -> bool:
    """Return whether `text` opens as the name of an office does, and not as the second line of one."""
    return opens_with(text, UNIT_NOUNS) and not opens_with(text, _NO_UNITS)


def is_stamped(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is of a stamp or a digital signature, which was put on the paper and is no part of it."""
    if paragraph.story == "box":
        lines = paragraph.element.getparent().iterchildren(_PARAGRAPH)
        return any(_STAMP.match(folded("".join(line.itertext()))) for line in lines)
    return paragraph.number <= _TOP and paragraph.place is None and bool(_SIGNED_BY.match(paragraph.words))


def _is_like(one: str, other: str) -> bool:
    if 2 * min(len(one), len(other)) < _ALIKE * (len(one) + len(other)):  # were all letters of the shorter in the other
        return False
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE  # the first, never the lower, is known much sooner
