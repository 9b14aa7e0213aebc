"""Reads time expressions as offices write them: from which day to which, once or again and again; what can't be read is said."""

from docgen.text.thoigian.calendar import Dot, NgayChuaDu, NgayVanBan, ThoiGian, first_day, last_day, read_date
from docgen.text.thoigian.ky_bao_cao import KyBaoCao, NotAPeriod, ViTri, read_period
from docgen.text.thoigian.reader import deadlines, read

__all__ = [
    "Dot", "KyBaoCao", "NgayChuaDu", "NgayVanBan", "NotAPeriod", "ThoiGian", "ViTri", "deadlines", "first_day", "last_day",
    "read", "read_date", "read_period",
]  # fmt: skip
