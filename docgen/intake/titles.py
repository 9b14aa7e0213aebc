"""The title of a table, and the year it is about, in the lines above it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from docgen.text.folding import on_one_line

_APPENDIX: Final = re.compile(
    r"phụ lục\s+(?=[^\W\d_]{2})(?!(?:số|[IVXL]+)\b)"
    r"|(?:phụ lục|biểu|mẫu)(?:\s+(?:số\s*)?[IVXL\d]+[a-z]?(?:\s*[:.–-]+\s*|\s+|$)|\s*(?:[:.–-]+\s*|$))",
    re.IGNORECASE,
)
_ATTACHED: Final = re.compile(r"\s*\(\s*(?:ban hành )?kèm theo.*", re.IGNORECASE)
_NOT_A_TITLE: Final = re.compile(
    r"\(.*|cộng ho[àa] xã hội chủ nghĩa.*|độc lập\b.*tự do.*|số\s*[:.].*|(?:ủy|uỷ) ban nhân dân\b.*|ubnd\b.*"
    r"|.*ngày .*tháng .*năm .*|(?:đơn vị tính|đvt)\b.*|_+|[-–—*\s]+|kèm theo\b.*|ban hành kèm theo\b.*|sở \S.{0,60}|dự thảo",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\bnăm\s+((?:19|20)\d{2})\b", re.IGNORECASE)
_FARTHEST: Final = 12  # lines
_LONGEST: Final = 300  # letters


def title_of(lines: Sequence[str]) -> str:
    """Return the title in the lines above a table, blank where there is none."""
    near = [on_one_line(line) for line in lines if line.strip()][-_FARTHEST:]
    at = max((index for index, line in enumerate(near) if _APPENDIX.match(line)), default=None)
    if at is not None:
        return _bare(" ".join(line for line in [_bare(near[at]), *near[at + 1 :]] if _is_title(line)))
    found: list[str] = []
    for line in reversed(near):
        if _is_title(line) and (not found or line.isupper()):
            found.insert(0, line)
        elif found or (not _NOT_A_TITLE.fullmatch(line) and not line.isupper()):
            break
    return _bare(" ".join(found))


def _bare(title: str) -> str:
    """Return a title without "Phụ lục" and its number, which docgen sets itself, and without the paper that it is attached to."""
    while match := _APPENDIX.match(title):
        title = title[match.end() :]
    return _ATTACHED.sub("", title)


def years(texts: Iterable[str]) -> list[int]:
    """Return the years that `texts` name as years ("năm 2024"), each once, in their order."""
    return list(dict.fromkeys(int(year) for text in texts for year in _YEAR.findall(text)))


def any_years(texts: Iterable[str]) -> list[int]:
    """Return the years that stand in times ("15/12/2024", "Quý II/2024"), each once, in their order."""
    return list(dict.fromkeys(int(year) for text in texts for year in re.findall(r"(?<!\d)(20\d{2})(?!\d)", text)))


def _is_title(line: str) -> bool:
    return bool(line) and len(line) <= _LONGEST and not _NOT_A_TITLE.fullmatch(line) and not line.endswith((":", ".", ";"))
