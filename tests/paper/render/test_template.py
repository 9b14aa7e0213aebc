import io
import zipfile
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.shared import Twips
from docxtpl import DocxTemplate

from docgen.files.package import packed, read_parts
from docgen.files.stamp import stamped_docx
from docgen.paper.context.printable import TO_THE_LEFT, BangIn, Hang, Khoi, O, ThuocTinh
from docgen.paper.notices import unprinted
from docgen.paper.render import Template, open_template
from docgen.paper.render.environment import environment
from docgen.paper.render.tags import DRAWING_NUMBER, STYLE_IDS
from docgen.workflows.paper import default_template
from tests.conftest import OFFICE, SAMPLE, TRIAL, compiled_template, named, office_of, plan_of, values_of

PROPERTIES = ThuocTinh("Kế hoạch <A> & B", "Sở KH&ĐT")
SAMPLES = [(SAMPLE, OFFICE), (TRIAL, TRIAL.with_name("coquan.yaml"))]


def context_of(plan: Path, office: Path) -> dict[str, Any]:
    return named(values_of(plan_of(plan), office_of(office)))


def paper_of(template: Template, context: dict[str, Any]) -> bytes:
    return stamped_docx(template.render(context, PROPERTIES), "")


def paragraphs_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def as_docxtpl_prints(template: Template, context: dict[str, Any]) -> dict[str, bytes]:
    """Return the parts that docxtpl makes of the same compiled sources and the same data."""
    parts = {**read_parts(paper_of(template, context)), **{name: source.encode() for name, source in template.sources.items()}}
    printer = DocxTemplate(io.BytesIO(packed(parts)))
    printer.render({**context, DRAWING_NUMBER: count(1001).__next__, STYLE_IDS: template.style_ids}, environment())
    buffer = io.BytesIO()
    printer.save(buffer)
    return read_parts(buffer.getvalue())


def canonical(part: bytes) -> str:
    """Return the canonical form of a part, without `xml:space`, which docxtpl sets also on texts that do not need it."""
    return ET.canonicalize(part.decode(), exclude_attrs=["{http://www.w3.org/XML/1998/namespace}space"])


@pytest.mark.parametrize(("plan", "office"), SAMPLES)
def test_every_part_is_what_docxtpl_itself_prints(plan: Path, office: Path) -> None:
    template, context = compiled_template(), context_of(plan, office)
    ours = read_parts(paper_of(template, context))
    theirs = as_docxtpl_prints(template, context)
    compared = [name for name in theirs if name.startswith("word/") and name.endswith(".xml")]
    assert "word/document.xml" in compared
    for name in compared:
        assert canonical(ours[name]) == canonical(theirs[name]), name


def test_a_template_is_printed_many_times_without_a_trace_of_the_last() -> None:
    template = compiled_template()
    first = template.render(context_of(*SAMPLES[0]), PROPERTIES)
    template.render(context_of(*SAMPLES[1]), PROPERTIES)
    assert template.render(context_of(*SAMPLES[0]), PROPERTIES) == first


def test_markup_in_data_prints_as_written() -> None:
    context = context_of(*SAMPLES[0])
    odd = "Sở KH&ĐT <b>đậm</b> {{ x }} {% if %} {# y #} \"kép\" 'đơn' &amp; <w:br/>"
    context["mo_dau"] = (odd,)
    assert odd in paragraphs_of(paper_of(compiled_template(), context))


def test_tabs_and_line_breaks_in_data_become_words_own() -> None:
    context = context_of(*SAMPLES[0])
    context["mo_dau"] = ("một\thai <&>\nba",)
    data = paper_of(compiled_template(), context)
    assert "một\thai <&>\nba" in paragraphs_of(data)
    xml = read_parts(data)["word/document.xml"].decode()
    assert "<w:tab/>" in xml
    assert "<w:br/>" in xml


