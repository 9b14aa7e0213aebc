from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.data.model.banhanh import BaoCao, CongVan
from docgen.data.model.kehoach import KeHoach
from docgen.paper.context.congvan import CongVanIn, Letters, congvan_context
from docgen.paper.context.printable import Khoi
from docgen.paper.render import open_template
from docgen.text.typography import width
from docgen.text.wording import NUMBER_BLANK
from docgen.work.assignments import Route, Share, Task, TrachNhiem, UnitWork, Vai
from docgen.workflows.paper import default_template
from tests.conftest import BLOCKS, OFFICE, SAMPLE, office_of, plan_of

OFFICE_NAME = "Ủy ban nhân dân tỉnh Sóc Trăng"


def task(ma: str, ten: str, **cells: str) -> Task:
    blank: dict[str, Any] = dict.fromkeys(("chu_tri", "phoi_hop", "thoi_gian", "san_pham"), "")
    return Task(ma=ma, ten=ten, nhom="", han=None, route=("phu_luc", 0, "nhiem_vu", 0), **(blank | cells))


def led(*given: Task) -> tuple[Share, ...]:
    return tuple(Share(one, Vai.CHU_TRI) for one in given)


def joined(*given: Task) -> tuple[Share, ...]:
    return tuple(Share(one, Vai.PHOI_HOP) for one in given)


WORK = UnitWork("Sở Y tế", de_nghi=False, viec=led(task("I.1", "Khám bệnh", thoi_gian="Quý II")))


def letters(wording: CongVan | None = None, **changed: object) -> Letters:
    office = office_of(OFFICE)
    opened = open_template(default_template("congvan"))
    layout = opened.layout.with_office_settings(office.trinh_bay.le.model_dump(), office.trinh_bay.co_chu)
    plan: KeHoach = plan_of(SAMPLE).model_copy(update={"cong_van": wording or CongVan(), **changed})
    return Letters(plan, office, office.ky.overridden_by(plan.cong_van.ky), "NV", layout)


def printed(work: UnitWork = WORK, wording: CongVan | None = None, so: int | None = None, **changed: object) -> CongVanIn:
    return congvan_context(letters(wording, **changed), work, so)


def texts(values: CongVanIn) -> list[str]:
    return [block.chu for block in values.khoi if not block.bang]


def table(values: CongVanIn) -> tuple[list[str], list[list[str]]]:
    [bang] = [block.bang for block in values.khoi if block.bang]
    return [column.chu for column in bang.cot], [[cell.chu for cell in row.o] for row in bang.hang]


def test_a_letter_has_no_kind_in_its_symbol() -> None:
    assert printed(so=7).so_ky_hieu == "Số: 07/UBND-NV"
    assert printed(so=1234).so_ky_hieu == "Số: 1234/UBND-NV"
    assert printed().so_ky_hieu == "Số:           /UBND-NV"


def test_the_subject_fits_its_column_and_is_introduced_once() -> None:
    values = printed(wording=CongVan(trich_yeu="Về việc khám bệnh từ xa cho người dân vùng sâu, vùng xa trên địa bàn tỉnh"))
    assert " ".join(values.trich_yeu.split()) == "V/v khám bệnh từ xa cho người dân vùng sâu, vùng xa trên địa bàn tỉnh"
    column = values.rong.dau_trai / 1440 * 25.4
    assert all(width(line, 12) < column for line in values.trich_yeu.splitlines())


@pytest.mark.parametrize(
    ("subject", "cited", "about"),
    [
        ("Chuyển đổi số", "về chuyển đổi số", "chuyển đổi số"),
        ("về chuyển đổi số", "về chuyển đổi số", "về chuyển đổi số"),
        ("ASEAN năm 2023", "về ASEAN năm 2023", "ASEAN năm 2023"),
        ("Ôn tập\nvà thi", "về ôn tập và thi", "ôn tập và thi"),
    ],
)
def test_the_plan_is_cited_by_its_subject(subject: str, cited: str, about: str) -> None:
    values = printed(trich_yeu=subject)
    office = f"của {OFFICE_NAME} {cited}, {OFFICE_NAME} giao Sở Y tế thực hiện các nội dung sau:"
    assert values.mo_dau[0].endswith(office)
    assert " ".join(values.trich_yeu.split()) == f"V/v thực hiện Kế hoạch {about}"


