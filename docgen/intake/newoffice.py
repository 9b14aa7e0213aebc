"""What is written of an imported plan: the files of an office's folder, and the page that holds them against the paper."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final, NamedTuple

from docgen.data.yamltext.writing import Block, written

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
_TITLE: Final = "Đối chiếu bản Word với {name}"
_HEADS: Final = ("Chỗ trong bản Word", "Chữ trong bản Word", "Chỗ trong dữ liệu")
_STYLE: Final = (
    "body{font:16px/1.5 'Times New Roman',serif;margin:2em auto;max-width:70em}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}"
    "td:first-child,td:last-child{white-space:nowrap}.left{background:#fff3cd}"
)


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


class Pair(NamedTuple):
    """A piece of the paper: its place and words there, and where it is in the data or why it is not."""

    place: str
    words: str
    target: str


def as_markdown(name: str, pairs: Sequence[Pair], summary: str) -> str:
    """Return a table of `pairs` in Markdown."""
    rows = ["| " + " | ".join(_HEADS) + " |", "|---|---|---|"]
    rows += [f"| {_cell(pair.place)} | {_cell(pair.words)} | {_cell(pair.target)} |" for pair in pairs]
    return "\n".join([f"# {_TITLE.format(name=name)}", "", f"{summary}.", "", *rows, ""])


def as_html(name: str, pairs: Sequence[Pair], summary: str) -> str:
    """Return a page with a table of `pairs`; it loads nothing."""
    title = escape(_TITLE.format(name=name))
    rows = "\n".join(
        f"<tr{' class=left' if pair.target.startswith('không nhập') else ''}>"
        f"<td>{escape(pair.place)}<td>{escape(pair.words)}<td>{escape(pair.target)}"
        for pair in pairs
    )
    heads = "".join(f"<th>{escape(head)}" for head in _HEADS)
    return (
        f"<!doctype html>\n<html lang=vi><meta charset=utf-8><title>{title}</title>\n<style>{_STYLE}</style>\n"
        f"<h1>{title}</h1>\n<p>{escape(summary)}.\n<table>\n<tr>{heads}\n{rows}\n</table>\n</html>\n"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
