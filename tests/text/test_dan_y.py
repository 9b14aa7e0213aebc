"""Typed bodies as offices type them, read as an outline; what is written of an outline is read as the same."""

import re
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import as_in_file
from docgen.text.dan_y import DanY, read
from docgen.text.soan_dan_y import NotTyped, write

TABLE = {"cot": ["Ngày", "Nội dung"], "dong": [["09/10", "Phóng sự"]]}
TASKS = {"nhiem_vu": [{"ten": "Kiểm tra", "chu_tri": "Sở Y tế"}], "rong": {"ten": "30"}}


def told(typed: str, found: DanY) -> list[str]:
    """Return what is told of `typed`, each behind its line and column."""
    return [
        f"{typed.count(chr(10), 0, at) + 1}:{at - typed.rfind(chr(10), 0, at)}: {as_in_file(words)}"
        for at, words in sorted((*found.problems, *found.remarks))
    ]


def test_every_level_is_read_however_it_is_indented() -> None:
    typed = dedent("""\
        I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích
        - Triển khai có hiệu quả **Chương trình hành động** của Chính phủ.[^1]
            2. **Thời gian thực hiện:** Trong năm 2026.
        3. Nội dung
        3.1. Tuyên truyền
        a) Trên báo:
          - Đăng tin;
              + Báo tỉnh;
              + Báo ngành.
        b) Trên đài phát ít nhất 10
           tin mỗi tháng.
        II. PHÂN CÔNG CHUẨN BỊ {giao việc}
        1. Sở Tài chính
        - Cân đối kinh phí. {đơn vị: Sở Tài chính; Sở Y tế}
        Việc chi theo quy định.
        {bảng: lịch phát sóng}
        """)
    found = read(typed, {"lịch phát sóng": TABLE})
    assert told(typed, found) == []
    assert found.phan == [
        {
            "tieu_de": "MỤC ĐÍCH, YÊU CẦU",
            "muc": [
                {
                    "tieu_de": "Mục đích",
                    "y": ["Triển khai có hiệu quả **Chương trình hành động** của Chính phủ.[^1]"],
                },
                {"tieu_de": "Thời gian thực hiện", "cung_dong": "Trong năm 2026."},
                {
                    "tieu_de": "Nội dung",
                    "tieu_muc": [
                        {
                            "tieu_de": "Tuyên truyền",
                            "khoan": [
                                {
                                    "tieu_de": "Trên báo:",
                                    "y": [{"noi_dung": "Đăng tin;", "cong": ["Báo tỉnh;", "Báo ngành."]}],
                                },
                                {"doan": "Trên đài phát ít nhất 10 tin mỗi tháng."},
                            ],
                        }
                    ],
                },
            ],
        },
        {
            "tieu_de": "PHÂN CÔNG CHUẨN BỊ",
            "giao_viec": "có",
            "muc": [
                {
                    "tieu_de": "Sở Tài chính",
                    "y": [{"noi_dung": "Cân đối kinh phí.", "don_vi": ["Sở Tài chính", "Sở Y tế"]}],
                    "doan": "Việc chi theo quy định.",
                    "bang": [TABLE],
                }
            ],
        },
    ]
    assert found.tables == {(1, "muc", 0, "bang", 0): "lịch phát sóng"}
    where = found.texts[(0, "muc", 2, "tieu_muc", 0, "khoan", 1, "doan")]
    assert [typed[start:end] for start, end in where.spots][-16:-12] == ["0", "\n   ", "t", "i"]
    start, end = found.spans[(0, "muc", 2)]
    assert typed[start:end].startswith("3. Nội dung")
    assert typed[start:end].endswith("tin mỗi tháng.")


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("1. Mục đích", True),
        ("1. Mục đích.", False),
        ("1. Xây dựng kế hoạch;", False),
        ("1. Các việc khác…", False),
        ("1. Sở Y tế (chủ trì)", True),
        ("1. Thực hiện đúng quy định (có hướng dẫn riêng.)", False),
        ("1. **Thực hiện đúng quy định.**", True),
        ("**1. Thực hiện đúng quy định.**", True),
        ("**1.** Mục đích", True),
        ("1. Mục đích[^2]", True),
        ("1. Đã thực hiện.[^2]", False),
        ("1. Sở Y tế {đoạn}", False),
        ("1. Đã thực hiện. {tiêu đề}", True),
        ("1. Gồm các việc:", False),
        ("1. Gồm các việc:\n- Một;", True),
        ("1. Gồm các việc:\nMột.", False),
    ],
)
def test_a_heading_is_told_by_how_its_line_ends(line: str, heading: bool) -> None:
    found = read(f"I. PHẦN\n{line}\n")
    assert found.problems == ()
    assert ("tieu_de" in found.phan[0]["muc"][0]) is heading


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ("1) Mục đích", "muc", "Mục đích"),
        ("1/ Mục đích", "muc", "Mục đích"),
        ("1 - Mục đích", "muc", "Mục đích"),
        ("1.Mục đích", "muc", "Mục đích"),
        ("I.1. Mục đích", "muc", "Mục đích"),
        ("a. Mục đích", "khoan", "Mục đích"),
        ("a/ Mục đích", "khoan", "Mục đích"),
        ("a- Mục đích", "khoan", "Mục đích"),
        ("(a) Mục đích", "khoan", "Mục đích"),
        ("__a) Mục đích__", "khoan", "__Mục đích__"),
        ("–\tMục đích", "y", "Mục đích"),
        ("-Mục đích", "y", "Mục đích"),
        ("•\u00a0Mục đích", "y", "Mục đích"),
        ("* Mục đích", "y", "Mục đích"),
        ("\t- Mục đích", "y", "Mục đích"),
        ("1. Mục đích {tiêu đề}.", "muc", "Mục đích."),
        ("1.160 tỷ đồng.", "doan", "1.160 tỷ đồng."),
        ("15.3.2026 là hạn.", "doan", "15.3.2026 là hạn."),
        ("V.I. Lênin nói.", "doan", "V.I. Lênin nói."),
        ("-5 độ.", "doan", "-5 độ."),
        ("+84 là mã.", "doan", "+84 là mã."),
        ("(1) Một.", "doan", "(1) Một."),
        ("**Lưu ý** khi họp.", "doan", "**Lưu ý** khi họp."),
        ("\\1. Một.", "doan", "1. Một."),
        ("\\\\ là dấu.", "doan", "\\ là dấu."),
        ("Mẫu \\{tên}.", "doan", "Mẫu {tên}."),
        ("Mẫu \\{tên\\}.", "doan", "Mẫu {tên}."),
        ("Một.{xuống dòng}Hai.", "doan", "Một.\nHai."),
    ],
)
def test_marks_as_offices_type_them(line: str, key: str, words: str) -> None:
    found = read(f"I. PHẦN\n{line}\n")
    value = found.phan[0][key] if key == "doan" else found.phan[0][key][0]
    assert (value, found.problems, found.remarks) == (words if key in ("doan", "y") else {"tieu_de": words}, (), ())


