"""The visible blank: words in square brackets that stand where a person has to write, in the data and highlighted on paper.

`kiemtra` finds it in a final paper as an error (X11), and in a draft as a note.
"""

import re
from typing import Final

MARKER: Final = re.compile(r"\[(?i:cần)\s[^\[\]\n]{1,300}\]")  # headings in capitals have it in capitals


def blank(what: str) -> str:
    """Return the blank that asks for `what`: `[cần điền số]`."""
    return f"[cần điền {what}]"


def chosen(what: str) -> str:
    """Return the blank that asks a person to choose: `[cần chọn đơn vị thay Sở A]`."""
    return f"[cần chọn {what}]"
