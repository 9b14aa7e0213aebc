"""Citations as Vietnamese offices write them: what is one, where it ends, what it says."""

from datetime import date

import pytest

from docgen.text.viendan import Manh, VienDan, citations, days, symbol_key

WHOLE = [  # each line is one citation from its first letter to its last
    "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành động của Chính phủ",
    "Quyết định số 17/2021/QĐ-UBND ngày 12/8/2021 của UBND tỉnh Lâm Đồng ban hành Quy chế phối hợp trong hoạt động đối ngoại",
    "Kế hoạch số 152/KH-UBND ngày 14/10/2021 của UBND tỉnh về tuyên truyền ASEAN giai đoạn 2021 - 2025, tầm nhìn đến năm 2030",
    "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương Đảng khóa XI về đổi mới căn bản, toàn diện giáo dục",
    "Nghị quyết số 52 - NQ/TW ngày 27 tháng 9 năm 2019 của Bộ Chính trị về một số chủ trương, chính sách",
    "Chỉ thị số 25-CT/TW ngày 08/8/2018 của Ban Bí thư về đẩy mạnh và nâng tầm đối ngoại đa phương đến năm 2030",
    "Chương trình hành động số 15-CTr/TU ngày 02/3/2022 của Tỉnh ủy thực hiện Nghị quyết Đại hội Đảng",
    "Kết luận số 57-KL/TW ngày 15/6/2023 của Bộ Chính trị về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại",
    "Hướng dẫn số 68-HD/BTGTW ngày 10/01/2023 của Ban Tuyên giáo Trung ương về tuyên truyền các ngày lễ lớn năm 2023",
    "Công văn số 123/BTTTT-TTĐN ngày 05/01/2023 của Bộ Thông tin và Truyền thông về việc hướng dẫn công tác năm 2023",
    "Công văn số 567-CV/TU ngày 1/2/2023 của Tỉnh ủy về việc tổ chức Đại hội",
    "Thông báo kết luận số 45/TB-VPCP ngày 20/02/2023 của Văn phòng Chính phủ về chuyển đổi số",
    "Thông tư liên tịch số 01/2015/TTLT-BTTTT-BNV ngày 05/5/2015 của Bộ Thông tin và Truyền thông, Bộ Nội vụ hướng dẫn chức năng",
    "Thông tư số 01/2023/TT-BVHTTDL ngày 03.02.2023 của Bộ Văn hóa, Thể thao và Du lịch quy định về tổ chức lễ hội",
    "Nghị quyết số 43/2022/QH15 ngày 11-01-2022 của Quốc hội về chính sách tài khóa, tiền tệ",
    "Nghị quyết số 1668/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội về việc sắp xếp các đơn vị hành chính cấp xã",
    "Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015",
    "Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25/6/2015",
    "Luật số 72/2025/QH15 ngày 16/6/2025 của Quốc hội về tổ chức chính quyền địa phương",
    "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 "
    "tháng 11 năm 2019",
    "Luật Phòng, chống ma túy năm 2021",
    "Luật Thực hành tiết kiệm, chống lãng phí ngày 26 tháng 11 năm 2013",
    "Bộ luật Lao động 2019",
    "Hiến pháp năm 2013",
    "Pháp lệnh Ưu đãi người có công với cách mạng ngày 09 tháng 12 năm 2020",
    "Kế hoạch số 15a/KH-UBND ngày 12/01/2023 của UBND huyện Kế Sách",
    "QĐ số 12/QĐ-UBND",
    "Quyết định 2391/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch",
    "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt “Chương trình Chuyển đổi số quốc "
    "gia đến năm 2025”",
    "Quyết định số 1160 ngày 13/7/2021 của Thủ tướng Chính phủ",
    "Nghị định 30/2020",
    "Quyết định số 1160/QĐ-TTg của Thủ tướng Chính phủ ngày 13/7/2021 về tuyên truyền ASEAN",
    "Tờ trình số 45/TTr-STTTT ngày 05 tháng 01 năm 2023 của Giám đốc Sở Thông tin và Truyền thông",
    "Công điện số 360/CĐ-TTg ngày 10/4/2025 của Thủ tướng Chính phủ",
    "Quyết định số      /QĐ-UBND ngày      tháng      năm 2023 của Ủy ban nhân dân tỉnh",
    "Kế hoạch số …/KH-UBND ngày …/…/2023 của UBND tỉnh về tuyên truyền ASEAN năm 2023",
    "Quyết định số [cần điền số]/QĐ-UBND ngày [cần điền ngày] của UBND tỉnh về giao dự toán năm 2024",
    "Quyết định số [cần điền số]/[cần điền năm]/QĐ-UBND ngày [cần điền ngày] của UBND tỉnh",
    "Kết luận ngày 05/6/2023 của Bộ Chính trị",
    "Nghị quyết số 12/NQ-HĐND ngày 9/12/2022 của Hội đồng nhân dân tỉnh Đắk Lắk về phương hướng, nhiệm vụ năm 2023",
    "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ phê duyệt Chương trình giai đoạn I: từ "
    "năm 2021 đến năm 2025",
    "Kế hoạch số 08/KH-BCĐ ngày 3/2/2023 của Ban Chỉ đạo công tác thông tin đối ngoại tỉnh",
    "Quyết định số 45/QĐ-UBND.HC ngày 12/01/2023 của UBND tỉnh Đồng Tháp",
    "Thông tri số 03-TTr/TU ngày 5/5/2022",
    "QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 05/01/2023 CỦA UBND TỈNH VỀ CHƯƠNG TRÌNH CÔNG TÁC NĂM 2023",
    "Chương trình phối hợp số 01/CTrPH-STTTT-TĐTN ngày 05/02/2021 giữa Sở Y tế và Tỉnh đoàn giai đoạn 2021 - 2025",
    "Kế hoạch số 12/KH-UBND, ngày 05 tháng 01 năm 2023, của Ủy ban nhân dân huyện về phát triển du lịch",
    "Nghị quyết số 06-NQ/ĐU ngày 12/7/2022 của Ban Thường vụ Đảng ủy Công an tỉnh",
]

