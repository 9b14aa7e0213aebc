"""The text rules on sentences as offices write them: what is a fault, and what only looks like one."""

from collections.abc import Callable, Iterable

import pytest

from docgen.check.finding import Severity
from docgen.check.gauges.prose import Hit
from docgen.check.rules import cau_chu, dau_cach, dau_cau, doi_chieu, sot_lai, viet_hoa
from tests.check.judged import findings, messages
from tests.check.papers import spoil
from tests.check.papers.clean import bao_cao, cong_van, quyet_dinh
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import at, mutated

FIND: dict[str, Callable[[str], Iterable[Hit]]] = {
    "X01": viet_hoa.find_citations,
    "X02": viet_hoa.find_names,
    "X12": viet_hoa.find_units,
    "X13": viet_hoa.find_kinds,
    "X14": dau_cau.find_days,
    "X15": dau_cau.find_sentences,
    "X05": doi_chieu.find_years,
    "X06": doi_chieu.find_days,
    "X07": doi_chieu.find_kinds,
    "X03": dau_cach.find_spacing,
    "X03 in a row": dau_cach.find_in_a_row,
    "X03 unseen": dau_cach.find_unseen,
    "X04": cau_chu.find_numbers,
    "X09": cau_chu.find_doubled,
    "X11": sot_lai.find_markers,
    "X11 visible blanks": sot_lai.find_visible_blanks,
    "X11 blanks": sot_lai.find_blanks,
}
WRONG = {
    "X01": """
        theo quy định tại Khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP
        quy định tại Điểm a khoản 2 Điều 5
        quy định tại khoản 1, Khoản 2 Điều 9 của Luật này
        tại điểm b, Khoản 3, Điều 12 Luật Đầu tư công
        được quy định tại khoản 2 điều 3 Mục II Thông tư liên tịch số 25/2010/TTLT-BLĐTBXH-BTC-BYT
        theo quy định tại khoản 1 điều 7 Nghị định số 26/2020/NĐ-CP
        theo điều 9 Luật Ngân sách nhà nước
        quy định tại điều 12 của Luật Đất đai
        thực hiện điều 5 Quy chế làm việc
        theo Điều 103 mục 5 Chương XII
        tại Điểm 1 Mục II Thông tư số 04/2001/TT-BXD
        và Khoản 4 Điều này
    """,
    "X02": """
        báo cáo Ủy Ban Nhân Dân tỉnh
        báo cáo Ủy ban Nhân dân tỉnh
        Chủ tịch Uỷ ban Nhân dân xã Mỹ Xuyên
        theo Nghị quyết của Hội đồng Nhân dân tỉnh.
        kỳ họp Hội Đồng nhân dân cấp xã
        chỉ đạo của ủy ban nhân dân tỉnh
        Ủy ban Mặt trận tổ quốc Việt Nam xã
        Ủy ban Mặt Trận Tổ Quốc Việt Nam
        Điều lệ Đảng cộng sản Việt Nam
        các tỉnh và thành phố Hồ Chí Minh
        tại Thủ đô Hà nội
        tại thủ đô Hà Nội
        chương trình của Liên Hợp Quốc
        chương trình của liên hợp quốc
        Đoàn thanh niên Cộng sản Hồ Chí Minh xã
        phối hợp với Hội liên hiệp phụ nữ xã
        phối hợp với Hội nông dân xã
        Hội cựu chiến binh tỉnh
        hợp tác trong Asean
        được Unesco công nhận
        gia nhập Wto
        Sở nội vụ chủ trì
        Bộ tài chính hướng dẫn
        Sở Y Tế phối hợp
        Phòng Lao động - Thương binh và xã hội cấp theo danh sách
        Sở Thông tin và truyền thông
        Phòng Văn hóa - xã hội tham mưu
        Sở Văn hóa, Thể thao và du lịch
        Bộ Giáo dục và đào tạo
    """,
    "X12": """
        trên địa bàn Tỉnh Sóc Trăng
        các phòng, ban của Tỉnh Nam Định
        trên địa bàn Thành phố Cần Thơ
        UBND Thành phố Sóc Trăng
        tại Huyện Mỹ Xuyên
        nhân dân Xã An Thới Đông
        cư trú tại phường 3, thành phố Sóc Trăng
        địa chỉ: số 5, quận 1, Thành phố Hồ Chí Minh
    """,
    "X13": """
        theo luật Căn cước, người dân
        thi hành bộ luật Lao động năm 2019
        theo pháp lệnh Ưu đãi người có công
        2. Theo công văn số 14774/BTC-NSNN ngày 30/10/2013 của Bộ Tài chính
        Thực hiện công văn số 60/ĐHKH-TCHC ngày 15/03/2019
        theo quyết định số 15/QĐ-UBND
        Căn cứ nghị định số 30/2020/NĐ-CP
        theo tờ trình số 12/TTr-SNV
        Triển khai nghị quyết số 57-NQ/TW
        theo quy định của Luật đất đai
        Căn cứ Luật tổ chức chính quyền địa phương
        theo Bộ luật hình sự năm 2015
        Luật bảo vệ bí mật nhà nước
    """,
    "X14": """
        vui xuân, đón Tết nguyên đán
        trong dịp tết nguyên đán
        dịp Tết Nguyên đán Ất Tỵ
        vào sáng thứ hai
        họp vào thứ sáu hằng tuần
        từ sau Cách mạng tháng tám
        Xuân Bính ngọ 2026
        Huân chương Lao động hạng nhất
        mít tinh ngày quốc tế phụ nữ 8-3
        các tỉnh Tây nguyên
        khu vực Nam bộ
        vùng Đông Nam bộ
    """,
    "X15": """
        Các đơn vị báo cáo kịp thời. sở Nội vụ tổng hợp.
        Đã hoàn thành chưa? nếu chưa thì báo cáo.
        ban hành 2.936 văn bản đi. tỷ lệ đạt cao
    """,
    "X05": """
        Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ
        Nghị định số 30/2020/NĐ-CP ngày 05/3/2002 của Chính phủ
        Quyết định số 19/2020/QĐ-UBND, ngày 29/12/2021
        Luật số 45/2019/QH15 ngày 20/11/2019
        Nghị quyết số 08/2011/NQ-HĐND của Hội đồng nhân dân tỉnh ngày 09/12/2012
        số 10/2012/QH13 ngày 18 tháng 6 năm 2021
    """,
    "X06": """
        ngày 31 tháng 02 năm 2023
        trước ngày 31/4/2024
        ngày 29/02/2023
        ngày 15/13/2024
        ngày 08/6/20210 của Chính phủ
        ngày 32 tháng 01
        ngày 00/5/2024
        từ 30/02/2024 đến nay
    """,
    "X07": """
        Kế hoạch số 15/QĐ-UBND ngày 01/02/2024
        Quyết định số 15/KH-UBND
        Báo cáo số 22/TB-SNV
        Công văn số 12/QĐ-UBND
        Chỉ thị số 14-NQ/TW
        Nghị định số 15/2020/TT-BTC
    """,
    "X03": """
        Các sở , ban, ngành
        Các sở ,ban, ngành
        báo cáo kết quả ; đề xuất
        Kết quả như sau :
        hoàn thành .
        sách thiếu nhi,sách kỹ thuật
        đã thực hiện.Các đơn vị
        nội dung:Tăng cường
        các đơn vị ( nếu có ) báo cáo
        các đơn vị(nếu có) báo cáo
        (sau đây gọi tắt là Ban)chịu trách nhiệm
        phong trào “ Toàn dân đoàn kết ”
    """,
    "X03 in a row": """
        a) Chủ trì, phối hợp với các cơ  quan, đơn vị triển khai Kế hoạch.
        Các cơ quan, đơn vị báo cáo kết quả về Sở.  Sở tổng hợp, báo cáo.
    """,
    "X03 unseen": "Chất \u200bthải\nkế\u00ad hoạch\n\ufeffThực hiện",
    "X04": """
        đạt 98.5%
        diện tích 12.75 ha
        kinh phí 2.5 tỷ đồng
        kinh phí 1,250,000 đồng
        mức hỗ trợ 500,000 đồng
        mức hỗ trợ 500000 đồng
        có 1,250 người tham gia
    """,
    "X09": """
        các các cơ quan, đơn vị
        của của tỉnh
        phối hợp với với Sở Nội vụ
        và và báo cáo
        02 năm trong trong trường hợp bị phạt tù
        (các các đơn vị trực thuộc)
        Các các cơ quan
        thực hiện thực hiện nhiệm vụ
        đối với đối với các hộ
        theo theo quy định
        tại tại trụ sở
        trên trên địa bàn
        kế hoạch này này
    """,
    "X11 visible blanks": """
        kinh phí dự kiến là [CẦN BỔ SUNG] triệu đồng
        Quyết định số [cần điền số]/QĐ-UBND
        chủ đề “[cần điền chủ đề]”
        [Cần chọn đơn vị thay Sở A]
    """,
    "X11": """
        giao [tên đơn vị] chủ trì
        giao <tên đơn vị> chủ trì
        ngày [...] tháng 5
        {{ chuc_vu }}
        <<Họ tên>>
        có ??? hộ
        có xxx hộ
        TODO: hỏi lại
        Lorem ipsum dolor sit amet
        số XXXX/QĐ-UBND
    """,
    "X11 blanks": """
        trước ngày …… tháng …… năm 2025
        theo Quyết định số …/QĐ-UBND
        theo Kế hoạch số ....../KH-UBND
        từ ngày …/…/2025
    """,
}
RIGHT = {
    "X01": """
        theo quy định tại điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP
        quy định tại điểm a, khoản 1, Điều 3 Thông tư này
        Khoản 2 Điều 5 được sửa đổi như sau:
        1. Khoản 2 Điều 5 được sửa đổi như sau:
        Sửa đổi như sau: “Khoản 2 Điều 5 …”
        Chương 622, Loại 340, Khoản 341
        Loại 070 - Khoản 083
        Mục lục: Loại 340 Khoản 341
        nêu tại điều khoản của hợp đồng
        19 điều đảng viên không được làm
        những điều kiện sau đây
        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
        tại các điều 123, 134 và 141 của Bộ luật này
        tại mục 5 khoản II Thông tư số 05/2000/TT-BXD
        Điểm a khoản này
        Điểm trung bình đạt 8,5
        Khoản tiền 5 triệu đồng
        VÀ KHOẢN 2 ĐIỀU 5
        Theo Điều 10 Khoản mục chi
        tại Điểm 3.2 của Kế hoạch
        tại Điểm bưu điện văn hóa xã
    """,
    "X02": """
        Ủy ban nhân dân tỉnh; Uỷ ban nhân dân xã
        TM. ỦY BAN NHÂN DÂN
        HỘI ĐỒNG NHÂN DÂN TỈNH SÓC TRĂNG
        Ủy ban Mặt trận Tổ quốc Việt Nam
        Đảng Cộng sản Việt Nam
        Thành phố Hồ Chí Minh, Thủ đô Hà Nội
        tư tưởng Hồ Chí Minh
        các thành phố Hồ Chí Minh, Cần Thơ
        hội nông dân các cấp
        Hội Nông dân xã, Hội Cựu chiến binh xã
        Đoàn Thanh niên Cộng sản Hồ Chí Minh
        asean.org; www.unesco.org; https://asean.org/vn
        hợp tác ASEAN, UNESCO, WTO, Liên hợp quốc
        Sở Nội vụ, Sở Y tế, Bộ Công Thương
        Sở Giáo dục và Đào tạo, Phòng Văn hóa - Xã hội
        phòng y tế của trường
        cán bộ y tế, cán bộ tài chính
        trung tâm y tế huyện
        cơ sở y tế tư nhân
        PHÒNG VĂN HÓA - XÃ HỘI
        Sở Y TẾ
        nhân dân, ủy ban các cấp
        Ủy ban Dân tộc; Ủy ban các vấn đề Xã hội của Quốc hội
    """,
    "X12": """
        trên địa bàn tỉnh Sóc Trăng
        Tỉnh Sóc Trăng có 11 huyện
        - Thành phố Sóc Trăng;
        Ủy ban nhân dân Thành phố; ngân sách Thành phố
        Ban Tuyên giáo Tỉnh ủy; Tỉnh Đoàn, Thành đoàn; Tỉnh lộ 8
        của Xã Hội chủ nghĩa
        các tỉnh và Thành phố Hồ Chí Minh
        Trường THPT Thành phố Sóc Trăng
        Bệnh viện Đa khoa Thành phố Cần Thơ
        Công an xã, Ban Chỉ huy Quân sự xã
        cư trú tại Phường 3, Quận 1
        các phường 1, 2, 3
        mỗi phường 2 đại biểu
        5 phường 3 xã
        phường 02 người
    """,
    "X13": """
        công ty luật Thành Đô tư vấn
        theo luật Việt Nam
        theo luật Anh thì khác
        Văn phòng luật sư Nguyễn Văn
        theo Luật Căn cước công dân
        theo Quyết định số 15/QĐ-UBND
        các quyết định số 1/QĐ-UBND, 2/QĐ-UBND
        kế hoạch số hóa tài liệu
        báo cáo số liệu 6 tháng
        quyết định của Chủ tịch
        kế hoạch số 1 của năm
        văn bản số 15/UBND-NC
        Luật này; Luật sư; luật gia; Luật sửa đổi, bổ sung một số điều
        Luật Đất đai, Bộ luật Hình sự, Bộ luật này
        pháp luật đất đai; pháp luật về đầu tư
        chương trình số 1/2024
    """,
    "X14": """
        trong dịp tết Nguyên đán
        Tết Nguyên đán là ngày lễ lớn
        nghỉ Tết; đón Tết
        TẾT NGUYÊN ĐÁN
        Xuân Bính Ngọ 2026; giáp ranh
        Huân chương Lao động hạng Nhất; xếp hạng nhất toàn đoàn
        ngày Quốc tế Phụ nữ 8-3; NGÀY QUỐC TẾ PHỤ NỮ 8-3
        lần thứ hai; đợt thứ ba; người thứ tư
        ngày thứ hai của hội nghị
        thứ hai, nâng cao nhận thức
        vào sáng thứ Hai
        Cách mạng tháng Tám
        vùng Tây Nguyên, Nam Bộ
        hướng tây bắc, phía đông nam
        bộ, ngành; cán bộ
        ở Tây Nam bộc lộ
    """,
    "X15": """
        Các đơn vị báo cáo. Sở Nội vụ tổng hợp.
        sách, báo, tạp chí, v.v. và các tài liệu khác
        đ/c. anh Nguyễn Văn A
        TP. hồ sơ; ThS. nguyễn
        kiểm toán... trong quản lý kinh phí
        1. nội dung; a. nội dung
        tel. xem bảng
        daknong.gov.vn. địa chỉ
    """,
    "X05": """
        Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020
        Quyết định số 19/2020/QĐ-UBND ngày 29/12/2020
        Luật số 45/2019/QH14 ngày 20/11/2019
        Luật số 31/2024/QH15 ngày 18 tháng 01 năm 2024
        Thông tư số 24/2009/TT-BLĐTBXH có hiệu lực từ ngày 24 tháng 8 năm 2010
        Thông tư số 24/2009/TT-BLĐTBXH của Bộ trưởng có hiệu lực từ ngày 24 tháng 8 năm 2010
        Quyết định số 15/QĐ-UBND ngày 01/02/2024
        Công văn số 2019/UBND-NC ngày 05/6/2024
        Nghị định số 63/2010/NĐ-CP; Quyết định số 5/QĐ-UBND ngày 05/6/2024
        Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024
        Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3
    """,
    "X06": """
        ngày 28 tháng 02 năm 2023; ngày 29/02/2024
        ngày 30/4, ngày 1/5; từ ngày 25 đến ngày 27 tháng 11 năm 2023
        tỷ lệ 1/200; 5/6 dự án; 24/24 giờ
        số 15/2020/NĐ-CP; số 36/56/2019
        điện thoại: 0299.3822.333; 0299.38.2024
        học kỳ 2 năm học 2024-2025
        84.29.3822333
        ngày 5/2024
    """,
    "X07": """
        Quyết định số 15/QĐ-UBND; Kế hoạch số 63/KHPH-MTTQ-UBND
        Công văn số 1234/CT-TTHT của Cục Thuế
        Công văn số 223/BTC-QLCS; Công văn số 12/BC-HC
        Quy định số 69-QĐ/TW; Chương trình số 12-CTr/TU
        Tờ trình số 456/TT-SKHĐT
        Thông báo số 15/TB-VPCP; Kết luận số 62-KL/TW
        Báo cáo thẩm định số 18/BCTĐ-STP
        Thông tư liên tịch số 25/2010/TTLT-BLĐTBXH-BTC-BYT
        Kế hoạch ban hành kèm theo Quyết định số 15/QĐ-UBND
    """,
    "X03": """
        Các sở, ban, ngành (nếu có); báo cáo: kết quả.
        v.v…; TP. Hồ Chí Minh; PGS.TS. Nguyễn Văn A; ThS.BS. Trần B
        7 giờ 30; 8:00 - 11:30; tỷ lệ 1 : 500; 12,5%; 1.250.000 đồng
        email: a,b@soctrang.gov.vn; https://asean.org; soctrang.gov.vn
        mẫu Bieumau.Docx; tep.ke-hoach.docx
        a) Tổ chức; (1) nội dung
        thực hiện./.
        giải thể thao… chưa khai mạc
        …, ngày … tháng … năm …
        ngày   , tháng   , năm   ;
        Số:      /KH-UBND
        Lưu: VT, TTHC(htd).
        ( x ) Đạt ( ) Chưa đạt
        xã/phường; và/hoặc; 24/7
        kiểm toán... trong quản lý
        bao gồm: - Một; - Hai
    """,
    "X03 in a row": """
        1.  Chủ trì, phối hợp với các cơ quan, đơn vị triển khai Kế hoạch.
        -  Chủ trì, phối hợp với các cơ quan, đơn vị triển khai Kế hoạch.
        Điều 1.  Ban hành kèm theo Quyết định này Quy chế làm việc.
        (Kèm theo Kế hoạch số       /KH-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã)
        Ban hành kèm theo Quyết định này có hiệu lực từ ngày   tháng   năm 2026 của
        CHỦ TỊCH          PHÓ CHỦ TỊCH          CHÁNH VĂN PHÒNG ỦY BAN
        Ký tên  Đóng dấu
    """,
    "X03 unseen": "Chất thải\nSố\u00a015",
    "X04": """
        đạt 98,5%; 12,75 ha; 2,5 tỷ đồng; 1.250.000 đồng; 1.250 người
        mục 1.1; tiểu mục 2.1.3; phiên bản 2.0
        1.2 triệu tập cuộc họp
        Điều 5.2 điểm a
        số 14774/BTC-NSNN; năm 2024; mã số 123456
        0,500 ha; 1,234 tỷ đồng
        tài khoản 123456789
    """,
    "X09": """
        từ 18 tuổi trở lên; ngày ngày; luôn luôn; đời đời; người người, nhà nhà; thường thường; ai ai; xa xa
        trong năm năm tới
        của cấp trên trên địa bàn; như đã nêu trên trên cơ sở
        gửi kèm theo theo đường bưu điện; các bước tiếp theo theo quy định
        hiện tại tại trụ sở; còn tồn tại tại đơn vị
        trang thiết bị bị hư hỏng; chuẩn bị bị động
        kết quả đạt được được ghi nhận
        vì lý do do thiên tai
        giải quyết triệt để để bảo đảm; tạo điều kiện để để lại
        các tổ chức tổ chức thực hiện; Ban Tổ chức tổ chức
        đoàn giám sát giám sát việc; đoàn kiểm tra kiểm tra
        xây dựng xã hội xã hội chủ nghĩa
        Sở Xây dựng xây dựng kế hoạch; Sở Kế hoạch
        cơ quan điều tra điều tra; Viện kiểm sát kiểm sát
        một số số liệu; thành thành viên
        các, các; và, và
        những điều này. Này là
        trước khi khi có; dường như như vậy
        công việc việc làm
        báo cáo Ủy ban nhân dân. Nhân dân
        nhà phát triển phát triển phần mềm
    """,
    "X11 visible blanks": """
        tài liệu [1], [tên đơn vị], (cần điền số)
        [cần] báo cáo; cần [báo cáo]
    """,
    "X11": """
        các lễ hội, ngày hội, giải thể thao… chưa khai mạc
        vân vân…; v.v...
        tài liệu [1], [2]; khoảng [0; 1]
        Đại hội khóa XXX; chương XXX
        điện thoại 0914.281.xxx; năm 20XX
        dưới 5 tuổi (<5); <https://soctrang.gov.vn>; <nguyenvana@soctrang.gov.vn>
        ghi theo mẫu “[tên cơ quan] kính gửi”
        họ và tên: ..............................
        thế nào? Vì sao??
    """,
    "X11 blanks": """
        ngày 05 tháng 3 năm 2024
        Họ và tên: .................. ngày......tháng......năm............nơi cấp
        các sở, ban, ngành…
        ghi số theo mẫu “Số: …/KH-UBND”
    """,
}


