"""Fifty forms filled as the worst clerks would, half of them saved by LibreOffice, also by way of .ods: all is found again."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from docgen.cli import main as cli
from docgen.data.model.ketqua import KetQua, KetQuaViec
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.forms import formlayout as at
from tests.conftest import ROOT
from tests.worst_clerk import Filled, every_way, formulas


@dataclass(frozen=True)
class Gathered:
    """The forms as they were filled, what was said, and the results."""

    forms: Sequence[tuple[Filled, str]]
    said: str
    results: dict[tuple[str, str | None], KetQuaViec]
    folder: Path


def convert(files: Sequence[Path], kind: str, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(out.parent / 'lo').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    folder = tmp_path_factory.mktemp("nam")
    for name in ("coquan.yaml", "donvi.yaml", "asean-2023/kehoach.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text((ROOT / "data" / name).read_text("utf-8"), "utf-8")
    plan = folder / "asean-2023" / "kehoach.yaml"
    assert cli.run(["thuthap", str(plan), "-o", str(folder / "gui")]) == 0
    sent = sorted(each for each in (folder / "gui").glob("[0-9]*.xlsx"))
    assert len(sent) == 50
    forms = list(every_way([(path, _unit(path)) for path in sent]))
    back, ods = folder / "ve", folder / "ods"
    back.mkdir()
    by_office: list[Path] = []
    by_ods: list[Path] = []
    for index, (filled, _) in enumerate(forms):
        if index % 4 == 1:
            formulas(filled)
        filled.path = (folder / "di" / f"{index}.xlsx") if index % 4 in (1, 3) else back / f"{index} gửi lại.xlsx"
        filled.path.parent.mkdir(exist_ok=True)
        filled.book.save(filled.path)
        (by_office if index % 4 == 1 else by_ods if index % 4 == 3 else []).append(filled.path)
    convert(by_office, "xlsx", back)
    convert(by_ods, "ods", ods)
    convert(sorted(ods.glob("*.ods")), "xlsx", back)
    for filled, _ in forms:
        filled.path = back / filled.path.name
    process = subprocess.run(
        [sys.executable, "-m", "docgen", "tonghop", str(plan), str(back)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    results = validate(KetQua, load(plan.parent / "ketqua.yaml")).ket_qua
    return Gathered(forms, process.stderr, {(one.ma, one.don_vi): one for one in results}, folder)


def _unit(path: Path) -> str:
    meta = openpyxl.load_workbook(path)[at.META]
    return next(str(row[1].value) for row in meta.iter_rows() if row[0].value == "don_vi")


def test_every_answer_is_found_where_it_belongs_and_nothing_else(gathered: Gathered) -> None:
    wanted = {(code, filled.unit) for filled, _ in gathered.forms for code in filled.meant}
    assert set(gathered.results) == wanted
    assert len(wanted) > 170


def test_every_answer_says_what_was_meant(gathered: Gathered) -> None:
    for filled, way in gathered.forms:
        for code, meant in filled.meant.items():
            found = gathered.results[code, filled.unit]
            where = f"{way} {filled.path.name} {code}"
            assert found.trang_thai is meant.status, where
            assert found.ngay_hoan_thanh == meant.day, where
            assert " ".join((found.noi_dung or "").split()) == " ".join(meant.texts["noi_dung"].split()), where
            assert found.kho_khan == meant.texts.get("kho_khan"), where
            figures = [(one.chi_tieu, one.don_vi_tinh, one.so_luong) for one in found.so_lieu]
            assert figures == meant.figures, where


def test_what_could_not_be_read_is_kept_as_a_note(gathered: Gathered) -> None:
    notes = "\n".join(one.ghi_chu or "" for one in gathered.results.values())
    lost = [(way, text) for filled, way in gathered.forms for text in filled.kept if text not in notes]
    assert not lost


def test_every_doubtful_cell_is_named(gathered: Gathered) -> None:
    for filled, way in gathered.forms:
        lines = [line for line in gathered.said.splitlines() if str(filled.path) in line]
        silent = [place for place in filled.named if not any(f"{filled.path}: {place}:" in line for line in lines)]
        assert not silent, (way, filled.path.name)


def test_a_second_run_finds_nothing_new(gathered: Gathered) -> None:
    file = gathered.folder / "asean-2023" / "ketqua.yaml"
    before = file.read_bytes()
    assert cli.run(["tonghop", str(file.with_name("kehoach.yaml")), str(gathered.folder / "ve")]) == 0
    assert file.read_bytes() == before
    assert not list(file.parent.glob("*.bak"))


@pytest.mark.parametrize(
    ("kind", "said"), [("ods", "đây là bảng tính OpenDocument (.ods)"), ("xls", "đây là tệp Excel đời cũ (.xls)")]
)
def test_other_kinds_of_workbooks_are_told(
    gathered: Gathered, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, said: str
) -> None:
    convert([gathered.forms[0][0].path], kind, tmp_path)
    plan = str(gathered.folder / "asean-2023" / "kehoach.yaml")
    assert cli.run(["tonghop", plan, str(tmp_path), "-o", str(tmp_path / "a.yaml")]) == 5
    assert said in capsys.readouterr().err
    assert not (tmp_path / "a.yaml").exists()


def test_forms_without_a_doubt_are_not_named(gathered: Gathered) -> None:
    plain = [filled for filled, way in gathered.forms if way in ("as_sent", "days_as_text", "rows_sorted", "typed_again")]
    assert len(plain) == 8
    said = [line for line in gathered.said.splitlines() if not line.endswith("xem lại trạng thái")]  # status and words are drawn
    for filled in plain:
        assert not any(f"{filled.path}: " in line for line in said)
