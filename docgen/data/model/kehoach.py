"""The plan (`kehoach.yaml`) with its appendices: one year's data, from which every paper of that year is made."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model import banhanh, base
from docgen.data.model.bang import Bang
from docgen.data.model.coquan import Ky
from docgen.data.model.nhiemvu import BangNhiemVu, table_place
from docgen.data.model.noidung import MIXED_SAID, TABLES, Muc, Mucs, Phan, TrongPhan, short_form
from docgen.data.model.phanviec import NhiemVu, TaskRow, rows
from docgen.text.dinhdang import NOTE_NAME
from docgen.text.patterns import lazy_re
from docgen.text.wording import ended

KIND: Final = "kế hoạch"
_BODY: Final = ("phan", "to_chuc_thuc_hien")
PAPER: Final = "{van_ban}"
_ATTACHED: Final = lazy_re(r"\bkèm\b", re.IGNORECASE)
_IN_BRACKETS: Final = lazy_re(r"\((?:[^()]|\([^()]*\))*\)")
_HUONG: Final = {"ngang": "ngang", "dọc": "dọc", "doc": "dọc"}
Huong = Annotated[
    Literal["ngang", "dọc"],
    BeforeValidator(lambda value: _HUONG.get(value.strip().lower(), value) if isinstance(value, str) else value),
]


def _title_alone(title: str) -> str:
    if re.match(r"phụ lục( [IVXL\d]+)?\s*([:.]|$)", title, re.IGNORECASE):
        raise PydanticCustomError("typed_number", "bỏ chữ “Phụ lục” ở đầu: docgen tự ghi “Phụ lục” và đánh số I, II, III")
    return title


_PARTS_SAID: Final = "Các phần của phụ lục, docgen đánh số I, II, III; bên trong như một phần của kế hoạch."


class TrongPhuLuc(TrongPhan, title="Nội dung"):
    """What may stand inside an appendix: also phần."""

    phan: Annotated[tuple[Phan, ...], BeforeValidator(base.as_list)] = Field((), description=_PARTS_SAID)
    noi_dung: Annotated[tuple[Annotated["TrongPhuLuc", short_form("doan")], ...], BeforeValidator(base.as_list)] = Field(
        (), description=MIXED_SAID
    )


def _attached(text: str) -> str:
    """Return the line that says to which paper an appendix belongs, without its brackets and the mark at its end."""
    text = ended(text, "")
    opened, closed = text.count("("), text.count(")")
    first = text.startswith("(") and (opened > closed or _IN_BRACKETS.fullmatch(text) is not None)
    last = text.endswith(")") and (closed > opened or first)
    bare = ended(text[first : len(text) - last].strip(), "")
    if not _ATTACHED.search(bare):
        sentence = "dòng này phải có chữ “kèm theo”, ví dụ: Ban hành kèm theo {van_ban} của …"
        raise PydanticCustomError("not_attached", sentence, {"van_ban": PAPER})
    return base.known_blanks(bare, PAPER)


class PhuLuc(TrongPhuLuc, title="Phụ lục"):
    """An appendix with its title, its paper's orientation, and what stands in it, in the order written."""

    tieu_de: Annotated[base.OneFace, AfterValidator(_title_alone)] = Field(
        description="Tên phụ lục, không ghi chữ “Phụ lục” và số."
    )
    kem_theo: Annotated[base.Unmarked, AfterValidator(_attached)] | None = Field(
        None,
        description="Dòng trong ngoặc dưới tên phụ lục, khi muốn ghi khác: Ban hành kèm theo {van_ban} của Chủ tịch …; "
        "chỗ {van_ban} in tên loại, số và ngày của kế hoạch.",
    )
    phan: Annotated[tuple[Phan, ...], BeforeValidator(base.as_list), base.TYPED] = Field(
        (), description=f"{_PARTS_SAID} {base.TYPED_SAID}"
    )
    huong: Huong | None = Field(None, description="Hướng giấy: ngang hoặc dọc. Có bảng thì mặc định là ngang.")

    @model_validator(mode="after")
    def _has_content(self) -> "PhuLuc":
        if next(self.parts(), None) is None:
            sentence = (
                "phụ lục chưa có nội dung; ghi ⦃nhom_nhiem_vu, nhiem_vu, bang, doan, y, muc hoặc phan¦ít nhất một nhiệm vụ⦄"
            )
            raise PydanticCustomError("empty", sentence)
        return self

    @property
    def landscape(self) -> bool:
        """Return whether its pages lie on their side: as `huong` says, otherwise where it holds a table."""
        if self.huong is not None:
            return self.huong == "ngang"
        tables = (kind in TABLES or (isinstance(part, Phan) and part.holds_table()) for kind, part in self.parts())
        return any(tables) or next(self.task_tables(()), None) is not None


