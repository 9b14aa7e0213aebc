"""What a person should know of a paper made of good data: what a template leaves out, what is crowded, what is old."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from docgen.errors import Place, Problem
from docgen.paper.context.printable import VanBanIn
from docgen.paper.render import Template

_NEVER_PRINTED: Final = frozenset({"thuoc_tinh", "rong"})
_LOST_VALUE: Final = "mẫu này không in mục “{name}”; thêm thẻ {{{{ {name} }}}} nếu văn bản cần"
_TOO_WIDE: Final = (
    "bảng có các cột “{headings}” quá rộng so với trang nên có chữ, số bị ngắt giữa chừng; bớt cột, "
    "hoặc đưa vào phụ lục có huong: ngang"
)
_LOST_RULES: Final = (
    "đường kẻ trong mẫu này đã mất thẻ độ dài; ghi lại ở Alt Text của từng đường, ví dụ {{ ke.tieu_ngu | do_dai }}"
)


def unprinted(template: Template, context: Mapping[str, Any]) -> list[str]:
    """Return a warning for each value that there is to print and that the template leaves out."""
    names = [name for name, value in context.items() if value and name not in _NEVER_PRINTED and name not in template.variables]
    return [f"{template.name}: {_LOST_RULES if name == 'ke' else _LOST_VALUE.format(name=name)}" for name in names]


def crowded(values: VanBanIn, file: Path) -> list[str]:
    """Return a warning where a table has more columns than its page has room for."""
    blocks = [*values.khoi, *(block for appendix in values.phu_luc for block in appendix.khoi)]
    headings = [", ".join(column.chu for column in block.bang.cot) for block in blocks if block.bang and block.bang.chat]
    return [f"{file}: {_TOO_WIDE.format(headings=each)}" for each in headings]


def stale_pdf(paper: Path, data: bytes) -> list[Problem]:
    """Return a warning where a PDF stands beside `paper` that was made of another one."""
    made = paper.with_suffix(".pdf")
    if made.exists() and not (paper.exists() and paper.read_bytes() == data):
        return [Problem(Place(str(made)), "PDF này là của bản trước", "chạy lại với {pdf} để làm mới")]
    return []
