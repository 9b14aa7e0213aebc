"""The words around a year that tell what it is: a time of the plan, a name, a law, a comparison, something past."""

import re
from typing import Final


def _ends(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})[\s:,(“\"]*$", flags)


def _says(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags)


def _opens(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{words})(?!\w)", re.IGNORECASE)


_FEW_WORDS: Final = r"(?:\s+[^\s,;:.()“”]+)"

# names
_EVENTS: Final = (
    "Hội chợ|Hội báo|Hội thi|Hội sách|Hội nghị|Hội thảo|Hội xuân|Hội trại|Hội khỏe"
    "|Lễ hội|Festival|Liên hoan|Giải|Ngày hội|Ngày|Giờ|Cúp|Cup|Games"
    "|Tuần lễ|Tuần|Tháng|Năm|Chiến dịch|Cuộc thi|Diễn đàn|Triển lãm|Đại hội|Kỳ thi|Phiên chợ|Đường hoa"
    "|Đêm nhạc|Tầm nhìn|Cộng đồng"
)
EVENT_NAME: Final = _ends(rf"(?:{_EVENTS}|{_EVENTS.upper()}){_FEW_WORDS}{{0,8}}", 0)
LASTING_NAME: Final = _ends(
    rf"(?:chương\s+trình\s+nghị\s+sự|tầm\s+nhìn|cộng\s+đồng|kế\s+hoạch\s+tổng\s+thể|chiến\s+lược|mục\s+tiêu){_FEW_WORDS}{{0,6}}"
)
CAPITAL_WORD: Final = re.compile(r"(?<!\w)[A-ZĐÀ-ÖØ-ÝĂÂÊÔƠƯẠ-Ỹ][\w&'’-]*\s+(?:-\s+)?$")
RANKING: Final = _ends(r"PCI|PAPI|SIPAS|PAR[\s-]?INDEX|DTI|ICT|DDCI|CCHC|chỉ\s+số\s+\S+")
LAW: Final = _ends(
    r"(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|LUẬT|BỘ LUẬT|HIẾN PHÁP"
    r"|Hiệp định|Công ước|Hiến chương|Nghị quyết|Nghị định|Thông tư|Chỉ thị)"
    r"(?:\s+(?!trong\b|cho\b|đến\b|từ\b|vào\b)[^\s;:.()“”]+){0,11}(?:\s+\((?:sửa đổi|bổ sung|sửa đổi, bổ sung)\))?",
    0,
)
TIME_WORD: Final = _ends(
    r"xuân|hạ|hè|thu|đông|tết|đán|trung\s+thu|dương\s+lịch|dự\s+kiến|tiến\s+độ|năm|trong|cả|đầu|giữa|cuối|hết|suốt|mùa(?:\s+\w+){0,2}|vụ(?:\s+\w+){0,3}"
    r"|(?:quý|quí|tháng|kỳ|đợt)(?:[\s.]+\w+|\d+)|[qt][\s.]*(?:\d+|[ivx]+)|kế\s+hoạch|dự\s+toán|ngân\s+sách|tài\s+chính|kinh\s+phí|nhiệm\s+vụ|chỉ\s+tiêu"
    r"|chương\s+trình\s+công\s+tác|mục\s+tiêu|tuyển\s+sinh|tuyển\s+quân|tốt\s+nghiệp(?:\s+THPT)?"
)
SEASON: Final = _ends(r"mùa")
LUNAR_NAME_BEFORE: Final = re.compile(
    r"(?:Giáp|Ất|Bính|Đinh|Mậu|K[ỷỉ]|Canh|Tân|Nhâm|Qu[ýí])\s+"
    r"(?:T[ýí]|Sửu|Dần|M[ãẹ]o|Thìn|T[ỵị]|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)[\s,(–-]*$",
    re.IGNORECASE,
)

# numbers
COUNTED_BEFORE: Final = _ends(
    r"(?:ĐT|QL|TL|HL|ĐH)\.|khoản|(?<!cao\s)(?<!trọng\s)điểm|điều|mã|mã\s+số|(?<!đổi\s)(?<!dân\s)(?<!chỉ\s)số|số\s+hiệu|số\s+lượng"
    r"|(?<!quốc\s)(?<!văn\s)(?<!biên\s)(?<!đề\s)phòng|khoảng|gần|hơn|tối\s+thiểu|tối\s+đa|ít\s+nhất|tổng\s+số|tài\s+khoản|hotline"
)
COUNTED: Final = re.compile(
    r"\s*(?:%|m2|m²|(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|đ|VNĐ|VND|USD|người|hộ|lượt|cán\s+bộ|đảng\s+viên|đoàn\s+viên|hội\s+viên|học\s+sinh"
    r"|sinh\s+viên|đại\s+biểu|trẻ\s+em|trẻ|ha|héc\s?ta|km|m|kg|tấn|tạ|con|cây|cuốn|quyển|tờ|bản|tin|bài|lớp|buổi|cuộc|suất|phần|phiếu|hồ\s+sơ"
    r"|doanh\s+nghiệp|trường\s+hợp|lao\s+động|chiếc|cái|bộ|vụ\s+việc|thùng|lít|trang|đầu\s+sách|vụ|ca|điểm|đơn\s+vị|giải|huy\s+chương"
    r"|thiết\s+bị|bóng\s+đèn|đèn|camera|máy|căn|gia\s+đình|công\s+nhân|thanh\s+niên|học\s+viên|sản\s+phẩm|chứng\s+thư)(?!\w))"
    r"|[.,]\d",
    re.IGNORECASE,
)

# the past
START: Final = _ends(r"từ(?:\s+(?:đầu|cuối|giữa|sau|trước))?|kể\s+từ")
EVER_SINCE: Final = _opens(r"đến\s+nay|tới\s+nay|trở\s+lại\s+đây|trở\s+về\s+trước")
IN_FORCE: Final = _ends(r"(?:hiệu\s+lực|áp\s+dụng|kể|lương)(?:\s+(?:thi\s+hành|kể|bắt\s+đầu|chính\s+thức|vào|từ|ngày|là))*")
RUNS_OUT: Final = _ends(r"hết\s+(?:hạn|hiệu\s+lực|thời\s+hạn)(?:\s+(?:vào|từ|ngày|sử\s+dụng))*")
CARRIED: Final = _says(r"chuyển(?:\s+(?:tiếp|nguồn|kỳ|vốn|sang|từ))|tồn(?:\s+đọng)?\s+từ|gối\s+đầu")
CARRIED_ON: Final = re.compile(r"\s*(?:chuyển\s+)?(?:sang|qua)(?!\w)", re.IGNORECASE)
COMPARED_BEFORE: Final = re.compile(r"(?<!\w)(?:so\s+với|cùng\s+kỳ)\s[^;,.()]*$", re.IGNORECASE)
EVERY_FEW_YEARS: Final = _says(r"(?:0?[2-9]|10|hai|ba|bốn|năm)\s+năm\s*(?:/\s*|(?:có|tổ\s+chức)?\s*(?:một|01|1)\s+)(?:lần|kỳ)")
DATED: Final = _ends(
    r"(?:ban\s+hành|ký|kí|ký\s+kết|thành\s+lập|công\s+bố|khánh\s+thành|khởi\s+công|công\s+nhận|ra\s+đời|sáp\s+nhập|bổ\s+nhiệm|thông\s+qua"
    r"|phê\s+duyệt|cấp)(?:\s+(?:vào|ngày|từ|chính\s+thức))*"
)
FOUNDED: Final = _ends(
    r"(?:thành\s+lập|ra\s+đời|công\s+nhận|khởi\s+công|khánh\s+thành|tái\s+lập|giải\s+phóng|đạt\s+chuẩn(?:\s+\S+){0,4}(?=\s+(?:vào|từ)))(?:\s+(?:vào|từ|chính\s+thức))*"
)
OF_A_PAPER: Final = re.compile(
    r"(?:\bsố\s*:?\s*\d+\S*|/[A-ZĐ][\w&-]*|\b(?:quyết định|công văn|tờ trình|thông báo|kết luận"
    r"|báo cáo số|công điện|nghị quyết|nghị định|thông tư"
    r"|chỉ thị)(?:\s+[^\s,;:.()]+){0,6})\s*,?\s*$",
    re.IGNORECASE,
)
MEETING: Final = _ends(
    r"(?:tại|theo|kết\s+luận|chỉ\s+đạo)\s[^;.]*(?:cuộc\s+họp|phiên\s+họp|buổi\s+làm\s+việc|hội\s+nghị|kỳ\s+họp)[^;.]{0,40}"
)
DONE: Final = _says(
    r"đã(?!\s+(?:được\s+)?(?:giao|phân\s+bổ|bố\s+trí|cấp|đề\s+ra|xác\s+định|đăng\s+ký|quy\s+định|phê\s+duyệt|duyệt|nêu|ký|thống\s+nhất))"
)
UP_TO_NOW: Final = _ends(r"tính\s+(?:đến|tới|từ)(?:\s+(?:hết|cuối|đầu|thời\s+điểm|tháng))*|(?:tại|đến)\s+thời\s+điểm")
ACHIEVED: Final = _ends(r"(?:đạt\s+được|ước\s+(?:đạt|thực\s+hiện)|ước)(?:\s+(?:trong|của|cả))*")
REACHES: Final = re.compile(
    r"[^.;(]{0,40}(?<!\w)(?:(?:ước|đạt|xảy\s+ra|ghi\s+nhận|vượt|muộn\s+hơn|sớm\s+hơn|cao\s+hơn|thấp\s+hơn)(?!\w)|(?:là|có|còn|chiếm|tăng|giảm|bằng)\s+(?:(?:khoảng|trên|gần|hơn|tới|đến)\s+)?\d)",
    re.IGNORECASE,
)
IS_A_YEAR_OF: Final = _opens(r"(?:là|được\s+(?:xác\s+định|chọn|coi)\s+là)\s+năm")
SYMBOL: Final = re.compile(r"\bsố\s*:?\s*\d*\s*/?[A-ZĐ\d][\w/&-]*\s*$")
AIM: Final = _says(
    r"phấn\s+đấu|mục\s+tiêu|(?<!%\s)chỉ\s+tiêu|bảo\s+đảm|đảm\s+bảo|dự\s+kiến|(?<!%\s)(?<!vượt\s)kế\s+hoạch|tối\s+thiểu|ít\s+nhất|phải|trở\s+lên|từ\s+\d+"
    r"|đạt\s+(?:từ|trên|ít\s+nhất)|so\s+với\s+ước"
)
COMPARED: Final = _ends(r"(?:so\s+với|so|cùng\s+kỳ|bằng|như)(?:\s+(?:với|cùng|kỳ|của|cả|thực\s+hiện|kết\s+quả))*")
LOOKS_BACK: Final = _says(
    r"so\s+với|cùng\s+kỳ|kết\s+quả|tổng\s+kết|sơ\s+kết|phát\s+huy|tiếp\s+nối|kế\s+thừa|rút\s+kinh\s+nghiệm|quyết\s+toán|số\s+liệu|báo\s+cáo|đánh\s+giá"
    r"|tồn\s+tại|hạn\s+chế|khắc\s+phục|chuyển\s+tiếp|chuyển\s+nguồn|kéo\s+dài|tiếp\s+tục|chuyển\s+sang"
)

# the time ahead
DEADLINE: Final = _ends(
    r"(?:trước|chậm\s+nhất|muộn\s+nhất|hạn|hạn\s+cuối|hạn\s+chót|thời\s+hạn|không\s+quá|đến\s+hết|hết|xong)"
    r"(?:\s+(?:là|vào|ngày|hết|trong|đến|nộp|gửi|:))*"
)
HORIZON: Final = _ends(r"(?:đến|tới)(?:\s+(?:hết|cuối))?|tầm\s+nhìn|định\s+hướng|hướng\s+tới")
BARE_HORIZON: Final = _ends(r"đến|tới")
AHEAD: Final = _ends(
    rf"(?:kế\s+hoạch|dự\s+toán|phương\s+hướng|nhiệm\s+vụ|chương\s+trình\s+công\s+tác|ngân\s+sách|kinh\s+phí|đăng\s+ký){_FEW_WORDS}{{0,5}}"
)
NEW_YEAR: Final = _ends(rf"(?:tết|xuân|TẾT|XUÂN){_FEW_WORDS}{{0,4}}")
NEXT_OPENING: Final = _ends(r"đầu")
BEGINS_A_SPAN: Final = _ends(r"từ(?:\s+(?:ngày|đầu|cuối|giữa|tháng|quý))*")
SPAN_GOES_ON: Final = re.compile(
    r"\s*(?:đến|tới|-|–|—)\s*(?:(?:hết|trước|ngày|tháng|quý|cuối|đầu|năm|\d\d?\s*giờ)\s+)*(?:\d|[IVX]+(?!\w))", re.IGNORECASE
)
