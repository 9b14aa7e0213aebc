"""Whose form it is, and whether it is one of this plan: by what was hidden in it when it was sent, and by what its face says."""

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.errors import Problem
from docgen.forms.gathering.filledrows import Asked, Form
from docgen.text.folding import folded
from docgen.text.thoigian import KyBaoCao, NotAPeriod, read_period
from docgen.work.units import Registry

_NOBODY: Final = "không biết biểu mẫu này của đơn vị nào; ghi tên đơn vị vào sau chữ “Đơn vị báo cáo:”"
_RENAMED: Final = (
    "biểu mẫu này đã gửi cho “{sent}” nhưng nay ghi “{face}”; sửa lại tên đơn vị cho đúng, hoặc xin đơn vị điền đúng biểu mẫu"
)
_TWO_UNITS: Final = "trang này ghi “{other}” còn trang kết quả ghi “{face}”; sửa lại cho cùng một đơn vị"
_OTHER_YEAR: Final = "biểu mẫu của năm {year}, không phải năm {nam} của kế hoạch này; xin đơn vị điền đúng biểu mẫu"
_OTHER_PLAN: Final = "biểu mẫu của kế hoạch khác (“{plan}”); xin đơn vị điền đúng biểu mẫu"
_UNASKED: Final = "“{unit}” không có việc nào trong kế hoạch này; xem lại tên đơn vị"
_OLD_CODES: Final = "kế hoạch đã thay đổi sau khi gửi biểu mẫu này; kết quả được xếp theo tên nhiệm vụ"
_UNSURE: Final = "biểu mẫu không còn phần ẩn của docgen và không ghi năm, kỳ hay kế hoạch; xem có đúng là của kế hoạch này không"


class Identities:
    """Judges the forms of one plan."""

    def __init__(self, asked: Asked, registry: Registry) -> None:
        self.asked = asked
        self._registry = registry

    def unit(self, form: Form) -> str | None:
        """Return the unit that the form is from, None where that is not plain."""
        return None if any(True for _ in self.faults(form)) else self._sent(form) or self._face(form)

    def faults(self, form: Form) -> Iterator[Problem]:
        """Yield why the answers of the form cannot be taken."""
        yield from self._wrong_plan(form)
        sent, face = self._sent(form), self._face(form)
        place, said = form.face_place, form.face.don_vi
        if not sent and not said:
            yield form.problem("", _NOBODY)
        elif sent and said and face != sent and folded(said) != folded(sent):
            yield form.problem(place, _RENAMED.format(sent=sent, face=said))
        elif not sent and not face:
            yield form.problem(place, self._unknown(said))
        elif (sent or face) not in self.asked.of:
            yield form.problem(place, _UNASKED.format(unit=sent or face))

        for other_place, other in form.other_faces:
            if said and folded(other) != folded(said):
                yield form.problem(other_place, _TWO_UNITS.format(other=other, face=said))

    def doubts(self, form: Form) -> Iterator[Problem]:
        """Yield what a person should know of a form whose answers are taken."""
        if form.sent_as is not None and form.sent_as.ma_ke_hoach != self.asked.ma_ke_hoach:
            yield form.problem("", _OLD_CODES)
        if form.sent_as is None and not (form.face.nam or form.face.ke_hoach):
            yield form.problem("", _UNSURE)

    def period(self, form: Form) -> KyBaoCao | None:
        """Return the period that the form is about, None where it does not say."""
        words = form.sent_as.ky if form.sent_as else form.face.ky
        if not words:
            return None
        try:
            return read_period(words, self.asked.nam)
        except NotAPeriod:
            return None

    def _wrong_plan(self, form: Form) -> Iterator[Problem]:
        said = form.sent_as or form.face
        if said.nam and said.nam != str(self.asked.nam):
            yield form.problem("", _OTHER_YEAR.format(year=said.nam, nam=self.asked.nam))
        elif said.ke_hoach and folded(self.asked.ke_hoach) not in folded(said.ke_hoach):
            yield form.problem("", _OTHER_PLAN.format(plan=said.ke_hoach))

    def _sent(self, form: Form) -> str:
        return form.sent_as.don_vi if form.sent_as else ""

    def _face(self, form: Form) -> str:
        """Return the full name of the one unit that the face names, blank where it names none, or several."""
        found: Sequence[str] = self._registry.read(form.face.don_vi).don_vi if form.face.don_vi else ()
        return found[0] if len(found) == 1 else ""

    def _unknown(self, said: str) -> str:
        for left in self._registry.read(said).leftovers:
            return left.message
        return f"“{said}” không phải tên một đơn vị; ghi tên như trong donvi.yaml"
