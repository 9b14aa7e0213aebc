"""Wrong inputs: what the clerk is told, the exit code, and that nothing is written.

Each folder in `bad_input` holds a small plan with one thing wrong and `expected.txt`, the exact words on stderr, with `{folder}`
where the path stands. What cannot be a plain file (other encodings, huge files, templates, command lines) is made here.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

import docgen
from docgen.cli.main import run
from docgen.errors import ExitCode, FileError
from docgen.files import storage
from tests.clerk import edited_template

BAD_INPUT = Path(__file__).parent / "bad_input"
CASES = sorted(folder.name for folder in BAD_INPUT.iterdir() if folder.is_dir())
TEMPLATE = Path(__file__).parent.parent / "templates" / "kehoach.docx"
SUBJECT = "{{ trich_yeu }}"
PLAN = """\
loai: kế hoạch
nam: 2023
trich_yeu: Tuyên truyền, quảng bá ASEAN năm 2023
phan:
  - tieu_de: Mục đích
    doan: Nâng cao nhận thức của Nhân dân về ASEAN.
noi_nhan: [Văn phòng Chính phủ]
luu: VT
"""

Edit = Callable[[str], str]


@dataclass(frozen=True)
class Answer:
    """What the command said, with `{folder}` for the folder of the data."""

    code: int
    said: str
    printed: str


@dataclass(frozen=True)
class Desk:
    """A clerk's folder with a valid plan and the office's file in it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def plan(self) -> Path:
        return self.folder / "kehoach.yaml"

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))

    def ask(self, *arguments: str | Path) -> Answer:
        code = run([str(argument) for argument in arguments])
        captured = self.capsys.readouterr()
        return Answer(
            code, captured.err.replace(str(self.folder), "{folder}"), captured.out.replace(str(self.folder), "{folder}")
        )

    def refuses(self, code: ExitCode, said: str, *arguments: str | Path) -> None:
        """Assert that the command with `arguments` (by default: make the plan) says `said`, exits with `code`, writes nothing."""
        before = self.files()
        answer = self.ask(*(arguments or ("kehoach", self.plan)))
        assert answer.said == said
        assert answer.printed == ""
        assert answer.code == code
        assert self.files() == before

    def refuses_template(self, template: Path, code: ExitCode, *problems: str) -> None:
        lines = [f"Lỗi: {{folder}}/{template.name}: {problem}\n" for problem in problems]
        count = [f"Có {len(problems)} lỗi; chưa ghi tệp nào.\n"] if len(problems) > 1 else []
        self.refuses(code, "".join(lines + count), "kehoach", self.plan, "--mau", template)

    def template(self, edit: Edit) -> Path:
        """Write docgen's own template with its body edited, and return its path."""
        return edited_template(TEMPLATE, self.folder, edit)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(BAD_INPUT / "coquan.yaml", folder)
    (folder / "kehoach.yaml").write_text(PLAN, encoding="utf-8")
    return Desk(folder, capsys)


def subject_replaced(tag: str) -> Edit:
    return lambda xml: xml.replace(SUBJECT, tag)


def near(tag: str) -> str:
    return f"gần chỗ: “{{{{ ten_loai }}}} ⏎ {tag} ⏎ {{% for c in can_cu %}}”"