def _sentences(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(rule, line.strip()) for rule, lines in table.items() for line in lines.splitlines() if line.strip()]


@pytest.mark.parametrize(("rule", "sentence"), _sentences(WRONG))
def test_faults(rule: str, sentence: str) -> None:
    assert list(FIND[rule](sentence)), sentence


@pytest.mark.parametrize(("rule", "sentence"), _sentences(RIGHT))
def test_what_only_looks_like_a_fault(rule: str, sentence: str) -> None:
    assert [hit.message for hit in FIND[rule](sentence)] == []


def test_every_hit_stands_where_it_says() -> None:
    """A paper is searched as one text; each hit has to be quoted from its own paragraph."""
    change = at("a) Xây dựng kế hoạch", spoil.replace_text("của địa phương", "của của địa phương"))
    (finding,) = findings(mutated(ke_hoach(), change), "X09")
    assert "của của địa phương" in finding.quote
    assert finding.places[0].text.startswith("a) Xây dựng kế hoạch của của")


def test_the_same_fault_in_many_places_is_one_finding() -> None:
    changes = [at(start, spoil.replace_text("Ủy ban nhân dân", "Ủy Ban Nhân Dân")) for start in ("b) Theo dõi", "Thẩm định")]
    (finding,) = findings(mutated(ke_hoach(), *changes), "X02")
    assert len(finding.places) == 2


