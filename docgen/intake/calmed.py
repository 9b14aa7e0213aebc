"""Names of offices in capitals as they are written in a sentence: as the paper itself writes them, or by their words."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from docgen.check.anatomy import Paper
from docgen.text.folding import on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import sentence_start

_LEVELS: Final = ("tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "đặc", "khu")
_OPENING: Final = (  # kinds of offices, behind which their field opens with a capital
    "Ủy ban", "Uỷ ban", "Hội đồng", "Văn phòng", "Chi cục", "Trung tâm", "Bệnh viện",
    "Sở", "Phòng", "Ban", "Trường", "Cục", "Hội",
)  # fmt: skip
_SCHOOL: Final = lazy_re(
    r"\b(?:phổ thông|cơ sở|tiểu học|mầm non|thpt|thcs) (?P<name>.+)", re.IGNORECASE
)  # and whose name it bears
_PROPER: Final = {  # names in names, which are written so wherever they stand
    name.lower(): name
    for name in ("Mặt trận Tổ quốc", "Việt Nam", "Hồ Chí Minh", "Phụ nữ", "Cựu chiến binh", "Nông dân", "Thanh niên", "Cộng sản")
}
_NO_PLACE: Final = lazy_re(r"\A(?:khu (?:vực|kinh|công)|xã hội)")
_ROMAN: Final = lazy_re(r"x?(?:ix|iv|v?i{2,3}|vi|xi)")
_LETTERS: Final = ("UBND", "HĐND", "MTTQ", "UBMTTQ", "BHXH", "TP", "TX")


def spellings(paper: Paper) -> Callable[[str], tuple[str, bool]]:
    """Return what gives a name in capitals as the paper's own text writes it, and whether it does so."""
    text = "\n".join(on_one_line(paragraph.words) for paragraph in paper.view.paragraphs)

    def spelled(name: str) -> tuple[str, bool]:
        if not name.isupper():
            return name, True
        for match in re.finditer(re.escape(name), text, re.IGNORECASE):
            if not match.group().isupper():
                return sentence_start(match.group()), True
        return _calm(name), False

    return spelled


def _is_short(word: str) -> bool:
    """Return whether a word in capitals is letters for others: none of them can be read as a syllable, or it has an "&"."""
    plain = unicodedata.normalize("NFD", word)
    return word.isupper() and word not in _LETTERS and len(word) > 1 and ("&" in word or not set(plain) & set("AEIOUY"))


def _calm(name: str) -> str:
    """Return a name in capitals as names are written: first words of the field and of the place with a capital."""
    small = " ".join(word if word in _LETTERS or _is_short(word) else word.lower() for word in name.split())
    for proper, written in _PROPER.items():
        small = re.sub(rf"(?<!\w){proper}(?!\w)", written, small)
    if match := _SCHOOL.search(small):
        small = small[: match.start("name")] + match["name"].title()
    opening = next((kind for kind in _OPENING if small.casefold().startswith(f"{kind.casefold()} ")), "")
    made: list[str] = []
    in_place = False
    words = small.split()
    for index, word in enumerate(words):
        before, after = made[-1] if made else "", " ".join(words[index + 1 : index + 2])
        opens = (
            index == 0 or (index == len(opening.split()) and word != "nhân") or before in ("và", "-", "–") or before.endswith(",")
        )
        if _is_short(word) or _ROMAN.fullmatch(word):
            made.append(word.upper())
            in_place = in_place or index > 0
        elif word in _LEVELS and (not in_place or _is_short(before)) and index and not _NO_PLACE.search(f"{word} {after}"):
            made.append(word)
            in_place = word in ("tỉnh", "huyện", "quận", "xã", "phường", "phố", "trấn", "khu")
        else:
            made.append(word[:1].upper() + word[1:] if opens or in_place else word)
    return " ".join(made)
