"""Rules of box 3: the number and symbol of the paper (PL I.II.3)."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.lettering import face_faults, is_attached
from docgen.check.mends import Layout, Words, retyped
from docgen.check.view import Line
from docgen.decree30 import COMPONENTS, KIND_ABBREVIATIONS
from docgen.text.patterns import lazy_re

rule = Rules("Số, ký hiệu")

_COMPONENT: Final = COMPONENTS["Số ký hiệu"]
_LINE: Final = lazy_re(r"(?P<word>số)(?P<colon> ?:)? ?(?P<number>[^/]*)/(?P<symbol>.*)", re.IGNORECASE)
_OPENING: Final = lazy_re(r"số(?: *:)?", re.IGNORECASE)
_BLANK: Final = lazy_re(r"[ ._…x*-]*", re.IGNORECASE)
_NUMBER: Final = lazy_re(r"\d+[a-zđ]?", re.IGNORECASE)
_YEAR: Final = lazy_re(r"(?:19|20)\d\d/")
_UNFINISHED: Final = lazy_re(r"…|\.\.|__|\?\?|\[|^[ ]*$")
_DASH: Final = lazy_re(r" ?[-–—] ?")
_GROUP: Final = lazy_re(r"[A-ZĐÂĂÊÔƠƯ][A-Za-zÀ-ỹ0-9&]*")
_DOTTED: Final = lazy_re(r"[A-ZĐ][A-Za-zĐđ&]*(?:[._][A-ZĐ][A-Za-zĐđ&]*)+")
_LOOSE: Final = lazy_re(r"(?<=[^ ]) /|/ | [-–—]|[-–—] |[–—]|số :", re.IGNORECASE)
_AGENCIES_TOO: Final = frozenset(("CT", "TTr", "TC", "HĐ", "PC", "DA", "QC", "HD", "PA", "PB", "PG", "TB", "GM", "CĐ"))
_LETTER: Final = "CV"
_SKEWED: Final = 5.0  # mm of indent that may push a line into the middle
_EXAMPLE: Final = "Số: 15/KH-UBND"


class _Symbol(NamedTuple):
    """A number and symbol taken apart; `number` is "" where it is a blank, `groups` empty where unfinished or wrong."""

    word: str
    has_colon: bool
    number: str
    has_year: bool
    groups: tuple[str, ...]
    loose: bool


def _read(line: Line) -> _Symbol | None:
    match = _LINE.fullmatch(line.words)
    if match is None:
        return None
    number, symbol = match["number"].strip(), match["symbol"].strip()
    bare = _YEAR.sub("", symbol, count=1)
    blank = _BLANK.fullmatch(number) is not None
    unfinished = _UNFINISHED.search(bare) is not None or not (blank or _NUMBER.fullmatch(number))
    return _Symbol(
        word=match["word"],
        has_colon=match["colon"] is not None,
        number="" if blank else number,
        has_year=bare != symbol,
        groups=() if unfinished else tuple(_DASH.split(bare)),
        loose=_LOOSE.search(line.words if not blank else f"{match['word']}{match['colon'] or ''}/{match['symbol']}") is not None,
    )


def _symbol(paper: Paper) -> tuple[Line, _Symbol]:
    """Return the line and what it says, for the rules that need both."""
    applies(paper.is_whole)
    line = found(paper.head.so_ky_hieu, "số, ký hiệu")
    return line, found(_read(line), "số và ký hiệu trong dòng Số")


@rule("N01", Severity.ERROR, "PL I.II.3.c")
def so_ky_hieu(paper: Paper) -> Verdicts:
    """Số, ký hiệu ghi theo mẫu “Số: 15/KH-UBND”, chữ đứng, không đậm, cỡ 13.

    Sau từ “Số” có dấu hai chấm, giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ viết tắt có gạch nối. Số còn để trống
    thì được. Năm trong số, ký hiệu (30/2020/NĐ-CP) là cách ghi của văn bản quy phạm pháp luật.

    Đạt: Số: 15/KH-UBND
    Không đạt: Số 15/KH-UBND; Số: 15/2024/KH-UBND; Số: 15-KH/UBND
    """
    applies(paper.is_whole)
    line = paper.head.so_ky_hieu
    if line is None:
        applies(not is_attached(paper))
        yield Fault(None, "Thiếu số, ký hiệu", f"ghi số, ký hiệu dưới tên cơ quan, như {_EXAMPLE}")
        return
    symbol = _read(line)
    yield from _wording(line, symbol, paper.loai) if symbol else _no_slash(line)
    yield from face_faults(line, "Số, ký hiệu", sizes=_COMPONENT.sizes, bold=False, italic=False)
    if _is_off_centre(paper, line):
        message = "Số, ký hiệu không canh giữa dưới tên cơ quan"
        mends = (Layout(line.paragraph, align="center"),)
        yield Fault(line, message, "canh giữa dòng Số (Ctrl+E)", Severity.WARNING, mends=mends)


def _is_off_centre(paper: Paper, line: Line) -> bool:
    """Return whether the number stands at the side of its cell though the office's name above it stands in the middle."""
    paragraph, above = line.paragraph, [each.paragraph for each in paper.head.ban_hanh[-1:]]
    pushed = abs(paragraph.left) + abs(paragraph.first_line) > _SKEWED or line.text != line.text.lstrip()
    in_cells = paragraph.place is not None and all(each.place is not None and each.align == "center" for each in above)
    return bool(above) and in_cells and paragraph.align != "center" and not pushed


