"""Yearly values: a theme is followed from year to year where it is plain that it is meant, and asked about where it is not."""

import pytest

from docgen.data.model.tracuu import GiaTri
from docgen.rollover.changes import Treatment, Years
from docgen.rollover.giatri import yearly_treatments

THEMES = GiaTri.model_validate(
    {
        "loai": "giá trị theo năm",
        "ten": "Chủ đề ASEAN",
        "gia_tri": [
            {
                "nam": 2023,
                "noi_dung": "ASEAN tầm vóc: Tâm điểm của tăng trưởng",
                "cach_viet": ["Một ASEAN tầm vóc: tâm điểm của tăng trưởng"],
            },
            {"nam": 2024, "noi_dung": "ASEAN: Thúc đẩy kết nối và tự cường"},
            {"nam": 2025, "noi_dung": "Bao trùm và bền vững"},
            {"nam": 2026, "noi_dung": "Cùng chèo lái tới tương lai", "can_xac_nhan": "có"},
        ],
    }
)
CHAIR = GiaTri.model_validate(
    {
        "loai": "giá trị theo năm",
        "ten": "Chủ tịch ASEAN",
        "gia_tri": [
            {"nam": 2023, "noi_dung": "Indonesia"},
            {"nam": 2024, "noi_dung": "Lào"},
            {"nam": 2025, "noi_dung": "Malaysia"},
        ],
    }
)
WAGE = GiaTri.model_validate(
    {
        "loai": "giá trị theo năm",
        "ten": "Mức lương cơ sở",
        "gia_tri": [
            {"nam": 2023, "noi_dung": "1.800.000 đồng"},
            {"nam": 2024, "noi_dung": "2.340.000 đồng"},
            {"nam": 2025, "noi_dung": "2.340.000 đồng"},
        ],
    }
)
ROUNDS = GiaTri.model_validate(
    {
        "loai": "giá trị theo năm",
        "ten": "Lần tổ chức",
        "gia_tri": [{"nam": 2023, "noi_dung": "12"}, {"nam": 2024, "noi_dung": "13"}],
    }
)


def treated(text: str, new: int, *tables: GiaTri, old: int | None = None) -> tuple[Treatment, ...]:
    return yearly_treatments(text, tables or (THEMES,), Years(old or new - 1, new))


def rolled(text: str, found: tuple[Treatment, ...]) -> str:
    for one in sorted(found, key=lambda one: -one.start):
        text = text if one.new is None else text[: one.start] + one.new + text[one.end :]
    return text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Làm rõ chủ đề ASEAN năm 2023 “Một ASEAN tầm vóc: tâm điểm của tăng trưởng” và vai trò của ASEAN",
            "Làm rõ chủ đề ASEAN năm 2023 “ASEAN: Thúc đẩy kết nối và tự cường” và vai trò của ASEAN",
        ),
        ('theo chủ đề "ASEAN TẦM VÓC: TÂM ĐIỂM CỦA TĂNG TRƯỞNG"', 'theo chủ đề "ASEAN: THÚC ĐẨY KẾT NỐI VÀ TỰ CƯỜNG"'),
        ("“ASEAN tầm vóc – Tâm điểm  của\ntăng trưởng”", "“ASEAN: Thúc đẩy kết nối và tự cường”"),
        (
            "Năm ASEAN 2023 với chủ đề ASEAN tầm vóc: Tâm điểm của tăng trưởng.",
            "Năm ASEAN 2023 với chủ đề ASEAN: Thúc đẩy kết nối và tự cường.",
        ),
        (
            "chủ đề của năm Chủ tịch ASEAN (một ASEAN tầm vóc: tâm điểm của tăng trưởng)",
            "chủ đề của năm Chủ tịch ASEAN (ASEAN: Thúc đẩy kết nối và tự cường)",
        ),
    ],
)
def test_the_theme_that_is_plainly_meant_is_replaced_whole_and_surely(text: str, wanted: str) -> None:
    found = treated(text, 2024)
    assert rolled(text, found) == wanted
    assert [one.sure for one in found] == [True]


def test_the_first_letter_keeps_its_style() -> None:
    assert (
        rolled("chủ đề “bao trùm và bền vững”", treated("chủ đề “bao trùm và bền vững”", 2026))
        == "chủ đề “cùng chèo lái tới tương lai”"
    )


def test_years_that_lie_further_apart_are_followed() -> None:
    text = "chủ đề “ASEAN tầm vóc: Tâm điểm của tăng trưởng”"
    assert rolled(text, treated(text, 2025, old=2023)) == "chủ đề “Bao trùm và bền vững”"


def test_a_theme_still_to_be_confirmed_is_put_in_and_asked_about() -> None:
    (one,) = treated("chủ đề “Bao trùm và bền vững”", 2026)
    assert (one.new, one.sure) == ("Cùng chèo lái tới tương lai", False)
    assert "cần xác nhận" in one.why


