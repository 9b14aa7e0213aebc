import errno
import os
import tempfile
import tracemalloc
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import FileError
from docgen.files.storage import Batch, BatchResult
from tests.files.sets import held, paper, papers

LISTING = ".docgen-danh-muc.json"


def write(folder: Path, files: dict[str, bytes], kind: str = "congvan", **options: bool) -> BatchResult:
    with Batch(folder, kind, **options) as batch:
        for name, data in files.items():
            batch.add(name, data)
        return batch.commit()


def state(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
            path.stat().st_ino,
        )
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("there", [False, True])
def test_a_set_is_written_and_nothing_else_is_left(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "ra"
    if there:
        folder.mkdir(0o750)
    result = write(folder, papers(1))
    assert result == BatchResult(tuple(papers(1)), (), (), (), ())
    assert held(folder) == papers(1)
    assert {path.name for path in folder.iterdir()} == {*papers(1), LISTING}
    assert [path.name for path in tmp_path.iterdir()] == ["ra"]


def test_a_folder_is_named_relative_to_where_the_clerk_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ra").mkdir()
    monkeypatch.chdir(tmp_path / "ra")
    for folder in (Path(), Path("moi"), Path("../khac")):
        write(folder, papers(1))
        assert held(folder.resolve()).items() >= papers(1).items()


def test_a_rerun_writes_only_what_changed(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    before = state(tmp_path)
    assert write(tmp_path, papers(1)) == BatchResult((), tuple(papers(1)), (), (), ())
    assert state(tmp_path) == before
    result = write(tmp_path, {**papers(1), "002.pdf": paper("002.pdf", 2)})
    assert result.written == ("002.pdf",)
    after = state(tmp_path)
    assert {name for name in after if after[name] != before.get(name)} == {"002.pdf"}


def test_a_file_edited_by_hand_is_kept_and_named(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    (tmp_path / "001.pdf").write_bytes(b"edited")
    (tmp_path / "moi-2.pdf").write_bytes(b"not ours")
    before = state(tmp_path)
    result = write(tmp_path, papers(2))
    assert result.kept == ("001.pdf", "moi-2.pdf")
    assert result.written == ("002.pdf", "003.pdf", "004.pdf", "005.pdf")
    assert {name: state(tmp_path)[name] for name in result.kept} == {name: before[name] for name in result.kept}
    assert write(tmp_path, {}).stale == (*sorted(papers(1)),)  # what was not ours does not become ours


def test_a_file_edited_by_hand_is_replaced_where_asked_and_the_old_one_kept(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    (tmp_path / "001.pdf").write_bytes(b"edited")
    (tmp_path / "001.pdf.bak").write_bytes(b"an earlier one")
    result = write(tmp_path, papers(2), overwrite_edits=True)
    assert (result.kept, result.backed_up) == ((), ("001.pdf.bak2",))
    assert held(tmp_path) == {**papers(1), **papers(2), "001.pdf.bak": b"an earlier one", "001.pdf.bak2": b"edited"}


def test_a_file_edited_while_the_batch_is_made_is_kept(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    with Batch(tmp_path, "congvan") as batch:
        for name, data in papers(2).items():
            batch.add(name, data)
        (tmp_path / "001.pdf").write_bytes(b"edited meanwhile")
        (tmp_path / "moi-2.pdf").write_bytes(b"come meanwhile")
        (tmp_path / "002.pdf").unlink()
        result = batch.commit()
    assert result.kept == ("001.pdf", "002.pdf", "moi-2.pdf")
    assert result.written == ("003.pdf", "004.pdf", "005.pdf")
    assert (tmp_path / "001.pdf").read_bytes() == b"edited meanwhile"
    assert (tmp_path / "moi-2.pdf").read_bytes() == b"come meanwhile"
    assert write(tmp_path, papers(2)).written == ("002.pdf",)


def test_what_an_earlier_batch_made_and_this_one_does_not_is_named_until_it_is_gone(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    write(tmp_path, {"bieu-1.pdf": b"1"}, kind="thuthap")
    (tmp_path / "mine.docx").write_bytes(b"mine")
    (tmp_path / "moi-1.pdf").write_bytes(b"edited, and left over all the same")
    some = {name: data for name, data in papers(2).items() if name != "003.pdf"}
    assert write(tmp_path, {"000.pdf": papers(2)["000.pdf"]}, whole=False).stale == ()
    for _ in range(2):
        assert write(tmp_path, some).stale == ("003.pdf", "moi-1.pdf")
    (tmp_path / "003.pdf").unlink()
    assert write(tmp_path, some).stale == ("moi-1.pdf",)
    assert write(tmp_path, {}, kind="thuthap").stale == ("bieu-1.pdf",)


@pytest.mark.parametrize("spoiled", [b"", b"{", b"[]", b'{"congvan": 3}', b'{"congvan": [1, "../x", "a/b"]}', b"\xff"])
def test_a_spoiled_list_counts_as_none(tmp_path: Path, spoiled: bytes) -> None:
    write(tmp_path, papers(1))
    (tmp_path / LISTING).write_bytes(spoiled)
    assert write(tmp_path, papers(2)).stale == ()
    assert write(tmp_path, {}).stale == tuple(sorted(papers(2)))


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ZeroDivisionError, None])
def test_left_without_commit_the_folder_is_as_it_was(tmp_path: Path, error: type[BaseException] | None, there: bool) -> None:
    folder = tmp_path / "ra"
    if there:
        write(folder, papers(1))
    before = state(tmp_path)
    try:
        with Batch(folder, "congvan") as batch:
            for name, data in papers(2).items():
                batch.add(name, data)
            if error:
                raise error
    except (KeyboardInterrupt, SystemExit, ZeroDivisionError) as raised:
        assert type(raised) is error  # noqa: PT017
    after = state(tmp_path)
    before.pop("ra", None)
    after.pop("ra", None)  # the folder's own time
    assert after == before


class Stuck:
    """Makes the move to one place fail, as Windows does while the file is open in Word."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: BaseException, *places: Path) -> None:
        real: Any = Path.replace

        def replace(source: Path, target: Path) -> Any:
            if target in places:
                raise error
            return real(source, target)

        monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("name", ["001.pdf", "004.pdf", "moi-2.pdf", LISTING])
def test_where_one_file_cannot_be_moved_all_are_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    write(tmp_path, papers(1))
    before = state(tmp_path)
    with monkeypatch.context() as patch:
        Stuck(patch, PermissionError(errno.EACCES, "open in Word"), tmp_path / name)
        with pytest.raises(FileError) as error:
            write(tmp_path, papers(2))
    assert str(error.value) == (
        f"{tmp_path / name}: không ghi được (không có quyền); tệp đang mở trong Word hoặc không cho ghi đè; "
        "đóng tệp lại rồi chạy lại, hoặc dùng out để ghi sang thư mục khác"
    )
    assert state(tmp_path) == before
    write(tmp_path, papers(2))
    assert held(tmp_path) == {**papers(1), **papers(2)}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit()])
def test_interrupted_between_two_moves_all_are_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    write(tmp_path, papers(1))
    before = state(tmp_path)
    Stuck(monkeypatch, error, tmp_path / "004.pdf")
    with pytest.raises(type(error)):
        write(tmp_path, papers(2))
    assert state(tmp_path) == before


@pytest.mark.parametrize("edited", [False, True])
def test_what_cannot_be_put_back_is_said_and_the_next_run_puts_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edited: bool
) -> None:
    write(tmp_path, papers(1))
    before = state(tmp_path)
    real: Any = Path.replace

    def replace(source: Path, target: Path) -> Any:
        if target.name == "004.pdf" or (target.name == "002.pdf" and source.parent.name == "cu"):
            raise PermissionError(errno.EACCES, "open in Word")
        return real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        for _ in range(2):
            with pytest.raises(FileError) as error:
                write(tmp_path, papers(2))
            said = [(Path(problem.place.file).name, problem.message.partition(" (")[0]) for problem in error.value.problems]
            assert said[-1] == ("002.pdf", "không trả lại được bản cũ")
            assert held(tmp_path) == {**papers(1), "002.pdf": paper("002.pdf", 2)}
    if edited:
        (tmp_path / "002.pdf").write_bytes(b"edited")
    with Batch(tmp_path, "congvan"):
        pass
    if edited:
        assert held(tmp_path) == {**papers(1), "002.pdf": b"edited"}
    else:
        assert state(tmp_path) == before


def test_where_there_are_no_second_names_the_old_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "FAT")

    write(tmp_path, papers(1))
    before = {name: kept[:2] for name, kept in state(tmp_path).items()}
    monkeypatch.setattr(os, "link", no_links)
    with monkeypatch.context() as patch:
        Stuck(patch, PermissionError(errno.EACCES, "open in Word"), tmp_path / "004.pdf")
        with pytest.raises(FileError):
            write(tmp_path, papers(2))
    assert {name: kept[:2] for name, kept in state(tmp_path).items()} == before
    assert len(write(tmp_path, papers(2)).written) == 6


def test_the_rights_of_a_replaced_file_stay(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    (tmp_path / "001.pdf").chmod(0o640)
    write(tmp_path, papers(2))
    assert (tmp_path / "001.pdf").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.docx", "a.docx"), ("A.docx", "a.docx"), ("Sở.docx", "SỞ.docx"), ("Sở.docx", unicodedata.normalize("NFD", "Sở.docx"))],
)
def test_two_names_that_some_system_takes_for_one_are_our_own_fault(tmp_path: Path, first: str, second: str) -> None:
    with Batch(tmp_path, "congvan") as batch, pytest.raises(ValueError, match="two papers of one batch have one name"):  # noqa: PT012
        batch.add(first, b"1")
        batch.add(second, b"2")


@pytest.mark.parametrize("name", ["", ".", "..", "a/b.docx", "/a.docx", ".docgen-x", ".DOCGEN-danh-muc.json"])
def test_what_is_no_name_of_a_paper_is_our_own_fault(tmp_path: Path, name: str) -> None:
    with Batch(tmp_path, "congvan") as batch, pytest.raises(ValueError, match="not the name of a paper"):
        batch.add(name, b"1")


def test_one_batch_at_a_time_in_one_process_too(tmp_path: Path) -> None:
    with Batch(tmp_path, "congvan"), pytest.raises(FileError, match="một lần chạy docgen khác"):
        write(tmp_path, papers(1))
    write(tmp_path, papers(1))


def refusal(folder: Path, files: dict[str, bytes]) -> str:
    with pytest.raises(FileError) as error:
        write(folder, files)
    return str(error.value)


def test_a_missing_parent_is_not_made(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert refusal(folder, papers(1)) == f"{folder}: không có thư mục {tmp_path / 'a'}; tạo thư mục ấy trước rồi chạy lại"
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ra").write_bytes(b"")
    assert "đây là tệp, không phải thư mục" in refusal(tmp_path / "ra", papers(1))
    assert "không có thư mục" in refusal(tmp_path / "ra" / "b", papers(1))


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    (tmp_path / "moi-2.pdf").mkdir()
    before = state(tmp_path)
    assert refusal(tmp_path, papers(2)).startswith(f"{tmp_path / 'moi-2.pdf'}: đây là thư mục, trùng với tên tệp cần ghi")
    assert state(tmp_path) == before


def test_a_folder_made_by_somebody_meanwhile_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    with pytest.raises(FileError, match="vừa được tạo"), Batch(folder, "congvan") as batch:  # noqa: PT012
        batch.add("a.pdf", b"a")
        folder.mkdir()
        (folder / "a.pdf").write_bytes(b"somebody's")
        batch.commit()
    assert state(tmp_path).keys() == {"ra", "ra/a.pdf"}


@pytest.mark.parametrize(
    ("call", "number", "words", "there"),
    [
        ("mkdir", errno.EACCES, "không có quyền", False),
        ("mkdir", errno.EROFS, "chỗ này chỉ cho đọc", True),
        ("write_bytes", errno.ENOSPC, "ổ đĩa đầy", False),
        ("write_bytes", errno.ENOSPC, "ổ đĩa đầy", True),
        ("write_text", errno.ENOSPC, "ổ đĩa đầy", True),
    ],
)
def test_a_folder_that_takes_nothing_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, call: str, number: int, words: str, there: bool
) -> None:
    folder = tmp_path / "ra"
    if there:
        write(folder, papers(1))
    before = state(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "")

    with monkeypatch.context() as patch:
        patch.setattr(Path, call, fail)
        said = refusal(folder, papers(2))
    assert f"không ghi được vào thư mục này ({words}); ghi sang chỗ khác bằng out" in said
    after = state(tmp_path)
    before.pop("ra", None)
    after.pop("ra", None)  # the folder's own time
    assert after == before


@contextmanager
def as_nobody() -> Iterator[None]:
    """Act as a user for whom folders can be read-only, which none is to root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_folder_is_refused() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        folder.chmod(0o555)
        with as_nobody():
            assert "không có quyền" in refusal(folder, papers(1))
            assert "không có quyền" in refusal(folder / "ra", papers(1))
        folder.chmod(0o755)


def test_memory_does_not_grow_with_the_letters(tmp_path: Path) -> None:
    tracemalloc.start()
    try:
        with Batch(tmp_path, "congvan") as batch:
            for number in range(400):
                batch.add(f"{number}.pdf", os.urandom(50_000))
            batch.commit()
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
