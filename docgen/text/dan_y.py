"""The body of a paper typed as in Word, read as the outline (dàn ý) that the data hold: parts, sections, clauses, items, tables.

One paragraph a line. A line that opens with a level mark is of that level however it is indented; one that begins with a blank
and no mark goes on with the one above. Numbers are read for their level alone, and told where they jump. `soan_dan_y` writes
what is read here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, TypeAlias

from docgen.text.dau_muc import LEAD, WHOLLY_BOLD, Cap, Mark, heads
from docgen.text.dong_go import DUTIES, HEADING, LEAVING, PARAGRAPH, TABLE, TASKS, UNITS, Line, Lines, Told, Words
from docgen.text.folding import same_words
from docgen.text.patterns import lazy_re
from docgen.text.wording import letter, roman, shortened

Route: TypeAlias = tuple[str | int, ...]

_KEYS: Final = {Cap.PHAN: "phan", Cap.MUC: "muc", Cap.TIEU_MUC: "tieu_muc", Cap.KHOAN: "khoan", Cap.Y: "y", Cap.CONG: "cong"}
_WHERE: Final = {**dict.fromkeys(DUTIES, "sau tiêu đề của phần (I.)"), UNITS: "sau một ý “-”"}
_TASK_KEYS: Final = frozenset({"nhiem_vu", "nhom_nhiem_vu"})
_TABLE, _TASKS = "bang", "nhiem_vu"
_NAME: Final = lazy_re(r"[^;]*[^;\s][^;]*")
_LONG: Final = 160  # letters: no heading of 15 real plans is longer


@dataclass(frozen=True)
class DanY:
    """What a typed text says: the value of `phan` in lists and keys as YAML has it, and where each piece stands in the text.

    `texts` are the words by their routes in `phan`, in order; `spans` from where to where each part, section, clause, item and
    text stands, with the line that it opens and all that is in it; `tables` the name of the table at each route that holds
    one, `named` the names of all that lines call for. `problems` have to be mended, `remarks` looked at; each is told with
    the letter of the text where it stands.
    """

    phan: list[Any]
    texts: Mapping[Route, Words]
    spans: Mapping[Route, tuple[int, int]]
    tables: Mapping[Route, str]
    named: frozenset[str]
    problems: tuple[Told, ...]
    remarks: tuple[Told, ...]


@dataclass
class _Node:
    """A piece of the outline: where its line stands, its words, what stands in it; of a table its name and value."""

    key: str
    start: int
    end: int
    texts: dict[str, Words] = field(default_factory=dict)
    units: tuple[Words, ...] = ()
    duties: str = ""
    name: str = ""
    value: Any = None
    inside: list["_Node"] = field(default_factory=list)


def read(typed: str, tables: Mapping[str, Any] | None = None) -> DanY:
    r"""Return what `typed`, its lines ended by `\n`, says; `tables` are the values that `{bảng: …}` and `{nhiệm vụ: …}` name."""
    lines = Lines(typed)
    reader = _Reader(lines, tables or {})
    made = _Made()
    phan = [made.container(part, (index,)) for index, part in enumerate(reader.parts)]
    problems, remarks = (tuple(sorted(set(told))) for told in (lines.problems, lines.remarks))
    return DanY(phan, made.texts, made.spans, made.tables, frozenset(reader.named), problems, remarks)


class _Reader:
    """Puts lines together: each under the last one of an outer level."""

    def __init__(self, lines: Lines, tables: Mapping[str, Any]) -> None:
        self.parts: list[_Node] = []
        self.named: set[str] = set()
        self._lines = lines
        self._tables = {same_words(name): (name, value) for name, value in tables.items()}
        self._open: dict[Cap, _Node] = {}
        self._numbers: dict[Cap, int] = {}
        marks = [line.mark for line in lines.lines]
        for line, below in zip(lines.lines, [*marks[1:], None], strict=False):
            self._take(line, below)
        if not lines.lines:
            self._problem(0, "chưa có nội dung; gõ phần đầu tiên thành dòng “I. …”")

    def _take(self, line: Line, below: Mark | None) -> None:
        if line.mark is None:
            self._without_mark(line)
            return
        mark, node = line.mark, _Node(_KEYS[line.mark.cap], line.start, line.end)
        self._look_at_level(line, mark)
        if not line.words.text:
            self._problem(line.start, f"sau “{mark.typed}” chưa có chữ; ghi nội dung trên cùng dòng, hoặc xóa dòng này")
        self._look_at_number(line, mark)
        self._put(mark.cap, node)
        if mark.cap is Cap.CONG:
            node.texts["noi_dung"] = line.words
        elif mark.cap is Cap.Y:
            node.texts["noi_dung"], node.units = line.words, _listed(line.braces.pop(UNITS, None))
        else:
            self._heading_or_paragraph(line, node, deeper=below is not None and below.cap > mark.cap)
        self._refuse_braces(line)

    def _heading_or_paragraph(self, line: Line, node: _Node, *, deeper: bool) -> None:
        words, is_part = line.words, node.key == "phan"
        given = (said for name, said in DUTIES.items() if is_part and line.braces.pop(name, None) is not None)
        node.duties = next(given, "")
        as_heading, as_paragraph = (line.braces.pop(name, None) is not None for name in (HEADING, PARAGRAPH))
        bold, lead = WHOLLY_BOLD.fullmatch(words.text), None if is_part else LEAD.fullmatch(words.text)
        if as_paragraph and not is_part:
            node.inside.append(_Node("doan", line.start, line.end, {"doan": words}))
        elif bold and not as_heading:
            node.texts["tieu_de"] = words.part(*bold.span("bold")).then(words.part(*bold.span("tail")))
        elif lead and not as_heading:
            node.texts["tieu_de"], node.texts["cung_dong"] = words.part(*lead.span("lead")), words.part(*lead.span("rest"))
        elif is_part or as_heading or heads(words.text, deeper=deeper):
            node.texts["tieu_de"] = words
            if len(words.text) > _LONG and not as_heading:
                said = "dòng này hiểu là tiêu đề vì không có dấu kết câu ở cuối; nếu là đoạn văn thì thêm dấu chấm"
                self._lines.remarks.append(Told(line.start, said))
        else:
            node.inside.append(_Node("doan", line.start, line.end, {"doan": words}))

    def _without_mark(self, line: Line) -> None:
        for name, cap in LEAVING.items():
            if line.braces.pop(name, None) is not None:
                if cap not in self._open:
                    self._problem(line.start, f"{{{name}}}: ở trên không có cấp này đang mở; bỏ dòng này")
                self._close(cap)
                return
        self._close(Cap.Y)
        table = next((name for name in (TABLE, TASKS) if name in line.braces), None)
        node = _Node("doan", line.start, line.end, {"doan": line.words}) if table is None else self._table(line, table)
        line.braces.pop(PARAGRAPH, None)
        self._refuse_braces(line)
        if node is not None and (node.key != "doan" or line.words.text):
            self._put(None, node)

    def _table(self, line: Line, kind: str) -> _Node | None:
        words = line.braces.pop(kind)
        name, value = self._tables.get(same_words(words.text), ("", None))
        self.named.add(name)
        if wrong := self._wrong_table(name, value, kind):
            self._problem(words.spots[0][0], f"bảng {wrong}" if name else f"{wrong} “{shortened(words.text)}”")
            return None
        if isinstance(value, list):
            value = {_TASKS: value}
        return _Node(_TABLE if kind == TABLE else _TASKS, line.start, line.end, name=name, value=value)

    def _wrong_table(self, name: str, value: Any, kind: str) -> str:
        """Return what is wrong with the table that a line names, blank where nothing is."""
        if not name:
            names = ", ".join(f"“{name}”" for name, _ in self._tables.values())
            return f"bang_bieu {f'chỉ có {names}' if names else 'chưa có bảng nào'}, không có bảng"
        of_tasks = isinstance(value, list) or (isinstance(value, Mapping) and not _TASK_KEYS.isdisjoint(value))
        if of_tasks == (kind == TASKS):
            return ""
        mark = f"{{{TABLE if kind == TASKS else TASKS}: {name}}}"
        return f"“{name}” trong bang_bieu {'không phải' if kind == TASKS else 'là'} bảng nhiệm vụ; gõ {mark}"

    def _look_at_level(self, line: Line, mark: Mark) -> None:
        """Tell a level that stands under none of those that may hold it."""
        if mark.too_deep:
            self._problem(line.start, f"không có cấp “{mark.typed}”; dưới 1.1. dùng a), “-” hoặc “+”")
        if mark.cap is Cap.TIEU_MUC and Cap.MUC not in self._open:
            self._problem(line.start, f"“{mark.typed}” phải đứng dưới một mục; thêm dòng “1. …” ở trên, hoặc gõ 1. thay cho 1.1.")
        if mark.cap is Cap.CONG and Cap.Y not in self._open:
            self._problem(line.start, "“+” phải đứng dưới một ý “-”; thêm dòng “- …” ở trên, hoặc gõ “-” thay cho “+”")

    def _look_at_number(self, line: Line, mark: Mark) -> None:
        """Tell a number that is not the next one; docgen numbers anew."""
        self._numbers = {cap: number for cap, number in self._numbers.items() if cap <= mark.cap}
        number = self._numbers[mark.cap] = self._numbers.get(mark.cap, 0) + 1
        orphan = mark.cap is Cap.TIEU_MUC and Cap.MUC not in self._open
        if mark.cap >= Cap.Y or mark.too_deep or orphan or not line.words.text:
            return
        above = self._numbers.get(Cap.MUC, 0)
        if mark.number != number or (mark.cap is Cap.TIEU_MUC and mark.above != above):
            shown = {Cap.PHAN: f"{roman(number)}.", Cap.MUC: f"{number}.", Cap.TIEU_MUC: f"{above}.{number}."}
            new = shown.get(mark.cap, f"{letter(number)})")
            said = f"“{mark.typed}” không nối tiếp số ở trên, docgen đánh lại là {new}; nếu là câu chữ thì gõ dấu \\ ở đầu dòng"
            self._lines.remarks.append(Told(line.start, said))

    def _put(self, cap: Cap | None, node: _Node) -> None:
        """Put `node` into the innermost piece that is open and may hold it, and open it where it has a level."""
        if cap is Cap.TIEU_MUC and Cap.MUC not in self._open:
            node.key, cap = "muc", Cap.MUC
        if cap is not None:
            self._close(cap)
        if cap is Cap.PHAN:
            self.parts.append(node)
        elif not self.parts:
            said = "chưa có phần nào ở trên; gõ “I. …” trước, lời dẫn thì ghi ở mo_dau"
            self._problem(node.start, said)
            self.parts.append(_Node("phan", node.start, node.end, {"tieu_de": Words("", ())}))
            self._open[Cap.PHAN] = self.parts[-1]
        if cap is Cap.CONG and Cap.Y not in self._open:
            node.key, cap = "y", Cap.Y
        if cap is not Cap.PHAN:
            self._open[max(self._open)].inside.append(node)
        if cap not in (None, Cap.CONG):
            self._open[cap] = node

    def _close(self, cap: Cap) -> None:
        """Close what is open of the level `cap` and of the deeper ones."""
        self._open = {each: node for each, node in self._open.items() if each < cap}

    def _refuse_braces(self, line: Line) -> None:
        for name in line.braces:
            self._problem(line.start, f"{{{name}}} chỉ ghi được {_WHERE.get(name, 'sau 1., 1.1. hoặc a)')}")

    def _problem(self, at: int, words: str) -> None:
        self._lines.problems.append(Told(at, words))


def _listed(words: Words | None) -> tuple[Words, ...]:
    """Return the names in `words`, a semicolon between each two."""
    return tuple(words.part(*match.span()) for match in _NAME.finditer(words.text)) if words else ()


class _Made:
    """Makes values of nodes and keeps where they stand; pieces of one kind in a row come under one key."""

    def __init__(self) -> None:
        self.texts: dict[Route, Words] = {}
        self.spans: dict[Route, tuple[int, int]] = {}
        self.tables: dict[Route, str] = {}

    def container(self, node: _Node, route: Route) -> dict[str, Any]:
        """Return the value of a part, a section or a clause that is to stand at `route`."""
        value: dict[str, Any] = {key: self._text(words, (*route, key), node) for key, words in node.texts.items()}
        if node.duties:
            value["giao_viec"] = node.duties
        runs = [(key, list(nodes)) for key, nodes in groupby(node.inside, lambda each: each.key)]
        keys = [key for key, _ in runs]
        if len(set(keys)) == len(keys) and _TASKS not in keys:
            value |= {key: self._list(nodes, (*route, key)) for key, nodes in runs}
        else:
            value["noi_dung"] = list(self._mixed(runs, (*route, "noi_dung")))
        node.end = max([node.end, *(each.end for each in node.inside)])
        self.spans[route] = (node.start, node.end)
        return value

    def _mixed(self, runs: list[tuple[str, list[_Node]]], route: Route) -> Iterator[Any]:
        """Yield the values of `noi_dung`: one for the pieces of a kind in a row, one for each table of tasks."""
        index = 0
        for key, nodes in runs:
            for some in [[node] for node in nodes] if key == _TASKS else [nodes]:
                here = (*route, index)
                yield self._one(some[0], here) if key == _TASKS else {key: self._list(some, (*here, key))}
                index += 1

    def _list(self, nodes: list[_Node], route: Route) -> Any:
        """Return the values of pieces of one kind; one paragraph stands by itself, as a clerk writes it."""
        if len(nodes) == 1 and nodes[0].key == "doan":
            return self._one(nodes[0], route)
        return [self._one(node, (*route, index)) for index, node in enumerate(nodes)]

    def _one(self, node: _Node, route: Route) -> Any:
        match node.key:
            case "doan":
                return self._text(node.texts["doan"], route, node)
            case "y":
                return self._item(node, route)
            case "bang" | "nhiem_vu":
                self.tables[route], self.spans[route] = node.name, (node.start, node.end)
                return node.value
        return self.container(node, route)

    def _item(self, node: _Node, route: Route) -> Any:
        words = node.texts["noi_dung"]
        if not node.inside and not node.units:
            return self._text(words, route, node)
        value: dict[str, Any] = {"noi_dung": self._text(words, (*route, "noi_dung"), node)}
        if node.units:
            value["don_vi"] = [self._text(name, (*route, "don_vi", index), node) for index, name in enumerate(node.units)]
        if node.inside:
            plus = enumerate(node.inside)
            value["cong"] = [self._text(one.texts["noi_dung"], (*route, "cong", index), one) for index, one in plus]
        node.end = max([node.end, *(one.end for one in node.inside)])
        self.spans[route] = (node.start, node.end)
        return value

    def _text(self, words: Words, route: Route, node: _Node) -> str:
        self.texts[route], self.spans[route] = words, (node.start, node.end)
        return words.text
