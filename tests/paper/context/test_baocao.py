"""The sentences of a report that follow from counts, and the values of its template."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docgen.data.model.ketqua import KetQuaViec, KinhPhi, TrangThai
from docgen.paper.context import baocao
from docgen.paper.context import baocao_sentences as sentences
from docgen.paper.context import baocao_tables as tables
from docgen.paper.layout import Room
from docgen.text import thoigian
from docgen.text.thoigian import read_period
from docgen.work.assignments import Task
from docgen.work.so_lieu import ChiTieu
from docgen.work.tiendo import Han, TienDo, Viec, ViecThem, by_deadline, dem

ROOM = Room(165, 13, 257)


def viec(ma: str, status: str = "hoàn thành", *, han: Han = Han.KHONG_XET, thoi_gian: str = "", ngay: date | None = None) -> Viec:
    read = thoigian.read(thoi_gian, 2023) if thoi_gian else None
    task = Task(ma, f"Việc {ma}", "Sở A", "", thoi_gian, "", "", read, ("phu_luc", 0, "nhiem_vu", 0))
    answer = KetQuaViec.model_validate({"ma": ma, "ten": task.ten, "don_vi": "Sở A", "trang_thai": status})
    return Viec(task, ("Sở A",), (answer,), (), (), (), TrangThai(status), ngay, han)


def progress(*members: Viec, outside: int = 0, ky: str = "") -> TienDo:
    others = tuple(viec(f"n{number}").nhiem_vu for number in range(outside))
    period = read_period(ky, 2023)
    return TienDo(period, period.den, members, others, (), (), ())


def test_the_sentence_of_the_counts_names_what_there_is_and_nothing_else() -> None:
    told = sentences.overall(progress(*(viec(str(number)) for number in range(6)), viec("7", "đang thực hiện")))
    assert told == "Trong 07 nhiệm vụ của Kế hoạch, đã hoàn thành 06 nhiệm vụ (85,7%), đang thực hiện 01 nhiệm vụ (14,3%)."


def test_the_sentence_names_the_period_where_not_every_task_counts() -> None:
    tiendo = progress(viec("1"), outside=12, ky="quý I")
    assert sentences.overall(tiendo) == "Trong 01 nhiệm vụ thuộc quý I năm 2023, đã hoàn thành 01 nhiệm vụ (100%)."
    assert sentences.outside(tiendo) == "Có 12 nhiệm vụ của Kế hoạch không thuộc quý I năm 2023 nên không tính trong báo cáo này."


def test_tasks_without_an_answer_are_named_and_a_long_row_is_cut() -> None:
    assert list(sentences.unreported([viec("1")])) == []
    assert list(sentences.unreported([viec("1", "chưa có báo cáo")])) == ["Các nhiệm vụ chưa có báo cáo của đơn vị chủ trì: 1."]
    many = [viec(str(number), "chưa có báo cáo") for number in range(1, 26)]
    [told] = sentences.unreported(many)
    assert told.endswith("19, 20 và 05 nhiệm vụ khác.")


def test_deadlines_that_were_kept_missed_and_cannot_be_told() -> None:
    members = [
        viec("1", han=Han.DUNG_HAN),
        viec("2", han=Han.TRE_HAN, thoi_gian="Quý II", ngay=date(2023, 7, 2)),
        viec("3", "đang thực hiện", han=Han.QUA_HAN, thoi_gian="Quý II"),
        viec("4", han=Han.CHUA_RO, thoi_gian="Quý II"),
        viec("5"),
    ]
    found = by_deadline(members)
    assert sentences.deadlines(found) == (
        "Trong 04 nhiệm vụ có thời hạn cụ thể: hoàn thành đúng hạn 01 nhiệm vụ (25%), hoàn thành sau hạn 01 nhiệm vụ (25%), "
        "quá hạn chưa hoàn thành 01 nhiệm vụ (25%), chưa đủ dữ liệu để xét 01 nhiệm vụ (25%)."
    )
    due = "(thời hạn: Quý II)"
    assert list(sentences.missed(found, date(2023, 12, 15))) == [
        f"Nhiệm vụ 2 {due}: hoàn thành ngày 02 tháng 7 năm 2023, sau hạn 02 ngày.",
        f"Nhiệm vụ 3 {due}: đang thực hiện, tính đến ngày 15 tháng 12 năm 2023.",
        f"Nhiệm vụ 4 {due}: đã hoàn thành, chưa báo cáo ngày hoàn thành.",
    ]
    assert sentences.deadlines(by_deadline([viec("5")])) == ""


@pytest.mark.parametrize(
    ("planned", "spent", "told"),
    [
        (None, None, []),
        ("3", "2", ["Dự toán được giao: 3 đồng.", "Đã thực hiện: 2 đồng, bằng 66,7% dự toán.", "Còn lại: 1 đồng."]),
        ("2", "3", ["Dự toán được giao: 2 đồng.", "Đã thực hiện: 3 đồng, bằng 150% dự toán.", "Vượt dự toán: 1 đồng."]),
        (None, "3", ["Đã thực hiện: 3 đồng."]),
    ],
)
def test_money(planned: str | None, spent: str | None, told: list[str]) -> None:
    assert list(sentences.money(KinhPhi.model_validate({"du_toan": planned, "thuc_hien": spent}))) == told


def test_a_figure_without_a_unit_of_measure() -> None:
    assert sentences.figure(ChiTieu("tin, bài:", "", Decimal(4), ())) == "Tin, bài: 04"


def test_a_figure_in_percent_is_spaced_as_all_percentages_are() -> None:
    assert sentences.figure(ChiTieu("Tỷ lệ", "%", Decimal("12.34"), ())) == "Tỷ lệ: 12,34%"
    assert sentences.figure(ChiTieu("Tin", "tin", Decimal(4), ())) == "Tin: 04 tin"


def test_a_rate_of_several_is_told_of_each_and_of_many_as_a_span() -> None:
    two = (("1", "Sở A", Decimal("98.77")), ("2", "Sở B", Decimal(90)))
    assert sentences.figure(ChiTieu("Tỷ lệ", "%", None, two)) == "Tỷ lệ: Sở A 98,77%; Sở B 90%"
    same = (("1", "Sở A", Decimal(98)), ("2", "Sở A", Decimal(90)), ("3", "", Decimal(80)))
    assert sentences.figure(ChiTieu("Tỷ lệ", "%", None, same)) == (
        "Tỷ lệ: nhiệm vụ 1 (Sở A) 98%; nhiệm vụ 2 (Sở A) 90%; nhiệm vụ 3 80%"
    )
    assert sentences.figure(ChiTieu("Tỷ lệ", "%", None, 6 * two)) == "Tỷ lệ: từ 90% đến 98,77%"
    assert tables.figure_table([ChiTieu("Tỷ lệ", "%", None, two)], ROOM).hang[0].words[2:] == (
        "1", "Tỷ lệ", "%", "Nêu ở cột bên", "1 (Sở A): 98,77\n2 (Sở B): 90",
    )  # fmt: skip


def test_the_table_of_counts_agrees_with_the_sentence() -> None:
    counts = dem([viec("1"), viec("2"), viec("3", "chưa thực hiện")])
    rows = [row.words[2:] for row in tables.status_table(counts, ROOM).hang]
    assert rows == [("Hoàn thành", "02", "66,7%"), ("Chưa thực hiện", "01", "33,3%"), ("Tổng cộng", "03", "100%")]
    assert sentences.by_status(counts) == "đã hoàn thành 02 nhiệm vụ (66,7%), chưa thực hiện 01 nhiệm vụ (33,3%)"


def test_the_table_of_groups_counts_each_and_adds_them_up() -> None:
    groups = {"Khám": [viec("1"), viec("2", "đang thực hiện")], "Sổ": [viec("3", "đang thực hiện")]}
    every = [one for members in groups.values() for one in members]
    with_total = tables.counted_table("Nhóm", groups.items(), ROOM, total=dem(every))
    assert [cot.chu for cot in with_total.cot] == [
        "STT", "NHÓM", "TỔNG SỐ", "HOÀN THÀNH", "ĐANG THỰC HIỆN", "TỶ LỆ HOÀN THÀNH",
    ]  # fmt: skip
    rows = [("1", "Khám", "02", "01", "01", "50%"), ("2", "Sổ", "01", "0", "01", "0%")]
    assert [row.words[2:] for row in with_total.hang] == [*rows, ("", "Tổng cộng", "03", "01", "02", "33,3%")]
    alone = tables.counted_table("Nhóm", groups.items(), ROOM, total=None)
    assert [row.words[2:] for row in alone.hang] == rows
    assert [number for number, cot in enumerate(alone.cot) if cot.kieu == "Bảng chữ"] == [1]


def test_the_table_of_figures_says_whence_each_comes() -> None:
    found = [
        ChiTieu("lớp", "lớp", Decimal("1234.5"), (("1", "Sở A", Decimal("1230.5")), ("2", "", Decimal(4)))),
        ChiTieu("Tin", "", Decimal(7), (("1", "Sở B", Decimal(7)),)),
    ]
    assert [row.words[2:] for row in tables.figure_table(found, ROOM).hang] == [
        ("1", "Lớp", "lớp", "1.234,5", "1 (Sở A): 1.230,5\n2: 04"),
        ("2", "Tin", "", "07", "1 (Sở B): 07"),
    ]


def test_duties_and_further_work_stand_behind_the_tasks_with_who_answered() -> None:
    def answer(who: str | None, status: str) -> KetQuaViec:
        return KetQuaViec.model_validate({"ma": "TN.1", "ten": "Gửi báo cáo", "don_vi": who, "trang_thai": status})

    duty = ViecThem("TN.1", "Gửi báo cáo", (answer("Sở A", "hoàn thành"), answer("Sở B", "đang thực hiện")))
    other = ViecThem("K.1", "Việc thêm", (answer(None, "hoàn thành"),))
    tiendo = progress(viec("1"))._replace(trach_nhiem=(duty,), viec_khac=(other,))
    rows = [row.words for row in tables.result_table(tiendo, ROOM).hang]
    assert [row[:2] for row in rows if any(row[:2])] == [
        ("I", "Trách nhiệm nêu trong Kế hoạch (không tính vào số nhiệm vụ)"),
        ("II", "Công việc khác đã làm (không tính vào số nhiệm vụ)"),
    ]
    assert [row[2:7] for row in rows if any(row[2:])] == [
        ("1", "Việc 1", "Sở A", "", "Hoàn thành"),
        ("TN.1", "Gửi báo cáo", "Sở A\nSở B", "", "Nêu ở cột kết quả"),
        ("K.1", "Việc thêm", "", "", "Hoàn thành"),
    ]


def test_the_table_of_results_holds_every_column_of_the_plan() -> None:
    one = viec("1", thoi_gian="Quý II")
    more = replace(
        one.nhiem_vu, phoi_hop="Sở B", san_pham="Báo cáo", kinh_phi="50 triệu đồng", theo_doi="Chủ tịch", ghi_chu="Mới"
    )
    full = one._replace(nhiem_vu=more)
    [row] = tables.result_table(progress(full), ROOM).hang
    name = "Việc 1\nPhối hợp: Sở B\nSản phẩm: Báo cáo\nKinh phí: 50 triệu đồng\nTheo dõi: Chủ tịch\nGhi chú: Mới"
    assert row.words[2:6] == ("1", name, "Sở A", "Quý II")


def test_tasks_of_no_group_behind_those_of_one_do_not_seem_to_be_of_it() -> None:
    grouped = viec("I.1")
    grouped = grouped._replace(nhiem_vu=replace(grouped.nhiem_vu, nhom="Nhóm một"))
    assert [row.words[:3] for row in tables.result_table(progress(grouped, viec("1")), ROOM).hang] == [
        ("I", "Nhóm một"),
        ("", "", "I.1"),
        ("II", "Nhiệm vụ không thuộc nhóm"),
        ("", "", "1"),
    ]
    assert [row.words[:3] for row in tables.result_table(progress(viec("1"), grouped), ROOM).hang] == [
        ("", "", "1"),
        ("", "Nhóm một"),
        ("", "", "I.1"),
    ]


def test_the_table_of_results_names_a_leader_who_is_silent() -> None:
    table = tables.result_table(progress(viec("1")), ROOM)
    assert table.hang[0].words[2:] == ("1", "Việc 1", "Sở A", "", "Hoàn thành", "")
    one = viec("1")
    silent = Viec(one.nhiem_vu, one.chu_tri, one.tra_loi, (), (), ("Sở B",), one.trang_thai, None, one.han)
    assert tables.result_table(progress(silent), ROOM).hang[0].words[-1] == "Chưa có báo cáo: Sở B."


@pytest.mark.parametrize(
    ("status", "told"), [("chưa rõ", "Kết quả 13."), ("hoàn thành", "Hoàn thành ngày 01/06/2023. Kết quả 13.")]
)
def test_a_day_of_completion_alone_is_not_told_as_one(status: str, told: str) -> None:
    one = viec("1", status)
    said = {"ngay_hoan_thanh": date(2023, 6, 1), "noi_dung": "Kết quả 13"}
    dated = Viec(one.nhiem_vu, one.chu_tri, (one.tra_loi[0].model_copy(update=said),), (), (), (), one.trang_thai, None, one.han)
    assert tables.result_table(progress(dated), ROOM).hang[0].words[-1].replace("\u00a0", " ") == told


@pytest.mark.parametrize("key", ["noi_dung", "ghi_chu", "kho_khan", "kien_nghi"])
def test_docgens_own_words_to_the_clerk_are_a_blank_wherever_they_stand_and_the_units_words_stay(key: str) -> None:
    one = viec("1")
    answer = one.tra_loi[0].model_copy(update={key: "Chậm vì mưa.\n[cần xem lại] Kết quả!F12: ngày hoàn thành: “abc”"})
    told = Viec(one.nhiem_vu, one.chu_tri, (answer,), (), (), (), one.trang_thai, None, one.han)
    words = "".join(tables.result_table(progress(told), ROOM).hang[0].words[7:])
    assert words.removeprefix("Sở A: ") == "Chậm vì mưa.\n[cần điền nội dung chưa đọc rõ trong biểu mẫu]."


def test_lines_of_an_answer_are_items_in_the_text_and_lines_of_their_own_in_the_table() -> None:
    one = viec("1")
    answer = one.tra_loi[0].model_copy(update={"noi_dung": "- họp:\n+ Sáng;\n+ Chiều.\n• Thi", "kho_khan": "- Mưa\n- Bão"})
    told = Viec(one.nhiem_vu, one.chu_tri, (answer,), (), (), (), one.trang_thai, None, one.han)
    of_two = Viec(one.nhiem_vu, one.chu_tri, (answer, answer), (), (), (), one.trang_thai, None, one.han)
    assert [block.chu for block in baocao._done([told])] == ["- Họp:", "+ Sáng.", "+ Chiều.", "- Thi."]
    assert [block.chu for block in baocao._done([of_two])][:5] == ["- Sở A:", "+ Họp:", "+ Sáng.", "+ Chiều.", "+ Thi."]
    row = tables.result_table(progress(told), ROOM).hang[0].words
    assert row[-2:] == ("- Họp:\n+ Sáng.\n+ Chiều.\n- Thi.".replace("Họp", "họp"), "Sở A:\n- Mưa.\n- Bão.")
