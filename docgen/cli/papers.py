"""The Word papers of a plan: `docgen kehoach`, `docgen congvan`, `docgen baocao`; `--lam-lai` does one again and again."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click

import docgen
from docgen.cli.options import DATA_FILE, FILE, NAMES, OVERWRITE, UNITS, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, complain, outcome, progress, remark, shows_progress, tell, told
from docgen.errors import DocgenError

_PAUSE: Final = 0.3  # seconds between two looks; a file is read once it has stayed the same for one of them
_OLD_NAME: Final = "--theo-doi"
_Look = dict[Path, tuple[int, int] | None]


def lam_lai(command: Any) -> Any:
    """Add `--lam-lai` to `command`, and the name that it had before, which is told and does the same."""
    old = click.option(_OLD_NAME, is_flag=True, hidden=True, expose_value=False, callback=_note_old_name)
    new = click.option("--lam-lai", "watch", is_flag=True, help="Làm lại mỗi khi lưu một tệp dữ liệu; bấm Ctrl+C để dừng.")
    return new(old(command))


def _note_old_name(context: click.Context, _: click.Parameter, is_given: bool) -> None:
    if is_given:
        context.meta[_OLD_NAME] = True


def watched(build: Callable[[], None], files: Callable[[], Iterable[Path]], *, watch: bool) -> None:
    """Do `build`; with `watch` do it again whenever one of `files`, asked for anew each time, is saved, made or deleted.

    While watching, what is wrong is told and does not end the watch.
    """
    if _OLD_NAME in click.get_current_context().meta:
        remark(f"{_OLD_NAME} nay tên là --lam-lai; tên cũ vẫn dùng được")
        watch = True
    if not watch:
        build()
        return
    while True:
        seen = _look(files())
        _attempt(build)
        told("… đang theo dõi; lưu tệp dữ liệu để làm lại, bấm Ctrl+C để dừng")
        try:
            _wait_for_change(files, seen)
        except KeyboardInterrupt:
            told("đã dừng theo dõi")
            return


def _attempt(build: Callable[[], None]) -> None:
    try:
        build()
    except DocgenError as error:
        complain(error.told(NAMES))


def _wait_for_change(files: Callable[[], Iterable[Path]], seen: _Look) -> None:
    before, now = seen, _look(files())
    while now == seen or now != before:
        time.sleep(_PAUSE)
        before, now = now, _look(files())


def _look(files: Iterable[Path]) -> _Look:
    return {path: _stamp(path) for path in files}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def data_files(data: Path, *others: Path | None) -> Callable[[], Iterable[Path]]:
    """Return what gives the files that a command reads for the plan at `data`: it, those it looks for, and `others`."""

    def found() -> Iterable[Path]:
        return [*docgen.data_files(data), *(path for path in others if path is not None)]

    return found


_PDF = click.option("--pdf", is_flag=True, help="Tạo thêm PDF (cần LibreOffice).")
_TEMPLATE = click.option(
    "--mau", "template", metavar="MẪU", type=FILE, help="Dùng tệp mẫu Word của cơ quan thay cho mẫu của docgen."
)
_DESPITE_ERRORS = click.option(
    "--van-ghi", "despite_errors", is_flag=True, help="Vẫn ghi dù bản chính thức (có số, ngày) có lỗi thể thức."
)


def _of_paper(command: Any) -> Any:
    """Add the options that every command here ends with."""
    for option in (click.pass_obj, help_option, lam_lai, _DESPITE_ERRORS, OVERWRITE, _TEMPLATE):
        command = option(command)
    return command


def _make(paper: "Callable[[], docgen.Paper]", out: Path | None, say: Callable[[str], None], **saving: bool) -> None:
    made = paper()
    saved = made.save(out, **saving, say=say)
    outcome([*made.warnings, *saved.warnings], saved.files)


@click.command(cls=VietnameseCommand, short_help="Tạo kế hoạch kèm phụ lục (.docx, .pdf).")
@DATA_FILE
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi kế hoạch vào tệp này; mặc định: cạnh tệp dữ liệu.")
@_PDF
@_of_paper
def kehoach(manner: Manner, /, file: Path, out: Path | None, template: Path | None, watch: bool, **saving: bool) -> None:
    """Tạo kế hoạch kèm phụ lục từ TỆP kehoach.yaml.

    Ví dụ: docgen kehoach data/asean-2023/kehoach.yaml --pdf
    """
    out, say = with_suffix(out, "-o"), progress(manner)

    def build() -> None:
        _make(lambda: docgen.make_plan(file, template=template, say=say), out, say, **saving)

    watched(build, data_files(file, template), watch=watch)


@click.command(cls=VietnameseCommand, short_help="Tạo báo cáo kết quả thực hiện (.docx, .pdf).")
@DATA_FILE
@click.option("--ketqua", "results", metavar="TỆP", type=FILE, help="Tệp kết quả; mặc định: ketqua.yaml cạnh kế hoạch.")
@click.option("--ky", "period", metavar="KỲ", help="Kỳ báo cáo, ví dụ “6 tháng đầu năm 2023”; mặc định: cả năm của kế hoạch.")
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi báo cáo vào tệp này; mặc định: baocao.docx cạnh kế hoạch.")
@_PDF
@_of_paper
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
        _make(lambda: docgen.make_report(file, results=results, period=period, template=template, say=say), out, say, **saving)

    watched(build, data_files(file, template, results), watch=watch)


@click.command(cls=VietnameseCommand, short_help="Tạo công văn giao việc cho từng đơn vị (.docx, .pdf).")
@DATA_FILE
@click.option("-o", "--ra", "folder", metavar="THƯ_MỤC", type=FILE, help="Ghi vào thư mục này; mặc định: cong-van, cạnh TỆP.")
@UNITS
@click.option("--xem", "only_show", is_flag=True, help="Chỉ liệt kê những công văn sẽ ghi, không ghi gì.")
@click.option("--pdf", is_flag=True, help="Tạo thêm PDF cho từng công văn (cần LibreOffice).")
@click.option("--gop", "merged", is_flag=True, help="Tạo thêm một PDF gộp mọi công văn để in (cần LibreOffice).")
@_of_paper
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
