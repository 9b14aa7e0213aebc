import pytest

from docgen.check.gauges.citations import mentions, names_no_symbol
from tests.check.judged import messages
from tests.check.papers.blocks import Paper
from tests.check.papers.head import Head

_LUAT = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
_DE_NGHI = "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."
_FULL = "ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"


def _decision(*bases: str) -> bytes:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/QĐ-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("QUYẾT ĐỊNH", "Về việc khen thưởng năm 2025", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐÔNG HẢI")
    paper.can_cu("\n".join(bases))
    paper.order("QUYẾT ĐỊNH:")
    paper.body("**Điều 1.** Khen thưởng 05 tập thể, 12 cá nhân có thành tích trong công tác năm 2025./.")
    paper.signature(("Như Điều 1", "Lưu: VT"), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    return paper.bytes()


def _plan(opening: str) -> bytes:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("KẾ HOẠCH", "Công tác văn thư năm 2026")
    paper.body(f"{opening}\n1. Thực hiện đúng quy định./.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    return paper.bytes()


@pytest.mark.parametrize(
    "bases",
    [
        (_LUAT, _DE_NGHI),
        (_LUAT, "Xét đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 05/TTr-PKT ngày 02 tháng 3 năm 2026."),
        (_LUAT, "Xét Tờ trình số 05/TTr-PKT ngày 02 tháng 3 năm 2026 của Phòng Kinh tế về việc khen thưởng."),
        (
            "Căn cứ Luật A ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật A ngày 22 tháng 11 năm 2019;",
            _DE_NGHI,
        ),
        ("Căn cứ chức năng, nhiệm vụ, quyền hạn của Ủy ban nhân dân xã;", _DE_NGHI),
        ("Căn cứ Quy chế làm việc của Ủy ban nhân dân xã nhiệm kỳ 2021 - 2026;", _DE_NGHI),
        (f"Căn cứ Nghị định số 30/2020/NĐ-CP {_FULL}.",),
        ("Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương về một số vấn đề đổi mới;", _DE_NGHI),
        ("Căn cứ Quyết định số      /QĐ-UBND ngày      tháng      năm 2026 của UBND TP. Cần Thơ về việc giao dự toán;", _DE_NGHI),
    ],
)
def test_bases_as_offices_write_them_pass(bases: tuple[str, ...]) -> None:
    paper = _decision(*bases)
    assert [messages(paper, rule) for rule in ("C01", "C02")] == [[], []]


@pytest.mark.parametrize(
    "opening",
    [
        f"Căn cứ Nghị định số 30/2020/NĐ-CP {_FULL}, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        "Thực hiện Công văn số 12/SNV-VP ngày 05/01/2026 của Sở Nội vụ về công tác văn thư, Ủy ban nhân dân xã xây dựng Kế hoạch:",
        "Theo đề nghị của Văn phòng, Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung sau đây.",
    ],
)
def test_a_running_sentence_is_no_list_of_bases(opening: str) -> None:
    assert messages(_plan(opening), "C01") == []


def test_two_wrong_ends_are_one_finding() -> None:
    paper = _decision(_LUAT.replace(";", "."), _LUAT.replace(";", "."), _DE_NGHI)
    assert messages(paper, "C01") == ["Cuối căn cứ phải có dấu chấm phẩy (;)"]


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (f"Nghị định số 30/2020/NĐ-CP {_FULL}", ()),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư", ()),
        ("Quyết định số 12/QĐ-UBND của UBND xã ngày 05/3/2020 về việc giao dự toán", ()),
        ("Tờ trình số 27/TTr-VP ngày 02 tháng 4 năm 2024", ("cơ quan ban hành",)),
        ("Phòng Kinh tế tại Tờ trình số 27/TTr-VP ngày 02 tháng 4 năm 2024", ()),
        ("Quyết định số 12/QĐ-UBND năm 2020 của UBND xã về việc giao dự toán", ("ngày tháng năm",)),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", ("trích yếu",)),
        ("Kế hoạch số 05/KH-UBND; Kế hoạch số 06/KH-UBND", ("ngày tháng năm", "cơ quan ban hành")),
    ],
)
def test_what_a_citation_lacks(text: str, lacks: tuple[str, ...]) -> None:
    assert next(mentions(text)).lacks == lacks


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Căn cứ Quyết định của Ủy ban nhân dân tỉnh về việc giao dự toán;", True),
        ("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2020 của UBND xã;", False),
        ("Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", False),
        ("Căn cứ tình hình thực tế;", False),
        ("Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030.", False),
    ],
)
def test_a_basis_has_a_number(text: str, missing: bool) -> None:
    assert names_no_symbol(text) is missing


