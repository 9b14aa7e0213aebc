"""The body of a plan as one typed text, whichever way the file holds it, and back: in keys and lists what is the same stays."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from docgen.text import dan_y
from docgen.text.patterns import lazy_re
from docgen.text.soan_dan_y import NotTyped, write
from docgen.text.wording import roman

_BODY, _DUTIES, _TABLES = "phan", "to_chuc_thuc_hien", "bang_bieu"
_TITLE: Final = "Tổ chức thực hiện"
_PART: Final = lazy_re(r"^[IVXLC]+\.[ \t]", re.MULTILINE)
_DUTIES_LINE: Final = lazy_re(r"^[IVXLC]+\. " + _TITLE + r"[ \t]*$")


@dataclass(frozen=True)
class TypedBody:
    """The body as typed; `why_not` says why it cannot be, then the text is blank. `tables` are the names that it may call for."""

    text: str
    tables: Mapping[str, Any]
    why_not: str = ""


def typed_body(values: Mapping[str, Any]) -> TypedBody:
    """Return the body that `values`, those of a plan's file as written, hold."""
    parts, duties, tables = values.get(_BODY), values.get(_DUTIES), values.get(_TABLES)
    named = dict(tables) if isinstance(tables, dict) else {}
    held = [] if parts is None or isinstance(parts, str) else parts if isinstance(parts, list) else [parts]
    if duties is not None:
        held = [*held, {"tieu_de": _TITLE, "muc": duties}]
    try:
        written = write(held, list(named)) if held else None
    except (NotTyped, TypeError, AttributeError) as error:
        return TypedBody("", named, getattr(error, "why", "") or "chỗ này ghi theo cách riêng")
    text = parts if isinstance(parts, str) else ""
    text = text if not text or text.endswith("\n") else f"{text}\n"
    if written is not None:
        above = len(_PART.findall(text))  # a typed body, which the duties go on from
        numbered = f"{roman(above + 1)}{written.text[1:]}" if above else written.text
        text, named = text + numbered, {**named, **written.bang_bieu}
    return TypedBody(text, named)


def with_body(values: Mapping[str, Any], typed: str) -> dict[str, Any]:
    """Return `values` with the body `typed`; where the file holds it in keys and lists, so it does afterwards, if it can."""
    before = typed_body(values)
    text = "".join(f"{line.rstrip()}\n" for line in typed.strip().split("\n"))
    made = dict(values)
    if text == before.text or before.why_not:
        return made
    body, duties = text, None
    if values.get(_DUTIES) is not None:
        body, duties = _parted(text, before, values[_DUTIES])
        if duties is None:
            made.pop(_DUTIES)
        else:
            made[_DUTIES] = duties
    parts = None if isinstance(values.get(_BODY), str) else _structured(body, before, values.get(_BODY))
    if parts is not None:
        made[_BODY] = parts
    elif body.strip():
        made[_BODY] = body
        made |= {_TABLES: dict(before.tables)} if before.tables else {}
    else:
        made[_BODY] = None
    return made


def _parted(text: str, before: TypedBody, old: Any) -> tuple[str, Any]:
    """Return the body without its last part, and what that part says of duties; None where it is not there as it was."""
    lines = text.split("\n")
    at = next((index for index in reversed(range(len(lines))) if _DUTIES_LINE.match(lines[index])), None)
    if at is None:
        return text, None
    read = dan_y.read("\n".join(lines[at:]), before.tables)
    if read.problems or len(read.phan) != 1 or set(read.phan[0]) != {"tieu_de", "muc"}:
        return text, None
    last = dan_y.read(write([{"tieu_de": _TITLE, "muc": old}], list(before.tables)).text, before.tables).phan[0]["muc"]
    return "".join(f"{line}\n" for line in lines[:at]), _grafted(old, last, read.phan[0]["muc"])


def _structured(body: str, before: TypedBody, old: Any) -> Any:
    """Return the parts of a typed body in keys and lists; None where they cannot be read so without a fault."""
    if not isinstance(old, list):
        return None
    read = dan_y.read(body, before.tables)
    if read.problems or read.is_mixed:
        return None
    return _grafted(old, dan_y.read(write(old).text, before.tables).phan, read.phan)


def _grafted(old: Any, was: Any, now: Any) -> Any:
    """Return `now` as a file would hold it that holds `was` in the form `old`: each piece that is the same in its old form."""
    if was == now:
        return old
    if isinstance(old, dict) and isinstance(was, dict) and isinstance(now, dict):
        kept = {key: _grafted(old[key], was[key], now[key]) for key in old if key in was and key in now}
        return {key: kept.get(key, value) for key, value in _ordered(old, now)}
    if isinstance(old, list) and isinstance(was, list) and isinstance(now, list) and len(old) == len(was):
        return list(_aligned(old, was, now))
    return now


def _ordered(old: Mapping[str, Any], now: Mapping[str, Any]) -> Sequence[tuple[str, Any]]:
    places = {key: place for place, key in enumerate(old)}
    return sorted(now.items(), key=lambda one: places.get(one[0], len(places)))


def _aligned(old: list[Any], was: list[Any], now: list[Any]) -> list[Any]:
    before, after = ([json.dumps(each, ensure_ascii=False) for each in side] for side in (was, now))
    made: list[Any] = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        pairs = min(i2 - i1, j2 - j1)
        made += [_grafted(old[i1 + each], was[i1 + each], now[j1 + each]) for each in range(pairs)]
        made += now[j1 + pairs : j2]
    return made
