"""Slips that clerks make in YAML: what each is told, and on which line; and what is no slip."""

from pathlib import Path
from typing import Final

import pytest

from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import load, of_text
from docgen.errors import DataError
from tests.conftest import ROOT

PLAN: Final = """\
loai: kế hoạch
nam: 2026
trich_yeu: Văn thư
phan:
  - tieu_de: Nội dung
    y:
      - Một câu.
      - Hai câu.
noi_nhan:
  - Sở Y tế
  - Sở Nội vụ
luu: VT, VP
"""
LIST: Final = "  - Sở Y tế\n  - Sở Nội vụ\n"


def told(text: str) -> list[str]:
    try:
        validate(KeHoach, of_text("k.yaml", text))
    except DataError as error:
        return [str(problem).removeprefix("k.yaml:") for problem in error.problems]
    return []


def test_the_plan_itself_is_right() -> None:
    assert told(PLAN) == []


GLUED: Final = 'sau dấu "-" ở đầu dòng phải có một dấu cách'
JOINED: Final = 'các dòng này bị nối thành một câu; viết mỗi dòng như "- Sở Y tế"'
RUN_ON: Final = (
    "dòng này mở đầu bằng “-” nhưng bị nối vào câu ở dòng trên; các dòng của một danh sách cùng mở đầu "
    'bằng "- " và thụt đầu dòng bằng nhau, câu nối tiếp thì không mở đầu bằng dấu gạch'
)


def no_dash(sign: str) -> str:
    return f"“{sign}” không phải dấu gạch đầu dòng của YAML"


LISTS: Final = {
    "dash glued": ("- Sở Nội vụ", "-Sở Nội vụ", f'11:3: {GLUED}; viết "- Sở Nội vụ"'),
    "dash glued to a key": ("- tieu_de", "-tieu_de", f'5:3: {GLUED}; viết "- tieu_de: Nội dung"'),
    "all dashes glued": (LIST, LIST.replace("- ", "-"), f"10:3: {GLUED}, nếu không {JOINED}"),
    "en dash": ("  - Sở N", "  – Sở N", f'11:3: {no_dash("–")}; viết "- Sở Nội vụ" (dấu trừ rồi một dấu cách)'),
    "bullet": ("  - tieu", "  • tieu", f'5:3: {no_dash("•")}; viết "- tieu_de: Nội dung" (dấu trừ rồi một dấu cách)'),
    "stars": (LIST, LIST.replace("- ", "* "), f'10:3: {no_dash("*")}; viết "- Sở Y tế" (dấu trừ rồi một dấu cách)'),
    **{f"list of {sign}": (LIST, LIST.replace("-", sign), f"10:3: {no_dash(sign)} nên {JOINED}") for sign in "–—−•▪+→"},
    "numbers": (LIST, "  1. Sở Y tế\n  2. Sở Nội vụ\n", f"10:3: {no_dash('1.')} nên {JOINED}"),
    "letters": (LIST, "  a) Sở Y tế\n  b) Sở Nội vụ\n", f"10:3: {no_dash('a)')} nên {JOINED}"),
    "numbers before a key": (
        "  - tieu", "  I. tieu", f'5:3: {no_dash("I.")}; viết "- tieu_de: Nội dung" (dấu trừ rồi một dấu cách)'
    ),
    "a sign before a lone key": (
        "  - tieu_de: Nội dung\n    y:\n      - Một câu.\n      - Hai câu.\n", "  – doan: Một câu.\n",
        f'5:3: phan: {no_dash("–")}; viết "- doan: …" (dấu trừ rồi một dấu cách)',
    ),
    "a line drawn": ("luu:", "-----\nluu:", "12:1: dòng kẻ “-----” không phải dữ liệu; xóa đi, hoặc thêm dấu # ở đầu dòng"),
    "an item further in": ("      - Hai", "       - Hai", f"8:8: {RUN_ON}"),
    "the first dash forgotten": ("  - Sở Y", "  Sở Y", f"11:3: {RUN_ON}"),
    "a later dash forgotten": (
        "  - Sở N", "  Sở N",
        '11:3: dòng này thiếu dấu "- " ở đầu; viết "- Sở Nội vụ", hoặc nếu nối tiếp câu ở trên thì thụt 4 dấu cách',
    ),
}  # fmt: skip

