"""A clerk's folder, the command that is run in it and what that one says, as the tests of several commands have them."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from docgen.cli import main as cli
from docgen.paper.render.footnotes import DOCUMENT


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Clerk:
    folder: Path
    capsys: pytest.CaptureFixture[str]
    COMMAND: ClassVar[tuple[str, ...]] = ()  # what every run begins with

    def run(self, *arguments: str) -> Answer:
        code = cli.run([*self.COMMAND, *arguments])
        out, err = self.capsys.readouterr()
        return Answer(code, out, err)


def edited_template(template: Path, folder: Path, edit: Callable[[str], str]) -> Path:
    """Write `template` with its body edited into `folder`, and return its path."""
    made = folder / "mau.docx"
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            target.writestr(entry, edit(data.decode()).encode() if entry.filename == DOCUMENT else data)
    return made
