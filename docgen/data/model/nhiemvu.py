"""Tasks, and the tables that hold them: groups, the office's own headings, the order of the columns and their widths."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import AtLeastOne, CellText, Fault, Model, PhanTitle, Route, Text, as_list, refuse
from docgen.text.folding import same_words
from docgen.text.wording import roman

SAME_AS_ABOVE: Final = "như trên"
TASK_TEXTS: Final = ("ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "theo_doi", "ghi_chu")
TASK_KINDS: Final = ("nhiem_vu", "nhom_nhiem_vu")  # the keys that hold the tasks of a table


def table_place(route: Route) -> Route:
    """Return the place of the table in which the task at `route` stands: that of the key that holds its tasks or groups."""
    return route[: next(index for index, step in enumerate(route) if step in TASK_KINDS) + 1]


def is_same_as_above(text: str | None) -> bool:
    """Return whether `text` asks for the cell above instead of saying anything itself."""
    return text is not None and same_words(text) == SAME_AS_ABOVE


class NhiemVu(Model, title="Nhiệm vụ"):
    """A task, each field printed word for word as it was written; `ma` is its own code where it has one.

    Each task says who leads it; where nobody does, that is said too: `chu_tri: ""`.
    """

    EMPTY_ON_PURPOSE = frozenset({"chu_tri"})

    ma: Text | None = Field(None, description="Mã riêng của nhiệm vụ; không ghi thì docgen lấy theo vị trí, như I.2.")
    ten: Text = Field(description="Tên nhiệm vụ.")
    chu_tri: CellText = Field(
        description='Đơn vị chủ trì, ghi đúng chữ cần in; “như trên” thì gộp với ô trên; cố ý bỏ trống thì ghi "".'
    )
    phoi_hop: Text | None = Field(None, description="Đơn vị phối hợp, ghi đúng chữ cần in.")
    thoi_gian: Text | None = Field(None, description="Thời gian, ví dụ Thường xuyên, Quý II, Tháng 6, Trước ngày 15/12/2024.")
    san_pham: Text | None = Field(None, description="Sản phẩm, kết quả phải có.")
    kinh_phi: Text | None = Field(None, description="Kinh phí, ghi sao in vậy.")
    theo_doi: Text | None = Field(None, description="Người hoặc đơn vị theo dõi.")
    ghi_chu: Text | None = Field(None, description="Ghi chú, có in ra.")


class NhomNhiemVu(Model, title="Nhóm nhiệm vụ"):
    """A group of tasks under a row of its own, numbered I, II, III."""

    tieu_de: PhanTitle = Field(description="Tên nhóm nhiệm vụ, không gõ I., II.")
    nhiem_vu: Annotated[tuple[NhiemVu, ...], BeforeValidator(as_list), AtLeastOne] = Field(description="Các nhiệm vụ trong nhóm.")


def _something_above(tasks: tuple[NhiemVu, ...]) -> tuple[NhiemVu, ...]:
    refuse(_nothing_above(((index,), task) for index, task in enumerate(tasks)))
    return tasks


def _something_above_in_groups(groups: tuple[NhomNhiemVu, ...]) -> tuple[NhomNhiemVu, ...]:
    refuse(
        _nothing_above(
            ((place, "nhiem_vu", index), task) for place, group in enumerate(groups) for index, task in enumerate(group.nhiem_vu)
        )
    )
    return groups


def _nothing_above(tasks: Iterable[tuple[tuple[str | int, ...], NhiemVu]]) -> Iterator[Fault]:
    """Yield a fault for each cell that asks for the one above where that has no words; a task's name is always its own."""
    above: dict[str, str | None] = {}
    for route, task in tasks:
        for name in TASK_TEXTS:
            text = getattr(task, name)
            if not is_same_as_above(text):
                above[name] = text
            elif name == "ten":
                yield (*route, name), PydanticCustomError("nothing_above", "mỗi nhiệm vụ phải có tên riêng, không ghi “như trên”")
            elif not above.get(name):
                sentence = "“như trên” nhưng phía trên chưa có ô nào có chữ; ghi rõ nội dung"
                yield (*route, name), PydanticCustomError("nothing_above", sentence)


class TenCot(Model, title="Tên cột của bảng nhiệm vụ"):
    """The office's own headings of the columns of tasks, where docgen's do not fit."""

    stt: Text = Field("STT", description="Tên cột số thứ tự.")
    ten: Text = Field("Nhiệm vụ", description="Tên cột nhiệm vụ.")
    chu_tri: Text = Field("Đơn vị chủ trì", description="Tên cột đơn vị chủ trì.")
    phoi_hop: Text = Field("Đơn vị phối hợp", description="Tên cột đơn vị phối hợp.")
    thoi_gian: Text = Field("Thời gian", description="Tên cột thời gian.")
    san_pham: Text = Field("Sản phẩm", description="Tên cột sản phẩm.")
    kinh_phi: Text = Field("Kinh phí", description="Tên cột kinh phí.")
    theo_doi: Text = Field("Theo dõi", description="Tên cột theo dõi.")
    ghi_chu: Text = Field("Ghi chú", description="Tên cột ghi chú.")


Cot: TypeAlias = Literal["stt", "ten", "chu_tri", "phoi_hop", "thoi_gian", "san_pham", "kinh_phi", "theo_doi", "ghi_chu"]


def _each_once(names: tuple[Cot, ...]) -> tuple[Cot, ...]:
    refuse(
        ((index,), PydanticCustomError("column_twice", "cột {name} đã ghi ở trên; mỗi cột ghi một lần", {"name": name}))
        for index, name in enumerate(names)
        if name in names[:index]
    )
    return names


