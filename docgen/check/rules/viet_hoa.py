"""Rules of capitals in names, citations and titles that a machine can hold (PL II.III to II.V.7)."""

from collections.abc import Iterator
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Rules, Severity, Verdicts
from docgen.check.gauges.names import misspelt_names
from docgen.check.gauges.prose import LOWER, UPPER, Hit, begins_nothing, faults, places, prose, rewritten
from docgen.text.patterns import lazy_re, rare_re

rule = Rules("Viết hoa")
_LOWER: Final = lazy_re(
    r"Khoản (?=\d{1,2}\b(?!\.\d))|Điểm (?=(?:[a-zđ]|\d{1,2}(?:\.\d+)*),? (?:[Kk]hoản|[Mm]ục|[Đđ]iều|Chương|Phần)\b)"
)
_BUDGET: Final = lazy_re(r"(?:Chương|Loại)(?: \d+)?,? $")  # "Loại 070, Khoản 083" of the budget's index are no citations
_ARTICLE: Final = lazy_re(r"điều (?=\d{1,3}[a-zđ]?\b)(?!\d+[a-zđ]? (?:điều|khoản|ngày|tháng))")
_BEFORE_ARTICLE: Final = lazy_re(r"(?:[Kk]hoản \d{1,2},? |(?<!hiện )(?<!tồn )\btại |\b[Tt]heo )$")
_BEHIND_ARTICLE: Final = lazy_re(
    r"điều \d{1,3}[a-zđ]?,? (?:của )?(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Quy chế|Pháp lệnh)\b"
)
_DIVISION: Final = lazy_re(r"Điều \d{1,3}[a-zđ]?,? (mục|chương|phần) (?=[\dIVX]+\b)")
_UNIT: Final = lazy_re(
    rf"(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường) (?=[{UPPER}][{LOWER}]+(?![\w-]))"
    r"(?!Hồ Chí Minh|(?:Ủy|Uỷ|Đoàn|Đội|Lộ|Hội|Đảng|Xã|Phường|Thị|Huyện|Quận|Tỉnh|Thành)\b)"
)
_BARE_UNIT: Final = rare_re(
    rf"\b(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân) (Tỉnh|Huyện|Xã|Phường)(?! ?[{UPPER}\d])\b",
    *(f"{end} {unit}" for end in ("ND", " dân") for unit in ("Tỉnh", "Huyện", "Xã", "Phường")),
)
_OF_A_PLACE: Final = lazy_re(  # and not a word of a name: "Bệnh viện Đa khoa Thành phố Cần Thơ"
    r"(?:\b(?:bàn|nhân dân|của|tại|ở|cho|trong|toàn|thuộc|và|các|với|về|từ|đến|xã|huyện|phường|phố|UBND|HĐND|Công an)|,) $"
)
_OF_AN_OFFICE: Final = lazy_re(
    r"\b(?:Sở|Ban|Phòng|Cục|Chi cục|Văn phòng|Thanh tra|Hội|Tòa án|Ngân hàng|Kho bạc)\b[^,.;:\n]{0,45} $"
)
_NUMBERED: Final = lazy_re(r"(?:phường|quận) [1-9]\d?(?=[,.;)\n]|$| (?:và|thành phố|quận|tỉnh|Thành phố)\b)")
_PLURAL: Final = lazy_re(r"(?:\d|\b(?:các|những|mỗi|từng|hai|ba|bốn|năm)) $")
_NAMED_AFTER_PEOPLE: Final = lazy_re(
    r"(?i:ban|hội đồng|tòa án|toà án|viện kiểm sát|quân đội|công an|an ninh|tín dụng|thanh tra|hội thẩm|chiến tranh"
    r"|lực lượng vũ trang|nghệ sĩ|nghệ sỹ|nhà giáo|thầy thuốc|báo|cảnh sát|quân|kiểm sát) $"
)
_NUMBER: Final = lazy_re(r" số:? ?\d+[a-z]?(?:-\w+)?/(?:\d{4}/)?[A-ZĐ]")
_KIND: Final = lazy_re(
    r"(?<!\w)(?<!các )(?<!những )(?:quyết định|kế hoạch|công văn|chỉ thị|nghị quyết|nghị định|thông tư|thông tư liên tịch|báo cáo"
    r"|tờ trình|thông báo|hướng dẫn|công điện|chương trình|kết luận|quy định|quy chế|giấy mời|phương án|đề án)$"
)
_LAW: Final = rare_re(
    r"Bộ luật (dân sự|hình sự|lao động|hàng hải|tố tụng)\b"
    r"|Luật (đất đai|đầu tư|doanh nghiệp|đấu thầu|xây dựng|ngân sách|tổ chức|cán bộ|viên chức|khiếu nại|tố cáo|thi đua|giáo dục"
    r"|nhà ở|hộ tịch|cư trú|căn cước|lưu trữ|tiếp công dân|tiếp cận thông tin|an toàn|an ninh mạng|trẻ em|thanh niên|hợp tác xã"
    r"|thủy lợi|lâm nghiệp|chăn nuôi|khoáng sản|du lịch|di sản|quảng cáo|báo chí|xuất bản|công nghệ|giao dịch điện tử|viễn thông"
    r"|dân quân|nghĩa vụ quân sự|công an nhân dân|kiểm toán|thanh tra|kế toán|quản lý|phòng cháy|phòng, chống|bảo hiểm|bảo vệ)\b",
    *("Bộ luật ", "Luật "),
)
_STATE: Final = rare_re(
    r"\b(?:Đảng(?: và|,)|(?:pháp luật|chính sách|chủ trương) của(?: Đảng(?:,| và))?) (nhà nước)\b", " nhà nước"
)
_LOWER_LAW: Final = lazy_re(rf"\b(?<!Bộ )(?<!công ty )(bộ luật|luật|pháp lệnh)(?= (?!Anh|Pháp|Mỹ|Đức|Nga)[{UPPER}]\w+ [{LOWER}])")
_SCHOOL: Final = rare_re(r"\bTrường (trung học (?:[Pp]hổ thông|[Cc]ơ sở)|Trung học (?:Phổ thông|Cơ sở))(?= [A-ZĐ])", "rung học ")


