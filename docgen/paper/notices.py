"""What a person should know of a paper made of good data: what a template leaves out, what is crowded, what is old."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from docgen.errors import Place, Problem
from docgen.paper.context.printable import TO_THE_LEFT, BangIn, Khoi, PhuLucIn, VanBanIn
from docgen.paper.render import Template

_NEVER_PRINTED: Final = frozenset({"thuoc_tinh", "rong"})
_LOST_VALUE: Final = "mẫu này không in mục “{name}”; thêm thẻ {{{{ {name} }}}} nếu văn bản cần"
_TOO_WIDE: Final = (
    "bảng có các cột “{headings}” quá rộng so với trang nên có chữ, số bị ngắt giữa chừng; bớt cột, "
    "hoặc đưa vào phụ lục ⦃có huong: ngang¦nằm ngang⦄"
)
_TOO_NARROW: Final = (
    "cột “{headings}” hẹp hơn từ dài nhất trong cột nên có chữ, số bị ngắt giữa chừng; xem lại ⦃rong của bảng¦bề rộng các cột⦄, "
    "tăng cho cột này hoặc giảm ở các cột khác"
)
_TOO_WIDE_IN_A_LETTER: Final = (
    "bảng có các cột “{headings}” quá rộng so với trang nên có chữ, số bị ngắt giữa chừng; "
    "ghi ⦃kieu: danh sách dưới cong_van¦công văn theo kiểu danh sách⦄"
)
_LOST_RULES: Final = (
    "đường kẻ trong mẫu này đã mất thẻ độ dài; ghi lại ở Alt Text của từng đường, ví dụ {{ ke.tieu_ngu | do_dai }}"
)
_NOT_JOINED: Final = "mẫu này không gộp ô qua nhiều cột; thêm thẻ {{ o.qua | qua_o }} vào ô của bảng như mẫu của docgen"
_HEADS_LOST: Final = "mẫu này chỉ in một dòng tiêu đề bảng; lặp các dòng tiêu đề theo k.bang.dau như mẫu của docgen"


def unprinted(template: Template, context: Mapping[str, Any]) -> list[str]:
    """Return a warning for each value that there is to print and that the template leaves out, also of its tables."""
    names = [name for name, value in context.items() if value and name not in _NEVER_PRINTED and name not in template.variables]
    told = [_LOST_RULES if name == "ke" else _LOST_VALUE.format(name=name) for name in names]
    tables = _tables(context.get("khoi", ()), context.get("phu_luc", ()))
    source = "".join(template.sources.values())
    if ".qua" not in source and any(TO_THE_LEFT in row.gop for table in tables for row in (*table.dau, *table.hang)):
        told.append(_NOT_JOINED)
    if ".dau" not in source and any(table.nhieu_dau for table in tables):
        told.append(_HEADS_LOST)
    return [f"{template.name}: {each}" for each in told]


def _tables(blocks: Iterable[Khoi], appendices: Iterable[PhuLucIn]) -> list[BangIn]:
    every = (*blocks, *(block for appendix in appendices for block in appendix.khoi))
    return [block.bang for block in every if block.bang]


def crowded(values: VanBanIn, file: Path) -> list[Problem]:
    """Return a warning where a table has more columns than its page has room for, or some made too narrow for their words."""
    tables = _tables(values.khoi, values.phu_luc)
    told = [_TOO_WIDE.format(headings=_headings(table)) for table in tables if table.chat]
    told += [_TOO_NARROW.format(headings=", ".join(table.hep)) for table in tables if table.hep]
    return [Problem(Place(str(file)), each) for each in told]


def crowded_letter(values: VanBanIn) -> list[str]:
    """Return a warning for each table of a letter that has more columns than its page has room for."""
    tables = _tables(values.khoi, values.phu_luc)
    return [_TOO_WIDE_IN_A_LETTER.format(headings=_headings(table)) for table in tables if table.chat]


def _headings(table: BangIn) -> str:
    return ", ".join(column.chu for column in table.cot)


def stale_pdf(paper: Path, data: bytes) -> list[Problem]:
    """Return a warning where a PDF stands beside `paper` that was made of another one."""
    made = paper.with_suffix(".pdf")
    if made.exists() and not (paper.exists() and paper.read_bytes() == data):
        return [Problem(Place(str(made)), "PDF này là của bản trước", "chạy lại với {pdf} để làm mới")]
    return []
