"""What many rules ask of a line: its size, its face, its place, the line drawn under it; and faults of many lines told once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.anatomy.vocabulary import POINTER
from docgen.check.finding import Fault, Severity
from docgen.check.gauges.body import typed_indent
from docgen.check.ink import DrawnRule, RuleKind
from docgen.check.mends import Drawn, Layout, Letters
from docgen.check.view import Line
from docgen.text import typography

_FIRST_PAGE: Final = 40  # paragraphs
_OPENING: Final = 25  # paragraphs in which a paper says what it is
THONG_LE: Final = "thông lệ, Nghị định không quy định"  # the clause of a rule that rests on practice alone: never an error
_BEST_FIRST: Final[tuple[RuleKind, ...]] = ("drawing", "border", "cell border", "characters", "underline")
_FILLED: Final = 0.8  # of a cell: how long a line is whose place in it is hardly seen
_OFF_MIDDLE: Final = 8.0  # mm


def face_faults(
    line: Line, name: str, *, sizes: tuple[float, float] | None = None, bold: bool | None = None, italic: bool | None = None
) -> Iterator[Fault]:
    """Yield a fault where the size in points is out of `sizes` (both ends allowed), or the face is not as it has to be."""
    if sizes is not None:
        low, high = sizes
        wrong = [size for size in line.sizes if not low <= size <= high]
        if wrong:
            allowed = numbers(low) if low == high else f"{numbers(low)} đến {numbers(high)}"
            mends = (Letters(line, size=sizes),)
            yield Fault(line, f"{name} cỡ chữ {numbers(wrong[0])}, phải là {allowed}", f"đặt cỡ chữ {allowed}", mends=mends)
    if bold is not None and line.share("bold") != ("all" if bold else "none"):
        message = f"{name} {'phải đậm' if bold else 'không được đậm'}"
        yield Fault(line, message, "đặt chữ đậm" if bold else "bỏ chữ đậm", mends=(Letters(line, bold=bold),))
    if italic is not None and line.share("italic") != ("all" if italic else "none"):
        shape = "nghiêng" if italic else "đứng"
        yield Fault(line, f"{name} phải là chữ {shape}", f"đặt chữ {shape}", mends=(Letters(line, italic=italic),))


def centre_faults(line: Line, name: str) -> Iterator[Fault]:
    """Yield a fault where `line` does not stand in the middle of its column by its paragraph's own alignment."""
    paragraph = line.paragraph
    if paragraph.align != "center":
        shifted = bool(typed_indent(paragraph)) or paragraph.left + paragraph.first_line > 0
        mends = () if shifted else (Layout(paragraph, align="center"),)
        fault = Fault(line, f"{name} phải canh giữa", "canh giữa (Ctrl+E)", mends=mends)
        yield fault._replace(severity=Severity.WARNING) if shifted else fault


def in_capitals(text: str) -> bool:
    """Return whether every letter of `text` is a capital."""
    return text.upper() == text


def numbers(value: float) -> str:
    """Return a measure as a Vietnamese reader writes it: 28,5."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def gathered(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield `faults` with those that say the same made into one, at the place of the first."""
    alike: dict[str, list[Fault]] = {}
    for fault in faults:
        alike.setdefault(fault.message, []).append(fault)
    for first, *rest in alike.values():
        others = tuple(other.where for other in rest if other.where is not None)
        yield first._replace(others=others, mends=tuple(mend for fault in (first, *rest) for mend in fault.mends))


def line_width(line: Line) -> float:
    """Return the width in mm that the words of `line` take on one line."""
    spans, total = [*line.spans], 0.0
    while spans and not spans[0].visible:
        del spans[0]
    while spans and not spans[-1].visible:
        del spans[-1]
    for place, span in enumerate(spans):
        text = span.text if place else span.text.lstrip()
        text = text if place < len(spans) - 1 else text.rstrip()
        kind: typography.Face = "bold" if span.face.bold else "italic" if span.face.italic else "regular"
        width = typography.width(" ".join(text.split("\n")), span.face.size, kind)
        total += width * span.face.scale + span.face.spacing * typography.MM_PER_POINT * len(text)
    return total


def flush_faults(line: Line, name: str) -> Iterator[Fault]:
    """Yield a warning where a line that has to be centred in its cell stands at the edge, short enough for a reader to see it."""
    paragraph, place = line.paragraph, line.paragraph.place
    if (
        paragraph.align == "center"
        or place is None
        or place.width is None
        or line.words not in [each.words for each in paragraph.lines]
    ):
        return
    moved = paragraph.text[:1].isspace() or paragraph.left + paragraph.first_line > 0 or paragraph.right > 0
    drawn_out = () if paragraph.element is None else (each.attrib.values() for each in paragraph.element.iter("{*}jc"))
    spread = any(value.endswith("istribute") for values in drawn_out for value in values)
    if not moved and not spread and line_width(line) < _FILLED * place.width:
        mends = (Layout(paragraph, align="center"),)
        yield Fault(line, f"{name} phải canh giữa", "canh giữa (Ctrl+E)", Severity.WARNING, mends=mends)


