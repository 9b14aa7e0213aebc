"""Rules of box 1: the state's name and motto, and the line under them (PL I.II.1)."""

from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import (
    THONG_LE,
    Length,
    face_faults,
    flush_faults,
    in_capitals,
    line_faults,
    line_width,
    numbers,
    strays,
)
from docgen.check.mends import Letters, Widened, retyped
from docgen.check.view import Line
from docgen.decree30 import COMPONENTS, HEAD_SIZES, QUOC_HIEU, TIEU_NGU
from docgen.text import typography

rule = Rules("Quốc hiệu và Tiêu ngữ")

_QUOC_HIEU: Final = COMPONENTS["Quốc hiệu"]
_TIEU_NGU: Final = COMPONENTS["Tiêu ngữ"]
_SIZES: Final = {"Quốc hiệu": _QUOC_HIEU.sizes, "Tiêu ngữ": _TIEU_NGU.sizes, "địa danh": COMPONENTS["Địa danh thời gian"].sizes}
_NEW_TONE_MARK: Final = ("HOÀ", "HÒA")
_DASHES: Final = str.maketrans("–—−", "---")
_UNDERLINED: Final = "Đường kẻ dưới Tiêu ngữ là chữ gạch chân, nên là đường kẻ riêng"
_AS_LONG: Final = (0.85, 1.15)
_KERNING: Final = 0.02  # of a line's width: what kerned letters may save
_MEASURED: Final = ("times new roman", "liberation serif", "tinos")  # the fonts whose widths are known
_INDENTED: Final = 10.0


@rule("H01", Severity.ERROR, "PL I.II.1.a")
def quoc_hieu(paper: Paper) -> Verdicts:
    """Quốc hiệu ghi đúng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, chữ in hoa, đứng, đậm, cỡ 12 đến 13, ở bên phải trang đầu.

    Viết HÒA hay HOÀ đều được.

    Đạt: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Không đạt: Cộng hòa xã hội chủ nghĩa Việt Nam
    """
    applies(paper.is_whole)
    line = paper.head.quoc_hieu
    if line is None:
        yield Fault(None, "Thiếu Quốc hiệu", f"ghi {QUOC_HIEU} ở phía trên, bên phải trang đầu")
        return
    if line.words.replace(*_NEW_TONE_MARK) != QUOC_HIEU:
        mends, case = retyped(line, QUOC_HIEU), "" if in_capitals(line.words) else ", chữ in hoa"
        yield Fault(line, f"Quốc hiệu phải là “{QUOC_HIEU}”{case}", f"gõ lại: {QUOC_HIEU}", mends=mends)
    if _stands_left(paper, line) or _stands_across(line):
        severity = None if line.paragraph.place else Severity.WARNING
        message = "Quốc hiệu phải ở phía trên, bên phải trang đầu"
        yield Fault(line, message, "đưa Quốc hiệu và Tiêu ngữ sang ô bên phải", severity)
    yield from face_faults(line, "Quốc hiệu", sizes=_QUOC_HIEU.sizes, bold=True, italic=False)


def _stands_left(paper: Paper, line: Line) -> bool:
    """Return whether the line surely stands to the left of the office's name, or of the number."""
    own = line.paragraph.place
    left = next(iter(paper.head.ban_hanh), paper.head.so_ky_hieu)
    other = left.paragraph.place if left else None
    return own is not None and other is not None and other.table is own.table and own.column < other.column


def _stands_across(line: Line) -> bool:
    """Return whether the line stands alone in the middle of the page."""
    paragraph = line.paragraph
    alone = paragraph.words == line.words and paragraph.place is None and paragraph.story == "body"
    return alone and paragraph.align == "center" and paragraph.left < _INDENTED and "\t" not in paragraph.text


@rule("H02", Severity.ERROR, "PL I.II.1.b")
def tieu_ngu(paper: Paper) -> Verdicts:
    """Tiêu ngữ ghi đúng “Độc lập - Tự do - Hạnh phúc”, chữ in thường, đứng, đậm, cỡ 13 đến 14.

    Chữ cái đầu mỗi cụm từ viết hoa; giữa các cụm từ có gạch nối (-), có cách chữ.

    Đạt: Độc lập - Tự do - Hạnh phúc
    Không đạt: Độc lập – Tự do – Hạnh phúc
    """
    applies(paper.is_whole)
    line = paper.head.tieu_ngu
    if line is None:
        yield Fault(None, "Thiếu Tiêu ngữ", f"ghi {TIEU_NGU} ở dưới Quốc hiệu")
        return
    if line.words != TIEU_NGU:
        mends = retyped(line, TIEU_NGU)
        yield Fault(line, f"Tiêu ngữ phải là “{TIEU_NGU}”{_dashes_of(line)}", f"gõ lại: {TIEU_NGU}", mends=mends)
    yield from flush_faults(line, "Tiêu ngữ")
    yield from face_faults(line, "Tiêu ngữ", sizes=_TIEU_NGU.sizes, bold=True, italic=False)


def _dashes_of(line: Line) -> str:
    plain = line.words.translate(_DASHES)
    if plain.replace(" ", "") != TIEU_NGU.replace(" ", ""):
        return ""
    return ", với gạch nối ngắn" if plain == TIEU_NGU else ", có cách chữ hai bên gạch nối"


