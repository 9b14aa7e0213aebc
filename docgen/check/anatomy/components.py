"""A paper with its components named: what stands in which of the decree's boxes (PL I.IV), its levels, and all that told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from docgen.check.ink import DrawnRule
from docgen.check.view import Block, Line, Paragraph, Section, Table, View
from docgen.text.patterns import lazy_re

Level = Literal[
    "phần", "chương", "mục", "chữ hoa", "tiểu mục", "La Mã", "điều", "khoản", "khoản con", "điểm", "ngoặc", "gạch", "cộng",
    "dấu tròn", "đoạn",
]  # fmt: skip
_LEVELS: Final[tuple[tuple[Level, re.Pattern[str]], ...]] = (
    ("phần", lazy_re(r"(?:PHẦN|Phần)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVXLC]+|\d+)\b[.:]?")),
    ("chương", lazy_re(r"(?:CHƯƠNG|Chương)\s+(?:[IVXLC]+|\d+)\b[.:]?")),
    ("tiểu mục", lazy_re(r"(?:TIỂU MỤC|Tiểu mục)\s+(?:[IVXLC]+|\d+)\b[.:]?")),
    ("mục", lazy_re(r"(?:MỤC|Mục)\s+(?:[IVXLC]+|\d+)(?=[.:]|\s*$)[.:]?")),
    (
        "điều",
        lazy_re(r"(?:ĐIỀU|Điều)\s+\d+[a-zđ]?(?:[.:]|(?=\s+(?!Nghị|Luật|Bộ luật|Thông|Quyết|Pháp|Quy |Hiến)[A-ZĐÀ-Ỹ])|$)"),
    ),
    # no "V/v", "V.I. Lênin", "V.v."
    ("La Mã", lazy_re(r"(?!V\s?[/.]\s?[vV]\b|[A-ZĐ]\.\s*[A-ZĐ]\.)[IVXL]+\s?[.)/\-](?=\s|[^\W\d_](?!\.))")),
    ("khoản con", lazy_re(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s|[^\W\d_])")),
    ("khoản", lazy_re(r"\d{1,2}(?:\s?[.)/][-–]?(?=\s|[^\W\d_])|-(?=\s?[A-ZĐÀ-Ỹ]))")),
    ("điểm", lazy_re(r"(?!v\.\s?v\b)\(?[a-zđ]{1,2}[.)](?=\s|[^\W\d_](?!\.))|[a-zđ],(?=\s+[A-ZĐ])")),
    ("ngoặc", lazy_re(r"\(\d{1,2}\)(?=\s)")),
    ("gạch", lazy_re(r"[-–—−](?!\d)")),
    ("cộng", lazy_re(r"\+(?!\d)")),
    ("dấu tròn", lazy_re(r"[•▪●○◦*➢✓·](?!\*)")),
)
_BLANK_DAY: Final = lazy_re(r"\A\D*(?:năm|\Z)|\bngày[\s.…_]*(?:tháng|/)", re.IGNORECASE)  # also where the month is known


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """The head of the first page: boxes 1, 2, 3, 4, 5b, 10 and 11.

    `left_width`: the width in mm that the left column offers, where known. `beside`: whether number and date stand on one line,
    None where that cannot be told. `layout`: how the head is laid out.
    """

    quoc_hieu: Line | None = None
    tieu_ngu: Line | None = None
    ke_tieu_ngu: tuple[DrawnRule, ...] = ()
    chu_quan: tuple[Line, ...] = ()
    ban_hanh: tuple[Line, ...] = ()
    ke_co_quan: tuple[DrawnRule, ...] = ()
    so_ky_hieu: Line | None = None
    dia_danh: Line | None = None
    trich_yeu_cong_van: tuple[Line, ...] = ()
    ke_cong_van: tuple[DrawnRule, ...] = ()
    khan: Line | None = None
    mat: Line | None = None
    luu_hanh: Line | None = None
    left_width: float | None = None
    beside: bool | None = None
    layout: Literal["table", "tabs", "boxes", "none"] = "none"
    tables: tuple[Table, ...] = ()

    @property
    def is_there(self) -> bool:
        """Return whether this is the head of an official paper at all: two of its components are there."""
        parts = (self.quoc_hieu, self.tieu_ngu, self.so_ky_hieu, self.dia_danh, self.ban_hanh)
        return sum(bool(part) for part in parts) >= 2


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A paragraph of the body and its level: `label` as printed ("I.", "1.", "a)", "-", "Điều 2."), `rest` the words behind."""

    paragraph: Paragraph
    level: Level
    label: str
    rest: str

    @property
    def is_heading(self) -> bool:
        """Return whether it only names what follows: all bold, or in capitals, and not a sentence."""
        line = self.paragraph.whole
        return not self.rest.endswith((".", ";", ":")) and (line.share("bold") == "all" or self.rest.isupper())


