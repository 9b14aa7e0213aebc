"""What stands between the head and the body: title, subject, addressees, legal bases."""

import re
from dataclasses import dataclass, field
from typing import Final

from docgen.check.view import DrawnRule, Line, Paragraph

ADDRESSED: Final = re.compile(r"^kính\s*gửi\b", re.IGNORECASE)
BASIS: Final = re.compile(r"^[-–]?\s*(căn cứ|xét|theo đề nghị|theo|thực hiện|trên cơ sở)\b", re.IGNORECASE)
DECIDES: Final = re.compile(r"^(quyết định|quyết nghị|nghị quyết)\s*:$", re.IGNORECASE)
DECISION_KINDS: Final = ("quyết định", "nghị quyết")
LONGEST_SUBJECT: Final = 400
DEEP: Final = 30.0


@dataclass
class Opening:
    """What stands between the head and the body, and where the body starts (index among the paper's blocks)."""

    loai: str | None = None
    ten_loai: Line | None = None
    trich_yeu: tuple[Line, ...] = ()
    ke: list[DrawnRule] = field(default_factory=list)
    tham_quyen: tuple[Line, ...] = ()
    kinh_gui: tuple[Line, ...] = ()
    can_cu: tuple[Paragraph, ...] = ()
    start: int = 0
