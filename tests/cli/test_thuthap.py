"""The command `docgen thuthap`: a form for each unit, the words on the terminal, and that no work of a person is lost."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from docgen.cli import main as cli
from docgen.files.stamp import is_untouched
from docgen.forms import formlayout as at
from docgen.text.thoigian import ViTri
from docgen.workflows.asking import Asking
from docgen.workflows.office import Office
from tests.clerk import Answer, Clerk
from tests.conftest import GUIDE, OFFICE, SAMPLE

REGISTRY = """\
don_vi:
  - {ten: Sở Y tế, viet_tat: SYT, nhom: [các sở, ngành]}
  - {ten: "Sở Văn hóa, Thể thao và Du lịch", nhom: [các sở, ngành]}
  - {ten: Sở Thông tin và Truyền thông, den: 2025-02-28, thanh: Sở Khoa học và Công nghệ}
  - {ten: Sở Khoa học và Công nghệ, tu: 2025-03-01}
  - {ten: Báo Ví Dụ}
nhom:
  - {ten: "các sở, ngành", viet_tat: "các sở, ban, ngành"}
"""
PLAN = """\
loai: kế hoạch
nam: 2024
so: 5
ngay: 2024-01-08
trich_yeu: Khám sức khỏe người cao tuổi
noi_nhan: [Sở Y tế]
luu: VT
to_chuc_thuc_hien:
  - tieu_de: Sở Y tế
    y:
      - noi_dung: Chủ trì thực hiện
        cong: [Lập sổ., Khám tại nhà.]
  - tieu_de: Các sở, ngành
    y:
      - Báo cáo kết quả trước ngày 15/12/2024.
phu_luc:
  tieu_de: Nhiệm vụ
  nhom_nhiem_vu:
    - tieu_de: Khám
      nhiem_vu:
        - {ten: Lập sổ, chu_tri: "Sở Văn hóa, Thể thao và Du lịch", phoi_hop: Sở Y tế, thoi_gian: Quý IV}
        - {ten: Khám tại trạm, chu_tri: SYT, phoi_hop: "các sở, ngành", thoi_gian: Quý II}
"""
HEALTH, CULTURE, LIST = "01-so-y-te.xlsx", "02-so-van-hoa-the-thao-va-du-lich.xlsx", "danh-muc-bieu-mau.xlsx"


@dataclass(frozen=True)
class Desk(Clerk):
    """A clerk's folder with a plan and a registry, and the command run in it."""

    COMMAND = ("thuthap", "kehoach.yaml")

    def put(self, *, plan: str = PLAN, registry: str = REGISTRY) -> None:
        (self.folder / "kehoach.yaml").write_text(plan, "utf-8")
        (self.folder / "donvi.yaml").write_text(registry, "utf-8")

    def page(self, name: str, sheet: str = at.RESULTS, folder: str = "bieu-mau-nam-2024") -> Any:
        return openpyxl.load_workbook(self.folder / folder / name)[sheet]

    def rows(self, name: str, folder: str = "bieu-mau-nam-2024") -> list[tuple[Any, ...]]:
        page = self.page(name, folder=folder)
        rows = [tuple(cell.value for cell in row[:4]) for row in page.iter_rows(min_row=8)]
        return [row for row in rows if row[2] and row[2] != at.FURTHER_ROLE]

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.*") if ".docgen" not in path.name)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coquan.yaml").write_text(OFFICE.read_text("utf-8"), "utf-8")
    made = Desk(tmp_path, capsys)
    made.put()
    return made


def test_each_unit_with_work_gets_a_form_and_the_clerk_a_list(desk: Desk) -> None:
    names = [f"bieu-mau-nam-2024/{name}" for name in (HEALTH, CULTURE, LIST)]
    answer = desk.run()
    assert (answer.code, answer.out) == (0, "".join(f"{name}\n" for name in names))
    assert answer.err == "Đã xong: 2 biểu mẫu năm 2024; 3 tệp mới hoặc thay đổi, 0 tệp như cũ.\n"
    assert [name for name in desk.files() if name.startswith("bieu-mau")] == names
    assert all(is_untouched((desk.folder / name).read_bytes()) for name in names)


