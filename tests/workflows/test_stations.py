"""How far a year has come: papers held against the data, edits seen, answers counted; nothing is written."""

import shutil
from datetime import date
from pathlib import Path

import pytest

import docgen
from docgen import Standing, year_state
from docgen.errors import DataError
from docgen.files.package import packed, read_parts
from tests.conftest import SAMPLE

UNITS = "don_vi: [{ten: Sở Y tế}, {ten: Sở Nội vụ}]\n"
PLAN = """\
loai: kế hoạch
nam: 2026
trich_yeu: Tập huấn
noi_nhan: [Sở Y tế]
luu: VT, NV
phan: [{tieu_de: Kinh phí, doan: "[cần điền số tiền] đồng."}]
phu_luc: {tieu_de: Việc, nhiem_vu: [{ten: Khám, chu_tri: Sở Y tế, phoi_hop: Sở Nội vụ}]}
cong_van: {bao_cao: {gui: Văn phòng, han: trước ngày 30/11/2026}}
"""
ANSWERS = (
    "loai: kết quả thực hiện\nden_ngay: 2026-11-20\nket_qua: [{ma: '1', ten: Khám, don_vi: Sở Y tế, trang_thai: hoàn thành}]\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copy(SAMPLE.parent.parent / "coquan.yaml", tmp_path)
    (tmp_path / "donvi.yaml").write_text(UNITS, "utf-8")
    (tmp_path / "2026").mkdir()
    path = tmp_path / "2026" / "kehoach.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def edit(path: Path) -> None:
    parts = read_parts(path.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:body>", b"<w:p/></w:body>")
    path.write_bytes(packed(parts))


def test_a_year_that_has_just_begun(plan: Path) -> None:
    before = {path: path.read_bytes() for path in plan.parent.parent.rglob("*") if path.is_file()}
    state = year_state(plan)
    assert (state.nam, state.trich_yeu, state.blanks, state.next_year) == (2026, "Tập huấn", ("[cần điền số tiền]",), None)
    assert (state.plan.standing, state.plan.is_final, state.report.standing) == (Standing.MISSING, False, Standing.MISSING)
    assert (state.letters.due, state.letters.made, state.forms.made) == (2, 0, 0)
    assert (state.answers.answered, state.answers.silent) == ((), ("Sở Y tế", "Sở Nội vụ"))
    assert state.answers.due == date(2026, 11, 29)  # the last day before the one that is named
    assert {path: path.read_bytes() for path in plan.parent.parent.rglob("*") if path.is_file()} == before


def test_papers_are_held_against_the_data_of_now(plan: Path) -> None:
    made = docgen.make_plan(plan).save().files[0]
    letters = docgen.make_letters(plan).save().files
    docgen.make_forms(plan).save()
    plan.with_name("ketqua.yaml").write_text(ANSWERS, "utf-8")
    docgen.make_report(plan).save()
    state = year_state(plan)
    assert (state.plan.standing, state.report.standing) == (Standing.CURRENT, Standing.CURRENT)
    assert state.letters.standing == {Standing.CURRENT: 2}
    assert state.forms.standing == {Standing.CURRENT: 2}
    assert state.answers.answered == ("Sở Y tế",)
    edit(made)
    edit(next(path for path in letters if path.name.endswith("so-y-te.docx")))
    state = year_state(plan)
    assert state.plan.standing is Standing.EDITED
    assert state.letters.standing == {Standing.EDITED: 1, Standing.CURRENT: 1}
    plan.write_text(PLAN.replace("ten: Khám", "ten: Khám bệnh"), "utf-8")
    state = year_state(plan)
    assert state.plan.standing is Standing.EDITED_STALE
    assert state.letters.standing == {Standing.EDITED_STALE: 1, Standing.STALE: 1}
    assert state.report.standing is Standing.WRONG  # the answer names the task as it was
    assert "Khám bệnh" in state.report.problems[0].message


def test_what_is_wrong_in_one_file_is_told_with_what_needs_it(plan: Path) -> None:
    (plan.parent.parent / "donvi.yaml").write_text("don_vi: [{tên: Sở Y tế}]\n", "utf-8")
    state = year_state(plan)
    assert state.plan.standing is Standing.MISSING
    assert state.letters.problems == state.forms.problems == state.answers.problems
    assert state.letters.problems[0].place.file.endswith("donvi.yaml")
    plan.write_text(PLAN.replace("nam: 2026", "nam: năm"), "utf-8")
    with pytest.raises(DataError, match="nam"):
        year_state(plan)


def test_next_years_plan_is_found_where_the_roll_over_puts_it(plan: Path) -> None:
    docgen.roll_over(plan, 2027).save()
    assert year_state(plan).next_year == plan.parent.parent / "2027" / "kehoach.yaml"


def test_unless_papers_are_held_against_the_data_only_what_is_there_is_told(plan: Path) -> None:
    docgen.make_plan(plan).save()
    letter, *_ = docgen.make_letters(plan).save().files
    letter.unlink()
    plan.write_text(PLAN.replace("ten: Khám", "ten: Khám bệnh"), "utf-8")
    state = year_state(plan, held=False)
    assert (state.plan.standing, state.report.standing) == (Standing.CURRENT, Standing.MISSING)
    assert state.letters.standing == {Standing.MISSING: 1, Standing.CURRENT: 1}
    assert state.letters.files[letter.name] is Standing.MISSING
    assert state.answers == year_state(plan).answers
