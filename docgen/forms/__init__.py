"""Excel files: who does what, and the register of letters. `sheets` is the one door to openpyxl."""

from docgen.forms.registers import LetterRow, register
from docgen.forms.workmatrix import ToLookAt, work

__all__ = ["LetterRow", "ToLookAt", "register", "work"]
