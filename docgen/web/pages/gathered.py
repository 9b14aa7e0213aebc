"""What dropped forms say, before it is saved: each doubtful answer beside its form's own rows, taken, put right or left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DataError
from docgen.web import resulttable
from docgen.web.asking import Form, desk_of, get, go, only_one_saves, plan_of, post
from docgen.web.desk import Notice
from docgen.web.rendering import show_year

_PAGE: Final = "ket-qua"
_GONE: Final = "Các biểu mẫu đã đọc không còn; hãy thả lại."
_TAKE: Final = "lay"
_REFUSE: Final = "bo"


@dataclass(frozen=True)
class _Decision:
    """What a person decides of a doubtful answer: the cells as they are to be, what is wrong with these, how."""

    typed: Mapping[str, str]
    how: str = ""
    faults: Mapping[str, list[str]] = field(default_factory=dict)


def _gathered(request: Request) -> Response:
    read = desk_of(request).kept(request.path_params["name"], docgen.GatheredResults)
    if read is None:
        return go(request, _up(request), Notice(_GONE, tone="error"))
    return _decide(request, read, [_Decision(one.cells) for one in read.doubtful])


def _decide(request: Request, read: docgen.GatheredResults, chosen: Sequence[_Decision], *, status: int = 200) -> Response:
    return show_year(
        request,
        plan_of(request),
        _PAGE,
        "gathered.html",
        status=status,
        read=read,
        chosen=list(zip(read.doubtful, chosen, strict=True)),
        wrong={
            f"o-n{number}.{name}" if name else f"n{number}-loi": (resulttable.place_of(known.ma, known.don_vi, name), some)
            for number, (known, one) in enumerate(zip(read.doubtful, chosen, strict=True))
            for name, some in one.faults.items()
        },
        labels=resulttable.LABELS,
        statuses=docgen.RESULT_STATUSES,
        back=_up(request),
    )


def _up(request: Request) -> str:
    return request.url.path.partition(f"/{_PAGE}")[0] + f"/{_PAGE}"


def _taken(request: Request, form: Form) -> Response:
    """Save what the forms say as it was decided: taken with the cells as they are, left out, or left for later with its note."""
    plan, desk, name = plan_of(request), desk_of(request), request.path_params["name"]
    read = desk.kept(name, docgen.GatheredResults)
    if read is None:
        return go(request, _up(request), Notice(_GONE, tone="error"))
    chosen = [_decision(form, number, one) for number, one in enumerate(read.doubtful)]
    taken, refused = ([number for number, one in enumerate(chosen) if one.how == how] for how in (_TAKE, _REFUSE))
    made = read.accepted(taken, refused)
    data = made.data
    if data is not None and taken:
        results = docgen.result_form(plan, data)
        typed = {_key(read.doubtful[number]): chosen[number].typed for number in taken}
        lines = [replace(line, typed=typed.get(line.key, line.typed)) for line in resulttable.lines_of(results.rows)]
        try:
            data = resulttable.changed(results, lines)
            lines = resulttable.judged(lines, docgen.result_form(plan, data))
        except DataError as error:
            lines = resulttable.refused(results, lines, error.problems)
        wrong = {line.key: line.faults for line in lines if line.faults and line.key in typed}
        if wrong:
            shown = [replace(one, faults=wrong.get(_key(known), {})) for one, known in zip(chosen, read.doubtful, strict=True)]
            return _decide(request, read, shown, status=422)
    with only_one_saves(request):
        saved = made.save(despite_errors=True, data=data)
    desk.kept(name, docgen.GatheredResults, take=True)
    return go(request, _up(request), Notice(f"Đã nhận trả lời: {saved.summary}.", saved.warnings))


def _decision(form: Form, number: int, one: docgen.DoubtfulAnswer) -> _Decision:
    """Return what a form says of an answer; other words typed for it are a decision to take it so."""
    typed, how = resulttable.cells_in(form, f"n{number}", one.cells), form.text(f"cach-{number}")
    is_typed = any(text.strip() != one.cells[name].strip() for name, text in typed.items())
    return _Decision(typed, _TAKE if is_typed and how != _REFUSE else how)


def _key(one: docgen.DoubtfulAnswer) -> str:
    return f"{one.ma}|{one.don_vi}"


ROUTES: Final = [
    get("/nam/{key}/ket-qua/nhan/{name}", _gathered),
    post("/nam/{key}/ket-qua/nhan/{name}", _taken),
]
