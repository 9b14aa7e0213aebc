"""What becomes of a single year: the plan's own, those before and behind it, and what is no year at all."""

import re

from docgen.rollover.changes import Years
from docgen.rollover.nam import hints
from docgen.rollover.nam.mention import HIDDEN, Around, PlanYears, YearForm, YearMention, YearVerdict, asked, cues, left, moved


def of_past(mention: YearMention, near: Around, years: Years) -> YearVerdict | None:
    """Return the verdict on what has begun or happened in the plan's year, or None where nothing says so."""
    return (
        _of_date(mention, near, years)
        or _of_start(mention, near, years)
        or _of_result(near, years)
        or _of_one_year(mention, near, years)
    )


def _of_date(mention: YearMention, near: Around, years: Years) -> YearVerdict | None:
    if near.led_by(cues.UP_TO_NOW) or near.followed_by(cues.EVER_SINCE):
        return asked("mốc chốt số liệu; sửa nếu số liệu được cập nhật")
    if near.led_by(cues.RUNS_OUT) or near.led_by(cues.FOR_A_TERM):
        return asked("ngày hết hạn của cái đã có; thay bằng ngày của năm mới")
    if near.led_by(cues.IN_FORCE):
        return asked(f"mốc bắt đầu áp dụng, đến {years.new} đã là việc cũ; xem lại câu")
    if mention.kind in (YearForm.NGAY, YearForm.THANG) and near.led_by(cues.START) and near.followed_by(cues.REORGANISED):
        return asked(f"mốc sắp xếp tổ chức, đến {years.new} đã là việc cũ; xem lại câu")
    if near.led_by(cues.CUT_OFF) or (near.led_by(cues.THOSE) and near.followed_by(cues.GOES_ON)):
        return asked("mốc phân biệt việc đã có; sửa nếu mốc dời theo năm")
    if hints.is_dated_paper(mention, near) or hints.is_referred_to(mention, near):
        return YearVerdict(False, "ngày của văn bản hoặc việc đã có; sửa nếu nhắc lại theo năm", sure=False, of_paper=True)
    if hints.stands_by_a_paper(mention, near):
        why = f"có thể là ngày của văn bản ở cạnh; nếu là thời gian thực hiện thì đổi thành năm {years.new}"
        return YearVerdict(False, why, sure=False, of_paper=True)
    return None


def _of_start(mention: YearMention, near: Around, years: Years) -> YearVerdict | None:
    if near.led_by(cues.FOUNDED) or near.followed_by(cues.IS_A_YEAR_OF):
        return asked(f"việc của riêng năm {years.old}; đã qua thì giữ, làm lại thì đổi thành {years.new}")
    if mention.is_year and (near.led_by(cues.LAW) or near.led_by(cues.SYMBOL)):
        return asked(f"có thể là năm của văn bản; sửa nếu {years.old} là năm thực hiện")
    if mention.is_year and near.followed_by(cues.ISSUED_BY_A_PAPER):
        return asked(f"năm của văn bản dẫn ngay sau; đổi thành {years.new} khi có văn bản mới")
    if mention.is_year and near.led_by(cues.BARE_HORIZON):
        return asked(f"mốc đến năm {years.old} đã qua khi sang {years.new}; thay bằng mốc mới")
    if _starts(mention, near):
        return asked(f"mốc bắt đầu từ {years.old}; sửa nếu việc bắt đầu lại mỗi năm")
    return None


def _of_result(near: Around, years: Years) -> YearVerdict | None:
    if cues.DONE.search(near.lead) or cues.DONE.search(near.trail[:60]):
        return asked(f"việc đã làm trong năm {years.old}; viết lại hoặc bỏ")
    if near.followed_by(cues.TROUBLE) and not cues.AIM.search(near.lead):
        return asked(f"việc đã xảy ra trong năm {years.old}; viết lại hoặc bỏ")
    if near.led_by(cues.ACHIEVED) or _reports(near) or hints.is_told_of_now(near):
        return asked(f"kết quả của năm {years.old}; thay bằng số liệu mới")
    if hints.tells_result(near):
        return asked(f"chỉ tiêu thì đổi thành năm {years.new}, kết quả đã có thì thay bằng số liệu mới")
    return None


