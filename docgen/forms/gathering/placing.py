"""Which task a row is about: by its code and its words together, so that a result never lands on another task."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from docgen.forms.gathering.filledrows import Asked, Sent, Work
from docgen.text.folding import folded, folded_code, same_words
from docgen.text.wording import shortened

_SHORTEST: Final = 12  # letters; shorter openings ("Tổ chức", "Xây dựng") are those of many names
_BY_NAME: Final = "mã “{code}” không có trong kế hoạch; xếp theo tên vào nhiệm vụ {found}"
_NO_CODE: Final = "dòng này không có mã; xếp theo tên vào nhiệm vụ {found}"
_NO_NAME: Final = "dòng này không ghi tên nhiệm vụ; xếp theo mã {found}"
_MOVED: Final = "khi gửi là nhiệm vụ {code}, nay trong kế hoạch là {found}; xếp theo tên"
_OTHER_TASK: Final = (
    "mã {code} trong kế hoạch là “{right}” nhưng dòng này ghi “{said}”{whose}; "
    "sửa mã hoặc tên cho khớp (có thể đã sắp xếp lệch cột)"
)
_UNKNOWN: Final = "không có nhiệm vụ mã “{code}”, tên “{said}” trong kế hoạch; sửa mã hoặc tên cho đúng"
_SEVERAL: Final = "có {count} nhiệm vụ tên “{said}” ({codes}); ghi mã cho rõ"
_NOT_ASKED: Final = "nhiệm vụ {code} “{name}” không giao cho {unit}; xem dòng này có phải của đơn vị khác không"


class Placed(NamedTuple):
    """The task, None where it is none of the plan's; why it could not be placed, or what a person should know."""

    work: Work | None = None
    doubt: str = ""
    fault: str = ""


class Places:
    """Places the rows of the form of one unit."""

    def __init__(self, asked: Asked, unit: str, sent: Sequence[Sent]) -> None:
        self._unit = unit
        self._own = {work.ma for work in asked.of[unit]}
        self._asked = asked
        self._sent = {folded_code(one.ma): same_words(one.ten) for one in sent}

    def by_code(self, code: str) -> Work | None:
        """Return the task of this code."""
        return self._asked.by_code.get(folded_code(code))

    def place(self, code: str, name: str) -> Placed:
        """Return the task that a row with this code and these words is about; either may be blank."""
        coded, named = self.by_code(code), self._named(name)
        if coded is not None:
            return self._with_code(code, name, coded, named)
        if len(named) == 1:
            return self._own_only(named[0], (_BY_NAME if code else _NO_CODE).format(code=code, found=named[0].ma))
        if named:
            codes = ", ".join(work.ma for work in named)
            return Placed(fault=_SEVERAL.format(count=len(named), said=_short(name), codes=codes))
        return Placed(fault=_UNKNOWN.format(code=code, said=_short(name)) if code else "")

    def _with_code(self, code: str, name: str, coded: Work, named: Sequence[Work]) -> Placed:
        if not folded(name):
            return self._own_only(coded, _NO_NAME.format(found=coded.ma))
        if coded in named or same_words(name) == same_words(coded.ten_chung) or _is_cut(name, coded.ten):
            return self._own_only(coded, "")
        if len(named) == 1 and self._sent.get(folded_code(code)) == same_words(name):
            return self._own_only(named[0], _MOVED.format(code=code, found=named[0].ma))
        whose = f" (là tên của {', '.join(work.ma for work in named)})" if named else ""
        return Placed(fault=_OTHER_TASK.format(code=code, right=_short(coded.ten), said=_short(name), whose=whose))

    def _named(self, name: str) -> list[Work]:
        found = self._asked.by_name.get(same_words(name), ())
        return [work for work in found if work.ma in self._own] or list(found)

    def _own_only(self, work: Work, doubt: str) -> Placed:
        if work.ma in self._own:
            return Placed(work, doubt)
        return Placed(fault=_NOT_ASKED.format(code=work.ma, name=_short(work.ten), unit=self._unit))


def _is_cut(said: str, name: str) -> bool:
    """Return whether `said` is the opening of the name, with the dots of a shortened one."""
    opening = same_words(said.rstrip(" …."))
    return said.rstrip().endswith(("…", "...")) and len(folded(said)) >= _SHORTEST and same_words(name).startswith(opening)


def like_codes(works: Iterable[Work]) -> Iterator[tuple[Work, Work]]:
    """Yield each work behind the one before it whose code differs in separators, spaces or case alone."""
    known: dict[str, Work] = {}
    for work in works:
        first = known.setdefault(folded_code(work.ma), work)
        if first.ma != work.ma:
            yield first, work


def _short(text: str) -> str:
    return shortened(text, 70)
