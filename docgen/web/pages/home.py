"""The first screen: the years of the office, for each its documents and what needs a person."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

import docgen
from docgen.errors import DocgenError
from docgen.web.asking import folder_of, get, go, year_url
from docgen.web.questions import open_questions
from docgen.web.rendering import show

_MOST: Final = 3  # years whose papers are looked at
_STALE: Final = {docgen.Standing.STALE, docgen.Standing.EDITED_STALE}


def _home(request: Request) -> Response:
    folder = folder_of(request)
    office = docgen.find_office(folder)
    if not office.is_office:
        return go(request, "/bat-dau")
    years = [
        _Year(plan, year_url(folder, plan.path, ""), _state(plan) if place < _MOST else None, len(open_questions(plan.path)))
        for place, plan in enumerate(office.plans)
    ]
    return show(request, "home.html", office=office, years=years, today=date.today())


@dataclass(frozen=True)
class _Year:
    """A year of the office: its plan, the address below which its screens are, how far it has come where that is looked at."""

    plan: docgen.PlanFound
    base: str
    state: docgen.YearState | None
    questions: int

    @property
    def next_step(self) -> tuple[str, str]:
        """The screen to go to next and the words for it."""
        state = self.state
        if self.plan.problems or state is None:
            return "ke-hoach", "Sửa lỗi trong kế hoạch" if self.plan.problems else "Mở kế hoạch"
        steps = (
            (bool(self.questions), "ke-hoach", f"Quyết {self.questions} việc mà bản Word để lại"),
            (bool(state.blanks), "ke-hoach", f"Điền {len(state.blanks)} chỗ trống trong kế hoạch"),
            (state.plan.standing in (docgen.Standing.MISSING, *_STALE), "ke-hoach", "Làm văn bản kế hoạch"),
            (state.letters.made < state.letters.due, "cong-van", "Ghi công văn"),
            (_STALE & set(state.letters.standing), "cong-van", "Ghi lại công văn theo dữ liệu mới"),
            (not (state.answers.answered or state.forms.made), "ket-qua", "Lập biểu mẫu"),
            (bool(state.answers.silent), "ket-qua", "Nhận trả lời của các đơn vị"),
            (state.report.standing in (docgen.Standing.MISSING, *_STALE), "bao-cao", "Làm báo cáo"),
            (state.next_year is None, "nam-sau", "Lập kế hoạch năm sau"),
        )
        return next(((page, words) for is_next, page, words in steps if is_next), ("ke-hoach", "Mở kế hoạch"))


def _state(plan: docgen.PlanFound) -> docgen.YearState | None:
    return None if plan.problems else _state_of(plan.path, tuple(_files(plan.path)))


@lru_cache(maxsize=8)
def _state_of(plan: Path, files: tuple[tuple[Path, int, int], ...]) -> docgen.YearState | None:  # noqa: ARG001
    """Return how far the year has come; it is kept until one of its `files` is another."""
    try:
        return docgen.year_state(plan)
    except DocgenError:
        return None


def _files(plan: Path) -> Iterator[tuple[Path, int, int]]:
    """Yield every file that the state of a year hangs on, with what changes when it is written."""
    beside = (
        *plan.parent.glob("*"),
        *plan.parent.glob("*/*"),
        *plan.parent.parent.glob("*/*.yaml"),
    )  # next year's plan is there or not
    for path in (*docgen.data_files(plan), *beside):
        with suppress(OSError):  # gone while we look
            found = path.stat()
            yield path, found.st_mtime_ns, found.st_size


ROUTES: Final = [get("/", _home)]
