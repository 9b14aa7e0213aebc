"""What offices write in a signature, and what of it is a fault."""

import pytest

from docgen.check.finding import Severity
from docgen.check.judging import judge
from tests.check.papers import spoil
from tests.check.papers.clean import bao_cao, cong_van
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mau import MAU
from tests.check.papers.mutate import at, mutated

SIGNATURE = ("G01", "G02", "G03", "G04")


def said(data: bytes) -> list[tuple[str, Severity]]:
    return [(each.rule.id, each.severity) for each in judge("tờ", data).findings if each.rule.id in SIGNATURE]


def signed_by(*titles: str) -> bytes:
    """Return a letter signed under `titles`, a paragraph each."""
    first, *others = titles
    spoils = [spoil.insert_paragraph_after(words) for words in reversed(others)]
    bold = [at(words, spoil.set_bold(True)) for words in others]
    return mutated(
        cong_van(),
        at("KT. CHỦ TỊCH", spoil.delete_paragraph),
        at("PHÓ CHỦ TỊCH", spoil.delete_paragraph),
        at("TM. ỦY BAN", spoil.set_text(first), *spoils),
        *bold,
    )


@pytest.mark.parametrize(
    "titles",
    [
        ("CHỦ TỊCH",),
        ("Q. CHỦ TỊCH",),
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH"),
        ("KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"),
        ("TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG HÀNH CHÍNH"),
        ("KT. GIÁM ĐỐC SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG", "PHÓ GIÁM ĐỐC"),
        ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
        ("KT. CHỈ HUY TRƯỞNG", "CHỈ HUY PHÓ"),
        ("TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH"),
        ("TỔ TRƯỞNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("PHỤ TRÁCH",),
    ],
)
def test_titles_that_are_right(titles: tuple[str, ...]) -> None:
    assert said(signed_by(*titles)) == []


@pytest.mark.parametrize(
    ("titles", "rule"),
    [
        (("K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "G01"),
        (("TM/ ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "G01"),
        (("TUQ CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "G01"),
        (("UQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "G01"),
        (("THỪA LỆNH CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "G01"),
        (("TL. CHỦ TỊCH", "PHÓ CHÁNH VĂN PHÒNG"), "G02"),
        (("TL. ỦY BAN NHÂN DÂN", "CHÁNH VĂN PHÒNG"), "G02"),
        (("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), "G02"),
        (("CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "G02"),
        (("PHÓ CHỦ TỊCH",), "G02"),
    ],
)
def test_titles_that_are_wrong(titles: tuple[str, ...], rule: str) -> None:
    assert {each for each, _ in said(signed_by(*titles))} == {rule}


def test_a_missing_blank_is_a_warning() -> None:
    assert said(signed_by("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH")) == [("G01", Severity.WARNING)]


@pytest.mark.parametrize("name", ["Kso Phước", "Ông Văn Tùng Anh", "Y Thanh Hà Niê Kđăm", "Lê Thị B.", "Tsần Văn Công"])
def test_names_that_are_right_are_no_errors(name: str) -> None:
    data = mutated(bao_cao(), at("Phạm Hoài Nam", spoil.set_text(name)))
    assert Severity.ERROR not in dict(said(data)).values()


@pytest.mark.parametrize(
    ("office", "name", "severity"),
    [
        ("SỞ Y TẾ", "BS.CKII Lâm Văn Phát", Severity.NOTE),
        ("TRƯỜNG ĐẠI HỌC SÓC TRĂNG", "PGS.TS. Lâm Văn Phát", Severity.NOTE),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "ThS. Lâm Văn Phát", Severity.ERROR),
        ("SỞ NỘI VỤ", "Ths Lâm Văn Phát", Severity.ERROR),
    ],
)
def test_degrees_where_a_sector_may_allow_them(office: str, name: str, severity: Severity) -> None:
    data = mutated(bao_cao(), at("SỞ NỘI VỤ", spoil.set_text(office)), at("Phạm Hoài Nam", spoil.set_text(name)))
    assert said(data) == [("G03", severity)]


def test_ranks_belong_to_names_in_the_armed_forces() -> None:
    named = at("Phạm Hoài Nam", spoil.set_text("Đại tá Lâm Văn Phát"))
    assert said(mutated(bao_cao(), named)) == [("G03", Severity.WARNING)]
    assert said(mutated(bao_cao(), at("SỞ NỘI VỤ", spoil.set_text("CÔNG AN TỈNH SÓC TRĂNG")), named)) == []


def test_a_page_break_elsewhere_is_no_fault() -> None:
    data = mutated(ke_hoach(), lambda document: document.paragraphs[20].insert_paragraph_before().add_run().add_break())
    assert said(data) == []


@pytest.mark.parametrize("form", MAU)
def test_the_decree_s_own_forms_are_right(form: str) -> None:
    assert said(MAU[form]()) == []


def test_who_chairs_a_meeting_signs_its_minutes_in_their_own_right() -> None:
    chair = at("CHỦ TỌA", spoil.set_text("PHÓ GIÁM ĐỐC"))
    assert said(mutated(MAU["1.9"](), chair)) == []
    assert said(mutated(MAU["1.9"](), chair, at("BIÊN BẢN", spoil.set_text("BÁO CÁO")))) == [("G02", Severity.WARNING)]


@pytest.mark.parametrize(("empty", "expected"), [(0, []), (2, []), (3, [("G02", Severity.WARNING)])])
def test_a_title_still_to_be_filled_in_right_below_is_waited_for(empty: int, expected: list[tuple[str, Severity]]) -> None:
    to_fill = spoil.insert_paragraph_after("[cần điền chức vụ]")
    data = mutated(signed_by("TM. ỦY BAN NHÂN DÂN"), at("TM. ỦY BAN", to_fill, *[spoil.insert_paragraph_after("")] * empty))
    assert said(data) == expected
