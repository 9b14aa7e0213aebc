"""Ways to spoil the kind of a paper and its subject."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tests.check.mutations import Mutation
from tests.check.papers import spoil
from tests.check.papers.mutate import at, find
from tests.check.papers.rules import border

_KE_HOACH = "Phổ cập kỹ năng số"
_QUYET_DINH = "Về việc thành lập"
_BAO_CAO = "Kết quả công tác văn thư"
_TO_TRINH = "Về việc phê duyệt"


def _without_subject(document: Document) -> None:
    """Leave the kind alone over the line."""
    spoil.delete_paragraph(find(document, _BAO_CAO))


def _titled(document: Document) -> None:
    """Write CÔNG VĂN above the addressees, as offices do that copy a plan."""
    title = find(document, "Kính gửi:").insert_paragraph_before("CÔNG VĂN")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].bold, title.runs[0].font.size = True, Pt(14)


def _ruled(document: Document) -> None:
    border(find(document, "V/v"), "bottom")


MUTATIONS = (
    Mutation("T01", "in small letters", "ke_hoach", at("KẾ HOẠCH", spoil.set_text("Kế hoạch")), "phải là chữ in hoa"),
    Mutation("T01", "too large", "bao_cao", at("BÁO CÁO", spoil.set_size(16)), "cỡ chữ 16, phải là 13 đến 14"),
    Mutation("T01", "not bold", "to_trinh", at("TỜ TRÌNH", spoil.set_bold(False)), "phải đậm"),
    Mutation("T01", "slanted", "quyet_dinh", at("QUYẾT ĐỊNH", spoil.set_italic(True)), "chữ đứng"),
    Mutation("T01", "at the left", "bao_cao", at("BÁO CÁO", spoil.set_align("left")), "canh giữa"),
    Mutation("T01", "no kind", "ke_hoach", at("KẾ HOẠCH", spoil.delete_paragraph), "Không có tên loại"),
    Mutation("T02", "no subject", "bao_cao", _without_subject, "Không có trích yếu"),
    Mutation("T02", "not bold", "ke_hoach", at(_KE_HOACH, spoil.set_bold(False)), "Trích yếu phải đậm"),
    Mutation("T02", "slanted", "quyet_dinh", at(_QUYET_DINH, spoil.set_italic(True)), "chữ đứng"),
    Mutation("T02", "too small", "bao_cao", at(_BAO_CAO, spoil.set_size(12)), "cỡ chữ 12"),
    Mutation("T02", "a full stop", "to_trinh", at(_TO_TRINH, spoil.replace_text("năm 2023", "năm 2023.")), "dấu chấm cuối"),
    Mutation(
        "T02",
        "all capitals",
        "bao_cao",
        at(_BAO_CAO, spoil.set_rule(50), spoil.set_text("KẾT QUẢ CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2023")),
        "in hoa",
    ),
    Mutation(
        "T02",
        "a capital in each word",
        "ke_hoach",
        at(_KE_HOACH, spoil.set_text("Phổ Cập Kỹ Năng Số Cho Mọi Người Dân Sóc Trăng Năm 2024")),
        "mọi từ",
    ),
    Mutation("T03", "no line", "bao_cao", at(_BAO_CAO, spoil.remove_rule), "Thiếu đường kẻ"),
    Mutation("T03", "no line in a proposal", "to_trinh", at(_TO_TRINH, spoil.remove_rule), "Thiếu đường kẻ"),
    Mutation("T03", "underlined instead", "ke_hoach", at(_KE_HOACH, spoil.remove_rule, spoil.set_underline()), "gạch chân"),
    Mutation("T03", "as long as the words", "bao_cao", at(_BAO_CAO, spoil.set_rule(105)), "1/3 đến 1/2"),
    Mutation("T03", "too short", "quyet_dinh", at(_QUYET_DINH, spoil.set_rule(10, room=155)), "1/3 đến 1/2"),
    Mutation("T04", "bold", "cong_van", at("V/v", spoil.set_bold(True)), "không được đậm"),
    Mutation("T04", "slanted", "cong_van", at("V/v", spoil.set_italic(True)), "chữ đứng"),
    Mutation("T04", "size 14", "cong_van", at("V/v", spoil.set_size(14)), "phải là 12 đến 13"),
    Mutation("T04", "close to the number", "cong_van", at("V/v", spoil.set_spacing(before=0)), "6 pt"),
    Mutation("T04", "about twice", "cong_van", at("V/v", spoil.replace_text("V/v ", "V/v về việc ")), "hai lần"),
    Mutation("T04", "a colon", "cong_van", at("V/v", spoil.replace_text("V/v ", "V/v: ")), "hai chấm"),
    Mutation("T04", "spelt out", "cong_van", at("V/v", spoil.replace_text("V/v ", "Về việc ")), "phải là “V/v”"),
    Mutation("T04", "a rule below", "cong_van", _ruled, "có đường kẻ"),
    Mutation("T02", "a small letter first", "ke_hoach", at(_KE_HOACH, spoil.replace_text("Phổ cập", "phổ cập")), "viết hoa"),
    Mutation("T04", "a title", "cong_van", _titled, "không ghi tên loại"),
    Mutation("T04", "no subject", "cong_van", at("V/v", spoil.delete_paragraph), "không có trích yếu"),
    Mutation("T05", "authority not bold", "quyet_dinh", at("CHỦ TỊCH ỦY", spoil.set_bold(False)), "Thẩm quyền ban hành phải đậm"),
    Mutation(
        "T05",
        "authority in small letters",
        "quyet_dinh",
        at("CHỦ TỊCH ỦY", spoil.set_text("Chủ tịch Ủy ban nhân dân tỉnh")),
        "in hoa",
    ),
    Mutation("T05", "the order not bold", "quyet_dinh", at("QUYẾT ĐỊNH:", spoil.set_bold(False)), "“QUYẾT ĐỊNH” phải đậm"),
    Mutation("T05", "the order on the left", "quyet_dinh", at("QUYẾT ĐỊNH:", spoil.set_align("left")), "canh giữa"),
    Mutation("T05", "the order without a colon", "quyet_dinh", at("QUYẾT ĐỊNH:", spoil.set_text("QUYẾT ĐỊNH")), "dấu hai chấm"),
)
