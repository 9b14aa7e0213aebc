"""Which task a row is about, by its code and its words together."""

import unicodedata

import pytest

from docgen.forms.gathering.filledrows import Asked, Sent, Work
from docgen.forms.gathering.placing import Placed, Places, like_codes

CLINIC = Work("I.1", "Khám sức khỏe người cao tuổi tại trạm y tế các xã")
REGISTER = Work("I.2", "Lập sổ theo dõi sức khỏe")
MEETING = Work("II.1", "Họp giao ban")
SECOND_MEETING = Work("II.2", "Họp giao ban")
MONEY = Work("III.1", "Cấp kinh phí")
ALL = (CLINIC, REGISTER, MEETING, SECOND_MEETING, MONEY)


def placed(code: str, name: str, *sent: Sent) -> Placed:
    asked = Asked(2024, "Kế hoạch", "", ALL, {}, {"Sở Y tế": ALL[:4], "Sở Tài chính": (MONEY,)})
    return Places(asked, "Sở Y tế", sent).place(code, name)


@pytest.mark.parametrize("code", ["I.1", "i,1", " I.1. "])
@pytest.mark.parametrize(
    "name",
    [
        "Khám sức khỏe người cao tuổi tại trạm y tế các xã",
        "KHÁM sức  khỏe người cao tuổi tại trạm y tế các xã.",
        unicodedata.normalize("NFD", "Khám sức khỏe người cao tuổi tại trạm y tế các xã"),
        "Khám sức khỏe người cao tuổi…",
        "Khám sức khỏe người cao tuổi ...",
        "Khám sức khỏe người…",
    ],
)
def test_a_row_with_a_code_and_its_name_or_the_opening_of_it_is_placed(code: str, name: str) -> None:
    assert placed(code, name) == Placed(CLINIC)


def test_an_opening_of_twelve_letters_is_enough_and_of_eleven_is_not() -> None:
    assert placed("I.1", "Khám sức khỏe n…") == Placed(CLINIC)
    assert placed("I.1", "Khám sức khỏe…") == Placed(fault=_other("Khám sức khỏe…"))


@pytest.mark.parametrize(
    "name",
    [
        "Khám sức khỏe người cao tuổi",
        "Kham suc khoe nguoi cao tuoi tai tram y te cac xa",
        "Khám…",
        "Cao tuổi tại trạm y tế các xã…",
    ],
)
def test_what_is_no_opening_marked_as_cut_is_another_name(name: str) -> None:
    assert placed("I.1", name) == Placed(fault=_other(name))


def _other(said: str, code: str = "I.1", right: str = CLINIC.ten) -> str:
    end = "sửa mã hoặc tên cho khớp (có thể đã sắp xếp lệch cột)"
    return f"mã {code} trong kế hoạch là “{right}” nhưng dòng này ghi “{said}”; {end}"


def test_a_row_without_its_name_goes_by_its_code() -> None:
    assert placed("I.2", " ") == Placed(REGISTER, "dòng này không ghi tên nhiệm vụ; xếp theo mã I.2")


def test_a_row_without_a_known_code_goes_by_its_name() -> None:
    assert placed("", "Lập sổ theo dõi sức khỏe") == Placed(REGISTER, "dòng này không có mã; xếp theo tên vào nhiệm vụ I.2")
    assert placed("IX.9", "Lập sổ theo dõi sức khỏe") == Placed(
        REGISTER, "mã “IX.9” không có trong kế hoạch; xếp theo tên vào nhiệm vụ I.2"
    )


def test_a_row_that_was_renumbered_since_it_was_sent_goes_by_its_name() -> None:
    moved = placed("I.1", REGISTER.ten, Sent("I.1", REGISTER.ten))
    assert moved == Placed(REGISTER, "khi gửi là nhiệm vụ I.1, nay trong kế hoạch là I.2; xếp theo tên")


def test_a_row_with_the_name_of_another_task_is_told_whose_it_is() -> None:
    found = placed("I.1", REGISTER.ten, Sent("I.1", CLINIC.ten))
    assert found.work is None
    assert "nhưng dòng này ghi “Lập sổ theo dõi sức khỏe” (là tên của I.2)" in found.fault


def test_a_renumbered_row_whose_name_several_tasks_have_is_not_guessed() -> None:
    found = placed("I.1", "Họp giao ban", Sent("I.1", "Họp giao ban"))
    assert found.work is None
    assert "(là tên của II.1, II.2)" in found.fault


def test_a_name_of_several_tasks_needs_a_code() -> None:
    assert placed("", "Họp giao ban") == Placed(fault="có 2 nhiệm vụ tên “Họp giao ban” (II.1, II.2); ghi mã cho rõ")
    assert placed("II.2", "Họp giao ban") == Placed(SECOND_MEETING)


def test_a_task_of_another_unit_is_told_by_code_and_by_name() -> None:
    fault = "nhiệm vụ III.1 “Cấp kinh phí” không giao cho Sở Y tế; xem dòng này có phải của đơn vị khác không"
    assert placed("III.1", "Cấp kinh phí") == Placed(fault=fault)
    assert placed("", "Cấp kinh phí") == Placed(fault=fault)


def test_an_unknown_row_is_told_where_it_has_a_code_and_is_nothing_where_it_has_none() -> None:
    assert placed("IX.9", "Việc lạ") == Placed(
        fault="không có nhiệm vụ mã “IX.9”, tên “Việc lạ” trong kế hoạch; sửa mã hoặc tên cho đúng"
    )
    assert placed("", "Việc lạ") == Placed()


@pytest.mark.parametrize(("letters", "shown"), [(70, "a" * 70), (71, "a" * 69 + "…")])
def test_a_long_name_is_shortened_in_what_is_told(letters: int, shown: str) -> None:
    assert f"tên “{shown}”" in placed("IX.9", "a" * letters).fault


def test_the_letters_of_a_code_are_never_folded() -> None:
    plain, crossed = Work("d", "Tổ chức hội thao"), Work("đ", "Tổ chức hội thảo")
    asked = Asked(2024, "Kế hoạch", "", (plain, crossed), {}, {"Sở Y tế": (plain, crossed)})
    places = Places(asked, "Sở Y tế", ())
    assert [places.place(code, "").work for code in ("d", "đ", "D", "Đ")] == [plain, crossed, plain, crossed]
    assert places.place("", "tổ chức hội thảo").work is crossed
    assert places.place("d", crossed.ten).fault == (
        "mã d trong kế hoạch là “Tổ chức hội thao” nhưng dòng này ghi “Tổ chức hội thảo” (là tên của đ); "
        "sửa mã hoặc tên cho khớp (có thể đã sắp xếp lệch cột)"
    )


@pytest.mark.parametrize(("one", "other"), [("A.1", "a-1"), ("d", "D"), ("I.2", "I 2"), ("PL1.I.2", "PL1/I.2")])
def test_codes_that_forms_could_mix_up_are_named(one: str, other: str) -> None:
    first, second = Work(one, "Việc một"), Work(other, "Việc hai")
    assert list(like_codes([first, Work("B", "Việc ba"), second])) == [(first, second)]


def test_codes_of_other_letters_are_no_trouble() -> None:
    assert (
        list(like_codes([Work("d", "Việc một"), Work("đ", "Việc hai"), Work("I.1", "Việc ba"), Work("I.11", "Việc bốn")])) == []
    )
