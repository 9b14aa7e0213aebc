"""Holds the results against the plan: a result whose code and name do not agree must not land on another task."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from docgen.data.model.ketqua import KetQuaViec
from docgen.work.tiendo.values import Nhac


def mismatches(results: Sequence[KetQuaViec], names: Mapping[str, str], further: str) -> Iterator[Nhac]:
    """Yield what is wrong with codes and names; `names` are those of the plan by code, `further` opens codes of other work."""
    by_name = {_key(names[code]): code for code in reversed(tuple(names))}
    for index, result in enumerate(results):
        code = by_name.get(_key(result.ten))
        if result.ma not in names:
            if not result.ma.startswith(further):
                remedy = f"nhiệm vụ tên này có mã {code}" if code else "xem lại mã trong kế hoạch"
                yield Nhac(("ket_qua", index, "ma"), f"ma: kế hoạch không có nhiệm vụ mã {result.ma}; {remedy}")
        elif _key(names[result.ma]) != _key(result.ten):
            remedy = f"tên ghi ở đây là của mã {code}" if code else "sửa lại mã hoặc tên"
            message = f"ten: không khớp mã {result.ma}, trong kế hoạch là “{_shortened(names[result.ma])}”; {remedy}"
            yield Nhac(("ket_qua", index, "ten"), message)


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).rstrip(" .;,").casefold()


def _shortened(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= 80 else f"{words[:80].rsplit(' ', 1)[0]} …"
