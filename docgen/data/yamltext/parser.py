"""The YAML parser: what it tells of a text, event by event, and in Vietnamese what it found wrong and what to do about it."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from docgen.data.charcheck import Position
from docgen.data.yamltext import slips
from docgen.text.patterns import lazy_re

MAX_DEPTH: Final = 50
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAB: Final = "dòng này thụt đầu dòng bằng phím Tab; YAML chỉ nhận dấu cách, hãy thay mỗi Tab bằng 2 dấu cách"
_LONE_KEY: Final = lazy_re(r" *(?:- +)*+(?:[^\W\d]\w*)? *")
_KEY_BEHIND_A_SIGN: Final = lazy_re(r" *(?:[^\w\s\"'#]|\w{1,4}[.)]) *\w+ *:(?:\s|\Z)")
_KEY: Final = lazy_re(r"[a-z]\w* *:(?:\s|$)", re.ASCII)
_PARTS_WITHOUT_SIGN: Final = lazy_re(r" *(?:- +)*+phan:\s*(?:#.*)?")
_FIRST_PART: Final = lazy_re(r" *(?:\*\*)?(?:[Pp]hần |PHẦN )?[IVX]+\s?[.)/:-]\s*(?![a-z_]+ *:)[^\W\d_]")
_UNKNOWN: Final = "chỗ này không đúng cách viết YAML; xem lại dấu nháy, dấu ngoặc và thụt đầu dòng"

Pointed: TypeAlias = tuple[int, str]  # the column on the line to point at, from 0, and the sentence


class _Explanation(NamedTuple):
    pattern: str
    point: Callable[[str, int], Pointed]
    at_opening: bool = False  # whether the fault shows where the thing being read opens, not where the parser gave up
    slip: Callable[[Sequence[str], yaml.Mark], slips.Pointed | None] | None = None  # looks for what the lines show themselves


def _words(words: str) -> Callable[[str, int], Pointed]:
    return lambda _, column: (column, words)


def _not_a_list(words: str) -> Callable[[str, int], Pointed]:
    curly = "; dấu nháy cong “ ” không phải dấu nháy của YAML, câu có dấu hai chấm phải ở trong dấu nháy thẳng"
    return lambda line, column: (column, words + (curly if slips.curly_before_colon(line) else ""))


def _cannot_open(line: str, column: int) -> Pointed:
    if column >= len(line):
        return column, "đến đây vẫn thiếu dấu ] hoặc } để đóng dấu [ hoặc { mở ở trên"
    return column, f"ký tự {line[column]} không mở đầu một giá trị được; đặt cả câu trong dấu nháy kép"


def _backslash(line: str, column: int) -> Pointed:
    words = r"dấu \ trong dấu nháy kép có nghĩa riêng; viết \\ hoặc dùng dấu nháy đơn"
    return max(line.rfind("\\", 0, column + 1), 0), words


def _not_closed(line: str, column: int) -> Pointed:
    if "”" in line[column:]:
        return column, "dấu nháy mở ở đây là dấu nháy thẳng mà dấu đóng là dấu nháy cong ”; gõ lại dấu đóng cho giống dấu mở"
    return column, "dấu nháy mở ở đây không có dấu nháy đóng"


def _out_of_line(line: str, column: int) -> Pointed:
    match line[:column].rstrip()[-1:]:
        case '"' | "'":
            return column, (
                "còn chữ sau dấu nháy đóng; nếu dấu nháy là của câu chữ thì đặt cả câu trong dấu nháy đơn, "
                "nếu không thì xem các dòng trên có quên dấu nháy đóng không"
            )
        case "]" | "}" as bracket:
            return column, f"còn chữ sau dấu {bracket} đóng; nếu là câu chữ thì đặt cả câu trong dấu nháy kép"
        case _:
            return column, (
                "thụt đầu dòng không khớp với các dòng trên, hoặc còn chữ thừa sau dấu nháy đóng; "
                "các mục cùng cấp phải thẳng cột nhau"
            )


def _line_opens_wrong(lines: Sequence[str], mark: yaml.Mark) -> slips.Pointed | None:
    found = slips.on_line(lines[mark.line])
    return (mark.line, *found) if found else None


def _alias_is_text(lines: Sequence[str], mark: yaml.Mark) -> slips.Pointed | None:
    bold = slips.bold_opening(lines[mark.line], mark.column)
    return (mark.line, mark.column, bold) if bold else _line_opens_wrong(lines, mark)


def _note_in_a_list(lines: Sequence[str], mark: yaml.Mark) -> slips.Pointed | None:
    found = slips.note_in_a_list(lines[mark.line], mark.column)
    return (mark.line, *found) if found else None


def _line_without_key(lines: Sequence[str], mark: yaml.Mark) -> slips.Pointed | None:
    return _line_opens_wrong(lines, mark) or slips.without_key(lines, mark.line)


def _line_out_of_place(lines: Sequence[str], mark: yaml.Mark) -> slips.Pointed | None:
    """Return how the line, or the key above it, opens wrongly, that its quotes are none, or that it stands in no column."""
    line = lines[mark.line]
    above = next((number for number in range(mark.line - 1, -1, -1) if lines[number].strip()), mark.line)
    for number in (mark.line, above) if _KEY_BEHIND_A_SIGN.match(lines[above]) else (mark.line,):
        if found := slips.on_line(lines[number]):
            return (number, *found)
    if curly := slips.curly_quotes(line, mark.column):
        return (mark.line, *curly)
    return slips.indented(lines, mark.line) if _LONE_KEY.fullmatch(line, 0, mark.column) else None


def _in_typed_body(lines: Sequence[str], number: int) -> slips.Pointed | None:
    """Return that the line `number`, from 0, leaves the text below a `|` by its indent, or that `phan:` above has no `|`."""
    for above in range(number - 1, -1, -1):
        line = lines[above]
        first = next((each for each in range(above + 1, number + 1) if lines[each].strip()), number)
        if _PARTS_WITHOUT_SIGN.fullmatch(line) and _FIRST_PART.match(lines[first]):
            return above, len(line) - len(line.lstrip(" -")), "nội dung gõ như trong Word thì viết dưới dấu |; viết “phan: |”"
        if opened := slips.BLOCK_OPENED.fullmatch(line):
            wanted, found = (len(lines[each]) - len(lines[each].lstrip(" ")) for each in (first, number))
            told = f"dòng này thụt {found} dấu cách mà dòng {first + 1}, dòng đầu dưới dấu {opened[1]}, thụt {wanted}"
            return (number, found, f"{told}; các dòng dưới dấu {opened[1]} thụt như dòng đầu trở lên") if first < number else None
        if _KEY.match(line):
            return None
    return None


_EXPLANATIONS: Final = (
    _Explanation(
        "mapping values are not allowed",
        _words(
            "có dấu hai chấm ở chỗ YAML không cho phép; nếu là câu chữ thì đặt cả câu trong dấu nháy kép, "
            'ví dụ "Thời gian: quý II"; nếu là mục mới thì xem lại thụt đầu dòng'
        ),
        slip=_line_out_of_place,
    ),
    _Explanation(
        "sequence entries are not allowed",
        _words('dấu "- " không đứng được ở đây; xuống dòng rồi mới viết "- …", hoặc đặt câu trong dấu nháy kép'),
        slip=_line_out_of_place,
    ),
    _Explanation("cannot start any token|node content|mapping keys are not allowed", _cannot_open),
    _Explanation("(scanning|parsing) a (tag|directive)|tag handle", _cannot_open, at_opening=True),
    _Explanation("scanning a quoted scalar", _not_closed, at_opening=True),
    _Explanation("parsing a quoted scalar|scanning a double-quoted scalar", _backslash),
    _Explanation(
        "parsing a flow sequence",
        _not_a_list("dấu [ mở ở đây không có dấu ] đóng, hoặc thiếu dấu phẩy giữa hai giá trị"),
        at_opening=True,
        slip=_note_in_a_list,
    ),
    _Explanation(
        "parsing a flow mapping",
        _not_a_list("dấu { mở ở đây không có dấu } đóng, hoặc thiếu dấu phẩy giữa hai mục"),
        at_opening=True,
        slip=_note_in_a_list,
    ),
    _Explanation(
        "scanning an? (alias|anchor)",
        _words("dấu * hoặc & mở đầu một tên riêng của YAML; đặt cả câu trong dấu nháy kép"),
        at_opening=True,
        slip=_alias_is_text,
    ),
    _Explanation(
        "scanning a block scalar", _words("sau dấu | hoặc > phải xuống dòng; nếu là câu chữ thì đặt cả câu trong dấu nháy kép")
    ),
    _Explanation(
        "could not find expected ':'", _words("dòng này thiếu tên mục và dấu hai chấm"), at_opening=True, slip=_line_without_key
    ),
    _Explanation("expected key|expected '-' indicator|<block end>|<document start>", _out_of_line, slip=_line_out_of_place),
)
_NOT_EXPLAINED: Final = _Explanation("", _words(_UNKNOWN))


def explain(error: yaml.YAMLError, text: str) -> tuple[Position, str]:
    """Return the line and column (from 1) at which `error` stands in `text`, and a Vietnamese sentence with the remedy."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return (1, 1), _UNKNOWN
    said = f"{error.context or ''} {error.problem or ''}"
    explanation = next((each for each in _EXPLANATIONS if re.search(each.pattern, said)), _NOT_EXPLAINED)
    mark = error.context_mark if explanation.at_opening and error.context_mark else error.problem_mark
    lines = [*text.split("\n"), ""]
    line = lines[mark.line]
    if "\t" in line[: len(line) - len(line.lstrip(" \t-"))]:
        return (mark.line + 1, mark.column + 1), _TAB
    found = _in_typed_body(lines, mark.line) or slips.quote_left_open(text, mark.index) if explanation.slip else None
    found = found or (explanation.slip(lines, mark) if explanation.slip else None)
    number, column, words = found or (mark.line, *explanation.point(line, mark.column))
    return (number + 1, column + 1), words


