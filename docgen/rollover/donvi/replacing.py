"""Replaces the names in one text in the manner of the old ones; lists name nobody twice, shared first words stay whole."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from docgen.rollover.changes import Treatment
from docgen.rollover.donvi.fates import Fates, NameFate
from docgen.text.folding import name_key, spelling
from docgen.text.patterns import lazy_re
from docgen.text.wording import chosen
from docgen.work.units import Named

_NEAR: Final = 80  # letters before a name
_PAST_BEFORE: Final = lazy_re(
    r"\b(?:trước đây(?: là)?|tiền thân(?: là)?|tên cũ(?: là)?|nguyên(?: là| (?:phó )?(?:giám đốc|trưởng|chánh|tổng biên tập))"
    r"|vốn là|tách(?: ra)? từ|hợp nhất|sáp nhập|đổi tên(?: từ)?)\s*[“\"(]?\s*\Z",
    re.IGNORECASE,
)
_PAST_BEHIND: Final = lazy_re(
    r"[”\"]?\s*(?:\(?\s*(?:cũ|trước đây)\b|[(,]?\s*(?:nay|sau này)\s+(?:là|đổi|thuộc)\b)", re.IGNORECASE
)
_TITLE: Final = lazy_re(
    r"\b(?:trưởng|chánh|giám đốc|chủ tịch|chủ nhiệm|tổng biên tập|viện trưởng|cục trưởng|thủ trưởng)\s+\Z", re.IGNORECASE
)
_PART: Final = lazy_re(r"(?:\b(?:trực thuộc|thuộc|thanh tra|văn phòng)|\w\s*[-–])\s*\Z", re.IGNORECASE)
_WORD: Final = lazy_re(r"\w+")


def tells_of_the_past(text: str, start: int, end: int) -> bool:
    """Return whether the words around say that the name was another's before: "(trước đây là Sở A)", "Sở A (cũ)"."""
    return bool(_PAST_BEFORE.search(text, max(0, start - _NEAR), start) or _PAST_BEHIND.match(text, end))


def doubt(text: str, start: int, old: str, new: str) -> str | None:
    """Return what a person has to look at where the name at `start` is replaced, if there is something."""
    kind, other = (_WORD.match(name) for name in (old, new))
    before = text[max(0, start - _NEAR) : start]
    if _TITLE.search(before) and kind and other and kind.group().casefold() != other.group().casefold():
        return "xem lại chức danh đứng trước"
    if _PART.search(before):
        return "xem lại tên bộ phận đứng trước"
    return None


_SEPARATOR: Final = r"(?:\s*[,;/+&]\s*(?:và\s+)?|\s*\n\s*[-–+•]?\s*|\s+(?:và|cùng với|cùng)\s+|\s+[-–]\s+)"
_SEPARATED_BEFORE: Final = lazy_re(rf"{_SEPARATOR}\Z")
_SEPARATED_BEHIND: Final = lazy_re(_SEPARATOR)
_BULLETS: Final = " \t\n-–+•"
_END: Final = lazy_re(r"\s*[.;]?\s*\Z")


