"""What a roll-over does not move although it is in the plan's year: dates of cited documents, what is of one year alone."""

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.rollover.changes import Change, Years
from docgen.rollover.roll import Known, roll

ROUTE = ("phan", 0, "y", 0)
OFFICE = CoQuan.model_validate({"ten": "Sở Y tế tỉnh Lâm Đồng", "viet_tat": "SYT", "dia_danh": "Lâm Đồng", "ky": {}})

# The words of the second column are the date of a cited document.
OF_A_DOCUMENT = [
    ("Thực hiện Quyết định số 12/QĐ-BYT của Bộ Y tế (BYT) ngày 05/02/2026 về phòng, chống dịch.", "05/02/2026"),
    ("Căn cứ Quyết định số 12/QĐ-BYT (ban hành ngày 05/02/2026) của Bộ Y tế", "05/02/2026"),
    ("Theo Công văn số 345/UBND-VX của UBND tỉnh (Văn phòng) ngày 12/3/2026, các đơn vị rà soát danh mục.", "12/3/2026"),
    ("Ngày 05/02/2026, Bộ Y tế ban hành Quyết định số 12/QĐ-BYT về việc tăng cường tiêm chủng.", "05/02/2026"),
    ("Ngày 10 tháng 3 năm 2026, Chủ tịch UBND tỉnh đã ký Quyết định số 456/QĐ-UBND phê duyệt kế hoạch.", "10 tháng 3 năm 2026"),
    ("Quyết định số 12/QĐ-BYT của Bộ Y tế và Bộ Tài chính, ngày 05/02/2026", "05/02/2026"),
    ("Thông tư liên tịch số 02/TTLT-BYT-BTC của Bộ Y tế - Bộ Tài chính ngày 05/02/2026", "05/02/2026"),
    ("Thực hiện Kế hoạch số 15/KH-UBND “Phòng, chống dịch bệnh” của UBND tỉnh ngày 20/01/2026.", "20/01/2026"),
    ("Thực hiện Kế hoạch số 15/KH-UBND về phòng, chống dịch bệnh, ban hành ngày 20/01/2026.", "20/01/2026"),
    ("Quyết định số 12/QĐ-BYT\ncủa Bộ trưởng Bộ Y tế\nngày 05/02/2026", "05/02/2026"),
    ("Nghị quyết số 08/NQ-HĐND kỳ họp thứ 15 (chuyên đề) ngày 26/02/2026 của HĐND tỉnh", "26/02/2026"),
    ("Thực hiện Công văn 123/SNV-CCVC của Sở Nội vụ [bản giấy] ngày 03/3/2026", "03/3/2026"),
    (
        "Theo kết luận của Chủ tịch tỉnh (Thông báo số 45/TB-VP, 06/02/2026), các sở báo cáo trước ngày 15/6/2026.",
        "06/02/2026",
    ),
    ("Quyết định số 77/QĐ-SYT (SYT) – ngày 08/01/2026", "08/01/2026"),
    ("Chỉ thị số 05/CT-TTg của Thủ tướng Chính phủ (sau đây gọi là Chỉ thị 05) ngày 14/02/2026", "14/02/2026"),
    ("Công điện số 18/CĐ-TTg, ký ngày 22/4/2026 bởi Thủ tướng Chính phủ", "22/4/2026"),
    ("Thực hiện Quyết định ngày 05/02/2026 của Bộ Y tế, số 12/QĐ-BYT", "05/02/2026"),
    ("Bộ Y tế có Văn bản số 88/BYT-DP (ngày 09/01/2026) đề nghị báo cáo trước ngày 20/3/2026.", "09/01/2026"),
    ("QĐ số 12/QĐ-BYT (05/02/2026)", "05/02/2026"),
    ("Quyết định số 12/QĐ-BYT, Bộ Y tế, 05/02/2026", "05/02/2026"),
    ("Thực hiện chỉ đạo tại Công văn số 12/BYT-KH và Công văn số 15/BYT-DP của Bộ Y tế cùng ngày 05/02/2026.", "05/02/2026"),
    ("Quyết định số 12/QĐ-BYT và Quyết định số 13/QĐ-BYT đều ngày 05/02/2026 của Bộ Y tế", "05/02/2026"),
    ("Bộ Y tế ban hành Quyết định số 12/QĐ-BYT (BYT), ngày 05/02/2026, có hiệu lực từ ngày 01/3/2026", "05/02/2026"),
    ("Bộ Y tế ban hành Quyết định số 12/QĐ-BYT (BYT), ngày 05/02/2026, có hiệu lực từ ngày 01/3/2026", "01/3/2026"),
    ("Công văn của Bộ Y tế (Cục Phòng bệnh) ngày 05/02/2026 về tiêm chủng", "05/02/2026"),
    ("Văn bản hỏa tốc của Sở Nội vụ, ngày 05/02/2026", "05/02/2026"),
    ("Quyết định số 12/QĐ-BYT của Bộ Y tế, Bộ Công an, Bộ Tài chính ngày 05/02/2026", "05/02/2026"),
    ("Đã tiếp nhận ngày 09/02/2026 Công văn số 12/BYT-KH của Bộ Y tế", "09/02/2026"),
    ("Tờ trình số 15/TTr-SYT (kèm hồ sơ) của Sở Y tế trình ngày 03/02/2026", "03/02/2026"),
    ("Quy chế phối hợp số 01/QCPH-SYT-CA giữa Sở Y tế và Công an tỉnh (ký tại Sóc Trăng) ngày 12/02/2026", "12/02/2026"),
    ("Biên bản ghi nhớ số 03/BB-SYT giữa Sở Y tế (bên A) với Trường Đại học (bên B) ngày 15-01-2026", "15-01-2026"),
    ("Quyết định số 12/QĐ-BYT của Bộ Y tế (ban hành tháng 02/2026)", "02/2026"),
    ("Bộ Y tế, ngày 05/02/2026, có Quyết định số 12/QĐ-BYT", "05/02/2026"),
    ("Căn cứ văn bản của Bộ Y tế ngày 05 tháng 02 năm 2026, số 12/BYT-KH, về tiêm chủng", "05 tháng 02 năm 2026"),
    (
        "Triển khai Kế hoạch số 30-KH/TU của Ban Thường vụ Tỉnh ủy (BTV) ngày 14/02/2026.",
        "14/02/2026",
    ),
    (
        "Căn cứ Thông báo kết luận số 77/TB-UBND của đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh tại cuộc họp ngày 12/01/2026",
        "12/01/2026",
    ),
    ("Kế hoạch liên ngành số 05/KHLN-SGDĐT-CAT giữa Sở Giáo dục và Đào tạo và Công an tỉnh, ngày 20/01/2026", "20/01/2026"),
    ("Thực hiện Công văn số 1234/BNV-CCVC, ngày 17/02/2026, của Bộ Nội vụ về rà soát vị trí việc làm.", "17/02/2026"),
    ("Theo đề nghị của Phòng Nội vụ tại Tờ trình số 09/TTr-PNV (kèm dự thảo) ngày 06-01-2026;", "06-01-2026"),
    ("Ngày 15/01/2026, Ban Chỉ đạo tỉnh có Công văn số 02-CV/BCĐ yêu cầu các đơn vị báo cáo.", "15/01/2026"),
    ("Sở đã nhận được Công văn số 88/TTr-P2 gửi ngày 19/01/2026 của Thanh tra tỉnh.", "19/01/2026"),
    ("Quyết định số 301/QĐ-UBND, ký ngày 10 tháng 02 năm 2026, của Chủ tịch UBND xã", "10 tháng 02 năm 2026"),
    ("Quyết định số 301/QĐ-UBND do Chủ tịch UBND xã Trần Văn B ký ngày 10/02/2026", "10/02/2026"),
    ("Hướng dẫn số 12-HD/BTGDVTU\n(ngày 02/02/2026)\ncủa Ban Tuyên giáo và Dân vận Tỉnh ủy", "02/02/2026"),
    ("Công văn số 45/SXD-QLN v/v cấp phép (văn bản đến ngày 03/02/2026)", "03/02/2026"),
    ("Kết luận thanh tra số 04/KL-TTr, ban hành vào ngày 28 tháng 01 năm 2026 của Chánh Thanh tra tỉnh", "28 tháng 01 năm 2026"),
    ("Chương trình phối hợp số 03/CTPH-MTTQ-SYT (giai đoạn 2026 - 2030) ngày 15/01/2026", "15/01/2026"),
    ("Văn bản số 99/UBND-NC (hỏa tốc) của Chủ tịch UBND tỉnh, phát hành ngày 26.02.2026", "26.02.2026"),
    ("Giấy mời số 15/GM-UBND ngày 05/3/2026 (họp ngày 10/3/2026)", "05/3/2026"),
    ("Giấy mời số 15/GM-UBND ngày 05/3/2026 (họp ngày 10/3/2026)", "10/3/2026"),
    ("Nghị quyết của HĐND tỉnh số 15/NQ-HĐND, kỳ họp thứ 20, ngày 10/12/2025", "10/12/2025"),
    ("Quyết định số 12/QĐ-BYT (BYT) năm 2026 của Bộ Y tế về tiêm chủng", "2026"),
    ("Quyết định số 12/QĐ-BYT năm 2026 của Bộ Y tế về tiêm chủng", "2026"),
    ("Quyết định số 12/QĐ-BYT của Bộ Y tế, tháng 02/2026", "02/2026"),
    ("Quyết định số 12/QĐ-BYT của Bộ Y tế (02/2026)", "02/2026"),
    ("Quyết định số 12 của Bộ Y tế (BYT) ngày 05/02/2026", "05/02/2026"),
    ("Quyết định số: 12 /QĐ-BYT, ngày: 05/02/2026", "05/02/2026"),
    ("QĐ 12/QĐ-BYT-BTC của liên Bộ Y tế - Tài chính ngày 05/02/2026", "05/02/2026"),
    ("Quyết định của Bộ trưởng Bộ Y tế số 12/QĐ-BYT đề ngày 05/02/2026", "05/02/2026"),
    ("Quyết định số 12/QĐ-BYT của Bộ Y tế\n(BYT)\nngày 05 tháng 02\nnăm 2026", "2026"),
    ("Quyết định số 12/QĐ-BYT “Về việc phê duyệt Đề án y tế học đường” ngày 05/02/2026 của Bộ Y tế", "05/02/2026"),
    ("Quyết định số 12/QĐ-BYT phê duyệt Đề án y tế học đường (Bộ Y tế, ngày 05/02/2026)", "05/02/2026"),
    ("Quyết định số 12/QĐ-BYT về việc phê duyệt Đề án y tế học đường ngày 05/02/2026", "05/02/2026"),
    ("Hôm 05/02/2026, Bộ Y tế có Quyết định số 12/QĐ-BYT", "05/02/2026"),
    ("Ngày 05/02/2026, tại Hà Nội, Bộ trưởng Bộ Y tế đã ban hành Quyết định số 12/QĐ-BYT.", "05/02/2026"),
    ("Ngày 05/02/2026 của Bộ Y tế: Quyết định số 12/QĐ-BYT", "05/02/2026"),
    ("Bộ Y tế ký ngày 05/02/2026 Quyết định số 12/QĐ-BYT", "05/02/2026"),
    ("05/02/2026 - Quyết định số 12/QĐ-BYT", "05/02/2026"),
    ("Quyết định số 12/QĐ-BYT | 05/02/2026 | Bộ Y tế", "05/02/2026"),
    ("- Quyết định số 12/QĐ-BYT của Bộ Y tế;\n- Công văn số 5/SYT-NV (SYT) ngày 06/02/2026;", "06/02/2026"),
    ("Các văn bản: số 12/QĐ-BYT (05/02/2026), số 13/QĐ-BYT (06/02/2026) của Bộ Y tế", "05/02/2026"),
    ("Các văn bản: số 12/QĐ-BYT (05/02/2026), số 13/QĐ-BYT (06/02/2026) của Bộ Y tế", "06/02/2026"),
    ("Nghị quyết số 10-NQ/ĐU của Đảng ủy xã (Khóa I, nhiệm kỳ 2025 - 2030) ngày 12/01/2026", "12/01/2026"),
    (
        "Thông báo số 20/TB-VPCP của Văn phòng Chính phủ về kết luận của Thủ tướng tại Hội nghị ngày 08/01/2026",
        "08/01/2026",
    ),
    ("Quyết định số 12/QĐ-UBND của UBND tỉnh ban hành Kế hoạch (thay Quyết định số 9/QĐ-UBND) ngày 05/02/2026", "05/02/2026"),
]

