"""What Word does when all of docgen's changes in a paper are accepted, or all refused; and papers held against each other.

Only docgen's own are looked at: a paper with anybody else's is not repaired.
"""

from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from docgen.check.docview.ooxml import OWN_AUTHOR
from docgen.check.repair.edits import UNTRACKED, child_of, name_of, word_of
from docgen.files.package import Archive, parsed_part, written_part

Element = Any
_CHANGES: Final = tuple(f"{kind}Change" for kind in UNTRACKED)
_WORDS: Final = {"delText": "t", "delInstrText": "instrText"}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def accepted(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a package as they are once all of docgen's changes are accepted."""
    return {name: written_part(_settled(data, accept=True)) if _holds_changes(data) else data for name, data in parts.items()}


def refused(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a package as they are once all of docgen's changes are refused."""
    return {name: written_part(_settled(data, accept=False)) if _holds_changes(data) else data for name, data in parts.items()}


def _holds_changes(data: bytes) -> bool:
    return b'author="' + OWN_AUTHOR.encode() + b'"' in data


def gives_back(paper: bytes, copy: bytes) -> bool:
    """Return whether all of docgen's changes in `copy` refused leave `paper`, but for where runs of one format are parted."""
    own, other = Archive(paper), Archive(copy)
    if own.sizes.keys() != other.sizes.keys():
        return False
    changed = [name for name in own.sizes if own.checksum(name) != other.checksum(name)]
    return all(_gives_back(*(archive.read(name, archive.sizes[name]) for archive in (own, other))) for name in changed)


def _gives_back(own: bytes, other: bytes) -> bool:
    return _canonical(parsed_part(own)) == _canonical(_settled(other, accept=False))


def _settled(data: bytes, *, accept: bool) -> Element:
    root = parsed_part(data)
    word = word_of(root)
    for name in _CHANGES:
        for mark in [each for each in root.iter(f"{word}{name}") if _is_own(each)]:
            _settle_format(mark, name.removesuffix("Change"), accept=accept)
    for mark in list(root.iter(f"{word}tblGridChange")):
        _settle_grid(mark, accept=accept)
    gone, stays = ("del", "ins") if accept else ("ins", "del")
    for mark in [each for each in root.iter(f"{word}{gone}") if _is_own(each)]:
        _take_away(mark)
    for mark in [each for each in root.iter(f"{word}{stays}") if _is_own(each)]:
        _unwrap(mark)
    return root


def _is_own(mark: Element) -> bool:
    return bool(mark.get(f"{word_of(mark)}author") == OWN_AUTHOR)


def _settle_format(mark: Element, kind: str, *, accept: bool) -> None:
    properties = mark.getparent()
    properties.remove(mark)
    if not accept:
        kept = [each for each in properties if name_of(each) in UNTRACKED[kind]]
        first = kind in ("sectPr", "rPr")  # references to headers stand before what is tracked, the rest of the kept behind it
        before = list(next(iter(mark), ()))
        properties[:] = [*kept, *before] if first else [*before, *kept]


def _settle_grid(mark: Element, *, accept: bool) -> None:
    grid = mark.getparent()
    grid.remove(mark)
    if not accept:
        grid[:] = list(next(iter(mark), ()))


def _take_away(mark: Element) -> None:
    """Take away what is no more: words, or the end of a paragraph, whose words then stand in the next one."""
    parent = mark.getparent()
    if name_of(parent) != "rPr" or name_of(parent.getparent()) != "pPr":
        parent.remove(mark)
        return
    parent.remove(mark)
    paragraph = parent.getparent().getparent()
    behind = paragraph.getnext()
    words = [each for each in paragraph if name_of(each) != "pPr"]
    if behind is None or name_of(behind) != "p":
        return
    place = 0 if child_of(behind, "pPr") is None else 1
    behind[place:place] = words
    paragraph.getparent().remove(paragraph)


def _unwrap(mark: Element) -> None:
    parent = mark.getparent()
    for each in mark.iter("*"):
        if name_of(each) in _WORDS:
            each.tag = f"{word_of(each)}{_WORDS[name_of(each)]}"
    place = parent.index(mark)
    parent[place : place + 1] = list(mark)


def alike(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> bool:
    """Return whether two packages hold the same, but for where runs of one format are parted."""
    names = one.keys() | other.keys()
    return all(one.get(name) == other.get(name) or _same(one.get(name), other.get(name)) for name in names)


def _same(one: bytes | None, other: bytes | None) -> bool:
    return one is not None and other is not None and _canonical(parsed_part(one)) == _canonical(parsed_part(other))


def _canonical(root: Element) -> bytes:
    """Return the canonical XML of `root`, neighbouring runs of one format in one, without properties that say nothing."""
    word = word_of(root)
    for name in ("rPr", "pPr", "trPr", "tcPr", "tblPr"):
        for empty in [each for each in root.iter(f"{word}{name}") if not len(each) and not each.attrib]:
            empty.getparent().remove(empty)
    for run in list(root.iter(f"{word}r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _format(before) == _format(run) and run.attrib == before.attrib:
            before.extend([each for each in run if name_of(each) != "rPr"])
            run.getparent().remove(run)
    for text in list(root.iter(f"{word}t")):
        text.attrib.pop(_SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)
    return bytes(etree.tostring(root, method="c14n"))


def _format(run: Element) -> bytes:
    properties = child_of(run, "rPr")
    return b"" if properties is None else bytes(etree.tostring(properties, method="c14n", with_tail=False))
