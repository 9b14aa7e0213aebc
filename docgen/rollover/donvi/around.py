"""The words around a name that tell a careful reader not to replace it, or to look at it again."""

import re
from typing import Final

_PAST_BEFORE: Final = re.compile(
    r"\b(?:trước đây(?: là)?|tiền thân(?: là)?|tên cũ(?: là)?|nguyên(?: là| (?:phó )?(?:giám đốc|trưởng|chánh|tổng biên tập))"
    r"|vốn là|tách(?: ra)? từ|hợp nhất|sáp nhập|đổi tên(?: từ)?)\s*[“\"(]?\s*\Z",
    re.IGNORECASE,
)
_PAST_BEHIND: Final = re.compile(
    r"[”\"]?\s*(?:\(?\s*(?:cũ|trước đây)\b|[(,]?\s*(?:nay|sau này)\s+(?:là|đổi|thuộc)\b)", re.IGNORECASE
)
_TITLE: Final = re.compile(
    r"\b(?:trưởng|chánh|giám đốc|chủ tịch|chủ nhiệm|tổng biên tập|viện trưởng|cục trưởng|thủ trưởng)\s+\Z", re.IGNORECASE
)
_PART: Final = re.compile(r"(?:\b(?:trực thuộc|thuộc|thanh tra|văn phòng)|\w\s*[-–])\s*\Z", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


def tells_of_the_past(text: str, start: int, end: int) -> bool:
    """Return whether the words around say that the name was another's before: "(trước đây là Sở A)", "Sở A (cũ)"."""
    return bool(_PAST_BEFORE.search(text, 0, start) or _PAST_BEHIND.match(text, end))


def doubt(text: str, start: int, old: str, new: str) -> str | None:
    """Return what a person has to look at where the name at `start` is replaced, if there is something."""
    kind, other = (_WORD.match(name) for name in (old, new))
    if _TITLE.search(text, 0, start) and kind and other and kind.group().casefold() != other.group().casefold():
        return "xem lại chức danh đứng trước"
    if _PART.search(text, 0, start):
        return "xem lại tên bộ phận đứng trước"
    return None
