"""`docgen nhap`: the table of tasks in an Excel sheet or a Word paper into the plan."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, outcome, progress, tell, told


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
    out = with_suffix(out, "-o", ".yaml")
    if append and replace:
        raise click.UsageError("--them và --ghi-de không dùng cùng lúc; chọn một")
    if (append or replace) and out is None:
        raise click.UsageError("--them, --ghi-de cần có -o; ghi tên kế hoạch sau -o")
    say, chosen = progress(manner), (*sheets, *numbers)
    taken = docgen.import_table(file, out=out, sheets=chosen, year=year, append=append, replace=replace, say=say)
    saved = None if out is None else taken.save(say=say)
    if saved is None:
        tell(taken.text, nl=False)
    outcome([*taken.warnings, *(saved.warnings if saved else ())], ())
    told(f"Đã nhập: {taken.summary}.")
    outcome((), saved.files if saved else ())
