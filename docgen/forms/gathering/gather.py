"""Gathers the answers of all forms: whose they are, which of two is kept, who has not answered, what has no result."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docgen.data.model.ketqua import TO_LOOK_AT
from docgen.errors import Place, Problem
from docgen.forms.gathering.answers import read_form
from docgen.forms.gathering.drafts import differences
from docgen.forms.gathering.filledrows import Answer, Findings, Form, Key
from docgen.forms.gathering.identity import Identities
from docgen.text.thoigian import KyBaoCao

_OTHER_PERIOD: Final = "biểu mẫu của kỳ “{said}”, không phải kỳ “{asked}”, nên không lấy"
_SEVERAL_PERIODS: Final = "biểu mẫu của kỳ “{said}”, còn phần lớn các biểu mẫu khác của kỳ “{most}”"
_ONE_PERIOD: Final = 'bỏ tệp này ra, hoặc ghi {{period}} "{most}" để chỉ lấy các biểu mẫu của kỳ đó'
_SAID_TWICE: Final = "“{unit}” trả lời nhiệm vụ {code} hai lần; giữ câu trả lời ở {kept}, câu này ghi khác: {said}"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The answers, one for each unit and task, the units from which there are any, and the files in which there are none."""

    answers: tuple[Answer, ...]
    units: frozenset[str]
    empty: tuple[str, ...]


def gather(
    forms: Iterable[Form],
    identities: Identities,
    findings: Findings,
    ky: KyBaoCao | None = None,
    first: Mapping[Key, str] | None = None,
) -> Gathered:
    """Return what the forms say. `first` names the file that an answer was taken from before: of two, that one is kept.

    With `ky` the forms of other periods are left aside; without, all have to be of one.
    """
    known: list[tuple[Form, str]] = []
    for form in forms:
        findings.faults += identities.faults(form)
        unit = identities.unit(form)
        if unit is not None:
            known.append((form, unit))
    answers: dict[Key, list[Answer]] = defaultdict(list)
    units: set[str] = set()
    empty: list[str] = []
    for form, unit in _of_one_period(known, identities, findings, ky):
        findings.doubts += identities.doubts(form)
        read = read_form(form, unit, identities.asked, findings)
        units |= {unit} if read else set()
        empty += [] if read else [form.file]
        for answer in read:
            answers[answer.key].append(answer)
    return Gathered(tuple(_one_of(each, first or {}, findings) for each in answers.values()), frozenset(units), tuple(empty))


def _of_one_period(
    known: Sequence[tuple[Form, str]], identities: Identities, findings: Findings, ky: KyBaoCao | None
) -> list[tuple[Form, str]]:
    said = [(form, unit, identities.period(form)) for form, unit in known]
    if ky is not None:
        for form, _, period in said:
            if period is not None and not _same(period, ky):
                findings.doubts.append(form.problem("", _OTHER_PERIOD.format(said=period.chu, asked=ky.chu)))
        return [(form, unit) for form, unit, period in said if period is None or _same(period, ky)]
    by_period: dict[tuple[object, object], list[tuple[Form, KyBaoCao]]] = defaultdict(list)
    for form, _, period in said:
        if period is not None:
            by_period[period.tu, period.den].append((form, period))
    if len(by_period) > 1:
        findings.faults += _several_periods(sorted(by_period.values(), key=len, reverse=True))
    return list(known)


def _several_periods(groups: Sequence[Sequence[tuple[Form, KyBaoCao]]]) -> list[Problem]:
    most = groups[0][0][1].chu
    return [
        form.problem("", _SEVERAL_PERIODS.format(said=period.chu, most=most), _ONE_PERIOD.format(most=most))
        for group in groups[1:]
        for form, period in group
    ]


def _same(one: KyBaoCao, other: KyBaoCao) -> bool:
    return (one.tu, one.den) == (other.tu, other.den)


def _one_of(answers: Sequence[Answer], first: Mapping[Key, str], findings: Findings) -> Answer:
    """Return the answer that is kept, with what the others say otherwise as notes."""
    kept = next((each for each in answers if each.name == first.get(each.key)), answers[0])
    notes = [kept.result.ghi_chu] if kept.result.ghi_chu else []
    for other in answers:
        words = "; ".join(differences(kept.result, other.result))
        if words:
            where = f"{kept.file}: {kept.place}"
            told = _SAID_TWICE.format(unit=kept.result.don_vi, code=kept.result.ma, kept=where, said=words)
            findings.doubts.append(Problem(Place(f"{other.file}: {other.place}"), told))
            notes.append(f"{TO_LOOK_AT} {other.name}: {other.place} ghi khác: {words}")
    return replace(kept, result=kept.result.model_copy(update={"ghi_chu": "\n".join(notes) or None}))
