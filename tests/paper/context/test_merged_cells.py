"""Random tables of tasks: every cell shows the words that hold in it, and what is merged is one cell in Word's eyes too."""

import random
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import yaml

from docgen.data.model.kehoach import KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.errors import DataError
from docgen.paper.context.khoi import appendix_content
from docgen.paper.context.printable import TO_THE_LEFT, Hang
from tests.conftest import own_layout

SAME = "như trên"


def cells(chance: random.Random) -> dict[str, str]:
    """Return the cells of a task or of a line."""
    if chance.random() < 0.3:
        found = {"giao_theo": chance.choice(("Theo Quyết định số 1", "Theo Quyết định số 2", SAME))}
    else:
        found = {"chu_tri": chance.choice(("Sở A", "Sở B", "", SAME))}
        found |= {"phoi_hop": chance.choice(("Sở C", "Sở D", SAME))} if chance.random() < 0.4 else {}
    for name in ("thoi_gian", "san_pham", "theo_doi"):
        if chance.random() < 0.5:
            found[name] = chance.choice((f"{name} 1", f"{name} 2", f"{name} 3", SAME))
    return found


def task(chance: random.Random, name: str) -> dict[str, Any]:
    if chance.random() < 0.4:
        return {"ten": name, **cells(chance)}
    own = {key: text for key, text in cells(chance).items() if chance.random() < 0.4}
    return {"ten": name, **own, "phan_viec": [cells(chance) for _ in range(chance.randint(1, 4))]}


def plans(run: int) -> Iterator[KeHoach]:
    """Yield plans in which every “như trên” has words above it."""
    chance = random.Random(f"tables {run}")
    for number in range(400):
        groups = [
            {
                "tieu_de": f"Nhóm {group}",
                "nhiem_vu": [task(chance, f"Việc {group}.{place}") for place in range(chance.randint(1, 4))],
            }
            for group in range(chance.randint(1, 3))
        ]
        appendix = {"tieu_de": "Bảng", **({"nhom_nhiem_vu": groups} if number % 2 else groups[0])}
        body = {"phan": [{"tieu_de": "Một", "doan": "Hai"}], "phu_luc": [{**appendix, "tieu_de": "Bảng"}]}
        head = {"loai": "kế hoạch", "nam": 2024, "trich_yeu": "Thử", "noi_nhan": ["A"], "luu": "VT"}
        with suppress(DataError):
            yield validate(KeHoach, of_text("x", yaml.safe_dump({**head, **body}, allow_unicode=True, sort_keys=False)))


def is_group(row: Hang) -> bool:
    return not row.gop or row.gop.count(TO_THE_LEFT) == len(row.gop) - 1


@pytest.mark.parametrize("run", range(4))
def test_each_cell_shows_the_words_that_hold_in_it(run: int) -> None:
    made = 0
    for plan in plans(run):
        made += 1
        names, rows = plan.phu_luc[0].columns, iter(plan.rows())
        [table] = [block.bang for block in appendix_content(plan.phu_luc[0], own_layout().landscape_room) if block.bang]
        before: Hang | None = None
        shown = [""] * len(names)
        for printed in table.hang:
            if is_group(printed):
                assert before is None or "restart" not in before.gop
                before = None
                continue
            row = next(rows)
            across = [merge == TO_THE_LEFT for merge in printed.gop]
            for place, (name, words, merge) in enumerate(zip(names, printed.words[2:], printed.gop, strict=True)):
                if merge == "continue":
                    assert words == ""
                    assert before is not None
                    assert before.gop[place] in ("restart", "continue")
                    assert [each == TO_THE_LEFT for each in before.gop[place + 1 : place + 2]] == across[place + 1 : place + 2]
                elif before is not None:
                    assert before.gop[place] != "restart"
                shown[place] = shown[place] if merge == "continue" else words
                wanted = {"stt": shown[place], "ten": row.task.ten, **row.cells}
                wanted |= {"chu_tri": row.cells["giao_theo"], "phoi_hop": ""} if row.cells["giao_theo"] else {}
                assert shown[place] == wanted[name]
            before = printed
        assert next(rows, None) is None
    assert made > 20
