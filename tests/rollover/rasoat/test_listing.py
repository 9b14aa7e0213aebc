"""The list put together: decisions first, equal treatments in one item, no place lost."""

from docgen.rollover.rasoat import ORDER
from docgen.rollover.values import Change, Group
from tests.rollover.rasoat.samples import CHANGES, NEW, OLD, at, moved, review


def test_decisions_come_first_and_items_are_numbered_through() -> None:
    made = review(*CHANGES)
    assert [(item.so, item.group) for item in made.muc] == [
        (1, Group.DECIDE),
        (2, Group.DECIDE),
        (3, Group.DONE),
        (4, Group.LEFT),
    ]


def test_equal_treatments_are_one_item_with_all_their_places_in_order() -> None:
    (done,) = review(*CHANGES).of(Group.DONE)
    assert [(place.ten, place.place) for place in done.cho] == [("Trích yếu", at(33, 80)), ("Mở đầu", at(52, 90))]


def test_other_words_other_reasons_and_other_sureness_stay_apart() -> None:
    base = moved(("trich_yeu",))
    others = (
        Change(("mo_dau",), 0, "2023", "2024", "lý do khác"),
        Change(("mo_dau",), 9, "2023", "2024", base.why, sure=False),
        Change(("mo_dau",), 19, "2023", "2023", base.why),
    )
    made = review((base, at(1, 1)), *((one, at(2, 1)) for one in others))
    assert [len(item.cho) for item in made.muc] == [1, 1, 1, 1]


def test_each_task_or_direction_to_decide_on_is_an_item_of_its_own() -> None:
    why = "phương hướng đã nêu"
    told = [Change(("phuong_huong", index), 0, "", "", why, sure=False, behind=f"Việc {index}") for index in range(3)]
    assert [len(item.cho) for item in review(*((one, at(1, 1)) for one in told)).muc] == [1, 1, 1]
    kept = [Change(("phu_luc", 0, "nhiem_vu", index), 0, "", "", "chưa có báo cáo", behind=f"Việc {index}") for index in range(3)]
    assert [len(item.cho) for item in review(*((one, at(1, 1)) for one in kept)).muc] == [3]


def test_no_place_is_lost() -> None:
    made = review(*CHANGES, *CHANGES)
    assert sum(made.places(group) for group in ORDER) == 2 * len(CHANGES)


def test_the_heading_facts() -> None:
    made = review()
    assert (made.nguon, made.dich, made.years.old, made.years.new, made.muc) == (OLD, NEW, 2023, 2024, ())
    assert made.trich_yeu.startswith("Triển khai thực hiện Chương trình hành động của Chính phủ")
    assert "\n" not in made.trich_yeu
