"""`docgen khoitao`: an office's folder, ready to work in."""

import sys
from pathlib import Path

import click

import docgen
from docgen.cli.clickwords import VietnameseCommand, help_option, tell
from docgen.cli.options import FILE
from docgen.cli.voice import outcome, progress, told

_WELCOME = (
    "Trả lời từng câu rồi bấm Enter. Chữ trong ngoặc vuông là câu trả lời sẵn; chưa biết thì bấm Enter, điền trong tệp sau."
)


@click.command(cls=VietnameseCommand, short_help="Lập thư mục làm việc cho một cơ quan, có tệp mẫu chạy được ngay.")
@click.argument("folder", metavar="THƯ_MỤC", type=FILE)
@click.option("--nam", "year", metavar="NĂM", help="Năm của kế hoạch, ví dụ 2024.")
@click.option("--ten", metavar="TÊN", help="Tên đầy đủ của cơ quan, ví dụ “Sở Nội vụ”.")
@click.option("--viet-tat", "viet_tat", metavar="CHỮ", help="Chữ viết tắt trong ký hiệu văn bản, ví dụ SNV.")
@click.option("--chu-quan", "co_quan_chu_quan", metavar="TÊN", help="Cơ quan chủ quản trực tiếp; Ủy ban nhân dân thì không ghi.")
@click.option("--dia-danh", "dia_danh", metavar="TÊN", help="Địa danh ghi trước ngày tháng.")
@click.option("--chuc-vu", "chuc_vu", metavar="CHỮ", help="Chức vụ của người ký, ví dụ “GIÁM ĐỐC”.")
@click.option("--quyen-han", "quyen_han", metavar="CHỮ", help="Quyền hạn ký, ví dụ “TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH”.")
@click.option("--ho-ten", "ho_ten", metavar="TÊN", help="Họ và tên người ký.")
@help_option
@click.pass_context
def khoitao(context: click.Context, /, folder: Path, year: str | None, **answers: str | None) -> None:
    """Lập trong THƯ_MỤC các tệp coquan.yaml, donvi.yaml và NĂM/kehoach.yaml, có lời giải thích và chạy được ngay.

    Ở cửa sổ lệnh, mục nào chưa ghi thì docgen hỏi. Tệp nào đã có thì giữ nguyên.

    Ví dụ: docgen khoitao ke-hoach --nam 2024 --ten "Sở Nội vụ" --chu-quan "UBND tỉnh Sóc Trăng"
    """
    terminal = _terminal()
    if year is None and terminal is None:
        raise click.UsageError("thiếu --nam; ghi năm của kế hoạch, ví dụ --nam 2024", context)
    started = docgen.start_office(folder, year, terminal=terminal, **answers)
    saved = started.save(say=progress(context.obj))
    outcome(started.warnings, saved.files)
    told(_next_steps(str(started.plan)))


def _terminal() -> "docgen.Terminal | None":
    """Return the way to ask the person at the terminal, None where there is nobody."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    welcome = iter([_WELCOME])

    def ask(words: str, offered: str) -> str:
        for said in welcome:  # before the first question alone
            click.echo(said, err=True)
        return str(click.prompt(words, default=offered, show_default=bool(offered), err=True))

    return docgen.Terminal(ask, lambda fault: tell(f"  {fault}", err=True))


def _next_steps(plan: str) -> str:
    name = f'"{plan}"' if " " in plan else plan
    return (
        "Đã xong. Mở các tệp trên bằng VS Code hoặc Notepad, sửa cho đúng cơ quan mình, rồi chạy:\n"
        f"  docgen kehoach {name}         tạo kế hoạch (.docx)\n"
        f"  docgen phancong {name}        xem đơn vị nào làm việc gì\n"
        f"  docgen congvan {name} --xem   xem các công văn giao việc"
    )
