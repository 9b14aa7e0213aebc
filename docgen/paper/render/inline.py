"""What a value asks of the run and the paragraph that it is printed in: a face, a footnote, a paragraph of its own, a highlight.

A value is printed as text, with private signs where the marks of `dinhdang` stood; those signs part the run, or the paragraph,
with the properties that the template gave it. Visible blanks are found in the text as it stands. Where there is nothing of
the kind, nothing is touched.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from markupsafe import Markup, escape

from docgen.text.dinhdang import PARAGRAPH, Run, has_marks, runs

_LEAD, _END = "\ue005", "\ue006"  # private characters, which no data can hold
_SIGN: Final = re.compile(f"{_LEAD}([fnp])([^{_END}]*){_END}")
_IN_TEXT: Final = {
    character: f'</w:t><w:{element}/><w:t xml:space="preserve">'
    for character, element in (("\n", "br"), ("\t", "tab"), ("\u2011", "noBreakHyphen"))
}
_PARAGRAPH_OPENS: Final = re.compile(r".*<w:p(?: [^>]*)?>(<w:pPr/>|<w:pPr>.*?</w:pPr>)?", re.DOTALL)
_OWN_FACE: Final = re.compile(r"<w:([bi])(?: [^>]*)?/>")  # of bold and italic
_BEFORE_FACE: Final = re.compile(r"<w:rPr>(?:<w:rStyle[^>]*/>)?(?:<w:rFonts[^>]*/>)?")

_BLANK_OPENS: Final = ("[cần", "[Cần", "[CẦN")
_BLANK: Final = re.compile(r"\[(?i:cần)(?=[\s<])(?:<[^>]*>|[^\[\]<]){1,400}?\]")  # a tag counts as one character
_OPEN, _CLOSE = "\ue003", "\ue004"  # private characters, which no data can hold
_HELD: Final = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_PARAGRAPH_END: Final = "</w:p>"
_RUN_END: Final = "</w:r>"
_LAST_RUN: Final = re.compile(r"(.*)(<w:r(?: [^>]*)?>)(.*)\Z", re.DOTALL)
_PROPERTIES: Final = re.compile(r"<w:rPr/>|<w:rPr>(?:<w:rPrChange[ >].*?</w:rPrChange>|(?!</w:rPr>).)*</w:rPr>", re.DOTALL)
_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_HIGHLIGHT: Final = '<w:highlight w:val="yellow"/>'
_OLD_HIGHLIGHT: Final = re.compile(r"<w:highlight(?: [^>]*)?/>")
_BEHIND_IT: Final = re.compile(  # what Word wants behind the highlight
    r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)[ />]|<w14:|</w:rPr>"
)

Note = Callable[[str], str]
"""Takes the name of a footnote, returns the run that calls for it."""


def as_printed(value: str) -> str:
    """Return `value` for the text of a run: breaks, tabs and held hyphens as Word's, marks as signs; itself where it has none."""
    if has_marks(value):
        return Markup("".join(_signed(run) for run in runs(value)))
    if "\n" in value or "\t" in value or "\u2011" in value or PARAGRAPH in value:
        return Markup(_with_breaks(value))
    return value


def _signed(run: Run) -> str:
    if run.chu_thich:
        return f"{_LEAD}n{run.chu_thich}{_END}"
    face, words = "b" * run.dam + "i" * run.nghieng, _with_breaks(run.chu)
    return f"{_LEAD}f{face}{_END}{words}{_LEAD}f{_END}" if face else words


def _with_breaks(value: str) -> str:
    text = str(escape(value))
    for character, element in _IN_TEXT.items():
        text = text.replace(character, element)
    return text.replace(PARAGRAPH, f"{_LEAD}p{_END}")


def laid_out(xml: str, note: Note) -> str:
    """Return `xml` of a part, or of whole paragraphs of it, with its runs and paragraphs parted where signs ask for it."""
    if _LEAD not in xml:
        return xml
    return _PARAGRAPH_END.join(_parted(each, note) if _LEAD in each else each for each in xml.split(_PARAGRAPH_END))


def _parted(paragraph: str, note: Note) -> str:
    opening = _PARAGRAPH_OPENS.match(paragraph)
    anew = f"{_PARAGRAPH_END}<w:p>{opening[1] or ''}" if opening else ""
    return _RUN_END.join(_parted_run(each, anew, note) if _LEAD in each else each for each in paragraph.split(_RUN_END))