IN_PROSE = [  # text, the citations in it
    (
        "Kinh phí tại khoản 2.1, mục 2, của phụ lục kèm theo Quyết định số 3334/QĐ-UBND ngày 09 tháng 12 năm "
        "2022 của Ủy ban nhân dân "
        "tỉnh Sóc Trăng về việc giao dự toán cho các cơ quan, tổ chức, đơn vị năm 2023 và các nguồn kinh phí hợp pháp khác.",
        [
            "Quyết định số 3334/QĐ-UBND ngày 09 tháng 12 năm 2022 của Ủy ban nhân dân tỉnh Sóc Trăng về việc "
            "giao dự toán cho các cơ "
            "quan, tổ chức, đơn vị năm 2023"
        ],
    ),
    ("Theo Quyết định số 3334/QĐ-UBND, cùng các nguồn hợp pháp khác.", ["Quyết định số 3334/QĐ-UBND"]),
    ("Học tập và làm theo Chỉ thị 05-CT/TW trong năm 2023.", ["Chỉ thị 05-CT/TW"]),
    (
        "Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2023 của UBND tỉnh về tuyên truyền ASEAN năm 2023, Sở Y tế "
        "xây dựng kế hoạch năm "
        "2023 như sau:",
        ["Kế hoạch số 05/KH-UBND ngày 10/01/2023 của UBND tỉnh về tuyên truyền ASEAN năm 2023"],
    ),
    (
        "Kế hoạch số 152/KH-UBND ngày 14/10/2021 và Chương trình hành động số 15-CTr/TU ngày 2/3/2022 của Tỉnh ủy",
        ["Kế hoạch số 152/KH-UBND ngày 14/10/2021", "Chương trình hành động số 15-CTr/TU ngày 2/3/2022 của Tỉnh ủy"],
    ),
    (
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 "
        "của Chính phủ về công "
        "tác văn thư;",
        [
            "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
        ],
    ),
    ("Theo Luật Báo chí năm 2016 và Luật An ninh mạng năm 2018.", ["Luật Báo chí năm 2016", "Luật An ninh mạng năm 2018"]),
    (
        "Quyết định số 12/QĐ-UBND ngày 5/1/2022 và số 13/QĐ-UBND ngày 6/1/2022 của UBND tỉnh.",
        ["Quyết định số 12/QĐ-UBND ngày 5/1/2022", "13/QĐ-UBND ngày 6/1/2022 của UBND tỉnh"],
    ),
    (
        "Báo cáo kết quả thực hiện Kế hoạch (Kế hoạch số 152/KH-UBND ngày 14/10/2021 của UBND tỉnh về tuyên "
        "truyền ASEAN) năm 2023.",
        ["Kế hoạch số 152/KH-UBND ngày 14/10/2021 của UBND tỉnh về tuyên truyền ASEAN"],
    ),
    (
        "Tiếp tục thực hiện Kế hoạch số 152/KH-UBND ngày 14/10/2021 của UBND tỉnh về tuyên truyền ASEAN trong "
        "năm 2023. Kết quả tốt.",
        ["Kế hoạch số 152/KH-UBND ngày 14/10/2021 của UBND tỉnh về tuyên truyền ASEAN"],
    ),
    (
        "Kế hoạch số 5/KH-UBND ngày 10/1/2023 của UBND tỉnh về thực hiện Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ",
        [
            "Kế hoạch số 5/KH-UBND ngày 10/1/2023 của UBND tỉnh về thực hiện",
            "Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ",
        ],
    ),
    ("(Kèm theo Kế hoạch số:      /KH-UBND ngày     tháng     năm 2023 của Ủy ban nhân dân tỉnh)",
     ["Kế hoạch số:      /KH-UBND ngày     tháng     năm 2023 của Ủy ban nhân dân tỉnh"]),
    (
        "Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC ngày 5/1/2023,",
        ["Tờ trình số 12/TTr-STC ngày 5/1/2023"],
    ),
    (
        "Theo Quyết định số 12/QĐ-UBND ngày 5/1/2023 của UBND tỉnh được giao cho Sở Tài chính.",
        ["Quyết định số 12/QĐ-UBND ngày 5/1/2023 của UBND tỉnh"],
    ),
]  # fmt: skip

