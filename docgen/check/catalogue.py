"""The rules as people read them, made from their docstrings: a list, a page for each, and docs/quy-dinh.md."""

import difflib
import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from docgen.check.confidence import FIRST_SIGHT, SEEN, Counts, figure_of
from docgen.check.finding import Rule
from docgen.check.rules import RULES
from docgen.decree30 import IN_FORCE
from docgen.text.wording import short_date

_PASSES: Final = "Đạt: "
_FAILS: Final = "Không đạt: "
_MEASUREMENTS: Final = (("lần đầu", FIRST_SIGHT), ("sau khi sửa", SEEN))
_FAULTS: Final = 401  # papers of tests/check/test_single_faults.py
_INTRODUCTION: Final = """\
# Các quy định mà `docgen kiemtra` áp dụng

<!-- Tệp này do `make docs` làm ra từ chú giải của từng quy định trong docgen/check; đừng sửa tay. -->

`docgen kiemtra` đối chiếu tệp Word với Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
theo {count} quy định dưới đây. Muốn bỏ qua một quy định, dùng `{{skip}}` và mã của quy định đó.

Mức của mỗi quy định: **lỗi** là trái điều khoản đã dẫn; **cảnh báo** là khác với cách làm chung; **lưu ý** là chỗ người soạn
cần tự xem lại. Một quy định có thể báo mức nhẹ hơn trong trường hợp chưa chắc chắn. Cơ sở ghi tắt: “PL I.II.1.b” là Phụ lục I,
Phần I, Mục II, khoản 1, điểm b; “PL I.V #5” là dòng 5 của bảng cỡ chữ, kiểu chữ ở Mục V; “thông lệ” là cách làm chung của các
cơ quan mà Nghị định không quy định.

Mức đi theo độ tin cậy đo trên văn bản do người khác soạn: chỉ còn là lỗi khi ít nhất 95 % chỗ báo là đúng, dưới đó là cảnh báo,
dưới 80 % là lưu ý; quy định có dưới 20 chỗ báo thì lấy số của cả nhóm (chữ cái đầu). Có hai lần đo, ghi ở từng quy định:

- **Lần đầu**: 40 văn bản do người chưa đọc mã và quy định soạn, có đáp án viết trước. 62 lỗi được báo, đúng cả; 55 cảnh báo,
  37 đúng. 18 cảnh báo sai thuộc sáu loại mà Nghị định không cấm, nay chỉ là lưu ý và không tính ở đây.
- **Sau khi sửa**: cũng các văn bản ấy, và {faults} văn bản mỗi bản cài một lỗi làm từ bảy văn bản sạch trong đó: {seen} lỗi và
  cảnh báo, đúng cả. Người viết quy định đã xem các văn bản này, nên con số ấy chỉ giữ cho quy định không kém đi, không thay được
  lần đầu.

Quy định có dẫn điều khoản áp dụng cho văn bản từ ngày 05/3/2020, ngày Nghị định có hiệu lực; ngày khác thì ghi ở quy định đó.
"""


@dataclass(frozen=True)
class Page:
    """A rule's docstring in its parts; `why` may be empty."""

    asks: str
    why: str
    passes: str
    fails: str


def page(rule: Rule) -> Page:
    """Return the parts of the rule's own page."""
    asks, *rest = inspect.cleandoc(rule.text).splitlines()
    why = "\n".join(line for line in rest if not line.startswith((_PASSES, _FAILS))).strip()
    return Page(asks, why, _example(rest, _PASSES), _example(rest, _FAILS))


def find(rule_id: str) -> Rule | None:
    """Return the rule called `rule_id`, in capitals or not."""
    return next((rule for rule in RULES if rule.id == rule_id.upper()), None)


def unknown(rule_id: str) -> str:
    """Return the sentence that tells that there is no rule `rule_id`, with the nearest one."""
    close = difflib.get_close_matches(rule_id.upper(), [rule.id for rule in RULES], n=1, cutoff=0.5)
    hint = f"có phải {close[0]}?" if close else "gõ docgen quydinh để xem các mã"
    return f"không có quy định “{rule_id}”; {hint}"


def listed() -> str:
    """Return every rule on a line of its own, under its component."""
    return "\n".join(_component_lines())


def told(rules: Iterable[Rule]) -> str:
    """Return the whole pages of `rules`."""
    return "\n\n".join(_told(rule) for rule in rules)


def markdown() -> str:
    """Return docs/quy-dinh.md."""
    parts = [_INTRODUCTION.format(count=len(RULES), faults=_FAULTS, seen=sum(said for _, said in SEEN.values()))]
    for component, rules in by_component():
        parts += [f"## {component}\n", *(_section(rule) for rule in rules)]
    return "\n".join(parts)


def by_component() -> Iterator[tuple[str, list[Rule]]]:
    """Yield each component with its rules, in the order of the rule book."""
    for component, rules in groupby(RULES, key=lambda rule: rule.component):
        yield component, list(rules)


def _example(lines: list[str], mark: str) -> str:
    return next((line.removeprefix(mark) for line in lines if line.startswith(mark)), "")


def _component_lines() -> Iterator[str]:
    width = max(len(rule.clause) for rule in RULES)
    for number, (component, rules) in enumerate(by_component()):
        yield f"\n{component}" if number else component
        for rule in rules:
            yield f"  {rule.id}  {rule.severity.word:8}  {rule.clause:{width}}  {page(rule).asks}"


def _told(rule: Rule) -> str:
    parts = page(rule)
    head = f"{rule.id}: {rule.component} ({rule.severity.word}, {rule.clause})"
    examples = f"{_PASSES}{parts.passes}\n{_FAILS}{parts.fails}"
    return "\n\n".join(part for part in (head, parts.asks, parts.why, examples) if part)


def _since(rule: Rule) -> str:
    """Return from when papers are bound by a rule, "" where that is the day of the decree."""
    return f"Áp dụng cho văn bản từ ngày {short_date(rule.since)}." if rule.since not in (None, IN_FORCE) and rule.since else ""


def _confidence(rule: Rule) -> str:
    """Return how often what the rule says was right, "" where that was not measured."""
    told = [f"{when} {counted}" for when, each in _MEASUREMENTS if (counted := _counted(rule.id, each))]
    return f"Đã đo: {'; '.join(told)}." if told else ""


def _counted(rule_id: str, measured: Counts) -> str:
    """Return what one measurement says of a rule: its own cases, and those of its family where they decide."""
    own = measured.get(rule_id)
    figure = figure_of(rule_id, measured)
    if own is None:
        return ""
    words = f"{own[0]} trên {own[1]} chỗ báo là đúng"
    if figure is None:
        return f"{words} (còn ít, chưa đủ để kết luận)"
    return f"{words} (cả nhóm {rule_id[0]}: {figure.right} trên {figure.said})" if figure.shared else words


def _section(rule: Rule) -> str:
    parts = page(rule)
    examples = f"- {_PASSES}{parts.passes}\n- {_FAILS}{parts.fails}"
    told = " ".join(part for part in (_since(rule), _confidence(rule)) if part)
    text = "\n\n".join(part for part in (parts.asks, parts.why, examples, told) if part)
    return f"### {rule.id}\n\n*{rule.severity.word.capitalize()}, {rule.clause}.* {text}\n"
