from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.paper.context.dau_cuoi import attached, attached_to, run_on
from docgen.paper.context.printable import EMU_PER_MM
from docgen.text.typography import width
from tests.conftest import OFFICE, SAMPLE, TRIAL, named, office_of, own_layout, plan_of, values_of

TRIAL_OFFICE = TRIAL.with_name("coquan.yaml")
PLAN = "loai: kế hoạch\nnam: 2024\ntrich_yeu: Thử\nphan:\n  - {tieu_de: Một, doan: Hai}\nnoi_nhan: [A]\nluu: VT\n"


def sample_values() -> dict[str, object]:
    return named(values_of(plan_of(SAMPLE), office_of(OFFICE)))


def test_the_head_of_a_peoples_committee_stands_on_two_lines_without_a_superior() -> None:
    values = values_of(plan_of(SAMPLE), office_of(OFFICE))
    assert values.co_quan_chu_quan == ()
    assert values.ten_co_quan == ("ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG")
    assert values.so_ky_hieu == "Số:           /KH-UBND"


def test_the_head_of_a_department_names_its_superior() -> None:
    values = values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE))
    assert values.co_quan_chu_quan == ("ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ")
    assert " ".join(values.ten_co_quan) == "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"
    assert values.so_ky_hieu == "Số: 05/KH-SVHTTDL"
    assert values.dia_danh_ngay == "Thành phố Hồ Chí Minh, ngày 05 tháng 02 năm 2024"


def test_rules_have_the_lengths_of_the_decree() -> None:
    values = values_of(plan_of(SAMPLE), office_of(OFFICE))
    assert values.ke.tieu_ngu / EMU_PER_MM == pytest.approx(width("Độc lập - Tự do - Hạnh phúc", 14, "bold"), abs=0.1)
    office = width(values.ten_co_quan[-1], 13, "bold")
    assert office / 3 <= values.ke.co_quan / EMU_PER_MM <= office / 2
    subject = width(values.trich_yeu.splitlines()[-1], 14, "bold")
    assert subject / 3 <= values.ke.trich_yeu / EMU_PER_MM <= subject / 2


def test_bases_end_with_a_semicolon_and_the_last_with_a_full_stop() -> None:
    assert values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).can_cu == (
        "Căn cứ Luật Du lịch;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Thực hiện Chương trình công tác năm 2024.",
    )


def test_recipients_end_with_the_filing_copy() -> None:
    assert values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).noi_nhan == (
        "- Ủy ban nhân dân tỉnh (để báo cáo);",
        "- Các phòng, đơn vị thuộc Sở;",
        "- Lưu: VT, QLDS (2).",
    )


def test_titles_of_the_signer_are_capitals_and_the_name_is_not() -> None:
    values = values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE))
    assert values.quyen_han == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert values.ho_ten == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize(
    ("forms", "title", "printed"),
    [
        (None, "Q. GIÁM ĐỐC", ("Q. GIÁM ĐỐC",)),
        (("Q. GIÁM ĐỐC",), "Q. Giám đốc", ("Q. GIÁM ĐỐC",)),
        (("Q. GIÁM ĐỐC",), "GIÁM ĐỐC", ("Q. GIÁM ĐỐC",)),
        (("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"), "CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
    ],
)
def test_who_acts_as_head_signs_on_one_line(forms: tuple[str, ...] | None, title: str, printed: tuple[str, ...]) -> None:
    office = office_of(TRIAL_OFFICE)
    signer = office.ky.model_copy(update={"quyen_han": forms, "chuc_vu": title})
    assert values_of(plan_of(TRIAL), office.model_copy(update={"ky": signer})).quyen_han == printed


def test_the_body_is_numbered_through() -> None:
    blocks = values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).khoi
    numbered = [block.chu for block in blocks if block.kieu in ("Phần", "Mục", "Khoản") and not block.tiep]
    assert numbered == [
        "I. MỤC ĐÍCH",
        "b) Khoản có tiêu đề",
        "II. CHỈ TIÊU",
        "2. Mục có khoản",
        "3. Mục thứ ba",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Quản lý Di sản",
    ]
    texts = [block.chu for block in blocks]
    assert "1. Mục không tiêu đề, số chạy liền chữ." in texts
    assert [text for text in texts if text[1:3] == ") "][-4:] == ["d) Bốn", "đ) Năm", "e) Sáu", "g) Bảy"]


