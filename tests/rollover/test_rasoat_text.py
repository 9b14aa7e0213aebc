"""The review list as text on the terminal and as Markdown."""

import pytest

from docgen.rollover.changes import Change
from docgen.rollover.rasoat_text import as_markdown, as_text
from tests.rollover.rasoat_samples import CHANGES, at, moved, review

LIST = """\
DANH SÁCH RÀ SOÁT: kế hoạch năm 2023 chuyển sang năm 2024
Kế hoạch: Triển khai thực hiện Chương trình hành động của Chính phủ về tuyên truyền, quảng bá ASEAN năm 2023
          trên địa bàn tỉnh Sóc Trăng
Từ: data/asean-2023/kehoach.yaml
Sang: data/asean-2024/kehoach.yaml

CẦN QUYẾT ĐỊNH: 2 chỗ
  1. [ ] “3334/QĐ-UBND” → “[cần điền số]”
         Lý do: dự toán giao từng năm
         - Căn cứ 3 (data/asean-2024/kehoach.yaml:45:20): Quyết định số «[cần điền số]»
  2. [ ] phương hướng đã nêu; xem đưa vào
         - Kết quả, phương hướng 1 (ketqua.yaml:128:5): Tiếp tục tuyên truyền

ĐÃ ĐỔI: 2 chỗ
  3. [ ] “2023” → “2024” (2 chỗ): năm của kế hoạch
         Trích yếu (33:80): về tuyên truyền, quảng bá ASEAN năm «2024» trên địa bàn tỉnh Sóc Trăng
         Mở đầu (52:90): quảng bá ASEAN trong năm «2024» phù hợp với điều kiện của địa…

GIỮ NGUYÊN CÓ CHỦ Ý: 1 chỗ
  4. [ ] “giai đoạn 2021 - 2025”: giữ nguyên: giai đoạn gồm cả năm 2024
         Căn cứ 2 (40:9)

Tổng cộng 5 chỗ: 2 cần quyết định, 2 đã đổi, 1 giữ nguyên có chủ ý.
"""


def test_the_whole_list() -> None:
    assert as_text(review(*CHANGES)) == LIST


def test_lines_fit_the_terminal_however_many_places_there_are() -> None:
    many = [(moved(("phan", 1, "muc", 0, "y", index % 5)), at(100 + index, 12)) for index in range(60)]
    long = Change(
        ("can_cu", 0), 0, "Quyết định " * 30, "[cần điền căn cứ]", "hết hiệu lực " * 20, sure=False, before="Căn cứ " * 30
    )
    lines = as_text(review((long, at(5, 5)), *many)).splitlines()
    assert max(map(len, lines)) <= 110
    assert "(100:12) và 59 chỗ như thế: dòng 101, 102, 103," in " ".join(lines)


def test_unlike_sentences_of_one_item_each_show_their_words_and_alike_ones_once() -> None:
    ideas = [(moved(("phan", index), f"việc thứ {word} trong năm "), at(10 + index, 7)) for index, word in enumerate("abcd")]
    times = [(moved(("phan", 1), f"Trước ngày 15/{month}/"), at(20 + month, 9)) for month in (6, 9, 12)]
    quarters = [(moved(("phan", 2), f"Quý {quarter}/"), at(40 + index, 9)) for index, quarter in enumerate(("II", "IV"))]
    done = as_text(review(*times, *ideas, *quarters)).partition("ĐÃ ĐỔI")[2].partition("\nGIỮ")[0].splitlines()
    assert done[1:] == [
        "  1. [ ] “2023” → “2024” (9 chỗ): năm của kế hoạch",
        "         Phần II (26:9) và 2 chỗ như thế: dòng 29, 32: Trước ngày 15/6/«2024»",
        "         Phần I (10:7): việc thứ a trong năm «2024»",
        "         Phần II (11:7): việc thứ b trong năm «2024»",
        "         Phần III (12:7): việc thứ c trong năm «2024»",
        "         Phần IV (13:7): việc thứ d trong năm «2024»",
        "         Phần III (40:9) và 1 chỗ như thế: dòng 41: Quý II/«2024»",
    ]


