"""What the page calls keys, files and places: labels of the models, links to fields; never a key of YAML or its file."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import docgen
from docgen.errors import NOWHERE, DataError, Place, Problem, as_on_page
from docgen.web.wording import Leads, label, told
from tests.conftest import ROOT

ROOMS: Final = ("data", "forms", "intake", "paper", "rollover", "text", "web", "work", "workflows")
WRITERS: Final = {  # of YAML with its comments, of a workbook's own names, of schemas
    "firstplan.py", "officefiles.py", "newoffice.py", "questions.py",
}  # fmt: skip
NOT_TOLD: Final = re.compile(r"\A\n?#|\(\?|\\d")  # the head of a file that docgen starts, a pattern
VIETNAMESE: Final = re.compile("[À-ỹ]")
ALSO_WORDS: Final = {
    "so",
    "ngay",
    "thanh",
    "y",
    "cong",
    "ma",
    "nam",
    "phan",
    "ten",
    "le",
    "trai",
    "phai",
    "dong",
    "tu",
    "den",
    "bang",
}
OF_THE_FILE: Final = re.compile(r"tệp có mục “[^”]*”")  # quotes a line that no field holds; the link leads to the text


def keys() -> Iterator[str]:
    for text in docgen.schemas().texts.values():
        schema = json.loads(text)
        for part in (schema, *schema["$defs"].values()):
            yield from part.get("properties", ())


BARE: Final = re.compile(rf"(?<![\w{{.])(?:{'|'.join(sorted(set(keys()) - ALSO_WORDS))}|[\w-]+\.yaml)(?![\w}}])")


def sentences(file: Path) -> Iterator[str]:
    """Yield the Vietnamese sentences in the code of a file, what is put into them as {}; no docstring, no word of a schema."""
    tree = ast.parse(file.read_text("utf-8"))
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    left_out |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if (isinstance(node, ast.keyword) and node.arg == "description") or (
            isinstance(node, ast.Assign | ast.AnnAssign) and "_SAID" in ast.unparse(node).partition("=")[0]
        ):
            left_out |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_names_a_key_or_a_file_of_yaml_on_the_page(room: str) -> None:
    found = {
        f"{file.relative_to(ROOT)}: {BARE.findall(shown)}: {shown}"
        for file in (ROOT / "docgen" / room).rglob("*.py")
        if file.name not in WRITERS
        for words in sentences(file)
        if VIETNAMESE.search(words) and not NOT_TOLD.search(words) and BARE.search(shown := as_on_page(words, label))
    }
    assert sorted(found) == []


def test_no_screen_names_a_key_or_a_file_of_yaml() -> None:
    for file in (ROOT / "docgen" / "web" / "templates").glob("*.html"):
        shown = re.sub(r"\{[{%#].*?[%}#]\}|<[^>]*>", " ", file.read_text("utf-8"), flags=re.DOTALL)
        assert BARE.findall(shown) == [], file.name


def test_what_is_wrong_with_a_plan_is_told_without_a_key() -> None:
    """Every plan of the tests of mistakes that fields can be made of."""
    seen = 0
    for folder in sorted((ROOT / "tests" / "bad_input").iterdir()):
        try:
            form = docgen.plan_form(folder / "kehoach.yaml")
        except (docgen.FileError, DataError):
            continue
        for one in form.problems:
            seen += 1
            words = OF_THE_FILE.sub("", told(one))
            assert not BARE.search(words), (folder.name, words)
    assert seen > 150


@pytest.mark.parametrize(
    ("sentence", "in_file", "on_page"),
    [
        ("⦃chu_tri⦄ còn trống", "chu_tri còn trống", "“Đơn vị chủ trì” còn trống"),
        ("⦃ngay: ¦⦄không phải ngày", "ngay: không phải ngày", "không phải ngày"),
        ("thêm ⦃cong_van.bao_cao (gui, han)¦{bao_cao.gui}⦄", "thêm cong_van.bao_cao (gui, han)", "thêm “Nơi nhận báo cáo”"),
        (
            "ghi ⦃cong_van.trich_yeu⦄, không ghi ⦃trich_yeu¦{KeHoach.trich_yeu}⦄",
            "ghi cong_van.trich_yeu, không ghi trich_yeu",
            "ghi “Chữ in sau “V/v””, không ghi “Trích yếu”",
        ),
        ("thêm vào ⦃donvi.yaml⦄", "thêm vào donvi.yaml", "thêm vào danh mục đơn vị"),
    ],
)
def test_a_sentence_is_told_by_the_file_and_on_the_page(sentence: str, in_file: str, on_page: str) -> None:
    problem = Problem(NOWHERE, sentence)
    assert (str(problem), problem.message) == (in_file, in_file)
    assert told(problem) == on_page


@pytest.mark.parametrize("words", ["⦃Sách⦄ trắng", "‹ngay›", "a ¦ b", "⦃x", "{luu}", "⦃luu; a⦄"])
def test_what_a_clerk_typed_is_told_as_typed(words: str, office: Path) -> None:
    problem = Problem(NOWHERE, f"“{words}” không phải ngày; ghi ⦃ngay⦄")
    assert (str(problem), told(problem)) == (
        f"“{words}” không phải ngày; ghi ngay",
        f"“{words}” không phải ngày; ghi “Ngày ban hành”",
    )
    plan = office / "asean-2023" / "kehoach.yaml"
    text = plan.read_text("utf-8").replace("\nloai:", f"\n'{words}': a\nloai:", 1)
    [wrong] = docgen.plan_form(plan, text.encode()).problems
    assert words in wrong.message
    assert "¦" not in str(wrong).replace(words, "")


def test_a_problem_leads_to_its_field(office: Path, tmp_path: Path) -> None:
    plan, leads = office / "asean-2023" / "kehoach.yaml", Leads(office)
    lines = plan.read_text("utf-8").splitlines()

    def at(file: Path, words: str) -> tuple[str, str]:
        line = next(number for number, text in enumerate(file.read_text("utf-8").splitlines(), 1) if words in text)
        lead = leads.to(Problem(Place(str(file), line, 3), "sai"))
        return lead.words, lead.address

    assert lines
    assert at(plan, "trich_yeu:") == ("Trích yếu", "/nam/asean-2023/ke-hoach#o-trich_yeu")
    assert at(plan, "chu_tri: Ban Tuyên giáo") == (
        "Bảng nhiệm vụ, dòng 2: Đơn vị chủ trì", "/nam/asean-2023/ke-hoach#o-pl0.1.chu_tri",
    )  # fmt: skip
    assert at(office / "coquan.yaml", "ho_ten:") == ("Cơ quan: Họ và tên người ký", "/co-quan#o-ky.ho_ten")
    assert at(office / "donvi.yaml", "Báo Sóc Trăng") == ("Danh mục đơn vị", "/don-vi")
    assert leads.to(Problem(Place(f"{tmp_path}/Kế hoạch.docx: bảng 1"), "sai")).words == "Kế hoạch.docx: bảng 1"
