"""Every screen can be used by everybody: at 200 % and in the dark, by keyboard, with what axe asks for."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from docgen.web.pages import ROUTES
from tests.browser.conftest import Open, grave_faults, runs_over

ADDRESSES = sorted(
    route.path.replace("{key}", "asean-2023").replace("{page}", "00-trang")
    for route in ROUTES
    if "GET" in (route.methods or ()) and not re.search(r"\{(?!key|page\})", route.path)
)


@pytest.fixture
def window(opened: Open, office: Path) -> Page:
    return opened(office)


def every_screen(page: Page) -> list[str]:
    """Go to each screen and return what is wrong with it."""
    origin = re.match(r"https?://[^/]+", page.url)
    assert origin is not None
    wrong = []
    for address in ADDRESSES:
        answer = page.goto(origin[0] + address)
        if answer is None or "html" not in answer.headers.get("content-type", ""):
            continue
        wrong += grave_faults(page) + ([f"{address}: wider than the window"] if runs_over(page) else [])
        wrong += [] if page.title() and page.locator("h1").count() == 1 else [f"{address}: one title, one heading"]
    return wrong


def test_every_screen_is_without_serious_faults(window: Page) -> None:
    assert every_screen(window) == []


def test_every_screen_is_without_serious_faults_in_the_dark(opened: Open, office: Path) -> None:
    assert every_screen(opened(office, color_scheme="dark")) == []


def test_every_screen_fits_at_twice_the_size(opened: Open, office: Path) -> None:
    page = opened(office, device_scale_factor=2)
    page.set_viewport_size({"width": 640, "height": 360})
    assert every_screen(page) == []


@pytest.mark.parametrize(
    ("screen", "field"),
    [("ke-hoach", "mo_dau"), ("ke-hoach/chu", "chu"), ("ket-qua", "h0.noi_dung"), ("bao-cao", "kien_nghi")],
)
def test_typed_words_are_not_left_behind_without_a_word(window: Page, screen: str, field: str) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    window.on("dialog", stay)
    window.goto(f"{window.url.rstrip('/')}/nam/asean-2023/{screen}")
    there, home = window.url, window.locator("a.brand")
    window.locator(f'[name="{field}"]').click()
    window.keyboard.type("Mới")
    home.click()
    assert (asked, window.url) == (["beforeunload"], there)
    window.get_by_role("button", name="Lưu", exact=True).click()
    window.wait_for_load_state()
    home.click()
    window.wait_for_url("**/")
    assert asked == ["beforeunload"]


def test_the_first_key_leads_past_the_head_and_what_has_the_focus_is_seen(window: Page) -> None:
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    window.keyboard.press("Enter")
    assert window.evaluate("document.activeElement.id") == "chinh"
    window.keyboard.press("Tab")
    assert window.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_nothing_is_asked_of_any_other_machine(opened: Open, office: Path) -> None:
    page = opened(office)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    every_screen(page)
    assert asked
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:"))] == []


def test_a_block_from_excel_goes_into_the_cells_or_into_its_box_and_what_is_typed_is_seen_at_once(window: Page) -> None:
    """One that fits is taken where it is pasted; one with headings or a cell too many is not cut but lies in the box below."""
    window.goto(window.url.split("/nam")[0].rstrip("/") + "/nam/asean-2023/ke-hoach")
    paste = """(cell, text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        cell.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    }"""
    cell, box = window.locator("[name='pl0.1.ten']"), window.locator("[name='pl0.dan']")
    cell.evaluate(paste, '"Tập huấn\r\nnghiệp vụ"\tSở Nội vụ\r\n')
    expect(cell).to_have_value("Tập huấn nghiệp vụ")
    expect(window.locator("[name='pl0.1.chu_tri']")).to_have_value("Sở Nội vụ")
    for block in ("STT\tTên nhiệm vụ\n1\tTổng kết", "a\tb\tc\td\te\tf\tg\th\ti\tj"):
        cell.evaluate(paste, block)
        expect(cell).to_have_value("Tập huấn nghiệp vụ")
        expect(box).to_have_value(block)
    window.locator("button[value='dan:0']").click()
    expect(window.locator("[id='o-pl0.dan-loi']")).to_contain_text("không có cột nào của bảng nhận")
    expect(window.locator("[data-paper-status]")).to_have_text(re.compile("dự thảo|bản đọc nhanh"), timeout=30_000)
    expect(window.locator("[id='o-pl0.dan-loi']")).to_be_visible()
    cell.fill("Tập huấn cho người mới")
    quick = window.locator(".near .paper, .pages .paper")  # the second where there is no LibreOffice
    expect(quick).to_contain_text("Tập huấn cho người mới")
    window.locator(".tasks").evaluate("table => table.querySelectorAll('.task [value^=xoa]').forEach(one => one.click())")
    window.locator("button[value='them:0::việc']").click()  # no task is left to take after
    expect(window.locator(".tasks .task textarea").first).to_be_focused()
