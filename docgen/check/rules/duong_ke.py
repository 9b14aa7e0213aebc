"""The line that the decree wants under a component: whether it is there, how it is made, how long it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.check.finding import Fault, Severity
from docgen.check.rules.typeset import numbers
from docgen.check.view import DrawnRule, Line, RuleKind

_BEST_FIRST: Final[tuple[RuleKind, ...]] = ("drawing", "border", "cell border", "characters", "underline")


_OFF_MIDDLE: Final = 8.0  # mm


@dataclass(frozen=True, slots=True)
class Length:
    """How long a line has to be, in words, and the lengths in mm (least, greatest) that a person would let pass.

    `severity` is that of a line of another length, None where it is the rule's own.
    """

    words: str
    accepted: tuple[tuple[float, float], ...]
    severity: Severity | None = Severity.WARNING

    def __contains__(self, length: float | None) -> bool:
        return length is None or not self.accepted or any(low <= length <= high for low, high in self.accepted)


def line_faults(under: Line, name: str, rules: tuple[DrawnRule, ...], wanted: Length) -> Iterator[Fault]:
    """Yield what is wrong with the line drawn under the component `name`, one fault at most."""
    draw = f"vẽ đường thẳng ngang, nét liền, canh giữa dưới dòng chữ, {wanted.words}"
    drawn = sorted(rules, key=lambda rule: _BEST_FIRST.index(rule.kind))
    kind = drawn[0].kind if drawn else None
    if kind is None:
        yield Fault(under, f"Thiếu đường kẻ dưới {name}", draw)
    elif kind == "underline":
        yield Fault(under, f"Dưới {name} là chữ gạch chân, phải là đường kẻ riêng", f"bỏ gạch chân, {draw}")
    elif kind == "characters":
        message = f"Đường kẻ dưới {name} được gõ bằng ký tự, nên là đường vẽ"
        yield Fault(under, message, f"xóa các ký tự, {draw}", Severity.WARNING)
    elif not any(rule.length in wanted for rule in drawn if rule.kind not in ("characters", "underline")):
        message = f"Đường kẻ dưới {name} dài {numbers(drawn[0].length or 0)} mm, phải {wanted.words}"
        yield Fault(under, message, f"kéo đường kẻ lại cho {wanted.words}", wanted.severity)


def aside_fault(under: Line, name: str, rules: tuple[DrawnRule, ...], middle: float) -> Iterator[Fault]:
    """Yield a fault where the only line under the component `name` stands off the middle, `middle` mm from the left."""
    own = rules[0].middle if len(rules) == 1 else None
    if own is not None and abs(own - middle) > _OFF_MIDDLE:
        message = f"Đường kẻ dưới {name} không cân đối so với dòng chữ"
        yield Fault(under, message, "đưa đường kẻ vào giữa", Severity.WARNING)
