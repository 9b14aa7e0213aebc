"""What is typed below `phan: |`: its values, where they stand in the file, and how they are edited in place."""

from typing import Literal
from unicodedata import normalize

import pytest

from docgen.data.yamlfile import NotInPlace, Piece, YamlFile, of_text
from docgen.data.yamltext.saved import spliced
from docgen.errors import Problem

PLAN = """\
loai: kế hoạch
phan: |
  I. MỤC ĐÍCH
  1. Mục đích
  - Nâng cao chất lượng trong
    năm 2025. {đơn vị: Sở A}
  + Một \\{x} năm 2025.

  2. **Thời gian:** Trong năm 2025.
    {bảng: lịch 2025}
  II. TỔ CHỨC {giao việc}
  {nhiệm vụ: việc}
bang_bieu:  # các bảng của năm 2025
  việc: [{ten: Họp, chu_tri: Sở A}]
  Lịch 2025: {cot: [Ngày], dong: [["09/10/2025"]]}
phu_luc:
  - {tieu_de: Một, doan: Có.}
  - tieu_de: Hai
    phan: |
      I. PHẦN
      Năm 2025.
"""
ITEM = ("phan", 0, "muc", 0, "y", 0)


def read(text: str) -> YamlFile:
    return of_text("x.yaml", text.replace("\r\n", "\n"))


def lines(problems: tuple[Problem, ...]) -> list[str]:
    return [str(problem) for problem in problems]


def test_the_values_are_those_of_the_nested_form() -> None:
    file = read(PLAN)
    assert (file.problems, file.remarks) == ((), ())
    assert file.value["phan"] == [
        {
            "tieu_de": "MỤC ĐÍCH",
            "muc": [
                {
                    "tieu_de": "Mục đích",
                    "y": [
                        {
                            "noi_dung": "Nâng cao chất lượng trong năm 2025.",
                            "don_vi": ["Sở A"],
                            "cong": ["Một {x} năm 2025."],
                        }
                    ],
                },
                {
                    "tieu_de": "Thời gian",
                    "cung_dong": "Trong năm 2025.",
                    "bang": [{"cot": ["Ngày"], "dong": [["09/10/2025"]]}],
                },
            ],
        },
        {
            "tieu_de": "TỔ CHỨC",
            "giao_viec": "có",
            "noi_dung": [{"nhiem_vu": [{"ten": "Họp", "chu_tri": "Sở A"}]}],
        },
    ]
    assert file.value["phu_luc"] == [
        {"tieu_de": "Một", "doan": "Có."},
        {"tieu_de": "Hai", "phan": [{"tieu_de": "PHẦN", "doan": "Năm 2025."}]},
    ]
    assert "bang_bieu" not in file.value


@pytest.mark.parametrize(
    ("route", "place", "last"),
    [
        (("phan",), "x.yaml:2:7", 12),
        (("phan", 0), "x.yaml:3:3", 10),
        (("phan", 0, "tieu_de"), "x.yaml:3:6", 3),
        (("phan", 0, "muc", 0), "x.yaml:4:3", 7),
        (("phan", 0, "muc", 0, "doan", 3), "x.yaml:4:3", 7),
        ((*ITEM, "noi_dung"), "x.yaml:5:5", 6),
        ((*ITEM, "don_vi", 0), "x.yaml:6:24", 6),
        ((*ITEM, "cong", 0), "x.yaml:7:5", 7),
        (("phan", 0, "muc", 1, "cung_dong"), "x.yaml:9:21", 9),
        (("phan", 0, "muc", 1, "bang", 0, "dong", 0, 0), "x.yaml:15:36", 15),
        (("phan", 1, "noi_dung", 0, "nhiem_vu", 0, "chu_tri"), "x.yaml:14:30", 14),
        (("phu_luc", 1, "phan", 0, "doan", 0), "x.yaml:21:7", 21),
        (("bang_bieu", "việc", 0, "ten"), "x.yaml:14:16", 14),
    ],
)
def test_every_piece_has_its_place_and_its_last_line(route: tuple[str | int, ...], place: str, last: int) -> None:
    file = read(PLAN)
    assert (str(file.place(route)), file.last_line(route)) == (place, last)


