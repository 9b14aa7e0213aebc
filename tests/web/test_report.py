"""The report on the page: the clerk's parts as fields, the paper beside them, made by a button."""

import re
from pathlib import Path

import pytest

import docgen
from tests.web.conftest import Browser

REPORT = "/nam/asean-2023/bao-cao"
FILES = "/nam/asean-2023/tep"


@pytest.fixture
def plan(office: Path) -> Path:
    return office / "asean-2023" / "kehoach.yaml"


def was(text: str) -> str:
    return str(re.findall(r'name="was" value="([^"]+)"', text)[0])


def faults(text: str) -> dict[str, str]:
    return dict(re.findall(r'<ul class="faults" id="(?:o-)?([\w.]+)-loi"><li>(.*?)</li>', text))


def test_the_clerks_parts_stand_as_texts_beside_what_is_counted(browser: Browser) -> None:
    text = browser.get(REPORT).text
    assert re.search(r'<textarea id="o-danh_gia.uu_diem"[^>]*>\nCác đơn vị chủ trì chủ động lồng ghép', text)
    assert re.search(r'name="kinh_phi.du_toan"[^>]*value="150.000.000"', text)
    paper = text.partition('class="paper"')[2]
    assert "BÁO CÁO" in paper
    assert "biểu đồ: xem ở bản in" in paper
    assert re.search(r"7 nhiệm vụ", paper)