@rule("X01", Severity.WARNING, "PL II.V.7")
def vien_dan_dieu_khoan(paper: Paper) -> Verdicts:
    """Viện dẫn một văn bản thì viết hoa Phần, Chương, Mục, Tiểu mục, Điều; viết thường khoản, điểm.

    Chỗ bắt đầu câu, bắt đầu một ý trong danh sách hoặc trong ngoặc kép không xét.

    Đạt: quy định tại điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP
    Không đạt: quy định tại Điểm a Khoản 2 điều 5 Nghị định số 30/2020/NĐ-CP
    """
    yield from faults(prose(paper).written, find_citations, mended=True)


@rule("X02", Severity.WARNING, "PL II.IV.1, III.1.c")
def ten_co_dinh(paper: Paper) -> Verdicts:
    """Tên cơ quan, tổ chức và địa danh mà Nghị định đã định cách viết thì ghi đúng cách viết ấy.

    Gồm: Ủy ban nhân dân, Hội đồng nhân dân, Mặt trận Tổ quốc, Đảng Cộng sản Việt Nam, Ban Chấp hành Trung ương, Liên hợp quốc,
    Thủ đô Hà Nội, Thành phố Hồ Chí Minh, tên bộ, sở, phòng, các chữ tắt tên tổ chức quốc tế. Chữ in hoa toàn bộ không xét.

    Đạt: Ủy ban nhân dân tỉnh, Sở Giáo dục và Đào tạo
    Không đạt: Ủy Ban Nhân dân tỉnh, Sở Giáo dục và đào tạo
    """
    yield from faults(prose(paper).named, find_names, mended=True)


@rule("X12", Severity.WARNING, "PL II.III.1.a, III.1.b")
def don_vi_hanh_chinh(paper: Paper) -> Verdicts:
    """Danh từ chung chỉ đơn vị hành chính đứng trước tên riêng thì viết thường, đứng trước số thì viết hoa.

    Tên đơn vị là tên người, tên sự kiện lịch sử thì danh từ chung cũng viết hoa (Phường Điện Biên Phủ), nên với huyện, quận, xã,
    phường, thị trấn chỉ lưu ý để người soạn tự xem lại.

    Đạt: trên địa bàn tỉnh Sóc Trăng; cư trú tại Phường 3
    Không đạt: trên địa bàn Tỉnh Sóc Trăng; cư trú tại phường 3
    """
    yield from faults(prose(paper).named, find_units, mended=True)


@rule("X13", Severity.WARNING, "PL II.V.6")
def ten_loai_van_ban(paper: Paper) -> Verdicts:
    """Nói đến một văn bản cụ thể thì viết hoa chữ cái đầu của tên loại và của tên gọi văn bản.

    Đạt: theo Quyết định số 15/QĐ-UBND; Luật Đất đai
    Không đạt: theo quyết định số 15/QĐ-UBND; Luật đất đai
    """
    yield from faults(prose(paper).written, find_kinds, mended=True)


