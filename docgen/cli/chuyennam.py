"""`docgen chuyennam`: next year's plan."""

from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option
from docgen.cli.voice import Manner, outcome, progress, tell, told

_NOTHING_WRITTEN = "--thu chỉ để xem nên không ghi danh sách rà soát; bỏ --thu để ghi"


@click.command(cls=VietnameseCommand, short_help="Chuyển kế hoạch sang năm sau, kèm danh sách rà soát.")
@click.argument("file", metavar="TỆP", type=FILE)
@click.argument("year", metavar="NĂM", type=click.IntRange(1946, 2100))
@click.option("-o", "--ra-soat", "review", metavar="TỆP", type=FILE, help="Ghi danh sách rà soát vào tệp .docx hoặc .md.")
@click.option("--vao", "target", metavar="TỆP", type=FILE, help="Ghi kế hoạch mới vào tệp này; mặc định: đổi năm trong tên tệp.")
@click.option("--ketqua", "results", metavar="TỆP", type=FILE, help="Tệp kết quả năm cũ; mặc định: ketqua.yaml, cạnh TỆP.")
@click.option("--thay", "choices", metavar="CŨ=MỚI", multiple=True, help="Đơn vị CŨ nay là MỚI; có thể ghi nhiều lần.")
@click.option("--thu", "only_show", is_flag=True, help="Chỉ xem danh sách rà soát, không ghi tệp nào.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè tệp đã có; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def chuyennam(
    manner: Manner,
    file: Path,
    year: int,
    review: Path | None,
    target: Path | None,
    results: Path | None,
    choices: tuple[str, ...],
    only_show: bool,
    overwrite: bool,
) -> None:
    """Chuyển kế hoạch TỆP kehoach.yaml sang NĂM sau: sửa tại chỗ, giữ nguyên mọi chỗ khác, và nói rõ từng thay đổi.

    Ví dụ: docgen chuyennam data/asean-2023/kehoach.yaml 2025 -o ra-soat.docx
    """
    if review is not None and review.suffix.lower() not in (".docx", ".md"):
        raise click.BadParameter(f"“{review}” phải có đuôi .docx hoặc .md", param_hint="-o")
    thay = dict(_choice(words) for words in choices)
    say = progress(manner)
    rolled = docgen.roll_over(file, year, target=target, results=results, thay=thay, say=say)
    if only_show:
        tell(rolled.review)
        outcome([*([_NOTHING_WRITTEN] if review else []), *rolled.warnings], ())
        return
    saved = rolled.save(review=review, overwrite=overwrite, say=say)
    told(rolled.review)
    outcome([*saved.warnings, *rolled.warnings], saved.files)


def _choice(words: str) -> tuple[str, str]:
    old, equals, new = (part.strip() for part in words.partition("="))
    if not (old and equals and new):
        raise click.BadParameter(f"“{words}” phải có dạng “tên cũ=tên mới”", param_hint="--thay")
    return old, new
