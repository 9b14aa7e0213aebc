from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.errors import DataError
from tests.conftest import BLOCKS, OFFICE, ROOT, SAMPLE, TRIAL, plan_of

HEAD = "loai: kế hoạch\nnam: 2024\ntrich_yeu: Thử\nnoi_nhan: [A]\nluu: VT\n"
BODY = "phan:\n  - {tieu_de: Một, doan: Hai}\n"


def test_the_sample_plan_keeps_the_facts_of_the_real_one() -> None:
    plan = plan_of(SAMPLE)
    assert (plan.nam, plan.so, plan.ngay) == (2023, None, None)
    assert [part.tieu_de for part in plan.phan] == [
        "Mục đích, yêu cầu",
        "Hình thức và nội dung tuyên truyền",
        "Đối tượng và thời gian tuyên truyền",
        "Kinh phí thực hiện",
    ]
    assert [code for code, _, _ in plan.tasks()] == ["I.1", "I.2", "I.3", "I.4", "II.1", "II.2", "II.3"]
    assert len(plan.noi_nhan) == 10
    assert len(plan.can_cu) == 3


def test_the_sample_office_and_registry_are_valid_and_consistent() -> None:
    office = validate(CoQuan, load(OFFICE))
    registry = validate(SoDonVi, load(ROOT / "data" / "donvi.yaml"))
    assert office.ky.ho_ten == "Huỳnh Thị Diễm Ngọc"
    groups = {group.ten for group in registry.nhom}
    assert {group for unit in registry.don_vi for group in unit.nhom} <= groups
    names = [name.casefold() for unit in registry.don_vi for name in (unit.ten, *unit.viet_tat)]
    assert len(names) == len(set(names))
    successors = {name for unit in registry.don_vi for name in unit.thanh}
    assert successors <= {unit.ten for unit in registry.don_vi}


def test_parts_come_in_the_order_in_which_they_were_written(write_plan: Callable[[str], Path]) -> None:
    plan = plan_of(write_plan(HEAD + "phan:\n  - tieu_de: Một\n    y: [b]\n    doan: a\n    noi_dung: [c, {y: d}, {doan: e}]\n"))
    kinds = [kind for kind, _ in plan.phan[0].parts()]
    assert kinds == ["y", "doan", "doan", "y", "doan"]


def test_codes_tell_the_appendix_where_there_are_several() -> None:
    assert [code for code, _, _ in plan_of(TRIAL).tasks()] == ["PL1.1", "PL1.2", "PL1.3"]


def test_a_code_of_its_own_names_a_task(write_plan: Callable[[str], Path]) -> None:
    tasks = "phu_luc: {tieu_de: B, nhiem_vu: [{ma: A-1, ten: x, chu_tri: y}, {ten: z, chu_tri: y}]}\n"
    assert [code for code, _, _ in plan_of(write_plan(HEAD + BODY + tasks)).tasks()] == ["A-1", "2"]


@pytest.mark.parametrize(
    ("content", "landscape"),
    [
        ("nhiem_vu: [{ten: x, chu_tri: y}]", True),
        ("doan: x", False),
        ("doan: x, huong: ngang", True),
        ("nhiem_vu: [{ten: x, chu_tri: y}], huong: doc", False),
    ],
)
def test_an_appendix_lies_on_its_side_where_it_holds_a_table_or_says_so(
    write_plan: Callable[[str], Path], content: str, landscape: bool
) -> None:
    plan = plan_of(write_plan(f"{HEAD}{BODY}phu_luc:\n  - {{tieu_de: B, {content}}}\n"))
    assert plan.phu_luc[0].landscape is landscape


def test_the_office_signs_unless_the_plan_says_otherwise(write_plan: Callable[[str], Path]) -> None:
    plan = plan_of(write_plan(HEAD + BODY + "ky: {ho_ten: Lâm Văn Mẫu}\n"))
    ky = validate(CoQuan, load(OFFICE)).ky.overridden_by(plan.ky)
    assert (ky.chuc_vu, ky.ho_ten) == ("PHÓ CHỦ TỊCH", "Lâm Văn Mẫu")