def test_a_year_without_a_theme_leaves_a_visible_blank() -> None:
    (one,) = treated("chủ đề “Cùng chèo lái tới tương lai”", 2027)
    assert (one.new, one.sure) == ("[cần điền chủ đề ASEAN năm 2027]", False)


@pytest.mark.parametrize(
    "text",
    [
        "xây dựng ASEAN tăng trưởng bao trùm và bền vững",
        "Chủ động hội nhập, đề cao hợp tác để ASEAN phát triển bao trùm và bền vững",
        "Phổ biến chủ đề ASEAN. Phát triển kinh tế bao trùm và bền vững",
    ],
)
def test_common_words_that_a_theme_is_made_of_are_left_and_asked_about(text: str) -> None:
    (one,) = treated(text, 2026)
    assert (text[one.start : one.end], one.new, one.sure) == ("bao trùm và bền vững", None, False)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nhắc lại chủ đề “ASEAN tầm vóc: Tâm điểm của tăng trưởng”", 2023),
        ("chủ đề ASEAN “Cùng chèo lái tới tương lai”", 2026),
        ("tinh thần ASEAN tầm vóc, tâm điểm của tăng trưởng", 2023),
    ],
)
def test_the_theme_of_another_year_is_left_and_asked_about(text: str, year: int) -> None:
    (one,) = treated(text, 2025)
    assert (one.new, one.sure) == (None, False)
    assert f"năm {year}" in one.why


def test_a_theme_in_words_that_nobody_knows_is_asked_about() -> None:
    text = "Tuyên truyền chủ đề ASEAN năm 2024 “ASEAN: Kết nối và kiên cường” và ba trụ cột “Kinh tế”, “Văn hóa”"
    (one,) = treated(text, 2025)
    assert (text[one.start : one.end], one.new, one.sure) == ("ASEAN: Kết nối và kiên cường", None, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "chủ đề “Biển, đảo quê hương”",
        "ba trụ cột “Kinh tế” của ASEAN",
        "Indonesia và Lào",
        "ASEAN năm 2023",
        "“Tăng trưởng”",
        "bao trùm và bền vững",
    ],
)
def test_other_texts_are_not_touched(text: str) -> None:
    assert treated(text, 2024) == ()


def test_a_value_of_one_word_is_never_sure_and_stays_where_its_name_is_not_said() -> None:
    named = "Indonesia đảm nhiệm vai trò Chủ tịch ASEAN; giao lưu với Indonesia"
    assert [(one.start, one.new, one.sure) for one in treated(named, 2024, CHAIR)] == [(0, "Lào", False)]


def test_a_country_is_left_alone_where_nothing_says_that_it_is_the_chair() -> None:
    assert treated("Hợp tác với Indonesia, Lào, Malaysia", 2024, CHAIR) == ()


def test_a_value_is_not_found_within_other_words_or_numbers() -> None:
    assert treated("Mức lương cơ sở 11.800.000 đồng", 2024, WAGE) == ()
    assert treated("Lần tổ chức năm 2012 có 112 đội, 12,5 triệu đồng, ngày 3.12", 2024, ROUNDS) == ()
    assert [one.sure for one in treated("Lần tổ chức thứ 12", 2024, ROUNDS)] == [False]


def test_an_amount_is_followed_where_its_name_is_said_and_said_to_be_the_same_where_it_is() -> None:
    text = "tính theo mức lương cơ sở 1.800.000 đồng/tháng"
    (one,) = treated(text, 2024, WAGE)
    assert (rolled(text, (one,)), one.sure) == ("tính theo mức lương cơ sở 2.340.000 đồng/tháng", True)
    (same,) = treated("mức lương cơ sở 2.340.000 đồng", 2025, WAGE)
    assert (same.new, same.sure) == (None, True)


def test_several_tables_are_read_and_no_piece_is_treated_twice() -> None:
    text = "Chủ tịch ASEAN Indonesia công bố chủ đề “ASEAN tầm vóc: Tâm điểm của tăng trưởng”"
    found = treated(text, 2024, THEMES, CHAIR, THEMES)
    assert sorted(text[one.start : one.end] for one in found) == ["ASEAN tầm vóc: Tâm điểm của tăng trưởng", "Indonesia"]


def test_six_words_of_another_year_s_theme_are_no_chance_and_five_are() -> None:
    (one,) = treated("Cùng chèo lái tới tương lai", 2024)
    assert (one.new, one.sure, one.why) == (None, False, "đây là chủ đề ASEAN năm 2026; xem lại câu này cho năm 2024")
    assert treated("bao trùm và bền vững", 2024) == ()


