"""The command `docgen tonghop`: what is gathered, what is told, and that nothing which the clerk wrote is lost."""

import codecs
import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell

from docgen.cli import main as cli
from docgen.data.model.ketqua import KetQua
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.forms.gathering.reconciling import merge
from docgen.workflows import tonghop as stages
from tests.clerk import Answer, Clerk
from tests.conftest import OFFICE

REGISTRY = """\
don_vi:
  - {ten: Sở Y tế, viet_tat: SYT}
  - {ten: Sở Tài chính}
  - {ten: Báo Ví Dụ}
"""
PLAN = """\
loai: kế hoạch
nam: 2024
trich_yeu: Khám sức khỏe người cao tuổi
noi_nhan: [Sở Y tế]
luu: VT
mo_dau: Kế hoạch như sau
phan: [{tieu_de: Mục đích, doan: Chăm sóc người cao tuổi.}]
phu_luc:
  tieu_de: Nhiệm vụ
  nhom_nhiem_vu:
    - tieu_de: Khám
      nhiem_vu:
        - {ten: Khám tại trạm, chu_tri: Sở Y tế, phoi_hop: Sở Tài chính, thoi_gian: Quý II}
        - {ten: Lập sổ theo dõi, chu_tri: Sở Y tế, thoi_gian: Quý III}
        - {ten: Cấp kinh phí, chu_tri: Sở Tài chính}
"""
ANSWERED = """\
ket_qua:
  - ma: I.1 # docgen: y.xlsx: Kết quả!9:9 [{one}]
    ten: Khám tại trạm
    don_vi: Sở Y tế
    trang_thai: hoàn thành
    ngay_hoan_thanh: 2024-06-20
    noi_dung: "Khám 1.200 người: đạt"
    so_lieu:
      - chi_tieu: Người được khám
        don_vi_tinh: người
        so_luong: 1200
  - ma: I.2 # docgen: y.xlsx: Kết quả!10:10 [{two}]
    ten: Lập sổ theo dõi
    don_vi: Sở Y tế
    trang_thai: đang thực hiện
    noi_dung: Đã lập 50 sổ

"""
SPOKEN = "Lưu ý: y.xlsx: Kết quả!E10: trạng thái “ĐANG LÀM” đọc thành “đang thực hiện”\n"
SILENT = "Lưu ý: chưa có trả lời của 1/2 đơn vị: Sở Tài chính\nLưu ý: chưa có kết quả của 1/3 việc: I.3\n"
Cells = Mapping[str, object]
HEALTH: Cells = {
    "E9": "Hoàn thành",
    "F9": date(2024, 6, 20),
    "G9": "Khám 1.200 người: đạt",
    "E10": "ĐANG LÀM",
    "G10": "Đã lập 50 sổ",
}
FIGURES: Cells = {"A5": "I.1", "C5": "Người được khám", "D5": "người", "E5": "1.200"}


@dataclass(frozen=True)
class Desk(Clerk):
    """A clerk's folder with a plan, a registry, the forms that went out in `gui`, and the command run in it."""

    COMMAND = ("tonghop", "kehoach.yaml")

    def send(self, *arguments: str, to: str = "gui") -> None:
        assert cli.run(["thuthap", "kehoach.yaml", "-o", to, *arguments]) == 0
        self.capsys.readouterr()

    def fill(self, unit: str, name: str, cells: Cells, figures: Cells | None = None, sent: str = "gui") -> Path:
        """Fill the form of the unit whose file's name holds `unit`, and save it as `name`."""
        book = self.book(unit, sent)
        for sheet, filled in (("Kết quả", cells), ("Số liệu", figures or {})):
            for place, value in filled.items():
                book[sheet][place] = value
        book.save(self.folder / name)
        return self.folder / name

    def book(self, unit: str, sent: str = "gui") -> Any:
        return openpyxl.load_workbook(next((self.folder / sent).glob(f"*{unit}*.xlsx")))

    @property
    def text(self) -> str:
        return (self.folder / "ketqua.yaml").read_text("utf-8")

    def put(self, text: str) -> None:
        (self.folder / "ketqua.yaml").write_text(text, "utf-8")

    def results(self) -> dict[tuple[str, str | None], Any]:
        return {(one.ma, one.don_vi): one for one in validate(KetQua, load(self.folder / "ketqua.yaml")).ket_qua}

    @property
    def backups(self) -> int:
        return len(list(self.folder.glob("ketqua.yaml.bak*")))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    for name, text in (("coquan.yaml", OFFICE.read_text("utf-8")), ("donvi.yaml", REGISTRY), ("kehoach.yaml", PLAN)):
        (tmp_path / name).write_text(text, "utf-8")
    made = Desk(tmp_path, capsys)
    made.send()
    return made


