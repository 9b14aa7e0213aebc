"""What installs docgen on Windows: the words of the scripts, which nothing here can run as Windows does."""

import re
import struct
from pathlib import Path

import pytest

from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "windows"
SCRIPTS = sorted(FOLDER.glob("*.cmd"))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def lines_of(script: Path) -> list[str]:
    return script.read_bytes().decode().split("\r\n")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_command_prompt_reads_every_line(script: Path) -> None:
    data = script.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 0  # labels are lost behind lone line feeds
    assert not data.startswith(b"\xef\xbb\xbf")  # which the command prompt takes for a command
    code_page = next(place for place, line in enumerate(lines_of(script)) if line.startswith("chcp 65001"))
    assert all(line.isascii() for line in lines_of(script)[:code_page])


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_place_that_is_gone_to_is_there_and_each_way_ends(script: Path) -> None:
    lines = lines_of(script)
    text = "\n".join(lines)
    labels = set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
    assert set(re.findall(r"(?:goto |call :)(\w+)", text)) == labels
    for place, line in enumerate(lines):
        if line.startswith(":"):
            assert next(before for before in reversed(lines[:place]) if before).startswith("exit /b")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_path_is_quoted_for_folders_with_blanks(script: Path) -> None:
    for line in lines_of(script):
        if not line.startswith(("echo", "rem", "set ")):
            assert line.count("%~dp0") + line.count("%NOI%") == len(re.findall(r'"%(?:~dp0|NOI%)[^"]*"', line))


def test_what_the_scripts_name_is_in_the_folder() -> None:
    text = "".join("\n".join(lines_of(script)) for script in SCRIPTS)
    named = set(re.findall(r"[\w-]+\.(?:cmd|ico)", text)) - {"docgen.lnk"}
    assert named <= {path.name for path in FOLDER.iterdir()}
    assert "goi" in MAKEFILE
    assert '--find-links "%NOI%goi" "docgen[mo]"' in text


def test_the_same_pythons_are_looked_for_as_wheels_are_gathered() -> None:
    [wheels] = re.findall(r"for version in ([\d. ]+); do \\\n\t  \$\(UV_PIP\) compile --extra mo --constraints", MAKEFILE)
    [looked_for] = re.findall(r"for %%V in \(([\d. ]+)\)", "\n".join(lines_of(FOLDER / "cai-dat.cmd")))
    assert sorted(wheels.split()) == sorted(looked_for.split())
    floor = re.findall(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert sorted(wheels.split(), key=lambda version: int(version.split(".")[1]))[:1] == floor


def test_the_icon_has_the_sizes_of_the_desktop() -> None:
    data = (FOLDER / "docgen.ico").read_bytes()
    kind, count = struct.unpack_from("<HH", data, 2)
    sizes = {data[6 + 16 * number] or 256 for number in range(count)}
    assert (kind, sizes) == (1, {16, 32, 48, 256})
