"""Those who are told by a year: born or made in it, or of the course that began or ends in it."""

import re
from typing import Final

from docgen.rollover.nam.mention import Around, Mention, Verdict, left, moved
from docgen.rollover.nam.plan import Plan

_OTHER_WORDS: Final = "".join(
    rf"(?<!{word}\s)" for word in "học tuyển vệ phát thí an hy hi khai nữ nam ký kí tái thủy giáo môn ngày năm".split()
)
_TO_THE_YEAR: Final = r"(?:\s*(?:từ|năm|trước|sau|trong|ngày|tháng|đến|hết|và|hoặc|khoảng|tới|[\d/.]+|[,:(–-]))*\s*$"
_BORN: Final = re.compile(rf"(?<!\w){_OTHER_WORDS}sinh\s+(?:từ|năm|trước|sau|trong|ngày){_TO_THE_YEAR}", re.IGNORECASE)
_MADE: Final = re.compile(
    rf"(?<!\w)(?:xe|ô\s+tô|phương\s+tiện|tàu)\s[^;.]{{0,60}}sản\s+xuất\s+(?:từ|năm|trước|sau|trong)(?:[^;.]{{0,20}},\s*xe\s+\w+)?{_TO_THE_YEAR}",
    re.IGNORECASE,
)
_A_PERSON: Final = re.compile(
    r"(?-i:[A-ZĐ]\w+(?:\s+[A-ZĐ]\w*)+)\s*[,(–-]*\s*(?:(?:nam|nữ),?\s*)?sinh\s|(?<!\w)(?:ông|bà|đồng\s+chí|đ/c|anh|chị)\s+(?-i:[A-ZĐ])",
    re.IGNORECASE,
)
_COURSE: Final = re.compile(r"(?:(?<!\w)K\d{1,3}|(?:khóa|khoá)(?:\s+[^\s,;.()]+){0,3})\s*[,:(]?\s*(?:năm\s+)?$", re.IGNORECASE)
STUDENTS: Final = re.compile(
    r"(?<!\w)(?:học\s+sinh|sinh\s+viên|học\s+viên|tuyển\s+sinh|nghiên\s+cứu\s+sinh|đào\s+tạo|lớp|tốt\s+nghiệp)(?!\w)",
    re.IGNORECASE,
)


def of_cohort(mention: Mention, near: Around, plan: Plan) -> Verdict | None:
    """Return what becomes of a year of birth or of make; None for all other years."""
    label = near.lead + near.own
    if _MADE.search(label) or _BORN.search(label):
        if _A_PERSON.search(label):
            return left("năm sinh của một người")
        years = " - ".join(str(year + plan.years.step) for year in (mention.year, mention.last) if year)
        return left(f"đối tượng tính theo tuổi; nếu chuyển cùng kế hoạch thì đổi thành {years}", sure=False)
    return None


def of_course(mention: Mention, near: Around, plan: Plan) -> Verdict | None:
    """Return what becomes of the years of a course; None for all other ranges."""
    touches = mention.year <= plan.years.old + 1 and plan.years.old <= mention.last
    if touches and _COURSE.search(near.lead + near.own) and STUDENTS.search(near.sentence):
        return moved("khóa học chuyển cùng kế hoạch; xem lại", sure=False)
    return None
