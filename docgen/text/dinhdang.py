"""Marks that clerks type inside a text: `**đậm**`, `__nghiêng__`, and `[^1]` where a footnote is called for.

A mark touches the words that it stands around, and closes on the line on which it opens: a line is a paragraph of the paper.
Single stars and underscores, blanks to fill in (`____`), `2 ** 3`, `snake__case` and the names of mailboxes are words. Whoever
reads a text reads it `plain`; whoever prints it prints its `runs`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from docgen.text.patterns import lazy_re

PARAGRAPH: Final = "\u2029"  # in words for a cell: what follows is a paragraph of its own; no data can hold it
BOLD: Final = "**"
ITALIC: Final = "__"
NOTE_NAME: Final = lazy_re(r"\w{1,20}")
_NOTE: Final = r"[ \t\u00a0]*\[\^(\w{1,20})\]"
_MARK: Final = lazy_re(rf"\.__\w+?__(?!\w)|(?<!\*)\*\*(?!\*)|(?<!_)__(?!_)|{_NOTE}")  # first what is no mark: a name of Python's
_OPENING: Final = "([{“‘«"
_CLOSING: Final = ")]}”’».,;:!?…"
_ENDS: Final = (".", ",", ";", ":")
_WORD: Final = lazy_re(r"\S+")


class Run(NamedTuple):
    """Words of a text in one face, or else the name of the footnote that is called for."""

    chu: str
    dam: bool = False
    nghieng: bool = False
    chu_thich: str = ""


class Fault(NamedTuple):
    """What is wrong with the mark at the letter `at` of a text."""

    at: int
    message: str


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str  # `**`, `__`, or the name of a footnote
    is_note: bool


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, one a line; blank lines are none."""
    return [line.strip() for line in text.split("\n") if line.strip()] if "\n" in text else [text]


def run_on_line(text: str) -> str:
    """Return `text` as it runs on in a sentence: its paragraphs on one line, parted by a semicolon, without their dashes."""
    first, *others = (line.removeprefix("- ") for line in paragraphs(text))
    pairs = pairwise((first, *others))
    return first + "".join(f" {line}" if before.endswith(_ENDS) else f"; {line}" for before, line in pairs)


def has_marks(text: str) -> bool:
    """Return whether `text` may hold marks; without a look at how they stand, which is what makes it cheap."""
    return "**" in text or "__" in text or "[^" in text


def plain(text: str) -> str:
    """Return the words of `text` without its marks, those of footnotes included."""
    return "".join(run.chu for run in runs(text)) if has_marks(text) else text


@lru_cache(maxsize=16)
def kept(text: str) -> Sequence[int]:
    """Return for each letter of `plain(text)` where it stands in `text`."""
    where: list[int] = []
    behind = 0
    for mark in _marks(text)[0] if has_marks(text) else ():
        where += range(behind, mark.start)
        behind = mark.end
    return (*where, *range(behind, len(text)))


def is_bold(text: str) -> bool:
    """Return whether all words of `text` are marked bold."""
    return has_marks(text) and all(run.dam for run in runs(text) if run.chu.strip()) and bool(plain(text).strip())


def without_bold(text: str) -> str:
    """Return `text` without its marks of bold letters."""
    for mark in reversed([mark for mark in _marks(text)[0] if mark.sign == BOLD and not mark.is_note]):
        text = text[: mark.start] + text[mark.end :]
    return text


def typed_at(text: str, index: int) -> int:
    """Return where the letter `index` of `plain(text)` stands in `text`."""
    where = kept(text) if has_marks(text) else range(len(text))
    return where[index] if index < len(where) else len(text)


