"""What many rules ask of a line: its size, its face, its capitals, its place on the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault
from docgen.check.view import Line
from docgen.text import typography

_ATTACHED: Final = re.compile(r"\((?:ban hành )?kèm theo", re.IGNORECASE)
_OPENING: Final = 25  # paragraphs in which a paper says what it is
THONG_LE: Final = "thông lệ, Nghị định không quy định"  # the clause of a rule that rests on practice alone: never an error


def face_faults(
    line: Line, name: str, *, sizes: tuple[float, float] | None = None, bold: bool | None = None, italic: bool | None = None
) -> Iterator[Fault]:
    """Yield a fault where the size in points is out of `sizes` (both ends allowed), or the face is not as it has to be."""
    if sizes is not None:
        low, high = sizes
        wrong = [size for size in line.sizes if not low <= size <= high]
        if wrong:
            allowed = numbers(low) if low == high else f"{numbers(low)} đến {numbers(high)}"
            yield Fault(line, f"{name} cỡ chữ {numbers(wrong[0])}, phải là {allowed}", f"đặt cỡ chữ {allowed}")
    if bold is not None and line.share("bold") != ("all" if bold else "none"):
        yield Fault(line, f"{name} {'phải đậm' if bold else 'không được đậm'}", "đặt chữ đậm" if bold else "bỏ chữ đậm")
    if italic is not None and line.share("italic") != ("all" if italic else "none"):
        shape = "nghiêng" if italic else "đứng"
        yield Fault(line, f"{name} phải là chữ {shape}", f"đặt chữ {shape}")


def in_capitals(text: str) -> bool:
    """Return whether every letter of `text` is a capital."""
    return text.upper() == text


def numbers(value: float) -> str:
    """Return a measure as a Vietnamese reader writes it: 28,5."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def gathered(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield `faults` with those that say the same made into one, at the place of the first."""
    alike: dict[str, list[Fault]] = {}
    for fault in faults:
        alike.setdefault(fault.message, []).append(fault)
    for first, *rest in alike.values():
        yield replace(first, others=tuple(other.where for other in rest if other.where is not None))


def line_width(line: Line) -> float:
    """Return the width in mm that the words of `line` take on one line."""
    if not line.inked:
        return 0.0
    bold, italic = line.share("bold") == "all", line.share("italic") == "all"
    face: typography.Face = "bold" if bold else "italic" if italic else "regular"
    letter_spacing = line.inked[0].face.spacing * typography.MM_PER_POINT
    return typography.width(line.words, line.sizes[0], face) + letter_spacing * len(line.words)


def says(paper: Paper, words: str) -> bool:
    """Return whether some paragraph of the paper opens with `words`, in capitals or not."""
    return any(paragraph.words.lower().startswith(words) for paragraph in paper.view.paragraphs)


def is_attached(paper: Paper) -> bool:
    """Return whether the paper is issued with another, which bears its number and date: "(Kèm theo Quyết định số …)"."""
    return any(_ATTACHED.match(paragraph.words) for paragraph in paper.view.paragraphs[:_OPENING])
