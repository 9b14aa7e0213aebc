"""What an import left for a person to decide, until it is decided: shown with the plan, kept among this person's own."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import docgen
from docgen.errors import DocgenError, Problem
from docgen.web.instances import own_folder, write_own
from docgen.web.wording import field_words, told

_BODY: Final = "than"
_LONGEST: Final = 200  # letters of a text by which it is seen that somebody has changed it


@dataclass(frozen=True)
class Question:
    """A question about a plan: its words, the field that it is about, and the text that stood there when it was asked."""

    words: str
    field: str
    there: str

    @property
    def where(self) -> str:
        """What its field is called."""
        return field_words(self.field) if self.field else ""


def fields_of(made: "docgen.Imported") -> list[str]:
    """Return what the field is called that each piece of an imported paper went to, "" for one of the office's own."""
    form = _form(made)
    names = [form.field_at(one.target) if form else "" for one in made.places]
    return [field_words(name) if name else "" for name in names]


def _form(made: "docgen.Imported") -> "docgen.PlanForm | None":
    return docgen.plan_form(made.plan, made.files[made.plan]) if made.plan in made.files else None


def questions_of(made: "docgen.Imported") -> Iterator[Question]:
    """Yield the questions of a plan that is being imported."""
    form = _form(made)
    words_at = {one.target: one.words for one in made.places}
    for problem, target in zip(made.questions, made.targets, strict=True):
        field = form.field_of(Problem(target, problem.message)) if form else ""
        there = form.fields.get(field, "") if form and field != _BODY else words_at.get(target, "")
        yield Question(told(problem), field, there[:_LONGEST])


def keep_questions(plan: Path, asked: list[Question]) -> None:
    """Keep what has to be decided about a plan."""
    if asked or _place(plan).exists():
        write_own(_place(plan), [asdict(one) for one in asked])


def open_questions(plan: Path, form: "docgen.PlanForm | None" = None) -> list[Question]:
    """Return what is still to be decided: what nobody has said is done, about texts that still stand as they stood."""
    kept = _kept(plan)
    if not kept:
        return []
    try:
        form = form or docgen.plan_form(plan)
    except DocgenError:
        return kept
    return [one for one in kept if not one.there or _stands(one, form)]


def _stands(one: Question, form: "docgen.PlanForm") -> bool:
    now = form.fields.get(one.field)
    return now is None or (one.there in now if one.field == _BODY else one.there == now[:_LONGEST])


def answer(plan: Path, words: str) -> None:
    """Hear that a question is decided."""
    keep_questions(plan, [one for one in _kept(plan) if one.words != words])


def _kept(plan: Path) -> list[Question]:
    with suppress(OSError, ValueError, TypeError):
        return [Question(**each) for each in json.loads(_place(plan).read_text(encoding="utf-8"))]
    return []


def _place(plan: Path) -> Path:
    name = hashlib.sha256(os.path.realpath(plan).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return own_folder() / f"hoi-{name}.json"
