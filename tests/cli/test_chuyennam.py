"""The command `docgen chuyennam`: next year's plan in place, every change explained, nothing lost or overwritten."""

import difflib
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
import yaml

from docgen.cli.main import run
from tests.conftest import OFFICE, ROOT, SAMPLE

DATA = ROOT / "data"
PLAN = """\
# Kế hoạch năm 2023 của cơ quan (ghi chú riêng)
loai: kế hoạch
nam: 2023
so: 15      # số do văn thư cấp
ngay: '2023-01-10'
trich_yeu: Tuyên truyền cải cách hành chính năm 2023
can_cu:
  - 'Quyết định số 12/QĐ-UBND ngày 05/12/2022 của Ủy ban nhân dân tỉnh về giao dự toán năm 2023'
  - Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể giai đoạn 2021 - 2030
phan:
  - tieu_de: Mục đích
    doan: "Thực hiện trong năm 2023, theo khoản 2 Quyết định số 12/QĐ-UBND."
ket_thuc: Trên đây là Kế hoạch
noi_nhan: [Sở Y tế, Sở Thông tin và Truyền thông, "Văn phòng Chính phủ (b/c)"]
luu: VT, NV
phu_luc:
  - tieu_de: Nhiệm vụ năm 2023
    nhiem_vu:
      - {ten: Hội thi, chu_tri: Sở Y tế, thoi_gian: Quý II năm 2023}
      - ten: Báo cáo
        chu_tri: Sở Thông tin và Truyền thông
        thoi_gian: Trước ngày 15/12/2023
      - ten: Tập huấn
        chu_tri: Sở Y tế
        thoi_gian: Thường xuyên
cong_van:
  so_bat_dau: 20
"""
ROLLED_LINES = {
    3: "nam: 2024",
    4: "so:      # số do văn thư cấp",
    5: "ngay:",
    6: "trich_yeu: Tuyên truyền cải cách hành chính năm 2024",
    8: "  - 'Quyết định số [cần điền số]/QĐ-UBND ngày [cần điền ngày] của Ủy ban nhân dân tỉnh về giao dự toán năm 2024'",
    12: '    doan: "Thực hiện trong năm 2024, theo khoản 2 Quyết định số [cần điền số]/QĐ-UBND."',
    17: "  - tieu_de: Nhiệm vụ năm 2024",
    19: "      - {ten: Hội thi, chu_tri: Sở Y tế, thoi_gian: Quý II năm 2024}",
    22: "        thoi_gian: Trước ngày 15/12/2024",
    27: "  so_bat_dau:",
}
RESULTS = """\
loai: kết quả thực hiện
den_ngay: 2023-12-20
ket_qua:
  - {ma: 1, ten: Hội thi, don_vi: Sở Y tế, trang_thai: hoàn thành, ngay_hoan_thanh: 2023-06-01}
  - {ma: 2, ten: Báo cáo, don_vi: Sở Thông tin và Truyền thông, trang_thai: đang thực hiện}
  - {ma: 3, ten: Tập huấn, don_vi: Sở Y tế, trang_thai: hoàn thành}
phuong_huong: [Mở rộng hội thi đến cấp xã]
"""


