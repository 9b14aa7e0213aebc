"""An answer whose words say otherwise than its status is seen; one that only sounds like it is not."""

import pytest

from docgen.data.model.ketqua import TrangThai
from docgen.work.contradictions import contradiction


@pytest.mark.parametrize(
    ("status", "text", "words"),
    [
        ("hoàn thành", "Đã bàn giao 9 căn, còn 3 căn đang xây", "còn 3 căn đang xây"),
        ("hoàn thành", "02/04 lớp", "02/04 lớp"),
        ("hoàn thành", "Đạt 8.212/8.640 hộ", "8.212/8.640 hộ"),
        ("hoàn thành", "81%, chưa đạt chỉ tiêu", "chưa đạt chỉ tiêu"),
        ("hoàn thành", "Quý IV chưa tổ chức", "chưa tổ chức"),
        ("chưa thực hiện", "Đã vận động được 500 triệu đồng", "Đã vận động được 500 triệu đồng"),
        ("không thực hiện", "Đã mở 01 lớp", "Đã mở 01 lớp"),
    ],
)
def test_words_against_the_status_are_seen(status: str, text: str, words: str) -> None:
    said = f"trạng thái “{status}” nhưng nội dung ghi “{words}”; xem lại trạng thái"
    assert contradiction(TrangThai(status), [text]) == said


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("hoàn thành", "Mở 12/12 lớp ngày 5/6 tại xã"),
        ("hoàn thành", "Không còn hộ nghèo; chưa phát sinh vướng mắc"),
        ("hoàn thành", "Ban hành Kế hoạch số 12/KH-UBND"),
        ("đang thực hiện", "Còn 3 căn đang xây"),
        ("chưa thực hiện", "Chưa bố trí kinh phí, đã có kế hoạch"),
    ],
)
def test_words_that_agree_with_the_status_are_not(status: str, text: str) -> None:
    assert contradiction(TrangThai(status), [text]) == ""
