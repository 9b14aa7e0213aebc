"""The report's context: every value that `templates/baocao.docx` asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.paper.context import baocao_tables as tables
from docgen.paper.context.baocao_body import body, closing, opening
from docgen.paper.context.baocao_data import KIND, Report
from docgen.paper.context.dau_cuoi import TITLE_SHARE, attached, attached_to, dau, ke, recipients, rule_under, run_on, signature
from docgen.paper.context.khoi import closed, with_gaps_at_tables
from docgen.paper.context.printable import BangIn, BieuDo, Diem, Khoi, PhuLucIn, Rong, ThuocTinh, VanBanIn, emu, twips
from docgen.paper.context.titles import centred_lines
from docgen.text.wording import capitals, ended, sentence_start
from docgen.work.tiendo import dem

_APPENDIX_RULE_SHARE: Final = 0.25


@dataclass(frozen=True, slots=True)
class BaoCaoIn(VanBanIn):
    """A report ready to print; each field is a tag of the template."""

    ten_loai: str
    kinh_gui: str
    noi_gui: tuple[str, ...]
    bieu_do: BieuDo


def baocao_context(report: Report) -> BaoCaoIn:
    """Return everything that is printed of `report`."""
    layout, coquan = report.layout, report.coquan
    dia_danh_ngay = f"{coquan.dia_danh}, {report.date}"
    head = dau(coquan, f"Số: {report.symbol}", dia_danh_ngay, layout)
    subject = centred_lines(report.subject, "Trích yếu", layout, layout.text_width * TITLE_SHARE)
    signing, right = signature(report.ky, report.recipients, layout)
    kinh_gui, noi_gui = _addressed(report.ket_qua.kinh_gui)
    return BaoCaoIn(
        co_quan_chu_quan=head.co_quan_chu_quan,
        ten_co_quan=head.ten_co_quan,
        so_ky_hieu=f"Số: {report.symbol}",
        du_thao="" if report.ket_qua.so else report.ket_qua.du_thao or "",
        dia_danh_ngay=dia_danh_ngay,
        ten_loai=capitals(KIND),
        trich_yeu="\n".join(subject),
        kinh_gui=kinh_gui,
        noi_gui=noi_gui,
        mo_dau=(opening(report),),
        khoi=closed(with_gaps_at_tables(list(body(report))), (closing(report),), layout),
        bieu_do=_chart(report),
        noi_nhan=recipients(report.recipients, report.ket_qua.luu or report.plan.luu),
        quyen_han=tuple(signing),
        ho_ten=report.ky.ho_ten or "",
        phu_luc=tuple(_appendices(report)),
        ke=ke(head, rule_under(subject[-1], "Trích yếu", layout)),
        rong=Rong(twips(head.trai), twips(head.phai), twips(layout.text_width - right), twips(right)),
        thuoc_tinh=ThuocTinh(f"{sentence_start(KIND)} {run_on(report.subject)}", report.office),
        chu_thich=report.plan.chu_thich,
    )


def _addressed(kinh_gui: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the line of a single addressee, or the lines of several, ended with `;` and the last with `.` (PL I.II.9.d)."""
    if len(kinh_gui) == 1:
        return f"Kính gửi: {ended(kinh_gui[0], '')}", ()
    marks = [";"] * (len(kinh_gui) - 1) + ["."]
    return "", tuple(f"- {ended(text, mark)}" for text, mark in zip(kinh_gui, marks, strict=True)) if kinh_gui else ()


def _chart(report: Report) -> BieuDo:
    counts = dem(report.tiendo.viec)
    return BieuDo(tuple(Diem(sentence_start(status), many) for status, many in counts.so.items() if many))


def _appendices(report: Report) -> Iterator[PhuLucIn]:
    room = report.layout.landscape_room
    if report.results_appendix:
        title = f"Kết quả từng nhiệm vụ của {report.plan_name}"
        yield _appendix(report, report.results_appendix, title, tables.result_table(report.tiendo, room))
    if report.figures_appendix:
        title = f"Số liệu kết quả thực hiện {report.plan_name}"
        yield _appendix(report, report.figures_appendix, title, tables.figure_table(report.found, room))


def _appendix(report: Report, name: str, subject: str, table: BangIn) -> PhuLucIn:
    available = report.layout.landscape_text_width
    paper = f"{sentence_start(KIND)} số {report.symbol} {report.date}"
    title = centred_lines(subject, "Tên phụ lục", report.layout, available * TITLE_SHARE, in_capitals=True)
    return PhuLucIn(
        so=name,
        ten="\n".join(title),
        kem_theo=attached(attached_to(report.office), paper, report.layout, available),
        ke=emu(available * _APPENDIX_RULE_SHARE),
        ngang=True,
        khoi=(Khoi("Bảng", bang=table),),
    )