def test_a_held_hyphen_is_words_own_and_reads_as_a_hyphen() -> None:
    context = context_of(*SAMPLES[0])
    context["mo_dau"] = ("số 15/QĐ\u2011UBND",)
    data = paper_of(compiled_template(), context)
    assert "số 15/QĐ-UBND" in paragraphs_of(data)
    assert "QĐ</w:t><w:noBreakHyphen/><w:t" in read_parts(data)["word/document.xml"].decode()


def test_properties_are_escaped_once_and_bear_no_time() -> None:
    data = paper_of(compiled_template(), context_of(*SAMPLES[0]))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == ("Kế hoạch <A> & B", "Sở KH&ĐT", "vi-VN")
    assert b"dcterms" not in read_parts(data)["docProps/core.xml"]


def test_every_entry_of_the_zip_has_the_same_fixed_time() -> None:
    data = paper_of(compiled_template(), context_of(*SAMPLES[0]))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.testzip() is None


def test_a_cell_runs_over_the_columns_on_its_right() -> None:
    cells = (O("Việc", 1000), O("Chủ trì", 2000), O("Phối hợp", 3000))
    merged = Hang(("", "", "Đưa tin", "Theo Quyết định số 1441/QĐ-UBND", ""), ("", "restart", TO_THE_LEFT), cells)
    assert [(cell.chu, cell.rong, cell.qua) for cell in merged.o] == [
        ("Đưa tin", 1000, 1),
        ("Theo Quyết định số 1441/QĐ-UBND", 5000, 2),
    ]
    context = context_of(SAMPLE, OFFICE)
    appendix = context["phu_luc"][0]
    table = BangIn(cells, (merged, Hang(("", "", "In", "A", "B"), ("", "", ""), cells)))
    context["phu_luc"] = (replace(appendix, khoi=(Khoi("Bảng", bang=table),)),)
    rows = docx.Document(io.BytesIO(paper_of(compiled_template(), context))).tables[-1].rows
    assert [[cell.grid_span for cell in row._tr.tc_lst] for row in rows] == [[1, 1, 1], [1, 2], [1, 1, 1]]
    assert [cell.width for cell in rows[1]._tr.tc_lst] == [Twips(1000), Twips(5000)]


def test_headings_in_two_lines_repeat_on_every_page_over_the_grid_of_the_columns() -> None:
    columns = (O("STT", 1000), O("Quý I", 2000), O("Quý II", 3000))
    heads = (
        Hang(("", "", "STT", "Thời gian", ""), ("restart", "", TO_THE_LEFT), columns),
        Hang(("", "", "", "Quý I", "Quý II"), ("continue", "", ""), columns),
    )
    context = context_of(SAMPLE, OFFICE)
    appendix = context["phu_luc"][0]
    table = BangIn(columns, (Hang(("", "", "1", "A", "B"), ("", "", ""), columns),), nhieu_dau=heads)
    context["phu_luc"] = (replace(appendix, khoi=(Khoi("Bảng", bang=table),)),)
    printed = docx.Document(io.BytesIO(paper_of(compiled_template(), context))).tables[-1]
    assert [column.width for column in printed.columns] == [Twips(1000), Twips(2000), Twips(3000)]
    assert [[cell.text for cell in row.cells] for row in printed.rows] == [
        ["STT", "Thời gian", "Thời gian"],
        ["STT", "Quý I", "Quý II"],
        ["1", "A", "B"],
    ]
    assert [row._tr.trPr.xpath("w:tblHeader") != [] for row in printed.rows if row._tr.trPr is not None] == [True, True, False]


def test_an_older_template_is_told_what_it_makes_of_joined_cells() -> None:
    columns = (O("A", 1000), O("B", 2000))
    row = Hang(("", "", "x", ""), ("", TO_THE_LEFT), columns)
    table = BangIn(columns, (row,), nhieu_dau=(row, row))
    context = context_of(SAMPLE, OFFICE)
    context["khoi"] = (Khoi("Bảng", bang=table),)
    template = compiled_template()
    assert unprinted(template, context) == []
    older = {name: source.replace(".qua", ".rong").replace(".dau", ".hang") for name, source in template.sources.items()}
    said = unprinted(replace(template, sources=older), context)
    assert [each.partition(": ")[2].partition(";")[0] for each in said] == [
        "mẫu này không gộp ô qua nhiều cột",
        "mẫu này chỉ in một dòng tiêu đề bảng",
    ]


