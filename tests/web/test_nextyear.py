"""Next year's plan on the page: each change a decision, what is left a visible blank, the old plan as it was."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from httpx import Response

import docgen
from tests.web.conftest import Browser

NEXT = "/nam/asean-2023/nam-sau"


@pytest.fixture
def plan(office: Path) -> Path:
    shutil.rmtree(office / "asean-2024")
    return office / "asean-2023" / "kehoach.yaml"


@pytest.fixture
def decisions(plan: Path, browser: Browser) -> Response:
    """The screen of decisions."""
    assert plan.exists()
    return browser.post(NEXT, {"nam": "2024"})


def new_plan(office: Path) -> str:
    return (office / "asean-2024" / "kehoach.yaml").read_text("utf-8")


def as_offered(text: str) -> dict[str, str]:
    """Return what the browser sends where nothing is touched."""
    return dict(re.findall(r'<input type="radio" name="(cach-\d+)" value="([\w-]+)" checked>', text))


def save(browser: Browser, screen: Response, choices: Mapping[str, str]) -> Response:
    return browser.post(screen.url.path, {**as_offered(screen.text), **choices})


def test_each_change_is_shown_with_old_new_and_why_beside_the_paper(decisions: Response) -> None:
    text = decisions.text
    assert "Cần quyết định (9)" in text
    asked = next(each for each in text.split("<fieldset") if "<legend>4. " in each)
    assert "<del>2023</del> → <ins>2024</ins>" in asked
    assert "trích yếu chuyển theo văn bản của năm mới" in asked
    assert re.search(r"Căn cứ 3: .*địa phương tỉnh Sóc Trăng năm <mark>2024</mark>", asked)
    assert 'data-at="địa phương tỉnh Sóc Trăng năm [cần chọn “2024” hay “2023”]"' in asked
    assert "KẾ HOẠCH" in text.partition('class="paper"')[2]


def test_what_is_left_becomes_a_visible_blank_and_what_is_sure_stands(
    browser: Browser, decisions: Response, office: Path
) -> None:
    saved = save(browser, decisions, {})
    assert "Đã lập kế hoạch mới và danh sách rà soát" in saved.text
    made = new_plan(office)
    assert "Sóc Trăng năm [cần chọn “2024” hay “2023”]" in made
    assert "Quyết định số [cần điền số]/QĐ-UBND" in made
    assert "\nnam: 2024\n" in made
    listed = browser.get("/nam/asean-2024/tep/ra-soat.docx")
    assert listed.content == (office / "asean-2024" / "ra-soat.docx").read_bytes()
    assert '<a href="/nam/asean-2024/tep/ra-soat.docx">Tải ra-soat.docx</a>' in saved.text


def test_a_choice_is_accepted_or_written_otherwise_with_every_other_byte_kept(
    browser: Browser, decisions: Response, office: Path
) -> None:
    plain = docgen.roll_over(office / "asean-2023" / "kehoach.yaml", 2024).data.decode()
    save(browser, decisions, {"cach-2": "sua", "chu-2": " 4512 ", "cach-4": "nhan", "cach-11": "sua", "chu-11": "Chủ đề khác"})
    expected = plain.replace("Quyết định số [cần điền số]/QĐ-UBND ngày", "Quyết định số 4512/QĐ-UBND ngày", 1)
    assert new_plan(office) == expected.replace("ASEAN: Thúc đẩy kết nối và tự cường", "Chủ đề khác", 1)


def test_the_paper_shows_the_choices_before_anything_is_saved(browser: Browser, decisions: Response, office: Path) -> None:
    seen = save(browser, decisions, {"cach-2": "sua", "chu-2": "4512", "xem": "1"})
    assert "Quyết định số 4512/QĐ-UBND" in seen.text.partition('class="paper"')[2]
    assert 'name="chu-2" value="4512"' in seen.text
    assert ('data-guard=""' in decisions.text, 'data-guard="unsaved"' in seen.text) == (True, True)
    assert not (office / "asean-2024").exists()


def test_words_that_are_missing_are_asked_for_at_their_decision(browser: Browser, decisions: Response, office: Path) -> None:
    answer = save(browser, decisions, {"cach-4": "sua", "chu-4": "  "})
    assert answer.status_code == 422
    assert '<ul class="faults" id="muc-4-loi"><li>chưa ghi chữ muốn thay</li></ul>' in answer.text
    assert '<li><a class="place" href="#muc-4-loi">Mục 4</a>: chưa ghi chữ muốn thay</li>' in answer.text
    never = save(browser, decisions, {"cach-4": "sua", "chu-4": "31/02/2024"}).text
    assert 'id="muc-4-loi"><li>trong lịch không có ngày “31/02/2024”; xem lại ngày và tháng</li>' in never
    assert not (office / "asean-2024").exists()


def test_words_with_which_the_plan_would_be_wrong_are_told(browser: Browser, decisions: Response, office: Path) -> None:
    answer = save(browser, decisions, {"cach-10": "sua", "chu-10": "hai nghìn"})
    assert answer.status_code == 422
    assert "“hai nghìn” không phải số nguyên" in answer.text
    assert 'name="chu-10" value="hai nghìn"' in answer.text
    assert not (office / "asean-2024").exists()


def test_a_plan_that_is_there_already_is_overwritten_only_when_asked(browser: Browser, decisions: Response, office: Path) -> None:
    save(browser, decisions, {})
    before = new_plan(office)
    again = save(browser, decisions, {"cach-2": "sua", "chu-2": "1"})
    assert again.status_code == 422
    assert (
        "đã có tệp này nên không ghi đè, để không mất những gì đã sửa; xem trước bằng “Xem thử trên giấy”, ghi sang tệp khác "
        "bằng lệnh docgen chuyennam, hoặc thêm “Ghi đè” để ghi lại từ đầu và giữ bản cũ thành .bak"
    ) in again.text
    assert "Ghi đè kế hoạch đã có (bản cũ vẫn giữ cạnh đó, tên thêm đuôi .bak)</label>" in again.text
    assert new_plan(office) == before
    save(browser, decisions, {"cach-2": "sua", "chu-2": "1", "overwrite": "1"})
    assert "Quyết định số 1/QĐ-UBND" in new_plan(office)


@pytest.mark.parametrize(
    ("year", "said"), [("26", "bốn chữ số"), ("", "bốn chữ số"), ("2022", "không chuyển ngược"), ("2099", "quá xa")]
)
def test_a_year_that_cannot_be_is_told_at_its_field(browser: Browser, plan: Path, year: str, said: str) -> None:
    assert plan.exists()
    answer = browser.post(NEXT, {"nam": year})
    assert answer.status_code == 422
    assert said in re.findall(r'id="o-nam-loi"><li>(.*?)</li>', answer.text)[0]


def test_what_is_no_longer_kept_is_rolled_over_again(browser: Browser) -> None:
    assert "hãy chuyển lại" in browser.get(f"{NEXT}/khong-co").text
    assert "Đã có kế hoạch năm 2024" in browser.get(NEXT).text
