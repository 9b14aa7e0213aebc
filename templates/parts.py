"""The parts that the templates share: page, head, blocks of the body, tables, signature, appendix."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Emu, Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from docgen.decree30 import A4_HEIGHT, A4_WIDTH, DEFAULT_MARGINS, QUOC_HIEU, TIEU_NGU
from docgen.paper.render.fitting import whole_twips
from templates.chart import add_chart
from templates.ooxml import add_line, add_page_number, set_cell_margins, set_row, text_of

_HEADER_DISTANCE = 10  # mm from the edge of the paper, as in the decree's own annexes


def page(section: Section) -> None:
    """Give `section` the paper, the margins and the page number of the decree (PL I.I)."""
    section.page_width, section.page_height = Mm(A4_WIDTH), Mm(A4_HEIGHT)
    for side, name in (("top", "tren"), ("bottom", "duoi"), ("left", "trai"), ("right", "phai")):
        setattr(section, f"{side}_margin", Emu(whole_twips(DEFAULT_MARGINS[name])))
    section.header_distance = section.footer_distance = Mm(_HEADER_DISTANCE)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style = "ND30 Số trang"
    add_page_number(number)
    section.first_page_header.paragraphs[0].style = "ND30 Số trang"


def on_its_side(section: Section) -> None:
    """Turn the paper of `section`."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(A4_HEIGHT), Mm(A4_WIDTH)


def head(document: Document) -> _Cell:
    """Add the head; return the cell of the number, under which a letter has its subject, and every draft `draft_mark`."""
    table = _two_columns(document, rows=2)
    office, state = table.rows[0].cells
    text_of(office, "ND30 Cơ quan chủ quản", "{%p for d in co_quan_chu_quan %}")
    for style, text in (
        ("Cơ quan chủ quản", "{{ d }}"),
        ("Cơ quan chủ quản", "{%p endfor %}"),
        ("Cơ quan ban hành", "{%p for d in ten_co_quan %}"),
        ("Cơ quan ban hành", "{{ d }}"),
        ("Cơ quan ban hành", "{%p endfor %}"),
    ):
        office.add_paragraph(text, f"ND30 {style}")
    add_line(office.add_paragraph("{{ rong.dau_trai | rong_o }}", "ND30 Đường kẻ"), Mm(17), 1, "{{ ke.co_quan | do_dai }}")
    text_of(state, "ND30 Quốc hiệu", "{{ rong.dau_phai | rong_o }}" + QUOC_HIEU)
    state.add_paragraph(TIEU_NGU, "ND30 Tiêu ngữ")
    add_line(state.add_paragraph(style="ND30 Đường kẻ"), Mm(60), 2, "{{ ke.tieu_ngu | do_dai }}")
    number, date = table.rows[1].cells
    text_of(number, "ND30 Số ký hiệu", "{{ rong.dau_trai | rong_o }}{{ so_ky_hieu }}")
    text_of(date, "ND30 Địa danh thời gian", "{{ rong.dau_phai | rong_o }}{{ dia_danh_ngay }}")
    return number


def draft_mark(number: _Cell) -> None:
    """Add what a draft says of itself below what stands in the cell of the number: where marks are stamped (PL I.IV, box 10)."""
    for text in ("{%p if du_thao %}", "{{ du_thao }}", "{%p endif %}"):
        number.add_paragraph(text, "ND30 Dự thảo")


def signature(document: Document) -> None:
    """Add recipients and signature."""
    table = _two_columns(document, rows=1)
    set_cell_margins(table, top=240, left=0, right=0)
    recipients, signer = table.rows[0].cells
    text_of(recipients, "ND30 Nơi nhận", "{{ rong.cuoi_trai | rong_o }}Nơi nhận:")
    recipients.add_paragraph("{%p for n in noi_nhan %}", "ND30 Danh sách nơi nhận")
    recipients.add_paragraph("{{ n }}", "ND30 Danh sách nơi nhận")
    recipients.add_paragraph("{%p endfor %}", "ND30 Danh sách nơi nhận")
    text_of(signer, "ND30 Quyền hạn chức vụ", "{%p for q in quyen_han %}")
    signer.add_paragraph("{{ q }}", "ND30 Quyền hạn chức vụ")
    signer.add_paragraph("{%p endfor %}", "ND30 Quyền hạn chức vụ")
    signer.add_paragraph("{{ rong.cuoi_phai | rong_o }}{{ ho_ten }}", "ND30 Họ tên")


