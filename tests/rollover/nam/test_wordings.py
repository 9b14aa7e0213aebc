"""Years and dates as offices of many provinces write them, in a plan of 2023 that becomes one of 2024."""

import pytest

from docgen.rollover.changes import Years
from docgen.rollover.nam.treatment import treat_years
from tests.rollover.nam.reading import said

OWN_YEAR = """
Cả năm 2023
Đầu năm 2023
cuối năm 2023
giữa năm 2023
NĂM 2023
Năm 2023:
Quý II năm 2023
Quý II/2023
quý II-2023
Quí 3/2023
Q2/2023
Quý I, II, III/2023
tháng 6/2023
tháng 06 năm 2023
Tháng 6, tháng 11/2023
tháng 12.2023
T6/2023
6/2023
Tuần 1 tháng 6/2023
6 tháng đầu năm 2023
9 tháng năm 2023
Từ tháng 3 đến tháng 9 năm 2023
ngày 14 tháng 6 năm 2023
20.6.2023
20-6-2023
20/6/2023
từ ngày 04 đến ngày 06/9/2023
Từ 02-04/10/2023
Ngày 17, 18/7/2023
Thực hiện từ tháng 3/2023
Xuân 2023
Mừng Đảng, mừng Xuân 2023
hè 2023
vụ Hè Thu 2023
vụ mùa 2023
mùa mưa bão năm 2023
năm tài chính 2023
năm ngân sách 2023
năm kế hoạch 2023
Kế hoạch 2023
dự toán 2023
Tết Nguyên đán 2023
Tết Trung thu 2023
năm 2023 và những năm tiếp theo
Đến hết năm 2023, các xã có điểm truy cập
Báo cáo kết quả thực hiện năm 2023 về Sở
Kinh phí đã được giao trong dự toán năm 2023
Giải bóng đá U23 năm 2023
Ngày Chuyển đổi số quốc gia năm 2023
ngày    tháng 12 năm 2023
"""


@pytest.mark.parametrize("text", OWN_YEAR.strip().splitlines())
def test_the_plans_own_year_moves_and_is_sure(text: str) -> None:
    assert said(text) == ["2023>2024"]


