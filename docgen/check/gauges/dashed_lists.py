"""A list of names with dashes, as addressees and recipients are written: its entries and the marks they begin and end with."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from docgen.check.finding import Fault, Severity
from docgen.check.mends import Mend, Unlisted, Words, ended
from docgen.check.view import Line
from docgen.text.patterns import lazy_re

_MARK: Final = lazy_re(r"([-–—−•·●▪■◦○➢✓*+]|o(?=\s))\s*")
_DASH: Final = "-"
_SUB_MARK: Final = "+"
_MOST_SUBS: Final = 50  # entries that may detail one
_LONG_DASHES: Final = frozenset("–—−")
_ENDS: Final = (";", ".")
_NOTE: Final = lazy_re(  # behind a recipient's mark: a brace over several lines, what the paper is sent for
    r"(?<=;)\s*(?:[}\]|⎬❵]\s*[^;]{0,30}|\([^()]{1,40}\)\.?|(?:để )?(?:b/c|p/h|t/h|báo cáo|phối hợp|thực hiện|biết)\.?)$",
    re.IGNORECASE,
)


class Entry(NamedTuple):
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


def entries(lines: tuple[Line, ...]) -> tuple[Entry, ...]:
    """Return the entries of a list. A line without a dash goes on with the entry above it where that one has not ended."""
    return tuple(_entries(lines))


def _entries(lines: tuple[Line, ...]) -> Iterator[Entry]:
    current: Entry | None = None
    for line in lines:
        match = _MARK.match(line.words)
        mark = match.group(1) if match else ""
        words = _NOTE.sub("", line.words[match.end() :] if match else line.words)
        if current is not None and not mark and not current.words.endswith(_ENDS):
            current = Entry(current.mark, f"{current.words} {words}", (*current.lines, line))
            continue
        if current is not None:
            yield current
        current = Entry(mark, words, (line,))
    if current is not None:
        yield current


def mark_fault(listed: Sequence[Entry], place: int, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the mark before the entry `place` of the component `name`, one fault at most."""
    entry = listed[place]
    if not entry.mark:
        mends = (Words(entry.first, "", "- "),)
        yield Fault(entry.first, f"Dòng của {name} thiếu gạch đầu dòng (-)", "thêm gạch đầu dòng", mends=mends)
    elif entry.mark in _LONG_DASHES:
        message = f"Đầu dòng của {name} là gạch dài “{entry.mark}”, phải là gạch (-)"
        yield Fault(entry.first, message, "gõ lại gạch ngắn (-)", Severity.WARNING, mends=_dashed(entry))
    elif entry.is_sub:
        above = next((each for each in reversed(listed[max(place - _MOST_SUBS, 0) : place]) if not each.is_sub), None)
        if above is None or above.words.endswith((",", *_ENDS)):
            message = f"Đầu dòng của {name} là dấu “+” mà không chia nhỏ dòng trên, phải là gạch (-)"
            yield Fault(entry.first, message, "thay bằng gạch (-), hoặc thêm dấu hai chấm ở dòng trên", Severity.WARNING)
    elif entry.mark != _DASH:
        message = f"Đầu dòng của {name} là dấu “{entry.mark}”, phải là gạch (-)"
        yield Fault(entry.first, message, "thay bằng gạch đầu dòng", mends=_dashed(entry))


def _dashed(entry: Entry) -> tuple[Mend, ...]:
    """Return what makes a dash of the mark before an entry."""
    paragraph = entry.first.paragraph
    if paragraph.label:
        return (Unlisted(paragraph), Words(entry.first, "", f"{_DASH} "))
    return (Words(entry.first, entry.mark, _DASH),)


def end_fault(listed: Sequence[Entry], place: int, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the mark behind the entry `place` of the component `name`, one fault at most."""
    entry, below = listed[place], listed[place + 1] if place + 1 < len(listed) else None
    if below is None and not entry.words.endswith("."):
        message, remedy = f"Dòng cuối của {name} phải kết thúc bằng dấu chấm", "sửa dấu cuối dòng thành dấu chấm"
        yield Fault(entry.last, message, remedy, mends=ended(entry.last, "."))
    elif below is not None and not below.is_sub and not entry.words.endswith((";", ":")):
        message = f"Dòng của {name} phải kết thúc bằng dấu chấm phẩy"
        yield Fault(entry.last, message, "sửa dấu cuối dòng thành dấu chấm phẩy", mends=ended(entry.last, ";"))
