"""What Word leaves in a file and a reader never meant: fields, controls, marks of changes, hidden words, parts that are not read."""

from typing import Any

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement

from docgen.check.docview import open_view
from docgen.check.finding import Severity
from docgen.check.judging import judge
from tests.check.papers import spoil
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import Change, at, find, mutated
from tests.check.raw import NAMESPACES, docx, package, paragraph, parts_of, run, view

BODY = "a) Giúp người dân"
VIEC = "c) Hình thành lực lượng nòng cốt"


def said(*changes: Change) -> list[tuple[str, str]]:
    return [(each.rule.id, each.message) for each in judge("tờ", mutated(ke_hoach(), *changes)).findings]


def put(words: str) -> Change:
    return at(VIEC, spoil.set_text(words))


# Numbers of pages.


def numbered(form: str) -> Change:
    def change(document: Document) -> None:
        for properties in document.element.body.iter(qn("w:sectPr")):
            numbers: Any = properties.find(qn("w:pgNumType"))
            if numbers is None:
                numbers = OxmlElement("w:pgNumType")
                properties.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
            numbers.set(qn("w:fmt"), form)

    return change


def coded(code: str) -> Change:
    def change(document: Document) -> None:
        for text in document.sections[0].header.paragraphs[0]._p.iter(qn("w:instrText")):
            text.text = code

    return change


@pytest.mark.parametrize(
    "change",
    [numbered("lowerRoman"), numbered("upperRoman"), numbered("upperLetter"), numbered("lowerLetter"), numbered("cardinalText"),
     coded(r" PAGE \* ROMAN "), coded(r" PAGE \* roman \* MERGEFORMAT"), coded(r"PAGE  \* ALPHABETIC")],
)  # fmt: skip
def test_page_numbers_that_are_not_arabic(change: Change) -> None:
    assert ("P06", "Số trang không phải chữ số Ả Rập") in said(change)


@pytest.mark.parametrize(
    "change",
    [numbered("decimal"), numbered("numberInDash"), coded(" PAGE "), coded(r" PAGE \* MERGEFORMAT "), coded(r"PAGE \* Arabic"),
     coded(r" PAGE  \* Arabic \* MERGEFORMAT "), coded(r"page \* arabic"), coded(r" PAGE \* CHARFORMAT ")],
)  # fmt: skip
def test_page_numbers_that_are_arabic(change: Change) -> None:
    assert "P06" not in {rule for rule, _ in said(change)}


# Letters of other codes.


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ViÖc thùc hiÖn ph¶i thiÕt thùc, ®óng thêi gian, râ ®¬n vÞ chÞu tr¸ch nhiÖm.", "TCVN3"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "TCVN3"),
        ("§éc lËp - Tù do - H¹nh phóc, c¸c ®¬n vÞ b¸o c¸o kÕt qu¶", "TCVN3"),
        ("Uû ban nh©n d©n tØnh giao c¸c së, ban, ngµnh", "TCVN3"),
        ("Vieäc thöïc hieän phaûi thieát thöïc, ñuùng thôøi gian", "VNI"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI"),
        ("Uûy ban nhaân daân tænh giao caùc sôû, ban, ngaønh baùo caùo", "VNI"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "VNI"),
    ],
)
def test_letters_of_old_codes_in_another_font(words: str, code: str) -> None:
    assert any(rule == "P04" and code in message for rule, message in said(put(words)))


@pytest.mark.parametrize(
    "words",
    [
        "Việc thực hiện phải thiết thực, đúng thời gian, rõ đơn vị chịu trách nhiệm.",
        "Chuyên gia Müller, Señor Peña và ông François phối hợp thực hiện.",
        "Bụi PM2,5 không quá 50 µg/m³; diện tích 25 m² (đạt 98,5 %).",
        "Nhiệt độ từ 20°C đến 25°C; sai số ±0,5; tỷ lệ ½ và ¾.",
        "Sở Xây dựng® phối hợp với Microsoft© và Samsung™ thực hiện.",
        "Hộ dân tộc Khmer, lễ hội Óoc Om Bóc - Đua ghe Ngo được tổ chức hằng năm.",
        "Uỷ ban nhân dân tỉnh, hoà giải viên, thuỷ lợi, quý I và quý II.",
        "Khuỷu, khuya, thuở, quờ quạng, nghuệch ngoạc, loằng ngoằng.",
    ],
)
def test_letters_that_are_unicode(words: str) -> None:
    assert "P04" not in {rule for rule, _ in said(put(words))}


