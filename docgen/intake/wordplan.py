"""A whole Word plan as the data of an office's folder: what each piece of the paper became, and what a person has to decide."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.check.anatomy import Paper, PhuLuc
from docgen.check.view import Block, Paragraph, Table
from docgen.intake import faces
from docgen.intake.endings import closing_of, parted
from docgen.intake.grids import Told
from docgen.intake.leftovers import is_there, leftovers, lost_tables, to_fill, told_of, why_left
from docgen.intake.letterhead import Read, look_of, read_office, read_plan, read_signer
from docgen.intake.levels import level_of
from docgen.intake.outlines import Node, Outline, Route, inside_of, outline, values_of
from docgen.intake.plantables import PlanTables
from docgen.intake.tabletitles import own_pointer, title_of
from docgen.intake.unitnames import names_units
from docgen.text import dinhdang
from docgen.text.folding import folded_words, on_one_line
from docgen.text.patterns import lazy_re
from docgen.text.soan_dan_y import NotTyped, Typed, write
from docgen.text.wording import blank, shortened

_YEAR: Final = lazy_re(r"\b(?:năm|NĂM|Năm)\s+((?:19|20)\d\d)\b")
_UNPLACED: Final = "chú thích {name} “{words}” gọi ở đây; gõ [^{name}] vào chỗ tương ứng của kế hoạch, hoặc xóa khỏi ⦃chu_thich⦄"
_DUTIES: Final = ("phan cong", "trach nhiem", "nhiem vu cua ")
_BLANK: Final = lazy_re(r"\[cần điền ([^\]\n]+)\]")
_MISSING: Final = "không thấy {names} trong tệp; điền vào chỗ “[cần điền …]”"


@dataclass
class Found:
    """The data of the three files, where each piece of the paper went, what was not carried and why, what has to be decided."""

    office: dict[str, Any] = field(default_factory=dict)
    plan: dict[str, Any] = field(default_factory=dict)
    nested: dict[str, Any] = field(default_factory=dict)
    carried: list[tuple[str, str, Route]] = field(default_factory=list)
    left: list[tuple[str, str, str]] = field(default_factory=list)
    skipped: set[int] = field(default_factory=set)
    numbered: set[int] = field(default_factory=set)
    roles: set[int] = field(default_factory=set)
    labels: set[int] = field(default_factory=set)
    questions: list[Told] = field(default_factory=list)
    remarks: list[Told] = field(default_factory=list)


def read_word_plan(paper: Paper, *, tables_are_tasks: bool = True) -> Found:
    """Return the data that the Word plan `paper` holds; every paragraph and cell of it stands in `carried` or in `left`.

    `tables_are_tasks`: whether tables of tasks are read as tasks; else each is a table as it stands.
    """
    return _Reader(paper, tables_are_tasks=tables_are_tasks).found


class _Reader:
    def __init__(self, paper: Paper, *, tables_are_tasks: bool) -> None:
        self._paper = paper
        self.found, self._done = Found(), set[int]()
        held = [*paper.body, *(block for appendix in paper.phu_luc for block in appendix.blocks)]
        self._tables = PlanTables(paper.view.blocks, held, are_tasks=tables_are_tasks)
        self._places = {id(paragraph): f"đoạn {paragraph.number}" for paragraph in paper.view.paragraphs}
        self._places |= self._tables.places
        self._read_office()
        self._read_plan()
        self._account()

    def _read_office(self) -> None:
        office = read_office(self._paper)
        values = office.values
        signer = read_signer(self._paper)
        self._take(office, ("coquan",))
        self._take(signer, ("coquan",))
        self.found.skipped |= {id(line.paragraph) for line in (*office.left, *signer.left)}
        self.found.office = {
            "ten": values.get("ten") or blank("tên cơ quan"),
            "viet_tat": values.get("viet_tat") or blank("chữ viết tắt"),
            "co_quan_chu_quan": values.get("co_quan_chu_quan"),
            "dia_danh": values.get("dia_danh") or blank("địa danh"),
            "ky": signer.values
            | {
                "chuc_vu": signer.values.get("chuc_vu") or blank("chức vụ người ký"),
                "ho_ten": signer.values.get("ho_ten") or blank("họ tên người ký"),
            },
            "trinh_bay": look_of(self._paper) or None,
        }

    def _read_plan(self) -> None:
        read = read_plan(self._paper)
        self.found.skipped |= {id(line.paragraph) for line, _ in read.doubts}
        self._take(read, ())
        values = read.values
        made = parted(self._outlined(self._paper.body), is_whole=self._paper.is_whole)
        before, closing = self._opening(made.before), closing_of(made.parts)
        self._carry({(index,): node for index, node in enumerate(closing)}, ("ket_thuc",))
        self.found.plan = {
            "loai": "kế hoạch",
            "nam": self._year(values),
            "so": values.get("so"),
            "ngay": values.get("ngay"),
            "du_thao": None if values.get("so") else values.get("du_thao"),
            "trich_yeu": values.get("trich_yeu") or blank("trích yếu"),
            "can_cu": values.get("can_cu"),
            "mo_dau": before,
            **self._phan(made.parts),
            "ket_thuc": [node.values["doan"].rstrip(".") + "." for node in closing] or None,
            "noi_nhan": values.get("noi_nhan") or [blank("nơi nhận")],
            "luu": values.get("luu") or blank("nơi lưu"),
            "phu_luc": [self._appendix(each, index) for index, each in enumerate(self._paper.phu_luc)] or None,
        }
        self._footnotes()
        self.found.nested["phan"] = [*self.found.nested["phan"], *(self.found.plan["phu_luc"] or [])]

    def _footnotes(self) -> None:
        """Take the footnotes of the paper; one that no text of the plan calls for is told."""
        notes = {
            name: "\n".join(filter(None, (faces.typed(each.whole) for each in paragraphs)))
            for name, paragraphs in self._paper.view.footnotes.items()
        }
        for name, paragraphs in self._paper.view.footnotes.items():
            self.found.carried += [(f"chú thích {name}", each.words, ("chu_thich", name)) for each in paragraphs]
        self.found.plan["chu_thich"] = {name: text for name, text in notes.items() if text} or None
        called = {name for text in _texts(self.found.plan) for _, name in dinhdang.notes(text)}
        for paragraph in self._paper.view.paragraphs:
            for _, name in paragraph.notes:
                if (text := notes.get(name)) and name not in called:
                    self.found.questions.append(
                        Told((self._place(paragraph),), _UNPLACED.format(name=name, words=shortened(text)))
                    )

    def _outlined(self, blocks: Sequence[Block], *, in_parts: bool = True) -> Outline:
        made = outline([block for block in blocks if self._says(block)], self._tables.node, in_parts=in_parts)
        self.found.remarks += [Told((self._place(paragraph),), words) for paragraph, words in made.told]
        return made

    def _says(self, block: Block) -> bool:
        return isinstance(block, Table) or (is_there(block) and id(block) not in self._tables.between)

    def _phan(self, parts: Sequence[Node]) -> dict[str, Any]:
        routes: dict[Route, Node] = {}
        values = [values_of(node, (index,), routes) for index, node in enumerate(parts)]
        for value in values:
            says_so = any(words in folded_words(value["tieu_de"]) for words in _DUTIES)
            if says_so or names_units(each["tieu_de"] for each in value.get("muc") or () if "tieu_de" in each):
                value["giao_viec"] = "có"
        self._carry(routes, ("phan",))
        self.found.nested["phan"] = values
        try:
            typed = write(values)
        except NotTyped:
            typed = Typed()
        if typed.text.count("\n") < 2:  # what stands on one line is not read as typed
            return {"phan": values}
        return {"phan": typed.text.rstrip("\n"), "bang_bieu": typed.bang_bieu or None}

    def _opening(self, nodes: list[Node]) -> list[str] | None:
        texts = [node for node in nodes if node.key == "doan"]
        self._carry({(index,): node for index, node in enumerate(texts)}, ("mo_dau",))
        return [node.values["doan"] for node in texts] or None

    def _year(self, values: Mapping[str, Any]) -> int | None:
        subject, day = str(values.get("trich_yeu") or ""), str(values.get("ngay") or "")
        if years := _YEAR.findall(subject):
            return int(years[0])
        if day:
            return int(day[:4])
        everything = Counter(_YEAR.findall("\n".join(paragraph.words for paragraph in self._paper.view.paragraphs)))
        return int(everything.most_common(1)[0][0]) if everything else None

    def _appendix(self, appendix: PhuLuc, index: int) -> dict[str, Any]:
        route: Route = ("phu_luc", index)
        heads = [line for line in (appendix.label, *appendix.ten, appendix.kem_theo) if line is not None]
        self.found.labels |= {id(line.paragraph) for line in heads if line is not appendix.kem_theo}
        for line in heads:
            self._note(line.paragraph, (*route, "kem_theo" if line is appendix.kem_theo else "tieu_de"))
        of_heads = [line.paragraph for line in heads]
        blocks = [block for block in appendix.blocks if self._says(block) and all(block is not each for each in of_heads)]
        title = title_of([line.words for line in heads if line is not appendix.kem_theo])
        first = blocks[0] if blocks else None
        if not title and isinstance(first, Paragraph) and (item := level_of(first)).level == "đoạn" and item.is_heading:
            self._note(first, (*route, "tieu_de"))
            title, blocks = on_one_line(first.words), blocks[1:]
        made = self._outlined(blocks, in_parts=False)
        routes: dict[Route, Node] = {}
        value: dict[str, Any] = {"tieu_de": dinhdang.plain(dinhdang.as_words(title)) or blank("tên phụ lục")}
        if pointer := own_pointer([line.words for line in heads], str(self.found.office["ten"])):
            value["kem_theo"] = pointer
        value |= inside_of(made.before, (), routes)
        if made.parts:
            value["phan"] = [values_of(node, ("phan", number), routes) for number, node in enumerate(made.parts)]
        self._carry(routes, route)
        section = self._paper.view.sections[min(appendix.section, len(self._paper.view.sections) - 1)]
        value["huong"] = "ngang" if section.landscape else "dọc"
        return value

    def _take(self, read: Read, route: Route) -> None:
        for line, key in read.lines:
            self._note(line.paragraph, (*route, *key))
        for line, doubt in read.doubts:
            self.found.questions.append(Told((self._place(line.paragraph),), doubt))

    def _carry(self, routes: Mapping[Route, Node], base: Route) -> None:
        for route, node in routes.items():
            for paragraph in node.made_of:
                within = node.within.get(id(paragraph), ())
                here = route[:-1] if within and node.key == "nhiem_vu" and route[-1:] == ("nhiem_vu",) else route
                self._note(paragraph, (*base, *here, *within))

    def _note(self, paragraph: Paragraph, route: Route) -> None:
        if id(paragraph) not in self._done:
            self._done.add(id(paragraph))
            self.found.carried.append((self._place(paragraph), paragraph.words, route))

    def _place(self, paragraph: Paragraph) -> str:
        return self._places.get(id(paragraph), f"đoạn {paragraph.number}")

    def _account(self) -> None:
        left = self._tables.left
        self.found.carried = [one for one in self.found.carried if not {one[0], one[0].rpartition(",")[0]} & left.keys()]
        self.found.skipped |= self._tables.set_by_docgen | self._tables.between
        self.found.numbered, self.found.roles = self._tables.numbered, self._tables.roles
        for paragraph in self._paper.view.paragraphs:
            place = self._place(paragraph)
            if why := left.get(place) or left.get(place.rpartition(",")[0]):
                if paragraph.words:
                    self.found.left.append((place, paragraph.words, why))
                self.found.skipped.add(id(paragraph))
            elif id(paragraph) not in self._done and is_there(paragraph):
                is_between = id(paragraph) in self._tables.between
                why = "bảng ở trên và bảng ở dưới là một" if is_between else why_left(paragraph, self._paper)
                self.found.left.append((self._place(paragraph), paragraph.words, why))
        others = list(leftovers(self._paper, self._place))
        self.found.left += others
        self.found.remarks += told_of(others)
        self.found.questions += [*to_fill(self._paper, self._place), *lost_tables(self._paper, self._place)]
        self.found.remarks += self._tables.remarks
        if missing := dict.fromkeys(_BLANK.findall("\n".join(_texts([self.found.office, self.found.plan])))):
            self.found.questions.append(Told((), _MISSING.format(names=", ".join(missing))))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (text for each in value.values() for text in _texts(each))
        case list() | tuple():
            yield from (text for each in value for text in _texts(each))
