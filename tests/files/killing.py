"""Writes sets in processes that die: at a moment, or right before the n-th thing that they do to the disk.

The launcher has imported everything and waits; each job runs in a process that it forks, so that a hundred deaths take seconds.
"""

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.files.storage import Batch, write_all
from tests.files.sets import papers

_DISK = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"}


@dataclass(frozen=True)
class Job:
    folder: str
    version: int
    count: int = 6
    size: int = 100
    overwrite: bool = False
    dies_before: int | None = None
    dies_after: float | None = None
    stuck: str | None = None  # a file that cannot be replaced, as if it were open in Word
    apart: bool = False  # written as a set that spans two folders, which are there


class Launcher:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, job: Job) -> int:
        """Run a job. Return its exit code, 1 where it raised an exception, and -9 where it was killed."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(vars(job)) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@contextmanager
def launcher() -> Iterator[Launcher]:
    command = [sys.executable, "-m", "tests.files.killing"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        yield Launcher(process)
        assert process.stdin
        process.stdin.close()


def _launch() -> None:
    for line in sys.stdin:
        job = Job(**json.loads(line))
        child = os.fork()
        if child == 0:
            _run(job)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


def _run(job: Job) -> None:
    try:
        _prepare(job)
        made = papers(job.version, job.count, job.size)
        if job.apart:
            folders = [Path(job.folder, name) for name in ("mot", "hai")]
            write_all({folders[index % 2] / name: made[name] for index, name in enumerate(made)}, overwrite_edits=False)
        else:
            with Batch(Path(job.folder), "congvan", overwrite_edits=job.overwrite) as batch:
                for name, data in made.items():
                    batch.add(name, data)
                batch.commit()
    except Exception:
        os._exit(1)
    os._exit(0)


def _prepare(job: Job) -> None:
    if job.stuck is not None:
        replace: Any = Path.replace

        def refuse(source: Path, target: Path) -> Path:
            if Path(target) == Path(job.folder, job.stuck or ""):
                raise PermissionError(13, "open in Word")
            result: Path = replace(source, target)
            return result

        Path.replace = refuse  # type: ignore[method-assign, assignment]
    if job.dies_after is None:
        os.fsync = lambda fd: None  # noqa: ARG005  # what a killed process wrote is not lost; only a cut in power is told apart by this
    else:
        threading.Timer(job.dies_after, os.kill, (os.getpid(), signal.SIGKILL)).start()
    if job.dies_before is not None:
        steps = itertools.count()

        def watch(event: str, _: object) -> None:
            if event in _DISK and next(steps) == job.dies_before:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)


if __name__ == "__main__":
    _launch()
