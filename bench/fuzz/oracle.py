"""What every command owes to a reader of whatever file: a promised exit code, words with a place, a folder that is whole."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import openpyxl
from lxml import etree

from bench.fuzz.targets import Target, Words
from docgen.data.yamlfile import load
from docgen.errors import ExitCode
from docgen.files.storage import LISTING

_PROMISED: Final = frozenset(ExitCode) - {ExitCode.INTERNAL}
_WENT_WELL: Final = (ExitCode.DONE, ExitCode.BREAKS_DECREE)
_QUOTED: Final = re.compile(r"“.*?”", re.DOTALL)
_VIETNAMESE: Final = re.compile(r"[à-ỹđ]", re.IGNORECASE)
_PLACE: Final = re.compile(r"\.(yaml|docx|xlsx)|--\w|Sheet|bảng \d")
_ENGLISH: Final = re.compile(
    r"\b(Traceback|Error|Exception|NoneType|object|argument|expected|invalid|unexpected|cannot|must|should|could not|not found)\b"
)
_READ_BACK: Final = 2  # files of a kind that are read back
_RAW: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f]")
_RULE: Final = re.compile(r"\b[A-Z]\d\d\b")
_STEP: Final = re.compile(r'File "\S*?([^/"]+/[^/"]+\.py)", line (\d+)')
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str


def files_in(folder: Path) -> dict[str, bytes]:
    """Return all files under `folder` with what they hold."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def faults(target: Target, command: Words, answer: Answer, before: Files, folder: Path) -> Iterator[str]:
    """Tell what the command owed and did not give."""
    if answer.code not in _PROMISED:
        yield f"mã thoát {answer.code}: {_last_steps(answer.err)}"
        return
    for name, text in (("stdout", answer.out), ("stderr", answer.err)):
        if raw := _RAW.search(text):
            yield f"ký tự điều khiển {raw[0]!r} trên {name}"
    if answer.code not in _WENT_WELL:
        yield from _of_words(answer.err)
    elif target.reports and not answer.out.strip() and not (answer.code == ExitCode.DONE and "dong" in command):
        yield "không có báo cáo"
    yield from _of_folder(answer, before, files_in(folder), folder)


def _last_steps(err: str) -> str:
    """Return where the traceback in `err` ends, nearest first, and its last line."""
    steps = [f"{name}:{line}" for name, line in _STEP.findall(err)]
    return f"{' < '.join(reversed(steps[-4:]))} {err.strip().splitlines()[-1][:200]}"


def _of_words(err: str) -> Iterator[str]:
    complaints = [line.removeprefix("Lỗi: ") for line in err.splitlines() if line.startswith("Lỗi: ")]
    if not complaints:
        yield "dừng mà không nói lỗi gì"
    for line in complaints:
        bare = _QUOTED.sub("", line)
        if english := _ENGLISH.search(bare):
            yield f"lời báo có tiếng Anh ({english[0]}): {line[:200]}"
        if not _VIETNAMESE.search(bare):
            yield f"lời báo không phải tiếng Việt: {line[:200]}"
        if not _PLACE.search(line):
            yield f"lời báo không nói chỗ nào: {line[:200]}"


def _of_folder(answer: Answer, before: Files, after: Files, folder: Path) -> Iterator[str]:
    new = {name: data for name, data in after.items() if before.get(name) != data}
    if lost := [name for name in before if name not in after]:
        yield f"mất tệp {lost}"
    if left := [name for name in new if _is_temporary(Path(name))]:
        yield f"để lại tệp tạm {left}"
    if answer.code not in _WENT_WELL and new:
        yield f"dừng với mã {answer.code} mà vẫn ghi {sorted(new)}"
    for name, data in _some_of_each_kind(new):
        try:
            _read_back(folder / name, data)
        except Exception as error:  # whatever a reader of what was written stumbles over
            yield f"tệp làm ra không đọc lại được: {name}: {type(error).__name__}: {str(error)[:200]}"


def _some_of_each_kind(new: Files) -> Iterator[tuple[str, bytes]]:
    for kind in (".docx", ".xlsx", ".yaml"):
        yield from islice(((name, data) for name, data in new.items() if name.endswith(kind)), _READ_BACK)


def _is_temporary(path: Path) -> bool:
    return path.name.startswith((".docgen-", "tmp")) and path.name != LISTING


def _read_back(path: Path, data: bytes) -> None:
    match path.suffix:
        case ".docx":
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                for name in (
                    "word/document.xml",
                    "word/comments.xml",
                    "[Content_Types].xml",
                    "_rels/.rels",
                    "docProps/custom.xml",
                ):
                    if name in package.namelist():
                        etree.fromstring(package.read(name))
        case ".xlsx":
            openpyxl.load_workbook(io.BytesIO(data))
        case ".yaml":
            if problems := load(path).problems:
                raise ValueError("; ".join(map(str, problems)))


def outcome(answer: Answer) -> str:
    """Return what kind of answer it is, without the words of the file itself: an input that gives a new kind is worth keeping."""
    kinds = sorted({re.sub(r"[\d“”]+|\S+\.(yaml|docx|xlsx)\S*", "", _QUOTED.sub("", line)) for line in answer.err.splitlines()})
    return "\n".join([str(answer.code), *sorted(set(_RULE.findall(answer.out))), *kinds])
