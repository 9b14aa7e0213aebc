"""What a template may do, and how much of it: at each bound it still prints, one step further it is refused."""

from typing import Any

import pytest
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError

from docgen.paper.render.environment import environment, printed


def made(source: str, **values: Any) -> str:
    return "".join(printed(environment().from_string(source).generate(values)))


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in x recursive %}{% endfor %}",
        "{% for i in x recursive %}{{ loop(x) }}{% endfor %}",
        "{{ [x]|length }}",
        "{{ (x, 1)|length }}",
        "{% set y = {'a': 1} %}",
        "{% block a %}{% endblock %}",
        "{% filter upper %}a{% endfilter %}",
        "{% macro a() %}{% endmacro %}",
        "{% set y %}a{% endset %}",
        "{% autoescape false %}a{% endautoescape %}",
    ],
)
def test_a_template_does_no_more_than_print_ask_and_loop(source: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="not in a template"):
        made(source, x=())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{% for a, b in x %}{{ a }}{{ b }}{% endfor %}", "1234"),
        ("{% set a, b = x[0] %}{{ a }}", "1"),
        ("{% if 'a' in ['a', 'b'] %}x{% endif %}", "x"),
        ("{{ 2 * 3 }}{{ 7 % 4 }}", "63"),
        ("{{ 'a-b'.split('-')[1].upper() }}", "B"),
        ("{{ 1.25|round(1) }}", "1.2"),
    ],
)
def test_what_templates_need_is_allowed(source: str, text: str) -> None:
    assert made(source, x=((1, 2), (3, 4))) == text


def test_all_loops_of_a_paper_take_three_hundred_thousand_turns_at_most() -> None:
    source = "{% for i in range(99999) %}{% endfor %}" * 3 + "{% for i in range(n) %}{{ i }}{% endfor %}"
    assert made(source, n=3) == "012"
    with pytest.raises(SecurityError):
        made(source, n=4)


@pytest.mark.parametrize("source", ["{{ (a ~ b)|length }}", "{{ (a + b)|length }}", "{{ x|join|length }}"])
def test_a_hundred_thousand_letters_are_made_at_most(source: str) -> None:
    letters = "a" * 50_000
    assert made(source, a=letters, b=letters, x=(letters, letters)) == "100000"
    with pytest.raises(SecurityError):
        made(source, a=letters, b=letters + "b", x=(letters, letters + "b"))


def test_what_stands_between_joined_texts_counts_too() -> None:
    assert made("{{ x|join('--')|length }}", x=("a" * 49_998, "a" * 49_998)) == "99998"
    with pytest.raises(SecurityError):
        made("{{ x|join('--')|length }}", x=("a" * 49_999, "a" * 49_999))


@pytest.mark.parametrize("places", [20, -20])
def test_numbers_are_rounded_to_twenty_places_at_most(places: int) -> None:
    assert made("{{ 0|round(n) }}", n=places) == "0"
    with pytest.raises(SecurityError):
        made("{{ 0|round(n) }}", n=places + (1 if places > 0 else -1))


@pytest.mark.parametrize("sign", [1, -1])
def test_numbers_are_reckoned_with_up_to_a_million_cubed(sign: int) -> None:
    assert made("{{ n + 0 }}", n=sign * 10**18) == str(sign * 10**18)
    with pytest.raises(SecurityError):
        made("{{ n + 0 }}", n=sign * (10**18 + 1))


@pytest.mark.parametrize(
    "source", ["{{ 'a' * 2 }}", "{{ 2 * 'a' }}", "{{ x * 2 }}", "{{ '%s' % 1 }}", "{{ 2 ** 2 }}", "{{ 'a'.zfill(9) }}"]
)
def test_what_makes_much_of_little_is_refused(source: str) -> None:
    with pytest.raises(SecurityError):
        made(source, x=(1,))


def test_a_part_holds_a_hundred_million_letters_at_most() -> None:
    half = "a" * 50_000_000
    assert [len(text) for text in printed([half, half])] == [50_000_000, 50_000_000]
    with pytest.raises(SecurityError):
        list(printed([half, half, "a"]))


@pytest.mark.parametrize("name", ["dict", "lipsum", "self.__init__"])
def test_of_jinja_s_own_functions_few_can_be_called(name: str) -> None:
    with pytest.raises(TemplateError):
        made(f"{{{{ {name}() }}}}")
