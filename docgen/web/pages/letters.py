"""The letters: which are due and how they stand, their wording, one as it will be printed and what changed in it, all written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError, Problem
from docgen.web.asking import Form, desk_of, download, files_beside, folder_of, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show_year
from docgen.web.sides import CHANGED, FORGOTTEN, both_sides
from docgen.web.wording import Said, said, told

_PAGE: Final = "cong-van"
_REGISTER: Final = "so-dang-ky-van-ban-di.xlsx"
_TO_PRINT: Final = "cong-van-gop.pdf"
_NOT_DUE: Final = "Kế hoạch không có công văn này."
_SAVED: Final = "Đã lưu lời văn của công văn vào kế hoạch."
_FIELDS: Final = {  # of the plan, with the lines that each has, 0 for one that cannot have several
    "cong_van.ky_hieu": 0, "cong_van.trich_yeu": 2, "cong_van.so_bat_dau": 0, "cong_van.ngay": 0, "cong_van.mo_dau": 3,
    "cong_van.bao_cao.gui": 0, "cong_van.bao_cao.han": 0, "cong_van.ket_thuc": 3, "cong_van.noi_nhan": 4, "cong_van.luu": 0,
    "cong_van.kieu": 0, "cong_van.viec_chung": 0, "cong_van.ky.quyen_han": 2, "cong_van.ky.chuc_vu": 0, "cong_van.ky.ho_ten": 0,
}  # fmt: skip
_SHORTER: Final = {
    "cong_van.ky_hieu": "Ký hiệu đơn vị soạn thảo",
    "cong_van.kieu": "Cách trình bày nhiệm vụ",
    "cong_van.viec_chung": "Việc phối hợp giao qua nhóm, khi đơn vị có trên 10 nhiệm vụ",
}
_EDITED: Final = (docgen.Standing.EDITED, docgen.Standing.EDITED_STALE)


@dataclass(frozen=True)
class _Wording:
    """The wording of the letters as it stands in its fields: their texts, the plan's file that they are of, what is wrong.

    `theirs` is what the file says where somebody else has saved other words meanwhile.
    """

    typed: Mapping[str, str]
    doc: str
    locked: Mapping[str, str]
    faults: Mapping[str, Sequence[str]] = field(default_factory=dict)
    more: Sequence[Problem] = ()  # of none of these fields
    theirs: Mapping[str, str] = field(default_factory=dict)

    @property
    def wrong(self) -> dict[str, tuple[str, Sequence[str]]]:
        """What keeps it from being saved, by the ids of its fields: what each is called, what is wrong there."""
        return {f"o-{name}": (_said(name).label, some) for name, some in self.faults.items() if name}


def _list(request: Request) -> Response:
    return _screen(request)


def _screen(request: Request, wording: _Wording | None = None, *, status: int = 200) -> Response:
    plan = plan_of(request)
    problems: tuple[Problem, ...] = ()
    letters = None
    try:
        letters = docgen.make_letters(plan)
    except DocgenError as error:
        problems = error.problems
    state = docgen.letters_state(letters or plan)
    made = [path for name in (_REGISTER, _TO_PRINT) if (path := state.folder / name).is_file()]
    return show_year(
        request,
        plan,
        _PAGE,
        "letters.html",
        status=status,
        state=state,
        letters=letters,
        files=files_beside(folder_of(request), plan, made),
        problems=problems,
        edited=_EDITED,
        wording=wording or _wording(request, plan),
        fields=_FIELDS,
        said={name: _said(name) for name in _FIELDS},
    )


def _wording(request: Request, plan: Path) -> _Wording | None:
    """Return the wording as the plan has it; None where the plan is no YAML, which is told."""
    try:
        form = docgen.plan_form(plan, letters=True)
    except DataError:
        return None
    return _Wording({name: form.fields[name] for name in _FIELDS}, desk_of(request).remember(form.data), form.locked)


def _beside(request: Request, typed: Mapping[str, str], was: Mapping[str, str] | None, now: bytes) -> Response:
    form = docgen.plan_form(plan_of(request), now, letters=True)
    sides = both_sides(typed, was, form.fields)
    shown = {**{name: form.fields[name] for name in _FIELDS}, **sides.fields}
    wording = _Wording(
        shown, desk_of(request).remember(now), form.locked, {"": [CHANGED if was else FORGOTTEN]}, theirs=sides.theirs
    )
    return _screen(request, wording, status=409)


def _said(name: str) -> Said:
    words = said(name)
    return replace(words, label=_SHORTER.get(name, words.label))


def _wording_sent(request: Request, form: Form) -> Response:
    """Write the wording of the letters into the plan, in place; what is wrong with it is told at its fields."""
    plan, desk = plan_of(request), desk_of(request)
    typed = {name: form.text(name).strip() for name in _FIELDS if form.has(name)}
    was = desk.original(form.text("doc"))
    if was is None:
        return _beside(request, typed, None, docgen.read_data(plan))
    before = docgen.plan_form(plan, was, letters=True)
    now = before.changed(typed)
    judged = docgen.plan_form(plan, now, letters=True)
    found = judged.at_fields([one for one in judged.problems if one.message not in {each.message for each in before.problems}])
    if found:
        faults = {name: [told(one) for one in some] for name, some in found.items() if name in _FIELDS}
        more = [one for name, some in found.items() if name not in _FIELDS for one in some]
        shown = _Wording({**before.fields, **typed}, form.text("doc"), before.locked, faults, more)
        return _screen(request, shown, status=422)
    try:
        with only_one_saves(request):
            docgen.save_data(plan, was, now)
    except docgen.ChangedMeanwhile as error:
        return _beside(request, typed, before.fields, error.now)
    if was != now:
        desk.saved(plan, was, now)
    return go(request, request.url.path.removesuffix("/loi-van"), Notice(_SAVED))


def _write(request: Request, form: Form) -> Response:
    plan, desk = plan_of(request), desk_of(request)
    back = request.url.path

    def work(job: Job) -> str:
        letters = docgen.make_letters(plan, say=job.say)
        saved = letters.save(
            pdf=form.has("pdf"),
            merged=form.has("merged"),
            overwrite=form.has("overwrite"),
            despite_errors=form.has("despite_errors"),
            say=job.say,
            tick=job.tick,
        )
        said = Notice(f"Đã ghi công văn: {saved.summary}.", saved.warnings, "warn" if letters.empty_groups else "done")
        return f"{back}?tin={desk.keep(said)}"

    return go(request, f"/viec/{desk.jobs.start('Ghi công văn', back, work)}")


def _one(plan: Path, name: str) -> tuple[docgen.LetterSet, docgen.Letter]:
    """Return the letter whose file is called `name`, among those that are due."""
    letters = docgen.make_letters(plan)
    unit = next((due.don_vi for due in letters.due if due.name == name), None)
    if unit is None:
        raise HTTPException(404, _NOT_DUE)
    alone = docgen.make_letters(plan, units=[unit])
    return letters, next(letter for letter in alone.letters() if letter.name == name)


def _preview(request: Request) -> Response:
    plan, name = plan_of(request), request.path_params["name"]
    letters, letter = _one(plan, name)
    path = letters.folder / name
    standing = docgen.letters_state(plan).files[name]
    own = path.read_bytes() if standing in _EDITED else None
    changes, problem = _changes(path, letter.data)
    names = [due.name for due in letters.due]
    at = names.index(name)
    return show_year(
        request,
        plan,
        _PAGE,
        "letter.html",
        letter=letter,
        standing=standing,
        is_own=own is not None,
        files=files_beside(folder_of(request), plan, [pdf for pdf in (path.with_suffix(".pdf"),) if pdf.is_file()]),
        name=desk_of(request).papers.put(own or letter.data),
        paper=docgen.paper_html(docgen.check(own or letter.data)),
        changes=changes,
        problem=problem,
        before=names[at - 1] if at else None,
        after=names[at + 1] if at + 1 < len(names) else None,
    )


def _changes(path: Path, new: bytes) -> tuple[Iterable[docgen.PaperChange], str]:
    """Return what stands otherwise in the letter now than in its file, and why that cannot be told."""
    try:
        return docgen.paper_changes(path.read_bytes(), new), ""
    except OSError:
        return (), ""
    except DocgenError as error:
        return (), "; ".join(one.message for one in error.problems)


def _file(request: Request) -> Response:
    plan, name = plan_of(request), request.path_params["name"]
    letters, letter = _one(plan, name)
    path = letters.folder / name
    return download(name, path.read_bytes() if path.is_file() else letter.data)


ROUTES: Final = [
    get("/nam/{key}/cong-van", _list),
    post("/nam/{key}/cong-van", _write),
    post("/nam/{key}/cong-van/loi-van", _wording_sent),
    get("/nam/{key}/cong-van/{name}", _preview),
    get("/nam/{key}/cong-van/{name}/tep", _file),
]
