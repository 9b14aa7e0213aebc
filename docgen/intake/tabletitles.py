"""The titles of a table: the one in the lines above it, and those of groups that are open while its rows are read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.data.model.kehoach import PAPER
from docgen.intake.grids import Ledger
from docgen.intake.typed import Mark, unmarked
from docgen.text.folding import on_one_line, same_words
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank, sentence_start

OF_COLUMN: Final = "column"  # the kind of a title that stands in a column of its own
_BETWEEN: Final = " – "
_UNNUMBERED: Final = ("TITLE", "title")  # in capitals, or not
_APPENDIX: Final = lazy_re(
    r"phụ lục\s+(?=[^\W\d_]{2})(?!(?:số|[IVXL]+)\b)"
    r"|(?:phụ lục|biểu|mẫu)(?:\s+(?:số\s*)?[IVXL\d]+[a-z]?(?:/[\w.-]{1,12})?(?:\s*[:.–-]+\s*|\s+|$)|\s*(?:[:.–-]+\s*|$))",
    re.IGNORECASE,
)
_ATTACHED: Final = lazy_re(r"\s*\(\s*(?:ban hành )?kèm theo.*", re.IGNORECASE)
_POINTER: Final = lazy_re(r"\(\s*((?:ban hành |đính )?kèm theo [^(){}]*)\)", re.IGNORECASE)
_PAPER_OF: Final = lazy_re(r"\bkế hoạch số\b.*?(?=\s+của\s|\Z)", re.IGNORECASE)
_DOCGENS_OWN: Final = lazy_re(  # but where the line names who heads the office, and not the office
    rf"kèm theo {re.escape(PAPER)} của (?!chủ tịch|giám đốc|(?:hiệu|cục|chi cục|viện|bộ|trạm|thủ) trưởng|trưởng |chánh |tổng )",
    re.IGNORECASE,
)
_NOT_A_TITLE: Final = lazy_re(
    r"\(.*|cộng ho[àa] xã hội chủ nghĩa.*|độc lập\b.*tự do.*|số\s*[:.].*|(?:ủy|uỷ) ban nhân dân\b.*|ubnd\b.*"
    r"|.*ngày .*tháng .*năm .*|(?:đơn vị tính|đvt)\b.*|_+|[-–—*\s]+|kèm theo\b.*|ban hành kèm theo\b.*|sở \S.{0,60}|dự thảo",
    re.IGNORECASE,
)
_YEAR: Final = lazy_re(r"\bnăm\s+((?:19|20)\d{2})\b", re.IGNORECASE)
_FARTHEST: Final = 12  # lines
_LONGEST: Final = 300  # letters


@dataclass(slots=True)
class _Title:
    """The title of a group that is open: how its row is numbered, its words, its place, whether tasks came under it."""

    kind: str
    words: str
    place: str
    used: bool = False


class Levels:
    """The open titles, the outermost first; `empty` counts those closed without a task."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._open: list[_Title] = []
        self.empty = 0

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def title(self) -> str:
        """Return all open titles as one."""
        return _BETWEEN.join(one.words for one in self._open)

    def open(self, kind: str, title: str, place: str) -> None:
        """Open a title of `kind` below those that it stands in; the others are closed."""
        level = self._level(kind)
        self.close(level)
        self._open.append(_Title(kind, unmarked(on_one_line(title)) or blank("tên nhóm"), place))
        if level:
            self._ledger.gather("nested", place)

    def close(self, level: int = 0) -> None:
        """Close the titles from `level` on."""
        for title in self._open[level:]:
            if not title.used and title.kind != OF_COLUMN:
                self.empty += 1
                self._ledger.gather("group_of_none", title.place)
        del self._open[level:]

    def close_from(self, kind: str) -> None:
        """Close the title of `kind` and those in it: a task that is numbered like a title stands beside it."""
        level = self._of_kind(kind)
        if level is not None:
            self.close(level)

    def use(self) -> bool:
        """Note that a task came under the open titles; return whether it is the first under one of them."""
        is_first = any(not one.used for one in self._open)
        for one in self._open:
            one.used = True
        return is_first

    def _of_kind(self, kind: str) -> int | None:
        return next((index for index, one in enumerate(self._open) if one.kind == kind), None)

    def _level(self, kind: str) -> int:
        """Return how deep a title of this kind stands; two without numbers are of one level once tasks came under the first."""
        same = self._of_kind(kind)
        if same is not None:
            return same
        last = self._open[-1] if self._open else None
        is_beside = kind in _UNNUMBERED and last is not None and last.kind in _UNNUMBERED and last.used
        return len(self._open) - is_beside


def kind_of_title(mark: Mark | None, title: str) -> str:
    """Return the kind of a title: how it is numbered, or whether it is in capitals."""
    return mark.kind if mark is not None else _UNNUMBERED[not title.isupper()]


def title_of(lines: Sequence[str]) -> str:
    """Return the title in the lines above a table, blank where there is none."""
    near = [on_one_line(line) for line in lines if line.strip()][-_FARTHEST:]
    at = max((index for index, line in enumerate(near) if _APPENDIX.match(line)), default=None)
    if at is not None:
        return _bare(" ".join(line for line in [_bare(near[at]), *near[at + 1 :]] if _is_title(line)))
    found: list[str] = []
    for line in reversed(near):
        if _is_title(line) and (not found or line.isupper()):
            found.insert(0, line)
        elif found or (not _NOT_A_TITLE.fullmatch(line) and not line.isupper()):
            break
    return _bare(" ".join(found))


def _bare(title: str) -> str:
    """Return a title without "Phụ lục" and its number, which docgen sets itself, and without the paper that it is attached to."""
    return _ATTACHED.sub("", unlabelled(title))


def unlabelled(title: str) -> str:
    """Return a title without "Phụ lục" or "Biểu" and its number."""
    while match := _APPENDIX.match(title):
        title = title[match.end() :]
    return title


def own_pointer(lines: Sequence[str], office: str = "") -> str | None:
    """Return the line above a table that says to which plan it belongs, where docgen would print another one.

    Of an `office` docgen prints its whole name; where the office is not known, any that is no person is taken for it.
    """
    match = _POINTER.search(on_one_line(" ".join(line for line in lines[-_FARTHEST:])))
    said, count = _PAPER_OF.subn(PAPER, match[1].strip(), 1) if match else ("", 0)
    is_docgens = (
        same_words(said) == same_words(f"Kèm theo {PAPER} của {office}")
        if office
        else _DOCGENS_OWN.match(said) or said.endswith(PAPER)
    )
    return sentence_start(said) if count and not is_docgens else None


def years(texts: Iterable[str]) -> list[int]:
    """Return the years that `texts` name as years ("năm 2024"), each once, in their order."""
    return list(dict.fromkeys(int(year) for text in texts for year in _YEAR.findall(text)))


def any_years(texts: Iterable[str]) -> list[int]:
    """Return the years that stand in times ("15/12/2024", "Quý II/2024"), each once, in their order."""
    return list(dict.fromkeys(int(year) for text in texts for year in re.findall(r"(?<!\d)(20\d{2})(?!\d)", text)))


def _is_title(line: str) -> bool:
    return bool(line) and len(line) <= _LONGEST and not _NOT_A_TITLE.fullmatch(line) and not line.endswith((":", ".", ";"))
