"""Ways to spoil headings and numbering."""

from docx.document import Document

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import at, everywhere, paragraphs_of


def _dots_for_brackets(document: Document) -> None:
    for paragraph in paragraphs_of(document):
        if paragraph.text[1:2] == ")":
            spoil.replace_text(paragraph.text[:2], f"{paragraph.text[0]}.")(paragraph)


def _latin(document: Document) -> None:
    """Go on with e where đ has to stand."""
    at("d) Kinh phí", spoil.insert_paragraph_after("e) Thành phần: các đội ghe Ngo trong tỉnh."))(document)


MUTATIONS = (
    Mutation("B06", "heading in small letters", "bao_cao", at("II. TỒN", spoil.set_text("II. Tồn tại, hạn chế")), "in hoa"),
    Mutation("B06", "headings not bold", "ke_hoach", everywhere(spoil.set_bold(False), beginning="I"), "phải đậm"),
    Mutation("B06", "a slash", "bao_cao", at("I. KẾT QUẢ", spoil.replace_text("I. ", "I/ ")), "“I/”"),
    Mutation("B06", "an article not bold", "quyet_dinh", at("Điều 2.", spoil.set_bold(False)), "phải đậm"),
    Mutation("B06", "an article in capitals", "quyet_dinh", at("Điều 3.", spoil.replace_text("Điều 3.", "ĐIỀU 3.")), "Điều 1."),
    Mutation("B06", "underlined", "ke_hoach", at("II. CHỈ TIÊU", spoil.set_underline()), "gạch chân"),
    Mutation("B06", "a thin number", "to_trinh", at("1. Sự cần thiết", spoil.thin_opening("1. ")), "Số của đề mục"),
    Mutation("B06", "a title not bold", "to_trinh", at("1. Sự cần thiết", spoil.set_bold(False)), "Tiêu đề của khoản"),
    Mutation("B07", "a. for a)", "cong_van", _dots_for_brackets, "“a.”"),
    Mutation("B07", "(a)", "bao_cao", at("a) Chỉnh lý", spoil.replace_text("a)", "(a)")), "“(a)”"),
    Mutation("B07", "1/", "to_trinh", at("1. Sự cần thiết", spoil.replace_text("1.", "1/")), "“1/”"),
    Mutation("B07", "e after d", "to_trinh", _latin, "thứ tự chữ cái"),
    Mutation("B08", "a mục left out", "bao_cao", at("III. NHIỆM VỤ", spoil.replace_text("III.", "IV.")), "từ “II.” đến “IV.”"),
    Mutation("B08", "a khoản twice", "cong_van", at("3. Sở Thông tin", spoil.replace_text("3.", "2.")), "“2.” ghi hai lần"),
    Mutation("B08", "a điểm left out", "ke_hoach", at("b) Nâng tỷ lệ", spoil.delete_paragraph), "từ “a)” đến “c)”"),
    Mutation("B08", "an article left out", "quyet_dinh", at("Điều 2.", spoil.delete_paragraph), "từ “Điều 1.” đến “Điều 3.”"),
)