def test_a_heading_can_run_on() -> None:
    [block] = [block for block in values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).khoi if block.tiep]
    assert (block.chu, block.tiep) == ("c) Khoản chạy dòng:", "Nội dung chạy tiếp sau tiêu đề.")


def test_a_paper_without_a_closing_sentence_still_ends_with_its_mark() -> None:
    blocks = values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).khoi
    assert blocks[-1].chu == "- Chủ trì./."
    assert [block.giu for block in blocks[-3:]] == [False, True, True]


def test_a_table_at_the_end_is_followed_by_the_mark_alone(write_plan: Callable[[str], Path]) -> None:
    text = (
        "loai: kế hoạch\nnam: 2024\ntrich_yeu: T\nnoi_nhan: A\nluu: VT\nphan:\n  - {tieu_de: M, bang: {cot: [x], dong: [[y]]}}\n"
    )
    table, end = values_of(plan_of(write_plan(text)), office_of(OFFICE)).khoi[-2:]
    assert end.chu == "./."
    assert table.bang is not None
    assert table.bang.hang[-1].giu


def test_one_appendix_has_no_number_and_several_have_roman_ones() -> None:
    assert [appendix.so for appendix in values_of(plan_of(SAMPLE), office_of(OFFICE)).phu_luc] == ["Phụ lục"]
    appendices = values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).phu_luc
    assert [appendix.so for appendix in appendices] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert [appendix.ngang for appendix in appendices] == [True, False, False]
    assert appendices[0].kem_theo == (
        "(Kèm theo Kế hoạch số 05/KH-SVHTTDL ngày 05 tháng 02 năm 2024 của Sở Văn hóa, Thể thao và Du lịch)"
    )


@pytest.mark.parametrize("place", ["Sóc Trăng", "Thành phố Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Thị trấn Phong Điền huyện"])
@pytest.mark.parametrize(
    "name", ["Sở Y tế", "Ủy ban nhân dân xã Ô", "Ban Quản lý Khu kinh tế và các Khu công nghiệp tỉnh Quảng Ngãi"]
)
@pytest.mark.parametrize("body", [13.0, 14.0])
def test_the_lines_of_the_state_always_fit_their_column(place: str, name: str, body: float) -> None:
    office = office_of(OFFICE).model_copy(update={"dia_danh": place, "ten": name})
    layout = own_layout().with_office_settings({"tren": 25, "duoi": 25, "trai": 35, "phai": 20}, body)
    values = values_of(plan_of(TRIAL), office, layout)
    column = values.rong.dau_phai / 1440 * 25.4
    assert width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", body - 1, "bold") < column
    assert width(values.dia_danh_ngay, body, "italic") < column
    for line in values.ten_co_quan:
        assert width(line, body - 1, "bold") < values.rong.dau_trai / 1440 * 25.4


def test_columns_that_no_task_uses_are_left_out_and_the_rest_fill_the_page() -> None:
    plan = plan_of(TRIAL)
    [block] = values_of(plan, office_of(TRIAL_OFFICE)).phu_luc[0].khoi
    assert block.bang is not None
    assert [cell.chu for cell in block.bang.cot] == [
        "STT",
        "NHIỆM VỤ",
        "ĐƠN VỊ CHỦ TRÌ",
        "ĐƠN VỊ PHỐI HỢP",
        "THỜI GIAN",
        "SẢN PHẨM",
        "KINH PHÍ",
        "THEO DÕI",
        "GHI CHÚ",
    ]
    assert sum(cell.rong for cell in block.bang.cot) == pytest.approx((297 - 35 - 20) / 25.4 * 1440, abs=10)


