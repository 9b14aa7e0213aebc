"""The words in which no unit was recognised, each piece with the nearest name; and how a sentence opens."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from docgen.text.folding import folded_words, name_key
from docgen.text.patterns import lazy_re
from docgen.work.units.words import CAPITAL

_ASKING: Final = r"(?:(?:trân trọng|kính)?\s*(?:đề nghị|giao cho|giao|yêu cầu|đối với|trách nhiệm của|nhiệm vụ của)\s+)"
_HEAD: Final = (
    r"(?:(?:tất cả|toàn thể|toàn bộ|đồng chí|thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|chủ tịch|trưởng|chánh)\s+"
    rf"(?=các\b|{CAPITAL}))"
)
_OPENER: Final = lazy_re(rf"\s*(?P<asking>{_ASKING})?(?:(?i:{_HEAD}))?", re.IGNORECASE)
_SURE: Final = (
    "công an|kho bạc|ngân hàng|tòa án|toà án|viện kiểm sát|bảo hiểm xã hội|bộ chỉ huy|liên đoàn lao động|liên minh|bưu điện"
    "|tỉnh đoàn"
)
_BEFORE_NAME: Final = (
    "sở|ban|cục|chi cục|hội|đoàn|đảng ủy|đảng uỷ|trường|viện|bệnh viện|trung tâm|ban quản lý|ban chỉ đạo|báo|đài|văn phòng"
    "|phòng|ủy ban|uỷ ban|ubnd|hđnd|cổng|tạp chí|nhà xuất bản|công ty|tổng công ty|tập đoàn|hiệp hội|liên hiệp|quỹ|bộ"
    "|tổng cục|vụ"
)
UNIT: Final = rf"(?:(?i:{_SURE})\b|(?i:{_BEFORE_NAME})\s+(?={CAPITAL}))"  # how a unit's name opens
_UNKNOWN_NAME: Final = lazy_re(rf"(?i:các\s+)?{UNIT}")
_BODY: Final = lazy_re(
    rf"(?i:các\s+)?(?i:{_SURE}|cơ quan|đơn vị|tổ chức|địa phương|hệ thống|báo chí|doanh nghiệp|hiệp hội|thành viên|đoàn thể"
    rf"|trường học|cơ sở|phòng|ban|ngành|hội|đảng ủy)\b|(?i:{_BEFORE_NAME})\s+(?={CAPITAL})"
)
VERBS: Final = (
    "chủ trì|chủ động|phối hợp|tham mưu|chỉ đạo|hướng dẫn|triển khai|thực hiện|xây dựng|căn cứ|tăng cường"
    "|có trách nhiệm|chịu trách nhiệm"
    "|theo|tiếp tục|đẩy mạnh|kiểm tra|đôn đốc|tổng hợp|bố trí|cân đối|thẩm định|cung cấp|tuyên truyền|phổ biến"
    "|báo cáo|rà soát|đề xuất|nghiêm túc|kịp thời|quán triệt|bảo đảm|đảm bảo|nâng cao|phân công"
    "|tích cực|thường xuyên|lồng ghép|quan tâm|tổ chức|mở|cùng|đưa"
)
_VERB: Final = lazy_re(rf"[,;:.]|\s(?:{VERBS})\b|\Z")
_RELATED: Final = lazy_re(r"liên quan(?: khác)?\b")
_NEXT: Final = lazy_re(r"\s*(?:[,;]|và\b)\s*(?:và\s+)?")
_MOST_WORDS: Final = 12
_ALIKE: Final = 0.75
_SHORT: Final = 15  # letters; in so few, what looks alike is often something else
_SHORT_ALIKE: Final = 0.8
_CANDIDATES: Final = 12
_RARE: Final = 0.2  # a word in more names than this share tells little
_WORDS: Final = 14  # names are no longer; the rest of a long sentence is not compared
_CLOSE: Final = 0.8  # a piece that is a misspelt name may hold commas; others are cut at them
_EDGE: Final = " \t\n,;.:/&–—-()+“”\"'…"
_LINK: Final = (
    r"(?:và|cùng với|cùng|với|hoặc|do|đồng thời|như sau|chủ trì|phối hợp với|phối hợp|kính đề nghị|đề nghị|giao cho|giao|yêu cầu"
    r"|đối với|trách nhiệm của|nhiệm vụ của|(?:cơ quan|đơn vị) (?:thường trực|chủ trì|phối hợp|đầu mối))"
)
_HEAD_OF_UNIT: Final = r"(?:tất cả|toàn thể|toàn bộ|đồng chí|thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|chủ tịch|trưởng|chánh)"
_LINKS_BEFORE: Final = lazy_re(rf"(?:[\s,;.:()–—-]|\b{_LINK}(?!\w))+", re.IGNORECASE)
_LINKS_BEHIND: Final = lazy_re(rf"(?:[\s,;.:()–—-]|\b{_LINK}(?!\w))+\Z", re.IGNORECASE)
_HEADS_BEHIND: Final = lazy_re(rf"\b{_HEAD_OF_UNIT}(?:\s+các)?\s*\Z", re.IGNORECASE)
_ONLY_LINKS: Final = lazy_re(rf"(?:\s*\b(?:{_LINK}|{_HEAD_OF_UNIT}|các)(?!\w))+\s*", re.IGNORECASE)
_CUTS: Final = lazy_re(rf"[:()]|(?:,|\b(?i:và)\b)(?=\s*(?:(?i:các)\b|{UNIT}))")
_HARD_CUTS: Final = lazy_re(r"[;\n]")
_OF_NAME: Final = lazy_re(r"(?:\A|\s)(?:(?:trực\s+)?thuộc|của)\Z", re.IGNORECASE)
_NAMED: Final = re.compile(  # "Bộ Nội vụ" is one, whatever its words mean one by one
    r"(?:Bộ|Ban|Sở|Phòng|Hội|Cục|Tổ)\s+(?!(?:Sở|Ban|Ngành|Cơ|Đơn|Đoàn|Bộ|Phòng|Hội|Tổ)\b)[A-ZĐÀ-ÖØ-ÝĂÂÊÔƠƯẠ-Ỹ](?=[a-zà-ỹđ])"
)
_VAGUE: Final = frozenset(
    name_key(word)
    for word in "sở ban ngành cơ quan đơn vị tổ chức địa phương đoàn thể cá nhân doanh nghiệp cấp hội phòng bộ phận lực lượng "
    "chức năng có "
    "liên khác trên bàn tỉnh những và các theo từng nội dung nhiệm vụ lĩnh vực thành viên thuộc toàn tất cả hữu".split()
)


class Leftover(NamedTuple):
    """Words in which no unit was recognised, the nearest name, and whether they mean nobody in particular."""

    text: str
    start: int
    nearest: str | None = None
    vague: bool = False
    excepted: bool = False  # they say who is left out of a group

    @property
    def message(self) -> str:
        """Return the sentence for the clerk, with the remedy."""
        if self.excepted:
            return f"không rõ “{self.text}” được trừ ra là đơn vị nào nên chưa trừ ai; ghi đúng tên đơn vị trong danh mục"
        if self.vague:
            return f"“{self.text}” không chỉ rõ đơn vị nào nên không giao cho ai; nếu cần giao thì ghi rõ tên"
        if self.nearest is None:
            remedy = "sửa lại cho đúng tên, hoặc thêm đơn vị hay nhóm này vào ⦃donvi.yaml⦄"
        else:
            remedy = f"có phải “{self.nearest}”? Nếu là đơn vị khác thì thêm vào ⦃donvi.yaml⦄"
        return f"“{self.text}” không có trong danh mục đơn vị; {remedy}"


def end_of_opener(text: str) -> int:
    """Return where the first name may stand: behind "Đề nghị", "Giao", "Thủ trưởng"."""
    opener = _OPENER.match(text)
    return opener.end() if opener else 0


def unknown_name(text: str) -> tuple[int, int] | None:
    """Return where the name stands that `text` opens with, as its words show, though the registry knew none there."""
    opener = _OPENER.match(text)
    start = opener.end() if opener else 0
    asked = opener is not None and opener["asking"] is not None and text[start : start + 1].isupper()
    return (start, _end_of_name(text, start)) if asked or _UNKNOWN_NAME.match(text, start) else None


def bodies_behind(text: str, start: int) -> list[tuple[int, int]]:
    """Return where the bodies stand that go on a list of units at `start`: ", các cơ quan báo chí, hệ thống truyền thanh"."""
    found = []
    while (link := _NEXT.match(text, start)) and (body := _BODY.match(text, link.end())):
        start = _end_of_name(text, link.end(), body.end())
        found.append((link.end(), start))
    return found


def _end_of_name(text: str, start: int, known: int = 0) -> int:
    """Return where the name ends that opens at `start`; as far as `known` it is no verb."""
    verb = _VERB.search(text, max(start, known))
    end = verb.start() if verb else len(text)
    if related := _RELATED.search(text, start, end):
        end = related.end()
    words = list(re.finditer(r"\S+", text[start:end]))
    return start + words[min(len(words), _MOST_WORDS) - 1].end() if words else end


class Nearest:
    """The names of a registry, by the words in them; marks and letter case are set aside."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._names = [(folded_words(written), full) for written, full in names]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for index, (plain, _) in enumerate(self._names):
            for word in set(plain.split()):
                self._by_word[word].append(index)
        self.name = lru_cache(maxsize=4096)(self._name)

    def _name(self, text: str, alike: float = _ALIKE) -> str | None:
        """Return the full name of the unit or group whose name, or a short form of it, is most like `text`."""
        plain = " ".join(folded_words(text).split()[:_WORDS])
        matcher = SequenceMatcher(autojunk=False, b=plain)
        best, full = max(alike, _SHORT_ALIKE if len(plain) < _SHORT else 0), None
        longest, opened = "", None
        for index in self._candidates(plain):
            name = self._names[index][0]
            if plain.startswith(name + " ") and len(name) > len(longest):
                longest, opened = name, self._names[index][1]
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
                best, full = ratio + 1e-9, self._names[index][1]
        return full or (opened if alike == _ALIKE else None)

    def _candidates(self, plain: str) -> list[int]:
        lists = [self._by_word[word] for word in plain.split() if word in self._by_word]
        rare = [found for found in lists if len(found) <= max(50, _RARE * len(self._names))]
        shared = Counter(index for found in rare or lists[:1] for index in found)
        return [index for index, _ in shared.most_common(_CANDIDATES)]


