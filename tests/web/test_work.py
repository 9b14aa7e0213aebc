"""Who does what on the page: the matrix, one unit's list, names that are not recognised settled in the registry."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import docgen
from tests.web.conftest import Browser

WORK = "/nam/asean-2023/phan-cong"
WORDS = "các cơ quan thông tấn"


@pytest.fixture
def registry(office: Path) -> Path:
    return office / "donvi.yaml"


def unknown(text: str) -> list[str]:
    return re.findall(r"<p><strong>“(.*?)”</strong>", text)


def added(before: str, after: str) -> list[str]:
    """Return the lines that are new, every other one being as it was."""
    old = before.split("\n")
    new = [line for line in after.split("\n") if line.strip()]
    assert [line for line in old if line.strip() and line not in new] == []
    return [line for line in new if line not in old]


def test_the_matrix_shows_each_units_part(browser: Browser) -> None:
    text = browser.get(WORK).text
    row = next(each for each in text.split("<tr>") if ">Sở Thông tin và Truyền thông</a>" in each)
    assert re.findall(r'<td class="sign">(\w*)</td>', row) == ["C", "C", "P", "P", "C", "C", "P"]
    assert re.findall(r'<td class="number">(\d*)</td>', row) == ["4", "3", "5"]


def test_one_units_own_list(browser: Browser) -> None:
    text = browser.get(f"{WORK}/don-vi?ten=Sở+Y+tế").text
    assert "<h1>Sở Y tế</h1>" in text
    assert re.findall(r'<th scope="row">([\w.]+)</th>', text) == ["I.3", "I.4", "II.1", "II.3"]
    assert "không có trong danh mục" in browser.get(f"{WORK}/don-vi?ten=Sở+Lạ").text


def test_letters_to_a_unit_ask_or_give_as_its_page_says(browser: Browser, registry: Path) -> None:
    was = registry.read_text("utf-8")
    assert "Công văn giao; " in browser.get(f"{WORK}/don-vi?ten=Sở+Y+tế").text
    for says in ("đề nghị", "giao"):
        shown = browser.post(f"{WORK}/don-vi/loi-giao", {"ten": "Sở Y tế", "loi-giao": says}).text
        assert f"Công văn {says}; " in shown
        assert registry.read_text("utf-8").count("loi_giao: ") == was.count("loi_giao: ") + 1


def test_the_workbook_is_downloaded(browser: Browser, office: Path) -> None:
    data = browser.get(f"{WORK}/tep/phan-cong.xlsx").content
    assert data == docgen.assignments(office / "asean-2023" / "kehoach.yaml").workbook()
    assert openpyxl.load_workbook(BytesIO(data)).sheetnames


def test_a_name_is_added_to_the_registry_in_place(browser: Browser, registry: Path) -> None:
    before = registry.read_text("utf-8")
    assert WORDS in unknown(browser.get(WORK).text)
    answer = browser.post(f"{WORK}/danh-muc", {"chu": WORDS, "ten": "Các cơ quan thông tấn", "nhom": "", "them": "1"})
    assert "Đã thêm “Các cơ quan thông tấn” vào danh mục đơn vị" in answer.text
    assert WORDS not in unknown(answer.text)
    assert added(before, registry.read_text("utf-8")) == ["  - ten: Các cơ quan thông tấn"]


def test_the_plans_words_are_another_name_of_a_unit_added_with_a_better_one(browser: Browser, registry: Path) -> None:
    before = registry.read_text("utf-8")
    answer = browser.post(f"{WORK}/danh-muc", {"chu": WORDS, "ten": "Hội Nhà báo tỉnh Sóc Trăng", "nhom": "", "them": "1"})
    assert "Đã thêm “Hội Nhà báo tỉnh Sóc Trăng” vào danh mục đơn vị" in answer.text
    assert WORDS not in unknown(answer.text)
    assert added(before, registry.read_text("utf-8")) == ["  - ten: Hội Nhà báo tỉnh Sóc Trăng", f"      - {WORDS}"]


def test_a_name_is_another_one_of_a_unit(browser: Browser, registry: Path) -> None:
    before = registry.read_text("utf-8")
    answer = browser.post(f"{WORK}/danh-muc", {"chu": WORDS, "la": "Báo Sóc Trăng", "ten": WORDS, "ten-khac": "1"})
    assert f"Đã ghi “{WORDS}” là tên khác của “Báo Sóc Trăng”" in answer.text
    assert WORDS not in unknown(answer.text)
    assert added(before, registry.read_text("utf-8")) == [f"      - {WORDS}"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"ten-khac": "1", "la": ""}, "chọn đơn vị mà đây là tên khác"),
        ({"ten-khac": "1", "la": "Sở Lạ"}, "“Sở Lạ” không có trong danh mục đơn vị"),
        ({"them": "1", "ten": " "}, "phải ghi tên"),
        ({"them": "1", "ten": "Sở Y tế"}, "“Sở Y tế” đã là tên hoặc cách viết khác"),
        ({"them": "1", "ten": "Sở Lạ", "nhom": "nhóm lạ"}, "chưa có nhóm “nhóm lạ”"),
    ],
)
def test_what_cannot_be_is_told_at_the_name_and_nothing_is_written(
    browser: Browser, registry: Path, typed: dict[str, str], said: str
) -> None:
    before = registry.read_bytes()
    answer = browser.post(f"{WORK}/danh-muc", {"chu": WORDS, "ten": WORDS, "nhom": "", "la": "", **typed})
    assert answer.status_code == 422
    (fault,) = re.findall(r'<ul class="faults" id="chu-\d+-loi"><li>(.*?)</li>', answer.text)
    assert said in fault
    for name in ("ten", "nhom", "la"):
        if typed.get(name, "").strip():
            assert f'name="{name}" value="{typed[name]}"' in answer.text
    assert registry.read_bytes() == before


def test_a_plan_that_is_wrong_is_told(browser: Browser, office: Path) -> None:
    plan = office / "asean-2023" / "kehoach.yaml"
    plan.write_text(plan.read_text("utf-8").replace("trich_yeu:", "trich_yếu:", 1), "utf-8")
    assert "Chưa đọc được phân công" in browser.get(WORK).text


def test_a_group_without_members_is_seen_where_letters_are_and_gets_its_units(browser: Browser, registry: Path) -> None:
    was = registry.read_text("utf-8")
    plan = registry.parent / "asean-2023" / "kehoach.yaml"
    registry.write_text(f"{was.rstrip()}\n", "utf-8")
    docgen.save_data(
        plan, plan.read_bytes(), plan.read_bytes().replace(b"phoi_hop: ", "phoi_hop: Các hội quần chúng; ".encode(), 1)
    )
    now = registry.read_bytes()
    docgen.save_data(registry, now, now.replace(b"\nnhom:\n", "\nnhom:\n  - ten: các hội quần chúng\n".encode(), 1))
    assert (
        "Phần việc của “các hội quần chúng” chưa có trong công văn nào" in browser.get(WORK.replace("phan-cong", "cong-van")).text
    )
    assert "Nhóm “các hội quần chúng” chưa có đơn vị nào nên chưa ai của nhóm nhận việc ở" in browser.get(WORK).text
    sent = {"chu": "các hội quần chúng", "tv": "- Hội Làm vườn;\n", "chon": ["Sở Y tế"]}
    refused = browser.post(f"{WORK}/nhom", sent)
    assert refused.status_code == 422
    assert "“Hội Làm vườn” không có trong danh mục đơn vị" in refused.text
    assert "là đơn vị mới thì đánh dấu “Đơn vị mới”" in refused.text
    assert '<input type="checkbox" name="moi" value="Hội Làm vườn"> Đơn vị mới: “Hội Làm vườn”' in refused.text
    assert "Đã ghi 2 đơn vị vào nhóm" in browser.post(f"{WORK}/nhom", {**sent, "moi": "Hội Làm vườn"}).text
    assert [unit.ten for unit in docgen.assignments(plan, units=["các hội quần chúng"]).units] == ["Sở Y tế", "Hội Làm vườn"]
    assert "Nhóm chưa có đơn vị nào" not in browser.get(WORK).text


def test_a_name_that_is_misspelt_is_mended_in_the_plan(browser: Browser, registry: Path) -> None:
    plan, of_units = registry.parent / "asean-2023" / "kehoach.yaml", registry.read_bytes()
    was = plan.read_text("utf-8")
    wrong = was.replace("chu_tri: Sở Công Thương", "chu_tri: Sở Công Thươg")
    plan.write_text(wrong, "utf-8")
    assert "Có phải “Sở Công Thương”?" in browser.get(WORK).text
    sent = {"chu": "Sở Công Thươg", "sua": "Sở Công Thương", "ten": "Sở Công Thươg", "nhom": "", "la": ""}
    assert "Đã sửa “Sở Công Thươg” thành “Sở Công Thương” ở 1 chỗ trong kế hoạch." in browser.post(f"{WORK}/danh-muc", sent).text
    assert wrong != was == plan.read_text("utf-8")
    assert registry.read_bytes() == of_units
    assert "không thấy đúng các chữ này" in browser.post(f"{WORK}/danh-muc", sent).text
