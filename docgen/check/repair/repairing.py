"""Repairs a paper: judges it, makes what the rules would have mended, proves the copy, and leaves out what does not hold."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from docgen.check.docview.ooxml import W, child
from docgen.check.docview.wordfile import open_package
from docgen.check.finding import Finding, Severity
from docgen.check.judging import Report, judge
from docgen.check.mends import Erased, Inserted, Mend, Numbered, Words
from docgen.check.repair.acceptance import accepted, gives_back
from docgen.check.repair.edits import CannotMend, Edited, MendLater
from docgen.check.repair.mending import Mending
from docgen.check.repair.pagenumbers import with_blank_header, with_parted_fields
from docgen.check.rules import RULES
from docgen.errors import FileError
from docgen.files.package import packed, read_parts

_ROUNDS: Final = 3  # a mend may bring another fault to light, that then is mended too
_SIGNED: Final = "_xmlsignatures/"
NO_PROOF: Final = "chưa chắc sửa đúng nên để nguyên"
NOT_ASKED: Final = "quy định này được bỏ qua"
BRINGS_ANOTHER: Final = "sửa chỗ này thì sinh lỗi khác nên để nguyên"


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that stays, and in Vietnamese why: "" where it needs a person."""

    finding: Finding
    why: str = ""


@dataclass(frozen=True)
class Repair:
    """A paper repaired: its bytes, the findings that are gone, those that stay, what is said of the paper and of the copy.

    `data` is the paper itself, byte for byte, where nothing was repaired, and otherwise a package that is not compressed.
    """

    data: bytes
    before: Report
    after: Report
    repaired: tuple[Finding, ...] = ()
    left: tuple[Left, ...] = ()


@dataclass
class _Attempt:
    """What one run over a paper with some of the rules came to."""

    data: bytes
    after: Report
    cannot: dict[str, str] = field(default_factory=dict)  # why a finding stays, by its message


def mended(name: str, data: bytes, *, only: Collection[str] = (), skip: Collection[str] = (), tracked: bool = True) -> Repair:
    """Return the paper `data` repaired by the rules `only` (all where none is named) but those of `skip`.

    Raises `FileError` where it cannot be read, or is not docgen's to touch: signed, protected, tracked, out of scope, headless.
    """
    before = judge(name, data)
    refuse(name, data, before)
    allowed = frozenset(rule.id for rule in RULES if not only or rule.id in only) - frozenset(skip)
    base, own = data, before
    of_pages = [mend for mend in _asked(before, allowed) if isinstance(mend, Numbered | Erased)]
    if not tracked and of_pages:
        base = with_parted_fields(with_blank_header(name, data) if Numbered(None) in of_pages else data)
        own = judge(name, base)
    attempt, dropped = _proved(partial(_attempt, name, base, own), base, own, allowed)
    result, after = attempt.data, attempt.after
    if result is not base and not tracked:
        result = packed(accepted(read_parts(result)), stored=True)
        after = judge(name, result)
    stay = Counter(map(_key, after.findings))
    gone = []
    for finding in before.findings:
        if stay[_key(finding)]:
            stay[_key(finding)] -= 1
        else:
            gone.append(finding)
    left = tuple(Left(each, _why(each, allowed, dropped, attempt)) for each in after.findings)
    return Repair(result if gone else data, before, after, tuple(gone), left)


def _asked(report: Report, rules: Collection[str]) -> Iterator[Mend]:
    return (mend for finding in report.findings if finding.rule.id in rules for mend in finding.mends)


def _why(finding: Finding, allowed: Collection[str], dropped: Mapping[str, str], attempt: _Attempt) -> str:
    """Return why a finding stays, "" where it needs a person."""
    if finding.mends and finding.rule.id not in allowed:
        return NOT_ASKED
    return dropped.get(finding.rule.id) or attempt.cannot.get(finding.message, "")


