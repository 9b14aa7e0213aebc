"""Whole commands at several sizes of a plan: CPU seconds and memory of each as a process of its own, and how they grow.

`python -m bench.commands [COMMAND ...] [--tasks 10,100,1000,10000] [--units 60] [--rounds 5] [--against CHECKOUT]` runs each
command on plans of `bench.communes` and prints the medians of its rounds (user and system time with those of its helpers; the
largest process), and the power by which the time grows above that of the smallest plan. With `--against`, the docgen of another
checkout runs in turn on the same files, and each row ends with the ratios of the two, this to that. `edit` is no command but what
a page waits for: the paper of a plan in a process that made it once, after a word was typed. Those named `sample`
take the sample plan.
"""

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

import openpyxl

from bench import communes
from docgen.forms import formlayout as at

HERE: Final = Path(__file__).parent.parent
LONG: Final = 60.0  # seconds after which a command is not run again for its median
SAMPLE: Final = str(HERE / "data" / "asean-2023" / "kehoach.yaml")
# A process is told to be at least as large as the one that started it: a small one does, with its words on standard error.
START: Final = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)])
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
EDIT: Final = str(Path(__file__).with_name("edit.py"))


@dataclass(frozen=True)
class Run:
    """One run: CPU seconds, and megabytes of the largest process."""

    seconds: float
    memory: float


def _docgen(*words: str) -> list[str]:
    return [sys.executable, "-m", "docgen", *words]


COMMANDS: Final[dict[str, Callable[[Path], list[str]]]] = {  # what runs, for a folder of data, in a folder of its own
    "sample": lambda _: _docgen("kehoach", SAMPLE, "-o", "sample.docx", "--ghi-de"),
    "sample-edit": lambda _: [sys.executable, EDIT, SAMPLE, "20"],
    "sample-check": lambda data: _docgen("kiemtra", str(data / "sample.docx")),
    "edit": lambda data: [sys.executable, EDIT, str(data / "kehoach.yaml"), "5"],
    "kehoach": lambda data: _docgen("kehoach", str(data / "kehoach.yaml"), "-o", "kehoach.docx", "--ghi-de"),
    "kiemtra": lambda data: _docgen("kiemtra", str(data / "kehoach.docx")),
    "congvan": lambda data: _docgen("congvan", str(data / "kehoach.yaml"), "-o", "cong-van", "--ghi-de"),
    "phancong": lambda data: _docgen("phancong", str(data / "kehoach.yaml"), "-o", "phan-cong.xlsx", "--ghi-de"),
    "thuthap": lambda data: _docgen("thuthap", str(data / "kehoach.yaml"), "-o", "bieu-mau", "--ghi-de"),
    "tonghop": lambda data: _docgen("tonghop", str(data / "kehoach.yaml"), str(data / "bieu-mau"), "-o", "ketqua.yaml"),
    "baocao": lambda data: _docgen("baocao", str(data / "kehoach.yaml"), "-o", "baocao.docx", "--ghi-de"),
    "chuyennam": lambda data: _docgen("chuyennam", str(data / "kehoach.yaml"), "2027", "--vao", "2027.yaml", "--ghi-de"),
}
NEEDS: Final = {  # what a command reads besides the plan
    "sample-check": "sample.docx",
    "kiemtra": "kehoach.docx",
    "tonghop": "bieu-mau",
    "baocao": "ketqua.yaml",
    "chuyennam": "ketqua.yaml",
}
MAKERS: Final = {"sample.docx": "sample", "kehoach.docx": "kehoach", "bieu-mau": "thuthap", "ketqua.yaml": "tonghop"}


def data_for(command: str, data: Path, tasks: int, units: int) -> None:
    """Write into `data` what `command` reads, where it is not there yet, with the commands that make it."""
    if not (data / "kehoach.yaml").exists():
        data.mkdir()
        communes.write(data, communes=units, tasks=tasks)
    needed = NEEDS.get(command, "")
    if not needed or (data / needed).exists():
        return
    maker = MAKERS[needed]
    data_for(maker, data, tasks, units)
    run(COMMANDS[maker](data), HERE, data)
    if needed == "bieu-mau":
        for form in data.joinpath(needed).glob("[0-9]*.xlsx"):
            fill(form)


