"""What one run of the page knows: the folder that is open, who may come in, the papers looked at, whether anybody is there."""

import hashlib
import secrets
import threading
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import docgen
from docgen.errors import Problem
from docgen.web.instances import leave_word, remember_folder, take_back
from docgen.web.jobs import Jobs

_MOST_KEPT: Final = 40  # of each kind; what a forgotten tab left goes as others come
_MOST_PAPERS: Final = 8  # papers: a window looks at one, and has just looked at another
_MOST_ORIGINALS: Final = 200
_MOST_SAVES: Final = 30  # that can be undone
_TICKET_LASTS: Final = 300.0  # seconds from a start to the browser that it opens
_GONE: Final = 60.0  # seconds after the last window said that it closes: a page that is loaded anew is back long before
_FORGOTTEN: Final = 12 * 3600.0  # seconds without a word: no window is there that could have said anything

_Kept = TypeVar("_Kept")


class Papers:
    """The papers of one run, by names that their content gives them."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._stack = ExitStack()
        self._viewer: docgen.Viewer | None = None
        self._papers: OrderedDict[str, bytes] = OrderedDict()
        self._pages: OrderedDict[str, docgen.Pages] = OrderedDict()

    def put(self, paper: bytes) -> str:
        """Keep a .docx for a while and return its name."""
        name = hashlib.sha256(paper).hexdigest()[:24]
        self._papers[name] = paper
        self._papers.move_to_end(name)
        while len(self._papers) > _MOST_PAPERS:
            self._papers.popitem(last=False)
        return name

    def paper(self, name: str) -> bytes | None:
        """Return the .docx of this name, None where it is no longer kept."""
        return self._papers.get(name)

    def pages(self, name: str) -> "docgen.Pages | None":
        """Return the pages of the paper of this name, None where there is none; raise `FileError` where none can be made."""
        with self._turn:
            if (made := self._pages.get(name)) is not None:
                return made
            paper = self._papers.get(name)
            if paper is None:
                return None
            if self._viewer is None:
                self._viewer = self._stack.enter_context(docgen.paper_viewer())
            self._pages[name] = made = self._viewer.pages(paper)
            while len(self._pages) > _MOST_PAPERS:
                self._pages.popitem(last=False)
            return made

    def close(self) -> None:
        """Stop LibreOffice."""
        self._stack.close()


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said once at the top of the next page, with the problems behind it; `tone` is "done", "warn" or "error".

    `files` are the addresses of the files that were made, by their names.
    """

    words: str
    problems: Sequence[Problem] = ()
    tone: str = "done"
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Desk:
    """The state of one run; everything else is in the office's files."""

    folder: Path | None = None
    port: int = 0
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    stop: Callable[[], None] = lambda: None
    jobs: Jobs = field(default_factory=Jobs)
    papers: Papers = field(default_factory=Papers)
    saving: threading.Lock = field(default_factory=threading.Lock)
    saves: dict[Path, list[tuple[bytes, bytes]]] = field(default_factory=dict)
    _tickets: dict[str, float] = field(default_factory=dict)
    _kept: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    _originals: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _seen: float = field(default_factory=time.monotonic)
    _left: float | None = None
    _word: Path | None = None

    def open(self, folder: Path | None) -> None:
        """Turn to another folder, and leave word of it for the next start."""
        self.close()
        self.folder = folder
        self._word = leave_word(folder, self.port, self.session) if folder else None
        if folder:
            remember_folder(folder.absolute())

    def close(self) -> None:
        """Take back the word that was left."""
        take_back(self._word, self.session)

    @property
    def address(self) -> str:
        """The page's own address, as the Origin header has it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def cookie(self) -> str:
        """The name of the cookie; browsers keep one jar for all ports of a machine."""
        return f"docgen-{self.port}"

    def ticket(self) -> str:
        """Return a token that lets one browser in, once."""
        made = secrets.token_urlsafe(32)
        self._tickets[made] = time.monotonic() + _TICKET_LASTS
        return made

    def admits(self, ticket: str) -> bool:
        """Return whether `ticket` lets a browser in; it does so no second time."""
        return self._tickets.pop(ticket, 0.0) > time.monotonic()

    def keep(self, what: object) -> str:
        """Keep something for the next page and return the name under which it is kept."""
        name = secrets.token_urlsafe(12)
        self._kept[name] = what
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return name

    def kept(self, name: str, kind: type[_Kept], *, take: bool = False) -> _Kept | None:
        """Return what is kept under `name`, None where it is something else or gone; `take`: it goes."""
        found = self._kept.get(name)
        if not isinstance(found, kind):
            return None
        if take:
            self._kept.pop(name, None)
        return found

    def remember(self, data: bytes) -> str:
        """Keep a file as a form shows it, and return the name by which the form says what it was made of."""
        name = hashlib.sha256(data).hexdigest()
        self._originals[name] = zlib.compress(data)
        self._originals.move_to_end(name)
        while len(self._originals) > _MOST_ORIGINALS:
            self._originals.popitem(last=False)
        return name

    def original(self, name: str) -> bytes | None:
        """Return the file of that name as a form showed it, None where it is no longer known."""
        found = self._originals.get(name)
        return zlib.decompress(found) if found is not None else None

    def saved(self, path: Path, was: bytes, now: bytes) -> None:
        """Keep what a save did, so that it can be undone."""
        self.saves.setdefault(path, []).append((was, now))
        del self.saves[path][:-_MOST_SAVES]

    def seen(self) -> None:
        """Hear that a window is there."""
        self._seen, self._left = time.monotonic(), None

    def left(self) -> None:
        """Hear that a window closes, or goes to another page, which will be heard of at once."""
        self._left = time.monotonic()

    def is_deserted(self) -> bool:
        """Return whether nobody is there any more, and no work is under way."""
        now = time.monotonic()
        silent = now - self._seen > _FORGOTTEN
        gone = self._left is not None and now - self._left > _GONE
        return (silent or gone) and not self.jobs.are_busy()
