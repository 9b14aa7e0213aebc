"""The command `docgen phancong`: the exact words on the terminal, and the workbook read back."""

import re
import time
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from docgen.cli import main as cli
from docgen.data.model.donvi import SoDonVi
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.errors import DataError
from docgen.files.stamp import is_untouched
from docgen.work.matrix import WIDTH
from docgen.work.units import Registry
from docgen.workflows.office import Office
from tests.clerk import Answer, Clerk
from tests.conftest import GUIDE, OFFICE, ROOT, SAMPLE
from tests.work.test_assignments import KEY

REGISTRY = """\
don_vi:
  - {ten: Sở Y tế, viet_tat: SYT, nhom: [các sở, ngành]}
  - {ten: "Sở Văn hóa, Thể thao và Du lịch", nhom: [các sở, ngành]}
  - {ten: Sở Thông tin và Truyền thông, den: 2025-02-28, thanh: Sở Khoa học và Công nghệ}
  - {ten: Sở Khoa học và Công nghệ, tu: 2025-03-01}
  - {ten: Báo Ví Dụ}
nhom:
  - {ten: "các sở, ngành", viet_tat: "các sở, ban, ngành"}
  - ten: hội quần chúng
"""
PLAN = """\
loai: kế hoạch
nam: 2024
trich_yeu: Khám sức khỏe người cao tuổi
noi_nhan: [Sở Y tế]
luu: VT
to_chuc_thuc_hien:
  - tieu_de: Các sở, ngành
    y:
      - Báo cáo kết quả trước ngày 15/12/2024.
phu_luc:
  tieu_de: Nhiệm vụ
  nhom_nhiem_vu:
    - tieu_de: Khám
      nhiem_vu:
        - {ten: Khám tại trạm, chu_tri: SYT, phoi_hop: "các sở, ngành; Công an tỉnh", thoi_gian: Quý II}
        - {ten: Lập sổ, chu_tri: Sở Y tế, thoi_gian: Khi có yêu cầu, san_pham: Sổ}
"""
MATRIX = """\
Nhiệm vụ
  Khám
  I.1  Khám tại trạm
  I.2  Lập sổ

Đơn vị                           I.1  I.2  C  P  TN
Sở Y tế                           C    C   2  0  1
Sở Văn hóa, Thể thao và Du lịch   P    ·   0  1  1
C: chủ trì, P: phối hợp; ba cột cuối đếm việc chủ trì, việc phối hợp và trách nhiệm (TN) trong phần lời.

Tổng: 2 nhiệm vụ; 2 đơn vị có việc, 2 đơn vị không có; 2 lượt chủ trì, 1 lượt phối hợp, 2 lượt trách nhiệm
"""
UNREAD = (
    "Lưu ý: kehoach.yaml:15:56: “Công an tỉnh” không có trong danh mục đơn vị; "
    "sửa lại cho đúng tên, hoặc thêm đơn vị hay nhóm này vào donvi.yaml\n"
    "Lưu ý: kehoach.yaml:16:54: “Khi có yêu cầu” phụ thuộc việc khác nên chưa có ngày; "
    "nếu cần tính hạn thì ghi như “Quý II”, “Tháng 6” hoặc “Trước ngày 15/12/2024”\n"
)
IDLE = "Lưu ý: donvi.yaml: 2 đơn vị không có việc trong kế hoạch này: Sở Thông tin và Truyền thông; Báo Ví Dụ\n"
HEALTH = """\
Sở Y tế

Chủ trì 2 nhiệm vụ
  I.1  Khám tại trạm
       Phối hợp: các sở, ngành; Công an tỉnh
       Thời gian: Quý II (01/04/2024 - 30/06/2024)
  I.2  Lập sổ
       Thời gian: Khi có yêu cầu
       Sản phẩm: Sổ

1 trách nhiệm nêu trong kế hoạch
  - Báo cáo kết quả trước ngày 15/12/2024.
    Ở mục: Các sở, ngành
    Qua nhóm: các sở, ngành
    Hạn: trước ngày 15/12/2024 (01/01/2024 - 14/12/2024)

Các hạn: 30/06/2024, 14/12/2024
"""
CULTURE = """\
Sở Văn hóa, Thể thao và Du lịch

Phối hợp 1 nhiệm vụ
  I.1  Khám tại trạm
       Chủ trì: SYT
       Qua nhóm: các sở, ngành
       Thời gian: Quý II (01/04/2024 - 30/06/2024)

1 trách nhiệm nêu trong kế hoạch
  - Báo cáo kết quả trước ngày 15/12/2024.
    Ở mục: Các sở, ngành
    Qua nhóm: các sở, ngành
    Hạn: trước ngày 15/12/2024 (01/01/2024 - 14/12/2024)

Các hạn: 30/06/2024, 14/12/2024
"""


