"""Changes to the XML of one part that leave it well-formed: what stands in it is moved, repeated, renamed, reworded."""

import copy
import random
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from lxml import etree

from bench.fuzz.edges import edge

_WORD: Final = re.compile(r"\d+|[^\W\d]+|\S")
_MANY: Final = (2, 10, 60)
_MOST: Final = 60_000  # elements of a part that may still grow


def changed(part: bytes, donor: bytes, drawn: random.Random) -> bytes:
    """Return `part` after some changes; elements of `donor`, another part, may come into it.

    Raises `ValueError` where either is no XML.
    """
    try:
        root, other = etree.fromstring(part), etree.fromstring(donor)
    except etree.XMLSyntaxError as error:
        raise ValueError from error
    for _ in range(drawn.choice((1, 1, 1, 2, 3, 8))):
        elements = [each for each in root.iter() if isinstance(each.tag, str)]
        strangers = [each for each in other.iter() if isinstance(each.tag, str)]
        drawn.choice(_CHANGES)(_near_others(elements, drawn), elements, strangers, drawn)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _near_others(elements: Sequence[Any], drawn: random.Random) -> Any:
    """Return an element; rare kinds as often as the many."""
    if drawn.random() < 0.5:
        return drawn.choice(elements)
    tag = drawn.choice(sorted({each.tag for each in elements}))
    return drawn.choice([each for each in elements if each.tag == tag])


Change = Callable[[Any, Sequence[Any], Sequence[Any], random.Random], None]


def _delete(at: Any, *_: Any) -> None:
    if at.getparent() is not None:
        at.getparent().remove(at)


def _empty(at: Any, *_: Any) -> None:
    for each in list(at):
        at.remove(each)


def _repeat(at: Any, elements: Sequence[Any], _: Any, drawn: random.Random) -> None:
    if at.getparent() is None:
        return
    size = sum(1 for _ in at.iter())
    for _ in range(min(drawn.choice(_MANY), max(1, (_MOST - len(elements)) // size))):
        at.addnext(copy.deepcopy(at))


def _move(at: Any, elements: Sequence[Any], _: Any, drawn: random.Random) -> None:
    target = drawn.choice(elements)
    if at.getparent() is not None and target is not at and at not in target.iterancestors():
        target.insert(drawn.randrange(len(target) + 1), at)


def _insert_copy(at: Any, _: Any, strangers: Sequence[Any], drawn: random.Random) -> None:
    at.insert(drawn.randrange(len(at) + 1), copy.deepcopy(drawn.choice(strangers)))


def _nest(at: Any, _: Any, __: Any, drawn: random.Random) -> None:
    parent = at.getparent()
    if parent is None:
        return
    place = parent.index(at)
    for _ in range(drawn.choice(_MANY)):
        outer = etree.Element(drawn.choice((at.tag, parent.tag)))
        outer.append(at)
        at = outer
    parent.insert(place, at)


def _unwrap(at: Any, *_: Any) -> None:
    parent = at.getparent()
    if parent is not None:
        place = parent.index(at)
        for child in reversed(list(at)):
            parent.insert(place, child)
        parent.remove(at)


def _rename(at: Any, elements: Sequence[Any], strangers: Sequence[Any], drawn: random.Random) -> None:
    at.tag = drawn.choice(drawn.choice((elements, strangers))).tag


def _say(at: Any, *rest: Any) -> None:
    at.text = _fit(edge(rest[-1]))


def _reword(_: Any, elements: Sequence[Any], strangers: Sequence[Any], drawn: random.Random) -> None:
    """Replace a word or a number inside some texts, each by an odd one or by one of another text."""
    spoken = [each for each in elements if each.text and each.text.strip()]
    others = [word for each in strangers if each.text for word in each.text.split()] or ["a"]
    for at in drawn.sample(spoken, min(len(spoken), drawn.choice((1, 3, 10)))):
        found = drawn.choice(list(_WORD.finditer(at.text)))
        new = edge(drawn) if drawn.random() < 0.7 else drawn.choice(others)
        at.text = _fit(at.text[: found.start()] + new + at.text[found.end() :])


def _set(at: Any, elements: Sequence[Any], strangers: Sequence[Any], drawn: random.Random) -> None:
    names = sorted(at.attrib) or sorted({name for each in drawn.choice((elements, strangers)) for name in each.attrib})
    if names:
        at.set(drawn.choice(names), _fit(edge(drawn)))


def _swap(at: Any, elements: Sequence[Any], _: Any, drawn: random.Random) -> None:
    other = drawn.choice(elements)
    at.text, other.text = other.text, at.text
    mine, theirs = dict(at.attrib), dict(other.attrib)
    for element, values in ((at, theirs), (other, mine)):
        element.attrib.clear()
        element.attrib.update(values)


def _forget(at: Any, _: Any, __: Any, drawn: random.Random) -> None:
    if at.attrib:
        del at.attrib[drawn.choice(sorted(at.attrib))]


def _fit(text: str) -> str:
    return "".join(each for each in text if each in "\t\n\r" or each >= " ")


_CHANGES: Final[Sequence[Change]] = (
    _delete, _empty, _repeat, _move, _insert_copy, _nest, _unwrap, _rename, _say, _reword, _reword, _reword, _set, _set, _set,
    _swap, _forget,
)  # fmt: skip
