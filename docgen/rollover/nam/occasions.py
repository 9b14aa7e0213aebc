"""The words of what is told by an occasion: disasters, elections, births, events that come again, anniversaries, feasts."""

from typing import Final

from docgen.rollover.nam.cues import DASH, YEAR, phrase
from docgen.text.patterns import lazy_re

# what happens once
DISASTER: Final = phrase(
    r"(?<!\w)(?:vụ (?:cháy|nổ|tai nạn|sạt|lật|chìm|sập|đuối|ngộ độc|thảm)|trận (?:bão|lũ|động|mưa|lụt|cháy)|cơn bão"
    r"|(?:siêu )?bão (?:số \d|\(?(?-i:[A-ZĐ]))|lũ (?:quét|ống)|sập cầu|động đất|hỏa hoạn|thảm họa"
    r"|dịch\s[^;.,]{1,40}(?:bùng phát|xuất hiện))[^;.,]{0,70}$"
)
MISHAP: Final = phrase(
    r"(?<!\w)(?:sự cố|ổ dịch|mưa lũ|mưa lớn|sạt lở|lũ|cháy|nổ|rét hại|mưa đá|lốc(?: xoáy)?)(?!\w)[^;.,]{0,50}$"
)
PRECAUTION: Final = phrase(
    r"(?<!\w)(?:phòng|chống|ứng phó|diễn tập|tập huấn|tuyên truyền|phương án|kịch bản|hội thảo|khắc phục|xử lý|giả định"
    r"|tình huống|mùa|hội thi|hội thao)(?!\w)"
)
OUTCOME: Final = phrase(
    r"[^;.]{0,60}?(?<!\w)(?:(?:làm|khiến) (?:\d|chết|bị|mất|hư|sập|ngập|thiệt|tốc|gãy|đổ|cháy|trôi|chìm)|gây (?:thiệt|hư"
    r"|chết|ngập|ra|tử|thương|hậu|sạt|lũ)|cuốn trôi|cướp đi|thiêu rụi|tàn phá)"
)
_GAMES: Final = "SEA Games|ASIAD|Asian Games|Para Games|Olympic|Paralympic|World Cup|AFF Cup|Asian Cup|EURO(?= 20)"
_ONCE: Final = (
    rf"(?<!\w)(?:bầu cử|tổng điều tra|điều tra dân số|trưng cầu|(?<!quyết\s)(?<!kiện\s)(?<!công\s)(?<!của\s)đại hội(?! (?:cổ"
    rf" đông|đồng cổ đông|nhà trường))|hội nghị (?:lần thứ \w+ )?(?:của )?(?:ban chấp hành|BCH) (?:trung ương|TW)"
    rf"|{_GAMES})(?!\w)"
)
DAY_OF_ONCE: Final = phrase(rf"{_ONCE}[^;.]{{0,150}}$")
YEAR_OF_ONCE: Final = phrase(rf"{_ONCE}[^;.,]{{0,60}}[\s,(]*$")
AMENDED: Final = phrase(r"(?:được|\()\s*sửa đổi(?:,?\s*(?:và )?bổ sung)?(?: một số điều)?[\s,]*(?:tại|vào)?\s*$")
BASE_YEAR: Final = phrase(r"(?<!\w)gốc(?: (?:so sánh|năm|là))*[\s:(]*$|giá so sánh\s*$")
LAW_IN_FORCE: Final = phrase(
    r"(?-i:Luật|Nghị định|Thông tư|Nghị quyết|Pháp lệnh|Hiệp định)\s[^;.]*hiệu lực(?: (?:thi hành|kể|từ|vào|ngày|là))*\s*$"
)
LAW_ALONE: Final = phrase(
    r"(?<!\w)(?:Luật|Bộ luật|LUẬT|BỘ LUẬT|Hiến pháp)\s[^,]*(?:,\s(?:chống|an toàn|khen|tiết kiệm|sử dụng)\s[^,]*)?$",
    0,
)
OF_A_LAW: Final = phrase("sửa đổi|hiệu lực|Luật số|Quốc hội")

