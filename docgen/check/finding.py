"""What a rule says of a paper: a fault with its place, clause and remedy, or that it could not judge."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from docgen.check.mends import Mend
from docgen.check.view import Line, Paragraph
from docgen.decree30 import IN_FORCE
from docgen.text.wording import shortened

if TYPE_CHECKING:
    from docgen.check.anatomy import Paper

QUOTE: Final = 80  # letters of a place that a report quotes
_OF_DECREE: Final = ("PL ", "Điều ")
_Found = TypeVar("_Found")


class Severity(IntEnum):
    """How grave a fault is: a clause broken, a departure from practice, or something for a person to look at."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """Return the word that users read and type."""
        return {Severity.NOTE: "lưu ý", Severity.WARNING: "cảnh báo", Severity.ERROR: "lỗi"}[self]


class Fault(NamedTuple):
    """One thing wrong: where, what, how to mend it. `severity` and `clause` stand only where they differ from the rule's own.

    `where` is the line or paragraph at fault, None for the paper as a whole; `others` are further places of the same fault;
    `mends` are what puts it right in the file, none where that needs a person.
    """

    where: Line | Paragraph | None
    message: str
    remedy: str
    severity: Severity | None = None
    clause: str | None = None
    others: tuple[Line | Paragraph, ...] = ()
    mends: tuple[Mend, ...] = ()


Verdicts = Iterator[Fault]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the decree: how it is named, how grave it is, which clause it stands on, and the function that judges.

    `since` is the day from which papers are bound by it, None for practice, which has none.
    """

    id: str
    severity: Severity
    clause: str
    component: str
    judge: "Callable[[Paper], Verdicts]"
    since: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Return whether a paper of `day` is bound by the rule; a paper without a day is one of today."""
        return day is None or self.since is None or day >= self.since

    @property
    def text(self) -> str:
        """Return the rule's own page: what it asks for, and its examples."""
        return self.judge.__doc__ or ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as it is reported."""

    rule: Rule
    severity: Severity
    clause: str
    message: str
    remedy: str
    places: tuple[Paragraph, ...]
    quote: str
    mends: tuple[Mend, ...] = ()


class CannotJudge(Exception):
    """A rule applies to this paper and cannot be judged; the text says why, in Vietnamese."""


class DoesNotApply(Exception):
    """A rule has nothing to say of this paper."""


class Rules:
    """The rules of one component, in the order in which they are written."""

    def __init__(self, component: str) -> None:
        self.component = component
        self.rules: list[Rule] = []

    def __call__(
        self, rule_id: str, severity: Severity, clause: str, *, since: date | None = None
    ) -> "Callable[[Callable[[Paper], Verdicts]], Callable[[Paper], Verdicts]]":
        """Return a decorator that adds a function as the rule `rule_id`; what stands on a clause holds since the decree does."""
        holds_since = since or (IN_FORCE if clause.startswith(_OF_DECREE) else None)

        def add(judge: "Callable[[Paper], Verdicts]") -> "Callable[[Paper], Verdicts]":
            self.rules.append(Rule(rule_id, severity, clause, self.component, judge, holds_since))
            return judge

        return add


def found(component: _Found | None, name: str) -> _Found:
    """Return `component`; where it was not found raise `CannotJudge` with its `name`."""
    if not component:
        raise CannotJudge(f"không tìm thấy {name}")
    return component


def applies(condition: object) -> None:
    """Raise `DoesNotApply` unless `condition` holds."""
    if not condition:
        raise DoesNotApply


def quoted(where: Line | Paragraph | None) -> str:
    """Return the words at a place, as short as a report needs them."""
    return shortened(where.text, QUOTE) if where is not None else ""
