"""What costs time and touches no disk is done once: a thousand runs on the same data come to the same papers."""

from collections.abc import Callable
from typing import Any

from docgen.paper.render.opened import OpenTemplate
from docgen.paper.render.template import Template
from docgen.workflows import luocdo, ownfindings, takenforms


def remember() -> None:
    """Let the slow and pure parts of docgen answer from memory where they are asked the same again."""
    for place, name in ((ownfindings, "judge"), (takenforms, "read_forms"), (luocdo, "schema_text")):
        setattr(place, name, _remembered(getattr(place, name), lambda *words: words))
    OpenTemplate.compiled = _remembered(OpenTemplate.compiled, lambda self, layout: (self.name, repr(layout)))  # type: ignore[method-assign]
    Template.render = _remembered(Template.render, lambda self, *context: (self.name, repr(context)))  # type: ignore[method-assign]


def _remembered(function: Callable[..., Any], key_of: Callable[..., object]) -> Callable[..., Any]:
    known: dict[object, Any] = {}

    def answer(*words: Any, **named: Any) -> Any:
        key = (key_of(*words), repr(sorted(named.items())))
        if key not in known:
            known[key] = function(*words, **named)
        return known[key]

    return answer
