"""The stages of the plan, in order: load, validate, context, render, check; and what a person should look at in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KIND, KeHoach
from docgen.errors import DocgenError, Place, Problem
from docgen.paper.context.kehoach import kehoach_context
from docgen.paper.notices import crowded
from docgen.rollover.bases import Bases
from docgen.rollover.changes import Route, Years
from docgen.rollover.nam import leftovers
from docgen.rollover.roll import Known
from docgen.rollover.routes import is_list_of_units, is_read, unit_headings
from docgen.text import dinhdang
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import NgayVanBan, ThoiGian, deadlines, first_day, last_day, read
from docgen.text.viendan import VienDan
from docgen.text.wording import MARKER, short_date, spoken_date
from docgen.work.hieuluc import fault
from docgen.work.units import Registry, own_place, registry_of
from docgen.workflows.datafiles import BASES_FILE, REGISTRY_FILE, find_if_any
from docgen.workflows.office import Office
from docgen.workflows.ownfindings import Origins, PaperFinding, draft_with_number, findings_of, is_final, judged, start_of_line
from docgen.workflows.paper import Paper, Press
from docgen.workflows.saving import FILLING, JUDGING, READING, Say, StrPath, silent

_NOT_READ: Final = "tệp này có lỗi nên chưa xét được kế hoạch theo nó"
_LEFTOVER: Final = "“{words}” là năm trước năm của kế hoạch ({nam}); sửa nếu là chỗ sót lại từ kế hoạch cũ"
_TO_FILL: Final = "còn chỗ phải điền “{words}”; điền trước khi ban hành"
_NUMBER_WITHOUT_DAY: Final = (
    "đã có số mà chưa có ngày nên in chừa ngày; ghi đủ ⦃ngay¦ngày⦄, hoặc để trống ⦃so¦số⦄ khi còn là dự thảo"
)
_KIND_TWICE: Final = "trích yếu mở đầu bằng “{words}”, lặp lại tên loại in ở dòng trên; bỏ chữ này"
_KIND_FIRST: Final = lazy_re(rf"{KIND}(?= (?!ho[áa]|hóa))", re.IGNORECASE)  # not "Kế hoạch hóa gia đình"
_OUTSIDE: Final = "“{words}” không nằm trong năm {nam} của kế hoạch; xem lại ngày hoặc năm"
_BEFORE: Final = "“{words}” là trước ngày của kế hoạch ({day}); xem lại hạn hoặc ngày ban hành"
_OFFICE_ENDED: Final = "cơ quan ban hành “{office}” chỉ có đến ngày {day}{heirs}; xem lại ⦃coquan.yaml⦄"
_DATE_OF_OTHER_YEAR: Final = "{day} không hợp với kế hoạch năm {nam}; xem lại ⦃ngay⦄ hoặc ⦃nam⦄"
_AFTER: Final = "“{words}” ghi ngày {basis}, sau {day}; văn bản được dẫn phải có trước, xem lại ngày"


def make_plan(data: StrPath, *, typed: bytes | None = None, template: StrPath | None = None, say: Say | None = None) -> Paper:
    """Make the plan's paper, with its appendices, from the file of data at `data`.

    Args:
        data: A kehoach.yaml; coquan.yaml stands beside it or in a folder above.
        typed: What the file at `data` is to hold, where that is not saved yet.
        template: The office's own Word template instead of docgen's.
        say: Hears of each stage in a few words.

    Returns:
        The paper, to be saved as a .docx beside `data`; its `warnings` are what a person should look at in the plan.

    Raises:
        DataError: The data are wrong; every problem with its place.
        FileError: A file is missing or cannot be read.
        TemplateError: The template is wrong.
    """
    say, data = say or silent, Path(data)
    say(READING)
    office = Office(data, typed=typed).checked("kehoach", "coquan")
    coquan, ky = office.coquan.model, office.signer()
    say(FILLING)
    press = Press.of("kehoach", template, coquan)
    values = kehoach_context(office.plan, coquan, ky, press.layout)
    paper = press.printed(values, _source(office))
    say(JUDGING)
    target = data.with_suffix(".docx")
    origins = Origins(office.kehoach.file, office.coquan.file, with_appendices=office.kehoach.file)
    report = judged(target, paper)
    found = findings_of(report, origins)
    warnings = [*watched(office, found), *press.left_out(values), *crowded(values, data)]
    return Paper(paper, target, found, tuple(warnings), is_final(office.plan.so, office.plan.ngay), report)


def paper_digest(office: Office) -> str:
    """Return the digest in the stamp of a plan's paper that is made of `office` now; raise `DataError` as `make_plan` does."""
    office.checked("kehoach", "coquan").signer()
    return Press.of("kehoach", None, office.coquan.model).digest_of(_source(office))


