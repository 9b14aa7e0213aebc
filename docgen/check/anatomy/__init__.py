"""Which paragraph is which component of the decree, however the paper is laid out; "not found" rather than a guess."""

from docgen.check.anatomy.assembly import read_paper
from docgen.check.anatomy.components import ChuKy, Head, Item, Paper, PhuLuc

__all__ = ["ChuKy", "Head", "Item", "Paper", "PhuLuc", "read_paper"]