def without_digests(text: str) -> str:
    return re.sub(r"\[[0-9a-f]{10}\]", "[…]", text)


def test_answers_are_written_with_where_they_come_from(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH, FIGURES)
    said = "Đã xong: 1 biểu mẫu, 1 đơn vị trả lời; thêm 2 kết quả, cập nhật 0, như cũ 0, giữ bản sửa tay 0.\n"
    assert desk.run("y.xlsx") == Answer(0, "ketqua.yaml\n", SPOKEN + SILENT + said)
    assert ANSWERED.format(one="…", two="…") in without_digests(desk.text)
    assert desk.text.startswith("# KẾT QUẢ THỰC HIỆN NĂM 2024\n# Khám sức khỏe người cao tuổi\n")
    assert desk.backups == 0


def test_a_second_run_changes_nothing(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH, FIGURES)
    desk.run("y.xlsx")
    before = desk.text
    answer = desk.run("y.xlsx")
    assert (answer.code, answer.out, desk.text, desk.backups) == (0, "", before, 0)
    assert "thêm 0 kết quả, cập nhật 0, như cũ 2" in answer.err


def test_later_forms_are_added_in_the_order_of_the_plan(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH, FIGURES)
    desk.fill("so-tai-chinh", "t.xlsx", {"E9": "Hoàn thành", "E11": "Hoàn thành"})
    desk.run("y.xlsx")
    before = desk.text
    assert desk.run("t.xlsx", "y.xlsx").code == 0
    assert [code for code, _ in desk.results()] == ["I.1", "I.1", "I.2", "I.3"]
    added = [line for line in desk.text.splitlines() if line not in before.splitlines()]
    assert len(desk.text.splitlines()) == len(before.splitlines()) + 8
    assert all("Sở Tài chính" in line or "t.xlsx" in line or "Cấp kinh phí" in line for line in added)
    assert desk.backups == 1


def test_what_the_clerk_wrote_stays_and_a_changed_answer_that_was_not_touched_is_brought_up_to_date(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH, FIGURES)
    desk.run("y.xlsx")
    mine = desk.text.replace("  uu_diem:\n", "  uu_diem:\n    - Đúng hạn # hỏi lại anh Ba\n").replace(
        "so_luong: 1200", "so_luong: 1250"
    )
    desk.put(mine)
    desk.fill("so-y-te", "y.xlsx", {**HEALTH, "E10": "Hoàn thành", "G9": "Khám 1.300 người"}, FIGURES)
    answer = desk.run("y.xlsx")
    assert answer.code == 0
    changed = [line for line in desk.text.splitlines() if line not in mine.splitlines()]
    assert [without_digests(line).strip() for line in changed] == ["- ma: I.2 # docgen: y.xlsx: Kết quả!10:10 […]"]
    assert desk.results()["I.2", "Sở Y tế"].trang_thai == "hoàn thành"
    assert (
        "Lưu ý: ketqua.yaml:27:5: nhiệm vụ I.2 của Sở Y tế: biểu mẫu nay ghi khác nên đã cập nhật: "
        "trạng thái: đang thực hiện → hoàn thành\n" in answer.err
    )
    assert (
        "Lưu ý: ketqua.yaml:17:5: nhiệm vụ I.1 của Sở Y tế đã được sửa tay nên giữ nguyên, nhưng biểu mẫu (y.xlsx: Kết quả!9:9) "
        "ghi khác: kết quả: Khám 1.200 người: đạt → Khám 1.300 người; "
        "số liệu: Người được khám 1250 người → Người được khám 1200 người; "
        "nếu muốn lấy theo biểu mẫu thì xóa kết quả này rồi chạy lại\n"
    ) in answer.err
    assert (desk.folder / "ketqua.yaml.bak").read_text("utf-8") == mine


def test_a_correction_is_not_told_again_as_long_as_the_form_stays(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH, FIGURES)
    desk.run("y.xlsx")
    desk.put(desk.text.replace("so_luong: 1200", "so_luong: 1250"))
    mine = desk.text
    answer = desk.run("y.xlsx")
    assert "sửa tay nên" not in answer.err
    assert desk.text == mine


def test_a_comment_inside_a_result_keeps_it_from_being_replaced(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH)
    desk.run("y.xlsx")
    desk.put(desk.text.replace("    noi_dung: Đã lập 50 sổ", "    # số này chị Hoa báo\n    noi_dung: Đã lập 50 sổ"))
    mine = desk.text
    desk.fill("so-y-te", "y.xlsx", {**HEALTH, "G10": "Đã lập 60 sổ"})
    assert "I.2 của Sở Y tế đã được sửa tay nên giữ nguyên" in desk.run("y.xlsx").err
    assert desk.text == mine