def test_a_paper_is_cited_in_full_once() -> None:
    paper = _plan(f"Thực hiện Nghị định số 30/2020/NĐ-CP {_FULL}, các đơn vị làm theo Nghị định số 30/2020/NĐ-CP và báo cáo:")
    assert messages(paper, "C02") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 05/3/2026, Sở Y tế đã có Công văn số 12/SYT-VP gửi các đơn vị",
        "Ngày 05 tháng 3 năm 2026, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 15/KH-UBND về công tác văn thư",
        "ngày 02/01/2026, UBND xã ban hành Quyết định số 03/QĐ-UBND",
        "Sở Nội vụ đã có Công văn số 12/SNV-VP ngày 05/3/2026 về việc báo cáo",
        "Bộ Tài chính ban hành Thông tư số 15/2026/TT-BTC ngày 05/3/2026 quy định về dự toán",
        "Kế hoạch số 15/KH-UBND ngày   /12/2025 của Ủy ban nhân dân tỉnh về công tác văn thư",
        "Kế hoạch số     /KH-UBND ngày     /12/2025 của Ủy ban nhân dân tỉnh về công tác văn thư",
        "Quyết định số 15/QĐ-UBND ngày …/12/2025 của Ủy ban nhân dân tỉnh phê duyệt Đề án",
        "Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương về đột phá phát triển",
    ],
)
def test_what_a_whole_citation_looks_like(text: str) -> None:
    assert [mention.lacks for mention in mentions(text)] in ([()], [])


@pytest.mark.parametrize(
    ("opening", "wrong"),
    [
        ("Thực hiện Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư, Ủy ban nhân dân xã báo cáo:", True),
        ("Thực hiện Kế hoạch số 02-KH/BCĐTW của Ban Chỉ đạo Trung ương về đột phá phát triển, Ủy ban nhân dân xã báo cáo:", True),
        ("Theo Thông tư số 15/2026/TT-BTC của Bộ Tài chính quy định về dự toán, Ủy ban nhân dân xã báo cáo:", True),
        ("Thực hiện Công văn số 12/SNV-VP của Sở Nội vụ về việc báo cáo, Ủy ban nhân dân xã báo cáo:", True),
        (f"Thực hiện Nghị định số 30/2020/NĐ-CP {_FULL}, Ủy ban nhân dân xã báo cáo:", False),
        (f"Thực hiện Nghị định số 30/2020/NĐ-CP {_FULL}. Nghị định số 30/2020/NĐ-CP của Chính phủ có hiệu lực từ:", False),
        (f"Thực hiện Nghị định số 030/2020/NĐ-CP {_FULL}. Theo Nghị định số 30/2020/NĐ-CP thì:", False),
        ("Ngày 05/3/2026, Sở Nội vụ đã có Công văn số 12/SNV-VP về việc báo cáo, Ủy ban nhân dân xã báo cáo:", False),
    ],
)
def test_a_first_mention_says_its_day(opening: str, wrong: bool) -> None:
    assert ("Văn bản viện dẫn lần đầu thiếu ngày tháng năm" in messages(_plan(opening), "C02")) is wrong


@pytest.mark.parametrize(
    "words", ["Thực hiện Kế hoạch số 02-KH/BCĐTW", "Theo Quyết định số 1373/QĐ-TTg", "Triển khai Công văn số 12/SNV-VP"]
)
def test_a_first_mention_that_opens_its_sentence_says_day_and_office(words: str) -> None:
    said = messages(_plan(f"{words}, Ủy ban nhân dân xã báo cáo:"), "C02")
    assert said == ["Văn bản viện dẫn lần đầu thiếu ngày tháng năm, cơ quan ban hành"]


