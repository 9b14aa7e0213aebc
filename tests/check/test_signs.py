"""Signs that a Word file keeps in ways of its own are read as the characters that they show."""

import pytest
from lxml import etree

from docgen.check.docview.as_unicode import equation, in_symbol_font, symbol
from docgen.text.wording import lowered, raised

NAMESPACE = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def math(xml: str) -> str:
    short = xml.replace("<t>", "<m:r><m:t>").replace("</t>", "</m:t></m:r>")
    return equation(etree.fromstring(f"<m:oMath {NAMESPACE}>{short}</m:oMath>"))


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ("<m:sSup><m:e><t>10</t></m:e><m:sup><t>6</t></m:sup></m:sSup>", "10⁶"),
        ("<m:sSup><m:e><t>x</t></m:e><m:sup><t>n+1</t></m:sup></m:sSup>", "xⁿ⁺¹"),
        ("<m:sSup><m:e><t>x</t></m:e><m:sup><t>k</t></m:sup></m:sSup>", "x^k"),
        ("<m:sSub><m:e><t>CO</t></m:e><m:sub><t>2</t></m:sub></m:sSub>", "CO₂"),
        ("<m:f><m:num><t>1</t></m:num><m:den><t>2</t></m:den></m:f>", "½"),
        ("<m:f><m:num><t>7</t></m:num><m:den><t>12</t></m:den></m:f>", "7/12"),
        ("<m:f><m:num><t>a+b</t></m:num><m:den><t>2</t></m:den></m:f>", "(a+b)/2"),
        ("<m:rad><m:deg/><m:e><t>2</t></m:e></m:rad>", "√2"),
        ("<t>y = </t><m:sSubSup><m:e><t>x</t></m:e><m:sub><t>1</t></m:sub><m:sup><t>2</t></m:sup></m:sSubSup>", "y = x₁²"),
    ],
)
def test_an_equation_stands_on_one_line(xml: str, shown: str) -> None:
    assert math(xml) == shown


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "00A3", "≤"),
        ("Symbol", "F0B1", "±"),
        ("Symbol", "F0B4", "×"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0E5", "∑"),
        ("Symbol", "F0F2", "∫"),
        ("Symbol", "F0B7", "•"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "F0E0", "→"),
        ("Wingdings", "F022", "•"),
        ("Symbol", "không", "•"),
    ],
)
def test_a_sign_is_the_one_that_its_font_shows(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


def test_letters_raised_lowered_and_in_the_symbol_font() -> None:
    assert [raised(text) for text in ("2", "-1", "th", "a, b")] == ["²", "⁻¹", "^th", "^(a, b)"]
    assert [lowered(text) for text in ("2", "k")] == ["₂", "_k"]
    assert in_symbol_font("m \uf0b3 5") == "μ ≥ 5"
