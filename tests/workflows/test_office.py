from pathlib import Path

import pytest

from docgen.cli import main as cli
from docgen.errors import FileError
from docgen.workflows import datafiles
from tests.conftest import OFFICE

PLAN = "loai: kế hoạch\nnam: 2024\ntrich_yeu: Thử việc của năm\nphan:\n  - {tieu_de: Một, doan: Hai}\nnoi_nhan: [A]\nluu: VT\n"


def office_at(folder: Path, place: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "coquan.yaml").write_text(OFFICE.read_text("utf-8").replace("dia_danh: Sóc Trăng", f"dia_danh: {place}"), "utf-8")


def test_the_nearest_office_file_beside_or_above_is_taken(tmp_path: Path) -> None:
    office_at(tmp_path, "xa")
    office_at(tmp_path / "a" / "b", "gan")
    assert (
        datafiles.find_beside_or_above(tmp_path / "a" / "b" / "c" / "k.yaml", "coquan.yaml")
        == tmp_path / "a" / "b" / "coquan.yaml"
    )
    assert datafiles.find_beside_or_above(tmp_path / "a" / "k.yaml", "coquan.yaml") == tmp_path / "coquan.yaml"


def test_the_office_of_the_current_folder_never_signs_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office_at(tmp_path, "chung")
    office_at(tmp_path / "phong1", "phòng một")
    (tmp_path / "phong2").mkdir()
    monkeypatch.chdir(tmp_path / "phong1")
    assert datafiles.find_beside_or_above(Path("../phong2/kehoach.yaml"), "coquan.yaml") == Path("../coquan.yaml")


def test_a_missing_office_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="không thấy không-có"):
        datafiles.find_beside_or_above(tmp_path / "k.yaml", "không-có.yaml")


def write(folder: Path, text: str) -> Path:
    office_at(folder, "Sóc Trăng")
    plan = folder / "kehoach.yaml"
    plan.write_text(text, "utf-8")
    return plan


def test_a_pdf_of_an_older_paper_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = write(tmp_path, PLAN)
    assert cli.run(["kehoach", str(plan), "--pdf"]) == 0
    assert cli.run(["kehoach", str(plan)]) == 0
    assert "bản trước" not in capsys.readouterr().err
    plan.write_text(PLAN.replace("Hai", "Ba"), "utf-8")
    assert cli.run(["kehoach", str(plan)]) == 0
    assert "kehoach.pdf: PDF này là của bản trước; chạy lại với --pdf để làm mới" in capsys.readouterr().err


def test_a_table_that_its_page_has_no_room_for_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = ", ".join(["1.234.567.890"] * 10)
    table = f"{{cot: [{', '.join(f'Cột {number}' for number in range(10))}], dong: [[{row}]]}}"
    assert cli.run(["kehoach", str(write(tmp_path, PLAN.replace("doan: Hai", f"bang: {table}")))]) == 0
    assert "quá rộng so với trang" in capsys.readouterr().err