def typed_span(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """Return from where to where `plain(text)[start:end]` stands in `text`, and `new` with what has to stay of the marks there.

    A mark whose other end stands outside stays around `new`, and so does a call for a footnote behind it; marks in pairs go.
    """
    if not has_marks(text):
        return start, end, new
    where = kept(text)
    first = typed_at(text, start)
    last = where[end - 1] + 1 if end > start else first
    before, behind = "", ""
    is_open = {BOLD: False, ITALIC: False}
    inside: dict[str, list[bool]] = {BOLD: [], ITALIC: []}
    for mark in _marks(text)[0]:
        if mark.is_note:
            behind += text[mark.start : mark.end] if first <= mark.start < last else ""
            continue
        is_open[mark.sign] = not is_open[mark.sign]
        if first <= mark.start < last:
            inside[mark.sign].append(is_open[mark.sign])
    for sign, opens in inside.items():
        if len(opens) % 2:
            before, behind = (before + sign, behind) if opens[-1] else (before, sign + behind)
    return first, last, before + new + behind


def runs(text: str) -> tuple[Run, ...]:
    """Return `text` as runs of one face each, in order; none of them is empty. A text without marks is one run."""
    if not has_marks(text):
        return (Run(text),) if text else ()
    found: list[Run] = []
    face, behind = {BOLD: False, ITALIC: False}, 0
    for mark in (*_marks(text)[0], _Mark(len(text), len(text), "", True)):
        if words := text[behind : mark.start]:
            found.append(Run(words, face[BOLD], face[ITALIC]))
        if not mark.is_note:
            face[mark.sign] = not face[mark.sign]
        elif mark.sign:
            found.append(Run("", face[BOLD], face[ITALIC], mark.sign))
        behind = mark.end
    return tuple(found)


def notes(text: str) -> Iterator[tuple[int, str]]:
    """Yield each footnote that `text` calls for: where its mark stands, and the note's name."""
    for mark in _marks(text)[0] if "[^" in text else ():
        if mark.is_note:
            yield text.index("[^", mark.start), mark.sign


def end_of_words(text: str) -> int:
    """Return where the words of `text` end in it, in front of the marks and blanks that it may end with."""
    end = len(text.rstrip())
    for mark in reversed(_marks(text)[0] if has_marks(text) else ()):
        if mark.end != end:
            break
        end = mark.start
    return end


def spread(text: str) -> str:
    """Return `text` with the marks of its faces around each word, so that its words can be parted."""
    if not has_marks(text):
        return text
    made = []
    for run in runs(text):
        sign = BOLD * run.dam + ITALIC * run.nghieng
        pieces = _WORD.sub(lambda word: f"{sign}{word.group()}{sign[::-1]}", run.chu)  # noqa: B023  # called at once
        made.append(f"[^{run.chu_thich}]" if run.chu_thich else pieces)
    return "".join(made)


def faults(text: str) -> tuple[Fault, ...]:
    """Return what is wrong with the marks of `text`: those that have no other end on their line."""
    return tuple(Fault(mark.start, _alone(mark.sign)) for mark in _marks(text)[1]) if has_marks(text) else ()


def as_words(text: str, *, noted: bool = False) -> str:
    """Return `text`, which comes from elsewhere, with blanks beside signs that would be marks without another end here.

    `noted`: the footnotes that it calls for are there.
    """
    for fault in reversed(faults(text)):
        text = f"{text[: fault.at].rstrip(' ')} {text[fault.at : fault.at + 2]} {text[fault.at + 2 :].lstrip(' ')}"
    return (text if noted else text.replace("[^", "[ ^")).strip(" ")


def _alone(sign: str) -> str:
    face, literal = ("đậm", "2 ** 3") if sign == BOLD else ("nghiêng", "a __ b")
    return (
        f"dấu {sign} này không có dấu {sign} đi kèm trên cùng dòng; chữ in {face} viết {sign}như sau{sign}, dấu viền sát chữ; "
        f"nếu là ký hiệu của câu chữ thì để cách hai bên: {literal}"
    )


@lru_cache(maxsize=16)  # a text is asked about several times in turn
def _marks(text: str) -> tuple[Sequence[_Mark], Sequence[_Mark]]:
    """Return the marks of `text` that count, in order, and those that stand alone."""
    paired: list[_Mark] = []
    alone: list[_Mark] = []
    start = 0
    for line in text.split("\n"):
        open_marks: dict[str, _Mark] = {}
        marks = list(_of_line(line, start))
        words = _WORD.finditer(line) if marks else ()
        addresses = [(start + word.start(), start + word.end()) for word in words if "@" in word.group() or "://" in word.group()]
        for mark in marks:
            inside = any(begin < mark.start and mark.end < end for begin, end in addresses)
            if mark.is_note:
                paired.append(mark)
            elif mark.sign in open_marks and _closes(text, mark):
                paired += [open_marks.pop(mark.sign), mark]
            elif mark.sign not in open_marks and _opens(text, mark) and not inside:
                open_marks[mark.sign] = mark
            elif not inside and (_opens(text, mark) or _closes(text, mark)):
                alone.append(mark)
        alone += open_marks.values()
        start += len(line) + 1
    return tuple(sorted(paired)), tuple(sorted(alone))


def _of_line(line: str, start: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(line):
        if not match.group().startswith(".__"):
            sign = match.group(1)
            yield _Mark(start + match.start(), start + match.end(), sign or match.group(), sign is not None)


def _around(text: str, mark: _Mark) -> tuple[str, str]:
    """Return the letters on either side of `mark`, beyond other marks that touch it; "" at an end of the line."""
    before, behind = mark.start, mark.end
    other = ITALIC if mark.sign == BOLD else BOLD
    if text[before - 2 : before] == other:
        before -= 2
    if text[behind : behind + 2] == other:
        behind += 2
    return text[before - 1 : before] if before else "", text[behind : behind + 1]


def _opens(text: str, mark: _Mark) -> bool:
    """Return whether words may begin behind `mark`: they touch it, and underscores stand inside no word."""
    before, behind = _around(text, mark)
    touches = behind.strip() and behind not in _CLOSING and not (before.isdecimal() and behind.isdecimal())
    return bool(touches) and (mark.sign == BOLD or not before.isalnum())


def _closes(text: str, mark: _Mark) -> bool:
    before, behind = _around(text, mark)
    touches = before.strip() and before not in _OPENING and not (before.isdecimal() and behind.isdecimal())
    return bool(touches) and (mark.sign == BOLD or not behind.isalnum())
