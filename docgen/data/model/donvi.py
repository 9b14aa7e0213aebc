"""The registry of units that an office writes to, and the groups that plans name together (`donvi.yaml`)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import LAST_DAY_SAID, OTHER_NAMES_SAID, Date, Fault, Model, Text, Texts, refuse
from docgen.text.folding import name_key

LoiGiao: TypeAlias = Annotated[
    Literal["giao", "đề nghị"], BeforeValidator(lambda value: value.strip().lower() if isinstance(value, str) else value)
]


class TenGoi(Model, title="Tên gọi"):
    """A name that texts use, without giving it work: its spellings, the days between which it holds, and what followed it."""

    ten: Text = Field(description="Tên đầy đủ.")
    viet_tat: Texts = Field((), description=OTHER_NAMES_SAID)
    tu: Date | None = Field(None, description="Ngày đầu mang tên này, ví dụ 2025-03-01. Không có thì bỏ.")
    den: Date | None = Field(None, description=LAST_DAY_SAID)
    thanh: Texts = Field((), description="Tên tiếp theo sau ngày “den”; một hoặc nhiều tên.")

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> "TenGoi":
        if self.tu and self.den and self.den < self.tu:
            refuse([(("den",), PydanticCustomError("ends_first", "ngày cuối đứng trước ngày đầu⦃ (tu)¦⦄; xem lại hai ngày này"))])
        return self

    def existed(self, first: date, last: date) -> bool:
        """Return whether this name was borne on any day from `first` to `last`."""
        return (self.tu or date.min) <= last and first <= (self.den or date.max)


class DonVi(TenGoi, title="Đơn vị"):
    """A unit that is given work, the groups that it is a member of, and how it is asked to act where not as its groups are."""

    nhom: Texts = Field((), description="Các nhóm mà đơn vị là thành viên, ghi đúng tên nhóm trong mục nhom của tệp.")
    loi_giao: LoiGiao | None = Field(
        None,
        description="Lời công văn dùng với đơn vị: giao hoặc đề nghị (Mặt trận, đoàn thể, cơ quan Đảng…). Bỏ đi thì theo nhóm.",
    )


class Nhom(Model, title="Nhóm đơn vị"):
    """A group of units under the names that plans give it, the larger groups that it is part of, and how it is asked to act.

    `den` and `thanh` are the last day on which plans may name it, and the group that followed.
    """

    ten: Text = Field(description="Tên nhóm như kế hoạch gọi, ví dụ các sở, ban, ngành tỉnh.")
    viet_tat: Texts = Field((), description=OTHER_NAMES_SAID)
    nhom: Texts = Field((), description="Nhóm lớn hơn chứa nhóm này.")
    den: Date | None = Field(None, description="Ngày cuối kế hoạch còn gọi nhóm này. Không có thì bỏ.")
    thanh: Texts = Field((), description="Nhóm thay cho nhóm này sau ngày “den”.")
    loi_giao: LoiGiao = Field(
        "giao", description="Lời công văn dùng với đơn vị trong nhóm: giao (mặc định) hoặc đề nghị (cơ quan Đảng, đoàn thể…)."
    )


_TORN: Final = "“{name}” chỉ có một chữ nên không gọi tên được nhóm nào; tên có dấu phẩy thì đặt cả tên trong dấu nháy kép"

Entry: TypeAlias = DonVi | Nhom


def joined_names(items: Sequence[str], known: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield each name in `items` with its index, as `known` spells it.

    A name with commas that YAML took for several items, as in `[các sở, ban, ngành tỉnh]`, is put together again.
    """
    index = 0
    while index < len(items):
        for end in range(len(items), index, -1):
            name = known.get(name_key(", ".join(items[index:end])))
            if name is not None:
                break
        else:
            end, name = index + 1, items[index]
        yield index, name
        index = end


