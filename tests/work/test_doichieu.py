from dataclasses import replace

import pytest

from docgen.data.model.donvi import SoDonVi
from docgen.work.assignments import Assignments, Share, Task, TrachNhiem, UnitWork, Vai
from docgen.work.doichieu import held, missing_words, words_of
from docgen.work.units import Registry

REGISTRY = Registry(
    SoDonVi.model_validate(
        {
            "don_vi": [{"ten": "Sở Y tế", "nhom": ["các sở tỉnh"]}, {"ten": "Sở Nội vụ", "nhom": ["các sở tỉnh"]}],
            "nhom": [{"ten": "các sở tỉnh"}, {"ten": "các xã"}],
        }
    ),
    2023,
)


def task(ma: str, ten: str) -> Task:
    return Task(
        ma=ma, ten=ten, chu_tri="", phoi_hop="", thoi_gian="", san_pham="", nhom="", han=None, route=("phu_luc", 0, "nhiem_vu", 0)
    )


def unit(ten: str, *tasks: Task) -> UnitWork:
    return UnitWork(ten, de_nghi=False, viec=tuple(Share(one, Vai.CHU_TRI) for one in tasks))


ONE, TWO = task("1", "Khám bệnh"), task("2", "Thi đua")
HEALTH, HOME, IDLE = unit("Sở Y tế", ONE), unit("Sở Nội vụ", ONE, TWO), unit("Sở Xây dựng")
ALL = Assignments((ONE, TWO), (HEALTH, HOME, IDLE), ())


def test_a_whole_set_agrees() -> None:
    outcome = held(ALL, [HEALTH, HOME], ["Các sở tỉnh (để thực hiện)"], REGISTRY)
    assert (outcome.letters, outcome.tasks, outcome.faults, outcome.lost, outcome.uncovered) == (2, 2, (), (), ())
    assert outcome.summary == (
        "đã đối chiếu với kế hoạch: 2 đơn vị có việc, mỗi đơn vị đúng một công văn; "
        "2 nhiệm vụ đều có trong công văn, đúng từng chữ"
    )


def test_a_unit_without_a_letter_is_found_with_its_tasks() -> None:
    outcome = held(ALL, [HEALTH], ["Sở Y tế"], REGISTRY)
    assert outcome.faults == ("“Sở Nội vụ” có việc nhưng không có công văn",)
    assert outcome.lost == (TWO,)


def test_a_unit_with_two_letters_is_found() -> None:
    outcome = held(ALL, [HEALTH, HOME, HEALTH], [], REGISTRY)
    assert outcome.faults == ("“Sở Y tế” có nhiều hơn một công văn",)


def test_a_task_that_nobody_has_is_found() -> None:
    three = task("3", "Việc không của ai")
    assert held(replace(ALL, nhiem_vu=(ONE, TWO, three)), [HEALTH, HOME], [], REGISTRY).lost == (three,)


@pytest.mark.parametrize(
    ("recipients", "uncovered"),
    [
        ([], ("Sở Y tế", "Sở Nội vụ")),
        (["Sở Y tế"], ("Sở Nội vụ",)),
        (["Văn phòng Chính phủ (b/c)", "SỞ Y TẾ; Sở Nội vụ"], ()),
        (["Các sở tỉnh"], ()),
        (["02 sở tỉnh"], ()),
    ],
)
def test_whom_the_recipients_leave_out(recipients: list[str], uncovered: tuple[str, ...]) -> None:
    assert held(ALL, [HEALTH, HOME], recipients, REGISTRY).uncovered == uncovered


@pytest.mark.parametrize(
    ("recipients", "unclear"),
    [
        (["Các đơn vị có liên quan", "Sở Y tế"], ("Các đơn vị có liên quan",)),
        (["Như Phần II"], ("Như Phần II",)),
        (["Các đơn vị nêu tại Phụ lục"], ("Các đơn vị nêu tại Phụ lục",)),
        (["Văn phòng Chính phủ (b/c)"], ()),
        (["Bộ Nội vụ (b/c)"], ()),
        (["Bộ phận liên quan"], ("Bộ phận liên quan",)),
        (["Chủ tịch, các PCT UBND tỉnh"], ()),
        (["Các xã"], ("Các xã",)),  # a group without members
    ],
)
def test_which_recipients_may_mean_those_who_seem_left_out(recipients: list[str], unclear: tuple[str, ...]) -> None:
    assert held(ALL, [HEALTH, HOME], recipients, REGISTRY).unclear == unclear


def test_the_words_of_a_letter_are_those_that_it_prints() -> None:
    xml = (
        '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>Sở KH&amp;ĐT &lt;b&gt;</w:t></w:r><w:r><w:t xml:space="preserve"> làm'
        "</w:t><w:br/><w:t>việc</w:t></w:r></w:p><w:p><w:r><w:tab/><w:t>A\u00a0&amp;amp;</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>số 77/QĐ</w:t><w:noBreakHyphen/><w:t>BV</w:t></w:r></w:p>"
    )
    assert words_of(xml).strip() == "Sở KH&ĐT <b> làm việc A &amp; số 77/QĐ-BV"


def test_words_that_a_letter_lost_or_changed_are_found() -> None:
    duty = TrachNhiem("", "Cùng làm:", (), cong=("Một;", "Hai."))
    work = unit("Sở Y tế", task("1", "Khám bệnh\ntừ xa."))._replace(trach_nhiem=(duty,))
    assert missing_words(work, "a) Khám bệnh từ xa; - Cùng làm: + Một; + Hai./.") == []
    assert missing_words(work, "a) Khám bệnh  từ xa; - Cùng Làm: + Một;") == ["Khám bệnh\ntừ xa.", "Cùng làm:", "Hai."]
    under = work._replace(trach_nhiem=(replace(duty, duoi="Truyền thông"),))
    assert missing_words(under, "Khám bệnh từ xa Cùng làm Một Hai") == ["Truyền thông"]


def test_every_column_is_held_word_for_word_and_of_a_cited_task_its_code() -> None:
    full = replace(ONE, san_pham="Báo cáo", kinh_phi="50 triệu đồng", theo_doi="Văn phòng", ghi_chu="Theo mùa")
    work = unit("Sở Y tế", full)
    assert missing_words(work, "Khám bệnh Báo cáo") == ["50 triệu đồng", "Văn phòng", "Theo mùa"]
    assert missing_words(work, "mã số: 1", work.viec) == []
    assert missing_words(work, "không có gì", work.viec) == ["1"]


def test_the_cell_of_ones_own_part_is_held_where_it_tells_more_than_ones_name() -> None:
    shared = replace(ONE, chu_tri="Sở Y tế, Sở Nội vụ", phoi_hop="Sở Tư pháp")
    work = unit("Sở Y tế", shared)
    assert missing_words(work, "Khám bệnh") == ["Sở Tư pháp"]
    work = work._replace(viec=(work.viec[0]._replace(con_chu=True),))
    assert missing_words(work, "Khám bệnh") == ["Sở Y tế, Sở Nội vụ", "Sở Tư pháp"]


def test_what_is_only_cited_is_said() -> None:
    assert (
        held(ALL, [HEALTH, HOME], [], REGISTRY)
        ._replace(cited=9)
        .summary.endswith("đúng từng chữ; 9 lượt nhiệm vụ phối hợp chung chỉ viện dẫn mã số")
    )
