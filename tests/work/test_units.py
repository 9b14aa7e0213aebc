"""Units and groups read out of text, as the registry of the sample office knows them."""

import random
import time
import unicodedata
from datetime import date

import pytest
from pydantic import ValidationError

from docgen.data.model.donvi import DonVi, Nhom, SoDonVi
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.errors import as_in_file
from docgen.text.folding import name_key
from docgen.work.units import Finder, Heirs, Registry, Validity, own_place
from tests.conftest import ROOT

SO = validate(SoDonVi, load(ROOT / "data" / "donvi.yaml"))
REGISTRY = Registry(SO, 2023, place="tỉnh Sóc Trăng")

ALL_SO = "các sở, ban, ngành tỉnh"
ALL_SO_DOAN_THE = "các sở, ban, ngành, đoàn thể tỉnh"
DOAN_THE = "các tổ chức đoàn thể, chính trị - xã hội tỉnh"
HUYEN = "UBND các huyện, thị xã, thành phố"
TRUNG_TAM = "Trung tâm Văn hóa - Thể thao - Truyền thanh huyện, thị xã, thành phố"
BAO_DAI = "các cơ quan báo, đài trên địa bàn tỉnh"


def named(text: str, registry: Registry = REGISTRY) -> list[str]:
    """Return the groups and units that a text names, in its order."""
    return [mention.nhom or mention.don_vi[0] for mention in registry.read(text).mentions]


def left(text: str, registry: Registry = REGISTRY) -> list[str]:
    return [leftover.text for leftover in registry.read(text).leftovers]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Văn hoá, Thể thao và Du lịch tỉnh Sóc Trăng", "Sở Văn hóa, Thể thao và Du lịch"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH SÓC TRĂNG", "Sở Văn hóa, Thể thao và Du lịch"),
        ("sở văn hóa, thể thao và du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Văn hóa – Thể thao & Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở  Văn hóa,Thể thao\nvà Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VH-TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VHTT & DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Thông tin và truyền thông", "Sở Thông tin và Truyền thông"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở TT và TT tỉnh", "Sở Thông tin và Truyền thông"),
        ("Sở Lao động — Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ - TBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Cổng thông tin điện tử tỉnh Sóc Trăng", "Cổng Thông tin điện tử tỉnh"),
        ("Thanh tra tỉnh Sóc Trăng", "Thanh tra tỉnh"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Văn phòng Uỷ ban nhân dân tỉnh Sóc Trăng", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Ủy ban nhân dân thành phố Sóc Trăng", "UBND thành phố Sóc Trăng"),
        ("UBND TP.Sóc Trăng", "UBND thành phố Sóc Trăng"),
        ("UBND TX. Vĩnh Châu, tỉnh Sóc Trăng", "UBND thị xã Vĩnh Châu"),
        ("UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Giám đốc Sở Nội vụ", "Sở Nội vụ"),
        ("Đề nghị Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy"),
        ("Tỉnh đoàn Sóc Trăng", "Tỉnh đoàn"),
    ],
)
def test_every_way_to_write_a_unit_is_read(text: str, unit: str) -> None:
    assert (named(text), left(text)) == ([unit], [])
    assert named(unicodedata.normalize("NFD", text)) == [unit]


