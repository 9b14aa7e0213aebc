"""Work that a unit did and the plan does not name: in the rows meant for it, or in rows that somebody added."""

import re
from typing import Final

from docgen.forms.gathering.drafts import Draft, Drafts, text_of, words_of
from docgen.forms.gathering.filling import is_answered
from docgen.forms.gathering.placing import Places
from docgen.forms.gathering.values import Row
from docgen.text.folding import folded, folded_code

PREFIX: Final = "K."
_CODE: Final = re.compile(r"K\.?\d+")
_ROLE: Final = "vieckhac"
_NAMELESS: Final = "Việc khác (biểu mẫu không ghi tên việc)"


class Further:
    """The further work of one form; its codes count within the form."""

    def __init__(self, drafts: Drafts, places: Places) -> None:
        self._drafts = drafts
        self._places = places
        self._used: set[str] = set()

    @staticmethod
    def is_code(code: str) -> bool:
        """Return whether `code` is one of further work."""
        return _CODE.fullmatch(folded_code(code)) is not None

    def is_further(self, row: Row, code: str, name: str) -> bool:
        """Return whether the row tells of work that the plan does not name."""
        if self._places.by_code(code) is not None:
            return False
        if self.is_code(code) or folded(words_of(row.cell("vai"))) == _ROLE:
            return True
        placed = self._places.place("", name)
        return not folded(code) and bool(folded(name)) and is_answered(row) and placed.work is None and not placed.fault

    def draft(self, row: Row, code: str, name: str) -> Draft:
        """Return a draft under the row's own code, or under the next free one."""
        own = f"{PREFIX}{folded_code(code).lstrip('K.')}"
        if own in self._used or not self.is_code(code):
            own = next(each for number in range(1, 100_000) if self._is_free(each := f"{PREFIX}{number}"))
            self._drafts.doubt(row.place, f"dòng thêm, không có trong kế hoạch; ghi là việc khác, mã {own}")
        self._used.add(own)
        draft = Draft(own, text_of(row.cell("ten")) or _NAMELESS, row.place)
        if not folded(name):
            self._drafts.note(draft, row.place, "chưa ghi tên việc")
        if text_of(row.cell("thoi_gian")):
            draft.plain_notes.append(f"Thời gian: {text_of(row.cell('thoi_gian'))}")
        return draft

    def _is_free(self, code: str) -> bool:
        return code not in self._used and self._places.by_code(code) is None
