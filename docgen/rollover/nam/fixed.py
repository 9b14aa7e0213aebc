"""What stays where it is in time: disasters, elections and other events that do not come back every year, changes of a law."""

import re
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, left

_DISASTER: Final = re.compile(
    r"(?<!\w)(?:vụ\s+(?:cháy|nổ|tai\s+nạn|sạt|lật|chìm|sập|đuối|ngộ\s+độc|thảm)|trận\s+(?:bão|lũ|động|mưa|lụt|cháy)|cơn\s+bão"
    r"|(?:siêu\s+)?bão\s+(?:số\s+\d|\(?(?-i:[A-ZĐ]))|lũ\s+(?:quét|ống)|sập\s+cầu|động\s+đất|hỏa\s+hoạn|thảm\s+họa"
    r"|dịch\s[^;.,]{1,40}(?:bùng\s+phát|xuất\s+hiện))[^;.,]{0,70}$",
    re.IGNORECASE,
)
_MISHAP: Final = re.compile(
    r"(?<!\w)(?:sự\s+cố|ổ\s+dịch|mưa\s+lũ|mưa\s+lớn|sạt\s+lở|lũ|cháy|nổ|rét\s+hại|mưa\s+đá|lốc(?:\s+xoáy)?)(?!\w)[^;.,]{0,50}$",
    re.IGNORECASE,
)
_PRECAUTION: Final = re.compile(
    r"(?<!\w)(?:phòng|chống|ứng\s+phó|diễn\s+tập|tập\s+huấn|tuyên\s+truyền|phương\s+án|kịch\s+bản|hội\s+thảo|khắc\s+phục|xử\s+lý|giả\s+định"
    r"|tình\s+huống|mùa|hội\s+thi|hội\s+thao)(?!\w)",
    re.IGNORECASE,
)
_OUTCOME: Final = re.compile(
    r"[^;.]{0,60}?(?<!\w)(?:(?:làm|khiến)\s+(?:\d|chết|bị|mất|hư|sập|ngập|thiệt|tốc|gãy|đổ|cháy|trôi|chìm)|gây\s+(?:thiệt|hư|chết|ngập|ra|tử|thương|hậu|sạt|lũ)"
    r"|cuốn\s+trôi|cướp\s+đi|thiêu\s+rụi|tàn\s+phá)",
    re.IGNORECASE,
)
_GAMES: Final = r"SEA\s+Games|ASIAD|Asian\s+Games|Para\s+Games|Olympic|Paralympic|World\s+Cup|AFF\s+Cup|Asian\s+Cup|EURO(?=\s+20)"
_ONCE: Final = (
    r"(?<!\w)(?:bầu\s+cử|tổng\s+điều\s+tra|điều\s+tra\s+dân\s+số|trưng\s+cầu"
    r"|(?<!quyết\s)(?<!kiện\s)(?<!công\s)(?<!của\s)đại\s+hội(?!\s+(?:cổ\s+đông|đồng\s+cổ\s+đông|nhà\s+trường))"
    r"|hội\s+nghị\s+(?:lần\s+thứ\s+\w+\s+)?(?:của\s+)?(?:ban\s+chấp\s+hành|BCH)\s+(?:trung\s+ương|TW)"
    rf"|{_GAMES})(?!\w)"
)
_DAY_OF_ONCE: Final = re.compile(rf"{_ONCE}[^;.]{{0,150}}$", re.IGNORECASE)
_YEAR_OF_ONCE: Final = re.compile(rf"{_ONCE}[^;.,]{{0,60}}[\s,(]*$", re.IGNORECASE)
_AMENDED: Final = re.compile(
    r"(?:được|\()\s*sửa\s+đổi(?:,?\s*(?:và\s+)?bổ\s+sung)?(?:\s+một\s+số\s+điều)?[\s,]*(?:tại|vào)?\s*$", re.IGNORECASE
)
_BASE_YEAR: Final = re.compile(r"(?<!\w)gốc(?:\s+(?:so\s+sánh|năm|là))*[\s:(]*$|giá\s+so\s+sánh\s*$", re.IGNORECASE)
_IN_FORCE: Final = re.compile(
    r"(?-i:Luật|Nghị\s+định|Thông\s+tư|Nghị\s+quyết|Pháp\s+lệnh|Hiệp\s+định)\s[^;.]*hiệu\s+lực(?:\s+(?:thi\s+hành|kể|từ|vào|ngày|là))*\s*$",
    re.IGNORECASE,
)
_LAW_ALONE: Final = re.compile(
    r"(?<!\w)(?:Luật|Bộ luật|LUẬT|BỘ LUẬT|Hiến pháp)\s[^,]*(?:,\s(?:chống|an toàn|khen|tiết kiệm|sử dụng)\s[^,]*)?$"
)
_OF_A_LAW: Final = re.compile(r"sửa\s+đổi|hiệu\s+lực|Luật\s+số|Quốc\s+hội", re.IGNORECASE)


def of_fixed(mention: Mention, near: Around, years: Years) -> Verdict | None:
    """Return that a mention stays, as it tells of what happens once, or None where nothing says so."""
    if near.led_by(_AMENDED) or near.led_by(_BASE_YEAR):
        return left(f"năm {mention.year} là mốc cố định")
    if near.led_by(_IN_FORCE):
        return left("ngày văn bản có hiệu lực")
    if _is_of_a_law(mention, near):
        return left(f"năm của luật: {mention.year}")
    if disaster := _of_disaster(mention, near):
        return disaster
    if is_of_single_event(mention, near):
        if mention.year < years.old or (mention.kind is Kind.TRO and mention.year > years.new + 1):
            return left("sự kiện không diễn ra hằng năm")
        return left("sự kiện không diễn ra hằng năm; xem lại câu", sure=False)
    return None


def is_of_single_event(mention: Mention, near: Around) -> bool:
    """Return whether a date or year belongs to an event that comes only every few years."""
    dated = mention.kind in (Kind.NGAY, Kind.NGAY_THANG, Kind.THANG)
    return near.led_by(_DAY_OF_ONCE) if dated else near.led_by(_YEAR_OF_ONCE)


def _is_of_a_law(mention: Mention, near: Around) -> bool:
    if mention.kind not in (Kind.NAM, Kind.TRO) or not near.led_by(cues.LAW) or not _LAW_ALONE.search(near.lead):
        return False
    return mention.kind is Kind.TRO or _OF_A_LAW.search(near.sentence) is not None


def _of_disaster(mention: Mention, near: Around) -> Verdict | None:
    if mention.kind not in (Kind.NGAY, Kind.THANG, Kind.NAM) or near.led_by(cues.DEADLINE):
        return None
    if mention.kind is not Kind.NAM and near.followed_by(_OUTCOME):
        return left("ngày của việc đã xảy ra")
    if near.led_by(_DISASTER) and not _PRECAUTION.search(_clause(near.lead)):
        return left("thời điểm của việc đã xảy ra")
    if mention.kind is Kind.NGAY and near.led_by(_MISHAP) and not _PRECAUTION.search(_clause(near.lead)):
        return left("có thể là ngày của việc đã xảy ra; sửa nếu là ngày của kế hoạch", sure=False)
    return None


def _clause(lead: str) -> str:
    """Return the words behind the last comma, but with all that opens the sentence where there is none."""
    return lead.rpartition(", ")[2]
