"""Words of strangers do not command the terminal: neither in file names, nor in data, nor in what is quoted of them."""

import io
from pathlib import Path

import pytest

from docgen.cli import main as cli
from docgen.cli.voice import complain, painted, shown
from tests.cli.test_voice import Terminal
from tests.hostile.test_templates import desk, template, with_tag

COMMANDS = (
    "\x1b[2J",
    "\x1b]0;tên\x07",
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\rLỗi: giả",
    "\x08\x08",
    "\u202etên",
    "\u2066x",
    "\x1b[8m",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_spelled_out(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(f"a{command}b") == f"a\\u{ord(command[0]):04x}{command[1:]}b".replace("\x07", "\\u0007").replace(
        "\x08b", "\\u0008b"
    )
    complain(f"tệp {command}: hỏng")
    assert not set(capsys.readouterr().err) & set("\x1b\x07\x9b\r\x08\u202e\u2066")


def test_the_colours_of_docgen_and_marks_of_vietnamese_stay() -> None:
    for tone in ("error", "warning", "note", "passed", "strong"):
        assert shown(painted("Lỗi: ỳ ơ\u0301 🙂\t–\n", tone)) == painted("Lỗi: ỳ ơ\u0301 🙂\t–\n", tone)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_reaches_a_terminal_raw(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = Terminal(), Terminal()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", err)
    monkeypatch.setenv("NO_COLOR", "1")
    plan = desk(tmp_path)
    named = tmp_path / f"a{command.replace('/', '')}b.yaml"
    escaped = "".join(f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\u{ord(letter):04x}" for letter in command)
    for text in (
        plan.read_text("utf-8"),
        f'loai: "{escaped}"\nnam: "{escaped}"\n"{escaped}": 1\n',
        f"loai: {command}\n{command}: 1\n",
    ):
        named.write_text(text, "utf-8", newline="")
        for words in (
            ["kehoach"],
            ["congvan", "--xem"],
            ["phancong"],
            ["thuthap"],
            ["chuyennam"],
            ["kiemtra"],
            ["nhap"],
            ["baocao"],
        ):
            cli.run([words[0], str(named), *words[1:], *(["2024"] if words[0] == "chuyennam" else [])])
    cli.run(["kehoach", str(plan), "--mau", str(template(tmp_path / "mau.docx", with_tag("{{ trich_yeuu }}")))])
    cli.run(["quydinh", command])
    cli.run(["kehoach", f"--{command}"])
    cli.run([command])
    said = (out.getvalue() + err.getvalue()).replace("\r\x1b[K…", "")
    assert len(said) > 500
    assert not set(said) & set("\x1b\x07\x9b\r\x08\u202e\u2066"), repr(said)[:2000]
    assert isinstance(out, io.StringIO)
