"""Keeps one LibreOffice and has it make PDFs. Not imported: a Python that knows LibreOffice's `uno` runs it as a program.

`python uno_helper.py PIPE SOFFICE OPTION...` says READY once LibreOffice answers; then it reads the address (file:///…) of a
.docx from each line and says MADE once the .pdf stands beside it, or FAILED. It stops LibreOffice when nothing more can be read,
by force if need be: so LibreOffice ends with the process that asks, however that one ends.
"""

import importlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import Any

READY, MADE, FAILED = "ready", "made", "failed"
GRACE = 5  # seconds from the end of the work to that of LibreOffice
_PAUSE = 0.05


def main() -> None:
    """Start LibreOffice, make what is asked for, stop it."""
    uno: Any = importlib.import_module("uno")
    pipe, *command = sys.argv[1:]
    nothing = subprocess.DEVNULL
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp"], stdin=nothing, stdout=nothing, stderr=nothing)
    asked: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    desktop = _desktop(uno, pipe, office)
    _say(READY)
    while address := asked.get():
        _say(MADE if _is_made(uno, desktop, address) else FAILED)
    with suppress(Exception):  # the connection ends with LibreOffice
        desktop.terminate()
    office.wait()


def _end_all() -> None:
    """End this process and all that it has started; that nothing is left to end is no fault."""
    if sys.platform == "win32":
        subprocess.call(["taskkill", "/T", "/F", "/PID", str(os.getpid())])
    else:
        with suppress(OSError):  # LibreOffice takes its pipe away, unless it was killed
            os.unlink(f"/tmp/OSL_PIPE_{os.getuid()}_{sys.argv[1]}")  # noqa: PTH108  # where it puts it on every system
        os.killpg(0, signal.SIGKILL)


def _listen(asked: "queue.Queue[str]") -> None:
    """Hand on what is read; at the end of it give LibreOffice its time to stop, and no more."""
    for line in sys.stdin:
        asked.put(line.strip())
    asked.put("")
    time.sleep(GRACE)
    _end_all()


def _desktop(uno: Any, pipe: str, office: "subprocess.Popen[bytes]") -> Any:
    """Return LibreOffice's desktop as soon as it is there; end where LibreOffice does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while office.poll() is None:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # it does not listen yet
            time.sleep(_PAUSE)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    sys.exit("LibreOffice has ended")


def _is_made(uno: Any, desktop: Any, address: str) -> bool:
    """Return whether the PDF of the paper was made; end where LibreOffice is gone."""

    def options(**given: Any) -> Any:
        return tuple(uno.createUnoStruct("com.sun.star.beans.PropertyValue", name, 0, value, 0) for name, value in given.items())

    try:
        paper = desktop.loadComponentFromURL(address, "_blank", 0, options(Hidden=True, MacroExecutionMode=0))
        try:
            paper.storeToURL(address[: -len("docx")] + "pdf", options(FilterName="writer_pdf_Export"))
        finally:
            paper.close(True)
    except Exception:
        desktop.getName()  # raises where there is no LibreOffice any more
        return False
    return True


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main()
    finally:
        _end_all()
