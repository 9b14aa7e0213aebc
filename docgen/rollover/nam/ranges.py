"""Two years with "-" or "đến" between, and years of birth: a school year moves, a period stays while it covers the new year."""

import re

from docgen.rollover.changes import Years
from docgen.rollover.nam.hints import is_told_of_now, tells_result
from docgen.rollover.nam.mention import Around, PlanYears, YearForm, YearMention, YearVerdict, asked, blanked, cues, left, moved


def of_cohort(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict | None:
    """Return what becomes of a year of birth or of make; None for all other years."""
    label = near.lead + near.own
    if cues.MADE.search(label) or cues.BORN.search(label):
        if cues.A_PERSON.search(label):
            return left("năm sinh của một người")
        years = " - ".join(str(year + plan.years.step) for year in (mention.year, mention.last) if year)
        return asked(f"đối tượng tính theo tuổi; nếu chuyển cùng kế hoạch thì đổi thành {years}")
    return None


def of_course(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict | None:
    """Return what becomes of the years of a course; None for all other ranges."""
    touches = mention.year <= plan.years.old + 1 and plan.years.old <= mention.last
    if touches and cues.COURSE.search(near.lead + near.own) and cues.STUDENTS.search(near.sentence):
        return moved("khóa học chuyển cùng kế hoạch; xem lại", sure=False)
    return None


def of_range(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict:
    """Return what becomes of a range of years."""
    years = plan.years
    label = near.lead + near.own
    first, last = mention.year, mention.last
    if born := of_cohort(mention, near, plan):
        return born
    if last <= first:
        return asked("hai năm không thành khoảng thời gian; xem lại")
    if last == first + 1 and cues.SCHOOL.search(label):
        return _school_year(mention, near, plan)
    if course := of_course(mention, near, plan):
        return course
    is_five_year_plan = last == first + 4 and last % 5 == 0
    if last - first + 1 == _years_counted(label) and not is_five_year_plan:
        return _sliding(mention, years)
    named = bool(cues.PERIOD.search(label) or cues.TERM.search(label))
    if last == years.old and not named and (verdict := _anniversary(mention, near)):
        return verdict
    if mention.kind is YearForm.NOI and not named and last < years.new and first <= years.old:
        return asked(f"khoảng thời gian hết ở năm {last}; xem còn đúng khi sang {years.new}")
    if years.old - 1 <= last <= years.new + 3 and last - first <= 3 and cues.COURSE.search(label):
        return asked(f"có thể là khóa học; {_if_moved(mention, years, 'nếu mỗi năm một khóa')}")
    if named or last - first >= 2:
        return _period(mention, near, plan, "nhiệm kỳ" if cues.TERM.search(label) else "giai đoạn")
    if last < years.old - 1:
        return left(f"khoảng {first} - {last} là mốc lịch sử")
    return asked(f"chưa rõ là giai đoạn hay năm gối nhau; {_if_moved(mention, years, 'nếu chuyển theo năm')}")


def _if_moved(mention: YearMention, years: Years, when: str) -> str:
    return f"{when} thì đổi thành {mention.year + years.step} - {mention.last + years.step}"


def _years_counted(label: str) -> int:
    counted = cues.COUNTED_YEARS.search(label)
    return int(counted[1]) if counted else 0


def _sliding(mention: YearMention, years: Years) -> YearVerdict:
    """Return what becomes of the years of an average, or of a plan of some years that is made anew each year."""
    if mention.year in (years.old, years.old + 1):
        return moved("kế hoạch nhiều năm lập lại hằng năm, chuyển cùng kế hoạch; xem lại", sure=False)
    if mention.last in (years.old - 1, years.old):
        return asked("các năm dùng để tính bình quân, so sánh; sửa nếu lùi theo kế hoạch")
    return left(f"khoảng {mention.year} - {mention.last} là mốc cố định")


def _school_year(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict:
    years = plan.years
    if mention.last < years.old:
        sure = mention.last < years.old - 1
        return left(
            "năm gối đã qua" if sure else f"năm gối đã qua; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}", sure=sure
        )
    if near.led_by(cues.COMPARED):
        return asked(f"năm dùng để so sánh; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}")
    if tells_result(near) or is_told_of_now(near):
        return asked(f"kết quả đã có; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}")
    if near.led_by(cues.SINCE_A_SCHOOL_YEAR) and not near.followed_by(cues.SPAN_GOES_ON):
        return asked(f"mốc bắt đầu áp dụng; {_if_moved(mention, years, 'nếu việc bắt đầu lại mỗi năm')}")
    if plan.span and mention.last <= plan.span[0]:
        return asked(f"năm gối liền trước của kế hoạch; {_if_moved(mention, years, 'nếu lùi theo kế hoạch')}")
    if mention.year > years.old and mention.year not in plan.own:
        return moved("năm gối ở sau năm kế hoạch, chuyển cùng kế hoạch; xem lại", sure=False)
    return moved("năm gối nhau của kế hoạch, cả hai cùng chuyển")


def _anniversary(mention: YearMention, near: Around) -> YearVerdict | None:
    """Return that only the second year of "(1967 - 2023)" moves, where an anniversary is told."""
    if mention.kind is not YearForm.KHOANG:
        return None
    if cues.ANNIVERSARY.search(near.sentence):
        return YearVerdict(True, f"tính từ mốc {mention.year} đến năm của kế hoạch", only_last=True)
    if near.lead.rstrip().endswith("(") and mention.last - mention.year >= 10:
        return YearVerdict(True, f"có thể tính từ mốc {mention.year} đến năm của kế hoạch; xem lại", sure=False, only_last=True)
    return None


def _period(mention: YearMention, near: Around, plan: PlanYears, what: str) -> YearVerdict:
    years, first, last = plan.years, mention.year, mention.last
    held_then = cues.TOWARDS_A_CONGRESS.search(near.lead) is not None
    of_election = what == "nhiệm kỳ" and (held_then or not cues.OF_A_CONGRESS.search(near.lead))
    if first == years.old and (of_election or re.search(rf"{first}\W+{last}", plan.subject)):
        return asked(f"{what} bắt đầu từ năm kế hoạch; {_if_moved(mention, years, 'nếu là kỳ mới')}")
    if plan.span and last == plan.span[1] and first < plan.span[0]:
        return asked(f"{what} {first} - {last} hết giữa kỳ của kế hoạch mới; xem còn cần dẫn không")
    if first <= years.new <= last:
        return left(f"{what} {first} - {last} còn bao trùm năm {years.new}")
    if last < years.old:
        return left(f"{what} {first} - {last} là mốc lịch sử")
    if first > years.new:
        return left(f"{what} {first} - {last} ở sau năm {years.new}")
    if cues.LOOKS_BACK.search(near.lead):
        return asked(f"{what} {first} - {last} hết trước năm {years.new}; xem việc nhìn lại còn đúng không")
    return blanked(what, f"{what} {first} - {last} không còn bao trùm năm {years.new}; điền {what} mới")


def is_one_span(text: str, one: YearMention, other: YearMention, years: Years) -> bool:
    """Return whether two days or months bound one time: "từ 3/2026 đến 12/2027"; an anniversary counts from a year long ago."""
    first, last = (one, other) if one.opens < other.opens else (other, one)
    both = first.kind in (YearForm.NGAY, YearForm.THANG) and last.kind in (YearForm.NGAY, YearForm.THANG)
    return both and first.year >= years.old - 1 and cues.SPAN_LINK.fullmatch(text, first.closes, last.opens) is not None
