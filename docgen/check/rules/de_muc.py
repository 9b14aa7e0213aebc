"""Rules of headings in the body: their forms and their letters (PL I.II.6.đ)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.check.anatomy import Item, Paper
from docgen.check.anatomy.pieces import sliced
from docgen.check.finding import Fault, Rules, Severity, Verdicts
from docgen.check.gauges.body import LISTED
from docgen.check.gauges.lettering import counted, lettering
from docgen.check.gauges.levels import renumbered, texts
from docgen.check.ink import Span
from docgen.check.mends import Layout, Letters, Words, retyped
from docgen.check.view import Line
from docgen.text.patterns import lazy_re

rule = Rules("Bố cục, đề mục, đánh số")
_CLAUSE: Final = "PL I.II.6.đ"
_LONGEST_TITLE: Final = 150
_SURELY_TITLE: Final = 90  # characters of a line that is told from a sentence by what stands under it alone
_LEADS: Final = lazy_re(r"\b(?:gồm|có|sau|đây|là|thể|như|các|những|phải|cần|nhiệm|hiện|việc|dung):$")
_NEARLY_ALL: Final = 0.9  # a title in capitals may hold m2, SMEs, a name
_KEYWORDS: Final = {"phần": "Phần", "chương": "Chương", "mục": "Mục", "tiểu mục": "Tiểu mục"}
_PART: Final = lazy_re(r"(?P<word>phần|chương|tiểu mục|mục)\s+(?P<number>.+?)[.:]?$", re.IGNORECASE)
_ARTICLE: Final = lazy_re(r"Điều \d+[a-zđ]?\.$")
_LETTERED: Final = lazy_re(r"[A-H]\s?[./)]\s+[^\W\d_]{2}")
DASHED: Final = lazy_re(r"\d{1,2}\s?[-–]\s?(?=[^\W\d_])")


@rule("B06", Severity.WARNING, _CLAUSE)
def de_muc(paper: Paper) -> Verdicts:
    """Đề mục có đúng hình thức: Phần I, Chương I, Mục 1 trên một dòng riêng, canh giữa, đậm; I. TIÊU ĐỀ in hoa, đậm; Điều 1. đậm.

    Số của phần, chương là số La Mã; số của mục, tiểu mục, điều là số Ả Rập. Khoản có tiêu đề thì số và tiêu đề ở một dòng riêng,
    đậm. Đề mục là chữ đứng, không gạch chân.

    Đạt: I. MỤC ĐÍCH, YÊU CẦU
    Không đạt: I/ Mục đích, yêu cầu
    """
    yield from counted(
        fault for items in texts(paper) for index, item in enumerate(items) for fault in _heading_faults(items, index, item)
    )


def _heading_faults(items: Sequence[Item], index: int, item: Item) -> Iterator[Fault]:
    if item.level in _KEYWORDS:
        yield from _part_faults(item, items[index + 1] if index + 1 < len(items) else None)
    elif item.level == "La Mã":
        yield from _roman_faults(item)
    elif item.level == "điều":
        yield from _article_faults(item)
    elif item.level in ("khoản", "khoản con", "điểm") or DASHED.match(item.paragraph.words):
        yield from _title_faults(items, index, item)
    elif item.level == "đoạn" and _LETTERED.match(item.rest) and item.is_heading:
        message = "Đề mục đánh bằng chữ “A.”, Nghị định dùng “Phần I”, “I.”, “1.”, “a)”"
        yield Fault(item.paragraph, message, "thay bằng Phần I hoặc I.", Severity.NOTE)
    if (
        item.level in ("La Mã", "khoản", "điều")
        and item.is_heading
        and lettering(item.paragraph.whole).share("underline") == "all"
    ):
        mends = (Letters(item.paragraph, underline=False),)
        yield Fault(item.paragraph, "Đề mục không gạch chân", "bỏ gạch chân", mends=mends)


def _part_faults(item: Item, below: Item | None) -> Iterator[Fault]:
    paragraph = item.paragraph
    match = _PART.match(item.label)
    if match is None or item.rest[:1].islower() or item.rest.endswith((".", ";", ",")):
        return
    word, number = _KEYWORDS[item.level], match["number"]
    if match["word"] != word:
        mends = (Words(paragraph, match["word"], word),)
        yield Fault(paragraph, f"Chữ “{match['word']}” phải viết “{word}”", f"gõ lại: {word}", mends=mends)
    roman = item.level in ("phần", "chương")
    if not (re.fullmatch(r"[IVXLC]+", number) if roman else number.isdigit()):
        kind = "La Mã" if roman else "Ả Rập"
        yield Fault(paragraph, f"Số của “{word}” phải là số {kind}", f"ghi số {kind}: {word} {'I' if roman else '1'}")
    if item.rest and len(paragraph.lines) == 1:
        yield Fault(paragraph, f"Tiêu đề của “{word}” phải ở dòng dưới", f"xuống dòng sau “{word}” và số")
    if paragraph.align != "center":
        centred = () if item.rest else (Layout(paragraph, align="center", left=0.0, first_line=0.0),)
        yield Fault(paragraph, f"“{word}” phải canh giữa", "canh giữa (Ctrl+E)", mends=centred)
    if lettering(paragraph.lines[0]).share("bold") != "all":
        yield Fault(paragraph, f"“{word}” phải đậm", "đặt chữ đậm", mends=(Letters(paragraph.lines[0], bold=True),))
    title = paragraph.lines[1] if len(paragraph.lines) > 1 else _title_below(item, below)
    if title is not None and not _in_capitals(title.words):
        message, mends = f"Tiêu đề của “{word}” phải là chữ in hoa", retyped(title, _capitals(title.text.strip()))
        yield Fault(title, message, "gõ lại bằng chữ in hoa", mends=mends)


def _title_below(item: Item, below: Item | None) -> Line | None:
    if below is None or item.rest or below.level != "đoạn" or below.paragraph.align != "center":
        return None
    return below.paragraph.whole


def _roman_faults(item: Item) -> Iterator[Fault]:
    if not re.fullmatch(r"[IVXL]+\.", item.label):
        form = re.sub(r"[IVXL]+", "I", item.label)
        message, mends = f"Đề mục ghi dạng “{form}”, phải là “I.”", renumbered(item, "{}.")
        yield Fault(item.paragraph, message, "ghi số La Mã và dấu chấm: I.", mends=mends)
    if not item.rest or item.rest.endswith((".", ";", ",")) or len(item.rest) > _LONGEST_TITLE:
        return
    line = lettering(item.paragraph.whole)
    if not _in_capitals(item.rest):
        mends = (Words(item.paragraph, item.rest, _capitals(item.rest), last=True),)
        yield Fault(item.paragraph, "Đề mục đánh số La Mã phải là chữ in hoa", "gõ lại bằng chữ in hoa", mends=mends)
    if line.share("bold") != "all":
        bold = (Letters(item.paragraph, bold=True),)
        yield Fault(item.paragraph, "Đề mục đánh số La Mã phải đậm", "đặt chữ đậm", mends=bold)
    elif not _has_bold_number(item):
        yield _thin_number(item)
    if line.share("italic") == "all":
        upright = (Letters(item.paragraph, italic=False),)
        yield Fault(item.paragraph, "Đề mục đánh số La Mã phải là chữ đứng", "bỏ chữ nghiêng", mends=upright)


def _capitals(text: str) -> str:
    """Return `text` in capitals, but for words with a digit in them: m2, 5G."""
    return re.sub(r"\S+", lambda word: word[0] if re.search(r"\d", word[0]) else word[0].upper(), text)


def _article_faults(item: Item) -> Iterator[Fault]:
    if not _ARTICLE.match(item.label):
        number = re.sub(r"\D", "", item.label)
        typed = re.match(r"\s*(điều\s+\d+[a-zđ]?\s*[.:)/–-]?)", item.paragraph.text, re.IGNORECASE)
        mends = (Words(item.paragraph, typed[1], f"Điều {number}."),) if typed and number and not item.paragraph.label else ()
        yield Fault(item.paragraph, "“Điều” phải ghi dạng “Điều 1.”", f"gõ lại: Điều {number}.", mends=mends)
    if not _has_bold_number(item):
        opening = sliced(item.paragraph.whole, 0, len(item.paragraph.text) - len(item.paragraph.text.lstrip()) + len(item.label))
        bold = (Letters(opening, bold=True),)
        yield Fault(item.paragraph, "“Điều” và số của điều phải đậm", "đặt chữ đậm", mends=bold)


def _opening(item: Item) -> Iterator[Span]:
    """Yield the spans that hold the letters of the item's label."""
    left = len(item.label.rstrip(".: "))
    for span in item.paragraph.spans:
        if left <= 0:
            return
        if span.visible:
            yield span
        left -= len(span.text)


