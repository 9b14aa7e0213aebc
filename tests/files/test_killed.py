"""Whatever the moment at which a run is killed, the folder holds the old set or the new one, and a re-run completes it."""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.errors import FileError
from docgen.files.storage import Batch
from tests.files.killing import Job, Launcher, launcher
from tests.files.sets import held, paper, papers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

DONE, REFUSED, KILLED = 0, 1, -9


@pytest.fixture
def quick_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder in memory where there is such a place: a hundred deaths and re-runs say the same there, sooner."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def jobs() -> Iterator[Launcher]:
    with launcher() as started:
        yield started


def write(folder: Path, files: dict[str, bytes]) -> None:
    with Batch(folder, "congvan") as batch:
        for name, data in files.items():
            batch.add(name, data)
        batch.commit()


def recover(folder: Path) -> None:
    with Batch(folder, "congvan"):
        pass


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def assert_old_or_new(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Assert that each file is whole, and that the folder is mixed only while a journal says so, which the next run follows."""
    now = held(folder) if folder.exists() else {}
    after = {**old, **new}
    assert all(data in (old.get(name), new.get(name)) for name, data in now.items())
    assert now.keys() >= old.keys()
    area = folder / ".docgen-tam"
    if not (area / "tien.json").exists() and not (area / "lui.json").exists():
        assert now in (old, after)


@pytest.mark.parametrize("before", ["missing", "empty", "old"])
def test_killed_before_each_thing_that_it_does_to_the_disk(quick_path: Path, jobs: Launcher, before: str) -> None:
    old, new = papers(1) if before == "old" else {}, papers(2)
    mixed = 0
    for step in range(1000):
        folder = quick_path / f"{step}"
        if before != "missing":
            folder.mkdir()
            write(folder, old)
        if jobs.run(Job(str(folder), 2, dies_before=step)) == DONE:
            break
        assert_old_or_new(folder, old, new)
        mixed += folder.exists() and held(folder) not in (old, {**old, **new})
        if step % 2 and folder.exists():
            recover(folder)
            assert held(folder) in (old, {**old, **new})
            assert not names(folder) & {".docgen-tam"}
        assert jobs.run(Job(str(folder), 2)) == DONE
        assert held(folder) == {**old, **new}
        assert names(folder) == {*old, *new, ".docgen-danh-muc.json"}
    assert step > 20
    assert (mixed > 0) is (before != "missing")  # a folder that was not there arrives in one piece
    assert not [path for path in quick_path.iterdir() if path.name.startswith(".")]


def test_killed_before_each_thing_while_edited_files_are_replaced(quick_path: Path, jobs: Launcher) -> None:
    edited = {"001.pdf": b"edited 1", "002.pdf": b"edited 2"}
    for step in range(1000):
        folder = quick_path / f"{step}"
        write(folder, papers(1))
        for name, data in edited.items():
            (folder / name).write_bytes(data)
        code = jobs.run(Job(str(folder), 2, overwrite=True, dies_before=step))
        there = held(folder)
        for name, data in edited.items():
            assert data in (there.get(name), there.get(f"{name}.bak"))
        if code == DONE:
            break
        assert jobs.run(Job(str(folder), 2, overwrite=True)) == DONE
        assert held(folder) == {**papers(1), **papers(2), **{f"{name}.bak": data for name, data in edited.items()}}
    assert step > 40


def test_killed_before_each_thing_while_old_files_are_put_back(quick_path: Path, jobs: Launcher) -> None:
    old, new = papers(1), papers(2)
    for step in range(1000):
        folder = quick_path / f"{step}"
        write(folder, old)
        code = jobs.run(Job(str(folder), 2, stuck="004.pdf", dies_before=step))
        assert_old_or_new(folder, old, new)
        if code == REFUSED:
            assert held(folder) == old
            break
        recover(folder)
        assert held(folder) in (old, {**old, **new})
        assert jobs.run(Job(str(folder), 2)) == DONE
        assert held(folder) == {**old, **new}
    assert step > 40


def test_killed_before_each_thing_while_a_set_is_written_into_two_folders(quick_path: Path, jobs: Launcher) -> None:
    old, new = papers(1), papers(2)
    mixed = 0
    for step in range(1000):
        folder = quick_path / f"{step}"
        for name in ("mot", "hai"):
            (folder / name).mkdir(parents=True)
        assert jobs.run(Job(str(folder), 1, apart=True)) == DONE
        code = jobs.run(Job(str(folder), 2, apart=True, dies_before=step))
        now = held(folder / "mot") | held(folder / "hai")
        assert all(data in (old.get(name), new.get(name)) for name, data in now.items())
        if now not in (old, {**old, **new}):
            mixed += 1
            (journal,) = folder.glob("*/.docgen-tam/tien.json")
            assert journal.parent.parent.name == "hai"
        if code == DONE:
            break
        assert jobs.run(Job(str(folder), 2, apart=True)) == DONE
        assert held(folder / "mot") | held(folder / "hai") == {**old, **new}
        assert names(folder / "mot") | names(folder / "hai") == {*old, *new}
    assert step > 40
    assert mixed > 0


def test_killed_at_random_moments(tmp_path: Path, jobs: Launcher) -> None:
    moments = random.Random(30)
    sets = {version: papers(version, 25, 17_000) for version in (0, 1)}
    folder = tmp_path / "ra"
    everything = {**sets[1], **sets[0]}
    write(folder, everything)
    old = held(folder)
    started = time.perf_counter()
    assert jobs.run(Job(str(folder), 0, 25, 17_000)) == DONE
    whole = time.perf_counter() - started
    killed = 0
    for run in range(200):
        version = (run + 1) % 2
        killed += jobs.run(Job(str(folder), version, 25, 17_000, dies_after=moments.uniform(0, whole))) == KILLED
        assert_old_or_new(folder, old, sets[version])
        assert jobs.run(Job(str(folder), version, 25, 17_000)) == DONE
        old = {**old, **sets[version]}
        assert held(folder) == old
        if killed == 20:
            break
    assert killed == 20


def test_what_a_person_edits_between_the_kill_and_the_next_run_stays(quick_path: Path, jobs: Launcher) -> None:
    folder, step = quick_path / "ra", 0
    while not (folder.exists() and held(folder).get("001.pdf") == paper("001.pdf", 2)):
        for path in [path for path in folder.iterdir() if path.is_file()] if folder.exists() else []:
            path.unlink()
        write(folder, papers(1))
        assert jobs.run(Job(str(folder), 2, dies_before=step)) == KILLED
        step += 1
    assert held(folder)["004.pdf"] == paper("004.pdf", 1)
    edited = {"001.pdf": b"edited the new one", "004.pdf": b"edited the old one"}
    for name, data in edited.items():
        (folder / name).write_bytes(data)
    recover(folder)
    assert held(folder) == {**papers(1), **papers(2), **edited}


_HOLDER = """
import multiprocessing, sys, time
from pathlib import Path
from docgen.files.storage import Batch
with Batch(Path(sys.argv[1]), "congvan") as batch:
    batch.add("a.pdf", b"a")
    worker = multiprocessing.get_context("spawn").Process(target=time.sleep, args=[60])
    worker.start()
    print(worker.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("there", [False, True])
def test_a_second_run_is_refused_until_the_first_has_died(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "ra"
    if there:
        folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", _HOLDER, str(folder)], stdout=subprocess.PIPE, encoding="utf-8") as first:
        assert first.stdout
        worker = int(first.stdout.readline())
        try:
            with pytest.raises(FileError, match="một lần chạy docgen khác đang ghi vào thư mục này"):
                recover(folder)
            first.kill()
            first.wait()
            write(folder, papers(1))  # although a process that the first had started still lives
        finally:
            os.kill(worker, 9)
    assert held(folder) == papers(1)
    assert names(tmp_path) == {"ra"}
