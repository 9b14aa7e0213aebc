"""The specimens of short forms and of appendices that are files of their own (PL III, mẫu 1.8 to 1.10, 2.1 and 2.2)."""

from tests.check.papers.blocks import Paper
from tests.check.papers.head import LARGE, SAMPLE, SMALL, Head

_SO_NOI_VU = ("SỞ NỘI VỤ",)
_TINH = ("UBND TỈNH SÓC TRĂNG",)


def mau_1_8() -> bytes:
    """Return a letter of introduction: a kind of paper, no subject."""
    paper = Paper(SAMPLE)
    paper.head(Head(_SO_NOI_VU, "Số: 06/GGT-SNV", "Sóc Trăng, ngày 08 tháng 01 năm 2024", _TINH))
    paper.title("GIẤY GIỚI THIỆU")
    paper.body(
        """
        Sở Nội vụ trân trọng giới thiệu:
        Ông: Nguyễn Văn Phú.
        Chức vụ: chuyên viên Chi cục Văn thư - Lưu trữ.
        Được cử đến: Ủy ban nhân dân huyện Kế Sách.
        Về việc: khảo sát tình hình lập hồ sơ và giao nộp hồ sơ vào lưu trữ cơ quan.
        Đề nghị quý cơ quan tạo điều kiện để ông có tên ở trên hoàn thành nhiệm vụ.
        Giấy này có giá trị đến hết ngày 31 tháng 01 năm 2024./.
        """
    )
    paper.signature(("Ông Nguyễn Văn Phú", "Lưu: VT"), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "Hồ Thị Thanh Trúc")
    return paper.bytes()


def mau_1_9() -> bytes:
    """Return minutes: no place and date in the head, two signatures, the recipients below them."""
    paper = Paper(LARGE)
    paper.head(Head(_SO_NOI_VU, "Số: 05/BB-SNV", chu_quan=_TINH))
    paper.title("BIÊN BẢN", "Họp thống nhất danh mục hồ sơ năm 2024 của Sở Nội vụ")
    paper.body(
        """
        Thời gian bắt đầu: 14 giờ 00 phút, ngày 10 tháng 01 năm 2024.
        Địa điểm: phòng họp số 2, Sở Nội vụ.
        Thành phần tham dự: đại diện lãnh đạo các phòng, đơn vị thuộc Sở.
        Chủ trì (chủ tọa): ông Phạm Hoài Nam, Giám đốc Sở.
        Thư ký (người ghi biên bản): bà Trịnh Thu Hà, văn thư.
        Nội dung (theo diễn biến cuộc họp):
        1. Văn thư cơ quan trình bày dự thảo danh mục hồ sơ năm 2024, gồm 126 hồ sơ.
        2. Các phòng góp ý về thời hạn bảo quản của hồ sơ thi đua, khen thưởng và hồ sơ cải cách hành chính.
        3. Chủ tọa kết luận:
        a) Thống nhất danh mục gồm 124 hồ sơ, bỏ 02 hồ sơ trùng lặp;
        b) Giao Văn phòng Sở hoàn thiện danh mục, trình ký ban hành trước ngày 20 tháng 01 năm 2024.
        Cuộc họp kết thúc vào 16 giờ 15 phút, ngày 10 tháng 01 năm 2024./.
        """
    )
    paper.two_signatures(
        ("THƯ KÝ", "Trịnh Thu Hà"), ("CHỦ TỌA", "Phạm Hoài Nam"), ("Các phòng, đơn vị thuộc Sở", "Lưu: VT, Hồ sơ")
    )
    return paper.bytes()


def mau_1_10() -> bytes:
    """Return a leave permit."""
    paper = Paper(SMALL, rules="underscores")
    paper.head(Head(_SO_NOI_VU, "Số: 14/GNP-SNV", "Sóc Trăng, ngày 17 tháng 6 năm 2024", _TINH))
    paper.title("GIẤY NGHỈ PHÉP")
    paper.body(
        """
        Xét Đơn đề nghị nghỉ phép ngày 14 tháng 6 năm 2024 của bà Trịnh Thu Hà,
        Sở Nội vụ cấp cho:
        Bà: Trịnh Thu Hà.
        Chức vụ: nhân viên văn thư.
        Nghỉ phép năm 2024 trong thời gian 05 ngày làm việc, kể từ ngày 24 tháng 6 năm 2024 đến hết ngày 28 tháng 6 năm 2024,
            tại huyện Thạnh Trị, tỉnh Sóc Trăng.
        Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ phép năm 2024./.
        """
    )
    paper.signature(("Bà Trịnh Thu Hà", "Lưu: VT"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Quách Văn Thịnh")
    return paper.bytes()


_OUTLINE = """
    I. PHẦN MỞ ĐẦU
    Nêu tình hình chung, những thuận lợi, khó khăn của cơ quan, đơn vị trong kỳ báo cáo.
    II. KẾT QUẢ CÔNG TÁC VĂN THƯ
    1. Số lượng văn bản đi, văn bản đến; tỷ lệ văn bản được ký số.
    2. Việc lập hồ sơ điện tử và giao nộp hồ sơ vào lưu trữ cơ quan.
    III. KẾT QUẢ CÔNG TÁC LƯU TRỮ
    1. Số mét tài liệu đã chỉnh lý, chưa chỉnh lý.
    2. Số lượt người khai thác, sử dụng tài liệu.
    IV. KIẾN NGHỊ
    Nêu rõ nội dung kiến nghị, cơ quan có thẩm quyền giải quyết và thời hạn đề nghị trả lời./.
"""


def mau_2_1() -> bytes:
    """Return an appendix on paper, alone: no name of the state, no office, no signature."""
    paper = Paper(SAMPLE)
    source = "(Kèm theo Hướng dẫn số 15/HD-SNV ngày 20 tháng 5 năm 2024 của Sở Nội vụ tỉnh Sóc Trăng)"
    paper.appendix("ĐỀ CƯƠNG BÁO CÁO CÔNG TÁC VĂN THƯ, LƯU TRỮ", source)
    paper.body(_OUTLINE)
    return paper.bytes()


def mau_2_2() -> bytes:
    """Return an electronic appendix, a file of its own: its number and date left blank, the words of the signature at the top."""
    paper = Paper(LARGE)
    paper.signed_at("Số: 15/HD-SNV; 20/5/2024; 08:30:15 +07:00")
    source = f"(Kèm theo Hướng dẫn số{' ' * 8}/HD-SNV ngày{' ' * 6}tháng{' ' * 6}năm{' ' * 8}của Sở Nội vụ tỉnh Sóc Trăng)"
    paper.appendix("ĐỀ CƯƠNG BÁO CÁO CÔNG TÁC VĂN THƯ, LƯU TRỮ", source)
    paper.body(_OUTLINE)
    return paper.bytes()