def test_a_part_is_saved_in_place_and_stands_in_the_paper(browser: Browser, plan: Path) -> None:
    path = plan.parent / "ketqua.yaml"
    before = path.read_text("utf-8")
    parts = {
        "danh_gia.bai_hoc": "- Hoàn tất thủ tục đặt hàng ngay từ đầu năm\n- Giao việc sớm\n",
        "was": was(browser.get(REPORT).text),
    }
    saved = browser.post(REPORT, parts)
    assert "Đã lưu." in saved.text
    assert "Giao việc sớm" in saved.text.partition('class="paper"')[2]
    now = path.read_text("utf-8")
    assert [line for line in now.split("\n") if line not in before.split("\n")] == ["    - Giao việc sớm"]
    assert [line for line in before.split("\n") if line not in now.split("\n")] == []


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("kinh_phi.du_toan", "5 triệu", "“5 triệu” không phải số"),
        ("den_ngay", "15/13/2023", "15/13/2023"),
        ("bieu_do", "vẽ đẹp", "vẽ đẹp"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_written(
    browser: Browser, plan: Path, name: str, words: str, said: str
) -> None:
    before = (plan.parent / "ketqua.yaml").read_bytes()
    answer = browser.post(REPORT, {name: words, "was": was(browser.get(REPORT).text)})
    assert answer.status_code == 422
    assert list(faults(answer.text)) == [name]
    assert said in faults(answer.text)[name]
    assert f'value="{words}"' in answer.text or f"<option selected>{words}</option>" in answer.text
    assert (plan.parent / "ketqua.yaml").read_bytes() == before


def test_what_somebody_saved_meanwhile_is_not_overwritten(browser: Browser, plan: Path) -> None:
    path, read = plan.parent / "ketqua.yaml", was(browser.get(REPORT).text)
    other = path.read_text("utf-8").replace("142.500.000", "142.500.001")
    path.write_text(other, "utf-8")
    answer = browser.post(REPORT, {"danh_gia.bai_hoc": "Giao việc sớm", "was": read})
    assert answer.status_code == 409
    assert path.read_text("utf-8") == other
    assert "Giao việc sớm</textarea>" in answer.text


def test_the_report_is_made_and_downloaded(browser: Browser, plan: Path) -> None:
    made = browser.after_work(browser.post(REPORT, {"tao": "1"}))
    assert f'<p>Đã lưu, đã làm baocao.docx. <a href="{FILES}/baocao.docx">Tải baocao.docx</a></p>' in made.text
    assert (plan.parent / "baocao.docx").read_bytes() == docgen.make_report(plan).data
    assert browser.get(f"{FILES}/baocao.docx").content == (plan.parent / "baocao.docx").read_bytes()


def test_what_is_typed_is_saved_before_the_report_is_made_of_it(browser: Browser, plan: Path) -> None:
    text = browser.get(REPORT).text
    [form] = re.findall(r'<form method="post" class="beside".*?</form>', text, re.DOTALL)
    assert 'name="danh_gia.uu_diem"' in form
    assert re.search(r'<button class="main" name="tao" value="1">Lưu và làm báo cáo</button>', form)
    browser.after_work(browser.post(REPORT, {"danh_gia.uu_diem": "Giao việc sớm", "tao": "1", "was": was(text)}))
    assert docgen.result_form(plan).fields["danh_gia.uu_diem"] == "Giao việc sớm"
    assert "Giao việc sớm" in docgen.paper_html(docgen.check((plan.parent / "baocao.docx").read_bytes()))


def test_no_report_is_made_of_words_that_cannot_be_saved(browser: Browser, plan: Path) -> None:
    before = (plan.parent / "ketqua.yaml").read_bytes()
    typed = {"kinh_phi.du_toan": "5 triệu", "danh_gia.uu_diem": "Giao việc sớm", "ky": "6 tháng đầu năm", "pdf": "1", "tao": "1"}
    answer = browser.post(REPORT, {**typed, "was": was(browser.get(REPORT).text)})
    assert answer.status_code == 422
    assert list(faults(answer.text)) == ["kinh_phi.du_toan"]
    [told] = re.findall(r'role="alert"><p><strong>Chưa lưu.</strong>(.*?)</div>', answer.text)
    assert '<a class="place" href="#o-kinh_phi.du_toan">Kinh phí: dự toán (đồng)</a>: ' in told
    assert 'name="pdf" value="1" checked' in answer.text
    assert 'name="overwrite" value="1">' in answer.text
    assert "Giao việc sớm</textarea>" in answer.text
    assert 'name="ky" type="text" value="6 tháng đầu năm"' in answer.text
    assert 'data-guard="unsaved"' in answer.text
    assert not (plan.parent / "baocao.docx").exists()
    assert (plan.parent / "ketqua.yaml").read_bytes() == before


def test_a_report_that_a_person_edited_is_kept_until_they_say_so(browser: Browser, plan: Path) -> None:
    path = plan.parent / "baocao.docx"
    path.write_bytes(docgen.annotate(docgen.make_report(plan).data).data)
    edited = path.read_bytes()
    refused = browser.after_work(browser.post(REPORT, {"tao": "1"}))
    assert "Đã lưu phần người soạn ghi; chưa ghi được tệp Word." in refused.text
    assert path.read_bytes() == edited
    browser.after_work(browser.post(REPORT, {"tao": "1", "overwrite": "1"}))
    assert path.read_bytes() != edited


def test_a_year_without_results_starts_its_file_here(browser: Browser, office: Path) -> None:
    url, path = "/nam/asean-2024/bao-cao", office / "asean-2024" / "ketqua.yaml"
    text = browser.get(url).text
    assert "Chưa có kết quả nào" in text
    browser.post(url, {"phuong_huong": "Tiếp tục tuyên truyền", "was": was(text)})
    assert docgen.result_form(office / "asean-2024" / "kehoach.yaml").fields["phuong_huong"] == "Tiếp tục tuyên truyền"
    assert "# Phần dưới đây do người lập báo cáo viết" in path.read_text("utf-8")


def test_a_file_of_results_that_is_wrong_is_told(browser: Browser, plan: Path) -> None:
    path = plan.parent / "ketqua.yaml"
    path.write_text(path.read_text("utf-8").replace("trang_thai: hoàn thành", "trang_thai: gần xong", 1), "utf-8")
    assert "“gần xong”" in browser.get(REPORT).text
    path.write_text("a: [", "utf-8")
    assert "Chưa lập được báo cáo" in browser.get(REPORT).text
