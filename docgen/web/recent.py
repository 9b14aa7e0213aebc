"""The folders that this person opened lately, newest first; kept among the person's own, for the start screen."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from docgen.web.instances import own_folder, write_own

_FILE: Final = "gan-day.json"
_MOST: Final = 8


def recent_folders() -> list[Path]:
    """Return the folders that are there."""
    return [Path(each) for each in _kept() if Path(each).is_dir()]


def remember_folder(folder: Path) -> None:
    """Put a folder first."""
    write_own(own_folder() / _FILE, list(dict.fromkeys([str(folder), *_kept()]))[:_MOST])


def _kept() -> list[str]:
    with suppress(OSError, ValueError):
        found = json.loads((own_folder() / _FILE).read_text(encoding="utf-8"))
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
    return []
