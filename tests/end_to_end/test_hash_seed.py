"""Same input, same bytes, whatever PYTHONHASHSEED: every command, its files and its words."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import ROOT
from tests.faults.office import COMMANDS, fake_programs, made_office
from tests.faults.steps import snapshot

_SEEDS: Final = ("0", "1", "2", "3")
_RUN: Final = """
import contextlib, io, json, os, sys
from docgen.cli import main as cli
said = []
for folder, words in json.loads(sys.argv[1]):
    os.chdir(folder)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(words)
    said.append([words, code, out.getvalue(), err.getvalue()])
json.dump(said, sys.stdout)
"""
_PLAN: Final = """\
loai: kế hoạch
nam: 2024
so: 5
ngay: 2024-01-06
trich_yeu: Tuyên truyền năm 2024
mo_dau: "Ủy ban nhân dân tỉnh ban hành Kế hoạch này, gồm các nội dung sau (danh mục hoạt động nêu tại Phụ lục kèm theo):"
phan: [{tieu_de: Mục đích, doan: Nâng cao nhận thức của người dân.}]
ket_thuc: Trên đây là Kế hoạch tuyên truyền năm 2024
noi_nhan: ["Các sở, ban, ngành tỉnh"]
luu: VT, NV
phu_luc:
  - tieu_de: Nhiệm vụ
    nhiem_vu:
"""
_TASK: Final = """\
      - ten: Mở lớp {} cho người dân tỉnh
        chu_tri: Sở Thông tin và Truyền thông; Sở Tài chánh; Phòng {}
        phoi_hop: các sở, ban, ngành tỉnh và địa phương {}
        thoi_gian: Quý {}
"""
_WORDS: Final = (  # besides the commands of tests/faults: the samples, and a plan whose texts are as long as one another
    ("mau", ("kehoach", "asean-2023/kehoach.yaml", "-o", "2023.docx")),
    ("mau", ("phancong", "asean-2023/kehoach.yaml", "-o", "2023.xlsx")),
    ("mau", ("congvan", "asean-2023/kehoach.yaml", "-o", "thu")),
    ("mau", ("thuthap", "asean-2023/kehoach.yaml", "-o", "bieu")),
    ("mau", ("baocao", "asean-2023/kehoach.yaml", "-o", "bao-cao.docx")),
    ("mau", ("chuyennam", "asean-2023/kehoach.yaml", "2026", "-o", "ra-soat.docx")),
    ("mau", ("kiemtra", "2023.docx", "bao-cao.docx", "--dang", "json", "--muc", "luu-y")),
    ("mau", ("kiemtra", "phong-chu.docx")),
    ("mau", ("khoitao", "phuong", "--nam", "2026", "--ten", "Ủy ban nhân dân phường Phú Lợi", "--dia-danh", "Phú Lợi")),
    ("mau", ("quydinh",)),
    ("bang-nhau", ("kehoach", "2024/kehoach.yaml")),
    ("bang-nhau", ("phancong", "2024/kehoach.yaml")),
    ("bang-nhau", ("congvan", "2024/kehoach.yaml")),
    ("bang-nhau", ("chuyennam", "2024/kehoach.yaml", "2027", "--thu")),
)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the offices in which the commands run, each of the kinds of tests/faults in one of its own."""
    base = tmp_path_factory.mktemp("vp")
    fake_programs(base / "bin")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(base / "bin"), prepend=os.pathsep)
        made_office(base / "office")
    for command in COMMANDS:
        shutil.copytree(base / "office", base / command.name)
        command.before(base / command.name)
    shutil.rmtree(base / "office")
    shutil.copytree(ROOT / "data", base / "mau")
    paper = Document()
    fonts = paper.add_paragraph().add_run("Sở KH&ĐT").font
    fonts.name = "Arial"
    fonts.element.rPr.rFonts.set(qn("w:hAnsi"), "Calibri")  # in which Word sets letters with marks
    paper.save(str(base / "mau" / "phong-chu.docx"))
    (base / "bang-nhau" / "2024").mkdir(parents=True)
    for name in ("coquan.yaml", "donvi.yaml"):
        shutil.copy(ROOT / "data" / name, base / "bang-nhau" / name)
    tasks = [_TASK.format(letter * 10, letter * 6, letter * 7, "I" * (number % 3 + 1)) for number, letter in enumerate("iMlWtm")]
    (base / "bang-nhau" / "2024" / "kehoach.yaml").write_text(_PLAN + "".join(tasks), "utf-8")
    return base


def started(base: Path, seed: str) -> "subprocess.Popen[str]":
    words = [(str(base / folder), said) for folder, said in [*((each.name, each.said()) for each in COMMANDS), *_WORDS]]
    env = {**os.environ, "PYTHONHASHSEED": seed, "PATH": os.pathsep.join([str(base / "bin"), os.environ["PATH"]])}
    return subprocess.Popen(
        [sys.executable, "-c", _RUN, json.dumps(words)], cwd=ROOT, env=env, stdout=subprocess.PIPE, encoding="utf-8"
    )


def changed(first: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return sorted(name for name in {*first, *other} if first.get(name) != other.get(name))


def test_every_command_makes_the_same_bytes_and_says_the_same_under_every_seed(offices: Path) -> None:
    bases = {seed: shutil.copytree(offices, offices.with_name(f"hat-{seed}") / "vp") for seed in _SEEDS}
    running = {seed: started(base, seed) for seed, base in bases.items()}
    said = {}
    for seed, process in running.items():
        out, _ = process.communicate(timeout=300)
        assert process.returncode == 0
        said[seed] = json.loads(out.replace(str(bases[seed]), "VP"))
    first, *others = _SEEDS
    assert [words[0] for words, code, *_ in said[first] if code not in (0, 1)] == []
    held = {seed: snapshot(base) for seed, base in bases.items()}
    for seed in others:
        assert said[seed] == said[first]
        assert changed(held[first], held[seed]) == []
