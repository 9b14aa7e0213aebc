"""Sets of small papers with the stamp, and what a folder holds of them."""

from pathlib import Path

from docgen.files.stamp import stamped_pdf


def paper(name: str, version: int, size: int = 100) -> bytes:
    return stamped_pdf(f"%PDF-1.6 {name} {version}\n".encode() + b"x" * size)


def papers(version: int, count: int = 6, size: int = 100) -> dict[str, bytes]:
    """Return a set whose first paper is the same in each version, whose last is new in each, and whose others change."""
    names = [f"{number:03d}.pdf" for number in range(count)]
    made = {name: paper(name, 0 if name == names[0] else version, size) for name in names}
    return {**made, f"moi-{version}.pdf": paper("moi", version, size)}


def held(folder: Path) -> dict[str, bytes]:
    """Return the files in `folder` that a clerk would call its papers."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".docgen-")}