@dataclass(frozen=True)
class Desk(Clerk):
    """A clerk's folder with a plan and a registry, and the command run in it."""

    COMMAND = ("phancong", "kehoach.yaml")

    def put(self, *, plan: str = PLAN, registry: str = REGISTRY) -> None:
        (self.folder / "kehoach.yaml").write_text(plan, "utf-8")
        (self.folder / "donvi.yaml").write_text(registry, "utf-8")

    def book(self, name: str = "a.xlsx") -> Any:
        return openpyxl.load_workbook(self.folder / name)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coquan.yaml").write_text(OFFICE.read_text("utf-8"), "utf-8")
    made = Desk(tmp_path, capsys)
    made.put()
    return made


def with_tasks(plan: str, tasks: str) -> str:
    return plan[: plan.index("phu_luc:")] + tasks


def test_the_matrix_and_the_remarks(desk: Desk) -> None:
    assert desk.run() == Answer(0, MATRIX, UNREAD + IDLE)


def test_a_unit_that_there_was_not_then_is_told_and_the_matrix_still_shown(desk: Desk) -> None:
    desk.put(plan=PLAN.replace("chu_tri: SYT", "chu_tri: Sở Khoa học và Công nghệ"))
    answer = desk.run()
    assert answer.code == 0
    assert re.search(r"^Sở Khoa học và Công nghệ +C +· +1  0  0$", answer.out, re.MULTILINE)
    assert (
        "Lưu ý: kehoach.yaml:15:41: “Sở Khoa học và Công nghệ” chỉ có từ ngày 01/03/2025, sau năm 2024; "
        "khi đó là “Sở Thông tin và Truyền thông”"
    ) in answer.err


@pytest.mark.parametrize("name", ["Sở Y tế", "syt", "SỞ  Y TẾ", "Sở Y tế tỉnh Sóc Trăng"])
def test_the_list_of_one_unit(desk: Desk, name: str) -> None:
    assert desk.run("--don-vi", name) == Answer(0, HEALTH, UNREAD)


def test_the_lists_of_several_units_and_of_a_group(desk: Desk) -> None:
    both = f"{HEALTH}\n{CULTURE}"
    assert desk.run("--don-vi", "SYT", "--don-vi", "Sở Văn hoá, Thể thao & Du lịch").out == both
    assert desk.run("--don-vi", "các sở, ban, ngành").out == both
    assert desk.run("--don-vi", "SYT", "--don-vi", "các sở, ngành").out == both


def test_a_unit_with_nothing_to_do(desk: Desk) -> None:
    assert desk.run("--don-vi", "Báo Ví Dụ").out == "Báo Ví Dụ\n\nKhông có việc nào trong kế hoạch này.\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Sở Y tê", "“Sở Y tê” không có trong danh mục đơn vị; có phải “Sở Y tế”? Nếu là đơn vị khác thì thêm vào donvi.yaml"),
        (
            "Kho bạc",
            "“Kho bạc” không có trong danh mục đơn vị; sửa lại cho đúng tên, hoặc thêm đơn vị hay nhóm này vào donvi.yaml",
        ),
        (
            "Sở Khoa học và Công nghệ",
            "“Sở Khoa học và Công nghệ” chỉ có từ ngày 01/03/2025, sau năm 2024; khi đó là “Sở Thông tin và Truyền thông”",
        ),
        ("các đơn vị có liên quan", "“các đơn vị có liên quan” không chỉ rõ đơn vị nào; ghi rõ tên"),
        ("hội quần chúng", "nhóm “hội quần chúng” không có đơn vị nào trong năm của kế hoạch"),
        ("Sở Y tế không tham gia", "“Sở Y tế không tham gia” là nói trừ ra, không chọn đơn vị nào; ghi tên đơn vị cần chọn"),
        ("", "“” không phải tên đơn vị; ghi tên như trong donvi.yaml"),
    ],
)
def test_an_unknown_unit_is_an_error(desk: Desk, name: str, said: str) -> None:
    assert desk.run("--don-vi", name) == Answer(3, "", f"Lỗi: --don-vi: {said}\n")


