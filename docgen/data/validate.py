"""Turns what pydantic found into sentences for the clerk: the place in the file, the key, what is wrong, what to do."""

import difflib
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from docgen.data.hidden import every_fault
from docgen.data.schema import models_in
from docgen.data.yamlfile import Route, Value, YamlFile, in_order
from docgen.data.yamltext import slips
from docgen.errors import DataError, Place, Problem, in_two_ways
from docgen.text import dinhdang
from docgen.text.folding import without_marks
from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

_SENTENCES: Final = {
    "int_parsing": "“{input}” không phải số nguyên; chỉ ghi chữ số, ví dụ 2023",
    "int_from_float": "“{input}” không phải số nguyên; chỉ ghi chữ số, ví dụ 2023",
    "float_parsing": "“{input}” không phải số; phần thập phân viết bằng dấu chấm",
    "int_parsing_size": "{input} quá lớn",
    "int_type": "phải là một số nguyên",
    "float_type": "phải là một số",
    "tuple_type": 'phải là danh sách⦃, mỗi dòng mở đầu bằng "- "¦, mỗi ý một dòng⦄',
    "model_type": "phải là các dòng “mục: giá trị” thụt vào dưới mục này",
    "model_attributes_type": "phải là các dòng “mục: giá trị” thụt vào dưới mục này",
    "dict_type": "phải là các dòng “mục: giá trị” thụt vào dưới mục này",
    "literal_error": "“{input}” không dùng được; chỉ nhận {expected}",
    "greater_than_equal": "{input} quá nhỏ; phải từ {ge} trở lên",
    "less_than_equal": "{input} quá lớn; không được quá {le}",
}


NOTES: Final = "chu_thich"
_OF_UNITS: Final = "ket_qua"  # words that come from the forms of units: what is no pair there is printed as typed
_NO_FACES: Final = "tệp này không có chữ đậm, chữ nghiêng; bỏ dấu ** và __"
_NO_NOTES: Final = "tệp này không có chú thích; bỏ [^{name}]"
_NO_SUCH_NOTE: Final = (
    'không có chú thích “{name}”; thêm vào ⦃chu_thich, ví dụ chu_thich: {{{name}: "…"}}¦{{chu_thich}}⦄, hoặc bỏ [^{name}]'
)
_CALLED_AGAIN: Final = "chú thích “{name}” gọi {count} lần (dòng {lines}); mỗi lần in một chú thích riêng, cùng nội dung"
_NOT_CALLED: Final = "chú thích “{name}” không in ra vì không chỗ nào gọi; đặt [^{name}] vào chỗ cần, hoặc xóa chú thích này"
_PYDANTICS_OWN: Final = frozenset(typing.get_args(ErrorType))  # those speak English
_GLUED: Final = lazy_re(r"([a-z]\w*):(?!/)(.+)", re.ASCII)
_ANY: Final = "*"  # the key meant may be any
_WHERE_ELSE: Final = {
    "tieu_muc": "tiểu mục (1.1., 1.2.) nằm trong một ⦃muc¦mục⦄",
    "giao_viec": "⦃giao_viec ghi ở một phan, cùng chỗ với tieu_de¦{giao việc} ghi ở tiêu đề⦄ của phần",
}
_M = typing.TypeVar("_M", bound=BaseModel)


def validate(model: type[_M], source: YamlFile) -> _M:
    """Return `source` as a `model`; raise `DataError` with every problem and its place, those of its text among them."""
    problems = [*source.problems, *_marks(model, source)]
    try:
        made = model.model_validate(source.value)
    except ValidationError:
        told = {problem.place for problem in problems}
        found = _problems(model, source, every_fault(model, source.value))
        problems += [problem for problem in found if problem.place not in told]
    if problems:
        raise DataError(in_order(problems))
    return made


def problems_of(model: type[BaseModel], source: YamlFile) -> tuple[Problem, ...]:
    """Return every problem of `source` as a `model`, with its place; none where it is right."""
    try:
        validate(model, source)
    except DataError as error:
        return error.problems
    return ()


