"""The Word papers of a plan: `docgen kehoach`, `docgen congvan`, `docgen baocao`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

import docgen
from docgen.cli.options import DATA_FILE, FILE, OVERWRITE, UNITS, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, outcome, progress, shows_progress, tell
from docgen.cli.watching import data_files, lam_lai, watched

_PDF = click.option("--pdf", is_flag=True, help="Tạo thêm PDF (cần LibreOffice).")
_TEMPLATE = click.option(
    "--mau", "template", metavar="MẪU", type=FILE, help="Dùng tệp mẫu Word của cơ quan thay cho mẫu của docgen."
)
_DESPITE_ERRORS = click.option(
    "--van-ghi", "despite_errors", is_flag=True, help="Vẫn ghi dù bản chính thức (có số, ngày) có lỗi thể thức."
)


@click.command(cls=VietnameseCommand, short_help="Tạo kế hoạch kèm phụ lục (.docx, .pdf).")
@DATA_FILE
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi kế hoạch vào tệp này; mặc định: cạnh tệp dữ liệu.")
@_PDF
@_TEMPLATE
@OVERWRITE
@_DESPITE_ERRORS
@lam_lai
@help_option
@click.pass_obj
def kehoach(manner: Manner, /, file: Path, out: Path | None, template: Path | None, watch: bool, **saving: bool) -> None:
    """Tạo kế hoạch kèm phụ lục từ TỆP kehoach.yaml.

    Ví dụ: docgen kehoach data/asean-2023/kehoach.yaml --pdf
    """
    out, say = with_suffix(out, "-o"), progress(manner)

    def build() -> None:
        paper = docgen.make_plan(file, template=template, say=say)
        saved = paper.save(out, **saving, say=say)
        outcome([*paper.warnings, *saved.warnings], saved.files)

    watched(build, data_files(file, template), watch=watch)


@click.command(cls=VietnameseCommand, short_help="Tạo báo cáo kết quả thực hiện (.docx, .pdf).")
@DATA_FILE
@click.option("--ketqua", "results", metavar="TỆP", type=FILE, help="Tệp kết quả; mặc định: ketqua.yaml cạnh kế hoạch.")
@click.option("--ky", "period", metavar="KỲ", help="Kỳ báo cáo, ví dụ “6 tháng đầu năm 2023”; mặc định: cả năm của kế hoạch.")
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi báo cáo vào tệp này; mặc định: baocao.docx cạnh kế hoạch.")
@_PDF
@_TEMPLATE
@OVERWRITE
@_DESPITE_ERRORS
@lam_lai
@help_option
@click.pass_obj
def baocao(
    manner: Manner,
    /,
    file: Path,
    results: Path | None,
    period: str | None,
    out: Path | None,
    template: Path | None,
    watch: bool,
    **saving: bool,
) -> None:
    """Tạo báo cáo kết quả thực hiện kế hoạch TỆP kehoach.yaml từ tệp kết quả ketqua.yaml.

    Ví dụ: docgen baocao data/asean-2023/kehoach.yaml --pdf
    """
    out, say = with_suffix(out, "-o"), progress(manner)

    def build() -> None:
        paper = docgen.make_report(file, results=results, period=period, template=template, say=say)
        saved = paper.save(out, **saving, say=say)
        outcome([*paper.warnings, *saved.warnings], saved.files)

    watched(build, data_files(file, template, results), watch=watch)


@click.command(cls=VietnameseCommand, short_help="Tạo công văn giao việc cho từng đơn vị (.docx, .pdf).")
@DATA_FILE
@click.option("-o", "--ra", "folder", metavar="THƯ_MỤC", type=FILE, help="Ghi vào thư mục này; mặc định: cong-van, cạnh TỆP.")
@UNITS
@click.option("--xem", "only_show", is_flag=True, help="Chỉ liệt kê những công văn sẽ ghi, không ghi gì.")
@click.option("--pdf", is_flag=True, help="Tạo thêm PDF cho từng công văn (cần LibreOffice).")
@click.option("--gop", "merged", is_flag=True, help="Tạo thêm một PDF gộp mọi công văn để in (cần LibreOffice).")
@_TEMPLATE
@OVERWRITE
@_DESPITE_ERRORS
@lam_lai
@help_option
@click.pass_obj
def congvan(
    manner: Manner,
    /,
    file: Path,
    folder: Path | None,
    units: tuple[str, ...],
    only_show: bool,
    template: Path | None,
    watch: bool,
    **saving: bool,
) -> None:
    """Tạo công văn giao việc cho từng đơn vị có việc trong TỆP kehoach.yaml, và sổ đăng ký các công văn đó.

    Ví dụ: docgen congvan data/asean-2023/kehoach.yaml --xem
    """
    say = progress(manner)
    if only_show:
        letters = docgen.make_letters(file, units=units, template=template)
        outcome(letters.warnings, ())
        for due in letters.due:
            work = f"chủ trì {due.chu_tri}, phối hợp {due.phoi_hop}, trách nhiệm {due.trach_nhiem}"
            tell(f"{(folder or letters.folder) / due.name}: {due.don_vi} ({work})")
        return

    def build() -> None:
        letters = docgen.make_letters(file, units=units, template=template, say=say)
        with _bar() as tick:
            saved = letters.save(folder, **saving, say=say, tick=tick)
        outcome([*letters.warnings, *saved.warnings], saved.files, saved.summary)

    watched(build, data_files(file, template), watch=watch)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """Give a function that moves a progress bar, shown on a terminal alone."""
    if not shows_progress():
        yield lambda *_: None
        return
    with click.progressbar(length=1, label="Công văn", file=sys.stderr) as bar:

        def tick(done: int, count: int) -> None:
            bar.length = count
            bar.update(done - bar.pos)

        yield tick
