"""Rules of numbers and letters in the body: their forms, their order (PL I.II.6.c, đ)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.check.anatomy import Item, Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts
from docgen.check.gauges.body import grouped
from docgen.check.gauges.lettering import counted
from docgen.check.gauges.levels import Break, breaks, foreign_letters, letter_of, lettered_runs, renumbered, texts
from docgen.check.mends import Words
from docgen.check.rules.de_muc import DASHED
from docgen.text.patterns import lazy_re
from docgen.text.wording import KHOAN_LETTERS

rule = Rules("Bố cục, đề mục, đánh số")
_SLASHED: Final = lazy_re(r"[a-zđ]\s?/\s?(?=[^\W\d_]{2})")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_WITHOUT_DJ: Final = KHOAN_LETTERS.replace("đ", "")


@rule("B07", Severity.WARNING, "PL I.II.6.đ")
def khoan_diem(paper: Paper) -> Verdicts:
    """Khoản ghi “1.”, điểm ghi “a)” theo thứ tự chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k và tiếp theo.

    Đánh số tự động của Word đi theo bảng chữ cái tiếng Anh: sau d là e, có f, j, w, z.

    Đạt: a) … b) … c) … d) … đ) … e) …
    Không đạt: a. … b. … c. …
    """
    parts = texts(paper)
    yield from counted((fault for items in parts for item in items for fault in _form_faults(item)), "chỗ")
    wrong = [item for items in parts for item in foreign_letters(items)]
    if wrong:
        message = f"Điểm “{wrong[0].label}” sai thứ tự chữ cái tiếng Việt (a, b, c, d, đ, e, g, h, i, k…)"
        remedy = "đánh lại chữ: sau d là đ, không dùng f, j, w, z"
        mends = tuple(mend for items in parts for mend in _relettered(items))
        yield Fault(wrong[0].paragraph, message, remedy, others=tuple(item.paragraph for item in wrong[1:]), mends=mends)


def _relettered(items: Sequence[Item]) -> Iterator[Words]:
    """Yield what letters the lists anew that follow the Latin row, or leave đ out, from a on without a gap."""
    wrong = set(map(id, foreign_letters(items)))
    for run in lettered_runs(items):
        in_row = [letter_of(item) for item in run] in ([*_LATIN[: len(run)]], [*_WITHOUT_DJ[: len(run)]])
        if in_row and any(id(item) in wrong for item in run) and not any(item.paragraph.label for item in run):
            for item, letter in zip(run, KHOAN_LETTERS, strict=False):
                if letter_of(item) != letter:
                    yield Words(item.paragraph, letter_of(item), letter)


def _form_faults(item: Item) -> Iterator[Fault]:
    words = item.paragraph.words
    if item.level == "khoản" and not item.label.endswith("."):
        form = re.sub(r"\d+", "1", item.label)
        mends = renumbered(item, "{}.")
        yield Fault(item.paragraph, f"Khoản ghi dạng “{form}”, phải là “1.”", "ghi số và dấu chấm: 1.", mends=mends)
    elif item.level == "ngoặc":
        message = "Đánh số dạng “(1)”, Nghị định chỉ có khoản “1.” và điểm “a)”"
        yield Fault(item.paragraph, message, "dùng khoản “1.” hoặc điểm “a)”")
    elif item.level == "đoạn" and DASHED.match(words):
        mends = renumbered(item, "{}.")
        yield Fault(item.paragraph, "Khoản ghi dạng “1-”, phải là “1.”", "ghi số và dấu chấm: 1.", mends=mends)
    elif item.level == "điểm" and not re.fullmatch(r"[a-zđ]{1,2}\)", item.label):
        form = re.sub(r"[a-zđ]+", "a", item.label)
        message, remedy = f"Điểm ghi dạng “{form}”, phải là “a)”", "ghi chữ cái và dấu ngoặc đơn đóng: a)"
        yield Fault(item.paragraph, message, remedy, mends=renumbered(item, "{})"))
    elif item.level == "đoạn" and _SLASHED.match(words):
        message, remedy = "Điểm ghi dạng “a/”, phải là “a)”", "ghi chữ cái và dấu ngoặc đơn đóng: a)"
        yield Fault(item.paragraph, message, remedy, mends=renumbered(item, "{})"))


@rule("B08", Severity.WARNING, "PL I.II.6.c, đ")
def danh_so(paper: Paper) -> Verdicts:
    """Phần, chương, mục, điều, khoản, điểm được đánh số liên tục, không nhảy, không trùng.

    Khoản và điểm bắt đầu lại ở mỗi đề mục hay mỗi đoạn dẫn. Cách đánh số 1.1 không có trong Nghị định, chỉ để lưu ý.

    Đạt: I., II., III.
    Không đạt: I., II., IV.
    """
    parts = texts(paper)
    for _, (first, *rest) in grouped((each for items in parts for each in breaks(items)), lambda each: each.kind):
        count = f" ({len(rest) + 1} chỗ)" if rest else ""
        others = tuple(other.item.paragraph for other in rest)
        yield Fault(first.item.paragraph, _order_message(first) + count, "đánh số lại cho liên tục", others=others)
    nested = [item for items in parts for item in items if item.level == "khoản con"]
    deep = [item for item in nested if item.label.rstrip(".)").count(".") > 1]
    for places, severity in ((deep, None), ([] if deep else nested, Severity.NOTE)):
        if places:
            message = f"Đánh số dạng “{places[0].label}”, Nghị định chỉ có khoản “1.” và điểm “a)”"
            others = tuple(item.paragraph for item in places[1:])
            yield Fault(places[0].paragraph, message, "dùng khoản “1.”, điểm “a)”, gạch đầu dòng “-”", severity, others=others)


def _order_message(broken: Break) -> str:
    label, before = broken.item.label, broken.before.label if broken.before else ""
    return {
        "nhảy": f"Đánh số nhảy từ “{before}” đến “{label}”",
        "trùng": f"Số “{label}” ghi hai lần",
        "lùi": f"Đánh số lùi từ “{before}” về “{label}”",
        "bắt đầu": f"Bắt đầu đánh số từ “{label}”",
        "lạc": f"“{label}” không thuộc khoản đứng trên nó",
    }[broken.kind]
