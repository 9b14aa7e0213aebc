"""Plain text as paragraphs: lines that a program broke are one again; titles are told by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from docgen.check.anatomy.opening import BASIS, LONGEST_SUBJECT
from docgen.check.anatomy.vocabulary import ADDRESSED, is_quoc_hieu, is_tieu_ngu, kind_of
from docgen.text.dau_muc import Cap, ends_a_sentence, mark_of
from docgen.text.dinhdang import plain
from docgen.text.patterns import lazy_re

APPENDIX: Final = lazy_re(r"\s*(?:phụ\s*lục|PHỤ\s*LỤC)\b(?:\s*(?:số\s*)?[\dIVXLC]{0,4})?\s*[.:]?\s*\Z", 2)  # 2: re.IGNORECASE
_DATE: Final = r"(?!\s*(?:căn cứ|theo|xét|thực hiện)\b).{0,60}\bngày\b[\s\d.…_]*\btháng\b[\s\d.…_]*\bnăm\b[\s\d.…_]*\Z"
OF_HEAD: Final = lazy_re(rf"\s*số\s*:|{_DATE}|\s*nơi nhận\b|\s*(?:TM|KT|TL|TUQ|Q)\s*\.", 2)
_POINTER: Final = lazy_re(r"\(?\s*(?:ban hành\s+|đính\s+)?kèm theo\b", 2)
_NO_TITLE: Final = lazy_re(rf"{BASIS.pattern}|\s*(?:số\s*|s)?tt\b", 2)
_SUBJECT: Final = lazy_re(r"(kế\s+hoạch)\s+(?=\S)", 2)
_FULL: Final = 0.7  # of a broken line's usual length: one that was broken for its length is nearly as long
_FULL_TITLE: Final = 0.85  # the same of a numbered line, which may be a heading without a mark at its end
_USUAL: Final = 0.9  # of the lines that surely were broken, from the shortest on: a few are longer than all others
_MOSTLY: Final = 0.9  # of the lines
_BROKEN: Final = 0.1  # of the lines: in a text with a blank line below each, so many go on with the one above
_WRAPPED: Final = 130  # letters: lines of a text that is broken for a width are no longer
_HEAD_LINES: Final = 40

Role = Literal["", "title", "pointer"]


@dataclass(frozen=True)
class Typed:
    """A paragraph of plain text, with marks of faces and a tab between columns, and its role where its words tell one."""

    text: str
    role: Role = ""

    @cached_property
    def words(self) -> str:
        """Return its words without marks and blanks around them."""
        return plain(self.text).strip()


def joined(rows: Sequence[str]) -> Iterator[str]:
    """Yield the rows, those that a program broke for their length as one."""
    rows = _closed_up(rows)
    broken = sorted(len(above.rstrip()) for above, row in pairwise(rows) if _runs_on(above, row))
    width = broken[int(_USUAL * (len(broken) - 1))] if broken else 0
    is_wrapped = 0 < width <= _WRAPPED
    current: list[str] = []
    for row in rows:
        if current and not (is_wrapped and row.strip() and _goes_on(current, row, width)):
            yield " ".join(current)
            current = []
        current.append(row.strip() if current else row.rstrip("\n"))
    if current:
        yield " ".join(current)


def _closed_up(rows: Sequence[str]) -> Sequence[str]:
    """Return the rows without the blank one below each, where lines that were broken for their length stand so apart."""
    pairs = list(pairwise(place for place, row in enumerate(rows) if row.strip()))
    apart = [(above, below) for above, below in pairs if below - above > 1]
    go_on = sum(_runs_on(rows[above], rows[below]) for above, below in apart)
    if len(apart) < _MOSTLY * len(pairs) or go_on <= _BROKEN * len(pairs):
        return rows
    dropped = {above + 1 for above, _ in apart}
    return [row for place, row in enumerate(rows) if place not in dropped]


def told(lines: Sequence[Typed]) -> Iterator[Typed]:
    """Yield `lines` with their roles: kind and subject of the paper, heads of appendices."""
    return _Roles().told(_with_title_apart(lines))


def ends(row: str) -> bool:
    """Return whether a line ends a paragraph by its mark."""
    return ends_a_sentence(row) or row.rstrip().endswith((":", "./"))


def is_of_head(row: str) -> bool:
    """Return whether a line is one of the head or the foot of a paper, or stands in capitals."""
    return bool(OF_HEAD.match(row)) or is_quoc_hieu(row) or is_tieu_ngu(row) or (row.strip().isupper() and not ends(row))


def _runs_on(above: str, row: str) -> bool:
    return bool(above.strip()) and row.strip()[:1].islower() and mark_of(row.strip()) is None and not ends(above)


def _goes_on(before: Sequence[str], row: str, width: int) -> bool:
    """Return whether `row` goes on with the line above, the last of those `before` that are one with it already."""
    above = before[-1].rstrip()
    opens = mark_of(row.strip()) or BASIS.match(row) or is_of_head(row)
    if not above or "\t" in row or "\t" in above or opens or is_of_head(above):
        return False
    mark = mark_of(before[0].strip())
    is_title = len(before) == 1 and mark is not None and mark.cap <= Cap.KHOAN
    is_full = len(above) >= (_FULL_TITLE if is_title else _FULL) * width
    if ends(above):  # "… giữa các sở, ban, ngành," was broken there where small letters go on
        return is_full and row.strip()[:1].islower() and not above.endswith(".")
    return _runs_on(above, row) or (is_full and not row.startswith((" ", "\u00a0")))


def _with_title_apart(lines: Sequence[Typed]) -> list[Typed]:
    """Return `lines`; a first line "Kế hoạch … năm 2026" as the kind of paper and its subject, where no line names the kind."""
    top = [place for place, line in enumerate(lines) if line.words][:_HEAD_LINES]
    if any(kind_of(line.words) for line in (lines[place] for place in top)):
        return list(lines)
    for place in top:
        text = lines[place].words
        if mark_of(text) or BASIS.match(text):
            break
        if (match := _SUBJECT.match(text)) and len(text) <= LONGEST_SUBJECT and not text.endswith((".", ":", ";")):
            apart = [Typed(match[1].upper()), Typed(text[match.end() :])]
            return [*lines[:place], *apart, *lines[place + 1 :]]
    return list(lines)


class _Roles:
    """Tells the lines that stand in the middle of the page by their words: kind and subject, heads of appendices."""

    def __init__(self) -> None:
        self._had_title = False
        self._open: Literal["", "subject", "appendix"] = ""
        self._lines = 0

    def told(self, lines: Sequence[Typed]) -> Iterator[Typed]:
        seen = 0
        for line in lines:
            text = line.words
            seen += bool(text)
            if not self._had_title and seen <= _HEAD_LINES and kind_of(text) and text.isupper():
                self._had_title, self._open, self._lines = True, "subject", 0
                yield replace(line, role="title")
            elif APPENDIX.match(text):
                self._open, self._lines = "appendix", 0
                yield replace(line, role="title")
            elif self._open and text:
                yield replace(line, role=self._role(line))
            else:
                self._open = self._open if not text and not self._lines else ""
                yield line

    def _role(self, line: Typed) -> Role:
        """Return the role of a line under a title: the title goes on until a line that is none."""
        text = line.words
        if _POINTER.match(text):
            self._open = ""
            return "pointer"
        is_none = "\t" in text or mark_of(text) or _NO_TITLE.match(text) or ADDRESSED.match(text) or ends(text)
        if is_none or len(text) > LONGEST_SUBJECT or (self._open == "appendix" and self._lines and not text.isupper()):
            self._open = ""
            return ""
        self._lines += 1
        return "title"
