"""What is read of a workbook that came back: which table is which, whose it is, and what stands beside the table."""

import io
from collections.abc import Mapping, Sequence

import openpyxl
import pytest

from docgen.forms import formlayout as at
from docgen.forms.filledform import NotAForm, headings, read_forms
from docgen.forms.gathering.filledrows import Form, Identity, Sent

RESULTS: list[object] = ["Mã", "Nhiệm vụ", "Trạng thái", "Kết quả thực hiện"]
FIGURES: list[object] = ["Mã", "Chỉ tiêu", "Đơn vị tính", "Số lượng"]
META = {
    "A1": "kieu", "B1": at.FORM_KIND, "A2": "don_vi", "B2": "Sở Y tế", "A3": "nam", "B3": "2023", "A4": "ma_ke_hoach", "B4": "ab",
    "D2": "I.1", "E2": "Khám",
}  # fmt: skip


def read(sheets: Mapping[str, Sequence[Sequence[object]]], meta: Mapping[str, str] | None = None) -> list[Form]:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    if meta:
        page = book.create_sheet(at.META)
        for place, value in meta.items():
            page[place] = value
    data = io.BytesIO()
    book.save(data)
    return read_forms("a.xlsx", data.getvalue())


@pytest.mark.parametrize(
    ("texts", "least", "columns", "others", "is_figures"),
    [
        (["Mã", "Nhiệm vụ", "Trạng thái", "Kết quả thực hiện"], 2, ["ma", "ten", "trang_thai", "noi_dung"], [], False),
        (["Mã", "Chỉ tiêu", "Đơn vị tính", "Số lượng"], 2, ["ma", "chi_tieu", "don_vi_tinh", "so_luong"], [], True),
        (["Mã", "Nhiệm vụ", "Kết quả thực hiện", "Số lượng"], 2, ["ma", "ten", "noi_dung", None], ["Số lượng"], False),
        (["STT", "Mã", "Tình trạng", "Người làm"], 2, [None, "ma", "trang_thai", None], ["Người làm"], False),
        (["Mã", "Trạng thái", "Thời gian hoàn thành"], 2, ["ma", "trang_thai", "ngay_hoan_thanh"], [], False),
        (["Mã việc", "Tiến độ đến nay", "Trạng thái"], 2, ["ma", None, "trang_thai"], ["Tiến độ đến nay"], False),
        (["Mã", "Trạng thái"], 2, ["ma", "trang_thai"], [], False),
    ],
)
def test_what_the_headings_of_a_table_mean(
    texts: list[str], least: int, columns: list[str | None], others: list[str], is_figures: bool
) -> None:
    found = headings(dict(enumerate(texts)), least)
    assert found is not None
    assert [found.columns.get(index) for index in range(len(texts))] == columns
    assert (list(found.others.values()), found.is_figures) == (others, is_figures)


@pytest.mark.parametrize(
    ("texts", "least"), [(["Mã", "Trạng thái"], 3), (["Mã", "Nhiệm vụ"], 2), (["Mã", "Nhiệm vụ", "Vai trò", "Thời gian"], 3)]
)
def test_a_row_that_tells_too_little_heads_no_table(texts: list[str], least: int) -> None:
    assert headings(dict(enumerate(texts)), least) is None


@pytest.mark.parametrize(
    ("lines", "face"),
    [
        (
            [["Đơn vị báo cáo: Sở Y tế", None, "Kỳ báo cáo: quý II năm 2023"], ["Thực hiện: Kế hoạch số 5 năm 2024"]],
            Identity("Sở Y tế", "2023", "quý II năm 2023", "Kế hoạch số 5 năm 2024"),
        ),
        ([["Đơn vị báo cáo:", "Sở Y tế"]], Identity("Sở Y tế")),
        ([["Đơn vị báo cáo:", None, "Kỳ báo cáo:", "quý II"]], Identity("", "", "quý II")),
        ([["BÁO CÁO", "Sở Tài chính"], ["Đơn vị báo cáo: Sở Y tế"], ["Đơn vị báo cáo: Sở Nội vụ"]], Identity("Sở Y tế")),
    ],
)
def test_the_lines_above_the_table_say_whose_it_is(lines: list[list[object]], face: Identity) -> None:
    (form,) = read({"Kết quả": [*lines, RESULTS, ["I.1", "Khám", "Hoàn thành", "Đã khám"]]})
    assert (form.face, form.sent_as, form.other_faces) == (face, None, [])
    assert [row.cell("ten").value for row in form.rows] == ["Khám"]