# What was to be filled in.


def control(words: str, *, empty: bool = True) -> Change:
    def change(document: Document) -> None:
        shown = "<w:showingPlcHdr/>" if empty else ""
        xml = (
            f"<w:sdt {nsdecls('w')}><w:sdtPr>{shown}</w:sdtPr><w:sdtContent><w:r><w:t>{words}</w:t></w:r></w:sdtContent></w:sdt>"
        )
        find(document, VIEC)._p.append(parse_xml(xml))

    return change


def in_field(code: str, shown: str) -> Change:
    def change(document: Document) -> None:
        words = f"<w:r><w:t>{shown}</w:t></w:r>" if shown else ""
        field = f'<w:fldSimple {nsdecls("w")} w:instr=" {code} ">{words}</w:fldSimple>'
        find(document, VIEC)._p.append(parse_xml(field))

    return change


@pytest.mark.parametrize(
    "change",
    [in_field("MERGEFIELD Ten_don_vi", "«Tên đơn vị»"), in_field("MACROBUTTON NoMacro [Bấm vào đây để nhập tên]", ""),
     put("Giao «Ten_don_vi» chủ trì thực hiện."), put("Giao «TenDonVi», «SoLuong» người."), put("«Kính_gửi»"),
     put("thực hiện theo mục Error! Reference source not found. của Kế hoạch này."), put("Lỗi! Không tìm thấy nguồn tham chiếu."),
     put("xem Error! Bookmark not defined."), control("Bấm hoặc gõ vào đây để nhập văn bản."), control("Click here to enter text.")],
)  # fmt: skip
def test_what_word_left_to_be_filled(change: Change) -> None:
    found = [each for each in judge("tờ", mutated(ke_hoach(), change)).findings if each.rule.id == "X11"]
    assert [each.severity for each in found] == [Severity.ERROR] * len(found)
    assert found


@pytest.mark.parametrize(
    "change",
    [in_field("MERGEFIELD Ten_don_vi", "Sở Nội vụ"), in_field("REF ten", "Tìm hiểu pháp luật"),
     put("Phong trào « Toàn dân đoàn kết » được duy trì."), put("Tổ chức cuộc thi “Tìm hiểu pháp luật”."), control("trong ô", empty=False),
     put("Lỗi do người dùng không tìm thấy nguồn."), put("Các đơn vị báo cáo kịp thời."), put("Giá trị lớn hơn 5 << 10."),
     control("Sở Nội vụ", empty=False), put("Sửa lỗi chính tả trong văn bản.")],
)  # fmt: skip
def test_what_looks_like_something_to_fill(change: Change) -> None:
    assert "X11" not in {rule for rule, _ in said(change)}


# Struck words, comments, watermarks.


def struck(start: str) -> Change:
    def spoiled(words: Any) -> None:
        for each in words.runs:
            each.font.strike = True

    return at(start, spoiled)


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ((struck(VIEC),), Severity.WARNING),
        ((struck(BODY),), Severity.WARNING),
        ((struck("- Lưu"),), Severity.WARNING),
        ((struck(VIEC), at("Số:", spoil.set_text("Số:      /KH-UBND"))), Severity.NOTE),
    ],
)
def test_struck_words(changes: tuple[Change, ...], severity: Severity) -> None:
    found = [each for each in judge("tờ", mutated(ke_hoach(), *changes)).findings if "gạch ngang" in each.message]
    assert [(each.rule.id, each.severity) for each in found] == [("X11", severity)]


