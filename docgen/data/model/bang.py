"""A free table: columns and rows of the clerk's own, cells that run over several, rows that span it, widths."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationInfo
from pydantic_core import PydanticCustomError

from docgen.data.model.base import AtLeastOne, CellText, Fault, Model, Text, refuse
from docgen.data.model.nhiemvu import Share
from docgen.data.model.phanviec import SAME_AS_ABOVE, is_same_as_above
from docgen.text.folding import same_words

SAME_AS_LEFT: Final = "như bên trái"
_ROUNDED: Final = 1.0  # percent, of 100: 33 + 33 + 33 is meant to be the whole
_NO_RECTANGLE: Final = (
    "các ô gộp không thành hình chữ nhật; trong khối {high} dòng, {wide} cột này trừ ô đầu ra, "
    "ô nào cũng ghi “{above}” hoặc “{left}”"
)
_LENGTH: Final = "dòng này có {cells} ô nhưng bảng có {columns} cột; {remedy}"


def _cell(value: object) -> object:
    """Return the text of a cell; paragraphs given as a list stand on lines of their own, and none of them is nothing."""
    return "\n".join(_PARAGRAPHS.validate_python(value)) or None if isinstance(value, (list, tuple)) else value


_PARAGRAPHS: Final = TypeAdapter(tuple[Text, ...])
Row: TypeAlias = tuple[Annotated[CellText, BeforeValidator(_cell)], ...]
_ROW: Final = TypeAdapter(Row)


class DongNhom(Model, title="Dòng chạy suốt bảng"):
    """A row of one cell across the table."""

    nhom: Text = Field(description="Chữ của dòng, in đậm, chạy suốt bề ngang của bảng.")


def _row(value: object) -> object:
    if isinstance(value, DongNhom) or (isinstance(value, Mapping) and not {"nhom", "nhóm"}.isdisjoint(value)):
        return DongNhom.model_validate(value)
    if not isinstance(value, (list, tuple)):
        raise PydanticCustomError("not_a_row", "mỗi dòng của bảng phải là danh sách các ô, ví dụ [1, In tờ rơi]")
    return _ROW.validate_python(value)


def _rows_of_heads(value: object) -> object:
    """Return the headings as rows of them: one list of texts is one row."""
    if isinstance(value, (list, tuple)) and any(isinstance(each, (list, tuple)) for each in value):
        return value
    heads = _ROW.validate_python(value if isinstance(value, (list, tuple)) else [value])
    return (heads,) if heads else ()


def _heads_fit(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    run = list(enumerate(rows))
    refuse(_of_other_length(run, len(rows[0]), f"ô gộp ghi “{SAME_AS_ABOVE}” hoặc “{SAME_AS_LEFT}”"))
    refuse(_joined_wrongly(run))
    return rows


def _rows_fit(rows: tuple[Row | DongNhom, ...], info: ValidationInfo) -> tuple[Row | DongNhom, ...]:
    if "cot" in info.data:
        runs = list(_runs(rows))
        refuse(fault for run in runs for fault in _of_other_length(run, len(info.data["cot"][0])))
        refuse(fault for index, run in enumerate(runs) for fault in _joined_wrongly(run, has_above=index > 0))
    return rows


_Run: TypeAlias = Sequence[tuple[int, Row]]
_Spot: TypeAlias = tuple[int, int]


def _runs(rows: Sequence[Row | DongNhom]) -> Iterator[_Run]:
    """Yield the rows of cells, each with its number, up to the next row that spans the table."""
    for is_across, run in groupby(enumerate(rows), key=lambda numbered: isinstance(numbered[1], DongNhom)):
        if not is_across:
            yield [(index, row) for index, row in run if not isinstance(row, DongNhom)]


def _of_other_length(run: _Run, columns: int, too_few: str = 'ô để trống ghi là ""') -> Iterator[Fault]:
    for index, row in run:
        if len(row) != columns:
            remedy = too_few if len(row) < columns else "ô có dấu phẩy thì đặt trong dấu nháy kép"
            numbers = {"cells": len(row), "columns": columns, "remedy": remedy}
            yield (index,), PydanticCustomError("row_length", _LENGTH, numbers)


def _joined_wrongly(run: _Run, *, has_above: bool = False) -> Iterator[Fault]:
    """Yield a fault for each cell that asks for one that is not there, and for cells that make no rectangle together."""
    for column, text in enumerate(run[0][1]):
        if is_same_as_above(text) and not has_above:
            sentence = f"“{SAME_AS_ABOVE}” nhưng phía trên không có ô nào; ghi rõ nội dung"
            yield (run[0][0], column), PydanticCustomError("nothing_above", sentence)
    for index, row in run:
        if same_words(row[0]) == SAME_AS_LEFT:
            yield (
                (index, 0),
                PydanticCustomError("nothing_left", f"“{SAME_AS_LEFT}” nhưng bên trái không có ô nào; ghi rõ nội dung"),
            )
    areas: dict[_Spot, list[_Spot]] = defaultdict(list)
    for row_number, owners in enumerate(_owners([row for _, row in run])):
        for column, owner in enumerate(owners):
            areas[owner].append((row_number, column))
    for (top, left), area in areas.items():
        wide, high = max(column for _, column in area) - left + 1, area[-1][0] - top + 1
        if len(area) != wide * high:
            words = {"above": SAME_AS_ABOVE, "left": SAME_AS_LEFT, "wide": wide, "high": high}
            yield (run[area[-1][0]][0], area[-1][1]), PydanticCustomError("no_rectangle", _NO_RECTANGLE, words)


def _owners(rows: Sequence[Row]) -> list[list[_Spot]]:
    """Return for each cell the place of the one that it is joined to, its own where it is joined to none."""
    owners: list[list[_Spot]] = []
    for number, row in enumerate(rows):
        mine: list[_Spot] = []
        for column, text in enumerate(row):
            asks = text[:1] in ("n", "N")  # what most cells are told by
            if asks and column and same_words(text) == SAME_AS_LEFT:
                mine.append(mine[-1])
            else:
                mine.append(owners[-1][column] if asks and number and is_same_as_above(text) else (number, column))
        owners.append(mine)
    return owners


@dataclass(frozen=True, slots=True)
class OGhep:
    """A cell as it is printed: its words, its first column, how many it takes, how it merges downwards as Word says it."""

    chu: str
    cot: int
    so_cot: int = 1
    gop: str = ""


def _cells(rows: Sequence[Row], above: Sequence[str]) -> Iterator[tuple[OGhep, ...]]:
    """Yield the cells of each row; what asks for the cell above the first says the words that stand `above` again."""
    owners = _owners(rows)
    for number, row in enumerate(rows):
        below = owners[number + 1] if number + 1 < len(rows) else []
        cells = []
        for column, owner in enumerate(owners[number]):
            if column and owners[number][column - 1] == owner:
                continue
            goes_on = bool(below) and below[column] == owner
            gop = "continue" if owner[0] < number else "restart" if goes_on else ""
            words = above[column] if number == 0 and is_same_as_above(row[column]) else row[column]
            cells.append(OGhep("" if gop == "continue" else words, column, owners[number].count(owner), gop))
        yield tuple(cells)


def _words_below(rows: Sequence[Row], above: Sequence[str]) -> list[str]:
    """Return what each column says in the last of `rows`."""
    said = [above[column] if is_same_as_above(rows[0][column]) else rows[0][column] for column in range(len(rows[0]))]
    return [said[column] if row == 0 else rows[row][column] for row, column in _owners(rows)[-1]]


_BY_NAME: Final = TypeAdapter(dict[Text, Share])
_IN_TURN: Final = TypeAdapter(tuple[Share | None, ...])
Widths: TypeAlias = dict[Text, Share] | tuple[Share | None, ...]


def _widths(value: object) -> object:
    return (_BY_NAME if isinstance(value, Mapping) else _IN_TURN).validate_python(value)


def _widths_fit(widths: Widths, info: ValidationInfo) -> Widths:
    if "cot" in info.data:
        names = _words_below(info.data["cot"], ())
        refuse(_of_other_columns(widths, names))
        refuse(_of_wrong_sum(widths, len(names)))
    return widths


def _of_other_columns(widths: Widths, names: Sequence[str]) -> Iterator[Fault]:
    if isinstance(widths, dict):
        known = [same_words(name) for name in names]
        for name in widths:
            if (count := known.count(same_words(name))) == 0:
                sentence = "bảng không có cột “{name}”; ghi đúng tiêu đề cột⦃ ở cot¦⦄"
                yield (name,), PydanticCustomError("no_column", sentence, {"name": name})
            elif count > 1:
                sentence = "có {count} cột “{name}”; ghi ⦃rong⦄ thành danh sách, mỗi cột một số theo thứ tự"
                yield (name,), PydanticCustomError("which_column", sentence, {"name": name, "count": count})
    elif len(widths) != len(names):
        sentence = "có {given} số nhưng bảng có {columns} cột; mỗi cột một số, cột để docgen tự tính ghi ~"
        yield (), PydanticCustomError("widths", sentence, {"given": len(widths), "columns": len(names)})


def _of_wrong_sum(widths: Widths, columns: int) -> Iterator[Fault]:
    given = [share for share in (widths.values() if isinstance(widths, dict) else widths) if share is not None]
    total, others = sum(given), columns - len(given)
    if others > 0 and total >= 100:
        sentence = "các cột đã ghi cộng lại là {total}%, không còn chỗ cho {others} cột kia; ghi nhỏ lại"
        yield (), PydanticCustomError("shares", sentence, {"total": f"{total:g}", "others": others})
    elif not others and abs(total - 100) > _ROUNDED:
        yield (), PydanticCustomError("shares", "các cột cộng lại là {total}%; phải là 100%", {"total": f"{total:g}"})


class Bang(Model, title="Bảng"):
    """A table with columns and rows of the clerk's own. A cell left empty on purpose is written `""`."""

    tieu_de: Text | None = Field(None, description="Tên bảng; không cần thì bỏ.")
    cot: Annotated[tuple[Row, ...], BeforeValidator(_rows_of_heads), AtLeastOne, AfterValidator(_heads_fit)] = Field(
        description='Tiêu đề các cột, cột không có tiêu đề ghi ""; tiêu đề hai dòng thì ghi hai danh sách, '
        "ô gộp ghi “như trên” hoặc “như bên trái”."
    )
    rong: Annotated[Widths | None, BeforeValidator(_widths), AfterValidator(_widths_fit)] = Field(
        None, description="Bề rộng cột, phần trăm bề ngang của bảng: theo tiêu đề cột, hoặc danh sách đủ các cột."
    )
    dong: Annotated[tuple[Annotated[Row | DongNhom, BeforeValidator(_row)], ...], AtLeastOne, AfterValidator(_rows_fit)] = Field(
        description='Các dòng, mỗi dòng đủ số ô như số cột; ô để trống ghi "", ô gộp ghi “như trên” hoặc “như bên trái”; '
        "“nhom: …” là dòng chạy suốt bảng."
    )

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the heading of each column, the lowest that it has."""
        return tuple(_words_below(self.cot, ()))

    @property
    def shares(self) -> dict[int, float]:
        """Return the width in percent of each column that is given one."""
        widths = self.rong or ()
        if isinstance(widths, dict):
            known = [same_words(name) for name in self.columns]
            return {known.index(same_words(name)): share for name, share in widths.items()}
        return {column: share for column, share in enumerate(widths) if share is not None}

    def heads(self) -> Iterator[tuple[OGhep, ...]]:
        """Yield the rows of headings."""
        return _cells(self.cot, ())

    def rows(self) -> Iterator[str | tuple[OGhep, ...]]:
        """Yield each row: its cells, or the words of one that spans the table.

        What merges with the cell above cannot do so across such a row: behind it the words are said again.
        """
        above: list[str] = []
        for is_across, run in groupby(self.dong, key=lambda row: isinstance(row, DongNhom)):
            if is_across:
                yield from (row.nhom for row in run if isinstance(row, DongNhom))
            else:
                cells = [row for row in run if not isinstance(row, DongNhom)]
                yield from _cells(cells, above)
                above = _words_below(cells, above)
