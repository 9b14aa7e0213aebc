"""The real page in a real browser: `docgen mo` as a process of its own, Debian's Chromium before it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from tests.conftest import ROOT

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
GRAVE = ("serious", "critical")
SCREEN: Final[ViewportSize] = {"width": 1280, "height": 720}

PATIENCE: Final = 60_000  # milliseconds: a busy machine is no fault of the page

Open = Callable[..., Page]
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")  # its loop runs in this thread: tests of other modules may want one of their own
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A copy of the sample office's folder."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "co-quan", ignore=shutil.ignore_patterns("*.docx", "*.pdf")))


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that starts the page on a folder, or on none, and gives the browser's window on it."""
    with ExitStack() as stack:

        def open_on(folder: Path | None = None, **context: Any) -> Page:
            state = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
            words = [sys.executable, "-m", "docgen", "mo", *([str(folder)] if folder else []), "--khong-trinh-duyet"]
            process = subprocess.Popen(
                words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=tmp_path, env=state
            )
            stack.enter_context(process)
            stack.callback(process.terminate)
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            window = stack.enter_context(chromium.new_context(viewport=SCREEN, locale="vi-VN", **context))
            window.set_default_timeout(PATIENCE)
            page = window.new_page()
            page.goto(address)
            return page

        yield open_on


def grave_faults(page: Page) -> list[str]:
    """Return what axe finds serious on the screen that `page` shows, with the places."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url}: {one['id']}: {json.dumps([node['target'] for node in one['nodes']][:3])}"
        for one in found["violations"]
        if one["impact"] in GRAVE
    ]


def runs_over(page: Page) -> bool:
    """Return whether the screen has to be scrolled sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
