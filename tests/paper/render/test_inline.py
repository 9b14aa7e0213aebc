import io
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from docgen.files.package import packed, part_of, read_parts
from docgen.files.stamp import stamped_docx
from docgen.paper.context.printable import Hang, O, ThuocTinh
from docgen.paper.render import open_template
from docgen.paper.render.inline import as_printed, highlighted, laid_out, safe_end
from docgen.text.dinhdang import PARAGRAPH
from docgen.workflows.paper import default_template
from tests.conftest import OFFICE, SAMPLE, compiled_template, named, office_of, plan_of, values_of

PROPERTIES = ThuocTinh("Kế hoạch", "Sở A")
TEXT = '<w:t xml:space="preserve">'
YELLOW = '<w:highlight w:val="yellow"/>'
DOCUMENT = "word/document.xml"


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def yellow(xml: str) -> list[str]:
    """Return the texts of the highlighted runs."""
    runs = re.findall(r"<w:r[ >](?:(?!</w:r>).)*", xml, re.DOTALL)
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)", run)) for run in runs if YELLOW in run]


def words(xml: str) -> str:
    return re.sub("<[^>]+>", "", xml.replace("<w:br/>", "⏎"))


def context_with(**values: Any) -> dict[str, Any]:
    return {**named(values_of(plan_of(SAMPLE), office_of(OFFICE))), **values}


def printed(context: dict[str, Any], *, parsed_later: bool = False) -> bytes:
    return stamped_docx(compiled_template().render(context, PROPERTIES, parsed_later=parsed_later), "")


def xml_of(paper: bytes) -> str:
    return part_of(paper, DOCUMENT).decode()


def test_exactly_the_letters_of_a_blank_are_highlighted() -> None:
    xml = paragraph("<w:t>Quyết định số [cần điền số]/QĐ-UBND ngày [cần điền ngày] của</w:t>")
    assert highlighted(xml) == paragraph(
        f"{TEXT}Quyết định số </w:t>",
        f"<w:rPr>{YELLOW}</w:rPr>{TEXT}[cần điền số]</w:t>",
        f"{TEXT}/QĐ-UBND ngày </w:t>",
        f"<w:rPr>{YELLOW}</w:rPr>{TEXT}[cần điền ngày]</w:t>",
        f"{TEXT} của</w:t>",
    )


@pytest.mark.parametrize(
    "blank",
    [
        "[cần điền số]",
        "[CẦN ĐIỀN GIAI ĐOẠN]",
        "[Cần điền ngày]",
        "[cần chọn đơn vị thay Sở Thông tin và Truyền thông: Sở Khoa học và Công nghệ, Sở Văn hóa, Thể thao và Du lịch, "
        "Văn phòng Ủy ban nhân dân tỉnh]",
        "[cần điền tên &amp; số &lt;mới&gt;]",
    ],
)
def test_every_shape_of_a_blank_is_found(blank: str) -> None:
    assert yellow(highlighted(paragraph(f"<w:t>a {blank} b</w:t>"))) == [blank]


@pytest.mark.parametrize("text", ["tài liệu [1]", "[tên đơn vị]", "cần điền số", "[cầnđiền]", "[cần điền số"])
def test_other_words_in_brackets_stay_as_they_are(text: str) -> None:
    xml = paragraph(f"<w:t>{text}</w:t>")
    assert highlighted(xml) == xml


@pytest.mark.parametrize("lines", [("[cần", "điền số]"), ("[cần điền", "số]"), ("[CẦN ĐIỀN SỐ VÀ", "KÝ HIỆU]")])
def test_a_blank_broken_over_two_lines_is_highlighted_on_both(lines: tuple[str, str]) -> None:
    xml = paragraph(f"<w:t>của {lines[0]}</w:t><w:br/><w:t>{lines[1]} năm</w:t>")
    done = highlighted(xml)
    assert yellow(done) == list(lines)
    assert words(done) == words(xml)


def test_a_blank_broken_over_two_paragraphs_is_highlighted_in_both() -> None:
    xml = paragraph("<w:t>[CẦN CHỌN CƠ QUAN</w:t>") + paragraph("<w:t>THAY SỞ A] TỈNH</w:t>")
    assert yellow(highlighted(xml)) == ["[CẦN CHỌN CƠ QUAN", "THAY SỞ A]"]