def test_sections_without_anything_are_left_out_and_the_rest_numbered() -> None:
    work = UnitWork(
        "Sở Y tế",
        de_nghi=False,
        viec=joined(task("I.1", "Khám bệnh")),
        trach_nhiem=(TrachNhiem("", "Bảo đảm thuốc.", ()),),
    )
    values = printed(work, CongVan(bao_cao=BaoCao(gui="Sở Nội vụ", han="trước ngày 30 tháng 11 năm 2023")))
    assert [text for text in texts(values) if text[0].isdigit()] == [
        "1. Nhiệm vụ phối hợp",
        "2. Trách nhiệm tổ chức thực hiện",
        "3. Chế độ báo cáo",
    ]
    assert texts(values)[-2:] == [
        "Sở Y tế báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 30 tháng 11 năm 2023 để tổng hợp.",
        "Yêu cầu Sở Y tế nghiêm túc triển khai thực hiện./.",
    ]


def test_a_unit_that_is_asked_is_asked_throughout() -> None:
    values = printed(WORK._replace(de_nghi=True), CongVan(bao_cao=BaoCao(gui="Sở Nội vụ", han="trong tháng 11")))
    assert values.mo_dau[0].endswith(f"{OFFICE_NAME} đề nghị Sở Y tế thực hiện các nội dung sau:")
    assert texts(values)[-2:] == [
        "Đề nghị Sở Y tế gửi kết quả thực hiện về Sở Nội vụ trong tháng 11 để tổng hợp.",
        f"{OFFICE_NAME} đề nghị Sở Y tế quan tâm, phối hợp thực hiện./.",
    ]


@pytest.mark.parametrize(("asked", "opening"), [(False, "Giao Sở Y tế:"), (True, "Đề nghị Sở Y tế:")])
def test_own_wording_says_giao_or_de_nghi(asked: bool, opening: str) -> None:
    wording = CongVan(mo_dau=("{loi_giao} {don_vi}:",), ket_thuc=("UBND tỉnh {loi_giao} {don_vi} thực hiện",))
    values = printed(WORK._replace(de_nghi=asked), wording)
    assert values.mo_dau == (opening,)
    assert texts(values)[-1] == f"UBND tỉnh {'đề nghị' if asked else 'giao'} Sở Y tế thực hiện./."


def test_the_table_has_the_columns_that_its_tasks_use() -> None:
    assert table(printed()) == (["MÃ SỐ", "NHIỆM VỤ", "THỜI GIAN"], [["I.1", "Khám bệnh", "Quý II"]])
    work = WORK._replace(viec=led(task("1", "A", phoi_hop="B", san_pham="C"), task("2", "D")))
    assert table(printed(work)) == (
        ["MÃ SỐ", "NHIỆM VỤ", "ĐƠN VỊ PHỐI HỢP", "SẢN PHẨM"],
        [["1", "A", "B", "C"], ["2", "D", "", ""]],
    )


def test_who_else_leads_or_takes_part_is_told_and_a_cell_with_the_units_own_name_is_not() -> None:
    shared = task("1", "A", chu_tri="Sở Y tế, Sở Nội vụ", phoi_hop="Sở Tư pháp")
    alone = task("2", "B", chu_tri="Sở Y tế")
    assert table(printed(WORK._replace(viec=led(alone)))) == (["MÃ SỐ", "NHIỆM VỤ"], [["2", "B"]])
    viec = (Share(shared, Vai.CHU_TRI, con_chu=True), *led(alone))
    assert table(printed(WORK._replace(viec=viec))) == (
        ["MÃ SỐ", "NHIỆM VỤ", "ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP"],
        [["1", "A", "Sở Y tế, Sở Nội vụ", "Sở Tư pháp"], ["2", "B", "Sở Y tế", ""]],
    )
    assert texts(printed(WORK._replace(viec=viec), CongVan(kieu="danh sách")))[1:3] == [
        "a) A (mã số: 1; chủ trì: Sở Y tế, Sở Nội vụ; phối hợp: Sở Tư pháp);",
        "b) B (mã số: 2).",
    ]
    [partner] = joined(shared)
    assert table(printed(WORK._replace(viec=(partner,))))[0] == ["MÃ SỐ", "NHIỆM VỤ", "ĐƠN VỊ CHỦ TRÌ"]
    assert table(printed(WORK._replace(viec=(partner._replace(con_chu=True),))))[0][2:] == ["ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP"]