@rule("H03", Severity.WARNING, THONG_LE)
def mot_dong(paper: Paper) -> Verdicts:
    """Quốc hiệu và Tiêu ngữ mỗi dòng nằm trọn trên một dòng; chữ to quá cỡ thì tính theo cỡ to nhất được dùng.

    Ô bên phải phải đủ rộng: Quốc hiệu cỡ 13 cần gần 96 mm, cỡ 12 cần 88 mm.

    Đạt: Quốc hiệu cỡ 13 trong ô có chỗ cho dòng chữ dài 97 mm
    Không đạt: Quốc hiệu cỡ 13 trong ô hẹp, chữ NAM rơi xuống dòng dưới
    """
    applies(paper.is_whole)
    lines = [(line, name) for line, name in ((paper.head.quoc_hieu, "Quốc hiệu"), (paper.head.tieu_ngu, "Tiêu ngữ")) if line]
    for line, name in found(lines, "Quốc hiệu và Tiêu ngữ"):
        offered = found(_room(line), "bề rộng ô Quốc hiệu")
        low, high = _SIZES[name]
        wanted = line_width(line) * min(high / max(line.sizes), 1.0)
        if min(line.sizes) >= low and _is_measured(line) and wanted > offered + _KERNING * wanted:
            message = f"{name} dài {numbers(wanted)} mm, ô chỉ rộng {numbers(offered)} mm nên bị xuống dòng"
            yield Fault(line, message, "nới rộng ô bên phải để dòng chữ nằm trên một dòng", mends=(Widened(line, wanted),))


def _room(line: Line) -> float | None:
    """Return the most width in mm that Word gives `line`, infinite where its cell grows, None where it stands in no cell."""
    paragraph = line.paragraph
    place = paragraph.place
    if place is None or place.width is None or paragraph.width is None:
        return None
    cells = [cell for row in place.table.rows for cell in row.cells if (cell.column, cell.span) == (place.column, place.span)]
    around = place.width - paragraph.width + paragraph.left + paragraph.right + paragraph.first_line
    return max(cell.most for cell in cells) * place.table.stretch - around


def _is_measured(line: Line) -> bool:
    return all(font.lower().startswith(_MEASURED) for span in line.inked for font in span.fonts)


def _has_right_size(line: Line, name: str) -> bool:
    low, high = _SIZES[name]
    return all(low <= size <= high for size in line.sizes)


@rule("H04", Severity.ERROR, "PL I.II.1.b")
def duong_ke_tieu_ngu(paper: Paper) -> Verdicts:
    """Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ.

    Gạch chân cả dòng chữ, đường gõ bằng dấu gạch dưới chỉ bị nhắc: nghị định không nói vẽ đường bằng cách nào.

    Đạt: Tiêu ngữ cỡ 14, bên dưới là đường vẽ dài 60 mm
    Không đạt: Tiêu ngữ chỉ được gạch chân một phần
    """
    applies(paper.is_whole)
    line = found(paper.head.tieu_ngu, "Tiêu ngữ")
    found(paper.head.ke_tieu_ngu or not strays(paper), "đường kẻ dưới Tiêu ngữ; có đường vẽ neo ở đoạn khác")
    low, high = _TIEU_NGU.sizes
    right = typography.width(TIEU_NGU, min(max(line.sizes[0], low), high), "bold")
    accepted = tuple((_AS_LONG[0] * width, _AS_LONG[1] * width) for width in (right, line_width(line)))
    wanted = Length(f"dài bằng dòng chữ (khoảng {right:.0f} mm)", right, accepted, severity=None)
    underlined = line.share("underline") == "all" and all(each.kind == "underline" for each in paper.head.ke_tieu_ngu)
    for fault in line_faults(line, "Tiêu ngữ", paper.head.ke_tieu_ngu, wanted):
        yield fault._replace(message=_UNDERLINED, severity=Severity.WARNING) if underlined else fault


@rule("H08", Severity.WARNING, "PL I.V, ghi chú 1")
def co_chu_thong_nhat(paper: Paper) -> Verdicts:
    """Cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh tăng giảm thống nhất: 13, 14, 14 hoặc 12, 13, 13.

    Đạt: Quốc hiệu 13, Tiêu ngữ 14, địa danh và thời gian 14
    Không đạt: Quốc hiệu 12, Tiêu ngữ 14, địa danh và thời gian 13
    """
    applies(paper.is_whole)
    head = paper.head
    named = (("Quốc hiệu", head.quoc_hieu), ("Tiêu ngữ", head.tieu_ngu), ("địa danh", head.dia_danh))
    there = [(name, line) for name, line in named if line]
    found(head.quoc_hieu and head.tieu_ngu, "Quốc hiệu và Tiêu ngữ")
    applies(all(len(line.sizes) == 1 and _has_right_size(line, name) for name, line in there))
    sizes = tuple(line.sizes[0] for _, line in there)
    if sizes not in [wanted[: len(sizes)] for wanted in HEAD_SIZES]:
        shown = ", ".join(f"{name} cỡ {numbers(size)}" for (name, _), size in zip(there, sizes, strict=True))
        nearest = min(HEAD_SIZES, key=lambda wanted: sum(size != own for size, own in zip(wanted, sizes, strict=False)))
        mends = tuple(Letters(line, size=(size, size)) for (_, line), size in zip(there, nearest, strict=False))
        yield Fault(head.quoc_hieu, f"{shown}: không thống nhất", "chọn cỡ 13, 14, 14 hoặc 12, 13, 13", mends=mends)
