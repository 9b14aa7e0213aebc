"""A clean plan of three pages with its appendix, a table on landscape pages."""

from functools import cache

from tests.check.papers.blocks import Paper
from tests.check.papers.head import LARGE, Head

_TASKS = (
    ("I", "Nâng cao nhận thức"),
    ("1", "Tổ chức hội nghị phổ biến mục tiêu, chỉ tiêu", "Sở Thông tin và Truyền thông", "Các sở, ban, ngành tỉnh", "Quý I"),
    ("2", "Mở chuyên mục về dịch vụ số", "Báo Sóc Trăng", "Đài Phát thanh và Truyền hình Sóc Trăng", "Trong năm"),
    ("3", "Phát bản tin qua truyền thanh cơ sở", "UBND các huyện, thị xã, thành phố", "UBND cấp xã", "Hằng tháng"),
    ("4", "Tổ chức hội thi tìm hiểu kỹ năng số", "Tỉnh đoàn Sóc Trăng", "Sở Giáo dục và Đào tạo", "Quý III"),
    ("II", "Phát triển hạ tầng, nền tảng"),
    ("1", "Mở rộng mạng truyền số liệu chuyên dùng", "Sở Thông tin và Truyền thông", "Các doanh nghiệp viễn thông", "Quý II"),
    ("2", "Lắp đặt điểm phát sóng không dây công cộng", "UBND thành phố Sóc Trăng", "Các doanh nghiệp viễn thông", "Quý III"),
    ("3", "Nâng cấp hệ thống hội nghị trực tuyến", "Văn phòng UBND tỉnh", "Sở Thông tin và Truyền thông", "Quý IV"),
    ("4", "Rà soát, khắc phục vùng lõm sóng di động", "Sở Thông tin và Truyền thông", "UBND cấp huyện", "Quý II"),
    ("III", "Phục vụ người dân, doanh nghiệp"),
    ("1", "Rà soát quy trình, cắt giảm thời gian giải quyết hồ sơ", "Văn phòng UBND tỉnh", "Các sở, ban, ngành tỉnh", "Quý II"),
    ("2", "Hướng dẫn người dân nộp hồ sơ trực tuyến", "UBND cấp xã", "Tổ công nghệ số cộng đồng", "Trong năm"),
    ("3", "Hỗ trợ hộ sản xuất đưa nông sản lên sàn điện tử", "Sở Công Thương", "Hội Nông dân tỉnh", "Trong năm"),
    ("4", "Khảo sát mức độ hài lòng của người dân", "Sở Nội vụ", "Bưu điện tỉnh Sóc Trăng", "Quý IV"),
    ("5", "Công khai kết quả giải quyết hồ sơ hằng tháng", "Văn phòng UBND tỉnh", "Các sở, ban, ngành tỉnh", "Hằng tháng"),
    ("6", "Tổng kết, đề xuất khen thưởng", "Sở Thông tin và Truyền thông", "Sở Nội vụ", "Tháng 12"),
)


