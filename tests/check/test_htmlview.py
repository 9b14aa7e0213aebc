"""A judged paper as HTML: its words, its looks, each finding at its paragraph, and nothing that could run."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import docgen
from docgen.check.finding import Severity
from docgen.check.htmlview import HtmlForm, as_html, style
from docgen.check.judging import judge
from docgen.errors import FileError
from tests.check.papers.clean import CLEAN
from tests.check.raw import docx, paragraph, run
from tests.check.reports import finding, report, rule

_VOID: Final = {"br", "hr", "col", "meta"}


class Tree(HTMLParser):
    """Holds that every element is closed where it was opened; keeps the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name == "style" or name.startswith("on")]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += [data.strip()] if data.strip() else []


def seen(body: str) -> str:
    return as_html(judge("thu.docx", docx(body)))


def test_words_stand_with_their_looks_and_no_style_of_their_own() -> None:
    body = paragraph(
        run("Đậm &lt;b&gt; ", '<w:b/><w:sz w:val="26"/>') + run("nghiêng", '<w:i/><w:sz w:val="28"/>'),
        '<w:jc w:val="center"/><w:ind w:left="567" w:firstLine="567"/>',
    )
    text = seen(body)
    assert '<span class="s-13"><b>Đậm &lt;b&gt; </b></span><i>nghiêng</i>' in text
    assert re.search(r'<p id="doan-1" class="a-center l-2 f-2[^"]*">', text)
    Tree(text)


def test_a_table_keeps_its_cells_that_span_others() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>".format
    rows = [
        cell('<w:vMerge w:val="restart"/>', paragraph(run("A"))) + cell('<w:gridSpan w:val="2"/>', paragraph(run("B"))),
        cell("<w:vMerge/>", paragraph("")) + cell("", paragraph(run("C"))) + cell("", paragraph(run("D"))),
    ]
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    text = seen(f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    assert [re.sub(r"<p[^>]*>|</p>|<a.*?</a>|</?span[^>]*>", "", each) for each in re.findall(r"<td.*?</td>", text)] == [
        '<td rowspan="2">A</td>',
        '<td colspan="2">B</td>',
        "<td>C</td>",
        "<td>D</td>",
    ]


def test_a_finding_stands_beside_its_paragraph_with_clause_quote_and_remedy() -> None:
    judged = judge("cv.docx", CLEAN["cong_van"]())
    assert judged.paper
    number, at = next((each.number, each) for each in judged.paper.view.paragraphs if "Kính gửi" in each.text)
    last = judged.paper.view.paragraphs[-1]
    wrong = rule("H02", "Quốc hiệu")
    notes = rule("N01", "Nội dung", Severity.NOTE)
    told = report("cv.docx", finding(notes, "sau", [last, at]), finding(wrong, "sai <x>", [at]), finding(notes, "cả"))
    text = as_html(docgen.Report(told.name, None, told.findings, (), 1, None, paper=judged.paper))
    row = next(each for each in text.split('<div class="row">') if f'id="doan-{number}"' in each)
    words = Tree(f'<div class="row">{row.rstrip()}').words
    assert "2. Lỗi H02" in words
    assert ": sai <x>." in words
    assert "Cách sửa: gõ lại." in words
    assert "Cơ sở: PL I.II.1.b, Nghị định số 30/2020/NĐ-CP" in words
    assert f"“{at.words}”" in words
    assert re.findall(r'<article class="\w+" id="(ph-\d+)"', text) == ["ph-1", "ph-2", "ph-3"]
    assert text.index("cả.") < text.index(f'id="doan-{judged.paper.view.paragraphs[0].number}"')
    assert 'href="#ph-3"' in row  # the other place of the last finding


def test_each_paper_of_one_file_has_places_of_its_own_and_the_file_no_script(tmp_path: Path) -> None:
    wrong = CLEAN["cong_van"]()
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(wrong)
    text = "".join(said.report for said in docgen.check_files([tmp_path, tmp_path / "c.docx"], form="html"))
    Tree(text)
    names = re.findall(r' id="([^"]*)"', text)
    assert len(names) == len(set(names)) > 20
    assert set(re.findall(r'href="#([^"]*)"', text)) <= set(names)
    assert "<script" not in text
    assert "c.docx: không có tệp này; xem lại tên và thư mục" in text
    assert text.count("<h1>") == 2


def test_a_file_that_cannot_be_read_is_a_page_as_well() -> None:
    form = HtmlForm(Severity.ERROR)
    text = form.unreadable(FileError.at("a<b>.docx", "tệp hỏng")) + form.end()
    assert Tree(text).words[-1] == "a<b>.docx: tệp hỏng"


def test_every_class_that_is_used_means_something() -> None:
    text = as_html(judge("cv.docx", CLEAN["ke_hoach"]()))
    known = set(re.findall(r"\.([a-z][\w-]*)", style()))
    used = {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}
    assert used <= known
