"""The ways in besides a Word file: plain text, pasted tables, old codes, other programs' files; each becomes the same data."""

import http.server
import io
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

import docgen
from docgen.cli import main as cli
from docgen.data.yamlfile import load
from docgen.errors import FileError
from docgen.files import libreoffice
from docgen.files.package import packed
from docgen.intake.typedpaper import view_of_text
from tests.conftest import SAMPLE
from tests.intake.test_wordplan import body, foot, head, plan

HEAD = """\
UBND TỈNH SÓC TRĂNG                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ                                    Độc lập - Tự do - Hạnh phúc

Số: 15/KH-SNV                          Sóc Trăng, ngày 05 tháng 02 năm 2025
"""
HEAD_IN_LINES = """\
UBND TỈNH SÓC TRĂNG
SỞ NỘI VỤ
Số: 15/KH-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sóc Trăng, ngày 05 tháng 02 năm 2025
"""
HEAD_OF_CELLS = """\
UBND TỈNH SÓC TRĂNG
SỞ NỘI VỤ
Số: 15/KH-SNV\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sóc Trăng, ngày 05 tháng 02 năm 2025
"""
BODY = """
KẾ HOẠCH
Cải cách hành chính năm 2025
của Sở Nội vụ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Sở Nội vụ ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
- Nâng cao chất lượng phục vụ người dân.
+ Giảm thời gian chờ.
II. NHIỆM VỤ
STT\tNhiệm vụ\tĐơn vị chủ trì\tThời gian
1\tTập huấn\tVăn phòng Sở\tQuý I
2\t"Rà soát
hồ sơ"\tPhòng Cải cách hành chính\tQuý II
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở chủ trì, tổng hợp báo cáo.
Trên đây là Kế hoạch của Sở Nội vụ./.
"""
FOOT = """
Nơi nhận:                                   KT. GIÁM ĐỐC
- UBND tỉnh;                                PHÓ GIÁM ĐỐC
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT, CCHC.
                                            Trần Thị Bình
"""
FOOT_IN_LINES = """
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Trần Thị Bình
Nơi nhận:
- UBND tỉnh;
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT, CCHC.
"""
TABLE = "STT\tNhiệm vụ\tChủ trì\tThời gian\nI\tNhóm một\n1\tRà soát\tVăn phòng Sở\tQuý I\n2\tTập huấn\tPhòng A\tQuý II năm 2026\n"

Taken = Callable[..., tuple[docgen.Imported, dict[str, Any]]]


def values(path: Path) -> dict[str, Any]:
    return load(path).value


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    """Return a function that imports a text; the plan is read again from the file that it makes."""

    def imported(text: str, encoding: str = "utf-8", **given: Any) -> tuple[docgen.Imported, dict[str, Any]]:
        (tmp_path / "kh.txt").write_bytes(text.encode(encoding))
        made = docgen.import_plan(tmp_path / "kh.txt", out=tmp_path / "vp", **given)
        made.save()
        return made, load(made.plan).value

    return imported


