"""Holds the results against the plan: a result whose code and name do not agree must not land on another task."""

from collections.abc import Iterator, Mapping, Sequence

from docgen.data.model.ketqua import KetQuaViec
from docgen.text.folding import same_words
from docgen.text.wording import shortened
from docgen.work.tiendo.values import Nhac


def mismatches(results: Sequence[KetQuaViec], names: Mapping[str, str], further: str) -> Iterator[Nhac]:
    """Yield what is wrong with codes and names; `names` are those of the plan by code, `further` opens codes of other work."""
    by_name = {same_words(names[code]): code for code in reversed(tuple(names))}
    for index, result in enumerate(results):
        code = by_name.get(same_words(result.ten))
        if result.ma not in names:
            if not result.ma.startswith(further):
                remedy = f"nhiệm vụ tên này có mã {code}" if code else "xem lại mã trong kế hoạch"
                yield Nhac(("ket_qua", index, "ma"), f"ma: kế hoạch không có nhiệm vụ mã {result.ma}; {remedy}")
        elif same_words(names[result.ma]) != same_words(result.ten):
            remedy = f"tên ghi ở đây là của mã {code}" if code else "sửa lại mã hoặc tên"
            message = f"ten: không khớp mã {result.ma}, trong kế hoạch là “{shortened(names[result.ma], 80)}”; {remedy}"
            yield Nhac(("ket_qua", index, "ten"), message)
