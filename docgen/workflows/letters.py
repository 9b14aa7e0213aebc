"""Makes the letters of one plan, one after the other or in several processes: context, render, stamp, check."""

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final

from docgen.data.model.coquan import Ky
from docgen.errors import DataError, FileError, Problem
from docgen.files.package import part_of
from docgen.paper.context.congvan import CongVanIn, Letters, congvan_context
from docgen.paper.notices import crowded_letter
from docgen.text.folding import numbered_name
from docgen.text.patterns import lazy_re
from docgen.work.assignments import RemarkKind, UnitWork
from docgen.work.doichieu import missing_words, words_of
from docgen.workflows.office import Office
from docgen.workflows.ownfindings import Origins, PaperFinding, findings_of, is_final, judged
from docgen.workflows.paper import Press

_WORTH_A_SECOND_PROCESS: Final = 300  # letters; below, starting it costs more than it brings
_AT_ONCE: Final = 64
COLLECT_EVERY: Final = 1_000_000  # objects, as in the process of the command
_DRAFTER: Final = lazy_re(r"\AVT\s*,\s*([\w&-]+)\s*(?:\([\w.]+\))?\s*(?:[,;]|\.?\Z)")  # "VT, NV", "VT, KGVX (Đ.120b)."
_SIGNER: Final = "trong ⦃coquan.yaml⦄, trong kế hoạch⦃, hoặc dưới cong_van¦⦄"
_DOCUMENT: Final = "word/document.xml"


@dataclass(frozen=True)
class Letter:
    """A letter as made: its file's name, its bytes, its unit's work, its number, what is wrong with it, and with its tables."""

    name: str
    data: bytes
    work: UnitWork
    so: int | None
    findings: tuple[PaperFinding, ...]
    lost: tuple[str, ...]
    crowded: tuple[str, ...] = ()

    @property
    def don_vi(self) -> str:
        """The name of the unit that it goes to."""
        return self.work.ten


