"""The body of a paper: parts, sections, clauses, paragraphs, dashed items and tables, in any mix and in the order written."""

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BaseModel, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model import base
from docgen.data.model.bang import Bang
from docgen.data.model.nhiemvu import TASK_KINDS, BangNhiemVu
from docgen.text.dinhdang import plain
from docgen.text.folding import name_key

_ORDER: Final = "\0thu_tu"  # cannot be typed, so no clerk's key meets it
_KINDS: Final = ("doan", "y", "bang", "khoan", "tieu_muc", "muc", "phan", "noi_dung", *TASK_KINDS)
TABLES: Final = ("bang", *TASK_KINDS)
_DUTIES: Final = name_key("tổ chức thực hiện")
MIXED_SAID: Final = "Đoạn, ý, bảng, mục xen kẽ nhau, in đúng thứ tự đã ghi."


def short_form(key: str) -> BeforeValidator:
    """Return what takes a bare text for the value of `key`, and refuses what is neither text nor keys."""

    def check(value: object) -> object:
        if value is None:
            return base.require_text(value)
        if not isinstance(value, (str, Mapping, BaseModel)):
            raise PydanticCustomError(
                "not_an_item",
                'phải là một câu chữ, hoặc các dòng “mục: giá trị”; nếu viết hai dấu "- " liền nhau thì bỏ bớt một dấu',
            )
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(check)


class Y(base.Model, title="Ý"):
    """An item behind a dash, its sub-items behind a plus, and the units it binds where its words do not say."""

    noi_dung: base.ItemText = Field(description="Câu chữ của ý.")
    cong: Annotated[tuple[base.ItemText, ...], BeforeValidator(base.as_dashed_list)] = Field(
        (), description="Các ý con, in với dấu cộng."
    )
    don_vi: base.Texts = Field((), description="Đơn vị mà ý này giao việc, khi đọc câu không nhận ra; không in ra.")


def _heading_or_paragraph(section: "Khoan | TieuMuc | Muc", unnumbered: Callable[[str], str]) -> None:
    """Refuse a section that has neither a title nor, to run behind its number, a first paragraph that bears none itself."""
    if section.tieu_de is None and section.cung_dong is not None:
        raise PydanticCustomError(
            "no_title",
            "⦃cung_dong chạy tiếp sau tieu_de; thêm tieu_de, hoặc đổi cung_dong thành doan"
            "¦câu chạy tiếp cần tiêu đề ở trước; thêm tiêu đề, hoặc tách câu ấy thành đoạn⦄",
        )
    if section.tieu_de is None:
        kind, first = next(section.parts(), ("", ""))
        if kind != "doan":
            raise PydanticCustomError("no_title", "thiếu ⦃tieu_de¦tiêu đề⦄ (hoặc một ⦃doan¦đoạn⦄ đứng đầu để chạy sau số thứ tự)")
        unnumbered(first)


Items: TypeAlias = Annotated[tuple[Annotated[Y, short_form("noi_dung")], ...], BeforeValidator(base.as_dashed_list)]
Part: TypeAlias = tuple[str, Any]