def test_the_same_as_above_merges_each_column_for_itself() -> None:
    [block] = values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).phu_luc[0].khoi
    assert block.bang is not None
    columns = {
        title.chu: [(row.o[index].chu, row.o[index].gop) for row in block.bang.hang] for index, title in enumerate(block.bang.cot)
    }
    assert columns["ĐƠN VỊ CHỦ TRÌ"] == [("Phòng Quản lý Di sản", "restart"), ("", "continue"), ("", "continue")]
    assert columns["ĐƠN VỊ PHỐI HỢP"] == [("", ""), ("Bảo tàng tỉnh", "restart"), ("", "continue")]
    assert columns["THỜI GIAN"] == [("Quý I", "restart"), ("", "continue"), ("Quý III", "")]


def test_the_same_as_above_is_printed_again_behind_the_row_of_a_group() -> None:
    plan = plan_of(SAMPLE)
    groups = plan.phu_luc[0].nhom_nhiem_vu
    first = groups[1].nhiem_vu[0].model_copy(update={"chu_tri": "như trên"})
    changed = groups[1].model_copy(update={"nhiem_vu": (first, *groups[1].nhiem_vu[1:])})
    appendix = plan.phu_luc[0].model_copy(update={"nhom_nhiem_vu": (groups[0], changed)})
    [block] = values_of(plan.model_copy(update={"phu_luc": (appendix,)}), office_of(OFFICE)).phu_luc[0].khoi
    assert block.bang is not None
    rows = block.bang.hang
    assert [(row.o[2].chu, row.o[2].gop) for row in rows[-3:-1]] == [("Sở Công Thương", "restart"), ("", "continue")]


def test_no_value_changes_another_layout() -> None:
    layout = own_layout()
    changed = layout.with_office_settings({"tren": None, "duoi": None, "trai": 35, "phai": None}, None)
    assert changed == layout._replace(
        margins={**layout.margins, "trai": 35}, landscape_margins={**layout.landscape_margins, "trai": 35}
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Luật Du lịch", "Căn cứ Luật Du lịch."),
        ("căn cứ\u00a0Luật Du lịch;", "Căn cứ\u00a0Luật Du lịch."),
        ('"Căn cứ: Luật Du lịch"', "Căn cứ: Luật Du lịch."),
        ('"- Căn cứ Luật Du lịch;"', "Căn cứ Luật Du lịch."),
        ("Trên cơ sở đề nghị của Sở Nội vụ", "Trên cơ sở đề nghị của Sở Nội vụ."),
        ("Thực hiện Chương trình công tác", "Thực hiện Chương trình công tác."),
        ("Theo dõi là tên riêng", "Theo dõi là tên riêng."),
    ],
)
def test_a_basis_is_named_once(write_plan: Callable[[str], Path], written: str, printed: str) -> None:
    assert values_of(plan_of(write_plan(f"{PLAN}can_cu:\n  - {written}\n")), office_of(OFFICE)).can_cu == (printed,)


@pytest.mark.parametrize("luu", ["VT, NV (2)", '"- Lưu: VT, NV (2)."', "Lưu VT, NV (2)", '"lưu: VT, NV (2)"'])
def test_the_filing_copy_is_named_once(write_plan: Callable[[str], Path], luu: str) -> None:
    plan = plan_of(write_plan(PLAN.replace("luu: VT", f"luu: {luu}")))
    assert values_of(plan, office_of(OFFICE)).noi_nhan[-1] == "- Lưu: VT, NV (2)."


def test_opening_and_closing_may_have_several_paragraphs(write_plan: Callable[[str], Path]) -> None:
    values = values_of(plan_of(write_plan(PLAN + "mo_dau: [Một., Hai]\nket_thuc: [Ba., Bốn]\n")), office_of(OFFICE))
    assert values.mo_dau == ("Một.", "Hai:")
    assert [block.chu for block in values.khoi[-2:]] == ["Ba.", "Bốn./."]


