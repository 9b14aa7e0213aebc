"""The office's own file on the page: saved in place, each mistake at its field, a change elsewhere not overwritten."""

import re
from pathlib import Path

import pytest

from tests.web.conftest import Browser


@pytest.fixture
def file(office: Path) -> Path:
    return office / "coquan.yaml"


def doc_of(page: str) -> str:
    [doc] = re.findall(r'name="doc" value="(\w+)"', page)
    return str(doc)


def test_the_signer_changes_in_place(browser: Browser, file: Path) -> None:
    before = file.read_text("utf-8")
    page = browser.get("/co-quan").text
    assert 'value="Huỳnh Thị Diễm Ngọc"' in page
    typed = {"doc": doc_of(page), "ky.ho_ten": "Trần Văn Lâu", "ky.chuc_vu": "CHỦ TỊCH", "ky.quyen_han": "TM. ỦY BAN NHÂN DÂN"}
    assert "Đã lưu thông tin" in browser.post("/co-quan", typed).text
    after = file.read_text("utf-8")
    assert "ho_ten: Trần Văn Lâu" in after
    assert [line for line in after.splitlines() if "#" in line] == [line for line in before.splitlines() if "#" in line]


def test_a_mistake_stands_at_its_field_and_nothing_is_written(browser: Browser, file: Path) -> None:
    before, page = file.read_bytes(), browser.get("/co-quan").text
    answer = browser.post("/co-quan", {"doc": doc_of(page), "trinh_bay.le.trai": "10", "viet_tat": "UB ND"})
    assert answer.status_code == 422
    assert sorted(re.findall(r'<ul class="faults" id="o-([\w.]+)-loi">', answer.text)) == ["trinh_bay.le.trai", "viet_tat"]
    assert file.read_bytes() == before


def test_a_change_elsewhere_is_not_overwritten(browser: Browser, file: Path) -> None:
    doc = doc_of(browser.get("/co-quan").text)
    file.write_text(file.read_text("utf-8").replace("dia_danh: Sóc Trăng", "dia_danh: Cần Thơ"), "utf-8")
    now = file.read_bytes()
    answer = browser.post("/co-quan", {"doc": doc, "ky.ho_ten": "Trần Văn Lâu"})
    assert answer.status_code == 409
    assert 'value="Cần Thơ"' in answer.text
    assert file.read_bytes() == now
    doc = doc_of(answer.text)
    file.write_text(file.read_text("utf-8").replace("Huỳnh Thị Diễm Ngọc", "Lê Văn A"), "utf-8")
    both = browser.post("/co-quan", {"doc": doc, "ky.ho_ten": "Trần Văn Lâu"}).text
    assert re.findall(r'<div class="theirs">.*?<pre>(.*?)</pre>', both) == ["Lê Văn A"]
    assert 'value="Trần Văn Lâu"' in both
    assert "Đã lưu thông tin" in browser.post("/co-quan", {"doc": doc_of(both), "ky.ho_ten": "Trần Văn Lâu"}).text
    assert "ho_ten: Trần Văn Lâu" in file.read_text("utf-8")
