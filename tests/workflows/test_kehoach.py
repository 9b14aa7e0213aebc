"""What `docgen kehoach` says of a plan made of good data: leftovers of last year, times and bases that cannot be, with places."""

from pathlib import Path

import pytest

from docgen.check.finding import Severity
from docgen.check.judging import judge
from docgen.cli.main import run
from docgen.workflows.kehoach import make_plan
from tests.conftest import BLOCKS, OFFICE, ROOT, SAMPLE

HEAD = "loai: kế hoạch\nnam: 2024\n{head}trich_yeu: Cải cách hành chính năm 2024\nluu: VT\nnoi_nhan: [Văn phòng Chính phủ]\n"
BASE = "{head}can_cu:\n  - {basis}\nphan: [{{tieu_de: Một, doan: Nội dung}}]\n"
TASK = """\
phu_luc:
  - tieu_de: Việc
    nhiem_vu:
      - {{ten: Họp, chu_tri: {unit}, thoi_gian: {time}}}
phan: [{{tieu_de: Một, doan: (Phụ lục kèm theo)}}]
"""
REGISTER = """\
van_ban:
  - {ky_hieu: 12/QĐ-UBND, loai: Quyết định, ngay: 2022-12-05, den: 2023-12-31}
  - {ky_hieu: 15/QĐ-UBND, loai: Quyết định, ngay: 2021-05-05, thay_boi: 40/QĐ-UBND}
  - {ky_hieu: 40/QĐ-UBND, loai: Quyết định, ngay: 2023-06-06, co_quan: UBND tỉnh, trich_yeu: về việc mới}
"""


def told(folder: Path, capsys: pytest.CaptureFixture[str], body: str, head: str = "", *others: str) -> list[str]:
    """Return what is said of a plan, without the checker's own remarks, which name the paper."""
    (folder / "coquan.yaml").write_bytes(OFFICE.read_bytes())
    (folder / "kehoach.yaml").write_text(HEAD.format(head=head) + body, encoding="utf-8")
    assert run(["kehoach", str(folder / "kehoach.yaml"), "--ghi-de", *others]) == 0
    lines = capsys.readouterr().err.splitlines()
    return [line.removeprefix(f"Lưu ý: {folder}/") for line in lines if "kehoach.docx" not in line]


def test_the_sample_needs_no_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kehoach", str(SAMPLE), "-o", str(tmp_path / "x.docx")]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("words", ["Thực hiện trong năm 2023", "Hoàn thành Quý II năm 2023", "Họp tháng 6/2023"])
def test_a_year_left_from_last_year_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    (said,) = told(tmp_path, capsys, f"phan:\n  - tieu_de: Một\n    doan: >-\n      Các sở, ban, ngành\n      {words}\n")
    assert said.startswith("kehoach.yaml:10:")
    assert "năm trước năm của kế hoạch (2024)" in said


