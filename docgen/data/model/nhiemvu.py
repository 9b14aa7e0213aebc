"""Tasks, and the tables that hold them: groups, the office's own headings, the order of the columns and their widths."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import AtLeastOne, Fault, GroupTitle, Model, Route, Text, as_list, refuse
from docgen.data.model.phanviec import BOTH_COLUMNS, CELLS, TASK_TEXTS, NhiemVu, PhanViec, TaskRow, faults, rows
from docgen.text.wording import roman

TASK_KINDS: Final = ("nhiem_vu", "nhom_nhiem_vu")  # the keys that hold the tasks of a table


def table_place(route: Route) -> Route:
    """Return the place of the table in which the task at `route` stands: that of the key that holds its tasks or groups."""
    return route[: next(index for index, step in enumerate(route) if step in TASK_KINDS) + 1]


class NhomNhiemVu(Model, title="Nhóm nhiệm vụ"):
    """A group of tasks under a row of its own, numbered I, II, III."""

    tieu_de: GroupTitle = Field(description="Tên nhóm nhiệm vụ, không gõ I., II.")
    nhiem_vu: Annotated[tuple[NhiemVu, ...], BeforeValidator(as_list), AtLeastOne] = Field(description="Các nhiệm vụ trong nhóm.")


def _something_above(tasks: tuple[NhiemVu, ...]) -> tuple[NhiemVu, ...]:
    refuse(faults(((index,), task) for index, task in enumerate(tasks)))
    return tasks


def _something_above_in_groups(groups: tuple[NhomNhiemVu, ...]) -> tuple[NhomNhiemVu, ...]:
    refuse(
        faults(
            ((place, "nhiem_vu", index), task) for place, group in enumerate(groups) for index, task in enumerate(group.nhiem_vu)
        )
    )
    return groups


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


def _marked(names: Sequence[str]) -> str:
    """Return keys of columns as a sentence names them, see `Problem`."""
    return ", ".join("⦃stt¦số thứ tự⦄" if name == "stt" else f"⦃{name}⦄" for name in names)


def _each_once(names: tuple[Cot, ...]) -> tuple[Cot, ...]:
    refuse(
        ((index,), PydanticCustomError("column_twice", "cột ⦃{name}⦄ đã ghi ở trên; mỗi cột ghi một lần", {"name": name}))
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
_ROUNDED: Final = 1.0  # percent: 33 + 33 + 33 is meant to be the whole
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
                sentence = (
                    "ở đây không có bảng nhiệm vụ; ghi cùng chỗ với ⦃nhiem_vu hay nhom_nhiem_vu¦bảng nhiệm vụ⦄, hoặc bỏ mục này"
                )
                yield (key,), PydanticCustomError("no_tasks", sentence)

    def _wrong_columns(self) -> Iterator[Fault]:
        for row in self._without_leader():
            yield (*row.route, "chu_tri"), PydanticCustomError("missing", "thiếu mục này")
        missing = [name for name in self._used() if name not in self.columns]
        if missing:
            sentence = "thiếu cột {names} mà nhiệm vụ trong bảng có ghi; thêm vào, hoặc bỏ mục đó ở các nhiệm vụ"
            yield ("thu_tu_cot",), PydanticCustomError("column_missing", sentence, {"names": _marked(missing)})
        apart = [self.columns.index(name) for name in BOTH_COLUMNS if name in self.columns]
        if apart[1:] and abs(apart[0] - apart[1]) > 1 and any(part.giao_theo for part in self._written()):
            sentence = (
                "⦃giao_theo in¦giao theo văn bản khác thì in⦄ thành một ô qua hai cột ⦃chu_tri⦄ và ⦃phoi_hop⦄; "
                "để hai cột này cạnh nhau"
            )
            yield ("thu_tu_cot",), PydanticCustomError("apart", sentence)
        shares = self.rong.given()
        for name in shares:
            if name not in self.columns:
                yield (
                    ("rong", name),
                    PydanticCustomError("no_column", "bảng này không in cột ⦃{name}⦄; bỏ dòng này", {"name": name}),
                )
        total = sum(shares.values())
        others = [name for name in self.columns if name not in shares]
        if total >= 100 and others:
            sentence = "các cột cộng lại là {total}% mà cột {names} chưa có chỗ; bớt lại"
            yield ("rong",), PydanticCustomError("shares", sentence, {"total": f"{total:g}", "names": _marked(others)})
        elif shares and not others and abs(total - 100) > _ROUNDED:
            sentence = "các cột cộng lại là {total}%; phải là 100%"
            yield ("rong",), PydanticCustomError("shares", sentence, {"total": f"{total:g}"})

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns that are printed, in their order: the office's own, otherwise all used ones."""
        return self.thu_tu_cot or ("stt", *self._used())

    def _used(self) -> Iterator[str]:
        parts = list(self._written())
        used = {name for name in CELLS if any(getattr(part, name) for part in parts)} - {"chu_tri"}
        used |= {"ten", "chu_tri"} if self.is_led else {"ten"}
        return (name for name in TASK_TEXTS if name in used)

    @cached_property
    def is_led(self) -> bool:
        """Return whether any task says who leads it; where none does there is no column for it."""
        return any(part.chu_tri is not None or part.giao_theo for part in self._written())

    def _written(self) -> Iterator[PhanViec]:
        """Yield every task and every line."""
        for _, _, task in self.tasks(()):
            yield task
            yield from task.phan_viec

    def _without_leader(self) -> Iterator[TaskRow]:
        """Yield the rows that do not say who leads them, in a table of which others do."""
        for row in rows(self.tasks(())) if self.is_led else ():
            if row.task.chu_tri is None and row.line.chu_tri is None and not row.cells["giao_theo"]:
                yield row

    def tasks(self, route: Route) -> Iterator[tuple[str, Route, NhiemVu]]:
        """Yield each task of the table at `route` with its number, `2` or `I.2` in a group, and its place."""
        for index, task in enumerate(self.nhiem_vu):
            yield f"{index + 1}", (*route, "nhiem_vu", index), task
        for place, group in enumerate(self.nhom_nhiem_vu):
            for index, task in enumerate(group.nhiem_vu):
                yield f"{roman(place + 1)}.{index + 1}", (*route, "nhom_nhiem_vu", place, "nhiem_vu", index), task
