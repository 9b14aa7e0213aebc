"""Any Word paper: `docgen kiemtra` against the decree, `quydinh` its rules; `sua` repairs one, `mau` makes a template of one."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

import docgen
from docgen.cli.options import FILE, NAMES, OVERWRITE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import complain, gathered, in_colour, outcome, painted, remark, shows_progress, tell, told
from docgen.errors import DataError, ExitCode, FileError

LEVELS = ("loi", "canh-bao", "luu-y")
_SHOWN: Final = 80  # letters of what became a tag
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
    ids = _ids(skip)
    try:
        checked = docgen.check_files(files, skip=ids, level=level, form=form, paint=paint, components=components)
    except DataError as error:
        raise click.BadParameter(error.problems[0].message, param_hint="--bo-qua") from None
    annotated = _annotated(checked.papers, copy)
    code = ExitCode.DONE
    for each in gathered(checked, len(checked)) if len(checked.papers) > 1 and shows_progress() else checked:
        tell(each.report, nl=False)
        complain(each.error)
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
        complain(each.error)
        if each.paper is None:
            continue
        if only_show:
            tell(each.paper.told(paint, planned=True))
            continue
        told(each.paper.told(paint))
        try:
            saved = each.paper.save(out, overwrite=overwrite)
        except FileError as error:
            complain(error)
            code = max(code, error.exit_code)
        else:
            outcome(saved.warnings, saved.files)
            if saved.summary:
                remark(f"{each.paper.report.name}: {saved.summary}")
    return code


def _ids(asked: Sequence[str]) -> list[str]:
    return [rule_id for each in asked for rule_id in each.replace(",", " ").split()]


@click.command(cls=VietnameseCommand, short_help="Làm mẫu Word (cho --mau) từ một văn bản mà cơ quan ưng ý.")
@click.argument("paper", metavar="VĂN_BẢN", type=FILE)
@click.option(
    "-o", "--ra", "out", metavar="TỆP", type=FILE, help="Ghi mẫu vào tệp này; mặc định: mau-ke-hoach.docx … cạnh VĂN_BẢN."
)
@OVERWRITE
@help_option
def mau(paper: Path, out: Path | None, overwrite: bool) -> None:
    """Làm mẫu từ VĂN_BẢN .docx (kế hoạch, công văn hoặc báo cáo): giữ kiểu chữ, lề, bảng đầu trang, thay chữ bằng thẻ.

    In ra những chữ đã thành thẻ; những gì cần xem lại thì nhắc. Văn bản gốc giữ nguyên.

    Ví dụ: docgen mau ke-hoach-2025.docx -o mau.docx
    """
    made = docgen.make_template(paper)
    saved = made.save(with_suffix(out, "-o"), overwrite=overwrite)
    for name, words in made.taken:
        told(f"{name}: {words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}")
    for each in made.left:
        remark(each)
    use = f"docgen {made.kind} KEHOACH.yaml --mau “{saved.files[0]}”"
    remark(f"dùng mẫu: {use}; bỏ mục trinh_bay trong coquan.yaml để giữ lề, cỡ chữ của mẫu")
    outcome(saved.warnings, saved.files)