def test_a_letter_has_its_place_behind_the_line_break() -> None:
    file = read(PLAN)
    text = "Nâng cao chất lượng trong năm 2025."
    assert str(file.char_place((*ITEM, "noi_dung"), text.index("2025"))) == "x.yaml:6:9"
    assert str(file.char_place((*ITEM, "noi_dung"), 999)) == "x.yaml:6:13"


def test_texts_come_in_the_order_of_the_file_with_the_routes_of_the_outline() -> None:
    assert [route for route, text in read(PLAN).texts() if "2025" in text] == [
        (*ITEM, "noi_dung"),
        (*ITEM, "cong", 0),
        ("phan", 0, "muc", 1, "cung_dong"),
        ("phan", 0, "muc", 1, "bang", 0, "dong", 0, 0),
        ("phu_luc", 1, "phan", 0, "doan"),
    ]
    assert list(read(PLAN).comments()) == [(13, "# các bảng của năm 2025")]


@pytest.mark.parametrize("text", [PLAN, PLAN.replace("\n", "\r\n")], ids=["unix", "windows"])
def test_a_year_is_changed_everywhere_and_nothing_else(text: str) -> None:
    file = read(text)
    splices = []
    for route, value in file.texts():
        if (at := value.find("2025")) >= 0:
            splices += file.splices(route, [Piece(at, at + 4, "2026")])
    made = spliced(text.encode(), splices).decode()
    kept = ("lịch 2025", "Lịch 2025", "năm 2025\r\n", "năm 2025\n")
    assert made == text.replace("2025", "2026").replace("lịch 2026", kept[0]).replace("Lịch 2026", kept[1]).replace(
        "của năm 2026", "của năm 2025"
    )
    assert not read(made).problems


def test_words_across_a_line_break_are_replaced_as_one() -> None:
    file = read(PLAN)
    value = "Nâng cao chất lượng trong năm 2025."
    [splice] = file.splices((*ITEM, "noi_dung"), [Piece(value.index("trong"), len(value) - 1, "hằng {năm}\nhai")])
    made = spliced(PLAN.encode(), [splice]).decode()
    assert "  - Nâng cao chất lượng hằng \\{năm}{xuống dòng}hai. {đơn vị: Sở A}\n" in made
    assert dict(read(made).texts())[(*ITEM, "noi_dung")] == "Nâng cao chất lượng hằng {năm}\nhai."


@pytest.mark.parametrize(
    ("route", "first", "last"),
    [(ITEM, 5, 7), ((*ITEM, "cong", 0), 7, 7), (("phan", 0, "muc", 1), 9, 10), (("phan", 1), 11, 12)],
)
def test_a_piece_goes_with_its_lines(route: tuple[str | int, ...], first: int, last: int) -> None:
    made = spliced(PLAN.encode(), read(PLAN).without_value(route)).decode()
    rows = PLAN.split("\n")
    assert made == "\n".join([*rows[: first - 1], *rows[last:]])


