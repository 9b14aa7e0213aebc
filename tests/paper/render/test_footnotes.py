"""Footnotes on paper: Word's own, in the order of print, in a part that only papers with footnotes have."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from docgen.cli import main as cli
from docgen.files.package import packed, part_of, read_parts
from docgen.paper.render.footnotes import Called, Footnotes
from docgen.workflows.paper import default_template
from tests.conftest import ROOT, SAMPLE

PLAN = ROOT / "tests" / "plans" / "dinh-dang" / "kehoach.yaml"
FOOTNOTES = "word/footnotes.xml"
LAW = "Luật số 77/2015/QH13, được sửa đổi, bổ sung năm 2019."
DECISION = "Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2021 của Thủ tướng Chính phủ."
DISTRICTS = "Gồm 11 huyện, thị xã, thành phố."


def notes_of(paper: bytes) -> dict[str, str]:
    """Return the words of each footnote by its number in the file, separators left out."""
    found = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', part_of(paper, FOOTNOTES).decode(), re.DOTALL)
    return {number: "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)).strip() for number, xml in found}


def calls_in(paper: bytes) -> list[str]:
    return re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part_of(paper, "word/document.xml").decode())


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = tmp_path_factory.mktemp("notes") / "kehoach.docx"
    assert cli.run(["kehoach", str(PLAN), "-o", str(made)]) == 0
    return made.read_bytes()


def test_footnotes_stand_in_the_order_in_which_the_paper_calls_for_them(paper: bytes) -> None:
    assert calls_in(paper) == ["1", "2", "3", "4", "5"]
    assert notes_of(paper) == {"1": LAW, "2": DECISION, "3": DISTRICTS, "4": DISTRICTS, "5": DISTRICTS}


def test_the_package_declares_the_part_its_styles_and_its_separators(paper: bytes) -> None:
    parts = read_parts(paper)
    assert b'PartName="/word/footnotes.xml"' in parts["[Content_Types].xml"]
    assert b'/relationships/footnotes"' in parts["word/_rels/document.xml.rels"]
    styles = {style.style_id: style.name for style in docx.Document(io.BytesIO(paper)).styles}
    assert styles["FootnoteText"].casefold() == "footnote text"
    assert styles["FootnoteReference"].casefold() == "footnote reference"
    assert b'<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>' in parts["word/settings.xml"]


def test_no_mark_is_left_on_paper_and_what_is_no_mark_stays(paper: bytes) -> None:
    document = docx.Document(io.BytesIO(paper))
    words = "\n".join(
        [each.text for each in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert "**" not in words.replace("2 ** 3", "")
    assert "[^" not in words
    assert "Mức tăng 2 ** 3, tệp ke__hoach, ô trống ____ in như đã gõ." in words


def test_each_run_has_the_face_of_its_marks(paper: bytes) -> None:
    document = docx.Document(io.BytesIO(paper))
    item = next(each for each in document.paragraphs if "Lưu ý" in each.text)
    assert [(run.text, run.bold, run.italic) for run in item.runs] == [
        ("- ", None, None),
        ("Lưu ý:", True, None),
        (" việc ", None, None),
        ("cấp bách", None, True),
        (", ", None, None),
        ("rất cấp bách", True, True),
        (" & đúng hạn.", None, None),
    ]
    running = next(each for each in document.paragraphs if "Thời gian" in each.text)
    assert [(run.text, run.bold) for run in running.runs] == [
        ("1. Thời gian:", None), (" Trong ", False), ("năm", True), (" 2024.", False)
    ]  # fmt: skip
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    leaflets = next(cell for cell in cells if "tờ rơi" in cell.text).paragraphs[0]
    assert [(run.text, run.bold) for run in leaflets.runs] == [("In tờ rơi", True), (", phát hành", None)]


def test_the_end_mark_stands_before_the_call_for_a_footnote(paper: bytes) -> None:
    basis = next(each for each in docx.Document(io.BytesIO(paper)).paragraphs if each.text.startswith("Căn cứ"))
    assert basis.text.replace("\u00a0", " ") == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015."
    last = next(each for each in docx.Document(io.BytesIO(paper)).paragraphs if "rà soát" in each.text)
    assert last.text.endswith("tổng hợp./.")
    assert last.runs[-1]._r.xpath("w:footnoteReference")


def test_a_paper_without_footnotes_has_no_such_part(tmp_path: Path) -> None:
    made = tmp_path / "kehoach.docx"
    assert cli.run(["kehoach", str(SAMPLE), "-o", str(made)]) == 0
    assert FOOTNOTES not in zipfile.ZipFile(made).namelist()


def test_footnotes_that_a_template_has_itself_stay_before_those_of_the_data() -> None:
    own = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="7"><w:p><w:r><w:t>của mẫu</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    base = packed({**read_parts(default_template("kehoach").read_bytes()), FOOTNOTES: own.encode()})
    ready = Footnotes(base)
    called = Called({"1": "của dữ liệu"}, lambda: ready)
    assert 'w:id="8"' in called.run("1")
    made = ready.appended({}, called)
    assert list(notes_of(made).values()) == ["của mẫu", "của dữ liệu"]


def test_a_footnote_with_line_breaks_has_several_paragraphs() -> None:
    ready = Footnotes(default_template("kehoach").read_bytes())
    called = Called({"a": "Đoạn một.\nĐoạn **hai**."}, lambda: ready)
    called.run("a")
    note = part_of(ready.appended({}, called), FOOTNOTES).decode().partition('w:id="1"')[2]
    paragraphs = ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", each)) for each in note.split("</w:p>")]
    assert paragraphs == [" Đoạn một.", "Đoạn hai.", ""]
