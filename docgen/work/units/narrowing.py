"""What makes a group smaller: units left out of it ("trừ Sở Y tế"), and words behind it by which only some are meant."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from docgen.text.folding import name_key
from docgen.text.patterns import lazy_re
from docgen.work.units.leftovers import VERBS
from docgen.work.units.words import LEVEL

_EXCEPT: Final = lazy_re(
    r"\b(?:(?:(?:ngoại|loại|chỉ)\s+)?trừ(?:\s+(?:ra|riêng))?|(?:không|chưa)\s+(?:bao\s+)?gồm|không\s+có|không\s+(?:kể|tính)(?:\s+đến)?"
    r"|ngoài(?!\s+(?:ra|giờ|nước)\b)|không\s+áp\s+dụng\s+(?:đối\s+)?(?:với|cho))[\s:]+",
    re.IGNORECASE,
)
_BEFORE_CUE: Final = lazy_re(rf"\s{{0,3}}{_EXCEPT.pattern}", re.IGNORECASE)
_STAYS_OUT: Final = lazy_re(
    r"[\s,:(]{0,3}(?:thì\s+)?(?:không\s+(?:(?:phải|cần)\s+)?(?:tham\s+gia|thực\s+hiện|triển\s+khai|áp\s+dụng|phối\s+hợp|chủ\s+trì)"
    r"|được\s+(?:miễn|trừ)|miễn\s+(?:tham\s+gia|thực\s+hiện))\b"
    r"(?!\s+(?:mà|nhưng|đúng|đầy\s+đủ|kịp|nghiêm|phải|tốt|hiệu\s+quả)\b)(?P<what>[^,;)\n.]*)",
    re.IGNORECASE,
)
_THIS_WORK: Final = lazy_re(r"(?:(?:nhiệm\s+vụ|việc|nội\s+dung|hoạt\s+động|kế\s+hoạch)(?:\s+(?:này|trên))?)?", re.IGNORECASE)
_AND: Final = lazy_re(r"\s*\b(?:và|cùng)\b\s*(?:các\s+)?", re.IGNORECASE)
_SHORT_NAME: Final = lazy_re(r"(?:[(\[;,\n]\s{0,3}(?:riêng\s+)?|\briêng\s+)([^(\[;,\n]{1,80})\Z", re.IGNORECASE)
_SENTENCE_ENDS: Final = lazy_re(r"\s*(?:[;).\n]|\Z)")
_BRACKET: Final = lazy_re(r"\s*[(\[]\s*\Z")
_CLOSE: Final = lazy_re(r"[)\]]")
_ALONE: Final = lazy_re(r"(?:\s*[,;–-])?\s*(?:nhưng\s+|tuy\s+nhiên,?\s+)?\briêng\s+(?:các\s+)?\Z", re.IGNORECASE)
_BEFORE: Final = lazy_re(r"\s*[,;–-]?\s*\Z")
_LIST: Final = lazy_re(r"\s*(?:,|/|&|\bvà\b|\bcùng\b|\bvới\b|,\s*và\b)\s*(?:các\s+)?", re.IGNORECASE)
_SEPARATE: Final = lazy_re(r"[,;]|\bvà\b", re.IGNORECASE)
_CLAUSE: Final = lazy_re(r"[,;:()\n./]|\s(?:và|cùng|với|hoặc)\b|\Z", re.IGNORECASE)
_OTHER_PHRASE: Final = lazy_re(rf"[,;:()\n./]|\s(?:và|cùng|với|hoặc|để|trong|khi|(?-i:{VERBS}))\b|\s[-–—]\s|\Z", re.IGNORECASE)
_ALL_THE_SAME: Final = lazy_re(  # "trên địa bàn tỉnh", "thuộc Sở", where no name follows
    rf"(?:còn\s+lại\b\s*)?(?:(?:(?:cấp|của|(?:trực\s+)?thuộc|trên\s+địa\s+bàn|ở|tại|toàn|cả)\s+)*(?:{LEVEL}|sở|ngành|cơ\s+quan)(?!\w))?",
    re.IGNORECASE,
)
_RELATED: Final = lazy_re(r"(?:có\s+)?liên\s+quan\b(?:\s+(?:khác|trực\s+tiếp))?", re.IGNORECASE)
_NARROWER: Final = lazy_re(
    r"(?:sự\s+nghiệp|trực\s+thuộc|thuộc|chuyên\s+môn|chức\s+năng|ngành\s+dọc|báo\s+chí|truyền\s+thông|thông\s+tin|quản\s+lý|nêu\s+trên"
    r"|khác|được\s+giao|được\s+phân\s+công|nhà\s+nước|Đảng|doanh\s+nghiệp|văn\s+hóa|giáo\s+dục|y\s+tế|lực\s+lượng"
    r"|phụ\s+trách|đặc\s+thù|đóng\s+trên|trung\s+ương)\b",
    re.IGNORECASE,
)
_MARK: Final = lazy_re(r"\s{0,3}[,;]")
_FIRST_GAP: Final = lazy_re(r"(?:(?:các\s+)?(?:đơn\s+vị|cơ\s+quan)?[\s:]*)", re.IGNORECASE)
_FILLERS: Final = ("các", "đơn vị", "các đơn vị")
_NEAR: Final = 24  # letters before a cue in which its bracket or comma stands
_LONGEST: Final = 400  # letters of a bracket, or of the words behind a group; no phrase has more


class NamePlace(NamedTuple):
    """Where the name of a unit stands in a text; of a group it is not `single`."""

    start: int
    end: int
    units: tuple[str, ...]
    single: bool


class LeftOut(NamedTuple):
    """A phrase that leaves units out of the groups beside it: where it stands, whom it names, what of it is not clear."""

    start: int
    end: int
    units: tuple[str, ...]
    unclear: tuple[tuple[int, int], ...] = ()


def may_leave_out(text: str) -> bool:
    """Return whether `text` holds words that leave somebody out."""
    return _EXCEPT.search(text) is not None or _STAYS_OUT.search(text) is not None


def left_out(text: str, names: Sequence[NamePlace], *, is_list: bool) -> tuple[LeftOut, ...]:
    """Return the phrases of `text`, in which `names` stand, that leave somebody out: of the groups among them, or of the work."""

    def is_whole(one: NamePlace) -> bool:
        has_cue = _BEFORE_CUE.match(text, one.end) or _STAYS_OUT.match(text, one.end)
        return one.single or has_cue is not None or not narrowed(text, one.end, is_list=True)

    return tuple(_Exceptions(text, list(filter(is_whole, names)), is_list=is_list).all())


def blanked(text: str, phrases: Sequence[LeftOut]) -> str:
    """Return `text` with blanks in place of `phrases`, as long as before; a semicolon parts what stands beside them."""
    pieces: list[str] = []
    behind = 0
    for one in phrases:
        start = max(one.start, behind)
        pieces.append(text[behind:start])
        mark = _MARK.match(text, one.end)
        behind = mark.end() if mark else one.end
        pieces.append((";" if start else " ").ljust(behind - start))
    return "".join((*pieces, text[behind:]))


class _Exceptions:
    """One text and the names in it. A cue inside a name is the name: "Trung tâm Giáo dục ngoài công lập"."""

    def __init__(self, text: str, names: Sequence[NamePlace], *, is_list: bool) -> None:
        self._text = text
        self._names = names
        self._is_list = is_list
        self._starts = [one.start for one in names]
        self._ends = [one.end for one in names]
        members = dict.fromkeys(unit for one in names if not one.single for unit in one.units)
        self._keys = {unit: name_key(unit) for unit in members}

    def all(self) -> Iterator[LeftOut]:
        """Yield the phrases in the order of the text, none inside another."""
        cues = (cue for cue in _EXCEPT.finditer(self._text) if not self._is_in_a_name(cue.start()))
        found = [phrase for cue in cues for phrase in self._behind(cue)]
        found += [phrase for index in range(len(self._names)) for phrase in self._before(index)]
        found += [phrase for out in _STAYS_OUT.finditer(self._text) for phrase in self._short_before(out)]
        behind = 0
        for phrase in sorted(found, key=lambda one: one.start):
            if phrase.start >= behind:
                yield phrase
                behind = phrase.end

    def _is_in_a_name(self, at: int) -> bool:
        index = bisect_left(self._ends, at + 1)
        return index < len(self._names) and self._names[index].start <= at

    def _behind(self, cue: re.Match[str]) -> Iterator[LeftOut]:
        """Yield the phrase that `cue` opens: a whole bracket, or the names right behind it."""
        text, near = self._text, self._text[max(0, cue.start() - _NEAR) : cue.start()]
        first = bisect_left(self._starts, cue.end())
        if bracket := _BRACKET.search(near):
            close = _CLOSE.search(text, cue.end(), cue.end() + _LONGEST)
            end = close.start() if close else min(len(text), cue.end() + _LONGEST)
            inside = self._names[first : bisect_left(self._starts, end)]
            start = cue.start() - len(near) + bracket.start()
            yield LeftOut(start, min(end + 1, len(text)), *self._pieces(cue.end(), end, inside))
            return
        before = _BEFORE.search(near)
        start = cue.start() - (len(near) - before.start() if before else 0)
        last = first
        while last < len(self._names) and self._goes_on(cue.end(), first, last):
            last += 1
        if last > first:
            end = self._names[last - 1].end
            comma = lazy_re(r"[\s,]*").match(text, end) if start == 0 else None  # "Trừ Sở Y tế, các sở …": it goes with it
            yield LeftOut(start, comma.end() if comma else end, _units(self._names[first:last]))
        else:
            phrase = _OTHER_PHRASE.search(text, cue.end(), cue.end() + _LONGEST)
            end = phrase.start() if phrase else cue.end()
            if (found := self._named_shortly(text[cue.end() : end])) is not None:
                yield LeftOut(start, end, (found,))

    def _goes_on(self, at: int, first: int, index: int) -> bool:
        """Return whether the name at `index` goes on the list that opens at `at`; behind the first only members of a group do."""
        if index == first:
            return _FIRST_GAP.fullmatch(self._text, at, self._names[index].start) is not None
        gap = _LIST.fullmatch(self._text, self._names[index - 1].end, self._names[index].start)
        return gap is not None and self._belongs(self._names[index])

    def _belongs(self, one: NamePlace) -> bool:
        return one.single and all(unit in self._keys for unit in one.units)

    def _before(self, index: int) -> Iterator[LeftOut]:
        """Yield the phrase in which the name at `index` is said to stay out: "(Sở Y tế không tham gia)"."""
        out = _STAYS_OUT.match(self._text, self._names[index].end)
        if out is None:
            return
        first = index
        if self._belongs(self._names[index]):
            while first and self._belongs(self._names[first - 1]) and self._goes_on(0, 0, first):
                first -= 1
        else:
            while first and _AND.fullmatch(self._text, self._names[first - 1].end, self._names[first].start):
                first -= 1
        start, end = self._names[first].start, out.end()
        near = self._text[max(0, start - _NEAR) : start]
        opens = _BRACKET.search(near) or _ALONE.search(near)
        if opens is None and not self._belongs(self._names[first]) and not self._says_no_more(out):
            return
        start -= len(near) - opens.start() if opens else 0
        end += self._text.startswith(")", end) and "(" in self._text[start:end]
        yield LeftOut(start, end, _units(self._names[first : index + 1]))

    def _says_no_more(self, out: re.Match[str]) -> bool:
        """Return whether `out` is all that is said of a unit alone; a duty may open "Sở Y tế không thực hiện thu …"."""
        ends = self._is_list or _SENTENCE_ENDS.match(self._text, out.end())
        return bool(ends) and _THIS_WORK.fullmatch(out["what"].strip()) is not None

    def _short_before(self, out: re.Match[str]) -> Iterator[LeftOut]:
        """Yield the phrase in which a member is named shortly: "; riêng thành phố Sóc Trăng không tham gia"."""
        if (name := _SHORT_NAME.search(self._text, max(0, out.start() - _NEAR * 4), out.start())) is None:
            return
        if (found := self._named_shortly(name[1])) is not None:
            near = self._text[max(0, name.start(1) - _NEAR) : name.start(1)]
            opens = _BRACKET.search(near) or _ALONE.search(near)
            start = name.start(1) - (len(near) - opens.start() if opens else 0)
            yield LeftOut(start, out.end() + self._text.startswith(")", out.end()), (found,))

    def _pieces(self, start: int, end: int, inside: Sequence[NamePlace]) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
        """Return the units that stand between `start` and `end`, and where the words do that are none."""
        units, unclear = list(_units(inside)), []
        for first, last in zip((start, *(one.end for one in inside)), (*(one.start for one in inside), end), strict=True):
            at = first
            for cut in [*_SEPARATE.finditer(self._text, first, last), None]:
                stop = cut.start() if cut else last
                piece = self._text[at:stop]
                if piece.strip() and piece.strip().casefold() not in _FILLERS:
                    if (found := self._named_shortly(piece)) is not None:
                        units.append(found)
                    else:
                        unclear.append((at + len(piece) - len(piece.lstrip()), stop))
                at = cut.end() if cut else stop
        return tuple(dict.fromkeys(units)), tuple(unclear)

    def _named_shortly(self, words: str) -> str | None:
        """Return the one member whose name ends with `words`: "thành phố Sóc Trăng" among the UBND of all towns."""
        key = name_key(words)
        meant = [unit for unit, name in self._keys.items() if key and name.endswith(key)]
        return meant[0] if len(meant) == 1 else None


def _units(names: Sequence[NamePlace]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for one in names for unit in one.units))


def narrowed(text: str, end: int, *, is_list: bool) -> tuple[int, bool] | None:
    """Return where the phrase of a group that ends at `end` goes on to by words that mean only some, and whether nobody is meant.

    "Các đơn vị có liên quan" are not "các đơn vị". In a list any words do, in a sentence those that are known to.
    """
    reach = min(len(text), end + _LONGEST)
    narrower = text[end : end + 1].isspace() and _NARROWER.match(text[end:reach].lstrip())
    phrase = (_CLAUSE if narrower and is_list else _OTHER_PHRASE).search(text, end, reach)
    blanks = len(text[end:reach]) - len(text[end:reach].lstrip())
    words = text[end : max(phrase.start() if phrase else reach, end + blanks + narrower.end() if narrower else 0)]
    tail = words.strip()
    if related := _RELATED.match(tail):
        return end + blanks + related.end(), True
    same = _ALL_THE_SAME.match(tail)
    rest = tail[same.end() :].strip() if same else tail
    if not words[:1].isspace() or not rest or (not is_list and len(rest) < len(tail) and not rest[0].isupper()):
        return None
    if not (narrower or is_list):
        return None
    return end + len(words.rstrip()), False