IN_PROSE += [
    ("Theo Luật Ngân sách nhà nước, Luật Đầu tư công năm 2019.", ["Luật Đầu tư công năm 2019"]),
    (
        "Các đơn vị căn cứ Kế hoạch số 152/KH-UBND ngày 14/10/2021 của UBND tỉnh xây dựng kế hoạch năm 2023.",
        ["Kế hoạch số 152/KH-UBND ngày 14/10/2021 của UBND tỉnh"],
    ),
    ("Báo cáo kết quả thực hiện Kế hoạch số 05/KH-UBND trước ngày 15/12/2023.", ["Kế hoạch số 05/KH-UBND"]),
    (
        "Triển khai Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ (Đề án 06) trong năm 2023.",
        ["Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ"],
    ),
]

NO_CITATION = [
    "Kinh phí thực hiện Kế hoạch này theo quy định của Luật Ngân sách nhà nước và hướng dẫn hiện hành.",
    "Tuyên truyền Luật An ninh mạng trong năm 2023.",
    "Theo Luật Ngân sách nhà nước và các quy định năm 2023.",
    "Gửi báo cáo ngày 15/12/2023 về Sở Nội vụ.",
    "Báo cáo trước ngày 15/12/2023; Kế hoạch tháng 6/2023; Báo cáo 6/2023.",
    "Kế hoạch năm 2023 của tỉnh; Chương trình hành động của Chính phủ giai đoạn 2021 - 2025.",
    "Kế hoạch tổng thể Cộng đồng Kinh tế ASEAN 2025.",
    "Quý II/2023, 24/24 giờ, 3/4 số xã, tốc độ 60 km/h, điện thoại 0299/3822.",
    "Triển khai Đề án 06 năm 2023.",
    "",
]


