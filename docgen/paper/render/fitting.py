"""Makes a template's own sections and chart fit any number of appendices and bars.

In Word a section's properties stand at its end. The template's own two are the main section's, at the head of the loop over
`phu_luc`, and the appendix's, at the end of the document; here each break is given those of the section that it really ends,
so that appendices may stand upright or on their side. A chart whose category is the tag `{{ bieu_do }}` is given docgen's
bars in place of its own; in the template it is a whole one, so that Word opens it and an office can restyle it.
"""

import re
from typing import Final

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
