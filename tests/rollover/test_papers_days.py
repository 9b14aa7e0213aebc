"""The day of a cited paper, or of words that were said, never moves in silence, in a plan of 2026 that becomes one of 2027."""

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.rollover.changes import Route, Years
from docgen.rollover.roll import Known, roll

OFFICE = CoQuan.model_validate({"ten": "UBND xã Lai Hòa", "viet_tat": "UBND", "dia_danh": "Lai Hòa", "ky": {}})
IDEA: Route = ("phan", 0, "y", 0)
BASIS: Route = ("can_cu", 0)


def years_of(route: Route, text: str) -> list[str]:
    """Return what becomes of the years of `text`: "=" stays, "2027" is there now; a question mark where a person decides."""
    changes = roll([(route, text)], Years(2026, 2027), Known(OFFICE)).changes
    return [("=" if one.new == one.old else one.new) + ("" if one.sure else "?") for one in changes if one.old == "2026"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Báo cáo ngày 08/01/2026 và Công văn số 7/PTC-NS cùng ngày, kinh phí là 90 triệu đồng", ["=?"]),
        ("Theo Phương án phân lũ ngày 08/01/2026, các ấp tự rà soát", ["=?"]),
        ("Báo cáo ngày 08/01/2026 của Phòng Tài chính nêu rõ nguồn thu", ["=?"]),
        (
            "Thực hiện kết luận của Bí thư Đảng ủy ngày 09/01/2026 tại Thông báo số 3-TB/VPĐU, xong trước 30/9/2026",
            ["=?", "2027"],
        ),
        ("Theo đề nghị của Phòng Văn hóa tháng 01/2026, giao Phòng Tài chính thẩm định", ["=?"]),
        ("Theo Công văn số 15/SXD-QH (nhận ngày 06/01/2026), xã báo cáo trước ngày 15/6/2026", ["=?", "2027"]),
        ("Theo Quyết định số 41/QĐ-UBND (dấu đến ngày 06/01/2026), tổ chức khám bệnh", ["=?"]),
        ("Thực hiện Hướng dẫn số 8-HD/BTCTU của Ban Tổ chức Tỉnh ủy đầu năm 2026", ["=?"]),
        ("Thực hiện Công văn số 512/BNV-CCVC, Bộ Nội vụ, tháng 02/2026, Phòng Nội vụ chủ trì", ["=?"]),
        ("Theo Thông báo số 12/TB-VPCP, ban hành trong tháng 01 năm 2026, làm tiếp", ["=?"]),
        ("Thực hiện Nghị quyết số 5/NQ-HĐND (kỳ họp thứ 10, tháng 01/2026) của HĐND xã", ["=?"]),
        ("Theo nội dung tại Công văn số 12/SYT-NV (đến ngày 06/01/2026), làm tiếp", ["=?"]),
        ("Theo Công văn số 12/SYT-NV đến ngày 06/01/2026, làm tiếp", ["=?"]),
        ("Theo văn bản ngày 12/01/2026, làm tiếp", ["=?"]),
        ("Ngày 12/01/2026 Chủ tịch UBND xã có ý kiến tại Thông báo số 22/TB-VP", ["=?"]),
        ("Thực hiện dự toán năm 2026 được giao tại Quyết định số 8/QĐ-UBND", ["=?"]),
        ("Theo Chương trình công tác năm 2026 (ban hành kèm theo Quyết định số 1/QĐ-UBND)", ["=?"]),
        ("Thực hiện nhiệm vụ năm 2026 theo Quyết định số 8/QĐ-UBND", ["2027"]),
        ("Thực hiện Quyết định số 8/QĐ-UBND (xong trước ngày 30/6/2026)", ["2027"]),
        ("Thời gian: ngày 16/6/2026 tại Hội trường UBND xã", ["2027"]),
        ("Tổ chức lấy ý kiến của cử tri ngày 20/5/2026", ["2027"]),
        ("Thực hiện Quyết định số 12/QĐ-UBND, tổ chức hội nghị trong tháng 5/2026", ["2027"]),
        ("Gửi báo cáo trước ngày 15/12/2026 theo Công văn số 12/SYT-NV", ["2027"]),
        ("Các đơn vị báo cáo ngày 15/12/2026", ["2027"]),
        ("Tham mưu ban hành Kế hoạch trong tháng 01 năm 2026", ["2027"]),
        ("Thực hiện chỉ đạo của Chủ tịch UBND tỉnh trong tháng 01/2026 về việc khám bệnh", ["=?"]),
        ("Theo yêu cầu của Bộ Y tế hồi tháng 01/2026, xã rà soát", ["=?"]),
        ("Thực hiện Chỉ thị của Chủ tịch UBND tỉnh đầu tháng 01/2026", ["=?"]),
        ("Ban hành Chỉ thị của Chủ tịch UBND xã trong tháng 3/2026", ["2027"]),
        ("Lấy ý kiến của các ấp trong tháng 3/2026", ["2027"]),
        ("Theo ý kiến của Sở Y tế, mở 02 lớp trong tháng 3/2026", ["2027"]),
        ("Thực hiện các Công văn số 1, 2/SYT-NV lần lượt ngày 05/01/2026, 06/01/2026", ["=?", "=?"]),
        ("Theo Nghị quyết phiên họp thường kỳ tháng 01/2026 của Chính phủ, xã rà soát", ["=?"]),
        ("Theo Báo cáo số 15 (tháng 01/2026) của Sở Y tế", ["=?"]),
        ("Tổ chức họp giao ban tháng 5/2026", ["2027"]),
        ("Nghị quyết số 10-NQ/TU, Hội nghị lần thứ 3 Ban Chấp hành Đảng bộ tỉnh (tháng 01/2026)", ["=?"]),
    ],
)
def test_a_day_in_the_text_of_a_plan(text: str, expected: list[str]) -> None:
    assert years_of(IDEA, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thông báo kết luận số 31/TB-VPCP, ban hành trong tháng 01 năm 2026",
        "Hướng dẫn số 8-HD/BTCTU của Ban Tổ chức Tỉnh ủy cuối năm 2026",
        "Quyết định số 41/QĐ-UBND (văn bản đến ngày 03/01/2026)",
        "Công văn số 512/BNV-CCVC, Bộ Nội vụ, tháng 02/2026",
        "Ý kiến của tập thể lãnh đạo, ngày 16/01/2026",  # 16/01/2027 is a Saturday
    ],
)
def test_a_day_in_the_list_of_bases_stays_and_is_asked_about(text: str) -> None:
    assert years_of(BASIS, text) == ["=?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến hết năm 2026, 92% hộ dân dùng nước sạch", ["=?"]),
        ("Trong năm 2026, 3,5% hộ nghèo thoát nghèo", ["=?"]),
        ("100% ấp có nhà văn hóa trong năm 2026", ["=?"]),
        ("100% cơ quan gửi báo cáo trước ngày 15/12/2026", ["2027"]),
        ("Trong năm 2026, mở 12 lớp tập huấn", ["2027"]),
        ("Chuyên đề năm 2026 là “Nước sạch”", ["=?"]),
        ("Phong trào thi đua năm 2026: “Xã không rác”", ["=?"]),
        ("Trọng tâm năm 2026 là chuyển đổi số", ["=?"]),
        ("Tổ chức kiểm tra chuyên đề năm 2026", ["2027"]),
        ("Năm 2026 được chọn là “Năm vệ sinh môi trường”", ["=?"]),
        ("Năm 2026 được lấy làm Năm an toàn giao thông", ["=?"]),
        ("Năm 2026 mang tên Năm dữ liệu", ["=?"]),
        ("Năm 2026 là mốc quan trọng của xã", ["=?"]),
        ("Năm 2026, năm bản lề thực hiện Nghị quyết", ["=?"]),
        ("Năm 2026 đánh dấu chặng đường mới của xã", ["=?"]),
        ("Chỉ trong năm 2026 mới hỗ trợ giống", ["=?"]),
        ("Đưa chỉ số cải cách hành chính năm 2026 vào nhóm 10 của tỉnh", ["=?"]),
        ("Tháng 6/2026 khánh thành cầu ấp 3", ["=?"]),
        ("Mua 03 xe chở rác trong năm 2026", ["=?"]),
        ("Tuyển dụng 12 viên chức trong năm 2026", ["=?"]),
        ("Xây mới 02 nhà văn hóa trong năm 2026", ["=?"]),
        ("Xây dựng 02 kế hoạch kiểm tra trong năm 2026", ["2027"]),
        ("Vận động 15 hộ còn lại di dời trong quý II/2026", ["=?"]),
        ("Gói thầu số 3 mở thầu trong tháng 4/2026", ["=?"]),
        ("Khởi công năm 2023, hoàn thành năm 2026", ["2027?"]),
        ("Có thêm 02 phường đạt chuẩn trong năm 2026", ["=?"]),
        ("Kết nạp 50 đảng viên trong năm 2026", ["=?"]),
        ("Sinh hoạt chuyên đề quý I/2026 “Học Bác”", ["=?"]),
        ("Đón nhận Huân chương Lao động trong tháng 5/2026", ["=?"]),
        ("Thuê trụ sở đến ngày 31/12/2026", ["=?"]),
        ("Hợp đồng có thời hạn 24 tháng từ tháng 01/2026", ["=?"]),
        ("Sử dụng dự phòng ngân sách xã năm 2026: 380.000.000 đồng", ["=?"]),
        ("Kinh phí là 214,6 triệu đồng, giao trong dự toán năm 2026", ["=?"]),
        ("Kinh phí lấy từ ngân sách xã năm 2026", ["2027"]),
        ("Chọn năm 2026 làm Năm chuyển đổi số", ["=?"]),
        ("Cuối năm 2026 có ít nhất 15 ấp đạt chuẩn", ["=?"]),
        ("Tăng 5 bậc xếp hạng trong năm 2026", ["=?"]),
        ("Hoàn thành sáp nhập các ấp trước ngày 30/6/2026", ["=?"]),
        ("Có 12 ấp, mỗi ấp một đội đạt yêu cầu, dự hội thi trong tháng 6/2026", ["2027"]),
        ("Năm 2026, tăng cường kiểm tra 12 chợ", ["2027"]),
        ("Bàn giao 02 công trình cầu nông thôn trước ngày 30/6/2026", ["=?"]),
        ("Hoàn thành xây dựng trụ sở Công an xã trước ngày 30/6/2026", ["=?"]),
        ("Bàn giao hồ sơ trước ngày 30/6/2026", ["2027"]),
        ("Hoàn thành xây dựng kế hoạch trước ngày 30/6/2026", ["2027"]),
    ],
)
def test_what_is_of_one_year_alone(text: str, expected: list[str]) -> None:
    assert years_of(IDEA, text) == expected


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Tình hình, kết quả", "Tình hình"),
        ("1. Đánh giá chung về kết quả thực hiện", "1. Đánh giá chung về kết quả"),
        ("Thực trạng", "Thực trạng"),
        ("Kết quả cần đạt", None),
        ("Mục đích", None),
        ("Kết quả năm 2025", None),  # its year is asked about
    ],
)
def test_figures_of_what_has_been_are_asked_about_once_at_their_heading(heading: str, told: str | None) -> None:
    part: Route = ("phan", 0)
    texts = [
        ((*part, "tieu_de"), heading),
        ((*part, "muc", 0, "tieu_de"), "Kết quả khám bệnh"),
        ((*part, "muc", 0, "y", 0), "Đã khám cho 45.000 người, đạt 92%"),
    ]
    asked = {one.route: one.old for one in roll(texts, Years(2026, 2027), Known(OFFICE)).changes if "số liệu cho" in one.why}
    assert asked == ({(*part, "tieu_de"): told} if told else {(*part, "muc", 0, "tieu_de"): "Kết quả"})


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [("Toàn xã có 120 cơ sở", True), ("Thực hiện Quyết định số 12 của xã", False), ("Làm trong 12 tháng", False)],
)
def test_whatever_is_counted_is_a_figure(text: str, is_asked: bool) -> None:
    texts = [(("phan", 0, "tieu_de"), "Tình hình"), (("phan", 0, "y", 0), text)]
    assert bool(roll(texts, Years(2026, 2027), Known(OFFICE)).changes) is is_asked


