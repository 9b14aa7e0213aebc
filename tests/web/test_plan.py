"""The plan's screen: what is typed is saved in place, each mistake stands at its field, nobody's work is lost."""

import difflib
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

import docgen
from tests.conftest import ROOT
from tests.web.conftest import Browser

URL = "/nam/asean-2023/ke-hoach"


@pytest.fixture
def plan(office: Path) -> Path:
    return office / "asean-2023" / "kehoach.yaml"


def form_of(page: str) -> dict[str, list[str]]:
    """Return what a browser would send for the form of a page as it stands, by names."""
    [body] = re.findall(r'<form method="post" class="plan".*?</form>', page, re.DOTALL)
    found: dict[str, list[str]] = {}
    fields = r'<input type="hidden" name="([^"]+)" value="([^"]*)"|<input id="[^"]+" name="([^"]+)"[^>]*? value="([^"]*)"'
    for match in re.finditer(
        rf'{fields}|<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>|<select name="([^"]+)"[^>]*>(.*?)</select>',
        body,
        re.DOTALL,
    ):
        name = match[1] or match[3] or match[5] or match[7]
        if match[7]:
            value = re.findall(r"<option selected>(.*?)</option>", match[8])[0]
        else:
            value = match[2] or match[4] or match[6] or ""
        found.setdefault(name, []).append(unescape(value).replace("\n", "\r\n"))
    return found


def faults_of(page: str) -> dict[str, str]:
    return {name: unescape(words) for name, words in re.findall(r'<ul class="faults" id="o-([\w.]+)-loi"><li>(.*?)</li>', page)}


def changes(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:1] in "+-"]


def test_a_save_of_nothing_changes_no_byte(browser: Browser, plan: Path) -> None:
    before = plan.read_bytes()
    answer = browser.post(URL, form_of(browser.get(URL).text))
    assert "Đã lưu." in answer.text
    assert plan.read_bytes() == before


def test_what_is_typed_is_saved_in_place_and_undone(browser: Browser, plan: Path) -> None:
    before = plan.read_text("utf-8")
    form = form_of(browser.get(URL).text)
    form["luu"] = ["VT, VP"]
    form["than"] = [form["than"][0].replace("Trong năm 2023.", "Cả năm 2023.", 1)]
    form["pl0.2.thoi_gian"] = ["Quý III"]
    saved = browser.post(URL, form)
    assert changes(before, plan.read_text("utf-8")) == [
        "-         cung_dong: Trong năm 2023.",
        "+         cung_dong: Cả năm 2023.",
        "- luu: VT, NV",
        "+ luu: VT, VP",
        "-             thoi_gian: Quý II",
        "+             thoi_gian: Quý III",
    ]
    assert 'value="VT, VP"' in saved.text
    undone = browser.post(f"{URL}/lay-lai")
    assert "Đã lấy lại" in undone.text
    assert plan.read_text("utf-8") == before
    assert "Chưa có lần lưu nào" in browser.post(f"{URL}/lay-lai").text


def test_a_mistake_is_kept_and_stands_at_its_field(browser: Browser, plan: Path) -> None:
    form = form_of(browser.get(URL).text)
    form |= {"so": ["mười"], "noi_nhan": ["Như trên\r\nLưu: VT"], "pl0.1.chu_tri": ["như trên"]}
    page = browser.post(URL, form).text
    faults = faults_of(page)
    assert re.search(r'<div class="notice warn" role="status">\s*<p>Đã lưu; còn 3 chỗ phải sửa\.</p>', page)
    assert sorted(faults) == ["noi_nhan", "pl0.1.chu_tri", "so"]
    assert faults["so"] == (
        "“mười” không phải số văn bản; ghi số, ví dụ 15, hoặc số kèm một chữ thường như 15a (docgen thêm ký hiệu /KH-…)"
    )
    assert re.search(r'id="o-so"[^>]*aria-describedby="o-so-giup o-so-loi" aria-invalid="true"', page)
    assert "so: mười" in plan.read_text("utf-8")  # a clerk's work is saved, right or wrong
    assert "lỗi cần sửa" in browser.get("/").text


