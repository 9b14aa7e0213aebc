"""Word papers to PDF and other papers to Word, through LibreOffice. The one door to outside programs."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from docgen.errors import Argument, FileError, Place
from docgen.files.refusals import reason
from docgen.files.workarea import Occupied, WorkArea

_PROGRAMS: Final = ("soffice", "libreoffice")
_USUAL_PLACES: Final = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_MOST_AT_ONCE: Final = 200  # papers; one run of LibreOffice 24 takes 246 names and passes over the others in silence
_AREA: Final = "docgen-pdf-"
_OF_A_RUN: Final = re.compile(rf"{_AREA}[0-9a-f]{{16}}")  # whatever else opens so is somebody's own
_PATIENCE: Final = 10  # seconds; one that clears the folder away before it is locked needs far less than one
_WORK: Final = "viec"
_SECONDS_TO_START: Final = 120
_SECONDS_FOR_EACH_MB: Final = 600
_TIMES_METRICS: Final = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes")
_TEMPORARY: Final = ("TMPDIR", "TEMP", "TMP")  # by which systems name the folder for files of a while
_EPOCH: Final = "946684800"  # 1 January 2000: docgen has no clock
FONT_WARNING: Final = (
    "máy này không có phông Times New Roman (hay phông cùng kích thước) đủ chữ Việt, nên PDF có thể xuống dòng và sang trang "
    "khác với Word; hãy cài Times New Roman hoặc fonts-liberation2"
)

_SAFE: Final = {"MacroSecurityLevel": "3", "DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true"}
_SETTINGS: Final = (  # a stranger's paper runs nothing and fetches nothing
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(
        f'<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
        f'<prop oor:name="{name}"><value>{value}</value></prop></item>\n'
        for name, value in _SAFE.items()
    )
    + "</oor:items>\n"
)
_PDF: Final = Argument("pdf")
_TO_PDF: Final = ("--convert-to", "pdf")
_TO_WORD: Final = ("--convert-to", "docx:MS Word 2007 XML")
_READERS: Final = {".pdf": ("--infilter=writer_pdf_import",), ".rtf": ("--infilter=Rich Text Format",)}
_NO_PDF: Final = "máy này chưa có LibreOffice nên chưa tạo được PDF"
_INSTALL_FOR_PDF: Final = "cài LibreOffice (libreoffice.org), hoặc bỏ {pdf}, mở tệp .docx bằng Word rồi lưu dạng PDF"
_NO_WORD: Final = "máy này chưa có LibreOffice nên chưa đọc được tệp {suffix}"
_INSTALL_FOR_WORD: Final = "cài LibreOffice (libreoffice.org), hoặc mở tệp bằng Word rồi lưu lại dạng .docx"
NOT_PRINTED: Final = "LibreOffice không tạo được PDF; mở tệp .docx bằng Word rồi lưu dạng PDF"
NO_ANSWER: Final = "LibreOffice không trả lời; đóng LibreOffice đang mở rồi chạy lại"
_NOT_MADE: Final = "LibreOffice không mở được tệp này; mở bằng Word (hay phần mềm đã tạo nó) rồi lưu lại dạng .docx"
_NO_ROOM: Final = "không ghi được vào thư mục tạm của máy ({reason}); dọn chỗ trống hoặc đặt biến TMPDIR (TEMP) sang thư mục khác"


def to_pdf(papers: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the PDF of each .docx under the same name; a run of LibreOffice serves many.

    Raises `FileError` where LibreOffice is missing, fails, or takes longer than it could need.
    """
    program = program_for_pdf()
    with no_room_told(), folder_for_a_while() as folder:
        return _printed(program, papers, folder)


def to_word(name: str, data: bytes, suffix: str) -> bytes:
    """Return the paper `data`, of the kind that `suffix` (".doc", ".odt", ".rtf", ".pdf") names, as a .docx.

    Of a PDF each line is a text box where it stands on the page. Raises `FileError`, about `name`, as `to_pdf` does.
    """
    place = Place(name)
    program = _program(place, _NO_WORD.format(suffix=suffix), _INSTALL_FOR_WORD)
    with no_room_told(place), folder_for_a_while() as folder:
        source = folder / f"0{suffix}"
        source.write_bytes(data)
        _convert(program, folder, [source], (*_READERS.get(suffix, ()), *_TO_WORD), place)
        if not (made := source.with_suffix(".docx")).exists():
            raise FileError.at(place, _NOT_MADE)
        return made.read_bytes()


