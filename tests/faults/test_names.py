"""Names as they come from macOS, from network drives, from careless fingers; links that lead elsewhere, or in a circle."""

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.cli import main as cli
from tests.faults.figures import survived
from tests.faults.office import COMMANDS, EDITED
from tests.faults.steps import snapshot

Go = Callable[..., tuple[int, str]]
_EVERY = [
    command
    for command in COMMANDS
    if command.name in ("nhap-moi", "kehoach", "congvan", "thuthap", "tonghop", "baocao", "chuyennam", "phancong", "luocdo")
]
_NAMES = {
    "NFD": unicodedata.normalize("NFD", "Sở Nội vụ, kế hoạch đợt cuối"),
    "240 characters": unicodedata.normalize("NFC", "Kế hoạch nâng cao chất lượng công tác văn thư, lưu trữ ") * 4,
    "dots, spaces, signs": " ke hoach... /[kế hoạch] {2024} *quý* 'I' $HOME %TEMP%./kế\nhoạch",
    "not UTF-8": os.fsdecode(b"k\xea ho\xb9ch"),
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], programs: Path) -> Go:
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)

    def go(*words: object) -> tuple[int, str]:
        code = cli.run([str(word) for word in words])
        survived["names"] += 1
        return code, capfd.readouterr().err

    return go


