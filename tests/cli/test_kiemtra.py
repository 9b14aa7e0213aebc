"""The command `docgen kiemtra` on whole papers: exit codes, and the exact words on stdout and stderr."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import docx
import pytest

from docgen.check.finding import Fault, Rule, Rules, Severity, Verdicts
from docgen.check.judging import SEVERITIES
from docgen.cli import main as cli
from docgen.cli.anypaper import LEVELS
from docgen.files.package import packed, read_parts
from docgen.files.stamp import is_untouched
from tests.check.papers import clean
from tests.clerk import Answer, Clerk
from tests.conftest import GUIDE, OFFICE, ROOT, SAMPLE

ONE_FAULT = """\
{name} (công văn)

Quốc hiệu và Tiêu ngữ
  Lỗi H02: Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”, với gạch nối ngắn
    Đoạn 5: “Độc lập – Tự do – Hạnh phúc”
    Cách sửa: gõ lại: Độc lập - Tự do - Hạnh phúc
    Cơ sở: PL I.II.1.b

CHƯA ĐẠT: 1 lỗi; đã áp dụng N quy định
"""


@dataclass(frozen=True)
class Desk(Clerk):
    """A clerk's folder, and the command run in it."""

    COMMAND = ("kiemtra",)

    def put(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    def run(self, *arguments: str) -> Answer:
        """Run it; `N` in what it says stands for the number of rules that were applied, which grows with the rule book."""
        answer = super().run(*arguments)
        return replace(answer, out=re.sub(r"áp dụng \d+ quy", "áp dụng N quy", answer.out))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


@cache
def letter() -> bytes:
    return clean.cong_van()


@cache
def broken_letter() -> bytes:
    parts = read_parts(letter())
    text = parts["word/document.xml"].decode().replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")
    return packed({**parts, "word/document.xml": text.encode()})


@pytest.fixture
def one_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put in place of the rule book one rule that warns of the first paragraph."""
    monkeypatch.setattr("docgen.check.judging.RULES", (warning_rule(),))


def warning_rule() -> Rule:
    rules = Rules("Thử")

    @rules("X03", Severity.WARNING, "PL I.I.1")
    def judge(paper) -> Verdicts:  # type: ignore[no-untyped-def]
        yield Fault(paper.view.paragraphs[0], "Chưa được", "sửa")

    return rules.rules[0]


def test_a_paper_in_order_passes(desk: Desk) -> None:
    desk.put("cv.docx", letter())
    assert desk.run("cv.docx") == Answer(0, "cv.docx (công văn)\n\nĐẠT: không có lỗi; đã áp dụng N quy định\n", "")


def test_a_paper_that_breaks_the_decree_fails(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    assert desk.run("cv.docx") == Answer(1, ONE_FAULT.format(name="cv.docx"), "")


def test_a_folder_is_gone_through_and_summed_up(desk: Desk) -> None:
    desk.put("2023/b.docx", broken_letter())
    desk.put("2023/a.docx", letter())
    desk.put("2023/~$a.docx", b"")
    assert desk.run("2023") == Answer(
        1,
        "2023/a.docx (công văn)\n\nĐẠT: không có lỗi; đã áp dụng N quy định\n"
        "\n" + ONE_FAULT.format(name="2023/b.docx") + "\n"
        "Tổng hợp 2 tệp: 1 đạt, 1 chưa đạt\n"
        "Lỗi  Cảnh báo  Lưu ý  Chưa kiểm  Kết quả         Tệp\n"
        "  0         0      0          0  ĐẠT             2023/a.docx\n"
        "  1         0      0          0  CHƯA ĐẠT        2023/b.docx\n",
        "",
    )


def test_a_file_that_cannot_be_read_does_not_stop_the_others(desk: Desk) -> None:
    desk.put("a.docx", b"x")
    desk.put("b.docx", letter())
    answer = desk.run("a.docx", "b.docx", "c.docx")
    assert answer.code == 5
    assert answer.out == (
        "b.docx (công văn)\n\nĐẠT: không có lỗi; đã áp dụng N quy định\n"
        "\n"
        "Tổng hợp 3 tệp: 1 đạt, 2 không đọc được\n"
        "Lỗi  Cảnh báo  Lưu ý  Chưa kiểm  Kết quả         Tệp\n"
        "  -         -      -          -  KHÔNG ĐỌC ĐƯỢC  a.docx\n"
        "  0         0      0          0  ĐẠT             b.docx\n"
        "  -         -      -          -  KHÔNG ĐỌC ĐƯỢC  c.docx\n"
    )
    assert answer.err == (
        "Lỗi: a.docx: không phải tệp .docx; mở bằng Word rồi lưu lại dạng .docx\n"
        "Lỗi: c.docx: không có tệp này; xem lại tên và thư mục\n"
    )


def test_a_file_that_cannot_be_read_weighs_more_than_a_broken_paper(desk: Desk) -> None:
    desk.put("a.docx", broken_letter())
    assert desk.run("a.docx", "c.docx").code == 5
    assert desk.run("c.docx", "a.docx").code == 5


def test_a_folder_without_papers_is_told(desk: Desk) -> None:
    (desk.folder / "rong").mkdir()
    assert desk.run("rong") == Answer(5, "", "Lỗi: rong: thư mục này không có tệp .docx nào\n")


@pytest.mark.usefixtures("one_warning")
@pytest.mark.parametrize(("level", "code", "word"), [("loi", 0, "ĐẠT"), ("canh-bao", 1, "CHƯA ĐẠT"), ("luu-y", 1, "CHƯA ĐẠT")])
def test_the_level_says_what_fails(desk: Desk, level: str, code: int, word: str) -> None:
    desk.put("cv.docx", letter())
    answer = desk.run("cv.docx", "--muc", level)
    assert answer.code == code
    assert answer.out.endswith(f"\n{word}: không có lỗi, 1 cảnh báo; đã áp dụng N quy định\n")


def test_a_rule_is_left_out(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    assert desk.run("cv.docx", "--bo-qua", "H02").code == 0
    assert desk.run("cv.docx", "--bo-qua", "h01,h02", "--bo-qua", "B09").code == 0
    assert desk.run("cv.docx", "--bo-qua", "H01").code == 1


def test_a_line_for_each_finding(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    assert desk.run("cv.docx", "--dang", "dong") == Answer(
        1, "cv.docx:5: loi H02 Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”, với gạch nối ngắn\n", ""
    )


def test_one_json_document(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    answer = desk.run("cv.docx", "x.docx", "--dang", "json")
    assert answer.code == 5
    told = json.loads(answer.out)
    assert told["nghi_dinh"] == "30/2020/NĐ-CP"
    assert [(paper["tep"], paper["dat"], paper["khong_doc_duoc"]) for paper in told["van_ban"]] == [
        ("cv.docx", False, None),
        ("x.docx", None, "không có tệp này; xem lại tên và thư mục"),
    ]
    assert [(fault["quy_dinh"], fault["doan"]) for fault in told["van_ban"][0]["phat_hien"]] == [("H02", [5])]


def test_one_page_with_the_finding_at_its_paragraph(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    answer = desk.run("cv.docx", "--dang", "html")
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith("<!doctype html>")
    assert answer.out.endswith("</html>\n")
    assert '<p id="vb1-doan-5" class="a-center error">' in answer.out
    assert "1. Lỗi H02</span>: Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”" in answer.out


def comments(path: Path) -> list[str]:
    return [comment.text.splitlines()[0] for comment in docx.Document(str(path)).comments]


def test_a_copy_with_comments(desk: Desk) -> None:
    source = desk.put("cv.docx", broken_letter())
    answer = desk.run("cv.docx", "--ghi-chu", "gop-y.docx")
    assert answer == Answer(1, ONE_FAULT.format(name="cv.docx"), "Đã ghi bản có ghi chú: gop-y.docx\n")
    assert comments(desk.folder / "gop-y.docx") == ["Lỗi H02: Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”, với gạch nối ngắn."]
    assert source.read_bytes() == broken_letter()
    assert not is_untouched((desk.folder / "gop-y.docx").read_bytes())  # its words are not docgen's


def test_a_copy_that_nobody_edited_is_written_anew(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    assert desk.run("cv.docx", "-o", "gop-y.docx").code == 1
    desk.put("cv.docx", letter())
    assert desk.run("cv.docx", "-o", "gop-y.docx").code == 0
    assert comments(desk.folder / "gop-y.docx") == []


def test_a_copy_with_comments_in_the_place_of_the_plan_keeps_the_words_of_the_clerk(desk: Desk) -> None:
    for path in (SAMPLE, OFFICE, SAMPLE.parent.parent / "donvi.yaml"):
        desk.put(path.name, path.read_bytes())
    assert cli.run(["kehoach", "kehoach.yaml"]) == 0
    parts = read_parts((desk.folder / "kehoach.docx").read_bytes())
    own = {**parts, "word/document.xml": parts["word/document.xml"].replace("Mục đích".encode(), "MỤC ĐÍCH SỬA TAY".encode())}
    for words in (parts, own):
        desk.put("kehoach.docx", packed(words))
        desk.run("kehoach.docx", "-o", "gop-y.docx")
        copy = (desk.folder / "gop-y.docx").replace(desk.folder / "kehoach.docx").read_bytes()
        assert cli.run(["kehoach", "kehoach.yaml"]) == 5
        assert (desk.folder / "kehoach.docx").read_bytes() == copy


def test_a_copy_of_another_paper_is_kept(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    desk.put("khac.docx", broken_letter())
    assert desk.run("cv.docx", "-o", "gop-y.docx").code == 1
    before = (desk.folder / "gop-y.docx").read_bytes()
    assert desk.run("khac.docx", "-o", "gop-y.docx").code == 5
    assert (desk.folder / "gop-y.docx").read_bytes() == before


def test_a_copy_that_somebody_edited_is_kept(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    copy = desk.put("gop-y.docx", letter())
    answer = desk.run("cv.docx", "--ghi-chu", "gop-y.docx")
    assert (answer.code, answer.err) == (
        5,
        "Lỗi: gop-y.docx: tệp này đã được sửa tay (hoặc không do docgen tạo) nên không ghi đè; "
        "dùng -o để ghi sang tên khác, hoặc --ghi-de để ghi đè và giữ bản cũ thành .bak\n",
    )
    assert answer.out == ONE_FAULT.format(name="cv.docx")
    assert copy.read_bytes() == letter()
    assert desk.run("cv.docx", "--ghi-chu", "gop-y.docx", "--ghi-de").err == (
        "Lưu ý: bản cũ đã được giữ lại: gop-y.docx.bak\nĐã ghi bản có ghi chú: gop-y.docx\n"
    )


def test_a_paper_that_cannot_be_read_gives_no_copy(desk: Desk) -> None:
    desk.put("a.docx", b"x")
    assert desk.run("a.docx", "--ghi-chu", "b.docx").code == 5
    assert desk.run("z.docx", "--ghi-chu", "b.docx").code == 5
    assert not (desk.folder / "b.docx").exists()


def test_a_paper_whose_comments_are_damaged_is_told(desk: Desk) -> None:
    document = docx.Document(io.BytesIO(letter()))
    document.add_comment(document.paragraphs[0].runs or document.paragraphs[0].add_run("x"), "y")
    buffer = io.BytesIO()
    document.save(buffer)
    desk.put("cv.docx", packed({**read_parts(buffer.getvalue()), "word/comments.xml": b"<w:comments"}))
    answer = desk.run("cv.docx", "--ghi-chu", "b.docx")
    assert answer.err == "Lỗi: cv.docx: tệp hỏng: phần word/comments.xml không đọc được; mở bằng Word rồi lưu lại dạng .docx\n"
    assert answer.code == 5


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "thiếu tên tệp (TỆP...)"),
        (["a.docx", "--muc", "lỗi"], "tùy chọn --muc không dùng được: không có “lỗi”; có phải loi?"),
        (["a.docx", "--dang", "xml"], "tùy chọn --dang không dùng được: không có “xml”; chọn một trong: nguoi, dong, json, html"),
        (["a.docx", "--bo-qua", "H02,H2"], "tùy chọn --bo-qua không dùng được: không có quy định “H2”; có phải H02?"),
        (
            ["a.docx", "--bo-qua", "tất cả"],
            "tùy chọn --bo-qua không dùng được: không có quy định “tất”; gõ docgen quydinh để xem các mã",
        ),
        (["a.docx", "--bo-qua"], "tùy chọn --bo-qua thiếu giá trị hoặc dùng chưa đúng"),
        (["a.docx", "--ghi-chu", "b.pdf"], "tùy chọn --ghi-chu không dùng được: “b.pdf” phải có đuôi .docx"),
        (["a.docx", "b.docx", "--ghi-chu", "c.docx"], "tùy chọn --ghi-chu không dùng được: mỗi lần chỉ ghi chú được một tệp"),
        (
            ["a.docx", "--ghi-chu", "./a.docx"],
            "tùy chọn --ghi-chu không dùng được: bản có ghi chú phải mang tên khác tệp được kiểm tra",
        ),
        (["a.docx", "--ghi-chú", "b.docx"], "không có tùy chọn --ghi-chú; có phải --ghi-chu?"),
    ],
)
def test_a_wrong_command_line_is_told_and_nothing_is_judged(desk: Desk, arguments: list[str], said: str) -> None:
    source = desk.put("a.docx", letter())
    answer = desk.run(*arguments)
    assert answer.err.startswith(f"Lỗi: {said}")
    assert answer.err.endswith("; xem: docgen kiemtra --help\n")
    assert (answer.code, answer.out) == (2, "")
    assert source.read_bytes() == letter()


def test_a_paper_without_a_command_is_told_the_command(desk: Desk) -> None:
    assert cli.run(["a.docx"]) == 2
    assert desk.capsys.readouterr().err == "Lỗi: thiếu tên lệnh; có phải: docgen kiemtra a.docx?; xem: docgen --help\n"


def test_the_levels_are_those_of_the_findings() -> None:
    assert list(SEVERITIES) == list(LEVELS)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str]]:
    """Return a function that runs the command on a terminal and returns what stood on stdout and stderr."""

    def run(*arguments: str) -> tuple[str, str]:
        out, err = Terminal(), Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            cli.run(["kiemtra", *arguments])
        return out.getvalue(), err.getvalue()

    return run


def test_colours_on_a_terminal_unless_they_are_not_wanted(
    desk: Desk, terminal: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    desk.put("cv.docx", broken_letter())
    assert "\x1b[31m\x1b[1mLỗi H02\x1b[0m" in terminal("cv.docx")[0]
    assert "\x1b[31m\x1b[1mCHƯA ĐẠT\x1b[0m: 1 lỗi" in terminal("cv.docx")[0]
    assert "\x1b" not in terminal("cv.docx", "--dang", "dong")[0]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in terminal("cv.docx")[0]


def test_a_bar_on_a_terminal_for_several_papers(
    desk: Desk, terminal: Callable[..., tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    desk.put("a.docx", letter())
    desk.put("b.docx", b"x")
    assert "Đang kiểm tra" not in terminal("a.docx")[1]
    out, err = terminal("a.docx", "b.docx")
    assert "Đang kiểm tra" in err
    assert err.endswith("\x1b[31m\x1b[1mLỗi:\x1b[0m b.docx: không phải tệp .docx; mở bằng Word rồi lưu lại dạng .docx\n")
    assert "Đang kiểm tra" not in out
    assert "b.docx" in out


def test_no_bar_where_stderr_is_a_file(desk: Desk) -> None:
    desk.put("a.docx", letter())
    desk.put("b.docx", letter())
    assert desk.run("a.docx", "b.docx").err == ""


def test_the_command_loads_no_template_engine() -> None:
    loaded = "print([name for name in ('docxtpl', 'pydantic', 'yaml') if name in sys.modules])"
    check = f"import sys, docgen.cli.main, docgen.workflows.kiemtra; {loaded}"
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, check=True).stdout == b"[]\n"


def letter_of_the_guide() -> bytes:
    """Return the letter whose report stands in the README and in the guide."""
    parts = read_parts(broken_letter())
    text = parts["word/document.xml"].decode()
    for right, wrong in (("TM. ỦY BAN", "T/M ỦY BAN"), ("ngày 18 tháng 3 năm", "ngày 18 tháng 03 năm")):
        assert right in text
        text = text.replace(right, wrong, 1)
    return packed({**parts, "word/document.xml": text.encode()})


@pytest.mark.parametrize("page", [(ROOT / "README.md").read_text("utf-8"), GUIDE], ids=["readme", "guide"])
def test_the_report_in_the_documentation_is_a_real_one(desk: Desk, page: str) -> None:
    desk.put("cong-van.docx", letter_of_the_guide())
    said = desk.run("cong-van.docx").out
    shown = re.sub(r"áp dụng \d+ quy", "áp dụng N quy", page)
    assert f"```text\n{said}```" in shown


def test_the_guide_names_every_key_of_the_json_document(desk: Desk) -> None:
    desk.put("cv.docx", broken_letter())
    told = json.loads(desk.run("cv.docx", "--dang", "json").out)
    [paper] = told["van_ban"]
    assert [key for key in (*told, *paper, *paper["phat_hien"][0], "ly_do") if f"`{key}`" not in GUIDE] == []


def test_components_are_told_when_asked_for(desk: Desk) -> None:
    desk.put("cv.docx", clean.cong_van())
    plain, told = desk.run("cv.docx"), desk.run("cv.docx", "--thanh-phan")
    assert "Thành phần đọc được" not in plain.out
    assert "  Số, ký hiệu: Số: 612/UBND-VX\n" in told.out
    assert told.code == plain.code
    as_json = json.loads(desk.run("cv.docx", "--thanh-phan", "--dang", "json").out)["van_ban"][0]
    assert {"ten": "Họ tên người ký", "chu": "Trần Thị Ngọc Bình"} in as_json["thanh_phan"]
    assert "thanh_phan" not in json.loads(desk.run("cv.docx", "--dang", "json").out)["van_ban"][0]
