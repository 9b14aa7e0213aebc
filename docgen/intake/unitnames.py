"""The units and groups that a plan names, as the registry of a new office: leaders and partners, who opens duties, recipients."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from docgen.text.dinhdang import plain
from docgen.text.folding import name_key, on_one_line
from docgen.text.patterns import lazy_re

_NOUNS: Final = (
    "Sở|Ban(?! hành)|Bộ|Văn phòng|VP|Thanh tra|Công an|Báo|Đài|Trường|Trung tâm|Phòng|Chi cục|Cục|Hội|Mặt trận|Uỷ ban|Ủy ban|"
    "Hội đồng|UBMTTQ|Liên đoàn|Liên minh|Liên hiệp|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Đoàn|Bảo hiểm|BHXH|Ngân hàng|Kho bạc|Viện|"
    "Học viện|Tòa án|Tổng công ty|Công ty|Tập đoàn|Bệnh viện|Thư viện|Bảo tàng|Nhà|Quỹ|Trạm|Hạt|Đội|Tổ(?! chức)|Chi nhánh|"
    "Kiểm toán|Điện lực|Bưu điện|Viễn thông|Hải quan|Thống kê|Thuế|Khoa|Đại học|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Thường trực|"
    "Bí thư|HTX|Hợp tác xã|Đơn vị(?! tính)|Cơ quan|Cộng đồng|Buôn|Thôn|Ấp|Khu phố|Tổ dân phố|"
    "Hiệp hội|Câu lạc bộ|Công đoàn|Phân hiệu|Y tế trường học|GVCN|Giáo viên|"
    "Doanh nghiệp|VNPT|Viettel|MobiFone|"
    "UBND|HĐND"
)
_NOUN: Final = f"(?:{_NOUNS})"
_MEMBERS: Final = (
    "sở|ban|ngành|phòng|đơn vị|cơ quan|tổ|đoàn|hội|hiệp hội|trường|khoa|doanh nghiệp|địa phương|huyện|thị|thành phố|quận|xã|"
    "phường|ubnd|(?:ủy|uỷ) ban|công ty|tập đoàn|ngân hàng|bệnh viện|trung tâm|trạm|cơ sở|câu lạc bộ|bộ|viện|lực lượng|công đoàn|"
    "công an|báo|đài|chi cục|chi nhánh|chi hội|chi bộ|đảng|nhà mạng|nhà thầu|nhà trường|hợp tác xã|thôn|ấp|khu phố|khóm|lớp|cấp|"
    "bộ phận|nhóm|đội|cửa hàng|thành viên|chủ đầu tư|chủ rừng|hạt|hđnd|mttq|bên|nghiệp đoàn|quỹ|học viện|đại học|phân viện"
)
_GROUP: Final = (
    rf"(?:(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Tt]ất cả|\d{{1,4}})\s(?:(?i:{_MEMBERS})\b|GVCN)"
    r"|(?:(?:[Tt]hủ |[Đđ]ội )?[Tt]rưởng|[Gg]iám đốc|[Hh]iệu trưởng|[Cc]hủ tịch) (?:(?:UBND|(?:Ủy|Uỷ) ban nhân dân|thôn) )?"
    r"(?:các|\d{1,4})\s"
    r"|doanh nghiệp\s|nhà trường\b)"
)
_NAME: Final = lazy_re(rf"(?:{_GROUP}|{_NOUN}\b)")
_ONE_OFFICE: Final = r"(?<!HĐND )(?<!Hội đồng nhân dân )(?<!Đoàn ĐBQH )(?<!Đoàn Đại biểu Quốc hội )"  # with two bodies
_FIELD: Final = "(?:Thư viện|Thống kê|Bảo tàng|Kiểm toán)"  # alone behind "và" it is a field of the unit before it, and no unit
_CUT: Final = lazy_re(
    rf"\s*(?:[;\n]|,|{_ONE_OFFICE}\bvà\b(?!\s+{_FIELD}\b(?:\s*[;,.\n]|\Z|\s+[a-zđ]))|[/+]"
    rf"|\bphối hợp(?: với)?\b|\bcùng(?: với)?\b)\s*(?=(?:-\s*)?(?:{_GROUP}|{_NOUN}\b))"
)
_VERBS: Final = (
    r"chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|hướng dẫn|theo dõi|"
    r"(?<!ác )tổ chức(?! chính trị| đoàn thể| xã hội)|là|được|theo|thực hiện|căn cứ|đôn đốc|kiểm tra|"
    "tổng hợp|bố trí|xây dựng|rà soát|báo cáo|là cơ quan|làm đầu mối|tăng cường|đẩy mạnh|triển khai|chỉ đạo|cân đối|đề xuất|"
    "phổ biến|tuyên truyền|thẩm định|cử|mở|bảo đảm|đảm bảo|cung cấp|chuẩn bị|gửi|cung ứng|tiếp nhận|vận động|phát động|huy động|"
    "ban hành|lựa chọn|chủ động|phân công|cập nhật|niêm yết|sắp xếp|giải quyết|kịp thời|thường xuyên|định kỳ|tích cực|"
    "tham gia|giúp|duy trì|khảo sát|hoàn thành|hoàn thiện|nâng cao|nghiêm túc|tiếp tục|giám sát|xử lý"
)
_VERB: Final = lazy_re(rf"\s*(?::|\.\s|\b(?:{_VERBS})\b)")
_LED: Final = lazy_re(r"\s*(?:\*\*|__)+(?P<names>[^*_]+)(?:\*\*|__)")  # a duty that opens with its unit in bold
_WHAT_FOR: Final = lazy_re(r"\s+(?:trong|để|nhằm|về|khi|tại|lập|rà)\b")
_AND: Final = lazy_re(r"\s+(?:và|cùng)\s")
_JOINED: Final = lazy_re(r"\b[Pp]hối hợp (?:với|cùng)\s+")
_ROLE: Final = lazy_re(  # a line of prose that says who: "- Đơn vị chủ trì: …"
    r"\W*(?:(?:các )?(?:đơn vị|cơ quan|bộ phận)\s+)?(?:chủ trì|phối hợp|thực hiện)(?: thực hiện)?\s*:\s*(?P<names>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_APART: Final = lazy_re(r"\s*[;\n]\s*")
_DOES: Final = lazy_re(r"\s+(?:(?:và |cùng )?(?:phối hợp |chủ trì )?(?:thực hiện|tham gia|hỗ trợ))\s*\Z")
_PLACE: Final = lazy_re(
    r"(?<=\w)\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\s+(?P<name>[A-ZĐÀ-Ỹ]\w*(?:\s[A-ZĐÀ-Ỹ]\w*){0,3})\Z"
)
_LEVEL: Final = lazy_re(r"(?<=\w)\s+(?P<name>tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\Z")
_CITES: Final = lazy_re(r"(?:theo|như|tự|thường xuyên|toàn dân|trong|năm|quý|tháng)\b", re.IGNORECASE)
_MOST_WORDS: Final = 12  # of a unit's name that opens with no noun known, or that no verb ends
_OUTER: Final = lazy_re(
    r"\A[-–+•*\s]*(?:\d+[.)]\s*|chủ trì\s*:\s*|phối hợp\s*:\s*|đề nghị\s+|giao\s+|như\s+)*"
    r"|\s*\((?:[^()]|\([^()]*\))*\)|[\s.;,:]+\Z",
    re.IGNORECASE,
)
_SOME: Final = lazy_re(r"\w+\W+(?!các\b)\w+\W+\w+|[A-ZĐ]{2,}|\A(?![Cc]ác)\w+ \w+")  # "các ấp" names nobody
_ASKED: Final = lazy_re(r"[-–+•*\s]*(?:\d+[.)]\s*)?đề nghị\s", re.IGNORECASE)
_LONGEST: Final = 120


def registry_values(plan: Mapping[str, Any], office: str, recipients: Iterable[str] = (), home: str = "") -> dict[str, Any]:
    """Return what `donvi.yaml` holds: each unit and group that the plan names, with its other spellings.

    `home` are words that name the office's own place: "Sở Y tế tỉnh Cao Lâm" is the "Sở Y tế" of that place.
    """
    names: dict[str, list[str]] = {}
    known = list(dict.fromkeys(_of_tables(plan)))
    in_tables = set(map(name_key, known))
    for name in [*_named(plan, known), *(name for text in recipients for name in split_names(text))]:
        if name_key(name) != name_key(office) or name_key(name) in in_tables:
            names.setdefault(name_key(name), [])
            if name not in names[name_key(name)]:
                names[name_key(name)].append(name)
    for key, spelled in list(names.items()):
        base = name_key(_without_place(spelled[0], home))
        if base != key and base in names:
            names[base] += names.pop(key)
    is_group = {key: re.match(_GROUP, spelled[0]) is not None for key, spelled in names.items()}
    groups = [spelled for key, spelled in names.items() if is_group[key]]
    units = [spelled for key, spelled in names.items() if not is_group[key]]
    asked = {name_key(name) for text in _duty_texts(plan) if _ASKED.match(text) for name in opening_name(text)}
    return {
        "don_vi": [_entry(spelled, asked) for spelled in _with_short_forms(units)],
        "nhom": [
            _entry(list(dict.fromkeys(name[:1].lower() + name[1:] for name in spelled)), asked)
            for spelled in _with_short_forms(groups)
        ],
    }


def _without_place(name: str, home: str) -> str:
    """Return a name without the office's own place, or the level of it: "Phòng Kinh tế xã" of a commune's office."""
    match = _PLACE.search(name) or _LEVEL.search(name)
    return name[: match.start()] if match and match["name"].casefold() in home.casefold() else name


def split_names(text: str) -> list[str]:
    """Return the names of units in a line, each as it was written; words that name none are left out."""
    found = [_bare(piece) for piece in _CUT.split(plain(text))]
    return [name for name in found if _NAME.match(name) and _SOME.search(name) and len(name) <= _LONGEST]


def cell_names(text: str) -> list[str]:
    """Return the names in a cell of leaders or partners, where every piece names somebody, with a known noun or without."""
    found = []
    for part in _APART.split(plain(text)):
        for piece in _CUT.split(part):
            name = _bare(_DOES.sub("", piece))
            is_named = name[:1].isupper() and len(name.split()) <= _MOST_WORDS and "[" not in name
            if name and (_NAME.match(name) or is_named) and len(name) <= _LONGEST and not _CITES.match(name):
                found.append(name)
    return found


def _bare(piece: str) -> str:
    return _OUTER.sub("", on_one_line(_OUTER.sub("", piece)))


def opening_name(text: str, *, is_heading: bool = False) -> list[str]:
    """Return the names of units that a duty or its heading opens with: up to a verb, or what is bold."""
    led = _LED.match(text)
    words = plain(led["names"].rstrip(" :.") if led else text)
    verb = None if led else _VERB.search(words)
    names = words[: verb.start()] if verb else words
    is_name = is_heading or bool(verb or led) or len(names.split()) <= _MOST_WORDS
    return split_names(names) if is_name and _NAME.match(_OUTER.sub("", words, 1)) else []


def names_units(headings: Iterable[str]) -> bool:
    """Return whether headings name units, so that what stands below them are their duties; one may name none."""
    some = list(headings)
    named = [heading for heading in some if _is_name(heading)]
    return len(named) > 1 and len(some) - len(named) <= 1


def _is_name(heading: str) -> bool:
    words = plain(heading).rstrip(" :.")
    found = split_names(words)
    return (
        bool(found) and not _VERB.search(words) and len(words) <= _LONGEST and _NAME.match(_OUTER.sub("", words, 1)) is not None
    )


def _duty_names(text: str, known: Collection[str]) -> Iterator[str]:
    """Yield whom a duty binds, in each of its clauses, and with whom it is done; a name that is `known` ends where it does."""
    for clause in text.split(";"):
        clause = clause if clause.count("**") % 2 == 0 else clause.replace("**", "")  # noqa: PLW2901 - bold in several clauses
        words = _OUTER.sub("", plain(clause), 1)
        said = max((name for name in known if words.startswith(f"{name} ")), key=len, default="")
        yield from [said] if said and not _AND.match(words, len(said)) else opening_name(clause)
    words = plain(text)
    for match in _JOINED.finditer(words):
        behind = words[match.end() : match.end() + _LONGEST]
        ends = [found.start() for pattern in (_VERB, _WHAT_FOR) if (found := pattern.search(behind))]
        yield from split_names(behind[: min(ends)]) if ends else ()


def _duty_texts(plan: Mapping[str, Any]) -> Iterator[str]:
    for value, in_duties in _containers(plan.get("phan") or [], in_duties=False):
        if in_duties:
            yield from (plain(value.get(key) or "") for key in ("tieu_de", "cung_dong"))
            for each in (*(value.get("doan") or ()), *(value.get("y") or ())):
                yield plain(each if isinstance(each, str) else each["noi_dung"])


def _named(plan: Mapping[str, Any], known: Collection[str]) -> Iterator[str]:
    for value, in_duties in _containers(plan.get("phan") or [], in_duties=False):
        if in_duties:
            for key in ("tieu_de", "cung_dong"):
                yield from opening_name(value.get(key) or "", is_heading=key == "tieu_de")
        for key in ("doan", "y"):
            for each in value.get(key) or ():
                said = plain(each if isinstance(each, str) else each["noi_dung"])
                if role := _ROLE.fullmatch(said):
                    yield from cell_names(role["names"])
                elif in_duties:
                    yield from _duty_names(each if isinstance(each, str) else each["noi_dung"], known)
        yield from _of_tasks(value)


def _of_tables(plan: Mapping[str, Any]) -> Iterator[str]:
    for value, _ in _containers(plan.get("phan") or [], in_duties=False):
        yield from _of_tasks(value)


def _of_tasks(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield who leads the tasks of a table and who takes part."""
    for table in value.get("nhiem_vu") or (), *(group["nhiem_vu"] for group in value.get("nhom_nhiem_vu") or ()):
        for line in (line for task in table for line in (task, *(task.get("phan_viec") or ()))):
            for key in ("chu_tri", "phoi_hop"):
                yield from cell_names(line.get(key) or "")


