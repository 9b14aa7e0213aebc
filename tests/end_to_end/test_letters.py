"""The letters as printed: one by one, and all in one file to print."""

from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from docgen.cli import main as cli
from docgen.workflows.letterremarks import MERGED_FILE
from tests.conftest import SAMPLE
from tests.end_to_end.paper import Line, Page, read_pages
from tests.letters import HEAD, TWO, Answer, Desk, tasks

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
KINDS = [
    "Sở Công Thương",
    "Sở Thông tin và Truyền thông",
    "Ban Tuyên giáo Tỉnh ủy",
    "Tỉnh đoàn",
    "Báo Sóc Trăng",
    "Cổng Thông tin điện tử tỉnh",
    "UBND huyện Kế Sách",
    "Trung tâm Văn hóa - Thể thao - Truyền thanh huyện Cù Lao Dung",
]


@dataclass(frozen=True)
class PrintedSet:
    """The pages of each letter by its addressee, and those of the file that holds them all."""

    letters: dict[str, list[Page]]
    merged: list[Page]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    made = Desk(folder, capsys)
    made.lay(TWO)
    return made


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> PrintedSet:
    folder = tmp_path_factory.mktemp("printed-letters") / "cong-van"
    units = [argument for unit in KINDS for argument in ("--don-vi", unit)]
    assert cli.run(["congvan", str(SAMPLE), "-o", str(folder), "--pdf", "--gop", *units]) == 0
    names = sorted(path for path in folder.glob("*.pdf") if path.name != MERGED_FILE)
    pages = {addressee(read_pages(path)): read_pages(path) for path in names}
    return PrintedSet(pages, read_pages(folder / MERGED_FILE))


def addressee(pages: list[Page]) -> str:
    lines = [line.text for line in pages[0].lines]
    start = next(index for index, text in enumerate(lines) if text.startswith("Kính gửi:"))
    end = next(index for index, text in enumerate(lines) if text.startswith("Thực hiện Kế hoạch"))
    return " ".join(lines[start:end]).removeprefix("Kính gửi: ")


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def below(page: Page, line: Line) -> tuple[float, float, float]:
    return min(
        (rule for rule in page.rules if 0 < rule[2] - line.top < 12 and rule[0] < line.middle < rule[1]), key=lambda r: r[2]
    )


# All in one file


def test_the_merged_file_holds_the_pages_of_every_letter_in_order(sample: PrintedSet) -> None:
    assert list(sample.letters) == sorted(KINDS, key=list(sample.letters).index)
    assert set(sample.letters) == set(KINDS)
    alone = [page for pages in sample.letters.values() for page in pages]
    assert len(sample.merged) == len(alone) > len(KINDS)
    assert [texts(page) for page in sample.merged] == [texts(page) for page in alone]


def test_page_numbers_start_anew_in_each_letter(sample: PrintedSet) -> None:
    merged = iter(sample.merged)
    for pages in sample.letters.values():
        for number, page in enumerate([next(merged) for _ in pages], start=1):
            first = min(page.lines, key=lambda line: line.top)
            assert (first.text == str(number) and first.top < 20) == (number > 1)
            assert number > 1 or first.top > 19


# Each letter


@pytest.mark.parametrize("unit", KINDS)
def test_the_head_stands_as_the_decree_has_it(sample: PrintedSet, unit: str) -> None:
    page = sample.letters[unit][0]
    for text in (STATE, MOTTO, "ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG", "Số: /UBND-NV", "Sóc Trăng, ngày tháng năm 2023"):
        assert [line for line in page.lines if line.text == text], text
    number, date, subject = page.line("Số:"), page.line("Sóc Trăng, ngày"), page.line("V/v ")
    assert number.top == pytest.approx(date.top, abs=0.6)
    assert subject.middle == pytest.approx(number.middle, abs=0.5)
    assert subject.top > number.top
    assert subject.right < page.line(STATE).left
    for text in (MOTTO, "TỈNH SÓC TRĂNG"):
        left, right, _ = below(page, page.line(text))
        assert (left + right) / 2 == pytest.approx(page.line(text).middle, abs=0.6)


@pytest.mark.parametrize("unit", KINDS)
def test_the_addressee_stands_in_the_middle_below_the_subject(sample: PrintedSet, unit: str) -> None:
    page = sample.letters[unit][0]
    line = page.line("Kính gửi:")
    assert line.middle == pytest.approx(30 + 165 / 2, abs=0.6)
    assert line.top > max(line.top for line in page.lines if line.right < 90 and line.top < page.line("Kính gửi").top)


