"""Rules of wording: numbers, doubled words, two ways of placing tone marks."""

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq
from typing import Final

from docgen.check.anatomy import Paper
from docgen.check.finding import Fault, Rules, Severity, Verdicts
from docgen.check.gauges.lettering import THONG_LE
from docgen.check.gauges.prose import Hit, faults, lowered, prose
from docgen.check.view import Cell, Table
from docgen.text.patterns import lazy_re
from docgen.text.viendan import days

rule = Rules("Câu chữ")
_DECIMAL: Final = lazy_re(r"\d{1,3}\.\d{1,2}(?= ?(?:%|tỷ\b|triệu\b(?! tập| hồi)|nghìn\b|ha\b|km|m2|m²|kg\b|tấn\b|lít\b))")
_THOUSANDS: Final = lazy_re(r"\d{1,3}(?:,\d{3}){2,5}(?![\d,])|\d{1,3},\d{3}(?= (?:đồng|người|hộ|lượt|hồ sơ|văn bản|học sinh)\b)")
_POINT: Final = lazy_re(r"\d{1,4}\.\d{1,2}")
_CODES: Final = lazy_re(r"stt|\btt\b|mã|ký hiệu|mục|điều|chương|ngày|tháng|số hiệu|phiên bản|tiêu chí")
_BARE: Final = lazy_re(r"(?<!\d)\d{5,15}(?= ?(?:đồng|đ)\b)")
_NEVER: Final = frozenset("các của và với những cũng hoặc nếu nhưng rằng đã sẽ đang rất này là trước".split())
_SELDOM: Final = {  # words doubled by mistake, and the words before them that make two of them right: "cấp trên trên địa bàn"
    "trong": frozenset("bên ở phía từ nằm".split()),
    "trên": frozenset("cấp nêu nói kể phía bên ở như trở từ lên kế".split()),
    "theo": frozenset("tiếp kèm dựa noi mang đi bám làm".split()),
    "tại": frozenset("hiện tồn".split()),
    "khi": frozenset("trước trong sau đôi mỗi trừ".split()),
    "bị": frozenset("thiết trang chuẩn".split()),
    "việc": frozenset("công sự làm vụ".split()),
    "như": frozenset("hầu gần dường".split()),
    "để": frozenset(("triệt",)),
}
_COMPOUNDS: Final = {  # syllables that end many words, and what they begin words with: "quy định định kỳ" is no slip
    first: frozenset(second.split())
    for first, second in (
        line.split(": ")
        for line in """
        tỉnh: ủy uỷ đoàn lỵ lộ thành
        huyện: ủy uỷ đoàn
        xã: hội viên luận
        tác: động phẩm giả dụng phong chiến nghiệp hại
        chính: quyền sách trị phủ thức xác quy đáng sự thống phẩm ngạch tả là
        định: kỳ hướng mức lượng danh biên luật kiến cư canh vị giá tội hình ra
        hiện: hành nay đại có trạng tại hữu vật diện tượng thực
        trình: bày độ diễn tự
        hành: chính vi động nghề trình lang
        lý: do luận lịch thuyết
        vụ: việc mùa án lợi
        hạn: chế mức hán
        quả: thực
        chức: năng danh vụ trách sắc nghiệp
        triển: khai lãm vọng
        khai: thác mạc giảng báo trương
        đảm: bảo nhiệm đương
        bảo: đảm vệ hiểm tồn mật hộ trợ tàng
        giải: quyết pháp thể thưởng trí phóng đáp trình ngân
        quyết: định toán liệt tâm nghị
        phố: biến phường
        trưởng: phòng ban thành đoàn khoa thôn ấp
        viên: chức mãn
        dân: tộc cư số sự chủ quân vận tộc trí sinh quyền
        nghị: quyết định sự
        hội: nghị đồng thảo viên nhập họp trường
        thông: tin báo qua tư tri suốt thường thoáng tục thương minh
        truyền: thông hình thống thanh tải
        đồng: thời chí bào bộ ý hành thuận
        gian: lận dối khổ
        đơn: vị giản thư xin giá
        vị: trí thế
        nhiệm: vụ kỳ
        phương: án pháp tiện hướng châm thức
        hướng: dẫn tới đến
        cường: độ quốc
        """.strip().splitlines()
    )
    for first, second in [(first.strip(), second)]
}
_ONE: Final = lazy_re(rf"(?<![\w-])({'|'.join((*_NEVER, *_SELDOM, *_COMPOUNDS))}) +\1(?!\w)")
_MARKS: Final = str.maketrans(dict.fromkeys("(“.,;:)”", " "))
_NEXT: Final = lazy_re(r" +(\w+)")
_PHRASES: Final = (  # not those that name both a doer and what he does: "nhà phát triển phát triển"
    "thực hiện|triển khai|đối với|công tác|tiếp tục|tăng cường|nâng cao|bảo đảm|đảm bảo|trên địa|địa bàn|nhiệm vụ|kế hoạch"
    "|trách nhiệm|kết quả|nội dung|nhân dân|người dân|cơ quan|đơn vị|căn cứ|của các|và các|góp phần|chất lượng|hiệu quả|tình hình"
    "|thời gian|quy định|hoàn thành"
)
_TWO: Final = lazy_re(rf"(?<![\w-])({_PHRASES}) +\1(?!\w)")
_BEFORE: Final = lazy_re(r"(\w+) $")
_LEAVING: Final = lazy_re(r" (?:lại|dành|ý|trống)\b")  # "để để lại": the second is a verb
_OLD_MARKS: Final = lazy_re(r"(?:[òóỏõọ][ae]|[ùúủũụỦỤÚ]y)(?!\w)")
_NEW_MARKS: Final = lazy_re(r"(?:o[àáảãạèéẻẽẹ]|[uU][ỳýỷỹỵ])(?!\w)")
_ONSET: Final = lazy_re(r"(?<!\w)[bcdđghklmnprstvx]{0,3}$")


