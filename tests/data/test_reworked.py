"""New values in an old file: what did not change keeps every byte, comments and line breaks too."""

import copy
import difflib
import random
from pathlib import Path
from typing import Any

import pytest

from docgen.data.reworked import reworked
from docgen.data.yamlfile import of_text
from docgen.data.yamltext.saved import text_of
from tests.conftest import BLOCKS, SAMPLE, TRIAL

TEXT = """\
# Kế hoạch của xã
loai: kế hoạch   # không đổi
nam: 2026
so:              # dự thảo để trống
trich_yeu: >-
  Cải cách hành chính
  năm 2026 của xã
can_cu:
  # căn cứ gốc
  - Luật Tổ chức chính quyền địa phương
  - "Nghị quyết: số 1"

  # hai căn cứ của tỉnh
  - Kế hoạch số 2
noi_nhan: [Như trên, "Đảng ủy, HĐND"]
ky: {ho_ten: Lê An, chuc_vu: CHỦ TỊCH}
phan: |
  I. MỤC ĐÍCH
  1. Nâng cao chất lượng.

  II. NHIỆM VỤ
  1. Rà soát.
phu_luc:
  - tieu_de: Nhiệm vụ   # của cả năm
    nhiem_vu:
      # việc gấp
      - ten: Rà soát thủ tục
        chu_tri: Văn phòng   # chị Hoa
        thoi_gian: Quý I
      - ten: Tập huấn
        chu_tri: như trên
      - {ten: Báo cáo, chu_tri: Văn phòng}
"""


def values(text: str = TEXT) -> dict[str, Any]:
    return copy.deepcopy(of_text("kehoach.yaml", text).written)


def changes(new: dict[str, Any], text: str = TEXT) -> list[str]:
    """Return the lines that go and come."""
    made = text_of(reworked("kehoach.yaml", text.encode(), new))
    assert of_text("kehoach.yaml", made).written == new
    return [line for line in difflib.ndiff(text.splitlines(), made.splitlines()) if line[:1] in "+-"]


def test_the_same_values_are_the_same_bytes() -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    assert reworked("kehoach.yaml", data, values()) == data


def test_a_word_changes_alone() -> None:
    new = values()
    new["trich_yeu"] = "Cải cách thủ tục hành chính năm 2026 của xã"
    assert changes(new) == ["-   Cải cách hành chính", "+   Cải cách thủ tục hành chính"]


STYLES = {
    "plain": "Quý II,\n    năm 2026",
    "single": "'Quý II,\n    năm ''2026'''",
    "double": '"Quý II,\n    năm \\"2026\\""',
    "folded": ">-\n    Quý II,\n    năm 2026",
    "folded with its break": ">\n    Quý II,\n    năm 2026",
    "literal": "|\n    Quý II, năm 2026",
    "literal without its break": "|-\n    Quý II, năm 2026",
    "flow": '[Quý I, "Quý II, năm 2026"]',
}
SHORT = [
    "12A",
    "Quý II",
    "Tháng 6",
    "a: b",
    "x # y",
    "- gạch",
    "'a' \"b\"",
    "\\",
    "null",
    "1.0",
    "{có}",
    "[x], y",
    "@",
    "không",
    "~",
]


@pytest.mark.parametrize("style", STYLES)
def test_a_short_value_is_read_back_whatever_it_stood_in_and_stands_on_one_line(style: str) -> None:
    above, below = "# trên\na: 1 # một\n", "  - z: 'cuối' # hai\n# dưới\n"
    text = f"{above}k:\n  - {STYLES[style]}\n{below}"
    for short in SHORT:
        new: Any = of_text("k.yaml", text).written
        new["k"][0] = [short, "x"] if style == "flow" else short
        made = reworked("k.yaml", text.encode(), new).decode()
        assert of_text("k.yaml", made).written == new
        assert made.startswith(above)
        assert made.endswith(below)
        assert len(made.splitlines()) == 6


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u202a"])
def test_what_nobody_sees_in_a_pasted_text_is_left_out(unseen: str) -> None:
    values = of_text("k.yaml", TEXT).written
    body = str(values["phan"]).replace("chất lượng", f"chất{unseen} lượng và số lượng")
    made = reworked("k.yaml", TEXT.encode(), {**values, "phan": body}).decode()
    assert made == TEXT.replace("chất lượng", "chất lượng và số lượng")


def test_line_ends_and_the_mark_of_notepad_stay() -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    new = values()
    new["so"], new["phu_luc"][0]["nhiem_vu"][1]["san_pham"] = "15", "Hội nghị"
    made = reworked("kehoach.yaml", data, new)
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.count(b"\n") == made.count(b"\r\n") == data.count(b"\r\n") + 1


def test_a_blank_is_filled_and_its_comment_stays() -> None:
    new = values()
    new["so"] = "15"
    assert changes(new) == ["- so:              # dự thảo để trống", "+ so: 15              # dự thảo để trống"]


def test_a_long_text_takes_the_place_of_a_blank_beside_a_comment() -> None:
    new = values()
    new["so"] = "một câu dài " * 12 + "hết"
    made = changes(new)
    assert made[1] == "+ so: >-  # dự thảo để trống"


def test_a_value_is_taken_away_and_the_key_stays() -> None:
    new = values()
    new["trich_yeu"] = None
    assert changes(new) == ["- trich_yeu: >-", "+ trich_yeu:", "-   Cải cách hành chính", "-   năm 2026 của xã"]


