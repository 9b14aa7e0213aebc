"""The first files of an office: what to ask, what a name already tells, and the commented YAML that comes of it. Pure."""

from docgen.data.khoitao.answers import QUESTIONS, Answers, Question, normalized
from docgen.data.khoitao.guesses import guess, is_asked, required
from docgen.data.khoitao.names import Names, example_names, known_names
from docgen.data.khoitao.office import office_text
from docgen.data.khoitao.plan import plan_text
from docgen.data.khoitao.registry import registry_text

__all__ = [
    "QUESTIONS", "Answers", "Names", "Question", "example_names", "guess", "is_asked", "known_names", "normalized", "office_text",
    "plan_text", "registry_text", "required",
]  # fmt: skip
