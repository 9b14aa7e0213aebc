"""A plan with lines of tasks, tasks that another paper gives, a table without leaders and who watches: through every command."""

import shutil
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml
from docx.table import Table

import docgen
from tests.conftest import ROOT

SOURCE = ROOT / "tests" / "plans" / "phan-viec"
CHECKS = "Ban hành và thực hiện kế hoạch kiểm tra cải cách hành chính"
PAPER = "Theo phân công tại Quyết định số 1441/QĐ-UBND ngày 20 tháng 6 năm 2025"
NOBODY = "không có trong công văn, biểu mẫu nào; kết quả do người lập báo cáo ghi vào ketqua.yaml, không ghi don_vi"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOURCE, tmp_path / "2026")) / "kehoach.yaml"


def words(table: Table) -> list[list[str]]:
    """Return the words of each cell that is drawn, held together or not; one merged with the cell above has none."""
    return [[docx.table._Cell(cell, table).text.replace("\u00a0", " ") for cell in row._tr.tc_lst] for row in table.rows]


def spans(table: Table) -> list[list[tuple[int, str]]]:
    return [[(cell.grid_span, cell.vMerge or "") for cell in row._tr.tc_lst] for row in table.rows]


def test_the_page_merges_what_is_one_cell(plan: Path) -> None:
    docgen.make_plan(plan).save()
    first, second = docx.Document(str(plan.with_suffix(".docx"))).tables[-2:]
    assert words(first)[2:] == [
        ["1", "Ban hành kế hoạch tuyên truyền", "Kế hoạch", "Quý I", "Sở Nội vụ", "Sở Tài chính", "Văn phòng UBND tỉnh", ""],
        ["2", CHECKS, "Kế hoạch", "Trước ngày 31/01/2026", "Sở Nội vụ", "", "Đ/c Trần Văn B, Phó Chủ tịch", ""],
        ["", "", "Báo cáo kết quả", "Trước ngày 30/10/2026", "Các sở, ban, ngành tỉnh", "Văn phòng UBND tỉnh", "", ""],
        ["", "", "Thông báo kết luận", "Trước ngày 15/12/2026", "", "", "", ""],
        ["3", "Nâng cao chỉ số hài lòng của người dân", "", "Thường xuyên", PAPER, "Thanh tra tỉnh", ""],
        ["4", "Cải thiện chỉ số năng lực cạnh tranh", "", "Thường xuyên", "", "", ""],
        ["II", "Cải cách thể chế"],
        ["1", "Rà soát văn bản", "Báo cáo", "Quý III", "Sở Tư pháp", "", "Sở Nội vụ", ""],
    ]
    plain, opens, goes_on = (1, ""), (1, "restart"), (1, "continue")
    assert spans(first)[3:8] == [
        [opens, opens, plain, plain, plain, plain, opens, plain],
        [goes_on, goes_on, plain, plain, opens, plain, goes_on, plain],
        [goes_on, goes_on, plain, plain, goes_on, plain, goes_on, plain],
        [plain, plain, plain, plain, (2, "restart"), plain, plain],
        [plain, plain, plain, plain, (2, "continue"), plain, plain],
    ]
    assert words(second) == [["NHIỆM VỤ", "THỜI GIAN"], ["Họp quý I", "Tháng 3"], ["Họp quý II", "Tháng 6"]]


def test_what_was_printed_is_read_back(plan: Path) -> None:
    docgen.make_plan(plan).save()
    read = yaml.safe_load(docgen.import_table(plan.with_suffix(".docx")).text)["phu_luc"]
    written = yaml.safe_load(plan.read_text("utf-8"))["phu_luc"]
    assert [[group["nhiem_vu"] for group in one.get("nhom_nhiem_vu", [one])] for one in read] == [
        [group["nhiem_vu"] for group in one.get("nhom_nhiem_vu", [one])] for one in written
    ]
    assert [one["thu_tu_cot"] for one in read] == [[name for name in one["thu_tu_cot"] if name != "ghi_chu"] for one in written]


