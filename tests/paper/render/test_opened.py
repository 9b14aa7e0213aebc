"""Templates that python-docx cannot read are faults of their files, with what to do, whatever it stumbles over."""

from pathlib import Path

import pytest

from docgen.errors import ExitCode, TemplateError
from docgen.files.package import packed, read_parts
from docgen.paper.render import Template, open_template
from docgen.workflows.paper import default_template

STYLES = "word/styles.xml"
DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
SPOILT = {
    "a style without a name": (STYLES, b"<w:name w:val=", b"<w:name w:other="),
    "a style of no kind": (STYLES, b'w:type="paragraph"', b'w:type="1048577"'),
    "styles that are something else": (STYLES, b"w:styles", b"w:hdr"),
    "a size in words": (STYLES, b'<w:sz w:val="', b'<w:sz w:val="x'),
    "a margin in words": (DOCUMENT, b'w:left="', b'w:left="x'),
    "no section": (DOCUMENT, b"sectPr", b"other"),
    "a relation that leads nowhere": (RELATIONS, b"Target=", b"Other="),
}


def compiled(path: Path) -> Template:
    opened = open_template(path)
    return opened.compiled(opened.layout)


@pytest.mark.parametrize("name", SPOILT)
def test_a_broken_template_is_told_as_one(name: str, tmp_path: Path) -> None:
    part, old, new = SPOILT[name]
    parts = read_parts(default_template("kehoach").read_bytes())
    assert old in parts[part]
    path = tmp_path / "mau.docx"
    path.write_bytes(packed({**parts, part: parts[part].replace(old, new)}))
    with pytest.raises(TemplateError) as caught:
        compiled(path)
    assert caught.value.exit_code == ExitCode.TEMPLATE
    assert str(caught.value) == f"{path}: không mở được như tệp Word; mở bằng Word rồi lưu lại dạng .docx"