def test_comments_and_watermarks_are_told() -> None:
    parts = parts_of(
        paragraph(run("Nội dung")) + '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>', header1=""
    )
    mark = '<v:shape><v:textpath string="BẢN NHÁP"/></v:shape>'
    parts["word/header1.xml"] = str(parts["word/header1.xml"]).replace(
        "></w:hdr>", f"><w:p><w:r><w:pict>{mark}</w:pict></w:r></w:p></w:hdr>"
    )
    parts["word/comments.xml"] = str(parts["word/header1.xml"]).split(">")[0].replace("w:hdr", "w:comments") + (
        '><w:comment w:id="0"><w:p/></w:comment></w:comments>'
    )
    related = str(parts["word/_rels/document.xml.rels"])
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    parts["word/_rels/document.xml.rels"] = related.replace(
        "</Relationships>", f'<Relationship Id="c" Type="{kind}" Target="comments.xml"/></Relationships>'
    )
    from tests.check.raw import package  # noqa: PLC0415

    messages = [each.message for each in judge("tờ", package(parts)).findings if each.rule.id == "X11"]
    assert messages == ["Còn ghi chú (comment) bên lề", "Trang còn chữ chìm “BẢN NHÁP”"]


# Tracked changes.

DELETED = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (paragraph(run("Số: 15"), DELETED) + paragraph(run("/KH-UBND")), ["Số: 15/KH-UBND"]),
        (paragraph(run("một"), DELETED) + paragraph(run(" hai"), DELETED) + paragraph(run(" ba")), ["một hai ba"]),
        (paragraph("", DELETED) + paragraph(run("hai")), ["hai"]),
        (paragraph(run("một"), DELETED) + paragraph(""), ["một"]),
        (paragraph(run("một"), DELETED) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", ["một", ""]),
        (paragraph(run("một"), "<w:rPr><w:moveFrom w:id='1' w:author='a'/></w:rPr>") + paragraph(run(" hai")), ["một hai"]),
        (paragraph(run("một"), "<w:rPr><w:ins w:id='1' w:author='a'/></w:rPr>") + paragraph(run("hai")), ["một", "hai"]),
        (paragraph(run("một")) + paragraph(run("hai"), DELETED), ["một", "hai"]),
    ],
)
def test_a_deleted_mark_joins_two_paragraphs(body: str, texts: list[str]) -> None:
    assert [each.text for each in view(body).paragraphs] == texts


@pytest.mark.parametrize(
    ("body", "tracked"),
    [
        (paragraph(run("a", "<w:rPrChange w:id='1' w:author='a'><w:rPr/></w:rPrChange>")), True),
        (paragraph(run("a"), "<w:pPrChange w:id='1' w:author='a'><w:pPr/></w:pPrChange>"), True),
        (paragraph(run("a")) + "<w:sectPr><w:sectPrChange w:id='1' w:author='a'/></w:sectPr>", True),
        (paragraph(run("a"), DELETED) + paragraph(run("b")), True),
        (paragraph(f"<w:ins w:id='1'>{run('a')}</w:ins>"), True),
        ("<w:tbl><w:tblPr><w:tblPrChange w:id='1' w:author='a'/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", True),
        (paragraph(run("a", "<w:b/>")), False),
        (paragraph(run("a"), "<w:rPr><w:b/></w:rPr>"), False),
    ],
)
def test_changes_that_wait_to_be_accepted(body: str, tracked: bool) -> None:
    assert view(body).tracked is tracked


def test_a_deleted_row_is_not_read() -> None:
    rows = "<w:tr><w:trPr><w:del w:id='1' w:author='a'/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr>"
    assert len(view(f"<w:tbl>{rows}</w:tbl>").blocks[0].rows) == 1  # type: ignore[union-attr]


# Hidden and white words.

HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (paragraph(run("ẩn", "<w:vanish/>"), HIDDEN) + paragraph(run("hiện")), ["hiện"]),
        (paragraph("", HIDDEN) + paragraph(run("hiện")), ["hiện"]),
        (paragraph(run("ẩn", "<w:vanish/>")) + paragraph(run("hiện")), ["", "hiện"]),
        (paragraph(run("hiện"), HIDDEN), ["hiện"]),
    ],
)
def test_what_is_hidden_is_no_paragraph(body: str, texts: list[str]) -> None:
    assert [each.text for each in view(body).paragraphs] == texts


