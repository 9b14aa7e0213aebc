"""The treatments of one citation: its number, its day, the years of its title."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.rollover.bases.marks import Mark, Sort
from docgen.rollover.bases.verdicts import STAYS, Fate, Verdict, is_draft, is_waiting, one_year_marks
from docgen.rollover.values import Treatment, Years
from docgen.text.marker import MARKER, blank
from docgen.text.viendan import Manh, VienDan

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)\d\d\Z")
_IN_SYMBOL: Final = re.compile(r"\s?/\s?(?:19|20)\d\d\Z")
_PINPOINT: Final = re.compile(
    r"(?:(?:điểm|khoản|mục|điều|chương|phần|tiết|trang|dòng|cột|biểu số|biểu)\s+(?:\d[\d.]*|[IVX]+|[a-zđ])(?!\w)"
    r"|(?:phụ lục|phụ biểu)\b)"
    r"[^;:\n]{0,60}\Z",
    re.IGNORECASE,
)
_NEAR: Final = 90  # characters before a citation in which a pinpoint stands
_WAITING: Final = "chỗ này còn chờ điền từ lần chuyển năm trước"
_UNISSUED: Final = "văn bản chưa ban hành, số và ngày còn để trống"


def treated(text: str, cited: VienDan, marks: tuple[Mark, ...], verdict: Verdict, years: Years) -> Iterator[Treatment]:
    """Yield what becomes of the pieces of `cited`, a citation in `text` with `marks` in its title."""
    single = one_year_marks(cited, marks, years)
    if is_waiting(cited):
        yield from _waiting(cited, years)
        yield from (_title(text, mark, years, moves=mark in single, sure=False) for mark in marks)
    elif is_draft(cited):
        yield from _draft(cited, years)
        yield from (_title(text, mark, years, moves=mark in single, sure=True) for mark in marks)
    elif verdict.blanks:
        yield from _blanked(text, cited, verdict)
        yield from (_title(text, mark, years, moves=mark in single, sure=False) for mark in marks)
    else:
        yield from _kept(text, cited, verdict)
        yield from (_title(text, mark, years, moves=False, sure=verdict.fate is Fate.STAYS) for mark in marks)


def number_blank(number: Manh, why: str) -> Treatment:
    """Return the blank in the place of `number`; where the number holds its year, that has to be filled in as well."""
    new = f"{blank('số')}/{blank('năm')}" if _IN_SYMBOL.search(number.text) else blank("số")
    return Treatment(number.start, number.end, new, why, sure=False)


def _waiting(cited: VienDan, years: Years) -> Iterator[Treatment]:
    for piece in _present(cited.ky_hieu, cited.ngay, cited.trich_yeu):
        for match in MARKER.finditer(piece.text):
            yield Treatment(piece.start + match.start(), piece.start + match.end(), None, _WAITING, sure=False)
    for piece in _present(cited.ky_hieu, cited.ngay):
        if _YEAR.search(piece.text) and not MARKER.search(piece.text):
            why = f"văn bản này còn chờ điền; xem còn đúng với năm {years.new} không"
            yield Treatment(piece.start, piece.end, None, why, sure=False)


def _present(*pieces: Manh | None) -> Iterator[Manh]:
    yield from (piece for piece in pieces if piece is not None)


def _draft(cited: VienDan, years: Years) -> Iterator[Treatment]:
    match = _YEAR.search(cited.ngay.text) if cited.ngay is not None else None
    if match is None or cited.ngay is None:
        return
    start = cited.ngay.start + match.start()
    year = int(match[0])
    new = str(year + years.step) if year == years.old else None
    yield Treatment(start, start + len(match[0]), new, _UNISSUED, sure=new is not None)


def _blanked(text: str, cited: VienDan, verdict: Verdict) -> Iterator[Treatment]:
    why = verdict.why
    pinpoint = _PINPOINT.search(text, max(0, cited.start - _NEAR), cited.start)
    if pinpoint is not None:
        why += f"; xem lại “{pinpoint[0].strip(' ,')}” đứng trước"
    if cited.so is not None:
        yield number_blank(cited.so, why)
    if cited.ngay is not None:
        yield Treatment(cited.ngay.start, cited.ngay.end, blank("ngày"), why, sure=False)
    if cited.nam is not None:
        yield Treatment(cited.nam.start, cited.nam.end, blank("năm"), why, sure=False)


def _kept(text: str, cited: VienDan, verdict: Verdict) -> Iterator[Treatment]:
    """Yield number and day as one piece where only "ngày" stands between them; a number without year or day only in doubt."""
    sure = verdict.fate is Fate.STAYS
    number, day = cited.ky_hieu, cited.ngay
    if number is not None and day is not None and re.fullmatch(r"[\s,(]*(?:ký |ban hành )?ngày\s*", text[number.end : day.start]):
        yield Treatment(number.start, day.end, None, verdict.why, sure)
        return
    if number is not None and (_YEAR.search(number.text) or (not sure and day is None)):
        yield Treatment(number.start, number.end, None, verdict.why, sure)
    if day is not None:
        yield Treatment(day.start, day.end, None, verdict.why, sure)
    if cited.nam is not None:
        why = "năm của văn bản được dẫn" if verdict == STAYS else verdict.why
        yield Treatment(cited.nam.start, cited.nam.end, None, why, sure)


def _title(text: str, mark: Mark, years: Years, *, moves: bool, sure: bool) -> Treatment:
    if moves or (mark.sort is Sort.CUON_CHIEU and mark.first == years.old):
        why = "trích yếu chuyển theo văn bản của năm mới"
        return Treatment(mark.start, mark.end, _moved(text[mark.start : mark.end], years.step), why, sure)
    if mark.sort in (Sort.GIAI_DOAN, Sort.CUON_CHIEU, Sort.DEN):
        return _period(mark, years, sure=sure)
    if mark.sort is Sort.TAM_NHIN:
        if mark.last < years.new:
            return Treatment(mark.start, mark.end, None, f"mốc năm {mark.last} đã qua; xem lại", sure=False)
        return Treatment(mark.start, mark.end, None, f"tầm nhìn, định hướng đến năm {mark.last}", sure=True)
    if mark.sort is Sort.TU:
        return Treatment(mark.start, mark.end, None, f"văn bản áp dụng từ năm {mark.first} trở đi", sure)
    return Treatment(mark.start, mark.end, None, "năm trong tên văn bản được dẫn", sure and mark.first != years.old)


def _period(mark: Mark, years: Years, *, sure: bool) -> Treatment:
    said = f"mốc năm {mark.last}" if mark.sort is Sort.DEN else f"{mark.noun} {mark.first} - {mark.last}"
    if mark.first > years.new and mark.sort is not Sort.DEN:
        return Treatment(mark.start, mark.end, None, f"{said} ở sau năm {years.new}", sure=True)
    if mark.last >= years.new:
        return Treatment(mark.start, mark.end, None, f"{said} còn bao trùm năm {years.new}", sure=True)
    if mark.last < years.old:
        return Treatment(mark.start, mark.end, None, f"{said} đã hết từ trước năm {years.old}; xem còn cần dẫn không", sure=False)
    if sure:
        return Treatment(mark.start, mark.end, None, f"{said} không bao trùm năm {years.new}; xem lại", sure=False)
    new = blank("năm") if mark.sort is Sort.DEN else blank(mark.noun)
    return Treatment(mark.start, mark.end, new, f"{said} không bao trùm năm {years.new}; điền theo văn bản mới", sure=False)


def _moved(words: str, step: int) -> str:
    """Return `words` with their years moved, dashes and short forms as they are: "2022-23" becomes "2023-24"."""
    moved = _YEAR.sub(lambda match: str(int(match[0]) + step), words)
    return _SHORT_YEAR.sub(lambda match: f"{(int(match[0]) + step) % 100:02d}", moved)
