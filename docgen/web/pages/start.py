"""Where there is no office yet: start one by a few questions, open its folder, or drop last year's plan from Word."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError, FileError, Problem
from docgen.web.asking import Form, bare_name, desk_of, get, go, post
from docgen.web.desk import Notice
from docgen.web.instances import recent_folders
from docgen.web.jobs import Job
from docgen.web.questions import fields_of, keep_questions, questions_of
from docgen.web.rendering import show
from docgen.web.wording import label, told

_MOST_FOLDERS: Final = 300  # shown of one folder
_NEEDED: Final = "phải ghi"
_NO_YEAR: Final = "chỉ ghi chữ số, ví dụ 2026"
_NO_FOLDER: Final = "không có thư mục này trên máy; xem lại đường dẫn"
_NOTHING_OF_OURS: Final = (
    "thư mục này không có tệp của docgen (thông tin cơ quan hoặc kế hoạch của một năm); chọn thư mục khác, "
    "hoặc lập mới cho cơ quan"
)
_IS_THERE: Final = "thư mục này đã có kế hoạch năm {year}, kế hoạch ấy được giữ nguyên nên nội dung tệp Word không được nhập"
_NO_FILE: Final = "chưa chọn tệp nào"
_SHEET: Final = "đây là bảng Excel; lập mới cho cơ quan ở bên cạnh, rồi dán các ô vào chỗ “Dán từ Excel” của kế hoạch"
_PICTURE: Final = "đây là ảnh, docgen không đọc chữ trong ảnh; dùng tệp Word gốc của kế hoạch"
_NOT_READ: Final = (
    (_SHEET, (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")),
    (_PICTURE, (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic")),
)


@dataclass(frozen=True)
class _Refused:
    """A dropped file that could not be read: it is kept with what was typed beside it, and what is said at which field."""

    name: str
    data: bytes
    typed: dict[str, str]
    faults: dict[str, list[str]]


def _start(request: Request) -> Response:
    name = request.query_params.get("tep", "")
    refused = desk_of(request).kept(name, _Refused)
    if refused is None:
        return _screen(request, {}, {})
    return _screen(request, {**refused.typed, "lai": name, "ten_tep": refused.name}, refused.faults, status=422)


def _screen(request: Request, typed: dict[str, str], faults: dict[str, list[str]], *, status: int = 200) -> Response:
    folder = desk_of(request).folder or Path.home()
    values = {"noi": str(folder), "nam": "", "lai": "", **typed}
    asked, recent = docgen.office_questions(typed), recent_folders()
    return show(request, "start.html", status=status, questions=asked, typed=values, faults=faults, recent=recent)


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
    desk, typed = desk_of(request), {each: form.text(each).strip() for each in ("noi_tep", "nam_tep")}
    kept = desk.kept(form.text("lai"), _Refused)
    found = next(form.files("tep"), (kept.name, kept.data) if kept else None)
    if found is None:
        return _screen(request, typed, {"tep": [_NO_FILE]}, status=422)
    (name, data), year = found, typed["nam_tep"]
    if why := next((said for said, kinds in _NOT_READ if Path(name).suffix.lower() in kinds), ""):
        return _screen(request, typed, {"tep": [f"{name}: {why}"]}, status=422)
    if year and not year.isdigit():
        refused = _Refused(name, data, typed, {"nam_tep": [_NO_YEAR]})
        return go(request, f"/bat-dau?tep={desk.keep(refused)}")
    target = Path(typed["noi_tep"] or str(Path.home())) / Path(name).stem

    def work(job: Job) -> str:
        with tempfile.TemporaryDirectory(prefix="docgen-") as place:
            source = Path(place) / bare_name(name)
            source.write_bytes(data)
            try:
                made = docgen.import_plan(source, out=target, year=int(year) if year else None, say=job.say)
            except (DataError, FileError) as error:
                faults: dict[str, list[str]] = {}
                for one in error.problems:
                    at = "nam_tep" if "{year}" in one.remedy else "tep"
                    faults.setdefault(at, []).append(told(one) if at == "nam_tep" else f"{name}: {told(one)}")
                return f"/bat-dau?tep={desk.keep(_Refused(name, data, typed, faults))}"
        return f"/nhap/{desk.keep(made)}"

    return go(request, f"/viec/{desk.jobs.start(f'Đọc {name}', '/bat-dau', work)}")


def _taken(request: Request) -> Response:
    made = desk_of(request).kept(request.path_params["name"], docgen.Imported)
    if made is None:
        return go(request, "/bat-dau", Notice("Bản đọc được không còn; hãy thả lại tệp Word.", tone="error"))
    folder = made.plan.parent.parent
    values: dict[str, Any] = {"kept": _kept(made), "questions": list(questions_of(made)), "fields": fields_of(made)}
    return show(request, "imported.html", made=made, folder=folder, **values)


def _saved(request: Request, form: Form) -> Response:  # noqa: ARG001
    desk = desk_of(request)
    made = desk.kept(request.path_params["name"], docgen.Imported)
    if made is None:
        return go(request, "/bat-dau", Notice("Bản đọc được không còn; hãy thả lại tệp Word.", tone="error"))
    asked, saved = list(questions_of(made)), made.save()
    desk.open(made.plan.parent.parent)
    if kept := _kept(made):
        also = f" Đã ghi {', '.join(label(path.name) for path in saved.files)}." if saved.files else ""
        return go(request, "/", Notice(f"Chưa nhập kế hoạch: {kept}.{also}", tone="warn"))
    keep_questions(made.plan, asked)
    return go(request, "/", Notice(f"Đã nhập kế hoạch: {made.summary}.", made.warnings))


def _kept(made: "docgen.Imported") -> str:
    """Return why the plan is not imported, since there is one of its year; "" where there is none."""
    if made.plan in made.files:
        return ""
    return _IS_THERE.format(year=made.plan.parent.name)


ROUTES: Final = [
    get("/bat-dau", _start),
    post("/bat-dau", _started),
    get("/chon-thu-muc", _choose),
    post("/mo", _opened),
    post("/nhap", _dropped),
    get("/nhap/{name}", _taken),
    post("/nhap/{name}", _saved),
]
