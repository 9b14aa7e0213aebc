"""Sixty random years, recounted by hand-written rules from the raw YAML, against what the report prints.

Nothing of docgen is imported: the command is run, and its paper is read with python-docx. The rules: what the clerk wrote without
a unit decides alone; otherwise those that lead decide the status, and the figures of those that lead and take part are added up;
a unit without a part, or answering a second time (by its short name), counts nowhere; a status that nobody can read is
“chưa rõ”. A task with lines is one task: done where all its lines are, each of them resolved by the same rules. A group stands
for its members but for those whom the cell leaves out; its own answer counts where none of them answers. Who only watches
counts nowhere. A task that another paper gives has no leaders: whoever answers decides, but for who watches.
"""

import random
import subprocess
import sys
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Final

import docx
import pytest
import yaml

_UNITS: Final = [f"Sở {name}" for name in ("Y tế", "Tài chính", "Xây dựng", "Công Thương", "Nội vụ")]
_SHORT: Final = {unit: unit.replace("Sở ", "S.") for unit in _UNITS}
_GROUP: Final = "Các sở kinh tế"
_MEMBERS: Final = _UNITS[1:4]
_SPELT: Final = {
    "hoàn thành": ("hoàn thành", "Đã hoàn thành", "xong"),
    "đang thực hiện": ("đang thực hiện", "Đang thực hiện"),
    "chưa thực hiện": ("chưa thực hiện",),
    "không thực hiện": ("không thực hiện",),
    "chưa rõ": ("chưa rõ",),
}
_STATUSES: Final = (*_SPELT, "chưa có báo cáo")
_YEARS_IN_A_RUN: Final = 20
_RUN_EACH: Final = """
import runpy, sys
for plan in sys.argv[1:]:
    sys.argv = ["docgen", "baocao", plan]
    try:
        runpy.run_module("docgen", run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise
"""  # the command for one plan after the other in one process, which costs a start of Python less for each