@pytest.mark.parametrize(
    ("ending", "mark", "encoding"),
    [("\r\n", b"", "utf-8"), ("\n", codecs.BOM_UTF8, "utf-8"), ("\r\n", codecs.BOM_UTF16_LE, "utf-16-le")],
)
def test_every_other_byte_stays(desk: Desk, ending: str, mark: bytes, encoding: str) -> None:
    head = [
        "loai: kết quả thực hiện   ",
        "ket_qua:",
        "   # tay",
        "   -   {ma: I.1, ten: Khám tại trạm, trang_thai: xong}",
        "   # cuối",
        "vi_du: có",
    ]
    (desk.folder / "ketqua.yaml").write_bytes(mark + ending.join(head).encode(encoding))
    desk.fill("so-y-te", "y.xlsx", {"E10": "Đang làm"})
    assert desk.run("y.xlsx").code == 0
    lines = (desk.folder / "ketqua.yaml").read_bytes()[len(mark) :].decode(encoding).split(ending)
    assert lines[:4] + lines[-2:] == head
    assert lines[4].startswith("   - ma: I.2 # docgen: y.xlsx")
    assert len(lines) == len(head) + 4


@pytest.mark.parametrize("opening", ["ket_qua:", "ket_qua: []", "ket_qua: [ ]  # chưa có", "ket_qua: ~", "", "ghi_chu_khac"])
def test_the_first_results_of_a_file_by_hand(desk: Desk, opening: str) -> None:
    text = "loai: kết quả thực hiện\n# đầu\n" + (f"{opening}\n" if opening.startswith("ket") else "") + "kien_nghi: [Không]"
    desk.put(text)
    desk.fill("so-y-te", "y.xlsx", HEALTH)
    assert desk.run("y.xlsx").code == 0
    assert len(desk.results()) == 2
    assert "# đầu\n" in desk.text
    assert ("# chưa có" in desk.text) == ("# chưa có" in text)
    assert (desk.folder / "ketqua.yaml.bak").read_text("utf-8") == text


def test_a_list_in_brackets_cannot_be_added_to(desk: Desk) -> None:
    text = "loai: kết quả thực hiện\nket_qua: [{ma: I.1, ten: Khám tại trạm, trang_thai: xong}]\n"
    desk.put(text)
    desk.fill("so-y-te", "y.xlsx", HEALTH)
    answer = desk.run("y.xlsx")
    assert (answer.code, answer.out, desk.text) == (3, "", text)
    assert "ketqua.yaml:2:11: ket_qua: danh sách ghi trong ngoặc vuông nên không thêm được; xuống dòng" in answer.err


def test_a_file_of_results_that_is_wrong_is_told_and_left(desk: Desk) -> None:
    desk.put("loai: kết quả thực hiện\nket_qua:\n  - {ma: I.1, trang_thai: gần xong}\n")
    desk.fill("so-y-te", "y.xlsx", HEALTH)
    answer = desk.run("y.xlsx")
    assert answer.code == 3
    assert "ketqua.yaml:3:" in answer.err
    assert "“gần xong” không phải trạng thái" in answer.err


def test_a_result_by_hand_under_another_name_than_the_plans_is_told(desk: Desk) -> None:
    desk.put("loai: kết quả thực hiện\nket_qua:\n  - {ma: I.3, ten: Lập sổ theo dõi, trang_thai: xong}\n")
    desk.fill("so-y-te", "y.xlsx", HEALTH)
    assert (
        "Lưu ý: ketqua.yaml:14:5: mã I.3 trong kế hoạch là “Cấp kinh phí” nhưng ở đây ghi “Lập sổ theo dõi”; "
        "sửa cho khớp, nếu không baocao sẽ báo lỗi\n"
    ) in desk.run("y.xlsx").err


def test_a_file_that_is_saved_meanwhile_is_not_overwritten(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH)

    def saved_meanwhile(*arguments: Any) -> Any:
        desk.put("loai: kết quả thực hiện\n")
        return merge(*arguments)

    monkeypatch.setattr(stages, "merge", saved_meanwhile)
    answer = desk.run("y.xlsx")
    assert (answer.code, desk.text) == (5, "loai: kết quả thực hiện\n")
    assert "ketqua.yaml: tệp này vừa được sửa trong lúc docgen đang chạy nên chưa ghi gì; chạy lại" in answer.err


