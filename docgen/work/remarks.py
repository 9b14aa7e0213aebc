"""What a person has to look at in a plan that is read for who does what, gathered while it is read."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from docgen.text.folding import on_one_line
from docgen.text.thoigian import ThoiGian
from docgen.text.wording import shortened
from docgen.work.assignments import Remark, RemarkKind, Route, Task
from docgen.work.units import Reading
from docgen.work.units.leftovers import is_vague

_IN_NONE: Final = "không có trong công văn, biểu mẫu nào"
_FOR_WATCHERS: Final = "chỉ đơn vị theo dõi thấy trong công văn, biểu mẫu của mình"
_RESULT: Final = "kết quả do người lập báo cáo ghi vào ⦃ketqua.yaml¦kết quả⦄, không ghi ⦃don_vi¦đơn vị⦄"


class Remarks:
    """The remarks found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: list[Remark] = []
        self._empty: dict[str, int] = {}  # groups without members, and where the remark on each stands
        self._idle: dict[str, list[str]] = defaultdict(list)  # the tasks that nobody has because of them
        self._unled: dict[str, list[str]] = defaultdict(list)  # those that nobody leads because of them
        self._short: dict[str, list[str]] = defaultdict(list)  # those that others have, and nobody of them

    @property
    def found(self) -> tuple[Remark, ...]:
        """Return the remarks; one on a group without members names all tasks that nobody has because of it."""
        told = list(self._found)
        for nhom, index in self._empty.items():
            idle = self._idle[nhom]
            lacks = (
                ("chưa giao được nhiệm vụ", idle),
                ("chưa ai chủ trì nhiệm vụ", self._unled[nhom]),
                ("chưa ai của nhóm nhận việc ở nhiệm vụ", self._short[nhom]),
            )
            is_nobody = "liên quan" in nhom and is_vague(nhom) and not (idle or self._unled[nhom])
            why = ", ".join(f"{words} {', '.join(codes)}" for words, codes in lacks if codes)
            why = why and f" nên {why}"
            remedy = (
                "ghi tên nhóm ⦃vào mục nhom của các thành viên trong donvi.yaml¦ở các đơn vị thành viên trong danh mục đơn vị⦄"
            )
            told[index] = told[index]._replace(
                kind=RemarkKind.VAGUE if is_nobody else RemarkKind.EMPTY,
                message=f"nhóm “{nhom}” chưa có đơn vị nào{why}; {remedy}",
                tasks=tuple(idle),
                nhom=nhom,
            )
        return tuple(told)

    def _add(self, kind: RemarkKind, route: Route, text: str, message: str, start: int = 0) -> None:
        self._found.append(Remark(kind, route, text, start, message))

    def reading(self, reading: Reading, route: Route) -> None:
        """Note the units that there were not then, and the words in which no unit was recognised."""
        for mention in reading.mentions:
            without = [name for name in mention.tru if name not in reading.don_vi]  # who is named besides has a part all the same
            if mention.fault is not None:
                self._add(RemarkKind.NOT_THEN, route, mention.text, mention.fault, mention.start)
            elif without:
                less = f" ở đây trừ {', '.join(without)}" if mention.nhom is not None else ""
                it = "đơn vị này" if len(without) == 1 else "các đơn vị này"
                message = f"“{mention.text}”{less} nên không giao việc này cho {it}"
                self._add(RemarkKind.EXCEPTED, route, mention.text, message, mention.start)
            elif mention.nhom is not None and not mention.don_vi and mention.nhom not in self._empty:
                self._empty[mention.nhom] = len(self._found)
                self._add(RemarkKind.EMPTY, route, mention.text, "", mention.start)
        for left in reading.leftovers:
            kind = RemarkKind.VAGUE if left.vague else RemarkKind.UNKNOWN
            self._found.append(Remark(kind, route, left.text, left.start, left.message, nearest=left.nearest or ""))

    def time(self, han: ThoiGian, route: Route) -> None:
        """Note what is not clear about a time."""
        if han.chua_ro is not None:
            self._add(RemarkKind.TIME, route, han.chu, han.chua_ro)

    def nobody(self, task: Task, groups: Collection[str]) -> None:
        """Note a task that nobody leads or takes part in, `groups` though it names; of one without members that is told once."""
        if why := next((nhom for nhom in self._empty if nhom in groups), None):
            self._idle[why].append(task.ma)
            return
        message = f"nhiệm vụ {task.ma} chưa giao được cho đơn vị nào; xem lại đơn vị chủ trì và phối hợp"
        self._found.append(Remark(RemarkKind.UNASSIGNED, (*task.route, "chu_tri"), task.chu_tri, 0, message, (task.ma,)))

    def short(self, task: Task, leading: Collection[str], empty: Collection[str]) -> None:
        """Note a task that others have: nobody leads it for the groups `leading` are empty, nobody of those `empty` has it."""
        for nhom in leading:
            self._unled[nhom].append(task.ma)
        for nhom in empty:
            if nhom not in leading:
                self._short[nhom].append(task.ma)

    def not_given(self, tasks: Iterable[Task], given: Collection[str], watched: Collection[str]) -> None:
        """Note the tasks that the plan itself gives to nobody, and why.

        Those with a code among `given` somebody has; those among `watched` stand in the papers of somebody who watches over them.
        """
        leaderless: dict[Route, list[str]] = defaultdict(list)
        for task in tasks:
            if task.giao_theo:
                words = on_one_line(task.giao_theo)
                where = _FOR_WATCHERS if task.ma in watched else _IN_NONE
                message = f"nhiệm vụ {task.ma} do văn bản khác giao (“{words}”) nên {where}; {_RESULT}"
                self._add(RemarkKind.NOT_GIVEN, (*task.route, "giao_theo"), task.giao_theo, message)
            elif not task.co_chu_tri and task.ma not in given:
                leaderless[task.route[:-1] if task.cua is None else task.route[:-3]].append(task.ma)
        for route, codes in leaderless.items():
            which = f"{len(codes)} nhiệm vụ ({codes[0]}{f' đến {codes[-1]}' if codes[1:] else ''})"
            where = _FOR_WATCHERS if all(code in watched for code in codes) else _IN_NONE
            message = f"bảng này không có đơn vị chủ trì nên {which} {where}; {_RESULT}"
            self._add(RemarkKind.NOT_GIVEN, route, "", message)

    def unassigned(self, text: str, route: Route) -> None:
        """Note a duty that is laid on nobody."""
        message = "chưa giao được cho đơn vị nào; mở đầu bằng tên đơn vị, hoặc thêm ⦃mục don_vi¦{đơn vị: tên đơn vị} ở cuối ý⦄"
        self._add(RemarkKind.UNASSIGNED, route, text, f"“{shortened(text, 36, whole_words=True)}” {message}")

    def heading(self, title: str, nearest: str | None, route: Route) -> None:
        """Note a heading that names no known unit though there are duties under it that name none either."""
        guess = f"có phải “{nearest}”? Nếu là đơn vị khác thì" if nearest else "sửa lại cho đúng tên, hoặc"
        message = f"“{title}” không nêu đơn vị nào trong danh mục nên có ý ở dưới chưa giao cho ai; {guess} thêm vào ⦃donvi.yaml⦄"
        self._found.append(Remark(RemarkKind.UNKNOWN, route, title, 0, message, nearest=nearest or ""))

    def idle(self, route: Route) -> None:
        """Note units that are named behind an item of a part that gives no work."""
        message = (
            "phần này không giao việc nên đơn vị ghi ở đây không nhận việc; "
            "ghi ⦃giao_viec: có (khi gõ: {giao việc}) cho phần¦{giao việc} ở tiêu đề của phần⦄"
        )
        self._add(RemarkKind.UNASSIGNED, route, "", f"{message}, hoặc bỏ đơn vị ở đây")

    def table(self, route: Route) -> None:
        """Note a table among the duties, which is not read."""
        part = "phần tổ chức thực hiện" if route[0] == "to_chuc_thuc_hien" else "phần giao việc này"
        self._add(RemarkKind.UNASSIGNED, route, "", f"bảng ở {part} không được đọc để giao việc; ghi thành các ý⦃ (y)¦⦄")