def _printed(program: str, papers: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    sources = {name: folder / f"{index}.docx" for index, name in enumerate(papers)}
    for name, source in sources.items():
        source.write_bytes(papers[name])
    every = list(sources.values())
    for start in range(0, len(every), _MOST_AT_ONCE):
        _convert(program, folder, every[start : start + _MOST_AT_ONCE], _TO_PDF, _PDF)
    made = {name: source.with_suffix(".pdf") for name, source in sources.items()}
    if missing := [name for name, path in made.items() if not path.exists()]:
        raise FileError.at(missing[0], NOT_PRINTED)
    return {name: without_time(path.read_bytes()) for name, path in made.items()}


@contextmanager
def no_room_told(place: Place = _PDF) -> Iterator[None]:
    """Tell, about `place`, that the machine's folder for files of a while cannot be written to."""
    try:
        yield
    except OSError as error:
        raise FileError.at(place, _NO_ROOM.format(reason=reason(error))) from error


@contextmanager
def folder_for_a_while() -> Iterator[Path]:
    """Yield a folder of ours alone, in the machine's folder for such; those that runs left there which were killed go first."""
    place = Path(tempfile.gettempdir())
    for left in place.glob(f"{_AREA}*"):
        with suppress(OSError, Occupied):  # another run has it, or has just cleared it away
            if (
                _OF_A_RUN.fullmatch(left.name)
                and not left.is_symlink()
                and (os.name == "nt" or left.stat().st_uid == os.getuid())
            ):
                with WorkArea(left, certain=True):
                    shutil.rmtree(left / _WORK, ignore_errors=True)
    with WorkArea(place / f"{_AREA}{os.urandom(8).hex()}", private=True, patience=_PATIENCE) as area:
        folder = area.path / _WORK
        try:
            folder.mkdir()
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def font_warning() -> str | None:
    """Return a warning where no font that breaks lines as Times New Roman does can print Vietnamese; None where one can."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    listed = subprocess.run([program, ":lang=vi", "family"], capture_output=True, text=True, encoding="utf-8", check=False)
    return None if any(font in listed.stdout for font in _TIMES_METRICS) else FONT_WARNING


def program_for_pdf() -> str:
    """Return LibreOffice's program; raise `FileError`, about the wish for a PDF, where there is none."""
    return _program(_PDF, _NO_PDF, _INSTALL_FOR_PDF)


def _program(place: Place, missing: str, remedy: str) -> str:
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    for usual in _USUAL_PLACES:
        if Path(usual).exists():
            return usual
    raise FileError.at(place, missing, remedy)


def _convert(program: str, folder: Path, sources: Sequence[Path], how: Sequence[str], place: Place) -> None:
    options = (*how, "--outdir", str(folder))
    try:
        subprocess.run(
            [program, *options_of_a_run(folder), *options, *map(str, sources)],
            env=surroundings(folder),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience(sum(source.stat().st_size for source in sources)),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FileError.at(place, NO_ANSWER) from None
    except OSError as error:
        raise FileError.at(place, f"không chạy được LibreOffice ({reason(error)})") from error


def options_of_a_run(folder: Path) -> tuple[str, ...]:
    """Return what every LibreOffice of ours is started with: no window, and a profile of its own in `folder`."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    return f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"


def surroundings(folder: Path) -> dict[str, str]:
    """Return the variables for a LibreOffice: no clock, and its own files of a while in `folder`."""
    return {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH, "TZ": "UTC", **dict.fromkeys(_TEMPORARY, str(folder))}


def patience(size: int) -> float:
    """Return how many seconds LibreOffice may take over papers of so many bytes."""
    return _SECONDS_TO_START + size / 1_000_000 * _SECONDS_FOR_EACH_MB


def without_time(pdf: bytes) -> bytes:
    """Return `pdf` with its time of making taken out, and its identifier made from its content instead."""
    pdf = re.sub(rb"(/CreationDate\(D:)\d{14}[^)]*", rb"\g<1>20000101000000Z", pdf)
    pdf = re.sub(rb"(/DocChecksum /)[0-9A-F]{32}", rb"\g<1>" + b"0" * 32, pdf)
    identifier = re.compile(rb"(?<=[\[\s]<)[0-9A-F]{32}(?=>)")
    blank = identifier.sub(b"0" * 32, pdf)
    return identifier.sub(hashlib.sha256(blank).hexdigest()[:32].upper().encode(), blank)
