"""What is told by an occasion: lunar years, what happens once, events that come again, anniversaries."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Treatment, Years
from docgen.rollover.nam.mention import Around, YearForm, YearMention, YearVerdict, asked, cues, first_at, left
from docgen.text.patterns import lazy_re

_CAN: Final = "Giáp Ất Bính Đinh Mậu Kỷ Canh Tân Nhâm Quý".split()
_CHI: Final = "Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi".split()
_SPELLINGS: Final = {"Kỉ": "Kỷ", "Quí": "Quý", "Tí": "Tý", "Mẹo": "Mão", "Tị": "Tỵ"}


def _either_case(words: list[str]) -> str:
    return "|".join((*words, *(word.upper() for word in words)))


_CAN_CHI: Final = lazy_re(
    rf"(?<!\w)(?P<can>{_either_case([*_CAN, 'Kỉ', 'Quí'])})\s+(?P<chi>{_either_case([*_CHI, 'Tí', 'Mẹo', 'Tị'])})(?!\w)"
)
_NEAR: Final = 80  # letters before what is read
_FESTIVE: Final = lazy_re(r"(?:tết|xuân|đán|năm|mới|mừng|đón)[\s,(–-]*$", re.IGNORECASE)
_NAME_BEFORE: Final = lazy_re(r"(?<!\w)[A-ZĐ]\w*\s+$")
_YEAR_BEHIND: Final = lazy_re(r"[\s,(–-]*(?:năm\s+)?((?:19|20)\d\d)(?!\w)", re.IGNORECASE)


def can_chi(year: int) -> str:
    """Return the name of the lunar year that opens in `year`."""
    return f"{_CAN[(year - 4) % 10]} {_CHI[(year - 4) % 12]}"


def year_named(can: str, chi: str, near: int) -> int | None:
    """Return the year of that name nearest to `near`; None where no year bears it."""
    stem, branch = (_SPELLINGS.get(word.capitalize(), word.capitalize()) for word in (can, chi))
    name = f"{stem} {branch}"
    return next((year for away in range(31) for year in (near + away, near - away) if can_chi(year) == name), None)


def of_lunar_years(text: str, years: Years) -> Iterator[Treatment]:
    """Yield what becomes of each name of a lunar year."""
    for match in _CAN_CHI.finditer(text):
        year = year_named(match["can"], match["chi"], years.old)
        if year is not None:
            yield _treated(text, match, year, years)


def misnamed_lunar_years(text: str, year: int) -> Iterator[Treatment]:
    """Yield the names of lunar years that do not fit `year`, which is written behind them, with the name that does."""
    for match in _CAN_CHI.finditer(text):
        said = _YEAR_BEHIND.match(text, match.end())
        if said and int(said[1]) == year and year_named(match["can"], match["chi"], year) != year:
            new = can_chi(year).upper() if match.group().isupper() else can_chi(year)
            yield Treatment(*match.span(), new, f"năm {year} là {new}")


def _treated(text: str, match: re.Match[str], year: int, years: Years) -> Treatment:
    festive = _FESTIVE.search(text, max(0, match.start() - _NEAR), match.start()) is not None
    said = _YEAR_BEHIND.match(text, match.end())
    if said and int(said[1]) != year:
        same_name = (int(said[1]) - year) % 60 == 0
        why = f"năm âm lịch {int(said[1])}" if same_name else f"{can_chi(year)} là năm {year}, không phải {said[1]}; xem lại"
        return Treatment(*match.span(), None, why, sure=same_name)
    new = can_chi(year + years.step)
    new = new.upper() if match.group().isupper() else new
    if year == years.old:
        if not festive and not said and _NAME_BEFORE.search(text, max(0, match.start() - _NEAR), match.start()):
            return Treatment(*match.span(), None, f"có thể là tên người; nếu là năm âm lịch thì đổi thành {new}", sure=False)
        return Treatment(*match.span(), new, f"năm âm lịch {years.new}")
    if year == years.old + 1 and festive:
        return Treatment(*match.span(), new, "năm âm lịch liền sau năm kế hoạch, chuyển cùng kế hoạch")
    return Treatment(*match.span(), None, f"năm âm lịch {year}", sure=year < years.old - 1)


def of_fixed(mention: YearMention, near: Around, years: Years) -> YearVerdict | None:
    """Return that a mention stays, as it tells of what happens once, or None where nothing says so."""
    if near.led_by(cues.AMENDED) or near.led_by(cues.BASE_YEAR):
        return left(f"năm {mention.year} là mốc cố định")
    if near.led_by(cues.LAW_IN_FORCE):
        return left("ngày văn bản có hiệu lực")
    if _is_of_a_law(mention, near):
        return left(f"năm của luật: {mention.year}")
    if disaster := _of_disaster(mention, near):
        return disaster
    if is_of_single_event(mention, near):
        if mention.year < years.old or (mention.kind is YearForm.TRO and mention.year > years.new + 1):
            return left("sự kiện không diễn ra hằng năm")
        return asked("sự kiện không diễn ra hằng năm; xem lại câu")
    return None


def is_of_single_event(mention: YearMention, near: Around) -> bool:
    """Return whether a date or year belongs to an event that comes only every few years."""
    dated = mention.kind in (YearForm.NGAY, YearForm.NGAY_THANG, YearForm.THANG)
    return near.led_by(cues.DAY_OF_ONCE) if dated else near.led_by(cues.YEAR_OF_ONCE)


def _is_of_a_law(mention: YearMention, near: Around) -> bool:
    if not mention.is_year or not near.led_by(cues.LAW) or not cues.LAW_ALONE.search(near.lead):
        return False
    return mention.kind is YearForm.TRO or cues.OF_A_LAW.search(near.sentence) is not None


def _of_disaster(mention: YearMention, near: Around) -> YearVerdict | None:
    if mention.kind not in (YearForm.NGAY, YearForm.THANG, YearForm.NAM) or near.led_by(cues.DEADLINE):
        return None
    if mention.kind is not YearForm.NAM and near.followed_by(cues.OUTCOME):
        return left("ngày của việc đã xảy ra")
    if near.led_by(cues.DISASTER) and not cues.PRECAUTION.search(_clause(near.lead)):
        return left("thời điểm của việc đã xảy ra")
    if mention.kind is YearForm.NGAY and near.led_by(cues.MISHAP) and not cues.PRECAUTION.search(_clause(near.lead)):
        return asked("có thể là ngày của việc đã xảy ra; sửa nếu là ngày của kế hoạch")
    return None


def _clause(lead: str) -> str:
    """Return the words behind the last comma, but with all that opens the sentence where there is none."""
    return lead.rpartition(", ")[2]


def of_themes(text: str, years: Years) -> Iterator[Treatment]:
    """Yield the quoted theme of the plan's year: next year has its own."""
    for match in cues.THEME.finditer(text):
        if re.search(rf"(?<!\d){years.old}(?!\d)", match["between"] + text[match.end() : match.end() + 20]):
            why = f"chủ đề của năm {years.old}; thay bằng chủ đề của năm {years.new}"
            yield Treatment(*match.span("theme"), None, why, sure=False)


