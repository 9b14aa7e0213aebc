"""What a name tells of an office: its symbol, superior office, place, and the authority of who signs."""

import pytest

from docgen.data.khoitao import guess, is_asked, normalized, required
from docgen.data.khoitao.officekinds import Cap, Kind, kind_of, level_of, parts_of


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Ủy ban nhân dân tỉnh Sóc Trăng", "UBND"),
        ("Uỷ ban nhân dân xã Tân Hưng", "UBND"),
        ("Hội đồng nhân dân thành phố Cần Thơ", "HĐND"),
        ("Sở Nội vụ", "SNV"),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Sóc Trăng", "SVHTTDL"),
        ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
        ("Phòng Giáo dục và Đào tạo huyện Mỹ Xuyên", "PGDĐT"),
        ("Trường THPT Nguyễn Huệ", ""),
        ("Bệnh viện đa khoa tỉnh Sóc Trăng", ""),
        ("", ""),
    ],
)
def test_the_symbol(name: str, symbol: str) -> None:
    assert guess("viet_tat", {"ten": name}) == symbol


@pytest.mark.parametrize(
    ("name", "superior", "place"),
    [
        ("Ủy ban nhân dân tỉnh Sóc Trăng", "", "Sóc Trăng"),
        ("Ủy ban nhân dân phường 7, thành phố Sóc Trăng", "", "Phường 7"),
        ("Ủy ban nhân dân thành phố Hồ Chí Minh", "", "Thành phố Hồ Chí Minh"),
        ("Sở Y tế", "Ủy ban nhân dân tỉnh An Giang", "An Giang"),
        ("Sở Lao động - Thương binh và Xã hội", "Ủy ban nhân dân tỉnh An Giang", "An Giang"),
        ("Phòng Văn hóa - Xã hội", "Ủy ban nhân dân xã Tân Hưng", "Tân Hưng"),
        ("Trường Chính trị", "Tỉnh ủy Sóc Trăng", ""),
    ],
)
def test_the_place_is_that_of_the_office_or_of_its_superior(name: str, superior: str, place: str) -> None:
    assert guess("dia_danh", {"ten": name, "co_quan_chu_quan": superior}) == place


@pytest.mark.parametrize(
    ("name", "superior"),
    [
        ("Sở Y tế tỉnh An Giang", "Ủy ban nhân dân tỉnh An Giang"),
        ("Sở Y tế Thành phố Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Phòng Nội vụ huyện Mỹ Xuyên", "Ủy ban nhân dân huyện Mỹ Xuyên"),
        ("Sở Y tế", ""),
        ("Trường THCS xã Tân Hưng", ""),
    ],
)
def test_the_superior_office(name: str, superior: str) -> None:
    assert guess("co_quan_chu_quan", {"ten": name}) == superior


@pytest.mark.parametrize(
    ("name", "title", "authority"),
    [
        ("Ủy ban nhân dân tỉnh Sóc Trăng", "Chủ tịch", "TM. ỦY BAN NHÂN DÂN"),
        ("Ủy ban nhân dân tỉnh Sóc Trăng", "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH"),
        ("Ủy ban nhân dân xã Tân Hưng", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH"),
        ("Ủy ban nhân dân xã Tân Hưng", "", "TM. ỦY BAN NHÂN DÂN"),
        ("Sở Nội vụ", "GIÁM ĐỐC", ""),
        ("Sở Nội vụ", "Phó Giám đốc", "KT. GIÁM ĐỐC"),
        ("Phòng Nội vụ", "PHÓ TRƯỞNG PHÒNG", "KT. TRƯỞNG PHÒNG"),
        ("Trường THPT Nguyễn Huệ", "Phó Hiệu trưởng", "KT. HIỆU TRƯỞNG"),
    ],
)
def test_the_authority_to_sign(name: str, title: str, authority: str) -> None:
    assert guess("quyen_han", {"ten": name, "chuc_vu": title}) == authority


def test_a_people_s_committee_is_not_asked_for_a_superior_office_and_a_department_must_have_one() -> None:
    committee, department, hospital = ({"ten": name} for name in ("Ủy ban nhân dân tỉnh A", "Sở Y tế", "Bệnh viện A"))
    assert [is_asked("co_quan_chu_quan", each) for each in (committee, department, hospital)] == [False, True, True]
    assert [required("co_quan_chu_quan", each) for each in (committee, department, hospital)] == [False, True, False]
    assert is_asked("ho_ten", committee)
    assert required("ho_ten", committee)
    assert not required("quyen_han", committee)


def test_no_guess_is_made_of_who_signs() -> None:
    said = {"ten": "Ủy ban nhân dân tỉnh Sóc Trăng", "viet_tat": "UBND", "dia_danh": "Sóc Trăng"}
    assert guess("chuc_vu", said) == guess("ho_ten", said) == ""


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("Ủy ban nhân dân tỉnh Sóc Trăng", Kind.UY_BAN, (Cap.TINH, "tỉnh")),
        ("Ủy ban nhân dân thành phố Cần Thơ", Kind.UY_BAN, (Cap.TINH, "thành phố")),
        ("Ủy ban nhân dân thành phố Sóc Trăng", Kind.UY_BAN, (Cap.HUYEN, "thành phố")),
        ("Ủy ban nhân dân thị xã Ngã Năm", Kind.UY_BAN, (Cap.HUYEN, "thị xã")),
        ("Ủy ban nhân dân thị trấn Mỹ Xuyên, huyện Mỹ Xuyên", Kind.UY_BAN, (Cap.XA, "thị trấn")),
        ("Ủy ban nhân dân đặc khu Phú Quốc", Kind.UY_BAN, (Cap.XA, "đặc khu")),
        ("Sổ xố kiến thiết", Kind.KHAC, (Cap.TINH, "tỉnh")),
    ],
)
def test_kind_and_level(name: str, kind: Kind, level: tuple[Cap, str]) -> None:
    assert (kind_of(name), level_of(name)) == (kind, level)


def test_society_is_no_commune() -> None:
    name = "Phòng Văn hóa - Xã hội"
    assert parts_of(name) == (name, "", "")
    assert parts_of("PHÒNG VĂN HÓA - XÃ HỘI") == ("PHÒNG VĂN HÓA - XÃ HỘI", "", "")
    assert parts_of("Huyện ủy Mỹ Xuyên")[1] == ""


def test_answers_are_kept_in_one_line_with_the_name_written_out() -> None:
    assert normalized("ten", " UBND  tỉnh\nSo\u0301c Trăng ") == "Ủy ban nhân dân tỉnh Sóc Trăng"
    assert normalized("co_quan_chu_quan", "ubnd xã A") == "Ủy ban nhân dân xã A"
    assert normalized("viet_tat", "UBND") == "UBND"
    assert normalized("ten", "Văn phòng UBND tỉnh") == "Văn phòng UBND tỉnh"