@pytest.mark.parametrize(
    "words",
    [
        "Kết quả năm 2023 đạt 95%",
        "Tăng 5% so với năm 2023",
        "Phát huy kết quả đạt được trong năm 2023",
        "Từ năm 2015",
        "Thực hiện Luật Giao dịch điện tử năm 2023",
        "Trong năm 2024",
        "Năm học 2023 - 2024",
    ],
)
def test_what_looks_back_on_purpose_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str) -> None:
    assert told(tmp_path, capsys, f"phan: [{{tieu_de: Một, doan: {words}}}]\n") == []


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("Trước ngày 15/12/2023", "không nằm trong năm 2024"),
        ("Tháng 3/2025", "không nằm trong năm 2024"),
        ("Trước ngày 10/01/2024", "trước ngày của kế hoạch (20/01/2024)"),
        ("Quý IV", None),
        ("Thường xuyên", None),
        ("Tháng 01", None),
    ],
)
def test_a_time_outside_the_year_or_before_the_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], time: str, words: str | None
) -> None:
    said = told(tmp_path, capsys, TASK.format(unit="Sở Y tế", time=time), "so: 5\nngay: 2024-01-20\n")
    assert (words is None) == (said == [])
    assert all(line.startswith("kehoach.yaml:11:") and (words or "") in line for line in said)


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("Hoàn thành trong tháng 01/2024 và công bố.", "trong tháng 01/2024"),
        ("Gửi dự toán chậm nhất là ngày 31/01/2024 và theo dõi.", "chậm nhất là ngày 31/01/2024"),
        ("Rà soát xong, muộn nhất 15/02/2024, báo cáo lại.", "muộn nhất 15/02/2024"),
        ("Lập danh sách trong quý I/2024 và gửi về.", None),
        ("Số liệu trong tháng 11/2023 đã được công bố.", None),
    ],
)
def test_a_time_in_the_body_before_the_paper_is_told_as_in_a_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, told_of: str | None
) -> None:
    said = told(tmp_path, capsys, f"phan: [{{tieu_de: Một, y: ['{words}']}}]\n", "so: 5\nngay: 2024-03-04\n")
    expected = f"“{told_of}” là trước ngày của kế hoạch (04/03/2024); xem lại hạn hoặc ngày ban hành"
    assert [line.partition(" ")[2] for line in said] == ([expected] if told_of else [])


def test_a_plan_of_a_school_year_reaches_into_the_next_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = TASK.format(unit="Sở Y tế", time="Tháng 3/2025")
    assert told(tmp_path, capsys, body)
    text = (
        (tmp_path / "kehoach.yaml").read_text(encoding="utf-8").replace("hành chính năm 2024", "hành chính năm học 2024 - 2025")
    )
    (tmp_path / "kehoach.yaml").write_text(text, encoding="utf-8")
    run(["kehoach", str(tmp_path / "kehoach.yaml"), "--ghi-de"])
    assert "không nằm trong" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("head", "day", "words"),
    [
        ("", "01/02/2025", "“Nghị định số 9/2024/NĐ-CP” ghi ngày 01/02/2025, sau năm 2024 của kế hoạch"),
        ("so: 5\nngay: 2024-01-20\n", "01/02/2024", None),  # the checker says it of the paper (X06)
        ("so: 5\nngay: 2024-02-01\n", "01/02/2024", None),
        ("", "01/02/2024", None),
    ],
)
def test_a_base_dated_after_the_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str, day: str, words: str | None
) -> None:
    basis = f"Nghị định số 9/2024/NĐ-CP ngày {day} của Chính phủ về việc riêng"
    said = told(tmp_path, capsys, BASE.format(head="", basis=basis), head)
    assert (words is None) == (said == [])
    assert all((words or "") in line for line in said)


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 05/12/2022 của UBND tỉnh về việc cũ", "chỉ dùng đến ngày 31/12/2023"),
        (
            "Quyết định số 15/QĐ-UBND ngày 05/5/2021 của UBND tỉnh về việc cũ",
            "40/QĐ-UBND ngày 06/06/2023 của UBND tỉnh về việc mới",
        ),
        ("Quyết định số 40/QĐ-UBND ngày 06/6/2023 của UBND tỉnh về việc mới", None),
    ],
)
def test_a_base_that_the_register_says_has_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], basis: str, words: str | None
) -> None:
    (tmp_path / "van-ban.yaml").write_text(REGISTER, encoding="utf-8")
    said = told(tmp_path, capsys, BASE.format(head="", basis=basis))
    assert (words is None) == (said == [])
    assert all(line.startswith("kehoach.yaml:7:5: ") and (words or "") in line for line in said)


@pytest.mark.parametrize("unit", ["Ban Dân tộc", "Ban Dân tộc tỉnh Sóc Trăng"])
def test_a_unit_that_has_ended_is_told_where_there_is_a_registry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], unit: str
) -> None:
    (tmp_path / "donvi.yaml").write_text(
        "don_vi:\n  - {ten: Ban Dân tộc, den: 2023-06-30, thanh: Sở Dân tộc}\n  - {ten: Sở Dân tộc}\n", encoding="utf-8"
    )
    (said,) = told(tmp_path, capsys, TASK.format(unit=unit, time="Quý I"))
    assert "“Ban Dân tộc” không còn từ ngày 01/07/2023; nay là “Sở Dân tộc”" in said


