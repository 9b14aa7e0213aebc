"""The words around a year that tell what it is: a time of the plan, a name, a law, a comparison, something past."""

import re
from typing import Final

from docgen.text.patterns import lazy_re

YEAR: Final = r"(?:1[89]|20)\d\d"
HIDDEN: Final = "\ufffc"  # stands for each letter of what is read elsewhere, such as a cited document
DASH: Final = r"[-–—−‑‐]"


def phrase(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return `words` as a pattern, in which a blank stands for any blanks."""
    return lazy_re(words.replace(" ", r"\s+"), flags)


def ends(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return `words` where a text ends with them, but for the marks that lead to what follows."""
    return phrase(rf"(?<!\w)(?:{words})[\s:,(“\"]*$", flags)


def says(words: str) -> re.Pattern[str]:
    """Return `words` as whole ones."""
    return phrase(rf"(?<!\w)(?:{words})(?!\w)")


def _opens(words: str) -> re.Pattern[str]:
    return phrase(rf"\s*(?:{words})(?!\w)")


_FEW_WORDS: Final = r"(?: [^\s,;:.()“”]+)"

# names
_EVENTS: Final = (
    "Hội chợ|Hội báo|Hội thi|Hội sách|Hội nghị|Hội thảo|Hội xuân|Hội trại|Hội khỏe|Lễ hội|Festival|Liên hoan|Giải|Ngày hội"
    "|Ngày|Giờ|Cúp|Cup|Games|Tuần lễ|Tuần|Tháng|Năm|Chiến dịch|Cuộc thi|Diễn đàn|Triển lãm|Đại hội|Kỳ thi|Phiên chợ"
    "|Đường hoa|Đêm nhạc|Tầm nhìn|Cộng đồng"
)
EVENT_NAME: Final = ends(rf"(?:{_EVENTS}|{_EVENTS.upper()}){_FEW_WORDS}{{0,8}}", 0)
LASTING_NAME: Final = ends(
    rf"(?:chương trình nghị sự|tầm nhìn|cộng đồng|kế hoạch tổng thể|chiến lược|mục tiêu){_FEW_WORDS}{{0,6}}"
)
CAPITAL_WORD: Final = phrase(r"(?<!\w)[A-ZĐÀ-ÖØ-ÝĂÂÊÔƠƯẠ-Ỹ][\w&'’-]* (?:- )?$", 0)
RANKING: Final = ends(r"PCI|PAPI|SIPAS|PAR[\s-]?INDEX|DTI|ICT|DDCI|CCHC|chỉ số \S+")
LAW: Final = ends(
    r"(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|LUẬT|BỘ LUẬT|HIẾN PHÁP|Hiệp định|Công ước|Hiến chương|Nghị quyết|Nghị định"
    r"|Thông tư|Chỉ thị)(?: (?!trong\b|cho\b|đến\b|từ\b|vào\b)[^\s;:.()“”]+){0,11}(?: \((?:sửa đổi|bổ sung"
    r"|sửa đổi, bổ sung)\))?",
    0,
)
TIME_WORD: Final = ends(
    r"xuân|hạ|hè|thu|đông|tết|đán|trung thu|dương lịch|dự kiến|tiến độ|năm|trong|cả|đầu|giữa|cuối|hết|suốt|mùa(?: \w+){0,2}"
    r"|vụ(?: \w+){0,3}|(?:quý|quí|tháng|kỳ|đợt)(?:[\s.]+\w+|\d+)|[qt][\s.]*(?:\d+|[ivx]+)|kế hoạch|dự toán|ngân sách"
    r"|tài chính|kinh phí|nhiệm vụ|chỉ tiêu|chương trình công tác|mục tiêu|tuyển sinh|tuyển quân|tốt nghiệp(?: THPT)?"
)
SEASON: Final = ends("mùa")
LUNAR_NAME_BEFORE: Final = phrase(
    r"(?:Giáp|Ất|Bính|Đinh|Mậu|K[ỷỉ]|Canh|Tân|Nhâm|Qu[ýí]) (?:T[ýí]|Sửu|Dần|M[ãẹ]o|Thìn|T[ỵị]|Ngọ|Mùi|Thân|Dậu|Tuất"
    r"|Hợi)[\s,(–-]*$"
)

# numbers
COUNTED_BEFORE: Final = ends(
    r"(?:ĐT|QL|TL|HL|ĐH)\.|khoản|(?<!cao\s)(?<!trọng\s)điểm|điều|mã|mã số|(?<!đổi\s)(?<!dân\s)(?<!chỉ\s)số|số hiệu|số lượng"
    r"|(?<!quốc\s)(?<!văn\s)(?<!biên\s)(?<!đề\s)phòng|khoảng|gần|hơn|tối thiểu|tối đa|ít nhất|tổng số|tài khoản|hotline"
)
COUNTED: Final = phrase(
    r"\s*(?:%|m2|m²|(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|đ|VNĐ|VND|USD|người|hộ|lượt|cán bộ|đảng viên|đoàn viên|hội viên|học sinh"
    r"|sinh viên|đại biểu|trẻ em|trẻ|ha|héc\s?ta|km|m|kg|tấn|tạ|con|cây|cuốn|quyển|tờ|bản|tin|bài|lớp|buổi|cuộc|suất|phần"
    r"|phiếu|hồ sơ|doanh nghiệp|trường hợp|lao động|chiếc|cái|bộ|vụ việc|thùng|lít|trang|đầu sách|vụ|ca|điểm|đơn vị|giải"
    r"|huy chương|thiết bị|bóng đèn|đèn|camera|máy|căn|gia đình|công nhân|thanh niên|học viên|sản phẩm|chứng thư)(?!\w))"
    r"|[.,]\d"
)

# the past
START: Final = ends("từ(?: (?:đầu|cuối|giữa|sau|trước))?|kể từ")
REORGANISED: Final = phrase(
    r"[^.;]{0,80}?(?<!\w)(?:chuyển (?:giao|về|thành|cho|(?:sang )?(?:Sở|Bộ|Phòng|Ban|Ủy ban|UBND))"
    r"|tiếp nhận (?:nhiệm vụ|chức năng|nguyên trạng)|sáp nhập|hợp nhất|giải thể"
    r"|kết thúc hoạt động|chấm dứt hoạt động|ngừng hoạt động|đổi tên|tổ chức lại|không còn"
    r"|(?:chính quyền|mô hình)[^.;]{0,40} (?:hai|2|02) cấp)(?!\w)"
)
EVER_SINCE: Final = _opens("đến nay|tới nay|trở lại đây|trở về trước")
IN_FORCE: Final = ends("(?:hiệu lực|áp dụng|kể|lương)(?: (?:thi hành|kể|bắt đầu|chính thức|vào|từ|ngày|là))*")
RUNS_OUT: Final = ends("hết (?:hạn|hiệu lực|thời hạn)(?: (?:vào|từ|ngày|sử dụng))*")
CARRIED: Final = says("chuyển(?: (?:tiếp|nguồn|kỳ|vốn|sang|từ))|tồn(?: đọng)? từ|gối đầu")
CARRIED_ON: Final = phrase(r"\s*(?:chuyển )?(?:sang|qua)(?!\w)")
COMPARED_BEFORE: Final = phrase(r"(?<!\w)(?:so với|cùng kỳ)\s[^;,.()]*$")
EVERY_FEW_YEARS: Final = says(r"(?:0?[2-9]|10|hai|ba|bốn|năm) năm\s*(?:/\s*|(?:có|tổ chức)?\s*(?:một|01|1) )(?:lần|kỳ)")
DATED: Final = ends(
    "(?:ban hành|ký|kí|ký kết|thành lập|công bố|khánh thành|khởi công|công nhận|ra đời|sáp nhập|bổ nhiệm|thông qua"
    "|phê duyệt|cấp)(?: (?:vào|ngày|từ|chính thức))*"
)
FOUNDED: Final = ends(
    r"(?:thành lập|ra đời|công nhận|khởi công|khánh thành|tái lập|giải phóng|đạt chuẩn(?: \S+){0,4}(?= (?:vào"
    r"|từ)))(?: (?:vào|từ|chính thức))*"
)
OF_ONE_YEAR: Final = ends(
    r"riêng(?: (?:trong|cho|của|đối với))*|chỉ (?!tiêu|đạo|số|thị|dẫn|huy|định)(?:\w+ ){1,4}(?:trong|cho|đối với)"
)
_SLOGAN: Final = "chủ đề|thông điệp|khẩu hiệu|phương châm|chủ điểm|châm ngôn|slogan"
SLOGAN_OF: Final = ends(
    rf"(?:{_SLOGAN}){_FEW_WORDS}{{0,6}}"
    rf"(?:\s*[:,]?\s*(?:là )?[“\"][^“”\"]{{1,200}}[”\"]\s*(?:của|cho|trong|do)?{_FEW_WORDS}{{0,9}})?"
)
SLOGAN_BEHIND: Final = phrase(rf"\s*(?:,|:|với|có|lấy|theo|và)?\s*(?:{_SLOGAN})(?!\w)")
NAMED_SO: Final = phrase(
    r"\s*(?:[:–-]|,?\s*(?:chính thức )?(?:là|làm|gọi là|được (?:chọn|lấy|đặt|xác định|coi|gọi)(?: (?:là|làm|tên|chủ đề)){0,3}"
    r"|(?:mang|có|lấy|đặt|với) (?:tên|tiêu đề|tên gọi|tựa đề)(?: là)?)\s*:?)\s*(?:[“\"]|(?-i:Năm) \w)"
)
SUBJECT_OF: Final = ends(rf"(?:chuyên đề|trọng tâm|điểm nhấn|tên gọi){_FEW_WORDS}{{0,5}}")
IS_SOMETHING: Final = _opens("là|được (?:chọn|xác định|đặt)")
SHARE_OF_ALL: Final = lazy_re(r"(?<![\d.,/])100\s?%")
SHARE_OF_SOME: Final = lazy_re(r"(?<![\d.,/])(?!100\s?%)\d{1,3}(?:,\d+)?\s?%")
TARGET: Final = phrase(
    r"(?<!\w)(?:(?:phấn đấu|mục tiêu|chỉ tiêu|t[ỷỉ] lệ|đạt)(?!\w)[^.;]{0,80}?|(?:(?:tăng|giảm|nâng)(?: thêm)?|có"
    r"(?= (?:ít nhất|tối thiểu|trên|hơn))) (?:(?:ít nhất|tối thiểu|trên|hơn) )?(?=[^.;]{1,60}(?:bậc|hạng|đạt|hộ nghèo)))"
    r"(?<![\d.,/])(?!100\s?%|0?1\s)\d[\d.,]*(?:"
    rf"{COUNTED.pattern}| (?:lần|xã|phường|thôn|ấp|trường|sở|cơ quan|mô hình|công trình|dự án|tiêu chí|bậc|hạng|huyện|chi bộ)\b)"
)
_BUILDING: Final = (
    "(?:công trình|hạng mục|nhà|căn nhà|trụ sở|mặt bằng|cơ sở|tòa nhà|cầu|tuyến đường|bệnh viện|trường|trạm|trung tâm"
    "|dự án|khu|cụm)"
)
MADE_ONCE: Final = phrase(
    r"(?<!\w)(?:khánh thành|khai trương|khởi công|động thổ|thông xe|đăng cai|ra mắt|hợp long|đón (?:nhận )?bằng|di dời|nghiệm thu"
    rf"|cắt băng|gắn biển|bàn giao (?:\d+ )?{_BUILDING}"
    r"|(?:hoàn thành|xong) (?:việc )?(?:sáp nhập|hợp nhất|giải thể|sắp xếp (?:các )?(?:đơn vị|tổ chức|ấp|thôn|khóm|bộ máy))"
    rf"|(?:hoàn thành|xong) (?:xây dựng|xây mới|thi công) (?:\w+ )?{_BUILDING}"
    r"|(?:đưa|đi) vào (?:sử dụng|vận hành|hoạt động|khai thác)|vận hành chính thức|chính thức (?:vận hành|hoạt động|đi vào)"
    r"|(?:chuyển|dời) trụ sở|lễ công bố|công bố (?:quyết định|nghị quyết) (?:về việc )?(?:thành lập|sáp nhập|hợp nhất))(?!\w)"
    r"(?:(?!hoàn thành|kết thúc)[^;.\n])*$"
)
ONCE_ONLY: Final = phrase(  # "mỗi xã tổ chức 01 lần" says how often, not that it is never done again
    r"\A(?:(?!(?<!\w)(?:mỗi|từng|hằng năm|hàng năm|định kỳ)(?!\w))[^;])*?(?<!\w)(?:tổ chức (?:duy nhất )?(?:một|01|1) lần"
    r"(?!\s*/| (?:mỗi|một|trong (?:mỗi|từng)))|(?:một|01|1) lần duy nhất"
    r"|chỉ (?:tổ chức|làm|thực hiện|diễn ra) (?:một|01|1) lần)(?!\w)"
)
MEETING: Final = ends(r"(?:tại|theo|kết luận|chỉ đạo)\s[^;.]*(?:cuộc họp|phiên họp|buổi làm việc|hội nghị|kỳ họp)[^;.]{0,40}")
DONE: Final = says(
    "đã(?! (?:được )?(?:giao|phân bổ|bố trí|cấp|đề ra|xác định|đăng ký|quy định|phê duyệt|duyệt|nêu|ký|thống nhất))"
)
UP_TO_NOW: Final = ends("tính (?:đến|tới|từ)(?: (?:hết|cuối|đầu|thời điểm|tháng))*|(?:tại|đến) thời điểm")
ACHIEVED: Final = ends("(?:đạt được|ước (?:đạt|thực hiện)|ước)(?: (?:trong|của|cả))*")
REACHES: Final = phrase(
    r"[^.;(]{0,40}(?<!\w)(?:(?:ước|đạt|xảy ra|ghi nhận|vượt|muộn hơn|sớm hơn|cao hơn|thấp hơn)(?!\w)|(?:là|có|còn|chiếm|tăng"
    r"|giảm|bằng) (?:(?:khoảng|trên|gần|hơn|tới|đến) )?\d)"
)
IS_A_YEAR_OF: Final = phrase(r"\s*(?:là|được (?:xác định|chọn|coi|lấy|đặt|gọi)(?: tên)? (?:là|làm))\s*[“\"]?\s*năm(?!\w)")
SYMBOL: Final = phrase(r"(?<!chỉ\s)(?<!Chỉ\s)(?<!CHỈ\s)\bsố\s*:?\s*\d*\s*/?[A-ZĐ\d][\w/&-]*\s*$", 0)
AIM: Final = says(
    r"phấn đấu|mục tiêu|(?<!%\s)chỉ tiêu|bảo đảm|đảm bảo|dự kiến|(?<!%\s)(?<!vượt\s)kế hoạch|tối thiểu|ít nhất|phải|trở lên"
    r"|từ \d+|đạt (?:từ|trên|ít nhất)|so với ước"
)
COMPARED: Final = ends("(?:so với|so|cùng kỳ|bằng|như)(?: (?:với|cùng|kỳ|của|cả|thực hiện|kết quả))*")
LOOKS_BACK: Final = says(
    "so với|cùng kỳ|kết quả|tổng kết|sơ kết|phát huy|tiếp nối|kế thừa|rút kinh nghiệm|quyết toán|số liệu|báo cáo|đánh giá"
    "|tồn tại|hạn chế|khắc phục|chuyển tiếp|chuyển nguồn|kéo dài|tiếp tục|chuyển sang"
)

# the time ahead
DEADLINE: Final = ends(
    "(?:trước|chậm nhất|muộn nhất|hạn|hạn cuối|hạn chót|thời hạn|không quá|đến hết|hết|xong)(?: (?:là|vào|ngày|hết|trong"
    r"|đến|nộp|gửi|:|\d\d?\s*(?:giờ|h)(?:\s*\d\d)?(?: phút)?,?))*"
)
HORIZON: Final = ends("(?:đến|tới)(?: (?:hết|cuối))?|tầm nhìn|định hướng|hướng tới")
BARE_HORIZON: Final = ends("đến|tới")
AHEAD: Final = ends(
    rf"(?:kế hoạch|dự toán|phương hướng|nhiệm vụ|chương trình công tác|ngân sách|kinh phí|đăng ký){_FEW_WORDS}{{0,5}}"
)
NEW_YEAR: Final = ends(rf"(?:tết|xuân|TẾT|XUÂN){_FEW_WORDS}{{0,4}}")
NEXT_OPENING: Final = ends("đầu")
BEGINS_A_SPAN: Final = ends("từ(?: (?:ngày|đầu|cuối|giữa|tháng|quý))*")
SPAN_GOES_ON: Final = phrase(
    r"\s*(?:đến|tới|-|–|—)\s*(?:(?:hết|trước|ngày|tháng|quý|cuối|đầu|năm|\d\d?\s*giờ) )*(?:\d|[IVX]+(?!\w))"
)

# days without a year, and lists
BEFORE_A_BARE_DAY: Final = phrase(
    r"(?:\bngày|\btrước|\bsau|\bhạn|\bhạn (?:cuối|chót|nộp|gửi)|\bnhất|\bvào|\bdịp|\blễ|\bsáng|\bchiều|\btối|\bmừng|\btức"
    r"|\bnhằm|\bniệm|\bhết|\bxong|\blà|nhật,|thứ\s\w+,)(?: (?:là|ngày|hết|lễ))*[\s:(]*$"
)
SHARE: Final = phrase(
    r"\s*(?:tổng số|số|xã|huyện|phường|thị trấn|đơn vị|cơ quan|tỉnh|sở|hộ|người|chỉ tiêu|tiêu chí|giờ|trường|thôn|ấp|khóm"
    r"|bộ)\b"
)
YEARS_GO_ON: Final = phrase(r"\s*(?:,|;|&|và|hoặc|hay|,\s*và)\s*(?:kế hoạch )?")
LIST_COMPARED: Final = phrase("(?:so với|cùng kỳ|bằng)[^,;]*$")

# columns and lists
COLUMN_HEADING: Final = phrase(
    r"\W*(?:ước(?: (?:thực hiện|đạt))?|dự kiến|thực hiện|kế hoạch|dự toán|tiến độ|kinh phí|chỉ tiêu|giao|số liệu"
    r"|mục tiêu)\s*(?:năm )?"
)

_COLUMN_WORD: Final = "(?:(?:ước|thực hiện|dự toán|kế hoạch|dự kiến|KH|TH|UTH|DT) ){1,2}"
LIST_GOES_ON: Final = phrase(rf"\s*(?:[,;|&/]|,?\s*và|hoặc|hay)\s*(?:từ )?(?:{_COLUMN_WORD})?")
BEGUN_BEFORE: Final = (
    r"(?:khởi\s+công|khởi\s+động|bắt\s+đầu)[^;.]{{0,30}}{year}[^;.]{{0,20}}(?:hoàn\s+thành|kết\s+thúc|xong|bàn\s+giao)"
)
COUNTED_FROM: Final = lazy_re(r"\d{4}\s*[-–—]\s*$")

# years beside the plan's own
WORK_BEGUN: Final = phrase(r"(?<!\w)(?:khởi công|khởi động)(?: (?:vào|từ))*\s*$")
FROM_IN_BRACKETS: Final = phrase(r"\(\s*từ\s*$")
INTO: Final = phrase(r"(?<!\w)(?:sang|bước sang|bước vào|chuẩn bị)\s*$")

# what has been
REPORT: Final = phrase(r"\W*(?:(?:\d+|[IVX]+|[a-zđ])[.)]\s*)?(?:kết quả|thực trạng|tình hình)(?!\w)")
FIGURE: Final = phrase(rf"(?<![\d/])\d[\d.,/]*(?:{COUNTED.pattern})")
WITH_A_FIGURE: Final = phrase(rf"[^.;()“”]{{0,60}}?(?<![\d/.,])\d[\d.,]*(?:{COUNTED.pattern})")
IS_PAST: Final = phrase(r"(?<!\w)(?:ước|số liệu|xảy ra|ghi nhận|kế hoạch giao|vượt)(?!\w)")
TROUBLE: Final = phrase(
    r"[^.;]{0,120}?(?<!\w)(?:(?:làm|khiến|gây)(?: cho)?(?: (?:khoảng|trên|gần|hơn))? \d|(?:nắng hạn|hạn hán|nắng nóng|mưa"
    r"|rét|xâm nhập mặn|dịch)[^.;]{0,40}kéo dài[^.;]*\d)"
)
TODAY: Final = phrase(r"(?<!\w)(?:hiện (?:có|nay|còn|đang|tại)|vừa qua|năm qua)(?!\w)")
CUT_OFF: Final = phrase(
    r"(?<!\w)kể từ (?:khi|ngày)[^;.,]{1,60}$|(?<!\w)(?:phát sinh|tồn đọng|cũ|trước đây|kế thừa[^;.]*"
    r"|đã(?: \w+){1,4}) (?:từ )?trước(?: (?:ngày|thời điểm))*\s*$"
)
THOSE: Final = phrase(
    r"^\W*(?:(?:đối với|với) )?(?:các|những|hồ sơ|trường hợp|giấy|hợp đồng|dự án|công trình|người"
    r"|cán bộ)\s[^,;]*(?<!\w)(?:ký|kí|cấp|ban hành|tham gia|công nhận|thành lập|xây dựng|sử dụng|tuyển dụng|bổ nhiệm|nộp"
    r"|tiếp nhận) (?:từ )?(?:trước|sau|từ)(?: (?:ngày|thời điểm))*\s*$"
)
OPENS_FROM: Final = phrase(
    r"(?<!\w)(?:khởi động|khai mạc|phát động|ra quân|diễn ra|mở cửa|(?:nhận|nộp) hồ sơ|đăng ký"
    r"|thời gian)[\s,:]*(?:bắt đầu )?(?:kể )?từ\s*$"
)
GOES_ON: Final = lazy_re(r"\s+\w")

# left from the year before
WORK: Final = phrase(
    r"(?<!\w)(?:trong|cả|suốt|hết|đầu|cuối|giữa|vào|từ|đến|tháng|ngày|định kỳ|hoàn thành|xong|trước|triển khai|thực hiện"
    r"|tổ chức|mùa(?: \w+){0,2})\s*$"
)
RESULTS_COLUMN: Final = phrase(r"\W*(?:(?:\d+|[IVX]+)[.)]\s*)?(?:(?:ước )?(?:thực hiện|TH)|ước)?\s*")
BEGUN_THEN: Final = phrase(
    r"(?<!triển\skhai\s)(?<!thực\shiện\s)(?<!tổ\schức\s)(?<!bắt\sđầu\s)(?<!thời\sgian\s)(?<!gian:\s)(?<=\w\s)từ\s*$"
)

# two years
SCHOOL: Final = phrase(
    r"(?:năm học(?: \w+){0,2}|niên kh[óo][aá]|niên độ|năm tài chính|năm ngân sách|năm sản xuất|mùa(?: \w+){0,3}"
    r"|vụ(?: \w+){0,4}|đông\s*-?\s*xuân|học kỳ(?: \w+){0,4})[\s:,(]*(?:\d{4}\s*[-–/]\s*\d{4}\s*(?:,|;|và|hoặc)\s*)*$"
)
SINCE_A_SCHOOL_YEAR: Final = phrase(
    r"(?<!\w)(?:miễn|giảm|áp dụng|bắt đầu|thực hiện|triển khai|thay đổi|đổi mới|hiệu lực|quy định|bãi bỏ)"
    r"(?: [^\s,;:.()]+){0,5} (?:kể )?từ\s+(?:đầu )?$"
)
TERM: Final = phrase(r"(?:nhiệm k[ỳì]|khóa|khoá)(?: [^\s,;.]+){0,3}\s*[,:(]?\s*$")
PERIOD: Final = phrase(r"(?:giai đoạn|thời k[ỳì]|lộ trình|trung hạn)(?: [^\s,;.]+){0,4}\s*[,:(]?\s*(?:từ )?$")
OF_A_CONGRESS: Final = phrase("đại hội|nghị quyết|ban chấp hành")
TOWARDS_A_CONGRESS: Final = phrase(
    r"(?<!\w)(?:chào mừng|mừng|hướng tới|tiến tới|phục vụ|chuẩn bị|tổ chức|lập thành tích)[^.;]{0,60}?"
    r"(?<!quyết\s)(?<!kiện\s)(?<!công\s)(?<!của\s)đại hội(?!\w)[^.;]{0,100}$"
)
COUNTED_YEARS: Final = phrase(r"(?<![\d./])(\d{1,2}) năm\s*[,:(]?\s*$")
ANNIVERSARY: Final = phrase("kỷ niệm|kỉ niệm|thành lập|tái lập|ngày truyền thống|năm ngày|giải phóng")
