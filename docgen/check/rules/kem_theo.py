"""Rule of the line under an appendix's title that tells which paper it belongs to (PL I.III.1.c)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper, PhuLuc
from docgen.check.anatomy.attachments import appendices
from docgen.check.anatomy.vocabulary import kind_of
from docgen.check.finding import CannotJudge, Fault, Rules, Severity, Verdicts, applies
from docgen.check.gauges.lettering import THONG_LE, counted, face_faults, lettering
from docgen.check.mends import Layout
from docgen.check.view import Line
from docgen.decree30 import COMPONENTS, KIND_ABBREVIATIONS
from docgen.text.patterns import lazy_re

rule = Rules("Phụ lục")
_NAME: Final = "Dòng “Kèm theo”"
_SIZES: Final = COMPONENTS["Kèm theo"].sizes
_SOUGHT: Final = 8  # paragraphs from an appendix's head in which the line may stand
_SOUGHT_IN_TEXT: Final = 15  # and in an attached text, which has a head of its own
_ATTACHED: Final = lazy_re(r"kèm\s+theo", re.I)
_KIND: Final = lazy_re(rf"kèm\s+theo\s+({'|'.join((*KIND_ABBREVIATIONS, 'công văn'))})\b", re.I)
_REGULATIONS: Final = ("quy chế", "quy định")
_OF_REGULATION: Final = lazy_re(r"kèm\s+theo\s+(?:quy chế|quy định|nội quy|điều lệ|quy trình)\b", re.I)
_NUMBER: Final = lazy_re(r"số\s*:?\s*([\d.…_ ]*)\s*/\s*([A-ZĐ][\w&]*(?:\s?[-–]\s?[A-ZĐ][\w&]*)+)")
_HEAD_NUMBER: Final = lazy_re(r"số\s*:?\s*([\d.…_ ]*)\s*/\s*(\S.*)$", re.I)
_DATE: Final = lazy_re(r"ngày\s*([\d.…_]{0,20})\s*tháng\s*([\d.…_]{0,20})\s*năm\s*([\d.…_]{0,20})", re.I)
_DASHES: Final = str.maketrans("–—", "--", " ")


@rule("A04", Severity.ERROR, "PL I.III.1.c")
def kem_theo(paper: Paper) -> Verdicts:
    """Dưới tên phụ lục có dòng “(Kèm theo … số … ngày … tháng … năm … của …)”, canh giữa, in thường, nghiêng, cỡ chữ 13 đến 14.

    Số và ngày phải đúng với văn bản chính; văn bản điện tử để trống số và ngày. Với quy chế, quy định kèm theo chỉ xét số, mức
    cảnh báo.

    Đạt: (Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã An Lạc)
    Không đạt: (Kèm theo Kế hoạch số 14/KH-UBND …), trong khi văn bản là số 15/KH-UBND
    """
    labelled = appendices(paper.phu_luc)
    attached = [line for other in paper.phu_luc if other not in labelled for line in _pointers(other)]
    applies(paper.phu_luc)
    yield from _misnumbered(paper, attached)
    yield from _unpointed(paper)
    missing = [appendix for appendix in labelled if appendix.kem_theo is None]
    if any(_ATTACHED.search(words) for appendix in missing for words in _opening(appendix)):
        raise CannotJudge("không tìm thấy dòng “(Kèm theo …)” của phụ lục")
    remedy = "thêm dòng “(Kèm theo <tên loại> số … ngày … tháng … năm … của …)” dưới tên phụ lục"
    without = (Fault(appendix.label, "Phụ lục thiếu dòng “(Kèm theo …)”", remedy) for appendix in missing)
    yield from counted(without, unit="phụ lục")
    lines = [appendix.kem_theo for appendix in labelled if appendix.kem_theo is not None]
    yield from counted((fault for line in lines for fault in _face_faults(line)), unit="phụ lục")
    yield from counted((fault for line in lines for fault in _form_faults(line)), unit="phụ lục")
    if paper.is_whole and len(labelled) == len(paper.phu_luc):
        yield from counted((fault for line in lines for fault in _source_faults(paper, line)), unit="phụ lục")


def _opening(appendix: PhuLuc) -> list[str]:
    return [paragraph.words for paragraph in appendix.paragraphs[:_SOUGHT]] + [line.words for line in appendix.ten]


def _pointers(attached: PhuLuc) -> list[Line]:
    """Return the line "(Kèm theo …)" in the head of an attached text that is no appendix."""
    lines = [line for paragraph in attached.paragraphs[:_SOUGHT_IN_TEXT] for line in paragraph.lines]
    return [line for line in lines if line.words.startswith("(") and _ATTACHED.search(line.words)][:1]


def _misnumbered(paper: Paper, attached: list[Line]) -> Iterator[Fault]:
    """Yield the attached texts that name another number than the paper's own, of the same symbol."""
    own = paper.head.so_ky_hieu
    main = _HEAD_NUMBER.search(own.words) if own else None
    for line in attached:
        named = _NUMBER.search(line.words)
        alike = main and named and main[2].translate(_DASHES) == named[2].translate(_DASHES)
        if own and alike and (difference := _other_number(own, line)):
            message = difference.replace("Phụ lục ghi", "Văn bản đi kèm ghi")
            yield Fault(line, message, "sửa số, ký hiệu cho đúng với văn bản chính", Severity.WARNING, THONG_LE)


