"""docgen's own tags: words in a template that set what Word keeps in attributes, and so cannot be typed there.

- `{{ x | rong_o }}` in a cell gives the cell its width in twips;
- `{{ x | gop_o }}` in a cell merges it downwards: `restart`, `continue` or nothing;
- `{{ x | qua_o }}` in a cell lets it run over `x` columns, where `x` is more than 1;
- `{{ x | luoi_cot }}` in a table gives it the grid of the columns `x`, each as wide as its `rong`;
- `{{ x | tach_trang }}` in a row lets it go on over the next page where `x` is true;
- `{{ x | giu_trang }}` in a paragraph keeps it on the page of the next;
- `{{ x | kieu_doan }}` in a paragraph gives it the style `ND30 x`;
- `{{ x | cach_sau }}` in a paragraph sets the gap below it in twips, where `x` is not 0;
- `{{ x | do_dai }}` as the alternative text of a drawn line gives its length in EMU.

They are looked for after docxtpl has healed the tags that Word split over runs.
"""

import re
from typing import Final

DRAWING_NUMBER: Final = "so_hinh_ve"  # a function in every context, since each drawing on paper needs a number of its own
STYLE_IDS: Final = "ma_kieu"  # in every context: what the template's own file calls each style `ND30 …`
FILTERS: Final = ("rong_o", "gop_o", "qua_o", "luoi_cot", "tach_trang", "giu_trang", "kieu_doan", "cach_sau", "do_dai")

_CELL: Final = re.compile(r"<w:tc[ >](?:(?!<w:tc[ >]).)*?</w:tc>", re.DOTALL)
_ROW: Final = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_TABLE: Final = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_GRID: Final = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
_PARAGRAPH: Final = re.compile(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
_DRAWING: Final = re.compile(r"<mc:AlternateContent[ >].*?</mc:AlternateContent>|<wp:(inline|anchor)[ >].*?</wp:\1>", re.DOTALL)
_EMPTY_RUN: Final = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL)
_CELL_PROPERTIES: Final = re.compile(r"<w:tcPr>(.*?)</w:tcPr>", re.DOTALL)
_PROPERTY: Final = re.compile(r"<w:(\w+)(?:[^>]*/>|[^>]*>.*?</w:\1>)", re.DOTALL)
_ORDER: Final = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark".split()
_WHOLE: Final = re.compile(r"<w:cantSplit[^>]*/>")
_EMU_PER_POINT: Final = 12_700
_BEFORE_SPAN: Final = re.compile(r"<w:tcPr>(?:<w:tcW[^>]*/>)?")
_BEFORE_MERGE: Final = re.compile(r"<w:tcPr>(?:<w:tcW[^>]*/>)?(?:<w:gridSpan[^>]*/>)?")


def apply_tags(xml: str) -> str:
    """Return the patched `xml` of a part with docgen's tags turned into the attributes that they set."""
    xml = _CELL_PROPERTIES.sub(_in_schema_order, xml)
    xml = _TABLE.sub(_size_table, xml)
    xml = _ROW.sub(_set_split, xml)
    xml = _CELL.sub(_set_merge, xml)
    xml = _CELL.sub(_set_span, xml)
    xml = _PARAGRAPH.sub(_set_style, xml)
    xml = _PARAGRAPH.sub(_set_gap, xml)
    xml = _PARAGRAPH.sub(_set_keep, xml)
    return _DRAWING.sub(_set_length, xml)


def _in_schema_order(properties: re.Match[str]) -> str:
    """Return cell properties in the order Word asks for; docxtpl's own `colspan` and `cellbg` put theirs first."""
    children = {child.group(1): child.group() for child in _PROPERTY.finditer(properties.group(1))}
    ordered = sorted(children.items(), key=lambda child: _ORDER.index(child[0]) if child[0] in _ORDER else len(_ORDER))
    return f"<w:tcPr>{''.join(xml for _, xml in ordered)}</w:tcPr>"


_WIDTH, _MERGE, _SPAN, _COLUMNS, _SPLIT, _KEEP, _STYLE, _GAP, _LENGTH = (
    re.compile(rf"\{{\{{\s*([^}}|]+?)\s*\|\s*{name}\s*\}}\}}") for name in FILTERS
)


def _taken_out(pattern: re.Pattern[str], xml: str) -> tuple[str | None, str]:
    found = pattern.search(xml)
    if found is None:
        return None, xml
    return found.group(1), _EMPTY_RUN.sub("", xml[: found.start()] + xml[found.end() :])


