"""One result in the file of results: its cells as fields, what docgen asks a person to look at, accepted with one click."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError, Problem
from docgen.web.asking import Form, desk_of, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.rendering import show_year, told

_PAGE: Final = "ket-qua"
_NO_RESULT: Final = "Không có kết quả này trong ketqua.yaml; có thể tệp đã được sửa ở nơi khác."
_OTHER: Final = (
    "tệp kết quả đã được sửa ở nơi khác sau khi mở trang này; xem lại rồi bấm Lưu lần nữa để ghi những gì đang hiện ở đây"
)
LABELS: Final = {
    "trang_thai": "Trạng thái",
    "ngay_hoan_thanh": "Ngày hoàn thành",
    "noi_dung": "Kết quả thực hiện",
    "so_lieu": "Số liệu",
    "kho_khan": "Khó khăn, vướng mắc",
    "kien_nghi": "Kiến nghị",
    "ghi_chu": "Ghi chú",
}


@dataclass(frozen=True)
class _Shown:
    """A result on its screen: the file that it is in, what is typed, what is wrong with that, by cells."""

    results: docgen.ResultForm
    row: docgen.ResultRow
    typed: Mapping[str, str]
    faults: Mapping[str, list[str]]


def _screen(request: Request, shown: _Shown, *, status: int = 200) -> Response:
    was = desk_of(request).keep(shown.results)
    return show_year(
        request,
        plan_of(request),
        _PAGE,
        "result.html",
        status=status,
        shown=shown,
        row=shown.row,
        labels=LABELS,
        was=was,
        back=_up(request),
    )


def _up(request: Request) -> str:
    return request.url.path.partition(f"/{_PAGE}/")[0] + f"/{_PAGE}"


def _row(request: Request, results: docgen.ResultForm) -> docgen.ResultRow:
    found = next((row for row in results.rows if str(row.index) == request.path_params["index"]), None)
    if found is None:
        raise HTTPException(404, _NO_RESULT)
    return found


def _edit(request: Request) -> Response:
    results = docgen.result_form(plan_of(request))
    row = _row(request, results)
    return _screen(request, _Shown(results, row, row.cells, {}))


def _saved(request: Request, form: Form) -> Response:
    plan = plan_of(request)
    results = desk_of(request).kept(form.text("was"), docgen.ResultForm) or docgen.result_form(plan)
    row = _row(request, results)
    typed = row.accepted if form.has("dung") else {name: form.text(name) for name in LABELS}
    try:
        now = results.changed({}, {row.index: typed})
        made = docgen.result_form(plan, now)
        if faults := _of_row(made.at_fields(made.problems), row.index):
            return _screen(request, _Shown(results, row, typed, faults), status=422)
        with only_one_saves(request):
            results.save(now)
    except docgen.ChangedMeanwhile:
        return _screen(request, _Shown(docgen.result_form(plan), row, typed, {"": [_OTHER]}), status=409)
    except DataError as error:
        return _screen(request, _Shown(results, row, typed, {"so_lieu": [told(one) for one in error.problems]}), status=422)
    whose = row.don_vi or "người lập báo cáo"
    return go(request, f"{_up(request)}#kq-{row.index}", Notice(f"Đã lưu kết quả {row.ma} của {whose}."))


def _of_row(found: Mapping[str, list[Problem]], index: int) -> dict[str, list[str]]:
    """Return what is wrong with one result, by its cells."""
    start = f"ket_qua.{index}."
    return {name.removeprefix(start): [told(one) for one in some] for name, some in found.items() if name.startswith(start)}


ROUTES: Final = [
    get("/nam/{key}/ket-qua/sua/{index}", _edit),
    post("/nam/{key}/ket-qua/sua/{index}", _saved),
]
