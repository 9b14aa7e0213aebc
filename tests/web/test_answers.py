"""Forms and answers on the page: forms made, filled ones dropped, what is doubtful decided, results put right in place."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from httpx import Response

import docgen
from docgen.web.sides import CHANGED
from tests.web.conftest import Browser
from tests.web.test_plan import form_of

YEAR = "/nam/asean-2023/ket-qua"
FILES = "/nam/asean-2023/tep"
LEADER = "Sở Thông tin và Truyền thông"


@pytest.fixture
def plan(office: Path) -> Path:
    return office / "asean-2023" / "kehoach.yaml"


def filled(plan: Path, unit: str, cells: Mapping[str, str], figures: Mapping[str, str] | None = None) -> bytes:
    """Return the form of a unit, filled in, with its figures."""
    (form,) = docgen.make_forms(plan, units=unit).forms
    book = openpyxl.load_workbook(BytesIO(form.data))
    for place, words in cells.items():
        book["Kết quả"][place] = words
    for place, words in (figures or {}).items():
        book["Số liệu"][place] = words
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
    return dict(re.findall(r'<ul class="faults" id="o-([\w.]+)-loi"><li>(.*?)</li>', text))


_FIELD = re.compile(
    r'<input type="(?:hidden|radio)" name="([^"]+)" value="([^"]*)"( checked)?>|<input id="[^"]+" name="([^"]+)" value="([^"]*)"'
    r'|<textarea id="[^"]+" name="([^"]+)"[^>]*>\n(.*?)</textarea>|<select id="[^"]+" name="([^"]+)"[^>]*>(.*?)</select>',
    re.DOTALL,
)


def as_shown(text: str) -> dict[str, str]:
    """Return what a browser sends of the results on a screen where nothing is touched."""
    found = {}
    for plain, value, checked, typed, words, area, lines, choice, options in _FIELD.findall(text):
        if plain and (checked or 'type="radio"' not in text.partition(f'name="{plain}"')[0][-30:]):
            found[plain] = unescape(value)
        elif choice:
            found[choice] = unescape("".join(re.findall(r"<option selected>(.*?)</option>", options)))
        elif typed or area:
            found[typed or area] = unescape(words or lines).replace("\n", "\r\n")
    return found


def line_of(shown: Mapping[str, str], ma: str, unit: str) -> str:
    """Return what the cells of one result are called on a screen."""
    [name] = [name for name, value in shown.items() if value == f"{ma}|{unit}"]
    return name.removesuffix(".la")


def test_forms_are_made_for_a_period_and_downloaded(browser: Browser, plan: Path) -> None:
    made = browser.post(f"{YEAR}/bieu-mau", {"ky": "quý III"})
    assert "Đã lập 50 biểu mẫu quý III năm 2023" in made.text
    (folder,) = plan.parent.glob("bieu-mau-*")
    assert folder.name == "bieu-mau-quy-iii-nam-2023"
    assert browser.get(f"{FILES}/{folder.name}/19-so-y-te.xlsx").content == (folder / "19-so-y-te.xlsx").read_bytes()
    for name in ("danh-muc-bieu-mau.xlsx", "19-so-y-te.xlsx"):
        assert f'href="{FILES}/{folder.name}/{name}"' in made.text
    (plan.parent / "a.docx").symlink_to(plan.parent.parent / "coquan.docx")
    (plan.parent.parent / "coquan.docx").write_bytes(b"x")
    for name in ("..%2Fcoquan.docx", "%2e%2e/coquan.docx", "kehoach.yaml", "a.docx", f"{folder.name}/khong-co.xlsx", ""):
        assert browser.get(f"{FILES}/{name}").status_code == 404


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


def test_what_is_doubtful_stands_beside_the_rows_of_the_form_and_is_decided(browser: Browser, plan: Path) -> None:
    """Taken with other words, left out, left for later: each as it was chosen, and nothing that is left out goes untold."""
    cells = {"E9": "Hoàn thành", "F9": "30/13/2023", "E10": "xong?", "E11": "xong rồi đó"}
    form = filled(plan, "Sở Y tế", cells, {"A5": "I.3", "C5": "Tờ rơi", "D5": "tờ", "E5": "132 vụ"})
    read = drop(browser, y=form)
    first = read.text.partition("<legend>I.3 ")[2].partition("<fieldset")[0]
    assert "trong lịch không có ngày “30/13/2023”" in first
    assert re.search(r"Ngày hoàn thành</th><td[^>]*>30/13/2023</td>", first)
    assert re.search(r"Số liệu</th><td[^>]*>Tờ rơi \| tờ \| 132 vụ</td>", first)
    assert '<p class="place">y.xlsx, tờ Kết quả, dòng 9</p>' in first
    shown = as_shown(read.text)
    assert (shown["n0.ngay_hoan_thanh"], shown["n0.so_lieu"], shown["cach-0"]) == ("", "", "sau")
    wrong = browser.post(read.url.path, {**shown, "n0.ngay_hoan_thanh": "30/13"})
    assert (wrong.status_code, list(faults(wrong.text))) == (422, ["n0.ngay_hoan_thanh"])
    assert 'name="cach-0" value="lay" checked' in wrong.text
    assert '<a class="place" href="#o-n0.ngay_hoan_thanh">I.3 Sở Y tế, Ngày hoàn thành</a>: ' in wrong.text
    chosen = {**shown, "n0.ngay_hoan_thanh": "2023-12-30", "n0.so_lieu": "Tờ rơi | tờ | 132", "cach-1": "bo"}
    saved = browser.post(read.url.path, chosen)
    assert "Cần xem lại (1)" in saved.text
    assert "người xem chọn không lấy câu trả lời này (chưa lấy)" in saved.text
    found = results(plan)
    assert found["I.3", "Sở Y tế"].doubts == ()
    assert found["I.3", "Sở Y tế"].cells["ngay_hoan_thanh"] == "30/12/2023"
    assert found["I.3", "Sở Y tế"].cells["so_lieu"] == "Tờ rơi | tờ | 132"
    assert ("I.4", "Sở Y tế") not in found
    [later] = [row for row in found.values() if row.doubts]
    again = drop(browser, y=form)
    assert "thêm 1 kết quả, cập nhật 0, như cũ 2" in again.text
    table = as_shown(saved.text)
    seen = browser.post(YEAR, {**table, f"{line_of(table, later.ma, 'Sở Y tế')}.da-xem": "1"})
    assert "Đã lưu 1 kết quả." in seen.text
    assert "Cần xem lại" not in seen.text
    assert results(plan)[later.ma, "Sở Y tế"].cells["trang_thai"] == "chưa rõ"


def test_wrong_files_are_told_by_their_names_and_the_others_are_taken(browser: Browser, plan: Path, office: Path) -> None:
    good = filled(plan, "Sở Y tế", {"E9": "Hoàn thành"})
    empty = BytesIO()
    openpyxl.Workbook().save(empty)
    later = filled(office / "asean-2024" / "kehoach.yaml", "Sở Y tế", {"E9": "Hoàn thành"})
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    locked = old + "EncryptedPackage".encode("utf-16-le")
    files = {
        "tot.xlsx": good, "hong.xlsx": b"abc", "khac.xlsx": empty.getvalue(), "nam-sau.xlsx": later,
        "cu.xls": old, "khoa.xlsx": locked, "anh.png": b"\x89PNG", "cong-van.docx": b"PK\x03\x04",
        "them.xlsx": filled(plan, "Sở Y tế", {"E9": "Đang thực hiện"}),
    }  # fmt: skip
    sent = [("tep", file) for file in files.items()]
    read = browser.after_work(
        browser.client.post(f"{YEAR}/nhan", files=sent, headers={"Origin": browser.desk.address}, follow_redirects=True)
    )
    left = read.text.partition("Không lấy được (7)")[2].partition("</section>")[0]
    told = dict(re.findall(r'<span class="place">([\w.-]+):</span> (.*?)</li>', left))
    assert set(told) == set(files) - {"tot.xlsx", "them.xlsx"}
    assert "tệp đặt mật khẩu" in told["khoa.xlsx"]
    assert "Excel đời cũ (.xls)" in told["cu.xls"]
    assert "biểu mẫu của năm 2024, không phải năm 2023" in told["nam-sau.xlsx"]
    assert told["anh.png"] == told["cong-van.docx"]
    assert "docgen không đọc loại tệp này" in told["anh.png"]
    assert "trả lời nhiệm vụ I.3 hai lần; giữ câu trả lời ở tot.xlsx, tờ Kết quả, dòng 9" in read.text
    saved = browser.post(read.url.path, as_shown(read.text))
    assert "đây không phải tệp Excel .xlsx" in saved.text
    assert ("I.3", "Sở Y tế") in results(plan)


def test_work_that_a_form_does_not_name_gets_its_name_on_the_page(browser: Browser, plan: Path) -> None:
    (form,) = docgen.make_forms(plan, units="Sở Y tế").forms
    page = openpyxl.load_workbook(BytesIO(form.data))["Kết quả"]
    row = next(cell.row for cell in page["A"] if cell.value == "K.1")
    read = drop(browser, y=filled(plan, "Sở Y tế", {f"E{row}": "Hoàn thành", f"G{row}": "Hiến 30 đơn vị máu"}))
    shown = as_shown(read.text)
    assert shown["n0.ten"] == "Việc khác (biểu mẫu không ghi tên việc)"
    saved = browser.post(read.url.path, {**shown, "n0.ten": "Hiến máu"})
    assert results(plan)["K.1", "Sở Y tế"].ten == "Hiến máu"
    table = as_shown(saved.text)
    browser.post(YEAR, {**table, f"{line_of(table, 'K.1', 'Sở Y tế')}.ten": "Ngày hội hiến máu"})
    assert results(plan)["K.1", "Sở Y tế"].ten == "Ngày hội hiến máu"
    assert f"{line_of(table, 'I.1', LEADER)}.ten" not in table


def test_two_files_of_one_name_are_two_files(browser: Browser, plan: Path) -> None:
    one, two = (filled(plan, unit, {"E9": "Hoàn thành"}) for unit in ("Sở Y tế", "Sở Tư pháp"))
    files = [("tep", ("bieu mau.xlsx", one)), ("tep", ("C:\\Users\\a\\bieu mau.xlsx", two))]
    answer = browser.client.post(f"{YEAR}/nhan", files=files, headers={"Origin": browser.desk.address}, follow_redirects=True)
    assert "2 biểu mẫu, 2 đơn vị trả lời" in browser.after_work(answer).text


def test_nothing_chosen_is_told_at_its_field_and_what_is_gone_is_asked_for_again(browser: Browser) -> None:
    assert faults(browser.post(f"{YEAR}/nhan").text) == {"tep": "chưa chọn biểu mẫu nào"}
    assert "hãy thả lại" in browser.post(f"{YEAR}/nhan/khong-co").text


def test_results_are_put_right_and_added_in_the_table_with_every_other_byte_kept(browser: Browser, plan: Path) -> None:
    path = plan.parent / "ketqua.yaml"
    before = path.read_text("utf-8")
    shown = as_shown(browser.get(YEAR).text)
    assert "Không có gì khác để lưu" in browser.post(YEAR, shown).text
    assert path.read_text("utf-8") == before
    known, new = line_of(shown, "I.1", LEADER), line_of(shown, "I.1", "Ban Tuyên giáo Tỉnh ủy")
    more = {f"{known}.trang_thai": "đang thực hiện", f"{new}.trang_thai": "hoàn thành", f"{new}.so_lieu": "Buổi | buổi | 2"}
    assert "Đã lưu 2 kết quả." in browser.post(YEAR, {**shown, **more}).text
    now = path.read_text("utf-8")
    added = now.partition("  - ma: I.1\n")[2].partition("  - ma: I.1\n")[2].partition("  - ma: I.2\n")[0]
    assert "don_vi: Ban Tuyên giáo Tỉnh ủy\n    trang_thai: hoàn thành\n" in added
    assert now.replace(f"  - ma: I.1\n{added}  - ma: I.2\n", "  - ma: I.2\n") == before.replace(
        "trang_thai: hoàn thành", "trang_thai: đang thực hiện", 1
    )
    assert results(plan)["I.1", "Ban Tuyên giáo Tỉnh ủy"].cells["so_lieu"] == "Buổi | buổi | 2"
    shown = as_shown(browser.get(YEAR).text)
    browser.post(YEAR, {**shown, f"{known}.trang_thai": ""})
    assert "trang_thai: chưa có báo cáo" in path.read_text("utf-8")


def test_results_of_a_task_that_was_deleted_or_moved_are_seen_and_put_right(browser: Browser, plan: Path) -> None:
    path, form = plan.parent / "ketqua.yaml", docgen.plan_form(plan)
    before = path.read_text("utf-8")
    assert "không còn khớp" not in browser.get(YEAR).text
    (table,) = form.tables
    rows = [row for row in table.rows if row.route[-3:] != (0, "nhiem_vu", 2)]  # I.3, of which two units have told
    docgen.save_data(plan, form.data, form.changed({}, (replace(table, rows=tuple(rows)),)))
    sent = form_of(browser.get("/nam/asean-2023/ke-hoach").text)
    assert "3 kết quả đã nhận không còn khớp việc nào" in browser.post("/nam/asean-2023/ke-hoach", sent).text
    shown = browser.get(YEAR).text
    assert "Lấy mã của kế hoạch cho 1 kết quả" in shown
    assert "chỉ đổi tên" not in shown  # the task that has the code now has results of its own
    doc = {"doc": re.findall(r'name="doc" value="([^"]+)"', shown)[0]}
    browser.post(f"{YEAR}/lac", {**doc, "viec": "ma:"})
    assert path.read_text("utf-8") == before.replace("  - ma: I.4\n", "  - ma: I.3\n")
    assert CHANGED in browser.post(f"{YEAR}/lac", {**doc, "viec": "xoa:2"}).text
    for index in ("3", "2"):
        doc = {"doc": re.findall(r'name="doc" value="([^"]+)"', browser.get(YEAR).text)[0]}
        browser.post(f"{YEAR}/lac", {**doc, "viec": f"xoa:{index}"})
    assert "không còn khớp" not in browser.get(YEAR).text
    assert [row.ma for row in docgen.result_form(plan).rows] == ["I.1", "I.2", "I.3", "II.1", "II.2", "II.3"]
    assert path.read_text("utf-8").count("#") == before.count("#")
    plan.write_text(plan.read_text("utf-8").replace("video clip,…)", "video)", 1), "utf-8")
    shown = browser.get(YEAR).text
    assert "Vẫn việc ấy, chỉ đổi tên" in shown
    doc = {"doc": re.findall(r'name="doc" value="([^"]+)"', shown)[0]}
    assert "không còn khớp" not in browser.post(f"{YEAR}/lac", {**doc, "viec": "ten:3"}).text


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("trang_thai", "gần xong", "“gần xong”"),
        ("ngay_hoan_thanh", "30/13", "ghi như 15/12/2023"),
        ("so_lieu", "Tờ rơi 300", "chỉ tiêu | đơn vị tính | số lượng"),
    ],
)
def test_what_is_wrong_with_a_result_stands_at_its_cell_and_nothing_is_written(
    browser: Browser, plan: Path, name: str, words: str, said: str
) -> None:
    before = (plan.parent / "ketqua.yaml").read_bytes()
    shown = as_shown(browser.get(YEAR).text)
    cell = f"{line_of(shown, 'I.1', LEADER)}.{name}"
    answer = browser.post(YEAR, {**shown, cell: words})
    assert answer.status_code == 422
    assert list(faults(answer.text)) == [cell]
    assert said in faults(answer.text)[cell]
    assert as_shown(answer.text)[cell] == words
    assert f'<a class="place" href="#o-{cell}">I.1 {LEADER}, ' in answer.text.partition("Chưa lưu.")[2]
    assert "so_lieu:" not in answer.text
    assert (plan.parent / "ketqua.yaml").read_bytes() == before


def test_what_somebody_saved_meanwhile_stands_beside_what_is_typed(browser: Browser, plan: Path) -> None:
    path = plan.parent / "ketqua.yaml"
    shown = as_shown(browser.get(YEAR).text)
    cell = f"{line_of(shown, 'I.2', LEADER)}.noi_dung"
    other = path.read_text("utf-8").replace("Đã nghiệm thu, đăng phát", "Đã đăng phát")
    path.write_text(other.replace("thuc_hien: 142.500.000", "thuc_hien: 142.500.001"), "utf-8")
    answer = browser.post(YEAR, {**shown, cell: "Việc khác"})
    assert answer.status_code == 409
    assert "đã được sửa ở nơi khác trong lúc bạn đang sửa" in answer.text
    assert "Đã đăng phát các phóng sự" in answer.text.partition("Trong tệp nay là")[2][:200]
    assert "Việc khác" not in path.read_text("utf-8")
    assert "Đã lưu 1 kết quả." in browser.post(YEAR, as_shown(answer.text)).text
    assert "142.500.001" in path.read_text("utf-8")
    assert results(plan)["I.2", LEADER].cells["noi_dung"] == "Việc khác"


def test_a_long_table_has_pages_each_saved_by_itself(browser: Browser, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.web.pages.answers.ON_PAGE", 5)
    first, second = (as_shown(browser.get(f"{YEAR}?trang={page}").text) for page in (1, 2))
    assert sum(name.endswith(".la") for name in second) == 5
    assert not {name for name in first if name.endswith(".la")} & set(second)
    cell = f"{line_of(second, 'II.2', LEADER)}.trang_thai"
    saved = browser.post(YEAR, {**second, cell: "đang thực hiện"})
    assert "Đã lưu 1 kết quả." in saved.text
    assert as_shown(saved.text)[cell] == "đang thực hiện"
    assert results(plan)["I.1", LEADER].cells["trang_thai"] == "hoàn thành"
    for page in ("0", "x", "99999999", "500"):
        assert browser.get(f"{YEAR}?trang={page}").status_code == 200