def test_what_does_not_fit_on_a_screen_is_told_by_its_lines_and_hides_no_other_item() -> None:
    many = [(moved(("phan", 0), f"việc {'x' * index} trong năm "), at(100 + index, 7)) for index in range(1, 40)]
    other = (Change(("phan", 1), 0, "2024", "2025", "năm sau", before="đến "), at(300, 7))
    done = as_text(review(*many, other)).partition("ĐÃ ĐỔI")[2].partition("\nGIỮ")[0].splitlines()
    assert len(done) <= 21
    assert done[-2:] == ["  2. [ ] “2024” → “2025”: năm sau", "         Phần II (300:7): đến «2025»"]
    assert done[-3].startswith("         và 23 chỗ nữa: dòng 117, 118, ")


def test_what_changed_in_doubt_shows_all_its_words() -> None:
    words = [f"{one}{other}" for one in "bcdhk" for other in ("a", "e", "o", "u", "ơ", "ê")]
    asked = [
        (Change(("phan", 0), 0, "2023", "2024", "lẽ", sure=False, before=f"việc {word} năm "), at(index, 7))
        for index, word in enumerate(words, start=1)
    ]
    text = as_text(review(*asked))
    assert [word for word in words if f": việc {word} năm «2024»" not in text] == []


def test_what_was_done_takes_a_screen_at_most_and_each_item_shows_its_words() -> None:
    many = [
        (Change(("phan", index), 0, "2023", "2024", f"lẽ thứ {index}", before="trong năm "), at(100 + index, 12))
        for index in range(60)
    ]
    done = as_text(review(*many)).partition("ĐÃ ĐỔI")[2].partition("GIỮ NGUYÊN")[0].splitlines()
    assert len(done) <= 24
    assert done[1:3] == ["  1. [ ] “2023” → “2024”: lẽ thứ 0", "         Phần I (100:12): trong năm «2024»"]
    assert "và 50 mục nữa" in done[-2]


def test_a_schedule_is_one_item_with_the_words_of_its_first_places() -> None:
    days = [
        (Change(("phan", 0), 0, f"{day}/3", f"{day}/3", "lịch", sure=False, lot="Ngày (năm 2023)", before="ngày "), at(day, 5))
        for day in range(1, 22)
    ]
    text = as_text(review(*days))
    assert "CẦN QUYẾT ĐỊNH: 1 chỗ\n  1. [ ] “Ngày (năm 2023)”: 0 chỗ đổi năm, 21 chỗ giữ\n         Lý do: lịch\n" in text
    assert "ngày «1/3»" in text
    assert "và 18 chỗ nữa: dòng 4, 5, 6, 7" in text


def test_words_around_are_cut_at_spaces_and_the_piece_is_marked() -> None:
    before = "Làm rõ nội dung của các văn bản đã ban hành và so với kết quả thực hiện của năm "
    change = Change(("mo_dau",), len(before), "2022", "2022", "năm trước", sure=False, before=before, behind=" đạt được\nở tỉnh.")
    text = as_text(review((change, at(5, 5))))
    assert "“2022”: chưa đổi" in text
    assert "…và so với kết quả thực hiện của năm «2022» đạt được ở tỉnh." in " ".join(text.split())


def test_words_taken_out_and_put_in_are_said_to_be() -> None:
    out = Change(("noi_nhan", 1), 0, "; Sở B", "", "đã có trong ô", sure=False)
    put = Change(("noi_nhan", 2), 0, "", "Sở C", "mới lập", sure=False)
    text = as_text(review((out, at(1, 1)), (put, at(2, 1))))
    assert "“; Sở B”: bỏ" in text
    assert "thêm “Sở C”" in text


def test_a_list_without_items_says_so() -> None:
    text = as_text(review())
    assert "CẦN QUYẾT ĐỊNH: không có" in text
    assert text.endswith("Tổng cộng 0 chỗ: 0 cần quyết định, 0 đã đổi, 0 giữ nguyên có chủ ý.\n")


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


def test_the_whole_list_as_markdown() -> None:
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


def test_a_value_that_is_emptied_has_no_words_around_it() -> None:
    emptied = Change(("so",), 0, "12", "", "bản dự thảo để trống")
    for text in (as_text(review((emptied, at(3, 1)))), as_markdown(review((emptied, at(3, 1))))):
        assert "“12”: bỏ" in text
        assert "«»" not in text
