"""What a page waits for: `python bench/edit.py PLAN TIMES` makes the paper of PLAN in one process, then after each edit.

Prints the median of the CPU seconds between an edit and the checked .docx. Alone in a file, as it runs any checkout's docgen.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import docgen


def main() -> None:
    """Make the paper, then edit the plan and make it again."""
    plan, times = Path(sys.argv[1]), int(sys.argv[2])
    taken: list[float] = []
    before, word, after = plan.read_text("utf-8").rpartition(" và ")
    with tempfile.TemporaryDirectory() as folder:
        edited = Path(folder, "kehoach.yaml")
        for beside in ("coquan.yaml", "donvi.yaml"):
            home = next(path for place in plan.parents if (path := place / beside).exists())
            edited.with_name(beside).write_bytes(home.read_bytes())
        for number in range(times + 1):
            edited.write_text(f"{before}{word}{number} {after}", "utf-8")
            start = time.process_time()
            paper = docgen.make_plan(edited)
            assert paper.data
            taken.append(time.process_time() - start)
    print(json.dumps({"seconds": statistics.median(taken[1:])}))


if __name__ == "__main__":
    main()
