"""What would part at the end of a line is held together; `~` stands for a no-break blank and `=` for a no-break hyphen."""

import pytest

from docgen.paper.context.unparted import Measure, held
from docgen.text.typography import width


def shown(text: str, room: str) -> str:
    """Return `text` as it is held on lines on which `room`, and little more, finds place."""
    line = Measure(width=width(room, 14) + 1, indent=0, size=14)
    return held(text, line).replace("\u00a0", "~").replace("\u2011", "=")


@pytest.mark.parametrize(
    ("text", "room", "wanted"),
    [
        ("của Ủy ban tại Quyết định số 3334/QĐ-UBND", "của Ủy ban tại Quyết định số 3334/QĐ-", "3334/QĐ=UBND"),
        ("của Ủy ban tại Nghị quyết số 57-NQ/TW", "của Ủy ban tại Nghị quyết số 57-", "57=NQ/TW"),
        ("của Ủy ban tại số 15/KH-SKH&ĐT", "của Ủy ban tại số 15/KH-", "15/KH=SKH&ĐT"),
        ("các việc khác của Sở trước ngày 05/01/2026", "các việc khác của Sở trước ngày", "trước ngày~05/01/2026"),
        ("các việc khác của Sở Lao động - Thương binh", "các việc khác của Sở Lao động", "Lao động~- Thương binh"),
        ("các tổ chức chính trị - xã hội", "các tổ chức chính trị", "chính trị~- xã hội"),
        ("các việc khác được giao 15 triệu đồng", "các việc khác được giao 15", "giao 15~triệu đồng"),
        ("các việc khác theo quy định tại Điều 5", "các việc khác theo quy định tại Điều", "Điều~5"),
        ("các việc khác theo quy định tại điểm a khoản 2", "các việc khác theo quy định tại điểm", "điểm~a khoản 2"),
        ("các việc khác của quý IV", "các việc khác của quý", "quý~IV"),
    ],
)
def test_what_should_not_part_is_held(text: str, room: str, wanted: str) -> None:
    assert shown(text, room).endswith(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 3334/QĐ-UBND ngày 05 tháng 01 năm 2026 của Sở Lao động - Thương binh",
        "Bà Rịa-Vũng Tàu, In-đô-nê-xi-a, 2021-2025; V/v ngày nghỉ",
    ],
)
def test_what_no_line_parts_stays_as_it_was_typed(text: str) -> None:
    assert held(text, Measure(width=400, indent=0, size=14)) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- Đã thực hiện: 142.500.000 đồng, bằng 95% dự toán, còn lại 7.500.000 đồng.", "7.500.000 đồng."),
        ("- Đã chi và đã nộp trả: 142.500.000 đồng, số dư 95% và còn lại là 7.500.000 đồng.", "7.500.000~đồng."),
        ("Căn cứ kết luận của Thường trực Ủy ban nhân dân tỉnh tại phiên họp ngày 05 tháng 12.", "ngày~05~tháng 12."),
    ],
)
def test_a_long_amount_or_a_whole_day_is_held_only_where_no_line_is_stretched_for_it(text: str, wanted: str) -> None:
    """On a line of 165 mm the first would leave gaps of 3,5 blanks: its unit stands alone on the next instead."""
    line = Measure(width=165, indent=12.7, size=14)
    assert held(text, line).replace("\u00a0", "~").endswith(wanted)


def test_the_indent_of_the_first_line_and_words_in_front_count() -> None:
    line = Measure(width=width("Thời gian thực hiện: trước ngày", 14) + 1, indent=0, size=14)
    assert held("trước ngày 05/01/2026", line, "Thời gian thực hiện: ") == "trước ngày\u00a005/01/2026"
    assert held("trước ngày 05/01/2026", line) == "trước ngày 05/01/2026"


def test_what_should_not_part_is_held_among_the_runs_of_a_text() -> None:
    room = "của Ủy ban tại Quyết định số 3334/QĐ-"
    assert shown("của __Ủy ban__ tại Quyết định số 3334/QĐ-UBND[^1]", room) == "của __Ủy ban__ tại Quyết định số 3334/QĐ=UBND[^1]"
    assert shown("của Ủy ban tại Quyết định **số 3334/QĐ-UBND**", f"{room}UBND").endswith("**số 3334/QĐ=UBND**")


def test_bold_letters_are_measured_as_bold() -> None:
    words = "Thực hiện Nghị quyết, Đề án trong quý IV"
    line = Measure(width=1.02 * width(words, 14), indent=0, size=14)
    assert width(words, 14, "bold") > line.width
    assert held(words, line) == words
    assert held(f"**{words}**", line) == f"**{words[:-3]}\u00a0IV**"
