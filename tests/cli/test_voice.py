"""How the command speaks: silence, colours, what it says of long work, completion of its words, consoles of other code pages."""

import io
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from docgen.cli import main as cli
from docgen.cli.voice import Manner, done, progress, remark
from tests.conftest import OFFICE, ROOT, SAMPLE
from tests.intake.books import book

WARNED = "Lưu ý:"
IN_ORDER = (  # each finds what those before it made
    "khoitao", "nhap", "kehoach", "phancong", "congvan", "thuthap", "tonghop", "baocao", "chuyennam", "kiemtra", "sua", "mau",
    "quydinh", "luocdo",
)  # fmt: skip
CONSOLES = ("cp1258", "cp437", "cp1252", "ascii", "utf-8", "utf-16")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a plan with something to be told about."""
    (tmp_path / "coquan.yaml").write_bytes(OFFICE.read_bytes())
    plan = tmp_path / "kehoach.yaml"
    plan.write_text(SAMPLE.read_text("utf-8").replace("3334/QĐ-UBND", "[cần điền số]/QĐ-UBND"), "utf-8")
    return plan


@pytest.mark.parametrize("switch", ["-q", "--im-lang"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_silence_keeps_the_names_of_the_files_alone(
    draft: Path, switch: str, place: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["kehoach", str(draft)]) == 0
    assert WARNED in capsys.readouterr().err
    words = ["kehoach", str(draft)]
    assert cli.run([*words[:place], switch, *words[place:]]) == 0
    assert capsys.readouterr() == (f"{draft.with_suffix('.docx')}\n", "")


def test_silence_does_not_hide_what_is_wrong(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text("loai: kế hoạch\n", "utf-8")
    assert cli.run(["-q", "kehoach", str(draft)]) == 3
    assert capsys.readouterr().err.count("Lỗi:") > 2


def test_silence_of_a_roll_over_and_of_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["chuyennam", str(SAMPLE), "2024", "--vao", str(tmp_path / "k.yaml"), "-q"]) == 0
    assert cli.run(["thuthap", str(SAMPLE), "--don-vi", "Sở Y tế", "-o", str(tmp_path / "b"), "-q"]) == 0
    assert cli.run(["khoitao", str(tmp_path / "k"), "--nam", "2024", "--ten", "Sở Nội vụ", "-q"]) == 0
    (tmp_path / "b.xlsx").write_bytes(book([("STT", "Nhiệm vụ", "Đơn vị chủ trì"), (1, "Tổ chức hội nghị", "Sở Y tế")]))
    assert cli.run(["nhap", str(tmp_path / "b.xlsx"), "--nam", "2024", "-o", str(tmp_path / "n.yaml"), "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("no_colour", "painted"), [(None, True), ("", True), ("1", False)])
def test_errors_and_remarks_are_coloured_on_a_terminal_alone(
    draft: Path, monkeypatch: pytest.MonkeyPatch, no_colour: str | None, painted: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_colour is not None:
        monkeypatch.setenv("NO_COLOR", no_colour)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", err := Terminal())
        cli.run(["kehoach", str(draft)])
        cli.run(["kehoach", "khong-co.yaml"])
    assert ("\x1b[" in err.getvalue()) == painted
    cli.run(["kehoach", "khong-co.yaml"])
    assert "\x1b[" not in capsys.readouterr().err


def test_long_work_is_told_on_a_terminal_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", err := Terminal())
    with click.Context(click.Command("x"), obj=Manner()):
        say = progress(Manner())
        say("đọc")
        time.sleep(0.2)
        assert err.getvalue() == ""
        say("tạo PDF")
        time.sleep(1.4)
        say("ghi tệp")
    assert [line.rpartition("… ")[2] for line in err.getvalue().splitlines()] == ["", "tạo PDF", "", "ghi tệp"]


def test_short_work_says_nothing_even_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", err := Terminal())
    with click.Context(click.Command("x"), obj=Manner()):
        progress(Manner())("đọc")
    time.sleep(1.3)
    assert err.getvalue() == ""


def test_words_without_a_command_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    remark("một")
    done("hai")
    assert capsys.readouterr().err == "Lưu ý: một\nĐã xong: hai\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_can_complete_the_commands(shell: str) -> None:
    assert "_DOCGEN_COMPLETE" in said_to_a_shell({"_DOCGEN_COMPLETE": f"{shell}_source"})
    words = {"_DOCGEN_COMPLETE": f"{shell}_complete", "COMP_WORDS": "docgen ke", "COMP_CWORD": "ke" if shell == "fish" else "1"}
    completed = said_to_a_shell(words)
    assert "kehoach" in completed
    assert "congvan" not in completed


def said_to_a_shell(words: dict[str, str]) -> str:
    command = [sys.executable, "-m", "docgen"]
    return subprocess.run(command, env={**os.environ, **words}, capture_output=True, encoding="utf-8", check=False).stdout


@pytest.mark.parametrize("encoding", CONSOLES)
@pytest.mark.parametrize("arguments", [["--help"], ["kehoach", "thiếu.yaml"], ["quydinh", "H02"], ["khong-co-lenh"]])
def test_no_console_is_too_old_for_what_is_said(encoding: str, arguments: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "docgen", *arguments]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 2, 5)
    assert b"Traceback" not in done.stderr
    assert done.stdout or done.stderr


def test_every_example_of_the_help_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    rows = [("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"), (1, "Tổ chức hội nghị", "Sở Y tế", "Quý II năm 2024")]
    Path("phụ lục 2024.xlsx").write_bytes(book(rows))
    for name in IN_ORDER:
        for paper in {"sua": "cong-van.docx", "mau": "ke-hoach-2025.docx"}.keys() & {name}:
            shutil.copy("data/asean-2023/kehoach.docx", {"sua": "cong-van.docx", "mau": "ke-hoach-2025.docx"}[paper])
        code = cli.run(example_of(name))
        assert code == 0, (name, capsys.readouterr().err)


def test_every_command_has_its_example_run() -> None:
    assert sorted([*IN_ORDER, "mo"]) == sorted(cli.docgen.commands)  # the page stays open: its tests start it themselves


def example_of(name: str) -> list[str]:
    """Return the words of the one example in the help of a command."""
    lines = " ".join((cli.docgen.commands[name].help or "").split()).partition("Ví dụ: docgen ")[2]
    return shlex.split(lines)
