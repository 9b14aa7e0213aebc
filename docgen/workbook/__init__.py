"""Excel files: who does what, and the register of letters. `sheets` is the one door to openpyxl."""

from docgen.workbook.letters import LetterRow, register
from docgen.workbook.work import ToLookAt, work

__all__ = ["LetterRow", "ToLookAt", "register", "work"]
