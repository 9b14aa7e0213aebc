"""The review list of a roll-over: what a person has to decide, what was changed, what was left; to read and to tick off."""

from docgen.rollover.rasoat.listing import ra_soat
from docgen.rollover.rasoat.markdown import as_markdown
from docgen.rollover.rasoat.terminal import as_text
from docgen.rollover.rasoat.values import ORDER, Cho, MucRaSoat, RaSoat

__all__ = ["ORDER", "Cho", "MucRaSoat", "RaSoat", "as_markdown", "as_text", "ra_soat"]
