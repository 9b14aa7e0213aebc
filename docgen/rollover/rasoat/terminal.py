"""The review list on the terminal: decisions in full, what was changed or left in short lines, the counts last."""

import textwrap
from collections.abc import Iterator
from typing import Final

from docgen.rollover.rasoat.values import ORDER, Cho, MucRaSoat, RaSoat
from docgen.rollover.rasoat.words import NOTHING, TITLES, around, counts, outcome
from docgen.rollover.values import Group
from docgen.text.wording import capitals

_WIDTH: Final = 110
_AROUND: Final = 36  # letters on either side of the words in question
_SHORT: Final = 48  # letters of old and new words in short lines


def as_text(review: RaSoat) -> str:
    """Return the list as lines of at most 110 letters, each ended."""
    return "".join(f"{line}\n" for line in _lines(review))


def _lines(review: RaSoat) -> Iterator[str]:
    years = review.years
    yield f"DANH SÁCH RÀ SOÁT: kế hoạch năm {years.old} chuyển sang năm {years.new}"
    yield from _wrapped("Kế hoạch: ", review.trich_yeu)
    yield from _wrapped("Từ: ", review.nguon)
    yield from _wrapped("Sang: ", review.dich)
    for group in ORDER:
        items = review.of(group)
        yield ""
        yield f"{capitals(TITLES[group])}: {f'{review.places(group)} chỗ' if items else NOTHING}"
        for item in items:
            yield from _in_full(item) if group is Group.DECIDE else _in_short(item, review)
    yield ""
    yield f"Tổng cộng {counts(review)}."


def _in_full(item: MucRaSoat) -> Iterator[str]:
    opening = _opening(item)
    yield from _wrapped(opening, outcome(item))
    indent = " " * len(opening)
    if not item.is_remark:
        yield from _wrapped(f"{indent}Lý do: ", item.why, len(opening))
    for place in item.cho:
        words = around(place, _AROUND)
        yield from _wrapped(f"{indent}- ", f"{place.ten} ({place.place})" + (f": {words}" if words else ""))


def _in_short(item: MucRaSoat, review: RaSoat) -> Iterator[str]:
    many = f" ({len(item.cho)} chỗ)" if len(item.cho) > 1 else ""
    said = item.why if item.is_remark else f"{outcome(item, _SHORT)}{many}: {item.why}"
    opening = _opening(item)
    yield from _wrapped(opening, said)
    yield from _wrapped(" " * len(opening), "; ".join(_short_place(place, review) for place in item.cho))


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
