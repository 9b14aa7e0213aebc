"""Words as they are printed: characters with one face, and lines of them. Sizes are in points."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from docgen.check.view.blocks import Paragraph

Share = Literal["all", "some", "none"]


@dataclass(frozen=True, slots=True)
class Face:
    """The effective formatting of characters. `color` is six hex digits in capitals, None where it is automatic (black)."""

    ascii_font: str
    other_font: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    color: str | None = None
    highlight: bool = False
    raised: bool = False
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring characters with one face, in NFC; `automatic` where Word numbers the paragraph by itself.

    Text set in capitals by its format (`w:caps`) stands here in capitals, as the reader sees it.
    """

    text: str
    face: Face
    automatic: bool = False

    @property
    def visible(self) -> int:
        """Return how many characters leave ink."""
        return len("".join(self.text.split()))

    @property
    def fonts(self) -> frozenset[str]:
        """Return the fonts that the characters are really set in."""
        ink = "".join(self.text.split())
        if not ink:
            return frozenset()
        if self.face.ascii_font == self.face.other_font or ink.isascii():
            return frozenset({self.face.ascii_font})
        has_ascii = any(character < "\x80" for character in ink)
        return frozenset({self.face.other_font} | ({self.face.ascii_font} if has_ascii else set()))


@dataclass(eq=False)
class Line:
    """What stands between two manual line breaks of a paragraph, or a part of it that a tab or a row of blanks sets apart."""

    paragraph: "Paragraph"
    spans: tuple[Span, ...]

    @cached_property
    def text(self) -> str:
        """Return the words with their blanks as typed."""
        return "".join(span.text for span in self.spans)

    @cached_property
    def words(self) -> str:
        """Return the words with one blank between them and none around them."""
        return " ".join(self.text.split())

    @cached_property
    def inked(self) -> tuple[Span, ...]:
        """Return the spans that leave ink."""
        return tuple(span for span in self.spans if span.text and not span.text.isspace())

    @cached_property
    def sizes(self) -> tuple[float, ...]:
        """Return the sizes of type, the one of most characters first."""
        count: dict[float, int] = {}
        for span in self.inked:
            count[span.face.size] = count.get(span.face.size, 0) + span.visible
        return tuple(sorted(count, key=lambda size: -count[size]))

    def share(self, trait: Literal["bold", "italic", "underline", "strike"]) -> Share:
        """Return how much of the inked text is bold, italic, underlined or struck out."""
        values = {getattr(span.face, trait) for span in self.inked}
        return "some" if len(values) > 1 else "all" if values == {True} else "none"


def split_line(line: Line, marks: str) -> Iterator[Line]:
    """Yield the parts of `line` between characters of `marks`."""
    kept: list[Span] = []
    for span in line.spans:
        rest = span.text
        while cut := next((place for place, character in enumerate(rest) if character in marks), -1) + 1:
            kept.append(Span(rest[: cut - 1], span.face, span.automatic))
            yield Line(line.paragraph, tuple(kept))
            kept, rest = [], rest[cut:]
        if rest:
            kept.append(Span(rest, span.face, span.automatic))
    yield Line(line.paragraph, tuple(kept))
