"""Who issues the papers: the office's own file as fields."""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import FileError
from docgen.web.asking import Form, desk_of, folder_of, get, go, only_one_saves, post
from docgen.web.desk import Notice
from docgen.web.planfields import said
from docgen.web.rendering import show, told

_MODELS: Final = {"ky": "Ky", "trinh_bay": "TrinhBay", "trinh_bay.le": "Le"}
_OTHER: Final = "Tệp của cơ quan đã được sửa ở nơi khác; dưới đây là bản trong tệp, ghi lại chỗ cần sửa rồi lưu."


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
    status: int = 200,
    words: str = "",
) -> Response:
    faults: dict[str, list[str]] = {}
    for one in judged.problems:
        faults.setdefault(judged.field_of(one), []).append(told(one))
    labels = {name: said(name, "coquan", _MODELS) for name in form.fields}
    doc = desk_of(request).remember(form.data)
    return show(request, "office.html", status=status, typed=typed, labels=labels, faults=faults, doc=doc, words=words)


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
        theirs = docgen.office_form(folder, error.now)
        return _screen(request, theirs, theirs.fields, theirs, status=409, words=_OTHER)
    return go(request, "/", Notice("Đã lưu thông tin của cơ quan."))


ROUTES: Final = [get("/co-quan", _show), post("/co-quan", _sent)]
