"""The body of a paper typed as in Word, read as the outline (dàn ý) that the data hold: parts, sections, clauses, items, tables.

One paragraph a line. A line that opens with a level mark is of that level however it is indented; one that begins with a blank
and no mark goes on with the one above. Numbers are read for their level alone, and told where they jump. `soan_dan_y` writes
what is read here.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from docgen.text.dau_muc import LEAD, WHOLLY_BOLD, Cap, Mark, ends_with_colon, heads
from docgen.text.dong_go import DUTIES, HEADING, LEAVING, PARAGRAPH, TABLE, TASKS, UNITS, Line, Lines
from docgen.text.folding import same_words
from docgen.text.nut_dan_y import Node, Route, Told, Values, Words
from docgen.text.patterns import lazy_re
from docgen.text.wording import letter, roman, shortened

_KEYS: Final = {Cap.PHAN: "phan", Cap.MUC: "muc", Cap.TIEU_MUC: "tieu_muc", Cap.KHOAN: "khoan", Cap.Y: "y", Cap.CONG: "cong"}
_WHERE: Final = {**dict.fromkeys(DUTIES, "sau tiêu đề của phần (I.)"), UNITS: "sau một ý “-”"}
_TASK_KEYS: Final = frozenset({"nhiem_vu", "nhom_nhiem_vu"})
_KEY_OF: Final = {TABLE: "bang", TASKS: "nhiem_vu"}
_NAME: Final = lazy_re(r"[^;]*[^;\s][^;]*")
_LONG: Final = 160  # letters: no heading of 15 real plans is longer


class DanY(NamedTuple):
    """What a typed text says: the value of `phan` in lists and keys as YAML has it, and where each piece stands in the text.

    Where something stands outside of all parts it `is_mixed`: the value of a `noi_dung` in which parts may stand as well.
    `texts` are the words by their routes in `phan`, in order; `spans` from where to where each part, section, clause, item and
    text stands, with the line that it opens and all that is in it; `tables` the name of the table at each route that holds
    one, `named` the names of all that lines call for. `problems` have to be mended, `remarks` looked at; each is told with
    the letter of the text where it stands.
    """

    phan: list[Any]
    is_mixed: bool
    texts: Mapping[Route, Words]
    spans: Mapping[Route, tuple[int, int]]
    tables: Mapping[Route, str]
    named: frozenset[str]
    problems: tuple[Told, ...]
    remarks: tuple[Told, ...]


def read(typed: str, tables: Mapping[str, Any] | None = None, *, without_parts: bool = False) -> DanY:
    r"""Return what `typed`, its lines ended by `\n`, says; `tables` are the values that `{bảng: …}` and `{nhiệm vụ: …}` name.

    `without_parts`: whether something may stand outside of all parts, as in an appendix.
    """
    lines = Lines(typed)
    reader = _Reader(lines, tables or {}, without_parts=without_parts)
    made, pieces = Values(), reader.root.inside
    mixed = any(each.key != "phan" for each in pieces)
    phan = list(made.mixed(pieces, ())) if mixed else [made.container(part, (index,)) for index, part in enumerate(pieces)]
    problems, remarks = (tuple(sorted(set(told))) for told in (lines.problems, lines.remarks))
    return DanY(phan, mixed, made.texts, made.spans, made.tables, frozenset(reader.named), problems, remarks)


class _Reader:
    """Puts lines together: each under the last one of an outer level."""

    def __init__(self, lines: Lines, tables: Mapping[str, Any], *, without_parts: bool) -> None:
        self.root = Node("", 0, 0)
        self._without_parts = without_parts
        self.named: set[str] = set()
        self._lines = lines
        self._tables = {same_words(name): (name, value) for name, value in tables.items()}
        self._open: dict[Cap, Node] = {}
        self._numbers: dict[Cap, int] = {}
        self._typed: dict[Cap, int] = {}
        for line, below in zip(lines.lines, [*lines.lines[1:], None], strict=False):
            self._take(line, below)
        if not lines.lines:
            self._problem(0, "chưa có nội dung; gõ phần đầu tiên thành dòng “I. …”")

    def _take(self, line: Line, below: Line | None) -> None:
        if line.mark is None:
            self._without_mark(line)
            return
        mark, node = line.mark, Node(_KEYS[line.mark.cap], line.start, line.end)
        is_deeper = below is not None and below.mark is not None and below.mark.cap > mark.cap
        if mark.typed == "*" and below is not None and below.mark is not None and below.mark.typed in ("-", "–"):
            self._remark(line.start, "“*” cùng cấp với “-” nên in thành “-”; nếu là cấp trên của “-” thì gõ a)")
        self._look_at_level(line, mark)
        if not line.words.text:
            self._problem(line.start, f"sau “{mark.typed}” chưa có chữ; ghi nội dung trên cùng dòng, hoặc xóa dòng này")
        elif not mark.too_deep:
            self._look_at_number(line, mark)
        self._put(mark.cap, node)
        if mark.cap is Cap.CONG:
            node.texts["noi_dung"] = line.words
        elif mark.cap is Cap.Y:
            node.texts["noi_dung"], node.units = line.words, _listed(line.braces.pop(UNITS, None))
        else:
            self._heading_or_paragraph(line, node, deeper=is_deeper)
            if below is not None and below.mark is None and not below.stands_alone and ends_with_colon(line.words.text):
                self._doubt_colon(line, node)
        self._refuse_braces(line)

    def _heading_or_paragraph(self, line: Line, node: Node, *, deeper: bool) -> None:
        words, is_part = line.words, node.key == "phan"
        given = (said for name, said in DUTIES.items() if is_part and line.braces.pop(name, None) is not None)
        node.duties = next(given, "")
        as_heading, as_paragraph = (line.braces.pop(name, None) is not None for name in (HEADING, PARAGRAPH))
        bold, lead = WHOLLY_BOLD.fullmatch(words.text), None if is_part else LEAD.fullmatch(words.text)
        if as_heading and as_paragraph:
            self._problem(line.start, f"{{{HEADING}}} và {{{PARAGRAPH}}} trái nhau; chỉ ghi một trong hai")
        if as_paragraph and not is_part:
            node.inside.append(Node("doan", line.start, line.end, {"doan": words}))
        elif bold and not as_heading:
            node.texts["tieu_de"] = words.part(*bold.span("bold")).then(words.part(*bold.span("tail")))
        elif lead and not as_heading:
            node.texts["tieu_de"], node.texts["cung_dong"] = words.part(*lead.span("lead")), words.part(*lead.span("rest"))
        elif is_part or as_heading or heads(words.text, deeper=deeper):
            node.texts["tieu_de"] = words
            if len(words.text) > _LONG and not as_heading:
                said = "dòng này hiểu là tiêu đề vì không có dấu kết câu ở cuối; nếu là đoạn văn thì thêm dấu chấm"
                self._remark(line.start, said)
        else:
            node.inside.append(Node("doan", line.start, line.end, {"doan": words}))

    def _without_mark(self, line: Line) -> None:
        for name, cap in LEAVING.items():
            if line.braces.pop(name, None) is not None:
                if cap not in self._open:
                    self._problem(line.start, f"{{{name}}}: ở trên không có cấp này đang mở; bỏ dòng này")
                self._close(cap)
                return
        self._close(Cap.Y)
        table = next((name for name in (TABLE, TASKS) if name in line.braces), None)
        node = Node("doan", line.start, line.end, {"doan": line.words}) if table is None else self._table(line, table)
        line.braces.pop(PARAGRAPH, None)
        self._refuse_braces(line)
        if node is not None and (node.key != "doan" or line.words.text):
            self._put(None, node)

    def _table(self, line: Line, kind: str) -> Node | None:
        words = line.braces.pop(kind)
        name, value = self._tables.get(same_words(words.text), ("", None))
        if kind == TASKS and name in self.named:
            said = (
                f"bảng nhiệm vụ “{name}” đã gọi ở trên nên mỗi nhiệm vụ tính hai lần, có hai mã; bỏ một dòng nếu chỉ là một việc"
            )
            self._remark(line.start, said)
        self.named.add(name)
        if wrong := self._wrong_table(name, value, kind):
            self._problem(words.spots[0][0], f"bảng {wrong}" if name else f"{wrong} “{shortened(words.text)}”")
            return None
        if isinstance(value, list):
            value = {_KEY_OF[TASKS]: value}
        return Node(_KEY_OF[kind], line.start, line.end, name=name, value=value)

    def _wrong_table(self, name: str, value: Any, kind: str) -> str:
        """Return what is wrong with the table that a line names, blank where nothing is."""
        if not name:
            names = ", ".join(f"“{name}”" for name, _ in self._tables.values())
            return f"⦃bang_bieu¦phần bảng biểu⦄ {f'chỉ có {names}' if names else 'chưa có bảng nào'}, không có bảng"
        of_tasks = isinstance(value, list) or (isinstance(value, Mapping) and not _TASK_KEYS.isdisjoint(value))
        if of_tasks == (kind == TASKS):
            return ""
        mark = f"{{{TABLE if kind == TASKS else TASKS}: {name}}}"
        return f"“{name}” trong ⦃bang_bieu¦phần bảng biểu⦄ {'không phải' if kind == TASKS else 'là'} bảng nhiệm vụ; gõ {mark}"

    def _look_at_level(self, line: Line, mark: Mark) -> None:
        """Tell a level that stands under none of those that may hold it."""
        if mark.too_deep:
            self._problem(line.start, f"không có cấp “{mark.typed}”; dưới 1.1. dùng a), “-” hoặc “+”")
        if mark.cap is Cap.TIEU_MUC and Cap.MUC not in self._open:
            self._problem(line.start, f"“{mark.typed}” phải đứng dưới một mục; thêm dòng “1. …” ở trên, hoặc gõ 1. thay cho 1.1.")
        if mark.cap is Cap.CONG and Cap.Y not in self._open:
            self._problem(line.start, "“+” phải đứng dưới một ý “-”; thêm dòng “- …” ở trên, hoặc gõ “-” thay cho “+”")

    def _look_at_number(self, line: Line, mark: Mark) -> None:
        """Tell a number that does not follow the one typed before it, once for those behind it too; docgen numbers anew."""
        before, number = self._typed.get(mark.cap, 0), self._numbers.get(mark.cap, 0) + 1
        for kept, reached in ((self._numbers, number), (self._typed, mark.number)):
            for deeper in [cap for cap in kept if cap > mark.cap]:
                del kept[deeper]
            kept[mark.cap] = reached
        if mark.cap is Cap.TIEU_MUC and Cap.MUC not in self._open:
            self._numbers[Cap.MUC] = self._typed[Cap.MUC] = mark.above
        elif mark.cap < Cap.Y and not self._follows(mark, before):
            shown = {Cap.PHAN: f"{roman(number)}.", Cap.MUC: f"{number}.", Cap.KHOAN: f"{letter(number)})"}
            new = shown.get(mark.cap, f"{self._numbers.get(Cap.MUC, 0)}.{number}.")
            said = f"“{mark.typed}” không nối tiếp số ở trên, docgen đánh lại là {new}; nếu là câu chữ thì gõ dấu \\ ở đầu dòng"
            self._remark(line.start, said)

    def _follows(self, mark: Mark, before: int) -> bool:
        """Return whether `mark` is the next one behind the number typed `before` it, and of the mục that it stands in."""
        return mark.number == before + 1 and (mark.cap is not Cap.TIEU_MUC or mark.above == self._typed.get(Cap.MUC, 0))

    def _put(self, cap: Cap | None, node: Node) -> None:
        """Put `node` into the innermost piece that is open and may hold it, and open it where it has a level."""
        if cap is Cap.TIEU_MUC and Cap.MUC not in self._open:
            node.key, cap = _KEYS[Cap.MUC], Cap.MUC
        if cap is not None:
            self._close(cap)
        if cap is not Cap.PHAN and not self._open and not self._without_parts:
            self._problem(node.start, "chưa có phần nào ở trên; gõ “I. …” trước, lời dẫn thì ghi ở ⦃mo_dau⦄")
            self._open[Cap.PHAN] = Node("phan", node.start, node.end, {"tieu_de": Words("", ())})
            self.root.inside.append(self._open[Cap.PHAN])
        if cap is Cap.CONG and Cap.Y not in self._open:
            node.key, cap = "y", Cap.Y
        outer = self._open[max(self._open)] if self._open else self.root
        outer.inside.append(node)
        if cap not in (None, Cap.CONG):
            self._open[cap] = node

    def _close(self, cap: Cap) -> None:
        """Close what is open of the level `cap` and of the deeper ones."""
        self._open = {each: node for each, node in self._open.items() if each < cap}

    def _refuse_braces(self, line: Line) -> None:
        for name in line.braces:
            self._problem(line.start, f"{{{name}}} chỉ ghi được {_WHERE.get(name, 'sau 1., 1.1. hoặc a)')}")

    def _doubt_colon(self, line: Line, node: Node) -> None:
        """Tell a line that is no heading although it ends with a colon, since a plain paragraph stands below it."""
        if "tieu_de" not in node.texts:
            said = "dòng này có dấu hai chấm mà dòng dưới không là cấp sâu hơn nên hiểu là đoạn; nếu là tiêu đề thì bỏ dấu đó"
            self._remark(line.start, said)

    def _remark(self, at: int, words: str) -> None:
        self._lines.remarks.append(Told(at, words))

    def _problem(self, at: int, words: str) -> None:
        self._lines.problems.append(Told(at, words))


def _listed(words: Words | None) -> tuple[Words, ...]:
    """Return the names in `words`, a semicolon between each two."""
    return tuple(words.part(*match.span()) for match in _NAME.finditer(words.text)) if words else ()