def leftovers(text: str, start: int, end: int, *, name_behind: bool, nearest: Nearest) -> Iterator[Leftover]:
    """Yield what stands unrecognised in `text` from `start` to `end`; the head of the unit named right behind is no leftover."""
    if name_behind and (heads := _HEADS_BEHIND.search(text, start, end)):
        end = heads.start()
    for first, last in _pieces(text, start, end, _HARD_CUTS):
        near = nearest.name(text[first:last], _CLOSE)
        pieces = [(first, last)] if near else _pieces(text, first, last, _CUTS)
        for one, other in pieces:
            words = text[one:other]
            if name_behind and not text[other:end].strip():
                words = _OF_NAME.sub("", words)
            if words:
                yield leftover(words, one, nearest)


def leftover(text: str, start: int, nearest: Nearest) -> Leftover:
    """Return the unrecognised words `text`, which stand at `start`, with the nearest name."""
    vague = is_vague(text)
    return Leftover(text, start, None if vague else nearest.name(text), vague)


@lru_cache(maxsize=4096)
def is_vague(text: str) -> bool:
    """Return whether `text` means nobody in particular: "các đơn vị có liên quan"."""
    return _NAMED.match(text) is None and all(name_key(word) in _VAGUE or not name_key(word) for word in re.findall(r"\w+", text))


def is_link(text: str) -> bool:
    """Return whether `text` only leads up to a unit: "phối hợp với", "thủ trưởng các"."""
    return _ONLY_LINKS.fullmatch(text) is not None


def _pieces(text: str, start: int, end: int, cuts: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for cut in [*cuts.finditer(text, start, end), None]:
        first, last = _trimmed(text, start, cut.start() if cut else end)
        if first < last:
            yield first, last
        start = cut.end() if cut else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the ends of the words that are more than links between units."""
    if links := _LINKS_BEFORE.match(text, start, end):
        start = links.end()
    if links := _LINKS_BEHIND.search(text, start, end):
        end = links.start()
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end