@pytest.mark.parametrize(
    "part", ["I. PHẦN", "**I. PHẦN**", "I/ PHẦN", "I - PHẦN", "I.PHẦN", "PHẦN I. PHẦN", "Phần I: PHẦN", "PHẦN I\nPHẦN"]
)
def test_parts_as_offices_number_them(part: str) -> None:
    assert read(f"{part}\n1. Mục\n").phan == [{"tieu_de": "PHẦN", "muc": [{"tieu_de": "Mục"}]}]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Lời dẫn.\nI. PHẦN\n", ["1:1: chưa có phần nào ở trên; gõ “I. …” trước, lời dẫn thì ghi ở mo_dau"]),
        (
            "I. PHẦN\n1.1. Mục\n",
            ["2:1: “1.1.” phải đứng dưới một mục; thêm dòng “1. …” ở trên, hoặc gõ 1. thay cho 1.1."],
        ),
        (
            "I. PHẦN\n+ Một\n",
            ["2:1: “+” phải đứng dưới một ý “-”; thêm dòng “- …” ở trên, hoặc gõ “-” thay cho “+”"],
        ),
        ("I. PHẦN\n1. Một\n1.1. Hai\n1.1.1. Ba\n", ["4:1: không có cấp “1.1.1.”; dưới 1.1. dùng a), “-” hoặc “+”"]),
        (
            "I. PHẦN\n1. Một\n3. Hai\n",
            ["3:1: “3.” không nối tiếp số ở trên, docgen đánh lại là 2.; nếu là câu chữ thì gõ dấu \\ ở đầu dòng"],
        ),
        (
            "I. PHẦN\n1. Một\n3. Hai\n4. Ba\n4.1. Bốn\n",
            ["3:1: “3.” không nối tiếp số ở trên, docgen đánh lại là 2.; nếu là câu chữ thì gõ dấu \\ ở đầu dòng"],
        ),
        (
            "I. PHẦN\na) Một\na) Hai\n",
            ["3:1: “a)” không nối tiếp số ở trên, docgen đánh lại là b); nếu là câu chữ thì gõ dấu \\ ở đầu dòng"],
        ),
        (
            "I. PHẦN\n- Một. {đơn vi: Sở A} Hai.\n",
            ["2:8: {đơn vi: Sở A} phải đứng cuối dòng; nếu là câu chữ thì gõ \\{đơn vi: Sở A}"],
        ),
        (
            "I. PHẦN\n- Một. {đơn vị: Sở A\n- Hai.\n",
            ["2:8: “{đơn vị: Sở A” thiếu dấu } ở cuối; thêm vào, hoặc gõ \\{ nếu là câu chữ"],
        ),
        (
            "I. PHẦN\n- Một. đơn vị: Sở A}\n- Tập {a, b\n- Một \\{đơn vị: Sở A\n",
            ["2:8: “đơn vị: Sở A}” thiếu dấu { ở đầu nên in như câu chữ; thêm vào, hoặc bỏ dấu }"],
        ),
        (
            "I. PHẦN\n- Một. {don vị Sở A}\n",
            ["2:8: không có dấu {don vị Sở A}; có phải {đơn vị}?; nếu là câu chữ thì gõ \\{don vị Sở A}"],
        ),
        ("I. PHẦN\n1. Một {giao việc}\n", ["2:1: {giao việc} chỉ ghi được sau tiêu đề của phần (I.)"]),
        ("I. PHẦN\nMột. {đơn vị: Sở A}\n", ["2:1: {đơn vị} chỉ ghi được sau một ý “-”"]),
        ("I. PHẦN\n- Một. {đơn vị}\n", ["2:8: viết {đơn vị: …}, có tên sau dấu hai chấm"]),
        ("I. PHẦN\n1. Một {bảng: a}\n", ["2:8: {bảng} phải đứng riêng một dòng"]),
        ("I. PHẦN\n{bảng: a}\n", ["2:8: bang_bieu chỉ có “lịch”, không có bảng “a”"]),
        ("I. PHẦN\n1. Gồm:\n{bảng: lịch}\n", []),
        ("I. PHẦN\n{bảng: lịch}\n{bảng: lịch}\n", []),
        ("I. PHẦN\n{hết khoản}\n", ["2:1: {hết khoản}: ở trên không có cấp này đang mở; bỏ dòng này"]),
        ("I. PHẦN\n1.\nMột.\n", ["2:1: sau “1.” chưa có chữ; ghi nội dung trên cùng dòng, hoặc xóa dòng này"]),
        ("", ["1:1: chưa có nội dung; gõ phần đầu tiên thành dòng “I. …”"]),
        (
            "I. PHẦN\n# ghi chú\nMột.\n",
            ["2:1: trong phần gõ dưới dấu | không có lời ghi chú; xóa dòng này, hoặc gõ \\# ở đầu dòng nếu là câu chữ"],
        ),
        ("I. PHẦN\n-----\nMột.\n", ["2:1: dòng kẻ “-----” được in như đã gõ; xóa đi nếu không cần"]),
        (
            "I. PHẦN\nA. Mục\n",
            ["2:1: “A.” không phải cấp nào nên in như một đoạn; tiêu đề của phần thì gõ I., của mục thì gõ 1."],
        ),
        (
            "I. PHẦN\n1. Mục đích\n   Nâng cao nhận thức.\n",
            ["3:4: dòng này thụt vào nên nối tiếp dòng trên; nếu là đoạn riêng thì viết sát lề, hoặc để một dòng trống ở trên"],
        ),
        (
            "I. PHẦN\n- Nâng cao\nnhận thức.\n",
            ["3:1: dòng này mở đầu bằng chữ thường mà không nối với dòng trên; nếu nối tiếp thì để dấu cách ở đầu dòng"],
        ),
        ("I. PHẦN\n1. Một\n1.1. Hai\n1.1.1 Ba\n1.2 Bốn\n", ["4:1: không có cấp “1.1.1”; dưới 1.1. dùng a), “-” hoặc “+”"]),
        (
            "I. PHẦN\n1. Sở A:\nMột.\n",
            ["2:1: dòng này có dấu hai chấm mà dòng dưới không là cấp sâu hơn nên hiểu là đoạn; nếu là tiêu đề thì bỏ dấu đó"],
        ),
        (
            "I. PHẦN\n* Một:\n- Hai.\n",
            ["2:1: “*” cùng cấp với “-” nên in thành “-”; nếu là cấp trên của “-” thì gõ a)"],
        ),
        (
            "I. PHẦN\nX. Mai chủ trì.\n",
            ["2:1: “X.” ở đầu dòng hiểu là chữ viết tắt của tên; nếu là phần thì bỏ dấu ở cuối dòng"],
        ),
        (
            "I. PHẦN\n1, Một\n",
            ["2:1: “1,” ở đầu dòng không phải dấu của cấp nào nên in như đã gõ; các cấp là I., 1., 1.1., a), “-”, “+”"],
        ),
        ("I. PHẦN\n1. Một {đoạn} {tiêu đề}\n", ["2:1: {tiêu đề} và {đoạn} trái nhau; chỉ ghi một trong hai"]),
        (
            "I. PHẦN\n- Một\n  Hai.\n",
            ["3:3: dòng này thụt vào nên nối tiếp dòng trên; nếu là đoạn riêng thì viết sát lề, hoặc để một dòng trống ở trên"],
        ),
        (
            "I. PHẦN\nb. Một.\n",
            ["2:1: “b.” ở đầu dòng không đúng lượt nên hiểu là câu chữ; nếu là số thứ tự thì gõ a)"],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_or_ambiguous_is_told_with_its_place(body: str, said: list[str]) -> None:
    assert told(body, read(body, {"lịch": TABLE})) == said


def test_a_table_of_tasks_that_is_called_for_again_is_told() -> None:
    typed = "I. PHẦN\n{nhiệm vụ: việc}\n{nhiệm vụ: việc}\n"
    said = "bảng nhiệm vụ “việc” đã gọi ở trên nên mỗi nhiệm vụ tính hai lần, có hai mã; bỏ một dòng nếu chỉ là một việc"
    assert told(typed, read(typed, {"việc": [{"ten": "Việc"}]})) == [f"3:1: {said}"]


def test_a_long_line_without_an_end_is_a_heading_and_told() -> None:
    found = read("I. PHẦN\n1. " + "rất dài " * 30)
    assert [told.words for told in found.remarks] == [
        "dòng này hiểu là tiêu đề vì không có dấu kết câu ở cuối; nếu là đoạn văn thì thêm dấu chấm"
    ]


def test_a_blank_line_ends_what_stands_above_it() -> None:
    assert read("I. PHẦN\n1. Mục đích\n\n   Nâng cao nhận thức.\n").phan[0]["muc"] == [
        {"tieu_de": "Mục đích", "doan": "Nâng cao nhận thức."}
    ]


def test_kinds_that_alternate_come_in_their_order() -> None:
    typed = "I. PHẦN\nMột.\n- Hai.\nBa.\n{nhiệm vụ: việc}\n"
    assert read(typed, {"việc": TASKS["nhiem_vu"]}).phan[0]["noi_dung"] == [
        {"doan": "Một."},
        {"y": ["Hai."]},
        {"doan": "Ba."},
        {"nhiem_vu": TASKS["nhiem_vu"]},
    ]


def test_an_outline_is_written_as_a_person_types_it() -> None:
    typed = write(
        [
            {
                "tieu_de": "Mục đích",
                "muc": [
                    {"tieu_de": "Kết thúc bằng dấu chấm.", "doan": ["1. Gõ số.", "- Gõ gạch.", "Có {ngoặc}."]},
                    {"tieu_de": "Thời gian", "cung_dong": "Năm 2026."},
                    {"doan": ["Sở Y tế"], "khoan": ["Một.", {"tieu_de": "Hai"}]},
                    {"noi_dung": [{"doan": "Ba."}, {"bang": TABLE}, TASKS]},
                ],
                "y": [{"noi_dung": "Bốn.", "cong": "Năm.", "don_vi": ["Sở A", "Sở B"]}],
            },
            {"tieu_de": "Phân công", "giao_viec": "có", "doan": "Một dòng.\nHai dòng."},
        ],
        named=["bảng 1"],
    )
    assert typed.text == dedent("""\
        I. Mục đích
        1. **Kết thúc bằng dấu chấm.**
        \\1. Gõ số.
        \\- Gõ gạch.
        Có \\{ngoặc}.
        2. **Thời gian:** Năm 2026.
        3. Sở Y tế {đoạn}
        a) Một.
        b) Hai
        4. Ba.
        {bảng: bảng 2}
        {nhiệm vụ: nhiệm vụ 1}
        {hết mục}
        - Bốn. {đơn vị: Sở A; Sở B}
        + Năm.
        II. Phân công {giao việc}
        Một dòng.{xuống dòng}Hai dòng.
        """)
    assert typed.bang_bieu == {"bảng 2": TABLE, "nhiệm vụ 1": TASKS}


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ({"tieu_de": "A", "la": "B"}, "mục này không gõ được dưới dấu |"),
        ({"tieu_de": "A", "muc": [{"y": ["B"]}]}, "thiếu tiêu đề hoặc đoạn văn để chạy sau số thứ tự"),
        (
            {"tieu_de": "A", "muc": [{"tieu_de": "**B** C", "cung_dong": "D"}]},
            "tiêu đề có nội dung cùng dòng thì không có chữ đậm ở trong",
        ),
        ({"tieu_de": "A", "y": [{"noi_dung": "B", "don_vi": ["C; D"]}]}, "tên đơn vị có dấu chấm phẩy hoặc ngoặc nhọn"),
        ({"tieu_de": "A", "doan": [["B"]]}, "chỗ này không phải là chữ"),
    ],
)
def test_what_has_no_typed_form_is_refused(part: dict[str, Any], why: str) -> None:
    with pytest.raises(NotTyped, match=re.escape(why)):
        write([part])


