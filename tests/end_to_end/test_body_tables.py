"""Tasks in tables of the body, with columns of the office's own: every paper of the year shows them, each with all it says."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import docx
import openpyxl
import pytest

import docgen
from tests.conftest import ROOT

PLAN = """\
loai: kế hoạch
nam: 2023
so: 15
ngay: 2023-01-15
trich_yeu: Cải cách hành chính năm 2023
mo_dau: Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau
phan:
  - tieu_de: Nhiệm vụ
    muc:
      - tieu_de: Nhiệm vụ trọng tâm
        noi_dung:
          - doan: "Các nhiệm vụ sau đây:"
          - thu_tu_cot: [stt, san_pham, ten, thoi_gian, chu_tri, phoi_hop, kinh_phi, theo_doi, ghi_chu]
            ten_cot: {theo_doi: Lãnh đạo phụ trách}
            rong: {ten: 20}
            nhiem_vu:
              - {ten: Kiểm tra công vụ, san_pham: Báo cáo năm 2023, thoi_gian: Tháng 6, chu_tri: Sở Nội vụ,
                 phoi_hop: Sở Tài chính, kinh_phi: 50 triệu đồng, theo_doi: Chánh Văn phòng, ghi_chu: Việc mới}
              - {ten: Tập huấn, san_pham: Lớp học, chu_tri: như trên}
to_chuc_thuc_hien:
  - tieu_de: Sở Nội vụ
    nhom_nhiem_vu: [{tieu_de: Nhóm riêng, nhiem_vu: [{ten: Họp giao ban, chu_tri: Sở Nội vụ}]}]