def _unpointed(paper: Paper) -> Iterator[Fault]:
    """Yield a warning for a regulation that a decision issues, without its line "(Kèm theo Quyết định số …)" (mẫu 1.3)."""
    for text in paper.phu_luc if paper.loai == "quyết định" else ():
        opening = text.paragraphs[:_SOUGHT_IN_TEXT]
        titles = (each for each in opening if each.words.isupper() and kind_of(each.words) in _REGULATIONS)
        title = next(titles, None) if text.label is None and text.kem_theo is None else None
        if title is not None and not any(_ATTACHED.search(each.words) for each in opening):
            message = "Văn bản kèm theo quyết định thiếu dòng “(Kèm theo Quyết định số …)”"
            yield Fault(title, message, "thêm dòng này dưới tên văn bản", Severity.WARNING, "PL III, Mẫu 1.3")


def _face_faults(line: Line) -> Iterator[Fault]:
    if line.paragraph.align != "center":
        mends = (Layout(line.paragraph, align="center"),)
        yield Fault(line, f"{_NAME} phải canh giữa", "canh giữa (Ctrl+E)", mends=mends)
    if line.words.isupper():
        yield Fault(line, f"{_NAME} phải là chữ in thường", "gõ lại bằng chữ in thường")
    yield from face_faults(lettering(line), _NAME, sizes=_SIZES, italic=True)
    for fault in face_faults(lettering(line), _NAME, bold=False):
        yield fault._replace(severity=Severity.WARNING)


def _form_faults(line: Line) -> Iterator[Fault]:
    words = line.words
    if _OF_REGULATION.search(words):  # an appendix of a regulation that a decision issues, which has no number of its own
        return
    if not words.startswith("("):
        yield Fault(line, f"{_NAME} đặt trong ngoặc đơn", "thêm ngoặc đơn", Severity.WARNING, "PL III M2.1")
    wanted = (
        ("số", r"\bsố\b"),
        ("ngày tháng năm", r"\bngày\b(?:.{0,40}\btháng\b.{0,40}\bnăm\b|[\d.…_\s]{0,20}[/.-][\d.…_\s]{0,20}[/.-])"),
        ("tên cơ quan (của …)", r"\bcủa\b"),
    )
    lacking = [name for name, sign in wanted if not re.search(sign, words, re.I)]
    if lacking and words.endswith(")"):
        message = f"{_NAME} thiếu {', '.join(lacking)} của văn bản chính"
        yield Fault(line, message, "ghi “(Kèm theo <tên loại> số … ngày … tháng … năm … của …)”", Severity.WARNING)


def _source_faults(paper: Paper, line: Line) -> Iterator[Fault]:
    kind = _KIND.search(line.words)
    if kind and paper.loai and kind.group(1).lower() != paper.loai:
        message = f"Phụ lục ghi kèm theo {kind.group(1)}, văn bản chính là {paper.loai}"
        yield Fault(line, message, "sửa tên loại cho đúng với văn bản chính", Severity.WARNING)
        return
    if paper.head.so_ky_hieu and (difference := _other_number(paper.head.so_ky_hieu, line)):
        yield Fault(line, difference, "sửa số, ký hiệu cho đúng với văn bản chính")
    if paper.head.dia_danh and (difference := _other_date(paper.head.dia_danh, line)):
        yield Fault(line, difference, "sửa ngày tháng năm cho đúng với văn bản chính")


def _other_number(own: Line, line: Line) -> str:
    main, named = _HEAD_NUMBER.search(own.words), _NUMBER.search(line.words)
    if not main or not named:
        return ""
    ours, theirs = (match.group(1).strip(" .…_").lstrip("0") for match in (main, named))
    symbol, other = (match.group(2).translate(_DASHES) for match in (main, named))
    if (ours and theirs and ours != theirs) or symbol.rstrip(".") != other:
        return f"Phụ lục ghi kèm theo số {named.group(1).strip()}/{other}, văn bản chính là số {main.group(1).strip()}/{symbol}"
    return ""


def _other_date(own: Line, line: Line) -> str:
    main, named = _DATE.search(own.words), _DATE.search(line.words)
    if not main or not named:
        return ""
    pairs = zip(main.groups(), named.groups(), strict=True)
    if any(ours.isdigit() and theirs.isdigit() and int(ours) != int(theirs) for ours, theirs in pairs):
        return f"Phụ lục ghi kèm theo văn bản {_said(named)}, văn bản chính {_said(main)}"
    return ""


def _said(date: re.Match[str]) -> str:
    return "ngày {} tháng {} năm {}".format(*(part or "…" for part in date.groups()))