def test_a_last_basis_of_another_opening_ends_the_bases() -> None:
    last = "Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030."
    data = _plan(f"{_LUAT}\n{last}\nỦy ban nhân dân xã ban hành Kế hoạch như sau:")
    assert messages(data, "C01") == ["Căn cứ phải là chữ nghiêng"]


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Căn cứ Thông tư liên tịch số 06/2015/TTLT-BCA-BGDĐT ngày 28/8/2015 của Bộ Công an và Bộ Giáo dục và Đào tạo;", True),
        ("Căn cứ Chương trình số 06-CTr/TU ngày 20 tháng 11 năm 2025 của Ban Thường vụ Tỉnh ủy An Thịnh;", True),
        ("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2020 của Chủ tịch Ủy ban nhân dân thành phố Cần Thơ;", True),
        ("Thực hiện chỉ đạo của Giám đốc Sở Y tế tại Công văn số 1020/SYT-NVY ngày 26/3/2025;", True),
        ("Thực hiện chỉ đạo của Giám đốc Sở Y tế tại Công văn số 1020/SYT-NVY ngày 26/3/2025 về tiêm chủng;", False),
        ("Theo đề nghị của Giám đốc Sở Y tế tại Công văn số 1020/SYT-NVY ngày 26/3/2025;", False),
        ("Căn cứ ý kiến của Sở Y tế tại Tờ trình số 27/TTr-SYT ngày 02 tháng 4 năm 2024;", False),
        ("Căn cứ Quyết định số 12/QĐ-BYT ngày 05/3/2020 của Bộ Y tế chấn chỉnh công tác đấu thầu thuốc tại cơ sở;", False),
    ],
)
def test_a_basis_has_a_subject(text: str, lacks: bool) -> None:
    assert [mention.lacks for mention in mentions(text)] == [("trích yếu",) if lacks else ()]


def test_of_the_paper_that_amends_another_the_day_is_enough() -> None:
    amended = (
        "Nghị định số 104/2016/NĐ-CP ngày 01 tháng 7 năm 2016 của Chính phủ quy định về tiêm chủng, được sửa đổi, bổ sung bởi "
    )
    assert [each.lacks for each in mentions(f"{amended}Nghị định số 13/2024/NĐ-CP ngày 05 tháng 02 năm 2024;")] == [(), ()]
    assert [each.lacks for each in mentions(f"{amended}Nghị định số 13/2024/NĐ-CP;")] == [(), ("ngày tháng năm",)]


@pytest.mark.parametrize(
    ("opening", "merged", "lacks"),
    [
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;", 1, 1),
        ("Căn cứ Kế hoạch số 05/KH-UBND ngày 08/01/2026 của UBND tỉnh về thi đua; Kế hoạch số 06/KH-SNV ngày 09/01/2026"
         " của Sở Nội vụ về khen thưởng,", 1, 0),
        ("Căn cứ Kế hoạch số 05/KH-UBND ngày 08/01/2026 của UBND tỉnh về thi đua; trước ngày 30/6/2026", 0, 0),
        ("Căn cứ Kế hoạch số 05/KH-UBND ngày 08/01/2026 của Ủy ban nhân dân tỉnh,", 0, 1),
    ],
)  # fmt: skip
def test_bases_in_one_sentence(opening: str, merged: int, lacks: int) -> None:
    paper = _plan(f"{opening} Ủy ban nhân dân xã ban hành Kế hoạch như sau:")
    assert messages(paper, "C01") == ["Nhiều căn cứ ghi liền trong một đoạn"] * merged
    assert messages(paper, "C02") == ["Văn bản viện dẫn lần đầu thiếu trích yếu"] * lacks


def test_an_approval_may_be_the_last_basis() -> None:
    paper = _decision(_LUAT, "Được sự đồng ý của Thường trực Đảng ủy xã,")
    assert messages(paper, "C01") == ["Căn cứ cuối cùng phải kết thúc bằng dấu chấm (.)"]
    assert messages(_decision(_LUAT, "Được sự đồng ý của Thường trực Đảng ủy xã."), "C01") == []


def test_a_paper_in_the_subject_of_another_needs_no_subject() -> None:
    basis = (
        "Căn cứ Chương trình hành động số 06-CTr/TU ngày 20 tháng 11 năm 2025 của Ban Thường vụ Tỉnh ủy thực hiện Nghị quyết số"
        " 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;"
    )
    assert [mention.lacks for mention in mentions(basis)] == [()]
    alone = "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị;"
    assert [mention.lacks for mention in mentions(alone)] == [("trích yếu",)]