def _size_table(table: re.Match[str]) -> str:
    named, xml = _taken_out(_COLUMNS, table.group())
    if not _WIDTH.search(xml):
        return xml
    sized = _CELL.sub(_set_width, xml)
    if named is None:
        columns = _CELL.sub(_grid_column, _row_content(xml))
    else:
        columns = f'{{% for cot in {named} %}}<w:gridCol w:w="{{{{ cot.rong }}}}"/>{{% endfor %}}'
    return _GRID.sub(lambda _: f"<w:tblGrid>{columns}</w:tblGrid>", sized, count=1)


def _row_content(table: str) -> str:
    """Return the cells of the first row and the loops between them."""
    row = next(row.group() for row in _ROW.finditer(table) if _WIDTH.search(row.group()))
    start = _CELL.search(row)
    opening = re.sub(r"^<w:tr[^>]*>(?:<w:tblPrEx>.*?</w:tblPrEx>)?(?:<w:trPr>.*?</w:trPr>)?", "", row, flags=re.DOTALL)
    return opening.removesuffix("</w:tr>") if start else ""


def _grid_column(cell: re.Match[str]) -> str:
    width, _ = _taken_out(_WIDTH, cell.group())
    return f'<w:gridCol w:w="{{{{ {width} }}}}"/>' if width else ""


def _set_width(cell: re.Match[str]) -> str:
    width, xml = _taken_out(_WIDTH, cell.group())
    if width is None:
        return xml
    return re.sub(r"<w:tcPr>(?:<w:tcW[^>]*/>)?", f'<w:tcPr><w:tcW w:w="{{{{ {width} }}}}" w:type="dxa"/>', xml, count=1)


def _set_merge(cell: re.Match[str]) -> str:
    merge, xml = _taken_out(_MERGE, cell.group())
    if merge is None:
        return xml
    element = f'{{% if {merge} %}}<w:vMerge w:val="{{{{ {merge} }}}}"/>{{% endif %}}'
    return _BEFORE_MERGE.sub(lambda found: found.group() + element, xml, count=1)


def _set_span(cell: re.Match[str]) -> str:
    span, xml = _taken_out(_SPAN, cell.group())
    if span is None:
        return xml
    element = f'{{% if {span} > 1 %}}<w:gridSpan w:val="{{{{ {span} }}}}"/>{{% endif %}}'
    return _BEFORE_SPAN.sub(lambda found: found.group() + element, xml, count=1)


def _set_split(row: re.Match[str]) -> str:
    split, xml = _taken_out(_SPLIT, row.group())
    return xml if split is None else _WHOLE.sub(lambda whole: f"{{% if not {split} %}}{whole.group()}{{% endif %}}", xml, count=1)


def _set_style(paragraph: re.Match[str]) -> str:
    style, xml = _taken_out(_STYLE, paragraph.group())
    if style is None:
        return xml
    return re.sub(r'(<w:pStyle w:val=")[^"]*"', rf'\g<1>{{{{ {STYLE_IDS}[{style}] }}}}"', xml, count=1)


def _set_keep(paragraph: re.Match[str]) -> str:
    keep, xml = _taken_out(_KEEP, paragraph.group())
    return xml if keep is None else _behind_style(xml, f"{{% if {keep} %}}<w:keepNext/>{{% endif %}}")


def _set_gap(paragraph: re.Match[str]) -> str:
    gap, xml = _taken_out(_GAP, paragraph.group())
    return xml if gap is None else _behind_style(xml, f'{{% if {gap} %}}<w:spacing w:after="{{{{ {gap} }}}}"/>{{% endif %}}')


def _behind_style(paragraph: str, element: str) -> str:
    return re.sub(r"<w:pPr>(?:<w:pStyle[^>]*/>)?", lambda found: found.group() + element, paragraph, count=1)


def _set_length(drawing: re.Match[str]) -> str:
    xml = drawing.group()
    xml = re.sub(r'(<wp:docPr [^>]*?\bid=")\d+"', rf'\g<1>{{{{ {DRAWING_NUMBER}() }}}}"', xml, count=1)
    length = _LENGTH.search(xml)
    if length is None:
        return xml
    xml = xml.replace(length.group(), "")
    xml = re.sub(r'(<(?:wp:extent|a:ext) cx=")\d+"', rf'\g<1>{{{{ {length.group(1)} }}}}"', xml)
    return re.sub(r'(<v:line [^>]*\bto=")[^",]+', rf"\g<1>{{{{ {length.group(1)} // {_EMU_PER_POINT} }}}}pt", xml)
