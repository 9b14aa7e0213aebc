"""Values to YAML as a clerk would write it: blocks with comments, long texts folded below `>-`, quotes only where needed.

What is written here is read by `yamlfile` as the same text, as long as it holds no character that must not be printed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from docgen.text.patterns import lazy_re

Writable: TypeAlias = "str | Sequence[Writable] | Mapping[str, Writable] | None"

_WIDTH: Final = 110
_STEP: Final = "  "
_NOTHING: Final = frozenset({"null", "Null", "NULL", "~", ""})
_PLAIN: Final = lazy_re(r"[^\W_](?:[^\n\t:#]|:(?=\S)|(?<=\S)#)*")
_ESCAPED: Final = lazy_re("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_PLACE_TO_BREAK: Final = lazy_re(r"(?<=[^\s]) (?=[^\s])")


def lines_of(value: Mapping[str, Writable], indent: int) -> list[str]:
    """Return the lines of a mapping whose keys stand `indent` blanks from the edge."""
    return [line for key, each in value.items() for line in _entry(key, each, " " * indent)]


def item_lines(value: Mapping[str, Writable], indent: int, comment: str = "") -> list[str]:
    """Return the lines of a mapping that is an item of a list, with its dash `indent` blanks from the edge.

    `comment` stands behind its first value, which has to be a short text.
    """
    first, *others = lines_of(value, indent + len(_STEP))
    opened = f"{' ' * indent}- {first.lstrip(' ')}"
    return [f"{opened} # {comment}" if comment else opened, *others]


def _entry(key: str, value: Writable, margin: str) -> Iterator[str]:
    inner = margin + _STEP
    if value is None:
        yield f"{margin}{key}:"
    elif isinstance(value, str):
        yield from _text(f"{margin}{key}:", value, inner)
    elif isinstance(value, Mapping):
        yield f"{margin}{key}:"
        yield from lines_of(value, len(inner))
    else:
        yield f"{margin}{key}:{'' if value else ' []'}"
        for each in value:
            if isinstance(each, Mapping):
                yield from item_lines(each, len(inner))
            elif isinstance(each, str):
                yield from _text(f"{inner}-", each, inner + _STEP)
            else:
                yield from _row(each, inner)


def _row(cells: Sequence[Writable] | None, margin: str) -> Iterator[str]:
    """Yield the lines of a list of texts in a list: a row of a table, on one line where it fits."""
    texts = [cell for cell in cells or () if isinstance(cell, str)]
    if len(texts) != len(cells or ()):
        raise TypeError("a list in a list holds texts")
    line = f"{margin}- [{', '.join(map(_double_quoted, texts))}]"
    if len(line) <= _WIDTH or not texts:
        yield line
        return
    for number, text in enumerate(texts):
        yield from _text(f"{margin}{' ' if number else '-'} -", text, margin + 2 * _STEP)


def _text(opening: str, text: str, margin: str) -> Iterator[str]:
    """Yield the lines of a text behind its key or its dash; one that ends with a line break is written below a `|`."""
    if text.endswith("\n") and (lines := text[:-1]) == lines.strip() and lines and not _ESCAPED.search(text):
        yield f"{opening} |"
        yield from (f"{margin}{line}" if line else "" for line in lines.split("\n"))
    elif _ESCAPED.search(text) or text != text.strip() or not text:
        yield f"{opening} {_double_quoted(text)}"
    elif "\n" in text:
        yield f"{opening} |-"
        yield from (f"{margin}{line}" if line else "" for line in text.split("\n"))
    elif len(opening) + 1 + len(text) > _WIDTH:
        yield f"{opening} >-"
        yield from (f"{margin}{line}" for line in _folded(text, _WIDTH - len(margin)))
    else:
        yield f"{opening} {_on_one_line(text)}"


def _on_one_line(text: str) -> str:
    if _PLAIN.fullmatch(text) and text not in _NOTHING:
        return text
    if "\t" in text or not {'"', "\\"} & set(text):
        return _double_quoted(text)
    return "'" + text.replace("'", "''") + "'"


def _double_quoted(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted) + '"'


def _folded(text: str, width: int) -> Iterator[str]:
    """Yield `text` in lines; it is broken at single blanks alone, since a reader makes one blank of a break."""
    line = ""
    for piece in _PLACE_TO_BREAK.split(text):
        if line and len(line) + 1 + len(piece) > width:
            yield line
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    yield line


@dataclass(frozen=True)
class Block:
    """A comment, then keys with their values; or one key, below which blocks stand."""

    comment: str
    data: Mapping[str, Writable] = field(default_factory=dict)
    key: str = ""
    below: tuple["Block", ...] = ()


def written(schema: str, blocks: Iterable[Block]) -> str:
    """Return the text of a file: the line that tells an editor its schema, then the blocks, a blank line between them."""
    return f"# yaml-language-server: $schema={schema}\n" + "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block, indent: int = 0) -> list[str]:
    return [*_comment(block.comment, indent), *_body(block, indent)]


def _body(block: Block, indent: int) -> Iterator[str]:
    yield from lines_of(block.data, indent)
    if block.key:
        yield f"{' ' * indent}{block.key}:"
        for each in block.below:
            yield from _lines(each, indent + len(_STEP))


def _comment(text: str, indent: int) -> Iterator[str]:
    for line in text.splitlines():
        yield f"{' ' * indent}# {line}".rstrip()
