"""What has happened or begun in the plan's own year: it is not moved, but a person is asked."""

import re
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, left

_REPORT: Final = re.compile(r"\W*(?:(?:\d+|[IVX]+|[a-zđ])[.)]\s*)?(?:kết\s+quả|thực\s+trạng|tình\s+hình)(?!\w)", re.IGNORECASE)
_FIGURE: Final = re.compile(rf"(?<![\d/])\d[\d.,/]*(?:{cues.COUNTED.pattern})", re.IGNORECASE)
_IS_PAST: Final = re.compile(r"(?<!\w)(?:ước|số\s+liệu|xảy\s+ra|ghi\s+nhận|kế\s+hoạch\s+giao|vượt)(?!\w)", re.IGNORECASE)
_TROUBLE: Final = re.compile(
    r"[^.;]{0,120}?(?<!\w)(?:(?:làm|khiến|gây)(?:\s+cho)?(?:\s+(?:khoảng|trên|gần|hơn))?\s+\d"
    r"|(?:nắng\s+hạn|hạn\s+hán|nắng\s+nóng|mưa|rét|xâm\s+nhập\s+mặn|dịch)[^.;]{0,40}kéo\s+dài[^.;]*\d)",
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"(?<!\w)(?:hiện\s+(?:có|nay|còn|đang|tại)|vừa\s+qua|năm\s+qua)(?!\w)", re.IGNORECASE)
_CUT_OFF: Final = re.compile(
    r"(?<!\w)kể\s+từ\s+(?:khi|ngày)[^;.,]{1,60}$|(?<!\w)(?:phát\s+sinh|tồn\s+đọng|cũ|trước\s+đây|kế\s+thừa[^;.]*|đã(?:\s+\w+){1,4})\s+(?:từ\s+)?trước(?:\s+(?:ngày|thời\s+điểm))*\s*$",
    re.IGNORECASE,
)
_THOSE: Final = re.compile(
    r"^\W*(?:(?:đối\s+với|với)\s+)?(?:các|những|hồ\s+sơ|trường\s+hợp|giấy|hợp\s+đồng|dự\s+án|công\s+trình|người|cán\s+bộ)\s[^,;]*"
    r"(?<!\w)(?:ký|kí|cấp|ban\s+hành|tham\s+gia|công\s+nhận|thành\s+lập|xây\s+dựng|sử\s+dụng|tuyển\s+dụng|bổ\s+nhiệm|nộp|tiếp\s+nhận)"
    r"\s+(?:từ\s+)?(?:trước|sau|từ)(?:\s+(?:ngày|thời\s+điểm))*\s*$",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"(?<!\w)(?:khởi\s+động|khai\s+mạc|phát\s+động|ra\s+quân|diễn\s+ra|mở\s+cửa|(?:nhận|nộp)\s+hồ\s+sơ|đăng\s+ký|thời\s+gian)[\s,:]*"
    r"(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s*$",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\s+\w")


def of_past(mention: Mention, near: Around, years: Years) -> Verdict | None:
    """Return the verdict on what has begun or happened in the plan's year, or None where nothing says so."""
    return _of_date(mention, near, years) or _of_start(mention, near, years) or _of_result(near, years)


def is_dated_paper(mention: Mention, near: Around) -> bool:
    """Return whether the date is that of a document, a meeting or a ceremony."""
    return mention.kind is Kind.NGAY and any(map(near.led_by, (cues.DATED, cues.OF_A_PAPER, cues.MEETING)))


def tells_result(near: Around) -> bool:
    """Return whether the sentence reports figures of what has been."""
    if near.led_by(cues.DEADLINE) or cues.AIM.search(near.sentence):
        return False
    reported = _REPORT.match(near.lead) and _FIGURE.search(near.sentence)
    return bool(reported) or near.followed_by(cues.REACHES)


def opens_with_results(before: str) -> bool:
    """Return whether the sentences `before` open by reporting figures: "Kết quả: trồng 81.527 ha"."""
    return _REPORT.match(before) is not None and _FIGURE.search(before) is not None


def is_told_of_now(near: Around) -> bool:
    """Return whether the sentence says how things stand today."""
    return _NOW.search(near.lead) is not None and not near.led_by(cues.DEADLINE)


def _of_date(mention: Mention, near: Around, years: Years) -> Verdict | None:
    if near.led_by(cues.UP_TO_NOW) or near.followed_by(cues.EVER_SINCE):
        return left("mốc chốt số liệu; sửa nếu số liệu được cập nhật", sure=False)
    if near.led_by(cues.RUNS_OUT):
        return left("ngày hết hạn của cái đã có; thay bằng ngày của năm mới", sure=False)
    if near.led_by(cues.IN_FORCE):
        return left(f"mốc bắt đầu áp dụng, đến {years.new} đã là việc cũ; xem lại câu", sure=False)
    if near.led_by(_CUT_OFF) or (near.led_by(_THOSE) and near.followed_by(_GOES_ON)):
        return left("mốc phân biệt việc đã có; sửa nếu mốc dời theo năm", sure=False)
    if is_dated_paper(mention, near):
        return left("ngày của văn bản hoặc việc đã có; sửa nếu nhắc lại theo năm", sure=False)
    return None


def _of_start(mention: Mention, near: Around, years: Years) -> Verdict | None:
    if near.led_by(cues.FOUNDED) or near.followed_by(cues.IS_A_YEAR_OF):
        return left(f"việc của riêng năm {years.old}; đã qua thì giữ, làm lại thì đổi thành {years.new}", sure=False)
    if mention.kind in (Kind.NAM, Kind.TRO) and (near.led_by(cues.LAW) or near.led_by(cues.SYMBOL)):
        return left(f"có thể là năm của văn bản; sửa nếu {years.old} là năm thực hiện", sure=False)
    if mention.kind in (Kind.NAM, Kind.TRO) and near.led_by(cues.BARE_HORIZON):
        return left(f"mốc đến năm {years.old} đã qua khi sang {years.new}; thay bằng mốc mới", sure=False)
    if _starts(mention, near):
        return left(f"mốc bắt đầu từ {years.old}; sửa nếu việc bắt đầu lại mỗi năm", sure=False)
    return None


def _of_result(near: Around, years: Years) -> Verdict | None:
    if cues.DONE.search(near.lead) or cues.DONE.search(near.trail[:60]):
        return left(f"việc đã làm trong năm {years.old}; viết lại hoặc bỏ", sure=False)
    if near.followed_by(_TROUBLE) and not cues.AIM.search(near.lead):
        return left(f"việc đã xảy ra trong năm {years.old}; viết lại hoặc bỏ", sure=False)
    if near.led_by(cues.ACHIEVED) or _reports(near) or is_told_of_now(near):
        return left(f"kết quả của năm {years.old}; thay bằng số liệu mới", sure=False)
    if tells_result(near):
        return left(f"chỉ tiêu thì đổi thành năm {years.new}, kết quả đã có thì thay bằng số liệu mới", sure=False)
    return None


def _reports(near: Around) -> bool:
    return tells_result(near) and (_REPORT.match(near.lead) is not None or _IS_PAST.search(near.sentence) is not None)


def _starts(mention: Mention, near: Around) -> bool:
    """Return whether something goes on from here without an end; a time on its own is the plan's."""
    if mention.kind is Kind.THANG or near.followed_by(cues.SPAN_GOES_ON) or not near.led_by(cues.START):
        return False
    return mention.kind is not Kind.NGAY or (len(near.lead.split()) > 1 and not near.led_by(_OPENS))