def _tasks(parts: Mapping[str, Any]) -> Iterator[tuple[str, base.Route, NhiemVu]]:
    """Yield each task of `parts`, which are the body's and the appendices by their keys, with its code and its place."""
    for number, (place, table) in enumerate(_body_tables(parts), start=1):
        yield from ((task.ma or f"B{number}.{code}", route, task) for code, route, task in table.tasks(place))
    appendices = parts.get("phu_luc", ())
    for number, appendix in enumerate(appendices, start=1):
        tables = list(appendix.task_tables(("phu_luc", number - 1)))
        for index, (place, table) in enumerate(tables, start=1):
            prefix = f"PL{number}.B{index}." if len(tables) > 1 else f"PL{number}." if len(appendices) > 1 else ""
            yield from ((task.ma or f"{prefix}{code}", route, task) for code, route, task in table.tasks(place))


def _body_tables(parts: Mapping[str, Any]) -> Iterator[tuple[base.Route, BangNhiemVu]]:
    for key in _BODY:
        for index, part in enumerate(parts.get(key, ())):
            yield from part.task_tables((key, index))


def _codes_used_again(parts: Mapping[str, Any], key: str) -> Iterator[base.Fault]:
    """Yield a fault for each task of the part `key` whose code one before it has, at its place below that part."""
    first: dict[str, str] = {}
    for task_code, route, task in _tasks(parts):
        codes = (task_code, *(f"{task_code}.{index}" for index in range(1, len(task.phan_viec) + 1)))
        if route[0] == key and (code := next((one for one in codes if one in first), None)):
            sentence = "mã {code} đã dùng cho nhiệm vụ “{other}”; mỗi nhiệm vụ phải có mã riêng"
            yield (*route[1:], "ma"), PydanticCustomError("code_twice", sentence, {"code": code, "other": first[code]})
        for code in codes:
            first.setdefault(code, task.ten)


def _untitled(value: tuple[Any, ...], key: str, parts: tuple[Phan, ...]) -> Iterator[base.Fault]:
    """Yield a fault for each part without a title that is not the only one, at its place below `key`."""
    sentence = 'phần không có tiêu đề chỉ dùng khi kế hoạch có một phần; ghi tiêu đề thay cho ""'
    fault = PydanticCustomError("untitled", sentence)
    if key == "phan" and len(value) > 1:
        yield from (((index, "tieu_de"), fault) for index, part in enumerate(value) if not part.tieu_de)
    elif key == "to_chuc_thuc_hien" and value and any(not part.tieu_de for part in parts):
        yield (), fault
    elif key == "phu_luc":
        for index, appendix in enumerate(value):
            yield from (((index, "phan", at, "tieu_de"), fault) for at, part in enumerate(appendix.phan) if not part.tieu_de)


def _named(notes: dict[str, str]) -> dict[str, str]:
    sentence = "tên chú thích chỉ là số hoặc một từ ngắn, ví dụ 1"
    base.refuse(((name,), PydanticCustomError("note_name", sentence)) for name in notes if not NOTE_NAME.fullmatch(name))
    return notes


_Note: TypeAlias = Annotated[base.Text, AfterValidator(base.without_notes)]

PhuLucs: TypeAlias = Annotated[tuple[PhuLuc, ...], BeforeValidator(lambda value: [value] if isinstance(value, dict) else value)]


