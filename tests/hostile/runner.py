"""Runs the command many times in a process of its own, whose time and memory are bounded, so that a hang or a crash is seen."""

import contextlib
import io
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HANGS = 60  # seconds of the processor; nothing here takes a tenth of it
WAITS = 600  # seconds on the clock, which run on where the machine is busy with others
MEMORY = 3 * 2**30
ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Answer:
    code: int
    said: str
    printed: str


def run_each(commands: Sequence[Sequence[str | Path]]) -> list[Answer]:
    """Return what the command answers to each list of arguments."""
    words = json.dumps([[str(word) for word in command] for command in commands])
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.runner"],
        input=words,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=WAITS,
        check=False,
        cwd=ROOT,
        preexec_fn=bound,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [Answer(*each) for each in json.loads(done.stdout)]


def bound() -> None:
    """Bound the time and the memory of this process, a child before it runs what it is for."""
    resource.setrlimit(resource.RLIMIT_CPU, (HANGS, HANGS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _main() -> None:
    from docgen.cli import main as cli  # noqa: PLC0415  # only in the process of its own

    answers = []
    for command in json.load(sys.stdin):
        said, printed = io.StringIO(), io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(printed):
            code = int(cli.run(command))
        answers.append([code, said.getvalue(), printed.getvalue()])
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    _main()
