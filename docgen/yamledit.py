"""Edits in a file of data: whole lines put in or replaced, with every other byte kept, be it saved by whichever editor."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines to stand in place of those from `first` on, from 1, `count` of them; with none they are put in before `first`."""

    first: int
    count: int
    lines: tuple[str, ...]


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the file `data` with `edits`, which do not overlap; new lines end as the others do."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    lines = _LINE.findall(data[len(mark) :].decode(encoding))
    ending = next((line[len(line.rstrip("\r\n")) :] for line in lines if line.endswith(("\r", "\n"))), "\n")
    for edit in sorted(edits, key=lambda edit: edit.first, reverse=True):
        at = edit.first - 1
        if at >= len(lines) and lines and not lines[-1].endswith(("\r", "\n")):
            lines[-1] += ending
        lines[at : at + edit.count] = [line + ending for line in edit.lines]
    return mark + "".join(lines).encode(encoding)
