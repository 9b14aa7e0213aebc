"""The review list as words: on the terminal, and as Markdown with boxes to tick off; both read as plain text."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from html.entities import html5
from typing import Final

from docgen.rollover.changes import ReviewGroup
from docgen.rollover.rasoat import ORDER, Cho, MucRaSoat, RaSoat
from docgen.text.patterns import lazy_re
from docgen.text.wording import capitals

TITLES = {ReviewGroup.DECIDE: "Cần quyết định", ReviewGroup.DONE: "Đã đổi", ReviewGroup.LEFT: "Giữ nguyên có chủ ý"}
NOTHING = "không có"


def outcome(item: MucRaSoat, room: int = 10_000) -> str:
    """Return what became of the words, each side cut to `room` letters; of a remark the reason, which is all there is."""
    old, new = shortened(item.old, room), shortened(item.new, room)
    if item.is_remark:
        return item.why
    if item.lot:
        return f"“{old}”: {new}"
    if item.old == item.new:
        return f"“{old}”: {'chưa đổi' if item.group is ReviewGroup.DECIDE else 'giữ nguyên'}"
    if not item.new:
        return f"“{old}”: bỏ"
    return f"“{old}” → “{new}”" if item.old else f"thêm “{new}”"


def around(place: Cho, room: int) -> str:
    """Return the words as they stand in the new file between « and », with up to `room` letters on either side."""
    change = place.change
    behind = shortened(change.behind, room if change.old or change.new else 2 * room, keep_start=True)
    if not change.old and not change.new:
        return behind
    if not (change.before or change.new or change.behind):
        return ""  # a value that is emptied: nothing stands there
    before = _end_of(change.before, room)
    remark = f" ({change.remark})" if change.remark else ""
    return f"{before}«{shortened(change.new, 2 * room)}»{behind}{remark}"


def shortened(text: str, room: int, *, keep_start: bool = False) -> str:
    """Return `text` on one line, cut at a space where it is longer than `room` letters."""
    flat = _flat(text) if keep_start else _flat(text).strip()
    if len(flat) <= room:
        return flat.rstrip()
    return flat[: room + 1].rsplit(" ", 1)[0].rstrip() + "…"


def counts(review: RaSoat) -> str:
    """Return how many places there are in each part."""
    decide, done, left = (review.places(group) for group in (ReviewGroup.DECIDE, ReviewGroup.DONE, ReviewGroup.LEFT))
    return f"{decide + done + left} chỗ: {decide} cần quyết định, {done} đã đổi, {left} giữ nguyên có chủ ý"


def _end_of(text: str, room: int) -> str:
    flat = _flat(text)
    if len(flat) <= room:
        return flat.lstrip()
    return "…" + flat[-room - 1 :].split(" ", 1)[-1].lstrip()


def _flat(text: str) -> str:
    """Return `text` with one space for every gap."""
    inner = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


_WIDTH: Final = 110
_AROUND_SHORT: Final = 36  # letters on either side of the words in question
_SHORT: Final = 48  # letters of old and new words in short lines
_FEW: Final = 8  # places that are all shown where a person has to decide
_MOST_SHOWN: Final = 3  # places that are all shown of what was done, and of a schedule; of more the alike ones stand together
_MOST_LINES: Final = 15  # numbers of lines behind them
_SCREEN: Final = 20  # lines: with heading and rest a terminal of 24
_NUMBER: Final = lazy_re(r"\d+|(?<!\w)[IVX]+(?!\w)")
_Block = tuple[list[str], Sequence[Cho]]  # lines of the list, and the places that they show


def as_text(review: RaSoat) -> str:
    """Return the list as lines of at most 110 letters, each ended."""
    return "".join(f"{line}\n" for line in _plain_lines(review))


def _plain_lines(review: RaSoat) -> Iterator[str]:
    yield f"DANH SÁCH RÀ SOÁT: kế hoạch năm {review.years.old} chuyển sang năm {review.years.new}"
    yield from _wrapped("Kế hoạch: ", review.trich_yeu)
    yield from _wrapped("Từ: ", review.nguon)
    yield from _wrapped("Sang: ", review.dich)
    for group in ORDER:
        items = review.of(group)
        yield ""
        yield f"{capitals(TITLES[group])}: {f'{review.places(group)} chỗ' if items else NOTHING}"
        if group is ReviewGroup.DECIDE:
            yield from (line for item in items for line in _in_full(item))
        else:
            yield from _one_screen(items, [list(_in_short(item, review)) for item in items])
    yield ""
    yield f"Tổng cộng {counts(review)}."


def _in_full(item: MucRaSoat) -> Iterator[str]:
    """Yield what a person decides on: the reason, and the words of every place, of many alike ones once."""
    opening = _opening(item)
    yield from _wrapped(opening, outcome(item))
    indent = " " * len(opening)
    if not item.is_remark:
        yield from _wrapped(f"{indent}Lý do: ", item.why, len(opening))
    groups = [[place] for place in item.cho] if item.lot or len(item.cho) <= _FEW else _alike(item)
    shown = groups[:_MOST_SHOWN] if item.lot and len(item.cho) > _FEW else groups
    for first, *others in shown:
        yield from _wrapped(f"{indent}- ", _with_words(f"{first.ten} ({first.place})", first, others))
    yield from _further(f"{indent}- ", [place for group in groups[len(shown) :] for place in group])


def _in_short(item: MucRaSoat, review: RaSoat) -> Iterator[_Block]:
    """Yield what became of an item with its first place; of what was changed a block for the words of each further place."""
    many = f" ({len(item.cho)} chỗ)" if len(item.cho) > 1 else ""
    said = item.why if item.is_remark else f"{outcome(item, _SHORT)}{many}: {item.why}"
    opening = _opening(item)
    indent = " " * len(opening)
    heading = _wrapped(opening, said)
    if item.group is not ReviewGroup.DONE:
        yield [*heading, *_wrapped(indent, "; ".join(_short_place(place, review) for place in item.cho))], item.cho
        return
    for group in [[place] for place in item.cho] if len(item.cho) <= _MOST_SHOWN else _alike(item):
        first, *others = group
        yield [*heading, *_wrapped(indent, _with_words(_short_place(first, review), first, others))], group
        heading = []


def _alike(item: MucRaSoat) -> list[list[Cho]]:
    """Return the places of `item`, those together that stand in the same words but for numbers; bare values come last."""
    groups: dict[str, list[Cho]] = {}
    for place in item.cho:
        groups.setdefault(_NUMBER.sub("#", around(place, _AROUND_SHORT)), []).append(place)
    return sorted(groups.values(), key=lambda group: not (group[0].change.before or group[0].change.behind))


def _with_words(where: str, place: Cho, others: Sequence[Cho]) -> str:
    words = around(place, _AROUND_SHORT)
    more = f" và {len(others)} chỗ như thế: {_lines_of(others)}" if others else ""
    return f"{where}{more}" + (f": {words}" if words else "")


def _further(opening: str, left: Sequence[Cho]) -> Iterator[str]:
    """Yield the lines of the places that are `left`."""
    if left:
        yield from _wrapped(opening, f"và {len(left)} chỗ nữa: {_lines_of(left)}")


def _lines_of(places: Sequence[Cho]) -> str:
    lines = list(dict.fromkeys(str(place.place.line) for place in places if place.place.line is not None))
    return f"dòng {', '.join(lines[:_MOST_LINES])}{'…' if len(lines) > _MOST_LINES else ''}"


def _one_screen(items: Sequence[MucRaSoat], blocks: Sequence[Sequence[_Block]]) -> Iterator[str]:
    """Yield one screen: first of each item what became of it and its first words, then as many further words as fit."""
    room, shown = _SCREEN, 0
    for one in blocks:
        needed = len(one[0][0]) + (len(one) > 1)
        if needed > room:
            break
        room, shown = room - needed, shown + 1
    for item, one in zip(items[:shown], blocks, strict=False):
        count = 1
        while count < len(one) and len(one[count][0]) <= room + (count + 1 == len(one)):
            room -= len(one[count][0]) - (count + 1 == len(one))
            count += 1
        yield from (line for lines, _ in one[:count] for line in lines)
        yield from _further(" " * len(_opening(item)), [place for _, places in one[count:] for place in places])
    if shown < len(items):
        yield f"       … và {len(items) - shown} mục nữa; xem đủ trong tệp danh sách rà soát (.docx hoặc .md)"


def _short_place(place: Cho, review: RaSoat) -> str:
    """Return the name and the line and column; the file too where it is not the one that the heading names."""
    where = str(place.place).removeprefix(f"{review.dich}:")
    return f"{place.ten} ({where})" if place.place.line is not None or where != review.dich else place.ten


def _opening(item: MucRaSoat) -> str:
    return f"{item.so:>3}. [ ] "


def _wrapped(opening: str, text: str, indent: int | None = None) -> list[str]:
    """Return `text` behind `opening`, its further lines below its first or indented by `indent`."""
    margin = " " * (len(opening) if indent is None else indent)
    return textwrap.wrap(
        text, _WIDTH, initial_indent=opening, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


_AROUND: Final = 60
_EATEN: Final = lazy_re(
    r"[\\`*_<>~$]"  # marks of style, tags, formulas
    r"|&(?=#?\w+;)"  # perhaps a character's name
    r"|!(?=\[)|\[(?=[^\[\]]*\][(\[:]|\^)"  # pictures, links, notes
    r"|\](?=[(\[:])"
)


def as_markdown(review: RaSoat) -> str:
    """Return the list as a Markdown text."""
    return "".join(f"{line}\n" for line in _markdown_lines(review))


def _markdown_lines(review: RaSoat) -> Iterator[str]:
    years = review.years
    yield f"# Danh sách rà soát kế hoạch năm {years.new}"
    yield ""
    yield f"- Kế hoạch: {_escaped(review.trich_yeu)}"
    yield f"- Chuyển từ năm {years.old} ({_code(review.nguon)}) sang năm {years.new} ({_code(review.dich)})"
    yield f"- Tổng cộng {counts(review)}"
    yield "- Chữ giữa « và » là chỗ nói đến, đúng như trong tệp mới"
    for group in ORDER:
        items = review.of(group)
        yield ""
        yield f"## {TITLES[group]}: {f'{review.places(group)} chỗ' if items else NOTHING}"
        for item in items:
            said = item.why if item.is_remark else f"{outcome(item)}: {item.why}"
            many = f" ({len(item.cho)} chỗ)" if len(item.cho) > 1 else ""
            yield ""
            yield f"- [ ] {item.so}) {_escaped(said)}{many}"
            yield from (f"  - {_place(place)}" for place in item.cho)


def _place(place: Cho) -> str:
    words = around(place, _AROUND)
    where = f"{_escaped(place.ten)}, {_code(str(place.place))}"
    return f"{where}: {_escaped(words)}" if words else where


def _escaped(text: str) -> str:
    """Return `text` on one line, with a backslash before what Markdown would take for a mark of its own."""
    return _EATEN.sub(_with_backslash, " ".join(text.split()))


def _with_backslash(mark: re.Match[str]) -> str:
    name = mark.string[mark.end() :].partition(";")[0]
    is_word = mark.group() == "&" and not name.startswith("#") and f"{name};" not in html5
    return mark.group() if is_word else f"\\{mark.group()}"


def _code(text: str) -> str:
    """Return a file's name so that nothing in it is taken for a mark."""
    return _escaped(text) if "`" in text else f"`{text}`"