WHITE = '<w:color w:val="FFFFFF"/>'
CELL = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr>'
    + paragraph(run("trắng", WHITE))
    + "</w:tc></w:tr></w:tbl>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("thấy") + run("trắng", WHITE)), "thấy"),
        (paragraph(run("trắng", WHITE)), ""),
        (paragraph(run("trắng", WHITE + '<w:shd w:val="clear" w:fill="000000"/>')), "trắng"),
        (paragraph(run("trắng", WHITE + '<w:highlight w:val="blue"/>')), "trắng"),
        (paragraph(run("trắng", WHITE), '<w:shd w:val="clear" w:fill="1F497D"/>'), "trắng"),
        (CELL.format(fill="1F497D"), "trắng"),
        (CELL.format(fill="auto"), ""),
        (CELL.format(fill="FFFFFF"), ""),
    ],
)
def test_white_words_on_white_paper_are_not_read(body: str, text: str) -> None:
    assert view(body).paragraphs[0].text == text


@pytest.mark.parametrize("words", ["TÊN LOẠI VĂN BẢN", "BÁO CÁO", "MẬT"])
def test_white_words_are_no_title_and_are_told(words: str) -> None:
    def change(document: Document) -> None:
        spoil.insert_paragraph_after(words)(find(document, "KẾ HOẠCH"))
        spoil.set_color("FFFFFF")(find(document, words))

    report = judge("tờ", mutated(ke_hoach(), change))
    assert report.loai == "kế hoạch"
    assert [each.message for each in report.findings if each.rule.id == "P05"] == ["Chữ màu trắng, phải là màu đen"]


# Parts that are not read; fonts, gutters, borders.


@pytest.mark.parametrize(
    ("body", "unread"),
    [
        (
            '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/2006/chart"/></a:graphic></wp:inline></w:drawing></w:r>',
            "biểu đồ",
        ),
        (
            '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/2006/diagram"/></a:graphic></wp:inline></w:drawing></w:r>',
            "sơ đồ SmartArt",
        ),
        (
            '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/2006/picture"/></a:graphic></wp:inline></w:drawing></w:r>',
            "chữ trong hình ảnh",
        ),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", "đối tượng nhúng (OLE)"),
        ("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>", "chữ trong hình ảnh"),
    ],
)
def test_each_part_that_is_not_read_is_named(body: str, unread: str) -> None:
    assert view(paragraph(body)).unread == (unread,)


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_notes_are_named(kind: str) -> None:
    note = kind.removesuffix("s")
    parts = parts_of(
        paragraph(run("a")), **{kind: f'<w:{note} w:id="1"><w:p/></w:{note}><w:{note} w:type="separator" w:id="0"/>'}
    )
    assert [words for words in open_view("tờ", package(parts)).unread if "chú thích" in words]


def test_footnotes_are_read_where_they_are_called_for() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = (
        f"<w:p><w:r><w:t>Một</w:t></w:r>{call.format(7)}<w:r><w:t>, hai</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>Ba</w:t></w:r>{call.format(2)}{call.format(9)}</w:p>"
    )
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {words}</w:t></w:r></w:p></w:footnote>'
        for number, words in ((2, "của ba"), (7, "của một"))
    )
    parts = parts_of(body, footnotes="")
    parts["word/footnotes.xml"] = f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>"
    read = open_view("a.docx", package(parts))
    assert [(each.text, each.notes) for each in read.paragraphs] == [("Một, hai", ((3, "1"),)), ("Ba", ((2, "2"), (2, "3")))]
    assert {name: [each.words for each in made] for name, made in read.footnotes.items()} == {"1": ["của một"], "2": ["của ba"]}


@pytest.mark.parametrize(
    ("properties", "font"),
    [
        ('<w:rFonts w:ascii="Times New Roman" w:cs="Arial"/><w:cs/>', "Arial"),
        ('<w:rFonts w:ascii="Times New Roman" w:cs="Arial"/><w:rtl/>', "Arial"),
        ('<w:rFonts w:ascii="Arial" w:cs="Times New Roman"/><w:cs/>', "Times New Roman"),
        ('<w:rFonts w:ascii="Times New Roman" w:cs="Arial"/>', "Times New Roman"),
        ('<w:rFonts w:ascii="Times New Roman" w:cs="Arial"/><w:cs w:val="0"/>', "Times New Roman"),
        ('<w:rFonts w:ascii="Times New Roman"/><w:cs/>', "Times New Roman"),
    ],
)
def test_the_font_of_a_complex_script_is_the_one_that_is_used(properties: str, font: str) -> None:
    assert view(paragraph(run("chữ", properties))).paragraphs[0].spans[0].face.ascii_font == font


