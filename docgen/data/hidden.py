"""Problems that others hide: what is wrong is set aside, so that what is checked only in sound data is checked as well."""

from collections.abc import Container, Iterable, Iterator
from copy import deepcopy
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_ROUNDS: Final = 12
_STAND_INS: Final = ("…", "2024", "2024-01-01", "hoàn thành")  # a text, a number, a day, a status; then nothing
_Loc = tuple[str | int, ...]


def every_fault(model: type[BaseModel], value: object) -> list[ErrorDetails]:
    """Return all that is wrong with `value` as a `model`, as far as it can be known behind what is wrong first.

    What is told of a place where something was set aside, or of its lack, is not told again.
    """
    value = deepcopy(value)
    told: list[ErrorDetails] = []
    tried: dict[_Loc, int] = {}
    for _ in range(_ROUNDS):
        try:
            model.model_validate(value)
        except ValidationError as error:
            details = error.errors(include_url=False)
        else:
            break
        emptied = {place[:-1] for place, number in tried.items() if number > len(_STAND_INS)}
        around = set(_above(emptied))
        told += [detail for detail in details if not _is_of_our_making(detail, tried, emptied, around)]
        unknown = {detail["loc"] for detail in details if detail["type"] == "extra_forbidden"}
        changed = False
        for place in dict.fromkeys(detail["loc"] for detail in details):
            changed |= _set_aside(value, place, tried, leave_out=place in unknown)
        if not changed:
            break
    return told


def _above(places: Iterable[_Loc]) -> Iterator[_Loc]:
    """Yield each of `places` and all that holds it."""
    return (place[:depth] for place in places for depth in range(len(place) + 1))


def _is_of_our_making(detail: ErrorDetails, tried: Container[_Loc], emptied: Container[_Loc], around: Container[_Loc]) -> bool:
    """Return whether a fault is of something set aside, or of what is `emptied`, as no stand-in would do, or `around` that."""
    loc = detail["loc"]
    lacking = [(*loc[:-1], key) for key in detail.get("ctx", {}).get("keys", ())]
    return any(place in tried for place in (*_above([loc]), *lacking)) or loc in around or loc[:-1] in emptied


def _set_aside(value: Any, place: _Loc, tried: dict[_Loc, int], *, leave_out: bool = False) -> bool:
    """Put the next stand-in in the place, in the end leave it out; return whether anything changed."""
    owner: Any = value
    for depth, step in enumerate(place[:-1]):
        try:
            owner = owner[step]
        except (LookupError, TypeError):
            return depth > 0 and _set_aside(value, place[:depth], tried)
    holds = isinstance(owner, dict) if place and isinstance(place[-1], str) else isinstance(owner, list)
    if not place or not holds:
        return len(place) > 1 and _set_aside(value, place[:-1], tried)
    number = tried.get(place, 0)
    tried[place] = number + 1
    if number < len(_STAND_INS) and not leave_out:
        owner[place[-1]] = _STAND_INS[number]
        return True
    if isinstance(owner, dict) and owner.pop(place[-1], None) is not None:
        return True
    return len(place) > 1 and _set_aside(value, place[:-1], tried)
