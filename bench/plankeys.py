"""The keys of the plans in bench/corpus, written by two hands, in the one shape that `bench.plans` judges by."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

_ABOVE, _LEFT = "⟨^⟩", "⟨<⟩"
_LABEL: Final = re.compile(r"phụ lục(?:\s*\d+\s*:)?\s+", re.IGNORECASE)
_ITEMS: Final = ("-", "+", "*", "•")
_ROW: Final = ("time", "product", "monitor", "cost")


def read_key(paper: Path) -> dict[str, Any]:
    """Return the key beside `paper`, the second hand's in the shape of the first one's."""
    key = json.loads((paper.parent / "keys" / f"{paper.stem}.json").read_text("utf-8"))
    return key if "signers" in key or key.get("is_plan") is False else _converted(key)


def _converted(key: Mapping[str, Any]) -> dict[str, Any]:
    signer, units = key["signer"], key["units"]
    authority = [line for line in signer["authority"] if line.strip(",") not in signer["title"]]
    return {
        **key,
        "abbr": key["symbol"].removeprefix("KH-"),
        "date": re.sub(r" \(.*", "", key["date"]),
        "year": int(str(key["year"] or key["date"])[:4]),
        "signers": [{"authority": authority, "title": signer["title"], "name": signer["printed_name"]}],
        "captions": [table[name] for table in key["tables"] for name in ("title", "unit") if table[name]],
        "outline": list(_outline(key["outline"])),
        "tables": [
            {**table, "heading_rows": [], "rows": [_cells(row) for row in (*table["headings"], *table["rows"])]}
            for table in key["tables"]
        ],
        "tasks": [_task(task, key["tables"]) for task in key["tasks"] if task["source"] == "table"],
        "appendices": [{"title": _LABEL.sub("", one["title"], count=1)} for one in key["appendices"]],
        "units": {
            "leaders": _bare(units["leaders"]),
            "partners": _bare(units["partners"]),
            "groups": [],
            "prose": _bare(units["bound"]),
        },
    }


def _bare(names: Iterable[str]) -> list[str]:
    """Return names without what stands behind them in brackets, which is no part of a unit's name."""
    return [re.sub(r"\s*\(.*\)\Z", "", name) for name in names]


def _cells(row: Iterable[str | None]) -> list[str]:
    return [_LEFT if cell is None else _ABOVE if cell == "^" else cell for cell in row]


def _outline(rows: Sequence[Mapping[str, Any]]) -> Iterable[list[Any]]:
    """Yield the rows with a level for those that bear no number: below the heading or item with a number, beside a dash."""
    level, mark = 0, ""
    for row in rows:
        if row["level"]:
            level, mark = row["level"], row["number"]
        yield [row["level"] or level + (mark not in _ITEMS), row["number"], row["kind"], row["words"]]


def _task(task: Mapping[str, Any], tables: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    groups = {row[0] if row[0] and len(row[0]) > 4 else f"{row[0]} {row[1]}" for table in tables for row in table["rows"]}
    lines: list[dict[str, Any]] = []
    for line in task["lines"]:
        said = {name: line[name] for name in _ROW if line[name] and not (name == "time" and "month" in (line["note"] or ""))}
        if not lines or any(lines[-1].get(name) != said.get(name) for name in _ROW):
            lines.append({**said, "leader_units": [], "partners_units": []})
        lines[-1]["leader_units"] += _bare([line["leader"]])
        lines[-1]["partners_units"] += _bare(line.get("partners") or [])
    return {"name": task["name"], "group": task["group"] if task["group"] in groups else None, "lines": lines}
