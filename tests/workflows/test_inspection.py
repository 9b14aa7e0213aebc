"""docgen's own papers are held to the decree before they are written."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from docgen.check.finding import Fault, Rule, Rules, Severity, Verdicts
from docgen.cli import main as cli
from tests.conftest import ROOT, SAMPLE

MOTTO = "Độc lập - Tự do - Hạnh phúc"
FOUND = (
    "{paper}: đoạn 5, “Độc lập – Tự do – Hạnh phúc”: "
    "Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”, với gạch nối ngắn; gõ lại: Độc lập - Tự do - Hạnh phúc (H02, PL I.II.1.b)"
)
Answer = tuple[int, str, str]


@pytest.fixture
def make(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Return a function that makes the sample plan and returns the exit code, stdout and stderr."""

    def run(*options: str) -> Answer:
        code = cli.run(["kehoach", str(SAMPLE), "-o", str(tmp_path / "kh.docx"), *options])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def template(tmp_path: Path) -> str:
    """Return an office's template whose motto is written with dashes."""
    document = docx.Document(str(ROOT / "templates" / "kehoach.docx"))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    motto = next(paragraph for cell in cells for paragraph in cell.paragraphs if paragraph.text.strip() == MOTTO)
    for run in motto.runs:
        run.text = run.text.replace(" - ", " – ")
    document.save(str(tmp_path / "mau.docx"))
    return str(tmp_path / "mau.docx")


def rule_of(severity: Severity) -> Rule:
    rules = Rules("Thử")

    @rules("X03", severity, "PL I.I.1")
    def judge(_: object) -> Verdicts:
        yield Fault(None, "Chưa được", "sửa lại")

    return rules.rules[0]


def test_an_error_stops_the_command_and_nothing_is_written(make: Callable[..., Answer], template: str, tmp_path: Path) -> None:
    code, out, err = make("--mau", template)
    assert (code, out) == (1, "")
    assert err == (
        f"Lỗi: {FOUND.format(paper=tmp_path / 'kh.docx')}\n"
        "Có 1 lỗi; chưa ghi tệp nào; sửa rồi chạy lại, hoặc thêm --van-ghi để vẫn ghi.\n"
    )
    assert not (tmp_path / "kh.docx").exists()


def test_an_error_is_only_told_where_the_paper_is_wanted_all_the_same(
    make: Callable[..., Answer], template: str, tmp_path: Path
) -> None:
    code, out, err = make("--mau", template, "--van-ghi")
    assert (code, out) == (0, f"{tmp_path / 'kh.docx'}\n")
    assert err == f"Lưu ý: {FOUND.format(paper=tmp_path / 'kh.docx')}\n"
    assert (tmp_path / "kh.docx").exists()


def test_a_warning_is_told_and_a_note_is_not(
    make: Callable[..., Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.check.judging.RULES", (rule_of(Severity.WARNING), rule_of(Severity.NOTE)))
    paper = tmp_path / "kh.docx"
    said = f"Lưu ý: {paper}: cả văn bản: Chưa được; sửa lại (X03, PL I.I.1)\n"
    assert make() == (0, f"{paper}\n", said)


def test_our_own_paper_passes(make: Callable[..., Answer], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = str(tmp_path / "kh.docx")
    assert make() == (0, f"{paper}\n", "")
    assert cli.run(["kiemtra", paper, "--muc", "canh-bao"]) == 0
    assert "ĐẠT: không có lỗi" in capsys.readouterr().out


def test_the_blanks_of_a_draft_are_no_findings(write_plan: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    lines = SAMPLE.read_text("utf-8").splitlines()
    draft = write_plan("\n".join(line for line in lines if not line.startswith(("so:", "ngay:"))))
    assert cli.run(["kehoach", str(draft)]) == 0
    assert capsys.readouterr().err == ""