def _of_one_year(mention: YearMention, near: Around, years: Years) -> YearVerdict | None:
    """Return the verdict on what is said of this one year alone: "riêng năm", its theme, a target in figures, an opening."""
    line = near.lead.rpartition("\n")[2] + near.own + str(mention.year) + near.trail.partition("\n")[0]
    of_year = mention.is_year  # "100 % …" by a day or in a month is a duty of every year
    once = cues.ONCE_ONLY.search(near.sentence) or cues.BOUGHT_ONCE.search(line)
    targets = (cues.TARGET, cues.SHARE_OF_SOME, cues.RANK_AIMED, cues.FEWER_AIMED)
    known_theme = HIDDEN in near.trail  # the office's list of yearly values has said what becomes of it
    if near.led_by(cues.OF_ONE_YEAR):
        why = f"nói riêng về năm {years.old}; xem năm {years.new} có còn như thế không"
    elif not known_theme and (near.led_by(cues.SLOGAN_OF) or near.followed_by(cues.SLOGAN_BEHIND) or _is_named(mention, near)):
        why = f"chủ đề, khẩu hiệu của riêng năm {years.old}; viết lại theo năm {years.new}"
    elif any(one.search(line) for one in targets) or (of_year and cues.SHARE_OF_ALL.search(line)):
        why = f"chỉ tiêu của riêng năm {years.old}; viết lại cả năm và con số cho năm {years.new}"
    elif near.led_by(cues.MADE_ONCE) or near.followed_by(cues.MADE_ONCE_THEN) or once:
        why = f"việc làm một lần; đã xong trong năm {years.old} thì bỏ, dời sang sau thì sửa ngày"
    elif of_year and (near.followed_by(cues.MONEY_BEHIND) or near.led_by(cues.MONEY_BEFORE)):
        why = f"số tiền của riêng năm {years.old}; viết lại cả năm và con số cho năm {years.new}"
    else:
        return None
    return YearVerdict(False, why, sure=False, own=True)


def _is_named(mention: YearMention, near: Around) -> bool:
    """Return whether the year is given a name or a subject: "Chuyên đề năm 2026 là “Dinh dưỡng”"."""
    if mention.kind is YearForm.THANG:
        return near.led_by(cues.SUBJECT_OF) and near.followed_by(cues.QUOTED)
    if mention.kind not in (YearForm.NAM, YearForm.TRO):
        return False
    return near.followed_by(cues.NAMED_SO) or (near.led_by(cues.SUBJECT_OF) and near.followed_by(cues.IS_SOMETHING))


def _reports(near: Around) -> bool:
    return hints.tells_result(near) and (
        cues.REPORT.match(near.lead) is not None or cues.IS_PAST.search(near.sentence) is not None
    )


def _starts(mention: YearMention, near: Around) -> bool:
    """Return whether something goes on from here without an end; a time on its own is the plan's."""
    if mention.kind is YearForm.THANG or near.followed_by(cues.SPAN_GOES_ON) or not near.led_by(cues.START):
        return False
    return mention.kind is not YearForm.NGAY or (len(near.lead.split()) > 1 and not near.led_by(cues.OPENS_FROM))


