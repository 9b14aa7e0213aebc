"""The files of an office's folder that an imported plan makes, and who belongs to the groups of units that it names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from docgen.data.model.bang import SAME_AS_LEFT
from docgen.data.model.phanviec import SAME_AS_ABOVE
from docgen.data.yamltext.writing import Block, written
from docgen.intake.grids import Told
from docgen.intake.unitnames import split_names
from docgen.text.dinhdang import plain
from docgen.text.folding import folded_words, name_key, on_one_line
from docgen.text.patterns import lazy_re

_FROM: Final = "Lập từ {source} bằng lệnh docgen nhap. Chỗ “[cần …]” là chỗ phải xem lại rồi điền."
_OFFICE: Final = "CƠ QUAN BAN HÀNH VĂN BẢN\n" + _FROM
_REGISTRY: Final = (
    "DANH MỤC ĐƠN VỊ VÀ NHÓM ĐƠN VỊ\n"
    + _FROM
    + "\nCác tên và cách viết dưới đây là tên kế hoạch đã gọi. Đơn vị thuộc nhóm nào thì thêm dòng “nhom: [tên nhóm]”."
)
_PLAN: Final = "KẾ HOẠCH NĂM {nam}\n" + _FROM
_HEAD_KEYS: Final = ("loai", "nam", "so", "ngay", "trich_yeu")
_BODY: Final = "Nội dung, gõ như trong Word: mỗi đoạn một dòng; docgen tự đánh số lại."
_NOTES: Final[Mapping[str, str]] = {
    "can_cu": "Căn cứ",
    "mo_dau": "Câu dẫn vào nội dung",
    "phan": _BODY,
    "bang_bieu": "Các bảng mà phần nội dung gọi tên bằng {bảng: …}, {nhiệm vụ: …}",
    "chu_thich": "Chú thích ở chân trang",
    "ket_thuc": "Câu kết",
    "noi_nhan": "Nơi nhận và nơi lưu",
    "phu_luc": "Phụ lục",
}
_BLANKS: Final = ("so", "ngay", "co_quan_chu_quan")  # keys that stand there although they hold nothing
_OPENS: Final = lazy_re(r"\A(?:(?:danh sach|ten|cac|khoi|nhung) )+")
_LISTS_UNITS: Final = lazy_re(
    r"(?:ten )?(?:cac )?(?:don vi|co quan|dia phuong|so|ban|xa|phuong|khoa|phong|truong|tram|doi|to)\b.*"
)
_IN_TITLE: Final = 3  # words of a group's name, from which on a title that has them in it means it
_LISTED: Final = (
    "{count} đơn vị mà bảng của kế hoạch liệt kê được ghi vào nhóm “{group}” trong ⦃donvi.yaml⦄; bổ sung nếu còn thiếu"
)
_NO_WORDS: Final = ("", SAME_AS_LEFT)


def office_text(values: Mapping[str, Any], *, schema: str, source: str) -> str:
    """Return `coquan.yaml`."""
    return written(schema, [Block(_OFFICE.format(source=source)), Block("", _there(values))])


def registry_text(values: Mapping[str, Any], *, schema: str, source: str) -> str:
    """Return `donvi.yaml`."""
    return written(schema, [Block(_REGISTRY.format(source=source)), Block("", _there(values))])


def whole_plan_text(values: Mapping[str, Any], *, schema: str, source: str) -> str:
    """Return `kehoach.yaml`, its parts under a comment each."""
    blocks = [
        Block(_PLAN.format(nam=values["nam"], source=source)),
        Block("", {key: _scalar(values.get(key)) for key in _HEAD_KEYS}),
    ]
    keys = [key for key in values if key not in _HEAD_KEYS and values[key] is not None]
    for key in keys:
        blocks.append(Block(_NOTES.get(key, ""), {key: values[key]}))
    return written(schema, blocks)


def _there(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _there(each) for key, each in value.items() if each is not None or key in _BLANKS}
    return [_there(each) for each in value] if isinstance(value, list) else _scalar(value)


def _scalar(value: Any) -> Any:
    return str(value) if isinstance(value, int) else value


def with_members(units: Mapping[str, Any], plan: Mapping[str, Any]) -> tuple[dict[str, Any], list[Told]]:
    """Return what `donvi.yaml` holds with the members of its groups that tables list, and what to say of them."""
    listed = _members(plan, [group["ten"] for group in units["nhom"]])
    groups_of: dict[str, list[str]] = {}
    for group, names in listed.items():
        for name in names:
            groups_of.setdefault(name, []).append(group)
    known = {name_key(name): one["ten"] for one in units["don_vi"] for name in (one["ten"], *one.get("viet_tat", ()))}
    of_known = {known.get(name_key(name), name): groups for name, groups in groups_of.items()}
    entries = [{**one, "nhom": of_known.pop(one["ten"])} if one["ten"] in of_known else one for one in units["don_vi"]]
    entries += [{"ten": name, "nhom": groups} for name, groups in of_known.items()]
    told = [Told((), _LISTED.format(count=len(names), group=group)) for group, names in listed.items()]
    return {**units, "don_vi": entries}, told


def _members(plan: Mapping[str, Any], groups: Iterable[str]) -> dict[str, list[str]]:
    """Return the names that tables of units list under the name of each of `groups`: their heading, a row across, their title."""
    names = {group: _bare(group) for group in groups}
    found: dict[str, dict[str, None]] = {}
    for title, table in _tables(plan.get("phan") or [], ""):
        said = f" {_bare(title)} "
        of_title = [group for group, words in names.items() if len(words.split()) >= _IN_TITLE and f" {words} " in said]
        for heads, name in _units(table):
            for group in (*of_title, *(group for group, words in names.items() if words in heads)):
                found.setdefault(group, {})[name] = None
    return {group: list(some) for group, some in found.items()}


def _bare(words: str) -> str:
    return _OPENS.sub("", folded_words(plain(words)))


def _units(table: Mapping[str, Any]) -> Iterator[tuple[set[str], str]]:
    """Yield the names of units in the rows of a table, with the headings that they stand under."""
    heads: Sequence[Sequence[str]] = table["cot"] if isinstance(table["cot"][0], list) else [table["cot"]]
    columns = (at for at in range(len(heads[0])) if _LISTS_UNITS.fullmatch(folded_words(plain(heads[0][at]))))
    column = next(columns, None)
    if column is None:
        return
    over, across = {_bare(row[column]) for row in heads} - {""}, ""
    for row in table["dong"]:
        cells = [row["nhom"]] if isinstance(row, Mapping) else [_words(cell) for cell in row]
        said = [cell for cell in cells if cell not in _NO_WORDS]
        if len(cells) == 1 or (len(said) <= 2 and cells[-1] == SAME_AS_LEFT):
            across = _bare(said[-1]) if said else ""
        elif cells[column] != SAME_AS_ABOVE and split_names(cells[column]) == [cells[column]]:
            yield {*over, across} - {""}, cells[column]


def _words(cell: str | Sequence[str]) -> str:
    return on_one_line(plain(cell if isinstance(cell, str) else " ".join(cell)))


def _tables(value: Any, title: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the free tables with the title of the part or appendix that they stand in."""
    if isinstance(value, Mapping):
        title = value.get("tieu_de") or title
        for key, held in value.items():
            if key == "bang":
                yield from ((title, table) for table in (held if isinstance(held, list) else [held]))
            else:
                yield from _tables(held, title)
    elif isinstance(value, list):
        for each in value:
            yield from _tables(each, title)