@dataclass(frozen=True, slots=True, eq=False)
class ChuKy:
    """A signature block: lines of authority and title (box 7a), the signer's name (7b)."""

    quyen_han: tuple[Line, ...]
    ho_ten: Line | None
    table: Table | None = None
    cell_start: Line | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PhuLuc:
    """An appendix (its line begins with "Phụ lục") or another text attached (`label` is None): its heads and what it holds.

    `blocks` are the whole of it in order.
    """

    label: Line | None
    ten: tuple[Line, ...]
    kem_theo: Line | None
    ke: tuple[DrawnRule, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    section: int
    starts_section: bool
    blocks: "tuple[Block, ...]" = ()


@dataclass(eq=False)
class Paper:
    """The paper: its view and its components. `loai` is the kind in the decree's words ("kế hoạch", "công văn"), None if unknown.

    `body` is what stands between title (or addressees) and bases above and the signature below; `main` are its paragraphs outside
    tables; `muc` the same with their levels. `listed`: those of a table of contents (by `id`), in none of these.
    `out_of_scope` says in Vietnamese why the decree does not bind this paper (a Party paper, a normative act), None if it does.
    """

    view: View
    name: str
    head: Head
    loai: str | None
    ten_loai: Line | None
    trich_yeu: tuple[Line, ...]
    ke_trich_yeu: tuple[DrawnRule, ...]
    kinh_gui: tuple[Line, ...]
    tham_quyen: tuple[Line, ...]
    can_cu: tuple[Paragraph, ...]
    main: tuple[Paragraph, ...]
    muc: tuple[Item, ...]
    tables: tuple[Table, ...]
    chu_ky: tuple[ChuKy, ...]
    noi_nhan: Line | None
    danh_sach: tuple[Line, ...]
    nguoi_soan: Line | None
    phu_luc: tuple[PhuLuc, ...]
    body: "tuple[Block, ...]" = ()
    listed: frozenset[int] = frozenset()
    out_of_scope: str | None = None

    @property
    def is_cong_van(self) -> bool:
        """Return whether this is an official letter."""
        return self.loai == "công văn"

    @property
    def is_whole(self) -> bool:
        """Return whether this is a paper with a head of its own, and not an appendix or a piece of one."""
        return self.head.is_there

    @cached_property
    def first_section(self) -> Section:
        """Return the layout of the first page."""
        return self.view.sections[0]

    @property
    def is_draft(self) -> bool:
        """Return whether the number or the day is still a blank to write in."""
        so, ngay = self.head.so_ky_hieu, self.head.dia_danh
        blank_number = so is not None and not any(character.isdigit() for character in so.words.partition("/")[0])
        blank_day = ngay is not None and _BLANK_DAY.search(ngay.words) is not None
        return blank_number or blank_day


def item_of(paragraph: Paragraph) -> Item:
    """Return the paragraph with its level and label."""
    words = paragraph.words
    for level, pattern in _LEVELS:
        if match := pattern.match(words):
            label = match.group().strip()
            return Item(paragraph, "dấu tròn" if paragraph.bullet else level, label, words[match.end() :].strip())
    if paragraph.bullet:
        return Item(paragraph, "dấu tròn", paragraph.label, words.removeprefix(paragraph.label).strip())
    return Item(paragraph, "đoạn", "", words)


Component = tuple[str, str]
_NOT_FOUND: Final = ""
_PART: Final = 60  # characters of a long component that tell it


def components_of(paper: Paper) -> tuple[Component, ...]:
    """Return each component with its words, in the order of the paper; "" for one that every paper has and that was not found."""
    return tuple((name, words) for name, words, always in _all(paper) if words or always)


def _all(paper: Paper) -> Iterator[tuple[str, str, bool]]:
    head, letter = paper.head, paper.is_cong_van
    yield "Loại văn bản", paper.loai or _NOT_FOUND, True
    yield "Quốc hiệu", _words(head.quoc_hieu), True
    yield "Tiêu ngữ", _words(head.tieu_ngu), True
    yield "Cơ quan chủ quản", _words(*head.chu_quan), False
    yield "Cơ quan ban hành", _words(*head.ban_hanh), True
    yield "Số, ký hiệu", _words(head.so_ky_hieu), True
    yield "Địa danh và thời gian", _words(head.dia_danh), True
    for name, line in (("Độ khẩn", head.khan), ("Độ mật", head.mat), ("Phạm vi lưu hành", head.luu_hanh)):
        yield name, _words(line), False
    yield "Tên loại", _words(paper.ten_loai), not letter
    yield "Trích yếu", _words(*(head.trich_yeu_cong_van if letter else paper.trich_yeu)), True
    yield "Thẩm quyền ban hành", _words(*paper.tham_quyen), False
    yield "Kính gửi", _words(*paper.kinh_gui), letter
    yield "Căn cứ", _from_to([base.whole for base in paper.can_cu]), False
    yield "Nội dung", _from_to([each.whole for each in paper.main if each.words]), True
    for block in paper.chu_ky or (None,):
        yield "Quyền hạn, chức vụ", _words(*(block.quyen_han if block else ())), True
        yield "Họ tên người ký", _words(block.ho_ten if block else None), True
    yield "Nơi nhận", _words(paper.noi_nhan, *paper.danh_sach), True
    yield "Ký hiệu người soạn thảo", _words(paper.nguoi_soan), False
    for appendix in paper.phu_luc:
        first = _first(appendix.paragraphs)
        yield "Phụ lục" if appendix.label else "Văn bản kèm theo", _words(appendix.label, *appendix.ten) or first, False


def _words(*lines: Line | None) -> str:
    return " / ".join(line.words for line in lines if line is not None)


def _first(paragraphs: Sequence[Paragraph]) -> str:
    return next((_part(paragraph.words) for paragraph in paragraphs if paragraph.words), _NOT_FOUND)


def _from_to(lines: Sequence[Line]) -> str:
    """Return how many paragraphs a component has, the first and the last of them."""
    if not lines:
        return _NOT_FOUND
    count = f"{len(lines)} đoạn, " if len(lines) > 1 else ""
    last = f" … “{_part(lines[-1].words)}”" if len(lines) > 1 else ""
    return f"{count}“{_part(lines[0].words)}”{last}"


def _part(words: str) -> str:
    return words if len(words) <= _PART else words[: _PART - 1].rstrip() + "…"
