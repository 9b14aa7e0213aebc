"""What tests share: the sample and trial plans, their contexts, and the papers made of them by the real command."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from docgen.cli import main as cli
from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.paper.context.kehoach import KeHoachIn, kehoach_context
from docgen.paper.layout import Layout
from docgen.paper.render import Template, open_template
from docgen.workflows.paper import default_template

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "asean-2023" / "kehoach.yaml"
OFFICE = ROOT / "data" / "coquan.yaml"
TRIAL = ROOT / "tests" / "plans" / "so" / "kehoach.yaml"
BLOCKS = ROOT / "tests" / "plans" / "khoi" / "kehoach.yaml"
GUIDE_PAGES = sorted((ROOT / "docs" / "huong-dan").glob("*.md"))
GUIDE = "\n".join(page.read_text("utf-8") for page in GUIDE_PAGES)  # the whole guide for clerks


@dataclass(frozen=True)
class Printed:
    """A paper as .docx, and as PDF once somebody asks for it."""

    words: list[str]
    docx: Path

    @cached_property
    def pdf(self) -> Path:
        assert cli.run([*self.words, "--pdf"]) == 0
        return self.docx.with_suffix(".pdf")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the text dumps in tests/golden anew; then read the diff")


def pytest_collection_finish() -> None:
    gc.freeze()  # the tests and all that they import stay to the end; to look through them again and again costs a fifth


def plan_of(path: Path) -> KeHoach:
    return validate(KeHoach, load(path))


def office_of(path: Path) -> CoQuan:
    return validate(CoQuan, load(path))


def own_layout() -> Layout:
    return open_template(default_template("kehoach")).layout


def values_of(plan: KeHoach, office: CoQuan, layout: Layout | None = None) -> KeHoachIn:
    layout = layout or own_layout().with_office_settings(office.trinh_bay.le.model_dump(), office.trinh_bay.co_chu)
    return kehoach_context(plan, office, office.ky.overridden_by(plan.ky), layout)


def named(values: KeHoachIn) -> dict[str, Any]:
    return {field.name: getattr(values, field.name) for field in fields(values)}


def compiled_template() -> Template:
    opened = open_template(default_template("kehoach"))
    return opened.compiled(opened.layout)


@pytest.fixture(scope="session")
def print_plan(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Printed]:
    """Return a function that makes a plan's .docx and PDF by the command, once for each plan."""
    made: dict[Path, Printed] = {}

    def make(plan: Path) -> Printed:
        if plan not in made:
            out = tmp_path_factory.mktemp("printed") / "kehoach.docx"
            words = ["kehoach", str(plan), "-o", str(out), "--van-ghi"]  # the trial plan has odd words
            assert cli.run(words) == 0
            made[plan] = Printed(words, out)
        return made[plan]

    return make


@pytest.fixture
def write_plan(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a plan's text beside the sample office's file, and returns its path."""
    (tmp_path / "coquan.yaml").write_text(OFFICE.read_text("utf-8"), "utf-8")

    def write(text: str) -> Path:
        path = tmp_path / "kehoach.yaml"
        path.write_text(text, "utf-8")
        return path

    return write
