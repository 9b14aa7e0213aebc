"""Clean papers: they depart from no rule that the checker knows, and so are what the tests of each rule begin with."""

from collections.abc import Callable
from functools import cache, partial
from typing import Final

from tests.check.papers.blocks import Paper
from tests.check.papers.head import LARGE, LAYOUTS, SAMPLE, SMALL, Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.rules import Kind

UBND: Final = ("ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG")
KY_THAY: Final = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


@cache
def cong_van(layout: str = "2x2", rules: Kind = "inline") -> bytes:
    """Return a letter of two pages to several recipients, its head laid out as one of `HEADER_LAYOUTS`."""
    paper = Paper(LARGE, rules=rules)
    vv = "V/v tổ chức Ngày Sách và Văn hóa đọc Việt Nam năm 2024"
    paper.head(Head(UBND, "Số: 612/UBND-VX", "Sóc Trăng, ngày 18 tháng 3 năm 2024", v_v=vv), layout)
    paper.kinh_gui(
        "Các sở, ban, ngành tỉnh",
        "Ủy ban nhân dân các huyện, thị xã, thành phố",
        "Báo Sóc Trăng",
        "Đài Phát thanh và Truyền hình Sóc Trăng",
    )
    paper.body(
        """
        Thực hiện Quyết định số 1862/QĐ-TTg ngày 04 tháng 11 năm 2021 của Thủ tướng Chính phủ về Ngày Sách và Văn hóa đọc Việt
            Nam, để các hoạt động hưởng ứng năm 2024 trên địa bàn tỉnh thiết thực, tiết kiệm và thu hút đông đảo bạn đọc, Ủy ban
            nhân dân tỉnh yêu cầu các cơ quan, đơn vị, địa phương triển khai các nội dung sau:
        **1. Sở Văn hóa, Thể thao và Du lịch**
        a) Chủ trì tổ chức lễ khai mạc Ngày Sách và Văn hóa đọc Việt Nam cấp tỉnh tại Thư viện tỉnh vào ngày 20 tháng 4 năm
            2024, gồm trưng bày sách, giao lưu với tác giả, hội thi kể chuyện theo sách và trao tặng tủ sách cho các điểm đọc cơ
            sở.
        b) Phối hợp với các huyện, thị xã, thành phố đưa xe thư viện lưu động đến phục vụ tại các xã ở xa trung tâm, ưu tiên địa
            bàn có đông đồng bào Khmer và các xã bãi ngang ven biển.
        c) Hướng dẫn hệ thống thư viện công cộng bổ sung sách mới, gia hạn thẻ bạn đọc và mở cửa phục vụ ngoài giờ hành chính
            trong tuần lễ từ ngày 15 đến ngày 21 tháng 4 năm 2024.
        **2. Sở Giáo dục và Đào tạo**
        a) Chỉ đạo các cơ sở giáo dục tổ chức tuần lễ đọc sách, giới thiệu sách theo chủ đề và duy trì tiết đọc thư viện phù hợp
            với từng lứa tuổi học sinh.
        b) Vận động giáo viên, học sinh quyên góp sách cho thư viện của các trường ở vùng khó khăn. Sách quyên góp được phân
            loại, lập danh mục và bàn giao trước ngày 10 tháng 4 năm 2024.
        **3. Sở Thông tin và Truyền thông**
        a) Định hướng các cơ quan báo chí, hệ thống truyền thanh cơ sở thông tin về mục đích, ý nghĩa của Ngày Sách và Văn hóa
            đọc Việt Nam, giới thiệu gương đọc sách tiêu biểu và các mô hình tủ sách cộng đồng.
        b) Phối hợp với Sở Văn hóa, Thể thao và Du lịch giới thiệu các nền tảng sách điện tử có bản quyền đến cán bộ, công chức,
            viên chức và học sinh, sinh viên.
        **4. Báo Sóc Trăng, Đài Phát thanh và Truyền hình Sóc Trăng**
        Mở chuyên mục, tăng thời lượng giới thiệu sách hay, phản ánh kịp thời các hoạt động hưởng ứng ở cơ sở; phát tin, bài
            bằng tiếng Việt và tiếng Khmer trên các ấn phẩm, chương trình, trang thông tin điện tử.
        **5. Ủy ban nhân dân các huyện, thị xã, thành phố**
        a) Căn cứ điều kiện thực tế, tổ chức các hoạt động hưởng ứng tại thư viện, trung tâm văn hóa, bưu điện văn hóa xã và nhà
            văn hóa ấp, khóm, bảo đảm an toàn, không phô trương, hình thức.
        b) Bố trí kinh phí từ dự toán được giao năm 2024 và vận động các nguồn tài trợ hợp pháp để bổ sung sách cho tủ sách cơ
            sở, nhất là sách thiếu nhi, sách kỹ thuật nông nghiệp và sách pháp luật phổ thông.
        c) Phân công một đồng chí lãnh đạo theo dõi, kiểm tra và kịp thời giải quyết những khó khăn phát sinh ở cơ sở.
        Các cơ quan, đơn vị, địa phương gửi kết quả thực hiện về Sở Văn hóa, Thể thao và Du lịch trước ngày 10 tháng 5 năm 2024
            để tổng hợp. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh để được
            hướng dẫn.
        Giao Sở Văn hóa, Thể thao và Du lịch đôn đốc việc thực hiện và báo cáo Ủy ban nhân dân tỉnh kết quả chung trước ngày 20
            tháng 5 năm 2024./.
        """
    )
    recipients = ("Như trên", "TT. Tỉnh ủy", "TT. HĐND tỉnh", "Chủ tịch, các PCT UBND tỉnh", "Lưu: VT, VX")
    paper.signature(recipients, KY_THAY, "Trần Thị Ngọc Bình")
    return paper.bytes()


