"""Groups made smaller: units left out of them, and phrases that go on to mean only some of their members."""

import pytest

from docgen.data.model.donvi import DonVi, Nhom, SoDonVi
from docgen.work.units import Registry

SO = "các sở, ban, ngành tỉnh"
HUYEN = "UBND các huyện, thị xã, thành phố"
REGISTRY = Registry(
    SoDonVi(
        don_vi=(
            DonVi(ten="Sở Y tế", nhom=(SO,)),
            DonVi(ten="Sở Tài chính", nhom=(SO,)),
            DonVi(ten="Công an tỉnh", nhom=(SO,)),
            DonVi(ten="Trung tâm Giáo dục ngoài công lập"),
            DonVi(ten="UBND huyện Kế Sách", nhom=(HUYEN,)),
            DonVi(ten="UBND thành phố Sóc Trăng", nhom=(HUYEN,)),
        ),
        nhom=(
            Nhom(ten=SO, viet_tat=("các sở, ban, ngành", "các đơn vị", "các cơ quan")),
            Nhom(ten=HUYEN, viet_tat=("các địa phương",)),
        ),
    ),
    2024,
    place="tỉnh Sóc Trăng",
)
NO_YTE = ("Sở Tài chính", "Công an tỉnh")


@pytest.mark.parametrize("is_list", [True, False])
@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("Các sở, ban, ngành tỉnh (trừ Sở Y tế)", NO_YTE),
        ("Các sở, ban, ngành tỉnh trừ Sở Y tế", NO_YTE),
        ("Các sở, ban, ngành tỉnh, ngoài Sở Y tế", NO_YTE),
        ("Các sở, ban, ngành tỉnh trừ Sở Y tế, Sở Tài chính", ("Công an tỉnh",)),
        ("Các sở, ban, ngành (không bao gồm Sở Y tế, Sở Tài chính)", ("Công an tỉnh",)),
        ("Các sở, ban, ngành tỉnh, ngoại trừ Sở Y tế và Sở Tài chính", ("Công an tỉnh",)),
        ("Các sở, ban, ngành tỉnh (Sở Y tế không tham gia)", NO_YTE),
        ("Các sở, ban, ngành tỉnh; riêng Sở Y tế không tham gia", NO_YTE),
        ("Các sở, ban, ngành tỉnh, không kể Sở Y tế, rà soát, báo cáo", NO_YTE),
        ("Ngoài Sở Y tế, các sở, ban, ngành tỉnh thực hiện", NO_YTE),
        ("UBND các huyện, thị xã, thành phố (trừ thành phố Sóc Trăng)", ("UBND huyện Kế Sách",)),
        (
            "Các sở, ban, ngành (trừ Sở Y tế), các địa phương triển khai",
            (*NO_YTE, "UBND huyện Kế Sách", "UBND thành phố Sóc Trăng"),
        ),
        ("Các sở, ban, ngành tỉnh [trừ Sở Y tế]", NO_YTE),
        ("Các sở, ban, ngành tỉnh (không có Sở Y tế)", NO_YTE),
        ("Các sở, ban, ngành tỉnh, chưa bao gồm Sở Y tế", NO_YTE),
        ("Các sở, ban, ngành tỉnh (trừ Y tế, Công an)", (*NO_YTE[:1], "Công an tỉnh")),
        (
            "Tất cả các sở, ban, ngành tỉnh trừ Sở Y tế, các địa phương",
            (*NO_YTE, "UBND huyện Kế Sách", "UBND thành phố Sóc Trăng"),
        ),
        ("CÁC SỞ, BAN, NGÀNH TỈNH (TRỪ SỞ Y TẾ)", NO_YTE),
        ("Các sở, ban, ngành tỉnh (Sở Y tế, Sở Tài chính không tham gia)", ("Công an tỉnh",)),
        ("Các sở, ban, ngành tỉnh thực hiện (trừ Sở Y tế)", NO_YTE),
        ("Trừ Sở Y tế, các sở, ban, ngành tỉnh còn lại thực hiện", NO_YTE),
        ("Trung tâm Giáo dục ngoài công lập, Sở Y tế", ("Trung tâm Giáo dục ngoài công lập", "Sở Y tế")),
    ],
)
def test_who_is_excepted_is_left_out_of_the_group(text: str, stay: tuple[str, ...], is_list: bool) -> None:
    reading = REGISTRY.read(text) if is_list else REGISTRY.read_opening(text)
    assert reading.don_vi == stay
    assert all(
        left.text in ("rà soát, báo cáo", "thực hiện", "triển khai", "còn lại thực hiện", "Công an") for left in reading.leftovers
    )


