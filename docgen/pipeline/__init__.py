"""The stages in order, for each document: one file each, joined from rooms that do not know one another."""

from docgen.pipeline.kehoach import kehoach
from docgen.pipeline.loading import default_template, find_beside_or_above
from docgen.pipeline.orders import Made, Order, Say

__all__ = ["Made", "Order", "Say", "default_template", "find_beside_or_above", "kehoach"]
