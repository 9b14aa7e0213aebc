"""A LibreOffice that starts once and makes one PDF after another: for a set of letters, for a page that shows papers.

It is spoken to through UNO, which only a Python that LibreOffice or the system brings knows: that one runs `uno_helper`. Without
it each paper gets a run of its own, which is slower. Both meet at a pipe, which other users of the machine cannot open as they
could a port.
"""

import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from docgen.errors import Argument, FileError, Place
from docgen.files import libreoffice, uno_helper

_PYTHONS: Final = ("python.exe", "python", "../Resources/python", "/usr/bin/python3")  # seen from LibreOffice's program
_PDF: Final = Argument("pdf")
_TRIES: Final = 2  # at a paper over which LibreOffice dies: it may have died of something else
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@contextmanager
def kept_office() -> Iterator["KeptOffice"]:
    """Yield a LibreOffice that starts with the first paper and stops at the end; nothing of it outlives this process."""
    office = KeptOffice()
    try:
        yield office
    finally:
        office.stop()


class KeptOffice:
    """LibreOffice, started when the first paper comes and again when it has died; threads may share it, they take turns."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._area = ExitStack()
        self._folder: Path | None = None
        self._helper: _Helper | None = None
        self._knows_uno, self._is_over = True, False

    def to_pdf(self, name: str, data: bytes) -> bytes:
        """Return the PDF of the .docx `data`, which messages call `name`.

        Raises `FileError` where LibreOffice is missing, fails, or takes longer than it could need.
        """
        with self._turn, libreoffice.no_room_told():
            for _ in range(_TRIES):
                if (helper := self._running()) is None:
                    return libreoffice.to_pdf({name: data})[name]
                if (made := helper.printed(name, data)) is not None:
                    return libreoffice.without_time(made)
        raise FileError.at(name, libreoffice.NOT_PRINTED)

    def to_pdfs(self, papers: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
        """Yield the name of each paper with its PDF, as `to_pdf` does; without UNO one run of LibreOffice serves many."""
        with self._turn, libreoffice.no_room_told():
            is_kept = self._running() is not None
        yield from (
            ((name, self.to_pdf(name, data)) for name, data in papers.items()) if is_kept else libreoffice.to_pdf(papers).items()
        )

    def stop(self) -> None:
        """Stop LibreOffice, in the middle of a paper as well, and clear its folder away."""
        self._is_over = True
        if self._helper is not None:
            self._helper.end()
        with self._turn:
            self._area.close()

    def _running(self) -> "_Helper | None":
        """Return the one that is there, or else a new one; None where no Python knows UNO."""
        if self._is_over:
            raise FileError.at(_PDF, libreoffice.NO_ANSWER)
        if self._helper is not None:
            if self._helper.is_there:
                return self._helper
            self._helper.end()
        program = libreoffice.program_for_pdf()
        if self._folder is None:
            self._folder = self._area.enter_context(libreoffice.folder_for_a_while())
        for python in _pythons(program) if self._knows_uno else ():
            self._helper = _Helper(python, program, self._folder)
            if self._helper.answer(_PDF) == uno_helper.READY:
                return self._helper
            self._helper.end()
        self._knows_uno = False
        return None


class _Helper:
    """One run of `uno_helper`, with the LibreOffice that it keeps."""

    def __init__(self, python: str, program: str, folder: Path) -> None:
        shutil.rmtree(folder / "profile", ignore_errors=True)
        self._paper = folder / "0.docx"
        self.is_there, self._is_late = True, False
        process = subprocess.Popen(
            [python, uno_helper.__file__, folder.parent.name, program, *libreoffice.options_of_a_run(folder)],
            env={name: value for name, value in libreoffice.surroundings(folder).items() if not name.startswith("PYTHON")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            start_new_session=True,  # what stops us, or our whole group, leaves it the time to stop LibreOffice
            creationflags=_NO_WINDOW,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._to, self._from = process, process.stdin, process.stdout

    def printed(self, name: str, data: bytes) -> bytes | None:
        """Return the PDF of a paper, None where LibreOffice died over it; raise `FileError` where it cannot make one."""
        made = self._paper.with_suffix(".pdf")
        try:
            self._paper.write_bytes(data)
            with suppress(BrokenPipeError, ValueError):  # it has died, or is being stopped: then it answers nothing
                self._to.write(f"{self._paper.as_uri()}\n")
                self._to.flush()
            answer = self.answer(Place(name), len(data))
            if answer == uno_helper.FAILED:
                raise FileError.at(name, libreoffice.NOT_PRINTED)
            return made.read_bytes() if answer == uno_helper.MADE else None
        finally:
            for path in (self._paper, made):
                path.unlink(missing_ok=True)

    def answer(self, place: Place, size: int = 0) -> str:
        """Return its next word, blank where it ends without one; raise `FileError`, about `place`, where none comes in time."""
        late = threading.Timer(libreoffice.patience(size), self._give_up)
        late.start()
        try:
            word = self._from.readline().strip()
        except ValueError:  # it has been stopped
            word = ""
        finally:
            late.cancel()
        self.is_there = bool(word)
        if self._is_late:
            raise FileError.at(place, libreoffice.NO_ANSWER)
        return word

    def _give_up(self) -> None:
        self._is_late = True
        self.end()

    def end(self) -> None:
        """Let it stop LibreOffice and end."""
        with suppress(BrokenPipeError):
            self._to.close()
        try:
            self._process.wait(2 * uno_helper.GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._from.close()


def _pythons(program: str) -> Iterator[str]:
    """Yield the Pythons that may know UNO."""
    beside = Path(program).resolve().parent
    yield from filter(None, (shutil.which(str(beside / python)) for python in _PYTHONS))