NO_KEY: Final = "dòng này thiếu tên mục và dấu hai chấm"
KEYS: Final = {
    "no blank behind a colon": ("nam: ", "nam:", '2:1: sau dấu hai chấm phải có một dấu cách; viết "nam: 2026"'),
    "colon of another script": ("nam: ", "nam：", '2:1: “：” không phải dấu hai chấm; viết "nam: 2026"'),
    "equals sign": ("nam: ", "nam = ", '2:1: “=” không phải dấu hai chấm; viết "nam: 2026"'),
    "semicolon": ("nam: ", "nam; ", '2:1: “;” không phải dấu hai chấm; viết "nam: 2026"'),
    "no colon behind a lone key": ("    y:\n", "    y\n", '6:5: thiếu dấu hai chấm sau “y”; viết "y:"'),
    "no colon": ("nam: ", "nam ", f'2:1: {NO_KEY}; viết "nam: 2026", hoặc nếu nối tiếp câu ở trên thì thụt 2 dấu cách'),
    "a line at the edge": (
        "Một câu.", "Một câu dài\nsát lề",
        f'8:1: {NO_KEY}; viết "tên mục: nội dung", hoặc nếu nối tiếp câu ở trên thì thụt 8 dấu cách',
    ),
    "the dash of another item forgotten": (
        "      - Hai câu.\n", "      - Hai câu.\n    tieu_de: Kết\n    y: Hết\n",
        '9:5: mục “tieu_de” đã có ở trên; mỗi mục chỉ ghi một lần; khối mới thì mở đầu bằng "- "',
    ),
    "no blank behind the first colon of an item": (
        "  - tieu_de: ", "  - tieu_de:", '5:5: sau dấu hai chấm phải có một dấu cách; viết "tieu_de: Nội dung"'
    ),
    "no colon behind the first key of an item": (
        "  - tieu_de: ", "  - tieu_de ", '5:5: thiếu dấu hai chấm sau “tieu_de”; viết "tieu_de: Nội dung"'
    ),
    "a title above the first key": (
        "loai:", "KẾ HOẠCH NĂM 2026\nloai:",
        f'1:1: {NO_KEY}; viết "tên mục: nội dung", hoặc nếu là ghi chú thì thêm dấu # ở đầu dòng',
    ),
    "a stray sign": ("    y:", "   ! y:", "6:4: thừa “!” ở đầu dòng; xóa đi"),
    "a list below a text": ("    y:\n", "    y: Câu đầu\n", f"7:7: {RUN_ON}"),
    "no blank behind a colon in braces": (
        "- Hai câu.", "- {noi_dung:Hai câu}", '8:10: sau dấu hai chấm phải có một dấu cách; viết "noi_dung: Hai câu"'
    ),
    "a key below a bare item": (
        "- Hai câu.", "- Hai câu.\n        cong: A",
        "9:9: “cong” không đứng dưới một câu viết thẳng sau dấu “-” được; "
        'viết câu đó thành "- noi_dung: …" ("- ten: …" nếu là nhiệm vụ)',
    ),
}  # fmt: skip

