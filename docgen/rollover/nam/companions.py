"""Mentions that stand together: where one of a list or of a sentence stays and another moves, a person has to look at all."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.rollover.changes import Years
from docgen.rollover.nam import cues
from docgen.rollover.nam.mention import Kind, Mention, Verdict, around
from docgen.rollover.nam.past import opens_with_results

Heard = tuple[Mention, Verdict | None]
_Judged = tuple[Mention, Verdict]

_HEADING: Final = r"(?:(?:ước|thực\s+hiện|dự\s+toán|kế\s+hoạch|dự\s+kiến|KH|TH|UTH|DT)\s+){1,2}"
_GAP: Final = re.compile(rf"\s*(?:[,;|&/]|,?\s*và|hoặc|hay)\s*(?:từ\s+)?(?:{_HEADING})?", re.IGNORECASE)
_FAMILIES: Final = ((Kind.NAM, Kind.TRO, Kind.THANG), (Kind.NGAY,), (Kind.KHOANG, Kind.NOI))
_WITH_YEAR: Final = (Kind.NAM, Kind.TRO, Kind.THANG, Kind.NGAY)
_BEGUN_BEFORE: Final = (
    r"(?:khởi\s+công|khởi\s+động|bắt\s+đầu)[^;.]{{0,30}}{year}[^;.]{{0,20}}(?:hoàn\s+thành|kết\s+thúc|xong|bàn\s+giao)"
)
_COUNTED_FROM: Final = re.compile(r"\d{4}\s*[-–—]\s*$")


def seen_together(text: str, heard: Sequence[Heard], years: Years) -> Iterator[Heard]:
    """Yield what was `heard` of `text`, with a doubt on all that would otherwise move by halves."""
    agreed = _lists_agree(text, heard)
    for mention, verdict in agreed:
        doubt = _doubt(text, mention, agreed, years) if verdict and verdict.moves and verdict.sure else None
        yield mention, verdict._replace(why=f"{verdict.why}; {doubt}", sure=False) if verdict and doubt else verdict


def _lists_agree(text: str, heard: Sequence[Heard]) -> list[Heard]:
    """Return what was `heard` with one answer for all dates of a list, and a doubt where the years of a list differ."""
    agreed: dict[Mention, Verdict | None] = dict(heard)
    for members in _lists(text, [(mention, verdict) for mention, verdict in heard if verdict]):
        _, first = members[0]
        if members[0][0].kind is Kind.NGAY and not first.moves:
            agreed |= {mention: first._replace(sure=False) for mention, verdict in members[1:] if verdict.moves}
        elif len({(verdict.moves, verdict.sure) for _, verdict in members}) > 1:
            agreed |= {
                mention: verdict._replace(why=f"{verdict.why}; xem cả dãy cùng lúc", sure=False)
                for mention, verdict in members
                if verdict.sure
            }
    return list(agreed.items())


def _lists(text: str, judged: Sequence[_Judged]) -> Iterator[list[_Judged]]:
    """Yield the mentions of one kind that stand in one list."""
    members: list[_Judged] = []
    for one in judged:
        if members and _goes_on(text, members[-1][0], one[0]):
            members.append(one)
            continue
        if len(members) > 1:
            yield members
        members = [] if around(text, one[0]).led_by(cues.COMPARED) else [one]
    if len(members) > 1:
        yield members


def _goes_on(text: str, before: Mention, mention: Mention) -> bool:
    alike = any(before.kind in family and mention.kind in family for family in _FAMILIES)
    return alike and _GAP.fullmatch(text, before.closes, mention.opens) is not None


def _doubt(text: str, mention: Mention, heard: Sequence[Heard], years: Years) -> str | None:
    """Return why the plan's own year, which moves, is in doubt beside what stays."""
    near = around(text, mention)
    if mention.year != years.old or near.led_by(_COUNTED_FROM):
        return None
    first, last = mention.opens - len(near.lead), mention.closes + len(near.trail)
    staying = [
        one
        for one, verdict in heard
        if verdict and not verdict.moves and not verdict.sure and one.kind in _WITH_YEAR and first <= one.opens < last
    ]
    passed = next((one.year for one in staying if years.old < one.year <= years.new), None)
    if passed:
        return f"cùng câu còn năm {passed}, xem lại cả câu"
    if any(one.year == mention.year for one in staying):
        return f"cùng câu còn {mention.year} chưa đổi, xem lại cả câu"
    if re.search(_BEGUN_BEFORE.format(year=years.old - 1), near.lead, re.IGNORECASE):
        return f"việc bắt đầu từ năm {years.old - 1}, xem cả hai mốc"
    deadline = near.led_by(cues.DEADLINE) or cues.AIM.search(near.sentence)
    return "đoạn nêu kết quả, xem có phải số liệu cũ" if opens_with_results(text[:first]) and not deadline else None
