"""The command `docgen baocao`: the paper agrees with its data, what is wrong is told, nothing is claimed that nobody reported."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import docx
import pytest
import yaml

from docgen.cli.main import run
from docgen.files.package import read_parts
from docgen.files.stamp import is_untouched
from tests.conftest import OFFICE, ROOT, SAMPLE

RESULTS = SAMPLE.with_name("ketqua.yaml")
REGISTRY = ROOT / "data" / "donvi.yaml"
HEAD = """\
loai: kế hoạch
nam: 2023
so: 15
ngay: 2023-01-10
trich_yeu: Phát triển thử nghiệm năm 2023
phan: [{tieu_de: Một, doan: "Nội dung (chi tiết tại Phụ lục kèm theo)."}]
noi_nhan: [Sở Y tế, Văn phòng Chính phủ (b/c)]
luu: VT, NV
"""
PLAN = f"""\
{HEAD}phu_luc:
  - tieu_de: Việc
    nhiem_vu:
      - {{ten: Việc một, chu_tri: Sở Y tế, phoi_hop: Sở Tài chính, thoi_gian: Quý I}}
      - {{ten: Việc hai, chu_tri: "Sở Y tế, Sở Tài chính", thoi_gian: Quý III}}
      - {{ten: Việc ba, chu_tri: Sở Xây dựng, thoi_gian: Thường xuyên}}
"""
ANSWERS = """\
loai: kết quả thực hiện
den_ngay: 2023-12-01
"""
ONE_DONE = "  - {ma: 1, ten: Việc một, don_vi: Sở Y tế, trang_thai: xong, ngay_hoan_thanh: 2023-03-01}\n"


@dataclass(frozen=True)
class Answer:
    """What the command said, with `{folder}` for the folder of the data."""

    code: int
    said: str


@dataclass(frozen=True)
class Desk:
    """A clerk's folder with the office's file, the registry, a plan and its results."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def report(self, results: str, *options: str, plan: str = PLAN) -> Answer:
        (self.folder / "kehoach.yaml").write_text(plan, "utf-8")
        (self.folder / "ketqua.yaml").write_text(results, "utf-8")
        return self.ask(*options)

    def ask(self, *options: str) -> Answer:
        code = run(["baocao", str(self.folder / "kehoach.yaml"), *options])
        return Answer(code, self.capsys.readouterr().err.replace(str(self.folder), "{folder}"))

    @property
    def paper(self) -> Path:
        return self.folder / "baocao.docx"

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in docx.Document(str(self.paper)).paragraphs)

    def table(self, heading: str) -> list[list[str]]:
        return table_of(self.paper, heading)


