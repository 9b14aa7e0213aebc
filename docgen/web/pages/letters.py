"""The letters: which are due and how they stand, one as it will be printed, what changed since the last set; all are written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError
from docgen.web.asking import Form, desk_of, download, files_beside, folder_of, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show_year
from docgen.web.wording import told

_PAGE: Final = "cong-van"
_REGISTER: Final = "so-dang-ky-van-ban-di.xlsx"
_TO_PRINT: Final = "cong-van-gop.pdf"
_NOT_DUE: Final = "Kế hoạch không có công văn này."
_SIGN_SAVED: Final = "Đã lưu ký hiệu đơn vị soạn thảo vào kế hoạch."
_OLD_PAGE: Final = "trang này mở từ lâu nên chưa lưu; xem lại rồi lưu lần nữa"
_CHANGED: Final = "tệp kế hoạch đã được sửa ở nơi khác trong lúc trang này đang mở nên chưa lưu; xem lại rồi lưu lần nữa"
_SIGN: Final = "cong_van.ky_hieu"
_EDITED: Final = (docgen.Standing.EDITED, docgen.Standing.EDITED_STALE)


@dataclass(frozen=True)
class _Sign:
    """The drafting unit's sign as it stands in its field, the name of the plan's file that this was made of, what is wrong."""

    text: str
    doc: str
    faults: Sequence[str] = ()


def _list(request: Request) -> Response:
    return _screen(request)


def _screen(request: Request, typed: str | None = None, faults: Sequence[str] = (), *, status: int = 200) -> Response:
    plan = plan_of(request)
    state = docgen.letters_state(plan)
    letters = None if state.problems else docgen.make_letters(plan)
    made = [path for name in (_REGISTER, _TO_PRINT) if (path := state.folder / name).is_file()]
    try:
        form = docgen.plan_form(plan)
        sign = None
        if _SIGN not in form.locked:
            sign = _Sign(form.fields[_SIGN] if typed is None else typed, desk_of(request).remember(form.data), faults)
    except DataError:  # told among the problems
        sign = None
    return show_year(
        request,
        plan,
        _PAGE,
        "letters.html",
        status=status,
        state=state,
        letters=letters,
        files=files_beside(folder_of(request), plan, made),
        problems=state.problems,
        edited=_EDITED,
        sign=sign,
    )


def _sign_sent(request: Request, form: Form) -> Response:
    """Write the drafting unit's sign into the plan, in place; what is wrong with it is told at its field."""
    plan, desk, typed = plan_of(request), desk_of(request), form.text("ky_hieu").strip()
    was = desk.original(form.text("doc"))
    if was is None:
        return _screen(request, typed, [_OLD_PAGE], status=409)
    now = docgen.plan_form(plan, was).changed({_SIGN: typed})
    judged = docgen.plan_form(plan, now)
    if wrong := judged.at_fields(judged.problems).get(_SIGN):
        return _screen(request, typed, [told(one) for one in wrong], status=422)
    try:
        with only_one_saves(request):
            docgen.save_data(plan, was, now)
    except docgen.ChangedMeanwhile:
        return _screen(request, typed, [_CHANGED], status=409)
    if was != now:
        desk.saved(plan, was, now)
    return go(request, request.url.path.removesuffix("/loi-van"), Notice(_SIGN_SAVED))


def _write(request: Request, form: Form) -> Response:
    plan, desk = plan_of(request), desk_of(request)
    back = request.url.path

    def work(job: Job) -> str:
        saved = docgen.make_letters(plan, say=job.say).save(
            pdf=form.has("pdf"),
            merged=form.has("merged"),
            overwrite=form.has("overwrite"),
            despite_errors=form.has("despite_errors"),
            say=job.say,
            tick=job.tick,
        )
        return f"{back}?tin={desk.keep(Notice(f'Đã ghi công văn: {saved.summary}.', saved.warnings))}"

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
    post("/nam/{key}/cong-van/loi-van", _sign_sent),
    get("/nam/{key}/cong-van/{name}", _preview),
    get("/nam/{key}/cong-van/{name}/tep", _file),
]
