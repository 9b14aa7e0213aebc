import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from docgen.check.finding import Severity
from tests.check.judged import findings, messages
from tests.check.papers import spoil
from tests.check.papers.blocks import Paper
from tests.check.papers.clean import cong_van
from tests.check.papers.head import Head
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import Change, at, mutated


def _paper(*paragraphs: str) -> bytes:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("KẾ HOẠCH", "Công tác văn thư năm 2026")
    paper.body("\n".join(paragraphs))
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    return paper.bytes()


def _listed(labels: str) -> bytes:
    """Return a paper of one paragraph for each label; ":" is a paragraph that leads a list in, "=" one that stands alone."""
    words = {":": "Các đơn vị thực hiện những việc sau:", "=": "Các đơn vị thực hiện theo quy định."}
    return _paper(*(words.get(label, f"{label.replace('_', ' ')} Thực hiện công việc được giao.") for label in labels.split()))


@pytest.mark.parametrize(
    "labels",
    [
        "I. 1. a) b) c) d) đ) e) g) h) i) k) l) m) n) o) p) q) r) s) t) u) v) x) y) 2. II. 1. 2. III. 1.",
        "I. 1. 2. II. 3. 4. III. 5.",
        "1. a) b) : a) b) 2. a) b)",
        ": 1. 2. 3. = 1. 2. 3.",
        "1. - - : 1. 2.",
        "1. 2. 30. = 3.",
        "1. a) - - b) - + + c) 2.",
        "Chương_I Điều_1. Điều_2. 1. 2. Chương_II Điều_3. 1. 2.",
    ],
)
def test_orders_that_are_right(labels: str) -> None:
    assert messages(_listed(labels), "B08") == []


def test_initials_and_quantities_that_open_a_paragraph_are_no_numbers() -> None:
    lines = ("I. NỘI DUNG", "V.I. Lênin từng nói: “Học, học nữa, học mãi”.", "V.v. và v.v.")
    paper = _paper(*lines, "2.5 triệu liều vắc xin đã được tiêm.", "II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng theo dõi.")
    assert messages(paper, "B08") == []
    assert messages(paper, "B06") == []


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        ("I. II. IV. V.", "Đánh số nhảy từ “II.” đến “IV.”"),
        ("1. 2. 2. 3.", "Số “2.” ghi hai lần"),
        ("1. 2. 3. 2. 4.", "Đánh số lùi từ “3.” về “2.”"),
        ("I. 1. 2. II. 2. 4.", "Bắt đầu đánh số từ “2.”"),
        ("1. a) b) đ)", "Đánh số nhảy từ “b)” đến “đ)”"),
        ("Điều_1. Điều_3.", "Đánh số nhảy từ “Điều 1.” đến “Điều 3.”"),
        ("1. 1.1. 1.2. 2. 1.1.", "“1.1.” không thuộc khoản đứng trên nó"),
        ("1. 1.1. 1.3. 2.", "Đánh số nhảy từ “1.1.” đến “1.3.”"),
    ],
)
def test_orders_that_break(labels: str, says: str) -> None:
    assert says in messages(_listed(labels), "B08")


def test_what_a_text_quotes_has_numbers_of_its_own() -> None:
    quoted = ("“2. Cơ sở phải có giấy chứng nhận.", "3/ Cơ sở phải niêm yết giá.", "d) Báo cáo.”.")
    paper = _paper("1. Sửa đổi khoản 2 như sau:", *quoted, "2. Các nội dung khác giữ nguyên.")
    assert messages(paper, "B08") == messages(paper, "B07") == []
    assert messages(_paper("1. Sửa đổi khoản 2 như sau:", *quoted[:2], "4. Các nội dung khác giữ nguyên."), "B08")


def test_many_jumps_are_one_finding() -> None:
    assert messages(_listed("I. 1. 3. II. 1. 3."), "B08") == ["Đánh số nhảy từ “1.” đến “3.” (2 chỗ)"]


@pytest.mark.parametrize(("labels", "severity"), [("1. 1.1. 1.2. 2.", Severity.NOTE), ("1. 1.1. 1.1.1. 2.", Severity.WARNING)])
def test_numbers_in_numbers(labels: str, severity: Severity) -> None:
    assert [found.severity for found in findings(_listed(labels), "B08")] == [severity]


