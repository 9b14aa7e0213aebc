"""`docgen congvan`: a letter to each unit."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option
from docgen.cli.voice import Manner, outcome, progress, shows_progress, tell
from docgen.cli.watching import data_files, lam_lai, watched


@click.command(cls=VietnameseCommand, short_help="Tạo công văn giao việc cho từng đơn vị (.docx, .pdf).")
@click.argument("file", metavar="TỆP", type=FILE)
@click.option("-o", "--ra", "folder", metavar="THƯ_MỤC", type=FILE, help="Ghi vào thư mục này; mặc định: cong-van, cạnh TỆP.")
@click.option("--don-vi", "units", metavar="TÊN", multiple=True, help="Chỉ làm cho đơn vị (hoặc nhóm) này; ghi được nhiều lần.")
@click.option("--xem", "only_show", is_flag=True, help="Chỉ liệt kê những công văn sẽ ghi, không ghi gì.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Tạo thêm PDF cho từng công văn (cần LibreOffice).")
@click.option("--gop", "merged", is_flag=True, help="Tạo thêm một PDF gộp mọi công văn để in (cần LibreOffice).")
@click.option("--mau", "template", metavar="MẪU", type=FILE, help="Dùng tệp mẫu Word của cơ quan thay cho mẫu của docgen.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@click.option("--van-ghi", "despite_errors", is_flag=True, help="Vẫn ghi dù bản chính thức (có số, ngày) có lỗi thể thức.")
@lam_lai
@help_option
@click.pass_obj
def congvan(
    manner: Manner,
    file: Path,
    folder: Path | None,
    units: tuple[str, ...],
    only_show: bool,
    with_pdf: bool,
    merged: bool,
    template: Path | None,
    overwrite: bool,
    despite_errors: bool,
    watch: bool,
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
            saved = letters.save(
                folder, pdf=with_pdf, merged=merged, overwrite=overwrite, despite_errors=despite_errors, say=say, tick=tick
            )
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
