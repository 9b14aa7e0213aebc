"""What every model shares: frozen, no unknown key, a blank is absent; the kinds of text, list and date that clerks write."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Final, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from docgen.text import dinhdang
from docgen.text.patterns import lazy_re
from docgen.text.thoigian import NgayChuaDu, NgayVanBan, read_date

_T = TypeVar("_T")
Route: TypeAlias = tuple[str | int, ...]
Fault: TypeAlias = tuple[Route, PydanticCustomError]
YES, NO = ("có", "co", "true", "x"), ("không", "khong", "false")
_BLANK: Final = lazy_re(r"\{+[^{}]*\}*|\}+")
_DASH_RUN_INTO_WORD: Final = lazy_re(r"[-–•](?=[^\W\d_])")

YEARS: Final = range(1945, 2101)  # of plans and their papers

TYPED: Final = "gõ được dưới dấu |"  # marks a field that may be typed as in Word: the file of data puts values in its place

# What an editor and a page tell of keys that several files have
OTHER_NAMES_SAID: Final = "Các cách viết khác; mỗi cách viết chỉ thuộc về một đơn vị hay nhóm."
LAST_DAY_SAID: Final = "Ngày cuối mang tên này, ví dụ 2025-02-28. Không có thì bỏ."
TYPED_SAID: Final = "Gõ được như trong Word dưới dấu |: mỗi đoạn một dòng, mở đầu bằng I., 1., 1.1., a), - hoặc +."
RUN_ON_SAID: Final = "Nội dung ngắn in liền sau tiêu đề, trên cùng một dòng."


class Model(BaseModel):
    """A part of a document, as the clerk wrote it."""

    FACES: ClassVar[bool] = False  # whether the texts of a file of this model may hold bold and italic letters
    EMPTY_ON_PURPOSE: ClassVar[frozenset[str]] = frozenset()  # keys whose `""` is a value, not a blank

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _blank_keys_are_absent(cls, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {key: given for key, given in value.items() if not cls._is_absent(key, given)}

    @classmethod
    def _is_absent(cls, key: str, given: object) -> bool:
        if key not in cls.model_fields or (given == "" and key in cls.EMPTY_ON_PURPOSE):
            return False
        return given is None or (isinstance(given, str) and not given.strip())


def require_text(value: object) -> str:
    """Return `value` as text; refuse blanks, lists, and a sentence that YAML took for a key and a value."""
    if value is None or (isinstance(value, str) and not value.strip()):
        raise PydanticCustomError("blank", "còn trống; ghi nội dung")
    if isinstance(value, Mapping) and len(value) == 1:
        key, behind = next(iter(value.items()))
        if behind is None:
            sentence = 'câu mở đầu bằng dấu {open} phải đặt trong dấu nháy kép: "{open}{key}{close}"'
            raise PydanticCustomError("braces_in_text", sentence, {"key": key, "open": "{", "close": "}"})
        raise PydanticCustomError(
            "colon_in_text",
            "phải là chữ; nếu dấu hai chấm sau “{key}” là của câu chữ thì đặt cả câu trong dấu nháy kép",
            {"key": key},
        )
    if isinstance(value, (Mapping, list)):
        raise PydanticCustomError("not_text", "phải là một đoạn chữ, không phải danh sách hay nhóm mục")
    return str(value)


def of_lines(value: object) -> str:
    """Return `value` as text; paragraphs given as a list stand on lines of their own."""
    return "\n".join(map(require_text, value)) if isinstance(value, (list, tuple)) and value else require_text(value)


def as_list(value: object) -> object:
    """Return a single value as a list of one."""
    return value if isinstance(value, (list, tuple)) or value is None else [value]


def as_dashed_list(value: object) -> object:
    """Return a single value as a list of one; refuse dashed lines that YAML ran together into one sentence."""
    if isinstance(value, str) and _DASH_RUN_INTO_WORD.match(value.strip()):
        raise PydanticCustomError(
            "dash_without_space", 'sau dấu "-" ở đầu dòng phải có một dấu cách, nếu không YAML hiểu các dòng này là một câu'
        )
    return as_list(value)


def _require_one(values: tuple[_T, ...]) -> tuple[_T, ...]:
    if not values:
        raise PydanticCustomError("empty_list", "phải có ít nhất 1 mục")
    return values


def refuse(faults: Iterable[Fault]) -> None:
    """Raise all `faults` at once, each at its route below the value in hand; do nothing where there are none."""
    details = [InitErrorDetails(type=fault, loc=route, input=None) for route, fault in faults]
    if details:
        raise ValidationError.from_exception_data("faults", details)


def _require_date(value: object) -> date:
    day = dated(value, "")
    assert isinstance(day, date)
    return day


def dated(value: object, or_half: str) -> NgayVanBan:
    """Return `value` as a date, by halves too where the remedy `or_half` tells how to write one."""
    if isinstance(value, (date, NgayChuaDu)):
        return value
    text = require_text(value).strip()
    try:
        day = read_date(text)
    except ValueError:
        sentence = "trong lịch không có ngày “{text}”; xem lại ngày và tháng"
        raise PydanticCustomError("no_such_day", sentence, {"text": text}) from None
    if isinstance(day, date) or (day is not None and or_half and day.year in YEARS):
        return day
    sentence = "“{text}” không phải ngày; ghi như ⦃2023-12-15 hoặc ¦⦄15/12/2023{or_half}"
    raise PydanticCustomError("date_form", sentence, {"text": text, "or_half": or_half})


def known_blanks(text: str, *known: str) -> str:
    """Return `text`; refuse blanks in braces ({…}) that are none of `known`."""
    if unknown := [blank for blank in dict.fromkeys(_BLANK.findall(text)) if blank not in known]:
        words = {"blanks": ", ".join(unknown), "known": " và ".join(known)}
        raise PydanticCustomError("unknown_blank", "không có chỗ điền {blanks}; chỉ dùng được {known}", words)
    return text


def _yes(value: object) -> bool:
    text = require_text(value).strip().casefold()
    if text in (*YES, *NO):
        return text in YES
    raise PydanticCustomError("yes_or_no", "ghi “có” hoặc “không”, không phải “{text}”", {"text": text})


def _cell_text(value: object) -> str:
    if value is None:
        raise PydanticCustomError("blank_cell", 'ô này còn trống; ghi nội dung, hoặc "" nếu để trống')
    return "" if value == "" else require_text(value)


def without_faces(text: str) -> str:
    """Refuse bold and italic letters where the decree settles the face."""
    if any(run.dam or run.nghieng for run in dinhdang.runs(text)):
        raise PydanticCustomError("face_settled", "kiểu chữ ở đây do Nghị định 30 quy định, docgen tự trình bày; bỏ dấu ** và __")
    return text


def without_notes(text: str) -> str:
    """Refuse a call for a footnote where none is printed."""
    if mark := next((name for _, name in dinhdang.notes(text)), None):
        sentence = "chú thích không đặt ở đây; bỏ [^{name}], chỉ đặt trong nội dung, tiêu đề, ô của bảng và phụ lục"
        raise PydanticCustomError("note_out_of_place", sentence, {"name": mark})
    return text


def not_wholly_bold(text: str) -> str:
    """Return a heading without the marks that make all of it bold, as it is typed to say that it is one."""
    return dinhdang.without_bold(text) if dinhdang.is_bold(text) else text


Text = Annotated[str, BeforeValidator(require_text)]
Lines = Annotated[str, BeforeValidator(of_lines)]
_Heading = Annotated[Text, AfterValidator(not_wholly_bold)]
OneFace = Annotated[_Heading, AfterValidator(without_faces)]
Unmarked = Annotated[Text, AfterValidator(without_faces), AfterValidator(without_notes)]
CellText = Annotated[str, BeforeValidator(_cell_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_dashed_list)]
Paragraphs = Annotated[tuple[Text, ...], BeforeValidator(as_list)]
AtLeastOne: Final = AfterValidator(_require_one)
Date = Annotated[date, BeforeValidator(_require_date)]
Year: TypeAlias = Annotated[int, Field(ge=YEARS[0], le=YEARS[-1])]
YesOrNo = Annotated[bool, BeforeValidator(_yes)]


def _unnumbered(mark: str, remedy: str) -> Callable[[str], str]:
    typed = lazy_re(rf"({mark})(\s|(?=[^\W\d_]{{2}}))")  # two letters: "V.I. Lênin" opens with no number

    def check(text: str) -> str:
        if match := typed.match(text):
            raise PydanticCustomError("typed_number", "bỏ “{mark}” ở đầu: " + remedy, {"mark": match.group().strip()})
        return text

    return check


_without_roman = _unnumbered(r"([IVXL]+|\d+)[.)]", "docgen tự đánh số I., II., III.")
_without_single_number = _unnumbered(r"\d+[.)]|[a-zđ]\)", "docgen tự đánh số 1., 2., 3.")
_without_double_number = _unnumbered(r"\d+(?:\.\d+)+\.", "docgen tự đánh số; cấp 1.1., 1.2. ghi vào ⦃tieu_muc¦tiểu mục⦄ của mục")
without_numbers = _unnumbered(r"\d+(?:\.\d+)*[.)]|\d+\.\d+(?=\s+[^\W\da-zà-ỹđ])|[a-zđ]\)", "docgen tự đánh số 1.1., 1.2.")
without_letter = _unnumbered(r"[a-zđ][.)]|\d+[.)]", "docgen tự đánh a), b), c)")
_without_dash = _unnumbered(r"[-–—−•●▪■◦○‣·+→]|\*(?=\s)", "docgen tự thêm dấu gạch đầu dòng")


def without_number(text: str) -> str:
    """Refuse a number that docgen writes itself before a mục, or that belongs to a tiểu mục."""
    return _without_double_number(_without_single_number(text))


PhanTitle = Annotated[
    str,
    BeforeValidator(lambda value: value if value == "" else require_text(value)),
    AfterValidator(not_wholly_bold),
    AfterValidator(without_faces),
    AfterValidator(_without_roman),
]
GroupTitle = Annotated[_Heading, AfterValidator(_without_roman)]
MucTitle = Annotated[_Heading, AfterValidator(without_number)]
TieuMucTitle = Annotated[_Heading, AfterValidator(without_numbers)]
KhoanTitle = Annotated[_Heading, AfterValidator(without_letter)]
ItemText = Annotated[Text, AfterValidator(_without_dash)]


def _without_typed_dash(value: object) -> object:
    return value.removeprefix("- ") if isinstance(value, str) else value


DashedLine: TypeAlias = Annotated[ItemText, BeforeValidator(_without_typed_dash)]
DashedLines: TypeAlias = Annotated[tuple[DashedLine, ...], BeforeValidator(as_dashed_list)]


def of_kind(kind: str, sentence: str) -> AfterValidator:
    """Return what holds the `loai` of a file to `kind`; `sentence` refuses another, `{text}` in it."""

    def check(text: str) -> str:
        if text.casefold() != kind:
            raise PydanticCustomError("wrong_kind", sentence, {"text": text})
        return kind

    return AfterValidator(check)