def test_a_unit_is_asked_what_it_leads_what_it_joins_and_its_duties(desk: Desk) -> None:
    desk.run()
    assert desk.rows(HEALTH) == [
        ("I.2", "Khám tại trạm", "chủ trì", "Quý II\nPhối hợp: các sở, ngành"),
        ("I.1", "Lập sổ", "phối hợp", "Quý IV\nChủ trì: Sở Văn hóa, Thể thao và Du lịch"),
        ("TN.1", "Chủ trì thực hiện\n+ Lập sổ.\n+ Khám tại nhà.", "trách nhiệm", None),
        ("TN.2", "Báo cáo kết quả trước ngày 15/12/2024.", "trách nhiệm", "trước ngày 15/12/2024"),
    ]
    assert desk.rows(CULTURE) == [
        ("I.1", "Lập sổ", "chủ trì", "Quý IV\nPhối hợp: Sở Y tế"),
        ("I.2", "Khám tại trạm", "phối hợp", "Quý II\nChủ trì: SYT\nPhối hợp: các sở, ngành"),
        ("TN.2", "Báo cáo kết quả trước ngày 15/12/2024.", "trách nhiệm", "trước ngày 15/12/2024"),
    ]


def test_the_form_cites_the_plan(desk: Desk) -> None:
    desk.run()
    page = desk.page(HEALTH)
    assert page["A3"].value == (
        "Thực hiện: Kế hoạch số 05/KH-UBND ngày 08 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Sóc Trăng: "
        "Khám sức khỏe người cao tuổi"
    )
    desk.put(plan=PLAN.replace("so: 5\n", "so:\n").replace("ngay: 2024-01-08", "ngay:"))
    desk.run()
    assert desk.page(HEALTH)["A3"].value == (
        "Thực hiện: Kế hoạch của Ủy ban nhân dân tỉnh Sóc Trăng: Khám sức khỏe người cao tuổi"
    )


def test_where_the_form_goes_is_said_where_the_plan_says_it(desk: Desk) -> None:
    desk.put(plan=PLAN + "cong_van:\n  bao_cao: {gui: Sở Y tế, han: trước ngày 15 tháng 12 năm 2024}\n")
    desk.run()
    assert desk.page(CULTURE)["A6"].value.endswith(" Gửi về Sở Y tế trước ngày 15 tháng 12 năm 2024.")
    desk.run("--ky", "quý I")
    assert "Gửi về" not in desk.page(CULTURE, folder="bieu-mau-quy-i-nam-2024")["A6"].value


def test_a_form_of_a_quarter_has_every_task_and_marks_those_of_other_times(desk: Desk) -> None:
    answer = desk.run("--ky", "quý III năm 2024")
    assert answer.err == "Đã xong: 2 biểu mẫu quý III năm 2024; 3 tệp mới hoặc thay đổi, 0 tệp như cũ.\n"
    folder = "bieu-mau-quy-iii-nam-2024"
    assert [row[3] for row in desk.rows(HEALTH, folder)] == [
        "Quý II\nPhối hợp: các sở, ngành\n(đã đến hạn trước kỳ này)",
        "Quý IV\nChủ trì: Sở Văn hóa, Thể thao và Du lịch\n(chưa đến kỳ thực hiện)",
        None,
        "trước ngày 15/12/2024",
    ]
    page = desk.page(HEALTH, folder=folder)
    assert page["A2"].value.endswith("NHIỆM VỤ QUÝ III NĂM 2024")
    assert page["G4"].value == "Kỳ báo cáo: quý III năm 2024"
    assert desk.page(HEALTH, at.META, folder)["B4"].value == "quý III năm 2024"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("abc", "“abc năm 2024” không phải một kỳ báo cáo; ghi như “năm 2024”, “quý III năm 2024” hoặc “6 tháng đầu năm 2024”"),
        (
            "năm 2023",
            "kỳ “năm 2023” không nằm trong năm 2024 của kế hoạch; "
            "ghi như “năm 2024”, “quý III năm 2024” hoặc “6 tháng đầu năm 2024”",
        ),
    ],
)
def test_a_period_that_is_none_is_an_error(desk: Desk, words: str, said: str) -> None:
    before = desk.files()
    assert desk.run("--ky", words) == Answer(3, "", f"Lỗi: --ky: {said}\n")
    assert desk.files() == before


def test_a_time_that_cannot_be_read_matters_for_a_part_of_the_year(desk: Desk) -> None:
    desk.put(plan=PLAN.replace("thoi_gian: Quý IV", "thoi_gian: Khi có yêu cầu"))
    assert "Khi có yêu cầu" not in desk.run().err
    assert "“Khi có yêu cầu” phụ thuộc việc khác nên chưa có ngày" in desk.run("--ky", "quý I").err


