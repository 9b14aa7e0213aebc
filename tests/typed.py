"""A plan's file with its parts typed below `phan: |`, as `soan_dan_y` writes them; every other line stays."""

import json
from typing import Any

from docgen.data.yamlfile import of_text
from docgen.text.soan_dan_y import write


def retyped(text: str, *, with_duties: bool = False) -> str:
    """Return `text` with `phan` typed; `with_duties` also what stands under `to_chuc_thuc_hien`, as the last part."""
    file = of_text("kehoach.yaml", text)
    lines, value = text.split("\n"), dict[str, Any](file.value)
    parts, gone = list(value["phan"]), ["phan", *(["bang_bieu"] if "bang_bieu" in file.written else [])]
    if with_duties and "to_chuc_thuc_hien" in value:
        parts.append({"tieu_de": "Tổ chức thực hiện", "muc": value["to_chuc_thuc_hien"]})
        gone.append("to_chuc_thuc_hien")
    typed = write(parts)
    made = ["phan: |", *(f"  {line}" for line in typed.text.splitlines())]
    made += [f"bang_bieu: {json.dumps(typed.bang_bieu, ensure_ascii=False)}"] if typed.bang_bieu else []
    for key in sorted(gone, key=lambda key: file.key_place((key,)).line or 0, reverse=True):
        first = (file.key_place((key,)).line or 1) - 1
        lines[first : file.last_line((key,))] = made if key == "phan" else []
    return "\n".join(lines)
