"""3,325 letters, one to each commune of a country: docgen beside a plain docxtpl loop, same template and data, in turn.

`python -m bench.letters` prints, pair by pair, each run a process of its own, in seconds of the processor and, for two processes,
of the clock:

- rendering and writing on one core: `Template.render`, the stamp, the file, and once the template; against `DocxTemplate(path)`,
  `render`, `save`. Contexts are made outside the clock on both sides, with the cells of each row ready for docxtpl.
- the whole command from the start of its process (data read, letters rendered, checked by every rule, held against the plan,
  flushed to the disk as one set, with the register), in one process and in two; against the same loop, which checks nothing.
- peak memory of the command for 300 letters and for all.

docxtpl prints every 16th letter, and its time is scaled to all. Last, these letters are compared with the command's own.
"""

import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

from docxtpl import DocxTemplate

from bench import communes
from docgen.files.package import packed, read_parts
from docgen.files.stamp import CORE, CUSTOM, stamped_docx
from docgen.paper.context.congvan import CongVanIn, congvan_context
from docgen.paper.context.printable import BangIn, Khoi
from docgen.paper.render import Template, open_template
from docgen.paper.render.tags import DRAWING_NUMBER, STYLE_IDS
from docgen.workflows.congvan import make_letters
from docgen.workflows.letters import COLLECT_EVERY, Maker
from docgen.workflows.paper import default_template, named_values

ROUNDS = 3
EVERY = 16
AT_ONCE = 100
FEW = 300
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def values(maker: Maker, index: int) -> CongVanIn:
    return congvan_context(maker.letters, maker.works[index], maker.number(index))


def with_docgen(maker: Maker, out: Path) -> float:
    """Write all letters; return the seconds of rendering and writing, with those that the template takes once."""
    start = time.process_time()
    template = open_template(default_template("congvan")).compiled(maker.letters.layout)
    seconds = time.process_time() - start
    for part in parted(range(len(maker.works))):
        ready = [(out / maker.name(maker.works[index]), values(maker, index)) for index in part]
        start = time.process_time()
        for path, printed in ready:
            path.write_bytes(stamped_docx(template.render(named_values(printed), printed.thuoc_tinh, parsed_later=True), ""))
        seconds += time.process_time() - start
    return seconds


def parted(letters: range) -> list[range]:
    """Return `letters` in parts whose contexts are made before the clock starts."""
    return [letters[start : start + AT_ONCE] for start in range(0, len(letters), AT_ONCE)]


def with_docxtpl(maker: Maker, out: Path) -> float:
    """Write every 16th letter; return the seconds that all would take."""
    template = out.with_suffix(".docx")
    template.write_bytes(docxtpls_template(maker.press.template, values(maker, 0)))
    chosen = range(0, len(maker.works), EVERY)
    seconds = 0.0
    for part in parted(chosen):
        ready = [
            (out / maker.name(maker.works[each]), docxtpls_context(maker.press.template, values(maker, each))) for each in part
        ]
        start = time.process_time()
        for path, context in ready:
            printer = DocxTemplate(str(template))
            printer.render(context, autoescape=True)
            printer.save(str(path))
        seconds += time.process_time() - start
    return seconds / len(chosen) * len(maker.works)


def docxtpls_template(template: Template, printed: CongVanIn) -> bytes:
    """Return the template with docgen's own tags already turned into attributes, as docxtpl can read it."""
    parts = read_parts(stamped_docx(template.render(named_values(printed), printed.thuoc_tinh), ""))
    return packed({**parts, **{name: source.encode() for name, source in template.sources.items()}})


def docxtpls_context(template: Template, printed: CongVanIn) -> dict[str, Any]:
    """Return the context with what docgen's own tags ask for, and with each row's cells made, so that docxtpl need not wait."""
    own = {DRAWING_NUMBER: count(1001).__next__, STYLE_IDS: template.style_ids}
    return {**named_values(printed), **own, "khoi": [with_ready_cells(block) for block in printed.khoi]}


def with_ready_cells(block: Khoi) -> SimpleNamespace | Khoi:
    table = block.bang
    return block if table is None else SimpleNamespace(**{**named_values(block), "bang": _ready(table)})


def _ready(table: BangIn) -> SimpleNamespace:
    rows = [SimpleNamespace(o=row.o, so=row.so, nhom=row.nhom) for row in table.hang]
    return SimpleNamespace(cot=table.cot, hang=rows, con_lai=table.con_lai, rong_con_lai=table.rong_con_lai)


