"""`docgen phancong`: who does what."""

from pathlib import Path

import click

from docgen.cli.clickwords import VietnameseCommand, help_option, tell
from docgen.cli.options import FILE, with_suffix
from docgen.cli.voice import Manner, progress, remark, told


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
    from docgen.workflows.phancong import phancong as show

    out = with_suffix(out, "-o", ".xlsx")
    shown = show(file, progress(manner), names=names, out=out, overwrite=overwrite)
    tell(shown.text, nl=False)
    for each in shown.remarks:
        remark(each)
    for path in shown.files:
        told(f"Đã ghi: {path}")
