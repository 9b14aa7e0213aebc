"""Names whose capitals the decree fixes (PL II.III, II.IV), each with the ways in which they are written wrong."""

import re
from collections.abc import Iterator
from typing import Final

from docgen.check.rules.prose import lowered, places

_FIXED: Final = (  # each is wrong wherever its letters are the same and its capitals are not
    "Hội đồng nhân dân",
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Mặt trận Tổ quốc",
    "Đảng Cộng sản Việt Nam",
    "Ban Chấp hành Trung ương",
    "Liên hợp quốc",
    "Thành phố Hồ Chí Minh",
    "Thủ đô Hà Nội",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "UNESCO",
    "UNICEF",
    "ASEAN",
    "WTO",
)
_LOWER_TOO: Final = frozenset(("Thành phố Hồ Chí Minh", "Thủ đô Hà Nội", "Liên hợp quốc"))
_SEVERAL: Final = ("các ", "hai ")  # "các thành phố Hồ Chí Minh, Cần Thơ": the words are no name
_HEADS: Final = ("Bộ", "Sở", "Phòng", "Ban", "Cục", "Vụ", "Ủy ban", "Uỷ ban", "Trung tâm")
_SURE: Final = ("Bộ", "Sở")  # with a capital they begin a name, whatever stands behind them
_FIELDS: Final = (  # what a body works on, as its name writes it behind one of _HEADS
    "Nội vụ",
    "Tài chính",
    "Tư pháp",
    "Y tế",
    "Xây dựng",
    "Công Thương",
    "Công an",
    "Quốc phòng",
    "Ngoại giao",
    "Giao thông vận tải",
    "Giáo dục và Đào tạo",
    "Khoa học và Công nghệ",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thông tin",
    "Văn hóa - Xã hội",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông",
    "Kế hoạch và Đầu tư",
    "Tài chính - Kế hoạch",
    "Lao động - Thương binh và Xã hội",
    "Dân tộc và Tôn giáo",
)
_RIGHT: Final = {name.lower(): name for name in _FIXED}
_RIGHT_FIELDS: Final = {field.lower(): field for field in sorted(_FIELDS, key=len, reverse=True)}
_VERB: Final = "Xây dựng"  # "Sở xây dựng kế hoạch": there it is what the office does
_ENDS_NAME: Final = re.compile(r"\s*(?:[,;.:)]|$|(?:tỉnh|thành phố|và|phối hợp|chủ trì)\b)")
_UNIT: Final = re.compile(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b")
_BEFORE: Final = frozenset(" \t\n\xa0(“\"'/,;:–-")
_GOES_ON: Final = re.compile(r"\.?\w")


def misspelt_names(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the place of each name in `text` with wrong capitals, the name as it stands there and as it has to be."""
    small = lowered(text)
    for wanted, right in _RIGHT.items():
        for place in places(small, wanted):
            end = place + len(wanted)
            if text[place:end] != right and _stands_alone(text, place, end) and _is_wrong(text, place, right):
                yield place, text[place:end], right
    yield from _misspelt_offices(text, small)


def _misspelt_offices(text: str, small: str) -> Iterator[tuple[int, str, str]]:
    for field, right in _RIGHT_FIELDS.items():
        for place in places(small, field):
            typed = text[place : place + len(field)]
            if typed == right or typed.isupper():
                continue
            office = next((head for head in _HEADS if text.endswith(f"{head} ", 0, place)), None)
            if (
                office
                and not text[place + len(field) : place + len(field) + 1].isalnum()
                and (typed[0].isupper() or (office in _SURE and (right != _VERB or _ENDS_NAME.match(text, place + len(field)))))
            ):
                yield place - len(office) - 1, f"{office} {typed}", f"{office} {right}"


def _is_wrong(text: str, place: int, right: str) -> bool:
    wrong = text[place : place + len(right)]
    if wrong.isupper() or text.endswith(_SEVERAL, 0, place):
        return False
    if wrong[0].isupper() or right in _LOWER_TOO:
        return True
    return right.endswith("nhân dân") and _UNIT.match(text, place + len(right)) is not None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the name is words of its own and no part of an address on the net."""
    return (start == 0 or text[start - 1] in _BEFORE) and _GOES_ON.match(text, end) is None
