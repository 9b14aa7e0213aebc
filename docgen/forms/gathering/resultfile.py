"""`ketqua.yaml` as a file that two write in: docgen its gathered results, each with a mark, the clerk everything else."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from docgen.data.charcheck import without_forbidden
from docgen.data.model.ketqua import KetQua, KetQuaViec
from docgen.data.validate import validate
from docgen.data.yamlfile import Value, YamlFile, of_text
from docgen.data.yamltext.saved import Edit, edited, read_text, text_of
from docgen.data.yamltext.writing import item_lines
from docgen.errors import DataError, Problem
from docgen.files.refusals import Remedies
from docgen.files.transaction import content
from docgen.forms.gathering.filledrows import Answer
from docgen.forms.gathering.reconciling import Merged, Standing, Written, as_values, digest
from docgen.text.patterns import lazy_re

_LIST: Final = "ket_qua"
_INDENT: Final = 2
_MARK: Final = lazy_re(r" # docgen: (?P<mark>(?P<form>.+?): .* \[(?P<digest>[0-9a-f]{10})\])\s*\Z")
_EMPTY: Final = lazy_re(r"ket_qua:\s*(?:\[\s*\]|~|null)?\s*(?P<comment>#.*)?\Z")
_IN_BRACKETS: Final = "⦃ket_qua: ¦⦄danh sách ghi trong ngoặc vuông nên không thêm được; xuống dòng, mỗi kết quả mở đầu bằng “- ”"
_NOT_IN_PLACE: Final = "không thêm được kết quả vào tệp này mà giữ nguyên mọi chỗ khác"
_ELSEWHERE: Final = "dùng {out} để ghi sang tệp khác rồi chép các kết quả sang"
_REMEDIES: Final = Remedies("tên khác", "đây là thư mục", "ghi rõ tên tệp sau {out}")
_HEAD: Final = """\
# KẾT QUẢ THỰC HIỆN NĂM {nam}
# {ke_hoach}
#
# Lệnh "docgen tonghop" chép các câu trả lời trong biểu mẫu vào mục ket_qua; lệnh "docgen baocao" lập báo cáo từ tệp này.
#   - Chỗ nào cũng sửa được. Kết quả đã sửa tay thì docgen giữ nguyên, và báo nếu về sau biểu mẫu ghi khác.
#   - Chữ "# docgen: ..." sau mã nhiệm vụ cho biết kết quả lấy từ biểu mẫu nào, dòng nào; xin đừng sửa chữ này: nhờ nó
#     docgen biết kết quả nào đã được sửa tay.
#   - "[cần xem lại]" trong ghi_chu là chỗ docgen không đọc chắc được: xem lại biểu mẫu, sửa cho đúng rồi xóa ghi chú.
#   - trang_thai là một trong: hoàn thành, đang thực hiện, chưa thực hiện, không thực hiện, chưa rõ (cần hỏi lại đơn vị).

loai: kết quả thực hiện

# Kết quả tính đến ngày nào; ghi theo thứ tự năm-tháng-ngày.
den_ngay:

ket_qua:
"""
_TAIL: Final = """
# Phần dưới đây do người lập báo cáo viết; mỗi ý một dòng mở đầu bằng "- ".
danh_gia:
  uu_diem:
  han_che:
  nguyen_nhan:
  bai_hoc:

# Kinh phí, tính bằng đồng.
kinh_phi:
  du_toan:
  thuc_hien:

phuong_huong:
kien_nghi:
"""


class ResultFile:
    """The file as it stood when it was read; it may not be there yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data = content(path, _REMEDIES)
        self._source: YamlFile | None = None
        self._made: tuple[YamlFile, Merged] | None = None
        self.standing: tuple[Standing, ...] = ()
        if self._data is not None:
            self._source = of_text(str(path), read_text(path))
            results = validate(KetQua, self._source).ket_qua
            self._lines = self._source.text.split("\n")
            values = self._source.value.get(_LIST)
            items: list[Value] = values if isinstance(values, list) else [values]
            self.standing = tuple(self._standing(index, one, items[index]) for index, one in enumerate(results))

    def is_as_it_was(self) -> bool:
        """Return whether the file on the disk is still the one that was read."""
        return content(self.path, _REMEDIES) == self._data

    def located(self, index: int, sentence: str) -> Problem:
        """Return what is to be said of the standing result of this index, with its place in the file as it is now."""
        made, merged = self._made or (self._file, None)
        before = sum(1 for behind, _ in merged.added if behind < index) if merged else 0
        return Problem(made.place((_LIST, index + before)), sentence)

    def with_answers(self, merged: Merged, *, nam: int, ke_hoach: str) -> bytes:
        """Return the file with the merged answers and everything else as it was; raise `DataError` where that cannot be."""
        if self._source is None or self._data is None:
            lines = [line for _, answer in merged.added for line in _written(answer, _INDENT)]
            head = _HEAD.format(nam=nam, ke_hoach=" ".join(ke_hoach.split()))
            text = "".join([head, *(f"{line}\n" for line in lines), _TAIL])
            validate(KetQua, of_text(str(self.path), text))
            return text.encode()
        made = edited(self._data, [*self._replacements(merged), *self._additions(merged)])
        self._hold(made, merged)
        return made

    def _standing(self, index: int, result: KetQuaViec, values: Value) -> Standing:
        line = self._line(index)
        match = _MARK.search(self._lines[line - 1])
        if match is None or not isinstance(values, dict):
            return Standing(result, values)
        ours = item_lines(values, self._dash(index), f"docgen: {match['mark']}")
        is_ours = self._lines[line - 1 : self._last_line(index)] == ours
        return Standing(result, values, match["form"], match["digest"], is_ours)

    def _replacements(self, merged: Merged) -> Iterator[Edit]:
        for index, answer in merged.replaced:
            line = self._line(index)
            yield Edit(line, self._last_line(index) - line + 1, tuple(_written(answer, self._dash(index))))

    def _additions(self, merged: Merged) -> Iterator[Edit]:
        if not merged.added:
            return
        indent = self._dash(0) if self.standing else _INDENT
        by_index: dict[int, list[str]] = defaultdict(list)
        for index, answer in merged.added:
            by_index[index] += _written(answer, indent)
        if not self.standing:
            yield self._first_edit(by_index[-1])
            return
        for index, lines in by_index.items():
            yield Edit(self._before_all() if index < 0 else self._last_line(index) + 1, 0, tuple(lines))

    def _first_edit(self, lines: list[str]) -> Edit:
        """Return how the first results go into a file that has none."""
        if not self._file.has_key((_LIST,)):
            return Edit(len(self._lines) + 1, 0, (f"{_LIST}:", *lines))
        line = self._file.key_place((_LIST,)).line or 1
        match = _EMPTY.match(self._lines[line - 1])
        if match is None:
            raise DataError(Problem(self._file.key_place((_LIST,)), _IN_BRACKETS))
        return Edit(line, 1, (f"{_LIST}: {match['comment']}" if match["comment"] else f"{_LIST}:", *lines))

    def _before_all(self) -> int:
        """Return the line of the first result, or of the comments that stand right above it."""
        line = self._line(0)
        while line - 1 > (self._file.key_place((_LIST,)).line or 0) and self._lines[line - 2].lstrip().startswith("#"):
            line -= 1
        return line

    def _hold(self, made: bytes, merged: Merged) -> None:
        """Raise `DataError` where the edited file does not say what it said before and the answers."""
        read = of_text(str(self.path), text_of(made))
        values = [one.values for one in self.standing]
        for index, answer in merged.replaced:
            values[index] = as_values(answer.result)
        behind: dict[int, list[Written]] = defaultdict(list)
        for index, answer in merged.added:
            behind[index].append(as_values(answer.result))
        wanted = behind[-1] + [each for index, one in enumerate(values) for each in (one, *behind[index])]
        if read.problems:
            raise DataError(read.problems)
        if read.value != {**self._file.value, _LIST: wanted}:
            raise DataError.at(str(self.path), _NOT_IN_PLACE, _ELSEWHERE)
        self._made = (read, merged)

    @property
    def _file(self) -> YamlFile:
        assert self._source is not None
        return self._source

    def _line(self, index: int) -> int:
        return self._file.place((_LIST, index)).line or 1

    def _last_line(self, index: int) -> int:
        return self._file.last_line((_LIST, index))

    def _dash(self, index: int) -> int:
        """Return how far from the edge the dash of a result stands."""
        place = self._file.place((_LIST, index))
        opening = self._lines[(place.line or 1) - 1][: (place.column or 1) - 1]
        if opening.strip() != "-":
            raise DataError(Problem(place, _IN_BRACKETS))
        return len(opening) - len(opening.lstrip())


def _written(answer: Answer, indent: int) -> list[str]:
    values = as_values(answer.result)
    source = " ".join(without_forbidden(f"{answer.name}: {answer.place}").split())
    read = values if answer.read is None else as_values(answer.read)  # so that the same form says nothing new next time
    return item_lines(values, indent, f"docgen: {source} [{digest(read)}]")