def test_all_problems_of_a_file_are_told_at_once_and_in_order(write_plan: Callable[[str], Path]) -> None:
    text = (
        "loai: kế hoạch\nnam: hai nghìn\ntrich_yeu:\nngay: 31/2/2024\nphan:\n  - tieu_đe: Một\n    doan: [a, {b: c}]\nluu: VT\n"
    )
    with pytest.raises(DataError) as error:
        validate(KeHoach, load(write_plan(text)))
    lines = [str(problem).partition("kehoach.yaml:")[2] for problem in error.value.problems]
    assert lines == [
        "1:1: noi_nhan: thiếu mục này; thêm dòng “noi_nhan: …”",
        "2:6: nam: “hai nghìn” không phải số nguyên; chỉ ghi chữ số, ví dụ 2023",
        "3:1: trich_yeu: còn trống; ghi nội dung vào sau dấu hai chấm",
        "4:7: ngay: trong lịch không có ngày “31/2/2024”; xem lại ngày và tháng",
        '6:5: tieu_đe: không có mục này; có phải "tieu_de"?',
        "7:15: doan: phải là chữ; nếu dấu hai chấm sau “b” là của câu chữ thì đặt cả câu trong dấu nháy kép",
    ]


@pytest.mark.parametrize("title", ["V.I. Lênin với Việt Nam", "V.I.Lênin với Việt Nam", "1.000 người hiến máu", "Mục đích"])
def test_a_title_that_opens_like_a_number_is_no_number(write_plan: Callable[[str], Path], title: str) -> None:
    assert plan_of(write_plan(HEAD + f"phan:\n  - {{tieu_de: {title}, doan: Hai}}\n")).phan[0].tieu_de == title


def problems_of(path: Path) -> list[str]:
    with pytest.raises(DataError) as error:
        validate(KeHoach, load(path))
    return [str(problem).partition("kehoach.yaml:")[2] for problem in error.value.problems]


@pytest.mark.parametrize("key", ["noi_nhan", "can_cu"])
def test_dashes_without_a_space_are_told_in_every_list(write_plan: Callable[[str], Path], key: str) -> None:
    text = HEAD.replace("noi_nhan: [A]\n", "") + BODY + ("" if key == "noi_nhan" else "noi_nhan: [A]\n")
    [said] = problems_of(write_plan(text + f"{key}:\n  -Một\n  -Hai\n"))
    assert said.split(": ", 1)[1].startswith('sau dấu "-" ở đầu dòng phải có một dấu cách')


def test_a_paragraph_may_open_with_a_dash(write_plan: Callable[[str], Path]) -> None:
    plan = plan_of(write_plan(HEAD + 'phan:\n  - {tieu_de: Một, doan: "-Hai"}\n'))
    assert plan.phan[0].doan == ("-Hai",)


def test_a_misspelt_body_is_not_told_twice(write_plan: Callable[[str], Path]) -> None:
    [said] = problems_of(write_plan(HEAD + BODY.replace("phan", "phân")))
    assert said == '6:1: phân: không có mục này; có phải "phan"?'


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("can", 'can: không có mục này; có phải "can_cu"?'),
        ("luu_tru", 'luu_tru: không có mục này; có phải "luu"?'),
        ("căn-cứ", 'căn-cứ: không có mục này; có phải "can_cu"?'),
        ("Căn cứ", 'Căn cứ: không có mục này; có phải "can_cu"?'),
        ("tham_muu", "tham_muu: không có mục này; ở đây chỉ dùng được: loai, nam,"),
        ("căn cứ vào", "“căn cứ vào”: dấu hai chấm hoặc dấu phẩy làm YAML hiểu nhầm đây là tên mục;"),
    ],
)
def test_an_unknown_key_is_told_with_the_one_that_was_meant(write_plan: Callable[[str], Path], key: str, said: str) -> None:
    [line] = problems_of(write_plan(HEAD + BODY + f"{key}: x\n"))
    assert line.partition(": ")[2].startswith(said)


def test_a_missing_body_is_told_with_the_rest(write_plan: Callable[[str], Path]) -> None:
    said = problems_of(write_plan(HEAD.replace("2024", "sau")))
    assert [line.partition(":")[0] for line in said] == ["1", "2"]


