"""Any text as a file of data: it loads or its faults are told with their places; what is written is read; edits stay in place."""

import re
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.data import charcheck
from docgen.data.yamlfile import NotInPlace, Piece, YamlFile, of_text
from docgen.data.yamltext.saved import Edit, edited, spliced
from docgen.data.yamltext.writing import lines_of
from docgen.errors import DocgenError
from tests.hostile.words import HOSTILE, ODD, composed, thorough


def is_clean(text: str) -> bool:
    return next(charcheck.find(text), None) is None and "\r" not in text and composed(text) == text


CLEAN = (st.lists(ODD, max_size=12).map("".join) | st.text(max_size=120)).filter(is_clean)
KEYS = st.text("abcdefgh_", min_size=1, max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    CLEAN | st.none(),
    lambda inner: (
        st.dictionaries(KEYS, inner, min_size=1, max_size=3)
        | st.lists(CLEAN | st.dictionaries(KEYS, inner, min_size=1, max_size=3), max_size=3)
    ),
    max_leaves=8,
)
LINES = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["a:", "- ", "b: ", "- c: ", "", "? "]), HOSTILE).map(
        lambda line: f"{'  ' * line[0]}{line[1]}{line[2]}"
    ),
    max_size=8,
).map("\n".join)


@thorough(400)
@given(HOSTILE | LINES)
def test_any_text_loads_or_its_faults_are_told_with_their_places(text: str) -> None:
    try:
        file = of_text("thu.yaml", text)
    except DocgenError as error:
        told = error.problems
    else:
        told = file.problems
        assert_placed(file, text)
    assert all(problem.place.file == "thu.yaml" and problem.message for problem in told)


def assert_placed(file: YamlFile, text: str) -> None:
    """Each value and comment stands on a line that there is."""
    lines = text.count("\n") + 1
    for route, value in file.texts():
        for place in (file.place(route), file.char_place(route, 0), file.char_place(route, max(len(value) - 1, 0))):
            assert place.line is not None
            assert 1 <= place.line <= lines
    for line, comment in file.comments():
        assert 1 <= line <= lines
        assert comment.startswith("#")


@thorough(200)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_what_is_written_is_read_as_the_same(value: dict[str, Any]) -> None:
    read = of_text("thu.yaml", "\n".join(lines_of(value, 0)) + "\n")
    assert read.problems == ()
    assert read.value == value


STYLES = st.sampled_from(
    [
        "a: {}\nb: sau # ghi chú\n",
        "# đầu\na: '{}' # ghi chú\nb: sau\n",
        'a: "{}"\nb: sau\n',
        "a: {{c: {}, d: sau}} # cuối\nb: [x, y]\n",
        "a:\n  - {}\n  - c: trước\n    d: sau # đây\nb: ~\n",
        "a: >-\n  {}\n  và nữa\nb: sau\n",
        "a: |-\n  {}\n\n  và nữa\nb: sau\n",
    ]
)


NEW_WORDS = [
    "2024",
    "31/12/2024",
    "[cần điền số]",
    "Sở Nội vụ, Sở Y tế",
    "Đổi: mới",
    "'cũ' và \"mới\"",
    "a\\b",
    "# x",
    "- y",
    "{{ z }}",
    "&n",
]


@thorough(400)
@given(STYLES, CLEAN.filter(lambda text: "\n" not in text), st.sampled_from(NEW_WORDS), st.data())
def test_a_word_replaced_in_place_changes_the_one_value_and_nothing_else(
    style: str, old: str, new: str, data: st.DataObject
) -> None:
    try:
        file = of_text("thu.yaml", style.format(old))
    except DocgenError:
        return
    words = [(route, word.span()) for route, text in file.texts() for word in re.finditer(r"\w+", text)]
    assume(words and not file.problems)
    route, (start, end) = data.draw(st.sampled_from(words))
    before = dict(file.texts())
    try:
        splices = file.splices(route, [Piece(start, end, new)])
    except NotInPlace:
        return
    again = of_text("thu.yaml", spliced(file.text.encode(), splices).decode())
    assert dict(again.texts()) == {**before, route: before[route][:start] + new + before[route][end:]}
    assert list(again.comments()) == list(file.comments())


@thorough(300)
@given(st.lists(st.text("abế \t#:-", max_size=12), max_size=8), st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_lines_put_in_leave_every_other_byte(lines: list[str], ending: str, data: st.DataObject) -> None:
    text = "".join(line + ending for line in lines)
    at = data.draw(st.integers(1, len(lines) + 1))
    made = edited(text.encode(), [Edit(at, 0, ("# mới",))]).decode()
    kept = [line + ending for line in lines]
    assert made == "".join([*kept[: at - 1], f"# mới{ending if lines else chr(10)}", *kept[at - 1 :]])
