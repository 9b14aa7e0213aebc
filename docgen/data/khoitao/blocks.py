"""Commented YAML: blocks of a comment and what it explains, written one below the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen.data.yamltext.writing import Writable, lines_of

_STEP = 2


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
            yield from _lines(each, indent + _STEP)


def _comment(text: str, indent: int) -> Iterator[str]:
    for line in text.splitlines():
        yield f"{' ' * indent}# {line}".rstrip()
