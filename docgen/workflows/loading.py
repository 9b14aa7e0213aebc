"""docgen's own templates, and the names by which templates ask for values."""

from dataclasses import fields
from pathlib import Path
from typing import Any


def default_template(kind: str) -> Path:
    """Return docgen's own template for `kind`: inside the installed package, or beside it where docgen runs from its source."""
    package = Path(__file__).parent.parent
    installed = package / "templates" / f"{kind}.docx"
    return installed if installed.exists() else package.parent / "templates" / f"{kind}.docx"


def named_values(values: Any) -> dict[str, Any]:
    """Return the fields of a dataclass of values by name, as templates ask for them."""
    return {field.name: getattr(values, field.name) for field in fields(values)}
