"""200 papers of 3 to 30 pages: the checker beside a plain walk over the same papers with python-docx, in turn, on one core.

`python -m bench.check` prints papers per second and peak memory of both, their ratio pair by pair, and the figures of the sample
plan of 6 pages. The walk opens each paper and asks every run for its font, size and weight: the least that any checker has to do.
Pages are counted once by LibreOffice.
"""

import contextlib
import io
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pdfplumber

from docgen.check.judging import judge
from docgen.cli import main as cli
from docgen.files import libreoffice

ROUNDS = 5
COPIES = 20
SIZES = (3, 6, 10, 15, 20, 26, 32, 40, 50, 60)  # tasks in the body's sections; pages are counted
SAMPLE = Path(__file__).parent.parent / "data" / "asean-2023" / "kehoach.yaml"
_SECTION = """\
  - tieu_de: Nhiệm vụ nhóm {number}
    muc:
      - tieu_de: Yêu cầu
        y:
          - Các sở, ban, ngành tỉnh chủ động phối hợp tuyên truyền về ASEAN theo chức năng, nhiệm vụ được giao; báo cáo kết quả.
          - Ủy ban nhân dân các huyện, thị xã, thành phố giao đơn vị chuyên môn thực hiện nội dung của Kế hoạch trên địa bàn.
      - tieu_de: Tổ chức
        doan: >-
          Sở Thông tin và Truyền thông chủ trì theo dõi, đôn đốc, tổng hợp kết quả thực hiện (chi tiết tại Phụ lục kèm theo),
          báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 năm 2023.
"""
_PLAN = """\
loai: kế hoạch
nam: 2023
so: 15
ngay: 2023-02-15
trich_yeu: Tuyên truyền, quảng bá ASEAN năm 2023 trên địa bàn tỉnh Sóc Trăng
phan:
{sections}
noi_nhan: [Văn phòng Chính phủ, Báo Sóc Trăng]
luu: VT, NV
phu_luc:
  - tieu_de: Các hoạt động tuyên truyền
    nhiem_vu:
{tasks}
"""


def plans() -> Iterator[str]:
    """Yield the plans, from short to long."""
    for size in SIZES:
        sections = "".join(_SECTION.format(number=number) for number in range(1, size + 1))
        tasks = "".join(
            f"      - {{ten: Hoạt động số {number}, chu_tri: Sở Nội vụ, phoi_hop: Sở Tài chính, thoi_gian: Quý II}}\n"
            for number in range(1, size * 3)
        )
        yield _PLAN.format(sections=sections.rstrip("\n"), tasks=tasks.rstrip("\n"))


def papers(folder: Path) -> dict[str, bytes]:
    """Return the papers by name, made by the real command."""
    (folder / "coquan.yaml").write_text((SAMPLE.parent.parent / "coquan.yaml").read_text("utf-8"), "utf-8")
    made: dict[str, bytes] = {}
    for number, text in enumerate(plans()):
        source = folder / f"{number}.yaml"
        source.write_text(text, "utf-8")
        made[source.stem] = printed(source, source.with_suffix(".docx"))
    return {**made, "sample": printed(SAMPLE, folder / "sample.docx")}


def printed(plan: Path, out: Path) -> bytes:
    """Return the paper of `plan`."""
    with contextlib.redirect_stdout(io.StringIO()):
        if cli.run(["kehoach", str(plan), "-o", str(out)]) != 0:
            raise SystemExit(f"{plan} does not print")
    return out.read_bytes()


def walk(name: str, data: bytes) -> int:
    """Ask every run of a paper for its formatting, as python-docx gives it."""
    document = docx.Document(io.BytesIO(data))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    paragraphs = [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    seen = [(run.font.name, run.font.size, run.bold, run.text) for paragraph in paragraphs for run in paragraph.runs]
    return len(seen) + len(name)


WAYS: dict[str, Callable[[str, bytes], Any]] = {"docgen": judge, "python-docx": walk}


def run_once(way: str, folder: str) -> dict[str, float]:
    """Return papers per second over all of them and over the sample, and the peak of memory in megabytes."""
    read = {path.stem: path.read_bytes() for path in sorted(Path(folder).glob("*.docx"))}
    sample = read.pop("sample")
    done = WAYS[way]
    done("warm", sample)
    start = time.perf_counter()
    for name, data in [*read.items()] * COPIES:
        done(name, data)
    middle = time.perf_counter()
    for _ in range(COPIES):
        done("sample", sample)
    end = time.perf_counter()
    return {
        "all": len(read) * COPIES / (middle - start),
        "sample": COPIES / (end - middle),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measured(way: str, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.check", way, folder]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(run_once(sys.argv[1], sys.argv[2])))
        return
    with tempfile.TemporaryDirectory() as folder:
        made = papers(Path(folder))
        pages = [len(pdfplumber.open(io.BytesIO(page)).pages) for page in libreoffice.to_pdf(made).values()]
        print(f"{(len(made) - 1) * COPIES} papers of {min(pages[:-1])} to {max(pages[:-1])} pages, sample of {pages[-1]}")
        pairs = [(measured("docgen", folder), measured("python-docx", folder)) for _ in range(ROUNDS)]
    for figure, unit in (("all", "papers a second"), ("sample", "times the sample a second"), ("peak", "MB in all")):
        ours, theirs = (statistics.median(run[side][figure] for run in pairs) for side in (0, 1))
        ratio = statistics.median(own[figure] / other[figure] for own, other in pairs)
        print(f"  {figure:7} docgen {ours:8.1f}   python-docx {theirs:8.1f}   docgen/python-docx {ratio:5.2f}   {unit}")


if __name__ == "__main__":
    main()
