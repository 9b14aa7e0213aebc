"""Says what LibreOffice sees in papers once it has settled their tracked changes. A Python that knows `uno` runs it as a program.

`python redlines.py PIPE SOFFICE OPTION...` reads a JSON list of [address, command or ""] from stdin and writes, for each, whose
changes there were, and the paragraphs with their words and formatting.
"""

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any


def main() -> None:
    """Start LibreOffice, look at each paper, stop it."""
    uno: Any = importlib.import_module("uno")
    pipe, *command = sys.argv[1:]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = None
    while context is None and office.poll() is None:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # it does not listen yet
            time.sleep(0.2)
    assert context is not None
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue", "Hidden", 0, True, 0)
    json.dump([_seen(desktop, dispatcher, hidden, *each) for each in json.load(sys.stdin)], sys.stdout)
    try:
        desktop.terminate()
    finally:
        office.wait(20)


def _seen(desktop: Any, dispatcher: Any, hidden: Any, address: str, command: str) -> dict[str, Any]:
    paper = desktop.loadComponentFromURL(address, "_blank", 0, (hidden,))
    authors = [each.getPropertyValue("RedlineAuthor") for each in _all(paper.Redlines)]
    if command:
        dispatcher.executeDispatch(paper.CurrentController.Frame, f".uno:{command}", "", 0, ())
    found = {"authors": authors, "paragraphs": list(_paragraphs(paper.Text)), "drawings": paper.DrawPage.Count}
    paper.close(True)
    return found


def _all(access: Any) -> Iterator[Any]:
    each = access.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


def _paragraphs(text: Any) -> Iterator[list[Any]]:
    for block in _all(text):
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.CellNames:
                yield from _paragraphs(block.getCellByName(name))
            continue
        portions: list[list[Any]] = []
        for each in _all(block):
            words = each.String.replace("\u200b", "") if each.TextPortionType == "Text" else ""  # which it leaves for a drawing
            face = [each.CharFontName, each.CharHeight, each.CharWeight, str(each.CharPosture.value)] if words else []
            if words and portions and portions[-1][1] == face:
                portions[-1][0] += words
            elif words:
                portions.append([words, face])
        layout = [str(block.ParaAdjust), block.ParaLeftMargin, block.ParaFirstLineIndent, block.ParaTopMargin]
        yield [portions, layout]


if __name__ == "__main__":
    main()
