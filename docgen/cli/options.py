"""What all commands share: a help page in Vietnamese, what several ask for, what the API's arguments are called here."""

from collections.abc import Mapping
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
