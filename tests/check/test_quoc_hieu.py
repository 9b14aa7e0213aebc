from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from docgen.check.finding import Severity
from docgen.check.judging import judge
from tests.check.judged import findings, messages, unjudged
from tests.check.papers.clean import HEADER_LAYOUTS, bao_cao, cong_van
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import at, find, mutated
from tests.check.papers.rules import KINDS, Kind
from tests.check.papers.spoil import (
    delete_paragraph,
    insert_paragraph_after,
    remove_rule,
    replace_text,
    set_rule,
    set_size,
    set_underline,
)
from tests.check.repair.mending import graver, repaired

_NAME, _MOTTO = "CỘNG HÒA", "Độc lập"


def test_either_placing_of_the_tone_mark_passes() -> None:
    assert messages(mutated(cong_van(), at(_NAME, replace_text("HÒA", "HOÀ"))), "H01") == []


@pytest.mark.parametrize("blank", ["\u00a0", "  "])
def test_other_blanks_between_the_words_pass(blank: str) -> None:
    change = at(_MOTTO, replace_text("Độc lập - Tự do", f"Độc{blank}lập - Tự{blank}do"))
    assert messages(mutated(cong_van(), change), "H02") == []


@pytest.mark.parametrize("layout", HEADER_LAYOUTS)
def test_every_layout_of_the_head_passes(layout: str) -> None:
    paper = HEADER_LAYOUTS[layout]()
    assert [messages(paper, rule) for rule in ("H01", "H02", "H03", "H04", "H08")] == [[]] * 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_of_any_make_is_a_line(kind: Kind) -> None:
    found = findings(cong_van("2x2", kind), "H04")
    assert all(each.severity is Severity.NOTE and "ký tự" in each.message for each in found)
    assert bool(found) is (kind == "underscores")


@pytest.mark.parametrize(("length", "passes"), [(52, True), (60, True), (68, True), (45, False), (75, False)])
def test_a_line_may_be_about_as_long_as_the_motto(length: float, passes: bool) -> None:
    assert (messages(mutated(cong_van(), at(_MOTTO, set_rule(length))), "H04") == []) is passes


def test_the_size_of_the_state_s_name_is_told_once() -> None:
    paper = mutated(cong_van(), at(_NAME, set_size(15)))
    assert messages(paper, "H01") == ["Quốc hiệu cỡ chữ 15, phải là 12 đến 13"]
    assert messages(paper, "H03") == messages(paper, "H08") == []


@pytest.mark.parametrize(("size", "column", "breaks"), [(14, 93, True), (14, 102, False), (16, 93, True), (16, 102, False)])
def test_the_state_s_name_that_is_too_large_is_measured_at_the_largest_right_size(size: float, column: int, breaks: bool) -> None:
    narrow = _set_in_table(".//w:tc[2]/w:tcPr", f'<w:tcW w:w="{column * 1440 // 25.4:.0f}" w:type="dxa"/>')
    layout = _set_in_table(".//w:tblPr", '<w:tblLayout w:type="fixed"/><w:tblW w:w="0" w:type="auto"/>')
    paper = mutated(cong_van("2x2"), at(_NAME, set_size(size)), narrow, layout)
    assert bool(messages(paper, "H03")) is breaks
    assert "H01" not in graver(repaired(paper, "H01").after)


def test_sizes_are_not_compared_where_one_is_missing() -> None:
    assert unjudged(mutated(ke_hoach(), at(_NAME, delete_paragraph)), "H08")


def test_a_name_across_the_page_stands_at_the_wrong_place() -> None:
    def across(document: object) -> None:
        name = at(_NAME)  # found below, moved out of the table
        name(document)  # type: ignore[arg-type]
        table = document.tables[0]._tbl  # type: ignore[attr-defined]
        cell = table.tr_lst[0].tc_lst[1]
        table.addprevious(cell.p_lst[0])

    assert messages(mutated(bao_cao(), across), "H01") == ["Quốc hiệu phải ở phía trên, bên phải trang đầu"]


FLOATING = (
    '<w:r><w:pict><v:line style="position:absolute" from="200pt,-60pt" to="370pt,-60pt" strokecolor="black"/></w:pict></w:r>'
)


@pytest.mark.parametrize(
    ("start", "anchored", "unjudged"),
    [
        ("Thực hiện Quyết định", True, True),
        ("Kính gửi:", True, True),
        ("- Các sở, ban", True, True),
        ("**1. Sở"[2:], True, True),
        ("Thực hiện Quyết định", False, False),
    ],
)
def test_a_line_that_hangs_on_another_paragraph_may_be_the_motto_s(start: str, anchored: bool, unjudged: bool) -> None:
    def change(document: Document) -> None:
        remove_rule(find(document, "Độc lập"))
        if anchored:
            spaces = (
                'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
            )
            find(document, start)._p.append(parse_xml(FLOATING.replace("<w:r>", f"<w:r {spaces}>", 1)))

    data = mutated(cong_van(), change)
    report = judge("tờ", data)
    assert ("H04" in {rule for rule, _ in report.unjudged}) is unjudged
    assert ("Thiếu đường kẻ dưới Tiêu ngữ" in [each.message for each in report.findings]) is not unjudged


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        ("____________________", Severity.NOTE),
        ("────────────────────", Severity.NOTE),
        ("--------------------", Severity.WARNING),
        ("– – – – –".replace(" ", ""), Severity.WARNING),
        ("********************", Severity.WARNING),
    ],
)
def test_a_typed_line_with_gaps_is_no_solid_line(row: str, severity: Severity) -> None:
    def change(document: Document) -> None:
        remove_rule(find(document, "Độc lập"))
        insert_paragraph_after(row)(find(document, "Độc lập"))

    found = findings(mutated(cong_van(), change), "H04")
    assert [each.severity for each in found] == [severity]


