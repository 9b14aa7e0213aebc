"""Excel files: who does what, and the register of letters. `sheets` is the one door to openpyxl."""

from docgen.forms.letters import LetterRow, register
from docgen.forms.work import ToLookAt, work

__all__ = ["LetterRow", "ToLookAt", "register", "work"]
