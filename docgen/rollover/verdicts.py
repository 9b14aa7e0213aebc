"""What becomes of one cited document, and of its number, day and title then: it stays, is doubted, or another has to be cited."""

import re
from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from typing import Final, NamedTuple

from docgen.data.model.tracuu import SoVanBan
from docgen.rollover.changes import Treatment, Years
from docgen.rollover.title_years import Sort, TitleYear, title_treatment
from docgen.text.patterns import lazy_re
from docgen.text.viendan import Manh, VienDan, year_in_number
from docgen.text.wording import MARKER, blank
from docgen.work.hieuluc import ending, entry_of

_LASTING: Final = (
    "luật", "bộ luật", "pháp lệnh", "hiến pháp", "nghị định", "nđ", "thông tư", "tt", "thông tư liên tịch", "nghị quyết",
    "nq", "nghị quyết liên tịch", "chỉ thị", "ct", "quy định", "quy chế", "văn bản hợp nhất", "chương trình hành động",
    "kết luận",
    "kl",
)  # fmt: skip
_ONE_TIME: Final = (
    "công văn", "cv", "công văn hỏa tốc", "công văn khẩn", "công điện", "cđ", "tờ trình", "ttr", "thông báo", "tb", "báo cáo",
    "bc", "văn bản", "giấy mời", "thư mời", "hợp đồng", "phiếu trình", "phiếu chuyển", "biên bản", "thông báo kết luận",
    "kế hoạch",
    "kh", "hướng dẫn", "hd", "chương trình công tác", "chương trình", "ctr", "kế hoạch phối hợp", "kế hoạch liên ngành",
    "phương án",
)  # fmt: skip
_OF_GOOD: Final = lazy_re(  # what such a document settles, it settles for good, whatever year its title names
    r"\b(?:sắp xếp|sáp nhập|hợp nhất|thành lập|giải thể|đổi tên|kiện toàn|điều chỉnh địa giới|phân công|phân cấp|ủy quyền)\b",
    re.IGNORECASE,
)
_LASTING_SYMBOLS: Final = ("-TTg", "-CP", "/TW", "/NĐ", "/QH", "/UBTVQH")


class BasisFate(IntEnum):
    """What becomes of a cited document, the gravest last."""

    STAYS = 0
    DOUBTFUL = 1  # stays, but a person has to look
    ENDED = 2  # by the register
    PERIOD_OVER = 3
    ONE_YEAR = 4


class BasisVerdict(NamedTuple):
    """The fate of a cited document, and why."""

    fate: BasisFate
    why: str

    @property
    def blanks(self) -> bool:
        """Return whether number and date have to be filled in anew."""
        return self.fate >= BasisFate.ENDED


STAYS: Final = BasisVerdict(BasisFate.STAYS, "số, ngày của văn bản được dẫn")


def is_waiting(cited: VienDan) -> bool:
    """Return whether an earlier roll-over left number or date of `cited` to be filled in."""
    return any(one is not None and MARKER.search(one.text) for one in (cited.ky_hieu, cited.ngay))


def is_draft(cited: VienDan) -> bool:
    """Return whether number and date of `cited` are still blank."""
    no_day = cited.ngay is None or cited.ngay_ban_hanh is None
    return cited.ky_hieu is not None and cited.so is None and no_day


def issued_in(cited: VienDan) -> int | None:
    """Return the year of issue, as far as the citation tells it."""
    if cited.ngay_ban_hanh is not None:
        return cited.ngay_ban_hanh.year
    if cited.nam is not None:
        return int(cited.nam.text)
    return year_in_number(cited.so.text) if cited.so is not None else None


def one_year_marks(cited: VienDan, marks: tuple[TitleYear, ...], years: Years) -> tuple[TitleYear, ...]:
    """Return those of `marks` that say that the document was for the plan's year, the year before or the year behind it."""
    issued = issued_in(cited)
    return tuple(
        mark
        for mark in marks
        if (mark.is_one_year or (mark.sort is Sort.TEN and mark.first == years.old))
        and years.old - 1 <= mark.first <= years.old + 1
        and (issued is None or issued >= mark.first - 1)
    )


def judged(cited: VienDan, marks: tuple[TitleYear, ...], years: Years, so: SoVanBan | None) -> BasisVerdict:
    """Return what becomes of `cited`, whose title holds `marks`."""
    ended = ending(cited, so, date(years.new, 12, 31)) if so is not None else None
    known = f"; {ended}" if ended and "thay bằng" in ended else ""
    single = one_year_marks(cited, marks, years)
    if single and cited.trich_yeu is not None and _OF_GOOD.search(cited.trich_yeu.text):
        return BasisVerdict(
            BasisFate.DOUBTFUL, f"việc của {_year_of(single[-1])}, làm một lần; văn bản còn hiệu lực thì giữ, không thì thay"
        )
    if single:
        said, meant = _year_of(single[-1]), _year_of(single[-1], years.step)
        return BasisVerdict(BasisFate.ONE_YEAR, f"văn bản chỉ dùng cho {said}; điền văn bản dùng cho {meant}{known}")
    over = _period_over(marks, years)
    if over is not None:
        return BasisVerdict(BasisFate.PERIOD_OVER, f"{over} không bao trùm năm {years.new}; điền văn bản mới{known}")
    if ended is not None:
        remedy = "ghi lại theo văn bản mới" if known else f"điền văn bản dùng cho năm {years.new}"
        return BasisVerdict(BasisFate.ENDED, f"{ended}; {remedy}")
    return _by_kind(cited, marks, years, so)