def _no_slash(line: Line) -> Iterator[Fault]:
    rest = line.words.partition(":")[2]
    if not _BLANK.fullmatch(rest):
        yield Fault(line, "Số, ký hiệu thiếu dấu gạch chéo giữa số và ký hiệu", f"ghi theo mẫu {_EXAMPLE}")


def _wording(line: Line, symbol: _Symbol, loai: str | None) -> Iterator[Fault]:
    if symbol.word != "Số" or not symbol.has_colon:
        mends = tuple(Words(line, opens[0], "Số:") for opens in (_OPENING.match(line.text.strip()),) if opens)
        yield Fault(line, "Số, ký hiệu phải bắt đầu bằng “Số:”", f"ghi theo mẫu {_EXAMPLE}", mends=mends)
    if symbol.number and not _NUMBER.fullmatch(symbol.number):
        yield Fault(line, f"Số của văn bản là “{symbol.number}”, phải là chữ số Ả Rập", f"ghi theo mẫu {_EXAMPLE}")
    elif symbol.has_year:
        severity = Severity.WARNING if loai == "hợp đồng" else None
        yield Fault(line, "Số, ký hiệu văn bản hành chính không ghi năm", "bỏ năm trong số, ký hiệu", severity)
    yield from _groups(line, symbol.groups, loai)


def _groups(line: Line, groups: tuple[str, ...], loai: str | None) -> Iterator[Fault]:
    wrong = next((group for group in groups if not _GROUP.fullmatch(group)), None)
    if wrong is not None:
        message = f"Ký hiệu có “{wrong}”, phải là các nhóm chữ viết tắt in hoa, nối nhau bằng gạch nối"
        mends = (Words(line, wrong, re.sub("[._]", "-", wrong)),) if _DOTTED.fullmatch(wrong) else ()
        yield Fault(line, message, f"ghi theo mẫu {_EXAMPLE}", None if wrong.islower() else Severity.WARNING, mends=mends)
    elif len(groups) == 1:
        severity = None if loai in KIND_ABBREVIATIONS else Severity.WARNING
        message = f"Ký hiệu chỉ có “{groups[0]}”, phải có hai nhóm chữ viết tắt trở lên"
        yield Fault(line, message, "ghi đủ như KH-UBND, công văn như UBND-VX", severity)


@rule("N02", Severity.ERROR, "PL I.II.3.c")
def so_nho_hon_10(paper: Paper) -> Verdicts:
    """Số nhỏ hơn 10 ghi thêm số 0 phía trước.

    Đạt: Số: 05/KH-UBND
    Không đạt: Số: 5/KH-UBND
    """
    line, symbol = _symbol(paper)
    if len(symbol.number) == 1 and symbol.number.isdigit():
        padded = f"0{symbol.number}"
        mends = (Words(line, symbol.number, padded),)
        yield Fault(line, f"Số {symbol.number} nhỏ hơn 10, phải ghi {padded}", f"ghi {padded}", mends=mends)


