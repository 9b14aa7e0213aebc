"""What several commands ask for."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


def with_suffix(out: Path | None, option: str, suffix: str = ".docx") -> Path | None:
    """Return the file that is to be written; raise where `option` names one that does not end so."""
    if out is not None and out.suffix.lower() != suffix:
        raise click.BadParameter(f"“{out}” phải có đuôi {suffix}", param_hint=option)
    return out