def test_a_long_title_of_the_signer_leaves_the_recipients_their_room() -> None:
    long = "TUQ. CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU"
    office = office_of(OFFICE).model_copy(
        update={
            "ky": office_of(OFFICE).ky.model_copy(
                update={"quyen_han": (long,), "chuc_vu": "Giám đốc Sở Nông nghiệp và Môi trường"}
            )
        }
    )
    values = values_of(plan_of(SAMPLE), office)
    assert " ".join(values.quyen_han) == f"{long} GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
    assert values.rong.cuoi_trai / 1440 * 25.4 >= 61.9
    assert all(width(line, 14, "bold") < values.rong.cuoi_phai / 1440 * 25.4 for line in values.quyen_han)


@pytest.mark.parametrize("symbol", ["UBND", "SLĐTBXH", "BCĐCĐS&CCHC"])
@pytest.mark.parametrize("place", ["Sóc Trăng", "Thành phố Hồ Chí Minh"])
def test_number_and_symbol_always_fit_their_column(symbol: str, place: str) -> None:
    office = office_of(OFFICE).model_copy(update={"viet_tat": symbol, "dia_danh": place})
    values = values_of(plan_of(SAMPLE), office)
    assert width(values.so_ky_hieu, 13) < values.rong.dau_trai / 1440 * 25.4


def test_a_name_breaks_before_its_territory() -> None:
    office = office_of(OFFICE).model_copy(update={"ten": "Sở Giáo dục và Đào tạo tỉnh Quảng Nam"})
    assert values_of(plan_of(SAMPLE), office).ten_co_quan == ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TỈNH QUẢNG NAM")


def test_no_column_is_narrower_than_its_longest_word_where_there_is_room(write_plan: Callable[[str], Path]) -> None:
    table = (
        "{cot: [TT, Đơn vị, Trồng mới (ha), Kinh phí (triệu đồng)], dong: [[1, Ban Quản lý rừng Thường Xuân, 320, '4.875,5']]}"
    )
    values = values_of(plan_of(write_plan(PLAN.replace("doan: Hai", f"bang: {table}"))), office_of(OFFICE))
    table_in = next(block.bang for block in values.khoi if block.bang)
    for index, column in enumerate(table_in.cot):
        longest = max(width(word, 13) for row in table_in.hang for word in row.o[index].chu.split())
        assert column.rong / 1440 * 25.4 > longest + 3.8
    assert table_in.cot[1].rong == max(column.rong for column in table_in.cot)
    assert not table_in.chat


def test_tables_stand_apart(write_plan: Callable[[str], Path]) -> None:
    table = "{cot: [A], dong: [[x]]}"
    plan = plan_of(write_plan(PLAN.replace("doan: Hai", f"noi_dung: [Chữ, {{bang: [{table}, {table}]}}]")))
    blocks = values_of(plan, office_of(OFFICE)).khoi
    assert [(block.kieu, block.cach) for block in blocks[1:5]] == [("Nội dung", 120), ("Bảng", 0), ("Ngắt bảng", 0), ("Bảng", 0)]


def test_a_free_table_joins_cells_and_has_rows_across_it(write_plan: Callable[[str], Path]) -> None:
    rows = "[[Thứ hai, Họp, như bên trái], [Thứ ba, như trên, như bên trái], {nhom: Tuần sau}, [1, 2, 3]]"
    table = f"{{cot: [Ngày, Buổi, như bên trái], dong: {rows}}}"
    plan = plan_of(write_plan(PLAN.replace("doan: Hai", f"bang: {table}")))
    made = values_of(plan, office_of(OFFICE)).khoi[1].bang
    assert made is not None
    assert [[(cell.chu, cell.qua, cell.gop, cell.kieu) for cell in row.o] for row in made.hang] == [
        [("Thứ hai", 1, "", "Bảng chữ"), ("Họp", 2, "restart", "Bảng giữa")],
        [("Thứ ba", 1, "", "Bảng chữ"), ("", 2, "continue", "Bảng giữa")],
        [("Tuần sau", 3, "", "Bảng nhóm")],
        [("1", 1, "", "Bảng chữ"), ("2", 1, "", "Bảng giữa"), ("3", 1, "", "Bảng giữa")],
    ]
    assert [(cell.chu, cell.qua) for row in made.dau for cell in row.o] == [("Ngày", 1), ("Buổi", 2)]
    assert [row.giu for row in made.hang] == [True, False, True, True]  # the last stays with the signature
    assert {sum(cell.rong for cell in row.o) for row in made.hang} == {sum(column.rong for column in made.cot)}


