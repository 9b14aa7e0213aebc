"""The addressees of letters, proposals and reports."""

from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import Change, at, find

_NAMES: Final = ("Kính gửi:", "- Các sở, ban", "- Ủy ban nhân dân các", "- Báo Sóc", "- Đài Phát thanh")


def _each(*spoils: spoil.Spoil, names: tuple[str, ...] = _NAMES) -> Change:
    def change(document: Document) -> None:
        for name in names:
            at(name, *spoils)(document)

    return change


def _first_inline(document: Document) -> None:
    at("- Các sở, ban", spoil.delete_paragraph)(document)
    at("Kính gửi:", spoil.set_text("Kính gửi: - Các sở, ban, ngành tỉnh;"))(document)


def _on_two_lines(document: Document) -> None:
    """Put the one addressee below "Kính gửi:", as in a list of one."""
    heading = find(document, "Kính gửi:")
    spoil.insert_paragraph_after("- Ủy ban nhân dân tỉnh Sóc Trăng.")(heading)
    below: Any = heading._p.getnext()
    for run in below.findall(qn("w:r")):
        run.get_or_add_rPr()
    spoil.set_text("Kính gửi:")(heading)


MUTATIONS: Final = (
    Mutation("K01", "Kính gởi", "to_trinh", at("Kính gửi:", spoil.replace_text("gửi", "gởi")), "“Kính gởi”"),
    Mutation("K01", "one and a semicolon", "bao_cao", at("Kính gửi:", spoil.replace_text("Trăng", "Trăng;")), "không có “;”"),
    Mutation("K01", "no addressees", "cong_van", _each(spoil.delete_paragraph), "thiếu phần “Kính gửi:”"),
    Mutation("K01", "a proposal to nobody", "to_trinh", at("Kính gửi:", spoil.delete_paragraph), "thiếu phần “Kính gửi:”"),
    Mutation("K01", "bold", "cong_van", _each(spoil.set_bold(True)), "không được đậm"),
    Mutation("K01", "slanted", "bao_cao", at("Kính gửi:", spoil.set_italic(True)), "chữ đứng"),
    Mutation("K01", "too small", "to_trinh", at("Kính gửi:", spoil.set_size(12)), "cỡ chữ 12"),
    Mutation("K01", "capitals", "bao_cao", at("Kính gửi:", spoil.replace_text("Kính gửi", "KÍNH GỬI")), "in thường"),
    Mutation("K01", "no colon", "to_trinh", at("Kính gửi:", spoil.replace_text("gửi:", "gửi")), "dấu hai chấm"),
    Mutation("K01", "no dash", "cong_van", at("- Báo Sóc", spoil.set_text("Báo Sóc Trăng;")), "thiếu gạch"),
    Mutation("K01", "a long dash", "cong_van", at("- Báo Sóc", spoil.set_text("– Báo Sóc Trăng;")), "gạch dài"),
    Mutation("K01", "no semicolon", "cong_van", at("- Báo Sóc", spoil.set_text("- Báo Sóc Trăng")), "chấm phẩy"),
    Mutation("K01", "no full stop", "cong_van", at("- Đài", spoil.replace_text("Trăng.", "Trăng;")), "dấu chấm"),
    Mutation("K01", "the first inline", "cong_van", _first_inline, "xuống dòng"),
    Mutation("K01", "one below", "bao_cao", _on_two_lines, "cùng dòng"),
    Mutation("K01", "a dash out of line", "cong_van", at("- Báo Sóc", spoil.set_indent(left=60)), "thẳng hàng"),
    Mutation("K01", "dashes off the colon", "cong_van", _each(spoil.set_indent(left=30), names=_NAMES[1:]), "dưới dấu hai chấm"),
    Mutation("K01", "dashes centred", "cong_van", _each(spoil.set_align("center"), names=_NAMES[1:]), "canh giữa"),
)