# births, makes, courses
_NOT_BORN: Final = "".join(
    rf"(?<!{word}\s)" for word in "học tuyển vệ phát thí an hy hi khai nữ nam ký kí tái thủy giáo môn ngày năm".split()
)
_TO_THE_YEAR: Final = r"(?:\s*(?:từ|năm|trước|sau|trong|ngày|tháng|đến|hết|và|hoặc|khoảng|tới|[\d/.]+|[,:(–-]))*\s*$"
BORN: Final = phrase(rf"(?<!\w){_NOT_BORN}sinh (?:từ|năm|trước|sau|trong|ngày){_TO_THE_YEAR}")
MADE: Final = phrase(
    rf"(?<!\w)(?:xe|ô tô|phương tiện|tàu)\s[^;.]{{0,60}}sản xuất (?:từ|năm|trước|sau"
    rf"|trong)(?:[^;.]{{0,20}},\s*xe \w+)?{_TO_THE_YEAR}"
)
A_PERSON: Final = phrase(
    r"(?-i:[A-ZĐ]\w+(?: [A-ZĐ]\w*)+)\s*[,(–-]*\s*(?:(?:nam|nữ),?\s*)?sinh\s|(?<!\w)(?:ông|bà|đồng chí|đ/c|anh"
    r"|chị) (?-i:[A-ZĐ])"
)
COURSE: Final = phrase(r"(?:(?<!\w)K\d{1,3}|(?:khóa|khoá)(?: [^\s,;.()]+){0,3})\s*[,:(]?\s*(?:năm )?$")
STUDENTS: Final = phrase(r"(?<!\w)(?:học sinh|sinh viên|học viên|tuyển sinh|nghiên cứu sinh|đào tạo|lớp|tốt nghiệp)(?!\w)")

# events that come again
ORDINAL: Final = phrase(
    r"lần thứ (?P<n>[IVXLC]+|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám"
    r"|chín))?)(?!\w)"
)
EVENT: Final = phrase(
    "(?:hội (?:thi|chợ|báo|sách|diễn|thảo|thao|khỏe|xuân|trại|nghị cấp cao)|liên hoan|giải|ngày hội|lễ hội|cuộc thi"
    "|festival|diễn đàn|triển lãm|tuần lễ|đại hội (?:thể|TDTT)|SEA Games)[^;.]{0,90}$"
)
CONGRESS: Final = phrase("đại hội(?! (?:thể|TDTT))[^;.]{0,90}$|ban chấp hành[^;.]{0,60}$")
THEME: Final = phrase(r"(?:chủ đề|thông điệp|khẩu hiệu|chủ điểm)(?P<between>[^“\"”;]{0,80})[“\"](?P<theme>[^“”\"]{1,300})[”\"]")
YEAR_BESIDE: Final = r"[\s,(–-]*(?:năm\s+)?{year}"
NUMBERED_COURSE: Final = phrase(
    rf"(?<!\w)(?:khóa|khoá|(?-i:K))\s*(?P<n>\d{{1,3}})(?=\s*\(\s*(?P<year>{YEAR})\s*{DASH}\s*(?P<last>{YEAR}))"
)
NUMBERED_GAMES: Final = phrase(r"(?:SEA Games|ASIAD|Asian Games|Para Games)(?: lần thứ)? (?P<n>\d{1,2}(?!\d)|[IVXL]+\b)")
YEAR_OF_GAMES: Final = phrase(r"[^;.,]{0,30}?[\s(–-]+(?:năm )?((?:19|20)\d\d)(?!\d)")
BROUGHT_BACK: Final = phrase("(?:thành tích|kết quả|thành công)[^;.]{0,40}$")

