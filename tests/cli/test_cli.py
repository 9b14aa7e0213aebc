import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from docgen import __version__
from docgen.cli import main as cli
from tests.conftest import OFFICE, ROOT, SAMPLE


def test_the_paper_stands_beside_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "2023" / "kehoach.yaml"
    plan.parent.mkdir()
    plan.write_text(SAMPLE.read_text("utf-8"), "utf-8")
    (tmp_path / "coquan.yaml").write_text(OFFICE.read_text("utf-8"), "utf-8")
    assert cli.run(["kehoach", str(plan)]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (f"{plan.with_suffix('.docx')}\n", "")
    assert plan.with_suffix(".docx").exists()


def test_stages_are_told_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["-v", "kehoach", str(SAMPLE), "-o", str(tmp_path / "a.docx")]) == 0
    assert [line.strip("… ") for line in capsys.readouterr().err.splitlines()] == [
        "đọc và kiểm tra dữ liệu",
        "điền mẫu",
        "kiểm tra thể thức",
        "ghi tệp",
    ]


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"docgen {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["kehoach", "--help"], ["kehoach", "-h"]])
def test_help_is_vietnamese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == 0
    said = capsys.readouterr().out
    assert said.startswith("Cách dùng: docgen")
    assert "Tùy chọn:" in said
    assert not any(word in said for word in ("Usage", "Options", "Commands", "Show this", "OPTIONS"))


def test_every_command_shows_an_example_in_its_help() -> None:
    for command in cli.docgen.commands.values():
        assert "Ví dụ: docgen" in (command.help or "")


def test_the_command_works_in_any_folder_and_on_a_console_of_another_code_page(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1258", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "docgen", "kehoach", str(SAMPLE), "-o", "kế hoạch.docx"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kế hoạch.docx").exists()


def test_a_template_that_leaves_a_value_out_is_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document(str(ROOT / "templates" / "kehoach.docx"))
    subject = next(paragraph for paragraph in document.paragraphs if paragraph.text == "{{ trich_yeu }}")
    subject.clear()
    document.save(str(tmp_path / "mau.docx"))
    assert (
        cli.run(["kehoach", str(SAMPLE), "-o", str(tmp_path / "a.docx"), "--mau", str(tmp_path / "mau.docx"), "--van-ghi"]) == 0
    )
    assert "mẫu này không in mục “trich_yeu”" in capsys.readouterr().err


def test_a_full_disk_behind_the_output_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "docgen", "kehoach", str(SAMPLE), "-o", str(tmp_path / "a.docx")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 5
    assert done.stderr == "Lỗi: không đọc hoặc ghi được (ổ đĩa đầy); xem lại ổ đĩa và chỗ nhận kết quả\n"