def _year_of(mark: TitleYear, step: int = 0) -> str:
    """Return the year or the school year of `mark`, moved by `step`."""
    if mark.sort is Sort.HOC:
        return f"năm học {mark.first + step} - {mark.last + step}"
    return f"năm {mark.first + step}"


def _period_over(marks: tuple[TitleYear, ...], years: Years) -> str | None:
    """Return the period that covered the old year and no longer covers the new one, unless another one in the title does."""
    periods = [mark for mark in marks if mark.sort in (Sort.GIAI_DOAN, Sort.CUON_CHIEU, Sort.DEN)]
    if not periods or any(mark.last >= years.new for mark in periods):
        return None
    last = max(periods, key=lambda mark: mark.last)
    if last.last < years.old:
        return None
    return f"mốc năm {last.last}" if last.sort is Sort.DEN else f"{last.noun} {last.first} - {last.last}"


def _by_kind(cited: VienDan, marks: tuple[TitleYear, ...], years: Years, so: SoVanBan | None) -> BasisVerdict:
    kind = " ".join(cited.loai.text.lower().split())
    if (day := next((mark for mark in marks if mark.sort is Sort.NGAY and mark.last >= years.old), None)) is not None:
        why = f"ngày trong trích yếu có thể là ngày ban hành hoặc việc của năm {day.first}; xem lại, thay văn bản nếu đã qua"
        return BasisVerdict(BasisFate.DOUBTFUL, why)
    issued = issued_in(cited)
    if any(mark.sort in (Sort.GIAI_DOAN, Sort.TU, Sort.DEN) for mark in marks) or (so and entry_of(cited, so)):
        return STAYS
    if issued is not None and issued < years.old - 1:
        return STAYS
    if kind in ("luật", "bộ luật") and cited.nam is not None and issued is not None and issued >= years.old:
        return BasisVerdict(BasisFate.DOUBTFUL, f"chưa rõ {issued} là năm của luật hay của kế hoạch; xem lại")
    if kind in _LASTING or (cited.ky_hieu is not None and any(end in cited.ky_hieu.text for end in _LASTING_SYMBOLS)):
        return STAYS
    if kind in _ONE_TIME and issued is not None:
        return BasisVerdict(BasisFate.DOUBTFUL, f"văn bản năm {issued}; kiểm tra năm {years.new} có văn bản mới không")
    if cited.trich_yeu is None:
        return BasisVerdict(
            BasisFate.DOUBTFUL, f"không thấy trích yếu nên chưa biết văn bản còn dùng cho năm {years.new} không; kiểm tra lại"
        )
    return STAYS


_YEAR: Final = lazy_re(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_SYMBOL: Final = lazy_re(r"\s?/\s?(?:19|20)\d\d\Z")
_PINPOINT: Final = lazy_re(
    r"(?:(?:điểm|khoản|mục|điều|chương|phần|tiết|trang|dòng|cột|biểu số|biểu)\s+(?:\d[\d.]*|[IVX]+|[a-zđ])(?!\w)"
    r"|(?:phụ lục|phụ biểu)\b)"
    r"[^;:\n]{0,60}\Z",
    re.IGNORECASE,
)
_NEAR: Final = 90  # characters before a citation in which a pinpoint stands
_WAITING: Final = "chỗ này còn chờ điền từ lần chuyển năm trước"
_UNISSUED: Final = "văn bản chưa ban hành, số và ngày còn để trống"


def treated(text: str, cited: VienDan, marks: tuple[TitleYear, ...], verdict: BasisVerdict, years: Years) -> Iterator[Treatment]:
    """Yield what becomes of the pieces of `cited`, a citation in `text` with `marks` in its title."""
    moving, sure = one_year_marks(cited, marks, years), False
    if is_waiting(cited):
        pieces = _waiting(cited, years)
    elif is_draft(cited):
        pieces, sure = _draft(cited, years), True
    elif verdict.blanks:
        pieces = _blanked(text, cited, verdict)
    else:
        pieces, moving, sure = _kept(text, cited, verdict), (), verdict.fate is BasisFate.STAYS
    yield from pieces
    yield from (title_treatment(text, mark, years, moves=mark in moving, sure=sure) for mark in marks)


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


def _blanked(text: str, cited: VienDan, verdict: BasisVerdict) -> Iterator[Treatment]:
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


def _kept(text: str, cited: VienDan, verdict: BasisVerdict) -> Iterator[Treatment]:
    """Yield number and day as one piece where only "ngày" stands between them; a number without year or day only in doubt."""
    sure = verdict.fate is BasisFate.STAYS
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
