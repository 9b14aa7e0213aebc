"""Finds units and groups in text: the registry reads what clerks wrote, and says what it could not read."""

from docgen.work.units.leftovers import Leftover
from docgen.work.units.registry import Mention, Reading, Registry, registry_of
from docgen.work.units.scan import Finder, Named
from docgen.work.units.validity import Heirs, Validity
from docgen.work.units.words import own_place

__all__ = ["Finder", "Heirs", "Leftover", "Mention", "Named", "Reading", "Registry", "Validity", "own_place", "registry_of"]
