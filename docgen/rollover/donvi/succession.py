"""The offices and places that a plan's texts name: each replaced, left with a blank or asked about; remarks on the whole plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import Nhom, SoDonVi, TenGoi
from docgen.rollover.changes import Change, Spans, Treatment, Years, without_overlaps
from docgen.rollover.donvi.fates import Fates, Groups, Reasons
from docgen.rollover.donvi.national import ended_districts, ended_names, ended_provinces, merger_remark, reform_is_news
from docgen.rollover.donvi.replacing import Replacing
from docgen.text.folding import name_key
from docgen.text.wording import short_date
from docgen.work.units import Finder, Heirs, own_place

Remark = tuple[str, bool]  # the sentence, and whether nobody has to decide


def remarks(so: SoDonVi, office: CoQuan, years: Years, choices: Mapping[str, str], named: frozenset[str]) -> Iterator[Remark]:
    """Yield the remarks on a plan that names what has the folded letters `named`."""
    yield from _on_the_office(office, years)
    chosen = frozenset(map(name_key, choices))
    yield from _on_groups(so, years, named - chosen)
    yield from _on_last_days(so, years, named)
    for name in choices:
        if name_key(name) not in named:
            yield f"tên thay cho “{name}”: kế hoạch không có tên này; xem lại cách viết", False


def _on_the_office(office: CoQuan, years: Years) -> Iterator[Remark]:
    if office.den is not None and office.den <= date(years.new, 12, 31):
        said = Reasons(years).other(office.ten, office.den, Heirs(office.thanh, lost=False))
        yield f"cơ quan ban hành: {said}; sửa ⦃coquan.yaml⦄", False
        return
    place = own_place(office.ten, office.co_quan_chu_quan)
    merged = merger_remark(place) if reform_is_news(years) else None
    if merged is not None:
        yield f"cơ quan ban hành “{office.ten}”: {merged}", False
    ended = ended_names().get(name_key(office.ten))
    if ended is not None and ended.is_news(years):
        yield f"cơ quan ban hành: {ended.why}", False
    if reform_is_news(years):
        asked = next((one for name in (office.ten, office.co_quan_chu_quan or "") for one in ended_districts(name)), None)
        if asked is not None:
            yield f"cơ quan ban hành “{office.ten}”: {asked.why}", False


def _on_groups(so: SoDonVi, years: Years, named: frozenset[str]) -> Iterator[Remark]:
    groups = Groups(so, years)
    for group in so.nhom:
        last = groups.last_day(group)
        if last is not None and name_key(group.ten) in named:
            yield Reasons(years).lost_group(group, last), False
    for group, left, came in groups.changed():
        if name_key(group.ten) in named:
            changes = (f"không còn {_quoted(left)}" if left else "", f"thêm {_quoted(came)}" if came else "")
            yield f"nhóm “{group.ten}” vẫn giữ tên; trong năm {years.new} {', '.join(filter(None, changes))}", True


def _on_last_days(so: SoDonVi, years: Years, named: frozenset[str]) -> Iterator[Remark]:
    end = date(years.new, 12, 31)
    entries: tuple[TenGoi | Nhom, ...] = (*so.don_vi, *so.ten_goi, *so.nhom)
    for entry in entries:
        if entry.den == end and name_key(entry.ten) in named:
            followed = f", sau đó là {' hoặc '.join(f'“{name}”' for name in entry.thanh)}" if entry.thanh else ""
            yield f"“{entry.ten}” mang tên này đến hết ngày {short_date(end)}{followed}", True


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)


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
        self._after: dict[str, frozenset[str]] = {}  # the names that stand in an item of a list in the new year

    def treatments(
        self, text: str, *, is_list: bool, taken: Iterable[tuple[int, int]] = (), beside: Sequence[str] = ()
    ) -> tuple[Treatment, ...]:
        """Return what becomes of the names in `text`, a list of units or prose; nothing meets the spans `taken`.

        `beside` are the other items of the list that `text` is one of, so that a name which stands there already is noticed.
        """
        busy = Spans(taken)
        names = Replacing(text, self._finder.find(text, is_list=is_list), self._fates, is_list=is_list)
        elsewhere = self._names_after(beside)
        own = [one for one in names.treatments(elsewhere) if busy.is_free(one.span)]
        for one in own:
            busy.add(one.span)
        asked = (one for one in self._places(text) if busy.is_free(one.span))
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
                yield f"đã chọn “{thanh}” để thay, nhưng {fate.why}", False

    def _names_after(self, texts: Sequence[str]) -> frozenset[str]:
        for text in texts:
            if text not in self._after:
                names = Replacing(text, self._finder.find(text, is_list=True), self._fates, is_list=True)
                self._after[text] = frozenset(names.names_after())
        return frozenset().union(*map(self._after.__getitem__, texts))

    def _places(self, text: str) -> Iterator[Treatment]:
        if reform_is_news(self._years):
            yield from ended_districts(text)
        if reform_is_news(self._years):
            yield from ended_provinces(text)


def _once_each(text: str, asked: Iterable[Treatment]) -> Iterator[Treatment]:
    """Yield the first treatment of each wording; a province is asked about once, with or without its "tỉnh"."""
    seen = set()
    for one in asked:
        wording = " ".join(text[one.start : one.end].casefold().removeprefix("tỉnh ").split())
        if wording not in seen:
            seen.add(wording)
            yield one