OUT_OF_LINE: Final = "dấu cách, không thẳng cột với dòng nào ở trên"
INDENTS: Final = {
    "tab": (
        "    y:", "\ty:",
        "6:1: dòng này thụt đầu dòng bằng phím Tab; YAML chỉ nhận dấu cách, hãy thay mỗi Tab bằng 2 dấu cách",
    ),
    "an item further out": ("      - H", "     - H", f"8:6: dòng này thụt 5 {OUT_OF_LINE}; thụt 6 dấu cách như “-” ở dòng 7"),
    "a key further in": ("    y:", "     y:", f"6:6: dòng này thụt 5 {OUT_OF_LINE}; thụt 4 dấu cách như “tieu_de” ở dòng 5"),
    "a key further out": ("    y:", "   y:", f"6:4: dòng này thụt 3 {OUT_OF_LINE}; thụt 4 dấu cách như “tieu_de” ở dòng 5"),
    "a key off the edge": ("luu:", " luu:", f"12:2: dòng này thụt 1 {OUT_OF_LINE}; viết sát lề trái như “noi_nhan” ở dòng 9"),
    "the first line": (
        "loai", " loai", "1:2: dòng này thụt 1 dấu cách mà các dòng dưới viết sát lề trái; xóa dấu cách ở đầu dòng",
    ),
    "folded, not indented": (
        "trich_yeu: ", "trich_yeu: >-\n", "4:1: chữ dưới dấu >- của dòng 3 phải thụt vào; thụt 2 dấu cách"
    ),
}  # fmt: skip

PASTED: Final = "(thường do dán từ Word, trang web); xóa rồi gõ lại bằng phím cách"
BLANKS: Final = {
    "indented by them": ("    y:", "\u00a0" * 4 + "y:", f"6:1: đầu dòng có dấu cách lạ U+00A0 {PASTED}"),
    "among others": ("    y:", "  \u00a0 y:", f"6:3: đầu dòng có dấu cách lạ U+00A0 {PASTED}"),
    "a wide one": ("  - Sở Y", "\u3000- Sở Y", f"10:1: đầu dòng có dấu cách lạ U+3000 {PASTED}"),
    "behind a dash": ("- Sở Y", "-\u00a0Sở Y", f"10:3: sau “-” có dấu cách lạ U+00A0 {PASTED}"),
    "behind a colon": ("nam: ", "nam:\u00a0", f"2:5: sau “nam:” có dấu cách lạ U+00A0 {PASTED}"),
}

CURLY: Final = "dấu nháy cong “ ” là của câu chữ, YAML không coi là dấu nháy; đặt cả câu trong dấu nháy thẳng"
QUOTES: Final = {
    "curly": ("Văn thư", "“Rõ việc: rõ người”", f'3:12: {CURLY}: "“Rõ việc: rõ người”"'),
    "single curly": ("Văn thư", "‘Rõ việc: rõ người’", f'3:12: {CURLY}: "‘Rõ việc: rõ người’"'),
    "curly, closed by another": ("Văn thư", '“Rõ việc: người"', f"3:12: {CURLY}: '“Rõ việc: người\"'"),
    "curly in a list": ("- Hai câu.", "- “Hai: câu”", f'8:9: {CURLY}: "“Hai: câu”"'),
    "curly inside a text": ("- Hai câu.", "- Nói “hai: câu” rồi", f'8:9: {CURLY}: "Nói “hai: câu” rồi"'),
    "closed by a curly one": (
        "Văn thư", '"Rõ việc”',
        "3:12: dấu nháy mở ở đây là dấu nháy thẳng mà dấu đóng là dấu nháy cong ”; gõ lại dấu đóng cho giống dấu mở",
    ),
    "never closed": ("- Một câu.", '- "Một câu.', "7:9: dấu nháy mở ở đây không có dấu nháy đóng"),
    "a question mark first": ("Văn thư", "? sao", "3:12: ký tự ? không mở đầu một giá trị được; đặt cả câu trong dấu nháy kép"),
}  # fmt: skip

