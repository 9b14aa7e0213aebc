"""LibreOffice lists the changes of a repaired paper; accepted and refused there they leave what docgen says that they do."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from docgen.check.repair.repairing import mended
from docgen.files import libreoffice
from tests.check.papers.mutate import Change, mutated, set_margins
from tests.check.repair.mending import accepting
from tests.check.test_single_faults import BASES, FAULTS, paper
from tests.end_to_end import redlines

_CLEAN_LETTER = (
    "K01 no colon",
    "H02 long dashes",
    "H04 no line",
    "R03 no Như trên",
    "D01 place and day of 12 pt",
    "B02 paragraph",
)


def _spoiled() -> bytes:
    """Return a letter with faults of words, faces, paragraphs, a line that is missing and one that is not drawn."""
    changes: list[Change] = [set_margins(left=25)]
    for rule, name, fault in FAULTS:
        if f"{rule} {name}".startswith(_CLEAN_LETTER) and (change := fault(BASES["letter"])) is not None:
            changes.append(change)
    return mutated(paper("letter"), *changes)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return what LibreOffice sees: of the paper, of the accepted copy, of the repaired copy once accepted and once refused."""
    place = tmp_path_factory.mktemp("settled")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    python = next((each for each in ("/usr/bin/python3",) if _knows_uno(each)), None)
    if program is None or python is None:
        pytest.skip("LibreOffice, or a Python that knows it, is not installed")
    made = mended("thu.docx", _spoiled())
    papers = {"paper": _spoiled(), "accepted": accepting(made), "copy": made.data}
    for name, data in papers.items():
        (place / f"{name}.docx").write_bytes(data)
    asked = [("paper", ""), ("accepted", ""), ("copy", "AcceptAllTrackedChanges"), ("copy", "RejectAllTrackedChanges")]
    jobs = [[(place / f"{name}.docx").as_uri(), command] for name, command in asked]
    command = [python, redlines.__file__, f"docgen{place.name}", program, *libreoffice.options_of_a_run(place / "profile")]
    done = subprocess.run(
        command, input=json.dumps(jobs), capture_output=True, text=True, encoding="utf-8", timeout=200, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _knows_uno(python: str) -> bool:
    return (
        Path(python).exists() and subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0
    )


def test_every_change_is_listed_under_docgens_name(seen: list[dict[str, Any]]) -> None:
    assert set(seen[2]["authors"]) == {"docgen"}
    assert len(seen[2]["authors"]) >= 8
    assert seen[0]["authors"] == seen[1]["authors"] == []


def test_accepted_there_it_is_the_copy_that_docgen_accepts(seen: list[dict[str, Any]]) -> None:
    assert seen[2]["paragraphs"] == seen[1]["paragraphs"]
    assert seen[2]["drawings"] == seen[1]["drawings"]


def test_refused_there_it_has_the_words_and_drawings_of_the_paper(seen: list[dict[str, Any]]) -> None:
    """LibreOffice itself takes the layout of a paragraph along where it refuses a face of all its letters (its docredln.cxx)."""
    words = [["".join(text for text, _ in portions) for portions, _ in each["paragraphs"]] for each in (seen[0], seen[3])]
    assert words[0] == words[1]
    assert seen[3]["drawings"] == seen[0]["drawings"]
