"""The list as Markdown: boxes to tick off, and no word of the plan taken for a mark."""

import pytest

from docgen.rollover.rasoat import as_markdown
from docgen.rollover.values import Change
from tests.rollover.rasoat.samples import CHANGES, at, review

BODY = """\
## Cần quyết định: 2 chỗ

- [ ] 1) “3334/QĐ-UBND” → “[cần điền số]”: dự toán giao từng năm
  - Căn cứ 3, `data/asean-2024/kehoach.yaml:45:20`: Quyết định số «[cần điền số]»

- [ ] 2) phương hướng đã nêu; xem đưa vào
  - Kết quả, phương hướng 1, `ketqua.yaml:128:5`: Tiếp tục tuyên truyền

## Đã đổi: 2 chỗ

- [ ] 3) “2023” → “2024”: năm của kế hoạch (2 chỗ)
  - Trích yếu, `data/asean-2024/kehoach.yaml:33:80`: về tuyên truyền, quảng bá ASEAN năm «2024» trên địa bàn tỉnh Sóc Trăng
  - Mở đầu, `data/asean-2024/kehoach.yaml:52:90`: quảng bá ASEAN trong năm «2024» phù hợp với điều kiện của địa phương

## Giữ nguyên có chủ ý: 1 chỗ

- [ ] 4) “giai đoạn 2021 - 2025”: giữ nguyên: giai đoạn gồm cả năm 2024
  - Căn cứ 2, `data/asean-2024/kehoach.yaml:40:9`: «giai đoạn 2021 - 2025»
"""


def test_the_whole_list() -> None:
    text = as_markdown(review(*CHANGES))
    assert text.startswith("# Danh sách rà soát kế hoạch năm 2024\n")
    assert "- Tổng cộng 5 chỗ: 2 cần quyết định, 2 đã đổi, 1 giữ nguyên có chủ ý\n" in text
    assert text[text.index("## ") :] == BODY


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("*Ghi chú* năm 2023", r"\*Ghi chú\* năm 2023"),
        ("tệp so_bat_dau", r"tệp so\_bat\_dau"),
        ("<b>2023</b>", r"\<b\>2023\</b\>"),
        ("[2023](http://a.vn)", r"\[2023\](http://a.vn)"),
        ("Sở TT&TT; R&amp;D", r"Sở TT&TT; R\&amp;D"),
        ("`2023`", r"\`2023\`"),
        ("[cần điền số]", "[cần điền số]"),
        ("C:\\kehoach ~2023~ $5", r"C:\\kehoach \~2023\~ \$5"),
        ("# 2023\n- 2024", "# 2023 - 2024"),
    ],
)
def test_marks_in_the_words_stay_words(words: str, wanted: str) -> None:
    change = Change(("mo_dau",), 0, words, words, "lý do", sure=False)
    assert f"“{wanted}”: chưa đổi: lý do" in as_markdown(review((change, at(1, 1))))


def test_every_item_has_a_box_and_every_place_a_line() -> None:
    lines = as_markdown(review(*CHANGES)).splitlines()
    assert len([line for line in lines if line.startswith("- [ ] ")]) == 4
    assert len([line for line in lines if line.startswith("  - ")]) == 5