@pytest.mark.parametrize(
    "part", ["giao_viec: có, tieu_de: Chuẩn bị", "tieu_de: Tổ chức thực hiện", "giao_viec: không, tieu_de: Chuẩn bị"]
)
@pytest.mark.parametrize("inside", ["muc: [{section}]", "noi_dung: [Như sau, {{muc: {section}}}]"])
def test_a_unit_that_has_ended_is_told_in_the_headings_of_a_part_that_gives_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], part: str, inside: str
) -> None:
    (tmp_path / "donvi.yaml").write_text("don_vi: [{ten: Ban Dân tộc, den: 2023-06-30}]\n", encoding="utf-8")
    body = inside.format(section="{tieu_de: Ban Dân tộc tỉnh, y: [Làm.]}")
    said = told(tmp_path, capsys, f"phan: [{{{part}, {body}}}]\n")
    assert len(said) == ("không" not in part)
    assert all("Ban Dân tộc” không còn từ ngày 01/07/2023" in each for each in said)


def test_a_unit_that_has_ended_is_told_in_a_typed_part_that_gives_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "donvi.yaml").write_text("don_vi: [{ten: Ban Dân tộc, den: 2023-06-30}]\n", encoding="utf-8")
    body = "phan: |\n  I. Chuẩn bị {giao việc}\n  1. Ban Dân tộc tỉnh\n  - Làm.\n  II. Hai\n  1. Ban Dân tộc tỉnh\n  - Làm.\n"
    (said,) = told(tmp_path, capsys, body)
    assert said.startswith("kehoach.yaml:8:6: “Ban Dân tộc” không còn từ ngày 01/07/2023")


def test_a_registry_that_is_wrong_does_not_hinder_the_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "donvi.yaml").write_text("don_vi: [{tên: Sở Y tế}]\n", encoding="utf-8")
    (said,) = told(tmp_path, capsys, TASK.format(unit="Sở Y tế", time="Quý I"))
    assert "donvi.yaml: tệp này có lỗi" in said


def test_a_blank_to_fill_in_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(tmp_path, capsys, "phan:\n  - tieu_de: Một\n    doan: >-\n      Theo Quyết định\n      số [cần điền số]\n")
    assert said == ["kehoach.yaml:10:10: còn chỗ phải điền “[cần điền số]”; điền trước khi ban hành"]


def test_the_sample_s_own_register_warns_in_later_years(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("coquan.yaml", "van-ban.yaml"):
        (tmp_path / name).write_bytes((ROOT / "data" / name).read_bytes())
    text = SAMPLE.read_text(encoding="utf-8").replace("2023", "2026")
    (tmp_path / "kehoach.yaml").write_text(text, encoding="utf-8")
    assert run(["kehoach", str(tmp_path / "kehoach.yaml")]) == 0
    said = capsys.readouterr().err
    assert said.count("chỉ dùng đến ngày 31/12/2025") == 2


def test_an_office_that_has_ended_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(tmp_path, capsys, "phan: [{tieu_de: Một, doan: Nội dung}]\n")
    office = (tmp_path / "coquan.yaml").read_text(encoding="utf-8")
    (tmp_path / "coquan.yaml").write_text(office.replace("den: 2025-06-30", "den: 2023-06-30"), encoding="utf-8")
    run(["kehoach", str(tmp_path / "kehoach.yaml"), "--ghi-de"])
    assert "cơ quan ban hành “Ủy ban nhân dân tỉnh Sóc Trăng” chỉ có đến ngày 30/06/2023; nay là" in capsys.readouterr().err


@pytest.mark.parametrize(("head", "is_told"), [("so: 12\n", True), ("so: 12\nngay: 2024-01-20\n", False), ("so:\n", False)])
def test_a_number_without_a_date_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str, is_told: bool) -> None:
    said = told(tmp_path, capsys, "phan: [{tieu_de: Một, doan: Nội dung}]\n", head)
    words = "kehoach.yaml:3:5: đã có số mà chưa có ngày nên in chừa ngày; ghi đủ ngay, hoặc để trống so khi còn là dự thảo"
    assert said == [words] * is_told


