"""Plans in Word made apart from the reader, each beside its key: what `docgen nhap` makes of them, counted piece by piece.

`python -m bench.plans [FOLDER] [--only A07] [--told]` prints a line a plan and what differs (`--told`): words in order, facts of
head and foot, levels, cells of tables, who leads and takes part, units of the registry, errors of `kiemtra` that the paper made
again has and the original has not, seconds. A key was written before anything was run; its words are those a person reads.
"""

import argparse
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

import docgen
from bench.plankeys import read_key
from docgen.data.model.donvi import SoDonVi
from docgen.data.validate import validate
from docgen.data.yamlfile import load
from docgen.errors import DocgenError
from docgen.text.dinhdang import plain
from docgen.text.folding import name_key
from docgen.work.units.registry import Registry

PLANS: Final = Path(__file__).parent / "corpus" / "plans"
_INNER: Final = ("phan", "muc", "tieu_muc", "khoan")
_FIELDS: Final = {  # a line of a task: the key's name → the data's
    "time": "thoi_gian",
    "leader": "chu_tri",
    "partners": "phoi_hop",
    "product": "san_pham",
    "cost": "kinh_phi",
    "monitor": "theo_doi",
    "note": "ghi_chu",
}
_LETTERS: Final = {"ubnd": "ủy ban nhân dân", "lhpn": "liên hiệp phụ nữ", "gd&đt": "giáo dục và đào tạo"}


@dataclass
class Score:
    """What was counted of one plan: right and all of each kind, and each difference in words."""

    right: dict[str, int] = field(default_factory=dict)
    all: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, kind: str, ok: bool, said: str = "") -> None:
        """Count one piece of `kind`, and keep what to say of it where it is not right."""
        self.add(kind, int(ok), 1, "" if ok else said)

    def add(self, kind: str, right: int, all_: int, said: str = "") -> None:
        """Count `right` of `all_` pieces."""
        self.right[kind] = self.right.get(kind, 0) + right
        self.all[kind] = self.all.get(kind, 0) + all_
        if said:
            self.told.append(f"{kind}: {said}")


KINDS: Final = (
    "imported",
    "facts",
    "words",
    "levels",
    "headings",
    "tables",
    "cells",
    "tasks",
    "who",
    "units",
    "appendices",
    "errors",
    "next",
)


def judge(paper: Path, key: Mapping[str, Any], folder: Path, *, goes_on: bool = True) -> Score:
    """Import `paper` into `folder` and return how it compares with `key`; with `goes_on` run the commands that come next."""
    score = Score()
    start = time.process_time()
    try:
        made = docgen.import_plan(paper, out=folder)
    except DocgenError as error:
        refused = key.get("is_plan") is False and error.exit_code == 3
        score.count("imported", refused, str(error))
        score.seconds = time.process_time() - start
        if refused:
            score.told.append(f"refused: {error}")
        return score
    score.seconds = time.process_time() - start
    score.count("imported", key.get("is_plan") is not False, "is no plan")
    made.save()
    if key.get("is_plan") is False:
        return score
    plan, office = load(made.plan).value, made.data["coquan"]
    _facts(score, key, plan, office)
    captions = {_joined(caption) for caption in key.get("captions", ())}
    pieces = [one for one in _pieces(plan.get("phan") or (), 1) if _joined(one[2]) not in captions]
    closing = [_texts_of(plan.get("ket_thuc"))]
    _words(score, key, pieces, [text for texts in closing for text in texts])
    _levels(score, key, pieces)
    _tables(score, key, plan)
    _tasks(score, key, plan)
    _units(score, key, made, plan, folder)
    _appendices(score, key, plan)
    for one in made.not_carried:
        if one.why != "docgen tự in":
            score.told.append(f"not carried: {one.place}: {one.words} ({one.why})")
    for question in (*made.questions, *made.warnings):
        score.told.append(f"asked: {question.place} {question.message}")
    score.told.append(f"summary: {made.summary}")
    _errors(score, paper, made.plan)
    if goes_on:
        _next(score, made.plan, key)
    return score


