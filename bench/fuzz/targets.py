"""What is fuzzed: which file of a clerk's folder is changed, which commands then read it, and what has to work afterwards."""

from dataclasses import dataclass
from typing import Final

PLAN: Final = "nam/kehoach.yaml"
RESULTS: Final = "nam/ketqua.yaml"
PAPER: Final = "nam/thu.docx"
SHEET: Final = "nam/bang.xlsx"
TEMPLATE: Final = "nam/mau.docx"
NEW_PLAN: Final = "nam/moi.yaml"
Words = tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """One file and the commands that read it; where one ends well, those of `then` have to end well too."""

    name: str
    file: str
    commands: tuple[Words, ...]
    then: tuple[Words, ...] = ()
    reports: bool = False  # every paper that can be read gets a report on stdout


_ROLLED: Final = "nam/kehoach-moi.yaml"
_TAKES_PLAN: Final[tuple[Words, ...]] = (
    ("phancong", PLAN, "-o", "nam/phan-cong.xlsx"),
    ("thuthap", PLAN, "-o", "nam/bieu-mau", "--don-vi", "Sở Nội vụ"),
    ("kehoach", PLAN, "-o", "nam/ra.docx", "--van-ghi"),
    ("congvan", PLAN, "-o", "nam/cong-van", "--van-ghi", "--don-vi", "Sở Nội vụ"),
)  # fmt: skip
_ROLLS: Final[tuple[Words, ...]] = tuple(
    ("chuyennam", PLAN, year, "--vao", _ROLLED, "-o", f"nam/ra-soat.{kind}")
    for year, kind in (("2024", "docx"), ("2025", "md"), ("2026", "docx"))
)
_TAKES_SHEET: Final[tuple[Words, ...]] = (
    ("nhap", SHEET, "-o", NEW_PLAN, "--nam", "2024"),
    ("nhap", SHEET, "-o", PLAN, "--them"),
    ("nhap", SHEET),
)  # fmt: skip
_TAKES_PAPER: Final[tuple[Words, ...]] = tuple(
    tuple(PAPER if word == SHEET else word for word in command) for command in _TAKES_SHEET
)
_TAKES_RESULTS: Final[tuple[Words, ...]] = (
    ("baocao", PLAN, RESULTS, "-o", "nam/bao-cao.docx", "--van-ghi"),
    ("tonghop", PLAN, SHEET, "--van-ghi"),
    ("chuyennam", PLAN, "2025", "--vao", _ROLLED, "--ketqua", RESULTS),
)  # fmt: skip

TARGETS: Final = (
    Target(
        "kiemtra .docx",
        PAPER,
        tuple(("kiemtra", PAPER, "-o", "nam/ghi-chu.docx", "--dang", form) for form in ("nguoi", "dong", "json")),
        reports=True,
    ),
    Target("nhap .docx", PAPER, _TAKES_PAPER),
    Target("nhap .xlsx", SHEET, _TAKES_SHEET),
    Target("tonghop .xlsx", SHEET, (("tonghop", PLAN, SHEET), ("tonghop", PLAN, SHEET, "--van-ghi"))),
    Target("kehoach --mau", TEMPLATE, (("kehoach", PLAN, "--mau", TEMPLATE, "-o", "nam/ra.docx", "--van-ghi"),)),
    Target("kehoach.yaml", PLAN, _TAKES_PLAN),
    Target("chuyennam", PLAN, _ROLLS, (("phancong", _ROLLED),)),
    Target("ketqua.yaml", RESULTS, _TAKES_RESULTS),
    Target("donvi.yaml", "donvi.yaml", (*_TAKES_PLAN[:2], *_ROLLS)),
    Target("coquan.yaml", "coquan.yaml", (*_TAKES_PLAN, *_ROLLS[:1])),
    Target("van-ban.yaml", "van-ban.yaml", _ROLLS),
    Target("chu-de-asean.yaml", "chu-de-asean.yaml", _ROLLS),
)
