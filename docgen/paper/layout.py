"""The measures of the page that a paper is laid out on: the template's own, with what the office sets laid over them."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from docgen.decree30 import A4_HEIGHT, A4_WIDTH, COMPONENTS, PAGE_MARGIN_NAMES
from docgen.text.typography import Face

FOOTNOTE_SIZE: Final = 10  # points, as Word's own; the decree sets none for footnotes
TABLE_SIZE: Final = 13.0  # points, where a template does not say; the decree has no rule for type inside tables


class Room(NamedTuple):
    """What a table has: its width in mm, its type size in points, the height in mm of the text on its pages."""

    width: float
    size: float
    height: float


class Layout(NamedTuple):
    """Margins in mm under their names (`tren`, `duoi`, `trai`, `phai`) and the type size in points of each component."""

    margins: Mapping[str, float]
    landscape_margins: Mapping[str, float]
    sizes: Mapping[str, float]
    table_size: float = TABLE_SIZE

    @property
    def text_width(self) -> float:
        """The width in mm of the text on an upright page."""
        return A4_WIDTH - self.margins["trai"] - self.margins["phai"]

    @property
    def landscape_text_width(self) -> float:
        """The width in mm of the text on a page on its side."""
        return A4_HEIGHT - self.landscape_margins["trai"] - self.landscape_margins["phai"]

    @property
    def room(self) -> Room:
        """What a table has on an upright page."""
        return Room(self.text_width, self.table_size, A4_HEIGHT - self.margins["tren"] - self.margins["duoi"])

    @property
    def landscape_room(self) -> Room:
        """What a table has on a page on its side."""
        margins = self.landscape_margins
        return Room(self.landscape_text_width, self.table_size, A4_WIDTH - margins["tren"] - margins["duoi"])

    def with_office_settings(self, margins: Mapping[str, float | None], body_size: float | None) -> "Layout":
        """Return this layout with the margins and the body size that the office names; None leaves the template's own."""
        given = {name: value for name in PAGE_MARGIN_NAMES if (value := margins[name]) is not None}
        sizes = self.sizes
        if body_size is not None:
            sizes = {**sizes, **{name: component.size(body_size) for name, component in COMPONENTS.items()}}
        return self._replace(
            margins={**self.margins, **given},
            landscape_margins={**self.landscape_margins, **given},
            sizes=sizes,
        )


def face_of(component: str) -> Face:
    """Return the face in which the decree has `component` set."""
    if COMPONENTS[component].bold:
        return "bold"
    return "italic" if COMPONENTS[component].italic else "regular"
