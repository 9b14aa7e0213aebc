"""Who issues the papers: the office's own file as fields."""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import FileError
from docgen.web.asking import Form, desk_of, folder_of, get, go, only_one_saves, post
from docgen.web.desk import Notice
from docgen.web.rendering import show
from docgen.web.sides import CHANGED, FORGOTTEN, both_sides
from docgen.web.wording import said, told


def _show(request: Request) -> Response:
    try:
        form = docgen.office_form(folder_of(request))
    except FileError:
        return go(request, "/bat-dau")
    return _screen(request, form, form.fields, form)


def _screen(
    request: Request,
    form: "docgen.OfficeForm",
    typed: Mapping[str, str],
    judged: "docgen.OfficeForm",
    *,
    theirs: Mapping[str, str] | None = None,
    status: int = 200,
    words: str = "",
) -> Response:
    faults: dict[str, list[str]] = {}
    for one in judged.problems:
        faults.setdefault(judged.field_of(one), []).append(told(one))
    labels = {name: said(name, "coquan") for name in form.fields}
    doc = desk_of(request).remember(form.data)
    values = {"typed": typed, "labels": labels, "faults": faults, "theirs": theirs or {}, "doc": doc, "words": words}
    return show(request, "office.html", status=status, **values)


def _sent(request: Request, form: Form) -> Response:
    folder, desk = folder_of(request), desk_of(request)
    was = desk.original(form.text("doc"))
    base = docgen.office_form(folder, was)
    typed = {name: form.text(name) for name in base.fields if form.has(name)}
    now = base.changed(typed)
    judged = docgen.office_form(folder, now)
    if judged.problems:
        return _screen(request, base, {**base.fields, **typed}, judged, status=422, words="Chưa lưu.")
    try:
        with only_one_saves(request):
            docgen.save_data(base.path, was or b"", now)
    except docgen.ChangedMeanwhile as error:
        there = docgen.office_form(folder, error.now)
        sides = both_sides(typed, base.fields if was is not None else None, there.fields)
        shown = {**there.fields, **sides.fields}
        judged, words = docgen.office_form(folder, there.changed(shown)), CHANGED if was is not None else FORGOTTEN
        return _screen(request, there, shown, judged, theirs=sides.theirs, status=409, words=words)
    return go(request, "/", Notice("Đã lưu thông tin của cơ quan."))


ROUTES: Final = [get("/co-quan", _show), post("/co-quan", _sent)]
