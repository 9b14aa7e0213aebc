"""Sections with their headers, and tables with their widths."""

import pytest

from docgen.check.view import Table
from tests.check.raw import paragraph, run, view

A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/>'
WIDE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/>'
PAGE = paragraph('<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>', '<w:jc w:val="center"/>')


def test_margins_and_paper_are_read_in_millimetres() -> None:
    (section,) = view(f"<w:sectPr>{A4}</w:sectPr>").sections
    assert (round(section.width), round(section.height)) == (210, 297)
    assert {name: round(length) for name, length in section.margins.items()} == {"tren": 20, "duoi": 20, "trai": 30, "phai": 15}
    assert section.text_width == pytest.approx(165, abs=0.1)


def test_a_gutter_is_a_part_of_the_left_margin() -> None:
    (section,) = view(
        '<w:sectPr><w:pgMar w:left="1134" w:right="851" w:top="1134" w:bottom="1134" w:gutter="567"/></w:sectPr>'
    ).sections
    assert section.margins["trai"] == pytest.approx(30, abs=0.1)


def test_a_paper_that_says_nothing_is_letter_size_as_in_word() -> None:
    (section,) = view(paragraph(run("a"))).sections
    assert (section.width, section.height) == (215.9, 279.4)


def test_each_paragraph_knows_its_section() -> None:
    body = paragraph(run("một"), f"<w:sectPr>{A4}</w:sectPr>") + paragraph(run("hai")) + f"<w:sectPr>{WIDE}</w:sectPr>"
    read = view(body)
    assert [each.section for each in read.paragraphs] == [0, 1]
    assert [section.landscape for section in read.sections] == [False, True]


def test_headers_are_inherited_by_the_sections_that_follow() -> None:
    own = f'<w:sectPr><w:headerReference w:type="default" r:id="header"/>{A4}<w:titlePg/></w:sectPr>'
    body = paragraph(run("một"), own) + f'<w:sectPr>{WIDE}<w:pgNumType w:start="1"/></w:sectPr>'
    first, second = view(body, header1=PAGE).sections
    assert first.headers[0].paragraphs[0].fields == {"PAGE"}
    assert second.headers[0].paragraphs is first.headers[0].paragraphs
    assert (first.title_page, second.title_page, first.start, second.start) == (True, False, None, 1)


def test_a_header_that_points_nowhere_is_refused() -> None:
    from docgen.errors import FileError  # noqa: PLC0415

    with pytest.raises(FileError, match="đầu trang"):
        view('<w:sectPr><w:headerReference w:type="default" r:id="none"/></w:sectPr>')


def cell(text: str, width: str = "", span: int = 1) -> str:
    return f'<w:tc><w:tcPr>{width}<w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(run(text))}</w:tc>'


def table_of(rows: str, properties: str = "", grid: str = "") -> Table:
    read = view(f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:sectPr>{A4}</w:sectPr>")
    (table,) = (block for block in read.blocks if isinstance(block, Table))
    return table


def test_widths_come_from_the_cells_else_from_the_grid() -> None:
    grid = '<w:gridCol w:w="2835"/><w:gridCol w:w="2835"/><w:gridCol w:w="1134"/>'
    wide = table_of(f"<w:tr>{cell('a', span=2)}{cell('b')}</w:tr>", grid=grid)
    assert [round(each.width or 0) for each in wide.rows[0].cells] == [100, 20]
    own = table_of(f"""<w:tr>{cell("a", '<w:tcW w:w="1701" w:type="dxa"/>')}</w:tr>""", grid=grid)
    assert [round(each.width or 0) for each in own.rows[0].cells] == [30]


def test_widths_in_per_cent_are_parts_of_the_text() -> None:
    half = table_of(f"""<w:tr>{cell("a", '<w:tcW w:w="2500" w:type="pct"/>')}</w:tr>""", '<w:tblW w:w="5000" w:type="pct"/>')
    assert half.rows[0].cells[0].width == pytest.approx(82.5, abs=0.1)


def test_a_paragraph_in_a_cell_has_the_room_between_its_margins() -> None:
    own = table_of(f"""<w:tr>{cell("a", '<w:tcW w:w="2835" w:type="dxa"/>')}</w:tr>""")
    assert own.paragraphs[0].width == pytest.approx(50 - 3.8, abs=0.1)


def test_an_absurd_span_is_cut_to_what_word_can_have() -> None:
    assert table_of(f"<w:tr>{cell('a', span=100000)}</w:tr>").rows[0].cells[0].span == 63


@pytest.mark.parametrize(
    ("borders", "ruled"),
    [
        ("", False),
        ('<w:tblBorders><w:top w:val="none"/><w:insideV w:val="nil"/></w:tblBorders>', False),
        ('<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>', True),
    ],
)
def test_a_table_whose_lines_show_is_ruled(borders: str, ruled: bool) -> None:
    assert table_of(f"<w:tr>{cell('a')}</w:tr>", borders).ruled is ruled


def test_rows_say_whether_they_repeat_and_may_break() -> None:
    rows = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cell('a')}</w:tr><w:tr>{cell('b')}</w:tr>"
    assert [(row.header, row.cant_split) for row in table_of(rows).rows] == [(True, True), (False, False)]


def test_tables_inside_tables_are_read() -> None:
    inner = f"<w:tbl><w:tblPr/><w:tr>{cell('trong')}</w:tr></w:tbl>"
    outer = table_of(f"<w:tr><w:tc>{inner}{paragraph(run('ngoài'))}</w:tc></w:tr>")
    assert [each.text for each in outer.paragraphs] == ["trong", "ngoài"]
