"""A process that runs commands on inputs, and what watches it: a hang, too much memory or a crash ends it, not the fuzzing."""

import contextlib
import faulthandler
import io
import multiprocessing
import os
import random
import resource
import shutil
import signal
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from bench.fuzz import seeds
from bench.fuzz.oracle import Answer, faults, files_in, outcome
from bench.fuzz.targets import TARGETS, Target, Words
from docgen.cli import main as cli
from docgen.errors import ExitCode

_SLOW: Final = 20.0  # seconds that a command may reckon
_ASLEEP: Final = 120.0  # seconds that it may take on a busy machine
_MEMORY: Final = 1_000_000_000  # bytes
_INPUTS: Final = 300  # that one process takes
_CONTEXT: Final = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Tried:
    """What one input came to."""

    command: Words
    faults: tuple[str, ...]
    outcome: str = ""
    seconds: float = 0.0


class Worker:
    """Runs commands on inputs in a process of its own, in copies of `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: Any = None
        self._taken = 0

    def tried(self, target: Target, data: bytes, seed: int) -> Tried:
        """Return what came of `data` as the file of `target`; `seed` draws the command."""
        if self._process is None or self._taken >= _INPUTS:
            self._start()
        self._taken += 1
        self._pipe.send((TARGETS.index(target), data, seed))
        try:
            if self._pipe.poll(_ASLEEP):
                made: Tried = self._pipe.recv()
                if any("bộ nhớ" in each for each in made.faults):
                    self.stop()
                return made
        except EOFError:
            pass
        self.stop()
        told = (self._folder / "treo.txt").read_text("utf-8", "replace")
        return Tried(_command(target, seed), (f"treo quá {_SLOW:.0f} giây hoặc chết: {_where(told)}",))

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def _start(self) -> None:
        self.stop()
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, self._folder), daemon=True)
        self._process.start()
        theirs.close()
        self._taken = 0


def _where(told: str) -> str:
    lines = [line.strip() for line in told.splitlines() if "File " in line]
    return " < ".join(line.partition("File ")[2][-80:] for line in lines[:12])


def _command(target: Target, seed: int) -> Words:
    return random.Random(seed).choice(target.commands)


def _serve(pipe: Connection, folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (4 * _MEMORY, 4 * _MEMORY))
    with (folder / "treo.txt").open("w", encoding="utf-8") as told:
        faulthandler.register(signal.SIGPROF, file=told, chain=True)  # tell where, then die
        while True:
            index, data, seed = pipe.recv()
            signal.setitimer(signal.ITIMER_PROF, _SLOW)
            pipe.send(_tried(TARGETS[index], data, seed, folder))
            signal.setitimer(signal.ITIMER_PROF, 0)


def _tried(target: Target, data: bytes, seed: int, folder: Path) -> Tried:
    desk = folder / "desk"
    shutil.rmtree(desk, ignore_errors=True)
    shutil.copytree(folder / "laid", desk)
    os.chdir(desk)
    Path(target.file).write_bytes(data)
    command = _command(target, seed)
    before = files_in(desk)
    began = time.perf_counter()
    answer = answered(command)
    seconds = time.perf_counter() - began
    found = list(faults(target, command, answer, before, desk))
    if answer.code == ExitCode.DONE:
        for words in target.then:
            if (then := answered(words)).code != ExitCode.DONE:
                found.append(f"sau đó {words[0]} không chạy được ({then.code}): {then.err.strip()[-300:]}")
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > _MEMORY:
        found.append("dùng quá 1 GB bộ nhớ")
    return Tried(command, tuple(found), outcome(answer), seconds)


def answered(words: Words) -> Answer:
    """Return what the command of these words gives back."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(["-v", *words])
    return Answer(code, out.getvalue(), err.getvalue())


def laid(folder: Path) -> None:
    """Make the folder that every input finds."""
    (folder / "laid").mkdir()
    seeds.lay_folder(folder / "laid")
