"""Rules of headings and numbers in the body: their forms, their letters, their order (PL I.II.6.c, đ)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from docgen.check.anatomy import Item, Paper, PhuLuc
from docgen.check.anatomy.components import items_of
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.body import Break, breaks, foreign_letters, grouped
from docgen.check.gauges.lettering import counted, lettering
from docgen.check.ink import Span
from docgen.check.view import Line, Paragraph
from docgen.text.patterns import lazy_re

rule = Rules("Bố cục, đề mục, đánh số")
_CLAUSE: Final = "PL I.II.6.đ"
_LONGEST_TITLE: Final = 150
_NEARLY_ALL: Final = 0.9  # a title in capitals may hold m2, SMEs, a name
_KEYWORDS: Final = {"phần": "Phần", "chương": "Chương", "mục": "Mục", "tiểu mục": "Tiểu mục"}
_PART: Final = lazy_re(r"(?P<word>phần|chương|tiểu mục|mục)\s+(?P<number>.+?)[.:]?$", re.IGNORECASE)
_ARTICLE: Final = lazy_re(r"Điều \d+[a-zđ]?\.$")
_LETTERED: Final = lazy_re(r"[A-H]\s?[./)]\s+[^\W\d_]{2}")
_DASHED: Final = lazy_re(r"\d{1,2}\s?[-–]\s?(?=[^\W\d_])")
_CLOSES: Final = lazy_re(r"”[.;,]?$")
_SLASHED: Final = lazy_re(r"[a-zđ]\s?/\s?(?=[^\W\d_]{2})")


@rule("B06", Severity.WARNING, _CLAUSE)
def de_muc(paper: Paper) -> Verdicts:
    """Đề mục có đúng hình thức: Phần I, Chương I, Mục 1 trên một dòng riêng, canh giữa, đậm; I. TIÊU ĐỀ in hoa, đậm; Điều 1. đậm.

    Số của phần, chương là số La Mã; số của mục, tiểu mục, điều là số Ả Rập. Đề mục là chữ đứng, không gạch chân.

    Đạt: I. MỤC ĐÍCH, YÊU CẦU
    Không đạt: I/ Mục đích, yêu cầu
    """
    yield from counted(
        fault for items in _texts(paper) for index, item in enumerate(items) for fault in _heading_faults(items, index, item)
    )


def _heading_faults(items: Sequence[Item], index: int, item: Item) -> Iterator[Fault]:
    if item.level in _KEYWORDS:
        yield from _part_faults(item, items[index + 1] if index + 1 < len(items) else None)
    elif item.level == "La Mã":
        yield from _roman_faults(item)
    elif item.level == "điều":
        yield from _article_faults(item)
    elif item.level == "khoản" and _is_bold_title(item) and item.paragraph.whole.share("italic") == "all":
        yield Fault(item.paragraph, "Tiêu đề của khoản phải là chữ đứng", "bỏ chữ nghiêng")
    elif item.level == "đoạn" and _LETTERED.match(item.rest) and item.is_heading:
        message = "Đề mục đánh bằng chữ “A.”, Nghị định dùng “Phần I”, “I.”, “1.”, “a)”"
        yield Fault(item.paragraph, message, "thay bằng Phần I hoặc I.", Severity.NOTE)
    if item.level in ("La Mã", "khoản", "điều") and item.is_heading and _is_underlined(item):
        yield Fault(item.paragraph, "Đề mục không gạch chân", "bỏ gạch chân")


def _part_faults(item: Item, below: Item | None) -> Iterator[Fault]:
    paragraph = item.paragraph
    match = _PART.match(item.label)
    if match is None:
        return
    word, number = _KEYWORDS[item.level], match["number"]
    if match["word"] != word:
        yield Fault(paragraph, f"Chữ “{match['word']}” phải viết “{word}”", f"gõ lại: {word}")
    roman = item.level in ("phần", "chương")
    if not (re.fullmatch(r"[IVXLC]+", number) if roman else number.isdigit()):
        kind = "La Mã" if roman else "Ả Rập"
        yield Fault(paragraph, f"Số của “{word}” phải là số {kind}", f"ghi số {kind}: {word} {'I' if roman else '1'}")
    if item.rest and len(paragraph.lines) == 1:
        yield Fault(paragraph, f"Tiêu đề của “{word}” phải ở dòng dưới", f"xuống dòng sau “{word}” và số")
    elif paragraph.align != "center":
        yield Fault(paragraph, f"“{word}” phải canh giữa", "canh giữa (Ctrl+E)")
    if lettering(paragraph.lines[0]).share("bold") != "all":
        yield Fault(paragraph, f"“{word}” phải đậm", "đặt chữ đậm")
    title = paragraph.lines[1] if len(paragraph.lines) > 1 else _title_below(item, below)
    if title is not None and not _in_capitals(title.words):
        yield Fault(title, f"Tiêu đề của “{word}” phải là chữ in hoa", "gõ lại bằng chữ in hoa")


def _title_below(item: Item, below: Item | None) -> Line | None:
    if below is None or item.rest or below.level != "đoạn" or below.paragraph.align != "center":
        return None
    return below.paragraph.whole


def _roman_faults(item: Item) -> Iterator[Fault]:
    if not re.fullmatch(r"[IVXL]+\.", item.label):
        form = re.sub(r"[IVXL]+", "I", item.label)
        yield Fault(item.paragraph, f"Đề mục ghi dạng “{form}”, phải là “I.”", "ghi số La Mã và dấu chấm: I.")
    if not item.rest or item.rest.endswith((".", ";", ",")) or len(item.rest) > _LONGEST_TITLE:
        return
    line = lettering(item.paragraph.whole)
    if not _in_capitals(item.rest):
        yield Fault(item.paragraph, "Đề mục đánh số La Mã phải là chữ in hoa", "gõ lại bằng chữ in hoa")
    if line.share("bold") != "all":
        yield Fault(item.paragraph, "Đề mục đánh số La Mã phải đậm", "đặt chữ đậm")
    if line.share("italic") == "all":
        yield Fault(item.paragraph, "Đề mục đánh số La Mã phải là chữ đứng", "bỏ chữ nghiêng")


def _article_faults(item: Item) -> Iterator[Fault]:
    if not _ARTICLE.match(item.label):
        number = re.sub(r"\D", "", item.label)
        yield Fault(item.paragraph, "“Điều” phải ghi dạng “Điều 1.”", f"gõ lại: Điều {number}.")
    if not all(span.face.bold for span in _opening(item)):
        yield Fault(item.paragraph, "“Điều” và số của điều phải đậm", "đặt chữ đậm")


def _opening(item: Item) -> Iterator[Span]:
    """Yield the spans that hold the letters of the item's label."""
    left = len(item.label.rstrip(".: "))
    for span in item.paragraph.spans:
        if left <= 0:
            return
        if span.visible:
            yield span
        left -= len(span.text)


