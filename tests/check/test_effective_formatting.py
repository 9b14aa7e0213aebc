"""Effective formatting: where a value comes from, in the order in which Word looks."""

import pytest

from docgen.check.ink import Face
from tests.check.raw import paragraph, run, view

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
STYLES = (
    DEFAULTS + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="both"/><w:ind w:firstLine="720"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:pPr><w:spacing w:after="0"/></w:pPr>'
    '<w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>'
)


def face(content: str, properties: str = "", **parts: str) -> Face:
    return view(paragraph(content, properties), **parts).paragraphs[0].spans[0].face


def test_a_paper_without_styles_is_set_in_times_new_roman_10() -> None:
    assert face(run("a")) == Face("Times New Roman", "Times New Roman", 10.0)


def test_defaults_then_normal_then_base_then_own_style() -> None:
    assert face(run("a"), styles=STYLES) == Face("Times New Roman", "Times New Roman", 10.0)
    assert face(run("a"), '<w:pStyle w:val="Base"/>', styles=STYLES).size == 13
    own = face(run("a"), '<w:pStyle w:val="Own"/>', styles=STYLES)
    assert (own.size, own.bold) == (14, True)


def test_what_stands_in_place_wins() -> None:
    direct = face(run("a", '<w:b w:val="0"/><w:sz w:val="22"/>'), '<w:pStyle w:val="Own"/>', styles=STYLES)
    assert (direct.size, direct.bold) == (11, False)


def test_bold_in_both_the_paragraphs_and_the_characters_style_is_upright_again() -> None:
    assert face(run("a", '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Own"/>', styles=STYLES).bold is False
    assert face(run("a", '<w:rStyle w:val="Strong"/>'), styles=STYLES).bold is True


def test_a_tables_style_stands_under_the_paragraphs_own() -> None:
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc>{paragraph(run("a"))}</w:tc></w:tr></w:tbl>'
    cell = view(table, styles=STYLES).paragraphs[0]
    assert cell.spans[0].face.color == "FF0000"
    assert cell.gap_after == 0


def test_an_unknown_style_is_the_default_one_and_a_ring_of_styles_ends() -> None:
    ring = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    )
    assert face(run("a"), '<w:pStyle w:val="B"/>', styles=ring).size == 15
    assert face(run("a"), '<w:pStyle w:val="Nowhere"/>', styles=STYLES).ascii_font == "Times New Roman"


THEME = (
    '<a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme><a:fontScheme name="Office">'
    '<a:majorFont><a:latin typeface="Calibri Light"/><a:font script="Viet" typeface="Times New Roman"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:font script="Viet" typeface="Arial"/></a:minorFont>'
    "</a:fontScheme></a:themeElements>"
)
VIETNAMESE = '<w:themeFontLang w:val="vi-VN"/>'
MAJOR = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:ascii="Cambria" w:hAnsi="Cambria"/>'


def test_the_themes_font_is_the_one_for_the_papers_language() -> None:
    assert face(run("a", MAJOR), theme=THEME, settings=VIETNAMESE).ascii_font == "Times New Roman"
    assert face(run("a", MAJOR), theme=THEME, settings='<w:themeFontLang w:val="en-US"/>').ascii_font == "Calibri Light"
    assert face(run("a", MAJOR)).ascii_font == "Cambria"


def test_a_plain_font_nearer_by_takes_the_place_of_the_themes() -> None:
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="N"/><w:rPr>{MAJOR}</w:rPr></w:style>'
    own = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    assert face(run("a", own), theme=THEME, styles=styles).ascii_font == "Times New Roman"


def test_colours_of_the_theme_are_resolved() -> None:
    assert face(run("a", '<w:color w:themeColor="accent1"/>'), theme=THEME).color == "4472C4"
    assert face(run("a", '<w:color w:val="auto" w:themeColor="text1"/>'), theme=THEME).color == "000000"
    assert face(run("a", '<w:color w:val="auto"/>'), theme=THEME).color is None


def test_letters_with_marks_are_set_in_the_other_font() -> None:
    spans = view(paragraph(run("ế a", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>'))).paragraphs[0].spans
    assert spans[0].fonts == {"Times New Roman", "Arial"}


@pytest.mark.parametrize(
    ("written", "millimetres"),
    [("720", 12.7), ("1cm", 10.0), ("0.5in", 12.7), ("28.35pt", 10.0), ("720.0", 12.7), ("abc", 0.0), ("", 0.0), ("9" * 30, 0.0)],
)
def test_lengths_are_read_as_people_and_programs_write_them(written: str, millimetres: float) -> None:
    read = view(paragraph(run("a"), f'<w:ind w:firstLine="{written}"/>')).paragraphs[0]
    assert read.first_line == pytest.approx(millimetres, abs=0.01)


@pytest.mark.parametrize(
    ("written", "size"),
    [("28", 14.0), ("27", 13.5), ("14pt", 14.0), ("x", 10.0), ("-4", 10.0), ("9" * 20, 10.0), ("1e-300", 10.0)],
)
def test_sizes_are_read_the_same_way(written: str, size: float) -> None:
    assert face(run("a", f'<w:sz w:val="{written}"/>')).size == pytest.approx(size)


def test_paragraph_layout_is_merged_attribute_by_attribute() -> None:
    own = view(
        paragraph(run("a"), '<w:pStyle w:val="Own"/><w:spacing w:before="120"/><w:ind w:left="567"/>'), styles=STYLES
    ).paragraphs[0]
    assert (own.align, own.gap_before, own.gap_after) == ("both", 6, 8)
    assert own.left == pytest.approx(10.0, abs=0.01)
    assert own.first_line == pytest.approx(12.7, abs=0.01)
    assert own.line_height == pytest.approx(259 / 240)


def test_lines_in_points_have_no_multiple() -> None:
    exact = view(paragraph(run("a"), '<w:spacing w:line="360" w:lineRule="exact"/>')).paragraphs[0]
    assert (exact.line_rule, exact.line, exact.line_height) == ("exact", 18.0, 0.0)


def test_an_automatic_gap_is_what_a_page_of_the_web_has() -> None:
    gap = view(paragraph(run("a"), '<w:spacing w:before="0" w:beforeAutospacing="1"/>')).paragraphs[0].gap_before
    assert gap == 14


@pytest.mark.parametrize(("fill", "shows"), [("FFFF00", True), ("ffffff", False), ("auto", False)])
def test_a_shaded_text_is_a_highlighted_one(fill: str, shows: bool) -> None:
    assert face(run("a", f'<w:shd w:val="clear" w:fill="{fill}"/>')).highlight is shows


def test_raised_spaced_and_twice_struck_letters_are_seen() -> None:
    assert [face(run("2", f'<w:vertAlign w:val="{place}"/>')).raised for place in ("superscript", "baseline")] == [True, False]
    assert face(run("a", '<w:spacing w:val="40"/>')).spacing == 2
    assert face(run("a", "<w:dstrike/>")).strike
