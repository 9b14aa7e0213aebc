"""Where docgen is started: without a home, a folder, a language; with streams closed, full or broken; on a wrong day."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest

from tests.conftest import ROOT
from tests.faults.figures import survived
from tests.faults.judging import visible
from tests.faults.steps import snapshot

_BARE: Final = {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])}
_WITHOUT_LANGUAGE: Final = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
_BOTH: Final = ("kehoach", "2024/kehoach.yaml", "--pdf")
_TALKS: Final = ("phancong", "2024/kehoach.yaml", "-o", "2024/phan-cong.xlsx")


@pytest.fixture
def folder(office: Path, tmp_path: Path) -> Path:
    return shutil.copytree(office, tmp_path / "Văn phòng")


def started(folder: Path, words: Sequence[str], env: Mapping[str, str], shell: str = "") -> "subprocess.CompletedProcess[bytes]":
    """Run docgen in a process of its own with nothing but `env` in its environment, through the line `shell` where given."""
    command = [sys.executable, "-m", "docgen", *words]
    if shell:
        command = ["/bin/sh", "-c", shell, "sh", *command]
    survived["surroundings"] += 1
    settings = {**_BARE, "PATH": os.defpath, **env}
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def plan(office: Path, programs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes | str | None]:
    """Return what the office's folder holds once its plan is made in friendly surroundings."""
    folder = shutil.copytree(office, tmp_path_factory.mktemp("vp") / "vp")
    assert started(folder, _BOTH, {"PATH": str(programs), "LANG": "vi_VN.UTF-8"}).returncode == 0
    return snapshot(folder)


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
        {"HOME": "/proc", "LANG": "C"},
        _WITHOUT_LANGUAGE,
        {**_WITHOUT_LANGUAGE, "PYTHONIOENCODING": "cp1258"},
    ],
    ids=["nothing", "no home, no folder for a while", "home not writable", "no language", "old Windows"],
)
def test_the_same_papers_whatever_the_surroundings(folder: Path, programs: Path, plan: object, env: dict[str, str]) -> None:
    ended = started(folder, _BOTH, {"PATH": str(programs), **env})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert snapshot(folder) == plan


def test_a_folder_for_a_while_that_takes_nothing_is_told(docgen: Any, folder: Path, base: Path) -> None:
    for fault in ("mkdir:28", "create:28", "write:28", "mkdir+create:13"):
        before, left = snapshot(folder), set((base / "tam").glob("docgen-*"))
        ended = docgen.once(*_BOTH, watched=base / "tam", fault=fault, cwd=folder)
        survived["folder for a while"] += 1
        assert ended.code == 5
        assert "Lỗi: --pdf: không ghi được vào thư mục tạm của máy (" in ended.err
        assert snapshot(folder) == before
        assert set((base / "tam").glob("docgen-*")) == left


def test_the_current_folder_is_gone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mat").mkdir()
    ended = started(tmp_path / "mat", _BOTH, {}, 'rmdir "$PWD"; exec "$@"')
    assert ended.returncode == 5
    assert ended.stderr.decode().startswith("Lỗi: ")
    assert b"Traceback" not in ended.stderr
    ended = started(tmp_path, ("kehoach", str(folder / "2024" / "kehoach.yaml")), {}, 'mkdir x; cd x; rmdir ../x; exec "$@"')
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(folder: Path, closed: str) -> None:
    before = snapshot(folder)
    ended = started(folder, _TALKS, {}, f'exec "$@" {closed}')
    assert ended.returncode == 0
    made = snapshot(folder).pop("2024/phan-cong.xlsx")
    assert isinstance(made, bytes)
    assert made.startswith(b"PK")
    assert {name: data for name, data in snapshot(folder).items() if name != "2024/phan-cong.xlsx"} == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('("$@"; echo $? > ../code) | true; exit $(cat ../code)', b""),
        ('"$@" > /dev/full', "Lỗi: không đọc hoặc ghi được (ổ đĩa đầy); xem lại ổ đĩa và chỗ nhận kết quả\n".encode()),
        ('"$@" > /dev/full 2>&1', b""),
        ('"$@" 2> /dev/full >&2', b""),
    ],
)
def test_nobody_hears_what_is_said(folder: Path, line: str, said: bytes) -> None:
    ended = started(folder, _TALKS, {}, line)
    assert (ended.returncode, ended.stderr) == (5, said)


_ON_A_WRONG_DAY: Final = """
import datetime, sys, time
now = float(sys.argv[1])
local, world, real = time.localtime, time.gmtime, datetime.datetime
time.time = lambda: now
time.time_ns = lambda: int(now * 1e9)
time.localtime = lambda seconds=None: local(now if seconds is None else seconds)
time.gmtime = lambda seconds=None: world(now if seconds is None else seconds)
class Kind(type):
    def __instancecheck__(self, value): return isinstance(value, self.__mro__[1])
class Day(real, metaclass=Kind):
    @classmethod
    def now(cls, tz=None): return real.fromtimestamp(now, tz)
    @classmethod
    def utcnow(cls): return real.fromtimestamp(now, datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls): return real.fromtimestamp(now)
class Date(datetime.date, metaclass=Kind):
    @classmethod
    def today(cls): return real.fromtimestamp(now).date()
datetime.datetime, datetime.date = Day, Date
from docgen.cli import main as cli
for line in sys.argv[2:]:
    assert cli.run(line.split("|")) == 0, line
"""
_LINES: Final = (
    "kehoach|2024/kehoach.yaml|--pdf",
    "congvan|2024/kehoach.yaml|-o|2024/thu",
    "thuthap|2024/kehoach.yaml|-o|2024/bieu",
    "tonghop|2024/kehoach.yaml|bieu-mau",
    "baocao|2024/kehoach.yaml",
    "chuyennam|2024/kehoach.yaml|2026|-o|ra-soat.docx",
    "kiemtra|cu.docx|-o|ghi-chu.docx",
    "phancong|2024/kehoach.yaml|-o|phan-cong.xlsx",
)


def test_the_clock_and_the_times_of_files_change_no_byte(office: Path, programs: Path, tmp_path: Path) -> None:
    made = []
    for name, now in (("1970", 0.0), ("2106", 4_294_967_295.0)):
        folder = shutil.copytree(office, tmp_path / name)
        for path in folder.rglob("*"):
            os.utime(path, (now, now))
        env = {**_BARE, "PATH": os.pathsep.join([str(programs), os.defpath]), "TZ": "Asia/Ho_Chi_Minh" if now else "UTC"}
        ended = subprocess.run(
            [sys.executable, "-c", _ON_A_WRONG_DAY, str(now), *_LINES],
            cwd=folder,
            env=env,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert ended.returncode == 0, ended.stderr.decode()
        survived["wrong clock"] += len(_LINES)
        made.append(visible(snapshot(folder)))
    assert made[0] == made[1]
