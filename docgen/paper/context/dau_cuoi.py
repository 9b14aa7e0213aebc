"""What every paper has: its head, its foot, how it cites the plan that it comes from; and the measures they need."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from docgen.data.model.coquan import CoQuan, Ky
from docgen.data.model.kehoach import PAPER, KeHoach
from docgen.decree30 import KIND_ABBREVIATIONS, QUOC_HIEU, RULE_SHARE, TIEU_NGU
from docgen.paper.context.printable import Ke, emu
from docgen.paper.context.titles import centred_lines
from docgen.paper.layout import Layout, face_of
from docgen.text.typography import longest_word, width
from docgen.text.wording import capitals, ended, long_date, paper_number, sentence_start

_SLACK = 2.0  # mm that no line comes closer than to the edge of its column
_RIGHT_SHARE = 0.56  # of the text width, where the lines do not need more
_RECIPIENTS = 62.0  # mm that the recipients have at least
_SIGNATURE_SHARE = 0.52  # of the text width, where the lines of the signature do not need more
TITLE_SHARE = 0.97  # of the text width, that a centred title may fill
_RULE_PART = (RULE_SHARE.low + RULE_SHARE.high) / 2
_TERRITORY = re.compile(r" (TỈNH|THÀNH PHỐ|THỊ XÃ|HUYỆN|QUẬN|PHƯỜNG|XÃ|ĐẶC KHU) .*$")
_OPENS_NAME = frozenset("Tết Tháng Ngày Năm Tuần Lễ Hội Giải".split())  # before another capital letter: “Tháng Thanh niên”
_COLLECTIVES = ("ỦY BAN NHÂN DÂN ", "UỶ BAN NHÂN DÂN ", "HỘI ĐỒNG NHÂN DÂN ")


@dataclass(frozen=True, slots=True)
class Dau:
    """The head's lines, and its columns and rules in mm."""

    co_quan_chu_quan: tuple[str, ...]
    ten_co_quan: tuple[str, ...]
    trai: float
    phai: float
    ke_tieu_ngu: float
    ke_co_quan: float


def dau(coquan: CoQuan, so_ky_hieu: str, dia_danh_ngay: str, layout: Layout) -> Dau:
    """Return the head for papers of `coquan`: the motto and the date on one line each, the office's names as even as they break.

    The rule under the motto is as long as the motto (PL I.II.1.b), the one under the office 1/3 to 1/2 of the last line of its
    name (PL I.II.2.b).
    """
    motto = _width(TIEU_NGU, "Tiêu ngữ", layout)
    needed = max(_width(QUOC_HIEU, "Quốc hiệu", layout), motto, _width(dia_danh_ngay, "Địa danh thời gian", layout))
    superior = capitals(coquan.co_quan_chu_quan or "")
    office = capitals(coquan.ten)
    phai = max(needed + _SLACK, _RIGHT_SHARE * layout.text_width)
    name = longest_word([superior, office], layout.sizes["Cơ quan ban hành"], "bold")
    narrowest = max(name, _width(so_ky_hieu, "Số ký hiệu", layout)) + _SLACK
    trai = max(layout.text_width - phai, narrowest)
    ten_co_quan = _lines(office, "Cơ quan ban hành", trai - _SLACK, layout)
    return Dau(
        co_quan_chu_quan=_lines(superior, "Cơ quan chủ quản", trai - _SLACK, layout),
        ten_co_quan=ten_co_quan,
        trai=trai,
        phai=phai,
        ke_tieu_ngu=motto,
        ke_co_quan=rule_under(ten_co_quan[-1], "Cơ quan ban hành", layout),
    )


def rule_under(line: str, component: str, layout: Layout) -> float:
    """Return the length in mm of the rule under `line`: halfway between 1/3 and 1/2 of it."""
    return _RULE_PART * _width(line, component, layout)


def _width(line: str, component: str, layout: Layout) -> float:
    return width(line, layout.sizes[component], face_of(component))


def _lines(text: str, component: str, limit: float, layout: Layout) -> tuple[str, ...]:
    broken = _broken_by_sense(text, lambda part: _width(part, component, layout) <= limit)
    return tuple(centred_lines(broken, component, layout, limit))