@pytest.mark.parametrize(
    ("text", "group", "size"),
    [
        ("Các sở, ban, ngành tỉnh", ALL_SO, 18),
        ("Sở, ban, ngành", ALL_SO, 18),
        ("các sở, ban, ngành trên địa bàn tỉnh", ALL_SO, 18),
        ("Thủ trưởng các sở ban ngành tỉnh Sóc Trăng", ALL_SO, 18),
        ("Sở, ban, ngành, đoàn thể tỉnh", ALL_SO_DOAN_THE, 24),
        ("các Sở, Ban, ngành và đoàn thể tỉnh", ALL_SO_DOAN_THE, 24),
        ("Các sở, ban, ngành, tổ chức đoàn thể, chính trị – xã hội tỉnh", ALL_SO_DOAN_THE, 24),
        ("Các sở, ban, ngành và các tổ chức đoàn thể, chính trị - xã hội trên địa bàn tỉnh", ALL_SO_DOAN_THE, 24),
        ("Các tổ chức đoàn thể, chính trị - xã hội tỉnh", DOAN_THE, 6),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", HUYEN, 11),
        ("UBND huyện, thị xã và thành phố trên địa bàn tỉnh Sóc Trăng", HUYEN, 11),
        ("Chủ tịch UBND các huyện/thị xã/thành phố", HUYEN, 11),
        ("Trung tâm Văn hóa – Thể thao – Truyền thanh huyện, thị xã, thành phố", TRUNG_TAM, 11),
        ("các Trung tâm Văn hoá-Thể thao-Truyền thanh các huyện, thị xã, thành phố", TRUNG_TAM, 11),
        ("Các cơ quan báo, đài hoạt động trên địa bàn tỉnh", BAO_DAI, 2),
    ],
)
def test_every_way_to_write_a_group_is_read(text: str, group: str, size: int) -> None:
    [mention] = REGISTRY.read(text).mentions
    assert (mention.nhom, len(mention.don_vi), left(text)) == (group, size, [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Tài chính, Sở Y tế và Sở Nội vụ", ["Sở Tài chính", "Sở Y tế", "Sở Nội vụ"]),
        ("Sở Tài chính / Sở Y tế\nSở Nội vụ", ["Sở Tài chính", "Sở Y tế", "Sở Nội vụ"]),
        ("Sở Tài chính Sở Y tế", ["Sở Tài chính", "Sở Y tế"]),
        (
            "Các Sở: Tài chính, Văn hóa, Thể thao và Du lịch, Nội vụ",
            ["Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"],
        ),
        ("UBND các huyện: Kế Sách, Mỹ Tú và thị xã Ngã Năm", ["UBND huyện Kế Sách", "UBND huyện Mỹ Tú", "UBND thị xã Ngã Năm"]),
        ("Sở Công Thương chủ trì, phối hợp với Sở Tài chính", ["Sở Công Thương", "Sở Tài chính"]),
        ("các sở, ban, ngành tỉnh, UBND các huyện, thị xã, thành phố", [ALL_SO, HUYEN]),
    ],
)
def test_lists_are_cut_where_their_names_end(text: str, names: list[str]) -> None:
    assert (named(text), left(text)) == (names, [])


@pytest.mark.parametrize(
    ("text", "names", "unread"),
    [
        ("Sở Công Thương tỉnh Bạc Liêu", [], ["Sở Công Thương tỉnh Bạc Liêu"]),
        ("Sở Y tế Cần Thơ; Sở Tài chính", ["Sở Tài chính"], ["Sở Y tế Cần Thơ"]),
        ("Hội Nhà báo Sóc Trăng", [], ["Hội Nhà báo Sóc Trăng"]),
        ("Sở Tài chính, Xây dựng kế hoạch", ["Sở Tài chính"], ["Xây dựng kế hoạch"]),
        ("Phòng Văn hóa các huyện, thị xã, thành phố", [], ["Phòng Văn hóa các huyện, thị xã, thành phố"]),
        ("Thanh tra Sở Nội vụ", ["Sở Nội vụ"], ["Thanh tra"]),
        ("Trạm Y tế các sở, ban, ngành", [], ["Trạm Y tế các sở, ban, ngành"]),
        ("Phòng Văn hóa và Thông tin huyện Kế Sách", [], ["Phòng Văn hóa và Thông tin huyện Kế Sách"]),
        ("UBND các xã, phường, thị trấn", [], ["UBND các xã, phường, thị trấn"]),
        ("Cục Thuế tỉnh và Kho bạc Nhà nước, Công an tỉnh", [], ["Cục Thuế tỉnh", "Kho bạc Nhà nước", "Công an tỉnh"]),
    ],
)
def test_no_unit_is_invented(text: str, names: list[str], unread: list[str]) -> None:
    assert (named(text), left(text)) == (names, unread)


