"""The review list: its heading facts, and its items, each with the places that it is about and what a person calls them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from docgen.data.model.kehoach import KeHoach
from docgen.data.model.nhiemvu import table_place
from docgen.data.model.noidung import TrongKhoan
from docgen.errors import Place, as_in_file
from docgen.rollover.changes import Change, ReviewGroup, Route, Years
from docgen.text.wording import letter, roman, sentence_start

ORDER: Final = (ReviewGroup.DECIDE, ReviewGroup.DONE, ReviewGroup.LEFT)  # what a person has to act on comes first


class Cho(NamedTuple):
    """One place: what was done there, what a person calls it, and where it stands in the new file."""

    change: Change
    ten: str
    place: Place


class MucRaSoat(NamedTuple):
    """An item with its number: the places where the same became of the same words for the same reason, or one lot."""

    so: int
    cho: tuple[Cho, ...]

    @property
    def group(self) -> ReviewGroup:
        """Return the part of the list in which it stands."""
        return self.cho[0].change.group

    @property
    def lot(self) -> str:
        """Return the heading of the schedule that is decided on as a whole, blank where this is none."""
        return self.cho[0].change.lot

    @property
    def old(self) -> str:
        """Return the words that stood there; of a lot its heading."""
        return self.lot or self.cho[0].change.old

    @property
    def new(self) -> str:
        """Return the words that stand there now; of a lot in how many of its places something changed."""
        changed = sum(one.change.new != one.change.old for one in self.cho)
        return f"{changed} chỗ đổi năm, {len(self.cho) - changed} chỗ giữ" if self.lot else self.cho[0].change.new

    @property
    def why(self) -> str:
        """Return the reason, in the words of the file."""
        return as_in_file(self.marked)

    @property
    def marked(self) -> str:
        """Return the reason with its marks, where the page words it otherwise."""
        return self.cho[0].change.why

    @property
    def is_remark(self) -> bool:
        """Return whether it is about a place as a whole, not about words in it."""
        return not self.old and not self.new


class RaSoat(NamedTuple):
    """The review list: the plan's subject, the years, the file that was read, the one that was written, and the items."""

    trich_yeu: str
    years: Years
    nguon: str
    dich: str
    muc: tuple[MucRaSoat, ...]

    def of(self, group: ReviewGroup) -> tuple[MucRaSoat, ...]:
        """Return the items of one part."""
        return tuple(item for item in self.muc if item.group is group)

    def places(self, group: ReviewGroup) -> int:
        """Return how many places the items of one part are about; a schedule that is decided on as a whole is one."""
        return sum(1 if item.lot else len(item.cho) for item in self.of(group))


_WHOLE: Final = "Cả kế hoạch"
_ANSWERS: Final = "kết quả"
_LISTS: Final = frozenset(
    "can_cu mo_dau phan to_chuc_thuc_hien ket_thuc noi_nhan phu_luc muc tieu_muc khoan y cong doan bang noi_dung "
    "nhiem_vu nhom_nhiem_vu phan_viec phuong_huong".split()
)
_WORDS: Final = {
    "nam": "năm", "so": "số", "ngay": "ngày ban hành", "trich_yeu": "trích yếu", "luu": "lưu", "ky": "người ký",
    "cong_van": "công văn", "chu_thich": "chú thích", "can_cu": "căn cứ", "noi_nhan": "nơi nhận",
    "phuong_huong": f"{_ANSWERS}, phương hướng",
    "den_ngay": f"{_ANSWERS}, đến ngày", "vi_du": f"{_ANSWERS}, ví dụ", "mo_dau": "mở đầu", "ket_thuc": "kết thúc",
    "don_vi": "đơn vị", "nhom": "nhóm đơn vị", "tieu_de": "tiêu đề", "cung_dong": "nội dung sau tiêu đề", "cong": "dấu cộng",
    "ten": "tên nhiệm vụ", "chu_tri": "chủ trì", "phoi_hop": "phối hợp", "thoi_gian": "thời gian", "san_pham": "sản phẩm",
    "kinh_phi": "kinh phí", "theo_doi": "theo dõi", "ghi_chu": "ghi chú", "ten_cot": "tên cột", "cot": "cột", "dong": "dòng",
    "giao_theo": "giao theo",
    "ky_hieu": "ký hiệu", "so_bat_dau": "số bắt đầu", "bao_cao": "báo cáo", "gui": "nơi nhận báo cáo", "han": "hạn",
    "du_thao": "lần dự thảo", "kem_theo": "dòng kèm theo", "ho_ten": "họ tên", "chuc_vu": "chức vụ", "quyen_han": "quyền hạn",
}  # fmt: skip
_BEGIN_ANEW: Final = {"phan": ("muc", "khoan"), "muc": ("khoan",), "tieu_muc": ("khoan",)}  # the numbers below each level
_UNSAID: Final = frozenset({"noi_dung"})


