"""Opens a Word template and compiles it, once for each run. The one door to docxtpl, which loads the file and heals its tags."""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from docgen.errors import DocgenError, FileError, TemplateError
from docgen.files.named import read_bounded
from docgen.files.package import UNREADABLE, Archive, TooLarge, packed, read_parts
from docgen.files.refusals import is_folder, reason
from docgen.files.stamp import CORE, CUSTOM, with_property_parts
from docgen.paper.layout import Layout
from docgen.paper.render import faults
from docgen.paper.render.environment import StyleIds, environment
from docgen.paper.render.fitting import CHARTS, STYLE_PREFIX, fit_chart, fit_sections, lay_out, layout_of
from docgen.paper.render.shown import as_shown, without_changes
from docgen.paper.render.tags import DRAWING_NUMBER, STYLE_IDS, apply_tags
from docgen.paper.render.template import Template

_LINKS: Final = ("hyperlink",)  # followed only by whoever clicks
_BASE: Final = "attachedTemplate"  # Word's own template on its author's machine
_ATTACHED: Final = re.compile(rb"<w:attachedTemplate\b[^>]*/>")
_CODES: Final = re.compile(r"<w:instrText\b[^>]*>([^<]*)|<w:fldChar\b[^>]*?(begin|end|separate)|\bw:instr=\"([^\"]*)\"")
_FETCHES: Final = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD)\b", re.IGNORECASE)
_OUTSIDE: Final = "mẫu lấy nội dung từ nơi khác ({target}) nên không dùng được; chèn hẳn hình, tệp đó vào mẫu rồi lưu lại"
_FIELD: Final = "mẫu có trường “{code}” gọi tệp hoặc chương trình khác nên không dùng được; xóa trường này trong Word rồi lưu lại"
DOCUMENT: Final = "word/document.xml"
MAX_BYTES: Final = 20_000_000
_KEPT: Final = 8  # templates of a process that prints again and again


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


@dataclass(frozen=True, eq=False)
class OpenTemplate:
    """A template before it is compiled, so that its own layout can be read and an office's laid over it."""

    name: str
    data: bytes
    docx: DocxTemplate
    _last: list[tuple[Layout, Template]] = field(default_factory=list)

    @cached_property
    def layout(self) -> Layout:
        """The margins and sizes as the template has them."""
        with _told_as_broken(self.name):
            return layout_of(self.docx.docx)

    def compiled(self, layout: Layout) -> Template:
        """Return the template laid out as `layout` says; raise `TemplateError` where a tag is misspelt or misplaced.

        It is kept for the next paper that is laid out so.
        """
        for known, template in self._last:
            if known == layout:
                return template
        made = self._compiled(layout)
        self._last[:] = [(layout, made)]
        return made

    def _compiled(self, layout: Layout) -> Template:
        with _told_as_broken(self.name):
            parts = self._parts(layout)
            parts = {name: without_changes(data) if _is_story(name) else data for name, data in parts.items()}
            sources = {name: self._source(name, data) for name, data in parts.items() if _holds_tags(name, data)}
            styles = (style for style in self.docx.docx.styles if style.name)
        style_ids = StyleIds({style.name.removeprefix(STYLE_PREFIX): style.style_id for style in styles})
        jinja = environment()
        compiled, variables = {}, set()
        for name, source in sources.items():
            try:
                tree = jinja.parse(source)
                variables |= _asked(tree)
                compiled[name] = jinja.template_class.from_code(jinja, jinja.compile(tree), jinja.make_globals(None))
            except JinjaError as error:
                raise faults.at_compiling(self.name, source, error) from error
            except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
                raise faults.too_deep(self.name) from error
        fixed = {name: data for name, data in parts.items() if name not in sources and name not in (CORE, CUSTOM)}
        return Template(
            self.name, sources, compiled, style_ids, packed(fixed), frozenset(variables - {DRAWING_NUMBER, STYLE_IDS})
        )

    def _parts(self, layout: Layout) -> dict[str, bytes]:
        docx = self.docx
        if layout != self.layout:
            lay_out((docx := _loaded(self.data)).docx, layout)
        buffer = io.BytesIO()
        docx.docx.save(buffer)
        return with_property_parts(own_parts(self.name, read_parts(buffer.getvalue())))

    def _source(self, name: str, data: bytes) -> str:
        if name.startswith(CHARTS):
            return fit_chart(data.decode())
        healed = self.docx.patch_xml(as_shown(data.decode().replace("\r\n", "\n")))
        return fit_sections(apply_tags(healed)) if name == DOCUMENT else apply_tags(healed)


def open_template(path: Path) -> OpenTemplate:
    """Return the template at `path`; raise `FileError` where it cannot be read, `TemplateError` where it is not a .docx."""
    name = str(path)
    try:
        data = read_bounded(path, MAX_BYTES)
    except TooLarge:
        raise _too_large(name) from None
    except FileNotFoundError:
        raise FileError.at(name, "không có tệp mẫu này; xem lại tên và thư mục") from None
    except OSError as error:
        if is_folder(path):
            raise FileError.at(name, "đây là thư mục, không phải tệp; ghi rõ tên tệp .docx") from None
        raise FileError.at(name, f"không đọc được tệp mẫu ({reason(error)})") from error
    return read_template(name, data)


@lru_cache(maxsize=_KEPT)
def read_template(name: str, data: bytes) -> OpenTemplate:
    """Return the template in `data`; raise `TemplateError` where it is not a .docx."""
    _refuse_what_is_no_docx(name, data)
    with _told_as_broken(name):
        return OpenTemplate(name, data, _loaded(data))


def _loaded(data: bytes) -> DocxTemplate:
    docx = DocxTemplate(io.BytesIO(data))
    docx.init_docx()
    return docx


@contextmanager
def _told_as_broken(name: str) -> Iterator[None]:
    """Tell whatever python-docx stumbles over in an office's file as a fault of that file."""
    try:
        yield
    except DocgenError:
        raise
    except Exception as error:
        raise TemplateError.at(name, "không mở được như tệp Word; mở bằng Word rồi lưu lại dạng .docx") from error


def _refuse_what_is_no_docx(name: str, data: bytes) -> None:
    remedy = "mẫu phải là tệp .docx; mở bằng Word rồi lưu lại dạng .docx (không phải .doc, không đặt mật khẩu)"
    try:
        sizes = Archive(data).sizes
    except UNREADABLE:
        raise TemplateError.at(name, f"không phải tệp .docx; {remedy}") from None
    if DOCUMENT not in sizes:
        raise TemplateError.at(name, f"không phải tệp Word; {remedy}")
    if sum(sizes.values()) > MAX_BYTES:
        raise _too_large(name)


def _too_large(name: str) -> TemplateError:
    return TemplateError.at(name, f"tệp mẫu lớn bất thường (hơn {MAX_BYTES // 1_000_000} MB khi mở ra)")


def _asked(tree: nodes.Template) -> set[str]:
    """Return the names that a template asks its context for."""
    names = list(tree.find_all(nodes.Name))
    given = {name.name for name in names if name.ctx != "load"}
    return {name.name for name in names} - given - {"loop"}


def _is_story(name: str) -> bool:
    return name == DOCUMENT or name.startswith(("word/header", "word/footer", "word/footnotes", "word/endnotes"))


def _holds_tags(name: str, data: bytes) -> bool:
    return name == DOCUMENT or ((_is_story(name) or name.startswith(CHARTS)) and (b"{{" in data or b"{%" in data))
