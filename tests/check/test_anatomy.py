"""Which paragraph is which component, however the paper is laid out; "not found" rather than a guess."""

from collections.abc import Iterable

import pytest

from docgen.check.anatomy import Paper, read_paper
from docgen.check.docview import open_view
from docgen.check.view import Line, Paragraph
from tests.check.papers import clean
from tests.check.papers.mau import MAU
from tests.check.raw import docx, paragraph, run


def read(data: bytes) -> Paper:
    return read_paper("thu.docx", open_view("thu.docx", data))


def words(lines: Iterable[Line | Paragraph]) -> list[str]:
    return [line.words for line in lines]


@pytest.mark.parametrize("layout", clean.HEADER_LAYOUTS)
def test_the_head_is_found_in_every_layout(layout: str) -> None:
    paper = read(clean.cong_van(layout))
    head = paper.head
    assert head.quoc_hieu is not None
    assert head.quoc_hieu.words == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert head.tieu_ngu is not None
    assert head.tieu_ngu.words == "Độc lập - Tự do - Hạnh phúc"
    assert words(head.ban_hanh) == ["ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG"]
    assert head.chu_quan == ()
    assert head.so_ky_hieu is not None
    assert head.so_ky_hieu.words == "Số: 612/UBND-VX"
    assert head.dia_danh is not None
    assert head.dia_danh.words == "Sóc Trăng, ngày 18 tháng 3 năm 2024"
    assert " ".join(words(head.trich_yeu_cong_van)) == "V/v tổ chức Ngày Sách và Văn hóa đọc Việt Nam năm 2024"
    assert [round(rule.length or 0) for rule in head.ke_tieu_ngu] == [60]
    assert [round(rule.length or 0) for rule in head.ke_co_quan] == [16]
    assert head.ke_cong_van == ()
    assert head.beside in (True, None)
    assert paper.loai == "công văn"
    assert paper.ten_loai is None
    assert words(paper.kinh_gui)[0] == "Kính gửi:"
    assert len(paper.kinh_gui) == 5
    assert words(paper.main)[0].startswith("Thực hiện Quyết định số 1862/QĐ-TTg")


@pytest.mark.parametrize(
    ("name", "loai"),
    [
        ("1.1", "nghị quyết"), ("1.2", "quyết định"), ("1.3", "quyết định"), ("1.4", "đề án"), ("1.5", "công văn"),
        ("1.6", "công điện"), ("1.7", "giấy mời"), ("1.8", "giấy giới thiệu"), ("1.9", "biên bản"), ("1.10", "giấy nghỉ phép"),
    ],
)  # fmt: skip
def test_the_kind_of_each_specimen_is_known(name: str, loai: str) -> None:
    paper = read(MAU[name]())
    assert paper.loai == loai
    assert paper.chu_ky
    assert all(signature.ho_ten for signature in paper.chu_ky)
    assert paper.noi_nhan is not None
    assert paper.danh_sach[-1].words.startswith("- Lưu: VT")
    assert paper.out_of_scope is None


def test_minutes_have_two_signatures_and_no_date_line() -> None:
    paper = read(MAU["1.9"]())
    assert [words(signature.quyen_han) for signature in paper.chu_ky] == [["THƯ KÝ"], ["CHỦ TỌA"]]
    assert paper.head.dia_danh is None


@pytest.mark.parametrize("name", ["2.1", "2.2"])
def test_an_appendix_alone_has_no_head(name: str) -> None:
    paper = read(MAU[name]())
    assert not paper.is_whole
    assert paper.loai is None
    (appendix,) = paper.phu_luc
    assert appendix.label is not None
    assert appendix.label.words == "Phụ lục"
    assert appendix.kem_theo is not None


def test_an_appendix_with_its_title_pointer_and_table() -> None:
    (appendix,) = read(clean.CLEAN["ke_hoach"]()).phu_luc
    assert words(appendix.ten) == ["DANH MỤC NHIỆM VỤ PHỔ CẬP KỸ NĂNG SỐ NĂM 2024"]
    assert appendix.kem_theo is not None
    assert appendix.kem_theo.words.startswith("(Kèm theo Kế hoạch số 25/KH-UBND")
    assert (len(appendix.tables), appendix.section, appendix.starts_section) == (1, 1, True)


