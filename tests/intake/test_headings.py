import pytest

from docgen.intake.headings import meaning


@pytest.mark.parametrize(
    ("heading", "means"),
    [
        ("STT", "stt"),
        ("TT", "stt"),
        ("Số TT", "stt"),
        ("NHIỆM VỤ", "ten"),
        ("Nội dung công việc", "ten"),
        ("Tên nhiệm vụ/giải pháp", "ten"),
        ("Nhiệm vụ, giải pháp trọng tâm", "ten"),
        ("Hoạt động", "ten"),
        ("Công việc cụ thể", "ten"),
        ("Đầu việc", "ten"),
        ("Đơn vị chủ trì", "chu_tri"),
        ("Cơ quan, đơn vị chủ trì thực hiện", "chu_tri"),
        ("Đơn vị thực hiện", "chu_tri"),
        ("Cơ quan/đơn vị thực hiện", "chu_tri"),
        ("Người phụ trách", "chu_tri"),
        ("Đơn vị chịu trách nhiệm", "chu_tri"),
        ("Phân công thực hiện", "chu_tri"),
        ("Chủ trì tham mưu", "chu_tri"),
        ("Đơn vị chủ trì, phối hợp", "chu_tri"),
        ("Cơ quan phối hợp", "phoi_hop"),
        ("Đơn vị phối hợp thực hiện", "phoi_hop"),
        ("Thời gian thực hiện", "thoi_gian"),
        ("Thời hạn hoàn thành", "thoi_gian"),
        ("Tiến độ", "thoi_gian"),
        ("Hoàn thành trước", "thoi_gian"),
        ("Sản phẩm", "san_pham"),
        ("Kết quả đầu ra", "san_pham"),
        ("Dự kiến kết quả", "san_pham"),
        ("Kinh phí (triệu đồng)", "kinh_phi"),
        ("Dự toán", "kinh_phi"),
        ("Nguồn kinh phí", "kinh_phi"),
        ("Lãnh đạo phụ trách", "theo_doi"),
        ("Đơn vị theo dõi, đôn đốc", "theo_doi"),
        ("Ghi chú", "ghi_chu"),
        ("Mã nhiệm vụ", "ma"),
        ("Ngày bắt đầu", "tu"),
        ("Ngày kết thúc", "den"),
        ("Quý IV", "moc:Quý IV"),
        ("Q.2", "moc:Quý II"),
        ("Tháng 11", "moc:Tháng 11"),
        ("Đơn vị tính", ""),
        ("Số lượng", ""),
        ("Đơn giá", ""),
        ("Họ và tên", ""),
        ("Sở Y tế", ""),
        ("", ""),
    ],
)
def test_headings_are_known_by_their_words(heading: str, means: str) -> None:
    assert meaning(heading) == means


@pytest.mark.parametrize(
    ("parent", "heading", "means"),
    [
        ("Phân công", "Chủ trì", "chu_tri"),
        ("Đơn vị thực hiện", "Phối hợp", "phoi_hop"),
        ("Thời gian thực hiện", "Bắt đầu", "tu"),
        ("Thời gian", "Từ ngày", "tu"),
        ("Thời gian", "Đến", "den"),
        ("Tiến độ năm 2024", "3", "moc:Tháng 3"),
        ("Tiến độ năm 2024", "III", "moc:Quý III"),
        ("Kinh phí", "Ngân sách tỉnh", "kinh_phi"),
        ("Nhân lực", "Từ ngày", ""),
    ],
)
def test_a_heading_under_another_is_known_by_both(parent: str, heading: str, means: str) -> None:
    assert meaning(heading, parent) == means