def test_a_word_over_several_columns_of_numbers_has_room_and_leaves_them_centred(write_plan: Callable[[str], Path]) -> None:
    word = "Nghiêngngảngượngngùng"
    table = f"{{cot: [[A, {word}, như bên trái], [như trên, '1', '2']], dong: [[{'từ ' * 400}, 3, 4], [b, Không, như bên trái]]}}"
    made = values_of(plan_of(write_plan(PLAN.replace("doan: Hai", f"bang: {table}"))), office_of(OFFICE)).khoi[1].bang
    assert made is not None
    assert (made.dau[0].o[1].chu, made.chat) == (word, False)
    assert made.dau[0].o[1].rong / 1440 * 25.4 > width(word, 13, "bold") + 3.8
    assert [cell.kieu for cell in made.hang[0].o] == ["Bảng chữ", "Bảng giữa", "Bảng giữa"]
    assert [cell.kieu for cell in made.hang[1].o] == ["Bảng chữ", "Bảng giữa"]


def test_sections_below_sections_and_parts_of_an_appendix_are_numbered(write_plan: Callable[[str], Path]) -> None:
    body = """\
  - tieu_de: Một
    muc:
      - {tieu_de: A, tieu_muc: [{tieu_de: B, khoan: [x, y]}, {tieu_de: C, cung_dong: c}, d]}
      - {tieu_de: E, noi_dung: [{tieu_muc: {tieu_de: F, y: g}}, h, {khoan: i}, {tieu_muc: {tieu_de: K, khoan: l}}]}
phu_luc:
  tieu_de: P
  noi_dung: [a, {phan: {tieu_de: b, muc: [{tieu_de: c, tieu_muc: d}]}}, {muc: e}, {phan: {tieu_de: f, muc: [g]}}]
"""
    values = values_of(plan_of(write_plan(PLAN.replace("  - {tieu_de: Một, doan: Hai}\n", body))), office_of(OFFICE))
    assert [(block.kieu, block.chu) for block in values.khoi] == [
        ("Phần", "I. MỘT"), ("Mục", "1. A"), ("Mục", "1.1. B"), ("Nội dung", "a) x"), ("Nội dung", "b) y"),
        ("Mục chạy dòng", "1.2. C:"), ("Nội dung", "1.3. d"), ("Mục", "2. E"), ("Mục", "2.1. F"), ("Gạch đầu dòng", "- g"),
        ("Nội dung", "h"), ("Nội dung", "a) i"), ("Mục", "2.2. K"), ("Nội dung", "a) l./."),
    ]  # fmt: skip
    assert [block.chu for block in values.phu_luc[0].khoi] == [
        "a", "I. B", "1. c", "1.1. d", "1. e", "II. F", "1. g",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "ngang"),
    [
        ("phan: {tieu_de: A, doan: b}", False),
        ("phan: {tieu_de: A, muc: [{tieu_de: B, bang: {cot: [C], dong: [[d]]}}]}", True),
        ("muc: [{tieu_de: B, nhiem_vu: {ten: C, chu_tri: D}}]", True),
        ("huong: dọc, phan: {tieu_de: A, bang: {cot: [C], dong: [[d]]}}", False),
    ],
)
def test_an_appendix_with_a_table_in_a_part_lies_on_its_side(inside: str, ngang: bool, write_plan: Callable[[str], Path]) -> None:
    plan = plan_of(write_plan(PLAN + f"phu_luc: {{tieu_de: P, {inside}}}\n"))
    assert values_of(plan, office_of(OFFICE)).phu_luc[0].ngang is ngang


