"""Where there is no office yet: start one by a few questions, open its folder, or drop last year's plan from Word."""

import tempfile
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError, Problem
from docgen.web.asking import Form, bare_name, desk_of, get, go, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show

_MOST_FOLDERS: Final = 300  # shown of one folder
_NEEDED: Final = "phải ghi"
_NO_FOLDER: Final = "không có thư mục này trên máy; xem lại đường dẫn"
_NOTHING_OF_OURS: Final = (
    "thư mục này không có tệp của docgen (coquan.yaml hoặc kế hoạch của một năm); chọn thư mục khác, hoặc lập mới cho cơ quan"
)
_IS_THERE: Final = "thư mục này đã có kế hoạch năm {year} ({path}), tệp ấy được giữ nguyên nên nội dung tệp Word không được nhập"
_NO_FILE: Final = "chưa chọn tệp nào"


def _start(request: Request) -> Response:
    return _screen(request, {}, {})


def _screen(request: Request, typed: dict[str, str], faults: dict[str, list[str]], *, status: int = 200) -> Response:
    folder = desk_of(request).folder or Path.home()
    values = {"noi": str(folder), "nam": "", **typed}
    return show(request, "start.html", status=status, questions=docgen.office_questions(typed), typed=values, faults=faults)


def _started(request: Request, form: Form) -> Response:
    typed = {name: form.text(name).strip() for name in form.names()}
    answers: dict[str, Any] = {one.key: typed[one.key] for one in docgen.office_questions(typed) if typed.get(one.key)}
    folder = Path(typed.get("noi") or "")
    faults: dict[str, list[str]] = {}
    for name in ("noi", "nam", "ten"):
        if not typed.get(name):
            faults[name] = [_NEEDED]
    try:
        if faults:
            raise DataError(())
        started = docgen.start_office(folder, typed["nam"], **answers)
        started.save()
    except DataError as error:
        return _screen(request, typed, {**faults, **_by_field(error.problems)}, status=422)
    except DocgenError as error:
        return _screen(request, typed, {"noi": [one.message for one in error.problems]}, status=422)
    desk_of(request).open(folder)
    return go(request, "/", Notice("Đã lập thư mục làm việc của cơ quan.", started.warnings))


def _by_field(problems: tuple[Problem, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in problems:
        found.setdefault(str(one.place), []).append(one.message)
    return found


def _choose(request: Request) -> Response:
    place = Path(request.query_params.get("noi") or desk_of(request).folder or Path.home())
    try:
        inside = sorted((each for each in place.iterdir() if not each.name.startswith(".") and each.is_dir()), key=_by_name)
    except OSError:
        fault = [_NO_FOLDER] if not place.is_dir() else ["không xem được thư mục này (không có quyền)"]
        return show(request, "choose.html", status=422, place=place, folders=[], more=0, found=None, fault=fault)
    found = docgen.find_office(place)
    shown = inside[:_MOST_FOLDERS]
    return show(request, "choose.html", place=place, folders=shown, more=len(inside) - len(shown), found=found, fault=[])


def _by_name(path: Path) -> str:
    return path.name.casefold()


def _opened(request: Request, form: Form) -> Response:
    typed = form.text("noi").strip()
    folder = Path(typed)
    fault = _NEEDED if not typed else _NO_FOLDER if not folder.is_dir() else _NOTHING_OF_OURS
    if not (typed and folder.is_dir() and docgen.find_office(folder).is_office):
        return _screen(request, {"mo": typed}, {"mo": [fault]}, status=422)
    desk_of(request).open(folder.absolute())
    return go(request, "/")


def _dropped(request: Request, form: Form) -> Response:
    found = next(form.files("tep"), None)
    if found is None:
        return _screen(request, {}, {"tep": [_NO_FILE]}, status=422)
    (name, data), year = found, form.text("nam_tep").strip()
    target = Path(form.text("noi_tep").strip() or str(Path.home())) / Path(name).stem
    desk = desk_of(request)

    def work(job: Job) -> str:
        with tempfile.TemporaryDirectory(prefix="docgen-") as place:
            source = Path(place) / bare_name(name)
            source.write_bytes(data)
            made = docgen.import_plan(source, out=target, year=int(year) if year.isdigit() else None, say=job.say)
        return f"/nhap/{desk.keep(made)}"

    return go(request, f"/viec/{desk.jobs.start(f'Đọc {name}', '/bat-dau', work)}")


def _taken(request: Request) -> Response:
    made = desk_of(request).kept(request.path_params["name"], docgen.Imported)
    if made is None:
        return go(request, "/bat-dau", Notice("Bản đọc được không còn; hãy thả lại tệp Word.", tone="error"))
    folder = made.plan.parent.parent
    return show(request, "imported.html", made=made, name=request.path_params["name"], folder=folder, kept=_kept(made))


def _saved(request: Request, form: Form) -> Response:  # noqa: ARG001
    desk = desk_of(request)
    made = desk.kept(request.path_params["name"], docgen.Imported)
    if made is None:
        return go(request, "/bat-dau", Notice("Bản đọc được không còn; hãy thả lại tệp Word.", tone="error"))
    saved = made.save()
    desk.open(made.plan.parent.parent)
    if kept := _kept(made):
        also = f" Đã ghi {', '.join(path.name for path in saved.files)}." if saved.files else ""
        return go(request, "/", Notice(f"Chưa nhập kế hoạch: {kept}.{also}", tone="warn"))
    return go(request, "/", Notice(f"Đã nhập kế hoạch: {made.summary}.", [*made.questions, *made.warnings]))


def _kept(made: "docgen.Imported") -> str:
    """Return why the plan is not imported, since there is one of its year; "" where there is none."""
    if made.plan in made.files:
        return ""
    return _IS_THERE.format(year=made.plan.parent.name, path=made.plan.relative_to(made.plan.parent.parent).as_posix())


ROUTES: Final = [
    get("/bat-dau", _start),
    post("/bat-dau", _started),
    get("/chon-thu-muc", _choose),
    post("/mo", _opened),
    post("/nhap", _dropped),
    get("/nhap/{name}", _taken),
    post("/nhap/{name}", _saved),
]
