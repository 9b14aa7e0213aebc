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
