"""What the decree finds in a paper of docgen's own, and where in the data the words come from; drafts and final papers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from docgen.check.finding import Severity
from docgen.check.judging import Report, judge
from docgen.check.reports import place_words
from docgen.data.model.kehoach import PAPER
from docgen.data.yamlfile import Route, YamlFile
from docgen.errors import DecreeError, Place, Problem
from docgen.text.dinhdang import plain as plain_words
from docgen.text.folding import folded
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman_value

_FEWEST: Final = 6  # letters and digits of a line by which it is known again; fewer stand in too many places
_BRACES: Final = lazy_re(r"\{[^{}]*\}")  # of typed text, which are not printed
_KEYS_OF: Final = {
    "Tên cơ quan, tổ chức": ("ten", "co_quan_chu_quan"),
    "Địa danh và thời gian": ("dia_danh",),
    "Tên loại và trích yếu nội dung văn bản": ("trich_yeu",),
    "Căn cứ ban hành": ("can_cu",),
    "Chữ ký": ("ky",),
    "Nơi nhận": ("noi_nhan",),
    "Phụ lục": ("kem_theo",),
}
_DRAFT: Final = (
    "dự thảo này còn {count} lỗi thể thức nêu trên; sửa trước khi ghi ⦃so, ngay¦số, ngày⦄: bản chính thức còn lỗi thì không ghi"
)
_NUMBERED_DRAFT: Final = "đã có ⦃{key}⦄ nên không in “{words}”; xóa ⦃du_thao⦄, hoặc để trống ⦃{key}⦄ nếu còn là dự thảo"
_LABEL: Final = lazy_re(r"\s*Phụ lục(?:\s+([IVXLC]+))?\s*\Z", re.IGNORECASE)  # docgen's own words above an appendix


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """What the decree finds in a paper of docgen's own: which rule, how grave, the clause, what is wrong, what to do, where.

    `where` is the place in the paper in words ("đoạn 5"), `quote` the paper's own words there, blank where there are none;
    `source` the place in the data that the words come from, None where they are the template's.
    """

    rule: str
    severity: Severity
    clause: str
    message: str
    remedy: str
    where: str
    quote: str
    source: Place | None = None

    @property
    def words(self) -> str:
        """What is wrong and what to do, with rule and clause."""
        return f"{self.message}; {self.remedy} ({self.rule}, {self.clause})"

    def at(self, path: Path) -> Problem:
        """Return the finding as it is told of the paper at `path`: at its words in the data, otherwise at the paper."""
        quote = f", “{self.quote}”" if self.quote else ""
        where = f"{self.where} của {path.name}" if self.source else self.where
        return Problem(self.source or Place(str(path)), f"{where}{quote}: {self.words}")


class Origins:
    """The words of files of data, by which those of a paper are found again with the line that they come from."""

    def __init__(self, *files: YamlFile, with_appendices: YamlFile | None = None) -> None:
        self._files = files
        self._with_appendices = with_appendices

    @cached_property
    def _known(self) -> list[tuple[str, YamlFile, Route, int]]:
        return [
            (words, file, route, start)
            for file in self._files
            for route, text in file.texts()
            for start, line in _lines(text.replace(PAPER, "\n" * len(PAPER)))
            if len(words := folded(_BRACES.sub("", plain_words(line)))) >= _FEWEST
        ]

    def place(self, printed: str, component: str) -> Place | None:
        """Return where the words of a printed paragraph stand in the data: the longest line that it holds, or that holds it.

        Of lines with the same words those under the keys that a finding about the `component` is about come first.
        """
        if self._with_appendices is not None and (label := _LABEL.match(printed)):
            return self._with_appendices.place(("phu_luc", roman_value(label[1] or "I") - 1))
        words, keys = folded(printed), {*_KEYS_OF.get(component, ())}
        within = [one for one in self._known if one[0] in words]
        around = [one for one in self._known if len(words) >= _FEWEST and words in one[0]]
        found = max(within, key=lambda one: (not keys.isdisjoint((one[2][0], one[2][-1])), len(one[0])), default=None)
        found = found or max(around, key=lambda one: not keys.isdisjoint((one[2][0], one[2][-1])), default=None)
        if found is None:
            return None
        _, file, route, start = found
        return file.char_place(route, start)


def start_of_line(text: str, index: int) -> int:
    """Return where the line of `text` that holds the letter `index` begins to say something."""
    return max((start for start, _ in _lines(text) if start <= index), default=index)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of `text` that says something, with the place of its first letter."""
    return ((match.start(), match.group()) for match in re.finditer(r"\S[^\n]*", text))


def judged(path: Path, data: bytes) -> Report:
    """Return what the decree says of our own paper `data`, to be written to `path`."""
    return judge(str(path), data)


def findings_of(report: Report, origins: Origins) -> tuple[PaperFinding, ...]:
    """Return the errors and warnings in our own paper, whose words come from `origins`."""
    told = []
    for one in (one for one in report.findings if one.severity is not Severity.NOTE):
        source = origins.place(one.places[0].text, one.rule.component) if one.places else None
        where = place_words(one.places).lower()
        told.append(PaperFinding(one.rule.id, one.severity, one.clause, one.message, one.remedy, where, one.quote, source))
    return tuple(told)


def refuse_errors(found: Mapping[Path, Iterable[PaperFinding]], *, only_tell: bool) -> None:
    """Raise `DecreeError` with every error found in the papers at these paths unless `only_tell`."""
    errors = [one.at(path) for path, many in found.items() for one in many if one.severity is Severity.ERROR]
    if errors and not only_tell:
        raise DecreeError(errors)


def told_of_draft(place: Path, found: Mapping[Path, Iterable[PaperFinding]]) -> list[Problem]:
    """Return what the errors in a draft come to for the final paper, nothing where there are none."""
    count = sum(one.severity is Severity.ERROR for many in found.values() for one in many)
    return [Problem(Place(str(place)), _DRAFT.format(count=count))] if count else []


def draft_with_number(du_thao: str | None, so: object | None, key: str = "so") -> str | None:
    """Return what is told of a paper that calls itself a draft and has its number, under `key`; None where it does not."""
    return _NUMBERED_DRAFT.format(key=key, words=du_thao) if du_thao and so is not None else None


def is_final(so: object | None, ngay: object | None) -> bool:
    """Return whether a paper with this number and date goes out as it is: a draft lacks one, or the day of its date."""
    return so is not None and isinstance(ngay, date)
