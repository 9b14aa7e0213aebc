"""The guide inside the page: every page is there, every link leads somewhere, each screen to its own part."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from docgen.web.pages import ROUTES
from docgen.web.rendering import help_for
from tests.conftest import GUIDE_PAGES
from tests.web.conftest import Browser

SCREENS = sorted({route.path for route in ROUTES if "GET" in (route.methods or ()) and "huong-dan" not in route.path})


def ids_of(html: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', html))


def test_every_page_of_the_guide_is_shown_and_all_its_links_lead_somewhere(browser: Browser) -> None:
    shown = {"/huong-dan": browser.get("/huong-dan").text}
    for page in GUIDE_PAGES:
        shown[f"/huong-dan/{page.stem}"] = browser.get(f"/huong-dan/{page.stem}").text
    shown["/huong-dan/quy-dinh"] = browser.get("/huong-dan/quy-dinh").text
    lost = []
    for address, html in shown.items():
        for link in re.findall(r'<a href="([^"]+)"', html.partition("<article")[2]):
            path, _, place = unquote(unescape(link)).partition("#")
            if path.startswith("http"):
                continue
            if path.startswith("/huong-dan/tep/"):
                lost += [] if browser.get(path).status_code == 200 else [(address, link)]
                continue
            target = shown.get(path or address)
            if target is None or (place and place not in ids_of(target)):
                lost.append((address, link))
    assert lost == []
    assert all("<article" in html and "<h1" in html for html in shown.values())


@pytest.mark.parametrize("address", SCREENS)
def test_each_screen_leads_to_its_part_of_the_guide(browser: Browser, address: str) -> None:
    path, _, place = help_for(address.replace("{key}", "2023")).partition("#")
    assert place in ids_of(browser.get(path).text)


def test_a_name_is_never_made_a_path(browser: Browser) -> None:
    for name in ("..%2f..%2fREADME", "%2fetc%2fpasswd", "README", "tep/..%2f..%2f..%2fREADME.md"):
        assert browser.get(f"/huong-dan/{name}").status_code == 404


def test_html_in_a_page_is_shown_as_words(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.web.pages import guide  # noqa: PLC0415

    (tmp_path / "la.md").write_text("# A\n\n<script>alert(1)</script> [x](javascript:alert(1))\n", "utf-8")
    monkeypatch.setattr(guide, "_folders", lambda: (tmp_path,))
    html = browser.get("/huong-dan/la").text.partition("<article")[2]
    assert "<script>" not in html
    assert 'href="javascript' not in html
