"""docgen: official Vietnamese administrative papers from one plan kept as structured data.

What the commands do, for Python: each function reads the files of an office's folder and returns a frozen result with the bytes
of what it made, what a person should know (`warnings`), and a `save()` that writes it, all or nothing. Nothing is written before.
What is wrong is raised as a `DocgenError` with every problem and its place. See docs/api.md. Each function is loaded when it is
first asked for, so that `import docgen` costs nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from docgen.errors import DataError, DecreeError, DocgenError, FileError, Place, Problem, TemplateError

if TYPE_CHECKING:
    from docgen.check.finding import Finding
    from docgen.check.judging import Report
    from docgen.data.taskgrid import TaskRow
    from docgen.files.pictures import Pages, Viewer, paper_viewer
    from docgen.files.refusals import reason
    from docgen.workflows.astray import Astray, astray, settled
    from docgen.workflows.baocao import make_report
    from docgen.workflows.chuyennam import RolledPlan, roll_over
    from docgen.workflows.congvan import LetterSet, make_letters
    from docgen.workflows.datafiles import OfficeFound, PlanFound, data_files, find_office, plan_files
    from docgen.workflows.decisions import Decision, DecisionPlace
    from docgen.workflows.kehoach import make_plan
    from docgen.workflows.khoitao import OfficeQuestion, StartedOffice, office_questions, start_office
    from docgen.workflows.kiemtra import (
        CommentedCopy,
        PapersChecked,
        RuleList,
        annotate,
        check,
        check_files,
        paper_html,
        paper_style,
        rules,
    )
    from docgen.workflows.letters import Letter
    from docgen.workflows.luocdo import Schemas, schemas
    from docgen.workflows.mau import MadeTemplate, make_template
    from docgen.workflows.nhap import ImportedTable, import_table
    from docgen.workflows.nhap_kehoach import Imported, holds_whole_paper, import_plan
    from docgen.workflows.officeanswers import Terminal
    from docgen.workflows.officeedits import (
        EditedRegistry,
        NotRecognised,
        ReadUnits,
        add_members,
        add_name,
        add_unit,
        read_units,
        registry_problems,
        set_loi_giao,
        unit_names,
    )
    from docgen.workflows.officeform import OfficeForm, office_form
    from docgen.workflows.ownfindings import PaperFinding
    from docgen.workflows.paper import Paper
    from docgen.workflows.pasted import pasted_rows
    from docgen.workflows.phancong import UnknownName, WorkList, assignments
    from docgen.workflows.planform import PlanForm, TaskTable, plan_form
    from docgen.workflows.resultform import RESULT_STATUSES, ResultForm, ResultRow, result_form, unreported
    from docgen.workflows.saving import WRITING, ChangedMeanwhile, Saved, read_data, save_data
    from docgen.workflows.stations import (
        Answers,
        PaperChange,
        PaperState,
        SetState,
        Standing,
        YearState,
        letters_state,
        paper_changes,
        year_state,
    )
    from docgen.workflows.sua import PapersRepaired, Repaired, repair, repair_files
    from docgen.workflows.takenforms import DoubtfulAnswer
    from docgen.workflows.thuthap import FormSet, UnitForm, make_forms
    from docgen.workflows.tonghop import GatheredResults, gather

__version__ = "0.1.0"
__all__ = [
    "RESULT_STATUSES", "WRITING", "Answers", "Astray", "ChangedMeanwhile", "CommentedCopy", "DataError",
    "Decision",
    "DecisionPlace", "DecreeError", "DocgenError", "DoubtfulAnswer", "EditedRegistry", "FileError", "Finding", "FormSet",
    "GatheredResults", "Imported", "ImportedTable", "Letter", "LetterSet", "MadeTemplate", "NotRecognised", "OfficeForm",
    "OfficeFound", "OfficeQuestion", "Pages", "Paper", "PaperChange", "PaperFinding", "PaperState", "PapersChecked",
    "PapersRepaired", "Place", "PlanForm", "PlanFound", "Problem", "ReadUnits", "Repaired", "Report", "ResultForm",
    "ResultRow", "RolledPlan", "RuleList", "Saved", "Schemas", "SetState", "Standing", "StartedOffice", "TaskRow",
    "TaskTable", "TemplateError", "Terminal", "UnitForm", "UnknownName", "Viewer", "WorkList", "YearState", "add_members",
    "add_name", "add_unit", "annotate", "assignments", "astray", "check", "check_files", "data_files", "find_office", "gather",
    "holds_whole_paper", "import_plan", "import_table", "letters_state", "make_forms", "make_letters", "make_plan",
    "make_report", "make_template", "office_form", "office_questions", "paper_changes", "paper_html", "paper_style",
    "paper_viewer", "pasted_rows", "plan_files", "plan_form", "read_data", "read_units", "reason", "registry_problems",
    "repair", "repair_files", "result_form", "roll_over", "rules", "save_data", "schemas", "set_loi_giao", "settled",
    "start_office", "unit_names", "unreported", "year_state",
]  # fmt: skip
_ROOMS: Final = {
    "check.finding": "Finding",
    "check.judging": "Report",
    "data.taskgrid": "TaskRow",
    "files.pictures": "Pages Viewer paper_viewer",
    "files.refusals": "reason",
    "workflows.astray": "Astray astray settled",
    "workflows.baocao": "make_report",
    "workflows.chuyennam": "RolledPlan roll_over",
    "workflows.congvan": "LetterSet make_letters",
    "workflows.datafiles": "OfficeFound PlanFound data_files find_office plan_files",
    "workflows.decisions": "Decision DecisionPlace",
    "workflows.kehoach": "make_plan",
    "workflows.khoitao": "OfficeQuestion StartedOffice office_questions start_office",
    "workflows.kiemtra": "CommentedCopy PapersChecked RuleList annotate check check_files paper_html paper_style rules",
    "workflows.letters": "Letter",
    "workflows.luocdo": "Schemas schemas",
    "workflows.mau": "MadeTemplate make_template",
    "workflows.nhap": "ImportedTable import_table",
    "workflows.nhap_kehoach": "Imported holds_whole_paper import_plan",
    "workflows.officeanswers": "Terminal",
    "workflows.officeedits": "EditedRegistry NotRecognised ReadUnits add_members add_name add_unit read_units "
    "registry_problems set_loi_giao unit_names",
    "workflows.officeform": "OfficeForm office_form",
    "workflows.ownfindings": "PaperFinding",
    "workflows.paper": "Paper",
    "workflows.phancong": "UnknownName WorkList assignments",
    "workflows.pasted": "pasted_rows",
    "workflows.planform": "PlanForm TaskTable plan_form",
    "workflows.resultform": "RESULT_STATUSES ResultForm ResultRow result_form unreported",
    "workflows.saving": "WRITING ChangedMeanwhile Saved read_data save_data",
    "workflows.stations": "Answers PaperChange PaperState SetState Standing YearState letters_state paper_changes year_state",
    "workflows.sua": "PapersRepaired Repaired repair repair_files",
    "workflows.takenforms": "DoubtfulAnswer",
    "workflows.thuthap": "FormSet UnitForm make_forms",
    "workflows.tonghop": "GatheredResults gather",
}
_ROOM_OF: Final = {name: room for room, names in _ROOMS.items() for name in names.split()}


def _loaded(name: str) -> Any:
    return getattr(import_module(f"docgen.{_ROOM_OF[name]}"), name)


if not TYPE_CHECKING:  # or a name that is not there would pass a type checker

    def __getattr__(name: str) -> Any:
        if name not in _ROOM_OF:
            raise AttributeError(f"module 'docgen' has no attribute {name!r}")
        return globals().setdefault(name, _loaded(name))  # a package of that name stays, which can be called like the function


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _CallablePackage(ModuleType):
    """A package whose name is also that of a function of the API: `docgen.check(paper)` calls the function."""

    def __call__(self, *args: Any, **named: Any) -> Any:
        return self.__wrapped__(*args, **named)

    @property
    def __wrapped__(self) -> Any:
        return _loaded(self.__name__.rpartition(".")[2])


class _Api(ModuleType):
    """This module, to which the import of a package adds that package under its name."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _ROOM_OF and isinstance(value, ModuleType):
            value.__class__ = _CallablePackage
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Api