def test_a_mistake_in_another_file_is_told_with_its_name(browser: Browser, office: Path) -> None:
    file = office / "coquan.yaml"
    file.write_text(re.sub("(?m)^dia_danh: .*$", "dia_danh:", file.read_text("utf-8")), "utf-8")
    seen = browser.post(f"{URL}/xem", form_of(browser.get(URL).text)).json()
    assert seen["faults"] == {
        "": [{"words": "“Địa danh” còn trống; phải ghi", "where": "Cơ quan: Địa danh", "address": "/co-quan#o-dia_danh"}]
    }


def test_a_mistake_in_the_letters_wording_leads_to_their_screen(browser: Browser, plan: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("\n  so_bat_dau:\n", "\n  so_bat_dau: mười\n"), "utf-8")
    page = browser.get(URL).text
    assert faults_of(page) == {}
    there, words = "/nam/asean-2023/cong-van#o-cong_van.so_bat_dau", "“mười” không phải số nguyên; chỉ ghi chữ số, ví dụ 2023"
    assert f'<a class="place" href="{there}">Số của công văn đầu tiên</a>: {words}</li>' in page


def test_a_word_that_is_no_unit_is_put_right_with_one_click(browser: Browser, plan: Path) -> None:
    plan.write_text(
        plan.read_text("utf-8").replace("Ban Tuyên giáo Tỉnh ủy, Sở Thông tin và", "Ban Tuyên giáo Tỉnh ủy, Sở Thông tn và", 1),
        "utf-8",
    )
    page = browser.get(URL).text
    [button] = re.findall(r'name="lam" value="(thay:[^"]+)"', page)
    assert button == "thay:0:1:chu_tri:Sở Thông tn và Truyền thông→Sở Thông tin và Truyền thông"
    again = browser.post(URL, form_of(page) | {"lam": [button]}).text
    assert form_of(again)["pl0.1.chu_tri"] == ["Ban Tuyên giáo Tỉnh ủy, Sở Thông tin và Truyền thông"]
    assert "thay:0" not in again


def test_a_block_that_is_in_no_table_yet_is_told_and_kept(browser: Browser, plan: Path) -> None:
    before = plan.read_bytes()
    form = form_of(browser.get(URL).text) | {"pl0.dan": ["Việc mới\tSở Y tế"], "luu": ["VT, TH"]}
    answer = browser.post(URL, form)
    assert (answer.status_code, plan.read_bytes()) == (422, before)
    assert faults_of(answer.text)["pl0.dan"].startswith("khối chép này chưa vào bảng")
    shown = form_of(answer.text)
    assert (shown["pl0.dan"], shown["luu"]) == (["Việc mới\tSở Y tế"], ["VT, TH"])
    taken = form_of(browser.post(URL, shown | {"lam": ["dan:0"]}).text)
    assert "Đã lưu." in browser.post(URL, taken).text
    assert "Việc mới" in plan.read_text("utf-8")


@pytest.mark.parametrize("words", ["- ", "I.", "{bảng: nix}", "1.1.1.1. quá sâu", "I. A\n+ không có ý"])
def test_whatever_is_typed_as_body_is_there_again(browser: Browser, words: str) -> None:
    form = form_of(browser.get(URL).text)
    form["than"] = [words.replace("\n", "\r\n")]
    page = browser.post(URL, form).text
    assert form_of(page)["than"][0].strip().replace("\r\n", "\n") == words.strip()
    assert "than" in faults_of(page)


def test_two_tabs_and_a_change_on_disk_lose_nothing(browser: Browser, plan: Path) -> None:
    first, second = form_of(browser.get(URL).text), form_of(browser.get(URL).text)
    first |= {"luu": ["VT, VP"], "so": ["15"]}
    second |= {"luu": ["VT, TH"], "ngay": ["06/02/2023"]}
    browser.post(URL, first)
    saved = plan.read_bytes()
    page = browser.post(URL, second)
    assert page.status_code == 409
    assert plan.read_bytes() == saved
    assert "được sửa ở nơi khác" in page.text
    shown = form_of(page.text)
    assert (shown["luu"], shown["so"], shown["ngay"]) == (["VT, TH"], ["15"], ["06/02/2023"])
    assert re.findall(r'<div class="theirs"><p class="help">Trong tệp nay là:</p><pre>(.*?)</pre>', page.text) == ["VT, VP"]
    browser.post(URL, shown)
    text = plan.read_text("utf-8")
    assert ("luu: VT, TH" in text, "so: 15" in text, "ngay: 2023-02-06" in text) == (True, True, True)