@pytest.fixture
def office_named(office: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    name: str = request.param
    parts = [name[:60].strip() if len(name) > 100 else name] * (4 if len(name) > 100 else 1)
    folder = tmp_path.joinpath(*parts)
    shutil.copytree(office, folder)
    return folder


@pytest.mark.parametrize("office_named", _NAMES.values(), ids=_NAMES, indirect=True)
def test_every_command_in_a_folder_of_an_odd_name(office_named: Path, run: Go) -> None:
    for command in _EVERY:
        command.before(office_named)
        code, err = run(*command.said(str(office_named)))
        assert code == 0, f"{command}: {err}"
    assert not [name for name in snapshot(office_named) if ".docgen-ghi" in name or ".docgen-tam" in name]


@pytest.mark.parametrize("name", ["Kế hoạch đợt 2.yaml", unicodedata.normalize("NFD", "Kế hoạch đợt 2.yaml")])
def test_a_plan_of_an_odd_name(office: Path, tmp_path: Path, run: Go, name: str) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    plan = (folder / "2024" / "kehoach.yaml").rename(folder / "2024" / name)
    forms = [
        path.rename(path.with_name(unicodedata.normalize("NFD", f"Biểu mẫu {path.name}")))
        for path in sorted((folder / "bieu-mau").glob("0*"))
    ]
    table = (folder / "bang.xlsx").rename(folder / name.replace(".yaml", ".xlsx"))
    assert run("kehoach", plan, "--pdf") == (0, "")
    assert plan.with_suffix(".docx").is_file()
    assert run("congvan", plan, "--don-vi", unicodedata.normalize("NFD", "Văn phòng Sở"))[0] == 0
    assert run("tonghop", plan, forms[0].parent)[0] == 0
    assert run("chuyennam", plan, "2025", "--vao", folder / "2025" / name)[0] == 0
    code, err = run("nhap", table, "-o", folder / "2024" / f"moi-{name}", "--nam", "2024")
    assert code == 0, err


def test_a_table_whose_name_is_no_text_is_told(office: Path, tmp_path: Path, run: Go) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    table = (folder / "bang.xlsx").rename(folder / os.fsdecode(b"b\xeang.xlsx"))
    before = snapshot(folder)
    code, err = run("nhap", table, "-o", folder / "2024" / "moi.yaml", "--nam", "2024")
    assert (code, err) == (5, "Lỗi: tên tệp hoặc thư mục có ký tự hỏng (không phải UTF-8); đổi tên rồi chạy lại\n")
    assert snapshot(folder) == before


def test_a_network_path_with_two_slashes(office: Path, tmp_path: Path, run: Go) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    assert run("kehoach", f"/{folder}/2024/kehoach.yaml")[0] == 0
    assert (folder / "2024" / "kehoach.docx").is_file()


def test_a_folder_reached_through_a_link(office: Path, tmp_path: Path, run: Go) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    (tmp_path / "tat").symlink_to(folder)
    for command in _EVERY:
        command.before(folder)
        assert run(*command.said(str(tmp_path / "tat")))[0] == 0
    assert (tmp_path / "tat").is_symlink()
    assert (folder / "2024" / "kehoach.docx").is_file()


def test_a_link_in_the_place_of_a_file_stays_a_link(office: Path, tmp_path: Path, run: Go) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    elsewhere = tmp_path / "o-chung"
    elsewhere.mkdir()
    for name in ("kehoach.docx", "ketqua.yaml"):
        shutil.copy(folder / ("cu.docx" if name == "kehoach.docx" else "2024/ketqua.yaml"), elsewhere / name)
        (folder / "2024" / name).unlink(missing_ok=True)
        (folder / "2024" / name).symlink_to(elsewhere / name)
    old = (elsewhere / "kehoach.docx").read_bytes()
    assert run("kehoach", folder / "2024" / "kehoach.yaml")[0] == 0
    assert run("tonghop", folder / "2024" / "kehoach.yaml", folder / "bieu-mau")[0] == 0
    assert (folder / "2024" / "kehoach.docx").is_symlink()
    assert (elsewhere / "kehoach.docx").read_bytes() != old
    assert "Đã làm một phần" in (elsewhere / "ketqua.yaml").read_text("utf-8")
    assert sorted(path.name for path in elsewhere.iterdir()) == ["kehoach.docx", "ketqua.yaml", "ketqua.yaml.bak"]


def test_a_link_to_a_file_that_is_not_there_yet_is_written_through(office: Path, tmp_path: Path, run: Go) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    (folder / "2024" / "kehoach.docx").symlink_to(tmp_path / "sau.docx")
    assert run("kehoach", folder / "2024" / "kehoach.yaml")[0] == 0
    assert (tmp_path / "sau.docx").is_file()


@pytest.mark.parametrize("words", [command.said() for command in COMMANDS if command.name != "khoitao-nam-sau"])
def test_links_in_a_circle_are_told(
    office: Path, tmp_path: Path, run: Go, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    monkeypatch.chdir(folder)
    written = next((Path(words[index + 1]) for index, word in enumerate(words) if word in ("-o", "--vao")), Path(words[1]))
    for path in (written, Path("vong.yaml")):
        path.unlink(missing_ok=True) if not path.is_dir() else shutil.rmtree(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(path.name)
    before = snapshot(folder)
    code, err = run(*words)
    assert code == 5, err
    assert "Lỗi: " in err
    assert "chính nó" not in err
    assert snapshot(folder) == before


@pytest.mark.parametrize("mark", ["read-only", "Word", "LibreOffice"])
@pytest.mark.parametrize(
    "command", ["kehoach", "baocao", "phancong", "congvan", "thuthap", "tonghop", "chuyennam", "kiemtra", "nhap-ghi-de", "luocdo"]
)
def test_a_file_that_may_not_be_replaced_is_left_and_told(office: Path, tmp_path: Path, run: Go, command: str, mark: str) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    chosen = next(each for each in COMMANDS if each.name == command)
    words = [word for word in chosen.said(str(folder)) if word not in ("--pdf", "--don-vi", "Văn phòng Sở")]
    chosen.before(folder)
    path = folder / _WRITTEN[command]
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(EDITED)
    if mark == "read-only":
        path.chmod(0o444)
    else:
        path.with_name(f"~${path.name}" if mark == "Word" else f".~lock.{path.name}#").write_bytes(b"")
    before = snapshot(folder)
    code, err = run(*words, *([] if command in ("nhap-ghi-de", "tonghop") else ["--ghi-de"]))
    assert code == 5, err
    assert ("chỉ cho đọc" if mark == "read-only" else "đang mở") in err
    assert snapshot(folder) == before


_WRITTEN = {
    "kehoach": "2024/kehoach.docx",
    "baocao": "2024/baocao.docx",
    "phancong": "2024/phan-cong.xlsx",
    "congvan": "2024/cong-van/01-van-phong-so.docx",
    "thuthap": "2024/bieu-mau-nam-2024/01-van-phong-so.xlsx",
    "tonghop": "2024/ketqua.yaml",
    "chuyennam": "2026/kehoach.yaml",
    "kiemtra": "ghi-chu.docx",
    "nhap-ghi-de": "2024/kehoach.yaml",
    "luocdo": "2024/luoc-do/.docgen/coquan.schema.json",
}


def test_what_a_killed_run_left_is_nobodys_form_or_paper(office: Path, tmp_path: Path, run: Go) -> None:
    folder = shutil.copytree(office, tmp_path / "vp")
    for area in (".docgen-ghi", ".docgen-tam/moi"):
        left = folder / "bieu-mau" / area
        left.mkdir(parents=True)
        for name in ("01-van-phong-so.xlsx", "01-van-phong-so.docx"):
            (left / name).write_bytes(b"half of")
    code, err = run("tonghop", folder / "2024" / "kehoach.yaml", folder / "bieu-mau")
    assert code == 0, err
    assert "3 biểu mẫu, 3 đơn vị trả lời" in err
    shutil.copy(folder / "cu.docx", folder / "bieu-mau")
    assert run("kiemtra", folder / "bieu-mau")[0] == 0
