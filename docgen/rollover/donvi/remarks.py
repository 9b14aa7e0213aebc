"""What a roll-over says of the whole plan: the issuing office, groups with other members, names that end with the year."""

from collections.abc import Iterator, Mapping
from datetime import date

from docgen.data.model.coquan import CoQuan
from docgen.data.model.donvi import Nhom, SoDonVi, TenGoi
from docgen.rollover.donvi import huyen, tinh
from docgen.rollover.donvi.groups import Groups
from docgen.rollover.donvi.national import ended_names
from docgen.rollover.donvi.reasons import Reasons
from docgen.rollover.values import Years
from docgen.text.spelling import name_key
from docgen.text.wording import short_date
from docgen.work.units import Heirs, own_place

Remark = tuple[str, bool]  # the sentence, and whether nobody has to decide


def remarks(so: SoDonVi, office: CoQuan, years: Years, choices: Mapping[str, str], named: frozenset[str]) -> Iterator[Remark]:
    """Yield the remarks on a plan that names what has the folded letters `named`."""
    yield from _on_the_office(office, years)
    chosen = frozenset(map(name_key, choices))
    yield from _on_groups(so, years, named - chosen)
    yield from _on_last_days(so, years, named)
    for name in choices:
        if name_key(name) not in named:
            yield f"--thay “{name}”: kế hoạch không có tên này; xem lại cách viết", False


def _on_the_office(office: CoQuan, years: Years) -> Iterator[Remark]:
    if office.den is not None and office.den <= date(years.new, 12, 31):
        said = Reasons(years).other(office.ten, office.den, Heirs(office.thanh, lost=False))
        yield f"cơ quan ban hành: {said}; sửa coquan.yaml", False
        return
    place = own_place(office.ten, office.co_quan_chu_quan)
    merged = tinh.remark(place) if tinh.is_news(years) else None
    if merged is not None:
        yield f"cơ quan ban hành “{office.ten}”: {merged}", False
    ended = ended_names().get(name_key(office.ten))
    if ended is not None and ended.is_news(years):
        yield f"cơ quan ban hành: {ended.why}", False
    if huyen.is_news(years):
        asked = next((one for name in (office.ten, office.co_quan_chu_quan or "") for one in huyen.ended_districts(name)), None)
        if asked is not None:
            yield f"cơ quan ban hành “{office.ten}”: {asked.why}", False


def _on_groups(so: SoDonVi, years: Years, named: frozenset[str]) -> Iterator[Remark]:
    groups = Groups(so, years)
    for group in so.nhom:
        last = groups.last_day(group)
        if last is not None and name_key(group.ten) in named:
            yield Reasons(years).lost_group(group, last), False
    for group, left, came in groups.changed():
        if name_key(group.ten) in named:
            changes = (f"không còn {_quoted(left)}" if left else "", f"thêm {_quoted(came)}" if came else "")
            yield f"nhóm “{group.ten}” vẫn giữ tên; trong năm {years.new} {', '.join(filter(None, changes))}", True


def _on_last_days(so: SoDonVi, years: Years, named: frozenset[str]) -> Iterator[Remark]:
    end = date(years.new, 12, 31)
    entries: tuple[TenGoi | Nhom, ...] = (*so.don_vi, *so.ten_goi, *so.nhom)
    for entry in entries:
        if entry.den == end and name_key(entry.ten) in named:
            followed = f", sau đó là {' hoặc '.join(f'“{name}”' for name in entry.thanh)}" if entry.thanh else ""
            yield f"“{entry.ten}” mang tên này đến hết ngày {short_date(end)}{followed}", True


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)
