"""Names made to lead out of the folder, or that Windows cannot take: every file stays inside, under a plain name."""

import shutil
from pathlib import Path

import pytest
import yaml

from docgen.cli import main as cli
from tests.conftest import OFFICE

NAMES = (
    "../../Sở Một",
    "..\\..\\Sở Hai",
    "C:\\Windows\\Sở Ba",
    "/etc/Sở Bốn",
    "CON",
    "NUL.txt",
    "Sở Năm...",
    "Sở Sáu:luồng",
    "Sở Bảy " + "rất dài " * 40,
    "aux",
    "~$Sở Tám",
    ".Sở Chín",
    'Sở Mười*?<>|"',
    "-rf Sở Mười Một",
    "%TEMP%\\Sở Mười Hai",
    "COM1.Sở",
)


def test_files_of_units_stay_in_their_folder_under_plain_names(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    shutil.copy(OFFICE, folder / "coquan.yaml")
    tasks = [{"ten": f"Việc {number}", "chu_tri": name, "ma": f"..-{number}"} for number, name in enumerate(NAMES)]
    plan = {
        "loai": "kế hoạch",
        "nam": 2023,
        "trich_yeu": "Tuyên truyền năm 2023",
        "phan": [{"tieu_de": "Mục đích", "doan": "Nâng cao."}],
        "noi_nhan": ["Sở Một"],
        "luu": "VT",
        "cong_van": {"ky_hieu": "NV"},
        "phu_luc": [{"tieu_de": "Nhiệm vụ", "nhiem_vu": tasks}],
    }
    (folder / "kehoach.yaml").write_text(yaml.safe_dump(plan, allow_unicode=True), "utf-8")
    (folder / "donvi.yaml").write_text(yaml.safe_dump({"don_vi": [{"ten": name} for name in NAMES]}, allow_unicode=True), "utf-8")
    assert cli.run(["congvan", str(folder / "kehoach.yaml"), "--van-ghi"]) == 0
    assert cli.run(["thuthap", str(folder / "kehoach.yaml")]) == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    made = [path for path in files if path.suffix in (".docx", ".xlsx")]
    assert len(made) == 2 * len(NAMES) + 2, "a letter and a form for each, a register and a list"
    assert all(path.is_relative_to(folder) and len(path.name) <= 80 for path in files)
    assert all(set(path.stem.lower()) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.") for path in made)
    assert all(path.resolve() == path for path in files)


def test_codes_that_are_paths_are_words_like_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(OFFICE, tmp_path / "coquan.yaml")
    (tmp_path / "kehoach.yaml").write_text('loai: kế hoạch\nnam: 2023\ntrich_yeu: "a\\0b"\n', "utf-8")
    assert cli.run(["kehoach", str(tmp_path / "kehoach.yaml")]) == 3
    assert "U+0000" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coquan.yaml", "kehoach.yaml"]


def test_a_link_to_a_file_elsewhere_is_not_written_through_unasked(tmp_path: Path) -> None:
    victim = tmp_path / "nguoi-khac.docx"
    victim.write_bytes(b"rieng")
    folder = tmp_path / "don-vi"
    folder.mkdir()
    shutil.copy(OFFICE, folder / "coquan.yaml")
    shutil.copy(Path(__file__).parent.parent.parent / "data" / "asean-2023" / "kehoach.yaml", folder)
    (folder / "kehoach.docx").symlink_to(victim)
    assert cli.run(["kehoach", str(folder / "kehoach.yaml"), "--van-ghi"]) == 5
    assert victim.read_bytes() == b"rieng"
