"""The review list as Markdown with boxes to tick off; it reads as well as plain text."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Final

from docgen.rollover.rasoat.values import ORDER, Cho, MucRaSoat, RaSoat
from docgen.rollover.rasoat.words import NOTHING, TITLES, around, counts, outcome

_AROUND: Final = 60
_EATEN: Final = re.compile(
    r"[\\`*_<>~$]"  # marks of style, tags, formulas
    r"|&(?=#?\w+;)"  # perhaps a character's name
    r"|!(?=\[)|\[(?=[^\[\]]*\][(\[:]|\^)"  # pictures, links, notes
    r"|\](?=[(\[:])"
)


def as_markdown(review: RaSoat) -> str:
    """Return the list as a Markdown text."""
    return "".join(f"{line}\n" for line in _lines(review))


def _lines(review: RaSoat) -> Iterator[str]:
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
            yield ""
            yield from _item(item)


def _item(item: MucRaSoat) -> Iterator[str]:
    said = item.why if item.is_remark else f"{outcome(item)}: {item.why}"
    many = f" ({len(item.cho)} chỗ)" if len(item.cho) > 1 else ""
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