def test_a_cell_that_holds_nothing_but_a_footnote_has_its_column() -> None:
    noted = task("1", "A", typed={"ghi_chu": "[^may]"})  # type: ignore[arg-type]
    assert table(printed(WORK._replace(viec=led(noted))))[0] == ["MÃ SỐ", "NHIỆM VỤ", "GHI CHÚ"]


def test_the_offices_own_column_titles_are_used() -> None:
    appendix = plan_of(SAMPLE).phu_luc[0]
    own = appendix.model_copy(update={"ten_cot": appendix.ten_cot.model_copy(update={"ten": "Nội dung công việc"})})
    assert table(printed(phu_luc=(own,)))[0] == ["MÃ SỐ", "NỘI DUNG CÔNG VIỆC", "THỜI GIAN"]


def test_the_table_is_as_wide_as_the_page() -> None:
    [bang] = [block.bang for block in printed().khoi if block.bang]
    assert sum(column.rong for column in bang.cot) == pytest.approx((210 - 30 - 15) / 25.4 * 1440, abs=5)


def test_a_list_ends_with_a_full_stop() -> None:
    work = WORK._replace(viec=led(task("1", "Một;", thoi_gian="Quý I"), task("2", "Hai.")))
    assert texts(printed(work, CongVan(kieu="danh sách")))[1:3] == [
        "a) Một (mã số: 1; thời gian: Quý I);",
        "b) Hai (mã số: 2).",
    ]


def test_duties_come_word_for_word_with_what_leads_up_to_them() -> None:
    duties = (
        TrachNhiem("", "Cùng làm:", (), cong=("Một;", "Hai.")),
        TrachNhiem("", "Sở Y tế làm trước.", (), dan="Các đơn vị, gồm:"),
        TrachNhiem("", "Sở Y tế làm sau.", (), dan="Các đơn vị, gồm:"),
        TrachNhiem("", "Làm riêng.", ()),
    )
    values = printed(UnitWork("Sở Y tế", de_nghi=False, trach_nhiem=duties))
    assert [(block.kieu, block.chu) for block in values.khoi[1:-1]] == [
        ("Gạch đầu dòng", "- Cùng làm:"),
        ("Dấu cộng", "+ Một;"),
        ("Dấu cộng", "+ Hai."),
        ("Gạch đầu dòng", "- Các đơn vị, gồm:"),
        ("Dấu cộng", "+ Sở Y tế làm trước."),
        ("Dấu cộng", "+ Sở Y tế làm sau."),
        ("Gạch đầu dòng", "- Làm riêng."),
    ]


def test_duties_under_titles_that_name_no_unit_stand_below_these() -> None:
    duties = (
        TrachNhiem("", "Viết bài.", (), duoi="Truyền thông"),
        TrachNhiem("", "Báo cáo.", ()),
        TrachNhiem("", "Khám.", (), duoi="Khám bệnh - Tại xã"),
        TrachNhiem("", "Phát thanh.", (), duoi="Truyền thông"),
    )
    values = printed(UnitWork("Sở Y tế", de_nghi=False, trach_nhiem=duties))
    assert [(block.kieu, block.chu) for block in values.khoi[1:-1]] == [
        ("Gạch đầu dòng", "- Báo cáo."),
        ("Nội dung", "a) Truyền thông"),
        ("Gạch đầu dòng", "- Viết bài."),
        ("Gạch đầu dòng", "- Phát thanh."),
        ("Nội dung", "b) Khám bệnh - Tại xã"),
        ("Gạch đầu dòng", "- Khám."),
    ]