def test_leftovers_keep_their_place_and_name_the_nearest() -> None:
    text = "Sở Tài chánh; Công an tỉnh, Sở VHTT và các đơn vị có liên quan"
    leftovers = REGISTRY.read(text).leftovers
    assert [(one.text, one.nearest, one.vague) for one in leftovers] == [
        ("Sở Tài chánh", "Sở Tài chính", False),
        ("Công an tỉnh", None, False),
        ("Sở VHTT", "Sở Văn hóa, Thể thao và Du lịch", False),
        ("các đơn vị có liên quan", None, True),
    ]
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in leftovers)
    assert leftovers[0].message.startswith("“Sở Tài chánh” không có trong danh mục đơn vị; có phải “Sở Tài chính”?")
    assert "không chỉ rõ đơn vị nào" in leftovers[3].message


def test_a_misspelt_name_with_commas_stays_in_one_piece() -> None:
    [leftover] = REGISTRY.read("Sở Văn hóa, Thể thao và Du lich").leftovers
    assert leftover.nearest == "Sở Văn hóa, Thể thao và Du lịch"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đề nghị Ban Tuyên giáo Tỉnh ủy phối hợp với Sở Thông tin và Truyền thông chủ trì", ["Ban Tuyên giáo Tỉnh ủy"]),
        ("Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính", ["Sở Công Thương"]),
        ("Giao Giám đốc các Sở Tài chính, Y tế và Nội vụ triển khai", ["Sở Tài chính", "Sở Y tế", "Sở Nội vụ"]),
        ("Các sở, ban, ngành tỉnh, UBND các huyện, thị xã, thành phố căn cứ", [ALL_SO, HUYEN]),
        ("Sở Tài chính: bố trí kinh phí", ["Sở Tài chính"]),
        ("Sở Tài chính, xây dựng dự toán", ["Sở Tài chính"]),
        ("Báo cáo Sở Tài chính", []),
        ("Ban hành kế hoạch của Sở Y tế", []),
        ("Chủ trì, phối hợp với Sở Y tế", []),
        ("Giao các đơn vị chuyên môn", []),
        ("Ban đầu rà soát", []),
        ("Trưởng thành từ phong trào", []),
    ],
)
def test_a_sentence_binds_the_units_that_it_opens_with(text: str, names: list[str]) -> None:
    opening = REGISTRY.read_opening(text)
    assert [mention.nhom or mention.don_vi[0] for mention in opening.mentions] == names
    assert opening.leftovers == ()


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Đề nghị Công an tỉnh phối hợp", ["Công an tỉnh"]),
        ("Cục Thuế tỉnh chủ trì", ["Cục Thuế tỉnh"]),
        ("Báo Sóc Trăng, các cơ quan thông tấn, hệ thống truyền thanh cơ sở mở chuyên mục", [
            "các cơ quan thông tấn",
            "hệ thống truyền thanh cơ sở",
        ]),
    ],
)  # fmt: skip
def test_an_opening_that_nobody_knows_is_said(text: str, unread: list[str]) -> None:
    assert [leftover.text for leftover in REGISTRY.read_opening(text).leftovers] == unread


def test_a_unit_of_another_time_is_said_with_its_name_then() -> None:
    [early] = REGISTRY.read("Sở Nông nghiệp và Môi trường").mentions
    assert early.fault == (
        "“Sở Nông nghiệp và Môi trường” chỉ có từ ngày 20/02/2025, sau năm 2023; "
        "khi đó là “Sở Tài nguyên và Môi trường”, “Sở Nông nghiệp và Phát triển nông thôn”"
    )
    later = Registry(SO, 2026)
    [late] = later.read("Sở TT&TT").mentions
    assert late.fault == (
        "“Sở Thông tin và Truyền thông” không còn từ ngày 01/03/2025; "
        "nay là “Sở Khoa học và Công nghệ”, “Sở Văn hóa, Thể thao và Du lịch”"
    )
    assert "Sở Thông tin và Truyền thông" not in later.members(ALL_SO)
    assert Registry(SO, 2025).read("Sở TT&TT").mentions[0].fault is None
    assert Registry(SO, 2025, date(2025, 3, 10)).read("Sở TT&TT").mentions[0].fault is not None


