"""`docgen kiemtra`: any paper against the decree; `docgen quydinh`: the rules that it is held to."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, NAMES, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import complaint, gathered, in_colour, outcome, painted, shows_progress, tell, told
from docgen.errors import DataError, ExitCode, FileError

LEVELS = ("loi", "canh-bao", "luu-y")
_FORMS = ("nguoi", "dong", "json", "html")


@click.command(cls=VietnameseCommand, short_help="Kiểm tra thể thức của tệp Word bất kỳ.")
@click.argument("files", metavar="TỆP...", type=FILE, nargs=-1, required=True)
@click.option("-o", "--ghi-chu", "copy", metavar="TỆP", type=FILE, help="Ghi thêm bản sao có ghi chú (comment) ở từng chỗ.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả bản sao đã sửa tay; bản cũ được giữ thành .bak.")
@click.option("--muc", "level", type=click.Choice(LEVELS), default="loi", help="Từ mức này là chưa đạt; mặc định: loi.")
@click.option("--bo-qua", "skip", metavar="MÃ", multiple=True, help="Bỏ qua quy định này, ví dụ H04 hoặc H04,B09.")
@click.option(
    "--dang", "form", type=click.Choice(_FORMS), default="nguoi", help="Cho người đọc, mỗi ý một dòng, JSON, hay một trang HTML."
)
@click.option("--thanh-phan", "components", is_flag=True, help="Kể cả mỗi thành phần của văn bản được đọc từ những chữ nào.")
@help_option
def kiemtra(
    files: tuple[Path, ...], copy: Path | None, overwrite: bool, level: str, skip: tuple[str, ...], form: str, components: bool
) -> int:
    """Kiểm tra từng TỆP .docx, hoặc mọi tệp trong thư mục TỆP, theo Nghị định 30/2020/NĐ-CP.

    Ví dụ: docgen kiemtra data/asean-2023/kehoach.docx
    """
    paint = painted if in_colour(sys.stdout) else None
    ids = [rule_id for each in skip for rule_id in each.replace(",", " ").split()]
    try:
        checked = docgen.check_files(files, skip=ids, level=level, form=form, paint=paint, components=components)
    except DataError as error:
        raise click.BadParameter(error.problems[0].message, param_hint="--bo-qua") from None
    annotated = _annotated(checked.papers, copy)
    code = ExitCode.DONE
    for each in gathered(checked, len(checked)) if _shows_bar(checked.papers) else checked:
        tell(each.report, nl=False)
        click.echo(complaint(each.error, in_colour=in_colour(sys.stderr)), err=True, nl=False)
        code = max(code, each.exit_code)
    if annotated and copy and code is not ExitCode.FILES:
        outcome(docgen.annotate(annotated, skip=ids).save(copy, overwrite=overwrite).warnings, ())
        told(f"Đã ghi bản có ghi chú: {copy}")
    return code


def _annotated(papers: Sequence[Path | FileError], copy: Path | None) -> Path | None:
    """Return the one paper whose copy is to bear comments, None where no copy is wanted or the paper cannot be read."""
    if with_suffix(copy, "--ghi-chu") is None or copy is None:
        return None
    if len(papers) != 1:
        raise click.BadParameter("mỗi lần chỉ ghi chú được một tệp", param_hint="--ghi-chu")
    paper = papers[0]
    if isinstance(paper, Path) and copy.exists() and paper.exists() and copy.samefile(paper):
        raise click.BadParameter("bản có ghi chú phải mang tên khác tệp được kiểm tra", param_hint="--ghi-chu")
    return paper if isinstance(paper, Path) else None


def _shows_bar(papers: Sequence[Path | FileError]) -> bool:
    return len(papers) > 1 and shows_progress()


@click.command(cls=VietnameseCommand, short_help="Xem các quy định mà kiemtra áp dụng.")
@click.argument("ids", metavar="[MÃ]...", nargs=-1)
@click.option("--markdown", is_flag=True, help="In trọn mọi quy định ở dạng Markdown.")
@help_option
def quydinh(ids: tuple[str, ...], markdown: bool) -> None:
    """Xem các quy định mà kiemtra áp dụng; ghi MÃ thì xem trọn quy định đó, có ví dụ.

    Ví dụ: docgen quydinh H02
    """
    try:
        rules = docgen.rules(*ids)
    except DataError as error:
        raise click.UsageError(error.problems[0].message) from None
    if markdown:
        click.echo(rules.markdown().replace("{skip}", NAMES["skip"]), nl=False)
    else:
        click.echo(rules.told() if ids else rules.listed())