# Plans and office files that are plain text


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_file_is_explained_and_nothing_is_written(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(BAD_INPUT / "coquan.yaml", tmp_path)
    folder = shutil.copytree(BAD_INPUT / case, tmp_path / case)
    Desk(folder, capsys).refuses(ExitCode.DATA, (folder / "expected.txt").read_text(encoding="utf-8"))


def test_no_message_speaks_english_or_shows_the_insides_of_the_program() -> None:
    foreign = ("expected", "error", "while ", "found", "value", "Traceback", "pydantic", "input", "None", "']", "':")
    for case in CASES:
        said = (BAD_INPUT / case / "expected.txt").read_text(encoding="utf-8")
        assert [word for word in foreign if word in said] == [], case


# Encodings


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAN.encode("utf-16"), id="utf-16 with its mark, as Notepad writes it"),
        pytest.param(b"\xfe\xff" + PLAN.encode("utf-16-be"), id="utf-16, big end first"),
        pytest.param(PLAN.encode("utf-8-sig"), id="utf-8 with its mark"),
        pytest.param(PLAN.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(PLAN.replace("\n", "\r").encode(), id="line ends of the old Macintosh"),
    ],
)
def test_what_notepad_writes_is_read(desk: Desk, data: bytes) -> None:
    desk.plan.write_bytes(data)
    assert desk.ask("kehoach", desk.plan) == Answer(ExitCode.DONE, "", "{folder}/kehoach.docx\n")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(b"loai: k\xea\xec ho\xa1ch\n", "1:8", id="windows-1258"),
        pytest.param(
            "loai: kế hoạch\ntrich_yeu: Quảng bá ".encode() + b"\xea\xec\n", "2:21", id="windows-1258 pasted into utf-8"
        ),
    ],
)
def test_a_file_in_another_encoding_is_explained(desk: Desk, data: bytes, place: str) -> None:
    desk.plan.write_bytes(data)
    said = "tệp không phải UTF-8 (có thể là Windows-1258); mở bằng Notepad rồi lưu lại với Encoding: UTF-8"
    desk.refuses(ExitCode.DATA, f"Lỗi: {{folder}}/kehoach.yaml:{place}: {said}\n")


def test_utf_16_without_its_mark_is_explained(desk: Desk) -> None:
    desk.plan.write_bytes(PLAN.encode("utf-16-le"))
    said = "tệp không phải UTF-8 (có thể là Windows-1258); mở bằng Notepad rồi lưu lại với Encoding: UTF-8"
    desk.refuses(ExitCode.DATA, f"Lỗi: {{folder}}/kehoach.yaml:1:15: {said}\n")


def test_a_word_file_given_as_data_is_recognised(desk: Desk) -> None:
    shutil.copy(TEMPLATE, desk.plan)
    said = "đây là tệp Word (.docx), không phải tệp dữ liệu; ghi rõ tên tệp .yaml"
    desk.refuses(ExitCode.DATA, f"Lỗi: {{folder}}/kehoach.yaml: {said}\n")


def test_zero_bytes_at_the_end_are_found_where_they_stand(desk: Desk) -> None:
    desk.plan.write_text(PLAN + "\0", encoding="utf-8")
    said = "có ký tự điều khiển U+0000; hãy xóa và gõ lại chỗ này"
    desk.refuses(ExitCode.DATA, f"Lỗi: {{folder}}/kehoach.yaml:9:1: {said}\n")


# Size and depth


def test_ten_thousand_nested_brackets_are_refused(desk: Desk) -> None:
    desk.plan.write_text(f"a: {'[' * 10_000}{']' * 10_000}\n", encoding="utf-8")
    said = "lồng nhau quá 50 cấp; xem lại các dấu [ { và thụt đầu dòng"
    desk.refuses(ExitCode.DATA, f"Lỗi: {{folder}}/kehoach.yaml:1:53: {said}\n")


def test_a_file_over_the_limit_is_not_read(desk: Desk) -> None:
    with desk.plan.open("wb") as file:
        file.truncate(10_000_000_000)
    said = "tệp lớn hơn 50 MB; đây có đúng là tệp dữ liệu không?"
    desk.refuses(ExitCode.DATA, f"Lỗi: {{folder}}/kehoach.yaml: {said}\n")


# Files that are not there, or not files


def test_a_folder_given_as_the_plan_is_explained(desk: Desk) -> None:
    said = "Lỗi: {folder}: đây là thư mục, không phải tệp; ghi rõ tên tệp .yaml\n"
    desk.refuses(ExitCode.FILES, said, "kehoach", desk.folder)


@pytest.mark.parametrize("name", ["khong-co.yaml", "khong-co/kehoach.yaml", "kehoach.yaml/kehoach.yaml"])
def test_a_plan_that_is_not_there_is_named(desk: Desk, name: str) -> None:
    said = f"Lỗi: {{folder}}/{name}: không có tệp này; xem lại tên và thư mục\n"
    desk.refuses(ExitCode.FILES, said, "kehoach", desk.folder / name)