@rule("X04", Severity.NOTE, THONG_LE)
def con_so(paper: Paper) -> Verdicts:
    """Số thập phân dùng dấu phẩy, hàng nghìn tách bằng dấu chấm; ngày, tháng trong bài viết theo một lối.

    Đạt: 12,5%; 1.250.000 đồng; ngày 05 tháng 3 năm 2024
    Không đạt: 12.5%; 1,250,000 đồng; lúc ngày 05 tháng 3 năm 2024, lúc 05/3/2024
    """
    yield from faults(prose(paper).written, find_numbers)
    yield from _decimals_in_tables(paper)
    yield from _two_kinds_of_days(paper)


@rule("X09", Severity.WARNING, THONG_LE)
def lap_tu(paper: Paper) -> Verdicts:
    """Không gõ lặp từ.

    Từ láy (ngày ngày, luôn luôn) và các chữ đứng cạnh nhau đúng nghĩa (cấp trên trên địa bàn) không xét.

    Đạt: các cơ quan, đơn vị của tỉnh
    Không đạt: các các cơ quan, đơn vị của của tỉnh
    """
    yield from faults(prose(paper).written, find_doubled)


@rule("X10", Severity.NOTE, THONG_LE)
def dau_thanh(paper: Paper) -> Verdicts:
    """Trong một văn bản chỉ dùng một lối đặt dấu thanh: hòa, ủy hoặc hoà, uỷ.

    Nghị định dùng cả hai lối; tên riêng của người không xét.

    Đạt: ủy ban, hòa giải
    Không đạt: ủy ban, hoà giải
    """
    texts = prose(paper).named
    old, new = syllables(texts.text, _OLD_MARKS), syllables(texts.text, _NEW_MARKS)
    if old and new:
        fewer, more = sorted((old, new), key=len)
        (place, word), (_, other) = fewer[0], more[0]
        message = f"Hai lối đặt dấu thanh: “{word}” ({len(fewer)} chỗ) và “{other}” ({len(more)} chỗ)"
        yield Fault(texts.excerpt(place, place + len(word)), message, "thống nhất một lối trong cả văn bản")


def find_numbers(text: str) -> Iterator[Hit]:
    """Yield numbers that are not written the Vietnamese way."""
    for match in _DECIMAL.finditer(text):
        yield from _number(match, "dùng dấu phẩy cho phần thập phân", match[0].replace(".", ","))
    for match in _THOUSANDS.finditer(text):
        yield from _number(match, "tách hàng nghìn bằng dấu chấm", match[0].replace(",", "."))
    for match in _BARE.finditer(text):
        yield from _number(match, "tách hàng nghìn bằng dấu chấm", f"{int(match[0]):,}".replace(",", "."))