# Times of the work, although a document is cited beside them.
TIMES_OF_WORK = [
    (
        "Theo kết luận của Chủ tịch tỉnh (Thông báo số 45/TB-VP, 06/02/2026), các sở báo cáo trước ngày 15/6/2026.",
        "15/6/2026",
    ),
    ("Bộ Y tế có Văn bản số 88/BYT-DP (ngày 09/01/2026) đề nghị báo cáo trước ngày 20/3/2026.", "20/3/2026"),
    ("Hoàn thành việc thực hiện Quyết định số 12/QĐ-BYT trước ngày 15/12/2026.", "15/12/2026"),
    ("Triển khai Kế hoạch số 15/KH-UBND từ ngày 01/3/2026 đến ngày 30/11/2026.", "01/3/2026"),
    ("Triển khai Kế hoạch số 15/KH-UBND từ ngày 01/3/2026 đến ngày 30/11/2026.", "30/11/2026"),
    ("Báo cáo theo Công văn số 22/SYT-NVY chậm nhất ngày 10/6/2026.", "10/6/2026"),
    ("Công văn số 100/SYT-NVY, hạn trả lời: 15/5/2026", "15/5/2026"),
    ("Ngày 05/6/2026 Sở Y tế tổ chức hội nghị triển khai Quyết định số 12/QĐ-BYT.", "05/6/2026"),
    ("Trước ngày 20/11/2026, các đơn vị báo cáo kết quả thực hiện Kế hoạch số 15/KH-UBND về Sở Nội vụ.", "20/11/2026"),
    ("Sơ kết 6 tháng thực hiện Kế hoạch số 15/KH-UBND: trước ngày 10/7/2026.", "10/7/2026"),
    ("Tập huấn Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ: từ ngày 12/5/2026 đến ngày 14/5/2026.", "12/5/2026"),
    ("Tập huấn Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ: từ ngày 12/5/2026 đến ngày 14/5/2026.", "14/5/2026"),
    ("Tổ chức học tập Nghị quyết số 66-NQ/TW trong tháng 3/2026, hoàn thành trước ngày 31/3/2026.", "3/2026"),
    ("Tổ chức học tập Nghị quyết số 66-NQ/TW trong tháng 3/2026, hoàn thành trước ngày 31/3/2026.", "31/3/2026"),
    ("Triển khai Quyết định số 12/QĐ-BYT đến các xã trong tháng 3/2026; tổng kết ngày 15/12/2026.", "3/2026"),
    ("Triển khai Quyết định số 12/QĐ-BYT đến các xã trong tháng 3/2026; tổng kết ngày 15/12/2026.", "15/12/2026"),
    ("Nộp hồ sơ theo Thông báo số 9/TB-SNV từ 01/4/2026 đến 15/4/2026", "01/4/2026"),
    ("Nộp hồ sơ theo Thông báo số 9/TB-SNV từ 01/4/2026 đến 15/4/2026", "15/4/2026"),
    ("Sáng 15/3/2026, phổ biến Nghị định số 20/2026/NĐ-CP.", "15/3/2026"),
]

