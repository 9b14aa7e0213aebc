"""Any paper dropped on the page: what is found stands at its paragraph, and it comes back with comments or repaired."""

import io
import re

import docx
import pytest
from httpx import Response

import docgen
from tests.check.papers.clean import CLEAN
from tests.check.papers.mutate import at, mutated, set_margins
from tests.check.papers.spoil import replace_text
from tests.web.conftest import Browser

WRONG = mutated(CLEAN["cong_van"](), at("Độc lập", replace_text(" - ", " – ")), set_margins(left=25))


def dropped(browser: Browser, data: bytes, name: str = "cv số 1.docx") -> Response:
    return browser.after_work(browser.post("/kiem-tra", files={"tep": (name, data)}))


def rules_of(paper: bytes) -> set[str]:
    return {finding.rule.id for finding in docgen.check(paper).findings if finding.severity.name == "ERROR"}


def test_what_is_found_stands_beside_its_paragraph(browser: Browser) -> None:
    seen = dropped(browser, WRONG)
    assert seen.status_code == 200
    assert "<h1>cv số 1.docx</h1>" in seen.text
    row = next(each for each in seen.text.split('<div class="row">') if "Độc lập – Tự do" in each)
    assert re.search(r"\d\. Lỗi H02</span>: Tiêu ngữ phải là", row)
    assert "Cách sửa: " in row
    assert "Cơ sở: PL I." in row
    assert re.findall(r'name="sua" value="(\w+)" checked', seen.text) == ["P02", "H02"]
    assert 'href="/giay.css"' in seen.text
    assert browser.get("/giay.css").headers["content-type"].startswith("text/css")


def test_a_copy_with_comments_is_downloaded(browser: Browser) -> None:
    answer = browser.post(dropped(browser, WRONG).url.path, {"ghi-chu": "1"})
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''cv%20s%E1%BB%91%201-ghi-chu.docx"
    assert len(list(docx.Document(io.BytesIO(answer.content)).comments)) == 2


@pytest.mark.parametrize(("ticked", "left"), [(["H02"], {"P02"}), (["P02"], {"H02"}), (["P02", "H02"], set[str]())])
def test_what_is_ticked_is_repaired_and_nothing_else(browser: Browser, ticked: list[str], left: set[str]) -> None:
    answer = browser.post(dropped(browser, WRONG).url.path, {"da-sua": "1", "sua": ticked})
    assert answer.headers["content-disposition"].endswith("-da-sua.docx")
    assert rules_of(answer.content) == left
    assert "w:del " in docx.Document(io.BytesIO(answer.content)).element.xml if "H02" in ticked else True


def test_what_is_left_may_stand_in_the_copy_as_comments(browser: Browser) -> None:
    answer = browser.post(dropped(browser, WRONG).url.path, {"da-sua": "1", "sua": "P02", "kem": "1"})
    assert ["H02" in each.text for each in docx.Document(io.BytesIO(answer.content)).comments] == [True]


def test_with_nothing_ticked_it_is_said_at_the_button(browser: Browser) -> None:
    answer = browser.post(dropped(browser, WRONG).url.path, {"da-sua": "1"})
    assert answer.status_code == 422
    assert '<ul class="faults" id="viec-loi"><li>chưa chọn chỗ nào để sửa</li></ul>' in answer.text
    assert re.findall(r'name="sua" value="\w+" checked', answer.text) == []


def test_a_paper_without_faults_offers_nothing_to_take(browser: Browser) -> None:
    seen = dropped(browser, CLEAN["cong_van"]())
    assert "ĐẠT: không có lỗi" in seen.text
    assert "Tải bản" not in seen.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"abc", "a.docx: "),
        ("kế hoạch.doc", b"abc", "chỉ kiểm tra được tệp Word đuôi .docx"),
        ("ảnh.jpg", b"abc", "chỉ kiểm tra được tệp Word đuôi .docx"),
        ("rỗng.docx", b"", "rỗng.docx: "),
    ],
)
def test_a_wrong_file_is_told_at_its_field(browser: Browser, name: str, data: bytes, said: str) -> None:
    answer = browser.post("/kiem-tra", files={"tep": (name, data)})
    assert answer.status_code == 422
    (fault,) = re.findall(r'id="o-tep-loi"><li>(.*?)</li>', answer.text)
    assert fault.startswith(said) or said in fault
    assert 'aria-describedby="o-tep-giup o-tep-loi" aria-invalid="true"' in answer.text


def test_no_file_is_told_and_one_that_is_gone_is_asked_for_again(browser: Browser) -> None:
    assert "chưa chọn tệp nào" in browser.post("/kiem-tra").text
    assert "thả lại tệp" in browser.get("/kiem-tra/khong-co").text
    assert "thả lại tệp" in browser.post("/kiem-tra/khong-co", {"ghi-chu": "1"}).text


def test_a_paper_with_tracked_changes_is_judged_and_says_why_it_is_not_repaired(browser: Browser) -> None:
    repaired = docgen.repair(WRONG, rules=["P02"]).data
    seen = dropped(browser, repaired)
    assert "docgen không sửa được tệp này" in seen.text
    assert "Track Changes" in seen.text
    assert 'name="sua"' not in seen.text
    assert "Tải bản có ghi chú" in seen.text
