"""The text of a paragraph: nothing that is printed is lost, nothing that was deleted is read."""

import unicodedata

import pytest

from docgen.check.docview.numbering import formatted
from tests.check.raw import paragraph, run, view


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("Sở ") + run("Nội vụ"), "Sở Nội vụ"),
        (f"<w:smartTag>{run('Sóc Trăng')}</w:smartTag>", "Sóc Trăng"),
        (f'<w:hyperlink r:id="none">{run("soctrang.gov.vn")}</w:hyperlink>', "soctrang.gov.vn"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('trong khung')}</w:sdtContent></w:sdt>", "trong khung"),
        (f"<w:ins>{run('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>", "thêm"),
        (f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>", "mới"),
        ("<w:r><w:t>Số:</w:t><w:tab/><w:t>/KH</w:t></w:r>", "Số:\t/KH"),
        ("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>", "một\nhai"),
        ("<w:r><w:t>một</w:t><w:br w:type='page'/></w:r>", "một\f"),
        ("<w:r><w:t>KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", "KH-UBND"),
        ("<w:r><w:t>tuyên</w:t></w:r><w:r><w:softHyphen/></w:r><w:r><w:t> truyền</w:t></w:r>", "tuyên truyền"),
        (run("kế hoạch", "<w:caps/>"), "KẾ HOẠCH"),
        (run("thấy") + run("ẩn", "<w:vanish/>"), "thấy"),
        (f'<w:fldSimple w:instr=" DATE ">{run("ngày 05")}</w:fldSimple>', "ngày 05"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("2") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "2",
        ),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        ("<w:proofErr/><w:bookmarkStart/>" + run("còn"), "còn"),
        ("<w:r><w:t>một</w:t><w:cr/><w:t>hai</w:t></w:r>", "một\nhai"),
        ('<w:r><w:t>25</w:t><w:sym w:font="Wingdings" w:char="E123"/></w:r>', "25•"),
    ],
)
def test_what_the_reader_sees_is_read(content: str, text: str) -> None:
    assert view(paragraph(content)).paragraphs[0].text == text


def test_decomposed_text_is_composed_and_said_to_be() -> None:
    typed = unicodedata.normalize("NFD", "Ủy ban nhân dân")
    read = view(paragraph(run(typed))).paragraphs[0]
    assert (read.text, read.decomposed) == ("Ủy ban nhân dân", True)


def test_a_mark_that_a_run_parts_from_its_letter_comes_home() -> None:
    read = view(paragraph(run("Kê") + run("\u0301 hoạch", "<w:b/>"))).paragraphs[0]
    assert read.text == "Kế hoạch"
    assert [span.face.bold for span in read.spans] == [False, True]


def test_a_field_may_run_over_paragraphs() -> None:
    first = paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>")
    second = paragraph(
        "<w:r><w:instrText> \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("Mục lục")
    )
    assert [each.text for each in view(first + second).paragraphs] == ["", "Mục lục"]


def test_a_fields_code_may_be_split_over_runs() -> None:
    code = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>"
    read = view(paragraph(code + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("2"))).paragraphs[0]
    assert read.text == "2"
    assert read.fields == {"PAGE"}


def test_text_boxes_are_read_behind_the_paragraph_that_holds_them() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(run('HỎA TỐC'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    read = view(paragraph(run("trước") + box) + paragraph(run("sau"))).paragraphs
    assert [(each.text, each.story) for each in read] == [("trước", "body"), ("HỎA TỐC", "box"), ("sau", "body")]


def test_the_two_branches_of_a_shape_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('KHẨN'))}</w:txbxContent>"
    shape = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
        f"</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert [each.text for each in view(paragraph(f"<w:r>{shape}</w:r>")).paragraphs] == ["", "KHẨN"]


def test_tables_are_read_cell_by_cell_and_numbered_with_the_rest() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("a", "b"))
    read = view(f"<w:tbl><w:tblPr/><w:tr>{cells}</w:tr></w:tbl>" + paragraph(run("c"))).paragraphs
    assert [(each.number, each.text) for each in read] == [(1, "a"), (2, "b"), (3, "c")]


def test_what_was_tracked_is_said() -> None:
    assert view(paragraph(f"<w:ins>{run('thêm')}</w:ins>")).tracked
    assert not view(paragraph(run("thêm"))).tracked


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def listed(num: int, level: int, text: str = "x") -> str:
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numbers_are_seen_as_the_reader_sees_them() -> None:
    body = "".join(listed(1, level) for level in (0, 1, 1, 2, 2, 0, 1, 3))
    labels = [each.label for each in view(body, numbering=LISTS).paragraphs]
    assert labels == ["I.", "1.", "2.", "a)", "b)", "II.", "1.", "2.1.1"]


def test_a_list_may_start_anew() -> None:
    assert [each.text for each in view(listed(1, 0) + listed(3, 0), numbering=LISTS).paragraphs] == ["I. x", "V. x"]


def test_bullets_are_told_from_typed_marks() -> None:
    read = view(listed(2, 0) + listed(2, 1), numbering=LISTS).paragraphs
    assert [(each.text, each.bullet) for each in read] == [("• x", True), ("- x", False)]


def test_a_lists_own_indent_stands_between_style_and_place() -> None:
    assert view(listed(1, 0), numbering=LISTS).paragraphs[0].left == pytest.approx(6.35, abs=0.01)
    styled = '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="720"/></w:pPr></w:style>'
    read = view(paragraph(run("x"), '<w:pStyle w:val="L"/>'), styles=styled, numbering=LISTS).paragraphs[0]
    assert read.label == "I."
    assert read.left == pytest.approx(12.7, abs=0.01)


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (4, "lowerRoman", "iv"), (9, "upperRoman", "IX"), (2, "upperLetter", "B"), (28, "upperLetter", "BB"), (27, "lowerLetter", "aa"),
        (7, "decimalZero", "07"), (12, "decimalZero", "12"), (3, "none", ""), (0, "upperRoman", "0"), (5, "unheardOf", "5"),
    ],
)  # fmt: skip
def test_numbers_are_shown_in_the_formats_of_word(count: int, form: str, shown: str) -> None:
    assert formatted(count, form) == shown


def test_a_list_may_have_a_level_of_its_own_and_a_level_without_a_number() -> None:
    own = '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%1)"/></w:lvl></w:lvlOverride>'
    plain = '<w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:numFmt w:val="none"/><w:lvlText w:val="Ghi chú:"/></w:lvl></w:lvlOverride>'
    lists = f'{LISTS}<w:num w:numId="4"><w:abstractNumId w:val="0"/>{own}{plain}</w:num><w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num>'
    read = view(listed(4, 0) + listed(4, 0) + listed(4, 1) + listed(5, 0), numbering=lists).paragraphs
    assert [each.text for each in read] == ["(i) x", "(ii) x", "Ghi chú: x", "x"]


def test_paragraphs_in_wrappers_between_them_are_read() -> None:
    inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('trong khung'))}</w:sdtContent></w:sdt>"
    assert [each.text for each in view(inside + paragraph(run("ngoài"))).paragraphs] == ["trong khung", "ngoài"]


def test_the_words_that_replace_a_mark_are_read_once() -> None:
    branches = f"<mc:Choice Requires='wps'>{paragraph(run('mới'))}</mc:Choice><mc:Fallback>{paragraph(run('cũ'))}</mc:Fallback>"
    assert [each.text for each in view(f"<mc:AlternateContent>{branches}</mc:AlternateContent>").paragraphs] == ["mới"]
