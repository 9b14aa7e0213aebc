"""The pages for strangers say what is so: their links lead somewhere, the first ten minutes run, no room is left out."""

import re
import shlex
import shutil
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import openpyxl
import pdfplumber
import pytest

from docgen import __version__, make_plan
from docgen.cli import main as cli
from docgen.cli.papers import lam_lai
from templates.build import TEMPLATES
from tests.conftest import GUIDE, GUIDE_PAGES, OFFICE, ROOT

PAGES: Final = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "bench" / "README.md")
README: Final = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE: Final = (ROOT / "docs" / "architecture.md").read_text("utf-8")
CONTRIBUTING: Final = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FENCED: Final = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
OUR_PATHS: Final = re.compile(r"`((?:docgen|tests|templates|data|bench|schema|docs)/[\w./-]*)`")
STATUS, RESULT = "Trạng thái", "Kết quả thực hiện"


def anchors(page: Path) -> set[str]:
    """Return what a heading of `page` is called in a link."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def section(page: str, heading: str) -> str:
    """Return what stands below the heading `heading` of second rank."""
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def commands_of(text: str) -> list[list[str]]:
    """Return the words of each command line of a shell in `text`."""
    lines = [line for block in re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE) for line in block.splitlines()]
    return [words for line in lines if (words := shlex.split(line, comments=True))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", FENCED.sub("", page.read_text("utf-8")))
    lost = []
    for link in links:
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path) if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_the_quick_start_is_what_docgen_makes_of_its_plan() -> None:
    folder = ROOT / "docs" / "bat-dau-nhanh"
    made = make_plan(folder / "kehoach.yaml", template=folder / "mau.docx")
    assert made.data == (folder / "bat-dau-nhanh.docx").read_bytes()  # else: make docs
    with pdfplumber.open(folder / "bat-dau-nhanh.pdf") as printed:
        assert len(printed.pages) == 2
        words = "".join((page.extract_text() or "") for page in printed.pages)
    assert "không có gì gửi ra mạng" in " ".join(words.split())


def test_the_contents_of_the_guide_name_each_of_its_pages() -> None:
    contents = (ROOT / "docs" / "huong-dan.md").read_text("utf-8")
    assert [page.name for page in GUIDE_PAGES if f"](huong-dan/{page.name})" not in contents] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "CHANGELOG.md"], ids=lambda page: page.name)
def test_every_path_of_this_repository_that_a_page_names_exists(page: Path) -> None:
    named = set(OUR_PATHS.findall(page.read_text("utf-8")))
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_the_first_ten_minutes_run_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [words for words in commands_of(section(README, "Your own office in ten minutes")) if words[0] in ("docgen", "cd")]
    used = []
    for program, *words in lines:
        if program == "cd":
            monkeypatch.chdir(words[0])
            continue
        if words[0] == "tonghop":
            fill(Path(words[-1]))
        assert cli.run(words) == 0, capsys.readouterr().err
        said = capsys.readouterr()
        assert "Lưu ý: 2026/kehoach.docx" not in said.err
        used.append(words[0])
    assert used == ["khoitao", "kehoach", "phancong", "congvan", "thuthap", "tonghop", "baocao"]
    made = {path.name for path in Path("2026").rglob("*.docx")}
    assert {"kehoach.docx", "baocao.docx", "01-van-phong-so.docx"} <= made
    assert "Đã ban hành quy chế." in Path("2026/ketqua.yaml").read_text("utf-8")


def fill(folder: Path) -> None:
    """Choose a status and write a result for the first task of each form in `folder`, as the README asks."""
    forms = sorted(folder.glob("0*.xlsx"))
    assert len(forms) == 3
    for form in forms:
        book = openpyxl.load_workbook(form)
        sheet = book.worksheets[0]
        heads = {cell.value: cell.column for row in sheet.iter_rows(max_row=10) for cell in row if cell.value}
        [row] = [cell.row for cell in sheet["C"] if cell.value == "chủ trì"][:1]
        sheet.cell(row, heads[STATUS]).value = "Hoàn thành"
        sheet.cell(row, heads[RESULT]).value = "Đã ban hành quy chế."
        book.save(form)


def test_the_readme_shows_every_command_and_no_other() -> None:
    shown = {words[1] for words in commands_of(section(README, "The commands")) if words[0] == "docgen"}
    assert shown == set(cli.docgen.commands)


def test_every_option_in_the_list_of_commands_exists() -> None:
    for words in commands_of(section(README, "The commands")):
        if words[0] == "docgen":
            known = {name for option in cli.docgen.commands[words[1]].params for name in option.opts}
            assert {word for word in words if word.startswith("-")} <= known, words


def test_the_guide_has_the_commands_in_a_heading_or_its_text() -> None:
    assert [name for name in cli.docgen.commands if f"docgen {name}" not in GUIDE] == []


@pytest.mark.parametrize("page", [(ROOT / "docs" / "reference.md").read_text("utf-8"), GUIDE], ids=["reference", "guide"])
def test_the_pages_name_the_commands_that_can_be_watched(page: str) -> None:
    option = lam_lai(lambda: None).__click_params__[0].name
    watched = {name for name, command in cli.docgen.commands.items() if option in {each.name for each in command.params}}
    [said] = re.findall(r"`--lam-lai`\*\* \(([^)]+)\)", page)
    assert set(re.findall(r"`(\w+)`", said)) == watched


def test_every_command_has_its_row_of_stages() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", section(ARCHITECTURE, "What each command does"), re.MULTILINE)
    assert sorted(rows) == sorted(cli.docgen.commands)


def test_the_page_of_the_architecture_names_every_door_and_no_other() -> None:
    named = re.findall(r"^\| `(\w+)` \|", section(ARCHITECTURE, "The doors"), re.MULTILINE)
    doors = {path.stem for path in (ROOT / "docgen").iterdir() if path.is_dir() or path.suffix == ".py"} - {"__pycache__"}
    assert sorted(named) == sorted(doors - {"__init__", "__main__"})


def test_doors_stand_in_the_order_of_their_layers() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["containers"] == ["docgen"])
    rank = {name.strip(): index for index, layer in enumerate(layers) for name in layer.split("|")}
    firsts = re.findall(r"^\| (`[^|]+`) \|", section(ARCHITECTURE, "The doors"), re.MULTILINE)
    ranks = [(rank[name], name) for first in firsts for name in re.findall(r"`(\w+)`", first)]
    assert [name for (before, _), (after, name) in pairwise(ranks) if after < before] == []


def test_the_tests_that_a_recipe_names_exist() -> None:
    for path, name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", CONTRIBUTING):
        assert f"def {name}(" in (ROOT / path).read_text("utf-8"), name


def test_an_installed_docgen_has_the_templates_that_the_recipe_lists() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    carried = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    templates = {f"templates/{name}.docx": f"docgen/templates/{name}.docx" for name in TEMPLATES}
    guide = {f"docs/{name}": f"docgen/huong-dan/{name}" for name in ("huong-dan.md", "quy-dinh.md")}
    folders = {"docs/huong-dan": "docgen/huong-dan", "docs/bat-dau-nhanh": "docgen/huong-dan/bat-dau-nhanh"}
    assert carried == {**templates, **guide, **folders}


def test_the_change_log_begins_with_what_is_not_released_and_knows_the_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", log, re.MULTILINE)[0].startswith("[Unreleased]")
    assert f"{__version__}" in log


def test_the_readme_shows_what_is_said_of_three_slips(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2023").mkdir()
    shutil.copy(OFFICE, "coquan.yaml")
    [plan] = re.findall(r"^```yaml\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    Path("2023/kehoach.yaml").write_text(plan, "utf-8")
    assert cli.run(["kehoach", "2023/kehoach.yaml"]) == 0
    for right, wrong in (("so: 5", "so: 5/KH-UBND"), ("  1. **Thời gian", "  1.1. **Thời gian"), ("luu: VT, NV", "luu:")):
        assert right in plan
        plan = plan.replace(right, wrong)
    Path("2023/kehoach.yaml").write_text(plan, "utf-8")
    capsys.readouterr()
    assert cli.run(["kehoach", "2023/kehoach.yaml"]) == 3
    assert f"```text\n{capsys.readouterr().err}```" in README


def test_the_guide_shows_what_khoitao_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    [line] = [line for line in GUIDE.splitlines() if line.startswith("docgen khoitao KeHoach --nam 2026 ")]
    assert cli.run(shlex.split(line)[1:]) == 0
    first = capsys.readouterr().err.splitlines()[0].replace("/", "\\")
    assert f"```text\n{first}\n```" in GUIDE


def test_the_guide_shows_what_nhap_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "PL 2026"
    for row in (
        ("Danh mục nhiệm vụ tập huấn năm 2026",),
        ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian thực hiện"),
        ("I", "CHUẨN BỊ"),
        (1, "Biên soạn tài liệu", "Văn phòng Sở", "Tháng 4"),
        (2, "Lập danh sách học viên", "nt", "Tháng 4"),
        ("II", "THỰC HIỆN"),
        (1, "Mở lớp tập huấn", "Phòng Tổ chức cán bộ", "Quý II"),
    ):
        sheet.append(row)
    book.save("phụ lục 2026.xlsx")
    assert cli.run(["nhap", "phụ lục 2026.xlsx"]) == 0
    said = capsys.readouterr()
    assert f"```yaml\n{said.out}```\n\n```text\n{said.err}```" in GUIDE


def test_the_guide_names_every_option_of_the_first_two_commands() -> None:
    for name in ("khoitao", "nhap"):
        options = {each for option in cli.docgen.commands[name].params for each in option.opts if each.startswith("--")}
        assert [each for each in sorted(options) if f"`{each}`" not in GUIDE and f"`{each} " not in GUIDE] == [], name
