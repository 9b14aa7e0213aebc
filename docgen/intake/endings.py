"""What of a plan stands in parts, what opens it, what closes it; the mark "./." behind its last words (PL I.II.6)."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from docgen.intake.outlines import Node, Outline
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank

_ENDS_ALL: Final = lazy_re(r"\s*\.?\s*/\s*[.\-]?\s*(?=(?:\[\^\w+\])*\Z)")
_CLOSES: Final = lazy_re(
    r"trên đây là|trân trọng\b|trong quá trình|quá trình (?:thực hiện|triển khai)"
    r"|yêu cầu (?:các|(?:thủ )?trưởng|giám đốc|hiệu trưởng|chủ tịch)\b|đề nghị các"
    r"|(?:căn cứ|từ) (?:nội dung )?kế hoạch này|nhận được kế hoạch|giao (?:sở|phòng|văn phòng)|kế hoạch này"
    r"|(?:(?:ủy|uỷ) ban|ubnd|sở|ban|hội|chi cục|trung tâm|trường|bệnh viện|hiệu trưởng|giám đốc)\b[^.;:]{0,60}"
    r"\b(?:yêu cầu|đề nghị) (?:các|toàn|thủ|hội)|yêu cầu toàn thể"
    r"|.{0,200}\bthực hiện (?:tốt |nghiêm túc |nghiêm |đầy đủ |có hiệu quả )*(?:các nội dung )?kế hoạch này"
    r"|các (?:sở|cơ quan|đơn vị|phòng).{0,80}(?:căn cứ|nghiêm túc|phản ánh|báo cáo)",
    re.IGNORECASE,
)
_MOST_CLOSING: Final = 3


def closing_of(parts: Sequence[Node]) -> list[Node]:
    """Return the closing sentences, taken out of the last of `parts`; "./." goes, which docgen sets itself."""
    taken: list[Node] = []
    while len(taken) < _MOST_CLOSING and (holder := _last_holder(parts)) is not None:
        node = holder[-1]
        if node.key != "doan" or not _CLOSES.match(node.values["doan"]) or (len(holder) == 1 and not _has_words(parts, holder)):
            break
        taken.insert(0, holder.pop())
    last = taken[-1] if taken else _last_node(parts)
    values = {} if last is None else last.values
    for key in [key for key in ("cung_dong", "doan", "noi_dung") if key in values][:1]:
        values[key] = _ENDS_ALL.sub(".", values[key])
    return taken


def _last_holder(parts: Sequence[Node]) -> list[Node] | None:
    """Return the list in which the last piece in the order of reading stands."""
    if not parts:
        return None
    holder = parts[-1].inside
    while holder and holder[-1].inside:
        holder = holder[-1].inside
    return holder or None


def _last_node(parts: Sequence[Node]) -> Node | None:
    holder = _last_holder(parts)
    return holder[-1] if holder else None


def _has_words(parts: Sequence[Node], holder: list[Node]) -> bool:
    """Return whether the piece that `holder` belongs to says something without it."""
    nodes = list(parts)
    while nodes:
        node = nodes.pop()
        if node.inside is holder:
            return bool(node.values.get("tieu_de")) and node.key != "phan"
        nodes += node.inside
    return False


def parted(made: Outline, *, is_whole: bool) -> Outline:
    """Return an outline all of which stands in parts but for its opening sentences; what no part holds gets one.

    That is to be named; the only one needs no name where something stands in it and the paper `is_whole`.
    """
    for part in made.parts:
        if not part.values["tieu_de"] and (len(made.parts) > 1 or made.before or not part.inside):
            part.values["tieu_de"] = blank("tên phần")
    opening = len(list(takewhile(lambda node: node.key == "doan", made.before)))
    if opening == len(made.before) and not made.parts:
        opening = next((at for at, node in enumerate(made.before, start=1) if node.values["doan"].endswith(":")), 0)
    loose = made.before[opening:]
    if made.parts and not loose:
        return made
    inside = loose or ([] if made.parts else [Node("doan", values={"doan": blank("nội dung")})])
    part = Node("phan", values={"tieu_de": "" if is_whole and loose and not made.parts else blank("tên phần")}, inside=inside)
    return Outline(made.before[:opening], [part, *made.parts], made.told)
