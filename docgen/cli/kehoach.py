"""`docgen kehoach`: the plan."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, outcome, progress
from docgen.cli.watching import data_files, lam_lai, watched


@click.command(cls=VietnameseCommand, short_help="Tạo kế hoạch kèm phụ lục (.docx, .pdf).")
@click.argument("file", metavar="TỆP", type=FILE)
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi kế hoạch vào tệp này; mặc định: cạnh tệp dữ liệu.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Tạo thêm PDF (cần LibreOffice).")
@click.option("--mau", "template", metavar="MẪU", type=FILE, help="Dùng tệp mẫu Word của cơ quan thay cho mẫu của docgen.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@click.option("--van-ghi", "despite_errors", is_flag=True, help="Vẫn ghi dù bản chính thức (có số, ngày) có lỗi thể thức.")
@lam_lai
@help_option
@click.pass_obj
def kehoach(
    manner: Manner,
    file: Path,
    out: Path | None,
    with_pdf: bool,
    template: Path | None,
    overwrite: bool,
    despite_errors: bool,
    watch: bool,
) -> None:
    """Tạo kế hoạch kèm phụ lục từ TỆP kehoach.yaml.

    Ví dụ: docgen kehoach data/asean-2023/kehoach.yaml --pdf
    """
    out, say = with_suffix(out, "-o"), progress(manner)

    def build() -> None:
        paper = docgen.make_plan(file, template=template, say=say)
        saved = paper.save(out, pdf=with_pdf, overwrite=overwrite, despite_errors=despite_errors, say=say)
        outcome([*paper.warnings, *saved.warnings], saved.files)

    watched(build, data_files(file, template), watch=watch)
