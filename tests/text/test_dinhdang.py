"""Bold, italic and footnote marks inside a text: what counts as one, what is words, what stands alone."""

import pytest

from docgen.text.dinhdang import Run, as_words, faults, is_bold, kept, notes, plain, runs, typed_span, without_bold


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Triển khai kế hoạch.", [Run("Triển khai kế hoạch.")]),
        ("", []),
        (
            "Triển khai **Chương trình hành động** của Chính phủ",
            [Run("Triển khai "), Run("Chương trình hành động", dam=True), Run(" của Chính phủ")],
        ),
        ("__Lưu ý:__ nộp đúng hạn", [Run("Lưu ý:", nghieng=True), Run(" nộp đúng hạn")]),
        ("**__Rất gấp__**", [Run("Rất gấp", dam=True, nghieng=True)]),
        ("__**Rất gấp**__", [Run("Rất gấp", dam=True, nghieng=True)]),
        (
            "**Sở __Nội vụ__ tỉnh**",
            [Run("Sở ", dam=True), Run("Nội vụ", dam=True, nghieng=True), Run(" tỉnh", dam=True)],
        ),
        ("(**đậm**)", [Run("("), Run("đậm", dam=True), Run(")")]),
        ("“**đậm**”.", [Run("“"), Run("đậm", dam=True), Run("”.")]),
        ("**(đậm)**", [Run("(đậm)", dam=True)]),
        ('**nói "có"**', [Run('nói "có"', dam=True)]),
        ("H**2**O", [Run("H"), Run("2", dam=True), Run("O")]),
        ("**một**\n__hai__", [Run("một", dam=True), Run("\n"), Run("hai", nghieng=True)]),
        ("**Họ tên: ____**", [Run("Họ tên: ____", dam=True)]),
        ("của Chính phủ.[^1]", [Run("của Chính phủ."), Run("", chu_thich="1")]),
        ("của Chính phủ [^1] và", [Run("của Chính phủ"), Run("", chu_thich="1"), Run(" và")]),
        ("**Đề án 06**[^đề_án]", [Run("Đề án 06", dam=True), Run("", chu_thich="đề_án")]),
        ("**Đề án 06[^1]**", [Run("Đề án 06", dam=True), Run("", dam=True, chu_thich="1")]),
        ("[^1][^2]", [Run("", chu_thich="1"), Run("", chu_thich="2")]),
    ],
)
def test_marks_that_touch_their_words_make_runs(typed: str, expected: list[Run]) -> None:
    assert list(runs(typed)) == expected
    assert plain(typed) == "".join(run.chu for run in expected)
    assert faults(typed) == ()


@pytest.mark.parametrize(
    "words",
    [
        "a * b * c",
        "*một sao*",
        "_một gạch_",
        "Họ và tên: ____",
        "Ngày ____ tháng ____",
        "2 ** 3",
        "2**3 và 3**2",
        "tên tệp snake__case và a__b__c",
        "x.__class__ của Python",
        "thư gửi ke__hoach@soctrang.gov.vn, so__@soctrang.gov.vn",
        "https://soctrang.gov.vn/__tin__/1",
        "***",
        "*****",
        "Chỉ tiêu (*), chỉ tiêu (**)",
        "dấu ** và dấu __ đứng riêng",
        "[1], [^], [^a b]",
    ],
)
def test_what_touches_no_words_on_its_inner_side_is_printed_as_typed(words: str) -> None:
    assert runs(words) == (Run(words),)
    assert plain(words) == words
    assert faults(words) == ()