@cache
def quyet_dinh() -> bytes:
    """Return a decision in articles, in the smaller set of sizes, its margins at the other end of what is allowed."""
    paper = Paper(SMALL, (25, 25, 35, 20))
    paper.head(Head(UBND, "Số: 845/QĐ-UBND", "Sóc Trăng, ngày 09 tháng 4 năm 2024"))
    paper.title(
        "QUYẾT ĐỊNH",
        "Về việc thành lập Ban Tổ chức Hội thi Tin học trẻ tỉnh Sóc Trăng năm 2024",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG",
    )
    paper.can_cu(
        """
        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
        Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng
            11 năm 2019;
        Căn cứ Kế hoạch số 31/KH-UBND ngày 26 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh Sóc Trăng về tổ chức các hội thi dành
            cho thanh thiếu nhi năm 2024;
        Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 27/TTr-STTTT ngày 02 tháng 4 năm 2024.
        """
    )
    paper.order("QUYẾT ĐỊNH:")
    paper.body(
        """
        **Điều 1.** Thành lập Ban Tổ chức Hội thi Tin học trẻ tỉnh Sóc Trăng năm 2024 (sau đây gọi tắt là Ban Tổ chức), gồm các
            thành viên sau:
        1. Trưởng ban: Phó Giám đốc Sở Thông tin và Truyền thông.
        2. Phó Trưởng ban: Phó Giám đốc Sở Giáo dục và Đào tạo.
        3. Các thành viên: đại diện lãnh đạo Sở Khoa học và Công nghệ, Sở Tài chính, Báo Sóc Trăng.
        **Điều 2.** Ban Tổ chức có nhiệm vụ xây dựng thể lệ, thành lập Hội đồng Giám khảo, tổ chức Hội thi và tổng kết, trao
            giải theo quy định. Ban Tổ chức tự giải thể sau khi hoàn thành nhiệm vụ.
        **Điều 3.** Quyết định này có hiệu lực kể từ ngày ký.
        Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở: Thông tin và Truyền thông, Giáo dục và Đào tạo, Khoa học và Công
            nghệ, Tài chính, Thủ trưởng các cơ quan, đơn vị có liên quan và các thành viên Ban Tổ chức chịu trách nhiệm thi hành
            Quyết định này./.
        """
    )
    paper.signature(
        ("Như Điều 3", "Chủ tịch, các PCT UBND tỉnh", "Lưu: VT, VX"), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Minh Khôi"
    )
    return paper.bytes()


@cache
def bao_cao(*, numbered: bool = False) -> bytes:
    """Return a report to a superior; `numbered` numbers its mục and khoản automatically."""
    paper = Paper(SAMPLE, numbered=numbered)
    place = "Sóc Trăng, ngày 05 tháng 01 năm 2024"
    paper.head(Head(("SỞ NỘI VỤ",), "Số: 06/BC-SNV", place, ("UBND TỈNH SÓC TRĂNG",)))
    paper.title("BÁO CÁO", "Kết quả công tác văn thư, lưu trữ năm 2023")
    paper.kinh_gui("Ủy ban nhân dân tỉnh Sóc Trăng")
    paper.body(
        """
        Thực hiện Công văn số 2750/UBND-NC ngày 08 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Sóc Trăng về việc báo cáo công tác
            văn thư, lưu trữ, Sở Nội vụ báo cáo kết quả thực hiện trong ngành như sau:
        I. KẾT QUẢ THỰC HIỆN
        **1. Công tác chỉ đạo**
        Đầu năm, Sở đã ban hành kế hoạch công tác văn thư, lưu trữ và hướng dẫn các phòng, đơn vị trực thuộc lập hồ sơ công việc
            trên môi trường mạng. Việc kiểm tra được lồng ghép với kiểm tra cải cách hành chính.
        **2. Công tác văn thư**
        a) Trong năm, Sở tiếp nhận 8.412 văn bản đến, ban hành 2.936 văn bản đi. Tỷ lệ văn bản điện tử được ký số đạt 98,5%.
        b) Thể thức văn bản được kiểm tra trước khi ban hành. Các lỗi còn gặp là trình bày khoảng cách đoạn và ghi thiếu tên đơn
            vị lưu.
        **3. Công tác lưu trữ**
        a) Chỉnh lý xong 45 mét tài liệu, lập mục lục 1.120 hồ sơ.
        b) Phục vụ 64 lượt người khai thác tài liệu, không để xảy ra mất mát, hư hỏng.
        II. TỒN TẠI, HẠN CHẾ
        **1. Về nhân sự**
        Công chức làm văn thư, lưu trữ ở một số đơn vị còn kiêm nhiệm nhiều việc, ít thời gian dành cho chỉnh lý tài liệu.
        **2. Về cơ sở vật chất**
        Kho lưu trữ chưa đủ diện tích, thiết bị bảo quản đã sử dụng nhiều năm.
        III. NHIỆM VỤ NĂM 2024
        **1. Nhiệm vụ trọng tâm**
        a) Hoàn thành việc lập hồ sơ điện tử tại tất cả các phòng, đơn vị; bồi dưỡng nghiệp vụ cho công chức được phân công.
        b) Kiểm tra việc giao nộp hồ sơ vào lưu trữ cơ quan theo đúng thời hạn; số hóa tài liệu có giá trị bảo quản vĩnh viễn.
        **2. Kiến nghị**
        Kính đề nghị Ủy ban nhân dân tỉnh xem xét bố trí kinh phí sửa chữa kho lưu trữ trong dự toán năm 2024.
        Trên đây là kết quả công tác văn thư, lưu trữ năm 2023, Sở Nội vụ kính báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.
        """
    )
    paper.signature(("Như trên", "Giám đốc, các PGĐ Sở", "Lưu: VT, VTLT"), ("GIÁM ĐỐC",), "Phạm Hoài Nam")
    return paper.bytes()