@pytest.mark.parametrize(
    ("ngay", "is_odd"), [("2024-01-20", False), ("2023-12-20", False), ("2023-05-01", True), ("2025-01-05", True)]
)
def test_a_date_that_is_not_of_the_plan_s_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ngay: str, is_odd: bool
) -> None:
    said = told(tmp_path, capsys, "phan: [{tieu_de: Một, doan: Nội dung}]\n", f"so: 5\nngay: {ngay}\n")
    assert [line.startswith("kehoach.yaml:4:7: ngày ") for line in said] == [True] * is_odd


@pytest.mark.parametrize(
    ("subject", "told_of"),
    [
        ("Kế hoạch phát triển văn thư", "Kế hoạch"),
        ("KẾ HOẠCH PHÁT TRIỂN VĂN THƯ", "KẾ HOẠCH"),
        ("Kế hoạch hóa gia đình", None),
        ("Kế hoạch hoá gia đình", None),
        ("Triển khai Kế hoạch số 12", None),
    ],
)
def test_a_subject_that_repeats_the_kind_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, subject: str, told_of: str | None
) -> None:
    monkeypatch.setattr("tests.workflows.test_kehoach.HEAD", HEAD.replace("Cải cách hành chính", subject))
    said = told(tmp_path, capsys, "phan: [{tieu_de: Một, doan: Nội dung}]\n", "", "--van-ghi")
    twice = f"kehoach.yaml:3:12: trích yếu mở đầu bằng “{told_of}”, lặp lại tên loại in ở dòng trên; bỏ chữ này"
    assert said == ([twice] if told_of else [])


def test_comments_that_may_be_words_are_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (said,) = told(tmp_path, capsys, "phan:\n  - tieu_de: Phòng họp # A\n    doan: Lập trình C # nâng cao\n")
    assert said.startswith("kehoach.yaml:7:24: chữ sau dấu # trên dòng này là lời ghi chú nên không in; ")
    assert said.endswith("(còn 1 chỗ như thế: dòng 8)")


def test_the_same_remark_on_several_places_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (said,) = told(tmp_path, capsys, "phan:\n  - tieu_de: Một\n    y: ['[cần điền số]', b, '[cần điền số] [cần điền số]']\n")
    assert said.endswith("điền trước khi ban hành (còn 2 chỗ như thế: dòng 8)")


def test_a_unit_inside_a_blank_is_not_told_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "donvi.yaml").write_text("don_vi:\n  - {ten: Ban Dân tộc, den: 2023-06-30}\n", encoding="utf-8")
    (said,) = told(tmp_path, capsys, TASK.format(unit="'[cần chọn đơn vị thay Ban Dân tộc]'", time="Quý I"))
    assert "còn chỗ phải điền" in said


def test_each_time_is_told_where_it_stands_and_hides_no_leftover_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ("Họp trước ngày 15/12/2023;", "gửi trước ngày 15/12/2023;", "thực hiện trong năm 2023")
    said = told(tmp_path, capsys, "phan:\n  - tieu_de: Một\n    doan: >-\n" + "".join(f"      {line}\n" for line in lines))
    time, leftover = said
    assert time.startswith("kehoach.yaml:9:11: ")
    assert "dòng 10)" in time
    assert leftover.startswith("kehoach.yaml:11:27: ")
    assert "là năm trước năm của kế hoạch" in leftover


