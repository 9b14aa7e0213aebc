"""Any paper against the decree: drop it, see each finding at its paragraph, take it back with comments or repaired."""

from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DocgenError, Problem
from docgen.web.asking import Form, desk_of, download, get, go, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import part, show
from docgen.web.wording import told

_NO_FILE: Final = "chưa chọn tệp nào"
_NOT_WORD: Final = "chỉ kiểm tra được tệp Word đuôi .docx; mở tệp này bằng Word, chọn Lưu thành (Save As) kiểu .docx rồi thả lại"
_GONE: Final = "Kết quả kiểm tra không còn; thả lại tệp."
_NO_TICK: Final = "chưa chọn chỗ nào để sửa"
_NOT_MENDED: Final = "không sửa được chỗ nào trong số đã chọn"


@dataclass(frozen=True)
class _Checked:
    """A paper that was dropped, what is found in it, the rules by which a repair holds, why it is not repaired at all."""

    name: str
    data: bytes = field(repr=False)
    report: docgen.Report = field(repr=False)
    mended: frozenset[str] = frozenset()
    refused: tuple[Problem, ...] = ()


def _ask(request: Request) -> Response:
    return show(request, "check.html", faults=[])


def _dropped(request: Request, form: Form) -> Response:
    found = next(form.files("tep"), None)
    if found is None:
        return show(request, "check.html", status=422, faults=[_NO_FILE])
    name, data = found
    if not name.lower().endswith(".docx"):
        return show(request, "check.html", status=422, faults=[f"{name}: {_NOT_WORD}"])
    try:
        report = docgen.check(data)
    except DocgenError as error:
        return show(request, "check.html", status=422, faults=[f"{name}: {told(one)}" for one in error.problems])
    desk = desk_of(request)

    def work(job: Job) -> str:
        job.say("thử từng chỗ sửa được")
        return f"/kiem-tra/{desk.keep(_tried(name, data, report))}"

    return go(request, f"/viec/{desk.jobs.start(f'Kiểm tra {name}', '/kiem-tra', work)}")


def _tried(name: str, data: bytes, report: docgen.Report) -> _Checked:
    """Return the paper with the rules by which a trial repair held."""
    try:
        repaired = docgen.repair(data)
    except DocgenError as error:
        return _Checked(name, data, report, refused=error.problems)
    return _Checked(name, data, report, frozenset(finding.rule.id for finding in repaired.repaired))


def _show(request: Request) -> Response:
    checked = _kept(request)
    return _screen(request, checked, checked.mended, []) if checked else go(request, "/kiem-tra", Notice(_GONE, tone="error"))


def _kept(request: Request) -> _Checked | None:
    return desk_of(request).kept(request.path_params["name"], _Checked)


def _screen(request: Request, checked: _Checked, ticked: frozenset[str], faults: list[str], *, status: int = 200) -> Response:
    first: dict[str, int] = {}
    tick = part("tick")

    def more(number: int, finding: docgen.Finding) -> str:
        rule = finding.rule.id
        if rule not in checked.mended or not finding.mends:
            return ""
        at = first.setdefault(rule, number)
        return tick(rule, number, at, rule in ticked)

    paper = docgen.paper_html(checked.report, more)
    return show(request, "checked.html", status=status, checked=checked, paper=paper, faults=faults)


def _taken(request: Request, form: Form) -> Response:
    checked = _kept(request)
    if checked is None:
        return go(request, "/kiem-tra", Notice(_GONE, tone="error"))
    stem = checked.name.rpartition(".")[0]
    if form.has("ghi-chu"):
        return download(f"{stem}-ghi-chu.docx", docgen.annotate(checked.data).data)
    ticked = frozenset(form.texts("sua")) & checked.mended
    if not ticked:
        return _screen(request, checked, ticked, [_NO_TICK], status=422)
    made = docgen.repair(checked.data, rules=ticked, comments=form.has("kem"))
    if not made.repaired:
        return _screen(request, checked, ticked, [_NOT_MENDED], status=422)
    return download(f"{stem}-da-sua.docx", made.data)


def _style(request: Request) -> Response:  # noqa: ARG001
    return Response(docgen.paper_style(), media_type="text/css")


ROUTES: Final = [
    get("/kiem-tra", _ask),
    post("/kiem-tra", _dropped),
    get("/kiem-tra/{name}", _show),
    post("/kiem-tra/{name}", _taken),
    get("/giay.css", _style),
]