def _pieces(cited: VienDan) -> list[Manh]:
    found = (cited.loai, cited.so, cited.ky_hieu, cited.ngay, cited.nam, cited.co_quan, cited.trich_yeu)
    return [piece for piece in found if piece is not None]


@pytest.mark.parametrize("text", WHOLE)
def test_a_citation_standing_alone_is_read_from_end_to_end(text: str) -> None:
    assert [text[one.start : one.end] for one in citations(text)] == [text]


@pytest.mark.parametrize("text", [line for line in WHOLE if "…" not in line])
def test_a_citation_ends_with_the_sentence(text: str) -> None:
    prose = f"Thực hiện {text}. Sở Y tế báo cáo."
    assert [prose[one.start : one.end] for one in citations(prose)] == [text]


@pytest.mark.parametrize(("text", "cited"), IN_PROSE)
def test_citations_are_told_from_the_words_around_them(text: str, cited: list[str]) -> None:
    assert [text[one.start : one.end] for one in citations(text)] == cited


@pytest.mark.parametrize("text", NO_CITATION)
def test_what_names_no_certain_document_is_no_citation(text: str) -> None:
    assert citations(text) == ()


@pytest.mark.parametrize("text", [*WHOLE, *(text for text, _ in IN_PROSE)])
def test_every_piece_stands_where_it_says(text: str) -> None:
    for cited in citations(text):
        for piece in _pieces(cited):
            assert text[piece.start : piece.end] == piece.text
            assert cited.start <= piece.start
            assert piece.end <= cited.end


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (WHOLE[0], ("30/2020", "30/2020/NĐ-CP", "Chính phủ", "về công tác văn thư"), date(2020, 3, 5)),
        (WHOLE[1], ("30/2020", "30/2020/NĐ-CP", "Chính phủ", "về công tác văn thư"), date(2020, 3, 5)),
        (WHOLE[6], ("52", "52 - NQ/TW", "Bộ Chính trị", "về một số chủ trương, chính sách"), date(2019, 9, 27)),
        (
            WHOLE[15],
            ("01/2023", "01/2023/TT-BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch", "quy định về tổ chức lễ hội"),
            date(2023, 2, 3),
        ),
        (WHOLE[18], (None, None, None, "Ngân sách nhà nước"), date(2015, 6, 25)),
        (WHOLE[27], ("15a", "15a/KH-UBND", "UBND huyện Kế Sách", None), date(2023, 1, 12)),
        (WHOLE[33], ("1160", "1160/QĐ-TTg", "Thủ tướng Chính phủ", "về tuyên truyền ASEAN"), date(2021, 7, 13)),
        (WHOLE[36], (None, "/QĐ-UBND", "Ủy ban nhân dân tỉnh", None), None),
        (WHOLE[38], ("[cần điền số]", "[cần điền số]/QĐ-UBND", "UBND tỉnh", "về giao dự toán năm 2024"), None),
    ],
)
def test_number_day_issuer_and_title_are_read(text: str, words: tuple[str | None, ...], day: date | None) -> None:
    (cited,) = citations(text)
    pieces = (cited.so, cited.ky_hieu, cited.co_quan, cited.trich_yeu)
    assert tuple(piece.text if piece is not None else None for piece in pieces) == words
    assert cited.ngay_ban_hanh == day


def test_a_law_bears_the_year_of_its_name() -> None:
    (cited,) = citations("Luật Báo chí năm 2016")
    assert cited.nam == Manh("2016", 17, 21)
    assert cited.ngay is None


