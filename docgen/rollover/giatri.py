"""Yearly values in a text: last year's theme becomes next year's, or a visible blank where nobody has written it down yet."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from docgen.data.model.tracuu import GiaTri, GiaTriNam
from docgen.rollover.changes import Spans, Treatment, Years, without_overlaps
from docgen.text.folding import name_key
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank, capitals, sentence_start

_WORD: Final = lazy_re(r"\d+(?:[.,]\d+)*|(?:[^\W\d_][\u0300-\u036f]*)+|\d+")


class FoldedWords(NamedTuple):
    """The words of a text as they are compared, and where each stands."""

    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def find(self, wanted: "FoldedWords") -> Iterator[tuple[int, int]]:
        """Yield from where to where the words of `wanted` stand here one behind the other."""
        many = len(wanted.keys)
        for first in range(len(self.keys) - many + 1):
            if self.keys[first : first + many] == wanted.keys:
                yield self.spans[first][0], self.spans[first + many - 1][1]

    def names(self, wanted: "FoldedWords") -> bool:
        """Return whether the text names `wanted`: its first two words together, the others anywhere."""
        return any(self.find(wanted.head)) and set(wanted.keys) <= set(self.keys)

    def behind(self, wanted: "FoldedWords") -> int | None:
        """Return where `wanted` ends that is named last: its first two words together, the others behind in their order."""
        heads = [end for _, end in self.find(wanted.head)]
        if not heads:
            return None
        end = heads[-1]
        for key in wanted.keys[2:]:
            ends = [span[1] for other, span in zip(self.keys, self.spans, strict=True) if other == key and span[0] >= end]
            if not ends:
                return None
            end = ends[0]
        return end

    @property
    def head(self) -> "FoldedWords":
        """Return the first two words."""
        return FoldedWords(self.keys[:2], self.spans[:2])


def words_of(text: str) -> FoldedWords:
    """Return the words of `text`."""
    found = list(_WORD.finditer(text))
    keys = tuple(name_key(match.group()) or match.group().casefold() for match in found)
    return FoldedWords(keys, tuple(match.span() for match in found))


_OPENING: Final = "“„‟‘‛\"'«"
_QUOTED: Final = lazy_re(r"[“„«\"]([^“”„«»\"]+)[”»\"]")
_SENTENCE_END: Final = lazy_re(r"[.!?;](?=\s|\Z)")
_UNMISTAKABLE: Final = (
    6  # words that nobody puts together by chance: "bao trùm và bền vững", a theme of five, is said of much else
)
_NEAR: Final = 40  # letters between the value's name and the words in quotes that it announces; docgen's choice, it only asks


class _Found(NamedTuple):
    """A wording of the value of one year, and where it stands."""

    start: int
    end: int
    value: GiaTriNam
    wording: str

    @property
    def words(self) -> int:
        """Return how many words it has: a single one says little."""
        return len(words_of(self.wording).keys)


def yearly_treatments(text: str, tables: Sequence[GiaTri], years: Years) -> tuple[Treatment, ...]:
    """Return what becomes of the yearly values in `text`, in the order of `tables`.

    Where a value is said beyond doubt (in quotes, or in a sentence that names it) it is replaced; otherwise a person is asked,
    but for a single word, such as the name of a country, that nothing says to be the value.
    """
    return tuple(without_overlaps(one for table in tables for one in _Reading(text, table, years).treatments()))


class _Reading:
    """The reading of one text for the values of one table."""

    def __init__(self, text: str, table: GiaTri, years: Years) -> None:
        self._text = text
        self._words = words_of(text)
        self._ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text) + 1]
        self._table = table
        self._years = years

    def treatments(self) -> Iterator[Treatment]:
        """Yield the known values, then the quoted words that are announced as the value and that nobody knows."""
        for found in _longest_first(self._known()):
            doubt = self._doubt(found)
            if found.value.nam == self._years.old and (doubt is None or found.words > 1):
                yield self._of_old_year(found, doubt)
            elif found.value.nam != self._years.old and (doubt is None or found.words >= _UNMISTAKABLE):
                yield self._of_other_year(found)
        yield from self._unknown()

    def _known(self) -> Iterator[_Found]:
        in_order = sorted(self._table.gia_tri, key=lambda value: value.nam != self._years.old)
        for value in in_order:
            for wording in value.wordings:
                yield from (_Found(start, end, value, wording) for start, end in self._words.find(words_of(wording)))

    def _of_other_year(self, found: _Found) -> Treatment:
        why = f"đây là {_running(self._table.ten)} năm {found.value.nam}; xem lại câu này cho năm {self._years.new}"
        return Treatment(found.start, found.end, None, why, sure=False)

    def _of_old_year(self, found: _Found, doubt: str | None) -> Treatment:
        new = self._table.of(self._years.new)
        if doubt:
            remedy = f"nếu đúng thì đổi thành “{new.noi_dung}”" if new else f"nếu đúng thì đổi cho năm {self._years.new}"
            return Treatment(found.start, found.end, None, f"{doubt}; {remedy}", sure=False)
        if new is None:
            named = f"{_running(self._table.ten)} năm {self._years.new}"
            return Treatment(found.start, found.end, blank(named), f"danh mục chưa có {named}; điền khi đã biết", sure=False)
        return self._replaced(found, new)

    def _replaced(self, found: _Found, new: GiaTriNam) -> Treatment:
        name = _running(self._table.ten)
        if words_of(new.noi_dung).keys == words_of(found.wording).keys:
            same = f"{name} năm {self._years.new} vẫn như năm {self._years.old}"
            return Treatment(found.start, found.end, None, same, sure=not new.can_xac_nhan)
        why = f"{name} năm {self._years.old} thành {name} năm {self._years.new}"
        unsure = new.can_xac_nhan or found.words == 1
        remedy = "; danh mục ghi cần xác nhận, hỏi lại rồi hãy dùng" if new.can_xac_nhan else "; xem lại câu" if unsure else ""
        written = self._in_the_same_style(found, new.noi_dung)
        return Treatment(found.start, found.end, written, why + remedy, sure=not unsure)

    def _doubt(self, found: _Found) -> str | None:
        """Return why the words may be there by chance, None where it is plain that they are the value."""
        before = self._text[max(0, found.start - _NEAR) : found.start].rstrip()
        if before.endswith(tuple(_OPENING)) and found.words > 1:
            return None
        if words_of(self._sentence(found.start)).names(words_of(self._table.ten)):
            return None
        return f"trùng chữ với {_running(self._table.ten)} năm {found.value.nam} nhưng câu không nói rõ"

    def _sentence(self, at: int) -> str:
        behind = bisect_right(self._ends, at)
        return self._text[self._ends[behind - 1] : self._ends[behind]]

    def _in_the_same_style(self, found: _Found, new: str) -> str:
        old = self._text[found.start : found.end]
        if old.isupper() and not found.wording.isupper():
            return capitals(new)
        if old[0].isupper() and not found.wording[0].isupper():
            return sentence_start(new)
        return _running(new) if old[0].islower() and not found.wording[0].islower() else new

    def _unknown(self) -> Iterator[Treatment]:
        name = words_of(self._table.ten)
        for quoted in _QUOTED.finditer(self._text):
            sentence = self._text[self._ends[bisect_right(self._ends, quoted.start()) - 1] : quoted.start()]
            lead = sentence[sentence.rfind("”") + 1 :]
            behind = words_of(lead).behind(name)
            if behind is not None and len(lead) - behind <= _NEAR:
                why = f"lời này không có trong danh mục {_running(self._table.ten)}; xem có phải đổi cho năm {self._years.new}"
                yield Treatment(quoted.start(1), quoted.end(1), None, why, sure=False)


def _longest_first(found: Iterable[_Found]) -> Iterator[_Found]:
    """Yield what was found, of those that meet the longest, and of equally long ones the first."""
    taken = Spans()
    longest = [one for one in sorted(found, key=lambda one: one.start - one.end) if taken.take((one.start, one.end))]
    yield from sorted(longest, key=lambda one: one.start)


def _running(words: str) -> str:
    """Return `words` as they run on within a sentence: the first letter small, unless an abbreviation opens them."""
    return words if words[:2].isupper() else f"{words[:1].lower()}{words[1:]}"
