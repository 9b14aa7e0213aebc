"""The list of cues: what it holds is what the readers of years ask for, and its words stand where it says."""

import re
from pathlib import Path

import pytest

from docgen.rollover import nam
from docgen.rollover.nam.mention import cues
from docgen.text.patterns import Cues

ROOM = Path(nam.__path__[0])
LISTED = set(re.findall(r"(?m)^([A-Z_]+)\.\w+ = ", (ROOM / "cues.toml").read_text(encoding="utf-8")))


def test_every_cue_is_asked_for_and_every_cue_asked_for_is_listed() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    words = (ROOM / "cues.toml").read_text(encoding="utf-8")
    asked = (
        set(re.findall(r"\bcues\.([A-Z_]+)", code))
        | set(re.findall(r"\{([A-Z_]+)\}", words))
        | set(re.findall(r'"([A-Z_]+)": \(', code))
    )
    assert asked == LISTED


@pytest.mark.parametrize("name", sorted(LISTED))
def test_every_cue_is_a_pattern(name: str) -> None:
    assert getattr(cues, name).flags & re.IGNORECASE


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("DEADLINE", "nộp  trước ngày ", True),  # `ends`: with the marks that lead on; a blank stands for any
        ("DEADLINE", "nộp trước ngày lễ", False),
        ("EVER_SINCE", " đến nay, đã", True),  # `opens`
        ("EVER_SINCE", "đến nayn", False),
        ("CARRIED", "vốn CHUYỂN NGUỒN sang", True),  # `says`: whole words, in any case
        ("CARRIED", "chuyển nguồng", False),
        ("EVENT_NAME", "Hội chợ Xuân ", True),  # "(?-i:…)": case counts
        ("EVENT_NAME", "HỘI CHỢ XUÂN ", True),  # "{events.upper}"
        ("EVENT_NAME", "hội chợ xuân ", False),
        ("FIGURE", "trồng 81.527 ha", True),  # "{COUNTED}" is another cue
        ("FIGURE", "trồng 81 gì", False),
    ],
)
def test_words_stand_where_the_list_says(name: str, text: str, found: bool) -> None:
    assert (getattr(cues, name).search(text) is not None) is found


def test_a_name_that_is_not_listed_is_no_cue() -> None:
    with pytest.raises(AttributeError, match="NO_SUCH_CUE"):
        _ = Cues("docgen.rollover.nam").NO_SUCH_CUE
