"""Reads the years and dates of one text, says what becomes of each, and where those that stand together would move by halves."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Treatment, Years, without_overlaps
from docgen.rollover.nam import hints
from docgen.rollover.nam.days import of_day, of_day_without_year, of_weekdays
from docgen.rollover.nam.events import of_anniversaries, of_fixed, of_lunar_years, of_themes
from docgen.rollover.nam.mention import (
    Around,
    PlanYears,
    YearForm,
    YearMention,
    YearVerdict,
    around,
    asked,
    cues,
    first_at,
    left,
    moved,
    runs,
    written,
)  # fmt: skip
from docgen.rollover.nam.occurrences import find, hidden, lists
from docgen.rollover.nam.ordinals import of_ordinals
from docgen.rollover.nam.ranges import is_one_span, of_cohort, of_range
from docgen.rollover.nam.years import of_earlier_year, of_later_year, of_own_year
from docgen.text.patterns import lazy_re

Heard = tuple[YearMention, YearVerdict | None]
_Judged = tuple[YearMention, YearVerdict]

_FAMILIES: Final = ((YearForm.NAM, YearForm.TRO, YearForm.THANG), (YearForm.NGAY,), (YearForm.KHOANG, YearForm.NOI))
_WITH_YEAR: Final = (YearForm.NAM, YearForm.TRO, YearForm.THANG, YearForm.NGAY)


def seen_together(text: str, heard: Sequence[Heard], years: Years) -> Iterator[Heard]:
    """Yield what was `heard` of `text`, with a doubt on all that would otherwise move by halves."""
    agreed = _lists_agree(text, heard)
    staying = [
        one
        for one, verdict in agreed
        if verdict and one.kind in _WITH_YEAR and not (verdict.moves or verdict.sure or verdict.of_paper)
    ]
    for mention, verdict in agreed:
        doubt = _doubt(text, mention, staying, years) if verdict and verdict.moves and verdict.sure else None
        yield mention, verdict._replace(why=f"{verdict.why}; {doubt}", sure=False) if verdict and doubt else verdict


def _lists_agree(text: str, heard: Sequence[Heard]) -> list[Heard]:
    """Return what was `heard` with one answer for all dates of a list, and a doubt where the years of a list differ."""
    agreed: dict[YearMention, YearVerdict | None] = dict(heard)

    def opens(one: _Judged) -> bool:
        return not around(text, one[0]).led_by(cues.COMPARED)

    def goes_on(before: _Judged, one: _Judged) -> bool:
        alike = any(before[0].kind in family and one[0].kind in family for family in _FAMILIES)
        return alike and cues.LIST_GOES_ON.fullmatch(text, before[0].closes, one[0].opens) is not None

    for members in runs([(mention, verdict) for mention, verdict in heard if verdict], opens, goes_on):
        _, first = members[0]
        if members[0][0].kind is YearForm.NGAY and not first.moves:
            agreed |= {mention: first._replace(sure=False) for mention, verdict in members[1:] if verdict.moves}
        elif len({(verdict.moves, verdict.sure) for _, verdict in members}) > 1:
            agreed |= {
                mention: verdict._replace(why=f"{verdict.why}; xem cả dãy cùng lúc", sure=False)
                for mention, verdict in members
                if verdict.sure
            }
    return list(agreed.items())


def _doubt(text: str, mention: YearMention, all_staying: Sequence[YearMention], years: Years) -> str | None:
    """Return why the plan's own year, which moves, is in doubt beside what stays in its sentence."""
    near = around(text, mention)
    if mention.year != years.old or near.led_by(cues.COUNTED_FROM):
        return None
    first, last = mention.opens - len(near.lead), mention.closes + len(near.trail)
    staying = all_staying[first_at(all_staying, first) : first_at(all_staying, last)]
    passed = next((one.year for one in staying if years.old < one.year <= years.new), None)
    if passed:
        return f"cùng câu còn năm {passed}, xem lại cả câu"
    if any(one.year == mention.year for one in staying):
        return f"cùng câu còn {mention.year} chưa đổi, xem lại cả câu"
    if begun := cues.BEGUN_IN.search(near.lead):
        return f"việc bắt đầu từ năm {begun['begun']}, xem cả hai mốc"
    if mention.kind is YearForm.NGAY and _SET_BY_LAW.match(text, mention.closes):
        return "hạn do văn bản được dẫn đặt ra, xem hạn đó có lặp lại hằng năm"
    deadline = near.led_by(cues.DEADLINE) or cues.AIM.search(near.sentence)
    return "đoạn nêu kết quả, xem có phải số liệu cũ" if hints.opens_with_results(text, first) and not deadline else None


_MONEY: Final = lazy_re(r"(?<!\w)(?:kinh\s+phí|ngân\s+sách|dự\s+toán|vốn)(?!\w)[^;.]*$", re.IGNORECASE)
_SET_BY_LAW: Final = lazy_re(
    r"\s+theo\s+(?:quy\s+định\s+(?:của|tại)\s+)?(?:Luật|Bộ\s+luật|Nghị\s+định|Thông\s+tư|Nghị\s+quyết)(?!\w)"
)
_MEASURES: Final = ("km",)


def treat_years(
    text: str, years: Years, *, subject: str = "", beside: str = "", taken: Sequence[tuple[int, int]] = ()
) -> tuple[Treatment, ...]:
    """Return what becomes of every year and date of `text` outside the `taken` spans, in the order of the text.

    `subject` is the plan's trích yếu: the years and names that stand in it are the plan's own. `beside` is what a time is of, the
    name of its task or the label of its row.
    """
    treated = without_overlaps(_treatments(hidden(text, taken), PlanYears(years, subject, beside)))
    return tuple(sorted(treated, key=lambda one: one.start))