def _has_bold_number(item: Item) -> bool:
    return all(span.face.bold for span in _opening(item))


def _thin_number(item: Item) -> Fault:
    remedy = "đặt chữ đậm cho số (với số tự động: cho cả dấu ngắt đoạn)"
    return Fault(item.paragraph, "Số của đề mục phải đậm như tiêu đề", remedy, mends=(Letters(item.paragraph, bold=True),))


def _title_faults(items: Sequence[Item], index: int, item: Item) -> Iterator[Fault]:
    """Yield what is wrong with the letters of a title on a line of its own; where 1.1. or a) stands, whether it slants alone."""
    if item.rest.endswith((".", ";", ",")) or len(item.rest) > _LONGEST_TITLE:
        return
    title = _title(item)
    bold, italic = title.share("bold") == "all", title.share("italic") == "all"
    if not (bold or italic or _names_what_follows(items, index)):
        return
    if item.level in ("khoản", "đoạn"):
        if not bold:
            mends = (Letters(item.paragraph, bold=True),)
            yield Fault(item.paragraph, "Tiêu đề của khoản phải đậm", "đặt chữ đậm cho số và tiêu đề", mends=mends)
        elif not _has_bold_number(item):
            yield _thin_number(item)
    if italic:
        name = item.level if item.level == "điểm" else "khoản"
        upright = (Letters(item.paragraph, italic=False),)
        yield Fault(item.paragraph, f"Tiêu đề của {name} phải là chữ đứng", "bỏ chữ nghiêng", mends=upright)