NO_WORDS: Final = "bị hiểu là lời ghi chú nên không được in; nếu là câu chữ thì đặt cả câu trong dấu nháy kép, nếu là ghi chú thì"
HASHES: Final = {
    "before a number": (
        "- Hai câu.", "- Phòng # 15, tầng 2.", f"8:15: “# 15, tầng 2.” {NO_WORDS} để ít nhất hai dấu cách trước dấu #"
    ),
    "in a sentence": (
        "- Hai câu.", "- Lập trình C # nâng cao.", f"8:21: “# nâng cao.” {NO_WORDS} để ít nhất hai dấu cách trước dấu #"
    ),
    "at the head of a line": (
        "- Hai câu.", "- Họp tại phòng\n        # 15, tầng 2.", f"9:9: “# 15, tầng 2.” {NO_WORDS} ghi ở trên câu này"
    ),
}  # fmt: skip
SLIPS: Final = [
    pytest.param(*slip, id=f"{kind}: {name}")
    for kind, slips in (
        ("lists", LISTS), ("keys", KEYS), ("indents", INDENTS), ("blanks", BLANKS), ("quotes", QUOTES), ("number signs", HASHES)
    )
    for name, slip in slips.items()
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), SLIPS)
def test_a_slip_is_named_where_it_was_made(old: str, new: str, said: str) -> None:
    assert PLAN.count(old) == 1
    assert told(PLAN.replace(old, new)) == [said]


UNCLOSED: Final = PLAN.replace("- Một câu.", '- "Một câu.')


@pytest.mark.parametrize(
    ("text", "below"),
    [
        pytest.param(UNCLOSED + '# Mỗi khối mở đầu bằng "- ten:".\n', "- Hai câu.", id="closed in a comment far below"),
        pytest.param(UNCLOSED.replace("- Hai câu.", '- "Hai câu."'), '- "', id="closed where the next one opens"),
        pytest.param(UNCLOSED.replace("- Hai câu.", '- Hai câu."'), '- Hai câu."', id="closed behind the next: it can be read"),
        pytest.param(PLAN.replace("- Một câu.", "- 'Một câu.").replace("VT, VP", "'VT'"), "- Hai câu.", id="a single one"),
    ],
)
def test_a_quote_left_open_is_named_where_it_opens(text: str, below: str) -> None:
    said = f"7:9: dấu nháy mở ở đây chưa đóng mà dòng dưới đã là “{below}”; thêm dấu nháy đóng ở cuối câu"
    assert told(text)[0] == said


@pytest.mark.parametrize(
    "new",
    [
        "- >-\n        Phát triển kinh tế\n        - xã hội",
        '- "Phát triển kinh tế\n        - xã hội"',
        "- Phát triển kinh tế –\n        xã hội",
        "- Giai đoạn 2021\n        – 2025",
        "- Tăng 5\n        + 3 điểm",
        "- Theo điểm a khoản\n        2. Điều 5",
        "- Giá\u00a0trị",
        "- Hai câu.  # 15 phút",
        "- Hai câu. # xem lại.",
        "- Hai câu. # 15 phút",
        '- "Phòng # 15, tầng 2."',
        "- Hai câu\n      # 3. dòng này bỏ đi.",
        "- >-\n        Phòng\n        # 15",
    ],
)
def test_what_is_no_slip_passes(new: str) -> None:
    assert told(PLAN.replace("- Hai câu.", new)) == []


@pytest.mark.parametrize("comment", ["# năm của kế hoạch.", "# 2 năm", "# đã có;"])
def test_a_comment_behind_a_number_is_a_comment(comment: str) -> None:
    source = of_text("k.yaml", PLAN.replace("2026", f"2026 {comment}"))
    assert validate(KeHoach, source).nam == 2026
    assert source.remarks == ()


def test_a_comment_that_may_be_words_is_told_and_hinders_nothing() -> None:
    source = of_text("k.yaml", PLAN.replace("Văn thư", "Lập trình C # nâng cao"))
    assert validate(KeHoach, source).trich_yeu == "Lập trình C"
    [remark] = source.remarks
    assert str(remark) == (
        "k.yaml:3:24: chữ sau dấu # trên dòng này là lời ghi chú nên không in; nếu là của câu chữ thì đặt cả câu "
        "trong dấu nháy kép, nếu là ghi chú thì để hai dấu cách trước dấu # để docgen không nhắc nữa"
    )


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: path.name)
def test_the_samples_hold_nothing_doubtful(path: Path) -> None:
    source = load(path)
    assert (source.problems, source.remarks) == ((), ())
