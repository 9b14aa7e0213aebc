"""Several runs in one folder at once: each ends well or says what hinders it, and what stands there is of one of them."""

import shutil
from pathlib import Path

import pytest

from tests.faults.figures import survived
from tests.faults.judging import DATA, DONE, FILES, Ground, own, visible
from tests.faults.launching import Launcher, Run
from tests.faults.office import COMMANDS, START, Command
from tests.faults.steps import snapshot

_TOGETHER = 3
_ROUNDS = 1


@pytest.fixture
def folder(office: Path, base: Path) -> Path:
    place = base / "cung-luc"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(office, place)
    return place


def at_once(docgen: Launcher, folder: Path, *commands: list[str]) -> list[int]:
    ended = docgen.run(*(Run(words, str(folder), cwd=str(folder)) for words in commands))
    for one in ended:
        assert one.code in (DONE, FILES, DATA), one.err  # DATA: the plan has its tasks by now
        assert "Traceback" not in one.err
        assert one.code == DONE or "Lỗi: " in one.err
    survived["at once"] += len(ended)
    assert own(snapshot(folder)) == {}
    return [one.code for one in ended]


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_the_same_command_several_times(docgen: Launcher, office: Path, base: Path, command: Command) -> None:
    ground = Ground(docgen, office, command, base)
    for _ in range(_ROUNDS):
        folder = base / "noi-lam" / "cung" / "van-phong"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(office, folder)
        command.before(folder)
        codes = at_once(docgen, folder, *[command.said()] * _TOGETHER)
        assert DONE in codes
        now = {name: data for name, data in snapshot(folder).items() if ".bak" not in name}
        assert now == {name: data for name, data in visible(ground.after).items() if ".bak" not in name}


def test_different_commands_in_one_folder(docgen: Launcher, folder: Path) -> None:
    codes = at_once(docgen, folder, *(command.said() for command in COMMANDS if command.name in _DIFFERENT))
    assert codes == [DONE] * len(_DIFFERENT)


_DIFFERENT = ("kehoach", "phancong", "congvan", "thuthap", "tonghop-moi", "nhap-moi")


def test_a_plan_into_which_two_put_their_tables_loses_neither_silently(docgen: Launcher, folder: Path) -> None:
    for _ in range(4):
        before = (folder / "2024" / "kehoach.yaml").read_text("utf-8").count("Rà soát hồ sơ lưu trữ")
        codes = at_once(docgen, folder, *[["nhap", "bang.xlsx", "-o", "2024/kehoach.yaml", "--them"]] * 2)
        text = (folder / "2024" / "kehoach.yaml").read_text("utf-8")
        kept = [path.read_text("utf-8") for path in (folder / "2024").glob("kehoach.yaml.bak*")]
        most = max(each.count("Rà soát hồ sơ lưu trữ") for each in (text, *kept))
        assert before < most <= before + codes.count(DONE)


def test_an_office_started_by_two_is_the_office_of_one(docgen: Launcher, base: Path) -> None:
    for turn in range(3):
        folder = base / "khoi-tao" / str(turn)
        folder.mkdir(parents=True)
        names = ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"]
        at_once(docgen, folder, *(["khoitao", "moi", *START, "--ten", name] for name in names))
        said = [(folder / "moi" / name).read_text("utf-8") for name in ("coquan.yaml", "2024/kehoach.yaml")]
        assert [sum(name in text for name in names) for text in said] == [1, 1]
        assert len({next(name for name in names if name in text) for text in said}) == 1
