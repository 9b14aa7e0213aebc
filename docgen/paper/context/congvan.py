"""A letter's context: every value that `templates/congvan.docx` asks for, from the work of one unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from docgen.data.model.banhanh import ASKED, UNIT, CongVan
from docgen.data.model.coquan import CoQuan, Ky
from docgen.data.model.kehoach import KeHoach
from docgen.paper.context import congvan_tasks, dau_cuoi
from docgen.paper.context.khoi import closed, with_gaps_at_tables
from docgen.paper.context.printable import Khoi, PhuLucIn, Rong, ThuocTinh, VanBanIn, appendix_rule, twips
from docgen.paper.context.titles import centred_lines
from docgen.paper.layout import Layout, Room
from docgen.text.folding import on_one_line
from docgen.text.wording import capitals, ended, long_date, paper_number, sentence_start
from docgen.work.assignments import Route, Share, UnitWork, count_tasks

_SAME: Final = "Như trên"
_SLACK: Final = 2.0  # mm that no line comes closer than to the edge of its column
_LED: Final = "Nhiệm vụ chủ trì"
_JOINED: Final = "Nhiệm vụ phối hợp"
_WATCHED: Final = "Nhiệm vụ theo dõi"
_REPORT: Final = "Chế độ báo cáo"
_MANY: Final = 10  # tasks; of more a letter would be a thick table, so that those shared with all stand apart
_ANNEX: Final = "Nhiệm vụ phối hợp thực hiện"
_IN_ANNEX: Final = "phối hợp thực hiện {count} nhiệm vụ chung nêu tại Phụ lục kèm theo Công văn này."
_CITED: Final = "phối hợp thực hiện {count} nhiệm vụ chung nêu tại {where} của {plan}, mã số: {codes}."


@dataclass(frozen=True, slots=True)
class CongVanIn(VanBanIn):
    """A letter ready to print; each field is a tag of the template."""

    kinh_gui: str


@dataclass(frozen=True)
class Letters:
    """What all letters of a plan share: the plan, the office, who signs, the symbol of the drafting unit, the page.

    `noi_bao_cao` are the units to which the others report; `has_annex` says whether the template prints one.
    """

    plan: KeHoach
    coquan: CoQuan
    ky: Ky
    ky_hieu: str
    layout: Layout
    noi_bao_cao: frozenset[str] = frozenset()
    has_annex: bool = True

    @property
    def wording(self) -> CongVan:
        """Return the plan's own wording of its letters."""
        return self.plan.cong_van

    @cached_property
    def subject(self) -> str:
        """Return the subject, without its "V/v"."""
        plan = self.plan
        default = f"thực hiện {sentence_start(plan.loai)} {dau_cuoi.run_on(plan.trich_yeu)}"
        return " ".join((self.wording.trich_yeu or default).split())

    @cached_property
    def cited_plan(self) -> str:
        """Return the plan as it is cited the first time: kind, number, date, office, subject (PL I.II.6.b)."""
        return dau_cuoi.cited_plan(self.plan, self.coquan)

    @cached_property
    def tables_of_body(self) -> dict[Route, str]:
        """Return the tables of tasks in the plan's body as they are cited, by their places."""
        return congvan_tasks.tables_of_body(self.plan)

    @cached_property
    def duty_parts(self) -> dict[Route, str]:
        """Return each part of the plan that gives work, by its place, as it is cited."""
        return congvan_tasks.duty_parts(self.plan)

    @cached_property
    def date_line(self) -> str:
        """Return place and date; the letters' own date, blank where the plan gives none."""
        return f"{self.coquan.dia_danh}, {long_date(self.wording.ngay, self.plan.nam)}"

    @cached_property
    def foot(self) -> tuple[tuple[str, ...], list[str], float]:
        """Return the recipients, the lines of authority and title, and the width in mm of their column."""
        noi_nhan = (_SAME, *(text for text in self.wording.noi_nhan if ended(text, "").casefold() != _SAME.casefold()))
        lines, right = dau_cuoi.signature(self.ky, noi_nhan, self.layout)
        return dau_cuoi.recipients(noi_nhan, self.wording.luu or self.plan.luu), lines, right

    def number(self, so: int | None) -> str:
        """Return number and symbol: office and drafting unit, no kind (PL I.II.3.b)."""
        return f"Số: {paper_number(None if so is None else str(so))}/{self.coquan.viet_tat}-{self.ky_hieu}"

    def head(self, so: int | None) -> tuple[dau_cuoi.Dau, str]:
        """Return the head's lines and measures, and the subject broken for it; numbers of as many digits share theirs."""
        number = self.number(so)
        known = self._heads.get((so is None, len(number)))
        if known is None:
            head = dau_cuoi.dau(self.coquan, number, self.date_line, self.layout)
            subject = centred_lines(f"V/v {self.subject}", "Trích yếu công văn", self.layout, head.trai - _SLACK)
            known = self._heads[so is None, len(number)] = head, "\n".join(subject)
        return known

    def apart(self, work: UnitWork) -> tuple[Share, ...]:
        """Return what of the work of a unit with many tasks stands apart: those that it joins through a group."""
        way = self.wording.viec_chung
        if len(work.viec) <= _MANY or way == "ghi đủ" or (way == "phụ lục" and not self.has_annex):
            return ()
        return tuple(share for share in work.phoi_hop if share.qua_nhom)

    def cited(self, work: UnitWork) -> tuple[Share, ...]:
        """Return the tasks that the letter to a unit names by their codes alone."""
        return self.apart(work) if self.wording.viec_chung == "viện dẫn" else ()

    @cached_property
    def _heads(self) -> dict[tuple[bool, int], tuple[dau_cuoi.Dau, str]]:
        return {}


