"""The words before the unit that a sentence opens with ("Đề nghị", "Giám đốc"), and openings that name a unit nobody knows."""

import re
from typing import Final

from docgen.work.units.words import CAPITAL

_ASKING: Final = r"(?:(?:trân trọng|kính)?\s*(?:đề nghị|giao cho|giao|yêu cầu|đối với|trách nhiệm của|nhiệm vụ của)\s+)"
_HEAD: Final = rf"(?:(?:đồng chí|thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|chủ tịch|trưởng|chánh)\s+(?=các\b|{CAPITAL}))"
_OPENER: Final = re.compile(rf"\s*(?P<asking>{_ASKING})?(?:(?i:{_HEAD}))?", re.IGNORECASE)
_SURE: Final = (
    "công an|kho bạc|ngân hàng|tòa án|toà án|viện kiểm sát|bảo hiểm xã hội|bộ chỉ huy|liên đoàn lao động|liên minh|bưu điện"
    "|tỉnh đoàn"
)
_BEFORE_NAME: Final = (
    "sở|ban|cục|chi cục|hội|đoàn|đảng ủy|đảng uỷ|trường|viện|bệnh viện|trung tâm|ban quản lý|ban chỉ đạo|báo|đài|văn phòng"
    "|phòng|ủy ban|uỷ ban|ubnd|hđnd|cổng|tạp chí|nhà xuất bản|công ty|tổng công ty|tập đoàn|hiệp hội|liên hiệp|quỹ|bộ"
    "|tổng cục|vụ"
)
UNIT: Final = rf"(?:(?i:{_SURE})\b|(?i:{_BEFORE_NAME})\s+(?={CAPITAL}))"  # how a unit's name opens
_UNKNOWN_NAME: Final = re.compile(rf"(?i:các\s+)?{UNIT}")
_BODY: Final = re.compile(
    rf"(?i:các\s+)?(?i:{_SURE}|cơ quan|đơn vị|tổ chức|địa phương|hệ thống|báo chí|doanh nghiệp|hiệp hội|thành viên|đoàn thể"
    rf"|trường học|cơ sở|phòng|ban|ngành|hội|đảng ủy)\b|(?i:{_BEFORE_NAME})\s+(?={CAPITAL})"
)
_VERB: Final = re.compile(
    r"[,;:.]|\s(?:chủ trì|chủ động|phối hợp|tham mưu|chỉ đạo|hướng dẫn|triển khai|thực hiện|xây dựng|căn cứ|tăng cường"
    r"|có trách nhiệm|chịu trách nhiệm"
    r"|theo|tiếp tục|đẩy mạnh|kiểm tra|đôn đốc|tổng hợp|bố trí|cân đối|thẩm định|cung cấp|tuyên truyền|phổ biến"
    r"|tích cực|thường xuyên|lồng ghép|quan tâm|tổ chức|mở|cùng|đưa)\b|\Z"
)
_RELATED: Final = re.compile(r"liên quan(?: khác)?\b")
_NEXT: Final = re.compile(r"\s*(?:[,;]|và\b)\s*(?:và\s+)?")
_MOST_WORDS: Final = 12


def end_of_opener(text: str) -> int:
    """Return where the first name may stand: behind "Đề nghị", "Giao", "Thủ trưởng"."""
    opener = _OPENER.match(text)
    return opener.end() if opener else 0


def unknown_name(text: str) -> tuple[int, int] | None:
    """Return where the name stands that `text` opens with, as its words show, though the registry knew none there."""
    opener = _OPENER.match(text)
    start = opener.end() if opener else 0
    asked = opener is not None and opener["asking"] is not None and text[start : start + 1].isupper()
    return (start, _end_of_name(text, start)) if asked or _UNKNOWN_NAME.match(text, start) else None


def bodies_behind(text: str, start: int) -> list[tuple[int, int]]:
    """Return where the bodies stand that go on a list of units at `start`: ", các cơ quan báo chí, hệ thống truyền thanh"."""
    found = []
    while (link := _NEXT.match(text, start)) and _BODY.match(text, link.end()):
        start = _end_of_name(text, link.end())
        found.append((link.end(), start))
    return found


def _end_of_name(text: str, start: int) -> int:
    verb = _VERB.search(text, start)
    end = verb.start() if verb else len(text)
    if related := _RELATED.search(text, start, end):
        end = related.end()
    words = list(re.finditer(r"\S+", text[start:end]))
    return start + words[min(len(words), _MOST_WORDS) - 1].end() if words else end
