"""Where the title of a cited document ends: a judgement, for nothing marks it in prose."""

import re
from typing import Final

_OFFICES: Final = (
    r"(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Bộ|Ban|Cục|Chi cục|Phòng|Văn phòng|Trung tâm|Trường|Công an|Tỉnh ủy"
    r"|Thành ủy|Huyện ủy|Đảng ủy"
    r"|Hội|Liên đoàn|Tỉnh đoàn|Bệnh viện|Viện|Thanh tra|Báo|Đài|Chính phủ|Thủ tướng)\b"
)
_CLAUSES: Final = (
    "và|trong đó|cụ thể|đề nghị|yêu cầu|đồng thời|góp phần|thì|nay|trên cơ sở|căn cứ|theo|cùng|phù hợp|bảo "
    "đảm|đảm bảo|nhằm|để|qua đó|từ đó"
    "|các đơn vị|các cơ quan|các sở|các địa phương|các ngành|từng bước|kịp thời|trong quý|trong tháng|trong "
    "năm|trước|kết hợp|lồng ghép"
)
_RUN_ON: Final = (
    r"và\s+(?:các\s+)?(?:nguồn|kinh phí|văn bản|quy định|hướng dẫn|nhiệm vụ được giao)|cùng\s+(?:với\s+)?(?:các"
    r"|những)\s+(?:nguồn|văn bản)"
    r"|đã|đang|sẽ|phải|được\s+(?:triển khai|thực hiện|giao|phê duyệt|ban hành)|trong\s+(?:năm|quý|tháng)"
    r"|theo\s+(?:đúng\s+)?quy định|gắn với"
    r"|vào\s+(?:năm|quý|tháng)|đến\s+(?:các|toàn thể|người dân|cán bộ|đoàn viên|hội viên)|chậm nhất|trước\s+ngày"
    r"|từ\s+nguồn|bằng\s+nguồn"
)
_PROSE_ENDS: Final = re.compile(
    rf";|\n\s*\n|:(?!\s*từ\s+năm)|\./\.|(?<!\bTP)(?<!\bTp)(?<!\bTX)(?<!\bTx)(?<!\bTS)(?<!\bP)(?<!\bQ)\.(?=\s+[A-ZĐÀ-Ỹ“\"(]|\s*\Z)"
    rf"|\s*,\s+(?=(?:{_CLAUSES})(?!\w))|\s*,\s+(?={_OFFICES})|\s+(?=(?:{_RUN_ON})(?!\w))|[()“”\"\[]"
)
_BASIS_ENDS: Final = re.compile(r";|\n\s*\n")
_ASIDE: Final = re.compile(
    r"\((?:[^()\n]{0,40}?(?:19|20)\d\d[^()\n]{0,40}|[A-ZĐ][\w&/-]{1,14}|sửa đổi[^()\n]{0,30}|lần [^()\n]{1,20}"
    r"|đợt [^()\n]{1,10})\)"
)
_BLANK: Final = re.compile(r"\[cần [^\[\]\n]{1,120}\]")
_TAIL: Final = re.compile(r"[\s.,;:/]+\Z")
_SIBLING: Final = re.compile(
    r"(?:[,;]\s*(?:và|cùng|hoặc)?|\s(?:và|cùng|hoặc|cùng với))\s*(?:các|những)?\s*"
    r"(?:theo|căn cứ|thực hiện|tại|của|nội dung)?\s*\Z",
    re.IGNORECASE,
)


def title_end(text: str, start: int, limit: int, *, basis: bool) -> int:
    """Return where the title that begins at `start` ends, at the latest at `limit`, where the next citation begins.

    As a legal basis (`basis`) it takes up the rest of the item; in prose it ends where the sentence goes on with something else.
    """
    if limit < len(text):
        limit -= len(text[start:limit]) - len(_SIBLING.sub("", text[start:limit]))
    end = min(limit, _last(text, start, limit, _BASIS_ENDS if basis else _PROSE_ENDS))
    return start + len(_TAIL.sub("", text[start:end]))


def _last(text: str, start: int, limit: int, ends: re.Pattern[str]) -> int:
    at, quoted = start, 0
    while (stop := ends.search(text, at, limit)) is not None:
        aside = _ASIDE.match(text, stop.start()) or _BLANK.match(text, stop.start())
        if aside is not None:
            at = aside.end()
        elif stop[0] == "“" or (stop[0] == '"' and not quoted):
            at, quoted = stop.end(), quoted + 1
        elif stop[0] in ("”", '"') and quoted:
            at, quoted = stop.end(), quoted - 1
        elif quoted and stop[0].strip() in ("", ",", ":"):
            at = max(stop.end(), stop.start() + 1)
        else:
            return stop.start()
    return limit
