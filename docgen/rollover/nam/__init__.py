"""The years and dates of one text: found, understood by the words around them, and moved, left or asked about."""

from docgen.rollover.nam.leftover import leftovers
from docgen.rollover.nam.treatment import treat_years

__all__ = ["leftovers", "treat_years"]
