"""Which paragraphs a number opens, told by those around them: initials, quantities and abbreviations may look like one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docgen.check.anatomy.components import Item, item_of
from docgen.check.view import Paragraph
from docgen.text.dau_muc import ends_a_sentence
from docgen.text.patterns import lazy_re
from docgen.text.wording import roman_value

_INITIAL: Final = lazy_re(r"[IVXL]\.")
_ABBREVIATION: Final = lazy_re(r"[a-zđ]{2}\.")  # "ts. Nguyễn Văn A"
_SAID: Final = (":", "!", "?", '"', "”")


def items_of(paragraphs: Iterable[Paragraph]) -> tuple[Item, ...]:
    """Return the paragraphs that hold words, each with its level."""
    return tuple(settled([item_of(paragraph) for paragraph in paragraphs if paragraph.words]))


def settled(items: Sequence[Item]) -> Iterator[Item]:
    """Yield `items`, those as plain paragraphs whose number is none: it is out of turn, and words may open so too."""
    numeral, section, subsection = 0, "", ""
    for place, item in enumerate(items):
        bare = item.label.rstrip(" .)/-")
        above, _, number = bare.rpartition(".")
        match item.level:
            case "La Mã":
                value = roman_value(bare)
                is_words = _may_be_initial(item) and (value != numeral + 1 or _comes_again(items[place + 1 :], value))
                numeral = numeral if is_words else value
            case "khoản con":
                in_turn = subsection == f"{above}.{int(number) - 1}" or (number == "1" and above == section)
                is_words = not in_turn and bare == item.label and item.rest[:1].islower()
                subsection = subsection if is_words else bare
            case "điểm":
                is_words = _ABBREVIATION.fullmatch(item.label) is not None
            case _:
                is_words = False
                section = bare if item.level == "khoản" else section
        yield Item(item.paragraph, "đoạn", "", item.paragraph.words) if is_words and not item.paragraph.label else item


def _may_be_initial(item: Item) -> bool:
    """Return whether a sentence may open with the label as with a name's initial: "I. Newton nói: …"."""
    says = ends_a_sentence(item.rest) or item.rest.endswith(_SAID)
    return says and _INITIAL.fullmatch(item.label) is not None and item.paragraph.whole.share("bold") != "all"


def _comes_again(later: Sequence[Item], value: int) -> bool:
    following = next((item for item in later if item.level == "La Mã"), None)
    return following is not None and roman_value(following.label.rstrip(" .)/-")) == value
