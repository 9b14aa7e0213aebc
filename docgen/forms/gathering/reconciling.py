"""Merges gathered answers into results that are there already, so that nothing that the clerk wrote is changed."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final, NamedTuple, TypeAlias

from docgen.data.model.ketqua import KetQuaViec
from docgen.forms.gathering.cellvalues import written
from docgen.forms.gathering.drafts import changes
from docgen.forms.gathering.filledrows import Answer, Asked, Findings, Key
from docgen.text.folding import folded_code, name_key, same_words

Written: TypeAlias = "str | Sequence[Written] | Mapping[str, Written] | None"

Rank: TypeAlias = tuple[int, int, int, str]

_DIGITS: Final = 10
_CHANGED: Final = "nhiệm vụ {code} của {unit}: biểu mẫu nay ghi khác nên đã cập nhật: {said}"
_KEPT: Final = (
    "nhiệm vụ {code} của {unit} đã được sửa tay nên giữ nguyên, nhưng biểu mẫu ({form}) ghi khác: {said}; "
    "nếu muốn lấy theo biểu mẫu thì xóa kết quả này rồi chạy lại"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A result that is in the file: what it says, its values as written, the file and digest of its mark where it has one.

    `is_ours`: whether its lines are still letter by letter what docgen wrote.
    """

    result: KetQuaViec
    values: Written
    form: str = ""
    digest: str = ""
    is_ours: bool = False


class Merged(NamedTuple):
    """What is to be done: answers to put in, each behind the standing result of that index (-1: before all), or in its place."""

    added: tuple[tuple[int, Answer], ...]
    replaced: tuple[tuple[int, Answer], ...]
    unchanged: int
    remarks: tuple[tuple[int, str], ...]  # by the index of the standing result


def as_values(result: KetQuaViec) -> dict[str, Written]:
    """Return a result as it is written, without what it does not say."""
    values: dict[str, Written] = {}
    for name, value in result:
        if not value:
            continue
        if name == "so_lieu":
            values[name] = [
                {key: said for key, said in (("chi_tieu", one.chi_tieu), ("don_vi_tinh", one.don_vi_tinh)) if said}
                | {"so_luong": written(one.so_luong)}
                for one in result.so_lieu
            ]
        else:
            values[name] = str(value)
    return values


def digest(values: Written) -> str:
    """Return what tells these values from any others."""
    plain = json.dumps(_without_blanks(values), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:_DIGITS]


def merge(standing: Sequence[Standing], answers: Sequence[Answer], asked: Asked) -> Merged:
    """Return how `answers` go into `standing`, each in its place in the order of the plan."""
    by_key = {_key(one.result): index for index, one in enumerate(standing)}
    order = _Order(asked)
    ranks = [order.rank(one.result) for one in standing]
    added, replaced, remarks, unchanged = [], [], [], 0
    for answer in sorted(answers, key=lambda answer: order.rank(answer.result)):
        index = by_key.get(_key(answer.result))
        if index is None:
            added.append((order.behind(ranks, answer.result), answer))
            continue
        known = standing[index]
        new = digest(as_values(answer.result))
        if new in (known.digest, digest(known.values)):
            unchanged += 1
        elif known.is_ours and digest(known.values) == known.digest:
            replaced.append((index, answer))
            remarks.append((index, _said(_CHANGED, known, answer)))
        else:
            remarks.append((index, _said(_KEPT, known, answer)))
    return Merged(tuple(added), tuple(replaced), unchanged, tuple(remarks))


def came_from(standing: Sequence[Standing]) -> dict[Key, str]:
    """Return from which file each gathered result came."""
    return {(one.result.ma, one.result.don_vi): one.form for one in standing if one.form}


