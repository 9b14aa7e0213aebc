"""The command line: takes its streams as they are given, reads arguments, calls the command, prints, exits."""

import gc
import os
import sys
import traceback
import zipfile
from pathlib import Path
from time import struct_time
from typing import Any, Final

import click

from docgen import __version__, reason
from docgen.cli.anypaper import kiemtra, mau, quydinh, sua
from docgen.cli.options import FILE, NAMES, VietnameseCommand, VietnameseGroup, help_option, slip, usage_message
from docgen.cli.papers import baocao, congvan, kehoach
from docgen.cli.plans import chuyennam, khoitao, luocdo, nhap
from docgen.cli.tasks import phancong, thuthap, tonghop
from docgen.cli.voice import Manner, complain, tell, told
from docgen.errors import NOWHERE, DocgenError, ExitCode, FileError, with_names

COLLECT_EVERY: Final = 1_000_000  # objects: a command ends before it leaves much, and looking for it took a tenth of its time
_SOONER: Final = {"mo": 700, **dict.fromkeys(("thuthap", "tonghop"), 100_000)}  # that stay, or go through many files
_FIRST_DAY: Final = struct_time((1980, 1, 1, 0, 0, 0, 1, 1, 0))
_VERBOSE = ("-v", "--chi-tiet")  # these two are taken wherever they stand
_QUIET = ("-q", "--im-lang")
_FOR_THE_PAGE = ("starlette", "uvicorn", "python_multipart", "multipart", "jinja2", "anyio", "markdown_it", "pypdfium2")
_MISSING = "máy này chưa cài phần mở trang ({name})"
_INSTALL = "cài bằng lệnh: pip install docgen[mo]"
_OPEN = "Trang đang mở trong trình duyệt; để cửa sổ này yên, đóng trang bằng nút “Đóng docgen” (hoặc bấm Ctrl+C ở đây)."


def open_missing() -> None:
    """Put nothing in the place of each stream that is closed, so that no file of data gets its number and hears what is said."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # open to the end


def let_go() -> None:
    """Drop what could not be said, so that the system does not try again when the program ends, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _silence(stream)


def _silence(stream: Any) -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


class _Stopped:
    """Stands in the place of the module `time` for whoever asks only which time a file in a zip is to bear."""

    @staticmethod
    def time() -> float:
        return 0.0

    @staticmethod
    def localtime(_: float | None = None) -> struct_time:
        return _FIRST_DAY


def stop_clock() -> None:
    """Let no zip that the libraries for Word and Excel write ask the clock, whose years a zip may not hold: docgen has none."""
    place: Any = zipfile
    place.time = _Stopped


@click.group(cls=VietnameseGroup, context_settings={"max_content_width": 110})
@click.version_option(__version__, message="docgen %(version)s", help="Xem số phiên bản.")
@click.option(*_VERBOSE, "verbose", is_flag=True, help="Nói từng bước; khi có lỗi của docgen thì in cả dấu vết lỗi.")
@click.option(*_QUIET, "quiet", is_flag=True, help="Không nói gì ngoài lỗi; tên tệp làm ra vẫn được in.")
@help_option
@click.pass_context
def docgen(context: click.Context, verbose: bool, quiet: bool) -> None:
    """Soạn và kiểm tra văn bản hành chính theo Nghị định 30/2020/NĐ-CP."""
    context.obj = Manner(verbose, quiet)


@click.command(cls=VietnameseCommand, short_help="Mở trang làm việc trong trình duyệt, không cần gõ lệnh hay sửa tệp.")
@click.argument("folder", metavar="[THƯ_MỤC]", type=FILE, required=False)
@click.option("--khong-trinh-duyet", "quietly", is_flag=True, help="Không tự mở trình duyệt; chỉ in địa chỉ (dùng được một lần).")
@help_option
@click.pass_obj
def mo(manner: Manner, /, folder: Path | None, *, quietly: bool) -> None:
    """Mở trang làm việc của thư mục một cơ quan; không ghi THƯ_MỤC thì lập mới hoặc chọn trong trang.

    Trang chỉ mở được từ máy này. Mở lần nữa cùng thư mục thì hiện lại trang đang mở.

    Ví dụ: docgen mo ke-hoach
    """
    try:
        from docgen.web.serving import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _FOR_THE_PAGE:
            raise
        raise FileError.at(NOWHERE, _MISSING.format(name=error.name), _INSTALL) from None

    def say(address: str) -> None:
        tell(address) if quietly else told(_OPEN)

    serve(folder, browser=not quietly, say=say, verbose=manner.verbose)


_COMMANDS = (
    khoitao, nhap, kehoach, phancong, congvan, thuthap, tonghop, baocao, chuyennam, kiemtra, sua, mau, quydinh, luocdo, mo,
)  # fmt: skip
for _command in _COMMANDS:
    docgen.add_command(_command)


def main() -> None:
    """Run the command and exit with the code that DESIGN promises."""
    gc.set_threshold(next((count for command, count in _SOONER.items() if command in sys.argv), COLLECT_EVERY))
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # or each start looks for what other programs watch data with
    open_missing()
    try:
        code = run(sys.argv[1:])
    except OSError:  # not even the complaint could be said
        code = ExitCode.FILES
    let_go()
    gc.freeze()  # the system takes all back at once; nothing need be gone through for it
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run the command with `arguments` and return its exit code."""
    _speak_utf8()
    stop_clock()
    verbose = any(argument in _VERBOSE for argument in arguments)
    manner = [words[0] for words in (_VERBOSE, _QUIET) if any(word in arguments for word in words)]
    words = [argument for argument in arguments if argument not in (*_VERBOSE, *_QUIET)]
    if said := slip(words, docgen.commands):
        return _fail(said if said.endswith("--help") else f"{said}; xem: {_command_in(words)} --help", ExitCode.USAGE)
    try:
        code = docgen.main([*manner, *words], prog_name="docgen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.USAGE
    except click.UsageError as error:
        return _fail(usage_message(error, _command_in(words)), ExitCode.USAGE)
    except click.Abort:
        return _fail("đã dừng theo yêu cầu; chưa ghi gì", ExitCode.USAGE)
    except DocgenError as error:
        return _fail(error.told(NAMES), error.exit_code, with_names(error.remedy, NAMES))
    except OSError as error:
        place = f"{error.filename}: " if isinstance(error.filename, str) else ""
        return _fail(f"{place}không đọc hoặc ghi được ({reason(error)}); xem lại ổ đĩa và chỗ nhận kết quả", ExitCode.FILES)
    except UnicodeEncodeError:  # no text of docgen's own holds what no encoding knows
        return _fail("tên tệp hoặc thư mục có ký tự hỏng (không phải UTF-8); đổi tên rồi chạy lại", ExitCode.FILES)
    except SystemExit:  # click's answer where the one who reads, as `| head`, has gone
        return ExitCode.FILES
    except Exception as error:
        if verbose:
            traceback.print_exc()
        return _fail(
            f"docgen gặp lỗi của chính nó ({type(error).__name__}: {error}); chạy lại với -v rồi gửi cho người phát triển",
            ExitCode.INTERNAL,
        )
    return code or ExitCode.DONE


def _command_in(words: list[str]) -> str:
    return next((f"docgen {word}" for word in words if word in docgen.commands), "docgen")


def _fail(message: str, code: ExitCode, advice: str = "") -> int:
    complain(message)
    count = len(message.splitlines())
    if count > 1 or advice:
        click.echo(f"Có {count} lỗi; chưa ghi tệp nào{'; ' if advice else ''}{advice}.", err=True)
    return code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(
                errors="replace" if stream.isatty() else "backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"})
            )