def test_one_title_alone_has_no_letter() -> None:
    duties = (TrachNhiem("", "Báo cáo.", ()), TrachNhiem("", "Viết bài.", (), duoi="Truyền thông"))
    values = printed(UnitWork("Sở Y tế", de_nghi=False, trach_nhiem=duties))
    assert [block.chu for block in values.khoi[1:-1]] == ["- Báo cáo.", "Truyền thông:", "- Viết bài."]


def test_the_same_as_above_comes_first_and_once_among_the_recipients() -> None:
    assert printed().noi_nhan == ("- Như trên;", "- Lưu: VT, NV.")
    wording = CongVan(noi_nhan=("như trên;", "Chủ tịch UBND tỉnh (b/c)"), luu="VT, VX (2)")
    assert printed(wording=wording).noi_nhan == ("- Như trên;", "- Chủ tịch UBND tỉnh (b/c);", "- Lưu: VT, VX (2).")


def test_the_last_lines_stay_with_the_signature() -> None:
    closing: Khoi
    *_, block, closing = printed().khoi
    assert closing.giu
    assert block.bang is not None
    assert block.bang.hang[-1].giu


# Work of many tasks


MANY = WORK._replace(
    viec=(
        *led(task("I.1", "Khám bệnh", kinh_phi="50 triệu đồng", theo_doi="Văn phòng", ghi_chu="Theo mùa", san_pham="Báo cáo")),
        *joined(task("I.2", "Thi đua", chu_tri="Sở Nội vụ")),
        *(
            Share(task(f"II.{number}", f"Việc {number}", chu_tri="Sở A"), Vai.PHOI_HOP, ("các sở tỉnh",))
            for number in range(1, 10)
        ),
    ),
)
COMMON = [f"II.{number}" for number in range(1, 10)]


def codes(values: CongVanIn) -> list[str]:
    return [row.o[0].chu for block in values.khoi if block.bang for row in block.bang.hang]


def test_every_column_that_the_plan_uses_is_printed() -> None:
    values = printed(WORK._replace(viec=MANY.viec[:1]))
    assert table(values) == (
        ["MÃ SỐ", "NHIỆM VỤ", "SẢN PHẨM", "KINH PHÍ", "THEO DÕI", "GHI CHÚ"],
        [["I.1", "Khám bệnh", "Báo cáo", "50 triệu đồng", "Văn phòng", "Theo mùa"]],
    )
    text = texts(printed(WORK._replace(viec=MANY.viec[:1]), CongVan(kieu="danh sách")))[1]
    assert (
        text == "a) Khám bệnh (mã số: I.1; sản phẩm: Báo cáo; kinh phí: 50 triệu đồng; theo dõi: Văn phòng; ghi chú: Theo mùa)."
    )


def test_of_many_tasks_those_joined_through_a_group_stand_in_an_annex() -> None:
    values = printed(MANY, CongVan(ngay=date(2023, 3, 1)), so=12)
    assert codes(values) == ["I.1", "I.2"]
    assert "Ngoài ra, phối hợp thực hiện 9 nhiệm vụ chung nêu tại Phụ lục kèm theo Công văn này." in texts(values)
    [annex] = values.phu_luc
    assert (annex.so, annex.ten, annex.ngang) == ("Phụ lục", "NHIỆM VỤ PHỐI HỢP THỰC HIỆN", True)
    assert annex.kem_theo == f"(Kèm theo Công văn số 12/UBND-NV ngày 01 tháng 3 năm 2023 của {OFFICE_NAME})"
    [block] = annex.khoi
    assert block.bang is not None
    assert [row.o[0].chu for row in block.bang.hang] == COMMON


