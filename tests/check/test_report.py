import json

import pytest

from docgen.check.finding import Severity
from docgen.check.judging import SEVERITIES, verdict_line
from docgen.check.reports import JsonForm, LineForm, PeopleForm, named, place_words
from docgen.errors import FileError
from tests.check.reports import finding, paragraph, report, rule

H02 = rule("H02", "Quốc hiệu và Tiêu ngữ")
H03 = rule("H03", "Quốc hiệu và Tiêu ngữ", Severity.WARNING)
B03 = rule("B03", "Nội dung")
MOTTO = finding(
    H02, "Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”", [paragraph(3, "Độc lập – Tự do – Hạnh phúc")], remedy="gõ lại: Độc lập"
)
WARNED = finding(H03, "Quốc hiệu xuống dòng", [paragraph(1, "CỘNG HÒA")], remedy="nới rộng ô bên phải")
INDENTS = finding(B03, "7 đoạn thụt 5 mm", [paragraph(number, f"Đoạn {number}") for number in range(9, 16)], remedy="đặt 12,7 mm")
WHOLE = finding(rule("P06", "Trang"), "Chưa có số trang", remedy="chèn số trang ở giữa đầu trang")
BROKEN = FileError.at("c.docx", "tệp hỏng")


def test_a_report_for_people_goes_by_component_and_quotes_the_page() -> None:
    said = PeopleForm(Severity.ERROR).paper(
        report("a.docx", MOTTO, WARNED, INDENTS, WHOLE, loai="công văn", unjudged=(("H04", "không tìm thấy đường kẻ"), ("", "x")))
    )
    assert said == (
        "a.docx (công văn)\n"
        "\n"
        "Quốc hiệu và Tiêu ngữ\n"
        "  Lỗi H02: Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”\n"
        "    Đoạn 3: “Độc lập – Tự do – Hạnh phúc”\n"
        "    Cách sửa: gõ lại: Độc lập\n"
        "    Cơ sở: PL I.II.1.b\n"
        "  Cảnh báo H03: Quốc hiệu xuống dòng\n"
        "    Đoạn 1: “CỘNG HÒA”\n"
        "    Cách sửa: nới rộng ô bên phải\n"
        "    Cơ sở: PL I.II.1.b\n"
        "\n"
        "Nội dung\n"
        "  Lỗi B03: 7 đoạn thụt 5 mm\n"
        "    Đoạn 9, 10, 11, 12, 13 và 2 đoạn khác: “Đoạn 9”\n"
        "    Cách sửa: đặt 12,7 mm\n"
        "    Cơ sở: PL I.II.1.b\n"
        "\n"
        "Trang\n"
        "  Lỗi P06: Chưa có số trang\n"
        "    Cả văn bản\n"
        "    Cách sửa: chèn số trang ở giữa đầu trang\n"
        "    Cơ sở: PL I.II.1.b\n"
        "\n"
        "Chưa kiểm được\n"
        "  H04: không tìm thấy đường kẻ\n"
        "  x\n"
        "\n"
        "CHƯA ĐẠT: 3 lỗi, 1 cảnh báo; đã áp dụng 55 quy định, 2 mục chưa kiểm được\n"
    )


def test_several_papers_end_in_a_table() -> None:
    form = PeopleForm(Severity.ERROR)
    said = form.paper(report("a.docx")) + form.paper(report("b.docx", MOTTO)) + form.unreadable(BROKEN) + form.end()
    assert said == (
        "a.docx\n"
        "\n"
        "ĐẠT: không có lỗi; đã áp dụng 55 quy định\n"
        "\n"
        "b.docx\n"
        "\n"
        "Quốc hiệu và Tiêu ngữ\n"
        "  Lỗi H02: Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”\n"
        "    Đoạn 3: “Độc lập – Tự do – Hạnh phúc”\n"
        "    Cách sửa: gõ lại: Độc lập\n"
        "    Cơ sở: PL I.II.1.b\n"
        "\n"
        "CHƯA ĐẠT: 1 lỗi; đã áp dụng 55 quy định\n"
        "\n"
        "Tổng hợp 3 tệp: 1 đạt, 1 chưa đạt, 1 không đọc được\n"
        "Lỗi  Cảnh báo  Lưu ý  Chưa kiểm  Kết quả         Tệp\n"
        "  0         0      0          0  ĐẠT             a.docx\n"
        "  1         0      0          0  CHƯA ĐẠT        b.docx\n"
        "  -         -      -          -  KHÔNG ĐỌC ĐƯỢC  c.docx\n"
    )


def test_one_paper_has_no_table() -> None:
    form = PeopleForm(Severity.ERROR)
    form.paper(report("a.docx"))
    assert form.end() == ""


