"""A small office's folder as a clerk has it, and every command that writes into it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docx import Document
from openpyxl import Workbook, load_workbook

from docgen.cli import main as cli

START: Final = (
    "--nam", "2024", "--ten", "Sở Nội vụ", "--chu-quan", "UBND tỉnh Sóc Trăng", "--dia-danh", "Sóc Trăng", "--viet-tat", "SNV",
    "--chuc-vu", "GIÁM ĐỐC", "--ho-ten", "Trần Văn A",
)  # fmt: skip
EDITED: Final = b"a clerk's own words"
_ROWS: Final = (
    ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"),
    ("1", "Rà soát hồ sơ lưu trữ", "Văn phòng Sở", "Quý I"),
    ("2", "Tập huấn nghiệp vụ", "Phòng Tổ chức cán bộ", "Tháng 6"),
)
_RESULTS: Final = """\
# Kết quả do văn thư ghi tay.
loai: kết quả thực hiện
den_ngay: 2024-12-15
ket_qua:
  - ma: 1
    ten: Rà soát, hoàn thiện quy chế công tác văn thư
    trang_thai: hoàn thành
"""
_FAKE_OFFICE: Final = """\
#!/bin/sh
for word in "$@"; do
  case $word in
    --outdir) is_next=1 ;;
    *.docx) name=${word##*/}; { echo %PDF-1.6; cksum < "$word"; echo %%EOF; } > "$out/${name%.docx}.pdf" ;;
    *) [ "$is_next" ] && out=$word; is_next= ;;
  esac
done
"""
_FAKE_FONTS: Final = "#!/bin/sh\necho Times New Roman\n"


@dataclass(frozen=True)
class Command:
    """A command that writes: its words, and what is in the folder before it."""

    name: str
    words: tuple[str, ...]
    before: Callable[[Path], None] = lambda _: None

    def __str__(self) -> str:
        return self.name

    def said(self, folder: str = ".") -> list[str]:
        """Return its words for the office in `folder`."""
        return [word.replace("@", folder) for word in self.words]


def _edited_papers(folder: Path) -> None:
    for name in ("kehoach.docx", "kehoach.pdf"):
        (folder / "2024" / name).write_bytes(EDITED)


def _older_paper(folder: Path) -> None:
    """A plan made by docgen of other data stands there, with its PDF."""
    shutil.copy(folder / "cu.docx", folder / "2024" / "kehoach.docx")
    shutil.copy(folder / "cu.pdf", folder / "2024" / "kehoach.pdf")


def _older_letters(folder: Path) -> None:
    shutil.copytree(folder / "thu-cu", folder / "2024" / "cong-van")


def _older_schemas(folder: Path) -> None:
    for path in (folder / ".docgen").iterdir():
        path.unlink()
    (folder / "2024" / "luoc-do").mkdir()


COMMANDS: Final = (
    Command("khoitao", ("khoitao", "@/moi/van-phong", *START)),
    Command("khoitao-nam-sau", ("khoitao", "@", "--nam", "2025")),
    Command("nhap-moi", ("nhap", "@/bang.xlsx", "-o", "@/2024/moi.yaml", "--nam", "2024")),
    Command("nhap-ghi-de", ("nhap", "@/bang.docx", "-o", "@/2024/kehoach.yaml", "--ghi-de")),
    Command("kehoach", ("kehoach", "@/2024/kehoach.yaml", "--pdf")),
    Command("kehoach-lai", ("kehoach", "@/2024/kehoach.yaml", "--pdf"), _older_paper),
    Command("kehoach-ghi-de", ("kehoach", "@/2024/kehoach.yaml", "--pdf", "--ghi-de"), _edited_papers),
    Command("phancong", ("phancong", "@/2024/kehoach.yaml", "-o", "@/2024/phan-cong.xlsx")),
    Command("congvan", ("congvan", "@/2024/kehoach.yaml", "--don-vi", "Văn phòng Sở", "--pdf")),
    Command("congvan-lai", ("congvan", "@/2024/kehoach.yaml", "--don-vi", "Phòng Tổ chức cán bộ"), _older_letters),
    Command("thuthap", ("thuthap", "@/2024/kehoach.yaml", "--don-vi", "Văn phòng Sở")),
    Command("tonghop", ("tonghop", "@/2024/kehoach.yaml", "@/bieu-mau/01-van-phong-so.xlsx")),
    Command("tonghop-moi", ("tonghop", "@/2024/kehoach.yaml", "@/bieu-mau/01-van-phong-so.xlsx", "-o", "@/2024/kq.yaml")),
    Command("baocao", ("baocao", "@/2024/kehoach.yaml", "--pdf")),
    Command("chuyennam", ("chuyennam", "@/2024/kehoach.yaml", "2026", "-o", "@/ra-soat.docx")),
    Command("kiemtra", ("kiemtra", "@/cu.docx", "-o", "@/ghi-chu.docx")),
    Command("luocdo", ("luocdo", "-o", "@/2024/luoc-do/.docgen"), _older_schemas),
)


def fake_programs(folder: Path) -> None:
    """Put stand-ins for LibreOffice and fontconfig into `folder`: what the one prints is the paper's checksum."""
    folder.mkdir()
    for name, script in (("soffice", _FAKE_OFFICE), ("fc-list", _FAKE_FONTS)):
        (folder / name).write_text(script, "utf-8")
        (folder / name).chmod(0o755)


def made_office(folder: Path) -> None:
    """Make an office's folder with a plan, the tables to take in, filled forms, results, and papers of an older plan."""
    assert cli.run(["khoitao", str(folder), *START]) == 0
    plan = folder / "2024" / "kehoach.yaml"
    _tables(folder)
    _older(folder, plan)
    assert cli.run(["thuthap", str(plan), "-o", str(folder / "bieu-mau")]) == 0
    _filled(folder / "bieu-mau")
    (plan.parent / "ketqua.yaml").write_text(_RESULTS, "utf-8")


def _tables(folder: Path) -> None:
    book = Workbook()
    for row in _ROWS:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(folder / "bang.xlsx")
    paper = Document()
    table = paper.add_table(rows=len(_ROWS), cols=len(_ROWS[0]))
    for row, words in zip(table.rows, _ROWS, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    paper.save(str(folder / "bang.docx"))


def _older(folder: Path, plan: Path) -> None:
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("Tập huấn kỹ năng", "Mở lớp về kỹ năng"), "utf-8")
    assert cli.run(["kehoach", str(plan), "--pdf", "-o", str(folder / "cu.docx")]) == 0
    assert cli.run(["congvan", str(plan), "-o", str(folder / "thu-cu")]) == 0
    plan.write_text(text, "utf-8")


def _filled(forms: Path) -> None:
    """Answer for the first task of each form."""
    for path in sorted(forms.glob("0*.xlsx")):
        book = load_workbook(path)
        sheet = book["Kết quả"]
        sheet["E9"] = "Đang thực hiện"
        sheet["G9"] = f"Đã làm một phần, {path.stem}"
        book.save(path)
