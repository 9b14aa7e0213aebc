"""What all commands share: options, what the API's arguments are called here, help and complaints in Vietnamese."""

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import click

FILE = click.Path(path_type=Path, readable=False)  # what cannot be read is told where it is read, in Vietnamese
DATA_FILE = click.argument("file", metavar="TỆP", type=FILE)
UNITS = click.option(
    "--don-vi", "units", metavar="TÊN", multiple=True, help="Chỉ làm cho đơn vị (hoặc nhóm) này; ghi được nhiều lần."
)
OVERWRITE = click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
NAMES: Final[Mapping[str, str]] = {
    "append": "--them", "despite_errors": "--van-ghi", "merged": "--gop", "only_show": "--thu",
    "out": "-o", "overwrite": "--ghi-de", "pdf": "--pdf", "period": "--ky", "replace": "--ghi-de", "results": "--ketqua",
    "review": "-o", "skip": "--bo-qua", "sheets": "--trang", "target": "--vao", "units": "--don-vi", "year": "--nam",
    "ten": "--ten", "viet_tat": "--viet-tat", "co_quan_chu_quan": "--chu-quan", "dia_danh": "--dia-danh",
    "chuc_vu": "--chuc-vu", "quyen_han": "--quyen-han", "ho_ten": "--ho-ten", "nam": "--nam",
    "start_office": "docgen khoitao", "assignments": "docgen phancong", "check": "docgen kiemtra",
    "make_letters": "docgen congvan", "make_report": "docgen baocao",
    "gather": "docgen tonghop", "roll_over": "docgen chuyennam", "schemas": "docgen luocdo",
}  # fmt: skip


def with_suffix(out: Path | None, option: str, suffix: str = ".docx") -> Path | None:
    """Return the file that is to be written; raise where `option` names one that does not end so."""
    if out is not None and out.suffix.lower() != suffix:
        raise click.BadParameter(f"“{out}” phải có đuôi {suffix}", param_hint=option)
    return out


class VietnameseCommand(click.Command):
    """A command whose help page is Vietnamese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = (
            " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[TÙY CHỌN]").replace("COMMAND [ARGS]...", "LỆNH …")
        )
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        records = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section("Tùy chọn"):
            formatter.write_dl([record for record in records if record is not None])


class VietnameseGroup(VietnameseCommand, click.Group):
    """A group of commands whose help page is Vietnamese."""

    command_class = VietnameseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in commands if command])


def help_option(command: Any) -> Any:
    """Add `--help` with its Vietnamese word to `command`."""
    return click.help_option("-h", "--help", help="Xem hướng dẫn này.")(command)


_COMMANDS: Final = {"yaml": "kehoach", "yml": "kehoach", "docx": "kiemtra"}  # what a file of this ending is for
_HELP: Final = frozenset(("help", "h", "?", "huongdan", "trogiup", "giupdo"))
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d"  # what Word makes of a hyphen
_CLOSE: Final = 0.8  # "kehoac" is "kehoach", "nhapp" is "nhap"; "thu" is no "thuthap"


def slip(words: Sequence[str], commands: Mapping[str, click.Command]) -> str | None:
    """Return what is wrong with the `words` of a command line where click would say something else, or nothing of use."""
    if not words:
        return None
    command = commands.get(words[0])
    if _asks_for_help(words[0]) or _asks_for_help("".join(words[:2])):
        of = next((word for word in words[1:] if word in commands), "")
        return f"hướng dẫn xem bằng: docgen {f'{of} ' if of else ''}--help"
    if command is None:
        return _unknown_command(words, commands)
    if len(words) == 2 and _asks_for_help(words[1]):
        return f"hướng dẫn xem bằng: docgen {words[0]} --help"
    known = {_plain(name): name for param in command.params for name in param.opts if name.startswith("--")}
    for word in words[1:]:
        meant = known.get(_plain(word))
        if word[:1] in tuple(_HYPHENS) and meant not in (None, word.partition("=")[0]) and not Path(word).exists():
            why = "gạch này không phải gạch nối (-) gõ từ bàn phím; " if not word.startswith("-") else ""
            return f"không có tùy chọn {word}; {why}có phải {meant}?"
    return None


def _asks_for_help(word: str) -> bool:
    return word not in ("-h", "--help") and _plain(word) in _HELP and not Path(word).exists()


def _unknown_command(words: Sequence[str], commands: Mapping[str, click.Command]) -> str | None:
    """Return which command was probably meant, None where no word of it looks like a command, or it is an option."""
    name = words[0]
    if name.startswith("-") or _plain(name.rpartition(".")[2]) in _COMMANDS:
        return None
    for count in (1, 2):  # "kế hoạch" typed as two words
        meant = difflib.get_close_matches(_plain("".join(words[:count])), list(commands), n=1, cutoff=_CLOSE)
        if meant and len(words) >= count:
            return f"không có lệnh “{' '.join(words[:count])}”; có phải: {' '.join(['docgen', meant[0], *words[count:]])}?"
    return None


def _plain(word: str) -> str:
    """Return the small letters and digits of `word` without marks: "--Ghi-đè" is "ghide"."""
    letters = unicodedata.normalize("NFD", word.partition("=")[0].casefold().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum() or letter == "?")


def usage_message(error: click.UsageError, command: str) -> str:
    """Return in Vietnamese what is wrong with the command line, and where to look: the help of `command`."""
    path = error.ctx.command_path if error.ctx else command
    return f"{_what(error)}; xem: {path} --help"


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"không có tùy chọn {error.option_name}{_suggested(error.possibilities)}"
        case click.BadOptionUsage():
            return f"tùy chọn {error.option_name} thiếu giá trị hoặc dùng chưa đúng"
        case click.MissingParameter():
            return f"thiếu {_parameter(error)}"
        case click.BadParameter(param=click.Option(type=click.Choice(choices=choices))):
            return f"{_parameter(error)} không dùng được: {_other_word(error.message, [str(choice) for choice in choices])}"
        case click.BadParameter(param=click.Parameter(type=click.IntRange(min=least, max=most))):
            return f"{_parameter(error)} không dùng được: phải là một số từ {least} đến {most}"
        case click.BadParameter():
            return f"{_parameter(error)} không dùng được: {error.message}"
    if unknown := re.search(r"No such command '(.*?)'", error.message):
        name = unknown.group(1)
        command = _COMMANDS.get(name.lower().rpartition(".")[2])
        return f"thiếu tên lệnh; có phải: docgen {command} {name}?" if command else f"không có lệnh “{name}”"
    if extra := re.search(r"unexpected extra arguments? \((.*)\)", error.message):
        return f"thừa “{extra.group(1)}” sau tên tệp; tên có dấu cách thì đặt trong dấu nháy kép"
    return error.message


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return f"tùy chọn {error.param_hint}"
    if isinstance(error.param, click.Option):
        return f"tùy chọn {error.param.opts[0]}"
    name = error.param.make_metavar(error.ctx) if error.ctx else error.param.name
    return f"tên tệp ({name})" if isinstance(error.param.type, click.Path) else str(name)


def _other_word(message: str, words: Sequence[str]) -> str:
    """Return in Vietnamese what `message` says: that a word is none of `words`."""
    written = message[1:].partition("' is not one of ")[0]
    close = difflib.get_close_matches(written, words, n=1)
    return f"không có “{written}”" + (_suggested(close) if close else f"; chọn một trong: {', '.join(words)}")


def _suggested(possibilities: Sequence[str] | None) -> str:
    return f"; có phải {' hoặc '.join(possibilities)}?" if possibilities else ""
