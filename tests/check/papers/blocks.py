"""A paper after decree 30, block by block, from its head to its appendices."""

import io
import re
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.check.papers.head import LARGE, LAYOUTS, SHARE, Head, Sizes, sides
from tests.check.papers.numbering import number, numbering
from tests.check.papers.rules import Kind, border, rule
from tests.check.papers.word import MARGINS, Letters, Shape, blank, new_section, paragraph, shape, table, text_width, tiny, write

INDENT: Final = 12.7
_AUTOMATIC: Final = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
_MARKS: Final = tuple(re.compile(mark) for mark in (r"(\**)[IVX]+\. ", r"(\**)\d+\. ", r"(\**)[a-eghik-vxyđ]\) "))


class Paper:
    """A paper that grows block by block; `numbered` numbers its mục, khoản and điểm automatically instead of by typed marks."""

    def __init__(
        self,
        sizes: Sizes = LARGE,
        margins: tuple[float, float, float, float] = MARGINS,
        *,
        rules: Kind = "inline",
        numbered: bool = False,
    ) -> None:
        self.document = blank(sizes.noi_dung, margins)
        self.sizes = sizes
        self.rules = rules
        self._numbers = numbering(self.document, _AUTOMATIC, INDENT) if numbered else None
        self._last: Paragraph | None = None

    @property
    def room(self) -> float:
        """The width of the text in the current section."""
        return text_width(self.document)

    def head(self, head: Head, layout: str = "2x2") -> None:
        """Add the head in one of `LAYOUTS`."""
        LAYOUTS[layout](self.document, sides(head, self.sizes), self.rules)

    def title(self, ten_loai: str, trich_yeu: str | None = None, tham_quyen: str | None = None) -> None:
        """Add the kind of the paper, its subject over a short rule where it has one, and who it is for to issue it."""
        self._centred(ten_loai, before=18, after=0 if trich_yeu else 12)
        if trich_yeu:
            self._over_rule(trich_yeu, Letters(self.sizes.noi_dung, bold=True))
        if tham_quyen:
            self._centred(tham_quyen, after=6)

    def order(self, words: str) -> None:
        """Add the words that give the order: `QUYẾT ĐỊNH:`."""
        self._centred(words, before=6, after=6)

    def can_cu(self, text: str) -> None:
        """Add the legal bases, a paragraph for each line of `text`."""
        for words in lines_of(text):
            self._paragraph(words, Letters(self.sizes.noi_dung, italic=True))

    def kinh_gui(self, *names: str) -> None:
        """Add the addressees: one on the line of `Kính gửi:`, several below it, with dashes under its colon."""
        letters = Letters(self.sizes.noi_dung)
        if len(names) == 1:
            self._centred(f"Kính gửi: {names[0]}", before=12, after=12, bold=False)
            return
        left = 25.0
        dash = left + letters.width("Kính gửi")
        hang = letters.width("- ")
        self._plain("Kính gửi:", Shape(left=left, before=12, keep_next=True))
        for place, name in enumerate(names, 1):
            last = place == len(names)
            wanted = Shape(left=dash + hang, first=-hang, after=12 if last else 0, keep_next=not last)
            self._plain(f"- {name}{'.' if last else ';'}", wanted)

    def calls(self, words: str, *names: str) -> None:
        """Add whom a telegram or an invitation is for: `words`, then the names in a dash list."""
        self._plain(words, Shape("both", first=INDENT, after=6, keep_next=True))
        for place, name in enumerate(names, 1):
            self._plain(f"- {name}{'.' if place == len(names) else ';'}", Shape("both", left=30, after=6))

    def body(self, text: str) -> None:
        """Add the content: `I.`, `1.`, `a)`, `-`, `+`, `Điều 1.` as written; `**words**` are bold, `I. TITLES` of themselves."""
        for words in lines_of(text):
            heading = bool(re.match(r"[IVX]+\. ", words))
            bold = heading or (words.startswith("**") and words.endswith("**"))
            self._paragraph(words.strip("*") if bold else words, Letters(self.sizes.noi_dung, bold=bold), keep_next=bold)

    def part(self, mark: str, title: str) -> None:
        """Add `Chương I` or `Mục 1`, its title below it."""
        self._centred(mark, before=6)
        self._centred(title, after=6)

    def signature(self, noi_nhan: Sequence[str], quyen_han: Sequence[str], ho_ten: str) -> None:
        """Add the table of recipients and signature. It stays on the page of the last words of the body."""
        if self._last:
            self._last.paragraph_format.keep_with_next = True
        left, right = table(self.document, 1, (75, self.room - 75)).rows[0].cells
        self._noi_nhan(left, noi_nhan)
        self._signer(right, quyen_han, ho_ten)
        tiny(self._plain("", Shape()))

    def two_signatures(self, left: tuple[str, str], right: tuple[str, str], noi_nhan: Sequence[str]) -> None:
        """Add the two signatures of minutes, the secretary's and the chair's, the recipients below them."""
        if self._last:
            self._last.paragraph_format.keep_with_next = True
        made = table(self.document, 2, (75, self.room - 75))
        for cell, (title, name) in zip(made.rows[0].cells, (left, right), strict=True):
            self._signer(cell, [title], name)
        self._noi_nhan(made.rows[1].cells[0], noi_nhan)
        tiny(self._plain("", Shape()))

    def attachment(self, head: Head, ten_loai: str, trich_yeu: str, kem_theo: str) -> None:
        """Begin a regulation that is issued with the paper: its own head, without number and date, in its own section."""
        new_section(self.document)
        self.head(head, "1x2")
        self._centred(ten_loai, before=18)
        self._centred(trich_yeu)
        self._over_rule(kem_theo, Letters(self.sizes.kem_theo, italic=True))

    def appendix(
        self, ten: str, kem_theo: str, roman: str | None = None, orientation: Literal["portrait", "landscape"] = "portrait"
    ) -> None:
        """Begin an appendix in a section of its own, unless it is all there is to the paper."""
        if self._last or self.document.tables:
            new_section(self.document, landscape=orientation == "landscape")
        self._centred(f"Phụ lục {roman}" if roman else "Phụ lục", size=14)
        self._centred(ten)
        self._over_rule(kem_theo, Letters(self.sizes.kem_theo, italic=True))

    def grid(self, shares: Sequence[float], rows: Sequence[Sequence[str]], size: float = 12) -> None:
        """Add a ruled table, its columns in the proportion of `shares`, its first row bold and repeated on each page."""
        widths = [share * self.room / sum(shares) for share in shares]
        made = table(self.document, len(rows), widths, ruled=True, header=True)
        for place, (row, texts) in enumerate(zip(made.rows, rows, strict=True)):
            named = len(texts) < len(widths)  # a row that only names a group
            if named:
                row.cells[1].merge(row.cells[-1])
            letters = Letters(size, bold=named or place == 0)
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=False)):
                align: Literal["left", "center"] = "center" if place == 0 or column == 0 else "left"
                paragraph(cell, text, letters, Shape(align, before=2, after=2))
        self._last = None

    def address(self, text: str) -> None:
        """Add the office's address at the foot of page 1, under a line as wide as the text."""
        foot = self.document.sections[0].first_page_footer.paragraphs[0]
        write(shape(foot, Shape("center")), text, Letters(11))
        border(foot, "top")

    def signed_at(self, text: str) -> None:
        """Add the words of a digital signature, at the top right of an appendix that is a file of its own."""
        paragraph(self.document, text, Letters(10), Shape("right", after=12))

    def bytes(self) -> bytes:
        """Return the paper as the bytes of a .docx file."""
        package = io.BytesIO()
        self.document.save(package)
        return package.getvalue()

    def _plain(self, words: str, wanted: Shape) -> Paragraph:
        return paragraph(self.document, words, Letters(self.sizes.noi_dung), wanted)

    def _centred(
        self, words: str, *, before: float = 0, after: float = 0, bold: bool = True, size: float | None = None
    ) -> Paragraph:
        letters = Letters(size or self.sizes.noi_dung, bold=bold)
        return paragraph(self.document, words, letters, Shape("center", before=before, after=after, keep_next=True))

    def _over_rule(self, words: str, letters: Letters) -> None:
        """Add centred words over a short rule; words of several lines are indented until the lines are even."""
        lines = letters.lines(words.replace("  ", "\u00a0\u00a0"), self.room - 20)  # a blank to be filled is one word
        side = (self.room - max(map(letters.width, lines)) - 3) / 2 if len(lines) > 1 else 0
        made = paragraph(self.document, words, letters, Shape("center", left=side, right=side, keep_next=True))
        length = SHARE * letters.width(lines[-1])
        rule(made, length, self.rules, room=self.room, lines=len(lines), letters=letters, after=12)

    def _paragraph(self, words: str, letters: Letters, *, keep_next: bool = False) -> None:
        level = next((place for place, mark in enumerate(_MARKS) if mark.match(words)), None)
        if self._numbers and level is not None:
            words = _MARKS[level].sub(r"\1", words, count=1)
        wanted = Shape("both", first=INDENT, after=6, keep_next=keep_next)
        self._last = paragraph(self.document, words, letters, wanted)
        if self._numbers and level is not None:
            number(self._last, self._numbers, level, bold=letters.bold)

    def _noi_nhan(self, cell: _Cell, names: Sequence[str]) -> None:
        paragraph(cell, "Nơi nhận:", Letters(12, bold=True, italic=True), Shape())
        for place, name in enumerate(names, 1):
            paragraph(cell, f"- {name}{'.' if place == len(names) else ';'}", Letters(11), Shape())

    def _signer(self, cell: _Cell, quyen_han: Sequence[str], ho_ten: str) -> None:
        letters = Letters(self.sizes.noi_dung, bold=True)
        centred = Shape("center", keep_next=True)
        for words in quyen_han:
            paragraph(cell, words, letters, centred)
        paragraph(cell, ho_ten, letters, replace(centred, before=72, keep_next=False)).paragraph_format.space_after = Pt(0)


def lines_of(text: str) -> list[str]:
    """Return the paragraphs of `text`: a line each, an indented line goes on with the one above it."""
    return re.sub(r"\n +", " ", textwrap.dedent(text).strip()).splitlines()
