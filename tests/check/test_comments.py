"""Comments: where they stand, what they say, and that nothing else of the file is touched."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from docgen.check.comments import commented
from docgen.check.docview import open_view
from docgen.check.finding import Finding, Severity
from docgen.check.judging import judge
from docgen.check.view import Paragraph
from docgen.errors import FileError
from docgen.files import stamp
from docgen.files.package import packed, read_parts
from docgen.files.stamp import CUSTOM
from tests.check.papers import clean
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.reports import finding, paragraph, rule

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
H02 = rule("H02", "Quốc hiệu và Tiêu ngữ")
BOX = f"""<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>
<w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
LINK = f"<w:hyperlink {nsdecls('w')} w:anchor='x'><w:r><w:t>đường dẫn</w:t></w:r></w:hyperlink>"


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def of_everything() -> Document:
    """Return a paper with a paragraph of every make."""
    document = docx.Document()
    document.add_paragraph("đầu tiên")
    cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    cell.add_run("trong ")
    cell.add_run("ô")
    document.add_paragraph("")
    document.add_paragraph()._p.append(parse_xml(LINK))
    document.add_paragraph("có khung: ")._p.append(parse_xml(BOX))
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    return document


def fault_at(places: Sequence[Paragraph], message: str = "Sai") -> Finding:
    return finding(H02, message, places, remedy="gõ lại")


def place_of(data: bytes, text: str) -> Paragraph:
    view = open_view("a.docx", data)
    heads = (each for section in view.sections for head in section.headers for each in head.paragraphs)
    return next(each for each in (*view.paragraphs, *heads) if each.words == text)


def commented_text(data: bytes, number: int = 0) -> str:
    """Return the text between the marks of comment `number`."""
    root = docx.Document(io.BytesIO(data)).element
    inside, text = False, ""
    for element in root.iter():
        if element.get(f"{W}id") == str(number):
            inside = element.tag == f"{W}commentRangeStart" or (inside and element.tag != f"{W}commentRangeEnd")
        elif inside and element.tag == f"{W}t":
            text += element.text
    return text


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("đầu tiên", "đầu tiên"),
        ("trong ô", "trong ô"),
        ("", ""),
        ("đường dẫn", "đường dẫn"),
        ("có khung:", "có khung: trong khung"),
        ("trong khung", "có khung: trong khung"),
        ("đầu trang", "đầu tiên"),
    ],
)
def test_a_comment_stands_at_its_place(text: str, marked: str) -> None:
    data = saved(of_everything())
    made = commented("a.docx", data, [fault_at([place_of(data, text)])])
    assert commented_text(made) == marked


def test_a_comment_on_the_paper_as_a_whole_stands_at_the_first_paragraph() -> None:
    made = commented("a.docx", saved(of_everything()), [fault_at([])])
    assert commented_text(made) == "đầu tiên"
    assert comments(made) == ["Lỗi H02 (cả văn bản): Sai.\nCách sửa: gõ lại.\nCơ sở: PL I.II.1.b, Nghị định số 30/2020/NĐ-CP."]


def comments(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


def test_a_comment_tells_fault_remedy_clause_and_further_places() -> None:
    others = [paragraph(number, f"chỗ {number}") for number in range(2, 10)]
    made = commented("a.docx", saved(of_everything()), [fault_at([paragraph(1, "đầu tiên"), *others])])
    assert comments(made)[0].splitlines() == [
        "Lỗi H02: Sai.",
        "Cách sửa: gõ lại.",
        "Cơ sở: PL I.II.1.b, Nghị định số 30/2020/NĐ-CP.",
        "Cùng lỗi này ở: “chỗ 2”; “chỗ 3”; “chỗ 4”; “chỗ 5”; “chỗ 6”; và 3 chỗ nữa.",
    ]


def test_a_comment_on_a_header_says_that_it_means_the_header() -> None:
    made = commented("a.docx", saved(of_everything()), [fault_at([paragraph(0, "2", story="header")])])
    assert comments(made)[0].startswith("Lỗi H02 (đầu trang): Sai.")


def test_comments_bear_the_name_of_docgen_and_no_time() -> None:
    made = commented("a.docx", saved(of_everything()), [fault_at([]), fault_at([])])
    bearing = [(each.comment_id, each.author, each.initials, each.timestamp) for each in docx.Document(io.BytesIO(made)).comments]
    assert bearing == [(0, "docgen", "dg", None), (1, "docgen", "dg", None)]


def test_comments_that_stood_there_stay() -> None:
    document = of_everything()
    document.add_comment(document.paragraphs[0].runs, "Xem lại", author="Văn thư", initials="VT")
    made = commented("a.docx", saved(document), [fault_at([], "Mới")])
    assert [(each.comment_id, each.author) for each in docx.Document(io.BytesIO(made)).comments] == [
        (0, "Văn thư"),
        (1, "docgen"),
    ]
    assert comments(made)[0] == "Xem lại"
    assert (commented_text(made, 0), commented_text(made, 1)) == ("đầu tiên", "đầu tiên")


def test_every_other_part_stays_byte_for_byte() -> None:
    data = saved(of_everything())
    before, after = read_parts(data), read_parts(commented("a.docx", data, [fault_at([])]))
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}
    assert before.keys() <= after.keys()


