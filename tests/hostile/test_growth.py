"""A text four times as long takes four times the work, whatever it repeats: calls are counted, so that all machines agree."""

import random
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from docgen.text import dan_y
from docgen.text.folding import folded_words, name_key, plain_name, same_words
from docgen.text.thoigian import deadlines, read
from docgen.text.typography import balanced_lines, line_count, width
from docgen.text.viendan import citations
from docgen.text.wording import shortened
from docgen.work.units import Finder
from tests.hostile.test_patterns import WORST
from tests.work.test_units import REGISTRY

FINDER = Finder(map(name_key, ("Sở Y tế", "UBND các xã")), "tỉnh Sóc Trăng")
READERS: dict[str, Callable[[str], object]] = {
    "times": lambda text: read(text, 2023),
    "deadlines": lambda text: deadlines(text, 2023, within=True),
    "citations": citations,
    "units": REGISTRY.read,
    "duties": REGISTRY.read_opening,
    "names in prose": lambda text: FINDER.find(text, is_list=False),
    "spelling": name_key,
    "folding": lambda text: (folded_words(text), same_words(text), plain_name(text), shortened(text)),
    "typed bodies": dan_y.read,
    "lines": lambda text: (balanced_lines(text, 14, "regular", 100), line_count(text, 14, 100)),
}
PHRASES = [
    *WORST,
    "Trước ngày ",
    "chậm nhất là ",
    "trong tháng ",
    "Quyết định số 1/QĐ-UBND ngày ",
    "Ất Tỵ ",
    "Sở Y tế, Tài chính ",
    "hội các xã ",
    "trừ Sở Y tế ",
    "(không bao gồm ",
    "ngoài ",
    "\n1. Một ",
    "\n  nối ",
    "{xuống dòng}",
    "{giao việc} ",
]
PATTERNS = [*PHRASES, *("".join(random.Random(seed).sample(PHRASES, 1 + seed % 4)) for seed in range(60))]
SHORT = {"times": 250}  # letters; four times as many are the most that say a time
SPARE = 500  # calls, whatever the length


@pytest.mark.parametrize("reader", READERS)
def test_work_grows_as_the_text_does(reader: str) -> None:
    read_it, length = READERS[reader], SHORT.get(reader, 1_500)
    for once in PATTERNS:  # what is made once, is made: patterns too that only longer texts come to
        read_it(once)
        read_it((once * length)[: length // 2])
    for repeated in PATTERNS:
        long, short = ((repeated * most)[:most] for most in (4 * length, length))
        of_long, of_short = _calls(read_it, long), _calls(read_it, short)
        assert of_long <= 6 * of_short + SPARE, repeated


def _calls(read_it: Callable[[str], object], text: str) -> int:
    count = 0

    def counted(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    width.cache_clear()
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read_it(text)
    finally:
        sys.setprofile(before)
    return count