def test_rows_that_both_changed_stand_side_by_side(browser: Browser, plan: Path) -> None:
    form = form_of(browser.get(URL).text)
    form["pl0.1.thoi_gian"] = ["Quý I"]
    text = plan.read_text("utf-8").replace("thoi_gian: Quý II", "thoi_gian: Tháng 5")
    plan.write_text(text, "utf-8")
    page = browser.post(URL, form)
    assert page.status_code == 409
    assert "Tháng 5" in re.findall(r'class="theirs">.*?</div>', page.text, re.DOTALL)[0]
    assert form_of(page.text)["pl0.1.thoi_gian"] == ["Quý I"]
    assert plan.read_text("utf-8") == text


def test_undo_takes_nothing_from_somebody_else(browser: Browser, plan: Path) -> None:
    form = form_of(browser.get(URL).text)
    browser.post(URL, form | {"luu": ["VT, VP"]})
    plan.write_text(plan.read_text("utf-8") + "# của người khác\n", "utf-8")
    answer = browser.post(f"{URL}/lay-lai")
    assert answer.status_code == 422
    assert "# của người khác" in plan.read_text("utf-8")


def test_the_word_file_is_made_of_what_is_typed(browser: Browser, plan: Path) -> None:
    assert browser.get(f"{URL}/tep").status_code == 404
    form = form_of(browser.get(URL).text) | {"luu": ["VT, VP"], "tao": ["1"]}
    done = browser.after_work(browser.post(URL, form))
    assert '<p>Đã lưu, đã làm kehoach.docx. <a href="/nam/asean-2023/tep/kehoach.docx">Tải kehoach.docx</a></p>' in done.text
    assert "luu: VT, VP" in plan.read_text("utf-8")
    made = plan.with_suffix(".docx").read_bytes()
    assert browser.get(f"{URL}/tep").content == made
    plan.with_suffix(".docx").write_bytes(b"PK, by another hand")
    refused = browser.after_work(browser.post(URL, form_of(browser.get(URL).text) | {"tao": ["1"]}))
    assert "“Ghi đè”" in refused.text
    assert "Đã lưu kế hoạch; chưa ghi được tệp Word." in refused.text
    assert "chưa ghi tệp nào" not in refused.text


def test_buttons_add_move_and_delete_rows_without_saving(browser: Browser, plan: Path) -> None:
    before, form = plan.read_bytes(), form_of(browser.get(URL).text)
    names = [form[f"pl0.{number}.ten"][0][:12] for number in range(9)]
    moved = form_of(browser.post(URL, form | {"lam": ["xuong:0:1"]}).text)
    assert [moved[f"pl0.{number}.ten"][0][:12] for number in (1, 2)] == [names[2], names[1]]
    gone = form_of(browser.post(URL, moved | {"lam": ["xoa:0:1"]}).text)
    assert len(gone["pl0.hang"]) == 8
    more = browser.post(URL, gone | {"lam": ["them:0:1:việc"]})
    assert form_of(more.text)["pl0.2.ten"] == [""]
    assert "Chưa lưu." in more.text
    assert plan.read_bytes() == before
    browser.post(URL, gone)
    assert changes(before.decode(), plan.read_text("utf-8"))[0] != ""
    assert "Đặt hàng sản xuất" not in plan.read_text("utf-8")


