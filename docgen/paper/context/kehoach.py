"""The plan's context: every value that `templates/kehoach.docx` asks for."""

import re
from dataclasses import dataclass

from docgen.data.model.coquan import CoQuan, Ky
from docgen.data.model.kehoach import KeHoach, PhuLuc
from docgen.decree30 import KIND_ABBREVIATIONS
from docgen.paper.context.dau_cuoi import TITLE_SHARE, attached, attached_to, dau, ke, recipients, rule_under, signature
from docgen.paper.context.khoi import appendix_content, body, closed
from docgen.paper.context.printable import PhuLucIn, Rong, ThuocTinh, VanBanIn, appendix_rule, twips
from docgen.paper.context.titles import centred_lines
from docgen.paper.layout import Layout
from docgen.text.dinhdang import paragraphs, plain
from docgen.text.wording import capitals, ended, long_date, paper_number, roman, sentence_start

_SAYS_ITSELF = re.compile(  # how a basis opens that is no document to be named after "Căn cứ"
    r"(căn cứ|thực hiện|tiếp tục|triển khai|thi hành|theo|xét|trên cơ sở|để|nhằm|sau khi|qua)(\s|:)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class KeHoachIn(VanBanIn):
    """A plan ready to print; each field is a tag of the template."""

    ten_loai: str
    can_cu: tuple[str, ...]


def kehoach_context(plan: KeHoach, coquan: CoQuan, ky: Ky, layout: Layout) -> KeHoachIn:
    """Return everything that is printed of `plan`, issued by `coquan`, signed by `ky`, on pages of `layout`."""
    symbol = f"{paper_number(plan.so)}/{KIND_ABBREVIATIONS[plan.loai]}-{coquan.viet_tat}"
    dia_danh_ngay = f"{coquan.dia_danh}, {long_date(plan.ngay, plan.nam)}"
    head = dau(coquan, f"Số: {symbol}", dia_danh_ngay, layout)
    subject = centred_lines(plan.trich_yeu, "Trích yếu", layout, layout.text_width * TITLE_SHARE)
    signing, right = signature(ky, plan.noi_nhan, layout)
    mo_dau = [line for text in plan.mo_dau for line in paragraphs(text)]
    return KeHoachIn(
        co_quan_chu_quan=head.co_quan_chu_quan,
        ten_co_quan=head.ten_co_quan,
        so_ky_hieu=f"Số: {symbol}",
        du_thao="" if plan.so else plan.du_thao or "",
        dia_danh_ngay=dia_danh_ngay,
        ten_loai=capitals(plan.loai),
        trich_yeu="\n".join(subject),
        can_cu=_bases(plan.can_cu),
        mo_dau=(*mo_dau[:-1], *(ended(text, ":") for text in mo_dau[-1:])),
        khoi=closed(body(plan.phan, plan.to_chuc_thuc_hien, layout.room), plan.ket_thuc, layout),
        noi_nhan=recipients(plan.noi_nhan, plan.luu),
        quyen_han=tuple(signing),
        ho_ten=ky.ho_ten or "",
        phu_luc=tuple(_appendix(plan, number, symbol, coquan, layout) for number in range(len(plan.phu_luc))),
        ke=ke(head, rule_under(subject[-1], "Trích yếu", layout)),
        rong=Rong(twips(head.trai), twips(head.phai), twips(layout.text_width - right), twips(right)),
        thuoc_tinh=ThuocTinh(f"{sentence_start(plan.loai)} {' '.join(plan.trich_yeu.split())}", " ".join(coquan.ten.split())),
        chu_thich=plan.chu_thich,
    )


def _bases(can_cu: tuple[str, ...]) -> tuple[str, ...]:
    """Name each basis, and end it with `;`, the last with `.` (PL I.II.6.a). One that says itself what it is stays as it is."""
    named = [sentence_start(text) if _SAYS_ITSELF.match(plain(text)) else f"Căn cứ {text}" for text in can_cu]
    return tuple(ended(text, "." if index == len(named) else ";") for index, text in enumerate(named, start=1))


def _appendix(plan: KeHoach, index: int, symbol: str, coquan: CoQuan, layout: Layout) -> PhuLucIn:
    """Appendices are numbered in Roman where there are two or more (PL I.III.1.a)."""
    appendix: PhuLuc = plan.phu_luc[index]
    number = f" {roman(index + 1)}" if len(plan.phu_luc) > 1 else ""
    room = layout.landscape_room if appendix.landscape else layout.room
    title = centred_lines(appendix.tieu_de, "Tên phụ lục", layout, room.width * TITLE_SHARE, in_capitals=True)
    office = " ".join(coquan.ten.split())
    paper = f"{sentence_start(plan.loai)} số {symbol} {long_date(plan.ngay, plan.nam)}"
    return PhuLucIn(
        so=f"Phụ lục{number}",
        ten="\n".join(title),
        kem_theo=attached(appendix.kem_theo or attached_to(office), paper, layout, room.width),
        ke=appendix_rule(room.width),
        ngang=appendix.landscape,
        khoi=appendix_content(appendix, room),
    )
