"""A judged paper as HTML: its words about as they stand on the page, each finding beside its paragraph, with no script.

Looks are classes alone, so that a page may show it under a policy that allows no style of its own; `style` is what they mean.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from docgen.check.finding import Finding, Severity
from docgen.check.ink import Span
from docgen.check.judging import Report, verdict_line
from docgen.check.reports import DECREE, place_words
from docgen.check.view import Block, Cell, Paragraph, Table
from docgen.errors import FileError

More = Callable[[int, Finding], str]
_KINDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_STEP: Final = 5  # mm, of indents
_MOST_STEPS: Final = 24
_SIZES: Final = range(6, 41)  # points
_SET: Final = 14  # points: the size that is 1em of the paper
_NOT_SHOWN: Final = ("biểu đồ", "sơ đồ SmartArt")
_IN_HEAD: Final = ("header", "footer")


@cache
def style() -> str:
    """Return the CSS of what stands here."""
    steps, sizes = range(1, _MOST_STEPS + 1), (size for size in _SIZES if size != _SET)
    looks = files(__package__).joinpath("paper.css").read_text("utf-8")
    return looks + "".join(
        [
            *(f".paper .l-{step} {{ margin-left: {step * _STEP}mm; }}\n" for step in steps),
            *(f".paper .f-{step} {{ text-indent: {step * _STEP}mm; }}\n" for step in steps),
            *(f".paper .h-{step} {{ text-indent: -{step * _STEP}mm; }}\n" for step in steps),
            *(f".paper .s-{size} {{ font-size: {size / _SET:.3g}em; }}\n" for size in sizes),
        ]
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found at the paragraphs, by their numbers, 0 for the whole paper; `key` begins every name of a place."""

    key: str
    notes: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    marks: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))


def as_html(report: Report, more: More | None = None, *, key: str = "") -> str:
    """Return the paper of `report` with its findings, numbered from 1 as they are read, each beside its first paragraph.

    What has no paragraph of its own stands first. `more` gives HTML that a finding ends with, for its number and itself; `key`
    tells its places from those of another paper on the same page.
    """
    found = _Found(key)
    placed = [
        (list(dict.fromkeys(at.number for at in each.places if at.story not in _IN_HEAD)), each) for each in report.findings
    ]
    for number, (places, finding) in enumerate(sorted(placed, key=lambda each: next(iter(each[0]), 0)), start=1):
        note = _note(number, finding, more(number, finding) if more else "", key)
        found.notes[places[0] if places else 0].append(note)
        for place in places:
            found.marks[place].append((number, _KINDS[finding.severity]))
    return f'<div class="paper">\n{"".join(_rows(report, found))}</div>\n'


def _rows(report: Report, found: _Found) -> Iterator[str]:
    first = "".join(found.notes.get(0, ()))
    if first:
        yield _row("", first)
    view = report.paper.view if report.paper else None
    if view is None:
        return
    section = 0
    for block in view.blocks:
        now = block.section
        beyond = '<hr class="next">' if now != section else ""
        section = now
        paragraphs = [block] if isinstance(block, Paragraph) else block.paragraphs
        beside = "".join(note for each in paragraphs for note in found.notes.get(each.number, ()))
        yield _row(beyond + _block(block, found), beside)
    for name, lines in view.footnotes.items():
        yield _row(f'<p class="s-11"><sup>{escape(name)}</sup> {"<br>".join(escape(each.text) for each in lines)}</p>', "")


def _row(sheet: str, notes: str) -> str:
    return f'<div class="row"><div class="sheet">{sheet}</div><div class="notes">{notes}</div></div>\n'


def _note(number: int, finding: Finding, more: str, key: str) -> str:
    head = f"{finding.severity.word.capitalize()} {finding.rule.id}"
    where = "" if finding.quote else f"{place_words(finding.places)}. "
    quote = f"<p>“{escape(finding.quote)}”</p>" if finding.quote else ""
    decree = f", Nghị định số {DECREE}" if finding.clause.startswith(("PL ", "Điều ")) else ""
    return (
        f'<article class="{_KINDS[finding.severity]}" id="{key}ph-{number}"><p><span class="kind">{number}. {head}</span>: '
        f"{escape(where + finding.message)}.</p>{quote}<p>Cách sửa: {escape(finding.remedy)}.</p>"
        f'<p class="basis">Cơ sở: {escape(finding.clause + decree)}</p>{more}</article>'
    )


def _block(block: Block, found: _Found) -> str:
    return _paragraph(block, found) if isinstance(block, Paragraph) else _table(block, found)


