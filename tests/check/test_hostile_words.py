"""Words made to break a reader: absurd numbers, endless rows of one sign. Each paper is judged, and soon."""

import time
from collections.abc import Callable

import pytest

from docgen.check.judging import judge
from docgen.check.reports import LineForm
from tests.check.papers.clean import cong_van, quyet_dinh
from tests.check.papers.ke_hoach import ke_hoach
from tests.check.papers.mutate import at, mutated
from tests.check.papers.spoil import set_text

_LONG = "9" * 5_000  # more digits than Python makes a number of
_SOON = 5.0  # seconds; what is quadratic takes a minute

NUMBERS: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "the year of the paper": (cong_van, "Sóc Trăng, ngày", "Sóc Trăng, ngày     tháng     năm 0000"),
    "a day in digits": (cong_van, "Thực hiện Quyết định", f"Thực hiện theo văn bản ngày 05/3/20{_LONG} của Bộ Nội vụ:"),
    "a day in words": (cong_van, "Thực hiện Quyết định", f"Thực hiện văn bản ngày 05 tháng 3 năm {_LONG} của Bộ Nội vụ:"),
    "an article": (quyet_dinh, "Điều 1.", f"Điều {_LONG}. Thành lập Ban Tổ chức."),
    "a part": (quyet_dinh, "Điều 1.", f"Phần {_LONG}"),
    "the article of the recipients": (quyet_dinh, "- Như Điều", f"- Như Điều {_LONG};"),
    "an appendix": (ke_hoach, "Phụ lục", f"Phụ lục {_LONG}"),
    "a row of appendices": (ke_hoach, "Căn cứ", "Nhiệm vụ nêu tại Phụ lục 1 đến 99999999999 kèm theo."),
    "the day that an appendix names": (ke_hoach, "(Kèm theo", f"(Kèm theo Kế hoạch ngày 05 tháng 3 năm {_LONG} của UBND tỉnh)"),
}
ROWS = {
    "blanks behind a day": "Quyết định số 1/QĐ-UBND ngày " + " " * 3_000 + "x",
    "blanks behind a number": "Quyết định số " + " " * 20_000 + "x",
    "citations": "Quyết định số 1/QĐ-UBND " * 8_000,
    "appendices": "phụ lục I, " * 18_000,
    "dots": "." * 200_000,
    "dashes": "- " * 100_000,
    "brackets": "(" * 200_000,
    "letters": "a " * 100_000,
}


@pytest.mark.parametrize("name", NUMBERS)
def test_an_absurd_number_is_judged(name: str) -> None:
    make, start, words = NUMBERS[name]
    assert judge("thu.docx", mutated(make(), at(start, set_text(words)))).applied > 20


@pytest.mark.parametrize("name", ROWS)
def test_an_endless_row_is_judged_soon(name: str) -> None:
    paper = mutated(ke_hoach(), at("Căn cứ", set_text(f"Căn cứ {ROWS[name]};")))
    start = time.process_time()
    assert judge("thu.docx", paper).applied > 20
    assert time.process_time() - start < _SOON


def test_months_in_a_row_under_an_appendix_are_judged_soon() -> None:
    paper = mutated(ke_hoach(), at("(Kèm theo", set_text(f"(Kèm theo Kế hoạch ngày {'tháng 1 ' * 25_000})")))
    start = time.process_time()
    assert judge("thu.docx", paper).applied > 20
    assert time.process_time() - start < _SOON


def test_every_finding_is_told_on_one_short_line() -> None:
    marks = f"Giao <<{'đơn vị ' * 10}>>, {'?' * 500} chủ trì; [ghi\ntên], {{{{ten\ncoquan}}}} phối hợp."
    report = judge("thu.docx", mutated(cong_van(), at("Thực hiện Quyết định", set_text(marks))))
    assert max(map(len, LineForm().paper(report).splitlines())) < 200
    assert len(LineForm().paper(report).splitlines()) == len(report.findings) + len(report.unjudged)
