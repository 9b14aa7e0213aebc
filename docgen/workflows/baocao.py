"""The stages of the report: load, validate, follow the tasks, context, render, check, write."""

from pathlib import Path
from typing import Final

from docgen.data.model.coquan import Ky
from docgen.data.model.ketqua import KetQua
from docgen.errors import DataError, FileError, Place, Problem
from docgen.files import stamp
from docgen.paper.context.baocao import baocao_context
from docgen.paper.context.report import Report
from docgen.paper.notices import crowded, unprinted
from docgen.paper.render import open_template
from docgen.text.thoigian.ky import KyBaoCao, NotAPeriod, read_period
from docgen.work.assignments import RemarkKind
from docgen.work.tiendo import follow
from docgen.workflows.assigning import Assigned, assigned
from docgen.workflows.finishing import finished
from docgen.workflows.loading import default_template, named_values, read, signature, with_every_problem
from docgen.workflows.matching import RESULTS_FILE, names_asked, refuse_mismatches
from docgen.workflows.notes import notes
from docgen.workflows.orders import Made, ReportOrder, Say

PAPER: Final = "baocao.docx"


def baocao(order: ReportOrder, say: Say) -> Made:
    """Make the report's .docx, and its PDF where asked for, beside the plan or where the order says.

    Raises a `DocgenError` with every problem found, those of the paper with the decree too; then nothing is written.
    """
    say("đọc và kiểm tra dữ liệu")
    path = _results_path(order)
    given, (results_file, results) = with_every_problem(lambda: assigned(order.data), lambda: read(KetQua, path))
    asked = names_asked(given)
    refuse_mismatches(results_file, results, asked)
    ky = _period(order.period, given.plan.nam)
    signer = _signer(given, results)
    say("đối chiếu, đếm")
    tasks = {task.ma for task in given.assignments.nhiem_vu}
    duties = {code: ten for code, ten in asked.items() if code not in tasks}
    tiendo = follow(given.assignments, results, ky, duties, lambda text: given.registry.read(text).don_vi)
    say("điền mẫu")
    opened = open_template(order.template or default_template("baocao"))
    layout = opened.layout.with_office_settings(given.office.trinh_bay.le.model_dump(), given.office.trinh_bay.co_chu)
    template = opened.compiled(layout)
    report = Report(given.plan, results, tiendo, given.office, signer, layout)
    values = baocao_context(report)
    context = named_values(values)
    paper = template.render(context, values.thuoc_tinh)
    files = (given.plan_file, given.office_file, given.registry_file, results_file)
    source = stamp.source_digest([*(file.text for file in files), ky.chu, template.digest])
    warnings = [
        *map(str, notes(report, results_file, given.plan_file)),
        *map(str, given.located((RemarkKind.TIME,))),
        *unprinted(template, context),
        *crowded(values, order.data),
    ]
    target = order.out or order.data.with_name(PAPER)
    return finished(order, target, stamp.stamped_docx(paper, source), warnings, say)


def _results_path(order: ReportOrder) -> Path:
    if order.results is not None:
        return order.results
    path = order.data.with_name(RESULTS_FILE)
    if order.data.exists() and not path.exists():
        remedy = "gom kết quả bằng docgen tonghop, hoặc chỉ rõ tệp bằng --ketqua"
        raise FileError.at(str(path), f"chưa có tệp kết quả; {remedy}")
    return path


def _period(words: str | None, nam: int) -> KyBaoCao:
    try:
        return read_period(words, nam)
    except NotAPeriod as error:
        raise DataError(Problem(Place("--ky"), str(error))) from None


def _signer(given: Assigned, results: KetQua) -> Ky:
    office = given.office.model_copy(update={"ky": given.office.ky.overridden_by(given.plan.ky)})
    return signature(given.plan.model_copy(update={"ky": results.ky}), office, given.plan_file)