def test_a_number_beyond_all_measure_is_told_in_vietnamese(write_plan: Callable[[str], Path]) -> None:
    [said] = problems_of(write_plan(HEAD.replace("2024", "9" * 5000) + BODY))
    assert said.startswith("2:6: nam: 999")
    assert said.endswith("… quá lớn")


def test_a_number_with_a_capital_behind_it_says_what_to_write(write_plan: Callable[[str], Path]) -> None:
    assert plan_of(write_plan(HEAD + BODY + "so: 12a\n")).so == "12a"
    assert problems_of(write_plan(HEAD + BODY + "so: 12A\n"))[0].endswith("so: chữ đứng sau số viết thường; ghi 12a")


def test_a_task_without_a_lead_says_so(write_plan: Callable[[str], Path]) -> None:
    tasks = 'phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: ""}, {ten: y, chu_tri: Sở A, phoi_hop: ""}]}\n'
    [first, second] = [task for _, _, task in plan_of(write_plan(HEAD + BODY + tasks)).tasks()]
    assert (first.chu_tri, second.phoi_hop) == ("", None)
    with pytest.raises(DataError, match="chu_tri: thiếu mục này"):
        plan_of(write_plan(HEAD + BODY + "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x}, {ten: y, chu_tri: Sở A}]}\n"))
    with pytest.raises(DataError, match="chu_tri: còn trống"):
        plan_of(write_plan(HEAD + BODY + "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: }]}\n"))


_TABLES = """phan:
  - tieu_de: Nhiệm vụ
    noi_dung:
      - doan: Các nhiệm vụ
      - nhiem_vu: [{ten: A, chu_tri: x}, {ten: B, chu_tri: như trên}]
  - tieu_de: Nhóm
    muc:
      - tieu_de: Bảng
        nhom_nhiem_vu: [{tieu_de: G, nhiem_vu: [{ten: C, chu_tri: x}]}]
phu_luc:
  - tieu_de: Hai bảng
    noi_dung: [{nhiem_vu: {ten: D, chu_tri: x}}, {nhiem_vu: [{ten: E, chu_tri: x, ma: X9}]}]
  - {tieu_de: Một bảng, nhiem_vu: [{ten: F, chu_tri: x}]}
"""


def test_tasks_stand_in_tables_of_the_body_and_of_appendices(write_plan: Callable[[str], Path]) -> None:
    plan = plan_of(write_plan(HEAD + _TABLES))
    codes = [(code, task.ten) for code, _, task in plan.tasks()]
    assert codes == [("B1.1", "A"), ("B1.2", "B"), ("B2.I.1", "C"), ("PL1.B1.1", "D"), ("X9", "E"), ("PL2.1", "F")]
    assert all(plan.at(route) is task for _, route, task in plan.tasks())
    assert [kind for kind, _ in plan.phan[0].parts()] == ["doan", "nhiem_vu"]


def test_columns_are_the_used_ones_or_the_offices_own(write_plan: Callable[[str], Path]) -> None:
    used = "phu_luc: {tieu_de: B, nhiem_vu: [{ten: x, chu_tri: y}, {ten: z, chu_tri: y, san_pham: t}]}\n"
    assert plan_of(write_plan(HEAD + BODY + used)).phu_luc[0].columns == ("stt", "ten", "chu_tri", "san_pham")
    own = "phu_luc: {tieu_de: B, thu_tu_cot: [san_pham, ten, chu_tri, ghi_chu], nhiem_vu: [{ten: x, chu_tri: y, san_pham: t}]}\n"
    assert plan_of(write_plan(HEAD + BODY + own)).phu_luc[0].columns == ("san_pham", "ten", "chu_tri", "ghi_chu")


def test_the_parts_that_give_work_with_their_places() -> None:
    assert [(route, part.tieu_de) for route, part in plan_of(BLOCKS).parts_that_give_work()] == [
        (("phan", 1), "Phân công chuẩn bị"),
        (("phu_luc", 0, "phan", 1), "Phân công"),
    ]
