"""The report: the clerk's own parts as texts, beside them the paper as it will be printed with what docgen counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, DocgenError, Problem
from docgen.web.asking import Form, address, desk_of, files_beside, folder_of, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.jobs import Job
from docgen.web.rendering import show_year
from docgen.web.sides import CHANGED, FORGOTTEN, both_sides
from docgen.web.wording import told

_PAGE: Final = "bao-cao"
_LINES: Final = "mỗi ý một dòng"
FIELDS: Final = {  # the label, how many lines, help
    "den_ngay": ("Số liệu tính đến ngày", 0, "Ví dụ 15/12/2024."),
    "kinh_gui": ("Kính gửi", 2, "Nơi được báo cáo; mỗi nơi một dòng."),
    "chi_dao": ("Công tác lãnh đạo, chỉ đạo", 4, _LINES),
    "danh_gia.uu_diem": ("Ưu điểm", 4, _LINES),
    "danh_gia.han_che": ("Hạn chế", 3, _LINES),
    "danh_gia.nguyen_nhan": ("Nguyên nhân", 3, _LINES),
    "danh_gia.bai_hoc": ("Bài học kinh nghiệm", 3, _LINES),
    "kinh_phi.du_toan": ("Kinh phí: dự toán (đồng)", 0, ""),
    "kinh_phi.thuc_hien": ("Kinh phí: đã thực hiện (đồng)", 0, ""),
    "kinh_phi.ghi_chu": ("Ghi chú về kinh phí", 2, ""),
    "phuong_huong": ("Phương hướng, nhiệm vụ", 4, _LINES),
    "kien_nghi": ("Kiến nghị, đề xuất", 3, _LINES),
    "bieu_do": ("Biểu đồ trong báo cáo", 0, ""),
    "noi_nhan": ("Nơi nhận", 3, "Mỗi nơi một dòng, không ghi dòng “Lưu”; để trống thì lấy như kế hoạch."),
    "luu": ("Chữ in sau “Lưu:”", 0, "Để trống thì lấy như kế hoạch."),
    "so": ("Số của báo cáo", 0, "Để trống khi còn là dự thảo."),
    "ngay": ("Ngày của báo cáo", 0, "Ví dụ 15/12/2024; dự thảo để trống, hoặc chỉ ghi tháng, năm."),
}

_CHOICES: Final = {"bieu_do": ("có", "không")}


@dataclass(frozen=True)
class _Typed:
    """What stands in the fields: the results that they are of, their texts, what is wrong with these, the period.

    `theirs` is what the file says where somebody else has saved other words meanwhile, `ticked` the boxes that are.
    """

    results: docgen.ResultForm
    fields: Mapping[str, str]
    faults: Mapping[str, list[str]]
    period: str
    theirs: Mapping[str, str] = field(default_factory=dict)
    is_unsaved: bool = True
    ticked: Collection[str] = ()


def _show(request: Request) -> Response:
    plan = plan_of(request)
    try:
        results = docgen.result_form(plan)
    except DocgenError as error:
        return show_year(request, plan, _PAGE, "report_wrong.html", problems=error.problems)
    period = request.query_params.get("ky", "")
    return _screen(request, _Typed(results, results.fields, _faults(results), period, is_unsaved=False))


def _faults(results: docgen.ResultForm) -> dict[str, list[str]]:
    return {name: [told(one) for one in some] for name, some in results.at_fields(results.problems).items()}


def _screen(request: Request, typed: _Typed, *, status: int = 200) -> Response:
    plan = plan_of(request)
    paper, problems = _paper(plan, typed.period) if not typed.results.is_new else (None, ())
    made = docgen.year_state(plan, held=False).report.path
    return show_year(
        request,
        plan,
        _PAGE,
        "report.html",
        status=status,
        typed=typed,
        wrong={f"o-{name}": (FIELDS[name][0], some) for name, some in typed.faults.items() if name} if typed.is_unsaved else {},
        labels=FIELDS,
        choices=_CHOICES,
        was=desk_of(request).remember(typed.results.data),
        report=paper,
        name=desk_of(request).papers.put(paper.data) if paper else "",
        view=docgen.paper_html(paper.report) if paper else "",
        problems=problems,
        made=files_beside(folder_of(request), plan, [made] if made.is_file() else []),
    )


def _paper(plan: Path, period: str) -> tuple[docgen.Paper | None, tuple[Problem, ...]]:
    try:
        return docgen.make_report(plan, period=period or None), ()
    except DocgenError as error:
        return None, error.problems


def _sent(request: Request, form: Form) -> Response:
    """Save what is typed, and only then make the report where it was asked for: nothing typed is left behind."""
    plan, period, desk = plan_of(request), form.text("ky").strip(), desk_of(request)
    was, ticked = desk.original(form.text("was")), form.names()
    results = docgen.result_form(plan, was)
    fields = {name: form.text(name) for name in FIELDS if name in form.names()}
    if was is None and (sides := both_sides(fields, None, results.fields)).theirs:
        shown = _Typed(results, {**results.fields, **fields}, {"": [FORGOTTEN]}, period, sides.theirs, ticked=ticked)
        return _screen(request, shown, status=409)
    try:
        now = results.changed(fields)
        made = docgen.result_form(plan, now)
        wrong = {name: some for name, some in _faults(made).items() if name in FIELDS}
        if wrong:
            shown = _Typed(results, {**results.fields, **fields}, wrong, period, ticked=ticked)
            return _screen(request, shown, status=422)
        with only_one_saves(request):
            results.save(now)
    except docgen.ChangedMeanwhile as error:
        kept = docgen.result_form(plan, error.now)
        sides = both_sides(fields, results.fields, kept.fields)
        shown = _Typed(kept, {**kept.fields, **sides.fields}, {"": [CHANGED]}, period, sides.theirs, ticked=ticked)
        return _screen(request, shown, status=409)
    except DataError as error:
        wrong = {"": [told(one) for one in error.problems]}
        return _screen(request, _Typed(results, {**results.fields, **fields}, wrong, period, ticked=ticked), status=422)
    return _make(request, form, period) if form.has("tao") else go(request, request.url.path, Notice("Đã lưu."))


def _make(request: Request, form: Form, period: str) -> Response:
    plan, desk, folder, back = plan_of(request), desk_of(request), folder_of(request), request.url.path

    def work(job: Job) -> str:
        report = docgen.make_report(plan, period=period or None, say=job.say)
        saved = report.save(
            pdf=form.has("pdf"), overwrite=form.has("overwrite"), despite_errors=form.has("despite_errors"), say=job.say
        )
        names = ", ".join(path.name for path in saved.files)
        files = files_beside(folder, plan, saved.files)
        notice = Notice(f"Đã lưu, đã làm {names}.", [*report.warnings, *saved.warnings], files=files)
        return address(request, back, notice)

    return go(request, f"/viec/{desk.jobs.start('Làm báo cáo', back, work, saved='phần người soạn ghi')}")


ROUTES: Final = [
    get("/nam/{key}/bao-cao", _show),
    post("/nam/{key}/bao-cao", _sent),
]
