"""The paper as a whole: its blocks and its sections with paper, margins, headers and footers. Lengths are in millimetres."""

from dataclasses import dataclass
from functools import cached_property

from docgen.check.view.blocks import Block, Paragraph, paragraphs_of


@dataclass(frozen=True, slots=True, eq=False)
class PageHead:
    """The header or footer of a kind of page ("default", "first", "even")."""

    kind: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A run of pages with one layout. Margins by name (tren, duoi, trai, phai), sizes in mm; `start` restarts page numbers."""

    width: float
    height: float
    margins: dict[str, float]
    title_page: bool
    even_and_odd: bool
    start: int | None
    kind: str
    headers: tuple[PageHead, ...]
    footers: tuple[PageHead, ...]
    last: Paragraph | None = None

    @property
    def landscape(self) -> bool:
        """Return whether the pages are wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.margins["trai"] - self.margins["phai"]


@dataclass(eq=False)
class View:
    """The whole paper. `unread` says in Vietnamese what could not be read; `pages` is how many pages there are, where known."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    unread: tuple[str, ...] = ()
    pages: int | None = None
    tracked: bool = False

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return every paragraph of the body in reading order."""
        return tuple(paragraphs_of(self.blocks))