@pytest.mark.parametrize(
    ("given", "level", "said"),
    [
        (report("a", WARNED), "loi", "ĐẠT: không có lỗi, 1 cảnh báo; đã áp dụng 55 quy định"),
        (report("a", WARNED), "canh-bao", "CHƯA ĐẠT: không có lỗi, 1 cảnh báo; đã áp dụng 55 quy định"),
        (
            report("a", finding(H02, "x", severity=Severity.NOTE)),
            "luu-y",
            "CHƯA ĐẠT: không có lỗi, 1 lưu ý; đã áp dụng 55 quy định",
        ),
        (report("a", applied=0), "loi", "CHƯA KIỂM ĐƯỢC: không có lỗi; đã áp dụng 0 quy định"),
        (
            report("a", applied=9, out_of_scope="văn bản của Đảng theo Hướng dẫn 36-HD/VPTW"),
            "loi",
            "KHÔNG XÉT: văn bản của Đảng theo Hướng dẫn 36-HD/VPTW; không có lỗi; đã áp dụng 9 quy định",
        ),
    ],
)
def test_the_verdict_goes_by_the_level_asked_for(given: object, level: str, said: str) -> None:
    assert verdict_line(given, SEVERITIES[level]) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((), "Cả văn bản"),
        ((paragraph(4, "x"),), "Đoạn 4"),
        ((paragraph(4, "x"), paragraph(2, "y"), paragraph(4, "x")), "Đoạn 2, 4"),
        ((paragraph(0, "2", story="header"),), "Đầu trang"),
        ((paragraph(0, "2", story="footer"),), "Chân trang"),
        ((paragraph(0, "2", story="header"), paragraph(8, "x")), "Đoạn 8"),
    ],
)
def test_places_are_told_in_words(places: tuple[object, ...], said: str) -> None:
    assert place_words(places) == said  # type: ignore[arg-type]


def test_lines_for_programs() -> None:
    form = LineForm()
    assert form.paper(report("a.docx", MOTTO, WHOLE, unjudged=(("H04", "không tìm thấy đường kẻ"), ("", "x")))) == (
        "a.docx:3: loi H02 Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”\n"
        "a.docx:0: loi P06 Chưa có số trang\n"
        "a.docx:0: chua-kiem-duoc H04 không tìm thấy đường kẻ\n"
        "a.docx:0: chua-kiem-duoc - x\n"
    )
    assert form.unreadable(BROKEN) == "c.docx:0: khong-doc-duoc - tệp hỏng\n"
    assert form.end() == ""


def test_one_json_document_with_the_same_keys_for_every_paper() -> None:
    form = JsonForm(Severity.ERROR)
    assert form.paper(report("a.docx", MOTTO, INDENTS, loai="công văn", unjudged=(("H04", "x"), ("", "y")))) == ""
    assert form.unreadable(BROKEN) == ""
    said = form.end()
    assert "Độc lập – Tự do" in said
    judged, broken = json.loads(said)["van_ban"]
    assert judged == {
        "tep": "a.docx",
        "loai": "công văn",
        "dat": False,
        "so_loi": 2,
        "so_canh_bao": 0,
        "so_luu_y": 0,
        "da_ap_dung": 55,
        "phat_hien": [
            {
                "quy_dinh": "H02",
                "thanh_phan": "Quốc hiệu và Tiêu ngữ",
                "muc": "loi",
                "dieu_khoan": "PL I.II.1.b",
                "noi_dung": "Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”",
                "cach_sua": "gõ lại: Độc lập",
                "doan": [3],
                "trich": "Độc lập – Tự do – Hạnh phúc",
            },
            {
                "quy_dinh": "B03",
                "thanh_phan": "Nội dung",
                "muc": "loi",
                "dieu_khoan": "PL I.II.1.b",
                "noi_dung": "7 đoạn thụt 5 mm",
                "cach_sua": "đặt 12,7 mm",
                "doan": [9, 10, 11, 12, 13, 14, 15],
                "trich": "Đoạn 9",
            },
        ],
        "chua_kiem_duoc": [{"quy_dinh": "H04", "ly_do": "x"}, {"quy_dinh": None, "ly_do": "y"}],
        "ngoai_pham_vi": None,
        "khong_doc_duoc": None,
    }
    assert list(broken) == list(judged)
    assert broken["khong_doc_duoc"] == "tệp hỏng"


def test_a_paper_that_was_not_judged_is_neither_passed_nor_failed() -> None:
    form = JsonForm(Severity.ERROR)
    form.paper(report("a.docx", applied=0))
    form.paper(report("b.docx", out_of_scope="văn bản của Đảng"))
    form.paper(report("c.docx"))
    assert [paper["dat"] for paper in json.loads(form.end())["van_ban"]] == [None, None, True]


def test_every_form_has_a_name() -> None:
    assert [type(named(name, Severity.ERROR)) for name in ("nguoi", "dong", "json")] == [PeopleForm, LineForm, JsonForm]
