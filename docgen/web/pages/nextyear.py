"""Next year's plan: what has to change as decisions, each with old, new and why, beside the paper that they make; then saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError, FileError, Problem
from docgen.web.asking import Form, desk_of, files_beside, folder_of, get, go, only_one_saves, plan_of, post, year_url
from docgen.web.desk import Notice
from docgen.web.rendering import YEAR_PAGES, show_year
from docgen.web.wording import told

_PAGE: Final = "nam-sau"
_GONE: Final = "Bản chuyển năm không còn; hãy chuyển lại."
_NO_YEAR: Final = "ghi năm bằng bốn chữ số, ví dụ 2027"
_NO_WORDS: Final = "chưa ghi chữ muốn thay"
_WORDS: Final = 6  # around a change, by which its place is known on the paper
_REVIEW: Final = "ra-soat.docx"


@dataclass(frozen=True)
class _Chosen:
    """What a person chose so far: how, and the words, by the numbers of the decisions; what is wrong with them."""

    how: Mapping[int, str]
    words: Mapping[int, str]
    faults: Mapping[int, list[str]]
    is_typed: bool = True

    @property
    def choices(self) -> dict[int, str | None]:
        """The choices as the roll-over takes them."""
        left: dict[int, str | None] = {so: None for so, how in self.how.items() if how == "de-lai"}
        return left | {so: self.words[so] for so, how in self.how.items() if how == "sua"}


def _ask(request: Request) -> Response:
    return _asking(request, "", [])


def _asking(request: Request, year: str, faults: list[str], *, status: int = 200) -> Response:
    plan = plan_of(request)
    try:
        state = docgen.year_state(plan, held=False)
    except DocgenError as error:
        return show_year(request, plan, _PAGE, "report_wrong.html", problems=error.problems)
    known = state.next_year
    there = year_url(folder_of(request), known, "ke-hoach") if known and known.is_relative_to(folder_of(request)) else ""
    year = year or str(state.nam + 1)
    return show_year(request, plan, _PAGE, "nextyear.html", status=status, state=state, year=year, faults=faults, there=there)


def _rolled(request: Request, form: Form) -> Response:
    plan, year = plan_of(request), form.text("nam").strip()
    if not (year.isdecimal() and len(year) == 4):  # as years are written
        return _asking(request, year, [_NO_YEAR], status=422)
    try:
        made = docgen.roll_over(plan, int(year))
    except DataError as error:
        return _asking(request, year, [told(one) for one in error.problems], status=422)
    return go(request, f"{request.url.path}/{desk_of(request).keep(made)}")


def _kept(request: Request) -> docgen.RolledPlan | None:
    return desk_of(request).kept(request.path_params["name"], docgen.RolledPlan)


def _up(request: Request) -> str:
    return request.url.path.partition(f"/{_PAGE}")[0] + f"/{_PAGE}"


def _decide(request: Request) -> Response:
    made = _kept(request)
    if made is None:
        return go(request, _up(request), Notice(_GONE, tone="error"))
    asked = {one.so for one in made.decisions if one.needs_a_person and one.can_change and not one.is_blank}
    return _screen(request, made, _Chosen(dict.fromkeys(asked, "de-lai"), {}, {}, is_typed=False))


def _screen(
    request: Request, made: docgen.RolledPlan, chosen: _Chosen, *, problems: tuple[Problem, ...] = (), status: int = 200
) -> Response:
    plan = plan_of(request)
    decisions, (paper, decided) = made.decisions, _paper(made, chosen)
    return show_year(
        request,
        plan,
        _PAGE,
        "decisions.html",
        status=status,
        made=made,
        open=[one for one in decisions if one.needs_a_person],
        others=[one for one in decisions if not one.needs_a_person],
        chosen=chosen,
        problems=problems,
        wrong={f"muc-{so}-loi": (f"Mục {so}", some) for so, some in chosen.faults.items()},
        name=desk_of(request).papers.put(paper.data) if paper else "",
        view=docgen.paper_html(paper.report) if paper else "",
        places=_places(decided),
        back=_up(request),
    )


def _paper(made: docgen.RolledPlan, chosen: _Chosen) -> tuple[docgen.Paper | None, docgen.RolledPlan]:
    """Return the new plan's paper as the choices make it, as it was rolled over where they cannot stand, and what it is of."""
    for choices in (chosen.choices, {}):
        try:
            decided = made.decided(choices)
            return docgen.make_plan(made.path, typed=decided.data), decided
        except DocgenError:
            continue
    return None, made


def _places(decided: docgen.RolledPlan) -> dict[int, list[str]]:
    """Return the words by which each place of a decision is found on the paper, "" where it has none there."""
    return {one.so: [_around(place, one.new) for place in one.places] for one in decided.decisions}


def _around(place: docgen.DecisionPlace, words: str) -> str:
    before, behind = place.before.replace("…", " ").split(), place.behind.replace("…", " ").split()
    return " ".join([*before[-_WORDS:], *words.split(), *behind[:_WORDS]])


def _chosen(request: Request, form: Form) -> Response:
    made = _kept(request)
    if made is None:
        return go(request, _up(request), Notice(_GONE, tone="error"))
    chosen = _read(made, form)
    if chosen.faults:
        return _screen(request, made, chosen, status=422)
    try:
        result = made.decided(chosen.choices)
        if form.has("xem"):
            return _screen(request, made, chosen)
        with only_one_saves(request):
            saved = result.save(review=result.path.with_name(_REVIEW), overwrite=form.has("overwrite"))
    except (DataError, FileError) as error:
        return _screen(request, made, chosen, problems=error.problems, status=422)
    folder, words = folder_of(request), f"Đã lập kế hoạch mới và danh sách rà soát ({_REVIEW})."
    notice = Notice(words, [*result.warnings, *saved.warnings], files=files_beside(folder, result.path, saved.files))
    return go(request, _saved_url(request, result.path), notice)


def _saved_url(request: Request, path: Path) -> str:
    folder = folder_of(request)
    return year_url(folder, path, next(iter(YEAR_PAGES))) if path.is_relative_to(folder) else "/"


def _read(made: docgen.RolledPlan, form: Form) -> _Chosen:
    known = [one for one in made.decisions if one.can_change]
    how = {one.so: form.text(f"cach-{one.so}") or "nhan" for one in known}
    words = {one.so: form.text(f"chu-{one.so}").strip() for one in known}
    typed = {one.so: one.fault(words[one.so]) if words[one.so] else _NO_WORDS for one in known if how[one.so] == "sua"}
    faults = {so: [said] for so, said in typed.items() if said}
    return _Chosen(how, words, faults)


ROUTES: Final = [
    get("/nam/{key}/nam-sau", _ask),
    post("/nam/{key}/nam-sau", _rolled),
    get("/nam/{key}/nam-sau/{name}", _decide),
    post("/nam/{key}/nam-sau/{name}", _chosen),
]
