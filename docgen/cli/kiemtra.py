"""`docgen kiemtra`: any paper against the decree."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.cli.clickwords import VietnameseCommand, complaint, gathered, help_option, in_colour, painted, tell
from docgen.cli.options import FILE, with_suffix
from docgen.cli.voice import remark, shows_progress, told
from docgen.errors import ExitCode, FileError

LEVELS = ("loi", "canh-bao", "luu-y")
_FORMS = ("nguoi", "dong", "json")


@click.command(cls=VietnameseCommand, short_help="Kiểm tra thể thức của tệp Word bất kỳ.")
@click.argument("files", metavar="TỆP...", type=FILE, nargs=-1, required=True)
@click.option("-o", "--ghi-chu", "copy", metavar="TỆP", type=FILE, help="Ghi thêm bản sao có ghi chú (comment) ở từng chỗ.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả bản sao đã sửa tay; bản cũ được giữ thành .bak.")
@click.option("--muc", "level", type=click.Choice(LEVELS), default="loi", help="Từ mức này là chưa đạt; mặc định: loi.")
@click.option("--bo-qua", "skip", metavar="MÃ", multiple=True, help="Bỏ qua quy định này, ví dụ H04 hoặc H04,B09.")
@click.option("--dang", "form", type=click.Choice(_FORMS), default="nguoi", help="Cho người đọc, mỗi ý một dòng, hay JSON.")
@help_option
def kiemtra(files: tuple[Path, ...], copy: Path | None, overwrite: bool, level: str, skip: tuple[str, ...], form: str) -> int:
    """Kiểm tra từng TỆP .docx, hoặc mọi tệp trong thư mục TỆP, theo Nghị định 30/2020/NĐ-CP.

    Ví dụ: docgen kiemtra data/asean-2023/kehoach.docx
    """
    from docgen.check import reports as printed
    from docgen.check.judging import SEVERITIES
    from docgen.files.named import find_papers
    from docgen.workflows import inspection

    asked = inspection.Asked(_rule_ids(skip), SEVERITIES[level])
    papers = find_papers(files)
    annotated = _annotated(papers, copy)
    said = inspection.reports(papers, asked, printed.named(form, asked.level, painted if in_colour(sys.stdout) else None))
    code = ExitCode.DONE
    for each in gathered(said, len(papers) + 1) if _shows_bar(papers) else said:
        tell(each.report, nl=False)
        click.echo(complaint(each.error, in_colour=in_colour(sys.stderr)), err=True, nl=False)
        code = max(code, each.exit_code)
    if annotated and copy and code is not ExitCode.FILES:
        for said_of_copy in inspection.write_with_comments(annotated, copy, asked, overwrite=overwrite):
            remark(said_of_copy)
        told(f"Đã ghi bản có ghi chú: {copy}")
    return code


def _rule_ids(written: tuple[str, ...]) -> frozenset[str]:
    from docgen.check import catalogue

    asked = {rule_id: catalogue.find(rule_id) for each in written for rule_id in each.replace(",", " ").split()}
    for rule_id, rule in asked.items():
        if rule is None:
            raise click.BadParameter(catalogue.unknown(rule_id), param_hint="--bo-qua")
    return frozenset(rule.id for rule in asked.values() if rule is not None)


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
