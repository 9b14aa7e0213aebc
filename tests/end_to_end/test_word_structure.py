"""Word itself cannot be run here: every .docx is held to the schema of ECMA-376, and LibreOffice saves it without loss."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openxml_audit import FileFormat, OpenXmlValidator

from docgen.cli import main as cli
from docgen.files.package import packed, read_parts
from tests.conftest import BLOCKS, ROOT, TRIAL

_COMMANDS = (
    ("kehoach", "asean-2023/kehoach.yaml", "-o", "ke-hoach.docx"),
    ("kehoach", "asean-2024/kehoach.yaml", "-o", "ke-hoach-2024.docx"),
    ("kehoach", "so/kehoach.yaml", "-o", "ke-hoach-so.docx", "--van-ghi"),
    ("kehoach", "phuong/2026/kehoach.yaml", "-o", "ke-hoach-phuong.docx"),
    ("kehoach", "dinh-dang/kehoach.yaml", "-o", "ke-hoach-dinh-dang.docx"),
    ("kehoach", "khoi/kehoach.yaml", "-o", "ke-hoach-khoi.docx"),
    ("congvan", "asean-2023/kehoach.yaml", "-o", "thu"),
    ("congvan", "khoi/kehoach.yaml", "-o", "thu-khoi"),
    ("congvan", "dinh-dang/kehoach.yaml", "-o", "thu-dinh-dang"),
    ("congvan", "phuong/2026/kehoach.yaml", "-o", "thu-phuong"),
    ("baocao", "asean-2023/kehoach.yaml", "-o", "bao-cao.docx"),
    ("chuyennam", "asean-2023/kehoach.yaml", "2026", "-o", "ra-soat.docx"),
    ("kiemtra", "ke-hoach-so.docx", "-o", "ghi-chu.docx"),
    ("kiemtra", "ra-soat.docx", "-o", "ghi-chu-2.docx"),
)
_ROUND_TRIP = ("ke-hoach.docx", "thu/03-so-ke-hoach-va-dau-tu.docx", "bao-cao.docx", "ra-soat.docx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what every command that makes Word papers made of the samples."""
    place = tmp_path_factory.mktemp("word")
    shutil.copytree(ROOT / "data", place, dirs_exist_ok=True)
    shutil.copytree(TRIAL.parent, place / "so")
    shutil.copytree(TRIAL.parent.parent / "dinh-dang", place / "dinh-dang")
    shutil.copytree(BLOCKS.parent, place / "khoi")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        started = ("--nam", "2026", "--ten", "Ủy ban nhân dân phường Phú Lợi", "--dia-danh", "Phú Lợi", "--ho-ten", "Trần Văn A")
        assert cli.run(["khoitao", "phuong", *started]) == 0
        for command in _COMMANDS:
            assert cli.run(list(command)) in (0, 1), command
    return place


def findings(path: Path) -> list[str]:
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path))
    return [f"{path.name}: {error.part_uri}: {error.description}" for error in result.errors]


def test_the_validator_has_nothing_to_say_of_any_paper(folder: Path) -> None:
    papers = sorted(folder.rglob("*.docx"))
    assert len(papers) > 60
    assert [said for path in papers for said in findings(path)] == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"<w:body>", b"<w:body><w:tc/>"),
        ("word/settings.xml", b'<w:defaultTabStop w:val="720"/>', b'<w:defaultTabStop w:val="rong"/>'),
        ("word/_rels/document.xml.rels", b'Target="styles.xml"', b'Target="mat.xml"'),
    ],
)
def test_the_validator_does_speak_of_what_is_wrong(folder: Path, tmp_path: Path, part: str, old: bytes, new: bytes) -> None:
    parts = read_parts((folder / "ke-hoach.docx").read_bytes())
    assert old in parts[part]
    (tmp_path / "hong.docx").write_bytes(packed({**parts, part: parts[part].replace(old, new, 1)}))
    assert findings(tmp_path / "hong.docx")


@pytest.fixture(scope="module")
def saved_again(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with papers as LibreOffice opened and saved them."""
    place = tmp_path_factory.mktemp("libreoffice")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    sources = [str(folder / name) for name in _ROUND_TRIP]
    command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", str(place), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return place


def texts(paper: Paper) -> list[str]:
    """Return the words of each paragraph of the body, those in tables too, in their order."""
    found = (Paragraph(each, paper._body).text.strip() for each in paper.element.body.iter(qn("w:p")))
    return [text for text in found if text]


def shape(paper: Paper) -> tuple[object, ...]:
    tables = [[len(row.tc_lst) for row in table._tbl.tr_lst] for table in paper.tables]
    numbered = [any("PAGE" in code.text for code in each.header._element.iter(qn("w:instrText"))) for each in paper.sections]
    return tables, [section.orientation for section in paper.sections], numbered, len(paper.inline_shapes)


@pytest.mark.parametrize("name", _ROUND_TRIP)
def test_libreoffice_opens_and_saves_a_paper_without_loss(folder: Path, saved_again: Path, name: str) -> None:
    ours, theirs = Document(str(folder / name)), Document(str(saved_again / Path(name).name))
    assert texts(theirs) == texts(ours)
    assert shape(theirs) == shape(ours)
    assert len(texts(ours)) > 20


def test_libreoffice_keeps_the_chart_of_a_report(saved_again: Path) -> None:
    with zipfile.ZipFile(io.BytesIO((saved_again / "bao-cao.docx").read_bytes())) as package:
        assert [name for name in package.namelist() if name.startswith("word/charts/chart")]