def _facts(score: Score, key: Mapping[str, Any], plan: Mapping[str, Any], office: Mapping[str, Any]) -> None:
    number = (key["number"] or "").partition("/")[0]
    signers = key["signers"]
    signer = {key_: (plan.get("ky") or {}).get(key_) or office["ky"].get(key_) for key_ in ("quyen_han", "chuc_vu", "ho_ten")}
    first = next((one for one in signers if _same(one["name"], signer["ho_ten"])), signers[0] if signers else {})
    wanted = {
        "office": (key["office"][0] if isinstance(key["office"], list) else key["office"], office["ten"]),
        "superior": (key["superior"][0] if isinstance(key["superior"], list) else key["superior"], office["co_quan_chu_quan"]),
        "abbr": (key["abbr"], office["viet_tat"]),
        "number": (number.lstrip("0") or None, plan.get("so")),
        "date": (str(key["date"]).split(" ")[0], plan.get("ngay")),
        "place": (key["place"], office["dia_danh"]),
        "year": (str(key["year"]), str(plan["nam"])),
        "subject": (key["subject"], plan["trich_yeu"]),
        "authority": (" ".join(first.get("authority") or ()), " ".join(signer["quyen_han"] or ())),
        "title": (first.get("title"), signer["chuc_vu"]),
        "name": (first.get("name"), signer["ho_ten"]),
        "filing": (re.sub(r"\A-?\s*Lưu\s*:?\s*", "", key["filing"] or ""), plan["luu"]),
    }
    for name, (want, got) in wanted.items():
        score.count("facts", _same(_spelled(want), _spelled(got)), f"{name}: {want!r} ≠ {got!r}")
    for name, want_all, got_all in (
        (
            "basis",
            [re.sub(r"\A[-\s]*(?:Căn cứ\s+)?", "", one) for one in key["bases"] if not one.startswith("(in the")],
            plan.get("can_cu") or [],
        ),
        ("intro", key["intro"], plan.get("mo_dau") or []),
        ("recipient", key["recipients"], plan.get("noi_nhan") or []),
        ("closing", key["closing"], plan.get("ket_thuc") or []),
    ):
        got_list = _texts_of(got_all)
        for index in range(max(len(want_all), len(got_list))):
            want = want_all[index] if index < len(want_all) else None
            got = got_list[index] if index < len(got_list) else None
            score.count("facts", _same(want, got), f"{name}: {want!r} ≠ {got!r}")


