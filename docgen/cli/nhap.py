"""`docgen nhap`: the table of tasks in an Excel sheet or a Word paper into the plan."""

from pathlib import Path

import click

from docgen.cli.clickwords import VietnameseCommand, help_option, tell
from docgen.cli.options import FILE, with_suffix
from docgen.cli.voice import Manner, progress, remark, told


@click.command(cls=VietnameseCommand, short_help="Nhập bảng nhiệm vụ từ Excel (.xlsx), Word (.docx) vào kehoach.yaml.")
@click.argument("file", metavar="TỆP", type=FILE)
@click.option(
    "-o", "--ra", "out", metavar="TỆP", type=FILE, help="Đưa vào kế hoạch này (.yaml), chưa có thì lập mới; mặc định: in ra."
)
@click.option("--trang", "sheets", metavar="TÊN", multiple=True, help="Chỉ lấy trang tính có tên này; dùng được nhiều lần.")
@click.option("--bang", "numbers", metavar="SỐ", multiple=True, help="Chỉ lấy bảng thứ mấy trong tệp Word; dùng được nhiều lần.")
@click.option("--nam", "year", metavar="NĂM", type=click.IntRange(1945, 2100), help="Năm của kế hoạch lập mới.")
@click.option("--them", "append", is_flag=True, help="Kế hoạch đã có nhiệm vụ: thêm phụ lục vào sau.")
@click.option("--ghi-de", "replace", is_flag=True, help="Kế hoạch đã có nhiệm vụ: thay hết phụ lục; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def nhap(
    manner: Manner,
    file: Path,
    out: Path | None,
    sheets: tuple[str, ...],
    numbers: tuple[str, ...],
    year: int | None,
    append: bool,
    replace: bool,
) -> None:
    """Nhập bảng nhiệm vụ trong TỆP Excel hoặc Word vào phụ lục của kehoach.yaml, khỏi phải gõ lại.

    Ví dụ: docgen nhap "phụ lục 2024.xlsx" -o kehoach.yaml
    """
    from docgen.workflows.nhap import ImportOrder
    from docgen.workflows.nhap import nhap as take
    from docgen.workflows.planfile import Mode

    out = with_suffix(out, "-o", ".yaml")
    if append and replace:
        raise click.UsageError("--them và --ghi-de không dùng cùng lúc; chọn một")
    if (append or replace) and out is None:
        raise click.UsageError("--them, --ghi-de cần có -o; ghi tên kế hoạch sau -o")
    mode = Mode.APPEND if append else Mode.REPLACE if replace else Mode.REFUSE
    taken = take(ImportOrder(file, out, (*sheets, *numbers), year, mode), progress(manner))
    tell(taken.text, nl=False)
    for warning in taken.made.warnings:
        remark(warning)
    told(f"Đã nhập: {taken.made.summary}.")
    for path in taken.made.files:
        tell(str(path))