def _title(item: Item) -> Line:
    """Return the words behind the item's number."""
    line = item.paragraph.whole
    left = len("".join(item.label.split()))
    start = 0
    while left > 0 and start < len(line.text):
        left -= not line.text[start].isspace()
        start += 1
    return lettering(sliced(line, start, len(line.text)))


def _names_what_follows(items: Sequence[Item], index: int) -> bool:
    """Return whether a khoản in plain letters can only be the title of what stands under it: no sentence, no entry of a list."""
    item, below = items[index], items[index + 1] if index + 1 < len(items) else None
    if item.level != "khoản" or below is None or ":" in item.rest[:-1] or len(item.rest) > _SURELY_TITLE:
        return False
    if item.rest.endswith(":"):  # the lead of a list, or a title like the bold ones beside it
        titles = (_title(other) for other in items if other.level == "khoản" and not other.rest.endswith((".", ";", ",")))
        beside = any(title.share("bold") == "all" for title in titles)
        return beside and below.level in LISTED and not _LEADS.search(item.rest)
    above = items[index - 1] if index else None
    if above is not None and above.level == "khoản" and above.paragraph.number == item.paragraph.number - 1:
        return below.level in LISTED
    alone = sum(other.level == "khoản" for other in items) == 1
    return below.level in LISTED or (below.level == "đoạn" and not alone and below.rest[:1].isupper())


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) >= _NEARLY_ALL * len(letters)
