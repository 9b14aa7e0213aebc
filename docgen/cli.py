"""The command line: reads arguments, calls the pipeline, prints, exits. The only room that prints."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from docgen import __version__
from docgen.clickwords import VietnameseGroup, gathered, help_option, painted, usage_message
from docgen.errors import DocgenError, ExitCode, FileError
from docgen.oswords import reason

_VERBOSE = ("-v", "--chi-tiet")  # taken wherever they stand
_FILE = click.Path(path_type=Path)
_LEVELS = ("loi", "canh-bao", "luu-y")
_FORMS = ("nguoi", "dong", "json")


@click.group(cls=VietnameseGroup, context_settings={"max_content_width": 110})
@click.version_option(__version__, message="docgen %(version)s", help="Xem số phiên bản.")
@click.option(*_VERBOSE, "verbose", is_flag=True, help="Nói từng bước; khi có lỗi của docgen thì in cả dấu vết lỗi.")
@help_option
@click.pass_context
def docgen(context: click.Context, verbose: bool) -> None:
    """Soạn và kiểm tra văn bản hành chính theo Nghị định 30/2020/NĐ-CP."""
    context.obj = {"verbose": verbose}


@docgen.command(short_help="Tạo kế hoạch kèm phụ lục (.docx, .pdf).")
@click.argument("file", metavar="TỆP", type=_FILE)
@click.option("-o", "--ra", "out", metavar="TỆP", type=_FILE, help="Ghi kế hoạch vào tệp này; mặc định: cạnh tệp dữ liệu.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Tạo thêm PDF (cần LibreOffice).")
@click.option("--mau", "template", metavar="MẪU", type=_FILE, help="Dùng tệp mẫu Word của cơ quan thay cho mẫu của docgen.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@click.option("--van-ghi", "despite_errors", is_flag=True, help="Vẫn ghi dù văn bản làm ra có lỗi thể thức.")
@help_option
@click.pass_obj
def kehoach(
    obj: dict[str, bool],
    file: Path,
    out: Path | None,
    with_pdf: bool,
    template: Path | None,
    overwrite: bool,
    despite_errors: bool,
) -> None:
    """Tạo kế hoạch kèm phụ lục từ TỆP kehoach.yaml.

    Ví dụ: docgen kehoach data/asean-2023/kehoach.yaml --pdf
    """
    from docgen import pipeline  # what only the commands need is loaded when one runs, so that help is quick

    order = pipeline.Order(file, _with_suffix(out, "-o"), template, with_pdf, overwrite, despite_errors)
    made = pipeline.kehoach(order, _progress(obj["verbose"]))
    for warning in made.warnings:
        _remark(warning)
    for path in made.files:
        click.echo(str(path))


@docgen.command(short_help="Kiểm tra thể thức của tệp Word bất kỳ.")
@click.argument("files", metavar="TỆP...", type=_FILE, nargs=-1, required=True)
@click.option("-o", "--ghi-chu", "copy", metavar="TỆP", type=_FILE, help="Ghi thêm bản sao có ghi chú (comment) ở từng chỗ.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả bản sao đã sửa tay; bản cũ được giữ thành .bak.")
@click.option("--muc", "level", type=click.Choice(_LEVELS), default="loi", help="Từ mức này là chưa đạt; mặc định: loi.")
@click.option("--bo-qua", "skip", metavar="MÃ", multiple=True, help="Bỏ qua quy định này, ví dụ H04 hoặc H04,B09.")
@click.option("--dang", "form", type=click.Choice(_FORMS), default="nguoi", help="Cho người đọc, mỗi ý một dòng, hay JSON.")
@help_option
def kiemtra(files: tuple[Path, ...], copy: Path | None, overwrite: bool, level: str, skip: tuple[str, ...], form: str) -> int:
    """Kiểm tra từng TỆP .docx, hoặc mọi tệp trong thư mục TỆP, theo Nghị định 30/2020/NĐ-CP.

    Ví dụ: docgen kiemtra 2023 cong-van.docx
    """
    from docgen import inspection
    from docgen.check import forms
    from docgen.check.verdict import SEVERITIES
    from docgen.papers import find_papers

    asked = inspection.Asked(_rule_ids(skip), SEVERITIES[level])
    papers = find_papers(files)
    annotated = _annotated(papers, copy)
    said = inspection.reports(papers, asked, forms.named(form, asked.level, painted if _in_colour() else None))
    code = ExitCode.DONE
    for each in gathered(said, len(papers) + 1) if _shows_bar(papers) else said:
        click.echo(each.report, nl=False)
        click.echo(_complaint(each.error), err=True, nl=False)
        code = max(code, each.exit_code)
    if annotated and copy and code is not ExitCode.FILES:
        for remark in inspection.write_with_comments(annotated, copy, asked, overwrite=overwrite):
            _remark(remark)
        click.echo(f"Đã ghi bản có ghi chú: {copy}", err=True)
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
    if _with_suffix(copy, "--ghi-chu") is None or copy is None:
        return None
    if len(papers) != 1:
        raise click.BadParameter("mỗi lần chỉ ghi chú được một tệp", param_hint="--ghi-chu")
    paper = papers[0]
    if isinstance(paper, Path) and copy.exists() and paper.exists() and copy.samefile(paper):
        raise click.BadParameter("bản có ghi chú phải mang tên khác tệp được kiểm tra", param_hint="--ghi-chu")
    return paper if isinstance(paper, Path) else None


def _shows_bar(papers: Sequence[Path | FileError]) -> bool:
    return len(papers) > 1 and sys.stderr.isatty()


def _in_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


@docgen.command(short_help="Xem các quy định mà kiemtra áp dụng.")
@click.argument("ids", metavar="[MÃ]...", nargs=-1)
@click.option("--markdown", is_flag=True, help="In trọn mọi quy định ở dạng Markdown.")
@help_option
def quydinh(ids: tuple[str, ...], markdown: bool) -> None:
    """Xem các quy định mà kiemtra áp dụng; ghi MÃ thì xem trọn quy định đó, có ví dụ.

    Ví dụ: docgen quydinh H02
    """
    from docgen.check import catalogue

    rules = [catalogue.find(rule_id) for rule_id in ids]
    for rule_id, rule in zip(ids, rules, strict=True):
        if rule is None:
            raise click.UsageError(catalogue.unknown(rule_id))
    if markdown:
        click.echo(catalogue.markdown(), nl=False)
    else:
        click.echo(catalogue.told(rule for rule in rules if rule) if ids else catalogue.listed())


def _with_suffix(out: Path | None, option: str) -> Path | None:
    if out is not None and out.suffix.lower() != ".docx":
        raise click.BadParameter(f"“{out}” phải có đuôi .docx", param_hint=option)
    return out


def _remark(words: str) -> None:
    click.echo(f"Lưu ý: {words}", err=True)


def _progress(verbose: bool) -> Callable[[str], None]:
    return lambda stage: click.echo(f"… {stage}", err=True) if verbose else None


def main() -> None:
    """Run the command and exit with the code that DESIGN promises."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command with `arguments` and return its exit code."""
    _speak_utf8()
    verbose = any(argument in _VERBOSE for argument in arguments)
    words = [argument for argument in arguments if argument not in _VERBOSE]
    try:
        code = docgen.main([*(["-v"] if verbose else []), *words], prog_name="docgen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.USAGE
    except click.UsageError as error:
        command = next((f"docgen {word}" for word in words if word in docgen.commands), "docgen")
        return _fail(usage_message(error, command), ExitCode.USAGE)
    except click.Abort:
        return _fail("đã dừng theo yêu cầu; chưa ghi gì", ExitCode.USAGE)
    except DocgenError as error:
        return _fail(str(error), error.exit_code, error.advice)
    except OSError as error:
        return _fail(f"không đọc hoặc ghi được ({reason(error)}); xem lại ổ đĩa và chỗ nhận kết quả", ExitCode.FILES)
    except Exception as error:
        if verbose:
            traceback.print_exc()
        return _fail(
            f"docgen gặp lỗi của chính nó ({type(error).__name__}: {error}); chạy lại với -v rồi gửi cho người phát triển",
            ExitCode.INTERNAL,
        )
    return code or ExitCode.DONE


def _fail(message: str, code: ExitCode, advice: str = "") -> int:
    click.echo(_complaint(message), err=True, nl=False)
    count = len(message.splitlines())
    if count > 1 or advice:
        click.echo(f"Có {count} lỗi; chưa ghi tệp nào{'; ' if advice else ''}{advice}.", err=True)
    return code


def _complaint(message: object) -> str:
    return "".join(f"Lỗi: {line}\n" for line in str(message or "").splitlines())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(
                errors="replace" if stream.isatty() else "backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"})
            )
