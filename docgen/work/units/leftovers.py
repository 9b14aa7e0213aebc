"""The words in which no unit was recognised: cut into pieces as a reader would, each with the nearest name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from docgen.text.spelling import name_key
from docgen.work.units.nearest import Nearest
from docgen.work.units.openers import UNIT
from docgen.work.units.reading import Leftover

_CLOSE: Final = 0.8  # a piece that is a misspelt name may hold commas; others are cut at them
_EDGE: Final = " \t\n,;.:/&–—-()+“”\"'…"
_LINK: Final = (
    r"(?:và|cùng với|cùng|với|hoặc|do|đồng thời|như sau|chủ trì|phối hợp với|phối hợp|kính đề nghị|đề nghị|giao cho|giao|yêu cầu"
    r"|đối với|trách nhiệm của|nhiệm vụ của|(?:cơ quan|đơn vị) (?:thường trực|chủ trì|phối hợp|đầu mối))"
)
_HEAD_OF_UNIT: Final = r"(?:đồng chí|thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|chủ tịch|trưởng|chánh)"
_LINKS_BEFORE: Final = re.compile(rf"(?:[\s,;.:()–—-]|\b{_LINK}(?!\w))+", re.IGNORECASE)
_LINKS_BEHIND: Final = re.compile(rf"(?:[\s,;.:()–—-]|\b{_LINK}(?!\w))+\Z", re.IGNORECASE)
_HEADS_BEHIND: Final = re.compile(rf"\b{_HEAD_OF_UNIT}(?:\s+các)?\s*\Z", re.IGNORECASE)
_ONLY_LINKS: Final = re.compile(rf"(?:\s*\b(?:{_LINK}|{_HEAD_OF_UNIT}|các)(?!\w))+\s*", re.IGNORECASE)
_CUTS: Final = re.compile(rf"[:()]|(?:,|\b(?i:và)\b)(?=\s*(?:(?i:các)\b|{UNIT}))")
_HARD_CUTS: Final = re.compile(r"[;\n]")
_VAGUE: Final = frozenset(
    name_key(word)
    for word in "sở ban ngành cơ quan đơn vị tổ chức địa phương đoàn thể cá nhân doanh nghiệp cấp hội phòng bộ phận lực lượng "
    "chức năng có "
    "liên khác trên bàn tỉnh những và các theo từng nội dung nhiệm vụ lĩnh vực thành viên thuộc toàn tất cả hữu".split()
)


def leftovers(text: str, start: int, end: int, *, name_behind: bool, nearest: Nearest) -> Iterator[Leftover]:
    """Yield what stands unrecognised in `text` from `start` to `end`; the head of the unit named right behind is no leftover."""
    if name_behind and (heads := _HEADS_BEHIND.search(text, start, end)):
        end = heads.start()
    for first, last in _pieces(text, start, end, _HARD_CUTS):
        near = nearest.name(text[first:last], _CLOSE)
        pieces = [(first, last)] if near else _pieces(text, first, last, _CUTS)
        for one, other in pieces:
            yield leftover(text[one:other], one, nearest)


def leftover(text: str, start: int, nearest: Nearest) -> Leftover:
    """Return the unrecognised words `text`, which stand at `start`, with the nearest name."""
    vague = is_vague(text)
    return Leftover(text, start, None if vague else nearest.name(text), vague)


@lru_cache(maxsize=4096)
def is_vague(text: str) -> bool:
    """Return whether `text` means nobody in particular: "các đơn vị có liên quan"."""
    return all(name_key(word) in _VAGUE or not name_key(word) for word in re.findall(r"\w+", text))


def is_link(text: str) -> bool:
    """Return whether `text` only leads up to a unit: "phối hợp với", "thủ trưởng các"."""
    return _ONLY_LINKS.fullmatch(text) is not None


def _pieces(text: str, start: int, end: int, cuts: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for cut in [*cuts.finditer(text, start, end), None]:
        first, last = _trimmed(text, start, cut.start() if cut else end)
        if first < last:
            yield first, last
        start = cut.end() if cut else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the ends of the words that are more than links between units."""
    if links := _LINKS_BEFORE.match(text, start, end):
        start = links.end()
    if links := _LINKS_BEHIND.search(text, start, end):
        end = links.start()
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end
