"""Who issued a cited document: the words behind "của" up to the title, a date, or what the sentence goes on with."""

import re
from typing import Final

from docgen.text.viendan.days import DAY

_STRONG: Final = (
    "về", "v/v", "phê duyệt", "phê chuẩn", "ban hành", "quy định", "sửa đổi", "bổ sung", "bãi bỏ", "hướng dẫn", "giao", "công bố",
    "thành lập", "kiện toàn", "phân bổ", "phân công", "phân cấp", "quy hoạch",
)  # fmt: skip
_WEAK: Final = (
    "triển khai", "thực hiện", "tổ chức", "điều chỉnh", "bổ nhiệm", "phát động", "tăng cường", "đẩy mạnh", "thông qua",
    "ủy quyền", "uỷ quyền", "đề nghị", "báo cáo", "công nhận", "đổi mới", "nâng cao", "tuyên truyền", "kết luận", "chỉ đạo",
    "xây dựng", "phối hợp", "quyết định", "chấn chỉnh", "tiếp tục", "một số", "nhiệm vụ", "phát triển", "hợp nhất", "cho phép",
    "thông báo",
    "quy chế", "chính sách", "đào tạo", "bảo đảm", "đảm bảo", "phòng", "kiểm tra", "giai đoạn", "tổng kết", "sơ kết", "hỗ trợ",
)  # fmt: skip


def _either(words: tuple[str, ...]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in words)


# In prose these are rather what the sentence goes on with.
_VERBS: Final = "xây dựng|báo cáo|đề nghị|phối hợp|quyết định|tổ chức|chỉ đạo"
_CAPITAL: Final = (
    r"VỀ|V/V|PHÊ\s+DUYỆT|BAN\s+HÀNH|QUY\s+ĐỊNH|Về|V/v|Phê\s+duyệt|Ban\s+hành|Quy\s+định|Sửa\s+đổi|Hướng\s+dẫn|Triển\s+khai"
    r"|Thực\s+hiện"
)
_STRONG_OPENER: Final = rf"(?:(?:{_either(_STRONG)}|{_CAPITAL})(?!\w)|[“\"])"
_OPENER: Final = rf"(?:(?:{_either(_STRONG)}|{_either(_WEAK)}|{_CAPITAL})(?!\w)|[“\"])"
STRONG_OPENER: Final = re.compile(rf"(?:\s*,)?\s+(?={_STRONG_OPENER})")
OPENER: Final = re.compile(rf"(?:\s*,)?\s+(?={_OPENER})")
PROSE_OPENER: Final = re.compile(rf"(?:\s*,)?\s+(?={_OPENER})(?!(?:{_VERBS})(?!\w))")
DATED: Final = re.compile(rf"(?:\s*,)?\s*\(?\s*(?:(?:ký|ban\s+hành)\s+)?(?i:ngày)\s*(?P<ngay>{DAY})\)?")
_LEADS: Final = re.compile(r"(?:\s*,)?\s+(?i:của|do|giữa)\s+(?=\w)")
_GOES_ON: Final = (
    "được|đã|đang|để|cho|trong|tại|là|phải|theo|với|từ|đến|nhằm|có|cũng|sẽ|cần|không|khi|nếu|còn|gửi|như|trên|thì|nay|ngày|năm"
    "|kèm|hoặc"
)
_ISSUER_ENDS: Final = re.compile(
    rf"\s+(?={_OPENER})|\s+(?:{_GOES_ON})(?!\w)|\s+và\s+(?=[^\W\d_A-ZĐÀ-Ỹ])|,\s+(?=[^\W\d_])(?!(?:Thể thao|Thể Thao)\b)"
    r"|[;:()\[\]“”\"\n]|\s+[-–]\s+(?=[a-zđ])|\s+\d|\.(?:\s|$)|\./\.|,(?!\s)"
)
_AFTER_COMMA: Final = re.compile(r",\s+(?!(?:Ủy ban|UBND|Hội đồng|HĐND|Sở|Bộ|Ban|Cục|Chi cục|Phòng|Văn phòng)\b)[A-ZĐÀ-Ỹ]")
_LONGEST: Final = 160  # characters


def issuer_span(text: str, start: int, limit: int, *, joint: bool = False) -> tuple[int, int] | None:
    """Return where the issuer stands that "của" or "do" at `start` leads to; a `joint` document may have several."""
    lead = _LEADS.match(text, start, limit)
    if lead is None or re.match(rf"{_GOES_ON}\b", text[lead.end() :]):
        return None
    end = min(limit, lead.end() + _LONGEST)
    at = lead.end()
    while (stop := _ISSUER_ENDS.search(text, at, end)) is not None:
        if stop[0].startswith(",") and (_AFTER_COMMA.match(text, stop.start()) or (joint and text[stop.end()].isupper())):
            at = stop.end()
            continue
        end = stop.start()
        break
    words = text[lead.end() : end].rstrip(" .,;")
    return (lead.end(), lead.end() + len(words)) if words else None
