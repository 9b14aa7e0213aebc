"""What a clerk sees on the printed page, read from the PDF that LibreOffice makes."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from docgen.cli import main as cli
from docgen.data.yamlfile import load
from docgen.files import libreoffice
from tests.conftest import OFFICE, SAMPLE, TRIAL, Printed
from tests.end_to_end.paper import Line, Page, read_pages

Print = Callable[[Path], Printed]
MOTTO = "Độc lập - Tự do - Hạnh phúc"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
HEADER_ROW = "NHIỆM VỤ"
PARAGRAPHS = range(4, 10)  # which bring the signature to the end of a page, and over it


@pytest.fixture(scope="module")
def sample(print_plan: Print) -> list[Page]:
    return read_pages(print_plan(SAMPLE).pdf)


@pytest.fixture(scope="module")
def trial(print_plan: Print) -> list[Page]:
    return read_pages(print_plan(TRIAL).pdf)


def long_plan(tasks: int, paragraphs: int = 3) -> str:
    rows = "\n".join(
        f"      - {{ten: Nhiệm vụ thứ {number} với nội dung dài để ô có nhiều dòng chữ trên trang giấy nằm ngang của phụ lục, "
        f'chu_tri: Sở Nội vụ, phoi_hop: "Các sở, ban, ngành; UBND các huyện", thoi_gian: Quý {"I" * (number % 3 + 1)}, '
        f"san_pham: Báo cáo kết quả, kinh_phi: {number}.000.000 đồng}}"
        for number in range(1, tasks + 1)
    )
    body = "\n".join(f"      - Đoạn {number} {'nói về việc thực hiện nhiệm vụ ' * 9}" for number in range(paragraphs))
    return (
        "loai: kế hoạch\nnam: 2024\ntrich_yeu: Thử bảng dài\nnoi_nhan: [Các đơn vị]\nluu: VT\n"
        f"phan:\n  - tieu_de: Nội dung\n    doan:\n{body}\nket_thuc: Chi tiết tại Phụ lục kèm theo\n"
        f"phu_luc:\n  - tieu_de: Nhiệm vụ\n    nhiem_vu:\n{rows}\n"
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Return the pages of plans with one hard thing each, printed by one run of LibreOffice."""
    broken = long_plan(1).replace("ket_thuc: Chi tiết", "ket_thuc: |\n  Ngắn gọn thôi\n  Chi tiết")
    plans = {"long": long_plan(70), "long place": long_plan(1), "broken line": broken}
    plans |= {f"{paragraphs} paragraphs": long_plan(1, paragraphs) for paragraphs in PARAGRAPHS}
    papers = {}
    for name, text in plans.items():
        folder = tmp_path_factory.mktemp("plan")
        place = "Thành phố Hồ Chí Minh" if name == "long place" else "Sóc Trăng"
        office = OFFICE.read_text("utf-8").replace("dia_danh: Sóc Trăng", f"dia_danh: {place}")
        (folder / "coquan.yaml").write_text(office, "utf-8")
        (folder / "kehoach.yaml").write_text(text, "utf-8")
        assert cli.run(["kehoach", str(folder / "kehoach.yaml")]) == 0
        papers[name] = (folder / "kehoach.docx").read_bytes()
    return {name: read_pages(io.BytesIO(pdf)) for name, pdf in libreoffice.to_pdf(papers).items()}


def test_the_sample_plan_has_six_pages(sample: list[Page]) -> None:
    assert [(round(page.width), round(page.height)) for page in sample] == [(210, 297)] * 4 + [(297, 210)] * 2


@pytest.mark.parametrize(
    "text", [STATE, MOTTO, "Sóc Trăng, ngày tháng năm 2023", "ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG", "Số: /KH-UBND"]
)
def test_each_line_of_the_head_stands_unbroken(sample: list[Page], text: str) -> None:
    assert [line for line in sample[0].lines if line.text == text]


def test_the_smaller_set_of_sizes_keeps_the_long_date_on_one_line(trial: list[Page]) -> None:
    for text in (STATE, MOTTO, "Thành phố Hồ Chí Minh, ngày 05 tháng 02 năm 2024", "Số: 05/KH-SVHTTDL"):
        assert trial[0].line(text).text == text


def test_number_and_date_stand_on_one_line(sample: list[Page]) -> None:
    assert sample[0].line("Số:").top == pytest.approx(sample[0].line("Sóc Trăng, ngày").top, abs=0.6)


def test_the_state_and_the_office_begin_on_one_line(sample: list[Page]) -> None:
    assert sample[0].line(STATE).top == pytest.approx(sample[0].line("ỦY BAN").top, abs=0.1)


def rule_below(page: Page, line: Line) -> tuple[float, float, float]:
    return min(
        (rule for rule in page.rules if 0 < rule[2] - line.top < 12 and rule[0] < line.middle < rule[1]), key=lambda rule: rule[2]
    )


def test_the_rules_have_their_lengths_and_stand_centred_below_their_lines(sample: list[Page]) -> None:
    page = sample[0]
    for text, low, high in (
        (MOTTO, 0.98, 1.02),
        ("TỈNH SÓC TRĂNG", 1 / 3, 1 / 2),
        ("về tuyên truyền, quảng bá ASEAN năm 2023", 1 / 3, 1 / 2),
    ):
        line = page.line(text)
        left, right, top = rule_below(page, line)
        assert low <= (right - left) / (line.right - line.left) <= high
        assert (left + right) / 2 == pytest.approx(line.middle, abs=0.6)
        assert 4.5 < top - line.top < 8


