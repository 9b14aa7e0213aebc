"""The sample's report on paper: pages, numbers, the chart as LibreOffice draws it; and its text, read before it is committed."""

from pathlib import Path

import pytest

from docgen.cli.main import run
from tests.conftest import SAMPLE, Printed
from tests.end_to_end.paper import Page, read_pages
from tests.end_to_end.test_golden import GOLDEN, dump

_CHART = "Biểu đồ số nhiệm vụ theo trạng thái"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    out = tmp_path_factory.mktemp("printed") / "baocao.docx"
    words = ["baocao", str(SAMPLE), "-o", str(out)]
    assert run(words) == 0
    return Printed(words, out)


@pytest.fixture(scope="module")
def pages(printed: Printed) -> list[Page]:
    return read_pages(printed.pdf)


def test_the_report_reads_as_it_did(printed: Printed, request: pytest.FixtureRequest) -> None:
    golden: Path = GOLDEN / "bao-cao-asean-2023.txt"
    text = dump(printed.docx)
    if request.config.getoption("--update-golden"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_the_first_page_bears_no_number_and_each_appendix_starts_anew(pages: list[Page]) -> None:
    upright = [page for page in pages if page.width < page.height]
    assert [page.lines[0].text for page in upright[1:]] == [str(number) for number in range(2, len(upright) + 1)]
    assert upright[0].lines[0].text != "1"
    appendices = [page for page in pages if page.width > page.height]
    assert [page.lines[0].text for page in appendices] == ["Phụ lục I", "2", "3", "Phụ lục II"]


def test_the_chart_stands_below_its_title_with_a_bar_for_each_status(pages: list[Page]) -> None:
    page = next(page for page in pages if page.says(_CHART))
    title = page.line(_CHART)
    names = [line for line in page.lines if line.top > title.top and line.text in ("Hoàn thành", "Đang thực hiện")]
    assert [line.text for line in names] == ["Hoàn thành", "Đang thực hiện"]
    assert all(line.left > 30 for line in names)
    bars = {round(right - left) for left, right, top in page.rules if top > title.top and right - left > 10}
    assert any(6 * one == pytest.approx(six, abs=6) for one in bars for six in bars)


def test_an_answer_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    words = [f"từ{number}" for number in range(1500)]
    results = f"loai: kết quả thực hiện\nket_qua:\n  - {{ma: 1, ten: Việc, trang_thai: xong, noi_dung: {' '.join(words)}}}\n"
    (tmp_path / "ketqua.yaml").write_text(results, "utf-8")
    (tmp_path / "kehoach.yaml").write_text(
        "loai: kế hoạch\nnam: 2023\ntrich_yeu: Thử\nphan: [{tieu_de: Một, doan: Hai}]\nnoi_nhan: [A]\nluu: VT\n"
        "phu_luc: {tieu_de: Việc, nhiem_vu: {ten: Việc, chu_tri: Sở Y tế}}\n",
        "utf-8",
    )
    for name in ("coquan.yaml", "donvi.yaml"):
        (tmp_path / name).write_bytes((SAMPLE.parent.parent / name).read_bytes())
    assert run(["baocao", str(tmp_path / "kehoach.yaml"), "--pdf"]) == 0
    appendix = [page for page in read_pages(tmp_path / "baocao.pdf") if page.width > page.height]
    printed = {word for page in appendix for line in page.lines for word in line.text.rstrip(".").split()}
    assert set(words) <= printed


def test_the_signature_is_not_alone_on_its_page(pages: list[Page]) -> None:
    page = next(page for page in pages if page.says("KT. CHỦ TỊCH"))
    assert page.says("Trên đây là báo cáo kết quả thực hiện Kế hoạch nêu trên trong năm 2023")
