"""The stages of the plan, in order: load, validate, context, render, check, write; and what a person should look at in it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from docgen.data.model.donvi import SoDonVi
from docgen.errors import DocgenError, Place, Problem
from docgen.files import stamp
from docgen.paper.context.kehoach import kehoach_context
from docgen.paper.notices import crowded, unprinted
from docgen.paper.render import open_template
from docgen.rollover.roll import Known
from docgen.workflows.finishing import finished
from docgen.workflows.guard import remarks
from docgen.workflows.loading import default_template, named_values
from docgen.workflows.office import BASES_FILE, REGISTRY_FILE, Office, find_if_any
from docgen.workflows.orders import Made, Order, Say

_NOT_READ: Final = "tệp này có lỗi nên chưa xét được kế hoạch theo nó"


def kehoach(order: Order, say: Say) -> Made:
    """Make the plan's .docx, and its PDF where asked for, beside the data or where the order says.

    Raises a `DocgenError` with every problem found, those of the paper with the decree too; then nothing is written.
    """
    say("đọc và kiểm tra dữ liệu")
    office = Office(order.data).checked("kehoach", "coquan")
    coquan, ky = office.coquan.model, office.signer()
    say("điền mẫu")
    opened = open_template(order.template or default_template("kehoach"))
    layout = opened.layout.with_office_settings(coquan.trinh_bay.le.model_dump(), coquan.trinh_bay.co_chu)
    template = opened.compiled(layout)
    values = kehoach_context(office.plan, coquan, ky, layout)
    context = named_values(values)
    paper = template.render(context, context["thuoc_tinh"])
    source = stamp.source_digest([office.kehoach.file.text, office.coquan.file.text, template.digest])
    target = order.out or order.data.with_suffix(".docx")
    warnings: list[str | Problem] = [*watched(office), *unprinted(template, context), *crowded(values, order.data)]
    return finished(order, target, stamp.stamped_docx(paper, source), warnings, say)


def watched(office: Office) -> list[Problem]:
    """Return the remarks on a plan that hinder nothing, alike ones once; a registry that is wrong is told and left aside."""
    told = list(office.coquan.file.remarks)
    so, van_ban = SoDonVi(), None
    try:
        so = office.donvi_if_any
    except DocgenError:
        told.append(_not_read(office, REGISTRY_FILE, f"{{assignments}} {office.data}"))
    try:
        van_ban = office.vanban_if_any
    except DocgenError:
        told.append(_not_read(office, BASES_FILE, f"{{roll_over}} {office.data} {office.plan.nam + 1} {{only_show}}"))
    alike: dict[str, list[Place]] = defaultdict(list)
    file = office.kehoach.file
    for remark in file.remarks:
        alike[remark.message].append(remark.place)
    for one in remarks(tuple(file.texts()), office.plan, Known(office.coquan.model, so, van_ban)):
        alike[one.words].append(file.char_place(one.route, one.start))
    return told + [Problem(places[0], words + _further(places[1:])) for words, places in alike.items()]


def _not_read(office: Office, name: str, command: str) -> Problem:
    return Problem(Place(str(find_if_any(office.data, name))), _NOT_READ, f"xem lỗi bằng lệnh: {command}")


def _further(places: Sequence[Place]) -> str:
    """Return where else the same is to be said."""
    lines = ", ".join(dict.fromkeys(str(place.line) for place in places))
    return f" (còn {len(places)} chỗ như thế: dòng {lines})" if places else ""