def test_as_a_legal_basis_the_title_takes_up_the_rest_of_the_item() -> None:
    text = "Kế hoạch số 5/KH-UBND ngày 10/1/2023 của UBND tỉnh về công tác y tế, trong đó có phòng, chống dịch năm 2023"
    (basis,) = citations(text, basis=True)
    (prose,) = citations(text, basis=False)
    assert text[basis.start : basis.end] == text
    assert text[prose.start : prose.end].endswith("về công tác y tế")


@pytest.mark.parametrize(
    ("one", "other"),
    [("05/KH-UBND", "5/KH-UBND"), ("29 - NQ/TW", "29-NQ/TW"), ("3334 /QĐ-UBND", "3334/QĐ–UBND"), ("12/qđ-ubnd", "12/QĐ-UBND")],
)
def test_one_symbol_written_in_two_ways_is_one(one: str, other: str) -> None:
    assert symbol_key(one) == symbol_key(other)


def test_different_numbers_are_different_documents() -> None:
    assert len({symbol_key(symbol) for symbol in ("15/KH-UBND", "15a/KH-UBND", "150/KH-UBND", "15/KH-HĐND")}) == 4


@pytest.mark.parametrize(
    "text", ["số " * 2000, "Luật a" * 3000, "Quyết định số 1/QĐ-UBND " * 1000, "(“" * 5000, "ngày ….." * 2000, "số" + " " * 20000]
)
def test_odd_texts_are_read_without_fault(text: str) -> None:
    assert all(one.end <= len(text) for one in citations(text))


def test_a_day_that_no_calendar_has_is_not_a_day_of_issue() -> None:
    (cited,) = citations("Quyết định số 12/QĐ-UBND ngày 31/02/2023 của UBND tỉnh về chương trình công tác")
    assert cited.ngay is not None
    assert (cited.ngay.text, cited.ngay_ban_hanh) == ("31/02/2023", None)


def test_the_issuer_of_a_document_without_a_number_may_stand_before_its_day() -> None:
    (cited,) = citations("Quyết định của Bộ trưởng Bộ Y tế ngày 09/3/2023 về phê duyệt Đề án", basis=True)
    assert cited.co_quan is not None
    assert (cited.co_quan.text, cited.ngay_ban_hanh) == ("Bộ trưởng Bộ Y tế", date(2023, 3, 9))


def test_a_year_may_stand_in_the_place_of_the_day() -> None:
    (cited,) = citations("Quyết định số 12/QĐ-UBND năm 2022 của UBND tỉnh về chương trình công tác năm 2023")
    assert cited.nam is not None
    assert cited.co_quan is not None
    assert cited.trich_yeu is not None
    assert (cited.nam.text, cited.co_quan.text, cited.trich_yeu.text) == (
        "2022",
        "UBND tỉnh",
        "về chương trình công tác năm 2023",
    )


def test_the_day_may_stand_behind_who_issued_it() -> None:
    (cited,) = citations("Quyết định số 12/QĐ-UBND của UBND tỉnh ban hành ngày 05/01/2023 về chương trình công tác năm 2023")
    assert cited.ngay_ban_hanh == date(2023, 1, 5)
    assert cited.trich_yeu is not None
    assert cited.trich_yeu.text == "về chương trình công tác năm 2023"


@pytest.mark.parametrize(
    ("text", "letters", "says_number"),
    [
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", "NĐ", True),
        ("Nghị quyết số: 29-NQ/TW", "NQ", True),
        ("Tờ trình 15/TTr-SNV", "TTr", False),
        ("theo 1160/QĐ-TTg", "QĐ", False),
        ("Quyết định số 45/QĐ-UBND.HC", "QĐ", True),
        ("Luật Báo chí năm 2016", "", False),
    ],
)
def test_letters_of_the_symbol_and_the_word_so(text: str, letters: str, says_number: bool) -> None:
    (cited,) = citations(text)
    assert (cited.letters, cited.says_number) == (letters, says_number)


