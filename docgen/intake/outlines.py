"""The body of a Word paper, or what an appendix holds, as the outline of parts, sections and items that the data hold."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, TypeAlias

from docgen.check.anatomy.components import Item
from docgen.check.view import Block, Line, Paragraph, Table
from docgen.intake import faces
from docgen.intake.levels import LONGEST_TITLE, behind, caps_of, levels_of, may_be_title
from docgen.text.dau_muc import LEAD, Cap, ends_a_sentence, heads
from docgen.text.dinhdang import as_words, plain
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank, shortened

Route: TypeAlias = tuple[str | int, ...]
TableOf: TypeAlias = "Callable[[Table], Node | None]"

_KEYS: Final = {Cap.PHAN: "phan", Cap.MUC: "muc", Cap.TIEU_MUC: "tieu_muc", Cap.KHOAN: "khoan", Cap.Y: "y", Cap.CONG: "cong"}
_DASHES: Final = lazy_re(r"\A(?:[-–—−•●▪■◦○‣·+→➢➤►✓✔♦]\s*|\*\s+)+(?=\S)")  # a second one behind that of an item
_PLAIN_LEAD: Final = lazy_re(r"(?P<lead>[^:;.*_]{3,80}):\s+(?P<rest>[^\W\d_].*)", re.DOTALL)
_TWICE: Final = "“{words}” mở đầu bằng hai số thứ tự nên nhập thành đoạn văn; xem lại"
_PARTED: Final = "tiêu đề phần đứng riêng một dòng nên nội dung sau “{words}” được tách thành đoạn ở dưới"
_RAISED: Final = "câu “{words}” đánh số như một phần nên nhập thành tiêu đề, in hoa, đậm; xem lại"
_DEEPER: Final = 3.0  # mm: an item that stands further to the right than the one before it


@dataclass
class Node:
    """A piece of the outline and what it was made of: `made_of` are its paragraphs, one of which opens it.

    `within` says of those of a table (by `id`) where in its value each went.
    """

    key: str
    made_of: list[Paragraph] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    table: Any = None
    inside: list["Node"] = field(default_factory=list)
    within: Mapping[int, Route] = field(default_factory=dict)


@dataclass
class Outline:
    """What stands before the first part, the parts, and what to say of them: the paragraph, and what was made of it."""

    before: list[Node] = field(default_factory=list)
    parts: list[Node] = field(default_factory=list)
    told: list[tuple[Paragraph, str]] = field(default_factory=list)


def outline(blocks: Sequence[Block], table_of: TableOf, *, in_parts: bool = True) -> Outline:
    """Return the outline of `blocks`, whose outermost level are parts where it has to be `in_parts`.

    `table_of` gives the node of a table, None where it is empty or part of one before.
    """
    return _Builder(blocks, table_of, in_parts=in_parts).outline


class _Builder:
    def __init__(self, blocks: Sequence[Block], table_of: TableOf, *, in_parts: bool) -> None:
        self.outline = Outline()
        self._open: dict[Cap, Node] = {}
        self._left_of: dict[Cap, float] = {}
        self._plus: Node | None = None
        self._lifted: Node | None = None
        self._nameless: Node | None = None
        there = [block for block in blocks if isinstance(block, Table) or block.words]
        leveled = levels_of([block for block in there if isinstance(block, Paragraph)])
        items = [next(leveled) if isinstance(block, Paragraph) else block for block in there]
        self._caps = caps_of([item for item in items if isinstance(item, Item)], in_parts=in_parts)
        caps = [self._cap(item) if isinstance(item, Item) else None for item in items]
        for place, item in enumerate(items):
            below = next((cap for cap in caps[place + 1 : place + 2]), None)
            if isinstance(item, Table):
                if (node := table_of(item)) is not None:
                    self._put(None, node)
            else:
                self._take(item, caps[place], below)

    def _cap(self, item: Item) -> Cap | None:
        """Return the level of an item; dots and stars stand for dashes, or for pluses where they stand below others."""
        if item.level in ("gạch", "dấu tròn", "cộng"):
            left = item.paragraph.left + item.paragraph.first_line
            deeper = Cap.Y in self._left_of and left > self._left_of[Cap.Y] + _DEEPER and item.level != "gạch"
            if item.level == "cộng" or deeper:
                return Cap.CONG
            self._left_of[Cap.Y] = left
            return Cap.Y
        cap = self._caps.get(item.level)
        if cap is not None:
            self._left_of.clear()
        return cap

    def _take(self, item: Item, cap: Cap | None, below: Cap | None) -> None:
        paragraph = item.paragraph
        if cap is None and self._nameless is not None and item.is_heading:
            self._name(self._nameless, paragraph)
            return
        self._nameless = None
        if cap is None:
            self._put(None, Node("doan", [paragraph], {"doan": faces.typed(paragraph.whole)}))
            return
        start = behind(paragraph, item.label)
        line = paragraph.whole
        node = Node(_KEYS[cap], [paragraph])
        if cap in (Cap.Y, Cap.CONG):
            node.values["noi_dung"] = _DASHES.sub("", faces.typed(line, start=start), 1)
            if not node.values["noi_dung"]:
                return
        elif not may_be_title(cap, as_words(faces.words(line, start)) or "…"):
            self.outline.told.append((paragraph, _TWICE.format(words=shortened(paragraph.words))))
            self._put(None, Node("doan", [paragraph], {"doan": faces.typed(line)}))
            return
        else:
            self._head(node, line, start, cap, deeper=below is not None and below > cap)
        self._put(cap, node)
        if cap is Cap.PHAN and not node.values["tieu_de"] and not node.inside:
            self._nameless = node

    def _name(self, part: Node, paragraph: Paragraph) -> None:
        """Give a part whose number stands alone on its line the name on the line below, or more of it."""
        said = part.values.get("tieu_de", "")
        part.values["tieu_de"] = f"{said} {faces.typed(paragraph.whole, bold=True, italic=True)}".strip().replace("\n", " ")
        part.made_of.append(paragraph)

    def _head(self, node: Node, line: Line, start: int, cap: Cap, *, deeper: bool) -> None:
        """Give `node` its heading, a heading that runs on, or its first paragraph: as bold and the end of the line tell."""
        marked, bare = faces.typed(line, start=start), faces.words(line, start)
        is_bold = faces.is_bold(line, start)
        is_title = heads(bare, deeper=deeper) and len(bare) <= LONGEST_TITLE and "\n" not in bare
        lead = None if is_bold and cap is not Cap.PHAN else LEAD.fullmatch(marked.replace(":__**", "__:**", 1))
        if not is_bold and ((cap is Cap.PHAN and bare.endswith(".")) or (cap is Cap.KHOAN and is_title)):
            lead = lead or _PLAIN_LEAD.fullmatch(marked)
        title = "" if lead is None else lead["lead"].strip()
        if lead is not None and cap is Cap.PHAN:
            title = plain(title)
            node.inside.append(Node("doan", [line.paragraph], {"doan": lead["rest"].strip()}))
            self.outline.told.append((line.paragraph, _PARTED.format(words=shortened(title))))
        elif lead is not None:
            node.values["cung_dong"] = lead["rest"].strip()
        elif cap is Cap.PHAN or is_bold or is_title:
            title = faces.typed(line, start=start, bold=True, italic=cap is Cap.PHAN or not is_bold).replace("\n", " ")
            if cap is Cap.PHAN and not is_bold and ends_a_sentence(bare):
                self.outline.told.append((line.paragraph, _RAISED.format(words=shortened(title))))
        if title or cap is Cap.PHAN or not marked:
            node.values = {"tieu_de": title or ("" if cap is Cap.PHAN else blank("tiêu đề")), **node.values}
        else:
            node.inside = [Node("doan", [line.paragraph], {"doan": marked})]

    def _put(self, cap: Cap | None, node: Node) -> None:
        if cap is not None:
            self._close(cap)
        else:
            self._close(Cap.Y)
        if cap is Cap.PHAN:
            self.outline.parts.append(node)
        elif cap is Cap.CONG and (Cap.Y not in self._open or self._open[Cap.Y] is self._plus):
            self._close(Cap.Y)  # pluses where no dash stands above them are the items themselves
            node.key, cap, self._plus = "y", Cap.Y, node
        elif cap is Cap.TIEU_MUC and (Cap.MUC not in self._open or self._open[Cap.MUC] is self._lifted):
            self._close(Cap.MUC)  # where no section stands above them, subsections are the sections themselves
            node.key, cap, self._lifted = "muc", Cap.MUC, node
        if cap is not Cap.PHAN:
            (self._open[max(self._open)].inside if self._open else self.outline.before).append(node)
        if cap not in (None, Cap.CONG):
            self._open[cap] = node

    def _close(self, cap: Cap) -> None:
        self._open = {each: node for each, node in self._open.items() if each < cap}


def values_of(node: Node, route: Route, routes: dict[Route, Node]) -> Any:
    """Return the value of `node` as the data have it, and note in `routes` where each piece stands."""
    routes[route] = node
    match node.key:
        case "doan":
            return node.values["doan"]
        case "bang" | "nhiem_vu":
            return node.table
        case "y" if not node.inside:
            return node.values["noi_dung"]
        case "y":
            return {"noi_dung": node.values["noi_dung"], "cong": list(_each(node.inside, (*route, "cong"), routes))}
        case "cong":
            return node.values["noi_dung"]
    return {**node.values, **inside_of(node.inside, route, routes)}


def inside_of(nodes: Sequence[Node], route: Route, routes: dict[Route, Node]) -> dict[str, Any]:
    """Return what a container at `route` holds: one key for each kind, `noi_dung` where kinds alternate."""
    runs = [(key, list(some)) for key, some in groupby(nodes, lambda node: node.key)]
    keys = [key for key, _ in runs]
    if len(set(keys)) == len(keys) and "nhiem_vu" not in keys:
        return {key: list(_each(some, (*route, key), routes)) for key, some in runs}
    if keys == ["nhiem_vu"] and len(nodes) == 1:
        routes[(*route, "nhiem_vu")] = nodes[0]
        return dict(nodes[0].table)
    mixed: list[Any] = []
    for key, some in runs:
        for one in [[node] for node in some] if key == "nhiem_vu" else [some]:
            here = (*route, "noi_dung", len(mixed))
            if key == "nhiem_vu":
                mixed.append(values_of(one[0], here, routes))
            else:
                mixed.append({key: list(_each(one, (*here, key), routes))})
    return {"noi_dung": mixed}


def _each(nodes: Iterable[Node], route: Route, routes: dict[Route, Node]) -> Iterator[Any]:
    for index, node in enumerate(nodes):
        yield values_of(node, (*route, index), routes)
