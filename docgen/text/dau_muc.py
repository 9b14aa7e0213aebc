"""The marks that open typed lines: `I.` `1.` `1.1.` `a)` `-` `+`, in every way in which offices type them; what words behind say.

A mark that other words may open with too is not `sure`, and counts only in its turn. Only `typed_items` knows the lines around.
"""

from collections.abc import Collection, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple

from docgen.text.dinhdang import paragraphs
from docgen.text.patterns import lazy_re
from docgen.text.wording import letter, roman, roman_value

_LETTERS: Final = {letter(number): number for number in range(1, 120)}
_CAPITAL: Final = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_GOES_ON: Final = r"(?=\s|[^\W\d_](?!\.)|[*_\"“‘'(\[{]|$)"  # "V.I. Lênin" and "1.160 tỷ" open with no number
_DASHES: Final = "-–—−‐‑"
_DOTS: Final = "•●▪■◦○‣·❖➢➤►✓✔♦"
_WORDS_FOLLOW: Final = rf"(?=\s+[{_CAPITAL}*“\"])"


class Cap(IntEnum):
    """A level of the body, the outermost first."""

    PHAN = 1
    MUC = 2
    TIEU_MUC = 3
    KHOAN = 4
    Y = 5
    CONG = 6


class Mark(NamedTuple):
    """A mark as it was typed, its level, its number (0 of a dash; `above` that of the mục before it), where its words begin.

    `sure`: whether no other words open so; `too_deep`: whether it is of a level below `1.1.` that the data do not have.
    """

    typed: str
    cap: Cap
    number: int
    above: int
    end: int
    sure: bool
    too_deep: bool = False


class _Form(NamedTuple):
    pattern: str
    cap: Cap
    sure: bool = True
    too_deep: bool = False


_FORMS: Final = tuple(
    (lazy_re(form.pattern), form)
    for form in (
        _Form(rf"(?:(?:Phần|PHẦN|phần)\s+)?(?P<roman>[IVX]+)\s?[.)/:]{{1,2}}{_GOES_ON}", Cap.PHAN),
        _Form(rf"(?:Phần|PHẦN|phần)\s+(?P<roman>[IVX]+)(?:{_WORDS_FOLLOW}|$)", Cap.PHAN),
        _Form(rf"(?P<roman>[IVX]+)\s?[-–—]{_WORDS_FOLLOW}", Cap.PHAN, sure=False),
        _Form(r"\d{1,2}(?:\.\d{1,2}){2,4}[.)](?=\s|[^\W\d_])", Cap.TIEU_MUC, too_deep=True),
        _Form(rf"(?P<above>\d{{1,2}})(?:\.\d{{1,2}}){{2}}{_WORDS_FOLLOW}", Cap.TIEU_MUC, sure=False, too_deep=True),
        _Form(rf"(?P<above>\d{{1,2}})\.(?P<number>\d{{1,2}})[.)/:]{{1,2}}{_GOES_ON}", Cap.TIEU_MUC),
        _Form(rf"(?P<above>\d{{1,2}})\.(?P<number>\d{{1,2}}){_WORDS_FOLLOW}", Cap.TIEU_MUC, sure=False),
        _Form(rf"[IVX]+\.(?P<number>\d{{1,2}})[.)]?{_WORDS_FOLLOW}", Cap.MUC, sure=False),
        _Form(rf"(?P<number>\d{{1,3}})[.)]{{1,2}}{_GOES_ON}", Cap.MUC),
        _Form(r"(?P<number>\d{1,3})/(?=\s*[^\W\d_*])", Cap.MUC, sure=False),
        _Form(rf"(?P<number>\d{{1,2}})\s?[-–—]{_WORDS_FOLLOW}", Cap.MUC, sure=False),
        _Form(rf"(?P<letter>[a-zđ]{{1,2}})\){_GOES_ON}", Cap.KHOAN),
        _Form(r"(?:\((?P<letter>[a-zđ])\)|(?P<plain>[a-zđ])(?:[./]|\s?[-–]))(?=\s+\S)", Cap.KHOAN, sure=False),
        _Form(rf"[{_DASHES}{_DOTS}](?=\s|[^\W\d_]|[*\"“‘'(\[]|$)|o(?=\t)", Cap.Y),
        _Form(r"\*(?=\s)", Cap.Y),
        _Form(r"\+(?=\s|[^\W\d_]|[*\"“‘'(\[]|$)", Cap.CONG),
    )
)
_BULLET: Final = lazy_re(r"(?:[→⇒∙⁃▫▶□☐◆◇★✅\uf020-\uf0ff]|[=-]>|-{2,}(?=\s?[^\W\d_]))\s*")  # the last are symbol fonts' bullets
_DASH_BEFORE_NUMBER: Final = lazy_re(rf"[{_DASHES}+](?=\d)")
_SHORT: Final = 40  # letters: a line that is broken for its length is longer
_FOOTNOTES: Final = r"(?:\s*\[\^\w+\])*"
_ENDS_A_SENTENCE: Final = lazy_re(rf"[.;,…][\"”’'»)\]*_]*{_FOOTNOTES}\s*\Z")
_ENDS_WITH_COLON: Final = lazy_re(rf":[\"”’'»*_]*{_FOOTNOTES}\s*\Z")
WHOLLY_BOLD: Final = lazy_re(rf"\*\*(?=\S)(?P<bold>(?:(?!\*\*).)+)(?<=\S)\*\*(?P<tail>\s*:?{_FOOTNOTES})", 16)  # 16: re.DOTALL
LEAD: Final = lazy_re(r"\*\*(?=\S)(?P<lead>(?:(?!\*\*).)*[^\s*:])\s*(?::\*\*|\*\*\s*:)\s*(?P<rest>\S.*)", 16)