WORD = st.sampled_from(
    "Sở Y tế chủ trì; kế hoạch. **đậm** __x__ [^1] 1. a) - + V.I. 1.160 15.3.2026 {giao việc} {x} {đoạn} \\ I. ** … (1) 1.1. "
    ": mục: { } * “Một” \\{a} *a* – • A. {xuống dòng} #".split(" ")
)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
ITEM = st.fixed_dictionaries(
    {"noi_dung": WORDS},
    optional={
        "cong": st.lists(WORDS, min_size=1, max_size=2),
        "don_vi": st.lists(st.sampled_from(["Sở A", "Sở B"]), min_size=1, max_size=2),
    },
)
INSIDE: dict[str, st.SearchStrategy[Any]] = {
    "doan": st.lists(WORDS, min_size=1, max_size=3),
    "y": st.lists(WORDS | ITEM, min_size=1, max_size=3),
    "bang": st.just([TABLE]),
}


def container(**sections: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    kinds = {**INSIDE, **sections}
    each = st.one_of([st.fixed_dictionaries({kind: values}) for kind, values in kinds.items()])
    mixed = st.lists(each | st.just(TASKS), min_size=1, max_size=4).map(lambda values: {"noi_dung": values})
    return st.fixed_dictionaries({}, optional=kinds) | mixed


def sections(inside: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    headed = st.tuples(st.fixed_dictionaries({"tieu_de": WORDS}, optional={"cung_dong": WORDS}), inside).map(
        lambda two: {**two[0], **two[1]}
    )
    plain = st.tuples(WORDS, inside).map(lambda two: {"noi_dung": [{"doan": [two[0]]}, two[1]]})
    return st.lists(headed | plain, min_size=1, max_size=2)


KHOAN = sections(container())
MUC = sections(container(khoan=KHOAN, tieu_muc=sections(container(khoan=KHOAN))))
PART = st.tuples(WORDS, st.sampled_from(["", "có", "không"]), container(khoan=KHOAN, muc=MUC)).map(
    lambda three: {"tieu_de": three[0], **({"giao_viec": three[1]} if three[1] else {}), **three[2]}
)


def blocks(value: dict[str, Any]) -> list[Any]:
    """Return what stands in `value` in order, without what says only how it is written."""
    value = {key: [each] if key == "doan" and isinstance(each, str) else each for key, each in value.items()}
    title, run_on = value.get("tieu_de"), value.get("cung_dong")
    found: list[Any] = [str(title).rstrip(".,;: ") if run_on else title, run_on]
    for key, inside in value.items():
        if key in ("tieu_de", "cung_dong"):
            continue
        if key == "noi_dung":
            found += [block for each in inside for block in blocks(each)[2:]]
        elif key == "y":
            found += [("y", {"noi_dung": each} if isinstance(each, str) else each) for each in inside]
        elif isinstance(inside, list) and key in ("muc", "tieu_muc", "khoan"):
            found += [(key, blocks(each)) for each in inside]
        else:
            found += [(key, each) for each in inside] if isinstance(inside, list) else [(key, inside)]
    return found


@given(st.lists(PART, min_size=1, max_size=3))
def test_what_is_written_is_read_as_the_same_blocks(phan: list[dict[str, Any]]) -> None:
    try:
        typed = write(phan)
    except NotTyped:
        return
    found = read(typed.text, typed.bang_bieu)
    assert found.problems == ()
    assert [blocks(part) for part in found.phan] == [blocks(part) for part in phan]


LINE = st.tuples(st.sampled_from(["", " ", "\t", "\u00a0"]), st.lists(WORD, max_size=6).map(" ".join)).map("".join)
SYNTAX = re.compile(r"(?:phần)?(?:[ivx]+(?:\.\d+)?|\d+(?:\.\d+)*|\(?[a-zđ]{1,2})?[-–—.)/:]*[-–—−‐‑•●▪■◦○‣·❖➢➤►✓✔♦*+o]?:?")


@given(
    st.lists(LINE, max_size=12).map("\n".join)
    | st.text(max_size=200)
    | st.text(alphabet="IVX1.23ab)đ-+* {}\\#:;\n\t ăẮ_", max_size=120)
)
def test_no_word_is_lost_and_every_letter_has_its_place(typed: str) -> None:
    found = read(typed, {"x": TABLE})
    taken = set()
    for words in found.texts.values():
        for letter, (start, end) in zip(words.text, words.spots, strict=True):
            assert typed[start:end] == letter or letter == "\n" or (letter == " " and typed[start:end].isspace()) or letter == "{"
            taken |= set(range(start, end))
    for line in re.finditer(r"[^\n]*", typed):
        left = "".join(typed[index] for index in range(*line.span()) if index not in taken)
        assert SYNTAX.fullmatch(re.sub(r"\{[^{}]*\}|[\s*_\\;]", "", left).lower()), line.group()


def test_an_appendix_may_hold_what_stands_outside_of_all_parts() -> None:
    typed = "Lời dẫn.\n1. Mục\n- Ý.\nI. PHẦN\n1. Hai\n"
    found = read(typed, without_parts=True)
    assert (found.is_mixed, found.problems, found.remarks) == (True, (), ())
    assert found.phan == [
        {"doan": "Lời dẫn."},
        {"muc": [{"tieu_de": "Mục", "y": ["Ý."]}]},
        {"phan": [{"tieu_de": "PHẦN", "muc": [{"tieu_de": "Hai"}]}]},
    ]
    assert found.texts[2, "phan", 0, "muc", 0, "tieu_de"].text == "Hai"
    assert not read("I. PHẦN\n1. Hai\n", without_parts=True).is_mixed
