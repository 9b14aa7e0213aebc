"""The command `docgen khoitao`, end to end: what it makes runs as it is, it asks, it never writes over anything."""

import io
import json
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from docgen.cli import main as cli
from docgen.cli.plans import khoitao
from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.workflows.luocdo import file_name, schema_text
from tests.clerk import Answer, Clerk

SO_NOI_VU = (
    "--nam", "2024", "--ten", "Sở Nội vụ", "--viet-tat", "SNV", "--chu-quan", "UBND tỉnh Sóc Trăng",
    "--dia-danh", "Sóc Trăng", "--chuc-vu", "PHÓ GIÁM ĐỐC", "--ho-ten", "Nguyễn Văn An",
)  # fmt: skip


@dataclass(frozen=True)
class Desk(Clerk):
    """An empty folder, and the commands run in it."""

    def start(self, *arguments: str) -> Answer:
        return self.run("khoitao", "coquan", *arguments)

    def office(self) -> CoQuan:
        return validate(CoQuan, load(self.folder / "coquan" / "coquan.yaml"))

    def plan(self, year: int = 2024) -> KeHoach:
        return validate(KeHoach, load(self.folder / "coquan" / str(year) / "kehoach.yaml"))

    def files(self) -> dict[str, bytes]:
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(cli.docgen.commands, "khoitao", khoitao)
    return Desk(tmp_path, capsys)


