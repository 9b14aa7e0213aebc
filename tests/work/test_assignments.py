"""Who does what, held against a key that a person wrote from the sample plan, and small plans for each rule."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docgen.data.model.donvi import SoDonVi
from docgen.data.validate import validate
from docgen.data.yamlfile import load, of_text
from docgen.errors import as_in_file
from docgen.work.assigning import assign
from docgen.work.assignments import Assignments, RemarkKind, UnitWork
from docgen.work.units import Registry
from tests.conftest import ROOT, SAMPLE, plan_of

SO = validate(SoDonVi, load(ROOT / "data" / "donvi.yaml"))

# Read by eye from data/asean-2023/kehoach.yaml and data/donvi.yaml. The number of a duty counts the ideas of
# to_chuc_thuc_hien: 1.1 to 1.4 are the first section's, 2.1 to 2.6 the second's, 3 is the paragraph of the third.
# A star marks what comes through a group.
AGENCIES = """Văn phòng Ủy ban nhân dân tỉnh
Thanh tra tỉnh
Sở Kế hoạch và Đầu tư
Sở Giao thông vận tải
Sở Xây dựng
Sở Tài nguyên và Môi trường
Sở Nông nghiệp và Phát triển nông thôn
Sở Khoa học và Công nghệ
Sở Lao động - Thương binh và Xã hội
Sở Nội vụ
Ban Dân tộc
Sở Tư pháp
Sở Giáo dục và Đào tạo
Sở Y tế
Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
Tỉnh đoàn
Hội Liên hiệp Phụ nữ tỉnh
Hội Nông dân tỉnh
Liên đoàn Lao động tỉnh
Hội Cựu chiến binh tỉnh""".splitlines()
PLACES = """thành phố Sóc Trăng
thị xã Vĩnh Châu
thị xã Ngã Năm
huyện Châu Thành
huyện Cù Lao Dung
huyện Kế Sách
huyện Long Phú
huyện Mỹ Tú
huyện Mỹ Xuyên
huyện Thạnh Trị
huyện Trần Đề""".splitlines()
KEY = {
    # unit: tasks led | tasks joined | duties
    "Ban Tuyên giáo Tỉnh ủy": "I.1 | | 2.2",
    "Sở Thông tin và Truyền thông": "I.1 I.2 II.1 II.2 | I.3 I.4* II.3* | 1.1 1.2 1.3 1.4 2.1*",
    "Sở Công Thương": "I.4 | I.3* II.1* II.3* | 2.1* 2.4",
    "Sở Văn hóa, Thể thao và Du lịch": "II.3 | I.3* I.4* II.1* | 2.1* 2.3",
    "Sở Tài chính": "| I.3* I.4* II.1* II.3* | 2.1* 2.5",
    "Báo Sóc Trăng": "I.3 | I.1* I.2 | 2.6",
    "Đài Phát thanh và Truyền hình Sóc Trăng": "I.3 | I.1* I.2 | 2.6",
    "Cổng Thông tin điện tử tỉnh": "I.3 | I.1 |",
    **dict.fromkeys(AGENCIES, "| I.3* I.4* II.1* II.3* | 2.1*"),
    **{f"UBND {place}": "| I.3* I.4* II.1* | 3*" for place in PLACES},
    **{f"Trung tâm Văn hóa - Thể thao - Truyền thanh {place}": "I.3* | I.1* I.2* II.2* |" for place in PLACES},
}
DEADLINES = {"I.1": (1, 12), "I.2": (4, 6), "I.3": (1, 12), "I.4": (1, 12), "II.1": (1, 12), "II.2": (1, 12), "II.3": (1, 12)}

HEAD = "loai: kế hoạch\nnam: 2023\ntrich_yeu: Thử\nnoi_nhan: [A]\nluu: VT\n"
BODY = "phan: [{tieu_de: Một, doan: Hai}]\n"


def assigned(path: Path) -> Assignments:
    plan = plan_of(path)
    return assign(plan, Registry(SO, plan.nam, plan.ngay, "tỉnh Sóc Trăng"))


@pytest.fixture(scope="module")
def sample() -> Assignments:
    return assigned(SAMPLE)


def starred(text: str, groups: tuple[str, ...]) -> str:
    return text + ("*" if groups else "")


def duty_number(route: tuple[str | int, ...]) -> str:
    section, kind, index = int(route[1]) + 1, route[2], int(route[3]) + 1
    return f"{section}.{index}" if kind == "y" else str(section)


def row(unit: UnitWork) -> str:
    led = " ".join(starred(share.nhiem_vu.ma, share.qua_nhom) for share in unit.chu_tri)
    joined = " ".join(starred(share.nhiem_vu.ma, share.qua_nhom) for share in unit.phoi_hop)
    duties = " ".join(starred(duty_number(duty.route), duty.qua_nhom) for duty in unit.trach_nhiem)
    return " ".join(f"{led} | {joined} | {duties}".split())


def of(found: Assignments, ten: str) -> UnitWork:
    return next(unit for unit in found.don_vi if unit.ten == ten)


def test_the_key_names_every_unit_of_2023() -> None:
    assert set(KEY) == {unit.ten for unit in Registry(SO, 2023).don_vi}
    assert len(KEY) == 50


def test_every_task_and_duty_of_the_sample_is_found_and_none_invented(sample: Assignments) -> None:
    assert {unit.ten: row(unit) for unit in sample.don_vi} == KEY
    assert sample.khong_co_viec == ()


def test_the_sample_leaves_only_these_words_unread(sample: Assignments) -> None:
    assert [(remark.kind, remark.text) for remark in sample.remarks] == [
        (RemarkKind.UNKNOWN, "các cơ quan thông tấn"),
        (RemarkKind.UNKNOWN, "báo chí hoạt động tại địa phương"),
        (RemarkKind.UNKNOWN, "hệ thống truyền thanh cơ sở"),
        (RemarkKind.VAGUE, "các tổ chức có liên quan"),
        (RemarkKind.VAGUE, "các đơn vị có liên quan"),
        (RemarkKind.VAGUE, "các đơn vị có liên quan"),
        (RemarkKind.VAGUE, "các đơn vị có liên quan"),
        (RemarkKind.VAGUE, "địa phương có liên quan"),
    ]


def test_a_remark_stands_at_its_place(sample: Assignments) -> None:
    remark = sample.remarks[3]
    assert remark.route == ("phu_luc", 0, "nhom_nhiem_vu", 0, "nhiem_vu", 1, "phoi_hop")
    source = load(SAMPLE)
    assert str(source.place(remark.route)).startswith(f"{SAMPLE}:258:")


def test_the_deadlines_of_the_sample(sample: Assignments) -> None:
    months = {task.ma: (task.han.tu, task.han.den) for task in sample.nhiem_vu if task.han}
    assert {ma: (tu.month, den.month) for ma, (tu, den) in months.items() if tu and den} == DEADLINES
    assert of(sample, "Sở Thông tin và Truyền thông").han == (date(2023, 6, 30), date(2023, 12, 31))


def test_same_as_above_inherits_the_words(sample: Assignments) -> None:
    task = next(task for task in sample.nhiem_vu if task.ma == "II.2")
    assert task.chu_tri == "Sở Thông tin và Truyền thông"
    assert task.nhom == "Tuyên truyền thông qua các hoạt động quảng bá hình ảnh Cộng đồng ASEAN"


def test_who_asks_and_who_orders(sample: Assignments) -> None:
    assert of(sample, "Ban Tuyên giáo Tỉnh ủy").de_nghi
    assert not of(sample, "UBND huyện Kế Sách").de_nghi


def test_a_named_unit_is_not_said_to_come_through_a_group(write_plan: Callable[[str], Path]) -> None:
    tasks = (
        "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: Sở Y tế, phoi_hop: 'Sở Y tế, Sở Nội vụ, các sở, ban, ngành tỉnh'}]}\n"
    )
    found = assigned(write_plan(HEAD + BODY + tasks))
    assert row(of(found, "Sở Y tế")) == "1 | |"
    assert row(of(found, "Sở Nội vụ")) == "| 1 |"
    assert row(of(found, "Sở Tư pháp")) == "| 1* |"
    assert "Báo Sóc Trăng" in found.khong_co_viec


def test_a_leader_cell_may_name_partners_too(write_plan: Callable[[str], Path]) -> None:
    tasks = "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: 'Sở Y tế chủ trì, phối hợp với Sở Nội vụ'}]}\n"
    found = assigned(write_plan(HEAD + BODY + tasks))
    assert (row(of(found, "Sở Y tế")), row(of(found, "Sở Nội vụ"))) == ("1 | |", "| 1 |")


def test_codes_and_cells_of_several_appendices_stay_apart(write_plan: Callable[[str], Path]) -> None:
    above = "{ten: y, chu_tri: như trên, phoi_hop: như trên}"
    one = f"{{tieu_de: B, nhiem_vu: [{{ten: x, chu_tri: Sở Y tế, phoi_hop: Sở Nội vụ}}, {above}]}}"
    two = "{tieu_de: C, nhiem_vu: [{ma: A-1, ten: z, chu_tri: Sở Nội vụ}]}"
    found = assigned(write_plan(f"{HEAD}{BODY}phu_luc: [{one}, {two}]\n"))
    assert row(of(found, "Sở Y tế")) == "PL1.1 PL1.2 | |"
    assert row(of(found, "Sở Nội vụ")) == "A-1 | PL1.1 PL1.2 |"


def duties(write_plan: Callable[[str], Path], section: str) -> Assignments:
    return assigned(write_plan(f"{HEAD}to_chuc_thuc_hien:\n{section}"))


def words(found: Assignments, ten: str) -> list[str]:
    return [duty.noi_dung for duty in of(found, ten).trach_nhiem]


def test_don_vi_binds_outright_and_a_torn_name_is_mended(write_plan: Callable[[str], Path]) -> None:
    section = (
        "  - tieu_de: Các sở, ban, ngành tỉnh\n    y: [{noi_dung: Làm, don_vi: [Sở Văn hóa, Thể thao và Du lịch, Sở Y tế]}]\n"
    )
    found = duties(write_plan, section)
    assert {unit.ten for unit in found.co_viec} == {"Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"}
    assert found.remarks == ()


def test_an_item_that_opens_with_an_unknown_unit_binds_nobody(write_plan: Callable[[str], Path]) -> None:
    found = duties(write_plan, "  - {tieu_de: 'Các sở, ban, ngành tỉnh', y: [Đề nghị Công an tỉnh bảo vệ., Cùng làm.]}\n")
    assert words(found, "Sở Y tế") == ["Cùng làm."]
    assert [(remark.kind, remark.text) for remark in found.remarks] == [(RemarkKind.UNKNOWN, "Công an tỉnh bảo vệ")]


def test_a_heading_that_nobody_knows_is_said_once(write_plan: Callable[[str], Path]) -> None:
    found = duties(write_plan, "  - {tieu_de: Sở Tài chánh, y: [Bố trí kinh phí., Hướng dẫn., Sở Y tế phối hợp.]}\n")
    [remark] = found.remarks
    assert (remark.kind, remark.route) == (RemarkKind.UNKNOWN, ("to_chuc_thuc_hien", 0, "tieu_de"))
    assert "có phải “Sở Tài chính”" in remark.message
    assert words(found, "Sở Y tế") == ["Sở Y tế phối hợp."]


def test_sections_without_a_title_and_sub_items_bind_by_their_opening(write_plan: Callable[[str], Path]) -> None:
    section = (
        "  - Sở Y tế bảo đảm y tế.\n"
        "  - tieu_de: Phân công cụ thể\n"
        "    y:\n      - {noi_dung: 'Các đơn vị, gồm:', cong: ['Sở Nội vụ thi đua.', 'Sở Tư pháp thẩm định.']}\n"
        "  - tieu_de: Sở Công Thương\n"
        "    y:\n      - {noi_dung: 'Thực hiện:', cong: ['Một;', 'Hai.']}\n"
        "    khoan:\n      - {tieu_de: Báo cáo, doan: Trước ngày 15/12/2023 gửi báo cáo.}\n"
    )
    found = duties(write_plan, section)
    assert words(found, "Sở Y tế") == ["Sở Y tế bảo đảm y tế."]
    assert [(duty.noi_dung, duty.dan) for duty in of(found, "Sở Nội vụ").trach_nhiem] == [
        ("Sở Nội vụ thi đua.", "Các đơn vị, gồm:")
    ]
    first, second = of(found, "Sở Công Thương").trach_nhiem
    assert (first.noi_dung, first.cong) == ("Thực hiện:", ("Một;", "Hai."))
    assert [time.den for time in second.han] == [date(2023, 12, 14)]
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("leaders", "partners", "led", "joined"),
    [
        ("Sở Y tế", "Sở Nội vụ", False, False),
        ("sở y tế.", "", False, None),
        ("Sở Y tế, Sở Tài chính", "Sở Nội vụ", True, False),
        ("Sở Y tế (Chi cục Dân số)", "Sở Nội vụ, Sở Tư pháp", True, True),
        ("Sở Y tế[^a]", "Sở Nội vụ; Các sở, ban, ngành tỉnh", True, True),
        ("Sở Y tế phối hợp với Sở Nội vụ", "", True, False),
    ],
)
def test_a_cell_tells_more_than_the_units_name(
    leaders: str, partners: str, led: bool, joined: bool | None, write_plan: Callable[[str], Path]
) -> None:
    cells = f'ten: A, chu_tri: "{leaders}"' + (f', phoi_hop: "{partners}"' if partners else "")
    body = "to_chuc_thuc_hien: {tieu_de: Chung, doan: 'Chung.[^a]'}\nchu_thich: {a: Chú.}\n"
    found = assigned(write_plan(HEAD + body + f"phu_luc: {{tieu_de: P, nhiem_vu: [{{{cells}}}]}}\n"))
    assert [share.con_chu for share in of(found, "Sở Y tế").viec] == [led]
    assert [share.con_chu for share in of(found, "Sở Nội vụ").viec] == ([] if joined is None else [joined])


def test_units_named_in_a_part_that_gives_no_work_are_told(write_plan: Callable[[str], Path]) -> None:
    item = "y: [{noi_dung: Ý một., don_vi: [Sở Y tế]}]"
    body = f"phan: [{{tieu_de: Nội dung, muc: [{{tieu_de: Việc một, {item}}}]}}]\n"
    found = assigned(write_plan(HEAD + body))
    assert [(one.kind, one.route[:2], one.route[-1]) for one in found.remarks] == [(RemarkKind.UNASSIGNED, ("phan", 0), "don_vi")]
    giving = assigned(write_plan(HEAD + body.replace("Nội dung,", "Nội dung, giao_viec: có,")))
    assert (words(giving, "Sở Y tế"), giving.remarks) == (["Ý một."], ())


def test_a_unit_named_outright_that_nobody_knows_is_told_once(write_plan: Callable[[str], Path]) -> None:
    section = "  - {tieu_de: Sở Y tế, y: [{noi_dung: Chủ trì., don_vi: [Sở Hỏa tinh]}]}\n"
    assert [one.text for one in duties(write_plan, section).remarks] == ["Sở Hỏa tinh"]


def test_a_part_titled_so_is_read_as_well(write_plan: Callable[[str], Path]) -> None:
    body = "phan: [{tieu_de: Tổ chức thực hiện, muc: [{tieu_de: Sở Y tế, y: [Làm.]}]}]\n"
    assert words(assigned(write_plan(HEAD + body)), "Sở Y tế") == ["Làm."]


GIVING = """\
phan:
  - tieu_de: Phân công chuẩn bị
    giao_viec: có
    muc:
      - tieu_de: Sở Y tế
        tieu_muc:
          - {tieu_de: Trước ngày hội, y: [Chuẩn bị xe., Sở Tài chính cấp kinh phí.]}
          - Trực tại chỗ.
  - {tieu_de: Tổ chức thực hiện, giao_viec: không, y: [Sở Y tế hướng dẫn.]}