class SoDonVi(Model, title="Danh mục đơn vị"):
    """All units and groups that an office knows, and other names that its texts use (`ten_goi`)."""

    don_vi: tuple[DonVi, ...] = Field((), description="Các đơn vị, mỗi đơn vị một khối mở đầu bằng “- ten:”.")
    nhom: tuple[Nhom, ...] = Field((), description="Các nhóm đơn vị mà kế hoạch gọi chung.")
    ten_goi: tuple[TenGoi, ...] = Field((), description="Các tên gọi khác có trong văn bản, không được giao việc.")

    @model_validator(mode="after")
    def _is_consistent(self) -> "SoDonVi":
        refuse([*self._names_used_again(), *self._unknown_groups(), *self._groups_inside_themselves()])
        return self

    def entries(self) -> Iterator[tuple[tuple[str, int], Entry]]:
        """Yield each unit and each group with its place in the data."""
        yield from ((("don_vi", index), unit) for index, unit in enumerate(self.don_vi))
        yield from ((("nhom", index), group) for index, group in enumerate(self.nhom))

    def group_names(self) -> dict[str, str]:
        """Return the groups' own names by every spelling of them."""
        return {name_key(name): group.ten for group in self.nhom for name in (*group.viet_tat, group.ten)}

    def _names_used_again(self) -> Iterator[Fault]:
        bearers: dict[str, list[TenGoi | Nhom]] = {}
        names = ((("ten_goi", index), name) for index, name in enumerate(self.ten_goi))
        for route, entry in (*self.entries(), *names):
            for name, place in _written_names(entry, route):
                key = name_key(name)
                if not key:
                    yield place, PydanticCustomError("no_letters", "“{name}” không có chữ nào; ghi lại tên", {"name": name})
                    continue
                if isinstance(entry, Nhom) and _is_one_common_word(name):
                    yield place, PydanticCustomError("torn_name", _TORN, {"name": name})
                other = next((one for one in bearers.get(key, ()) if one is not entry and _together(one, entry)), None)
                if other is not None:
                    sentence = (
                        "“{name}” đã là tên hoặc cách viết khác của “{other}”; mỗi cách viết chỉ thuộc về một đơn vị hay nhóm"
                    )
                    yield place, PydanticCustomError("name_twice", sentence, {"name": name, "other": other.ten})
                bearers.setdefault(key, []).append(entry)

    def _unknown_groups(self) -> Iterator[Fault]:
        known = self.group_names()
        for route, entry in self.entries():
            for index, name in joined_names(entry.nhom, known):
                if name not in known.values():
                    sentence = "chưa có nhóm “{name}”; thêm vào mục ⦃nhom⦄ ở cuối tệp, hoặc ghi đúng tên nhóm đã có"
                    yield (*route, "nhom", index), PydanticCustomError("no_group", sentence, {"name": name})

    def _groups_inside_themselves(self) -> Iterator[Fault]:
        known = self.group_names()
        larger = {group.ten: [name for _, name in joined_names(group.nhom, known)] for group in self.nhom}
        for index, group in enumerate(self.nhom):
            path = _way_back(group.ten, larger)
            if path:
                sentence = "nhóm này chứa chính nó: {path}; bỏ một dòng ⦃nhom¦nhóm⦄ trong vòng này"
                yield ("nhom", index, "nhom"), PydanticCustomError("circle", sentence, {"path": " → ".join(path)})


def _written_names(entry: TenGoi | Nhom, route: tuple[str, int]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    yield entry.ten, (*route, "ten")
    yield from ((name, (*route, "viet_tat", index)) for index, name in enumerate(entry.viet_tat))


def _is_one_common_word(name: str) -> bool:
    words = name.split()
    return name.islower() and words[0] != "các" and len([word for word in words if name_key(word)]) == 1


def _together(one: TenGoi | Nhom, other: TenGoi | Nhom) -> bool:
    """Return whether the two could be meant on one day."""
    if isinstance(one, Nhom) or isinstance(other, Nhom):
        return True
    return one.existed(other.tu or date.min, other.den or date.max)


def _way_back(start: str, larger: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a way from `start` through ever larger groups back to `start`, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for name in larger.get(way[-1], ()):
            if name == start:
                return (*way, name)
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()
