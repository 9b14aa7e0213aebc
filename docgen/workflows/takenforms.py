"""The filled forms, on disk or dropped: found, read, told of where they cannot be; and their rows that are doubtful."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final, TypeAlias

from docgen.data.model.ketqua import looked_at, to_look_at
from docgen.errors import Place, Problem
from docgen.files.named import MISSING, read_named, stands_for
from docgen.files.package import TooLarge
from docgen.files.refusals import reason
from docgen.files.stamp import is_untouched
from docgen.files.workbooks import MAX_BYTES
from docgen.forms.filledform import RESULT_WORDS, NotAForm, NotAWorkbook, read_forms
from docgen.forms.formlayout import FURTHER_CODE
from docgen.forms.gathering.drafts import text_of, words_of
from docgen.forms.gathering.filledrows import Answer, Form, Row
from docgen.forms.gathering.reconciling import as_values
from docgen.text.folding import folded_code
from docgen.workflows.resultform import cells_of

_FORMS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".et")
_PAPERS: Final = (
    ".docx", ".doc", ".pdf", ".odt", ".rtf", ".jpg", ".jpeg", ".png", ".zip", ".rar", ".7z", ".gsheet", ".eml", ".msg",
)  # fmt: skip
_OF_PLAN: Final = ("vai", "thoi_gian")  # which nobody fills in
_FIGURES: Final = "Số liệu"
_FIGURE: Final = ("chi_tieu", "don_vi_tinh", "so_luong")
_NO_FORM: Final = "không có biểu mẫu .xlsx nào ở đây; xem lại tên và thư mục"
_TOO_LARGE: Final = f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB; đây có đúng là biểu mẫu không?"
_NOT_READ: Final = "docgen không đọc loại tệp này; nếu là câu trả lời của đơn vị thì xin đơn vị điền vào biểu mẫu Excel"

Dropped: TypeAlias = tuple[str, bytes]
"""A file that is on no disk: its name and what it holds."""


@dataclass(slots=True)
class Taken:
    """The forms that could be read, the files that could not, and what else a person should know."""

    forms: list[Form] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)
    not_forms: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class DoubtfulAnswer:
    """An answer with something that a person has to look at: the file and place of its row, that row, what was read, the doubts.

    `row` are pairs of a heading and what stands below it, the rows of its figures among them; `cells` what was read, as the cells
    of a result that a person has looked at.
    """

    file: str
    place: str
    don_vi: str
    ma: str
    ten: str
    row: tuple[tuple[str, str], ...]
    cells: Mapping[str, str]
    doubts: tuple[str, ...]

    @property
    def is_further(self) -> bool:
        """Whether it is of work that the plan does not name."""
        return self.ma.startswith(FURTHER_CODE)


def accepted_answer(answer: Answer) -> Answer:
    """Return an answer as a person took it: as it was read, without docgen's words to them."""
    note = looked_at(answer.result.ghi_chu or "") or None
    return answer._replace(result=answer.result.model_copy(update={"ghi_chu": note}), read=answer.result)


def doubtful_answer(taken: Taken, answer: Answer) -> DoubtfulAnswer:
    """Return what a person has to see of an answer: the row of its form among those `taken`, what was read, the doubts."""
    result = answer.result
    doubts = to_look_at(result.ghi_chu or "")
    forms = [form for form in taken.forms if form.file == answer.file]
    rows = (row for form in forms for row in form.rows if row.place == answer.place)
    cells = [
        (heading, cell)
        for row in rows
        for name, (heading, *_) in RESULT_WORDS.items()
        if name not in _OF_PLAN and (cell := row.cells.get(name))
    ]
    figures = (row for form in forms for row in form.figures if _is_about(row, result.ma, doubts))
    return DoubtfulAnswer(
        answer.name,
        answer.place,
        result.don_vi or "",
        result.ma,
        result.ten,
        (
            *((heading, text_of(cell) or cell.fault) for heading, cell in cells),
            *((_FIGURES, " | ".join(text_of(row.cell(name)) or row.cell(name).fault for name in _FIGURE)) for row in figures),
        ),
        cells_of(as_values(accepted_answer(answer).result)),
        doubts,
    )


def _is_about(figures: Row, ma: str, doubts: Iterable[str]) -> bool:
    """Return whether a row of figures is that of a task, or one that a doubt names."""
    places = [figures.place, *(cell.place for cell in figures.cells.values())]
    is_of_task = folded_code(words_of(figures.cell("ma"))) == folded_code(ma)
    return is_of_task or any(doubt.startswith(f"{place}: ") for doubt in doubts for place in places)


def take(named: Iterable[Path | Dropped]) -> Taken:
    """Return the forms that `named` stands for, each file once, in the order named."""
    taken = Taken()
    seen: set[str] = set()
    names: dict[str, int] = {}
    for one in named:
        if isinstance(one, tuple):
            _read_dropped(*one, taken, names)
            continue
        for path, is_named in _found(one, taken):
            place = os.path.realpath(path)
            if place not in seen:
                seen.add(place)
                _read(path, taken, is_named=is_named)
    return taken


def _read_dropped(name: str, data: bytes, taken: Taken, names: dict[str, int]) -> None:
    """Read a dropped file; of several that bear one name each is told by a number, counted in `names`."""
    names[name] = count = names.get(name, 0) + 1
    path = PurePath(name)
    called = name if count == 1 else f"{path.stem} ({count}){path.suffix}"
    if path.suffix.lower() in _PAPERS:
        taken.unreadable.append(Problem(Place(called), _NOT_READ))
    elif len(data) > MAX_BYTES:
        taken.unreadable.append(Problem(Place(called), _TOO_LARGE))
    else:
        _take(called, data, taken, is_named=True)


def _read(path: Path, taken: Taken, *, is_named: bool) -> None:
    place = Place(str(path))
    try:
        _take(str(path), read_named(path, MAX_BYTES), taken, is_named=is_named)
    except (FileNotFoundError, NotADirectoryError):
        taken.unreadable.append(Problem(place, MISSING))
    except OSError as error:
        taken.unreadable.append(Problem(place, f"không đọc được tệp ({reason(error)}); đóng tệp trong Excel rồi chạy lại"))
    except TooLarge:
        taken.unreadable.append(Problem(place, _TOO_LARGE))


def _take(file: str, data: bytes, taken: Taken, *, is_named: bool) -> None:
    try:
        taken.forms += read_forms(file, data)
    except NotAWorkbook as error:
        taken.unreadable.append(Problem(Place(file), str(error)))
    except NotAForm as error:
        if is_named or not is_untouched(data):  # docgen's own lists lie beside the forms
            taken.not_forms.append(Problem(Place(file), str(error)))


def _found(path: Path, taken: Taken) -> Iterator[tuple[Path, bool]]:
    """Yield the files that `path` stands for, and whether each was named itself."""
    named = stands_for(path)
    if named.is_itself:
        yield path, True
        return
    taken.unreadable += named.closed
    forms = [each for each in named.files if each.name.lower().endswith(_FORMS)]
    if named.is_folder:
        others = [each for each in named.files if each.suffix.lower() in _PAPERS]
        taken.remarks += [Problem(Place(str(each)), _NOT_READ) for each in others]
    if not forms:
        taken.unreadable.append(Problem(Place(str(path)), _NO_FORM))
    yield from ((each, False) for each in forms)