def test_all_unknown_units_are_told_at_once(desk: Desk) -> None:
    answer = desk.run("--don-vi", "Sở Y tê", "--don-vi", "SYT", "--don-vi", "Kho bạc")
    assert answer.err.count("Lỗi: --don-vi: ") == 2
    assert answer.err.endswith("Có 2 lỗi; chưa ghi tệp nào.\n")


def test_the_problems_of_all_three_files_are_told_at_once(desk: Desk) -> None:
    desk.put(plan=PLAN.replace("luu: VT", "lưu: VT"), registry=REGISTRY.replace("viet_tat: SYT", "viet_tắt: SYT"))
    (desk.folder / "coquan.yaml").write_text(OFFICE.read_text("utf-8").replace("dia_danh:", "địa_danh:"), "utf-8")
    lines = desk.run().err.splitlines()
    assert [line.split(":")[1].strip() for line in lines[:-1]] == ["kehoach.yaml", "coquan.yaml", "donvi.yaml"]


def test_a_missing_registry_is_told(desk: Desk) -> None:
    (desk.folder / "donvi.yaml").unlink()
    assert desk.run() == Answer(
        5,
        "",
        "Lỗi: kehoach.yaml: không thấy donvi.yaml cạnh tệp này hay ở các thư mục bên trên; "
        "lập bằng docgen khoitao, hoặc chép donvi.yaml của cơ quan vào đó\n",
    )


def test_an_empty_registry_recognises_nobody(desk: Desk) -> None:
    desk.put(registry="don_vi: []\n")
    answer = desk.run("-o", "a.xlsx")
    assert answer.code == 0
    assert "\nChưa đơn vị nào trong danh mục có việc.\n\nTổng: 2 nhiệm vụ; 0 đơn vị có việc, 0 đơn vị không có;" in answer.out
    assert "“SYT” không có trong danh mục đơn vị" in answer.err
    assert desk.book()["Phân công"].max_row == 6


def test_a_plan_without_tasks(desk: Desk) -> None:
    desk.put(plan=with_tasks(PLAN, ""))
    answer = desk.run("-o", "a.xlsx")
    assert answer == Answer(
        0,
        "Kế hoạch này không có nhiệm vụ nào trong phụ lục.\n\n"
        "Đơn vị                           C  P  TN\n"
        "Sở Y tế                          0  0  1\n"
        "Sở Văn hóa, Thể thao và Du lịch  0  0  1\n"
        "C: chủ trì, P: phối hợp; ba cột cuối đếm việc chủ trì, việc phối hợp và trách nhiệm (TN) trong phần lời.\n\n"
        "Tổng: 0 nhiệm vụ; 2 đơn vị có việc, 2 đơn vị không có; 0 lượt chủ trì, 0 lượt phối hợp, 2 lượt trách nhiệm\n",
        f"{IDLE}Đã ghi: a.xlsx\n",
    )
    assert [cell.value for cell in desk.book()["Nhiệm vụ"]["A"]] == ["Mã"]


