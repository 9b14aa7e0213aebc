"""What becomes of the documents that a plan cites: most stay, those for one year or for a period that is over become blanks."""

from docgen.rollover.bases.bases import Bases

__all__ = ["Bases"]
