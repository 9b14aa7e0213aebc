"""A plan whose body is typed below `phan: |` makes the same papers, byte for byte but for the stamp, as its nested form."""

import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import docgen
from docgen.data.model.donvi import SoDonVi
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import load, of_text
from docgen.errors import DataError
from docgen.paper.context.khoi import body
from docgen.paper.layout import Room
from docgen.work.assigning import assign
from docgen.work.assignments import TrachNhiem, UnitWork
from docgen.work.units import Registry
from docgen.workflows.chuyennam import RolledPlan
from tests.conftest import BLOCKS, OFFICE, ROOT, SAMPLE, TRIAL
from tests.typed import retyped

STAMP = "docProps/custom.xml"


def is_plan(path: Path) -> bool:
    """Return whether docgen takes the file at `path`: one of the corpus has a number and half a date, another a stray colon."""
    try:
        validate(KeHoach, load(path))
    except DataError:
        return False
    return True


PLANS = [path for folder in ("data", "tests/plans", "bench/corpus") for path in sorted((ROOT / folder).rglob("kehoach.yaml"))]
PLANS = [path for path in PLANS if is_plan(path)]
MARK = re.compile(r"\s*(?:- |\w+[.)] |\w+: )?")
FORMS = pytest.mark.parametrize("with_duties", [False, True], ids=["parts typed", "duties typed too"])


def desk(folder: Path, plan: Path, *, with_duties: bool | None) -> Path:
    """Return the path of `plan` in a folder of its own, with its office's files; it is typed unless `with_duties` is None."""
    for name in ("coquan.yaml", "donvi.yaml", "van-ban.yaml", "chu-de-asean.yaml"):
        source = plan.parent / name if (plan.parent / name).exists() else OFFICE.parent / name
        folder.mkdir(exist_ok=True)
        shutil.copy(source, folder)
    text = plan.read_text("utf-8")
    made = folder / "2023" / "kehoach.yaml"
    made.parent.mkdir()
    made.write_text(text if with_duties is None else retyped(text, with_duties=with_duties), "utf-8")
    return made


def parts(data: bytes, folder: Path) -> dict[str, bytes]:
    path = folder / "x.docx"
    path.write_bytes(data)
    with zipfile.ZipFile(path) as paper:
        return {name: paper.read(name) for name in paper.namelist() if name != STAMP}


def typed_files(folder: Path, plan: Path, *, with_duties: bool) -> tuple[Path, Path]:
    return desk(folder / "nested", plan, with_duties=None), desk(folder / "typed", plan, with_duties=with_duties)


@FORMS
@pytest.mark.parametrize(
    "plan", [SAMPLE, ROOT / "data" / "asean-2024" / "kehoach.yaml", TRIAL, BLOCKS], ids=lambda each: each.parent.name
)
def test_the_plan_has_the_same_parts(plan: Path, with_duties: bool, tmp_path: Path) -> None:
    nested, typed = typed_files(tmp_path, plan, with_duties=with_duties)
    assert "phan: |\n" in typed.read_text("utf-8")
    made, again = docgen.make_plan(nested), docgen.make_plan(typed)
    assert parts(again.data, tmp_path) == parts(made.data, tmp_path)
    told = [[re.sub(r"dòng \d+", "dòng", each.message) for each in paper.warnings] for paper in (made, again)]
    assert told[0] == told[1]


@FORMS
def test_letters_and_assignments_are_the_same(with_duties: bool, tmp_path: Path) -> None:
    nested, typed = typed_files(tmp_path, SAMPLE, with_duties=with_duties)
    made, again = (list(docgen.make_letters(plan).letters(workers=1)) for plan in (nested, typed))
    assert len(made) > 40
    assert [parts(each.data, tmp_path) for each in again] == [parts(each.data, tmp_path) for each in made]
    assert docgen.assignments(typed).text == docgen.assignments(nested).text


@FORMS
@pytest.mark.parametrize("plan", PLANS, ids=lambda each: each.parent.name)
def test_every_plan_has_the_same_blocks_and_the_same_duties(plan: Path, with_duties: bool) -> None:
    text, room = plan.read_text("utf-8"), Room(165, 13, 250)
    nested, typed = (validate(KeHoach, of_text("x", each)) for each in (text, retyped(text, with_duties=with_duties)))
    assert body(typed.phan, typed.to_chuc_thuc_hien, room) == body(nested.phan, nested.to_chuc_thuc_hien, room)
    units = validate(
        SoDonVi, load(next(file for file in (plan.parent / "donvi.yaml", OFFICE.parent / "donvi.yaml") if file.exists()))
    )
    made, again = (assign(each, Registry(units, each.nam)) for each in (nested, typed))
    assert [(task.ma, task.ten) for task in again.nhiem_vu] == [(task.ma, task.ten) for task in made.nhiem_vu]
    assert list(map(duties, again.don_vi)) == list(map(duties, made.don_vi))
    assert [remark.message for remark in again.remarks] == [remark.message for remark in made.remarks]


def duties(unit: UnitWork) -> tuple[str, list[TrachNhiem]]:
    return unit.ten, [replace(one, route=()) for one in unit.trach_nhiem]


def mark(line: str) -> str:
    match = MARK.match(line)
    assert match
    return match.group()


def words(rolled: RolledPlan) -> list[str]:
    """Return the texts of the new plan without the heading of its duties, which is no text of the nested form."""
    return [text for _, text in of_text("x", rolled.data.decode()).texts() if text != "Tổ chức thực hiện"]


@FORMS
def test_the_roll_over_changes_the_same_words_alone(with_duties: bool, tmp_path: Path) -> None:
    nested, typed = typed_files(tmp_path, SAMPLE, with_duties=with_duties)
    rolled, again = (docgen.roll_over(plan, 2025) for plan in (nested, typed))
    if not with_duties:
        assert [change for change, _ in again.items] == [change for change, _ in rolled.items]
    assert words(again) == words(rolled)
    old, new = typed.read_text("utf-8").split("\n"), again.data.decode().split("\n")
    changed = [(before, after) for before, after in zip(old, new, strict=True) if before != after]
    assert len(changed) == 41 - with_duties
    assert [mark(after) for _, after in changed] == [mark(before) for before, _ in changed]
    papers = []
    for one in (rolled, again):
        one.save()
        papers.append(parts(docgen.make_plan(one.path).data, tmp_path))
    assert papers[0] == papers[1]
