"""Pages from templates: every value escaped, a name that nobody gives is an error. The page's one door to jinja2."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from docgen import __version__
from docgen.web.asking import desk_of, folder_of, year_url
from docgen.web.desk import Notice
from docgen.web.wording import Leads, sheet_words, told, worded

STATIC: Final = Path(__file__).parent / "static"
YEAR_PAGES: Final = {
    "ke-hoach": "Kế hoạch", "phan-cong": "Ai làm gì", "cong-van": "Công văn", "ket-qua": "Biểu mẫu, kết quả",
    "bao-cao": "Báo cáo", "nam-sau": "Năm sau",
}  # fmt: skip


_GUIDE: Final = "/huong-dan/00-trang"
_HELP: Final = {  # the part of the guide for each screen, by the last word of its address
    "bat-dau": "bắt-đầu", "chon-thu-muc": "bắt-đầu", "kiem-tra": "kiểm-tra-và-sửa-một-văn-bản", "ke-hoach": "kế-hoạch",
    "phan-cong": "ai-làm-gì", "cong-van": "công-văn", "ket-qua": "biểu-mẫu-và-kết-quả", "bao-cao": "báo-cáo",
    "nam-sau": "năm-sau",
}  # fmt: skip


def help_for(address: str) -> str:
    """Return where in the guide the screen at `address` is explained."""
    words = reversed(address.strip("/").split("/"))
    part = next((_HELP[word] for word in words if word in _HELP), "màn-hình-đầu")
    return f"{_GUIDE}#{part}"


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["told"] = told
    made.filters["worded"] = worded
    made.filters["sheet_words"] = sheet_words
    made.globals["version"] = __version__
    made.globals["static"] = _static
    made.globals["help_for"] = help_for
    return made


@cache
def _static(name: str) -> str:
    """Return the address of a file of ours, which changes when the file does."""
    return f"/tinh/{name}?{hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def show_year(request: Request, plan: Path, page: str, template: str, *, status: int = 200, **values: Any) -> Response:
    """Return a page about one plan, below the row of all that there are about it; `page` is its own address there."""
    base = year_url(folder_of(request), plan, "")
    return show(request, template, status=status, base=base, page=page, pages=YEAR_PAGES, plan=plan, **values)


def part(name: str) -> Callable[..., str]:
    """Return a piece of pages that parts.html makes: a function of its arguments."""
    made: Callable[..., str] = getattr(_environment().get_template("parts.html").module, name)
    return made


def show(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """Return the page that `template` makes of `values`, the notice that waits for it at its top."""
    desk = desk_of(request)
    notice = desk.kept(request.query_params.get("tin", ""), Notice, take=True)
    given = {"desk": desk, "notice": notice, "here": request.url.path, "lead": Leads(desk.folder).to, **values}
    return HTMLResponse(_environment().get_template(template).render(given), status)
