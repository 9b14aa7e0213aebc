"""Single faults in three papers that others made: each component wrong once is found, and nothing else is reported.

The bases are clean papers of bench/corpus/papers (a letter as Google exports it, a plan with a landscape appendix, a decision that
issues a regulation), not those of tests/check/papers, whose maker knew the rules.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from docx.document import Document

from docgen.check.judging import judge
from tests.check.papers.mutate import Change, at, mutated, set_margins, set_page_size
from tests.check.papers.spoil import (
    Spoil,
    delete_paragraph,
    remove_rule,
    replace_text,
    set_align,
    set_bold,
    set_color,
    set_font,
    set_indent,
    set_italic,
    set_size,
    set_spacing,
)

_PAPERS: Final = Path(__file__).parents[2] / "bench" / "corpus" / "papers"
_MOTTO: Final = "Độc lập"


@dataclass(frozen=True)
class Base:
    """A clean paper, and how the paragraphs of its components begin; "" where it has none."""

    file: str
    chu_quan: str
    ban_hanh: str
    place: str
    trich_yeu: str
    sentence: str
    below: str
    ends: str
    first: str
    luu: str
    ho_ten: str
    ten_loai: str = ""
    kinh_gui: str = ""
    can_cu: str = ""
    phu_luc: str = ""


BASES: Final = {
    "letter": Base(
        "11_cv_so_gd_google.docx", "UBND TỈNH", "VÀ ĐÀO TẠO", "Nghệ An", "V/v tổ chức", "Đề nghị các đơn vị",
        "Mỗi trường", "Mỗi trường", "- Như trên;", "- Lưu: VT, GDTrH.", "Hoàng Thị Kim Chi", kinh_gui="Kính gửi:",
    ),
    "plan": Base(
        "12_kh_so_nong_nghiep_phu_luc_ngang.docx", "UBND TỈNH", "VÀ MÔI TRƯỜNG", "Đắk Lắk", "Kiểm tra an toàn",
        "Đánh giá việc", "1. Kiểm tra", "Chi cục Quản lý", "- UBND tỉnh", "- Lưu: VT, QLCL.", "Y Thanh Niê",
        "KẾ HOẠCH", phu_luc="Phụ lục",
    ),
    "decision": Base(
        "10_qd_ban_hanh_quy_che.docx", "UBND", "VÀ CÔNG NGHỆ", "Cần Thơ", "Ban hành Quy chế", "Điều 3. Chánh Văn",
        "Điều 2. Quyết định", "Điều 3. Chánh", "- Như Điều 3;", "- Lưu: VT, VP (2).", "Trần Đông Phương Anh",
        "QUYẾT ĐỊNH", can_cu="Căn cứ Luật",
    ),
}  # fmt: skip


Fault = Callable[[Base], Change | None]


def _page(change: Change, *only: str) -> Fault:
    """Return the fault of the whole paper that `change` makes to the bases `only`, to each where none is named."""
    return lambda base: change if not only or any(base is BASES[name] for name in only) else None


def _at(name: str, *spoils: Spoil, only: str = "", nth: int = 0) -> Fault:
    """Return the fault of the component `name`, None where a base lacks it or is not `only`."""

    def change(base: Base) -> Change | None:
        start = getattr(base, name, name)
        return at(start, *spoils, nth=nth) if start and (not only or base is BASES[only]) else None

    return change


def _words(name: str, old: str, new: str, only: str = "") -> Fault:
    return _at(name, replace_text(old, new), only=only)


def _both(*faults: Fault) -> Fault:
    """Return one fault that several changes make together."""

    def change(base: Base) -> Change | None:
        changes = [made for fault in faults if (made := fault(base)) is not None]

        def together(document: Document) -> None:
            for each in changes:
                each(document)

        return together if len(changes) == len(faults) else None

    return change


def _number_to_footer(document: Document) -> None:
    """Move what the header prints on all pages but the first into a footer."""
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    footer.alignment = header.alignment
    for each in list(header._p):
        if not each.tag.endswith("}pPr"):
            footer._p.append(each)


def _same_on_first_page(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


_NUMBER: Final = "Số: "
FAULTS: Final[tuple[tuple[str, str, Fault], ...]] = (
    ("P01", "paper of US size", _page(set_page_size(215.9, 279.4))),
    ("P02", "left margin 25 mm", _page(set_margins(left=25))),
    ("P04", "Arial in a paragraph", _at("sentence", set_font("Arial"))),
    ("P05", "red paragraph", _at("sentence", set_color("FF0000"))),
    ("P06", "number in the footer", _page(_number_to_footer, "plan", "decision")),
    ("P07", "number on page 1", _page(_same_on_first_page, "plan", "decision")),
    ("H01", "name of the state misspelt", _words("CỘNG HÒA", "NGHĨA", "NGHIÃ")),
    ("H01", "name of the state not bold", _at("CỘNG HÒA", set_bold(False))),
    ("H02", "long dashes in the motto", _words(_MOTTO, "Độc lập - Tự do -", "Độc lập – Tự do –")),
    ("H02", "motto italic", _at(_MOTTO, set_italic(True))),
    ("H04", "no line under the motto", _at(_MOTTO, remove_rule)),
    ("H05", "superior office bold", _at("chu_quan", set_bold(True))),
    ("H06", "office not bold", _at("ban_hanh", set_bold(False))),
    ("H07", "no line under the office", _at("ban_hanh", remove_rule)),
    ("N01", "number without colon", _words(_NUMBER, "Số: ", "Số ")),
    ("N01", "number bold", _at(_NUMBER, set_bold(True))),
    ("N02", "number below ten", _words("Số: 2290", "2290", "9", "letter")),
    ("N03", "blanks in the symbol", _words(_NUMBER, "/", " / ")),
    ("N04", "symbol of another kind", _words("Số: 341", "/QĐ-", "/KH-", "decision")),
    ("N05", "CV in the symbol", _words("Số: 2290", "/SGDĐT-GDTrH", "/CV-SGDĐT", "letter")),
    ("D01", "day without zero", _words("Đắk Lắk, ngày", "08", "8", "plan")),
    ("D01", "place and day upright", _at("place", set_italic(False))),
    ("D01", "no comma behind the place", _words("place", ", ngày", " ngày")),
    ("T01", "title 16 pt", _at("ten_loai", set_size(16))),
    ("T01", "title at the left", _at("ten_loai", set_align("left"))),
    ("T02", "subject 12 pt", _at("trich_yeu", set_size(12), only="plan")),
    ("T02", "subject not bold", _at("trich_yeu", set_bold(False), only="decision")),
    ("T02", "no subject", _at("trich_yeu", delete_paragraph, only="plan")),
    ("T03", "no line under the subject", _at("trich_yeu", remove_rule, only="plan")),
    ("T03", "no line under the subject", _at("trich_yeu", remove_rule, only="decision")),
    ("T04", "subject of the letter bold", _at("trich_yeu", set_bold(True), only="letter")),
    ("T04", "V/v and about", _words("trich_yeu", "V/v ", "V/v về việc ", "letter")),
    ("K01", "no colon behind the addressees", _words("kinh_gui", ":", "")),
    ("C01", "bases upright", _at("can_cu", set_italic(False))),
    ("C01", "base ends with a comma", _words("can_cu", ";", ",")),
    ("B01", "paragraph of 12 pt", _at("sentence", set_size(12))),
    ("B02", "paragraph at the left", _at("sentence", set_align("left"))),
    ("B03", "no indent", _at("sentence", set_indent(first=0))),
    ("B04", "no gap", _both(_at("sentence", set_spacing(before=0, after=0)), _at("below", set_spacing(before=0, after=0)))),
    ("B05", "double spacing", _at("sentence", set_spacing(lines=2))),
    ("B08", "a number left out", _words("III. TỔ CHỨC", "III.", "IV.", "plan")),
    ("B10", "no ./. at the end", _words("ends", "./.", ".")),
    ("R01", "recipients' heading upright", _at("Nơi nhận:", set_italic(False))),
    ("R01", "recipients' heading in capitals", _words("Nơi nhận:", "Nơi nhận", "NƠI NHẬN")),
    ("R02", "recipients of 13 pt", _at("first", set_size(13))),
    ("R02", "Lưu without full stop", _words("luu", ".", ";")),
    ("R03", "no Như trên", _at("- Như trên;", delete_paragraph, only="letter")),
    ("R04", "no Lưu", _words("luu", "- Lưu: VT, ", "- Lưu tại ")),
    ("G01", "K/T", _words("KT. GIÁM", "KT.", "K/T", "plan")),
    ("G01", "authority not bold", _at("KT. GIÁM ĐỐC", set_bold(False), only="letter")),
    ("G01", "title not bold", _at("GIÁM ĐỐC", set_bold(False), only="decision", nth=1)),
    ("G02", "no deputy under KT.", _words("PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "letter")),
    ("G03", "signer's name upright but plain", _at("ho_ten", set_bold(False))),
    ("A02", "appendix in capitals", _words("phu_luc", "Phụ lục", "PHỤ LỤC")),
    ("A03", "title of the appendix not bold", _at("DANH SÁCH CƠ SỞ", set_bold(False), only="plan")),
    ("A04", "pointer of the appendix upright", _at("(Kèm theo", set_italic(False), only="plan")),
    ("A04", "pointer with another number", _words("(Kèm theo", "77/KH", "87/KH", "plan")),
    ("X01", "Khoản in a citation", _words("ends", "./.", " theo quy định tại Khoản 2 Điều 4./.")),
    ("X02", "Ủy Ban Nhân dân", _words("ends", "./.", " cùng Ủy Ban Nhân dân tỉnh./.")),
    ("X03", "blank before a comma", _words("ends", "./.", " , báo cáo kết quả./.")),
    ("X06", "a day that is none", _words("ends", "./.", ", xong trước ngày 31 tháng 6 năm 2026./.")),
    ("X09", "a word twice", _words("ends", "./.", ", gửi các các đơn vị./.")),
    ("X11", "something to fill in", _words("ends", "./.", " với [tên đơn vị]./.")),
    ("X12", "Tỉnh before a name", _words("ends", "./.", " trên địa bàn Tỉnh Nghệ An./.")),
    ("X17", "a quotation left open", _words("ends", "./.", ", hưởng ứng cuộc thi “Tìm hiểu pháp luật./.")),
    ("P05", "red line at the end", _at("ends", set_color("C00000"))),
    ("R02", "a recipient without dash", _words("first", "- ", "")),
    ("A04", "regulation with another number", _words("(Kèm theo", "341/QĐ", "431/QĐ", "decision")),
)
CASES: Final = tuple(
    (rule, name, change, base)
    for rule, name, fault in FAULTS
    for base, described in BASES.items()
    if (change := fault(described)) is not None
)


def _rules(paper: bytes) -> set[str]:
    return {finding.rule.id for finding in judge("thu.docx", paper).findings}


@pytest.mark.parametrize("base", BASES)
def test_the_bases_are_clean(base: str) -> None:
    assert _rules((_PAPERS / BASES[base].file).read_bytes()) == set()


@pytest.mark.parametrize(
    ("rule", "change", "base"), [(rule, change, base) for rule, _, change, base in CASES],
    ids=[f"{rule} {name}, {base}" for rule, name, _, base in CASES],
)  # fmt: skip
def test_one_fault_is_found_and_nothing_else(rule: str, change: Change, base: str) -> None:
    assert _rules(mutated((_PAPERS / BASES[base].file).read_bytes(), change)) == {rule}


def test_there_are_faults_enough() -> None:
    assert len({(rule, name) for rule, name, _ in FAULTS}) >= 34
    assert len(CASES) >= 100
