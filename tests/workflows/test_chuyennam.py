from pathlib import Path

import pytest

from docgen.data.yamlfile import of_text
from docgen.errors import DataError
from docgen.workflows.chuyennam import next_path, refuse_other_years


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
