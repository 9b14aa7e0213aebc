"""What a report is made of, and what it calls itself, its plan and its appendices."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from docgen.data.model.coquan import CoQuan, Ky
from docgen.data.model.kehoach import KeHoach
from docgen.data.model.ketqua import KetQua, KetQuaViec
from docgen.decree30 import KIND_ABBREVIATIONS
from docgen.paper.context.dau_cuoi import cited_plan, run_on
from docgen.paper.layout import Layout, Room
from docgen.text.folding import name_key
from docgen.text.wording import ended, long_date, paper_number, roman, sentence_start
from docgen.work.so_lieu import ChiTieu, figures
from docgen.work.tiendo import TienDo

KIND: Final = "báo cáo"
_SAME: Final = "Như trên"
_OWN: Final = tuple(map(name_key, ("nhân dân tỉnh", "nhân dân thành phố", "nhân dân huyện", "nhân dân xã", "nhân dân phường")))
_ADDRESSEE_NOTE: Final = re.compile(r"\s*\(.*?\)\s*$")


@dataclass(frozen=True)
class Report:
    """What a report is made of: the plan, its results, its progress, the office, who signs, the page."""

    plan: KeHoach
    ket_qua: KetQua
    tiendo: TienDo
    coquan: CoQuan
    ky: Ky
    layout: Layout

    @property
    def is_whole_year(self) -> bool:
        """Return whether the period is the plan's whole year."""
        ky = self.tiendo.ky
        return (ky.tu.month, ky.tu.day, ky.den.month, ky.den.day) == (1, 1, 12, 31)

    @cached_property
    def told(self) -> Mapping[str, Sequence[tuple[int, KetQuaViec]]]:
        """Return the results with their places in the file, by the code of their task."""
        told: dict[str, list[tuple[int, KetQuaViec]]] = defaultdict(list)
        for index, one in enumerate(self.ket_qua.ket_qua):
            told[one.ma].append((index, one))
        return told

    @cached_property
    def office(self) -> str:
        """Return the office's name."""
        return " ".join(self.coquan.ten.split())

    @cached_property
    def year(self) -> int:
        """Return the year in which the report is made, as far as the data say."""
        day = self.ket_qua.ngay or self.ket_qua.den_ngay
        return day.year if day else self.plan.nam

    @cached_property
    def symbol(self) -> str:
        """Return number and symbol."""
        return f"{paper_number(self.ket_qua.so)}/{KIND_ABBREVIATIONS[KIND]}-{self.coquan.viet_tat}"

    @cached_property
    def date(self) -> str:
        """Return the date in words, with blanks where there is none."""
        return long_date(self.ket_qua.ngay, self.year)

    @cached_property
    def plan_name(self) -> str:
        """Return the plan by its kind and subject."""
        return f"{sentence_start(self.plan.loai)} {run_on(' '.join(self.plan.trich_yeu.split()))}"

    @cached_property
    def subject(self) -> str:
        """Return the report's subject; the period is named where the plan's own subject does not name it."""
        ky = self.tiendo.ky.chu
        if not self.is_whole_year:
            return f"Kết quả {ky} thực hiện {self.plan_name}"
        return f"Kết quả thực hiện {self.plan_name}" + ("" if ky in self.plan_name.casefold() else f" {ky}")

    @cached_property
    def cited_plan(self) -> str:
        """Return the plan as it is cited the first time (PL I.II.6.b)."""
        return cited_plan(self.plan, self.coquan)

    @cached_property
    def found(self) -> list[ChiTieu]:
        """Return the figures, added up."""
        return figures(self.tiendo.tra_loi)

    @cached_property
    def room(self) -> Room:
        """Return what a table in the text has."""
        return self.layout.room

    @property
    def recipients(self) -> tuple[str, ...]:
        """Return the recipients: "Như trên" first where the report is addressed to someone (PL I.II.9.b), told once."""
        kinh_gui = self.ket_qua.kinh_gui
        addressed = {_addressee(text) for text in kinh_gui}
        own = self.ket_qua.noi_nhan or self.plan.noi_nhan
        others = [text for text in own if not _is_one_of(_addressee(text), {*addressed, name_key(_SAME)})]
        return (*((_SAME,) if kinh_gui else ()), *others)

    @cached_property
    def results_appendix(self) -> str:
        """Return what the appendix of results is called, blank where there is nothing for it."""
        return self._appendix(0) if self.has_results else ""

    @cached_property
    def figures_appendix(self) -> str:
        """Return what the appendix of figures is called, blank where there are none."""
        return self._appendix(1 if self.has_results else 0) if self.found else ""

    @property
    def has_results(self) -> bool:
        """Return whether there is anything to tell of tasks, duties or other work."""
        return bool(self.tiendo.viec or self.tiendo.trach_nhiem or self.tiendo.viec_khac)

    def _appendix(self, index: int) -> str:
        """Appendices are numbered in Roman where there are two (PL I.III.1.a)."""
        return f"Phụ lục {roman(index + 1)}" if self.has_results and self.found else "Phụ lục"


def _addressee(text: str) -> str:
    return name_key(_ADDRESSEE_NOTE.sub("", ended(text, "")))


def _is_one_of(name: str, addressed: Iterable[str]) -> bool:
    """Return whether `name` is one of those addressed, or that of the own territory without its name: "UBND tỉnh"."""
    return any(
        one == name or any(longer.startswith(shorter) for longer, shorter in ((one, name), (name, one)) if shorter.endswith(_OWN))
        for one in addressed
    )
