"""The ready-to-print values that templates ask for. Widths are in twips, rule lengths in EMU, as Word stores them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

TWIPS_PER_MM: Final = 1440 / 25.4
EMU_PER_MM: Final = 36_000
_APPENDIX_RULE_SHARE: Final = 0.25  # of the text width: the rule of PL III M2.1, whose length the decree leaves open
TO_THE_LEFT: Final = "trái"  # how a cell merges that is one with the cell on its left


def twips(millimetres: float) -> int:
    """Return `millimetres` in twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def emu(millimetres: float) -> int:
    """Return `millimetres` in English Metric Units."""
    return round(millimetres * EMU_PER_MM)


def appendix_rule(width: float) -> int:
    """Return the length of the rule below the title of an appendix whose text is `width` mm wide."""
    return emu(width * _APPENDIX_RULE_SHARE)


@dataclass(frozen=True, slots=True)
class O:  # noqa: E742
    """A cell: its words, its width, the name of its style, how it merges downwards, whether its row is kept, its columns."""

    chu: str
    rong: int
    kieu: str = "Bảng chữ"
    gop: str = ""
    giu: bool = False
    qua: int = 1


@dataclass(frozen=True, slots=True)
class Hang:
    """A row: its words, and what else its cells need.

    The first two words are a group's numeral and its title, which stands across all columns but the first; they are empty in
    other rows, whose cells follow. `gop` says for each cell how it merges (downwards: `restart`, `continue`; into the one on its
    left: `TO_THE_LEFT`; or not), `giu` that the row stays on the page of the next, `dai` that it is so high that it may go on
    over the next; `cot` are the columns, `kieu` is a style for all cells in place of those of the columns,
    `cao` its height in mm.
    """

    words: tuple[str, ...]
    gop: tuple[str, ...] = ()
    cot: tuple[O, ...] = ()
    giu: bool = False
    dai: bool = False
    kieu: str = ""
    cao: float = field(default=0.0, repr=False)

    @property
    def so(self) -> str:
        """The numeral of a group's row."""
        return self.words[0]

    @property
    def nhom(self) -> str:
        """The title of a group's row."""
        return self.words[1]

    @property
    def o(self) -> tuple[O, ...]:
        """The cells; one that runs over several columns stands once, as wide as all of them."""
        cells: list[O] = []
        for text, column, merge in zip(self.words[2:], self.cot, self.gop, strict=True) if self.gop else ():
            if merge == TO_THE_LEFT:
                cells[-1] = replace(cells[-1], rong=cells[-1].rong + column.rong, qua=cells[-1].qua + 1)
            else:
                cells.append(O(text, column.rong, self.kieu or column.kieu, merge, self.giu))
        return tuple(cells)


@dataclass(frozen=True, slots=True)
class BangIn:
    """A table ready to print: its columns with their headings, its rows, and whether words break for want of room.

    `hep` are the headings of columns in which words break because the office made them too narrow, `cao_dau` is the height in mm
    of the row of headings.

    `nhieu_dau` are its rows of headings where it has more than the one of its columns, or some that run over several of them.
    """

    cot: tuple[O, ...]
    hang: tuple[Hang, ...]
    chat: bool = False
    hep: tuple[str, ...] = ()
    nhieu_dau: tuple[Hang, ...] = ()
    cao_dau: float = field(default=0.0, repr=False)

    @property
    def dau(self) -> tuple[Hang, ...]:
        """The rows of headings."""
        return self.nhieu_dau or (Hang(("", "", *(column.chu for column in self.cot)), ("",) * len(self.cot), self.cot),)

    @property
    def con_lai(self) -> int:
        """The number of columns behind the first."""
        return len(self.cot) - 1

    @property
    def rong_con_lai(self) -> int:
        """The width of the columns behind the first."""
        return sum(column.rong for column in self.cot[1:])


@dataclass(frozen=True, slots=True)
class Khoi:
    """A block of the body: its style (`ND30 …`), its words, words that run on, whether it is kept, the gap in twips below it."""

    kieu: str
    chu: str = ""
    tiep: str = ""
    giu: bool = False
    cach: int = 0
    bang: BangIn | None = None


@dataclass(frozen=True, slots=True)
class PhuLucIn:
    """An appendix ready to print."""

    so: str
    ten: str
    kem_theo: str
    ke: int
    ngang: bool
    khoi: tuple[Khoi, ...]


@dataclass(frozen=True, slots=True)
class Diem:
    """A bar of a chart: its name and its height."""

    ten: str
    so: int


@dataclass(frozen=True, slots=True)
class BieuDo:
    """A chart ready to print: its bars."""

    diem: tuple[Diem, ...]

    @property
    def so_diem(self) -> int:
        """The number of bars."""
        return len(self.diem)


@dataclass(frozen=True, slots=True)
class Rong:
    """The widths of the two columns of the header block and of the signature block."""

    dau_trai: int
    dau_phai: int
    cuoi_trai: int
    cuoi_phai: int


@dataclass(frozen=True, slots=True)
class Ke:
    """The lengths of the drawn rules."""

    tieu_ngu: int
    co_quan: int
    trich_yeu: int


@dataclass(frozen=True, slots=True)
class ThuocTinh:
    """The document properties."""

    title: str
    author: str
    language: str = field(default="vi-VN")


@dataclass(frozen=True, slots=True)
class VanBanIn:
    """What every paper prints, from head to foot; each field is a tag of the template, but for the footnotes by name."""

    co_quan_chu_quan: tuple[str, ...]
    ten_co_quan: tuple[str, ...]
    so_ky_hieu: str
    du_thao: str
    dia_danh_ngay: str
    trich_yeu: str
    mo_dau: tuple[str, ...]
    khoi: tuple[Khoi, ...]
    noi_nhan: tuple[str, ...]
    quyen_han: tuple[str, ...]
    ho_ten: str
    phu_luc: tuple[PhuLucIn, ...]
    ke: Ke
    rong: Rong
    thuoc_tinh: ThuocTinh
    chu_thich: Mapping[str, str] = field(default_factory=dict, kw_only=True, repr=False)
