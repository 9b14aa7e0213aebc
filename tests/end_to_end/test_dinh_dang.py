"""A plan with bold and italic letters and footnotes, through every command: printed on paper, plain words elsewhere."""

import io
import re
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest

from docgen.cli import main as cli
from docgen.data.yamlfile import load
from docgen.data.yamltext.writing import lines_of
from docgen.files.package import part_of
from tests.conftest import ROOT, SAMPLE

PLAN = ROOT / "tests" / "plans" / "dinh-dang"
LEADER = "Sở Thông tin và Truyền thông"
UNMARKED = frozenset({"loai", "trich_yeu", "noi_nhan", "luu", "ky", "don_vi", "cong_van", "ma", "huong"})
DISTRICTS = "Gồm 11 huyện, thị xã, thành phố."
RESULTS = """\
loai: kết quả thực hiện
den_ngay: 2024-12-15
ket_qua:
  - ma: "1"
    ten: Xây dựng chuyên mục trên báo
    trang_thai: hoàn thành
    noi_dung: Đã mở **02 chuyên mục**.
phuong_huong: ["Duy trì **chuyên mục** hằng tháng."]
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PLAN, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bold_in(paper: Path) -> list[str]:
    """Return the letters that a paper's own runs set in bold."""
    body = docx.Document(str(paper)).element.body
    runs = body.xpath(".//w:r[w:rPr/w:b[not(@w:val)]]")
    return ["".join(text.text or "" for text in run.xpath("w:t")) for run in runs]


def notes_in(paper: Path) -> list[str]:
    notes = re.findall(r'<w:footnote w:id="\d+">(.*?)</w:footnote>', part_of(paper.read_bytes(), "word/footnotes.xml").decode())
    return ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", note)).strip() for note in notes]


def paragraphs_of_cells(paper: Path) -> list[list[str]]:
    """Return the paragraphs of each cell that has several."""
    tables = docx.Document(str(paper)).tables
    cells = [cell for table in tables for row in table.rows for cell in row.cells if len(cell.paragraphs) > 1]
    return [[paragraph.text for paragraph in cell.paragraphs] for cell in cells if cell.text.strip()]


def test_lines_of_a_cell_and_of_a_text_are_paragraphs(desk: Path) -> None:
    assert cli.run(["kehoach", "kehoach.yaml", "-o", "ke-hoach.docx"]) == 0
    paper = desk / "ke-hoach.docx"
    assert ["Phát sóng:", "- Trên đài;", "- Trên mạng."] in paragraphs_of_cells(paper)
    assert paragraphs_of_cells(paper)[-3:] == [
        ["In ấn phẩm:", "- Tờ rơi;", "- Sổ tay."],
        ["Sở Nội vụ", "Sở Tài chính"],
        ["Quý II", "Quý III"],
    ]
    texts = [paragraph.text for paragraph in docx.Document(str(paper)).paragraphs]
    assert texts[texts.index("Đoạn thứ nhất.") + 1] == "Đoạn thứ hai."
    assert {"tay", "thứ hai"} <= set(bold_in(paper))


def test_letters_and_report_print_the_lines_of_a_cell_as_paragraphs(desk: Path) -> None:
    (desk / "ketqua.yaml").write_text(RESULTS, "utf-8")
    assert cli.run(["congvan", "kehoach.yaml", "-o", "thu"]) == 0
    assert cli.run(["baocao", "kehoach.yaml", "-o", "bao-cao.docx"]) == 0
    for paper in (*(desk / "thu").glob("*-so-noi-vu.docx"), desk / "bao-cao.docx"):
        assert ["In ấn phẩm:", "- Tờ rơi;", "- Sổ tay."] in paragraphs_of_cells(paper)