def test_further_work_of_a_later_form_takes_the_place_of_no_other(desk: Desk) -> None:
    """A form counts it anew from K.1: of one name it is the same work, of another it is another."""
    further = next(cell.row for cell in desk.book("so-y-te")["Kết quả"]["A"] if cell.value == "K.1")
    for name, work in (("a", "Hiến máu"), ("b", "Hội thao"), ("c", "hội thao ")):
        more = {"E9": "Hoàn thành", f"B{further}": work, f"E{further}": "Hoàn thành", f"G{further}": f"Kết quả {name}"}
        desk.fill("so-y-te", f"{name}.xlsx", more)
    assert desk.run("a.xlsx").code == 0
    told = desk.run("b.xlsx").err
    assert f"b.xlsx: Kết quả!{further}:{further}: việc khác K.1 của Sở Y tế không phải việc khác K.1 đã có (“Hiến máu”)" in told
    assert "nên ghi là K.2" in told
    assert desk.run("a.xlsx", "b.xlsx").out == desk.run("b.xlsx").out == ""
    assert desk.run("c.xlsx").code == 0
    found = [(one.ma, one.ten, one.noi_dung) for (ma, _), one in desk.results().items() if ma.startswith("K")]
    assert found == [("K.1", "Hiến máu", "Kết quả a"), ("K.2", "hội thao", "Kết quả c")]


def test_of_two_forms_of_one_unit_the_first_is_kept_and_the_other_noted(desk: Desk) -> None:
    desk.fill("so-y-te", "b.xlsx", {"E9": "Hoàn thành", "E10": "Chưa làm"})
    desk.fill("so-y-te", "a.xlsx", {"E9": "Hoàn thành", "E10": "Đang làm", "G10": "50 sổ"})
    answer = desk.run("b.xlsx", "a.xlsx")
    assert answer.code == 0
    assert (
        "Lưu ý: a.xlsx: Kết quả!10:10: “Sở Y tế” trả lời nhiệm vụ I.2 hai lần; giữ câu trả lời ở b.xlsx: Kết quả!10:10, "
        "câu này ghi khác: trạng thái: đang thực hiện; kết quả: 50 sổ\n"
    ) in answer.err
    kept = desk.results()["I.2", "Sở Y tế"]
    assert kept.trang_thai == "chưa thực hiện"
    assert kept.ghi_chu == "[cần xem lại] a.xlsx: Kết quả!10:10 ghi khác: trạng thái: đang thực hiện; kết quả: 50 sổ"
    assert desk.results()["I.1", "Sở Y tế"].ghi_chu is None
    before = desk.text
    assert desk.run("a.xlsx", "b.xlsx").out == ""  # what was there first stays, whatever the order
    assert desk.text == before
    assert (
        "đã cập nhật: trạng thái: chưa thực hiện → đang thực hiện; kết quả: (trống) → 50 sổ; ghi chú: [cần xem lại] a.xlsx: "
        in desk.run("a.xlsx").err
    )
    assert desk.results()["I.2", "Sở Y tế"].noi_dung == "50 sổ"


def test_a_copy_of_a_form_under_another_name_is_no_doubt(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH, FIGURES)
    desk.fill("so-y-te", "y - Copy.xlsx", HEALTH, FIGURES)
    answer = desk.run("y.xlsx", "y - Copy.xlsx")
    assert answer.err.startswith(SPOKEN + SPOKEN.replace("y.xlsx", "y - Copy.xlsx") + SILENT)


def mismatch(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {"E9": "Xong", "A9": "I.2", "A10": "I.1", "E10": "Xong"})


def unknown_task(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {"A9": "V.9", "B9": "Việc lạ", "E9": "Xong"})


def figures_of_others(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {"E9": "Xong"}, {"A2": "Đơn vị báo cáo: Sở Tài chính", **FIGURES})


def task_of_others(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {"A9": "I.3", "B9": "Cấp kinh phí", "E9": "Xong"})


def unit_changed(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {"A4": "Đơn vị báo cáo: Sở Tài chính", "E9": "Xong"})


def figure_of_no_task(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {}, {"A5": "Z.1", "C5": "Sổ", "E5": 5})


def figure_without_code(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {}, {"C5": "Sổ", "E5": 5})


def row_of_nothing(desk: Desk) -> Path:
    return desk.fill("so-y-te", "x.xlsx", {"A9": None, "B9": None, "G9": "Đã làm xong"})


def other_year(desk: Desk) -> Path:
    (desk.folder / "kehoach.yaml").write_text(PLAN.replace("nam: 2024", "nam: 2023"), "utf-8")
    desk.send(to="cu")
    (desk.folder / "kehoach.yaml").write_text(PLAN, "utf-8")
    return desk.fill("so-y-te", "x.xlsx", {"E9": "Xong"}, sent="cu")


def other_plan(desk: Desk) -> Path:
    (desk.folder / "kehoach.yaml").write_text(PLAN.replace("Khám sức khỏe", "Tiêm chủng"), "utf-8")
    desk.send(to="cu")
    (desk.folder / "kehoach.yaml").write_text(PLAN, "utf-8")
    return desk.fill("so-y-te", "x.xlsx", {"E9": "Xong"}, sent="cu")


def other_period(desk: Desk) -> Path:
    desk.send("--ky", "quý II", to="quy")
    return desk.fill("so-y-te", "x.xlsx", {"E9": "Xong"}, sent="quy")


