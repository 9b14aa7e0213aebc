from pathlib import Path

import pytest
import yaml

from docgen.data import yamlfile
from docgen.data.yamltext import composing, parser
from docgen.data.yamltext.inplace import Scalar, spots
from docgen.errors import DataError, Place


def read(tmp_path: Path, text: str | bytes) -> yamlfile.YamlFile:
    path = tmp_path / "thu.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return yamlfile.load(path)


@pytest.mark.parametrize("text", ["05", "no", "12:30", "2023-06-20", "1_000", "0x1F", "1e3", "true", "Không"])
def test_a_scalar_stays_the_text_that_was_written(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"a: {text}\n").value == {"a": text}


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_only_an_empty_value_means_nothing(tmp_path: Path, nothing: str) -> None:
    assert read(tmp_path, f"a:{nothing}\n").value == {"a": None}


def test_a_quoted_empty_text_is_a_text(tmp_path: Path) -> None:
    assert read(tmp_path, 'a: ""\n').value == {"a": ""}


def test_text_is_composed_on_reading(tmp_path: Path) -> None:
    assert read(tmp_path, "a: Sóc Trăng\n").value == {"a": "Sóc Trăng"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_windows_editors_are_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "a: Sóc Trăng\r\nb: hai\r\n".encode(encoding)).value == {"a": "Sóc Trăng", "b": "hai"}


def test_places_are_those_of_the_value_and_of_its_key(tmp_path: Path) -> None:
    source = read(tmp_path, "a:\n  b: [x, y]\n  c: z\n")
    file = str(tmp_path / "thu.yaml")
    assert source.place(("a", "b", 1)) == Place(file, 2, 10)
    assert source.place(("a", "c")) == Place(file, 3, 6)
    assert source.key_place(("a", "c")) == Place(file, 3, 3)
    assert source.place(("a", "missing", "deep")) == Place(file, 2, 3)


def places_of_problems(source: yamlfile.YamlFile) -> list[tuple[int | None, int | None]]:
    return [(problem.place.line, problem.place.column) for problem in source.problems]


def test_every_wrong_character_and_double_key_is_told_at_once(tmp_path: Path) -> None:
    source = read(tmp_path, "a: một\u200b hai\nb: |\n  dòng\n  ba\u200dn\na: lại\n")
    assert places_of_problems(source) == [(1, 7), (4, 5), (5, 1)]


@pytest.mark.parametrize("character", ["\u200b", "\x00", "\x0b", "\x85", "\u2028", "\u2029", "\ufeff"])
def test_a_character_that_must_not_be_printed_hides_nothing_else(tmp_path: Path, character: str) -> None:
    source = read(tmp_path, f"a: m{character}ột\nb: hai\n")
    assert source.value == {"a": "một", "b": "hai"}
    assert places_of_problems(source) == [(1, 5)]


def test_places_behind_a_hidden_character_are_those_of_the_file(tmp_path: Path) -> None:
    source = read(tmp_path, "a: [m\u200bột, hai]\nb: x\n")
    assert source.place(("a", 1)) == Place(source.file, 1, 11)
    assert source.place(("b",)) == Place(source.file, 2, 4)


def test_characters_in_comments_are_nobodys_business(tmp_path: Path) -> None:
    assert read(tmp_path, "# m\u200bột\na: b  # h\x07ai\n").problems == ()


@pytest.mark.parametrize("text", ["a: Phòng #Hai\n", "a: Phòng #2\n", "a:\n  - một\n    hai   #ba\n", "a: {b: Phòng #hai\n  }\n"])
def test_words_lost_behind_a_number_sign_are_told(tmp_path: Path, text: str) -> None:
    [problem] = read(tmp_path, text).problems
    line = text.split("\n")[(problem.place.line or 0) - 1]
    assert line[(problem.place.column or 0) - 1] == "#"


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c\n",
        "a: b #-- c\n",
        "a:  #c\nb: d\n",
        "#c\na: b\n",
        "a:\n  #c\n  - b\n",
        'a: "b" #c\n',
        'a: "b #c"\n',
        "a: [b] #c\n",
        "a: |\n  b #c\n",
        "a: b#c\n",
        "a: b # c #d\n",
    ],
)
def test_a_comment_is_a_comment(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).problems == ()