def test_the_first_page_has_no_number_and_the_others_are_numbered_at_the_top_centre(sample: list[Page]) -> None:
    assert min(line.top for line in sample[0].lines) > 19
    for number, page in enumerate(sample[1:4], start=2):
        first = min(page.lines, key=lambda line: line.top)
        assert first.text == str(number)
        assert first.top < 20
        assert first.middle == pytest.approx(30 + 165 / 2, abs=0.5)


def test_the_appendix_is_numbered_anew(sample: list[Page], trial: list[Page]) -> None:
    assert min(line.top for line in sample[4].lines) > 19
    assert min(sample[5].lines, key=lambda line: line.top).text == "2"
    for page in trial[2:]:
        assert min(line.top for line in page.lines) > 19


def test_appendices_stand_upright_or_on_their_side_as_they_say(trial: list[Page]) -> None:
    assert [page.width > page.height for page in trial] == [False, False, True, False, False]
    assert [page.line("Phụ lục").text for page in trial[2:]] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]


def test_no_line_leaves_the_margins(sample: list[Page], trial: list[Page]) -> None:
    for pages, left, right in ((sample, 30, 15), (trial, 35, 20)):
        for page in pages:
            assert min(line.left for line in page.lines) > left - 0.1
            assert max(line.right for line in page.lines) < page.width - right + 0.1
            assert all(left - 0.2 < rule[0] and rule[1] < page.width - right + 0.2 for rule in page.rules)


def test_a_group_row_is_never_the_last_of_a_page(sample: list[Page]) -> None:
    assert sample[4].says("Tuyên truyền trên các phương tiện thông tin đại chúng")
    assert not sample[4].says("Tuyên truyền thông qua các hoạt động")
    assert sample[5].says("Tuyên truyền thông qua các hoạt động")


def test_a_merged_cell_prints_its_words_once(sample: list[Page]) -> None:
    assert not sample[5].says("như trên")
    assert sum(line.text.startswith("Sở Thông tin và Truyền") for line in sample[5].lines) == 1


def test_the_header_row_is_repeated_on_each_page_and_rows_stay_whole(made: dict[str, list[Page]]) -> None:
    pages = made["long"][1:]
    assert len(pages) > 4
    assert all(page.says(HEADER_ROW) for page in pages)
    for number in range(1, 71):
        holding = [
            index
            for index, page in enumerate(pages)
            if any(line.text.startswith(f"Nhiệm vụ thứ {number} ") for line in page.lines)
        ]
        money = [
            index
            for index, page in enumerate(pages)
            if page.says(f"{number}.000.000") and any(line.text.split(".")[0] == str(number) for line in page.lines)
        ]
        assert len(holding) == 1
        assert holding[0] in money


@pytest.mark.parametrize("paragraphs", PARAGRAPHS)
def test_the_signature_never_stands_alone_on_a_page(made: dict[str, list[Page]], paragraphs: int) -> None:
    page = next(page for page in made[f"{paragraphs} paragraphs"] if page.says("Nơi nhận:"))
    signature = page.line("Nơi nhận:").top
    before = [line for line in page.lines if 19 < line.top < signature]
    assert len(before) >= 2
    assert page.line("Huỳnh Thị Diễm Ngọc").top > signature


def written_texts(value: object) -> list[str]:
    """Return every text of the data that is to be printed, in the order of the file."""
    if isinstance(value, str):
        return [] if value == "như trên" else [value.rstrip(".,;: ")]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for each in inner for text in written_texts(each)]


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def test_every_word_of_the_data_is_printed_in_order(sample: list[Page], print_plan: Print) -> None:
    data = {key: value for key, value in load(SAMPLE).value.items() if key not in ("loai", "nam", "cong_van")}
    document = docx.Document(str(print_plan(SAMPLE).docx))
    in_word = squeezed(
        "".join(each.text or "-" for each in document.element.body.iter("{*}t", "{*}noBreakHyphen") if each.text != "")
    )
    body = squeezed("".join(line.text for page in sample[:4] for line in page.lines if line.top > 19))
    tables = squeezed(" ".join(line.text for page in sample[4:] for line in page.lines))
    position = 0
    for text in written_texts({key: value for key, value in data.items() if key != "trich_yeu"}):
        position = in_word.index(squeezed(text), position) + len(squeezed(text))
    position = 0
    for text in written_texts(
        {key: data[key] for key in ("trich_yeu", "can_cu", "mo_dau", "phan", "to_chuc_thuc_hien", "ket_thuc")}
    ):
        position = body.index(squeezed(text), position) + len(squeezed(text))
    for word in {squeezed(word) for text in written_texts(data["phu_luc"]) for word in text.split()}:
        assert word in tables


def test_a_long_place_name_keeps_the_blank_date_on_one_line(made: dict[str, list[Page]]) -> None:
    assert made["long place"][0].line("Thành phố").text == "Thành phố Hồ Chí Minh, ngày tháng năm 2024"


def test_a_line_that_the_author_broke_is_not_stretched(made: dict[str, list[Page]]) -> None:
    [line] = [line for page in made["broken line"] for line in page.lines if line.text == "Ngắn gọn thôi"]
    assert line.right - line.left < 50