def _source(office: Office) -> list[str]:
    return [office.kehoach.file.text, office.coquan.file.text]


def watched(office: Office, found: Sequence[PaperFinding] = ()) -> list[Problem]:
    """Return the remarks on a plan that hinder nothing, alike ones once; a registry that is wrong is told and left aside.

    What the checker says of the same words, as far as it is among those `found`, is not said again.
    """
    told: list[Problem] = []
    so, van_ban = SoDonVi(), None
    try:
        so = office.donvi_if_any
    except DocgenError:
        told.append(_not_read(office, REGISTRY_FILE, f"{{assignments}} {office.data}"))
    try:
        van_ban = office.vanban_if_any
    except DocgenError:
        told.append(_not_read(office, BASES_FILE, f"{{roll_over}} {office.data} {office.plan.nam + 1} {{only_show}}"))
    alike: dict[str, list[Place]] = defaultdict(list)
    file = office.kehoach.file
    typed, said = dict(file.texts()), {(one.rule, one.source) for one in found}
    texts = [(route, dinhdang.plain(text)) for route, text in typed.items()]
    for one in doubts(texts, office.plan, Known(office.coquan.model, so, van_ban)):
        text = typed[one.route]
        start = dinhdang.typed_at(text, one.start)
        if not one.rule or (one.rule, file.char_place(one.route, start_of_line(text, start))) not in said:
            alike[one.words].append(file.char_place(one.route, start))
    return [*office.remarks, *told] + [Problem(places[0], words + _further(places[1:])) for words, places in alike.items()]


def _not_read(office: Office, name: str, command: str) -> Problem:
    return Problem(
        Place(str(find_if_any(office.data, name))), _NOT_READ, f"⦃xem lỗi bằng lệnh: {command}¦sửa tệp ấy rồi xem lại⦄"
    )


def _further(places: Sequence[Place]) -> str:
    """Return where else the same is to be said."""
    lines = ", ".join(dict.fromkeys(str(place.line) for place in places))
    return f" (còn {len(places)} chỗ như thế: dòng {lines})" if places else ""


class Doubt(NamedTuple):
    """A sentence about the letter `start` of the text at `route`; `rule` is the checker's that says the same of the paper."""

    route: Route
    start: int
    words: str
    rule: str = ""


def doubts(texts: Sequence[tuple[Route, str]], plan: KeHoach, known: Known) -> Iterator[Doubt]:
    """Yield what a person should look at in `texts`, the plain words of all that the file of `plan` holds, in its order."""
    printed = [(route, text) for route, text in texts if is_read(route)]
    bases = Bases(dict(printed), Years(plan.nam - 1, plan.nam), known.van_ban)
    if (said := _office_has_ended(plan, known)) is not None:
        yield Doubt(("nam",), 0, said)
    if plan.ngay is not None and not _is_date_of(plan.ngay, plan.nam):
        yield Doubt(("ngay",), 0, _DATE_OF_OTHER_YEAR.format(day=spoken_date(plan.ngay), nam=plan.nam))
    if plan.so is not None and plan.ngay is None:
        yield Doubt(("so",), 0, _NUMBER_WITHOUT_DAY)
    if (said := draft_with_number(plan.du_thao, plan.so)) is not None:
        yield Doubt(("du_thao",), 0, said)
    if (kind := _KIND_FIRST.match(plan.trich_yeu)) is not None:
        yield Doubt(("trich_yeu",), 0, _KIND_TWICE.format(words=kind.group()))
    headings = unit_headings([route for route, _ in texts], [route for route, _ in plan.parts_that_give_work()])
    registry = registry_of(known.so, plan.nam, plan.ngay, own_place(known.office.ten, known.office.co_quan_chu_quan))
    for route, text in printed:
        times = list(_times(route, text, plan))
        taken = [*bases.claimed(route), *((start, end) for start, end, _ in times)]
        lists_units = is_list_of_units(route) or route in headings
        found = [
            *((match.start(), _TO_FILL.format(words=match.group()), "X11") for match in MARKER.finditer(text)),
            *_cited(bases.cited(route), plan, known),
            *((start, words, "") for start, _, words in times),
            *((start, words, "") for start, words in _leftovers(text, plan, taken)),
            *((start, words, "") for start, words in (_units(text, registry) if lists_units else ())),
        ]
        yield from (Doubt(route, *one) for one in sorted(found))