def with_own_codes(
    standing: Sequence[Standing], answers: Sequence[Answer], asked: Asked, findings: Findings
) -> tuple[Answer, ...]:
    """Return `answers`, those on further work under the codes that the same work of their unit has in the file.

    Each form counts such work anew. What bears the code of another work there gets the next free one, which is told.
    """
    used = {_key(one.result) for one in standing} | {_key(answer.result) for answer in answers}
    further = [number for number, one in enumerate(answers) if folded_code(one.result.ma) not in asked.by_code]
    known = [one for one in standing if folded_code(one.result.ma) not in asked.by_code]
    codes: dict[int, str] = {}
    ways: Sequence[Callable[[Standing, Answer], bool]] = (_is_under_its_code, _has_its_name)
    for is_same in ways:
        for number in further:
            same = next((one for one in known if number not in codes and is_same(one, answers[number])), None)
            if same is not None:
                codes[number] = same.result.ma
                known.remove(same)
    for number in further:
        result = answers[number].result
        if number in codes or (other := next((one for one in standing if _key(one.result) == _key(result)), None)) is None:
            continue
        codes[number] = next(code for code in map("K.{}".format, count(1)) if _key_of(code, result.don_vi) not in used)
        used.add(_key_of(codes[number], result.don_vi))
        findings.tell_other_work(answers[number], codes[number], other.result)
    return tuple(
        one._replace(result=one.result.model_copy(update={"ma": codes[number]})) if number in codes else one
        for number, one in enumerate(answers)
    )


def _is_under_its_code(known: Standing, answer: Answer) -> bool:
    """Return whether an answer's code is in the file that of the same work: of its name, or of what was read here before."""
    is_same = same_words(known.result.ten) == same_words(answer.result.ten) or known.digest == digest(as_values(answer.result))
    return _key(known.result) == _key(answer.result) and is_same


def _has_its_name(known: Standing, answer: Answer) -> bool:
    is_of_unit = name_key(known.result.don_vi or "") == name_key(answer.result.don_vi or "")
    return is_of_unit and same_words(known.result.ten) == same_words(answer.result.ten)


class _Order:
    """The order of the plan: its tasks, its duties, then further work; within one task its units."""

    def __init__(self, asked: Asked) -> None:
        self._codes = {folded_code(work.ma): index for index, work in enumerate(asked.all)}
        self._units = {name_key(unit): index for index, unit in enumerate(asked.of)}

    def rank(self, result: KetQuaViec) -> Rank:
        """Return what sorts results in this order."""
        code = folded_code(result.ma)
        unit = self._units.get(name_key(result.don_vi or ""), -1)
        place = self._codes.get(code, len(self._codes))
        return place, unit, len(code), code

    def behind(self, ranks: Sequence[Rank], result: KetQuaViec) -> int:
        """Return the index of the last standing result that comes before `result` in this order, -1 where none does."""
        rank = self.rank(result)
        return next((index for index in reversed(range(len(ranks))) if ranks[index] <= rank), -1)


def _key(result: KetQuaViec) -> tuple[str, str]:
    return _key_of(result.ma, result.don_vi)


def _key_of(ma: str, unit: str | None) -> tuple[str, str]:
    return folded_code(ma), name_key(unit or "")


def _said(sentence: str, known: Standing, answer: Answer) -> str:
    said = "; ".join(changes(known.result, answer.result)) or "chỉ khác cách ghi"
    return sentence.format(code=answer.result.ma, unit=answer.result.don_vi, form=f"{answer.file}: {answer.place}", said=said)


def _without_blanks(value: Written) -> Written:
    if isinstance(value, Mapping):
        return {key: _without_blanks(each) for key, each in value.items() if each is not None}
    if isinstance(value, (str, type(None))):
        return value
    return [_without_blanks(each) for each in value]


def unanswered(asked: Asked, results: Sequence[KetQuaViec]) -> Iterator[str]:
    """Yield who has not answered, which tasks have no result, and which have none from those who lead them."""
    answered = {name_key(result.don_vi or "") for result in results}
    silent = [unit for unit in asked.of if name_key(unit) not in answered]
    if silent:
        yield f"chưa có trả lời của {len(silent)}/{len(asked.of)} đơn vị: {'; '.join(silent)}"
    by_code: dict[str, set[str]] = {}
    for result in asked.counted(results):
        by_code.setdefault(folded_code(result.ma), set()).add(name_key(result.don_vi or ""))
    without = [work.ma for work in asked.all if folded_code(work.ma) not in by_code]
    if without:
        yield f"chưa có kết quả của {len(without)}/{len(asked.all)} việc: {', '.join(without)}"
    waiting = [
        f"{code} ({'; '.join(unit for unit in units if name_key(unit) not in by_code[folded_code(code)])})"
        for code, units in asked.leads.items()
        if (said := by_code.get(folded_code(code))) and units and not said & {"", *map(name_key, units)}
    ]
    if waiting:
        yield f"mới có trả lời của đơn vị phối hợp, chưa có của đơn vị chủ trì: {', '.join(waiting)}"
