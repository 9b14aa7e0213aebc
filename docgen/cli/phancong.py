"""`docgen phancong`: who does what."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, outcome, progress, tell, told


@click.command(cls=VietnameseCommand, short_help="Xem đơn vị nào làm việc gì; ghi thành Excel (.xlsx).")
@click.argument("file", metavar="TỆP", type=FILE)
@click.option(
    "--don-vi", "names", metavar="TÊN", multiple=True, help="Chỉ xem việc của đơn vị (hoặc nhóm) này; dùng được nhiều lần."
)
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi thêm bảng phân công của mọi đơn vị vào tệp .xlsx này.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def phancong(manner: Manner, file: Path, names: tuple[str, ...], out: Path | None, overwrite: bool) -> None:
    """Xem đơn vị nào chủ trì, phối hợp nhiệm vụ nào trong TỆP kehoach.yaml, và chữ nào chưa nhận ra đơn vị.

    Ví dụ: docgen phancong data/asean-2023/kehoach.yaml -o phan-cong.xlsx
    """
    out, say = with_suffix(out, "-o", ".xlsx"), progress(manner)
    work = docgen.assignments(file, units=names, say=say)
    saved = None if out is None else work.save(out, overwrite=overwrite, say=say)
    tell(work.text, nl=False)
    outcome([*work.warnings, *(saved.warnings if saved else ())], ())
    if saved:
        told(f"Đã ghi: {out}")
