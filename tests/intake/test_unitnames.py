"""Which units and groups a plan names: clean, whole, each once; what is no unit is none."""

import pytest

from docgen.intake.unitnames import cell_names, names_units, opening_name, registry_values, split_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Hiệp hội Du lịch tỉnh; Trường Đại học Hòa Sơn", ["Hiệp hội Du lịch tỉnh", "Trường Đại học Hòa Sơn"]),
        ("Viễn thông An Thịnh; Viettel An Thịnh", ["Viễn thông An Thịnh", "Viettel An Thịnh"]),
        ("Đài Truyền thanh huyện; Cổng Thông tin điện tử", ["Đài Truyền thanh huyện", "Cổng Thông tin điện tử"]),
        ("Các sở, ban, ngành và các huyện, thị xã", ["Các sở, ban, ngành", "các huyện, thị xã"]),
        ("Trung tâm Công nghệ thông tin và Thư viện", ["Trung tâm Công nghệ thông tin và Thư viện"]),
        ("Phòng Văn hóa và Thông tin, Văn phòng", ["Phòng Văn hóa và Thông tin", "Văn phòng"]),
        ("Đoàn trường và Y tế trường học cùng thực hiện", ["Đoàn trường", "Y tế trường học"]),
        ("Các khoa", ["Các khoa"]),
        ("Ban Quản lý dự án khu vực, 21 thôn", ["Ban Quản lý dự án khu vực", "21 thôn"]),
        ("Công an xã, thị trấn và nhà trường", ["Công an xã, thị trấn", "nhà trường"]),
        ("Ban Chỉ huy Quân sự xã, Cộng đồng buôn Thu", ["Ban Chỉ huy Quân sự xã", "Cộng đồng buôn Thu"]),
        ("Theo phân công tại Quyết định số 12/QĐ-UBND", []),
        ("[cần điền đơn vị phối hợp]", []),
    ],
)
def test_every_piece_of_a_cell_names_somebody(cell: str, names: list[str]) -> None:
    assert cell_names(cell) == names


@pytest.mark.parametrize(
    ("duty", "names"),
    [
        ("Phòng Hành chính quản trị là đầu mối, tổng hợp báo cáo.", ["Phòng Hành chính quản trị"]),
        ("Các nhiệm vụ cụ thể được phân công theo bảng dưới đây.", []),
        ("Ban hành kế hoạch hằng năm của đơn vị mình.", []),
        ("Các tổ chức chính trị - xã hội: tuyên truyền hội viên.", ["Các tổ chức chính trị - xã hội"]),
        ("Đội An ninh là thường trực, giúp lãnh đạo hai ngành.", ["Đội An ninh"]),
        ("**Phòng Tuyên truyền, hỗ trợ người nộp thuế** mở 06 hội nghị.", ["Phòng Tuyên truyền, hỗ trợ người nộp thuế"]),
        ("Trưởng các Đội Thuế cấp huyện chịu trách nhiệm trước Chi cục trưởng.", ["Trưởng các Đội Thuế cấp huyện"]),
        ("Đơn vị tính: triệu đồng", []),
    ],
)
def test_a_duty_opens_with_whom_it_binds(duty: str, names: list[str]) -> None:
    assert opening_name(duty) == names


def test_persons_are_no_group() -> None:
    assert split_names("Chủ tịch, các PCT UBND tỉnh") == []


def test_a_unit_with_its_own_place_is_the_unit_without() -> None:
    tasks = [
        {"ten": "Tập huấn", "chu_tri": "Sở Y tế"},
        {"ten": "Tổng kết", "chu_tri": "Sở Y tế tỉnh Cao Lâm; Sở Y tế tỉnh Phú Ninh"},
    ]
    made = registry_values({"phan": [{"tieu_de": "Nhiệm vụ", "nhiem_vu": tasks}]}, "UBND tỉnh Cao Lâm", home="tỉnh Cao Lâm")
    assert made["don_vi"] == [{"ten": "Sở Y tế", "viet_tat": ["Sở Y tế tỉnh Cao Lâm"]}, {"ten": "Sở Y tế tỉnh Phú Ninh"}]