def test_a_name_that_is_too_long_is_no_fault_of_the_program(desk: Desk) -> None:
    name = "k" * 300 + ".yaml"
    said = f"Lỗi: {{folder}}/{name}: không đọc được tệp (tên quá dài)\n"
    desk.refuses(ExitCode.FILES, said, "kehoach", desk.folder / name)


def test_a_missing_office_file_is_explained(desk: Desk) -> None:
    (desk.folder / "coquan.yaml").unlink()
    said = (
        "Lỗi: {folder}/kehoach.yaml: không thấy coquan.yaml cạnh tệp này hay ở các thư mục bên trên; "
        "lập bằng docgen khoitao, hoặc chép coquan.yaml của cơ quan vào đó\n"
    )
    desk.refuses(ExitCode.FILES, said)


# Where the paper goes


@pytest.mark.parametrize("name", ["khong-co/a.docx", "kehoach.yaml/a.docx"])
def test_a_target_folder_that_is_not_there_is_named(desk: Desk, name: str) -> None:
    said = f"Lỗi: {{folder}}/{name}: không có thư mục này; tạo thư mục trước, hoặc ghi sang chỗ khác bằng -o\n"
    desk.refuses(ExitCode.FILES, said, "kehoach", desk.plan, "-o", desk.folder / name)


@pytest.mark.parametrize("target", ["", "/x.doc", "/kehoach.pdf"])
def test_a_target_that_is_no_docx_is_refused(desk: Desk, target: str) -> None:
    said = f"Lỗi: tùy chọn -o không dùng được: “{{folder}}{target}” phải có đuôi .docx; xem: docgen kehoach --help\n"
    desk.refuses(ExitCode.USAGE, said, "kehoach", desk.plan, "-o", f"{desk.folder}{target}")


def test_a_target_that_is_a_folder_is_explained(desk: Desk) -> None:
    (desk.folder / "ra.docx").mkdir()
    said = "Lỗi: {folder}/ra.docx: đây là thư mục; ghi rõ tên tệp sau -o\n"
    desk.refuses(ExitCode.FILES, said, "kehoach", desk.plan, "-o", desk.folder / "ra.docx")


@pytest.mark.parametrize(
    ("number", "reason"), [(13, "không có quyền"), (28, "ổ đĩa đầy"), (30, "chỗ này chỉ cho đọc"), (5, "ổ đĩa báo lỗi")]
)
def test_a_failing_disk_leaves_nothing_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, reason: str) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    said = f"Lỗi: {{folder}}/kehoach.docx: không ghi được vào thư mục này ({reason}); ghi sang chỗ khác bằng -o\n"
    desk.refuses(ExitCode.FILES, said)


def test_a_hand_edited_paper_is_not_overwritten(desk: Desk) -> None:
    assert desk.ask("kehoach", desk.plan).code == ExitCode.DONE
    paper = desk.folder / "kehoach.docx"
    document = docx.Document(str(paper))
    document.paragraphs[0].add_run("Sửa tay")
    document.save(str(paper))
    edited = paper.read_bytes()
    said = (
        "Lỗi: {folder}/kehoach.docx: tệp này đã được sửa tay (hoặc không do docgen tạo) nên không ghi đè; "
        "dùng -o để ghi sang tên khác, hoặc --ghi-de để ghi đè và giữ bản cũ thành .bak\n"
    )
    desk.refuses(ExitCode.FILES, said)
    assert paper.read_bytes() == edited


def test_a_strangers_file_under_the_papers_name_is_not_overwritten(desk: Desk) -> None:
    paper = desk.folder / "kehoach.docx"
    paper.write_text("ghi chú riêng", encoding="utf-8")
    assert desk.ask("kehoach", desk.plan).code == ExitCode.FILES
    assert paper.read_text(encoding="utf-8") == "ghi chú riêng"


