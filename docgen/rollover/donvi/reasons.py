"""The sentences that say why a name is replaced or asked about."""

from collections.abc import Sequence
from datetime import date, timedelta

from docgen.data.model.donvi import Nhom
from docgen.rollover.values import Years
from docgen.text.wording import short_date
from docgen.work.units import Heirs


class Reasons:
    """Sentences for a roll-over between two years: during the new year, the old name still holds for a while."""

    def __init__(self, years: Years) -> None:
        self._years = years

    def one(self, ten: str, last: date, thanh: str) -> str:
        """Return why `ten` is replaced by its only successor."""
        return f"{_from(last)} “{ten}” thành “{thanh}”{self._until(last)}"

    def several(self, ten: str, last: date, heirs: Heirs) -> str:
        """Return why nobody can say without being asked what stands for `ten`."""
        return f"{_from(last)} không còn “{ten}”{self._until(last)}; {_candidates(heirs)}"

    def other(self, ten: str, last: date, heirs: Heirs) -> str:
        """Return what followed a name that is no unit of the office."""
        followed = f"; nay là {_either(heirs.names)}" if heirs.names else ""
        return f"{_from(last)} không còn “{ten}”{self._until(last)}{followed}; cần xác nhận tên phải ghi"

    def lost_group(self, group: Nhom, last: date) -> str:
        """Return what is to be done about a group that nobody may name after `last`."""
        if len(group.thanh) == 1:
            return f"{_from(last)} “{group.ten}” được thay bằng “{group.thanh[0]}”{self._until(last)}; cần xác nhận"
        lost = f"{_from(last)} nhóm “{group.ten}” không còn đơn vị nào của năm {self._years.old}{self._until(last)}"
        return f"{lost}; {f'chọn {_either(group.thanh)}' if group.thanh else 'ghi đơn vị, nhóm đơn vị thay'}"

    @staticmethod
    def chosen(ten: str) -> str:
        """Return why a name is replaced as the command line says."""
        return f"đơn vị thay “{ten}” đã chọn khi chạy lệnh (--thay)"

    def _until(self, last: date) -> str:
        return f", đến hết ngày {short_date(last)} vẫn ghi tên cũ" if last.year == self._years.new else ""


def _from(last: date) -> str:
    return f"từ ngày {short_date(last + timedelta(days=1))}"


def _candidates(heirs: Heirs) -> str:
    if not heirs.names:
        return "danh mục chưa ghi đơn vị thay, ghi tên đơn vị đó"
    further = " hoặc đơn vị khác" if heirs.lost else ""
    return f"chọn {_either(heirs.names)}{further}"


def _either(names: Sequence[str]) -> str:
    return " hoặc ".join(f"“{name}”" for name in names)