def test_a_single_value_stands_for_a_list_of_one(tmp_path: Path) -> None:
    source = read(tmp_path, "a: {b: [x, {c: y}]}\n")
    assert source.place(("a", 0, "b", 1, "c")) == source.place(("a", "b", 1, "c")) == Place(source.file, 1, 16)
    assert source.has_key(("a", 0, "b", 1, "c"))


def test_an_anchor_may_be_used_again(tmp_path: Path) -> None:
    assert read(tmp_path, "a: &x [một]\nb: *x\n").value == {"a": ["một"], "b": ["một"]}


def test_aliases_cannot_blow_up(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    with pytest.raises(DataError, match="quá nhiều"):
        read(tmp_path, bomb)


TOO_DEEP = "lồng nhau quá 50 cấp; xem lại các dấu [ { và thụt đầu dòng"
NO_WORD = "tên mục phải là một từ, không phải danh sách; xem lại dấu [ hoặc { ở đầu dòng"


@pytest.mark.parametrize("loader", [yaml.SafeLoader, parser._LOADER])
@pytest.mark.parametrize("levels", [60, 999, 1000, 100_000])  # some parsers stop by themselves at 1,000
@pytest.mark.parametrize(
    ("opening", "said"),
    [
        ("[", f"1:53: {TOO_DEEP}"),
        ("{a: ", f"1:200: {TOO_DEEP}"),
        ("[{a: ", f"1:125: {TOO_DEEP}"),
        ("- ", f"2:99: {TOO_DEEP}"),
        ("{", f"1:5: {NO_WORD}"),
    ],
)
def test_nesting_is_refused_at_the_same_place_whatever_the_parser_allows(
    opening: str, said: str, levels: int, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser, "_LOADER", loader)
    with pytest.raises(DataError) as caught:
        yamlfile.of_text("kehoach.yaml", ("a:\n" if opening == "- " else "a: ") + opening * levels)
    assert str(caught.value) == f"kehoach.yaml:{said}"


def test_what_is_wrong_before_a_parser_gives_up_on_nesting_is_told_as_ever() -> None:
    with pytest.raises(DataError) as caught:
        yamlfile.of_text("kehoach.yaml", "a: x\na: [*b, " + "[" * 100_000)
    assert str(caught.value).splitlines() == [
        "kehoach.yaml:2:1: mục “a” đã có ở trên; mỗi mục chỉ ghi một lần",
        "kehoach.yaml:2:5: *b chưa được đặt bằng &b ở trên; nếu là chữ thì đặt trong dấu nháy kép",
    ]


def test_a_file_of_values_without_end_is_no_file_of_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "MAX_VALUES", 5)
    whole = "y:\n- a\n- b\n- c\n"  # three texts, their list, and the file itself
    assert yamlfile.of_text("kehoach.yaml", whole).problems == ()
    with pytest.raises(DataError) as caught:
        yamlfile.of_text("kehoach.yaml", f"{whole}- d\n- e\n")
    assert str(caught.value) == "kehoach.yaml:5:3: tệp có hơn 5 giá trị; đây có đúng là tệp dữ liệu không?"


def test_the_letters_of_a_text_are_followed_once_however_many_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[str] = []

    def counted(source: str, scalar: Scalar, value: str) -> list[tuple[int, int]]:
        followed.append(value)
        return spots(source, scalar, value)

    monkeypatch.setattr(yamlfile, "spots", counted)
    source = yamlfile.of_text("kehoach.yaml", "ten: trong năm\n  2023\n")
    places = [source.char_place(("ten",), index) for index in range(len("trong năm 2023"))]
    assert (places[0], places[10]) == (Place("kehoach.yaml", 1, 6), Place("kehoach.yaml", 2, 3))
    assert followed == ["trong năm 2023"]


def test_where_a_value_ends() -> None:
    text = "a:\n  - x: 1 # một\n    y: >-\n      hai\n      # ba\n\n  # ghi chú\n"
    text += "  - {b: [1,\n    2]}  \n  - c: |\n      d\n\n# hết\ne:\n"
    source = yamlfile.of_text("a.yaml", text)
    ends = {route: source.last_line(route) for route in (("a", 0), ("a", 0, "x"), ("a", 1), ("a", 2), ("a",), ("e",))}
    assert ends == {("a", 0): 5, ("a", 0, "x"): 2, ("a", 1): 9, ("a", 2): 11, ("a",): 11, ("e",): 14}
