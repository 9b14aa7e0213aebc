"""A compiled template prints many papers: as text, piece by piece, laid behind the parts that never change and stay packed."""

import hashlib
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
from docgen.paper.render.environment import printed
from docgen.paper.render.footnotes import DOCUMENT, FOOTNOTES, Called, Footnotes
from docgen.paper.render.inline import Note, highlighted, laid_out, safe_end
from docgen.paper.render.tags import DRAWING_NUMBER, STYLE_IDS

_FIRST_DRAWING: Final = 1001  # where docxtpl begins too
_PIECE: Final = 100_000  # characters joined before they are encoded and packed


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

    @cached_property
    def _footnotes(self) -> Footnotes:
        return Footnotes(self.base, self.sources.get(FOOTNOTES))

    def render(
        self,
        context: Mapping[str, Any],
        properties: Properties,
        *,
        notes: Mapping[str, str] | None = None,
        parsed_later: bool = False,
    ) -> bytes:
        """Return the paper as a .docx that only lacks its stamp (`stamp.stamped_docx`).

        `notes` are the footnotes that its words may call for, by name; the paper has those that it calls for.

        Raises `TemplateError` where the template asks for a value that `context` does not have, or where its tags break the
        XML; with `parsed_later` the caller parses the paper anyway, and raises `broken()` itself.
        """
        complete = {**context, DRAWING_NUMBER: count(_FIRST_DRAWING).__next__, STYLE_IDS: self.style_ids}
        called = Called(notes or {}, lambda: self._footnotes)
        parts = {
            name: b"".join(self._pieces(name, complete, called.run if name == DOCUMENT else called.nowhere, parsed_later))
            for name in self.compiled
        }
        parts[CORE] = core_properties(properties)
        return called.footnotes.appended(parts, called) if called.names else appended(self.base, parts)

    def broken(self) -> TemplateError:
        """Return the error for tags that break the XML of the paper."""
        return TemplateError.at(self.name, "thẻ đặt sai chỗ làm hỏng tệp Word; đặt mỗi thẻ {%p … %} một dòng riêng")

    def _pieces(self, name: str, context: Mapping[str, Any], note: Note, parsed_later: bool) -> Iterator[bytes]:
        try:
            yield from _encoded(printed(self.compiled[name].generate(context)), note, parsed_later)
        except expat.ExpatError as error:
            raise self.broken() from error
        except Exception as error:
            fault = faults.at_printing(self.name, self.sources[name], context, error)
            if fault is None:
                raise
            raise fault from error


def _encoded(texts: Iterable[str], note: Note, parsed_later: bool) -> Iterator[bytes]:
    """Yield `texts` in larger pieces, laid out, their blanks highlighted.

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
            yield highlighted(laid_out(whole[:ready], note)).encode()
            waiting = [whole[ready:]]
            size = 0
    last = "".join(waiting)
    if parser:
        parser.Parse(last.encode(), True)
    yield highlighted(laid_out(last, note)).encode()
