import pytest
from docx.document import Document
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from docgen.check.finding import Severity
from docgen.check.judging import judge
from tests.check.judged import findings, messages
from tests.check.papers.clean import bao_cao, cong_van
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import at, everywhere, mutated, paragraphs_of
from tests.check.papers.spoil import replace_text, set_color, set_font

_PLACE = "Mở chuyên mục"
_TCVN3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ®¡¢£¤¥¦§"


@pytest.mark.parametrize("font", ["times new roman", " Times New Roman ", "TIMES NEW ROMAN"])
def test_the_font_may_be_written_in_any_case(font: str) -> None:
    assert messages(mutated(cong_van(), at(_PLACE, set_font(font))), "P04") == []


@pytest.mark.parametrize("font", ["Times New Roman Bold", "TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "Times"])
def test_another_name_of_the_font_is_a_warning(font: str) -> None:
    (found,) = findings(mutated(cong_van(), at(_PLACE, set_font(font))), "P04")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("font", ["Arial", ".VnTimeH", "VNI-Times", "Liberation Serif", "Cambria"])
def test_another_font_is_an_error(font: str) -> None:
    (found,) = findings(mutated(cong_van(), at(_PLACE, set_font(font))), "P04")
    assert found.severity is Severity.ERROR
    assert font in found.message


@pytest.mark.parametrize(("font", "mark"), [("Wingdings", "o"), ("Symbol", "\uf0b7"), ("MS Gothic", "☐"), ("Arial", " – ")])
def test_marks_are_no_words(font: str, mark: str) -> None:
    def add(paragraph: Paragraph) -> None:
        paragraph.add_run(mark).font.name = font

    assert messages(mutated(cong_van(), at(_PLACE, add)), "P04") == []


def test_all_places_of_a_font_are_one_fault_that_quotes_its_words() -> None:
    (found,) = findings(mutated(ke_hoach(), everywhere(set_font("Arial"), beginning="+ 01")), "P04")
    assert len(found.places) == 2
    assert found.quote == "+ 01 phóng sự bằng tiếng Việt;"


def test_a_paragraph_mark_in_another_font_is_nothing() -> None:
    def empty(document: Document) -> None:
        document.add_paragraph().add_run("   ").font.name = "Arial"

    assert messages(mutated(cong_van(), empty), "P04") == []


@pytest.mark.parametrize("colour", ["000000", "0D0D0D", "222222", "333333"])
def test_nearly_black_is_black(colour: str) -> None:
    assert messages(mutated(cong_van(), at(_PLACE, set_color(colour))), "P05") == []


@pytest.mark.parametrize("colour", ["FF0000", "0563C1", "002060", "7F7F7F"])
def test_another_colour_is_told(colour: str) -> None:
    assert len(messages(mutated(cong_van(), at(_PLACE, set_color(colour))), "P05")) == 1


def test_coloured_blanks_are_not_seen() -> None:
    def add(paragraph: Paragraph) -> None:
        paragraph.add_run("   ").font.color.rgb = RGBColor.from_string("FF0000")

    assert messages(mutated(cong_van(), at(_PLACE, add)), "P05") == []


def test_a_draft_may_mark_its_blanks() -> None:
    def mark(paragraph: Paragraph) -> None:
        for run in paragraph.runs:
            run.font.highlight_color = 7  # type: ignore[assignment]

    draft = at("Số:", replace_text("06/", "        /"), mark)
    assert messages(mutated(bao_cao(), draft), "P05") == []
    assert messages(mutated(bao_cao(), at("Số:", mark)), "P05") == ["Chữ được tô nền"]


def test_the_words_of_a_paper_in_an_old_code_are_judged_as_what_they_stand_for() -> None:
    letters = dict(zip("àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ", _TCVN3, strict=True))

    def typed_in_tcvn3(document: Document) -> None:
        for run in [run for paragraph in paragraphs_of(document) for run in paragraph.runs if run.text]:
            words, capitals = run.text, run.text.isupper() and not run.text.isascii()
            run.text = "".join(letters.get(each, letters.get(each.lower(), each)) for each in words)
            run.font.name = ".VnTimeH" if capitals else ".VnTime"

    found = judge("a.docx", mutated(cong_van(), typed_in_tcvn3)).findings
    assert {one.rule.id for one in found if one.severity is Severity.ERROR} == {"P04"}
