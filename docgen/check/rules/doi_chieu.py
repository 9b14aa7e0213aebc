"""Rules of what a text says of the papers that it names: symbol, kind and day have to fit together, and be possible."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.gauges.citations import citations, issued_on, year_is_wrong
from docgen.check.gauges.lettering import THONG_LE
from docgen.check.gauges.prose import LOWER, UPPER, Hit, faults, prose, sentence
from docgen.decree30 import KIND_ABBREVIATIONS, MERGED_PROVINCES, TWO_TIERS
from docgen.text import wording
from docgen.text.patterns import lazy_re
from docgen.text.viendan import VienDan, days

rule = Rules("Đối chiếu viện dẫn")

_KIND_OF: Final = {letters: kind for kind, letters in KIND_ABBREVIATIONS.items()} | {"NĐ": "nghị định", "TT": "thông tư"}
_JUDGED: Final = frozenset(
    ("quyết định", "kế hoạch", "chỉ thị", "nghị quyết", "nghị định", "thông tư", "báo cáo", "tờ trình", "thông báo", "hướng dẫn")
)
_HABITS: Final = frozenset((("TT", "tờ trình"), ("CT", "chương trình"), ("QĐ", "quy định")))  # of offices, no slips of the pen
_NEVER_OF_LETTERS: Final = frozenset(("QĐ", "NĐ", "NQ", "TTr"))  # other letters may well be those of an office
_POINTER: Final = lazy_re(r"\bNhư\s+Điều\s+(\d{1,4})\b", re.IGNORECASE)
_ARTICLE: Final = lazy_re(r"Điều\s+(\d{1,4})\b", re.IGNORECASE)
_NAMES: Final = tuple(
    (body, lazy_re(pattern, re.IGNORECASE))
    for body, pattern in (
        ("Ủy ban Thường vụ Quốc hội", r"(?:ủy|uỷ) ban thường vụ quốc hội|UBTVQH"),
        ("Quốc hội", r"quốc hội"),
        ("Thủ tướng Chính phủ", r"thủ tướng"),
        ("Chính phủ", r"chính phủ"),
        ("Ủy ban nhân dân", r"(?:chủ tịch )?(?:(?:ủy|uỷ) ban nhân dân|UBND)"),
        ("Hội đồng nhân dân", r"(?:thường trực )?(?:hội đồng nhân dân|HĐND)"),
        ("Bộ Chính trị", r"bộ chính trị|ban chấp hành trung ương|ban bí thư"),
        *((ministry, rf"(?:bộ trưởng )?{ministry}\b") for ministry in (
            "Bộ Tài chính", "Bộ Nội vụ", "Bộ Y tế", "Bộ Xây dựng", "Bộ Tư pháp", "Bộ Công an", "Bộ Quốc phòng", "Bộ Ngoại giao",
            "Bộ Công Thương", "Bộ Giáo dục và Đào tạo", "Bộ Khoa học và Công nghệ", "Bộ Nông nghiệp và Môi trường",
        )),
    )
)  # fmt: skip
_BODIES: Final = tuple(
    (lazy_re(pattern), body)
    for pattern, body in (
        (r"/UBTVQH\d+$", "Ủy ban Thường vụ Quốc hội"), (r"/QH\d+$", "Quốc hội"), (r"-TTg$", "Thủ tướng Chính phủ"),
        (r"(?:NĐ|NQ)-CP$", "Chính phủ"), (r"-UBND$", "Ủy ban nhân dân"), (r"NQ-HĐND$", "Hội đồng nhân dân"),
        (r"N?Q/TW$", "Bộ Chính trị"),
        (r"TT-BTC$", "Bộ Tài chính"), (r"TT-BNV$", "Bộ Nội vụ"), (r"TT-BYT$", "Bộ Y tế"), (r"TT-BXD$", "Bộ Xây dựng"),
        (r"TT-BTP$", "Bộ Tư pháp"), (r"TT-BCA$", "Bộ Công an"), (r"TT-BQP$", "Bộ Quốc phòng"), (r"TT-BNG$", "Bộ Ngoại giao"),
        (r"TT-BCT$", "Bộ Công Thương"), (r"TT-BGDĐT$", "Bộ Giáo dục và Đào tạo"), (r"TT-BKHCN$", "Bộ Khoa học và Công nghệ"),
        (r"TT-BNNMT$", "Bộ Nông nghiệp và Môi trường"),
    )
)  # fmt: skip
_OLD_UNIT: Final = lazy_re(
    rf"\b(?:huyện|quận|thị xã) (?:[{UPPER}][{LOWER}]+ ?){{1,3}}(?<! )|\b[Cc]ấp huyện\b|\bQuận \d{{1,2}}\b"
    rf"|\btỉnh (?P<province>[{UPPER}][{LOWER}]+(?: - [{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+| [{UPPER}][{LOWER}]+){{1,2}})"
)
_PROVINCE: Final = lazy_re(r"“tỉnh ([^”]+)”")
_CALLED_OLD: Final = lazy_re(
    r"\bcũ\b|trước (?:đây|sáp|sắp|hợp|thời|khi (?:sáp|sắp|hợp|kết|tổ|chuyển|nhập)|ngày 0?1(?:/0?7/| tháng 7 năm )2025)"
    r"|sáp nhập|sắp xếp|hợp nhất|nguyên (?:là|Chủ|Phó|Trưởng)|kết thúc hoạt động|tổ chức lại|bàn giao",
    re.IGNORECASE,
)
_COMPARE: Final = "đối chiếu với văn bản được viện dẫn"


@rule("X05", Severity.WARNING, THONG_LE)
def nam_trong_ky_hieu(paper: Paper) -> Verdicts:
    """Năm trong số, ký hiệu của văn bản được viện dẫn khớp với ngày ban hành ghi liền sau đó.

    Với luật, nghị quyết của Quốc hội thì xét theo khóa: QH15 là từ năm 2021 đến năm 2026.

    Đạt: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020
    Không đạt: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021
    """
    yield from faults(prose(paper).citing, find_years)


@rule("X06", Severity.WARNING, THONG_LE)
def ngay_thang(paper: Paper) -> Verdicts:
    """Ngày ghi trong văn bản phải có trong lịch; văn bản được viện dẫn không thể ban hành sau văn bản đang soạn.

    Đạt: ngày 28 tháng 02 năm 2023
    Không đạt: ngày 31 tháng 02 năm 2023
    """
    yield from faults(prose(paper).named, find_days)
    issued = issued_on(paper)
    if issued is not None:
        yield from faults(prose(paper).citing, partial(_find_later, issued))


@rule("X07", Severity.WARNING, THONG_LE)
def loai_va_ky_hieu(paper: Paper) -> Verdicts:
    """Tên loại của văn bản được viện dẫn khớp với chữ viết tắt tên loại trong ký hiệu của nó.

    Chữ viết tắt theo PL III, Mục I; công văn không có chữ viết tắt tên loại.

    Đạt: Kế hoạch số 15/KH-UBND
    Không đạt: Kế hoạch số 15/QĐ-UBND
    """
    yield from faults(prose(paper).written, find_kinds)


@rule("X08", Severity.WARNING, THONG_LE)
def nhu_dieu(paper: Paper) -> Verdicts:
    """“Như Điều …” ở Nơi nhận chỉ đến một điều có trong văn bản.

    Đạt: - Như Điều 3; (quyết định có ba điều)
    Không đạt: - Như Điều 4; (quyết định có ba điều)
    """
    pointers = [(line, match) for line in paper.danh_sach if (match := _POINTER.search(line.words))]
    applies(pointers)
    labels = [_ARTICLE.match(item.label) for item in paper.muc if item.level == "điều"]
    last = max(found([int(label[1]) for label in labels if label], "các điều của văn bản"))
    for line, match in pointers:
        if int(match[1]) > last:
            message = f"Nơi nhận ghi “{match[0]}” mà văn bản chỉ có {last} điều"
            yield Fault(line, message, "ghi số của điều quy định trách nhiệm thi hành")


@rule("X18", Severity.WARNING, THONG_LE)
def co_quan_va_ky_hieu(paper: Paper) -> Verdicts:
    """Cơ quan ban hành văn bản được viện dẫn khớp với chữ viết tắt cơ quan trong ký hiệu của nó.

    Đạt: Nghị quyết số 15/NQ-HĐND của Hội đồng nhân dân tỉnh
    Không đạt: Nghị quyết số 202/2025/QH15 của Ủy ban Thường vụ Quốc hội
    """
    yield from faults(prose(paper).citing, find_issuers)


@rule("X19", Severity.NOTE, THONG_LE, since=TWO_TIERS)
def don_vi_cu(paper: Paper) -> Verdicts:
    """Từ 01/7/2025 không còn cấp huyện và các tỉnh đã sáp nhập; văn bản sau ngày đó ghi theo đơn vị hành chính mới.

    Theo Luật 72/2025/QH15, Nghị quyết 202/2025/QH15. Chỗ ghi rõ “(cũ)”, “trước đây”, “trước sáp nhập” và cơ quan ban hành của văn
    bản cũ được viện dẫn không xét.

    Đạt: xã Long Phú; huyện Long Phú (cũ)
    Không đạt: giao Ủy ban nhân dân huyện Long Phú chủ trì (văn bản năm 2026)
    """
    applies(issued_on(paper) is not None)
    own = " ".join(line.words for line in (*paper.head.chu_quan, *paper.head.ban_hanh)).title()
    hits = faults(prose(paper).written, find_old_units)
    yield from (fault for fault in hits if not any(name in own for name in _PROVINCE.findall(fault.message)))


def find_issuers(text: str) -> Iterator[Hit]:
    """Yield citations whose symbol names another body than the words do."""
    for cited in citations(text):
        issuer = cited.co_quan.text if cited.co_quan is not None else ""
        wanted = next((body for symbol, body in _BODIES if symbol.search(_symbol(cited))), None)
        said = next((body for body, name in _NAMES if name.match(issuer)), None)
        if wanted is not None and said is not None and said != wanted and not _kind_of_another(cited):
            message = f"Số {_symbol(cited)} là ký hiệu của {wanted}, không phải của {said}"
            yield Hit(cited.start, _end(cited), message, _COMPARE)


def find_old_units(text: str) -> Iterator[Hit]:
    """Yield districts and provinces that are no more, but for those that the text itself calls old and issuers of old papers."""
    spans = [(cited.start, cited.end) for cited in citations(text)]
    for match in _OLD_UNIT.finditer(text):
        name = match["province"]
        if name and name.upper().replace("HOÀ", "HÒA") not in MERGED_PROVINCES:
            continue
        first, last = sentence(text, match.start(), match.end())
        cited = any(start <= match.start() <= end for start, end in spans)
        if not cited and not _CALLED_OLD.search(text, first, last):
            yield Hit(
                match.start(),
                match.end(),
                f"Từ 01/7/2025 không còn “{match[0]}”",
                "ghi theo đơn vị hành chính mới, hoặc thêm “(cũ)”",
            )


def find_years(text: str) -> Iterator[Hit]:
    """Yield citations whose symbol tells another year than their date."""
    for cited in citations(text):
        if cited.ngay_ban_hanh is not None and year_is_wrong(cited):
            message = f"Số {_symbol(cited)} không khớp với năm ban hành {cited.ngay_ban_hanh.year}"
            yield Hit(cited.start, _end(cited), message, _COMPARE)


def find_days(text: str) -> Iterator[Hit]:
    """Yield days that the calendar has not."""
    for day in days(text):
        if not day.exists:
            yield Hit(day.start, day.end, f"Không có ngày {day.text}", "ghi lại ngày, tháng, năm")


def find_kinds(text: str) -> Iterator[Hit]:
    """Yield citations whose kind is not the one that the symbol names."""
    for cited in citations(text):
        if kind := _kind_of_another(cited):
            message = f"{cited.loai.text} số {_symbol(cited)} có ký hiệu của {kind}"
            yield Hit(cited.start, _end(cited), message, _COMPARE)


def _kind_of_another(cited: VienDan) -> str | None:
    """Return the kind that the symbol tells where the words name another."""
    kind, typed = _KIND_OF.get(cited.letters), cited.loai.text.lower()
    judged = typed in _JUDGED or (typed == "công văn" and cited.letters in _NEVER_OF_LETTERS)
    return kind if kind is not None and judged and typed != kind and (cited.letters, typed) not in _HABITS else None


def _find_later(issued: date, text: str) -> Iterator[Hit]:
    """Yield citations of papers younger than the day `issued`."""
    for cited in citations(text):
        day = cited.ngay_ban_hanh
        if day is not None and day > issued and not year_is_wrong(cited):
            message = f"Số {_symbol(cited)} ghi {wording.long_date(day, day.year)}, sau ngày của văn bản này"
            yield Hit(cited.start, _end(cited), message, _COMPARE)


def _symbol(cited: VienDan) -> str:
    return cited.ky_hieu.text if cited.ky_hieu else ""


def _end(cited: VienDan) -> int:
    """Return where the number and symbol end, of which a finding speaks."""
    return cited.ky_hieu.end if cited.ky_hieu else cited.end
