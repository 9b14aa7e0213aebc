"""Who does what: the tasks and the duties of each unit, read out of one plan."""

from docgen.work.assignments.assign import assign
from docgen.work.assignments.values import Assignments, Remark, RemarkKind, Share, Task, TrachNhiem, UnitWork, Vai

__all__ = ["Assignments", "Remark", "RemarkKind", "Share", "Task", "TrachNhiem", "UnitWork", "Vai", "assign"]
