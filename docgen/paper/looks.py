"""The looks of a paper's components as docgen's named styles, each whole in itself: a paper of others has defaults of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from lxml import etree

from docgen.check.anatomy import Paper
from docgen.check.docview.ooxml import MM_PER_TWIP, VAL, W, child, value
from docgen.check.ink import Face
from docgen.check.view import Align, Line, Table
from docgen.decree30 import COMPONENTS, FONT

Element = Any
_PARAGRAPH: Final = (
    "keepNext keepLines pageBreakBefore widowControl spacing ind contextualSpacing jc outlineLvl".split()
)  # as in the schema
_LETTERS: Final = "rFonts b i caps color sz szCs lang".split()
_MERGED: Final = ("rFonts", "spacing", "ind", "lang")  # of which a style may say a part
_LEVELS: Final = {  # of a paper, and docgen's styles for them
    "La Mã": ("Phần",),
    "khoản": ("Mục", "Mục chạy dòng"),
    "điểm": ("Khoản", "Khoản chạy dòng"),
    "gạch": ("Gạch đầu dòng",),
    "cộng": ("Dấu cộng",),
    "đoạn": ("Nội dung",),
}
_PREFIX: Final = "ND30 "
_TWIPS: Final = 20  # to a point


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: its letters, sides and indents in mm, gaps in points, distance of lines as `Paragraph` has it."""

    face: Face
    align: Align
    left: float
    right: float
    first_line: float
    gap_before: float
    gap_after: float
    line_rule: str
    line: float

    @classmethod
    def of(cls, line: Line) -> Self:
        """Return the look of `line`: its paragraph's, in the face of most of its letters."""
        one = line.paragraph
        faces = Counter[Face]()
        for span in line.inked:
            faces[span.face] += span.visible
        face = faces.most_common(1)[0][0]
        return cls(face, one.align, one.left, one.right, one.first_line, one.gap_before, one.gap_after, one.line_rule, one.line)


def looks_of(paper: Paper) -> dict[str, Look]:
    """Return the look of each component that `paper` has, by the name of docgen's style for it without "ND30 "."""
    samples = {name: [Look.of(line) for line in lines if line.inked] for name, lines in _samples(paper)}
    looks = {name: Counter(found).most_common(1)[0][0] for name, found in samples.items() if found}
    if (text := looks.get("Nội dung")) is not None:
        numbered = {
            name: Counter(map(Look.of, lines)).most_common(1)[0][0].face
            for name, lines in _levels(paper, is_numbered=True)
            if lines
        }
        for name in ("Căn cứ", *(name for names in _LEVELS.values() for name in names)):
            own = COMPONENTS.get(name)
            face = text.face._replace(bold=bool(own and own.bold), italic=bool(own and own.italic))
            looks.setdefault(
                name, replace(text, face=numbered.get(name, face))
            )  # without Word's own indents of a numbered paragraph
    return looks


def _samples(paper: Paper) -> Iterator[tuple[str, Iterable[Line]]]:
    head, signed = paper.head, paper.chu_ky[0] if paper.chu_ky else None
    yield "Quốc hiệu", _those(head.quoc_hieu)
    yield "Tiêu ngữ", _those(head.tieu_ngu)
    yield "Cơ quan chủ quản", head.chu_quan
    yield "Cơ quan ban hành", head.ban_hanh
    yield "Số ký hiệu", _those(head.so_ky_hieu)
    yield "Địa danh thời gian", _those(head.dia_danh)
    yield "Tên loại", _those(paper.ten_loai)
    yield ("Trích yếu công văn", head.trich_yeu_cong_van) if paper.is_cong_van else ("Trích yếu", paper.trich_yeu)
    yield "Kính gửi", paper.kinh_gui[:1]
    yield "Căn cứ", [each.whole for each in paper.can_cu]
    yield from _levels(paper, is_numbered=False)
    yield "Nơi nhận", _those(paper.noi_nhan)
    yield "Danh sách nơi nhận", paper.danh_sach
    if signed is not None:
        yield "Quyền hạn chức vụ", signed.quyen_han
        yield "Họ tên", _those(signed.ho_ten)
    for appendix in paper.phu_luc[:1]:
        yield "Phụ lục", _those(appendix.label)
        yield "Tên phụ lục", appendix.ten
        yield "Kèm theo", _those(appendix.kem_theo)
    yield from _table_samples([*paper.tables, *(table for appendix in paper.phu_luc for table in appendix.tables)])
    yield "Số trang", [line.whole for part in paper.first_section.headers for line in part.paragraphs if "PAGE" in line.fields]