def test_one_unit_alone(desk: Desk) -> None:
    answer = desk.run("--don-vi", "SYT", "-o", "ra")
    assert (answer.code, answer.out) == (0, f"ra/{HEALTH}\n")
    assert desk.run("--don-vi", "các sở, ngành", "-o", "ra").out == f"ra/{CULTURE}\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Báo Ví Dụ", "kehoach.yaml: “Báo Ví Dụ” không có việc nào trong kế hoạch này"),
        (
            "Sở Y tê",
            "--don-vi: “Sở Y tê” không có trong danh mục đơn vị; có phải “Sở Y tế”? Nếu là đơn vị khác thì thêm vào donvi.yaml",
        ),
    ],
)
def test_a_unit_without_a_form_is_an_error(desk: Desk, name: str, said: str) -> None:
    before = desk.files()
    assert desk.run("--don-vi", name, "--don-vi", "SYT") == Answer(3, "", f"Lỗi: {said}\n")
    assert desk.files() == before


def test_a_unit_that_there_was_not_then_stops_it(desk: Desk) -> None:
    desk.put(plan=PLAN.replace("chu_tri: SYT", "chu_tri: Sở Khoa học và Công nghệ"))
    before = desk.files()
    answer = desk.run()
    assert (answer.code, answer.out) == (3, "")
    assert "“Sở Khoa học và Công nghệ” chỉ có từ ngày 01/03/2025, sau năm 2024" in answer.err
    assert desk.files() == before


def test_what_was_not_recognised_is_told(desk: Desk) -> None:
    desk.put(plan=PLAN.replace("phoi_hop: Sở Y tế", "phoi_hop: Kho bạc"))
    answer = desk.run()
    assert answer.code == 0
    assert "Lưu ý: kehoach.yaml:21:79: “Kho bạc” không có trong danh mục đơn vị" in answer.err


def test_a_plan_that_gives_nobody_work(desk: Desk) -> None:
    desk.put(plan=PLAN[: PLAN.index("to_chuc_thuc_hien")] + "phan: [{tieu_de: Mục đích, doan: Khám bệnh.}]\n")
    assert desk.run() == Answer(
        3, "", "Lỗi: kehoach.yaml: kế hoạch chưa giao việc cho đơn vị nào trong donvi.yaml nên không có biểu mẫu\n"
    )


def test_a_filled_form_is_kept(desk: Desk) -> None:
    desk.run()
    path = desk.folder / "bieu-mau-nam-2024" / HEALTH
    book = openpyxl.load_workbook(path)
    book[at.RESULTS]["E9"], book[at.RESULTS]["F9"] = "Hoàn thành", date(2024, 6, 20)
    book.save(path)
    filled = path.read_bytes()
    answer = desk.run()
    kept = "tệp này đã được điền hoặc sửa tay nên được giữ nguyên; dùng --ghi-de để ghi đè và giữ bản cũ thành .bak"
    assert answer.err == (
        f"Lưu ý: bieu-mau-nam-2024/{HEALTH}: {kept}\nĐã xong: 2 biểu mẫu năm 2024; 0 tệp mới hoặc thay đổi, 2 tệp như cũ.\n"
    )
    assert path.read_bytes() == filled
    answer = desk.run("--ghi-de")
    assert f"Lưu ý: bản cũ đã được giữ lại: bieu-mau-nam-2024/{HEALTH}.bak\n" in answer.err
    assert path.with_name(f"{path.name}.bak").read_bytes() == filled
    assert desk.page(HEALTH)["E9"].value is None


def test_the_same_plan_gives_the_same_bytes_and_another_year_other_forms(desk: Desk) -> None:
    desk.run("-o", "a")
    desk.run("-o", "b")
    first, second = ([path.read_bytes() for path in sorted((desk.folder / name).glob("*.xlsx"))] for name in "ab")
    assert len(first) == 3
    assert first == second
    desk.put(plan=PLAN.replace("trich_yeu: Khám", "trich_yeu: Chữa"))
    assert desk.run("-o", "a").err.endswith("3 tệp mới hoặc thay đổi, 0 tệp như cũ.\n")


