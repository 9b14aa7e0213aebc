"""The letters of old codes (TCVN3, VNI) in a view as Unicode, by their fonts or by the syllables that they make."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from docgen.check.ink import Span
from docgen.check.view import Paragraph, View
from docgen.text import bang_ma

_FEW: Final = 3  # paragraphs in an old code, by which others of the same paper are taken to be in it too


def holds_old_code(view: View) -> bool:
    """Return whether any words of `view` are typed in an old code."""
    return any(any(map(_code, each.spans)) or bang_ma.code_of(each.text) for each in _every(view))


def recode(view: View) -> dict[bang_ma.Code, list[Paragraph]]:
    """Put the letters of old codes in `view` into Unicode, before anybody has read it; return the paragraphs that had them."""
    every = _every(view)
    codes = {id(each): bang_ma.code_of(_text(each)) for each in every if not any(map(_code, each.spans))}
    usual = Counter(filter(None, codes.values())).most_common(1)
    if usual and usual[0][1] >= _FEW:  # what a short line leaves open the others of its paper tell
        codes |= {id(each): usual[0][0] for each in every if bang_ma.code_of(_text(each), least=1) == usual[0][0]}
    changed: dict[bang_ma.Code, list[Paragraph]] = {}
    for paragraph in every:
        made = [(span, _code(span) or codes.get(id(paragraph))) for span in paragraph.spans]
        spans = tuple(_span(span, code) for span, code in made)
        if spans != paragraph.spans:
            code = next(code for (span, code), now in zip(made, spans, strict=True) if code and now != span)
            paragraph.notes = tuple((_moved(made, at), name) for at, name in paragraph.notes)
            paragraph.say(spans)
            changed.setdefault(code, []).append(paragraph)
    return changed


def _every(view: View) -> list[Paragraph]:
    return [*view.paragraphs, *(each for note in view.footnotes.values() for each in note)]


def _moved(made: Sequence[tuple[Span, bang_ma.Code | None]], at: int) -> int:
    """Return behind how many letters a footnote is called for that stood behind `at` of them in the old code."""
    moved = 0
    for span, code in made:
        moved += len(_span(replace(span, text=span.text[: max(at, 0)]), code).text)
        at -= len(span.text)
    return moved


def _text(paragraph: Paragraph) -> str:
    return "".join(span.text for span in paragraph.spans)


def _code(span: Span) -> bang_ma.Code | None:
    code = bang_ma.code_of_font(span.face.ascii_font) or bang_ma.code_of_font(span.face.other_font)
    return None if code is None or bang_ma.is_modern(span.text) else code


def _span(span: Span, code: bang_ma.Code | None) -> Span:
    if code is None or span.automatic:
        return span
    capitals = span.face.ascii_font.lower().startswith(".vn") and span.face.ascii_font.upper().endswith("H")
    return replace(span, text=bang_ma.in_unicode(span.text, code, capitals=capitals))
