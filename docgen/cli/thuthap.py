"""`docgen thuthap`: the forms on which units report their results."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option
from docgen.cli.voice import Manner, outcome, progress


@click.command(cls=VietnameseCommand, short_help="Tạo biểu mẫu Excel để từng đơn vị báo cáo kết quả (.xlsx).")
@click.argument("file", metavar="TỆP", type=FILE)
@click.option("-o", "--ra", "folder", metavar="THƯ_MỤC", type=FILE, help="Ghi vào thư mục này; mặc định: bieu-mau-…, cạnh TỆP.")
@click.option("--ky", "period", metavar="KỲ", help="Kỳ báo cáo, ví dụ “quý III năm 2023”; mặc định: cả năm của kế hoạch.")
@click.option("--don-vi", "units", metavar="TÊN", multiple=True, help="Chỉ làm cho đơn vị (hoặc nhóm) này; ghi được nhiều lần.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã điền hoặc sửa tay; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def thuthap(manner: Manner, file: Path, folder: Path | None, period: str | None, units: tuple[str, ...], overwrite: bool) -> None:
    """Tạo biểu mẫu Excel cho từng đơn vị có việc trong TỆP kehoach.yaml, và danh mục các biểu mẫu đó.

    Ví dụ: docgen thuthap data/asean-2023/kehoach.yaml
    """
    say = progress(manner)
    forms = docgen.make_forms(file, period=period, units=units, say=say)
    saved = forms.save(folder, overwrite=overwrite, say=say)
    outcome([*forms.warnings, *saved.warnings], saved.files, saved.summary)
