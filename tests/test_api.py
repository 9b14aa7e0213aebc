"""`import docgen`: every example of docs/api.md runs, and importing it is quick."""

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import docgen
from tests.check.papers.clean import CLEAN
from tests.check.papers.mutate import mutated, set_margins
from tests.conftest import OFFICE, ROOT, SAMPLE
from tests.intake.books import book

PAGE: Final = (ROOT / "docs" / "api.md").read_text("utf-8")
TABLE: Final = [("STT", "Nhiệm vụ", "Đơn vị chủ trì"), (1, "Tổ chức hội nghị", "Sở Y tế")]


def test_every_example_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2023").mkdir()
    for path in (SAMPLE, SAMPLE.with_name("ketqua.yaml")):
        shutil.copy(path, tmp_path / "2023")
    shutil.copy(OFFICE, tmp_path)
    shutil.copy(OFFICE.with_name("donvi.yaml"), tmp_path)
    (tmp_path / "2023" / "sai.docx").write_bytes(mutated(CLEAN["cong_van"](), set_margins(left=25)))
    (tmp_path / "phan-cong-2022.xlsx").write_bytes(book(TABLE))
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(PAGE, {}, "api.md", "docs/api.md", 0)
    said: list[str] = []
    assert doctest.DocTestRunner(verbose=False).run(test, out=said.append).failed == 0, "".join(said)


def test_the_page_shows_every_function_of_the_api() -> None:
    functions = {name for name in docgen.__all__ if name[0].islower()} - {"data_files", "reason"}
    assert functions - set(re.findall(r"\w+", PAGE)) == set()


def test_everything_that_the_api_names_is_there_and_explained() -> None:
    assert [name for name in docgen.__all__ if not getattr(docgen, name).__doc__] == []
    with pytest.raises(AttributeError, match="'docgen' has no attribute 'make_coffee'"):
        _ = docgen.make_coffee  # type: ignore[attr-defined]


def test_to_import_it_loads_nothing_but_its_errors() -> None:
    loaded = "import sys, docgen; print([name for name in sys.modules if name.startswith('docgen.')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True, text=True, encoding="utf-8")
    assert done.stdout == "['docgen.errors']\n"


def test_check_is_a_function_beside_the_package_of_that_name() -> None:
    code = (
        "import docgen\nfrom docgen.check.judging import judge\nimport docgen.check.view\n"
        "try:\n    docgen.check('khong-co.docx')\n"
        "except docgen.FileError as error:\n    print(error.exit_code.name)\nprint(judge.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8")
    assert done.stdout == "FILES\njudge\n"


def test_nothing_is_written_before_a_save_and_no_work_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(SAMPLE, tmp_path / "kehoach.yaml")
    shutil.copy(OFFICE, tmp_path)
    monkeypatch.chdir(tmp_path)
    paper = docgen.make_plan("kehoach.yaml")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["coquan.yaml", "kehoach.yaml"]
    paper.path.write_bytes(b"PK: edited by hand")
    with pytest.raises(docgen.FileError, match="dùng out để ghi sang tên khác, hoặc overwrite để ghi đè"):
        paper.save()
    assert [str(one) for one in paper.save(overwrite=True).warnings][-1].startswith("bản cũ đã được giữ lại: ")
    assert paper.path.read_bytes() == paper.data
