"""A LibreOffice that stays: the real one, killed, stopped and broken off at the worst moments."""

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pdfplumber
import pytest

from docgen.errors import FileError
from docgen.files import kept_office as kept
from docgen.files import libreoffice
from docgen.files.kept_office import kept_office
from tests.faults.office import fake_programs
from tests.files.test_libreoffice import smallest_paper

pytestmark = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks at processes through /proc")
_SECONDS = 30


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the machine's folder for files of a while; nothing is left in it in the end, and no LibreOffice that works there."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path
    assert running(tmp_path) == []
    assert list(tmp_path.glob("docgen-pdf-*")) == []


def running(place: Path) -> list[int]:
    """Return the LibreOffices that have their profile in `place`, by number."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            words = (each / "cmdline").read_bytes()
            ended = (each / "stat").read_text("ascii", "replace").rpartition(")")[2].split()[0] == "Z"
        except OSError:
            continue
        if b"soffice.bin" in words and os.fsencode(place) in words and not ended:
            found.append(int(each.name))
    return found


def words_of(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as printed:
        return "\n".join(page.extract_text() for page in printed.pages)


def test_papers_are_byte_for_byte_those_of_a_run_for_each(place: Path) -> None:
    papers = {f"{number}.docx": smallest_paper(f"Công văn số {number}") for number in range(3)}
    alone = libreoffice.to_pdf(papers)
    with kept_office() as office:
        assert {name: office.to_pdf(name, data) for name, data in papers.items()} == alone
        first = running(place)
        assert dict(office.to_pdfs(papers)) == alone
        assert running(place) == first != []


def test_nothing_starts_without_a_paper(place: Path) -> None:
    with kept_office():
        assert list(place.iterdir()) == []


def test_one_that_dies_is_started_again_and_one_that_hangs_given_up(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_office() as office, ThreadPoolExecutor(1) as threads:
        office.to_pdf("a.docx", smallest_paper("Một"))
        (number,) = running(place)
        os.kill(number, signal.SIGKILL)  # between two papers
        assert words_of(office.to_pdf("b.docx", smallest_paper("Hai"))) == "Hai"
        (number,) = running(place)
        os.kill(number, signal.SIGSTOP)  # it will not be done with the next one before it dies
        made = threads.submit(office.to_pdf, "b.docx", smallest_paper("Hai"))
        time.sleep(0.3)
        os.kill(number, signal.SIGKILL)
        assert words_of(made.result()) == "Hai"
        assert running(place) not in ([], [number])
        (number,) = running(place)
        os.kill(number, signal.SIGSTOP)
        with monkeypatch.context() as hurried:
            hurried.setattr(libreoffice, "patience", lambda _: 1)
            with pytest.raises(FileError, match=r"b\.docx: LibreOffice không trả lời"):
                office.to_pdf("b.docx", smallest_paper("Hai"))
        until = time.monotonic() + 20
        while running(place) and time.monotonic() < until:  # a process that was killed goes when the system gets to it
            time.sleep(0.05)
        assert running(place) == []
        assert words_of(office.to_pdf("c.docx", smallest_paper("Ba"))) == "Ba"


def test_a_paper_that_cannot_be_opened_is_told_and_the_next_is_made(place: Path) -> None:
    with kept_office() as office:
        with pytest.raises(FileError, match=r"a\.docx: LibreOffice không tạo được PDF"):
            office.to_pdf("a.docx", smallest_paper("Một")[:200])
        first = running(place)
        assert words_of(office.to_pdf("b.docx", smallest_paper("Hai"))) == "Hai"
        assert running(place) == first


def test_where_no_python_knows_uno_each_paper_gets_a_run_of_its_own(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_PYTHONS", (sys.executable,))
    with kept_office() as office:
        assert words_of(office.to_pdf("a.docx", smallest_paper("Một"))) == "Một"
        several = {"b.docx": smallest_paper("Hai"), "c.docx": smallest_paper("Ba")}
        assert [(name, words_of(data)) for name, data in office.to_pdfs(several)] == [("b.docx", "Hai"), ("c.docx", "Ba")]
        assert running(place) == []


def test_a_libreoffice_that_does_not_stay_is_run_for_each_paper(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_programs(place / "bin")
    monkeypatch.setenv("PATH", str(place / "bin"), prepend=os.pathsep)
    with kept_office() as office:
        assert office.to_pdf("a.docx", b"a") == libreoffice.to_pdf({"a.docx": b"a"})["a.docx"]


def test_without_libreoffice_it_is_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(place))
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    with kept_office() as office, pytest.raises(FileError, match="chưa có LibreOffice"):
        office.to_pdf("a.docx", b"a")


def test_threads_take_turns_and_two_offices_work_at_once(place: Path) -> None:
    with kept_office() as one, kept_office() as other, ThreadPoolExecutor(4) as threads:
        offices = [one, other] * 4
        made = threads.map(lambda index: offices[index].to_pdf(f"{index}.docx", smallest_paper(f"Công văn {index}")), range(8))
        assert [words_of(pdf) for pdf in made] == [f"Công văn {index}" for index in range(8)]
        assert len(running(place)) == 2


def test_one_that_is_stopped_in_the_middle_of_a_paper_says_so(place: Path) -> None:
    with ThreadPoolExecutor(1) as threads:
        with kept_office() as office:
            office.to_pdf("a.docx", smallest_paper("Một"))
            (number,) = running(place)
            os.kill(number, signal.SIGSTOP)  # it will not be done with the next one before it has to stop
            made = threads.submit(office.to_pdf, "b.docx", smallest_paper("Hai"))
            time.sleep(0.3)
            start = time.monotonic()
        assert time.monotonic() - start < _SECONDS
        with pytest.raises(FileError, match="không trả lời"):
            made.result()


_WAITING = """
import sys, tempfile, time
from docgen.files.kept_office import kept_office
from tests.files.test_libreoffice import smallest_paper
tempfile.tempdir = sys.argv[1]
with kept_office() as office:
    office.to_pdf("a.docx", smallest_paper("Mật"))
    print("made", flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_libreoffice_ends_with_the_process_however_that_ends(
    place: Path, how: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    hears_ctrl_c = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # which what runs in the background does not
    with subprocess.Popen(
        [sys.executable, "-c", _WAITING, str(place)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=hears_ctrl_c,  # noqa: PLW1509
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"made\n"
        assert len(running(place)) == 1
        run.send_signal(how)
    until = time.monotonic() + _SECONDS
    while running(place) and time.monotonic() < until:
        time.sleep(0.1)
    assert running(place) == []
    fake_programs(place / "bin")
    monkeypatch.setenv("PATH", str(place / "bin"), prepend=os.pathsep)
    libreoffice.to_pdf({"b.docx": b"b"})  # the next run clears away what a killed one left, whatever it prints with