@cache
def ke_hoach() -> bytes:
    """Return a plan of three pages, `I.` / `1.` / `a)` / `-` / `+`, and a landscape appendix with a table."""
    paper = Paper(LARGE)
    paper.head(Head(("ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG"), "Số: 25/KH-UBND", "Sóc Trăng, ngày 15 tháng 02 năm 2024"))
    paper.title("KẾ HOẠCH", "Phổ cập kỹ năng số trên địa bàn tỉnh Sóc Trăng năm 2024")
    paper.can_cu(
        """
        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
        Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính phủ về thực hiện thủ tục hành chính trên môi trường
            điện tử;
        Căn cứ Quyết định số 146/QĐ-TTg ngày 28 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Đề án "Nâng cao nhận thức,
            phổ cập kỹ năng và phát triển nguồn nhân lực chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030".
        """
    )
    paper.body(
        """
        Ủy ban nhân dân tỉnh Sóc Trăng ban hành Kế hoạch phổ cập kỹ năng số trên địa bàn tỉnh năm 2024 với các nội dung sau:
        I. MỤC ĐÍCH, YÊU CẦU
        **1. Mục đích**
        a) Giúp người dân, nhất là người cao tuổi, đồng bào dân tộc thiểu số và người ở vùng xa trung tâm, biết dùng các dịch vụ
            số thiết yếu một cách an toàn, thuận tiện.
        b) Nâng tỷ lệ hồ sơ nộp trực tuyến, giảm thời gian đi lại và chi phí của người dân, doanh nghiệp khi giải quyết thủ tục
            hành chính.
        c) Hình thành lực lượng nòng cốt tại cơ sở có khả năng hướng dẫn lại cho cộng đồng.
        **2. Yêu cầu**
        a) Nội dung hướng dẫn ngắn gọn, dễ hiểu, phù hợp với từng nhóm đối tượng; tài liệu được biên soạn bằng tiếng Việt và
            tiếng Khmer.
        b) Phân công rõ cơ quan chủ trì, cơ quan phối hợp, thời gian hoàn thành và kết quả của từng nhiệm vụ.
        c) Lồng ghép với các chương trình, đề án đang thực hiện, tránh chồng chéo, lãng phí.
        II. CHỈ TIÊU NĂM 2024
        **1. Đối với người dân**
        a) Ít nhất 60% người trong độ tuổi lao động được hướng dẫn các kỹ năng số cơ bản.
        b) Ít nhất 50% người trưởng thành có tài khoản định danh điện tử sử dụng được dịch vụ công trực tuyến.
        **2. Đối với cơ quan, đơn vị**
        a) Tối thiểu 70% hồ sơ thuộc danh mục dịch vụ công trực tuyến toàn trình được nộp qua mạng.
        b) 100% ấp, khóm có tổ công nghệ số cộng đồng hoạt động thường xuyên.
        c) 100% công chức bộ phận một cửa được bồi dưỡng về kỹ năng hướng dẫn người dân.
        III. NỘI DUNG THỰC HIỆN
        **1. Thông tin, tuyên truyền**
        a) Tổ chức hội nghị phổ biến nội dung Kế hoạch đến các cơ quan, đơn vị, địa phương.
        b) Xây dựng chuyên mục trên báo, đài và trang thông tin điện tử; mỗi tháng có ít nhất:
        - 04 tin, bài trên báo in và báo điện tử;
        - 02 phóng sự ngắn trên sóng truyền hình, trong đó:
        + 01 phóng sự bằng tiếng Việt;
        + 01 phóng sự bằng tiếng Khmer.
        c) Phát hành tờ gấp, tranh cổ động tại trụ sở tiếp công dân, chợ, bến xe và điểm sinh hoạt cộng đồng.
        **2. Bồi dưỡng, tập huấn**
        a) Bồi dưỡng 220 giảng viên nguồn cấp huyện, cấp xã; mỗi lớp không quá 40 học viên, thời gian 02 ngày.
        b) Tập huấn cho thành viên tổ công nghệ số cộng đồng về dịch vụ công trực tuyến, thanh toán điện tử, bảo vệ dữ liệu cá
            nhân.
        c) Tổ chức các buổi hướng dẫn lưu động tại phiên chợ, chùa Khmer và nhà văn hóa ấp vào ngày nghỉ cuối tuần.
        **3. Cải thiện chất lượng dịch vụ**
        a) Rà soát, đơn giản hóa biểu mẫu điện tử; bổ sung hướng dẫn từng bước bằng hình ảnh.
        b) Thiết lập đường dây hỗ trợ trong giờ hành chính, trả lời phản ánh trong thời hạn 24 giờ.
        c) Bố trí máy tính, máy quét dùng chung tại bộ phận một cửa của 11 huyện, thị xã, thành phố và 109 xã, phường, thị trấn.
        Các nhiệm vụ cụ thể được nêu tại Phụ lục kèm theo Kế hoạch này.
        IV. KINH PHÍ THỰC HIỆN
        Kinh phí thực hiện từ dự toán ngân sách được giao năm 2024 của các cơ quan, đơn vị, địa phương theo phân cấp hiện hành,
            nguồn lồng ghép các chương trình, đề án và các nguồn hợp pháp khác. Việc quản lý, sử dụng, quyết toán kinh phí thực
            hiện theo quy định của pháp luật.
        V. TỔ CHỨC THỰC HIỆN
        **1. Sở Thông tin và Truyền thông**
        a) Chủ trì, phối hợp với các cơ quan, đơn vị, địa phương triển khai Kế hoạch; biên soạn tài liệu hướng dẫn dùng chung.
        b) Theo dõi, đôn đốc, tổng hợp kết quả báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 năm 2024.
        **2. Văn phòng Ủy ban nhân dân tỉnh**
        Chủ trì rà soát, đánh giá chất lượng dịch vụ công trực tuyến; công khai kết quả xếp loại hằng quý của các cơ quan, đơn
            vị.
        **3. Sở Tài chính**
        Thẩm định, tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí theo khả năng cân đối ngân sách.
        **4. Ủy ban nhân dân các huyện, thị xã, thành phố**
        a) Xây dựng kế hoạch của địa phương trước ngày 15 tháng 3 năm 2024; kiện toàn tổ công nghệ số cộng đồng.
        b) Bố trí địa điểm, trang thiết bị, phân công công chức hỗ trợ người dân tại bộ phận một cửa.
        Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị, địa phương phản ánh về Sở Thông tin và
            Truyền thông để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, giải quyết./.
        """
    )
    paper.signature(
        (
            "TT. Tỉnh ủy, TT. HĐND tỉnh",
            "Chủ tịch, các PCT UBND tỉnh",
            "Các sở, ban, ngành tỉnh",
            "UBND các huyện, thị xã, thành phố",
            "Báo Sóc Trăng; Đài PT-TH Sóc Trăng",
            "Lưu: VT, VX",
        ),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "Trần Thị Ngọc Bình",
    )
    source = "(Kèm theo Kế hoạch số 25/KH-UBND ngày 15 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh Sóc Trăng)"
    paper.appendix("DANH MỤC NHIỆM VỤ PHỔ CẬP KỸ NĂNG SỐ NĂM 2024", source, orientation="landscape")
    header = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
    paper.grid((1, 8, 6, 6, 3), (header, *_TASKS), size=13)
    return paper.bytes()
