"""How fully a text cites the papers that it names: kind, number and symbol, date, office, subject (PL I.II.6.a, b)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.text.wording import MARKER

_KINDS: Final = (
    "Nghị định", "Nghị quyết liên tịch", "Nghị quyết", "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Công văn",
    "Công điện", "Kế hoạch liên tịch", "Kế hoạch", "Thông báo", "Hướng dẫn", "Tờ trình", "Báo cáo", "Kết luận", "Văn bản",
)  # fmt: skip
_NUMBER: Final = r"(?:\d+[a-z]?|[.…_\s]{2,}|[.…_])"
_LETTERS: Final = r"[A-ZĐ][A-Za-zĐđƯưÔô&.0-9]*"
_SYMBOL: Final = rf"{_NUMBER}\s*(?:-\s*{_LETTERS}\s*)?/\s*(?:\d{{4}}\s*/\s*)?{_LETTERS}(?:\s?-\s?{_LETTERS})*"
_CITATION: Final = re.compile(rf"\b({'|'.join(_KINDS)})\s+(?:(số)\s*:?\s*)?({_SYMBOL})", re.IGNORECASE)
_OPENING: Final = re.compile(rf"^(?:Căn cứ|Thực hiện|Theo|Xét)\s+({'|'.join(_KINDS)})\b", re.IGNORECASE)
_BLANK: Final = r"[.…_\s]*"
_DATE: Final = re.compile(
    rf"\bngày\s*(?:\d{{1,2}}|{_BLANK})\s*(?:tháng\s*(?:\d{{1,2}}|{_BLANK})\s*năm\s*(?:\d{{4}}|{_BLANK})"
    r"|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})",
    re.IGNORECASE,
)
_ANY_DATE: Final = re.compile(r"\bngày\b", re.IGNORECASE)
_OFFICE: Final = re.compile(r"\b(?:của|do|giữa)\s+\w", re.IGNORECASE)
_LEADS: Final = re.compile(
    r"(?:^|[,.;:(] ?)(?:[-+\da-zđ.)]{0,4} ?)(?:thực hiện|căn cứ|theo|trên cơ sở|triển khai) (?:nội dung |các )?$", re.IGNORECASE
)
_OFFICE_BEFORE: Final = re.compile(r"\btại\s+$", re.IGNORECASE)  # "của Sở Y tế tại Tờ trình số …"
_SUBJECT: Final = re.compile(
    r"\b(?:về|quy định|phê duyệt|ban hành|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện|giao|công bố|thành lập|kiện toàn"
    r"|bổ nhiệm|điều chỉnh|tổ chức|phát động|tăng cường|đẩy mạnh|thông qua|phân bổ|phân cấp|ủy quyền|uỷ quyền|đề nghị|báo cáo"
    r"|v/v|công nhận)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(r"(?:[;:)]|(?<!TP)(?<!Tp)(?<!TX)(?<!Tx)\.)(?:\s|$)")
_NUMBERED: Final = re.compile(rf"\bsố\b|{MARKER.pattern}")  # also where a person has still to write
_NEAR: Final = 40  # characters before a citation that tell what it is for
_LONGEST_OFFICE: Final = 10  # words; where there are more, some of them are the subject


@dataclass(frozen=True, slots=True)
class Mention:
    """A paper cited: its kind and symbol as written, whether "số" stands between, what it lacks of date, office and subject.

    `leads`: whether it opens its clause ("Thực hiện Công văn số …").
    """

    kind: str
    symbol: str
    says_number: bool
    lacks: tuple[str, ...]
    leads: bool


def mentions(text: str) -> Iterator[Mention]:
    """Yield the papers that `text`, with one blank between words, cites by their symbol, with or without "số" before it.

    What a person has still to write behind one may be anything, so that it lacks nothing.
    """
    if "/" not in text:
        return
    found = list(_CITATION.finditer(text))
    for index, match in enumerate(found):
        behind = text[match.end() : found[index + 1].start() if index + 1 < len(found) else len(text)]
        end = _CLAUSE_END.search(behind)
        clause = behind[: end.start()] if end else behind
        lacks = () if MARKER.search(clause) else tuple(_lacking(clause))
        before = max(0, match.start() - _NEAR), match.start()
        if _OFFICE_BEFORE.search(text, *before):
            lacks = tuple(part for part in lacks if part == "ngày tháng năm")
        yield Mention(match[1], "".join(match[3].split()), bool(match[2]), lacks, bool(_LEADS.search(text, *before)))


def names_no_symbol(text: str) -> bool:
    """Return whether `text`, a legal basis, opens with a kind of paper that has to have a number, and gives none."""
    return bool(_OPENING.match(text)) and not _CITATION.search(text) and not _NUMBERED.search(text)


def _lacking(behind: str) -> Iterator[str]:
    """Yield what the words behind a symbol leave out."""
    if not _DATE.search(behind):
        yield "năm ban hành" if _ANY_DATE.search(behind) else "ngày tháng năm"
    if not _OFFICE.search(behind):
        yield "cơ quan ban hành"
    elif not _SUBJECT.search(behind) and len(_DATE.sub("", behind).split()) <= _LONGEST_OFFICE:
        yield "trích yếu"
