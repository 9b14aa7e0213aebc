"""One page a folder: a start leaves word, for this person alone, where its page is; the folders that the person opened lately."""

import hashlib
import http.client
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

KNOCK: Final = "/them-ve"  # where a second start of docgen asks the first for a ticket
KEY_HEADER: Final = "x-docgen-khoa"
_PATIENCE: Final = 2.0  # seconds for an answer from this machine
_FILE: Final = "gan-day.json"
_MOST: Final = 8


def leave_word(folder: Path, port: int, key: str) -> Path | None:
    """Write where the page of `folder` is, readable by this person alone; return the file, None where none can be written."""
    return write_own(_place(folder), {"port": port, "key": key})


def write_own(path: Path, what: object) -> Path | None:
    """Write something for this person alone to read; return the file, None where none can be written."""
    with suppress(OSError):
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            json.dump(what, opened)
        fresh.replace(path)
        return path
    return None


def take_back(word: Path | None, key: str) -> None:
    """Take away the word that was left, unless another start has left its own there."""
    if word is not None and _read(word)[1] == key:
        with suppress(OSError):
            word.unlink()


def address_of_running(folder: Path) -> str | None:
    """Return an address, good for one time, of the page that is open on `folder`; None where none answers."""
    port, key = _read(_place(folder))
    if not port:
        return None
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        asked.request("POST", KNOCK, headers={KEY_HEADER: key})
        answer = asked.getresponse()
        ticket = answer.read(200).decode("ascii", "replace")
        return entrance(port, ticket) if answer.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        asked.close()


def entrance(port: int, ticket: str) -> str:
    """Return the address by which a browser comes in."""
    return f"http://127.0.0.1:{port}/vao?ve={ticket}"


def own_folder() -> Path:
    """Return where this person's own state is kept: a folder may be shared, and who reads the key may come in."""
    home = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(home) / "docgen"


def _place(folder: Path) -> Path:
    name = hashlib.sha256(os.path.normcase(os.path.realpath(folder)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return own_folder() / f"trang-{name}.json"


def _read(path: Path) -> tuple[int, str]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(path.read_text(encoding="utf-8"))
        return int(found["port"]), str(found["key"])
    return 0, ""


def recent_folders() -> list[Path]:
    """Return the folders that are there."""
    return [Path(each) for each in _kept() if Path(each).is_dir()]


def remember_folder(folder: Path) -> None:
    """Put a folder first."""
    write_own(own_folder() / _FILE, list(dict.fromkeys([str(folder), *_kept()]))[:_MOST])


def _kept() -> list[str]:
    with suppress(OSError, ValueError):
        found = json.loads((own_folder() / _FILE).read_text(encoding="utf-8"))
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
    return []