class PlaceNames:
    """The names of the places in one plan, with the numbers that are printed there."""

    def __init__(self, plan: KeHoach) -> None:
        self._known: dict[Route, str] = dict(_of_plan(plan))
        for code, route, task in plan.tasks():
            table = table_place(route)
            holder = next(table[:length] for length in range(len(table) - 1, 0, -1) if table[:length] in self._known)
            number = code.removeprefix(f"PL{int(route[1]) + 1}.") if route[0] == "phu_luc" else code
            self._known[route] = f"{self._known[holder]}, nhiệm vụ {number}"
            for line in range(len(task.phan_viec)):
                self._known[*route, "phan_viec", line] = f"{self._known[route]}.{line + 1}"

    def of(self, route: Route) -> str:
        """Return the name of the place at `route`, which may leave out the number of a value that stands for a list of one."""
        full = _with_numbers(route)
        known = next((full[:length] for length in range(len(full), 0, -1) if full[:length] in self._known), ())
        parts = [self._known[known]] if known else []
        parts += _further(full[len(known) :], counted=len(route) == len(full))
        return sentence_start(", ".join(parts)) or _WHOLE


def _with_numbers(route: Route) -> Route:
    full: Route = ()
    for index, step in enumerate(route):
        full = (*full, step)
        if step in _LISTS and not isinstance(route[index + 1] if index + 1 < len(route) else None, int):
            full = (*full, 0)
    return full


def _further(steps: Sequence[str | int], *, counted: bool) -> Iterator[str]:
    """Yield what stands below the last place that has a name of its own."""
    if len(steps) == 3 and steps[0] == "cot":  # a row of headings
        yield f"dòng tiêu đề {int(steps[1]) + 1}, cột {int(steps[2]) + 1}"
        return
    for index, step in enumerate(steps):
        below = steps[index + 1] if index + 1 < len(steps) else None
        if isinstance(step, int):
            if index and isinstance(steps[index - 1], int):
                yield f"{'đoạn' if isinstance(steps[index - 2], int) else 'ô'} {step + 1}"
        elif step not in _UNSAID and (steps[0], step) != ("dong", "nhom"):
            words = _WORDS.get(step, step.replace("_", " "))
            numbered = isinstance(below, int) and (counted or below or step not in _LISTS)
            yield f"{words} {int(below or 0) + 1}" if numbered else words


def _of_plan(plan: KeHoach) -> Iterator[tuple[Route, str]]:
    for key in ("mo_dau", "ket_thuc"):
        several = len(getattr(plan, key)) > 1
        for index in range(len(getattr(plan, key))):
            yield (key, index), f"{_WORDS[key]}, đoạn {index + 1}" if several else _WORDS[key]
    for index, part in enumerate(plan.phan):
        yield from _named(part, ("phan", index), f"phần {roman(index + 1)}")
    for index, section in enumerate(plan.to_chuc_thuc_hien):
        yield from _named(section, ("to_chuc_thuc_hien", index), f"tổ chức thực hiện, mục {index + 1}", f"{index + 1}")
    for index, appendix in enumerate(plan.phu_luc):
        yield from _named(appendix, ("phu_luc", index), f"phụ lục {roman(index + 1)}" if len(plan.phu_luc) > 1 else "phụ lục")


def _named(section: TrongKhoan, route: Route, name: str, printed: str = "") -> Iterator[tuple[Route, str]]:
    """Yield a section, `printed` with that number, and all that stands in it."""
    yield route, name
    parts = list(section.placed(route))
    every = Counter(kind for kind, _, _ in parts)
    so_far: Counter[str] = Counter()
    for kind, part, place in parts:
        if kind in _BEGIN_ANEW:
            so_far.subtract({below: so_far[below] for below in _BEGIN_ANEW[kind]})
        so_far[kind] += 1
        number = so_far[kind]
        if kind == "nhom_nhiem_vu":
            groups = range(len(part.nhom_nhiem_vu))
            yield from (((*place, group), f"{name}, nhóm {roman(group + 1)}") for group in groups)
        elif kind == "phan":
            yield from _named(part, place, f"{name}, phần {roman(number)}")
        elif kind == "muc":
            yield from _named(part, place, f"{name}, mục {number}", f"{number}")
        elif kind == "tieu_muc":
            yield from _named(part, place, f"{name}, tiểu mục {printed}.{number}")
        elif kind == "khoan":
            yield from _named(part, place, f"{name}, khoản {letter(number)}")
        elif kind in ("y", "doan", "bang"):
            words = {"y": "ý", "doan": "đoạn", "bang": "bảng"}[kind]
            only = kind == "doan" and len(every) == 1 and every[kind] == 1
            yield place, name if only else f"{name}, {words} {number}"


def ra_soat(plan: KeHoach, years: Years, nguon: str, dich: str, changes: Iterable[tuple[Change, Place]]) -> RaSoat:
    """Return the review list of `changes`, each with its place in the new file; `plan` is the one that was rolled over."""
    names = PlaceNames(plan)
    places = [Cho(change, names.of(change.route), place) for change, place in changes]
    alike: dict[tuple[str, ...], list[Cho]] = defaultdict(list)
    for group in ORDER:
        for one in places:
            if one.change.group is group:
                alike[_likeness(one.change)].append(one)
    items = tuple(MucRaSoat(number, tuple(several)) for number, several in enumerate(alike.values(), start=1))
    return RaSoat(" ".join(plan.trich_yeu.split()), years, nguon, dich, items)


def _likeness(change: Change) -> tuple[str, ...]:
    """Return what changes have in common that one tick settles; each thing to decide on as a whole stands for itself."""
    if change.lot:
        return change.group, change.lot, change.why
    alone = change.group is ReviewGroup.DECIDE and not change.old and not change.new
    return change.group, change.old, change.new, change.why, change.behind if alone else ""
