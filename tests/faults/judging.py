"""Strikes a command with faults in copies of the office's folder, and judges what became of each."""

import re
import shutil
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

from tests.faults.figures import survived
from tests.faults.launching import Ended, Launcher, Run
from tests.faults.office import Command
from tests.faults.steps import CLEARING, snapshot

DONE: Final = 0
DATA: Final = 3
FILES: Final = 5
AT_ONCE: Final = 3
_WORK_AREAS: Final = (".docgen-ghi", ".docgen-tam")
Snapshot = dict[str, bytes | str | None]


@dataclass(frozen=True)
class Struck:
    """A fault, the step at which it struck, how the run ended, the folder in which it did."""

    fault: str
    at: int
    ended: Ended
    folder: Path


class Ground:
    """A command in the office, unhurt: how the folder is before and after it, and which steps it takes."""

    def __init__(self, docgen: Launcher, office: Path, command: Command, base: Path) -> None:
        self.command = command
        self._docgen = docgen
        self._office = office
        self._base = base / "noi-lam"
        self._as_before: set[Path] = set()
        shutil.rmtree(self._base, ignore_errors=True)
        folder = self._fresh(0)
        self.before = snapshot(folder)
        ended = docgen.run(self.in_folder(folder))[0]
        assert ended.code == DONE, ended.err
        self.after = snapshot(folder)
        self.taken = ended.taken
        assert self.after != self.before

    def in_folder(self, folder: Path, fault: str = "", at: int = 0, watched: Path | None = None) -> Run:
        return Run(self.command.said(), str(watched or folder), fault, at, str(folder))

    def struck(self, faults: Iterable[tuple[str, int]], watched: Path | None = None) -> Iterator[Struck]:
        """Yield what became of the command under each of `faults`, several of which strike at once in folders of their own."""
        waiting = iter(faults)
        while some := list(islice(waiting, AT_ONCE)):
            folders = [self._fresh(index) for index in range(len(some))]
            runs = [self.in_folder(folder, fault, at, watched) for folder, (fault, at) in zip(folders, some, strict=True)]
            for (fault, at), folder, ended in zip(some, folders, self._docgen.run(*runs), strict=True):
                yield Struck(fault, at, ended, folder)
                survived[fault.partition(":")[0] if at or fault == "once" else fault] += 1

    def again(self, struck: Struck) -> Ended:
        """Return how the same command ends in the folder that a fault left."""
        return self._docgen.run(self.in_folder(struck.folder))[0]

    def assert_whole(self, struck: Struck) -> None:
        """Assert that the run ended with everything done, or with nothing done and a clear word."""
        ended, now = struck.ended, snapshot(struck.folder)
        where = f"{struck.fault} at {struck.at} ({self.taken[struck.at] if struck.at < len(self.taken) else '?'})"
        assert "Traceback" not in ended.err, f"{where}: {ended.err}"
        assert ended.code in (DONE, FILES), f"{where}: {ended.code} {ended.err}"
        if ended.code == FILES:
            self._assert_clear(ended.err, where)
        wanted = self.after if ended.code == DONE else self.before
        if now == self.before:
            self._as_before.add(struck.folder)
        assert visible(now) == visible(wanted), f"{where}: {changed(now, wanted)}\n{ended.err}"
        if now != wanted:  # the run could not clear away what was its own; the next one does
            assert CLEARING & set(ended.failed), f"{where}: {changed(now, wanted)}"
            self.assert_completed_by_the_next(struck)

    def assert_completed_by_the_next(self, struck: Struck) -> None:
        """Assert that the same command, run again, brings everything, and leaves no more of its own than it found."""
        left = snapshot(struck.folder)
        was_complete = visible(left) == visible(self.after)
        code = self.again(struck).code
        now = snapshot(struck.folder)
        assert visible(now) == visible(self.after), f"{struck}: {changed(visible(now), visible(self.after))}"
        assert code == DONE or was_complete
        assert now == visible(now) or len(now) - len(visible(now)) <= len(left) - len(visible(left)), (
            f"{struck}: {changed(now, left)}"
        )

    def _assert_clear(self, err: str, where: str) -> None:
        said = [line for line in err.splitlines() if line.startswith("Lỗi: ")]
        assert said, f"{where}: {err}"
        named = {path for name in (*self.before, *self.after) for path in (name, name.rpartition("/")[2])}
        for line in said:
            place = re.match(r"Lỗi: (.+?): ", line)
            assert place, f"{where}: {line}"
            name = place[1].removeprefix("./").partition(":")[0]
            assert name == "--pdf" or name in named or Path(name).name in named or name == ".", f"{where}: {line}"
            assert re.search(r"[(;]", line), f"{where}: {line}"

    def fresh(self) -> Path:
        """Return a copy of the office's folder as it is before the command."""
        return self._fresh(0)

    def _fresh(self, index: int) -> Path:
        folder = self._base / str(index) / "van-phong"
        if folder in self._as_before:
            self._as_before.discard(folder)
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._office, folder)
        self.command.before(folder)
        return folder


def visible(held: Snapshot) -> Snapshot:
    """Return what a clerk would call the files of a folder: docgen's own work areas left out."""
    return {name: data for name, data in held.items() if not any(part.startswith(_WORK_AREAS) for part in name.split("/"))}


def own(held: Snapshot) -> Snapshot:
    """Return what else there is."""
    return {name: data for name, data in held.items() if name not in visible(held)}


def changed(now: Snapshot, wanted: Snapshot) -> str:
    """Return the names of what differs."""
    return ", ".join(sorted(name for name in {*now, *wanted} if now.get(name, "-") != wanted.get(name, "-")))


def each_step(ground: Ground, kinds: Container[str]) -> list[int]:
    """Return the numbers of the steps of these kinds; of reads in a row the first."""
    pairs = pairwise(["", *ground.taken])
    return [number for number, (last, kind) in enumerate(pairs) if kind in kinds and (last, kind) != ("read", "read")]
