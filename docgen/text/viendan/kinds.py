"""The kinds of document that offices cite, as patterns: in full, abbreviated, and those known by name rather than number."""

from typing import Final

_LONG: Final = (
    "Thông tư liên tịch", "Nghị quyết liên tịch", "Kế hoạch liên tịch", "Kế hoạch liên ngành", "Kế hoạch phối hợp",
    "Chương trình liên tịch", "Chương trình phối hợp", "Quy chế phối hợp", "Hướng dẫn liên ngành", "Hướng dẫn liên tịch",
    "Thông báo ý kiến kết luận", "Thông báo kết luận", "Chương trình hành động", "Chương trình công tác", "Văn bản hợp nhất",
    "Công văn hỏa tốc", "Công văn hoả tốc", "Công văn khẩn", "Biên bản ghi nhớ", "Bản ghi nhớ", "Biên bản", "Phiếu chuyển",
    "Phiếu trình", "Phiếu báo", "Thư mời", "Giấy mời", "Hợp đồng", "Thỏa thuận", "Thoả thuận", "Đề cương", "Phương án",
    "Quyết định", "Nghị quyết", "Nghị định", "Thông tư", "Thông báo", "Thông tri", "Thông cáo", "Kế hoạch", "Công văn", "Chỉ thị",
    "Báo cáo", "Tờ trình", "Hướng dẫn", "Chương trình", "Công điện", "Kết luận", "Quy định", "Quy chế", "Đề án", "Dự án",
    "Văn bản", "Pháp lệnh", "Sắc lệnh", "Lệnh", "Hiến pháp", "Bộ luật", "Luật",
)  # fmt: skip
_SHORT: Final = ("CTr", "TTr", "TTLT", "QĐ", "NĐ", "NQ", "KH", "TT", "CT", "CV", "TB", "BC", "HD", "KL", "CĐ")
_DATED: Final = ("Quyết định", "Nghị quyết", "Nghị định", "Chỉ thị", "Kết luận", "Công điện", "Thông tư")
_NAMED: Final = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")


def _either(names: tuple[str, ...]) -> str:
    return "|".join(name.replace(" ", r"\s+") for name in sorted(names, key=len, reverse=True))


KIND: Final = rf"(?<!\w)(?:(?i:{_either(_LONG)})|{_either(_SHORT)})(?!\w)"
DATED_KIND: Final = rf"(?<!\w)(?:{_either(_DATED)})(?!\w)"  # known by their date alone: "Kết luận ngày 05/6/2023"
NAMED_KIND: Final = rf"(?<!\w)(?:{_either(_NAMED)}|BỘ LUẬT|LUẬT)(?!\w)"
