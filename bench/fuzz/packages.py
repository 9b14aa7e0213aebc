"""Changes to a .docx or .xlsx: to the XML of a part, to a part as bytes, to the set of parts, to the zip itself."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from typing import Final

from bench.fuzz import trees
from docgen.files.package import UNREADABLE, read_parts

_FAVOURED: Final = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
)
Parts = dict[str, bytes]


def changed(data: bytes, donor: bytes, drawn: random.Random) -> bytes:
    """Return the package `data` after some changes; parts of the package `donor` may come into it."""
    try:
        parts, others = read_parts(data), read_parts(donor)
    except UNREADABLE:
        return _spoilt(data, drawn)
    if not parts or not others:
        return _spoilt(data, drawn)
    if drawn.random() < 0.05:
        return _spoilt(data, drawn)
    for _ in range(drawn.choice((1, 1, 2, 4))):
        drawn.choices(_CHANGES, _WEIGHTS)[0](parts, others, drawn)
    return _packed(parts, drawn)


def _packed(parts: Parts, drawn: random.Random) -> bytes:
    buffer = io.BytesIO()
    method = drawn.choices((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA), (20, 2, 1, 1))[0]
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def _pick(parts: Parts, drawn: random.Random) -> str:
    named = [name for name in _FAVOURED if name in parts]
    return drawn.choice(named) if named and drawn.random() < 0.6 else drawn.choice(list(parts))


def _in_xml(parts: Parts, others: Parts, drawn: random.Random) -> None:
    name = _pick(parts, drawn)
    donor = others[name] if name in others and drawn.random() < 0.7 else parts[_pick(parts, drawn)]
    try:
        parts[name] = trees.changed(parts[name], donor, drawn)
    except ValueError:
        parts[name] = _spoilt(parts[name], drawn)


def _in_bytes(parts: Parts, _: Parts, drawn: random.Random) -> None:
    name = _pick(parts, drawn)
    parts[name] = _spoilt(parts[name], drawn)


def _lose(parts: Parts, _: Parts, drawn: random.Random) -> None:
    if len(parts) > 1:
        del parts[drawn.choice(list(parts))]


def _take(parts: Parts, others: Parts, drawn: random.Random) -> None:
    name = drawn.choice(list(others))
    parts[name if drawn.random() < 0.7 else drawn.choice(list(parts))] = others[name]


def _rename(parts: Parts, _: Parts, drawn: random.Random) -> None:
    name = drawn.choice(list(parts))
    parts[drawn.choice((name.upper(), name.replace("/", "\\"), f"/{name}", f"../{name}", "a" * 300, f"{name}/", ""))] = parts.pop(
        name
    )


def _in_words(parts: Parts, _: Parts, drawn: random.Random) -> None:
    """Write one word of a part everywhere as another of the same part: names, references, values."""
    name = _pick(parts, drawn)
    words = parts[name].replace(b"<", b'"').replace(b">", b'"').split(b'"')
    old, new = drawn.choice(words), drawn.choice(words)
    if old.strip() and b"/" not in old and b"=" not in old + new:
        parts[name] = parts[name].replace(b'"' + old + b'"', b'"' + new + b'"')


def _encode(parts: Parts, _: Parts, drawn: random.Random) -> None:
    name = _pick(parts, drawn)
    text = parts[name].decode("utf-8", "replace")
    parts[name] = text.encode(drawn.choice(("utf-16", "utf-16-le", "utf-8-sig", "cp1258", "utf-32", "utf-7")), "replace")


def _spoilt(data: bytes, drawn: random.Random) -> bytes:
    """Return `data` cut, with a piece lost or doubled, or with some bytes changed."""
    start, end = sorted((drawn.randrange(len(data) + 1), drawn.randrange(len(data) + 1)))
    match drawn.randrange(4):
        case 0:
            return data[:end]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:]
    changed = bytearray(data)
    for _ in range(drawn.choice((1, 4, 30)) if data else 0):
        changed[drawn.randrange(len(data))] = drawn.randrange(256)
    return bytes(changed)


_CHANGES: Final[Sequence[Callable[[Parts, Parts, random.Random], None]]] = (
    _in_xml, _in_words, _in_bytes, _lose, _take, _rename, _encode,
)  # fmt: skip
_WEIGHTS: Final = (60, 8, 2, 3, 5, 2, 2)