def _is_bold_title(item: Item) -> bool:
    return item.is_heading and item.paragraph.whole.share("bold") == "all"


def _is_underlined(item: Item) -> bool:
    return lettering(item.paragraph.whole).share("underline") == "all"


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) >= _NEARLY_ALL * len(letters)


@rule("B07", Severity.WARNING, "PL I.II.6.đ")
def khoan_diem(paper: Paper) -> Verdicts:
    """Khoản ghi “1.”, điểm ghi “a)” theo thứ tự chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k và tiếp theo.

    Đánh số tự động của Word đi theo bảng chữ cái tiếng Anh: sau d là e, có f, j, w, z.

    Đạt: a) … b) … c) … d) … đ) … e) …
    Không đạt: a. … b. … c. …
    """
    parts = _texts(paper)
    yield from counted((fault for items in parts for item in items for fault in _form_faults(item)), "chỗ")
    wrong = [item for items in parts for item in foreign_letters(items)]
    if wrong:
        message = f"Điểm “{wrong[0].label}” sai thứ tự chữ cái tiếng Việt (a, b, c, d, đ, e, g, h, i, k…)"
        remedy = "đánh lại chữ: sau d là đ, không dùng f, j, w, z"
        yield Fault(wrong[0].paragraph, message, remedy, others=tuple(item.paragraph for item in wrong[1:]))