def test_a_form_of_a_unit_that_has_no_work_any_more_is_told(desk: Desk) -> None:
    desk.run()
    without = PLAN.replace('phoi_hop: "các sở, ngành"', 'phoi_hop: ""').replace("Các sở, ngành", "Sở Y tế")
    desk.put(plan=without.replace('chu_tri: "Sở Văn hóa, Thể thao và Du lịch"', "chu_tri: SYT").replace('phoi_hop: "", ', ""))
    assert f"bieu-mau-nam-2024/{CULTURE}: tệp của lần chạy trước, nay không còn trong kế hoạch" in desk.run().err


def test_the_list_links_to_the_forms_and_counts_the_work(desk: Desk) -> None:
    desk.run()
    page = desk.page(LIST, "Danh mục biểu mẫu")
    assert [cell.value for cell in page[4]] == [1, "Sở Y tế", HEALTH, 1, 1, 2, None, None, None]
    assert [cell.value for cell in page[5]][1:6] == ["Sở Văn hóa, Thể thao và Du lịch", CULTURE, 1, 1, 1]
    assert page["C4"].hyperlink.target == HEALTH
    assert page["A1"].value == "DANH MỤC BIỂU MẪU THU THẬP KẾT QUẢ NĂM 2024"


def test_days_may_be_as_late_as_the_latest_deadline(desk: Desk) -> None:
    desk.put(plan=PLAN.replace("thoi_gian: Quý IV", "thoi_gian: Tháng 6/2025"))
    desk.run()
    check = next(one for one in desk.page(HEALTH).data_validations.dataValidation if one.type == "date")
    assert "từ 01/01/2024 đến 30/06/2025" in check.error


def test_codes_of_duties_leave_those_of_tasks_alone(desk: Desk) -> None:
    desk.put(plan=PLAN.replace("{ten: Lập sổ,", "{ten: Lập sổ, ma: tn.1,"))
    asking = Asking(Office(Path("kehoach.yaml")))
    assert list(asking.all()) == ["tn.1", "I.2", "TN.2", "TN.3"]
    assert asking.all()["TN.2"].ten.startswith("Chủ trì thực hiện")


def test_the_digest_follows_the_work_and_not_the_other_words(desk: Desk) -> None:
    def digest(plan: str) -> str:
        desk.put(plan=plan)
        return Asking(Office(Path("kehoach.yaml"))).digest

    same = digest(PLAN)
    assert digest(PLAN.replace("luu: VT", "luu: VT, VX")) == same
    others = [
        PLAN.replace("Khám tại trạm", "Khám ở trạm"),
        PLAN.replace("Khám tại nhà", "Khám ở nhà"),
        PLAN.replace("2024", "2023"),
    ]
    assert len({same, *map(digest, others)}) == 4


def test_everything_that_the_sample_plan_asks_stands_in_the_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["thuthap", str(SAMPLE), "-o", str(tmp_path / "ra")]) == 0
    capsys.readouterr()
    given = Office(SAMPLE)
    expected = {
        work.ten: {(share.nhiem_vu.ma, share.nhiem_vu.ten, share.vai) for share in work.viec}
        for work in given.assignments.co_viec
    }
    found: dict[str, set[tuple[str, str, str]]] = {}
    duties: dict[str, set[str]] = {}
    for path in sorted((tmp_path / "ra").glob("[0-9]*.xlsx")):
        page: Any = openpyxl.load_workbook(path)[at.RESULTS]
        unit = page["A4"].value.removeprefix(f"{at.UNIT_LABEL} ")
        rows: list[Any] = [tuple(cell.value for cell in row[:3]) for row in page.iter_rows(min_row=8)]
        found[unit] = {row for row in rows if row[2] in ("chủ trì", "phối hợp")}
        duties[unit] = {row[1] for row in rows if row[2] == at.DUTY_ROLE}
    assert len(found) == 50
    assert found == expected
    for work in given.assignments.co_viec:
        assert len(duties[work.ten]) == len(work.trach_nhiem)
        assert all(any(duty.noi_dung in text for text in duties[work.ten]) for duty in work.trach_nhiem)


def test_the_guide_shows_what_the_command_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["thuthap", str(SAMPLE), "-o", str(tmp_path / "ra")]) == 0
    assert f"```text\n{capsys.readouterr().err.splitlines()[-1]}\n```" in GUIDE
    assert all(str(note) in GUIDE for note in (ViTri.TRUOC, ViTri.SAU))
