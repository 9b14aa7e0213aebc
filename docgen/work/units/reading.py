"""What was read out of a text: the units and groups that it names, and the words in which nobody was recognised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit or a group that a text names, with its words and their place in the text."""

    text: str
    start: int
    don_vi: tuple[str, ...]  # the unit, or the members of the group, by their full names in the registry's order
    nhom: str | None = None
    fault: str | None = None  # a sentence, where the unit did not bear this name in the plan's year

    @property
    def end(self) -> int:
        """Return where the words end."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words in which no unit was recognised, the nearest name, and whether they mean nobody in particular."""

    text: str
    start: int
    nearest: str | None = None
    vague: bool = False

    @property
    def message(self) -> str:
        """Return the sentence for the clerk, with the remedy."""
        if self.vague:
            return f"“{self.text}” không chỉ rõ đơn vị nào nên không giao cho ai; nếu cần giao thì ghi rõ tên"
        if self.nearest is None:
            remedy = "sửa lại cho đúng tên, hoặc thêm đơn vị hay nhóm này vào donvi.yaml"
        else:
            remedy = f"có phải “{self.nearest}”? Nếu là đơn vị khác thì thêm vào donvi.yaml"
        return f"“{self.text}” không có trong danh mục đơn vị; {remedy}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one text, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    @property
    def don_vi(self) -> tuple[str, ...]:
        """Return every unit named, alone or by its group, once each."""
        return tuple(dict.fromkeys(name for mention in self.mentions for name in mention.don_vi))
