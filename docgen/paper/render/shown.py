"""Reads a template as Word shows it: without what Track Changes has struck out, and with the signs in tags as they look.

In the XML a tag may be split over runs, `&` and `<` are written as entities, and Word makes curly quotes and dashes of those
that are typed. Here each tag becomes what its author sees; signs inside a text of a tag are written as escapes, which neither
docxtpl's own healing nor XML changes.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE: Final = tuple(f"{_W}{name}" for name in ("del", "moveFrom"))
_COME: Final = tuple(f"{_W}{name}" for name in ("ins", "moveTo"))
_RANGES: Final = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_FORMER: Final = ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")  # before a change of format
_MARKS: Final = (*(f"{_W}{name}" for name in _RANGES), *(f"{_W}{name}Change" for name in _FORMER))
_PROPERTIES: Final = (f"{_W}rPr", f"{_W}trPr")
_TRACKED: Final = re.compile(rb"<w:(?:del|ins|moveFrom|moveTo|[a-zA-Z]+Change)[ />]")

_PARTED: Final = re.compile(r"(?<=\{)(?:<[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^>]*>)+(?=\})")
_TAG: Final = re.compile(r"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}", re.DOTALL)
_BETWEEN: Final = re.compile(r"</w:t>.*?<w:t(?: [^>]*)?>", re.DOTALL)
_QUOTES: Final = {"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'", '"': '"', "'": "'"}
_BEHIND_TEXT: Final = re.compile(r"\s*(?:[-+*/~|,)\]:=!<>%}]|$|(?:in|is|and|or|not|if|else)\b)")
_TYPED: Final = {"–": "-", "−": "-", "\u00a0": " "}  # Word's own of what the author typed
_ESCAPED: Final = frozenset("&<>“”„‟‘’‚\u00a0–{}%#")
_ESCAPE: Final = re.compile(r"\\u([0-9a-f]{4})")


def without_changes(data: bytes) -> bytes:
    """Return the XML of a part as it is when every tracked change in it is accepted; `data` itself where there is none."""
    if not _TRACKED.search(data):
        return data
    root: Any = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    for paragraph in list(root.iter(f"{_W}p")):
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            _join_to_next(paragraph)
    for row in list(root.iter(f"{_W}tr")):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            row.getparent().remove(row)
    for element in list(root.iter(*_GONE, *_COME, *_MARKS)):
        parent = element.getparent()
        if element.tag in _COME and parent.tag not in _PROPERTIES:
            place = parent.index(element)
            parent[place : place + 1] = list(element)
        else:
            parent.remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _join_to_next(paragraph: Any) -> None:
    """Put what a paragraph whose mark is deleted still holds in front of the next one."""
    after = paragraph.getnext()
    if after is None or after.tag != paragraph.tag:
        return
    start = 0 if after.find(f"{_W}pPr") is None else 1
    after[start:start] = [child for child in paragraph if child.tag != f"{_W}pPr"]
    paragraph.getparent().remove(paragraph)


def as_shown(xml: str) -> str:
    """Return the `xml` of a part with each tag in one piece and as Word shows it."""
    return _TAG.sub(_tag_as_shown, _PARTED.sub("", xml))


def readable(source: str) -> str:
    """Return words of a `source` made by `as_shown` as they stand in Word, for a message."""
    return unescape(_ESCAPE.sub(lambda escape: chr(int(escape.group(1), 16)), source))


def _tag_as_shown(tag: re.Match[str]) -> str:
    words = unescape(_BETWEEN.sub("", tag.group()))
    return words[:2] + "".join(_pieces(words[2:-2])).replace("<", "&lt;") + words[-2:]


def _pieces(words: str) -> Iterator[str]:
    """Yield the pieces of a tag's inside, its texts between straight quotes."""
    start = 0
    while start < len(words):
        sign = words[start]
        end = _end_of_text(words, start) if sign in _QUOTES else -1
        if end > 0:
            quote = _QUOTES[sign]
            yield quote + "".join(_escaped(letter, quote) for letter in words[start + 1 : end]) + quote
            start = end
        else:
            yield _TYPED.get(sign, sign)
        start += 1


def _end_of_text(words: str, start: int) -> int:
    """Return where the text ends that the quote at `start` opens: at its own kind, or else before an operator; -1 for nowhere."""
    sign, quote = words[start], _QUOTES[words[start]]
    if sign == quote:
        own = words.find(sign, start + 1)
        if own > 0:
            return own
    alike = [index for index in range(start + 1, len(words)) if _QUOTES.get(words[index]) == quote]
    return next((index for index in alike if _BEHIND_TEXT.match(words, index + 1)), -1)


def _escaped(letter: str, quote: str) -> str:
    return f"\\u{ord(letter):04x}" if letter in _ESCAPED or letter == quote else letter
