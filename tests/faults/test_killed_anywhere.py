"""Killed before any step, a command leaves each file old or new, nothing that grows, and a folder that the next run completes."""

from pathlib import Path

import pytest

from tests.faults.judging import Ground, Snapshot, changed, each_step, visible
from tests.faults.launching import KILLED, Launcher
from tests.faults.office import COMMANDS, Command
from tests.faults.steps import CHANGING, snapshot

_IN_BATCHES = ("congvan", "congvan-lai", "thuthap")  # tests/batch kills these


@pytest.fixture(params=[command for command in COMMANDS if command.name not in _IN_BATCHES], ids=str)
def ground(request: pytest.FixtureRequest, docgen: Launcher, office: Path, base: Path) -> Ground:
    command: Command = request.param
    return Ground(docgen, office, command, base)


def test_killed_before_each_step_that_changes_the_disk(ground: Ground) -> None:
    either = {name: (ground.before.get(name, "-"), ground.after.get(name, "-")) for name in {*ground.before, *ground.after}}
    mixed = 0
    for struck in ground.struck(("dies", number) for number in each_step(ground, CHANGING)):
        assert struck.ended.code == KILLED
        now = visible(snapshot(struck.folder))
        assert all(data in either[name] for name, data in now.items()), f"{struck}: {changed(now, ground.after)}"
        assert all(name in now for name, (old, new) in either.items() if "-" not in (old, new))
        mixed += files(now) not in (files(ground.before), files(ground.after))
        ground.assert_completed_by_the_next(struck)
    assert mixed < max(2, ground.taken.count("rename"))  # between two moves into their places, and at no other moment


def files(held: Snapshot) -> Snapshot:
    return {name: data for name, data in held.items() if data is not None}


def test_what_killed_runs_leave_does_not_grow(docgen: Launcher, office: Path, base: Path) -> None:
    ground = Ground(docgen, office, next(command for command in COMMANDS if command.name == "kehoach-ghi-de"), base)
    (struck,) = ground.struck([("dies", ground.taken.index("fsync"))])
    sizes = [len(snapshot(struck.folder))]
    for _ in range(4):
        assert docgen.run(ground.in_folder(struck.folder, "dies", struck.at))[0].code == KILLED
        sizes.append(len(snapshot(struck.folder)))
    assert sizes[0] > len(ground.before)
    assert max(sizes) == sizes[0]
