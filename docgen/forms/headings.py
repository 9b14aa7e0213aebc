"""Finds the headings of a form's tables by their words, in whatever columns they stand now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.forms import formlayout as at
from docgen.text.folding import folded, folded_words

_RESULT_WORDS: Final = {
    "ma": (at.CODE, "mã nhiệm vụ", "mã việc", "mã số", "mã nv"),
    "ten": (at.TASK, "tên nhiệm vụ", "nội dung nhiệm vụ", "công việc"),
    "vai": (at.ROLE,),
    "thoi_gian": (at.TIME, "thời hạn", "hạn"),
    "trang_thai": (at.STATUS, "tình trạng", "tiến độ"),
    "ngay_hoan_thanh": (at.DONE_ON, "ngày ht", "thời gian hoàn thành", "ngày xong"),
    "noi_dung": (at.DONE, "kết quả", "nội dung thực hiện", "nội dung đã thực hiện"),
    "kho_khan": (at.DIFFICULTIES, "khó khăn", "vướng mắc"),
    "kien_nghi": (at.PROPOSALS, "đề xuất"),
}
_FIGURE_WORDS: Final = {
    "ma": _RESULT_WORDS["ma"],
    "ten": _RESULT_WORDS["ten"],
    "chi_tieu": (at.MEASURE,),
    "don_vi_tinh": (at.MEASURED_IN, "đvt", "đv tính"),
    "so_luong": (at.AMOUNT, "số liệu"),
}
_NUMBER_COLUMN: Final = frozenset({"stt", "tt", "sott"})
_TELLING: Final = ({"trang_thai", "noi_dung"}, {"chi_tieu", "so_luong"})


@dataclass(frozen=True, slots=True)
class Headings:
    """What the columns of a table mean, the headings that are unknown, and whether it is the table of figures."""

    columns: Mapping[int, str]
    others: Mapping[int, str]
    is_figures: bool


def headings(texts: Mapping[int, str], least: int) -> Headings | None:
    """Return what a row of these texts by their columns heads, None where fewer than `least` headings are known."""
    results, figures = _columns(texts, _RESULT_WORDS), _columns(texts, _FIGURE_WORDS)
    is_figures = len(figures) > len(results)
    known = figures if is_figures else results
    if len(known) < least or not _TELLING[is_figures] & set(known.values()):
        return None
    others = {column: text for column, text in texts.items() if column not in known and folded(text) not in _NUMBER_COLUMN}
    return Headings(known, others, is_figures)


def _columns(texts: Mapping[int, str], words: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Return which column has which meaning: first by the whole heading, then by how it opens."""
    plain = {column: folded_words(text) for column, text in texts.items()}
    found: dict[int, str] = {}
    for is_whole in (True, False):
        for name, spellings in words.items():
            for word in map(folded_words, spellings):
                means = [
                    column for column, text in plain.items() if column not in found and _means(text, word, is_whole=is_whole)
                ]
                if means and name not in found.values():
                    found[means[0]] = name
    return found


def _means(text: str, word: str, *, is_whole: bool) -> bool:
    return text == word if is_whole else text.startswith(f"{word} ")