@pytest.mark.parametrize(
    ("labels", "says"),
    [
        ("1. a) b) c) d) e)", "“e)” sai thứ tự"),
        ("1. a) b) c) d) đ) e) f)", "“f)” sai thứ tự"),
        ("1. a) b) c) d) đ) e) g) h) i) j)", "“j)” sai thứ tự"),
        ("1. a. b. c.", "dạng “a.”, phải là “a)” (3 chỗ)"),
        ("1. (a) (b)", "dạng “(a)”"),
        ("1) 2)", "dạng “1)”, phải là “1.”"),
        ("1- 2-", "dạng “1-”, phải là “1.”"),
        ("1. a/ b/", "dạng “a/”, phải là “a)”"),
    ],
)
def test_letters_and_marks_that_are_wrong(labels: str, says: str) -> None:
    paper = _listed(labels)
    assert any(says in message for message in messages(paper, "B07"))
    assert messages(paper, "B08") == []


@pytest.mark.parametrize(
    "words",
    [
        "3/4 số hộ dân đã đăng ký tham gia.",
        "2-3 ngày trước hội nghị, Văn phòng gửi tài liệu.",
        "24/7 là thời gian trực của đường dây nóng.",
        "V/v tổ chức hội nghị: giao Văn phòng chuẩn bị.",
        "Ý kiến của các đơn vị được tổng hợp đầy đủ.",
    ],
)
def test_words_that_look_like_labels(words: str) -> None:
    paper = _paper("Các đơn vị thực hiện như sau:", words)
    assert [messages(paper, rule) for rule in ("B06", "B07", "B08")] == [[]] * 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("II. Chỉ tiêu năm 2024", "phải là chữ in hoa"),
        ("II/ CHỈ TIÊU NĂM 2024", "“I/”"),
        ("II. CHỈ TIÊU NĂM 2024", None),
        ("II. CHỈ TIÊU NĂM 2024 (SMEs)", None),
    ],
)
def test_forms_of_a_heading(words: str, says: str | None) -> None:
    found = messages(mutated(ke_hoach(), at("II. CHỈ TIÊU", spoil.set_text(words))), "B06")
    assert [says in message for message in found if says] == ([True] if says else [])
    assert bool(found) is bool(says)