def nobodys(desk: Desk) -> Path:
    path = desk.fill("so-y-te", "x.xlsx", {"A4": "Đơn vị báo cáo:", "E9": "Xong"}, {"A2": None})
    return without_hidden_sheet(path)


def strangers(desk: Desk) -> Path:
    path = desk.fill("so-y-te", "x.xlsx", {"A4": "Đơn vị báo cáo: Sở Y tê", "E9": "Xong"})
    return without_hidden_sheet(path)


def idle_unit(desk: Desk) -> Path:
    path = desk.fill("so-y-te", "x.xlsx", {"A4": "Đơn vị báo cáo: Báo Ví Dụ", "E9": "Xong"})
    return without_hidden_sheet(path)


def without_hidden_sheet(path: Path) -> Path:
    book = openpyxl.load_workbook(path)
    book["_docgen"].sheet_state = "visible"
    book.remove(book["_docgen"])
    book.save(path)
    return path


def no_form(desk: Desk) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Danh sách cán bộ"
    book.save(desk.folder / "x.xlsx")
    return desk.folder / "x.xlsx"


FAULTS: list[tuple[Callable[[Desk], Path], str]] = [
    (mismatch, "x.xlsx: Kết quả!9:9: mã I.2 trong kế hoạch là “Lập sổ theo dõi” nhưng dòng này ghi “Khám tại trạm”"),
    (unknown_task, "x.xlsx: Kết quả!9:9: không có nhiệm vụ mã “V.9”, tên “Việc lạ” trong kế hoạch; sửa mã hoặc tên cho đúng"),
    (task_of_others, "x.xlsx: Kết quả!9:9: nhiệm vụ I.3 “Cấp kinh phí” không giao cho Sở Y tế; xem dòng này"),
    (unit_changed, "x.xlsx: Kết quả!A4: biểu mẫu này đã gửi cho “Sở Y tế” nhưng nay ghi “Sở Tài chính”; sửa lại tên đơn vị"),
    (figures_of_others, "x.xlsx: Số liệu!A2: trang này ghi “Sở Tài chính” còn trang kết quả ghi “Sở Y tế”"),
    (figure_of_no_task, "x.xlsx: Số liệu!5:5: không có mã “Z.1” trong biểu mẫu nên không biết số này"),
    (figure_without_code, "x.xlsx: Số liệu!5:5: dòng số liệu không có mã nhiệm vụ nên không biết số này"),
    (row_of_nothing, "x.xlsx: Kết quả!9:9: dòng này không có mã và tên nên không biết của nhiệm vụ nào: “Đã làm xong”"),
    (other_year, "x.xlsx: biểu mẫu của năm 2023, không phải năm 2024 của kế hoạch này; xin đơn vị điền đúng biểu mẫu"),
    (other_plan, "x.xlsx: biểu mẫu của kế hoạch khác (“Tiêm chủng người cao tuổi”); xin đơn vị điền đúng biểu mẫu"),
    (other_period, "x.xlsx: biểu mẫu của kỳ “quý II năm 2024”, còn phần lớn các biểu mẫu khác của kỳ “năm 2024”; bỏ tệp này ra"),
    (nobodys, "x.xlsx: không biết biểu mẫu này của đơn vị nào; ghi tên đơn vị vào sau chữ “Đơn vị báo cáo:”"),
    (strangers, "x.xlsx: Kết quả!A4: “Sở Y tê” không có trong danh mục đơn vị; có phải “Sở Y tế”?"),
    (idle_unit, "x.xlsx: Kết quả!A4: “Báo Ví Dụ” không có việc nào trong kế hoạch này; xem lại tên đơn vị"),
    (no_form, "x.xlsx: không thấy bảng kết quả của biểu mẫu (dòng tiêu đề có các cột “Mã”, “Trạng thái”, “Kết quả thực hiện”)"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), FAULTS, ids=lambda each: getattr(each, "__name__", ""))
def test_what_cannot_be_placed_stops_the_run_and_van_ghi_writes_the_rest(
    desk: Desk, spoil: Callable[[Desk], Path], said: str
) -> None:
    spoil(desk)
    desk.fill("so-tai-chinh", "t.xlsx", {"E9": "Hoàn thành"})
    answer = desk.run("t.xlsx", "x.xlsx")
    assert (answer.code, answer.out) == (3, "")
    assert f"Lỗi: {said}" in answer.err
    assert "thêm --van-ghi để ghi những gì chắc chắn" in answer.err
    assert not (desk.folder / "ketqua.yaml").exists()
    despite = desk.run("t.xlsx", "x.xlsx", "--van-ghi")
    assert (despite.code, despite.out) == (0, "ketqua.yaml\n")
    assert f"Lưu ý: {said}" in despite.err
    assert "(chưa lấy)" in despite.err
    assert desk.results()["I.3", "Sở Tài chính"].trang_thai == "hoàn thành"


