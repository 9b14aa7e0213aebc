"""The list of what batches wrote into a folder: by it the next batch knows which files are left over from before.

The stamp in a paper cannot tell this: a plan written into the same folder bears it too, and a letter edited since has lost it.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

LISTING: Final = ".docgen-danh-muc.json"


def listed(data: bytes | None) -> dict[str, list[str]]:
    """Return the file names by kind of batch; a list that somebody spoiled counts as none."""
    try:
        kinds = json.loads(data or b"{}")
    except ValueError:
        return {}
    if not isinstance(kinds, dict):
        return {}
    return {
        kind: [name for name in names if isinstance(name, str) and Path(name).name == name]
        for kind, names in kinds.items()
        if isinstance(names, list)
    }


def listing(kinds: dict[str, Iterable[str]]) -> bytes:
    """Return the list as it is kept."""
    ordered = {kind: sorted(names) for kind, names in sorted(kinds.items())}
    return (json.dumps(ordered, ensure_ascii=False, indent=0) + "\n").encode()