def test_a_letter_that_lists_tasks_runs_the_lines_of_a_cell_on(desk: Path) -> None:
    plan = desk / "kehoach.yaml"
    plan.write_text(plan.read_text("utf-8") + "cong_van: {kieu: danh sách}\n", "utf-8")
    assert cli.run(["congvan", "kehoach.yaml", "-o", "thu"]) == 0
    letter = docx.Document(str(next((desk / "thu").glob("*-so-noi-vu.docx"))))
    words = [paragraph.text.replace("\u00a0", " ") for paragraph in letter.paragraphs]
    assert "a) In ấn phẩm: Tờ rơi; Sổ tay (mã số: 2; chủ trì: Sở Nội vụ; Sở Tài chính; thời gian: Quý II; Quý III)." in words


def test_letters_print_the_marks_and_bring_the_footnotes_of_what_they_say(desk: Path) -> None:
    assert cli.run(["congvan", "kehoach.yaml", "-o", "thu"]) == 0
    leader = next((desk / "thu").glob("*-so-thong-tin-va-truyen-thong.docx"))
    assert "chuyên mục" in bold_in(leader)
    assert notes_in(leader) == [DISTRICTS, DISTRICTS]  # of the task's name, and of who leads it
    finance = next((desk / "thu").glob("*-so-tai-chinh.docx"))
    assert "phối hợp" in bold_in(finance)
    assert notes_in(finance) == [DISTRICTS]


