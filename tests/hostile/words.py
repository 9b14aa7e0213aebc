"""What the hostile tests share: a fixed profile, so that each run tries the same inputs, and the odd words that they try."""

import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

ODD = st.sampled_from(
    [
        "a",
        "loai",
        "kế hoạch",
        ": ",
        ":",
        "- ",
        "-",
        "\n",
        "\n  ",
        "\n    ",
        "#",
        " # ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a",
        "*a",
        "!",
        "!!str ",
        "|",
        "|-\n",
        ">",
        "> \n",
        "'",
        '"',
        "\\",
        "\\x00",
        "\\u0000",
        "\\e[31m",
        "\\ud800",
        "%",
        "@",
        "`",
        "?",
        "? ",
        "---",
        "...",
        "\t",
        "~",
        "null",
        "\0",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\x85",
        "\r",
        "é",
        "e\u0301",
        "🙂",
        "<<: *a",
        "=",
        "%YAML 1.1\n",
        "%TAG ! x\n",
        "\U0010ffff",
        "0x1",
        "  ",
        "năm 2023",
        "2023",
        "ngày 15/12/2023",
        "Quý II",
        "{{ x }}",
        "{% x %}",
    ]
)
HOSTILE = st.lists(ODD, max_size=25).map("".join) | st.text(max_size=60)


def thorough(examples: int) -> Callable[[Any], Any]:
    """Return the profile with so many examples: the same ones in each run, and nothing kept on the disk."""
    return settings(
        max_examples=examples, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
