"""Finds units and groups in text: the registry reads what clerks wrote, and says what it could not read."""

from docgen.work.units.finder import Finder, Named
from docgen.work.units.reading import Leftover, Mention, Reading
from docgen.work.units.registry import Registry, own_place
from docgen.work.units.validity import Heirs, Validity

__all__ = ["Finder", "Heirs", "Leftover", "Mention", "Named", "Reading", "Registry", "Validity", "own_place"]