def congvan_context(letters: Letters, work: UnitWork, so: int | None) -> CongVanIn:
    """Return everything that is printed of the letter to the unit of `work`, numbered `so`, None for a draft."""
    layout = letters.layout
    so_ky_hieu = letters.number(so)
    head, subject = letters.head(so)
    noi_nhan, signing, right = letters.foot
    return CongVanIn(
        co_quan_chu_quan=head.co_quan_chu_quan,
        ten_co_quan=head.ten_co_quan,
        so_ky_hieu=so_ky_hieu,
        du_thao="" if so else letters.wording.du_thao or "",
        trich_yeu=subject,
        dia_danh_ngay=letters.date_line,
        kinh_gui=f"Kính gửi: {work.ten}",
        mo_dau=_opening(letters, work),
        khoi=closed(with_gaps_at_tables(_cited_first(letters, work)), _closing(letters, work), layout),
        noi_nhan=noi_nhan,
        quyen_han=tuple(signing),
        ho_ten=letters.ky.ho_ten or "",
        phu_luc=tuple(_annex(letters, work, so_ky_hieu)),
        ke=dau_cuoi.ke(head, 0),
        rong=Rong(twips(head.trai), twips(head.phai), twips(layout.text_width - right), twips(right)),
        thuoc_tinh=ThuocTinh(f"Công văn gửi {work.ten}", " ".join(letters.coquan.ten.split())),
        chu_thich=letters.plan.chu_thich,
    )


def _opening(letters: Letters, work: UnitWork) -> tuple[str, ...]:
    if letters.wording.mo_dau:
        *before, last = _filled(letters.wording.mo_dau, work)
        return (*before, ended(last, ":"))
    office = " ".join(letters.coquan.ten.split())
    return (f"Thực hiện {letters.cited_plan}, {office} {_asks(work)} {work.ten} thực hiện các nội dung sau:",)


def _cited_first(letters: Letters, work: UnitWork) -> list[Khoi]:
    """Return the body, the plan cited in full where it is first, unless the opening cites it (PL I.II.6.b)."""
    blocks, again = list(_body(letters, work)), dau_cuoi.cited_again(letters.plan, letters.coquan)
    first = next((index for index, block in enumerate(blocks) if again in block.chu), None)
    if first is not None and not any(again.rpartition("/")[2] in text for text in _opening(letters, work)):
        blocks[first] = replace(blocks[first], chu=blocks[first].chu.replace(again, letters.cited_plan, 1))
    return blocks


