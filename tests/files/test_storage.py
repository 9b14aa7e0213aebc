from pathlib import Path

import pytest

from docgen.errors import FileError
from docgen.files import storage
from docgen.files.stamp import stamped_pdf
from docgen.files.workarea import WorkArea, area_in


def test_a_set_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    files = {tmp_path / "a.docx": b"a", tmp_path / "b.pdf": b"b"}
    assert storage.write_all(files, overwrite_edits=False) == []
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.docx": b"a", "b.pdf": b"b"}


def test_the_same_content_is_written_again_without_a_word(tmp_path: Path) -> None:
    files = {tmp_path / "a.docx": b"a"}
    storage.write_all(files, overwrite_edits=False)
    assert storage.write_all(files, overwrite_edits=False) == []


def test_a_file_of_our_own_that_nobody_edited_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(stamped_pdf(b"%PDF-1.6 old\n"))
    storage.write_all({path: b"new"}, overwrite_edits=False)
    assert path.read_bytes() == b"new"


def test_every_edited_file_is_named_and_none_is_written(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("a.docx", "b.docx", "c.docx"))
    first.write_bytes(b"edited")
    third.write_bytes(b"edited too")
    with pytest.raises(FileError) as error:
        storage.write_all({first: b"1", second: b"2", third: b"3"}, overwrite_edits=False)
    assert [problem.place.file for problem in error.value.problems] == [str(first), str(third)]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.docx": b"edited", "c.docx": b"edited too"}


def test_earlier_copies_are_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    for number in range(3):
        path.write_bytes(f"edited {number}".encode())
        storage.write_all({path: b"new"}, overwrite_edits=True)
    kept = {name.name: name.read_text("utf-8") for name in tmp_path.iterdir() if ".bak" in name.name}
    assert kept == {"a.docx.bak": "edited 0", "a.docx.bak2": "edited 1", "a.docx.bak3": "edited 2"}


def test_the_rights_of_a_replaced_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(stamped_pdf(b"%PDF-1.6 old\n"))
    path.chmod(0o640)
    storage.write_all({path: b"new"}, overwrite_edits=False)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_saved_by_a_person_in_the_meantime_stays(tmp_path: Path) -> None:
    first, path = tmp_path / "a.pdf", tmp_path / "b.pdf"
    path.write_bytes(stamped_pdf(b"%PDF-1.6 old\n"))

    def judged_while_a_person_saves(_: bytes) -> bool:
        path.write_bytes(b"a person's words")
        return True

    with pytest.raises(FileError, match="vừa được sửa"):
        storage.write_all({first: b"new", path: b"new"}, overwrite_edits=False, is_ours=judged_while_a_person_saves)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"b.pdf": b"a person's words"}


def test_what_is_the_same_already_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"same")
    before = path.stat()
    assert storage.write_all({path: b"same", tmp_path / "b.docx": b"new"}, overwrite_edits=False) == []
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_copy_that_is_kept_already_is_not_kept_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"edited")
    (tmp_path / "a.docx.bak").write_bytes(b"edited")
    assert storage.write_all({path: b"new"}, overwrite_edits=True) == [f"bản cũ đã được giữ lại: {path}.bak"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.docx", "a.docx.bak"]


def test_what_a_killed_run_left_goes_even_where_nothing_has_to_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"same")
    (tmp_path / ".docgen-tam" / "moi").mkdir(parents=True)
    for name in ("khoa", "moi/a.docx"):
        (tmp_path / ".docgen-tam" / name).write_bytes(b"")
    assert storage.write_all({tmp_path / "a.docx": b"same"}, overwrite_edits=False) == []
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("name", ["tien.json", "lui.json"])
@pytest.mark.parametrize(
    "spoiled",
    ["", "{}", "7", "null", '["a"]', "[7]", '{"a": 1}',
     '[["a.docx", 5, [1, 2]]]', '[["a.docx", null, null]]', '[["a.docx", null, [1]]]',
     '[["a.docx", ["x", "y"], [1, 2]]]', '[[7, null, [1, 2]]]', "[[" * 100_000],
)  # fmt: skip
def test_a_journal_of_another_shape_counts_as_none(tmp_path: Path, name: str, spoiled: str) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / ".docgen-tam").mkdir()
    (tmp_path / ".docgen-tam" / name).write_text(spoiled, "utf-8")
    storage.write_all({tmp_path / "b.docx": b"new"}, overwrite_edits=False)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.docx": b"old", "b.docx": b"new"}


def test_where_the_old_file_cannot_be_put_back_both_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    first.write_bytes(b"edited")
    moved: list[Path] = []
    replace = Path.replace

    def once(source: Path, target: Path) -> Path:
        nonlocal moved
        moved += [target] if target.parent == tmp_path else []
        if target.parent == tmp_path and len(moved) > 2:  # the copy of `first`, and `first`
            raise PermissionError(13, "open")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", once)
    with pytest.raises(FileError) as error:
        storage.write_all({first: b"new", second: b"new"}, overwrite_edits=True)
    assert [problem.place.file for problem in error.value.problems] == [str(second), str(first)]
    assert (tmp_path / "a.pdf.bak").read_bytes() == b"edited"
    monkeypatch.undo()
    storage.write_all({first: b"new", second: b"new"}, overwrite_edits=True)  # what was edited is put back first
    held = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert held == {"a.pdf": b"new", "b.pdf": b"new", "a.pdf.bak": b"edited"}


def test_a_set_in_two_folders_is_put_back_in_both(tmp_path: Path) -> None:
    (tmp_path / "mot").mkdir()
    (tmp_path / "hai").mkdir()
    first, second = tmp_path / "mot" / "a.pdf", tmp_path / "hai" / "b.pdf"
    first.write_bytes(stamped_pdf(b"%PDF-1.6 old\n"))
    second.mkdir()
    with pytest.raises(FileError, match="đây là thư mục"):
        storage.write_all({first: b"new", second: b"new"}, overwrite_edits=False)
    assert first.read_bytes() == stamped_pdf(b"%PDF-1.6 old\n")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.pdf", "b.pdf", "hai", "mot"]


def test_another_run_that_does_not_end_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_PATIENCE", 0.1)
    with WorkArea(area_in(tmp_path)), pytest.raises(FileError, match="một lần chạy docgen khác"):
        storage.write_all({tmp_path / "a.docx": b"new"}, overwrite_edits=False)
    assert list(tmp_path.iterdir()) == []


def test_one_folder_named_in_two_ways_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert storage.write_all({tmp_path / "a.yaml": b"a", Path("b.md"): b"b"}, overwrite_edits=False) == []
    assert [path.read_bytes() for path in (tmp_path / "a.yaml", tmp_path / "b.md")] == [b"a", b"b"]
