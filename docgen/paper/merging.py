"""Joins letters of one template into one paper to print: each a section of its own, its pages numbered from 1."""

import re
from collections.abc import Sequence
from typing import Final

from docgen.files.package import packed, part_of, read_parts

_DOCUMENT: Final = "word/document.xml"
_SECTION: Final = r"<w:sectPr\b[^>]*/>|<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>"
_BODY: Final = re.compile(rf"\A(.*?<w:body>)(.*)({_SECTION})(</w:body>.*)\Z", re.DOTALL)
_FIRST: Final = re.compile(_SECTION, re.DOTALL)
_NUMBERING: Final = re.compile(r"<w:pgNumType\b[^>]*/>")
_MARGINS: Final = re.compile(r"<w:pgMar\b[^>]*/>")
_FROM_ONE: Final = '<w:pgNumType w:start="1"/>'
_END: Final = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr></w:p>'


def merged(letters: Sequence[bytes]) -> bytes:
    """Return one .docx that prints `letters`, at least one, in order; raise `ValueError` where one has no body."""
    opening, *_, closing = _parts(letters[0])
    printed = []
    for index, letter in enumerate(letters, start=1):
        _, body, section, _ = _parts(letter)
        ending = section if index == len(letters) else _END.format(section)
        printed.append(_FIRST.sub(_numbered_from_one, f"{body}{ending}", count=1))
    return packed({**read_parts(letters[0]), _DOCUMENT: "".join((opening, *printed, closing)).encode()})


def _parts(letter: bytes) -> tuple[str, str, str, str]:
    match = _BODY.match(part_of(letter, _DOCUMENT).decode())
    if match is None:
        raise ValueError("a letter without a body")
    opening, body, section, closing = match.groups()
    return opening, body, section, closing


def _numbered_from_one(section: re.Match[str]) -> str:
    return _MARGINS.sub(lambda margins: margins.group() + _FROM_ONE, _NUMBERING.sub("", section.group()), count=1)
