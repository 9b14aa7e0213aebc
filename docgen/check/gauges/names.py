"""Names of offices and bodies whose capitals and joints are fixed, and where a text has them otherwise (PL II.III, II.IV)."""

from collections.abc import Iterator
from typing import Final

from docgen.check.gauges.prose import lowered, places
from docgen.text.patterns import lazy_re

_FIXED: Final = (  # each is wrong wherever its letters are the same and its capitals are not
    "Hội đồng nhân dân", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Mặt trận Tổ quốc", "Đảng Cộng sản Việt Nam",
    "Ban Chấp hành Trung ương", "Liên hợp quốc", "Thành phố Hồ Chí Minh", "Thủ đô Hà Nội",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "UNESCO", "UNICEF",
    "ASEAN", "WTO",
)  # fmt: skip
_LOWER_TOO: Final = frozenset(("Thành phố Hồ Chí Minh", "Thủ đô Hà Nội", "Liên hợp quốc"))
_SEVERAL: Final = ("các ", "hai ")  # "các thành phố Hồ Chí Minh, Cần Thơ": the words are no name
_OFFICES: Final = ("Bộ", "Sở", "Phòng", "Ban", "Cục", "Vụ", "Ủy ban", "Uỷ ban", "Trung tâm")
_SURE: Final = ("Bộ", "Sở")  # with a capital they begin a name, whatever stands behind them
_FIELDS: Final = (  # what a body works on, as its name writes it behind one of _OFFICES
    "Nội vụ", "Tài chính", "Tư pháp", "Y tế", "Xây dựng", "Công Thương", "Công an", "Quốc phòng", "Ngoại giao",
    "Giao thông vận tải", "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thông tin", "Văn hóa - Xã hội", "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn",
    "Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Kế hoạch và Đầu tư", "Tài chính - Kế hoạch",
    "Lao động - Thương binh và Xã hội", "Dân tộc và Tôn giáo",
)  # fmt: skip
_RIGHT_NAMES: Final = {name.lower(): name for name in _FIXED}
_RIGHT_FIELDS: Final = {field.lower(): field for field in sorted(_FIELDS, key=len, reverse=True)}
_OF_DISTRICTS: Final = ("Tài chính - Kế hoạch", "Văn hóa - Xã hội", "Văn hóa và Thông tin")
_JOINT: Final = lazy_re(r",? và |, | - ")
_JOINED: Final = tuple(  # the same words with other marks between them, or none
    (
        lazy_re(rf"\b(?P<office>Bộ|Sở) (?P<field>{r'(?: ?[-–&,/]| và)*? ?(?: |(?<=[-–/]))'.join(_JOINT.split(field))})(?!\w)"),
        field,
        f" {_JOINT.split(field)[0]}",
    )
    for field in _FIELDS
    if _JOINT.search(field) and field not in _OF_DISTRICTS
)
_VERB: Final = "Xây dựng"  # "Sở xây dựng kế hoạch": there it is what the office does
_ENDS_NAME: Final = lazy_re(r"\s*(?:[,;.:)]|$|(?:tỉnh|thành phố|và|phối hợp|chủ trì)\b)")
_UNIT_BEHIND: Final = lazy_re(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b")
_BEFORE_NAME: Final = frozenset(" \t\n\xa0(“\"'/,;:–-")
_GOES_ON: Final = lazy_re(r"\.?\w")


def misspelt_names(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the place of each name in `text` with wrong capitals, the name as it stands there and as it has to be."""
    small = lowered(text)
    for wanted, right in _RIGHT_NAMES.items():
        for place in places(small, wanted):
            end = place + len(wanted)
            if text[place:end] != right and _stands_alone(text, place, end) and _is_wrong(text, place, right):
                yield place, text[place:end], right
    yield from _misspelt_offices(text, small)
    yield from _misjoined_offices(text)


def _misspelt_offices(text: str, small: str) -> Iterator[tuple[int, str, str]]:
    for field, right in _RIGHT_FIELDS.items():
        for place in places(small, field):
            typed = text[place : place + len(field)]
            if typed == right or typed.isupper():
                continue
            office = next((head for head in _OFFICES if text.endswith(f"{head} ", 0, place)), None)
            if (
                office
                and not text[place + len(field) : place + len(field) + 1].isalnum()
                and (typed[0].isupper() or (office in _SURE and (right != _VERB or _ENDS_NAME.match(text, place + len(field)))))
            ):
                yield place - len(office) - 1, f"{office} {typed}", f"{office} {right}"


def _misjoined_offices(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield names of offices whose parts are joined otherwise: "Sở Văn hóa – Thể thao và Du lịch", "Sở Khoa học Công nghệ"."""
    for pattern, right, opening in _JOINED:
        for match in pattern.finditer(text) if opening in text else ():
            if match["field"].lower() != right.lower():
                yield match.start(), match[0], f"{match['office']} {right}"


def _is_wrong(text: str, place: int, right: str) -> bool:
    wrong = text[place : place + len(right)]
    if wrong.isupper() or text.endswith(_SEVERAL, 0, place):
        return False
    if wrong[0].isupper() or right in _LOWER_TOO:
        return True
    return right.endswith("nhân dân") and _UNIT_BEHIND.match(text, place + len(right)) is not None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the name is words of its own and no part of an address on the net."""
    return (start == 0 or text[start - 1] in _BEFORE_NAME) and _GOES_ON.match(text, end) is None
