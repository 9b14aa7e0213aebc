"""Holds a Word plan against the paper made again of its data: every word, in order; a page that shows what went where."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Final, NamedTuple

from docgen.check.anatomy import Paper
from docgen.check.view import Block, Paragraph, paragraphs_of
from docgen.intake import faces
from docgen.intake.letterhead import drafter_of, without_about, written_form
from docgen.intake.levels import behind, level_of
from docgen.intake.tabletitles import unlabelled
from docgen.intake.typed import ROLE
from docgen.text.patterns import lazy_re

_WORD: Final = lazy_re(r"[^\W_]+")
_OPENS_BASIS: Final = lazy_re(r"\A[-–—+•*\s]*(?:căn\s+cứ\b)?", re.IGNORECASE)
_PADDED: Final = lazy_re(r"\b0(?=\d\b)")
_FILED: Final = "lưu"  # of which docgen prints one
_TITLE: Final = "Đối chiếu bản Word với {name}"
_HEADS: Final = ("Chỗ trong bản Word", "Chữ trong bản Word", "Chỗ trong dữ liệu")
_STYLE: Final = (
    "body{font:16px/1.5 'Times New Roman',serif;margin:2em auto;max-width:70em}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}"
    "td:first-child,td:last-child{white-space:nowrap}.left{background:#fff3cd}"
)


class Set(NamedTuple):
    """What of the paper, by the `id` of its paragraphs, docgen does not print as it stands, so that it counts for nothing.

    `skipped` were not carried, which is told, or docgen sets them itself; of those in tables `numbered` have numbers, `roles` say
    "Chủ trì:" and "Phối hợp:" where the table now has a column for each; `labels` open an appendix with its number.
    """

    skipped: Collection[int] = ()
    numbered: Collection[int] = ()
    roles: Collection[int] = ()
    labels: Collection[int] = ()


NOTHING: Final = Set()


@dataclass(frozen=True)
class Recount:
    """How many words the paper has, how many of them are in the paper made again in their order, which are not."""

    all: int
    kept: int
    lost: tuple[str, ...]
    added: tuple[str, ...]


def recount(source: Paper, made: Paper, by_docgen: Set = NOTHING) -> Recount:
    """Return how the words of `made` are those of `source`: head and foot as they are, body and appendices in order."""
    lost: list[str] = []
    added: list[str] = []
    ours, theirs = ([words for words in _ordered(paper, by_docgen) if words] for paper in (source, made))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            gone, new = _differ([word for each in ours[a:b] for word in each], [word for each in theirs[c:d] for word in each])
            lost += gone
            added += new
    head, made_head = Counter(_around(source, by_docgen.skipped)), Counter(_around(made))
    lost += (head - made_head).elements()
    total = sum(map(len, ours)) + sum(head.values())
    return Recount(total, total - len(lost), tuple(lost), tuple(added))


def _differ(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], list[str]]:
    lost: list[str] = []
    added: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            lost += ours[a:b]
            added += theirs[c:d]
    return lost, added


def _ordered(paper: Paper, by_docgen: Set) -> Iterator[tuple[str, ...]]:
    """Yield the words of each paragraph of bases, body and appendices, without the numbers that docgen sets itself."""
    for paragraph in paper.can_cu:
        yield _words(_OPENS_BASIS.sub("", faces.words(paragraph.whole), 1))
    yield from _of_blocks(paper.body, by_docgen)
    for appendix in paper.phu_luc:
        heads = {id(line.paragraph) for line in (appendix.label, appendix.kem_theo) if line is not None}
        yield from _of_blocks(appendix.blocks, by_docgen._replace(skipped={*by_docgen.skipped, *heads}))
    for note in paper.view.footnotes.values():
        yield _words(" ".join(faces.words(paragraph.whole) for paragraph in note))


def _of_blocks(blocks: Sequence[Block], by_docgen: Set) -> Iterator[tuple[str, ...]]:
    """Yield the words of each paragraph of `blocks`; one outside tables, or in a cell that only lays it out, is an item."""
    for block in blocks:
        items = {id(block)} if isinstance(block, Paragraph) else set()
        for paragraph in paragraphs_of((block,)):
            if id(paragraph) in by_docgen.roles:
                yield _words(ROLE.sub("", faces.words(paragraph.whole)))
            elif id(paragraph) in by_docgen.labels:
                yield _words(unlabelled(faces.words(paragraph.whole)))
            elif id(paragraph) not in by_docgen.skipped:
                yield _own(paragraph, is_item=id(paragraph) in items or id(paragraph) in by_docgen.numbered)


def _own(paragraph: Paragraph, *, is_item: bool) -> tuple[str, ...]:
    label = level_of(paragraph).label if is_item else ""
    return _words(faces.words(paragraph.whole, behind(paragraph, label) if label else 0))


def _around(paper: Paper, skipped: Collection[int] = ()) -> Iterator[str]:
    signers = [line for signer in paper.chu_ky for line in (*signer.quyen_han, signer.ho_ten)]
    lines = [
        paper.head.dia_danh,
        *paper.head.chu_quan,
        *paper.head.ban_hanh,
        *paper.trich_yeu,
        *signers,
        *paper.danh_sach,
        drafter_of(paper),
    ]
    for line in lines:
        if line is not None and id(line.paragraph) not in skipped:
            words = without_about(faces.words(line)) if line in paper.trich_yeu else faces.words(line)
            words = written_form(words) if line in signers else words
            words = _PADDED.sub("", words) if line is paper.head.dia_danh else words  # "ngày 2" is printed "ngày 02"
            yield from (word for word in _words(words) if word != _FILED)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


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
