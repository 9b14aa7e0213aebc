"""The signature: authority and title, name, a signature alone on its page."""

from collections.abc import Callable
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import Change, at, find


def _all_of(*changes: Change) -> Change:
    def change(document: Document) -> None:
        for each in changes:
            each(document)

    return change


def _signature_table(document: Document) -> Any:
    heading: Any = find(document, "Nơi nhận:")._p
    return next(heading.iterancestors(qn("w:tbl")))


def _page_break(document: Document) -> None:
    """Press Ctrl+Enter on an empty line between the text and the signature."""
    paragraph: Any = document.add_paragraph()
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    _signature_table(document).addprevious(paragraph._p)


def _break_behind_text(start: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        paragraph = find(document, start)
        paragraph.paragraph_format.keep_with_next = None
        paragraph.add_run().add_break(WD_BREAK.PAGE)

    return change


def _remove_signature(document: Document) -> None:
    for cell in find(document, "Phạm Hoài Nam")._p.iterancestors(qn("w:tc")):
        for paragraph in list(cell.findall(qn("w:p")))[1:]:
            cell.remove(paragraph)
    find(document, "GIÁM ĐỐC").clear()


MUTATIONS: Final = (
    Mutation("G01", "TM with a slash", "cong_van", at("TM. ỦY", spoil.replace_text("TM.", "T/M")), "“T/M”"),
    Mutation("G01", "KT with a slash", "quyet_dinh", at("KT.", spoil.replace_text("KT. CHỦ", "K/T CHỦ")), "phải ghi “KT.”"),
    Mutation("G01", "TM without a dot", "ke_hoach", at("TM. ỦY", spoil.replace_text("TM.", "TM")), "phải ghi “TM.”"),
    Mutation("G01", "dots between the letters", "to_trinh", at("KT.", spoil.replace_text("KT.", "K.T.")), "phải ghi “KT.”"),
    Mutation("G01", "no blank behind the dot", "cong_van", at("TM. ỦY", spoil.replace_text("TM. ", "TM.")), "dấu cách"),
    Mutation("G01", "spelled out", "quyet_dinh", at("KT.", spoil.replace_text("KT.", "KÝ THAY")), "chữ viết tắt “KT.”"),
    Mutation("G01", "TM. UBND", "cong_van", at("TM. ỦY", spoil.set_text("TM. UBND TỈNH")), "ghi tắt “UBND”"),
    Mutation("G01", "not in capitals", "bao_cao", at("GIÁM ĐỐC", spoil.set_text("Giám đốc")), "in hoa"),
    Mutation("G01", "on the left", "bao_cao", at("GIÁM ĐỐC", spoil.set_align("left")), "chức vụ phải canh giữa"),
    Mutation("G01", "not bold", "to_trinh", at("PHÓ GIÁM ĐỐC", spoil.set_bold(False)), "phải đậm"),
    Mutation("G01", "slanted", "ke_hoach", at("PHÓ CHỦ TỊCH", spoil.set_italic(True)), "chữ đứng"),
    Mutation("G01", "too small", "cong_van", at("KT. CHỦ TỊCH", spoil.set_size(12)), "cỡ chữ 12"),
    Mutation("G01", "no signature at all", "bao_cao", _remove_signature, "thiếu chức vụ"),
    Mutation("G02", "KT without a deputy", "to_trinh", at("PHÓ GIÁM ĐỐC", spoil.set_text("GIÁM ĐỐC")), "cấp phó"),
    Mutation(
        "G02", "another head's deputy", "quyet_dinh", at("PHÓ CHỦ", spoil.set_text("PHÓ GIÁM ĐỐC")), "phải là “PHÓ CHỦ TỊCH”"
    ),
    Mutation("G02", "a deputy without KT", "ke_hoach", at("KT. CHỦ TỊCH", spoil.delete_paragraph), "phải có dòng “KT. CHỦ TỊCH”"),
    Mutation(
        "G02",
        "TM without a title",
        "cong_van",
        _all_of(at("KT. CHỦ TỊCH", spoil.delete_paragraph), at("PHÓ CHỦ TỊCH", spoil.delete_paragraph)),
        "chức vụ của người ký",
    ),
    Mutation("G02", "TM before a title", "ke_hoach", at("TM. ỦY", spoil.set_text("TM. CHỦ TỊCH")), "tên tập thể"),
    Mutation("G03", "name in capitals", "cong_van", at("Trần Thị", spoil.set_text("TRẦN THỊ NGỌC BÌNH")), "in thường"),
    Mutation("G03", "degree before the name", "quyet_dinh", at("Lê Minh", spoil.set_text("ThS. Lê Minh Khôi")), "“ThS.”"),
    Mutation("G03", "two degrees", "to_trinh", at("Thạch Sô", spoil.set_text("PGS.TS Thạch Sô Phi")), "“PGS.TS”"),
    Mutation("G03", "rank of a learned man", "bao_cao", at("Phạm Hoài", spoil.set_text("TS.BS Phạm Hoài Nam")), "“TS.BS”"),
    Mutation("G03", "degree spelled out", "quyet_dinh", at("Lê Minh", spoil.set_text("Tiến sĩ Lê Minh Khôi")), "“Tiến sĩ”"),
    Mutation("G03", "name not bold", "to_trinh", at("Thạch Sô Phi", spoil.set_bold(False)), "phải đậm"),
    Mutation("G03", "name slanted", "ke_hoach", at("Trần Thị Ngọc Bình", spoil.set_italic(True)), "chữ đứng"),
    Mutation(
        "G03", "name on the left", "quyet_dinh", at("Lê Minh Khôi", spoil.set_align("left")), "Họ tên người ký phải canh giữa"
    ),
    Mutation("G03", "name too large", "bao_cao", at("Phạm Hoài Nam", spoil.set_size(15)), "cỡ chữ 15"),
    Mutation("G04", "page break before the signature", "cong_van", _page_break, "ngắt trang"),
    Mutation("G04", "page break behind the last words", "bao_cao", _break_behind_text("Trên đây là kết quả"), "ngắt trang"),
    Mutation(
        "G04",
        "signature begins a page by its format",
        "quyet_dinh",
        lambda document: setattr(find(document, "Nơi nhận:").paragraph_format, "page_break_before", True),
        "ngắt trang",
    ),
)
