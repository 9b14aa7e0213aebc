"""A clerk's folder for letters, and what is printed in a letter, read back from its .docx."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from docgen.cli.main import run
from tests.clerk import edited_template
from tests.conftest import OFFICE, ROOT

TEMPLATE = ROOT / "templates" / "congvan.docx"
HEAD = """\
loai: kế hoạch
nam: 2023
trich_yeu: Chuyển đổi số năm 2023
phan: [{tieu_de: Nội dung, doan: Nhiệm vụ tại Phụ lục kèm theo.}]
noi_nhan: [Sở Y tế, Sở Nội vụ]
luu: VT, VX
"""
UNITS = "don_vi:\n  - {ten: Sở Y tế}\n  - {ten: Sở Nội vụ}\n"
REGISTER = "so-dang-ky-van-ban-di.xlsx"
NO_REPORT = "công văn chưa ghi nơi nhận báo cáo và hạn báo cáo; thêm cong_van.bao_cao (gui, han)"


def tasks(*rows: str) -> str:
    """Return an appendix of the tasks `rows`, each in YAML's braces."""
    return "phu_luc:\n  tieu_de: Nhiệm vụ\n  nhiem_vu:\n" + "".join(f"    - {{{row}}}\n" for row in rows)


TWO = HEAD + tasks(
    "ten: Khám bệnh từ xa, chu_tri: Sở Y tế, phoi_hop: Sở Nội vụ, thoi_gian: Quý II", "ten: Thi đua, chu_tri: Sở Nội vụ"
)


@dataclass(frozen=True)
class Answer:
    code: int
    said: str
    printed: str

    @property
    def names(self) -> list[str]:
        return [Path(line).name for line in self.printed.splitlines()]


@dataclass(frozen=True)
class Desk:
    """A clerk's folder with a plan, the office's file and a registry in it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def plan(self) -> Path:
        return self.folder / "kehoach.yaml"

    @property
    def out(self) -> Path:
        return self.folder / "cong-van"

    def lay(self, plan: str, units: str = UNITS, office: str | None = None) -> None:
        self.plan.write_text(plan, "utf-8")
        (self.folder / "donvi.yaml").write_text(units, "utf-8")
        (self.folder / "coquan.yaml").write_text(office or OFFICE.read_text("utf-8"), "utf-8")

    def ask(self, *arguments: str | Path) -> Answer:
        """Run a command, `congvan` on the plan where no other is named, and return what it said."""
        code = run([str(argument) for argument in ("congvan", self.plan, *arguments)])
        said, printed = self.capsys.readouterr()[::-1]
        return Answer(code, said.replace(str(self.folder), "{folder}"), printed.replace(str(self.folder), "{folder}"))

    def files(self) -> dict[str, bytes]:
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def letters(self) -> list[str]:
        return sorted(path.name for path in self.out.glob("*.docx"))

    def refuses(self, code: int, *said: str, arguments: tuple[str | Path, ...] = ()) -> None:
        """Assert that the command says the lines `said`, exits with `code`, writes nothing."""
        before = self.files()
        answer = self.ask(*arguments)
        count = [f"Có {len(said)} lỗi; chưa ghi tệp nào."] if len(said) > 1 else []
        assert answer.said.splitlines() == [*(f"Lỗi: {line}" for line in said), *count]
        assert (answer.code, answer.printed) == (code, "")
        assert self.files() == before

    def template(self, edit: Callable[[str], str]) -> Path:
        """Write docgen's own template with its body edited, and return its path."""
        return edited_template(TEMPLATE, self.folder, edit)


@dataclass(frozen=True)
class ReadLetter:
    """What a letter prints: its head, its opening, under each heading the rows of a table or the paragraphs, its end."""

    number: str
    subject: str
    date: str
    addressee: str
    opening: list[str]
    sections: dict[str, list[list[str]]]
    closing: str
    recipients: list[str]
    signature: list[str]
    text: str = field(repr=False)

    def rows(self, title: str) -> list[list[str]]:
        return self.sections.get(title, [])


def read_letter(path: Path) -> ReadLetter:
    """Return what the letter at `path` prints."""
    document = docx.Document(str(path))
    blocks = [block for block in document.iter_inner_content() if isinstance(block, Table) or block.text.strip()]
    head, addressee, *body, foot = blocks
    assert isinstance(head, Table)
    assert isinstance(foot, Table)
    assert not isinstance(addressee, Table)
    number, subject = (paragraph.text for paragraph in head.rows[1].cells[0].paragraphs)
    opening: list[str] = []
    sections: dict[str, list[list[str]]] = {}
    last: list[list[str]] | None = None
    for block in body:
        if isinstance(block, Table):
            assert last is not None
            last += [[cell.text for cell in row.cells] for row in block.rows]
        elif block.style is not None and block.style.name == "ND30 Mục":
            last = sections.setdefault(block.text.split(". ", 1)[1], [])
        elif last is None:
            opening.append(block.text)
        else:
            last.append([block.text])
    assert last is not None
    [closing] = last.pop()
    recipients, signature = ([paragraph.text for paragraph in cell.paragraphs if paragraph.text] for cell in foot.rows[0].cells)
    whole = [paragraph.text for paragraph in document.element.body.iter(qn("w:p"))]
    return ReadLetter(
        number,
        subject,
        head.rows[1].cells[1].text,
        addressee.text,
        opening,
        sections,
        closing,
        recipients,
        signature,
        "\n".join(whole),
    )
