"""The stages of the plan, in order: load, validate, context, render, check, write. No detail of its own."""

from collections.abc import Mapping
from pathlib import Path

from docgen import pdf, stamp, storage
from docgen.context.kehoach import kehoach_context
from docgen.inspection import hold_to_decree
from docgen.model.coquan import CoQuan
from docgen.model.kehoach import KeHoach
from docgen.notices import crowded, stale_pdf, unprinted
from docgen.pipeline.loading import (
    OFFICE_FILE,
    default_template,
    find_beside_or_above,
    named_values,
    read,
    signature,
    with_every_problem,
)
from docgen.pipeline.orders import Made, Order, Say
from docgen.render import open_template


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
    target = order.out or order.data.with_suffix(".docx")
    files = {target: stamp.stamped_docx(paper, source)}
    warnings = [*unprinted(template, context), *crowded(values, order.data)]
    say("kiểm tra thể thức")
    warnings += hold_to_decree(files, only_tell=order.despite_errors)
    if order.with_pdf:
        say("tạo PDF")
        warnings += [warning] if (warning := pdf.font_warning()) else []
        files |= _as_pdf(files)
    else:
        warnings += stale_pdf(target, files[target])
    say("ghi tệp")
    warnings += storage.write_all(files, overwrite_edits=order.overwrite)
    return Made(tuple(files), tuple(warnings))


def _as_pdf(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    made = pdf.to_pdf({str(path): data for path, data in files.items()})
    return {path.with_suffix(".pdf"): stamp.stamped_pdf(made[str(path)]) for path in files}
