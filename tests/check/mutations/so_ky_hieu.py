"""Ways to spoil the number and symbol."""

from tests.check.mutations import Mutation
from tests.check.papers.mutate import Change, at
from tests.check.papers.spoil import delete_paragraph, replace_text, set_bold, set_italic, set_size


def _written(old: str, new: str) -> Change:
    return at("Số:", replace_text(old, new))


MUTATIONS = (
    Mutation("N01", "missing", "bao_cao", at("Số:", delete_paragraph), "Thiếu số, ký hiệu"),
    Mutation("N01", "no colon", "cong_van", _written("Số:", "Số"), "“Số:”"),
    Mutation("N01", "capitals", "quyet_dinh", _written("Số:", "SỐ:"), "“Số:”"),
    Mutation("N01", "a year", "bao_cao", _written("06/", "06/2024/"), "không ghi năm"),
    Mutation("N01", "as the Party writes it", "to_trinh", _written("118/TTr-", "118-TTr/")),
    Mutation("N01", "no slash", "bao_cao", _written("06/BC", "06-BC"), "gạch chéo"),
    Mutation("N01", "small letters", "quyet_dinh", _written("QĐ-UBND", "QĐ-ubnd"), "ubnd"),
    Mutation("N01", "one group", "bao_cao", _written("BC-SNV", "BC"), "chỉ có “BC”"),
    Mutation("N01", "bold", "cong_van", at("Số:", set_bold(True)), "không được đậm"),
    Mutation("N01", "italic", "to_trinh", at("Số:", set_italic(True)), "đứng"),
    Mutation("N01", "size 14", "quyet_dinh", at("Số:", set_size(14)), "cỡ chữ 14, phải là 13"),
    Mutation("N02", "6", "bao_cao", _written("06/", "6/"), "06"),
    Mutation("N02", "7 of a letter", "cong_van", _written("612/", "7/"), "07"),
    Mutation("N03", "round the slash", "cong_van", _written("612/UBND", "612 / UBND")),
    Mutation("N03", "round the hyphen", "quyet_dinh", _written("QĐ-UBND", "QĐ - UBND")),
    Mutation("N03", "a long dash", "to_trinh", _written("TTr-SVHTTDL", "TTr–SVHTTDL")),
    Mutation("N04", "a report as a plan", "bao_cao", _written("BC-", "KH-"), "phải là “BC”"),
    Mutation("N04", "a decision as a rule", "quyet_dinh", _written("QĐ-", "QyĐ-"), "phải là “QĐ”"),
    Mutation("N04", "a proposal as a letter", "to_trinh", _written("TTr-SVHTTDL", "SVHTTDL-VP"), "phải là “TTr”"),
    Mutation("N04", "TTr in capitals", "to_trinh", _written("TTr-", "TTR-"), "phải là “TTr”"),
    Mutation("N05", "CV", "cong_van", _written("UBND-VX", "CV-UBND"), "CV"),
    Mutation("N05", "a kind", "cong_van", _written("UBND-VX", "BC-UBND"), "“BC”"),
    Mutation("N05", "a kind that an office may be called too", "cong_van", _written("UBND-VX", "TTr-VP"), "“TTr”"),
)
