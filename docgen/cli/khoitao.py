"""`docgen khoitao`: an office's folder, ready to work in; `docgen luocdo`: the schemas by which an editor helps there."""

import sys
from pathlib import Path

import click

import docgen
from docgen.cli.options import FILE, VietnameseCommand, help_option
from docgen.cli.voice import Manner, outcome, progress, tell, told

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


@click.command(cls=VietnameseCommand, short_help="Tạo lược đồ để VS Code gợi ý và giải thích các mục (.json).")
@click.argument("name", metavar="[TÊN]", required=False)
@click.option("-o", "--ra", "folder", metavar="THƯ_MỤC", type=FILE, help="Ghi mọi lược đồ vào thư mục này.")
@click.option("--ghi-de", "overwrite", is_flag=True, help="Ghi đè cả tệp đã sửa tay; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def luocdo(manner: Manner, name: str | None, folder: Path | None, overwrite: bool) -> None:
    """In lược đồ (JSON Schema) của loại tệp TÊN, hoặc ghi mọi lược đồ vào một thư mục; không ghi gì thì liệt kê.

    Trong VS Code, phần mở rộng YAML đọc lược đồ để gợi ý tên mục, giải thích từng mục và gạch chân chỗ sai.

    Ví dụ: docgen luocdo -o .docgen
    """
    say = progress(manner)
    schemas = docgen.schemas(say=say)
    if name is not None and name not in schemas.texts:
        raise click.UsageError(f"không có lược đồ “{name}”; chọn một trong: {', '.join(schemas.texts)}")
    if name is not None and folder is not None:
        raise click.UsageError("ghi TÊN thì in ra màn hình, ghi -o thì ghi mọi lược đồ; chỉ chọn một")
    if folder is not None:
        saved = schemas.save(folder, overwrite=overwrite, say=say)
        outcome(saved.warnings, saved.files)
    elif name is not None:
        click.echo(schemas.texts[name], nl=False)
    else:
        for each, purpose in schemas.purposes.items():
            click.echo(f"{each}: {purpose}")
