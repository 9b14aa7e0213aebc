"""The offices and places that a plan's texts name, each replaced, left with a blank, or asked about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import SoDonVi
from docgen.rollover.donvi import huyen, tinh
from docgen.rollover.donvi.fates import Fates
from docgen.rollover.donvi.remarks import remarks
from docgen.rollover.donvi.replacing import Replacing
from docgen.rollover.values import Change, Treatment, Years, is_free, without_overlaps
from docgen.text.spelling import name_key
from docgen.work.units import Finder, own_place

_NO_CHOICES: Final[Mapping[str, str]] = MappingProxyType({})


class Succession:
    """What becomes of names from the old year to the end of the new one, as the office's data and `choices` say."""

    def __init__(self, so: SoDonVi, office: CoQuan, years: Years, choices: Mapping[str, str] = _NO_CHOICES) -> None:
        self._so = so
        self._office = office
        self._years = years
        self._choices = choices
        self._fates = Fates(so, office, years, choices)
        self._finder = Finder(self._fates.keys, own_place(office.ten, office.co_quan_chu_quan))

    def treatments(
        self, text: str, *, is_list: bool, taken: Iterable[tuple[int, int]] = (), beside: Sequence[str] = ()
    ) -> tuple[Treatment, ...]:
        """Return what becomes of the names in `text`, a list of units or prose; nothing meets the spans `taken`.

        `beside` are the other items of the list that `text` is one of, so that a name which stands there already is noticed.
        """
        spans = tuple(taken)
        names = Replacing(text, self._finder.find(text, is_list=is_list), self._fates, is_list=is_list)
        elsewhere = self._names_after(beside)
        own = [one for one in names.treatments(elsewhere) if is_free(one, spans)]
        busy = (*spans, *((one.start, one.end) for one in own))
        asked = (one for one in self._places(text) if is_free(one, busy))
        return tuple(sorted(without_overlaps([*own, *_once_each(text, asked)]), key=lambda one: one.start))

    def remarks(self, texts: Iterable[str] = ()) -> tuple[Change, ...]:
        """Return what is to be said of the whole plan, whose texts these are: its groups, the issuing office, unused choices."""
        keys = {named.key for text in texts for named in self._finder.find(text, is_list=False)}
        names = {self._fates.ten(key) for key in keys}
        said = [*remarks(self._so, self._office, self._years, self._choices, frozenset(keys | names)), *self._bad_choices()]
        return tuple(Change((), 0, "", "", why, sure) for why, sure in said)

    def _bad_choices(self) -> Iterator[tuple[str, bool]]:
        for thanh in dict.fromkeys(self._choices.values()):
            fate = self._fates.of(name_key(thanh))
            if fate is not None:
                yield f"--thay: đã chọn “{thanh}”, nhưng {fate.why}", False

    def _names_after(self, texts: Sequence[str]) -> frozenset[str]:
        found = (Replacing(text, self._finder.find(text, is_list=True), self._fates, is_list=True) for text in texts)
        return frozenset(name for one in found for name in one.names_after())

    def _places(self, text: str) -> Iterator[Treatment]:
        if huyen.is_news(self._years):
            yield from huyen.ended_districts(text)
        if tinh.is_news(self._years):
            yield from tinh.ended_provinces(text)


def _once_each(text: str, asked: Iterable[Treatment]) -> Iterator[Treatment]:
    """Yield the first treatment of each wording; a province is asked about once, with or without its "tỉnh"."""
    seen = set()
    for one in asked:
        wording = " ".join(text[one.start : one.end].casefold().removeprefix("tỉnh ").split())
        if wording not in seen:
            seen.add(wording)
            yield one
