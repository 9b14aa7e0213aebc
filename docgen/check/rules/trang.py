"""Rules of the sheet: its size, its margins, its orientation (PL I.I.1 to I.I.3)."""

from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts
from docgen.check.gauges.lettering import gathered, numbers
from docgen.check.mends import Sheet
from docgen.check.view import Paragraph, Section, Table
from docgen.decree30 import A4_HEIGHT, A4_WIDTH, MARGINS

rule = Rules("Trang giấy")

_SIZE_TOLERANCE: Final = 1.0  # mm
_MARGIN_TOLERANCE: Final = 0.5
_A3: Final = (297.0, 420.0)
_LANDSCAPE_MARGINS: Final = (min(side.low for side in MARGINS.values()), max(side.high for side in MARGINS.values()))
_FEW_WORDS: Final = 200
_SIDES: Final = {"tren": "trên", "duoi": "dưới", "trai": "trái", "phai": "phải"}


@rule("P01", Severity.ERROR, "PL I.I.1")
def kho_giay(paper: Paper) -> Verdicts:
    """Mọi trang dùng khổ giấy A4 (210 mm x 297 mm).

    Bảng biểu của phụ lục in trên khổ A3 chỉ bị nhắc.

    Đạt: 210 x 297 mm
    Không đạt: 215,9 x 279,4 mm (khổ Letter)
    """
    yield from gathered(_size_faults(paper))


def _size_faults(paper: Paper) -> Iterator[Fault]:
    for number, section in enumerate(paper.view.sections):
        if _is_sheet(section, (A4_WIDTH, A4_HEIGHT)):
            continue
        severity = Severity.WARNING if number and _is_sheet(section, _A3) else None
        shown = f"{numbers(section.width)} x {numbers(section.height)} mm"
        sheet = (A4_HEIGHT, A4_WIDTH) if section.landscape else (A4_WIDTH, A4_HEIGHT)
        mends = () if severity else (Sheet(number, size=sheet),)
        yield Fault(
            _start(paper, number), f"Khổ giấy {shown}, phải là A4 (210 x 297 mm)", "chọn khổ giấy A4", severity, mends=mends
        )


def _is_sheet(section: Section, sheet: tuple[float, float]) -> bool:
    own = sorted((section.width, section.height))
    return all(abs(length - wanted) <= _SIZE_TOLERANCE for length, wanted in zip(own, sheet, strict=True))


def _start(paper: Paper, number: int) -> Paragraph | None:
    """Return the first paragraph with words of the section `number`, None for the first section: the paper as a whole."""
    if number == 0:
        return None
    inside = (each for each in paper.view.paragraphs if each.section == number and each.words)
    return next(inside, paper.view.sections[number].last)


@rule("P02", Severity.ERROR, "PL I.I.3")
def le_trang(paper: Paper) -> Verdicts:
    """Lề trang dọc: trên và dưới 20 đến 25 mm, trái 30 đến 35 mm, phải 15 đến 20 mm.

    Đạt: trên 20, dưới 20, trái 30, phải 15 mm
    Không đạt: trái 25,4 mm
    """
    yield from gathered(_margin_faults(paper))


def _margin_faults(paper: Paper) -> Iterator[Fault]:
    for number, section in enumerate(paper.view.sections):
        for name, allowed in MARGINS.items():
            margin = section.margins[name]
            if not section.landscape and not _is_between(margin, allowed.low, allowed.high):
                asked = f"{numbers(allowed.low)} đến {numbers(allowed.high)} mm"
                message = f"Lề {_SIDES[name]} {numbers(margin)} mm, phải từ {asked}"
                mends = (Sheet(number, margins={name: _fitting(paper, name, margin)}),)
                yield Fault(_start(paper, number), message, f"đặt lề {_SIDES[name]} từ {asked}", mends=mends)


def _fitting(paper: Paper, name: str, margin: float) -> float:
    """Return the margin to be set: that of another section, or the usual one, for the right side the nearest allowed."""
    allowed = MARGINS[name]
    others = (each.margins[name] for each in paper.view.sections if not each.landscape)
    usual = allowed.high if name == "phai" and margin > allowed.high else allowed.low
    return next((other for other in others if other in allowed), usual)


def _is_between(margin: float, low: float, high: float) -> bool:
    return low - _MARGIN_TOLERANCE <= margin <= high + _MARGIN_TOLERANCE


@rule("P03", Severity.WARNING, "PL I.I.2")
def trang_ngang(paper: Paper) -> Verdicts:
    """Trang ngang chỉ dùng cho bảng, biểu hoặc phụ lục; lề trang ngang từ 15 đến 35 mm.

    Nghị định không nói lề của trang ngang, nên ở đây chỉ nhắc lề quá hẹp hoặc quá rộng.

    Đạt: phụ lục là bảng nhiều cột trên trang ngang
    Không đạt: công văn không có bảng mà đặt trang ngang
    """
    yield from gathered(_landscape_faults(paper))


def _landscape_faults(paper: Paper) -> Iterator[Fault]:
    low, high = _LANDSCAPE_MARGINS
    for number, section in enumerate(paper.view.sections):
        if not section.landscape:
            continue
        if not _may_be_landscape(paper, number):
            message = "Trang ngang mà không có bảng, biểu hay phụ lục"
            yield Fault(_start(paper, number), message, "đặt lại trang dọc")
        for name, margin in section.margins.items():
            if name in _SIDES and not _is_between(margin, low, high):
                message = f"Lề {_SIDES[name]} của trang ngang {numbers(margin)} mm, nên từ {numbers(low)} đến {numbers(high)} mm"
                remedy = f"đặt lề {_SIDES[name]} từ {numbers(low)} đến {numbers(high)} mm"
                mends = (Sheet(number, margins={name: min(max(margin, low), high)}),)
                yield Fault(_start(paper, number), message, remedy, mends=mends)


def _may_be_landscape(paper: Paper, number: int) -> bool:
    tables = [*paper.head.tables, *(block.table for block in paper.chu_ky if block.table)]
    laid_out = {paragraph for table in tables for paragraph in table.paragraphs}
    others = (each for each in paper.view.blocks if isinstance(each, Table) and each.section == number)
    if any(not laid_out.issuperset(table.paragraphs) for table in others) or any(
        each.section == number for each in paper.phu_luc
    ):
        return True
    return sum(len(each.words) for each in paper.view.paragraphs if each.section == number) < _FEW_WORDS
