"""Bodies typed below `phan: |`: the values that they stand for, and where each of them stands in the typed text or a table."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from docgen.data.yamltext.inplace import NotInPlace, Piece
from docgen.text.dan_y import DanY, read
from docgen.text.dong_go import BREAK
from docgen.text.nut_dan_y import Words

Route: TypeAlias = tuple[str | int, ...]

_BODY: Final = "phan"
_APPENDICES: Final = "phu_luc"
TABLES: Final = "bang_bieu"
_TASKS: Final = "nhiem_vu"
_MIXED: Final = "noi_dung"
_TWICE: Final = (
    "⦃noi_dung: ¦⦄nội dung của phụ lục đã gõ ⦃dưới “phan: |”¦như trong Word⦄; gõ cả vào đó, hoặc đưa hết vào "
    "⦃noi_dung¦danh sách các khối⦄"
)
_STYLE: Final = (
    "⦃phan: ¦⦄nội dung gõ như trong Word thì ⦃viết dưới dấu |: ghi “phan: |” rồi xuống dòng¦xuống dòng⦄, mỗi đoạn một dòng"
    "⦃ thụt vào¦⦄"
)
_UNUSED: Final = (
    "⦃bang_bieu: ¦⦄chưa có chỗ nào dùng bảng “{name}”; thêm dòng {{bảng: {name}}} vào ⦃phan¦nội dung⦄, hoặc bỏ bảng này"
)
_OF_TYPED: Final = (
    "⦃bang_bieu: ¦⦄chỉ dùng khi ⦃phan gõ dưới dấu |¦nội dung gõ như trong Word⦄; ở đây ghi bảng ngay chỗ của nó⦃ bằng mục bang¦⦄"
)


class Body(NamedTuple):
    """A typed body: where its text stands in the file, where its values are `put`, what it says, where its tables stand."""

    route: Route
    put: Route
    typed: str
    outline: DanY
    tables: Mapping[Route, Route]

    def inside(self, route: Route) -> Route | None:
        """Return the place in the outline of what stands at `route`; None where that is not in this body."""
        depth = len(self.put)
        return route[depth:] if len(route) > depth and route[:depth] == self.put else None

    def words(self, inside: Route) -> Words | None:
        """Return the words at a place in the outline, None where none stand there."""
        return self.outline.texts.get(inside)

    def span(self, inside: Route) -> tuple[int, int]:
        """Return from where to where the piece at a place in the outline stands in the typed text; a text without its line."""
        words = self.words(inside)
        if words is not None and words.spots:
            return words.spots[0][0], words.spots[-1][1]
        while inside and inside not in self.outline.spans:
            inside = inside[:-1]
        return self.outline.spans.get(inside, (0, len(self.typed)))

    def pieces(self, inside: Route, pieces: Collection[Piece]) -> list[Piece]:
        """Return `pieces` of the text at a place in the outline as pieces of the typed text; raise `NotInPlace`."""
        words = self.words(inside)
        if words is None or not words.spots:
            raise NotInPlace(str(inside))
        return [self._piece(words.spots, one) for one in pieces]

    def _piece(self, spots: tuple[tuple[int, int], ...], piece: Piece) -> Piece:
        start = spots[piece.start][0] if piece.start < len(spots) else spots[-1][1]
        end = spots[piece.end - 1][1] if piece.end > piece.start else start
        new = piece.new.replace("{", "\\{").replace("\n", f"{{{BREAK}}}")
        return Piece(start, end, new)

    def lines(self, inside: Route) -> tuple[int, int]:
        """Return from where to where the lines of a whole piece of the outline stand; raise `NotInPlace` for part of one."""
        if not isinstance(inside[-1], int):
            raise NotInPlace(str(inside))
        return self.outline.spans[inside]


class Expanded(NamedTuple):
    """The values of a file with its typed bodies read; what is wrong that no body tells, each with the route that it is about."""

    value: dict[str, Any]
    bodies: tuple[Body, ...]
    problems: tuple[tuple[Route, str], ...]


def expand(value: dict[str, Any], literal: Collection[Route]) -> Expanded:
    """Return the values of a file with what is typed below `phan` in place of the text; `literal` are the texts below a `|`."""
    tables = value.get(TABLES)
    named = tables if isinstance(tables, dict) else {}
    bodies: list[Body] = []
    problems: list[tuple[Route, str]] = []
    made = dict(value)
    for route, holder in _holders(made):
        typed = holder[_BODY]
        if route not in literal:
            problems.append((route, _STYLE))
            continue
        outline = read(typed, named, without_parts=holder is not made)
        key = _MIXED if outline.is_mixed else _BODY
        put = (*route[:-1], key)
        if outline.is_mixed and _MIXED in holder:
            problems.append((put, _TWICE))
        values = {key if name == _BODY else name: outline.phan if name == _BODY else each for name, each in holder.items()}
        holder.clear()
        holder.update(values)
        bodies.append(Body(route, put, typed, outline, dict(_moved(put, outline, named))))
    if named:
        made.pop(TABLES)
    if bodies:
        used = {name for body in bodies for name in body.outline.named}
        problems += [((TABLES, name), _UNUSED.format(name=name)) for name in named if name not in used]
    elif named and not problems:
        problems.append(((TABLES,), _OF_TYPED))
    return Expanded(made, tuple(bodies), tuple(problems))


def _holders(made: dict[str, Any]) -> Iterator[tuple[Route, dict[str, Any]]]:
    """Yield the plan and each appendix with a text for its parts, copied in `made`, with the route of that text."""
    if _is_typed(made):
        yield (_BODY,), made
    appendices = made.get(_APPENDICES)
    if isinstance(appendices, dict) and _is_typed(appendices):
        made[_APPENDICES] = copy = dict(appendices)
        yield (_APPENDICES, _BODY), copy
    elif isinstance(appendices, list) and any(map(_is_typed, appendices)):
        made[_APPENDICES] = copies = [dict(each) if _is_typed(each) else each for each in appendices]
        for index, each in enumerate(copies):
            if _is_typed(each):
                yield (_APPENDICES, index, _BODY), each


def _is_typed(holder: object) -> bool:
    text = holder.get(_BODY) if isinstance(holder, dict) else None
    return isinstance(text, str) and not text.isspace() and text != ""


def _moved(route: Route, outline: DanY, tables: Mapping[str, Any]) -> Iterator[tuple[Route, Route]]:
    """Yield where each table was put, and where its value stands in the file."""
    for inside, name in outline.tables.items():
        bare = isinstance(tables[name], list)
        yield (*route, *inside, *((_TASKS,) if bare else ())), (TABLES, name)
