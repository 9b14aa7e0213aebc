"""Reads the citations of a text, one behind the other: date, issuer and title behind each beginning."""

import re
from typing import Final

from docgen.text.patterns import lazy_re
from docgen.text.viendan.grammar import DAY, WORDS, CitationHead, Manh, VienDan, any_of, heads, piece, read_day, words

_STRONG: Final = any_of(WORDS["openers"])
_WEAK: Final = any_of(WORDS["weak_openers"])
_CAPITAL: Final = words("capital_openers")
_GOES_ON: Final = words("goes_on")
_STRONG_OPENER: Final = rf"(?:(?:{_STRONG}|{_CAPITAL})(?!\w)|[“\"])"
_OPENER: Final = rf"(?:(?:{_STRONG}|{_WEAK}|{_CAPITAL})(?!\w)|[“\"])"
STRONG_OPENER: Final = lazy_re(rf"(?:\s*,)?\s+(?={_STRONG_OPENER})")
OPENER: Final = lazy_re(rf"(?:\s*,)?\s+(?={_OPENER})")
PROSE_OPENER: Final = lazy_re(rf"(?:\s*,)?\s+(?={_OPENER})(?!(?:{words('verbs')})(?!\w))")
_SIGNED: Final = r"(?:(?:được|đã|cùng|đều)\s+)?(?:(?:ký\s+ban\s+hành|ký|ban\s+hành|phát\s+hành|đề|lập|trình)\s+)?(?:vào\s+)?"
_ON_DAY: Final = rf"\(?\s*+{_SIGNED}(?i:ngày)\s*+:?\s*+(?P<ngay>{DAY})\)?"
_DATED: Final = lazy_re(rf"(?:\s*+[,–-])?\s*+{_ON_DAY}")
_LEADS: Final = lazy_re(r"(?:\s*,)?\s+(?i:của|do|giữa)\s+(?=\w)")
_ISSUER_ENDS: Final = lazy_re(
    rf"\s+(?={_OPENER})|\s+(?:{_GOES_ON})(?!\w)|\s+và\s+(?=[^\W\d_A-ZĐÀ-Ỹ])|,\s+(?=[^\W\d_])(?!(?:Thể thao|Thể Thao)\b)"
    r"|[;:()\[\]“”\"\n]|\s+[-–]\s+(?=[a-zđ])|\s+\d|\.(?:\s|$)|\./\.|,(?!\s)"
)
_LATE: Final = lazy_re(  # brackets, further issuers, a session may stand before the day
    r"(?P<between>(?:\([^()]{1,120}\)|\[[^\[\]]{1,80}\]|[^;:()\[\]“”\"\d]|\d{1,3}(?![\d/.-])){0,160}?)"
    rf"(?:\s*+[,–-])?\s*+{_ON_DAY}"
)
_NOT_BETWEEN: Final = lazy_re(  # what a sentence goes on with, so that the day is no longer the document's
    rf"(?<!\w)(?:{_GOES_ON}|{_STRONG}|{_WEAK}|trước|sau|tới|hết|vào|hoàn thành|xong|nộp|hạn|chậm nhất|muộn nhất"
    r"|hiệu lực|áp dụng|các|những|hội nghị|(?<!kỳ\s)họp|lễ|diễn ra|khai mạc|bế mạc|bắt đầu|kết thúc|yêu cầu|giám sát|ra quân"
    r"|tập huấn|khảo sát|thanh tra|thời gian|đưa|mở|khởi công|khánh thành|lấy ý kiến|lên|dự kiến|định kỳ|lúc|sáng|chiều|tối|dịp"
    r"|nhân|mừng)(?!\w)|\.\s|\n\s*[-+•]\s",
    re.IGNORECASE,
)
_ASIDE_BEHIND: Final = lazy_re(
    rf"\s*\((?!cần )[^()\d]{{1,60}}\)(?=\s+(?:của|do)\s|\s+năm\s+\d{{4}}\s+(?:của|về)\s|\s+{_STRONG_OPENER})"
)
_IN_BRACKETS: Final = lazy_re(r"\([^()]*\)|\[[^\[\]]*\]")
_BEHIND_TITLE: Final = lazy_re(  # ", ban hành ngày …", "(ngày …)", "” của UBND tỉnh ngày …", "ngày … của Sở …"
    r"(?:[”\"](?:\s+(?:của|do)\s+[^;.:\d]{1,100}?)?(?:\s*,)?\s*|(?:\s*,)?\s+(?=(?:được\s+|đã\s+)?(?:ký|ban\s+hành|phát\s+hành)\s)|\s*\((?:[^()\d]{0,30}\s)?"
    rf"|(?:\s*,)?\s+(?=ngày\s*+{DAY.replace('<mark>', '<m>').replace('=mark', '=m')}\s+của\s+[A-ZĐÀ-Ỹ])){_ON_DAY}"
)
_AFTER_COMMA: Final = lazy_re(r",\s+(?!(?:Ủy ban|UBND|Hội đồng|HĐND|Sở|Bộ|Ban|Cục|Chi cục|Phòng|Văn phòng)\b)[A-ZĐÀ-Ỹ]")
_NO_ISSUER: Final = lazy_re(rf"{_GOES_ON}\b")
_LONGEST: Final = 160  # characters


