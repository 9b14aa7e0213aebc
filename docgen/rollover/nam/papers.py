"""The days of papers and of what was said: the words around them, with a number of the paper beside them or without one."""

from typing import Final

from docgen.rollover.nam import cues
from docgen.rollover.nam.cues import HIDDEN, ends, phrase, says
from docgen.rollover.nam.mention import Around, YearForm, YearMention

_NO_TIME: Final = (
    r"(?!(?:trước|sau|đến|tới|từ|vào|hết|trong|xong|chậm|muộn|hạn|lúc|sáng|chiều|dự)(?!\w))[^\s,;:.()]+"  # no deadline between
)
OF_A_PAPER: Final = phrase(
    r"(?:\bsố\s*:?\s*\d+\S*|/[A-ZĐ][\w&-]*|\b(?:quyết định|công văn|tờ trình|thông báo|kết luận|báo cáo số|công điện"
    rf"|nghị quyết|nghị định|thông tư|chỉ thị)(?: {_NO_TIME}){{0,6}})\s*,?\s*$"
)
OF_A_PAPER_WITHOUT_NUMBER: Final = phrase(
    r"(?<!\w)(?:biên bản|giấy (?:mời|phép|chứng nhận|ủy quyền|giới thiệu)|bản ghi nhớ|thỏa thuận|thoả thuận|hợp đồng"
    r"|thư(?! (?:viện|ký|mục|tín))|công hàm|công thư|điện (?:mật|khẩn|chỉ đạo)"
    r"|đơn(?! (?:vị|giá|giản|thuần|lẻ|tuyến|nguyên|từ))"
    r"|(?:nghị quyết|quy chế|kết luận|chỉ thị|công điện)(?= (?:của|kỳ họp|hội nghị|số)(?!\w)))"
    rf"(?: {_NO_TIME}){{0,12}}\s*[,(]?\s*$"
)
BESIDE_A_PAPER: Final = phrase(rf"{HIDDEN}(?P<between>[^{HIDDEN}]*)$")
RIGHT_BEHIND_A_PAPER: Final = phrase(rf"{HIDDEN}[\s,(–-]*$")
_ISSUES: Final = "ban hành|ký|có|ra|gửi|phát hành|công bố|phê duyệt|thông qua|nhận(?: được)?"
BEFORE_A_PAPER: Final = phrase(
    rf"(?:(?: của [^{HIDDEN};:]{{1,60}})?\s*[,:|–-]?\s*(?:số\s*)?"
    rf"|[^{HIDDEN};:]{{0,120}}(?<!\w)(?:{_ISSUES})(?: (?:các|bản|kèm theo))?\s*(?:[^\s{HIDDEN}]+ ){{0,2}}){HIDDEN}"
)
PAPER_NAMED: Final = phrase(
    r"(?<!\w)(?:quyết định|công văn|văn bản|tờ trình|thông báo|công điện|chỉ thị|nghị quyết|kế hoạch|hướng dẫn|kết luận)"
    r"(?: (?:số \d+|hỏa tốc|hoả tốc|khẩn|chỉ đạo|liên ngành|liên tịch))* (?:của|do|giữa)\s(?P<between>[^;:]{0,120})$"
)
OF_A_PAPER_REFERRED_TO: Final = phrase(
    r"(?<!\w)(?:theo|tại|căn cứ|kèm(?: theo)?|trên cơ sở|xét|nêu trong) (?:(?:nội dung|đề nghị|đề xuất|kiến nghị|các|bản) "
    r"(?:của |tại |trong )?){0,3}(?:báo cáo|kế hoạch|hướng dẫn|đề án|phương án|chương trình|dự thảo|phiếu trình|văn bản|email"
    r"|thư điện tử)"
    rf"(?: {_NO_TIME}){{0,7}}\s*\(?$"
)
A_PAPER: Final = phrase(
    rf"(?<!\w)(?:báo cáo|kế hoạch|hướng dẫn|đề án|phương án|chương trình|dự thảo|văn bản|email)(?: {_NO_TIME}){{0,3}}\s*$"
)
OF_AN_ISSUER: Final = phrase(r"\s*\)?\s*(?:của|do) \w")
OF_A_SAYING: Final = phrase(
    r"(?<!\w)(?<!lấy\s)(?<!xin\s)(?<!góp\s)(?<!cho\s)(?<!nộp\s)(?<!gửi\s)(?:ý kiến|chỉ đạo|kết luận|bút phê|phát biểu"
    r"|(?:theo|được) (?:sự )?(?:đề nghị|yêu cầu|kiến nghị|chấp thuận|đồng ý|thống nhất|ủy quyền|phân công|cho phép|phê duyệt))"
    rf"(?: (?:chỉ đạo|kết luận|phát biểu|thống nhất|đồng ý)){{0,2}} (?:của|từ)(?P<between>(?: {_NO_TIME}){{1,12}})\s*[,(]?\s*$"
)
RECORDED: Final = phrase(
    rf"{HIDDEN}[\s,–-]*\(\s*(?:(?:số )?(?:văn bản|công văn)|nhận|tiếp nhận|vào sổ|(?:đóng )?dấu|phát hành|lưu|đăng ký|chuyển)"
    r"(?!\w)[^();]{0,40}$"
)
IN_ITS_BRACKETS: Final = phrase(
    rf"{HIDDEN}[\s,–-]*\((?![^()]*(?<!\w)(?:trước|sau|chậm|muộn|hạn|xong|từ|trong)(?!\w))(?P<between>[^();{HIDDEN}]{{0,60}})$"
)
ARRIVED: Final = phrase(rf"{HIDDEN}[\s,]*(?:đến|đi)\s*$")
SAID_AT: Final = phrase(
    rf"[^{HIDDEN};:]{{0,120}}(?<!\w)(?:ý kiến|chỉ đạo|kết luận|phát biểu|thông báo|giao)(?!\w)[^{HIDDEN};:]{{0,60}}"
    rf"(?<!\w)(?:tại|ở|trong|bằng) (?:[^\s{HIDDEN}]+ ){{0,2}}{HIDDEN}"
)
ISSUED_IN: Final = phrase(
    rf"{HIDDEN}[\s,(–-]*(?:(?:đã|được|vừa|mới) ){{0,3}}(?:ban hành|ký|phát hành|thông qua|phê duyệt)"
    r"(?: (?:vào|trong|ngày|từ)){0,2}(?: (?:đầu|giữa|cuối))?\s*$"
)
SHARED_DAY: Final = phrase(rf"[^;:{HIDDEN}]{{0,80}}{HIDDEN}+[\s,(]*(?:cũng |trong )?cùng ngày(?! \d)(?!\w)")
AT_A_PAPER: Final = phrase(rf"\s*(?:,\s*)?(?:(?:nêu|ghi|thông báo|truyền đạt) )?(?:tại|ở) (?:[^\s{HIDDEN}]+ ){{0,2}}{HIDDEN}")
IN_BRACKETS_A_PAPER: Final = phrase(rf"\s*\(\s*{HIDDEN}")
ISSUED_BY_A_PAPER: Final = phrase(
    r"[\s,(–-]*(?:(?:đã|được) ){0,2}(?:ban hành|phê duyệt|thông qua|giao|phân bổ|công bố|quy định)(?: kèm)? (?:theo|tại|bằng)"
    rf" (?:[^\s{HIDDEN}]+ ){{0,2}}{HIDDEN}"
)
PART_OF_A_YEAR: Final = phrase(r"(?<!\w)(?:đầu|giữa|cuối)\s*$")
OWN_TIME: Final = ends(
    r"(?:trước|sau|từ|đến|tới|hết|trong|vào|lúc|xong|hoàn thành|chậm nhất|muộn nhất|(?:thời )?hạn(?: \w+){0,3}|dịp|sáng|chiều|tối"
    "|khai mạc|bế mạc|diễn ra|tổ chức|bắt đầu|kết thúc|thời gian|dự kiến|định kỳ|gửi về|báo cáo)"
    "(?: (?:là|vào|ngày|hết|trong|đến|đầu|cuối|thời hạn))*"
)
WORK_BETWEEN: Final = says(
    r"tổ chức|triển khai|hoàn thành|(?<!kỳ\s)(?<!cuộc\s)(?<!phiên\s)họp|"
    "hội nghị|hội thảo|lễ|khai mạc|bế mạc|ra quân|kiểm tra|giám sát|báo cáo|gửi|nộp"
    "|phát động|tập huấn|khảo sát|thanh tra|tuyên truyền|diễn ra|bắt đầu|kết thúc|thời gian|mở lớp|đối thoại|sơ kết|tổng kết"
)
_LONGEST_ISSUER: Final = 14  # words