def test_a_name_may_pass_to_another_unit_in_time() -> None:
    old = DonVi.model_validate({"ten": "Sở Cũ", "viet_tat": "Sở X", "den": "2024-12-31", "thanh": "Sở Mới"})
    new = DonVi.model_validate({"ten": "Sở Mới", "viet_tat": "Sở X", "tu": "2025-01-01"})
    so = SoDonVi(don_vi=(old, new))
    assert [named("Sở X", Registry(so, year)) for year in (2024, 2025)] == [["Sở Cũ"], ["Sở Mới"]]


def test_the_office_asks_where_it_has_no_authority() -> None:
    assert REGISTRY.is_asked("Ban Tuyên giáo Tỉnh ủy")
    assert not REGISTRY.is_asked("Sở Công Thương")


def test_what_a_unit_is_told_itself_goes_before_its_groups() -> None:
    units = [
        {"ten": "Tỉnh đoàn", "nhom": "đoàn thể"},
        {"ten": "Hội Nông dân tỉnh", "nhom": "đoàn thể", "loi_giao": "giao"},
        {"ten": "Ban Tuyên giáo Tỉnh ủy"},
        {"ten": "Ban Dân vận Tỉnh ủy", "loi_giao": "giao"},
        {"ten": "Sở Y tế"},
        {"ten": "Công an tỉnh", "loi_giao": "đề nghị"},
    ]
    groups = [{"ten": "đoàn thể", "loi_giao": "đề nghị"}]
    registry = Registry(SoDonVi.model_validate({"don_vi": units, "nhom": groups}), 2023)
    names = [str(unit["ten"]) for unit in units]
    assert [registry.is_asked(name) for name in names] == [True, False, False, False, False, True]
    assert registry.ordered_bodies(names) == ("Ban Tuyên giáo Tỉnh ủy",)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Giao Sở Công Thương tham mưu Sở Xây dựng bố trí kinh phí", ["Sở Công Thương"]),
        ("Sở Công Thương (đầu mối) Sở Xây dựng", ["Sở Công Thương"]),
        ("- Sở Công Thương;\n- Sở Xây dựng", ["Sở Công Thương"]),
        ("Sở Công Thương; Sở Xây dựng báo cáo", ["Sở Công Thương", "Sở Xây dựng"]),
        ("GIÁM ĐỐC SỞ CÔNG THƯƠNG", ["Sở Công Thương"]),
    ],
)
def test_a_sentence_opens_with_the_units_that_stand_side_by_side(text: str, units: list[str]) -> None:
    assert [mention.don_vi[0] for mention in REGISTRY.read_opening(text).mentions] == units


def test_a_unit_that_ended_is_told_with_what_it_became_whenever_it_began() -> None:
    old = DonVi.model_validate({"ten": "Sở Cũ", "tu": "2020-01-01", "den": "2024-06-30", "thanh": "Sở Mới"})
    validity = Validity(SoDonVi(don_vi=(old, DonVi.model_validate({"ten": "Sở Mới", "tu": "2024-07-01"}))), 2025)
    assert validity.fault(old) == "“Sở Cũ” không còn từ ngày 01/07/2024; nay là “Sở Mới”"


def test_own_place() -> None:
    assert own_place("Ủy ban nhân dân tỉnh Sóc Trăng") == "tỉnh Sóc Trăng"
    assert own_place("Sở Văn hóa, Thể thao và Du lịch", "Ủy ban nhân dân tỉnh Ví Dụ") == "tỉnh Ví Dụ"
    assert own_place("Bộ Tài chính", None) == ""


