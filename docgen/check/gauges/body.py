"""The paragraphs of the body: which have to stand as PL I.II.6.e says, how far apart they are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from docgen.check.anatomy import Item, Paper
from docgen.check.finding import Fault, Severity
from docgen.check.mends import Mend
from docgen.check.view import Paragraph
from docgen.text import typography

TITLED: Final = frozenset({"phần", "chương", "mục", "tiểu mục"})
LISTED: Final = frozenset({"khoản con", "điểm", "ngoặc", "gạch", "cộng", "dấu tròn"})
_Thing = TypeVar("_Thing")
_SURELY_ONE_LINE: Final = 45  # so many characters of 14 pt never fill 155 mm, and the other number always does
_SURELY_SEVERAL: Final = 130
_DISPLAYED: Final = 3  # a centred paragraph of so many lines is no heading, no caption, no formula
_PICTURES: Final = ("}drawing", "}pict", "}object")
_MEASURE: Final = 155.0  # the narrowest text that the margins allow, where a paragraph's own is not known


def body(paper: Paper) -> tuple[Item, ...]:
    """Return the paragraphs of the body that hold words, the legal bases too."""
    listed = {id(item.paragraph) for item in paper.muc}
    bases = tuple(Item(base, "đoạn", "", base.words) for base in paper.can_cu if id(base) not in listed)
    return tuple(item for item in bases + paper.muc if any(letter.isalpha() for letter in item.paragraph.text))


def ordinary(paper: Paper) -> tuple[Item, ...]:
    """Return the paragraphs of running text, of lists and of the headings before them; not what is set in the middle."""
    return tuple(item for item in body(paper) if item.level not in TITLED and not is_displayed(item.paragraph))


def is_displayed(paragraph: Paragraph) -> bool:
    """Return whether it is a short text set in the middle or at the right, as headings, captions and units of measure are."""
    return paragraph.align in ("center", "right") and printed_lines(paragraph) < _DISPLAYED


def printed_lines(paragraph: Paragraph) -> int:
    """Return how many lines the paragraph's longest part between manual breaks takes, about."""
    longest = max(paragraph.lines, key=lambda line: len(line.words), default=None)
    if longest is None or len(longest.words) < _SURELY_ONE_LINE:
        return 1
    if len(longest.words) > _SURELY_SEVERAL * _DISPLAYED:
        return _DISPLAYED
    room = (paragraph.width or _MEASURE) - paragraph.left - paragraph.right
    return typography.line_count(longest.words, longest.sizes[0], max(room, 1), max(paragraph.first_line, 0))


def first_line_start(paragraph: Paragraph) -> float:
    """Return how far in mm from the text's left edge the first line begins."""
    return paragraph.left + paragraph.first_line


def typed_indent(paragraph: Paragraph) -> str:
    """Return the tabs and blanks that were typed before the first word."""
    text = "".join(span.text for span in paragraph.spans if not span.automatic)
    return "" if paragraph.label else text[: len(text) - len(text.lstrip(" \t\u00a0"))]


def neighbours(items: Sequence[Item]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each paragraph with the one right below it, nothing between them, not even an empty one."""
    for above, below in pairwise(items):
        upper, lower = above.paragraph, below.paragraph
        if lower.number == upper.number + 1 and upper.section == lower.section and not lower.page_break_before:
            yield upper, lower


def gap_between(upper: Paragraph, lower: Paragraph) -> float:
    """Return the gap in points that Word leaves between two paragraphs."""
    same = upper.style == lower.style
    after = 0.0 if upper.contextual and same else upper.gap_after
    before = 0.0 if lower.contextual and same else lower.gap_before
    return after + before


def empties_between(paper: Paper, items: Sequence[Item]) -> tuple[Paragraph, ...]:
    """Return the empty paragraphs that stand between two paragraphs of `items`, with nothing but such around them."""
    known = {id(item.paragraph) for item in items}
    ends = {id(section.last) for section in paper.view.sections}
    found: list[Paragraph] = []
    run: list[Paragraph] | None = None
    for block in paper.view.blocks:
        if id(block) in known:
            found += run or []
            run = []
        elif run is not None and isinstance(block, Paragraph) and _is_empty(block) and id(block) not in ends:
            run.append(block)
        else:
            run = None
    return tuple(found)


def _is_empty(paragraph: Paragraph) -> bool:
    if paragraph.words or paragraph.rules or paragraph.fields or paragraph.page_break_before or "\f" in paragraph.text:
        return False
    return paragraph.element is None or not any(str(each.tag).endswith(_PICTURES) for each in paragraph.element.iter())


def grouped(things: Iterable[_Thing], said: Callable[[_Thing], str]) -> Iterator[tuple[str, list[_Thing]]]:
    """Yield `things` by what is `said` of each, in the order of the first of each."""
    groups: dict[str, list[_Thing]] = {}
    for thing in things:
        groups.setdefault(said(thing), []).append(thing)
    yield from groups.items()


def many(
    places: Sequence[Paragraph], says: str, remedy: str, severity: Severity | None = None, *, mends: Iterable[Mend] = ()
) -> Fault:
    """Return one fault for all `places`: `says` goes on with "Đoạn này" or with how many they are."""
    subject = "Đoạn này" if len(places) == 1 else f"{len(places)} đoạn"
    return Fault(places[0], f"{subject} {says}", remedy, severity, others=tuple(places[1:]), mends=tuple(mends))