@pytest.mark.parametrize(("whole", "severity"), [(True, Severity.WARNING), (False, Severity.ERROR)])
def test_a_motto_underlined_whole_has_a_line_as_long_as_it_is(whole: bool, severity: Severity) -> None:
    def change(document: Document) -> None:
        motto = find(document, "Độc lập")
        remove_rule(motto)
        set_underline()(motto)
        if not whole:
            replace_text("phúc", "phú")(motto)
            added = motto.add_run("c")
            added.bold, added.font.size = True, motto.runs[0].font.size

    assert [each.severity for each in findings(mutated(cong_van(), change), "H04")] == [severity]


def _set_in_table(path: str, xml: str) -> Callable[[Document], None]:
    """Return the change that adds `xml` to the properties that `path` finds in the table of the head, in the place of its like."""

    def change(document: Document) -> None:
        for properties in document.tables[0]._tbl.xpath(path):
            for each in parse_xml(f"<w:pPr {nsdecls('w')}>{xml}</w:pPr>"):
                for old in properties.findall(each.tag):
                    properties.remove(old)
                properties.append(each)

    return change


_NAME_CELL = ".//w:tc[.//w:t[contains(., 'CỘNG')]]"
_NAME_RUN = ".//w:r[w:t[contains(., 'CỘNG')]]/w:rPr"
_EACH_RIGHT_CELL = ".//w:tc[last()]/w:tcPr"


@pytest.mark.parametrize(
    ("twips", "path", "xml", "breaks"),
    [
        (5300, ".//w:tblPr", "", True),
        (5530, ".//w:tblPr", "", True),
        (5590, ".//w:tblPr", "", False),  # kerned letters may still fit in
        (5450, f"{_NAME_CELL}/w:tcPr", '<w:tcMar><w:left w:w="0"/><w:right w:w="0"/></w:tcMar>', False),
        (5450, ".//w:tblPr", '<w:tblCellMar><w:left w:w="0"/><w:right w:w="0"/></w:tblCellMar>', False),
        (5300, f"{_NAME_CELL}/w:tcPr", "<w:noWrap/>", False),
        (5300, f"{_NAME_CELL}/w:tcPr", "<w:tcFitText/>", False),
        (5300, _NAME_RUN, '<w:spacing w:val="-10"/>', False),
        (5300, _NAME_RUN, '<w:w w:val="93"/>', False),
        (5300, _NAME_RUN, '<w:w w:val="99"/>', True),
        (5300, _NAME_RUN, '<w:rFonts w:ascii="Arial Narrow" w:hAnsi="Arial Narrow"/>', False),
        (5300, _EACH_RIGHT_CELL, '<w:tcW w:w="0" w:type="auto"/>', False),
        (5300, ".//w:tr[last()]/w:tc[last()]/w:tcPr", '<w:tcW w:w="5700" w:type="dxa"/>', False),
        (5300, ".//w:tblPr", '<w:tblW w:w="9500" w:type="dxa"/>', False),
        (5500, f"{_NAME_CELL}/w:p[1]/w:pPr", '<w:ind w:left="0" w:hanging="200"/>', False),
        (5720, f"{_NAME_CELL}/w:p[1]/w:pPr", '<w:ind w:left="0" w:firstLine="340"/>', True),
        (5300, f"{_NAME_CELL}/w:p[1]/w:pPr", '<w:ind w:left="-170" w:right="-170"/>', False),
    ],
)
def test_the_state_s_name_breaks_only_where_its_cell_is_too_narrow_in_word(twips: int, path: str, xml: str, breaks: bool) -> None:
    widths = [_set_in_table(f".//w:tc[{place}]/w:tcPr", f'<w:tcW w:w="{width}"/>') for place, width in ((1, 3400), (2, twips))]
    layout = _set_in_table(".//w:tblPr", '<w:tblLayout w:type="autofit"/><w:tblW w:w="0" w:type="auto"/>')
    paper = mutated(cong_van("2x2"), *widths, layout, _set_in_table(path, xml))
    assert bool(messages(paper, "H03")) is breaks


def test_a_fixed_table_goes_by_its_grid_where_cells_say_nothing() -> None:
    def grid(document: Document) -> None:
        for column, width in zip(document.tables[0]._tbl.tblGrid.gridCol_lst, (70, 92), strict=True):
            column.w = Mm(width)

    auto = '<w:tcW w:w="0" w:type="auto"/>'
    changes = (grid, _set_in_table(".//w:tcPr", auto))
    fixed, free = (_set_in_table(".//w:tblPr", f'<w:tblLayout w:type="{kind}"/>') for kind in ("fixed", "autofit"))
    assert messages(mutated(cong_van("2x2"), *changes, fixed), "H03")
    assert messages(mutated(cong_van("2x2"), *changes, free), "H03") == []
