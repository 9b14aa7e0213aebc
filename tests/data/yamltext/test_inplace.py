"""Words replaced inside a text, however YAML spells it: the value says the new words, and everything else stays byte for byte."""

import random

import pytest

from docgen.data.yamlfile import NotInPlace, Piece, YamlFile, of_text
from docgen.data.yamltext.saved import spliced

SPELLINGS = {
    "plain": "a: Trong năm 2023, cả tỉnh # ghi chú 2023\nb: x\n",
    "plain over lines": "a: Trong năm\n  2023, cả\n  tỉnh\nb: x\n",
    "folded": "a: >-\n  Trong năm\n  2023, cả tỉnh\nb: x\n",
    "folded with a comment": "a: >-   # ghi chú 2023\n  Trong năm 2023,\n  cả tỉnh\n\n# 2023\nb: x\n",
    "literal": "a: |-\n  Trong năm 2023,\n  cả tỉnh\nb: x\n",
    "literal with deeper lines": "a: |-\n  Trong năm\n    2023, cả tỉnh\nb: x\n",
    "indented by hand": "a: >2-\n    Trong năm 2023,\n  cả tỉnh\nb: x\n",
    "single quotes": "a: 'Trong ''năm'' 2023, cả\n  tỉnh'\nb: x\n",
    "double quotes": 'a: "Trong n\\u0103m 2023,\\n c\\\n  ả \\"tỉnh\\""\nb: x\n',
    "anchored": "a: &nay >-\n  Trong năm 2023, cả tỉnh\nb: *nay\n",
    "in brackets": "a: {c: Trong năm 2023, d: [cả, tỉnh]}\nb: x\n",
    "windows": "a: >-\r\n  Trong năm\r\n  2023, cả tỉnh\r\nb: x\r\n",
    "decomposed": "a: Trong na\u0306m 2023, ca\u0309 tỉnh\nb: x\n",
}


def read(text: str) -> YamlFile:
    return of_text("x.yaml", text.replace("\r\n", "\n"))


def replaced(text: str, old: str, new: str) -> str:
    source = read(text)
    route, value = next((route, value) for route, value in source.texts() if old in value)
    piece = Piece(value.index(old), value.index(old) + len(old), new)
    made = spliced(text.encode(), source.splices(route, [piece])).decode()
    said = read(made)
    assert not said.problems
    assert next(v for r, v in said.texts() if r == route) == value.replace(old, new, 1)
    return made


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_a_year_is_replaced_and_nothing_else(text: str) -> None:
    made = replaced(text, "2023", "2024")
    assert made.count("2024") == 1
    assert made.replace("2024", "2023") == text


@pytest.mark.parametrize("new", ["Sở A: B", "# x", "[cần điền số]", "có, dấu phẩy", "'nháy' và \"kép\"", "{a}", "\\"])
@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_words_that_yaml_would_misread_are_quoted(text: str, new: str) -> None:
    replaced(text, "2023", new)


@pytest.mark.parametrize("new", ["Trong cả hai năm 2024", "2024", "Suốt năm hai nghìn không trăm hai mươi bốn"])
def test_words_broken_over_two_lines_stay_broken(new: str) -> None:
    made = replaced("a: >-\n  Trong năm\n  2023, cả tỉnh\nb: x\n", "Trong năm 2023", new)
    assert made.count("\n") == (4 if " " in new else 3)


def test_words_across_a_break_that_is_a_letter_of_the_text_go_onto_one_line() -> None:
    text = "a:\n  - |\n    Tờ trình số 8/TTr\n    ngày 03 tháng 4\n    năm 2023 của Sở\n  - x\n"
    made = replaced(text, "03 tháng 4\nnăm 2023", "[cần điền ngày]")
    assert made == "a:\n  - |\n    Tờ trình số 8/TTr\n    ngày [cần điền ngày] của Sở\n  - x\n"


