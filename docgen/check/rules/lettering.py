"""What was typed of a line, and faults of many lines told once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.check.finding import Fault
from docgen.check.rules.typeset import gathered
from docgen.check.view import Line


def lettering(line: Line) -> Line:
    """Return `line` as it was typed: without the number that Word sets, without spans that hold marks alone."""
    spans = tuple(span for span in line.spans if not span.automatic and any(map(str.isalnum, span.text)))
    return Line(line.paragraph, spans) if spans else line


def counted(faults: Iterable[Fault], unit: str = "dòng") -> Iterator[Fault]:
    """Yield `faults` with those that say the same told once, where the first stands, with how many `unit` there are."""
    for fault in gathered(faults):
        count = len(fault.others) + 1
        yield replace(fault, message=f"{fault.message} ({count} {unit})") if count > 1 else fault
