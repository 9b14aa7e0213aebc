"""The results file: statuses and numbers as people type them."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from docgen.data.model.ketqua import KetQua, SoLieu, TrangThai, read_number, read_status
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import DataError


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("hoàn thành", TrangThai.HOAN_THANH),
        ("ĐÃ HOÀN THÀNH", TrangThai.HOAN_THANH),
        ("da hoan thanh.", TrangThai.HOAN_THANH),
        ("Hoàn thành 100%", TrangThai.HOAN_THANH),
        ("Đang triển khai", TrangThai.DANG_THUC_HIEN),
        ("chưa thực hiện", TrangThai.CHUA_THUC_HIEN),
        ("không thực hiện", TrangThai.KHONG_THUC_HIEN),
        ("gần xong", None),
        ("Hoàn thành?", None),
        ("", None),
    ],
)
def test_a_status_is_read_however_it_was_typed(typed: str, status: TrangThai | None) -> None:
    assert read_status(typed) is status


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234", "1234"), ("1.234.567,5", "1234567.5"), ("1234", "1234"), ("0,5", "0.5"), ("12.5", "12.5"), ("-3", "-3"),
        ("1 234", "1234"), ("1 80", None), ("1 2345", None), ("12 500,5", "12500.5"), ("1. 200", "1200"),
        ("1,234", None), ("khoảng 10", None), ("1.23.4", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_is_read_the_vietnamese_way_or_not_at_all(typed: str, number: str | None) -> None:
    assert read_number(typed) == (None if number is None else Decimal(number))


def test_a_number_may_have_a_hundred_digits_and_no_more() -> None:
    figure = {"chi_tieu": "Người", "so_luong": "9" * 100}
    row = {"ma": "I.1", "ten": "a", "trang_thai": "hoàn thành", "so_lieu": [figure]}
    assert KetQua.model_validate({"loai": "kết quả thực hiện", "ket_qua": row}).ket_qua[0].so_lieu[0].so_luong == 10**100 - 1
    figure["so_luong"] = f"0,{'0' * 99}1"
    assert read_number(figure["so_luong"]) is None
    with pytest.raises(ValidationError, match="dài quá 100 chữ số; xem lại, hoặc đổi đơn vị tính"):
        KetQua.model_validate({"loai": "kết quả thực hiện", "ket_qua": row})


def test_a_number_that_can_be_read_in_two_ways_is_told_as_one() -> None:
    said = r"“98,765” đọc được hai cách; hàng nghìn thì ghi 98\.765, số lẻ thì ghi thêm số 0: 98,7650"
    with pytest.raises(ValidationError, match=said):
        SoLieu.model_validate({"chi_tieu": "A", "so_luong": "98,765"})


def test_a_comma_in_a_bare_number_is_told_as_one() -> None:
    row = "{ma: 1, ten: A, trang_thai: xong, so_lieu: [{chi_tieu: Lớp, so_luong: 1,25}]}"
    with pytest.raises(DataError) as caught:
        validate(KetQua, of_text("k.yaml", f"loai: kết quả thực hiện\nket_qua: {row}\n"))
    told = '25: không có mục này; nếu là phần sau dấu phẩy của một số thì đặt cả số trong dấu nháy kép, ví dụ "12,5"'
    assert [str(problem) for problem in caught.value.problems] == [f"k.yaml:2:{len('ket_qua: ') + row.index('25}') + 1}: {told}"]


def test_one_unit_answers_once_for_a_task() -> None:
    row = {"ma": "I.1", "ten": "a", "trang_thai": "hoàn thành"}
    both = [{**row, "don_vi": "Sở A"}, {**row, "don_vi": "Sở B"}]
    assert len(KetQua.model_validate({"loai": "kết quả thực hiện", "ket_qua": both}).ket_qua) == 2
    with pytest.raises(ValidationError, match="đã có kết quả"):
        KetQua.model_validate({"loai": "kết quả thực hiện", "ket_qua": [row, row]})