def with_command(plan: Path, out: Path, workers: int, letters: int) -> dict[str, float]:
    """Run the whole command, for the first communes alone where `letters` says how many.

    Returns its seconds from the start of Python, of the processor in one process and of the clock in several, and the megabytes
    at the peak.
    """
    start = time.perf_counter() - time.process_time()
    gc.set_threshold(COLLECT_EVERY)
    units = tuple(communes.units()[:letters])
    make_letters(plan, units=units).save(out, workers=workers)
    seconds = time.process_time() if workers == 1 else time.perf_counter() - start
    own, helpers = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "own": own, "helper": helpers}


def run_once(way: str, plan: Path, out: Path, workers: int, letters: int) -> dict[str, float]:
    """Return what one run in this process came to."""
    if way == "command":
        return with_command(plan, out, workers, letters)
    maker = Maker(plan)
    out.mkdir()
    return {"seconds": (with_docgen if way == "docgen" else with_docxtpl)(maker, out)}


def measured(way: str, plan: Path, *, workers: int = 1, letters: int = 0) -> dict[str, float]:
    """Return the figures of one run in a process of its own.

    What it wrote stays until the end: ext4 takes up to 1 ms for each new file in the seconds after many were deleted.
    """
    out = next(path for number in count() if not (path := plan.parent / f"{number:02d}").exists())
    command = [sys.executable, "-m", "bench.letters", way, str(plan), str(out), str(workers), str(letters)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def differing_parts(ours: bytes, theirs: bytes) -> list[str]:
    """Return the parts that are not the same XML, apart from `xml:space`, which docxtpl adds where it is not needed.

    Left out are the two that docgen writes for each letter, its title and its stamp, where docxtpl has those of the template.
    """
    one, other = read_parts(ours), read_parts(theirs)
    compared = (set(one) | set(other)) - {CORE, CUSTOM}
    return [name for name in compared if name not in one or name not in other or canonical(one[name]) != canonical(other[name])]


def canonical(part: bytes) -> str:
    """Return the canonical form of a part; what the package declares stands in no order."""
    root = ET.fromstring(part)
    if root.tag.endswith(("}Types", "}Relationships")):
        root[:] = sorted(root, key=lambda each: sorted(each.items()))
    return ET.canonicalize(ET.tostring(root, "unicode"), exclude_attrs=[_SPACE])


def compare_parts(ours: Path, theirs: Path) -> None:
    """Say which parts of the letters in `theirs` are not those of the same letters in `ours`."""
    letters = sorted(theirs.iterdir())
    parts: Counter[str] = Counter()
    for letter in letters:
        parts.update(differing_parts((ours / letter.name).read_bytes(), letter.read_bytes()))
    print(f"{len(letters)} letters compared with docxtpl's, part by part; parts that differ: {dict(parts) or 'none'}")


def compare_times(plan: Path, letters: int) -> None:
    """Print the seconds of both, measured in turn."""
    print(f"{letters} letters, medians of {ROUNDS} rounds")
    rounds = [
        {
            "docxtpl loop": measured("docxtpl", plan)["seconds"],
            "render and write": measured("docgen", plan)["seconds"],
            "command, 1 process": measured("command", plan)["seconds"],
            "command, 2 processes": measured("command", plan, workers=2)["seconds"],
        }
        for _ in range(ROUNDS)
    ]
    for way in rounds[0]:
        seconds = statistics.median(each[way] for each in rounds)
        ratios = [each["docxtpl loop"] / each[way] for each in rounds]
        spread = f"{statistics.median(ratios):5.1f} ({min(ratios):.1f} to {max(ratios):.1f})"
        print(f"  {way:20} {seconds:7.2f} s {seconds / letters * 1000:6.2f} ms a letter   docxtpl/this {spread}")


def compare_memory(plan: Path, letters: int) -> None:
    for workers in (1, 2):
        for some in (FEW, 0):
            run = measured("command", plan, workers=workers, letters=some)
            helpers = f", each helper {run['helper']:.0f} MB" if workers > 1 else ""
            print(f"  {some or letters:5} letters, {workers} process{'es' * (workers > 1)}: {run['own']:.0f} MB{helpers}")


def main() -> None:
    if len(sys.argv) == 6:
        way, plan, out, workers, letters = sys.argv[1:]
        print(json.dumps(run_once(way, Path(plan), Path(out), int(workers), int(letters))))
        return
    with tempfile.TemporaryDirectory() as folder:
        data = communes.write(Path(folder))
        measured("command", data, workers=2)
        measured("docxtpl", data)
        ours, theirs = sorted(path for path in Path(folder).iterdir() if path.is_dir())
        written = len(list(ours.glob("*.docx")))
        compare_parts(ours, theirs)
        compare_times(data, written)
        compare_memory(data, written)


if __name__ == "__main__":
    main()