def test_they_may_be_cited_by_their_codes_or_written_out() -> None:
    cited = printed(MANY, CongVan(viec_chung="viện dẫn"))
    where = f"tại Phụ lục của Kế hoạch số {NUMBER_BLANK}/KH-UBND"
    said = f"Ngoài ra, phối hợp thực hiện 9 nhiệm vụ chung nêu {where}, mã số: {', '.join(COMMON)}."
    assert (codes(cited), cited.phu_luc) == (["I.1", "I.2"], ())
    assert said in texts(cited)
    assert letters(CongVan(viec_chung="viện dẫn")).cited(MANY) == MANY.viec[2:]
    whole = printed(MANY, CongVan(viec_chung="ghi đủ"))
    assert (codes(whole), whole.phu_luc) == (["I.1", "I.2", *COMMON], ())


def test_ten_tasks_stand_in_the_letter_and_so_do_all_where_a_template_has_no_annex() -> None:
    ten = MANY._replace(viec=MANY.viec[:10])
    assert codes(printed(ten)) == ["I.1", "I.2", *COMMON[:8]]
    without = replace(letters(), has_annex=False)
    assert codes(congvan_context(without, MANY, None)) == ["I.1", "I.2", *COMMON]


def lines(whole: Task, *own: Task) -> tuple[Task, ...]:
    return tuple(replace(line, cua=whole) for line in own)


def test_the_name_of_a_task_stands_once_beside_the_units_own_lines() -> None:
    one, other = lines(task("I.2", "Kiểm tra"), task("I.2.1", "Kiểm tra"), task("I.2.3", "Kiểm tra", san_pham="Báo cáo"))
    work = UnitWork("Sở Y tế", de_nghi=False, viec=led(task("I.1", "Khám bệnh"), one, other, task("I.3", "Tiêm chủng")))
    [block] = [block for block in printed(work).khoi if block.bang]
    assert block.bang is not None
    assert [[(cell.chu, cell.gop) for cell in row.o[:2]] for row in block.bang.hang] == [
        [("I.1", ""), ("Khám bệnh", "")],
        [("I.2.1", ""), ("Kiểm tra", "restart")],
        [("I.2.3", ""), ("", "continue")],
        [("I.3", ""), ("Tiêm chủng", "")],
    ]
    assert [row.giu for row in block.bang.hang[:3]] == [False, True, False]
    listed = texts(printed(work, CongVan(kieu="danh sách")))
    assert listed[1:6] == [
        "a) Khám bệnh (mã số: I.1);",
        "b) Kiểm tra:",
        "- Mã số: I.2.1;",
        "- Mã số: I.2.3; sản phẩm: Báo cáo;",
        "c) Tiêm chủng (mã số: I.3).",
    ]


def test_what_a_unit_watches_over_has_a_section_of_its_own() -> None:
    watched = task("II.1", "Rà soát", chu_tri="Sở Tư pháp", theo_doi="Sở Y tế")
    given = task("II.2", "Đo lường", giao_theo="Theo Quyết định số 1", theo_doi="Sở Y tế")
    work = WORK._replace(theo_doi=tuple(Share(one, Vai.THEO_DOI) for one in (watched, given)))
    values = printed(work)
    assert [text for text in texts(values) if text[0].isdigit()] == ["1. Nhiệm vụ chủ trì", "2. Nhiệm vụ theo dõi"]
    last = [block.bang for block in values.khoi if block.bang][-1]
    assert last is not None
    assert [[cell.chu for cell in row.o] for row in last.hang] == [
        ["II.1", "Rà soát", "Sở Tư pháp"],
        ["II.2", "Đo lường", "Theo Quyết định số 1"],
    ]


BODY_TABLES = """phan:
  - tieu_de: Mục tiêu
    doan: Một
  - tieu_de: Nhiệm vụ
    muc:
      - tieu_de: Trọng tâm
        noi_dung:
          - thu_tu_cot: [stt, ten, san_pham, theo_doi, chu_tri]
            ten_cot: {theo_doi: Lãnh đạo phụ trách}
            nhiem_vu: [{ten: A, san_pham: Báo cáo, theo_doi: Chủ tịch, chu_tri: Sở Y tế}]
          - nhiem_vu: {ten: B, chu_tri: Sở Y tế}
to_chuc_thuc_hien:
  - {tieu_de: Việc riêng, nhiem_vu: {ten: C, chu_tri: Sở Y tế}}
phu_luc: {tieu_de: P, nhiem_vu: {ten: D, chu_tri: Sở Y tế}}
"""


