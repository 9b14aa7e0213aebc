"""`docgen sua`: any paper repaired in a copy, every mend a tracked change of Word."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, OVERWRITE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import complaint, in_colour, outcome, painted, remark, tell, told
from docgen.errors import DataError, ExitCode, FileError


@click.command(cls=VietnameseCommand, short_help="Sửa thể thức tệp Word bất kỳ, mỗi chỗ sửa là một dấu vết (Track Changes).")
@click.argument("files", metavar="TỆP...", type=FILE, nargs=-1, required=True)
@click.option("-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi vào tệp này; mặc định: TỆP-da-sua.docx, cạnh TỆP.")
@click.option("--chi", "only", metavar="MÃ", multiple=True, help="Chỉ sửa theo quy định này, ví dụ H04 hoặc H04,P02.")
@click.option("--bo-qua", "skip", metavar="MÃ", multiple=True, help="Không sửa theo quy định này.")
@click.option("--xem", "only_show", is_flag=True, help="Chỉ xem sẽ sửa những gì; không ghi tệp nào.")
@click.option("--khong-dau-vet", "clean", is_flag=True, help="Ghi bản sạch, không để dấu vết sửa đổi.")
@click.option("--kem-ghi-chu", "comments", is_flag=True, help="Những chỗ còn lại thành ghi chú (comment) trong cùng bản ấy.")
@OVERWRITE
@help_option
def sua(
    files: tuple[Path, ...],
    out: Path | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    only_show: bool,
    clean: bool,
    comments: bool,
    overwrite: bool,
) -> int:
    """Sửa từng TỆP .docx, hoặc mọi tệp trong thư mục TỆP, theo Nghị định 30/2020/NĐ-CP, vào một bản sao.

    Chỉ sửa những gì Nghị định đã định rõ; mỗi chỗ sửa là một dấu vết trong Word, chấp nhận hay từ chối từng chỗ được.

    Ví dụ: docgen sua cong-van.docx
    """
    for ids, option in ((only, "--chi"), (skip, "--bo-qua")):
        try:
            docgen.rules(*_ids(ids))
        except DataError as error:
            raise click.BadParameter(error.problems[0].message, param_hint=option) from None
    repaired = docgen.repair_files(files, rules=_ids(only), skip=_ids(skip), tracked=not clean, comments=comments)
    if with_suffix(out, "-o") is not None and len(repaired) != 1:
        raise click.BadParameter("chỉ dùng khi sửa một tệp", param_hint="-o")
    paint = painted if in_colour(sys.stdout if only_show else sys.stderr) else None
    code = ExitCode.DONE
    for each in repaired:
        code = max(code, each.exit_code)
        _complain(each.error)
        if each.paper is None:
            continue
        if only_show:
            tell(each.paper.told(paint, planned=True))
            continue
        told(each.paper.told(paint))
        try:
            saved = each.paper.save(out, overwrite=overwrite)
        except FileError as error:
            _complain(error)
            code = max(code, error.exit_code)
        else:
            outcome(saved.warnings, saved.files)
            if saved.summary:
                remark(f"{each.paper.report.name}: {saved.summary}")
    return code


def _ids(asked: Sequence[str]) -> list[str]:
    return [rule_id for each in asked for rule_id in each.replace(",", " ").split()]


def _complain(error: FileError | None) -> None:
    click.echo(complaint(error, in_colour=in_colour(sys.stderr)), err=True, nl=False)
