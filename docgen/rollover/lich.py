"""Schedules and lists of one year: a column or list of dates below a heading that names the year is one decision, not twenty."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.data.model.nhiemvu import table_place
from docgen.rollover.changes import Change, Route, Years
from docgen.rollover.routes import cell_of, heads_of
from docgen.text.patterns import lazy_re
from docgen.text.wording import shortened

_FEWEST: Final = 3  # dates; fewer are looked at one by one
_BARE_DAY: Final = lazy_re(r"\d{1,2}\s?[/.-]\s?\d{1,2}|\d{1,2}\s+tháng\s+\d{1,2}", re.IGNORECASE)
_CHOICE: Final = "chọn giữ ngày hay giữ thứ"
_SCHEDULE: Final = lazy_re(
    r"(?<!\w)(?:lịch|danh\s+sách|danh\s+mục\s+đơn\s+vị|thời\s+gian\s+biểu|phân\s+kỳ|các\s+ngày|những\s+ngày|các\s+đợt"
    r"|(?:đơn\s+vị|cơ\s+quan|địa\s+phương|xã|phường|cơ\s+sở|trường|doanh\s+nghiệp)[^.;]{0,20}\s(?:được|sẽ)\s)",
    re.IGNORECASE,
)
_OF_UNITS: Final = lazy_re(
    r"(?:danh\s+sách|danh\s+mục|các|những|\d+)\s[^.;]{0,40}(?:đơn\s+vị|cơ\s+quan|địa\s+phương|xã|phường|cơ\s+sở|trường|doanh\s+nghiệp)"
    r"[^.;]{0,40}(?:kiểm\s+tra|thanh\s+tra|giám\s+sát|khảo\s+sát|kiểm\s+toán|làm\s+việc|sát\s+hạch|đánh\s+giá|công\s+nhận|thí\s+điểm)",
    re.IGNORECASE,
)
_DEADLINE: Final = lazy_re(r"(?<!\w)(?:trước|chậm\s+nhất|muộn\s+nhất|hạn|xong|hoàn\s+thành|báo\s+cáo)(?!\w)", re.IGNORECASE)
_WHY: Final = "lịch, danh sách của năm {old}; quyết định một lần cho cả {count} chỗ: lập lại cho năm {new} hay giữ"
_ITEM: Final = lazy_re(r"[,;\n]")
_GAP: Final = 300  # letters between two dates of one list in running text


@dataclass
class _Block:
    """A column, a list or the times of a table of tasks: what may head it, and the entries with their routes."""

    nearest: tuple[Route, ...]
    farther: tuple[Route, ...]
    entries: dict[Route, list[Route]] = field(default_factory=lambda: defaultdict(list))


def schedules_as_one(texts: Mapping[Route, str], changes: Sequence[Change], years: Years) -> list[Change]:
    """Return `changes`, those of one schedule bound together in a lot that a person decides on as a whole."""
    by_route: dict[Route, list[int]] = defaultdict(list)
    for index, change in enumerate(changes):
        by_route[change.route].append(index)
    made = list(changes)
    for name, members in (*_of_blocks(texts, made, by_route, years), *_of_running_text(texts, made, by_route, years)):
        free = [index for index in members if not made[index].lot]  # none twice: the nearest heading was first
        why = _WHY.format(old=years.old, new=years.new, count=len(free))
        for index in free:
            remark = made[index].why.partition("; ")[2]
            made[index] = made[index]._replace(sure=False, lot=name, why=why, remark=remark)
    return made


def _of_blocks(
    texts: Mapping[Route, str], changes: Sequence[Change], by_route: Mapping[Route, list[int]], years: Years
) -> Iterator[tuple[str, list[int]]]:
    """Yield the schedules that a column or a list holds, each with the heading by which it is known."""
    for block in _blocks(texts).values():
        dated = {
            entry: [index for route in routes for index in by_route[route] if _is_date(changes[index], years)]
            for entry, routes in block.entries.items()
        }
        cells = [indices for indices in dated.values() if indices]
        lines = [texts[one] for routes in block.entries.values() for one in routes]
        only_dates = not block.nearest and len(cells) == len(dated) and not any(map(_DEADLINE.search, lines))
        headed = [route for route in block.nearest if any(_moves(changes[index], years) for index in by_route[route])]
        headed += [
            route
            for route in block.farther
            if any(_moves(changes[index], years) for index in by_route[route])
            and (only_dates or (_SCHEDULE if cells else _OF_UNITS).search(texts[route]))
        ]
        with_year = sum(any(_moves(changes[index], years) for index in indices) for indices in cells)
        own_column = len(block.nearest) > 1 and with_year >= _FEWEST  # of a table; the times of tasks are deadlines
        if len(block.entries) >= _FEWEST and ((headed and (len(cells) >= _FEWEST or not cells)) or own_column):
            if not cells and not any(_OF_UNITS.search(texts[route]) for route in headed):
                continue
            heads = [index for route in headed for index in by_route[route] if _moves(changes[index], years)]
            named = next((texts[route] for route in (*headed, *block.nearest, *block.farther) if route in texts), "")
            yield shortened(named, 60), [*heads, *(index for indices in cells for index in indices)]


def _of_running_text(
    texts: Mapping[Route, str], changes: Sequence[Change], by_route: Mapping[Route, list[int]], years: Years
) -> Iterator[tuple[str, list[int]]]:
    """Yield the lists in running text behind a year: "Lịch tiếp công dân năm 2026: 15/01, 15/02, 15/3"; also of units."""
    for route, indices in by_route.items():
        heading, _, listed = texts.get(route, "").partition(":")
        if _OF_UNITS.search(heading) and len(_ITEM.findall(listed)) >= _FEWEST - 1:
            yield (
                shortened(heading, 60),
                [one for one in indices if _moves(changes[one], years) and changes[one].start < len(heading)],
            )
        runs: list[list[int]] = [[]]
        for index in (one for one in indices if _is_date(changes[one], years)):
            if _moves(changes[index], years):
                runs.append([index])
            elif runs[-1] and changes[index].start - changes[runs[-1][-1]].start <= _GAP:
                runs[-1].append(index)
            else:
                runs.append([])
        yield from ((shortened(texts[route], 60), run) for run in runs if len(run) > _FEWEST)


def _blocks(texts: Mapping[Route, str]) -> Mapping[Route, _Block]:
    blocks: dict[Route, _Block] = {}
    for route in texts:
        if (cell := cell_of(route)) is not None and "bang" in route:
            row, column = cell
            table = row[:-2]
            heads = heads_of(texts, table, column)
            key: Route = heads[0]
            if key not in blocks:
                outside = _above(texts, table[: len(table) - 1 - table[::-1].index("bang")])
                blocks[key] = _Block((*heads, (*table, "tieu_de")), outside)
            blocks[key].entries[(*row, column)].append(route)
        elif "nhiem_vu" in route and route[-1] == "thoi_gian":
            table = table_place(route)[:-1]
            key = (*table, "ten_cot", "thoi_gian")
            farther = _above(texts, table) if table[-2:-1] == ("noi_dung",) else ((*table, "tieu_de"),)
            blocks.setdefault(key, _Block((key,), farther)).entries[route].append(route)
        elif route[-2:-1] == ("doan",) and isinstance(route[-1], int) and route[-1] > 0:  # below the first paragraph
            key = route[:-1]
            if key not in blocks:
                blocks[key] = _Block((), ((*key, 0), *_above(texts, route[:-2])))
            blocks[key].entries[route].append(route)
        elif "y" in route:
            at = len(route) - 1 - route[::-1].index("y")
            if (key := (*route[:at], "y")) not in blocks:
                blocks[key] = _Block((), _above(texts, route[:at]))
            blocks[key].entries[route[: at + 2]].append(route)
    return blocks


def _above(texts: Mapping[Route, str], place: Route) -> tuple[Route, ...]:
    """Return the routes of the headings above `place`, the nearest first: the paragraph that leads in, the section's title."""
    lead: tuple[Route, ...] = ()
    if place[-2:-1] == ("noi_dung",) and isinstance(place[-1], int):
        before = (*place[:-1], place[-1] - 1)
        lead, place = tuple(route for route in texts if route[: len(before)] == before and "doan" in route)[-1:], place[:-2]
    else:
        lead = tuple(route for route in texts if route[: len(place) + 1] == (*place, "doan"))[-1:]
    return (*lead, (*place, "cung_dong"), (*place, "tieu_de"))


def _moves(change: Change, years: Years) -> bool:
    return change.old == str(years.old) and change.new == str(years.new)


def _is_date(change: Change, years: Years) -> bool:
    bare = change.sure and change.old == change.new and _BARE_DAY.fullmatch(change.old) is not None
    return bare or _moves(change, years) or _CHOICE in change.why
