"""Papers that windows look at, as pictures of their pages: made when they are asked for, by one LibreOffice for the whole run."""

import hashlib
import threading
from collections import OrderedDict
from contextlib import ExitStack
from typing import Final

import docgen

_MOST: Final = 8  # papers: a window looks at one, and has just looked at another


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
        while len(self._papers) > _MOST:
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
            while len(self._pages) > _MOST:
                self._pages.popitem(last=False)
            return made

    def close(self) -> None:
        """Stop LibreOffice."""
        self._stack.close()
