"""Pages from templates: every value escaped, a name that nobody gives is an error. The page's one door to jinja2."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from docgen import __version__
from docgen.errors import NOWHERE, Place, Problem
from docgen.web.asking import desk_of, folder_of, year_url
from docgen.web.desk import Notice

STATIC: Final = Path(__file__).parent / "static"
NAMES: Final = {  # what the arguments of the API are called here
    "append": "“Thêm vào sau”", "despite_errors": "“Vẫn ghi”", "only_show": "“Xem thử trên giấy”", "out": "tên khác",
    "overwrite": "“Ghi đè, giữ bản cũ”", "pdf": "“Kèm PDF”", "replace": "“Thay bảng cũ”", "results": "tệp kết quả",
    "target": "lệnh docgen chuyennam", "units": "đơn vị", "year": "năm", "nam": "năm", "ten": "tên cơ quan",
    "viet_tat": "chữ viết tắt", "co_quan_chu_quan": "cơ quan chủ quản", "dia_danh": "địa danh", "chuc_vu": "chức vụ",
    "quyen_han": "quyền hạn", "ho_ten": "họ và tên", "period": "kỳ báo cáo", "start_office": "“Lập cơ quan mới”",
    "assignments": "“Phân công”", "check": "“Kiểm tra”", "make_letters": "“Công văn”", "make_report": "“Báo cáo”",
    "gather": "“Kết quả”", "roll_over": "“Năm sau”", "schemas": "docgen luocdo",
}  # fmt: skip

YEAR_PAGES: Final = {
    "ke-hoach": "Kế hoạch",
    "phan-cong": "Ai làm gì",
    "cong-van": "Công văn",
    "ket-qua": "Biểu mẫu, kết quả",
    "bao-cao": "Báo cáo",
    "nam-sau": "Năm sau",
}


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


_OF_SHEET: Final = re.compile(r"(: )?([^\s!:;,()“”\[\]][^!:;,()“”\[\]]*)!(?:([A-Z]{1,3}\d+)|(\d+):\d+)")


def told(problem: Problem) -> str:
    """Return a problem without its place, arguments and functions called as on the page."""
    return sheet_words(Problem(NOWHERE, problem.message, problem.remedy).told(NAMES))


def sheet_words(text: str) -> str:
    """Return a text with each place of a sheet (`Kết quả!F9`, `Kết quả!12:12`) in the words of an office."""
    return _OF_SHEET.sub(_sheet_place, text)


def _sheet_place(match: re.Match[str]) -> str:
    behind, sheet, cell, row = match.groups()
    return f"{', ' if behind else ''}tờ {sheet}, {f'ô {cell}' if cell else f'dòng {row}'}"


def near(place: Place) -> str:
    """Return a place as people of the office name it: the file with its folder, the line; of a form its sheet and row."""
    if place.line is None:
        return sheet_words(str(replace(place, file=_short(place.file))))
    return f"{_short(place.file)}, dòng {place.line}"


def _short(file: str) -> str:
    return "/".join(PurePath(file).parts[-2:])


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["told"] = told
    made.filters["near"] = near
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
    made = _environment().get_template(template).render(desk=desk, notice=notice, here=request.url.path, **values)
    return HTMLResponse(made, status)