def refuse(name: str, data: bytes, report: Report) -> None:
    """Raise `FileError` where the paper is not to be touched."""
    package = open_package(name, data)
    settings = package.related("settings")
    protection = child(settings, "documentProtection")
    paper = report.paper
    reasons = {
        "văn bản đã ký số nên không sửa; sửa trên bản chưa ký": any(each.startswith(_SIGNED) for each in package.archive.sizes),
        "văn bản đang được bảo vệ (Restrict Editing) nên không sửa; bỏ bảo vệ trong Word rồi chạy lại": protection is not None
        and (protection.get(f"{W}enforcement") or "0").lower() in ("1", "true", "on"),
        "văn bản còn dấu vết sửa đổi (Track Changes) nên không sửa; chấp nhận hoặc từ chối hết trong Word rồi chạy lại": paper
        is not None
        and paper.view.tracked,
        f"{report.out_of_scope}; không sửa": report.out_of_scope is not None,
        "không thấy đầu văn bản (Quốc hiệu, số, địa danh) nên không sửa": not report.has_head,
    }
    if why := next((why for why, holds in reasons.items() if holds), None):
        raise FileError.at(name, why)


def _attempt(name: str, data: bytes, before: Report, rules: Collection[str]) -> _Attempt:
    """Return the paper with what `rules` would have mended; a mend of several kinds ends where one of them cannot be made."""
    attempt = _Attempt(data, before)
    for _ in range(_ROUNDS):
        asked = [finding for finding in attempt.after.findings if finding.mends and finding.rule.id in rules]
        asked = [finding for finding in asked if finding.message not in attempt.cannot]
        if not asked:
            break
        edited = Edited(attempt.data, open_package(name, attempt.data).main)
        if attempt.after.paper is None:
            break
        mending = Mending(edited, attempt.after.paper)
        for finding, mend in sorted(((each, mend) for each in asked for mend in each.mends), key=_words_last):
            try:
                if finding.message not in attempt.cannot or len({type(each) for each in finding.mends}) == 1:
                    mending.make(mend)
            except CannotMend as why:
                attempt.cannot[finding.message] = str(why)
            except MendLater:
                continue
        attempt.data = packed(edited.written(), stored=True)
        attempt.after = judge(name, attempt.data)
    return attempt


def _words_last(asked: tuple[Finding, Mend]) -> bool:
    """Order mends so that those of format come first: what is typed anew takes the format of what stood there."""
    return isinstance(asked[1], Words | Inserted)


def _proved(run: "partial[_Attempt]", data: bytes, before: Report, allowed: frozenset[str]) -> tuple[_Attempt, dict[str, str]]:
    """Return the attempt that holds, and the rules that had to be left out for it, with why.

    What comes to light only by a mend is mended as well, so that it counts as a part of that mend.
    """
    kept = list(dict.fromkeys(finding.rule.id for finding in before.findings if finding.mends and finding.rule.id in allowed))
    others, dropped = allowed - frozenset(kept), dict[str, str]()
    while kept:
        attempt = run(others | frozenset(kept))
        why = _what_fails(data, before, attempt)
        if why is None:
            return attempt, dropped
        low, high = 0, len(kept)  # the first `low` rules hold together, the first `high` do not
        while high - low > 1:
            middle = (low + high) // 2
            if (found := _what_fails(data, before, run(others | frozenset(kept[:middle])))) is None:
                low = middle
            else:
                high, why = middle, found
        dropped[kept.pop(high - 1)] = why
    return run(frozenset()), dropped


def _what_fails(data: bytes, before: Report, attempt: _Attempt) -> str | None:
    """Return in Vietnamese why the attempt is not to be trusted, None where it is."""
    if attempt.data is data:
        return None
    if not gives_back(data, attempt.data):
        return NO_PROOF
    return BRINGS_ANOTHER if _brings_another(before, attempt.after) else None


def _brings_another(before: Report, after: Report) -> bool:
    """Return whether a rule says more of the copy than of the paper: of more places, or graver."""
    had, has = _weights(before), _weights(after)
    return any(places > had.get(rule, (0, 0))[0] or grave > had.get(rule, (0, 0))[1] for rule, (places, grave) in has.items())


def _weights(report: Report) -> Mapping[str, tuple[int, Severity]]:
    weights: dict[str, tuple[int, Severity]] = {}
    for finding in report.findings:
        places, grave = weights.get(finding.rule.id, (0, finding.severity))
        weights[finding.rule.id] = (places + max(len(finding.places), 1), max(grave, finding.severity))
    return weights


def _key(finding: Finding) -> tuple[str, str, int]:
    return finding.rule.id, finding.message, len(finding.places)
