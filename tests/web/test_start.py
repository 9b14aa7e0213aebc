"""Where there is no office yet: start one, open one, drop last year's plan."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import httpx
import pytest

import docgen
from tests.conftest import SAMPLE
from tests.web.conftest import Browser

OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)  # the head of Word's older files, and of those with a password


@pytest.fixture
def nowhere(opened: Callable[[Path | None], Browser]) -> Browser:
    return opened(None)


def test_without_a_folder_the_page_offers_three_ways(nowhere: Browser) -> None:
    answer = nowhere.get("/")
    assert answer.url.path == "/bat-dau"
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", answer.text) == [
        "Đã có kế hoạch năm trước bằng Word",
        "Lập mới cho cơ quan",
        "Mở thư mục đã có",
    ]


def test_an_office_is_started_by_the_questions_of_the_command(nowhere: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "so noi vu"
    answer = nowhere.post("/bat-dau", {"noi": str(folder), "nam": "2026", "ten": "Sở Nội vụ tỉnh Cà Mau", "ho_ten": "Lê Văn An"})
    assert answer.url.path == "/"
    assert "Sở Nội vụ tỉnh Cà Mau" in answer.text
    assert "Năm 2026" in answer.text
    same = docgen.start_office(tmp_path / "x", 2026, ten="Sở Nội vụ tỉnh Cà Mau", ho_ten="Lê Văn An")
    assert {path.read_bytes() for path in folder.rglob("*.yaml")} == set(same.files.values())


def test_a_wrong_answer_stands_at_its_field_and_nothing_is_lost(nowhere: Browser, tmp_path: Path) -> None:
    typed = {"noi": str(tmp_path / "x"), "nam": "26", "ten": "Sở Y tế", "quyen_han": "Thay mặt", "ho_ten": "Lê Văn An"}
    answer = nowhere.post("/bat-dau", typed)
    assert answer.status_code == 422
    faults = dict(re.findall(r'<ul class="faults" id="o-(\w+)-loi"><li>(.*?)</li>', answer.text))
    assert sorted(faults) == ["nam", "quyen_han"]
    for name in typed:
        assert f'name="{name}"' in answer.text
    assert 'value="Lê Văn An"' in answer.text
    assert re.search(r'id="o-nam"[^>]*aria-describedby="o-nam-loi" aria-invalid="true"', answer.text)
    assert not (tmp_path / "x").exists()


def test_what_must_be_said_is_asked_for(nowhere: Browser, tmp_path: Path) -> None:
    answer = nowhere.post("/bat-dau", {"noi": str(tmp_path), "nam": "", "ten": ""})
    assert dict(re.findall(r'id="o-(\w+)-loi"><li>(.*?)</li>', answer.text)) == {"nam": "phải ghi", "ten": "phải ghi"}


def test_a_folder_is_chosen_in_lists(nowhere: Browser, office: Path) -> None:
    above = nowhere.get(f"/chon-thu-muc?noi={office.parent}")
    assert "co-quan</a>" in above.text
    inside = nowhere.get(f"/chon-thu-muc?noi={office}")
    assert "2 kế hoạch" in inside.text
    assert "Năm 2024" in nowhere.post("/mo", {"noi": str(office)}).text


def test_a_folder_that_is_not_there_is_told(nowhere: Browser, tmp_path: Path) -> None:
    assert "không có thư mục này trên máy" in nowhere.post("/mo", {"noi": str(tmp_path / "khong co")}).text
    assert nowhere.get(f"/chon-thu-muc?noi={tmp_path}/khong").status_code == 422


def test_a_folder_that_holds_nothing_of_docgens_is_not_opened(browser: Browser, office: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac"
    other.mkdir()
    (other / "ghi chú.yaml").write_text("a: 1\n", "utf-8")
    for typed, said in ((str(other), "thư mục này không có tệp của docgen"), ("", "phải ghi")):
        answer = browser.post("/mo", {"noi": typed})
        assert answer.status_code == 422
        assert re.findall(r'<ul class="faults" id="o-mo-loi"><li>(.*?)(?: \(|</li>)', answer.text) == [said]
        assert f'id="o-mo" name="noi" type="text" value="{typed}"' in answer.text
        assert f'id="o-noi" name="noi" type="text" value="{office}"' in answer.text
    assert browser.desk.folder == office
    assert "Năm 2024" in browser.get("/").text


def test_last_years_plan_is_dropped_held_against_the_data_and_saved(nowhere: Browser, tmp_path: Path) -> None:
    paper = docgen.make_plan(SAMPLE).data
    answer = nowhere.post("/nhap", {"noi_tep": str(tmp_path)}, files={"tep": ("Kế hoạch 2023.docx", paper)})
    read = nowhere.after_work(answer)
    assert "xin đối chiếu trước khi lưu" in read.text
    assert not (tmp_path / "Kế hoạch 2023").exists()
    home = nowhere.post(read.url.path)
    assert "Ủy ban nhân dân tỉnh Sóc Trăng" in home.text
    assert "Năm 2023" in home.text
    made = docgen.make_plan(tmp_path / "Kế hoạch 2023" / "2023" / "kehoach.yaml")
    assert [one for one in made.findings if one.severity.name == "ERROR"] == []


@pytest.mark.parametrize(("gone", "button", "also"), [((), "Mở", ""), (("donvi.yaml",), "Lưu vào", " Đã ghi danh mục đơn vị.")])
def test_a_plan_that_is_there_already_is_kept_and_it_is_said_that_nothing_was_imported(
    nowhere: Browser, tmp_path: Path, gone: tuple[str, ...], button: str, also: str
) -> None:
    def read() -> httpx.Response:
        return nowhere.after_work(nowhere.post("/nhap", {"noi_tep": str(tmp_path)}, files={"tep": ("Ke hoach.docx", paper)}))

    paper, plan = docgen.make_plan(SAMPLE).data, tmp_path / "Ke hoach" / "2023" / "kehoach.yaml"
    first = read()
    assert "đã có kế hoạch năm" not in first.text
    assert '<div class="notice done" role="status">' in nowhere.post(first.url.path).text
    plan.write_bytes(plan.read_bytes() + b"# cua toi\n")
    before = plan.read_bytes()
    for name in gone:
        (tmp_path / "Ke hoach" / name).unlink()
    again = read()
    kept = "hư mục này đã có kế hoạch năm 2023, kế hoạch ấy được giữ nguyên nên nội dung tệp Word không được nhập"
    assert (
        f'<div class="notice warn" role="alert"><p>T{kept}. ' in again.text.partition('<form method="post" class="actions">')[0]
    )
    assert f'<button class="main">{button} Ke hoach</button>' in again.text
    home = nowhere.post(again.url.path).text
    assert re.findall(r'<div class="notice warn" role="status">\s*<p>(.*?)</p>', home) == [f"Chưa nhập kế hoạch: t{kept}.{also}"]
    assert "Đã nhập kế hoạch" not in home
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("file", "field", "said"),
    [
        (("a.docx", b"abc"), "tep", "a.docx: không phải tệp .docx; mở bằng Word rồi lưu lại dạng .docx"),
        (("anh.png", b"\x89PNG"), "tep", "anh.png: đây là ảnh, docgen không đọc chữ trong ảnh; dùng tệp Word gốc của kế hoạch"),
        (("bang.xlsx", b"PK"), "tep", "bang.xlsx: đây là bảng Excel; lập mới cho cơ quan ở bên cạnh"),
        (("trong.docx", b""), "tep", "trong.docx: tệp rỗng; xem lại tệp này"),
        (("k.docx", OLD + "EncryptedPackage".encode("utf-16-le")), "tep", "k.docx: tệp đặt mật khẩu; bỏ mật khẩu trong Word"),
        (("hong.pdf", b"%PDF-1.4"), "tep", "hong.pdf: tệp PDF hỏng hoặc chưa tải xong"),
        (("loi.txt", b"xin chao"), "nam_tep", "không thấy năm của kế hoạch trong tệp; thêm năm, ví dụ năm 2026"),
        (("", b""), "tep", "chưa chọn tệp nào"),
    ],
)
def test_what_is_no_plan_is_told_where_it_was_dropped(
    nowhere: Browser, tmp_path: Path, file: tuple[str, bytes], field: str, said: str
) -> None:
    files = {"tep": file} if file[0] else None
    answer = nowhere.after_work(nowhere.post("/nhap", {"noi_tep": str(tmp_path)}, files=files))
    assert (answer.status_code, answer.url.path) in ((422, "/bat-dau"), (422, "/nhap"))
    assert re.findall(r'<ul class="faults" id="o-([\w]+)-loi"><li>(.*?)</li>', answer.text)[0][0] == field
    assert f'<ul class="faults" id="o-{field}-loi"><li>{said}' in answer.text
    assert f'name="noi_tep" type="text" value="{tmp_path}"' in answer.text
    assert list(tmp_path.iterdir()) == []


def test_a_file_without_its_year_is_kept_until_the_year_is_typed(nowhere: Browser, tmp_path: Path) -> None:
    typed = {"noi_tep": str(tmp_path)}
    text = "I. MỤC ĐÍCH\n1. Nâng cao nhận thức.".encode()
    answer = nowhere.after_work(nowhere.post("/nhap", typed, files={"tep": ("loi.txt", text)}))
    [kept] = re.findall(r'name="lai" value="([^"]+)"', answer.text)
    read = nowhere.after_work(nowhere.post("/nhap", typed | {"nam_tep": "2026", "lai": kept}))
    assert "xin đối chiếu trước khi lưu" in read.text


def test_folders_opened_lately_are_one_click_away(browser: Browser, office: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(office, tmp_path / "khac"))
    browser.post("/mo", {"noi": str(other)})
    found = re.findall(r'action="/mo"><input type="hidden" name="noi" value="([^"]+)">', browser.get("/bat-dau").text)
    assert found == [str(other), str(office)]
    shutil.rmtree(other)
    again = re.findall(r'action="/mo"><input type="hidden" name="noi" value="([^"]+)">', browser.get("/bat-dau").text)
    assert again == [str(office)]
    assert "Năm 2024" in browser.post("/mo", {"noi": again[0]}).text


def test_the_home_screen_shows_each_year_and_what_is_wrong(browser: Browser, office: Path) -> None:
    plan = office / "asean-2024" / "kehoach.yaml"
    plan.write_text(plan.read_text("utf-8").replace("trich_yeu:", "trich_yếu:", 1), "utf-8")
    text = browser.get("/").text
    assert re.findall(r"Năm \d{4}", text)[:2] == ["Năm 2024", "Năm 2023"]
    assert "Kế hoạch có" in text
    assert "lỗi cần sửa" in text


def test_what_the_word_file_leaves_open_is_seen_at_its_field_until_it_is_decided(nowhere: Browser, tmp_path: Path) -> None:
    data = tmp_path / "goc"
    shutil.copytree(SAMPLE.parent.parent, data, ignore=shutil.ignore_patterns("*.docx", "*.pdf"))
    plan = data / SAMPLE.parent.name / SAMPLE.name
    plan.write_text(plan.read_text("utf-8").replace("luu: VT, NV", "luu: VT"), "utf-8")
    answer = nowhere.post("/nhap", {"noi_tep": str(tmp_path)}, files={"tep": ("Moi.docx", docgen.make_plan(plan).data)})
    read = nowhere.after_work(answer)
    asked = "nơi lưu “VT” chưa nêu đơn vị soạn thảo nên công văn giao việc chưa có ký hiệu"
    assert re.search(rf'<span class="place">Chữ in sau “Lưu:”:</span> {asked}', read.text)
    assert "2 việc cần quyết định" in nowhere.post(read.url.path).text
    page = nowhere.get("/nam/2023/ke-hoach").text
    assert re.search(rf'<a class="place" href="#o-luu">Chữ in sau “Lưu:”</a>: {asked}', page)
    words, groups = re.findall(r'name="viec" value="([^"]+)"', page)
    assert groups.startswith("kế hoạch giao việc cho 7 nhóm chưa rõ gồm những đơn vị nào nên chưa ai của nhóm có việc: “các")
    made = tmp_path / "Moi" / "2023" / "kehoach.yaml"
    before = made.read_text("utf-8")
    made.write_text(before.replace("luu: VT", "luu: VT, NV"), "utf-8")  # answered where it was asked
    assert asked not in nowhere.get("/nam/2023/ke-hoach").text
    made.write_text(before, "utf-8")
    assert asked in nowhere.get("/nam/2023/ke-hoach").text
    assert asked not in nowhere.post("/nam/2023/ke-hoach/xong", {"viec": words}).text
    assert groups not in nowhere.post("/nam/2023/ke-hoach/xong", {"viec": groups}).text
    assert "cần quyết định" not in nowhere.get("/").text
