"""A template's tags hold what Word shows. The papers are rendered from whole templates; what they print is written by hand."""

import io
from pathlib import Path

import docx
import pytest

from docgen.errors import TemplateError
from docgen.files.package import packed, read_parts
from docgen.files.stamp import stamped_docx
from docgen.paper.context.printable import ThuocTinh
from docgen.paper.render import open_template
from docgen.workflows.paper import default_template
from tests.conftest import OFFICE, SAMPLE, named, office_of, plan_of, values_of

TAG = "{{ trich_yeu }}"
RUN = f'<w:r><w:t xml:space="preserve">{TAG}</w:t></w:r>'
DOCUMENT = "word/document.xml"


def printed(folder: Path, run: str) -> str:
    """Return what the plan prints in place of its subject, `Thử`, where the template has `run` for it; and nothing tracked."""
    parts = read_parts(default_template("kehoach").read_bytes())
    xml = parts[DOCUMENT].decode()
    start = xml.index(TAG)
    opening, closing = xml.rindex("<w:r>", 0, start), xml.index("</w:r>", start) + len("</w:r>")
    path = folder / "mau.docx"
    path.write_bytes(packed({**parts, DOCUMENT: f"{xml[:opening]}{run}{xml[closing:]}".encode()}))
    opened = open_template(path)
    context = {**named(values_of(plan_of(SAMPLE), office_of(OFFICE))), "trich_yeu": "Thử", "mo_dau": ("Sở KH&ĐT <1>",)}
    data = stamped_docx(opened.compiled(opened.layout).render(context, ThuocTinh("a", "b")), "")
    made = read_parts(data)[DOCUMENT].decode()
    assert not any(f"<w:{name}" in made for name in ("ins ", "del ", "moveFrom", "moveTo", "rPrChange"))
    texts = [
        each.text for each in docx.Document(io.BytesIO(data)).paragraphs if each.style and each.style.name == "ND30 Trích yếu"
    ]
    return "|".join(texts)


def typed(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ('{{ trich_yeu ~ " tại Sở KH&amp;ĐT" }}', "Thử tại Sở KH&ĐT"),
        ("{{ trich_yeu ~ “ tại Sở KH&amp;ĐT” }}", "Thử tại Sở KH&ĐT"),
        ("{{ trich_yeu ~ ‘ của Sở’ }}", "Thử của Sở"),
        ('{{ trich_yeu ~ " “đẹp” &lt;5&gt; &amp;amp; ‘x’" }}', "Thử “đẹp” <5> &amp; ‘x’"),
        ("{{ trich_yeu ~ “ “đẹp” – xong” }}", "Thử “đẹp” – xong"),
        ('{% if mo_dau[0] == "Sở KH&amp;ĐT &lt;1&gt;" %}đúng{% else %}sai{% endif %}', "đúng"),
        ("{% if mo_dau[0] == “Sở KH&amp;ĐT &lt;1&gt;” %}đúng{% else %}sai{% endif %}", "đúng"),
        ("{% if can_cu|length &gt; 0 and 0 &lt; 1 %}đúng{% else %}sai{% endif %}", "đúng"),
        ("{% if can_cu|length &lt;= 0 %}sai{% elif trich_yeu &gt;= “A” %}đúng{% endif %}", "đúng"),
        ("{{ trich_yeu|length – 1 }}", "2"),
        ("{{\u00a0trich_yeu\u00a0}}", "Thử"),
        ("{{ “{{” ~ trich_yeu }}", "{{Thử"),
        ("Sở KH&amp;ĐT “A” {{ trich_yeu }} &lt;B&gt;", "Sở KH&ĐT “A” Thử <B>"),
        ("{{ trich_yeu ~ ' - \"kép\"' }}", 'Thử - "kép"'),
    ],
)
def test_a_tag_holds_what_word_shows(tmp_path: Path, words: str, shown: str) -> None:
    assert printed(tmp_path, typed(words)) == shown


def test_a_text_that_word_split_over_runs_is_one(tmp_path: Path) -> None:
    split = "{{ trich_yeu ~ “ tại </w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:b/></w:rPr><w:t>Sở KH&amp;ĐT” }}"
    assert printed(tmp_path, typed(split)) == "Thử tại Sở KH&ĐT"


def deleted(words: str) -> str:
    return f'<w:del w:id="5" w:author="a"><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def inserted(words: str) -> str:
    return f'<w:ins w:id="6" w:author="a">{typed(words)}</w:ins>'


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        (deleted("{{ khong_co }}") + inserted(TAG), "Thử"),
        (deleted("{{ trich_yeu }} cũ") + inserted("{{ trich_yeu }} mới"), "Thử mới"),
        (deleted("{% if khong_co %}") + RUN, "Thử"),
        (typed("{{ trich_") + deleted("cu }}") + inserted("yeu }}"), "Thử"),
        (f'<w:ins w:id="1" w:author="a">{deleted("{{ khong_co }}")}{RUN}</w:ins>', "Thử"),
        (f'<w:moveFrom w:id="1" w:author="a">{typed("{{ khong_co }}")}</w:moveFrom>{RUN}', "Thử"),
        (f'<w:moveTo w:id="1" w:author="a">{RUN}</w:moveTo>', "Thử"),
        (RUN.replace("<w:r>", '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'), "Thử"),
        (
            deleted("{% if khong_co %}")
            + '</w:p><w:p><w:pPr><w:pStyle w:val="ND30Trichyeu"/><w:rPr><w:del w:id="2" w:author="a"/></w:rPr></w:pPr>'
            + deleted("{{ khong_co }}")
            + f'</w:p><w:p><w:pPr><w:pStyle w:val="ND30Trichyeu"/></w:pPr>{RUN}',
            "|Thử",
        ),
        (
            typed("Một ")
            + '</w:p><w:p><w:pPr><w:pStyle w:val="ND30Trichyeu"/><w:rPr><w:del w:id="2" w:author="a"/></w:rPr></w:pPr>'
            + typed("hai ")
            + f'</w:p><w:p><w:pPr><w:pStyle w:val="ND30Trichyeu"/></w:pPr>{RUN}',
            "Một |hai Thử",
        ),
    ],
)
def test_words_deleted_under_track_changes_are_no_tags(tmp_path: Path, run: str, shown: str) -> None:
    assert printed(tmp_path, run) == shown


def test_a_wrong_tag_is_told_in_the_words_that_word_shows(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="thẻ khong_co: ") as told:
        printed(tmp_path, typed('{{ khong_co ~ " tại “Sở” KH&amp;ĐT &lt;x&gt;" }}'))
    assert '{{ khong_co ~ " tại “Sở” KH&ĐT <x>" }}' in str(told.value)