def says(paper: Paper, words: str) -> bool:
    """Return whether some paragraph of the paper opens with `words`, in capitals or not."""
    return any(paragraph.words.lower().startswith(words) for paragraph in paper.view.paragraphs)


def is_attached(paper: Paper) -> bool:
    """Return whether the paper is issued with another, which bears its number and date: "(Kèm theo Quyết định số …)"."""
    end = min((appendix.label.paragraph.number for appendix in paper.phu_luc if appendix.label), default=_OPENING)
    return any(POINTER.match(paragraph.words) for paragraph in paper.view.paragraphs[: min(end, _OPENING)])


def lettering(line: Line) -> Line:
    """Return `line` as it was typed: without the number that Word sets, without spans that hold marks alone."""
    spans = tuple(span for span in line.spans if not span.automatic and any(map(str.isalnum, span.text)))
    return Line(line.paragraph, spans) if spans else line


def counted(faults: Iterable[Fault], unit: str = "dòng") -> Iterator[Fault]:
    """Yield `faults` with those that say the same told once, where the first stands, with how many `unit` there are."""
    for fault in gathered(faults):
        count = len(fault.others) + 1
        yield fault._replace(message=f"{fault.message} ({count} {unit})") if count > 1 else fault


@dataclass(frozen=True, slots=True)
class Length:
    """How long a line has to be, in words, which length in mm is `best`, and those (least, greatest) that a person lets pass.

    `severity` is that of a line of another length, None where it is the rule's own.
    """

    words: str
    best: float
    accepted: tuple[tuple[float, float], ...]
    severity: Severity | None = Severity.WARNING

    def __contains__(self, length: float | None) -> bool:
        return length is None or not self.accepted or any(low <= length <= high for low, high in self.accepted)


def strays(paper: Paper) -> bool:
    """Return whether lines float on the first page whose anchors tell nothing: one of them may be the line that is sought."""
    known = {id(rule) for rule in (*paper.head.ke_tieu_ngu, *paper.head.ke_co_quan, *paper.head.ke_cong_van)}
    attached = min((each.paragraphs[0].number for each in paper.phu_luc if each.paragraphs), default=_FIRST_PAGE + 1)
    own = paper.view.paragraphs[: min(_FIRST_PAGE, attached - 1)]
    floating = [rule for paragraph in own for rule in paragraph.rules if rule.floating and id(rule) not in known]
    return len(floating) > bool(paper.ke_trich_yeu)


def line_faults(under: Line, name: str, rules: tuple[DrawnRule, ...], wanted: Length) -> Iterator[Fault]:
    """Yield what is wrong with the line drawn under the component `name`, one fault at most."""
    draw = f"vẽ đường thẳng ngang, nét liền, canh giữa dưới dòng chữ, {wanted.words}"
    drawn = sorted(rules, key=lambda rule: _BEST_FIRST.index(rule.kind))
    kind = drawn[0].kind if drawn else None
    anew = (Drawn(under, wanted.best, rules),)
    if kind is None:
        yield Fault(under, f"Thiếu đường kẻ dưới {name}", draw, mends=anew)
    elif kind == "underline":
        message = f"Dưới {name} là chữ gạch chân, phải là đường kẻ riêng"
        yield Fault(under, message, f"bỏ gạch chân, {draw}", mends=(*anew, Letters(under, underline=False)))
    elif kind == "characters":
        message = f"Đường kẻ dưới {name} được gõ bằng ký tự, nên là đường vẽ"
        severity = Severity.WARNING if drawn[0].broken else Severity.NOTE  # a row of underscores is a solid line all the same
        mends = anew if severity is not Severity.NOTE else ()
        yield Fault(under, message, f"xóa các ký tự, {draw}", severity, mends=mends)
    elif not any(rule.length in wanted for rule in drawn if rule.kind not in ("characters", "underline")):
        message = f"Đường kẻ dưới {name} dài {numbers(drawn[0].length or 0)} mm, phải {wanted.words}"
        yield Fault(under, message, f"kéo đường kẻ lại cho {wanted.words}", wanted.severity, mends=anew)


def aside_fault(under: Line, name: str, rules: tuple[DrawnRule, ...], middle: float) -> Iterator[Fault]:
    """Yield a fault where the only line under the component `name` stands off the middle, `middle` mm from the left."""
    own = rules[0].middle if len(rules) == 1 else None
    if own is not None and abs(own - middle) > _OFF_MIDDLE:
        message = f"Đường kẻ dưới {name} không cân đối so với dòng chữ"
        mends = (Drawn(under, rules[0].length, rules),)
        yield Fault(under, message, "đưa đường kẻ vào giữa", Severity.WARNING, mends=mends)
