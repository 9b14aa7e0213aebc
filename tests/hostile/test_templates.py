"""Templates made to break out, to run for ever or to fill the memory: each is an error of the template, soon."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import docx
import pytest

from docgen.errors import ExitCode
from tests.hostile.runner import Answer, run_each
from tests.test_bad_input import BAD_INPUT, PLAN, SUBJECT, TEMPLATE

BREAKOUTS = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__cl'~'ass__') }}",
    "{{ '{0.__class__}'.format(trich_yeu) }}",
    "{{ '{0.__class__}'.format_map({}) }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ namespace.__init__ }}",
    "{{ so_hinh_ve.__self__.__reduce__() }}",
    "{{ ma_kieu.update({}) }}",
    "{{ ma_kieu }}",
    "{{ ke.__dataclass_fields__ }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends '/etc/passwd' %}",
    "{% set x = ['a'] %}{{ x.append('b') }}",
    "{{ [trich_yeu]|map(attribute='__class__')|list|first }}",
    "{{ dict(a=1).__class__ }}",
    "{{ config }}",
    "{{ request }}",
    "{{ debug() }}",
    "{% debug %}",
    "{{ 'a'.translate }}",
    "{{ (1).__class__ }}",
    "{{ trich_yeu|safe }}",
    "{% autoescape false %}{{ trich_yeu }}{% endautoescape %}",
    "{{ range.__self__ }}",
    "{{ loop }}",
    "{{ '%c'|format(0) }}",
    "{{ trich_yeu|random }}",
    "{{ dem_vong }}",
    "{{ trich_yeu|xmlattr }}",
    "{{ trich_yeu|pprint }}",
    "{{ trich_yeu.encode() }}",
]
ENDLESS = [
    "{% for i in range(10**9) %}x{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(999) %}xxxxxxxxxx{% endfor %}{% endfor %}",
    "{% set x = range(99999)|list %}{% for a in x %}{% for b in x %}{% set c = 1 %}{% endfor %}{% endfor %}",
    "{{ 'a' * 10**9 }}",
    "{{ 'a' * 10**10 }}",
    "{{ [0] * 10**9 }}",
    "{{ (1,) * 999999999 }}",
    "{{ 9**9**9 }}",
    "{{ 2**999999999 }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ 'a'|center(999999999) }}",
    "{{ 'x'|indent(999999999, true) }}",
    "{{ lipsum(n=100000) }}",
    "{{ 'a'|replace('a', 'b' * 1000000000) }}",
    "{{ 'a'.ljust(10**9) }}",
    "{{ 'é'.zfill(10**9) }}",
    "{{ 'a\t'.expandtabs(10**9) }}",
    "{{ (1).to_bytes(10**9, 'big') }}",
    "{{ 'a'.join(['b' * 1000] * 1000000) }}",
    "{{ 1.5|round(999999999, 'ceil') }}",
    "{{ 5|round(-999999999) }}",
    "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}{{ n.x }}",
    "{% set x %}{{ trich_yeu }}{{ trich_yeu }}{% endset %}{{ x }}",
    "{% macro a() %}{{ a() }}{{ a() }}{% endmacro %}{{ a() }}",
    "{% for i in [1] recursive %}{{ loop([1]) }}{{ loop([1]) }}{% endfor %}",
    "{{ 'ab'|batch(999999999, 'x')|list }}",
    f"{{{{ {'(' * 3000}1{')' * 3000} }}}}",
    f"{{{{ {'-' * 5000}1 }}}}",
    f"{{{{ {'[' * 3000}{']' * 3000} }}}}",
    f"{{{{ {'1+' * 20000}1 }}}}",
    "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
    "{% for i in [1] %}" * 30 + "{% endfor %}" * 30,
    f"{{{{ {'9' * 5000} }}}}",
]
HARMLESS = {
    "{{ trich_yeu|upper|lower|title }}": "Quảng Bá Asean",
    "{{ trich_yeu ~ ' (' ~ (1 + 1) ~ ')' }}": "Quảng bá ASEAN (2)",
    "{% for n in noi_nhan %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}": "1, 2",
    "{% set ten = trich_yeu %}{{ ten.replace if false else ten }}": "Quảng bá ASEAN",
    "{% if trich_yeu.startswith('Quảng') and 2 in [1, 2] %}{{ trich_yeu | join('') }}{% endif %}": "Quảng bá ASEAN",
    "{{ [] | length }}{{ 7 // 2 }}{{ 2.345 | round(1) }}": "032.3",
}

Edit = Callable[[dict[str, bytes]], None]


def template(path: Path, edit: Edit) -> Path:
    """Write docgen's own template to `path`, its parts changed by `edit`."""
    with zipfile.ZipFile(TEMPLATE) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    edit(parts)
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return path


