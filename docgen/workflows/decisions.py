"""What a person decides of a roll-over: each item of the review list accepted, changed, or left as a visible blank."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import NotInPlace, Piece, Route, YamlFile, of_text
from docgen.data.yamltext.inplace import with_pieces
from docgen.data.yamltext.saved import spliced, text_of
from docgen.errors import DataError
from docgen.rollover.changes import Change, ReviewGroup
from docgen.rollover.rasoat import MucRaSoat, RaSoat
from docgen.text.viendan import days
from docgen.text.wording import MARKER, chosen

_NO_SUCH_DAY: Final = "trong lịch không có ngày “{text}”; xem lại ngày và tháng"
_CHOSEN: Final = "người soạn đã chọn"
_NOT_IN_PLACE: Final = "không ghi được lựa chọn vào kế hoạch mới mà giữ nguyên mọi chỗ khác; sửa trong kế hoạch sau khi lưu"


@dataclass(frozen=True, slots=True)
class DecisionPlace:
    """One place of a decision: what a person calls it, the words before and behind it, what is said of it alone."""

    ten: str
    before: str
    behind: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """An item of the review list by its number: what stood there, what stands there now, why, where.

    `needs_a_person`: it is not sure, and becomes a blank where it is left. `can_change`: other words may be given for it, the
    same at all its places. A remark has neither `old` nor `new`. `marked` is `why` with its marks, see `Problem`.
    """

    so: int
    old: str
    new: str
    why: str
    places: tuple[DecisionPlace, ...]
    needs_a_person: bool
    can_change: bool
    marked: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether other words stand there than before."""
        return self.old != self.new

    @property
    def is_blank(self) -> bool:
        """Whether a visible blank stands there as it is."""
        return bool(MARKER.search(self.new))

    def fault(self, words: str) -> str:
        """Return why `words` cannot stand there, "" where they can: a person types a day that no calendar has."""
        never = next((day.text for day in days(words) if day.year and day.date is None), "")
        return _NO_SUCH_DAY.format(text=never) if never else ""


def decisions_of(review: RaSoat, file: YamlFile) -> Iterator[Decision]:
    """Yield the items of a review list, those first that need a person; `file` is the plan that was made."""
    texts = dict(file.texts())
    for item in review.muc:
        changes = [one.change for one in item.cho]
        places = tuple(DecisionPlace(one.ten, one.change.before, one.change.behind, one.change.remark) for one in item.cho)
        can_change = not item.lot and all(_is_in_place(change, file, texts) for change in changes)
        yield Decision(item.so, item.old, item.new, item.why, places, item.group is ReviewGroup.DECIDE, can_change, item.marked)


def _is_in_place(change: Change, file: YamlFile, texts: Mapping[Route, str]) -> bool:
    """Return whether the words of a change stand in the file so that others can stand there."""
    end = change.start + len(change.new)
    if not change.new or texts.get(change.route, "")[change.start : end] != change.new:
        return False
    try:
        file.splices(change.route, [Piece(change.start, end, change.new)])
    except NotInPlace:
        return False
    return True


def decided(review: RaSoat, file: YamlFile, data: bytes, choices: Mapping[int, str | None]) -> tuple[bytes, RaSoat]:
    """Return the new plan and its review list with these choices by the items' numbers; None leaves a visible blank.

    Raises `DataError` where the plan would not be one with these words, or cannot hold them in place.
    """
    known = {one.so: one for one in decisions_of(review, file) if one.can_change}
    pieces: dict[Route, list[Piece]] = defaultdict(list)
    for item in review.muc:
        if item.so in choices and item.so in known:
            for change in (one.change for one in item.cho):
                words = _words(change, choices[item.so])
                pieces[change.route].append(Piece(change.start, change.start + len(change.new), words))
    made = _made(file, data, {route: sorted(some, key=_start) for route, some in pieces.items()})
    chosen_items = tuple(_told(item, choices, pieces) if item.so in known else _moved(item, pieces) for item in review.muc)
    return made, review._replace(muc=chosen_items)


def _start(piece: Piece) -> int:
    return piece.start


def _words(change: Change, choice: str | None) -> str:
    """Return what is to stand in a place: the words that were chosen, otherwise a blank that asks for them."""
    if choice is not None:
        return " ".join(choice.split())
    if MARKER.search(change.new):
        return change.new
    return chosen(f"“{change.new}” hay “{change.old}”" if change.new != change.old else f"lại “{change.old}”")


def _made(file: YamlFile, data: bytes, pieces: Mapping[Route, list[Piece]]) -> bytes:
    texts = dict(file.texts())
    try:
        splices = [splice for route, some in pieces.items() for splice in file.splices(route, some)]
        made = spliced(data, splices)
        read = of_text(file.file, text_of(made))
    except (NotInPlace, DataError):
        raise DataError.at(file.file, _NOT_IN_PLACE) from None
    if dict(read.texts()) != texts | {route: with_pieces(texts[route], some) for route, some in pieces.items()}:
        raise DataError.at(file.file, _NOT_IN_PLACE)
    validate(KeHoach, read)
    return made


def _told(item: MucRaSoat, choices: Mapping[int, str | None], pieces: Mapping[Route, list[Piece]]) -> MucRaSoat:
    """Return an item as it was decided."""
    moved = _moved(item, pieces)
    if item.so not in choices:
        return moved
    choice = choices[item.so]
    cho = []
    for before, one in zip(item.cho, moved.cho, strict=True):
        words = _words(before.change, choice)
        why = one.change.why if choice is None else f"{one.change.why}; {_CHOSEN}"
        cho.append(one._replace(change=one.change._replace(new=words, why=why, sure=choice is not None)))
    return moved._replace(cho=tuple(cho))


def _moved(item: MucRaSoat, pieces: Mapping[Route, list[Piece]]) -> MucRaSoat:
    """Return an item with its places where they are once other words stand before them."""
    cho = []
    for one in item.cho:
        before = (each for each in pieces.get(one.change.route, ()) if each.start < one.change.start)
        shift = sum(len(each.new) - (each.end - each.start) for each in before)
        cho.append(one._replace(change=one.change._replace(start=one.change.start + shift)))
    return item._replace(cho=tuple(cho))
