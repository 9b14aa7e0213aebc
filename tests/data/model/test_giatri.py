"""Yearly values as the clerk writes them, and the file of ASEAN's themes that comes with docgen."""

from typing import Any

import pytest

from docgen.data.model.tracuu import GiaTri
from docgen.data.validate import validate
from docgen.data.yamlfile import load, of_text
from docgen.errors import DataError
from tests.conftest import ROOT

HEAD = "loai: giá trị theo năm\nten: Chủ đề ASEAN\ngia_tri:\n"


def read(text: str) -> GiaTri:
    return validate(GiaTri, of_text("chu-de.yaml", text))


def problems(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def test_the_themes_of_asean_are_those_of_the_sources() -> None:
    themes = validate(GiaTri, load(ROOT / "data" / "chu-de-asean.yaml"))
    assert {value.nam: value.noi_dung for value in themes.gia_tri} == {
        2023: "ASEAN tầm vóc: Tâm điểm của tăng trưởng",
        2024: "ASEAN: Thúc đẩy kết nối và tự cường",
        2025: "Bao trùm và bền vững",
        2026: "Cùng chèo lái tới tương lai",
    }
    assert all(value.nguon for value in themes.gia_tri)
    assert [value.nam for value in themes.gia_tri if value.can_xac_nhan] == [2026]


def test_the_wording_of_the_plan_of_2023_is_known() -> None:
    themes = validate(GiaTri, load(ROOT / "data" / "chu-de-asean.yaml"))
    of_2023: Any = themes.of(2023)
    assert "Một ASEAN tầm vóc: tâm điểm của tăng trưởng" in of_2023.wordings


def test_quotes_around_a_value_are_taken_off_and_those_within_stay() -> None:
    values = read(HEAD + "  - {nam: 2023, noi_dung: “Năm đoàn kết”, cach_viet: ['\"Năm đoàn kết\"', Năm “đoàn kết” mới]}\n")
    assert values.gia_tri[0].wordings == ("Năm đoàn kết", "Năm đoàn kết", "Năm “đoàn kết” mới")


def test_a_value_that_nobody_wrote_down_is_none() -> None:
    assert read(HEAD + "  - {nam: 2023, noi_dung: Đoàn kết}\n").of(2024) is None


def test_a_year_given_twice_is_refused_with_its_place() -> None:
    text = HEAD + "  - {nam: 2023, noi_dung: Đoàn kết}\n  - {nam: 2023, noi_dung: Kỷ cương}\n"
    (problem,) = problems(text)
    assert problem.startswith("chu-de.yaml:5:")
    assert "năm 2023 đã có ở trên; giữ một, cách viết khác ghi vào cach_viet" in problem


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("loai: kế hoạch\nten: Chủ đề\ngia_tri:\n  - {nam: 2023, noi_dung: Đoàn kết}\n", "loai: giá trị theo năm"),
        (HEAD + "  - {nam: 2023, noi_dung: “…”}\n", "không có chữ nào"),
        (HEAD.replace("Chủ đề ASEAN", "…") + "  - {nam: 2023, noi_dung: Đoàn kết}\n", "không có chữ nào"),
        ("loai: giá trị theo năm\nten: Chủ đề\ngia_tri: []\n", "ít nhất 1"),
        (HEAD + "  - {nam: 2023, noi_dung: Đoàn kết, can_xac_nhan: chắc}\n", "“có” hoặc “không”"),
        (HEAD + "  - {nam: 2023, noi_dung: Đoàn kết, nguồn: báo}\n", "nguon"),
    ],
)
def test_what_is_wrong_is_said_in_vietnamese(text: str, wanted: str) -> None:
    assert wanted in "\n".join(problems(text))