def with_tag(tag: str) -> Edit:
    def edit(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(SUBJECT.encode(), escape(tag).encode())

    return edit


def desk(folder: Path, subject: str = "Tuyên truyền, quảng bá ASEAN năm 2023") -> Path:
    (folder / "coquan.yaml").write_bytes((BAD_INPUT / "coquan.yaml").read_bytes())
    plan = folder / "kehoach.yaml"
    plan.write_text(re.sub("trich_yeu: .*", lambda _: f"trich_yeu: {subject}", PLAN), "utf-8")
    return plan


def answers(folder: Path, tags: list[str], subject: str = "Quảng bá ASEAN") -> list[Answer]:
    plan = desk(folder, subject)
    made = [template(folder / f"mau{number}.docx", with_tag(tag)) for number, tag in enumerate(tags)]
    return run_each([["kehoach", plan, "--van-ghi", "--mau", each, "-o", each.with_suffix(".out.docx")] for each in made])


@pytest.mark.parametrize("tags", [BREAKOUTS, ENDLESS[:18], ENDLESS[18:]], ids=["out", "endless", "deep"])
def test_a_hostile_tag_is_an_error_of_the_template(tmp_path: Path, tags: list[str]) -> None:
    found = answers(tmp_path, tags)
    assert [(tag, each.said) for tag, each in zip(tags, found, strict=True) if each.code != ExitCode.TEMPLATE] == []
    assert not list(tmp_path.glob("*.out.docx"))
    for each in found:
        assert each.said.startswith("Lỗi: ")
        assert "root:" not in each.said
        assert "Error" not in each.said.replace("RuntimeError", "")


def test_what_an_office_needs_still_prints(tmp_path: Path) -> None:
    found = answers(tmp_path, list(HARMLESS))
    assert [each.said for each in found if each.code] == []
    for number, words in enumerate(HARMLESS.values()):
        paper = docx.Document(str(tmp_path / f"mau{number}.out.docx"))
        assert words in [paragraph.text for paragraph in paper.paragraphs]


PRINTED_AS_THEY_STAND = [
    "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}",
    "{%p for i in x %}",
    "{{ ''.__class__ }}",
    "{# lời #}",
    "<w:p/>&lt;",
    "]]>",
    "${x}",
    "%s %(a)s {0}",
    "{{ trich_yeu }}",
    "\\ue000",
    "{{r x }}",
    "{%tr endfor %}",
    "{_{ x }_}",
]


def test_tags_in_data_are_printed_as_they_stand(tmp_path: Path) -> None:
    commands: list[list[str | Path]] = []
    for number, words in enumerate(PRINTED_AS_THEY_STAND):
        (tmp_path / str(number)).mkdir()
        commands.append(["kehoach", desk(tmp_path / str(number), f"'{words.replace(chr(39), chr(39) * 2)}'"), "--van-ghi"])
    assert [answer.said for answer in run_each(commands) if answer.code] == []
    for number, words in enumerate(PRINTED_AS_THEY_STAND):
        paper = docx.Document(str(tmp_path / str(number) / "kehoach.docx"))
        assert words in [paragraph.text for paragraph in paper.paragraphs]


RELATION = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}" TargetMode="External"/></Relationships>'
)


def related(kind: str, target: str) -> Edit:
    def edit(parts: dict[str, bytes]) -> None:
        name = "word/_rels/settings.xml.rels" if kind == "attachedTemplate" else "word/_rels/document.xml.rels"
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        line = RELATION.format(kind=kind, target=target).encode()
        parts[name] = parts.get(name, empty).replace(b"</Relationships>", line)
        if kind == "attachedTemplate":
            mark = (
                b'<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdX"/>'
            )
            parts["word/settings.xml"] = re.sub(rb"(<w:settings[^>]*>)", rb"\1" + mark, parts["word/settings.xml"], count=1)

    return edit


def test_a_template_that_fetches_from_elsewhere_is_refused(tmp_path: Path) -> None:
    kinds = ("image", "oleObject", "frame", "subDocument", "aFChunk")
    made = [template(tmp_path / f"{kind}.docx", related(kind, "http://xau.example/a.png")) for kind in kinds]
    for answer in run_each([["kehoach", desk(tmp_path), "--mau", each] for each in made]):
        assert answer.code == ExitCode.TEMPLATE
        assert "http://xau.example/a.png" in answer.said


def test_the_template_of_the_author_of_a_template_does_not_follow_it(tmp_path: Path) -> None:
    mau = template(tmp_path / "mau.docx", related("attachedTemplate", "http://xau.example/a.dotm"))
    [answer] = run_each([["kehoach", desk(tmp_path), "--mau", mau]])
    assert answer.code == 0, answer.said
    with zipfile.ZipFile(tmp_path / "kehoach.docx") as made:
        assert all(
            b"xau.example" not in made.read(name) and b"attachedTemplate" not in made.read(name) for name in made.namelist()
        )


def field(code: str, *, split: bool) -> Edit:
    pieces = [code[:2], code[2:]] if split else [code]
    runs = "".join(f"<w:r><w:instrText>{escape(piece)}</w:instrText></w:r>" for piece in pieces)
    return paragraph(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def simple_field(code: str) -> Edit:
    return paragraph(f"<w:fldSimple w:instr={quoteattr(code)}><w:r><w:t>x</w:t></w:r></w:fldSimple>")


def paragraph(inside: str) -> Edit:
    xml = f"<w:p>{inside}</w:p>"

    def edit(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + xml.encode())

    return edit


def test_a_template_with_a_field_that_starts_or_fetches_is_refused(tmp_path: Path) -> None:
    codes = ("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe", 'INCLUDETEXT "http://x"', "DDE a b", 'IncludePicture "x"')
    cases = [(code, split) for code in codes for split in (False, True)]
    edits = [*(field(code, split=split) for code, split in cases), *map(simple_field, codes)]
    made = [template(tmp_path / f"{number}.docx", edit) for number, edit in enumerate(edits)]
    for answer in run_each([["kehoach", desk(tmp_path), "--mau", each] for each in made]):
        assert answer.code == ExitCode.TEMPLATE
        assert "trường" in answer.said