to_chuc_thuc_hien: [{tieu_de: Sở Y tế, y: [Báo cáo.]}]
phu_luc:
  - tieu_de: Kịch bản
    noi_dung:
      - Kịch bản gồm hai phần.
      - phan: {tieu_de: Diễn biến, y: [Sở Y tế trực.]}
      - phan: {tieu_de: Phân công, giao_viec: có, y: [Sở Y tế cử người.], bang: {cot: [A], dong: [[Sở Y tế]]}}
"""


def test_any_part_may_give_work_wherever_it_stands(write_plan: Callable[[str], Path]) -> None:
    found = assigned(write_plan(HEAD + GIVING))
    assert words(found, "Sở Y tế") == ["Chuẩn bị xe.", "Trực tại chỗ.", "Báo cáo.", "Sở Y tế cử người."]
    assert words(found, "Sở Tài chính") == ["Sở Tài chính cấp kinh phí."]
    assert [(duty.tieu_de, duty.route) for duty in of(found, "Sở Y tế").trach_nhiem] == [
        ("Trước ngày hội", ("phan", 0, "muc", 0, "tieu_muc", 0, "y", 0)),
        ("Sở Y tế", ("phan", 0, "muc", 0, "tieu_muc", 1, "doan", 0)),
        ("Sở Y tế", ("to_chuc_thuc_hien", 0, "y", 0)),
        ("", ("phu_luc", 0, "noi_dung", 2, "phan", 0, "y", 0)),
    ]
    [remark] = found.remarks
    assert remark.route == ("phu_luc", 0, "noi_dung", 2, "phan", 0, "bang", 0)
    assert as_in_file(remark.message) == "bảng ở phần giao việc này không được đọc để giao việc; ghi thành các ý (y)"


def test_what_a_person_has_to_look_at_is_said(write_plan: Callable[[str], Path]) -> None:
    tasks = (
        "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: Sở Nông nghiệp và Môi trường, thoi_gian: 31/11},"
        " {ten: y, chu_tri: '', thoi_gian: như trên}]}\n"
    )
    found = assigned(write_plan(HEAD + BODY + tasks))
    assert [remark.kind for remark in found.remarks] == [RemarkKind.TIME, RemarkKind.NOT_THEN, RemarkKind.UNASSIGNED]
    assert "nhiệm vụ 2 chưa giao được cho đơn vị nào" in found.remarks[2].message


def test_a_group_without_members_is_told(write_plan: Callable[[str], Path]) -> None:
    so = validate(SoDonVi, of_text("donvi.yaml", "don_vi: [{ten: Sở Y tế}]\nnhom: [{ten: Các doanh nghiệp bưu chính}]\n"))
    tasks = "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: Sở Y tế, phoi_hop: Các doanh nghiệp bưu chính}]}\n"
    [remark] = assign(plan_of(write_plan(HEAD + BODY + tasks)), Registry(so, 2023)).remarks
    assert (remark.kind, remark.nhom) == (RemarkKind.EMPTY, "Các doanh nghiệp bưu chính")
    assert as_in_file(remark.message).startswith(
        "nhóm “Các doanh nghiệp bưu chính” chưa có đơn vị nào nên chưa ai của nhóm nhận việc ở nhiệm vụ 1; ghi tên nhóm"
    )


@pytest.mark.parametrize(
    ("duty", "shown"),
    [
        ("Tổ chức họp báo.", "“Tổ chức họp báo.”"),
        ("Định kỳ hằng quý tổ chức họp báo về kết quả đạt được.", "“Định kỳ hằng quý tổ chức họp báo…”"),
    ],
)
def test_a_duty_under_no_title_that_names_nobody_is_told(write_plan: Callable[[str], Path], duty: str, shown: str) -> None:
    [remark] = duties(write_plan, f"  - {duty}\n").remarks
    assert remark.kind is RemarkKind.UNASSIGNED
    assert as_in_file(remark.message) == f"{shown} chưa giao được cho đơn vị nào; mở đầu bằng tên đơn vị, hoặc thêm mục don_vi"


def test_words_behind_a_title_on_its_line_are_a_duty_of_the_unit_in_the_title(write_plan: Callable[[str], Path]) -> None:
    assert words(duties(write_plan, "  - {tieu_de: Sở Y tế, cung_dong: Bảo đảm y tế.}\n"), "Sở Y tế") == ["Bảo đảm y tế."]


def test_words_behind_a_title_that_names_nobody_keep_it(write_plan: Callable[[str], Path]) -> None:
    section = "  - {tieu_de: Sở Y tế, khoan: [{tieu_de: Sau hội nghị, cung_dong: 'tổng hợp, báo cáo.'}]}\n"
    (duty,) = of(duties(write_plan, section), "Sở Y tế").trach_nhiem
    assert (duty.dan, duty.noi_dung) == ("", "Sau hội nghị: tổng hợp, báo cáo.")


def test_a_duty_keeps_the_titles_between_it_and_the_title_of_its_unit(write_plan: Callable[[str], Path]) -> None:
    tieu_muc = "{tieu_de: Khám bệnh, y: [Một.], khoan: [{tieu_de: Tại xã, y: [Hai.]}, {tieu_de: Tại nhà, cung_dong: 'ba.'}]}"
    section = f"  - {{tieu_de: Sở Y tế, y: [Không.], tieu_muc: [{tieu_muc}, {{tieu_de: Sở Nội vụ, y: [Bốn.]}}]}}\n"
    found = duties(write_plan, section)
    assert [(duty.duoi, duty.noi_dung) for duty in of(found, "Sở Y tế").trach_nhiem] == [
        ("", "Không."),
        ("Khám bệnh", "Một."),
        ("Khám bệnh - Tại xã", "Hai."),
        ("Khám bệnh", "Tại nhà: ba."),
    ]
    assert [(duty.duoi, duty.noi_dung) for duty in of(found, "Sở Nội vụ").trach_nhiem] == [("", "Bốn.")]


def test_a_table_among_the_duties_is_told_to_be_left_unread(write_plan: Callable[[str], Path]) -> None:
    table = "{cot: [Đơn vị, Việc], dong: [[Sở Y tế, Bảo đảm y tế]]}"
    [remark] = duties(write_plan, f"  - {{tieu_de: Phân công, bang: [{table}]}}\n").remarks
    assert remark.route == ("to_chuc_thuc_hien", 0, "bang", 0)
    assert "không được đọc để giao việc" in remark.message


@pytest.mark.parametrize(
    "leaders",
    [
        "Ban Điều phối hợp tác quốc tế; Sở Y tế",
        "Sở Y tế; Ban Điều phối hợp tác quốc tế",
        "Ban Chỉ đạo phối hợp liên ngành, Sở Y tế",
    ],
)
def test_words_of_a_name_that_look_like_partners_are_the_name(write_plan: Callable[[str], Path], leaders: str) -> None:
    so = SoDonVi.model_validate(
        {"don_vi": [{"ten": name} for name in ("Sở Y tế", "Ban Điều phối hợp tác quốc tế", "Ban Chỉ đạo phối hợp liên ngành")]}
    )
    tasks = f"phu_luc: [{{tieu_de: Việc, nhiem_vu: [{{ten: Cày, chu_tri: '{leaders}'}}]}}]\n"
    found = assign(plan_of(write_plan(HEAD + BODY + tasks)), Registry(so, 2023))
    assert [(len(unit.chu_tri), len(unit.phoi_hop)) for unit in found.co_viec] == [(1, 0), (1, 0)]


def test_a_group_without_members_is_told_once_with_all_its_tasks(write_plan: Callable[[str], Path]) -> None:
    so = SoDonVi.model_validate({"nhom": [{"ten": "các hội đặc thù"}]})
    several = ", ".join(f"{{ten: Việc {number}, chu_tri: Các hội đặc thù}}" for number in range(1, 16))
    tasks = f"phu_luc: [{{tieu_de: Việc, nhiem_vu: [{several}]}}]\n"
    [remark] = assign(plan_of(write_plan(HEAD + BODY + tasks)), Registry(so, 2023)).remarks
    assert as_in_file(remark.message).startswith(
        "nhóm “các hội đặc thù” chưa có đơn vị nào nên chưa giao được nhiệm vụ 1, 2, 3, 4, 5,"
    )


def test_who_is_left_out_of_a_group_has_neither_task_nor_duty_and_that_is_said(write_plan: Callable[[str], Path]) -> None:
    so = SoDonVi.model_validate(
        {"don_vi": [{"ten": ten, "nhom": ["các sở tỉnh"]} for ten in ("Sở A", "Sở B")], "nhom": [{"ten": "các sở tỉnh"}]}
    )
    body = "to_chuc_thuc_hien: [{tieu_de: Các sở tỉnh (trừ Sở B), y: [Làm.]}, "
    body += "{tieu_de: Chung, y: ['Các sở tỉnh, trừ Sở B, báo cáo.']}]\n"
    tasks = "phu_luc: [{tieu_de: Việc, nhiem_vu: [{ten: Cày, chu_tri: Các sở tỉnh (trừ Sở B)}]}]\n"
    found = assign(plan_of(write_plan(HEAD + body + tasks)), Registry(so, 2023))
    assert [(unit.ten, len(unit.viec), len(unit.trach_nhiem)) for unit in found.co_viec] == [("Sở A", 1, 2)]
    assert [(remark.kind, remark.message) for remark in found.remarks] == 3 * [
        (RemarkKind.EXCEPTED, "“Các sở tỉnh” ở đây trừ Sở B nên không giao việc này cho đơn vị này")
    ]


@pytest.mark.parametrize(
    ("leaders", "leads", "joins"),
    [
        ("Sở Nội vụ; Sở Y tế phối hợp", ["Sở Nội vụ"], ["Sở Y tế"]),
        ("Sở Nội vụ chủ trì, Sở Y tế phối hợp.", ["Sở Nội vụ"], ["Sở Y tế"]),
        ("Sở Nội vụ, Sở Y tế phối hợp thực hiện", ["Sở Nội vụ", "Sở Y tế"], []),
        ("Sở Nội vụ phối hợp với Sở Y tế", ["Sở Nội vụ"], ["Sở Y tế"]),
    ],
)
def test_who_is_said_to_take_part_behind_the_leader_does_not_lead(
    write_plan: Callable[[str], Path], leaders: str, leads: list[str], joins: list[str]
) -> None:
    found = assigned(write_plan(f"{HEAD}{BODY}phu_luc: {{tieu_de: B, nhiem_vu: [{{ten: x, chu_tri: '{leaders}'}}]}}\n"))
    assert [unit.ten for unit in found.don_vi if unit.chu_tri] == leads
    assert [unit.ten for unit in found.don_vi if unit.phoi_hop] == joins


def test_who_is_left_out_of_a_group_and_named_besides_is_not_told_to_have_no_part(write_plan: Callable[[str], Path]) -> None:
    leaders = "các sở, ban, ngành tỉnh (trừ Sở Y tế, Sở Nội vụ); Sở Y tế phối hợp"
    found = assigned(write_plan(f"{HEAD}{BODY}phu_luc: {{tieu_de: B, nhiem_vu: [{{ten: x, chu_tri: '{leaders}'}}]}}\n"))
    assert [unit.ten for unit in found.don_vi if unit.phoi_hop] == ["Sở Y tế"]
    assert of(found, "Sở Y tế").chu_tri == of(found, "Sở Nội vụ").viec == ()
    [remark] = [one for one in found.remarks if one.kind is RemarkKind.EXCEPTED]
    assert "trừ Sở Nội vụ nên không giao việc này cho đơn vị này" in remark.message


LINES = plan_of(ROOT / "tests" / "plans" / "phan-viec" / "kehoach.yaml")
LINES_REGISTRY = Registry(validate(SoDonVi, load(ROOT / "tests" / "plans" / "phan-viec" / "donvi.yaml")), LINES.nam)


def test_lines_are_assigned_one_by_one_and_counted_as_their_task() -> None:
    found = assign(LINES, LINES_REGISTRY)
    units = {unit.ten: unit for unit in found.don_vi}
    assert [task.ma for task in found.nhiem_vu if task.cua] == ["PL1.I.2.1", "PL1.I.2.2", "PL1.I.2.3"]
    assert [task.phan_viec for task in found.nhiem_vu if task.cua] == ["Kế hoạch", "Báo cáo kết quả", "Thông báo kết luận"]
    whole = found.nhiem_vu[1].whole
    assert (whole.ma, whole.route) == ("PL1.I.2", ("phu_luc", 0, "nhom_nhiem_vu", 0, "nhiem_vu", 1))
    assert whole.chu_tri == "Sở Nội vụ; Các sở, ban, ngành tỉnh"
    assert len({task.whole.ma for task in found.nhiem_vu}) == 7
    led = {"Sở Nội vụ": ["PL1.I.1", "PL1.I.2.1", "PL1.I.2.2", "PL1.I.2.3"], "Sở Tài chính": ["PL1.I.2.2", "PL1.I.2.3"]}
    for name, codes in led.items():
        assert [share.nhiem_vu.ma for share in units[name].chu_tri] == codes
    assert [(units[name].so_chu_tri, units[name].so_phoi_hop) for name in led] == [(2, 0), (1, 1)]


def test_who_watches_over_a_task_has_no_work_by_it_and_need_not_be_known() -> None:
    found = assign(LINES, LINES_REGISTRY)
    watched = {unit.ten: [share.nhiem_vu.ma for share in unit.theo_doi] for unit in found.don_vi if unit.theo_doi}
    assert watched == {
        "Sở Nội vụ": ["PL1.II.1"],
        "Văn phòng Ủy ban nhân dân tỉnh": ["PL1.I.1"],
        "Thanh tra tỉnh": ["PL1.I.3"],
    }
    assert {name: [task.ma for task in tasks] for name, tasks in found.nguoi_theo_doi.items()} == {
        "Đ/c Trần Văn B, Phó Chủ tịch": ["PL1.I.2.1", "PL1.I.2.2", "PL1.I.2.3"]
    }
    assert "Thanh tra tỉnh" not in [unit.ten for unit in found.co_viec]
    assert found.khong_co_viec == ()
    assert [one.kind for one in found.remarks] == [RemarkKind.NOT_GIVEN] * 3


def test_what_the_plan_itself_gives_to_nobody_is_told() -> None:
    told = {one.route: as_in_file(one.message) for one in assign(LINES, LINES_REGISTRY).remarks}
    group = ("phu_luc", 0, "nhom_nhiem_vu", 0, "nhiem_vu")
    assert list(told) == [(*group, 2, "giao_theo"), (*group, 3, "giao_theo"), ("phu_luc", 1, "nhiem_vu")]
    paper = "Theo phân công tại Quyết định số 1441/QĐ-UBND ngày 20 tháng 6 năm 2025"
    nobody = "không có trong công văn, biểu mẫu nào; kết quả do người lập báo cáo ghi vào ketqua.yaml, không ghi don_vi"
    assert list(told.values()) == [
        f"nhiệm vụ PL1.I.3 do văn bản khác giao (“{paper}”) nên {nobody}",
        f"nhiệm vụ PL1.I.4 do văn bản khác giao (“{paper}”) nên {nobody}",
        f"bảng này không có đơn vị chủ trì nên 2 nhiệm vụ (PL2.1 đến PL2.2) {nobody}",
    ]


def test_that_somebody_who_has_work_besides_watches_over_a_task_given_elsewhere_is_told(
    write_plan: Callable[[str], Path],
) -> None:
    table = "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, giao_theo: QĐ 1, theo_doi: Sở Y tế}, {ten: z, chu_tri: Sở Y tế}]}\n"
    [remark] = assigned(write_plan(f"{HEAD}{BODY}{table}")).remarks
    assert as_in_file(remark.message) == (
        "nhiệm vụ 1 do văn bản khác giao (“QĐ 1”) nên chỉ đơn vị theo dõi thấy trong công văn, biểu mẫu của mình; "
        "kết quả do người lập báo cáo ghi vào ketqua.yaml, không ghi don_vi"
    )


def test_tasks_that_others_have_and_nobody_of_an_empty_group_are_named(write_plan: Callable[[str], Path]) -> None:
    so = SoDonVi.model_validate({"don_vi": [{"ten": "Sở Y tế"}], "nhom": [{"ten": "các phòng, ban"}]})
    tasks = (
        "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: 'Sở Y tế; các phòng, ban'}, {ten: y, chu_tri: Sở Y tế},"
        " {ten: z, chu_tri: Sở Y tế, phoi_hop: 'Các phòng, ban'}]}\n"
    )
    [remark] = assign(plan_of(write_plan(HEAD + BODY + tasks)), Registry(so, 2023)).remarks
    assert as_in_file(remark.message).startswith(
        "nhóm “các phòng, ban” chưa có đơn vị nào nên chưa ai của nhóm nhận việc ở nhiệm vụ 1, 3; ghi tên nhóm"
    )
    assert remark.tasks == ()


def test_a_task_that_only_a_group_without_members_leads_is_named(write_plan: Callable[[str], Path]) -> None:
    so = SoDonVi.model_validate({"don_vi": [{"ten": "Sở Y tế"}], "nhom": [{"ten": "các xã"}]})
    tasks = "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: Các xã}, {ten: y, chu_tri: Các xã, phoi_hop: Sở Y tế}]}\n"
    [remark] = assign(plan_of(write_plan(HEAD + BODY + tasks)), Registry(so, 2023)).remarks
    assert as_in_file(remark.message).startswith(
        "nhóm “các xã” chưa có đơn vị nào nên chưa giao được nhiệm vụ 1, chưa ai chủ trì nhiệm vụ 2;"
    )
    assert remark.tasks == ("1",)
