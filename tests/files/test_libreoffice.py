import errno
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Timer

import pdfplumber
import pytest

from docgen.cli import main as cli
from docgen.errors import FileError
from docgen.files import libreoffice
from docgen.files.package import packed
from docgen.files.workarea import WorkArea
from tests.conftest import SAMPLE
from tests.faults.office import fake_programs


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("mot", "hai"):
        out = tmp_path / name / "kehoach.docx"
        out.parent.mkdir()
        assert cli.run(["kehoach", str(SAMPLE), "-o", str(out), "--pdf"]) == 0
        made.append((out.read_bytes(), out.with_suffix(".pdf").read_bytes()))
    assert made[0] == made[1]


def smallest_paper(words: str) -> bytes:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return packed(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/d.xml" ContentType="{main}"/></Types>'
            ).encode(),
            "_rels/.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" Type="{relation}" Target="d.xml"/></Relationships>'
            ).encode(),
            "d.xml": (
                f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
            ).encode(),
        }
    )


def test_more_papers_than_one_run_of_libreoffice_takes_names_are_all_made() -> None:
    papers = {f"số {number}": smallest_paper(f"Công văn số {number}") for number in range(248)}
    made = libreoffice.to_pdf(papers)
    assert list(made) == list(papers)
    for number in (0, 199, 200, 245, 246, 247):
        with pdfplumber.open(io.BytesIO(made[f"số {number}"])) as printed:
            assert printed.pages[0].extract_text() == f"Công văn số {number}"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for a while of a machine on which LibreOffice is quick: what it prints is the paper itself."""
    (tmp_path / "bin").mkdir()
    fake_programs(tmp_path / "bin" / "x")
    monkeypatch.setenv("PATH", str(tmp_path / "bin" / "x"), prepend=os.pathsep)
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))
    return tmp_path / "tam"


_KILLED = """
import os, signal, sys, tempfile
from docgen.files import libreoffice
from docgen.files.package import packed
tempfile.tempdir = sys.argv[1]
libreoffice._convert = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
libreoffice.to_pdf({"a.docx": b"a secret"})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_a_killed_run_left_in_the_machines_folder_goes_with_the_next(machine: Path) -> None:
    assert subprocess.run([sys.executable, "-c", _KILLED, str(machine)], check=False).returncode == -9
    (left,) = machine.iterdir()
    assert [path.read_bytes() for path in left.rglob("*.docx")] == [b"a secret"]
    assert left.stat().st_mode & 0o077 == 0
    assert list(libreoffice.to_pdf({"b.docx": b"b"})) == ["b.docx"]
    assert list(machine.iterdir()) == []


def test_the_folder_of_a_run_that_goes_on_and_those_of_others_stay(machine: Path, tmp_path: Path) -> None:
    (tmp_path / "cua-toi" / "viec").mkdir(parents=True)
    (tmp_path / "cua-toi" / "viec" / "a.txt").write_bytes(b"mine")
    (machine / "docgen-pdf-tro").symlink_to(tmp_path / "cua-toi")
    (machine / "docgen-pdf-tep").write_bytes(b"a file")
    (machine / "docgen-thu").mkdir()
    (machine / "docgen-pdf-cua-toi" / "viec").mkdir(parents=True)
    running = f"docgen-pdf-{'0a' * 8}"
    with WorkArea(machine / running):
        libreoffice.to_pdf({"b.docx": b"b"})
        assert sorted(path.name for path in machine.iterdir()) == [
            running,
            "docgen-pdf-cua-toi",
            "docgen-pdf-tep",
            "docgen-pdf-tro",
            "docgen-thu",
        ]
    assert (tmp_path / "cua-toi" / "viec" / "a.txt").read_bytes() == b"mine"
    assert (machine / "docgen-pdf-cua-toi" / "viec").is_dir()


def test_a_run_waits_where_another_looks_whether_its_folder_was_left_behind(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = machine / f"docgen-pdf-{'0a' * 8}"
    monkeypatch.setattr("os.urandom", lambda count: b"\x0a" * count)
    other = WorkArea(folder, certain=True)
    other.__enter__()
    Timer(0.3, other.__exit__, (None, None, None)).start()
    assert list(libreoffice.to_pdf({"b.docx": b"b"})) == ["b.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs flock")
def test_where_there_are_no_locks_nothing_of_another_run_is_cleared(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    running = f"docgen-pdf-{'0a' * 8}"
    (machine / running / "viec").mkdir(parents=True)
    monkeypatch.setattr("fcntl.flock", refuse)
    assert list(libreoffice.to_pdf({"b.docx": b"b"})) == ["b.docx"]
    assert [path.name for path in machine.iterdir()] == [running]


def test_libreoffice_keeps_its_own_files_where_ours_are(machine: Path) -> None:
    program = machine.parent / "bin" / "x" / "soffice"
    program.write_text('#!/bin/sh\nfor last; do :; done\necho "$TMPDIR" > "${last%.docx}.pdf"\n', "utf-8")
    (place,) = libreoffice.to_pdf({"b.docx": b"b"}).values()
    assert Path(place.decode().strip()).parent.parent == machine


@pytest.mark.skipif(sys.platform == "win32", reason="needs flock")
def test_the_folder_of_a_run_that_could_not_lock_it_stays(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    running = f"docgen-pdf-{'0a' * 8}"
    with monkeypatch.context() as without_locks:
        without_locks.setattr("fcntl.flock", refuse)
        area = WorkArea(machine / running).__enter__()
    (machine / running / "viec").mkdir()
    assert list(libreoffice.to_pdf({"b.docx": b"b"})) == ["b.docx"]
    assert (machine / running / "viec").is_dir()
    (machine / running / "viec").rmdir()
    area.__exit__(None, None, None)
    assert list(machine.iterdir()) == []


def test_a_font_with_the_metrics_of_times_is_there() -> None:
    assert libreoffice.font_warning() is None


def test_a_machine_without_such_a_font_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text(f'<?xml version="1.0"?><fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>', "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    assert libreoffice.font_warning() == libreoffice.FONT_WARNING


def test_nothing_is_said_of_fonts_where_they_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice.font_warning() is None


def test_libreoffice_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nexec {shutil.which('sleep')} 30\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(libreoffice, "_SECONDS_TO_START", 0.2)
    with pytest.raises(FileError, match="không trả lời"):
        libreoffice.to_pdf({"a": b"not a paper"})
