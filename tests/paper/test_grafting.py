"""A template made of a paper: its looks, its words as tags; and the words of a plan printed with it."""

import re
import zipfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

import docgen
from docgen.check.anatomy import read_paper
from docgen.check.docview import open_view
from docgen.cli import main as cli
from docgen.errors import FileError
from docgen.paper.looks import looks_of
from tests.conftest import OFFICE, ROOT, SAMPLE

PLANS = ROOT / "bench" / "corpus" / "plans"
PAPERS = {path.name[:3]: path for path in sorted(PLANS.glob("[AN]*.docx"))}
OF_KIND = [name for name in PAPERS if name not in ("A02", "N03", "N04")]  # tracked, a decision, an appendix alone
HEAD = ("Cơ quan ban hành", "Số ký hiệu", "Địa danh thời gian", "Tên loại", "Trích yếu", "Quyền hạn chức vụ")


def words_of(path: Path) -> str:
    return " ".join(paragraph.words for paragraph in open_view(str(path), path.read_bytes()).paragraphs if paragraph.words)


def faults_of(path: Path) -> set[str]:
    errors = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors
    return {f"{error.part_uri}: {re.sub('[0-9]+', 'N', error.description)}" for error in errors}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the sample plan and its office, which lays no sizes of its own over a template."""
    monkeypatch.chdir(tmp_path)
    office = OFFICE.read_text("utf-8")
    (tmp_path / "coquan.yaml").write_text(office[: office.index("\ntrinh_bay:")] + "\n", "utf-8")
    for name in ("kehoach.yaml", "ketqua.yaml"):
        (tmp_path / name).write_bytes((SAMPLE.parent / name).read_bytes())
    (tmp_path / "donvi.yaml").write_bytes((OFFICE.parent / "donvi.yaml").read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", OF_KIND)
def test_a_plan_is_printed_with_the_template_of_a_strangers_paper(desk: Path, name: str) -> None:
    source = desk / "nguon.docx"
    source.write_bytes(PAPERS[name].read_bytes())
    made = docgen.make_template(source)
    made.save("mau.docx")
    command = [made.kind, "kehoach.yaml", "--mau", "mau.docx", "--van-ghi", "-o"]
    assert cli.run([*command, "thu" if made.kind == "congvan" else "ra.docx"]) in (0, 1)
    printed = next((desk / "thu").glob("*.docx")) if made.kind == "congvan" else desk / "ra.docx"
    before, after = (looks_of(read_paper(str(path), open_view(str(path), path.read_bytes()))) for path in (source, printed))
    same = [part for part in HEAD if part in before and part in after]
    assert len(same) >= 4
    assert {part: after[part].face for part in same} == {part: before[part].face._replace(underline=False) for part in same}
    margins = [open_view(str(path), path.read_bytes()).sections[0].margins for path in (source, printed)]
    assert margins[0] == pytest.approx(margins[1], abs=0.1)
    assert faults_of(printed) <= faults_of(source)


@pytest.mark.parametrize("name", OF_KIND)
def test_nothing_of_the_text_stays_in_the_template(desk: Path, name: str) -> None:
    made = docgen.make_template(PAPERS[name])
    made.save(desk / "mau.docx")
    paper = read_paper(name, open_view(name, PAPERS[name].read_bytes()))
    text = [each.words for each in paper.main if len(each.words) > 40]
    text += [line.words for line in paper.danh_sach if "Lưu" not in line.words]
    with zipfile.ZipFile(desk / "mau.docx") as package:
        everything = "".join(package.read(part).decode("utf-8", "replace") for part in package.namelist())
    plain = " ".join(re.sub("<[^>]+>", "", everything).split())
    assert text
    assert [words for words in text if words in plain] == []


def test_docgens_own_paper_gives_a_template_that_prints_it_again(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["kehoach", "kehoach.yaml", "-o", "mot.docx"]) == 0
    said = capsys.readouterr().err
    assert cli.run(["mau", "mot.docx", "-o", "mau.docx"]) == 0
    told = capsys.readouterr().err
    assert "Tên loại: KẾ HOẠCH\n" in told
    assert "docgen kehoach KEHOACH.yaml --mau “mau.docx”" in told
    assert cli.run(["kehoach", "kehoach.yaml", "--mau", "mau.docx", "-o", "hai.docx"]) == 0
    assert capsys.readouterr().err == said.replace("mot.docx", "hai.docx")
    assert words_of(desk / "hai.docx") == words_of(desk / "mot.docx")


def test_a_report_keeps_its_chart(desk: Path) -> None:
    docgen.make_template(PAPERS["N01"]).save("mau.docx")
    assert cli.run(["baocao", "kehoach.yaml", "--mau", "mau.docx", "-o", "ra.docx"]) == 0
    with zipfile.ZipFile(desk / "ra.docx") as package:
        [chart] = [name for name in package.namelist() if name.startswith("word/charts/chart")]
        assert "Hoàn thành" in package.read(chart).decode()


def test_pages_are_numbered_where_the_paper_had_none(desk: Path) -> None:
    docgen.make_template(PAPERS["A05"]).save("mau.docx")
    assert cli.run(["kehoach", "kehoach.yaml", "--mau", "mau.docx", "-o", "ra.docx", "--van-ghi"]) in (0, 1)
    printed = open_view("ra", (desk / "ra.docx").read_bytes())
    assert "PAGE" in {field for part in printed.sections[0].headers for each in part.paragraphs for field in each.fields}


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        ("N03", "chỉ làm mẫu được từ kế hoạch, công văn hoặc báo cáo; văn bản này là quyết định"),
        ("N04", "không thấy đầu văn bản"),
        ("A02", "còn dấu vết sửa đổi"),
    ],
)
def test_what_is_no_paper_of_docgens_kinds_is_refused(paper: str, why: str) -> None:
    with pytest.raises(FileError, match=why):
        docgen.make_template(PAPERS[paper])


def test_changes_that_docgen_tracked_are_accepted(desk: Path) -> None:
    (desk / "da-sua.docx").write_bytes(docgen.repair(PAPERS["A05"]).data)
    with zipfile.ZipFile(desk / "da-sua.docx") as before:
        assert b"rPrChange" in before.read("word/document.xml")
    docgen.make_template("da-sua.docx").save("mau.docx")
    with zipfile.ZipFile(desk / "mau.docx") as after:
        assert b"rPrChange" not in after.read("word/document.xml")