def test_who_is_left_out_stands_with_the_group() -> None:
    [mention] = REGISTRY.read("Các sở, ban, ngành tỉnh (trừ Công an tỉnh và Sở Y tế)").mentions
    assert mention.tru == ("Sở Y tế", "Công an tỉnh")


def test_who_is_named_as_well_stays() -> None:
    assert "Sở Y tế" in REGISTRY.read("Sở Y tế; các sở, ban, ngành tỉnh (trừ Sở Y tế)").don_vi


@pytest.mark.parametrize("is_list", [True, False])
def test_an_exception_that_nobody_knows_leaves_the_group_whole_and_is_told(is_list: bool) -> None:
    text = "Các sở, ban, ngành tỉnh (trừ các đơn vị ngành dọc)"
    reading = REGISTRY.read(text) if is_list else REGISTRY.read_opening(text)
    assert len(reading.don_vi) == 3
    [left] = reading.leftovers
    assert left.message == (
        "không rõ “các đơn vị ngành dọc” được trừ ra là đơn vị nào nên chưa trừ ai; ghi đúng tên đơn vị trong danh mục"
    )


@pytest.mark.parametrize("is_list", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị có liên quan",
        "Các đơn vị liên quan khác",
        "Các cơ quan, đơn vị có liên quan",
        "Các sở, ban, ngành tỉnh có liên quan",
        "Các địa phương liên quan",
        "UBND các huyện, thị xã, thành phố có liên quan",
    ],
)
def test_those_concerned_are_nobody_in_particular(text: str, is_list: bool) -> None:
    reading = REGISTRY.read(text) if is_list else REGISTRY.read_opening(text)
    assert reading.don_vi == ()
    assert [(left.text, left.vague) for left in reading.leftovers] == [(text, True)]


@pytest.mark.parametrize("is_list", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị sự nghiệp",
        "các cơ quan báo chí",
        "Các đơn vị trực thuộc",
        "Các đơn vị được phân công",
        "Các đơn vị thuộc Sở Xây dựng",
    ],
)
def test_a_longer_phrase_is_not_the_group_that_it_opens_with(text: str, is_list: bool) -> None:
    reading = REGISTRY.read(text) if is_list else REGISTRY.read_opening(text)
    assert reading.don_vi == ()
    assert [left.text for left in reading.leftovers] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị",
        "Các sở, ban, ngành trên địa bàn tỉnh",
        "Các sở, ban, ngành của tỉnh",
        "Các sở, ban, ngành chủ trì thực hiện",
        "Các đơn vị thuộc Sở",
        "Các đơn vị trực thuộc sở, thực hiện",
        "Các sở, ban, ngành và các địa phương liên quan",
        "Các sở, ban, ngành tỉnh Sóc Trăng",
    ],
)
def test_the_whole_phrase_is_the_group(text: str) -> None:
    assert REGISTRY.read(text).don_vi == REGISTRY.read_opening(text).don_vi == ("Sở Y tế", "Sở Tài chính", "Công an tỉnh")


def test_of_an_exception_of_which_some_is_unclear_the_clear_part_counts() -> None:
    reading = REGISTRY.read("Các sở, ban, ngành tỉnh (trừ Công an tỉnh và các đơn vị sự nghiệp)")
    assert reading.don_vi == ("Sở Y tế", "Sở Tài chính")
    assert [left.text for left in reading.leftovers] == ["các đơn vị sự nghiệp"]


