"""From a model to JSON Schema: what a clerk may write, which is wider than what the model makes of it.

A single value stands for a list of one, a number for text, a text for a date; a key without a value is absent. Where the models
say so with validators, these are asked. Only words that drafts 7 and 2020-12 of JSON Schema have in common are used, and
`errorMessage`, which editors show. True and null are taken by what they are not, so that no editor offers to write them; no
alternatives are more than two and nothing has a title, since the YAML extension of VS Code joins what it finds by “||”.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import permutations
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

from docgen.data.model.base import TYPED, YEARS, AtLeastOne
from docgen.text.folding import without_marks
from docgen.text.thoigian import NgayChuaDu

Schema: TypeAlias = dict[str, Any]

_TEXT: Final[Schema] = {"$ref": "#/$defs/chu"}
_CELL: Final[Schema] = {"$ref": "#/$defs/o"}
_TEXT_OR_NOTHING: Final[Schema] = {"$ref": "#/$defs/chu_hoac_trong"}
_NOTHING: Final[Schema] = {"$ref": "#/$defs/trong"}


def _words(others: Sequence[str], said: str, **more: str) -> Schema:
    """Return a schema of texts and numbers, and of `others`, which an editor takes unquoted words for; docgen has texts alone."""
    rest = [each for each in ("string", "number", "boolean", "object", "array", "null") if each not in others]
    return {"anyOf": [{"type": ["string", "number"], **more, "errorMessage": said}, {"not": {"type": rest}}]}


_COMMON: Final[Schema] = {
    "chu": _words(["boolean"], "phải là chữ, không để trống; câu có dấu hai chấm thì đặt trong dấu nháy kép", pattern=r"\S"),
    "o": _words(["boolean"], 'phải là chữ; ô để trống ghi là ""'),
    "chu_hoac_trong": _words(["boolean", "null"], "phải là chữ; câu có dấu hai chấm thì đặt trong dấu nháy kép"),
    "trong": {
        "anyOf": [{"type": "string", "pattern": r"^\s*$"}, {"not": {"type": ["string", "number", "boolean", "object", "array"]}}]
    },
}
_DATE: Final[Schema] = {
    "type": "string",
    "pattern": r"^\s*(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*$",
    "errorMessage": "phải là ngày, ví dụ 2024-02-15 hoặc 15/02/2024",
}
_DATE_OF_PAPER: Final[Schema] = {
    "type": ["string", "integer"],
    "pattern": r"^\s*(?:\d{4}(?:-\d{1,2}){0,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"|(?:(?:[Nn]gày[\s.…_]*)?[Tt]háng\s*|[.…_]*/)?\d{1,2}(?:\s*[/-]\s*|\s+năm\s+)\d{4}|[Nn]ăm\s+\d{4})\s*$",
    "minimum": YEARS[0],
    "maximum": YEARS[-1],
    "errorMessage": "phải là ngày, ví dụ 2024-02-15 hoặc 15/02/2024; chưa biết ngày thì ghi tháng, năm như 2024-02, hoặc năm",
}
_NUMBERS: Final[dict[type, Schema]] = {
    int: {"type": ["integer", "string"], "pattern": r"^\s*[-+]?\d[\d_]*(?:\.0*)?\s*$", "errorMessage": "phải là số nguyên"},
    float: {
        "type": ["number", "string"],
        "pattern": r"^\s*[-+]?[\d_]*\.?[\d_]*(?:[eE][-+]?\d+)?\s*$",
        "errorMessage": "phải là một số; phần thập phân viết bằng dấu chấm",
    },
    Decimal: {
        "type": ["number", "string"],
        "pattern": r"^\s*-?\s*\d[\d\s.,]*$",
        "errorMessage": "phải là số, ví dụ 1234 hoặc 1.234,5",
    },
}
_YES_AND_NO: Final = ("có", "không")
_ALSO_SAID: Final = ("co", "khong", "x", "true", "false")


def schema_of(model: type[BaseModel], kind: str | None = None) -> Schema:
    """Return the schema of a file that holds one `model`; `kind` is the word that its `loai` has to be."""
    found = list(dict.fromkeys(all_models(model)))
    body = _object(model)
    if kind is not None:
        said = body["properties"]["loai"]["description"]
        body["properties"]["loai"] = {"description": said, **_fixed_words([kind], [kind])}
    models = {each.__name__: _object(each) for each in sorted(found, key=lambda each: each.__name__)}
    return {**body, "$defs": {**_COMMON, **models}}


def typed_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of `model` that a clerk can type, by key."""
    return {name: field for name, field in model.model_fields.items() if not (field.alias or "").startswith("\0")}


