"""The pictures of the page in README and guide, made from the page itself: `make pictures`."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

ROOT: Final = Path(__file__).parents[2]
PICTURES: Final = ROOT / "docs" / "huong-dan" / "hinh"
_OFFICE: Final = "Ủy ban nhân dân tỉnh Sóc Trăng"  # whose folder the sample is
_SCREENS: Final = {
    "bat-dau": "/bat-dau",
    "man-hinh-dau": "/",
    "ke-hoach": "/nam/asean-2023/ke-hoach",
    "phan-cong": "/nam/asean-2023/phan-cong",
    "cong-van": "/nam/asean-2023/cong-van",
    "ket-qua": "/nam/asean-2023/ket-qua",
    "bao-cao": "/nam/asean-2023/bao-cao",
    "nam-sau": "/nam/asean-2023/nam-sau",
}
_PLACE: Final = """place => {
  const told = text => text.replaceAll(place, "D:");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = told(walker.currentNode.data);
  for (const field of document.querySelectorAll("input[type=text], input:not([type])")) field.value = told(field.value);
}"""
_PATIENCE: Final = 60_000  # milliseconds, for the pages of a paper
_SETTLED: Final = 500


def main() -> None:
    """Write a picture of each screen, and of a paper that was checked."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        papers = shutil.ignore_patterns("*.docx", "*.pdf")
        office = Path(shutil.copytree(ROOT / "data", Path(folder) / "van-phong", ignore=papers))
        shutil.rmtree(office / "asean-2024")
        made = [sys.executable, "-m", "docgen", "kehoach", str(office / "asean-2023" / "kehoach.yaml"), "-q"]
        subprocess.run(made, check=True, cwd=folder, stdout=subprocess.DEVNULL)
        _take(office)


def _take(office: Path) -> None:
    words = [sys.executable, "-m", "docgen", "mo", str(office), "--khong-trinh-duyet"]
    state = {**os.environ, "XDG_STATE_HOME": str(office.parent)}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=state) as process, sync_playwright() as playwright:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
        page.goto(address)
        origin = re.sub(r"(?<=\d)/.*", "", page.url)
        for name, path in _SCREENS.items():
            page.goto(origin + path)
            if name == "ke-hoach":
                page.wait_for_selector("[data-pages] img", timeout=_PATIENCE)
            page.wait_for_timeout(_SETTLED)
            page.evaluate(_PLACE, str(office.parent))  # whose name is the machine's
            page.screenshot(path=PICTURES / f"{name}.png")
        page.goto(f"{origin}/kiem-tra")
        page.set_input_files("input[type=file]", office / "asean-2023" / "kehoach.docx")
        page.click("main button:not(.quiet)")
        page.wait_for_selector("main h1", timeout=_PATIENCE)
        page.wait_for_timeout(_SETTLED)
        page.screenshot(path=PICTURES / "kiem-tra.png")
        browser.close()
        process.terminate()


if __name__ == "__main__":
    main()
