"""Reads time expressions as offices write them: from which day to which, once or again and again; what can't be read is said."""

from docgen.text.thoigian.calendar import Dot, ThoiGian
from docgen.text.thoigian.reader import KyBaoCao, NotAPeriod, ViTri, deadlines, read, read_period

__all__ = ["Dot", "KyBaoCao", "NotAPeriod", "ThoiGian", "ViTri", "deadlines", "read", "read_period"]