def test_the_forms_of_one_period_alone(desk: Desk) -> None:
    other_period(desk)
    desk.fill("so-y-te", "y.xlsx", HEALTH)
    answer = desk.run("x.xlsx", "y.xlsx", "--ky", "quý II")
    assert answer.code == 0
    assert "Lưu ý: y.xlsx: biểu mẫu của kỳ “năm 2024”, không phải kỳ “quý II năm 2024”, nên không lấy\n" in answer.err
    assert set(desk.results()) == {("I.1", "Sở Y tế")}
    assert desk.run("x.xlsx", "--ky", "kỳ lạ").code == 3


def test_after_the_plan_was_changed_answers_follow_the_words_of_their_tasks(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", HEALTH)
    more = "        - {ten: Việc mới, chu_tri: Sở Y tế}\n        - {ten: Khám"
    (desk.folder / "kehoach.yaml").write_text(PLAN.replace("        - {ten: Khám", more), "utf-8")
    answer = desk.run("y.xlsx")
    assert answer.code == 0
    assert "y.xlsx: kế hoạch đã thay đổi sau khi gửi biểu mẫu này; kết quả được xếp theo tên nhiệm vụ\n" in answer.err
    assert "y.xlsx: Kết quả!9:9: khi gửi là nhiệm vụ I.1, nay trong kế hoạch là I.2; xếp theo tên\n" in answer.err
    assert {code: one.ten for (code, _), one in desk.results().items()} == {"I.2": "Khám tại trạm", "I.3": "Lập sổ theo dõi"}


def test_the_forms_of_two_units_in_one_workbook(desk: Desk) -> None:
    book = openpyxl.load_workbook(desk.fill("so-y-te", "y.xlsx", HEALTH))
    other = openpyxl.load_workbook(desk.fill("so-tai-chinh", "t.xlsx", {"E9": "Chưa làm", "E11": "Xong"}))["Kết quả"]
    copy = book.create_sheet("Sở TC")
    for row in other.iter_rows():
        for cell in row:
            copy[cell.coordinate] = cell.value
    book.save(desk.folder / "hai.xlsx")
    assert desk.run("hai.xlsx").code == 0
    assert set(desk.results()) == {("I.1", "Sở Y tế"), ("I.2", "Sở Y tế"), ("I.1", "Sở Tài chính"), ("I.3", "Sở Tài chính")}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"G9": "C«ng t¸c kh¸m b¶o ®¶m"}, "Kết quả!G9: chữ gõ bằng bảng mã cũ (TCVN3, VNI)"),
        ({"G9": "#REF!"}, "Kết quả!G9: ô báo lỗi #REF!"),
        ({"G9": "=1+1"}, "Kết quả!G9: công thức “=1+1” không có kết quả được lưu trong tệp"),
        ({"E9": None, "G9": "Xong rồi"}, "Kết quả!E9: chưa ghi trạng thái nên ghi “chưa rõ”"),
        ({"F9": date(2022, 6, 20)}, "Kết quả!F9: ngày hoàn thành 20/06/2022 nằm ngoài năm 2024; xem lại"),
        ({"E9": "Chưa làm", "F9": date(2024, 6, 20)}, "Kết quả!F9: có ngày hoàn thành 20/06/2024 nhưng trạng thái"),
        ({"F9": date(2024, 5, 6), "E10": "Xong", "F10": "20/6/2024"}, "Kết quả!F9: ngày 06/05/2024 có thể bị đảo"),
        ({"B9": None}, "Kết quả!9:9: dòng này không ghi tên nhiệm vụ; xếp theo mã I.1"),
        ({"A9": None}, "Kết quả!9:9: dòng này không có mã; xếp theo tên vào nhiệm vụ I.1"),
        ({"A9": "I.99"}, "Kết quả!9:9: mã “I.99” không có trong kế hoạch; xếp theo tên vào nhiệm vụ I.1"),
        ({"F7": "x"}, "Kết quả!7:7: không thấy cột “Ngày hoàn thành”; đã đọc các cột còn lại"),
    ],
)  # fmt: skip
def test_a_doubtful_cell_is_told_and_the_answer_kept(desk: Desk, cells: Cells, said: str) -> None:
    desk.fill("so-y-te", "y.xlsx", {"E9": "Hoàn thành", **cells})
    answer = desk.run("y.xlsx")
    assert answer.code == 0
    assert f"Lưu ý: y.xlsx: {said}" in answer.err
    assert ("I.1", "Sở Y tế") in desk.results()


