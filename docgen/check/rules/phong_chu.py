"""Rules of the letters of the whole paper: their font and their colour (PL I.I.4)."""

from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.anatomy.vocabulary import is_stamped
from docgen.check.finding import Fault, Rules, Severity, Verdicts
from docgen.check.gauges.pages import page_heads
from docgen.check.gauges.prose import places_to_fill
from docgen.check.ink import DrawnRule, Span
from docgen.check.mends import Drawn, Letters
from docgen.check.view import Line, Paragraph
from docgen.decree30 import FONT
from docgen.text.patterns import rare_re

rule = Rules("Phông chữ và màu chữ")

_SQUEEZED: Final = "".join(FONT.lower().split())
_SYMBOLS: Final = ("wingdings", "webdings", "symbol", "marlett", "zapf", "cambria math", "mt extra")
_OLD_CODES: Final = (".vn", "vn")
_ODD_WORDS: Final = 3  # words of one paragraph; a foreign name or a sign may look like one or two
_TCVN3: Final = rare_re(r"\b[a-zA-Z]+[µ¶·¸¹¨©ª«¬®»¼½¾ÆÇËÎÏÑÖ×ØÜÞß]|[®§][^\W\d_µ]", *"µ¶·¸¹¨©ª«¬®»¼½¾ÆÇËÎÏÑÖ×ØÜÞß§")
_VNI: Final = rare_re(
    r"\b\w*[aeoAEO][äåæëïöüûñÄÅÆËÏÖÜÛÑøùØÙ]\w*|\b\w*[uöUÖôÔ][ïûõøùÏÛÕØÙ]\w*",
    *"äåæëïöüûñÄÅÆËÏÖÜÛÑøØ",
    *(first + last for first in "aeoAEOuUôÔ" for last in "ùÙ"),  # which by themselves are letters of Unicode's Vietnamese too
    *(first + last for first in "uUôÔ" for last in "õÕ"),
)
_NEARLY_BLACK: Final = 0x40
_COLOURS: Final = {
    "FF0000": "đỏ", "C00000": "đỏ", "EE0000": "đỏ", "0000FF": "xanh", "0563C1": "xanh", "0070C0": "xanh", "00B0F0": "xanh",
    "1F497D": "xanh", "002060": "xanh", "000080": "xanh", "2E74B5": "xanh", "2F5496": "xanh", "365F91": "xanh",
    "00B050": "xanh lá cây", "FFFFFF": "trắng", "FFFF00": "vàng",
}  # fmt: skip


def _paragraphs(paper: Paper) -> Iterator[Paragraph]:
    """Yield every paragraph that is printed, stamps aside: of the body, of headers and of footers."""
    yield from (each for each in paper.view.paragraphs if not is_stamped(each))
    yield from (paragraph for head in page_heads(paper.view) for paragraph in head.paragraphs)


@rule("P04", Severity.ERROR, "PL I.I.4")
def phong_chu(paper: Paper) -> Verdicts:
    """Mọi chữ dùng phông Times New Roman, bảng mã Unicode.

    Xét cả bảng, đầu trang, chân trang. Dấu đầu dòng, ô đánh dấu bằng phông ký hiệu (Wingdings, Symbol) không bị xét. Tên khác của
    cùng phông (TimesNewRomanPSMT) chỉ bị nhắc.

    Đạt: Times New Roman
    Không đạt: .VnTime, VNI-Times, Arial, Calibri
    """
    places: dict[str, list[Line]] = {}
    for paragraph in _paragraphs(paper):
        wrong: dict[str, list[Span]] = {}
        for span in paragraph.spans:
            if not (span.face.ascii_font == span.face.other_font == FONT) and not (span.automatic and paragraph.bullet):
                for font in _fonts_of_words(span):
                    wrong.setdefault(font, []).append(span)
        for font, spans in wrong.items():
            places.setdefault(font, []).append(Line(paragraph, tuple(spans)))
    for font, lines in places.items():
        yield _font_fault(font, lines)
    if not any("".join(font.split()).lower().startswith(_OLD_CODES) for font in places):
        yield from _old_code_faults(paper)


def _old_code_faults(paper: Paper) -> Iterator[Fault]:
    """Yield a fault where letters are those of TCVN3 or VNI ("ViÖc thùc hiÖn", "Vieäc thöïc hieän") in another font."""
    paragraphs = list(_paragraphs(paper))
    text = "\n".join(each.text for each in paragraphs)
    for name, letters in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        if len(letters.findall(text)) < _ODD_WORDS:
            continue
        odd = [each for each in paragraphs if len(letters.findall(each.text)) >= _ODD_WORDS]
        if odd:
            message = f"Chữ gõ theo bảng mã {name}{_count([each.whole for each in odd])}, không phải Unicode"
            yield Fault(odd[0], message, f"chuyển mã sang Unicode rồi đặt phông {FONT}", others=tuple(odd[1:]))
            return


def _fonts_of_words(span: Span) -> list[str]:
    """Return the fonts other than the decree's in which letters or digits of `span` are set, in the order of the letters."""
    face = span.face
    fonts = dict.fromkeys(face.ascii_font if each < "\x80" else face.other_font for each in span.text if each.isalnum())
    return [font for font in fonts if not _is_allowed(font)]


def _is_allowed(font: str) -> bool:
    name = " ".join(font.split()).lower()
    return name in ("", FONT.lower()) or name.startswith(_SYMBOLS)


