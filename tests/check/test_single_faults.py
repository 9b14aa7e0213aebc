"""Single faults in three papers that others made: each component wrong once is found, and nothing else is reported.

The bases are clean papers of bench/corpus/papers (a letter as Google exports it, a plan with a landscape appendix, a decision that
issues a regulation), not those of tests/check/papers, whose maker knew the rules.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from docgen.check.confidence import SEEN
from docgen.check.finding import Severity
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
    """A clean paper, and how the paragraphs of its components begin; "" where it has none.

    `number` and `kind` are the parts of "Số: 77/KH-…"; `jump` is a heading with the number that leaves one out; `title` is the
    signer's title, the `nth` paragraph that begins so.
    """

    file: str
    number: str
    kind: str
    place: str
    chu_quan: str
    ban_hanh: str
    ten_loai: str
    trich_yeu: str
    sentence: str
    below: str
    ends: str
    first: str
    luu: str
    title: str
    ho_ten: str
    nth: int = 0
    kinh_gui: str = ""
    addressee: str = ""
    can_cu: str = ""
    numbered: str = ""
    jump: tuple[str, str, str] = ("", "", "")
    phu_luc: str = ""
    regulation: str = ""
    has_header: bool = False
    draws: bool = True  # its lines are drawings


BASES: Final = {
    "letter": Base(
        "11_cv_so_gd_google.docx", "2290", "/SGDĐT-", "Nghệ An", "UBND TỈNH", "VÀ ĐÀO TẠO", "", "V/v tổ chức", "Đề nghị các đơn vị",
        "Mỗi trường", "Mỗi trường", "- Như trên;", "- Lưu: VT, GDTrH.", "KT. GIÁM ĐỐC", "Hoàng Thị Kim Chi", kinh_gui="Kính gửi:",
        addressee="- Các trường",
    ),
    "plan": Base(
        "12_kh_so_nong_nghiep_phu_luc_ngang.docx", "77", "/KH-", "Đắk Lắk", "UBND TỈNH", "VÀ MÔI TRƯỜNG", "KẾ HOẠCH",
        "Kiểm tra an toàn", "Đánh giá việc", "1. Kiểm tra", "Chi cục Quản lý", "- UBND tỉnh", "- Lưu: VT, QLCL.", "KT. GIÁM ĐỐC",
        "Y Thanh Niê", jump=("III. TỔ CHỨC", "III.", "IV."), phu_luc="Phụ lục", has_header=True,
    ),
    "decision": Base(
        "10_qd_ban_hanh_quy_che.docx", "341", "/QĐ-", "Cần Thơ", "UBND", "VÀ CÔNG NGHỆ", "QUYẾT ĐỊNH", "Ban hành Quy chế",
        "Điều 3. Chánh Văn", "Điều 2. Quyết định", "Điều 3. Chánh", "- Như Điều 3;", "- Lưu: VT, VP (2).", "GIÁM ĐỐC",
        "Trần Đông Phương Anh", nth=1, can_cu="Căn cứ Luật", numbered="Căn cứ Nghị định", regulation="(Kèm theo", has_header=True,
        jump=("Điều 2. Nguyên", "Điều 2.", "Điều 3."),
    ),
    "commune's plan": Base(
        "01_kh_xa_vinh_hoa.docx", "112", "/KH-", "Vĩnh Hòa", "", "XÃ VĨNH HÒA", "KẾ HOẠCH", "Tuyên truyền, phổ", "Nâng cao nhận thức",
        "Việc tuyên truyền", "Trên đây là", "- TT Đảng ủy", "- Lưu: VT, CAX.", "TM. ỦY BAN", "Lê Hoàng Nam",
    ),
    "school's report": Base(
        "04_bc_truong_th_tan_phu.docx", "05", "/BC-", "Tân Phú, ngày", "UBND XÃ", "TÂN PHÚ 2", "BÁO CÁO", "Kết quả học kỳ",
        "Các hoạt động", "1. Phụ đạo", "Đề nghị Phòng", "- Như trên;", "- Lưu: VT.", "HIỆU TRƯỞNG", "Ngô Thị Lan",
        kinh_gui="Kính gửi:", jump=("IV. KIẾN", "IV.", "V."), draws=False,
    ),
    "hospital's notice": Base(
        "05_tb_benh_vien_wps.docx", "214", "/TB-", "Cai Lậy", "SỞ Y TẾ", "KHU VỰC CAI", "THÔNG BÁO", "Lịch tiếp công dân",
        "Ngoài lịch nêu", "Phòng Tổ chức", "Phòng Tổ chức", "- Ban Giám đốc", "- Lưu: VT, TCHC.", "KT. GIÁM ĐỐC", "BS.CKII.",
    ),
    "proposal": Base(
        "06_ttr_so_xay_dung.docx", "1207", "/TTr-", "Tây Ninh", "UBND TỈNH", "SỞ XÂY DỰNG", "TỜ TRÌNH", "Về việc phê duyệt",
        "Khu vực phía Nam", "Sở Xây dựng kính", "Sở Xây dựng kính", "- Như trên;", "- Lưu: VT, QHKT.", "GIÁM ĐỐC",
        "Huỳnh Công Danh", kinh_gui="Kính gửi:", addressee="- Chủ tịch", can_cu="Căn cứ Luật",
        numbered="Căn cứ Quyết định", jump=("3. Kiến nghị", "3.", "4."),
    ),
}  # fmt: skip


Fault = Callable[[Base], Change | None]
Asks = Callable[[Base], object]


def _is_letter(base: Base) -> bool:
    return not base.ten_loai


def _has_title(base: Base) -> bool:
    return bool(base.ten_loai)


def _stands_alone(base: Base) -> bool:
    """Return whether nothing else in the paper names its number."""
    return not (base.phu_luc or base.regulation)


def _page(change: Change, asks: Asks = bool) -> Fault:
    """Return the fault of the whole paper that `change` makes to the bases that `asks` picks."""
    return lambda base: change if asks(base) else None


def _at(name: str, *spoils: Spoil, asks: Asks = bool, nth: int = 0) -> Fault:
    """Return the fault of the component `name`, or of the paragraph that begins so, None where a base lacks it."""

    def change(base: Base) -> Change | None:
        start = str(getattr(base, name, name))
        return at(start, *spoils, nth=base.nth if name == "title" else nth) if start and asks(base) else None

    return change


def _words(name: str, old: str, new: str, asks: Asks = bool) -> Fault:
    """Return the fault that `new` makes in the place of `old`; in braces both may name what a base says of itself."""

    def change(base: Base) -> Change | None:
        start = str(getattr(base, name, name))
        said = vars(base)
        return at(start, replace_text(old.format(**said), new.format(**said))) if start and asks(base) else None

    return change


def _both(*faults: Fault) -> Fault:
    """Return one fault that several changes make together."""

    def change(base: Base) -> Change | None:
        changes = [made for fault in faults if (made := fault(base)) is not None]

        def together(document: Document) -> None:
            for each in changes:
                each(document)

        return together if len(changes) == len(faults) else None

    return change


def _left_out(base: Base) -> Change | None:
    start, old, new = base.jump
    return at(start, replace_text(old, new)) if start else None


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


def _without(pattern: str) -> Spoil:
    """Take away the words that `pattern` finds."""

    def spoil(paragraph: Paragraph) -> None:
        found = re.search(pattern, paragraph.text)
        assert found is not None
        replace_text(found.group(), "")(paragraph)

    return spoil


_NUMBER: Final = "Số: "
_DEPUTY: Final = "PHÓ GIÁM ĐỐC"
FAULTS: Final[tuple[tuple[str, str, Fault], ...]] = (
    ("P01", "paper of US size", _page(set_page_size(215.9, 279.4))),
    ("P02", "left margin 25 mm", _page(set_margins(left=25))),
    ("P04", "Arial in a paragraph", _at("sentence", set_font("Arial"))),
    ("P05", "red paragraph", _at("sentence", set_color("FF0000"))),
    ("P06", "number in the footer", _page(_number_to_footer, lambda base: base.has_header)),
    ("P07", "number on page 1", _page(_same_on_first_page, lambda base: base.has_header)),
    ("H01", "name of the state misspelt", _words("CỘNG HÒA", "NGHĨA", "NGHIÃ")),
    ("H01", "name of the state not bold", _at("CỘNG HÒA", set_bold(False))),
    ("H02", "long dashes in the motto", _words(_MOTTO, "Độc lập - Tự do -", "Độc lập – Tự do –")),
    ("H02", "motto italic", _at(_MOTTO, set_italic(True))),
    ("H04", "no line under the motto", _at(_MOTTO, remove_rule, asks=lambda base: base.draws)),
    ("H05", "superior office bold", _at("chu_quan", set_bold(True))),
    ("H06", "office not bold", _at("ban_hanh", set_bold(False))),
    ("H07", "no line under the office", _at("ban_hanh", remove_rule, asks=lambda base: base.draws)),
    ("N01", "number without colon", _words(_NUMBER, "Số: ", "Số ")),
    ("N01", "number bold", _at(_NUMBER, set_bold(True))),
    ("N02", "number below ten", _words(_NUMBER, "{number}", "9", _stands_alone)),
    ("N03", "blanks in the symbol", _words(_NUMBER, "/", " / ")),
    ("N04", "symbol of another kind", _words(_NUMBER, "{kind}", "/CTr-", lambda base: _has_title(base) and not base.phu_luc)),
    ("N05", "CV in the symbol", _words(_NUMBER, "{kind}", "/CV-", _is_letter)),
    ("D01", "month without zero", _words("Tân Phú, ngày", "tháng 02", "tháng 2", lambda base: base.place == "Tân Phú, ngày")),
    ("D01", "place and day upright", _at("place", set_italic(False))),
    ("D01", "no comma behind the place", _words("place", ", ngày", " ngày")),
    ("D01", "place and day of 12 pt", _at("place", set_size(12))),
    ("D04", "place shortened", _words("place", "{place}", "TP. {place}")),
    ("T01", "title 16 pt", _at("ten_loai", set_size(16))),
    ("T01", "title at the left", _at("ten_loai", set_align("left"))),
    ("T02", "subject 12 pt", _at("trich_yeu", set_size(12), asks=_has_title)),
    ("T02", "subject not bold", _at("trich_yeu", set_bold(False), asks=_has_title)),
    ("T02", "no subject", _at("trich_yeu", delete_paragraph, asks=lambda base: base.phu_luc)),
    ("T03", "no line under the subject", _at("trich_yeu", remove_rule, asks=lambda base: _has_title(base) and base.draws)),
    ("T04", "subject of the letter bold", _at("trich_yeu", set_bold(True), asks=_is_letter)),
    ("T04", "V/v and about", _words("trich_yeu", "V/v ", "V/v về việc ", _is_letter)),
    ("K01", "no colon behind the addressees", _words("kinh_gui", ":", "")),
    ("K01", "addressees of 12 pt", _at("kinh_gui", set_size(12))),
    ("K01", "addressees in capitals", _words("kinh_gui", "Kính gửi", "KÍNH GỬI")),
    ("K01", "addressees italic", _at("kinh_gui", set_italic(True))),
    ("K01", "addressees bold", _at("kinh_gui", set_bold(True))),
    ("K01", "addressee ends with a comma", _words("addressee", ";", ",")),
    ("K01", "addressee behind a dot", _words("addressee", "- ", "• ")),
    ("C01", "bases upright", _at("can_cu", set_italic(False))),
    ("C01", "base ends with a comma", _words("can_cu", ";", ",")),
    ("C01", "base ends with nothing", _words("can_cu", ";", "")),
    ("C01", "base of 12 pt", _at("can_cu", set_size(12))),
    ("C01", "second base upright", _at("numbered", set_italic(False))),
    ("C02", "no word for number", _words("numbered", " số ", " ")),
    ("C02", "no day", _at("numbered", _without(r" ngày \d+ tháng \d+ năm \d+"))),
    ("C02", "no office", _at("numbered", _without(" của (?:Chính phủ|Ủy ban nhân dân tỉnh)"))),
    ("B01", "paragraph of 12 pt", _at("sentence", set_size(12))),
    ("B02", "paragraph at the left", _at("sentence", set_align("left"))),
    ("B03", "no indent", _at("sentence", set_indent(first=0))),
    ("B04", "no gap", _both(_at("sentence", set_spacing(before=0, after=0)), _at("below", set_spacing(before=0, after=0)))),
    ("B05", "double spacing", _at("sentence", set_spacing(lines=2))),
    ("B08", "a number left out", _left_out),
    ("B10", "no ./. at the end", _words("ends", "./.", ".")),
    ("R01", "recipients' heading upright", _at("Nơi nhận:", set_italic(False))),
    ("R01", "recipients' heading in capitals", _words("Nơi nhận:", "Nơi nhận", "NƠI NHẬN")),
    ("R02", "recipients of 13 pt", _at("first", set_size(13))),
    ("R02", "Lưu without full stop", _words("luu", ".", ";")),
    ("R02", "a recipient without dash", _words("first", "- ", "")),
    ("R03", "no Như trên", _at("- Như trên;", delete_paragraph, asks=lambda base: base.kinh_gui)),
    ("R04", "no Lưu", _words("luu", "- Lưu: VT", "- Lưu tại VP")),
    ("G01", "K/T", _words("title", "KT.", "K/T", lambda base: base.title.startswith("KT."))),
    ("G01", "title not bold", _at("title", set_bold(False))),
    ("G01", "title of 12 pt", _at("title", set_size(12))),
    ("G02", "no deputy under KT.", _words(_DEPUTY, _DEPUTY, "GIÁM ĐỐC", lambda base: base.title == "KT. GIÁM ĐỐC")),
    ("G03", "signer's name upright but plain", _at("ho_ten", set_bold(False))),
    ("G03", "signer's name italic", _at("ho_ten", set_italic(True))),
    ("A02", "appendix in capitals", _words("phu_luc", "Phụ lục", "PHỤ LỤC")),
    ("A02", "appendix plain", _at("phu_luc", set_bold(False))),
    ("A03", "title of the appendix not bold", _at("DANH SÁCH CƠ SỞ", set_bold(False), asks=lambda base: base.phu_luc)),
    ("A03", "title of the appendix at the left", _at("DANH SÁCH CƠ SỞ", set_align("left"), asks=lambda base: base.phu_luc)),
    ("A04", "pointer of the appendix upright", _at("(Kèm theo", set_italic(False), asks=lambda base: base.phu_luc)),
    ("A04", "pointer with another number", _words("(Kèm theo", "{number}", "87", lambda base: base.phu_luc)),
    ("A04", "regulation with another number", _words("regulation", "{number}", "87")),
    ("X01", "Khoản in a citation", _words("ends", "./.", " theo quy định tại Khoản 2 Điều 4./.")),
    ("X02", "Ủy Ban Nhân dân", _words("ends", "./.", " cùng Ủy Ban Nhân dân tỉnh./.")),
    ("X03", "blank before a comma", _words("ends", "./.", " , báo cáo kết quả./.")),
    ("X06", "a day that is none", _words("ends", "./.", ", xong trước ngày 31 tháng 6 năm 2026./.")),
    ("X09", "a word twice", _words("ends", "./.", ", gửi các các đơn vị./.")),
    ("X11", "something to fill in", _words("ends", "./.", " với [tên đơn vị]./.")),
    ("X12", "Tỉnh before a name", _words("ends", "./.", " trên địa bàn Tỉnh Nghệ An./.")),
    ("X17", "a quotation left open", _words("ends", "./.", ", hưởng ứng cuộc thi “Tìm hiểu pháp luật./.")),
)
CASES: Final = tuple(
    (rule, name, change, base)
    for rule, name, fault in FAULTS
    for base, described in BASES.items()
    if (change := fault(described)) is not None
)


def paper(base: str) -> bytes:
    """Return the clean paper."""
    return (_PAPERS / BASES[base].file).read_bytes()


def _said(data: bytes) -> Counter[str]:
    """Return how many errors and warnings each rule finds."""
    return Counter(finding.rule.id for finding in judge("thu.docx", data).findings if finding.severity > Severity.NOTE)


@cache
def _said_of(case: int) -> Counter[str]:
    _, _, change, base = CASES[case]
    return _said(mutated(paper(base), change))


@pytest.mark.parametrize("base", BASES)
def test_the_bases_are_clean(base: str) -> None:
    assert _said(paper(base)) == Counter()


@pytest.mark.parametrize("case", range(len(CASES)), ids=[f"{rule} {name}, {base}" for rule, name, _, base in CASES])
def test_one_fault_is_found_and_nothing_else(case: int) -> None:
    assert set(_said_of(case)) == {CASES[case][0]}


def test_there_are_faults_enough() -> None:
    assert len({(rule, name) for rule, name, _ in FAULTS}) >= 34
    assert len(CASES) == 401


def test_the_measurement_is_what_is_said() -> None:
    """Every error and warning of the corpus's papers goes when its keyed fault is mended (test_corrected), so that all are right."""
    drafts = (_said(each.read_bytes()) for each in sorted(_PAPERS.glob("*.docx")))
    counted = sum((*drafts, *map(_said_of, range(len(CASES)))), Counter[str]())
    assert {rule: (said, said) for rule, said in counted.items()} == SEEN
