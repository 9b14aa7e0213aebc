"""Text dumps of whole papers, read by a person before they are committed.

`pytest --update-golden` writes them anew: read the diff.
"""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.table import Table

from tests.conftest import BLOCKS, ROOT, SAMPLE, TRIAL, Printed

GOLDEN = ROOT / "tests" / "golden"


def dump(path: Path) -> str:
    """Return every paragraph of a .docx behind the name of its style, tables row by row."""
    lines: list[str] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                lines.append("  |")
                lines += [
                    f"  | {paragraph.style.name}: {paragraph.text!r}"
                    for cell in row.cells
                    for paragraph in cell.paragraphs
                    if paragraph.style
                ]
        elif block.style is not None:
            lines.append(f"{block.style.name}: {block.text!r}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("name", "plan"), [("ke-hoach-asean-2023", SAMPLE), ("ke-hoach-so", TRIAL), ("ke-hoach-khoi", BLOCKS)])
def test_the_paper_reads_as_it_did(
    name: str, plan: Path, print_plan: Callable[[Path], Printed], request: pytest.FixtureRequest
) -> None:
    text = dump(print_plan(plan).docx)
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
