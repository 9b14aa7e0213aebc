"""The letters on the page: the list and how each stands, one to read, what changed, all of them written, the register."""

import re
from pathlib import Path

import pytest

import docgen
from tests.web.conftest import Browser

LETTERS = "/nam/asean-2023/cong-van"
ONE = "19-so-y-te.docx"


def row(text: str, unit: str) -> str:
    return next(each for each in text.split("<tr>") if f'<th scope="row">{unit}</th>' in each)


def standing(text: str, unit: str) -> str:
    return str(re.findall(r'<span class="state[^"]*">([^<]*)</span>', row(text, unit))[0])


def write(browser: Browser, **options: str) -> str:
    return browser.after_work(browser.post(LETTERS, options)).text


def test_each_unit_with_work_is_listed_with_its_counts(browser: Browser) -> None:
    text = browser.get(LETTERS).text
    assert "50 đơn vị có việc" in text
    assert '<span class="state ">50 chưa làm</span>' in text
    assert re.findall(r'<td class="number">(\d*)</td>', row(text, "Sở Y tế")) == ["", "4", "1"]


def test_all_are_written_and_stand_as_done(browser: Browser, office: Path) -> None:
    text = write(browser)
    assert "Đã ghi công văn: đã đối chiếu với kế hoạch: 50 đơn vị có việc, mỗi đơn vị đúng một công văn" in text
    assert standing(text, "Sở Y tế") == "đã làm"
    assert len(list((office / "asean-2023" / "cong-van").glob("*.docx"))) == 50
    register = browser.get("/nam/asean-2023/tep/cong-van/so-dang-ky-van-ban-di.xlsx")
    assert register.content == (office / "asean-2023" / "cong-van" / "so-dang-ky-van-ban-di.xlsx").read_bytes()


def test_a_letter_is_read_before_anything_is_written(browser: Browser, office: Path) -> None:
    text = browser.get(f"{LETTERS}/{ONE}").text
    assert "<h1>Công văn gửi Sở Y tế</h1>" in text
    assert "Kính gửi: Sở Y tế" in text
    assert 'class="paper"' in text
    assert not (office / "asean-2023" / "cong-van").exists()
    assert browser.get(f"{LETTERS}/{ONE}/tep").content[:2] == b"PK"


def test_what_changed_since_the_last_set_is_shown(browser: Browser, office: Path) -> None:
    write(browser)
    plan = office / "asean-2023" / "kehoach.yaml"
    text = plan.read_text("utf-8")
    task = "Duy trì đưa tin, bài đầy đủ"
    assert task in text
    plan.write_text(text.replace(task, "Đăng tin, bài hằng tháng"), "utf-8")
    listed = browser.get(LETTERS).text
    assert standing(listed, "Sở Y tế") == "dữ liệu đã đổi sau khi làm"
    assert f'<a href="{LETTERS}/{ONE}">Xem thay đổi<' in listed
    (office / "asean-2023" / "cong-van" / ONE).with_suffix(".pdf").write_bytes(b"%PDF")
    seen = browser.get(f"{LETTERS}/{ONE}").text
    assert "Thay đổi so với bản đã ghi" in seen
    assert 'href="/nam/asean-2023/tep/cong-van/19-so-y-te.pdf">Tải 19-so-y-te.pdf</a>' in seen
    assert re.findall(r"<del>(.{19})", seen) == ["Duy trì đưa tin, bà"]
    assert re.findall(r"<ins>(.{24})", seen) == ["Đăng tin, bài hằng tháng"]


def test_a_letter_that_a_person_edited_is_shown_as_it_is_and_kept(browser: Browser, office: Path) -> None:
    write(browser)
    path = office / "asean-2023" / "cong-van" / ONE
    own = next(docgen.make_letters(office / "asean-2023" / "kehoach.yaml", units="Sở Tư pháp").letters()).data
    edited = docgen.annotate(own).data
    path.write_bytes(edited)
    seen = browser.get(f"{LETTERS}/{ONE}").text
    assert "Bản sửa tay khác bản soạn từ dữ liệu" in seen
    assert "<del>Kính gửi: Sở Tư pháp</del>" in seen
    assert "Ghi đè cả công văn đã sửa tay" in browser.get(LETTERS).text
    text = write(browser)
    assert "tệp này đã được sửa tay nên được giữ nguyên; dùng “Ghi đè”" in text
    assert path.read_bytes() == edited
    write(browser, overwrite="1")
    assert path.read_bytes() != edited
    assert [each.read_bytes() for each in path.parent.glob("*.bak*")] == [edited]


