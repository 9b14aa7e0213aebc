"""Reads the measures of a template's pages and styles, and lays an office's own over them."""

from math import ceil
from typing import Any, Final

from docgen.decree30 import COMPONENTS, DEFAULT_MARGINS
from docgen.paper.layout import TABLE_SIZE, Layout

STYLE_PREFIX: Final = "ND30 "
_SIDES: Final = {"tren": "top_margin", "duoi": "bottom_margin", "trai": "left_margin", "phai": "right_margin"}
_EMU_PER_MM: Final = 36_000
_EMU_PER_POINT: Final = 12_700
_EMU_PER_TWIP: Final = 635


def layout_of(document: Any) -> Layout:
    """Return the margins and sizes as the template has them; the decree's own for what it lacks."""
    styles = {style.name: style for style in document.styles}
    return Layout(
        margins=_margins(document.sections[0]),
        landscape_margins=_margins(document.sections[-1]),
        sizes={name: _size(styles.get(component.style)) or component.size_with_14 for name, component in COMPONENTS.items()},
        table_size=_size(styles.get(f"{STYLE_PREFIX}Bảng chữ")) or TABLE_SIZE,
    )


def lay_out(document: Any, layout: Layout) -> None:
    """Give the sections and the styles of `document` the measures of `layout`."""
    for section in document.sections:
        on_its_side = section.page_width > section.page_height
        margins = layout.landscape_margins if on_its_side else layout.margins
        for name, side in _SIDES.items():
            setattr(section, side, whole_twips(margins[name]))
    for style in document.styles:
        component = (style.name or "").removeprefix(STYLE_PREFIX)
        if component in COMPONENTS and _size(style) != layout.sizes[component]:
            style.font.size = round(layout.sizes[component] * _EMU_PER_POINT)


def whole_twips(millimetres: float) -> int:
    """Return in EMU the fewest whole twips that make `millimetres`, so that no margin falls below its range."""
    return ceil(round(millimetres * _EMU_PER_MM / _EMU_PER_TWIP, 2)) * _EMU_PER_TWIP


def _margins(section: Any) -> dict[str, float]:
    found = {name: getattr(section, side) for name, side in _SIDES.items()}
    return {name: DEFAULT_MARGINS[name] if length is None else round(length.mm, 1) for name, length in found.items()}


def _size(style: Any) -> float | None:
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    return None
