"""Lines put into a file, whatever its line ends and encoding; the rest stays byte for byte."""

import codecs

import pytest

from docgen.data.yamledit import Edit, edited, text_of

EDITS = [Edit(2, 1, ("B", "b")), Edit(4, 0, ("ă",))]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_lines_are_replaced_and_put_in(ending: str, mark: bytes, encoding: str) -> None:
    def data(*lines: str) -> bytes:
        return mark + "".join(line + ending for line in lines).encode(encoding)

    made = edited(data("a", "x", "c\u2028", "d"), EDITS)
    assert made == data("a", "B", "b", "c\u2028", "ă", "d")
    assert text_of(made) == "a\nB\nb\nc\u2028\nă\nd\n"


def test_a_last_line_without_an_end_gets_one_before_what_is_put_behind_it() -> None:
    assert edited(b"a\r\nb", [Edit(3, 0, ("c",))]) == b"a\r\nb\r\nc\r\n"
    assert edited(b"a\nb", [Edit(1, 1, ("c",))]) == b"c\nb"


def test_an_empty_file() -> None:
    assert edited(b"", [Edit(1, 0, ("a",))]) == b"a\n"
