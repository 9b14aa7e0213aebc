"""The command `docgen sua` on whole papers: exit codes, the exact words, what is written and what is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.check.repair.acceptance import alike, refused
from docgen.cli import main as cli
from docgen.files.package import packed, read_parts
from docgen.files.stamp import CUSTOM
from tests.check.papers import clean
from tests.check.papers.mutate import at, mutated, set_margins
from tests.check.papers.spoil import replace_text, set_size

WRONG = mutated(clean.CLEAN["cong_van"](), at("Độc lập", replace_text(" - ", " – ")), set_margins(left=25))
TOLD = """\
thu.docx (công văn)

Đã sửa
  P02: Lề trái 25 mm, phải từ 30 đến 35 mm → đặt lề trái từ 30 đến 35 mm (cả văn bản)
  H02: Tiêu ngữ phải là “Độc lập - Tự do - Hạnh phúc”, với gạch nối ngắn → gõ lại: Độc lập - Tự do - Hạnh phúc (đoạn 5)

Đã sửa 2 lỗi; còn lại: không có lỗi

"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thu.docx").write_bytes(WRONG)
    return tmp_path


def test_a_copy_is_written_beside_the_paper_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["sua", "thu.docx"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("thu-da-sua.docx\n", TOLD)
    assert (folder / "thu.docx").read_bytes() == WRONG
    copy = read_parts((folder / "thu-da-sua.docx").read_bytes())
    assert b"<w:sectPrChange" in copy["word/document.xml"]
    assert cli.run(["sua", "thu.docx"]) == 0  # docgen's own copy, which nobody has edited, is written again


def test_what_would_be_mended_is_shown_and_nothing_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["sua", "thu.docx", "--xem"]) == 0
    assert capsys.readouterr().out == TOLD.replace("Đã sửa", "Sẽ sửa")
    assert [each.name for each in folder.iterdir()] == ["thu.docx"]


@pytest.mark.usefixtures("folder")
def test_a_paper_that_still_breaks_the_decree_asks_for_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["sua", "thu.docx", "--chi", "P02"]) == 1
    assert "Lỗi H02" in capsys.readouterr().err
    assert cli.run(["sua", "thu.docx", "--bo-qua", "H02", "-o", "khac.docx"]) == 1
    assert "quy định này được bỏ qua" in capsys.readouterr().err
    assert cli.run(["sua", "thu.docx", "--chi", "H99"]) == 2
    assert "không có quy định “H99”" in capsys.readouterr().err


def test_a_clean_copy_bears_no_changes(folder: Path) -> None:
    assert cli.run(["sua", "thu.docx", "--khong-dau-vet", "-o", "sach.docx"]) == 0
    assert b"Change" not in read_parts((folder / "sach.docx").read_bytes())["word/document.xml"]
    assert cli.run(["kiemtra", "sach.docx"]) == 0


def test_what_is_left_stands_as_comments_in_the_same_copy(folder: Path) -> None:
    assert cli.run(["sua", "thu.docx", "--chi", "P02", "--kem-ghi-chu"]) == 1
    parts = read_parts((folder / "thu-da-sua.docx").read_bytes())
    assert "Lỗi H02" in parts["word/comments.xml"].decode()
    assert b"sectPrChange" in parts["word/document.xml"]


def test_no_work_of_a_person_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "thu-da-sua.docx").write_bytes(b"PK: edited by hand")
    assert cli.run(["sua", "thu.docx"]) == 5
    assert "đã được sửa tay" in capsys.readouterr().err
    assert cli.run(["sua", "thu.docx", "--ghi-de"]) == 0
    assert (folder / "thu-da-sua.docx.bak").read_bytes() == b"PK: edited by hand"


def test_a_folder_is_mended_paper_by_paper_but_for_copies(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "hai.docx").write_bytes(mutated(WRONG, at("Độc lập", set_size(16))))
    for _ in range(2):
        assert cli.run(["sua", "."]) == 0
        assert capsys.readouterr().out == "hai-da-sua.docx\nthu-da-sua.docx\n"
    assert cli.run(["sua", ".", "-o", "mot.docx"]) == 2


def test_nothing_is_written_where_nothing_is_to_be_mended(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sach.docx").write_bytes(clean.CLEAN["cong_van"]())
    assert cli.run(["sua", "sach.docx"]) == 0
    assert "sach.docx: không có chỗ nào docgen sửa được; chưa ghi tệp nào" in capsys.readouterr().err
    assert not (folder / "sach-da-sua.docx").exists()


def _signed(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {**parts, "_xmlsignatures/sig1.xml": b"<a/>"}


def _protected(parts: dict[str, bytes]) -> dict[str, bytes]:
    lock = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    return {**parts, "word/settings.xml": parts["word/settings.xml"].replace(b"</w:settings>", lock)}


def _tracked(parts: dict[str, bytes]) -> dict[str, bytes]:
    change = b'<w:body><w:p><w:ins w:id="1" w:author="A"><w:r><w:t>a</w:t></w:r></w:ins></w:p>'
    return {**parts, "word/document.xml": parts["word/document.xml"].replace(b"<w:body>", change)}


@pytest.mark.parametrize(("make", "says"), [(_signed, "đã ký số"), (_protected, "bảo vệ"), (_tracked, "Track Changes")])
def test_what_is_not_ours_to_touch_is_refused_in_words(
    folder: Path, capsys: pytest.CaptureFixture[str], make: Callable[[dict[str, bytes]], dict[str, bytes]], says: str
) -> None:
    (folder / "thu.docx").write_bytes(packed(make(read_parts(WRONG))))
    assert cli.run(["sua", "thu.docx"]) == 5
    said = capsys.readouterr().err
    assert says in said
    assert said.startswith("Lỗi: thu.docx: ")
    assert not (folder / "thu-da-sua.docx").exists()


def test_the_written_copy_refused_is_the_paper_but_for_the_stamp(folder: Path) -> None:
    assert cli.run(["sua", "thu.docx"]) == 0
    back = refused(read_parts((folder / "thu-da-sua.docx").read_bytes()))
    stamp = {CUSTOM, "[Content_Types].xml", "_rels/.rels"}
    own = read_parts(WRONG)
    assert alike(
        {name: data for name, data in own.items() if name not in stamp}, {k: v for k, v in back.items() if k not in stamp}
    )
