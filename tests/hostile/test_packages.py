"""Bombs and traps in .docx and .xlsx files, in every part and through every command that opens such: refused in words, soon."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.hostile.runner import run_each
from tests.hostile.test_templates import desk
from tests.test_bad_input import TEMPLATE

LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + number)} '{f'&{chr(97 + number)};' * 10}'>" for number in range(10))
    + "]>"
)
QUADRATIC = f"<!DOCTYPE x [<!ENTITY k '{'a' * 50_000}'>]>"
EXTERNAL = "<!DOCTYPE x [<!ENTITY k SYSTEM 'file:///etc/passwd'>]>"
REMOTE = "<!DOCTYPE x SYSTEM 'http://xau.example/x.dtd'>"
ENTITIES = {
    "laughs": (LAUGHS, "&k;"),
    "quadratic": (QUADRATIC, "&k;" * 5000),
    "external": (EXTERNAL, "&k;"),
    "remote": (REMOTE, ""),
}


def book() -> bytes:
    made, buffer = Workbook(), io.BytesIO()
    for row in (["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"], ["1", "Khám", "Sở Y tế", "Quý II"]):
        made.worksheets[0].append(row)
    made.save(buffer)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def with_doctype(content: bytes, doctype: str, used: str) -> bytes:
    text = content.decode("utf-8-sig", errors="replace")
    start = text.index("?>") + 2 if text.startswith("<?xml") else 0
    root_end = text.rindex("</") if "</" in text else len(text)
    return (text[:start] + doctype + text[start:root_end] + used + text[root_end:]).encode()


def with_sizes(data: bytes, size: int) -> bytes:
    """Return the package with another size told for each of its parts than it has."""
    made = bytearray(data)
    at = made.find(b"PK\1\2")
    while at >= 0:
        made[at + 24 : at + 28] = struct.pack("<L", size)
        at = made.find(b"PK\1\2", at + 4)
    return bytes(made)


def overlapping(data: bytes) -> bytes:
    """Return the package with each entry of its directory leading to the first part."""
    made = bytearray(data)
    at = made.find(b"PK\1\2")
    while at >= 0:
        made[at + 42 : at + 46] = b"\0\0\0\0"
        at = made.find(b"PK\1\2", at + 4)
    return bytes(made)


TRAPS: dict[str, Callable[[bytes], bytes]] = {
    "names that lead out": lambda data: packed(
        {**parts_of(data), "../../thoat.txt": b"x", "/thoat-khoi-thu-muc.txt": b"x", "C:\\thoat.txt": b"x"}
    ),
    "many parts": lambda data: packed({**parts_of(data), **{f"a/{number}.bin": b"" for number in range(11_000)}}),
    "a package in a package": lambda data: packed({**parts_of(data), "word/embeddings/a.zip": packed({"b": bytes(30_000_000)})}),
    "a part that swells": lambda data: packed({**parts_of(data), "docProps/app.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}),
    "sizes too small": lambda data: with_sizes(data, 3),
    "sizes too large": lambda data: with_sizes(data, 2**31),
    "entries over one another": overlapping,
    "half": lambda data: data[: len(data) // 2],
    "only its end": lambda data: data[-30:],
}


def commands(folder: Path, docx: Path, xlsx: Path) -> list[list[str | Path]]:
    plan = folder / "kehoach.yaml"
    return [
        ["kehoach", plan, "--mau", docx, "-o", folder / "moi.docx", "--van-ghi"],
        ["kiemtra", docx],
        ["nhap", docx],
        ["nhap", xlsx],
        ["tonghop", plan, xlsx, "-o", folder / "ketqua.yaml"],
    ]


def files(folder: Path, name: str, docx: bytes, xlsx: bytes) -> tuple[Path, Path]:
    (folder / f"{name}.docx").write_bytes(docx)
    (folder / f"{name}.xlsx").write_bytes(xlsx)
    return folder / f"{name}.docx", folder / f"{name}.xlsx"


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_told_in_words_and_puts_nothing_anywhere(tmp_path: Path, trap: str) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    desk(inner)
    make = TRAPS[trap]
    for answer in run_each(commands(inner, *files(inner, "bay", make(TEMPLATE.read_bytes()), make(book())))):
        assert answer.code in (0, 1, 3, 4, 5), answer.said
        assert answer.code in (0, 1) or answer.said.startswith("Lỗi: ")
    assert not list(tmp_path.rglob("*thoat*"))
    assert not Path("/thoat-khoi-thu-muc.txt").exists()


@pytest.mark.parametrize("kind", ENTITIES)
def test_entities_in_any_part_are_never_expanded(tmp_path: Path, kind: str) -> None:
    desk(tmp_path)
    doctype, used = ENTITIES[kind]
    asked: list[list[str | Path]] = []
    for original in (TEMPLATE.read_bytes(), book()):
        parts = parts_of(original)
        for number, (name, content) in enumerate(parts.items()):
            if name.endswith((".xml", ".rels")):
                made = packed({**parts, name: with_doctype(content, doctype, used)})
                asked += commands(tmp_path, *files(tmp_path, f"{len(asked)}-{number}", made, made))
    for answer in run_each(asked):
        assert answer.code in (0, 1, 3, 4, 5), answer.said
        assert "root:" not in answer.said + answer.printed
    if (tmp_path / "moi.docx").exists():
        assert all(
            b"root:" not in data and b"haha" not in data for data in parts_of((tmp_path / "moi.docx").read_bytes()).values()
        )