def _proven(text: str, years: Years) -> Iterator[Treatment]:
    """Yield the counts of years that the two years behind them bear out, with those years."""
    for match in cues.PROVEN_COUNT.finditer(text):
        base = int(match["base"])
        if cues.SUMMED_UP.search(text, max(0, match.start() - _NEAR), match.start()):
            continue
        if int(match["now"]) == years.old == base + int(match["n"]):
            yield _told(match.span("n"), int(match["n"]), base, years)
            if match["dated"]:
                continue
            yield Treatment(
                match.start("base"),
                match.end("now"),
                f"{text[match.start('base') : match.start('now')]}{years.new}",
                f"tính từ mốc {base} đến năm của kế hoạch",
            )


def of_anniversaries(text: str, mentions: Sequence[YearMention], years: Years) -> Iterator[Treatment]:
    """Yield the counts of anniversaries, one up for each year, and what sums up a number of years."""
    yield from _proven(text, years)
    for match in cues.ANNIVERSARY_COUNT.finditer(text):
        group = next(name for name in ("a", "b", "c", "d", "e") if match[name])
        yield _counted(text, match.span(group), mentions, years)
    for match in cues.OUTLOOK.finditer(text):
        why = f"tổng kết {match['n']} năm là việc của riêng năm {years.old}; xem có làm lại không"
        yield Treatment(*match.span("n"), None, why, sure=False)


def _counted(text: str, span: tuple[int, int], mentions: Sequence[YearMention], years: Years) -> Treatment:
    count = int(text[slice(*span)])
    base = _base(text, span[1], mentions, years)
    if base is None:
        words = f"{count + years.step:0{span[1] - span[0]}d}"
        return Treatment(*span, words, f"số năm kỷ niệm, thêm {years.step}; xem lại vì không ghi mốc đầu", sure=False)
    if count != years.old - base:
        why = f"từ {base} đến {years.old} là {years.old - base} năm, không phải {count}; xem lại"
        return Treatment(*span, None, why, sure=False)
    return _told(span, count, base, years)


def _told(span: tuple[int, int], count: int, base: int, years: Years) -> Treatment:
    new = count + years.step
    words = f"{new:0{span[1] - span[0]}d}"
    why = f"từ {base} đến {years.new} là {new} năm"
    if count % 5 == 0 or new % 5 == 0:
        return Treatment(*span, words, f"{why}; có năm tròn nên xem lại quy mô và lời văn", sure=False)
    return Treatment(*span, words, why)


def _base(text: str, behind: int, mentions: Sequence[YearMention], years: Years) -> int | None:
    """Return the year from which an anniversary counts: the first one behind it, before the next anniversary."""
    following = cues.ANNIVERSARY_COUNT.search(text, behind)
    end = following.start() if following else len(text)
    end = text.find(";", behind, end) % (end + 1)
    plain = (YearForm.NGAY, YearForm.KHOANG, YearForm.TRO, YearForm.NAM)
    return next(
        (
            one.year
            for one in mentions[max(0, first_at(mentions, behind) - 1) : first_at(mentions, end)]
            if behind <= one.start < end
            and one.kind in plain
            and one.year < years.old
            and not cues.IS_COUNT.match(text, one.closes)
        ),
        None,
    )
