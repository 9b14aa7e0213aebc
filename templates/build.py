"""Makes the Word templates from the decree's own numbers: `python -m templates.build`.

A template is an ordinary Word file: what it holds are paragraphs in named styles, the decree's fixed words, and tags. What
the tags mean is told in docs/huong-dan.md.
"""

from pathlib import Path

from docx.shared import Mm

from templates.blank import blank_document, saved
from templates.ooxml import add_line
from templates.parts import appendix, blocks, draft_mark, head, loop, on_its_side, page, paragraph, signature
from templates.styles import define_list_styles, define_report_styles, define_styles

HERE = Path(__file__).parent


def kehoach() -> bytes:
    """Return the template of the plan: main text (PL III M1.4) and appendix (PL III M2.1)."""
    document = blank_document()
    define_styles(document)
    page(document.sections[0])
    draft_mark(head(document))
    for style, text in (
        ("Tên loại", "{{ ten_loai }}"),
        ("Trích yếu", "{{ trich_yeu }}"),
    ):
        paragraph(document, style, text)
    add_line(paragraph(document, "Đường kẻ"), Mm(60), 3, "{{ ke.trich_yeu | do_dai }}")
    loop(document, "for c in can_cu", ("Căn cứ", "{{ c }}"))
    loop(document, "for m in mo_dau", ("Nội dung", "{{ m }}"))
    blocks(document, "khoi")
    signature(document)
    appendix(document)
    return saved(document, "Mẫu kế hoạch")


def congvan() -> bytes:
    """Return the template of the letters (PL III M1.5): the subject under the number, no title, addressee, body, an annex."""
    document = blank_document()
    define_styles(document)
    page(document.sections[0])
    number = head(document)
    number.add_paragraph("{{ trich_yeu }}", "ND30 Trích yếu công văn").paragraph_format.keep_with_next = True
    draft_mark(number)
    paragraph(document, "Kính gửi", "{{ kinh_gui }}")
    loop(document, "for m in mo_dau", ("Nội dung", "{{ m }}"))
    blocks(document, "khoi")
    signature(document)
    appendix(document)
    return saved(document, "Mẫu công văn")


def baocao() -> bytes:
    """Return the template of the report (PL III M1.4): as the plan, with addressees where it goes to a superior office."""
    document = blank_document()
    define_styles(document)
    define_report_styles(document)
    page(document.sections[0])
    draft_mark(head(document))
    paragraph(document, "Tên loại", "{{ ten_loai }}")
    paragraph(document, "Trích yếu", "{{ trich_yeu }}")
    add_line(paragraph(document, "Đường kẻ"), Mm(60), 3, "{{ ke.trich_yeu | do_dai }}")
    paragraph(document, "Kính gửi", "{%p if kinh_gui %}")
    paragraph(document, "Kính gửi", "{{ kinh_gui }}")
    paragraph(document, "Kính gửi", "{%p endif %}")
    paragraph(document, "Kính gửi", "{%p if noi_gui %}")
    paragraph(document, "Kính gửi nhiều nơi", "Kính gửi:")
    loop(document, "for n in noi_gui", ("Nơi gửi", "{{ n }}"))
    paragraph(document, "Kính gửi", "{%p endif %}")
    loop(document, "for m in mo_dau", ("Nội dung", "{{ m }}"))
    blocks(document, "khoi", chart=True)
    signature(document)
    appendix(document, at_top=True)  # what many units answered makes high rows
    return saved(document, "Mẫu báo cáo")


def rasoat() -> bytes:
    """Return the template of the review list of a roll-over: a work list on its side, no official paper."""
    document = blank_document()
    define_styles(document)
    define_list_styles(document)
    page(document.sections[0])
    on_its_side(document.sections[0])
    paragraph(document, "Tên loại", "{{ ten_loai }}")
    paragraph(document, "Trích yếu", "{{ trich_yeu }}")
    blocks(document, "khoi", at_top=True)
    paragraph(document, "Ngắt phần")
    return saved(document, "Mẫu danh sách rà soát")


TEMPLATES = {"kehoach": kehoach, "congvan": congvan, "baocao": baocao, "rasoat": rasoat}


if __name__ == "__main__":
    for name, make in TEMPLATES.items():
        (HERE / f"{name}.docx").write_bytes(make())
        print(f"templates/{name}.docx")