def test_overwriting_keeps_the_edited_paper(desk: Desk) -> None:
    paper = desk.folder / "kehoach.docx"
    paper.write_text("ghi chú riêng", encoding="utf-8")
    answer = desk.ask("kehoach", desk.plan, "--ghi-de")
    said = "Lưu ý: bản cũ đã được giữ lại: {folder}/kehoach.docx.bak\n"
    assert answer == Answer(ExitCode.DONE, said, "{folder}/kehoach.docx\n")
    assert (desk.folder / "kehoach.docx.bak").read_text(encoding="utf-8") == "ghi chú riêng"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_set_of_which_one_file_is_open_in_word_is_not_written_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
) -> None:
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    if overwrite:
        first.write_bytes(b"edited by hand")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    move = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target) == second:
            raise PermissionError(13, "Permission denied")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(FileError):
        storage.write_all({first: b"new a", second: b"new b"}, overwrite_edits=overwrite)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


# PDF


def run_with_path(desk: Desk, programs: Path) -> Answer:
    before = desk.files()
    command = [sys.executable, "-c", "from docgen.cli.main import main; main()", "kehoach", str(desk.plan), "--pdf"]
    environment = {**os.environ, "PATH": str(programs)}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert desk.files() == before
    return Answer(done.returncode, done.stderr.replace(str(desk.folder), "{folder}"), done.stdout)


