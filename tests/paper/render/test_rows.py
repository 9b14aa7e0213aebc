from typing import Any

import pytest

from docgen.paper.context.values import BangIn, Hang, O
from docgen.paper.render.environment import environment, printable
from docgen.paper.render.rows import FILLED_ROWS, REPEATED, names_in, row_filler, take_out_rows

COLUMNS = (O("STT", 500, "Bảng giữa"), O("NHIỆM VỤ", 5000))
ROWS = (
    Hang(("I", "Nhóm <một>")),
    Hang(("", "", "1", "100% & hơn"), ("", "restart"), COLUMNS),
    Hang(("", "", "2", ""), ("", "continue"), COLUMNS),
    *(Hang(("", "", str(number), f"dòng\n{number}\tcột"), ("", ""), COLUMNS) for number in range(3, 300)),
)
LOOP = (
    "{% for h in bang.hang %}{% if h.nhom %}<g>{{ h.so }}|{{ h.nhom }}|{{ bang.con_lai }}</g>{% else %}"
    "<r>{% for o in h.o %}<c w='{{ o.rong }}' m='{{ o.gop }}'>{{ o.chu }}</c>{% endfor %}</r>{% endif %}{% endfor %}"
)


def printed(source: str, context: dict[str, Any]) -> tuple[str, int]:
    """Return what `source` prints with its rows taken out, and how many loops were."""
    jinja = environment()
    tree = jinja.parse(source)
    bodies = take_out_rows(tree, names_in(tree), jinja)
    template = jinja.template_class.from_code(jinja, jinja.compile(tree), jinja.make_globals(None))
    filler = row_filler(bodies, context, lambda text: str(jinja.from_string("{{ x }}").render(x=printable(text))))
    return template.render({**context, FILLED_ROWS: filler}).replace(REPEATED, ""), len(bodies)


def test_rows_filled_in_are_the_rows_that_jinja_prints() -> None:
    context = {"bang": BangIn(COLUMNS, ROWS)}
    assert printed(LOOP, context) == (environment().from_string(LOOP).render(context), 1)


def test_a_table_inside_another_loop_knows_the_names_around_it() -> None:
    source = "{% for bang in cac_bang %}" + LOOP + "{% endfor %}"
    context = {"cac_bang": [BangIn(COLUMNS, ROWS[:3]), BangIn(COLUMNS, ROWS[1:])]}
    assert printed(source, context) == (environment().from_string(source).render(context), 1)


@pytest.mark.parametrize(
    "body",
    [
        "{{ h.nhom | upper }}",
        "{% if h.nhom == 'x' %}y{% endif %}",
        "{{ loop.index }}{{ h.so }}",
        "{% set x = h.so %}{{ x }}",
        "{% for o in h.o %}{{ o.chu ~ '.' }}{% endfor %}",
        "{{ h.words[0] }}",
    ],
)
def test_a_loop_that_does_more_with_the_words_is_left_to_jinja(body: str) -> None:
    source = "{% for h in bang.hang %}" + body + "{% endfor %}"
    context = {"bang": BangIn(COLUMNS, ROWS[:3])}
    assert printed(source, context) == (environment().from_string(source).render(context), 0)