def test_many_tasks_are_broken_into_blocks_and_long_names_into_lines(desk: Desk) -> None:
    name = "Trung tâm " + "Văn hóa " * 13 + "huyện"
    tasks = "".join(f"    - {{ten: Việc {number}, chu_tri: Sở Y tế, phoi_hop: {name}}}\n" for number in range(60))
    desk.put(
        plan=with_tasks(PLAN, f"phu_luc:\n  tieu_de: B\n  nhiem_vu:\n{tasks}"),
        registry=REGISTRY.replace("ten: Báo Ví Dụ", f"ten: {name}"),
    )
    lines = desk.run().out.splitlines()
    assert max(map(len, lines)) <= WIDTH
    heads = [line.split()[2:] for line in lines if line.startswith("Đơn vị")]
    assert len(heads) > 1
    assert [head for row in heads for head in row] == [*map(str, range(1, 61)), "C", "P", "TN"]
    rows = [line.split()[3:] for line in lines if line.startswith("Sở Y tế")]
    assert [mark for row in rows for mark in row] == [*["C"] * 60, "60", "0", "1"]


def test_decomposed_letters_do_not_bend_the_columns(desk: Desk) -> None:
    desk.put(registry=REGISTRY.replace("Sở Văn hóa", unicodedata.normalize("NFD", "Sở Văn hóa")))
    assert desk.run().out == MATRIX


def test_the_samples_matrix_is_the_one_read_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["phancong", str(SAMPLE)]) == 0
    out = re.sub(r"\n  (Trăng)$", "", capsys.readouterr().out, flags=re.MULTILINE)
    codes = next(line for line in out.splitlines() if line.startswith("Đơn vị")).split()[2:]
    wanted = {}
    for unit, row in KEY.items():
        led, joined, duties = ([code.rstrip("*") for code in part.split()] for part in row.split("|"))
        marks = ["C" if code in led else "P" if code in joined else "·" for code in codes[:-3]]
        wanted[unit.removesuffix(" Trăng") if len(unit) > 60 else unit] = [
            *marks,
            *(str(len(part)) for part in (led, joined, duties)),
        ]
    found = re.findall(r"^(\S.*?)  +((?:[CP·] +)+\d+ +\d+ +\d+)$", out, re.MULTILINE)
    assert {unit: marks.split() for unit, marks in found} == wanted


def test_the_workbook(desk: Desk) -> None:
    answer = desk.run("-o", "a.xlsx")
    assert answer == Answer(0, MATRIX, f"{UNREAD}{IDLE}Đã ghi: a.xlsx\n")
    book = desk.book()
    assert book.sheetnames == ["Phân công", "Nhiệm vụ", "Đơn vị", "Cần xem lại"]
    page = book["Phân công"]
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=4)] == [
        ["STT", "Đơn vị", "I.1", "I.2", "Chủ trì", "Phối hợp", "Trách nhiệm"],
        [None, None, "Khám tại trạm", "Lập sổ", None, None, None],
        [1, "Sở Y tế", "C", "C", 2, 0, 1],
        [2, "Sở Văn hóa, Thể thao và Du lịch", "P", None, 0, 1, 1],
        [None, "Số đơn vị", 2, 1, 2, 1, 2],
    ]
    assert (page.freeze_panes, page.print_title_rows, page.auto_filter.ref) == ("C6", "$4:$5", "A5:G7")
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert page["C5"].alignment.textRotation == 90
    [_, first, second] = book["Nhiệm vụ"].iter_rows(values_only=True)
    assert first == (
        "I.1", "Khám tại trạm", "Khám", "SYT", "các sở, ngành; Công an tỉnh", "Quý II",
        datetime(2024, 4, 1), datetime(2024, 6, 30), None,
    )  # fmt: skip
    assert second[5:] == ("Khi có yêu cầu", None, None, "Sổ")
    units = list(book["Đơn vị"].iter_rows(values_only=True))
    assert units[1] == (
        1, "Sở Y tế", "I.1, I.2", None, "• Báo cáo kết quả trước ngày 15/12/2024. (hạn 14/12/2024)", datetime(2024, 6, 30)
    )  # fmt: skip
    assert units[4][1:5] == ("Báo Ví Dụ", None, None, "(không có việc trong kế hoạch này)")
    [_, unknown, unclear] = book["Cần xem lại"].iter_rows(values_only=True)
    assert unknown[:3] == ("kehoach.yaml:15:56", "Không có trong danh mục", "Công an tỉnh")
    assert unclear[:3] == ("kehoach.yaml:16:54", "Thời gian chưa rõ", "Khi có yêu cầu")


