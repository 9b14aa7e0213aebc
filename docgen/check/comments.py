"""A copy of a paper with each finding as a Word comment at its place. Every other part of the file stays byte for byte.

The marks of a comment go into the paragraph itself, at its start and its end, so that paragraphs without runs, with links or
with content controls are marked alike. A comment bears no time: the schema asks for none, and docgen has no clock.
"""

import posixpath
from collections.abc import Iterable
from itertools import count
from typing import Any, Final

from lxml import etree

from docgen.check.docview.ooxml import OWN_AUTHOR
from docgen.check.docview.wordfile import Package, open_package
from docgen.check.finding import Finding, quoted
from docgen.check.reports import DECREE, place_words
from docgen.errors import FileError
from docgen.files.package import UNREADABLE as BROKEN_ZIP
from docgen.files.package import TooLarge, packed, read_parts, with_part

Element = Any
_INITIALS: Final = "dg"
_LARGEST: Final = 1_000_000_000  # bytes, unpacked: pictures too
_ID_DIGITS: Final = 9  # of the numbers that Word gives to comments
_QUOTED: Final = 5
_OF_DECREE: Final = f", Nghị định số {DECREE}"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
UNREADABLE: Final = "tệp có phần hỏng nên không ghi chú được; mở bằng Word rồi lưu lại"


def commented(name: str, data: bytes, findings: Iterable[Finding]) -> bytes:
    """Return the .docx `data` with `findings`, those of the paper `name`, as comments; raise `FileError` where it is damaged."""
    package = open_package(name, data)
    parts = _parts(package, data)
    body = _parsed(parts[package.main])
    word = etree.QName(body).namespace
    where = _comments_part(package, parts)
    comments = _parsed(parts[where]) if where in parts else etree.Element(f"{{{word}}}comments", nsmap={"w": word})
    taken = [each.get(f"{{{word}}}id", "") for each in comments.iter(f"{{{word}}}comment")]
    first = 1 + max((int(number) for number in taken if number.isdecimal() and len(number) <= _ID_DIGITS), default=-1)
    for number, finding in enumerate(findings, start=first):
        comments.append(_comment(word, str(number), finding))
        _mark(_anchor(body, finding), word, str(number))
    relation = _STRICT_RELATION if word.startswith(_STRICT) else _RELATION
    parts[package.main] = _written(body)
    return packed(with_part(parts, where, _written(comments), (_CONTENT_TYPE, relation), source=package.main))


def _parts(package: Package, data: bytes) -> dict[str, bytes]:
    try:
        return read_parts(data, _LARGEST)
    except TooLarge:
        raise FileError.at(package.name, "tệp lớn bất thường nên không ghi chú được; giảm cỡ các ảnh rồi chạy lại") from None
    except BROKEN_ZIP as error:
        raise FileError.at(package.name, UNREADABLE) from error


def _comments_part(package: Package, parts: dict[str, bytes]) -> str:
    """Return the name of the part of comments: the one that the paper has, or a free one beside the main part."""
    has = next((each.target for each in package.relations.values() if each.kind == "comments" and each.target), None)
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    return has or next(name for name in names if name not in parts)


def _comment(word: str, number: str, finding: Finding) -> Element:
    comment = _element(word, "comment", id=number, author=OWN_AUTHOR, initials=_INITIALS)
    for place, text in enumerate(comment_lines(finding)):
        paragraph = _child(comment, "p")
        if place == 0:
            _child(_child(paragraph, "r"), "annotationRef")
        _child(_child(paragraph, "r"), "t").text = text
    return comment


def comment_lines(finding: Finding) -> list[str]:
    """Return what a comment says: the fault, the remedy, the clause, and the words at further places of the same fault."""
    severity = finding.severity.word.capitalize()
    stories = {place.story for place in finding.places}
    elsewhere = "trong khung chữ" if "box" in stories else place_words(finding.places).lower()
    where = "" if "body" in stories else f" ({elsewhere})"
    others = [f"“{quoted(place)}”" for place in finding.places[1:] if place.words]
    more = f"; và {len(others) - _QUOTED} chỗ nữa" if len(others) > _QUOTED else ""
    return [
        f"{severity} {finding.rule.id}{where}: {finding.message}.",
        f"Cách sửa: {finding.remedy}.",
        f"Cơ sở: {finding.clause}{_OF_DECREE if finding.clause.startswith(('PL ', 'Điều ')) else ''}.",
        *([f"Cùng lỗi này ở: {'; '.join(others[:_QUOTED])}{more}."] if others else []),
    ]


def _anchor(body: Element, finding: Finding) -> Element:
    """Return the paragraph of the body that stands for the finding's place: around a text box, the first one for a header."""
    element = finding.places[0].element if finding.places else None
    paragraph = f"{{{etree.QName(body).namespace}}}p"
    twin = None if element is None else _twin(element, body)
    around = [] if twin is None else [each for each in (twin, *twin.iterancestors()) if each.tag == paragraph]
    return around[-1] if around else _first_paragraph(body, paragraph)


def _twin(element: Element, body: Element) -> Element | None:
    """Return the element of `body` that stands where `element` does in the tree that was judged, None if in another part."""
    steps = []
    while (parent := element.getparent()) is not None:
        steps.append(_elements(parent).index(element))
        element = parent
    if etree.QName(element).localname != etree.QName(body).localname:
        return None
    for step in reversed(steps):
        body = _elements(body)[step]
    return body


def _elements(parent: Element) -> list[Element]:
    return [child for child in parent if isinstance(child.tag, str)]


def _first_paragraph(root: Element, paragraph: str) -> Element:
    found = next(root.iter(paragraph), None)
    if found is None:
        found = etree.Element(paragraph)
        _elements(root)[0].insert(0, found)
    return found


def _mark(paragraph: Element, word: str, number: str) -> None:
    properties = paragraph.find(f"{{{word}}}pPr")
    behind = 0 if properties is None else paragraph.index(properties) + 1
    paragraph.insert(behind, _element(word, "commentRangeStart", id=number))
    paragraph.append(_element(word, "commentRangeEnd", id=number))
    run = _child(paragraph, "r")
    _child(run, "commentReference").set(f"{{{word}}}id", number)


def _element(word: str, name: str, **attributes: str) -> Element:
    return etree.Element(f"{{{word}}}{name}", {f"{{{word}}}{key}": value for key, value in attributes.items()}, nsmap={"w": word})


def _child(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}")


def _parsed(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _written(root: Element) -> bytes:
    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))