def cut(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """Return from where to where the list `text` loses the name from `start` to `end`; nothing where it is no item by itself.

    What stands before `floor` is gone already.
    """
    opening = _SEPARATED_BEFORE.search(text, floor, start)
    before = opening.start() if opening else None
    behind = _SEPARATED_BEHIND.match(text, end)
    is_last = _END.match(text, end) is not None
    if is_last and before is not None:
        return before, end
    if not behind or is_last:
        return None
    if before is None:
        return (start, behind.end()) if not text[floor:start].strip(_BULLETS) else None
    loses_less = ";" in text[before:start] and ";" not in behind.group()
    return (start, behind.end()) if loses_less else (before, end)


_SHORT_WORD: Final = lazy_re(r"[^\W\d_a-z]*[A-ZĐ][^\W\d_a-z]+")
_COMMITTEE: Final = lazy_re(r"(?:Ủy|Uỷ) ban nhân dân\b", re.IGNORECASE)
_UBND: Final = lazy_re(r"UBND\b")
_LINKS: Final = (" và ", "&", "-")


def in_the_manner_of(written: str, key: str, ten: str, spellings: Sequence[str]) -> str:
    """Return the successor with these `spellings` as `written` shows the old name `ten`, whose folded letters are `key`."""
    is_short = key != name_key(ten) and bool(_short_words(written) - _short_words(ten))
    new = _committee_as(written, _shortened(written, spellings) if is_short else spellings[0])
    if written.isupper() and (not is_short or _first_word(written) == _first_word(ten).upper() != _first_word(ten)):
        return new.upper()
    return _first_letter_as(written, new)


def without_head(name: str, head: str) -> str | None:
    """Return `name` without the words whose folded letters are `head`; nothing where it does not open with them."""
    spelled = spelling(name)
    for word, end in enumerate(spelled.ends[:-1]):
        if spelled.key[:end] == head and spelled.ends[word + 1] > end:
            return name[spelled.words[word + 1][0] :]
    return None


def beside_its_place(name: str, behind: str) -> tuple[str, bool]:
    """Return `name` to be written before the place `behind`, without what it would say twice, and whether it says it all."""
    ours, theirs = name.split(), behind.split()
    if not theirs:
        return name, False
    folded, place = name.casefold().split(), behind.casefold().split()
    if folded[-len(place) :] == place:
        return name, True
    for length in range(min(len(place), len(folded) - 1), 0, -1):
        if folded[-length:] == place[:length]:
            return " ".join(ours[:-length]), False
    level = place[0]
    return name, level in folded and len(place) == 1


def _shortened(written: str, spellings: Sequence[str]) -> str:
    short = [one for one in spellings[1:] if _short_words(one) - _short_words(spellings[0])]
    shape = [link in written for link in _LINKS]
    alike = (one for one in short if [link in one for link in _LINKS] == shape)
    return next(alike, short[0] if short else spellings[0])


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _short_words(text: str) -> set[str]:
    return set(_SHORT_WORD.findall(text)) - {"UBND", "HĐND", "TP", "TX"}


def _committee_as(written: str, new: str) -> str:
    if _UBND.match(written):
        return _COMMITTEE.sub("UBND", new, count=1) if _COMMITTEE.match(new) else new
    if full := _COMMITTEE.match(written):
        return full.group() + new[4:] if _UBND.match(new) else new
    return new


def _first_letter_as(written: str, new: str) -> str:
    if written[:1].islower() and not new[:2].isupper():
        return new[:1].lower() + new[1:]
    return new[:1].upper() + new[1:] if written[:1].isupper() else new


_SHARED: Final = "viết chung chữ đầu với đơn vị đứng sau nên để nguyên, cần sửa tay"


class Replacing:
    """One text, the names in it, and their fates."""

    def __init__(self, text: str, named: Sequence[Named], fates: Fates, *, is_list: bool) -> None:
        self._text = text
        self._named = named
        self._fates = fates
        self._is_list = is_list

    @cached_property
    def _stay(self) -> set[str]:
        return {self._fates.ten(one.key) for one in self._named if not self._leaves(one)}

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

    def _asked(self, one: Named, fate: NameFate) -> Treatment:
        if tells_of_the_past(self._text, one.start, one.reach):
            why = f"{fate.why}; chữ bên cạnh nói về tên cũ nên để nguyên, cần xem lại"
            return Treatment(one.start, one.end, None, why, sure=False)
        if fate.marked and one.lends:
            return Treatment(one.start, one.end, None, f"{fate.why}; {_SHARED}", sure=False)
        start = one.start_with_cac if self._is_group(fate) else one.start
        return Treatment(start, one.end, chosen(f"đơn vị thay {fate.ten}") if fate.marked else None, fate.why, sure=False)

    def _replaced(self, one: Named, fate: NameFate) -> Treatment:
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

    def _doubled(self, one: Named, fate: NameFate, floor: int, index: int) -> Treatment:
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
    def _is_group(fate: NameFate) -> bool:
        return fate.ten[:1].islower()


def _unsure(treatment: Treatment, why: str) -> Treatment:
    return treatment._replace(why=f"{treatment.why}; {why}", sure=False)