def find_doubled(text: str) -> Iterator[Hit]:
    """Yield words that stand twice by mistake."""
    small = lowered(text)
    words = small.translate(_MARKS).split()
    if _doubles(words):
        yield from (_doubled(match, text) for match in _ONE.finditer(small) if not _belongs_twice(text, small, match))
    if b"\1\1" in bytes(map(eq, words, words[2:])):
        yield from (_doubled(match, text) for match in _TWO.finditer(small))


def syllables(text: str, marks: re.Pattern[str]) -> list[tuple[int, str]]:
    """Return the places of the syllables in `text` that bear their tone as `marks` says, the names of people left aside."""
    found = []
    for match in marks.finditer(text):
        onset = _ONSET.search(text, max(0, match.start() - 4), match.start())
        if onset:
            found.append((onset.start(), onset[0] + match[0]))
    return found


def _doubles(words: list[str]) -> bool:
    """Return whether one of the words that are doubled by mistake stands twice in a row: a quick look before a slow one."""
    return any(word in _NEVER or word in _SELDOM or word in _COMPOUNDS for word in compress(words, map(eq, words, words[1:])))


def _belongs_twice(text: str, small: str, match: re.Match[str]) -> bool:
    if text[match.start()].islower() and text[match.end() - len(match[1])].isupper():  # "Xã hội Hội Phụ nữ": a name opens
        return True
    before = _BEFORE.search(small, max(0, match.start() - 8), match.start())
    if match[1] == "để" and _LEAVING.match(small, match.end()):
        return True
    behind = _NEXT.match(small, match.end())
    begins_word = before is not None and behind is not None and behind[1] in _COMPOUNDS.get(match[1], ())
    return begins_word or (before is not None and before[1] in _SELDOM.get(match[1], ()))


def _number(match: re.Match[str], why: str, right: str) -> Iterator[Hit]:
    before = match.string[match.start() - 1 : match.start()]
    if not before.isalnum() and before not in tuple(".,/-"):
        yield Hit(match.start(), match.end(), f"“{match[0]}”: {why}", f"gõ lại: {right}")


def _doubled(match: re.Match[str], text: str) -> Hit:
    return Hit(match.start(), match.end(), f"Lặp từ “{text[match.start() : match.end()]}”", f"giữ một chữ “{match[1]}”")


def _decimals_in_tables(paper: Paper) -> Iterator[Fault]:
    """Yield the cells of a table that hold a number alone, with a point where Vietnamese has a comma; codes are left aside."""
    tables = (*paper.tables, *(table for appendix in paper.phu_luc for table in appendix.tables))
    wrong = [
        cell.paragraphs[0]
        for table in tables
        if table.ruled
        for cell in _cells_of_figures(table)
        if _POINT.fullmatch(_words(cell))
    ]
    if wrong:
        count = f" ({len(wrong)} ô)" if len(wrong) > 1 else ""
        message = f"“{wrong[0].words}” trong bảng: dùng dấu phẩy cho phần thập phân{count}"
        yield Fault(wrong[0], message, f"gõ lại: {wrong[0].words.replace('.', ',')}", others=tuple(wrong[1:]))


def _cells_of_figures(table: Table) -> Iterator[Cell]:
    heads = {cell.column: _words(cell).lower() for cell in (table.rows[0].cells if table.rows else ())}
    for row in table.rows[1:]:
        yield from (
            cell for cell in row.cells if cell.column and cell.paragraphs and not _CODES.search(heads.get(cell.column, ""))
        )


def _words(cell: Cell) -> str:
    return " ".join(paragraph.words for paragraph in cell.paragraphs).strip()


def _two_kinds_of_days(paper: Paper) -> Iterator[Fault]:
    texts = prose(paper).flowing
    written = [day for day in days(texts.text) if day.year is not None]
    long = [day for day in written if "tháng" in day.text]
    short = [day for day in written if "tháng" not in day.text]
    if long and short:
        day = min(long, short, key=len)[0]
        message = f"Ngày viết hai lối: ngày {long[0].text} và {short[0].text}"
        yield Fault(texts.excerpt(day.start, day.end), message, "viết ngày theo một lối trong cả văn bản")
