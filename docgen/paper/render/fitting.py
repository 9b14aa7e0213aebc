"""Makes a template fit: its pages and styles an office's measures, its sections and chart any number of appendices and bars.

In Word a section's properties stand at its end. The template's own two are the main section's, at the head of the loop over
`phu_luc`, and the appendix's, at the end of the document; here each break is given those of the section that it really ends,
so that appendices may stand upright or on their side. A chart whose category is the tag `{{ bieu_do }}` is given docgen's
bars in place of its own; in the template it is a whole one, so that Word opens it and an office can restyle it.
"""

import re
from math import ceil
from typing import Any, Final

from docgen.decree30 import COMPONENTS, DEFAULT_MARGINS
from docgen.paper.layout import TABLE_SIZE, Layout

STYLE_PREFIX: Final = "ND30 "
_SIDES: Final = {"tren": "top_margin", "duoi": "bottom_margin", "trai": "left_margin", "phai": "right_margin"}
_EMU_PER_MM: Final = 36_000
_EMU_PER_POINT: Final = 12_700
_EMU_PER_TWIP: Final = 635
CHARTS: Final = "word/charts/chart"
_TAG: Final = re.compile(r"\{\{\s*(bieu_do)\s*\}\}")
_SERIES: Final = re.compile(r"<c:ser>.*?</c:ser>", re.DOTALL)
_CACHE: Final = re.compile(r"(<c:(str|num)Cache>(?:<c:formatCode>[^<]*</c:formatCode>)?).*?(</c:\2Cache>)", re.DOTALL)
_FORMULA: Final = re.compile(r"(<c:f>[^<]*\$)\d+(</c:f>)")
_POINTS: Final = (
    '<c:ptCount val="{{{{ {source}.so_diem }}}}"/>{{% for diem in {source}.diem %}}'
    '<c:pt idx="{{{{ loop.index0 }}}}"><c:v>{{{{ diem.{field} }}}}</c:v></c:pt>{{% endfor %}}'
)
_FIELDS: Final = {"str": "ten", "num": "so"}
_SECTION: Final = re.compile(r"<w:sectPr[ >].*?</w:sectPr>|<w:sectPr/>", re.DOTALL)
_LOOP: Final = re.compile(r"\{%\s*for \w+ in phu_luc\s*%\}")
_ITEM: Final = "\0item"
_FROM_ONE: Final = '<w:pgNumType w:start="1"/>'


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


def fit_sections(xml: str) -> str:
    """Return the patched `xml` of the body with the section breaks of a loop over `phu_luc` made to fit."""
    sections = list(_SECTION.finditer(xml))
    if not _LOOP.search(xml) or len(sections) < 2:
        return xml
    main, last = sections[0], sections[-1]
    appendix = _choice(_upright(main.group()), last.group())
    at_break = f"{{% if loop.first %}}{main.group()}{{% else %}}{appendix.replace(_ITEM, 'loop.previtem')}{{% endif %}}"
    at_end = f"{{% if phu_luc %}}{appendix.replace(_ITEM, 'phu_luc[-1]')}{{% else %}}{main.group()}{{% endif %}}"
    return xml[: main.start()] + at_break + xml[main.end() : last.start()] + at_end + xml[last.end() :]


def _upright(main: str) -> str:
    """Return the main section's properties for an appendix, whose pages are numbered anew (PL I.III.1.đ)."""
    if "<w:pgNumType" in main:
        return re.sub(r"<w:pgNumType[^>]*/>", _FROM_ONE, main)
    return re.sub(r"(<w:pgMar[^>]*/>)", rf"\1{_FROM_ONE}", main)


def _choice(upright: str, on_its_side: str) -> str:
    return f"{{% if {_ITEM}.ngang %}}{on_its_side}{{% else %}}{upright}{{% endif %}}"


def fit_chart(xml: str) -> str:
    """Return the `xml` of a chart with loops in place of the points of its series that bears the tag."""
    return _SERIES.sub(lambda found: _filled(found.group()), xml)


def _filled(series: str) -> str:
    tag = _TAG.search(series)
    if tag is None:
        return series
    source = tag.group(1)
    looped = _CACHE.sub(
        lambda cache: cache.group(1) + _POINTS.format(source=source, field=_FIELDS[cache.group(2)]) + cache.group(3), series
    )
    return _FORMULA.sub(rf"\g<1>{{{{ {source}.so_diem + 1 }}}}\g<2>", looped)
