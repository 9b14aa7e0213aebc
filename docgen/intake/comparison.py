"""A Word plan and the data made of it side by side, as Markdown or as a page of HTML, for a person to go through."""

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

_TITLE: Final = "Đối chiếu bản Word với {name}"
_HEADS: Final = ("Chỗ trong bản Word", "Chữ trong bản Word", "Chỗ trong dữ liệu")
_STYLE: Final = (
    "body{font:16px/1.5 'Times New Roman',serif;margin:2em auto;max-width:70em}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}"
    "td:first-child,td:last-child{white-space:nowrap}.left{background:#fff3cd}"
)


class Pair(NamedTuple):
    """A piece of the paper: its place and words there, and where it is in the data or why it is not."""

    place: str
    words: str
    target: str


def as_markdown(name: str, pairs: Sequence[Pair], summary: str) -> str:
    """Return a table of `pairs` in Markdown."""
    rows = ["| " + " | ".join(_HEADS) + " |", "|---|---|---|"]
    rows += [f"| {_cell(pair.place)} | {_cell(pair.words)} | {_cell(pair.target)} |" for pair in pairs]
    return "\n".join([f"# {_TITLE.format(name=name)}", "", f"{summary}.", "", *rows, ""])


def as_html(name: str, pairs: Sequence[Pair], summary: str) -> str:
    """Return a page with a table of `pairs`; it loads nothing."""
    title = escape(_TITLE.format(name=name))
    rows = "\n".join(
        f"<tr{' class=left' if pair.target.startswith('không nhập') else ''}>"
        f"<td>{escape(pair.place)}<td>{escape(pair.words)}<td>{escape(pair.target)}"
        for pair in pairs
    )
    heads = "".join(f"<th>{escape(head)}" for head in _HEADS)
    return (
        f"<!doctype html>\n<html lang=vi><meta charset=utf-8><title>{title}</title>\n<style>{_STYLE}</style>\n"
        f"<h1>{title}</h1>\n<p>{escape(summary)}.\n<table>\n<tr>{heads}\n{rows}\n</table>\n</html>\n"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
