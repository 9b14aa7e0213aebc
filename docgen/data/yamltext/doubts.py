"""What is doubtful in texts that were read: characters that must not be printed, swallowed lines, comments that are words."""

import re
from enum import StrEnum
from typing import Final

import yaml

from docgen.data import charcheck
from docgen.data.charcheck import Position, SourceText, line_and_column
from docgen.data.yamltext import slips
from docgen.data.yamltext.parser import mark_of
from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

_COMMENT_BEHIND_WORDS: Final = lazy_re(r"#(?<=[ \t]#)[^\n]*")
_LISTED: Final = lazy_re(rf"(?P<sign>[-*+→>{slips.BULLETS}])\s*(?=\S)|(?P<number>\d{{1,2}}[.)])\s|(?P<letter>[a-zđ]\))\s")
_ITEM_BELOW: Final = lazy_re(r"- |[•●▪■◦○‣]")
_NUMBERED: Final = lazy_re(r"#\s*\d")
_ENDS_A_SENTENCE: Final = lazy_re(r"[.;,]\s*\Z")
_ENDED: Final = lazy_re(r"[.;:!?…]\W*\Z")
_TOLD_COMMENT: Final = (
    "chữ sau dấu # trên dòng này là lời ghi chú nên không in; nếu là của câu chữ thì đặt cả câu trong dấu nháy kép, "
    "nếu là ghi chú thì để hai dấu cách trước dấu # để docgen không nhắc nữa"
)
_MOST_TOLD: Final = 200  # of comments that may be words; whoever has more sees what is meant
_NEAR: Final = 5  # lines: what is wrong further down is a fault of its own


class _Comment(StrEnum):
    """What stands behind a number sign; of words of the text in front, how to write them if they are a comment after all."""

    COMMENT = "là lời ghi chú"
    MAYBE_WORDS = "có thể là câu chữ"
    GLUED_WORDS = "thêm dấu cách sau dấu #"
    WORDS = "để ít nhất hai dấu cách trước dấu #"
    WORDS_BELOW = "ghi ở trên câu này"


class Doubts:
    """What is doubtful in the scalars of `source`, each place with its sentence; `remarks` hinder nothing.

    `spans` are the first and last index of the scalars, as far as anything in `source` is doubtful.
    """

    def __init__(self, source: SourceText) -> None:
        self.problems: list[tuple[Position, str]] = []
        self.remarks: list[tuple[Position, str]] = []
        self.spans: list[tuple[int, int]] = []
        self._source = source
        self._comments = _comments_behind_words(source.read)
        self._slips: list[int] = []
        self._is_clean = charcheck.is_clean(source.read)

    def explain(self, line: int) -> bool:
        """Return whether a line that was swallowed just above the line `line` explains what is wrong there."""
        return any(above <= line <= above + _NEAR for above in self._slips)

    def look_at(self, event: yaml.ScalarEvent) -> None:
        """Add what is doubtful in the text of `event`."""
        if event.style not in ("|", ">") and (event.value[0] == "-" or _stands_on_several_lines(event)):
            self._check_lines(event)
        may_be_odd = not self._is_clean or event.style == '"'  # in which an escape may spell what stands nowhere in the source
        suspect = may_be_odd and next(charcheck.find(event.value), None) is not None
        if not suspect and not self._comments and not self._source.removed:
            return
        start, end = mark_of(event.start_mark).index, mark_of(event.end_mark).index
        self.spans.append((start, end))
        if suspect:
            raw = self._source.read[start:end]
            for offset, message in list(charcheck.find(raw)) or [(0, message) for _, message in charcheck.find(event.value)]:
                self.problems.append((line_and_column(self._source.read, start + offset), message))
        if event.implicit[0] and (comment := self._comments.get(end)):
            self._check_comment(start, end, comment)

    def _indent(self, index: int) -> int:
        """Return how far the line is indented on which the letter `index` stands."""
        line = self._source.read[self._source.read.rfind("\n", 0, index) + 1 : index]
        return len(line) - len(line.lstrip(" "))

    def _check_comment(self, start: int, end: int, comment: re.Match[str]) -> None:
        """Refuse a comment that goes on with the words from `start` to `end`; tell one that may."""
        read = self._source.read
        kind = _comment_kind(read[start:end], self._indent(start), read[end : comment.start()], comment.group())
        if kind is _Comment.COMMENT or len(self.remarks) + len(self.problems) >= _MOST_TOLD:
            return
        position = line_and_column(read, comment.start())
        if kind is _Comment.MAYBE_WORDS:
            self.remarks.append((position, _TOLD_COMMENT))
        else:
            words = "bị hiểu là lời ghi chú nên không được in; nếu là câu chữ thì đặt cả câu trong dấu nháy kép"
            self.problems.append((position, f"“{shortened(comment.group())}” {words}, nếu là ghi chú thì {kind}"))

    def _check_lines(self, event: yaml.ScalarEvent) -> None:
        """Tell lines that a text swallowed, unquoted or in a quote that nobody closed, and an odd blank behind a dash."""
        start = mark_of(event.start_mark)
        raw = self._source.read[start.index : mark_of(event.end_mark).index]
        if event.style in ("'", '"'):
            found = slips.quote_over_lines(raw, self._indent(start.index))
            slip = (0, found) if found else None
        else:
            slip = slips.on_dash(raw) or _run_together(raw)
        if slip:
            position = line_and_column(self._source.read, start.index + slip[0])
            self._slips.append(position[0])
            self.problems.append((position, slip[1]))


