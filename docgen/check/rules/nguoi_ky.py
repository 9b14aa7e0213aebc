"""Who signs: which lines of a signature are authority and title, which is the name."""

import re
from typing import Final

from docgen.check.anatomy import ChuKy
from docgen.check.view import Line

TITLE: Final = re.compile(
    r"TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|PHÓ|CHỦ NHIỆM|BÍ THƯ|(?:ỦY|UỶ) VIÊN|THỦ TƯỚNG|TỔNG |THỐNG ĐỐC|THƯ KÝ|CHỦ T(?:ỌA|OẠ)|TƯ LỆNH"
    r"|CHÍNH (?:ỦY|UỶ|TRỊ)|NGƯỜI|ĐẠI DIỆN|CHỨC VỤ|QUYỀN HẠN"
)
_SIGNED: Final = re.compile(r"[(\[<{]|đã ký", re.I)


def titles(block: ChuKy) -> list[Line]:
    """Return the lines of authority and title of a signature, without what only says that it was signed."""
    return [line for line in block.quyen_han if not _SIGNED.match(line.words)]


def signer(block: ChuKy) -> Line | None:
    """Return the line of the signer's name."""
    return block.ho_ten if block.ho_ten is not None and not _SIGNED.match(block.ho_ten.words) else None