def test_an_opening_bracket_gets_quotes_around_the_whole_text() -> None:
    assert replaced("a: 2023 là năm đầu\nb: x\n", "2023", "[cần điền năm]") == 'a: "[cần điền năm] là năm đầu"\nb: x\n'
    assert replaced('a: 2023 là "năm" đầu\n', "2023", "[cần điền năm]") == "a: '[cần điền năm] là \"năm\" đầu'\n"
    assert replaced("a: 2023 là năm 'đầu\"\n", "2023", "[cần điền năm]") == "a: '[cần điền năm] là năm ''đầu\"'\n"


def test_each_letter_has_its_place() -> None:
    source = read("ghi_chu: x\na: >-\n  Trong năm\n  2023, cả\n")
    value = dict(source.texts())[("a",)]
    assert str(source.char_place(("a",), value.index("2023"))) == "x.yaml:4:3"
    assert str(source.char_place(("a",), 0)) == "x.yaml:3:3"


def test_a_value_taken_over_by_an_alias_is_not_told_again() -> None:
    source = read("a: &x năm 2023\nb: *x\n")
    assert [route for route, _ in source.texts()] == [("a",)]
    with pytest.raises(NotInPlace):
        source.splices(("b",), [Piece(4, 8, "2024")])


def test_a_value_taken_out_leaves_its_comment() -> None:
    text = "so: 15   # số của văn thư\nngay: '2023-01-06'\nc: {so: 3}\n"
    source = read(text)
    splices = [each for route in (("so",), ("ngay",), ("c", "so")) for each in source.without_value(route)]
    assert spliced(text.encode(), splices).decode() == "so:   # số của văn thư\nngay:\nc: {so: ~}\n"


@pytest.mark.parametrize("written", [">-\n  lần 2,\n  ngày 10", "|\n  lần 2", '"lần\n  2"', "lần\n  2"])
def test_a_value_of_several_lines_is_taken_out_whole(written: str) -> None:
    text = f"so: 15\na: {written}\nb: c\n"
    assert spliced(text.encode(), read(text).without_value(("a",))).decode() == "so: 15\na:\nb: c\n"


def test_comments_are_told_with_their_lines() -> None:
    source = read("# đầu năm 2023\na: b#c # cuối 2023\nd: '# không'\n  # e\n")
    assert list(source.comments()) == [(1, "# đầu năm 2023"), (2, "# cuối 2023"), (4, "# e")]


WORDS = "năm 2023 Sở Tài chính “nháy” 'đơn' \"kép\" a:b c#d (08/8) - , ; \\ % [x] {y} é".split()


@pytest.mark.parametrize("seed", range(300))
def test_any_text_in_any_spelling_can_be_changed_in_place(seed: int) -> None:
    dice = random.Random(seed)
    words = [dice.choice(WORDS) for _ in range(dice.randint(2, 14))]
    value, at = " ".join(words), dice.randrange(len(words))
    text = dice.choice([_folded, _single, _double])(words, dice)
    start = len(" ".join(words[:at])) + (1 if at else 0)
    new = dice.choice(["2024", "Sở Nông nghiệp và Môi trường", "[cần điền số]", "x: y", "it's"])
    source = read(text)
    assert dict(source.texts())[("k", 0)] == value
    made = spliced(text.encode(), source.splices(("k", 0), [Piece(start, start + len(words[at]), new)])).decode()
    assert dict(read(made).texts())[("k", 0)] == value[:start] + new + value[start + len(words[at]) :]
    assert made.endswith("\n# cuối\nz: 2023\n")


def _broken(words: list[str], dice: random.Random) -> str:
    return "".join(word + dice.choice([" ", " ", "\n    "]) for word in words[:-1]) + words[-1]


def _folded(words: list[str], dice: random.Random) -> str:
    return f"k:\n  - >-\n    {_broken(words, dice)}\n# cuối\nz: 2023\n"


def _single(words: list[str], dice: random.Random) -> str:
    quoted = _broken([word.replace("'", "''") for word in words], dice)
    return f"k: ['{quoted}']\n# cuối\nz: 2023\n"


def _double(words: list[str], dice: random.Random) -> str:
    quoted = _broken([word.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9") for word in words], dice)
    return f'k:\n  - "{quoted}"\n# cuối\nz: 2023\n'