def _office_has_ended(plan: KeHoach, known: Known) -> str | None:
    ended = known.office.den
    if ended is None or ended >= _days(plan)[0]:
        return None
    heirs = ", ".join(known.office.thanh)
    return _OFFICE_ENDED.format(office=known.office.ten, day=short_date(ended), heirs=f"; nay là {heirs}" if heirs else "")


def _days(plan: KeHoach) -> tuple[date, date]:
    """Return the first and the last day that the plan can be of; one without a date is taken to be of the first of its year."""
    return (first_day(plan.ngay), last_day(plan.ngay)) if plan.ngay else (date(plan.nam, 1, 1),) * 2


def _is_date_of(ngay: NgayVanBan, nam: int) -> bool:
    """Return whether a plan of the year `nam` may be dated so: within it, or in the last quarter before it."""
    return ngay.year == nam or (ngay.year == nam - 1 and last_day(ngay).month >= 10)


def _leftovers(text: str, plan: KeHoach, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    for one in leftovers(text, plan.nam, subject=plan.trich_yeu, taken=taken):
        yield one.start, _LEFTOVER.format(words=_with_word_before(text, one.start, one.end), nam=plan.nam)


def _with_word_before(text: str, start: int, end: int) -> str:
    before = re.search(r"\S+\s+\Z", text[:start])
    return text[before.start() if before else start : end]


def _cited(cited: Iterable[VienDan], plan: KeHoach, known: Known) -> Iterator[tuple[int, str, str]]:
    for one in cited:
        if (said := _dated_after(one, plan)) is not None:
            yield one.start, said, "X06"
        if known.van_ban is not None:
            told = [fault(one, known.van_ban, day) for day in dict.fromkeys(_days(plan))]
            if told[0] and told[-1]:  # so on every day that the plan can be of
                yield one.start, told[0], ""


def _dated_after(one: VienDan, plan: KeHoach) -> str | None:
    last = last_day(plan.ngay) if plan.ngay else date(plan.nam, 12, 31)
    if one.ngay_ban_hanh is None or one.ngay_ban_hanh <= last:
        return None
    words = f"{one.loai.text} số {one.ky_hieu.text}" if one.ky_hieu else one.loai.text
    day = f"ngày của kế hoạch ({_brief(plan.ngay)})" if plan.ngay else f"năm {plan.nam} của kế hoạch"
    return _AFTER.format(words=words, basis=short_date(one.ngay_ban_hanh), day=day)


def _times(route: Route, text: str, plan: KeHoach) -> Iterator[tuple[int, int, str]]:
    """Yield the times that cannot be, from where to where each stands, and what is said of it."""
    if route[-1:] == ("thoi_gian",):
        said = [read(text, plan.nam)]
    else:
        said = [one for one in deadlines(text, plan.nam, within=True) if one.den and one.den.year >= plan.nam - 1]
    behind = 0
    for time in said:
        start = max(text.find(time.chu, behind), 0)
        behind = start + len(time.chu)
        if (words := _time_fault(time, plan)) is not None:
            yield start, behind, words


def _time_fault(time: ThoiGian, plan: KeHoach) -> str | None:
    days = [(dot.tu, dot.den or dot.tu) for dot in time.dot]
    names_both = bool(re.search(rf"\b{plan.nam}\s*[-–]\s*{plan.nam + 1}\b", plan.trich_yeu))  # as that of a school year does
    if any(last.year < plan.nam or first.year > plan.nam + names_both for first, last in days):
        return _OUTSIDE.format(words=time.chu.strip(), nam=plan.nam)
    if plan.ngay and days and not time.dinh_ky and max(last for _, last in days) < first_day(plan.ngay):
        return _BEFORE.format(words=time.chu.strip(), day=_brief(plan.ngay))
    return None


def _brief(day: NgayVanBan) -> str:
    return spoken_date(day).removeprefix("ngày ")


def _units(text: str, registry: Registry) -> Iterator[tuple[int, str]]:
    waiting = [match.span() for match in MARKER.finditer(text)]
    for mention in registry.read(text).mentions:
        if mention.fault and not any(start <= mention.start < end for start, end in waiting):
            yield mention.start, mention.fault
