"""Raised and lowered letters as the signs that Unicode has for them: 10⁶, m², CO₂; with ^ or _ where it has none."""

import re
from typing import Final

_RAISED: Final = str.maketrans("0123456789+-=()niao", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵒ")
_LOWERED: Final = str.maketrans("0123456789+-=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ")
_SIMPLE: Final = re.compile(r"\w+")


def raised(text: str) -> str:
    """Return `text` as superscript letters, with ^ before it where there are none for it."""
    made = text.translate(_RAISED)
    return made if not set(made) & set(text) else f"^{text}" if _SIMPLE.fullmatch(text) else f"^({text})"


def lowered(text: str) -> str:
    """Return `text` as subscript letters, with _ before it where there are none for it."""
    made = text.translate(_LOWERED)
    return made if not set(made) & set(text) else f"_{text}" if _SIMPLE.fullmatch(text) else f"_({text})"
