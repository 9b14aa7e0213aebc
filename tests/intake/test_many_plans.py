"""What `docgen nhap` makes of the plans in bench/corpus, made apart from it: the figures reached do not fall."""

from collections import Counter

import pytest

from bench.plankeys import read_key
from bench.plans import PLANS, Score, judge

# right and all of the plans of each hand; what is not right is told by `python -m bench.plans [FOLDER] --told`
REACHED = {
    "plans": {
        "facts": (295, 297),
        "words": (11160, 11160),
        "levels": (495, 495),
        "headings": (491, 495),
        "tables": (17, 17),
        "cells": (2578, 2581),
        "tasks": (172, 172),
        "who": (290, 290),
        "units": (218, 220),
        "appendices": (18, 18),
        "errors": (14, 14),
    },
    "plans2": {
        "facts": (193, 198),
        "words": (3808, 3808),
        "levels": (228, 234),
        "headings": (208, 234),
        "tables": (10, 10),
        "cells": (632, 632),
        "tasks": (47, 47),
        "who": (94, 94),
        "units": (100, 111),
        "appendices": (6, 6),
        "errors": (9, 9),
    },
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Score]]:
    """Return what was counted of each paper, by its folder and name."""
    return {
        folder: {
            paper.stem.partition("_")[0]: judge(paper, read_key(paper), tmp_path_factory.mktemp(paper.stem), goes_on=False)
            for paper in sorted(PLANS.with_name(folder).glob("*.docx"))
        }
        for folder in REACHED
    }


def test_plans_are_imported_and_other_papers_refused_in_words(scores: dict[str, dict[str, Score]]) -> None:
    assert {folder: len(of) for folder, of in scores.items()} == {"plans": 18, "plans2": 9}
    assert {name: score.told for of in scores.values() for name, score in of.items() if score.right["imported"] != 1} == {}


@pytest.mark.parametrize("folder", REACHED)
def test_the_figures_reached_are_held(folder: str, scores: dict[str, dict[str, Score]]) -> None:
    right, every = Counter[str](), Counter[str]()
    for score in scores[folder].values():
        right.update(score.right)
        every.update(score.all)
    reached = REACHED[folder]
    assert {kind: every[kind] for kind in reached} == {kind: all_ for kind, (_, all_) in reached.items()}
    assert {kind: right[kind] for kind, (least, _) in reached.items() if right[kind] < least} == {}


def test_a_second_office_and_its_signer_are_told_as_not_carried(scores: dict[str, dict[str, Score]]) -> None:
    said = scores["plans"]["A10"].told
    left = [one for one in said if one.startswith("not carried: ")]
    assert sum("Thượng tá Nguyễn Khắc Điệp" in one for one in left) == 1
    assert sum("CÔNG AN TỈNH NGHI DƯƠNG" in one for one in left) == 1
    assert sum("nên chỉ ghi “Phòng Giáo dục và Đào tạo”" in one for one in said) == 1
