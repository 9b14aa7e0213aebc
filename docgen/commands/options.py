"""What several commands ask for, and how they speak."""

from collections.abc import Callable
from pathlib import Path

import click

FILE = click.Path(path_type=Path)


def with_suffix(out: Path | None, option: str, suffix: str = ".docx") -> Path | None:
    """Return the file that is to be written; raise where `option` names one that does not end so."""
    if out is not None and out.suffix.lower() != suffix:
        raise click.BadParameter(f"“{out}” phải có đuôi {suffix}", param_hint=option)
    return out


def remark(words: str) -> None:
    """Say something that a person should know."""
    click.echo(f"Lưu ý: {words}", err=True)


def progress(verbose: bool) -> Callable[[str], None]:
    """Return the function that tells each stage, where the user wants to hear them."""
    return lambda stage: click.echo(f"… {stage}", err=True) if verbose else None