def test_no_tag_no_empty_row_and_no_empty_paragraph_is_left() -> None:
    for plan, office in SAMPLES:
        data = paper_of(compiled_template(), context_of(plan, office))
        xml = read_parts(data)["word/document.xml"].decode()
        if plan == SAMPLE:
            assert "{{" not in xml
            assert "{%" not in xml
        document = docx.Document(io.BytesIO(data))
        empty = [paragraph for paragraph in document.paragraphs if not paragraph.text.strip()]
        styles = {paragraph.style.name for paragraph in empty if paragraph.style is not None}
        assert styles <= {"ND30 Đường kẻ", "ND30 Ngắt phần"}
        for table in document.tables:
            for row in table._tbl.tr_lst:
                assert any(text.text for text in row.iter("{*}t"))


def test_the_names_in_the_template_are_those_of_the_context() -> None:
    assert compiled_template().variables | {"thuoc_tinh", "chu_thich"} == set(context_of(*SAMPLES[0]))


def test_an_office_lays_its_margins_and_sizes_over_the_template() -> None:
    opened = open_template(default_template("kehoach"))
    layout = opened.layout.with_office_settings({"tren": 25, "duoi": 20, "trai": 35, "phai": 20}, 13)
    document = docx.Document(io.BytesIO(paper_of(opened.compiled(layout), context_of(*SAMPLES[0]))))
    for section in document.sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(margin.mm, 1) for margin in margins if margin is not None] == [25.0, 20.0, 35.0, 20.0]
    sizes = {style.name: style.font.size.pt for style in document.styles if style.name.startswith("ND30") and style.font.size}
    assert (sizes["ND30 Quốc hiệu"], sizes["ND30 Tiêu ngữ"], sizes["ND30 Nội dung"]) == (12, 13, 13)
    assert (sizes["ND30 Số ký hiệu"], sizes["ND30 Nơi nhận"], sizes["ND30 Phụ lục"]) == (13, 12, 14)


def test_a_margin_never_falls_below_its_range() -> None:
    document = docx.Document(str(default_template("kehoach")))
    for section in document.sections:
        assert section.right_margin is not None
        assert section.right_margin.mm >= 15


def restyled() -> bytes:
    document = docx.Document(str(default_template("kehoach")))
    document.styles["ND30 Trích yếu"].font.size = docx.shared.Pt(13)
    document.styles["ND30 Bảng chữ"].font.size = docx.shared.Pt(11)
    document.sections[0].left_margin = docx.shared.Mm(33)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_an_offices_own_template_keeps_its_look(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(restyled())
    layout = open_template(path).layout
    assert layout.margins["trai"] == 33
    assert layout.sizes["Trích yếu"] == 13
    assert layout.table_size == 11


def test_tags_that_word_split_over_runs_are_healed(tmp_path: Path) -> None:
    parts = read_parts(default_template("kehoach").read_bytes())
    xml = parts["word/document.xml"].decode()
    split = xml.replace(
        "{{ rong.cuoi_phai | rong_o }}", '{{ rong.cuoi</w:t></w:r><w:proofErr w:type="x"/><w:r><w:t>_phai | rong_o }}'
    )
    assert split != xml
    path = tmp_path / "mau.docx"
    path.write_bytes(packed({**parts, "word/document.xml": split.encode()}))
    opened = open_template(path)
    context = context_of(*SAMPLES[0])
    ours = read_parts(paper_of(opened.compiled(opened.layout), context))["word/document.xml"]
    assert canonical(ours) == canonical(read_parts(paper_of(compiled_template(), context))["word/document.xml"])