# Told of one year alone: asked about, not moved.
OF_ONE_YEAR = [
    ("Chủ đề năm 2026: Đột phá chuyển đổi số.", "2026"),
    ("Chủ đề công tác năm 2026 là “Kỷ cương, trách nhiệm”.", "2026"),
    ("Với phương châm năm 2026 “Đoàn kết, sáng tạo”, các đơn vị thi đua.", "2026"),
    ("Khẩu hiệu hành động năm 2026: “Nói đi đôi với làm”", "2026"),
    ("Năm 2026 là năm Dữ liệu số quốc gia.", "2026"),
    ("Hưởng ứng thông điệp năm 2026 của Liên hợp quốc.", "2026"),
    ("Quán triệt phương châm hành động của Chính phủ năm 2026.", "2026"),
    ("Riêng năm 2026, mỗi xã chọn hai tiêu chí.", "2026"),
    ("riêng trong năm 2026 giao thêm 5 chỉ tiêu", "2026"),
    ("Chỉ áp dụng cho năm 2026.", "2026"),
    ("Kinh phí hỗ trợ chỉ cấp trong năm 2026.", "2026"),
    ("chỉ tiêu của riêng năm 2026", "2026"),
    ("Phấn đấu năm 2026 đạt 95% trở lên.", "2026"),
    ("Chỉ tiêu năm 2026: trồng mới 1.200 ha rừng.", "2026"),
    ("Mục tiêu năm 2026: giảm 2% hộ nghèo.", "2026"),
    ("Trong năm 2026 phấn đấu có 15 xã đạt chuẩn nông thôn mới.", "2026"),
    ("Đến cuối năm 2026 tỷ lệ hồ sơ trực tuyến đạt 70%.", "2026"),
    ("Tổ chức lễ khánh thành Trung tâm Văn hóa tỉnh ngày 02/9/2026.", "2026"),
    ("Khai trương Trung tâm Phục vụ hành chính công phường ngày 15/4/2026.", "2026"),
    ("Đưa vào sử dụng trụ sở mới trong tháng 6/2026.", "2026"),
    ("Ra mắt ứng dụng công dân số trong Quý II/2026.", "2026"),
    ("Khởi công xây dựng cầu Đại Ngãi 3 vào tháng 3/2026.", "2026"),
    ("Đăng cai Hội khỏe Phù Đổng khu vực năm 2026.", "2026"),
    ("Lễ công bố Quyết định thành lập phường tháng 7/2026", "2026"),
    ("Vận hành chính thức hệ thống từ ngày 01/10/2026.", "2026"),
    ("Thông xe kỹ thuật tuyến đường tỉnh 935 ngày 30/4/2026", "2026"),
    ("Đón Bằng công nhận di tích cấp quốc gia ngày 19/5/2026", "2026"),
    ("Chuyển trụ sở làm việc về địa điểm mới trước ngày 30/6/2026", "2026"),
    ("Thông điệp năm 2026: “Chung tay xóa nhà tạm”", "2026"),
    ("Chủ đề Tháng Thanh niên năm 2026: “Tự hào tiến bước dưới cờ Đảng”.", "2026"),
    ("Phát động phong trào thi đua với khẩu hiệu của năm 2026.", "2026"),
    ("Riêng trong Quý I năm 2026, tập trung rà soát hộ nghèo.", "2026"),
    ("Kinh phí bổ sung (riêng năm 2026): 500 triệu đồng.", "2026"),
    ("Chỉ tiêu năm 2026 là 15 xã đạt chuẩn.", "2026"),
    ("Phấn đấu đến 31/12/2026 có trên 90% hồ sơ được số hóa.", "2026"),
    ("Thu ngân sách năm 2026 phấn đấu đạt 6.500 tỷ đồng.", "2026"),
    ("Tỷ lệ hộ nghèo cuối năm 2026 còn dưới 1,5%.", "2026"),
    ("Tăng trưởng GRDP năm 2026 đạt từ 10% trở lên", "2026"),
    ("Lễ động thổ dự án Khu đô thị ngày 19/8/2026", "2026"),
    ("Tổ chức Lễ công bố thành lập Trung tâm Phục vụ hành chính công ngày 01/7/2026.", "2026"),
    ("Khánh thành và bàn giao 30 căn nhà trước ngày 27/7/2026.", "2026"),
    ("Hệ thống chính thức hoạt động từ ngày 01/3/2026.", "2026"),
    ("Đến cuối năm 2026 còn dưới 80 hộ nghèo", "2026"),
    ("Trong năm 2026 xóa 12 căn nhà tạm", "2026"),
    ("Tổng kinh phí: 85.000.000 đồng (Tám mươi lăm triệu đồng) từ nguồn ngân sách tỉnh giao năm 2026.", "2026"),
    ("Kinh phí: 350 triệu đồng, lấy từ nguồn sự nghiệp môi trường của ngân sách xã năm 2026", "2026"),
]