@pytest.mark.parametrize(
    ("mark", "title", "says"),
    [
        ("Chương I", "QUY ĐỊNH CHUNG", None),
        ("Mục 1", "QUẢN LÝ VĂN BẢN", None),
        ("CHƯƠNG I", "QUY ĐỊNH CHUNG", "Chữ “CHƯƠNG” phải viết “Chương”"),
        ("Chương 1", "QUY ĐỊNH CHUNG", "Số của “Chương” phải là số La Mã"),
        ("Phần thứ nhất", "KẾT QUẢ", "Số của “Phần” phải là số La Mã"),
        ("Mục I", "QUẢN LÝ VĂN BẢN", "Số của “Mục” phải là số Ả Rập"),
        ("Chương I", "Quy định chung", "Tiêu đề của “Chương” phải là chữ in hoa"),
    ],
)
def test_forms_of_a_part(mark: str, title: str, says: str | None) -> None:
    paper = Paper()
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/QC-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("QUY CHẾ", "Công tác văn thư của Ủy ban nhân dân xã Đông Hải")
    paper.body("Quy chế này gồm các quy định sau:")
    paper.part(mark, title)
    paper.body("**Điều 1. Phạm vi điều chỉnh**\nQuy chế này quy định về công tác văn thư./.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    assert messages(paper.bytes(), "B06") == ([says] if says else [])


def test_a_slanted_heading_is_told() -> None:
    found = messages(mutated(ke_hoach(), at("II. CHỈ TIÊU", spoil.set_italic(True))), "B06")
    assert found == ["Đề mục đánh số La Mã phải là chữ đứng"]


def test_a_slanted_title_of_a_clause_is_told() -> None:
    found = messages(mutated(cong_van(), at("1. Sở Văn hóa", spoil.set_italic(True))), "B06")
    assert found == ["Tiêu đề của khoản phải là chữ đứng"]


def test_headings_with_letters_in_capitals_are_not_those_of_the_decree() -> None:
    found = findings(_paper("**A. TÌNH HÌNH CHUNG**", "Các đơn vị đã triển khai kế hoạch."), "B06")
    assert [(each.message, each.severity) for each in found] == [
        ("Đề mục đánh bằng chữ “A.”, Nghị định dùng “Phần I”, “I.”, “1.”, “a)”", Severity.NOTE)
    ]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("1. 1.1. 1.1.1. 1.1.2. 1.2. 1.2.1. 1.2.2. 1.3. 2. 2.1.", []),
        ("1. 1.1. 1.1.1. 1.3.", ["Đánh số nhảy từ “1.1.” đến “1.3.”"]),
        ("1. 1.1. 1.1.1. 1.1.3.", ["Đánh số nhảy từ “1.1.1.” đến “1.1.3.”"]),
    ],
)
def test_numbers_go_on_behind_deeper_ones(labels: str, expected: list[str]) -> None:
    assert [each for each in messages(_listed(labels), "B08") if not each.startswith("Đánh số dạng")] == expected


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("1. Thành phần", "- Lãnh đạo các phòng;", "- Công chức văn thư."), "Tiêu đề của khoản phải đậm"),
        (("1. Thành phần", "Lãnh đạo các phòng.", "**2. Yêu cầu**", "Có mặt đúng giờ."), "Tiêu đề của khoản phải đậm"),
        (("1. Thành phần", "1.1. Lãnh đạo các phòng.", "1.2. Công chức văn thư."), "Tiêu đề của khoản phải đậm"),
        (("**1. Thành phần**", "- Lãnh đạo các phòng."), None),
        (("1. Lãnh đạo các phòng", "2. Công chức văn thư"), None),
        (("1. Lãnh đạo các phòng", "2. Công chức văn thư", "Các thành phần trên có mặt đúng giờ."), None),
        (("1. Thành phần: lãnh đạo các phòng", "- Công chức văn thư."), None),
        (("1. Thành phần gồm:", "- Lãnh đạo các phòng."), None),
        (("1. Lãnh đạo các phòng dự họp;", "- Công chức văn thư dự họp."), None),
        (("1. Lãnh đạo các phòng", "và công chức văn thư dự họp."), None),
        (("1. Ông Nguyễn Văn An - Tổ trưởng", "Tổ có nhiệm vụ rà soát, báo cáo."), None),
        (("Phần I của Đề án đã hoàn thành trong năm 2025.",), None),
    ],
)
def test_a_title_on_a_line_of_its_own_is_bold(lines: tuple[str, ...], says: str | None) -> None:
    assert messages(_paper("I. NỘI DUNG", *lines), "B06") == ([says] if says else [])


@pytest.mark.parametrize("title", ["1. Ban Giám hiệu:", "1- Ban Giám hiệu:", "1.1. Công an phường", "a) Về kinh tế"])
def test_a_title_stands_upright(title: str) -> None:
    slanted = mutated(_paper(f"**{title}**", "Chủ trì thực hiện."), at(title[:4], spoil.set_italic(True)))
    name = "điểm" if title.startswith("a)") else "khoản"
    assert messages(slanted, "B06") == [f"Tiêu đề của {name} phải là chữ đứng"]
    assert messages(_paper(f"**{title}**", "Chủ trì thực hiện."), "B06") == []


def test_a_sentence_in_italics_is_no_title() -> None:
    sentence = "1. Chủ trì thực hiện, báo cáo kết quả."
    assert messages(mutated(_paper(sentence), at("1.", spoil.set_italic(True))), "B06") == []


