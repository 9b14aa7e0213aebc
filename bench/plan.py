"""One plan with a long appendix: docgen beside plain docxtpl, same template and data, in turn, each run a process of its own.

`python -m bench.plan` prints, for 2,000 and for 20,000 tasks, time and peak memory of both and their ratios pair by pair, then
how docgen's own figures grow. Time and memory count from the template's file to the paper; imports and data stand outside.
"""

import io
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from docxtpl import DocxTemplate

from docgen.data.model.coquan import CoQuan
from docgen.data.model.kehoach import KeHoach
from docgen.files.package import packed, read_parts
from docgen.files.stamp import stamped_docx
from docgen.paper.context.kehoach import KeHoachIn, kehoach_context
from docgen.paper.context.printable import PhuLucIn
from docgen.paper.render import open_template
from docgen.workflows.paper import default_template

ROUNDS = 7
ROWS = 2_000
GROWTH = (2_000, 5_000, 10_000, 20_000)
_UNITS = (
    "Sở Thông tin và Truyền thông",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Báo Sóc Trăng; Đài Phát thanh và Truyền hình Sóc Trăng",
)


def values(rows: int) -> KeHoachIn:
    """Return the context of a plan with `rows` tasks in one appendix."""
    tasks = [
        {
            "ten": f"Nhiệm vụ số {number}: tuyên truyền, phổ biến các ấn phẩm truyền thông quảng bá về ASEAN tại địa phương",
            "chu_tri": _UNITS[number % 3],
            "phoi_hop": "Các sở, ban, ngành, đoàn thể tỉnh và các đơn vị có liên quan; UBND các huyện, thị xã, thành phố",
            "thoi_gian": f"Quý {'I' * (number % 3 + 1)}",
        }
        for number in range(rows)
    ]
    plan = KeHoach.model_validate(
        {
            "loai": "kế hoạch",
            "nam": "2023",
            "trich_yeu": "Thử tốc độ",
            "noi_nhan": ["Lưu"],
            "luu": "VT",
            "phan": [{"tieu_de": "Nội dung", "doan": "Nhiệm vụ nêu tại Phụ lục kèm theo."}],
            "phu_luc": [{"tieu_de": "Nhiệm vụ", "nhiem_vu": tasks}],
        }
    )
    office = CoQuan.model_validate({"ten": "Ủy ban nhân dân tỉnh Sóc Trăng", "viet_tat": "UBND", "dia_danh": "Sóc Trăng"})
    return kehoach_context(plan, office, office.ky, open_template(default_template("kehoach")).layout)


def with_docgen(printed: KeHoachIn, context: dict[str, Any], out: Path) -> None:
    opened = open_template(default_template("kehoach"))
    paper = opened.compiled(opened.layout).render(context, printed.thuoc_tinh)
    out.write_bytes(stamped_docx(paper, ""))


def with_docxtpl(template: bytes, context: dict[str, Any], out: Path) -> None:
    printer = DocxTemplate(io.BytesIO(template))
    printer.render(context, autoescape=True)
    printer.save(str(out))


class StyleNames(dict[str, str]):
    """Stands in for what docgen knows of the template's styles."""

    def __missing__(self, name: str) -> str:
        return "ND30Noidung"


def docxtpls_template(printed: KeHoachIn, context: dict[str, Any]) -> bytes:
    """Return the template with docgen's own tags already turned into attributes, as docxtpl can read it."""
    opened = open_template(default_template("kehoach"))
    template = opened.compiled(opened.layout)
    small = {**context, "phu_luc": ()}
    parts = read_parts(stamped_docx(template.render(small, printed.thuoc_tinh), ""))
    return packed({**parts, **{name: source.encode() for name, source in template.sources.items()}})


def with_ready_cells(appendix: PhuLucIn) -> SimpleNamespace:
    """Return the appendix with the cells of each row made beforehand, so that docxtpl need not wait for them."""
    table = appendix.khoi[0].bang
    assert table is not None
    rows = [SimpleNamespace(o=row.o, so=row.so, nhom=row.nhom) for row in table.hang]
    ready = SimpleNamespace(cot=table.cot, hang=rows, con_lai=table.con_lai, rong_con_lai=table.rong_con_lai)
    block = SimpleNamespace(kieu="Bảng", bang=ready)
    named = {field.name: getattr(appendix, field.name) for field in fields(appendix)}
    return SimpleNamespace(**{**named, "khoi": [block]})


def run_once(way: str, rows: int) -> dict[str, float]:
    """Return the seconds of one print in this process, and the megabytes at the peak: above the idle process, and in all."""
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    printed = values(rows)
    context = {field.name: getattr(printed, field.name) for field in fields(printed)}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "kehoach.docx")
        ways: dict[str, Callable[[], None]] = {"docgen": lambda: with_docgen(printed, context, out)}
        if way == "docxtpl":
            template = docxtpls_template(printed, context)
            context |= {
                "so_hinh_ve": lambda: 1,
                "ma_kieu": StyleNames(),
                "phu_luc": [with_ready_cells(pl) for pl in printed.phu_luc],
            }
            ways["docxtpl"] = lambda: with_docxtpl(template, context, out)
        start = time.perf_counter()
        ways[way]()
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "above": (peak - idle) / 1024, "peak": peak / 1024}


def measured(way: str, rows: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.plan", way, str(rows)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    if len(sys.argv) == 3:
        print(json.dumps(run_once(sys.argv[1], int(sys.argv[2]))))
        return
    compare(ROWS, ROUNDS)
    compare(GROWTH[-1], 3)
    print("growth of docgen, medians of 3 runs")
    for rows in GROWTH:
        runs = [measured("docgen", rows) for _ in range(3)]
        seconds, peak = (statistics.median(run[figure] for run in runs) for figure in ("seconds", "peak"))
        print(f"  {rows:6} tasks {seconds:7.3f} s ({seconds / rows * 1e6:5.1f} µs a task), {peak:7.1f} MB in all")


def compare(rows: int, rounds: int) -> None:
    """Print the figures of both for `rows` tasks, measured in turn."""
    pairs = [(measured("docgen", rows), measured("docxtpl", rows)) for _ in range(rounds)]
    print(f"{rows} tasks, medians of {rounds} pairs")
    for figure, unit in (("seconds", "s"), ("above", "MB above an idle process"), ("peak", "MB in all")):
        ours, theirs = (statistics.median(run[side][figure] for run in pairs) for side in (0, 1))
        ratio = statistics.median(other[figure] / own[figure] for own, other in pairs)
        print(f"  {figure:8} docgen {ours:9.3f}   docxtpl {theirs:9.3f}   docxtpl/docgen {ratio:6.1f}   {unit}")


if __name__ == "__main__":
    main()