def test_a_pdf_without_libreoffice_is_explained(desk: Desk, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    said = (
        "Lỗi: --pdf: máy này chưa có LibreOffice nên chưa tạo được PDF; cài LibreOffice (libreoffice.org), "
        "hoặc bỏ --pdf, mở tệp .docx bằng Word rồi lưu dạng PDF\n"
    )
    assert run_with_path(desk, programs) == Answer(ExitCode.FILES, said, "")


def test_a_libreoffice_that_fails_is_explained(desk: Desk, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "soffice").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (programs / "soffice").chmod(0o755)
    said = "Lỗi: {folder}/kehoach.docx: LibreOffice không tạo được PDF; mở tệp .docx bằng Word rồi lưu dạng PDF\n"
    assert run_with_path(desk, programs) == Answer(ExitCode.FILES, said, "")


def test_a_plan_that_nobody_may_read_is_told_in_vietnamese(desk: Desk) -> None:
    as_user = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root reads every file, and there is no setpriv")
    desk.plan.chmod(0)
    command = [*(as_user if os.geteuid() == 0 else []), sys.executable, "-m", "docgen", "kehoach", str(desk.plan)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (ExitCode.FILES, f"Lỗi: {desk.plan}: không đọc được tệp (không có quyền)\n")


def test_what_is_wrong_with_one_file_does_not_hide_the_others(desk: Desk) -> None:
    desk.plan.write_text("loai: kế hoạch\nnam: [2023\n", "utf-8")
    (desk.folder / "coquan.yaml").write_text("ten: A\nla: 1\n", "utf-8")
    (desk.folder / "donvi.yaml").write_text("don_vi: [{ten: }]\n", "utf-8")
    answer = desk.ask("congvan", desk.plan)
    assert answer.code == ExitCode.DATA
    assert all(f"Lỗi: {{folder}}/{name}:" in answer.said for name in ("kehoach.yaml", "coquan.yaml", "donvi.yaml"))
    desk.plan.write_text("loai: kế hoạch\n", "utf-8")
    (desk.folder / "ketqua.yaml").write_text("ket_qua: 'a\n", "utf-8")
    for command, rest in (("baocao", []), ("tonghop", [desk.folder]), ("chuyennam", ["2030"])):
        said = desk.ask(command, desk.plan, *rest).said
        assert all(f"Lỗi: {{folder}}/{name}:" in said for name in ("kehoach.yaml", "coquan.yaml", "ketqua.yaml")), command


# The command line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kehoac", "a.yaml"], "không có lệnh “kehoac”; có phải: docgen kehoach a.yaml?; xem: docgen --help"),
        (["soanthao", "a.yaml"], "không có lệnh “soanthao”; xem: docgen --help"),
        (["KEHOACH", "a.yaml"], "không có lệnh “KEHOACH”; có phải: docgen kehoach a.yaml?; xem: docgen --help"),
        (["ke-hoach", "a.yaml"], "không có lệnh “ke-hoach”; có phải: docgen kehoach a.yaml?; xem: docgen --help"),
        (["Kế", "hoạch", "a.yaml"], "không có lệnh “Kế hoạch”; có phải: docgen kehoach a.yaml?; xem: docgen --help"),
        (["help"], "hướng dẫn xem bằng: docgen --help"),
        (["help", "congvan"], "hướng dẫn xem bằng: docgen congvan --help"),
        (["congvan", "help"], "hướng dẫn xem bằng: docgen congvan --help"),
        (["/?"], "hướng dẫn xem bằng: docgen --help"),
        (["trợ", "giúp"], "hướng dẫn xem bằng: docgen --help"),
        (
            ["kehoach", "a.yaml", "—pdf"],
            "không có tùy chọn —pdf; gạch này không phải gạch nối (-) gõ từ bàn phím; có phải --pdf?; xem: docgen kehoach --help",
        ),
        (["kehoach", "a.yaml", "-pdf"], "không có tùy chọn -pdf; có phải --pdf?; xem: docgen kehoach --help"),
        (["kehoach", "a.yaml", "--Ghi-đè"], "không có tùy chọn --Ghi-đè; có phải --ghi-de?; xem: docgen kehoach --help"),
        (["ke hoach", "a.yaml"], "không có lệnh “ke hoach”; có phải: docgen kehoach a.yaml?; xem: docgen --help"),
        (["kehoach"], "thiếu tên tệp (TỆP); xem: docgen kehoach --help"),
        (
            ["kehoach", "a.yaml", "b.yaml"],
            "thừa “b.yaml” sau tên tệp; tên có dấu cách thì đặt trong dấu nháy kép; xem: docgen kehoach --help",
        ),
        (["kehoach", "--pfd", "a.yaml"], "không có tùy chọn --pfd; có phải --pdf?; xem: docgen kehoach --help"),
        (["kehoach", "--xyz", "a.yaml"], "không có tùy chọn --xyz; xem: docgen kehoach --help"),
        (["kehoach", "a.yaml", "-o"], "tùy chọn -o thiếu giá trị hoặc dùng chưa đúng; xem: docgen kehoach --help"),
        (["kehoach", "a.yaml", "--mau"], "tùy chọn --mau thiếu giá trị hoặc dùng chưa đúng; xem: docgen kehoach --help"),
        (["kehoach", "a.yaml", "--pdf=co"], "tùy chọn --pdf thiếu giá trị hoặc dùng chưa đúng; xem: docgen kehoach --help"),
        (["-x"], "không có tùy chọn -x; xem: docgen --help"),
    ],
)
def test_a_wrong_command_line_is_explained(desk: Desk, arguments: list[str], said: str) -> None:
    desk.refuses(ExitCode.USAGE, f"Lỗi: {said}\n", *arguments)


def test_a_command_without_anything_shows_the_help(desk: Desk) -> None:
    answer = desk.ask()
    assert answer.code == ExitCode.USAGE
    assert answer.printed == ""
    assert answer.said.startswith("Cách dùng: docgen [TÙY CHỌN] LỆNH …\n")


# The program's own fault


def break_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr(docgen, "make_plan", fail)


def test_a_fault_of_the_program_shows_no_traceback(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_program(monkeypatch)
    said = "Lỗi: docgen gặp lỗi của chính nó (RuntimeError: hỏng); chạy lại với -v rồi gửi cho người phát triển\n"
    desk.refuses(ExitCode.INTERNAL, said)


def test_a_fault_of_the_program_shows_its_traceback_when_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_program(monkeypatch)
    answer = desk.ask("-v", "kehoach", desk.plan)
    assert answer.code == ExitCode.INTERNAL
    assert answer.said.startswith("Traceback")


def test_the_advice_to_run_again_with_v_can_be_followed_at_the_end_of_the_line(desk: Desk) -> None:
    assert desk.ask("kehoach", desk.plan, "-v").code == ExitCode.DONE


# Templates


def test_a_misspelt_tag_is_named_with_the_nearest_one(desk: Desk) -> None:
    tag = "{{ trich_yeuu }}"
    said = f'thẻ trich_yeuu: docgen không có giá trị này; có phải "trich_yeu"?; {near(tag)}'
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, said)


