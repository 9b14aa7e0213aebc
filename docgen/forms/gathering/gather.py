"""Gathers the answers of all forms: whose they are, which of two is kept, who has not answered, what has no result."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from docgen.data.model.ketqua import TO_LOOK_AT
from docgen.errors import Place, Problem
from docgen.forms.gathering.answers import read_form
from docgen.forms.gathering.drafts import differences
from docgen.forms.gathering.filledrows import Answer, Asked, Findings, Form, Identity, Key
from docgen.text.folding import folded, folded_code, folded_words, same_words
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import KyBaoCao, NotAPeriod, read_period
from docgen.work.units import Registry

_NOBODY: Final = "không biết biểu mẫu này của đơn vị nào; ghi tên đơn vị vào sau chữ “Đơn vị báo cáo:”"
_RENAMED: Final = (
    "biểu mẫu này đã gửi cho “{sent}” nhưng nay ghi “{face}”; sửa lại tên đơn vị cho đúng, hoặc xin đơn vị điền đúng biểu mẫu"
)
_TWO_UNITS: Final = "trang này ghi “{other}” còn trang kết quả ghi “{face}”; sửa lại cho cùng một đơn vị"
_OTHER_YEAR: Final = "biểu mẫu của năm {year}, không phải năm {nam} của kế hoạch này; xin đơn vị điền đúng biểu mẫu"
_OTHER_PLAN: Final = "biểu mẫu của kế hoạch khác (“{plan}”); xin đơn vị điền đúng biểu mẫu"
_OTHER_SUBJECT: Final = (
    "trích yếu của kế hoạch đã đổi sau khi gửi biểu mẫu này (biểu mẫu ghi “{plan}”); các nhiệm vụ vẫn đúng mã và tên nên vẫn lấy"
)
_UNASKED: Final = "“{unit}” không có việc nào trong kế hoạch này; xem lại tên đơn vị"
_OLD_CODES: Final = "kế hoạch đã thay đổi sau khi gửi biểu mẫu này; kết quả được xếp theo tên nhiệm vụ"
_UNSURE: Final = "biểu mẫu không còn phần ẩn của docgen và không ghi năm, kỳ hay kế hoạch; xem có đúng là của kế hoạch này không"

_NUMBERS: Final = lazy_re(r"[ivx]+|.*\d.*")  # of a plan among its like
_MOST: Final = 2 / 3  # of the words; a subject that shares fewer is another's


class Identities:
    """Judges the forms of one plan."""

    def __init__(self, asked: Asked, registry: Registry) -> None:
        self.asked = asked
        self._registry = registry

    def unit(self, form: Form) -> str | None:
        """Return the unit that the form is from, None where that is not plain."""
        return None if any(True for _ in self.faults(form)) else self._sent(form) or self._face(form)

    def faults(self, form: Form) -> Iterator[Problem]:
        """Yield why the answers of the form cannot be taken."""
        yield from self._wrong_plan(form)
        sent, face = self._sent(form), self._face(form)
        place, said = form.face_place, form.face.don_vi
        if not sent and not said:
            yield form.problem("", _NOBODY)
        elif sent and said and face != sent and folded(said) != folded(sent):
            yield form.problem(place, _RENAMED.format(sent=sent, face=said))
        elif not sent and not face:
            yield form.problem(place, self._unknown(said))
        elif (sent or face) not in self.asked.of:
            yield form.problem(place, _UNASKED.format(unit=sent or face))

        for other_place, other in form.other_faces:
            if said and folded(other) != folded(said):
                yield form.problem(other_place, _TWO_UNITS.format(other=other, face=said))

    def doubts(self, form: Form) -> Iterator[Problem]:
        """Yield what a person should know of a form whose answers are taken."""
        if self._has_new_subject(form):
            yield form.problem("", _OTHER_SUBJECT.format(plan=(form.sent_as or form.face).ke_hoach))
        elif form.sent_as is not None and form.sent_as.ma_ke_hoach != self.asked.ma_ke_hoach:
            yield form.problem("", _OLD_CODES)
        if form.sent_as is None and not (form.face.nam or form.face.ke_hoach):
            yield form.problem("", _UNSURE)

    def period(self, form: Form) -> KyBaoCao | None:
        """Return the period that the form is about, None where it does not say."""
        words = form.sent_as.ky if form.sent_as else form.face.ky
        if not words:
            return None
        try:
            return read_period(words, self.asked.nam)
        except NotAPeriod:
            return None

    def _wrong_plan(self, form: Form) -> Iterator[Problem]:
        said = form.sent_as or form.face
        if said.nam and said.nam != str(self.asked.nam):
            yield form.problem("", _OTHER_YEAR.format(year=said.nam, nam=self.asked.nam))
        elif self._is_of_another_subject(said) and not self._has_new_subject(form):
            yield form.problem("", _OTHER_PLAN.format(plan=said.ke_hoach))

    def _is_of_another_subject(self, said: Identity) -> bool:
        return bool(said.ke_hoach) and folded(self.asked.ke_hoach) not in folded(said.ke_hoach)

    def _has_new_subject(self, form: Form) -> bool:
        """Return whether the plan's subject alone was reworded since: most of its words are the same, and all that was asked is.

        Words that number a plan among its like ("quý I", "đợt 2") are the same.
        """
        said = form.sent_as
        if said is None or not form.sent or not self._is_of_another_subject(said):
            return False
        before, now = (set(folded_words(words).split()) for words in (said.ke_hoach, self.asked.ke_hoach))
        if any(_NUMBERS.fullmatch(word) for word in before ^ now) or len(before & now) < _MOST * max(len(before), len(now)):
            return False
        asked = {(work.ma, same_words(work.ten)) for work in self.asked.of.get(said.don_vi, ())}
        return all((one.ma, same_words(one.ten)) in asked for one in form.sent if one.ten)

    def _sent(self, form: Form) -> str:
        return form.sent_as.don_vi if form.sent_as else ""

    def _face(self, form: Form) -> str:
        """Return the full name of the one unit that the face names, blank where it names none, or several."""
        found: Sequence[str] = self._registry.read(form.face.don_vi).don_vi if form.face.don_vi else ()
        return found[0] if len(found) == 1 else ""

    def _unknown(self, said: str) -> str:
        for left in self._registry.read(said).leftovers:
            return left.message
        return f"“{said}” không phải tên một đơn vị; ghi tên như trong ⦃donvi.yaml⦄"


_OTHER_PERIOD: Final = "biểu mẫu của kỳ “{said}”, không phải kỳ “{asked}”, nên không lấy"
_SEVERAL_PERIODS: Final = "biểu mẫu của kỳ “{said}”, còn phần lớn các biểu mẫu khác của kỳ “{most}”"
_ONE_PERIOD: Final = 'bỏ tệp này ra, hoặc ghi {{period}} "{most}" để chỉ lấy các biểu mẫu của kỳ đó'
_SAID_TWICE: Final = "“{unit}” trả lời nhiệm vụ {code} hai lần; giữ câu trả lời ở {kept}, câu này ghi khác: {said}"


class Gathered(NamedTuple):
    """The answers, one for each unit and task, the units from which there are any, and the files in which there are none."""

    answers: tuple[Answer, ...]
    units: frozenset[str]
    empty: tuple[str, ...]


def gather_answers(
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
            is_further = folded_code(answer.result.ma) not in identities.asked.by_code
            own = _apart(answer, answers, findings) if is_further else answer
            answers[own.key].append(own)
    return Gathered(tuple(_one_of(each, first or {}, findings) for each in answers.values()), frozenset(units), tuple(empty))


def _apart(answer: Answer, answers: Mapping[Key, Sequence[Answer]], findings: Findings) -> Answer:
    """Return further work of a unit under a code that no other work of its bears: each of its forms counts from K.1."""
    result = answer.result
    for code in (result.ma, *(f"K.{number}" for number in range(1, len(answers) + 2))):
        known = answers.get((code, result.don_vi))
        if not known or same_words(known[0].result.ten) == same_words(result.ten):
            break
    if code == result.ma:
        return answer
    findings.tell_other_work(answer, code, answers[answer.key][0].result)
    return answer._replace(result=result.model_copy(update={"ma": code}))


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
    return kept._replace(result=kept.result.model_copy(update={"ghi_chu": "\n".join(notes) or None}))
