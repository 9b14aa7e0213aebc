"""The decree's specimen forms, each filled in: `MAU["1.4"]()` is the .docx of mẫu 1.4."""

from collections.abc import Callable
from typing import Final

from tests.check.papers.mau_acts import mau_1_1, mau_1_2, mau_1_3
from tests.check.papers.mau_forms import mau_1_8, mau_1_9, mau_1_10, mau_2_1, mau_2_2
from tests.check.papers.mau_letters import mau_1_4, mau_1_5, mau_1_6, mau_1_7

MAU: Final[dict[str, Callable[[], bytes]]] = {
    "1.1": mau_1_1,
    "1.2": mau_1_2,
    "1.3": mau_1_3,
    "1.4": mau_1_4,
    "1.5": mau_1_5,
    "1.6": mau_1_6,
    "1.7": mau_1_7,
    "1.8": mau_1_8,
    "1.9": mau_1_9,
    "1.10": mau_1_10,
    "2.1": mau_2_1,
    "2.2": mau_2_2,
}
