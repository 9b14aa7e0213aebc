"""Holds a set of letters against its plan: nobody without a letter, no task lost, no word changed, all among the recipients."""

import html
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from docgen.text.dinhdang import plain, run_on_line
from docgen.text.patterns import lazy_re
from docgen.work.assignments import OTHER_CELLS, OWN_CELL, Assignments, RemarkKind, Share, Task, UnitWork
from docgen.work.units import Registry

_BREAKS: Final = lazy_re(r"<w:(?:tab|br)\b[^>]*/>|</w:p>")
_HYPHEN: Final = "<w:noBreakHyphen/>"
_TAGS: Final = lazy_re(r"<[^>]+>")
_SPACE: Final = lazy_re(r"\s+")
_COUNT: Final = lazy_re(r"\b\d{1,4}\s+(?=\w)")
_SEVERAL: Final = lazy_re(  # units in general, no persons: "các PCT UBND tỉnh"
    r"(?:các|những|như|theo|đoàn\s+thể)\s(?!(?:PCT|phó|đồng\s+chí|đ/c|ông|bà|thành\s+viên|[uủ][yỷ]\s+viên)(?!\w))", re.IGNORECASE
)


class Held(NamedTuple):
    """What came of it: how many letters and tasks agree, what is wrong, what no letter has, whom the recipients leave out."""

    letters: int
    tasks: int
    faults: tuple[str, ...]
    lost: tuple[Task, ...]
    uncovered: tuple[str, ...]
    cited: int = 0  # tasks that letters name by their codes alone
    empty: tuple[str, ...] = ()  # groups that are given something and have no members
    unclear: tuple[str, ...] = ()  # words among the recipients that may mean those who seem left out: "các đơn vị liên quan"

    @property
    def summary(self) -> str:
        """Return in a sentence what was held against what."""
        return (
            f"đã đối chiếu với kế hoạch: {self.letters} đơn vị có việc, mỗi đơn vị đúng một công văn; "
            f"{self.tasks} nhiệm vụ đều có trong công văn, đúng từng chữ"
            + (f"; {self.cited} lượt nhiệm vụ phối hợp chung chỉ viện dẫn mã số" if self.cited else "")
            + (f"; nhiệm vụ {', '.join(task.ma for task in self.lost)} chưa có trong công văn nào" if self.lost else "")
            + (f"; {len(self.empty)} nhóm được giao việc mà chưa có đơn vị nào" if self.empty else "")
        )


def words_of(document_xml: str) -> str:
    """Return the words that a letter prints, with one blank between them."""
    words = _TAGS.sub("", _BREAKS.sub(" ", document_xml.replace(_HYPHEN, "-")))
    return _SPACE.sub(" ", html.unescape(words))


def missing_words(work: UnitWork, words: str, cited: Collection[Share] = ()) -> list[str]:
    """Return what of a unit's tasks and duties does not stand word for word in its letter; of `cited` tasks the code does."""
    wanted = [
        *(
            text
            for share in (*work.viec, *work.theo_doi)
            for text in ((share.nhiem_vu.ma,) if share in cited else _told_of(share))
        ),
        *(text for duty in work.trach_nhiem for text in (duty.duoi, duty.noi_dung) if text),
        *(text for duty in work.trach_nhiem for text in duty.cong),
    ]
    return [text for text in map(plain, wanted) if not any(_on_one_line(said) in words for said in (text, run_on_line(text)))]


def _on_one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip().rstrip(".;,:")


def _told_of(share: Share) -> tuple[str, ...]:
    """Return what a letter tells of a task: its name, who else has a part in it, and all that the plan's columns say."""
    task, own = share.nhiem_vu, "" if share.con_chu else OWN_CELL[share.vai]
    cells = {"chu_tri": task.led_by, "phoi_hop": task.phoi_hop, **{name: getattr(task, name) for name in OTHER_CELLS}}
    said = (words for name, words in cells.items() if name != own)
    return tuple(text for text in (task.ma if task.cua else "", task.ten, *said) if text)


def held(assignments: Assignments, letters: Sequence[UnitWork], noi_nhan: Iterable[str], registry: Registry) -> Held:
    """Return what comes of holding `letters` against all that the plan gives to do, and against its own recipients."""
    with_work = {work.ten for work in assignments.co_viec}
    written = [work.ten for work in letters]
    faults = [f"“{name}” có việc nhưng không có công văn" for name in sorted(with_work - set(written))]
    faults += [f"“{name}” có nhiều hơn một công văn" for name in sorted({name for name in written if written.count(name) > 1})]
    given = {share.nhiem_vu.ma: share.nhiem_vu for work in letters for share in work.viec}
    lost = tuple(one for one in assignments.nhiem_vu if one.ma not in given and not one.given_to_nobody)
    read = [registry.read(_COUNT.sub("các ", line)) for line in noi_nhan]  # "UBND 103 xã, phường" are all of them
    covered = {name for reading in read for name in reading.don_vi}
    uncovered = tuple(name for name in written if name not in covered)
    empty = [mention.text for reading in read for mention in reading.mentions if not mention.don_vi]  # groups without members
    vague = [left.text for reading in read for left in reading.leftovers if left.vague or _SEVERAL.match(left.text)]
    unclear = (*empty, *vague)
    count = len({task.whole.ma for task in given.values()})
    groups = tuple(remark.nhom for remark in assignments.remarks if remark.kind is RemarkKind.EMPTY)
    return Held(len(written), count, tuple(faults), lost, uncovered, empty=groups, unclear=unclear)
