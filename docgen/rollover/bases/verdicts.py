"""What becomes of one cited document: it stays, it may have been for one year, or something else has to be cited next year."""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from docgen.data.model.vanban import SoVanBan
from docgen.rollover.bases.marks import Mark, Sort
from docgen.rollover.values import Years
from docgen.text.marker import MARKER
from docgen.text.viendan import VienDan, year_in_number
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
_OF_GOOD: Final = re.compile(  # what such a document settles, it settles for good, whatever year its title names
    r"\b(?:sắp xếp|sáp nhập|hợp nhất|thành lập|giải thể|đổi tên|kiện toàn|điều chỉnh địa giới|phân công|phân cấp|ủy quyền)\b",
    re.IGNORECASE,
)
_LASTING_SYMBOLS: Final = ("-TTg", "-CP", "/TW", "/NĐ", "/QH", "/UBTVQH")


class Fate(IntEnum):
    """What becomes of a cited document, the gravest last."""

    STAYS = 0
    DOUBTFUL = 1  # stays, but a person has to look
    ENDED = 2  # by the register
    PERIOD_OVER = 3
    ONE_YEAR = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fate of a cited document, and why."""

    fate: Fate
    why: str

    @property
    def blanks(self) -> bool:
        """Return whether number and date have to be filled in anew."""
        return self.fate >= Fate.ENDED


STAYS: Final = Verdict(Fate.STAYS, "số, ngày của văn bản được dẫn")


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


def one_year_marks(cited: VienDan, marks: tuple[Mark, ...], years: Years) -> tuple[Mark, ...]:
    """Return those of `marks` that say that the document was for the plan's year, the year before or the year behind it."""
    issued = issued_in(cited)
    return tuple(
        mark
        for mark in marks
        if (mark.is_one_year or (mark.sort is Sort.TEN and mark.first == years.old))
        and years.old - 1 <= mark.first <= years.old + 1
        and (issued is None or issued >= mark.first - 1)
    )


def judged(cited: VienDan, marks: tuple[Mark, ...], years: Years, so: SoVanBan | None) -> Verdict:
    """Return what becomes of `cited`, whose title holds `marks`."""
    ended = ending(cited, so, date(years.new, 12, 31)) if so is not None else None
    known = f"; {ended}" if ended and "thay bằng" in ended else ""
    single = one_year_marks(cited, marks, years)
    if single and cited.trich_yeu is not None and _OF_GOOD.search(cited.trich_yeu.text):
        return Verdict(
            Fate.DOUBTFUL, f"việc của {_year_of(single[-1])}, làm một lần; văn bản còn hiệu lực thì giữ, không thì thay"
        )
    if single:
        said, meant = _year_of(single[-1]), _year_of(single[-1], years.step)
        return Verdict(Fate.ONE_YEAR, f"văn bản chỉ dùng cho {said}; điền văn bản dùng cho {meant}{known}")
    over = _period_over(marks, years)
    if over is not None:
        return Verdict(Fate.PERIOD_OVER, f"{over} không bao trùm năm {years.new}; điền văn bản mới{known}")
    if ended is not None:
        remedy = "ghi lại theo văn bản mới" if known else f"điền văn bản dùng cho năm {years.new}"
        return Verdict(Fate.ENDED, f"{ended}; {remedy}")
    return _by_kind(cited, marks, years, so)


def _year_of(mark: Mark, step: int = 0) -> str:
    """Return the year or the school year of `mark`, moved by `step`."""
    if mark.sort is Sort.HOC:
        return f"năm học {mark.first + step} - {mark.last + step}"
    return f"năm {mark.first + step}"


def _period_over(marks: tuple[Mark, ...], years: Years) -> str | None:
    """Return the period that covered the old year and no longer covers the new one, unless another one in the title does."""
    periods = [mark for mark in marks if mark.sort in (Sort.GIAI_DOAN, Sort.CUON_CHIEU, Sort.DEN)]
    if not periods or any(mark.last >= years.new for mark in periods):
        return None
    last = max(periods, key=lambda mark: mark.last)
    if last.last < years.old:
        return None
    return f"mốc năm {last.last}" if last.sort is Sort.DEN else f"{last.noun} {last.first} - {last.last}"


def _by_kind(cited: VienDan, marks: tuple[Mark, ...], years: Years, so: SoVanBan | None) -> Verdict:
    kind = " ".join(cited.loai.text.lower().split())
    issued = issued_in(cited)
    if any(mark.sort in (Sort.GIAI_DOAN, Sort.TU, Sort.DEN) for mark in marks) or (so and entry_of(cited, so)):
        return STAYS
    if issued is not None and issued < years.old - 1:
        return STAYS
    if kind in ("luật", "bộ luật") and cited.nam is not None and issued is not None and issued >= years.old:
        return Verdict(Fate.DOUBTFUL, f"chưa rõ {issued} là năm của luật hay của kế hoạch; xem lại")
    if kind in _LASTING or (cited.ky_hieu is not None and any(end in cited.ky_hieu.text for end in _LASTING_SYMBOLS)):
        return STAYS
    if kind in _ONE_TIME and issued is not None:
        return Verdict(Fate.DOUBTFUL, f"văn bản năm {issued}; kiểm tra năm {years.new} có văn bản mới không")
    if cited.trich_yeu is None:
        return Verdict(
            Fate.DOUBTFUL, f"không thấy trích yếu nên chưa biết văn bản còn dùng cho năm {years.new} không; kiểm tra lại"
        )
    return STAYS