def _parted_run(piece: str, anew: str, note: Note) -> str:
    """Return `piece`, which ends where a run ends, with that run parted at its signs; `anew` opens the next paragraph."""
    run = _LAST_RUN.match(piece)
    if run is None:
        return _SIGN.sub("", piece)
    before, opening, inside = run.groups()
    found = _PROPERTIES.match(inside)
    properties = found.group() if found else ""
    made, face, waiting = [_SIGN.sub("", before)], properties, ""
    for kind, words in _pieces(inside[len(properties) :]):
        if kind == "":
            waiting += words
            continue
        if waiting:
            made.append(f"{opening}{face}{waiting}{_RUN_END}")
            waiting = ""
        match kind:
            case "f":
                face = _with_face(properties, words)
            case "n":
                made.append(note(words))
            case "p":
                made.append(anew or f"{opening}{face}<w:br/>{_RUN_END}")
    whole = "".join(made)
    if not waiting and whole.endswith(_RUN_END):
        return whole.removesuffix(_RUN_END)
    return f"{whole}{opening}{face}{waiting}"


def _pieces(content: str) -> Iterator[tuple[str, str]]:
    """Yield the content of a run piece by piece: XML with the kind "", and signs with theirs, which texts are parted at."""
    for index, each in enumerate(_TEXT.split(content)):
        if index % 2 == 0:
            yield "", _SIGN.sub("", each)
            continue
        behind = 0
        for sign in _SIGN.finditer(each):
            yield "", _text(each[behind : sign.start()])
            yield sign[1], sign[2]
            behind = sign.end()
        yield "", _text(each[behind:])


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>' if words else ""


def _with_face(properties: str, face: str) -> str:
    """Return run `properties` with `face`, whose letters are Word's own; what it does not say stays as they say it."""
    if not face:
        return properties
    bare = _OWN_FACE.sub("", properties) if properties not in ("", "<w:rPr/>") else "<w:rPr></w:rPr>"
    own = {found[1]: found.group() for found in _OWN_FACE.finditer(properties)}
    elements = "".join(f"<w:{letter}/>" if letter in face else own.get(letter, "") for letter in "bi")
    return _BEFORE_FACE.sub(lambda found: found.group() + elements, bare, count=1)


def highlighted(xml: str) -> str:
    """Return `xml` of a part, or of whole paragraphs of it, with every visible blank highlighted."""
    if "[" not in xml or not any(sign in xml for sign in _BLANK_OPENS):
        return xml
    held = _BLANK.sub(_hold, xml)
    return _RUN_END.join(_split(piece) if _OPEN in piece else piece for piece in held.split(_RUN_END))


def safe_end(xml: str) -> int:
    """Return up to where the beginning of a part can be highlighted before the rest is known: it ends no run and no blank."""
    opening = xml.rfind("[")
    is_closed = opening < 0 or xml.find("]", opening) >= 0
    last = xml.rfind(_PARAGRAPH_END, 0, len(xml) if is_closed else opening)
    return last + len(_PARAGRAPH_END) if last >= 0 else 0


def _hold(blank: re.Match[str]) -> str:
    """Return a blank with each of its texts held between private characters, the tags among them left out."""
    pieces = re.split(r"(<[^>]*>)", blank.group())
    return "".join(piece if not piece or piece.startswith("<") else f"{_OPEN}{piece}{_CLOSE}" for piece in pieces)


def _split(piece: str) -> str:
    """Return `piece`, which ends where a run ends, with that run split where a blank begins and ends in it."""
    run = _LAST_RUN.match(piece)
    if run is None:
        return _let_go(piece)
    before, opening, inside = run.groups()
    found = _PROPERTIES.match(inside)
    properties = found.group() if found else ""
    between_and_words = _TEXT.split(inside[len(properties) :])
    content = "".join(_apart(each) if index % 2 else _let_go(each) for index, each in enumerate(between_and_words))
    faces = (opening + properties, opening + _with_highlight(properties))
    parts = [faces[index % 2] + part for index, part in enumerate(_HELD.split(content)) if part]
    return _let_go(before) + _RUN_END.join(parts)


def _apart(words: str) -> str:
    """Return texts of Word's for `words`, those that are held still held."""
    texts = [(index % 2, _text(part)) for index, part in enumerate(_HELD.split(words)) if part]
    return "".join(f"{_OPEN}{text}{_CLOSE}" if is_held else text for is_held, text in texts)


def _with_highlight(properties: str) -> str:
    if properties in ("", "<w:rPr/>"):
        return f"<w:rPr>{_HIGHLIGHT}</w:rPr>"
    bare = _OLD_HIGHLIGHT.sub("", properties)
    return _BEHIND_IT.sub(lambda found: _HIGHLIGHT + found.group(), bare, count=1)


def _let_go(xml: str) -> str:
    return xml.replace(_OPEN, "").replace(_CLOSE, "")