def issuer_span(text: str, start: int, limit: int, *, joint: bool = False) -> tuple[int, int] | None:
    """Return where the issuer stands that "của" or "do" at `start` leads to; a `joint` document may have several."""
    lead = _LEADS.match(text, start, limit)
    if lead is None or _NO_ISSUER.match(text, lead.end()):
        return None
    end = min(limit, lead.end() + _LONGEST)
    at = lead.end()
    while (stop := _ISSUER_ENDS.search(text, at, end)) is not None:
        if stop[0].startswith(",") and (_AFTER_COMMA.match(text, stop.start()) or (joint and text[stop.end()].isupper())):
            at = stop.end()
            continue
        end = stop.start()
        break
    words = text[lead.end() : end].rstrip(" .,;")
    return (lead.end(), lead.end() + len(words)) if words else None


_PROSE_ENDS: Final = lazy_re(
    rf";|\n\s*\n|:(?!\s*từ\s+năm)|\./\.|(?<!\bTP)(?<!\bTp)(?<!\bTX)(?<!\bTx)(?<!\bTS)(?<!\bP)(?<!\bQ)\.(?=\s+[A-ZĐÀ-Ỹ“\"(]|\s*\Z)"
    rf"|\s*,\s+(?=(?:{words('clauses')})(?!\w))|\s*,\s+(?={words('offices')})|\s+(?=(?:{words('run_on')})(?!\w))|[()“”\"\[]"
)
_BASIS_ENDS: Final = lazy_re(r";|\n\s*\n")
_ASIDE: Final = lazy_re(
    r"\((?:[^()\n]{0,40}?(?:19|20)\d\d[^()\n]{0,40}|[A-ZĐ][\w&/-]{1,14}|sửa đổi[^()\n]{0,30}|lần [^()\n]{1,20}"
    r"|đợt [^()\n]{1,10})\)"
)
_BLANK_LEFT: Final = lazy_re(r"\[cần [^\[\]\n]{1,120}\]")
_TAIL: Final = lazy_re(r"[\s.,;:/]+\Z")
_SIBLING: Final = lazy_re(
    r"(?:[,;]\s*(?:và|cùng|hoặc)?|\s(?:và|cùng|hoặc|cùng với))\s*(?:các|những)?\s*"
    r"(?:theo|căn cứ|thực hiện|tại|của|nội dung)?\s*\Z",
    re.IGNORECASE,
)


def title_end(text: str, start: int, limit: int, *, basis: bool) -> int:
    """Return where the title that begins at `start` ends, at the latest at `limit`, where the next citation begins.

    As a legal basis (`basis`) it takes up the rest of the item; in prose it ends where the sentence goes on with something else.
    """
    if limit < len(text):
        limit -= len(text[start:limit]) - len(_SIBLING.sub("", text[start:limit]))
    end = min(limit, _last(text, start, limit, _BASIS_ENDS if basis else _PROSE_ENDS))
    return start + len(_TAIL.sub("", text[start:end]))


def _last(text: str, start: int, limit: int, ends: re.Pattern[str]) -> int:
    at, quoted = start, 0
    while (stop := ends.search(text, at, limit)) is not None:
        aside = _ASIDE.match(text, stop.start()) or _BLANK_LEFT.match(text, stop.start())
        if aside is not None:
            at = aside.end()
        elif stop[0] == "“" or (stop[0] == '"' and not quoted):
            at, quoted = stop.end(), quoted + 1
        elif stop[0] in ("”", '"') and quoted:
            at, quoted = stop.end(), quoted - 1
        elif quoted and stop[0].strip() in ("", ",", ":"):
            at = max(stop.end(), stop.start() + 1)
        else:
            return stop.start()
    return limit


_SAYS_NUMBER: Final = lazy_re(r"(?<!\w)số\s*:?\s*\Z", re.IGNORECASE)
_HOLDS_NUMBER: Final = lazy_re(r"[\d/]")  # what every citation has, and few sentences
_BY_YEAR: Final = lazy_re(r"\s+năm\s+(?P<nam>(?:19|20)\d\d)(?=\s+(?:của|về)\b)(?!\s?[-–/]\s?\d|\d)")
_ISSUED: Final = lazy_re(r"\s+ban\s+hành(?=\s+(?:ngày|về|kèm)\b|\s*\(ngày)")


