"""How problems are told."""

import re

from docgen.cli.options import NAMES
from docgen.errors import NOWHERE, Argument, DataError, Place, Problem
from tests.conftest import ROOT

BELOW = sorted(path for path in (ROOT / "docgen").rglob("*.py") if "cli" not in path.relative_to(ROOT / "docgen").parts[:1])


def test_a_problem_is_one_line_whatever_it_quotes() -> None:
    problem = Problem(Place("kehoach.yaml", 3, 1), "ngay: “Triển khai\nthực hiện\u2028Chương trình” không phải ngày")
    assert str(problem) == "kehoach.yaml:3:1: ngay: “Triển khai thực hiện Chương trình” không phải ngày"


def test_each_of_several_problems_has_a_line() -> None:
    problems = [Problem(Place("a.yaml"), "một"), Problem(Place("b.yaml"), "hai\r\nba")]
    assert str(DataError(problems)) == "a.yaml: một\nb.yaml: hai ba"


def test_a_remedy_calls_arguments_as_the_one_who_shows_it_does() -> None:
    problem = Problem(Place("a.docx"), "đã sửa tay", "dùng {out}, hoặc {overwrite} để ghi đè")
    assert str(problem) == "a.docx: đã sửa tay; dùng out, hoặc overwrite để ghi đè"
    assert problem.told(NAMES) == "a.docx: đã sửa tay; dùng -o, hoặc --ghi-de để ghi đè"


def test_an_argument_is_a_place_of_its_own_and_no_file() -> None:
    assert str(Problem(Argument("period"), "chưa rõ kỳ")) == "period: chưa rõ kỳ"
    assert Problem(Argument("period"), "chưa rõ kỳ").told(NAMES) == "--ky: chưa rõ kỳ"
    assert Problem(Place("period"), "tệp này trống").told(NAMES) == "period: tệp này trống"
    assert Problem(NOWHERE, "bản cũ đã được giữ lại").told(NAMES) == "bản cũ đã được giữ lại"


def test_nothing_below_the_command_line_knows_an_option() -> None:
    options = sorted({name for name in NAMES.values() if name.startswith("-")})
    known = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, options))})(?![\w-])")
    found = {path.relative_to(ROOT).as_posix(): known.findall(path.read_text("utf-8")) for path in BELOW}
    assert {name: options for name, options in found.items() if options} == {}
