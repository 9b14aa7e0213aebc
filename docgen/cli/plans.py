"""The data of a plan: `docgen khoitao`, `docgen luocdo`, `docgen nhap`, `docgen chuyennam`."""

import sys
from pathlib import Path

import click

import docgen
from docgen.cli.options import DATA_FILE, FILE, NAMES, OVERWRITE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import Manner, outcome, progress, tell, told

_WELCOME = (
    "Trả lời từng câu rồi bấm Enter. Chữ trong ngoặc vuông là câu trả lời sẵn; chưa biết thì bấm Enter, điền trong tệp sau."
)
_PAPERS = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".txt")
_STDIN = "-"
_PASTED = "văn bản dán vào"
_MOST_TYPED = 100_000_000  # bytes, so that a pipe without end is not read for ever
_PASTE = "Dán nội dung vào đây, xong thì xuống dòng rồi bấm Ctrl+D (Windows: Ctrl+Z, Enter)."
_NOTHING_WRITTEN = "--thu chỉ để xem nên không ghi danh sách rà soát; bỏ --thu để ghi"


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
@OVERWRITE
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


@click.command(cls=VietnameseCommand, short_help="Nhập kế hoạch Word, hoặc bảng nhiệm vụ Excel, Word, thành dữ liệu.")
@DATA_FILE
@click.option(
    "-o",
    "--ra",
    "out",
    metavar="NƠI",
    type=FILE,
    help="Cả kế hoạch: thư mục làm việc; mặc định: cạnh TỆP, cùng tên. Bảng: kế hoạch (.yaml) nhận bảng; mặc định: in ra.",
)
@click.option("--doi-chieu", "compared", metavar="TỆP", type=FILE, help="Ghi bảng đối chiếu bản Word với dữ liệu (.html, .md).")
@click.option("--trang", "sheets", metavar="TÊN", multiple=True, help="Chỉ lấy trang tính có tên này; dùng được nhiều lần.")
@click.option("--bang", "numbers", metavar="SỐ", multiple=True, help="Chỉ lấy bảng thứ mấy trong tệp Word; dùng được nhiều lần.")
@click.option("--nam", "year", metavar="NĂM", type=click.IntRange(1945, 2100), help="Năm của kế hoạch lập mới.")
@click.option("--them", "append", is_flag=True, help="Kế hoạch đã có nhiệm vụ: thêm phụ lục vào sau.")
@click.option("--ghi-de", "replace", is_flag=True, help="Kế hoạch đã có nhiệm vụ: thay hết phụ lục; bản cũ được giữ thành .bak.")
@help_option
@click.pass_obj
def nhap(
    manner: Manner,
    file: Path,
    out: Path | None,
    compared: Path | None,
    sheets: tuple[str, ...],
    numbers: tuple[str, ...],
    year: int | None,
    append: bool,
    replace: bool,
) -> None:
    """Nhập TỆP, khỏi phải gõ lại: cả kế hoạch thành thư mục làm việc, bảng nhiệm vụ vào phụ lục của kehoach.yaml.

    Kế hoạch: .docx; .doc, .odt, .rtf, .pdf (cần LibreOffice); .txt; “-” là chữ dán vào. Bảng: các tệp ấy và .xlsx.

    Ví dụ: docgen nhap "phụ lục 2024.xlsx" -o kehoach.yaml
    """
    typed = _typed_words(file, out)
    file = file if typed is None else Path(_PASTED)
    of_table = append or replace or sheets or numbers or (out is not None and out.suffix.lower() in (".yaml", ".yml"))
    if not of_table and docgen.holds_whole_paper(file, typed=typed):
        _imported(manner, file, out, compared, year, typed)
        return
    if compared is not None:
        raise click.UsageError("--doi-chieu chỉ dùng khi nhập cả kế hoạch Word")
    out = with_suffix(out, "-o", ".yaml")
    if append and replace:
        raise click.UsageError("--them và --ghi-de không dùng cùng lúc; chọn một")
    if (append or replace) and out is None:
        raise click.UsageError("--them, --ghi-de cần có -o; ghi tên kế hoạch sau -o")
    say, chosen = progress(manner), (*sheets, *numbers)
    taken = docgen.import_table(file, typed=typed, out=out, sheets=chosen, year=year, append=append, replace=replace, say=say)
    saved = None if out is None else taken.save(say=say)
    if saved is None:
        tell(taken.text, nl=False)
    outcome([*taken.warnings, *(saved.warnings if saved else ())], ())
    told(f"Đã nhập: {taken.summary}.")
    outcome((), saved.files if saved else ())


def _typed_words(file: Path, out: Path | None) -> bytes | None:
    """Return the bytes of what is piped or typed into the command where `file` is "-", None where it is a file."""
    if str(file) != _STDIN:
        return None
    if out is None:
        raise click.UsageError("đọc chữ dán vào (-) thì cần -o; ghi thư mục làm việc sau -o")
    if sys.stdin.isatty():
        told(_PASTE)
    return sys.stdin.buffer.read(_MOST_TYPED)


def _imported(
    manner: Manner,
    file: Path,
    out: Path | None,
    compared: Path | None = None,
    year: int | None = None,
    typed: bytes | None = None,
) -> Path:
    """Import a whole plan into a folder, tell how it went, and return the path of its plan there."""
    if compared is not None and compared.suffix.lower() not in (".html", ".htm", ".md"):
        raise click.BadParameter(f"“{compared}” phải có đuôi .html hoặc .md", param_hint="--doi-chieu")
    say = progress(manner)
    taken = docgen.import_plan(file, typed=typed, out=out, year=year, say=say)
    saved = taken.save(compared=compared, say=say)
    outcome([*taken.warnings, *saved.warnings], ())
    if taken.questions:
        told("Cần quyết định:")
    for number, question in enumerate(taken.questions, start=1):
        told(f"{number}. {question.told(NAMES)}")
    told(f"Đã nhập: {saved.summary}.")
    outcome((), saved.files)
    return taken.plan


@click.command(cls=VietnameseCommand, short_help="Chuyển kế hoạch sang năm sau, kèm danh sách rà soát.")
@DATA_FILE
@click.argument("year", metavar="NĂM", type=click.IntRange(1946, 2100))
@click.option("-o", "--ra-soat", "review", metavar="TỆP", type=FILE, help="Ghi danh sách rà soát vào tệp .docx hoặc .md.")
@click.option("--vao", "target", metavar="TỆP", type=FILE, help="Ghi kế hoạch mới vào đây; TỆP là bản Word: vào thư mục này.")
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
    """Chuyển kế hoạch TỆP (kehoach.yaml, hoặc bản Word) sang NĂM sau: sửa tại chỗ, giữ mọi chỗ khác, nói rõ từng thay đổi.

    Ví dụ: docgen chuyennam data/asean-2023/kehoach.yaml 2025 -o ra-soat.docx
    """
    if review is not None and review.suffix.lower() not in (".docx", ".md"):
        raise click.BadParameter(f"“{review}” phải có đuôi .docx hoặc .md", param_hint="-o")
    thay = dict(_choice(words) for words in choices)
    say = progress(manner)
    if file.suffix.lower() in _PAPERS:
        file, target = _imported(manner, file, target), None
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