@pytest.mark.parametrize("blank", ["Số:        /KH-UBND", "Số: …/KH-UBND", "Số:      /KH-UBND"])
def test_marks_in_a_draft_are_notes(blank: str) -> None:
    changes = at("Số:", spoil.set_text(blank)), at("Thẩm định", spoil.replace_text("theo khả", "[CẦN BỔ SUNG] theo khả"))
    (finding,) = findings(mutated(ke_hoach(), *changes), "X11")
    assert finding.severity is Severity.NOTE


def test_marks_in_a_paper_with_number_and_day_are_errors() -> None:
    change = at("Thẩm định", spoil.replace_text("theo khả", "[CẦN BỔ SUNG] theo khả"))
    (finding,) = findings(mutated(ke_hoach(), change), "X11")
    assert finding.severity is Severity.ERROR


def test_blanks_of_a_draft_are_nothing() -> None:
    changes = (
        at("Số:", spoil.set_text("Số:        /KH-UBND")),
        at("Sóc Trăng, ngày", spoil.set_text("Sóc Trăng, ngày … tháng … năm 2024")),
        at(
            "(Kèm theo",
            spoil.set_text("(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm 2024 của Ủy ban nhân dân tỉnh Sóc Trăng)"),
        ),
    )
    paper = mutated(ke_hoach(), *changes)
    assert [messages(paper, rule) for rule in ("X03", "X06", "X11")] == [[], [], []]


