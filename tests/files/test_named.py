import os
from pathlib import Path

import pytest

from docgen.errors import FileError
from docgen.files import named
from docgen.files.named import Named, find_papers, read_named, read_paper, stands_for


def names(found: list[Path | FileError], folder: Path) -> list[str]:
    return [str(each).replace(f"{folder}/", "") for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.docx", "a.DOCX", "~$b.docx", "c.docm", "kehoach.yaml", "2023/d.docx", "2023/ghi.docx.bak", "rong/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    return tmp_path


def test_a_folder_stands_for_the_papers_in_it_and_below(folder: Path) -> None:
    assert names(find_papers([folder]), folder) == ["2023/d.docx", "a.DOCX", "b.docx"]


def test_a_file_is_taken_whatever_it_is_called(folder: Path) -> None:
    assert names(find_papers([folder / "kehoach.yaml", folder / "không-có.docx"]), folder) == ["kehoach.yaml", "không-có.docx"]


def test_a_paper_named_twice_is_judged_once(folder: Path) -> None:
    assert names(find_papers([folder / "b.docx", folder]), folder) == ["b.docx", "2023/d.docx", "a.DOCX"]


def test_stars_are_read_where_the_shell_left_them(folder: Path) -> None:
    assert names(find_papers([folder / "*.docx"]), folder) == ["b.docx"]
    assert names(find_papers([folder / "?.doc?"]), folder) == ["b.docx"]


def test_names_that_stand_for_nothing_are_told_among_the_others(folder: Path) -> None:
    assert names(find_papers([folder / "rong", folder / "z*.docx", folder / "b.docx"]), folder) == [
        "rong: thư mục này không có tệp .docx nào",
        "z*.docx: không có tệp .docx nào có tên như vậy; xem lại tên và thư mục",
        "b.docx",
    ]


def test_a_folder_that_cannot_be_opened_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object, onerror: object) -> list[object]:
        onerror(PermissionError(13, "x", str(folder / "2023")))  # type: ignore[operator]
        return [(str(folder), [], ["b.docx"])]

    monkeypatch.setattr("docgen.files.named.os.walk", refuse)
    assert names(find_papers([folder]), folder) == ["b.docx", "2023: không mở được thư mục (không có quyền)"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("z.docx", "không có tệp này; xem lại tên và thư mục"),
        ("b.docx/z.docx", "không có tệp này; xem lại tên và thư mục"),
        ("x" * 300 + ".docx", "không đọc được tệp (tên quá dài); đóng tệp trong Word rồi chạy lại"),
    ],
)
def test_a_paper_that_cannot_be_read_is_told(folder: Path, name: str, said: str) -> None:
    with pytest.raises(FileError) as error:
        read_paper(folder / name)
    assert str(error.value) == f"{folder / name}: {said}"


def test_a_file_far_too_large_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(named, "MAX_BYTES", 3)
    (folder / "b.docx").write_bytes(b"1234")
    with pytest.raises(FileError, match="đây có đúng là văn bản không"):
        read_paper(folder / "b.docx")


def test_brackets_and_rows_of_stars_mean_nothing_in_a_name(folder: Path) -> None:
    (folder / "[Dự thảo] a.docx").write_bytes(b"")
    assert names(find_papers([folder / "[Dự thảo]*.docx"]), folder) == ["[Dự thảo] a.docx"]
    assert names(find_papers([folder / "b**.docx"]), folder) == ["b.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_what_is_no_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "o.docx")
    assert read_paper(folder / "o.docx") == b""
    assert read_named(folder / "o.docx", 10) == b""


def test_a_folder_a_pattern_and_a_name_stand_for_files_of_every_kind_but_those_that_programs_keep(folder: Path) -> None:
    for name in (".~lock.b.docx#", ".docgen-danh-muc.json", ".docgen-tam/moi/b.docx", "2023/.docgen-tam/khoa"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    (folder / "thư.docx").mkdir()
    ours = [
        folder / name for name in ("2023/d.docx", "2023/ghi.docx.bak", "a.DOCX", "b.docx", "c.docm", "kehoach.yaml", "rong/x.txt")
    ]
    assert stands_for(folder) == Named(tuple(ours), is_folder=True)
    assert stands_for(folder / "*d*") == Named((folder / "b.docx", folder / "c.docm"))
    assert stands_for(folder / "~$b.docx") == Named((folder / "~$b.docx",), is_itself=True)