def _form_faults(item: Item) -> Iterator[Fault]:
    words = item.paragraph.words
    if item.level == "khoản" and not item.label.endswith("."):
        form = re.sub(r"\d+", "1", item.label)
        yield Fault(item.paragraph, f"Khoản ghi dạng “{form}”, phải là “1.”", "ghi số và dấu chấm: 1.")
    elif item.level == "ngoặc":
        message = "Đánh số dạng “(1)”, Nghị định chỉ có khoản “1.” và điểm “a)”"
        yield Fault(item.paragraph, message, "dùng khoản “1.” hoặc điểm “a)”")
    elif item.level == "đoạn" and _DASHED.match(words):
        yield Fault(item.paragraph, "Khoản ghi dạng “1-”, phải là “1.”", "ghi số và dấu chấm: 1.")
    elif item.level == "điểm" and not re.fullmatch(r"[a-zđ]{1,2}\)", item.label):
        form = re.sub(r"[a-zđ]+", "a", item.label)
        yield Fault(item.paragraph, f"Điểm ghi dạng “{form}”, phải là “a)”", "ghi chữ cái và dấu ngoặc đơn đóng: a)")
    elif item.level == "đoạn" and _SLASHED.match(words):
        yield Fault(item.paragraph, "Điểm ghi dạng “a/”, phải là “a)”", "ghi chữ cái và dấu ngoặc đơn đóng: a)")


@rule("B08", Severity.WARNING, "PL I.II.6.c, đ")
def danh_so(paper: Paper) -> Verdicts:
    """Phần, chương, mục, điều, khoản, điểm được đánh số liên tục, không nhảy, không trùng.

    Khoản và điểm bắt đầu lại ở mỗi đề mục hay mỗi đoạn dẫn. Cách đánh số 1.1 không có trong Nghị định, chỉ để lưu ý.

    Đạt: I., II., III.
    Không đạt: I., II., IV.
    """
    parts = _texts(paper)
    for _, (first, *rest) in grouped((each for items in parts for each in breaks(items)), lambda each: each.kind):
        count = f" ({len(rest) + 1} chỗ)" if rest else ""
        others = tuple(other.item.paragraph for other in rest)
        yield Fault(first.item.paragraph, _order_message(first) + count, "đánh số lại cho liên tục", others=others)
    nested = [item for items in parts for item in items if item.level == "khoản con"]
    deep = [item for item in nested if item.label.rstrip(".)").count(".") > 1]
    for places, severity in ((deep, None), ([] if deep else nested, Severity.NOTE)):
        if places:
            message = f"Đánh số dạng “{places[0].label}”, Nghị định chỉ có khoản “1.” và điểm “a)”"
            others = tuple(item.paragraph for item in places[1:])
            yield Fault(places[0].paragraph, message, "dùng khoản “1.”, điểm “a)”, gạch đầu dòng “-”", severity, others=others)


def _order_message(broken: Break) -> str:
    label, before = broken.item.label, broken.before.label if broken.before else ""
    return {
        "nhảy": f"Đánh số nhảy từ “{before}” đến “{label}”",
        "trùng": f"Số “{label}” ghi hai lần",
        "lùi": f"Đánh số lùi từ “{before}” về “{label}”",
        "bắt đầu": f"Bắt đầu đánh số từ “{label}”",
        "lạc": f"“{label}” không thuộc khoản đứng trên nó",
    }[broken.kind]


def _texts(paper: Paper) -> tuple[tuple[Item, ...], ...]:
    """Return the running text of the body and that of each text attached, each with levels of its own, without what it quotes."""
    applies(paper.is_whole)
    found(paper.muc, "nội dung văn bản")
    return _all_texts(paper)


@lru_cache(maxsize=2)  # three rules ask
def _all_texts(paper: Paper) -> tuple[tuple[Item, ...], ...]:
    return (_unquoted(paper.muc), *(_unquoted(items_of(_running(attached))) for attached in paper.phu_luc))


def _unquoted(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return `items` without those of a quotation of several paragraphs, whose numbers are those of another text."""
    ends: dict[int, int] = {}
    opened: int | None = None
    for place, item in enumerate(items):
        words = item.paragraph.words
        if opened is None and words.startswith("“") and words.count("“") > words.count("”"):
            opened = place
        elif opened is not None and _CLOSES.search(words):
            ends[opened], opened = place, None
    quoted = {place for start, end in ends.items() for place in range(start, end + 1)}
    return tuple(item for place, item in enumerate(items) if place not in quoted)


def _running(attached: PhuLuc) -> Iterator[Paragraph]:
    heads = {id(line.paragraph) for line in (attached.label, attached.kem_theo, *attached.ten) if line is not None}
    return (each for each in attached.paragraphs if each.place is None and each.story == "body" and id(each) not in heads)
