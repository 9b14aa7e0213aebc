"""Regular expressions that are compiled when they are first used: a command needs few of the hundreds that its rooms hold."""

import re
import tomllib
from collections.abc import Iterator
from functools import cached_property
from importlib import resources
from typing import Any, Final, cast


class _Awaited:
    """Stands for a pattern until it is asked for something; what was asked for is kept, so that a second time costs nothing."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        kept = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, kept)
        return kept


def lazy_re(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, compiled when it is first used; a match knows it by its `pattern`, not by identity."""
    return cast("re.Pattern[str]", _Awaited(source, flags))


class _Rare(_Awaited):
    """Looks for nothing in a text without any of its words, which takes a tenth of the time, and is not compiled for it."""

    def __init__(self, source: str, words: tuple[str, ...]) -> None:
        super().__init__(source, 0)
        self._words = words

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return what the method of a pattern does."""
        return self._compiled.finditer(text) if any(word in text for word in self._words) else iter(())

    def findall(self, text: str) -> list[str]:
        """Return what the method of a pattern without groups does."""
        return [match[0] for match in self.finditer(text)]


def rare_re(source: str, *words: str) -> re.Pattern[str]:
    """Return what `lazy_re` does for a pattern of which every match holds one of `words`, for texts that seldom hold one."""
    return cast("re.Pattern[str]", _Rare(source, words))


def spaced(words: str) -> str:
    """Return `words`, a pattern in which a blank stands for any blanks."""
    return words.replace(" ", r"\s+")


def listed(room: str, file: str) -> dict[str, Any]:
    """Return what the .toml `file` of the package `room` lists: words that are data, though they come with the program."""
    return tomllib.loads((resources.files(room) / file).read_text(encoding="utf-8"))


_PLACES: Final = {  # where the words of a cue stand
    "has": "%s",
    "says": r"(?<!\w)(?:%s)(?!\w)",
    "opens": r"\s*(?:%s)(?!\w)",
    "ends": r"(?<!\w)(?:%s)[\s:,(“\"]*$",
}
_PIECE: Final = re.compile(r"\{(?P<name>[A-Za-z_]+)(?P<capitals>\.upper)?\}")


class Cues:
    """The patterns that the package `room` lists by name in its `cues.toml`, which says how; read when first asked for.

    `pieces` are known there besides its own.
    """

    def __init__(self, room: str, **pieces: str) -> None:
        self._room, self._given = room, pieces

    @cached_property
    def _listed(self) -> dict[str, dict[str, str]]:
        return listed(self._room, "cues.toml")

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """Return the pattern `name`."""
        if name.startswith("_") or name not in self._listed:
            raise AttributeError(name)
        ((place, words),) = self._listed[name].items()
        kept = lazy_re(spaced(_PLACES[place] % self._filled(words)), re.IGNORECASE)
        setattr(self, name, kept)
        return kept

    def _filled(self, words: str) -> str:
        return _PIECE.sub(self._piece, words.replace("\n", ""))

    def _piece(self, match: re.Match[str]) -> str:
        name, pieces = match["name"], self._listed["pieces"] | self._given
        words = self._filled(pieces[name]) if name in pieces else str(getattr(self, name).pattern)
        return words.upper() if match["capitals"] else words
