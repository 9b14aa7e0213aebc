"""The words of a review list that its forms share: what became of a text, the words around it, where it stands."""

from docgen.rollover.rasoat.values import Cho, MucRaSoat, RaSoat
from docgen.rollover.values import Group

TITLES = {Group.DECIDE: "Cần quyết định", Group.DONE: "Đã đổi", Group.LEFT: "Giữ nguyên có chủ ý"}
NOTHING = "không có"


def outcome(item: MucRaSoat, room: int = 10_000) -> str:
    """Return what became of the words, each side cut to `room` letters; of a remark the reason, which is all there is."""
    old, new = shortened(item.old, room), shortened(item.new, room)
    if item.is_remark:
        return item.why
    if item.old == item.new:
        return f"“{old}”: {'chưa đổi' if item.group is Group.DECIDE else 'giữ nguyên'}"
    if not item.new:
        return f"“{old}”: bỏ"
    return f"“{old}” → “{new}”" if item.old else f"thêm “{new}”"


def around(place: Cho, room: int) -> str:
    """Return the words as they stand in the new file between « and », with up to `room` letters on either side."""
    change = place.change
    behind = shortened(change.behind, room if change.old or change.new else 2 * room, keep_start=True)
    if not change.old and not change.new:
        return behind
    before = _end_of(change.before, room)
    return f"{before}«{shortened(change.new, 2 * room)}»{behind}"


def shortened(text: str, room: int, *, keep_start: bool = False) -> str:
    """Return `text` on one line, cut at a space where it is longer than `room` letters."""
    flat = _flat(text) if keep_start else _flat(text).strip()
    if len(flat) <= room:
        return flat.rstrip()
    return flat[: room + 1].rsplit(" ", 1)[0].rstrip() + "…"


def counts(review: RaSoat) -> str:
    """Return how many places there are in each part."""
    decide, done, left = (review.places(group) for group in (Group.DECIDE, Group.DONE, Group.LEFT))
    return f"{decide + done + left} chỗ: {decide} cần quyết định, {done} đã đổi, {left} giữ nguyên có chủ ý"


def _end_of(text: str, room: int) -> str:
    flat = _flat(text)
    if len(flat) <= room:
        return flat.lstrip()
    return "…" + flat[-room - 1 :].split(" ", 1)[-1].lstrip()


def _flat(text: str) -> str:
    """Return `text` with one space for every gap."""
    inner = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"