def test_a_decision_has_who_decides_and_its_bases() -> None:
    paper = read(clean.quyet_dinh())
    assert words(paper.tham_quyen) == ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG", "QUYẾT ĐỊNH:"]
    assert [text.split()[0] for text in words(paper.can_cu)] == ["Căn", "Căn", "Căn", "Theo"]
    assert [item.label for item in paper.muc if item.level == "điều"] == ["Điều 1.", "Điều 2.", "Điều 3."]


def test_superior_and_issuing_office_are_told_apart_by_type_or_by_words() -> None:
    head = read(clean.to_trinh()).head
    assert words(head.chu_quan) == ["UBND TỈNH SÓC TRĂNG"]
    assert words(head.ban_hanh) == ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"]


def head_row(left: list[str], right: list[str]) -> str:
    def cell(lines: list[str]) -> str:
        return "<w:tc>" + "".join(paragraph(run(text, "<w:b/>")) for text in lines) + "</w:tc>"

    return f"<w:tbl><w:tblPr/><w:tr>{cell(left)}{cell(right)}</w:tr></w:tbl>"


def head_table(left: list[str], right: list[str]) -> bytes:
    return docx(head_row(left, right) + paragraph(run("Nội dung")))


STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cần Thơ, ngày 05 tháng 9 năm 2026"]
PLAN_HEAD = head_row(["ỦY BAN NHÂN DÂN", "XÃ PHÚ TÂM", "Số: 15/KH-UBND"], STATE)


