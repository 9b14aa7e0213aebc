"""The command `docgen nhap` on tables as offices have them: real .xlsx and .docx files, what is made of them, what is told."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.comments import Comment

from docgen.cli import main as cli
from docgen.cli.plans import nhap
from docgen.data.yamlfile import load, of_text
from tests.conftest import OFFICE, SAMPLE
from tests.intake.books import book, paper, saved, sheet_of, table_in

FULL: list[Any] = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"]


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def phu_luc(self) -> Any:
        return of_text("stdout", self.out).value["phu_luc"]


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command on a file of these bytes in a folder of its own."""
    monkeypatch.setitem(cli.docgen.commands, "nhap", nhap)
    monkeypatch.chdir(tmp_path)

    def start(data: bytes | None, *arguments: str, name: str = "bang.xlsx") -> Said:
        if data is not None:
            Path(name).write_bytes(data)
        code = cli.run(["nhap", name, *arguments])
        return Said(code, *capsys.readouterr())

    return start


def phu_luc(text: str) -> Any:
    return of_text("expected", f"phu_luc:\n{text}").value["phu_luc"]


def of_paper(document: Any) -> bytes:
    return saved(document)


# ---------------------------------------------------------------------------------------------- sheets


def test_a_plain_sheet_becomes_a_flat_list_of_tasks(run: Run) -> None:
    said = run(
        book(
            [
                ["KẾ HOẠCH CÔNG TÁC NĂM 2024"],
                FULL,
                [1, "Khám sức khỏe", "Trạm Y tế", "Hội Người cao tuổi", "Quý II", "Báo cáo"],
                [2, "Tặng quà", "Hội Chữ thập đỏ", None, "Tháng 9", None],
            ]
        )
    )
    assert said.code == 0
    assert said.out == (
        "phu_luc:\n"
        "  - tieu_de: KẾ HOẠCH CÔNG TÁC NĂM 2024\n"
        "    nhiem_vu:\n"
        "      - ten: Khám sức khỏe\n"
        "        chu_tri: Trạm Y tế\n"
        "        phoi_hop: Hội Người cao tuổi\n"
        "        thoi_gian: Quý II\n"
        "        san_pham: Báo cáo\n"
        "      - ten: Tặng quà\n"
        "        chu_tri: Hội Chữ thập đỏ\n"
        "        thoi_gian: Tháng 9\n"
    )
    assert said.err == "Đã nhập: Sheet: 2 dòng, gồm 2 nhiệm vụ, 0 dòng nhóm, 0 dòng không nhập.\n"


