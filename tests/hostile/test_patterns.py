"""Words made to keep a reader busy: fifty thousand letters of the worst kind are read well before a hang would be told."""

import json
import subprocess
import sys

import pytest

from tests.hostile.runner import ROOT, WAITS, bound

LENGTH = 50_000
LENGTHS = {"years": 20_000, "units": 20_000}  # a year is read with 400 letters on either side; units take the square
WORST = [
    "a",
    " ",
    "\n",
    "\t",
    "-",
    "- ",
    ", ",
    ",",
    ";",
    "(",
    ")",
    "/",
    ".",
    "1",
    "1/",
    "12/",
    "1.",
    "2023",
    "2023-",
    "2023 ",
    "I",
    "IV.",
    "và ",
    "các ",
    "Sở ",
    "Sở Y tế, ",
    "UBND ",
    "ngày ",
    "ngày 1/",
    "ngày 1 tháng ",
    "tháng 1 ",
    "từ ",
    "từ tháng 1 đến ",
    "Quý I, ",
    "năm ",
    "năm 2023 ",
    "giai đoạn 2021-",
    "số 1/",
    "Quyết định số ",
    "Luật ",
    "Căn cứ ",
    "của ",
    "về ",
    "#",
    " #",
    "{",
    "[",
    "'",
    '"',
    "\\",
    "&a ",
    "*a ",
    "é",
    "e\u0301",
    "\u0300",
    "_",
    "…",
    "“",
    "_x000",
    "[cần điền ",
    "đề nghị ",
    "phối hợp với ",
    "6 tháng ",
    "Tết ",
    "lần thứ ",
]
READERS = """
import json, sys
from docgen.data import charcheck
from docgen.errors import DocgenError
from docgen.rollover.nam import treat_years
from docgen.rollover.changes import Years
from docgen.text.folding import plain_name
from docgen.text.folding import name_key
from docgen.text.thoigian import deadlines, read
from docgen.text.viendan import citations as cited
from docgen.data.yamlfile import of_text
from tests.work.test_units import REGISTRY

def yaml(text):
    try:
        of_text("a", text)
        of_text("a", "a: " + text)
    except DocgenError:
        pass

READ = {
    "yaml": yaml, "times": lambda text: read(text, 2023), "deadlines": lambda text: deadlines("trước " + text, 2023),
    "units": REGISTRY.read, "duties": REGISTRY.read_opening, "names": plain_name, "spelling": name_key,
    "characters": lambda text: list(charcheck.find(text)), "citations": cited,
    "years": lambda text: treat_years(text, Years(2023, 2024), subject="năm 2023", taken=[]),
}
room, length, words = json.load(sys.stdin)
for word in words:
    print(repr(word), flush=True)
    READ[room]((word * length)[:length])
"""


@pytest.mark.parametrize(
    "room", ["yaml", "times", "deadlines", "units", "duties", "names", "spelling", "characters", "citations", "years"]
)
def test_the_worst_words_are_read_in_time(room: str) -> None:
    given = json.dumps([room, LENGTHS.get(room, LENGTH), WORST])
    done = subprocess.run(
        [sys.executable, "-c", READERS],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=WAITS,
        cwd=ROOT,
        check=False,
        preexec_fn=bound,
    )
    assert done.returncode == 0, done.stdout[-50:] + done.stderr[-2000:]
