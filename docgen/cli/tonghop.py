"""`docgen tonghop`: the filled forms into the file of results."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option
from docgen.cli.voice import Manner, outcome, progress


@click.command(cls=VietnameseCommand, short_help="Tổng hợp biểu mẫu đã điền (.xlsx) vào ketqua.yaml.")
@click.argument("file", metavar="TỆP", type=FILE)
@click.argument("forms", metavar="BIỂU_MẪU...", type=FILE, nargs=-1, required=True)
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi vào tệp này; mặc định: ketqua.yaml, cạnh TỆP.")
@click.option("--ky", "period", metavar="KỲ", help='Chỉ lấy biểu mẫu của kỳ này, ví dụ "quý III".')
@click.option("--van-ghi", "despite_errors", is_flag=True, help="Vẫn ghi những gì chắc chắn, bỏ lại những chỗ báo lỗi.")
@help_option
@click.pass_obj
def tonghop(
    manner: Manner, file: Path, forms: tuple[Path, ...], out: Path | None, period: str | None, despite_errors: bool
) -> None:
    """Tổng hợp các BIỂU_MẪU đã điền (tệp, thư mục, tên có dấu *) của kế hoạch TỆP kehoach.yaml vào ketqua.yaml.

    Ví dụ: docgen tonghop data/asean-2023/kehoach.yaml data/asean-2023/bieu-mau-nam-2023
    """
    say = progress(manner)
    results = docgen.gather(file, forms, out=out, period=period, say=say)
    saved = results.save(despite_errors=despite_errors, say=say)
    outcome([*results.warnings, *saved.warnings], saved.files, saved.summary)
