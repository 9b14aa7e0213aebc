"""The review list of a roll-over: what a person has to decide, what was changed, what was left; to read and to tick off."""

from docgen.rasoat.listing import ra_soat
from docgen.rasoat.markdown import as_markdown
from docgen.rasoat.terminal import as_text
from docgen.rasoat.values import ORDER, Cho, MucRaSoat, RaSoat

__all__ = ["ORDER", "Cho", "MucRaSoat", "RaSoat", "as_markdown", "as_text", "ra_soat"]
