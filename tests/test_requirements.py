"""pyproject.toml has the ranges, requirements.lock the exact versions that plan and test take."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = {
    canonicalize_name(name): (version, len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", rest)))
    for name, version, rest in re.findall(r"^([\w.-]+)==(\S+)(.*(?:\n    --hash=.*)*)", LOCK, re.MULTILINE)
}
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [
    Requirement(each) for each in (*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["mo"])
]
DEVELOPMENT = [Requirement(each) for each in PROJECT["project"]["optional-dependencies"]["dev"]]
BUILD = [Requirement(each) for each in PROJECT["build-system"]["requires"]]


@pytest.mark.parametrize("requirement", [*RUNTIME, *DEVELOPMENT, *BUILD], ids=str)
def test_the_lock_has_a_version_of_everything_asked_for(requirement: Requirement) -> None:
    version, _ = PINNED[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version, prereleases=True)


def test_every_line_of_the_lock_is_an_exact_version_with_its_hashes() -> None:
    lines = [line for line in LOCK.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(lines) == len(PINNED) > len(RUNTIME) + len(DEVELOPMENT)
    assert all(hashes for _, hashes in PINNED.values())


def test_the_lock_says_nothing_of_the_machine_that_made_it() -> None:
    assert [word for word in ("/", "--index", "--extra-index", "--find-links", "--trusted-host") if word in LOCK] == []


def test_every_range_of_the_wheel_has_a_floor_and_no_ceiling() -> None:
    assert {part.operator for each in RUNTIME for part in each.specifier} == {">="}
    assert [each.name for each in RUNTIME if not each.specifier] == []


def test_the_tools_of_the_tests_raise_no_floor_of_docgen() -> None:
    assert {each.name for each in RUNTIME} & {each.name for each in DEVELOPMENT} == set()
