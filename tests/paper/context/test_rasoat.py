"""The review list on paper: one table on its side, a row for each item with a box to tick off."""

import io

import docx
import pytest

from docgen.files.stamp import is_untouched, stamped_docx
from docgen.paper.context.rasoat import RaSoatIn, rasoat_context
from docgen.paper.render import open_template
from docgen.rollover.changes import Change
from docgen.rollover.rasoat import RaSoat
from docgen.workflows.paper import default_template, named_values
from tests.rollover.rasoat_samples import CHANGES, at, moved, review


def values_of(made: RaSoat) -> RaSoatIn:
    return rasoat_context(made, open_template(default_template("rasoat")).layout)


def printed(made: RaSoat) -> bytes:
    opened = open_template(default_template("rasoat"))
    values = rasoat_context(made, opened.layout)
    return stamped_docx(opened.compiled(opened.layout).render(named_values(values), values.thuoc_tinh), "nguồn")


def rows(data: bytes) -> list[list[str]]:
    (table,) = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_table_holds_every_item_below_the_heading_of_its_part() -> None:
    found = rows(printed(review(*CHANGES)))
    assert found[0] == ["STT", "VỊ TRÍ", "BẢN CŨ", "BẢN MỚI", "LÝ DO", "XONG"]
    assert [row[:2] for row in found if row[0] in ("I", "II", "III")] == [
        ["I", "Cần quyết định: 2 chỗ"],
        ["II", "Đã đổi: 2 chỗ"],
        ["III", "Giữ nguyên có chủ ý: 1 chỗ"],
    ]
    assert found[2] == [
        "1",
        "Căn cứ 3 (dòng 45, cột 20)\nQuyết định số «[cần điền số]»",
        "3334/QĐ-UBND",
        "[cần điền số]",
        "dự toán giao từng năm",
        "☐",
    ]
    assert found[3][1:4] == ["Kết quả, phương hướng 1 (ketqua.yaml:128:5)\nTiếp tục tuyên truyền", "", ""]
    assert found[5][1].count("dòng") == 2
    assert found[7][2:4] == ["giai đoạn 2021 - 2025", "(giữ nguyên)"]


def test_the_pages_lie_on_their_side_and_the_headings_come_again() -> None:
    document = docx.Document(io.BytesIO(printed(review(*CHANGES))))
    (section,) = document.sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert document.tables[0].rows[0]._tr.find(".//{*}tblHeader") is not None


def test_it_is_a_work_list_and_no_official_paper() -> None:
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(printed(review(*CHANGES)))).paragraphs)
    assert "DANH SÁCH RÀ SOÁT" in text
    assert "CỘNG HÒA" not in text
    assert "data/asean-2023/kehoach.yaml" in text
    assert "5 chỗ: 2 cần quyết định, 2 đã đổi, 1 giữ nguyên có chủ ý" in text


@pytest.mark.parametrize("many", [0, 300])
def test_lists_of_any_length_are_printed_and_stamped(many: int) -> None:
    items = [(moved(("phan", 0, "muc", 0, "y", index % 2), f"ý {index} "), at(index + 1, 3)) for index in range(many)]
    data = printed(review(*items))
    assert is_untouched(data)
    assert sum(row[1].count("dòng") for row in rows(data)) == many


def test_an_item_of_many_places_goes_on_in_further_rows_that_fit_a_page() -> None:
    items = [(moved(("phan", 0, "muc", 0, "y", 0)), at(index + 1, 3)) for index in range(14)]
    of_item = [row for row in rows(printed(review(*items))) if row[0] == "1"]
    assert [row[1].count("dòng") for row in of_item] == [4, 4, 4, 2]
    assert [row[4:] for row in of_item] == [["năm của kế hoạch", "☐"], *[["(tiếp)", "☐"]] * 3]


def test_marks_of_xml_and_line_breaks_in_the_words_do_no_harm() -> None:
    change = Change(("mo_dau",), 0, "Sở TT&TT\n<2023>", "Sở KH&CN", "“thay”", sure=False, before="a < b\n")
    (row,) = [row for row in rows(printed(review((change, at(1, 1))))) if row[0] == "1"]
    assert row[2:4] == ["Sở TT&TT <2023>", "Sở KH&CN"]


def test_the_columns_fill_the_page_and_no_word_breaks() -> None:
    values = values_of(review(*CHANGES))
    table = values.khoi[-1].bang
    assert table is not None
    assert not table.chat
    assert sum(column.rong for column in table.cot) == pytest.approx((297 - 30 - 15) * 1440 / 25.4, abs=10)