def _levels(paper: Paper, *, is_numbered: bool) -> Iterator[tuple[str, list[Line]]]:
    """Yield the paragraphs of each level of the text: those that Word numbers by itself, or those with a typed number."""
    for level, names in _LEVELS.items():
        found = [
            each
            for each in paper.muc
            if each.level == level and each.paragraph.words and bool(each.paragraph.label) == is_numbered
        ]
        for name in names:
            yield name, [each.paragraph.whole for each in found if len(names) == 1 or each.is_heading or level == "điểm"]


def _those(line: Line | None) -> list[Line]:
    return [] if line is None else [line]


def _table_samples(tables: Iterable[Table]) -> Iterator[tuple[str, list[Line]]]:
    ruled = [table for table in tables if table.ruled and len(table.rows) > 1]
    heads = [each.whole for table in ruled for cell in table.rows[0].cells for each in cell.paragraphs]
    cells = [
        each.whole
        for table in ruled
        for row in table.rows[1:]
        for cell in row.cells
        for each in cell.paragraphs
        if len(row.cells) > 1
    ]
    yield "Bảng tiêu đề cột", heads
    yield "Bảng chữ", [line for line in cells if line.paragraph.align != "center"]
    yield "Bảng giữa", [line for line in cells if line.paragraph.align == "center"]


def styled(sheet: Element, base: Element, looks: dict[str, Look]) -> None:
    """Put docgen's styles, which the sheet `base` has, into the sheet of another paper, each set as `looks` says.

    A style without a look keeps docgen's own; none leans on what the other paper has besides.
    """
    own = {each.get(f"{W}styleId"): each for each in base.iterchildren(f"{W}style")}
    defaults = child(base, "docDefaults")
    names = {identifier: value(each, "name") or "" for identifier, each in own.items()}
    for old in [each for each in sheet.iterchildren(f"{W}style") if (value(each, "name") or "").startswith(_PREFIX)]:
        sheet.remove(old)
    for identifier, each in own.items():
        if names[identifier].startswith(_PREFIX):
            sheet.append(_whole(each, own, defaults, looks.get(names[identifier].removeprefix(_PREFIX))))


def _whole(style: Element, own: dict[str, Element], defaults: Element, look: Look | None) -> Element:
    """Return `style` with all that it takes from those below it, and with `look` in place of its own where there is one."""
    made = deepcopy(style)
    if made.get(f"{W}type") != "paragraph":
        for based in made.findall(f"{W}basedOn"):
            made.remove(based)
        return made
    chain = [style]
    while (based := child(chain[-1], "basedOn")) is not None:
        chain.append(own[based.get(VAL)])
    for kind, order in (("pPr", _PARAGRAPH), ("rPr", _LETTERS)):
        found: dict[str, dict[str, str]] = {}
        for each in [*defaults.iter(f"{W}{kind}"), *(child(one, kind) for one in reversed(chain))]:
            for one in () if each is None else each:
                name = one.tag.removeprefix(W)
                found[name] = {**(found.get(name, {}) if name in _MERGED else {}), **one.attrib}
        if look is not None:
            found.update(_set(kind, look))
        if (old := child(made, kind)) is not None:
            made.remove(old)
        properties = etree.SubElement(made, f"{W}{kind}")
        for name in sorted(found, key=order.index):
            etree.SubElement(properties, f"{W}{name}", found[name])
    made.remove(child(made, "basedOn"))
    return made


def _set(kind: str, look: Look) -> dict[str, dict[str, str]]:
    """Return the properties of `kind` that `look` speaks of."""
    if kind == "rPr":
        font = look.face.other_font or FONT
        said = {"rFonts": {f"{W}{script}": font for script in ("ascii", "hAnsi", "eastAsia", "cs")}}
        said |= {"b": {VAL: str(int(look.face.bold))}, "i": {VAL: str(int(look.face.italic))}}
        return said | {name: {VAL: str(round(look.face.size * 2))} for name in ("sz", "szCs")}
    spacing = {
        "before": look.gap_before,
        "after": look.gap_after,
        "line": look.line / _TWIPS if look.line_rule == "auto" else look.line,
    }
    hanging = look.first_line < 0
    indent = {"left": look.left, "right": look.right, "hanging" if hanging else "firstLine": abs(look.first_line)}
    return {
        "spacing": {
            **{f"{W}{name}": str(round(value * _TWIPS)) for name, value in spacing.items()},
            f"{W}lineRule": look.line_rule,
        },
        "ind": {f"{W}{name}": str(round(value / MM_PER_TWIP)) for name, value in indent.items()},
        "jc": {VAL: look.align},
    }