@pytest.mark.parametrize("blanks", ["", " ", "\t", " \t", "\u00a0"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_are_found_whatever_blanks_end_the_lines_above(blanks: str, form: Literal["NFC", "NFD"]) -> None:
    typed = normalize(
        form,
        f"phan: |\n    I. MỤC ĐÍCH{blanks}\n\n      1. Hằng năm{blanks}\n    \t- Ý{blanks}\nz: 1\n",
    )
    file = read(typed)
    place = file.char_place(("phan", 0, "muc", 0, "tieu_de"), 5)
    assert typed.split("\n")[(place.line or 0) - 1][(place.column or 0) - 1 :].strip() == normalize(form, "năm")
    [splice] = file.splices(("phan", 0, "muc", 0, "y", 0), [Piece(0, 1, "Việc")])
    assert spliced(typed.encode(), [splice]).decode() == typed.replace(normalize(form, "- Ý"), "- Việc")


def test_an_appendix_may_do_without_parts() -> None:
    file = read("phu_luc:\n  - tieu_de: a\n    phan: |\n      Một.\n      1. Hai\n      - Ba.\n    bang: {cot: [b]}\n")
    assert file.value["phu_luc"] == [
        {
            "tieu_de": "a",
            "noi_dung": [{"doan": "Một."}, {"muc": [{"tieu_de": "Hai", "y": ["Ba."]}]}],
            "bang": {"cot": ["b"]},
        }
    ]
    assert str(file.place(("phu_luc", 0, "noi_dung", 1, "muc", 0, "y", 0))) == "x.yaml:6:9"
    assert [route for route, text in file.texts() if text == "Ba."] == [("phu_luc", 0, "noi_dung", 1, "muc", 0, "y", 0)]


def test_the_words_of_a_heading_do_not_go_without_what_stands_below_it() -> None:
    with pytest.raises(NotInPlace):
        read(PLAN).without_value(("phan", 0, "tieu_de"))


def test_keys_of_a_typed_piece_are_those_that_are_typed() -> None:
    file = read(PLAN)
    assert file.has_key(("phan", 0, "muc", 1, "cung_dong"))
    assert not file.has_key(("phan", 0, "muc", 0, "cung_dong"))
    assert str(file.key_place(("phan", 0, "muc", 1, "cung_dong"))) == "x.yaml:9:21"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "phan: >\n  I. PHẦN\n",
            ["x.yaml:1:7: phan: nội dung gõ như trong Word thì viết dưới dấu |: ghi “phan: |” rồi xuống dòng, "
             "mỗi đoạn một dòng thụt vào"],
        ),
        (
            'phan: "I. PHẦN"\nbang_bieu: {a: [{ten: b}]}\n',
            ["x.yaml:1:7: phan: nội dung gõ như trong Word thì viết dưới dấu |: ghi “phan: |” rồi xuống dòng, "
             "mỗi đoạn một dòng thụt vào"],
        ),
        (
            "phan: |\n  I. PHẦN\n  {bảng: a}\n  {nhiệm vụ: b}\n  {bảng: c}\n"
            "bang_bieu:\n  a: [{ten: b}]\n  b: {cot: [c]}\n  d: {cot: [c]}\n",
            ["x.yaml:3:10: bảng “a” trong bang_bieu là bảng nhiệm vụ; gõ {nhiệm vụ: a}",
             "x.yaml:4:14: bảng “b” trong bang_bieu không phải bảng nhiệm vụ; gõ {bảng: b}",
             "x.yaml:5:10: bang_bieu chỉ có “a”, “b”, “d”, không có bảng “c”",
             "x.yaml:9:6: bang_bieu: chưa có chỗ nào dùng bảng “d”; thêm dòng {bảng: d} vào phan, hoặc bỏ bảng này"],
        ),
        (
            "phu_luc:\n  tieu_de: a\n  phan: |\n    - Một.\n  noi_dung: [{doan: b}]\n",
            ["x.yaml:5:13: noi_dung: nội dung của phụ lục đã gõ dưới “phan: |”; gõ cả vào đó, hoặc đưa hết vào noi_dung"],
        ),
        (
            "phan: [{tieu_de: a, doan: b}]\nbang_bieu: {a: {cot: [b]}}\n",
            ["x.yaml:2:12: bang_bieu: chỉ dùng khi phan gõ dưới dấu |; ở đây ghi bảng ngay chỗ của nó bằng mục bang"],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_words(text: str, told: list[str]) -> None:
    assert lines(read(text).problems) == told
