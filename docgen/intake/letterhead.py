"""What the head and the foot of a Word paper say: the office, number and date, subject, signer, recipients (boxes 1-5, 7, 9)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.check.anatomy import ChuKy, Paper
from docgen.check.anatomy.components import Head
from docgen.check.view import Line
from docgen.decree30 import BODY_SIZE, MARGINS
from docgen.intake import faces
from docgen.intake.calmed import spellings
from docgen.intake.outlines import Route
from docgen.text.folding import folded_words, on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.wording import sentence_start

_NUMBER: Final = lazy_re(r"số\s*[:.]?\s*(?P<so>[\d]*[a-z]?)[\s.…_]*(?:[/-]\s*(?P<ky_hieu>\S.*))?", re.IGNORECASE)
_DATE: Final = lazy_re(
    r"(?P<place>.*?)\s*,?\s*ngày[\s.…_]*(?P<day>\d{0,2})[\s.…_]*(?:tháng|[/.-])[\s.…_]*(?P<month>\d{0,2})[\s.…_]*(?:năm|[/.-])"
    r"[\s.…_]*(?P<year>\d{0,4})[\s.…_]*",
    re.IGNORECASE,
)
_FORM: Final = lazy_re(r"(?:TM|KT|TL|TUQ|TU|Q)\s*[./]|T\s*/\s*M\b|(?:TM|KT|TL|TUQ)\s", re.IGNORECASE)
_OTHER_FORM: Final = lazy_re(r"\A\s*(?P<form>T\s*/\s*M|TM|KT|TL|TUQ|Q)\s*(?:[./]\s*|\s+)(?=\S)", re.IGNORECASE)
_FILED: Final = lazy_re(r"[-–—+•*\s]*lưu\s*[:.]?\s*", re.IGNORECASE)
_HEADED: Final = lazy_re(r"nơi\s*nhận\s*[:.;]?\s*", re.IGNORECASE)
_DASH: Final = lazy_re(r"(?:[-–—−‐‑+•*●▪■◦○‣·→➢➤►✓✔♦]\s*)+")
_ENDS: Final = " .;,"
_DRAFT: Final = lazy_re(r"\(?\s*(?:bản\s+)?dự\s*thảo\b[\s:.,–-]*", re.IGNORECASE)
_ABOUT: Final = lazy_re(r"\A\s*v\s?/\s?v\s+", re.IGNORECASE)
_LONGEST_DRAFT: Final = 50  # letters
_OF_SEVERAL: Final = (
    "kế hoạch của nhiều cơ quan, dữ liệu giữ một cơ quan ban hành nên chỉ ghi “{office}”; không ghi “{others}” và người ký của "
    "cơ quan đó, thêm vào bản Word sau cùng"
)
_SIGNERS: Final = "văn bản có nhiều người ký; docgen ghi một người, “{name}”"


@dataclass
class Read:
    """Values by key, the lines that each was read from, what a person has to look at (a line, what about it), what is left."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: list[tuple[Line, Route]] = field(default_factory=list)
    doubts: list[tuple[Line, str]] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)

    def take(self, key: str, value: Any, lines: Sequence[Line], place: str = "") -> None:
        """Keep `value` under `key`, read from `lines`."""
        self.values[key] = value
        self.lines += [(line, (place, key) if place else (key,)) for line in lines]


def read_office(paper: Paper) -> Read:
    """Return what `coquan.yaml` holds: `ten`, `co_quan_chu_quan`, `viet_tat`, `dia_danh`, where the head says it."""
    read, head = Read(), paper.head
    spelled = spellings(paper)
    superior, office, others = _offices(head)
    for key, lines in (("co_quan_chu_quan", superior), ("ten", office)):
        if lines:
            typed = on_one_line(" ".join(line.words for line in lines))
            name, sure = spelled(typed)
            read.take(key, name, lines)
            if not sure:
                read.doubts.append((lines[0], f"“{typed}” viết chữ thường là “{name}”, do docgen đoán"))
    if others:
        typed = on_one_line(" ".join(line.words for line in others))
        read.doubts.append((others[0], _OF_SEVERAL.format(office=read.values["ten"], others=typed)))
        read.left += others
    if head.so_ky_hieu is not None and (match := _NUMBER.match(head.so_ky_hieu.words)) and match["ky_hieu"]:
        symbol = re.sub(r"\s+", "", match["ky_hieu"]).strip(_ENDS)
        letters = re.split(r"/", symbol.partition("-")[2] or symbol)[-1]
        read.values["viet_tat"] = letters.removeprefix("KH.")
    if head.dia_danh is not None and (match := _DATE.match(head.dia_danh.words)) and match["place"].strip(_ENDS):
        read.values["dia_danh"] = match["place"].strip(_ENDS)
    return read


