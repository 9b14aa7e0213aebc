"""Papers as pictures of their pages, by one LibreOffice that is kept for as long as somebody looks at papers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from docgen.files import pictures
from docgen.files.kept_office import KeptOffice, kept_office
from docgen.files.pictures import Spot


@dataclass(frozen=True)
class Pages:
    """The pages of one paper; `pdf` is the whole of it."""

    pdf: bytes

    def __len__(self) -> int:
        return pictures.count_pages(self.pdf)

    def picture(self, page: int) -> bytes:
        """Return one page, from 0, as PNG; raise `IndexError` where there is no such page."""
        return pictures.picture(self.pdf, page)

    def find(self, texts: Sequence[str]) -> list[Spot | None]:
        """Return where each of `texts` first stands, by its first words; None where it does not."""
        return pictures.find(self.pdf, texts)


@dataclass(frozen=True)
class Viewer:
    """Makes pages of papers; threads may share it."""

    _office: KeptOffice

    def pages(self, paper: bytes) -> Pages:
        """Return the pages of the .docx `paper`; raise `FileError` where LibreOffice is missing or fails."""
        return Pages(self._office.to_pdf("văn bản", paper))


@contextmanager
def paper_viewer() -> Iterator[Viewer]:
    """Yield what makes pages of papers; LibreOffice starts with the first one and stops at the end."""
    with kept_office() as office:
        yield Viewer(office)