class Keyboard(io.StringIO):
    """What a person types at a terminal."""

    def isatty(self) -> bool:
        return True


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Keyboard:
    """Sit a person down at a terminal who types `lines`; return the screen."""
    screen = Keyboard()
    monkeypatch.setattr(sys, "stdin", Keyboard("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


@pytest.mark.parametrize(
    ("options", "letters"),
    [
        (SO_NOI_VU, 3),
        (("--nam", "2024"), 3),
        (("--nam", "2026", "--ten", "UBND xã Tân Hưng"), 5),
        (("--nam", "2026", "--ten", "UBND phường Cái Răng", "--ho-ten", "Trần Thị Bình"), 5),
        (("--nam", "2024", "--ten", "UBND tỉnh Sóc Trăng", "--chuc-vu", "CHỦ TỊCH", "--ho-ten", "Trần Thị Bình"), 4),
        (("--nam", "2025", "--ten", "Trường THPT Nguyễn Huệ", "--chuc-vu", "HIỆU TRƯỞNG"), 3),
        (("--nam", "2024", "--ten", 'Bệnh viện: #1 & "đa khoa"', "--ho-ten", "Nguyễn Văn An"), 3),
    ],
)
def test_what_it_makes_runs_as_it_is(desk: Desk, options: tuple[str, ...], letters: int) -> None:
    made = desk.start(*options)
    assert made.code == 0
    plan = made.out.splitlines()[-1]
    for command in ("kehoach", "phancong", "congvan", "thuthap"):
        done = desk.run(command, plan)
        assert (command, done.code) == (command, 0), done.err
        assert "không nhận ra" not in done.err
    assert len(list((desk.folder / plan).parent.glob("cong-van/*.docx"))) == letters


def test_it_names_the_files_and_what_to_do_next(desk: Desk) -> None:
    made = desk.start(*SO_NOI_VU)
    assert made.out.splitlines() == ["coquan/coquan.yaml", "coquan/donvi.yaml", "coquan/2024/kehoach.yaml"]
    for command in ("kehoach", "phancong", "congvan"):
        assert f"\n  docgen {command} coquan/2024/kehoach.yaml" in made.err


def test_a_path_with_a_blank_is_shown_in_quotes(desk: Desk) -> None:
    assert '  docgen kehoach "co quan/2024/kehoach.yaml"' in desk.run("khoitao", "co quan", *SO_NOI_VU).err


def test_the_answers_stand_in_the_office_file(desk: Desk) -> None:
    desk.start(*SO_NOI_VU)
    office = desk.office()
    assert (office.ten, office.viet_tat, office.dia_danh) == ("Sở Nội vụ", "SNV", "Sóc Trăng")
    assert office.co_quan_chu_quan == "Ủy ban nhân dân tỉnh Sóc Trăng"
    assert (office.ky.quyen_han, office.ky.chuc_vu, office.ky.ho_ten) == (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Nguyễn Văn An")


@pytest.mark.parametrize(
    "name",
    [
        "- Sở A",
        "Sở: A",
        "Sở A #1",
        '"Sở" A',
        "'Sở' A",
        "[Sở A]",
        "{Sở A}",
        "&Sở",
        "*Sở",
        "!Sở",
        "%Sở",
        "no",
        "null",
        "05",
        "2024-02-15",
        "A\\B",
    ],
)
def test_every_name_is_kept_as_it_was_given(desk: Desk, name: str) -> None:
    made = desk.start("--nam", "2024", f"--ten={name}", f"--ho-ten={name}")
    assert made.code == 0, made.err
    assert (desk.office().ten, desk.office().ky.ho_ten) == (name, name)
    assert desk.plan().mo_dau[0].startswith(f"{name} ban hành Kế hoạch")


def test_what_was_guessed_is_told_and_what_was_not_given_is_a_visible_blank(desk: Desk) -> None:
    made = desk.start("--nam", "2024", "--ten", "Sở Y tế", "--ho-ten", "Trần Thị Bình")
    office = desk.office()
    assert office.viet_tat == "SYT"
    assert "--viet-tat: chưa ghi nên lấy “SYT”" in made.err
    assert (office.co_quan_chu_quan, office.dia_danh) == ("[cần điền tên cơ quan chủ quản]", "[cần điền địa danh]")
    assert office.ky.chuc_vu == "CHỨC VỤ [cần điền chức vụ người ký]"
    assert made.err.count("để chỗ trống") == 3


def test_a_person_fills_the_blanks_by_an_empty_option_too(desk: Desk) -> None:
    desk.start("--nam", "2024", "--ten", "Sở Y tế", "--quyen-han", "", "--chuc-vu", "PHÓ GIÁM ĐỐC", "--dia-danh", " ")
    assert desk.office().ky.quyen_han is None
    assert desk.office().dia_danh == "[cần điền địa danh]"


def test_every_wrong_option_is_told_in_the_models_own_words_and_nothing_is_written(desk: Desk) -> None:
    made = desk.start("--nam", "24", "--viet-tat", "S NV", "--dia-danh", "Sóc Trăng,", "--quyen-han", "KT GIÁM ĐỐC")
    assert made.code == 3
    lines = made.err.splitlines()
    assert lines[0] == "Lỗi: --nam: 24 quá nhỏ; phải từ 1945 trở lên"
    assert lines[1].startswith("Lỗi: --viet-tat: chỉ ghi chữ viết tắt của cơ quan")
    assert lines[2].startswith("Lỗi: --dia-danh: chỉ ghi địa danh")
    assert lines[3].startswith("Lỗi: --quyen-han: “KT GIÁM ĐỐC” phải mở đầu bằng TM.")
    assert desk.files() == {}


@pytest.mark.parametrize("year", ["hai nghìn", "2024: a", "[2024", "20 24", ""])
def test_a_year_that_is_none_is_told(desk: Desk, year: str) -> None:
    made = desk.start("--nam", year)
    assert made.code == 3
    assert made.err.startswith("Lỗi: --nam: ")
    assert desk.files() == {}


def test_hidden_characters_in_an_answer_are_told(desk: Desk) -> None:
    made = desk.start("--nam", "2024", "--ten", "Sở\u200bY tế")
    assert made.code == 3
    assert "U+200B" in made.err


def test_without_a_terminal_a_year_has_to_be_given(desk: Desk) -> None:
    made = desk.start("--ten", "Sở Nội vụ")
    assert made.code == 2
    assert made.err == "Lỗi: thiếu --nam; ghi năm của kế hoạch, ví dụ --nam 2024; xem: docgen khoitao --help\n"


def test_at_a_terminal_what_was_not_given_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = type_in(monkeypatch, "2024", "UBND tỉnh Sóc Trăng", "", "", "Phó Chủ tịch", "", "")
    assert cli.run(["khoitao", "coquan"]) == 0
    office = desk.office()
    assert (office.ten, office.viet_tat, office.dia_danh) == ("Ủy ban nhân dân tỉnh Sóc Trăng", "UBND", "Sóc Trăng")
    assert office.ky.quyen_han == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert office.ky.ho_ten == "[cần điền họ và tên người ký]"
    assert office.co_quan_chu_quan is None
    said = screen.getvalue()
    assert "Địa danh ghi trước ngày tháng [Sóc Trăng]: " in said
    assert "chủ quản" not in said
    assert said.count("để chỗ trống") == 1
    assert "chưa ghi nên lấy" not in said


def test_at_a_terminal_a_wrong_answer_is_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = type_in(monkeypatch, "", "24", "2024", "S NV", "SNV")
    options = [each for each in SO_NOI_VU if each not in ("--nam", "2024", "--viet-tat", "SNV")]
    assert cli.run(["khoitao", "coquan", *options, "--quyen-han", ""]) == 0
    assert desk.office().viet_tat == "SNV"
    said = screen.getvalue()
    assert said.count("Năm của kế hoạch: ") == 3
    assert "  24 quá nhỏ; phải từ 1945 trở lên\n" in said
    assert "  chỉ ghi chữ viết tắt của cơ quan, ví dụ UBND" in said


def test_at_a_terminal_nothing_is_written_where_the_person_stops(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = type_in(monkeypatch, "2024", "Sở Nội vụ")
    assert cli.run(["khoitao", "coquan"]) == 2
    assert "đã dừng theo yêu cầu; chưa ghi gì" in screen.getvalue()
    assert desk.files() == {}


def test_at_a_terminal_nothing_is_asked_that_was_given(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = type_in(monkeypatch)
    assert cli.run(["khoitao", "coquan", *SO_NOI_VU, "--quyen-han", "KT. GIÁM ĐỐC"]) == 0
    assert "Trả lời từng câu" not in screen.getvalue()
    assert desk.office().ky.quyen_han == ("KT. GIÁM ĐỐC",)


def test_where_all_is_there_nothing_is_written(desk: Desk) -> None:
    desk.start(*SO_NOI_VU)
    before = desk.files()
    again = desk.start(*SO_NOI_VU)
    assert again.code == 5
    assert again.err.startswith("Lỗi: coquan: đã có đủ coquan.yaml, donvi.yaml, 2024/kehoach.yaml nên không ghi gì;")
    assert desk.files() == before


def test_another_year_gets_a_plan_of_the_same_office_with_its_own_units(desk: Desk) -> None:
    desk.start(*SO_NOI_VU)
    registry = desk.folder / "coquan" / "donvi.yaml"
    registry.write_text("don_vi:\n  - ten: Phòng Văn thư\n  - ten: Phòng Lưu trữ\n", "utf-8")
    before = desk.files()
    made = desk.start("--nam", "2025", "--ten", "Sở Khác")
    assert made.code == 0
    assert made.out == "coquan/2025/kehoach.yaml\n"
    assert "coquan/coquan.yaml: tệp này đã có nên giữ nguyên, không dùng các câu trả lời sau lệnh" in made.err
    assert {name: desk.files()[name] for name in before} == before
    assert [task.chu_tri for _, _, task in desk.plan(2025).tasks()] == ["Phòng Văn thư", "Phòng Lưu trữ", "Phòng Văn thư"]
    assert desk.plan(2025).mo_dau[0].startswith("Sở Nội vụ ban hành Kế hoạch")
    assert desk.run("congvan", "coquan/2025/kehoach.yaml").code == 0


def test_a_registry_without_units_is_told(desk: Desk) -> None:
    (desk.folder / "coquan").mkdir()
    (desk.folder / "coquan" / "donvi.yaml").write_text("nhom: [{ten: các phòng ban}]\n", "utf-8")
    made = desk.start(*SO_NOI_VU)
    assert made.code == 0
    assert "coquan/donvi.yaml: không có đơn vị nào trong năm 2024 nên kế hoạch ghi tên ví dụ" in made.err


def test_a_broken_office_file_is_told_with_its_place(desk: Desk) -> None:
    (desk.folder / "coquan").mkdir()
    (desk.folder / "coquan" / "coquan.yaml").write_text("ten: Sở Nội vụ\nviet_tat: S NV\n", "utf-8")
    made = desk.start("--nam", "2024")
    assert made.code == 3
    assert "coquan/coquan.yaml:2:11: viet_tat: chỉ ghi chữ viết tắt" in made.err
    assert list(desk.files()) == ["coquan/coquan.yaml"]


def test_a_plan_alone_stays(desk: Desk) -> None:
    plan = desk.folder / "coquan" / "2024" / "kehoach.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_text("của tôi", "utf-8")
    made = desk.start(*SO_NOI_VU)
    assert made.out.splitlines() == ["coquan/coquan.yaml", "coquan/donvi.yaml"]
    assert "coquan/2024/kehoach.yaml: tệp này đã có nên giữ nguyên" in made.err
    assert plan.read_text("utf-8") == "của tôi"


def test_a_file_in_place_of_the_folder_is_told(desk: Desk) -> None:
    (desk.folder / "coquan").write_text("", "utf-8")
    made = desk.start(*SO_NOI_VU)
    assert made.code == 5
    assert made.err.startswith("Lỗi: coquan: không tạo được thư mục này (đã có tệp cùng tên);")


def test_where_a_file_cannot_be_written_no_folder_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
    made = desk.run("khoitao", "a/b", *SO_NOI_VU)
    assert made.code == 5
    assert "ổ đĩa đầy" in made.err
    assert list(desk.folder.iterdir()) == []


@pytest.mark.parametrize(("file", "kind"), [("coquan.yaml", "coquan"), ("donvi.yaml", "donvi"), ("2024/kehoach.yaml", "kehoach")])
def test_the_first_line_leads_an_editor_to_the_schema_beside_the_files(desk: Desk, file: str, kind: str) -> None:
    desk.start(*SO_NOI_VU)
    path = desk.folder / "coquan" / file
    first = path.read_text("utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match is not None
    assert (path.parent / match[1]).read_text("utf-8") == schema_text(kind)


def test_the_files_pass_their_schemas(desk: Desk) -> None:
    validator = jsonschema.Draft202012Validator
    desk.start("--nam", "2024")
    for file in ("coquan.yaml", "donvi.yaml", "2024/kehoach.yaml"):
        path = desk.folder / "coquan" / file
        schema = json.loads(schema_text(path.stem))
        assert [error.message for error in validator(schema).iter_errors(load(path).value)] == []


def test_schemas_of_another_docgen_stay_and_are_told(desk: Desk) -> None:
    schema = desk.folder / "coquan" / ".docgen" / file_name("coquan")
    schema.parent.mkdir(parents=True)
    schema.write_text("{}", "utf-8")
    made = desk.start(*SO_NOI_VU)
    assert made.code == 0
    assert "coquan/.docgen: lược đồ ở đây là của bản docgen khác; chạy docgen luocdo -o “coquan/.docgen”" in made.err
    assert schema.read_text("utf-8") == "{}"


def test_the_same_answers_give_the_same_bytes(desk: Desk) -> None:
    desk.run("khoitao", "a", *SO_NOI_VU)
    desk.run("khoitao", "b", *SO_NOI_VU)
    files = desk.files()
    assert {name[2:]: data for name, data in files.items() if name.startswith("a/")} == {
        name[2:]: data for name, data in files.items() if name.startswith("b/")
    }


def test_every_file_explains_itself_and_its_examples_are_called_so(desk: Desk) -> None:
    desk.start(*SO_NOI_VU)
    for file in ("donvi.yaml", "2024/kehoach.yaml"):
        assert "VÍ DỤ" in (desk.folder / "coquan" / file).read_text("utf-8")
    comments = [
        line for line in (desk.folder / "coquan/2024/kehoach.yaml").read_text("utf-8").splitlines() if line.startswith("#")
    ]
    assert all(any(key in line for line in comments) for key in ("chu_tri", "phoi_hop", "thoi_gian", "(b/c)", "Lưu"))


def test_the_commented_lines_about_reports_are_right_once_uncommented(desk: Desk) -> None:
    desk.start(*SO_NOI_VU)
    path = desk.folder / "coquan/2024/kehoach.yaml"
    head, _, tail = path.read_text("utf-8").partition("# cong_van:")
    lines = [line.removeprefix("# ") for line in f"# cong_van:{tail}".splitlines()]
    path.write_text(head + "\n".join(lines).replace("... tháng ...", "30 tháng 11"), "utf-8")
    report = desk.plan().cong_van.bao_cao
    assert report is not None
    assert (report.gui, report.han) == ("Văn phòng Sở", "trước ngày 30 tháng 11 năm 2024")
