"""The first screen: each year's stations as they stand, what needs a person, one button for the next step."""

import re
from pathlib import Path

import docgen
from tests.web.conftest import Browser


def card(text: str, year: int) -> str:
    return next(each for each in text.split('<section class="card year"') if f"Năm {year}</h2>" in each)


def stations(text: str, year: int) -> dict[str, list[str]]:
    """Return what is said at each station of a year."""
    items = re.findall(r'<li><a href="[^"]*/([\w-]+)"><strong>.*?</strong>(.*?)</a></li>', card(text, year), re.DOTALL)
    return {page: re.findall(r'<span class="state[^"]*">([^<]*)</span>', said) for page, said in items}


def next_step(text: str, year: int) -> tuple[str, str]:
    found = re.findall(r'<p class="actions"><a class="button[^"]*" href="[^"]*/([\w-]+)">(.*?)</a>', card(text, year))
    return (str(found[0][0]), str(found[0][1]))


def test_each_station_says_how_it_stands(browser: Browser) -> None:
    text = browser.get("/").text
    assert stations(text, 2023) == {
        "ke-hoach": ["chưa làm", "dự thảo"],
        "cong-van": ["50 chưa làm"],
        "ket-qua": ["trả lời 5/50"],
        "bao-cao": ["chưa làm"],
        "nam-sau": ["đã có"],
    }
    assert stations(text, 2024)["ke-hoach"] == ["chưa làm", "2 chỗ cần điền"]


def test_the_button_leads_to_the_next_step(browser: Browser, office: Path) -> None:
    plan = office / "asean-2023" / "kehoach.yaml"
    assert next_step(browser.get("/").text, 2024) == ("ke-hoach", "Điền 2 chỗ trống trong kế hoạch")
    assert next_step(browser.get("/").text, 2023) == ("ke-hoach", "Làm văn bản kế hoạch")
    docgen.make_plan(plan).save()
    assert next_step(browser.get("/").text, 2023) == ("cong-van", "Ghi công văn")
    docgen.make_letters(plan).save()
    assert next_step(browser.get("/").text, 2023) == ("ket-qua", "Nhận trả lời của các đơn vị")
    plan.write_text(plan.read_text("utf-8").replace("Duy trì đưa tin, bài đầy đủ", "Đăng tin, bài"), "utf-8")
    assert next_step(browser.get("/").text, 2023) == ("ke-hoach", "Làm văn bản kế hoạch")
    assert stations(browser.get("/").text, 2023)["ke-hoach"][0] == "dữ liệu đã đổi sau khi làm"


def test_a_plan_that_is_wrong_has_no_stations_and_leads_to_its_screen(browser: Browser, office: Path) -> None:
    plan = office / "asean-2023" / "kehoach.yaml"
    plan.write_text(plan.read_text("utf-8").replace("trich_yeu:", "trich_yếu:", 1), "utf-8")
    text = browser.get("/").text
    assert stations(text, 2023) == {}
    assert next_step(text, 2023) == ("ke-hoach", "Sửa lỗi trong kế hoạch")


def test_every_station_is_a_screen(browser: Browser) -> None:
    for page in stations(browser.get("/").text, 2023):
        assert browser.get(f"/nam/asean-2023/{page}").status_code == 200