@cache
def to_trinh() -> bytes:
    """Return a proposal to a superior, signed for the head by a deputy, all rules anchored to the words above them."""
    paper = Paper(LARGE, rules="anchor")
    place = "Sóc Trăng, ngày 12 tháng 9 năm 2023"
    paper.head(Head(("SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"), "Số: 118/TTr-SVHTTDL", place, ("UBND TỈNH SÓC TRĂNG",)))
    paper.title("TỜ TRÌNH", "Về việc phê duyệt Chương trình Lễ hội đua ghe Ngo tỉnh Sóc Trăng năm 2023")
    paper.kinh_gui("Ủy ban nhân dân tỉnh Sóc Trăng")
    paper.body(
        """
        Thực hiện Kế hoạch số 15/KH-UBND ngày 31 tháng 01 năm 2023 của Ủy ban nhân dân tỉnh Sóc Trăng về phát triển du lịch năm
            2023, Sở Văn hóa, Thể thao và Du lịch đã phối hợp với các cơ quan liên quan xây dựng Chương trình Lễ hội Óoc Om Bóc
            - Đua ghe Ngo tỉnh Sóc Trăng năm 2023. Sở kính trình Ủy ban nhân dân tỉnh các nội dung sau:
        **1. Sự cần thiết**
        Lễ hội là hoạt động văn hóa truyền thống của đồng bào Khmer, hằng năm thu hút đông đảo du khách. Việc tổ chức lễ hội chu
            đáo góp phần gìn giữ bản sắc văn hóa và quảng bá hình ảnh địa phương.
        **2. Nội dung chính**
        a) Thời gian: 03 ngày, từ ngày 25 đến ngày 27 tháng 11 năm 2023.
        b) Địa điểm: thành phố Sóc Trăng, huyện Mỹ Xuyên và thị xã Vĩnh Châu.
        c) Hoạt động chính:
        - Giải đua ghe Ngo trên sông Maspero;
        - Hội thi văn nghệ quần chúng Khmer;
        - Hội chợ sản phẩm nông nghiệp và làng nghề;
        - Triển lãm ảnh về đất và người Sóc Trăng, gồm hai chủ đề:
        + Lễ hội và đời sống;
        + Sông nước và mùa vàng.
        d) Kinh phí: 2.450.000.000 đồng, từ nguồn sự nghiệp văn hóa năm 2023 và nguồn vận động tài trợ.
        **3. Tổ chức thực hiện**
        Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Ủy ban nhân dân các huyện, thị xã, thành phố có đội ghe tham gia
            tổ chức các hoạt động; Công an tỉnh hướng dẫn phân luồng giao thông, bảo đảm an ninh, trật tự; Sở Y tế bố trí lực
            lượng cấp cứu tại khu vực đua ghe; Báo Sóc Trăng, Đài Phát thanh và Truyền hình Sóc Trăng thông tin về lễ hội.
        Sở Văn hóa, Thể thao và Du lịch kính trình Ủy ban nhân dân tỉnh xem xét, phê duyệt./.
        """
    )
    paper.signature(("Như trên", "Sở Tài chính", "Lưu: VT, NVVH"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Thạch Sô Phi")
    return paper.bytes()


HEADER_LAYOUTS: Final[dict[str, Callable[[], bytes]]] = {name: partial(cong_van, name) for name in LAYOUTS}
CLEAN: Final[dict[str, Callable[[], bytes]]] = {
    "cong_van": cong_van,
    "ke_hoach": ke_hoach,
    "quyet_dinh": quyet_dinh,
    "bao_cao": bao_cao,
    "bao_cao_numbered": partial(bao_cao, numbered=True),
    "to_trinh": to_trinh,
}