def test_a_plan_that_is_wrong_is_told_and_leads_back_to_it(browser: Browser, office: Path) -> None:
    plan = office / "asean-2023" / "kehoach.yaml"
    plan.write_text(plan.read_text("utf-8").replace("trich_yeu:", "trich_yếu:", 1), "utf-8")
    text = browser.get(LETTERS).text
    assert "Chưa soạn được công văn" in text
    assert "trich_yếu" in text
    assert "Chưa làm được việc này" in write(browser)


def wording(text: str) -> dict[str, str]:
    form = next(each for each in re.findall(r"<form.*?</form>", text, re.DOTALL) if f'action="{LETTERS}/loi-van"' in each)
    assert '<label for="o-cong_van.ky_hieu">Ký hiệu đơn vị soạn thảo</label>' in form
    typed = dict(re.findall(r'<input (?:type="hidden"|id="[^"]+") name="([^"]+)"[^>]*? value="(.*?)"', form))
    return typed | dict(re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL))


@pytest.fixture
def unsigned(office: Path) -> Path:
    """The sample plan, where nothing says which unit drafts the letters."""
    plan = office / "asean-2023" / "kehoach.yaml"
    text = plan.read_text("utf-8")
    for words, less in (("luu: VT, NV\n", "luu: VT\n"), ("  ky_hieu: NV\n", "")):
        assert text.count(words) == 1
        text = text.replace(words, less)
    plan.write_text(text, "utf-8")
    return plan


def test_the_drafting_units_sign_is_asked_for_where_it_is_missing_and_saved_in_place(browser: Browser, unsigned: Path) -> None:
    before = unsigned.read_bytes()
    text = browser.get(LETTERS).text
    assert "chưa biết ký hiệu đơn vị soạn thảo" in text
    form = wording(text)
    assert form["cong_van.ky_hieu"] == ""
    answer = browser.post(f"{LETTERS}/loi-van", {**form, "cong_van.ky_hieu": " NV "})
    assert "Đã lưu lời văn của công văn vào kế hoạch" in answer.text
    assert "50 đơn vị có việc" in answer.text
    assert wording(answer.text)["cong_van.ky_hieu"] == "NV"
    after = unsigned.read_bytes()
    assert docgen.plan_form(unsigned).fields["cong_van.ky_hieu"] == "NV"
    assert [line for line in after.split(b"\n") if line not in before.split(b"\n")] == [b"  ky_hieu: NV"]
    assert after.replace(b"  ky_hieu: NV\n", b"") == before
    browser.post("/nam/asean-2023/ke-hoach/lay-lai")
    assert unsigned.read_bytes() == before


def test_the_sign_is_asked_for_where_the_plan_says_nothing_of_letters(browser: Browser, unsigned: Path) -> None:
    before = unsigned.read_bytes().partition(b"\ncong_van:")[0].rstrip() + b"\n"
    unsigned.write_bytes(before)
    answer = browser.post(f"{LETTERS}/loi-van", {**wording(browser.get(LETTERS).text), "cong_van.ky_hieu": "NV"})
    assert "50 đơn vị có việc" in answer.text
    added = b"cong_van:\n  ky_hieu: NV\n"
    assert unsigned.read_bytes().count(added) == 1
    assert unsigned.read_bytes().replace(added, b"") == before


