"""What an office's first files are made of: answers given, asked of a person, guessed or left blank; each held to the models."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.data import khoitao
from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import Argument, DataError, Problem

_YEAR: Final = khoitao.Question("nam", "Năm của kế hoạch", "")
_GUESSED: Final = "chưa ghi nên lấy “{text}” theo tên cơ quan, chức vụ; xem lại trong {file}"
_BLANK: Final = "chưa ghi nên để chỗ trống “{blank}”; điền trong {file}"


@dataclass(frozen=True)
class Terminal:
    """How a person is asked (the words and what is offered; what was typed), and told why an answer will not do."""

    ask: Callable[[str, str], str]
    tell: Callable[[str], None]


def refuse_wrong(year: str | None, given: Mapping[str, str]) -> None:
    """Raise `DataError` with everything that is wrong with the year and the answers given by options."""
    options = [(_YEAR, khoitao.normalized(_YEAR.key, year))] if year is not None else []
    options += [
        (question, khoitao.normalized(question.key, given[question.key]))
        for question in khoitao.QUESTIONS
        if question.key in given
    ]
    problems = [Problem(Argument(question.key), fault) for question, text in options for fault in _faults(question, text)]
    if problems:
        raise DataError(problems)


def year_of(given: str | None, terminal: Terminal | None) -> int:
    """Return the year that was given, otherwise asked for."""
    if given is not None:
        return _plan(khoitao.normalized(_YEAR.key, given)).nam
    if terminal is None:
        raise ValueError("a year has to be given or asked for")
    return _plan(_asked(_YEAR, "", terminal)).nam


def answers_of(given: Mapping[str, str], terminal: Terminal | None, file: Path, remarks: list[Problem]) -> khoitao.Answers:
    """Return the answers for the office's `file`: those `given` under their keys, the others asked for, guessed or blank.

    What was guessed or left blank is added to `remarks`.
    """
    said: dict[str, str] = {}
    for question in khoitao.QUESTIONS:
        key, offered = question.key, khoitao.guess(question.key, said)
        if key in given:
            said[key] = khoitao.normalized(key, given[key])
        elif not khoitao.is_asked(key, said):
            continue
        elif terminal is not None:
            said[key] = _asked(question, offered, terminal)
        elif offered:
            said[key] = offered
            remarks.append(Problem(Argument(key), _GUESSED.format(text=offered, file=file)))
    blanks = [question for question in khoitao.QUESTIONS if not said.get(question.key) and khoitao.required(question.key, said)]
    remarks += [Problem(Argument(one.key), _BLANK.format(blank=one.blank, file=file)) for one in blanks]
    return _answers({**said, **{one.key: one.blank for one in blanks}})


def _answers(said: Mapping[str, str]) -> khoitao.Answers:
    return khoitao.Answers(**{question.key: said.get(question.key, "") for question in khoitao.QUESTIONS})


def _asked(question: khoitao.Question, offered: str, terminal: Terminal) -> str:
    while True:
        typed = khoitao.normalized(question.key, terminal.ask(question.words, offered))
        fault = "; ".join(_faults(question, typed))
        if not fault:
            return typed
        terminal.tell(fault)


def _faults(question: khoitao.Question, text: str) -> Iterator[str]:
    """Yield what the models have to say against one answer; no answer is a blank, but a year there must be."""
    try:
        if question is _YEAR:
            _plan(text)
        elif text:
            blanks = {one.key: one.blank for one in khoitao.QUESTIONS}
            validate(CoQuan, of_text("", khoitao.office_text(_answers({**blanks, question.key: text}), "")))
    except DataError as error:
        yield from dict.fromkeys(problem.message.removeprefix(f"{question.key}: ") for problem in error.problems)


def _plan(year: str) -> KeHoach:
    return validate(KeHoach, of_text("", khoitao.plan_text(year, "A", "", khoitao.example_names(""), "")))