# The plan's own year, as every year.
OF_EVERY_YEAR = [
    ("Nâng cao Chỉ số PAPI năm 2026.", "2026"),
    ("Cải thiện Chỉ số CCHC năm 2026 của tỉnh.", "2026"),
    ("Chỉ số hài lòng SIPAS năm 2026", "2026"),
    ("Khảo sát Chỉ số DDCI năm 2026", "2026"),
    ("Tổ chức lễ khai giảng năm học 2026 - 2027", "2026 - 2027"),
    ("Khai mạc Tuần lễ học tập suốt đời ngày 01/10/2026", "2026"),
    ("Tổng kết công tác năm 2026", "2026"),
    ("Hoàn thành trong năm 2026", "2026"),
    ("Bộ chỉ số cải cách hành chính năm 2026", "2026"),
    ("Công bố Chỉ số DTI năm 2026 của các sở, xã", "2026"),
    ("chỉ đạo thực hiện trong năm 2026", "2026"),
    ("Ban hành kế hoạch năm 2026", "2026"),
    ("Mở 12 lớp tập huấn cho 600 lượt người trong năm 2026", "2026"),
    ("Xóa mù chữ năm 2026 cho 20 người", "2026"),
    ("Kinh phí từ ngân sách tỉnh giao năm 2026", "2026"),
    ("Tuyên truyền kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)", "03/02/2026"),
    ("Tổ chức Tết trồng cây Xuân Bính Ngọ 2026", "2026"),
]