def _offices(head: Head) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
    """Return the lines of the superior office, of the office, and of the others that issue the paper together with it.

    Each office stands in bold below its own superior one.
    """
    lines = (*head.chu_quan, *head.ban_hanh)
    is_bold = [line.share("bold") == "all" for line in lines]
    first = is_bold.index(True) if any(is_bold) else 0
    end = next((at for at in range(first, len(lines)) if not is_bold[at]), len(lines))
    if first and any(is_bold[end:]):
        return lines[:first], lines[first:end], lines[end:]
    return head.chu_quan, head.ban_hanh, ()


def read_plan(paper: Paper) -> Read:
    """Return what the head and the foot say of the plan itself: number, date, subject, bases, recipients, filing copy."""
    read, head = Read(), paper.head
    if head.so_ky_hieu is not None and (match := _NUMBER.match(head.so_ky_hieu.words)):
        read.take("so", match["so"].lstrip("0") or None, [head.so_ky_hieu])
    if head.dia_danh is not None and (match := _DATE.match(head.dia_danh.words)):
        day = _date(match)
        if day is not None and day.count("-") < 2 and read.values.get("so"):
            read.doubts.append((head.dia_danh, "văn bản có số mà ngày chưa đủ nên để trống ngày"))
            day = None
        read.take("ngay", day, [head.dia_danh])
    for line in _draft_marks(paper):
        read.take("du_thao", _DRAFT.sub("", line.words).strip(_ENDS + ")") or "có", [line])
    subject = [line for line in paper.trich_yeu if line.words]
    if subject:
        words = faces.plain_words(subject)
        about = without_about(words)
        read.take("trich_yeu", words if about == words else sentence_start(about), subject)
    if paper.can_cu:
        lines = [paragraph.whole for paragraph in paper.can_cu]
        read.take("can_cu", [_basis(line) for line in lines], [])
        read.lines += [(line, ("can_cu", index)) for index, line in enumerate(lines)]
    recipients, filed, keys = _recipients(paper.danh_sach)
    read.take("noi_nhan", recipients, [])
    read.lines += zip(paper.danh_sach, keys, strict=True)
    if (drafter := drafter_of(paper)) is not None:  # who drafted it and how many copies: part of the filing copy's line
        by = on_one_line(drafter.words).rstrip(_ENDS)
        is_beside = bool(paper.danh_sach) and paper.danh_sach[-1].paragraph is drafter.paragraph
        filed = f"{filed}.{by}" if filed and is_beside else ", ".join(filter(None, (filed, by)))
        read.lines.append((drafter, ("luu",)))
    read.values["luu"] = filed
    if paper.noi_nhan is not None:
        read.lines.append((paper.noi_nhan, ("noi_nhan",)))
    return read


def without_about(subject: str) -> str:
    """Return a subject without the "V/v" that letters open theirs with, and papers that name their kind do not."""
    return _ABOUT.sub("", subject, 1)


def drafter_of(paper: Paper) -> Line | None:
    """Return the mark of who drafted the paper (box 12); none that is the signer's authority beside the recipients."""
    mark = paper.nguoi_soan
    return None if mark is None or _FORM.match(mark.words) else mark


def read_signer(paper: Paper) -> Read:
    """Return who signs: `quyen_han`, `chuc_vu`, `ho_ten`; of several who sign the one of the office, which is a question."""
    read, office = Read(), folded_words(" ".join(line.words for line in _offices(paper.head)[1]))
    ours = [signer for signer in paper.chu_ky if any(folded_words(line.words) == office for line in signer.quyen_han)]
    chosen = next(iter(ours or paper.chu_ky), None)
    if chosen is not None:
        _read_signer(chosen, office if len(paper.chu_ky) > 1 else "", read)
    for other in paper.chu_ky:
        if other is not chosen:
            lines = [*other.quyen_han, *([other.ho_ten] if other.ho_ten else [])]
            read.doubts += [(line, _SIGNERS.format(name=read.values.get("ho_ten") or "")) for line in lines[:1]]
            read.left += lines
    return read


