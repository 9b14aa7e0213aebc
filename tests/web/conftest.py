"""A browser without script on the page of one office's folder, behind the same guard as the real one."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

import httpx
import pytest
from httpx import Response

from docgen.web.desk import Desk
from docgen.web.serving import a_port, server_of
from tests.conftest import ROOT

Typed = Mapping[str, str | Sequence[str]]


class Browser:
    """One browser that came in by its ticket: it keeps its cookie and says where its forms come from."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.client = httpx.Client(base_url=desk.address, timeout=60)
        self.client.get(f"/vao?ve={desk.ticket()}")

    def get(self, url: str) -> Response:
        return self.client.get(url, follow_redirects=True)

    def post(self, url: str, data: Typed | None = None, files: Mapping[str, tuple[str, bytes]] | None = None) -> Response:
        """Send a form and return the page that the answer leads to."""
        return self.client.post(url, data=data, files=files, headers={"Origin": self.desk.address}, follow_redirects=True)

    def after_work(self, answer: Response) -> Response:
        """Return the page that comes once the long work of the page `answer` is over."""
        while answer.url.path.startswith("/viec/") and "data-job" in answer.text:
            time.sleep(0.02)
            answer = self.get(answer.url.path)
        return answer


@pytest.fixture(autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A copy of the sample office's folder."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "co-quan", ignore=shutil.ignore_patterns("*.docx", "*.pdf")))


@pytest.fixture
def opened() -> Iterator[Callable[[Path | None], Browser]]:
    """Return a function that opens the page on a folder, served as it is for a clerk."""
    with ExitStack() as stack:

        def open_on(folder: Path | None) -> Browser:
            listening = stack.enter_context(closing(a_port()))
            desk = Desk(port=listening.getsockname()[1])
            desk.open(folder)
            server = server_of(desk)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            stack.callback(desk.close)
            stack.callback(desk.papers.close)
            stack.callback(thread.join)
            stack.callback(desk.stop)
            browser = Browser(desk)
            stack.callback(browser.client.close)
            return browser

        yield open_on


@pytest.fixture
def browser(office: Path, opened: Callable[[Path | None], Browser]) -> Browser:
    """A browser on the sample office."""
    return opened(office)
