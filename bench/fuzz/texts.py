"""Changes to a file of data: to its lines, their indent, its words, its signs, its bytes."""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

from bench.fuzz.edges import edge

_TOKEN: Final = re.compile(r"[^\W_]+|\d+|[^\w\s]")
_SIGNS: Final = (
    ":", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!python/object:os.system ", "!!binary ", "!x ", "%", "@", "|", ">",
    "|+2\n", '"', "'", "---\n", "...\n", "#", " #", "? ", "<<: *a", "\\", "\t", "\r", "\n", "\0", "\x1b[2J", "\ufeff", "\u00a0",
    "\u200b", "\u202e", "\u2028", "\u0085", "\U0001f600", ",", "`",
)  # fmt: skip
Lines = list[str]


def changed(data: bytes, donor: bytes, drawn: random.Random) -> bytes:
    """Return the text `data` after some changes; lines of the text `donor` may come into it."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    others = donor.decode("utf-8", "replace").splitlines(keepends=True) or ["a: b\n"]
    for _ in range(drawn.choice((1, 1, 1, 2, 3, 8, 20))):
        lines = lines or ["a: b\n"]
        drawn.choice(_CHANGES)(lines, others, drawn)
    return _written("".join(lines), drawn)


def _written(text: str, drawn: random.Random) -> bytes:
    if drawn.random() < 0.03:
        text = unicodedata.normalize("NFD", text)
    if drawn.random() < 0.03:
        text = text.replace("\n", drawn.choice(("\r\n", "\r", "\n\n")))
    data = text.encode(drawn.choice(("utf-16", "utf-8-sig", "cp1258")) if drawn.random() < 0.03 else "utf-8", "replace")
    return data[: drawn.randrange(len(data) + 1)] if drawn.random() < 0.03 else data


def _lose(lines: Lines, _: Lines, drawn: random.Random) -> None:
    start = drawn.randrange(len(lines))
    del lines[start : start + drawn.choice((1, 1, 2, 10))]


def _repeat(lines: Lines, _: Lines, drawn: random.Random) -> None:
    start = drawn.randrange(len(lines))
    lines[start:start] = lines[start : start + drawn.choice((1, 1, 5, 40))] * drawn.choice((1, 1, 3))


def _move(lines: Lines, _: Lines, drawn: random.Random) -> None:
    lines.insert(drawn.randrange(len(lines)), lines.pop(drawn.randrange(len(lines))))


def _take(lines: Lines, others: Lines, drawn: random.Random) -> None:
    start, place = drawn.randrange(len(others)), drawn.randrange(len(lines) + 1)
    lines[place:place] = others[start : start + drawn.choice((1, 1, 3, 12))]


def _indent(lines: Lines, _: Lines, drawn: random.Random) -> None:
    start = drawn.randrange(len(lines))
    for number in range(start, min(len(lines), start + drawn.choice((1, 1, 4)))):
        bare = lines[number].lstrip(" ")
        depth = len(lines[number]) - len(bare) + drawn.choice((-4, -2, -1, 1, 2, 4, 40))
        lines[number] = " " * max(0, depth) + bare


def _join(lines: Lines, _: Lines, drawn: random.Random) -> None:
    number = drawn.randrange(len(lines))
    lines[number] = lines[number].rstrip("\n")


def _say(lines: Lines, _: Lines, drawn: random.Random) -> None:
    """Replace a word, or all that stands behind a key."""
    number = drawn.randrange(len(lines))
    line = lines[number]
    found = list(_TOKEN.finditer(line))
    if not found:
        return
    key, colon, _words = line.partition(": ")
    if colon and drawn.random() < 0.4:
        lines[number] = f"{key}: {edge(drawn)}\n"
    else:
        word = drawn.choice(found)
        lines[number] = line[: word.start()] + edge(drawn) + line[word.end() :]


def _rename(lines: Lines, others: Lines, drawn: random.Random) -> None:
    """Give a value another key, or a key another value."""
    number = drawn.randrange(len(lines))
    key, colon, value = lines[number].partition(":")
    other_key, other_colon, other_value = drawn.choice(others).partition(":")
    if colon and other_colon:
        indent = key[: len(key) - len(key.lstrip(" -"))]
        lines[number] = drawn.choice((f"{indent}{other_key.strip(' -')}:{value}", f"{key}:{other_value}"))


def _sign(lines: Lines, _: Lines, drawn: random.Random) -> None:
    number = drawn.randrange(len(lines))
    place = drawn.randrange(len(lines[number]) + 1)
    lines[number] = lines[number][:place] + drawn.choice(_SIGNS) + lines[number][place:]


def _digits(lines: Lines, _: Lines, drawn: random.Random) -> None:
    number = drawn.randrange(len(lines))
    lines[number] = re.sub(r"\d", lambda each: drawn.choice((each[0], str(drawn.randrange(10)))), lines[number])


def _deep(lines: Lines, _: Lines, drawn: random.Random) -> None:
    number = drawn.randrange(len(lines))
    key, colon, value = lines[number].rstrip("\n").partition(": ")
    depth = drawn.choice((1, 2, 60, 2000))
    if colon:
        lines[number] = f"{key}: {drawn.choice(('[', '{a: ')) * depth}{value}\n"


_CHANGES: Final[Sequence[Callable[[Lines, Lines, random.Random], None]]] = (
    _lose, _repeat, _move, _take, _indent, _join, _say, _say, _say, _say, _rename, _rename, _sign, _sign, _digits, _deep,
)  # fmt: skip
