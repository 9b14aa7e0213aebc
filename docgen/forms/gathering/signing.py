"""What stands below a table: who made it, who signs. It is no answer."""

import re
from typing import Final

from docgen.forms.gathering.drafts import Drafts, words_of
from docgen.forms.gathering.filling import is_answered
from docgen.forms.gathering.values import Row
from docgen.text.folding import folded

_OPENINGS: Final = re.compile(
    r"(tm|kt|tl|tuq)?(nguoilap|nguoibaocao|thutruong|giamdoc|phogiamdoc|chutich|phochutich|truongphong|truongban|chanhvanphong)(bieu|donvi)?"
    r"|ky(ten|ghiro|va).*|.{0,30}ngay\d*thang\d*nam(20\d\d)?"
)
_TOLD: Final = "từ dòng này coi là phần ký tên nên không đọc; nếu còn câu trả lời thì ghi mã nhiệm vụ vào dòng đó"


class Signature:
    """Finds where the signing of one form begins; from there on only rows that name a task are answers."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._has_begun = False
        self._is_told = False

    def is_part(self, row: Row, name: str) -> bool:
        """Return whether a row that names no task belongs to the signing."""
        words = [folded(words_of(cell)) for cell in row.cells.values()]
        if row.cell("trang_thai").is_blank and (not folded(name) or _OPENINGS.fullmatch(folded(name))):
            self._has_begun |= any(_OPENINGS.fullmatch(text) for text in words)
        if self._has_begun and is_answered(row) and not self._is_told:
            self._is_told = True
            self._drafts.doubt(row.place, _TOLD)
        return self._has_begun
