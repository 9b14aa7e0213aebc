"""Reads the citations of a text, one behind the other."""

import re
from typing import Final

from docgen.text.viendan.days import read_day
from docgen.text.viendan.heads import Head, heads, piece
from docgen.text.viendan.issuers import DATED, OPENER, PROSE_OPENER, STRONG_OPENER, issuer_span
from docgen.text.viendan.titles import title_end
from docgen.text.viendan.values import Manh, VienDan

_HOLDS_NUMBER: Final = re.compile(r"[\d/]")  # what every citation has, and few sentences
_BY_YEAR: Final = re.compile(r"\s+năm\s+(?P<nam>(?:19|20)\d\d)(?=\s+(?:của|về)\b)(?!\s?[-–/]\s?\d|\d)")
_ISSUED: Final = re.compile(r"\s+ban\s+hành(?=\s+(?:ngày|về|kèm)\b|\s*\(ngày)")


def citations(text: str, *, basis: bool | None = None) -> tuple[VienDan, ...]:
    """Return the documents that `text` cites, in their order.

    `basis` says whether the text is a legal basis, where a title takes up the rest of the item; None: as the text looks.
    """
    found = heads(text) if _HOLDS_NUMBER.search(text) else []
    as_basis = _looks_like_basis(text, found) if basis is None else basis
    limits = [head.start for head in found[1:]] + [len(text)]
    return tuple(_read(text, head, limit, as_basis) for head, limit in zip(found, limits, strict=False))


def _looks_like_basis(text: str, found: list[Head]) -> bool:
    opens = re.match(r"\s*(?:Căn cứ\s+(?:vào\s+)?)?", text)
    return bool(found) and opens is not None and found[0].start == opens.end() and not text.rstrip().endswith((".", ":", "./."))


def _read(text: str, head: Head, limit: int, basis: bool) -> VienDan:
    at = head.end
    day, at = (head.ngay, at) if head.ngay else _day(text, at, limit)
    year = head.nam
    if day is None and year is None and (named := _BY_YEAR.match(text, at, limit)):
        year, at = piece(text, *named.span("nam")), named.end()
    issuer, at = _issuer(text, head, at, limit)
    if issuer and (issued := _ISSUED.match(text, at, limit)):
        at = issued.end()
    if issuer and day is None:
        day, at = _day(text, at, limit)
    known = day or issuer or year
    title = _title(text, at, limit, basis=basis, weak=bool(known)) or (head.ten if head.nam or head.ngay else None)
    if head.ten is not None and title is None:
        title = head.ten
    end = max(one.end for one in (head.loai, head.ky_hieu, head.so, day, year, issuer, title) if one is not None)
    return VienDan(
        start=head.start, end=_with_bracket(text, head.start, end), loai=head.loai, so=head.so, ky_hieu=head.ky_hieu, ngay=day,
        ngay_ban_hanh=read_day(day.text) if day else None, co_quan=issuer, trich_yeu=title, nam=year,
    )  # fmt: skip


def _day(text: str, at: int, limit: int) -> tuple[Manh | None, int]:
    match = DATED.match(text, at, limit)
    return (piece(text, *match.span("ngay")), match.end()) if match else (None, at)


def _issuer(text: str, head: Head, at: int, limit: int) -> tuple[Manh | None, int]:
    span = issuer_span(text, at, limit, joint="liên tịch" in head.loai.text.lower())
    return (piece(text, *span), span[1]) if span else (None, at)


def _title(text: str, at: int, limit: int, *, basis: bool, weak: bool) -> Manh | None:
    opens = STRONG_OPENER if not weak else OPENER if basis else PROSE_OPENER
    opener = opens.match(text, at, limit)
    if opener is None:
        return None
    return piece(text, opener.end(), title_end(text, opener.end(), limit, basis=basis))


def _with_bracket(text: str, start: int, end: int) -> int:
    """Return `end` behind the bracket that closes one opened inside the citation."""
    open_here = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if open_here and text[end : end + 1] == ")" else end
