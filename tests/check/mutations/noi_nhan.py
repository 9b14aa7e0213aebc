"""The recipients at the foot: their heading, their list, "Như trên" and "Lưu"."""

import copy
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import at, find
from tests.check.papers.numbering import number, numbering


def _remove_recipients(document: Document) -> None:
    heading: Any = find(document, "Nơi nhận:")._p
    cell = heading.getparent()
    for paragraph in list(cell.findall(qn("w:p")))[1:]:
        cell.remove(paragraph)
    find(document, "Nơi nhận:").clear()


def _under_signature(document: Document) -> None:
    """Move the recipients into a row of their own below the signature."""
    heading: Any = find(document, "Nơi nhận:")._p
    row: Any = next(heading.iterancestors(qn("w:tr")))
    below = copy.deepcopy(row)
    row.addnext(below)
    for cell in (row.findall(qn("w:tc"))[0], below.findall(qn("w:tc"))[1]):
        for paragraph in list(cell.findall(qn("w:p")))[1:]:
            cell.remove(paragraph)
        for run in list(cell.find(qn("w:p")).findall(qn("w:r"))):
            cell.find(qn("w:p")).remove(run)


def _bulleted(document: Document) -> None:
    """Number the list automatically, with round bullets for the typed dashes."""
    bullets = numbering(document, (("bullet", "•"),), 0)
    _relabel(document, bullets)


def _relabel(document: Document, list_number: int) -> None:
    heading: Any = find(document, "Nơi nhận:")._p
    for element in heading.itersiblings(qn("w:p")):
        for text in element.iter(qn("w:t")):
            text.text = (text.text or "").removeprefix("- ")
        paragraph = next(each for each in _paragraphs(document) if each._p is element)
        number(paragraph, list_number, 0)


def _paragraphs(document: Document) -> Any:
    return (paragraph for table in document.tables for row in table.rows for cell in row.cells for paragraph in cell.paragraphs)


def _first_line_last(document: Document) -> None:
    """Move "Như trên" down, in front of "Lưu"."""
    find(document, "- Lưu")._p.addprevious(find(document, "- Như trên")._p)


def _luu_first(document: Document) -> None:
    find(document, "- Như trên")._p.addprevious(find(document, "- Lưu")._p)


MUTATIONS: Final = (
    Mutation("R04", "lưu", "ke_hoach", at("- Lưu:", spoil.replace_text("Lưu", "lưu")), "viết hoa"),
    Mutation("R01", "capitals", "cong_van", at("Nơi nhận:", spoil.set_text("NƠI NHẬN:")), "in thường"),
    Mutation("R01", "no colon", "ke_hoach", at("Nơi nhận:", spoil.set_text("Nơi nhận")), "dấu hai chấm"),
    Mutation("R01", "not slanted", "quyet_dinh", at("Nơi nhận:", spoil.set_italic(False)), "nghiêng"),
    Mutation("R01", "not bold", "bao_cao", at("Nơi nhận:", spoil.set_bold(False)), "phải đậm"),
    Mutation("R01", "as large as the text", "to_trinh", at("Nơi nhận:", spoil.set_size(14)), "cỡ chữ 14"),
    Mutation("R01", "centred", "ke_hoach", at("Nơi nhận:", spoil.set_align("center")), "sát lề trái"),
    Mutation("R01", "set in", "cong_van", at("Nơi nhận:", spoil.set_indent(first=12.7)), "lùi vào 12,7 mm"),
    Mutation("R01", "underlined", "quyet_dinh", at("Nơi nhận:", spoil.set_underline()), "gạch chân"),
    Mutation("R01", "below the signature", "bao_cao", _under_signature, "ngang hàng"),
    Mutation("R01", "no recipients", "ke_hoach", _remove_recipients, "thiếu phần Nơi nhận"),
    Mutation("R02", "one line larger", "cong_van", at("- TT. Tỉnh ủy;", spoil.set_size(12)), "cỡ chữ 12"),
    Mutation("R02", "slanted", "ke_hoach", at("- Chủ tịch, các PCT", spoil.set_italic(True)), "chữ đứng"),
    Mutation("R02", "bold", "quyet_dinh", at("- Chủ tịch, các PCT", spoil.set_bold(True)), "không được đậm"),
    Mutation("R02", "no dash", "to_trinh", at("- Sở Tài chính;", spoil.set_text("Sở Tài chính;")), "thiếu gạch"),
    Mutation("R02", "a plus for a dash", "bao_cao", at("- Như trên", spoil.set_text("• Như trên;")), "dấu “•”"),
    Mutation("R02", "a long dash", "cong_van", at("- TT. HĐND", spoil.set_text("– TT. HĐND tỉnh;")), "gạch dài"),
    Mutation("R02", "bullets set by Word", "to_trinh", _bulleted, "dấu “•”"),
    Mutation("R02", "no semicolon", "ke_hoach", at("- Các sở, ban", spoil.set_text("- Các sở, ban, ngành tỉnh")), "dấu"),
    Mutation("R02", "a comma for a semicolon", "cong_van", at("- TT. Tỉnh", spoil.set_text("- TT. Tỉnh ủy,")), "chấm phẩy"),
    Mutation("R02", "no full stop", "bao_cao", at("- Lưu", spoil.set_text("- Lưu: VT, VTLT")), "dấu chấm"),
    Mutation("R02", "a semicolon at the end", "quyet_dinh", at("- Lưu", spoil.replace_text("VX.", "VX;")), "dấu chấm"),
    Mutation("R02", "two on a line", "to_trinh", at("- Sở Tài", spoil.set_text("- Sở Tài chính; - Sở Y tế;")), "dòng riêng"),
    Mutation("R03", "no Như trên", "cong_van", at("- Như trên", spoil.delete_paragraph), "phải là “- Như trên;”"),
    Mutation("R03", "Như trên is not the first", "bao_cao", _first_line_last, "dòng đầu"),
    Mutation("R03", "Như trên in a plan", "ke_hoach", at("- TT. Tỉnh ủy", spoil.set_text("- Như trên;")), "chỉ dùng khi"),
    Mutation("R03", "no Như Điều", "quyet_dinh", at("- Như Điều", spoil.delete_paragraph), "Như Điều"),
    Mutation("R04", "no Lưu", "cong_van", at("- Lưu", spoil.delete_paragraph), "thiếu dòng “Lưu"),
    Mutation("R04", "no VT", "ke_hoach", at("- Lưu", spoil.set_text("- Lưu: VX.")), "“VT”"),
    Mutation("R04", "VT behind the unit", "to_trinh", at("- Lưu", spoil.set_text("- Lưu: NVVH, VT.")), "“VT”"),
    Mutation("R04", "no colon", "bao_cao", at("- Lưu", spoil.replace_text("Lưu:", "Lưu")), "dấu hai chấm"),
    Mutation("R04", "Lưu first", "cong_van", _luu_first, "dòng cuối"),
    Mutation("R04", "no comma", "quyet_dinh", at("- Lưu", spoil.set_text("- Lưu: VT - VX.")), "dấu phẩy"),
)
