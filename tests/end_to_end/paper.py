"""Facts of a printed page, read from the PDF. Lengths in millimetres from the top left corner of the page."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pdfplumber

MM = 25.4 / 72


@dataclass(frozen=True)
class Line:
    """A line of print: its words, and where it stands."""

    text: str
    left: float
    right: float
    top: float
    page: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Page:
    """A page: its size, its lines from top to bottom, its drawn lines."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[tuple[float, float, float], ...]

    def line(self, start: str) -> Line:
        return next(line for line in self.lines if line.text.startswith(start))

    def says(self, text: str) -> bool:
        return any(text in line.text for line in self.lines)


def read_pages(file: Path | BytesIO) -> list[Page]:
    """Return the pages of a PDF; words stand on one line where they share a base line and no gap parts them."""
    with pdfplumber.open(file) as pdf:
        return [_page(page, number) for number, page in enumerate(pdf.pages, start=1)]


def _page(page: pdfplumber.page.Page, number: int) -> Page:
    words = page.extract_words(keep_blank_chars=True, x_tolerance=8, y_tolerance=2)
    lines = tuple(
        Line(" ".join(word["text"].split()), word["x0"] * MM, word["x1"] * MM, word["top"] * MM, number) for word in words
    )
    rules = tuple((line["x0"] * MM, line["x1"] * MM, line["top"] * MM) for line in (*page.lines, *page.curves, *page.rects))
    return Page(page.width * MM, page.height * MM, lines, rules)
