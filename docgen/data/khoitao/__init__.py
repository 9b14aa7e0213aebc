"""The first files of an office: what to ask, what a name already tells, and the commented YAML that comes of it. Pure."""

from docgen.data.khoitao.firstplan import plan_text
from docgen.data.khoitao.officefiles import office_text, registry_text
from docgen.data.khoitao.officekinds import Names, example_names, known_names
from docgen.data.khoitao.questions import QUESTIONS, Answers, Question, guess, is_asked, normalized, required

__all__ = [
    "QUESTIONS", "Answers", "Names", "Question", "example_names", "guess", "is_asked", "known_names", "normalized", "office_text",
    "plan_text", "registry_text", "required",
]  # fmt: skip
