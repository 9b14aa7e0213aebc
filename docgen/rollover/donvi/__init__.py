"""What becomes, in the new year, of the offices and places that a plan names."""

from docgen.rollover.donvi.succession import Succession

__all__ = ["Succession"]
