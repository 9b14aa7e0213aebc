"""Nothing leaves the machine: every command does its work where no socket can be opened."""

import shutil
import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from docgen.cli import main as cli
from tests.conftest import ROOT
from tests.hostile.test_packages import book


def test_every_command_works_without_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("a command wants the network")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    plan, sheet = str(tmp_path / "data" / "asean-2023" / "kehoach.yaml"), tmp_path / "bang.xlsx"
    sheet.write_bytes(book())
    ran = [
        ["khoitao", str(tmp_path / "moi"), "--nam", "2024", "--ten", "Sở Y tế", "--chu-quan", "UBND tỉnh Sóc Trăng"],
        ["nhap", str(sheet)],
        ["kehoach", plan],
        ["phancong", plan],
        ["congvan", plan, "--don-vi", "Sở Thông tin và Truyền thông"],
        ["thuthap", plan, "--don-vi", "Sở Thông tin và Truyền thông"],
        ["tonghop", plan, str(tmp_path / "data" / "asean-2023" / "bieu-mau-nam-2023"), "-o", str(tmp_path / "kq.yaml")],
        ["baocao", plan],
        ["chuyennam", plan, "2025"],
        ["kiemtra", plan.replace(".yaml", ".docx")],
        ["sua", plan.replace(".yaml", ".docx")],
        ["mau", plan.replace(".yaml", ".docx"), "-o", str(tmp_path / "mau.docx")],
        ["quydinh"],
        ["luocdo"],
    ]
    assert sorted([*(words[0] for words in ran), "mo"]) == sorted(cli.docgen.commands)  # the page has a test of its own
    for words in ran:
        assert cli.run(words) == 0, words
