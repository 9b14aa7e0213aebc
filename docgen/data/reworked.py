"""A file of data with other values, every byte kept that says the same: the file is read again and must say what was asked."""

from collections.abc import Mapping
from typing import Any, Final

from docgen.data.charcheck import SourceText
from docgen.data.yamlfile import NotInPlace, Value, of_text
from docgen.data.yamltext.composing import compose
from docgen.data.yamltext.reworking import Reworking
from docgen.data.yamltext.saved import spliced, text_of
from docgen.errors import DataError
from docgen.text.folding import nfc

_NOT_IN_PLACE: Final = "không ghi được thay đổi vào tệp này mà giữ nguyên mọi chỗ khác; sửa thẳng trong tệp"


def reworked(file: str, data: bytes, values: Mapping[str, Any]) -> bytes:
    """Return the file `data`, called `file`, with `values` as they are to be written there, typed bodies as texts.

    Raises `DataError` where it is not YAML that docgen takes, or cannot be edited so that it says nothing but that.
    """
    text = text_of(data)
    old, new = of_text(file, text).written, _composed(dict(values))
    if old == new:
        return data
    source = SourceText(text)
    rework = Reworking(source, compose(file, source, recording=True))
    for splices in (rework.splices, rework.whole_entries):
        try:
            made = spliced(data, splices(old, new))
            if of_text(file, text_of(made)).written == new:
                return made
        except (NotInPlace, DataError):
            continue
    raise DataError.at(file, _NOT_IN_PLACE)


def _composed(value: Any) -> Any:
    """Return a value with its texts as they will be read."""
    match value:
        case dict():
            return {key: _composed(each) for key, each in value.items()}
        case list() | tuple():
            return [_composed(each) for each in value]
        case str():
            return nfc(value)
    made: Value = value
    return made
