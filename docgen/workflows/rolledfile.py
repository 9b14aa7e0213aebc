"""Next year's file: last year's, letter for letter, with the changed words and a note above tasks; and where it goes."""

import os
import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Final

from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import NotInPlace, Splice, Value, YamlFile, of_text
from docgen.data.yamltext.inplace import with_pieces
from docgen.data.yamltext.saved import spliced, text_of
from docgen.errors import DataError
from docgen.rollover.changes import Change, Route
from docgen.rollover.roll import RolledOver

_BY_HAND: Final = "docgen không sửa được tại chỗ này; sửa tay thành “{new}” ({why})"
OWN_HEADING: Final = "# KẾ HOẠCH NĂM "
_NOT_THE_SAME: Final = (
    "không chuyển được tệp này mà giữ nguyên mọi chỗ khác; viết lại chỗ có dấu &, * hoặc ! thành chữ thường rồi chạy lại"
)


def rolled_file(
    source: YamlFile, data: bytes, rolled: RolledOver, marks: Mapping[Route, str], target: str
) -> tuple[bytes, YamlFile, tuple[Change, ...]]:
    """Return the new file's bytes and its values, and the changes, those that could not be made in place left to a person.

    `marks` are comments for tasks, each to stand on a line of its own above its task. Raises `DataError` where the new file
    would say anything but what was changed.
    """
    splices: list[Splice] = []
    texts, by_hand, renamed = dict(source.texts()), set(), {}
    for route, pieces in rolled.pieces.items():
        width = rolled.widths.get(route)
        try:
            changed = with_pieces(texts[route], pieces)
            if width and changed in _other_headings(route, width, texts, rolled):
                raise NotInPlace(str(route))  # two columns of one name: whose width it is could not be told
            splices += [*source.splices(route, pieces), *(source.key_splices(width, pieces) if width else ())]
        except NotInPlace:
            by_hand.add(route)
            continue
        texts[route] = changed
        if width:
            renamed[width] = (*width[:-1], changed)
    for route in rolled.cleared:
        splices += source.without_value(route)
        del texts[route]
    texts = {renamed.get(route, route): text for route, text in texts.items()}
    made = spliced(data, [*splices, *_own_heading(source, rolled), *_marked(source, marks)])
    try:
        read = of_text(target, text_of(made), recording=True)
    except DataError:
        raise DataError.at(source.file, _NOT_THE_SAME) from None
    if read.problems or dict(read.texts()) != texts or _shape(read.value, {}) != _shape(source.value, renamed):
        raise DataError.at(source.file, _NOT_THE_SAME)
    validate(KeHoach, read)
    return made, read, tuple(_left_to_a_person(one) if one.route in by_hand else one for one in rolled.changes)


def _own_heading(source: YamlFile, rolled: RolledOver) -> Iterable[Splice]:
    """Yield how the comment changes that docgen itself writes above a plan: "# KẾ HOẠCH NĂM 2025"."""
    year = next((one for one in rolled.changes if one.route == ("nam",)), None)
    at = 0
    for line in source.text.split("\n"):
        if year and line.rstrip() == f"{OWN_HEADING}{year.old}":
            yield Splice(at + len(OWN_HEADING), at + len(line.rstrip()), year.new)
        if not line.startswith("#") and line.strip():
            return
        at += len(line) + 1


def _other_headings(route: Route, width: Route, texts: Mapping[Route, str], rolled: RolledOver) -> set[str]:
    """Return what the other headings of the table come to."""
    heads = (*width[:-2], "cot")
    others = (one for one in texts if one != route and one[: len(heads)] == heads)
    return {with_pieces(texts[one], rolled.pieces.get(one, ())) for one in others}


def _left_to_a_person(change: Change) -> Change:
    if change.new == change.old:
        return change
    return change._replace(new=change.old, why=_BY_HAND.format(new=change.new, why=change.why), sure=False)


def _marked(source: YamlFile, marks: Mapping[Route, str]) -> Iterable[Splice]:
    lines = source.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for route, words in marks.items():
        index = (source.place(route).line or 1) - 1
        indent = lines[index][: len(lines[index]) - len(lines[index].lstrip(" "))]
        yield Splice(starts[index], starts[index], f"{indent}# {words}\n")


def _shape(value: Value, renamed: Mapping[Route, Route]) -> object:
    """Return the keys and lists of `value` without its texts; a key that is `renamed` has its new name.

    What stands at several places, as a table that a typed body calls for twice, is the same at all of them.
    """
    known: dict[int, object] = {}

    def shape(value: Value, at: Route) -> object:
        match value:
            case dict():
                if id(value) not in known:
                    names = {key: renamed.get((*at, key), (key,))[-1] for key in value}
                    known[id(value)] = {names[key]: shape(each, (*at, key)) for key, each in value.items()}
                return known[id(value)]
            case list():
                return [shape(each, (*at, index)) for index, each in enumerate(value)]
        return None

    return shape(value, ())


def next_path(data: Path, old: int, new: int) -> Path:
    """Return where the plan of the year `new` goes: as `data`, with the year changed in its own name and that of its folder.

    Where neither holds the year, the new file stands beside the old one with the year behind its name.
    """
    own = Path(os.path.abspath(data)).parent.name  # noqa: PTH100  # `..` is resolved by name, links are left alone
    folder, stem = _renamed(own, old, new), _renamed(data.stem, old, new)
    if folder is None:
        return data.with_name(f"{stem or f'{data.stem}-{new}'}{data.suffix}")
    place = data.parent.parent if data.parent.name else Path(os.pardir)
    return place / folder / f"{stem or data.stem}{data.suffix}"


def _renamed(name: str, old: int, new: int) -> str | None:
    """Return `name` with its last `old` changed to `new`, None where it has none."""
    found = list(re.finditer(rf"(?<!\d){old}(?!\d)", name))
    return f"{name[: found[-1].start()]}{new}{name[found[-1].end() :]}" if found else None
