"""What becomes of each year and date of a text."""

from docgen.rollover.nam.bare import is_a_number, is_a_time, is_near
from docgen.rollover.nam.mention import Around, Kind, Mention, Verdict, left
from docgen.rollover.nam.others import of_earlier_year, of_later_year
from docgen.rollover.nam.own import of_own_year
from docgen.rollover.nam.ranges import of_range
from docgen.rollover.values import Years


def decide(mention: Mention, near: Around, years: Years, *, subject: str, in_list: bool) -> Verdict | None:
    """Return what becomes of a mention with a year; None where it is no year and worth no word."""
    match mention.kind:
        case Kind.KY_HIEU:
            known = is_near(years, mention.year)
            return left("số, ký hiệu hoặc địa chỉ, không phải năm của kế hoạch") if known else None
        case Kind.BANG_CHU:
            return left("năm viết bằng chữ; sửa tay nếu là năm của kế hoạch", sure=False)
        case Kind.DINH:
            known = is_near(years, mention.year)
            return left(f"tên hoặc ký hiệu viết liền với {mention.year}" + ("; xem lại" if known else ""), sure=not known)
        case Kind.KHOANG | Kind.NOI:
            return of_range(mention, near, years)
        case Kind.TRO if is_a_number(near) or (mention.year < 1900 and not is_a_time(near)):
            return left("con số, không phải năm") if is_near(years, mention.year) else None
    if in_list and mention.year >= years.old - 1:
        return left("năm trong một dãy năm; xem cả dãy có chuyển không", sure=False)
    if mention.year < years.old:
        return of_earlier_year(mention, near, years)
    return of_own_year(mention, near, years, subject) if mention.year == years.old else of_later_year(mention, near, years)
