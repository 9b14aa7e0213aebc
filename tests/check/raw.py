"""Small .docx files written part by part, so that a test says exactly which XML it speaks of."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from docgen.check.docview import open_view
from docgen.check.view import View

_OOXML: Final = "http://schemas.openxmlformats.org"
NAMESPACES: Final = (
    f'xmlns:w="{_OOXML}/wordprocessingml/2006/main" xmlns:r="{_OOXML}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_OOXML}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_OOXML}/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:mc="{_OOXML}/markup-compatibility/2006" xmlns:m="{_OOXML}/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATIONS: Final = f"{_OOXML}/officeDocument/2006/relationships"
_PACKAGE: Final = f"{_OOXML}/package/2006"


def content_types(main: str = _MAIN, part: str = "word/document.xml") -> str:
    """Return the list of content types of a package whose main part is `part`."""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{main}"/></Types>'
    )


def relations(targets: Mapping[str, str]) -> str:
    """Return a part of relationships: kind → target, the id being the kind."""
    entries = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of `parts`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return buffer.getvalue()


def parts_of(body: str, **others: str) -> dict[str, str | bytes]:
    """Return the parts of a .docx with `body`; `others` are "styles", "numbering", "settings", "theme", "header1": inner XML."""
    roots = {"theme": "a:theme", "settings": "w:settings", "styles": "w:styles", "numbering": "w:numbering"}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({kind.rstrip("0123456789"): f"{kind}.xml" for kind in others}),
    }
    for kind, inner in others.items():
        root = roots.get(kind, "w:hdr" if kind.startswith("header") else "w:ftr")
        parts[f"word/{kind}.xml"] = f"<{root} {NAMESPACES}>{inner}</{root}>"
    return parts


def docx(body: str, **others: str) -> bytes:
    """Return a .docx with `body` and the parts in `others`."""
    return package(parts_of(body, **others))


def view(body: str, **others: str) -> View:
    """Return the view of such a .docx."""
    return open_view("thu.docx", docx(body, **others))


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"