def changes(*texts: str) -> list[Change]:
    """Return the changes in the first of `texts`, which stand in one plan of 2026."""
    routes = [("phan", 0, "y", index) for index in range(len(texts))]
    plan = [(("nam",), "2026"), (("trich_yeu",), "Kế hoạch công tác năm 2026"), *zip(routes, texts, strict=True)]
    return [one for one in roll(plan, Years(2026, 2027), Known(OFFICE)).changes if one.route == ROUTE]


def of(text: str, words: str) -> list[Change]:
    """Return the changes that meet `words` where they stand in `text`."""
    start, shift, met = text.index(words), 0, []
    for one in changes(text):
        first = one.start - shift
        shift += len(one.new) - len(one.old)
        if first < start + len(words) and start < first + len(one.old):
            met.append(one)
    return met


@pytest.mark.parametrize(("text", "words"), OF_A_DOCUMENT)
def test_the_date_of_a_cited_document_never_moves(text: str, words: str) -> None:
    assert [one.new for one in of(text, words)] == [one.old for one in of(text, words)]


@pytest.mark.parametrize(("text", "words"), TIMES_OF_WORK)
def test_a_time_of_the_work_beside_a_document_moves(text: str, words: str) -> None:
    assert [one.new for one in of(text, words)] == ["2027"]


