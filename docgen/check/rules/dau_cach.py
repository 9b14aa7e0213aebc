"""Rule of spacing: blanks around punctuation, blanks in a row, characters that nobody sees."""

import re
from collections.abc import Iterator
from itertools import accumulate, chain
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts
from docgen.check.gauges.lettering import THONG_LE
from docgen.check.gauges.prose import LOWER, UPPER, Hit, faults, places, prose, sentence
from docgen.check.mends import Composed
from docgen.text.patterns import lazy_re, rare_re

rule = Rules("Câu chữ")

_WORD: Final = rf"[{LOWER}{UPPER}]"
_TWO_LETTERS: Final = lazy_re(rf"[{LOWER}]{{2}}$")
_BLANK_TO_FILL: Final = lazy_re(r"(?:ngày|tháng|năm|giờ|[Ss]ố|Ngày) *$")
_ADDRESS: Final = lazy_re(r"@|://|www\.|\.(?:vn|com|org|net|edu|gov|docx?|xlsx?|pdf|zip)\b", re.IGNORECASE)
_BLANKS_AND_MARK: Final = tuple(f" {mark}" for mark in ",;:.!?")
_ENDS_PHRASE: Final = lazy_re(rf"[,;:.!?](?=[\s”)]|$)|[,;](?={_WORD})")
_RATIO: Final = lazy_re(r"\d : ?\d")
_MARK_AND_WORD: Final = lazy_re(rf"[,;:](?={_WORD})|[.?!](?=[{UPPER}][{LOWER}])")
_WORD_AND_BRACKET: Final = lazy_re(rf"[(“](?={_WORD}{{2}})")
_BRACKET_AND_WORD: Final = lazy_re(rf"[)”](?={_WORD}{{2}})")
_TICK: Final = lazy_re(r"\( ?\w ?\)")  # a box that was ticked on a form
_IN_A_ROW: Final = lazy_re(r" {2,3}(?=[\w(“])")
_LABEL: Final = lazy_re(r"\s*(?:[-+*•–]|(?:Điều |Phụ lục )?[\w.]{1,7}[.)/])?$")
_DOUBLED: Final = rare_re(
    rf"(?<=[^\W_])(?:\.\.(?![./…\d])|,,|;;|::|[,;]\.(?![.\d])|;,|,;)|(?<=[{LOWER}]{{2}})\.[,;](?=\s|$)",
    *("..", ",,", ";;", "::", ",.", ";.", ";,", ",;", ".,", ".;"),
)
_YEARS: Final = lazy_re(r"\b(?:19|20)\d\d(?:[-–] | [-–])(?:19|20)\d\d\b")
_QUOTE: Final = lazy_re(r"[“”\"]")
_UNSEEN: Final = "\u200b\u200c\u200d\u200e\u200f\u00ad\u2060\ufeff"
_SENTENCE: Final = 40  # characters that make a text a sentence, where blanks in a row are no layout


@rule("X03", Severity.WARNING, THONG_LE)
def dau_cach(paper: Paper) -> Verdicts:
    """Dấu câu sát chữ đứng trước, cách chữ đứng sau một khoảng trắng; trong câu không có hai khoảng trắng liền nhau.

    Cũng báo các ký tự không nhìn thấy, và lưu ý chữ có dấu gõ rời (Unicode tổ hợp): đọc thì như nhau nhưng tìm kiếm, sắp xếp
    không nhận ra các chữ ấy.

    Đạt: Các sở, ban, ngành (nếu có) báo cáo kết quả.
    Không đạt: Các sở ,ban, ngành ( nếu có ) báo cáo  kết quả.
    """
    texts = prose(paper)
    yield from faults(texts.written, find_spacing)
    yield from faults(texts.flowing, find_in_a_row)
    yield from faults(texts.named, find_unseen)
    decomposed = [paragraph for paragraph in paper.view.paragraphs if paragraph.decomposed]
    if decomposed:
        message, remedy = "Chữ có dấu gõ rời (Unicode tổ hợp)", "gõ lại bằng bảng mã Unicode dựng sẵn"
        mends = tuple(map(Composed, decomposed))
        yield Fault(decomposed[0], message, remedy, Severity.NOTE, others=tuple(decomposed[1:]), mends=mends)


@rule("X17", Severity.WARNING, THONG_LE)
def ngoac_kep(paper: Paper) -> Verdicts:
    """Ngoặc kép mở thì phải đóng, bằng cùng một kiểu dấu.

    Đoạn trích nhiều đoạn, mở ở đoạn đầu và đóng ở đoạn cuối, không bị xét.

    Đạt: cuộc thi “Tìm hiểu pháp luật”
    Không đạt: cuộc thi “Tìm hiểu pháp luật; cuộc thi “Tìm hiểu pháp luật"
    """
    yield from faults(prose(paper).written, find_quotes)


