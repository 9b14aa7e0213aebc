"""JSON Schema of each file of data, so that an editor completes keys, explains them and underlines slips. Pure."""

from docgen.data.luocdo.files import FILES, file_name, is_untouched, marked, schema_text
from docgen.data.luocdo.scalars import Schema
from docgen.data.luocdo.shapes import schema_of

__all__ = ["FILES", "Schema", "file_name", "is_untouched", "marked", "schema_of", "schema_text"]
