"""Years that are not the plan's own: those before it, the next one, and those farther ahead."""

import re
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.bare import heads_a_column, is_a_name, is_a_time
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, left, moved
from docgen.rollover.nam.past import is_dated_paper
from docgen.rollover.nam.plan import Plan

_WORK_BEGUN: Final = re.compile(r"(?<!\w)(?:khởi\s+công|khởi\s+động)(?:\s+(?:vào|từ))*\s*$", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\(\s*từ\s*$", re.IGNORECASE)
_INTO: Final = re.compile(r"(?<!\w)(?:sang|bước\s+sang|bước\s+vào|chuẩn\s+bị)\s*$", re.IGNORECASE)


def of_earlier_year(mention: Mention, near: Around, plan: Plan) -> Verdict:
    """Return what becomes of a year before the plan's: it stays; the year right before it is asked about."""
    years, year = plan.years, mention.year
    if not near.sentence.strip() and year == years.old - 2 and mention.kind is Kind.NAM:
        return left(f"năm {year} đứng một mình; sửa nếu cột này lùi theo kế hoạch", sure=False)
    if year < years.old and mention.kind in (Kind.NAM, Kind.TRO) and year >= years.old - 3 and heads_a_column(near):
        return left(f"cột hoặc mục của năm {year}; nếu cả bảng lùi theo kế hoạch thì đổi thành {year + years.step}", sure=False)
    if year < years.old - 1:
        return left(f"năm {year} là mốc lịch sử")
    if near.led_by(cues.BEGINS_A_SPAN) and _ends_in(years.old, near):
        return moved("khoảng thời gian bắt đầu từ năm trước, chuyển cùng kế hoạch; xem lại", sure=False)
    if is_dated_paper(mention, near):
        return left("ngày của văn bản hoặc việc đã có")
    if mention.kind is Kind.TRO and cues.COMPARED_BEFORE.search(near.lead):
        return left(f"năm dùng để so sánh; nếu lùi theo kế hoạch thì đổi thành {year + years.step}", sure=False)
    if cues.CARRIED.search(near.lead) or (near.led_by(cues.START) and near.followed_by(cues.CARRIED_ON)):
        return left(f"việc hoặc vốn chuyển từ năm {year} sang; nếu năm nào cũng có thì đổi thành {year + years.step}", sure=False)
    if mention.kind in (Kind.THANG, Kind.NGAY) and _begins_then(near):
        return left(f"việc bắt đầu từ năm {year}; đã qua thì giữ, làm lại thì đổi thành {year + years.step}", sure=False)
    if near.led_by(_WORK_BEGUN):
        return left(f"việc bắt đầu từ năm {year}; nếu là công trình khác thì đổi thành {year + years.step}", sure=False)
    if near.led_by(cues.START) or near.led_by(cues.FOUNDED) or near.led_by(cues.IN_FORCE) or near.led_by(cues.LAW):
        return left(f"việc của năm {year}, đã có trước kế hoạch")
    if mention.kind is Kind.TRO and is_a_name(near) and not is_a_time(near) and not near.led_by(cues.RANKING):
        return left(f"việc, tên gọi của năm {year}, trước năm kế hoạch")
    return left(
        f"năm trước của kế hoạch {years.old}; nếu để so sánh thì lùi thành {years.old}, nếu là việc cũ thì giữ", sure=False
    )


def of_later_year(mention: Mention, near: Around, plan: Plan) -> Verdict:
    """Return what becomes of a year after the plan's."""
    years, year = plan.years, mention.year
    if near.led_by(cues.LAW) and mention.kind in (Kind.NAM, Kind.TRO):
        return left(f"năm trong tên văn bản: {year}")
    if year == years.old + 1 and _continues(mention, near, years):
        return moved("khoảng thời gian kéo sang năm sau, chuyển cùng kế hoạch")
    if near.led_by(cues.HORIZON) or (near.led_by(cues.LASTING_NAME) and mention.kind is Kind.TRO):
        return _horizon(year, years)
    if year == years.old + 1 and _belongs_to_plan(mention, near, plan):
        return moved("mốc của năm liền sau năm kế hoạch, chuyển cùng kế hoạch")
    if mention.kind is Kind.TRO and is_a_name(near) and not is_a_time(near):
        why = f"tên gọi có năm {year}; nếu làm lại theo năm thì đổi thành {year + years.step}"
        return left(why, sure=year > years.old + 1 and year >= years.new)
    if year > years.old + 1 and year > years.new and not heads_a_column(near):
        return left(f"năm {year} còn ở phía trước, chưa tới")
    return left(f"năm sau của kế hoạch {years.old}; nếu chuyển cùng kế hoạch thì đổi thành {year + years.step}", sure=False)


def _horizon(year: int, years: Years) -> Verdict:
    if year >= years.new:
        return left(f"mốc đến năm {year} vẫn còn ở năm {years.new}")
    return left(f"mốc đến năm {year} đã qua khi sang {years.new}; thay bằng mốc mới", sure=False)


def _belongs_to_plan(mention: Mention, near: Around, plan: Plan) -> bool:
    """Return whether the year behind the plan's is where its work ends or what it prepares."""
    if near.own.split()[1:2] == ["mới"] or near.led_by(_INTO) or heads_a_column(near):
        return True
    if mention.kind is Kind.TRO and plan.names(near.lead):
        return True
    if near.led_by(cues.LUNAR_NAME_BEFORE):
        return True
    if near.led_by(cues.NEW_YEAR) or near.led_by(cues.NEXT_OPENING):
        return not near.led_by(cues.EVENT_NAME)
    if mention.kind in (Kind.NGAY, Kind.THANG):
        return False
    return cues.AHEAD.search(near.lead) is not None and not near.led_by(cues.EVENT_NAME)


def _continues(mention: Mention, near: Around, years: Years) -> bool:
    """Return whether the date is early in the next year, or ends a span that opened in the plan's year."""
    if mention.kind not in (Kind.NGAY, Kind.THANG):
        return False
    early = mention.month in (1, 2, 3) and not near.led_by(cues.DATED) and not near.led_by(cues.IN_FORCE)
    return (
        early
        or re.search(rf"(?<!\w)từ\s[^;.]*{years.old}\s*(?:đến|tới|-|–)\s*(?:hết\s*)?$", near.lead, re.IGNORECASE) is not None
    )


def _begins_then(near: Around) -> bool:
    return near.led_by(cues.START) and not near.led_by(cues.IN_FORCE) and not near.led_by(_BRACKET)


def _ends_in(year: int, near: Around) -> bool:
    return near.followed_by(cues.SPAN_GOES_ON) and str(year) in near.trail[:40]