def test_days_written_in_a_text() -> None:
    text = "Từ 05/3/2024 đến ngày 31 tháng 4 năm 2024, sau ngày 9 tháng 12; số 5/4/2024 là số, 30/2/20245 là năm sai"
    assert [(one.text, one.date, one.exists) for one in days(text)] == [
        ("05/3/2024", date(2024, 3, 5), True),
        ("31 tháng 4 năm 2024", None, False),
        ("9 tháng 12", None, True),
        ("30/2/20245", None, False),
    ]


@pytest.mark.parametrize(
    ("text", "basis", "issuer", "title"),
    [
        (
            "Thông tư liên tịch số 01/2015/TTLT-BYT-BNV ngày 05/5/2015 của Bộ Y tế, Bộ Nội vụ, hướng dẫn tổ chức", None,
            "Bộ Y tế, Bộ Nội vụ", "hướng dẫn tổ chức",
        ),
        ("Kế hoạch số 5/KH-UBND của UBND tỉnh thực hiện công tác y tế", None, "UBND tỉnh", "thực hiện công tác y tế"),
        ("Thông báo số 20/TB-VPCP của Văn phòng Chính phủ về kết luận", None, "Văn phòng Chính phủ", "về kết luận"),
        ("Thông báo số 2/TB-VP ngày 5/1/2023 của Văn phòng UBND tỉnh về họp báo", True, "Văn phòng UBND tỉnh", "về họp báo"),
        ("Kế hoạch số 5/KH-SYT của Sở Y tế phòng, chống dịch", True, "Sở Y tế", "phòng, chống dịch"),
        ("Quyết định số 12/QĐ-UBND về chương trình công tác", None, None, "về chương trình công tác"),
        ("“Kế hoạch số 5/KH-UBND của UBND tỉnh về phân cấp” đã hết hạn", False, "UBND tỉnh", "về phân cấp"),
        ("Kế hoạch số 5/KH-UBND của UBND tỉnh về Đề án (lần 2) trên địa bàn. Sở Y tế làm", False, "UBND tỉnh",
         "về Đề án (lần 2) trên địa bàn"),
        ("Kế hoạch số 5/KH-UBND của UBND tỉnh về Đề án [cần điền tên] cho xã. Sở Y tế làm", False, "UBND tỉnh",
         "về Đề án [cần điền tên] cho xã"),
        ("Kế hoạch số 5/KH-UBND của UBND tỉnh về y tế, trong đó có tiêm chủng", None, "UBND tỉnh",
         "về y tế, trong đó có tiêm chủng"),
        ("Thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh về y tế, trong đó có tiêm chủng", None, "UBND tỉnh", "về y tế"),
        ("Kế hoạch số 5/KH-UBND của UBND tỉnh về y tế, trong đó có tiêm chủng.", None, "UBND tỉnh", "về y tế"),
    ],
)  # fmt: skip
def test_where_the_issuer_and_the_title_end(text: str, basis: bool | None, issuer: str | None, title: str) -> None:
    (cited,) = citations(text, basis=basis)
    assert (cited.co_quan.text if cited.co_quan else None, cited.trich_yeu.text if cited.trich_yeu else None) == (issuer, title)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Bộ Y tế có Văn bản số 88/BYT-DP (ngày 09/01/2026) xin ý kiến", "Văn bản số 88/BYT-DP (ngày 09/01/2026)"),
        ("theo quy định (Văn bản số 88/BYT-DP ngày 09/01/2026) thì", "Văn bản số 88/BYT-DP ngày 09/01/2026"),
    ],
)
def test_a_bracket_that_a_citation_opens_is_closed_in_it(text: str, whole: str) -> None:
    (cited,) = citations(text)
    assert text[cited.start : cited.end] == whole


@pytest.mark.parametrize(
    ("text", "exists"), [("ngày 29 tháng 02", [True]), ("ngày 30 tháng 2", [False]), ("29/02/2023", [False]), ("QĐ05/3/2024", [])]
)
def test_a_day_without_a_year_may_be_a_leap_day(text: str, exists: list[bool]) -> None:
    assert [one.exists for one in days(text)] == exists