@pytest.mark.parametrize(
    ("figures", "said", "note"),
    [
        ({"E5": "khoảng 300"}, "Số liệu!E5: số liệu “Sổ, quyển, khoảng 300”: “khoảng 300” không đọc được thành số", True),
        ({"E5": "1,234"}, "Số liệu!E5: số liệu “Sổ, quyển, 1,234”: “1,234” không đọc được thành số", True),
        ({"E5": None}, "số liệu “Sổ, quyển”: chưa có số lượng", True),
        ({"C5": None, "E5": 5}, "Số liệu!E5: số liệu “quyển, 5”: chưa ghi chỉ tiêu", True),
        ({"E5": "5 cái"}, "Số liệu!E5: số liệu “Sổ, quyển, 5 cái”: hai đơn vị tính khác nhau", True),
        ({"E5": 1.234}, "Số liệu!E5: ô là số lẻ 1,234; nếu là 1234 thì sửa lại", False),
    ],
)
def test_a_doubtful_figure_is_told_and_kept(desk: Desk, figures: Cells, said: str, note: bool) -> None:
    desk.fill("so-y-te", "y.xlsx", {"E9": "Xong"}, {"A5": "I.1", "C5": "Sổ", "D5": "quyển", **figures})
    assert said in desk.run("y.xlsx").err
    result = desk.results()["I.1", "Sở Y tế"]
    assert bool(result.so_lieu) is not note
    assert ("[cần xem lại]" in (result.ghi_chu or "")) is note