def find_quotes(text: str) -> Iterator[Hit]:
    """Yield quotations that open or close alone, or with marks of two kinds."""
    paragraphs = [list(_QUOTE.finditer(text, start, end)) for start, end in _paragraphs(text)]
    judged = [marks for marks in paragraphs if not _is_nested(marks)]
    opened: re.Match[str] | None = None
    for match in chain.from_iterable(judged):
        kind = match[0]
        here = opened is not None and text.find("\n", opened.end(), match.start()) < 0
        if kind == '"' and opened is not None and here:
            yield Hit(opened.start(), match.end(), "Ngoặc kép mở “ mà đóng bằng dấu khác", "đóng bằng ”")
            opened = None
        elif kind == "“":
            if opened is not None and here:
                yield Hit(opened.start(), opened.end(), "Ngoặc kép mở mà không đóng", "thêm dấu ” ở cuối lời trích")
            opened = match
        elif kind == "”":
            if opened is None:
                yield Hit(match.start(), match.end(), "Ngoặc kép đóng mà không mở", "thêm dấu “ ở đầu lời trích")
            opened = None
    if opened is not None:
        yield Hit(opened.start(), opened.end(), "Ngoặc kép mở mà không đóng", "thêm dấu ” ở cuối lời trích")
    for marks in judged:
        inches = any(text[match.start() - 1 : match.start()].isdigit() for match in marks)
        if len(marks) % 2 and not inches and all(match[0] == '"' for match in marks):
            yield Hit(marks[-1].start(), marks[-1].end(), "Ngoặc kép mở mà không đóng", "thêm dấu ngoặc kép còn thiếu")


def _is_nested(marks: list[re.Match[str]]) -> bool:
    """Return whether the quotations of a paragraph stand in one another, each closed as it was opened."""
    depths = list(accumulate((1 if mark[0] == "“" else -1 for mark in marks if mark[0] != '"'), initial=0))
    return depths[-1] == 0 and min(depths) == 0 and max(depths) > 1


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n"):
        yield start, start + len(paragraph)
        start += len(paragraph) + 1


def find_spacing(text: str) -> Iterator[Hit]:
    """Yield blanks that are too many or missing around punctuation."""
    yield from _blank_before_mark(text)
    for match in _MARK_AND_WORD.finditer(text):
        if _TWO_LETTERS.search(text, max(0, match.start() - 2), match.start()) and not _ADDRESS.search(
            _token(text, match.start())
        ):
            yield Hit(match.start(), match.end(), "Thiếu khoảng trắng sau dấu câu", "thêm một khoảng trắng sau dấu câu")
    yield from _blank_in_brackets(text)
    yield from _no_blank_by_brackets(text)
    for match in _DOUBLED.finditer(text):
        if not _BLANK_TO_FILL.search(text, max(0, match.start() - 6), match.start()):
            yield Hit(match.start(), match.end(), f"Dấu câu “{match[0]}” gõ thừa", "giữ một dấu câu")
    for match in _YEARS.finditer(text):
        yield Hit(match.start(), match.end(), "Khoảng trắng chỉ ở một bên gạch nối", "để khoảng trắng hai bên hoặc bỏ cả hai")


def find_in_a_row(text: str) -> Iterator[Hit]:
    """Yield blanks in a row within a sentence, those behind its number left aside."""
    if "  " not in text:
        return
    for match in _IN_A_ROW.finditer(text):
        first, last = sentence(text, match.start(), match.end())
        before = text[first : match.start()]
        if last - first >= _SENTENCE and before[-1:] != " " and not _LABEL.match(before) and not _BLANK_TO_FILL.search(before):
            yield Hit(match.start(), match.end(), "Nhiều khoảng trắng liền nhau trong câu", "để một khoảng trắng")


def find_unseen(text: str) -> Iterator[Hit]:
    """Yield characters that leave no ink and are no blanks."""
    for character in _UNSEEN:
        for place in places(text, character):
            yield Hit(place, place + 1, f"Có ký tự không nhìn thấy (U+{ord(character):04X})", "xóa ký tự này")


def _blank_before_mark(text: str) -> Iterator[Hit]:
    for pair in _BLANKS_AND_MARK:
        for place in places(text, pair):
            before = text[max(0, place - 8) : place].rstrip(" ")
            typed = before[-1:].isalnum() or before[-1:] in ("%", ")", "”")
            if (
                typed
                and _ENDS_PHRASE.match(text, place + 1)
                and not _RATIO.match(text, place - 1)
                and not _BLANK_TO_FILL.search(before)
            ):
                yield Hit(place, place + 2, "Thừa khoảng trắng trước dấu câu", "bỏ khoảng trắng trước dấu câu")


def _blank_in_brackets(text: str) -> Iterator[Hit]:
    inner = [place for bracket in ("( ", "“ ") for place in places(text, bracket) if text[place + 2 : place + 3].isalnum()]
    outer = [place for bracket in (" )", " ”") for place in places(text, bracket) if place and text[place - 1].isalnum()]
    for place in (*inner, *outer):
        is_tick = _TICK.search(text, max(0, place - 3), place + 5) is not None
        if not is_tick and not _BLANK_TO_FILL.search(text, max(0, place - 6), place):
            yield Hit(place, place + 2, "Thừa khoảng trắng bên trong ngoặc", "bỏ khoảng trắng sát bên trong ngoặc")


def _no_blank_by_brackets(text: str) -> Iterator[Hit]:
    message, remedy = "Thiếu khoảng trắng bên ngoài ngoặc", "thêm một khoảng trắng bên ngoài ngoặc"
    for match in _WORD_AND_BRACKET.finditer(text):
        if _TWO_LETTERS.search(text, max(0, match.start() - 2), match.start()):
            yield Hit(match.start(), match.end(), message, remedy)
    for match in _BRACKET_AND_WORD.finditer(text):
        if _TWO_LETTERS.search(text, max(0, match.start() - 2), match.start()):
            yield Hit(match.start(), match.end(), message, remedy)


def _token(text: str, place: int) -> str:
    """Return the characters around `place` that no blank parts."""
    first, last = sentence(text, place, place + 1)
    return text[first:place].rpartition(" ")[2] + text[place:last].partition(" ")[0]
