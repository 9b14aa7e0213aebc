"""Two years with a dash or "đến" between: a school year moves, a period is left while it covers the new year."""

import re
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.cohorts import of_cohort, of_course
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, blanked, left, moved
from docgen.rollover.nam.past import is_told_of_now, tells_result
from docgen.rollover.nam.plan import Plan

_SCHOOL: Final = re.compile(
    r"(?:năm\s+học(?:\s+\w+){0,2}|niên\s+kh[óo][aá]|niên\s+độ|năm\s+tài\s+chính|năm\s+ngân\s+sách|năm\s+sản\s+xuất|mùa(?:\s+\w+){0,3}|vụ(?:\s+\w+){0,4}"
    r"|đông\s*-?\s*xuân|học\s+kỳ(?:\s+\w+){0,4})[\s:,(]*(?:\d{4}\s*[-–/]\s*\d{4}\s*(?:,|;|và|hoặc)\s*)*$",
    re.IGNORECASE,
)
_TERM: Final = re.compile(r"(?:nhiệm\s+k[ỳì]|khóa|khoá)(?:\s+[^\s,;.]+){0,3}\s*[,:(]?\s*$", re.IGNORECASE)
_PERIOD: Final = re.compile(
    r"(?:giai\s+đoạn|thời\s+k[ỳì]|lộ\s+trình|trung\s+hạn)"
    r"(?:\s+[^\s,;.]+){0,4}\s*[,:(]?\s*(?:từ\s+)?$",
    re.IGNORECASE,
)
_CONGRESS: Final = re.compile(r"đại\s+hội|nghị\s+quyết|ban\s+chấp\s+hành", re.IGNORECASE)
_COUNTED_YEARS: Final = re.compile(r"(?<![\d./])(\d{1,2})\s+năm\s*[,:(]?\s*$", re.IGNORECASE)
_ANNIVERSARY: Final = re.compile(
    r"kỷ\s+niệm|kỉ\s+niệm|thành\s+lập|tái\s+lập|ngày\s+truyền\s+thống|năm\s+ngày|giải\s+phóng", re.IGNORECASE
)


def of_range(mention: Mention, near: Around, plan: Plan) -> Verdict:
    """Return what becomes of a range of years."""
    years = plan.years
    label = near.lead + near.own
    first, last = mention.year, mention.last
    if born := of_cohort(mention, near, plan):
        return born
    if last <= first:
        return left("hai năm không thành khoảng thời gian; xem lại", sure=False)
    if last == first + 1 and _SCHOOL.search(label):
        return _school_year(mention, near, plan)
    if course := of_course(mention, near, plan):
        return course
    if (last - first + 1 == _years_counted(label)) and not _is_five_year_plan(first, last):
        return _sliding(mention, years)
    named = bool(_PERIOD.search(label) or _TERM.search(label))
    if last == years.old and not named and (verdict := _anniversary(mention, near)):
        return verdict
    if mention.kind is Kind.NOI and not named and last < years.new and first <= years.old:
        return left(f"khoảng thời gian hết ở năm {last}; xem còn đúng khi sang {years.new}", sure=False)
    if named or last - first >= 2:
        return _period(mention, near, plan, "nhiệm kỳ" if _TERM.search(label) else "giai đoạn")
    if last < years.old - 1:
        return left(f"khoảng {first} - {last} là mốc lịch sử")
    return left(f"chưa rõ là giai đoạn hay năm gối nhau; {_if_moved(mention, years, 'nếu chuyển theo năm')}", sure=False)


def _if_moved(mention: Mention, years: Years, when: str) -> str:
    return f"{when} thì đổi thành {mention.year + years.step} - {mention.last + years.step}"


def _years_counted(label: str) -> int:
    counted = _COUNTED_YEARS.search(label)
    return int(counted[1]) if counted else 0


def _is_five_year_plan(first: int, last: int) -> bool:
    return last == first + 4 and last % 5 == 0


def _sliding(mention: Mention, years: Years) -> Verdict:
    """Return what becomes of the years of an average, or of a plan of some years that is made anew each year."""
    if mention.year in (years.old, years.old + 1):
        return moved("kế hoạch nhiều năm lập lại hằng năm, chuyển cùng kế hoạch; xem lại", sure=False)
    if mention.last in (years.old - 1, years.old):
        return left("các năm dùng để tính bình quân, so sánh; sửa nếu lùi theo kế hoạch", sure=False)
    return left(f"khoảng {mention.year} - {mention.last} là mốc cố định")


def _school_year(mention: Mention, near: Around, plan: Plan) -> Verdict:
    years = plan.years
    if mention.last < years.old:
        sure = mention.last < years.old - 1
        return left(
            "năm gối đã qua" if sure else f"năm gối đã qua; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}", sure=sure
        )
    if near.led_by(cues.COMPARED):
        return left(f"năm dùng để so sánh; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}", sure=False)
    if tells_result(near) or is_told_of_now(near):
        return left(f"kết quả đã có; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}", sure=False)
    if plan.span and mention.last <= plan.span[0]:
        return left(f"năm gối liền trước của kế hoạch; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}", sure=False)
    if mention.year > years.old and mention.year not in plan.own:
        return moved("năm gối ở sau năm kế hoạch, chuyển cùng kế hoạch; xem lại", sure=False)
    return moved("năm gối nhau của kế hoạch, cả hai cùng chuyển")


def _anniversary(mention: Mention, near: Around) -> Verdict | None:
    """Return that only the second year of "(1967 - 2023)" moves, where an anniversary is told."""
    if mention.kind is not Kind.KHOANG:
        return None
    if _ANNIVERSARY.search(near.sentence):
        return Verdict(True, f"tính từ mốc {mention.year} đến năm của kế hoạch", only_last=True)
    if near.lead.rstrip().endswith("(") and mention.last - mention.year >= 10:
        return Verdict(True, f"có thể tính từ mốc {mention.year} đến năm của kế hoạch; xem lại", sure=False, only_last=True)
    return None


def _period(mention: Mention, near: Around, plan: Plan, what: str) -> Verdict:
    years, first, last = plan.years, mention.year, mention.last
    of_election = what == "nhiệm kỳ" and not _CONGRESS.search(near.lead)
    if first == years.old and (of_election or re.search(rf"{first}\W+{last}", plan.subject)):
        return left(f"{what} bắt đầu từ năm kế hoạch; {_if_moved(mention, years, 'nếu là kỳ mới')}", sure=False)
    if first <= years.new <= last:
        return left(f"{what} {first} - {last} còn bao trùm năm {years.new}")
    if last < years.old:
        return left(f"{what} {first} - {last} là mốc lịch sử")
    if first > years.new:
        return left(f"{what} {first} - {last} ở sau năm {years.new}")
    if cues.LOOKS_BACK.search(near.lead):
        return left(f"{what} {first} - {last} hết trước năm {years.new}; xem việc nhìn lại còn đúng không", sure=False)
    return blanked(what, f"{what} {first} - {last} không còn bao trùm năm {years.new}; điền {what} mới")