class TrongKhoan(BangNhiemVu, title="Nội dung"):
    """What may stand inside a khoản: paragraphs, dashed items, tables, a table of tasks."""

    doan: base.Paragraphs = Field((), description="Đoạn văn: một câu, hoặc danh sách “- ” khi có nhiều đoạn.")
    y: Items = Field((), description="Các ý có dấu gạch đầu dòng; docgen tự thêm dấu gạch.")
    bang: Annotated[tuple[Bang, ...], BeforeValidator(base.as_list)] = Field((), description="Bảng có cột và dòng riêng.")
    noi_dung: Annotated[tuple[Annotated["TrongKhoan", short_form("doan")], ...], BeforeValidator(base.as_list)] = Field(
        (), description=MIXED_SAID
    )
    thu_tu: tuple[str, ...] = Field(default=(), alias=_ORDER)

    @model_validator(mode="before")
    @classmethod
    def _remember_order(cls, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {**value, _ORDER: tuple(key for key in value if key in _KINDS)}

    def placed(self, route: base.Route = ()) -> Iterator[tuple[str, Any, base.Route]]:
        """Yield each part with its kind and its place below `route`, in the order in which the clerk wrote them.

        A table of tasks is one part: of the kind of the key that holds its tasks, and what it stands in.
        """
        for kind in self.thu_tu:
            if kind in TASK_KINDS and getattr(self, kind):
                yield kind, self, (*route, kind)
                continue
            for index, part in enumerate(getattr(self, kind)):
                if kind == "noi_dung":
                    yield from part.placed((*route, kind, index))
                else:
                    yield kind, part, (*route, kind, index)

    def parts(self) -> Iterator[Part]:
        """Yield each part with its kind, in the order in which the clerk wrote them."""
        yield from ((kind, part) for kind, part, _ in self.placed())

    def task_tables(self, route: base.Route) -> Iterator[tuple[base.Route, BangNhiemVu]]:
        """Yield each table of tasks in it, however deep, with the place of what it stands in, `route` being its own."""
        known: set[base.Route] = set()
        for kind, part, place in self.placed(route):
            if kind in TASK_KINDS:
                if place[:-1] not in known:  # tasks beside groups are of one table
                    known.add(place[:-1])
                    yield place[:-1], part
            elif isinstance(part, TrongKhoan):
                yield from part.task_tables(place)

    def holds_table(self) -> bool:
        """Return whether there is a table in it, however deep."""
        return any(kind in TABLES or (isinstance(part, TrongKhoan) and part.holds_table()) for kind, part in self.parts())


class Khoan(TrongKhoan, title="Khoản"):
    """A clause, numbered a), b), c); without a title its first paragraph runs behind the letter."""

    tieu_de: base.KhoanTitle | None = Field(None, description="Tiêu đề của khoản, không gõ a), b).")
    cung_dong: base.Text | None = Field(None, description=base.RUN_ON_SAID)

    @model_validator(mode="after")
    def _has_words(self) -> "Khoan":
        _heading_or_paragraph(self, base.without_letter)
        return self


class TrongTieuMuc(TrongKhoan, title="Nội dung"):
    """What may stand inside a tiểu mục: also khoản."""

    khoan: Annotated[tuple[Annotated[Khoan, short_form("doan")], ...], BeforeValidator(base.as_list)] = Field(
        (), description="Các khoản, docgen đánh a), b), c)."
    )
    noi_dung: Annotated[tuple[Annotated["TrongTieuMuc", short_form("doan")], ...], BeforeValidator(base.as_list)] = Field(
        (), description=MIXED_SAID
    )


class TieuMuc(TrongTieuMuc, title="Tiểu mục"):
    """A section below a mục, numbered 1.1., 1.2.: not in the decree, but common; without a title as a mục is without."""

    tieu_de: base.TieuMucTitle | None = Field(None, description="Tiêu đề của tiểu mục, không gõ 1.1., 1.2.")
    cung_dong: base.Text | None = Field(None, description=base.RUN_ON_SAID)

    @model_validator(mode="after")
    def _has_words(self) -> "TieuMuc":
        _heading_or_paragraph(self, base.without_numbers)
        return self


class TrongMuc(TrongTieuMuc, title="Nội dung"):
    """What may stand inside a mục: also tiểu mục."""

    tieu_muc: Annotated[tuple[Annotated[TieuMuc, short_form("doan")], ...], BeforeValidator(base.as_list)] = Field(
        (), description="Các tiểu mục, docgen đánh số 1.1, 1.2."
    )
    noi_dung: Annotated[tuple[Annotated["TrongMuc", short_form("doan")], ...], BeforeValidator(base.as_list)] = Field(
        (), description=MIXED_SAID
    )


class Muc(TrongMuc, title="Mục"):
    """A section, numbered 1., 2., 3.; without a title its first paragraph runs behind the number."""

    tieu_de: base.MucTitle | None = Field(None, description="Tiêu đề của mục, không gõ 1., 2.")
    cung_dong: base.Text | None = Field(None, description=base.RUN_ON_SAID)

    @model_validator(mode="after")
    def _has_words(self) -> "Muc":
        _heading_or_paragraph(self, base.without_number)
        return self


Mucs: TypeAlias = Annotated[tuple[Annotated[Muc, short_form("doan")], ...], BeforeValidator(base.as_list)]


class TrongPhan(TrongTieuMuc, title="Nội dung"):
    """What may stand inside a phần: also mục."""

    muc: Mucs = Field((), description="Các mục, docgen đánh số 1, 2, 3.")
    noi_dung: Annotated[tuple[Annotated["TrongPhan", short_form("doan")], ...], BeforeValidator(base.as_list)] = Field(
        (), description=MIXED_SAID
    )


class Phan(TrongPhan, title="Phần"):
    """A part, numbered I., II., III., its title printed in capitals (PL I.II.6.đ).

    The only part of a plan may have no title, as where the body is nothing but a table; it is printed without a number then.
    """

    EMPTY_ON_PURPOSE = frozenset({"tieu_de"})

    tieu_de: base.PhanTitle = Field(
        description="Tiêu đề của phần, không gõ I., II.; docgen đổi sang chữ in hoa. "
        'Kế hoạch không chia phần thì ghi một phần có tieu_de: "".'
    )
    giao_viec: base.YesOrNo | None = Field(
        None,
        description="có: các ý trong phần này giao việc cho đơn vị, như ở to_chuc_thuc_hien; "
        "phần “Tổ chức thực hiện” không cần ghi.",
    )

    @property
    def gives_work(self) -> bool:
        """Return whether its items lay duties on units: as `giao_viec` says, otherwise where its title tells so."""
        return _DUTIES in name_key(plain(self.tieu_de)) if self.giao_viec is None else self.giao_viec
