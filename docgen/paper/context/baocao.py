"""The report's context: every value that `templates/baocao.docx` asks for, its body part by part."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.paper.context import baocao_sentences as sentences
from docgen.paper.context import baocao_tables as tables
from docgen.paper.context.baocao_data import KIND, Report
from docgen.paper.context.congvan_tasks import tables_of_body, where_in_the_body
from docgen.paper.context.dau_cuoi import TITLE_SHARE, attached, attached_to, dau, ke, recipients, rule_under, run_on, signature
from docgen.paper.context.khoi import closed, with_gaps_at_tables
from docgen.paper.context.printable import BangIn, BieuDo, Diem, Khoi, PhuLucIn, Rong, ThuocTinh, VanBanIn, appendix_rule, twips
from docgen.paper.context.titles import centred_lines
from docgen.text.so import count, rounded_off
from docgen.text.wording import capitals, ended, letter, roman, sentence_start
from docgen.work.tiendo import Viec, by_deadline, by_group, by_lead, dem

CHART: Final = "Biểu đồ"
_ANSWERS_TOLD: Final = 30  # with more of them the text leaves their results to the appendix
_FIGURES_TOLD: Final = 10


def _opening(report: Report) -> str:
    """Return the sentence that opens the report and cites the plan."""
    day = report.ket_qua.den_ngay
    up_to = f" (số liệu tính đến {sentences.settled(day)})" if day is None or day <= report.tiendo.ky.den else ""
    return f"Thực hiện {report.cited_plan}, {report.office} báo cáo kết quả thực hiện {report.tiendo.ky.chu}{up_to} như sau:"


def _closing(report: Report) -> str:
    """Return the sentence that closes the report."""
    said = f"Trên đây là báo cáo kết quả thực hiện {sentence_start(report.plan.loai)} nêu trên trong {report.tiendo.ky.chu}"
    if report.ket_qua.kinh_gui:
        names = "; ".join(ended(text, "") for text in report.ket_qua.kinh_gui)
        return f"{said}, {report.office} kính báo cáo {names} xem xét, chỉ đạo"
    return said


def _body(report: Report) -> Iterator[Khoi]:
    """Yield the blocks of the report; a part that the data say nothing of is left out."""
    results = report.ket_qua
    coming = f"năm {report.plan.nam + 1}" if report.is_whole_year else "thời gian tới"
    parts = [
        ("Công tác lãnh đạo, chỉ đạo, tổ chức thực hiện", list(_items(results.chi_dao))),
        ("Kết quả thực hiện nhiệm vụ", list(_results(report))),
        ("Kinh phí thực hiện", list(_money(report))),
        ("Đánh giá chung", list(_judgement(report))),
        (f"Phương hướng, nhiệm vụ {coming}", list(_items(results.phuong_huong))),
        ("Kiến nghị, đề xuất", list(_items(results.kien_nghi))),
    ]
    yield from _numbered("Phần", [(capitals(title), blocks) for title, blocks in parts], roman)


def _numbered(kind: str, parts: Sequence[tuple[str, list[Khoi]]], numeral: Callable[[int], str] = str) -> Iterator[Khoi]:
    """Yield those of `parts` that hold something behind their titles; one that stands alone bears no number."""
    there = [(title, blocks) for title, blocks in parts if blocks]
    for number, (title, blocks) in enumerate(there, start=1):
        yield Khoi(kind, f"{numeral(number)}. {title}" if len(there) > 1 else title)
        yield from blocks


def _items(texts: Sequence[str]) -> Iterator[Khoi]:
    for text in texts:
        yield from _in_items(tables.lines_of(text))


def _in_items(lines: Sequence[tuple[int, str]]) -> Iterator[Khoi]:
    for level, words in lines:
        yield Khoi("Gạch đầu dòng", f"- {words}") if level < 2 else Khoi("Dấu cộng", f"+ {words}")


def _results(report: Report) -> Iterator[Khoi]:
    sections = [
        ("Tình hình chung", list(_overall(report))),
        ("Kết quả cụ thể", list(_told(report))),
        ("Kết quả theo đơn vị chủ trì", list(_leads(report))),
        ("Việc bảo đảm thời hạn", list(_deadlines(report))),
        ("Số liệu chủ yếu", list(_figures(report))),
    ]
    yield from _numbered("Mục", sections)


def _overall(report: Report) -> Iterator[Khoi]:
    tiendo = report.tiendo
    if not tiendo.viec:
        why = "không có nhiệm vụ nào thuộc kỳ báo cáo" if tiendo.ngoai_ky else "không có danh mục nhiệm vụ để thống kê"
        yield Khoi("Nội dung", f"Trong {tiendo.ky.chu}, Kế hoạch {why}.")
        return
    counts = dem(tiendo.viec)
    yield Khoi("Nội dung", sentences.overall(tiendo))
    yield Khoi("Bảng", bang=tables.status_table(counts, report.room))
    if note := rounded_off(counts.ty_le.values()):
        yield Khoi("Nội dung", note)
    if report.ket_qua.bieu_do:
        yield Khoi("Tên biểu đồ", "Biểu đồ số nhiệm vụ theo trạng thái")
        yield Khoi(CHART)
    for said in (*sentences.unreported(tiendo.viec), *sentences.unclear(tiendo.viec)):
        yield Khoi("Nội dung", said)
    if tiendo.ngoai_ky:
        yield Khoi("Nội dung", sentences.outside(tiendo))
    yield Khoi("Nội dung", f"Kết quả của từng nhiệm vụ nêu tại {report.results_appendix} kèm theo Báo cáo này.")


def _told(report: Report) -> Iterator[Khoi]:
    """Yield what was done, group by group; of many answers the appendix alone tells."""
    groups = by_group(report.tiendo.viec)
    told = sum(len(one.tra_loi) for one in report.tiendo.dong) <= _ANSWERS_TOLD
    if len(groups) < 2:
        yield from _done(report.tiendo.viec if told else ())
        return
    for index, (title, members) in enumerate(groups, start=1):
        yield Khoi("Khoản", f"{letter(index)}) {ended(title or tables.NO_GROUP, '')}")
        yield Khoi("Nội dung", sentences.of_group(dem(members)))
        yield from _done(members if told else ())
    yield Khoi("Nội dung", "Số nhiệm vụ theo từng nhóm:", giu=True)
    titled = [(title or tables.NO_GROUP, members) for title, members in groups]
    yield Khoi("Bảng", bang=tables.counted_table("Nhóm nhiệm vụ", titled, report.room, total=dem(report.tiendo.viec)))


def _done(members: Iterable[Viec]) -> Iterator[Khoi]:
    for one in members:
        for answer in one.tra_loi:
            if answer.noi_dung:
                who = f"{answer.don_vi}:" if len(one.tra_loi) > 1 and answer.don_vi else ""
                lines = [(level, sentence_start(words)) for level, words in tables.lines_of(answer.noi_dung)]
                if who and len(lines) == 1:
                    lines = [(1, f"{who} {lines[0][1]}")]
                elif who:
                    lines = [(1, who), *((2, words) for _, words in lines)]
                yield from _in_items(lines)


def _leads(report: Report) -> Iterator[Khoi]:
    leads = by_lead(report.tiendo.viec)
    if not leads:
        return
    shared = sum(len(one.chu_tri) > 1 for one in report.tiendo.viec)
    note = f" ({count(shared)} nhiệm vụ do nhiều đơn vị cùng chủ trì được tính ở từng đơn vị)" if shared else ""
    yield Khoi("Nội dung", f"Nhiệm vụ của từng đơn vị, nhóm đơn vị chủ trì, theo trạng thái chung của nhiệm vụ{note}:", giu=True)
    named = [(sentence_start(name), tasks) for name, tasks in leads.items()]
    yield Khoi("Bảng", bang=tables.counted_table("Đơn vị chủ trì", named, report.room, total=None))


def _deadlines(report: Report) -> Iterator[Khoi]:
    tiendo = report.tiendo
    if said := sentences.deadlines(by_deadline(tiendo.viec)):
        yield Khoi("Nội dung", said)
    yield from _items(tuple(sentences.missed(by_deadline(tiendo.dong), tiendo.chot)))


def _figures(report: Report) -> Iterator[Khoi]:
    for one in report.found[:_FIGURES_TOLD]:
        yield Khoi("Gạch đầu dòng", f"- {sentences.figure(one)}.")
    if report.found:
        yield Khoi("Nội dung", f"Số liệu đầy đủ nêu tại {report.figures_appendix} kèm theo Báo cáo này.")


def _money(report: Report) -> Iterator[Khoi]:
    kinh_phi = report.ket_qua.kinh_phi
    yield from _items(tuple(sentences.money(kinh_phi)))
    if kinh_phi.ghi_chu:
        lines = tables.lines_of(kinh_phi.ghi_chu)
        yield from _in_items(lines) if len(lines) > 1 else (Khoi("Nội dung", sentence_start(words)) for _, words in lines)


def _judgement(report: Report) -> Iterator[Khoi]:
    given = report.ket_qua.danh_gia
    causes, lessons = ("Nguyên nhân", given.nguyen_nhan), ("Bài học kinh nghiệm", given.bai_hoc)
    sections = (("Ưu điểm", given.uu_diem), ("Hạn chế", given.han_che), causes, lessons)
    yield from _numbered("Mục", [(title, list(_items(said))) for title, said in sections])


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
        mo_dau=(_opening(report),),
        khoi=closed(with_gaps_at_tables(list(_body(report))), (_closing(report),), layout),
        bieu_do=BieuDo(tuple(Diem(sentence_start(status), many) for status, many in dem(report.tiendo.viec).so.items() if many)),
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


def _appendices(report: Report) -> Iterator[PhuLucIn]:
    room = report.layout.landscape_room
    if report.results_appendix:
        title = f"Kết quả từng nhiệm vụ của {report.plan_name}"
        tasks = [line.nhiem_vu for one in report.tiendo.viec for line in one.lines]
        where = where_in_the_body(report.plan, tables_of_body(report.plan), report.coquan, tasks)
        yield _appendix(report, report.results_appendix, title, tables.result_table(report.tiendo, room), where)
    if report.figures_appendix:
        title = f"Số liệu kết quả thực hiện {report.plan_name}"
        yield _appendix(report, report.figures_appendix, title, tables.figure_table(report.found, room))


def _appendix(report: Report, name: str, subject: str, table: BangIn, behind: Iterable[Khoi] = ()) -> PhuLucIn:
    available = report.layout.landscape_text_width
    paper = f"{sentence_start(KIND)} số {report.symbol} {report.date}"
    title = centred_lines(subject, "Tên phụ lục", report.layout, available * TITLE_SHARE, in_capitals=True)
    return PhuLucIn(
        so=name,
        ten="\n".join(title),
        kem_theo=attached(attached_to(report.office), paper, report.layout, available),
        ke=appendix_rule(available),
        ngang=True,
        khoi=(Khoi("Bảng", bang=table), *behind),
    )