def test_a_line_that_says_who_is_read_wherever_it_stands() -> None:
    part = {"tieu_de": "Nội dung", "muc": [{"tieu_de": "Tập huấn", "y": ["Đơn vị phối hợp: Huyện đoàn, Công an huyện."]}]}
    assert registry_values({"phan": [part]}, "Hội A")["don_vi"] == [{"ten": "Huyện đoàn"}, {"ten": "Công an huyện"}]


def test_who_is_asked_and_not_ordered_is_asked_in_letters_too() -> None:
    duties = {
        "tieu_de": "Tổ chức thực hiện",
        "y": ["Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh phối hợp vận động.", "Sở Y tế chủ trì."],
    }
    units = registry_values({"phan": [duties]}, "UBND tỉnh")["don_vi"]
    assert units == [{"ten": "Ủy ban Mặt trận Tổ quốc tỉnh", "loi_giao": "đề nghị"}, {"ten": "Sở Y tế"}]


def test_a_unit_with_the_level_of_the_office_is_the_unit_without() -> None:
    tasks = [{"ten": "Tập huấn", "chu_tri": "Phòng Kinh tế"}, {"ten": "Tổng kết", "chu_tri": "Phòng Kinh tế xã; Trạm Y tế xã"}]
    made = registry_values({"phan": [{"tieu_de": "Nhiệm vụ", "nhiem_vu": tasks}]}, "UBND xã An Hòa", home="xã An Hòa")
    assert made["don_vi"] == [{"ten": "Phòng Kinh tế", "viet_tat": ["Phòng Kinh tế xã"]}, {"ten": "Trạm Y tế xã"}]


def test_letters_in_the_name_of_a_group_are_the_words_they_stand_for() -> None:
    tasks = [{"ten": "Cam kết", "chu_tri": "Các doanh nghiệp trong khu công nghiệp"}]
    made = registry_values({"phan": [{"tieu_de": "Nhiệm vụ", "nhiem_vu": tasks}]}, "Ban A", ["Các doanh nghiệp trong KCN"])
    assert made["nhom"] == [{"ten": "các doanh nghiệp trong khu công nghiệp", "viet_tat": ["các doanh nghiệp trong KCN"]}]


@pytest.mark.parametrize(
    ("headings", "say"),
    [
        (["Công an phường", "Phòng Văn hóa - Xã hội", "Ban điều hành các khu phố"], True),
        (["Công an phường", "Phòng Văn hóa - Xã hội", "Tuyên truyền"], True),
        (["Mục đích", "Yêu cầu"], False),
        (["Công an phường"], False),
    ],
)
def test_sections_that_name_units_hold_their_duties(headings: list[str], say: bool) -> None:
    assert names_units(headings) is say


def test_a_name_that_tables_know_ends_where_it_does() -> None:
    plan = {
        "phan": [
            {"tieu_de": "Nhiệm vụ", "nhiem_vu": [{"ten": "Trực", "chu_tri": "Trung tâm Phục vụ hành chính công"}]},
            {"tieu_de": "Tổ chức thực hiện", "y": ["Trung tâm Phục vụ hành chính công sắp xếp cán bộ trực."]},
        ]
    }
    assert registry_values(plan, "UBND xã A")["don_vi"] == [{"ten": "Trung tâm Phục vụ hành chính công"}]


def test_marks_around_several_clauses_are_no_part_of_a_name() -> None:
    plan = {"phan": [{"tieu_de": "Tổ chức thực hiện", "y": ["**Sở A; Sở B** chủ trì thực hiện."]}]}
    assert registry_values(plan, "UBND tỉnh")["don_vi"] == [{"ten": "Sở A"}, {"ten": "Sở B"}]