def all_models(model: type[BaseModel], seen: frozenset[type[BaseModel]] = frozenset()) -> Iterator[type[BaseModel]]:
    """Yield each model that `model` is made of, some several times."""
    for field in typed_fields(model).values():
        for inner in models_in(field.annotation):
            if inner not in seen:
                yield inner
                yield from all_models(inner, seen | {inner})


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield each model in the annotation of a field."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)


def _object(model: type[BaseModel]) -> Schema:
    title = model.model_config.get("title") or model.__name__
    fields = typed_fields(model)
    required = [name for name, field in fields.items() if field.is_required()]
    needed = f"; bắt buộc có: {', '.join(required)}" if required else ""
    return {
        "type": "object",
        "properties": {name: {"description": field.description or "", **_property(field)} for name, field in fields.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
        "errorMessage": f"{title}: ghi các dòng “mục: giá trị”, chỉ dùng được: {', '.join(fields)}{needed}",
    }


def _property(field: FieldInfo) -> Schema:
    shape = _shape(field.annotation, field.metadata)
    is_there = field.is_required() or _CELL in _choices(shape)  # a cell is never blank, only empty: ""
    return shape if is_there else _or_nothing(shape)


def _or_nothing(shape: Schema) -> Schema:
    return dict(_TEXT_OR_NOTHING) if shape == _TEXT else _any_of([*_choices(shape), _NOTHING])


def _shape(annotation: Any, metadata: Sequence[Any]) -> Schema:
    match get_origin(annotation):
        case origin if origin is Annotated:
            inner, *more = get_args(annotation)
            return _shape(inner, [*_unpacked(more), *metadata])
        case origin if origin in (Union, UnionType) and NgayChuaDu in get_args(annotation):
            return dict(_DATE_OF_PAPER)
        case origin if origin in (Union, UnionType):
            shapes = [_shape(each, metadata) for each in get_args(annotation) if each is not NoneType]
            return _any_of([choice for shape in shapes for choice in _choices(shape)])
        case origin if origin is tuple:
            item = get_args(annotation)[0]
            return _list((_or_nothing if NoneType in get_args(item) else dict)(_shape(item, ())), metadata)
        case origin if origin is dict:
            said = "phải là các dòng “mục: giá trị” thụt vào dưới mục này"
            return {"type": "object", "additionalProperties": _shape(get_args(annotation)[1], ()), "errorMessage": said}
        case origin if origin is Literal:
            words = get_args(annotation)
            return _fixed_words(words, [*words, *(word for word in map(without_marks, words) if _taken(metadata, word) in words)])
    return _single(annotation, metadata)


def _single(kind: type, metadata: Sequence[Any]) -> Schema:
    if issubclass(kind, BaseModel):
        reference: Schema = {"$ref": f"#/$defs/{kind.__name__}"}
        return {"anyOf": [reference, _TEXT]} if isinstance(_taken(metadata, "chữ"), dict) else reference
    if issubclass(kind, Enum):  # its validator knows other words for the same
        return {"anyOf": [{"enum": [each.value for each in kind]}, {"type": "string", "pattern": r"\S"}]}
    if issubclass(kind, bool):
        said = [word for word in (*_YES_AND_NO, *_ALSO_SAID) if isinstance(_taken(metadata, word), bool)]
        return _any_of([*_choices(_fixed_words(_YES_AND_NO, said)), {"enum": [True, False]}])
    if issubclass(kind, date):
        return dict(_DATE)
    if kind in _NUMBERS:
        return {**_NUMBERS[kind], **dict(_limits(metadata))}
    text = dict(_CELL if _taken(metadata, "") == "" else _TEXT)
    return _any_of([text, _list(dict(_TEXT), ())]) if _taken(metadata, ["chữ"]) == "chữ" else text


def _list(items: Schema, metadata: Sequence[Any]) -> Schema:
    by_rows = _taken(metadata, "chữ") == (("chữ",),)  # a text, or a list of them, is the one row of a list of rows
    if by_rows:
        items = _any_of([items, *_choices(items["items"])])
    made: Schema = {"type": "array", "items": items, "errorMessage": 'phải là danh sách, mỗi dòng mở đầu bằng "- "'}
    if AtLeastOne in metadata:
        made["minItems"] = 1
    if TYPED in metadata:
        made = _any_of([made, {"type": "string", "pattern": r"\S"}])
    if by_rows:
        return _any_of([made, *_choices(items)[1:]])
    if not isinstance(_taken(metadata, {}), list):  # a single value is no list of one here
        return made
    return _any_of([*_choices(made), *_choices(items)])


def _any_of(choices: Sequence[Schema]) -> Schema:
    """Return a schema that takes what one of `choices` takes."""
    first, *others = choices
    return {"anyOf": [first, _any_of(others)]} if others else first


def _choices(shape: Schema) -> list[Schema]:
    return [choice for each in shape["anyOf"] for choice in _choices(each)] if set(shape) == {"anyOf"} else [shape]


def _fixed_words(offered: Sequence[str], taken: Iterable[str]) -> Schema:
    """Return a schema that an editor completes with `offered`, and that takes each word of `taken` however it is typed."""
    fixed = {"enum": list(offered), "errorMessage": f"chỉ nhận: {', '.join(offered)}"}
    return {"anyOf": [fixed, {"type": "string", "pattern": _pattern(dict.fromkeys(taken))}]}


def _limits(metadata: Sequence[Any]) -> Iterator[tuple[str, object]]:
    for each in metadata:
        for name, key in (("ge", "minimum"), ("le", "maximum")):
            if (limit := getattr(each, name, None)) is not None:
                yield key, limit


def _unpacked(metadata: Iterable[Any]) -> Iterator[Any]:
    for each in metadata:
        yield from each.metadata if isinstance(each, FieldInfo) else (each,)


def _taken(metadata: Sequence[Any], value: object) -> object:
    """Return what the validators that see a value first make of `value`; what no value equals where they refuse it."""
    functions: list[Callable[..., object]] = [each.func for each in metadata if isinstance(each, BeforeValidator)]
    try:
        for function in reversed(functions):  # the last one sees it first
            value = function(value)
    except (PydanticCustomError, ValidationError):
        return PydanticUndefined
    return value


def _pattern(words: Iterable[str]) -> str:
    """Return the regular expression, of the kind that editors know too, that takes any spelling of one of `words`."""
    return rf"^\s*(?:{'|'.join(''.join(map(_letter, word)) for word in words)})\s*$"


def _letter(letter: str) -> str:
    forms = sorted({form for case in (letter.lower(), letter.upper()) for form in _forms(case)})
    if len(forms) == 1:
        return re.escape(letter) if letter != " " else letter
    return f"[{''.join(forms)}]" if all(len(form) == 1 for form in forms) else f"(?:{'|'.join(forms)})"


def _forms(letter: str) -> Iterator[str]:
    """Yield each way in which a keyboard may compose `letter` of a base and its marks."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    for order in permutations(marks):
        for count in range(len(order) + 1):
            form = unicodedata.normalize("NFC", base + "".join(order[:count])) + "".join(order[count:])
            if unicodedata.normalize("NFC", form) == letter:
                yield form
