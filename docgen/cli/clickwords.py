"""Click's own words in Vietnamese: headings of the help, and what is wrong with a command line."""

import difflib
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final, TextIO, TypeVar

import click

_COMMANDS: Final = {"yaml": "kehoach", "yml": "kehoach", "docx": "kiemtra"}  # what a file of this ending is for
_TONES: Final[dict[str, dict[str, Any]]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "passed": {"fg": "green", "bold": True},
    "strong": {"bold": True},
}
_COMMANDS_A_TERMINAL: Final = re.compile(  # save the colours of `painted`
    "\033(?!\\[(?:0|1|3[1-6])m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
_Item = TypeVar("_Item")


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


def painted(text: str, tone: str) -> str:
    """Return `text` in the colours of its tone, for a terminal."""
    return click.style(text, **_TONES[tone])


def in_colour(stream: TextIO) -> bool:
    """Return whether colours may be used on `stream`: on a terminal, unless NO_COLOR forbids them (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def gathered(items: Iterable[_Item], count: int) -> list[_Item]:
    """Return the `count` items when the last one is ready, a bar on stderr meanwhile."""
    with click.progressbar(items, length=count, file=sys.stderr, label="Đang kiểm tra", show_pos=True, show_eta=False) as bar:
        return list(bar)


def help_option(command: Any) -> Any:
    """Add `--help` with its Vietnamese word to `command`."""
    return click.help_option("-h", "--help", help="Xem hướng dẫn này.")(command)


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


def complaint(message: object, *, in_colour: bool = False) -> str:
    """Return each line of `message` as an error is told; nothing where there is none."""
    opening = painted("Lỗi:", "error") if in_colour else "Lỗi:"
    return "".join(f"{opening} {shown(line)}\n" for line in str(message or "").splitlines())


def shown(text: str) -> str:
    r"""Return `text` with each character that would command a terminal, or turn the order of letters, spelled as `\u001b`."""
    return _COMMANDS_A_TERMINAL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def tell(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Say `text`: for a person as it can be shown without harm, for a program that reads the output as it is."""
    click.echo(shown(text) if err or sys.stdout.isatty() else text, err=err, nl=nl)