class KeHoach(base.Model, title="Kế hoạch"):
    """One plan. `so` and `ngay` are blank in a draft; everything else is printed as written."""

    FACES = True

    loai: Annotated[
        base.Text, base.of_kind(KIND, "lệnh này cần tệp có dòng “⦃loai: ¦⦄kế hoạch” (gõ đủ dấu), không phải “{text}”")
    ] = Field(description="Loại văn bản: kế hoạch.")
    nam: base.Year = Field(description="Năm của kế hoạch.")
    so: banhanh.PaperNumber | None = Field(None, description=banhanh.NUMBER_SAID)
    ngay: banhanh.DateOfPaper | None = Field(None, description=banhanh.DAY_SAID)
    du_thao: banhanh.Draft = Field(None, description=banhanh.DRAFT_SAID)
    trich_yeu: base.Unmarked = Field(description="Trích yếu. Không ghi chữ “Kế hoạch”, không ghi dấu chấm cuối.")
    can_cu: base.DashedLines = Field(
        (), description="Các căn cứ, mỗi căn cứ một dòng “- ”; docgen thêm chữ “Căn cứ” và dấu ở cuối."
    )
    mo_dau: base.Paragraphs = Field((), description="Câu dẫn vào nội dung. Có phụ lục thì câu này phải nhắc đến phụ lục.")
    phan: Annotated[tuple[Phan, ...], base.TYPED] = Field(
        (), description=f"Các phần, docgen đánh số I, II, III. {base.TYPED_SAID}"
    )
    bang_bieu: dict[str, Bang | BangNhiemVu | tuple[NhiemVu, ...]] = Field(
        {}, description="Khi phan gõ dưới dấu |: các bảng mà dòng {bảng: tên} và {nhiệm vụ: tên} gọi đến, mỗi bảng một tên."
    )
    to_chuc_thuc_hien: Annotated[Mucs, Field(validate_default=True)] = Field(
        (), description="Phần cuối: mỗi mục là việc của một đơn vị hoặc một nhóm đơn vị."
    )
    ket_thuc: base.Paragraphs = Field((), description="Câu kết; docgen thêm dấu “./.”.")
    noi_nhan: Annotated[banhanh.Recipients, base.AtLeastOne] = Field(description=banhanh.RECIPIENTS_SAID)
    luu: banhanh.FilingCopy = Field(description=banhanh.FILED_SAID)
    ky: Ky | None = Field(None, description=banhanh.SIGNER_SAID)
    phu_luc: PhuLucs = Field((), description="Phụ lục: bảng nhiệm vụ, hoặc bảng và đoạn văn.")
    chu_thich: Annotated[dict[str, _Note], AfterValidator(_named)] = Field(
        {}, description='Chú thích: tên và nội dung, ví dụ {1: "Quyết định số 1160/QĐ-TTg."}; gọi bằng [^1] ở chỗ cần đặt.'
    )
    cong_van: banhanh.CongVan = Field(
        banhanh.CongVan(), description="Lời văn, số, ngày, người ký của công văn giao việc cho từng đơn vị."
    )

    @field_validator("to_chuc_thuc_hien")
    @classmethod
    def _has_body(cls, value: tuple[Muc, ...], info: ValidationInfo) -> tuple[Muc, ...]:
        if not value and info.data.get("phan") == ():
            sentence = "kế hoạch chưa có nội dung; ghi ít nhất một phần⦃ trong phan hoặc to_chuc_thuc_hien¦⦄"
            raise PydanticCustomError("all_missing", sentence, {"keys": ("phan", "to_chuc_thuc_hien")})
        return value

    @field_validator(*_BODY, "phu_luc")
    @classmethod
    def _parts_have_titles(cls, value: tuple[Any, ...], info: ValidationInfo) -> tuple[Any, ...]:
        base.refuse(_untitled(value, str(info.field_name), info.data.get("phan", ())))
        return value

    @field_validator(*_BODY, "phu_luc")
    @classmethod
    def _codes_are_unique(cls, value: tuple[Any, ...], info: ValidationInfo) -> tuple[Any, ...]:
        key = str(info.field_name)
        base.refuse(_codes_used_again({**info.data, key: value}, key))
        return value

    def parts_that_give_work(self) -> Iterator[tuple[base.Route, Phan]]:
        """Yield each part of the body and of the appendices that lays duties on units, with its place in the data."""
        body = ((("phan", index), part) for index, part in enumerate(self.phan))
        attached = (one for index, appendix in enumerate(self.phu_luc) for one in appendix.placed(("phu_luc", index)))
        for route, part in (*body, *((place, part) for kind, part, place in attached if kind == "phan")):
            if part.gives_work:
                yield route, part

    def tasks(self) -> Iterator[tuple[str, base.Route, NhiemVu]]:
        """Yield each task of the body's tables and of the appendices with its code and its place in the data.

        The code is the task's own `ma`, otherwise where it stands: `I.2`, or `PL1.I.2` where there are two appendices or more;
        `B1.I.2` in the first table of the body, `PL1.B2.I.2` in the second of an appendix that has several.
        """
        return _tasks({key: getattr(self, key) for key in (*_BODY, "phu_luc")})

    def rows(self) -> Iterator[TaskRow]:
        """Yield each row of the tables of tasks: each task, of one with lines each line, whose code is `I.2.1`."""
        for _, tasks in groupby(self.tasks(), key=lambda one: table_place(one[1])):
            yield from rows(tasks)

    def body_tables(self) -> tuple[base.Route, ...]:
        """Return the places of what the tables of tasks in the body stand in, in the order of their numbers in codes."""
        return tuple(place for place, _ in _body_tables({key: getattr(self, key) for key in _BODY}))

    def at(self, route: base.Route) -> Any:
        """Return what stands at `route`."""
        found: Any = self
        for step in route:
            found = found[step] if isinstance(step, int) else getattr(found, step)
        return found