@pytest.mark.parametrize(
    ("left", "chu_quan", "ban_hanh"),
    [
        (["UBND THÀNH PHỐ CẦN THƠ", "SỞ NỘI VỤ"], ["UBND THÀNH PHỐ CẦN THƠ"], ["SỞ NỘI VỤ"]),
        (["ỦY BAN NHÂN DÂN", "XÃ PHÚ TÂM"], [], ["ỦY BAN NHÂN DÂN", "XÃ PHÚ TÂM"]),
        (["SỞ Y TẾ", "BỆNH VIỆN ĐA KHOA", "TỈNH SÓC TRĂNG"], ["SỞ Y TẾ"], ["BỆNH VIỆN ĐA KHOA", "TỈNH SÓC TRĂNG"]),
        (["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"], [], ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"]),
        (["UBND XÃ A", "PHÒNG VĂN HÓA - XÃ HỘI"], ["UBND XÃ A"], ["PHÒNG VĂN HÓA - XÃ HỘI"]),
        (["TRƯỜNG THCS LÊ LỢI"], [], ["TRƯỜNG THCS LÊ LỢI"]),
    ],
)
def test_names_all_in_bold_are_parted_where_an_office_begins(left: list[str], chu_quan: list[str], ban_hanh: list[str]) -> None:
    head = read(head_table([*left, "Số: 15/KH-X"], STATE)).head
    assert words(head.chu_quan) == chu_quan
    assert words(head.ban_hanh) == ban_hanh


@pytest.mark.parametrize(
    "typed", ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIÊT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"]
)
def test_a_misspelt_name_of_the_state_is_still_found(typed: str) -> None:
    assert read(head_table(["SỞ NỘI VỤ", "Số: 1/KH-SNV"], [typed, *STATE[1:]])).head.quoc_hieu is not None


def test_a_letters_subject_may_speak_of_a_day() -> None:
    left = ["SỞ NỘI VỤ", "Số: 15/SNV-VP", "V/v thực hiện Kế hoạch số 15/KH-UBND", "ngày 05 tháng 01 năm 2026"]
    head = read(head_table(left, STATE)).head
    assert words(head.trich_yeu_cong_van) == left[2:]
    assert head.dia_danh is not None
    assert head.dia_danh.words == STATE[2]


def test_a_text_without_a_head_is_left_unnamed() -> None:
    paper = read(
        docx("".join(paragraph(run(text)) for text in ("Kính thưa các đồng chí", "Trong năm 2023, ngày hội diễn ra vui tươi.")))
    )
    assert not paper.is_whole
    assert (paper.loai, paper.ten_loai, paper.noi_nhan, paper.chu_ky, paper.phu_luc) == (None, None, None, (), ())


@pytest.mark.parametrize(
    ("title", "number", "scope"),
    [("QUYẾT ĐỊNH", "Số: 15/2024/QĐ-UBND", "văn bản quy phạm pháp luật"), ("KẾ HOẠCH", "Số: 15/2024/KH-UBND", None)],
)
def test_normative_acts_are_out_of_scope(title: str, number: str, scope: str | None) -> None:
    def cell(*lines: str) -> str:
        return "<w:tc>" + "".join(paragraph(run(text)) for text in lines) + "</w:tc>"

    table = f"<w:tbl><w:tblPr/><w:tr>{cell('ỦY BAN NHÂN DÂN', number)}{cell(*STATE)}</w:tr></w:tbl>"
    found = read(docx(table + paragraph(run(title), '<w:jc w:val="center"/>'))).out_of_scope
    assert (found or "").startswith(scope or "")
    assert bool(found) is bool(scope)


def test_a_paper_of_the_party_is_out_of_scope() -> None:
    found = read(
        docx(paragraph(run("ĐẢNG CỘNG SẢN VIỆT NAM")) + paragraph(run("Sóc Trăng, ngày 05 tháng 9 năm 2023")))
    ).out_of_scope
    assert found is not None
    assert "của Đảng" in found


@pytest.mark.parametrize(
    ("office", "number", "is_out"),
    [
        ("HỘI NÔNG DÂN TỈNH", "Số: 12-CV/HNDT", True),
        ("BAN THƯỜNG VỤ", "Số:     -KH/TĐTN", True),
        ("HỘI NÔNG DÂN TỈNH", "Số: 12/HND-VP", False),
        ("ỦY BAN NHÂN DÂN", "Số: 12-CV/UBND", False),
    ],
)
def test_a_union_that_numbers_its_papers_as_the_party_does_is_out_of_scope(office: str, number: str, is_out: bool) -> None:
    def cell(*lines: str) -> str:
        return "<w:tc>" + "".join(paragraph(run(text)) for text in lines) + "</w:tc>"

    table = f"<w:tbl><w:tblPr/><w:tr>{cell(office, number)}{cell(*STATE)}</w:tr></w:tbl>"
    found = read(docx(table + paragraph(run("KẾ HOẠCH"), '<w:jc w:val="center"/>'))).out_of_scope
    assert (found is not None and "đoàn thể" in found) is is_out


def signed_in_paragraphs(*lines: str) -> Paper:
    """Return a plan whose signature and recipients stand in paragraphs, not in a table; "*" marks bold."""
    body = paragraph(run("KẾ HOẠCH", "<w:b/>"), '<w:jc w:val="center"/>') + paragraph(run("Các ấp thực hiện Kế hoạch này./."))
    foot = "".join(paragraph(run(line.removeprefix("*"), "<w:b/>" if line.startswith("*") else "")) for line in lines)
    return read(docx(PLAN_HEAD + body + foot))


LIST = ("Nơi nhận:", "- UBND huyện;", "- Lưu: VT.")


@pytest.mark.parametrize(
    "lines",
    [
        ("*TM. ỦY BAN NHÂN DÂN", "*CHỦ TỊCH", "*Phạm Hoài Nam", *LIST),
        (*LIST, "*TM. ỦY BAN NHÂN DÂN", "*CHỦ TỊCH", "*Phạm Hoài Nam"),
    ],
)
def test_a_signature_without_a_table_is_told_from_the_recipients(lines: tuple[str, ...]) -> None:
    paper = signed_in_paragraphs(*lines)
    (signature,) = paper.chu_ky
    assert words(signature.quyen_han) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert signature.ho_ten is not None
    assert signature.ho_ten.words == "Phạm Hoài Nam"
    assert paper.noi_nhan is not None
    assert paper.noi_nhan.words == "Nơi nhận:"
    assert words(paper.danh_sach) == ["- UBND huyện;", "- Lưu: VT."]


def test_an_appendix_behind_a_signature_without_a_table_is_no_part_of_it() -> None:
    lines = ("*TM. ỦY BAN NHÂN DÂN", "*CHỦ TỊCH", "*Phạm Hoài Nam", *LIST, "*Phụ lục", "*DANH MỤC NHIỆM VỤ", "- Họp ấp;")
    paper = signed_in_paragraphs(*lines)
    assert words(paper.danh_sach) == ["- UBND huyện;", "- Lưu: VT."]
    assert [appendix.label.words for appendix in paper.phu_luc if appendix.label] == ["Phụ lục"]


def test_a_name_in_a_table_of_its_own_belongs_to_the_title_above_it() -> None:
    titles, names = head_row([""], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]), head_row([*LIST], ["Phạm Hoài Nam"])
    (signature,) = read(docx(PLAN_HEAD + paragraph(run("Các ấp thực hiện Kế hoạch này./.")) + titles + names)).chu_ky
    assert words(signature.quyen_han) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert signature.ho_ten is not None
    assert signature.ho_ten.words == "Phạm Hoài Nam"
