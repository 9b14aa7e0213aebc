"""The marks that open typed lines: `I.` `1.` `1.1.` `a)` `-` `+`, in every way in which offices type them; what words behind say.

Nothing here knows the lines around: a mark that other words may open with too is not `sure`, and counts only in its turn.
"""

from enum import IntEnum
from typing import Final, NamedTuple

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