def test_a_plan_without_an_appendix_gets_its_first_row(opened: Callable[[Path | None], Browser], tmp_path: Path) -> None:
    """The blank row is none in the plan yet; one with words is, and its appendix wants a title; without rows it goes again."""
    docgen.import_plan(ROOT / "bench/corpus/plans2/b3_phuong_antoangiaothong.docx", out=tmp_path / "phuong").save()
    plan, browser, url = tmp_path / "phuong/2025/kehoach.yaml", opened(tmp_path / "phuong"), "/nam/2025/ke-hoach"
    before, form = plan.read_bytes(), form_of(browser.get(url).text)
    for kind in ("việc", "nhóm"):
        more = browser.post(url, form | {"lam": [f"them:0::{kind}"]})
        row = form_of(more.text)
        assert (more.status_code, row["pl0.0.loai"], row["pl0.0.ten"], faults_of(more.text)) == (200, [kind], [""], {})
        assert browser.post(url, row).status_code == 200
        assert plan.read_bytes() == before
    row |= {"pl0.0.loai": ["việc"], "pl0.0.ten": ["Tổng kết"]}
    page = browser.post(url, row).text
    assert faults_of(page) == {"pl0.tieu_de": "“Tên phụ lục” còn trống; phải ghi"}
    browser.post(url, form_of(page) | {"pl0.hang": []})
    assert b"T\xe1\xbb\x95ng k\xe1\xba\xbft" not in plan.read_bytes()
    browser.post(
        url, form_of(browser.get(url).text) | row | {"doc": form_of(browser.get(url).text)["doc"], "pl0.tieu_de": ["Việc"]}
    )
    assert plan.read_text("utf-8").endswith("phu_luc:\n  - tieu_de: Việc\n    nhiem_vu:\n      - ten: Tổng kết\n")


def test_a_block_from_excel_becomes_rows(browser: Browser, plan: Path) -> None:
    form = form_of(browser.get(URL).text)
    form["pl0.dan"] = ["1\tTập huấn nghiệp vụ\tSở Nội vụ\tSở Y tế\tQuý I\r\n2\tTổng kết\tSở Vũ trụ\t\tTháng 12\r\n"]
    page = browser.post(URL, form | {"lam": ["dan:0"]}).text
    shown = form_of(page)
    assert [shown[f"pl0.9.{name}"][0] for name in ("ten", "chu_tri", "phoi_hop", "thoi_gian")] == [
        "Tập huấn nghiệp vụ", "Sở Nội vụ", "Sở Y tế", "Quý I",
    ]  # fmt: skip
    assert "Đã thêm 2 dòng, các cột hiểu là: Tên nhiệm vụ; Đơn vị chủ trì; Đơn vị phối hợp; Thời gian." in page
    assert re.search(r'name="pl0.10.chu_tri".*?<p class="unknown"><b>Đơn vị chủ trì:</b>[^<]*Sở Vũ trụ', page, re.DOTALL)
    browser.post(URL, shown)
    assert "- ten: Tổng kết\n            chu_tri: Sở Vũ trụ\n            thoi_gian: Tháng 12" in plan.read_text("utf-8")


def test_what_of_a_block_has_no_column_is_told_and_stays_in_its_box(browser: Browser) -> None:
    form = form_of(browser.get(URL).text)
    form["pl0.dan"] = ["1\tTập huấn\tSở Nội vụ\tSở Y tế\tQuý I\tLớp học\t5 triệu\t\t\tthừa\r\n"]
    page = browser.post(URL, form | {"lam": ["dan:0"]}).text
    shown = form_of(page)
    assert (len(shown["pl0.hang"]), shown["pl0.dan"][0].strip()) == (9, form["pl0.dan"][0].strip())
    assert "không có cột nào của bảng nhận" in faults_of(page)["pl0.dan"]
    assert form_of(browser.post(URL, shown | {"lam": ["xuong:0:1"]}).text)["pl0.dan"] == shown["pl0.dan"]
    right = form_of(browser.post(URL, shown | {"pl0.dan": ["1\tTập huấn\tSở Nội vụ"], "lam": ["dan:0"]}).text)
    assert (len(right["pl0.hang"]), right["pl0.9.ten"], right["pl0.dan"]) == (10, ["Tập huấn"], [""])


def test_units_of_the_registry_complete(browser: Browser) -> None:
    assert "Sở Thông tin và Truyền thông" in browser.get(f"{URL}/don-vi").json()


