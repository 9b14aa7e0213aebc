"""Which paragraph is which component of the decree, however the paper is laid out; "not found" rather than a guess."""

from docgen.check.anatomy.paper import ChuKy, Head, Item, Paper, PhuLuc
from docgen.check.anatomy.reading import read_paper

__all__ = ["ChuKy", "Head", "Item", "Paper", "PhuLuc", "read_paper"]
