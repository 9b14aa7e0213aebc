"""The words of a paragraph as the file holds them: which element each character stands in, runs parted, words replaced."""

import re
import unicodedata
from collections.abc import Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any, Final

from lxml import etree

from docgen.check.docview.ooxml import OWN_AUTHOR
from docgen.check.repair.charplaces import _NOT_TYPED, NOT_FOUND, Character, by_run, characters_of, place_of, run_of
from docgen.check.repair.edits import CannotMend, Edited, MendLater, child_of, name_of, word_of
from docgen.check.view import Line, Paragraph

Element = Any
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_OWN_TO_IT: Final = ("sectPr", "pPrChange", "numPr")  # what a new paragraph beside it does not share
_TOKENS: Final = re.compile(r"\s+|\w+|[^\w\s]")


class Characters:
    """The characters of a paragraph, of those behind the number that Word sets before them; they know where runs were parted."""

    def __init__(self, edited: Edited, paragraph: Paragraph) -> None:
        self.edited = edited
        self.paragraph = paragraph
        self.ahead = len("".join(span.text for span in paragraph.spans if span.automatic))
        self.all = list(characters_of(edited, paragraph))

    def of(self, where: Line | Paragraph) -> list[Character]:
        """Return the characters of a line, or of the whole paragraph."""
        if isinstance(where, Paragraph):
            return list(self.all)
        text = "".join(each.text for each in self.all)
        own = [span for span in where.spans if not span.automatic]
        start = place_of(text, "".join(span.text for span in own), [each.face for each in self.all], own)
        if start is not None:
            return self.all[start : start + sum(len(span.text) for span in own)]
        found: list[Character] = []
        end = 0
        for span in own:
            start = place_of(text, span.text, [each.face for each in self.all], [span], end)
            if start is None:
                raise CannotMend(NOT_FOUND)
            end = start + len(span.text)
            found += self.all[start:end]
        return found

    def runs(self, characters: Sequence[Character]) -> list[Element]:
        """Return the runs that hold `characters` and no others that leave ink; runs are parted where they hold some."""
        inked = {run: {each for each in held if not each.text.isspace()} for run, held in by_run(self.all).items()}
        return [run if inked[run] <= set(own) else self._parted(run, own) for run, own in by_run(characters).items()]

    def _parted(self, run: Element, own: list[Character]) -> Element:
        """Return a run of its own for `own`, neighbours in `run`."""
        self._cut(run, own[-1], behind=True)
        alone = self._cut(run, own[0], behind=False)
        return run if alone is None else alone

    def _cut(self, run: Element, character: Character, *, behind: bool) -> Element | None:
        """Part `run` before or behind `character`; return the run behind the cut, None where nothing was to be cut."""
        source, at = character.source, character.start + (character.length if behind else 0)
        text = source.text or ""
        place = run.index(source)
        if name_of(source) == "t" and 0 < at < len(text):
            rest = deepcopy(source)
            rest.text, source.text = text[at:], text[:at]
            for each in (rest, source):
                each.set(_SPACE, "preserve")
            run.insert(place + 1, rest)
            for each in self.all:
                if each.source is source and each.start >= at:
                    each.source, each.start = rest, each.start - at
            first = place + 1
        else:
            first = place + (1 if behind else 0)
        properties = child_of(run, "rPr")
        tail = [each for each in run[first:] if each is not properties]
        if not tail or not [each for each in run[:first] if each is not properties]:
            return None
        new = etree.Element(run.tag, dict(run.attrib))
        if properties is not None:
            new.append(deepcopy(properties))
            self.edited.renumber(new[0])
        new.extend(tail)
        run.addnext(new)
        return new

    def ending_with(self, character: Character) -> Element:
        """Return the run that ends with `character`, parted from what follows."""
        run = run_of(character.source)
        self._cut(run, character, behind=True)
        return run

    def replace(self, characters: Sequence[Character], new: str) -> None:
        """Put `new` in the place of `characters`, neighbours, as far as the two differ."""
        old = "".join(each.text for each in characters)
        if any(each.struck for each in characters):
            raise MendLater
        before, after = _TOKENS.findall(old), _TOKENS.findall(new)
        starts = [0]
        for token in before:
            starts.append(starts[-1] + len(token))
        changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for kind, first, last, here, there in reversed(changes):
            if kind != "equal":
                own = characters[starts[first] : starts[last]]
                self._exchange(characters, own, starts[first], "".join(after[here:there]))

    def insert_above(self, words: str) -> None:
        """Put a paragraph with `words` above this one, set as this one is."""
        own = self.edited.twin(self.paragraph.element)
        word = word_of(own)
        new = etree.Element(own.tag)
        properties = etree.SubElement(new, f"{word}pPr")
        before = child_of(own, "pPr")
        shared = () if before is None else before
        properties.extend(deepcopy(each) for each in shared if name_of(each) not in _OWN_TO_IT)
        mark = child_of(properties, "rPr")
        if mark is None:
            mark = etree.SubElement(properties, f"{word}rPr")
        for change in mark.findall(f"{word}rPrChange"):
            mark.remove(change)
        mark.insert(0, self.edited.change(own, "ins"))
        new.append(self._inserted(run_of(self.all[0].source), words))
        own.addprevious(new)

    def compose(self) -> None:
        """Type the runs anew whose letters stand apart from their marks."""
        element = self.edited.twin(self.paragraph.element)
        for run in list(element.iter(f"{word_of(element)}r")):
            texts = [each for each in run if name_of(each) != "rPr"]
            words = "".join(each.text or "" for each in texts if name_of(each) == "t")
            composed = unicodedata.normalize("NFC", words)
            if composed != words and all(name_of(each) == "t" for each in texts) and not unicodedata.combining(words[0]):
                self._strike(run)
                _wrapper(run).addnext(self._inserted(run, composed))

    def _exchange(self, around: Sequence[Character], own: Sequence[Character], at: int, new: str) -> None:
        if own:
            runs = self._runs_of_words(own)
            for run in runs:
                self._strike(run)
            model, beside = runs[0], _wrapper(runs[-1])
        else:
            beside_character = around[at - 1] if at else around[0]
            _check(beside_character)
            model = self.runs([beside_character])[0] if not _stands_at_edge(beside_character, behind=bool(at)) else None
            model = run_of(beside_character.source) if model is None else model
            beside = _wrapper(model)
        if new:
            inserted = self._inserted(model, new)
            if own or at:
                beside.addnext(inserted)
            else:
                beside.addprevious(inserted)
        for each in own:
            each.struck = True

    def _runs_of_words(self, own: Sequence[Character]) -> list[Element]:
        for each in own:
            _check(each)
        held = by_run(self.all)
        return [run if _is_whole(run, held[run], mine) else self._parted(run, mine) for run, mine in by_run(own).items()]

    def _strike(self, run: Element) -> None:
        if _is_own_insertion(run.getparent()):
            run.getparent().remove(run)
            return
        mark = self.edited.change(run, "del")
        run.addprevious(mark)
        mark.append(run)
        for each in run.iter(f"{word_of(run)}t"):
            each.tag = f"{word_of(run)}delText"
            each.set(_SPACE, "preserve")

    def _inserted(self, model: Element, new: str) -> Element:
        word = word_of(model)
        run = etree.Element(model.tag)
        if (properties := child_of(model, "rPr")) is not None:
            run.append(deepcopy(properties))
            if (change := child_of(run[0], "rPrChange")) is not None:
                run[0].remove(change)
        for number, line in enumerate(new.split("\n")):
            if number:
                etree.SubElement(run, f"{word}br")
            text = etree.SubElement(run, f"{word}t")
            text.text = line
            text.set(_SPACE, "preserve")
        mark = self.edited.change(model, "ins")
        mark.append(run)
        return mark


def _check(character: Character) -> None:
    if name_of(character.source) not in ("t", "tab", "br") or name_of(character.source.getparent()) != "r":
        raise CannotMend(_NOT_TYPED)


def _stands_at_edge(character: Character, *, behind: bool) -> bool:
    source = character.source
    run = source.getparent()
    content = [each for each in run if name_of(each) != "rPr"]
    whole = character.start + character.length == len(source.text or "") if behind else character.start == 0
    return (name_of(source) != "t" or whole) and source is content[-1 if behind else 0]


def _wrapper(run: Element) -> Element:
    parent = run.getparent()
    return parent if name_of(parent) in ("ins", "del") else run


def _is_own_insertion(element: Element) -> bool:
    return name_of(element) == "ins" and element.get(f"{word_of(element)}author") == OWN_AUTHOR


def _is_whole(run: Element, held: list[Character], own: list[Character]) -> bool:
    """Return whether `own` are all that `run` holds."""
    return set(held) <= set(own) and all(name_of(each) in ("rPr", "t", "tab", "br") for each in run)
