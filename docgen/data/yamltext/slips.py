"""Slips of the pen in YAML, as its lines show them: what the parser trips over further down, or takes for text in silence."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

Pointed: TypeAlias = tuple[int, int, str]  # line and column to point at, from 0, and the sentence

_ODD: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
BULLETS: Final = "–—−•●▪■◦○‣·"
_ODD_SPACE: Final = lazy_re(rf"[ \t]*([{_ODD}])|[ \t]*(-|[^\W\d]\w*:)[ ]*([{_ODD}])")
_GLUED: Final = lazy_re(r"( *)-(?=[^\s\d-])(.*)")
_BULLET: Final = lazy_re(rf"( *)(?:([{BULLETS}])\s*|([*+→>])\s+)(?=\S)(.*)")
_NUMBERED_KEY: Final = lazy_re(r"( *)((?:[IVXL]+|\d{1,2}|[a-zđ])[.)])\s*([a-z]\w* *:(?:\s|$).*)", re.ASCII)
_RULE: Final = lazy_re(r"( *)(([-*=_~+])\3{2,})\s*")
_STRAY: Final = lazy_re(r"( *)([^\w\s#\"'\[{-]{1,2}) *(?=(?:- +)?[a-z]\w* *:(?:\s|$))", re.ASCII)
_SIGNED_KEY: Final = lazy_re(rf"([-*+→>{BULLETS}]|(?:[IVXL]+|\d{{1,2}}|[a-zđ])[.)])\s*([a-z]\w*)", re.ASCII)
_STRUCTURE: Final = lazy_re(r"( *)((?:-(?: +|$))*+)(?:([a-z]\w*) *:(?=\s|$))?(.*)", re.ASCII)
_KEY_ALONE: Final = lazy_re(r"[a-z]\w*", re.ASCII)
_KEY_WITHOUT_COLON: Final = lazy_re(r"([a-z]\w*)(?:(:)(?!/)|\s*([：=;])\s*|\s+)(\S.*)", re.ASCII)
BLOCK_OPENED: Final = lazy_re(r".*:\s+([|>][-+]?)\s*(?:#.*)?")
_QUOTE_OPENS: Final = lazy_re(r"^[ \t]*(?:- +)*+(?:[^\s\"'#:][^\"'#:\n]*: +)?([\"'])", re.MULTILINE)
_QUOTED: Final = lazy_re(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
_BELOW_IN_A_QUOTE: Final = lazy_re(r"\n( *)(?:- |[a-z]\w*:(?:\s|$))", re.ASCII)
_OPENING: Final = "“‘„‟‚‛«"
_CLOSING: Final = "”’»"
_BOLD_OPENS: Final = lazy_re(r"\*\*(?=[^\s*]).*")
_CURLIES: Final = _OPENING + _CLOSING
_CURLY_OPENS: Final = lazy_re(rf"( *(?:- +)*+(?:[^\s:\"'{_CURLIES}]+: +)?)([{_CURLIES}].*)")


class _Level(NamedTuple):
    """A place at which a line may go on: its column, the word or the dash there, on which line, from 0."""

    column: int
    word: str
    line: int
    is_dash: bool


def on_line(line: str) -> tuple[int, str] | None:
    """Return what is wrong with how `line` opens, with the column, from 0: an odd blank, a glued dash, another sign."""
    if match := _ODD_SPACE.match(line):
        where = f"sau “{match[2]}”" if match[2] else "đầu dòng"
        return match.start(1) if match[1] else match.start(3), _odd_space(where, match[1] or match[3])
    if match := _RULE.fullmatch(line):
        return len(match[1]), f"dòng kẻ “{shortened(match[2], 10)}” không phải dữ liệu; xóa đi, hoặc thêm dấu # ở đầu dòng"
    if match := _NUMBERED_KEY.match(line):
        return len(match[1]), _not_a_dash(match[2], match[3])
    if match := _GLUED.match(line):
        return len(match[1]), f'sau dấu "-" ở đầu dòng phải có một dấu cách; viết "- {shortened(match[2])}"'
    if match := _BULLET.match(line):
        return len(match[1]), _not_a_dash(match[2] or match[3], match[4])
    if match := _STRAY.match(line):
        return len(match[1]), f"thừa “{match[2]}” ở đầu dòng; xóa đi"
    return None


def _odd_space(where: str, blank: str) -> str:
    return f"{where} có dấu cách lạ U+{ord(blank):04X} (thường do dán từ Word, trang web); xóa rồi gõ lại bằng phím cách"


def _not_a_dash(sign: str, words: str) -> str:
    return f'“{sign}” không phải dấu gạch đầu dòng của YAML; viết "- {shortened(words)}" (dấu trừ rồi một dấu cách)'


def sign_before_key(key: str) -> str | None:
    """Return that `key`, as it was read, opens with a sign or a number in place of a dash."""
    match = _SIGNED_KEY.fullmatch(key)
    return _not_a_dash(match[1], f"{match[2]}: …") if match else None


def quote_left_open(text: str, at: int) -> Pointed | None:
    """Return the quote that opens above the letter `at` and is closed only further down, where the next quote stands."""
    behind = 0
    while (match := _QUOTE_OPENS.search(text, behind)) and match.start(1) < at:
        quoted = _QUOTED.match(text, match.start(1))
        end = quoted.end() if quoted else len(text)
        below = _BELOW_IN_A_QUOTE.search(text[match.start(1) : end])
        if below and at <= (text.find("\n", end) + 1 or len(text)):
            line, column = text.count("\n", 0, match.start(1)), match.start(1) - match.start()
            return line, column, _not_closed(text[match.start(1) : end], below.start())
        behind = end
    return None


def quote_over_lines(raw: str, indent: int) -> str | None:
    """Return what is wrong with a quoted text, as typed on a line that is indented by `indent`, that swallows lines below it."""
    for match in _BELOW_IN_A_QUOTE.finditer(raw):
        if len(match[1]) <= indent or match.group().rstrip().endswith(":"):
            return _not_closed(raw, match.start())
    return None


def _not_closed(raw: str, below: int) -> str:
    swallowed = shortened(raw[below:].split("\n")[1].strip())
    return f"dấu nháy mở ở đây chưa đóng mà dòng dưới đã là “{swallowed}”; thêm dấu nháy đóng ở cuối câu"


def curly_quotes(line: str, column: int) -> tuple[int, str] | None:
    """Return that the curly quotes around a value are none of YAML's, where its colon at `column` was taken for a key's."""
    match = _CURLY_OPENS.match(line)
    return (len(match[1]), in_straight_quotes(match[2])) if match and match.start(2) < column else None


def bold_opening(line: str, column: int) -> str | None:
    """Return that the text at `column` opens with a mark of bold letters, which YAML takes for a name of its own."""
    match = _BOLD_OPENS.match(line, column)
    if match is None:
        return None
    mark = "'" if '"' in match.group() else '"'
    return f"câu mở đầu bằng ** phải đặt trong dấu nháy: {mark}{shortened(match.group())}{mark}"


def note_in_a_list(line: str, column: int) -> tuple[int, str] | None:
    """Return that a footnote is called for in an unquoted text within the brackets that open at `column`."""
    at = line.find("[^", column + 1)
    said = f"chữ có dấu chú thích {line[at:].partition(']')[0]}] trong dấu {line[column]} phải đặt trong dấu nháy kép"
    return (at, said) if at >= 0 else None


def in_straight_quotes(text: str) -> str:
    """Return how a text in curly quotes has to be written."""
    mark = "'" if '"' in text else '"'
    words = shortened(text.strip())
    return f"dấu nháy cong “ ” là của câu chữ, YAML không coi là dấu nháy; đặt cả câu trong dấu nháy thẳng: {mark}{words}{mark}"


def curly_before_colon(text: str) -> bool:
    """Return whether a colon stands inside curly quotes, which do not hide it from YAML."""
    inside = 0
    for letter, behind in pairwise(text):
        inside += (letter in _OPENING) - (letter in _CLOSING)
        if letter == ":" and behind == " " and inside > 0:
            return True
    return False


def leaves_curly_open(text: str) -> bool:
    """Return whether a curly quote opens in `text` that does not close there."""
    return sum(letter in _OPENING for letter in text) > sum(letter in _CLOSING for letter in text)


def indented(lines: Sequence[str], number: int) -> Pointed | None:
    """Return that the line `number`, from 0, stands in no column of those above: how far it is indented, how far it should be."""
    match = _STRUCTURE.match(lines[number])
    if not match or not (match[2] or match[3]):
        return None
    found, above = len(match[1]), list(_levels(lines, number))
    bare = _bare_item(lines, number) if match[3] else None
    if bare is not None and found >= bare.column:
        if (key := _KEY_WITHOUT_COLON.fullmatch(bare.word)) and (key[2] or key[3] or "_" in key[1]):
            return bare.line, lines[bare.line].index(bare.word), _colon(key)
        sentence = f"“{match[3]}” không đứng dưới một câu viết thẳng sau dấu “-” được"
        return number, found, f'{sentence}; viết câu đó thành ⦃"- noi_dung: …" ("- ten: …" nếu là nhiệm vụ)¦một ý riêng⦄'
    if match[3] and (title := _words_above(lines, number, found)) is not None:
        return without_key(lines, title)
    fitting = [level for level in above if level.is_dash == bool(match[2])]
    if not fitting or any(level.column == found for level in fitting):
        return None
    if found == 0:
        first = fitting[-1]
        told = f"dòng này thụt {first.column} dấu cách mà các dòng dưới viết sát lề trái; xóa dấu cách ở đầu dòng"
        return first.line, first.column, told
    best = min(fitting, key=lambda level: (abs(level.column - found), -level.column))
    sentence = f"dòng này thụt {found} dấu cách, không thẳng cột với dòng nào ở trên"
    wanted = f"thụt {best.column} dấu cách" if best.column else "viết sát lề trái"
    return number, found, f"{sentence}; {wanted} như “{best.word}” ở dòng {best.line + 1}"


def _levels(lines: Sequence[str], number: int) -> Iterator[_Level]:
    """Yield the columns that are open above the line `number`, the deepest first."""
    limit: int | None = None
    for above in range(number - 1, -1, -1):
        match = _STRUCTURE.match(lines[above])
        if match is None or not (match[2] or match[3]):
            continue
        columns = [_Level(match.start(2) + dash.start(), "-", above, True) for dash in re.finditer("-", match[2])]
        columns += [_Level(match.start(3), match[3], above, False)] if match[3] else []
        yield from (level for level in reversed(columns) if limit is None or level.column < limit)
        limit = len(match[1]) if limit is None else min(limit, len(match[1]))


def _bare_item(lines: Sequence[str], number: int) -> _Level | None:
    """Return the dash, with the words behind it, where the last item above the line `number` is a text without a key."""
    for above in range(number - 1, -1, -1):
        match = _STRUCTURE.match(lines[above])
        if match and (match[2] or match[3]):
            words = match[4].strip()
            is_bare = match[2] and not match[3] and words[:1] not in ("", "{", "[", "#")
            return _Level(len(match[1]), words, above, is_dash=True) if is_bare else None
    return None


def _words_above(lines: Sequence[str], number: int, indent: int) -> int | None:
    """Return the line of bare words just above the line `number`, in the same column, that YAML takes for one with its key."""
    above = next((each for each in range(number - 1, -1, -1) if lines[each].strip()), None)
    if above is None or (match := _STRUCTURE.match(lines[above])) is None:
        return None
    is_bare = not match[2] and not match[3] and len(match[1]) == indent and not match[4].startswith("#")
    return above if is_bare else None


def without_key(lines: Sequence[str], number: int) -> Pointed:
    """Return what is wrong with the line `number`, from 0, that has no key with its colon and its blank."""
    line = lines[number]
    words, found = line.strip(), len(line) - len(line.lstrip())
    above = next((each for each in range(number - 1, -1, -1) if lines[each].strip()), None)
    if above is not None and (opened := BLOCK_OPENED.fullmatch(lines[above])):
        wanted = len(lines[above]) - len(lines[above].lstrip(" -")) + 2
        return number, found, f"chữ dưới dấu {opened[1]} của dòng {above + 1} phải thụt vào; thụt {wanted} dấu cách"
    if _KEY_ALONE.fullmatch(words):
        return number, found, f'thiếu dấu hai chấm sau “{words}”; viết "{words}:"'
    match = _KEY_WITHOUT_COLON.fullmatch(words)
    if match and (match[2] or match[3]):
        return number, found, _colon(match)
    return number, found, _prose(lines, number, found, words, match)


def _colon(key: re.Match[str]) -> str:
    told = f"“{key[3]}” không phải dấu hai chấm" if key[3] else f"thiếu dấu hai chấm sau “{key[1]}”"
    return f'{"sau dấu hai chấm phải có một dấu cách" if key[2] else told}; viết "{key[1]}: {shortened(key[4])}"'


def _prose(lines: Sequence[str], number: int, found: int, words: str, key: re.Match[str] | None) -> str:
    told = f'viết "{key[1]}: {shortened(key[4])}"' if key else 'viết "tên mục: nội dung"'
    bare, deepest = _bare_item(lines, number), next(_levels(lines, number), None)
    if deepest is None:
        return f"dòng này thiếu tên mục và dấu hai chấm; {told}, hoặc nếu là ghi chú thì thêm dấu # ở đầu dòng"
    follows = f"hoặc nếu nối tiếp câu ở trên thì thụt {(bare or deepest).column + 2} dấu cách"
    if bare is not None and found >= bare.column:
        return f'dòng này thiếu dấu "- " ở đầu; viết "- {shortened(words)}", {follows}'
    return f"dòng này thiếu tên mục và dấu hai chấm; {told}, {follows}"


def odd_opening(key: str) -> str | None:
    """Return that an odd blank stands in front of a key, so that it is indented in vain."""
    match = _ODD_SPACE.match(key)
    return _odd_space("đầu dòng", match[1]) if match and match[1] else None


def on_dash(raw: str) -> tuple[int, str] | None:
    """Return the odd blank behind the dash that `raw`, an unquoted text as typed, opens with."""
    match = _ODD_SPACE.match(raw)
    return (0, _odd_space(f"sau “{match[2]}”", match[3])) if match and match[2] == "-" else None