@pytest.mark.parametrize(
    ("text", "units", "left"),
    [
        ("Các sở, ban, ngành tỉnh, Sở Tài chính chủ trì (Sở Y tế không tham gia)", NO_YTE, []),
        (
            "Các sở, ban, ngành tỉnh; Trung tâm Giáo dục ngoài công lập không tham gia",
            ("Sở Y tế", *NO_YTE),
            [],
        ),
        ("Các sở, ban, ngành tỉnh, Sở Y tế không tham gia", NO_YTE, []),
        ("Các sở, ban, ngành tỉnh (trừ các đơn vị Sở Y tế)", NO_YTE, []),
        ("Các sở, ban, ngành tỉnh (trừ và Sở Y tế)", NO_YTE, []),
        (
            "Các sở, ban, ngành tỉnh; UBND các huyện, thị xã, thành phố có liên quan",
            ("Sở Y tế", *NO_YTE),
            ["UBND các huyện, thị xã, thành phố có liên quan"],
        ),
    ],
)
def test_how_far_an_exception_reaches(text: str, units: tuple[str, ...], left: list[str]) -> None:
    reading = REGISTRY.read(text)
    assert (reading.don_vi, [one.text for one in reading.leftovers]) == (units, left)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sở Y tế không tham gia", ()),
        ("Sở Y tế (không tham gia); Sở Tài chính", ("Sở Tài chính",)),
        ("Sở Tài chính; Sở Y tế không phải thực hiện nhiệm vụ này", ("Sở Tài chính",)),
        ("Sở Tài chính, Sở Y tế (không tham gia)", ("Sở Tài chính",)),
        ("Sở Tài chính và Sở Y tế không tham gia", ()),
        ("Công an tỉnh được miễn, Sở Tài chính", ("Sở Tài chính",)),
        ("Sở Y tế; các địa phương không tham gia", ("Sở Y tế",)),
        ("Các địa phương; riêng thành phố Sóc Trăng không thực hiện", ("UBND huyện Kế Sách",)),
        ("Các địa phương (thành phố Sóc Trăng không tham gia)", ("UBND huyện Kế Sách",)),
        ("Sở Y tế không thực hiện thu phí của học viên", ("Sở Y tế",)),
        ("Các sở, ban, ngành tỉnh; Sở Y tế không chủ trì mà phối hợp", ("Sở Y tế", *NO_YTE)),
        ("Các sở, ban, ngành tỉnh; Sở Y tế không thực hiện đúng hạn phải giải trình", ("Sở Y tế", *NO_YTE)),
        ("Các sở, ban, ngành tỉnh (Sở Y tế không chủ trì)", NO_YTE),
    ],
)
def test_who_is_said_to_stay_out_has_no_part_with_or_without_a_group(text: str, units: tuple[str, ...]) -> None:
    assert REGISTRY.read(text).don_vi == units


def test_who_stays_out_alone_is_mentioned_with_the_words_that_say_so() -> None:
    reading = REGISTRY.read("Sở Tài chính; Sở Y tế (không tham gia)")
    assert [(one.text, one.don_vi, one.tru) for one in reading.mentions] == [
        ("Sở Tài chính", ("Sở Tài chính",), ()),
        ("Sở Y tế (không tham gia)", (), ("Sở Y tế",)),
    ]
    assert reading.leftovers == ()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sở Y tế không tham gia.", ()),
        ("Sở Y tế không thực hiện thu phí; bố trí kinh phí.", ("Sở Y tế",)),
        ("Các địa phương không thực hiện, các sở, ban, ngành báo cáo", ("UBND huyện Kế Sách", "UBND thành phố Sóc Trăng")),
    ],
)
def test_in_a_sentence_a_unit_stays_out_where_nothing_more_is_said_of_it(text: str, units: tuple[str, ...]) -> None:
    assert REGISTRY.read_opening(text).don_vi == units


def test_all_of_a_group_may_be_called_so() -> None:
    assert REGISTRY.read("Toàn bộ các sở, ban, ngành tỉnh trừ Sở Y tế").don_vi == NO_YTE
    assert REGISTRY.read_opening("Toàn bộ các sở, ban, ngành tỉnh rà soát").don_vi == ("Sở Y tế", *NO_YTE)


def test_besides_is_no_exception() -> None:
    assert len(REGISTRY.read_opening("Các sở, ban, ngành tỉnh (ngoài ra mời Sở Y tế) thực hiện").don_vi) == 3


def test_the_members_of_the_own_office_are_the_group_whatever_they_do() -> None:
    assert len(REGISTRY.read_opening("Các đơn vị thuộc Sở nghiên cứu, đề xuất").don_vi) == 3
    assert REGISTRY.read_opening("Các đơn vị thuộc Sở Xây dựng nghiên cứu").don_vi == ()


def test_words_on_both_sides_of_an_exception_make_no_name_and_are_told_as_they_stand() -> None:
    reading = REGISTRY.read("Sở (trừ Công an tỉnh) Y tế; Hội Xa Lạ (trừ Sở Y tế), báo cáo")
    assert reading.don_vi == ()
    assert all("  " not in left.text for left in reading.leftovers)


@pytest.mark.parametrize("link", ["thuộc", "trực thuộc", "của"])
def test_of_those_concerned_in_a_unit_the_phrase_alone_is_told(link: str) -> None:
    reading = REGISTRY.read(f"Các đơn vị có liên quan {link} Sở Y tế")
    assert [left.text for left in reading.leftovers] == ["Các đơn vị có liên quan"]
    assert reading.don_vi == ("Sở Y tế",)
