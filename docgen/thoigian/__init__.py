"""Reads time expressions as offices write them: from which day to which, once or again and again; what can't be read is said."""

from docgen.thoigian.reader import deadlines, read
from docgen.thoigian.values import Dot, ThoiGian

__all__ = ["Dot", "ThoiGian", "deadlines", "read"]
