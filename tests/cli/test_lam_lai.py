"""`--lam-lai`: the paper is made again whenever a file that it is made of is saved; what is wrong does not end the watch."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import OFFICE, SAMPLE

_LONGEST = 60.0


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "2023").mkdir()
    (tmp_path / "coquan.yaml").write_bytes(OFFICE.read_bytes())
    (tmp_path / "2023" / "kehoach.yaml").write_bytes(SAMPLE.read_bytes())
    return tmp_path / "2023" / "kehoach.yaml"


@pytest.fixture(params=["--lam-lai"])
def watch(plan: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[bytes]]:
    with (tmp_path / "said").open("wb") as said:
        command = [sys.executable, "-m", "docgen", "kehoach", str(plan), request.param]
        ours = signal.signal(signal.SIGINT, signal.default_int_handler)  # started in the background, a shell has it ignored
        running = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        signal.signal(signal.SIGINT, ours)
        yield running
        running.kill()
        running.wait()


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST
    while not what():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)


@pytest.mark.parametrize("watch", ["--theo-doi"], indirect=True)
def test_the_name_that_the_option_had_does_the_same_and_is_told(watch: subprocess.Popen[bytes], tmp_path: Path) -> None:
    said = tmp_path / "said"
    wait_for(lambda: "đang theo dõi" in said.read_text("utf-8"))
    assert said.read_text("utf-8").count("Lưu ý: --theo-doi nay tên là --lam-lai; tên cũ vẫn dùng được\n") == 1
    watch.send_signal(signal.SIGINT)
    assert watch.wait(_LONGEST) == 0


def test_saving_a_file_makes_the_paper_anew(plan: Path, watch: subprocess.Popen[bytes], tmp_path: Path) -> None:
    paper, said = plan.with_suffix(".docx"), tmp_path / "said"

    def times_ready() -> int:
        return said.read_text("utf-8").count("đang theo dõi")

    wait_for(lambda: times_ready() == 1)
    first = paper.read_bytes()
    plan.write_text(plan.read_text("utf-8").replace("luu: VT, NV", "luu: VT, KGVX"), "utf-8")
    wait_for(lambda: times_ready() == 2)
    second = paper.read_bytes()
    plan.write_text(plan.read_text("utf-8").replace("luu: VT, KGVX", "lưu: VT"), "utf-8")
    wait_for(lambda: times_ready() == 3)
    assert "lưu: không có mục này" in said.read_text("utf-8")
    assert first != second == paper.read_bytes()
    office = plan.parent.parent / "coquan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("lưu: VT", "luu: VT"), "utf-8")
    wait_for(lambda: times_ready() == 4)
    office.write_text(office.read_text("utf-8").replace("co_chu: 14", "co_chu: 13"), "utf-8")
    wait_for(lambda: times_ready() == 5)
    assert paper.read_bytes() not in (first, second)
    watch.send_signal(signal.SIGINT)
    assert watch.wait(_LONGEST) == 0
    assert "đã dừng theo dõi" in said.read_text("utf-8")