def one_year(chance: random.Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a plan and its results, as their YAML holds them."""
    tasks, answers = [], []
    for number in range(1, chance.randint(1, 14) + 1):
        task: dict[str, Any] = {"ten": f"Việc thứ {number}", "thoi_gian": "Thường xuyên"}
        lines: list[dict[str, Any]] = []
        for line in range(1, chance.choice((0, 0, 0, 2, 3)) + 1):
            leads, heard = one_row(chance, f"{number}.{line}", task["ten"])
            lines.append({**leads, "san_pham": f"Sản phẩm {line}"})
            answers += heard
        if lines:
            tasks.append({**task, "phan_viec": lines})
            continue
        leads, heard = one_row(chance, str(number), task["ten"], may_be_given_elsewhere=True)
        tasks.append({**task, **leads})
        answers += heard
    head = {"loai": "kế hoạch", "nam": 2025, "trich_yeu": "Thử đếm lại", "noi_nhan": ["Các sở"], "luu": "VT"}
    body = {"phan": [{"tieu_de": "Một", "doan": "Nội dung (tại Phụ lục kèm theo)."}]}
    plan = {**head, **body, "phu_luc": [{"tieu_de": "Việc", "nhiem_vu": tasks}]}
    return plan, {"loai": "kết quả thực hiện", "den_ngay": "2025-12-20", "ket_qua": answers}


def one_row(
    chance: random.Random, code: str, name: str, *, may_be_given_elsewhere: bool = False
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return who leads and joins a task or a line of one, and what is answered about it."""
    out = chance.choice(_MEMBERS)
    groups = [[_GROUP], [f"{_GROUP} (trừ {out})"], [f"{_GROUP}; riêng {out} không tham gia"]]
    leaders = chance.choice(groups) if chance.random() < 0.2 else chance.sample(_UNITS, chance.choice((1, 1, 1, 2)))
    lead = named("; ".join(leaders))
    partners = [unit for unit in chance.sample(_UNITS, chance.randint(0, 2)) if unit not in lead]
    idle = [unit for unit in _UNITS if unit not in lead + partners]
    row = {"chu_tri": "; ".join(leaders), **({"phoi_hop": "; ".join(partners)} if partners else {})}
    row = {"giao_theo": "Theo văn bản khác"} if may_be_given_elsewhere and chance.random() < 0.1 else row
    row |= {"theo_doi": chance.choice(idle)} if idle and chance.random() < 0.3 else {}
    who: list[str | None] = [unit for unit in (*lead, *partners) if chance.random() < 0.75]
    who += chance.sample(idle, int(bool(idle) and chance.random() < 0.3))
    who += [_SHORT[unit] for unit in who if unit and chance.random() < 0.1]
    who += [_GROUP] if chance.random() < 0.1 else []
    who += [None] if chance.random() < 0.2 else []
    chance.shuffle(who)
    answers = []
    for unit in who:
        status = chance.choice([*_SPELT, "hoàn thành", "hoàn thành"])
        answer: dict[str, Any] = {"ma": code, "ten": name, "trang_thai": chance.choice(_SPELT[status])}
        if unit:
            answer["don_vi"] = unit
        if chance.random() < 0.7:
            large = chance.random() < 0.3
            amount = f"{chance.randint(0, 30_000)},{chance.randint(1, 9)}" if large else chance.randint(0, 900)
            figure = {"chi_tieu": chance.choice(("Lượt khám", "Lớp học")), "don_vi_tinh": "lần", "so_luong": str(amount)}
            answer["so_lieu"] = [figure]
        answers.append(answer)
    return row, answers


def named(text: str) -> list[str]:
    """Return the units that a cell of leaders or partners names, those of the group among them."""
    cell, _, rest = text.partition(" (trừ ") if " (trừ " in text else text.partition("; riêng ")
    out = rest.removesuffix(")").removesuffix(" không tham gia")
    return [unit for unit in _MEMBERS if unit != out] if cell == _GROUP else text.split("; ") if text else []


def read_status(written: str) -> str:
    return next(status for status, spellings in _SPELT.items() if written in spellings)


def amount_of(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def recounted(plan: dict[str, Any], results: dict[str, Any]) -> tuple[list[str], dict[str, Decimal]]:
    """Return the status of each task and the figures by name; a task with lines is done where all of them are."""
    statuses: list[str] = []
    figures: dict[str, Decimal] = {}
    for number, task in enumerate(plan["phu_luc"][0]["nhiem_vu"], start=1):
        if "phan_viec" not in task:
            statuses.append(recounted_row(str(number), task, results, figures))
            continue
        lines = [recounted_row(f"{number}.{place}", line, results, figures) for place, line in enumerate(task["phan_viec"], 1)]
        known = set(lines) - {"chưa rõ", "chưa có báo cáo"}
        if known == {"chưa thực hiện", "không thực hiện"}:
            known = {"chưa thực hiện"}
        if len(known) > 1 or known == {"đang thực hiện"}:
            statuses.append("đang thực hiện")
        elif known != set(lines) and not set(lines) <= {"chưa thực hiện", "không thực hiện"}:
            statuses.append("chưa rõ" if "chưa rõ" in lines else "chưa có báo cáo")
        else:
            statuses.append(known.pop())
    return statuses, figures


def recounted_row(code: str, row: dict[str, Any], results: dict[str, Any], figures: dict[str, Decimal]) -> str:
    """Return the status of a task without lines, or of one line, and add its figures to `figures`."""
    given = [answer for answer in results["ket_qua"] if answer["ma"] == code]
    leaders, partners = named(row.get("chu_tri", "")), named(row.get("phoi_hop", ""))
    if "giao_theo" in row:
        leaders = [unit for unit in _UNITS if unit != row.get("theo_doi")]
    clerk = [answer for answer in given if "don_vi" not in answer]
    deciding, adding, heard = list(clerk), list(clerk), set()
    for answer in [one for one in given if one.get("don_vi") != _GROUP] if not clerk else []:
        unit = next(unit for unit in _UNITS if answer["don_vi"] in (unit, _SHORT[unit]))
        if unit in heard or unit not in leaders + partners:
            continue
        heard.add(unit)
        adding.append(answer)
        deciding += [answer] if unit in leaders else []
    for answer in [one for one in given if one.get("don_vi") == _GROUP] if not clerk else []:
        parts = [unit for unit in _MEMBERS if unit in leaders + partners]
        if parts and heard.isdisjoint(parts):
            adding.append(answer)
            deciding += [answer] if set(parts) & set(leaders) else []
    for answer in adding:
        for one in answer.get("so_lieu", []):
            figures[one["chi_tieu"]] = figures.get(one["chi_tieu"], Decimal(0)) + Decimal(one["so_luong"].replace(",", "."))
    said = {read_status(answer["trang_thai"]) for answer in deciding}
    known = said - {"chưa rõ"}
    if not said:
        return "chưa có báo cáo"
    if len(known) > 1 or known == {"đang thực hiện"}:
        return "đang thực hiện"
    return "chưa rõ" if "chưa rõ" in said else known.pop()


def share(part: int, whole: int) -> str:
    percent = (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{percent}%".replace(".0%", "%").replace(".", ",")


def printed(number: int) -> str:
    return f"{number:02d}" if 0 < number < 10 else str(number)


def rows_of(document: Any, heading: str) -> list[list[str]]:
    tables = ([[cell.text for cell in row.cells] for row in table.rows] for table in document.tables)
    return next((rows[1:] for rows in tables if heading in rows[0]), [])


@pytest.mark.parametrize("run", range(60 // _YEARS_IN_A_RUN))
def test_a_random_year_is_counted_as_by_hand(tmp_path: Path, run: int) -> None:
    chance = random.Random(f"year {run}")
    office = (
        "ten: UBND tỉnh A\nviet_tat: UBND\ndia_danh: A\nky: {quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, ho_ten: Trần B}\n"
    )
    units = [{"ten": unit, "viet_tat": [short], "nhom": [_GROUP] * (unit in _MEMBERS)} for unit, short in _SHORT.items()]
    (tmp_path / "coquan.yaml").write_text(office, "utf-8")
    (tmp_path / "donvi.yaml").write_text(
        yaml.safe_dump({"don_vi": units, "nhom": [{"ten": _GROUP}]}, allow_unicode=True), "utf-8"
    )
    years = [one_year(chance) for _ in range(_YEARS_IN_A_RUN)]
    folders = [tmp_path / str(number) for number in range(_YEARS_IN_A_RUN)]
    for folder, (plan, results) in zip(folders, years, strict=True):
        folder.mkdir()
        for name, value in (("kehoach", plan), ("ketqua", results)):
            (folder / f"{name}.yaml").write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    command = [sys.executable, "-c", _RUN_EACH, *(str(folder / "kehoach.yaml") for folder in folders)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    for folder, (plan, results) in zip(folders, years, strict=True):
        agrees(docx.Document(str(folder / "baocao.docx")), plan, results)


def agrees(document: Any, plan: dict[str, Any], results: dict[str, Any]) -> None:
    statuses, figures = recounted(plan, results)
    counts, whole = Counter(statuses), len(statuses)
    used = [status for status in _STATUSES if counts[status]]
    table = rows_of(document, "TRẠNG THÁI")
    wanted = [[status.capitalize(), printed(counts[status]), share(counts[status], whole)] for status in used]
    assert table == [*wanted, ["Tổng cộng", printed(whole), "100%"]]
    text = "\n".join(paragraph.text for paragraph in document.paragraphs).replace("\u00a0", " ")
    for status in used:
        assert f"{status} " in text
        assert f"{printed(counts[status])} nhiệm vụ ({share(counts[status], whole)})" in text
    added = sum((Decimal(share(counts[status], whole)[:-1].replace(",", ".")) for status in used), Decimal(0))
    assert ("do làm tròn số" in text) is (added != 100)
    tasks = plan["phu_luc"][0]["nhiem_vu"]
    listed = {row[0]: row[4] for row in rows_of(document, "KẾT QUẢ")}
    assert listed == {
        f"{number}.{place}" if "phan_viec" in task else str(number): status.capitalize()
        for number, (task, status) in enumerate(zip(tasks, statuses, strict=True), start=1)
        for place, _ in enumerate(task.get("phan_viec", [task]), start=1)
    }
    assert {row[1]: amount_of(row[3]) for row in rows_of(document, "CHỈ TIÊU")} == figures
    leads: dict[str, list[str]] = {}
    for task, status in zip(tasks, statuses, strict=True):
        rows = task.get("phan_viec", [task])
        leaders = [row.get("chu_tri", "") for row in rows]
        for unit in dict.fromkeys(one for text in leaders for one in ([_GROUP] if _GROUP in text else named(text))):
            leads.setdefault(unit, []).append(status)
    by_lead = {row[1]: (row[2], row[3], row[-1]) for row in rows_of(document, "ĐƠN VỊ CHỦ TRÌ")}
    assert by_lead == {
        unit: (printed(len(own)), printed(own.count("hoàn thành")), share(own.count("hoàn thành"), len(own)))
        for unit, own in leads.items()
    }
