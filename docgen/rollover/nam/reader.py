"""Reads the years and dates of one text and says what becomes of each."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Treatment, Years, without_overlaps
from docgen.rollover.nam import cues
from docgen.rollover.nam.amlich import of_lunar_years
from docgen.rollover.nam.anniversaries import of_anniversaries
from docgen.rollover.nam.bare import is_a_number, is_a_time, is_near
from docgen.rollover.nam.cohorts import of_cohort
from docgen.rollover.nam.companions import seen_together
from docgen.rollover.nam.days import of_day, of_day_without_year
from docgen.rollover.nam.events import of_ordinals, of_themes
from docgen.rollover.nam.finding import find, hidden, lists
from docgen.rollover.nam.fixed import of_fixed
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, around, left, moved
from docgen.rollover.nam.others import of_earlier_year, of_later_year
from docgen.rollover.nam.own import of_own_year
from docgen.rollover.nam.plan import Plan
from docgen.rollover.nam.ranges import of_range
from docgen.rollover.nam.weekdays import of_weekdays
from docgen.rollover.nam.writing import written

_MONEY: Final = re.compile(r"(?<!\w)(?:kinh\s+phí|ngân\s+sách|dự\s+toán|vốn)(?!\w)[^;.]*$", re.IGNORECASE)
_MEASURES: Final = ("km",)


def treat_years(text: str, years: Years, *, subject: str = "", taken: Sequence[tuple[int, int]] = ()) -> tuple[Treatment, ...]:
    """Return what becomes of every year and date of `text` outside the `taken` spans, in the order of the text.

    `subject` is the plan's trích yếu: the years and names that stand in it are the plan's own.
    """
    treated = without_overlaps(_treatments(hidden(text, taken), Plan(years, subject)))
    return tuple(sorted(treated, key=lambda one: one.start))


def judged(text: str, plan: Plan) -> Iterator[tuple[Mention, Verdict | None]]:
    """Yield the mentions of `text` with what becomes of their years; days without a year have none."""
    mentions = find(text, plan.years)
    groups = tuple(lists(text, mentions))
    as_one = {one for group in groups if _moves_as_one(text, group, plan) for one in group}
    in_lists = {one for group in groups for one in group} - as_one
    for one in mentions:
        if one.kind is Kind.NGAY_THANG:
            yield one, None
        elif one in as_one and one.year in plan.own and len(plan.own) > 1:
            yield one, moved("các năm của kế hoạch; xem lại cả dãy", sure=False)
        elif verdict := _decide(one, around(text, one), plan, in_list=one in in_lists):
            yield one, verdict


def _treatments(text: str, plan: Plan) -> Iterator[Treatment]:
    years = plan.years
    heard = tuple(seen_together(text, tuple(judged(text, plan)), years))
    mentions = [mention for mention, _ in heard]
    yield from of_anniversaries(text, mentions, years)
    for mention, verdict in heard:
        near = around(text, mention)
        if verdict is None:
            yield of_day_without_year(mention, near, plan)
        elif mention.kind is Kind.NGAY:
            yield of_day(text, mention, verdict, near, plan)
        else:
            yield written(text, mention, verdict, years)
    moving = [mention for mention, verdict in heard if verdict is not None and verdict.moves]
    yield from of_weekdays(text, mentions, moving, years)
    yield from of_lunar_years(text, years)
    yield from of_ordinals(text, years)
    yield from of_themes(text, years)


def _decide(mention: Mention, near: Around, plan: Plan, *, in_list: bool) -> Verdict | None:
    """Return what becomes of a mention with a year; None where it is no year and worth no word."""
    years = plan.years
    match mention.kind:
        case Kind.KY_HIEU:
            known = is_near(years, mention.year)
            return left("số, ký hiệu hoặc địa chỉ, không phải năm của kế hoạch") if known else None
        case Kind.BANG_CHU:
            return left("năm viết bằng chữ; sửa tay nếu là năm của kế hoạch", sure=False)
        case Kind.DINH:
            sure = not is_near(years, mention.year) or near.own.lower() in _MEASURES
            return left(f"tên hoặc ký hiệu viết liền với {mention.year}" + ("" if sure else "; xem lại"), sure=sure)
        case Kind.KHOANG | Kind.NOI:
            return of_range(mention, near, plan)
        case Kind.TRO if is_a_number(near) or (mention.year < 1900 and not is_a_time(near)):
            return _of_number(mention, near, years) if is_near(years, mention.year) else None
        case Kind.TRO if not near.sentence.strip(" |"):
            return _of_number_alone(mention, years)
    return of_cohort(mention, near, plan) or of_fixed(mention, near, years) or _of_year(mention, near, plan, in_list=in_list)


def _of_number(mention: Mention, near: Around, years: Years) -> Verdict:
    if is_a_time(near) and near.followed_by(cues.COUNTED):
        return left(
            f"chưa rõ {mention.year} là năm hay số lượng; nếu là năm thì đổi thành {mention.year + years.step}", sure=False
        )
    return left("con số, không phải năm")


def _of_number_alone(mention: Mention, years: Years) -> Verdict:
    if not years.old - 2 <= mention.year <= years.new + 2:
        return left("con số, không phải năm của kế hoạch")
    return left(f"số đứng một mình; nếu là năm của kế hoạch thì đổi thành {mention.year + years.step}", sure=False)


def _of_year(mention: Mention, near: Around, plan: Plan, *, in_list: bool) -> Verdict:
    if in_list and mention.year >= plan.years.old - 1:
        year = mention.year + plan.years.step
        return left(f"năm trong một dãy năm; nếu cả dãy chuyển theo kế hoạch thì đổi thành {year}", sure=False)
    if mention.year in plan.own:
        return of_own_year(mention, near, plan)
    return of_earlier_year(mention, near, plan) if mention.year < plan.years.old else of_later_year(mention, near, plan)


def _moves_as_one(text: str, group: Sequence[Mention], plan: Plan) -> bool:
    """Return whether all years of a list are the plan's own, or its money is spread over the next one."""
    said = {one.year for one in group}
    if said <= plan.own:
        return True
    return said == {plan.years.old, plan.years.old + 1} and around(text, group[0]).led_by(_MONEY)