@pytest.mark.parametrize("head_lines", [HEAD, HEAD_IN_LINES, HEAD_OF_CELLS])
@pytest.mark.parametrize("foot_lines", [FOOT, FOOT_IN_LINES])
def test_a_typed_plan_comes_into_its_keys(head_lines: str, foot_lines: str, taken: Taken) -> None:
    made, data = taken(head_lines + BODY + foot_lines)
    office = made.data["coquan"]
    assert (office["ten"], office["co_quan_chu_quan"], office["viet_tat"]) == ("Sở Nội vụ", "UBND tỉnh Sóc Trăng", "SNV")
    assert office["dia_danh"] == "Sóc Trăng"
    assert office["ky"] == {"quyen_han": ["KT. GIÁM ĐỐC"], "chuc_vu": "PHÓ GIÁM ĐỐC", "ho_ten": "Trần Thị Bình"}
    assert office["trinh_bay"] is None
    assert {key: data[key] for key in ("nam", "so", "ngay", "trich_yeu", "noi_nhan", "luu")} == {
        "nam": "2025",
        "so": "15",
        "ngay": "2025-02-05",
        "trich_yeu": "Cải cách hành chính năm 2025 của Sở Nội vụ",
        "noi_nhan": ["UBND tỉnh", "Các phòng, đơn vị thuộc Sở"],
        "luu": "VT, CCHC",
    }
    assert data["can_cu"] == ["Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"]
    assert data["ket_thuc"] == ["Trên đây là Kế hoạch của Sở Nội vụ."]
    assert data["phan"] == [
        {
            "tieu_de": "MỤC ĐÍCH",
            "y": [{"noi_dung": "Nâng cao chất lượng phục vụ người dân.", "cong": ["Giảm thời gian chờ."]}],
        },
        {
            "tieu_de": "NHIỆM VỤ",
            "noi_dung": [
                {
                    "nhiem_vu": [
                        {"ten": "Tập huấn", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"},
                        {"ten": "Rà soát hồ sơ", "chu_tri": "Phòng Cải cách hành chính", "thoi_gian": "Quý II"},
                    ]
                }
            ],
        },
        {"tieu_de": "TỔ CHỨC THỰC HIỆN", "muc": [{"doan": "Văn phòng Sở chủ trì, tổng hợp báo cáo."}]},
    ]


def test_lines_that_a_program_broke_are_one_paragraph_again(taken: Taken) -> None:
    _, data = taken(
        "I. MỤC ĐÍCH\nTriển khai có hiệu quả các nhiệm vụ cải cách hành chính năm 2025 trên địa\n"
        "bàn tỉnh, bảo đảm đúng tiến độ và chất lượng theo chỉ đạo của Ủy ban nhân dân\ntỉnh.\n"
        "Nâng cao trách nhiệm của người đứng đầu.\n"
    )
    assert data["phan"] == [
        {
            "tieu_de": "MỤC ĐÍCH",
            "doan": [
                "Triển khai có hiệu quả các nhiệm vụ cải cách hành chính năm 2025 trên địa bàn tỉnh, bảo đảm đúng tiến độ và "
                "chất lượng theo chỉ đạo của Ủy ban nhân dân tỉnh.",
                "Nâng cao trách nhiệm của người đứng đầu.",
            ],
        }
    ]


BROKEN = """\
KẾ HOẠCH
Tuyên truyền, quảng bá ASEAN năm 2023 trên địa bàn tỉnh
Căn cứ Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2021 của Thủ
tướng Chính phủ phê duyệt Chương trình hành động của Chính phủ về tuyên
truyền, quảng bá ASEAN;
Căn cứ Kế hoạch số 152/KH-UBND ngày 14 tháng 10 năm 2021 của Ủy
ban nhân dân tỉnh Sóc Trăng.
Ủy ban nhân dân tỉnh Sóc Trăng ban hành Kế hoạch với những nội dung cụ
thể như sau:
I. MỤC ĐÍCH
- Duy trì và nâng cao công tác phối hợp thông tin giữa các sở, ban, ngành,
địa phương; khẳng định vai trò của Việt Nam, củng cố vị thế của
ASEAN.
- Tuyên truyền việc thực hiện Kế hoạch tổng thể Cộng đồng Kinh tế
ASEAN 2025.
1. Sở Thông tin và Truyền thông
Chủ trì theo dõi.
PHỤ LỤC
NHIỆM VỤ NĂM 2023
STT NHIỆM VỤ ĐƠN VỊ CHỦ TRÌ THỜI GIAN
1
Viết bài
Sở Thông tin
Quý II
"""


@pytest.mark.parametrize("spaced", [False, True], ids=["line by line", "a blank line below each"])
def test_lines_broken_in_a_printed_page_are_one_and_a_table_without_columns_is_asked_about(taken: Taken, *, spaced: bool) -> None:
    made, data = taken(BROKEN.replace("\n", " \n\n") if spaced else BROKEN)
    assert data["trich_yeu"] == "Tuyên truyền, quảng bá ASEAN năm 2023 trên địa bàn tỉnh"
    assert data["can_cu"] == [
        "Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành động của Chính "
        "phủ về tuyên truyền, quảng bá ASEAN",
        "Kế hoạch số 152/KH-UBND ngày 14 tháng 10 năm 2021 của Ủy ban nhân dân tỉnh Sóc Trăng",
    ]
    assert data["mo_dau"] == ["Ủy ban nhân dân tỉnh Sóc Trăng ban hành Kế hoạch với những nội dung cụ thể như sau:"]
    assert data["phan"] == [
        {
            "tieu_de": "MỤC ĐÍCH",
            "y": [
                "Duy trì và nâng cao công tác phối hợp thông tin giữa các sở, ban, ngành, địa phương; khẳng định vai trò của "
                "Việt Nam, củng cố vị thế của ASEAN.",
                "Tuyên truyền việc thực hiện Kế hoạch tổng thể Cộng đồng Kinh tế ASEAN 2025.",
            ],
            "muc": [{"tieu_de": "Sở Thông tin và Truyền thông", "doan": "Chủ trì theo dõi."}],
        }
    ]
    assert "đã nối 7 dòng bị ngắt giữa chừng với dòng trên; xem lại chỗ ngắt đoạn" in [one.message for one in made.warnings]
    assert [one.message for one in made.questions if "không còn cột" in one.message] == [
        "từ đây có vẻ là một bảng không còn cột, nên 5 đoạn nhập như câu chữ và không có nhiệm vụ nào; nhập bảng từ tệp Word, "
        "Excel, hoặc chép lại để các ô cách nhau bằng dấu tab"
    ]


def test_text_without_head_becomes_a_plan_with_blanks_that_are_asked(taken: Taken) -> None:
    made, data = taken("- Rà soát hồ sơ, Văn phòng Sở chủ trì.\n- Tập huấn nghiệp vụ.\n+ Trong quý I.\n", year=2026)
    assert data["trich_yeu"] == "[cần điền trích yếu]"
    assert data["phan"] == [
        {
            "tieu_de": "[cần điền tên phần]",
            "y": [
                "Rà soát hồ sơ, Văn phòng Sở chủ trì.",
                {"noi_dung": "Tập huấn nghiệp vụ.", "cong": ["Trong quý I."]},
            ],
        }
    ]
    assert [question.message for question in made.questions] == [
        "không thấy tên cơ quan, chữ viết tắt, địa danh, chức vụ người ký, họ tên người ký, trích yếu, tên phần, nơi nhận, "
        "nơi lưu trong tệp; điền vào chỗ “[cần điền …]”"
    ]
    assert made.warnings[0].message.startswith("đã đọc như văn bản gõ")


def test_a_title_and_a_signer_are_found_where_no_head_and_no_kt_tell(taken: Taken) -> None:
    made, data = taken(
        "Kế hoạch công tác văn thư năm 2026\nSở Nội vụ ban hành kế hoạch:\nI. NHIỆM VỤ\nRà soát hồ sơ.\n"
        "GIÁM ĐỐC\n(Đã ký)\nNguyễn Văn A\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    )
    assert (data["trich_yeu"], data["mo_dau"]) == ("công tác văn thư năm 2026", ["Sở Nội vụ ban hành kế hoạch:"])
    assert (made.data["coquan"]["ky"]["chuc_vu"], made.data["coquan"]["ky"]["ho_ten"]) == ("GIÁM ĐỐC", "Nguyễn Văn A")
    assert data["noi_nhan"] == ["Như trên"]


def test_an_appendix_of_pasted_cells_is_one_of_tasks(taken: Taken) -> None:
    _, data = taken(f"{HEAD}{BODY}{FOOT}\nPHỤ LỤC\nNHIỆM VỤ NĂM 2025\n(Kèm theo Kế hoạch số 15/KH-SNV)\n{TABLE}")
    (appendix,) = data["phu_luc"]
    assert (appendix["tieu_de"], appendix["huong"]) == ("NHIỆM VỤ NĂM 2025", "dọc")
    assert [task["chu_tri"] for task in appendix["nhom_nhiem_vu"][0]["nhiem_vu"]] == ["Văn phòng Sở", "Phòng A"]


def test_words_in_straight_quotes_stay_as_they_are(taken: Taken) -> None:
    _, data = taken('I. NHIỆM VỤ NĂM 2025\n"Một cửa" là khẩu hiệu.\n"Đúng hẹn", "đúng việc".\n')
    assert data["phan"] == [{"tieu_de": "NHIỆM VỤ NĂM 2025", "doan": ['"Một cửa" là khẩu hiệu.', '"Đúng hẹn", "đúng việc".']}]


@pytest.mark.parametrize("line", ['\t"a', "a\tb\n", "một dòng chữ thường bị ngắt ở đây\n", "PHỤ LỤC\n", '"\n'])
def test_long_texts_are_read_in_linear_time(line: str) -> None:
    def calls(count: int) -> int:
        return counted(lambda: view_of_text(line * count))

    calls(200)  # what is made once, is made
    assert calls(800) < 2.6 * calls(400)


def counted(work: Callable[[], object]) -> int:
    """Return how many functions `work` calls."""
    seen = 0

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal seen
        seen += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return seen


def test_marks_of_typed_text_are_taken_as_such(taken: Taken) -> None:
    _, data = taken("I. NHIỆM VỤ NĂM 2025\n1. **Thời gian:** Trong năm.\n- Làm **ngay** việc này.\n")
    assert data["phan"] == [
        {
            "tieu_de": "NHIỆM VỤ NĂM 2025",
            "muc": [{"tieu_de": "Thời gian", "cung_dong": "Trong năm.", "y": ["Làm **ngay** việc này."]}],
        }
    ]


def test_a_typed_footnote_comes_with_its_words_and_a_call_for_none_stays_as_words(taken: Taken) -> None:
    _, data = taken("I. NHIỆM VỤ NĂM 2025\n1. Làm ngay[^1].\n2. Làm sau[^2].\n[^1]: Theo số liệu năm 2024.\n")
    assert data["chu_thich"] == {"1": "Theo số liệu năm 2024."}
    assert [each["doan"] for each in data["phan"][0]["muc"]] == ["Làm ngay[^1].", "Làm sau[ ^2]."]


def test_old_codes_are_changed_and_told(taken: Taken) -> None:
    made, data = taken("I. MôC §ÝCH N¡M 2025\nThùc hiÖn nhiÖm vô c¶i c¸ch hµnh chÝnh n¨m 2025.\n", "latin-1")
    assert data["phan"] == [{"tieu_de": "MỤC ĐÍCH NĂM 2025", "doan": "Thực hiện nhiệm vụ cải cách hành chính năm 2025."}]
    assert made.warnings[1].message == "tệp dùng bảng mã TCVN3; đã chuyển sang Unicode, xem lại"


@pytest.mark.parametrize("font", [".VnTime", "Times New Roman"])
def test_a_word_paper_in_tcvn3_is_read_in_unicode_and_told(font: str, tmp_path: Path) -> None:
    document = docx.Document()
    head(document)
    body(document)
    for words in ("C¬ quan th\u00ad\u00eang trùc: Së Néi vô.", "Thùc hiÖn c¶i c¸ch hµnh chÝnh.", "§\u00ada vµo kÕ ho¹ch n¨m."):
        document.add_paragraph().add_run(words).font.name = font
    foot(document)
    document.save(str(tmp_path / "kh.docx"))
    made = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "vp")
    text = made.files[made.plan].decode()
    assert "Cơ quan thường trực: Sở Nội vụ." in text
    assert "Thực hiện cải cách hành chính." in text
    assert "Đưa vào kế hoạch năm." in text
    assert [told.message for told in made.warnings] == [
        "3 đoạn gõ bằng bảng mã TCVN3 (“Cơ quan thường trực: Sở Nội…”); đã chuyển sang Unicode, xem lại"
    ]


@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
def test_files_of_other_programs_come_in_through_libreoffice(suffix: str, tmp_path: Path) -> None:
    plan().save(str(tmp_path / "kh.docx"))
    libreoffice_run(tmp_path, suffix)
    made = docgen.import_plan(tmp_path / f"kh.{suffix}", out=tmp_path / "vp")
    own = docgen.import_plan(tmp_path / "kh.docx", out=tmp_path / "khac")
    assert made.data["kehoach"] == own.data["kehoach"]
    assert [told.message for told in made.warnings] == [f"đã đọc tệp .{suffix} qua LibreOffice; xem lại chỗ trình bày phức tạp"]


def libreoffice_run(folder: Path, suffix: str) -> None:
    """Save the plan in `folder` as LibreOffice does in another form."""
    program = shutil.which("soffice")
    assert program is not None
    profile = (folder / "ho-so").as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, "--outdir", str(folder), "kh.docx"],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_a_pdf_gives_its_words_in_order(tmp_path: Path) -> None:
    paper = docgen.make_plan(SAMPLE)
    (tmp_path / "kh.pdf").write_bytes(paper.pdf())
    made = docgen.import_plan(tmp_path / "kh.pdf", out=tmp_path / "vp")
    made.save()
    data, own = values(made.plan), values(SAMPLE)
    for key in ("trich_yeu", "can_cu", "noi_nhan", "luu"):
        assert data[key] == own[key]
    assert data["mo_dau"] == [own["mo_dau"]]
    assert [part["tieu_de"].casefold() for part in data["phan"]] == [part["tieu_de"].casefold() for part in own["phan"]] + [
        "tổ chức thực hiện"
    ]
    assert data["phan"][0]["muc"][0]["y"] == own["phan"][0]["muc"][0]["y"]
    assert made.data["coquan"]["ky"] == {
        "quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        "chuc_vu": "PHÓ CHỦ TỊCH",
        "ho_ten": "Huỳnh Thị Diễm Ngọc",
    }
    (table,) = data["phu_luc"][0]["bang"]
    assert table["cot"] == ["STT", "NHIỆM VỤ", "ĐƠN VỊ CHỦ TRÌ", "ĐƠN VỊ PHỐI HỢP", "THỜI GIAN"]
    assert table["dong"][2][2] == "Sở Thông tin và Truyền thông"
    assert made.warnings[0].message.startswith("đã đọc chữ của tệp .pdf qua LibreOffice như văn bản gõ")