@pytest.mark.parametrize(("ngay", "is_odd"), [("2023-12", False), ("2023", False), ("2023-09", True), ("2024-05", False)])
def test_half_a_date_fits_the_plan_or_not(tmp_path: Path, capsys: pytest.CaptureFixture[str], ngay: str, is_odd: bool) -> None:
    said = told(tmp_path, capsys, "phan: [{tieu_de: Một, doan: Nội dung}]\n", f"ngay: {ngay}\n")
    odd = "kehoach.yaml:3:7: tháng 9/2023 không hợp với kế hoạch năm 2024; xem lại ngay hoặc nam"
    assert said == ([odd] if is_odd else [])


@pytest.mark.parametrize(
    ("ngay", "time", "said"),
    [
        ("2024-03", "Trước ngày 28/02/2024", "trước ngày của kế hoạch (tháng 3/2024)"),
        ("2024-03", "Trước ngày 05/03/2024", None),
        ("2024", "Trước ngày 05/01/2024", None),
    ],
)
def test_a_time_before_every_day_of_the_month_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ngay: str, time: str, said: str | None
) -> None:
    lines = told(tmp_path, capsys, TASK.format(unit="Sở Y tế", time=time), f"ngay: {ngay}\n")
    assert [said in line for line in lines if said] == [True] * bool(said)
    assert len(lines) == bool(said)


@pytest.mark.parametrize(
    ("ngay", "basis", "is_told"),
    [
        ("2024-02", "Quyết định số 12/QĐ-UBND ngày 05/12/2022 của UBND tỉnh về việc cũ", True),
        ("2023-12", "Quyết định số 12/QĐ-UBND ngày 05/12/2022 của UBND tỉnh về việc cũ", False),
        ("2023-06", "Quyết định số 15/QĐ-UBND ngày 05/5/2021 của UBND tỉnh về việc cũ", False),
        ("2023-07", "Quyết định số 15/QĐ-UBND ngày 05/5/2021 của UBND tỉnh về việc cũ", True),
    ],
)
def test_a_basis_is_told_that_holds_on_no_day_of_the_month(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ngay: str, basis: str, is_told: bool
) -> None:
    (tmp_path / "van-ban.yaml").write_text(REGISTER, encoding="utf-8")
    said = told(tmp_path, capsys, BASE.format(head="", basis=basis), f"ngay: {ngay}\n")
    assert any("theo sổ văn bản" in line or "đã được thay bằng" in line for line in said) is is_told


def test_a_basis_of_a_later_month_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    basis = "Quyết định số 9/QĐ-UBND ngày 01/4/2024 của UBND tỉnh về việc mới"
    said = told(tmp_path, capsys, BASE.format(head="", basis=basis), "ngay: 2024-03\n")
    assert said == []  # the checker says it of the paper (X06)
    (paper,) = (tmp_path / "kehoach.docx").parent.glob("*.docx")
    assert [one.message for one in judge(str(paper), paper.read_bytes()).findings if one.rule.id == "X06"] == [
        "Số 9/QĐ-UBND ghi ngày 01 tháng 4 năm 2024, sau ngày của văn bản này"
    ]


def test_what_a_plan_may_hold_besides_is_a_note_at_most_in_our_own_paper(tmp_path: Path) -> None:
    (tmp_path / "coquan.yaml").write_bytes(OFFICE.read_bytes())
    titled = BLOCKS.read_text("utf-8").replace("    bang:\n", "    bang:\n      tieu_de: Lịch kiểm tra quý III\n", 1)
    (tmp_path / "kehoach.yaml").write_text(titled, "utf-8")
    paper = make_plan(tmp_path / "kehoach.yaml")
    assert paper.findings == ()
    found = {one.rule.id: one for one in judge("kehoach.docx", paper.data).findings}
    assert (set(found), found["B08"].severity) == ({"B08", "X04"}, Severity.NOTE)
    assert found["B08"].message.startswith("Đánh số dạng “1.1.”, Nghị định chỉ có khoản “1.” và điểm “a)”")
