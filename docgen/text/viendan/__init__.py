"""Finds the documents that a text cites: kind, number and symbol, date, issuer, title, each with its place."""

from docgen.text.viendan.reader import citations
from docgen.text.viendan.symbols import symbol_key
from docgen.text.viendan.values import Manh, VienDan

__all__ = ["Manh", "VienDan", "citations", "symbol_key"]