def _read_signer(signer: ChuKy, office: str, read: Read) -> None:
    """Read a block of signature; where there are several, the name of the `office` above is no part of the title."""
    titles = [line for line in signer.quyen_han if line.words and (not office or folded_words(line.words) != office)]
    read.left += [line for line in signer.quyen_han if line.words and line not in titles]
    forms = [line for line in titles if _FORM.match(line.words)]
    joined = [on_one_line(line.words) for line in titles]
    last = max((index for index, line in enumerate(titles) if line in forms), default=-1)
    if last == len(titles) - 1 and last >= 0 and written_form(joined[last]).startswith("Q."):
        last -= 1  # "Q. GIÁM ĐỐC" is the title of who signs: nothing stands below it but the name
    if last + 1 < len(titles):
        read.values["chuc_vu"] = " ".join(map(written_form, joined[last + 1 :]))
    elif titles:
        read.doubts.append((titles[-1], "không thấy chức vụ của người ký dưới dòng quyền hạn"))
    read.values["quyen_han"] = list(_whole_forms(joined[: last + 1])) or None
    read.lines += [(line, ("ky", "chuc_vu" if index > last else "quyen_han")) for index, line in enumerate(titles)]
    if signer.ho_ten is not None:
        read.take("ho_ten", on_one_line(signer.ho_ten.words), [signer.ho_ten], "ky")
    elif titles:
        read.doubts.append((titles[-1], "không thấy họ tên người ký"))


def _whole_forms(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of authority, those that go on on the next line as one, "T/M" as the decree writes it."""
    current = ""
    for line in lines:
        if _FORM.match(line) and current:
            yield current
            current = ""
        current = f"{current} {written_form(line)}".strip()
    if current:
        yield current


def written_form(line: str) -> str:
    """Return a line of authority with its form as the decree writes it: "T/M" and "TM/" are "TM."."""
    return _OTHER_FORM.sub(lambda match: f"{re.sub(r'[^A-Z]', '', match['form'].upper())}. ", line, 1)


def _draft_marks(paper: Paper) -> Iterator[Line]:
    """Yield the first line that calls the paper a draft, above the title."""
    for paragraph in paper.view.paragraphs:
        if paper.ten_loai is not None and paragraph is paper.ten_loai.paragraph:
            return
        for line in paragraph.lines:
            if _DRAFT.match(line.words) and len(line.words) <= _LONGEST_DRAFT:
                yield line
                return


def _date(match: re.Match[str]) -> str | None:
    day, month, year = (match[name].lstrip("0") for name in ("day", "month", "year"))
    if len(year) != 4 or not month:
        return year if len(year) == 4 else None
    return f"{year}-{int(month):02d}-{int(day):02d}" if day else f"{year}-{int(month):02d}"


def _basis(line: Line) -> str:
    words = faces.typed(line, italic=True).rstrip(_ENDS)
    words = re.sub(r"\A[-–—]\s*", "", words)
    bare = re.sub(r"\Acăn cứ\s+", "", words, flags=re.IGNORECASE)
    return bare if bare != words else words


def _recipients(lines: Sequence[Line]) -> tuple[list[str], str | None, list[Route]]:
    """Return the recipients, the filing copy, where each line went; one that opens with no dash goes on with the one above."""
    items: list[str] = []
    at: list[int] = []
    has_dashes = any(_DASH.match(on_one_line(line.words)) for line in lines)
    for line in lines:
        words = _HEADED.sub("", on_one_line(line.words), 1) if _HEADED.match(line.words) else on_one_line(line.words)
        opened = _DASH.match(words)
        ended = not has_dashes and bool(items) and items[-1].endswith((";", "."))
        if words and (opened or ended or not items or _FILED.match(words)):
            items.append(words[opened.end() :] if opened else words)
        elif words:
            items[-1] += f" {words}"
        at.append(len(items) - 1)
    is_filed = [_FILED.match(item) is not None for item in items]
    filed = [_FILED.sub("", item, 1).rstrip(_ENDS) for item in items if _FILED.match(item)]
    others = [index for index, item in enumerate(items) if not is_filed[index] and item.rstrip(_ENDS)]
    places: list[Route] = [("noi_nhan", others.index(index)) if index in others else ("luu",) for index in range(len(items))]
    keys = [places[index] if index >= 0 else ("noi_nhan",) for index in at]
    return [items[index].rstrip(_ENDS) for index in others], "; ".join(filter(None, filed)) or None, keys


def look_of(paper: Paper) -> dict[str, Any]:
    """Return margins and size of type as `trinh_bay` holds them, those that the decree allows."""
    rounded = {name: round(paper.first_section.margins[name]) for name in MARGINS}
    le = {name: f"{mm:g}" for name, mm in rounded.items() if MARGINS[name].low <= mm <= MARGINS[name].high}
    sizes = Counter(size for paragraph in paper.main for size in paragraph.whole.sizes[:1])
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return ({"le": le} if le else {}) | ({"co_chu": f"{size:g}"} if size in (BODY_SIZE.low, BODY_SIZE.high) else {})