@pytest.mark.parametrize("numbered", ["I. MỤC ĐÍCH", "**1. Mục đích**"])
def test_a_number_that_word_sets_is_as_bold_as_its_title(numbered: str) -> None:
    paper = Paper(numbered=True)
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("KẾ HOẠCH", "Công tác văn thư năm 2026")
    paper.body(f"{numbered}\nNâng cao chất lượng công tác văn thư.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    assert messages(paper.bytes(), "B06") == []
    mark = numbered.strip("*").split(". ")[1]
    thin = mutated(paper.bytes(), at(mark, spoil.thin_mark))
    assert messages(thin, "B06") == ["Số của đề mục phải đậm như tiêu đề"]


def test_a_typed_number_is_as_bold_as_its_title() -> None:
    paper = mutated(_paper("**1. Mục đích**", "Nâng cao chất lượng."), at("1. Mục", spoil.thin_opening("1. ")))
    assert messages(paper, "B06") == ["Số của đề mục phải đậm như tiêu đề"]


def test_a_part_with_its_title_beside_it_stands_in_the_middle_all_the_same() -> None:
    found = messages(_paper("**Phần I. ĐÁNH GIÁ TÌNH HÌNH**", "Nâng cao chất lượng công tác văn thư."), "B06")
    assert found == ["Tiêu đề của “Phần” phải ở dòng dưới", "“Phần” phải canh giữa"]


def _levels_in(face: str) -> Change:
    """Return the change that gives the numbers themselves a face, as LibreOffice and Google do."""

    def change(document: Document) -> None:
        for level in document.part.numbering_part.element.iter(qn("w:lvl")):
            level.append(parse_xml(f"<w:rPr {nsdecls('w')}>{face}</w:rPr>"))

    return change


def _in_a_style(document: Document) -> None:
    """Set the titles by a bold style instead of by their letters, as who uses Word's own headings does."""
    style = document.styles.add_style("Đề mục", WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold = True
    for paragraph in document.paragraphs:
        if paragraph.runs and paragraph.runs[0].bold and paragraph._p.xpath("w:pPr/w:numPr"):
            paragraph.style = style
            spoil.thin_mark(paragraph)
            paragraph.runs[0].bold = None


def _in_a_control(document: Document) -> None:
    """Put each title's words in a content control, as templates of offices do."""
    for paragraph in document.paragraphs:
        if paragraph.runs and paragraph.runs[0].bold and paragraph._p.xpath("w:pPr/w:numPr"):
            control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
            run = paragraph.runs[0]._r
            run.addprevious(control)
            control[1].append(run)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((), False),
        ((_levels_in("<w:b/>"), at("MỤC ĐÍCH", spoil.thin_mark)), False),
        ((_levels_in('<w:b w:val="0"/>'),), True),
        ((_levels_in('<w:u w:val="none"/>'),), False),
        ((_levels_in('<w:rFonts w:asciiTheme="minorHAnsi"/>'),), False),
        ((_in_a_style,), False),
        ((_in_a_style, _levels_in('<w:b w:val="0"/>')), True),
        ((_in_a_control,), False),
        ((_in_a_control, _levels_in('<w:b w:val="0"/>')), True),
    ],
)
def test_where_the_face_of_a_number_comes_from(changes: tuple[Change, ...], told: bool) -> None:
    paper = Paper(numbered=True)
    paper.head(Head(("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG HẢI"), "Số: 15/KH-UBND", "Đông Hải, ngày 05 tháng 3 năm 2026"))
    paper.title("KẾ HOẠCH", "Công tác văn thư năm 2026")
    paper.body("I. MỤC ĐÍCH\nNâng cao chất lượng công tác văn thư.")
    paper.signature(("Lưu: VT",), ("CHỦ TỊCH",), "Phạm Hoài Nam")
    assert messages(mutated(paper.bytes(), *changes), "B06") == (["Số của đề mục phải đậm như tiêu đề"] if told else [])


@pytest.mark.parametrize(
    ("title", "beside", "told"),
    [
        ("2. Yêu cầu:", "**1. Mục đích**", True),
        ("2. Yêu cầu:", "1. Nâng cao chất lượng.", False),
        ("2. Các đơn vị có trách nhiệm:", "**1. Mục đích**", False),
        ("2. Hồ sơ gồm:", "**1. Mục đích**", False),
    ],
)
def test_a_title_with_a_colon_is_bold_where_its_like_are(title: str, beside: str, told: bool) -> None:
    paper = _paper(beside, "Nâng cao chất lượng công tác văn thư.", title, "- Thực hiện đúng quy định.")
    assert messages(paper, "B06") == (["Tiêu đề của khoản phải đậm"] if told else [])