@pytest.mark.parametrize(
    ("settings", "left", "top"), [("", 40, 20), ("<w:gutterAtTop/>", 30, 30), ('<w:gutterAtTop w:val="0"/>', 40, 20)]
)
def test_a_gutter_belongs_to_its_side(settings: str, left: float, top: float) -> None:
    page = '<w:sectPr><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851" w:gutter="567"/></w:sectPr>'
    section = view(paragraph(run("a")) + page, settings=settings).sections[0]
    assert (round(section.margins["trai"]), round(section.margins["tren"])) == (left, top)


@pytest.mark.parametrize(
    ("border", "told"),
    [('<w:top w:val="single" w:color="FF0000"/>', True), ('<w:top w:val="single" w:color="0070C0"/>', True),
     ('<w:top w:val="single" w:color="000000"/>', False), ('<w:top w:val="single" w:color="auto"/>', False),
     ('<w:top w:val="nil" w:color="FF0000"/>', False), ("", False)],
)  # fmt: skip
def test_the_colour_of_a_page_border(border: str, told: bool) -> None:
    data = docx(paragraph(run("a")) + f"<w:sectPr><w:pgBorders>{border}</w:pgBorders></w:sectPr>")
    assert any("Khung viền trang" in each.message for each in judge("tờ", data).findings) is told


# The date, doubled marks, years.


def clock(kind: str) -> Change:
    def change(document: Document) -> None:
        words: Any = find(document, "Sóc Trăng, ngày")._p
        words.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {kind} "/>'))

    return change


@pytest.mark.parametrize(("kind", "told"), [("DATE", True), ("SAVEDATE", True), ("TIME", True), ("PRINTDATE", True),
                                            ("REF ngay", False), ("DOCPROPERTY ngay", False)])  # fmt: skip
def test_a_date_that_moves(kind: str, told: bool) -> None:
    assert any("trường DATE" in message for _, message in said(clock(kind))) is told


@pytest.mark.parametrize(
    "words",
    ["Báo cáo kết quả về Sở Nội vụ.. Đơn vị nào chậm phải giải trình.", "Đơn vị nào chậm,, phải giải trình.", "Gồm có:: hồ sơ.",
     "Hồ sơ gồm đơn;; tờ khai.", "Các sở, ban, ngành,. Các huyện.", "Thực hiện nghiêm túc., báo cáo kết quả.", "Giai đoạn 2025- 2026.",
     "Giai đoạn 2025 -2026.", "Giai đoạn 2025 –2030."],
)  # fmt: skip
def test_marks_that_stand_twice(words: str) -> None:
    assert "X03" in {rule for rule, _ in said(put(words))}


@pytest.mark.parametrize(
    "words",
    ["Văn nghệ, thể thao, v.v., được tổ chức hằng năm.", "Gồm nhiều nội dung... và hình thức.", "Kế hoạch số ../KH-UBND.", "Giai đoạn 2025 - 2026.",
     "Giai đoạn 2025-2026.", "Từ ngày..tháng..năm 2026.", "Thực hiện tại TP. Huế; TX. Hương Thủy.", "Mức 1.5, 2.5 và 3.5."],
)  # fmt: skip
def test_marks_that_belong_there(words: str) -> None:
    assert not [
        message for rule, message in said(put(words)) if rule == "X03" and ("gõ thừa" in message or "gạch nối" in message)
    ]


@pytest.mark.parametrize(
    "change",
    [
        control("Bấm hoặc gõ vào đây để nhập văn bản."),
        put("thực hiện theo mục Error! Reference source not found., rõ đơn vị chịu trách nhiệm."),
        put("Theo mục Lỗi! Không tìm thấy nguồn tham chiếu. các đơn vị báo cáo."),
    ],
)
def test_words_of_word_s_own_are_told_once(change: Change) -> None:
    assert {rule for rule, _ in said(change)} == {"X11"}
