"""Fills the charts of a template: one whose category is the tag `{{ bieu_do }}` is given docgen's bars in place of its own.

In the template the chart is a whole one, so that Word opens it and an office can restyle it.
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