def test_forms_and_matrix_hold_plain_words(desk: Path) -> None:
    assert cli.run(["thuthap", "kehoach.yaml", "-o", "bieu-mau"]) == 0
    assert cli.run(["phancong", "kehoach.yaml", "-o", "ma-tran.xlsx"]) == 0
    sheets = [*(desk / "bieu-mau").glob("*.xlsx"), desk / "ma-tran.xlsx"]
    cells = [
        str(cell.value)
        for path in sheets
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert any("Xây dựng chuyên mục trên báo" in text for text in cells)
    assert [text for text in cells if "**" in text or "[^" in text or "__" in text] == []


def test_the_report_knows_a_task_by_its_words_and_prints_its_marks(desk: Path) -> None:
    (desk / "ketqua.yaml").write_text(RESULTS, "utf-8")
    assert cli.run(["baocao", "kehoach.yaml", "-o", "bao-cao.docx"]) == 0
    bold = bold_in(desk / "bao-cao.docx")
    assert bold.count("chuyên mục") == 2
    assert "02 chuyên mục" in bold
    assert set(notes_in(desk / "bao-cao.docx")) == {DISTRICTS}


def test_footnotes_in_results_are_refused(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "ketqua.yaml").write_text(RESULTS.replace("hằng tháng.", "hằng tháng.[^1]"), "utf-8")
    assert cli.run(["baocao", "kehoach.yaml", "-o", "bao-cao.docx"]) == 3
    assert "ketqua.yaml:8:51: tệp này không có chú thích; bỏ [^1]" in capsys.readouterr().err


def test_a_new_year_keeps_the_marks_where_words_change(desk: Path) -> None:
    thay = ("--thay", f"{LEADER}=Sở Khoa học và Công nghệ")
    assert cli.run(["chuyennam", "kehoach.yaml", "2026", "-o", "ra-soat.docx", *thay]) in (0, 1)
    rolled = next(desk.rglob("kehoach-2026.yaml")).read_text("utf-8")
    assert 'cung_dong: "Trong **năm** 2026."' in rolled
    assert 'chu_tri: "**Sở Khoa học và Công nghệ**[^2]"' in rolled
    review = docx.Document(io.BytesIO((desk / "ra-soat.docx").read_bytes()))
    words = "\n".join(cell.text for table in review.tables for row in table.rows for cell in row.cells)
    assert "**" not in words
    assert "Chú thích" in words


def test_what_is_doubtful_is_told_at_its_place_among_the_marks(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = desk / "kehoach.yaml"
    plan.write_text(plan.read_text("utf-8").replace("**năm** 2024", "**năm** 2023"), "utf-8")
    assert cli.run(["kehoach", "kehoach.yaml", "-o", "ke-hoach.docx"]) == 0
    assert "kehoach.yaml:18:56: “năm 2023” là năm trước năm của kế hoạch" in capsys.readouterr().err


def test_a_word_plan_is_imported_with_its_footnotes_where_they_are_called_for(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["kehoach", "kehoach.yaml", "-o", "ke-hoach.docx"]) == 0
    capsys.readouterr()
    assert cli.run(["nhap", "ke-hoach.docx", "-o", "moi"]) == 0
    told = capsys.readouterr().err
    made = (desk / "moi" / "2024" / "kehoach.yaml").read_text("utf-8")
    assert '  - "**Luật Tổ chức chính quyền địa phương** ngày 19 tháng 6 năm 2015[^1]"' in made
    assert "  I. MỤC ĐÍCH, YÊU CẦU[^2]" in made
    assert "  - Chủ trì, **phối hợp** rà soát, tổng hợp.[^3]" in made
    assert "  2: Quyết định số **1160/QĐ-TTg** ngày 13 tháng 7 năm 2021 của Thủ tướng Chính phủ." in made
    assert "      - ten: Xây dựng chuyên mục trên báo[^4]" in made
    assert "không việc nào cần quyết định" in told
    assert cli.run(["kehoach", "moi/2024/kehoach.yaml", "-o", "lai.docx"]) == 0
    assert notes_in(desk / "lai.docx") == notes_in(desk / "ke-hoach.docx")


def scattered(value: object, key: str = "") -> object:
    """Return the values of a plan with marks around words in the middle of its texts, and calls for a footnote behind some."""
    if isinstance(value, dict):
        return {name: each if name in UNMARKED else scattered(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [scattered(each, key) for each in value]
    words = str(value or "").split(" ")
    middle = len(words) // 2
    if not isinstance(value, str) or len(value) < 12 or not words[middle].isalpha() or "\n" in value:
        return value
    if key != "tieu_de":
        words[middle] = f"**__{words[middle]}__**" if len(words) % 2 else f"**{words[middle]}**"
    return " ".join(words) + ("[^1]" if len(words) % 4 == 0 else "")


def words_of_letter(paper: Path) -> str:
    xml = re.sub(r"</w:p>|<w:(?:br|tab)[^>]*/>", " ", part_of(paper.read_bytes(), "word/document.xml").decode())
    return " ".join(re.sub(r"<[^>]+>", "", xml).replace("\u00a0", " ").split())


def test_marks_scattered_over_a_plan_change_no_word_of_what_is_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SAMPLE.parent.parent, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path / SAMPLE.parent.name)
    plain = load(Path("kehoach.yaml")).value
    marked = {**scattered(plain), "chu_thich": {"1": "Chỉ thị của Bộ Chính trị."}}  # type: ignore[dict-item]
    Path("dau.yaml").write_text("".join(f"{line}\n" for line in lines_of(marked, 0)), "utf-8")
    made = {}
    units = [argument for name in ("Sở Tài chính", LEADER, "UBND huyện Kế Sách") for argument in ("--don-vi", name)]
    for name in ("kehoach", "dau"):
        capsys.readouterr()
        assert cli.run(["phancong", f"{name}.yaml"]) == 0
        matrix = capsys.readouterr().out
        assert cli.run(["congvan", f"{name}.yaml", "-o", f"thu-{name}", *units]) == 0
        assert cli.run(["baocao", f"{name}.yaml", "-o", f"bao-cao-{name}.docx"]) == 0
        papers = [*sorted(Path(f"thu-{name}").glob("*.docx")), Path(f"bao-cao-{name}.docx")]
        made[name] = [matrix, *map(words_of_letter, papers)]
    assert len(made["dau"]) == 5
    assert made["dau"] == made["kehoach"]
    assert len(bold_in(Path("bao-cao-dau.docx"))) > len(bold_in(Path("bao-cao-kehoach.docx"))) + 10