@pytest.mark.parametrize(("text", "words"), OF_ONE_YEAR)
def test_what_is_told_of_one_year_alone_is_asked_about(text: str, words: str) -> None:
    assert [(one.new == one.old, one.sure) for one in of(text, words)] == [(True, False)]


@pytest.mark.parametrize(("text", "words"), OF_EVERY_YEAR)
def test_what_comes_every_year_moves(text: str, words: str) -> None:
    assert {one.new != one.old for one in of(text, words)} == {True}


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 05/01/2026 và Quyết định số 13/QĐ-UBND ngày 05/01/2026 về dự toán", {True}),
        ("Công văn số 12/SYT-NV ngày 03/3/2026, số 15/SYT-NV ngày 04/3/2026 và số 18/SYT-NV ngày 05/3/2026", {False}),
        ("Các Kế hoạch số 12/KH-UBND ngày 04/01/2026, 13/KH-UBND ngày 05/01/2026, 14/KH-UBND ngày 06/01/2026", {False}),
        ("Mẫu 02/2026, Biểu số 05/2026, hồ sơ số 12/2026, quy trình QT-01/2026", {True}),
        ("Nâng cao Chỉ số PAPI năm 2026, Chỉ số SIPAS năm 2026 và Chỉ số CCHC năm 2026", {True}),
    ],
)
def test_like_cases_get_like_verdicts(text: str, verdicts: set[bool]) -> None:
    assert {one.sure for one in changes(text)} == verdicts
    assert len({one.why for one in changes(text)}) == 1