def events(text: str) -> Iterator[yaml.Event]:
    """Tell what the parser reads in `text`.

    Newer parsers limit nesting themselves, and look so far ahead that they give up before they have told of any level. The levels
    before that place are told here, so that `MAX_DEPTH` stops at the same bracket whatever the parser allows.
    """
    count = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            count += 1
            yield event
    except yaml.MarkedYAMLError as error:
        before = list(_events_before(error, text))
        if _depth(before) > MAX_DEPTH:
            yield from before[count:]
        raise


def _events_before(error: yaml.MarkedYAMLError, text: str) -> Iterator[yaml.Event]:
    """Tell what stands in `text` before the place where `error` was found, as far as it can be read."""
    with suppress(yaml.YAMLError):
        yield from yaml.parse(text[: mark_of(error.problem_mark).index], Loader=_LOADER)


def _depth(events: Sequence[yaml.Event]) -> int:
    """Return how many levels are open at once where most are."""
    steps = (isinstance(each, yaml.CollectionStartEvent) - isinstance(each, yaml.CollectionEndEvent) for each in events)
    return max(accumulate(steps), default=0)


def mark_of(mark: Any) -> yaml.Mark:
    """Return a mark of the parser's, which its types allow to be missing and which it always sets."""
    if mark is None:
        raise AssertionError("the parser marks every event")
    return mark  # type: ignore[no-any-return]  # the C parser's own marks have the same attributes


def position_of(event: yaml.Event) -> Position:
    """Return the line and the column, both from 1, at which `event` opens."""
    mark = mark_of(event.start_mark)
    return mark.line + 1, mark.column + 1