def test_the_paper_follows_what_is_typed(browser: Browser, plan: Path) -> None:
    before, form = plan.read_bytes(), form_of(browser.get(URL).text)
    seen = browser.post(f"{URL}/xem", form).json()
    assert (seen["findings"], seen["final"]) == ([], False)
    pages = browser.get(f"/giay/{seen['paper']}").json()["pages"]
    assert pages == 6
    picture = browser.get(f"/giay/{seen['paper']}/0.png")
    assert (picture.headers["content-type"], picture.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert browser.get(f"/giay/{seen['paper']}/6.png").status_code == 404
    other = browser.post(f"{URL}/xem", form | {"trich_yeu": ["Một kế hoạch khác"]}).json()
    assert other["paper"] != seen["paper"]
    wrong = browser.post(f"{URL}/xem", form | {"so": ["mười"]}).json()
    assert ("paper" in wrong, list(wrong["faults"])) == (False, ["so"])
    assert plan.read_bytes() == before
    assert browser.get("/giay/khong-co").status_code == 404


def test_the_place_that_is_edited_is_found_on_its_page(browser: Browser) -> None:
    seen = browser.post(f"{URL}/xem", form_of(browser.get(URL).text)).json()
    asked = [
        "Đưa Chương trình hành động của Chính phủ về tuyên truyền",
        "Các hoạt động tuyên truyền, quảng bá ASEAN",
        "không có câu này đâu",
    ]
    first, title, nowhere = browser.post(f"/giay/{seen['paper']}/tim", {"chu": asked}).json()
    assert (first[0], nowhere) == (0, None)
    assert 0.6 < first[2] < 0.9  # the first item of the body stands in the lower half of the first page
    assert title[0] > 2
    assert all(0 <= each <= 1 for each in first[1:])
    assert seen["units"]["pl0.1.chu_tri"]["known"] == ["Ban Tuyên giáo Tỉnh ủy", "Sở Thông tin và Truyền thông"]


def test_rows_that_a_script_named_keep_their_names(browser: Browser) -> None:
    """Rows that were moved and added in the browser bear names in no order; what is told of them goes by these."""
    form = form_of(browser.get(URL).text)
    form["pl0.hang"] = ["0", "10001", "2", "1", *map(str, range(3, 9)), "10000"]
    form |= {"pl0.10001.loai": ["việc"], "pl0.10001.ten": [""], "pl0.10000.loai": ["việc"], "pl0.10000.ten": ["Tổng kết"]}
    form |= {"pl0.10000.chu_tri": ["Sở Vũ trụ"], "pl0.2.chu_tri": ["như trên"]}
    seen = browser.post(f"{URL}/xem", form).json()
    assert list(seen["faults"]) == ["pl0.2.chu_tri"]
    form |= {"pl0.2.chu_tri": ["Sở Y tế"]}
    seen = browser.post(f"{URL}/xem", form).json()
    assert seen["units"]["pl0.2.chu_tri"] == {"known": ["Sở Y tế"], "unknown": []}
    assert [one["text"] for one in seen["units"]["pl0.10000.chu_tri"]["unknown"]] == ["Sở Vũ trụ"]


def test_a_finding_leads_to_its_field(browser: Browser) -> None:
    form = form_of(browser.get(URL).text)
    form["mo_dau"] = [form["mo_dau"][0].replace(" (danh mục hoạt động cụ thể nêu tại Phụ lục kèm theo)", "")]
    found = browser.post(f"{URL}/xem", form).json()["findings"]
    assert found
    assert {one["field"] for one in found} <= {"mo_dau", "pl0.tieu_de", "pl0.0.ten"}
    assert all(one["words"] and one["clause"] and one["rule"] for one in found)


def test_without_libreoffice_the_paper_is_shown_as_it_is_read(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setattr("docgen.files.libreoffice._USUAL_PLACES", ())
    seen = browser.post(f"{URL}/xem", form_of(browser.get(URL).text)).json()
    shown = browser.get(f"/giay/{seen['paper']}").json()
    assert shown["pages"] == 0
    assert "LibreOffice" in shown["why"]
    assert "Triển khai thực hiện Chương trình" in seen["view"]
    assert "LibreOffice" in browser.get(f"{URL}/xem").text


def test_a_file_that_is_no_yaml_is_mended_as_text(browser: Browser, plan: Path) -> None:
    good = plan.read_text("utf-8")
    plan.write_text(good.replace("luu: VT, NV", 'luu: "VT, NV', 1), "utf-8")
    page = browser.get(URL)
    assert page.status_code == 422
    assert "dấu nháy" in page.text
    [doc] = re.findall(r'name="doc" value="(\w+)"', page.text)
    browser.post(f"{URL}/chu", {"doc": doc, "chu": good.replace("\n", "\r\n")})
    assert plan.read_text("utf-8") == good
    assert 'value="VT, NV"' in browser.get(URL).text


def test_words_of_the_plan_are_never_marks_of_the_page(browser: Browser) -> None:
    form = form_of(browser.get(URL).text)
    evil = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    form |= {"trich_yeu": [evil], "luu": [evil], "pl0.1.ten": [evil], "pl0.1.chu_tri": [evil]}
    page = browser.post(URL, form).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert form_of(page)["trich_yeu"] == [evil]
    seen = browser.post(f"{URL}/xem", form).json()
    assert "<script>alert" not in browser.get(f"{URL}/xem").text
    assert "paper" in seen


def test_a_made_up_form_harms_nothing(browser: Browser, plan: Path) -> None:
    """Rows that claim to come from elsewhere, fields that are none, tables that are none."""
    before, form = plan.read_bytes(), form_of(browser.get(URL).text)
    form |= {
        "pl0.1.goc": ["__class__.0"],
        "pl9.hang": ["0"],
        "loai": ["báo cáo"],
        "cong_van": ["x"],
        "pl0.1.loai": ["<b>"],
        "doc": ["nix"],
    }
    assert browser.post(URL, form).status_code == 409
    assert plan.read_bytes() == before


def test_a_plan_that_went_away_is_told(browser: Browser, plan: Path) -> None:
    form = form_of(browser.get(URL).text)
    plan.parent.rename(plan.parent.with_name("khac"))
    assert browser.post(URL, form | {"luu": ["VT"]}).status_code == 404
    assert not plan.parent.exists()


def test_a_kill_in_the_middle_of_saving_leaves_the_old_file_or_the_new(office: Path, plan: Path) -> None:
    before = plan.read_bytes()
    for delay in (0.0, 0.01, 0.03):
        run = subprocess.Popen(
            [sys.executable, "-m", "docgen", "mo", "--khong-trinh-duyet", str(office)],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert run.stdout
        address = run.stdout.readline().strip()
        origin = f"http://{urlsplit(address).netloc}"
        with httpx.Client(base_url=origin, headers={"Origin": origin}, timeout=60) as client:
            client.get(address, follow_redirects=True)
            form = form_of(client.get(URL).text)
            form["luu"] = [f"VT, K{int(delay * 1000)}"]
            killer = subprocess.Popen(
                [sys.executable, "-c", f"import os, time; time.sleep({delay}); os.kill({run.pid}, {int(signal.SIGKILL)})"]
            )
            with suppress(httpx.TransportError):
                client.post(URL, data=form)
            killer.wait()
        run.wait()
        run.stdout.close()
        now = plan.read_bytes()
        assert now in (before, re.sub(rb"(?m)^luu: .*$", f"luu: VT, K{int(delay * 1000)}".encode(), before))
        before = now


def test_a_thousand_edits_leave_memory_flat(browser: Browser) -> None:
    """What the desk keeps is bounded: originals, undone saves, papers."""
    form = form_of(browser.get(URL).text)
    for number in range(35):
        form = form_of(browser.post(URL, form | {"luu": [f"VT, {number}"]}).text)
    desk = browser.desk
    assert sum(map(len, desk.saves.values())) == 30
    assert len(desk._originals) <= 200
    assert len(desk._kept) <= 40


def test_a_large_plan_stays_usable(opened: Callable[[Path | None], Browser], office: Path) -> None:
    plan = office / "asean-2023" / "kehoach.yaml"
    text = plan.read_text("utf-8")
    task = '          - ten: "Nhiệm vụ số {}"\n            chu_tri: Sở Y tế\n            thoi_gian: Quý II\n'
    at = text.index("\n      - tieu_de: Tuyên truyền thông qua")
    plan.write_text(text[:at].rstrip("\n") + "\n" + "".join(task.format(number) for number in range(1000)) + text[at:], "utf-8")
    browser = opened(office)
    form = form_of(browser.get(URL).text)
    assert len(form["pl0.hang"]) == 1009
    begun = time.monotonic()
    form["pl0.500.thoi_gian"] = ["Quý III"]
    assert "Đã lưu." in browser.post(URL, form).text
    assert time.monotonic() - begun < 20