class Maker:
    """Makes the letters of one plan; what they share is read and compiled once."""

    def __init__(self, data: Path, template: Path | None = None, given: Office | None = None) -> None:
        self.data, self.own_template = data, template
        self.given = (given or Office(data)).checked("kehoach", "coquan", "donvi")
        problems = self.given.located((RemarkKind.NOT_THEN,))
        if problems:
            raise DataError(problems)
        office = self.given.coquan.model
        self.press = Press.of("congvan", template, office)
        prints_annex = "phu_luc" in self.press.template.variables
        self.letters = Letters(
            self.given.plan, office, self._signer(), self._drafter(), self.press.layout, self._receivers(), prints_annex
        )

    @cached_property
    def works(self) -> tuple[UnitWork, ...]:
        """Return the units that have something to do, in the registry's order."""
        return self.given.assignments.co_viec

    @cached_property
    def places(self) -> dict[str, int]:
        """Return the place of each unit in the registry, from 1: a file keeps its name when other units get work."""
        return {unit.ten: index for index, unit in enumerate(self.given.donvi.model.don_vi, start=1)}

    def name(self, work: UnitWork) -> str:
        """Return the name of a letter's file."""
        return f"{numbered_name(self.places[work.ten], len(self.places), work.ten)}.docx"

    def number(self, index: int) -> int | None:
        """Return the number of the letter at `index` among all, None in a draft."""
        first = self.letters.wording.so_bat_dau
        return None if first is None else first + index

    def letter(self, index: int) -> Letter:
        """Return the letter to the unit at `index`, checked."""
        work, so = self.works[index], self.number(index)
        paper, values = self._printed(index)
        name = self.name(work)
        lost = missing_words(work, words_of(part_of(paper, _DOCUMENT).decode()), self.letters.cited(work))
        return Letter(name, paper, work, so, self._findings(Path(name), paper), tuple(lost), tuple(crowded_letter(values)))

    def digest(self, index: int) -> str:
        """Return the digest in the stamp of the letter at `index`."""
        return self.press.digest_of(self._source(congvan_context(self.letters, self.works[index], self.number(index))))

    def _printed(self, index: int) -> tuple[bytes, CongVanIn]:
        values = congvan_context(self.letters, self.works[index], self.number(index))
        return self.press.printed(values, self._source(values), parsed_later=True), values

    @staticmethod
    def _source(values: CongVanIn) -> Iterator[str]:
        """Yield what a letter is made of, its own words alone: a change in those of others leaves it as it is."""
        words = repr(values)
        yield words
        yield from (note for name, note in values.chu_thich.items() if f"[^{name}]" in words)

    def _findings(self, path: Path, paper: bytes) -> tuple[PaperFinding, ...]:
        """Return what the decree finds in a letter, which is parsed here for the first time."""
        try:
            report = judged(path, paper)
        except FileError:
            raise self.press.template.broken() from None
        found = findings_of(report, self._origins)
        if report.paper is not None:
            report.paper.view.let_go()
        return found

    @cached_property
    def _origins(self) -> Origins:
        return Origins(self.given.kehoach.file, self.given.coquan.file, self.given.donvi.file)

    @property
    def is_final(self) -> bool:
        """Whether the letters have their numbers and their date."""
        return is_final(self.letters.wording.so_bat_dau, self.letters.wording.ngay)

    def left_out(self) -> list[Problem]:
        """Return a warning for each value that the template leaves out."""
        return self.press.left_out(congvan_context(self.letters, self.works[0], self.number(0))) if self.works else []

    def _signer(self) -> Ky:
        own = self.given.plan.cong_van.ky
        return self.given.signer(own, ("cong_van",) if own else ("ky",), _SIGNER)

    def _receivers(self) -> frozenset[str]:
        """Return the units to which the others report, as far as the registry knows them."""
        report = self.given.plan.cong_van.bao_cao
        return frozenset(self.given.registry.read(report.gui).don_vi) if report else frozenset()

    def _drafter(self) -> str:
        """Return the drafting unit's sign: the plan's own, else what the filing copy names behind VT (PL I.II.3.b)."""
        plan = self.given.plan
        if plan.cong_van.ky_hieu:
            return plan.cong_van.ky_hieu
        if drafter := drafter_of(plan.cong_van.luu or plan.luu):
            return drafter
        sentence = "chưa biết ký hiệu đơn vị soạn thảo của công văn; ghi ⦃cong_van.ky_hieu⦄, ví dụ ⦃ky_hieu: ¦⦄VX"
        raise DataError(Problem(self.given.kehoach.file.place(("cong_van",)), sentence))


def drafter_of(luu: str) -> str:
    """Return the sign of the unit that drafted a paper, which its filing copy names behind VT; blank where it names none."""
    drafter = _DRAFTER.search(luu)
    is_sign = drafter is not None and sum(letter.isupper() for letter in drafter.group(1)) > 1  # "TTr", "NV"; not "Lan"
    return drafter.group(1) if drafter is not None and is_sign else ""


def made(maker: Maker, indexes: Sequence[int], workers: int | None = None) -> Iterator[Letter]:
    """Yield the letters at `indexes` in order, in so many processes; without `workers` a large batch on several cores."""
    workers = workers or (os.cpu_count() or 1 if len(indexes) >= _WORTH_A_SECOND_PROCESS else 1)
    if workers == 1:
        yield from map(maker.letter, indexes)
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _start, (maker.data, maker.own_template)) as pool:
        waiting = iter([indexes[start : start + _AT_ONCE] for start in range(0, len(indexes), _AT_ONCE)])
        running = [pool.submit(_several, part) for part in islice(waiting, workers * 2)]
        while running:
            yield from running.pop(0).result()
            running += [pool.submit(_several, part) for part in islice(waiting, 1)]


_maker: Maker | None = None


def _start(data: Path, template: Path | None) -> None:
    global _maker  # noqa: PLW0603  # each process of the pool has one of its own
    gc.set_threshold(COLLECT_EVERY)
    _maker = Maker(data, template)


def _several(indexes: Sequence[int]) -> list[Letter]:
    assert _maker is not None
    return [_maker.letter(index) for index in indexes]