def is_dated_paper(mention: YearMention, near: Around) -> bool:
    """Return whether the date is that of a document, a meeting or a ceremony."""
    return mention.kind is YearForm.NGAY and any(map(near.led_by, (cues.DATED, OF_A_PAPER, cues.MEETING)))


def stands_by_a_paper(mention: YearMention, near: Around) -> bool:
    """Return whether a date may be that of a cited document beside it, as no word says that it is a time of the work."""
    lead = PART_OF_A_YEAR.sub("", near.lead)
    if mention.kind not in (YearForm.NGAY, YearForm.THANG, YearForm.NAM) or OWN_TIME.search(lead):
        return False
    if mention.kind is not YearForm.NGAY:
        dated = mention.kind is YearForm.THANG and near.led_by(cues.DATED)
        return HIDDEN in lead and (dated or _closes_a_citation(lead, near.trail))
    behind = BESIDE_A_PAPER.search(near.lead) or PAPER_NAMED.search(near.lead)
    if behind and (behind["between"].lstrip().startswith("(") or not WORK_BETWEEN.search(behind["between"])):
        return True
    return any(map(near.followed_by, (BEFORE_A_PAPER, AT_A_PAPER, IN_BRACKETS_A_PAPER)))


def _closes_a_citation(lead: str, trail: str) -> bool:
    """Return whether a month or year ends the words on who issued the document: ", Văn phòng Chính phủ, tháng 02/2026"."""
    between = lead.rpartition(HIDDEN)[2].strip(" ,(–-")
    if trail.lstrip()[:1] not in ("", ")", ",", ".", ";") or WORK_BETWEEN.search(between):
        return False
    words = between.split()
    if not words or len(words) > _LONGEST_ISSUER:
        return not words
    return words[0] in ("của", "do", "giữa") or (words[0][0].isupper() and "," not in between)


def is_referred_to(mention: YearMention, near: Around) -> bool:
    """Return whether the date is that of words that were said or of a document without a number, or of what one came in by."""
    if mention.kind in (YearForm.NGAY, YearForm.THANG, YearForm.NAM) and near.led_by(ISSUED_IN):
        return True
    if mention.kind not in (YearForm.NGAY, YearForm.THANG):
        return False
    said = OF_A_SAYING.search(near.lead) or (near.trail[:1] == ")" and IN_ITS_BRACKETS.search(near.lead)) or None
    if near.led_by(RECORDED) or (said is not None and not WORK_BETWEEN.search(said["between"])):
        return True
    if mention.kind is not YearForm.NGAY:
        return False
    if near.led_by(OF_A_PAPER_WITHOUT_NUMBER):
        return True
    named = near.led_by(A_PAPER) and near.followed_by(OF_AN_ISSUER)
    led = near.led_by(OF_A_PAPER_REFERRED_TO) or (near.own.strip() != "" and near.led_by(ARRIVED))
    opens = not near.lead.strip() and near.followed_by(SAID_AT)
    return named or led or opens or near.followed_by(SHARED_DAY)
