"""What the plan's screen hears while somebody types: what is wrong at which field, the findings, the name of the paper."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

import docgen
from docgen.errors import DataError, DocgenError
from docgen.web.asking import Form, desk_of, folder_of, get, plan_of, post
from docgen.web.planfields import AtFields, at_fields, recognised, typed_in, unknown_words
from docgen.web.wording import Leads, told


def _preview(request: Request, form: Form) -> Response:
    plan, desk = plan_of(request), desk_of(request)
    base = docgen.plan_form(plan, desk.original(form.text("doc")))
    typed = typed_in(form, base)
    judged = base
    try:
        now = base.changed(typed.fields, typed.tables)
        judged = docgen.plan_form(plan, now)
        paper = docgen.make_plan(plan, typed=now)
    except DocgenError as error:
        judged = judged if isinstance(error, DataError) else base
        return JSONResponse({"faults": _listed(request, at_fields(judged, error.problems, typed)), "notes": {}})
    findings = [
        {
            "rule": one.rule,
            "grave": one.severity.name == "ERROR",
            "words": f"{one.message}; {one.remedy}",
            "clause": one.clause,
            "where": one.where,
            "quote": one.quote,
            "field": typed.shown_as(judged.field_at(one.source)) if one.source else "",
        }
        for one in paper.findings
    ]
    notes = _listed(request, at_fields(judged, paper.warnings, typed))
    units = {name: _units_in(one) for name, one in recognised(plan, typed).items()}
    made = {"paper": desk.papers.put(paper.data), "final": paper.is_final, "view": docgen.paper_html(paper.report)}
    return JSONResponse({"faults": {}, "notes": notes, "findings": findings, "units": units, **made})


def _listed(request: Request, found: AtFields) -> dict[str, list[Any]]:
    """Return the words by their fields, and under "" what is elsewhere, with its place and the address there."""
    leads = Leads(folder_of(request))
    elsewhere = [
        {"words": told(one), "where": at.words, "address": at.address} for one in found.elsewhere for at in [leads.to(one)]
    ]
    return {**found.words, **({"": elsewhere} if elsewhere else {})}


def _units_in(read: "docgen.ReadUnits") -> dict[str, Any]:
    unknown = [{"text": one.text, "words": unknown_words(one), "nearest": one.nearest} for one in read.unknown]
    return {"known": read.units, "unknown": unknown}


def _units(request: Request) -> Response:
    return JSONResponse(docgen.unit_names(plan_of(request)))


ROUTES: Final = [
    post("/nam/{key}/ke-hoach/xem", _preview),
    get("/nam/{key}/ke-hoach/don-vi", _units),
]