def of_earlier_year(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict:
    """Return what becomes of a year before the plan's: it stays; the year right before it is asked about."""
    years, year = plan.years, mention.year
    if not near.sentence.strip() and year == years.old - 2 and mention.kind is YearForm.NAM:
        return asked(f"năm {year} đứng một mình; sửa nếu cột này lùi theo kế hoạch")
    if year < years.old and mention.is_year and year >= years.old - 3 and hints.heads_a_column(near):
        return asked(f"cột hoặc mục của năm {year}; nếu cả bảng lùi theo kế hoạch thì đổi thành {year + years.step}")
    if year < years.old - 1:
        return left(f"năm {year} là mốc lịch sử")
    if near.led_by(cues.BEGINS_A_SPAN) and near.followed_by(cues.SPAN_GOES_ON) and str(years.old) in near.trail[:40]:
        return moved("khoảng thời gian bắt đầu từ năm trước, chuyển cùng kế hoạch; xem lại", sure=False)
    if hints.is_dated_paper(mention, near):
        return left("ngày của văn bản hoặc việc đã có")
    if mention.kind is YearForm.TRO and cues.COMPARED_BEFORE.search(near.lead):
        return asked(f"năm dùng để so sánh; nếu lùi theo kế hoạch thì đổi thành {year + years.step}")
    if cues.CARRIED.search(near.lead) or (near.led_by(cues.START) and near.followed_by(cues.CARRIED_ON)):
        return asked(f"việc hoặc vốn chuyển từ năm {year} sang; nếu năm nào cũng có thì đổi thành {year + years.step}")
    if mention.kind in (YearForm.THANG, YearForm.NGAY) and _begins_then(near):
        return asked(f"việc bắt đầu từ năm {year}; đã qua thì giữ, làm lại thì đổi thành {year + years.step}")
    if near.led_by(cues.WORK_BEGUN):
        return asked(f"việc bắt đầu từ năm {year}; nếu là công trình khác thì đổi thành {year + years.step}")
    if near.led_by(cues.START) or near.led_by(cues.FOUNDED) or near.led_by(cues.IN_FORCE) or near.led_by(cues.LAW):
        return left(f"việc của năm {year}, đã có trước kế hoạch")
    named = mention.kind is YearForm.TRO and hints.is_a_name(near) and not hints.is_a_time(near) and not near.led_by(cues.RANKING)
    if named and not near.followed_by(cues.WITH_A_FIGURE):
        return left(f"việc, tên gọi của năm {year}, trước năm kế hoạch")
    moves_to = year + years.step
    return asked(f"năm trước của kế hoạch {years.old}; nếu để so sánh thì đổi thành {moves_to}, nếu là việc cũ thì giữ")


def of_later_year(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict:
    """Return what becomes of a year after the plan's."""
    years, year = plan.years, mention.year
    if near.led_by(cues.LAW) and mention.is_year:
        return left(f"năm trong tên văn bản: {year}")
    if year == years.old + 1 and _continues(mention, near, years):
        return moved("khoảng thời gian kéo sang năm sau, chuyển cùng kế hoạch")
    if near.led_by(cues.HORIZON) or (near.led_by(cues.LASTING_NAME) and mention.kind is YearForm.TRO):
        return _horizon(year, years)
    if year == years.old + 1 and _belongs_to_plan(mention, near, plan):
        return moved("mốc của năm liền sau năm kế hoạch, chuyển cùng kế hoạch")
    if mention.kind is YearForm.TRO and hints.is_a_name(near) and not hints.is_a_time(near):
        why = f"tên gọi có năm {year}; nếu làm lại theo năm thì đổi thành {year + years.step}"
        return left(why, sure=year > years.old + 1 and year >= years.new)
    if year > years.old + 1 and year > years.new and not hints.heads_a_column(near):
        return left(f"năm {year} còn ở phía trước, chưa tới")
    return asked(f"năm sau của kế hoạch {years.old}; nếu chuyển cùng kế hoạch thì đổi thành {year + years.step}")


def _horizon(year: int, years: Years) -> YearVerdict:
    if year >= years.new:
        return left(f"mốc đến năm {year} vẫn còn ở năm {years.new}")
    return asked(f"mốc đến năm {year} đã qua khi sang {years.new}; thay bằng mốc mới")


def _belongs_to_plan(mention: YearMention, near: Around, plan: PlanYears) -> bool:
    """Return whether the year behind the plan's is where its work ends or what it prepares."""
    if near.own.split()[1:2] == ["mới"] or near.led_by(cues.INTO) or hints.heads_a_column(near):
        return True
    if mention.kind is YearForm.TRO and plan.names(near.lead):
        return True
    if near.led_by(cues.LUNAR_NAME_BEFORE):
        return True
    if near.led_by(cues.NEW_YEAR) or near.led_by(cues.NEXT_OPENING):
        return not near.led_by(cues.EVENT_NAME)
    if mention.kind in (YearForm.NGAY, YearForm.THANG):
        return False
    return cues.AHEAD.search(near.lead) is not None and not near.led_by(cues.EVENT_NAME)


def _continues(mention: YearMention, near: Around, years: Years) -> bool:
    """Return whether the date is early in the next year, or ends a span that opened in the plan's year."""
    if mention.kind not in (YearForm.NGAY, YearForm.THANG):
        return False
    early = mention.month in (1, 2, 3) and not near.led_by(cues.DATED) and not near.led_by(cues.IN_FORCE)
    return (
        early
        or re.search(rf"(?<!\w)từ\s[^;.]*{years.old}\s*(?:đến|tới|-|–)\s*(?:hết\s*)?$", near.lead, re.IGNORECASE) is not None
    )


def _begins_then(near: Around) -> bool:
    return near.led_by(cues.START) and not near.led_by(cues.IN_FORCE) and not near.led_by(cues.FROM_IN_BRACKETS)


def of_own_year(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict:
    """Return what becomes of a mention of the plan's own year."""
    if mention.is_year and hints.heads_a_column(near):
        return moved("năm của kế hoạch")
    if cues.EVERY_FEW_YEARS.search(near.sentence):
        return asked(f"việc mấy năm mới làm một lần; xem năm {plan.years.new} có làm không")
    if cues.FIRST_TIME.search(near.sentence):
        return asked(f"nói về lần đầu, năm đầu; đến {plan.years.new} không còn là lần đầu, viết lại câu")
    if mention.kind is YearForm.TRO and (verdict := _bare(mention, near, plan)):
        return verdict
    return of_past(mention, near, plan.years) or _of_work_done_once(near, plan) or moved("năm của kế hoạch")


def _of_work_done_once(near: Around, plan: PlanYears) -> YearVerdict | None:
    """Return that the time of a task not done every year is asked about: an election, an opening, a summing up of years."""
    name = plan.beside
    said = (cues.ONCE_ONLY, cues.DAY_OF_ONCE, cues.SUMS_UP_YEARS)
    made = None if near.led_by(cues.DEADLINE) else cues.MADE_ONCE.search(name)
    if not any(words.search(name) for words in said) and (made is None or made[0].lower().startswith("nghiệm thu")):
        return None
    return asked(f"thời gian của việc không phải năm nào cũng có; xem năm {plan.years.new} còn làm không")


def _bare(mention: YearMention, near: Around, plan: PlanYears) -> YearVerdict | None:
    moves_to = mention.year + plan.years.step
    if mention.year == plan.years.old and plan.names(near.lead):
        return moved("tên này có trong trích yếu, đổi cùng kế hoạch")
    if hints.is_a_time(near):
        return None
    if hints.is_a_name(near):
        return asked(f"tên riêng mang năm {mention.year}; nếu làm lại theo năm thì đổi thành {moves_to}")
    return asked(f"chưa rõ {mention.year} là năm hay con số; nếu là năm của kế hoạch thì đổi thành {moves_to}")
