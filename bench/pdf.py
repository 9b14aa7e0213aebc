"""PDFs of letters over one LibreOffice that stays, beside a run of LibreOffice for each: seconds of the clock and of the CPU.

`python -m bench.pdf [LETTERS]` makes so many letters to communes (300), prints all of them over the one that stays and every 50th
by a run of its own, and compares the bytes.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import communes
from docgen.files import libreoffice
from docgen.files.kept_office import kept_office
from docgen.workflows.congvan import make_letters

EVERY = 50


def timed(what: str, count: int, made: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
    """Return what is made, and print what each of so many papers took."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    pdfs = made()
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what:28} {count:5} letters: each {seconds / count:.3f} s, {cpu / count:.3f} s of CPU", flush=True)
    return pdfs


def main() -> None:
    """Measure both ways."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        letters = make_letters(communes.write(Path(folder)), units=communes.units()[:wanted]).letters()
        papers = {letter.name: letter.data for letter in letters}

    def kept() -> dict[str, bytes]:
        with kept_office() as office:
            return {name: office.to_pdf(name, data) for name, data in papers.items()}

    some = {name: data for index, (name, data) in enumerate(papers.items()) if index % EVERY == 0}
    stays = timed("a LibreOffice that stays", len(papers), kept)
    alone = timed(
        "a run of LibreOffice each", len(some), lambda: {name: libreoffice.to_pdf({name: some[name]})[name] for name in some}
    )
    print(f"{sum(stays[name] == alone[name] for name in alone)} of {len(alone)} are the same, byte for byte")


if __name__ == "__main__":
    main()