def test_what_looks_like_a_formula_stays_words(desk: Desk) -> None:
    bad = ['=HYPERLINK(\\"http://x\\")', "+84 Khám", "-1+2", "@SUM(A1)"]
    tasks = "".join(
        f'    - {{ma: "={number}", ten: "{text}", chu_tri: SYT, san_pham: "=1+1"}}\n' for number, text in enumerate(bad)
    )
    desk.put(plan=with_tasks(PLAN, f"phu_luc:\n  tieu_de: B\n  nhiem_vu:\n{tasks}"))
    assert desk.run("-o", "a.xlsx").code == 0
    for page in desk.book():
        for cell in (cell for row in page.iter_rows() for cell in row if isinstance(cell.value, str)):
            assert cell.data_type == "s"
            assert cell.quotePrefix == cell.value.startswith(("=", "+", "-", "@")), cell.value
    assert [cell.value for cell in desk.book()["Nhiệm vụ"]["B"]][1:] == [text.replace("\\", "") for text in bad]


def test_the_workbook_is_the_same_each_time_and_an_edited_one_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run("-o", "a.xlsx")
    made = (desk.folder / "a.xlsx").read_bytes()
    assert is_untouched(made)
    later = time.localtime(time.time() + 86400)
    monkeypatch.setattr("time.localtime", lambda *_: later)
    assert desk.run("-o", "b.xlsx").code == 0
    assert (desk.folder / "b.xlsx").read_bytes() == made
    assert desk.run("-o", "a.xlsx").code == 0
    book = desk.book()
    book["Phân công"]["B6"] = "Sửa tay"
    book.save(desk.folder / "a.xlsx")
    answer = desk.run("-o", "a.xlsx")
    assert (answer.code, answer.out) == (5, "")
    assert answer.err.startswith("Lỗi: a.xlsx: tệp này đã được sửa tay")
    assert "Lưu ý: bản cũ đã được giữ lại: a.xlsx.bak\nĐã ghi: a.xlsx\n" in desk.run("-o", "a.xlsx", "--ghi-de").err
    assert desk.book()["Phân công"]["B6"].value == "Sở Y tế"


def test_the_output_has_to_be_an_excel_file(desk: Desk) -> None:
    answer = desk.run("-o", "a.docx")
    assert (answer.code, answer.err) == (
        2,
        "Lỗi: tùy chọn -o không dùng được: “a.docx” phải có đuôi .xlsx; xem: docgen phancong --help\n",
    )


def test_twenty_units_without_work_are_named_and_the_others_counted(desk: Desk) -> None:
    desk.put(registry=REGISTRY.replace("nhom:\n", "".join(f"  - ten: Hội Số {number}\n" for number in range(25)) + "nhom:\n", 1))
    [told] = [line for line in desk.run().err.splitlines() if "không có việc" in line]
    assert told.startswith(
        "Lưu ý: donvi.yaml: 27 đơn vị không có việc trong kế hoạch này: Sở Thông tin và Truyền thông; Báo Ví Dụ; "
    )
    assert told.endswith("; Hội Số 17 … (xem đủ bằng -o, trang Đơn vị)")


def test_a_province_of_communes_takes_seconds(desk: Desk) -> None:
    units = "".join(f"  - {{ten: UBND xã Ví Dụ {number}, nhom: [UBND cấp xã]}}\n" for number in range(3000))
    tasks = "".join(
        f"    - {{ten: Việc {number}, chu_tri: UBND xã Ví Dụ {number}, phoi_hop: UBND cấp xã}}\n" for number in range(60)
    )
    desk.put(
        plan=with_tasks(PLAN, f"phu_luc:\n  tieu_de: B\n  nhiem_vu:\n{tasks}"),
        registry=f"don_vi:\n{units}nhom:\n  - {{ten: UBND cấp xã}}\n",
    )
    began = time.process_time()
    answer = desk.run("-o", "a.xlsx")
    assert time.process_time() - began < 30
    assert answer.code == 0
    assert "3000 đơn vị có việc, 0 đơn vị không có; 60 lượt chủ trì, 179940 lượt phối hợp" in answer.out


