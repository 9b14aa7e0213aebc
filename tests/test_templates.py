"""The committed templates are those that build.py makes, and hold what docgen promises of a template."""

import subprocess
import sys
from pathlib import Path

import docx
import pytest

from docgen.decree30 import COMPONENTS
from docgen.files.package import read_parts
from docgen.paper.render.tags import FILTERS
from templates import build
from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "templates").glob("*.docx"))


@pytest.mark.parametrize("name", build.TEMPLATES)
def test_the_committed_template_is_the_one_that_build_makes(name: str) -> None:
    assert (ROOT / "templates" / f"{name}.docx").read_bytes() == build.TEMPLATES[name]()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_docxtpl_lint_passes(template: Path) -> None:
    command = [sys.executable, "-m", "docxtpl_lint", "--autoescape", "--filters", ",".join(FILTERS), "--fail-on", "warning"]
    done = subprocess.run([*command, "--no-config", str(template)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_component_of_the_decree_has_its_style_and_its_numbers() -> None:
    styles = {style.name: style for style in docx.Document(str(TEMPLATES[0])).styles}
    for component in COMPONENTS.values():
        font = styles[component.style].font
        assert font.size.pt == component.size_with_14
        assert bool(font.bold) == component.bold
        assert bool(font.italic) == component.italic


def test_headings_show_in_the_navigation_pane() -> None:
    styles = docx.Document(str(TEMPLATES[0])).styles
    levels = {
        name: styles[f"ND30 {name}"].element.find(".//{*}outlineLvl").get(styles.element.nsmap["w"].join("{}") + "val")
        for name in ("Phần", "Mục", "Khoản", "Phụ lục")
    }
    assert levels == {"Phần": "0", "Mục": "1", "Khoản": "2", "Phụ lục": "0"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_paper_opens_in_the_present_word_in_vietnamese_and_says_nothing_of_other_programs(template: Path) -> None:
    parts = read_parts(template.read_bytes())
    settings = parts["word/settings.xml"].decode()
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    assert '<w:themeFontLang w:val="vi-VN"/>' in settings
    assert set(parts) - {"word/charts/chart1.xml"} == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/theme/theme1.xml",
        "word/header1.xml",
        "word/header2.xml",
    }
