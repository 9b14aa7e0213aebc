"""Joins letters of one template into one paper to print: each a section of its own, its pages numbered from 1.

The footnotes of all stand in one part, numbered on from letter to letter.
"""

import re
from collections.abc import Sequence
from typing import Final

from docgen.files.package import packed, read_parts
from docgen.files.stamp import CORE
from docgen.paper.render.footnotes import DOCUMENT, FOOTNOTES

_SECTION: Final = r"<w:sectPr\b[^>]*/>|<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>"
_BODY: Final = re.compile(rf"\A(.*?<w:body>)(.*)({_SECTION})(</w:body>.*)\Z", re.DOTALL)
_FIRST: Final = re.compile(_SECTION, re.DOTALL)
_NUMBERING: Final = re.compile(r"<w:pgNumType\b[^>]*/>")
_MARGINS: Final = re.compile(r"<w:pgMar\b[^>]*/>")
_NOTE: Final = re.compile(r"<w:footnote (?![^>]*w:type=).*?</w:footnote>", re.DOTALL)
_NUMBER: Final = re.compile(r'(<w:footnote(?:Reference)? (?![^>]*w:type=)[^>]*?w:id=")(\d+)')
_TITLE: Final = re.compile(rb"(?<=<dc:title>).*?(?=</dc:title>)", re.DOTALL)
_OF_ALL: Final = "{count} công văn giao việc"
_FROM_ONE: Final = '<w:pgNumType w:start="1"/>'
_END: Final = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr></w:p>'


def merged(letters: Sequence[bytes]) -> bytes:
    """Return one .docx that prints `letters`, at least one, in order; raise `ValueError` where one has no body."""
    printed, notes, last = [], "", 0
    made: dict[str, bytes] = {}
    for index, letter in enumerate(letters, start=1):
        parts = read_parts(letter)
        opening, body, section, closing = _torn(parts[DOCUMENT].decode())
        if FOOTNOTES in parts:
            body, own = (_numbered_on(text, last) for text in (body, parts[FOOTNOTES].decode()))
            notes += "".join(_NOTE.findall(own))
            last = max(int(number) for _, number in _NUMBER.findall(own))
        if not made or (FOOTNOTES in parts and FOOTNOTES not in made):
            made = parts
        ending = section if index == len(letters) else _END.format(section)
        printed.append(_FIRST.sub(_numbered_from_one, f"{body}{ending}", count=1))
    if FOOTNOTES in made:
        before, end, behind = _NOTE.sub("", made[FOOTNOTES].decode()).rpartition("</w:footnotes>")
        made[FOOTNOTES] = f"{before}{notes}{end}{behind}".encode()
    if len(letters) > 1 and CORE in made:  # what a viewer of the PDF shows as its name
        made[CORE] = _TITLE.sub(_OF_ALL.format(count=len(letters)).encode(), made[CORE])
    return packed({**made, DOCUMENT: "".join((opening, *printed, closing)).encode()})


def _numbered_on(xml: str, last: int) -> str:
    """Return `xml` with its footnotes, or the calls for them, numbered on behind the number `last`."""
    return _NUMBER.sub(lambda found: f"{found[1]}{int(found[2]) + last}", xml)


def _torn(document: str) -> tuple[str, str, str, str]:
    """Return a letter's document up to its body, the body, the properties of its section, and the rest."""
    match = _BODY.match(document)
    if match is None:
        raise ValueError("a letter without a body")
    opening, body, section, closing = match.groups()
    return opening, body, section, closing


def _numbered_from_one(section: re.Match[str]) -> str:
    return _MARGINS.sub(lambda margins: margins.group() + _FROM_ONE, _NUMBERING.sub("", section.group()), count=1)