def fill(form: Path) -> None:
    """Answer every other row of a form."""
    book = openpyxl.load_workbook(form)
    sheet = book[at.RESULTS]
    rows = sheet.iter_rows(values_only=True)
    first, columns = next((row, list(cells)) for row, cells in enumerate(rows, 2) if at.STATUS in cells and at.DONE in cells)
    for row in range(first, sheet.max_row + 1):
        if row % 2 and sheet.cell(row, columns.index(at.ROLE) + 1).value:
            for heading, value in ((at.STATUS, "Hoàn thành"), (at.DONE_ON, date(2026, 6, 20)), (at.DONE, f"Đã làm việc {row}.")):
                sheet.cell(row, columns.index(heading) + 1).value = value
    book.save(form)


def run(words: Sequence[str], docgen: Path, folder: Path) -> Run:
    """Return what one run of the docgen at `docgen` took, in `folder`; its warnings are welcome, its errors not."""
    with tempfile.TemporaryFile() as said:
        own = {**os.environ, "PYTHONPATH": str(docgen), "PYTHONDONTWRITEBYTECODE": ""}
        starter = [sys.executable, "-I", "-S", "-c", START, *words]
        used = subprocess.run(starter, cwd=folder, env=own, stdout=subprocess.PIPE, stderr=said, check=True).stdout.split()
        said.seek(0)
        output = said.read().decode()
    if used[0] != b"0" and "kiemtra" not in words:
        raise SystemExit(f"{' '.join(words)}: {int(used[0])}\n{output[-2000:]}")
    measured = json.loads(output.splitlines()[-1])["seconds"] if EDIT in words else float(used[1])
    return Run(measured, int(used[2]) / 1024)


def compare(command: str, data: Path, docgens: Sequence[Path], rounds: int) -> list[list[Run]]:
    """Return the runs of each docgen, in turn; fewer than `rounds` where they take long."""
    made: list[list[Run]] = [[] for _ in docgens]
    start = time.monotonic()
    for number in range(rounds + 1):
        for runs, docgen in zip(made, docgens, strict=True):
            folder = data / "out"
            folder.mkdir()
            runs.append(run(COMMANDS[command](data), docgen, folder))
            shutil.rmtree(folder)
        if number and time.monotonic() - start > LONG:
            break
    return [runs[1:] for runs in made]  # the first fills the disk's caches


def median(runs: Sequence[Run]) -> Run:
    """Return the medians of `runs`."""
    return Run(statistics.median(run.seconds for run in runs), statistics.median(run.memory for run in runs))


def report(command: str, units: int, tasks: int, made: Sequence[Sequence[Run]]) -> Run:
    """Print the row of a command at one size, and return its medians."""
    own = median(made[0])
    row = f"{command:10} {units:5} units {tasks:6} tasks {own.seconds:8.3f} s {own.memory:7.0f} MB"
    if len(made) > 1:
        other, pairs = median(made[1]), list(zip(*made, strict=True))
        seconds = statistics.median(one.seconds / two.seconds for one, two in pairs)
        row += f"   against {other.seconds:8.3f} s {other.memory:7.0f} MB   {seconds:5.2f} {own.memory / other.memory:5.2f}"
    print(f"{row}   ({len(made[0])} rounds)", flush=True)
    return own


def growth(taken: dict[int, float]) -> str:
    """Return the exponents between the sizes, of the seconds above those of the smallest."""
    (first, start), *rest = sorted(taken.items())
    said = [
        f"{math.log((more - start) / (less - start)) / math.log((large - first) / (small - first)):.2f}"
        for (small, less), (large, more) in pairwise(rest)
        if more > less > start
    ]
    return ", ".join(said)


def main() -> None:
    """Measure the commands that are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("commands", nargs="*", choices=[*COMMANDS, []], metavar="COMMAND", help=", ".join(COMMANDS))
    parser.add_argument("--tasks", type=lambda text: [int(each) for each in text.split(",")], default=[10, 100, 1_000, 10_000])
    parser.add_argument("--units", type=lambda text: [int(each) for each in text.split(",")], default=[60])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--against", type=Path)
    wanted = parser.parse_args()
    docgens = [HERE, *([wanted.against.resolve()] if wanted.against else [])]
    with tempfile.TemporaryDirectory() as temporary:
        for command in wanted.commands or COMMANDS:
            for units in wanted.units:
                taken: dict[int, float] = {}
                for tasks in wanted.tasks[:1] if command.startswith("sample") else wanted.tasks:
                    data = Path(temporary, f"{units}-{tasks}")
                    data_for(command, data, tasks, units)
                    taken[tasks] = report(command, units, tasks, compare(command, data, docgens, wanted.rounds)).seconds
                if len(taken) > 2:
                    print(f"{command:10} {units:5} units grows by the power {growth(taken)}", flush=True)


if __name__ == "__main__":
    main()
