"""`docgen luocdo`: JSON Schema of the files of data, for an editor."""

from pathlib import Path

import click

import docgen
from docgen.cli.clickwords import VietnameseCommand, help_option
from docgen.cli.options import FILE
from docgen.cli.voice import Manner, outcome, progress


@click.command(cls=VietnameseCommand, short_help="Tạo lược đồ để VS Code gợi ý và giải thích các mục (.json).")
@click.argument("name", metavar="[TÊN]", required=False)
@click.option("-o", "--ra", "folder", metavar="THƯ_MỤC", type=FILE, help="Ghi mọi lược đồ vào thư mục này.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def luocdo(manner: Manner, name: str | None, folder: Path | None, overwrite: bool) -> None:
    """In lược đồ (JSON Schema) của loại tệp TÊN, hoặc ghi mọi lược đồ vào một thư mục; không ghi gì thì liệt kê.

    Trong VS Code, phần mở rộng YAML đọc lược đồ để gợi ý tên mục, giải thích từng mục và gạch chân chỗ sai.

    Ví dụ: docgen luocdo -o .docgen
    """
    say = progress(manner)
    schemas = docgen.schemas(say=say)
    if name is not None and name not in schemas.texts:
        raise click.UsageError(f"không có lược đồ “{name}”; chọn một trong: {', '.join(schemas.texts)}")
    if name is not None and folder is not None:
        raise click.UsageError("ghi TÊN thì in ra màn hình, ghi -o thì ghi mọi lược đồ; chỉ chọn một")
    if folder is not None:
        saved = schemas.save(folder, overwrite=overwrite, say=say)
        outcome(saved.warnings, saved.files)
    elif name is not None:
        click.echo(schemas.texts[name], nl=False)
    else:
        for each, purpose in schemas.purposes.items():
            click.echo(f"{each}: {purpose}")