# anniversaries
_OF_A_DAY: Final = (
    "(?:ngày|thành lập|tái lập|giải phóng|truyền thống|chiến thắng|quan hệ|thiết lập|năm sinh|quốc khánh|cách mạng)"
)
ANNIVERSARY_COUNT: Final = phrase(
    rf"(?:(?:kỷ|kỉ) niệm|(?:chào )?mừng) (?:lần thứ )?(?P<a>\d{{1,3}})(?: năm)?(?!\w|[/.]\d)(?!\s*[-–])"
    rf"|(?<![\d/.,])(?P<b>\d{{1,3}}) năm (?={_OF_A_DAY})|(?<=[mệừn,]\s)(?P<d>\d{{3,4}}) năm (?=(?-i:[A-ZĐ]))"
    rf"|(?:(?<=về\s)|(?<=ảnh\s)|(?<=nhân\s)|(?<=dịp\s)|(?<=mừng\s))(?P<e>\d{{2,3}}) năm (?=(?-i:[A-ZĐ]))"
    rf"|lần thứ (?P<c>\d{{1,3}}) (?:năm )?(?={_OF_A_DAY})"
)
PROVEN_COUNT: Final = phrase(
    rf"(?<![\d/.,])(?P<n>\d{{1,4}}) năm (?:(?!\d+ năm\s)[^;.()]){{1,100}}?\((?:năm )?(?P<dated>(?:ngày )?\d\d?/\d\d?/)"
    rf"?(?P<base>\d{{1,4}})\s*{DASH}\s*(?(dated)(?:ngày )?\d\d?/\d\d?/)(?P<now>{YEAR})\)"
)
IS_COUNT: Final = lazy_re(r"\s+năm\s")
SUMMED_UP: Final = phrase(r"(?:sơ kết|tổng kết|đánh giá|nhìn lại|trong)\s*$")
OUTLOOK: Final = phrase(r"(?:sơ kết|tổng kết) (?P<n>\d{1,2}) năm(?!\w)(?! (?:19|20)\d\d)")
SUMS_UP_YEARS: Final = phrase(
    rf"(?<!\w)(?:sơ kết|tổng kết|nhìn lại) (?:0?[2-9]|[1-9]\d) năm(?!\w)"
    rf"|(?<!\w)(?:sơ kết|tổng kết)\s[^;.]{{0,120}}?(?:giai đoạn|nhiệm kỳ|thời kỳ|(?<!năm\shọc\s)(?<!\d){YEAR}\s*{DASH}\s*{YEAR})"
)

# days that no year moves
FEASTS: Final = tuple(
    (phrase(rf"(?<!\w)(?:{words})(?!\w)"), months)
    for words, months in (
        (
            r"tết(?! (?:dương|trung|chôl|chol|đoan|thiếu|độc))|nguyên đán|giao thừa|nguyên tiêu|hội xuân|mừng xuân|(?-i:đ)ón xuân"
            r"|xuân (?:giáp|ất|bính|đinh|mậu|k[ỷỉ]|canh|tân|nhâm|qu[ýí])",
            (1, 2, 3),
        ),
        (r"giỗ tổ|đền hùng|hùng vương", (3, 4, 5)),
        (r"chôl|chol|chnăm|thmây|pi mai", (4,)),
        (r"phật đản|vía bà|tết đoan ngọ", (4, 5, 6)),
        (r"trung thu|vu lan", (8, 9, 10)),
        (r"sene|sen đôn|đôn ta|dolta|katê", (9, 10, 11)),
        (r"[oó][ck] om b[oó][ck]|ghe ngo|kathina", (10, 11, 12)),
    )
)
LUNAR_DAY: Final = phrase(r"(?<!\w)(?:âm lịch|nhằm ngày|(?:tháng )?(?:chạp|giêng)|(?:mùng|mồng|rằm) \w+|\d\d? tết)(?!\w)")
TIDE: Final = phrase(r"(?<!\w)(?:xuống giống|gieo sạ|né rầy|lịch thời vụ|con nước|triều cường)(?!\w)")
NTH_WEEKDAY: Final = phrase(r"(?<!\w)(?:chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy)) (?:đầu tiên|cuối cùng|cuối|(?:tuần )?thứ \w+)")
DAYS_OF_THE_WEEK: Final = phrase(r"(?<!\w)các (?:ngày )?(?:chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy))(?!\w)[^;.]{0,60}$")
CAMPAIGN: Final = phrase(r"(?<!\w)(?:chiến dịch|cao điểm|nước rút|thi đua|đợt)\s[^;.]{0,30}\d{2,3} ngày(?! làm)[^;.]{0,80}$")

# the lunar calendar
IS_LUNAR: Final = phrase(r"\s*\(?\s*(?:âm lịch|ÂL\b|(?:năm )?[A-ZĐ]\w+ [A-ZĐ]\w+\s*\(?âm)")
AS_LUNAR: Final = phrase(r"\s*[(,–-]?\s*(?:tức|nhằm|rằm|mùng|mồng|\d{1,2}[/.-]\d{1,2}\s*(?:âm|ÂL))(?!\w)")
OF_LUNAR: Final = phrase(r"(?:tức|nhằm)(?: là)?(?: vào)?\s*$|âm lịch\s*[(,–-]+\s*$")