def test_letters_hold_a_units_own_lines_and_nobody_gets_one_for_what_another_paper_gives(plan: Path) -> None:
    letters = docgen.make_letters(plan)
    assert [(due.don_vi, due.chu_tri, due.phoi_hop) for due in letters.due] == [
        ("Sở Nội vụ", 2, 0),
        ("Sở Tài chính", 1, 1),
        ("Sở Tư pháp", 2, 0),
        ("Văn phòng Ủy ban nhân dân tỉnh", 0, 1),
    ]
    told = [one.message for one in letters.warnings]
    assert told == [
        f"nhiệm vụ PL1.I.3 do văn bản khác giao (“{PAPER}”) nên {NOBODY}",
        f"nhiệm vụ PL1.I.4 do văn bản khác giao (“{PAPER}”) nên {NOBODY}",
        f"bảng này không có đơn vị chủ trì nên 2 nhiệm vụ (PL2.1 đến PL2.2) {NOBODY}",
        "chỉ theo dõi, không có việc phải làm nên không có công văn: Thanh tra tỉnh",
    ]
    saved = letters.save()
    assert "4 đơn vị có việc, mỗi đơn vị đúng một công văn; 3 nhiệm vụ đều có trong công văn, đúng từng chữ" in saved.summary
    finance = docx.Document(str(plan.parent / "cong-van" / "02-so-tai-chinh.docx"))
    led = next(words(table) for table in finance.tables if table.rows[0].cells[0].text == "MÃ SỐ")
    assert [row[:2] for row in led] == [["MÃ SỐ", "NHIỆM VỤ"], ["PL1.I.2.2", CHECKS], ["PL1.I.2.3", ""]]


def answered(form: Path, answers: dict[str, tuple[str, str | None, int | None]]) -> None:
    book = openpyxl.load_workbook(form)
    figures = book["Số liệu"]
    place = 5
    for row in book["Kết quả"].iter_rows(min_row=8):
        status, day, amount = answers.get(str(row[0].value), ("", None, None))
        if status:
            row[4].value, row[6].value = status, f"Kết quả {row[0].value}"
            row[5].value = datetime.fromisoformat(day) if day else None
        if amount is not None:
            for column, value in ((1, row[0].value), (3, "Báo cáo"), (4, "báo cáo"), (5, amount)):
                figures.cell(place, column).value = value
            place += 1
    book.save(form)