def table_of(paper: Path, heading: str) -> list[list[str]]:
    for table in docx.Document(str(paper)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if heading in rows[0]:
            return rows
    raise AssertionError(heading)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    for file in (OFFICE, REGISTRY):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return Desk(tmp_path, capsys)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("baocao") / "baocao.docx"
    assert run(["baocao", str(SAMPLE), "-o", str(out)]) == 0
    return out


def percent_of(text: str) -> Decimal:
    return Decimal(text.removesuffix("%").replace(".", "").replace(",", "."))


def test_the_counts_of_the_sample_are_those_of_its_yaml(sample: Path) -> None:
    """Counted again from the raw YAML: the leaders of the sample's tasks answer alone and agree."""
    raw = yaml.safe_load(RESULTS.read_text("utf-8"))["ket_qua"]
    status = {row["ma"]: row["trang_thai"] for row in raw}
    counts = Counter(status.values())
    table = {row[0].lower(): row[1:] for row in table_of(sample, "TRẠNG THÁI")[1:] if len(row) == 3}
    assert {name: int(many) for name, (many, _) in table.items() if name != "tổng cộng"} == counts
    assert int(table["tổng cộng"][0]) == sum(counts.values()) == 7
    assert sum(percent_of(part) for name, (_, part) in table.items() if name != "tổng cộng") == 100
    sentence = next(each.text for each in docx.Document(str(sample)).paragraphs if each.text.startswith("Trong 07 nhiệm vụ"))
    for name, part in table.items():
        if name != "tổng cộng":
            assert f"{name} {part[0]} nhiệm vụ ({part[1]})" in sentence
    by_group = table_of(sample, "NHÓM NHIỆM VỤ")
    assert sum(int(row[2]) for row in by_group[1:-1]) == int(by_group[-1][2]) == 7
    assert sum(int(row[3]) for row in by_group[1:-1]) == counts["hoàn thành"]


def test_the_figures_of_the_sample_are_those_of_its_yaml(sample: Path) -> None:
    wanted: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in yaml.load(RESULTS.read_text("utf-8"), yaml.BaseLoader)["ket_qua"]:
        for one in row.get("so_lieu", []):
            written = one["so_luong"].replace(".", "").replace(",", ".")
            wanted[one["chi_tieu"], one["don_vi_tinh"]] += Decimal(written)
    table = table_of(sample, "CHỈ TIÊU")[1:]
    assert {(row[1], row[2]): Decimal(row[3].replace(".", "").replace(",", ".")) for row in table} == wanted
    text = "\n".join(each.text for each in docx.Document(str(sample)).paragraphs)
    assert all(f"- {row[1]}: {row[3]} {row[2]}." in text for row in table)


def test_the_sample_says_that_it_is_an_example(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["baocao", str(SAMPLE), "-o", str(tmp_path / "a.docx")]) == 0
    assert "số liệu trong tệp này là ví dụ, không phải kết quả thật" in capsys.readouterr().err


def test_the_report_passes_kiemtra(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kiemtra", str(sample), "--muc", "canh-bao"]) == 0
    assert "không có lỗi" in capsys.readouterr().out


def test_the_same_data_give_the_same_bytes_and_bear_the_stamp(sample: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    assert run(["baocao", str(SAMPLE), "-o", str(again)]) == 0
    assert again.read_bytes() == sample.read_bytes()
    assert is_untouched(again.read_bytes())


def test_the_chart_is_a_real_one_and_holds_the_counts(sample: Path) -> None:
    parts = read_parts(sample.read_bytes())
    chart = parts["word/charts/chart1.xml"].decode()
    assert re.findall(r"<c:v>([^<]*)</c:v>", chart) == ["Hoàn thành", "Đang thực hiện", "6", "1"]
    assert "drawingml/2006/chart" in parts["word/document.xml"].decode()


def test_no_chart_is_printed_unasked(desk: Desk) -> None:
    assert desk.report(f"{ANSWERS}ket_qua:\n{ONE_DONE}").code == 0
    assert "drawingml/2006/chart" not in read_parts(desk.paper.read_bytes())["word/document.xml"].decode()


def test_a_report_to_superior_offices_is_addressed_and_names_them_once(desk: Desk) -> None:
    assert desk.report(f"{ANSWERS}kinh_gui: [Văn phòng Chính phủ, Bộ Y tế]\nket_qua:\n{ONE_DONE}").code == 0
    lines = [paragraph.text for paragraph in docx.Document(str(desk.paper)).paragraphs]
    start = lines.index("Kính gửi:")
    assert lines[start + 1 : start + 3] == ["- Văn phòng Chính phủ;", "- Bộ Y tế."]
    foot = [cell.text for table in docx.Document(str(desk.paper)).tables for row in table.rows for cell in row.cells]
    recipients = next(text for text in foot if text.startswith("Nơi nhận:"))
    assert recipients.splitlines()[1:] == ["- Như trên;", "- Sở Y tế;", "- Lưu: VT, NV."]


def test_what_nobody_reported_is_said_on_paper_and_on_the_terminal(desk: Desk) -> None:
    told = desk.report(f"{ANSWERS}ket_qua:\n{ONE_DONE}")
    assert "2 nhiệm vụ chưa có báo cáo của đơn vị chủ trì: 2, 3" in told.said
    assert "Trong 03 nhiệm vụ của Kế hoạch, đã hoàn thành 01 nhiệm vụ (33,3%), chưa có báo cáo 02 nhiệm vụ (66,7%)." in desk.text
    rows = {row[0]: row for row in desk.table("KẾT QUẢ")[1:]}
    assert rows["2"][4:6] == ["Chưa có báo cáo", "Chưa có báo cáo."]


def test_a_leader_who_is_silent_is_named_beside_one_who_answered(desk: Desk) -> None:
    told = desk.report(f"{ANSWERS}ket_qua:\n  - {{ma: 2, ten: Việc hai, don_vi: Sở Y tế, trang_thai: xong}}\n")
    assert "nhiệm vụ 2 tính theo đơn vị đã trả lời; chưa có báo cáo của Sở Tài chính" in told.said
    rows = {row[0]: row for row in desk.table("KẾT QUẢ")[1:]}
    assert rows["2"][5].endswith("Chưa có báo cáo: Sở Tài chính.")


def test_parts_without_data_are_left_out_and_named(desk: Desk) -> None:
    told = desk.report(f"{ANSWERS}ket_qua:\n{ONE_DONE}")
    assert "báo cáo bỏ qua các phần chưa có dữ liệu: công tác lãnh đạo, chỉ đạo (chi_dao)" in told.said
    assert "KẾT QUẢ THỰC HIỆN NHIỆM VỤ" in desk.text
    assert "ĐÁNH GIÁ CHUNG" not in desk.text


@pytest.mark.parametrize(
    ("money", "printed", "told"),
    [
        ("{du_toan: 200000000, thuc_hien: 150.500.000}", "bằng 75,3% dự toán.\n- Còn lại: 49.500.000 đồng.", ""),
        ("{du_toan: 100, thuc_hien: 100}", "Đã thực hiện: 100 đồng, bằng 100% dự toán.", ""),
        ("{du_toan: 100, thuc_hien: 150}", "bằng 150% dự toán.\n- Vượt dự toán: 50 đồng.", "thực hiện vượt dự toán 50 đồng"),
        ("{thuc_hien: 150}", "Đã thực hiện: 150 đồng.", "có thuc_hien nhưng chưa có du_toan"),
        ("{du_toan: 0, thuc_hien: 150}", "Đã thực hiện: 150 đồng.", "du_toan là 0 mà có thuc_hien"),
        ("{du_toan: 150}", "Dự toán được giao: 150 đồng.", "có du_toan nhưng chưa có thuc_hien"),
    ],
)
def test_money_planned_and_spent(desk: Desk, money: str, printed: str, told: str) -> None:
    answer = desk.report(f"{ANSWERS}kinh_phi: {money}\nket_qua:\n{ONE_DONE}")
    assert answer.code == 0
    assert printed in desk.text
    assert told in answer.said
    assert ("ketqua.yaml:3:" in answer.said) is bool(told)


def test_a_quarter_counts_what_falls_into_it(desk: Desk) -> None:
    told = desk.report(f"{ANSWERS}ket_qua:\n{ONE_DONE}", "--ky", "quý I năm 2023")
    assert told.code == 0
    assert (
        "Trong 02 nhiệm vụ thuộc quý I năm 2023, đã hoàn thành 01 nhiệm vụ (50%), chưa có báo cáo 01 nhiệm vụ (50%)." in desk.text
    )
    assert "Có 01 nhiệm vụ của Kế hoạch không thuộc quý I năm 2023 nên không tính trong báo cáo này." in desk.text
    assert "1 nhiệm vụ không thuộc quý I năm 2023 nên không tính: 2" in told.said
    assert "số liệu tính đến" not in desk.text
    assert "den_ngay 01/12/2023 sau kỳ báo cáo" in told.said


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("năm 2023", "Kết quả thực hiện Kế hoạch phát triển thử nghiệm năm 2023"),
        ("9 tháng đầu năm", "Kết quả 9 tháng đầu năm 2023 thực hiện Kế hoạch phát triển thử nghiệm năm 2023"),
    ],
)
def test_the_period_stands_in_the_title(desk: Desk, period: str, title: str) -> None:
    assert desk.report(f"{ANSWERS}ket_qua:\n{ONE_DONE}", "--ky", period).code == 0
    assert title in " ".join(desk.text.split())


def test_a_deadline_that_was_missed_is_told_with_its_days(desk: Desk) -> None:
    late = ONE_DONE.replace("2023-03-01", "2023-04-10")
    assert desk.report(f"{ANSWERS}ket_qua:\n{late}").code == 0
    assert "hoàn thành sau hạn 01 nhiệm vụ (50%), chưa đủ dữ liệu để xét 01 nhiệm vụ (50%)." in desk.text
    assert "- Nhiệm vụ 1 (thời hạn: Quý I): hoàn thành ngày 10 tháng 4 năm 2023, sau hạn 10 ngày." in desk.text


WRONG = [
    (
        f"{ANSWERS}so: 05/BC\n",
        "Lỗi: {folder}/ketqua.yaml:3:5: so: “05/BC” không phải số văn bản; chỉ ghi số, ví dụ 15 (docgen thêm ký hiệu /KH-…)\n",
    ),
    (
        f"{ANSWERS}ket_qua:\n  - {{ma: 1, ten: Việc hai, trang_thai: xong}}\n",
        "Lỗi: {folder}/ketqua.yaml:4:18: ten: không khớp mã 1, trong kế hoạch là “Việc một”; tên ghi ở đây là của mã 2\n",
    ),
    (
        f"{ANSWERS}ket_qua:\n  - {{ma: 1, ten: Việc lạ, trang_thai: xong}}\n  - {{ma: 9, ten: Việc ba, trang_thai: xong}}\n",
        "Lỗi: {folder}/ketqua.yaml:4:18: ten: không khớp mã 1, trong kế hoạch là “Việc một”; sửa lại mã hoặc tên\n"
        "Lỗi: {folder}/ketqua.yaml:5:10: ma: kế hoạch không có nhiệm vụ mã 9; nhiệm vụ tên này có mã 3\n"
        "Có 2 lỗi; chưa ghi tệp nào.\n",
    ),
    (
        f"{ANSWERS}ket_qua:\n  - {{ma: 1, ten: Việc một, trang_thai: gần xong}}\n",
        "Lỗi: {folder}/ketqua.yaml:4:40: trang_thai: “gần xong” không phải trạng thái; ghi một trong: hoàn thành, "
        "đang thực hiện, chưa thực hiện, không thực hiện, chưa rõ\n",
    ),
    (
        f"{ANSWERS}kinh_phi: {{du_toan: nhiều, thuc_hien: -5}}\nket_qa: []\n",
        "Lỗi: {folder}/ketqua.yaml:3:21: du_toan: “nhiều” không phải số; ghi như 1234 hoặc 1.234,5\n"
        "Lỗi: {folder}/ketqua.yaml:3:39: thuc_hien: số này không được âm\n"
        'Lỗi: {folder}/ketqua.yaml:4:1: ket_qa: không có mục này; có phải "ket_qua"?\n'
        "Có 3 lỗi; chưa ghi tệp nào.\n",
    ),
    (
        "loai: kế hoạch\n",
        "Lỗi: {folder}/ketqua.yaml:1:7: loai: tệp này phải có dòng “loai: kết quả thực hiện”, không phải “kế hoạch”\n",
    ),
]


@pytest.mark.parametrize(("results", "said"), WRONG)
def test_wrong_results_are_told_with_their_place_and_nothing_is_written(desk: Desk, results: str, said: str) -> None:
    assert desk.report(results) == Answer(3, said)
    assert not desk.paper.exists()


def test_a_wrong_period_is_told(desk: Desk) -> None:
    told = desk.report(f"{ANSWERS}ket_qua:\n{ONE_DONE}", "--ky", "năm 2024")
    assert told.code == 3
    assert told.said.startswith("Lỗi: --ky: kỳ “năm 2024” không nằm trong năm 2023 của kế hoạch; ghi như")


def test_missing_results_are_told_with_the_way_to_get_them(desk: Desk) -> None:
    (desk.folder / "kehoach.yaml").write_text(PLAN, "utf-8")
    told = desk.ask()
    assert told.code == 5
    assert "chưa có tệp kết quả; gom kết quả bằng docgen tonghop, hoặc chỉ rõ tệp bằng --ketqua" in told.said
    (desk.folder / "khac.yaml").write_text(f"{ANSWERS}ket_qua:\n{ONE_DONE}", "utf-8")
    assert desk.ask("--ketqua", str(desk.folder / "khac.yaml")).code == 0


def test_the_faults_of_plan_and_results_are_told_together(desk: Desk) -> None:
    told = desk.report("loai: gì\n", plan=PLAN.replace("nam: 2023", "nam: 23"))
    assert "kehoach.yaml:2:6" in told.said
    assert "ketqua.yaml:1:7" in told.said


def test_a_plan_without_tasks_gets_a_report_that_says_so(desk: Desk) -> None:
    told = desk.report(
        f"{ANSWERS}chi_dao: [Đã giao việc]\n",
        plan=HEAD.replace(" (chi tiết tại Phụ lục kèm theo)", ""),
    )
    assert told.code == 0
    assert "Trong năm 2023, Kế hoạch không có danh mục nhiệm vụ để thống kê." in desk.text
    assert "Phụ lục" not in desk.text


def test_words_are_printed_as_they_were_written(desk: Desk) -> None:
    odd = "  - {ma: 1, ten: Việc một, don_vi: Sở Y tế, trang_thai: xong, noi_dung: '=1+1 <b> & {{ x }}', kho_khan: '@SUM(A1)'}\n"
    assert desk.report(f"{ANSWERS}ket_qua:\n{odd}").code == 0
    assert "- =1+1 <b> & {{ x }}." in desk.text
    row = next(row for row in desk.table("KẾT QUẢ") if row[0] == "1")
    assert row[5:] == ["=1+1 <b> & {{ x }}.", "Sở Y tế: @SUM(A1)."]


def test_no_word_of_docgens_own_to_the_clerk_stands_anywhere_in_the_paper(desk: Desk) -> None:
    note = "'[cần xem lại] Kết quả!F12: abc'"
    figure = f"{{chi_tieu: {note}, don_vi_tinh: tin, so_luong: 5}}"
    answer = (
        f"{{ma: 1, ten: Việc một, don_vi: Sở Y tế, trang_thai: xong, noi_dung: {note}, kho_khan: {note}, so_lieu: [{figure}]}}"
    )
    results = (
        f"{ANSWERS}ket_qua:\n  - {answer}\nchi_dao: [{note}]\ndanh_gia: {{uu_diem: [{note}], bai_hoc: [{note}]}}\n"
        f"kinh_phi: {{du_toan: 100, ghi_chu: {note}}}\nphuong_huong: [{note}]\nkien_nghi: [{note}]\n"
    )
    assert desk.report(results).code == 0
    said = "\n".join([desk.text, *(cell for name in ("KẾT QUẢ", "CHỈ TIÊU") for row in desk.table(name) for cell in row)])
    assert "cần xem lại" not in said
    assert "F12" not in said
    assert desk.text.count("[cần điền nội dung chưa đọc rõ trong biểu mẫu]") == 8  # once each; the figure once in the text


def test_duties_and_other_work_stand_in_the_appendix_and_do_not_count(desk: Desk) -> None:
    plan = PLAN + "to_chuc_thuc_hien:\n  - tieu_de: Sở Y tế\n    y: [Theo dõi việc thực hiện]\n"
    rows = (
        f"{ONE_DONE}  - {{ma: TN.1, ten: Theo dõi việc thực hiện, don_vi: Sở Y tế, trang_thai: xong}}\n"
        "  - {ma: K.1, ten: Việc thêm, don_vi: Sở Y tế, trang_thai: xong}\n"
    )
    assert desk.report(f"{ANSWERS}ket_qua:\n{rows}", plan=plan).code == 0
    assert "Trong 03 nhiệm vụ của Kế hoạch" in desk.text
    assert {"TN.1", "K.1"} <= {row[0] for row in desk.table("KẾT QUẢ")}


def test_what_a_report_tells_less_than_was_answered_is_said(desk: Desk) -> None:
    """A duty of several of whom one answered, a figure that nobody could read, work without a name."""
    plan = PLAN + "to_chuc_thuc_hien:\n  - tieu_de: Sở Y tế, Sở Tài chính\n    y: [Theo dõi việc thực hiện]\n"
    note = "'[cần xem lại] Số liệu!E5: số liệu “Hộ, 312/320”: “312/320” không đọc được thành số'"
    rows = (
        f"{ONE_DONE}  - {{ma: TN.1, ten: Theo dõi việc thực hiện, don_vi: Sở Y tế, trang_thai: xong, ghi_chu: {note}}}\n"
        "  - {ma: K.1, ten: Việc khác (biểu mẫu không ghi tên việc), don_vi: Sở Y tế, trang_thai: xong}\n"
    )
    answer = desk.report(f"{ANSWERS}ket_qua:\n{rows}", plan=plan)
    assert answer.code == 0
    row = next(row for row in desk.table("KẾT QUẢ") if row[0] == "TN.1")
    assert row[5].endswith("Chưa có báo cáo: Sở Tài chính.")
    assert "trách nhiệm TN.1 chưa có báo cáo của Sở Tài chính" in answer.said
    assert (
        "kết quả TN.1 của Sở Y tế còn số liệu chưa đọc được nên chưa cộng vào tổng "
        "(Số liệu!E5: số liệu “Hộ, 312/320”: “312/320” không đọc được thành số)"
    ) in answer.said
    assert "việc khác K.1 của Sở Y tế chưa có tên mà báo cáo có in" in answer.said


def styled(paper: Path, *styles: str) -> list[str]:
    return [each.text for each in docx.Document(str(paper)).paragraphs if each.style and each.style.name in styles]


def in_groups(*titles: str) -> str:
    groups = "".join(
        f"      - {{tieu_de: {title}, nhiem_vu: [{{ten: Việc {title}, chu_tri: Sở Y tế, thoi_gian: Quý I}}]}}\n"
        for title in titles
    )
    return f"{HEAD}phu_luc:\n  - tieu_de: Việc\n    nhom_nhiem_vu:\n{groups}"


def test_what_stands_alone_bears_no_numeral(desk: Desk) -> None:
    """One part, one group of tasks, one heading of the judgement: “I.” or “1.” would count nothing."""
    results = f"{ANSWERS}ket_qua:\n  - {{ma: I.1, ten: Việc Chuyên môn, don_vi: Sở Y tế, trang_thai: xong}}\n"
    assert desk.report(results, plan=in_groups("Chuyên môn")).code == 0
    assert styled(desk.paper, "ND30 Phần") == ["KẾT QUẢ THỰC HIỆN NHIỆM VỤ"]
    assert [row[:2] for row in desk.table("KẾT QUẢ")[1:]] == [["", "Chuyên môn"], ["I.1", "Việc Chuyên môn"]]
    assert desk.report(f"{results}danh_gia: {{han_che: [Chậm]}}\n", plan=in_groups("Chuyên môn")).code == 0
    assert styled(desk.paper, "ND30 Phần") == ["I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "II. ĐÁNH GIÁ CHUNG"]
    assert styled(desk.paper, "ND30 Mục")[-1] == "Hạn chế"


def test_groups_keep_their_own_capitals_and_are_numbered_where_there_are_two(desk: Desk) -> None:
    results = f"{ANSWERS}ket_qua:\n  - {{ma: K.1, ten: Việc thêm, don_vi: Sở Y tế, trang_thai: xong}}\n"
    assert desk.report(results, plan=in_groups("QUỐC PHÒNG", "eOffice và Đề án 06")).code == 0
    assert styled(desk.paper, "ND30 Khoản") == ["a) QUỐC PHÒNG", "b) eOffice và Đề án 06"]
    rows = [row[:2] for row in desk.table("KẾT QUẢ")[1:] if row[1] == row[2]]
    assert rows[:2] == [["I", "QUỐC PHÒNG"], ["II", "eOffice và Đề án 06"]]
    assert rows[2][0] == "III"


def test_rows_of_the_appendices_stay_whole_but_where_a_page_ends_and_for_the_highest(sample: Path) -> None:
    rows = [row for table in docx.Document(str(sample)).tables for row in table.rows]
    free = [row.cells[0].text for row in rows if row._tr.trPr is None or row._tr.trPr.find("{*}cantSplit") is None]
    assert free == ["I.3", "II.2", "II.3"]  # where the first page ends, and may be the second; more than a third of a page high


def five_hundred() -> tuple[str, str]:
    statuses = ("hoàn thành", "đang thực hiện", "chưa thực hiện", "không thực hiện")
    tasks = "".join(
        f"      - {{ten: Việc số {number}, chu_tri: Sở Y tế, thoi_gian: Quý {'I' * (number % 3 + 1)}}}\n"
        for number in range(1, 501)
    )
    answers = "".join(
        f"  - {{ma: {number}, ten: Việc số {number}, trang_thai: {statuses[number % 7 % 4]}, noi_dung: Đã làm {number}}}\n"
        for number in range(1, 501)
        if number % 11
    )
    return f"{HEAD}phu_luc:\n  - tieu_de: Việc\n    nhiem_vu:\n{tasks}", f"{ANSWERS}ket_qua:\n{answers}"


def test_five_hundred_tasks_are_counted_and_listed(desk: Desk) -> None:
    plan, results = five_hundred()
    assert desk.report(results, plan=plan).code == 0
    counts = Counter(row["trang_thai"] for row in yaml.safe_load(results)["ket_qua"])
    counts["chưa có báo cáo"] = 500 - sum(counts.values())
    rows = {row[0].lower(): row[1:] for row in desk.table("TRẠNG THÁI")[1:]}
    assert {name: int(many) for name, (many, _) in rows.items() if name != "tổng cộng"} == counts
    assert sum(percent_of(part) for name, (_, part) in rows.items() if name != "tổng cộng") == 100
    assert len(desk.table("KẾT QUẢ")) == 501
    assert "- Đã làm 1." not in desk.text  # so many are told in the appendix alone


def test_help_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baocao", "--help"]) == 0
    assert "Tạo báo cáo kết quả thực hiện kế hoạch" in capsys.readouterr().out


def test_figures_and_money_are_printed_and_added_up_with_every_digit(desk: Desk) -> None:
    done = "trang_thai: hoàn thành, ngay_hoan_thanh: 2023-03-01, so_lieu: [{{chi_tieu: Người, so_luong: '{many}'}}]"
    results = (
        f"{ANSWERS}kinh_phi: {{du_toan: 100000000000000000000000000000000000000, thuc_hien: 1}}\nket_qua:\n"
        f"  - {{ma: 1, ten: Việc một, don_vi: Sở Y tế, {done.format(many='1234567890123456789012345678901')}}}\n"
        f"  - {{ma: 2, ten: Việc hai, don_vi: Sở Y tế, {done.format(many='0,123456789012')}}}\n"
    )
    assert desk.report(results, "--van-ghi").code == 0
    assert "Người: 1.234.567.890.123.456.789.012.345.678.901,123456789012" in desk.text
    assert f"Còn lại: 99{'.999' * 12} đồng" in desk.text


def test_who_answered_is_printed_by_its_full_name_however_it_was_typed(desk: Desk) -> None:
    answer = "  - {{ma: 2, ten: Việc hai, don_vi: {who}, trang_thai: xong}}\n"
    rows = "".join(answer.format(who=who) for who in ("SỞ  y tế", "Sở tài chính"))
    assert desk.report(f"{ANSWERS}ket_qua:\n{rows}").code == 0
    [told] = [row[5] for row in desk.table("KẾT QUẢ") if row[0] == "2"]
    assert told == "Sở Y tế: hoàn thành.\nSở Tài chính: hoàn thành."
