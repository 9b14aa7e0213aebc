"""How reports are printed: for people, or for programs as one JSON document or a line for each finding."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, Final, Literal, Protocol

from docgen.check.finding import Finding, Severity
from docgen.check.judging import PLAIN_WORDS, Report, Verdict, verdict, verdict_line
from docgen.check.view import Paragraph
from docgen.errors import FileError

Tone = Literal["error", "warning", "note", "passed", "strong"]
Paint = Callable[[str, Tone], str]
_TONES: Final[dict[Severity, Tone]] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_VERDICT_TONES: Final[dict[Verdict, Tone]] = {Verdict.PASSED: "passed", Verdict.FAILED: "error", Verdict.UNREADABLE: "error"}
_NUMBERS_SHOWN: Final = 5
_STORIES: Final = {"header": "đầu trang", "footer": "chân trang"}
_COLUMNS: Final = ("Lỗi", "Cảnh báo", "Lưu ý", "Chưa kiểm", "Kết quả")
_VERDICT_WIDTH: Final = max(len(each.value) for each in Verdict)
_GAP: Final = "  "
DECREE: Final = "30/2020/NĐ-CP"
_PASSED: Final = {Verdict.PASSED: True, Verdict.FAILED: False}
_NUMBERED: Final = ("body", "box")


def unpainted(text: str, tone: Tone) -> str:  # noqa: ARG001
    """Return `text` as it is."""
    return text


class PeopleForm:
    """Reports for people, one after another, and a table at the end where there are several."""

    def __init__(self, level: Severity, paint: Paint = unpainted, *, components: bool = False) -> None:
        self._level = level
        self._tells_components = components
        self._paint = paint
        self._rows: list[tuple[str, Verdict, tuple[str, ...]]] = []
        self._gap = ""

    def paper(self, report: Report) -> str:
        """Return the report of one paper."""
        said = verdict(report, self._level)
        counts = tuple(str(report.count(severity)) for severity in reversed(Severity))
        self._rows.append((report.name, said, (*counts, str(len(report.unjudged)))))
        line = verdict_line(report, self._level)
        tone = _VERDICT_TONES.get(said, "strong")
        parts = [
            self._paint(report.name, "strong") + (f" ({report.loai})" if report.loai else ""),
            *([self._read(report)] if self._tells_components else []),
            *self._components(report.findings),
            *_unjudged(report),
            self._paint(said.value, tone) + line.removeprefix(said.value),
        ]
        gap, self._gap = self._gap, "\n"
        return gap + "\n\n".join(parts) + "\n"

    def unreadable(self, error: FileError) -> str:
        """Return nothing: that a paper cannot be read is said where errors are; the table at the end has a row for it."""
        blanks = ("-",) * (len(_COLUMNS) - 1)
        self._rows += [(problem.place.file, Verdict.UNREADABLE, blanks) for problem in error.problems]
        return ""

    def end(self) -> str:
        """Return the table of all papers, where there are several."""
        if len(self._rows) < 2:
            return ""
        tally = [(each, sum(said is each for _, said, _ in self._rows)) for each in Verdict]
        total = ", ".join(f"{count} {each.value.lower()}" for each, count in tally if count)
        heads = _GAP.join((*_COLUMNS[:-1], f"{_COLUMNS[-1]:{_VERDICT_WIDTH}}", "Tệp"))
        return self._gap + "\n".join(
            [self._paint(f"Tổng hợp {len(self._rows)} tệp: {total}", "strong"), heads, *self._table(), ""]
        )

    def _components(self, findings: tuple[Finding, ...]) -> Iterator[str]:
        for component, group in groupby(findings, key=lambda finding: finding.rule.component):
            yield "\n".join([self._paint(component, "strong"), *(self._finding(finding) for finding in group)])

    def _read(self, report: Report) -> str:
        lines = [f"  {name}: {words or 'không tìm thấy'}" for name, words in report.components]
        return "\n".join([self._paint("Thành phần đọc được", "strong"), *lines])

    def _finding(self, finding: Finding) -> str:
        head = self._paint(f"{finding.severity.word.capitalize()} {finding.rule.id}", _TONES[finding.severity])
        where = place_words(finding.places)
        return "\n".join(
            [
                f"  {head}: {finding.message}",
                f"    {where}: “{finding.quote}”" if finding.quote else f"    {where}",
                f"    Cách sửa: {finding.remedy}",
                f"    Cơ sở: {finding.clause}",
            ]
        )

    def _table(self) -> Iterator[str]:
        for name, said, counts in self._rows:
            cells = [f"{count:>{len(head)}}" for count, head in zip(counts, _COLUMNS, strict=False)]
            result = self._paint(f"{said.value:{_VERDICT_WIDTH}}", _VERDICT_TONES.get(said, "strong"))
            yield _GAP.join([*cells, result, name])


def place_words(places: tuple[Paragraph, ...]) -> str:
    """Return where a fault stands: `Đoạn 3, 5 và 12 đoạn khác`, `Đầu trang`, `Cả văn bản`."""
    if not places:
        return "Cả văn bản"
    numbers = sorted({place.number for place in places if place.story not in _STORIES})
    if not numbers:
        return _STORIES[places[0].story].capitalize()
    shown = ", ".join(str(number) for number in numbers[:_NUMBERS_SHOWN])
    more = len(numbers) - _NUMBERS_SHOWN
    return f"Đoạn {shown} và {more} đoạn khác" if more > 0 else f"Đoạn {shown}"


def _unjudged(report: Report) -> list[str]:
    lines = [f"  {rule}: {reason}" if rule else f"  {reason}" for rule, reason in report.unjudged]
    return ["\n".join(["Chưa kiểm được", *lines])] if lines else []


class Form(Protocol):
    """How reports are printed: each paper as it is judged, then what stands at the end."""

    def paper(self, report: Report) -> str:
        """Return what to print of a paper that was judged."""

    def unreadable(self, error: FileError) -> str:
        """Return what to print of a file that could not be read."""

    def end(self) -> str:
        """Return what to print behind the last paper."""


def named(name: str, level: Severity, paint: Paint | None = None, *, components: bool = False) -> Form:
    """Return the form called `name` by users; findings of `level` or graver fail a paper.

    `components`: for people and in JSON each paper is told with the words that were taken for each component.
    """
    match name:
        case "dong":
            return LineForm()
        case "json":
            return JsonForm(level, components=components)
    return PeopleForm(level, paint or unpainted, components=components)


class LineForm:
    """A line for each finding, `file:paragraph: severity rule message`, and for each thing that could not be judged."""

    def paper(self, report: Report) -> str:
        """Return the lines of a paper; paragraph 0 is the paper as a whole."""
        return "".join(f"{line}\n" for line in self._lines(report))

    def unreadable(self, error: FileError) -> str:
        """Return the line of a file that could not be read."""
        return "".join(f"{problem.place.file}:0: khong-doc-duoc - {problem.message}\n" for problem in error.problems)

    def end(self) -> str:
        """Return nothing: programs count by themselves."""
        return ""

    @staticmethod
    def _lines(report: Report) -> Iterator[str]:
        for finding in report.findings:
            place = next(iter(_numbers(finding)), 0)
            yield f"{report.name}:{place}: {PLAIN_WORDS[finding.severity]} {finding.rule.id} {finding.message}"
        for rule, reason in report.unjudged:
            yield f"{report.name}:0: chua-kiem-duoc {rule or '-'} {reason}"


class JsonForm:
    """One JSON document of all papers. Its keys are a promise to scripts, listed in docs/huong-dan.md."""

    def __init__(self, level: Severity, *, components: bool = False) -> None:
        self._level = level
        self._tells_components = components
        self._papers: list[dict[str, Any]] = []

    def paper(self, report: Report) -> str:
        """Keep the paper for the document at the end."""
        self._papers.append(
            {
                "tep": report.name,
                "loai": report.loai,
                "dat": _PASSED.get(verdict(report, self._level)),
                "so_loi": report.count(Severity.ERROR),
                "so_canh_bao": report.count(Severity.WARNING),
                "so_luu_y": report.count(Severity.NOTE),
                "da_ap_dung": report.applied,
                "phat_hien": [_finding(finding) for finding in report.findings],
                "chua_kiem_duoc": [{"quy_dinh": rule or None, "ly_do": reason} for rule, reason in report.unjudged],
                "ngoai_pham_vi": report.out_of_scope,
                "khong_doc_duoc": None,
                **self._read(report),
            }
        )
        return ""

    def _read(self, report: Report) -> dict[str, Any]:
        if not self._tells_components:
            return {}
        return {"thanh_phan": [{"ten": name, "chu": words or None} for name, words in report.components]}

    def unreadable(self, error: FileError) -> str:
        """Keep the file, with the same keys, for the document at the end."""
        counts = dict.fromkeys(("so_loi", "so_canh_bao", "so_luu_y", "da_ap_dung"), 0)
        unknown: dict[str, Any] = {"phat_hien": [], "chua_kiem_duoc": [], "ngoai_pham_vi": None}
        for problem in error.problems:
            name, message = problem.place.file, problem.message
            self._papers.append({"tep": name, "loai": None, "dat": None, **counts, **unknown, "khong_doc_duoc": message})
        return ""

    def end(self) -> str:
        """Return the document."""
        return json.dumps({"nghi_dinh": DECREE, "van_ban": self._papers}, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "quy_dinh": finding.rule.id,
        "thanh_phan": finding.rule.component,
        "muc": PLAIN_WORDS[finding.severity],
        "dieu_khoan": finding.clause,
        "noi_dung": finding.message,
        "cach_sua": finding.remedy,
        "doan": _numbers(finding),
        "trich": finding.quote,
    }


def _numbers(finding: Finding) -> list[int]:
    return sorted({place.number for place in finding.places if place.story in _NUMBERED})
