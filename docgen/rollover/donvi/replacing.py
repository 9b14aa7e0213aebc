"""Replaces the names in one text, so that lists name nobody twice and shared first words stay whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from docgen.rollover.donvi.around import doubt, tells_of_the_past
from docgen.rollover.donvi.doubled import cut
from docgen.rollover.donvi.fates import Fate, Fates
from docgen.rollover.donvi.manner import beside_its_place, in_the_manner_of, without_head
from docgen.rollover.values import Treatment
from docgen.text.marker import chosen
from docgen.text.spelling import name_key
from docgen.work.units import Named

_SHARED: Final = "viết chung chữ đầu với đơn vị đứng sau nên để nguyên, cần sửa tay"


class Replacing:
    """One text, the names in it, and their fates."""

    def __init__(self, text: str, named: Sequence[Named], fates: Fates, *, is_list: bool) -> None:
        self._text = text
        self._named = named
        self._fates = fates
        self._is_list = is_list
        self._stay = {fates.ten(one.key) for one in named if not self._leaves(one)}

    def names_after(self) -> Iterator[str]:
        """Yield the folded letters of every full name that stands here in the new year."""
        for one in self._named:
            fate = self._fates.of(one.key)
            yield name_key(fate.thanh) if fate and fate.thanh else self._fates.ten(one.key)

    def treatments(self, elsewhere: frozenset[str] = frozenset()) -> Iterator[Treatment]:
        """Yield what becomes of each name whose fate is not to stay; `elsewhere` are names that stand beside this text."""
        followed: dict[str, str] = {}
        floor = 0
        for index, one in enumerate(self._named):
            fate = self._fates.of(one.key)
            if fate is None:
                continue
            if fate.thanh is None or tells_of_the_past(self._text, one.start, one.reach):
                yield self._asked(one, fate)
                continue
            new, old = name_key(fate.thanh), self._fates.ten(one.key)
            if new in self._stay or followed.setdefault(new, old) != old:
                treatment = self._doubled(one, fate, floor, index)
                floor = treatment.end
            elif new in elsewhere:
                treatment = _unsure(self._replaced(one, fate), f"“{fate.thanh}” đã có ở chỗ khác trong danh sách này, bỏ một chỗ")
            else:
                treatment = self._replaced(one, fate)
            yield treatment

    def _leaves(self, one: Named) -> bool:
        fate = self._fates.of(one.key)
        return fate is not None and fate.thanh is not None

    def _asked(self, one: Named, fate: Fate) -> Treatment:
        if tells_of_the_past(self._text, one.start, one.reach):
            why = f"{fate.why}; chữ bên cạnh nói về tên cũ nên để nguyên, cần xem lại"
            return Treatment(one.start, one.end, None, why, sure=False)
        if fate.marked and one.lends:
            return Treatment(one.start, one.end, None, f"{fate.why}; {_SHARED}", sure=False)
        start = one.start_with_cac if self._is_group(fate) else one.start
        return Treatment(start, one.end, chosen(f"đơn vị thay {fate.ten}") if fate.marked else None, fate.why, sure=False)

    def _replaced(self, one: Named, fate: Fate) -> Treatment:
        thanh = fate.thanh or ""
        spellings = self._fates.spellings(thanh)
        starts_at = one.start_with_cac if self._is_group(fate) else one.start
        full = in_the_manner_of(self._text[starts_at : one.end], one.key, fate.ten, spellings)
        short = without_head(full, one.head) if one.head else full
        if any(not name_key(full).startswith(head) for head in one.lends):
            return Treatment(one.start, one.end, None, f"{fate.why}; {_SHARED}", sure=False)
        new, says_place = beside_its_place(short or full, self._text[one.end : one.reach])
        end = one.reach if says_place else one.end
        treatment = Treatment(starts_at, end, new, fate.why, fate.sure)
        if (one.head or one.lends) and ("," in new or short is None):
            return _unsure(treatment, "các đơn vị viết chung chữ đầu, xem lại cách ngắt")
        worry = doubt(self._text, one.start, fate.ten, thanh)
        return _unsure(treatment, worry) if worry else treatment

    def _doubled(self, one: Named, fate: Fate, floor: int, index: int) -> Treatment:
        span = self._span_to_cut(one, floor) if self._is_list else None
        if span is None:
            where = "ô này, bỏ một chỗ" if self._is_list else "đoạn này, viết lại cho khỏi trùng"
            return _unsure(self._replaced(one, fate), f"“{fate.thanh}” đã có trong {where}")
        start, end = span
        why = f"{fate.why}; “{fate.thanh}” đã có trong ô này nên bỏ chỗ lặp"
        follower = self._text[end : end + 1]
        if start == 0 and follower.islower() and not self._is_treated(index + 1, end):
            return Treatment(start, end + 1, follower.upper(), why, sure=False)
        return Treatment(start, end, "", why, sure=False)

    def _span_to_cut(self, one: Named, floor: int) -> tuple[int, int] | None:
        """Return what to cut so that the first words stay which the names behind share: "Sở [Giao thông vận tải, ]Y tế"."""
        if not one.lends:
            return cut(self._text, one.start, one.reach, floor) if one.start_with_cac == one.start else None
        rest = without_head(self._text[one.start : one.end], one.lends[0]) if len(set(one.lends)) == 1 else None
        return cut(self._text, one.end - len(rest), one.reach, one.end - len(rest)) if rest else None

    def _is_treated(self, index: int, start: int) -> bool:
        following = self._named[index : index + 1]
        return any(one.start_with_cac == start and self._fates.of(one.key) is not None for one in following)

    @staticmethod
    def _is_group(fate: Fate) -> bool:
        return fate.ten[:1].islower()


def _unsure(treatment: Treatment, why: str) -> Treatment:
    return replace(treatment, why=f"{treatment.why}; {why}", sure=False)
