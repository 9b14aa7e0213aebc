"""Reads time expressions as offices write them: from which day to which, once or again and again; what can't be read is said."""

from docgen.text.thoigian.reader import deadlines, read
from docgen.text.thoigian.values import Dot, ThoiGian

__all__ = ["Dot", "ThoiGian", "deadlines", "read"]
