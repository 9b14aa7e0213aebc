"""The figures that answers bring, those of one name and one unit of measure together: counts are added up, rates never are.

A rate, an average, a score or a rank of each unit is none of all of them: nobody can add 98% to 90%.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from docgen.data.model.ketqua import KetQuaViec, SoLieu
from docgen.text.folding import measure_key, same_words, without_marks
from docgen.text.patterns import lazy_re
from docgen.text.so import total

_SCORE: Final = "điểm"
_OF_ONE: Final = r"[\d.]+|vạn|nghìn|người|đầu người|hộ|dân|lao động|đơn vị|giờ|ngày|tuần|tháng|quý|năm|ha|km|m2|m²|km2|km²"
_RATE_UNIT: Final = lazy_re(
    rf"[%‰]|\b(?:phần (?:trăm|nghìn|ngàn|vạn)|(?:thứ )?hạng|bậc)\b|\A{_SCORE}\b|/\s*(?:{_OF_ONE})(?![^\W\d_])"
)
_AVERAGES: Final = r"\b(?:bình quân|trung bình|đầu người)\b|(?<!\d)[%‰]"
_RATES: Final = (
    r"\b(?:(?:tỷ|tỉ) (?:lệ|suất|trọng|số)|phần trăm|mật độ|hệ số|tốc độ|năng suất|lãi suất|đơn giá|mức độ|độ (?:che )?phủ|chỉ số"
    rf"|tăng trưởng|thứ hạng|xếp (?:thứ )?hạng|{_SCORE})\b"
)
_PLACES: Final = (  # a "điểm" that is counted
    r"điểm (?:cầu|bán|trường|phát|tiếp|truy cập|du lịch|dân cư|đen|nóng|ngập|sạt lở|dừng|đỗ|tập kết|thu gom|giao dịch|chi trả"
    r"|sinh hoạt|vui chơi|bưu điện|thi|tiêm|tuyên truyền|hỗ trợ|kinh doanh|cung cấp|tư vấn|cấp|quan trắc|internet|wifi|wi-fi"
    r"|bỏ phiếu|văn hóa|tái định cư)\b"
)
_OTHERS: Final = (  # words that hold those above and are no rates
    r"\b(?:thí|địa|thời|trọng|quan|đặc|cao|ưu|nhược|khuyết|kiểm|luận|tâm|giao) điểm\b|\b\d+ điểm\b"
    r"|\b(?:mức sống|học lực|(?:xếp )?loại|quy mô) trung bình\b|\b(?:được|đã) xếp hạng\b|\bxếp hạng \d\b"
)
_COUNTED: Final = r"\A(?:tổng số|số(?: lượng| lượt)?|lượt) (?!điểm\b)"  # "số đơn vị đạt tỷ lệ 100%"
_NOT_ADDED: Final = (
    "chỉ tiêu “{name}” là tỷ lệ, mức bình quân, điểm hoặc thứ hạng nên không cộng, báo cáo ghi riêng từng số; "
    "nếu cần một số chung thì tự tính rồi ghi vào ⦃so_lieu¦số liệu⦄ thay các số đó"
)


def _also_unmarked(pattern: str) -> str:
    return f"{pattern}|{without_marks(pattern)}"


_IS_AVERAGE: Final = lazy_re(_also_unmarked(_AVERAGES))
_IS_RATE: Final = lazy_re(_also_unmarked(f"{_AVERAGES}|{_RATES}"))
_IS_PLACE: Final = lazy_re(_also_unmarked(_PLACES))
_IS_OTHER: Final = lazy_re(_also_unmarked(f"{_OTHERS}|{_PLACES}"))
_IS_COUNTED: Final = lazy_re(_also_unmarked(_COUNTED))


def is_rate(name: str, unit: str) -> bool:
    """Return whether a figure of this name and unit of measure is one that must not be added up."""
    name, unit = same_words(name), same_words(unit)
    if _RATE_UNIT.search(unit) and not (unit == _SCORE and _IS_PLACE.search(name)):
        return True
    words = _IS_OTHER.sub(" ", name)
    return bool((_IS_AVERAGE if _IS_COUNTED.match(words) else _IS_RATE).search(words))


class ChiTieu(NamedTuple):
    """A figure: what is counted, in which unit of measure, how many in all, and which answer brought how many.

    `tong` is None where there are several that must not be added up.
    """

    ten: str
    don_vi_tinh: str
    tong: Decimal | None
    nguon: tuple[tuple[str, str, Decimal], ...]  # code, who answered, how many


def key_of(one: SoLieu) -> tuple[str, str]:
    """Return what figures of one name and one unit of measure share."""
    return same_words(one.chi_tieu), measure_key(one.don_vi_tinh or "")


def figures(answers: Iterable[tuple[str, KetQuaViec]]) -> list[ChiTieu]:
    """Return the figures in `answers`, each of one name and one unit of measure together, in the order in which they come."""
    names: dict[tuple[str, str], tuple[str, str]] = {}
    found: dict[tuple[str, str], list[tuple[str, str, Decimal]]] = defaultdict(list)
    for ma, answer in answers:
        for one in answer.so_lieu:
            key = key_of(one)
            names.setdefault(key, (one.chi_tieu, one.don_vi_tinh or ""))
            found[key].append((ma, answer.don_vi or "", one.so_luong))
    return [
        ChiTieu(*names[key], None if len(parts) > 1 and is_rate(*names[key]) else total(many for *_, many in parts), tuple(parts))
        for key, parts in found.items()
    ]


def not_added(found: Iterable[ChiTieu]) -> Iterator[tuple[str, str]]:
    """Yield of which figures the parts were not added up, each by the code of its first answer, with why.

    Rates are not, and neither is a figure of one name that is measured in different units.
    """
    units: dict[str, list[ChiTieu]] = defaultdict(list)
    for one in found:
        units[same_words(one.ten)].append(one)
    for several in units.values():
        if len(several) > 1:
            said = ", ".join(f"“{one.don_vi_tinh}”" if one.don_vi_tinh else "không ghi đơn vị" for one in several)
            yield (
                several[0].nguon[0][0],
                f"chỉ tiêu “{several[0].ten}” có {len(several)} đơn vị tính ({said}) nên không cộng chung; xem lại",
            )
        for one in several:
            if one.tong is None:
                yield one.nguon[0][0], _NOT_ADDED.format(name=one.ten)
