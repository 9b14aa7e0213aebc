"""`docgen baocao`: the summary report."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, outcome, progress
from docgen.cli.watching import data_files, lam_lai, watched


@click.command(cls=VietnameseCommand, short_help="Tạo báo cáo kết quả thực hiện (.docx, .pdf).")
@click.argument("file", metavar="TỆP", type=FILE)
@click.option("--ketqua", "results", metavar="TỆP", type=FILE, help="Tệp kết quả; mặc định: ketqua.yaml cạnh kế hoạch.")
@click.option("--ky", "period", metavar="KỲ", help="Kỳ báo cáo, ví dụ “6 tháng đầu năm 2023”; mặc định: cả năm của kế hoạch.")
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi báo cáo vào tệp này; mặc định: baocao.docx cạnh kế hoạch.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Tạo thêm PDF (cần LibreOffice).")
@click.option("--mau", "template", metavar="MẪU", type=FILE, help="Dùng tệp mẫu Word của cơ quan thay cho mẫu của docgen.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@click.option("--van-ghi", "despite_errors", is_flag=True, help="Vẫn ghi dù bản chính thức (có số, ngày) có lỗi thể thức.")
@lam_lai
@help_option
@click.pass_obj
def baocao(
    manner: Manner,
    file: Path,
    results: Path | None,
    period: str | None,
    out: Path | None,
    with_pdf: bool,
    template: Path | None,
    overwrite: bool,
    despite_errors: bool,
    watch: bool,
) -> None:
    """Tạo báo cáo kết quả thực hiện kế hoạch TỆP kehoach.yaml từ tệp kết quả ketqua.yaml.

    Ví dụ: docgen baocao data/asean-2023/kehoach.yaml --pdf
    """
    out, say = with_suffix(out, "-o"), progress(manner)

    def build() -> None:
        paper = docgen.make_report(file, results=results, period=period, template=template, say=say)
        saved = paper.save(out, pdf=with_pdf, overwrite=overwrite, despite_errors=despite_errors, say=say)
        outcome([*paper.warnings, *saved.warnings], saved.files)

    watched(build, data_files(file, template, results), watch=watch)
