"""Whatever one thing the disk refuses, a command that writes does everything or nothing, says what, and the next run succeeds."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.figures import survived
from tests.faults.judging import DONE, FILES, Ground, each_step
from tests.faults.launching import Launcher
from tests.faults.office import COMMANDS, Command
from tests.faults.steps import CHANGING, FAILING, TAKING_ROOM, snapshot


@pytest.fixture(params=COMMANDS, ids=str, scope="module")
def ground(request: pytest.FixtureRequest, docgen: Launcher, office: Path, base: Path) -> Ground:
    command: Command = request.param
    return Ground(docgen, office, command, base)


_READING = (
    "khoitao-nam-sau",
    "nhap-ghi-de",
    "kehoach-lai",
    "congvan-lai",
    "thuthap",
    "tonghop",
    "baocao",
    "chuyennam",
    "luocdo",
    "kiemtra",
)


def test_each_step_fails_once(ground: Ground) -> None:
    codes = set()
    kinds = FAILING if ground.command.name in _READING else CHANGING | TAKING_ROOM
    for struck in ground.struck(("once", number) for number in each_step(ground, kinds)):
        ground.assert_whole(struck)
        codes.add(struck.ended.code)
    assert FILES in codes


def test_the_disk_is_full_from_each_step_on(ground: Ground) -> None:
    steps = each_step(ground, TAKING_ROOM - {"close", "fsync"})
    for struck in ground.struck(("full", number) for number in steps):
        ground.assert_whole(struck)
        if struck.at == steps[0]:
            assert struck.ended.code == FILES
            assert "ổ đĩa đầy" in struck.ended.err


_REFUSED = {
    "create+mkdir+rename+remove+rmdir+link:13": "không có quyền",  # a folder of somebody else's
    "create+mkdir+rename+remove+rmdir+link:30": "chỗ này chỉ cho đọc",  # a disk mounted for reading
    "write+fsync:5": "ổ đĩa báo lỗi",
    "write:27": "tệp quá lớn",
    "rename:13": "không có quyền",  # what stands there is open on Windows or on a network drive
    "rename:16": "đang được chương trình khác dùng",
    "rename:17": "đã có tệp cùng tên",  # a network drive that renames over nothing
    "rename:18": "hai chỗ này không cùng một ổ đĩa",
    "create+mkdir:36": "tên quá dài",
    "create+mkdir+rename:116": "mất kết nối tới thư mục mạng",
}
_SPARED = ("fsync:22", "fsync:95", "link:1", "link:95", "link:18", "chmod:1", "chmod:95", "lock:37", "lock:95")
_TRIED = ("khoitao", "nhap-ghi-de", "kehoach-lai", "congvan-lai", "chuyennam")  # each way of writing


def test_a_folder_that_refuses_a_kind_of_step(ground: Ground) -> None:
    for struck in ground.struck((fault, 0) for fault in (_REFUSED if ground.command.name in _TRIED else list(_REFUSED)[:2])):
        ground.assert_whole(struck)
        assert struck.ended.code == FILES, struck
        assert _REFUSED[struck.fault] in struck.ended.err


def test_a_folder_without_a_service_that_can_be_spared(ground: Ground) -> None:
    for struck in ground.struck((fault, 0) for fault in (_SPARED if ground.command.name in _TRIED else _SPARED[:1])):
        ground.assert_whole(struck)
        assert struck.ended.code == DONE, struck.ended.err


def test_a_folder_that_is_somebody_elses(docgen: Launcher, ground: Ground, base: Path) -> None:
    folder = base / "cua-nguoi-khac"
    shutil.copytree(ground.fresh(), folder)
    is_root = os.geteuid() == 0
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if is_root or not path.is_dir() else 0o555)
    try:
        ended = docgen.run(replace(ground.in_folder(folder), user=65534 if is_root else None))[0]
        survived["no rights"] += 1
        assert ended.code == FILES
        assert "không có quyền" in ended.err
        assert snapshot(folder) == ground.before
    finally:
        for path in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
            path.chmod(0o755)
        shutil.rmtree(folder)