noi_nhan: [Sở Nội vụ, Sở Tài chính]
luu: VT, NV
ky: {quyen_han: [TM. ỦY BAN NHÂN DÂN], chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
"""
RESULTS = """\
loai: kết quả thực hiện
den_ngay: 2023-12-15
ket_qua:
  - {{ma: {ma}, ten: Kiểm tra công vụ, trang_thai: hoàn thành}}
"""
EVERY_COLUMN = (
    "Kiểm tra công vụ", "Báo cáo năm 2023", "Tháng 6", "Sở Nội vụ", "Sở Tài chính", "50 triệu đồng", "Chánh Văn phòng",
    "Việc mới",
)  # fmt: skip


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    for name in ("coquan.yaml", "donvi.yaml"):
        copy(ROOT / "data" / name, tmp_path)
    file = tmp_path / "kehoach.yaml"
    file.write_text(PLAN, "utf-8")
    return file


def words_of(file: Path) -> str:
    document = docx.Document(str(file))
    tables: Iterator[str] = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables]).replace("\u00a0", " ")


def cells_of(file: Path, sheet: str) -> list[str]:
    return [
        str(cell) for row in openpyxl.load_workbook(file)[sheet].iter_rows(values_only=True) for cell in row if cell is not None
    ]


def test_the_plan_prints_the_table_where_it_stands_in_the_offices_own_order(plan: Path) -> None:
    [file] = docgen.make_plan(plan).save().files
    own = docx.Document(str(file)).tables[1]
    assert [cell.text for cell in own.rows[0].cells] == [
        "STT", "SẢN PHẨM", "NHIỆM VỤ", "THỜI GIAN", "ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP", "KINH PHÍ", "LÃNH ĐẠO PHỤ TRÁCH",
        "GHI CHÚ",
    ]  # fmt: skip
    assert all(words in words_of(file) for words in EVERY_COLUMN)


def test_a_letter_shows_every_column_in_a_table_and_as_points(plan: Path) -> None:
    for form in ("bảng", "danh sách"):
        plan.write_text(f"{PLAN}cong_van: {{kieu: {form}}}\n", "utf-8")
        letters = docgen.make_letters(plan, units="Sở Nội vụ")
        [file] = [path for path in letters.save(overwrite=True).files if path.suffix == ".docx"]
        said = words_of(file)
        assert [words for words in EVERY_COLUMN if words not in said] == [], form
        assert "Nhiệm vụ mã số B1.1, B1.2 nêu tại bảng ở mục 1 Phần I của Kế hoạch số 15/KH-UBND." in said
        assert "Nhiệm vụ mã số B2.I.1 nêu tại bảng ở mục 1 Phần Tổ chức thực hiện của Kế hoạch số 15/KH-UBND." in said


def test_forms_ask_about_them_by_their_codes_with_every_column(plan: Path, tmp_path: Path) -> None:
    forms = docgen.make_forms(plan, period="cả năm 2023")
    forms.save(tmp_path / "bm")
    cells = cells_of(tmp_path / "bm" / "13-so-noi-vu.xlsx", "Kết quả")
    assert [cell for cell in cells if cell.startswith("B")][1:] == ["B1.1", "B1.2", "B2.I.1"]
    [asked] = [cell for cell in cells if cell.startswith("Tháng 6")]
    assert asked.splitlines() == [
        "Tháng 6", "Chủ trì: Sở Nội vụ", "Phối hợp: Sở Tài chính", "Sản phẩm: Báo cáo năm 2023", "Kinh phí: 50 triệu đồng",
        "Theo dõi: Chánh Văn phòng", "Ghi chú: Việc mới",
    ]  # fmt: skip


def test_the_matrix_and_the_report_hold_them_with_every_column(plan: Path, tmp_path: Path) -> None:
    docgen.assignments(plan).save(tmp_path / "pc.xlsx")
    cells = cells_of(tmp_path / "pc.xlsx", "Nhiệm vụ")
    assert all(any(words in cell for cell in cells) for words in EVERY_COLUMN)
    assert [cell for cell in cells if cell.startswith("B") and cell[1].isdigit()] == ["B1.1", "B1.2", "B2.I.1"]
    results = (
        "loai: kết quả thực hiện\nden_ngay: 2023-12-15\nket_qua:\n  - {ma: B1.1, ten: Kiểm tra công vụ, trang_thai: hoàn thành}\n"
    )
    (tmp_path / "ketqua.yaml").write_text(results, "utf-8")
    [file] = docgen.make_report(plan).save().files
    said = words_of(file)
    assert all(words in said for words in EVERY_COLUMN)
    assert "Nhiệm vụ mã số B1.1, B1.2 nêu tại bảng ở mục 1 Phần I của Kế hoạch số 15/KH-UBND." in said


def test_a_result_under_the_code_of_another_task_is_refused(plan: Path, tmp_path: Path) -> None:
    results = (
        "loai: kết quả thực hiện\nden_ngay: 2023-12-15\nket_qua:\n  - {ma: B1.2, ten: Kiểm tra công vụ, trang_thai: hoàn thành}\n"
    )
    (tmp_path / "ketqua.yaml").write_text(results, "utf-8")
    with pytest.raises(docgen.DataError, match=r"B1\.2"):
        docgen.make_report(plan)


def test_the_next_year_follows_into_the_table_and_names_the_place(plan: Path, tmp_path: Path) -> None:
    rolled = docgen.roll_over(plan, 2024)
    assert "san_pham: Báo cáo năm 2024" in rolled.data.decode()
    rolled.save(review=tmp_path / "rs.md")
    assert "Phần I, mục 1, nhiệm vụ B1.1, sản phẩm" in (tmp_path / "rs.md").read_text("utf-8")


def test_imported_tasks_stand_beside_those_of_the_body(plan: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["STT", "Nhiệm vụ", "Chủ trì"], [1, "Rà soát văn bản", "Sở Tư pháp"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "bang.xlsx")
    made = docgen.import_table(tmp_path / "bang.xlsx", out=plan)  # nothing to append to: the tasks are the body's
    assert made.data is not None
    (tmp_path / "moi.yaml").write_bytes(made.data)
    docgen.assignments(tmp_path / "moi.yaml").save(tmp_path / "pc.xlsx")
    codes = [row[0] for row in openpyxl.load_workbook(tmp_path / "pc.xlsx")["Nhiệm vụ"].iter_rows(values_only=True)]
    assert codes[1:] == ["B1.1", "B1.2", "B2.I.1", "1"]