@pytest.mark.parametrize("make", [clean.cong_van, ke_hoach, clean.quyet_dinh])
def test_the_paper_reads_as_before(make: Callable[[], bytes]) -> None:
    data = make()
    faults = [fault_at([place]) for place in open_view("a.docx", data).paragraphs]
    made = commented("a.docx", data, faults)
    assert [each.text for each in open_view("a.docx", made).paragraphs] == [
        place.text for place in open_view("a", data).paragraphs
    ]
    assert [commented_text(made, number) for number in range(len(faults))][:3] == [fault.places[0].text for fault in faults][:3]
    assert outline(made) == outline(data)


def outline(data: bytes) -> list[tuple[str, str, str]]:
    return [(each.rule.id, each.message, each.quote) for each in judge("a.docx", data).findings]


def test_the_same_paper_gives_the_same_bytes() -> None:
    data = saved(of_everything())
    assert commented("a.docx", data, [fault_at([])]) == commented("a.docx", data, [fault_at([])])


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    parts = read_parts(data)
    assert old in parts[part].decode()
    return packed({**parts, part: parts[part].decode().replace(old, new).encode()})


def test_a_strict_package_is_annotated_in_its_own_words() -> None:
    data = saved(of_everything())
    for part in ("word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        for usual, strict in (
            (
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
            ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ):
            text = read_parts(data)[part].decode()
            data = edited(data, part, usual, strict) if usual in text else data
    parts = read_parts(commented("a.docx", data, [fault_at([place_of(data, "trong ô")])]))
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in parts["word/comments.xml"]
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts["word/_rels/document.xml.rels"]
    assert b"commentRangeStart" in parts["word/document.xml"]


def test_a_part_that_is_related_to_but_missing_is_made() -> None:
    data = edited(
        saved(of_everything()),
        "word/_rels/document.xml.rels",
        "</Relationships>",
        '<Relationship Id="rIdX" Target="comments.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>',
    )
    made = commented("a.docx", data, [fault_at([])])
    assert len(comments(made)) == 1
    assert read_parts(made)["word/_rels/document.xml.rels"].count(b"comments") == 2


def test_a_name_that_is_taken_is_left_alone() -> None:
    data = packed({**read_parts(saved(of_everything())), "word/comments.xml": b"<x/>"})
    made = read_parts(commented("a.docx", data, [fault_at([])]))
    assert made["word/comments.xml"] == b"<x/>"
    assert b"docgen" in made["word/comments1.xml"]


def test_a_damaged_picture_is_told() -> None:
    buffer = io.BytesIO(saved(of_everything()))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/media/a.png", b"0123456789abcdef")
    data = buffer.getvalue().replace(b"0123456789abcdef", b"0123456789abcdeX")
    with pytest.raises(FileError, match="tệp có phần hỏng nên không ghi chú được"):
        commented("a.docx", data, [])


def test_a_package_that_unpacks_to_far_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.check.comments._LARGEST", 10)
    with pytest.raises(FileError, match="tệp lớn bất thường nên không ghi chú được"):
        commented("a.docx", saved(of_everything()), [])


def test_a_stamped_copy_keeps_the_properties_that_the_paper_had() -> None:
    data = packed({**read_parts(saved(of_everything()))})
    first = stamp.stamped_copy(data, "nguồn")
    theirs = read_parts(first)[CUSTOM].decode().replace("docgen.source", "Mã hồ sơ").encode()
    made = stamp.stamped_copy(packed({**read_parts(first), CUSTOM: theirs}), "nguồn khác")
    properties = read_parts(made)[CUSTOM].decode()
    assert stamp.is_untouched(made)
    assert [properties.count(f'name="{name}"') for name in ("Mã hồ sơ", "docgen.source", "docgen.content")] == [1, 1, 1]
    assert [f'pid="{number}"' in properties for number in range(2, 7)] == [True] * 4 + [False]
    assert not stamp.is_untouched(edited(made, "word/document.xml", "đầu tiên", "đầu tay"))


def test_libreoffice_shows_the_comments(tmp_path: Path) -> None:
    data = saved(of_everything())
    faults = [fault_at([place_of(data, text)], text or "trống") for text in ("đầu tiên", "trong ô", "", "trong khung")]
    (tmp_path / "a.docx").write_bytes(stamp.stamped_copy(commented("a.docx", data, faults), "x"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = read_parts((tmp_path / "a.odt").read_bytes())["content.xml"].decode()
    annotations = re.findall(r"<office:annotation .*?</office:annotation>", content, re.DOTALL)
    words = [re.sub("<[^>]+>", "", annotation) for annotation in annotations]
    assert [re.search(r"Lỗi H02.*?\.", said)[0] for said in words] == [  # type: ignore[index]
        "Lỗi H02: đầu tiên.",
        "Lỗi H02: trong ô.",
        "Lỗi H02: trống.",
        "Lỗi H02 (trong khung chữ): trong khung.",
    ]


def test_every_severity_is_named() -> None:
    faults = [finding(H02, "Sai", severity=severity) for severity in Severity]
    made = commented("a.docx", saved(of_everything()), faults)
    assert [each.split(" H02")[0] for each in comments(made)] == ["Lưu ý", "Cảnh báo", "Lỗi"]


@pytest.mark.parametrize("odd", ["không", "9" * 5_000])
def test_odd_numbers_of_comments_are_passed_over(odd: str) -> None:
    document = of_everything()
    document.add_comment(document.paragraphs[0].runs, "Xem lại", author="Văn thư")
    data = edited(saved(document), "word/comments.xml", 'w:id="0"', f'w:id="{odd}"')
    made = read_parts(commented("a.docx", data, [fault_at([])]))["word/comments.xml"].decode()
    assert f'w:id="{odd}"' in made
    assert 'w:id="0" w:author="docgen"' in made