def test_all_misspelt_tags_are_named_in_the_order_of_the_page(desk: Desk) -> None:
    tags = "{{ trich_yeuu }} {{ tieu_de_1 }} {{ hoten }} {{ xyz }}"
    missing = [("trich_yeuu", '; có phải "trich_yeu"?'), ("tieu_de_1", ""), ("hoten", '; có phải "ho_ten"?'), ("xyz", "")]
    said = [f"thẻ {name}: docgen không có giá trị này{close}; {near(tags)}" for name, close in missing]
    desk.refuses_template(desk.template(subject_replaced(tags)), ExitCode.TEMPLATE, *said)


def test_a_tag_with_marks_is_named_with_the_nearest_one(desk: Desk) -> None:
    tag = "{{ trích_yếu }}"
    said = f'thẻ trích_yếu: docgen không có giá trị này; có phải "trich_yeu"?; {near(tag)}'
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, said)


@pytest.mark.parametrize(("tag", "asked"), [("{{ ke.trich_yeuu }}", "trich_yeuu"), ("{{ trich_yeu.khong_co }}", "khong_co")])
def test_a_misspelt_attribute_is_named(desk: Desk, tag: str, asked: str) -> None:
    said = f"thẻ hỏi “{asked}”, docgen không có giá trị này; {near(tag)}"
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, said)


def test_an_unclosed_loop_is_shown_where_it_opens(desk: Desk) -> None:
    template = desk.template(lambda xml: xml.replace("{%p endfor %}", "", 1))
    before = desk.files()
    answer = desk.ask("kehoach", desk.plan, "--mau", template)
    opening = "Lỗi: {folder}/mau.docx: thẻ viết sai: thiếu thẻ đóng (endfor) của “{% for d in co_quan_chu_quan %}”; gần chỗ: “"
    assert answer.said.startswith(opening)
    assert (answer.code, answer.printed, desk.files()) == (ExitCode.TEMPLATE, "", before)


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ trich_yeu | in_dam }}", "thẻ viết sai: không có phép biến đổi “in_dam”"),
        ("{% hoan_thanh %}", "thẻ viết sai: không có thẻ “hoan_thanh”, hoặc nó không đi với thẻ mở nào"),
        ("{% endif %}", "thẻ viết sai: không có thẻ “endif”, hoặc nó không đi với thẻ mở nào"),
        ("{{ trich yeu }}", "thẻ viết sai: dấu ngoặc hoặc tên không đúng"),
        ("{{ trich_yeu }", "thẻ viết sai: dấu ngoặc hoặc tên không đúng"),
        ("{{ }}", "thẻ viết sai: dấu ngoặc hoặc tên không đúng"),
        ("{% if trich_yeu is lon %}x{% endif %}", "thẻ viết sai: không có phép thử “lon”"),
    ],
)
def test_a_tag_that_is_no_tag_is_shown(desk: Desk, tag: str, said: str) -> None:
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, f"{said}; {near(tag)}")


@pytest.mark.parametrize(
    "tag", ["{{ ().__class__.__mro__ }}", "{{ trich_yeu.__class__ }}", "{{ trich_yeu | attr('__class__') }}"]
)
def test_a_template_cannot_reach_the_insides_of_the_program(desk: Desk, tag: str) -> None:
    said = f"thẻ làm việc không được phép trong mẫu; mẫu chỉ in các giá trị của docgen; {near(tag)}"
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, said)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ trich_yeu + 1 }}",
        "{{ trich_yeu() }}",
        "{{ 1 / 0 }}",
        "{{ range(1000000000) }}",
        "{{ trich_yeu | round }}",
        "{% include 'phu_luc.docx' %}",
    ],
)
def test_a_tag_that_cannot_be_worked_out_is_the_templates_fault(desk: Desk, tag: str) -> None:
    said = f"thẻ làm một việc không làm được với giá trị này; {near(tag)}"
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, said)


