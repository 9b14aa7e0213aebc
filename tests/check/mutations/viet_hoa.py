"""Capitals: citations, fixed names, administrative units, kinds of papers, feast days, beginnings of sentences."""

from typing import Final

from tests.check.mutations import Mutation
from tests.check.papers.mutate import Change, at
from tests.check.papers.spoil import replace_text


def _retyped(start: str, old: str, new: str, *, nth: int = 0) -> Change:
    return at(start, replace_text(old, new), nth=nth)


_TAI_CHINH: Final = ("Thẩm định, tham mưu", "theo khả năng cân đối ngân sách")
_KINH_PHI: Final = ("Kinh phí thực hiện từ dự toán", "theo quy định của pháp luật")

MUTATIONS: Final = (
    Mutation("X16", "the people", "ke_hoach", _retyped(*_TAI_CHINH, "theo ý kiến của nhân dân và doanh nghiệp"), "“Nhân dân”"),
    Mutation(
        "X16",
        "the people alone",
        "bao_cao",
        _retyped("Kho lưu trữ chưa", "đã sử dụng", "phục vụ nhân dân đã sử dụng"),
        "“Nhân dân”",
    ),
    Mutation(
        "X01", "Khoản", "ke_hoach", _retyped(*_TAI_CHINH, "theo quy định tại Khoản 2 Điều 9 Luật Ngân sách nhà nước"), "“khoản”"
    ),
    Mutation(
        "X01", "Điểm", "ke_hoach", _retyped(*_KINH_PHI, "quy định tại Điểm a khoản 2 Điều 9 Luật Ngân sách nhà nước"), "“điểm”"
    ),
    Mutation(
        "X01",
        "điều",
        "bao_cao",
        _retyped("Kho lưu trữ chưa", "đã sử dụng", "theo khoản 1 điều 5 Luật Lưu trữ đã sử dụng"),
        "“Điều”",
    ),
    Mutation(
        "X01",
        "điều of a law",
        "cong_van",
        _retyped("b) Bố trí", "được giao", "và điều 8 Luật Ngân sách nhà nước được giao"),
        "“Điều”",
    ),
    Mutation(
        "X01",
        "chương",
        "quyet_dinh",
        _retyped("2. Phó Trưởng", "Giáo dục và Đào tạo", "Giáo dục theo Điều 5 chương II"),
        "“Chương”",
    ),
    Mutation("X02", "Title Case", "ke_hoach", _retyped("b) Theo dõi", "Ủy ban nhân dân", "Ủy Ban Nhân Dân"), "“Ủy ban nhân dân”"),
    Mutation("X02", "Nhân dân", "cong_van", _retyped("5. Ủy ban", "nhân dân", "Nhân dân"), "“Ủy ban nhân dân”"),
    Mutation("X02", "a field", "bao_cao", _retyped("Thực hiện Công văn", "Sở Nội vụ", "Sở nội vụ"), "“Sở Nội vụ”"),
    Mutation("X02", "the second field", "cong_van", _retyped("Giao Sở Văn hóa", "và Du lịch", "và du lịch"), "Du lịch"),
    Mutation("X02", "a cell", "ke_hoach", _retyped("Sở Thông tin và Truyền thông", "Truyền", "truyền"), "Truyền thông"),
    Mutation("X02", "a recipient", "ke_hoach", _retyped("- TT. Tỉnh", "TT. HĐND", "Hội đồng Nhân dân"), "“Hội đồng nhân dân”"),
    Mutation(
        "X02", "the city", "to_trinh", _retyped("b) Địa điểm", "thành phố Sóc Trăng", "thành phố Hồ Chí Minh"), "“Thành phố"
    ),
    Mutation("X02", "an abbreviation", "cong_van", _retyped("a) Định hướng", "gương đọc sách", "gương Asean"), "“ASEAN”"),
    Mutation(
        "X12",
        "Tỉnh",
        "ke_hoach",
        _retyped("Ủy ban nhân dân tỉnh Sóc Trăng", "trên địa bàn tỉnh năm", "trên địa bàn Tỉnh Sóc Trăng năm"),
        "“tỉnh”",
    ),
    Mutation("X12", "Thành phố", "to_trinh", _retyped("b) Địa điểm", "thành phố Sóc", "tại Thành phố Sóc"), "“thành phố”"),
    Mutation("X12", "Huyện", "to_trinh", _retyped("b) Địa điểm", "huyện Mỹ Xuyên", "và Huyện Mỹ Xuyên"), "“Huyện”"),
    Mutation("X12", "a number", "to_trinh", _retyped("b) Địa điểm", "thị xã Vĩnh Châu", "khu vực phường 3"), "“Phường 3”"),
    Mutation("X13", "công văn", "bao_cao", _retyped("Thực hiện Công văn", "Công văn", "công văn"), "“Công văn”"),
    Mutation("X13", "kế hoạch", "to_trinh", _retyped("Thực hiện Kế hoạch", "Kế hoạch số", "kế hoạch số"), "“Kế hoạch”"),
    Mutation(
        "X13", "quyết định in the bases", "ke_hoach", _retyped("Căn cứ Quyết định", "Quyết định số", "quyết định số"), "“Quyết"
    ),
    Mutation("X13", "a law", "ke_hoach", _retyped("Căn cứ Luật", "Luật Tổ chức", "Luật tổ chức"), "“Luật Tổ chức”"),
    Mutation(
        "X14",
        "tết",
        "cong_van",
        _retyped("b) Bố trí", "nguồn tài trợ hợp pháp", "nguồn tài trợ dịp Tết Nguyên đán"),
        "“tết Nguyên đán”",
    ),
    Mutation("X14", "a weekday", "bao_cao", _retyped("Đầu năm", "trên môi trường mạng", "vào sáng thứ hai"), "“thứ Hai”"),
    Mutation(
        "X14", "a region", "to_trinh", _retyped("Lễ hội là", "hình ảnh địa phương", "hình ảnh vùng Tây nguyên"), "“Tây Nguyên”"
    ),
    Mutation("X15", "behind a full stop", "bao_cao", _retyped("a) Trong năm", "Tỷ lệ", "tỷ lệ"), "“tỷ”"),
    Mutation(
        "X15",
        "behind a question",
        "ke_hoach",
        _retyped("Chủ trì rà soát", "trực tuyến; công khai", "trực tuyến. công khai"),
        "“công”",
    ),
    Mutation(
        "X15",
        "in a khoản",
        "quyet_dinh",
        _retyped("Điều 2.", "Ban Tổ chức tự giải thể", "sau Hội thi, Ban Tổ chức tự giải thể"),
        "“sau”",
    ),
)
