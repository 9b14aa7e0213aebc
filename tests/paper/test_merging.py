import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from docgen.cli import main as cli
from docgen.files.package import packed, part_of, read_parts
from docgen.paper.merging import merged
from tests.conftest import ROOT, SAMPLE

DOCUMENT = "word/document.xml"


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder: Path = tmp_path_factory.mktemp("merged") / "a"
    units = [argument for name in ("Sở Y tế", "Sở Công Thương", "Tỉnh đoàn") for argument in ("--don-vi", name)]
    assert cli.run(["congvan", str(SAMPLE), "-o", str(folder), *units]) == 0
    return [path.read_bytes() for path in sorted(folder.glob("*.docx"))]


def xml(data: bytes) -> str:
    return part_of(data, DOCUMENT).decode()


def changed(letter: bytes, old: str, new: str) -> bytes:
    text = xml(letter)
    assert old in text
    return packed({**read_parts(letter), DOCUMENT: text.replace(old, new).encode()})


def paragraphs(data: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(data)).element.body
    return [text for paragraph in body.iter(qn("w:p")) if (text := "".join(paragraph.itertext()).strip())]


def test_every_letter_is_there_in_order(letters: list[bytes]) -> None:
    assert paragraphs(merged(letters)) == [text for letter in letters for text in paragraphs(letter)]


def test_each_letter_is_a_section_whose_pages_count_from_one(letters: list[bytes]) -> None:
    sections = re.findall(r"<w:sectPr\b.*?</w:sectPr>", xml(merged(letters)), re.DOTALL)
    assert len(sections) == len(letters)
    assert all(section.count('<w:pgNumType w:start="1"/>') == 1 for section in sections)
    assert all("<w:titlePg" in section for section in sections)


def test_its_title_names_no_single_unit(letters: list[bytes]) -> None:
    assert docx.Document(io.BytesIO(merged(letters))).core_properties.title == "3 công văn giao việc"


def test_one_letter_alone_stays_as_it_is_but_for_its_numbering(letters: list[bytes]) -> None:
    assert xml(merged(letters[:1])).replace('<w:pgNumType w:start="1"/>', "") == xml(letters[0])


def test_the_same_letter_twice_is_printed_twice(letters: list[bytes]) -> None:
    assert paragraphs(merged([letters[0], letters[0]])) == paragraphs(letters[0]) * 2


def test_only_the_first_section_of_a_letter_starts_anew(letters: list[bytes]) -> None:
    inner = '<w:p><w:pPr><w:sectPr><w:pgMar w:top="1"/><w:pgNumType w:start="5"/></w:sectPr></w:pPr></w:p>'
    letter = changed(letters[0], "<w:body>", f"<w:body>{inner}")
    sections = re.findall(r"<w:sectPr\b.*?</w:sectPr>", xml(merged([letter, letter])), re.DOTALL)
    assert [section.count('<w:pgNumType w:start="1"/>') for section in sections] == [1, 0, 1, 0]
    assert 'w:start="5"' not in "".join(sections)


def test_a_letter_without_a_section_is_refused(letters: list[bytes]) -> None:
    text = xml(letters[0])
    start, end = text.rindex("<w:sectPr"), text.rindex("</w:sectPr>") + len("</w:sectPr>")
    with pytest.raises(ValueError, match="without a body"):
        merged([changed(letters[0], text[start:end], "")])


def test_the_same_letters_give_the_same_bytes(letters: list[bytes]) -> None:
    made = merged(letters)
    assert made == merged(letters)
    assert zipfile.ZipFile(io.BytesIO(made)).testzip() is None


def test_footnotes_of_all_letters_stand_in_one_part_numbered_on(tmp_path: Path) -> None:
    plan = ROOT / "tests" / "plans" / "dinh-dang" / "kehoach.yaml"
    assert cli.run(["congvan", str(plan), "-o", str(tmp_path / "thu")]) == 0
    own = [path.read_bytes() for path in sorted((tmp_path / "thu").glob("*.docx"))]
    made = merged([changed(own[0], "<w:footnoteReference", "<w:none"), *own])
    notes = re.findall(r'<w:footnote w:id="(\d+)">', part_of(made, "word/footnotes.xml").decode())
    assert len(notes) == len(set(notes)) == 6
    calls = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', xml(made))
    assert calls == notes[1:]


def test_letters_without_footnotes_before_one_with_them_get_the_part(letters: list[bytes], tmp_path: Path) -> None:
    plan = ROOT / "tests" / "plans" / "dinh-dang" / "kehoach.yaml"
    assert cli.run(["congvan", str(plan), "-o", str(tmp_path / "thu")]) == 0
    noted = next((tmp_path / "thu").glob("*-so-tai-chinh.docx")).read_bytes()
    made = merged([*letters, noted])
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', xml(made)) == ["1"]
    assert "[Content_Types].xml" in read_parts(made)
    assert b"/word/footnotes.xml" in read_parts(made)["[Content_Types].xml"]