def test_all_other_properties_of_a_run_are_kept_in_words_order() -> None:
    xml = '<w:p><w:r w:rsidR="1"><w:rPr><w:b/><w:sz w:val="28"/><w:u w:val="single"/></w:rPr><w:t>[cần điền số]</w:t></w:r></w:p>'
    assert highlighted(xml) == (
        f'<w:p><w:r w:rsidR="1"><w:rPr><w:b/><w:sz w:val="28"/>{YELLOW}<w:u w:val="single"/></w:rPr>'
        f"{TEXT}[cần điền số]</w:t></w:r></w:p>"
    )


def test_a_highlight_of_the_template_gives_way() -> None:
    xml = paragraph('<w:rPr><w:highlight w:val="green"/></w:rPr><w:t>a [cần điền số]</w:t>')
    done = highlighted(xml)
    assert yellow(done) == ["[cần điền số]"]
    assert done.count("green") == 1


def test_what_stands_in_an_attribute_is_left_alone() -> None:
    xml = paragraph('<w:drawing><wp:docPr id="1" descr="[cần điền số]"/></w:drawing><w:t>[cần điền ngày]</w:t>')
    done = highlighted(xml)
    assert 'descr="[cần điền số]"' in done
    assert yellow(done) == ["[cần điền ngày]"]


@pytest.mark.parametrize(
    "end", ["", "<w:p><w:r><w:t>một", "<w:p><w:r><w:t>[cần", "<w:p><w:r><w:t>[cần điền</w:t></w:r></w:p><w:p>"]
)
def test_the_beginning_of_a_part_ends_no_run_and_no_blank(end: str) -> None:
    whole = paragraph("<w:t>hai</w:t>")
    assert safe_end(whole + end) == len(whole)


def test_blanks_are_highlighted_wherever_a_plan_has_them() -> None:
    context = context_with(
        trich_yeu="Kế hoạch năm [cần\nđiền năm]",
        can_cu=("Căn cứ Quyết định số [cần điền số];",),
        noi_nhan=("- [cần chọn đơn vị];",),
        quyen_han=("TM. [CẦN CHỌN", "TẬP THỂ]"),
        ho_ten="[cần điền họ tên]",
    )
    paper = printed(context)
    marked = ["[cần", "điền năm]", "[cần điền số]", "[cần chọn đơn vị]", "[CẦN CHỌN", "TẬP THỂ]", "[cần điền họ tên]"]
    assert sorted(yellow(xml_of(paper))) == sorted(marked)
    document = docx.Document(io.BytesIO(paper))
    (basis,) = (each for each in document.paragraphs if each.text == "Căn cứ Quyết định số [cần điền số];")
    assert [run.font.highlight_color for run in basis.runs] == [None, WD_COLOR_INDEX.YELLOW, None]


def test_a_blank_is_the_only_thing_that_is_changed() -> None:
    with_blank = xml_of(printed(context_with(mo_dau=("Theo số [cần điền số], gồm:",))))
    without = xml_of(printed(context_with(mo_dau=("Theo số (cần điền số), gồm:",))))
    pieces = f"{TEXT}Theo số </w:t></w:r><w:r><w:rPr>{YELLOW}</w:rPr>{TEXT}[cần điền số]</w:t></w:r><w:r>{TEXT}, gồm:</w:t>"
    assert with_blank.replace(pieces, f"{TEXT}Theo số (cần điền số), gồm:</w:t>") == re.sub(
        r"<w:t[^>]*>(?=Theo số \()", TEXT, without
    )


def test_blanks_in_rows_of_a_long_table_are_highlighted_across_the_pieces_it_is_written_in() -> None:
    context = context_with()
    appendix = context["phu_luc"][0]
    table = next(block for block in appendix.khoi if block.bang)
    columns = (O("STT", 500, "Bảng giữa"), O("NHIỆM VỤ", 5000))
    rows = [
        Hang(("", "", str(number), f"Việc {number} [cần điền đơn vị {number}] & hết"), ("", ""), columns)
        for number in range(3000)
    ]
    bang = type(table.bang)(columns, tuple(rows))
    for parsed_later in (False, True):
        with_table = type(table)(**{name: getattr(table, name) for name in table.__slots__} | {"bang": bang})
        made = {name: getattr(appendix, name) for name in appendix.__slots__} | {"khoi": (with_table,)}
        xml = xml_of(printed({**context, "phu_luc": (type(appendix)(**made),)}, parsed_later=parsed_later))
        ET.fromstring(xml)
        assert yellow(xml) == [f"[cần điền đơn vị {number}]" for number in range(3000)]
        assert "\ue003" not in xml


