"""A list of names with dashes, as addressees and recipients are written: its entries and the marks they begin and end with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.check.view import Line

_MARK: Final = re.compile(r"([-–—−•·●▪■◦○➢✓*+]|o(?=\s))\s*")
_SUB_MARK: Final = "+"
_LONG_DASHES: Final = frozenset("–—−")
_ENDS: Final = (";", ".")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its `mark` ("" where there is none), the words behind it, and the lines it was broken into by hand."""

    mark: str
    words: str
    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """Return the line that the entry begins on."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Return the line that the entry ends on."""
        return self.lines[-1]

    @property
    def is_sub(self) -> bool:
        """Return whether the entry only details the one above it."""
        return self.mark == _SUB_MARK

    @property
    def has_long_dash(self) -> bool:
        """Return whether a dash longer than a hyphen stands before the entry, as word processors put it in."""
        return self.mark in _LONG_DASHES

    @property
    def has_other_mark(self) -> bool:
        """Return whether a mark that is no dash stands before the entry."""
        return bool(self.mark) and self.mark != "-" and not self.has_long_dash and not self.is_sub


def entries(lines: tuple[Line, ...]) -> tuple[Entry, ...]:
    """Return the entries of a list. A line without a dash goes on with the entry above it where that one has not ended."""
    return tuple(_entries(lines))


def _entries(lines: tuple[Line, ...]) -> Iterator[Entry]:
    current: Entry | None = None
    for line in lines:
        match = _MARK.match(line.words)
        mark = match.group(1) if match else ""
        words = line.words[match.end() :] if match else line.words
        if current is not None and not mark and not current.words.endswith(_ENDS):
            current = Entry(current.mark, f"{current.words} {words}", (*current.lines, line))
            continue
        if current is not None:
            yield current
        current = Entry(mark, words, (line,))
    if current is not None:
        yield current