def appendix(document: Document, *, at_top: bool = False) -> None:
    """Add the section of the appendices, on its side, numbered from 1 (PL I.III); words of cells in the middle or `at_top`."""
    paragraph(document, "Ngắt phần", "{%p for pl in phu_luc %}")
    section = document.add_section(WD_SECTION.NEW_PAGE)
    document.paragraphs[-1].style = "ND30 Ngắt phần"
    on_its_side(section)
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(numbering)
    paragraph(document, "Phụ lục", "{{ pl.so }}")
    paragraph(document, "Tên phụ lục", "{{ pl.ten }}")
    paragraph(document, "Kèm theo", "{{ pl.kem_theo }}")
    add_line(paragraph(document, "Đường kẻ"), Mm(60), 4, "{{ pl.ke | do_dai }}")
    blocks(document, "pl.khoi", at_top=at_top)
    paragraph(document, "Ngắt phần", "{%p endfor %}")
    paragraph(document, "Ngắt phần")  # Word puts a full line of its own behind a table that ends a document


def blocks(document: Document, source: str, *, chart: bool = False, at_top: bool = False) -> None:
    """Add the loop over the blocks of `source`; with a chart where a block asks for it.

    Rows stay whole but for very high ones; the words of their cells stand in the middle or `at_top`.
    """
    paragraph(document, "Nội dung", f"{{%p for k in {source} %}}")
    if chart:
        paragraph(document, "Nội dung", "{%p if k.kieu == 'Biểu đồ' %}")
        add_chart(document, paragraph(document, "Bảng giữa"))
        paragraph(document, "Nội dung", "{%p elif k.bang %}")
    else:
        paragraph(document, "Nội dung", "{%p if k.bang %}")
    _table(document, at_top)
    paragraph(document, "Nội dung", "{%p else %}")
    text = paragraph(document, "Nội dung", "{{ k.kieu | kieu_doan }}{{ k.giu | giu_trang }}{{ k.cach | cach_sau }}{{ k.chu }}")
    text.add_run("{%r if k.tiep %}")
    text.add_run(" {{ k.tiep }}", "ND30 Chạy dòng").bold = False  # a style only toggles the bold of another
    text.add_run("{%r endif %}")
    paragraph(document, "Nội dung", "{%p endif %}")
    paragraph(document, "Nội dung", "{%p endfor %}")


def _table(document: Document, at_top: bool) -> None:
    merged = "{{ o.rong | rong_o }}{{ o.gop | gop_o }}{{ o.qua | qua_o }}"
    attributes = f"{{{{ h.dai | tach_trang }}}}{merged}{{{{ o.giu | giu_trang }}}}{{{{ o.kieu | kieu_doan }}}}"
    table = document.add_table(0, 7)
    table.style = "ND30 Bảng"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _row(table, ("chữ", "{%tr for h in k.bang.dau %}"))
    _row(
        table,
        ("chữ", "{%tc for o in h.o %}"),
        ("tiêu đề cột", f"{{{{ k.bang.cot | luoi_cot }}}}{merged}{{{{ o.chu }}}}"),
        ("chữ", "{%tc endfor %}"),
        header=True,
    )
    _row(table, ("chữ", "{%tr endfor %}"))
    _row(table, ("chữ", "{%tr for h in k.bang.hang %}"))
    _row(table, ("chữ", "{%tr if h.nhom %}"))
    _row(
        table,
        ("tiêu đề cột", "{{ k.bang.cot[0].rong | rong_o }}{{ h.so }}"),
        ("nhóm", "{{ k.bang.rong_con_lai | rong_o }}{% colspan k.bang.con_lai %}{{ h.nhom }}"),
    )
    _row(table, ("chữ", "{%tr else %}"))
    _row(
        table,
        ("chữ", "{%tc for o in h.o %}"),
        (
            "chữ",
            f"{attributes}{{{{ o.chu }}}}",
        ),
        ("chữ", "{%tc endfor %}"),
        at_top=at_top,
    )
    _row(table, ("chữ", "{%tr endif %}"))
    _row(table, ("chữ", "{%tr endfor %}"))


def _row(table: Table, *cells: tuple[str, str], header: bool = False, at_top: bool = False) -> None:
    row = table.add_row()
    set_row(row, header=header)
    for surplus in row.cells[len(cells) :]:
        row._tr.remove(surplus._tc)
    for cell, (style, text) in zip(row.cells, cells, strict=False):
        text_of(cell, f"ND30 Bảng {style}", text)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP if at_top else WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _two_columns(document: Document, rows: int) -> Table:
    table = document.add_table(rows, 2)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    if rows > 1:
        set_cell_margins(table, left=0, right=0)
    for row in table.rows:
        set_row(row)
    return table


def paragraph(document: Document, style: str, text: str = "") -> Paragraph:
    """Add a paragraph of a component's style."""
    return document.add_paragraph(text, f"ND30 {style}")


def loop(document: Document, opening: str, *paragraphs: tuple[str, str]) -> None:
    """Add `paragraphs` within a loop."""
    paragraph(document, paragraphs[0][0], f"{{%p {opening} %}}")
    for style, text in paragraphs:
        paragraph(document, style, text)
    paragraph(document, paragraphs[0][0], f"{{%p end{opening.split(maxsplit=1)[0]} %}}")
