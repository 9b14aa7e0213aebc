"""Where the words of an answer say otherwise than its status: done, and three are still being built."""

import re
from collections.abc import Iterable
from typing import Final

from docgen.data.model.ketqua import TrangThai
from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

_WORK: Final = (
    r"(?:tổ chức|thực hiện|triển khai|hoàn thành|hoàn thiện|bàn giao|giải ngân|nghiệm thu|thi công|xây|mở|đạt|xong|làm|ban hành|"
    r"vận động|hỗ trợ|cấp|lắp|sửa|trồng|tập huấn)"
)
_LEFT: Final = lazy_re(  # where something is still to be done
    rf"\b(?:còn(?: lại)? \d[\d.,]*|chưa (?:\w+ )?{_WORK}|đang (?:chờ|trình|{_WORK})"
    rf"|mới (?:chỉ )?(?:được |{_WORK})|chậm tiến độ)\b",
    re.IGNORECASE,
)
_PART_OF: Final = lazy_re(
    r"(?<!ngày )(?<!số )(?<!tháng )(?<![\d/.,-])(\d[\d.]{0,9})/(\d[\d.]{0,9})(?![\d/.,-])"
    r"(?= (?!tại|ở|và|đến|vào|năm|các)[a-zà-ỹđ]|%)"
)
_BEGUN: Final = lazy_re(rf"\bđã (?:\w+ )?{_WORK}\b", re.IGNORECASE)
_OTHERWISE: Final = "trạng thái “{status}” nhưng nội dung ghi “{words}”; xem lại trạng thái"
_NOT_BEGUN: Final = (TrangThai.CHUA_THUC_HIEN, TrangThai.KHONG_THUC_HIEN)
_AROUND: Final = 24  # letters that are shown behind the words


def contradiction(status: TrangThai | None, texts: Iterable[str]) -> str:
    """Return what in `texts` says otherwise than `status`, as a sentence; blank where nothing does."""
    for text in texts:
        found = None
        if status is TrangThai.HOAN_THANH:
            parts = (part for part in _PART_OF.finditer(text) if _whole(part[1]) < _whole(part[2]))
            found = _LEFT.search(text) or next(parts, None)
        elif status in _NOT_BEGUN:
            found = _BEGUN.search(text)
        if found is not None:
            words = " ".join(text[found.start() : found.end() + _AROUND].split())
            return _OTHERWISE.format(status=status, words=shortened(words, _AROUND + 16, whole_words=True))
    return ""


def _whole(digits: str) -> int:
    return int(digits.replace(".", ""))
