from pathlib import Path

import pytest

from docgen.data.model.coquan import CoQuan
from docgen.data.yamlfile import of_text
from docgen.errors import DataError
from docgen.rollover.changes import Years
from docgen.rollover.roll import Known, roll
from docgen.workflows.chuyennam import refuse_other_years
from docgen.workflows.rolledfile import next_path, rolled_file


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("data/asean-2023/kehoach.yaml", "data/asean-2024/kehoach.yaml"),
        ("2023/kehoach.yaml", "2024/kehoach.yaml"),
        ("2023/kehoach-2023.yaml", "2024/kehoach-2024.yaml"),
        ("ke-hoach/kehoach-2023.yaml", "ke-hoach/kehoach-2024.yaml"),
        ("ke-hoach/kehoach.yaml", "ke-hoach/kehoach-2024.yaml"),
        ("luu/2023-2023/kehoach.yaml", "luu/2023-2024/kehoach.yaml"),
        ("x/120233/kehoach.yaml", "x/120233/kehoach-2024.yaml"),
    ],
)
def test_the_year_changes_in_the_names_that_hold_it(data: str, expected: str) -> None:
    assert next_path(Path(data), 2023, 2024) == Path(expected)


def test_inside_the_year_s_own_folder_the_new_one_is_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2023").mkdir()
    monkeypatch.chdir(tmp_path / "2023")
    assert next_path(Path("kehoach.yaml"), 2023, 2024) == Path("../2024/kehoach.yaml")


@pytest.mark.parametrize(
    ("year", "words"),
    [(2023, "đã là của năm 2023"), (2022, "không chuyển ngược về năm 2022"), (2204, "quá xa"), (2034, "quá xa")],
)
def test_only_a_year_soon_after_can_be_rolled_over_to(year: int, words: str) -> None:
    with pytest.raises(DataError, match=f"x.yaml:1:6: nam: .*{words}"):
        refuse_other_years(of_text("x.yaml", "nam: 2023\n"), 2023, year)


def test_the_next_years_can_be_rolled_over_to() -> None:
    refuse_other_years(of_text("x.yaml", "nam: 2023\n"), 2023, 2024)
    refuse_other_years(of_text("x.yaml", "nam: 2023\n"), 2023, 2026)


WIDTHS = """\
loai: kế hoạch
nam: 2023
trich_yeu: Chỉ tiêu năm 2023
phan:
  - tieu_de: Chỉ tiêu
    bang:
      cot: [[Chỉ tiêu, Kết quả, như bên trái], [như trên, "Năm 2023", '{other}']]
      rong: {{"Năm 2023": 20, {other}: 30}}  # hẹp
      dong:
        - nhom: Du lịch năm 2023
        - [Khách, [Trong tỉnh, Năm 2023], ""]
noi_nhan: [A]
luu: VT
"""


@pytest.mark.parametrize(("other", "year"), [("Năm 2022", "2024"), ("Năm 2024", "2023"), ("Tăng giảm", "2024")])
def test_widths_by_heading_move_with_their_headings(other: str, year: str) -> None:
    text = WIDTHS.format(other=other)
    file = of_text("kehoach.yaml", text)
    office = CoQuan.model_validate({"ten": "Sở A", "viet_tat": "SA", "dia_danh": "B", "ky": {}})
    rolled = roll(tuple(file.texts()), Years(2023, 2024), Known(office))
    made, _, changes = rolled_file(file, text.encode(), rolled, {}, "moi.yaml")
    assert made.decode().splitlines()[6:11] == [
        f"""      cot: [[Chỉ tiêu, Kết quả, như bên trái], [như trên, "Năm {year}", '{other}']]""",
        f"""      rong: {{"Năm {year}": 20, {other}: 30}}  # hẹp""",
        "      dong:",
        "        - nhom: Du lịch năm 2024",
        """        - [Khách, [Trong tỉnh, Năm 2024], ""]""",
    ]
    (heading,) = (one for one in changes if one.route == ("phan", 0, "bang", "cot", 1, 1))
    assert ("bảng có cột của nhiều năm" in heading.why) == (year == "2023")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("# KẾ HOẠCH NĂM 2023", "# KẾ HOẠCH NĂM 2024"),
        ("# Kế hoạch năm 2023 của phòng", "# Kế hoạch năm 2023 của phòng"),  # the author's own
    ],
)
def test_the_comment_that_docgen_writes_above_a_plan_names_the_new_year(first: str, then: str) -> None:
    lines = [
        first,
        "# Ghi năm 2023",
        "loai: kế hoạch",
        "nam: 2023",
        "trich_yeu: a",
        "phan: [{tieu_de: A, doan: a}]",
        "noi_nhan: [A]",
    ]
    text = "\r\n".join(["# yaml: x", *lines, "luu: VT", ""])
    file = of_text("kehoach.yaml", text.replace("\r\n", "\n"))
    office = CoQuan.model_validate({"ten": "Sở A", "viet_tat": "SA", "dia_danh": "B", "ky": {}})
    rolled = roll(tuple(file.texts()), Years(2023, 2024), Known(office))
    made, _, _ = rolled_file(file, text.encode(), rolled, {}, "moi.yaml")
    assert made.decode().split("\r\n")[1:5] == [then, "# Ghi năm 2023", "loai: kế hoạch", "nam: 2024"]


def test_a_table_that_is_called_for_twice_moves_with_its_widths() -> None:
    lines = [
        "loai: kế hoạch", "nam: 2023", "trich_yeu: a", "phan: |", "  I. A", "  {bảng: lịch}", "  II. B", "  {bảng: lịch}",
        "bang_bieu:",
        "  lịch: {cot: [Việc, Năm 2023], rong: {Năm 2023: 30}, dong: [[Một, hai]]}", "noi_nhan: [A]", "luu: VT", "",
    ]  # fmt: skip
    file = of_text("kehoach.yaml", "\n".join(lines))
    office = CoQuan.model_validate({"ten": "Sở A", "viet_tat": "SA", "dia_danh": "B", "ky": {}})
    rolled = roll(tuple(file.texts()), Years(2023, 2024), Known(office))
    made, _, _ = rolled_file(file, "\n".join(lines).encode(), rolled, {}, "moi.yaml")
    assert made.decode().split("\n")[9] == "  lịch: {cot: [Việc, Năm 2024], rong: {Năm 2024: 30}, dong: [[Một, hai]]}"
