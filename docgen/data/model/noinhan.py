"""Recipients and filing copy, as a clerk lists them: without the dashes and words that docgen prints."""

import re
from typing import Annotated, Final, TypeAlias

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from docgen.data.model.base import Text, as_dashed_list, refuse
from docgen.data.model.noidung import ItemText

_FILING_COPY: Final = re.compile(r"\A[-–•]?\s*lưu\s*(:|(?=VT\b))\s*", re.IGNORECASE)


def _recipients_only(recipients: tuple[str, ...]) -> tuple[str, ...]:
    refuse(
        ((index,), PydanticCustomError("filing_copy", "dòng “Lưu” ghi ở mục luu, ví dụ luu: VT, NV; bỏ dòng này khỏi noi_nhan"))
        for index, text in enumerate(recipients)
        if _FILING_COPY.match(text)
    )
    return recipients


def _without_its_word(text: str) -> str:
    """Return a filing copy without the "- Lưu:" that docgen prints before it."""
    return _FILING_COPY.sub("", text)


def _without_typed_dash(value: object) -> object:
    return value.removeprefix("- ") if isinstance(value, str) else value


DashedLines: TypeAlias = Annotated[
    tuple[Annotated[ItemText, BeforeValidator(_without_typed_dash)], ...], BeforeValidator(as_dashed_list)
]
Recipients: TypeAlias = Annotated[DashedLines, AfterValidator(_recipients_only)]
FilingCopy: TypeAlias = Annotated[Text, AfterValidator(_without_its_word)]
