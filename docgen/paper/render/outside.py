"""A template brings nothing from elsewhere into an office's papers: no file that Word would fetch, no program it would start."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree

from docgen.errors import TemplateError

_LINKS: Final = ("hyperlink",)  # followed only by whoever clicks
_BASE: Final = "attachedTemplate"  # Word's own template on its author's machine
_ATTACHED: Final = re.compile(rb"<w:attachedTemplate\b[^>]*/>")
_CODES: Final = re.compile(r"<w:instrText\b[^>]*>([^<]*)|<w:fldChar\b[^>]*?(begin|end|separate)|\bw:instr=\"([^\"]*)\"")
_FETCHES: Final = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE)
_OUTSIDE: Final = "mẫu lấy nội dung từ nơi khác ({target}) nên không dùng được; chèn hẳn hình, tệp đó vào mẫu rồi lưu lại"
_FIELD: Final = "mẫu có trường “{code}” gọi tệp hoặc chương trình khác nên không dùng được; xóa trường này trong Word rồi lưu lại"


def own_parts(name: str, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `parts` of the template `name` without its author's own base; raise `TemplateError` where it fetches anything."""
    made = dict(parts)
    for part, data in parts.items():
        if part.endswith(".rels") and b"External" in data:
            made[part] = _without_base(name, data)
        elif part == "word/settings.xml":
            made[part] = _ATTACHED.sub(b"", data)
        elif part.startswith("word/") and part.endswith(".xml"):
            for code in _codes(data.decode("utf-8", errors="replace")):
                if _FETCHES.search(code):
                    raise TemplateError.at(name, _FIELD.format(code=" ".join(code.split())[:60]))
    return made


def _without_base(name: str, data: bytes) -> bytes:
    relations: Any = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    for each in list(relations):
        if each.get("TargetMode") != "External":
            continue
        kind = str(each.get("Type")).rpartition("/")[2]
        if kind == _BASE:
            relations.remove(each)
        elif kind not in _LINKS:
            raise TemplateError.at(name, _OUTSIDE.format(target=str(each.get("Target"))[:80]))
    return bytes(etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True))


def _codes(xml: str) -> Iterator[str]:
    """Yield the code of each field, put together from the runs that Word may have split it into."""
    code = ""
    for match in _CODES.finditer(xml):
        piece, mark, simple = match.groups()
        if simple is not None:
            yield simple
        elif mark:
            yield code
            code = ""
        else:
            code += piece
    yield code
