"""The office in which faults strike, the process from which runs are forked, and the count of faults at the end."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.figures import survived
from tests.faults.launching import Launcher, launcher
from tests.faults.office import COMMANDS, fake_programs, made_office


@pytest.fixture(scope="session")
def base() -> Iterator[Path]:
    """Yield a folder in memory where there is such a place."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        Path(folder).chmod(0o755)  # so that another user may look in
        yield Path(folder)


@pytest.fixture(scope="session")
def programs(base: Path) -> Path:
    fake_programs(base / "bin")
    return base / "bin"


@pytest.fixture(scope="session")
def office(base: Path, programs: Path) -> Path:
    """Return an office's folder that is to be copied, not changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(programs), prepend=os.pathsep)
        made_office(base / "van-phong")
    return base / "van-phong"


@pytest.fixture(scope="session")
def docgen(base: Path, office: Path, programs: Path) -> Iterator[Launcher]:
    (base / "tam").mkdir()
    warm = []
    for command in COMMANDS:
        folder = base / "warm" / command.name
        shutil.copytree(office, folder)
        command.before(folder)
        warm.append((command.said(), str(folder)))
    with launcher(warm, {"PATH": os.pathsep.join([str(programs), os.environ["PATH"]]), "TMPDIR": str(base / "tam")}) as started:
        yield started


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if survived:
        kinds = ", ".join(f"{kind} {count}" for kind, count in survived.items())
        terminalreporter.write_line(f"faults survived: {survived.total()} ({kinds})")
