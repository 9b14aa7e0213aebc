"""Collects what a person has to look at while a plan is read."""

from docgen.text.thoigian import ThoiGian
from docgen.text.wording import shortened
from docgen.work.assignments.values import Remark, RemarkKind, Route, Task
from docgen.work.units import Reading


class Remarks:
    """The remarks found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self.found: list[Remark] = []

    def _add(self, kind: RemarkKind, route: Route, text: str, message: str, start: int = 0) -> None:
        self.found.append(Remark(kind, route, text, start, message))

    def reading(self, reading: Reading, route: Route) -> None:
        """Note the units that there were not then, and the words in which no unit was recognised."""
        for mention in reading.mentions:
            if mention.fault is not None:
                self._add(RemarkKind.NOT_THEN, route, mention.text, mention.fault, mention.start)
            elif not mention.don_vi:
                message = (
                    f"nhóm “{mention.nhom}” chưa có đơn vị nào; ghi tên nhóm vào mục nhom của các thành viên trong donvi.yaml"
                )
                self._add(RemarkKind.UNASSIGNED, route, mention.text, message, mention.start)
        for left in reading.leftovers:
            kind = RemarkKind.VAGUE if left.vague else RemarkKind.UNKNOWN
            self._add(kind, route, left.text, left.message, left.start)

    def time(self, han: ThoiGian, route: Route) -> None:
        """Note what is not clear about a time."""
        if han.chua_ro is not None:
            self._add(RemarkKind.TIME, route, han.chu, han.chua_ro)

    def nobody(self, task: Task) -> None:
        """Note a task that nobody leads or takes part in."""
        message = f"nhiệm vụ {task.ma} chưa giao được cho đơn vị nào; xem lại đơn vị chủ trì và phối hợp"
        self._add(RemarkKind.UNASSIGNED, (*task.route, "chu_tri"), task.chu_tri, message)

    def unassigned(self, text: str, route: Route) -> None:
        """Note a duty that is laid on nobody."""
        message = "chưa giao được cho đơn vị nào; mở đầu bằng tên đơn vị, hoặc thêm mục don_vi"
        self._add(RemarkKind.UNASSIGNED, route, text, f"“{shortened(text, 36, whole_words=True)}” {message}")

    def heading(self, title: str, nearest: str | None, route: Route) -> None:
        """Note a heading that names no known unit though there are duties under it that name none either."""
        guess = f"có phải “{nearest}”? Nếu là đơn vị khác thì" if nearest else "sửa lại cho đúng tên, hoặc"
        message = f"“{title}” không nêu đơn vị nào trong danh mục nên có ý ở dưới chưa giao cho ai; {guess} thêm vào donvi.yaml"
        self._add(RemarkKind.UNKNOWN, route, title, message)

    def table(self, route: Route) -> None:
        """Note a table among the duties, which is not read."""
        self._add(
            RemarkKind.UNASSIGNED, route, "", "bảng ở phần tổ chức thực hiện không được đọc để giao việc; ghi thành các ý (y)"
        )
