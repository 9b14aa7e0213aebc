"""Automatic numbering: the label that Word prints before a paragraph."""

from dataclasses import dataclass, field
from typing import Final

from docgen.check.docview.formatting import Properties, Theme, paragraph_properties, run_properties
from docgen.check.docview.ooxml import VAL, Element, W, child, is_on, value, whole
from docgen.text.wording import roman

_LEVELS: Final = 9
_PRIVATE_BULLETS: Final = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf02b": "+", "\uf06f": "o",
}  # fmt: skip
_TYPED_MARKS: Final = frozenset("-–—+*")
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Level:
    """One level of a list: its number format, its text, its start, its own formatting."""

    form: str
    text: str
    start: int
    restart: int | None
    legal: bool
    space: str
    run: Properties
    paragraph: Properties


@dataclass(frozen=True)
class Label:
    """What Word prints before a paragraph: the text, its formatting, whether it is a bullet and not a number or a dash."""

    text: str
    space: str
    run: Properties
    bullet: bool


@dataclass
class Numbering:
    """The lists of a document, counted as its paragraphs come by."""

    levels: dict[int, dict[int, Level]] = field(default_factory=dict)
    lists: dict[int, int] = field(default_factory=dict)
    starts: dict[tuple[int, int], int] = field(default_factory=dict)
    linked: dict[str, tuple[int, int]] = field(default_factory=dict)
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def level(self, num: int, ilvl: int) -> Level | None:
        """Return the level `ilvl` of the list `num`, None where there is none."""
        return self.levels.get(num, {}).get(ilvl)

    def next_label(self, num: int, ilvl: int) -> Label | None:
        """Count one paragraph of the list `num` on, and return its label."""
        level = self.level(num, ilvl)
        if level is None:
            return None
        counts = self._counts.setdefault(self.lists[num], {})
        start = self.starts.get((num, ilvl))
        if start is not None and (num, ilvl) not in self._seen:
            counts.pop(ilvl, None)
        self._seen.add((num, ilvl))
        first = level.start if start is None else start
        counts[ilvl] = counts.get(ilvl, first - 1) + 1
        for deeper in [each for each in counts if each > ilvl]:
            lower = self.level(num, deeper)
            if lower is None or lower.restart != 0:
                del counts[deeper]
        return Label(self._text(num, level, counts), level.space, level.run, self._is_bullet(level))

    def _text(self, num: int, level: Level, counts: dict[int, int]) -> str:
        if level.form == "bullet":
            return "".join(_PRIVATE_BULLETS.get(character, character) for character in level.text)
        if level.form == "none":
            return level.text if "%" not in level.text else ""
        text = level.text
        for place in range(_LEVELS):
            if f"%{place + 1}" in text:
                other = self.level(num, place)
                form = "decimal" if level.legal or other is None else other.form
                count = counts.get(place, 1 if other is None else other.start)
                text = text.replace(f"%{place + 1}", formatted(count, form))
        return text

    @staticmethod
    def _is_bullet(level: Level) -> bool:
        shown = "".join(_PRIVATE_BULLETS.get(character, character) for character in level.text).strip()
        return level.form == "bullet" and shown not in _TYPED_MARKS


def formatted(count: int, form: str) -> str:
    """Return `count` in one of Word's number formats."""
    if not 0 < count < 10_000:
        return str(count)
    match form:
        case "upperRoman":
            return roman(count)
        case "lowerRoman":
            return roman(count).lower()
        case "lowerLetter":
            return _LATIN[(count - 1) % 26] * ((count - 1) // 26 + 1)
        case "upperLetter":
            return _LATIN[(count - 1) % 26].upper() * ((count - 1) // 26 + 1)
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
    return str(count)


def read_numbering(root: Element | None, theme: Theme) -> Numbering:
    """Return the lists in `root`."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {whole(each.get(f"{W}abstractNumId")): each for each in root.iterchildren(f"{W}abstractNum")}
    by_style = {value(each, "styleLink"): each for each in abstracts.values() if value(each, "styleLink")}
    for num in root.iterchildren(f"{W}num"):
        num_id, abstract_id = whole(num.get(f"{W}numId")), whole(value(num, "abstractNumId"))
        abstract = abstracts.get(abstract_id)
        if num_id is None or abstract_id is None or abstract is None:
            continue
        abstract = by_style.get(value(abstract, "numStyleLink"), abstract)
        levels = {whole(each.get(f"{W}ilvl")) or 0: _level(each, theme) for each in abstract.iterchildren(f"{W}lvl")}
        for override in num.iterchildren(f"{W}lvlOverride"):
            ilvl = whole(override.get(f"{W}ilvl")) or 0
            if (own := child(override, "lvl")) is not None:
                levels[ilvl] = _level(own, theme)
            if (start := whole(value(override, "startOverride"))) is not None:
                numbering.starts[num_id, ilvl] = start
        numbering.levels[num_id], numbering.lists[num_id] = levels, abstract_id
        for each in abstract.iterchildren(f"{W}lvl"):
            if style := value(each, "pStyle"):
                numbering.linked.setdefault(style, (num_id, whole(each.get(f"{W}ilvl")) or 0))
    return numbering


def _level(element: Element, theme: Theme) -> Level:
    legal = child(element, "isLgl")
    start = whole(value(element, "start"))
    return Level(
        form=value(element, "numFmt") or "decimal",
        text=_level_text(element),
        start=1 if start is None else start,
        restart=whole(value(element, "lvlRestart")),
        legal=legal is not None and is_on(legal),
        space={"nothing": "", "space": " "}.get(value(element, "suff") or "tab", "\t"),
        run=run_properties(child(element, "rPr"), theme),
        paragraph=paragraph_properties(child(element, "pPr")),
    )


def _level_text(element: Element) -> str:
    text = child(element, "lvlText")
    return "" if text is None else text.get(VAL) or ""
