"""Every component of the decree as a named paragraph style, from the decree's own numbers."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from docgen.decree30 import COMPONENTS, FIRST_LINE_INDENT, FONT, PARAGRAPH_GAP
from docgen.paper.layout import TABLE_SIZE
from docgen.text.folding import without_marks
from docgen.text.typography import width
from templates.ooxml import set_outline_level

_CENTRED = (
    "Quốc hiệu", "Tiêu ngữ", "Cơ quan chủ quản", "Cơ quan ban hành", "Số ký hiệu", "Địa danh thời gian", "Tên loại",
    "Trích yếu", "Trích yếu công văn", "Kính gửi", "Quyền hạn chức vụ", "Họ tên", "Phụ lục", "Tên phụ lục", "Kèm theo",
    "Số trang",
)  # fmt: skip
_RUNNING_TEXT = ("Căn cứ", "Nội dung", "Phần", "Mục", "Khoản")
_HEADINGS = {"Phần": 0, "Mục": 1, "Khoản": 2, "Phụ lục": 0}
_BODY_TEXT = 9  # the outline level of what is no heading
_SPACE_BEFORE = {
    "Số ký hiệu": 6,
    "Địa danh thời gian": 6,
    "Trích yếu công văn": PARAGRAPH_GAP,
    "Kính gửi": 18,
    "Tên loại": 14,
    "Họ tên": 64,
}
_LIST_SIZE = 11  # points, in the tables of a work list
_DASH_WIDTH = 6.4  # points of "- " at 11 points: a recipient's second line stands behind its dash
_ADDRESSEES_FROM = 30.0  # mm: where "Kính gửi:" stands that has several addressees below it
_ADDRESSEE_DASH = 2.9  # mm: "- " at 14 points

_DEFAULTS = f"""
<w:docDefaults {nsdecls("w")}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
    <w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault/>
</w:docDefaults>"""
_TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ND30Bang">
  <w:name w:val="ND30 Bảng"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr><w:tblBorders>
    {
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
}
  </w:tblBorders></w:tblPr>
</w:style>"""


def define_styles(document: Document) -> None:
    """Replace the styles of `document` by docgen's."""
    styles = document.styles
    keep = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    for style in [style for style in styles if style.name not in keep]:
        style.delete()
    for child in list(styles.element):
        if child.tag in (qn("w:docDefaults"), qn("w:latentStyles")):
            styles.element.remove(child)
    styles.element.insert(0, parse_xml(_DEFAULTS))
    normal = styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.element.remove_all("w:rPr", "w:pPr")
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    for name in COMPONENTS:
        _define_component(document, name)
    _define_details(document)
    styles.element.append(parse_xml(_TABLE_STYLE))


def _define_component(document: Document, name: str) -> None:
    component = COMPONENTS[name]
    style = _new(document, component.style)
    style.font.size = Pt(component.size_with_14)
    if component.bold:
        style.font.bold = True
    if component.italic:
        style.font.italic = True
    layout = style.paragraph_format
    if name in _CENTRED:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if name in _RUNNING_TEXT:
        layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        layout.first_line_indent = Mm(FIRST_LINE_INDENT)
        layout.space_before = Pt(PARAGRAPH_GAP)
    if name in _SPACE_BEFORE:
        layout.space_before = Pt(_SPACE_BEFORE[name])
    if name in _HEADINGS:
        layout.keep_with_next = True
        set_outline_level(style, _HEADINGS[name])
    if name in ("Tên loại", "Trích yếu", "Tên phụ lục", "Kèm theo"):
        layout.keep_with_next = True


def _define_details(document: Document) -> None:
    recipients = document.styles["ND30 Danh sách nơi nhận"].paragraph_format
    recipients.left_indent, recipients.first_line_indent = Pt(_DASH_WIDTH), Pt(-_DASH_WIDTH)
    for name, base in (("Gạch đầu dòng", "Nội dung"), ("Dấu cộng", "Nội dung")):
        _new(document, f"ND30 {name}", f"ND30 {base}")
    for base in ("Mục", "Khoản"):
        running_heading = _new(document, f"ND30 {base} chạy dòng", f"ND30 {base}")
        running_heading.paragraph_format.keep_with_next = False
        set_outline_level(running_heading, _BODY_TEXT)
    for name, alignment, bold in (
        ("Bảng chữ", WD_ALIGN_PARAGRAPH.LEFT, False),
        ("Bảng giữa", WD_ALIGN_PARAGRAPH.CENTER, False),
        ("Bảng nhóm", WD_ALIGN_PARAGRAPH.LEFT, True),
        ("Bảng tiêu đề cột", WD_ALIGN_PARAGRAPH.CENTER, True),
        ("Tên bảng", WD_ALIGN_PARAGRAPH.CENTER, True),
    ):
        style = _new(document, f"ND30 {name}")
        style.font.size = Pt(TABLE_SIZE)
        style.paragraph_format.alignment = alignment
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(3)
        if bold:
            style.font.bold = True
            style.paragraph_format.keep_with_next = True
    draft = _new(document, "ND30 Dự thảo", "ND30 Số ký hiệu")
    draft.font.bold = True
    rule = _new(document, "ND30 Đường kẻ")
    rule.font.size = Pt(4)
    rule.paragraph_format.space_before = rule.paragraph_format.space_after = Pt(4)
    rule.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    rule.paragraph_format.keep_with_next = True
    section_end = _new(document, "ND30 Ngắt phần")
    section_end.font.size = Pt(1)
    section_end.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    section_end.paragraph_format.line_spacing = Pt(1)
    parting = _new(document, "ND30 Ngắt bảng")
    parting.font.size = Pt(1)
    parting.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    parting.paragraph_format.line_spacing = Pt(PARAGRAPH_GAP)
    running = document.styles.add_style("ND30 Chạy dòng", WD_STYLE_TYPE.CHARACTER)
    running.font.bold = False


def define_report_styles(document: Document) -> None:
    """Add a chart's title, and a list of addressees, whose dashes stand under the colon of "Kính gửi:" (PL I.II.9.d)."""
    title = _new(document, "ND30 Tên biểu đồ", "ND30 Nội dung")
    title.font.bold = True
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.first_line_indent = Mm(0)
    title.paragraph_format.keep_with_next = True
    heading = _new(document, "ND30 Kính gửi nhiều nơi", "ND30 Kính gửi")
    heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    heading.paragraph_format.left_indent = Mm(_ADDRESSEES_FROM)
    heading.paragraph_format.keep_with_next = True
    addressee = _new(document, "ND30 Nơi gửi", "ND30 Kính gửi")
    addressee.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    colon = _ADDRESSEES_FROM + width("Kính gửi", COMPONENTS["Kính gửi"].size_with_14)
    addressee.paragraph_format.left_indent = Mm(colon + _ADDRESSEE_DASH)
    addressee.paragraph_format.first_line_indent = Mm(-_ADDRESSEE_DASH)
    addressee.paragraph_format.space_before = Pt(0)


def define_list_styles(document: Document) -> None:
    """Set the tables of a work list in smaller type than those of a paper."""
    for name in ("Bảng chữ", "Bảng giữa", "Bảng nhóm", "Bảng tiêu đề cột"):
        style = document.styles[f"ND30 {name}"]
        assert isinstance(style, ParagraphStyle)
        style.font.size = Pt(_LIST_SIZE)


def _ascii(name: str) -> str:
    return "".join(letter for letter in without_marks(name) if letter.isalnum())


def _new(document: Document, name: str, base: str = "Normal") -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.element.styleId = _ascii(name)
    style.base_style = document.styles[base]
    style.quick_style = True
    return style
