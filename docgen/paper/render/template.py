"""A compiled template prints many papers: as text, piece by piece, laid behind the parts that never change and stay packed."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Any, Final
from xml.parsers import expat

import jinja2

from docgen.errors import TemplateError
from docgen.files.package import appended
from docgen.files.stamp import CORE, Properties, core_properties
from docgen.paper.render import faults
from docgen.paper.render.bounds import printed
from docgen.paper.render.tags import DRAWING_NUMBER, STYLE_IDS

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
_FIRST_DRAWING: Final = 1001  # where docxtpl begins too
_PIECE: Final = 100_000  # characters joined before they are encoded and packed


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


@dataclass(frozen=True)
class Template:
    """A compiled template: its name, the parts that hold tags, and the packed rest."""

    name: str
    sources: Mapping[str, str]
    compiled: Mapping[str, jinja2.Template]
    style_ids: Mapping[str, str]
    base: bytes
    variables: frozenset[str]

    @cached_property
    def digest(self) -> str:
        """What tells this template, as it is laid out, from every other."""
        digest = hashlib.sha256(self.base)
        for source in self.sources.values():
            digest.update(source.encode())
        return digest.hexdigest()

    def render(self, context: Mapping[str, Any], properties: Properties, *, parsed_later: bool = False) -> bytes:
        """Return the paper as a .docx that only lacks its stamp (`stamp.stamped_docx`).

        Raises `TemplateError` where the template asks for a value that `context` does not have, or where its tags break the
        XML; with `parsed_later` the caller parses the paper anyway, and raises `broken()` itself.
        """
        complete = {**context, DRAWING_NUMBER: count(_FIRST_DRAWING).__next__, STYLE_IDS: self.style_ids}
        parts = {name: b"".join(self._pieces(name, complete, parsed_later)) for name in self.compiled}
        return appended(self.base, {**parts, CORE: core_properties(properties)})

    def broken(self) -> TemplateError:
        """Return the error for tags that break the XML of the paper."""
        return TemplateError.at(self.name, "thẻ đặt sai chỗ làm hỏng tệp Word; đặt mỗi thẻ {%p … %} một dòng riêng")

    def _pieces(self, name: str, context: Mapping[str, Any], parsed_later: bool) -> Iterator[bytes]:
        try:
            yield from _encoded(printed(self.compiled[name].generate(context)), parsed_later)
        except expat.ExpatError as error:
            raise self.broken() from error
        except Exception as error:
            fault = faults.at_printing(self.name, self.sources[name], context, error)
            if fault is None:
                raise
            raise fault from error


def _encoded(texts: Iterable[str], parsed_later: bool) -> Iterator[bytes]:
    """Yield `texts` in larger pieces, their blanks highlighted.

    Raises `ExpatError` where together they are not well-formed, unless they are `parsed_later`.
    """
    parser = None if parsed_later else expat.ParserCreate()
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= _PIECE:
            whole = "".join(waiting)
            ready = safe_end(whole)
            piece = whole[:ready].encode()
            if parser:
                parser.Parse(piece)
            yield highlighted(whole[:ready]).encode()
            waiting = [whole[ready:]]
            size = 0
    last = "".join(waiting)
    if parser:
        parser.Parse(last.encode(), True)
    yield highlighted(last).encode()