@rule("X16", Severity.WARNING, "PL II.V.1")
def nhan_dan(paper: Paper) -> Verdicts:
    """Danh từ Nhân dân, Nhà nước viết hoa chữ cái đầu.

    Trong tên cơ quan, tổ chức, lực lượng (Ủy ban nhân dân, Tòa án nhân dân, thanh tra nhân dân) thì viết thường.

    Đạt: lấy ý kiến cán bộ, công chức và Nhân dân
    Không đạt: lấy ý kiến cán bộ, công chức và nhân dân
    """
    yield from faults(prose(paper).written, find_people)


def find_citations(text: str) -> Iterator[Hit]:
    """Yield khoản and điểm with a capital, điều, mục, chương without one."""
    for match in _LOWER.finditer(text):
        if begins_nothing(text, match.start()) and not _BUDGET.search(text, max(0, match.start() - 14), match.start()):
            yield rewritten(match.start(), match[0].strip(), match[0].strip().lower())
    for match in _ARTICLE.finditer(text):
        before = _BEFORE_ARTICLE.search(text, max(0, match.start() - 14), match.start())
        if before or (begins_nothing(text, match.start()) and _BEHIND_ARTICLE.match(text, match.start())):
            yield rewritten(match.start(), "điều", "Điều")
    for match in _DIVISION.finditer(text):
        yield rewritten(match.start(1), match[1], match[1].capitalize())


def find_people(text: str) -> Iterator[Hit]:
    """Yield "nhân dân" where it is no part of a name and so stands for the people, which has a capital; the state likewise."""
    for place in places(text, "nhân dân"):
        before = text[max(0, place - 22) : place]
        if not _NAMED_AFTER_PEOPLE.search(before) and not text[place + 8 : place + 9].isalnum():
            yield rewritten(place, "nhân dân", "Nhân dân")
    for match in _STATE.finditer(text):
        yield rewritten(match.start(1), "nhà nước", "Nhà nước")


def find_names(text: str) -> Iterator[Hit]:
    """Yield names whose capitals the decree fixes, where they are wrong."""
    for start, wrong, right in misspelt_names(text):
        yield rewritten(start, wrong, right)
    for match in _SCHOOL.finditer(text):
        yield rewritten(match.start(1), match[1], f"Trung học {match[1].split(' ', 2)[2].lower()}")


def find_units(text: str) -> Iterator[Hit]:
    """Yield administrative units with a capital before a name, without one before a number."""
    for match in _UNIT.finditer(text):
        of_office = match[1] in ("Tỉnh", "Thành phố") and _OF_AN_OFFICE.search(text, max(0, match.start() - 50), match.start())
        if not of_office and not _OF_A_PLACE.search(text, max(0, match.start() - 12), match.start()):
            continue
        if match[1] in ("Tỉnh", "Thành phố"):
            yield rewritten(match.start(), match[1], match[1].lower())
        else:
            message = f"“{match[1]}” đứng trước tên riêng viết thường, trừ khi là tên người, tên sự kiện lịch sử"
            yield Hit(match.start(), match.end(), message, f"xem lại chữ “{match[1]}”", Severity.NOTE)
    for match in _BARE_UNIT.finditer(text):
        hit = rewritten(match.start(1), match[1], match[1].lower())
        yield hit if match[1] == "Tỉnh" else hit._replace(severity=Severity.NOTE)
    for match in _NUMBERED.finditer(text):
        if not _PLURAL.search(text, max(0, match.start() - 8), match.start()):
            yield rewritten(match.start(), match[0], match[0].capitalize())


def find_kinds(text: str) -> Iterator[Hit]:
    """Yield a kind of paper before its number, and the name of a law, without a capital."""
    for match in _NUMBER.finditer(text):
        kind = _KIND.search(text, max(0, match.start() - 24), match.start())
        if kind:
            yield rewritten(kind.start(), kind[0], kind[0].capitalize())
    for match in _LOWER_LAW.finditer(text):
        if begins_nothing(text, match.start()):
            yield rewritten(match.start(), match[0], match[0].capitalize())
    for match in _LAW.finditer(text):
        name = match[1] or match[2]
        yield rewritten(match.start(), match[0], match[0].replace(name, name[0].upper() + name[1:]))
