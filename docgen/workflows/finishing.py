"""The last stages of a single paper: check, PDF where asked for, write."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.errors import Problem
from docgen.files import pdf, stamp, storage
from docgen.paper.notices import stale_pdf
from docgen.workflows.inspection import hold_to_decree
from docgen.workflows.orders import Made, Order, Say


def finished(order: Order, target: Path, paper: bytes, warnings: Sequence[str | Problem], say: Say) -> Made:
    """Write `paper`, stamped, to `target`, and its PDF where asked for; `warnings` are what a person should know so far.

    Raises a `DocgenError` where the paper breaks the decree or cannot be written; then nothing is written.
    """
    files = {target: paper}
    say("kiểm tra thể thức")
    told: list[str | Problem] = [*warnings, *hold_to_decree(files, only_tell=order.despite_errors)]
    if order.with_pdf:
        say("tạo PDF")
        told += [warning] if (warning := pdf.font_warning()) else []
        files |= _as_pdf(files)
    else:
        told += stale_pdf(target, paper)
    say("ghi tệp")
    told += storage.write_all(files, overwrite_edits=order.overwrite)
    return Made(tuple(files), tuple(told))


def _as_pdf(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    made = pdf.to_pdf({str(path): data for path, data in files.items()})
    return {path.with_suffix(".pdf"): stamp.stamped_pdf(made[str(path)]) for path in files}