@pytest.mark.parametrize("tag", ["{{ can_cu }}", "{{ khoi[0] }}", "{{ ke }}", "{{ trich_yeu.upper }}", "{{ trich_yeu | list }}"])
def test_a_tag_that_is_no_text_never_reaches_paper(desk: Desk, tag: str) -> None:
    said = "thẻ hỏi một danh sách hay nhóm giá trị nên không in được; dùng {%p for … %} hoặc ghi rõ giá trị bên trong"
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, f"{said}; {near(tag)}")


def test_the_word_none_never_reaches_paper(desk: Desk) -> None:
    tag = "{{ none }}"
    desk.refuses_template(desk.template(subject_replaced(tag)), ExitCode.TEMPLATE, f"thẻ không có giá trị để in; {near(tag)}")


def test_a_condition_across_a_tables_edge_is_explained(desk: Desk) -> None:
    def edit(xml: str) -> str:
        opened = xml.replace("{{ so_ky_hieu }}", "{{ so_ky_hieu }}{% if phu_luc %}")
        return opened.replace(SUBJECT, SUBJECT + "{% endif %}")

    said = "thẻ đặt sai chỗ làm hỏng tệp Word; đặt mỗi thẻ {%p … %} một dòng riêng"
    desk.refuses_template(desk.template(edit), ExitCode.TEMPLATE, said)


NO_DOCX = "mẫu phải là tệp .docx; mở bằng Word rồi lưu lại dạng .docx (không phải .doc, không đặt mật khẩu)"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Kính gửi: Sở Ngoại vụ".encode(), id="text"),
        pytest.param(b"", id="empty"),
        pytest.param(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000), id="a .doc renamed, or a .docx with a password"),
        pytest.param(TEMPLATE.read_bytes()[:5000], id="half a .docx"),
    ],
)
def test_a_template_that_is_no_docx_is_explained(desk: Desk, data: bytes) -> None:
    template = desk.folder / "mau.docx"
    template.write_bytes(data)
    desk.refuses_template(template, ExitCode.TEMPLATE, f"không phải tệp .docx; {NO_DOCX}")


def test_a_zip_that_is_no_word_file_is_explained(desk: Desk) -> None:
    template = desk.folder / "mau.docx"
    with zipfile.ZipFile(template, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    desk.refuses_template(template, ExitCode.TEMPLATE, f"không phải tệp Word; {NO_DOCX}")


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
def test_a_damaged_word_file_is_explained(desk: Desk, missing: str) -> None:
    template = desk.folder / "mau.docx"
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(template, "w") as target:
        for entry in source.infolist():
            if entry.filename != missing:
                target.writestr(entry, source.read(entry))
    said = "không mở được như tệp Word; mở bằng Word rồi lưu lại dạng .docx"
    desk.refuses_template(template, ExitCode.TEMPLATE, said)


def test_a_template_that_swells_is_refused(desk: Desk) -> None:
    template = desk.template(lambda xml: xml)
    with zipfile.ZipFile(template, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.png", bytes(30_000_000))
    desk.refuses_template(template, ExitCode.TEMPLATE, "tệp mẫu lớn bất thường (hơn 20 MB khi mở ra)")


def test_a_template_that_is_not_there_is_named(desk: Desk) -> None:
    said = "không có tệp mẫu này; xem lại tên và thư mục"
    desk.refuses_template(desk.folder / "khong-co.docx", ExitCode.FILES, said)


def test_a_folder_given_as_a_template_is_explained(desk: Desk) -> None:
    template = desk.folder / "mau.docx"
    template.mkdir()
    desk.refuses_template(template, ExitCode.FILES, "đây là thư mục, không phải tệp; ghi rõ tên tệp .docx")
