"""Which level of the data a paragraph of a Word paper is of: by its number, else by Word's own styles of headings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from pydantic import TypeAdapter, ValidationError

from docgen.check.anatomy.components import Item, Level, item_of
from docgen.check.anatomy.numbers import settled
from docgen.check.view import Paragraph
from docgen.data.model.base import KhoanTitle, MucTitle, PhanTitle, TieuMucTitle
from docgen.text.dau_muc import Cap, ends_a_sentence
from docgen.text.patterns import lazy_re

USUAL: Final[Mapping[str, Cap]] = {"La Mã": Cap.PHAN, "khoản": Cap.MUC, "khoản con": Cap.TIEU_MUC, "điểm": Cap.KHOAN}
LONGEST_TITLE: Final = 160  # letters: no heading of 15 real plans is longer
_IN_BRACKETS: Final = "ngoặc"  # "(1)", of the level of "a)" where the paper has no such
_OUTER: Final = ("phần", "chương", "mục", "chữ hoa", "La Mã", "điều", "khoản", "khoản con", "tiểu mục")  # the outermost first
_CAPS: Final = (Cap.PHAN, Cap.MUC, Cap.TIEU_MUC)
_TITLES: Final = {Cap.PHAN: PhanTitle, Cap.MUC: MucTitle, Cap.TIEU_MUC: TieuMucTitle, Cap.KHOAN: KhoanTitle}
_LETTERED: Final = lazy_re(r"[A-HĐ]\s?[.)/](?=\s*\S)")
_STYLED: Final = lazy_re(r"(?:heading|tiêu đề|đề mục)\s*([1-4])(?!\d)", 2)  # 2: re.IGNORECASE
_BY_STYLE: Final[tuple[Level, ...]] = ("La Mã", "khoản", "khoản con", "điểm")
_AGAIN: Final = lazy_re(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]+|[a-zđ])[.)](?=\s|[^\W\d_]{2})")


def levels_of(paragraphs: Sequence[Paragraph]) -> Iterator[Item]:
    """Yield each of `paragraphs` with its level; those styled as headings have none of their own where no number is seen."""
    styled = sorted({depth for paragraph in paragraphs if (depth := _depth(paragraph))})
    for item in settled([level_of(paragraph) for paragraph in paragraphs]):
        depth = _depth(item.paragraph) if item.level == "đoạn" else 0
        yield replace(item, level=_BY_STYLE[styled.index(depth)]) if depth else item


def _depth(paragraph: Paragraph) -> int:
    """Return how deep a heading without a number stands by its style in Word, 0 where it is none."""
    match = _STYLED.match(paragraph.style)
    is_title = match is not None and len(paragraph.words) <= LONGEST_TITLE and not ends_a_sentence(paragraph.words)
    return int(match[1]) if match is not None and is_title and item_of(paragraph).level == "đoạn" else 0


def level_of(paragraph: Paragraph) -> Item:
    """Return the paragraph with its level; a letter before words in capitals or bold opens a part of its own kind.

    "1.1.1." is a level below that of "1.1.", here called as the one that plans never have by name. A number typed behind the one
    that Word sets by itself is one with it.
    """
    item = item_of(paragraph)
    if item.paragraph.label and item.level in _OUTER and (match := _AGAIN.match(item.rest)):
        item = replace(item, label=f"{item.label} {match.group()}", rest=item.rest[match.end() :].strip())
    if item.level == "khoản con" and item.label.rstrip(".)").count(".") > 1:
        return replace(item, level="tiểu mục")
    match = _LETTERED.match(paragraph.words) if item.level == "đoạn" else None
    if match is None or not (paragraph.whole.share("bold") == "all" or paragraph.words.isupper()):
        return item
    return Item(paragraph, "chữ hoa", match.group().strip(), paragraph.words[match.end() :].strip())


def caps_of(items: Collection[Item], *, in_parts: bool) -> Mapping[str, Cap]:
    """Return the level of the data for each level of the paper; where it has none that is usual, its outermost are the parts.

    Those that are sentences can be no parts, which have titles: then they stay what they are, in a part without a title.
    """
    levels = {item.level for item in items}
    brackets = {_IN_BRACKETS: Cap.KHOAN} if "điểm" not in levels else {}
    outer = [level for level in _OUTER if level in levels]
    sentences = any(item.level == outer[0] and ends_a_sentence(item.rest) and _is_plain(item) for item in items if outer)
    if outer[:1] in (["La Mã"], []) or ((not in_parts or sentences) and outer[0] in USUAL):
        deep = {"tiểu mục": Cap.TIEU_MUC if "điểm" in levels else Cap.KHOAN} if "tiểu mục" in outer else {}
        return {**brackets, **deep, **USUAL}
    return {**brackets, **dict(zip(outer, _CAPS, strict=False)), "điểm": Cap.KHOAN}


def _is_plain(item: Item) -> bool:
    return item.paragraph.whole.share("bold") == "none"


def may_be_title(cap: Cap, words: str) -> bool:
    """Return whether the data take `words` as the heading of the level `cap`: they refuse a number that docgen sets itself."""
    try:
        _model_of(cap).validate_python(words)
    except ValidationError:
        return False
    return True


@cache
def _model_of(cap: Cap) -> TypeAdapter[str]:
    return TypeAdapter(_TITLES[cap])


def behind(paragraph: Paragraph, label: str) -> int:
    """Return where the words behind the number of a paragraph begin in its line."""
    text = paragraph.whole.text
    at = text.find(label[:1])
    for letter in label:
        if letter.isspace():
            continue
        at = text.index(letter, at) + 1
    return at