def test_yaml_lists_that_tore_a_name_are_mended() -> None:
    unit = {"ten": "Sở A", "nhom": ["các sở", "ban", "ngành tỉnh", "nhóm khác"]}
    so = SoDonVi.model_validate({"don_vi": [unit], "nhom": [{"ten": ALL_SO}, {"ten": "nhóm khác"}]})
    assert [group.ten for group in Registry(so, 2023).groups_of("Sở A")] == [ALL_SO, "nhóm khác"]
    torn = REGISTRY.read_all(["Sở Văn hóa", "Thể thao và Du lịch"])
    assert [mention.don_vi for reading in torn for mention in reading.mentions] == [("Sở Văn hóa, Thể thao và Du lịch",)]


def test_groups_stand_in_larger_ones() -> None:
    so = SoDonVi.model_validate(
        {
            "don_vi": [{"ten": "Sở A", "nhom": "khối sở"}],
            "nhom": [{"ten": "khối sở", "nhom": "khối A"}, {"ten": "khối A", "nhom": "cả tỉnh"}, {"ten": "cả tỉnh"}],
        }
    )
    assert Registry(so, 2023).members("cả tỉnh") == ("Sở A",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các ấp", ["Ấp An Lạc", "Ấp Bình An"]),
        ("Công an xã, các ấp", ["Công an xã", "Ấp An Lạc", "Ấp Bình An"]),
        ("Trưởng ấp", []),
        ("Ban nhân dân ấp; Công an xã", ["Công an xã"]),
        ("ấp An Lạc", ["Ấp An Lạc"]),
    ],
)
def test_a_group_of_one_common_word_is_named_behind_cac_alone(text: str, names: list[str]) -> None:
    units = [{"ten": "Công an xã"}, *({"ten": ten, "nhom": "các ấp"} for ten in ("Ấp An Lạc", "Ấp Bình An"))]
    registry = Registry(SoDonVi.model_validate({"don_vi": units, "nhom": [{"ten": "các ấp"}]}), 2026)
    assert [ten for mention in registry.read(text).mentions for ten in mention.don_vi] == names


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"don_vi": [{"ten": "Sở A"}, {"ten": "Sở B", "viet_tat": "sở  a"}]}, "“sở  a” đã là tên hoặc cách viết khác của “Sở A”"),
        ({"don_vi": [{"ten": "Sở TT&TT"}, {"ten": "Sở TT và TT"}]}, "“Sở TT và TT” đã là tên hoặc cách viết khác của “Sở TT&TT”"),
        ({"don_vi": [{"ten": "Khối A"}], "nhom": [{"ten": "khối A"}]}, "“khối A” đã là tên"),
        ({"don_vi": [{"ten": "Sở A", "nhom": "khối B"}]}, "chưa có nhóm “khối B”"),
        ({"nhom": [{"ten": "khối A", "nhom": "khối A"}]}, "nhóm này chứa chính nó: khối A → khối A"),
        (
            {"nhom": [{"ten": "khối A", "nhom": "khối B"}, {"ten": "khối B", "nhom": "khối A"}]},
            "nhóm này chứa chính nó: khối A → khối B → khối A",
        ),
        ({"don_vi": [{"ten": "Sở A", "tu": "2024-01-01", "den": "2023-01-01"}]}, "ngày cuối đứng trước ngày đầu (tu)"),
        ({"nhom": [{"ten": "khối A", "viet_tat": ["các sở", "ban", "ngành"]}]}, "“ban” chỉ có một chữ"),
        ({"don_vi": [{"ten": "&"}]}, "“&” không có chữ nào"),
    ],
)
def test_a_registry_that_contradicts_itself_is_refused(data: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError) as error:
        SoDonVi.model_validate(data)
    assert any(said in as_in_file(detail["msg"]) for detail in error.value.errors())