def test_assigned_gives_the_files_and_the_remarks_with_their_places() -> None:
    found = Office(SAMPLE)
    assert (found.plan.nam, found.coquan.model.viet_tat) == (2023, "UBND")
    assert Path(found.donvi.file.file).resolve() == ROOT / "data" / "donvi.yaml"
    assert len(found.located()) == len(found.assignments.remarks) == 8
    lines = [problem.place.line or 0 for problem in found.located()]
    assert lines == sorted(lines)
    assert [unit.ten for unit in found.chosen(["Báo Sóc Trăng"])] == ["Báo Sóc Trăng"]
    assert found.chosen([]) == found.assignments.don_vi
    with pytest.raises(DataError, match="có phải “Báo Sóc Trăng”"):
        found.chosen(["Báo Sóc Trắng"])


def test_the_guide_shows_a_real_matrix() -> None:
    assert MATRIX in re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)


def test_the_registry_in_the_guide_is_a_right_one(tmp_path: Path) -> None:
    [text] = [text for text in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if text.startswith("don_vi:")]
    (tmp_path / "donvi.yaml").write_text(text, "utf-8")
    registry = Registry(validate(SoDonVi, load(tmp_path / "donvi.yaml")), 2024)
    assert registry.members("các cơ quan cấp tỉnh") == ("Sở Y tế", "Hội Cựu chiến binh tỉnh")
    assert registry.is_asked("Hội Cựu chiến binh tỉnh")
    assert (registry.read("Sở Khoa học và Công nghệ").mentions[0].fault or "?") in " ".join(GUIDE.split())


def test_every_column_that_the_plan_uses_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "coquan.yaml").write_bytes(OFFICE.read_bytes())
    (tmp_path / "donvi.yaml").write_text("don_vi: [{ten: Sở Y tế}]\n", encoding="utf-8")
    cells = "san_pham: Báo cáo, kinh_phi: 50 triệu đồng, theo_doi: Văn phòng, ghi_chu: Theo mùa"
    tasks = f"phu_luc: {{tieu_de: B, nhiem_vu: [{{ten: Khám, chu_tri: Sở Y tế, {cells}}}]}}\n"
    plan = tmp_path / "kehoach.yaml"
    plan.write_text(
        "loai: kế hoạch\nnam: 2023\ntrich_yeu: T\nnoi_nhan: [A]\nluu: VT\nphan: [{tieu_de: A, doan: B}]\n" + tasks,
        encoding="utf-8",
    )
    assert cli.run(["phancong", str(plan), "--don-vi", "Sở Y tế", "-o", str(tmp_path / "p.xlsx")]) == 0
    shown = capsys.readouterr().out
    for fact in ("Sản phẩm: Báo cáo", "Kinh phí: 50 triệu đồng", "Theo dõi: Văn phòng", "Ghi chú: Theo mùa"):
        assert fact in shown
    rows = list(openpyxl.load_workbook(tmp_path / "p.xlsx")["Nhiệm vụ"].iter_rows(values_only=True))
    assert rows[0][-4:] == ("Sản phẩm", "Kinh phí", "Theo dõi", "Ghi chú")
    assert rows[1][-4:] == ("Báo cáo", "50 triệu đồng", "Văn phòng", "Theo mùa")


def test_a_comment_in_the_registry_that_may_be_words_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (OFFICE, SAMPLE):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    registry = (ROOT / "data" / "donvi.yaml").read_text("utf-8").replace("  - ten: Sở Nội vụ\n", "  - ten: Sở Nội vụ # mới\n")
    (tmp_path / "donvi.yaml").write_text(registry, "utf-8")
    assert cli.run(["phancong", str(tmp_path / SAMPLE.name)]) == 0
    assert "donvi.yaml:159:20: chữ sau dấu # trên dòng này là lời ghi chú" in capsys.readouterr().err
