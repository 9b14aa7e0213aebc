"""docgen's own papers are held to the decree before they are written."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from docgen.check.finding import Fault, Rule, Rules, Severity, Verdicts
from docgen.cli import main as cli
from docgen.errors import FileError
from docgen.workflows.kehoach import make_plan
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
def make_final(write_plan: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Return a function that makes the sample plan with number and date, and returns the exit code, stdout and stderr."""
    numbered = SAMPLE.read_text("utf-8").replace("\nso:\nngay:\n", "\nso: 15\nngay: 2023-02-10\n")
    assert "so: 15" in numbered

    def run(*options: str, text: str = numbered) -> Answer:
        code = cli.run(["kehoach", str(write_plan(text)), "-o", str(tmp_path / "kh.docx"), *options])
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


def test_an_error_in_a_final_paper_stops_the_command_and_nothing_is_written(
    make_final: Callable[..., Answer], template: str, tmp_path: Path
) -> None:
    code, out, err = make_final("--mau", template)
    assert (code, out) == (1, "")
    assert err == (
        f"Lỗi: {FOUND.format(paper=tmp_path / 'kh.docx')}\n"
        "Có 1 lỗi; chưa ghi tệp nào; sửa rồi chạy lại, hoặc thêm --van-ghi để vẫn ghi.\n"
    )
    assert not (tmp_path / "kh.docx").exists()


def test_an_error_is_only_told_where_the_paper_is_wanted_all_the_same(
    make_final: Callable[..., Answer], template: str, tmp_path: Path
) -> None:
    code, out, err = make_final("--mau", template, "--van-ghi")
    assert (code, out) == (0, f"{tmp_path / 'kh.docx'}\n")
    assert err == f"Lưu ý: {FOUND.format(paper=tmp_path / 'kh.docx')}\n"
    assert (tmp_path / "kh.docx").exists()


def test_a_draft_comes_out_whatever_breaks_the_decree_in_it(make: Callable[..., Answer], template: str, tmp_path: Path) -> None:
    paper = tmp_path / "kh.docx"
    code, out, err = make("--mau", template)
    assert (code, out) == (0, f"{paper}\n")
    assert err == (
        f"Lưu ý: {FOUND.format(paper=paper)}\n"
        f"Lưu ý: {paper}: dự thảo này còn 1 lỗi thể thức nêu trên; sửa trước khi ghi so, ngay: "
        "bản chính thức còn lỗi thì không ghi\n"
    )
    assert paper.exists()


def test_a_plan_typed_as_it_was_comes_out_and_names_the_line_of_its_appendix(
    write_plan: Callable[[str], Path], make_final: Callable[..., Answer], capsys: pytest.CaptureFixture[str]
) -> None:
    text = SAMPLE.read_text("utf-8").replace(" (danh mục hoạt động cụ thể nêu tại Phụ lục kèm theo)", "")
    text = text.replace("Mục 2 Phụ lục kèm theo Quyết định", "Quyết định")
    draft = write_plan(text)
    line = text.splitlines().index("phu_luc:") + 2
    assert cli.run(["kehoach", str(draft)]) == 0
    first, last = capsys.readouterr().err.splitlines()
    told = rf"Lưu ý: {draft}:{line}:5: đoạn \d+ của kehoach\.docx, “Phụ lục”: Văn bản có phụ lục .+ \(A01, PL I.III.1.a\)"
    assert re.fullmatch(told, first)
    assert "dự thảo này còn 1 lỗi thể thức" in last
    code, _, err = make_final(text=text.replace("\nso:\nngay:\n", "\nso: 15\nngay: 2023-02-10\n"))
    assert (code, "A01" in err) == (1, True)


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("phan:\n  - tieu_de: Một\n    y: [Việc đầu, 'Theo Nghị định 30/2020/NĐ-CP của Chính phủ']\n", 3, 20),
        ("phan:\n  - tieu_de: Một\n    doan: >-\n      Một đoạn dài\n      theo Nghị định 30/2020/NĐ-CP\n", 4, 7),
        ("phan:\n  - tieu_de: Theo Nghị định 30/2020/NĐ-CP\n    doan: Hai\n", 2, 14),
    ],
)
def test_a_finding_names_the_line_that_its_words_come_from(
    write_plan: Callable[[str], Path], capsys: pytest.CaptureFixture[str], body: str, line: int, column: int
) -> None:
    head = "loai: kế hoạch\nnam: 2023\ntrich_yeu: Thử việc của năm\nnoi_nhan: [A]\nluu: VT\n"
    plan = write_plan(head + body)
    assert cli.run(["kehoach", str(plan)]) == 0
    places = {said.split(": ")[1] for said in capsys.readouterr().err.splitlines() if "(C02," in said}
    assert places == {f"{plan}:{line + 5}:{column}"}


def test_a_finding_about_the_office_names_the_offices_file(
    write_plan: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    head = "loai: kế hoạch\nnam: 2026\nngay: 2026-01-05\ntrich_yeu: Thử việc của năm\nluu: VT\n"
    plan = write_plan(f"{head}phan: [{{tieu_de: Một, doan: Hai}}]\nnoi_nhan: [Ủy ban nhân dân tỉnh Sóc Trăng]\n")
    assert cli.run(["kehoach", str(plan)]) == 0
    office = plan.with_name("coquan.yaml")
    line = next(index for index, text in enumerate(office.read_text("utf-8").splitlines(), 1) if text.startswith("ten:"))
    [said] = [line for line in capsys.readouterr().err.splitlines() if "(H09," in line]
    assert said.startswith(f"Lưu ý: {office}:{line}:6: ")


def test_what_plan_and_paper_both_say_is_told_once(write_plan: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    head = "loai: kế hoạch\nnam: 2024\nso: 5\nngay: 2024-01-20\ntrich_yeu: Thử việc\nnoi_nhan: [A]\nluu: VT\n"
    basis = "can_cu: ['Nghị định số 9/2024/NĐ-CP ngày 01/02/2024 của Chính phủ về việc riêng']\n"
    plan = write_plan(f"{head}{basis}phan: [{{tieu_de: Một, doan: 'Có [cần điền số] việc'}}]\n")
    assert cli.run(["kehoach", str(plan), "--van-ghi"]) == 0
    said = capsys.readouterr().err
    assert (said.count("9/2024/NĐ-CP ghi ngày"), said.count("(X06,")) == (1, 1)
    assert (said.count("[cần điền số]”;"), said.count("(X11,")) == (1, 1)


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


@pytest.mark.parametrize("pdf", [True, False])
def test_a_paper_is_written_only_under_the_name_of_a_word_file(tmp_path: Path, pdf: bool) -> None:
    paper = make_plan(SAMPLE)
    with pytest.raises(FileError, match=r"đuôi \.docx"):
        paper.save(tmp_path / "kehoach.pdf", pdf=pdf)
    assert list(tmp_path.iterdir()) == []