def test_few_rows_that_share_a_cell_are_kept_together() -> None:
    [block] = values_of(plan_of(TRIAL), office_of(TRIAL_OFFICE)).phu_luc[0].khoi
    assert block.bang is not None
    assert [row.giu for row in block.bang.hang] == [True, True, False]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Cải cách hành chính năm 2026", "cải cách hành chính năm 2026"),
        ("ASEAN năm 2026", "ASEAN năm 2026"),
        ("Tháng Thanh niên năm 2026", "Tháng Thanh niên năm 2026"),
        ("Tháng hành động vì trẻ em", "tháng hành động vì trẻ em"),
        ("Thực hiện Nghị quyết 57", "thực hiện Nghị quyết 57"),
        ("Đón Tết Nguyên đán", "đón Tết Nguyên đán"),
    ],
)
def test_a_subject_runs_on_with_a_small_letter_but_names_keep_theirs(subject: str, told: str) -> None:
    assert run_on(subject) == told


def test_the_line_of_an_appendix_breaks_in_front_of_the_office() -> None:
    layout, paper = own_layout(), "Kế hoạch số 15/KH-SVHTTDL ngày 05 tháng 02 năm 2026"
    assert attached(attached_to("Sở Y tế"), paper, layout, 250) == f"(Kèm theo {paper} của Sở Y tế)"
    assert attached(attached_to("Sở Văn hóa, Thể thao và Du lịch"), paper, layout, 165) == (
        f"(Kèm theo {paper}\ncủa Sở Văn hóa, Thể thao và Du lịch)"
    )


def test_what_names_a_table_stays_on_its_page_and_a_sentence_need_not(write_plan: Callable[[str], Path]) -> None:
    held = "noi_dung: [{doan: [Chi tiết ở bảng., Bảng 1. Kinh phí, 'ĐVT: triệu đồng']}, {bang: {cot: [A], dong: [[x]]}}]"
    blocks = values_of(plan_of(write_plan(PLAN.replace("doan: Hai", held))), office_of(OFFICE)).khoi
    assert [(block.chu, block.giu) for block in blocks if block.kieu == "Nội dung" and block.chu != "./."] == [
        ("Chi tiết ở bảng.", False),
        ("Bảng 1. Kinh phí", True),
        ("ĐVT: triệu đồng", True),
    ]


def test_a_part_without_a_title_is_printed_without_a_number(write_plan: Callable[[str], Path]) -> None:
    text = "loai: kế hoạch\nnam: 2024\ntrich_yeu: T\nnoi_nhan: A\nluu: VT\nphan: [{tieu_de: '', doan: Cày.}]\n"
    assert [block.kieu for block in values_of(plan_of(write_plan(text)), office_of(OFFICE)).khoi] == ["Nội dung"]


def test_the_numbers_of_groups_stand_on_one_line(write_plan: Callable[[str], Path]) -> None:
    task = (
        "ten: Việc dài dòng để cột này rộng ra, chu_tri: Sở Nội vụ, phoi_hop: Sở Tài chính và các cơ quan khác, thoi_gian: Quý I"
    )
    task += ", san_pham: Báo cáo tổng hợp, kinh_phi: '1.000.000.000', theo_doi: Phó Chủ tịch, ghi_chu: Nghiêm túc"
    groups = ", ".join(f"{{tieu_de: N{number}, nhiem_vu: [{{{task}}}]}}" for number in range(1, 9))
    text = PLAN + f"phu_luc: {{tieu_de: B, huong: dọc, ten_cot: {{stt: TT}}, nhom_nhiem_vu: [{groups}]}}\n"
    appendix = values_of(plan_of(write_plan(text)), office_of(OFFICE)).phu_luc[0]
    [table] = [block.bang for block in appendix.khoi if block.bang]
    assert table.cot[0].rong / 1440 * 25.4 > width("VIII", 13, "bold") + 4
