"""What leaves ink on a page: characters in their faces, and lines drawn. Sizes of type are in points, lengths in millimetres."""

from typing import Literal, NamedTuple

RuleKind = Literal["drawing", "border", "cell border", "characters", "underline"]


class Face(NamedTuple):
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
    raised: bool = False  # or lowered
    lowered: bool = False
    spacing: float = 0.0
    scale: float = 1.0  # of the letters' width


class Span(NamedTuple):
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


class DrawnRule(NamedTuple):
    """A horizontal line on the page. `length` and `middle` (from the left edge of its cell or text area) only where known.

    `broken`: whether it is a row of dashes or stars, with gaps between them.
    """

    kind: RuleKind
    length: float | None
    middle: float | None = None
    color: str | None = None
    floating: bool = False
    broken: bool = False
