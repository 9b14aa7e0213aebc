"""Rules of numbering in the body: the forms of khoản and điểm, their letters, their order (PL I.II.6.c, đ)."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Item, Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts, applies, found
from docgen.check.rules.lettering import counted
from docgen.check.rules.than_bai import grouped, texts
from docgen.check.rules.thu_tu import Break, breaks, foreign_letters

rule = Rules("Bố cục, đề mục, đánh số")

_DASHED: Final = re.compile(r"\d{1,2}\s?[-–]\s?(?=[^\W\d_])")
_SLASHED: Final = re.compile(r"[a-zđ]\s?/\s?(?=[^\W\d_]{2})")


@rule("B07", Severity.WARNING, "PL I.II.6.đ")
def khoan_diem(paper: Paper) -> Verdicts:
    """Khoản ghi “1.”, điểm ghi “a)” theo thứ tự chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k và tiếp theo.

    Đánh số tự động của Word đi theo bảng chữ cái tiếng Anh: sau d là e, có f, j, w, z.

    Đạt: a) … b) … c) … d) … đ) … e) …
    Không đạt: a. … b. … c. …
    """
    parts = _texts(paper)
    yield from counted((fault for items in parts for item in items for fault in _form_faults(item)), "chỗ")
    wrong = [item for items in parts for item in foreign_letters(items)]
    if wrong:
        message = f"Điểm “{wrong[0].label}” sai thứ tự chữ cái tiếng Việt (a, b, c, d, đ, e, g, h, i, k…)"
        remedy = "đánh lại chữ: sau d là đ, không dùng f, j, w, z"
        yield Fault(wrong[0].paragraph, message, remedy, others=tuple(item.paragraph for item in wrong[1:]))


def _form_faults(item: Item) -> Iterator[Fault]:
    words = item.paragraph.words
    if item.level == "khoản" and not item.label.endswith("."):
        form = re.sub(r"\d+", "1", item.label)
        yield Fault(item.paragraph, f"Khoản ghi dạng “{form}”, phải là “1.”", "ghi số và dấu chấm: 1.")
    elif item.level == "đoạn" and _DASHED.match(words):
        yield Fault(item.paragraph, "Khoản ghi dạng “1-”, phải là “1.”", "ghi số và dấu chấm: 1.")
    elif item.level == "điểm" and not re.fullmatch(r"[a-zđ]{1,2}\)", item.label):
        form = re.sub(r"[a-zđ]+", "a", item.label)
        yield Fault(item.paragraph, f"Điểm ghi dạng “{form}”, phải là “a)”", "ghi chữ cái và dấu ngoặc đơn đóng: a)")
    elif item.level == "đoạn" and _SLASHED.match(words):
        yield Fault(item.paragraph, "Điểm ghi dạng “a/”, phải là “a)”", "ghi chữ cái và dấu ngoặc đơn đóng: a)")


@rule("B08", Severity.WARNING, "PL I.II.6.c, đ")
def danh_so(paper: Paper) -> Verdicts:
    """Phần, chương, mục, điều, khoản, điểm được đánh số liên tục, không nhảy, không trùng.

    Khoản và điểm bắt đầu lại ở mỗi đề mục hay mỗi đoạn dẫn. Cách đánh số 1.1 không có trong Nghị định, chỉ để lưu ý.

    Đạt: I., II., III.
    Không đạt: I., II., IV.
    """
    parts = _texts(paper)
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


def _texts(paper: Paper) -> tuple[tuple[Item, ...], ...]:
    applies(paper.is_whole)
    found(paper.muc, "nội dung văn bản")
    return texts(paper)
