"""`docgen mo` where what it needs is not installed: a sentence, not a trace."""

import sys
from pathlib import Path

import pytest

import docgen
from docgen.cli import main as cli


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_what_is_missing_is_told_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    if hasattr(docgen, "web"):  # what is imported anew takes its place there too, until the test is over
        monkeypatch.setattr(docgen, "web", docgen.web)
    for name in [name for name in sys.modules if name.startswith(("docgen.web", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert cli.run(["mo", str(tmp_path)]) == 5
    out, err = capsys.readouterr()
    assert out == ""
    assert "máy này chưa cài phần mở trang" in err
    assert "pip install docgen[mo]" in err
    assert "Traceback" not in err
