"""`kehoach.yaml` as a file into which appendices are put: a new one with visible blanks, or the clerk's own, edited in place."""

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, Final

from docgen.data.model.kehoach import KIND, KeHoach
from docgen.data.validate import validate
from docgen.data.yamlfile import YamlFile, of_text
from docgen.data.yamltext.saved import Edit, edited, read_text, text_of
from docgen.data.yamltext.writing import item_lines, lines_of
from docgen.errors import DataError, Problem
from docgen.files.refusals import Remedies
from docgen.files.transaction import content
from docgen.text.patterns import lazy_re
from docgen.text.wording import blank

_LIST: Final = "phu_luc"
_INDENT: Final = 2
_REMEDIES: Final = Remedies("tên khác", "đây là thư mục", "ghi rõ tên tệp sau {out}")
_EMPTY: Final = lazy_re(r"phu_luc:\s*(?:\[\s*\]|~|null)?\s*(?P<comment>#.*)?\Z")
_HAS_TASKS: Final = "⦃phu_luc: ¦⦄kế hoạch này đã có {count} nhiệm vụ"
_APPEND_OR_REPLACE: Final = (
    "thêm {append} để thêm phụ lục vào sau, hoặc {replace} để thay hết các phụ lục cũ (bản cũ giữ thành .bak)"
)
_NOT_A_LIST: Final = "⦃phu_luc: ¦⦄chỗ này không ghi thành danh sách nên không thêm được; xuống dòng, mỗi phụ lục mở đầu bằng “- ”"
_NOT_IN_PLACE: Final = "không đưa được phụ lục vào tệp này mà giữ nguyên mọi chỗ khác"
_BY_HAND: Final = "bỏ {out} để in ⦃phu_luc⦄ ra màn hình rồi chép vào tệp"
_HEAD: Final = """\
# KẾ HOẠCH NĂM {nam}
#
# Lệnh "docgen nhap" lập tệp này từ bảng nhiệm vụ trong {source}.
#   - Chỗ "[cần điền ...]" là chỗ người soạn phải viết; in ra được tô màu để không sót.
#   - Các phần khác của kế hoạch và cách ghi: xem docs/huong-dan.md.

"""
_TASKS_HEAD: Final = (
    "\n# Phụ lục: bảng nhiệm vụ. docgen tự đánh số nhóm và nhiệm vụ; “như trên” gộp ô với ô của nhiệm vụ liền trước.\n"
)


class Mode(Enum):
    """What becomes of the appendices that a plan has already."""

    REFUSE = "refuse"
    APPEND = "append"
    REPLACE = "replace"


