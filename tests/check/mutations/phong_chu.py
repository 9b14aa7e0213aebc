"""Ways to spoil the font and the colour of letters."""

from docx.enum.text import WD_COLOR_INDEX
from docx.text.paragraph import Paragraph

from tests.check.mutations import Mutation
from tests.check.papers.mutate import at, everywhere, in_header
from tests.check.papers.spoil import set_color, set_font


def _highlight(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _one_word_in_calibri(paragraph: Paragraph) -> None:
    run = paragraph.add_run(" trong năm")
    run.font.name = "Calibri"
    if size := paragraph.runs[0].font.size:
        run.font.size = size
    paragraph._p.insert(1, run._r)


MUTATIONS = (
    Mutation("P04", "a paragraph in Arial", "cong_van", at("a) Chủ trì", set_font("Arial")), "Phông chữ Arial, phải là"),
    Mutation("P04", "three items in Calibri", "ke_hoach", everywhere(set_font("Calibri"), beginning="+ 01"), "Calibri ở 2 đoạn"),
    Mutation("P04", "a cell in .VnTime", "ke_hoach", at("Sở Công Thương", set_font(".VnTime")), "không theo bảng mã Unicode"),
    Mutation("P04", "VNI", "bao_cao", at("Kho lưu trữ", set_font("VNI-Times")), "không theo bảng mã Unicode"),
    Mutation("P04", "the motto in Cambria", "to_trinh", at("Độc lập", set_font("Cambria")), "Cambria"),
    Mutation("P04", "the page number in Calibri", "quyet_dinh", in_header(set_font("Calibri")), "Calibri"),
    Mutation("P04", "some words", "to_trinh", at("Lễ hội là", _one_word_in_calibri), "Calibri"),
    Mutation("P04", "another name of the font", "bao_cao", at("Kho lưu trữ", set_font("TimesNewRomanPSMT")), "TimesNewRomanPSMT"),
    Mutation("P05", "a red paragraph", "cong_van", at("Mở chuyên mục", set_color("FF0000")), "Chữ màu đỏ"),
    Mutation("P05", "a blue name", "to_trinh", at("Thạch Sô Phi", set_color("1F497D")), "Chữ màu xanh"),
    Mutation("P05", "red items", "ke_hoach", everywhere(set_color("C00000"), beginning="+ 01"), "ở 2 đoạn"),
    Mutation("P05", "a marked paragraph", "bao_cao", at("Kho lưu trữ", _highlight), "tô nền"),
)