def _paragraph(paragraph: Paragraph, found: _Found) -> str:
    faults = found.marks.get(paragraph.number, [])
    kind = next((each for each in _KINDS.values() if any(each == other for _, other in faults)), "")
    first = "f" if paragraph.first_line >= 0 else "h"
    looks = [
        "" if paragraph.align == "left" else f"a-{paragraph.align}",
        _stepped("l", paragraph.left),
        _stepped(first, abs(paragraph.first_line)),
        "gap" if paragraph.gap_before + paragraph.gap_after >= _SET / 4 else "",
        kind,
    ]
    names = " ".join(each for each in looks if each)
    words = "".join(map(_span, paragraph.spans))
    called = "".join(f'<a class="at {kind}" href="#{found.key}ph-{number}">{number}</a>' for number, kind in faults)
    seen = "".join(f'<span class="seen">[{kind}: xem ở bản in]</span>' for kind, _ in paragraph.attached if kind in _NOT_SHOWN)
    rule = "<hr>" if any(each.kind in ("drawing", "border") for each in paragraph.rules) else ""
    return f'<p id="{found.key}doan-{paragraph.number}"{_named(names)}>{words}{seen}{called}</p>{rule}'


def _named(names: str) -> str:
    return f' class="{names}"' if names else ""


def _stepped(name: str, length: float) -> str:
    steps = min(round(length / _STEP), _MOST_STEPS)
    return f"{name}-{steps}" if steps > 0 else ""


def _span(span: Span) -> str:
    words = escape(span.text).replace("\n", "<br>").replace("\f", "<br>").replace("\t", "&emsp;")
    face = span.face
    tags = (
        ("b", face.bold),
        ("i", face.italic),
        ("u", face.underline),
        ("s", face.strike),
        ("sup", face.raised),
        ("sub", face.lowered),
    )
    for tag, holds in tags:
        words = f"<{tag}>{words}</{tag}>" if holds and words else words
    size = round(face.size)
    return f'<span class="s-{size}">{words}</span>' if size != _SET and size in _SIZES and words else words


def _table(table: Table, found: _Found) -> str:
    widths = _widths(table)
    columns = "".join(f'<col width="{width}%">' for width in widths)
    rows = "".join(f"<tr>{''.join(_cells(table, number, found))}</tr>" for number in range(len(table.rows)))
    return f"<table{_named('ruled' if table.ruled else '')}><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>"


def _widths(table: Table) -> Sequence[int]:
    """Return the share of each grid column in the width, in hundredths; nothing where a width is not known."""
    whole = max(table.rows, key=lambda row: len(row.cells), default=None)
    known = [cell.width or 0.0 for cell in whole.cells] if whole else []
    if not known or not all(known) or any(cell.span > 1 for cell in (whole.cells if whole else ())):
        return ()
    return [round(100 * each / sum(known)) for each in known]


def _cells(table: Table, number: int, found: _Found) -> Iterator[str]:
    for cell in table.rows[number].cells:
        if cell.continues and number:
            continue
        down = 1 + _continued(table, number, cell)
        spans = (f' colspan="{cell.span}"' if cell.span > 1 else "") + (f' rowspan="{down}"' if down > 1 else "")
        yield f"<td{spans}>{''.join(_block(block, found) for block in cell.blocks)}</td>"


def _continued(table: Table, number: int, cell: Cell) -> int:
    """Return how many rows below the one of this number the cell goes on."""
    count = 0
    for row in table.rows[number + 1 :]:
        if not any(each.continues and each.column == cell.column for each in row.cells):
            break
        count += 1
    return count


class HtmlForm:
    """Reports as one HTML file without script: each paper with its findings at their paragraphs."""

    def __init__(self, level: Severity) -> None:
        self._level = level
        self._count = 0

    def paper(self, report: Report) -> str:
        """Return the view of one paper, behind the head of the file where it is the first."""
        said = [verdict_line(report, self._level), *(f"{rule}: {why}" if rule else why for rule, why in report.unjudged)]
        head = self._head() + f"<h1>{escape(report.name)}</h1>\n" + "".join(_line(each) for each in said)
        return head + as_html(report, key=f"vb{self._count}-")

    def unreadable(self, error: FileError) -> str:
        """Return what stands in the place of a paper that could not be read."""
        lines: Iterable[str] = (f"{problem.place.file}: {problem.message}" for problem in error.problems)
        return self._head() + "".join(_line(each) for each in lines)

    def end(self) -> str:
        """Return the end of the file."""
        return self._head() + "</body>\n</html>\n"

    def _head(self) -> str:
        self._count += 1
        if self._count > 1:
            return ""
        return (
            '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Kết quả kiểm tra thể thức</title>\n'
            f'<style>{style()}</style>\n</head>\n<body class="alone">\n'
        )


def _line(words: str) -> str:
    return f"<p>{escape(words)}</p>\n"
