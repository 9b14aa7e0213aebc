"""The command line: reads arguments, calls the pipeline, prints, exits. The only room that prints."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from docgen import __version__
from docgen.clickwords import VietnameseGroup, help_option, usage_message
from docgen.errors import DocgenError, ExitCode
from docgen.oswords import reason

_VERBOSE = ("-v", "--chi-tiet")  # taken wherever they stand
_FILE = click.Path(path_type=Path)


@click.group(cls=VietnameseGroup, context_settings={"max_content_width": 110})
@click.version_option(__version__, message="docgen %(version)s", help="Xem số phiên bản.")
@click.option(*_VERBOSE, "verbose", is_flag=True, help="Nói từng bước; khi có lỗi của docgen thì in cả dấu vết lỗi.")
@help_option
@click.pass_context
def docgen(context: click.Context, verbose: bool) -> None:
    """Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ một tệp dữ liệu."""
    context.obj = {"verbose": verbose}


@docgen.command(short_help="Tạo kế hoạch kèm phụ lục (.docx, .pdf).")
@click.argument("file", metavar="TỆP", type=_FILE)
@click.option("-o", "--ra", "out", metavar="TỆP", type=_FILE, help="Ghi kế hoạch vào tệp này; mặc định: cạnh tệp dữ liệu.")
@click.option("--pdf", "with_pdf", is_flag=True, help="Tạo thêm PDF (cần LibreOffice).")
@click.option("--mau", "template", metavar="MẪU", type=_FILE, help="Dùng tệp mẫu Word của cơ quan thay cho mẫu của docgen.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def kehoach(obj: dict[str, bool], file: Path, out: Path | None, with_pdf: bool, template: Path | None, overwrite: bool) -> None:
    """Tạo kế hoạch kèm phụ lục từ TỆP kehoach.yaml.

    Ví dụ: docgen kehoach data/asean-2023/kehoach.yaml --pdf
    """
    from docgen import pipeline  # what only the commands need is loaded when one runs, so that help is quick

    order = pipeline.Order(file, _with_suffix(out), template, with_pdf, overwrite)
    made = pipeline.kehoach(order, _progress(obj["verbose"]))
    for warning in made.warnings:
        click.echo(f"Lưu ý: {warning}", err=True)
    for path in made.files:
        click.echo(str(path))


def _with_suffix(out: Path | None) -> Path | None:
    if out is not None and out.suffix.lower() != ".docx":
        raise click.BadParameter(f"“{out}” phải có đuôi .docx", param_hint="-o")
    return out


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
        docgen.main([*(["-v"] if verbose else []), *words], prog_name="docgen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.USAGE
    except click.UsageError as error:
        command = next((f"docgen {word}" for word in words if word in docgen.commands), "docgen")
        return _fail(usage_message(error, command), ExitCode.USAGE)
    except click.Abort:
        return _fail("đã dừng theo yêu cầu; chưa ghi gì", ExitCode.USAGE)
    except DocgenError as error:
        return _fail(str(error), error.exit_code)
    except OSError as error:
        return _fail(f"không đọc hoặc ghi được ({reason(error)}); xem lại ổ đĩa và chỗ nhận kết quả", ExitCode.FILES)
    except Exception as error:
        if verbose:
            traceback.print_exc()
        return _fail(
            f"docgen gặp lỗi của chính nó ({type(error).__name__}: {error}); chạy lại với -v rồi gửi cho người phát triển",
            ExitCode.INTERNAL,
        )
    return ExitCode.DONE


def _fail(message: str, code: ExitCode) -> int:
    lines = message.splitlines()
    click.echo("\n".join(f"Lỗi: {line}" for line in lines), err=True)
    if len(lines) > 1:
        click.echo(f"Có {len(lines)} lỗi; chưa ghi tệp nào.", err=True)
    return code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(
                errors="replace" if stream.isatty() else "backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"})
            )
