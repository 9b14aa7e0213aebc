"""The rules as people read them, made from their docstrings: a list, a page for each, and docs/quy-dinh.md."""

import difflib
import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from docgen.check.confidence import HOW, MEASURED, figure_of
from docgen.check.finding import Rule
from docgen.check.rules import RULES
from docgen.decree30 import IN_FORCE
from docgen.text.wording import short_date

_PASSES: Final = "Đạt: "
_FAILS: Final = "Không đạt: "
_INTRODUCTION: Final = """\
# Các quy định mà `docgen kiemtra` áp dụng

<!-- Tệp này do `make docs` làm ra từ chú giải của từng quy định trong docgen/check; đừng sửa tay. -->

`docgen kiemtra` đối chiếu tệp Word với Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
theo {count} quy định dưới đây. Muốn bỏ qua một quy định, dùng `{{skip}}` và mã của quy định đó.

Mức của mỗi quy định: **lỗi** là trái điều khoản đã dẫn; **cảnh báo** là khác với cách làm chung; **lưu ý** là chỗ người soạn
cần tự xem lại. Một quy định có thể báo mức nhẹ hơn trong trường hợp chưa chắc chắn. Cơ sở ghi tắt: “PL I.II.1.b” là Phụ lục I,
Phần I, Mục II, khoản 1, điểm b; “PL I.V #5” là dòng 5 của bảng cỡ chữ, kiểu chữ ở Mục V; “thông lệ” là cách làm chung của các
cơ quan mà Nghị định không quy định.

Mức đi theo độ tin cậy đo trên văn bản mà người viết quy định chưa xem: chỉ còn là lỗi khi ít nhất 95 % chỗ báo là đúng, dưới đó
là cảnh báo, dưới 80 % là lưu ý; quy định có dưới 20 chỗ báo thì lấy số của cả nhóm (chữ cái đầu). {measured}

Quy định có dẫn điều khoản áp dụng cho văn bản từ ngày 05/3/2020, ngày Nghị định có hiệu lực; ngày khác thì ghi ở quy định đó.
"""
_UNMEASURED: Final = "Hiện chưa có số đo; mức của mỗi quy định theo điều khoản."


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
    parts = [_INTRODUCTION.format(count=len(RULES), measured=f"Số đo: {HOW}." if HOW else _UNMEASURED)]
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
    figure = figure_of(rule.id)
    if figure is None and rule.id in MEASURED:
        right, said = MEASURED[rule.id]
        return f"Đã đo: {right} trên {said} chỗ báo lỗi là đúng; còn ít, chưa đủ để kết luận."
    if figure is None:
        return ""
    whose = "của cả nhóm " + rule.id[0] if figure.shared else "của quy định này"
    return (
        f"Độ tin cậy: {round(100 * figure.share)} % ({figure.right} trên {figure.said} chỗ báo {whose} là đúng; đo trên {HOW})."
    )


def _section(rule: Rule) -> str:
    parts = page(rule)
    examples = f"- {_PASSES}{parts.passes}\n- {_FAILS}{parts.fails}"
    told = " ".join(part for part in (_since(rule), _confidence(rule)) if part)
    text = "\n\n".join(part for part in (parts.asks, parts.why, examples, told) if part)
    return f"### {rule.id}\n\n*{rule.severity.word.capitalize()}, {rule.clause}.* {text}\n"
