"""Any plan rolled over: pieces lie in the text, no other digit changes, comments stay, next year and the one after come out."""

import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.data import charcheck
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile, of_text
from docgen.data.yamltext.writing import lines_of
from docgen.errors import DataError
from docgen.rollover.changes import Years
from docgen.rollover.nam import treat_years
from docgen.rollover.roll import Known, RolledOver, roll
from docgen.workflows.rolledfile import rolled_file
from tests.conftest import OFFICE, office_of
from tests.hostile.words import HOSTILE, composed, thorough

KNOWN = Known(office_of(OFFICE))
YEARS = Years(2023, 2024)
PHRASES = st.sampled_from(
    [
        "năm 2023",
        "trong năm 2023",
        "2023",
        "2022",
        "2024",
        "giai đoạn 2021 - 2025",
        "đến năm 2030",
        "ngày 15/12/2023",
        "Quý II/2023",
        "tháng 6 năm 2023",
        "năm học 2022-2023",
        "29/02/2024",
        "Kế hoạch số 12/KH-UBND ngày 05/01/2023",
        "kỷ niệm 55 năm",
        "lần thứ 20",
        "Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2021",
        "Tết Quý Mão",
        "6 tháng đầu năm",
        "20/2023/NĐ-CP",
        "số 2023",
        "2023-2024",
        "12/2023",
        "từ 01/01/2023 đến 31/12/2023",
        "thứ Sáu ngày 08/9/2023",
        "Nghị quyết số 76/NQ-CP",
        "Sở Y tế",
        "khóa XIII",
        "dân số 2.023 người",
        ";",
        ",",
        ".",
        "(",
        ")",
        "và",
        "của",
        "về",
        "-",
        "theo",
        "thực hiện",
    ]
)
SENTENCES = (st.lists(PHRASES | HOSTILE, min_size=1, max_size=6).map(" ".join) | st.lists(PHRASES, max_size=8).map("".join)).map(
    composed
)
PRINTED = SENTENCES.filter(lambda text: bool(text.strip()) and "\r" not in text and next(charcheck.find(text), None) is None)
TASKS = st.lists(st.fixed_dictionaries({"ten": PRINTED, "chu_tri": PRINTED, "thoi_gian": PRINTED}), min_size=1, max_size=3)
PLANS = st.fixed_dictionaries(
    {
        "loai": st.just("kế hoạch"),
        "nam": st.just("2023"),
        "so": st.sampled_from([None, "15"]),
        "trich_yeu": PRINTED,
        "can_cu": st.lists(PRINTED, max_size=2),
        "phan": st.lists(st.fixed_dictionaries({"tieu_de": PRINTED, "doan": PRINTED}), min_size=1, max_size=2),
        "noi_nhan": st.just(["Sở Y tế"]),
        "luu": st.just("VT"),
        "phu_luc": TASKS.map(lambda tasks: [{"tieu_de": "Nhiệm vụ năm 2023", "nhiem_vu": tasks}]),
    }
)


@thorough(500)
@given(SENTENCES, st.sampled_from([YEARS, Years(2023, 2025), Years(2024, 2025), Years(1999, 2000), Years(2099, 2100)]), SENTENCES)
def test_any_text_is_treated_in_pieces_that_lie_in_it(text: str, years: Years, subject: str) -> None:
    spans = sorted((one.start, one.end) for one in treat_years(text, years, subject=subject, taken=[]))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def file_of(plan: dict[str, object], comment: str = "# ghi chú riêng\n") -> YamlFile:
    """Return the plan as a file, or give the example up where nobody could write such a plan."""
    try:
        file = of_text("kehoach.yaml", comment + "\n".join(lines_of(plan, 0)) + "\n")  # type: ignore[arg-type]
        validate_plan(file)
    except DataError:
        assume(False)
    return file


def validate_plan(file: YamlFile) -> None:
    from docgen.data.model.kehoach import KeHoach  # noqa: PLC0415

    validate(KeHoach, file)


def texts_rolled(file: YamlFile, rolled: RolledOver) -> dict[tuple[str | int, ...], str]:
    """Return what the texts come to by the pieces that were listed, worked out anew."""
    made = dict(file.texts())
    for route, pieces in rolled.pieces.items():
        text = made[route]
        for piece in sorted(pieces, key=lambda one: one.start, reverse=True):
            assert 0 <= piece.start < piece.end <= len(text)
            text = text[: piece.start] + piece.new + text[piece.end :]
        made[route] = text
    return {route: text for route, text in made.items() if route not in rolled.cleared}


def outside(text: str, pieces: Sequence[tuple[int, int]]) -> list[str]:
    """Return the digits of `text` that stand in none of `pieces`."""
    return [match.group() for match in re.finditer(r"\d", text) if not any(start <= match.start() < end for start, end in pieces)]


@thorough(60)
@given(PLANS)
def test_a_plan_differs_from_the_old_one_where_it_is_listed_and_nowhere_else(plan: dict[str, object]) -> None:
    file = file_of(plan)
    rolled = roll(tuple(file.texts()), YEARS, KNOWN)
    try:
        data, new, _ = rolled_file(file, file.text.encode(), rolled, {}, "moi.yaml")
    except DataError:  # it cannot be changed in place
        return
    expected, made, old = texts_rolled(file, rolled), dict(new.texts()), dict(file.texts())
    assert set(made) == set(expected)
    for route, text in made.items():
        assert text in (expected[route], old[route]), "as listed, or left to a person"
    listed = {change.route for change in rolled.changes}
    assert all(route in listed for route in old if route in rolled.cleared or made[route] != old[route])
    assert "# ghi chú riêng" in data.decode()
    assert [text for _, text in new.comments()] == [text for _, text in file.comments()]
    for route, pieces in rolled.pieces.items():
        spans = [(piece.start, piece.end) for piece in pieces]
        shift = {piece.start: len(piece.new) for piece in pieces}
        new_spans, moved = [], 0
        for start, end in sorted(spans):
            new_spans.append((start + moved, start + moved + shift[start]))
            moved += shift[start] - (end - start)
        assert outside(old[route], spans) == outside(expected[route], new_spans)


@thorough(40)
@given(PLANS)
def test_a_plan_rolled_over_twice_is_a_plan_of_the_second_year(plan: dict[str, object]) -> None:
    file = file_of(plan)
    for years in (YEARS, Years(2024, 2025)):
        rolled = roll(tuple(file.texts()), years, KNOWN)
        try:
            _, file, _ = rolled_file(file, file.text.encode(), rolled, {}, "moi.yaml")
        except DataError:
            return
        assert dict(file.texts())[("nam",)] == str(years.new)
        assert dict(file.texts()).get(("so",)) is None
        assert "Nhiệm vụ năm 2023" not in dict(file.texts()).values()
        assert dict(file.texts())[("phu_luc", 0, "tieu_de")] == f"Nhiệm vụ năm {years.new}"
