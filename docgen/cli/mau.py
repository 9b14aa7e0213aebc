"""`docgen mau`: a template for `--mau`, made of a paper that the office likes."""

from pathlib import Path
from typing import Final

import click

import docgen
from docgen.cli.options import FILE, OVERWRITE, VietnameseCommand, help_option, with_suffix
from docgen.cli.voice import outcome, remark, told

_SHOWN: Final = 80


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
