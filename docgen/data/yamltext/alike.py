"""Old values beside new ones: which item became which, in which lines and words two texts differ."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from docgen.data.yamltext.composing import Value
from docgen.data.yamltext.inplace import Piece

_NAMED_BY: Final = ("ten", "tieu_de", "noi_dung", "ma")  # by which an item is known again though the rest of it changed


def pairs(old: Sequence[Value], new: Sequence[Value]) -> Iterator[tuple[int, int]]:
    """Yield which new item is which old one, in the order of both: those of one name, then those in between in turn."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, [*map(name, old)], [*map(name, new)], autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            yield from zip(range(j1, j2), range(i1, i2), strict=False)


def differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield where two rows of lines differ, as `difflib` says it."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (one for one in found if one[0] != "equal")


def name(value: Value) -> str:
    """Return by what an item is known again though the rest of it changed."""
    if isinstance(value, dict):
        named = next((text for key in _NAMED_BY if isinstance(text := value.get(key), str) and text), None)
        return named or same(value)
    return value if isinstance(value, str) else same(value)


def same(value: Value) -> str:
    """Return a text that two values share only where they say the same."""
    return json.dumps(value, ensure_ascii=False)


def piece_of(old: str, new: str) -> Piece:
    """Return the piece of `old` in which `new` differs, from blank to blank."""
    start = next((index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = old.rfind(" ", 0, start) + 1
    most = min(len(old), len(new)) - start
    same = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    while 0 < same < most and old[-same] != " ":
        same -= 1
    if same == len(old) - start:  # nothing of the old words goes: their first one stands for them
        same -= len(old[start:].split(" ", 1)[0])
    return Piece(start, len(old) - same, new[start : len(new) - same])