def _share(value: float) -> float:
    if not 0 < value <= 100:
        sentence = "{value} không dùng được; ghi phần trăm bề ngang của bảng, trên 0 và không quá 100"
        raise PydanticCustomError("share", sentence, {"value": f"{value:g}"})
    return value


Share: TypeAlias = Annotated[float, AfterValidator(_share)]
_SHARE_SAID: Final = "Bề rộng của cột này, phần trăm bề ngang của bảng."


class RongCot(Model, title="Bề rộng của cột, phần trăm"):
    """The widths of columns of tasks that the office sets itself, in percent of the table."""

    stt: Share | None = Field(None, description=_SHARE_SAID)
    ten: Share | None = Field(None, description=_SHARE_SAID)
    chu_tri: Share | None = Field(None, description=_SHARE_SAID)
    phoi_hop: Share | None = Field(None, description=_SHARE_SAID)
    thoi_gian: Share | None = Field(None, description=_SHARE_SAID)
    san_pham: Share | None = Field(None, description=_SHARE_SAID)
    kinh_phi: Share | None = Field(None, description=_SHARE_SAID)
    theo_doi: Share | None = Field(None, description=_SHARE_SAID)
    ghi_chu: Share | None = Field(None, description=_SHARE_SAID)

    def given(self) -> dict[str, float]:
        """Return the share of each column that has one, by its name."""
        return {name: share for name, share in self if share is not None}


class BangNhiemVu(Model, title="Bảng nhiệm vụ"):
    """What a table of tasks has, in an appendix and in the body alike; where there are no tasks there is no table."""

    ten_cot: TenCot = Field(TenCot(), description="Tên cột riêng của cơ quan, khi tên cột của docgen không hợp.")
    thu_tu_cot: Annotated[tuple[Cot, ...], BeforeValidator(as_list), AfterValidator(_each_once)] = Field(
        (),
        description="Thứ tự cột riêng của cơ quan, đủ các cột đang dùng, ví dụ [stt, ten, san_pham, chu_tri]; "
        "không ghi stt thì không in cột STT.",
    )
    rong: RongCot = Field(RongCot(), description="Bề rộng riêng của cột, phần trăm bề ngang của bảng, ví dụ ten: 35.")
    nhom_nhiem_vu: Annotated[tuple[NhomNhiemVu, ...], BeforeValidator(as_list), AfterValidator(_something_above_in_groups)] = (
        Field((), description="Các nhóm nhiệm vụ, docgen đánh số I, II, III.")
    )
    nhiem_vu: Annotated[tuple[NhiemVu, ...], BeforeValidator(as_list), AfterValidator(_something_above)] = Field(
        (), description="Các nhiệm vụ, khi không chia nhóm."
    )

    @model_validator(mode="after")
    def _columns_are_right(self) -> "BangNhiemVu":
        refuse(self._wrong_columns() if self.nhiem_vu or self.nhom_nhiem_vu else self._columns_of_nothing())
        return self

    def _columns_of_nothing(self) -> Iterator[Fault]:
        for key in ("ten_cot", "thu_tu_cot", "rong"):
            if key in self.model_fields_set:
                sentence = "ở đây không có bảng nhiệm vụ; ghi cùng chỗ với nhiem_vu hay nhom_nhiem_vu, hoặc bỏ mục này"
                yield (key,), PydanticCustomError("no_tasks", sentence)

    def _wrong_columns(self) -> Iterator[Fault]:
        missing = [name for name in self._used() if name not in self.columns]
        if missing:
            sentence = "thiếu cột {names} mà nhiệm vụ trong bảng có ghi; thêm vào, hoặc bỏ mục đó ở các nhiệm vụ"
            yield ("thu_tu_cot",), PydanticCustomError("column_missing", sentence, {"names": ", ".join(missing)})
        shares = self.rong.given()
        for name in shares:
            if name not in self.columns:
                yield (
                    ("rong", name),
                    PydanticCustomError("no_column", "bảng này không in cột {name}; bỏ dòng này", {"name": name}),
                )
        total = sum(shares.values())
        others = [name for name in self.columns if name not in shares]
        if total > 100:
            sentence = "các cột cộng lại là {total}%; bớt cho không quá 100%"
            yield ("rong",), PydanticCustomError("shares", sentence, {"total": f"{total:g}"})
        elif total == 100 and others:
            sentence = "các cột cộng lại đã 100% mà cột {names} chưa có chỗ; bớt lại"
            yield ("rong",), PydanticCustomError("shares", sentence, {"names": ", ".join(others)})

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns that are printed, in their order: the office's own, otherwise all used ones."""
        return self.thu_tu_cot or ("stt", *self._used())

    def _used(self) -> Iterator[str]:
        tasks = (*self.nhiem_vu, *(task for group in self.nhom_nhiem_vu for task in group.nhiem_vu))
        return (name for name in TASK_TEXTS if name in ("ten", "chu_tri") or any(getattr(task, name) for task in tasks))

    def tasks(self, route: Route) -> Iterator[tuple[str, Route, NhiemVu]]:
        """Yield each task of the table at `route` with its number, `2` or `I.2` in a group, and its place."""
        for index, task in enumerate(self.nhiem_vu):
            yield f"{index + 1}", (*route, "nhiem_vu", index), task
        for place, group in enumerate(self.nhom_nhiem_vu):
            for index, task in enumerate(group.nhiem_vu):
                yield f"{roman(place + 1)}.{index + 1}", (*route, "nhom_nhiem_vu", place, "nhiem_vu", index), task