@rule("N03", Severity.WARNING, "PL I.II.3.c")
def cach_chu(paper: Paper) -> Verdicts:
    """Trong số, ký hiệu không cách chữ quanh dấu gạch chéo và gạch nối.

    Đạt: Số: 15/KH-UBND
    Không đạt: Số: 15 / KH - UBND
    """
    line, symbol = _symbol(paper)
    if symbol.loose:
        message, remedy = "Số, ký hiệu có cách chữ thừa hoặc gạch nối dài", "bỏ cách chữ quanh dấu, dùng gạch nối ngắn (-)"
        yield Fault(line, message, remedy, mends=retyped(line, _tight(line.text.strip(), symbol)))


def _tight(text: str, symbol: _Symbol) -> str:
    """Return the number and symbol without blanks around their marks; a blank for the number stays as it is."""
    number, _, rest = text.partition("/")
    number = re.sub(r"^(số) *:", r"\1:", number.rstrip() if symbol.number else number, flags=re.IGNORECASE)
    return f"{number}/{_DASH.sub('-', rest.strip())}"


@rule("N04", Severity.ERROR, "PL I.II.3.b, PL III.I")
def ky_hieu_ten_loai(paper: Paper) -> Verdicts:
    """Ký hiệu bắt đầu bằng chữ viết tắt của tên loại văn bản, đúng bảng của Phụ lục III.

    Đạt: BÁO CÁO có số 15/BC-UBND; TỜ TRÌNH có số 07/TTr-UBND
    Không đạt: BÁO CÁO có số 15/KH-UBND
    """
    applies(paper.is_whole and paper.loai in KIND_ABBREVIATIONS)
    line, symbol = _symbol(paper)
    loai = found(paper.loai, "tên loại")
    wanted = KIND_ABBREVIATIONS[loai]
    first = found(symbol.groups, "ký hiệu đã ghi đủ")[0]
    if first != wanted:
        message = f"Ký hiệu của {loai} bắt đầu bằng “{first}”, phải là “{wanted}”"
        alike = first.upper() == wanted.upper()
        means_another = first in KIND_ABBREVIATIONS.values() or (first.startswith(wanted) and first.isupper())
        mends = (Words(line, f"/{first}", f"/{wanted}"),) if alike or (first.isalpha() and not means_another) else ()
        joint = first in (f"{wanted}LN", f"{wanted}LT")  # liên ngành, liên tịch: no clause speaks of joint papers
        severity = Severity.NOTE if joint else Severity.WARNING if alike else None
        yield Fault(line, message, f"ghi {wanted}", severity, mends=() if joint else mends)


@rule("N05", Severity.ERROR, "PL I.II.3.b")
def ky_hieu_cong_van(paper: Paper) -> Verdicts:
    """Ký hiệu công văn gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo, không có “CV” hay chữ viết tắt tên loại khác.

    Chữ viết tắt nào cũng là tên một số cơ quan (CT của Cục Thuế, TTr của Thanh tra) thì chỉ nêu để người đọc xem lại.

    Đạt: Số: 15/UBND-VX
    Không đạt: Số: 15/CV-UBND
    """
    applies(paper.is_whole and paper.is_cong_van)
    line, symbol = _symbol(paper)
    first, *rest = found(symbol.groups, "ký hiệu đã ghi đủ")
    if _LETTER in (first, *rest):
        severity = None if first == _LETTER else Severity.WARNING
        yield Fault(line, "Ký hiệu công văn không có “CV”", "ghi như UBND-VX: tên cơ quan, đơn vị soạn thảo", severity)
    elif first in KIND_ABBREVIATIONS.values():
        severity = Severity.NOTE if first in _AGENCIES_TOO else None
        message = f"Ký hiệu công văn bắt đầu bằng “{first}”, chữ viết tắt của một tên loại khác"
        yield Fault(line, message, "ghi như UBND-VX: tên cơ quan, đơn vị soạn thảo", severity)