def _broken_by_sense(name: str, fits: Callable[[str], bool]) -> str:
    """Return `name` broken behind the collective that it opens with, otherwise, where it has to break, before its territory."""
    for collective in _COLLECTIVES:
        if name.startswith(collective):
            return f"{collective.rstrip()}\n{name[len(collective) :]}"
    territory = _TERRITORY.search(name)
    if territory and not fits(name) and fits(name[: territory.start()]) and fits(territory.group().strip()):
        return f"{name[: territory.start()]}\n{territory.group().strip()}"
    return name


def ke(head: Dau, trich_yeu: float) -> Ke:
    """Return the lengths of the rules of a paper whose subject's rule is `trich_yeu` mm long."""
    return Ke(tieu_ngu=emu(head.ke_tieu_ngu), co_quan=emu(head.ke_co_quan), trich_yeu=emu(trich_yeu))


def recipients(noi_nhan: tuple[str, ...], luu: str) -> tuple[str, ...]:
    """Each recipient stands behind a dash and ends with `;`, the filing copy last with `.` (PL I.II.9.d)."""
    return (*(f"- {ended(text, ';')}" for text in noi_nhan), f"- Lưu: {ended(luu, '.')}")


def signature(ky: Ky, noi_nhan: tuple[str, ...], layout: Layout) -> tuple[list[str], float]:
    """Return the lines of authority and title, and the width in mm of their column, which leaves the recipients theirs."""
    widest = layout.text_width - max(_RECIPIENTS, longest_word(noi_nhan, layout.sizes["Danh sách nơi nhận"]) + 2)
    *forms, title = (capitals(text) for text in (*(ky.quyen_han or ()), ky.chuc_vu or ""))
    if forms and forms[-1] in (title, f"Q. {title}"):  # "Q. GIÁM ĐỐC" is authority and title at once (PL I.II.7.b)
        title = forms.pop()
    lines = [line for text in (*forms, title) for line in centred_lines(text, "Quyền hạn chức vụ", layout, widest - 2)]
    needed = [width(line, layout.sizes["Quyền hạn chức vụ"], "bold") + 2 for line in (*lines, ky.ho_ten or "")]
    return lines, min(max(layout.text_width * _SIGNATURE_SHARE, *needed), widest)


def attached_to(office: str) -> str:
    """Return the words that say to which paper of `office` an appendix belongs (PL I.III.1.c), a blank for the paper in them."""
    return f"Kèm theo {PAPER} của {office}"


def attached(words: str, paper: str, layout: Layout, available: float) -> str:
    """Return these `words` with the `paper`, by kind, number and date; they break, where they have to, before whose it is."""
    said = f"({words.replace(PAPER, paper)})"
    fits = _width(said, "Kèm theo", layout) <= available * TITLE_SHARE
    return said if fits else said.replace(f"{paper} của ", f"{paper}\ncủa ")


def cited_plan(plan: KeHoach, coquan: CoQuan) -> str:
    """Return the plan as it is cited the first time: kind, number, date, office, subject (PL I.II.6.b)."""
    subject = run_on(" ".join(plan.trich_yeu.split()))
    about = "" if subject.startswith("về ") else "về "
    office = " ".join(coquan.ten.split())
    return f"{cited_again(plan, coquan)} {long_date(plan.ngay, plan.nam)} của {office} {about}{subject}"


def cited_again(plan: KeHoach, coquan: CoQuan) -> str:
    """Return the plan as it is cited once it was named: kind and number (PL I.II.6.b)."""
    return f"{sentence_start(plan.loai)} số {paper_number(plan.so)}/{KIND_ABBREVIATIONS[plan.loai]}-{coquan.viet_tat}"


def run_on(subject: str) -> str:
    """Return a subject as it runs on within a sentence: its first letter small, unless an abbreviation or a name opens it."""
    first, second, *_ = *subject.split(" ", 2), "", ""
    keeps = subject[:2].isupper() or (first in _OPENS_NAME and second[:1].isupper())
    return subject if keeps else f"{subject[:1].lower()}{subject[1:]}"