def mark_of(line: str) -> Mark | None:
    """Return the mark that `line`, without blanks in front, opens with; None where it opens with words."""
    for pattern, form in _FORMS:
        if (match := pattern.match(line)) is None:
            continue
        found, above = match.groupdict(), int(match.groupdict().get("above") or 0)
        numeral, name = found.get("roman"), found.get("letter") or found.get("plain")
        number = roman_value(numeral) if numeral else _LETTERS.get(name, 0) if name else int(found.get("number") or 0)
        if (numeral and roman(number) != numeral) or (name and len(name) > 1 and not number):
            continue
        end = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
        return Mark(match.group().strip(), form.cap, number, above, end, form.sure, form.too_deep)
    return None


def ends_a_sentence(words: str) -> bool:
    """Return whether `words` end as a paragraph does: with `.`, `;`, `,` or `…`, be it inside a quote or bracket."""
    return _ENDS_A_SENTENCE.search(words) is not None


def ends_with_colon(words: str) -> bool:
    """Return whether `words` end with a colon, with which headings and sentences before a list end."""
    return _ENDS_WITH_COLON.search(words) is not None


def heads(words: str, *, deeper: bool) -> bool:
    """Return whether `words` behind a number are a heading; `deeper`: whether a deeper level stands on the next line.

    On 15 real plans 151 of 155 bold "1." lines end without a mark, and all 101 paragraphs with one.
    """
    if WHOLLY_BOLD.fullmatch(words):
        return True
    return deeper if ends_with_colon(words) else not ends_a_sentence(words)


def typed_items(text: str) -> list[tuple[int, str]]:
    """Return the items of one value or cell, a line each, without the marks typed before them, blank lines left out.

    The level of each is 0 without a mark, 1 with one, or 2 where it stands below the line above: `+` below `-`, any mark below
    words that end with a colon.
    Numbers are marks where they count up from 1; a long line that breaks off goes on with the next.
    """
    lines = paragraphs(text.strip())
    marks = [mark_of(line) for line in lines]
    dashes = [
        bool(_DASH_BEFORE_NUMBER.match(line)) or (mark is not None and mark.cap >= Cap.Y)
        for mark, line in zip(marks, lines, strict=True)
    ]
    counted = {cap for cap in (Cap.MUC, Cap.KHOAN) if _counts_up([mark.number for mark in marks if mark and mark.cap is cap])}
    items: list[tuple[int, str]] = []
    above: list[int] = []
    for line in lines:
        cap, words = _item_mark(line, counted, dashed=sum(dashes) > 1)
        if cap is None and items and _goes_on(items[-1][1], words):
            items[-1] = (items[-1][0], f"{items[-1][1]} {words}")
            continue
        above = [each for each in above if each < cap] if cap is not None else []
        items.append((0 if cap is None else min(len(above) + 1, 2), words))
        if cap is not None or ends_with_colon(words):
            above.append(cap or 0)
    return items


def _counts_up(numbers: Sequence[int]) -> bool:
    return len(numbers) > 1 and numbers[0] == 1 and all(later in (one + 1, 1) for one, later in pairwise(numbers))


def _item_mark(line: str, counted: Collection[Cap], *, dashed: bool) -> tuple[Cap | None, str]:
    """Return the level of the mark that `line` opens with, None where it opens with words, and the words behind all dashes."""
    cap: Cap | None = None
    while line:
        mark = mark_of(line)
        if mark is not None and (mark.cap in (Cap.Y, Cap.CONG) or (cap is None and mark.cap in counted)):
            cap, end = mark.cap, mark.end
        elif match := _BULLET.match(line) or (_DASH_BEFORE_NUMBER.match(line) if dashed else None):
            cap, end = Cap.Y, match.end()
        else:
            break
        if end == len(line):
            break
        line = line[end:]
    return cap, line


def _goes_on(before: str, line: str) -> bool:
    """Return whether `line` goes on with the long line `before`, which breaks off."""
    breaks_off = len(before) > _SHORT and not ends_with_colon(before) and (before.endswith(",") or not ends_a_sentence(before))
    return breaks_off and line[:1].islower()