def test_where_libreoffice_is_missing_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_USUAL_PLACES", ())
    (tmp_path / "kh.rtf").write_bytes(b"{\\rtf1 K\\'ea ho\\'a1ch}")
    with pytest.raises(FileError, match=r"chưa có LibreOffice nên chưa đọc được tệp \.rtf; cài LibreOffice"):
        docgen.import_plan(tmp_path / "kh.rtf", out=tmp_path / "vp")


def run_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes, *words: str) -> int:
    class Piped(io.TextIOWrapper):
        def isatty(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", Piped(io.BytesIO(data), encoding="utf-8"))
    return cli.run(["nhap", "-", *words])


def test_pasted_text_is_read_from_stdin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_stdin(monkeypatch, (HEAD + BODY + FOOT).encode(), "-o", str(tmp_path / "vp")) == 0
    assert "Lập từ văn bản dán vào bằng lệnh docgen nhap" in (tmp_path / "vp/2025/kehoach.yaml").read_text("utf-8")
    assert "văn bản dán vào: đã đọc như văn bản gõ" in capsys.readouterr().err


def test_a_pasted_table_alone_goes_into_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_stdin(monkeypatch, TABLE.encode(), "-o", str(tmp_path / "kehoach.yaml")) == 0
    (appendix,) = values(tmp_path / "kehoach.yaml")["phu_luc"]
    assert [task["ten"] for task in appendix["nhom_nhiem_vu"][0]["nhiem_vu"]] == ["Rà soát", "Tập huấn"]


def test_pasted_text_needs_a_place(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run_stdin(
            monkeypatch,
            b"I. MOT",
        )
        == 2
    )
    assert "thì cần -o" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "kh.txt", "tệp rỗng"),
        (b" \n\n", "kh.txt", "tệp rỗng"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "kh.txt", "không đọc được chữ"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "kh.docx", "không phải tệp .docx"),
        (b"%PDF-1.4\nhong", "kh.pdf", "PDF hỏng hoặc chưa tải xong"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "kh.doc", "Word đời cũ"),
        (b"PK\x03\x04hong", "kh.odt", "hỏng"),
    ],
)
def test_what_cannot_be_read_is_said(
    data: bytes, name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert cli.run(["nhap", str(tmp_path / name), "-o", str(tmp_path / "vp")]) == 5
    assert said in capsys.readouterr().err
    assert not (tmp_path / "vp").exists()


def open_document(**parts: bytes) -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, **{name.replace("_", "/", 1): data for name, data in parts.items()}})


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (open_document(**{"content.xml": LAUGHS}), "khai báo lạ (DTD)"),
        (open_document(**{"content.xml": b"<a>" + b" " * 30_000_000 + b"</a>"}), "tệp lớn bất thường"),
        (open_document(**{"META-INF_manifest.xml": b"<manifest:encryption-data/>", "content.xml": b"x"}), "tệp đặt mật khẩu"),
        (open_document(**{"content.xml": b"<a>"})[:-40], "hỏng"),
    ],
    ids=["entities", "bomb", "locked", "cut"],
)
def test_traps_in_an_odt_are_refused_before_libreoffice_sees_them(
    data: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no LibreOffice there
    (tmp_path / "kh.odt").write_bytes(data)
    assert cli.run(["nhap", str(tmp_path / "kh.odt"), "-o", str(tmp_path / "vp")]) == 5
    assert said in capsys.readouterr().err
    assert not (tmp_path / "vp").exists()


def test_libreoffice_fetches_nothing_for_a_strangers_paper(tmp_path: Path) -> None:
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        plan().save(str(tmp_path / "kh.docx"))
        libreoffice_run(tmp_path, "odt")
        with zipfile.ZipFile(tmp_path / "kh.odt") as package:
            parts = {name: package.read(name) for name in package.namelist()}
        link = f'xlink:href="http://127.0.0.1:{server.server_port}/anh.png" xlink:type="simple" xlink:actuate="onLoad"'
        picture = f'<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image {link}/></draw:frame>'
        content = parts["content.xml"].decode().replace("</office:text>", f"<text:p>{picture}</text:p></office:text>")
        parts["content.xml"] = content.encode()
        assert "Rà soát" in docx_words(libreoffice.to_word("kh.odt", packed(parts), ".odt"))
        server.shutdown()
    assert asked == []


def docx_words(data: bytes) -> str:
    return "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