def _closing(letters: Letters, work: UnitWork) -> tuple[str, ...]:
    if letters.wording.ket_thuc:
        return _filled(letters.wording.ket_thuc, work)
    if work.de_nghi:
        return (f"{' '.join(letters.coquan.ten.split())} đề nghị {work.ten} quan tâm, phối hợp thực hiện.",)
    return (f"Yêu cầu {work.ten} nghiêm túc triển khai thực hiện.",)


def _filled(texts: tuple[str, ...], work: UnitWork) -> tuple[str, ...]:
    return tuple(sentence_start(text.replace(UNIT, work.ten).replace(ASKED, _asks(work))) for text in texts)


def _asks(work: UnitWork) -> str:
    return "đề nghị" if work.de_nghi else "giao"


def _body(letters: Letters, work: UnitWork) -> Iterator[Khoi]:
    duties = congvan_tasks.duties_heading(letters.plan, letters.duty_parts, work.trach_nhiem)
    sections = [
        (_LED, list(_tasks(letters, work.chu_tri))),
        (_JOINED, list(_joined(letters, work))),
        (_WATCHED, list(_tasks(letters, work.theo_doi))),
        (duties, list(congvan_tasks.duties(work.trach_nhiem))),
        (_REPORT, list(_report(letters, work))),
    ]
    there = [(title, blocks) for title, blocks in sections if blocks]
    for number, (title, blocks) in enumerate(there, start=1):
        yield Khoi("Mục", f"{number}. {title}")
        yield from blocks


def _tasks(letters: Letters, shares: Sequence[Share], annex: Room | None = None) -> Iterator[Khoi]:
    """Yield tasks as the plan wants them, in an annex always as a table, and where the plan's body has them."""
    if shares and letters.wording.kieu == "danh sách" and annex is None:
        yield from congvan_tasks.task_list(shares)
    elif shares:
        yield from congvan_tasks.task_table(letters.plan, shares, annex or letters.layout.room)
    tasks = [share.nhiem_vu for share in shares]
    yield from congvan_tasks.where_in_the_body(letters.plan, letters.tables_of_body, letters.coquan, tasks)


def _joined(letters: Letters, work: UnitWork) -> Iterator[Khoi]:
    apart = letters.apart(work)
    own = [share for share in work.phoi_hop if not (apart and share.qua_nhom)]
    yield from _tasks(letters, own)
    if apart:
        where = " và ".join(congvan_tasks.places(letters.plan, letters.tables_of_body, apart))
        codes = ", ".join(share.nhiem_vu.ma for share in apart)
        words, plan = _CITED if letters.cited(work) else _IN_ANNEX, dau_cuoi.cited_again(letters.plan, letters.coquan)
        said = words.format(count=count_tasks(apart), where=where, plan=plan, codes=codes)
        yield Khoi("Nội dung", f"Ngoài ra, {said}" if own else sentence_start(said))


def _annex(letters: Letters, work: UnitWork, so_ky_hieu: str) -> Iterator[PhuLucIn]:
    """Yield the annex of the tasks that stand apart, a section on its side (PL I.III); none where they are cited."""
    shares = letters.apart(work)
    if not shares or letters.cited(work):
        return
    layout, room = letters.layout, letters.layout.landscape_room
    number, day = so_ky_hieu.removeprefix("Số: "), long_date(letters.wording.ngay, letters.plan.nam)
    yield PhuLucIn(
        so="Phụ lục",
        ten=capitals(_ANNEX),
        kem_theo=dau_cuoi.attached(
            dau_cuoi.attached_to(on_one_line(letters.coquan.ten)), f"Công văn số {number} {day}", layout, room.width
        ),
        ke=appendix_rule(room.width),
        ngang=True,
        khoi=tuple(_tasks(letters, shares, room)),
    )


def _report(letters: Letters, work: UnitWork) -> Iterator[Khoi]:
    report = letters.wording.bao_cao
    if report is None:
        return
    if work.ten in letters.noi_bao_cao:
        text = f"{work.ten} tổng hợp báo cáo kết quả thực hiện mà các đơn vị gửi về {report.han}"
    else:
        asked = f"Đề nghị {work.ten} gửi" if work.de_nghi else f"{work.ten} báo cáo"
        text = f"{asked} kết quả thực hiện về {report.gui} {report.han} để tổng hợp"
    yield Khoi("Nội dung", ended(text, "."))