class PlanFile:
    """The file as it stood when it was read; it may not be there yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data = content(path, _REMEDIES)
        self._source: YamlFile | None = None
        self.plan: KeHoach | None = None
        if self._data is not None:
            self._source = of_text(str(path), read_text(path))
            self.plan = validate(KeHoach, self._source)
            self._lines = self._source.text.split("\n")

    def is_as_it_was(self) -> bool:
        """Return whether the file on the disk is still the one that was read."""
        return content(self.path, _REMEDIES) == self._data

    def codes(self, mode: Mode) -> list[str]:
        """Return the codes of the tasks that stay."""
        tasks = self.plan.tasks() if self.plan is not None else ()
        return [code for code, route, _ in tasks if mode is not Mode.REPLACE or route[0] != _LIST]

    def count(self) -> int:
        """Return how many tasks its appendices have."""
        return sum(route[0] == _LIST for _, route, _ in self.plan.tasks()) if self.plan is not None else 0

    def with_appendices(self, appendices: Sequence[Mapping[str, Any]], mode: Mode, *, nam: int, source: str) -> bytes:
        """Return the file with `appendices`; raise `DataError` where it has tasks already or nothing can be put in place."""
        if self._source is None or self._data is None:
            return new_plan(appendices, nam=nam, source=source).encode()
        standing = self._source.value.get(_LIST)
        if (count := self.count()) and mode is Mode.REFUSE:
            raise DataError(Problem(self._source.key_place((_LIST,)), _HAS_TASKS.format(count=count), _APPEND_OR_REPLACE))
        if mode is Mode.REPLACE or not standing:
            made, wanted = edited(self._data, [self._put(appendices)]), [*appendices]
        else:
            made = edited(self._data, [self._appended(appendices)])
            wanted = [*(standing if isinstance(standing, list) else [standing]), *appendices]
        self._hold(made, wanted)
        return made

    def _put(self, appendices: Sequence[Mapping[str, Any]]) -> Edit:
        file, lines = self._file, _items(appendices, _INDENT)
        if not file.has_key((_LIST,)):
            return Edit(len(self._lines) + (1 if self._lines[-1] else 0), 0, (f"{_LIST}:", *lines))
        first = file.key_place((_LIST,)).line or 1
        match = _EMPTY.match(self._lines[first - 1])
        comment = match["comment"] if match else None
        last = first if match and not file.value.get(_LIST) else file.last_line((_LIST,))
        return Edit(first, last - first + 1, (f"{_LIST}: {comment}" if comment else f"{_LIST}:", *lines))

    def _appended(self, appendices: Sequence[Mapping[str, Any]]) -> Edit:
        place = self._file.place((_LIST, 0))
        opening = self._lines[(place.line or 1) - 1][: (place.column or 1) - 1]
        if not isinstance(self._file.value.get(_LIST), list) or opening.strip() != "-":
            raise DataError(Problem(self._file.key_place((_LIST,)), _NOT_A_LIST))
        dash = len(opening) - len(opening.lstrip())
        return Edit(self._file.last_line((_LIST,)) + 1, 0, tuple(_items(appendices, dash)))

    def _hold(self, made: bytes, wanted: Sequence[object]) -> None:
        """Raise `DataError` where the edited file does not say what it said before and the appendices."""
        try:
            read = of_text(str(self.path), text_of(made))
        except DataError:
            raise DataError.at(str(self.path), _NOT_IN_PLACE, _BY_HAND) from None
        if read.value != {**self._file.value, _LIST: wanted}:
            raise DataError.at(str(self.path), _NOT_IN_PLACE, _BY_HAND)
        validate(KeHoach, read)

    @property
    def _file(self) -> YamlFile:
        assert self._source is not None
        return self._source


def appendix_lines(appendices: Sequence[Mapping[str, Any]]) -> str:
    """Return the part `phu_luc:` of a plan."""
    return "".join(f"{line}\n" for line in (f"{_LIST}:", *_items(appendices, _INDENT)))


def new_plan(appendices: Sequence[Mapping[str, Any]], *, nam: int, source: str) -> str:
    """Return a plan with `appendices` in which everything else that a plan needs is a visible blank."""
    attached = "Phụ lục" if len(appendices) == 1 else "các Phụ lục"
    values: dict[str, Any] = {
        "loai": KIND,
        "nam": str(nam),
        "so": None,
        "ngay": None,
        "trich_yeu": blank("trích yếu"),
        "can_cu": [blank("căn cứ ban hành")],
        "mo_dau": f"{blank('câu dẫn vào nội dung')} (danh mục nhiệm vụ nêu tại {attached} kèm theo):",
        "phan": [{"tieu_de": blank("tiêu đề"), "doan": blank("nội dung")}],
        "noi_nhan": [blank("nơi nhận")],
        "luu": blank("chữ viết tắt của đơn vị lưu"),
    }
    head = _HEAD.format(nam=nam, source=" ".join(source.split()))
    text = head + "".join(f"{line}\n" for line in lines_of(values, 0)) + _TASKS_HEAD + appendix_lines(appendices)
    validate(KeHoach, of_text(source, text))
    return text


def _items(appendices: Sequence[Mapping[str, Any]], indent: int) -> list[str]:
    return [line for each in appendices for line in item_lines(each, indent)]