def of_body(write_plan: Callable[[str], Path], wording: CongVan | None = None) -> CongVanIn:
    head = "loai: kế hoạch\nnam: 2023\nso: 15\ntrich_yeu: Thử\nnoi_nhan: [A]\nluu: VT\n"
    plan = plan_of(write_plan(head + BODY_TABLES))
    tasks = [
        replace(task(code, one.ten), route=route, san_pham=one.san_pham or "", theo_doi=one.theo_doi or "")
        for code, route, one in plan.tasks()
    ]
    given = replace(letters(wording), plan=plan.model_copy(update={"cong_van": wording or CongVan()}))
    return congvan_context(given, UnitWork("Sở Y tế", de_nghi=False, viec=led(*tasks)), None)


def test_a_letter_says_in_which_table_of_the_body_a_task_stands(write_plan: Callable[[str], Path]) -> None:
    told = [
        "Nhiệm vụ mã số B1.1 nêu tại bảng thứ nhất ở mục 1 Phần II của Kế hoạch số 15/KH-UBND.",
        "Nhiệm vụ mã số B2.1 nêu tại bảng thứ hai ở mục 1 Phần II của Kế hoạch số 15/KH-UBND.",
        "Nhiệm vụ mã số B3.1 nêu tại bảng ở mục 1 Phần Tổ chức thực hiện của Kế hoạch số 15/KH-UBND.",
    ]
    assert texts(of_body(write_plan))[1:4] == told
    listed = texts(of_body(write_plan, CongVan.model_validate({"kieu": "danh sách"})))
    assert listed[5:8] == told
    assert listed[1] == "a) A (mã số: B1.1; sản phẩm: Báo cáo; theo dõi: Chủ tịch);"
    opened = texts(of_body(write_plan, CongVan(mo_dau=("Giao {don_vi}:",))))  # which cites no plan
    assert opened[1].startswith("Nhiệm vụ mã số B1.1 nêu tại bảng thứ nhất ở mục 1 Phần II của Kế hoạch số 15/KH-UBND ngày")
    assert opened[1].endswith(f"năm 2023 của {OFFICE_NAME} về thử.")
    assert opened[2:4] == told[1:]
    cited = texts(of_body(write_plan, CongVan(mo_dau=("Theo Kế hoạch số 15/KH-UBND, giao {don_vi}:",))))
    assert cited[1:4] == told


def test_columns_have_the_order_and_the_headings_of_the_tables_that_tasks_stand_in(write_plan: Callable[[str], Path]) -> None:
    assert table(of_body(write_plan)) == (
        ["MÃ SỐ", "NHIỆM VỤ", "SẢN PHẨM", "LÃNH ĐẠO PHỤ TRÁCH"],
        [["B1.1", "A", "Báo cáo", "Chủ tịch"], ["B2.1", "B", "", ""], ["B3.1", "C", "", ""], ["1", "D", "", ""]],
    )


@pytest.mark.parametrize(
    ("routes", "heading"),
    [
        ([("phan", 1, "muc", 0, "y", 0)], "Trách nhiệm nêu tại Phần II của Kế hoạch"),
        (
            [("phan", 1, "y", 0), ("to_chuc_thuc_hien", 0, "y", 0), ("phu_luc", 0, "phan", 1, "y", 0)],
            "Trách nhiệm nêu tại Phần II, Phần IV, Phần II Phụ lục I của Kế hoạch",
        ),
        ([("to_chuc_thuc_hien", 0, "y", 0)], "Trách nhiệm tổ chức thực hiện"),
    ],
)
def test_duties_of_other_parts_are_cited_by_their_parts(routes: list[Route], heading: str) -> None:
    work = UnitWork("Sở Y tế", de_nghi=False, trach_nhiem=tuple(TrachNhiem("", "Làm.", route) for route in routes))
    given = replace(letters(), plan=plan_of(BLOCKS))
    assert texts(congvan_context(given, work, None))[0] == f"1. {heading}"
