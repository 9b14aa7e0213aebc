"""The specimens of acts in articles: a resolution, a decision, a decision that issues a regulation (PL III, mẫu 1.1 to 1.3)."""

from tests.check.papers.blocks import Paper
from tests.check.papers.head import LARGE, SAMPLE, SMALL, Head


def mau_1_1() -> bytes:
    """Return a resolution of a people's council."""
    paper = Paper(LARGE)
    paper.head(Head(("HỘI ĐỒNG NHÂN DÂN", "TỈNH SÓC TRĂNG"), "Số: 09/NQ-HĐND", "Sóc Trăng, ngày 12 tháng 7 năm 2024"))
    paper.title(
        "NGHỊ QUYẾT",
        "Về việc thông qua chương trình giám sát năm 2025",
        "HỘI ĐỒNG NHÂN DÂN TỈNH SÓC TRĂNG",
    )
    paper.can_cu(
        """
        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
        Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20 tháng 11 năm 2015;
        Xét Tờ trình số 21/TTr-HĐND ngày 28 tháng 6 năm 2024 của Thường trực Hội đồng nhân dân tỉnh Sóc Trăng về chương trình
            giám sát năm 2025; ý kiến thảo luận của các đại biểu tại kỳ họp.
        """
    )
    paper.order("QUYẾT NGHỊ:")
    paper.body(
        """
        **Điều 1.** Thông qua chương trình giám sát của Hội đồng nhân dân tỉnh năm 2025, gồm các nội dung sau:
        1. Giám sát tại kỳ họp:
        a) Xem xét báo cáo công tác của Thường trực, các Ban của Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh;
        b) Chất vấn và xem xét việc trả lời chất vấn.
        2. Giám sát chuyên đề:
        a) Việc thực hiện chính sách, pháp luật về quản lý chợ giai đoạn 2021 - 2024;
        b) Việc đầu tư, sử dụng thiết chế văn hóa, thể thao ở cơ sở.
        **Điều 2.** Giao Thường trực Hội đồng nhân dân tỉnh phân công, điều hòa và tổ chức thực hiện Nghị quyết này; các Ban, Tổ
            đại biểu và đại biểu Hội đồng nhân dân tỉnh xây dựng kế hoạch giám sát của mình.
        Nghị quyết này được Hội đồng nhân dân tỉnh Sóc Trăng thông qua ngày 12 tháng 7 năm 2024 và có hiệu lực kể từ ngày thông
            qua./.
        """
    )
    recipients = ("Như Điều 2", "Ủy ban Thường vụ Quốc hội", "TT. Tỉnh ủy", "UBND tỉnh", "Lưu: VT, CTHĐND")
    paper.signature(recipients, ("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), "Đỗ Quang Vinh")
    return paper.bytes()


def mau_1_2() -> bytes:
    """Return a decision that rules a matter by itself, of a department."""
    paper = Paper(SMALL, rules="border")
    head = Head(("SỞ NỘI VỤ",), "Số: 57/QĐ-SNV", "Sóc Trăng, ngày 22 tháng 5 năm 2024", ("UBND TỈNH SÓC TRĂNG",))
    paper.head(head, "1x2")
    paper.title("QUYẾT ĐỊNH", "Về việc khen thưởng tập thể có thành tích trong phong trào đọc sách", "GIÁM ĐỐC SỞ NỘI VỤ")
    paper.can_cu(
        """
        Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
        Căn cứ Quyết định số 1408/QĐ-UBND ngày 30 tháng 8 năm 2022 của Ủy ban nhân dân tỉnh Sóc Trăng quy định chức năng, nhiệm
            vụ, quyền hạn và cơ cấu tổ chức của Sở Nội vụ;
        Theo đề nghị của Chánh Văn phòng Sở.
        """
    )
    paper.order("QUYẾT ĐỊNH:")
    paper.body(
        """
        **Điều 1.** Tặng Giấy khen của Giám đốc Sở Nội vụ cho 03 tập thể có thành tích trong phong trào đọc sách năm 2023:
        1. Phòng Cải cách hành chính.
        2. Chi cục Văn thư - Lưu trữ.
        3. Công đoàn cơ sở Sở Nội vụ.
        **Điều 2.** Tiền thưởng kèm Giấy khen trích từ quỹ thi đua, khen thưởng của Sở theo quy định hiện hành.
        **Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Sở và các tập thể có tên tại Điều 1 chịu trách
            nhiệm thi hành Quyết định này./.
        """
    )
    paper.signature(("Như Điều 3", "Giám đốc, các PGĐ Sở", "Lưu: VT, VP"), ("GIÁM ĐỐC",), "Phạm Hoài Nam")
    return paper.bytes()


def mau_1_3() -> bytes:
    """Return a decision that issues a regulation: the regulation has a head of its own, without number and date."""
    paper = Paper(SAMPLE)
    offices = (("THƯ VIỆN TỈNH SÓC TRĂNG",), ("SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"))
    paper.head(Head(offices[0], "Số: 08/QĐ-TVT", "Sóc Trăng, ngày 06 tháng 3 năm 2024", offices[1]))
    paper.title("QUYẾT ĐỊNH", "Ban hành Quy chế phục vụ bạn đọc của Thư viện tỉnh Sóc Trăng", "GIÁM ĐỐC THƯ VIỆN TỈNH SÓC TRĂNG")
    paper.can_cu(
        """
        Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;
        Căn cứ Quyết định số 212/QĐ-SVHTTDL ngày 14 tháng 4 năm 2021 của Sở Văn hóa, Thể thao và Du lịch tỉnh Sóc Trăng quy định
            chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Thư viện tỉnh;
        Theo đề nghị của Trưởng phòng Phục vụ bạn đọc.
        """
    )
    paper.order("QUYẾT ĐỊNH:")
    paper.body(
        """
        **Điều 1.** Ban hành kèm theo Quyết định này Quy chế phục vụ bạn đọc của Thư viện tỉnh Sóc Trăng.
        **Điều 2.** Quyết định này có hiệu lực kể từ ngày 01 tháng 4 năm 2024.
        **Điều 3.** Trưởng các phòng, viên chức, người lao động của Thư viện tỉnh và bạn đọc chịu trách nhiệm thi hành Quyết
            định này./.
        """
    )
    paper.signature(("Như Điều 3", "Sở VHTTDL", "Lưu: VT, PVBĐ"), ("GIÁM ĐỐC",), "Lâm Thị Mỹ Duyên")
    paper.attachment(
        Head(offices[0], chu_quan=offices[1]),
        "QUY CHẾ",
        "Phục vụ bạn đọc của Thư viện tỉnh Sóc Trăng",
        "(Kèm theo Quyết định số 08/QĐ-TVT ngày 06 tháng 3 năm 2024 của Giám đốc Thư viện tỉnh Sóc Trăng)",
    )
    paper.part("Chương I", "QUY ĐỊNH CHUNG")
    paper.body(
        """
        **Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng**
        1. Quy chế này quy định việc cấp thẻ, đọc tại chỗ, mượn về nhà và sử dụng phòng máy của Thư viện tỉnh.
        2. Quy chế này áp dụng đối với viên chức, người lao động của Thư viện tỉnh và bạn đọc.
        **Điều 2. Thời gian phục vụ**
        Thư viện phục vụ từ thứ Ba đến Chủ nhật, buổi sáng từ 7 giờ 30 phút đến 11 giờ, buổi chiều từ 13 giờ 30 phút đến 19 giờ.
        """
    )
    paper.part("Chương II", "QUYỀN VÀ TRÁCH NHIỆM")
    paper.body(
        """
        **Điều 3. Quyền của bạn đọc**
        1. Được cấp thẻ trong ngày làm việc, được hướng dẫn tra cứu mục lục.
        2. Được mượn về nhà:
        a) Tối đa 03 bản sách đối với người lớn;
        b) Tối đa 05 bản sách đối với thiếu nhi;
        c) Không quá 20 ngày cho một lần mượn.
        **Điều 4. Trách nhiệm của bạn đọc**
        1. Giữ gìn sách, báo, tài sản chung và trật tự trong phòng đọc.
        2. Bồi thường theo giá bìa khi làm mất, làm hỏng tài liệu.
        **Điều 5. Tổ chức thực hiện**
        Phòng Phục vụ bạn đọc niêm yết Quy chế này tại trụ sở, tiếp nhận ý kiến của bạn đọc và đề xuất sửa đổi, bổ sung khi cần
            thiết./.
        """
    )
    return paper.bytes()
