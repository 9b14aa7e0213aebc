"""The files of an office's folder made of what a Word plan holds: its text in YAML, with comments that say where it is from."""

from collections.abc import Mapping
from typing import Any, Final

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