def test_a_sign_that_cannot_be_is_told_at_its_field_and_nothing_is_written(browser: Browser, unsigned: Path) -> None:
    before, form = unsigned.read_bytes(), wording(browser.get(LETTERS).text)
    answer = browser.post(f"{LETTERS}/loi-van", {**form, "cong_van.ky_hieu": "N/V 1"})
    assert answer.status_code == 422
    assert re.search(r'<ul class="faults" id="o-cong_van.ky_hieu-loi"><li>.+?</li>', answer.text)
    assert '<a class="place" href="#o-cong_van.ky_hieu">Ký hiệu đơn vị soạn thảo</a>: ' in answer.text
    assert wording(answer.text)["cong_van.ky_hieu"] == "N/V 1"
    assert unsigned.read_bytes() == before
    unsigned.write_bytes(before + b"# cua toi\n")
    answer = browser.post(f"{LETTERS}/loi-van", {**form, "cong_van.ky_hieu": "NV"})
    assert answer.status_code == 409
    assert "đã được sửa ở nơi khác" in answer.text
    assert unsigned.read_bytes() == before + b"# cua toi\n"
    assert "Đã lưu lời văn" in browser.post(f"{LETTERS}/loi-van", {**wording(answer.text), "cong_van.ky_hieu": "NV"}).text


def test_the_wording_is_saved_in_place_and_stands_in_the_letters(browser: Browser, office: Path) -> None:
    plan = office / "asean-2023" / "kehoach.yaml"
    before = plan.read_text("utf-8")
    form = wording(browser.get(LETTERS).text)
    assert form["cong_van.trich_yeu"] == "thực hiện Kế hoạch tuyên truyền, quảng bá ASEAN năm 2023"
    half = browser.post(f"{LETTERS}/loi-van", {**form, "cong_van.bao_cao.gui": "Sở Nội vụ", "cong_van.ngay": "31/2/2023"})
    assert half.status_code == 422
    assert re.findall(r'<ul class="faults" id="o-cong_van.([\w.]+)-loi">', half.text) == ["ngay", "bao_cao.han"]
    assert plan.read_text("utf-8") == before
    more = {"cong_van.mo_dau": "Thực hiện Kế hoạch\r\n{loi_giao} {don_vi}:", "cong_van.kieu": "danh sách"}
    more |= {"cong_van.bao_cao.gui": "Sở Nội vụ", "cong_van.bao_cao.han": "trước ngày 10/12/2023"}
    assert "Đã lưu lời văn" in browser.post(f"{LETTERS}/loi-van", {**form, **more}).text
    now = plan.read_text("utf-8")
    assert [line for line in before.split("\n") if line not in now.split("\n")] == []
    letter = browser.get(f"{LETTERS}/{ONE}").text
    assert "Sở Nội vụ trước ngày 10/12/2023" in letter
    assert "Thực hiện Kế hoạch" in letter


def test_a_letter_that_is_not_due_and_paths_lead_nowhere(browser: Browser, office: Path) -> None:
    (office / "asean-2023" / "cong-van").mkdir()
    (office / "asean-2023" / "cong-van" / "la.docx").write_bytes(b"x")
    for name in ("la.docx", "..%2Fkehoach.yaml", "%2e%2e%2f%2e%2e%2fcoquan.yaml", "kehoach.yaml"):
        assert browser.get(f"{LETTERS}/{name}/tep").status_code == 404
        assert browser.get(f"{LETTERS}/{name}").status_code == 404


def test_the_work_can_be_stopped_and_nothing_is_written(browser: Browser, office: Path) -> None:
    answer = browser.post(LETTERS, {"pdf": "1"})
    assert answer.url.path.startswith("/viec/")
    stopped = browser.after_work(browser.post(f"{answer.url.path}/dung"))
    assert "đã dừng theo yêu cầu; chưa ghi gì" in stopped.text
    assert not list((office / "asean-2023").glob("cong-van/*.docx"))


def test_what_stands_in_the_way_on_disk_is_told_and_nothing_is_lost(browser: Browser, office: Path) -> None:
    (office / "asean-2023" / "cong-van").write_text("ghi chú của tôi", "utf-8")
    text = write(browser)
    assert "Chưa làm được việc này" in text
    assert re.search(r'<ul class="problems">\s*<li><span class="place">cong-van:</span>', text)
    assert (office / "asean-2023" / "cong-van").read_text("utf-8") == "ghi chú của tôi"