def _marks(model: type[BaseModel], source: YamlFile) -> Iterator[Problem]:
    """Yield what is wrong with the marks of bold and italic letters and of footnotes: alone, without a footnote, out of place."""
    for route, text in _marked(source):
        for index, message in dinhdang.faults(text) if route[0] != _OF_UNITS else ():
            yield Problem(source.char_place(route, index), message)
        if not getattr(model, "FACES", False) and any(run.dam or run.nghieng for run in dinhdang.runs(text)):
            first = next(index for index, at in enumerate([*dinhdang.kept(text), len(text)]) if index != at)
            yield Problem(source.char_place(route, first), _NO_FACES)
        for index, name in dinhdang.notes(text):
            if NOTES not in model.model_fields:
                yield Problem(source.char_place(route, index), _NO_NOTES.format(name=name))
            elif name not in _own_notes(source) and route[0] != NOTES:
                yield Problem(source.char_place(route, index), _NO_SUCH_NOTE.format(name=name))


def _own_notes(source: YamlFile) -> Mapping[str, Value]:
    own = source.value.get(NOTES)
    return own if isinstance(own, dict) else {}


def note_remarks(source: YamlFile) -> Iterator[Problem]:
    """Yield which footnotes of a plan no text calls for, so that they are not printed, and which are called for again."""
    if not (own := _own_notes(source)):
        return
    called: dict[str, list[Place]] = {name: [] for name in own}
    for route, text in _marked(source):
        for index, name in dinhdang.notes(text):
            called[name].append(source.char_place(route, index))
    for name, places in called.items():
        if not places:
            yield Problem(source.key_place((NOTES, name)), _NOT_CALLED.format(name=name))
        elif len(places) > 1:
            lines = ", ".join(dict.fromkeys(str(place.line) for place in places))
            yield Problem(places[1], _CALLED_AGAIN.format(name=name, count=len(places), lines=lines))


def _marked(source: YamlFile) -> Iterator[tuple[Route, str]]:
    """Yield the texts of `source` that may hold marks."""
    if dinhdang.has_marks(source.text):
        yield from ((route, text) for route, text in _texts_in(source.value) if dinhdang.has_marks(text))


