"""Whatever else a Word file holds: no word is lost, none comes twice, and what a plan cannot hold is told with its place."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import docgen
from docgen.cli import main as cli
from tests.intake.test_wordplan import body, foot, head

Made = Callable[[str], docgen.Imported]
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"


@pytest.fixture
def with_xml(tmp_path: Path) -> Made:
    """Return a function that imports a plan in whose body a paragraph with the runs of the XML given stands."""

    def imported(runs: str) -> docgen.Imported:
        document = docx.Document()
        head(document)
        body(document)
        names = nsdecls("w", "r", "wp", "a", "pic") + (
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
            ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
        )
        document.element.body.insert(-2, parse_xml(f"<w:p {names}>{runs}</w:p>"))
        foot(document)
        return taken(document, tmp_path)

    return imported


def taken(document: Document, folder: Path) -> docgen.Imported:
    document.save(str(folder / "kh.docx"))
    return docgen.import_plan(folder / "kh.docx", out=folder / "vp")


def run(words: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def box(words: str) -> str:
    content = f"<w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="900000" cy="300000"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:70pt;height:20pt"><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def drawing(kind: str) -> str:
    uri = f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        f'<a:graphic><a:graphicData uri="{uri}"/></a:graphic></wp:inline></w:drawing></w:r>'
    )


WORDS = "Phòng Một cửa trực hằng ngày."


@pytest.mark.parametrize(
    "runs",
    [
        f'<w:smartTag w:element="place">{run("Phòng Một cửa")}</w:smartTag>{run(" trực hằng ngày.")}',
        f"<w:sdt><w:sdtContent>{run('Phòng Một cửa')}</w:sdtContent></w:sdt>{run(' trực hằng ngày.')}",
        f'<w:hyperlink w:anchor="x">{run("Phòng Một cửa")}</w:hyperlink>{run(" trực hằng ngày.")}',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Phòng Một cửa")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + run(" trực hằng ngày."),
        f'<w:fldSimple w:instr="REF a">{run("Phòng Một cửa")}</w:fldSimple>{run(" trực hằng ngày.")}',
        f"<w:r><w:t>Phòng Một</w:t><w:softHyphen/><w:t> cửa</w:t></w:r>{run(' trực hằng ngày.')}",
        run("Phòng Một c\u00adửa trực hằng ngày."),
        f'<w:ins w:id="1" w:author="A">{run("Phòng Một cửa")}</w:ins>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>Phòng Hai</w:delText></w:r></w:del>' + run(" trực hằng ngày."),
        run("Pho\u0300ng Mô\u0323t cư\u0309a trực hằng ngày."),
        f"{run('Phòng Hai', '<w:rPr><w:vanish/></w:rPr>')}{run(WORDS)}",
    ],
    ids=["tag", "control", "link", "field", "short field", "hyphen", "typed hyphen", "tracked", "decomposed", "hidden"],
)
def test_words_in_whatever_they_stand_come_once(runs: str, with_xml: Made) -> None:
    made = with_xml(runs)
    text = made.files[made.plan].decode()
    assert text.count(WORDS) == 1
    assert "Phòng Hai" not in text


def test_words_in_a_text_box_come_once(with_xml: Made) -> None:
    made = with_xml(run("Trước khung.") + box(WORDS))
    text = made.files[made.plan].decode()
    assert text.count(WORDS) == 1
    assert text.index("Trước khung.") < text.index(WORDS)


@pytest.mark.parametrize(
    ("runs", "words", "why"),
    [
        (drawing("chart"), "[biểu đồ]", "dữ liệu không chứa được"),
        (drawing("picture"), "[hình ảnh]", "dữ liệu không chứa được"),
        (drawing("diagram"), "[sơ đồ SmartArt]", "dữ liệu không chứa được"),
        ('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', "[đối tượng nhúng (OLE)]", "dữ liệu không"),
        (run("Phòng Hai", "<w:rPr><w:strike/></w:rPr>"), "Phòng Hai", "chữ gạch ngang"),
        (run("Phòng Hai", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), "Phòng Hai", "chữ trắng trên nền trắng"),
    ],
    ids=["chart", "picture", "diagram", "object", "struck", "white"],
)
def test_what_no_plan_can_hold_stands_with_its_place_and_why(runs: str, words: str, why: str, with_xml: Made) -> None:
    made = with_xml(run(WORDS) + runs)
    (left,) = [one for one in made.not_carried if one.why != "docgen tự in"]
    assert (left.place, left.words) == ("đoạn 21", words)
    assert left.why.startswith(why)
    assert [told.place.file.rsplit(": ", 1)[1] for told in made.warnings] == ["đoạn 21"]
    assert f"“{words}”" in made.warnings[0].message
    assert WORDS in made.files[made.plan].decode()


def test_a_comment_is_told_with_its_words(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    line = document.add_paragraph()
    document.add_comment(line.add_run(WORDS), text="Xem lại câu này", author="Lan")
    foot(document)
    made = taken(document, tmp_path)
    assert [(one.words, one.why) for one in made.not_carried if one.why != "docgen tự in"] == [
        ("Xem lại câu này", "nhận xét ở lề, không phải chữ của văn bản")
    ]


def test_words_of_headers_are_told_and_numbers_of_pages_are_not(tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    foot(document)
    document.sections[0].header.paragraphs[0].text = "- 2 -"
    document.sections[0].footer.paragraphs[0].text = "Tài liệu nội bộ"
    made = taken(document, tmp_path)
    assert [(one.place, one.words) for one in made.not_carried if one.why != "docgen tự in"] == [
        ("chân trang", "Tài liệu nội bộ")
    ]


def test_what_a_template_left_to_fill_in_is_asked(with_xml: Made) -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Bấm để gõ") + "</w:sdtContent></w:sdt>"
    made = with_xml(run("Kinh phí: ") + control)
    assert made.questions[-1].message == "“Bấm để gõ” là chỗ chờ điền của mẫu Word; điền hoặc xóa"


def test_a_picture_or_a_folder_that_is_called_a_paper_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "anh.docx").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 100)
    (tmp_path / "thu-muc.docx").mkdir()
    for name, said in (("anh.docx", "không phải tệp .docx"), ("thu-muc.docx", "đây là thư mục")):
        assert cli.run(["nhap", str(tmp_path / name), "-o", str(tmp_path / "vp")]) == 5
        assert said in capsys.readouterr().err
    assert not (tmp_path / "vp").exists()
