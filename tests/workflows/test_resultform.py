"""The file of results as a form: what it holds, what changes in it, what it refuses."""

from pathlib import Path

import pytest

import docgen
from docgen.errors import DataError

OFFICE = "ten: Sở Y tế\nviet_tat: SYT\ndia_danh: Cà Mau\nky: {chuc_vu: GIÁM ĐỐC, ho_ten: Lê Văn An}\n"
PLAN = """\
loai: kế hoạch
nam: 2026
trich_yeu: Khám bệnh
noi_nhan: [Như trên]
luu: VT, NV.
phan: |
  I. Mục đích
  Khám bệnh.
phu_luc:
  tieu_de: Các việc
  nhiem_vu:
    - {ten: Khám, chu_tri: Trạm A, thoi_gian: Quý I}
"""
RESULTS = """\
# Của phòng Nghiệp vụ
loai: kết quả thực hiện
ket_qua:
  - ma: "1" # docgen: a.xlsx: Kết quả!9:9 [0123456789]
    ten: Khám
    don_vi: Trạm A
    trang_thai: chưa rõ   # hỏi lại
    so_lieu: {chi_tieu: Lượt khám, so_luong: 12}
    ghi_chu: |-
      Thời gian: tháng 2
      [cần xem lại] Kết quả!E9: không rõ trạng thái
      [cần xem lại] Kết quả!F9: xem lại
danh_gia:
  uu_diem: [Đúng hạn, Đủ người]
kinh_phi: {du_toan: 1.000}
noi_nhan:
  - {ten: Lạ}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    for name, text in (("coquan", OFFICE), ("donvi", "don_vi:\n  - ten: Trạm A\n"), ("kehoach", PLAN), ("ketqua", RESULTS)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path / "kehoach.yaml"


def changed(plan: Path, fields: dict[str, str], cells: dict[str, str] | None = None) -> str:
    form = docgen.result_form(plan)
    rows = {0: {**form.rows[0].cells, **cells}} if cells else None
    return form.changed(fields, rows).decode()


def test_each_part_is_a_text_and_what_is_written_otherwise_is_locked(plan: Path) -> None:
    form = docgen.result_form(plan)
    assert form.fields["danh_gia.uu_diem"] == "Đúng hạn\nĐủ người"
    assert form.fields["kinh_phi.du_toan"] == "1.000"
    assert form.fields["kien_nghi"] == ""
    assert form.locked == {"noi_nhan": "chỗ này ghi theo cách riêng; sửa trong tệp"}
    assert form.rows[0].cells["so_lieu"] == "Lượt khám |  | 12"


def test_nothing_changed_is_the_same_file(plan: Path) -> None:
    form = docgen.result_form(plan)
    assert changed(plan, dict(form.fields), dict(form.rows[0].cells)) == RESULTS


def test_what_docgen_asks_is_told_and_goes_with_one_click_while_the_clerks_words_stay(plan: Path) -> None:
    row = docgen.result_form(plan).rows[0]
    assert row.doubts == ("Kết quả!E9: không rõ trạng thái", "Kết quả!F9: xem lại")
    now = changed(plan, {}, dict(row.accepted))
    assert docgen.result_form(plan, now.encode()).rows[0].cells["ghi_chu"] == "Thời gian: tháng 2"
    assert '  - ma: "1" # docgen: a.xlsx: Kết quả!9:9 [0123456789]\n' in now
    assert "# hỏi lại" in now


def test_a_cell_and_a_part_change_in_place(plan: Path) -> None:
    now = changed(
        plan, {"kinh_phi.du_toan": "2.000"}, {"trang_thai": "hoàn thành", "so_lieu": "Lượt khám | lượt | 13\nBuổi | buổi | 2"}
    )
    read = docgen.result_form(plan, now.encode())
    assert read.rows[0].cells["so_lieu"] == "Lượt khám | lượt | 13\nBuổi | buổi | 2"
    assert "trang_thai: hoàn thành   # hỏi lại\n" in now
    assert "kinh_phi: {du_toan: 2.000}\n" in now
    assert now.startswith("# Của phòng Nghiệp vụ\n")


@pytest.mark.parametrize("line", ["Lượt khám 13", "Lượt khám | lượt", " | lượt | 13", "a | b | c | 1"])
def test_a_figure_is_three_things(plan: Path, line: str) -> None:
    with pytest.raises(DataError, match="mỗi dòng một số liệu"):
        changed(plan, {}, {"so_lieu": line})


def test_what_is_wrong_finds_its_field(plan: Path) -> None:
    now = changed(plan, {"den_ngay": "31/02/2026"}, {"trang_thai": "gần xong"})
    wrong = docgen.result_form(plan, now.encode())
    assert {"den_ngay", "ket_qua.0.trang_thai"} <= set(wrong.at_fields(wrong.problems))


def test_a_file_that_is_not_there_is_started_and_saved_once(plan: Path) -> None:
    path = plan.with_name("ketqua.yaml")
    path.unlink()
    form = docgen.result_form(plan)
    assert (form.is_new, form.rows, form.problems) == (True, (), ())
    form.save(form.changed({"kien_nghi": "Cấp thêm máy"}))
    assert not docgen.result_form(plan).is_new
    assert docgen.result_form(plan).fields["kien_nghi"] == "Cấp thêm máy"
    assert "# Phần dưới đây do người lập báo cáo viết" in path.read_text("utf-8")
