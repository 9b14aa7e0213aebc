"""Highlights the visible blanks (`text.wording`) on a printed paper: yellow behind exactly their letters, all else as it was.

It works on the XML as text, behind the template, so that it needs nothing of an office's own template. A blank may be broken
over lines, runs and paragraphs, as a long subject or a title in capitals is.
"""

import re
from typing import Final

_SIGNS: Final = ("[cần", "[Cần", "[CẦN")
_BLANK: Final = re.compile(r"\[(?i:cần)(?=[\s<])(?:<[^>]*>|[^\[\]<]){1,400}?\]")  # a tag counts as one character
_OPEN, _CLOSE = "\ue003", "\ue004"  # private characters, which no data can hold
_HELD: Final = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_RUN_END: Final = "</w:r>"
_LAST_RUN: Final = re.compile(r"(.*)(<w:r(?: [^>]*)?>)(.*)\Z", re.DOTALL)
_PROPERTIES: Final = re.compile(r"<w:rPr/>|<w:rPr>(?:<w:rPrChange[ >].*?</w:rPrChange>|(?!</w:rPr>).)*</w:rPr>", re.DOTALL)
_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_HIGHLIGHT: Final = '<w:highlight w:val="yellow"/>'
_OLD_HIGHLIGHT: Final = re.compile(r"<w:highlight(?: [^>]*)?/>")
_BEHIND_IT: Final = re.compile(  # what Word wants behind the highlight
    r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)[ />]|<w14:|</w:rPr>"
)
_PARAGRAPH_END: Final = "</w:p>"


def highlighted(xml: str) -> str:
    """Return `xml` of a part, or of whole paragraphs of it, with every visible blank highlighted."""
    if "[" not in xml or not any(sign in xml for sign in _SIGNS):
        return xml
    held = _BLANK.sub(_hold, xml)
    return _RUN_END.join(_split(piece) if _OPEN in piece else piece for piece in held.split(_RUN_END))


def safe_end(xml: str) -> int:
    """Return up to where the beginning of a part can be highlighted before the rest is known: it ends no run and no blank."""
    opening = xml.rfind("[")
    is_closed = opening < 0 or xml.find("]", opening) >= 0
    last = xml.rfind(_PARAGRAPH_END, 0, len(xml) if is_closed else opening)
    return last + len(_PARAGRAPH_END) if last >= 0 else 0


def _hold(blank: re.Match[str]) -> str:
    """Return a blank with each of its texts held between private characters, the tags among them left out."""
    pieces = re.split(r"(<[^>]*>)", blank.group())
    return "".join(piece if not piece or piece.startswith("<") else f"{_OPEN}{piece}{_CLOSE}" for piece in pieces)


def _split(piece: str) -> str:
    """Return `piece`, which ends where a run ends, with that run split where a blank begins and ends in it."""
    run = _LAST_RUN.match(piece)
    if run is None:
        return _let_go(piece)
    before, opening, inside = run.groups()
    found = _PROPERTIES.match(inside)
    properties = found.group() if found else ""
    between_and_words = _TEXT.split(inside[len(properties) :])
    content = "".join(_apart(each) if index % 2 else _let_go(each) for index, each in enumerate(between_and_words))
    faces = (opening + properties, opening + _with_highlight(properties))
    parts = [faces[index % 2] + part for index, part in enumerate(_HELD.split(content)) if part]
    return _let_go(before) + _RUN_END.join(parts)


def _apart(words: str) -> str:
    """Return texts of Word's for `words`, those that are held still held."""
    texts = [(index % 2, f'<w:t xml:space="preserve">{part}</w:t>') for index, part in enumerate(_HELD.split(words)) if part]
    return "".join(f"{_OPEN}{text}{_CLOSE}" if is_held else text for is_held, text in texts)


def _with_highlight(properties: str) -> str:
    if properties in ("", "<w:rPr/>"):
        return f"<w:rPr>{_HIGHLIGHT}</w:rPr>"
    bare = _OLD_HIGHLIGHT.sub("", properties)
    return _BEHIND_IT.sub(lambda found: _HIGHLIGHT + found.group(), bare, count=1)


def _let_go(xml: str) -> str:
    return xml.replace(_OPEN, "").replace(_CLOSE, "")