@dataclass(frozen=True)
class Desk:
    """A clerk's folder: the office's file and the registry, and in `2023` the plan."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def plan(self) -> Path:
        return self.folder / "2023" / "kehoach.yaml"

    @property
    def next(self) -> Path:
        return self.folder / "2024" / "kehoach.yaml"

    def roll(self, *arguments: str, year: int = 2024) -> tuple[int, str, str]:
        code = run(["chuyennam", str(self.plan), str(year), *arguments])
        out, err = self.capsys.readouterr()
        return code, out, err

    def files(self) -> set[str]:
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    (tmp_path / "2023").mkdir()
    for path in (OFFICE, DATA / "donvi.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "2023" / "kehoach.yaml").write_text(PLAN, encoding="utf-8")
    return Desk(tmp_path, capsys)


def changed_lines(old: str, new: str) -> dict[int, str]:
    before, after = old.splitlines(), new.splitlines()
    assert len(before) == len(after)
    return {number: line for number, (was, line) in enumerate(zip(before, after, strict=True), start=1) if was != line}


def test_the_new_plan_differs_in_nothing_but_what_has_to_change(desk: Desk) -> None:
    code, out, _ = desk.roll()
    assert code == 0
    assert out == f"{desk.next}\n"
    assert changed_lines(PLAN, desk.next.read_text(encoding="utf-8")) == ROLLED_LINES
    assert desk.plan.read_text(encoding="utf-8") == PLAN


def test_the_list_has_three_parts_with_places_and_reasons(desk: Desk) -> None:
    _, _, said = desk.roll()
    decide, done, left = re.split(r"\n(?:ĐÃ ĐỔI|GIỮ NGUYÊN CÓ CHỦ Ý): ", said.partition("CẦN QUYẾT ĐỊNH: ")[2])
    assert "“12” → “[cần điền số]”" in decide
    assert f"{desk.next}:8:20" in decide
    assert "người ký là Huỳnh Thị Diễm Ngọc" in decide
    assert "Chủ nhật" in decide  # 15/12/2024
    assert "“2023” → “2024”" in done
    assert "“15”: bỏ" in done
    assert "76/NQ-CP ngày 15/7/2021" in left
    assert "2021 - 2030" in left
    assert "# Kế hoạch năm 2023 của cơ quan" in left


def test_an_eye_on_it_writes_nothing(desk: Desk) -> None:
    before = desk.files()
    code, out, said = desk.roll("--thu", "-o", str(desk.folder / "ra-soat.md"))
    assert (code, desk.files()) == (0, before)
    assert "CẦN QUYẾT ĐỊNH" in out
    assert "CẦN QUYẾT ĐỊNH" not in said


def test_the_list_as_markdown_and_as_a_word_file(desk: Desk) -> None:
    markdown, word = desk.folder / "ra-soat.md", desk.folder / "ra-soat.docx"
    assert desk.roll("-o", str(markdown))[0] == 0
    assert desk.roll("-o", str(word))[0] == 0
    boxes = [line for line in markdown.read_text(encoding="utf-8").splitlines() if line.startswith("- [ ]")]
    paper = docx.Document(str(word))
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    printed = [text for row in rows for text in row]
    assert list(dict.fromkeys(row[0] for row in rows if row[0].isdigit())) == [str(number) for number in range(1, len(boxes) + 1)]
    assert any("cần điền số" in box for box in boxes)
    assert any("[cần điền số]" in text for text in printed)


def test_the_list_in_another_form_is_refused(desk: Desk) -> None:
    code, _, said = desk.roll("-o", "ra-soat.pdf")
    assert code == 2
    assert "phải có đuôi .docx hoặc .md" in said


def test_rolling_over_again_changes_nothing_and_says_so(desk: Desk) -> None:
    desk.roll()
    before = desk.next.read_bytes()
    code, out, said = desk.roll()
    assert (code, out) == (0, "")
    assert "giống hệt bản vừa chuyển" in said
    assert desk.next.read_bytes() == before


def test_a_plan_that_was_worked_on_is_not_overwritten(desk: Desk) -> None:
    desk.roll()
    desk.next.write_text(desk.next.read_text(encoding="utf-8") + "# đã sửa\n", encoding="utf-8")
    code, _, said = desk.roll("-o", str(desk.folder / "ra-soat.md"))
    assert code == 5
    assert "đã có tệp này" in said
    assert not (desk.folder / "ra-soat.md").exists()
    assert desk.roll("--ghi-de")[0] == 0
    kept = desk.next.with_name("kehoach.yaml.bak")
    assert kept.read_text(encoding="utf-8").endswith("# đã sửa\n")
    assert "# đã sửa" not in desk.next.read_text(encoding="utf-8")


@pytest.mark.parametrize(("year", "words"), [(2023, "đã là của năm 2023"), (2022, "không chuyển ngược"), (2050, "quá xa")])
def test_only_forward(desk: Desk, year: int, words: str) -> None:
    before = desk.files()
    code, _, said = desk.roll(year=year)
    assert (code, desk.files()) == (3, before)
    assert words in said
    assert f"{desk.plan}:3:6" in said


def test_onto_the_plan_itself_is_refused(desk: Desk) -> None:
    code, _, said = desk.roll("--vao", str(desk.plan), "--ghi-de")
    assert code == 5
    assert "chính là tệp kế hoạch cũ" in said
    assert desk.plan.read_text(encoding="utf-8") == PLAN


def test_what_is_wrong_with_the_plan_is_told_before_anything_is_made(desk: Desk) -> None:
    desk.plan.write_text(PLAN.replace("luu: VT, NV\n", ""), encoding="utf-8")
    code, _, said = desk.roll()
    assert code == 3
    assert "luu: thiếu mục này" in said


def test_a_folder_without_the_office_s_file_is_told(desk: Desk) -> None:
    target = desk.folder.parent / f"{desk.folder.name}-khac" / "kehoach.yaml"
    code, _, said = desk.roll("--vao", str(target))
    assert code == 0
    assert "chưa có coquan.yaml" in said


def test_what_the_results_say_stands_above_the_tasks(desk: Desk) -> None:
    desk.plan.with_name("ketqua.yaml").write_text(RESULTS, encoding="utf-8")
    code, _, said = desk.roll()
    assert code == 0
    lines = desk.next.read_text(encoding="utf-8").splitlines()
    tasks = [number for number, line in enumerate(lines) if "ten: " in line]
    assert [lines[number - 1].strip() for number in tasks] == [
        "# đề nghị bỏ: đã hoàn thành ngày 01/06/2023",
        "# chuyển tiếp từ năm 2023: đang thực hiện",
        "thoi_gian: Trước ngày 15/12/2024",
    ]
    assert "bỏ nếu năm 2024 không làm lại" in " ".join(said.split())
    assert "Mở rộng hội thi đến cấp xã" in " ".join(said.split())
    assert len(yaml.safe_load(desk.next.read_text(encoding="utf-8"))["phu_luc"][0]["nhiem_vu"]) == 3


def test_results_of_other_tasks_are_refused(desk: Desk) -> None:
    desk.plan.with_name("ketqua.yaml").write_text(RESULTS.replace("Hội thi, don", "Hội thao, don"), encoding="utf-8")
    code, _, said = desk.roll()
    assert code == 3
    assert "không khớp mã 1" in said
    assert not desk.next.exists()


def test_results_asked_for_have_to_be_there(desk: Desk) -> None:
    code, _, said = desk.roll("--ketqua", str(desk.folder / "khong.yaml"))
    assert code == 5
    assert "không có tệp này" in said


def test_a_unit_with_several_heirs_waits_for_a_choice(desk: Desk) -> None:
    code, _, said = desk.roll(year=2025)
    made = (desk.folder / "2025" / "kehoach.yaml").read_text(encoding="utf-8")
    assert code == 0
    assert 'noi_nhan: [Sở Y tế, "[cần chọn đơn vị thay Sở Thông tin và Truyền thông]", "Văn phòng Chính phủ (b/c)"]' in made
    assert "Sở Khoa học và Công nghệ" in said
    chosen = "Sở Thông tin và Truyền thông=Sở Văn hóa, Thể thao và Du lịch"
    assert desk.roll("--ghi-de", "--thay", chosen, year=2025)[0] == 0
    made = (desk.folder / "2025" / "kehoach.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(made)["noi_nhan"][1] == "Sở Văn hóa, Thể thao và Du lịch"


def test_a_choice_without_two_names_is_refused(desk: Desk) -> None:
    code, _, said = desk.roll("--thay", "Sở Thông tin và Truyền thông")
    assert code == 2
    assert "tên cũ=tên mới" in said


@pytest.mark.parametrize("opening", [b"\xef\xbb\xbf", b""])
def test_the_editor_s_line_ends_and_mark_stay(desk: Desk, opening: bytes) -> None:
    desk.plan.write_bytes(opening + PLAN.replace("\n", "\r\n").encode())
    assert desk.roll()[0] == 0
    made = desk.next.read_bytes()
    assert made.startswith(opening)
    assert made.count(b"\r\n") == made.count(b"\n") == PLAN.count("\n")


def test_a_plan_saved_by_notepad_as_unicode_stays_so(desk: Desk) -> None:
    desk.plan.write_bytes(PLAN.encode("utf-16"))
    assert desk.roll()[0] == 0
    assert changed_lines(PLAN, desk.next.read_bytes().decode("utf-16")) == ROLLED_LINES


def test_values_taken_over_by_an_alias_move_once(desk: Desk) -> None:
    plan = PLAN.replace("tieu_de: Nhiệm vụ năm 2023", "tieu_de: &viec Nhiệm vụ năm 2023").replace(
        "tieu_de: Mục đích", "tieu_de: *viec"
    )
    head, _, tail = plan.partition("phan:\n")
    body, _, appendix = tail.partition("phu_luc:\n")
    desk.plan.write_text(f"{head}phu_luc:\n{appendix}phan:\n{body}", encoding="utf-8")
    assert desk.roll()[0] == 0
    made = yaml.safe_load(desk.next.read_text(encoding="utf-8"))
    assert made["phan"][0]["tieu_de"] == made["phu_luc"][0]["tieu_de"] == "Nhiệm vụ năm 2024"


def test_the_sample_to_2024_keeps_everything_but_its_year(tmp_path: Path) -> None:
    target = tmp_path / "kehoach.yaml"
    assert run(["chuyennam", str(SAMPLE), "2024", "--vao", str(target)]) == 0
    old, new = SAMPLE.read_text(encoding="utf-8").splitlines(), target.read_text(encoding="utf-8").splitlines()
    diff = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
    gone = [line[2:].strip() for line in diff if line[0] == "-"]
    assert all("2023" in line or "3334" in line or "2022" in line for line in gone)
    assert all("#" in line for line in new if "2023" in line)  # comments alone


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_draft_of_the_new_year_prints_with_its_blanks_highlighted(tmp_path: Path, year: int) -> None:
    for path in (OFFICE, DATA / "donvi.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    target = tmp_path / str(year) / "kehoach.yaml"
    assert run(["chuyennam", str(SAMPLE), str(year), "--vao", str(target)]) == 0
    assert run(["kehoach", str(target)]) == 0
    xml = zipfile.ZipFile(target.with_suffix(".docx")).read("word/document.xml").decode()
    assert re.search(r"<w:highlight [^>]*/></w:rPr><w:t[^>]*>\[cần điền số\]", xml)
    assert "2023" not in re.sub(r"<[^>]*>", "", xml)


def test_a_final_paper_with_a_blank_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (OFFICE, DATA / "donvi.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    target = tmp_path / "kehoach.yaml"
    run(["chuyennam", str(SAMPLE), "2024", "--vao", str(target)])
    text = target.read_text(encoding="utf-8").replace("\nso:\nngay:\n", "\nso: 5\nngay: 2024-01-12\n")
    target.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert run(["kehoach", str(target)]) == 1
    said = capsys.readouterr().err
    assert "X11" in said
    assert not target.with_suffix(".docx").exists()


def without_comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def test_the_plan_of_2024_is_the_rolled_over_one_reviewed(tmp_path: Path) -> None:
    target = tmp_path / "kehoach.yaml"
    assert run(["chuyennam", str(SAMPLE), "2024", "--vao", str(target)]) == 0
    reviewed = (DATA / "asean-2024" / "kehoach.yaml").read_text(encoding="utf-8")
    assert without_comments(reviewed) == without_comments(target.read_text(encoding="utf-8"))
    assert reviewed.count("2023") == 1  # where it says what it was made of


def test_the_papers_of_2024_come_out_of_the_same_commands(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    plan = tmp_path / "data" / "asean-2024" / "kehoach.yaml"
    for command in (["kehoach"], ["phancong"], ["congvan", "--don-vi", "Sở Y tế"], ["thuthap", "--don-vi", "Sở Y tế"]):
        assert run([command[0], str(plan), *command[1:]]) == 0
    made = {path.name for path in plan.parent.rglob("*") if path.suffix in (".docx", ".xlsx")}
    assert {"kehoach.docx", "19-so-y-te.docx", "19-so-y-te.xlsx"} <= made


@pytest.mark.parametrize(("year", "words"), [("25", "phải là một số từ 1946 đến 2100"), ("mai", "NĂM không dùng được")])
def test_a_year_that_is_none(desk: Desk, capsys: pytest.CaptureFixture[str], year: str, words: str) -> None:
    assert run(["chuyennam", str(desk.plan), year]) == 2
    assert words in capsys.readouterr().err


def test_the_signer_is_looked_for_where_he_stands(desk: Desk) -> None:
    assert f"{desk.folder}/coquan.yaml:" in desk.roll()[2]
    desk.plan.write_text(PLAN + "ky: {ho_ten: Nguyễn Văn An}\n", encoding="utf-8")
    assert "người ký là Nguyễn Văn An" in desk.roll("--ghi-de")[2]


def test_notes_of_an_earlier_roll_over_are_told_as_such(desk: Desk) -> None:
    noted = PLAN.replace("      - ten: Báo cáo", "      # chuyển tiếp từ năm 2022: đang thực hiện\n      - ten: Báo cáo")
    desk.plan.write_text(noted, encoding="utf-8")
    assert "ghi chú của lần chuyển năm trước" in desk.roll()[2]


def test_the_plan_and_the_review_list_do_not_go_into_one_file(desk: Desk) -> None:
    both = desk.folder / "2024.md"
    code, out, err = desk.roll("--vao", str(both), "-o", str(both))
    assert (code, out) == (5, "")
    assert "cùng ghi vào tệp này" in err
    assert not both.exists()


def test_a_number_that_is_said_again_by_its_alias_is_refused_with_the_remedy(desk: Desk) -> None:
    text = PLAN.replace("so: 15 ", "so: &so 15 ").replace("so_bat_dau: 20", "so_bat_dau: *so")
    desk.plan.write_text(text, encoding="utf-8")
    code, _, err = desk.roll()
    assert code == 3
    assert err == f"Lỗi: {desk.plan}: không chuyển được tệp này mà giữ nguyên mọi chỗ khác; viết lại chỗ có dấu &, * hoặc ! " + (
        "thành chữ thường rồi chạy lại\n"
    )
    assert not desk.next.exists()


def test_the_problems_of_plan_and_registers_are_told_together(desk: Desk) -> None:
    desk.plan.write_text(PLAN.replace("nam: 2023", "nam: x"), encoding="utf-8")
    (desk.folder / "van-ban.yaml").write_text("van_ban:\n  - {loai: Luật}\n", encoding="utf-8")
    code, _, err = desk.roll()
    assert code == 3
    assert f"{desk.plan}:3:6: nam: " in err
    assert "van-ban.yaml:2:5: ky_hieu: " in err


@pytest.mark.parametrize("suffix", ["md", "docx"])
def test_a_list_that_is_handed_round_names_no_folder_of_the_clerks_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    review = desk.folder / f"ra-soat.{suffix}"
    assert desk.roll("-o", str(review))[0] == 0
    text = review.read_text("utf-8") if suffix == "md" else zipfile.ZipFile(review).read("word/document.xml").decode()
    assert "2024" in text
    assert str(desk.folder) not in text
    assert desk.folder.parent.name not in text
    monkeypatch.chdir(desk.folder)  # plan and list in one folder that is named in two ways
    assert desk.roll("--vao", str(desk.folder.absolute() / "moi.yaml"), "-o", f"moi.{suffix}")[0] == 0
