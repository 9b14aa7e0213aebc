"""Forms and answers on the page: forms made, filled ones dropped, what is doubtful decided, results put right in place."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from httpx import Response

import docgen
from tests.web.conftest import Browser

YEAR = "/nam/asean-2023/ket-qua"
FIRST = "ket_qua:\n  - ma: I.1\n"


@pytest.fixture
def plan(office: Path) -> Path:
    return office / "asean-2023" / "kehoach.yaml"


def filled(plan: Path, unit: str, cells: Mapping[str, str]) -> bytes:
    """Return the form of a unit, filled in."""
    (form,) = docgen.make_forms(plan, units=unit).forms
    book = openpyxl.load_workbook(BytesIO(form.data))
    for place, words in cells.items():
        book["Kết quả"][place] = words
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def drop(browser: Browser, **files: bytes) -> Response:
    sent = [("tep", (f"{name}.xlsx", data)) for name, data in files.items()]
    answer = browser.client.post(f"{YEAR}/nhan", files=sent, headers={"Origin": browser.desk.address}, follow_redirects=True)
    return browser.after_work(answer)


def results(plan: Path) -> dict[tuple[str, str], docgen.ResultRow]:
    return {(row.ma, row.don_vi): row for row in docgen.result_form(plan).rows}


def faults(text: str) -> dict[str, str]:
    return dict(re.findall(r'<ul class="faults" id="o-(\w+)-loi"><li>(.*?)</li>', text))


def test_forms_are_made_for_a_period_and_downloaded(browser: Browser, plan: Path) -> None:
    made = browser.post(f"{YEAR}/bieu-mau", {"ky": "quý III"})
    assert "Đã lập 50 biểu mẫu quý III năm 2023" in made.text
    (folder,) = plan.parent.glob("bieu-mau-*")
    assert folder.name == "bieu-mau-quy-iii-nam-2023"
    assert browser.get(f"{YEAR}/bieu-mau/19-so-y-te.xlsx").content == (folder / "19-so-y-te.xlsx").read_bytes()
    assert browser.get(f"{YEAR}/bieu-mau/..%2F..%2Fkehoach.yaml").status_code == 404


def test_a_period_that_is_none_is_told_at_its_field(browser: Browser, plan: Path) -> None:
    answer = browser.post(f"{YEAR}/bieu-mau", {"ky": "quý V"})
    assert answer.status_code == 422
    assert "không phải một kỳ báo cáo" in faults(answer.text)["ky"]
    assert 'value="quý V"' in answer.text
    assert not list(plan.parent.glob("bieu-mau-*"))


def test_who_has_answered_is_shown_and_who_is_late(browser: Browser, plan: Path) -> None:
    text = browser.get(YEAR).text
    assert "<strong>5/50</strong> đơn vị đã trả lời" in text
    assert "Chưa trả lời (45)" in text
    source = plan.read_text("utf-8")
    with_day = source.replace("cong_van:\n", "cong_van:\n  bao_cao: {gui: Sở Nội vụ, han: trước ngày 10/12/2023}\n", 1)
    assert with_day != source
    plan.write_text(with_day, "utf-8")
    text = browser.get(YEAR).text
    assert "đã quá hạn" in text
    assert "Trễ hạn (45)" in text


def test_filled_forms_are_read_seen_and_saved_with_every_comment_kept(browser: Browser, plan: Path) -> None:
    before = (plan.parent / "ketqua.yaml").read_text("utf-8")
    read = drop(browser, y=filled(plan, "Sở Y tế", {"E9": "Hoàn thành", "G9": "Phát 300 tờ rơi"}))
    assert "thêm 1 kết quả" in read.text
    assert (plan.parent / "ketqua.yaml").read_text("utf-8") == before
    assert "Đã nhận trả lời" in browser.post(read.url.path).text
    assert results(plan)["I.3", "Sở Y tế"].cells["noi_dung"] == "Phát 300 tờ rơi"
    now = (plan.parent / "ketqua.yaml").read_text("utf-8")
    assert [line for line in before.split("\n") if line not in now.split("\n")] == []


def test_what_is_doubtful_stands_beside_the_row_of_the_form_and_is_decided(browser: Browser, plan: Path) -> None:
    cells = {"E9": "Hoàn thành", "F9": "30/13/2023", "E10": "xong?"}
    form = filled(plan, "Sở Y tế", cells)
    read = drop(browser, y=form)
    first = read.text.partition('id="ngo-0"')[2].partition('id="ngo-1"')[0]
    assert "trong lịch không có ngày “30/13/2023”" in first
    assert re.search(r"Ngày hoàn thành</th><td[^>]*>30/13/2023</td>", first)
    assert re.search(r"Ngày hoàn thành</th><td[^>]*>\(trống\)</td>", first)
    browser.post(read.url.path, {"dung": "0"})
    found = results(plan)
    assert found["I.3", "Sở Y tế"].doubts == ()
    assert len(found["I.4", "Sở Y tế"].doubts) == 1
    again = drop(browser, y=form)
    assert "thêm 0 kết quả, cập nhật 0, như cũ 2" in again.text
    assert "Không có gì mới để lưu" in again.text


def test_what_is_left_doubtful_is_accepted_with_one_click_later(browser: Browser, plan: Path) -> None:
    read = drop(browser, y=filled(plan, "Sở Y tế", {"E9": "xong?", "G9": "Phát tờ rơi"}))
    overview = browser.post(read.url.path).text
    assert "Cần xem lại (1)" in overview
    row = results(plan)["I.3", "Sở Y tế"]
    accepted = browser.post(f"{YEAR}/sua/{row.index}", {"dung": "1"})
    assert "Cần xem lại" not in accepted.text
    assert results(plan)["I.3", "Sở Y tế"].cells["trang_thai"] == "chưa rõ"


def test_wrong_files_are_told_by_their_names_and_the_others_are_taken(browser: Browser, plan: Path) -> None:
    good = filled(plan, "Sở Y tế", {"E9": "Hoàn thành"})
    other = BytesIO()
    openpyxl.Workbook().save(other)
    read = drop(browser, tot=good, hong=b"abc", khac=other.getvalue())
    assert "Không lấy được (2)" in read.text
    assert re.findall(r'<span class="place">(\w+\.xlsx)', read.text) == ["hong.xlsx", "khac.xlsx"]
    assert "/docgen-" not in read.text
    saved = browser.post(read.url.path)
    assert "đây không phải tệp Excel .xlsx" in saved.text
    assert ("I.3", "Sở Y tế") in results(plan)


def test_two_files_of_one_name_are_two_files(browser: Browser, plan: Path) -> None:
    one, two = (filled(plan, unit, {"E9": "Hoàn thành"}) for unit in ("Sở Y tế", "Sở Tư pháp"))
    files = [("tep", ("bieu mau.xlsx", one)), ("tep", ("C:\\Users\\a\\bieu mau.xlsx", two))]
    answer = browser.client.post(f"{YEAR}/nhan", files=files, headers={"Origin": browser.desk.address}, follow_redirects=True)
    assert "2 biểu mẫu, 2 đơn vị trả lời" in browser.after_work(answer).text


def test_nothing_chosen_is_told_at_its_field_and_what_is_gone_is_asked_for_again(browser: Browser) -> None:
    assert faults(browser.post(f"{YEAR}/nhan").text) == {"tep": "chưa chọn biểu mẫu nào"}
    assert "hãy thả lại" in browser.post(f"{YEAR}/nhan/khong-co").text


def test_a_result_is_put_right_in_place(browser: Browser, plan: Path) -> None:
    path = plan.parent / "ketqua.yaml"
    before = path.read_text("utf-8")
    form = browser.get(f"{YEAR}/sua/0").text
    typed = {
        name: re.sub(r"\s+", " ", value) for name, value in results(plan)["I.1", "Sở Thông tin và Truyền thông"].cells.items()
    }
    was = re.findall(r'name="was" value="([^"]+)"', form)[0]
    saved = browser.post(f"{YEAR}/sua/0", {**typed, "trang_thai": "đang thực hiện", "was": was})
    assert "Đã lưu kết quả I.1 của Sở Thông tin và Truyền thông" in saved.text
    assert path.read_text("utf-8") == before.replace("trang_thai: hoàn thành", "trang_thai: đang thực hiện", 1)


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("trang_thai", "gần xong", "“gần xong”"),
        ("ngay_hoan_thanh", "30/13", "ngay_hoan_thanh"),
        ("so_lieu", "Tờ rơi 300", "chỉ tiêu | đơn vị tính | số lượng"),
    ],
)
def test_what_is_wrong_with_a_result_stands_at_its_cell_and_nothing_is_written(
    browser: Browser, plan: Path, name: str, words: str, said: str
) -> None:
    before = (plan.parent / "ketqua.yaml").read_bytes()
    cells = dict(results(plan)["I.1", "Sở Thông tin và Truyền thông"].cells)
    answer = browser.post(f"{YEAR}/sua/0", {**cells, name: words})
    assert answer.status_code == 422
    assert list(faults(answer.text)) == [name]
    assert said in faults(answer.text)[name]
    assert words in answer.text
    assert (plan.parent / "ketqua.yaml").read_bytes() == before


def test_a_file_that_somebody_saved_meanwhile_is_not_overwritten(browser: Browser, plan: Path) -> None:
    path = plan.parent / "ketqua.yaml"
    was = re.findall(r'name="was" value="([^"]+)"', browser.get(f"{YEAR}/sua/0").text)[0]
    cells = dict(results(plan)["I.1", "Sở Thông tin và Truyền thông"].cells)
    other = path.read_text("utf-8").replace("thuc_hien: 142.500.000", "thuc_hien: 142.500.001")
    path.write_text(other, "utf-8")
    answer = browser.post(f"{YEAR}/sua/0", {**cells, "noi_dung": "Việc khác", "was": was})
    assert answer.status_code == 409
    assert "đã được sửa ở nơi khác sau khi mở trang này" in answer.text
    assert path.read_text("utf-8") == other
    again = re.findall(r'name="was" value="([^"]+)"', answer.text)[0]
    browser.post(f"{YEAR}/sua/0", {**cells, "noi_dung": "Việc khác", "was": again})
    assert "142.500.001" in path.read_text("utf-8")
    assert results(plan)["I.1", "Sở Thông tin và Truyền thông"].cells["noi_dung"] == "Việc khác"
