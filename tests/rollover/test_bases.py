"""What a roll-over does with cited documents: rows of the words concerned, what stands there next year, whether it is sure."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.data.model.tracuu import SoVanBan
from docgen.rollover import bases as bases_module
from docgen.rollover.bases import Bases
from docgen.rollover.changes import Treatment, Years
from docgen.rollover.title_years import marks
from docgen.text.viendan import symbol_key
from docgen.workflows.datafiles import read
from tests.text.test_viendan import WHOLE

SO = read(SoVanBan, Path(__file__).parents[2] / "data" / "van-ban.yaml")[1]
SO_TRONG = SoVanBan()
SO_SO = "[cần điền số]"
NGAY = "[cần điền ngày]"
Row = tuple[str, str | None, bool]

ASEAN = (
    "Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành động "
    "về tuyên truyền ASEAN"
)
PLAN = (
    "Kế hoạch số 152/KH-UBND ngày 14 tháng 10 năm 2021 của Ủy ban nhân dân tỉnh Sóc Trăng về tuyên truyền ASEAN "
    "giai đoạn 2021 - 2025, "
    "tầm nhìn đến năm 2030 trên địa bàn tỉnh"
)
BUDGET = (
    "Quyết định số 3334/QĐ-UBND ngày 09 tháng 12 năm 2022 của Ủy ban nhân dân tỉnh Sóc Trăng về việc giao dự "
    "toán cho các cơ quan, "
    "tổ chức, đơn vị cấp tỉnh năm 2023"
)
MONEY = f"Kinh phí bố trí tại khoản 2.1, mục 2, của phụ lục kèm theo {BUDGET} và các nguồn hợp pháp khác."
DRAFT = "(Kèm theo Kế hoạch số:      /KH-UBND ngày     tháng     năm 2023 của Ủy ban nhân dân tỉnh)"


def _rows(text: str, treatments: tuple[Treatment, ...]) -> list[Row]:
    return [(text[one.start : one.end], one.new, one.sure) for one in treatments]


def _treated(text: str, new: int = 2024, old: int = 2023, so: SoVanBan | None = None, key: str = "doan") -> list[Row]:
    bases = Bases({(key, 0): text}, Years(old, new), so)
    return _rows(text, bases.treatments((key, 0)))


def _left(*words: str) -> list[Row]:
    return [(word, None, True) for word in words]


@pytest.mark.parametrize("new", [2024, 2025])
def test_bases_of_the_sample_that_still_hold_stay(new: int) -> None:
    assert _treated(ASEAN, new, so=SO, key="can_cu") == _left("1160/QĐ-TTg ngày 13 tháng 7 năm 2021")
    assert _treated(PLAN, new, so=SO, key="can_cu") == _left("152/KH-UBND ngày 14 tháng 10 năm 2021", "2021 - 2025", "2030")


@pytest.mark.parametrize("new", [2024, 2025, 2026])
@pytest.mark.parametrize("so", [SO, SO_TRONG, None])
def test_the_budget_decision_of_one_year_is_blanked_wherever_it_is_cited(new: int, so: SoVanBan | None) -> None:
    rows = [("3334", SO_SO, False), ("09 tháng 12 năm 2022", NGAY, False), ("2023", str(new), False)]
    assert _treated(BUDGET, new, so=so, key="can_cu") == rows
    assert _treated(MONEY, new, so=so) == rows


def test_the_period_that_is_over_is_blanked_with_number_and_day() -> None:
    assert _treated(PLAN, 2026) == [
        ("152", SO_SO, False), ("14 tháng 10 năm 2021", NGAY, False), ("2021 - 2025", "[cần điền giai đoạn]", False),
        ("2030", None, True),
    ]  # fmt: skip


def test_only_the_register_knows_that_a_base_without_period_has_ended() -> None:
    assert _treated(ASEAN, 2026, so=SO) == [("1160", SO_SO, False), ("13 tháng 7 năm 2021", NGAY, False)]
    assert _treated(ASEAN, 2026) == _left("1160/QĐ-TTg ngày 13 tháng 7 năm 2021")


def test_the_blank_asks_to_look_at_the_place_named_before_it() -> None:
    bases = Bases({("doan",): MONEY}, Years(2023, 2024), SO)
    number = bases.treatments(("doan",))[0]
    assert number.why == (
        "văn bản chỉ dùng cho năm 2023; điền văn bản dùng cho năm 2024; xem lại “khoản 2.1, mục 2, của phụ lục "
        "kèm theo” đứng trước"
    )


def test_what_is_cited_in_full_once_is_known_in_short_elsewhere() -> None:
    short = "Kinh phí tại khoản 2.1, Mục 2 Phụ lục kèm theo Quyết định số 3334/QĐ-UBND; mức chi như Quyết định 3334 đã giao."
    texts: dict[tuple[str | int, ...], str] = {("can_cu", 0): BUDGET, ("doan",): short}
    bases = Bases(texts, Years(2023, 2024), None)
    assert _rows(short, bases.treatments(("doan",))) == [("3334", SO_SO, False), ("3334", SO_SO, False)]


def test_two_documents_with_one_number_are_told_apart_by_the_day_or_left_to_a_person() -> None:
    lasting = "Quyết định số 3334/QĐ-UBND ngày 08/11/2019 của UBND tỉnh ban hành Quy chế phát ngôn giai đoạn 2020 - 2030"
    dated, bare = "theo Quyết định số 3334/QĐ-UBND ngày 08/11/2019.", "theo Quyết định số 3334/QĐ-UBND."
    texts: dict[tuple[str | int, ...], str] = {("can_cu", 0): BUDGET, ("can_cu", 1): lasting, ("a",): dated, ("b",): bare}
    bases = Bases(texts, Years(2023, 2024), None)
    assert _rows(dated, bases.treatments(("a",))) == _left("3334/QĐ-UBND ngày 08/11/2019")
    assert _rows(bare, bases.treatments(("b",))) == [("3334/QĐ-UBND", None, False)]


def test_a_replaced_base_is_blanked_and_its_successor_quoted() -> None:
    so = SoVanBan.model_validate(
        {
            "van_ban": [
                {"ky_hieu": "1160/QĐ-TTg", "loai": "Quyết định", "ngay": "2021-07-13", "thay_boi": "99/QĐ-TTg"},
                {"ky_hieu": "99/QĐ-TTg", "loai": "Quyết định", "ngay": "2025-11-02", "co_quan": "Thủ tướng Chính phủ",
                 "trich_yeu": "phê duyệt Chương trình mới"},
            ]
        }
    )  # fmt: skip
    number, day = Bases({("can_cu", 0): ASEAN}, Years(2025, 2026), so).treatments(("can_cu", 0))
    assert (number.new, day.new, number.sure) == (SO_SO, NGAY, False)
    assert "“Quyết định số 99/QĐ-TTg ngày 02/11/2025 của Thủ tướng Chính phủ phê duyệt Chương trình mới”" in number.why


def test_the_plan_itself_not_yet_issued_moves_with_its_year() -> None:
    assert _treated(DRAFT) == [("2023", "2024", True)]


def test_blanks_of_an_earlier_roll_over_stay_and_are_told() -> None:
    text = f"Quyết định số {SO_SO}/QĐ-UBND ngày {NGAY} của UBND tỉnh về giao dự toán năm 2024"
    assert _treated(text, old=2024, new=2025) == [(SO_SO, None, False), (NGAY, None, False), ("2024", "2025", False)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # lasting documents
        ("Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015", _left("25 tháng 6 năm 2015")),
        ("Theo Luật Báo chí năm 2016 và Hiến pháp năm 2013.", _left("2016", "2013")),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư", _left("30/2020/NĐ-CP ngày 05/3/2020")),
        ("theo Nghị định số 30/2020/NĐ-CP và Thông tư 01/2023/TT-BTTTT", _left("30/2020/NĐ-CP", "01/2023/TT-BTTTT")),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương", _left("29-NQ/TW ngày 04/11/2013")),
        ("Chỉ thị số 05-CT/TW", []),
        (
            "Quyết định số 15/2022/QĐ-UBND ngày 20/12/2022 của UBND tỉnh quy định mức chi năm 2023 và các năm tiếp theo",
            _left("15/2022/QĐ-UBND ngày 20/12/2022", "2023"),
        ),
        (
            "Nghị quyết số 5/NQ-HĐND ngày 9/12/2022 của HĐND tỉnh về thu phí từ năm 2023",
            _left("5/NQ-HĐND ngày 9/12/2022", "2023"),
        ),
        (
            "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi "
            "số đến năm 2025, định "
            "hướng đến năm 2030",
            _left("749/QĐ-TTg ngày 03/6/2020", "2025", "2030"),
        ),
        (
            "Kế hoạch số 8/KH-UBND ngày 1/2/2023 của UBND tỉnh về chuyển đổi số năm 2023 - 2025",
            _left("8/KH-UBND ngày 1/2/2023", "năm 2023 - 2025"),
        ),
        (
            "Quyết định số 9/QĐ-TTg ngày 5/1/2018 của Thủ tướng Chính phủ về Kế hoạch tổng thể Cộng đồng Kinh tế ASEAN 2025",
            _left("9/QĐ-TTg ngày 5/1/2018", "2025"),
        ),
        (
            "Nghị quyết số 6/NQ-HĐND ngày 9/12/2020 của HĐND tỉnh về kế hoạch 5 năm 2021 - 2025",
            _left("6/NQ-HĐND ngày 9/12/2020", "2021 - 2025"),
        ),
        # for one year
        (
            "Kế hoạch số 05/KH-UBND ngày 10/01/2023 của UBND tỉnh về tuyên truyền ASEAN năm 2023",
            [("05", SO_SO, False), ("10/01/2023", NGAY, False), ("2023", "2024", False)],
        ),
        (
            "Chương trình hành động số 15-CTr/TU ngày 12/01/2023 của Tỉnh ủy về nhiệm vụ năm 2023",
            [("15", SO_SO, False), ("12/01/2023", NGAY, False), ("2023", "2024", False)],
        ),
        (
            "Báo cáo số 300/BC-UBND ngày 05/12/2022 của UBND tỉnh về kết quả năm 2022, phương hướng năm 2023",
            [("300", SO_SO, False), ("05/12/2022", NGAY, False), ("2022", "2023", False), ("2023", "2024", False)],
        ),
        (
            "Báo cáo số 300/BC-UBND ngày 05/12/2022 của UBND tỉnh về kết quả công tác đối ngoại năm 2022",
            [("300", SO_SO, False), ("05/12/2022", NGAY, False), ("2022", "2023", False)],
        ),
        (
            "Quyết định số 2100/QĐ-BGDĐT ngày 30/6/2022 của Bộ Giáo dục và Đào tạo về kế hoạch thời gian năm học 2022-2023",
            [("2100", SO_SO, False), ("30/6/2022", NGAY, False), ("2022-2023", "2023-2024", False)],
        ),
        (
            "Nghị quyết số 12/2022/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh về dự toán năm 2023 và kế hoạch tài "
            "chính 03 năm 2023 - 2025",
            [
                ("12/2022", "[cần điền số]/[cần điền năm]", False), ("09/12/2022", NGAY, False),
                ("2023", "2024", False), ("2023 - 2025", "2024 - 2026", False),
            ],
        ),
        (
            "Kế hoạch số 5/KH-UBND ngày 10/1/2023 của UBND tỉnh về thực hiện Nghị quyết số 01/NQ-CP ngày "
            "06/01/2023 của Chính phủ về "
            "nhiệm vụ năm 2023",
            [
                ("5", SO_SO, False), ("10/1/2023", NGAY, False),
                ("01", SO_SO, False), ("06/01/2023", NGAY, False), ("2023", "2024", False),
            ],
        ),
        (
            "Kế hoạch số 7/KH-BCĐ ngày 10/1/2023 của Ban Chỉ đạo về tuyên truyền Tết Nguyên đán Quý Mão 2023",
            [("7", SO_SO, False), ("10/1/2023", NGAY, False), ("Quý Mão", "Giáp Thìn", False), ("2023", "2024", False)],
        ),
        (
            "Chỉ thị số 21/CT-TTg ngày 23/5/2023 của Thủ tướng Chính phủ về xây dựng dự toán ngân sách nhà nước năm 2024",
            [("21", SO_SO, False), ("23/5/2023", NGAY, False), ("2024", "2025", False)],
        ),
        # a person has to look
        (
            "Công văn số 123/BTTTT-TTĐN ngày 05/01/2023 của Bộ Thông tin và Truyền thông về việc hướng dẫn công tác đối ngoại",
            [("123/BTTTT-TTĐN ngày 05/01/2023", None, False)],
        ),
        ("theo Quyết định số 99/QĐ-UBND ngày 12/01/2023 của UBND tỉnh.", [("99/QĐ-UBND ngày 12/01/2023", None, False)]),
        ("theo Quyết định số 99/QĐ-UBND.", [("99/QĐ-UBND", None, False)]),
        ("Tuyên truyền Luật Giao thông đường bộ năm 2023.", [("2023", None, False)]),
        (
            "Quyết định số 1/QĐ-TTg ngày 5/1/2016 của Thủ tướng Chính phủ phê duyệt Đề án giai đoạn 2016 - 2020",
            [("1/QĐ-TTg ngày 5/1/2016", None, True), ("2016 - 2020", None, False)],
        ),
    ],
)  # fmt: skip
def test_cited_documents_in_a_plan_of_2023_rolled_over_to_2024(text: str, rows: list[Row]) -> None:
    assert _treated(text) == rows


def test_where_one_period_of_several_still_covers_the_new_year_the_document_stays() -> None:
    text = (
        "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ phê duyệt Chương trình giai đoạn 2021 "
        "- 2030, giai đoạn I: "
        "từ năm 2021 đến năm 2025"
    )
    assert _treated(text, 2026) == [
        ("1719/QĐ-TTg ngày 14/10/2021", None, True), ("2021 - 2030", None, True), ("từ năm 2021 đến năm 2025", None, False),
    ]  # fmt: skip


def test_a_milestone_that_has_passed_is_blanked_with_its_document() -> None:
    text = (
        "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ về chuyển đổi số đến năm 2025, định hướng đến năm 2030"
    )
    assert _treated(text, 2026) == [
        ("749", SO_SO, False), ("03/6/2020", NGAY, False), ("2025", "[cần điền năm]", False), ("2030", None, True),
    ]  # fmt: skip


def test_the_reason_names_the_year_that_the_new_document_is_for() -> None:
    text = "Chỉ thị số 21/CT-TTg ngày 23/5/2023 của Thủ tướng Chính phủ về xây dựng dự toán năm 2024"
    number = Bases({("can_cu", 0): text}, Years(2023, 2024), None).treatments(("can_cu", 0))[0]
    assert number.why == "văn bản chỉ dùng cho năm 2024; điền văn bản dùng cho năm 2025"


@pytest.mark.parametrize(
    "own", [" năm 2023", " trong năm 2023", " (hoàn thành trong Quý III/2023)", ", báo cáo trước 31/12/2023"]
)
def test_the_plans_own_times_behind_an_old_document_are_left_to_others(own: str) -> None:
    cited = "Nghị quyết số 05-NQ/TU ngày 10/8/2020 của Tỉnh ủy về chuyển đổi số đến năm 2025"
    text = f"Sơ kết {cited}{own}."
    bases = Bases({("doan",): text}, Years(2023, 2024), None)
    assert [text[start:end] for start, end in bases.claimed(("doan",))] == [cited]


def test_the_plans_own_year_behind_an_old_document_is_not_claimed() -> None:
    text = "Tiếp tục thực hiện Kế hoạch số 8/KH-UBND ngày 14/10/2021 của UBND tỉnh về tuyên truyền ASEAN năm 2023."
    bases = Bases({("doan",): text}, Years(2023, 2024), None)
    assert [text[start:end] for start, end in bases.claimed(("doan",))] == [
        "Kế hoạch số 8/KH-UBND ngày 14/10/2021 của UBND tỉnh về tuyên truyền ASEAN"
    ]


@pytest.mark.parametrize("text", [ASEAN, PLAN, BUDGET, MONEY, DRAFT])
@pytest.mark.parametrize("new", [2024, 2026])
def test_every_treatment_lies_in_what_is_claimed_and_none_meet(text: str, new: int) -> None:
    bases = Bases({("can_cu", 0): text}, Years(2023, new), SO)
    treatments = bases.treatments(("can_cu", 0))
    claimed = bases.claimed(("can_cu", 0))
    assert all(any(start <= one.start and one.end <= end for start, end in claimed) for one in treatments)
    assert all(one.end <= other.start for one, other in pairwise(treatments))


@pytest.mark.parametrize("text", WHOLE)
@pytest.mark.parametrize(("old", "new"), [(2023, 2024), (2023, 2026), (2022, 2023), (2024, 2025)])
def test_every_year_in_a_citation_is_on_the_list(text: str, old: int, new: int) -> None:
    bases = Bases({("doan",): text}, Years(old, new), SO)
    covered = [(one.start, one.end) for one in bases.treatments(("doan",))]
    for year in re.finditer(r"(?:19|20)\d\d", text):
        mine = any(start <= year.start() and year.end() <= end for start, end in bases.claimed(("doan",)))
        assert not mine or any(start <= year.start() and year.end() <= end for start, end in covered), year


def _rolled(text: str, years: Years) -> str:
    for one in reversed(Bases({("can_cu", 0): text}, years, SO).treatments(("can_cu", 0))):
        if one.new is not None:
            text = text[: one.start] + one.new + text[one.end :]
    return text


def test_what_was_blanked_is_still_waiting_the_next_year() -> None:
    once = _rolled(BUDGET, Years(2023, 2024))
    assert once.startswith(f"Quyết định số {SO_SO}/QĐ-UBND ngày {NGAY} của Ủy ban nhân dân tỉnh Sóc Trăng")
    assert once.endswith("năm 2024")
    assert _treated(once, old=2024, new=2025, key="can_cu") == [
        (SO_SO, None, False), (NGAY, None, False), ("2024", "2025", False),
    ]  # fmt: skip


def test_a_blanked_period_is_still_waiting_the_next_year() -> None:
    once = _rolled(PLAN, Years(2023, 2026))
    assert "giai đoạn [cần điền giai đoạn], tầm nhìn đến năm 2030" in once
    assert _treated(once, old=2026, new=2027, key="can_cu") == [
        (SO_SO, None, False), (NGAY, None, False), ("[cần điền giai đoạn]", None, False), ("2030", None, True),
    ]  # fmt: skip


def test_a_plan_without_citations_is_left_to_others() -> None:
    bases = Bases({("doan",): "Trong năm 2023, thực hiện Kế hoạch này."}, Years(2023, 2024), SO)
    assert not bases.treatments(("doan",))
    assert not bases.claimed(("doan",))


def test_what_was_settled_for_good_in_one_year_is_asked_about_not_blanked() -> None:
    text = (
        "Nghị quyết số 1685/NQ-UBTVQH15 ngày 16 tháng 6 năm 2023 của Ủy ban Thường vụ Quốc hội về việc sắp xếp các đơn vị "
        "hành chính cấp xã của thành phố năm 2023"
    )
    assert all(new is None and not sure for _, new, sure in _treated(text, 2024))


def test_citations_are_compared_with_those_of_the_same_number_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(symbol: str) -> str:
        asked.append(symbol)
        return symbol_key(symbol)

    monkeypatch.setattr(bases_module, "symbol_key", counted)
    text = "; ".join(f"Quyết định số {number}/QĐ-TTg ngày 13 tháng 7 năm 2021" for number in range(100, 200))
    assert len(Bases({("doan", 0): text}, Years(2023, 2024)).treatments(("doan", 0))) == 100
    assert len(asked) <= 4 * 100


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("năm học 2023 - 24", (2023, 2024)),
        ("năm học 2023 - 2024", (2023, 2024)),
        ("giai đoạn 2021 - 2025", (2021, 2025)),
    ],
)
def test_a_period_may_end_in_a_short_year(words: str, period: tuple[int, int]) -> None:
    text = f"về công tác {words}"
    (mark,) = marks(text, 0, len(text))
    assert (mark.first, mark.last) == period


@pytest.mark.parametrize("words", ["giai đoạn 2021 - 15", "giai đoạn 2025 - 2021"])
def test_what_does_not_go_up_is_no_period(words: str) -> None:
    assert all(mark.first == mark.last for mark in marks(words, 0, len(words)))


def test_a_period_that_begins_behind_the_new_year_stays_as_it_is() -> None:
    text = "Quyết định số 12/QĐ-UBND ngày 05/01/2023 của UBND tỉnh phê duyệt Đề án giai đoạn 2026 - 2030"
    assert ("2026 - 2030", None, True) in _treated(text)
