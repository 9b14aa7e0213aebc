"""An outline of the data written as a person types it in Word: `dan_y` reads the same blocks from what is written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from docgen.text.dau_muc import LEAD, WHOLLY_BOLD, Cap, heads, mark_of
from docgen.text.dong_go import BREAK, HEADING, LEAVING, PARAGRAPH, TABLE, TASKS, UNITS
from docgen.text.nut_dan_y import Route
from docgen.text.patterns import lazy_re
from docgen.text.wording import ended, letter, roman

_SECTIONS: Final = {"muc": Cap.MUC, "tieu_muc": Cap.TIEU_MUC, "khoan": Cap.KHOAN}
_TASK_KEYS: Final = ("nhiem_vu", "nhom_nhiem_vu")
_COLUMNS: Final = ("ten_cot", "thu_tu_cot", "rong")
_OF_TASKS: Final = (*_TASK_KEYS, *_COLUMNS)
_OF_SECTIONS: Final = ("tieu_de", "cung_dong", "giao_viec")
_LINE_BREAK: Final = lazy_re(r"[ \t]*\n\s*")
_DUTIES: Final = {
    **dict.fromkeys(("có", "co", "x", "true"), "giao việc"),
    **dict.fromkeys(("không", "khong", "false"), "không giao việc"),
}
_LEAVES: Final = {cap: name for name, cap in LEAVING.items()}


class NotTyped(ValueError):
    """What stands at `route` in the outline has no typed form; `why` says it in words."""

    def __init__(self, route: Route, why: str) -> None:
        super().__init__(why)
        self.route, self.why = route, why


@dataclass
class Typed:
    """A typed text, a paragraph a line, and the tables that it names, as `bang_bieu` holds them."""

    text: str = ""
    bang_bieu: dict[str, Any] = field(default_factory=dict)


def write(phan: Sequence[Mapping[str, Any]], named: Sequence[str] = ()) -> Typed:
    """Return the parts `phan`, lists and keys as YAML has them, as typed text; `named` are names that tables have already.

    Raises `NotTyped` where that could not be read again as the same blocks.
    """
    writer = _Writer(named)
    for index, part in enumerate(phan):
        writer.part(part, (index,), index + 1)
    return Typed("".join(f"{line}\n" for line in writer.lines()), writer.tables)


@dataclass
class _Line:
    """A line, its level, and, where words stand behind a number, whether they are a heading."""

    opening: str
    words: str
    cap: Cap | None = None
    is_heading: bool | None = None
    braces: str = ""


class _Writer:
    def __init__(self, named: Sequence[str]) -> None:
        self.tables: dict[str, Any] = {}
        self._named = set(named)
        self._lines: list[_Line] = []
        self._open: set[Cap] = set()
        self._above = 0

    def lines(self) -> Iterator[str]:
        """Yield the lines; those whose words do not say so themselves are marked as headings or paragraphs."""
        for line, below in zip(self._lines, [*self._lines[1:], None], strict=False):
            words, braces = line.words, line.braces
            if line.is_heading is not None and line.cap is not None:
                deeper = below is not None and below.cap is not None and below.cap > line.cap
                plain = line.cap is Cap.PHAN or heads(words, deeper=deeper)
                odd = WHOLLY_BOLD.fullmatch(words) is not None or (line.cap is not Cap.PHAN and LEAD.fullmatch(words) is not None)
                if not line.is_heading:
                    braces += f" {{{PARAGRAPH}}}" if plain or odd else ""
                elif odd:
                    braces += f" {{{HEADING}}}"
                elif not plain:
                    words, braces = (words, f"{braces} {{{HEADING}}}") if "**" in words else (f"**{words}**", braces)
            yield f"{line.opening}{words}{braces}"

    def part(self, part: Mapping[str, Any], route: Route, number: int) -> None:
        said = str(part.get("giao_viec")).casefold()
        duties = f" {{{_DUTIES[said]}}}" if said in _DUTIES else ""
        self._open = {Cap.PHAN}
        title = self._words(part.get("tieu_de"), (*route, "tieu_de"))
        if not title:
            raise NotTyped((*route, "tieu_de"), "phần không có tiêu đề")
        self._lines.append(_Line(f"{roman(number)}. ", title, Cap.PHAN, True, duties))
        self._inside(part, route, Cap.PHAN)

    def _inside(self, container: Mapping[str, Any], route: Route, cap: Cap, *, skipping: int = 0) -> None:
        """Write what stands in `container`, the piece of the level `cap`; the first `skipping` pieces are written already."""
        numbers: dict[Cap, int] = {}
        for index, (kind, value, place) in enumerate(_pieces(container, route)):
            if (inner := _SECTIONS.get(kind)) is not None:
                numbers = {each: number for each, number in numbers.items() if each <= inner}
                numbers[inner] = numbers.get(inner, 0) + 1
            if index < skipping:
                continue
            self._leave(cap, inner)
            if inner is not None:
                self._section(value, place, inner, numbers)
            elif kind == "doan":
                self._paragraph(self._words(value, place))
            elif kind == "y":
                self._item(value, place)
            else:
                mark, name = (TABLE, "bảng") if kind == "bang" else (TASKS, "nhiệm vụ")
                self._lines.append(_Line("", f"{{{mark}: {self._named_table(name, value)}}}"))

    def _section(self, section: Any, route: Route, cap: Cap, numbers: Mapping[Cap, int]) -> None:
        section = section if isinstance(section, Mapping) else {"doan": section}
        self._above = numbers[cap] if cap is Cap.MUC else self._above
        number = f"{letter(numbers[cap])})" if cap is Cap.KHOAN else f"{numbers[cap]}."
        self._open = {*(each for each in self._open if each < cap), cap}
        opening, title = f"{self._above}.{number} " if cap is Cap.TIEU_MUC else f"{number} ", section.get("tieu_de")
        if title is None:
            kind, first, place = next(iter(_pieces(section, route)), ("", "", route))
            if kind != "doan":
                raise NotTyped(route, "thiếu tiêu đề hoặc đoạn văn để chạy sau số thứ tự")
            self._lines.append(_Line(opening, self._words(first, place), cap, is_heading=False))
        elif (rest := section.get("cung_dong")) is None:
            self._lines.append(_Line(opening, self._words(title, (*route, "tieu_de")), cap, is_heading=True))
        else:
            lead, words = ended(self._words(title, (*route, "tieu_de")), ":"), self._words(rest, (*route, "cung_dong"))
            line = f"**{lead}** {words}"
            match = None if WHOLLY_BOLD.fullmatch(line) else LEAD.fullmatch(line)
            if match is None or f"{match['lead']}:" != lead or match["rest"] != words:
                raise NotTyped((*route, "tieu_de"), "tiêu đề có nội dung cùng dòng thì không có chữ đậm ở trong")
            self._lines.append(_Line(f"{opening}**{lead}** ", words, cap))
        self._inside(section, route, cap, skipping=1 if title is None else 0)

    def _paragraph(self, words: str) -> None:
        openings = (words, words[2:].lstrip()) if words.startswith(("**", "__")) else (words,)
        literal = any(mark_of(each) is not None for each in openings) or words.startswith(("\\", "#"))
        self._lines.append(_Line("\\" if literal else "", words))

    def _item(self, item: Any, route: Route) -> None:
        item = item if isinstance(item, Mapping) else {"noi_dung": item}
        units = [self._words(name, (*route, "don_vi")) for name in _listed(item.get("don_vi"))]
        if any({";", "{", "}"} & set(name) for name in units):
            raise NotTyped((*route, "don_vi"), "tên đơn vị có dấu chấm phẩy hoặc ngoặc nhọn")
        braces = f" {{{UNITS}: {'; '.join(units)}}}" if units else ""
        self._lines.append(_Line("- ", self._words(item.get("noi_dung"), (*route, "noi_dung")), Cap.Y, braces=braces))
        for index, words in enumerate(_listed(item.get("cong"))):
            self._lines.append(_Line("+ ", self._words(words, (*route, "cong", index)), Cap.CONG))

    def _leave(self, cap: Cap, inner: Cap | None) -> None:
        """Write that sections are closed where what comes next, of the level `inner`, would be read as standing in them."""
        for each in sorted((each for each in self._open if cap < each and (inner is None or each < inner)), reverse=True):
            self._lines.append(_Line("", f"{{{_LEAVES[each]}}}"))
            self._open.discard(each)

    def _words(self, value: Any, route: Route) -> str:
        """Return the words of a text as they are typed: on one line, its braces behind a backslash."""
        if not isinstance(value, str) or not value.strip():
            raise NotTyped(route, "chỗ này không phải là chữ")
        words = value.strip()
        if "\\{" in words:
            raise NotTyped(route, "dấu \\ đứng trước dấu {")
        return _LINE_BREAK.sub(f"{{{BREAK}}}", words.replace("{", "\\{"))

    def _named_table(self, kind: str, value: Any) -> str:
        name = next(name for number in count(1) if (name := f"{kind} {number}") not in self._named)
        self._named.add(name)
        self.tables[name] = value
        return name


def _pieces(container: Mapping[str, Any], route: Route) -> Iterator[tuple[str, Any, Route]]:
    """Yield what stands in `container` in its order: what it is, its value, its place; a table of tasks with its columns."""
    keys = [key for key in container if container[key] is not None and key not in _OF_SECTIONS]
    for key in keys:
        if key == "noi_dung":
            for index, each in enumerate(_listed(container[key])):
                yield from _pieces(each if isinstance(each, Mapping) else {"doan": each}, (*route, key, index))
        elif key in ("doan", "y", "bang", *_SECTIONS):
            yield from ((key, each, (*route, key, index)) for index, each in enumerate(_listed(container[key])))
        elif key not in _OF_TASKS:
            raise NotTyped((*route, key), "mục này không gõ được dưới dấu |")
        elif key == next(each for each in keys if each in _OF_TASKS):
            tasks = [index for index, each in enumerate(each for each in keys if each not in _COLUMNS) if each in _TASK_KEYS]
            if tasks and tasks[-1] - tasks[0] >= len(tasks):
                raise NotTyped((*route, key), "hai bảng nhiệm vụ có nội dung khác xen giữa")
            yield "nhiem_vu", {each: container[each] for each in keys if each in _OF_TASKS}, (*route, key)


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else [] if value is None else [value]
