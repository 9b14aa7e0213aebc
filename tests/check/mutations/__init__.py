"""Clean papers with one thing broken: for each rule, the ways in which offices break it."""

from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document


@dataclass(frozen=True)
class Mutation:
    """`paper` (a name in tests.check.papers.clean) with `change` made to it: only `rule` finds fault, and `says` so."""

    rule: str
    name: str
    paper: str
    change: Callable[[Document], None]
    says: str = ""
