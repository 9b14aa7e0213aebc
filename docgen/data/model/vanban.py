"""The register of documents that an office cites (`van-ban.yaml`): from when to when each holds, and what took its place."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import Date, Fault, Model, Text, as_list, refuse, require_text
from docgen.text.viendan import symbol_key
from docgen.text.wording import short_date

_SYMBOL: Final = re.compile(r"\d{1,6}[a-zđ]?[/-][\w./&\s–-]*[^\W\d_][\w./&\s–-]*")
_WORD_BEFORE: Final = re.compile(r"\Asố\s*:?\s*", re.IGNORECASE)


def _symbol(value: object) -> str:
    text = _WORD_BEFORE.sub("", require_text(value).strip())
    if not _SYMBOL.fullmatch(text):
        raise PydanticCustomError(
            "symbol", "“{text}” không phải số, ký hiệu; ghi như 15/KH-UBND hoặc 30/2020/NĐ-CP", {"text": text}
        )
    return text


Symbol = Annotated[str, BeforeValidator(_symbol)]


class VanBan(Model):
    """A document: what it is called, the days between which it holds, and the symbols of what took its place."""

    ky_hieu: Symbol
    loai: Text | None = None
    ngay: Date | None = None
    co_quan: Text | None = None
    trich_yeu: Text | None = None
    tu: Date | None = None
    den: Date | None = None
    thay_boi: Annotated[tuple[Symbol, ...], BeforeValidator(as_list)] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> "VanBan":
        refuse([*self._days_out_of_order(), *self._replaced_by_itself()])
        return self

    def _days_out_of_order(self) -> Iterator[Fault]:
        first = self.tu or self.ngay
        if first and self.den and self.den < first:
            name = "tu" if self.tu else "ngay"
            sentence = "ngày hết hiệu lực đứng trước ngày đầu ({name}); xem lại hai ngày này"
            yield ("den",), PydanticCustomError("ends_first", sentence, {"name": name})

    def _replaced_by_itself(self) -> Iterator[Fault]:
        for index, symbol in enumerate(self.thay_boi):
            if symbol_key(symbol) == symbol_key(self.ky_hieu):
                sentence = "văn bản không thể được thay bằng chính nó; ghi số, ký hiệu của văn bản mới"
                yield ("thay_boi", index), PydanticCustomError("itself", sentence)


def _listed_once(entries: tuple[VanBan, ...]) -> tuple[VanBan, ...]:
    refuse([*_listed_again(entries), *_circles(entries)])
    return entries


def _listed_again(entries: tuple[VanBan, ...]) -> Iterator[Fault]:
    seen: dict[str, list[date | None]] = {}
    for index, entry in enumerate(entries):
        days = seen.setdefault(symbol_key(entry.ky_hieu), [])
        if days and (entry.ngay is None or entry.ngay in days or None in days):
            words = {"symbol": entry.ky_hieu, "day": f" ngày {short_date(entry.ngay)}" if entry.ngay else ""}
            sentence = "văn bản số {symbol}{day} đã có ở trên; giữ một, hoặc ghi ngày (ngay) để phân biệt"
            yield (index, "ky_hieu"), PydanticCustomError("twice", sentence, words)
        days.append(entry.ngay)


def _circles(entries: tuple[VanBan, ...]) -> Iterator[Fault]:
    follows: dict[str, set[str]] = {}
    for entry in entries:
        follows.setdefault(symbol_key(entry.ky_hieu), set()).update(symbol_key(symbol) for symbol in entry.thay_boi)
    for index, entry in enumerate(entries):
        key = symbol_key(entry.ky_hieu)
        if key not in follows[key] and _leads_back(key, follows):
            sentence = "các văn bản này thay lẫn nhau thành vòng; xem lại thay_boi"
            yield (index, "thay_boi"), PydanticCustomError("circle", sentence)


def _leads_back(start: str, follows: dict[str, set[str]]) -> bool:
    waiting, seen = list(follows[start]), set[str]()
    while waiting:
        key = waiting.pop()
        if key == start:
            return True
        if key not in seen:
            seen.add(key)
            waiting += follows.get(key, ())
    return False


class SoVanBan(Model):
    """All documents that an office keeps in its register."""

    van_ban: Annotated[tuple[VanBan, ...], BeforeValidator(as_list), AfterValidator(_listed_once)] = ()
