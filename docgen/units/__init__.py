"""Finds units and groups in text: the registry reads what clerks wrote, and says what it could not read."""

from docgen.units.reading import Leftover, Mention, Reading
from docgen.units.registry import Registry, own_place

__all__ = ["Leftover", "Mention", "Reading", "Registry", "own_place"]