def test_what_stands_beside_the_table_is_kept_with_its_heading() -> None:
    rows: list[list[object]] = [
        ["Người làm", "TT", "Mã", "Trạng thái", "Kết quả thực hiện"],
        ["Lan", 1, "I.1", "Hoàn thành", "Đã khám", "đủ"],
    ]
    (form,) = read({"Kết quả": rows})
    (row,) = form.rows
    assert [(heading, cell.value, cell.place) for heading, cell in row.others] == [
        ("Người làm", "Lan", "Kết quả!A2"),
        ("cột F", "đủ", "Kết quả!F2"),
    ]
    assert row.cell("thoi_gian").place == row.place == "Kết quả!2:2"


def test_a_sheet_of_figures_or_of_guidance_names_no_form_of_its_own() -> None:
    figures: list[list[object]] = [["Đơn vị báo cáo: Sở Tài chính"], FIGURES, ["I.1", "Lớp", "lớp", 5]]
    results: list[list[object]] = [["Đơn vị báo cáo: Sở Y tế"], RESULTS, ["I.1", "Khám", "Hoàn thành", "Đã khám"]]
    (form,) = read(
        {"Số liệu": figures, "Kết quả": results, "Thêm": [FIGURES], "Hướng dẫn": [["Cách điền"]], "Nháp": [["Ghi chép"]]}
    )
    assert form.face.don_vi == "Sở Y tế"
    assert form.other_faces == [("Số liệu!A1", "Sở Tài chính")]
    assert ([len(form.rows), len(form.figures)], [place for place, _ in form.remarks if "!" not in place]) == ([1, 1], ["Nháp"])


@pytest.mark.parametrize("meta", [None, META])
def test_sheets_of_several_units_are_a_form_each_and_the_hidden_one_belongs_to_its_unit(meta: Mapping[str, str] | None) -> None:
    pages: dict[str, list[list[object]]] = {
        name: [[f"Đơn vị báo cáo: {name}"], RESULTS, ["I.1", "Khám", "Hoàn thành", f"Của {name}"]]
        for name in ("Sở Tài chính", "Sở Y tế")
    }
    forms = read(pages, meta)
    sent_as = Identity("Sở Y tế", "2023", "", "", "ab") if meta else None
    assert [(form.face.don_vi, form.sent_as, form.sent) for form in forms] == [
        ("Sở Tài chính", None, []),
        ("Sở Y tế", sent_as, [Sent("I.1", "Khám")] if meta else []),
    ]
    assert [[row.cell("noi_dung").value for row in form.rows] for form in forms] == [["Của Sở Tài chính"], ["Của Sở Y tế"]]
    assert [form.other_faces for form in forms] == [[], []]


def test_a_needed_column_that_is_gone_is_told_and_a_workbook_without_a_table_is_none() -> None:
    (form,) = read({"Kết quả": [["Mã", "Nhiệm vụ", "Trạng thái"], ["I.1", "Khám", "Hoàn thành"]]})
    assert form.remarks == [
        ("Kết quả!1:1", "không thấy cột “Ngày hoàn thành”; đã đọc các cột còn lại"),
        ("Kết quả!1:1", "không thấy cột “Kết quả thực hiện”; đã đọc các cột còn lại"),
    ]
    with pytest.raises(NotAForm):
        read({"Trang": [["Mã", "Nhiệm vụ"], ["I.1", "Khám"]]})
