"""Long work in a thread of its own: how far it is, what became of it, and how it is stopped."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from docgen.errors import DocgenError, Problem

_MOST: Final = 20  # finished ones that are still known


class Stopped(Exception):
    """The work was asked to stop."""


@dataclass
class Job:
    """One work: `title` says what is made, `back` is the page that it was asked for from, `url` the one to go on to.

    `saved` is what was saved before a Word file is made of it, blank where nothing was.
    The work hears that it has to stop when it tells how far it is, by `say` and `tick`, which every function of the API that
    takes long calls before it writes.
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
    _stop: threading.Event = field(default_factory=threading.Event)

    def say(self, stage: str) -> None:
        """Hear of a stage; raise `Stopped` where the work has to end."""
        self._go_on()
        self.stage = stage

    def tick(self, done: int, of: int) -> None:
        """Hear how many of how many are done; raise `Stopped` where the work has to end."""
        self._go_on()
        self.done, self.of = done, of

    def ask_to_stop(self) -> None:
        """Let the work end the next time that it tells how far it is."""
        self._stop.set()

    @property
    def was_stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise Stopped

    def run(self, work: Callable[["Job"], str]) -> None:
        """Do `work`, which returns the address to go on to."""
        try:
            self.url = work(self)
        except Stopped:
            stands = f"đã lưu {self.saved}, chưa ghi tệp Word" if self.saved else "chưa ghi gì"
            self.stage = f"đã dừng theo yêu cầu; {stands}"
        except DocgenError as error:
            self.problems = error.problems
        except Exception as error:  # a page must say that its work is over, whatever ended it
            self.fault = f"docgen gặp lỗi của chính nó ({type(error).__name__}: {error})"
        finally:
            self.is_over = True


class Jobs:
    """The works of one run of the page."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def start(self, title: str, back: str, work: Callable[[Job], str], *, saved: str = "") -> str:
        """Begin `work` in a thread and return its name; its page is `/viec/<name>`."""
        over = [name for name, job in self._jobs.items() if job.is_over]
        for name in over[:-_MOST]:
            del self._jobs[name]
        name, job = secrets.token_urlsafe(9), Job(title, back, saved)
        self._jobs[name] = job
        threading.Thread(target=job.run, args=(work,), daemon=True, name=title).start()
        return name

    def get(self, name: str) -> Job | None:
        """Return the work of this name, None where there is none."""
        return self._jobs.get(name)

    def are_busy(self) -> bool:
        """Return whether one is still at it."""
        return any(not job.is_over for job in self._jobs.values())