def _containers(values: Any, *, in_duties: bool) -> Iterator[tuple[Mapping[str, Any], bool]]:
    for value in values:
        if not isinstance(value, Mapping):
            continue
        title = value.get("tieu_de") or ""
        own = in_duties or value.get("giao_viec") == "có" or "tổ chức thực hiện" in title.lower()
        yield value, own
        for key in ("noi_dung", "phan", "muc", "tieu_muc", "khoan"):
            inner = value.get(key)
            if isinstance(inner, list):
                yield from _containers(inner, in_duties=own)


def _with_short_forms(units: list[list[str]]) -> list[list[str]]:
    """Return `units`, one whose letters are the first letters of another's words put to that one as its spelling."""
    kept: list[list[str]] = []
    by_letters: dict[str, list[list[str]]] = {}
    for spelled in sorted(units, key=lambda one: _is_short(one[0])):
        same = by_letters.setdefault(_initials(spelled[0]), [])
        if _is_short(spelled[0]) and len(same) == 1:
            same[0].extend(spelled)
        else:
            kept.append(list(spelled))
            same.append(kept[-1])
    return kept


def _is_short(name: str) -> bool:
    return any(len(word) > 1 and word.isupper() for word in re.findall(r"[\w&]+", name))


def _initials(name: str) -> str:
    words: list[str] = [word for word in re.findall(r"\w+", name) if word.lower() not in ("và", "các")]
    first, *others = words
    return first.casefold() + "".join(word if word.isupper() else word[:1].upper() for word in others)


def _entry(spelled: list[str], asked: set[str]) -> dict[str, Any]:
    """Return a unit or a group; one that the plan asks instead of ordering is asked in its letter too."""
    made: dict[str, Any] = {"ten": spelled[0]} | ({"viet_tat": spelled[1:]} if spelled[1:] else {})
    return made | ({"loi_giao": "đề nghị"} if asked & set(map(name_key, spelled)) else {})