def judged(text: str, plan: PlanYears) -> Iterator[tuple[YearMention, YearVerdict | None]]:
    """Yield the mentions of `text` with what becomes of their years; days without a year have none."""
    mentions = find(text, plan.years)
    groups = tuple(lists(text, mentions))
    as_one = {one for group in groups if _moves_as_one(text, group, plan) for one in group}
    in_lists = {one for group in groups for one in group} - as_one
    for one in mentions:
        if one.kind is YearForm.NGAY_THANG:
            yield one, None
        elif one in as_one and one.year in plan.own and len(plan.own) > 1:
            yield one, moved("các năm của kế hoạch; xem lại cả dãy", sure=False)
        elif verdict := _decide(one, around(text, one), plan, in_list=one in in_lists):
            yield one, verdict


def _in_doubt(text: str, heard: Sequence[Heard], plan: PlanYears) -> Iterator[Heard]:
    """Yield `heard` with a doubt on what moves in a plan of several years, and on a span of which one end alone moves surely."""
    period = plan.period
    for index, (mention, verdict) in enumerate(heard):
        doubt = ""
        if verdict and verdict.moves and verdict.sure:
            beside = (heard[at] for at in (index - 1, index + 1) if 0 <= at < len(heard))
            ends = [said for one, said in beside if said and is_one_span(text, mention, one, plan.years)]
            if period:
                doubt = f"kế hoạch của cả giai đoạn {period[0]} - {period[1]}, xem việc này có làm lại không"
            elif not all(said.moves for said in ends):
                doubt = "xem cả hai mốc của khoảng thời gian"
        yield mention, verdict._replace(why=f"{verdict.why}; {doubt}", sure=False) if verdict and doubt else verdict


def _treatments(text: str, plan: PlanYears) -> Iterator[Treatment]:
    years = plan.years
    heard = tuple(_in_doubt(text, tuple(seen_together(text, tuple(judged(text, plan)), years)), plan))
    mentions = [mention for mention, _ in heard]
    yield from of_anniversaries(text, mentions, years)
    for mention, verdict in heard:
        near = around(text, mention)
        if verdict is None:
            yield of_day_without_year(mention, near, plan)
        elif mention.kind is YearForm.NGAY:
            yield of_day(text, mention, verdict, near, plan)
        else:
            yield written(text, mention, verdict, years)
    moving = [mention for mention, verdict in heard if verdict is not None and verdict.moves]
    yield from of_weekdays(text, mentions, set(moving), years)
    yield from of_lunar_years(text, years)
    yield from of_ordinals(text, moving, years)
    yield from of_themes(text, years)


def _decide(mention: YearMention, near: Around, plan: PlanYears, *, in_list: bool) -> YearVerdict | None:
    """Return what becomes of a mention with a year; None where it is no year and worth no word."""
    years = plan.years
    match mention.kind:
        case YearForm.KY_HIEU:
            known = hints.is_near(years, mention.year)
            return left("số, ký hiệu hoặc địa chỉ, không phải năm của kế hoạch") if known else None
        case YearForm.BANG_CHU:
            return asked("năm viết bằng chữ; sửa tay nếu là năm của kế hoạch")
        case YearForm.DINH:
            sure = not hints.is_near(years, mention.year) or near.own.lower() in _MEASURES
            return left(f"tên hoặc ký hiệu viết liền với {mention.year}" + ("" if sure else "; xem lại"), sure=sure)
        case YearForm.KHOANG | YearForm.NOI:
            return of_range(mention, near, plan)
        case YearForm.TRO if hints.is_a_number(near) or (mention.year < 1900 and not hints.is_a_time(near)):
            return _of_number(mention, near, years) if hints.is_near(years, mention.year) else None
        case YearForm.TRO if not near.sentence.strip(" |"):
            return _of_number_alone(mention, years)
    return of_cohort(mention, near, plan) or of_fixed(mention, near, years) or _of_year(mention, near, plan, in_list=in_list)


def _of_number(mention: YearMention, near: Around, years: Years) -> YearVerdict:
    if hints.is_a_time(near) and near.followed_by(cues.COUNTED):
        return asked(f"chưa rõ {mention.year} là năm hay số lượng; nếu là năm thì đổi thành {mention.year + years.step}")
    return left("con số, không phải năm")


def _of_number_alone(mention: YearMention, years: Years) -> YearVerdict:
    if not years.old - 2 <= mention.year <= years.new + 2:
        return left("con số, không phải năm của kế hoạch")
    return asked(f"số đứng một mình; nếu là năm của kế hoạch thì đổi thành {mention.year + years.step}")


def _of_year(mention: YearMention, near: Around, plan: PlanYears, *, in_list: bool) -> YearVerdict:
    if in_list and mention.year >= plan.years.old - 1:
        year = mention.year + plan.years.step
        return asked(f"năm trong một dãy năm; nếu cả dãy chuyển theo kế hoạch thì đổi thành {year}")
    if mention.year in plan.own:
        return of_own_year(mention, near, plan)
    return of_earlier_year(mention, near, plan) if mention.year < plan.years.old else of_later_year(mention, near, plan)


def _moves_as_one(text: str, group: Sequence[YearMention], plan: PlanYears) -> bool:
    """Return whether all years of a list are the plan's own, or its money is spread over the next one."""
    said = {one.year for one in group}
    if said <= plan.own:
        return True
    return said == {plan.years.old, plan.years.old + 1} and around(text, group[0]).led_by(_MONEY)