def test_items_come_go_and_change_each_with_its_comment() -> None:
    new = values()
    new["can_cu"] = ["Luật Tổ chức chính quyền địa phương năm 2025", "Thông tư số 9", "Kế hoạch số 2"]
    assert changes(new) == [
        "-   - Luật Tổ chức chính quyền địa phương",
        "+   - Luật Tổ chức chính quyền địa phương năm 2025",
        '-   - "Nghị quyết: số 1"',
        '+   - "Thông tư số 9"',
    ]
    new["can_cu"] = ["Luật Tổ chức chính quyền địa phương"]
    gone = ['-   - "Nghị quyết: số 1"', "-   # hai căn cứ của tỉnh", "-   - Kế hoạch số 2"]
    assert changes(new) == gone
    new["can_cu"] = [*values()["can_cu"], "Công văn số 3", "Công văn số 4"]
    assert changes(new) == ["+   - Công văn số 3", "+   - Công văn số 4"]
    new["can_cu"] = ["Công văn số 3", *values()["can_cu"]]
    assert changes(new) == ["+   - Công văn số 3"]


def test_a_typed_body_changes_by_lines() -> None:
    new = values()
    new["phan"] = "I. MỤC ĐÍCH\n1. Nâng cao chất lượng phục vụ.\n\nII. NHIỆM VỤ\n1. Rà soát.\n2. Tập huấn: cả xã.\n"
    assert changes(new) == [
        "-   1. Nâng cao chất lượng.",
        "+   1. Nâng cao chất lượng phục vụ.",
        "+   2. Tập huấn: cả xã.",
    ]


def test_cells_of_tasks_change_where_they_stand() -> None:
    new = values()
    tasks = new["phu_luc"][0]["nhiem_vu"]
    tasks[0]["chu_tri"] = "Công an xã"
    tasks[0]["san_pham"] = "Danh mục"
    tasks[2]["chu_tri"] = "Phòng Kinh tế, Văn phòng"
    del tasks[1]["chu_tri"]
    assert changes(new) == [
        "-         chu_tri: Văn phòng   # chị Hoa",
        "+         chu_tri: Công an xã   # chị Hoa",
        "+         san_pham: Danh mục",
        "-         chu_tri: như trên",
        "-       - {ten: Báo cáo, chu_tri: Văn phòng}",
        '+       - {ten: Báo cáo, chu_tri: "Phòng Kinh tế, Văn phòng"}',
    ]


def test_a_task_moves_with_its_comment() -> None:
    new = values()
    tasks = new["phu_luc"][0]["nhiem_vu"]
    tasks.append(tasks.pop(0))
    made = text_of(reworked("kehoach.yaml", TEXT.encode(), new))
    assert "- {ten: Báo cáo, chu_tri: Văn phòng}\n      # việc gấp\n      - ten: Rà soát thủ tục\n" in made
    assert sorted(made.splitlines()) == sorted(TEXT.splitlines())


def test_a_key_in_braces_is_added_by_writing_the_item_anew() -> None:
    new = values()
    new["phu_luc"][0]["nhiem_vu"][2]["thoi_gian"] = "Quý IV"
    assert changes(new)[0] == "-       - {ten: Báo cáo, chu_tri: Văn phòng}"


def test_a_list_becomes_a_text_and_back() -> None:
    new = values()
    new["mo_dau"], new["noi_nhan"], new["can_cu"] = ["Câu một.", "Câu hai."], ["Như trên"], "Luật"
    made = changes(new)
    assert "+ can_cu: Luật" in made
    assert "+ mo_dau:" in made


@pytest.mark.parametrize("path", [SAMPLE, TRIAL, BLOCKS], ids=lambda path: path.parent.name)
def test_any_change_is_what_the_file_says_afterwards(path: Path) -> None:
    """A thousand small changes at random places of real files: the file always says them, and nothing else."""
    data, chance = path.read_bytes(), random.Random(7)
    for _ in range(60):
        new = copy.deepcopy(of_text(str(path), text_of(data)).written)
        for _ in range(chance.randint(1, 4)):
            _change(new, chance)
        made = reworked(str(path), data, new)
        assert of_text(str(path), text_of(made)).written == new
        comments = [line for line in text_of(data).splitlines() if line.startswith("#")]
        assert [line for line in text_of(made).splitlines() if line.startswith("#")] == comments


def _change(value: Any, chance: random.Random) -> None:
    """Change something somewhere in `value`, never the typed bodies, which have a form of their own."""
    if isinstance(value, dict):
        key = chance.choice([each for each in value if each not in ("loai", "nam", "phan", "bang_bieu", "chu_thich")])
        if isinstance(value[key], (dict, list)) and value[key]:
            _change(value[key], chance)
        else:
            value[key] = chance.choice(
                ["Chữ mới", "Câu có: hai chấm", "# thăng", "- gạch", "“nháy” 'đơn' \"kép\"", "x " * 90 + "y"]
            )
    elif isinstance(value, list):
        index, what = chance.randrange(len(value)), chance.random()
        if what < 0.3 and len(value) > 1:
            del value[index]
        elif what < 0.5:
            value.insert(index, copy.deepcopy(value[chance.randrange(len(value))]))
        elif what < 0.6:
            value.insert(index, value.pop(chance.randrange(len(value))))
        elif isinstance(value[index], (dict, list)):
            _change(value[index], chance)
        else:
            value[index] = f"Chữ mới {chance.random():.3f}"