@pytest.mark.parametrize(
    ("typed", "index", "sign"),
    [
        ("Triển khai **Chương trình của Chính phủ", 11, "**"),
        ("Chương trình** của Chính phủ", 12, "**"),
        ("**một** hai**", 11, "**"),
        ("một __hai", 4, "__"),
        ("một hai__", 7, "__"),
        ("**mở ở dòng này\nđóng ở dòng sau**", 0, "**"),
        ("**mở rồi ** đóng", 0, "**"),
    ],
)
def test_a_mark_without_its_other_end_is_told_where_it_stands(typed: str, index: int, sign: str) -> None:
    first = faults(typed)[0]
    assert first.at == index
    assert first.message.startswith(f"dấu {sign} này không có dấu {sign} đi kèm trên cùng dòng")
    assert sign in plain(typed)


def test_each_letter_of_the_plain_words_is_found_where_it_was_typed() -> None:
    typed = "Giao **Sở Nội vụ**[^1] và __Sở Y tế__."
    words, where = plain(typed), kept(typed)
    assert words == "Giao Sở Nội vụ và Sở Y tế."
    assert "".join(typed[index] for index in where) == words
    assert typed[where[words.index("Sở Y tế")] :].startswith("Sở Y tế__")


@pytest.mark.parametrize(
    ("foreign", "made"),
    [
        ("Đạt 95%**", "Đạt 95% **"),
        ("**Ghi chú: đạt", "** Ghi chú: đạt"),
        ("một __hai ba", "một __ hai ba"),
        ("**đậm** và 2 ** 3", "**đậm** và 2 ** 3"),
        ("Xem [^1]", "Xem [ ^1]"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_words_from_elsewhere_hold_no_mark_that_stands_alone(foreign: str, made: str) -> None:
    assert as_words(foreign) == made
    assert faults(made) == ()


@pytest.mark.parametrize(
    ("typed", "old", "new", "made"),
    [
        ("Trong **năm 2023** và", "2023", "2024", "Trong **năm 2024** và"),
        ("Trong năm **2023** và", "năm 2023", "năm 2024", "Trong **năm 2024** và"),
        ("Giao Sở **A và** Sở B", "Sở A và Sở B", "Sở C", "Giao Sở C"),
        ("**Sở Thông tin** và Truyền thông", "Sở Thông tin và Truyền thông", "Sở A", "**Sở A**"),
        ("**Giao Sở A** và Sở B[^1] làm", "Sở A và Sở B", "Sở C", "**Giao Sở C**[^1] làm"),
        ("Sở A[^1] và **Sở B làm**", "Sở A và Sở B", "Sở C", "**Sở C[^1] làm**"),
        ("không có dấu", "có dấu", "có chữ", "không có chữ"),
    ],
)
def test_words_are_replaced_among_marks_and_marks_with_an_end_outside_stay(typed: str, old: str, new: str, made: str) -> None:
    start = plain(typed).index(old)
    first, last, words = typed_span(typed, start, start + len(old), new)
    assert f"{typed[:first]}{words}{typed[last:]}" == made
    assert plain(made) == plain(typed).replace(old, new)
    assert faults(made) == ()


def test_footnotes_that_a_text_calls_for_are_named_in_order() -> None:
    assert list(notes("một [^b], hai.[^a]")) == [(4, "b"), (14, "a")]


def test_long_lines_of_marks_are_read_in_time_that_grows_with_them() -> None:
    typed = "**a** __b__ " * 5_000
    assert len(runs(typed)) == 20_000
    assert faults("**a " * 5_000)[-1].at == 4 * 4_999


@pytest.mark.parametrize(
    ("heading", "bold", "bare"),
    [
        ("**Mục đích**", True, "Mục đích"),
        ("**Mục đích**[^1]", True, "Mục đích[^1]"),
        ("**Mục __tiêu__** **chung**", True, "Mục __tiêu__ chung"),
        ("Mục **đích**", False, "Mục đích"),
        ("Mục đích", False, "Mục đích"),
        ("[^1]", False, "[^1]"),
    ],
)
def test_a_heading_that_is_wholly_bold_is_known(heading: str, bold: bool, bare: str) -> None:
    assert is_bold(heading) is bold
    assert without_bold(heading) == bare
