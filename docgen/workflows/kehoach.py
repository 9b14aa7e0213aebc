"""The stages of the plan, in order: load, validate, context, render, check, write. No detail of its own."""

from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KeHoach
from docgen.files import stamp
from docgen.paper.context.kehoach import kehoach_context
from docgen.paper.notices import crowded, unprinted
from docgen.paper.render import open_template
from docgen.workflows.finishing import finished
from docgen.workflows.loading import (
    OFFICE_FILE,
    default_template,
    find_beside_or_above,
    named_values,
    read,
    signature,
    with_every_problem,
)
from docgen.workflows.orders import Made, Order, Say
from docgen.workflows.watching import watched


def kehoach(order: Order, say: Say) -> Made:
    """Make the plan's .docx, and its PDF where asked for, beside the data or where the order says.

    Raises a `DocgenError` with every problem found, those of the paper with the decree too; then nothing is written.
    """
    say("đọc và kiểm tra dữ liệu")
    (plan_file, plan), (office_file, office) = with_every_problem(
        lambda: read(KeHoach, order.data), lambda: read(CoQuan, find_beside_or_above(order.data, OFFICE_FILE))
    )
    ky = signature(plan, office, plan_file)
    say("điền mẫu")
    opened = open_template(order.template or default_template("kehoach"))
    layout = opened.layout.with_office_settings(office.trinh_bay.le.model_dump(), office.trinh_bay.co_chu)
    template = opened.compiled(layout)
    values = kehoach_context(plan, office, ky, layout)
    context = named_values(values)
    paper = template.render(context, context["thuoc_tinh"])
    source = stamp.source_digest([plan_file.text, office_file.text, template.digest])
    told = watched(order.data, plan_file, plan, office)
    target = order.out or order.data.with_suffix(".docx")
    warnings = [*told, *unprinted(template, context), *crowded(values, order.data)]
    return finished(order, target, stamp.stamped_docx(paper, source), warnings, say)
