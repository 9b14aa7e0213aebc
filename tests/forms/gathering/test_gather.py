"""What the rows of a form mean: which are answers, of which task, what is kept as a note, what is told, and whose they are."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docgen.data.model.donvi import DonVi, SoDonVi
from docgen.data.model.ketqua import KetQuaViec, TrangThai
from docgen.data.sheetcells import FilledCell
from docgen.forms.gathering.answers import read_form
from docgen.forms.gathering.drafts import differences, said
from docgen.forms.gathering.filledrows import Asked, Findings, Form, Identity, Row, Sent, Work
from docgen.forms.gathering.gather import Gathered, Identities
from docgen.forms.gathering.gather import gather_answers as gather
from docgen.forms.gathering.reconciling import unanswered
from docgen.text.thoigian import read_period
from docgen.work.units import Registry

CLINIC, REGISTER, EXTRA, MONEY = Work("I.1", "Khám"), Work("I.2", "Lập sổ"), Work("K.2", "Việc của kế hoạch"), Work("II.1", "Chi")
ALL = (CLINIC, REGISTER, EXTRA, MONEY)
ASKED = Asked(2024, "Khám sức khỏe", "ab12", ALL, {}, {"Sở Y tế": ALL[:3], "Sở Tài chính": (MONEY,)})
REGISTRY = Registry(SoDonVi(don_vi=tuple(DonVi(ten=name) for name in ("Sở Y tế", "Sở Tài chính", "Sở Nội vụ"))), 2024)
Cells = Mapping[str, object]


def row(number: int, cells: Cells, *, is_hidden: bool = False) -> Row:
    """Return a row; the values of `cells` are those of its cells, or the cells themselves."""
    made = {
        name: value if isinstance(value, FilledCell) else FilledCell(f"{name}{number}", value)  # type: ignore[arg-type]
        for name, value in cells.items()
        if name != "others"
    }
    others = [("Cột lạ", FilledCell(f"Z{number}", value)) for value in cells.get("others", ())]  # type: ignore[attr-defined]
    return Row(number, f"{number}:{number}", made, others, is_hidden)


def answers(*rows: Cells, figures: tuple[Cells, ...] = ()) -> tuple[dict[str, KetQuaViec], list[str], list[str]]:
    """Return the answers by their codes, what is told, and what cannot be placed."""
    findings = Findings()
    form = Form(
        "a.xlsx",
        None,
        Identity(),
        rows=[row(number, cells) for number, cells in enumerate(rows, start=1)],
        figures=[row(number, cells) for number, cells in enumerate(figures, start=1)],
    )
    found = {answer.result.ma: answer.result for answer in read_form(form, "Sở Y tế", ASKED, findings)}
    return found, [one.message for one in findings.doubts], [one.message for one in findings.faults]


DONE: Cells = {"trang_thai": "Hoàn thành", "noi_dung": "Đã làm"}


@pytest.mark.parametrize(
    ("cells", "code", "name"),
    [
        ({"ma": "I.1", "ten": "Khám"}, "I.1", "Khám"),
        ({"ma": "", "ten": "Lập sổ"}, "I.2", "Lập sổ"),
        ({"ma": "I.2", "ten": ""}, "I.2", "Lập sổ"),
        ({"ma": "K.2", "ten": ""}, "K.2", "Việc của kế hoạch"),  # a code of the plan, though it looks like one of further work
        ({"ma": "K.1", "ten": "Việc thêm"}, "K.1", "Việc thêm"),
        ({"ma": "k3", "ten": "Việc thêm"}, "K.3", "Việc thêm"),
        ({"ma": "", "ten": "Việc thêm"}, "K.1", "Việc thêm"),
        ({"ma": "Thêm", "ten": "Việc thêm", "vai": "Việc khác"}, "K.1", "Việc thêm"),
        ({"ma": "K.1", "ten": ""}, "K.1", "Việc khác (biểu mẫu không ghi tên việc)"),
        ({"ma": "", "ten": "Giám đốc"}, "K.1", "Giám đốc"),  # with a status it is no signature
    ],
)
def test_the_task_that_an_answer_is_about(cells: Cells, code: str, name: str) -> None:
    found, _, faults = answers({**cells, **DONE})
    assert ([(one.ma, one.ten, one.noi_dung) for one in found.values()], faults) == ([(code, name, "Đã làm")], [])


@pytest.mark.parametrize(
    "cells",
    [
        {"ma": "I.1", "ten": "Khám"},
        {"ma": "K.1", "ten": ""},
        {"ma": "", "ten": "Nhiệm vụ chủ trì"},
        {"ma": "I.1", "ten": "Khám", "noi_dung": " – "},
        {"ma": "IX.9", "ten": "Việc lạ"},
        {"ma": "IX.9", "ten": "Việc lạ", "trang_thai": FilledCell("E2", "Hoàn thành", shared="E1:E2")},
        {"ma": "", "ten": ""},
    ],
)
def test_a_row_that_nobody_filled_in_says_nothing(cells: Cells) -> None:
    assert answers(cells) == ({}, [], [])


def test_further_work_has_a_code_of_its_own_and_keeps_its_time() -> None:
    found, doubts, _ = answers(
        {"ma": "K.1", "ten": "Một", "thoi_gian": "Tháng 5", **DONE}, {"ma": "K.1", "ten": "Hai", **DONE}, {"ten": "Ba", **DONE}
    )
    assert [(code, one.ten, one.ghi_chu) for code, one in found.items()] == [
        ("K.1", "Một", "Thời gian: Tháng 5"),
        ("K.3", "Hai", None),  # the plan has a task K.2
        ("K.4", "Ba", None),
    ]
    assert doubts == [f"dòng thêm, không có trong kế hoạch; ghi là việc khác, mã K.{number}" for number in (3, 4)]


def test_an_answer_without_a_place_is_a_fault_or_stays_with_the_task_above() -> None:
    loose: Cells = {"ma": "", "ten": "", "noi_dung": "Thêm 2 xã", "others": ["ghi tay"]}
    assert answers(loose) == (
        {}, [], ["dòng này không có mã và tên nên không biết của nhiệm vụ nào: “Thêm 2 xã; Cột lạ: ghi tay”"],
    )  # fmt: skip
    found, doubts, faults = answers({"ma": "I.1", "ten": "Khám", **DONE}, loose)
    assert faults == []
    told = "dòng không có mã, để cùng nhiệm vụ I.1 ở trên: “Thêm 2 xã; Cột lạ: ghi tay”"
    assert doubts == [f"{told} (đã chép vào ghi_chu)"]
    assert found["I.1"].ghi_chu == f"[cần xem lại] 2:2: {told}"
    _, _, faults = answers({"ma": "IX.9", "ten": "", **DONE})
    assert faults == ["không có nhiệm vụ mã “IX.9”, tên “” trong kế hoạch; sửa mã hoặc tên cho đúng"]


@pytest.mark.parametrize(
    "opening", [{"ma": "", "ten": "Người lập biểu", "noi_dung": "Giám đốc"}, {"ma": "", "ten": "", "noi_dung": "Người lập biểu"}]
)
@pytest.mark.parametrize("cells", [{"ma": "I.2", "ten": "Lập sổ"}, {"ma": "I.2", "ten": ""}, {"ma": "", "ten": "Lập sổ"}])
def test_from_the_signature_on_only_rows_with_a_task_are_answers(opening: Cells, cells: Cells) -> None:
    found, doubts, faults = answers(
        {"ma": "I.1", "ten": "Khám", **DONE},
        opening,
        {"ma": "", "ten": "Nguyễn Văn A", "noi_dung": "Trần Văn B"},
        {**cells, **DONE},
        {"ma": "K.1", "ten": "Việc thêm", **DONE},
    )
    assert (list(found), faults) == (["I.1", "I.2", "K.1"], [])
    told = "từ dòng này coi là phần ký tên nên không đọc; nếu còn câu trả lời thì ghi mã nhiệm vụ vào dòng đó"
    assert [one for one in doubts if "xếp theo" not in one] == [told]


@pytest.mark.parametrize(
    ("cells", "status", "told"),
    [
        ({"trang_thai": "Hoàn thành"}, TrangThai.HOAN_THANH, []),
        ({"trang_thai": "xong"}, TrangThai.HOAN_THANH, ["trạng thái “xong” đọc thành “hoàn thành”"]),
        (
            {"trang_thai": "tốt"},
            TrangThai.CHUA_RO,
            ["không rõ trạng thái “tốt” nên ghi “chưa rõ” (đã chép vào ghi_chu)"],
        ),
        ({"noi_dung": "Đã làm"}, TrangThai.CHUA_RO, ["chưa ghi trạng thái nên ghi “chưa rõ” (đã chép vào ghi_chu)"]),
        ({"trang_thai": FilledCell("E1", "Hoàn thành", comment="hỏi lại"), "noi_dung": "x"}, TrangThai.HOAN_THANH,
         ["có lời ghi chú (comment): “hỏi lại” (đã chép vào ghi_chu)"]),
        ({"trang_thai": FilledCell("E1", fault="ô lỗi #REF!")}, TrangThai.CHUA_RO, ["ô lỗi #REF! (đã chép vào ghi_chu)"]),
        ({"others": ["5 tin"]}, TrangThai.CHUA_RO,
         ["Cột lạ: 5 tin (đã chép vào ghi_chu)", "chưa ghi trạng thái nên ghi “chưa rõ” (đã chép vào ghi_chu)"]),
        ({"trang_thai": "Hoàn thành", "others": ["5 tin"]}, TrangThai.HOAN_THANH, ["Cột lạ: 5 tin (đã chép vào ghi_chu)"]),
    ],
)  # fmt: skip
def test_the_status_that_is_read(cells: Cells, status: TrangThai, told: list[str]) -> None:
    found, doubts, _ = answers({"ma": "I.1", "ten": "Khám", **cells})
    assert (found["I.1"].trang_thai, doubts) == (status, told)


@pytest.mark.parametrize(
    ("status", "day", "told"),
    [
        ("Hoàn thành", date(2024, 1, 1), []),
        ("Hoàn thành", date(2025, 3, 31), []),
        ("Hoàn thành", date(2023, 12, 31), ["ngày hoàn thành 31/12/2023 nằm ngoài năm 2024; xem lại"]),
        ("Hoàn thành", date(2025, 4, 1), ["ngày hoàn thành 01/04/2025 nằm ngoài năm 2024; xem lại"]),
        ("Chưa thực hiện", date(2024, 5, 5), ["có ngày hoàn thành 05/05/2024 nhưng trạng thái là “chưa thực hiện”"]),
    ],
)
def test_days_outside_the_year_of_the_plan_are_told(status: str, day: date, told: list[str]) -> None:
    found, doubts, _ = answers({"ma": "I.1", "ten": "Khám", "trang_thai": status, "ngay_hoan_thanh": day})
    assert (found["I.1"].ngay_hoan_thanh, doubts) == (day, told)


@pytest.mark.parametrize(
    ("day", "typed", "told"),
    [
        (date(2024, 5, 6), "20/6/2024", ["ngày 06/05/2024 có thể bị đảo ngày và tháng (05/06/2024); xem lại"]),
        (date(2024, 5, 6), "12/6/2024", []),
        (date(2024, 5, 5), "20/6/2024", []),
        (date(2024, 5, 13), "20/6/2024", []),
        (date(2024, 5, 12), "20/6/2024", ["ngày 12/05/2024 có thể bị đảo ngày và tháng (05/12/2024); xem lại"]),
    ],
)
def test_days_that_may_be_read_month_first_are_told_where_others_stayed_text(day: date, typed: str, told: list[str]) -> None:
    _, doubts, _ = answers(
        {"ma": "I.1", "ten": "Khám", "trang_thai": "Hoàn thành", "ngay_hoan_thanh": day},
        {"ma": "I.2", "ten": "Lập sổ", "trang_thai": "Hoàn thành", "ngay_hoan_thanh": typed},
    )
    assert doubts == told


def test_what_a_second_row_says_of_a_task_is_kept_as_a_note() -> None:
    found, doubts, _ = answers(
        {"ma": "I.1", "ten": "Khám", **DONE},
        {"ma": "I.1", "ten": "Khám", "trang_thai": "Hoàn thành", "noi_dung": "Đã làm", "kho_khan": "Thiếu người"},
    )
    assert doubts == ["ghi thêm cho cùng nhiệm vụ I.1: khó khăn: Thiếu người (đã chép vào ghi_chu)"]
    assert found["I.1"].ghi_chu == "[cần xem lại] 2:2: ghi thêm cho cùng nhiệm vụ I.1: khó khăn: Thiếu người"


FIGURE: Cells = {"ma": "I.1", "chi_tieu": "Lớp", "don_vi_tinh": "lớp", "so_luong": Decimal(5)}


@pytest.mark.parametrize(
    ("cells", "figures", "told"),
    [
        ({}, [("Lớp", "lớp", 5)], []),
        ({"ma": ""}, [], []),
        ({"so_luong": "5 lớp"}, [("Lớp", "lớp", 5)], ["“5 lớp” đọc thành 5 lớp"]),
        ({"so_luong": "5 lớp", "don_vi_tinh": ""}, [("Lớp", "lớp", 5)], ["“5 lớp” đọc thành 5 lớp"]),
        ({"so_luong": "85%", "don_vi_tinh": "%"}, [("Lớp", "%", 85)], []),
        ({"don_vi_tinh": ""}, [("Lớp", None, 5)], []),
        (
            {"so_luong": "5 buổi"}, [],
            ["số liệu “Lớp, lớp, 5 buổi”: hai đơn vị tính khác nhau (đã chép vào ghi_chu)"],
        ),
        (
            {"so_luong": "nhiều"}, [],
            ["số liệu “Lớp, lớp, nhiều”: “nhiều” không đọc được thành số (đã chép vào ghi_chu)"],
        ),
        ({"so_luong": ""}, [], ["số liệu “Lớp, lớp”: chưa có số lượng (đã chép vào ghi_chu)"]),
        ({"chi_tieu": ""}, [], ["số liệu “lớp, 5”: chưa ghi chỉ tiêu (đã chép vào ghi_chu)"]),
        ({"so_luong": FilledCell("E1", fault="ô lỗi")}, [], ["số liệu “Lớp, lớp, ô lỗi”: ô lỗi (đã chép vào ghi_chu)"]),
        ({"chi_tieu": "", "don_vi_tinh": "", "so_luong": FilledCell("E1", Decimal(5), shared="E1:E2")}, [], []),
    ],
)  # fmt: skip
def test_the_figures_that_are_read(cells: Cells, figures: list[tuple[str, str | None, int]], told: list[str]) -> None:
    found, doubts, faults = answers({"ma": "I.1", "ten": "Khám", **DONE}, figures=({**FIGURE, **cells},))
    assert [(one.chi_tieu, one.don_vi_tinh, int(one.so_luong)) for one in found["I.1"].so_lieu] == figures
    assert doubts == told
    assert faults == (
        ["dòng số liệu không có mã nhiệm vụ nên không biết số này của nhiệm vụ nào: “Lớp, lớp, 5”"] if cells == {"ma": ""} else []
    )


def test_a_figure_without_a_code_belongs_to_the_task_above_and_one_of_a_silent_task_is_told() -> None:
    found, doubts, faults = answers(figures=(FIGURE, {**FIGURE, "ma": "", "so_luong": Decimal(6)}, {**FIGURE, "ma": "IX.9"}))
    assert [one.so_luong for one in found["I.1"].so_lieu] == [5, 6]
    assert found["I.1"].trang_thai is TrangThai.CHUA_RO
    assert doubts == [
        "có số liệu nhưng trang kết quả chưa ghi gì về nhiệm vụ này (đã chép vào ghi_chu)",
        "dòng số liệu không có mã; tính cho nhiệm vụ I.1 ở trên",
    ]
    assert faults == ["không có mã “IX.9” trong biểu mẫu nên không biết số này của nhiệm vụ nào: “Lớp, lớp, 5”"]


def test_a_difference_is_said_in_words() -> None:
    one = KetQuaViec(ma="1", ten="Khám", trang_thai="hoàn thành", ngay_hoan_thanh=date(2024, 5, 6))
    figures = [{"chi_tieu": "Lớp", "don_vi_tinh": "lớp", "so_luong": "1.234,5"}, {"chi_tieu": "Tin", "so_luong": "2"}]
    other = KetQuaViec.model_validate({"ma": "1", "ten": "Khám", "trang_thai": "đang thực hiện", "so_lieu": figures})
    assert said(one, "ngay_hoan_thanh") == "06/05/2024"
    assert differences(one, other) == [
        "trạng thái: đang thực hiện", "ngày hoàn thành: (trống)", "số liệu: Lớp 1234,5 lớp; Tin 2",
    ]  # fmt: skip


SENT = Identity("Sở Y tế", "2024", "quý II năm 2024", "Khám sức khỏe", "ab12")


@pytest.mark.parametrize(
    ("sent", "face", "unit", "told"),
    [
        (SENT, Identity("Sở Y tế"), "Sở Y tế", ""),
        (SENT, Identity(), "Sở Y tế", ""),
        (SENT, Identity("Phòng Nghiệp vụ Y"), None, "biểu mẫu này đã gửi cho “Sở Y tế” nhưng nay ghi “Phòng Nghiệp vụ Y”"),
        (SENT, Identity("Sở Tài chính"), None, "biểu mẫu này đã gửi cho “Sở Y tế” nhưng nay ghi “Sở Tài chính”"),
        (None, Identity("Sở Y tế", "2024"), "Sở Y tế", ""),
        (None, Identity("Sở Y tế", "", "", "Kế hoạch Khám sức khỏe"), "Sở Y tế", ""),
        (None, Identity("Sở Y tế"), "Sở Y tế", "không ghi năm, kỳ hay kế hoạch"),
        (None, Identity(nam="2024"), None, "không biết biểu mẫu này của đơn vị nào"),
        (None, Identity("Phòng Lạ", "2024"), None, "Phòng Lạ"),
        (None, Identity("Sở Nội vụ", "2024"), None, "“Sở Nội vụ” không có việc nào trong kế hoạch này"),
        (None, Identity("Sở Y tế", "2023"), None, "biểu mẫu của năm 2023, không phải năm 2024"),
        (None, Identity("Sở Y tế", "2024", "", "Trồng cây"), None, "biểu mẫu của kế hoạch khác (“Trồng cây”)"),
        (Identity("Sở Y tế", "2023", "", "", "ab12"), Identity("Sở Y tế"), None, "biểu mẫu của năm 2023"),
        (Identity("Sở Y tế", "2024", "", "", "cd34"), Identity("Sở Y tế"), "Sở Y tế", "kế hoạch đã thay đổi sau khi gửi"),
        (Identity("Sở Nội vụ", "2024", "", "", "ab12"), Identity("Sở Nội vụ"), None, "“Sở Nội vụ” không có việc nào"),
    ],
)
def test_whose_a_form_is(sent: Identity | None, face: Identity, unit: str | None, told: str) -> None:
    identities = Identities(ASKED, REGISTRY)
    form = Form("a.xlsx", sent, face, "Kết quả!A4")
    assert identities.unit(form) == unit
    found = [one.message for one in (*identities.faults(form), *identities.doubts(form))]
    assert [told in one for one in found][:1] == ([True] if told else [])


LONG = replace(ASKED, ke_hoach="Khám sức khỏe, lập sổ theo dõi cho người cao tuổi năm 2024")


@pytest.mark.parametrize(
    ("subject", "sent", "is_taken"),
    [
        (
            "Khám sức khỏe, lập hồ sơ theo dõi cho người cao tuổi năm 2024",
            [("I.1", "Khám"), ("I.2", "Lập sổ"), ("K.1", "")],
            True,
        ),
        ("Khám sức khỏe, lập hồ sơ theo dõi cho người cao tuổi năm 2024", [("I.1", "Khám"), ("I.2", "Tiêm")], False),
        ("Khám sức khỏe, lập hồ sơ theo dõi cho người cao tuổi năm 2024", [("I.2", "Khám")], False),
        ("Khám sức khỏe, lập hồ sơ theo dõi cho người cao tuổi năm 2024", [], False),
        ("Khám sức khỏe, lập sổ theo dõi cho người cao tuổi quý I năm 2024", [("I.1", "Khám")], False),
        ("Trồng cây, lập sổ theo dõi cây xanh năm 2024", [("I.1", "Khám")], False),
    ],
)
def test_a_form_whose_plan_got_another_subject_is_taken_where_all_that_it_asked_is_the_same(
    subject: str, sent: list[tuple[str, str]], is_taken: bool
) -> None:
    identities = Identities(LONG, REGISTRY)
    form = Form("a.xlsx", SENT._replace(ke_hoach=subject), Identity("Sở Y tế"), sent=[Sent(*one) for one in sent])
    assert identities.unit(form) == ("Sở Y tế" if is_taken else None)
    [told] = [one.message for one in (*identities.faults(form), *identities.doubts(form))]
    assert told == (
        f"trích yếu của kế hoạch đã đổi sau khi gửi biểu mẫu này (biểu mẫu ghi “{subject}”); các nhiệm vụ vẫn đúng mã và tên "
        "nên vẫn lấy"
        if is_taken
        else f"biểu mẫu của kế hoạch khác (“{subject}”); xin đơn vị điền đúng biểu mẫu"
    )


def test_a_number_among_the_words_that_its_cell_rounds_is_told() -> None:
    cell = FilledCell("G1", Decimal("12.3456"), words="12,3456 km", unit="km", doubt="ô hiện “12,3 km”")
    found, told, _ = answers({**DONE, "ma": "I.1", "ten": "Khám", "noi_dung": cell})
    assert found["I.1"].noi_dung == "12,3456 km"
    assert told == ["ô hiện “12,3 km”"]


def test_sheets_that_name_another_unit_are_told() -> None:
    form = Form("a.xlsx", SENT, Identity("Sở Y tế"), other_faces=[("Số liệu!A1", "Sở Nội vụ"), ("Nháp!A1", "sở y tế")])
    assert [one.message for one in Identities(ASKED, REGISTRY).faults(form)] == [
        "trang này ghi “Sở Nội vụ” còn trang kết quả ghi “Sở Y tế”; sửa lại cho cùng một đơn vị"
    ]


def gathered(*forms: Form, ky: str = "", first: dict[tuple[str, str | None], str] | None = None) -> tuple[Gathered, Findings]:
    findings = Findings()
    period = read_period(ky, 2024) if ky else None
    return gather(forms, Identities(ASKED, REGISTRY), findings, period, first), findings


def form(file: str, ky: str, cells: Cells) -> Form:
    return Form(file, Identity("Sở Y tế", "2024", ky, "", "ab12"), Identity("Sở Y tế"), rows=[row(1, cells)])


def test_of_two_answers_the_one_that_was_taken_before_is_kept() -> None:
    one = form("tap/a.xlsx", "quý II", {"ma": "I.1", "ten": "Khám", **DONE})
    two = form("tap/b.xlsx", "quý II", {"ma": "I.1", "ten": "Khám", **DONE, "noi_dung": "Làm xong"})
    found, findings = gathered(one, two)
    assert [(each.file, each.result.ghi_chu) for each in found.answers] == [
        ("tap/a.xlsx", "[cần xem lại] b.xlsx: 1:1 ghi khác: kết quả: Làm xong")
    ]
    assert [each.message for each in findings.doubts] == [
        "“Sở Y tế” trả lời nhiệm vụ I.1 hai lần; giữ câu trả lời ở tap/a.xlsx: 1:1, câu này ghi khác: kết quả: Làm xong"
    ]
    found, _ = gathered(one, two, first={("I.1", "Sở Y tế"): "b.xlsx"})
    assert [each.file for each in found.answers] == ["tap/b.xlsx"]
    found, findings = gathered(one, form("c.xlsx", "quý II", {"ma": "I.1", "ten": "Khám", **DONE}))
    assert ([each.result.ghi_chu for each in found.answers], findings.doubts) == ([None], [])


def test_the_forms_of_one_period() -> None:
    cells: Cells = {"ma": "I.1", "ten": "Khám", **DONE}
    second, third, silent = form("a.xlsx", "quý II", cells), form("b.xlsx", "quý III", cells), form("c.xlsx", "", cells)
    found, findings = gathered(second, third, silent, ky="quý II")
    assert [each.file for each in found.answers] == ["a.xlsx"]
    assert [(str(each.place), each.message) for each in findings.doubts] == [
        ("b.xlsx", "biểu mẫu của kỳ “quý III năm 2024”, không phải kỳ “quý II năm 2024”, nên không lấy")
    ]
    _, findings = gathered(second, third, form("d.xlsx", "Quý III/2024", cells))
    assert [(str(each.place), each.message) for each in findings.faults] == [
        ("a.xlsx", "biểu mẫu của kỳ “quý II năm 2024”, còn phần lớn các biểu mẫu khác của kỳ “quý III năm 2024”")
    ]


def test_forms_without_an_answer_are_named() -> None:
    found, _ = gathered(form("a.xlsx", "quý II", {"ma": "I.1", "ten": "Khám"}), form("b.xlsx", "quý II", {"ma": "I.2", **DONE}))
    assert (found.empty, sorted(found.units)) == (("a.xlsx",), ["Sở Y tế"])
    assert [each.result.ma for each in found.answers] == ["I.2"]


def test_a_hidden_row_is_read_and_told() -> None:
    findings = Findings()
    hidden = row(3, {"ma": "I.1", "ten": "Khám", **DONE}, is_hidden=True)
    (answer,) = read_form(Form("a.xlsx", None, Identity(), rows=[hidden]), "Sở Y tế", ASKED, findings)
    assert answer.result.trang_thai is TrangThai.HOAN_THANH
    assert [one.message for one in findings.doubts] == ["dòng này bị ẩn hoặc bị lọc nhưng vẫn được đọc"]


def test_who_is_silent_what_has_no_result_and_none_of_its_leaders() -> None:
    asked = replace(ASKED, leads={"I.1": ("Sở Y tế",), "I.2": ("Sở Y tế",), "II.1": ("Sở Tài chính",), "K.2": ()})
    said = [("I.1", None), ("I.2", "Sở Tài chính"), ("K.2", "SỞ TÀI CHÍNH")]
    results = [KetQuaViec(ma=ma, ten="x", don_vi=unit, trang_thai="xong") for ma, unit in said]
    assert list(unanswered(asked, results)) == [
        "chưa có trả lời của 1/2 đơn vị: Sở Y tế",
        "chưa có kết quả của 1/4 việc: II.1",
        "mới có trả lời của đơn vị phối hợp, chưa có của đơn vị chủ trì: I.2 (Sở Y tế)",
    ]
    assert list(unanswered(replace(asked, all=(CLINIC,)), results[:1]))[1:] == []


def test_a_task_of_which_only_who_watches_over_it_says_something_has_no_result() -> None:
    asked = replace(ASKED, leads={"I.1": ("Sở Y tế",)}, watchers={"I.1": ["Sở Tài chính"], "II.1": ["Sở Y tế"]})
    said = [("I.1", "sở tài chính"), ("I.2", "Sở Y tế"), ("K.2", "Sở Y tế"), ("II.1", "Sở Tài chính")]
    results = [KetQuaViec(ma=ma, ten="x", don_vi=unit, trang_thai="xong") for ma, unit in said]
    assert list(unanswered(asked, results)) == ["chưa có kết quả của 1/4 việc: I.1"]
