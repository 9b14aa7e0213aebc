"""Lets a template with one main section and one appendix print any number of appendices, upright or on their side.

In Word a section's properties stand at its end. The template's own two are the main section's, at the head of the loop over
`phu_luc`, and the appendix's, at the end of the document; here each break is given those of the section that it really ends.
"""

import re
from typing import Final

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
