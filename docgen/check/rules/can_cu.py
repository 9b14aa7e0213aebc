"""Rules of the legal bases that open a paper, and of the papers it cites (PL I.II.6.a, b)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies
from docgen.check.gauges.body import body
from docgen.check.gauges.citations import Mention, mentions, names_no_symbol
from docgen.check.gauges.lettering import face_faults, gathered, lettering
from docgen.check.mends import Letters, Words, ended
from docgen.check.view import Line, Paragraph, split_line
from docgen.decree30 import COMPONENTS
from docgen.text.patterns import lazy_re
from docgen.text.viendan import symbol_key

rule = Rules("Căn cứ ban hành")

_CLAUSE: Final = "PL I.II.6.a"
_OPENS: Final = lazy_re(
    r"^\W{0,2}(?:Căn cứ|Theo đề nghị|Theo|Xét|Thực hiện|Trên cơ sở|Sau khi|Được sự (?:đồng ý|nhất trí|thống nhất))\b",
    re.IGNORECASE,
)
_CITED: Final = lazy_re(r"\d/(?:\d{4}/)?[A-ZĐ]|\b(?:[Ll]uật|Pháp lệnh)\b")
_SECOND: Final = lazy_re(r"[;.]\s*(?:Căn cứ|Theo đề nghị của|Xét đề nghị)\s", re.IGNORECASE)
_RUNS_ON: Final = lazy_re(
    r"\b(?:ban hành|xây dựng|báo cáo|đề nghị|yêu cầu|thông báo|như sau|kính trình|tổ chức)\b.*:$", re.IGNORECASE
)
_NO_SYMBOL: Final = lazy_re(
    r"\b(Nghị quyết|Quyết định|Chỉ thị|Công văn|Kế hoạch|Thông báo|Hướng dẫn|Tờ trình|Báo cáo|Công điện) số \d{1,5} ngày \d"
)
_MOSTLY: Final = 0.9
_ACTS: Final = ("quyết định", "nghị quyết")  # of which the clause speaks without doubt
_BARE: Final = ("ngày tháng năm", "cơ quan ban hành")


@rule("C01", Severity.ERROR, _CLAUSE)
def can_cu(paper: Paper) -> Verdicts:
    """Căn cứ in nghiêng, cỡ 13 đến 14; mỗi căn cứ xuống dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng có dấu chấm.

    Công văn không có tên loại nên không xét.
    Câu mở đầu chạy liền (“Căn cứ Quyết định số…, Ủy ban nhân dân xã ban hành Kế hoạch…:”) là nội dung, không phải căn cứ; nhiều
    căn cứ trong một câu như vậy chỉ bị nhắc.

    Đạt: Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
    Không đạt: dòng căn cứ cuối cùng kết thúc bằng dấu phẩy
    """
    bases = _bases(paper)
    run_on = next((paragraph for paragraph in paper.main if paragraph.words), None)
    applies(not paper.is_cong_van)
    if not bases and run_on is not None and _opens_with_several(run_on.words):
        message = "Nhiều căn cứ ghi liền trong một đoạn"
        yield Fault(run_on, message, "xuống dòng (Enter) trước mỗi căn cứ, đặt chữ nghiêng", Severity.WARNING)
    if not bases:
        return
    yield from gathered(fault for base in bases for fault in _face_faults(base.whole))
    lines = [line for base in bases for line in _each(base)]
    merged = [line for line in lines if _SECOND.search(line.words)]
    if merged:
        message = "Nhiều căn cứ ghi liền trong một đoạn"
        yield Fault(merged[0], message, "xuống dòng (Enter) trước mỗi căn cứ", others=tuple(merged[1:]))
    unmarked = [line for line in lines[:-1] if not line.words.endswith(";")]
    if unmarked:
        message = "Cuối căn cứ phải có dấu chấm phẩy (;)"
        mends = tuple(mend for line in unmarked for mend in ended(line, ";"))
        yield Fault(unmarked[0], message, "kết thúc căn cứ bằng dấu chấm phẩy", others=tuple(unmarked[1:]), mends=mends)
    if not lines[-1].words.endswith("."):
        runs_on = lines[-1].words.endswith(",") and paper.loai not in _ACTS
        severity = Severity.WARNING if runs_on else None
        behind = next((each.words for each in paper.main if each.words and each.number > bases[-1].number), "")
        message = "Căn cứ cuối cùng phải kết thúc bằng dấu chấm (.)"
        mends = () if behind[:1].islower() else ended(lines[-1], ".")
        yield Fault(lines[-1], message, "thay dấu cuối bằng dấu chấm", severity, mends=mends)


def _opens_with_several(words: str) -> bool:
    """Return whether one sentence names several bases, parted by ";"."""
    return words.lstrip("- ").startswith("Căn cứ") and sum(bool(_CITED.search(part)) for part in words.split(";")) > 1


def _face_faults(line: Line) -> Iterator[Fault]:
    sizes = COMPONENTS["Căn cứ"].sizes
    yield from face_faults(lettering(line), "Căn cứ", sizes=sizes)
    slanted = sum(span.visible for span in line.inked if span.face.italic)
    if slanted < _MOSTLY * sum(span.visible for span in line.inked):
        yield Fault(line, "Căn cứ phải là chữ nghiêng", "đặt chữ nghiêng", mends=(Letters(line, italic=True),))


def _bases(paper: Paper) -> list[Paragraph]:
    """Return the paragraphs of the legal bases, those too that stand right behind them and open as bases do."""
    bases = [base for base in paper.can_cu if base.words]
    while bases and _RUNS_ON.search(bases[-1].words):
        bases.pop()
    following = [paragraph for paragraph in paper.main if bases and paragraph.words and paragraph.number > bases[-1].number]
    for paragraph in following:
        if (
            not _OPENS.match(paragraph.words)
            or not paragraph.words.endswith((";", ".", ","))
            or (paragraph.whole.share("italic") == "none" and bases[-1].whole.share("italic") != "none")
        ):
            break
        bases.append(paragraph)
    return bases


def _each(base: Paragraph) -> Iterator[Line]:
    """Yield the bases that manual line breaks set apart in one paragraph."""
    parts = [part for part in split_line(base.whole, "\n") if part.words]
    yield from parts if len(parts) > 1 and all(_OPENS.match(part.words) for part in parts) else (base.whole,)


@rule("C02", Severity.WARNING, "PL I.II.6.a, b")
def vien_dan(paper: Paper) -> Verdicts:
    """Văn bản được căn cứ ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu; viện dẫn lần đầu cũng vậy.

    Luật, Pháp lệnh chỉ ghi tên. Trong phần nội dung chỉ nhắc khi thiếu ngày ban hành, hoặc thiếu trích yếu trong câu mở đầu.

    Đạt: Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
    Không đạt: Nghị định 30/2020/NĐ-CP
    """
    applies(paper.is_whole)
    bases = {id(base) for base in paper.can_cu}
    known: set[str] = set()
    faults: list[Fault] = []
    for item in body(paper):
        paragraph = item.paragraph
        is_base = id(paragraph) in bases
        opens = item.level == "đoạn" and not paper.is_cong_van and _OPENS.match(paragraph.words) is not None
        if is_base and names_no_symbol(paragraph.words):
            faults.append(Fault(paragraph, "Căn cứ thiếu số, ký hiệu của văn bản", "ghi đủ số, ký hiệu của văn bản được căn cứ"))
        for bare in _NO_SYMBOL.finditer(paragraph.words):
            message, remedy = "Văn bản viện dẫn chỉ có số, thiếu ký hiệu", f"ghi đủ số, ký hiệu: {bare[1]} số …/…"
            faults.append(Fault(paragraph, message, remedy))
        for mention in mentions(paragraph.words):
            if not mention.says_number:
                remedy = f"ghi: {mention.kind} số {mention.symbol}"
                mends = (Words(paragraph, f"{mention.kind} {mention.symbol}", f"{mention.kind} số {mention.symbol}"),)
                faults.append(Fault(paragraph, "Thiếu chữ “số” trước số, ký hiệu của văn bản", remedy, mends=mends))
            key = symbol_key(mention.symbol)
            if key not in known:
                faults += _basis_faults(paragraph, mention) if is_base else _text_faults(paragraph, mention, opens=opens)
            known.add(key)
    yield from gathered(faults)


def _basis_faults(paragraph: Paragraph, mention: Mention) -> Iterator[Fault]:
    if mention.lacks:
        lacks = ", ".join(mention.lacks)
        yield Fault(paragraph, f"Căn cứ thiếu {lacks} của văn bản", f"ghi thêm {lacks} của {mention.kind} số {mention.symbol}")


def _text_faults(paragraph: Paragraph, mention: Mention, *, opens: bool) -> Iterator[Fault]:
    """Yield what a first mention leaves out; its subject is asked for where a paragraph `opens` with it as a basis does."""
    if set(_BARE) <= set(mention.lacks):
        remedy = "ghi đủ ngày tháng năm, cơ quan ban hành và trích yếu ở lần viện dẫn đầu"
        yield Fault(paragraph, "Văn bản viện dẫn lần đầu thiếu ngày tháng năm, cơ quan ban hành", remedy)
    elif _BARE[0] in mention.lacks and _BARE[1] not in mention.lacks:
        remedy = "ghi đủ ngày tháng năm ở lần viện dẫn đầu"
        yield Fault(paragraph, "Văn bản viện dẫn lần đầu thiếu ngày tháng năm", remedy)
    elif opens and "trích yếu" in mention.lacks:
        message = "Văn bản viện dẫn lần đầu thiếu trích yếu"
        yield Fault(paragraph, message, f"ghi thêm trích yếu của {mention.kind} số {mention.symbol}")
