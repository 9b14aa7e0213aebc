"""Papers as a text cites them, and what rules ask of a citation: does its symbol fit its day, is it whole (PL I.II.6.a, b)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from docgen.check.anatomy import Paper
from docgen.check.view import Line
from docgen.text import viendan
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import NgayChuaDu, last_day
from docgen.text.viendan import Manh, VienDan
from docgen.text.wording import MARKER

_TERMS: Final = {11: (2002, 2007), 12: (2007, 2011), 13: (2011, 2016), 14: (2016, 2021), 15: (2021, 2026), 16: (2026, 2031)}
_TERM: Final = lazy_re(r"QH(\d\d)\b")
_NUMBERED_KINDS: Final = (  # kinds that have a number whoever issues them; a quy chế or a chương trình may have none
    "Nghị định",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
    "Công văn",
    "Công điện",
    "Kế hoạch liên tịch",
    "Kế hoạch",
    "Thông báo",
    "Hướng dẫn",
    "Tờ trình",
    "Báo cáo",
    "Kết luận",
    "Văn bản",
)
_CITED_KINDS: Final = (*_NUMBERED_KINDS, "Chương trình", "Đề án")  # fmt: skip
_OPENING: Final = lazy_re(rf"^(?:Căn cứ|Thực hiện|Theo|Xét)\s+({'|'.join(_NUMBERED_KINDS)})\b", re.IGNORECASE)
_NUMBERED: Final = lazy_re(rf"\bsố\b|{MARKER.pattern}")  # also where a person has still to write
_BLANK: Final = r"[.…_\s]*"
_WHOLE_DATE: Final = lazy_re(
    rf"\bngày(?:{_BLANK}(?:\d{{1,2}}\s*)?tháng{_BLANK}(?:\d{{1,2}}\s*)?năm{_BLANK}(?:\d{{4}})?"
    rf"|\s*\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}}|{_BLANK}(?:\d{{1,2}}\s*)?/{_BLANK}(?:\d{{1,2}}\s*)?/{_BLANK}(?:\d{{4}})?)",
    re.IGNORECASE,
)
_ANY_DATE: Final = lazy_re(r"\bngày\b", re.IGNORECASE)
_OFFICE: Final = lazy_re(r"\b(?:của|do|giữa)\s+\w", re.IGNORECASE)
_OFFICE_BEFORE: Final = lazy_re(  # "của Sở Y tế tại Tờ trình số …", "Sở Y tế có Công văn số …"
    r"\b(?:tại|(?:UBND|Ủy ban|Uỷ ban|Hội đồng|Sở|Bộ|Ban|Phòng|Văn phòng|Cục|Chi cục|Chính phủ|Thủ tướng)\b[^.;:]{0,90}"
    r"\s(?:có|ban hành|ký))\s+$",
    re.IGNORECASE,
)
_DAY_BEFORE: Final = lazy_re(  # "Ngày 05/3/2026, Sở Y tế đã ban hành Công văn số …"
    rf"{_WHOLE_DATE.pattern},?\s[^.;:]{{2,140}}\s(?:có|ban hành|ký|ra|gửi|nhận được)\s+(?:các\s+)?$", re.IGNORECASE
)
_SUBJECT: Final = lazy_re(
    r"\b(?:về|quy định|phê duyệt|ban hành|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện|giao|công bố|thành lập|kiện toàn"
    r"|bổ nhiệm|điều chỉnh|tổ chức|phát động|tăng cường|đẩy mạnh|thông qua|phân bổ|phân cấp|ủy quyền|uỷ quyền|đề nghị|báo cáo"
    r"|v/v|công nhận)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = lazy_re(  # also where the sentence goes on to say who does what
    r"(?:[;:)]|(?<!TP)(?<!Tp)(?<!TX)(?<!Tx)\.)(?:\s|$)"
    r"|,\s(?=(?:UBND|Ủy ban|Uỷ ban|Sở|Phòng|Ban|Trường|Trung tâm|Chi cục|Văn phòng|Bệnh viện|Hội|Công an)\b[^,;]{0,80}"
    r"\b(?:ban hành|xây dựng|báo cáo|đề nghị|yêu cầu|thông báo|tổ chức|triển khai)\b)"
)
_FAR: Final = 220  # characters before a citation that tell what it is for
_LONGEST_OFFICE: Final = 10  # words; where there are more, some of them are the subject
_NAME_WORD: Final = lazy_re(
    r"\b[A-ZĐÀ-Ỹ]\w*(?: (?!về\b|và\b|của\b)[a-zđà-ỹ]\w*)?(?: nhân dân)?(?: (?:tỉnh|thành phố|xã|phường)\b)?"
)  # Bộ, Giáo dục, Đào tạo
_LONGEST_JOIN: Final = 4  # words of an office's name beside these: của … nhân dân tỉnh, của … và
_PROPOSAL: Final = lazy_re(r"^\W*(?:Theo|Xét)\b", re.IGNORECASE)  # of a proposal its number and day are all that offices cite
_AMENDED: Final = lazy_re(
    r"\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ)\b[^;]{0,40}\b(?:bởi|tại|theo|bằng)\s+(?:các\s+)?$", re.IGNORECASE
)
_DIGITS_OR_BLANK: Final = r"[\d._… ]*"
_PLACE_AND_DAY: Final = lazy_re(
    r"(?P<place>.*?)(?P<comma> ?,)? ?(?P<word>ngày)"
    rf" ?(?P<day>{_DIGITS_OR_BLANK}?) ?tháng ?(?P<month>{_DIGITS_OR_BLANK}?) ?năm ?(?P<year>{_DIGITS_OR_BLANK})",
    re.IGNORECASE,
)
_WITHOUT_DAY: Final = lazy_re(r"(?:tháng\s*(?P<month>\d{1,2})\s*)?năm (?P<year>(?:19|20)\d\d)\b")
_DIGITS: Final = lazy_re(r"\d+")


@lru_cache(maxsize=4)
def citations(text: str) -> tuple[VienDan, ...]:
    """Return the papers that `text` cites by number and symbol; none runs over the end of a paragraph."""
    return tuple(_citations(text))


def _citations(text: str) -> Iterator[VienDan]:
    start = 0
    for paragraph in text.split("\n"):
        for cited in _of_paragraph(paragraph):
            if cited.ky_hieu is not None and not start:
                yield cited
            elif cited.ky_hieu is not None:
                loai, symbol = _moved(cited.loai, start), _moved(cited.ky_hieu, start)
                yield cited._replace(start=cited.start + start, end=cited.end + start, loai=loai, ky_hieu=symbol)
        start += len(paragraph) + 1


@lru_cache(maxsize=512)  # rules look at the same paragraph in other surroundings
def _of_paragraph(text: str) -> tuple[VienDan, ...]:
    return viendan.citations(text) if "/" in text else ()


def _moved(piece: Manh, by: int) -> Manh:
    return Manh(piece.text, piece.start + by, piece.end + by)


def year_is_wrong(cited: VienDan) -> bool:
    """Return whether the symbol tells another year than the day of issue, or another term of the National Assembly."""
    if cited.ngay_ban_hanh is None or cited.ky_hieu is None:
        return False
    year, term = cited.ngay_ban_hanh.year, _TERM.search(cited.ky_hieu.text)
    first, last = _TERMS.get(int(term[1]), (0, 9999)) if term else (0, 9999)
    return not first <= year <= last or viendan.year_in_number(cited.so.text if cited.so else "") not in (None, year)


class Mention(NamedTuple):
    """A paper cited: its kind and symbol as written, whether "số" stands between, what it lacks of date, office and subject."""

    kind: str
    symbol: str
    says_number: bool
    lacks: tuple[str, ...]


def mentions(text: str) -> Iterator[Mention]:
    """Yield the papers that `text`, with one blank between words, cites by kind and symbol, with or without "số" before it.

    What a person has still to write behind one may be anything, so that it lacks nothing.
    """
    found = [cited for cited in citations(text) if cited.loai.text.capitalize() in _CITED_KINDS]
    named: set[str] = set()
    for index, cited in enumerate(found):
        symbol = cited.ky_hieu or cited.loai
        if symbol.text in named:  # the first time is what rules ask about
            yield Mention(cited.loai.text, "".join(symbol.text.split()), cited.says_number, ())
            continue
        named.add(symbol.text)
        behind = text[symbol.end : found[index + 1].start if index + 1 < len(found) else len(text)]
        end = _CLAUSE_END.search(behind)
        clause = behind[: end.start()] if end else behind
        before = text[max(0, cited.start - _FAR) : cited.start]
        lacks: tuple[str, ...] = ()
        if not MARKER.search(clause) and not _DAY_BEFORE.search(before):
            told = _OFFICE_BEFORE.search(before) is not None
            proposes = told and (_PROPOSAL.match(text) is not None or cited.loai.text.lower() in ("tờ trình", "báo cáo"))
            of_another = _NUMBERED.search(before.rpartition(";")[2]) is not None  # it is part of that one's subject
            excused = (
                {"cơ quan ban hành", "trích yếu"} if _AMENDED.search(before) else {"trích yếu"} if proposes or of_another else ()
            )
            lacks = tuple(part for part in _lacking(clause, office_before=told) if part not in excused)
        yield Mention(cited.loai.text, "".join(symbol.text.split()), cited.says_number, lacks)


def names_no_symbol(text: str) -> bool:
    """Return whether `text`, a legal basis, opens with a kind of paper that has to have a number, and gives none.

    The resolution of a congress is cited by its name.
    """
    opens = _OPENING.match(text) and "Nghị quyết Đại hội" not in text
    return bool(opens) and not _NUMBERED.search(text) and not citations(text)


def _lacking(behind: str, *, office_before: bool = False) -> Iterator[str]:
    """Yield what the words behind a symbol leave out."""
    if not _WHOLE_DATE.search(behind):
        yield "năm ban hành" if _ANY_DATE.search(behind) else "ngày tháng năm"
    rest = _WHOLE_DATE.sub("", behind)
    if not _OFFICE.search(behind):
        if not office_before:
            yield "cơ quan ban hành"
        elif not rest.strip(" .,;"):
            yield "trích yếu"
    elif not _SUBJECT.search(behind) and (
        len(rest.split()) <= _LONGEST_OFFICE or len(_NAME_WORD.sub("", rest).split()) <= _LONGEST_JOIN
    ):
        yield "trích yếu"


def issued_on(paper: Paper) -> date | None:
    """Return the day of the paper; where only month and year are written, or the year, the last day of it."""
    words = paper.head.dia_danh.words if paper.head.dia_danh is not None else ""
    if written := viendan.days(words):
        return written[0].date
    known = _WITHOUT_DAY.search(words)
    month = int(known["month"] or 12) if known else 0
    return last_day(NgayChuaDu(int(known["year"]), month if 1 <= month <= 12 else 12)) if known else None


class DongNgay(NamedTuple):
    """Place, day, month, year as written; "" where it is a blank to write in. `word` is the word `ngày` as written."""

    dia_danh: str
    has_comma: bool
    word: str
    ngay: str
    thang: str
    nam: str


def read_place_and_day(line: Line) -> DongNgay | None:
    """Return what the line says, None where it is not written with the words ngày, tháng, năm."""
    match = _PLACE_AND_DAY.fullmatch(line.words)
    if match is None:
        return None
    ngay, thang, nam = (_digits(match[name]) for name in ("day", "month", "year"))
    return DongNgay(match["place"].strip(), match["comma"] is not None, match["word"], ngay, thang, nam)


def _digits(written: str) -> str:
    """Return the digits, "" for a blank, also one that dots fill or that stands behind a first digit (20…)."""
    digits = _DIGITS.search(written)
    return digits.group() if digits and digits.group() == written.strip(" ") else ""