def test_headings_on_two_rows_groups_merged_leaders_total_and_signature(run: Run) -> None:
    said = run(
        book(
            [
                ["UBND TỈNH VÍ DỤ", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["SỞ NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"],
                ["PHỤ LỤC I"],
                ["DANH MỤC NHIỆM VỤ"],
                ["CẢI CÁCH HÀNH CHÍNH NĂM 2024"],
                ["(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2024)"],
                ["TT", "Nội dung công việc", "Phân công", None, "Thời gian", "Kinh phí"],
                [None, None, "Chủ trì", "Phối hợp"],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                ["I. Công tác chỉ đạo"],
                [1, "Ban hành kế hoạch", "Sở Nội vụ", "Sở Tài chính", "Quý I", "15 triệu đồng"],
                [2, "Tổ chức hội nghị", None, "Sở Tài chính", "Quý II"],
                ["II", "Cải cách thể chế"],
                [1, "Rà soát văn bản", "Sở Nội vụ", None, "Thường xuyên"],
                [None, "Tổng cộng", None, None, None, "15 triệu đồng"],
                [],
                ["Ghi chú: tính theo ngày làm việc"],
                [None, None, None, None, "KT. GIÁM ĐỐC"],
                [None, None, None, None, "Trần Thị B"],
            ],
            merged=["A7:A8", "B7:B8", "C7:D7", "E7:E8", "F7:F8", "A10:F10", "C11:C12", "B13:F13"],
        )
    )
    assert said.phu_luc == phu_luc(
        """\
  - tieu_de: DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024
    ten_cot: {stt: TT, ten: Nội dung công việc}
    nhom_nhiem_vu:
      - tieu_de: Công tác chỉ đạo
        nhiem_vu:
          - {ten: Ban hành kế hoạch, chu_tri: Sở Nội vụ, phoi_hop: Sở Tài chính, thoi_gian: Quý I, kinh_phi: 15 triệu đồng}
          - {ten: Tổ chức hội nghị, chu_tri: như trên, phoi_hop: Sở Tài chính, thoi_gian: Quý II}
      - tieu_de: Cải cách thể chế
        nhiem_vu:
          - {ten: Rà soát văn bản, chu_tri: Sở Nội vụ, thoi_gian: Thường xuyên}
"""
    )
    assert "Sheet!15:15: dòng cộng không nhập" in said.err
    assert "Sheet!17:17; Sheet!18:18; Sheet!19:19: phần dưới bảng" in said.err
    assert "“Phân công – Chủ trì” thành “Đơn vị chủ trì”" in said.err
    assert "10 dòng, gồm 3 nhiệm vụ, 2 dòng nhóm, 5 dòng không nhập" in said.err


def test_columns_stand_in_any_order_and_unknown_ones_are_told(run: Run) -> None:
    said = run(
        book(
            [
                [
                    "Thời hạn",
                    "Cơ quan phối hợp",
                    "Tên nhiệm vụ",
                    "Đơn vị tính",
                    "Lãnh đạo phụ trách",
                    "Cơ quan thực hiện",
                    "Ghi chú",
                ],
                ["30/6/2024", "Phòng Tài chính", "Sửa đường liên ấp", "km", "Ông Nam", "Phòng Kinh tế", "Vốn huyện"],
            ]
        )
    )
    assert said.phu_luc == phu_luc(
        """\
  - tieu_de: "[cần điền tên phụ lục]"
    ten_cot:
      ten: Tên nhiệm vụ
      chu_tri: Cơ quan thực hiện
      phoi_hop: Cơ quan phối hợp
      thoi_gian: Thời hạn
      theo_doi: Lãnh đạo phụ trách
    thu_tu_cot: [thoi_gian, phoi_hop, ten, theo_doi, chu_tri, ghi_chu]
    nhiem_vu:
      - ten: Sửa đường liên ấp
        chu_tri: Phòng Kinh tế
        phoi_hop: Phòng Tài chính
        thoi_gian: 30/6/2024
        theo_doi: Ông Nam
        ghi_chu: Vốn huyện
"""
    )
    assert "cột “Đơn vị tính” không có chỗ trong kế hoạch nên không nhập (1 ô có chữ)" in said.err
    assert "không thấy tên phụ lục" in said.err


def test_groups_of_several_levels_are_one_with_joined_titles(run: Run) -> None:
    said = run(
        book(
            [
                FULL,
                ["A", "NHIỆM VỤ CHUNG"],
                ["I", "Thể chế"],
                [1, "Rà soát", "Sở Tư pháp", None, "Quý I"],
                ["II", "Thủ tục"],
                [1, "Công bố", "Sở Nội vụ", None, "Quý II"],
                ["B", "NHIỆM VỤ RIÊNG"],
                [1, "Chuyển đổi số", None, None, None],
                ["1.1", "Mua phần mềm", "Sở Thông tin", None, "Quý III"],
                ["1.2", "Tập huấn", "Sở Nội vụ", None, "Quý IV"],
                [2, "Tổng kết", "Văn phòng", None, "Tháng 12"],
            ]
        )
    )
    assert said.phu_luc[0]["nhom_nhiem_vu"] == phu_luc(
        """\
  - tieu_de: NHIỆM VỤ CHUNG – Thể chế
    nhiem_vu: [{ten: Rà soát, chu_tri: Sở Tư pháp, thoi_gian: Quý I}]
  - tieu_de: NHIỆM VỤ CHUNG – Thủ tục
    nhiem_vu: [{ten: Công bố, chu_tri: Sở Nội vụ, thoi_gian: Quý II}]
  - tieu_de: NHIỆM VỤ RIÊNG – Chuyển đổi số
    nhiem_vu:
      - {ten: Mua phần mềm, chu_tri: Sở Thông tin, thoi_gian: Quý III}
      - {ten: Tập huấn, chu_tri: Sở Nội vụ, thoi_gian: Quý IV}
  - tieu_de: NHIỆM VỤ RIÊNG
    nhiem_vu: [{ten: Tổng kết, chu_tri: Văn phòng, thoi_gian: Tháng 12}]
"""
    )
    assert "Sheet!B3; Sheet!B5; Sheet!B8: nhóm con" in said.err
    assert "10 dòng, gồm 5 nhiệm vụ, 5 dòng nhóm, 0 dòng không nhập" in said.err


def test_headings_repeated_on_each_page_are_one_table(run: Run) -> None:
    rows = [FULL, ["I", "Việc chung"], [1, "Một", "Sở A", None, "Quý I"], FULL, [2, "Hai", "Sở B", None, "Quý II"], FULL]
    said = run(book([*rows, [3, "Ba", "Sở C", None, "Quý III"]]))
    (only,) = said.phu_luc
    assert [task["ten"] for group in only["nhom_nhiem_vu"] for task in group["nhiem_vu"]] == ["Một", "Hai", "Ba"]
    assert "6 dòng, gồm 3 nhiệm vụ, 1 dòng nhóm, 2 dòng không nhập" in said.err


def two_sheets() -> bytes:
    made = openpyxl.Workbook()
    first, second, notes, old = made.worksheets[0], *(made.create_sheet(name) for name in ("PL2", "Danh bạ", "Bản cũ"))
    first.title = "PL1"
    sheet_of(first, [["Phụ lục I: Việc của sở"], FULL, [1, "Việc một", "Sở A", None, "Quý I"]])
    sheet_of(second, [["PHỤ LỤC II. Việc của huyện"], FULL, [1, "Việc hai", "Huyện B", None, "Quý II"]])
    sheet_of(notes, [["STT", "Họ và tên", "Điện thoại"], [1, "Nguyễn Văn A", "0912"]])
    sheet_of(old, [FULL, [1, "Việc cũ", "Sở A", None, "Quý I"]])
    old.sheet_state = "hidden"
    return saved(made)


def test_every_sheet_with_such_a_table_becomes_an_appendix(run: Run) -> None:
    said = run(two_sheets())
    assert [(one["tieu_de"], one["nhiem_vu"][0]["ten"]) for one in said.phu_luc] == [
        ("Việc của sở", "Việc một"),
        ("Việc của huyện", "Việc hai"),
    ]
    assert "Bản cũ: trang này đang ẩn nên không nhập" in said.err


@pytest.mark.parametrize(("asked", "task"), [("PL2", "Việc hai"), ("pl1", "Việc một"), ("Bản cũ", "Việc cũ")])
def test_a_sheet_is_chosen_by_its_name(run: Run, asked: str, task: str) -> None:
    (only,) = run(two_sheets(), "--trang", asked).phu_luc
    assert only["nhiem_vu"][0]["ten"] == task


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(run: Run) -> None:
    said = run(two_sheets(), "--trang", "PL3")
    assert said.code == 3
    assert "không thấy bảng nhiệm vụ ở “PL3”; các bảng đọc được: “PL1”; “PL2”; “Bản cũ”" in said.err


def test_dates_and_numbers_of_excel_are_written_as_vietnamese_papers_do(run: Run) -> None:
    head: list[Any] = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí"]
    said = run(
        book(
            [
                head,
                [1, "Một", "Sở A", datetime(2024, 6, 5), 15000000],
                [2, "Hai", "Sở A", date(2024, 12, 1), 0.5],
                [3, "Ba", "Sở A", datetime(2024, 9, 2), 1250.5],
                [4, "Bốn", "Sở A", "trước 15/12", 300],
            ],
            formats={"D2": "dd/mm/yyyy", "D3": "mmm-yy", "D4": "d-mmm", "E2": "#,##0", "E3": "0%", "E4": "#,##0.0"},
        )
    )
    assert [(task["thoi_gian"], task["kinh_phi"]) for task in said.phu_luc[0]["nhiem_vu"]] == [
        ("05/06/2024", "15.000.000"),
        ("Tháng 12/2024", "50%"),
        ("02/09", "1.250,5"),
        ("trước 15/12", "300"),
    ]
    assert "Sheet!D4: ô ngày chỉ hiện ngày và tháng" in said.err


def test_columns_of_quarters_and_of_first_and_last_days_become_times(run: Run) -> None:
    said = run(
        book(
            [
                [
                    "STT",
                    "Hoạt động",
                    "Đơn vị thực hiện",
                    "Thời gian thực hiện",
                    None,
                    None,
                    None,
                    "Ngày bắt đầu",
                    "Ngày kết thúc",
                ],
                [None, None, None, "Quý I", "Quý II", "Quý III", "Quý IV"],
                [1, "Một", "Phòng A", "x", None, "X"],
                [2, "Hai", "Phòng B", None, None, None, None, "01/3/2024", "30/9/2024"],
                [3, "Ba", "Phòng B", "Cả năm"],
            ],
            merged=["A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:H2", "I1:I2", "D5:G5"],
        )
    )
    assert [task["thoi_gian"] for task in said.phu_luc[0]["nhiem_vu"]] == [
        "Quý I, Quý III",
        "Từ 01/3/2024 đến 30/9/2024",
        "Cả năm",
    ]
    assert "thời gian nằm ở nhiều cột" in said.err


def test_a_name_merged_over_several_rows_takes_what_stands_beside_it(run: Run) -> None:
    said = run(
        book(
            [
                FULL,
                [1, "Tuyên truyền", "Sở A", None, "Quý I", "Tin bài"],
                [None, None, "Sở B", None, "Quý II", "Phóng sự"],
                [2, "Tập huấn", "Sở C", None, "Quý III"],
            ],
            merged=["A2:A3", "B2:B3"],
        )
    )
    first, second = said.phu_luc[0]["nhiem_vu"]
    assert first == {
        "ten": "Tuyên truyền",
        "phan_viec": [
            {"chu_tri": "Sở A", "thoi_gian": "Quý I", "san_pham": "Tin bài"},
            {"chu_tri": "Sở B", "thoi_gian": "Quý II", "san_pham": "Phóng sự"},
        ],
    }
    assert second["ten"] == "Tập huấn"
    assert "Sheet!3:3: dòng có tên nhiệm vụ gộp với ô trên được nhập thành phân việc (phan_viec)" in said.err
    assert "3 dòng, gồm 2 nhiệm vụ, 0 dòng nhóm, 1 dòng phân việc, 0 dòng không nhập" in said.err


def test_what_covers_all_lines_stands_with_the_task_and_a_line_without_a_leader_says_so(run: Run) -> None:
    said = run(
        book(
            [
                FULL,
                [1, "Tuyên truyền", "Sở A", "Sở B", "Quý I", "Tin bài"],
                [None, None, "Sở C", None, None, "Phóng sự"],
                [None, None, None, None, None, "Phim"],
                ["-", "-nt-", None, None, None, "và tờ rơi"],
                [2, "Tập huấn", "Theo Quyết định số 1441/QĐ-UBND", None, "Quý III"],
                [3, "Thi tìm hiểu", None, None, "Quý IV"],
                [4, "Sơ kết", "Các sở, ban, ngành", None, "Quý IV"],
            ],
            merged=["A2:A4", "B2:B4", "E2:E4", "C6:D7", "C8:D8"],
        )
    )
    assert said.phu_luc[0]["nhiem_vu"] == [
        {
            "ten": "Tuyên truyền",
            "thoi_gian": "Quý I",
            "phan_viec": [
                {"chu_tri": "Sở A", "phoi_hop": "Sở B", "san_pham": "Tin bài"},
                {"chu_tri": "Sở C", "san_pham": "Phóng sự"},
                {"chu_tri": "", "san_pham": "Phim\nvà tờ rơi"},
            ],
        },
        {"ten": "Tập huấn", "giao_theo": "Theo Quyết định số 1441/QĐ-UBND", "thoi_gian": "Quý III"},
        {"ten": "Thi tìm hiểu", "giao_theo": "như trên", "thoi_gian": "Quý IV"},
        {"ten": "Sơ kết", "chu_tri": "Các sở, ban, ngành", "thoi_gian": "Quý IV"},
    ]
    assert "Sheet!C8: ô này gộp qua cột chủ trì và phối hợp nên nhập vào chu_tri" in said.err
    assert "7 dòng, gồm 4 nhiệm vụ, 0 dòng nhóm, 2 dòng phân việc, 1 dòng nối vào nhiệm vụ ở trên" in said.err


def test_a_table_without_leaders_or_numbers_gets_none(run: Run) -> None:
    said = run(book([["Thời gian", "Nội dung công việc"], ["Tháng 3", "Họp quý I"], ["Tháng 6", "Họp quý II"]]))
    assert said.phu_luc == phu_luc(
        """\
  - tieu_de: "[cần điền tên phụ lục]"
    ten_cot: {ten: Nội dung công việc}
    thu_tu_cot: [thoi_gian, ten]
    nhiem_vu: [{ten: Họp quý I, thoi_gian: Tháng 3}, {ten: Họp quý II, thoi_gian: Tháng 6}]
"""
    )
    assert "Sheet: bảng không có cột đơn vị chủ trì nên không ghi chu_tri và không in cột này" in said.err


def test_signs_for_the_same_lists_and_broken_lines_are_read_as_people_mean_them(run: Run) -> None:
    said = run(
        book(
            [
                FULL,
                ["I", "Nhóm một"],
                [1, "Tổ chức hội nghị\ntriển khai kế hoạch", "- Sở A\n- Sở B", "…", "Quý I", "-"],
                [2, "Hai", "-nt-", "Sở C", '"', "Báo cáo"],
                [3, "Ba", "Như trên", "//", "Quý II", None],
                ["II", "Nhóm hai"],
                [1, "Bốn", "nt", None, "Quý III", None],
            ]
        )
    )
    assert said.phu_luc[0]["nhom_nhiem_vu"] == [
        {
            "tieu_de": "Nhóm một",
            "nhiem_vu": [
                {"ten": "Tổ chức hội nghị triển khai kế hoạch", "chu_tri": "- Sở A\n- Sở B", "thoi_gian": "Quý I"},
                {"ten": "Hai", "chu_tri": "như trên", "phoi_hop": "Sở C", "thoi_gian": "như trên", "san_pham": "Báo cáo"},
                {"ten": "Ba", "chu_tri": "như trên", "phoi_hop": "như trên", "thoi_gian": "Quý II"},
            ],
        },
        {"tieu_de": "Nhóm hai", "nhiem_vu": [{"ten": "Bốn", "chu_tri": "- Sở A\n- Sở B", "thoi_gian": "Quý III"}]},
    ]


def test_a_merged_column_left_of_the_tasks_names_their_groups(run: Run) -> None:
    said = run(
        book(
            [
                ["TT", "Nhiệm vụ", "Hoạt động cụ thể", "Chủ trì", "Thời gian"],
                [1, "Truyền thông", "Phát thanh", "Đài A", "Quý I"],
                [2, None, "Treo pa nô", "Phòng B", "Quý II"],
                [3, "Tập huấn", "Mở lớp", "Phòng C", "Quý III"],
            ],
            merged=["B2:B3"],
        )
    )
    assert said.phu_luc[0]["nhom_nhiem_vu"] == phu_luc(
        """\
  - tieu_de: Truyền thông
    nhiem_vu:
      - {ten: Phát thanh, chu_tri: Đài A, thoi_gian: Quý I}
      - {ten: Treo pa nô, chu_tri: Phòng B, thoi_gian: Quý II}
  - tieu_de: Tập huấn
    nhiem_vu: [{ten: Mở lớp, chu_tri: Phòng C, thoi_gian: Quý III}]
"""
    )


def test_characters_that_must_not_be_printed_are_taken_out_and_told(run: Run) -> None:
    said = run(
        book(
            [
                FULL,
                [1, "Kha\u0301m\u00a0sức\u200b khỏe", "Trạm Y\u00adtế", None, "Quý I"],
                [2, "C«ng t¸c tuyªn truyÒn", "Sở A", None, "Quý II"],
            ]
        )
    )
    first, second = said.phu_luc[0]["nhiem_vu"]
    assert (first["ten"], first["chu_tri"]) == ("Khám sức khỏe", "Trạm Ytế")
    assert second == {"ten": "[cần điền tên nhiệm vụ]", "chu_tri": "Sở A", "thoi_gian": "Quý II"}
    assert "Sheet!B2; Sheet!C2: có ký tự ẩn hoặc ký tự điều khiển; đã bỏ khi nhập" in said.err
    assert "Sheet!B3: chữ gõ bằng bảng mã cũ" in said.err


def test_title_rows_without_numbers_and_blank_cells_are_told(run: Run) -> None:
    said = run(
        book(
            [
                ["Nội dung", "Đơn vị thực hiện", "Thời gian"],
                ["Công tác tuyên truyền"],
                ["1. Viết bài", "Phòng A", "Quý I"],
                ["2. Treo băng rôn", None, "Quý II"],
                ["Công tác kiểm tra"],
                ["1. Kiểm tra cơ sở", "Phòng B", "Quý III"],
                ["Công tác khác"],
            ],
            bold=["A2", "A5", "A7"],
        )
    )
    assert said.phu_luc[0]["nhom_nhiem_vu"] == phu_luc(
        """\
  - tieu_de: Công tác tuyên truyền
    nhiem_vu:
      - {ten: Viết bài, chu_tri: Phòng A, thoi_gian: Quý I}
      - {ten: Treo băng rôn, chu_tri: "", thoi_gian: Quý II}
  - tieu_de: Công tác kiểm tra
    nhiem_vu: [{ten: Kiểm tra cơ sở, chu_tri: Phòng B, thoi_gian: Quý III}]
"""
    )
    assert "Sheet!A4: chưa ghi đơn vị chủ trì" in said.err
    assert "Sheet!A7: dòng tiêu đề không có nhiệm vụ nào bên dưới nên không nhập" in said.err
    assert "6 dòng, gồm 3 nhiệm vụ, 2 dòng nhóm, 1 dòng không nhập" in said.err


def test_formulas_count_as_what_they_came_to_and_are_told_where_nobody_knows(run: Run) -> None:
    head: list[Any] = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí"]
    said = run(book([head, [1, "Một", "Sở A", "Quý I", "=2*3"], ["=A2+1", "Hai", "Sở B", "Quý II", 5]]))
    first, second = said.phu_luc[0]["nhiem_vu"]
    assert first["kinh_phi"] == "[cần điền kinh phí]"
    assert (second["ten"], second["kinh_phi"]) == ("Hai", "5")
    assert "Sheet!E2: công thức “=2*3” không có kết quả được lưu trong tệp" in said.err


def test_two_tables_on_one_sheet_are_two_appendices_where_a_title_parts_them(run: Run) -> None:
    said = run(
        book(
            [
                ["Phụ lục I"],
                ["VIỆC THƯỜNG XUYÊN"],
                FULL,
                [1, "Một", "Sở A", None, "Thường xuyên"],
                ["Phụ lục II"],
                ["VIỆC ĐỘT XUẤT"],
                FULL,
                [1, "Hai", "Sở B", None, "Quý I"],
            ]
        )
    )
    assert [(one["tieu_de"], len(one["nhiem_vu"])) for one in said.phu_luc] == [("VIỆC THƯỜNG XUYÊN", 1), ("VIỆC ĐỘT XUẤT", 1)]


def test_a_summary_by_units_and_a_list_of_prices_are_no_tables_of_tasks(run: Run) -> None:
    made = openpyxl.Workbook()
    pages: list[Any] = [made.worksheets[0], made.create_sheet("Tổng hợp"), made.create_sheet("Dự toán")]
    sheet_of(pages[0], [FULL, [1, "Một", "Sở A", None, "Quý I"]])
    sheet_of(pages[1], [["STT", "Đơn vị", "Số nhiệm vụ"], [1, "Sở A", 5]])
    sheet_of(
        pages[2], [["STT", "Nội dung", "Đơn vị", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"], [1, "Nước", "chai", 5, 6, 30]]
    )
    assert len(run(saved(made)).phu_luc) == 1


def test_persons_beside_the_leading_unit_watch_over_the_task(run: Run) -> None:
    head = ["STT", "Nhiệm vụ", "Người thực hiện", "Phòng chủ trì", "Phòng thực hiện", "Thời gian"]
    said = run(book([head, [1, "Một", "Ông A", "Phòng B", "Phòng C", "Quý I"]]))
    assert said.phu_luc[0]["nhiem_vu"] == [{"ten": "Một", "chu_tri": "Phòng B", "thoi_gian": "Quý I", "theo_doi": "Ông A"}]
    assert "cột “Phòng thực hiện” không có chỗ trong kế hoạch nên không nhập (1 ô có chữ)" in said.err


def test_a_merged_cell_that_runs_over_a_groups_row_is_said_again_behind_it(run: Run) -> None:
    rows = [
        FULL,
        ["I", "Nhóm một"],
        [1, "Một", "Sở A", None, "Cả năm"],
        ["II", "Nhóm hai"],
        [1, "Hai", "Sở B"],
        [2, "Ba", "Sở C"],
    ]
    said = run(book(rows, merged=["E3:E6"]))
    first, second = said.phu_luc[0]["nhom_nhiem_vu"]
    assert [task["thoi_gian"] for group in (first, second) for task in group["nhiem_vu"]] == ["Cả năm", "Cả năm", "như trên"]


def test_unnumbered_rows_below_a_numbered_title_are_its_tasks(run: Run) -> None:
    said = run(
        book(
            [
                FULL,
                [1, "Công tác tuyên truyền"],
                [None, "- Viết bài", "Phòng A", None, "Quý I"],
                [None, "- Phát thanh", "Phòng B", None, "Quý II"],
                [2, "Công tác kiểm tra"],
                [None, "Kiểm tra cơ sở", "Phòng C", None, "Quý III"],
            ]
        )
    )
    assert [(one["tieu_de"], [task["ten"] for task in one["nhiem_vu"]]) for one in said.phu_luc[0]["nhom_nhiem_vu"]] == [
        ("Công tác tuyên truyền", ["Viết bài", "Phát thanh"]),
        ("Công tác kiểm tra", ["Kiểm tra cơ sở"]),
    ]


def test_titles_without_numbers_stand_below_those_in_capitals_or_beside_one_another(run: Run) -> None:
    rows = [
        FULL,
        ["QUÝ I"],
        ["Tháng 1"],
        [1, "Một", "Sở A"],
        ["Tháng 2"],
        [2, "Hai", "Sở A"],
        ["QUÝ II"],
        [3, "Ba", "Sở A"],
        ["Việc khác"],
        [4, "Bốn", "Sở A"],
    ]
    said = run(book(rows, merged=["A2:F2", "A3:F3", "A5:F5", "A7:F7", "A9:F9"]))
    assert [(one["tieu_de"], one["nhiem_vu"][0]["ten"]) for one in said.phu_luc[0]["nhom_nhiem_vu"]] == [
        ("QUÝ I – Tháng 1", "Một"),
        ("QUÝ I – Tháng 2", "Hai"),
        ("QUÝ II", "Ba"),
        ("Việc khác", "Bốn"),
    ]


def test_a_title_with_its_lines_in_one_cell_is_found(run: Run) -> None:
    rows = [["PHỤ LỤC\nCÁC VIỆC NĂM 2024\n(Kèm theo Kế hoạch số 5/KH-UBND)"], FULL, [1, "Một", "Sở A", None, "Quý I"]]
    assert run(book(rows, merged=["A1:F1"])).phu_luc[0]["tieu_de"] == "CÁC VIỆC NĂM 2024"


def test_an_appendix_keeps_its_own_words_on_the_plan(run: Run) -> None:
    above = "(Ban hành kèm theo Kế hoạch số 5/KH-UBND ngày 05/01/2024 của Chủ tịch Ủy ban nhân dân xã)"
    rows = [["CÁC VIỆC NĂM 2024"], [above], FULL, [1, "Một", "Sở A", None, "Quý I"]]
    (made,) = run(book(rows, merged=["A1:F1", "A2:F2"])).phu_luc
    assert (made["tieu_de"], made["kem_theo"]) == (
        "CÁC VIỆC NĂM 2024",
        "Ban hành kèm theo {van_ban} của Chủ tịch Ủy ban nhân dân xã",
    )


def test_a_paper_of_docgens_own_comes_back_as_its_plan(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["kehoach", str(SAMPLE), "-o", "kh.docx"]) == 0
    capsys.readouterr()
    (made,) = run(None, "--bang", "3", name="kh.docx").phu_luc
    plan: Any = load(SAMPLE).value
    (written,) = plan["phu_luc"]
    assert made == {**written, "tieu_de": written["tieu_de"].upper()}


def test_a_broken_register_of_units_is_told(run: Run) -> None:
    Path("donvi.yaml").write_text("don_vi: [{tên: a}]\n", "utf-8")
    assert "donvi.yaml: tệp này có lỗi nên chưa đối chiếu được tên đơn vị" in run(book(SHEET)).err


def test_a_unit_that_the_register_lacks_is_told_with_its_cell_in_a_flat_list_and_in_groups(run: Run) -> None:
    Path("donvi.yaml").write_text("don_vi: [{ten: Sở Y tế}]\n", "utf-8")
    flat = [FULL[:3], [1, "Họp", "Sở Y tế"], [2, "Báo cáo", "Sở Ngoại vụ"]]
    groups = [FULL[:3], ["I", "HỌP HÀNH", None], [1, "Họp", "Sở Y tế"], ["II", "BÁO CÁO", None], [1, "Báo cáo", "Sở Ngoại vụ"]]
    for rows, cell in ((flat, "C3"), (groups, "C5")):
        (told,) = [line for line in run(book(rows)).err.splitlines() if "Sở Ngoại vụ" in line]
        assert cell in told


def test_hidden_rows_are_told(run: Run) -> None:
    said = run(book([FULL, [1, "Một", "Sở A", None, "Quý I"], [2, "Hai", "Sở A", None, "Quý I"]], hidden=[3]))
    assert len(said.phu_luc[0]["nhiem_vu"]) == 2
    assert "Sheet!3:3: dòng đang ẩn trong tệp gốc nhưng vẫn được nhập" in said.err


def test_comments_of_cells_and_hidden_columns_are_told(run: Run) -> None:
    made = openpyxl.Workbook()
    page: Any = made.worksheets[0]
    sheet_of(page, [FULL, [1, "Một", "Sở A", "Sở B", "Quý I"]])
    page["C2"].comment = Comment("hỏi lại", "A")
    page.column_dimensions["D"].hidden = True
    said = run(saved(made))
    assert said.phu_luc[0]["nhiem_vu"][0]["phoi_hop"] == "Sở B"
    assert "Sheet!C2: lời ghi chú gắn vào ô (comment) không nhập" in said.err
    assert "Sheet!D:D: cột đang ẩn" in said.err


def test_a_lone_first_or_last_day_says_so_and_other_words_stay(run: Run) -> None:
    head = ["STT", "Nhiệm vụ", "Chủ trì", "Ngày bắt đầu", "Ngày kết thúc"]
    rows = [[1, "Một", "Sở A", "Quý I", None], [2, "Hai", "Sở A", None, "30/6/2024"], [3, "Ba", "Sở A", "Hằng tháng", None]]
    said = run(book([head, *rows]))
    assert [task["thoi_gian"] for task in said.phu_luc[0]["nhiem_vu"]] == ["Từ Quý I", "Đến 30/6/2024", "Hằng tháng"]


def test_sixty_tasks_come_in_their_order(run: Run) -> None:
    rows = [[number, f"Nhiệm vụ thứ {number}", "Sở A", None, f"Tháng {number % 12 + 1}"] for number in range(1, 61)]
    said = run(book([FULL, *rows]))
    assert [task["ten"] for task in said.phu_luc[0]["nhiem_vu"]] == [f"Nhiệm vụ thứ {number}" for number in range(1, 61)]


# ---------------------------------------------------------------------------------------------- papers


def test_a_word_table_with_merged_cells(run: Run) -> None:
    document = paper()
    for line in ("PHỤ LỤC", "CÁC HOẠT ĐỘNG TUYÊN TRUYỀN NĂM 2024", "(Ban hành kèm theo Kế hoạch số 5/KH-UBND)"):
        document.add_paragraph(line)
    table_in(
        document,
        [
            ["STT", "Nhiệm vụ", "Phân công thực hiện", None, "Thời gian"],
            [None, None, "Đơn vị chủ trì", "Đơn vị phối hợp", None],
            ["I. Tuyên truyền trên báo chí", None, None, None, None],
            ["1", "Viết tin, bài", "Báo Ví Dụ", "Các sở, ban, ngành;\nUBND các huyện", "Thường xuyên"],
            ["2", "Phát thanh", None, "Đài huyện", "Quý II"],
            ["II", "Hoạt động khác", None, None, None],
            ["1", "Hội thi", "Sở A", None, "Tháng 8"],
        ],
        merged=[(0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4), (2, 0, 2, 4), (3, 2, 4, 2), (5, 1, 5, 4)],
        bold=[2, 5],
    )
    said = run(of_paper(document), name="phu luc.docx")
    assert said.code == 0
    assert said.phu_luc == phu_luc(
        """\
  - tieu_de: CÁC HOẠT ĐỘNG TUYÊN TRUYỀN NĂM 2024
    nhom_nhiem_vu:
      - tieu_de: Tuyên truyền trên báo chí
        nhiem_vu:
          - ten: Viết tin, bài
            chu_tri: Báo Ví Dụ
            phoi_hop: |-
              Các sở, ban, ngành;
              UBND các huyện
            thoi_gian: Thường xuyên
          - {ten: Phát thanh, chu_tri: như trên, phoi_hop: Đài huyện, thoi_gian: Quý II}
      - tieu_de: Hoạt động khác
        nhiem_vu: [{ten: Hội thi, chu_tri: Sở A, thoi_gian: Tháng 8}]
"""
    )


def test_a_word_table_that_runs_on_in_the_next_one_is_one_table(run: Run) -> None:
    document = paper()
    table_in(document, [FULL, ["1", "Một", "Sở A", "", "Quý I", ""]])
    document.add_paragraph("")
    table_in(document, [["2", "Hai", "Sở B", "", "Quý II", ""]])
    document.add_paragraph("")
    table_in(document, [FULL, ["3", "Ba", "Sở C", "", "Quý III", ""]])
    said = run(of_paper(document), name="a.docx")
    (only,) = said.phu_luc
    assert [task["ten"] for task in only["nhiem_vu"]] == ["Một", "Hai", "Ba"]
    assert "4 dòng, gồm 3 nhiệm vụ, 0 dòng nhóm, 1 dòng không nhập" in said.err


def numbered(document: Any, cell: Any, style: str) -> None:
    cell.paragraphs[0].style = document.styles[style]


def test_the_table_of_tasks_is_found_in_a_whole_plan_with_lists_of_words_own(run: Run) -> None:
    document = paper()
    table_in(document, [["ỦY BAN NHÂN DÂN\nTỈNH VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]])
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Phân công nhiệm vụ như sau:")
    made = table_in(
        document,
        [
            ["TT", "Nội dung", "Cơ quan chủ trì", "Tiến độ"],
            [None, "Làm đường", "Sở A", "Quý I"],
            [None, "Xây cầu", "Sở B", "Quý II"],
        ],
    )
    numbered(document, made.cell(1, 0), "List Number")
    numbered(document, made.cell(2, 0), "List Number")
    bullets = made.cell(1, 2)
    numbered(document, bullets, "List Bullet")
    bullets.add_paragraph("Sở C").style = document.styles["List Bullet"]
    table_in(document, [["Nơi nhận:\n- Như trên;", "CHỦ TỊCH"]])
    said = run(of_paper(document), "--bang", "2", name="ke hoach.docx")
    (only,) = said.phu_luc
    assert only["tieu_de"] == "[cần điền tên phụ lục]"
    assert only["nhiem_vu"] == [
        {"ten": "Làm đường", "chu_tri": "- Sở A\n- Sở C", "thoi_gian": "Quý I"},
        {"ten": "Xây cầu", "chu_tri": "Sở B", "thoi_gian": "Quý II"},
    ]


def two_tables() -> bytes:
    document = paper()
    document.add_paragraph("Phụ lục I")
    document.add_paragraph("Việc của sở")
    table_in(document, [FULL, ["1", "Việc một", "Sở A", "", "Quý I", ""]])
    document.add_paragraph("Phụ lục II")
    document.add_paragraph("Việc của huyện")
    table_in(document, [FULL, ["1", "Việc hai", "Huyện B", "", "Quý II", ""]])
    return of_paper(document)


def test_word_tables_under_titles_of_their_own_are_appendices_and_can_be_chosen(run: Run) -> None:
    assert [one["tieu_de"] for one in run(two_tables(), name="a.docx").phu_luc] == ["Việc của sở", "Việc của huyện"]
    (only,) = run(two_tables(), "--bang", "2", name="a.docx").phu_luc
    assert only["nhiem_vu"][0]["ten"] == "Việc hai"


def test_deleted_words_of_a_tracked_paper_are_not_read_and_that_is_told(run: Run) -> None:
    document = paper()
    made = table_in(document, [FULL, ["1", "Việc một", "Sở A", "", "Quý I", ""]])
    paragraph = made.cell(1, 1).paragraphs[0]._p
    gone = OxmlElement("w:del")
    gone.set(qn("w:id"), "7")
    run_of = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = " cũ"
    run_of.append(words)
    gone.append(run_of)
    paragraph.append(gone)
    said = run(of_paper(document), name="a.docx")
    assert said.phu_luc[0]["nhiem_vu"][0]["ten"] == "Việc một"
    assert "Track Changes" in said.err


def test_a_row_merged_down_over_a_page_break_in_word_keeps_its_group(run: Run) -> None:
    document = paper()
    table_in(
        document,
        [
            FULL,
            ["I", "Nhóm", "", "", "", ""],
            ["1", "Một", "Sở A", "", "Quý I", ""],
            ["", "tiếp theo của việc một", "", "", "", ""],
            ["2", "Hai", "Sở A", "", "Quý I", ""],
        ],
    )
    said = run(of_paper(document), name="a.docx")
    assert [task["ten"] for task in said.phu_luc[0]["nhom_nhiem_vu"][0]["nhiem_vu"]] == ["Một tiếp theo của việc một", "Hai"]


# ---------------------------------------------------------------------------------------------- into a plan

SHEET: list[list[Any]] = [
    ["PHỤ LỤC"],
    ["VIỆC CỦA NĂM 2024"],
    FULL,
    [1, "Khám", "Sở Y tế", "Sở Tài chánh", "Quý II"],
    [2, "Phát quà", "Sở Y tế", None, "sớm"],
]
PLAN = """\
# của tôi
loai: kế hoạch   # giữ nguyên
nam: 2024
trich_yeu: Chăm sóc người cao tuổi
noi_nhan: [Sở Y tế]
luu: VT
mo_dau: Kế hoạch như sau
phan: [{tieu_de: Mục đích, doan: Chăm sóc người cao tuổi.}]
"""
TASKS = """\
phu_luc:   # bảng
  # việc cũ
  - tieu_de: Việc cũ
    nhiem_vu:
      - ten: Thăm hỏi
        chu_tri: Sở Y tế
"""


def test_a_new_plan_loads_and_prints_as_a_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "coquan.yaml").write_text(OFFICE.read_text("utf-8"), "utf-8")
    (tmp_path / "donvi.yaml").write_text("don_vi:\n  - ten: Sở Y tế\n  - ten: Sở Tài chính\n", "utf-8")
    said = run(book(SHEET), "-o", "kehoach.yaml")
    assert (said.code, said.out) == (0, "kehoach.yaml\n")
    text = Path("kehoach.yaml").read_text("utf-8")
    assert "\nnam: 2024\n" in text
    assert 'trich_yeu: "[cần điền trích yếu]"' in text
    assert "Sheet!D4: “Sở Tài chánh” không có trong danh mục đơn vị; có phải “Sở Tài chính”?" in said.err
    assert "Sheet!E5: “sớm” chưa đọc được thành ngày tháng" in said.err
    assert cli.run(["kehoach", "kehoach.yaml"]) == 0


def test_a_plan_without_tasks_gets_them_and_keeps_every_other_byte(run: Run) -> None:
    for text in (PLAN, PLAN.replace("\n", "\r\n"), f"{PLAN}phu_luc:  # sẽ nhập\n# hết\n", PLAN.rstrip("\n")):
        Path("kehoach.yaml").write_bytes(text.encode())
        said = run(book(SHEET), "-o", "kehoach.yaml")
        assert said.code == 0
        made = Path("kehoach.yaml").read_bytes().decode()
        added = [line for line in made.splitlines() if line not in text.splitlines()]
        assert [line for line in made.splitlines() if line not in added] == [
            line for line in text.splitlines() if line != "phu_luc:  # sẽ nhập"
        ]
        assert added[0] == ("phu_luc: # sẽ nhập" if "sẽ nhập" in text else "phu_luc:")
        assert ("\r\n" in made) == ("\r\n" in text)


def test_a_plan_with_tasks_is_refused_as_it_is(run: Run) -> None:
    Path("kehoach.yaml").write_text(PLAN + TASKS, "utf-8")
    said = run(book(SHEET), "-o", "kehoach.yaml")
    assert said.code == 3
    assert "kehoach.yaml:9:1: phu_luc: kế hoạch này đã có 1 nhiệm vụ; thêm --them" in said.err
    assert Path("kehoach.yaml").read_text("utf-8") == PLAN + TASKS


def test_an_appendix_is_added_behind_the_others(run: Run) -> None:
    Path("kehoach.yaml").write_text(f"{PLAN}{TASKS}\n# hết\nket_thuc: Hết\n", "utf-8")
    said = run(book(SHEET), "-o", "kehoach.yaml", "--them")
    assert said.code == 0
    made = Path("kehoach.yaml").read_text("utf-8")
    assert made.startswith(f"{PLAN}{TASKS}  - tieu_de: VIỆC CỦA NĂM 2024\n")
    assert made.endswith("\n\n# hết\nket_thuc: Hết\n")
    assert "mã nhiệm vụ cũ đổi, ví dụ I.1 thành PL1.I.1" in said.err
    assert Path("kehoach.yaml.bak").read_text("utf-8") == f"{PLAN}{TASKS}\n# hết\nket_thuc: Hết\n"


def test_the_appendices_are_replaced_when_asked_and_the_old_plan_is_kept(run: Run) -> None:
    Path("kehoach.yaml").write_text(f"{PLAN}{TASKS}ket_thuc: Hết\n", "utf-8")
    said = run(book(SHEET), "-o", "kehoach.yaml", "--ghi-de")
    assert said.code == 0
    made = Path("kehoach.yaml").read_text("utf-8")
    assert made.startswith(f"{PLAN}phu_luc: # bảng\n  - tieu_de: VIỆC CỦA NĂM 2024\n") or made.startswith(f"{PLAN}phu_luc:")
    assert made.endswith("ket_thuc: Hết\n")
    assert "Thăm hỏi" not in made
    assert "Thăm hỏi" in Path("kehoach.yaml.bak").read_text("utf-8")


def test_codes_of_the_table_stay_unless_they_are_docgens_own_or_given_twice(run: Run) -> None:
    Path("kehoach.yaml").write_text(PLAN + TASKS.replace("- ten", "- ma: CCHC-1\n        ten"), "utf-8")
    head = ["Mã số", "Nhiệm vụ", "Chủ trì", "Thời gian"]
    rows = [["CCHC-1", "Một", "Sở A", "Quý I"], ["CCHC-2", "Hai", "Sở A", "Quý I"], ["I.3", "Ba", "Sở A", "Quý I"]]
    said = run(book([head, *rows]), "-o", "kehoach.yaml", "--them")
    assert said.code == 0
    plan: Any = load(Path("kehoach.yaml")).value
    assert [task.get("ma") for task in plan["phu_luc"][1]["nhiem_vu"]] == [None, "CCHC-2", None]
    assert "Sheet!A2: mã này đã có ở nhiệm vụ khác" in said.err
    assert "Sheet!A4: mã dạng I.2 do docgen tự đánh" in said.err


def test_another_year_than_the_plans_is_told(run: Run) -> None:
    Path("kehoach.yaml").write_text(PLAN.replace("2024", "2025"), "utf-8")
    assert "bảng này ghi năm 2024 nhưng kế hoạch là năm 2025" in run(book(SHEET), "-o", "kehoach.yaml").err


def test_a_new_plan_needs_a_year(run: Run) -> None:
    rows = [FULL, [1, "Khám", "Sở Y tế", None, "Quý II"]]
    said = run(book(rows), "-o", "kehoach.yaml")
    assert said.code == 3
    assert "chưa rõ bảng này của năm nào; thêm --nam" in said.err
    assert not Path("kehoach.yaml").exists()
    assert run(book(rows), "-o", "kehoach.yaml", "--nam", "2026").code == 0
    assert "\nnam: 2026\n" in Path("kehoach.yaml").read_text("utf-8")


def test_a_year_asked_for_that_is_not_the_plans_is_refused(run: Run) -> None:
    Path("kehoach.yaml").write_text(PLAN, "utf-8")
    said = run(book(SHEET), "-o", "kehoach.yaml", "--nam", "2026")
    assert said.code == 3
    assert "--nam: kế hoạch kehoach.yaml là của năm 2024; bỏ --nam" in said.err
    assert Path("kehoach.yaml").read_text("utf-8") == PLAN


def test_a_broken_plan_is_told_and_left_alone(run: Run) -> None:
    Path("kehoach.yaml").write_text("loai: kế hoạch\nnam: x\n", "utf-8")
    said = run(book(SHEET), "-o", "kehoach.yaml")
    assert said.code == 3
    assert "kehoach.yaml:2:6: nam" in said.err
    assert Path("kehoach.yaml").read_text("utf-8") == "loai: kế hoạch\nnam: x\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--them", "--ghi-de", "-o", "kehoach.yaml"], "--them và --ghi-de không dùng cùng lúc"),
        (["--them"], "--them, --ghi-de cần có -o"),
        (["-o", "kehoach.xlsx"], "phải có đuôi .yaml"),
    ],
)
def test_a_wrong_command_line_is_told(run: Run, arguments: list[str], words: str) -> None:
    said = run(book(SHEET), *arguments)
    assert said.code == 2
    assert words in said.err


# ---------------------------------------------------------------------------------------------- what cannot be read


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        made.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return buffer.getvalue()


def paper_with(part: bytes) -> bytes:
    buffer = io.BytesIO()
    document = paper()
    document.save(buffer)
    changed = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, part if name == "word/document.xml" else old.read(name))
    return changed.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (OLE + b"\0" * 600, "a.xls", "đây là tệp Excel đời cũ (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "đặt mật khẩu"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "đặt mật khẩu"),
        (OLE + b"\0" * 600, "a.doc", "đây là tệp Word đời cũ (.doc)"),
        (b"%PDF-1.7", "a.pdf", "tệp PDF hỏng hoặc chưa tải xong"),
        (b"", "a.docx", "tệp rỗng"),
        (b"", "a.xlsx", "tệp rỗng"),
        (b"STT", "a.xlsx", "đây không phải tệp Excel"),
        (b"STT;Nhi\xe1\xbb\x87m v\xe1\xbb\xa5", "a.csv", "đây không phải tệp Excel"),
        (bomb(), "a.xlsx", "bảng quá lớn"),
        (paper_with(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "a.docx", "khai báo lạ (DTD)"),
        (paper_with(b"<w:document"), "a.docx", "tệp hỏng"),
        (book([["Họ tên", "Lương"], ["A", 1]]), "a.xlsx", "không thấy bảng nhiệm vụ nào"),
        (of_paper(paper()), "a.docx", "không thấy bảng nhiệm vụ nào"),
        (book([FULL]), "a.xlsx", "bảng có tiêu đề nhưng không có nhiệm vụ nào"),
    ],
)
def test_what_is_no_table_of_tasks_is_told(run: Run, data: bytes, name: str, words: str) -> None:
    said = run(data, "-o", "kehoach.yaml", "--nam", "2024", name=name)
    assert said.code in (3, 5)
    assert words in said.err
    assert re.match(rf"Lỗi: {name}", said.err)
    assert not Path("kehoach.yaml").exists()


def test_a_missing_file_and_a_folder_are_told(run: Run, tmp_path: Path) -> None:
    assert "không có tệp này" in run(None, name="khong.xlsx").err
    (tmp_path / "thu muc").mkdir()
    assert "đây là thư mục" in run(None, name="thu muc").err


def test_a_sheet_with_a_stray_cell_at_its_far_end_is_read(run: Run) -> None:
    made = openpyxl.Workbook()
    page: Any = made.worksheets[0]
    sheet_of(page, [FULL, [1, "Một", "Sở A", None, "Quý I"]])
    page.cell(1_048_576, 16_384).value = "x"
    said = run(saved(made))
    assert said.phu_luc[0]["nhiem_vu"][0]["ten"] == "Một"


def test_the_help_has_an_example(run: Run) -> None:
    said = run(None, name="--help")
    assert said.code == 0
    assert "Ví dụ: docgen nhap" in said.out
