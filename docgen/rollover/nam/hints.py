"""What the words around a year or a date say that it is: a number, a time, a name, a heading, a result, the day of a paper."""

from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam.mention import HIDDEN, Around, YearForm, YearMention, cues

_LONGEST_ISSUER: Final = 14  # words


def is_a_number(near: Around) -> bool:
    """Return whether the four figures count something, or number it."""
    return (
        near.led_by(cues.COUNTED_BEFORE)
        or near.followed_by(cues.COUNTED)
        or (near.lead[-1:] in (".", ",") and near.lead[-2:-1].isdigit())
    )


def is_near(years: Years, year: int) -> bool:
    """Return whether `year` is close enough to the plan's years to be worth a word, even as a number."""
    return years.old - 1 <= year <= years.new + 1


def is_a_time(near: Around) -> bool:
    """Return whether the year follows a word of time, such as "hè" or "đầu", that no name has in it."""
    if near.led_by(cues.LUNAR_NAME_BEFORE) or near.led_by(cues.SEASON):
        return True
    return near.led_by(cues.TIME_WORD) and not near.led_by(cues.EVENT_NAME)


def is_a_name(near: Around) -> bool:
    """Return whether the year ends a name: "Hội chợ Xuân 2023", "ASEAN 2025"."""
    return near.led_by(cues.EVENT_NAME) or near.led_by(cues.LASTING_NAME) or near.led_by(cues.CAPITAL_WORD)


def heads_a_column(near: Around) -> bool:
    """Return whether nothing stands there but the heading of a column: "Ước 2025", "Dự kiến 2026"."""
    return not near.trail.strip(" )") and cues.COLUMN_HEADING.fullmatch(near.lead) is not None


def tells_result(near: Around) -> bool:
    """Return whether the sentence reports figures of what has been."""
    if near.led_by(cues.DEADLINE) or cues.AIM.search(near.sentence):
        return False
    is_heading = cues.UNTIL_A_DAY.search(near.lead) and not near.trail.strip(" .:")  # "Kết quả thực hiện đến ngày 31/8/2025"
    reported = cues.REPORT.match(near.lead) and (is_heading or cues.FIGURE.search(near.sentence))
    return bool(reported) or near.followed_by(cues.REACHES)


def opens_with_results(text: str, end: int) -> bool:
    """Return whether `text` up to `end` opens by reporting figures: "Kết quả: trồng 81.527 ha"."""
    return cues.REPORT.match(text, 0, end) is not None and cues.FIGURE.search(text, 0, end) is not None


def heads_results(text: str) -> tuple[int, int] | None:
    """Return where the words of a heading say that what has been stands below it: "Tình hình, kết quả"; None where none do."""
    words = cues.ON_WHAT_HAS_BEEN.match(text)
    return words.span() if words else None


def has_figures(text: str) -> bool:
    """Return whether `text` counts something."""
    return cues.FIGURE.search(text) is not None or cues.ANY_COUNT.search(text) is not None


def is_told_of_now(near: Around) -> bool:
    """Return whether the sentence says how things stand today."""
    return cues.TODAY.search(near.lead) is not None and not near.led_by(cues.DEADLINE)


def is_dated_paper(mention: YearMention, near: Around) -> bool:
    """Return whether the date is that of a document, a meeting or a ceremony."""
    return mention.kind is YearForm.NGAY and any(map(near.led_by, (cues.DATED, cues.OF_A_PAPER, cues.MEETING)))


def stands_by_a_paper(mention: YearMention, near: Around) -> bool:
    """Return whether a date may be that of a cited document beside it, as no word says that it is a time of the work."""
    lead = cues.PART_OF_A_YEAR.sub("", near.lead)
    if mention.kind not in (YearForm.NGAY, YearForm.THANG, YearForm.NAM) or cues.OWN_TIME.search(lead):
        return False
    if mention.kind is not YearForm.NGAY:
        dated = mention.kind is YearForm.THANG and near.led_by(cues.DATED)
        return HIDDEN in lead and (dated or _closes_a_citation(lead, near.trail))
    behind = cues.BESIDE_A_PAPER.search(near.lead) or cues.PAPER_NAMED.search(near.lead)
    if behind and (behind["between"].lstrip().startswith("(") or not cues.WORK_BETWEEN.search(behind["between"])):
        return True
    return any(map(near.followed_by, (cues.BEFORE_A_PAPER, cues.AT_A_PAPER, cues.IN_BRACKETS_A_PAPER)))


def _closes_a_citation(lead: str, trail: str) -> bool:
    """Return whether a month or year ends the words on who issued the document: ", Văn phòng Chính phủ, tháng 02/2026"."""
    between = lead.rpartition(HIDDEN)[2].strip(" ,(–-")
    if trail.lstrip()[:1] not in ("", ")", ",", ".", ";") or cues.WORK_BETWEEN.search(between):
        return False
    words = between.split()
    if not words or len(words) > _LONGEST_ISSUER:
        return not words
    return words[0] in ("của", "do", "giữa") or (words[0][0].isupper() and "," not in between)


def is_referred_to(mention: YearMention, near: Around) -> bool:
    """Return whether the date is that of words that were said or of a document without a number, or of what one came in by."""
    if mention.kind in (YearForm.NGAY, YearForm.THANG, YearForm.NAM) and near.led_by(cues.ISSUED_IN):
        return True
    if mention.kind not in (YearForm.NGAY, YearForm.THANG):
        return False
    of_month = mention.kind is YearForm.THANG
    if of_month and near.led_by(cues.OF_A_MONTH_S_PAPER):
        return True
    spoken = cues.OF_A_SAYING.search(near.lead) or (of_month and cues.ORDERED.search(near.lead))
    said = spoken or (near.trail[:1] == ")" and cues.IN_ITS_BRACKETS.search(near.lead)) or None
    if near.led_by(cues.RECORDED) or (said is not None and not cues.WORK_BETWEEN.search(said["between"])):
        return True
    if mention.kind is not YearForm.NGAY:
        return False
    if near.led_by(cues.OF_A_PAPER_WITHOUT_NUMBER):
        return True
    named = near.led_by(cues.A_PAPER) and near.followed_by(cues.OF_AN_ISSUER)
    led = near.led_by(cues.OF_A_PAPER_REFERRED_TO) or (near.own.strip() != "" and near.led_by(cues.ARRIVED))
    opens = not near.lead.strip() and near.followed_by(cues.SAID_AT)
    return named or led or opens or near.followed_by(cues.SHARED_DAY)