def citations(text: str, *, basis: bool | None = None) -> tuple[VienDan, ...]:
    """Return the documents that `text` cites, in their order.

    `basis` says whether the text is a legal basis, where a title takes up the rest of the item; None: as the text looks.
    """
    found = heads(text) if _HOLDS_NUMBER.search(text) else []
    as_basis = _looks_like_basis(text, found) if basis is None else basis
    limits = [head.start for head in found[1:]] + [len(text)]
    return tuple(_read(text, head, limit, as_basis) for head, limit in zip(found, limits, strict=False))


def _looks_like_basis(text: str, found: list[CitationHead]) -> bool:
    opens = re.match(r"\s*(?:Căn cứ\s+(?:vào\s+)?)?", text)
    return bool(found) and opens is not None and found[0].start == opens.end() and not text.rstrip().endswith((".", ":", "./."))


def _read(text: str, head: CitationHead, limit: int, basis: bool) -> VienDan:
    at = head.end
    day, at = (head.ngay, at) if head.ngay else _day(text, at, limit)
    year = head.nam
    at = _behind_aside(text, at, limit)
    if day is None and year is None and (named := _BY_YEAR.match(text, at, limit)):
        year, at = piece(text, *named.span("nam")), named.end()
    issuer, at = _issuer(text, head, at, limit)
    if issuer and (issued := _ISSUED.match(text, at, limit)):
        at = issued.end()
    if day is None and (issuer or head.ky_hieu is not None):
        day, at = _late_day(text, at, limit)
    at = _behind_aside(text, at, limit)
    known = day or issuer or year
    title = _title(text, at, limit, basis=basis, weak=bool(known)) or head.ten
    if title is not None and day is None and year is None:
        title, day = _dated_title(text, title, limit)
    end = max(one.end for one in (head.loai, head.ky_hieu, head.so, day, year, issuer, title) if one is not None)
    return VienDan(
        start=head.start, end=_with_bracket(text, head.start, end), loai=head.loai, so=head.so, ky_hieu=head.ky_hieu, ngay=day,
        ngay_ban_hanh=read_day(day.text) if day else None, co_quan=issuer, trich_yeu=title, nam=year,
        says_number=_says_number(text, head),
    )  # fmt: skip


def _behind_aside(text: str, at: int, limit: int) -> int:
    """Return where the citation goes on behind a bracket at `at` ("(BYT)"), `at` itself where it does not."""
    aside = _ASIDE_BEHIND.match(text, at, limit)
    return aside.end() if aside else at


def _says_number(text: str, head: CitationHead) -> bool:
    at = head.ky_hieu.start if head.ky_hieu is not None else 0
    return _SAYS_NUMBER.search(text, max(0, at - 9), at) is not None


def _day(text: str, at: int, limit: int) -> tuple[Manh | None, int]:
    match = _DATED.match(text, at, limit)
    return (piece(text, *match.span("ngay")), match.end()) if match else (None, at)


def _late_day(text: str, at: int, limit: int) -> tuple[Manh | None, int]:
    """Return the day of issue that stands behind `at`, also behind brackets, abbreviations, further issuers."""
    match = _LATE.match(text, at, limit)
    if match is None or _NOT_BETWEEN.search(_IN_BRACKETS.sub(" ", match["between"]) + " "):
        return None, at
    return piece(text, *match.span("ngay")), match.end()


def _issuer(text: str, head: CitationHead, at: int, limit: int) -> tuple[Manh | None, int]:
    span = issuer_span(text, at, limit, joint="liên tịch" in head.loai.text.lower())
    return (piece(text, *span), span[1]) if span else (None, at)


def _title(text: str, at: int, limit: int, *, basis: bool, weak: bool) -> Manh | None:
    opens = STRONG_OPENER if not weak else OPENER if basis else PROSE_OPENER
    opener = opens.match(text, at, limit)
    if opener is None:
        return None
    return piece(text, opener.end(), title_end(text, opener.end(), limit, basis=basis))


def _dated_title(text: str, title: Manh, limit: int) -> tuple[Manh, Manh | None]:
    """Return the title without the day of issue that stands behind it, and that day."""
    late = _BEHIND_TITLE.search(text, title.start, min(limit, title.end + _LONGEST))
    if late is None:
        return title, None
    end = late.start() + late[0].startswith(("”", '"'))
    return piece(text, title.start, min(title.end, end)) or title, piece(text, *late.span("ngay"))


def _with_bracket(text: str, start: int, end: int) -> int:
    """Return `end` behind the bracket that closes one opened inside the citation."""
    open_here = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if open_here and text[end : end + 1] == ")" else end
