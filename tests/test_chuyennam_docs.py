"""What the reference and the guide show of `docgen chuyennam` is what it does."""

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from docgen.cli.main import run
from docgen.data.model.tracuu import GiaTri, SoVanBan
from docgen.data.validate import validate
from docgen.data.yamlfile import of_text
from docgen.rollover.changes import ReviewGroup
from docgen.workflows.chuyennam import roll_over
from tests.conftest import GUIDE, OFFICE, ROOT, SAMPLE

REFERENCE: Final = (ROOT / "docs" / "reference.md").read_text("utf-8")
GRAVITY: Final = (ReviewGroup.LEFT, ReviewGroup.DONE, ReviewGroup.DECIDE)
PLAN: Final = """\
loai: kế hoạch
nam: 2023
trich_yeu: Cải cách hành chính năm 2023
phan:
  - tieu_de: Thời gian
    y:
      - {words}
luu: VT
noi_nhan: [Văn phòng]
"""


def shown(page: str, kind: str, opening: str) -> str:
    """Return the only fenced block of `page` that begins with `opening`."""
    blocks = re.finditer(rf"^```{kind}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    [block] = [str(match[1]) for match in blocks if match[1].startswith(opening)]
    return block


def rows(heading: str) -> list[tuple[str, ...]]:
    """Return the rows of the guide's table below the columns `heading`."""
    table = GUIDE.partition(f"{heading}\n|---|---|---|\n")[2].partition("\n\n")[0]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table.splitlines()]


YEARS: Final = rows("| Chữ trong kế hoạch năm 2023 | Trong kế hoạch năm 2024 | Thuộc phần |")


@pytest.fixture
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder as the guide lays it out, with the sample in it."""
    (tmp_path / "2023").mkdir()
    for path in OFFICE.parent.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    for path in SAMPLE.parent.glob("*.yaml"):
        shutil.copy(path, tmp_path / "2023")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_desk")
@pytest.mark.parametrize(
    ("page", "opening"), [(GUIDE, "DANH SÁCH RÀ SOÁT"), (REFERENCE, "CẦN QUYẾT ĐỊNH")], ids=["guide", "reference"]
)
def test_each_piece_of_the_list_shown_stands_in_the_real_one(capsys: pytest.CaptureFixture[str], page: str, opening: str) -> None:
    assert run(["chuyennam", "2023/kehoach.yaml", "2024", "--thu"]) == 0
    real = re.sub(r"(202[34])/(\w+\.yaml)", r"\1\\\2", capsys.readouterr().out)
    pieces = [piece for piece in shown(page, "text", opening).split("…\n") if piece.strip()]
    assert len(pieces) >= 5
    assert [piece for piece in pieces if piece not in real] == []


def test_the_table_of_years_is_not_empty() -> None:
    assert len(YEARS) >= 20


@pytest.mark.parametrize(("old", "new", "said"), YEARS)
def test_the_table_of_years_says_what_happens(tmp_path: Path, old: str, new: str, said: str) -> None:
    shutil.copy(OFFICE, tmp_path)
    plan = tmp_path / "kehoach.yaml"
    plan.write_text(PLAN.format(words=old), encoding="utf-8")
    rolled = roll_over(plan, 2024)
    assert f"      - {new}\n".encode() in rolled.data
    of_the_text = [change for change, _ in rolled.items if change.route[:1] == ("phan",)]
    gravest = max((change.group for change in of_the_text), key=GRAVITY.index)
    part, _, reason = said.partition(": ")
    assert part == ("giữ nguyên" if gravest is ReviewGroup.LEFT else gravest)
    assert any(reason in change.why for change in of_the_text)


def test_the_register_and_the_yearly_values_of_the_guide_are_right_ones() -> None:
    register = validate(SoVanBan, of_text("van-ban.yaml", shown(GUIDE, "yaml", "van_ban:")))
    values = validate(GiaTri, of_text("khau-hieu.yaml", shown(GUIDE, "yaml", "loai: giá trị theo năm")))
    assert [one.ky_hieu for one in register.van_ban] == ["88/QĐ-UBND", "15/2018/QĐ-UBND", "7/2024/QĐ-UBND"]
    assert [one.nam for one in values.gia_tri] == [2023, 2024]


def test_the_guide_explains_every_key_of_both() -> None:
    section = GUIDE.partition("## 21.5. ")[2].partition("## 21.7. ")[0]
    keys = {name for model in (SoVanBan, GiaTri) for name in model.model_fields}
    keys |= set(SoVanBan.model_fields["van_ban"].annotation.__args__[0].model_fields)  # type: ignore[union-attr]
    keys |= set(GiaTri.model_fields["gia_tri"].annotation.__args__[0].model_fields)  # type: ignore[union-attr]
    assert [key for key in sorted(keys) if f"`{key}`" not in section and f"{key}:" not in section] == []