OTHERS = [
    ("trước ngày 20/11/23", ["23>24"]),
    ("từ 15/3 đến 22/4/2023", ["15/3", "2023>2024"]),
    ("ngày 05/9 và ngày 20/11/2023", ["05/9", "2023>2024"]),
    ("Trước ngày 10/12", ["10/12"]),
    ("ngày 15 tháng 11", ["15 tháng 11"]),
    ("dịp lễ 30/4 và 01/5", ["30/4", "01/5"]),
    ("3/5 xã đạt chuẩn, trực 24/7, 1/2 số hộ", []),
    ("năm hai nghìn không trăm hai mươi ba", ["hai nghìn không trăm hai mươi ba?"]),
    # years that overlap
    ("năm học 2023 - 2024", ["2023 - 2024>2024 - 2025"]),
    ("năm học 2022-2023", ["2022-2023>2023-2024"]),
    ("năm học mới 2023–2024", ["2023–2024>2024–2025"]),
    ("Niên khóa 2023 - 2024", ["2023 - 2024>2024 - 2025"]),
    ("niên độ 2023/2024", ["2023/2024>2024/2025"]),
    ("vụ Đông Xuân 2023-24", ["2023-24>2024-25"]),
    ("vụ lúa Đông Xuân 2023 – 2024", ["2023 – 2024>2024 – 2025"]),
    ("mùa khô 2022 - 2023", ["2022 - 2023>2023 - 2024"]),
    ("so với năm học 2022 - 2023", ["2022 - 2023?"]),
    ("năm học 2019 - 2020", ["2019 - 2020"]),
    # periods
    ("nhiệm kỳ 2020 - 2025", ["2020 - 2025"]),
    ("HĐND tỉnh khóa X, nhiệm kỳ 2021-2026", ["2021-2026"]),
    ("thời kỳ 2021 - 2030, tầm nhìn đến năm 2050", ["2021 - 2030", "2050"]),
    ("lộ trình 2022 - 2024", ["2022 - 2024"]),
    ("giai đoạn 2021 - 2023", ["2021 - 2023>[cần điền giai đoạn]?"]),
    ("nhiệm kỳ 2018 - 2023", ["2018 - 2023>[cần điền nhiệm kỳ]?"]),
    ("giai đoạn 2016 - 2020", ["2016 - 2020"]),
    ("giai đoạn 2026 - 2030", ["2026 - 2030"]),
    ("Tổng kết Chương trình giai đoạn 2021 - 2023", ["2021 - 2023?"]),
    ("Chiến lược phát triển 2021-2030", ["2021-2030"]),
    ("giai đoạn từ năm 2021 đến năm 2025", ["2021 đến năm 2025"]),
    ("định hướng đến năm 2045", ["2045"]),
    ("phấn đấu đến năm 2025", ["2025"]),
    ("tầm nhìn 2030", ["2030"]),
    ("Đề án đến năm 2023", ["2023?"]),
    # the year behind
    ("Trước ngày 15/01/2024", ["2024>2025"]),
    ("Từ tháng 6/2023 đến tháng 6/2024", ["2023>2024", "2024>2025"]),
    ("Từ ngày 25/12/2023 đến ngày 06/01/2024", ["2023>2024", "2024>2025"]),
    ("xây dựng kế hoạch năm 2024", ["2024>2025"]),
    ("lập dự toán năm 2024", ["2024>2025"]),
    ("phương hướng, nhiệm vụ năm 2024", ["2024>2025"]),
    ("Tết Nguyên đán 2024", ["2024>2025"]),
    ("khánh thành năm 2024", ["2024?"]),
    ("Đón năm mới 2024", ["2024>2025"]),
    ("chào năm mới Giáp Thìn 2024", ["Giáp Thìn>Ất Tỵ", "2024>2025"]),
    ("Quý IV/2023 - Quý I/2024", ["2023>2024", "2024>2025"]),
    ("cuối tháng 6/2024", ["2024?"]),
    # the year before, and history
    ("so với năm 2022", ["2022?"]),
    ("tăng 5% so với cùng kỳ năm 2022", ["2022?"]),
    ("kết quả năm 2022", ["2022?"]),
    ("phát huy kết quả đạt được trong năm 2022", ["2022?"]),
    ("Phấn đấu năm 2023 đạt 95% trở lên", ["2023?"]),  # a target of one year
    ("Phấn đấu năm 2023 tăng 10% so với năm 2022", ["2023?", "2022?"]),
    ("Từ tháng 12/2022 đến tháng 3/2023", ["2022>2023?", "2023>2024"]),
    ("từ năm 2022", ["2022"]),
    ("năm 2015", ["2015"]),
    ("từ năm 2010 đến nay", ["2010"]),
    ("từ đầu năm 2023 đến nay", ["2023?"]),
    ("tính đến 31/12/2023", ["2023?"]),
    ("tính đến hết tháng 6/2023", ["2023?"]),
    ("số liệu năm 2023 đạt 95%", ["2023?"]),
    ("Tỉnh đã tổ chức 15 lớp trong năm 2023", ["2023?"]),
    ("Năm 2023, tỉnh đã mở 15 lớp", ["2023?"]),
    ("có hiệu lực từ ngày 01/7/2023", ["2023?"]),
    ("ban hành ngày 15/3/2023", ["2023?"]),
    ("thực hiện từ năm 2023", ["2023?"]),
    ("được thành lập ngày 20/3/2023", ["2023?"]),
    ("thành lập ngày 08/8/1967", ["1967"]),
    ("Công văn số 12 ngày 05/01/2023", ["2023?"]),
    ("theo kết luận tại cuộc họp ngày 10/02/2023", ["2023?"]),
    ("chuyển nguồn năm 2022 sang năm 2023", ["2022 sang năm 2023?"]),
    ("Từ ngày 01/01/2023 đến nay", ["2023?"]),
    ("dân số năm 2023 là 1,2 triệu người", ["2023?"]),
    ("Năm 2023 là năm bản lề của nhiệm kỳ", ["2023?"]),
    ("Văn bản hợp nhất số 15/VBHN-VPQH năm 2023", ["2023?"]),
    # names
    ("Tầm nhìn ASEAN 2025", ["2025"]),
    ("Chương trình nghị sự 2030", ["2030"]),
    ("SEA Games 32", ["32?"]),
    ("AFF Cup 2022", ["2022"]),
    ("Chỉ số PCI 2022", ["2022?"]),
    ("Luật Báo chí 2016", ["2016"]),
    ("Hiến pháp năm 2013", ["2013"]),
    ("Bộ luật Lao động năm 2019", ["2019"]),
    ("Luật Căn cước năm 2023", ["2023?"]),
    ("Hội chợ Xuân 2023", ["2023?"]),
    ("Năm Du lịch quốc gia 2023 - Bình Thuận", ["2023?"]),
    ("SEA Games 2023", ["2023?"]),
    ("Tháng hành động vì trẻ em 2023", ["2023?"]),
    ("Techfest2023", ["2023?"]),
    # anniversaries and ordinals
    ("(08/8/1967 - 08/8/2023)", ["1967", "2023>2024"]),
    ("kỷ niệm 56 năm Ngày thành lập ASEAN (08/8/1967 - 08/8/2023)", ["56>57", "1967", "2023>2024"]),
    ("kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2023)", ["133>134", "1890", "2023>2024"]),
    ("kỷ niệm 78 năm Quốc khánh (1945 - 2023)", ["78>79", "1945 - 2023>1945 - 2024"]),
    ("kỷ niệm 69 năm chiến thắng (07/5/1954 - 07/5/2023)", ["69>70?", "1954", "2023>2024"]),
    ("kỷ niệm 50 năm quan hệ (21/9/1973 - 21/9/2023)", ["50>51?", "1973", "2023>2024"]),
    ("kỷ niệm 60 năm ngày thành lập (08/8/1967)", ["60?", "1967"]),
    ("kỷ niệm 56 năm", ["56>57?"]),
    ("Kỷ niệm 06 năm thành lập", ["06>07?"]),
    ("48 năm Ngày Giải phóng (30/4/1975 - 30/4/2023)", ["48>49", "1975", "2023>2024"]),
    ("kỷ niệm 93 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2023)", ["93>94", "1930", "2023>2024"]),
    ("Hội thi lần thứ XV năm 2023", ["XV>XVI?", "2023>2024"]),
    ("Liên hoan lần thứ 5, năm 2023", ["5>6?", "2023>2024"]),
    ("Ngày hội lần thứ IV", ["IV?"]),
    ("Ngày vì người nghèo lần thứ XXV, ngày 17/10/2023", ["XXV?", "2023>2024"]),
    ("Chương trình Trái tim cho em lần thứ VI, quý III/2023", ["VI?", "2023>2024"]),
    ("Giải bóng đá lần III tranh cúp", ["III?"]),
    ("Giải bóng đá lần 3 tranh cúp", ["3?"]),
    ("Khai giảng khóa 12 ngày 05/9/2023", ["12?", "2023>2024"]),
    ("Kỳ họp thứ 10 HĐND tỉnh khóa X, ngày 10/7/2023", ["10?", "X?", "2023>2024"]),
    ("Mùa giải thứ 4, khai mạc 05/5/2023", ["4?", "2023>2024"]),
    ("Gặp mặt lần thứ ba ngày 05/6/2023", ["ba?", "2023>2024"]),
    ("Mỗi lần 3 ngày trong quý II/2023", ["2023>2024"]),
    ("Thực hiện Nghị quyết Trung ương 8 khóa XI trong năm 2023", ["2023>2024"]),
    ("Thích ứng cách mạng công nghiệp lần thứ tư trong năm 2023", ["2023>2024"]),
    ("Lần đầu tiên tổ chức năm 2023", ["2023?"]),
    ("Năm 2023 là năm đầu tiên thực hiện Đề án", ["2023?"]),
    ("năm 2023, cấp giấy lần đầu cho 20 hộ", ["2023>2024"]),
    ("Nghị quyết Đại hội Đảng bộ lần thứ XIV", []),
    ("cách mạng công nghiệp lần thứ tư", []),
    # lunar years
    ("Tết Nguyên đán Quý Mão 2023", ["Quý Mão>Giáp Thìn", "2023>2024"]),
    ("Quý Mão", ["Quý Mão>Giáp Thìn"]),
    ("XUÂN QUÝ MÃO", ["QUÝ MÃO>GIÁP THÌN"]),
    ("xuân Giáp Thìn 2024", ["Giáp Thìn>Ất Tỵ", "2024>2025"]),
    ("Tết Mậu Thân 1968", ["Mậu Thân", "1968"]),
    ("ông Nguyễn Quý Mão", ["Quý Mão?"]),
    ("kính thưa Quý vị", []),
    # lists
    ("năm 2021, 2022 và 2023", ["2021?", "2022?", "2023?"]),
    ("2022, 2023", ["2022?", "2023?"]),
    ("năm 2023 và năm 2024", ["2023?", "2024?"]),
    ("năm 2022-2023", ["2022-2023?"]),
    # no years
    ("2023 tỷ đồng", ["2023"]),
    ("2.023 người", []),
    ("khoản 2023", ["2023"]),
    ("15/2023/QĐ-UBND", ["15/2023/QĐ-UBND"]),
    ("TCVN 2023:2009", ["TCVN 2023:2009"]),
    ("ĐT: 0299 382 2023", ["0299 382 2023"]),
    ("https://soctrang.gov.vn/2023/ke-hoach", ["https://soctrang.gov.vn/2023/ke-hoach"]),
    ("lop2015@soctrang.gov.vn", []),
    ("2023", ["2023?"]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_each_wording_is_understood(text: str, expected: list[str]) -> None:
    assert said(text) == expected


HISTORY = [
    ("Vụ cháy nhà trọ ngày 12/9/2023 làm 56 người chết", ["2023"]),
    ("Bão số 3 (Yagi) tháng 9/2023 gây thiệt hại lớn", ["2023"]),
    ("Mưa đá ngày 17/4/2023 làm tốc mái 52 căn nhà", ["2023"]),
    ("Diễn tập ứng phó sự cố tràn dầu ngày 12/9/2023", ["2023>2024"]),
    ("Phòng, chống sạt lở trước mùa mưa năm 2023", ["2023>2024"]),
    ("Kết quả năm học 2022-2023: 99,2% học sinh tốt nghiệp", ["2022-2023?"]),
    ("mùa khô 2022-2023 mặn đến muộn hơn", ["2022-2023?"]),
    ("Năm 2023, ước đón 2 triệu lượt khách, đạt 105% kế hoạch", ["2023?"]),
    ("bầu cử trưởng ấp ngày 16/7/2023", ["2023?"]),
    ("Tổng điều tra: 0 giờ ngày 01/7/2023", ["2023?"]),
    ("bầu cử đại biểu Quốc hội ngày 15/3/2026", ["2026?"]),
    ("Phát huy thành tích SEA Games 31 (năm 2021)", ["2021"]),
    ("Luật Ngân sách nhà nước (sửa đổi) năm 2023", ["2023"]),
    ("Luật Đất đai 2024 (Luật số 31/2024/QH15)", ["2024", "31/2024/QH15"]),
    ("(được sửa đổi, bổ sung năm 2023)", ["2023"]),
    ("Luật Giá có hiệu lực từ ngày 01/7/2023", ["2023"]),
    ("Kế thừa kết quả của các phường cũ trước ngày 01/7/2023", ["2023?"]),
    ("Các hợp đồng ký trước ngày 01/8/2023 tiếp tục thực hiện", ["2023?"]),
    ("ban hành kế hoạch trước ngày 15/3/2023", ["2023>2024"]),
    ("kỳ gốc 2023", ["2023"]),
    ("Km2023 quốc lộ 1", ["2023"]),
]

COHORTS = [
    ("công dân sinh từ ngày 01/01/1998 đến ngày 31/12/2005", ["1998?", "2005?"]),
    ("học sinh sinh năm 2008", ["2008?"]),
    ("đồng chí Nguyễn Văn An, sinh năm 1975", ["1975"]),
    ("tuyển sinh năm 2023", ["2023>2024"]),
    ("xe tải sản xuất trước năm 1999", ["1999?"]),
    ("tuyển sinh khóa 50 (2023 - 2027)", ["50>51?", "2023 - 2027>2024 - 2028?"]),
    ("bình quân 3 năm 2020-2022", ["2020-2022?"]),
    ("kế hoạch tài chính 03 năm 2024 - 2026", ["2024 - 2026>2025 - 2027?"]),
    ("kế hoạch 5 năm 2021 - 2025", ["2021 - 2025"]),
]

SHORT_FORMS = [
    ("đợt bổ sung T12/23", ["23>24"]),
    ("niên độ 22-23", ["22-23>23-24"]),
    ("Q.III/2023", ["2023>2024"]),
    ("Tuần 36/2023", ["2023>2024"]),
    ("Ước 2023", ["2023>2024"]),
    ("Dự kiến 2024", ["2024>2025"]),
    ("kinh phí năm 2023, 2024", ["2023>2024", "2024>2025"]),
    ("1013 năm Thăng Long - Hà Nội (1010 - 2023)", ["1013>1014", "1010 - 2023>1010 - 2024"]),
    ("1983 năm Khởi nghĩa (năm 40 - 2023)", ["1983>1984", "40 - 2023>40 - 2024"]),
]


@pytest.mark.parametrize(("text", "expected"), [*HISTORY, *COHORTS, *SHORT_FORMS])
def test_what_a_clerk_would_do(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_both_years_of_a_school_year_in_the_subject_are_the_plans_own() -> None:
    subject = "Giáo dục năm học 2023 - 2024"
    assert said("kết thúc năm học trước ngày 31/5/2024", subject=subject) == ["2024>2025?"]  # 31/5/2025 is a Saturday
    assert said("thi tốt nghiệp tháng 6/2024", subject=subject) == ["2024>2025"]
    assert said("mùa khô 2022-2023", subject=subject) == ["2022-2023?"]


def test_a_name_may_be_abbreviated_from_the_subject() -> None:
    assert said("tổng kết Năm ATGT 2023", subject="Thực hiện Năm An toàn giao thông 2023") == ["2023>2024"]


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("Quý II năm 2023", 2026, ["2023>2026"]),
        ("năm học 2023 - 2024", 2025, ["2023 - 2024>2025 - 2026"]),
        ("trước ngày 15/01/2024", 2026, ["2024>2027"]),
        ("nhiệm kỳ 2020 - 2025", 2026, ["2020 - 2025>[cần điền nhiệm kỳ]?"]),
        ("Tết Quý Mão", 2026, ["Quý Mão>Bính Ngọ"]),
        ("Tết Quý Mão", 2025, ["Quý Mão>Ất Tỵ"]),
        ("phấn đấu đến năm 2025", 2026, ["2025?"]),
        ("kỷ niệm 56 năm Ngày thành lập ASEAN (08/8/1967 - 08/8/2023)", 2026, ["56>59", "1967", "2023>2026"]),
        ("Hội thi lần thứ VIII năm 2023", 2025, ["VIII>X?", "2023>2025"]),
        ("giai đoạn 2024 - 2025", 2026, ["2024 - 2025>[cần điền giai đoạn]?"]),
    ],
)
def test_a_longer_step_moves_everything_by_as_much(text: str, new: int, expected: list[str]) -> None:
    assert said(text, 2023, new) == expected


def test_a_name_in_the_subject_moves_with_the_plan() -> None:
    assert said("Khai mạc Hội chợ Xuân 2023", subject="Tổ chức Hội chợ Xuân 2023 tại thành phố") == ["2023>2024"]
    assert said("Khai mạc Hội chợ Xuân 2023", subject="Tổ chức Hội chợ Hè 2023") == ["2023?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phấn đấu cuối năm 2023 đạt 95%, năm 2024 đạt 97%, năm 2025 đạt 100%", ["2023?", "2024?", "2025?"]),
        ("Hoàn thành trong năm 2023. Năm 2025 mở rộng", ["2023>2025", "2025?"]),
        ("Trong năm 2023, thực hiện mục tiêu đến năm 2030", ["2023>2025", "2030"]),
    ],
)
def test_the_plans_year_is_in_doubt_where_it_passes_a_year_that_stays(text: str, expected: list[str]) -> None:
    assert said(text, 2023, 2025) == expected


def test_a_session_of_the_central_committee_is_held_once() -> None:
    assert said("Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XIII năm 2023") == ["2023?"]


def test_the_year_to_compare_with_moves_by_the_step() -> None:
    [compared] = treat_years("Tăng 5% so với năm 2023", Years(2024, 2026))
    assert compared.why == "năm trước của kế hoạch 2024; nếu để so sánh thì đổi thành 2025, nếu là việc cũ thì giữ"