def test_what_a_row_says_again_is_kept_as_a_note(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", {**HEALTH, "A12": "I.1", "B12": "Khám tại trạm", "E12": "Xong", "G12": "Đợt 2"})
    answer = desk.run("y.xlsx")
    assert "y.xlsx: Kết quả!12:12: ghi thêm cho cùng nhiệm vụ I.1: kết quả: Đợt 2 (đã chép vào ghi_chu)\n" in answer.err
    assert (
        desk.results()["I.1", "Sở Y tế"].ghi_chu == "[cần xem lại] Kết quả!12:12: ghi thêm cho cùng nhiệm vụ I.1: kết quả: Đợt 2"
    )


def test_figures_alone_are_an_answer_without_status(desk: Desk) -> None:
    desk.fill("so-y-te", "y.xlsx", {}, FIGURES)
    assert "Số liệu!5:5: có số liệu nhưng trang kết quả chưa ghi gì về nhiệm vụ này" in desk.run("y.xlsx").err
    result = desk.results()["I.1", "Sở Y tế"]
    assert (result.trang_thai, len(result.so_lieu)) == ("chưa rõ", 1)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def form_with(desk: Desk, part: str, edit: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(desk.fill("so-y-te", "t.xlsx", HEALTH)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return zipped({**parts, part: edit(parts[part])})


def without_a_piece(data: bytes) -> bytes:
    """Return a zip whose directory says that its parts begin before the file does."""
    return data[:100] + data[200:]


SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
UNREADABLE: list[tuple[Callable[[Desk], bytes], str]] = [
    (lambda _: OLE, "đây là tệp Excel đời cũ (.xls) hoặc tệp có mật khẩu, docgen không đọc; mở bằng Excel hoặc LibreOffice"),
    (lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "tệp đặt mật khẩu nên không mở được"),
    (lambda _: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "đây không phải tệp Excel .xlsx"),
    (lambda _: b"%PDF-1.7", "đây không phải tệp Excel .xlsx"),
    (lambda _: b"", "tệp rỗng, không có gì bên trong"),
    (lambda _: zipped({"word/document.xml": b"<a/>"}), "đây không phải tệp Excel .xlsx"),
    (lambda desk: form_with(desk, SHEET, lambda part: part)[:-200], "tệp hỏng nên không mở được"),
    (lambda desk: without_a_piece(form_with(desk, SHEET, lambda part: part)), "tệp hỏng nên không mở được"),
    (lambda desk: form_with(desk, SHEET, lambda part: part[:300]), "tệp hỏng nên không mở được"),
    (lambda desk: form_with(desk, SHEET, lambda part: part + b" " * 400_000_000), "tệp bung ra quá lớn nên không mở"),
    (lambda desk: form_with(desk, SHEET, lambda part: part + b" " * 30_000_000), "bảng quá lớn nên không đọc"),
    (
        lambda desk: form_with(desk, SHEET, lambda part: part.replace(b'ref="A1:I1"', b'ref="A1:XFD1048576"')),
        "bảng quá lớn nên không đọc",
    ),
    (
        lambda desk: form_with(
            desk, SHEET, lambda part: b'<!DOCTYPE a [<!ENTITY a "aaaa">]>' + part[part.index(b"<worksheet") :]
        ),
        "tệp có khai báo lạ (DOCTYPE)",
    ),
]


@pytest.mark.parametrize(("make", "said"), UNREADABLE)
def test_what_cannot_be_opened_is_told_with_what_to_do(desk: Desk, make: Callable[[Desk], bytes], said: str) -> None:
    (desk.folder / "x.xlsx").write_bytes(make(desk))
    desk.fill("so-tai-chinh", "t.xlsx", {"E9": "Hoàn thành"})
    answer = desk.run("x.xlsx", "t.xlsx")
    assert (answer.code, answer.out) == (5, "")
    assert f"Lỗi: x.xlsx: {said}" in answer.err
    assert desk.run("x.xlsx", "t.xlsx", "--van-ghi").code == 0
    assert set(desk.results()) == {("I.3", "Sở Tài chính")}


def test_a_folder_with_all_that_comes_back(desk: Desk) -> None:
    back = desk.folder / "ve"
    (back / "con").mkdir(parents=True)
    desk.fill("so-y-te", "ve/con/y.xlsx", HEALTH)
    desk.fill("so-tai-chinh", "ve/t.XLSX", {"E9": "Xong"})
    (back / "~$t.XLSX").write_bytes(b"")
    (back / "baocao.docx").write_bytes(b"")
    (back / "danh-muc-bieu-mau.xlsx").write_bytes((desk.folder / "gui" / "danh-muc-bieu-mau.xlsx").read_bytes())
    answer = desk.run("ve", "ve/t.XLSX", "ve/*.xlsx")
    assert answer.code == 0, answer.err
    assert len(desk.results()) == 3
    assert "Lưu ý: ve/baocao.docx: docgen không đọc loại tệp này; nếu là câu trả lời của đơn vị thì xin đơn vị điền" in answer.err
    assert "danh-muc" not in answer.err


def test_brackets_in_a_name_with_stars_are_letters(desk: Desk) -> None:
    desk.fill("so-y-te", "so [y te] 1.xlsx", HEALTH)
    desk.fill("so-tai-chinh", "so y.xlsx", {"E9": "Xong"})
    assert desk.run("so [y te]*.xlsx").code == 0
    assert {unit for _, unit in desk.results()} == {"Sở Y tế"}


def test_names_that_stand_for_nothing(desk: Desk) -> None:
    (desk.folder / "rong").mkdir()
    answer = desk.run("rong", "a*.xlsx", "khong-co.xlsx")
    assert answer.code == 5
    assert "Lỗi: rong: không có biểu mẫu .xlsx nào ở đây; xem lại tên và thư mục\n" in answer.err
    assert "Lỗi: a*.xlsx: không có biểu mẫu .xlsx nào ở đây; xem lại tên và thư mục\n" in answer.err
    assert "Lỗi: khong-co.xlsx: không có tệp này; xem lại tên và thư mục\n" in answer.err


def test_forms_that_are_still_blank_are_told_and_nothing_is_written(desk: Desk) -> None:
    answer = desk.run("gui")
    assert (answer.code, answer.out) == (0, "")
    assert "Lưu ý: 2 biểu mẫu chưa có câu trả lời nào: gui/1-so-y-te.xlsx; gui/2-so-tai-chinh.xlsx\n" in answer.err.replace(
        "/0", "/"
    )
    assert "chưa có trả lời của 2/2 đơn vị: Sở Y tế; Sở Tài chính" in answer.err
    assert not (desk.folder / "ketqua.yaml").exists()


HOSTILE = (
    None, "", " ", "-", "I.1", "TN.3", "K.9", "Hoàn thành", "1e400", float("inf"), -1, 0, 1e300, 45000, 99999999,
    date(1900, 1, 1), datetime(9999, 12, 31), time(3, 4), timedelta(days=3), True, "=1/0", "#N/A", "\u200b", "😀",
    "C«ng t¸c kh¸m b¶o", "Mã", "Trạng thái", "x" * 5000, "a\nb\r\nc", "_x0007_", "Đơn vị báo cáo: Sở Tài chính",
    "GIÁM ĐỐC", "20/6/2023 " * 3, "Müller Böll Größe", "[]", "- a: b",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(25))
def test_whatever_stands_in_a_form_what_is_written_can_be_read_again(desk: Desk, seed: int) -> None:
    drawn = random.Random(seed)
    book = openpyxl.load_workbook(desk.fill("so-y-te", "y.xlsx", HEALTH, FIGURES))
    for _ in range(drawn.choice((1, 3, 10, 60))):
        cell = book[drawn.choice(("Kết quả", "Số liệu"))].cell(drawn.randrange(3, 20), drawn.randrange(1, 12))
        if not isinstance(cell, MergedCell):
            cell.value = drawn.choice(HOSTILE)
    book.save(desk.folder / "y.xlsx")
    answer = desk.run("y.xlsx", "--van-ghi")
    assert answer.code == 0, answer.err
    if answer.out:
        desk.results()
        assert "thêm 0 kết quả, cập nhật 0" in desk.run("y.xlsx", "--van-ghi").err
