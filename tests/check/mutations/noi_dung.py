"""Ways to spoil the body: its type, how its paragraphs stand, its marks."""

from docx.document import Document
from docx.shared import Pt

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import Change, at, find, paragraphs_of
from tests.check.papers.numbering import number, numbering
from tests.check.papers.spoil import Spoil

_FIRST = {
    "cong_van": "Thực hiện Quyết định",
    "bao_cao": "Thực hiện Công văn",
    "to_trinh": "Thực hiện Kế hoạch",
    "quyet_dinh": "Điều 1.",
    "ke_hoach": "Căn cứ Luật",
}


def _body(paper: str, *spoils: Spoil) -> Change:
    """Return the change that makes `spoils` to each paragraph of the body."""

    def change(document: Document) -> None:
        opened = False
        for paragraph in list(paragraphs_of(document)):
            opened = opened or paragraph.text.startswith(_FIRST[paper])
            if opened and paragraph.text:
                for spoil_one in spoils:
                    spoil_one(paragraph)
            if opened and paragraph.text.endswith("./."):
                return

    return change


def _dots(document: Document) -> None:
    """Make the dashes of a list Word's own round bullets."""
    numbers = numbering(document, [("bullet", "•")], 12.7)
    for start in ("- Giải đua", "- Hội thi", "- Hội chợ"):
        paragraph = find(document, start)
        spoil.replace_text("- ", "")(paragraph)
        number(paragraph, numbers, 0)


def _tight(document: Document) -> None:
    """Let a style swallow the gaps between its paragraphs, as Word's List Paragraph does."""
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    _body("bao_cao", spoil.set_spacing(after=2))(document)


MUTATIONS = (
    Mutation("B01", "one slanted", "ke_hoach", at("b) Nâng tỷ lệ", spoil.set_italic(True)), "Đoạn này in nghiêng"),
    Mutation("B01", "size 12 in all", "to_trinh", _body("to_trinh", spoil.set_size(12)), "cỡ 12, phải là 13 đến 14"),
    Mutation("B01", "size 15 in one", "cong_van", at("a) Chủ trì tổ chức", spoil.set_size(15)), "Đoạn này cỡ 15"),
    Mutation(
        "B01", "one paragraph of 13 among 14", "ke_hoach", at("c) Hình thành", spoil.set_size(13)), "phần lớn nội dung cỡ 14"
    ),
    Mutation("B01", "one paragraph of 14 among 13", "quyet_dinh", at("2. Phó Trưởng ban", spoil.set_size(14)), "cỡ 13"),
    Mutation("B02", "ragged", "ke_hoach", _body("ke_hoach", spoil.set_align("left")), "canh trái"),
    Mutation("B02", "ragged letter", "cong_van", _body("cong_van", spoil.set_align("left")), "canh trái"),
    Mutation("B02", "one paragraph", "bao_cao", at("Đầu năm", spoil.set_align("left")), "Đoạn này canh trái"),
    Mutation("B03", "no indent", "bao_cao", _body("bao_cao", spoil.set_indent(first=0)), "không lùi đầu dòng"),
    Mutation("B03", "15 mm", "to_trinh", _body("to_trinh", spoil.set_indent(first=15)), "lùi đầu dòng 15 mm"),
    Mutation(
        "B03", "one paragraph", "ke_hoach", at("Trong quá trình", spoil.set_indent(first=20)), "Đoạn này lùi đầu dòng 20 mm"
    ),
    Mutation(
        "B03", "tabs", "bao_cao", at("Đầu năm", spoil.set_indent(first=0), spoil.replace_text("Đầu năm", "\tĐầu năm")), "phím Tab"
    ),
    Mutation("B04", "no gap", "cong_van", _body("cong_van", spoil.set_spacing(after=0)), "0 pt, phải từ 6 pt"),
    Mutation("B04", "2 pt", "bao_cao", _tight, "2 pt"),
    Mutation("B04", "one gap", "quyet_dinh", at("1. Trưởng ban", spoil.set_spacing(after=0)), "Đoạn này"),
    Mutation("B04", "empty paragraphs", "to_trinh", at("Lễ hội là", spoil.insert_paragraph_after("")), "Đoạn trống"),
    Mutation("B05", "double", "to_trinh", _body("to_trinh", spoil.set_spacing(lines=2)), "2 dòng, tối đa là 1,5"),
    Mutation("B05", "pressed", "bao_cao", _body("bao_cao", spoil.set_spacing(lines=0.9)), "0,9 dòng, tối thiểu"),
    Mutation("B05", "exactly 12 points", "cong_van", _body("cong_van", spoil.exact_spacing(12)), "cố định 12 pt"),
    Mutation("B05", "exactly 30 points", "quyet_dinh", at("1. Trưởng ban", spoil.exact_spacing(30)), "30 pt"),
    Mutation("B09", "Word's bullets", "to_trinh", _dots, "3 đoạn dùng dấu “•”"),
    Mutation("B09", "a typed square", "ke_hoach", at("- 04 tin", spoil.replace_text("- ", "▪ ")), "“▪”"),
    Mutation("B10", "a full stop", "cong_van", at("Giao Sở", spoil.replace_text("./.", ".")), "Thiếu dấu “./.”"),
    Mutation("B10", "nothing", "bao_cao", at("Trên đây", spoil.replace_text("./.", "")), "Thiếu dấu “./.”"),
    Mutation("B10", "twice", "to_trinh", at("Lễ hội là", spoil.replace_text("phương.", "phương./.")), "nhiều lần"),
    Mutation("B10", "twice in a row", "cong_van", at("Giao Sở", spoil.replace_text("./.", "./. ./.")), "nhiều lần"),
)