def test_an_offices_own_template_is_highlighted_too(tmp_path: Path) -> None:
    parts = read_parts(default_template("kehoach").read_bytes())
    xml = parts[DOCUMENT].decode()
    run = '<w:r><w:rPr><w:i/><w:color w:val="FF0000"/><w:lang w:val="vi-VN"/></w:rPr><w:t>{{ ho_ten }}</w:t></w:r>'
    own = re.sub(r"<w:r>(?:(?!</w:r>).)*\{\{ ho_ten \}\}</w:t></w:r>", run, xml)
    assert own != xml
    path = tmp_path / "mau.docx"
    path.write_bytes(packed({**parts, DOCUMENT: own.encode()}))
    opened = open_template(path)
    paper = opened.compiled(opened.layout).render(context_with(ho_ten="[cần điền họ tên]"), PROPERTIES)
    properties = f'<w:rPr><w:i/><w:color w:val="FF0000"/>{YELLOW}<w:lang w:val="vi-VN"/></w:rPr>'
    assert f"<w:r>{properties}{TEXT}[cần điền họ tên]</w:t></w:r>" in xml_of(paper)


def test_the_same_data_make_the_same_bytes() -> None:
    context = context_with(ho_ten="[cần điền họ tên]")
    assert printed(context) == printed(context)


def no_note(_: str) -> str:
    raise AssertionError("no footnote is called for")


def test_a_value_without_marks_or_breaks_is_printed_as_it_is() -> None:
    value = "Triển khai kế hoạch 2 * 3"
    assert as_printed(value) is value
    xml = paragraph(f"{TEXT}{value}</w:t>")
    assert laid_out(xml, no_note) is xml


def test_marked_letters_get_a_run_of_their_own_with_the_properties_of_the_template() -> None:
    properties = '<w:rPr><w:rStyle w:val="A"/><w:b w:val="0"/><w:sz w:val="28"/></w:rPr>'
    xml = paragraph(f"{properties}{TEXT}{as_printed('a **b & c** __d__')}</w:t>")
    bold = '<w:rPr><w:rStyle w:val="A"/><w:b/><w:sz w:val="28"/></w:rPr>'
    italic = '<w:rPr><w:rStyle w:val="A"/><w:b w:val="0"/><w:i/><w:sz w:val="28"/></w:rPr>'
    assert laid_out(xml, no_note) == paragraph(
        f"{properties}{TEXT}a </w:t>", f"{bold}{TEXT}b &amp; c</w:t>", f"{properties}{TEXT} </w:t>", f"{italic}{TEXT}d</w:t>"
    )


def test_a_paragraph_is_parted_with_the_properties_of_the_template() -> None:
    opening = '<w:p w:rsidR="1"><w:pPr><w:pStyle w:val="A"/></w:pPr>'
    xml = f"{opening}<w:r><w:rPr><w:i/></w:rPr>{TEXT}{as_printed(f'**a**{PARAGRAPH}b')}</w:t></w:r></w:p>"
    assert laid_out(xml, no_note) == (
        f"{opening}<w:r><w:rPr><w:b/><w:i/></w:rPr>{TEXT}a</w:t></w:r></w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>{TEXT}b</w:t></w:r></w:p>'
    )


def test_a_footnote_at_the_end_of_a_run_leaves_nothing_empty_behind_it() -> None:
    xml = paragraph(f"{TEXT}{as_printed('a[^1]')}</w:t>")
    assert laid_out(xml, lambda name: f"<w:r><!--{name}--></w:r>") == paragraph(f"{TEXT}a</w:t>", "<!--1-->")


def test_marks_that_a_template_prints_in_an_attribute_are_no_letters_there() -> None:
    xml = f'<w:p><w:r><w:drawing descr="{as_printed("a **b**")}"/></w:r></w:p>'
    assert laid_out(xml, no_note) == '<w:p><w:r><w:drawing descr="a b"/></w:r></w:p>'
