"""The plan's own year: it moves, unless the words around say that it is a name or something past."""

from docgen.rollover.nam import cues
from docgen.rollover.nam.bare import is_a_name, is_a_time, is_named_in
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, left, moved
from docgen.rollover.values import Years


def of_own_year(mention: Mention, near: Around, years: Years, subject: str) -> Verdict:
    """Return what becomes of a mention of the plan's own year."""
    if mention.kind is Kind.TRO and (verdict := _bare(mention, near, subject)):
        return verdict
    return _past(mention, near, years) or moved("năm của kế hoạch")


def _bare(mention: Mention, near: Around, subject: str) -> Verdict | None:
    if is_a_time(near):
        return None
    if is_a_name(near):
        if is_named_in(subject, near, mention.year):
            return moved("tên này có trong trích yếu, đổi cùng kế hoạch")
        return left(f"tên riêng mang năm {mention.year}; sửa nếu kỳ sau mang năm khác", sure=False)
    if not near.sentence.strip():
        return moved("số đứng một mình, đọc là năm của kế hoạch", sure=False)
    return left(f"chưa rõ {mention.year} là năm hay con số; sửa nếu là năm của kế hoạch", sure=False)


def _past(mention: Mention, near: Around, years: Years) -> Verdict | None:
    """Return the verdict on what has begun or happened in the plan's year, or None where nothing says so."""
    if near.led_by(cues.UP_TO_NOW) or near.followed_by(cues.EVER_SINCE):
        return left("mốc chốt số liệu; sửa nếu số liệu được cập nhật", sure=False)
    if near.led_by(cues.IN_FORCE):
        return left(f"mốc bắt đầu áp dụng, đến {years.new} đã là việc cũ; xem lại câu", sure=False)
    if mention.kind is Kind.NGAY and (near.led_by(cues.DATED) or near.led_by(cues.OF_A_PAPER) or near.led_by(cues.MEETING)):
        return left("ngày của văn bản hoặc việc đã có; sửa nếu nhắc lại theo năm", sure=False)
    if near.led_by(cues.FOUNDED) or near.followed_by(cues.IS_A_YEAR_OF):
        return left(f"việc của riêng năm {years.old}; xem lại câu", sure=False)
    if mention.kind in (Kind.NAM, Kind.TRO) and (near.led_by(cues.LAW) or near.led_by(cues.SYMBOL)):
        return left(f"có thể là năm của văn bản; sửa nếu {years.old} là năm thực hiện", sure=False)
    if mention.kind in (Kind.NAM, Kind.TRO) and near.led_by(cues.BARE_HORIZON):
        return left(f"mốc đến năm {years.old} đã qua khi sang {years.new}; thay bằng mốc mới", sure=False)
    if _starts(mention, near):
        return left(f"mốc bắt đầu từ {years.old}; sửa nếu việc bắt đầu lại mỗi năm", sure=False)
    if cues.DONE.search(near.lead) or cues.DONE.search(near.trail[:60]):
        return left(f"việc đã làm trong năm {years.old}; viết lại hoặc bỏ", sure=False)
    if near.led_by(cues.ACHIEVED) or (near.followed_by(cues.REACHES) and not cues.AIM.search(near.sentence)):
        return left(f"kết quả của năm {years.old}; thay bằng số liệu mới", sure=False)
    return None


def _starts(mention: Mention, near: Around) -> bool:
    """Return whether something goes on from here without an end; a time on its own is the plan's."""
    if mention.kind is Kind.THANG or near.followed_by(cues.SPAN_GOES_ON) or not near.led_by(cues.START):
        return False
    return mention.kind is not Kind.NGAY or len(near.lead.split()) > 1
