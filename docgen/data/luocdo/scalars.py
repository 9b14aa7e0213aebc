"""Schemas of single values as editors type them: texts, blanks, days, numbers.

True and null are taken by what they are not, so that no editor offers to write them.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias

Schema: TypeAlias = dict[str, Any]

TEXT: Final[Schema] = {"$ref": "#/$defs/chu"}
CELL: Final[Schema] = {"$ref": "#/$defs/o"}
TEXT_OR_NOTHING: Final[Schema] = {"$ref": "#/$defs/chu_hoac_trong"}
NOTHING: Final[Schema] = {"$ref": "#/$defs/trong"}


def _words(others: Sequence[str], said: str, **more: str) -> Schema:
    """Return a schema of texts and numbers, and of `others`, which an editor takes unquoted words for; docgen has texts alone."""
    rest = [each for each in ("string", "number", "boolean", "object", "array", "null") if each not in others]
    return {"anyOf": [{"type": ["string", "number"], **more, "errorMessage": said}, {"not": {"type": rest}}]}


COMMON: Final[Schema] = {
    "chu": _words(["boolean"], "phải là chữ, không để trống; câu có dấu hai chấm thì đặt trong dấu nháy kép", pattern=r"\S"),
    "o": _words(["boolean"], 'phải là chữ; ô để trống ghi là ""'),
    "chu_hoac_trong": _words(["boolean", "null"], "phải là chữ; câu có dấu hai chấm thì đặt trong dấu nháy kép"),
    "trong": {
        "anyOf": [{"type": "string", "pattern": r"^\s*$"}, {"not": {"type": ["string", "number", "boolean", "object", "array"]}}]
    },
}
DATE: Final[Schema] = {
    "type": "string",
    "pattern": r"^\s*(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*$",
    "errorMessage": "phải là ngày, ví dụ 2024-02-15 hoặc 15/02/2024",
}
NUMBERS: Final[dict[type, Schema]] = {
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