def test_numbers_stay_apart() -> None:
    assert name_key("UBND Phường 1, 2") != name_key("UBND phường 12")


def test_a_long_name_and_an_empty_text_are_read() -> None:
    name = "Ban " + " ".join(["Chỉ đạo"] * 15)
    registry = Registry(SoDonVi(don_vi=(DonVi(ten=name),)), 2023)
    assert named(name, registry) == [name]
    assert (named(""), left(" ;, ")) == ([], [])


def test_a_thousand_units_and_two_thousand_tasks_are_read_in_about_a_second() -> None:
    places = "An Bình Cát Dương Điền Gia Hòa Khánh Long Mỹ Ninh Phú".split()
    names = [f"UBND xã {one} {two} {three}" for one in places for two in places for three in places][:1000]
    so = SoDonVi(don_vi=tuple(DonVi(ten=name) for name in names), nhom=(Nhom(ten="UBND các xã, phường"),))
    choose = random.Random(4)
    cells = ["; ".join(choose.sample(names, 4)) + " và các đơn vị có liên quan" for _ in range(4000)]
    began = time.process_time()
    registry = Registry(so, 2023)
    found = sum(len(registry.read(cell).mentions) for cell in cells)
    assert found == 16000
    assert time.process_time() - began < 5  # 0.7 s


FINDER = Finder(
    map(name_key, ("Sở Tài chính", "Sở Y tế", "Ban Dân tộc", "các sở, ban, ngành", "Báo Sóc Trăng")), "tỉnh Sóc Trăng"
)


@pytest.mark.parametrize(
    ("text", "is_list", "pieces"),
    [
        ("Thông tin giữa các sở, ban, ngành, địa phương", False, ["sở, ban, ngành"]),
        ("Thông tin giữa các sở, ban, ngành, địa phương", True, []),
        ("đồng chí Trưởng Ban Dân tộc", False, ["Ban Dân tộc"]),
        ("Hội nhà báo Sóc Trăng, Hội Nhà báo Sóc Trăng", False, []),
        ("Sở Tài chính tỉnh Sóc Trăng, Y tế phối hợp", False, ["Sở Tài chính", "Y tế"]),
        ("Sở Tài chính tỉnh Bạc Liêu", False, []),
    ],
)
def test_names_are_found_anywhere_in_prose(text: str, is_list: bool, pieces: list[str]) -> None:
    assert [text[one.start : one.end] for one in FINDER.find(text, is_list=is_list)] == pieces


def test_a_name_found_says_what_it_shares_and_where_its_place_ends() -> None:
    text = "các Sở Tài chính tỉnh Sóc Trăng, Y tế"
    first, second = FINDER.find(text, is_list=True)
    assert (first.start_with_cac, text[first.end : first.reach], first.lends) == (0, " tỉnh Sóc Trăng", (name_key("Sở"),))
    assert (second.key, second.head, second.lends) == (name_key("Sở Y tế"), name_key("Sở"), ())


def test_heirs_are_followed_to_those_that_hold_and_lost_ways_are_told() -> None:
    ended = date(2024, 6, 30)
    chain = DonVi(ten="Sở Một", den=ended, thanh=("Sở Hai",))
    fork = DonVi(ten="Sở Bốn", den=ended, thanh=("Sở Hai", "Sở Ba"))
    turned = DonVi(ten="Sở Năm", den=ended, thanh=("Sở Ba", "Sở Hai"))
    units = (chain, fork, turned, DonVi(ten="Sở Hai", den=ended, thanh=("Sở Mới",)), DonVi(ten="Sở Ba", den=ended))
    validity = Validity(SoDonVi(don_vi=units), 2025)
    assert validity.heirs(chain) == Heirs(("Sở Mới",), lost=False)
    assert validity.heirs(fork) == Heirs(("Sở Mới",), lost=True)
    assert validity.heirs(turned) == Heirs(("Sở Mới",), lost=True)
