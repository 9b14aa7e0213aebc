"""Edits in a file of data: lines or letters put in or replaced, with every other byte kept, be it saved by whichever editor."""

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from docgen.data.yamlscalar import Splice

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines to stand in place of those from `first` on, from 1, `count` of them; with none they are put in before `first`."""

    first: int
    count: int
    lines: tuple[str, ...]


def text_of(data: bytes) -> str:
    r"""Return the text of the file `data` as it is read: its lines ended by `\n` alone."""
    mark, encoding = _coding(data)
    return data[len(mark) :].decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the file `data` with `edits`, which do not overlap; new lines end as the others do."""
    mark, encoding, lines = _lines(data)
    ending = _ending(lines)
    for edit in sorted(edits, key=lambda edit: edit.first, reverse=True):
        at = edit.first - 1
        if at >= len(lines) and lines and not lines[-1].endswith(("\r", "\n")):
            lines[-1] += ending
        lines[at : at + edit.count] = [line + ending for line in edit.lines]
    return mark + "".join(lines).encode(encoding)


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the file `data` with `splices`, which do not overlap; they count its letters as if each line ended with one."""
    mark, encoding, lines = _lines(data)
    ending = _ending(lines)
    bare = [line.rstrip("\r\n") for line in lines]
    ends = [line[len(text) :] for line, text in zip(lines, bare, strict=True)]
    starts = [0, *accumulate(len(text) + 1 for text in bare)]
    text = "".join(lines)
    typed_starts = [0, *accumulate(map(len, lines))]
    for splice in sorted(splices, key=lambda one: (one.start, one.end), reverse=True):
        first, last = (_typed(at, starts, typed_starts, bare, ends) for at in (splice.start, splice.end))
        text = text[:first] + splice.new.replace("\n", ending) + text[last:]
    return mark + text.encode(encoding)


def _typed(at: int, starts: list[int], typed_starts: list[int], bare: list[str], ends: list[str]) -> int:
    """Return where the letter `at` stands in a text whose lines end as their author's editor ended them."""
    line = min(bisect_right(starts, at) - 1, len(bare) - 1)
    column = at - starts[line]
    return typed_starts[line] + (column if column <= len(bare[line]) else len(bare[line]) + len(ends[line]))


def _lines(data: bytes) -> tuple[bytes, str, list[str]]:
    """Return the mark that the file opens with, its encoding, and its lines with their ends."""
    mark, encoding = _coding(data)
    return mark, encoding, _LINE.findall(data[len(mark) :].decode(encoding))


def _coding(data: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def _ending(lines: list[str]) -> str:
    return next((line[len(line.rstrip("\r\n")) :] for line in lines if line.endswith(("\r", "\n"))), "\n")
