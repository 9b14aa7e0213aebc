"""What Word asks of a .docx beyond the schema, which test_word_structure.py holds it to: grids, styles, numbers, declarations."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import SAMPLE, TRIAL, Printed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module", params=[SAMPLE, TRIAL], ids=["sample", "trial"])
def package(request: pytest.FixtureRequest, print_plan: Callable[[Path], Printed]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(print_plan(request.param).docx.read_bytes()))


def roots(package: zipfile.ZipFile) -> list[etree._Element]:
    return [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith((".xml", ".rels"))]


def test_rows_fill_the_grid_of_their_table(package: zipfile.ZipFile) -> None:
    document = etree.fromstring(package.read("word/document.xml"))
    for table in document.iter(W + "tbl"):
        columns = [int(column.get(W + "w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        assert all(width > 0 for width in columns)
        for row in table.iterfind(W + "tr"):
            spans = [
                int(span.get(W + "val", "1")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
                for cell in row.iterfind(W + "tc")
            ]
            assert sum(spans) == len(columns)


def test_rows_stay_whole_but_where_a_page_ends(package: zipfile.ZipFile) -> None:
    rows = [*etree.fromstring(package.read("word/document.xml")).iter(W + "tr")]
    free = [row for row in rows if row.find(f"{W}trPr/{W}cantSplit") is None]
    assert len(free) <= 2  # of some twenty, over two pages of an appendix


def test_every_cell_ends_with_a_paragraph_and_the_body_with_its_section(package: zipfile.ZipFile) -> None:
    document = etree.fromstring(package.read("word/document.xml"))
    assert all(cell[-1].tag == W + "p" for cell in document.iter(W + "tc"))
    assert [child.tag for child in list(document[0])[-2:]] == [W + "p", W + "sectPr"]
    assert all(following.tag == W + "p" for table in document.iter(W + "tbl") if (following := table.getnext()) is not None)


def test_styles_that_are_used_are_defined(package: zipfile.ZipFile) -> None:
    defined = {style.get(W + "styleId") for style in etree.fromstring(package.read("word/styles.xml")).iter(W + "style")}
    for root in roots(package):
        used = {element.get(W + "val") for name in ("pStyle", "rStyle", "tblStyle", "basedOn") for element in root.iter(W + name)}
        assert used <= defined


def test_drawings_have_numbers_of_their_own(package: zipfile.ZipFile) -> None:
    document = etree.fromstring(package.read("word/document.xml"))
    numbers = [drawing.get("id") for drawing in document.iter("{*}docPr")]
    assert len(numbers) == len(set(numbers)) >= 4


def test_every_part_is_declared_and_related(package: zipfile.ZipFile) -> None:
    types = etree.fromstring(package.read("[Content_Types].xml"))
    declared = {element.get("PartName") for element in types.iter("{*}Override")}
    defaults = {element.get("Extension") for element in types.iter("{*}Default")}
    for name in package.namelist():
        if name != "[Content_Types].xml":
            assert f"/{name}" in declared or name.rsplit(".", 1)[-1] in defaults - {"xml"}, name
    for part in declared:
        assert str(part).lstrip("/") in package.namelist()
    related = [target for name in package.namelist() if name.endswith(".rels") for target in _targets(package, name)]
    assert set(package.namelist()) - {"[Content_Types].xml"} - {
        name for name in package.namelist() if name.endswith(".rels")
    } <= set(related)
    assert len(package.namelist()) == len(set(package.namelist()))


def _targets(package: zipfile.ZipFile, name: str) -> list[str]:
    folder = "word/" if name.startswith("word/") else ""
    return [folder + str(relation.get("Target")).lstrip("/") for relation in etree.fromstring(package.read(name))]
