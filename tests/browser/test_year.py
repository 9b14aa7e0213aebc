"""A whole year in the page, as a clerk does it who has last year's plan in Word and opens neither a terminal nor a text file."""

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.conftest import ROOT

WORD = next((ROOT / "bench" / "corpus" / "plans").glob("A11_*.docx"))  # a ward's plan of 2026, made by a stranger
LONG = 90_000  # milliseconds for work on papers


def wait_for_work(page: Page) -> None:
    """Wait until the screen of a long work has given way to what came of it."""
    page.wait_for_url(lambda url: "/viec/" not in url, timeout=LONG)


def fill(form: Path) -> None:
    """Fill a form in as a unit would: each task done, with a sentence."""
    book = openpyxl.load_workbook(form)
    sheet = book["Kết quả"]
    places = {
        str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value in ("Trạng thái", "Kết quả thực hiện")
    }
    status, result = places["Trạng thái"], places["Kết quả thực hiện"]
    for row in range(status.row + 1, sheet.max_row + 1):
        if not sheet.cell(row, status.column).protection.locked:
            sheet.cell(row, status.column).value = "hoàn thành"
            sheet.cell(row, result.column).value = "Đã làm xong."
    book.save(form)


@pytest.fixture
def clerk(opened: Open, tmp_path: Path) -> Page:
    """The page after last year's Word plan was dropped on it and saved, on the screen of the office."""
    page = opened()
    page.set_default_timeout(LONG)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bắt đầu")
    way = page.locator("form[action='/nhap']")
    way.locator("input[type=file]").set_input_files(WORD)
    way.locator("input:not([type=file])").first.fill(str(tmp_path))
    way.get_by_role("button", name="Đọc tệp").click()
    wait_for_work(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("xin đối chiếu")
    page.get_by_role("button", name=re.compile("^Lưu vào")).click()
    wait_for_work(page)
    return page


def test_from_last_years_word_plan_to_next_years_draft(clerk: Page, tmp_path: Path) -> None:
    page = clerk
    [plan] = tmp_path.rglob("kehoach.yaml")
    assert "Chính quyền gần dân" in plan.read_text("utf-8")

    page.goto(re.sub(r"(?<=\d)/.*", "/", page.url))
    page.get_by_role("link", name=re.compile("[Kk]ế hoạch")).first.click()
    subject = page.locator("#o-trich_yeu")
    subject.fill(subject.input_value().replace("Phát động", "Tổ chức"))
    page.locator("[data-save]").click()
    expect(page.locator(".notice")).to_contain_text("lưu", timeout=LONG, ignore_case=True)
    assert "Tổ chức phong trào" in plan.read_text("utf-8")
    expect(page.locator("[data-pages] img, [data-pages] .paper").first).to_be_visible(timeout=LONG)

    page.locator(".tabs").get_by_role("link", name="Công văn").click()
    page.get_by_role("button", name="Ghi tất cả công văn").click()
    wait_for_work(page)
    letters = sorted(plan.parent.glob("cong-van/*.docx"))
    assert letters

    page.get_by_role("link", name="Biểu mẫu, kết quả").click()
    page.get_by_role("button", name="Lập biểu mẫu").click()
    wait_for_work(page)
    forms = sorted(path for path in plan.parent.glob("bieu-mau-*/*.xlsx") if path.name[:2].isdigit())
    assert len(forms) == len(letters)
    for form in forms[:2]:
        fill(form)
    page.locator("#o-tep").set_input_files(forms[:2])
    page.get_by_role("button", name="Đọc các biểu mẫu").click()
    wait_for_work(page)
    page.get_by_role("button", name=re.compile("^Lưu")).click()
    wait_for_work(page)
    assert "hoàn thành" in plan.with_name("ketqua.yaml").read_text("utf-8")

    page.get_by_role("link", name="Báo cáo", exact=True).click()
    page.locator("#o-den_ngay").fill("2026-12-15")
    page.get_by_role("button", name="Lưu", exact=True).click()
    wait_for_work(page)
    page.get_by_role("button", name="Làm báo cáo").click()
    wait_for_work(page)
    assert plan.with_name("baocao.docx").is_file()

    page.get_by_role("link", name="Năm sau").click()
    page.get_by_role("button", name="Chuyển năm").click()
    wait_for_work(page)
    page.get_by_role("button", name="Lưu kế hoạch năm sau").click()
    wait_for_work(page)
    later = plan.parent.parent / "2027" / "kehoach.yaml"
    assert "nam: 2027" in later.read_text("utf-8")

    other = page.context.new_page()
    other.goto(re.sub(r"(?<=\d)/.*", "/nam/2026/ke-hoach", page.url))
    other.locator("#o-du_thao").fill("lần 2")
    page.get_by_role("button", name="Đóng docgen").click()
    expect(other.locator("[data-gone]")).to_contain_text("docgen đã đóng")
    other.locator("[data-save]").click()  # leads to no page of the browser's own
    expect(other.locator("#o-du_thao")).to_have_value("lần 2")


def test_the_plan_is_edited_and_the_letters_written_by_keyboard_alone(clerk: Page, tmp_path: Path) -> None:
    page = clerk
    [plan] = tmp_path.rglob("kehoach.yaml")
    page.goto(re.sub(r"(?<=\d)/.*", "/", page.url))

    def go_to(selector: str, most: int = 60) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    go_to("a[href$='/ke-hoach']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ke-hoach")
    go_to("#o-luu", most=400)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("VT, KTHT")
    page.keyboard.press("ControlOrMeta+s")
    expect(page.locator(".notice")).to_contain_text("lưu", timeout=LONG, ignore_case=True)
    assert "luu: VT, KTHT" in plan.read_text("utf-8")

    page.goto(page.url.replace("/ke-hoach", "/cong-van"))
    go_to("main form button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    wait_for_work(page)
    assert sorted(plan.parent.glob("cong-van/*.docx"))
