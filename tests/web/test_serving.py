"""The run itself: one port, one page a folder, the end when it is asked for or when everybody has gone."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from docgen.web.desk import Desk
from docgen.web.jobs import Job
from docgen.web.serving import a_port
from tests.web.conftest import Browser

COMMAND = [sys.executable, "-m", "docgen", "mo", "--khong-trinh-duyet"]


@pytest.fixture
def started() -> Iterator[list["subprocess.Popen[str]"]]:
    """The runs of a test, ended with it."""
    runs: list[subprocess.Popen[str]] = []
    yield runs
    for run in runs:
        run.kill()
        run.communicate()


def begin(runs: list["subprocess.Popen[str]"], *arguments: str) -> str:
    """Start the page and return its address."""
    hears_ctrl_c = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # which what runs in the background does not
    run = subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=hears_ctrl_c,  # noqa: PLW1509
    )
    runs.append(run)
    assert run.stdout
    return run.stdout.readline().strip()


def test_it_listens_on_this_machine_alone(office: Path, started: list["subprocess.Popen[str]"]) -> None:
    address = urlsplit(begin(started, str(office)))
    assert (address.scheme, address.hostname, address.path) == ("http", "127.0.0.1", "/vao")
    assert address.port
    own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for each in own:
        with socket.socket() as other:
            other.settimeout(1)
            assert other.connect_ex((str(each), address.port)) != 0


def test_who_comes_before_the_server_runs_waits_instead_of_being_refused() -> None:
    with a_port() as listening, socket.create_connection(listening.getsockname(), timeout=60):
        pass


def test_the_page_calls_nobody(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a screen ask the browser to load anything from elsewhere."""
    connect = socket.socket.connect
    called: list[object] = []

    def watched(self: socket.socket, address: Any) -> None:
        if address[:1] != ("127.0.0.1",):
            called.append(address)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    for url in ("/", "/bat-dau", "/chon-thu-muc"):
        page = browser.get(url).text
        loaded = re.findall(r'(?:src|href|action)="([^"]+)"', page)
        assert [each for each in loaded if not each.startswith(("/", "?", "#"))] == []
    assert called == []


def test_a_second_start_shows_the_first_and_the_end_is_clean(office: Path, started: list["subprocess.Popen[str]"]) -> None:
    first = begin(started, str(office))
    second = begin(started, str(office / "asean-2023" / ".."))
    assert started[1].wait(60) == 0
    assert urlsplit(first).netloc == urlsplit(second).netloc
    assert first != second
    origin = f"http://{urlsplit(first).netloc}"
    kept = list((Path(os.environ["XDG_STATE_HOME"]) / "docgen").iterdir())
    words = [one for one in kept if one.name != "gan-day.json"]
    if os.name != "nt":
        assert {stat.S_IMODE(one.stat().st_mode) for one in kept} == {0o600}
        assert stat.S_IMODE(words[0].parent.stat().st_mode) == 0o700
    with httpx.Client(timeout=60) as one, httpx.Client(timeout=60) as two:
        for client, address in ((one, first), (two, second)):
            assert "Sóc Trăng" in client.get(address, follow_redirects=True).text
        assert "docgen đã đóng" in one.post(f"{origin}/dung", headers={"Origin": origin}).text
    assert started[0].wait(60) == 0
    assert [word for word in words if word.exists()] == []
    assert started[0].communicate()[1] == ""


def test_a_run_that_was_killed_hinders_no_other(office: Path, started: list["subprocess.Popen[str]"]) -> None:
    first = begin(started, str(office))
    started[0].send_signal(signal.SIGKILL)
    started[0].wait(60)
    second = begin(started, str(office))
    assert urlsplit(first).port != urlsplit(second).port
    assert httpx.get(second, timeout=60).status_code == 303


def test_what_answers_in_the_place_of_a_dead_page_gets_nothing_and_hinders_nothing(
    office: Path, started: list["subprocess.Popen[str]"]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        desk = Desk(port=other.getsockname()[1])
        desk.open(office)
        address = urlsplit(begin(started, str(office)))
        assert address.port != desk.port


def test_ctrl_c_ends_it_without_a_trace(office: Path, started: list["subprocess.Popen[str]"]) -> None:
    assert httpx.get(begin(started, str(office)), timeout=60).status_code == 303  # it serves
    started[0].send_signal(signal.SIGINT)
    _, err = started[0].communicate(timeout=60)
    assert (started[0].returncode, err) == (0, "")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = subprocess.run([*COMMAND, str(tmp_path / "khong")], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 5
    assert "không có thư mục này" in done.stderr


def test_it_stays_while_somebody_is_there_and_ends_when_the_last_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.monotonic()
    desk = Desk()

    def after(seconds: float) -> bool:
        monkeypatch.setattr(time, "monotonic", lambda: now + seconds)
        return desk.is_deserted()

    assert not after(3600)  # a window that sleeps in the background says nothing for long
    desk.left()
    assert not after(3630)
    desk.seen()  # it only went to another page
    assert not after(3700)
    desk.left()
    assert after(3800)
    assert after(20 * 3600)


def test_it_does_not_end_while_work_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    desk, now, waiting = Desk(), time.monotonic(), [True]

    def work(_: Job) -> str:
        while waiting:
            time.sleep(0.01)
        return "/"

    job = desk.jobs.get(desk.jobs.start("Việc", "/", work))
    desk.left()
    monkeypatch.setattr(time, "monotonic", lambda: now + 100_000)
    assert not desk.is_deserted()
    waiting.clear()
    while job and not job.is_over:
        time.sleep(0.01)
    assert desk.is_deserted()


def test_work_that_is_stopped_ends_before_it_writes() -> None:
    desk, begun = Desk(), [False]

    def work(job: Job) -> str:
        while True:
            job.tick(1, 2)
            begun[0] = True
            time.sleep(0.01)

    job = desk.jobs.get(desk.jobs.start("Việc", "/", work))
    assert job
    while not begun[0]:
        time.sleep(0.01)
    job.ask_to_stop()
    while not job.is_over:
        time.sleep(0.01)
    assert (job.url, job.stage) == ("", "đã dừng theo yêu cầu; chưa ghi gì")
    job = Job("Việc", "/", saved="kế hoạch")
    job.ask_to_stop()
    assert job.stage == "đã dừng theo yêu cầu; đã lưu kế hoạch, chưa ghi tệp Word"