def test_each_line_is_asked_answered_and_counted_once(plan: Path) -> None:
    docgen.make_forms(plan).save()
    folder = plan.parent / "bieu-mau-nam-2026"
    sheet = openpyxl.load_workbook(folder / "01-so-noi-vu.xlsx")["Kết quả"]
    rows = [(row[0].value, row[1].value, row[2].value) for row in sheet.iter_rows(min_row=8, max_row=14)]
    assert rows == [
        ("Nhiệm vụ chủ trì", None, None),
        ("PL1.I.1", "Ban hành kế hoạch tuyên truyền", "chủ trì"),
        ("PL1.I.2.1", f"{CHECKS}\n- Kế hoạch", "chủ trì"),
        ("PL1.I.2.2", f"{CHECKS}\n- Báo cáo kết quả", "chủ trì"),
        ("PL1.I.2.3", f"{CHECKS}\n- Thông báo kết luận", "chủ trì"),
        ("Nhiệm vụ theo dõi (chỉ ghi nếu có nhận xét; không tính vào kết quả)", None, None),
        ("PL1.II.1", "Rà soát văn bản", "theo dõi"),
    ]
    done = "Hoàn thành"
    answered(
        folder / "01-so-noi-vu.xlsx",
        {
            "PL1.I.1": (done, "2026-03-01", None),
            "PL1.I.2.1": (done, "2026-01-20", None),
            "PL1.I.2.2": (done, "2026-10-20", 2),
            "PL1.I.2.3": (done, "2026-12-10", None),
            "PL1.II.1": ("Đang thực hiện", None, 50),
        },
    )
    answered(folder / "02-so-tai-chinh.xlsx", {"PL1.I.2.2": (done, "2026-10-25", 3), "PL1.I.2.3": ("Đang thực hiện", None, 1)})
    answered(folder / "03-so-tu-phap.xlsx", {"PL1.I.2.2": (done, "2026-10-25", None), "PL1.II.1": (done, "2026-09-01", None)})
    gathered = docgen.gather(plan, [folder])
    assert not gathered.left_out
    assert gathered.warnings[-1].message == (
        "4 việc kế hoạch không giao cho ai nên không có trong biểu mẫu nào: PL1.I.3, PL1.I.4, PL2.1, PL2.2; "
        "người lập báo cáo ghi kết quả vào ketqua.yaml, không ghi don_vi"
    )
    gathered.save()
    results = plan.with_name("ketqua.yaml")
    text = results.read_text("utf-8")
    assert f"ten: {CHECKS} - Thông báo kết luận" in text
    own = "{ma: PL1.I.3, ten: Nâng cao chỉ số hài lòng của người dân, trang_thai: hoàn thành, noi_dung: Đạt 87%}"
    results.write_text(text.replace("den_ngay:", "den_ngay: 2026-12-20").replace("ket_qua:", f"ket_qua:\n  - {own}"), "utf-8")

    docgen.make_report(plan).save()
    report = docx.Document(str(plan.with_name("baocao.docx")))
    prose = [paragraph.text for paragraph in report.paragraphs]
    assert (
        "Trong 07 nhiệm vụ của Kế hoạch, đã hoàn thành 03 nhiệm vụ (42,9%), đang thực hiện 01 nhiệm vụ (14,3%), "
        "chưa có báo cáo 03 nhiệm vụ (42,9%)." in prose
    )
    assert "Các nhiệm vụ chưa có báo cáo kết quả: PL1.I.4, PL2.1, PL2.2." in prose
    assert "- Báo cáo: 06 báo cáo." in prose
    assert "- Nhiệm vụ PL1.I.2.3 (thời hạn: Trước ngày 15/12/2026): đang thực hiện, tính đến ngày 20 tháng 12 năm 2026." in prose
    told = next(words(table) for table in report.tables if table.rows[0].cells[0].text == "MÃ")
    lines = [row[:5] for row in told if row[0].startswith("PL1.I.2")]
    leaders = [
        f"{who}\n{what}\nTheo dõi: Đ/c Trần Văn B, Phó Chủ tịch"
        for who, what in (
            ("Sở Nội vụ", "Sản phẩm: Kế hoạch"),
            ("Các sở, ban, ngành tỉnh", "Phối hợp: Văn phòng UBND tỉnh\nSản phẩm: Báo cáo kết quả"),
            ("Các sở, ban, ngành tỉnh", "Sản phẩm: Thông báo kết luận"),
        )
    ]
    times = ["Trước ngày 31/01/2026", "Trước ngày 30/10/2026", "Trước ngày 15/12/2026"]
    assert lines == [
        [f"PL1.I.2.{number}", "" if number > 1 else CHECKS, leader, time, "" if number > 1 else "Đang thực hiện"]
        for number, leader, time in zip((1, 2, 3), leaders, times, strict=True)
    ]

    rolled = docgen.roll_over(plan, 2027)
    made = rolled.data.decode()
    note = "# chuyển tiếp từ năm 2026: đang thực hiện (còn PL1.I.2.3)\n          - ten: Ban hành và thực hiện kế hoạch kiểm tra"
    assert note in made
    assert "thoi_gian: Trước ngày 30/10/2027" in made
    assert "Phụ lục I, nhiệm vụ I.2.2, thời gian" in rolled.review