def test_two_words_of_the_old_year_are_asked_about_where_nothing_says_that_they_are_the_value() -> None:
    (one,) = treated("chi 1.800.000 đồng cho mỗi người", 2024, WAGE)
    assert (one.new, one.sure) == (None, False)
    assert one.why.endswith("nhưng câu không nói rõ; nếu đúng thì đổi thành “2.340.000 đồng”")
    (unknown,) = treated("chi 2.340.000 đồng cho mỗi người", 2026, WAGE)
    assert (unknown.new, unknown.sure) == (None, False)
    assert unknown.why.endswith("nhưng câu không nói rõ; nếu đúng thì đổi cho năm 2026")


@pytest.mark.parametrize(
    ("lead", "is_asked"),
    [
        ("Chủ đề ASEAN được các nước thành viên cùng chọn là", True),
        ("Chủ đề ASEAN được các nước thành viên cùng nhau chọn ra năm nay là", False),
        ("Chủ đề ASEAN. Phát động phong trào", False),
        ("Chủ đề ASEAN “ASEAN tầm vóc: Tâm điểm của tăng trưởng” và phong trào", False),
    ],
)
def test_unknown_words_in_quotes_are_asked_about_near_the_value_s_name_alone(lead: str, is_asked: bool) -> None:
    text = f"{lead} “Vươn ra biển lớn”"
    asked = [text[one.start : one.end] for one in treated(text, 2024) if one.new is None]
    assert asked == ["Vươn ra biển lớn"] * is_asked


def test_other_words_in_quotes_need_the_value_s_name_of_their_own() -> None:
    text = "Chủ đề ASEAN “Biển lớn” và phong trào “Vươn ra”"
    assert [text[one.start : one.end] for one in treated(text, 2024)] == ["Biển lớn"]


def test_a_blank_behind_the_opening_quote_does_not_matter() -> None:
    text = "“ ASEAN tầm vóc: Tâm điểm của tăng trưởng ”"
    assert rolled(text, treated(text, 2024)) == "“ ASEAN: Thúc đẩy kết nối và tự cường ”"


def test_one_word_in_quotes_is_not_yet_the_value() -> None:
    assert treated("Trưng bày “Indonesia” và bạn bè", 2024, CHAIR) == ()


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("lương cơ bản", "mức đầy đủ"),
        ("Lương cơ bản", "Mức đầy đủ"),
        ("LƯƠNG CƠ BẢN", "MỨC ĐẦY ĐỦ"),
    ],
)
def test_a_value_in_small_letters_takes_the_style_of_the_old_one(written: str, wanted: str) -> None:
    table = GiaTri.model_validate(
        {
            "loai": "giá trị theo năm",
            "ten": "Chế độ",
            "gia_tri": [{"nam": 2023, "noi_dung": "lương cơ bản"}, {"nam": 2024, "noi_dung": "mức đầy đủ"}],
        }
    )
    text = f"chế độ “{written}”"
    assert rolled(text, treated(text, 2024, table)) == f"chế độ “{wanted}”"


def test_a_value_written_as_in_the_table_is_followed_as_the_table_has_it() -> None:
    table = GiaTri.model_validate(
        {
            "loai": "giá trị theo năm",
            "ten": "Giải thưởng",
            "gia_tri": [
                {"nam": 2023, "noi_dung": "GIẢI A"},
                {"nam": 2024, "noi_dung": "Cúp vàng"},
                {"nam": 2025, "noi_dung": "hạng nhất"},
                {"nam": 2026, "noi_dung": "Cờ thi đua"},
            ],
        }
    )
    steps = {"GIẢI A": "Cúp vàng", "Cúp vàng": "hạng nhất", "hạng nhất": "Cờ thi đua"}
    for year, (old, new) in enumerate(steps.items(), start=2024):
        text = f"giải thưởng “{old}”"
        assert rolled(text, treated(text, year, table)) == f"giải thưởng “{new}”"


def test_a_value_that_stays_but_is_to_be_confirmed_is_asked_about() -> None:
    table = GiaTri.model_validate(
        {
            "loai": "giá trị theo năm",
            "ten": "Mức lương cơ sở",
            "gia_tri": [
                {"nam": 2024, "noi_dung": "2.340.000 đồng"},
                {"nam": 2025, "noi_dung": "2.340.000 đồng", "can_xac_nhan": "có"},
            ],
        }
    )
    (one,) = treated("mức lương cơ sở 2.340.000 đồng", 2025, table)
    assert (one.new, one.sure, one.why) == (None, False, "mức lương cơ sở năm 2025 vẫn như năm 2024")


def test_a_replaced_single_word_asks_to_look_at_the_sentence() -> None:
    (one,) = treated("Chủ tịch ASEAN là Indonesia", 2024, CHAIR)
    assert one.why == "chủ tịch ASEAN năm 2023 thành chủ tịch ASEAN năm 2024; xem lại câu"