def _words(score: Score, key: Mapping[str, Any], pieces: Sequence[tuple[int, str, str]], closing: Sequence[str]) -> None:
    want = [word for row in key["outline"] for word in _split(row[3])] + [
        word for text in key["closing"] for word in _split(text)
    ]
    got = [word for _, _, text in pieces for word in _split(text)] + [word for text in closing for word in _split(text)]
    matcher = SequenceMatcher(None, want, got, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    score.add("words", kept, len(want))
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            score.told.append(f"words: {' '.join(want[a:b])!r} → {' '.join(got[c:d])!r}")


def _levels(score: Score, key: Mapping[str, Any], pieces: Sequence[tuple[int, str, str]]) -> None:
    for kind, want, got in (
        ("levels", [(row[0], _joined(row[3])) for row in key["outline"]], [(level, _joined(text)) for level, _, text in pieces]),
        ("headings", [(row[2], _joined(row[3])) for row in key["outline"]], [(kind, _joined(text)) for _, kind, text in pieces]),
    ):
        matcher = SequenceMatcher(None, want, got, autojunk=False)
        score.add(kind, sum(block.size for block in matcher.get_matching_blocks()), max(len(want), len(got)))
        for what, a, b, c, d in matcher.get_opcodes():
            if what != "equal":
                lines = [f"{one[0]} {one[1][:50]}" for one in want[a:b]], [f"{one[0]} {one[1][:50]}" for one in got[c:d]]
                score.told.append(f"{kind}: {lines[0]} → {lines[1]}")


def _tables(score: Score, key: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
    free = [list(_grid(bang)) for bang in _bangs(plan)]
    for table in key["tables"]:
        if table["kind"] == "tasks":
            continue
        want = [list(_expanded(row)) for row in (*table["heading_rows"], *table["rows"])]
        best = max(free, key=lambda grid: _alike(want, grid), default=[])
        right = _alike(want, best)
        score.add("cells", right, sum(map(len, want)))
        score.count("tables", bool(best) and right > 0, f"no table for {table['where']}")
        if right < sum(map(len, want)):
            for number, row in enumerate(want):
                other = [plain(cell) for cell in best[number]] if number < len(best) else []
                if not all(_same(one, two) for one, two in zip(row, other, strict=False)) or len(row) != len(other):
                    score.told.append(f"cells: {table['where']}: {row} ≠ {other}")


def _alike(want: Sequence[Sequence[str]], got: Sequence[Sequence[str]]) -> int:
    return sum(_same(one, two) for row, other in zip(want, got, strict=False) for one, two in zip(row, other, strict=False))


def _expanded(row: Sequence[str]) -> Iterator[str]:
    for cell in row:
        words = re.sub(r"\s*⟨merged (?:across|down) \d+[^⟩]*⟩", "", cell)
        across = re.search(r"⟨merged across (\d+)", cell)
        yield "⟨^⟩" if words.strip() == "⟨^⟩" else words
        yield from ["⟨<⟩"] * (int(across[1]) - 1 if across else 0)


def _grid(bang: Mapping[str, Any]) -> Iterator[list[str]]:
    heads = bang["cot"] if bang["cot"] and isinstance(bang["cot"][0], list) else [bang["cot"]]
    columns = len(heads[0])
    for row in (*heads, *bang["dong"]):
        if isinstance(row, Mapping):
            yield [row["nhom"], *["⟨<⟩"] * (columns - 1)]
        else:
            cells = [cell if isinstance(cell, str) else "\n".join(cell) for cell in row]
            yield ["⟨^⟩" if cell == "như trên" else "⟨<⟩" if cell == "như bên trái" else cell for cell in cells]


def _tasks(score: Score, key: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
    got = list(_lines(plan))
    want = [line for task in key["tasks"] for line in _wanted(task)]
    if not any(table["kind"] == "tasks" for table in key["tables"]):
        return
    score.add(
        "tasks",
        min(len(want), len(got)),
        max(len(want), len(got), 1),
        "" if len(want) == len(got) else f"{len(want)} ≠ {len(got)}",
    )
    by_name = {(_joined(line["name"]), line["number"]): line for line in got}
    for line in want:
        other = _found(by_name, line)
        score.count("cells", other is not None, f"task {line['name']!r} #{line['number']} is missing")
        for name in ("group", *_FIELDS):
            if name not in line or (name == "group" and line[name] is None):
                continue
            value = other.get(name, "") if other else ""
            score.count("cells", _same(line[name], value), f"{line['name'][:40]!r} {name}: {line[name]!r} ≠ {value!r}")


def _found(by_name: Mapping[tuple[str, int], dict[str, Any]], line: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the line that the key means: of that name, or of one that opens with it and goes on with a table of its cell."""
    name, number = _joined(line["name"]), line["number"]
    longer = (other for (said, at), other in by_name.items() if at == number and said.startswith(f"{name} "))
    return by_name.get((name, number)) or next(longer, None)


def _wanted(task: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    group = re.sub(r"(\A|» )(?:\w{1,4}[.)]|[IVX]+|[A-C])\s+", r"\1", task.get("group") or "") or None
    lines = [line for line in task["lines"] if any(line.get(name) for name in _FIELDS)] or task["lines"]
    for number, line in enumerate(lines):
        said = {
            name: words for name, words in line.items() if not (isinstance(words, str) and words.startswith(("(", "printed ")))
        }
        said |= {name: re.sub(r"\s*\(printed .*\)", "", said[name]) for name in _FIELDS if name in said}
        if said.get("start"):
            said["time"] = f"Từ {said['start']} đến {said['time']}"
        yield {"name": task["name"], "number": number, "group": group, **said}


def _lines(plan: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for holder in _holders(plan):
        above: dict[str, str] = {}
        tasks = [(None, task) for task in holder.get("nhiem_vu") or ()]
        tasks += [(each["tieu_de"], task) for each in holder.get("nhom_nhiem_vu") or () for task in each["nhiem_vu"]]
        for group, task in tasks:
            for number, line in enumerate(task.get("phan_viec") or (task,)):
                said = {**task, **line}
                one: dict[str, Any] = {"name": plain(task["ten"]), "number": number, "group": group}
                for name, key in _FIELDS.items():
                    words = said.get(key) or ""
                    words = above.get(key, "") if words == "như trên" else plain(words)
                    above[key] = words
                    one[name] = words
                if "giao_theo" in said:
                    one["leader"] = one["partners"] = plain(said["giao_theo"])
                yield one


def _units(score: Score, key: Mapping[str, Any], made: docgen.Imported, plan: Mapping[str, Any], folder: Path) -> None:
    registry = Registry(validate(SoDonVi, load(folder / "donvi.yaml")), int(plan["nam"]))
    units = made.data["donvi"]
    names = {
        name_key(name): one["ten"]
        for one in (*units["don_vi"], *units["nhom"])
        for name in (one["ten"], *one.get("viet_tat", ()))
    }
    wanted = [*key["units"]["leaders"], *key["units"]["partners"], *key["units"]["groups"], *key["units"]["prose"]]
    wanted = list(dict.fromkeys(name.removeprefix("(groups) ") for name in wanted))
    for name in wanted:
        score.count("units", name_key(name) in names, f"{name!r} is not in donvi.yaml")
    known = {name_key(name) for name in wanted}
    for side in ("don_vi", "nhom"):
        for one in units[side]:
            if not any(name_key(name) in known for name in (one["ten"], *one.get("viet_tat", ()))):
                score.told.append(f"units: {side} not in the key: {one}")
    by_name = {(_joined(line["name"]), line["number"]): line for line in _lines(plan)}
    for line in (line for task in key["tasks"] for line in _wanted(task)):
        other = _found(by_name, line)
        if other is None:
            continue
        for side in ("leader", "partners"):
            if f"{side}_units" not in line:
                continue
            reading = registry.read(other[side])
            got = {name_key(mention.nhom or mention.don_vi[0]) for mention in reading.mentions}
            want = {name_key(names.get(name_key(name), name)) for name in line[f"{side}_units"]}
            left = [one.text for one in reading.leftovers]
            score.count(
                "who", got == want, f"{other['name'][:30]!r} {side} {other[side]!r}: {sorted(want)} ≠ {sorted(got)} left {left}"
            )


def _appendices(score: Score, key: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
    got = plan.get("phu_luc") or []
    for index in range(max(len(got), len(key["appendices"]))):
        want = key["appendices"][index] if index < len(key["appendices"]) else {}
        other = got[index]["tieu_de"] if index < len(got) else None
        titles = want.get("subtitle") or want.get("title"), f"{want.get('title')} {want.get('subtitle')}"
        score.count("appendices", any(_same(title, other) for title in titles), f"{titles} ≠ {other!r}")


def _errors(score: Score, paper: Path, plan: Path) -> None:
    try:
        again = docgen.make_plan(plan).data
    except DocgenError as error:
        score.count("errors", False, f"make_plan: {error}")
        return
    before, after = (
        {_place(one) for one in docgen.check(data).findings if one.severity.name == "ERROR"} for data in (paper, again)
    )
    new = {one for one in after if one[0] not in {rule for rule, _ in before}}
    score.count("errors", not new, str(sorted(new)))


def _place(finding: Any) -> tuple[str, str]:
    return finding.rule.id, f"{finding.message} “{finding.quote}”"


def _next(score: Score, plan: Path, key: Mapping[str, Any]) -> None:
    for name, call in (
        ("chuyennam", lambda: docgen.roll_over(plan, int(key["year"]) + 1)),
        ("congvan", lambda: docgen.make_letters(plan)),
        ("thuthap", lambda: docgen.make_forms(plan)),
        ("phancong", lambda: docgen.assignments(plan)),
    ):
        try:
            made = call()
        except DocgenError as error:
            score.count("next", False, f"{name}: {error}")
            continue
        score.count("next", True)
        if name == "phancong":
            for warning in made.warnings:
                score.told.append(f"phancong: {warning}")


def _pieces(values: Iterable[Any], level: int) -> Iterator[tuple[int, str, str]]:
    for value in values:
        if isinstance(value, str):
            yield level, "paragraph", plain(value)
            continue
        if "tieu_de" in value:
            rest = value.get("cung_dong")
            title = plain(value["tieu_de"])
            yield level, "heading+run-on" if rest else "heading", f"{title}: {plain(rest)}" if rest else title
        elif "noi_dung" in value and isinstance(value["noi_dung"], str):
            yield level, "paragraph", plain(value["noi_dung"])
            yield from _pieces(value.get("cong") or (), level + 1)
            continue
        inside = list(_inside(value, level + 1))
        if "tieu_de" not in value and inside:
            inside[0] = (level, *inside[0][1:])
        yield from inside


def _inside(value: Mapping[str, Any], level: int) -> Iterator[tuple[int, str, str]]:
    for key, held in value.items():
        if key == "noi_dung" and isinstance(held, list):
            for one in held:
                yield from _inside(one, level)
        elif key == "doan":
            for text in _texts_of(held):
                for line in text.split("\n"):
                    yield level, "paragraph", plain(line)
        elif key in (*_INNER, "y"):
            yield from _pieces(held if isinstance(held, list) else [held], level)


def _holders(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if "nhiem_vu" in value or "nhom_nhiem_vu" in value:
            yield value
        for key, held in value.items():
            if key not in ("nhiem_vu", "nhom_nhiem_vu"):
                yield from _holders(held)
    elif isinstance(value, list):
        for each in value:
            yield from _holders(each)


def _bangs(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        for key, held in value.items():
            if key == "bang":
                yield from held if isinstance(held, list) else [held]
            else:
                yield from _bangs(held)
    elif isinstance(value, list):
        for each in value:
            yield from _bangs(each)


def _texts_of(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else [str(each) for each in value]


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


def _joined(text: str) -> str:
    return " ".join(_split(text))


def _spelled(value: object) -> str:
    """Return a name with the usual letters for it in full, as a key may write it."""
    text = str(value or "").casefold()
    for letters, words in _LETTERS.items():
        text = text.replace(letters, words)
    return text


def _same(one: object, other: object) -> bool:
    return _joined(str(one or "")) == _joined(str(other or ""))


def main() -> None:
    """Judge every plan of a folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=PLANS)
    parser.add_argument("--only", default="")
    parser.add_argument("--told", action="store_true")
    arguments = parser.parse_args()
    sums, alls = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    print("| plan | " + " | ".join(KINDS) + " | s |")
    for paper in sorted(arguments.folder.glob("*.docx")):
        if not paper.name.startswith(arguments.only):
            continue
        key = read_key(paper)
        with tempfile.TemporaryDirectory() as folder:
            score = judge(paper, key, Path(folder))
        for kind in KINDS:
            sums[kind] += score.right.get(kind, 0)
            alls[kind] += score.all.get(kind, 0)
        cells = [f"{score.right.get(kind, 0)}/{score.all[kind]}" if kind in score.all else "–" for kind in KINDS]
        print(f"| {paper.stem[:3]} | " + " | ".join(cells) + f" | {score.seconds:.2f} |", flush=True)
        if arguments.told:
            for said in score.told:
                print(f"    {said}")
    print("| all | " + " | ".join(f"{sums[kind]}/{alls[kind]}" for kind in KINDS) + " |  |")


if __name__ == "__main__":
    main()