def _stands_on_several_lines(event: yaml.ScalarEvent) -> bool:
    return mark_of(event.start_mark).line != mark_of(event.end_mark).line


def _comment_kind(words: str, indent: int, gap: str, comment: str) -> _Comment:
    """Return what `comment`, with its number sign, is behind `words`, on a line indented by `indent`, and the blanks of `gap`.

    Comments of docgen's own, behind two blanks or behind a single number or word are comments. "Phòng # 15, tầng 2." goes on.
    """
    if re.match(r"#\w", comment) and "\n" not in gap:
        return _Comment.GLUED_WORDS
    goes_on = not _ENDED.search(words) and any(letter.isalpha() for letter in words)
    numbered = bool(_NUMBERED.match(comment)) and goes_on
    if "\n" in gap:
        lines = gap.split("\n")
        return _Comment.WORDS_BELOW if numbered and len(lines) == 2 and len(lines[1]) > indent else _Comment.COMMENT
    if len(gap) > 1 or not goes_on or comment.startswith("# docgen:"):
        return _Comment.COMMENT
    if numbered or _ENDS_A_SENTENCE.search(comment):
        return _Comment.WORDS
    return _Comment.MAYBE_WORDS if " " in words.strip() else _Comment.COMMENT


def _comments_behind_words(text: str) -> dict[int, re.Match[str]]:
    """Return the comments that stand behind other words, by the index at which those end."""
    found = {}
    for match in _COMMENT_BEHIND_WORDS.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[line_start : match.start()].rstrip(" \t")
        found[line_start + len(before) if before else _end_above(text, line_start)] = match
    return found


def _end_above(text: str, index: int) -> int:
    """Return the index at which the last words above the line that begins at `index` end."""
    while index > 0 and text[index - 1].isspace():
        index -= 1
    return index


def _run_together(raw: str) -> tuple[int, str] | None:
    """Return where, and how, lines of a list were read as one unquoted text `raw`, as typed over several lines."""
    first, *others = raw.split("\n")
    opening, at = _LISTED.match(first), len(first) + 1
    for line in others:
        bare = line.lstrip()
        mark = _LISTED.match(bare)
        if mark and opening and mark.lastgroup == opening.lastgroup and (mark["sign"] or "") == (opening["sign"] or ""):
            sign, words = opening.group().strip(), shortened(first[opening.end() :])
            said = "bị nối thành một câu; viết mỗi dòng như"
            if sign == "-":
                return 0, f'sau dấu "-" ở đầu dòng phải có một dấu cách, nếu không các dòng này {said} "- {words}"'
            return 0, f'“{sign}” không phải dấu gạch đầu dòng của YAML nên các dòng này {said} "- {words}"'
        if _ITEM_BELOW.match(bare):
            return at + len(line) - len(bare), (
                f"dòng này mở đầu bằng “{bare[0]}” nhưng bị nối vào câu ở dòng trên; các dòng của một danh sách cùng mở đầu "
                'bằng "- " và thụt đầu dòng bằng nhau, câu nối tiếp thì không mở đầu bằng dấu gạch'
            )
        at += len(line) + 1
    return None
