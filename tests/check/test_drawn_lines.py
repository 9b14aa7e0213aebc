"""Drawn lines of every make, and how long they are."""

import pytest

from docgen.check.ink import DrawnRule
from tests.check.raw import paragraph, run, view

CM = 360000
SHAPE = (
    '<a:graphic><a:graphicData><wps:{tag}><wps:spPr><a:xfrm><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="{kind}"/>'
    '<a:ln><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln></wps:spPr></wps:{tag}></a:graphicData></a:graphic>'
)


def inline(cx: int, cy: int = 0, kind: str = "line", tag: str = "wsp") -> str:
    shape = SHAPE.format(cx=cx, cy=cy, kind=kind, tag=tag)
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/>{shape}</wp:inline></w:drawing></w:r>'


def anchored(cx: int, offset: int, frame: str = "column") -> str:
    shape = SHAPE.format(cx=cx, cy=0, kind="straightConnector1", tag="cxnSp")
    return (
        f'<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="{frame}"><wp:posOffset>{offset}</wp:posOffset></wp:positionH>'
        f'<wp:extent cx="{cx}" cy="0"/>{shape}</wp:anchor></w:drawing></w:r>'
    )


def pict(shape: str) -> str:
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def rules(content: str, properties: str = "") -> tuple[DrawnRule, ...]:
    return view(paragraph(content, properties)).paragraphs[0].rules


@pytest.mark.parametrize(
    ("content", "length"),
    [
        (inline(2 * CM), 20),
        (inline(2 * CM, 12700, "straightConnector1", "cxnSp"), 20),
        (inline(6 * CM, 9525, "rect"), 60),
        (anchored(3 * CM, CM), 30),
        (pict('<v:line from="63pt,2.6pt" to="153pt,2.6pt" style="position:absolute"/>'), 31.75),
        (pict('<v:line style="position:absolute" from="1in,0" to="2in,0"/>'), 25.4),
        (pict('<v:shape type="#_x0000_t32" style="position:absolute;margin-left:10mm;width:30mm;height:0"/>'), 30),
        (pict('<v:rect style="width:0;height:1.5pt" o:hr="t" o:hrpct="0"/>'), None),
        (pict('<v:rect style="width:50mm;height:.5pt"/>'), 50),
        ("<mc:AlternateContent><mc:Choice Requires='wps'/><mc:Fallback/></mc:AlternateContent>" + inline(CM), 10),
    ],
)
def test_a_line_is_found_however_it_was_drawn(content: str, length: float | None) -> None:
    (found,) = rules(content)
    assert found.kind == "drawing"
    assert found.length == (None if length is None else pytest.approx(length, abs=0.01))


def test_a_shape_and_its_fallback_are_one_line() -> None:
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        f'<wp:extent cx="{2 * CM}" cy="0"/>{SHAPE.format(cx=2 * CM, cy=0, kind="line", tag="wsp")}</wp:inline></w:drawing></mc:Choice>'
        '<mc:Fallback><w:pict><v:line from="0,0" to="56.7pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )
    assert len(rules(both)) == 1


@pytest.mark.parametrize(
    "content",
    [
        inline(CM, 2 * CM),
        inline(3 * CM, 3 * CM, "rect"),
        inline(2 * CM, 0, "ellipse"),
        pict('<v:line from="0,0" to="0,90pt"/>'),
        pict('<v:line from="x" to=""/>'),
        pict('<v:oval style="width:30mm;height:0"/>'),
        run("gạch - nối"),
    ],
)
def test_what_is_no_horizontal_line_is_none(content: str) -> None:
    assert rules(content) == ()


def test_a_floating_line_knows_its_middle_where_the_file_tells() -> None:
    assert rules(anchored(2 * CM, 3 * CM))[0].middle == pytest.approx(40)
    assert rules(anchored(2 * CM, 3 * CM, "page"))[0].middle is None
    assert rules(inline(2 * CM))[0].middle is None


def test_what_word_aligns_has_no_middle_of_its_own() -> None:
    line = '<v:line from="0,0" to="90pt,0" style="position:absolute;mso-position-horizontal:center"/>'
    assert rules(pict(line))[0].middle is None


def test_the_colour_of_a_line_is_read_from_shape_style_and_stroke() -> None:
    theme = '<a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme></a:themeElements>'
    plain = inline(2 * CM).replace(
        '<a:ln><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln></wps:spPr>', "</wps:spPr>{}"
    )
    styled = plain.replace("{}", '<wps:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef></wps:style>')
    assert rules(inline(2 * CM))[0].color == "FF0000"
    assert view(paragraph(styled), theme=theme).paragraphs[0].rules[0].color == "4472C4"
    assert rules(plain.replace("{}", ""))[0].color is None
    assert rules(pict('<v:line from="0,0" to="90pt,0" strokecolor="#00f"/>'))[0].color == "0000FF"


def test_a_border_is_as_long_as_its_paragraph() -> None:
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="851" w:top="1134" w:bottom="1134"/></w:sectPr>'
    border = '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr><w:ind w:left="2835" w:right="2835"/>'
    (found,) = view(paragraph("", border) + section).paragraphs[0].rules
    assert found.kind == "border"
    assert found.length == pytest.approx(165 - 100, abs=0.1)


def test_a_box_around_a_paragraph_and_an_invisible_border_are_no_lines() -> None:
    box = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    assert rules("", f"<w:pBdr>{box}</w:pBdr>") == ()
    assert rules("", '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>') == ()


@pytest.mark.parametrize("typed", ["____________", "------------", "————————", "‾‾‾‾‾‾‾‾"])
def test_a_row_of_characters_is_a_line_of_characters(typed: str) -> None:
    assert [rule.kind for rule in rules(run(typed))] == ["characters"]


def test_a_cells_only_border_is_a_line_of_its_width() -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="2835" w:type="dxa"/><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr>{paragraph(run("SỞ"))}</w:tc>'
    (found,) = view(f"<w:tbl><w:tblPr/><w:tr>{cell}</w:tr></w:tbl>").paragraphs[0].rules
    assert found.kind == "cell border"
    assert found.length == pytest.approx(50, abs=0.1)


def test_lines_drawn_as_one_group_are_each_as_long_as_they_are() -> None:
    shapes = SHAPE.format(cx=2 * CM, cy=0, kind="line", tag="wsp") + SHAPE.format(cx=4 * CM, cy=0, kind="line", tag="wsp")
    group = f'<w:r><w:drawing><wp:inline><wp:extent cx="{4 * CM}" cy="{CM}"/>{shapes}</wp:inline></w:drawing></w:r>'
    assert [round(rule.length or 0) for rule in rules(group)] == [20, 40]


def test_a_flat_picture_is_a_line_and_a_square_one_is_none() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:extent cx="{}" cy="{}"/><a:graphic/></wp:inline></w:drawing></w:r>'
    (flat,) = rules(picture.format(3 * CM, 0))
    assert flat.length == pytest.approx(30, abs=0.01)
    assert rules(picture.format(3 * CM, 3 * CM)) == ()


def test_a_length_or_a_place_that_is_no_number_is_unknown() -> None:
    assert rules(inline(2 * CM).replace(f'<wp:extent cx="{2 * CM}"', '<wp:extent cx="dài"')) == ()
    (found,) = rules(anchored(2 * CM, 0).replace("<wp:posOffset>0<", "<wp:posOffset>giữa<"))
    assert found.middle is None
