"""What stands in a table of somebody else's, what is made of it, and what a person should know of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

_SENTENCES: Final = {
    "no_leader": 'chưa ghi đơn vị chủ trì nên để ⦃chu_tri: ""¦trống⦄; bổ sung nếu có',
    "no_name": "dòng có nội dung nhưng chưa có tên nhiệm vụ; điền vào chỗ “[cần điền tên nhiệm vụ]”",
    "ditto_of_nothing": "ghi như ô trên nhưng phía trên chưa có chữ nào; điền vào chỗ “[cần điền …]”",
    "joined": "dòng không có tên nhiệm vụ riêng nên được nối vào nhiệm vụ ở trên; xem lại",
    "line": "dòng có tên nhiệm vụ gộp với ô trên được nhập thành phân việc⦃ (phan_viec)¦⦄ của nhiệm vụ đó",
    "line_code": "mã của từng phân việc do docgen đánh (I.2.1, I.2.2) nên không nhập",
    "across": "ô này gộp qua cột chủ trì và phối hợp nên nhập vào ⦃chu_tri⦄; "
    "nếu là văn bản giao việc thì đổi thành ⦃giao_theo¦giao theo văn bản ấy⦄",
    "times_put_together": "thời gian nằm ở nhiều cột nên được ghép thành một ô; xem lại cách ghi",
    "hidden_row": "dòng đang ẩn trong tệp gốc nhưng vẫn được nhập; xóa khỏi kế hoạch nếu không dùng",
    "group_of_none": "dòng tiêu đề không có nhiệm vụ nào bên dưới nên không nhập; xem lại",
    "no_group": "nhiệm vụ không thuộc nhóm nào trong khi bảng có chia nhóm; đặt tên nhóm ở chỗ “[cần điền tên nhóm]”",
    "nested": "nhóm con: tên được ghép sau tên nhóm cha, vì phụ lục chỉ có một cấp nhóm; xem lại",
    "group_says_more": "ô này nằm ở dòng tiêu đề nhóm nên không nhập; ghi vào từng nhiệm vụ nếu cần",
    "unnumbered_group": "dòng chỉ có tên, không đánh số, được đọc là tiêu đề nhóm; xem lại",
    "below": "phần dưới bảng (ghi chú, nơi nhận, chữ ký) không nhập",
    "total": "dòng cộng không nhập; docgen không tính tổng",
    "ditto_name": "tên nhiệm vụ ghi “như trên”; mỗi nhiệm vụ phải có tên riêng nên chép lại tên ở trên, xem lại",
    "own_code": "mã dạng I.2 do docgen tự đánh theo thứ tự nên không nhập",
    "flattened": "mục con đánh số kiểu 1.1 được nhập thành nhiệm vụ ngang hàng với mục 1, vì phụ lục không có cấp này; xem lại",
    "renumbered": "số thứ tự ở tệp gốc chạy suốt bảng hoặc nhảy số; docgen đánh lại từ 1 trong mỗi nhóm nên mã khác số cũ",
    "struck_row": "dòng bị gạch ngang nên không nhập; nếu việc này vẫn làm thì bỏ gạch ngang rồi nhập lại",
    "code_twice": "mã này đã có ở nhiệm vụ khác nên không nhập; ghi lại ⦃ma⦄ nếu cần",
}
CELLS_LEFT_OUT: Final = frozenset(_SENTENCES[kind] for kind in ("group_says_more", "group_of_none", "own_code", "line_code"))
TIME_FROM: Final = "tu"
TIME_TO: Final = "den"
NUMBER: Final = "stt"
GROUP: Final = "nhom"
MARKED_TIME: Final = "moc"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its place as a person finds it, its words, over how many columns it is merged.

    `above`: it is part of a merged cell that began in a row above, whose words these are. `fault` says why words are missing.
    `struck` are words that were struck out, which are not among its words.
    """

    place: str
    text: str = ""
    width: int = 1
    above: bool = False
    bold: bool = False
    fault: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells by their columns; of a cell merged over several columns the first alone is named."""

    place: str
    cells: Mapping[int, Cell]
    hidden: bool = False

    @property
    def is_struck(self) -> bool:
        """Return whether the row as a whole was struck out: of its longest words nothing stands."""
        own = [cell for cell in self.cells.values() if not cell.above]
        longest = max(own, key=lambda cell: len(cell.text) + len(cell.struck), default=None)
        return longest is not None and bool(longest.struck) and not longest.text

    def covering(self, column: int) -> Cell | None:
        """Return the cell that covers `column`."""
        for first, cell in self.cells.items():
            if first <= column < first + cell.width:
                return cell
        return None


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet or a table: its name, its rows, the lines that stand above it, and what reading it found odd.

    `follows`: nothing but blank lines stands between it and the table before it. `prose` counts the paragraphs of the paper that
    stand in no table.
    """

    name: str
    rows: Sequence[Row]
    above: Sequence[str] = ()
    remarks: Sequence["Told"] = ()
    hidden: bool = False
    follows: bool = False
    prose: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a person should know: the places, all of which the sentence is about."""

    places: tuple[str, ...]
    message: str
    remedy: str = ""  # in which arguments of the API stand in braces


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: its meaning, its own heading, and whether a heading stands over it and its neighbours."""

    meaning: str
    heading: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of tasks: where its headings stand, what its columns hold, its rows below them, the lines above."""

    name: str
    columns: Mapping[int, Column]
    others: Mapping[int, str]
    rows: Sequence[Row]
    heads: Sequence[Row]
    above: Sequence[str] = ()
    remarks: Sequence[Told] = ()
    hidden: bool = False


@dataclass(slots=True)
class Draft:
    """A task in the making: its words and their places by key; `same` are the cells merged with the ones above.

    Where its name covers several rows, `lines` are these, each with the words of its own row. `across` are the words, by the keys
    of the other columns that it covers, of a cell merged across several: what "như trên" below it stands for.
    """

    words: dict[str, str]
    places: dict[str, str]
    same: set[str] = field(default_factory=set)
    lines: "list[Draft]" = field(default_factory=list)
    across: dict[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> "list[Draft]":
        """Return its lines; a task without any is its own."""
        return self.lines or [self]

    @property
    def above(self) -> dict[str, str]:
        """Return the words by key to which "như trên" in the row below refers."""
        return {**self.rows[-1].across, **self.rows[-1].words}


@dataclass(slots=True)
class Group:
    """Tasks under one row; without a title they stand under none."""

    title: str
    tasks: list[Draft] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows of a table: together they are all its rows."""

    rows: int
    tasks: int
    groups: int
    joined: int
    left_out: int
    lines: int = 0  # of tasks, behind the first of each


Entry: TypeAlias = "str | Mapping[str, Entry] | Sequence[Entry]"


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix made of a table: its values as `kehoach.yaml` has them, and where each task's words came from.

    `rows` says of each row by its place what it is.
    """

    name: str
    values: Mapping[str, "Entry"]
    groups: Sequence[Group]
    counts: Counts
    years: Sequence[int]
    remarks: Sequence[Told]
    rows: Mapping[str, str]


STRUCK: Final = "chữ gạch ngang “{words}” không nhập; xem lại"


class Ledger:
    """What was found so far, in the order in which it was first met."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = defaultdict(list)

    def gather(self, kind: str, place: str) -> None:
        """Note one more place of what `kind` names."""
        self.tell(place, _SENTENCES[kind])

    def tell(self, place: str, sentence: str) -> None:
        """Note one more place of which `sentence` is true."""
        if place not in self._places[sentence]:
            self._places[sentence].append(place)

    def told(self) -> tuple[Told, ...]:
        """Return everything found."""
        return tuple(Told(tuple(places), sentence) for sentence, places in self._places.items())
