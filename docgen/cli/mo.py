"""`docgen mo`: the local page, where the packages that it needs are installed."""

from pathlib import Path

import click

from docgen.cli.options import FILE, VietnameseCommand, help_option
from docgen.cli.voice import Manner, tell, told
from docgen.errors import NOWHERE, FileError

_PACKAGES = ("starlette", "uvicorn", "python_multipart", "multipart", "jinja2", "anyio", "markdown_it", "pypdfium2")
_MISSING = "máy này chưa cài phần mở trang ({name})"
_INSTALL = "cài bằng lệnh: pip install docgen[mo]"
_OPEN = "Trang đang mở trong trình duyệt; để cửa sổ này yên, đóng trang bằng nút “Đóng docgen” (hoặc bấm Ctrl+C ở đây)."


@click.command(cls=VietnameseCommand, short_help="Mở trang làm việc trong trình duyệt, không cần gõ lệnh hay sửa tệp.")
@click.argument("folder", metavar="[THƯ_MỤC]", type=FILE, required=False)
@click.option("--khong-trinh-duyet", "quietly", is_flag=True, help="Không tự mở trình duyệt; chỉ in địa chỉ (dùng được một lần).")
@help_option
@click.pass_obj
def mo(manner: Manner, /, folder: Path | None, *, quietly: bool) -> None:
    """Mở trang làm việc của thư mục một cơ quan; không ghi THƯ_MỤC thì lập mới hoặc chọn trong trang.

    Trang chỉ mở được từ máy này. Mở lần nữa cùng thư mục thì hiện lại trang đang mở.

    Ví dụ: docgen mo ke-hoach
    """
    try:
        from docgen.web.serving import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        raise FileError.at(NOWHERE, _MISSING.format(name=error.name), _INSTALL) from None

    def say(address: str) -> None:
        tell(address) if quietly else told(_OPEN)

    serve(folder, browser=not quietly, say=say, verbose=manner.verbose)
