import os
import shutil
from pathlib import Path

import pytest

from docgen.cli import main as cli
from docgen.errors import FileError
from docgen.files import pdf
from tests.conftest import SAMPLE


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("mot", "hai"):
        out = tmp_path / name / "kehoach.docx"
        out.parent.mkdir()
        assert cli.run(["kehoach", str(SAMPLE), "-o", str(out), "--pdf"]) == 0
        made.append((out.read_bytes(), out.with_suffix(".pdf").read_bytes()))
    assert made[0] == made[1]


def test_several_papers_are_made_by_one_run(tmp_path: Path) -> None:
    out = tmp_path / "kehoach.docx"
    assert cli.run(["kehoach", str(SAMPLE), "-o", str(out)]) == 0
    made = pdf.to_pdf({"một": out.read_bytes(), "hai": out.read_bytes()})
    assert list(made) == ["một", "hai"]
    assert all(data.startswith(b"%PDF") for data in made.values())


def test_a_font_with_the_metrics_of_times_is_there() -> None:
    assert pdf.font_warning() is None


def test_a_machine_without_such_a_font_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text(f'<?xml version="1.0"?><fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>', "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    assert pdf.font_warning() == pdf.FONT_WARNING


def test_nothing_is_said_of_fonts_where_they_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pdf.font_warning() is None


def test_libreoffice_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nexec {shutil.which('sleep')} 30\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(pdf, "_SECONDS_TO_START", 0.2)
    with pytest.raises(FileError, match="không trả lời"):
        pdf.to_pdf({"a": b"not a paper"})
