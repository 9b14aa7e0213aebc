"""How problems are told."""

from docgen.errors import DataError, Place, Problem


def test_a_problem_is_one_line_whatever_it_quotes() -> None:
    problem = Problem(Place("kehoach.yaml", 3, 1), "ngay: “Triển khai\nthực hiện\u2028Chương trình” không phải ngày")
    assert str(problem) == "kehoach.yaml:3:1: ngay: “Triển khai thực hiện Chương trình” không phải ngày"


def test_each_of_several_problems_has_a_line() -> None:
    problems = [Problem(Place("a.yaml"), "một"), Problem(Place("b.yaml"), "hai\r\nba")]
    assert str(DataError(problems)) == "a.yaml: một\nb.yaml: hai ba"