def test_a_heading_of_what_has_been_without_figures_is_left_alone() -> None:
    texts = [(("phan", 0, "tieu_de"), "Tình hình"), (("phan", 0, "y", 0), "Người dân đồng tình hưởng ứng")]
    assert roll(texts, Years(2026, 2027), Known(OFFICE)).changes == ()


def test_a_period_that_ends_within_the_new_school_year_is_asked_about() -> None:
    texts = [(("trich_yeu",), "Giáo dục năm học 2025 - 2026"), (IDEA, "Chiến lược giai đoạn 2021 - 2026")]
    [change] = [one for one in roll(texts, Years(2025, 2026), Known(OFFICE)).changes if one.route == IDEA]
    assert (change.old, change.new, change.sure) == ("2021 - 2026", "2021 - 2026", False)


def test_of_a_span_no_end_moves_alone_without_a_question() -> None:
    changes = roll([(IDEA, "Từ 1/2027 đến 12/2027")], Years(2026, 2027), Known(OFFICE)).changes
    assert [(one.old, one.new, one.sure) for one in changes if one.new != one.old] == [("2027", "2028", False)]


@pytest.mark.parametrize(
    ("subject", "sure"),
    [
        ("Chuyển đổi số giai đoạn 2025 - 2030", False),
        ("Chuyển đổi số năm 2026 theo chương trình giai đoạn 2025 - 2030", True),
        ("Chuyển đổi số giai đoạn 2022 - 2026", True),
        ("Chuyển đổi số", True),
    ],
)
def test_in_a_plan_of_several_years_that_still_runs_no_time_moves_without_a_question(subject: str, sure: bool) -> None:
    texts = [(("trich_yeu",), subject), (IDEA, "Hoàn thành trước ngày 15/12/2026")]
    [change] = [one for one in roll(texts, Years(2026, 2027), Known(OFFICE)).changes if one.route == IDEA]
    assert (change.new, change.sure) == ("2027", sure)