@pytest.mark.parametrize("unit", KINDS)
def test_no_line_leaves_the_margins_and_the_signature_is_never_alone(sample: PrintedSet, unit: str) -> None:
    pages = sample.letters[unit]
    for page in pages:
        assert min(line.left for line in page.lines) > 29.9
        assert max(line.right for line in page.lines) < 210 - 15 + 0.1
    last = pages[-1]
    assert last.line("TM. ỦY BAN NHÂN DÂN").top > max(line.top for line in last.lines if line.text.endswith("./."))
    assert last.line("Nơi nhận:").top == pytest.approx(last.line("TM. ỦY BAN").top, abs=1.5)


def test_a_letter_of_sixty_tasks_repeats_the_titles_of_its_columns(desk: Desk) -> None:
    rows = [f"ten: Việc thứ {number} của kế hoạch năm 2023 {'rất dài ' * 8}, chu_tri: Sở Y tế" for number in range(1, 61)]
    desk.lay(HEAD + tasks(*rows))
    assert desk.ask("--pdf").code == 0
    pages = read_pages(desk.out / "01-so-y-te.pdf")
    assert len(pages) > 3
    for page in pages[:-1]:
        assert page.says("MÃ SỐ")
    assert [page.lines[0].text for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    printed = [text for page in pages for text in texts(page)]
    assert all(printed.count(str(number)) == 1 for number in range(len(pages) + 1, 61))


def test_a_name_of_120_characters_fits_the_page(desk: Desk) -> None:
    unit = (
        "Ban Quản lý dự án đầu tư xây dựng công trình giao thông, nông nghiệp và phát triển nông thôn, dân dụng tỉnh Sóc Trăng 12"
    )
    assert len(unit) == 120
    desk.lay(HEAD + tasks(f"ten: Xây cầu, chu_tri: '{unit}'"), f"don_vi: [{{ten: '{unit}'}}]\n")
    assert desk.ask("--pdf").code == 0
    [path] = desk.out.glob("*.pdf")
    pages = read_pages(path)
    assert addressee(pages) == unit
    assert max(line.right for line in pages[0].lines) < 195.1


# The PDFs and the files that a person edited


def with_words(path: Path, words: str) -> None:
    document = docx.Document(str(path))
    document.paragraphs[1].add_run(words)
    document.save(str(path))


def test_two_runs_give_the_same_pdfs_and_a_third_writes_none(desk: Desk) -> None:
    first = desk.ask("--pdf", "--gop")
    assert first.names == [
        "01-so-y-te.docx",
        "02-so-noi-vu.docx",
        "so-dang-ky-van-ban-di.xlsx",
        "01-so-y-te.pdf",
        "02-so-noi-vu.pdf",
        "cong-van-gop.pdf",
    ]
    assert desk.ask("--pdf", "--gop").printed == ""
    assert desk.ask("--pdf", "--gop", "-o", desk.folder / "b").code == 0
    assert {path.name: path.read_bytes() for path in desk.out.iterdir()} == {
        path.name: path.read_bytes() for path in (desk.folder / "b").iterdir()
    }


def test_the_pdf_of_an_edited_letter_says_what_the_letter_says(desk: Desk) -> None:
    assert desk.ask().code == 0
    with_words(desk.out / "01-so-y-te.docx", " sửa tay")
    answer = desk.ask("--pdf", "--gop")
    assert answer.code == 0
    assert read_pages(desk.out / "01-so-y-te.pdf")[0].says("sửa tay")
    assert not read_pages(desk.out / MERGED_FILE)[0].says("sửa tay")
    said = "bản gộp in theo bản docgen làm, không có chỗ sửa tay trong 01-so-y-te.docx; in riêng các tệp này"
    assert f"Lưu ý: {{folder}}/cong-van/{MERGED_FILE}: {said}\n" in answer.said


def old_ones(answer: Answer) -> list[str]:
    return [line.removeprefix("Lưu ý: {folder}/cong-van/") for line in answer.said.splitlines() if "của bản trước" in line]


def test_a_pdf_of_an_older_letter_is_told(desk: Desk) -> None:
    assert desk.ask("--pdf", "--gop").code == 0
    assert old_ones(desk.ask()) == []
    desk.plan.write_text(TWO.replace("Thi đua", "Phong trào thi đua"), "utf-8")
    answer = desk.ask()
    assert "lần chạy trước" not in answer.said
    assert old_ones(answer) == [
        "02-so-noi-vu.pdf: PDF này là của bản trước; chạy lại với --pdf để làm mới, hoặc xóa đi",
        "cong-van-gop.pdf: PDF này là của bản trước; chạy lại với --gop để làm mới, hoặc xóa đi",
    ]
    assert old_ones(desk.ask("--pdf", "--gop")) == []
