"""Long work in a thread of its own: how far it is, what became of it, and how it is stopped."""

import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

import docgen
from docgen.errors import DocgenError, Problem

_MOST: Final = 20  # finished ones that are still known


class Stopped(Exception):
    """The work was asked to stop."""


@dataclass
class Job:
    """One work: `title` says what is made, `back` is the page that it was asked for from, `url` the one to go on to.

    `saved` is what was saved before a Word file is made of it, blank where nothing was. Every function of the API tells its
    stages by `say`, the last of them before it writes: there a work that was asked to stop ends. Until then it may be busy with
    what cannot be broken off, as a paper in LibreOffice; nobody has to wait for that, since nothing will come of it.
    """

    title: str
    back: str
    saved: str = ""
    stage: str = ""
    done: int = 0
    of: int = 0
    url: str = ""
    problems: tuple[Problem, ...] = ()
    fault: str = ""
    is_over: bool = False
    _is_stopped: bool = False
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def say(self, stage: str) -> None:
        """Hear of a stage; raise `Stopped` where the work has to end."""
        with self._turn:
            self._go_on()
            self.stage, self.done, self.of = stage, 0, 0

    def tick(self, done: int, of: int) -> None:
        """Hear how many of how many are done; raise `Stopped` where the work has to end."""
        self._go_on()
        self.done, self.of = done, of

    def ask_to_stop(self) -> None:
        """Let nothing come of the work, unless it is writing already."""
        with self._turn:
            if not (self.is_over or self.is_writing):
                stands = f"đã lưu {self.saved}, chưa ghi tệp Word" if self.saved else "chưa ghi gì"
                self.stage = f"đã dừng theo yêu cầu; {stands}"
                self._is_stopped = self.is_over = True

    @property
    def is_writing(self) -> bool:
        """Whether it writes its files, all or none, and can no longer be stopped."""
        return self.stage == docgen.WRITING

    def _go_on(self) -> None:
        if self._is_stopped:
            raise Stopped

    def run(self, work: Callable[["Job"], str], before: Iterable[threading.Thread] = ()) -> None:
        """Do `work`, which returns the address to go on to, once the stopped works `before` it have let go of their files."""
        problems: tuple[Problem, ...] = ()
        url = fault = ""
        try:
            for one in before:
                one.join()
            self._go_on()
            url = work(self)
        except Stopped:
            return
        except DocgenError as error:
            problems = error.problems
        except Exception as error:  # a page must say that its work is over, whatever ended it
            fault = f"docgen gặp lỗi của chính nó ({type(error).__name__}: {error})"
        with self._turn:
            if not self._is_stopped:
                self.url, self.problems, self.fault, self.is_over = url, problems, fault, True


class Jobs:
    """The works of one run of the page."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._threads: dict[str, threading.Thread] = {}

    def start(self, title: str, back: str, work: Callable[[Job], str], *, saved: str = "") -> str:
        """Begin `work` in a thread and return its name; its page is `/viec/<name>`."""
        for name in [name for name, job in self._jobs.items() if job.is_over][:-_MOST]:
            del self._jobs[name]
        self._threads = {name: thread for name, thread in self._threads.items() if thread.is_alive()}
        before = [thread for name, thread in self._threads.items() if name not in self._jobs or self._jobs[name].is_over]
        name, job = secrets.token_urlsafe(9), Job(title, back, saved)
        self._jobs[name] = job
        self._threads[name] = threading.Thread(target=job.run, args=(work, before), daemon=True, name=title)
        self._threads[name].start()
        return name

    def get(self, name: str) -> Job | None:
        """Return the work of this name, None where there is none."""
        return self._jobs.get(name)

    def are_busy(self) -> bool:
        """Return whether one is still at it."""
        return any(thread.is_alive() for thread in self._threads.values())