def test_a_draft_of_a_year_cites_nothing_of_a_later_year() -> None:
    changes = (
        at("Sóc Trăng, ngày", spoil.set_text("Sóc Trăng, ngày      tháng      năm 2021")),
        at(
            "Căn cứ Nghị định",
            spoil.replace_text("45/2020/NĐ-CP ngày 08 tháng 4 năm 2020", "45/2020/NĐ-CP ngày 08 tháng 4 năm 2020"),
        ),
    )
    (message,) = messages(mutated(ke_hoach(), *changes), "X06")
    assert "146/QĐ-TTg" in message


def test_an_article_that_is_there() -> None:
    assert messages(mutated(quyet_dinh(), at("- Như Điều", spoil.set_text("- Như Điều 2;"))), "X08") == []


def test_a_paper_without_articles_has_no_pointer() -> None:
    assert messages(cong_van(), "X08") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Phạm Hoài Nam", "Phạm Thuý Hoà"),
        ("văn thư, lưu trữ", "quy hoạch, quý I, quỳ, toàn, thuỷu"),
        ("Đầu năm", "Đầu năm, bà Hoà"),
    ],
)
def test_names_of_people_mix_no_tone_marks(old: str, new: str) -> None:
    start = {"Phạm Hoài Nam": "Phạm", "Đầu năm": "Đầu năm"}.get(old, "Kết quả công tác")
    assert messages(mutated(bao_cao(), at(start, spoil.replace_text(old, new))), "X10") == []
