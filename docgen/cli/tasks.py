"""Who does what, and what came of it: `docgen phancong`, `docgen thuthap`, `docgen tonghop`."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import DATA_FILE, FILE, OVERWRITE, UNITS, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, outcome, progress, tell, told


@click.command(cls=VietnameseCommand, short_help="Xem đơn vị nào làm việc gì; ghi thành Excel (.xlsx).")
@DATA_FILE
@click.option(
    "--don-vi", "names", metavar="TÊN", multiple=True, help="Chỉ xem việc của đơn vị (hoặc nhóm) này; dùng được nhiều lần."
)
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi thêm bảng phân công của mọi đơn vị vào tệp .xlsx này.")
@OVERWRITE
@help_option
@click.pass_obj
def phancong(manner: Manner, file: Path, names: tuple[str, ...], out: Path | None, overwrite: bool) -> None:
    """Xem đơn vị nào chủ trì, phối hợp nhiệm vụ nào trong TỆP kehoach.yaml, và chữ nào chưa nhận ra đơn vị.

    Ví dụ: docgen phancong data/asean-2023/kehoach.yaml -o phan-cong.xlsx
    """
    out, say = with_suffix(out, "-o", ".xlsx"), progress(manner)
    work = docgen.assignments(file, units=names, say=say)
    saved = None if out is None else work.save(out, overwrite=overwrite, say=say)
    for piece in work.pieces():
        tell(piece, nl=False)
    outcome([*work.warnings, *(saved.warnings if saved else ())], ())
    if saved:
        told(f"Đã ghi: {out}")


@click.command(cls=VietnameseCommand, short_help="Tạo biểu mẫu Excel để từng đơn vị báo cáo kết quả (.xlsx).")
@DATA_FILE
@click.option("-o", "--ra", "folder", metavar="THƯ_MỤC", type=FILE, help="Ghi vào thư mục này; mặc định: bieu-mau-…, cạnh TỆP.")
@click.option("--ky", "period", metavar="KỲ", help="Kỳ báo cáo, ví dụ “quý III năm 2023”; mặc định: cả năm của kế hoạch.")
@UNITS
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


@click.command(cls=VietnameseCommand, short_help="Tổng hợp biểu mẫu đã điền (.xlsx) vào ketqua.yaml.")
@DATA_FILE
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
