"""Finds the documents that a text cites: kind, number and symbol, date, issuer, title, each with its place; and days."""

from docgen.text.viendan.citing import citations
from docgen.text.viendan.grammar import Manh, Ngay, VienDan, days, symbol_key, year_in_number

__all__ = ["Manh", "Ngay", "VienDan", "citations", "days", "symbol_key", "year_in_number"]
