"""Clean papers of ours with one thing broken, rule by rule: each fault is found, and nothing else is reported."""

import importlib
import pkgutil
from collections import Counter
from functools import cache

import pytest

from docgen.check.finding import Severity
from docgen.check.judging import judge
from docgen.check.rules import RULES
from tests.check import mutations
from tests.check.mutations import Mutation
from tests.check.papers.clean import CLEAN
from tests.check.papers.mutate import mutated

MUTATIONS: tuple[Mutation, ...] = tuple(
    mutation
    for module in pkgutil.iter_modules(mutations.__path__)
    for mutation in importlib.import_module(f"{mutations.__name__}.{module.name}").MUTATIONS
)


@cache
def clean(name: str) -> bytes:
    return CLEAN[name]()


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_paper_has_no_finding(name: str) -> None:
    assert [(finding.rule.id, finding.message) for finding in judge("thu.docx", clean(name)).findings] == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: f"{mutation.rule} {mutation.name}")
def test_one_broken_thing_is_found_and_nothing_else(mutation: Mutation) -> None:
    found = judge("thu.docx", mutated(clean(mutation.paper), mutation.change)).findings
    assert {finding.rule.id for finding in found} == {mutation.rule}, [finding.message for finding in found]
    assert any(mutation.says in finding.message for finding in found)
    assert all(finding.severity <= max(finding.rule.severity, Severity.NOTE) for finding in found)


def test_every_rule_is_broken_in_several_ways() -> None:
    ways = Counter(mutation.rule for mutation in MUTATIONS)
    assert {rule.id: ways[rule.id] for rule in RULES if ways[rule.id] < 2} == {}
    assert set(ways) <= {rule.id for rule in RULES}


def test_names_of_mutations_are_unique() -> None:
    names = Counter((mutation.rule, mutation.name) for mutation in MUTATIONS)
    assert [name for name, count in names.items() if count > 1] == []