def _font_fault(font: str, lines: list[Line]) -> Fault:
    name = "".join(font.split()).lower()
    count = _count(lines)
    others = tuple(lines[1:])
    if name.startswith(_OLD_CODES):
        message = f"Phông chữ {font}{count} không theo bảng mã Unicode, phải là {FONT}"
        return Fault(lines[0], message, f"chuyển mã sang Unicode rồi đặt phông {FONT}", others=others)
    message = f"Phông chữ {font}{count}, phải là {FONT}"
    severity = Severity.WARNING if _SQUEEZED in name.replace("-", "") or name == "times" else None
    mends = tuple(Letters(line, font=FONT) for line in lines)
    return Fault(lines[0], message, f"đặt phông {FONT}", severity, others=others, mends=mends)


@rule("P05", Severity.WARNING, "PL I.I.4")
def mau_chu(paper: Paper) -> Verdicts:
    """Chữ và đường kẻ màu đen.

    Dấu chỉ độ khẩn, độ mật, phạm vi lưu hành được in màu đỏ. Chữ tô nền chỉ bị nhắc khi văn bản đã có số và ngày.

    Đạt: chữ đen, hoặc màu tự động
    Không đạt: địa chỉ thư điện tử màu xanh; đoạn góp ý màu đỏ
    """
    stamps = {line.paragraph for line in (paper.head.khan, paper.head.mat, paper.head.luu_hanh) if line}
    coloured: dict[str, list[Line]] = {}
    highlighted: list[Paragraph] = []
    for paragraph in _paragraphs(paper):
        if paragraph.unseen:
            coloured.setdefault(_colour("FFFFFF"), []).append(Line(paragraph, paragraph.unseen))
        if paragraph in stamps or all(span.face.color is None and not span.face.highlight for span in paragraph.spans):
            continue
        for colour, line in _coloured(paragraph).items():
            coloured.setdefault(colour, []).append(line)
        if any(span.face.highlight and span.visible for span in paragraph.spans):
            highlighted.append(paragraph)
    for colour, lines in coloured.items():
        message = f"Chữ màu {colour}{_count(lines)}, phải là màu đen"
        mends = tuple(Letters(line, black=True) for line in lines)
        yield Fault(lines[0], message, "đặt màu chữ tự động hoặc đen", others=tuple(lines[1:]), mends=mends)
    if not paper.is_draft and (marked := _marked(highlighted)):
        mends = tuple(Letters(line, plain=True) for line in marked)
        yield Fault(marked[0], f"Chữ được tô nền{_count(marked)}", "bỏ tô nền", others=tuple(marked[1:]), mends=mends)
    yield from _line_colours(paper)
    borders = [colour for section in paper.view.sections for colour in section.border_colours if not _is_black(colour)]
    if borders:
        yield Fault(None, f"Khung viền trang màu {_colour(borders[0])}, phải là màu đen", "bỏ khung viền trang hoặc đặt màu đen")


def _marked(highlighted: list[Paragraph]) -> list[Line]:
    """Return what is highlighted, but for the blanks still to be filled in, of which another rule speaks."""
    blanks = places_to_fill(highlighted)
    lines = (Line(paragraph, tuple(_outside(paragraph, blanks.get(id(paragraph), [])))) for paragraph in highlighted)
    return [line for line in lines if line.spans]


def _outside(paragraph: Paragraph, blanks: list[tuple[int, int]]) -> Iterator[Span]:
    end = 0
    for span in paragraph.spans:
        start, end = end, end + len(span.text)
        in_blank = any(first <= start and end <= last for first, last in blanks)
        if span.face.highlight and span.visible and not in_blank:
            yield span


def _coloured(paragraph: Paragraph) -> dict[str, Line]:
    spans: dict[str, list[Span]] = {}
    for span in paragraph.spans:
        if span.visible and not _is_black(span.face.color):
            spans.setdefault(_colour(span.face.color), []).append(span)
    return {colour: Line(paragraph, tuple(shown)) for colour, shown in spans.items()}


def _is_black(colour: str | None) -> bool:
    if colour is None or colour == "AUTO":
        return True
    try:
        return max(bytes.fromhex(colour)) <= _NEARLY_BLACK
    except ValueError:
        return True


def _colour(colour: str | None) -> str:
    return _COLOURS.get(colour or "", f"#{colour}")


def _count(lines: list[Line]) -> str:
    return f" ở {len(lines)} đoạn" if len(lines) > 1 else ""


def _line_colours(paper: Paper) -> Iterator[Fault]:
    head = paper.head
    under: tuple[tuple[tuple[DrawnRule, ...], Line | None, str], ...] = (
        (head.ke_tieu_ngu, head.tieu_ngu, "Tiêu ngữ"),
        (head.ke_co_quan, head.ban_hanh[-1] if head.ban_hanh else None, "tên cơ quan"),
        (paper.ke_trich_yeu, paper.trich_yeu[-1] if paper.trich_yeu else None, "trích yếu"),
    )
    for rules, line, name in under:
        colours = [rule.color for rule in rules if rule.kind != "characters" and not _is_black(rule.color)]
        if colours:
            message = f"Đường kẻ dưới {name} màu {_colour(colours[0])}, phải là màu đen"
            mends = (Drawn(line, rules[0].length, rules),) if line is not None and len(rules) == 1 and rules[0].length else ()
            yield Fault(line, message, "đặt màu đen cho đường kẻ", mends=mends)
