"""The specimens of named papers, letters, telegrams and invitations (PL III, mẫu 1.4 to 1.7)."""

from tests.check.papers.blocks import Paper
from tests.check.papers.head import LARGE, SAMPLE, SMALL, Head


def mau_1_4() -> bytes:
    """Return a named paper in parts: a scheme of a district."""
    paper = Paper(SAMPLE, (25, 20, 35, 20))
    paper.head(Head(("ỦY BAN NHÂN DÂN", "HUYỆN MỸ XUYÊN"), "Số: 02/ĐA-UBND", "Mỹ Xuyên, ngày 30 tháng 01 năm 2024"), "4x2")
    paper.title("ĐỀ ÁN", "Xây dựng tuyến đường hoa và điểm dừng chân phục vụ du lịch nông thôn giai đoạn 2024 - 2025")
    paper.part("Phần I", "SỰ CẦN THIẾT VÀ CĂN CỨ XÂY DỰNG")
    paper.body(
        """
        I. SỰ CẦN THIẾT
        Huyện Mỹ Xuyên có nhiều tuyến đường ven rạch, cảnh quan đẹp nhưng chưa có điểm dừng chân cho du khách. Việc trồng hoa,
            cây xanh và bố trí điểm dừng chân góp phần làm đẹp cảnh quan, tạo thêm việc làm cho người dân.
        II. CĂN CỨ XÂY DỰNG
        1. Luật Du lịch ngày 19 tháng 6 năm 2017.
        2. Nghị quyết số 34/NQ-HĐND ngày 20 tháng 12 năm 2023 của Hội đồng nhân dân huyện Mỹ Xuyên về nhiệm vụ phát triển kinh
            tế - xã hội năm 2024.
        """
    )
    paper.part("Phần II", "MỤC TIÊU, NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN")
    paper.body(
        """
        I. MỤC TIÊU
        **1. Năm 2024**
        a) Hoàn thành 06 km đường hoa tại 03 xã.
        b) Đưa vào sử dụng 02 điểm dừng chân.
        **2. Năm 2025**
        Hoàn thành 10 km đường hoa và 03 điểm dừng chân còn lại.
        II. NỘI DUNG THỰC HIỆN
        **1. Khảo sát, thiết kế**
        Lựa chọn loại hoa, cây xanh phù hợp với đất nhiễm mặn, ít tốn công chăm sóc; thiết kế điểm dừng chân thống nhất về màu
            sắc, biển chỉ dẫn.
        **2. Thi công, chăm sóc**
        a) Các đoàn thể đảm nhận từng đoạn tuyến.
        b) Hộ dân hai bên đường cam kết chăm sóc, bảo vệ.
        III. TỔ CHỨC THỰC HIỆN
        Phòng Văn hóa và Thông tin huyện chủ trì, hướng dẫn, kiểm tra việc thực hiện; Ủy ban nhân dân các xã, thị trấn bố trí
            đất, vận động người dân tham gia và báo cáo kết quả trước ngày 10 tháng 12 hằng năm./.
        """
    )
    recipients = ("Sở VHTTDL", "TT. Huyện ủy, TT. HĐND huyện", "UBND các xã, thị trấn", "Lưu: VT, VHTT")
    paper.signature(recipients, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Ngô Tấn Phát")
    return paper.bytes()


def mau_1_5() -> bytes:
    """Return a letter with the office's address at the foot of its first page."""
    paper = Paper(SAMPLE, rules="vml")
    vv = "V/v cử công chức dự lớp bồi dưỡng nghiệp vụ văn thư"
    place = "Sóc Trăng, ngày 07 tháng 5 năm 2024"
    paper.head(Head(("SỞ NỘI VỤ",), "Số: 09/SNV-VTLT", place, ("UBND TỈNH SÓC TRĂNG",), vv), "2x3")
    paper.kinh_gui("Sở Tài chính", "Sở Xây dựng", "Sở Khoa học và Công nghệ")
    paper.body(
        """
        Theo kế hoạch bồi dưỡng năm 2024, Sở Nội vụ tổ chức lớp bồi dưỡng nghiệp vụ văn thư cho công chức các sở. Sở Nội vụ đề
            nghị quý cơ quan phối hợp thực hiện các nội dung sau:
        1. Cử 02 công chức đang làm công tác văn thư tham dự lớp bồi dưỡng, thời gian 03 ngày, từ ngày 20 đến ngày 22 tháng 5
            năm 2024, tại hội trường Sở Nội vụ.
        2. Gửi danh sách về Sở Nội vụ trước ngày 15 tháng 5 năm 2024, ghi rõ họ tên, chức vụ, số điện thoại của người tham dự.
        3. Thanh toán chế độ công tác phí cho công chức theo quy định hiện hành.
        Sở Nội vụ rất mong nhận được sự phối hợp của quý cơ quan./.
        """
    )
    paper.signature(("Như trên", "Lưu: VT, VTLT"), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "Hồ Thị Thanh Trúc")
    paper.address("Địa chỉ: đường Trần Hưng Đạo, thành phố Sóc Trăng; điện thoại: 0299 000 0000")
    return paper.bytes()


def mau_1_6() -> bytes:
    """Return a telegram."""
    paper = Paper(LARGE, rules="anchor")
    paper.head(Head(("ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG"), "Số: 03/CĐ-UBND", "Sóc Trăng, ngày 19 tháng 02 năm 2024"), "3x2")
    paper.title("CÔNG ĐIỆN", "Về việc ứng phó với đợt triều cường giữa tháng 02 năm 2024")
    paper.calls(
        "Chủ tịch Ủy ban nhân dân tỉnh Sóc Trăng điện:",
        "Giám đốc Sở Nông nghiệp và Phát triển nông thôn",
        "Chủ tịch Ủy ban nhân dân các huyện: Cù Lao Dung, Trần Đề, Long Phú",
        "Chủ tịch Ủy ban nhân dân thị xã Vĩnh Châu",
    )
    paper.body(
        """
        Theo dự báo của cơ quan khí tượng thủy văn, từ ngày 20 đến ngày 25 tháng 02 năm 2024, mực nước tại các trạm ven biển lên
            cao vào sáng sớm và chiều tối. Để chủ động ứng phó, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
        1. Chủ tịch Ủy ban nhân dân các huyện, thị xã kiểm tra các đoạn bờ bao xung yếu, chuẩn bị vật tư, nhân lực tại chỗ;
            thông báo kịp thời để người dân bảo vệ tài sản, diện tích nuôi trồng.
        2. Giám đốc Sở Nông nghiệp và Phát triển nông thôn chỉ đạo vận hành các cống ngăn mặn hợp lý; phân công trực ban 24/24
            giờ; tổng hợp tình hình, báo cáo Ủy ban nhân dân tỉnh trước 16 giờ hằng ngày.
        3. Đài Phát thanh và Truyền hình Sóc Trăng tăng thời lượng phát bản tin dự báo để người dân biết, chủ động phòng
            tránh./.
        """
    )
    recipients = ("Các cơ quan, địa phương nêu trên", "Chủ tịch, các PCT UBND tỉnh", "Lưu: VT, KT")
    paper.signature(recipients, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Minh Khôi")
    return paper.bytes()


def mau_1_7() -> bytes:
    """Return an invitation."""
    paper = Paper(SMALL)
    head = Head(
        ("SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"), "Số: 88/GM-STTTT", "Sóc Trăng, ngày 04 tháng 10 năm 2023", ("UBND TỈNH SÓC TRĂNG",)
    )
    paper.head(head, "2x5")
    paper.title("GIẤY MỜI", "Dự hội nghị sơ kết công tác truyền thanh cơ sở 9 tháng năm 2023")
    paper.calls(
        "Sở Thông tin và Truyền thông trân trọng kính mời:",
        "Đại diện lãnh đạo Đài Phát thanh và Truyền hình Sóc Trăng",
        "Lãnh đạo Phòng Văn hóa và Thông tin các huyện, thị xã, thành phố",
    )
    paper.body(
        """
        Tới dự hội nghị sơ kết công tác truyền thanh cơ sở 9 tháng năm 2023.
        Chủ trì: Phó Giám đốc Sở Thông tin và Truyền thông.
        Thời gian: 08 giờ 00 phút, ngày 12 tháng 10 năm 2023 (thứ Năm), 01 buổi.
        Địa điểm: hội trường Sở Thông tin và Truyền thông, thành phố Sóc Trăng.
        Đề nghị quý đại biểu dự họp đúng thành phần, thời gian để hội nghị đạt kết quả tốt./.
        """
    )
    paper.signature(("Các đại biểu được mời", "Lưu: VT, TTBC"), ("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "Võ Hữu Lộc")
    return paper.bytes()
