"""Runs docgen in processes forked from one that has everything loaded: hundreds of runs, each with a fault of its own."""

import gc
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.faults.remembering import remember
from tests.faults.steps import Steps

KILLED: Final = -9
_ROOT: Final = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Run:
    """A run of docgen: its words, the folder that it is watched in, the fault and the step at which it strikes."""

    words: Sequence[str]
    watched: str
    fault: str = ""
    at: int = 0
    cwd: str | None = None
    user: int | None = None  # as whom it runs, where the tests run as root


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code, what it said, the steps that it took, those that failed."""

    code: int
    out: str = ""
    err: str = ""
    taken: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


class Launcher:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, *runs: Run) -> list[Ended]:
        """Run all `runs` at once; return how each one ended, in their order."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([vars(run) for run in runs]) + "\n")
        self._process.stdin.flush()
        return [Ended(**one) for one in json.loads(self._process.stdout.readline())]

    def once(self, *words: object, watched: Path, fault: str = "", at: int = 0, cwd: Path | None = None) -> Ended:
        """Run docgen with `words` alone."""
        return self.run(Run([str(word) for word in words], str(watched), fault, at, str(cwd) if cwd else None))[0]


@contextmanager
def launcher(warm: Sequence[tuple[Sequence[str], str]], settings: Mapping[str, str]) -> Iterator[Launcher]:
    """Yield a launcher that has run the commands `warm` in their folders, with `settings` in its environment."""
    command = [sys.executable, "-m", "tests.faults.launching", json.dumps(warm)]
    env = {**os.environ, **settings}
    with subprocess.Popen(
        command, cwd=_ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        try:
            yield Launcher(process)
        finally:
            assert process.stdin
            process.stdin.close()


def _launch() -> None:
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    from docgen.cli import main as cli  # noqa: PLC0415

    remember()
    for words, folder in json.loads(sys.argv[1]):
        os.chdir(folder)
        cli.run(words)
    gc.freeze()
    with tempfile.TemporaryDirectory() as place:
        for line in sys.stdin:
            runs = [Run(**one) for one in json.loads(line)]
            children = [_forked(run, Path(place, str(index))) for index, run in enumerate(runs)]
            codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
            said = [_said(Path(place, str(index)), code) for index, code in enumerate(codes)]
            channel.write(json.dumps(said) + "\n")
            channel.flush()


def _forked(run: Run, place: Path) -> int:
    child = os.fork()
    if child:
        return child
    try:
        steps = Steps([run.watched], run.fault, run.at)
        for number, ending in ((1, "out"), (2, "err")):
            os.dup2(os.open(place.with_suffix(f".{ending}"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        told = place.with_suffix(".json").open("w", encoding="utf-8")
        gc.disable()
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
        if run.cwd:
            os.chdir(run.cwd)
        from docgen.cli import main as cli  # noqa: PLC0415

        if run.user is not None:
            os.setuid(run.user)
        steps.install()
        code = cli.run(list(run.words))
        steps.step = lambda kind, path=None: None  # type: ignore[method-assign]  # noqa: ARG005
        json.dump({"taken": steps.taken, "failed": steps.failed}, told)
        told.close()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(99)


def _said(place: Path, code: int) -> dict[str, Any]:
    out, err = (place.with_suffix(f".{ending}").read_text("utf-8", errors="replace") for ending in ("out", "err"))
    told = place.with_suffix(".json").read_text("utf-8")
    return {"code": code, "out": out, "err": err, **(json.loads(told) if told else {})}


if __name__ == "__main__":
    _launch()