def _texts_in(value: Value, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield every text in `value` with its route, in order, keys left out."""
    match value:
        case str():
            yield route, value
        case list():
            for index, each in enumerate(value):
                yield from _texts_in(each, (*route, index))
        case dict():
            for key, each in value.items():
                yield from _texts_in(each, (*route, key))


def _problems(model: type[BaseModel], source: YamlFile, details: Sequence[ErrorDetails]) -> Iterator[Problem]:
    explained: set[Route] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            sentence, meant = _unknown_key(model, detail)
            explained.add((*detail["loc"][:-1], meant))
            yield Problem(source.key_place(detail["loc"]), sentence)
    for detail in details:
        if detail["type"] in ("missing", "all_missing"):
            yield from _missing(model, source, detail, explained)
        elif detail["type"] != "extra_forbidden":
            yield Problem(source.place(detail["loc"]), f"{_key(detail['loc'])}{_sentence(model, detail)}")


def _missing(model: type[BaseModel], source: YamlFile, detail: ErrorDetails, explained: set[Route]) -> Iterator[Problem]:
    """Yield that a key is missing, unless an unknown key in the same place was already explained as that one."""
    route: Route = detail["loc"]
    owner = route[:-1]
    keys = detail.get("ctx", {}).get("keys", (route[-1],))
    on_page = f"{_label(model, route)} còn trống; phải ghi"
    if detail["type"] == "missing" and source.has_key(route):
        yield Problem(source.key_place(route), f"⦃{_name(route)}: còn trống; ghi nội dung vào sau dấu hai chấm¦{on_page}⦄")
    elif not explained & {(*owner, key) for key in (_ANY, *keys)}:
        said = f"⦃{_name(route)}: thiếu mục này; thêm dòng “{route[-1]}: …”¦{on_page}⦄"
        yield Problem(source.place(owner), said if detail["type"] == "missing" else f"{_key(owner)}{detail['msg']}")


def _sentence(model: type[BaseModel], detail: ErrorDetails) -> str:
    if detail["type"] == "blank" and not _is_required(model, detail["loc"]):
        return f"{detail['msg']}, hoặc bỏ hẳn mục này nếu không dùng"
    keys = iter(detail["input"]) if isinstance(detail["input"], dict) else iter(())
    if detail["type"] == "tuple_type" and (sign := slips.sign_before_key(str(next(keys, "")))):
        return sign
    template = _SENTENCES.get(detail["type"])
    if template is None:
        return "giá trị này không dùng được" if detail["type"] in _PYDANTICS_OWN else detail["msg"]
    expected = re.sub("'([^']*)'", r"“\1”", str(detail.get("ctx", {}).get("expected", ""))).replace(" or ", " hoặc ")
    expected = re.sub("“([a-z_]+)”", r"⦃“\1”¦{\1}⦄", expected)  # names of columns
    return template.format(**{**detail.get("ctx", {}), "input": shortened(str(detail["input"])), "expected": expected})


def _is_required(model: type[BaseModel], route: Route) -> bool:
    owner = _model_at(model, route[:-1])
    field = owner.model_fields.get(str(route[-1])) if owner else None
    return field is not None and field.is_required()


def _unknown_key(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    """Return the sentence about an unknown key, and the key that its author may have meant."""
    route: Route = detail["loc"]
    key = str(route[-1])
    owner = _model_at(model, route[:-1])
    known = [name for name in owner.model_fields if name != "thu_tu"] if owner else []
    if sign := slips.sign_before_key(key):
        return sign, _ANY
    if detail["input"] is None and (glued := _GLUED.fullmatch(key)):
        return f'sau dấu hai chấm phải có một dấu cách; viết "{glued[1]}: {shortened(glued[2])}"', glued[1]
    if key in _WHERE_ELSE:
        return in_two_ways(f"{key}: không", "mục này không") + f" ghi được ở đây; {_WHERE_ELSE[key]}", ""
    close = difflib.get_close_matches(_plain(key), known, n=1, cutoff=1 if _is_prose(key) else 0.6)
    if close:
        meant = _label(model, (*route[:-1], close[0]))
        on_page = f"tệp có mục “{key}” không dùng được; có phải {meant}?"
        return in_two_ways(f'{key}: không có mục này; có phải "{close[0]}"?', on_page), close[0]
    if key.isdecimal() and owner and any(field.annotation is Decimal for field in owner.model_fields.values()):
        why = 'nếu là phần sau dấu phẩy của một số thì đặt cả số trong dấu nháy kép, ví dụ "12,5"'
        return f"{key}: không có mục này; {why}", _ANY
    if key.isdecimal() and detail["input"] is None:
        return f"{key}: không có mục này; nếu là phần thập phân của một số thì viết bằng dấu chấm, ví dụ 20.5", _ANY
    if detail["input"] is None and not _is_prose(key):
        return f"{key}: không có mục này; nếu là chữ đứng sau dấu phẩy trong {{…}} thì đặt cả câu trong dấu nháy kép", _ANY
    if slips.leaves_curly_open(key):
        return slips.in_straight_quotes(f"{key}: {detail['input'] or ''}"), _ANY
    if _is_prose(key) or not key.isascii():
        why = "dấu hai chấm hoặc dấu phẩy làm YAML hiểu nhầm đây là tên mục"
        return f"“{shortened(key)}”: {why}; đặt cả câu trong dấu nháy kép", _ANY
    only = f"{key}: không có mục này; ở đây chỉ dùng được: {', '.join(known)}"
    return in_two_ways(only, f"tệp có mục “{key}” không dùng được ở chỗ này; bỏ mục ấy trong tệp"), ""


def _is_prose(key: object) -> bool:
    return isinstance(key, str) and re.search(r"[\s,;.]", key.strip()) is not None


def _plain(key: str) -> str:
    return re.sub(r"[\s-]+", "_", without_marks(key.strip().lower()))


def _model_at(model: type[BaseModel], route: Route) -> type[BaseModel] | None:
    owner: type[BaseModel] | None = model
    for step in route:
        if isinstance(step, str):
            field = owner.model_fields.get(step) if owner else None
            owner = next(models_in(field.annotation), None) if field else None
    return owner


def _key(route: Route) -> str:
    """Return what a sentence about the value at `route` begins with in the file; a page tells it at its field."""
    name = _name(route)
    return in_two_ways(f"{name}: ", "") if name.isascii() and name.isidentifier() else f"{name}: "


def _label(model: type[BaseModel], route: Route) -> str:
    """Return what stands for the label of the field at `route`: the page knows it by its model and its key."""
    owner = _model_at(model, route[:-1])
    return f"{{{owner.__name__ if owner else ''}.{route[-1]}}}"


def _name(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str)), "tệp này")
