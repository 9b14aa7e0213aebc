"""The letters: which are due and how they stand, one as it will be printed, what changed since the last set; all are written."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DocgenError
from docgen.web.asking import Form, desk_of, download, get, go, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show_year

_PAGE: Final = "cong-van"
_REGISTER: Final = "so-dang-ky-van-ban-di.xlsx"
_TO_PRINT: Final = "cong-van-gop.pdf"
_NOT_DUE: Final = "Kế hoạch không có công văn này."
_NOT_THERE: Final = "Chưa có tệp này; bấm “Ghi tất cả công văn”."
_EDITED: Final = (docgen.Standing.EDITED, docgen.Standing.EDITED_STALE)


def _list(request: Request) -> Response:
    plan = plan_of(request)
    state = docgen.letters_state(plan)
    letters = None if state.problems else docgen.make_letters(plan)
    files = [name for name in (_REGISTER, _TO_PRINT) if (state.folder / name).is_file()]
    return show_year(
        request, plan, _PAGE, "letters.html", state=state, letters=letters, files=files, problems=state.problems, edited=_EDITED
    )


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
    if name in (_REGISTER, _TO_PRINT):
        path = docgen.letters_state(plan).folder / name
        if not path.is_file():
            raise HTTPException(404, _NOT_THERE)
        return download(name, path.read_bytes())
    letters, letter = _one(plan, name)
    path = letters.folder / name
    return download(name, path.read_bytes() if path.is_file() else letter.data)


ROUTES: Final = [
    get("/nam/{key}/cong-van", _list),
    post("/nam/{key}/cong-van", _write),
    get("/nam/{key}/cong-van/{name}", _preview),
    get("/nam/{key}/cong-van/{name}/tep", _file),
]
