"""A document that a text cites."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Manh:
    """A piece of the text: its words, and from where to where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VienDan:
    """One citation, from its kind to the end of its title; what it does not say is None.

    `so` is the number alone ("3334", "30/2020"), `ky_hieu` number and symbol as written ("3334/QĐ-UBND", "30/2020/NĐ-CP",
    "29-NQ/TW"); `ngay` the words of the date behind "ngày", and `ngay_ban_hanh` the day that they say. `nam` is the year by
    which a law is named ("Luật Báo chí năm 2016"), `trich_yeu` then its name. `loai` is empty where only the symbol stands.
    """

    start: int
    end: int
    loai: Manh
    so: Manh | None = None
    ky_hieu: Manh | None = None
    ngay: Manh | None = None
    ngay_ban_hanh: date | None = None
    co_quan: Manh | None = None
    trich_yeu: Manh | None = None
    nam: Manh | None = None
